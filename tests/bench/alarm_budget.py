"""
How often the default policy speaks up on real logs.

Run `python tests/bench/alarm_budget.py LOG...`. Every set of the barbell deadlift, squat
and bench from the sixth session of the lift on is judged from what was known before it: as
a single, as logs do not show the repetitions that were planned, and, where it was not taken
to failure, at the repetitions that went up.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

import liftguard as lg
from liftguard.judge.verdict import level_of

LIFTS = ("deadlift", "squat", "bench_press")
FIRST_SESSION = 6


def levels(guard: lg.Guard, path: str) -> tuple[Counter[str], Counter[str]]:
    """Count the levels of one log's completed sets: as singles, and at the reps that went up."""
    track = guard.replay(lg.read_log(path).history)
    days = defaultdict(set)
    singles: Counter[str] = Counter()
    at_reps: Counter[str] = Counter()
    for one in track:
        done = one.logged
        if done.lift in LIFTS and done.load_kg > 0 and done.reps > 0:
            days[done.lift].add(done.at.date())
            if len(days[done.lift]) >= FIRST_SESSION:
                singles[level_of(track.forecast(one), guard.policy).name] += 1
                if not done.to_failure:
                    at_reps[level_of(track.forecast(one, done.reps), guard.policy).name] += 1
    return singles, at_reps


def main() -> None:
    guard, all_singles, all_at_reps = lg.Guard(), Counter(), Counter()
    print(
        "| log | completed sets | BEYOND | CAUTION or worse | UNKNOWN | at reps: BEYOND |", end=""
    )
    print(" CAUTION or worse |\n|---|---|---|---|---|---|---|")
    for path in sys.argv[1:]:
        try:
            singles, at_reps = levels(guard, path)
        except lg.UnreadableLog as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        all_singles += singles
        all_at_reps += at_reps
        print_row(Path(path).name, singles, at_reps)
    print_row("all", all_singles, all_at_reps)


def print_row(name: str, singles: Counter[str], at_reps: Counter[str]) -> None:
    cells = [name, str(singles.total()), *flagged(singles)]
    cells += [share(singles, "UNKNOWN"), *flagged(at_reps)]
    print("| " + " | ".join(cells) + " |")


def flagged(counts: Counter[str]) -> tuple[str, str]:
    """Give the shares of BEYOND, and of CAUTION or worse."""
    return share(counts, "BEYOND"), share(counts, "BEYOND", "CAUTION")


def share(counts: Counter[str], *levels: str) -> str:
    return f"{100 * sum(counts[one] for one in levels) / max(counts.total(), 1):.1f} %"


if __name__ == "__main__":
    main()
