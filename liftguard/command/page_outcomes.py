"""
The part of a report"s page on how good the chances were for this lifter.

Reason to change: what is said there of own outcomes.
"""

from __future__ import annotations

from typing import Any

from liftguard.command.page_pictures import chances_picture
from liftguard.command.report_outcomes import rows_of
from liftguard.command.reported import Reported, say
from liftguard.display.markup import tag
from liftguard.display.page import figure, fold, paragraph, table
from liftguard.words.numbers import number_text, share_text
from liftguard.words.voice import Voice

__all__ = ["outcomes_part"]


def outcomes_part(told: Reported, voice: Voice) -> list[str]:
    """Say what was to be expected and what came, with a picture and a table."""
    measured = {code: one for code, one in told.found["outcomes"].items() if one is not None}
    if not measured:
        return [paragraph(say(voice, "no_outcomes"))]
    inside = [
        tag("div", *_measure(code, one, voice), class_="one") for code, one in measured.items()
    ]
    lead = paragraph(say(voice, "outcomes_lead"), "soft")
    return [lead, tag("div", *inside, class_="figures")]


def _measure(code: str, one: dict[str, Any], voice: Voice) -> list[str]:
    counts = {
        "n": number_text(one["sets"], voice),
        "missed": number_text(one["failed"], voice),
        "expected": number_text(one["expected"], voice, 1),
    }
    rows = rows_of(one)
    title, drawn = chances_picture(code, rows, voice)
    heads = [say(voice, head) for head in ("chance_said", "mean_said", "came", "range")]
    heads.insert(1, voice.text("headings", "sets"))
    cells = [
        (
            _between(row.low, row.high, voice),
            number_text(row.count, voice),
            share_text(row.mean_p, voice),
            share_text(row.observed, voice) if row.observed else "0 %",
            _between(row.observed_low, row.observed_high, voice),
        )
        for row in rows
    ]
    return [
        paragraph(say(voice, f"{code}_counts", one["sets"], **counts)),
        paragraph(say(voice, one["stands"])),
        figure(drawn, title),
        fold(say(voice, "details", what=title), table(title, heads, cells)),
    ]


def _between(low: float, high: float, voice: Voice) -> str:
    said = [
        voice.text("numbers", "percent", n=number_text(100.0 * one, voice, 1))
        for one in (low, high)
    ]
    return say(voice, "between", low=said[0], high=said[1])
