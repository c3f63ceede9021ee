"""What is said to be left: hand arithmetic, the slope, and what no report changes."""

import math
from datetime import datetime, timedelta

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import GUARD, scenes, trained_scenes, working_scenes

import liftguard as lg
from liftguard.model.learn import expect
from liftguard.model.reports import NO_REPORTS, Reports, left_by_reports, with_report
from liftguard.model.standing import stand

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    reps_slope=0.042, reps_power=0.8, curve_sd=0.17, session_days=0.25,
    said_kept=8.0, said_most=5.0, said_first=1.2, said_first_usual=0.63,
    said_later=-0.25, said_later_usual=0.15, said_later_last=0.72,
    said_spread=0.75, said_even=0.006, said_curve_sds=3.0, said_range=0.03,
)  # fmt: skip
FIVES = Reports(0.0, (math.log(100.0),) * 3, (5.0,) * 3, (1.0, 2.0, 3.0))
SAME = FIVES._replace(left=(2.0,) * 3)
LATER_S, NEXT_S = 240.0, 3.0 * 86400.0
START = datetime(2026, 1, 5, 18)


def left(reports, load_kg=100.0, reps=5.0, now_s=NEXT_S):
    """Give what is expected to be left of a set, by the usual curve."""
    return left_by_reports(reports, now_s, math.log(load_kg), reps, 0.0, PARAMS)


def test_the_first_set_of_a_session_by_hand():
    """
    Said were 1, 2 and 3, median 2: others leave 1.2 + 0.63 x 2 = 2.46.

    The variance is 2/3, so 0.6667 / (0.6667 + 0.5625) = 0.54237 of the way: 2 + 0.54237 x 0.46.
    """
    assert left(FIVES) == pytest.approx(2.24949, abs=1e-5)


def test_a_later_set_by_hand():
    """Last was 3: others leave -0.25 + 0.15 x 2 + 0.72 x 3 = 2.21, and 3 - 0.54237 x 0.79."""
    assert left(FIVES, now_s=LATER_S) == pytest.approx(2.57153, abs=1e-5)


def test_who_always_says_the_same_is_taken_at_their_word():
    assert left(SAME) == left(SAME, now_s=LATER_S) == 2.0


def test_the_own_line_by_hand():
    """
    Fives at log loads .05 either side of 4.6, 3 left of the lighter and 1 of the heavier.

    Sums of products -0.1 and of squares 0.005: 0.1 / (0.005 + 0.006) = 9.0909 for each unit of
    log. Variance 1, 1 / 1.5625 = 0.64 of the way from 2 to 2.46: 2.2944 in the middle, and
    9.0909 x 0.025 less at 4.625.
    """
    reports = Reports(0.0, (4.55, 4.65), (5.0, 5.0), (3.0, 1.0))
    assert left(reports, math.exp(4.6)) == pytest.approx(2.2944, abs=1e-4)
    assert left(reports, math.exp(4.625)) == pytest.approx(2.2944 - 0.22727, abs=1e-4)


@pytest.mark.parametrize(
    ("load_kg", "expected"), [(110.0, -2.1072), (90.0, 7.9956), (102.5, 1.6564)]
)
def test_away_from_the_usual_load_by_hand(load_kg, expected):
    """
    After fives at 100 kg with two left: c(7) = ln(1 + 0.042 x 6^0.8) = 0.162207 of room.

    110 kg take ln 1.1 = 0.095310 of it: (e^0.066897 - 1) / 0.042 = 1.64726, to the power of 1.25
    1.86624; one more goes up, so -2.13376 are left of five. What was said weighs
    exp(-(0.09531 / 0.03)^2 / 2) = 0.00643. 90 kg give 0.105361: 8.0082 left, 0.0021. 102.5 kg take
    0.024693: 0.80425 left, 0.71267.
    """
    assert left(SAME, load_kg) == pytest.approx(expected, abs=1e-4)


def test_more_repetitions_of_the_same_load_by_hand():
    """
    Eight instead of five ask for c(8) - c(5) = 0.181670 - 0.119843 = 0.061827 more.

    Of c(10) = 0.217995 that leaves 0.156168: 1 + 5.69990 go up, -1.30010 are left, near the -1 of
    plain counting. What was said weighs exp(-(0.061827 / 0.03)^2 / 2) = 0.11959.
    """
    assert left(SAME, 100.0, 8.0) == pytest.approx(-0.9054, abs=1e-4)


