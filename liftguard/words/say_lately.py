"""
What was done in the days before a pain, in words: a line for each deed.

Reason to change: what is told of a deed.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.records import LoggedSet, PlannedSet
from liftguard.review.finding import Deed, Finding
from liftguard.words.language import capital
from liftguard.words.names import lift_text, movement_text, set_text
from liftguard.words.numbers import (
    calendar_days,
    date_text,
    days_text,
    exact_load_text,
    number_text,
    share_text,
    span_text,
)
from liftguard.words.voice import Voice

__all__ = ["lately_lines"]

_MINUTES = {"min": 1.0, "h": 60.0, "days": 1440.0}
_BEFORE = ("silence", "no_mobility")  # that tell how long before the pain something was
_SAME = 0.005  # so near to the best is as much as the best


def lately_lines(finding: Finding, voice: Voice) -> list[str]:
    """Say what was done before a pain, in order of time; that nothing is known, where it is so."""
    if not finding.lately:
        return [voice.text("deeds", "nothing")]
    return [capital(_deed_text(deed, voice, finding.pain.at)) for deed in finding.lately]


def _deed_text(deed: Deed, voice: Voice, at: datetime) -> str:
    days = deed.value * _MINUTES.get(deed.unit, 1.0) / 1440.0
    if deed.code in _BEFORE:  # beside its date
        days = calendar_days(at, days)
    minutes = deed.value * _MINUTES.get(deed.unit, 1.0)
    count = round(deed.value)
    held = 0.0 if deed.movement is None else deed.movement.load_kg
    known_to = "set" if deed.top is None else deed.top.at_known_to
    code = deed.code
    if code == "moved" and minutes < 1.0:
        code = "moved_then"
    return voice.text(
        "deeds",
        code,
        count,
        n=number_text(count, voice),
        before=number_text(deed.before or 0.0, voice),
        when=_when_text(deed.at, known_to),
        date=date_text(deed.at),
        span=span_text(minutes, voice),
        days=days_text(days, voice),
        lift="" if deed.lift is None else lift_text(deed.lift, voice),
        load=exact_load_text(held, voice),
        motion="" if deed.movement is None else movement_text(deed.movement, voice),
        cause=_cause_text(deed, voice),
        top="" if deed.top is None else _top_text(deed.top, voice),
        beside=_beside_text(deed.above, voice),
    )


def _when_text(at: datetime, known_to: str) -> str:
    """Say a date, and the time where it is known."""
    return date_text(at) if known_to == "day" else f"{date_text(at)} {at:%H:%M}"


def _cause_text(deed: Deed, voice: Voice) -> str:
    if deed.cause is None or (deed.movement is not None and deed.movement.cause is not None):
        return ""  # which is said with the movement
    return voice.text("deeds", "by", cause=voice.text("moved_by", deed.cause))


def _top_text(done: LoggedSet, voice: Voice) -> str:
    """Say a set that was done, and whether it was missed."""
    planned = PlannedSet(lift=done.lift, load_kg=done.load_kg, reps=1, assist_kg=done.assist_kg)
    said = set_text(planned, voice, reps=done.reps)
    return voice.text("deeds", "missed", set=said) if done.missed else said


def _beside_text(above: float | None, voice: Voice) -> str:
    """Say how a load stands beside the highest that had gone up so far."""
    if above is None:
        return voice.text("deeds", "first_time")
    if abs(above - 1.0) < _SAME:
        return voice.text("deeds", "as_highest")
    code = "above" if above > 1.0 else "below"
    return voice.text(
        "deeds", code, more=share_text(above - 1.0, voice), share=share_text(above, voice)
    )
