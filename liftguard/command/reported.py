"""
What a report found, and what the parts of its page share.

Reason to change: what is looked back on, or what else the page is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import liftguard as lg
from liftguard.words.numbers import number_text
from liftguard.words.voice import Voice

__all__ = [
    "WORTH_SAYING",
    "YEAR",
    "Reported",
    "days_drawn",
    "say",
    "sets_text",
    "some_lines",
    "why_unsaid",
]

YEAR = timedelta(days=365)
"""That is looked back on."""

WORTH_SAYING = 0.1
"""House rule: the share of an excess from which on a cause is named beside a warning. [1]"""

_LISTED = 200  # rows, names and warnings


class Reported(NamedTuple):
    """What `report` found: as it prints it, and the values behind it."""

    log: lg.Log
    file: str
    track: lg.Track
    judged: Sequence[lg.Judged]
    doubts: Sequence[lg.Doubt]
    found: dict[str, Any]


def why_unsaid(caveats: Collection[str]) -> str:
    """Give the code of why the capacity of a lift cannot be said."""
    if "no_bodyweight" in caveats:
        return "no_bodyweight"
    few = {"few_sets", "no_sets"} & set(caveats)
    return "long_ago" if "long_break" in caveats and not few else "few_sets"


def say(voice: Voice, code: str, count: float = 0, /, **parts: str) -> str:
    """Say something of the page."""
    return voice.text("page", code, count, **parts)


def sets_text(count: int, voice: Voice) -> str:
    """Say a number of sets."""
    return say(voice, "sets", count, n=number_text(count, voice))


def some_lines(lines: Sequence[str], voice: Voice) -> list[str]:
    """Give the first lines, and say how many more there are."""
    more = len(lines) - _LISTED
    said = [voice.text("logs", "more", n=number_text(more, voice))] if more > 0 else []
    return [*lines[:_LISTED], *said]


def days_drawn(told: Reported) -> tuple[date, date]:
    """Give the first and the last day that are drawn: of sets, and a year at most."""
    last: datetime = told.log.history[-1].at
    first = max(told.log.history.sets[0].at, last - YEAR)
    return first.date(), last.date()
