"""
Flexify, and Massive, which it came from: a row for each set, and some rows that hold none.

A hidden row only puts an exercise on the app's list. Flexify writes what the body weighed as
repetitions of none of an exercise called "Weight", and beside each set. The sets, minutes and
seconds of Massive are settings of the exercise: how many sets, and how long to rest.

Reason to change: Flexify or Massive changes its export.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from liftguard.importers.app import App, Records
from liftguard.importers.cells import plain, read_number, read_unit
from liftguard.phrase import Phrase

__all__ = ["FLEXIFY", "MASSIVE"]

LISTED = Phrase("an exercise of the app's list")
WEIGHED = Phrase("body weight")

_WEIGHING = "weight"  # the exercise as which the body is weighed


def _weighings_told_apart(records: Records) -> Records:
    """Mark the rows in which the body was weighed, and give its weights the unit of their row."""
    columns = dict(records.columns)
    marks, weights = zip(*_told(records), strict=True) if records.rows else ((), ())
    return attrs.evolve(records, columns={**columns, "mark": marks, "weighed": weights})


def _told(records: Records) -> Iterator[tuple[str, str]]:
    """Give the mark of each row, and what the body weighed there."""
    for place in range(len(records.rows)):
        unit = records.text("unit", place)
        mark, weight = records.text("mark", place), plain(records.text("weighed", place))
        alone = not read_number(records.text("reps", place))
        if alone and records.text("lift", place).casefold() == _WEIGHING:
            mark, weight = WEIGHED, records.text("load", place)
        known = weight and isinstance(read_unit(unit), str)
        yield mark, f"{weight} {unit}" if known else weight


MASSIVE = App(
    name="massive",
    label="Massive",
    columns={
        "number": ("id",),
        "lift": ("exercise", "name"),  # beside an exercise, a name is another thing's
        "reps": ("reps",),
        "load": ("weight",),
        "when": ("created",),
        "unit": ("unit",),
        "mark": ("hidden",),
        "about": ("sets", "minutes", "seconds", "steps", "image"),
    },
    needs=("number", "lift", "reps", "load", "when", "unit"),
    repeats=("about",),
    at_known_to="set",
    marks={"false": ("normal", False), "0": ("normal", False)},
    not_sets={"true": LISTED, "1": LISTED},
)

FLEXIFY = App(
    name="flexify",
    label="Flexify",
    columns={
        **MASSIVE.columns,
        "weighed": ("bodyWeight",),
        "seconds": ("duration",),
        "distance": ("distance",),
        "cardio": ("cardio",),
        "rest": ("restMs",),
        "note": ("notes", "note"),
        "about": ("incline", "image", "planId", "category", "workoutId"),
    },
    needs=(*MASSIVE.needs, "cardio|weighed"),
    repeats=("about",),
    at_known_to="set",
    marks=MASSIVE.marks,
    not_sets={**MASSIVE.not_sets, WEIGHED: WEIGHED},
    arrange=_weighings_told_apart,
)
