"""
StrongLifts: a row for each exercise of a workout, `Set 1 (Reps),Set 1 (KG),Set 2 (Reps),...`.

The programme prescribes five repetitions a set. A row with a set of more than five has left it,
and one whose best set has three or fewer may be threes or singles by plan, or fives that
failed: what was planned there is not known.

Zero repetitions also fill places of sets that were never there. The column "Sets×Reps"
tells them apart where it lists the sets: "5/5/0/5/-" has a miss and a set that was not
done. Elsewhere zeros after the last completed set were not tried.

Reason to change: StrongLifts changes its export.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from liftguard.importers.app import NOT_DONE, App, Records, plain_name
from liftguard.importers.cells import read_number
from liftguard.importers.expand import Part, expanded
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["PRESCRIBED_REPS", "STRONGLIFTS", "prescribed"]

PRESCRIBED_REPS = 5  # repetitions of a set of the programme
_MOST_BY_PLAN = 3  # fewer than five that the app also prescribes: threes and singles
_NUMBERED = re.compile(r"set([0-9]{1,3})(reps|kg|lb)s?")
_NOT_DONE = "not done"
_MOST_PLACES = 20  # for sets in a row
_LAYOUT = (
    "when number title about body lift summary by_time about about about about about span start "
    "about note"
)  # where no header names the columns; the places for sets follow
_OWN = ("lift", "mark", "target", "reps", "seconds")


@attrs.frozen(kw_only=True)
class _Slot:
    """One place for a set in a row: its cells, and the names of their columns."""

    unit: str
    load: str
    reps: str
    names: dict[str, str]

    @property
    def count(self) -> float | None:
        """Repetitions, or None where the cell is blank or no number."""
        number = read_number(self.reps)
        return number if isinstance(number, float) else None


def _numbered(header: str) -> str | None:
    """Read "Set 3 (KG)" as "kg 3"."""
    match = _NUMBERED.fullmatch(plain_name(header))
    return f"{match[2]} {int(match[1])}" if match is not None else None


def _one_record_for_each_set(records: Records) -> Records:
    """Expand the rows, and join the day with the hour at which the workout started."""
    columns = dict(records.columns)
    if "start" in columns:
        moments = zip(columns["when"], columns["start"], strict=True)
        columns["when"] = [f"{day} {clock}".strip() for day, clock in moments]
    records = attrs.evolve(records, columns=columns)
    numbers = sorted({int(field.partition(" ")[2]) for field in columns if " " in field})
    units = [
        unit for unit in ("kg", "lb", "load") if any(one.startswith(f"{unit} ") for one in columns)
    ]
    parts: list[Part] = []
    problems: list[Problem] = []
    for place, row in enumerate(records.rows):
        slots = _slots(records, place, numbers, units or ["lb"])
        bare = [slot for slot in slots if slot.count and not slot.load]
        if bare and any(slot.load for slot in slots):
            wanted = Phrase("the load of these repetitions, as of the others in the row")
            column = bare[0].names[bare[0].unit]
            problems.append(Problem(row=row, column=column, got="", wanted=wanted))
            continue
        parts += _parts(records, place, slots)
    return expanded(records, parts, (*_OWN, *units), problems)


def _slots(
    records: Records, place: int, numbers: Sequence[int], units: Sequence[str]
) -> list[_Slot]:
    """List the places for sets in a row that are not blank; of two units the one that is said."""
    slots: list[_Slot] = []
    for number in numbers:
        said = (one for one in units if records.text(f"{one} {number}", place))
        unit = next(said, units[0])
        fields = {unit: f"{unit} {number}", "reps": f"reps {number}"}
        cells = {ours: records.text(field, place) for ours, field in fields.items()}
        if any(cells.values()):
            names = {ours: records.names.get(field, field) for ours, field in fields.items()}
            slots.append(_Slot(unit=unit, load=cells[unit], reps=cells["reps"], names=names))
    return slots


def _parts(records: Records, place: int, slots: Sequence[_Slot]) -> list[Part]:
    """Make the records of one row; one that says so where none of its sets was done."""
    lift = records.text("lift", place)
    if slots and all(slot.load.startswith("-") for slot in slots):
        lift = f"{lift} (assisted)"  # a load below zero is help
    sets = _tried(slots, records.text("summary", place).split("/"))
    if not sets:
        timed = records.text("by_time", place).replace("×", "x").rpartition("x")[2]
        cells = {"lift": lift, "seconds": timed, "mark": _NOT_DONE if slots else ""}
        names = {"seconds": records.names.get("by_time", "seconds")}
        return [Part(place=place, cells=cells, names=names)]
    target = prescribed([slot.count for slot in sets if slot.count is not None])
    return [
        Part(
            place=place,
            cells={"lift": lift, "target": target, "reps": slot.reps, slot.unit: slot.load},
            names=slot.names,
        )
        for slot in sets
    ]


def _tried(slots: Sequence[_Slot], summary: Sequence[str]) -> list[_Slot]:
    """Leave out the places of sets that were not tried."""
    if len(slots) == len(summary) > 1:
        said = zip(slots, summary, strict=True)
        sets = [slot for slot, word in said if word.strip() != "-" or slot.count]
    else:
        sets = list(slots)
        while sets and sets[-1].count == 0.0:
            sets.pop()
    return [slot for slot in sets if slot.reps]


def prescribed(counts: Sequence[float]) -> str:
    """Tell how many repetitions each set of a row was to have; blank where it is not known."""
    best = max(counts, default=0.0)
    return str(PRESCRIBED_REPS) if _MOST_BY_PLAN < best <= PRESCRIBED_REPS else ""


STRONGLIFTS = App(
    name="stronglifts",
    label="StrongLifts",
    columns={
        "when": ("Date (yyyy/mm/dd)", "Date"),
        "start": ("Start Time (h:mm)",),
        "title": ("Workout Name",),
        "lift": ("Exercise",),
        "summary": ("Sets×Reps", "SetsxReps"),
        "by_time": ("Sets×Time", "SetsxTime"),
        "note": ("Notes", "Note"),
        "body_kg": ("Body Weight (KG)", "Body Weight"),
        "body_lb": ("Body Weight (LB)", "Body Weight (LBS)"),
        "span": ("Duration (hours)",),
    },
    field_by_rule=_numbered,
    needs=("when", "lift", "kg|lb", "reps"),
    repeats=("reps", "load", "about"),
    headerless=tuple(_LAYOUT + " reps load" * places for places in range(1, _MOST_PLACES + 1)),
    not_sets={_NOT_DONE: NOT_DONE},
    arrange=_one_record_for_each_set,
)
