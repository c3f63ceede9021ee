"""
What to do instead, in words.

Reason to change: how a step is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from liftguard.judge.verdict import Step
from liftguard.units import elapsed_days
from liftguard.words.language import sentence
from liftguard.words.names import reps_text, set_text
from liftguard.words.numbers import (
    chance_text,
    date_text,
    exact_load_text,
    list_text,
    number_text,
    span_text,
)
from liftguard.words.voice import Voice

__all__ = [
    "begin_line",
    "change_text",
    "changes_lines",
    "failing_text",
    "standing_sentence",
    "step_sentence",
]


def change_text(step: Step, voice: Voice, at: datetime | None = None) -> str:
    """Say what a step changes; the moment of the flagged set tells how much longer to rest."""
    what = _rated_text(step, voice)
    minutes = 0.0 if at is None else 1440.0 * elapsed_days(at, step.at)
    code = "more_rest_until" if step.code == "more_rest" and at is None else step.code
    return voice.text(
        "steps",
        code,
        load=exact_load_text(step.planned.load_kg, voice),
        reps=reps_text(step.planned.reps, voice),
        what=what,
        date=date_text(step.at),
        time=f"{step.at:%H:%M}",
        span=span_text(minutes, voice),
    )


def changes_lines(
    steps: Iterable[Step], voice: Voice, at: datetime, *, hurts: bool = False
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


def _then(step: Step, voice: Voice, at: datetime) -> str:
    change, chance = change_text(step, voice, at), chance_text(step.p_beyond, voice)
    return voice.text("details", "then", step=change, chance=chance)


def begin_line(step: Step, voice: Voice, *, hurts: bool = False) -> str:
    """Say what to begin with, and how to go on."""
    return voice.text(
        "details", "begin_pain" if hurts else "begin", step=set_text(step.planned, voice)
    )


def step_sentence(step: Step, voice: Voice, at: datetime | None = None) -> str:
    """Say what to do instead, and how likely it would then fail."""
    fails = failing_text(step.planned.reps, voice)
    chance = chance_text(step.p_beyond, voice)
    then = voice.text("sentences", "chance_then", fails=fails, chance=chance)
    return sentence(change_text(step, voice, at), then)


def standing_sentence(step: Step, voice: Voice) -> str:
    """Say how the set after a change stands."""
    what, reason = set_text(step.planned, voice), voice.text("caveats", "wide_belief")
    said = voice.text("sentences", step.level.name, what=what, reason=reason)
    level = voice.text("levels", step.level.name)
    return voice.text("sentences", "standing", level=level, said=voice.after_colon(said))


def failing_text(reps: int, voice: Voice) -> str:
    """Say what is meant by a set of so many repetitions that fails."""
    return voice.text("sentences", "fails", reps, n=str(reps))
