"""
How often the default policy speaks up on real logs: B4 of the benchmark, log by log.

Run `python tests/bench/alarm_budget.py FOLDER`. Sets are judged as singles, as logs do not show
the repetitions that were planned, and, where they were not taken to failure, at the repetitions
that went up. Below the table stands what came of the flagged ones.
"""

import sys

import liftguard as lg
from liftguard.evaluation.figures import alarm_figures
from liftguard.evaluation.folder import read_folder
from liftguard.evaluation.scored_sets import Singles, singles_of

SHARES = {
    "BEYOND": "beyond_share",
    "CAUTION or worse": "caution_share",
    "UNKNOWN after the tenth session": "unknown_share",
    "at reps: BEYOND": "beyond_share_at_reps",
    "at reps: CAUTION or worse": "caution_share_at_reps",
}


def main() -> None:
    guard, found = lg.Guard(), {}
    for lifter in read_folder(sys.argv[1]).lifters:
        singles = singles_of(guard.replay(lifter.history), guard.policy)
        if len(singles):
            found[lifter.name] = [singles]
    found["all"] = [one for singles in found.values() for one in singles]
    print("| log | completed sets |", *(f" {name} |" for name in SHARES), "\n|---|", sep="", end="")
    print("---|" * (1 + len(SHARES)))
    for name, singles in found.items():
        figures = alarm_figures(singles)
        cells = [name, str(figures["completed"]), *(share(figures[key]) for key in SHARES.values())]
        print("| " + " | ".join(cells) + " |")
    for name, singles in found.items():
        for level in (lg.Level.BEYOND, lg.Level.CAUTION):
            flagged, missed = outcomes(singles, level)
            if missed:
                print(f"{name}: {flagged} {level.name}, of which {missed} missed")


def share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f} %"


def outcomes(singles: list[Singles], level: lg.Level) -> tuple[int, int]:
    """Count the singles of a level, and the misses among them."""
    missed = [float(miss) for one in singles for miss in one.missed[one.level == level]]
    return len(missed), int(sum(missed))


if __name__ == "__main__":
    main()
