"""
StrongLifts until about 2018: a row for each workout, whose column names repeat.

`Date,Note,Workout,Body Weight,Exercise 1,Weight (KG),Weight (LB),Set 1,...,Exercise 2,...`:
each load stands in both units, and the body's weight, such as "183lb", shows which one is
the lifter's own. Zeros at the end of an exercise are places of sets that were not tried.

Reason to change: another old export of StrongLifts comes to light.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from liftguard.importers.app import NOT_DONE, App, Records, kind_of, plain_name
from liftguard.importers.apps.stronglifts import prescribed
from liftguard.importers.cells import read_number
from liftguard.importers.expand import Part, expanded

__all__ = ["STRONGLIFTS_OLD"]

_NUMBERED = re.compile(r"(exercise|set)([0-9]{1,2})")
_SETS = tuple(f"set_{number}" for number in range(1, 11))
_NOT_DONE = "not done"
_MOST_BLOCKS = 8  # exercises of a workout
_BLOCK = " exercise kg lb set_1 set_2 set_3 set_4 set_5"
_LAYOUTS = tuple(
    start + _BLOCK * blocks + end
    for start in ("when session_note figure figure", "when session_note title bodyweight")
    for blocks in range(2, _MOST_BLOCKS + 1)
    for end in ("", " about")  # a separator at the end of each row
)


def _numbered(header: str) -> str | None:
    """Read "Exercise 2" as "exercise 2", and "Set 3" as "set_3", which returns for each."""
    match = _NUMBERED.fullmatch(plain_name(header))
    if match is None:
        return None
    return f"{match[1]}{' ' if match[1] == 'exercise' else '_'}{int(match[2])}"


def _one_record_for_each_set(records: Records) -> Records:
    """Expand the workouts, exercise by exercise."""
    blocks = sorted(
        int(field.partition(" ")[2]) for field in records.columns if kind_of(field) == "exercise"
    )
    parts: list[Part] = []
    for place in range(len(records.rows)):
        own = [part for block in blocks for part in _parts(records, place, block)]
        parts += own or [Part(place=place, cells={"lift": "none", "mark": _NOT_DONE})]
    return expanded(records, parts, ("lift", "mark", "load", "unit", "reps", "target"))


def _parts(records: Records, place: int, block: int) -> list[Part]:
    """Make the records of one exercise of one workout."""
    lift = records.text(f"exercise {block}", place)
    sets = [(field, records.text(field, place)) for field in (f"{one} {block}" for one in _SETS)]
    sets = [(field, reps) for field, reps in sets if reps]
    while sets and read_number(sets[-1][1]) == 0.0:
        sets.pop()
    counts = [read_number(reps) for _, reps in sets]
    target = prescribed([count for count in counts if isinstance(count, float)])
    loads = {unit: records.text(f"{unit} {block}", place) for unit in _units(records, place)}
    unit, load = next((pair for pair in loads.items() if pair[1]), ("", ""))
    return [
        Part(
            place=place,
            cells={"lift": lift, "load": load, "unit": unit, "reps": reps, "target": target},
            names={
                "lift": records.names[f"exercise {block}"],
                "load": records.names.get(f"{unit} {block}", "Weight"),
                "reps": records.names[field],
            },
        )
        for field, reps in sets
    ]


def _units(records: Records, place: int) -> Sequence[str]:
    """Name the lifter's own unit first."""
    own = records.text("bodyweight", place).casefold()
    return ("lb", "kg") if own.rstrip("s.").endswith("lb") else ("kg", "lb")


STRONGLIFTS_OLD = App(
    name="stronglifts",
    label="StrongLifts",
    columns={
        "when": ("Date",),
        "session_note": ("Note", "Notes"),
        "title": ("Workout",),
        "bodyweight": ("Body Weight",),
        "body_kg": ("Body Weight (KG)",),
        "body_lb": ("Body Weight (LB)", "Body Weight (LBS)"),
        "kg": ("Weight (KG)",),
        "lb": ("Weight (LB)", "Weight (LBS)"),
    },
    field_by_rule=_numbered,
    repeats=("exercise", "figure", "kg", "lb", *_SETS),
    headerless=_LAYOUTS,
    needs=("when", "exercise", "kg|lb", "set_1"),
    ends_early=True,
    at_known_to="day",
    not_sets={_NOT_DONE: NOT_DONE},
    arrange=_one_record_for_each_set,
)
