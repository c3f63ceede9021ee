"""A track tells what an app that asked before each set would have been told."""

import math
from datetime import datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import GUARD, PARAMS, planned_logs

import liftguard as lg
from liftguard.judge.question import Question, Rules, assess

AT = datetime(2026, 3, 2, 18)
RULES = Rules(GUARD.policy, PARAMS)


def done(**fields):
    return lg.LoggedSet(**{"lift": "squat", "at": AT, "load_kg": 100, "reps": 3} | fields)


def track_of(*entries, guard=GUARD):
    return guard.replay(lg.History(entries))


def judged_last(*entries, guard=GUARD, **options):
    """Judge the last set of a log."""
    track = track_of(*entries, guard=guard)
    return track.judged(track.sets[-1], **options)


def weekly(weeks=10, **fields):
    """Log a triple a week at RPE 9, up to a week before `AT`."""
    return [
        done(at=AT - timedelta(weeks=n), rpe=9, load_kg=140, **fields) for n in range(weeks, 0, -1)
    ]


# --- what is asked ---


@pytest.mark.parametrize(
    ("fields", "asked", "went_up"),
    [
        ({"reps": 3}, 3, True),  # a log shows no plan: what was done
        ({"reps": 3, "missed": True}, 4, False),  # the fourth was tried
        ({"reps": 0, "missed": True}, 1, False),  # the bar did not go up
        ({"reps": 0}, 1, None),  # a row that holds nothing
        ({"reps": 1000, "missed": True}, 1000, True),  # no plan asks for more
        ({"reps": 8, "to_failure": True}, 1, True),  # nothing was promised
        ({"reps": 8, "to_failure": True, "missed": True}, 1, True),
        ({"reps": 5, "planned_reps": 5}, 5, True),
        ({"reps": 4, "planned_reps": 5}, 5, False),  # given up, or not written down as a miss
        ({"reps": 4, "planned_reps": 5, "missed": True}, 5, False),
        ({"reps": 5, "planned_reps": 5, "missed": True}, 5, True),  # a sixth was tried on top
        ({"reps": 0, "planned_reps": 5}, 5, None),
        ({"reps": 9, "planned_reps": 5, "to_failure": True}, 5, True),
        ({"reps": 7, "planned_reps": 5}, 5, True),
    ],
)
def test_what_an_app_would_have_asked(fields, asked, went_up):
    """The plan where it is known, else what was done, and one more where one more was tried."""
    judged = judged_last(done(**fields))
    assert (judged.seen.asked_reps, judged.planned.reps) == (asked, asked)
    assert judged.went_up is went_up


# --- what would have been said ---


@given(planned_logs(), st.sampled_from(["set", "session"]))
def test_a_track_judges_as_the_app_would_have(entries, known_to):
    """Each set as `Guard.check` of the state before it, at the repetitions asked about."""
    entries = [
        attrs.evolve(one, at_known_to=known_to) if isinstance(one, lg.LoggedSet) else one
        for one in entries
    ]
    track, state, sets = track_of(*entries), GUARD.start(), 0
    for entry in lg.History(entries):
        if isinstance(entry, lg.LoggedSet):
            judged = track.judged(track.sets[sets])
            planned = lg.PlannedSet(
                lift=entry.lift,
                load_kg=entry.load_kg,
                reps=judged.seen.asked_reps,
                assist_kg=entry.assist_kg,
            )
            verdict = GUARD.check(state, planned, at=entry.at)
            assert judged.planned == planned
            assert (judged.level, judged.forecast.p_beyond) == (verdict.level, verdict.p_beyond)
            assert judged.forecast.capacity == verdict.capacity
            sets += 1
        state = GUARD.learn(state, entry)
    assert sets == len(track)


@given(planned_logs())
def test_a_plan_is_no_safer_than_a_single(entries):
    """What was asked of a set is at least as likely to fail as one repetition of it."""
    track = track_of(*entries)
    for one, single in zip(track, track.forecasts, strict=True):
        if single.p_beyond is not None:
            assert track.judged(one).forecast.p_beyond >= single.p_beyond


def test_a_rest_that_was_noted_counts():
    """In a log that knows the session only, the set is judged after the rest written beside it."""
    first = done(load_kg=140, reps=8, at_known_to="session")
    later = attrs.evolve(first, rest_s=600)
    state = track_of(*weekly(), first).state
    planned = lg.PlannedSet(lift="squat", load_kg=140, reps=8)
    found = assess(Question(state, planned, AT, rest_s=600), RULES)
    judged = judged_last(*weekly(), first, later)
    assert (judged.forecast, judged.level) == (found.forecast, found.level)
    typical = judged_last(*weekly(), first, attrs.evolve(later, rest_s=None))
    assert judged.forecast.parts.fatigue < typical.forecast.parts.fatigue


