"""
JSON of Hevy's public API: workouts, in them exercises, in them sets, brought to Hevy's columns.

A page, a list of pages, a list of workouts and the list of what changed are all read. A row
is a set; an exercise without sets and a workout without exercises are one row each.

Reason to change: Hevy names or nests something in its API in a new way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from liftguard.importers.app import App
from liftguard.importers.apps.hevy import HEVY
from liftguard.phrase import Phrase

__all__ = ["HEVY_API", "hevy_rows"]

NO_SETS, NO_EXERCISES, DELETED = (
    Phrase("exercise without sets"),
    Phrase("workout without exercises"),
    Phrase("deleted"),
)

HEVY_API: App = attrs.evolve(
    HEVY, not_sets={reason: reason for reason in (NO_SETS, NO_EXERCISES, DELETED)}
)

_COLUMNS = (
    "title",
    "start_time",
    "exercise_title",
    "superset_id",
    "exercise_notes",
    "set_index",
    "set_type",
    "weight_kg",
    "reps",
    "distance_meters",
    "duration_seconds",
    "rpe",
)


def hevy_rows(data: object) -> list[dict[str, object]] | None:
    """Give a row for each set of a dump; None where it is none of Hevy's."""
    workouts = list(_workouts(data))
    known = any(map(_is_hevys, _dicts(workouts)))
    return [row for workout in workouts for row in _rows(workout)] if known else None


def _workouts(data: object) -> Iterator[object]:
    """List the workouts, whatever they are wrapped in."""
    left = [data]  # the last one comes next, however deep it stands
    while left:
        one = left.pop()
        if isinstance(one, list):
            left += reversed(one)
        elif isinstance(one, dict):
            wrapped = (one[word] for word in ("workouts", "events") if word in one)
            several = next((inner for inner in wrapped if isinstance(inner, list)), None)
            if several is not None:
                left.append(several)
            else:
                yield one["workout"] if isinstance(one.get("workout"), dict) else one
        else:
            yield one


def _is_hevys(workout: Mapping[str, object]) -> bool:
    """Tell a workout by its words: those of other apps are nested in the same way."""
    if "exercises" not in workout or "start_time" not in workout:
        return False
    exercises = workout["exercises"]
    told = list(_dicts(exercises)) if isinstance(exercises, list) else []
    return not told or any("title" in one and _has_hevys_sets(one) for one in told)


def _has_hevys_sets(exercise: Mapping[str, object]) -> bool:
    sets = exercise.get("sets")
    told = list(_dicts(sets)) if isinstance(sets, list) else []
    return not told or any(not {"weight_kg", *_COLUMNS[9:11]}.isdisjoint(one) for one in told)


def _dicts(values: Sequence[object]) -> Iterator[Mapping[str, object]]:
    return (one for one in values if isinstance(one, Mapping))


def _rows(workout: object) -> Iterator[dict[str, object]]:
    """Give the rows of one workout; what is not shaped as it should be becomes a bad cell."""
    row: dict[str, object] = dict.fromkeys(_COLUMNS)
    if not isinstance(workout, Mapping):
        yield {**row, "start_time": f"{workout}"}
        return
    row |= {"title": workout.get("title"), "start_time": workout.get("start_time")}
    exercises = workout.get("exercises")
    if not exercises:
        gone = workout.get("type") == Phrase("deleted")
        yield {**row, "set_type": DELETED if gone else NO_EXERCISES}
        return
    for exercise in exercises if isinstance(exercises, list) else [exercises]:
        if not isinstance(exercise, Mapping):
            yield {**row, "reps": f"not an exercise: {exercise}"}
            continue
        own = row | {
            "exercise_title": exercise.get("title"),
            "exercise_notes": exercise.get("notes"),
            "superset_id": exercise.get("superset_id", exercise.get("supersets_id")),
        }
        sets = exercise.get("sets")
        for one in sets if isinstance(sets, list) else [sets] if sets else []:
            yield own | _cells(one)
        if not sets:
            yield {**own, "set_type": NO_SETS}


def _cells(one: object) -> dict[str, object]:
    """Give the cells that a set has of its own."""
    if not isinstance(one, Mapping):
        return {"reps": f"not a set: {one}"}
    cells = {name: one.get(name) for name in _COLUMNS[7:]}
    return cells | {"set_index": one.get("index"), "set_type": one.get("set_type", one.get("type"))}
