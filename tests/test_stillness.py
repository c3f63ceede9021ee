"""Stillness and rising before a lift: the number hardly moves, and a walk and a ramp come first."""

import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, PARAMS, trained_scenes

import liftguard as lg
from liftguard.judge.stillness import room_after_stillness
from liftguard.model.capacity import capacity
from liftguard.model.standing import stand

POLICY = GUARD.policy


def weekly(lift="deadlift", top_kg=177.5, weeks=16):
    """Give the sets of somebody who works up to the same fives once a week."""
    for week in range(weeks):
        for nth, share in enumerate((0.34, 0.56, 0.79, 1.0)):
            at = BEGINNING + timedelta(weeks=week, minutes=4 * nth)
            reps = 3 if share == 0.79 else 5
            kg = round(top_kg * share / 2.5) * 2.5
            yield lg.LoggedSet(lift=lift, at=at, load_kg=kg, reps=reps)


NEXT = BEGINNING + timedelta(weeks=16)
LIFTS = {"deadlift": 177.5, "squat": 150.0, "barbell_row": 90.0, "bench_press": 110.0}
STATES = {
    lift: GUARD.replay(lg.History(list(weekly(lift, kg)))).state for lift, kg in LIFTS.items()
}


def sat(hours, lift="deadlift", posture="sitting"):
    still = lg.Stillness(start=NEXT - timedelta(hours=hours), end=NEXT, posture=posture)
    return GUARD.learn(STATES[lift], still)


def check(state, minutes=5.0, lift="deadlift", kg=None, reps=5, **options):
    planned = lg.PlannedSet(lift=lift, load_kg=kg or LIFTS[lift], reps=reps)
    return GUARD.check(state, planned, at=NEXT + timedelta(minutes=minutes), **options)


def evidence(verdict, cause="rapid_movement"):
    (found,) = (one for one in verdict.causes if one.code == cause)
    return {one.code: one.value for one in found.evidence}


# --- ten hours of driving, and others


@pytest.mark.parametrize("lift", ["deadlift", "squat", "barbell_row"])
@pytest.mark.parametrize("hours", [4, 6, 10, 14])
def test_a_walk_and_a_ramp_come_first(lift, hours):
    """Straight from a long drive: flagged though the number hardly moves, and a walk clears it."""
    verdict, rested = check(sat(hours, lift), lift=lift), check(STATES[lift], lift=lift)
    assert rested.level == lg.Level.CLEAR
    assert verdict.level == lg.Level.CAUTION
    assert rested.p_beyond <= verdict.p_beyond <= rested.p_beyond + 0.01
    assert "long_still" in verdict.caveats
    assert [cause.code for cause in verdict.causes if cause.named] == ["rapid_movement"]
    assert verdict.causes[0].code == "rapid_movement"
    assert (evidence(verdict)["still"], evidence(verdict)["still_ago"]) == (60.0 * hours, 5.0)
    (walk,) = verdict.steps
    assert (walk.code, walk.level, walk.planned) == ("walk_first", lg.Level.CLEAR, verdict.planned)
    assert 5 <= (walk.at - verdict.at) / timedelta(minutes=1) <= 30


def test_it_is_said():
    """In the sentence, and in the lines: how long, how long ago, and what to do."""
    verdict = check(sat(10))
    assert lg.say_verdict(verdict).startswith(
        "CAUTION: deadlift 177.5 kg x 5 is too heavy to begin with straight from keeping still; "
        "the chance that it does not go up 5 times is "
    )
    lines = lg.say_details(verdict)
    assert "Kept still for 10 hours." in lines
    assert "That ended 5 minutes before this set." in lines
    said = "To clear it: walk or bend easily for 15 minutes and work up to it step by step (chance"
    assert any(line.startswith(said) for line in lines)
    said = lg.say_verdict(verdict, language="de")
    assert "ist zu schwer, um gleich nach dem Stillhalten damit anzufangen" in said


def test_it_is_said_where_nothing_is_flagged():
    """A light set straight from the drive is CLEAR, and the drive is said all the same."""
    verdict = check(sat(10), kg=60.0)
    assert verdict.level == lg.Level.CLEAR
    assert verdict.steps == ()
    assert "Kept still for 10 hours." in lg.say_details(verdict)
    assert "Kept still for 10 hours." not in lg.say_details(check(sat(10), minutes=60.0))


