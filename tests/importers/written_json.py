"""JSON: nested as interfaces give it, or a row a line."""

from __future__ import annotations

import json

from written import Format, rows, when


def hevy_api(kind: Format, workouts: list) -> bytes:
    """Write a page of workouts, the latest first."""
    told = []
    for workout in workouts:
        exercises = []
        for exercise in workout.exercises:
            sets = [
                {
                    "index": at,
                    "type": kind.marks[one.mark],
                    "weight_kg": one.load,
                    "reps": one.reps,
                    "distance_meters": None,
                    "duration_seconds": None,
                    "rpe": one.rpe,
                }
                for at, one in enumerate(exercise.sets)
            ]
            note = exercise.sets[0].note
            exercises.append({"title": exercise.lift, "notes": note, "sets": sets})
        if workout.run_s is not None:
            run = {"index": 0, "type": "normal", "duration_seconds": workout.run_s}
            exercises.append({"title": "Running", "notes": "", "sets": [run]})
        start = when(kind, workout.at)
        told.append({"title": workout.title, "start_time": start, "exercises": exercises})
    return json.dumps({"page": 1, "page_count": 1, "workouts": told[::-1]}).encode()


def wger(kind: Format, workouts: list) -> bytes:
    """Write the log entries, and the exercises whose numbers stand in them."""
    lifts = {"Running": 1}
    entries = []
    for row in rows(kind, workouts):
        left = f"{10 - float(row['rpe']):.1f}" if row.get("rpe") else None
        timed = "seconds" in row
        entries.append(
            {
                "id": len(entries) + 1,
                "date": row["when"],
                "exercise": lifts.setdefault(row["lift"], len(lifts) + 1),
                "repetitions_unit": 3 if timed else 1,
                "repetitions": row["seconds"] if timed else row["reps"],
                "weight_unit": 2 if kind.unit == "lb" else 1,
                "weight": row["load"] or None,
                "rir": left,
                "notes": row.get("note"),
            }
        )
    named = [
        {"id": number, "translations": [{"language": 2, "name": lift}]}
        for lift, number in lifts.items()
    ]
    return json.dumps({"exerciseinfo": named, "workoutlog": entries}).encode()


def row_a_line(kind: Format, workouts: list) -> bytes:
    """Write an object of its own for each set, with no word where nothing is known."""
    words = kind.cells.split()
    lines = [
        json.dumps({word: row[word] for word in words if row.get(word)}, ensure_ascii=False)
        for row in rows(kind, workouts)
    ]
    return "\n".join([*lines, ""]).encode()


JSON = (
    Format(
        name="hevy API",
        app="hevy",
        file="hevy_api",
        header="",
        cells="when title lift mark load reps rpe note seconds",
        date="%Y-%m-%dT%H:%M:%S+00:00",
        marks={None: "normal", "warmup": "warmup", "failure": "failure", "drop": "dropset"},
        normal=True,
        zone=True,
        shares="note",
        write=hevy_api,
        columns={"when": "start_time", "load": "weight_kg", "reps": "reps"},
    ),
    Format(
        name="wger",
        app="wger",
        header="",
        cells="when lift load reps rpe note seconds",
        date="%Y-%m-%dT%H:%M:%SZ",
        unit="lb",
        zone=True,
        write=wger,
        columns={"when": "date", "load": "weight", "reps": "repetitions"},
    ),
    Format(
        name="rows a line",
        app="rows",
        header="",
        cells="when title lift mark load unit reps rpe seconds note session_note",
        date="%Y-%m-%dT%H:%M:%S",
        marks={None: "normal", "warmup": "warmup", "failure": "failure_set", "drop": "drop"},
        normal=True,
        write=row_a_line,
    ),
)
