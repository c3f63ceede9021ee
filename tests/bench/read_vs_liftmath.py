"""
Speed of reading a large Strong export, as a ratio to liftmath in the same run.

Run `python tests/bench/read_vs_liftmath.py`. Both read the same text of 50,000 sets, in
turns; each figure is the best of several rounds, so that what else the machine does cancels
out. liftmath gives the cells of each row; liftguard also finds the unit, names the lifts,
tells misses from plans, checks every value and orders the history.
"""

import io
import time
from datetime import datetime, timedelta

import liftmath

import liftguard as lg

SETS = 50_000
ROUNDS = 7
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE"
)
LIFTS = (
    ("Squat (Barbell)", 140.0),
    ("Bench Press (Barbell)", 100.0),
    ("Deadlift (Barbell)", 180.0),
    ("Bicep Curl (Dumbbell)", 16.0),
    ("Lat Pulldown (Cable)", 70.0),
)


def export() -> str:
    """Write the workouts of many years: five lifts of five sets, four times a week."""
    lines, at, workout = [HEADER], datetime(1990, 1, 1, 18, 4, 31), 0
    while len(lines) <= SETS:
        start = f"{at:%Y-%m-%d %H:%M:%S}"
        for name, top in LIFTS:
            for number in range(1, 6):
                load = round(top * (0.5 + 0.1 * number + 0.0001 * (workout % 300)) / 2.5) * 2.5
                note = f'"felt good, {workout}"' if number == 5 and workout % 9 == 0 else '""'
                rpe = "8.5" if number == 5 else ""
                cells = f'"{start}","Day {workout % 4}",1h 4m,"{name}",{number},{load},{6 - number}'
                lines.append(f'{cells},0,0,{note},"",{rpe}')
        at += timedelta(days=1 + workout % 3)
        workout += 1
    return "\n".join(lines[: SETS + 1]) + "\n"


def main() -> None:
    text = export()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        begin = time.process_time()
        their_sets = len(liftmath.parse_strong_csv(text, unit="kg"))
        theirs.append(time.process_time() - begin)
        begin = time.process_time()
        our_sets = len(lg.read_log(io.StringIO(text)).history)
        ours.append(time.process_time() - begin)
        if not their_sets == our_sets == SETS:
            raise SystemExit(f"not the same sets: {their_sets} and {our_sets}")
    print(f"liftmath   {min(theirs):.3f} s for {SETS} sets")
    print(f"liftguard  {min(ours):.3f} s")
    print(f"liftmath time / liftguard time: {min(theirs) / min(ours):.2f} (goal: at least 1.25)")


if __name__ == "__main__":
    main()
