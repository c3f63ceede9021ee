"""
What a report found, and what the parts of its page share.

Reason to change: what is looked back on, or what else the page is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import attrs

import liftguard as lg
from liftguard.command.asked import cut_lines
from liftguard.lifts import lift_of
from liftguard.words.numbers import number_text
from liftguard.words.voice import Voice

__all__ = [
    "YEAR",
    "Reported",
    "Then",
    "days_drawn",
    "lifts_by_use",
    "main_lifts",
    "say",
    "sets_text",
    "some_lines",
]

YEAR = timedelta(days=365)
"""That is looked back on."""

_LISTED = 200  # rows, names and warnings


class Then(NamedTuple):
    """The moment that a report is for."""

    at: datetime | None  # None of a log without entries
    is_day_after: bool = True  # the last entry
    left_out: int = 0  # entries of the log that were not known yet

    def text(self, voice: Voice) -> str:
        """Say which it is."""
        if self.is_day_after:
            return voice.text("command", "day_after")
        return f"{self.at:%Y-%m-%d %H:%M}"

    def cut_lines(self, voice: Voice) -> list[str]:
        """Say from when on the log was not looked at; nothing where all of it was."""
        return cut_lines(self.at, self.left_out, voice)


class Reported(NamedTuple):
    """What `report` found: as it prints it, and the values behind it."""

    log: lg.Log
    file: str
    track: lg.Track
    judged: Sequence[lg.Judged]
    doubts: Sequence[lg.Doubt]
    found: dict[str, Any]
    then: Then
    asked_unit: str | None = None

    def voice_of(self, lift: str | None, voice: Voice) -> Voice:
        """Give the voice that speaks of a lift, in its unit."""
        units = {one["lift"]: one["unit"] for one in self.found["lifts"]}
        return attrs.evolve(voice, unit=units.get(lift, voice.unit))


def main_lifts(history: lg.History) -> dict[str, int]:
    """Count the sets of the main barbell lifts; of the commonest lifts where there are none."""
    counts = Counter(one.lift for one in history.sets)
    main = {lift: n for lift, n in counts.most_common() if lift_of(lift).strength_ratio is not None}
    return main or dict(counts.most_common(3))


def lifts_by_use(
    lifts: Sequence[dict[str, Any]], policy: lg.Policy
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Part lifts into those that are really done lately, those of long ago, and seldom ones."""
    often = [one for one in lifts if one["sets"] >= policy.few_sets] or list(lifts)
    lately = [one for one in often if (one["days_since"] or 0.0) <= policy.long_break_days]
    long_ago = [one for one in often if one not in lately]
    return lately, long_ago, [one for one in lifts if one not in often]


def say(voice: Voice, code: str, count: float = 0, /, **parts: str) -> str:
    """Say something of the page."""
    return voice.text("page", code, count, **parts)


def sets_text(count: int, voice: Voice) -> str:
    """Say a number of sets."""
    return voice.text("command", "sets", count, n=number_text(count, voice))


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
