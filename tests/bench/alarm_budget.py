"""
How often the default policy speaks up on real logs.

Run `python tests/bench/alarm_budget.py LOG...`. Every set of the barbell deadlift, squat
and bench from the sixth session of the lift on is judged as a single, from what was known
before it; logs do not show the repetitions that were planned.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

import liftguard as lg
from liftguard.judge.verdict import level_of

LIFTS = ("deadlift", "squat", "bench_press")
FIRST_SESSION = 6


def levels(guard: lg.Guard, path: str) -> Counter[str]:
    """Count the levels of one log's completed sets."""
    track = guard.replay(lg.read_log(path).history)
    days = defaultdict(set)
    counts: Counter[str] = Counter()
    for one in track:
        done = one.logged
        if done.lift in LIFTS and done.load_kg > 0 and done.reps > 0:
            days[done.lift].add(done.at.date())
            if len(days[done.lift]) >= FIRST_SESSION:
                counts[level_of(track.forecast(one), guard.policy).name] += 1
    return counts


def main() -> None:
    guard, total = lg.Guard(), Counter()
    print("| log | completed sets | BEYOND | CAUTION or worse | UNKNOWN |\n|---|---|---|---|---|")
    for path in sys.argv[1:]:
        try:
            counts = levels(guard, path)
        except lg.UnreadableLog as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        total += counts
        print_row(Path(path).name, counts)
    print_row("all", total)


def print_row(name: str, counts: Counter[str]) -> None:
    sets = counts.total()
    beyond, unknown = counts["BEYOND"], counts["UNKNOWN"]
    shares = (100 * n / max(sets, 1) for n in (beyond, beyond + counts["CAUTION"], unknown))
    print(f"| {name} | {sets} | " + " | ".join(f"{share:.1f} %" for share in shares) + " |")


if __name__ == "__main__":
    main()
