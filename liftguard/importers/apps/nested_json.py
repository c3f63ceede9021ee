"""
JSON of apps that nobody here knows: days, exercises and sets in each other, under any names.

What its keys mean is read from their words, those of plain sheets and a few more that programs
have; where the names of the exercises and the days stand is worked out in `nested`.

Reason to change: another word for a key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from liftguard.importers.app import App
from liftguard.importers.apps.sheet import SHEET
from liftguard.importers.side_columns import field_beside
from liftguard.phrase import Phrase

__all__ = ["DONE", "KEYED", "NESTED", "field_in", "is_part", "words_of"]

KEYED = "its key"
"""Stands for the name of a key that holds data, as in {"2026-01-05": {"Squat": [...]}}."""

DONE = frozenset(
    ("actual", "done", "performed", "completed", "logged", "archived", "real", "recorded", "final")
)
_MEANT = frozenset(
    (
        *("target", "planned", "plan", "prescribed", "goal", "required", "suggested", "expected"),
        *("previous", "last", "default", "recommended", "max", "best", "estimated"),
    )
)
# What says no more than the key above it: a value and, in some databases, its type.
_VALUES = frozenset(
    (
        *("value", "amount", "quantity", "number", "date", "datetime", "iso", "name", "title"),
        *("text", "seconds", "numberlong", "numberint", "numberdouble", "numberdecimal"),
    )
)

_MORE = {
    "when": (
        *("Start", "Started", "Start Time", "Started At", "Start Date", "Start Date Time"),
        *("Begin", "Begin Time", "Begin Date", "Performed", "Performed On", "Local Date"),
        *("Workout Time", "Session Start", "Date Time"),
    ),
    "lift": ("Movement Name", "Exercise Type", "Exercise Id Name"),
    "load": ("Value", "W", "Mass", "Resistance", "Load Value", "Weight Value"),
    "repetitions": (
        *("Rep Count", "Repetition Count", "Num Reps", "Number Of Reps", "Reps Done"),
        *("Performed Reps", "Amount", "R"),
    ),
    "unit": ("Load Unit", "Mass Unit", "Weight Units", "Unit System"),
    "seconds": (
        *("Seconds", "Secs", "Duration", "Duration Seconds", "Duration Sec", "Duration S"),
        *("Time Seconds", "Hold", "Hold Seconds", "Dauer", "Durée"),
    ),
    "distance": (
        *("Distance", "Distance M", "Distance Km", "Distance Meters", "Distance Metres"),
        *("Meters", "Metres", "Distanz"),
    ),
    "warm": ("Is Warm Up", "Warm Up"),
    "session_note": ("Workout Notes", "Workout Note", "Session Notes", "Session Note"),
    "skipped": ("Skipped", "Is Skipped"),
}
LATE: Sequence[str] = (
    *("Timestamp", "Created", "Created At", "Logged At", "End", "End Time", "Ended At"),
    *("End Date", "Finished", "Finished At", "Completed At", "Saved At", "Updated At"),
)
"""What tells when a set was written down or done with, where nothing tells when it was begun."""


def _columns() -> dict[str, Sequence[str]]:
    """Join the words of sheets and those of programs; the first field that has a word keeps it."""
    late = set(map(str.casefold, LATE))
    columns = {field: list(names) for field, names in SHEET.columns.items() if field != "number"}
    columns["when"] = [name for name in columns["when"] if name.casefold() not in late]
    for field, names in _MORE.items():
        taken = {name.casefold() for own in columns.values() for name in own}
        own = columns.setdefault(field, [])
        own += [name for name in names if name.casefold() not in taken]
    return {**columns, "late": LATE}


NESTED: App = attrs.evolve(
    SHEET,
    name="json",
    label=Phrase("nested JSON"),
    columns=_columns(),
    needs=("when", "lift", "repetitions"),
    separators="",  # it is no table
)


def words_of(key: str) -> list[str]:
    """Part a key such as actualReps or actual_reps into its words, in small letters."""
    return [word.casefold() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+", key)]


@lru_cache(maxsize=4_096)
def field_in(path: tuple[str, ...]) -> str | None:
    """Find our word for a key, which may stand in an object that only says more of it."""
    last = path[-1]
    if len(path) > 1:
        above = path[-2]
        for name in (f"{above} {last}", f"{last} {above}"):
            if (field := _field_of(name)) is not None:
                return field
        field, word = field_in(path[:-1]), "".join(words_of(last))
        if field is not None and (word in _VALUES or (word == "id" and field == "lift")):
            return field
        if _MEANT & set(words_of(above)):
            return None
    if (field := _field_of(last)) is not None:
        return field
    first, *rest = words_of(last) or [""]
    return _field_of("".join(rest)) if first in DONE else None


def _field_of(name: str) -> str | None:
    """Find our word for a key as sheets and programs call it, or as what stands beside sets."""
    return NESTED.field_of(name) or field_beside(name)


@lru_cache(maxsize=4_096)
def is_part(key: str) -> bool:
    """Tell a key whose object only says more of it from one in which other objects stand."""
    return field_in((key,)) is not None or bool((DONE | _MEANT) & set(words_of(key)))
