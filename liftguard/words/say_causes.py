"""
The three causes in words: what part one has, and what was recorded of it.

Reason to change: what is told of a cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from liftguard.judge.causes import Cause, Evidence
from liftguard.words.language import sentence
from liftguard.words.names import lift_text, move_text, muscle_name, muscle_text
from liftguard.words.numbers import (
    calendar_days,
    date_text,
    days_before,
    days_text,
    forms_of_number,
    list_text,
)
from liftguard.words.voice import Voice

__all__ = ["cause_sentence", "evidence_lines", "is_worth_a_line", "part_text", "telling_evidence"]

_SHARES = ((0.4, "part"), (0.6, "half"))  # up to, of 1: no finer than the sizes are known
_WORTH_A_LINE = 0.005  # of capacity, of a lift or a region
_LEAST_LOST = 0.01  # of capacity, by all of a cause: "about under 1 %" tells nobody anything
# worth a line whatever they cost in strength, with what is told beside them
_TELLING = {"creep", "morning", "moved", "row_for", "alone_sessions", "unbroken"}
_BESIDE = {"still", "still_ago", "hours_up", "sets_in_a_row", "alone_for", "unbroken_for"}
_SHARED = {"bests", "tired_by", "tired_region", "moved"}  # lines of several numbers
_ELSEWHERE = {  # other lines tell
    *("capacity_low", "capacity_middle", "capacity_high", "sets", "time_off")
}


def cause_sentence(cause: Cause, voice: Voice) -> str:
    """Say what part a cause has; of one that is not named, that it does not stand out."""
    if not cause.named:
        name = voice.text("causes", cause.code)
        return sentence(voice.text("cause_sentences", "small", cause=name))
    said = part_text(cause.code, cause.share, voice)
    if any(one.code == "step_from" for one in cause.evidence):
        said = voice.text("cause_sentences", "first_hard_set", cause=said)
    muscle = muscle_text(cause.regions[0], voice) if cause.regions else ""
    off = next((one.value for one in cause.evidence if one.code == "time_off"), None)
    if off is not None:
        days = days_text(off, voice)
        said = voice.text("cause_sentences", "after_time_off", cause=said, days=days)
    elif cause.code == "overload" or muscle:
        said = voice.text("cause_sentences", cause.code, cause=said, muscle=muscle)
    return sentence(said)


def part_text(code: str, share: float | None, voice: Voice) -> str:
    """Say roughly what share of an excess is a cause's: partly, about half, mostly."""
    rough = "whole"
    if share is not None:
        rough = next((part for most, part in _SHARES if share < most), "most")
    return voice.text("shares", rough, cause=voice.text("causes", code))


def evidence_lines(cause: Cause, voice: Voice, at: datetime | None = None) -> list[str]:
    """Say what was recorded of a cause, a sentence each; with a moment, on which dates."""
    return list(_evidence_lines(cause.evidence, voice, at))


def is_worth_a_line(cause: Cause) -> bool:
    """Tell whether a cause that is not named takes a percent of capacity, or may do so."""
    lost = next((one for one in cause.evidence if one.code.startswith("lost_")), None)
    return lost is None or lost.value >= _LEAST_LOST


def telling_evidence(cause: Cause) -> tuple[Evidence, ...]:
    """Give what is to be said of a cause though it takes next to nothing from capacity."""
    if not any(_line_of(one) in _TELLING for one in cause.evidence):
        return ()
    return tuple(one for one in cause.evidence if _line_of(one) in _TELLING | _BESIDE)


def _evidence_lines(
    evidence: tuple[Evidence, ...], voice: Voice, at: datetime | None
) -> Iterator[str]:
    lines: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.code not in _ELSEWHERE and not _is_trifle(one):
            lines.setdefault(_line_of(one), []).append(one)
    for line, told in lines.items():
        if line in _SHARED:
            yield voice.text("details", line, parts=list_text(_parts(told, voice), voice))
        else:
            yield from (_number_line(one, voice, at) for one in told)


def _line_of(one: Evidence) -> str:
    """Name the line that a number stands in: one of `_SHARED`, or its own."""
    return "bests" if one.code.startswith("best_") else one.code.partition(":")[0]


def _is_trifle(one: Evidence) -> bool:
    """Tell whether a lift has tired this one, or a region is tired, by too little to say."""
    return one.code.startswith("tired_") and one.value < _WORTH_A_LINE


def _parts(told: list[Evidence], voice: Voice) -> list[str]:
    """Say several numbers; the best of 30 days is that of 90 where both are one set."""
    if [one.code for one in told] == ["best_30_days", "best_90_days"]:
        first, second = told
        if first.value == second.value:
            load = dict(forms_of_number(first.value, first.unit, voice))
            return [voice.text("details", "best_of_both", **load)]
    return [_part(one, voice) for one in told]


def _part(one: Evidence, voice: Voice) -> str:
    """Say one number of several; after a colon in its code stands a lift, a region or a move."""
    code, _, of = one.code.partition(":")
    forms = dict(forms_of_number(one.value, one.unit, voice))
    forms |= {"lift": lift_text(of, voice), "muscle": muscle_name(of, voice)}
    forms |= {"move": move_text(of, voice)}
    return voice.text("evidence", code, **forms)


def _number_line(one: Evidence, voice: Voice, at: datetime | None) -> str:
    """Say one number; a share is about so much, but never about under a percent."""
    forms = dict(forms_of_number(one.value, one.unit, voice))
    forms["about"] = forms.get("share", "")
    if one.value >= _LEAST_LOST:
        forms["about"] = voice.text("numbers", "about", share=forms["about"])
    if one.code == "days_since" and at is not None:
        date = date_text(days_before(at, one.value))
        forms["days"] = days_text(calendar_days(at, one.value), voice)
        return voice.text("details", "days_since_on", **forms, date=date)
    return voice.text("evidence", one.code, round(one.value), **forms)
