"""
Write the squad of invented lifters in squad/: logs of three apps, a plan, and notes of pain.

Twelve weeks up to 2026-03-02, by plain arithmetic: nothing is random, nobody is real.

Run `python examples/coach/make_squad.py` to write squad/ again.
"""

import csv
from datetime import datetime, timedelta
from pathlib import Path

SQUAD = Path(__file__).with_name("squad")
TODAY = datetime(2026, 3, 2, 18)
RAMP = ((60, 5), (100, 3))  # full plates show that a log is in kilograms
CYCLE = ((0.82, 5), (0.87, 4), (0.91, 2), (0.78, 5))  # share of the single, repetitions
STRONG = [
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
    "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
]  # fmt: skip
HEVY = [
    "title", "start_time", "end_time", "description", "exercise_title", "superset_id",
    "exercise_notes", "set_index", "set_type", "weight_kg", "reps", "distance_km",
    "duration_seconds", "rpe",
]  # fmt: skip
FITNOTES = [
    "Date", "Exercise", "Category", "Weight (kgs)", "Reps", "Distance", "Distance Unit", "Time",
    "Comment",
]  # fmt: skip


def sessions(deadlift, squat, *, weeks=12, last=4):
    """Yield moment, lift and sets (load, repetitions, RPE) of two sessions a week, oldest first."""
    for week in range(weeks, 0, -1):
        for single, lift, day in ((squat, "Squat", 3), (deadlift, "Deadlift", 0)):
            at = TODAY - timedelta(days=7 * (week - 1) + last + day)
            share, reps = CYCLE[-week % 4]
            now = single * (1 - 0.006 * week)
            top = int(now * share / 2.5) * 2.5
            ramp = [(kg, count, "") for kg, count in RAMP if kg < 0.9 * top]
            yield at, lift, [*ramp, *[(top, reps, "8.5" if reps == 2 else "")] * 2]


def strong(done):
    for at, lift, sets in done:
        for order, (kg, reps, rpe) in enumerate(sets, 1):
            name = f"{lift} (Barbell)"
            yield [at.isoformat(sep=" "), lift, "1h", name, order, kg, reps, 0, 0, "", "", rpe]


def hevy(done):
    for at, lift, sets in done:
        start, end = (f"{one:%d %b %Y, %H:%M}" for one in (at, at + timedelta(hours=1)))
        for order, (kg, reps, rpe) in enumerate(sets):
            kind = "warmup" if order < len(sets) - 2 else "normal"
            name = f"{lift} (Barbell)"
            yield [lift, start, end, "", name, "", "", order, kind, kg, reps, "", "", rpe]


def pounds(done):
    """Give rows of Hevy in pounds, on plates of pounds."""
    for row in hevy(done):
        yield [*row[:9], round(row[9] / 0.45359237 / 5) * 5, *row[10:]]


def fitnotes(done):
    for at, lift, sets in done:
        for kg, reps, _ in sets:
            yield [f"{at:%Y-%m-%d}", lift, "Legs", kg, reps, "", "", "", ""]


def write(name, header, rows):
    with (SQUAD / name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


PLAN = (  # athlete, hour, lift, load [kg, but for 405lb], repetitions, sets
    ("Ada", 17, "deadlift", 140, 3, 3),
    ("Ada", 17, "good morning", 60, 8, 2),
    ("Bruno", 17, "deadlift", 232.5, 2, 2),
    ("Chen", 18, "squat", 157.5, 3, 3),
    ("Dana", 18, "deadlift", 100, 5, 3),
    ("Emeka", 18, "deadlift", 120, 3, 3),
    ("Fatima", 19, "deadlift", 150, 3, 3),
    ("Gus", 19, "squat", 100, 5, 3),
    ("Hana", 19, "squat", 90, 5, 3),
    ("Ivo", 20, "deadlift", 145, 3, 3),
    ("Jo", 20, "deadlift", "405lb", 2, 1),
)


def main() -> None:
    SQUAD.mkdir(exist_ok=True)
    write("Ada.csv", STRONG, strong(sessions(185, 140)))
    write("Bruno.csv", HEVY, hevy(sessions(225, 180)))
    write("Chen.csv", FITNOTES, fitnotes(sessions(200, 172)))
    write("Dana.csv", STRONG, strong(sessions(150, 115, last=40)))
    write("Emeka.csv", HEVY, hevy(sessions(160, 130, weeks=1)))
    write("Fatima.csv", STRONG, strong(sessions(190, 145)))
    (SQUAD / "Hana.csv").write_text("This is a letter, not a log.\n", encoding="utf-8")
    slip = [*sessions(195, 150)]
    at, lift, sets = slip[-3]
    kg, reps, rpe = sets[-1]
    slip[-3] = (at, lift, [*sets[:-1], (round(kg * 2.205), reps, rpe)])  # pounds, as kg
    write("Ivo.csv", STRONG, strong(slip))
    in_pounds = [name.replace("weight_kg", "weight_lbs") for name in HEVY]
    write("Jo.csv", in_pounds, pounds(sessions(190, 150)))
    write("Kim.csv", STRONG, strong(sessions(140, 110)))
    write(
        "plan.csv",
        ["athlete", "at", "lift", "load_kg", "reps", "sets"],
        [(who, TODAY.replace(hour=hour).isoformat(" "), *what) for who, hour, *what in PLAN],
    )
    write(
        "pains.csv",
        ["athlete", "at", "region", "severity", "kind"],
        [("Fatima", (TODAY - timedelta(days=3)).isoformat(" "), "low_back", 7, "spasm")],
    )
    print(f"wrote {SQUAD.name}")


if __name__ == "__main__":
    main()
