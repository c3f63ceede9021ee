"""
Sheets with pipes: a row for each workout, a column for each lift, cells `weight,reps,reps,...`.

The programme prescribes five repetitions a set. Zeros at the end of a cell are sets that were
not tried. A cell with a set of more than five has left the programme, and what was planned in
it is not known. A star after the weight is the lifter's own mark and is kept as a note.

Reason to change: another way of writing a workout into one row.
"""

from __future__ import annotations

import re

from liftguard.importers.app import App, Records
from liftguard.importers.apps.stronglifts import PRESCRIBED_REPS
from liftguard.importers.expand import Part, expanded
from liftguard.lifts import find_lift
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["PIPES"]

_SETS = re.compile(r"\s*[0-9.]+\*?(?:\s*,\s*[0-9]{1,4})+[\s,]*")
_OWN = ("lift", "load", "reps", "target", "note")


def _lift_or_other(header: str) -> str | None:
    """Read the name of a lift as a column of sets; of others, their cells tell."""
    if not header.strip():
        return None
    return f"{'sets' if find_lift(header).key is not None else 'other'} {header}"


def _one_record_for_each_set(records: Records) -> Records:
    """Expand the cells of every workout, in the order of the columns."""
    lifts = [
        field
        for field, texts in records.columns.items()
        if field.startswith("sets ")
        or (field.startswith("other ") and any(map(_SETS.fullmatch, texts)))
    ]
    parts: list[Part] = []
    problems: list[Problem] = []
    for place, row in enumerate(records.rows):
        cells = [(records.names[field], records.columns[field][place]) for field in lifts]
        cells = [(lift, cell) for lift, cell in cells if cell.strip()]
        bad = next((pair for pair in cells if not _SETS.fullmatch(pair[1])), None)
        if bad is not None:
            wanted = Phrase("a weight and repetitions, such as 110,5,5,5,5,5")
            problems.append(Problem(row=row, column=bad[0], got=bad[1], wanted=wanted))
            continue
        parts += [part for lift, cell in cells for part in _parts(place, lift, cell)] or [
            Part(place=place, cells={"lift": "no lift"})
        ]
    return expanded(records, parts, _OWN, problems)


def _parts(place: int, lift: str, cell: str) -> list[Part]:
    """Read "150,5,4,0,0": five repetitions, then four of five; the rest was not tried."""
    load, *reps = [text.strip() for text in cell.strip(" ,\t\r\n").split(",")]
    while len(reps) > 1 and not int(reps[-1]):
        reps.pop()
    own = {"lift": lift, "load": load.removesuffix("*")}
    if load.endswith("*"):
        own["note"] = load
    if max(map(int, reps)) <= PRESCRIBED_REPS:
        own["target"] = str(PRESCRIBED_REPS)
    names = dict.fromkeys(("lift", "load", "reps"), lift)
    return [Part(place=place, cells={**own, "reps": text}, names=names) for text in reps]


PIPES = App(
    name="pipes",
    label=Phrase("a sheet with pipes"),
    columns={"when": ("Date",), "session_note": ("Notes", "Note", "Comment")},
    field_by_rule=_lift_or_other,
    needs=("when", "sets"),
    separators="|",
    ends_early=True,
    says_zero=True,
    at_known_to="day",
    arrange=_one_record_for_each_set,
)
