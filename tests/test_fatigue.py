"""Fatigue, its strength in one athlete, and what a set has to bear: hand arithmetic and laws."""

import math
from datetime import timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given
from liftguard.model.burden import NO_BURDEN, RESTED, Condition, burden
from liftguard.model.gain import Gain, learn_gain, usual_gain
from liftguard.model.known import known, tired_regions
from strategies import (
    BEGINNING,
    GUARD,
    gaps_s,
    parts,
    scenes,
    spans_days,
    working_scenes,
)

import liftguard as lg
from liftguard.model.capacity import Belief
from liftguard.model.diary import Noted
from liftguard.model.fatigue import FRESH, Tired, effort, overlap, recover, tire, tiredness
from liftguard.model.state import moment

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    effort_steepness=6.0,
    fast_minutes=1.5,
    fast_gain=0.1,
    fast_most=0.25,
    middle_minutes=20.0,
    middle_gain=0.02,
    middle_most=0.05,
    slow_hours=24.0,
    slow_gain=0.01,
    slow_most=0.06,
    usual_days=7.0,
    usual_most=0.5,
    fatigue_gain_sd=0.2,
    usual_step=0.25,
    cold_cost=0.005,
    jump_cost=0.1,
    creep_cost=0.01,
    morning_cost=0.01,
    unready_cost=0.02,
    quick_from=0.3,
    quick_cost=0.05,
    readiness_most=0.05,
)
CLOSE = 1e-12  # rounding of a handful of operations
MINUTE = 1.0 / 1440.0  # [days]


def belief(mean, variance):
    """Give a belief of that capacity."""
    return Belief(
        habit=mean,
        form=0.0,
        curve=0.0,
        reserve=0.0,
        v_habit=variance,
        v_form=0.0,
        v_curve=0.0,
        v_reserve=0.0,
        c_habit_form=0.0,
        c_habit_curve=0.0,
        c_form_curve=0.0,
        idle=0.0,
    )


# --- the stores ---


@pytest.mark.parametrize(
    ("days", "store", "left"),
    [
        (1.5 * MINUTE, "fast", 0.08 / math.e),
        (3.0 * MINUTE, "fast", 0.08 / math.e**2),
        (20.0 * MINUTE, "middle", 0.04 / math.e),
        (1.0, "slow", 0.02 / math.e),
        (2.0, "slow", 0.02 / math.e**2),
    ],
)
def test_each_store_empties_at_its_own_rate(days, store, left):
    """After one time constant a store holds 1/e of it, after two 1/e^2."""
    after = recover(Tired(0.08, 0.04, 0.02, 0.0), days, PARAMS)
    assert getattr(after, store) == pytest.approx(left, abs=CLOSE)


def test_the_usual_follows_the_slow_store():
    """
    By u' = (s - u) / 7 with s = 0.06 e^-t from u = 0.01, after a day.

    0.01 e^(-1/7) + 0.06 / 6 (e^(-1/7) - e^-1) = 0.00866878 + 0.01 x 0.49899831 = 0.01365876
    """
    after = recover(Tired(0.0, 0.0, 0.06, 0.01), 1.0, PARAMS)
    assert after.usual == pytest.approx(0.01365876, abs=1e-8)


def test_what_is_done_every_day_becomes_usual():
    """With a steady 0.01 a day the slow store just before a session is 0.01 / (e - 1)."""
    tired = FRESH
    for _ in range(200):
        tired = recover(tired._replace(slow=tired.slow + 0.01), 1.0, PARAMS)
    assert tired.slow == pytest.approx(0.01 / (math.e - 1.0), abs=1e-9)
    # over a day the slow store is 0.01 on average, and the usual comes within a seventh of it
    assert tired.usual == pytest.approx(0.01, abs=0.01 / 7.0)


@pytest.mark.parametrize(
    ("gap", "hard"),
    [(0.0, 1.0), (0.3, 1.0), (-0.1, 0.5488116361), (-math.log(2.0) / 6.0, 0.5), (-1.0, 0.00248)],
)
def test_effort_by_hand(gap, hard):
    """1 at the limit and beyond it, e^(-6 x 0.1) a tenth below it."""
    assert effort(gap, PARAMS) == pytest.approx(hard, abs=2e-6)


