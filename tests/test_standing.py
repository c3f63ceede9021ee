"""One lift at one moment: its one clock, what today takes from it, and a ramp taken as done."""

import math
from datetime import timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from standings import in_session, rested
from strategies import BEGINNING, GUARD, beliefs, free_beliefs, logs, working_scenes

import liftguard as lg
from liftguard.lifts import PATTERNS, REGIONS
from liftguard.model.capacity import advance, capacity
from liftguard.model.diary import Noted
from liftguard.model.experience import NOTHING_DONE, Calibration
from liftguard.model.fatigability import Fatigability
from liftguard.model.fatigue import (
    RESTED_REGIONS,
    Regions,
    Tired,
    kept_after,
    recover,
)
from liftguard.model.session import NO_RAMP, Ramp, Session, is_logged, pass_to
from liftguard.model.standing import NO_LOSSES, Told, arrive, losses, region_fatigue, stand
from liftguard.model.state import Body, LiftState, moment
from liftguard.model.traits import traits_of

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    shared=0.5,
    fast_minutes=1.5,
    fast_per_set=0.1,
    fast_most=0.25,
    middle_minutes=20.0,
    middle_per_set=0.02,
    middle_most=0.05,
    slow_hours=24.0,
    slow_per_set=0.01,
    slow_most=0.06,
    volume_per_rep=0.03,
    usual_days=7.0,
    usual_most=0.5,
    fatigability_sd=0.2,
    set_minutes=1.0,
    typical_rest_minutes=3.0,
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
DAY_S = 86_400.0


def later(**passed):
    return BEGINNING + timedelta(**passed)


def failure(lift, minutes=0.0, **fields):
    at = later(minutes=minutes)
    return lg.LoggedSet(lift=lift, at=at, load_kg=100, reps=5, to_failure=True, **fields)


def learned(*entries, params=PARAMS):
    return lg.Guard(params).replay(lg.History(entries)).state


# --- what a set loses ---


def test_fatigue_and_its_doubt_by_hand():
    """0.05 of usual strength, in who tires 1.2 times as much: 0.06, and 0.04 x 0.05^2."""
    here = rested()
    told = {"tired": 0.05, "fatigability": Fatigability(1.2, 0.04)}
    lost = losses(here._replace(**told), 5.0, None, PARAMS)
    assert lost == pytest.approx((0.06, 0.0001, 0.0, 0.0), abs=CLOSE)
    assert losses(rested(), 5.0, None, PARAMS) == NO_LOSSES


def test_capacity_now_by_hand():
    """The same 0.06 off the middle, and 0.0001 more of variance."""
    here = rested()
    told = {"tired": 0.05, "fatigability": Fatigability(1.2, 0.04)}
    mean, variance = capacity(here.belief)
    tired = here._replace(**told).capacity
    assert tired == pytest.approx((mean - 0.06, variance + 0.0001), abs=CLOSE)


def fill(cost):
    """Give what of a cost fits under 0.05."""
    return 0.05 * (1.0 - math.exp(-cost / 0.05))


def led_up_to(load):
    """Give the ramp of who writes ramps down and has just moved that much. [log kg]"""
    return Ramp(load, load, load, 1.0, 1.0)


@pytest.mark.parametrize(
    ("warmth", "ramp", "noted", "cost"),
    [
        (0.0, NO_RAMP, Noted(), 0.005),
        (0.5, NO_RAMP, Noted(), 0.0025),
        (1.0, led_up_to(4.5), Noted(), 0.1 * 0.25),  # half a log kg less the usual quarter
        (1.0, led_up_to(4.75), Noted(), 0.0),
        (1.0, NO_RAMP, Noted(creep=0.5), 0.005),
        (1.0, NO_RAMP, Noted(morning=0.5), 0.005),
        (1.0, NO_RAMP, Noted(unready=0.5), 0.01),
        (0.0, led_up_to(4.5), Noted(0.5, 0.5, 0.5), 0.05),
    ],
)
def test_readiness_by_hand(warmth, ramp, noted, cost):
    """Each lack costs its part, for a set of e^5 kg; what is not recorded costs nothing."""
    here = in_session(rested(ramp=ramp), warmth)._replace(told=Told(noted=noted))
    lost = losses(here, 5.0, None, PARAMS)
    assert lost.readiness == pytest.approx(fill(cost), abs=CLOSE)


def test_speed_by_hand():
    """At e times the usual 0.4 m/s, 0.7 beyond what is usual: 0.035; with no usual, nothing."""
    speeds = ((5.0, 0.4), (5.0, 0.4), (5.0, 0.4))
    quick = losses(rested(speeds=speeds), 5.0, 0.4 * math.e, PARAMS)
    assert quick.speed == pytest.approx(fill(0.035), abs=CLOSE)
    assert losses(rested(speeds=speeds[:2]), 5.0, 9.0, PARAMS).speed == 0.0
    assert losses(rested(speeds=speeds), 5.0, None, PARAMS).speed == 0.0