@pytest.mark.parametrize(
    ("hours", "minutes", "flagged"),
    [
        (1 / 3, 1.5, True),  # McGill and Brown's twenty minutes: half is gone after two
        (1 / 3, 2.5, False),
        (1 / 3, 5, False),
        (1, 4, True),
        (1, 5, False),
        (2, 10, True),
        (2, 12, False),
        (10, 30, True),  # 45 ln(0.4966 / 0.25) = 30.9 min
        (10, 32, False),
        (24, 31, True),
        (24, 60, False),
    ],
)
def test_longer_stillness_asks_for_longer(hours, minutes, flagged):
    """Ten hours are not twenty minutes: half an hour after them, against two minutes."""
    assert (check(sat(hours), minutes).level == lg.Level.CAUTION) == flagged


@pytest.mark.parametrize(
    ("lift", "kg", "flagged"),
    [
        ("deadlift", 60, False),
        ("deadlift", 100, False),  # up to half of today's single, which is above 213 kg
        ("deadlift", 130, True),
        ("squat", 75, False),
        ("squat", 110, True),
        ("bench_press", 110, False),  # which works no back
    ],
)
def test_only_what_is_heavy_and_works_the_back(lift, kg, flagged):
    """Light sets are easy bends themselves."""
    verdict = check(sat(10, lift), lift=lift, kg=kg)
    assert verdict.level == (lg.Level.CAUTION if flagged else lg.Level.CLEAR)


def test_a_posture_that_bends_nothing_asks_for_little():
    """Standing or lying for hours leads to 0.3 of creep: gone in a minute or two."""
    assert check(sat(8, posture="lying"), 5.0).level == lg.Level.CLEAR
    assert check(sat(8, posture="bent"), 5.0).level == lg.Level.CAUTION


def after(state, *loads, every=3):
    """Give the state after sets of so much, minutes apart."""
    for nth, kg in enumerate(loads):
        at = NEXT + timedelta(minutes=every * (nth + 1))
        state = GUARD.learn(state, lg.LoggedSet(lift="deadlift", at=at, load_kg=kg, reps=3))
    return state


@pytest.mark.parametrize(
    ("loads", "flagged"),
    [((), True), ((20,), True), ((60,), True), ((60, 100), False), ((60, 100, 140), False)],
)
def test_a_ramp_leads_up_to_it(loads, flagged):
    """Twice the heaviest set since may follow it: 177.5 kg after 100, not yet after 60."""
    verdict = check(after(sat(10), *loads), minutes=12)
    assert (verdict.level == lg.Level.CAUTION) == flagged
    assert (verdict.max_load_kg >= 177.5) != flagged


def test_a_ramp_that_is_said_to_be_done_counts():
    assert check(sat(10), ramped=True).level == lg.Level.CLEAR
    assert check(sat(10), ramped=False).level >= lg.Level.CAUTION


@pytest.mark.parametrize(("minutes", "flagged"), [(2, True), (10, True), (20, False)])
def test_a_walk_that_is_noted_counts(minutes, flagged):
    """As much by moving as by its time: twenty minutes of walking are forty."""
    walk = lg.Mobility(at=NEXT + timedelta(minutes=minutes), minutes=minutes)
    verdict = check(GUARD.learn(sat(10), walk), minutes=minutes)
    assert (verdict.level == lg.Level.CAUTION) == flagged


@pytest.mark.parametrize(("minutes", "flagged"), [(10, True), (29, True), (30, False), (90, False)])
@pytest.mark.parametrize("lift", ["deadlift", "squat", "bench_press"])
def test_rising_asks_for_the_same(lift, minutes, flagged):
    """Half an hour after getting up at the soonest; it is said for two hours."""
    state = GUARD.learn(STATES[lift], lg.Rising(at=NEXT))
    verdict = check(state, minutes, lift=lift)
    flagged = flagged and lift != "bench_press"
    assert verdict.level == (lg.Level.CAUTION if flagged else lg.Level.CLEAR)
    assert ("just_up" in verdict.caveats) == flagged
    assert [step.code for step in verdict.steps] == ["walk_first"] * flagged
    told = f"Time since getting up: {minutes} minutes." in lg.say_details(verdict)
    assert told == (lift != "bench_press")


def test_what_is_too_much_anyway_gets_a_lighter_set_after_the_walk():
    """BEYOND stays BEYOND, by its number; no walk clears it, and less after one does."""
    verdict = check(sat(10), kg=230.0)
    assert verdict.level == lg.Level.BEYOND
    assert "long_still" not in verdict.caveats
    (step,) = verdict.steps
    assert (step.code, step.level) == ("walk_lighter", lg.Level.CLEAR)
    assert LIFTS["deadlift"] <= step.planned.load_kg < 230.0


