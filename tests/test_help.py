"""Help is a load below zero: one scale for what is possible and clear, whatever was asked."""

from datetime import datetime, timedelta

import pytest
from strategies import GUARD

import liftguard as lg

BEGAN = datetime(2026, 1, 5, 18)
ASKED = BEGAN + timedelta(days=82)


def pull_ups(help_kg, reps=8):
    """Do three sets with so much help, thrice a week for twelve weeks, at a bodyweight of 80 kg."""
    days = [BEGAN + timedelta(days=7 * week + day) for week in range(12) for day in (0, 2, 4)]
    sets = [
        lg.LoggedSet(lift="pull-up", at=day, load_kg=0.0, assist_kg=help_kg, reps=reps, rpe=8.0)
        for day in days
        for _ in range(3)
    ]
    return GUARD.replay(lg.History([lg.Bodyweight(at=BEGAN, kg=80.0), *sets])).state


def asked(state, load_kg=0.0, assist_kg=0.0, reps=8, lift="pull-up"):
    plan = lg.PlannedSet(lift=lift, load_kg=load_kg, assist_kg=assist_kg, reps=reps)
    return GUARD.check(state, plan, at=ASKED)


@pytest.mark.parametrize("help_kg", [20.0, 2.5, 0.0])
def test_what_is_possible_does_not_depend_on_the_help_asked(help_kg):
    """With 20 kg of help, without, and with 10 kg more the same body pulls the same."""
    state = pull_ups(help_kg)
    first, *others = [
        asked(state, assist_kg=20.0), asked(state, assist_kg=2.5), asked(state),
        asked(state, load_kg=10.0),
    ]  # fmt: skip
    for one in others:
        assert one.capacity.middle_kg == pytest.approx(first.capacity.middle_kg)
        assert one.band.middle_kg == pytest.approx(first.band.middle_kg, abs=0.6)


def test_the_most_that_is_clear_does_not_depend_on_the_help_asked():
    """Who does 8 with 20 kg of help at RPE 8 is clear for about that, and not without any."""
    state = pull_ups(20.0)
    most = {asked(state, assist_kg=kg).max_load_kg for kg in (40.0, 20.0, 5.0, 0.0)}
    assert len(most) == 1
    (kg,) = most
    assert -20.0 <= kg < -10.0
    assert GUARD.max_load(state, "pull-up", 8, at=ASKED) == kg


def test_help_that_clears_a_set_is_named():
    """Without help it is flagged, and a way to clear it is to take help."""
    state = pull_ups(20.0)
    verdict = asked(state)
    assert verdict.level >= lg.Level.CAUTION
    (step,) = [one for one in verdict.steps if one.code == "lower_load"]
    assert step.planned.load_kg == 0.0
    assert -step.planned.assist_kg == verdict.max_load_kg
    assert 10.0 < step.planned.assist_kg <= 20.0  # with 20 kg it was done at RPE 8
    assert asked(state, assist_kg=step.planned.assist_kg).level == lg.Level.CLEAR
    said = lg.say_details(verdict)
    help_kg = f"{step.planned.assist_kg:g} kg of help"
    assert any(f"take {help_kg}" in line for line in said)
    assert any(line.startswith("Possible for ") and "kg of help" in line for line in said)
    german = lg.say_details(verdict, language="de")
    assert any("kg Unterstützung" in line for line in german)


def test_who_never_took_help_is_not_sent_to_any():
    """Twelve are beyond somebody who does 5 at RPE 8; no machine is known, so none is named."""
    state = pull_ups(0.0, reps=5)
    verdict = asked(state, reps=12)
    assert verdict.level >= lg.Level.CAUTION
    assert all(not step.planned.assist_kg for step in verdict.steps)
    assert verdict.max_load_kg is None
    assert verdict.band.middle_kg < 0.0  # which says how much the body is too much


def test_the_best_of_a_helped_lift_is_told_with_its_help():
    """Eight with 20 kg of help are no single above bodyweight: 60 kg x 1.23 is 74 of 80 kg."""
    evidence = {
        one.code: one.value for cause in asked(pull_ups(20.0)).causes for one in cause.evidence
    }
    assert -20.0 < evidence["best_30_days"] < 0.0
    assert evidence["demand"] > 0.0


