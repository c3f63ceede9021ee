"""Files that are no text: a database, and the messages of a watch."""

from __future__ import annotations

import sqlite3
from datetime import UTC

from garmin_fit_sdk import Encoder
from written import Format


def fitnotes_backup(_: Format, workouts: list) -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA page_size = 512")
    database.executescript(
        "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE,"
        " metric_weight, reps, unit INTEGER DEFAULT 0, is_complete INTEGER DEFAULT 0,"
        " distance DEFAULT 0, duration_seconds DEFAULT 0);"
    )
    add = "INSERT INTO training_log (exercise_id, date, metric_weight, reps, duration_seconds)"
    number = 0
    for workout in workouts:
        day = f"{workout.at:%Y-%m-%d}"
        for exercise in workout.exercises:
            number += 1
            database.execute("INSERT INTO exercise VALUES (?, ?)", (number, exercise.lift))
            for done in exercise.sets:
                database.execute(
                    f"{add} VALUES (?, ?, ?, ?, 0)", (number, day, done.load, done.reps)
                )
        if workout.run_s is not None:
            number += 1
            database.execute("INSERT INTO exercise VALUES (?, 'Running')", (number,))
            database.execute(f"{add} VALUES (?, ?, 0, 0, ?)", (number, day, workout.run_s))
    data = database.serialize()
    database.close()
    return data


def fit(*messages: dict) -> bytes:
    """Write a FIT file with Garmin's own encoder."""
    encoder = Encoder()
    for message in messages:
        encoder.write_mesg(message)
    return bytes(encoder.close())


def garmin(_: Format, workouts: list) -> bytes:
    """Write a FIT file for each workout, in which every set is a message."""
    files = [_one_workout(workout) for workout in workouts]
    return b"".join(files) or fit({"mesg_num": 0, "type": "activity", "manufacturer": "garmin"})


def _one_workout(workout) -> bytes:
    told = [{"mesg_num": 0, "type": "activity", "manufacturer": "garmin"}]
    if workout.title.strip():
        told.append({"mesg_num": 26, "sport": "training", "wkt_name": workout.title})
    known_day = workout.at.day <= 31  # else what stands there are seconds since it was switched on
    began = workout.at.replace(tzinfo=UTC) if known_day else 5
    sets = []
    for number, exercise in enumerate(workout.exercises):
        called = {"exercise_category": 0, "exercise_name": number}
        told.append({"mesg_num": 264, **called, "wkt_step_name": exercise.lift})
        for done in exercise.sets:
            one = {"category": [0], "category_subtype": [number], "repetitions": done.reps}
            known = {"weight": done.load} if isinstance(done.load, float) else {}
            sets.append({**one, **known, "duration": 30.0})
    if workout.run_s is not None:
        sets.append({"category": [2], "duration": float(workout.run_s)})
    of_set = {"mesg_num": 225, "set_type": "active", "start_time": began, "timestamp": began}
    return fit(*told, *({**of_set, **one} for one in sets))


BINARY = (
    Format(
        name="fitnotes backup",
        app="fitnotes",
        file="fitnotes_backup",
        text=False,
        header="",
        cells="when lift load reps seconds",
        date="%Y-%m-%d",
        write=fitnotes_backup,
        columns={"when": "date", "load": "metric_weight", "reps": "reps"},
    ),
    Format(
        name="garmin",
        app="garmin",
        header="",
        text=False,
        cells="when title lift load reps seconds",
        zone=True,
        write=garmin,
        columns={"when": "start_time", "load": "weight"},
        spoilt={"load": "", "when": "5 seconds since it was switched on"},  # its cells have types
    ),
)
