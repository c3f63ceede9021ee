"""Everyday training: which sets are repeats, and how the made-up athletes train."""

from datetime import datetime, timedelta

import pytest

import liftguard as lg
from liftguard.evaluation import everyday
from liftguard.evaluation.everyday import beginners, repeats_of, same_as_last_week, sets_across

GUARD = lg.Guard()
START = datetime(2026, 1, 5, 18)
TRAINED = [(day, 100.0, 5) for day in range(5)]  # five days, so that the next is the sixth


def repeats(*sets, lift="squat"):
    """Give place, plan and outcome of each repeat among sets of day, load, repetitions, more."""
    entries = [
        lg.LoggedSet(
            lift=lift, at=START + timedelta(days=day), load_kg=load, reps=reps,
            **(more[0] if more else {}),
        )
        for day, load, reps, *more in sets
    ]  # fmt: skip
    found = repeats_of(GUARD.replay(lg.History(entries)))
    return list(zip(found.place.tolist(), found.reps.tolist(), found.short.tolist(), strict=True))


def test_the_fewest_repetitions_of_the_latest_session_that_had_the_load():
    """On day 8 the load of day 6, done for 5 and 4 then: a plan of 4, also for the second set."""
    sets = [*TRAINED, (6, 110.0, 5), (6, 110.0, 4), (8, 110.0, 4), (8, 110.0, 3)]
    assert repeats(*sets) == [(7, 4, 0.0), (8, 4, 1.0)]


def test_a_later_session_without_the_load_does_not_matter():
    sets = [*TRAINED, (6, 110.0, 4), (8, 105.0, 5), (10, 110.0, 4)]
    assert repeats(*sets) == [(7, 4, 0.0)]


def test_five_days_are_no_repeats_yet():
    """The load of the first day, again on each of the next five: the sixth day counts."""
    assert repeats(*TRAINED) == []
    assert repeats(*TRAINED, (5, 100.0, 5)) == [(5, 5, 0.0)]


def test_two_weeks_are_the_limit():
    for days, found in ((14, [(6, 5, 0.0)]), (15, [])):
        assert repeats(*TRAINED, (6, 110.0, 5), (6 + days, 110.0, 5)) == found


def test_a_light_set_is_no_repeat():
    """85 of 100 are 85 %, and 84.9 less."""
    for load, found in ((85.0, [(6, 8, 0.0)]), (84.9, [])):
        assert repeats(*TRAINED[:-1], (5, 100.0, 5), (5, load, 8), (6, load, 8)) == found


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({"missed": True}, 0),
        ({"to_failure": True}, 0),
        ({"rpe": 9.5}, 0),
        ({"rpe": 9.0}, 2),
        ({}, 2),
    ],
)
def test_what_was_hard_is_not_done_again_as_a_matter_of_course(more, count):
    """One hard set at the load in that session, and none of its repeats counts."""
    last = [(6, 110.0, 5), (6, 110.0, 4, more), (8, 110.0, 4), (8, 110.0, 4)]
    assert len(repeats(*TRAINED, *last)) == count


def test_what_was_planned_for_less_is_no_repeat():
    """Five went up, and three are planned now; five or six planned are the five again."""
    for planned, found in ((3, []), (5, [(5, 5, 1.0)]), (6, [(5, 5, 1.0)])):
        assert repeats(*TRAINED, (6, 100.0, 3, {"planned_reps": planned})) == found


def test_any_lift_counts():
    sets = [*TRAINED, (6, 100.0, 5)]
    assert repeats(*sets, lift="barbell_row") == repeats(*sets) == [(5, 5, 0.0)]


def test_failed_is_what_the_log_says_was_no_choice():
    """Fewer than before by choice, missed, and short of a plan: three fell short, two failed."""
    entries = [
        lg.LoggedSet(lift="squat", at=START + timedelta(days=day), load_kg=100, reps=5)
        for day in range(6)
    ]
    for minutes, more in ((3, {}), (6, {"missed": True}), (9, {"planned_reps": 5})):
        at = START + timedelta(days=6, minutes=minutes)
        entries.append(lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=3, **more))
    found = repeats_of(GUARD.replay(lg.History(entries)))
    assert found.short.tolist()[-3:] == [1.0, 1.0, 1.0]
    assert found.failed.tolist()[-3:] == [0.0, 1.0, 1.0]


