"""
Wide sheets: a row for each exercise of a day, `set1weight,set1reps,set2weight,set2reps,...`.

Exertion, bar speed and rest may stand beside them: `Set 1 RPE`. A number may stand in front of
what is numbered or behind it, in any language of plain sheets: `Satz 1 kg`, `Weight 1`.

A row may end before the header does. A load of zero stands for the body alone, so a blank
one beside repetitions is a mistake. So is a blank beside the load where other sets of the
row have repetitions: a cell is missing, and what follows it has moved. A row of loads
without any repetitions is a plan.

Reason to change: another way of laying sets side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from liftguard.importers.app import App, Records, kind_of, plain_name
from liftguard.importers.apps.sheet import SHEET
from liftguard.importers.expand import Part, expanded
from liftguard.importers.side_columns import field_beside
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["WIDE"]

_SET = r"(?:sets?|satz|serie|série|series|séries|seria|sarja|sorozat|подход|підхід|セット|组|세트)"
_NUMBERED = re.compile(
    rf"{_SET}(?P<first>[0-9]{{1,3}})(?P<what>[^0-9]+)|(?P<word>[^0-9]+?){_SET}?(?P<last>[0-9]{{1,3}})"
)
_LOADS = ("load", "kg", "lb")
_BESIDE = ("rpe", "rir", "velocity", "rest")
_LONGEST_NAME = 60  # letters of a column's name

Cells = Mapping[str, tuple[str, str]]
"""Our field -> the numbered one, and the text of one set there."""


def _numbered(header: str) -> str | None:
    """Read "set3weight" as "load 3", and "RPE 3" as "rpe 3"."""
    match = _NUMBERED.fullmatch(plain_name(header[:_LONGEST_NAME]))
    if match is None:
        return None
    word = match["what"] or match["word"]
    field = SHEET.field_of(word) or field_beside(word)
    field = "reps" if field == "repetitions" else field
    known = field in (*_LOADS, "reps", *_BESIDE)
    return f"{field} {int(match['first'] or match['last'])}" if known else None


def _one_record_for_each_set(records: Records) -> Records:
    """Expand the rows, and give each exercise the name that equipment and variant make."""
    parts: list[Part] = []
    problems: list[Problem] = []
    held = dict.fromkeys(map(kind_of, (field for field in records.columns if " " in field)))
    numbers = sorted({int(field.partition(" ")[2]) for field in records.columns if " " in field})
    for place, row in enumerate(records.rows):
        sets = list(_sets(records, place, numbers, list(held)))
        lacking = [one["reps"][0] for one in sets if not one["reps"][1]]
        if lacking and len(lacking) < len(sets):
            column = records.names.get(lacking[0], lacking[0])
            wanted = Phrase("the repetitions of this load, as of the others in the row")
            problems.append(Problem(row=row, column=column, got="", wanted=wanted))
            continue
        loads = [text for one in sets for field, (_, text) in one.items() if field in _LOADS]
        lift = _lift(records, place, list(filter(None, loads)))
        for one in sets or [{field: (field, "") for field in held}]:
            names = {field: records.names.get(own, own) for field, (own, _) in one.items()}
            cells = {field: text for field, (_, text) in one.items()}
            parts.append(Part(place=place, cells={"lift": lift, **cells}, names=names))
    return expanded(records, parts, ("lift", *held), problems)


def _sets(
    records: Records, place: int, numbers: Sequence[int], held: Sequence[str]
) -> Iterator[Cells]:
    """List the sets of a row that have a load or repetitions."""
    for number in numbers:
        own = {field: f"{field} {number}" for field in held}
        cells = {field: (name, records.text(name, place)) for field, name in own.items()}
        if any(cells[field][1] for field in (*_LOADS, "reps") if field in cells):
            yield cells


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
    label=Phrase("a wide sheet"),
    columns={
        "when": SHEET.columns["when"],
        "lift": SHEET.columns["lift"],
        "equipment": ("equipment",),
        "variant": ("variant",),
        "note": SHEET.columns["note"],
    },
    field_by_rule=_numbered,
    needs=("when", "lift", "load|kg|lb", "reps"),
    ends_early=True,
    says_zero=True,
    at_known_to="day",
    arrange=_one_record_for_each_set,
)