@pytest.mark.parametrize(
    ("before", "hard", "after"),
    [
        (FRESH, 1.0, (0.1, 0.02, 0.01, 0.0)),
        (FRESH, 0.5, (0.05, 0.01, 0.005, 0.0)),
        (Tired(0.125, 0.025, 0.03, 0.01), 1.0, (0.175, 0.035, 0.035, 0.01)),  # half full
        (Tired(0.25, 0.05, 0.06, 0.02), 1.0, (0.25, 0.05, 0.06, 0.02)),  # full
        (Tired(0.3, 0.06, 0.07, 0.02), 1.0, (0.3, 0.06, 0.07, 0.02)),  # more than full
    ],
)
def test_a_set_by_hand(before, hard, after):
    """Each store takes its share of the effort and of the room it has left."""
    assert tire(before, hard, PARAMS) == pytest.approx(after, abs=CLOSE)


@pytest.mark.parametrize(
    ("tired", "lost"),
    [
        (Tired(0.01, 0.02, 0.015, 0.005), 0.04),
        (Tired(0.01, 0.02, 0.006, 0.015), 0.033),  # half of 0.006 is got used to, at most
        (Tired(0.0, 0.0, 0.02, 0.01), 0.01),
        (FRESH, 0.0),
    ],
)
def test_tiredness_by_hand(tired, lost):
    """The slow store counts over what is usual, of which no more than half of it is got used to."""
    assert tiredness(tired, PARAMS) == pytest.approx(lost, abs=CLOSE)


def stores(fast, middle, slow, usual):
    """Give stores that are filled by these parts."""
    return Tired(0.25 * fast, 0.05 * middle, 0.06 * slow, 0.06 * usual)


@given(parts(), parts(), parts(), parts(), spans_days(), parts())
def test_recovery_in_two_steps_equals_one(fast, middle, slow, usual, days, share):
    """However a rest is cut, the stores end alike."""
    before = stores(fast, middle, slow, usual)
    first = days * share
    twice = recover(recover(before, first, PARAMS), days - first, PARAMS)
    assert twice == pytest.approx(recover(before, days, PARAMS), rel=1e-9, abs=CLOSE)


@given(parts(), parts(), parts(), parts(), spans_days(), spans_days())
def test_rest_never_tires(fast, middle, slow, usual, days, more):
    """More rest leaves no store of work fuller and no more capacity lost."""
    before = stores(fast, middle, slow, usual)
    some, longer = recover(before, days, PARAMS), recover(before, days + more, PARAMS)
    assert all(b <= a + CLOSE for a, b in zip(some[:3], longer[:3], strict=True))
    assert tiredness(longer, PARAMS) <= tiredness(some, PARAMS) + CLOSE
    assert tiredness(some, PARAMS) <= tiredness(before, PARAMS) + CLOSE


@given(parts(), parts(), parts(), parts(), parts(), parts())
def test_work_never_rests(fast, middle, slow, usual, one, other):
    """A set never empties a store, and a harder one tires no less."""
    before, (easy, hard) = stores(fast, middle, slow, usual), sorted((one, other))
    after_easy, after_hard = tire(before, easy, PARAMS), tire(before, hard, PARAMS)
    assert tiredness(before, PARAMS) <= tiredness(after_easy, PARAMS) + CLOSE
    assert tiredness(after_easy, PARAMS) <= tiredness(after_hard, PARAMS) + CLOSE


def test_floats_and_arrays_agree():
    """Stores, effort and gain are the same numbers for floats and for arrays."""
    x, y = (one.ravel() for one in np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 7)))

    def run(x, y):
        before = Tired(0.3 * x, 0.06 * y, 0.07 * x, 0.06 * y)
        gain = Gain(0.5 + x, 0.04 * y)
        old, new = belief(5.0 + x, 0.01 + y), belief(5.0 + y, 0.011 - 0.01 * x)
        return [
            *recover(before, y, PARAMS),
            *tire(before, x, PARAMS),
            effort(x - y, PARAMS),
            tiredness(before, PARAMS),
            *learn_gain(gain, 0.1 * x, old, new),
        ]

    together = run(x, y)
    for i in range(len(x)):
        alone = run(float(x[i]), float(y[i]))
        assert {type(one) for one in alone} == {float}
        row = [np.broadcast_to(one, x.shape)[i] for one in together]
        np.testing.assert_allclose(row, alone, rtol=1e-13, atol=1e-16)


# --- other lifts ---


