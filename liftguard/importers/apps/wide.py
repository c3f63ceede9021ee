"""
Wide sheets: a row for each exercise of a day, `set1weight,set1reps,set2weight,set2reps,...`.

A row may end before the header does. A load of zero stands for the body alone, so a blank
one beside repetitions is a mistake. So is a blank beside the load where other sets of the
row have repetitions: a cell is missing, and what follows it has moved. A row of loads
without any repetitions is a plan.

Reason to change: another way of laying sets side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from liftguard.importers.app import App, Records, kind_of, plain_name
from liftguard.importers.expand import Part, expanded
from liftguard.records import Problem

__all__ = ["WIDE"]

_NUMBERED = re.compile(r"set([0-9]{1,3})(weight|reps)")
_FIELDS = {"weight": "load", "reps": "reps"}

Cell = tuple[str, str]
"""Field and text of the load, or of the repetitions, of one set."""


def _numbered(header: str) -> str | None:
    """Read "set3weight" as "load 3"."""
    match = _NUMBERED.fullmatch(plain_name(header))
    return f"{_FIELDS[match[2]]} {int(match[1])}" if match is not None else None


def _one_record_for_each_set(records: Records) -> Records:
    """Expand the rows, and give each exercise the name that equipment and variant make."""
    parts: list[Part] = []
    problems: list[Problem] = []
    numbers = sorted({int(field.partition(" ")[2]) for field in records.columns if " " in field})
    for place, row in enumerate(records.rows):
        sets = list(_sets(records, place, numbers))
        lacking = [reps for _, reps in sets if not reps[1]]
        if lacking and len(lacking) < len(sets):
            column = records.names.get(lacking[0][0], lacking[0][0])
            wanted = "the repetitions of this load, as of the others in the row"
            problems.append(Problem(row=row, column=column, got="", wanted=wanted))
            continue
        lift = _lift(records, place, [load[1] for load, _ in sets])
        for load, reps in sets or [(("load 1", ""), ("reps 1", ""))]:
            names = {kind_of(field): records.names.get(field, field) for field, _ in (load, reps)}
            cells = {"lift": lift, "load": load[1], "reps": reps[1]}
            parts.append(Part(place=place, cells=cells, names=names))
    return expanded(records, parts, ("lift", "load", "reps"), problems)


def _sets(records: Records, place: int, numbers: Sequence[int]) -> Iterator[tuple[Cell, Cell]]:
    """List the sets of a row that are not blank."""
    for number in numbers:
        fields = f"load {number}", f"reps {number}"
        load, reps = (records.text(field, place) for field in fields)
        if load or reps:
            yield (fields[0], load), (fields[1], reps)


def _lift(records: Records, place: int, loads: Sequence[str]) -> str:
    """Name a lift "bench (barbell, flat)"; on a machine, loads below zero are help."""
    exercise, equipment, variant = (
        records.text(field, place) for field in ("lift", "equipment", "variant")
    )
    if equipment.casefold() == "machine" and loads and all(load[:1] == "-" for load in loads):
        equipment = "assisted"
    details = ", ".join(filter(None, (equipment, variant)))
    return f"{exercise} ({details})" if exercise and details else exercise


WIDE = App(
    name="wide",
    label="a wide sheet",
    columns={
        "when": ("date",),
        "lift": ("exercise", "lift"),
        "equipment": ("equipment",),
        "variant": ("variant",),
        "note": ("note", "notes"),
    },
    field_by_rule=_numbered,
    needs=("when", "lift", "load", "reps"),
    ends_early=True,
    says_zero=True,
    at_known_to="day",
    arrange=_one_record_for_each_set,
)
