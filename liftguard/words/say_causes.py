"""
The three causes in words: what part one has, and what was recorded of it.

Reason to change: what is told of a cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from liftguard.judge.causes import Cause, Evidence
from liftguard.words.language import sentence
from liftguard.words.names import lift_text, muscle_text
from liftguard.words.numbers import (
    calendar_days,
    date_text,
    days_text,
    forms_of_number,
    list_text,
)
from liftguard.words.voice import Voice

__all__ = ["cause_sentence", "evidence_lines", "is_worth_a_line", "part_text"]

_SHARES = ((0.4, "part"), (0.6, "half"))  # up to, of 1: no finer than the sizes are known
_WORTH_A_LINE = 0.005  # of capacity
_ELSEWHERE = {"capacity_low", "capacity_middle", "capacity_high", "sets"}  # other lines tell


def cause_sentence(cause: Cause, voice: Voice) -> str:
    """Say what part a cause has; of one that is not named, that it does not stand out."""
    if not cause.named:
        name = voice.text("causes", cause.code)
        return sentence(voice.text("cause_sentences", "small", cause=name))
    said = part_text(cause.code, cause.share, voice)
    if any(one.code == "step_from" for one in cause.evidence):
        said = voice.text("cause_sentences", "first_hard_set", cause=said)
    muscle = muscle_text(cause.regions[0], voice) if cause.regions else ""
    if cause.code == "overload" or muscle:
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
    """Tell whether a cause that is not named takes half a percent of capacity, or may do so."""
    lost = next((one for one in cause.evidence if one.code.startswith("lost_")), None)
    return lost is None or lost.value >= _WORTH_A_LINE


def _evidence_lines(
    evidence: tuple[Evidence, ...], voice: Voice, at: datetime | None
) -> Iterator[str]:
    bests = [one for one in evidence if one.code.startswith("best_")]
    for one in evidence:
        if one in bests:
            if one is bests[0]:
                yield _bests_line(bests, voice)
        elif one.code not in _ELSEWHERE and not _is_trifle(one):
            yield _number_line(one, voice, at)


def _is_trifle(one: Evidence) -> bool:
    """Tell whether another lift has tired this one by too little to say."""
    return one.code.startswith("tired_by:") and one.value < _WORTH_A_LINE


def _number_line(one: Evidence, voice: Voice, at: datetime | None) -> str:
    """Say one number; what stands after a colon in its code is a lift."""
    code, _, lift = one.code.partition(":")
    forms = dict(forms_of_number(one.value, one.unit, voice))
    forms["lift"] = lift_text(lift, voice)
    if one.code == "days_since" and at is not None:
        date = date_text(at - timedelta(days=one.value))
        forms["days"] = days_text(calendar_days(at, one.value), voice)
        return voice.text("details", "days_since_on", **forms, date=date)
    return voice.text("evidence", code, round(one.value), **forms)


def _bests_line(bests: list[Evidence], voice: Voice) -> str:
    """Say the own bests together."""
    said = [
        voice.text("evidence", one.code, **forms_of_number(one.value, one.unit, voice))
        for one in bests
    ]
    return voice.text("details", "bests", bests=list_text(said, voice))