# --- made-up athletes ---


def test_a_beginner_trains_three_times_a_week():
    """Monday, Wednesday, Friday, Monday: 3x5, three minutes apart, the plan noted or not."""
    days = everyday._training_days()
    sets = list(everyday.programme("squat", [40.0, 42.5, 45.0, 47.5], 3, days, noted=True))
    assert [(one.at - sets[0].at).days for one in sets[::3]] == [0, 2, 4, 7]
    assert [one.at - sets[0].at for one in sets[:3]] == [timedelta(minutes=m) for m in (0, 3, 6)]
    assert [one.load_kg for one in sets[::3]] == [40.0, 42.5, 45.0, 47.5]
    assert {(one.reps, one.planned_reps) for one in sets} == {(5, 5)}
    bare = everyday.programme("squat", [40.0], 3, iter([timedelta()]), noted=False)
    assert {one.planned_reps for one in bare} == {None}


def test_every_set_of_a_beginner_is_asked_about():
    """Sixty each; a host that flags all that is known has no clear set, one that never, no flag."""
    strict = lg.Guard(policy=lg.Policy(caution=1e-9, beyond=0.999))
    silent = lg.Guard(policy=lg.Policy(caution=0.999, beyond=0.999))
    for guard, empty in ((strict, "clear"), (silent, "caution")):
        told = beginners(guard)
        assert len(told) == 3 * 3 * 2
        for row in told:
            levels = [row[name] for name in ("clear", "unknown", "caution", "beyond")]
            assert (row["sets"], sum(levels), row[empty]) == (60, 60, 0)


def test_after_misses_the_next_step_is_asked_about():
    """Two sessions of 5, 4 and 3 at 90 kg after twenty from 40: what is asked is 92.5 for five."""
    row = next(one for one in beginners(GUARD) if one["lift"] == "squat" and one["noted"])
    at, state = START, GUARD.start()
    for day in range(22):
        at = START + timedelta(days=7 * (day // 3) + (0, 2, 4)[day % 3])
        for number, reps in enumerate((5, 4, 3) if day >= 20 else (5, 5, 5)):
            one = lg.LoggedSet(
                lift="squat", at=at + timedelta(minutes=3 * number), reps=reps, missed=reps < 5,
                load_kg=40 + 2.5 * min(day, 20), planned_reps=5,
            )  # fmt: skip
            state = GUARD.learn(state, one)
    planned = lg.PlannedSet(lift="squat", load_kg=92.5, reps=5)
    verdict = GUARD.check(state, planned, at=START + timedelta(days=51))
    assert row["p_after_misses"] == pytest.approx(verdict.p_beyond, rel=1e-12)
    assert row["after_misses"] == str(verdict.level)


def test_the_same_as_last_week_is_asked_about_after_sixteen():
    """A history by hand gives the same chances, for the same set and for 22.5 kg more."""
    row = same_as_last_week(GUARD)[0]
    state = GUARD.start()
    for week in range(16):
        at = START + timedelta(weeks=week)
        done = lg.LoggedSet(lift=row["lift"], at=at, load_kg=row["load_kg"], reps=5, planned_reps=5)
        state = GUARD.learn(state, done)
    for extra, name in ((0.0, "p"), (22.5, "p_of_more")):
        planned = lg.PlannedSet(lift=row["lift"], load_kg=row["load_kg"] + extra, reps=5)
        verdict = GUARD.check(state, planned, at=START + timedelta(weeks=16))
        assert row[name] == pytest.approx(verdict.p_beyond, rel=1e-12)
    assert row["p"] < row["p_of_more"]


def test_sets_across_are_asked_about_from_the_fifth_session_on():
    """Four sessions of five sets are seen, the next four are judged: twenty sets."""
    for row in sets_across(GUARD):
        assert row["sets"] == 20
        assert row["clear"] + row["unknown"] + row["caution"] + row["beyond"] == 20
