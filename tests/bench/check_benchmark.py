"""
Fail when a figure of the benchmark has dropped by more than its paired bootstrap error.

That is one standard error, days drawn. Run `python tests/bench/check_benchmark.py FOLDER`.
The forecasts of each version of the model stand in `reference/`, by log, with the outcomes of
B1, B1m and B2 and no log itself. What is compared with is the version named by `--against`, else
this one's, else the latest. `--update` stores those of this commit, which a commit that changes
numbers on purpose does. Logs that the reference does not know are named and left out.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

import liftguard as lg
from liftguard.evaluation.figures import known_failures, middle_of
from liftguard.evaluation.folder import read_folder
from liftguard.evaluation.lifter_cases import LifterCases, lifter_cases
from liftguard.evaluation.metrics import auc, average_precision, log_loss
from liftguard.evaluation.resampling import paired_bootstrap

REFERENCES = Path(__file__).parent / "reference"
DRAWS, SEED = 500, 20
FEWEST_MISSES = 5
OUTCOMES = ("B1_day", "B1_missed", "B1m_day", "B1m_short", "B2_day")
Forecasts = dict[str, np.ndarray]


def forecasts(one: LifterCases) -> Forecasts:
    """Give what was forecast of a log, what happened, and the day that each case is drawn with."""
    known = known_failures(one.failures)
    return {
        "B1_day": one.singles.day,
        "B1_missed": one.singles.missed,
        "B1_p": one.singles.p,
        "B1m_day": one.plans.day,
        "B1m_short": one.plans.short,
        "B1m_p": one.p_short,
        "B2_day": one.failures.day[known],
        "B2_error": np.abs(one.failures.reached - middle_of(one.failures))[known],
    }


def reference_of(version: str | None) -> Path:
    """Find the forecasts to compare with."""
    named = REFERENCES / f"model_{version or lg.MODEL_VERSION}.npz"
    if version is not None or named.exists():
        return named
    return max(REFERENCES.glob("model_*.npz"), key=lambda path: int(path.stem.split("_")[1]))


def read_reference(path: Path) -> dict[str, Forecasts]:
    """Read the forecasts of each log."""
    logs: dict[str, Forecasts] = {}
    with np.load(path) as held:
        for key in held.files:
            log, name = key.split("|")
            logs.setdefault(log, {})[name] = held[key].astype(np.float64)
    return logs


def same_cases(old: Forecasts, new: Forecasts) -> bool:
    """Tell whether the same sets with the same outcomes are forecast."""
    return all(np.array_equal(old[name], new[name].astype(np.float32)) for name in OUTCOMES)


def joined(logs: list[Forecasts]) -> Forecasts:
    """Put logs together; misses are those of lifters who write them down."""
    told = [one for one in logs if one["B1_missed"].sum() >= FEWEST_MISSES]
    return {
        name: np.concatenate([one[name] for one in (told if name.startswith("B1_") else logs)])
        for name in logs[0]
    }


def checks(old: Forecasts, new: Forecasts):
    """Give each figure's name, its groups, and its gain over the reference by case weights."""

    def gain(figure, task, outcome, sign):
        return lambda weights: (
            sign
            * (
                figure(new[outcome], new[f"{task}_p"], weights=weights)
                - figure(old[outcome], old[f"{task}_p"], weights=weights)
            )
        )

    def nearer(weights):
        return float(np.average(old["B2_error"] - new["B2_error"], weights=weights))

    yield "B1 average precision", "B1_day", gain(average_precision, "B1", "B1_missed", 1)
    yield "B1 area under the curve", "B1_day", gain(auc, "B1", "B1_missed", 1)
    yield "B1 log loss", "B1_day", gain(log_loss, "B1", "B1_missed", -1)
    yield "B1m area under the curve", "B1m_day", gain(auc, "B1m", "B1m_short", 1)
    yield "B1m log loss", "B1m_day", gain(log_loss, "B1m", "B1m_short", -1)
    yield "B2 mean error", "B2_day", nearer


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--against", metavar="VERSION")
    options = parser.parse_args()
    folder, guard = read_folder(options.folder), lg.Guard()
    new = {one.name: forecasts(lifter_cases(one, guard)) for one in folder.lifters}
    if options.update:
        stored = {
            f"{log}|{name}": values.astype(np.float32)
            for log, held in new.items()
            for name, values in held.items()
        }
        np.savez_compressed(REFERENCES / f"model_{lg.MODEL_VERSION}.npz", **stored)
        return 0
    path = reference_of(options.against)
    old = read_reference(path)
    both = [log for log in new if log in old]
    print(f"compared with {path.stem}, {len(both)} logs")
    for log in sorted(set(new) ^ set(old)):
        print(f"  left out: {log}, {'not here' if log in old else 'not in the reference'}")
    others = [log for log in both if not same_cases(old[log], new[log])]
    if others or not both:
        print(f"other cases than in the reference ({', '.join(others)}): --update, and say why")
        return 1
    before, after = (joined([logs[log] for log in both]) for logs in (old, new))
    dropped = 0
    for name, group, statistic in checks(before, after):
        rng = np.random.default_rng(SEED)
        found = paired_bootstrap(after[group].astype(np.int64), statistic, draws=DRAWS, rng=rng)
        # the reference is stored with seven digits: less than that is no drop
        fell = found.estimate < -max(found.sd, 1e-6)
        dropped += fell
        low, high = found.low, found.high
        print(
            f"{name}: {found.estimate:+.5f} ({low:+.5f} to {high:+.5f}, error {found.sd:.5f})",
            end="",
        )
        print(" DROPPED" if fell else "")
    return int(bool(dropped))


if __name__ == "__main__":
    sys.exit(main())