# --- where the body alone is the least there is ---

SIX_WEEKS_ON = ASKED + timedelta(days=42)


def test_after_weeks_off_fewer_pull_ups_are_the_way():
    """Eights at RPE 8 until six weeks ago: eight are flagged, fewer clear it, and are suggested."""
    state = pull_ups(0.0)
    plan = lg.PlannedSet(lift="pull-up", load_kg=0.0, reps=8)
    verdict = GUARD.check(state, plan, at=SIX_WEEKS_ON)
    assert verdict.level >= lg.Level.CAUTION
    (step,) = [one for one in verdict.steps if one.code == "fewer_reps"]
    assert step.planned.reps < 8
    assert GUARD.check(state, step.planned, at=SIX_WEEKS_ON).level == lg.Level.CLEAR
    suggested = GUARD.suggest(state, "pull-up", 8, at=SIX_WEEKS_ON)
    assert suggested.planned is None
    (fewer,) = suggested.steps
    assert fewer.code == "fewer_reps"
    assert 0 < fewer.planned.reps <= step.planned.reps  # with care after so long
    assert fewer.level == lg.Level.CLEAR
    said = lg.say_suggestion(suggested)
    assert f"Clear with fewer repetitions: pull-up x {fewer.planned.reps}." in said
    at_once = GUARD.suggest(state, "pull-up", fewer.planned.reps, at=SIX_WEEKS_ON)
    assert (at_once.load_kg, at_once.level, at_once.steps) == (0.0, lg.Level.CLEAR, ())


def test_on_a_bar_after_weeks_off_less_load_is_the_way():
    """No repetitions are left out where less can be loaded."""
    days = [BEGAN + timedelta(days=3 * n) for n in range(28)]
    sets = [lg.LoggedSet(lift="squat", at=day, load_kg=100.0, reps=8, rpe=8.0) for day in days]
    state = GUARD.replay(lg.History(sets)).state
    plan = lg.PlannedSet(lift="squat", load_kg=105.0, reps=8)
    verdict = GUARD.check(state, plan, at=SIX_WEEKS_ON)
    assert verdict.level >= lg.Level.CAUTION
    assert "fewer_reps" not in {one.code for one in verdict.steps}
    assert verdict.steps[0].code == "begin_back"


def test_no_new_best_on_the_way_back():
    """The day after the last session there are some, six weeks later and a session after none."""
    state = pull_ups(0.0)
    assert GUARD.bests(state, "pull-up", at=ASKED).within_reach
    assert not GUARD.bests(state, "pull-up", at=SIX_WEEKS_ON).within_reach
    days = [BEGAN + timedelta(days=3 * n) for n in range(28)]
    sets = [lg.LoggedSet(lift="squat", at=day, load_kg=100.0, reps=5, rpe=8.0) for day in days]
    state = GUARD.replay(lg.History(sets)).state
    back = lg.LoggedSet(lift="squat", at=SIX_WEEKS_ON, load_kg=85.0, reps=5)
    state = GUARD.learn(state, back)
    assert not GUARD.bests(state, "squat", at=SIX_WEEKS_ON + timedelta(days=2)).within_reach


# --- the loads of the log count ---


def test_the_dumbbell_that_is_done_every_week_is_there():
    """12 kg x 15 at RPE 9 each week: 13 of them are clear with 12 kg, whatever load is asked."""
    days = [BEGAN + timedelta(days=7 * week) for week in range(12)]
    sets = [
        lg.LoggedSet(lift="lateral raise", at=day, load_kg=12.0, reps=15, rpe=9.0) for day in days
    ]
    state = GUARD.replay(lg.History(sets)).state
    assert GUARD.max_load(state, "lateral raise", 13, at=ASKED) == 12.0
    for kg in (8.0, 10.0, 12.0, 13.0, 20.0):
        assert asked(state, load_kg=kg, reps=13, lift="lateral raise").max_load_kg == 12.0
