"""Many athletes in arrays are the same athletes in a loop, to rounding."""

import math

import attrs
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, LIFTS, PARAMS, logs

import liftguard as lg
from liftguard.model import many
from liftguard.model.prior import guess
from liftguard.model.row import row_of
from liftguard.model.squad import begin_squad, learn_many, lift_of_numbers, numbers_of_body
from liftguard.model.state import READ_BY_LEARNING
from liftguard.model.tables import counts_of

SAME = 1e-9  # relative: both run the same formulas, on math and on numpy
NEAR_ZERO = 1e-6  # from here down the difference itself is compared: kg to a ten-thousandth


def leaves(value):
    """List the numbers of nested tuples; None is NaN."""
    if isinstance(value, tuple):
        return [leaf for one in value for leaf in leaves(one)]
    return [math.nan if value is None else float(value)]


def stacked(rows):
    """Make arrays of the numbers of like tuples, in the same nesting."""
    if isinstance(rows[0], tuple):
        parts = [stacked(ones) for ones in zip(*rows, strict=True)]
        kind = type(rows[0])
        return kind(*parts) if hasattr(kind, "_fields") else tuple(parts)
    return np.array(rows, dtype=np.float64)


def sets_of(log):
    """Give the sets of a log that were tried, each with the bodyweight known then."""
    weight, sets = None, []
    for entry in log:
        if isinstance(entry, lg.Bodyweight):
            weight = entry.kg
        elif entry.reps or entry.missed:
            sets.append((entry, weight))
    return sets


def in_arrays(squad_logs):
    """Learn the nth set of everybody at once, then the next."""
    sets = [sets_of(log) for log in squad_logs]
    squad = begin_squad(len(sets), len(sets) * len(LIFTS), PARAMS)
    for step in range(max(map(len, sets), default=0)):
        who = np.array([i for i, own in enumerate(sets) if len(own) > step])
        now = [sets[i][step] for i in who]
        since = [sets[i][0][0].at for i in who]
        rows = [
            row_of(entry, (entry.at - start).total_seconds(), weight)
            for (entry, weight), start in zip(now, since, strict=True)
        ]

        def guessed(new, who=who, now=now):
            found = [
                guess(
                    now[n][0].lift, others_of(squad, who[n]), None, now[n][1], now[n][0].at, PARAMS
                )
                for n in new
            ]
            return tuple(np.array(found).T)

        lift = who * len(LIFTS) + np.array([LIFTS.index(entry.lift) for entry, _ in now])
        learn_many(squad, who, lift, stacked(rows), guessed, PARAMS)
    return squad


def lift_in(squad, athlete, lift):
    """Give a lift of an athlete as it stands in the arrays."""
    place = athlete * len(LIFTS) + LIFTS.index(lift)
    (table,) = counts_of(squad.cells[[place]]).tolist()
    return lift_of_numbers(squad.lifts[:, place].tolist(), tuple(table))


def others_of(squad, athlete):
    """Give the lifts of an athlete that have sets, with their beliefs."""
    found = [(lift, lift_in(squad, athlete, lift)) for lift in LIFTS]
    return [(lift, one.belief) for lift, one in found if not math.isnan(one.clock_s)]


def assert_same(squad, squad_logs):
    """Hold every number of every athlete and lift to the loop."""
    for i, log in enumerate(squad_logs):
        state = GUARD.replay(lg.History(one for one in log if kept(one))).state
        pairs = [(tuple(numbers_of_body(state.body)), tuple(squad.bodies[:, i]))]
        pairs += [
            (one[:READ_BY_LEARNING], lift_in(squad, i, lift)[:READ_BY_LEARNING])
            for lift, one in state.lifts.items()
        ]
        for alone, together in pairs:
            expected, found = (np.array(leaves(tuple(one))) for one in (alone, together))
            np.testing.assert_allclose(found, expected, rtol=SAME, atol=NEAR_ZERO * SAME)


def kept(entry):
    """Tell whether an entry is in the arrays: weighings, and sets that were tried."""
    return isinstance(entry, lg.Bodyweight) or entry.reps or entry.missed


@st.composite
def squads(draw):
    """Draw logs of unequal length: different lifts, misses, efforts, rests, times known or not."""
    found = []
    for log in draw(st.lists(logs(others=False, most=4), min_size=1, max_size=5)):
        rest_s = draw(st.sampled_from([None, 0.0, 90.0]))
        known_to = draw(st.sampled_from(["set", "session", "day"]))
        found.append(
            [
                attrs.evolve(one, rest_s=rest_s, at_known_to=known_to)
                if isinstance(one, lg.LoggedSet) and n % 3
                else one
                for n, one in enumerate(log)
            ]
        )
    return found


def repeated(kg, times, **fields):
    """Give the same set, so that a log begins with a scale and then leaves it."""
    return [lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=kg, reps=5, **fields)] * times


ANOTHER_SCALE = [*repeated(100.0, 8, rpe=8.0), *repeated(300.0, 2), *repeated(310.0, 2, rpe=9.0)]


@given(squads())
@example([ANOTHER_SCALE, ANOTHER_SCALE[:9], repeated(60.0, 1)])
def test_arrays_equal_the_loop(squad_logs):
    """Beliefs, fatigue, ramps, sessions: all numbers agree to 1e-9, whatever was logged."""
    assert_same(in_arrays(squad_logs), squad_logs)


@pytest.mark.parametrize(
    ("formula", "fields"),
    [
        ("read_bare", {}),
        ("read_effort", {"rpe": 8.0}),
        ("read_miss", {"missed": True}),
        ("read_floor", {"kind": "drop"}),
        ("restart", {}),
        ("learn_outcome", {"planned_reps": 6}),
        ("learn_scatter", {"to_failure": True}),
        ("with_miss", {"planned_reps": 6}),
        ("with_success", {}),
    ],
)
def test_the_law_can_fail(monkeypatch, formula, fields):
    """A formula that is changed for arrays alone, by a millionth of a number, is noticed."""
    log = [*repeated(100.0, 1), *repeated(100.0, 1, **fields), *repeated(100.0, 3, rpe=9.0)]
    log += repeated(102.5, 2, **fields)
    true = getattr(many, formula)

    def changed(*given):
        after = true(*given)
        name = next(
            one for one in ("habit", "scatter", "missed_s", "reached") if one in after._fields
        )
        if formula == "learn_outcome":
            name = "constant"
        return after._replace(**{name: getattr(after, name) * (1.0 + 1e-6)})

    assert_same(in_arrays([log]), [log])
    monkeypatch.setattr(many, formula, changed)
    with pytest.raises(AssertionError):
        assert_same(in_arrays([log]), [log])


@settings(max_examples=20)
@given(squads())
def test_a_squad_does_not_depend_on_who_else_is_in_it(squad_logs):
    """Alone in arrays, an athlete gets the same numbers as among others."""
    together = in_arrays(squad_logs)
    for i, log in enumerate(squad_logs):
        alone = in_arrays([log])
        np.testing.assert_allclose(alone.bodies[:, 0], together.bodies[:, i], rtol=1e-14)