# --- what is recorded of being ready ---


@pytest.mark.parametrize(
    ("session", "ramp", "cold"),
    [
        ({"in_a_row": 1.0, "exact": 1.0}, NO_RAMP, 0.7),  # a pause is seen to cool
        ({"in_a_row": 1.0, "exact": 0.0}, NO_RAMP, None),
        ({"in_a_row": 0.0, "exact": 1.0}, NO_RAMP, None),
        ({"in_a_row": 0.0, "exact": 0.0}, led_up_to(4.5), 0.7),  # a ramp would be recorded
    ],
)
def test_when_coldness_is_known(session, ramp, cold):
    """In a session whose times are known, and of who writes ramps down: 1 less warmth."""
    here = in_session(rested(ramp=ramp), 0.3)
    found = here._replace(session=here.session._replace(**session)).cold(PARAMS)
    assert found is cold is None or found == pytest.approx(cold, abs=CLOSE)


def test_a_ramp_taken_as_done_is_warm_and_a_step_from_all():
    """
    Neither cold nor the step cost anything then; what was noted does as before.

    So it is where it is said, and where nothing is said before the first set of another session.
    """
    cold = in_session(rested(ramp=led_up_to(3.0)), 0.0)._replace(
        told=Told(noted=Noted(morning=0.5))
    )
    said, bare = (cold._replace(told=cold.told._replace(ramped=one)) for one in (True, False))
    first, without = cold._replace(days=1.0), bare._replace(days=1.0)
    for here in (cold, bare, without):
        assert (here.cold(PARAMS), here.step_from(PARAMS)) == (1.0, 3.0)
    for here in (said, first):
        assert (here.cold(PARAMS), here.step_from(PARAMS)) == (0.0, math.inf)
        assert losses(here, 5.0, None, PARAMS).readiness == pytest.approx(fill(0.005), abs=CLOSE)


def test_only_who_writes_ramps_down_has_them_taken_as_done():
    """For anybody else nothing is known of a ramp, whatever is asked."""
    here = rested(ramp=Ramp(4.0, 5.0, 4.0, 0.4, 10.0))
    assert here.step_from(PARAMS) is None
    state = learned(*(failure("squat", 4320 * n) for n in range(4)))
    at = state.at + timedelta(days=3)
    found = [stand(state, "squat", at, PARAMS, ramped=one) for one in (None, False, True)]
    for here in found:
        assert not here.ramped(PARAMS)
        assert (here.cold(PARAMS), here.step_from(PARAMS)) == (None, None)
        assert losses(here, 5.0, None, PARAMS) == losses(found[0], 5.0, None, PARAMS)


@given(working_scenes())
def test_a_ramp_taken_as_done_changes_readiness_alone(scene):
    """Belief, fatigue, rest and notes stay: what it tires is too little to count."""
    lift, at = scene.planned.lift, moment(scene.at)
    unsaid, bare, ramped = (
        stand(scene.state, lift, at, GUARD.params, ramped=one) for one in (None, False, True)
    )
    assert ramped._replace(told=bare.told) == unsaid._replace(told=bare.told) == bare
    logged = is_logged(bare.one.ramp)
    begins = bare.days > GUARD.params.session_days
    found = [bool(here.ramped(GUARD.params)) for here in (unsaid, bare, ramped)]
    assert found == [logged and begins, False, logged]
    if logged:
        assert (ramped.cold(GUARD.params), ramped.step_from(GUARD.params)) == (0.0, math.inf)


# --- one clock ---


def test_a_moment_after_a_set_by_hand():
    """
    The belief, the own fatigue and the regions fade by the same minutes of the same clock.

    A squat known to the session only is done, then a leg press: three minutes later by the clock,
    though the log has one moment for both. The next squat, at that moment, begins at six.
    """
    state = learned(
        failure("squat", at_known_to="session"), failure("leg_press", at_known_to="session")
    )
    squat, press = state.lifts["squat"], state.lifts["leg_press"]
    assert (squat.clock_s, press.clock_s, state.body.session.clock_s) == (0.0, 180.0, 180.0)
    here = stand(state, "squat", BEGINNING, PARAMS)
    assert here.one.clock_s == here.session.clock_s == 360.0
    assert (here.rest_s, here.days) == (180.0, 360.0 / DAY_S)
    assert here.belief == advance(squat.belief, 360.0 / DAY_S, 0.0, PARAMS)
    assert here.belief.idle == squat.belief.idle + 360.0 / DAY_S
    assert here.one.tired == recover(squat.tired, kept_after(360.0 / DAY_S, PARAMS))
    kept = kept_after(180.0 / DAY_S, PARAMS)
    assert (here.regions, here.kept) == (state.body.regions, kept)
    assert here.session == pass_to(state.body.session, 360.0, PARAMS)


