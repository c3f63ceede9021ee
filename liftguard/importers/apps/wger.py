"""
JSON of wger: log entries of its API, with or without the exercises that they point to.

A row is an entry of `workoutlog`. Exercises stand as numbers: their names are taken from the
`exerciseinfo` in the same file, else the lift is called after its number. Units are those
that wger comes with; repetitions in reserve count down from 10.

Reason to change: wger names something in a new way, or comes with another unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liftguard.importers.app import App
from liftguard.phrase import Phrase

__all__ = ["WGER", "wger_rows"]

_CARDIO, _UNCOUNTED = Phrase("cardio or timed"), Phrase("until failure, repetitions not counted")
_ENGLISH = "2"  # wger's number of the language

WGER = App(
    name="wger",
    label="wger",
    columns={
        "when": ("date",),
        "lift": ("exercise",),
        "title": ("session_name",),
        "load": ("weight",),
        "unit": ("weight_unit",),
        "reps": ("repetitions",),
        "target": ("repetitions_target",),
        "rir": ("rir",),
        "mark": ("kind",),
        "seconds": ("seconds",),
        "distance": ("distance",),
        "note": ("notes", "comment"),
    },
    needs=("when", "lift", "load", "reps"),
    not_sets={_CARDIO: _CARDIO, _UNCOUNTED: _UNCOUNTED},
)

_LOAD_UNITS = {"1": "kg", "2": "lb", "": "", "kg": "kg", "lb": "lb"}
_SPEEDS = ("5", "6")  # kilometres and miles per hour
_BODY = "3"  # the body's weight
_REPS = ("1", "", "repetitions")
_FAILURE = "2"
_TIMES = ("3", "4", "5", "6")  # seconds, minutes, miles, kilometres


def wger_rows(data: object) -> list[dict[str, object]] | None:
    """Give a row for each log entry of a dump; None where it is none of wger's."""
    found = list(_records(data))
    entries = [one for one in found if _is_entry(one)]
    if not entries:
        return None
    names: dict[str, str] = {}
    for one in found:
        if isinstance(one, Mapping) and (name := _name(one)):
            names[f"{one.get('id')}"] = name
    own = [one for one in found if _is_entry(one) or not (isinstance(one, Mapping) and _name(one))]
    return [_row(one, names) for one in own]


def _records(data: object) -> Iterator[object]:
    """List the records of a page, of several, or of an export with a list for each kind."""
    left = [data]  # the last one comes next, however deep it stands
    while left:
        one = left.pop()
        if isinstance(one, list):
            left += reversed(one)
        elif isinstance(one, dict) and not _is_entry(one) and not _name(one):
            inner = [value for value in one.values() if isinstance(value, list | dict)]
            left += reversed(inner)
            if not inner:
                yield one
        else:
            yield one


def _is_entry(one: object) -> bool:
    """Tell a log entry by its unit of repetitions, or of weight where exercises are numbers."""
    if not isinstance(one, Mapping) or "weight" not in one:
        return False
    exercise = one.get("exercise", one.get("exercise_base"))
    numbered = isinstance(exercise, Mapping) or _text(exercise).isdecimal()
    return (
        not {"exercise", "exercise_base"}.isdisjoint(one)
        and not {"repetitions", "reps"}.isdisjoint(one)
        and (
            not {"repetitions_unit", "repetition_unit"}.isdisjoint(one)
            or (numbered and "weight_unit" in one)
        )
    )


def _name(exercise: Mapping[str, object]) -> str:
    """Give the name of an exercise, the English one first."""
    if "id" not in exercise or _is_entry(exercise):
        return ""
    texts = exercise.get("translations", exercise.get("exercises"))
    named = [one for one in texts if isinstance(one, Mapping)] if isinstance(texts, list) else []
    named.sort(key=lambda one: f"{one.get('language')}" != _ENGLISH)
    name = next((one["name"] for one in named if one.get("name")), exercise.get("name"))
    return name if isinstance(name, str) else ""


def _row(entry: object, names: Mapping[str, str]) -> dict[str, object]:
    """Write an entry as a row of its own column names; what is none gets a bad date."""
    one: Mapping[str, object] = entry if isinstance(entry, Mapping) and _is_entry(entry) else {}
    load, unit = _text(one.get("weight")), _text(one.get("weight_unit"))
    counted = _text(one.get("repetitions_unit", one.get("repetition_unit")))
    reps = _text(one.get("repetitions", one.get("reps")))
    kind = ""
    if counted in _TIMES or unit in _SPEEDS:
        kind = _CARDIO
    elif counted == _FAILURE:
        kind = _UNCOUNTED
    elif counted not in _REPS:
        kind = f"repetitions unit {counted}"
    if unit == _BODY and load.strip("0.") == "":
        unit = ""
    return {
        "date": one.get("date", f"not a log entry: {entry}" if not one else None),
        "exercise": _lift(one.get("exercise", one.get("exercise_base")), one, names),
        "weight": load,
        "weight_unit": _LOAD_UNITS.get(unit, f"weight unit {unit}"),
        "repetitions": reps,
        "repetitions_target": _text(one.get("repetitions_target")),
        "rir": one.get("rir"),
        "kind": kind,
        "notes": one.get("notes", one.get("comment")),
    }


def _lift(exercise: object, entry: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Name the lift: beside the entry, within it, by its number, or after its number."""
    if isinstance(beside := entry.get("exercise_name"), str) and beside.strip():
        return beside
    if isinstance(exercise, Mapping):
        return _name(exercise) or f"{exercise.get('name') or ''}"
    number = _text(exercise)
    return names.get(number) or (f"wger exercise {number}" if number.isdecimal() else number)


def _text(value: object) -> str:
    return "" if value is None else f"{value}"