def test_overlap_by_hand():
    """
    From the loads of the table: bench.curl = 0.68, curl.curl = 0.83, bench.bench = 1.94.

    Common are back and QL 0.1 x 0.1 each, grip 0.1 x 0.4, shoulders 0.6 x 0.1, arms 0.7 x 0.8.
    """
    assert overlap("bench_press", "curl") == pytest.approx(0.68 / 0.83, abs=CLOSE)
    assert overlap("curl", "bench_press") == pytest.approx(0.68 / 1.94, abs=CLOSE)


def test_overlap_with_itself_and_with_the_unknown():
    """A lift tires itself in full; what is not in the table nothing but itself."""
    assert overlap("squat", "squat") == overlap("Atlas stone", "Atlas stone") == 1.0
    assert overlap("Atlas stone", "squat") == overlap("squat", "Atlas stone") == 0.0


def test_another_lift_tires_in_part():
    """A bench press to failure takes half of 0.68 / 0.83 of its 0.13 from a curl, with no rest."""
    guard = lg.Guard(lg.Params(shared=0.5, fast_gain=0.1, middle_gain=0.02, slow_gain=0.01))
    done = lg.LoggedSet(lift="bench_press", at=BEGINNING, load_kg=80, reps=5, to_failure=True)
    state = guard.learn(guard.start(), done)
    taken = [
        known(state, lift, BEGINNING, guard.params, 0.0).condition.tired
        for lift in ("curl", "Atlas stone")
    ]
    assert taken == pytest.approx([0.5 * 0.68 / 0.83 * 0.13, 0.0], abs=CLOSE)


# --- how strongly work tires one athlete ---


def test_gain_by_hand():
    """A share of 0.04 x 0.05 / 0.01 = 0.2; 1 less 0.2 x 0.02, and 0.04 less 0.04 x 0.0036."""
    after = learn_gain(Gain(1.0, 0.04), 0.05, belief(5.0, 0.01), belief(5.02, 0.0064))
    assert after == pytest.approx((0.996, 0.039856), abs=CLOSE)
    weaker = learn_gain(Gain(1.0, 0.04), 0.05, belief(5.0, 0.01), belief(4.98, 0.0064))
    assert weaker.mean == pytest.approx(1.004, abs=CLOSE)


def test_gain_has_its_bounds():
    """Never below none; a wider belief after the set tells nothing; rested, nothing is learned."""
    low = learn_gain(Gain(0.1, 0.04), 0.05, belief(5.0, 0.01), belief(6.0, 0.0064))
    assert low.mean == 0.0
    assert learn_gain(Gain(1.0, 0.04), 0.05, belief(5.0, 0.01), belief(5.0, 0.3)).variance == 0.04
    assert learn_gain(Gain(1.2, 0.04), 0.0, belief(5.0, 0.01), belief(5.5, 0.005)) == (1.2, 0.04)
    assert usual_gain(PARAMS) == pytest.approx((1.0, 0.04), abs=CLOSE)


def test_misses_and_plain_sets_teach_no_gain():
    """Only a completed set of known effort tells how strongly work tires."""
    sets = [
        lg.LoggedSet(lift="squat", at=BEGINNING + timedelta(days=3 * n), load_kg=100, reps=3, rpe=9)
        for n in range(8)
    ]
    state = GUARD.replay(lg.History(sets)).state
    at = state.at + timedelta(minutes=2)
    for fields in ({}, {"missed": True}, {"kind": "warmup", "rpe": 6}, {"kind": "drop", "rpe": 9}):
        done = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=3, **fields)
        assert GUARD.learn(state, done).gain == state.gain
    rated = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=3, rpe=8)
    assert GUARD.learn(state, rated).gain != state.gain


# --- what a set has to bear ---


def test_fatigue_and_its_doubt_by_hand():
    """0.05 of usual strength, in who tires 1.2 times as much: 0.06, and 0.04 x 0.05^2."""
    bears = burden(Condition(tired=0.05, gain=Gain(1.2, 0.04)), 5.0, None, PARAMS)
    assert bears == pytest.approx((0.06, 0.0001, 0.0, 0.0), abs=CLOSE)
    assert burden(RESTED, 5.0, None, PARAMS) == NO_BURDEN


def fill(cost):
    """Give what of a cost fits under 0.05."""
    return 0.05 * (1.0 - math.exp(-cost / 0.05))


