"""Files in sections, whose lines say what they are: workouts, exercises and sets."""

from __future__ import annotations

import csv

from written import Format, lined, when


def alpha_progression(kind: Format, workouts: list) -> bytes:
    """Write a section for each workout, with the warm-ups beside the name of the exercise."""
    cells = []
    for workout in workouts:
        cells.append([workout.title, when(kind, workout.at), "1:02 hr"])
        for number, exercise in enumerate(workout.exercises, start=1):
            ramp = [one for one in exercise.sets if one.mark == "warmup"]
            beside = "<br>".join(
                f"WU{at} · {kind.number(one.load)} kg · {one.reps} reps"
                for at, one in enumerate(ramp, start=1)
            )
            cells.append([f"{number}. {exercise.lift} · 8 reps", *filter(None, [beside])])
            cells.append(["#", "KG", "REPS", "RIR"])
            for at, one in enumerate(exercise.sets[len(ramp) :], start=1):
                left = "" if one.rpe is None else kind.number(10 - one.rpe)
                cells.append([str(at), kind.number(one.load), str(one.reps), left])
    return lined(kind, cells)


def strengthlog(kind: Format, workouts: list) -> bytes:
    """Write a line for each workout and each set, which says what its numbers are."""
    cells = []
    for workout in workouts:
        cells.append([workout.title, when(kind, workout.at), "79.2", *["-1"] * 4])
        for exercise in workout.exercises:
            for number, one in enumerate(exercise.sets, start=1):
                line = [f"Exercise, {exercise.lift}", "Set", str(number), "reps", str(one.reps)]
                line += ["weight", kind.number(one.load)]
                line += [] if one.rpe is None else ["rpe", repr(one.rpe)]
                cells.append(line + ["warmup", "true"] * (one.mark == "warmup"))
        if workout.run_s is not None:
            hours, rest = divmod(workout.run_s, 3600)
            took = f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
            cells.append(["Exercise, Running", "Set", "1", "time", took, "distanceKm", "5"])
    return lined(kind, cells)


def jefit(kind: Format, workouts: list) -> bytes:
    """Write the sections of a backup, of which one packs the sets of each exercise."""
    cells, runs = [], []
    for workout in workouts:
        day = when(kind, workout.at)
        for exercise in workout.exercises:
            packed = ",".join(f"{one.load!r}x{one.reps}" for one in exercise.sets)
            cells.append(["7", day, exercise.lift, packed, exercise.sets[0].note])
        if workout.run_s is not None:
            runs.append(["7", day, "5.0", str(workout.run_s)])
    parts = {
        "SETTING": f"_id,mass,length\n1,{kind.unit},cm\n".encode(),
        "EXERCISE LOGS": lined(kind, cells, "USERID,mydate,ename,logs,note"),
        "CARDIO LOGS": lined(kind, runs, "USERID,mydate,distance,duration"),
    }
    return b"".join(
        f"### {name} {'#' * 30}\n\n".encode() + body + b"\n\n" + b"#" * 54 + b"\n"
        for name, body in parts.items()
    )


SECTIONS = (
    Format(
        name="alpha progression",
        app="alpha_progression",
        header="",
        cells="when title lift mark load reps rpe",
        separator=";",
        quoting=csv.QUOTE_ALL,
        date="%Y-%m-%d %H:%M h",
        number=lambda number: f"{number:g}".replace(".", ","),
        marks={None: "set", "warmup": "warmup", "failure": "set", "drop": "set"},
        normal=True,
        seconds=False,
        shares="ramp",
        write=alpha_progression,
        columns={"when": "Start", "load": "Load", "reps": "Reps"},
        commas=False,  # a line of one cell may be taken for one that was wrapped whole
    ),
    Format(
        name="strengthlog",
        app="strengthlog",
        header="Name,Language,Sex,Age,Email\nAda,en,Female,1990-01-01,ada@example.org\n"
        "Workouts\nName,Date,Body weight,Shape,Sleep,Calories,Stress",
        cells="when title lift mark load reps rpe seconds",
        date="%Y-%m-%d",
        marks={None: "false", "warmup": "true", "failure": "false", "drop": "false"},
        normal=True,
        options={"unit": "kg"},
        write=strengthlog,
        columns={"when": "Date", "load": "weight", "reps": "reps"},
    ),
    Format(
        name="jefit",
        app="jefit",
        header="",
        cells="when lift load reps note seconds",
        date="%Y-%m-%d",
        unit="lbs",
        quoting=csv.QUOTE_ALL,
        write=jefit,
        columns={"when": "mydate", "load": "logs", "reps": "logs"},
        by_row="exercise",
    ),
)