@given(logs(others=False), st.sampled_from(["session", "day"]))
def test_a_log_of_sessions_is_one_with_typical_rests(entries, known_to):
    """
    Sets of one moment, known to the session, leave what sets three minutes apart leave.

    Only times that are known tell of a body that has cooled, so that it costs nothing here.
    """
    params = attrs.evolve(PARAMS, cold_cost=0.0)
    sets = [one for one in entries if isinstance(one, lg.LoggedSet) and (one.reps or one.missed)]
    day = [attrs.evolve(one, at=BEGINNING, at_known_to=known_to) for one in sets]
    apart = [attrs.evolve(one, at=later(minutes=3 * n)) for n, one in enumerate(sets)]
    one, other = (learned(*rows, params=params) for rows in (day, apart))
    assert one.body._replace(session=one.body.session._replace(exact=1.0)) == (
        other.body if sets else one.body
    )
    for lift, left in other.lifts.items():
        assert one.lifts[lift]._replace(bests=()) == left._replace(bests=())


@given(logs(most=4), st.floats(0.0, 40.0))
def test_what_is_asked_for_does_not_matter_to_the_clock(entries, days):
    """Every lift of an athlete, known or not, stands at one moment in one body."""
    state = GUARD.replay(lg.History(entries)).state
    at = (state.at or BEGINNING) + timedelta(days=days)
    found = [stand(state, lift, at, GUARD.params) for lift in (*state.lifts, "curl", "Zorblax")]
    assert len({here.one.clock_s for here in found}) == 1
    assert all(here[1:7] == found[0][1:7] for here in found)
    assert all(here.rest_s == found[0].rest_s for here in found)


def test_a_lift_without_sets_is_as_tired_as_its_regions():
    """Half of what they hold for it; nothing of its own, and no days since any set."""
    state = learned(failure("bench_press"))
    here = stand(state, "curl", BEGINNING, PARAMS, 0.0)
    assert (here.days_since, here.sets, here.days) == (None, 0, 0.0)
    assert here.stores.fast == pytest.approx(0.5 * 0.1 * 0.68 / 0.83, abs=CLOSE)
    assert stand(state, "bench_press", BEGINNING, PARAMS, 0.0).days_since == 0.0


# --- how tired each region is ---


def test_region_fatigue_by_hand():
    """
    A leg press to failure takes 0.1315 from who trains nothing else: all of it from the thighs.

    0.1 + 0.02 at once, and for days 0.01 (1 + 0.03 x 5), as its five repetitions count as well.
    """
    found = region_fatigue(learned(failure("leg_press")), BEGINNING, PARAMS)
    # the loads of the table: 1, 0.6, 0.3, 0.1 and 0.1
    assert list(found)[:3] == ["quadriceps", "glutes", "hamstrings"]
    assert found == pytest.approx(
        dict.fromkeys(REGIONS, 0.0)
        | {
            "quadriceps": 0.1315,
            "glutes": 0.0789,
            "hamstrings": 0.03945,
            "erector_spinae": 0.01315,
            "quadratus_lumborum": 0.01315,
        },
        abs=CLOSE,
    )


def test_region_fatigue_fades_by_hand():
    """
    A minute and a half later the fast part is 1/e; in who tires half as much, half of it.

    Quadriceps: 0.1 / e + 0.02 e^(-0.075) + 0.0115 e^(-1/960), less half of nothing usual.
    """
    params = attrs.evolve(PARAMS, usual_most=0.0)
    state = learned(failure("leg_press"), params=params)
    at = later(seconds=90)
    expected = 0.1 / math.e + 0.02 * math.exp(-0.075) + 0.0115 * math.exp(-1.0 / 960.0)
    found = region_fatigue(state, at, params)
    assert found["quadriceps"] == pytest.approx(expected, abs=CLOSE)
    assert found["glutes"] == pytest.approx(0.6 * expected, abs=CLOSE)
    weaker = attrs.evolve(state, body=state.body._replace(fatigability=Fatigability(0.5, 0.01)))
    half = region_fatigue(weaker, at, params)
    assert half == pytest.approx({region: 0.5 * one for region, one in found.items()}, abs=CLOSE)
    here = stand(weaker, "curl", at, params)
    assert dict(zip(REGIONS, here.tired_regions(params), strict=True)) == half


def test_without_sets_no_region_is_told_of():
    """Before any set there is nothing to tell; work that no table knows tires none."""
    assert region_fatigue(GUARD.start(), BEGINNING, GUARD.params) == {}
    unknown = learned(failure("Atlas stone"))
    assert region_fatigue(unknown, BEGINNING, PARAMS) == dict.fromkeys(REGIONS, 0.0)