@pytest.mark.parametrize(
    ("fields", "cost"),
    [
        ({"cold": 1.0}, 0.005),
        ({"step_from": 4.5}, 0.1 * 0.25),  # half a log kg less the usual quarter
        ({"step_from": 4.75}, 0.0),
        ({"noted": Noted(creep=0.5)}, 0.005),
        ({"noted": Noted(morning=0.5)}, 0.005),
        ({"noted": Noted(unready=0.5)}, 0.01),
        ({"cold": 1.0, "step_from": 4.5, "noted": Noted(0.5, 0.5, 0.5)}, 0.05),
    ],
)
def test_readiness_by_hand(fields, cost):
    """Each lack costs its part, for a set of e^5 kg; what is not recorded costs nothing."""
    bears = burden(Condition(**fields), 5.0, None, PARAMS)
    assert bears.readiness == pytest.approx(fill(cost), abs=CLOSE)


def test_speed_by_hand():
    """At e times the usual 0.4 m/s, 0.7 beyond what is usual: 0.035; with no usual, nothing."""
    speeds = ((5.0, 0.4), (5.0, 0.4), (5.0, 0.4))
    quick = burden(Condition(speeds=speeds), 5.0, 0.4 * math.e, PARAMS)
    assert quick.speed == pytest.approx(fill(0.035), abs=CLOSE)
    assert burden(Condition(speeds=speeds[:2]), 5.0, 9.0, PARAMS).speed == 0.0
    assert burden(Condition(speeds=speeds), 5.0, None, PARAMS).speed == 0.0


# --- through the front door ---


@given(scenes() | working_scenes(), gaps_s())
def test_more_rest_never_adds_fatigue(scene, more_s):
    """The later the set, the less fatigue takes from it, whatever the log."""
    soon, late = (
        GUARD.forecast(scene.state, scene.planned, at=at).parts
        for at in (scene.at, scene.at + timedelta(seconds=more_s))
    )
    assert soon is None or late.fatigue <= soon.fatigue + CLOSE


@given(working_scenes(), gaps_s(), gaps_s())
def test_more_noted_rest_never_adds_fatigue(scene, one, other):
    """The same where the rest before the set is noted."""
    short, long = (
        known(scene.state, scene.planned.lift, moment(scene.at), GUARD.params, float(rest))
        for rest in sorted((one, other))
    )
    assert long.condition.tired <= short.condition.tired + CLOSE


@pytest.mark.parametrize("days", [1.0, 3.0])
def test_work_of_days_ago_still_counts(days):
    """A set at the limit leaves 0.01 e^-t of the slow store after t days, none of it usual yet."""
    guard = lg.Guard(attrs.evolve(PARAMS, usual_most=0.0))
    done = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=3, to_failure=True)
    state = guard.learn(guard.start(), done)
    taken = known(state, "squat", BEGINNING + timedelta(days=days), guard.params).condition.tired
    # the middle store is empty by then
    assert taken == pytest.approx(0.01 * math.exp(-days), abs=CLOSE)


def test_tired_regions_by_hand():
    """A leg press to failure takes 0.13 from who trains nothing else: all of it from the thighs."""
    guard = lg.Guard(PARAMS)
    done = lg.LoggedSet(lift="leg_press", at=BEGINNING, load_kg=200, reps=5, to_failure=True)
    regions = tired_regions(guard.learn(guard.start(), done), BEGINNING, PARAMS)
    # the loads of the table: 1, 0.6, 0.3, 0.1 and 0.1
    assert list(regions)[:3] == ["quadriceps", "glutes", "hamstrings"]
    assert regions == pytest.approx(
        {
            "quadriceps": 0.13,
            "glutes": 0.078,
            "hamstrings": 0.039,
            "erector_spinae": 0.013,
            "quadratus_lumborum": 0.013,
        },
        abs=CLOSE,
    )


def test_a_set_done_tired_shows_more():
    """Of two like sets to failure, the one after four others leaves a higher capacity."""
    sets = [
        lg.LoggedSet(
            lift="squat", at=BEGINNING + timedelta(days=3 * n), load_kg=100, reps=1, to_failure=True
        )
        for n in range(12)
    ]
    state = GUARD.replay(lg.History(sets)).state
    at = state.at + timedelta(days=3)
    work = [
        lg.LoggedSet(
            lift="leg_press", at=at - timedelta(minutes=2 * n), load_kg=150, reps=5, to_failure=True
        )
        for n in range(4, 0, -1)
    ]
    last = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=1, to_failure=True)
    fresh, tired = (
        GUARD.replay(lg.History([*before, last]), start=state).state.lifts["squat"].belief
        for before in ((), work)
    )
    assert tired.habit + tired.form > fresh.habit + fresh.form + 1e-3
