"""Tables with a row for each exercise or each workout."""

from __future__ import annotations

from written import KG_PER_LB, Format, american, clock_12, lined, rows


def stronglifts(kind: Format, workouts: list) -> bytes:
    cells = [
        [
            f"{workout.at:%Y/%m/%d}",
            workout.title,
            exercise.lift,
            "",
            clock_12(workout.at),
            exercise.sets[0].note,
            *(cell for done in exercise.sets for cell in (str(done.reps), repr(done.load))),
            *[""] * (2 * (5 - len(exercise.sets))),
        ]
        for workout in workouts
        for exercise in workout.exercises
    ]
    return b"\xef\xbb\xbf" + lined(kind, cells)


def stronglifts_whole(kind: Format, workouts: list) -> bytes:
    """Write all the columns that the app has, and no header."""
    cells = [
        [
            *(f"{workout.at:%Y/%m/%d}", "7", workout.title, "Fives", "80", exercise.lift),
            *("", "", "5×1", "99", "25", "999", "9999", "0.75"),
            *(clock_12(workout.at), "7:40 PM", exercise.sets[0].note),
            *(cell for done in exercise.sets for cell in (str(done.reps), repr(done.load))),
            *[""] * (2 * (5 - len(exercise.sets))),
        ]
        for workout in workouts
        for exercise in workout.exercises
    ]
    return lined(kind, cells)


def stronglifts_old(kind: Format, workouts: list) -> bytes:
    cells = []
    for workout in workouts:
        row = [american(workout.at), workout.note, workout.title, "80kg"]
        for exercise in workout.exercises[:3]:
            load = exercise.sets[0].load
            row += [exercise.lift, repr(load), repr(load / KG_PER_LB)]
            row += [str(done.reps) for done in exercise.sets]
            row += ["0"] * (5 - len(exercise.sets))
        cells.append(row + [""] * (4 + 3 * 8 - len(row)))
    return lined(kind, cells)


def wide(kind: Format, workouts: list) -> bytes:
    cells = [
        [
            f"{workout.at:%Y-%m-%d}",
            exercise.lift,
            *(cell for done in exercise.sets for cell in (repr(done.load), str(done.reps))),
        ]
        for workout in workouts
        for exercise in workout.exercises
    ]
    return lined(kind, cells)


def pipes(kind: Format, workouts: list) -> bytes:
    lines = [kind.header]
    for workout in workouts:
        said = [
            ",".join([repr(one.sets[0].load), *(str(done.reps) for done in one.sets)])
            for one in workout.exercises[:3]
        ]
        said += [""] * (3 - len(said))
        lines.append("|".join([f"{workout.at:%Y-%m-%d}", *said, workout.note]))
    return "\n".join([*lines, ""]).encode()


def equal_sets(kind: Format, workouts: list) -> bytes:
    """Write a row for each exercise: as many times its first set as it has sets."""
    words = kind.cells.split()
    cells = [
        [{**row, "count": str(len(exercise.sets))}.get(word, "") for word in words]
        for workout in workouts
        for exercise in workout.exercises
        for row in list(rows(kind, [workout._replace(exercises=[exercise], run_s=None)]))[:1]
    ]
    return lined(kind, cells)


WIDE = (
    Format(
        name="stronglifts",
        app="stronglifts",
        header="Date (yyyy/mm/dd),Workout Name,Exercise,Sets×Reps,Start Time (h:mm),Notes,"
        + ",".join(f"Set {number} (Reps),Set {number} (KG)" for number in range(1, 6)),
        cells="when title lift load reps note clock",
        write=stronglifts,
        columns={"when": "Date (yyyy/mm/dd)", "load": "Set 1 (KG)", "reps": "Set 1 (Reps)"},
        programme="threes too",
        seconds=False,
        by_row="exercise",
    ),
    Format(
        name="stronglifts headerless",
        app="stronglifts",
        header="",
        named=False,
        cells="when title lift load reps note clock",
        write=stronglifts_whole,
        columns={"load": "load 1", "reps": "reps 1"},
        options={"unit": "kg"},
        programme="threes too",
        seconds=False,
        by_row="exercise",
    ),
    Format(
        name="stronglifts old",
        app="stronglifts",
        file="stronglifts_old",
        header="Date,Note,Workout,Body Weight"
        + "".join(
            f",Exercise {one},Weight (KG),Weight (LB),Set 1,Set 2,Set 3,Set 4,Set 5"
            for one in (1, 2, 3)
        ),
        cells="when session_note title lift load reps",
        options={"dates": "mdy"},
        date="%Y-%m-%d",
        write=stronglifts_old,
        columns={"load": "Weight (KG)", "reps": "Set 1"},
        programme="threes too",
        shares="load",
        by_row="workout",
    ),
    Format(
        name="stronglifts old headerless",
        app="stronglifts",
        file="stronglifts_old",
        header="",
        named=False,
        cells="when session_note title lift load reps",
        options={"dates": "mdy"},
        date="%Y-%m-%d",
        write=stronglifts_old,
        columns={"load": "kg 1", "reps": "set_1 1"},
        programme="threes too",
        shares="load",
        by_row="workout",
    ),
    Format(
        name="fitbod old",
        app="fitbod",
        header="Date,Exercise,Sets,Reps,Weight,isWarmup,Note",
        cells="when lift count reps load mark note",
        date="%Y-%m-%d %H:%M:%S",
        marks={None: "false", "warmup": "true", "failure": "false", "drop": "false"},
        normal=True,
        options={"unit": "kg"},
        write=equal_sets,
        shares="all",
        by_row="exercise",
    ),
    Format(
        name="wide",
        app="wide",
        header="date,exercise," + ",".join(f"set{n}weight,set{n}reps" for n in range(1, 6)),
        cells="when lift load reps",
        options={"unit": "kg"},
        date="%Y-%m-%d",
        write=wide,
        columns={"load": "set1weight", "reps": "set1reps"},
        by_row="exercise",
    ),
    Format(
        name="pipes",
        app="pipes",
        header="Date|Squat|Bench|Deadlift|Notes",
        cells="when load reps session_note",
        separator="|",
        options={"unit": "kg"},
        date="%Y-%m-%d",
        write=pipes,
        columns={"load": "Squat", "reps": "Squat"},
        programme="fives",
        shares="load",
        lifts=("Squat", "Bench", "Deadlift"),
        by_row="workout",
        lines=False,
        commas=False,
    ),
    Format(
        name="sets by reps",
        app="sets_by_reps",
        header="Date,Lift,Sets,Reps,Weight (LBS),Notes",
        cells="when lift count reps load note",
        date="%Y-%m-%d",
        unit="lb",
        write=equal_sets,
        shares="all",
        by_row="exercise",
    ),
)
