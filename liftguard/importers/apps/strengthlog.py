"""
StrengthLog: no table but a line for each workout and each set, below those about the lifter.

A set says what its numbers are: "Exercise, Squat",Set,1,reps,5,weight,100,rpe,8. The lines
become rows of a table, one for each set; below the heading "Workouts" a line that is neither
a workout nor a set stays as it is, to be reported.

Reason to change: StrengthLog changes its export.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from liftguard.importers.app import App, Records

__all__ = ["STRENGTHLOG", "rows_of_strengthlog"]

_HEAD = ["Workouts"]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:.]{1,20}Z?)?")
_EXERCISE = re.compile(r"Exercise,\s*([^\n]{1,200})")
_OF_A_SET = (
    "reps",
    "weight",
    "extraWeight",
    "rpe",
    "time",
    "distanceKm",
    "distanceMeter",
    "warmup",
)
_WORKOUT = ["Name", "Date"]  # how the line begins that names what a workout's line holds


def rows_of_strengthlog(rows: Sequence[list[str]]) -> list[list[str]] | None:
    """Make a table of the lines; None where it is no such file."""
    start = rows.index(_HEAD) if _HEAD in rows else None
    if start is None or not any(row and _EXERCISE.fullmatch(row[0]) for row in rows):
        return None
    table = [["StrengthLog workout", "Date", "Exercise", "Set", *_OF_A_SET]]
    title = day = ""
    for row in filter(None, rows[start + 1 :]):
        exercise = _EXERCISE.fullmatch(row[0])
        if exercise is not None and row[1:2] == ["Set"]:
            said = dict(zip(row[3::2], row[4::2], strict=False))
            table.append(
                [title, day, exercise[1], *row[2:3], *(said.get(one, "") for one in _OF_A_SET)]
            )
        elif len(row) > 1 and _DAY.fullmatch(row[1]):
            title, day = row[0], row[1]
        elif list(row[:2]) != _WORKOUT:
            table.append(list(row))
            title = day = ""  # a workout's line, maybe: the sets below it have no day
    return table


def _one_column_of_each(records: Records) -> Records:
    """Take the weight that was added to the body, either distance, and which are warm-ups."""
    weights = zip(records.columns["load"], records.columns["extra"], strict=True)
    marks = (
        {"1": "true", "0": "false", "": "false"}.get(text, text) for text in records.columns["mark"]
    )
    blank = [""] * len(records.rows)
    far, metres = (records.columns.get(one, blank) for one in ("distance", "metres"))
    told = ["distance" if text else "metres" for text in far]
    columns = {
        "load": [load if load not in ("", "0") else added or load for load, added in weights],
        "distance": [km or m for km, m in zip(far, metres, strict=True)],
        "mark": list(marks),
    }
    own_names = {"distance": [records.names.get(one, one) for one in told]}
    return attrs.evolve(records, columns={**records.columns, **columns}, own_names=own_names)


STRENGTHLOG = App(
    name="strengthlog",
    label="StrengthLog",
    columns={
        "title": ("StrengthLog workout",),
        "when": ("Date",),
        "lift": ("Exercise",),
        "set_index": ("Set",),
        "reps": ("reps",),
        "load": ("weight",),
        "extra": ("extraWeight",),
        "rpe": ("rpe",),
        "seconds": ("time",),
        "distance": ("distanceKm",),
        "metres": ("distanceMeter",),
        "mark": ("warmup",),
    },
    needs=("title", "when", "lift", "reps", "load", "extra", "mark"),
    marks={"true": ("warmup", False), "false": ("normal", False)},
    arrange=_one_column_of_each,
)
