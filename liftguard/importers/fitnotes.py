"""
FitNotes for Android: days without times, exertion sometimes in the comment.

Reason to change: FitNotes changes its export.
"""

from __future__ import annotations

import re

import attrs

from liftguard.importers.app import App, Records

__all__ = ["FITNOTES"]

_NUMBER = r"(10(?:[.,]0)?|[1-9](?:[.,]\d)?)"
_RPE = re.compile(
    rf"(?<![\d.,]){_NUMBER}\s?rpe\b|\brpe\s?[:=@]?\s?{_NUMBER}(?![\d.,]*\d)", re.IGNORECASE
)


def _rpe_from_comment(records: Records) -> Records:
    """Read an exertion such as "7.5 rpe" out of the comments; other text stays a note."""
    comments = records.columns.get("note")
    if comments is None:
        return records
    found = [_RPE.search(comment) if comment else None for comment in comments]
    rpe = [(match[1] or match[2]) if match else "" for match in found]
    return attrs.evolve(records, columns={**records.columns, "rpe": rpe})


FITNOTES = App(
    name="fitnotes",
    label="FitNotes",
    columns={
        "when": ("Date",),
        "lift": ("Exercise",),
        "category": ("Category",),
        "load": ("Weight",),
        "kg": ("Weight (kgs)", "Weight (kg)"),
        "lb": ("Weight (lbs)", "Weight (lb)"),
        "unit": ("Weight Unit",),
        "reps": ("Reps",),
        "distance": ("Distance",),
        "distance_unit": ("Distance Unit",),
        "seconds": ("Time",),
        "note": ("Comment",),
    },
    needs=("when", "lift", "category", "load|kg|lb", "reps"),
    at_known_to="day",
    arrange=_rpe_from_comment,
)