def test_a_pain_before_it_is_a_warning():
    """After a spasm a triple at half of what is usual is flagged, which its load alone is not."""
    spasm = lg.Pain(at=AT - timedelta(days=1), region="low_back", severity=8, kind="spasm")
    light = done(load_kg=100)
    judged = judged_last(*weekly(), spasm, light)
    assert (judged.level, judged.by_load) == (lg.Level.BEYOND, lg.Level.CLEAR)
    assert (judged.flagged, judged.by_pain) == (True, True)
    before = judged_last(*weekly(), light)
    assert (before.level, before.flagged, before.by_pain) == (lg.Level.CLEAR, False, False)
    assert judged.forecast == before.forecast  # no probability moves
    after = lg.Pain(at=AT + timedelta(hours=1), region="low_back", severity=8, kind="spasm")
    assert judged_last(*weekly(), light, after).level == lg.Level.CLEAR  # it was not known yet


def test_a_load_that_is_beyond_is_no_flag_for_a_pain():
    """With a pain on top it stays one for its load."""
    spasm = lg.Pain(at=AT - timedelta(days=1), region="low_back", severity=8, kind="spasm")
    judged = judged_last(*weekly(), spasm, done(load_kg=200, reps=0, missed=True))
    assert (judged.level, judged.by_load, judged.by_pain) == (lg.Level.BEYOND,) * 2 + (False,)


def test_another_policy_may_be_asked():
    """A host that calls everything beyond, and one that calls nothing so."""
    all_of_it = lg.Policy(caution=1e-9, beyond=1e-9)
    none_of_it = lg.Policy(caution=0.999, beyond=0.999)
    for policy, level in ((all_of_it, lg.Level.BEYOND), (none_of_it, lg.Level.CLEAR)):
        assert judged_last(*weekly(), done(load_kg=140), policy=policy).level == level
        assert (
            judged_last(*weekly(), done(load_kg=140), guard=lg.Guard(policy=policy)).level == level
        )


# --- what is said of it ---


def test_warnings_are_right_or_wrong():
    """Each says what was told before the set and what came of it, in both languages."""
    log = [
        *weekly(12),
        done(load_kg=165),  # went up all the same
        done(at=AT + timedelta(days=7), load_kg=230, reps=0, missed=True),
        done(at=AT + timedelta(days=14), load_kg=160, reps=2, planned_reps=5),
    ]
    track = track_of(*log)
    heavy, miss, short = (track.judged(one) for one in track.sets[-3:])
    said = [f"{math.floor(100 * one.forecast.p_beyond)} %" for one in (heavy, miss, short)]
    lines = lg.say_track(track)
    assert f"2026-03-02 squat 165 kg x 3: flagged {said[0]}, went up" in lines
    assert any(line.endswith(", missed") and "230 kg x 1: flagged" in line for line in lines)
    assert f"2026-03-16 squat 160 kg x 5: flagged {said[2]}, 2 of 5 went up" in lines
    german = lg.say_track(track, language="de")
    assert f"2026-03-02 Kniebeuge 165 kg x 3: markiert mit {said[0]}, gelungen" in german
    assert f"2026-03-16 Kniebeuge 160 kg x 5: markiert mit {said[2]}, 2 von 5 gelungen" in german
    ends = [line for line in german if line.endswith(", misslungen")]
    assert len(ends) == 1
    flagged = [one for one in map(track.judged, track) if one.flagged]
    unknown = [one for one in map(track.judged, track) if one.level == lg.Level.UNKNOWN]
    assert f" {len(flagged)} flagged, 2 of them rightly" in lines[1]
    assert lines[1].endswith(f"; {len(unknown)} not judged.")
    assert len(unknown) > 0


def test_a_warning_for_a_pain_says_so():
    """It has no chance of failing to give; nor has a row in which nothing was tried an outcome."""
    ache = lg.Pain(at=AT - timedelta(hours=1), region="low_back", severity=8, kind="spasm")
    later = done(at=AT + timedelta(minutes=5), load_kg=100, reps=0)
    lines = lg.say_track(track_of(*weekly(), ache, done(load_kg=100), later))
    assert "2026-03-02 squat 100 kg x 3: flagged for a pain, went up" in lines
    assert "2026-03-02 squat 100 kg x 1: flagged for a pain, not tried" in lines
    assert " 2 flagged, 0 of them rightly" in lines[1]


def test_the_surest_warnings_come_first():
    """By the chance that was said, those for a pain alone last, and five of them."""
    spasm = lg.Pain(at=AT + timedelta(days=1), region="low_back", severity=8, kind="spasm")
    heavy = [
        done(at=AT + timedelta(minutes=5 * n), load_kg=kg, reps=0, missed=True)
        for n, kg in enumerate((180, 200, 220, 190))
    ]
    light = [done(at=spasm.at + timedelta(hours=n), load_kg=80) for n in range(1, 4)]
    track = track_of(*weekly(), *heavy, spasm, *light)
    lines = lg.say_track(track)
    start = lines.index("Flagged, the surest first:") + 1
    chances = [track.judged(one).forecast.p_beyond for one in track.sets[10:14]]
    order = sorted(range(4), key=lambda place: -chances[place])
    loads = [f"squat {heavy[place].load_kg:g} kg x 1: " for place in order]
    assert all(load in line for load, line in zip(loads, lines[start:], strict=False))
    assert lines[start + 4].endswith("squat 80 kg x 3: flagged for a pain, went up")
    assert lines[start + 5] == "and 2 more"
