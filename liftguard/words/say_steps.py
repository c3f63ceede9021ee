"""
What to do instead, in words.

Reason to change: how a step is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from liftguard.judge.loads import net_kg
from liftguard.judge.verdict import Level, MovementStep, Step
from liftguard.records import PlannedSet
from liftguard.units import elapsed_days
from liftguard.words.language import sentence
from liftguard.words.names import lift_load_text, reps_text, set_text
from liftguard.words.numbers import (
    chance_text,
    date_text,
    degrees_text,
    list_text,
    load_text,
    number_text,
    span_text,
)
from liftguard.words.voice import Voice

__all__ = [
    "begin_line",
    "breaks_text",
    "change_text",
    "changes_lines",
    "ease_sentence",
    "eases_line",
    "failing_text",
    "standing_sentence",
    "step_sentence",
]

_WAITS = {"more_rest", "walk_first", "walk_lighter", "loosen"}  # steps that take some minutes


def change_text(step: Step, voice: Voice, at: datetime | None = None) -> str:
    """Say what a step changes; the moment of the flagged set tells how long to rest or to walk."""
    what = _rated_text(step, voice)
    minutes = 0.0 if at is None else 1440.0 * elapsed_days(at, step.at)
    code, planned = step.code, step.planned
    if code in _WAITS and at is None:
        code = f"{code}_until"
    say = lift_load_text(planned.lift, net_kg(planned), voice)
    if code == "lower_load" and planned.assist_kg:
        return voice.text("details", "more_help", load=say)
    return voice.text(
        "steps",
        code,
        load=say,
        reps=reps_text(step.planned.reps, voice),
        what=what,
        date=date_text(step.at),
        time=f"{step.at:%H:%M}",
        span=span_text(minutes, voice),
    )


def changes_lines(
    steps: Iterable[Step], voice: Voice, planned: PlannedSet, at: datetime, *, hurts: bool = False
) -> Iterator[str]:
    """Say every step that clears a set planned for a moment, or that none was found."""
    told = list(steps)
    now = [step for step in told if step.code != "way_back"]
    back = [step for step in told if step.code == "way_back"]
    if now:
        say = change_text if hurts else _then  # beside a pain a small chance would be no reason
        changes = list_text([say(step, voice, at) for step in now], voice, "else")
        yield voice.text("details", "steps", steps=voice.after_colon(changes))
    if back:
        weeks = "; ".join(_week_text(step, voice) for step in back)
        yield voice.text("details", "way_back_pain" if hurts else "way_back", steps=weeks)
        if net_kg(back[-1].planned) < net_kg(planned):
            yield voice.text("details", "way_back_short", what=set_text(planned, voice))
    if not told:
        yield voice.text("details", "no_steps_today" if hurts else "no_steps")


def _rated_text(step: Step, voice: Voice) -> str:
    """Say the set of a step, and how hard it should be."""
    what = set_text(step.planned, voice)
    if step.code != "way_back" or step.planned.rpe is None:
        return what
    rpe = number_text(step.planned.rpe, voice, 1)
    return voice.text("sentences", "at_rpe", what=what, rpe=rpe)


def _week_text(step: Step, voice: Voice) -> str:
    what = _rated_text(step, voice)
    return voice.text("details", "week", date=date_text(step.at), what=what)


def _then(step: Step, voice: Voice, at: datetime | None) -> str:
    change, chance = change_text(step, voice, at), chance_text(step.p_beyond, voice)
    return voice.text("details", "then", step=change, chance=chance)


def breaks_text(steps: Iterable[Step], voice: Voice, at: datetime | None, *, surely: bool) -> str:
    """Say the breaks that are due, and the chance after each where it is relied on."""
    said = [_then(step, voice, at) if surely else change_text(step, voice, at) for step in steps]
    return voice.after_colon(list_text(said, voice, "else"))


def begin_line(step: Step, voice: Voice, *, hurts: bool = False) -> str:
    """Say what to begin with, and how to go on."""
    return voice.text(
        "details", "begin_pain" if hurts else "begin", step=set_text(step.planned, voice)
    )


def step_sentence(step: Step, voice: Voice, at: datetime | None = None) -> str:
    """Say what to do instead, and how likely it would then fail where that is relied on."""
    if step.level == Level.UNKNOWN:
        return sentence(change_text(step, voice, at))
    fails = failing_text(step.planned.reps, voice)
    chance = chance_text(step.p_beyond, voice)
    then = voice.text("sentences", "chance_then", fails=fails, chance=chance)
    return sentence(change_text(step, voice, at), then)


def eases_line(steps: Iterable[MovementStep], voice: Voice, at: datetime) -> str:
    """Say what makes a movement planned for a moment easier, and how each would stand."""
    changes = list_text([_eased(step, voice, at) for step in steps], voice, "else")
    return voice.text("details", "eases", steps=voice.after_colon(changes))


def ease_sentence(step: MovementStep, voice: Voice, at: datetime | None = None) -> str:
    """Say one of them alone."""
    return sentence(_eased(step, voice, at))


def _eased(step: MovementStep, voice: Voice, at: datetime | None) -> str:
    planned, code = step.planned, step.code
    if code == "walk_first" and at is None:
        code = "walk_until"
    minutes = 0.0 if at is None else 1440.0 * elapsed_days(at, step.at)
    change = voice.text(
        "eases",
        code,
        speed=degrees_text(planned.peak_velocity_deg_s or 0.0, voice),
        load=load_text(planned.load_kg, voice),
        span=span_text(minutes, voice),
        time=f"{step.at:%H:%M}",
    )
    if code == "less_load" and not planned.load_kg:
        change = voice.text("details", "empty_hands")
    level = voice.text("levels", step.level.name)
    return voice.text("details", "eased", step=change, level=level)


def standing_sentence(step: Step, voice: Voice) -> str:
    """Say how the set after a change stands."""
    what, reason = set_text(step.planned, voice), voice.text("caveats", "wide_belief")
    said = voice.text("sentences", step.level.name, what=what, reason=reason)
    level = voice.text("levels", step.level.name)
    return voice.text("sentences", "standing", level=level, said=voice.after_colon(said))


def failing_text(reps: int, voice: Voice) -> str:
    """Say what is meant by a set of so many repetitions that fails."""
    return voice.text("sentences", "fails", reps, n=str(reps))
