"""What is scored: tiny histories whose cases are counted by hand."""

from datetime import datetime, timedelta

import numpy as np
import pytest
import strategies as own
from hypothesis import given

import liftguard as lg
from liftguard.evaluation import scored_sets
from liftguard.evaluation.barbell_lifts import BARBELL_LIFTS
from liftguard.evaluation.folder import Lifter
from liftguard.evaluation.lifter_cases import lifter_cases
from liftguard.evaluation.scored_sets import failures_of, known_plans_of, plans_of, singles_of
from liftguard.model.forecast import p_beyond

GUARD = lg.Guard()
START = datetime(2026, 1, 5, 18)


def done(day, load_kg, reps, lift="deadlift", **more):
    at = START + timedelta(days=day)
    return lg.LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=reps, **more)


def five_sessions(lift="deadlift", load_kg=100, reps=5):
    return [done(day, load_kg, reps, lift) for day in range(0, 10, 2)]


def track_of(*sets):
    return GUARD.replay(lg.History(sets))


def test_singles_count_from_the_sixth_session_on():
    """Five days are not scored, however many sets they hold; the sixth is, with every set."""
    sixth = [done(10, 100, 5), done(10, 120, 1), done(10, 130, 0, missed=True)]
    track = track_of(*five_sessions(), done(8, 100, 5), *sixth)
    found = singles_of(track, GUARD.policy)
    assert found.place.tolist() == [6, 7, 8]
    assert found.session.tolist() == [6, 6, 6]
    assert found.missed.tolist() == [0.0, 0.0, 1.0]
    said = [track.forecast(track.sets[n]) for n in (6, 7, 8)]
    assert found.p.tolist() == [one.p_beyond for one in said]
    assert found.physics.tolist() == [p_beyond(one.parts) for one in said]
    assert found.p[2] != found.physics[2]


def test_only_the_first_repetition_is_asked_about():
    """A set that ended early went up once: no miss; the levels at its repetitions are kept."""
    track = track_of(
        *five_sessions(), done(10, 150, 2, missed=True), done(10, 60, 3, to_failure=True)
    )
    found = singles_of(track, GUARD.policy)
    assert found.missed.tolist() == [0.0, 0.0]
    assert found.level_at_reps.tolist() == [int(lg.Level.BEYOND), -1]
    assert found.level_at_reps[0] > found.level[1] == int(lg.Level.CLEAR)


def test_plans_not_carried_out_are_no_sessions():
    """A load without repetitions, and without a miss, counts for nothing."""
    undone = [done(day, 100, 0) for day in range(10, 30, 2)]
    assert len(singles_of(track_of(*five_sessions(), *undone), GUARD.policy)) == 0


def test_variants_are_lifts_of_their_own():
    """The sixth session of the deadlift is not that of the deficit deadlift; rows do not count."""
    others = [done(10, 90, 5, lift) for lift in ("deficit_deadlift", "barbell_row")]
    rows = five_sessions("barbell_row")
    track = track_of(*five_sessions(), *rows, *others, done(10, 101, 5))
    found = singles_of(track, GUARD.policy)
    assert [track.sets[n].logged.load_kg for n in found.place] == [101.0]
    assert found.deadlift.tolist() == [True]
    assert len(singles_of(track, GUARD.policy, lifts=["barbell_row"])) == 1


def test_every_barbell_lift_is_known():
    assert set(BARBELL_LIFTS) <= set(lg.LIFTS)
    assert len(set(BARBELL_LIFTS)) == len(BARBELL_LIFTS)


def test_a_repeated_load_was_planned_for_the_repetitions_before():
    """5 4 at one load falls short; 4 after 4 does not; the first set has no plan."""
    sixth = [done(10, 100, 5), done(10, 100, 4), done(10, 100, 4), done(10, 100, 6)]
    track = track_of(*five_sessions(), *sixth)
    found = plans_of(track)
    assert found.place.tolist() == [6, 7, 8]
    assert found.reps.tolist() == [5, 4, 4]
    assert found.short.tolist() == [1.0, 0.0, 0.0]
    assert found.p[0] == track.forecast(track.sets[6], 5).p_beyond


def test_what_is_no_repeat_has_no_plan():
    """Another load, another day, a single before, another lift between does not matter."""
    sixth = [
        done(10, 100, 5),
        done(10, 110, 5),
        done(10, 120, 1),
        done(10, 120, 0, missed=True),
        done(10, 80, 3),
        done(10, 60, 8, "squat"),
        done(10, 80, 2),
        done(12, 80, 2),
    ]
    found = plans_of(track_of(*five_sessions(), *sixth))
    assert (found.place.tolist(), found.reps.tolist()) == ([11], [3])


def test_a_missed_set_is_no_plan():
    """The plan is that of the last completed set: 5, a miss at 0, then 5 again."""
    sixth = [done(10, 100, 5), done(10, 100, 0, missed=True), done(10, 100, 5)]
    found = plans_of(track_of(*five_sessions(), *sixth))
    assert (found.reps.tolist(), found.short.tolist()) == ([5, 5], [1.0, 0.0])


