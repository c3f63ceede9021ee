"""What makes a movement without a bar easier: the scenes of a day, and that each step holds."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, idle_entries, logs, movements

import liftguard as lg

MORNING = datetime(2026, 1, 5, 9)
EASIER = {"slower", "turn_feet", "in_parts", "brace", "less_load", "walk_first"}


def learned(*entries):
    state = GUARD.start()
    for entry in entries:
        state = GUARD.learn(state, entry)
    return state


def sat(hours, up=3.0, at=MORNING):
    """Give the state of somebody who rose so many hours ago and has sat until now."""
    still = lg.Stillness(start=at - timedelta(hours=hours), end=at)
    entries = [lg.Rising(at=at - timedelta(hours=up)), still]
    return learned(*sorted(entries, key=lambda one: one.at))


def check(state, minutes=0.0, **fields):
    return GUARD.check(state, lg.Movement(**fields), at=state.at + timedelta(minutes=minutes))


def step(verdict, code):
    (found,) = (one for one in verdict.steps if one.code == code)
    return found


@pytest.mark.parametrize("hours", [0.5, 2, 10])
@pytest.mark.parametrize("up", [0.75, 3, 14])
@pytest.mark.parametrize("speed", [0, 5, 15, 30])
@pytest.mark.parametrize("motion", ["rotation", "flexion"])
def test_slow_is_fine(motion, speed, up, hours):
    """After two hours of sitting in the morning, or ten, a slow turn or bend is CLEAR."""
    verdict = check(sat(hours, up), motion=motion, peak_velocity_deg_s=speed)
    assert verdict.level == lg.Level.CLEAR
    assert verdict.steps == ()


@pytest.mark.parametrize("hours", [0.5, 2, 10])
@pytest.mark.parametrize(
    ("motion", "speed"), [("rotation", 60), ("rotation", 200), ("flexion", 90)]
)
def test_quick_after_sitting_is_not(motion, speed, hours):
    """It is flagged, and half the speed clears it."""
    verdict = check(sat(hours), motion=motion, peak_velocity_deg_s=speed)
    assert verdict.level >= lg.Level.CAUTION
    slower = step(verdict, "slower")
    assert slower.level == lg.Level.CLEAR
    assert slower.planned.peak_velocity_deg_s == (30.0 if motion == "rotation" else 45.0)
    code = "turn_feet" if motion == "rotation" else "in_parts"
    assert step(verdict, code).planned.peak_velocity_deg_s == 0.5 * speed


@pytest.mark.parametrize("cause", ["sneeze", "cough"])
def test_a_sneeze_after_sitting_is_braced(cause):
    """Nobody sneezes more slowly: braced it has half the speed, and then it is CLEAR."""
    verdict = check(sat(2), motion="flexion", cause=cause)
    assert verdict.level >= lg.Level.CAUTION
    assert "velocity" not in verdict.missing_records
    assert {one.code for one in verdict.steps} == {"brace", "walk_first"}
    assert verdict.steps[0].code == "brace"
    assert verdict.steps[0].level == lg.Level.CLEAR


def test_a_walk_before_a_lift_from_the_car():
    """
    A suitcase of 20 kg at half the quick speed, straight from five hours in the car, six hours up.

    The drive leaves 0.5 + 0.5 (1 - exp(-300/120)) = 0.958958 of creep, the night exp(-6/1.3):
    (3/7 + 1/3) (1 + 0.75 x 0.958958 + 0.75 x 0.009898 + 0.6) = 1.7727.
    Five minutes of walking count as ten and leave 0.5 exp(-10/2.3) + 0.458958 exp(-10/45)
    = 0.373970 of it, exp(-6.08333/1.3) = 0.009283 of the night, and exp(-1) of the cold:
    0.761905 (1 + 0.75 x 0.373970 + 0.75 x 0.009283 + 0.6 x 0.367879) = 1.1491.
    With two minutes it would be 1.3640, which tired muscles, of which nothing is known, could
    still make 1.6.
    """
    verdict = check(sat(5, up=6), motion="flexion", load_kg=20.0, cause="lift")
    assert verdict.level == lg.Level.CAUTION
    assert verdict.causes[0].size == pytest.approx(1.7727, abs=5e-5)
    walk = step(verdict, "walk_first")
    assert walk.at == MORNING + timedelta(minutes=5)
    assert walk.level == lg.Level.CLEAR
    assert walk.score == pytest.approx(1.1491, abs=5e-5)


def test_less_in_the_hands():
    """Just up from two hours, (3/7 + 5/60) (2.29 + 0.5) = 1.43 is clear; 1.66 with 10 kg is not."""
    verdict = check(sat(2), motion="flexion", load_kg=40.0, cause="lift")
    less = step(verdict, "less_load")
    assert (less.level, less.planned.load_kg) == (lg.Level.CLEAR, 5.0)
    assert {one.code for one in verdict.steps} == EASIER - {"turn_feet", "brace"}


@given(
    log=logs(most=3),
    movement=movements(),
    data=st.data(),
    minutes=st.sampled_from([0, 5, 40, 600]),
)
def test_each_step_holds(log, movement, data, minutes):
    """What a step says of level and score is what a check of it says; each makes it easier."""
    state = learned(*log)
    at = state.at or BEGINNING
    for entry in data.draw(st.lists(idle_entries(at), max_size=2)):
        state = GUARD.learn(state, entry)
    at += timedelta(minutes=minutes)
    verdict = GUARD.check(state, movement, at=at)
    flagged = verdict.causes[0].size >= GUARD.policy.strain_caution
    assert bool(verdict.steps) or not flagged
    assert verdict.level != lg.Level.CLEAR or verdict.steps == ()
    for one in verdict.steps:
        before = state
        if one.code == "walk_first":
            walk = (one.at - at) / timedelta(minutes=1)
            before = GUARD.learn(state, lg.Mobility(at=one.at, minutes=walk))
        again = GUARD.check(before, one.planned, at=one.at)
        assert (again.level, again.causes[0].size) == (one.level, one.score)
        assert one.score < verdict.causes[0].size or one.level < verdict.level
        assert one.level <= verdict.level or one.code == "walk_first"
    levels = [one.level for one in verdict.steps]
    assert levels == sorted(levels)
