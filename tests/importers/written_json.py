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


def nested(kind: Format, workouts: list) -> bytes:
    """Write days, in them exercises, in them sets, as the format calls and nests them."""
    return json.dumps(NESTINGS[kind.name](kind, workouts), ensure_ascii=False).encode()


def _sets(kind: Format, exercise: object, words: dict[str, str], **more: object) -> list[dict]:
    """Write the sets of an exercise, with the words that a format has."""
    return [
        {
            words["load"]: one.load,
            words["reps"]: one.reps,
            words["rpe"]: one.rpe,
            words["mark"]: kind.marks[one.mark],
            words["note"]: one.note,
            **more,
        }
        for one in exercise.sets
    ]


def _boostcamp(kind: Format, workouts: list) -> dict:
    """Days as keys, in them sessions, records and sets with values and amounts."""
    days: dict[str, list] = {}
    words = {"load": "value", "reps": "amount", "rpe": "archived_rpe", "mark": "type"}
    for workout in workouts:
        records = [
            {
                "name": one.lift,
                "sets": _sets(
                    kind, one, {**words, "note": "note"}, weight_unit="kg", skipped=False
                ),
            }
            for one in workout.exercises
        ]
        if workout.run_s is not None:
            records.append({"name": "Running", "sets": [{"duration": workout.run_s}]})
        session = {"title": workout.title, "workout_notes": workout.note, "records": records}
        days.setdefault(when(kind, workout.at), []).append(session)
    return days


def _openweight(kind: Format, workouts: list) -> list:
    """Exercises that are objects of their own beside their sets."""
    words = {"load": "weight", "reps": "reps", "rpe": "rpe", "mark": "type", "note": "notes"}
    return [
        {
            "date": when(kind, workout.at),
            "name": workout.title,
            "notes": workout.note,
            "exercises": [
                {"exercise": {"name": one.lift}, "sets": _sets(kind, one, words, unit="kg")}
                for one in workout.exercises
            ],
        }
        for workout in workouts
    ]


def _own_app(kind: Format, workouts: list) -> dict:
    """Deep below the name of a lifter, with loads that are objects and units said once."""
    return {
        "profile": {"units": "imperial"},
        "data": {
            "training": [
                {
                    "startedAt": when(kind, workout.at),
                    "blocks": [
                        {
                            "movements": [
                                {
                                    "movement": one.lift,
                                    "work": {
                                        f"{at}": {
                                            "performed": {"reps": done.reps, "weight": done.load},
                                            "rpe": done.rpe,
                                            "setType": kind.marks[done.mark],
                                        }
                                        for at, done in enumerate(one.sets)
                                    },
                                }
                            ]
                        }
                        for one in workout.exercises
                    ],
                }
                for workout in workouts
            ]
        },
    }


def _lifts_as_keys(kind: Format, workouts: list) -> dict:
    """Days as keys, in them lifts as keys, in them what was done."""
    days: dict[str, dict] = {}
    for workout in workouts:
        day = days.setdefault(when(kind, workout.at), {})
        for one in workout.exercises:
            done = [{"kg": each.load, "reps": each.reps, "RPE": each.rpe} for each in one.sets]
            day.setdefault(one.lift, []).extend(done)
    return {"log": days}


NESTINGS = {
    "sessions below days": _boostcamp,
    "exercises as objects": _openweight,
    "objects of an own app": _own_app,
    "lifts as keys": _lifts_as_keys,
}
_NESTED = {
    "app": "json",
    "file": "nested_json",
    "header": "",
    "marks": {None: "normal", "warmup": "warmup", "failure": "failure", "drop": "drop"},
    "normal": True,
    "write": nested,
}

JSON = (
    Format(
        name="sessions below days",
        cells="when title lift mark load reps rpe note session_note seconds",
        date="%Y-%m-%d",
        columns={"when": "key", "load": "value", "reps": "amount"},
        **_NESTED,
    ),
    Format(
        name="exercises as objects",
        cells="when title lift mark load reps rpe note session_note",
        date="%Y-%m-%dT%H:%M:%SZ",
        zone=True,
        columns={"when": "date", "load": "weight", "reps": "reps"},
        **_NESTED,
    ),
    Format(
        name="objects of an own app",
        cells="when lift mark load reps rpe",
        date="%Y-%m-%dT%H:%M:%S",
        unit="lb",
        columns={"when": "startedAt", "load": "performed.weight", "reps": "performed.reps"},
        **_NESTED,
    ),
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