@given(working_scenes())
def test_every_region_is_told_of_the_most_tired_first(scene):
    found = region_fatigue(scene.state, moment(scene.at), GUARD.params)
    assert sorted(found) == sorted(REGIONS)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert min(found.values()) >= -CLOSE


# --- the sum of it, by hand ---


@pytest.mark.parametrize("days", [1.0, 3.0])
def test_work_of_days_ago_still_counts(days):
    """
    A five at the limit leaves 0.0115 e^-t of the slow store after t days, none of it usual yet.

    0.01 for the limit, and 0.01 x 0.03 for each repetition.
    """
    params = attrs.evolve(PARAMS, usual_most=0.0)
    state = learned(failure("squat"), params=params)
    taken = stand(state, "squat", later(days=days), params).tired
    # the middle store is empty by then
    assert taken == pytest.approx(0.0115 * math.exp(-days), abs=CLOSE)


def test_one_pattern_over_and_over_counts_for_its_own():
    """
    What a squat has built up costs squats and leg presses, and no deadlift.

    One set builds up 1 - e^(-1 / 9.4) of it, and all of it would cost 0.01.
    """
    params = attrs.evolve(PARAMS, monotony_cost=0.01, monotony_minutes=9.4)
    state = learned(failure("squat"), params=params)
    for lift, built in (("squat", 1.0), ("leg_press", 1.0), ("deadlift", 0.0)):
        here = stand(state, lift, BEGINNING, params, 0.0)
        without = stand(state, lift, BEGINNING, attrs.evolve(params, monotony_cost=0.0), 0.0)
        cost = 0.01 * (1.0 - math.exp(-1.0 / 9.4)) * built
        assert here.tired - without.tired == pytest.approx(cost, abs=CLOSE)


# --- floats and arrays ---

PATTERN_OF = {lift: traits_of(lift) for lift in ("squat", "leg_press", "curl", "Atlas stone")}


@st.composite
def arrivals(draw):
    """Draw a body, a lift of it, its traits, and how long after the last set it is looked at."""
    part = st.sampled_from([0.0, 0.3, 1.0])
    regions = Regions(
        *(tuple(most * draw(part) for _ in RESTED_REGIONS[0]) for most in (0.25, 0.05, 0.06, 0.03))
    )
    clock_s = draw(st.sampled_from([-1e12, 0.0, 4000.0, 3e7]))
    session = Session(
        clock_s,
        draw(st.sampled_from([0.0, 1.0])),
        draw(part),
        draw(st.sampled_from([-1.0, float(PATTERNS.index("squat")), 3.0])),
        draw(st.sampled_from([0.0, 4.0])),
        draw(part),
    )
    own = Calibration(*(draw(part) - 0.3 for _ in range(4)), *[0.04] * 4, clock_s, draw(part))
    fading = draw(st.sampled_from([1.0, 2.0]))
    body = Body(session, regions, Fatigability(0.5 + draw(part), 0.04), own, fading)
    one = LiftState(
        max(clock_s, 0.0) - draw(st.sampled_from([0.0, 600.0, 1e6])),
        7.0,
        draw(free_beliefs() | beliefs()),
        math.nan,
        Tired(*(most * draw(part) for most in (0.25, 0.05, 0.06, 0.03))),
        Ramp(4.0, 5.0, 4.2, draw(part), 3.0),
        NOTHING_DONE,
    )
    traits = PATTERN_OF[draw(st.sampled_from(sorted(PATTERN_OF)))]
    gap_s = draw(st.sampled_from([0.0, 60.0, 3600.0, 30_000.0, 5e6]))
    return body, one, traits, max(clock_s, 0.0) + gap_s


def leaves(value):
    """List the numbers or arrays of nested tuples."""
    if isinstance(value, tuple):
        return [leaf for one in value for leaf in leaves(one)]
    return [value]


def stacked(rows):
    """Make arrays of the numbers of like tuples, in the same nesting."""
    if isinstance(rows[0], tuple):
        parts = [stacked(ones) for ones in zip(*rows, strict=True)]
        kind = type(rows[0])
        return kind(*parts) if hasattr(kind, "_fields") else tuple(parts)
    return np.array(rows, dtype=np.float64)


@given(st.lists(arrivals(), min_size=1, max_size=6))
def test_floats_and_arrays_arrive_alike(rows):
    """What `arrive` gives of many lifts in arrays is what it gives of each."""
    together = arrive(*stacked(rows), GUARD.params)
    for i, row in enumerate(rows):
        alone = leaves(arrive(*row, GUARD.params)[:-1])
        assert {type(one) for one in alone} == {float}
        found = [np.broadcast_to(one, len(rows))[i] for one in leaves(together[:-1])]
        np.testing.assert_allclose(found, alone, rtol=1e-13, atol=1e-15)
