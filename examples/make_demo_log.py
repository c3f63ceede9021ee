"""
Write the log that `python -m liftguard demo` shows: an invented lifter, Strong's layout.

Sixteen weeks, a deadlift, squat and bench day each week; ramps, top sets, a few with RPE,
one missed pull, one week off. Nothing in it is random, and nothing is copied from anyone.

Run `python examples/make_demo_log.py` to write liftguard/demo.csv again.
"""

import csv
from datetime import datetime, timedelta
from pathlib import Path

HEADER = [
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
    "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
]  # fmt: skip
START = datetime(2026, 3, 2, 18, 10)  # a Monday
DAYS = {"Deadlift": 0, "Squat": 2, "Bench Press": 4}
TOPS_KG = {"Deadlift": 140.0, "Squat": 110.0, "Bench Press": 80.0}
WEEKLY_KG = {"Deadlift": 1.6, "Squat": 1.3, "Bench Press": 0.7}
RAMP = ((0.45, 5), (0.65, 5), (0.8, 3))
CYCLE = ((0.82, 5), (0.87, 4), (0.92, 2), (0.77, 5))  # share of the single, repetitions
WEEK_OFF, MISS_WEEK = 9, 10


def plates(kg: float) -> float:
    """Round down to pairs of 1.25 kg."""
    return int(kg / 2.5) * 2.5


def rows():
    """Yield the rows of every workout, oldest first."""
    for week in range(16):
        if week == WEEK_OFF:
            continue
        for lift, day in DAYS.items():
            at = START + timedelta(weeks=week, days=day)
            single = TOPS_KG[lift] + WEEKLY_KG[lift] * week
            share, reps = CYCLE[week % 4]
            sets = [(plates(single * part), count, "") for part, count in RAMP]
            top = plates(single * share)
            sets += [(top, reps, ""), (top, reps, "9" if week % 4 == 2 else "")]
            if lift == "Deadlift" and week == MISS_WEEK:
                sets += [(plates(single * 1.04), 0, "")]
            for order, (load, count, rpe) in enumerate(sets, 1):
                yield [
                    at.isoformat(sep=" "), f"{lift} day", "1h 5m", f"{lift} (Barbell)",
                    order, load, count, 0, 0, "", "", rpe,
                ]  # fmt: skip


def main() -> None:
    path = Path(__file__).parents[1] / "liftguard" / "demo.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows())
    print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
