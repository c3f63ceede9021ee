"""
What to change so that a pain does not come again, in words.

Reason to change: how a change is said, or what a replay with it shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from liftguard.records import Movement, PlannedSet
from liftguard.review.finding import Change, Finding
from liftguard.words.language import sentence
from liftguard.words.names import SIGNS, lift_text, planned_text, records_text
from liftguard.words.numbers import (
    chance_text,
    degrees_text,
    forms_of_number,
    load_text,
    number_text,
    share_text,
)
from liftguard.words.voice import Voice

__all__ = ["next_time_lines"]

_TOLD_IN = ("sets", "reps", "sessions", "days")
"""Units of numbers that stand for themselves, before and after a change."""


def next_time_lines(finding: Finding, voice: Voice) -> list[str]:
    """Say which signs come first, what to change, in order, and what to record."""
    lines = [sentence(voice.text("caveats", code)) for code in finding.caveats if code in SIGNS]
    lines += [_change_line(change, voice) for change in finding.steps]
    if not finding.reason_shown:
        lines.append(voice.text("changes", "unwritten"))
    if finding.missing_records:
        records = records_text(finding.missing_records, voice, "and")
        lines.append(voice.text("changes", "record", records=records))
    return lines


def _change_line(change: Change, voice: Voice) -> str:
    return sentence(_what_text(change, voice), *_shown(change, voice))


def _what_text(change: Change, voice: Voice) -> str:
    """Say what changes."""
    code, instead = change.code, change.instead
    group = "changes" if voice.has_text("changes", code) else "eases"
    speed = instead.peak_velocity_deg_s if isinstance(instead, Movement) else None
    held = instead.load_kg if isinstance(instead, Movement) else 0.0
    if code == "day_between" and change.lift is not None:
        code = "day_between_lifts"
    own = change.done.lift if isinstance(change.done, PlannedSet) else ""
    return voice.text(
        group,
        code,
        done="" if change.done is None else planned_text(change.done, voice),
        instead="" if instead is None else planned_text(instead, voice),
        more=share_text((change.value_after or 1.0) - 1.0, voice),
        speed=degrees_text(speed or 0.0, voice),
        load=load_text(held, voice),
        lift=lift_text(own, voice),
        other="" if change.lift is None else lift_text(change.lift, voice),
    )


def _shown(change: Change, voice: Voice) -> Iterator[str]:
    """Say what a replay with it shows: a number that falls, and another chance or level."""
    number, value = change.value_before, change.value_after
    told = change.trace is not None and change.unit in _TOLD_IN
    if told and number is not None and value is not None and round(value) < round(number):
        forms = forms_of_number(value, change.unit, voice)
        then = voice.text("traces", change.trace or "", round(value), **forms)
        yield voice.text("changes", "number", after=then, before=number_text(number, voice))
    before, after = change.p_before, change.p_after
    levels = change.level_before, change.level_after
    if isinstance(change.done, PlannedSet) and before is not None and after is not None:
        said, then = chance_text(before, voice), chance_text(after, voice)
        if after < before and said != then:
            yield voice.text("changes", "chance", before=said, after=then)
    elif isinstance(change.done, Movement) and None not in levels and levels[0] != levels[1]:
        said, then = (voice.text("levels", one.name) for one in levels if one is not None)
        yield voice.text("changes", "level", before=said, after=then)
