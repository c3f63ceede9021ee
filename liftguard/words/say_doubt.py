"""
A doubt about a log, in words.

Reason to change: what is told of a doubt.
"""

from __future__ import annotations

from liftguard.review.log_check import Doubt
from liftguard.words.language import capital
from liftguard.words.names import lift_text
from liftguard.words.numbers import date_text, days_text, exact_load_text, number_text
from liftguard.words.voice import Voice

__all__ = ["doubt_sentences"]


def doubt_sentences(doubt: Doubt, voice: Voice) -> str:
    """Say what is doubtful in a log, and what it does to forecasts, in two sentences."""
    first, last = date_text(doubt.first), date_text(doubt.last)
    parts = {"n": number_text(doubt.count, voice), "first": first, "last": last}
    span = "on" if first == last else "between"
    parts["when"] = voice.text("doubt_parts", span, first=first, last=last)
    for one in doubt.evidence:
        if one.unit == "kg":
            parts[one.code] = exact_load_text(one.value, voice)
        elif one.code == "days":
            parts[one.code] = days_text(one.value, voice)
        else:
            parts[one.code] = number_text(one.value, voice, 1)
    parts["what"] = _doubtful_lifts(doubt, voice)
    said = voice.text("doubts", doubt.code, doubt.count, **parts)
    return f"{capital(said)} {voice.text('effects', doubt.effect)}"


def _doubtful_lifts(doubt: Doubt, voice: Voice) -> str:
    """Name the lift, or say how many there are."""
    if doubt.lift is not None:
        return lift_text(doubt.lift, voice)
    lifts = next((one.value for one in doubt.evidence if one.code == "lifts"), 0.0)
    return voice.text("doubt_parts", "lifts", lifts, n=number_text(lifts, voice))