def test_what_the_log_holds_is_the_plan():
    """Also of the first set of a day, and whatever the set before it came to; singles are B1's."""
    known = [done(10, 100, 5, planned_reps=5), done(10, 100, 3, planned_reps=5)]
    others = [done(12, 100, 4), done(12, 100, 4), done(12, 120, 1, planned_reps=1)]
    found = plans_of(track_of(*five_sessions(), *known, *others))
    assert (found.place.tolist(), found.reps.tolist()) == ([5, 6, 8], [5, 5, 4])
    assert found.short.tolist() == [0.0, 1.0, 0.0]


def test_plans_that_the_log_holds():
    """
    From the first session on: 5 of 5, 3 of 5, 0 of 5 missed, 7 of 5; short by two, one a miss.

    Without a plan, not tried, warming up, and another kind of lift are no cases.
    """
    sets = [
        done(0, 100, 5, planned_reps=5),
        done(2, 100, 3, planned_reps=5),
        done(4, 100, 0, missed=True, planned_reps=5),
        done(6, 100, 7, planned_reps=5),
        done(8, 100, 5),
        done(8, 100, 0, planned_reps=5),
        done(10, 60, 3, planned_reps=5, kind="warmup"),
        done(12, 60, 5, "barbell_row", planned_reps=5),
    ]
    found = known_plans_of(track_of(*sets))
    assert found.place.tolist() == [0, 1, 2, 3]
    assert found.reps.tolist() == [5, 5, 5, 5]
    assert found.short.tolist() == found.failed.tolist() == [0.0, 1.0, 1.0, 0.0]


def test_plans_are_judged_as_a_check_before_the_set_would():
    """Shown chance and level are those of `check` with the state and at the moment of the set."""
    sets = [done(day, 100 + 4 * day, 5, planned_reps=5) for day in range(0, 20, 2)]
    found = known_plans_of(track_of(*sets, done(20, 190, 3, planned_reps=5, missed=True)))
    state, verdicts = GUARD.start(), []
    for one in [*sets, done(20, 190, 3, planned_reps=5, missed=True)]:
        planned = lg.PlannedSet(lift=one.lift, load_kg=one.load_kg, reps=5)
        verdicts.append(GUARD.check(state, planned, at=one.at))
        state = GUARD.learn(state, one)
    assert found.p.tolist() == [one.p_beyond for one in verdicts]
    assert found.level.tolist() == [int(one.level) for one in verdicts]
    assert len(set(found.level.tolist())) > 1


def test_sets_to_failure():
    """Any lift, tagged, with a repetition, from its sixth session; also where nothing is known."""
    presses = five_sessions("dumbbell_curl", 10, 8)
    sets = [
        done(8, 10, 8, "dumbbell_curl", to_failure=True),
        done(10, 10, 9, "dumbbell_curl", to_failure=True),
        done(10, 10, 9, "dumbbell_curl"),
        done(10, 10, 0, "dumbbell_curl", missed=True, to_failure=True),
        done(11, 20, 6, "pull_up", to_failure=True),
    ]
    pull_ups = five_sessions("pull_up", 20, 5)
    track = track_of(*presses, *pull_ups, *sets)
    found = failures_of(track)
    assert [track.sets[n].logged.lift for n in found.place] == ["dumbbell_curl", "pull_up"]
    assert np.isnan(found.reached).tolist() == [False, True]  # no bodyweight
    curve = track.sets[found.place[0]].standing.belief.curve
    k = GUARD.params.reps_slope * np.exp(curve) * 8.0**GUARD.params.reps_power
    assert found.reached[0] == pytest.approx(np.log(10.0) + np.log1p(k), rel=1e-12)
    assert found.mixing[0].sum() == pytest.approx(1.0, abs=1e-15)


def of_one(entries):
    lifter = Lifter(name="one", files=(), app="strong", history=lg.History(entries))
    return lifter_cases(lifter, GUARD)


@given(cut_log=own.cut_logs(least=3, lifts=own.BAR_LIFTS))
def test_the_future_changes_no_score(cut_log):
    """Cutting a log off leaves every earlier case and every score of it, ours and the rivals'."""
    entries, cut = cut_log
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scored_sets, "FIRST_SESSION", 1)
        whole, part = of_one(entries), of_one(entries[:cut])
    for kind in ("singles", "known", "plans", "repeats", "failures", "outcomes"):
        mine, theirs = getattr(part, kind), getattr(whole, kind)
        for name in ("place", "p", "physics", "reached", "means", "level", "missed", "short",
                     "failed", "odds", "shown"):  # fmt: skip
            if hasattr(mine, name):
                early = getattr(theirs, name)[: len(mine)]
                assert np.array_equal(getattr(mine, name), early, equal_nan=True)
    assert np.array_equal(part.p_short, whole.p_short[: len(part.plans)])
    assert np.array_equal(part.flags, whole.flags[: len(part.singles)])
    for kind in ("single_scores", "known_scores", "plan_scores", "plan_ps"):
        for name, scores in getattr(part, kind).items():
            assert np.array_equal(scores, getattr(whole, kind)[name][: len(scores)])
    for name, (said, reached) in part.failure_says.items():
        early = [array[: len(said)] for array in whole.failure_says[name]]
        assert np.array_equal(said, early[0], equal_nan=True)
        assert np.array_equal(reached, early[1], equal_nan=True)
