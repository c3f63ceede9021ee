"""
What no number at a door may be: errors are ours for every value, and name the field.

Bounds are those of the docstrings: a load is 0, or 10 g to two tonnes.
"""

import gzip
import io
import json
import math
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, working_scenes

import liftguard as lg
from liftguard import fleet

HUGE = 10**5000  # Python refuses to write it out
NO_NUMBERS = (
    *(HUGE, -HUGE, Fraction(10**400), Decimal("sNaN"), Decimal("NaN"), math.nan, math.inf),
    *(1j, True, "5", b"5", None, [5], np.array([5.0, 6.0]), np.bool_(1), np.float64("nan")),
    *(1e308, -1e308, [HUGE]),
)
SET = {"lift": "squat", "at": BEGINNING, "load_kg": 100.0, "reps": 5}
PLAN = {"lift": "squat", "load_kg": 100.0, "reps": 5}
NUMBERS = [
    *((lg.LoggedSet, SET, name) for name in ("load_kg", "reps", "assist_kg")),
    *((lg.PlannedSet, PLAN, name) for name in ("load_kg", "reps", "assist_kg")),
    (lg.Movement, {"motion": "flexion"}, "load_kg"),
    (lg.Bodyweight, {"at": BEGINNING}, "kg"),
    (lg.Plates, {"pairs_kg": ()}, "bar_kg"),
    (lg.Pain, {"at": BEGINNING, "region": "low_back"}, "severity"),
]
LOADS = [one for one in NUMBERS if one[2] in ("load_kg", "assist_kg")]


def kind_of(value):
    """Name a parameter by its type: huge numbers cannot be written."""
    return type(value).__name__


def named(cases):
    return [f"{kind.__name__}.{name}" for kind, _, name in cases]


@pytest.mark.parametrize("wrong", NO_NUMBERS, ids=kind_of)
@pytest.mark.parametrize(("kind", "fields", "name"), NUMBERS, ids=named(NUMBERS))
def test_what_is_no_such_number_is_refused_by_name(kind, fields, name, wrong):
    """Whatever it is, and however it is shown."""
    with pytest.raises(
        lg.InvalidValue, match=rf"^{kind.__name__}\.{name}: got .+, wanted "
    ) as info:
        kind(**fields | {name: wrong})
    assert info.value.got is wrong


@pytest.mark.parametrize("number", [np.float32(50), np.int64(50), Decimal(50), Fraction(50)])
@pytest.mark.parametrize(("kind", "fields", "name"), LOADS, ids=named(LOADS))
def test_every_kind_of_number_is_a_load(kind, fields, name, number):
    """It is kept as a float."""
    kept = getattr(kind(**fields | {name: number}), name)
    assert (kept, type(kept)) == (50.0, float)


@pytest.mark.parametrize(("kind", "fields", "name"), LOADS, ids=named(LOADS))
def test_a_load_is_nothing_or_from_ten_grams_to_two_tonnes(kind, fields, name):
    """Both ends belong to it."""
    for load in (0.0, 0.01, 2000.0):
        assert getattr(kind(**fields | {name: load}), name) == load
    for load in (5e-324, 0.0099, 2000.1, -0.01):
        with pytest.raises(lg.InvalidValue, match=rf"\.{name}: .*0, or from 0.01 to 2000 \[kg\]"):
            kind(**fields | {name: load})


@pytest.mark.parametrize(("kind", "fields"), [(lg.LoggedSet, SET), (lg.PlannedSet, PLAN)])
def test_a_bar_moves_at_a_centimetre_to_ten_metres_a_second(kind, fields):
    """Or nobody measured it."""
    for speed in (0.01, 10.0, None):
        assert kind(**fields, mean_velocity_m_s=speed).mean_velocity_m_s == speed
    for speed in (0.0, 0.009, 10.1):
        with pytest.raises(lg.InvalidValue, match="mean_velocity_m_s"):
            kind(**fields, mean_velocity_m_s=speed)


@pytest.mark.parametrize("pair", [0.001, 1000.1, HUGE, Decimal("sNaN"), "5", None], ids=kind_of)
def test_a_plate_weighs_something(pair):
    """From ten grams to a tonne, as a bar does that is there."""
    with pytest.raises(lg.InvalidValue, match="pairs_kg"):
        lg.Plates(bar_kg=20, pairs_kg=(5, pair))


