"""
Columns of planned repetitions in tables kept by hand: their names, and which hold loads instead.

Reason to change: another word for such a column.
"""

from __future__ import annotations

import math

import attrs

from liftguard.importers.app import Records, plain_name
from liftguard.importers.cells import parted_load, read_number
from liftguard.phrase import Phrase

__all__ = ["PLANNED_REPS", "TARGETS", "without_planned_loads"]

PLANNED_REPS = (
    "Planned Reps",
    "Target Reps",
    "Prescribed Reps",
    "Required Reps",
    "Goal Reps",
    "Reps Planned",
    "Reps Target",
    "Reps Goal",
    "Planned Repetitions",
    "Target Repetitions",
    "Ziel-Wdh",
    "Soll-Wdh",
    "Geplante Wdh",
    "Wdh geplant",
    "Zielwiederholungen",
    "Geplante Wiederholungen",
    "Repeticiones objetivo",
    "Repeticiones planificadas",
    "Repetições planejadas",
    "Répétitions prévues",
    "Ripetizioni previste",
)
"""What lifters call the repetitions that were meant."""

TARGETS = ("Target", "Prescribed", "Planned", "Goal", "Ziel", "Soll")
"""What they may be called, and columns of planned loads as well."""


def without_planned_loads(records: Records) -> Records:
    """Leave out a column of targets where most are nearer to the loads than to repetitions."""
    name = records.names.get("target", "")
    if plain_name(name) not in map(plain_name, TARGETS):
        return records
    field = next(one for one in ("load", "kg", "lb") if one in records.columns)
    cells = (records.columns[one] for one in ("target", field, "repetitions"))
    rows = [tuple(map(_number_in, row)) for row in zip(*cells, strict=True)]
    told = [row for row in rows if not any(map(math.isnan, row))]
    loads = sum(abs(one - load) < abs(one - reps) for one, load, reps in told)
    if loads * 2 <= len(told):
        return records
    columns = {ours: texts for ours, texts in records.columns.items() if ours != "target"}
    says = Phrase(
        "not read: the column {name}, as it holds loads rather than repetitions", name=name
    )
    return attrs.evolve(records, columns=columns, notices=(*records.notices, says))


def _number_in(cell: str) -> float:
    """Read a number, with a unit or without; NaN where it is none."""
    number = read_number(parted_load(cell)[0])
    return number if isinstance(number, float) else math.nan