def test_load_traded_for_repetitions_by_hand():
    """
    97 kg instead of 100 are 0.030459 less, of the 0.061827 that eight ask for more.

    That is 0.031368 outside, less 3 x 0.17 of the 0.030459 that were traded: 0.015834, and a
    weight of 0.86998. The curve: 0.217995 - 0.031368 = 0.186627, 4.88519, 7.26288, so 0.26288.
    """
    expected = 0.86998 * 2.0 + 0.13002 * 0.26288
    assert left(SAME, 97.0, 8.0) == pytest.approx(expected, abs=1e-4)


def test_the_last_eight_are_kept_and_no_guesses():
    """Six left is a guess; 4.60517 is kept as 4.605."""
    reports = NO_REPORTS
    for n in range(10):
        reports = with_report(reports, float(n), math.log(100.0), 5.0, float(n % 5), PARAMS)
    assert reports == Reports(9.0, (4.605,) * 8, (5.0,) * 8, (2, 3, 4, 0, 1, 2, 3, 4))
    assert with_report(reports, 11.0, 4.0, 5.0, 6.0, PARAMS) is reports


# --- through the front door ---


def trained(load_kg=100.0, reps=5, weeks=8, **fields):
    """Give somebody who has done three sets a week, all alike."""
    state = GUARD.start()
    for n in range(3 * weeks):
        at = START + timedelta(weeks=n // 3, minutes=5 * (n % 3))
        done = lg.LoggedSet(lift="squat", at=at, load_kg=load_kg, reps=reps, **fields)
        state = GUARD.learn(state, done)
    return state, START + timedelta(weeks=weeks)


def forecast(state, at, load_kg=100.0, reps=5, **fields):
    planned = lg.PlannedSet(lift="squat", load_kg=load_kg, reps=reps, **fields)
    return GUARD.forecast(state, planned, at=at)


@pytest.mark.parametrize("reps", [1, 3, 5, 8, 12])
@pytest.mark.parametrize("rpe", [6.5, 7.5, 8.0, 9.0, 9.5])
@pytest.mark.parametrize("share", [0.9, 1.1])
def test_a_tenth_of_load_moves_the_expectation_by_the_curve(reps, rpe, share):
    """
    Within 20 % of c^-1(c(n + left) - ln share) - n, and at the usual load what is usually said.

    No more than all repetitions can be lacking, and none where the set is CLEAR.
    """
    state, at = trained(100.0, reps, rpe=rpe)
    curve = state.lifts["squat"].belief.curve
    k, a, usual = GUARD.params.reps_slope * math.exp(curve), GUARD.params.reps_power, 10.0 - rpe
    over = (1.0 + k * (reps + usual - 1.0) ** a) / share - 1.0
    possible = 1.0 + (over / k) ** (1.0 / a) if over > 0.0 else 1.0 + over / k
    found = forecast(state, at, 100.0 * share, reps)
    least = 0.0 if found.p_beyond < GUARD.policy.caution else -float(reps)
    by_curve = max(possible - reps, least)
    assert forecast(state, at, 100.0, reps).expected_rir == pytest.approx(usual, abs=0.05)
    assert found.expected_rir - usual == pytest.approx(by_curve - usual, rel=0.2)


def test_nothing_is_expected_where_nothing_is_known():
    """None of a lift without sets, nor after one; a number once its effort, or enough, is known."""
    assert forecast(GUARD.start(), START).expected_rir is None
    once = lg.LoggedSet(lift="squat", at=START, load_kg=100.0, reps=5)
    at = START + timedelta(days=3)
    assert forecast(GUARD.learn(GUARD.start(), once), at).expected_rir is None
    rated = GUARD.learn(GUARD.start(), attrs.evolve(once, rpe=8.0))
    assert forecast(rated, at).expected_rir == pytest.approx(2.0, abs=0.01)
    state, at = trained(weeks=16)
    assert forecast(state, at).expected_rir > 0.0


def test_effort_that_is_never_noted_leaves_physics_alone():
    """What the belief leaves after the set, in repetitions as people count them: over 1.25."""
    state, at = trained(weeks=16)
    found = forecast(state, at)
    parts, curve = found.parts, state.lifts["squat"].belief.curve
    k, a = GUARD.params.reps_slope * math.exp(curve), GUARD.params.reps_power
    room = math.log(found.capacity.middle_kg) - math.log(100.0) - parts.readiness
    possible = 1.0 + ((math.exp(room) - 1.0) / k) ** (1.0 / a)
    assert found.expected_rir == pytest.approx((possible - 5.0) / GUARD.params.rir_scale, rel=1e-6)


def test_what_is_said_of_other_lifts_counts_before_a_lift_has_reports():
    """Two is always said of the squat: 1.2 + 0.63 x 2 = 2.46 of a bench press near its limit."""
    state, at = trained(rpe=8.0)
    for n in range(24):
        done = lg.LoggedSet(lift="bench_press", at=at + timedelta(days=n), load_kg=80.0, reps=5)
        state = GUARD.learn(state, done)
    plan = lg.PlannedSet(lift="bench_press", load_kg=80.0, reps=5)
    at += timedelta(days=25)
    alone = attrs.evolve(
        state, lifts={key: one._replace(reports=NO_REPORTS) for key, one in state.lifts.items()}
    )
    told, untold = (GUARD.forecast(one, plan, at=at).expected_rir for one in (state, alone))
    assert abs(told - 2.46) < abs(untold - 2.46)


def test_after_time_off_less_is_expected_of_the_usual_load():
    state, at = trained(rpe=8.0)
    away = [forecast(state, at + timedelta(weeks=n)).expected_rir for n in (0, 4, 8, 12)]
    assert away == sorted(away, reverse=True)
    assert away[-1] < away[0] - 1.0


def test_a_session_begins_anew():
    """After 7, 8 and 9, the next set is told by the last; the next session by what is usual."""
    state, at = GUARD.start(), START
    for n in range(9):
        at = START + timedelta(days=3 * (n // 3), minutes=4 * (n % 3))
        done = lg.LoggedSet(lift="squat", at=at, load_kg=100.0, reps=5, rpe=7.0 + n % 3)
        state = GUARD.learn(state, done)
    now, next_time = at + timedelta(minutes=4), at + timedelta(days=3)
    assert forecast(state, now).expected_rir < 1.5 < forecast(state, next_time).expected_rir


@given(scenes() | trained_scenes() | working_scenes())
def test_a_clear_set_leaves_no_less_than_nothing(scene):
    """Never below 0 for a plan called CLEAR, and never fewer than all its repetitions lacking."""
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    found = GUARD.forecast(scene.state, scene.planned, at=scene.at).expected_rir
    assume(found is not None)
    assert -scene.planned.reps <= found <= 30.0
    assert found >= 0.0 or verdict.level != lg.Level.CLEAR


@given(scenes() | trained_scenes() | working_scenes(), st.floats(0.0, 300.0), st.integers(0, 40))
def test_more_never_leaves_more(scene, more_kg, more_reps):
    """More load, more repetitions or both never raise what is expected to be left."""
    planned = scene.planned
    harder = attrs.evolve(planned, load_kg=planned.load_kg + more_kg, reps=planned.reps + more_reps)
    before = GUARD.forecast(scene.state, planned, at=scene.at).expected_rir
    after = GUARD.forecast(scene.state, harder, at=scene.at).expected_rir
    assert (before is None) == (after is None)
    assert before is None or after <= before + 1e-9


@given(
    st.lists(
        st.tuples(
            st.floats(3.0, 5.5), st.integers(1, 20), st.integers(0, 10).map(lambda n: n / 2.0)
        ),
        min_size=1,
        max_size=8,
    ),
    st.floats(2.0, 6.0),
    st.floats(0.0, 1.0),
    st.integers(1, 20),
    st.integers(0, 10),
    st.sampled_from([LATER_S, NEXT_S]),
)
def test_more_never_leaves_more_whatever_was_said(rows, load, more_log, reps, more_reps, now_s):
    """The same in the formula, where anything may have been said of anything."""
    reports = Reports(0.0, *(tuple(map(float, column)) for column in zip(*rows, strict=True)))
    easy = left_by_reports(reports, now_s, load, float(reps), 0.0, PARAMS)
    more, many = load + more_log, float(reps + more_reps)
    assert left_by_reports(reports, now_s, more, many, 0.0, PARAMS) <= easy + 1e-9


@given(trained_scenes())
def test_reports_move_no_probability(scene):
    """What is kept of reports is read for the reserve alone."""
    lifts = {key: one._replace(reports=NO_REPORTS) for key, one in scene.state.lifts.items()}
    untold = attrs.evolve(scene.state, lifts=lifts)
    told, other = (
        GUARD.forecast(state, scene.planned, at=scene.at) for state in (scene.state, untold)
    )
    assert attrs.evolve(told, expected_rir=None) == attrs.evolve(other, expected_rir=None)


def test_a_plan_walked_forward_keeps_what_was_said():
    """A planned set that was not done tells nothing of what will be said."""
    state, at = trained(rpe=8.0)
    planned = lg.PlannedSet(lift="squat", load_kg=100.0, reps=5, rpe=9.0)
    walked = expect(state, planned, at, stand(state, "squat", at, GUARD.params), GUARD.params)
    assert walked.lifts["squat"].reports == state.lifts["squat"].reports