@pytest.mark.parametrize("limit", [math.nan, "80", None, HUGE, Decimal("sNaN")], ids=kind_of)
def test_a_limit_of_a_rack_is_a_number(limit):
    """A Decimal is one."""
    assert lg.Plates.kg().heaviest_up_to(Decimal(80)) == 80.0
    assert lg.Plates.kg().heaviest_up_to(-math.inf) == 0.0
    with pytest.raises(lg.InvalidValue, match="heaviest_up_to"):
        lg.Plates.kg().heaviest_up_to(limit)


@pytest.mark.parametrize("convert", [lg.kg_from_lb, lg.lb_from_kg])
@pytest.mark.parametrize("wrong", [HUGE, math.nan, 1e300, "5", None, Decimal("sNaN")], ids=kind_of)
def test_only_what_a_load_can_be_is_converted(convert, wrong):
    """The two functions say which of them was called."""
    with pytest.raises(lg.InvalidValue, match=convert.__name__):
        convert(wrong)


def test_words_that_are_none_are_refused():
    """As are arrays, whose comparison has no truth of its own, and numbers too long to write."""
    for wrong in (HUGE, np.array(["work", "drop"]), ["work"]):
        for field in ("kind", "at_known_to", "from_note", "missed"):
            with pytest.raises(lg.InvalidValue, match=field):
                lg.LoggedSet(**SET | {field: wrong})
        with pytest.raises(lg.InvalidValue, match=r"Pain\.region"):
            lg.Pain(at=BEGINNING, region=wrong, severity=1)


@pytest.mark.parametrize("kind", [lg.Params, lg.Policy])
@pytest.mark.parametrize("wrong", [HUGE, math.nan, "5", None, Decimal("sNaN")], ids=kind_of)
def test_settings_are_numbers(kind, wrong):
    """Of which each is named."""
    name = kind.__attrs_attrs__[0].name
    with pytest.raises(lg.InvalidValue, match=name):
        kind(**{name: wrong})


@pytest.mark.parametrize(
    "wrong", [HUGE, math.nan, 0.0, 1.0, "a half", Decimal("sNaN")], ids=kind_of
)
def test_a_risk_is_a_share(wrong):
    """Above none and below all; reps are checked as those of a plan."""
    with pytest.raises(lg.InvalidValue, match="p_beyond"):
        GUARD.max_load(GUARD.start(), "squat", 5, at=BEGINNING, p_beyond=wrong)
    with pytest.raises(lg.InvalidValue, match=r"PlannedSet\.reps"):
        GUARD.max_load(GUARD.start(), "squat", Fraction(10**400), at=BEGINNING)
    with pytest.raises(lg.InvalidValue, match="stale_days"):
        fleet.check(GUARD, {}, {}, stale_days="x")


def test_only_histories_are_merged():
    """On either side."""
    done = lg.History([lg.LoggedSet(**SET)])
    for pair in ((done, None), ([], done)):
        with pytest.raises(lg.InvalidValue, match=r"History\.merge"):
            lg.History.merge(*pair)


@pytest.mark.parametrize(
    "text", [HUGE, None, b"\xff", "[" * 100_000, '{"liftguard":' + "9" * 5000], ids=kind_of
)
def test_only_a_stored_text_is_loaded(text):
    """Of whatever else the kind of error is the same."""
    with pytest.raises(lg.UnreadableStore):
        lg.loads(text)


def test_an_archive_that_is_cut_short_is_no_log():
    """It is read by its own reader, whose error becomes ours."""
    raw = io.BytesIO(gzip.compress(b"x" * 1000)[:-9])
    with gzip.open(raw) as cut, pytest.raises(lg.UnreadableLog, match="end-of-stream"):
        lg.read_log(cut)


HEADER = b"Date,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE\n"


CELLS = [
    *((cell, "kg") for cell in ("1e-323", "0.004", "2001", "1e8")),
    *((cell, "lb") for cell in ("0.02", "4410")),
]


@pytest.mark.parametrize(("cell", "unit"), CELLS)
def test_a_row_with_such_a_load_is_a_problem(cell, unit):
    """Of the cell, and only that set is lost; 4410 lb are 2000.3 kg, 0.02 lb 9 g."""
    rows = [f"2026-01-0{day},Squat,1,100,{unit},5,\n" for day in range(1, 6)]
    raw = HEADER + "".join([*rows, f"2026-01-06,Squat,1,{cell},{unit},5,\n"]).encode()
    log = lg.read_log(raw)
    assert (log.rows_with_sets, [(one.row, one.got) for one in log.problems]) == (5, [(6, cell)])
    assert log.problems[0].column == "Weight"