def test_what_may_be_lifted_now_is_what_needs_no_ramp():
    """The most that is clear, and a CLEAR check of it; one step more is flagged."""
    state, at = sat(10), NEXT + timedelta(minutes=5)
    most = GUARD.max_load(state, "deadlift", 5, at=at)
    here = stand(state, "deadlift", at, PARAMS)
    light = POLICY.ramp_above * math.exp(capacity(here.belief)[0])
    assert room_after_stillness(here, "deadlift", POLICY) == pytest.approx(math.log(light))
    assert most == math.floor(light / 2.5) * 2.5
    assert check(state, kg=most).level == lg.Level.CLEAR
    assert check(state, kg=most + 2.5).level == lg.Level.CAUTION


def test_a_plan_asks_for_it_too():
    """The session that begins with the heavy set is flagged, one that works up to it is not."""
    at = NEXT + timedelta(minutes=5)

    def plan(*loads):
        sets = [lg.PlannedSet(lift="deadlift", load_kg=kg, reps=3) for kg in loads]
        return GUARD.check_plan(sat(10), [lg.PlannedSession(at=at, sets=sets)])

    assert plan(177.5).worst == lg.Level.CAUTION
    assert [step.code for step in plan(177.5).steps] == ["walk_first"]
    said = "Deadlift 177.5 kg x 3 is too heavy to begin with straight from keeping still."
    assert lg.say_plan(plan(177.5))[2] == said
    assert plan(60, 100, 140, 177.5).worst == lg.Level.CLEAR


def test_a_set_of_the_past_is_judged_as_it_would_have_been():
    """Flagged by the load and the stillness, not by a pain."""
    still = lg.Stillness(start=NEXT - timedelta(hours=8), end=NEXT)
    done = lg.LoggedSet(lift="deadlift", at=NEXT + timedelta(minutes=2), load_kg=177.5, reps=5)
    track = GUARD.replay(lg.History([*weekly(), still, done]))
    last = track.judged(track.sets[-1])
    assert last.flagged
    assert not last.by_pain
    assert last.by_load == last.level == lg.Level.CAUTION


@given(
    scene=trained_scenes(),
    hours=st.floats(0.0, 24.0),
    more=st.floats(0.0, 24.0),
    minutes=st.sampled_from([0.0, 1.0, 10.0, 40.0]),
)
def test_longer_stillness_is_never_milder(scene, hours, more, minutes):
    """In level, in chance, or in the most that is clear."""
    verdicts = []
    for length in (hours, hours + more):
        still = lg.Stillness(start=scene.at - timedelta(hours=length), end=scene.at)
        state = GUARD.learn(scene.state, still)
        at = scene.at + timedelta(minutes=minutes)
        verdicts.append(GUARD.check(state, scene.planned, at=at))
    short, long = verdicts
    assert long.level >= short.level
    assert short.p_beyond is None or long.p_beyond >= short.p_beyond - 1e-12
    assert (long.max_load_kg or 0.0) <= (short.max_load_kg or math.inf)


# --- what happened without a bar


def moved(minutes_ago, **fields):
    at = NEXT - timedelta(minutes=minutes_ago)
    return lg.Moved(at=at, **{"motion": "flexion"} | fields)


def test_what_happened_before_a_set_is_said():
    """The last few of four hours, the latest first, before a set that works the back."""
    state = STATES["deadlift"]
    for one in (
        moved(300, cause="reach"),
        moved(200, cause="slip"),
        moved(90, motion="rotation"),
        moved(45, cause="lift", load_kg=30),
        moved(10, cause="sneeze"),
    ):
        state = GUARD.learn(state, one)
    verdict = check(state, minutes=0.0)
    assert verdict.level == lg.Level.CLEAR
    assert verdict.p_beyond == check(STATES["deadlift"], minutes=0.0).p_beyond
    told = {code: value for code, value in evidence(verdict).items() if code.startswith("moved")}
    assert told == {"moved:sneeze": 10.0, "moved:lift": 45.0, "moved:rotation": 90.0}
    assert (
        "Moved without a bar before this set: a sneeze 10 minutes before, "
        "lifting something 45 minutes before and turning 90 minutes before."
    ) in lg.say_details(verdict)
    german = lg.say_details(verdict, language="de")
    assert (
        "Vor diesem Satz ohne Hantel bewegt: ein Niesen 10 Minuten vorher, "
        "ein Heben 45 Minuten vorher und ein Drehen 90 Minuten vorher."
    ) in german
    assert not [code for code in evidence(check(state, 300.0)) if code.startswith("moved")]