def test_one_absurd_plan_costs_nobody_else():
    """It cannot be made, so that whoever is planned for loses nothing by it."""
    sets = [lg.LoggedSet(**SET | {"at": BEGINNING + timedelta(days=n)}) for n in range(8)]
    state = GUARD.replay(lg.History(sets)).state
    at = sets[-1].at + timedelta(days=2)
    with pytest.raises(lg.InvalidValue, match=r"PlannedSet\.load_kg"):
        lg.PlannedSet(lift="squat", load_kg=1e50, reps=1, rpe=8)
    heaviest = lg.PlannedSet(lift="squat", load_kg=2000, reps=1000, rpe=8)
    plans = {"A": lg.PlannedSet(**PLAN), "B": heaviest}
    sessions = {name: lg.PlannedSession(at=at, sets=[one]) for name, one in plans.items()}
    found = fleet.check(GUARD, dict.fromkeys(plans, state), {**sessions, "C": [None]})
    assert [one.name for one in found if one.plan is not None] == ["B", "A"]
    assert found[0].level == lg.Level.BEYOND


@given(working_scenes(), st.floats(1e-300, 1.0))
def test_no_load_above_two_tonnes_is_offered(scene, p):
    """Whatever risk is taken."""
    kg = GUARD.max_load(scene.state, scene.planned.lift, 1, at=scene.at, p_beyond=min(p, 0.999999))
    assert kg is None or kg <= 2000.0


# --- states that were tampered with ---

ODD = (0.0, 1.0, -1.0, 2.5, 1e-300, 1e-9, 19.9, -19.9, 99.0, 999.0, 1e6, 1e10, -1e12, 1e249, 1e308)


def places(value):
    """List where numbers stand in a plain value, as (holder, key)."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(one, dict | list):
            yield from places(one)
        elif type(one) in (int, float):
            yield value, key


def answers(state, planned, at):
    """Ask a state everything; learn a miss and a rated set from it."""
    done = {"lift": planned.lift, "at": at, "load_kg": planned.load_kg, "reps": 3}
    sessions = [lg.PlannedSession(at=at, sets=[planned, planned])]
    yield lambda: lg.display.text(GUARD.check(state, planned, at=at))
    yield lambda: lg.display.card(GUARD.check_plan(state, sessions))
    yield lambda: lg.dumps(GUARD.forecast(state, planned, at=at))
    yield lambda: GUARD.max_load(state, planned.lift, 3, at=at, plates=lg.Plates.lb())
    yield lambda: GUARD.advise(state, planned, at=at)
    yield lambda: GUARD.warm_up(state, planned, at=at)
    for told in ({"missed": True}, {"rpe": 9.0}):
        learned = lg.LoggedSet(**done, **told)
        yield lambda learned=learned: lg.dumps(GUARD.learn(state, learned))


@given(working_scenes(), st.data())
def test_a_tampered_state_is_refused_or_answers(scene, data):
    """No number in it brings out an error of Python, nor NaN."""
    envelope = json.loads(lg.dumps(scene.state))
    found = list(places(envelope["value"]))
    for holder, key in data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=3)):
        holder[key] = data.draw(st.sampled_from(ODD) | st.floats(-30.0, 30.0))
    try:
        state = lg.loads(json.dumps(envelope))
    except lg.UnreadableStore as error:
        assert "AthleteState" in error.where  # noqa: PT017
        return
    for ask in answers(state, scene.planned, scene.at):
        try:
            ask()
        except lg.LiftguardError as error:
            assert error.wanted  # noqa: PT017


@pytest.mark.parametrize(
    ("path", "wrong", "where"),
    [
        (("bodyweight_kg",), 1e308, "bodyweight_kg"),
        (("lifts", "squat", 2, 4), -1.0, "squat.belief.v_habit"),
        (("lifts", "squat", 2, 0), 1e6, "squat.belief.habit"),
        (("lifts", "squat", 0), 1e10, "squat.clock_s"),
        (("lifts", "squat", 6, 2), [0.0] * 7, "squat.done.table"),
        (("body", 0, 3), 99.0, "session.pattern"),
        (("since",), "2199-01-01T00:00:00", "AthleteState.at"),
    ],
)
def test_a_number_that_no_log_leads_to_is_named(path, wrong, where):
    """With what to do: replay."""
    sets = [lg.LoggedSet(**SET), lg.Bodyweight(at=BEGINNING, kg=80)]
    envelope = json.loads(lg.dumps(GUARD.replay(lg.History(sets)).state))
    holder = envelope["value"]
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = wrong
    with pytest.raises(lg.UnreadableStore, match=where):
        lg.loads(json.dumps(envelope))
