"""
Fail when a figure of the benchmark has dropped by more than its paired bootstrap error.

That is one standard error, days drawn. Run `python tests/bench/check_benchmark.py FOLDER`.
The forecasts of each version of the model stand in `reference/`, by log, with the outcomes of
B1, B1p, B1m and B2 and no log itself. What is compared with is the version named by `--against`,
else this one's, else the latest. `--update` stores those of this commit, which a commit that
changes numbers on purpose does. Logs and tasks that the reference does not know are named and left
out, and so are the logs of which it holds other cases of a task; that alone fails, too.

Below the figures stands whether the chances that are shown are calibrated, with the interval of
expected over observed that days drawn give.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

import liftguard as lg
from liftguard.evaluation.calibration import calibration_of
from liftguard.evaluation.figures import PLAN_EDGES, known_failures, middle_of
from liftguard.evaluation.folder import read_folder
from liftguard.evaluation.lifter_cases import LifterCases, lifter_cases
from liftguard.evaluation.metrics import RARE_EDGES, auc, average_precision, log_loss
from liftguard.evaluation.resampling import paired_bootstrap

REFERENCES = Path(__file__).parent / "reference"
DRAWS, SEED = 500, 20
FEWEST_MISSES = 5
OUTCOMES = {
    "B1": ("B1_day", "B1_missed"),
    "B1p": ("B1p_day", "B1p_short"),
    "B1m": ("B1m_day", "B1m_short"),
    "B2": ("B2_day",),
}
Forecasts = dict[str, np.ndarray]


def forecasts(one: LifterCases) -> Forecasts:
    """Give what was forecast of a log, what happened, and the day that each case is drawn with."""
    known = known_failures(one.failures)
    return {
        "B1_day": one.singles.day,
        "B1_missed": one.singles.missed,
        "B1_p": one.singles.p,
        "B1p_day": one.known.day,
        "B1p_short": one.known.short,
        "B1p_p": one.known.p,
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


def same_cases(task: str, old: Forecasts, new: Forecasts) -> bool:
    """Tell whether the same sets with the same outcomes are forecast."""
    return all(np.array_equal(old[name], new[name].astype(np.float32)) for name in OUTCOMES[task])


def joined(task: str, logs: list[Forecasts]) -> Forecasts:
    """Put the cases of a task together; misses are those of lifters who write them down."""
    told = [one for one in logs if task != "B1" or one["B1_missed"].sum() >= FEWEST_MISSES]
    names = [name for name in logs[0] if name.startswith(f"{task}_")]
    return {name: np.concatenate([one[name] for one in told]) for name in names if told}


def checks(task: str, old: Forecasts, new: Forecasts):
    """Give the name of each figure of a task, and its gain over the reference by case weights."""

    def gain(figure, outcome, sign):
        return lambda weights: (
            sign
            * (
                figure(new[outcome], new[f"{task}_p"], weights=weights)
                - figure(old[outcome], old[f"{task}_p"], weights=weights)
            )
        )

    def nearer(weights):
        return float(np.average(old["B2_error"] - new["B2_error"], weights=weights))

    if task == "B2":
        yield "mean error", nearer
        return
    event = OUTCOMES[task][1]
    if task != "B1m":
        yield "average precision", gain(average_precision, event, 1)
    yield "area under the curve", gain(auc, event, 1)
    yield "log loss", gain(log_loss, event, -1)


def compare(task: str, old: dict[str, Forecasts], new: dict[str, Forecasts]) -> int:
    """Print the figures of a task beside the reference; give how many dropped, or cannot be."""
    known = [log for log in new if log in old and f"{task}_day" in old[log]]
    both = [log for log in known if same_cases(task, old[log], new[log])]
    others = [log for log in known if log not in both]
    if others:
        print(f"{task}: other cases than in the reference ({', '.join(others)}): --update, say why")
    before, after = (
        joined(task, [logs[log] for log in both]) if both else {} for logs in (old, new)
    )
    if not len(after.get(f"{task}_day", ())):
        print(f"{task}: nothing to compare with")
        return int(bool(others))
    dropped = int(bool(others))
    for name, statistic in checks(task, before, after):
        rng = np.random.default_rng(SEED)
        days = after[f"{task}_day"].astype(np.int64)
        found = paired_bootstrap(days, statistic, draws=DRAWS, rng=rng)
        # the reference is stored with seven digits: less than that is no drop
        fell = found.estimate < -max(found.sd, 1e-6)
        dropped += fell
        print(
            f"{task} {name}: {found.estimate:+.5f} ({found.low:+.5f} to {found.high:+.5f}, "
            f"error {found.sd:.5f}){' DROPPED' if fell else ''}"
        )
    return dropped


def tell_calibration(new: dict[str, Forecasts]) -> None:
    """Print how many events were expected and came, and whether chance explains the rest."""
    for task in ("B1", "B1p"):
        cases = joined(task, list(new.values()))
        if not len(cases.get(f"{task}_day", ())):
            continue
        days, event = cases[f"{task}_day"].astype(np.int64), cases[OUTCOMES[task][1]]
        rng, edges = np.random.default_rng(SEED), RARE_EDGES if task == "B1" else PLAN_EDGES
        found = calibration_of(event, cases[f"{task}_p"], days, rng, edges=edges)
        if found["low"] is not None:
            print(
                f"{task} expected over observed: {found['ratio']:.3f} "
                f"({found['low']:.3f} to {found['high']:.3f}), {len(found['bins_off'])} bins off"
            )


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
    print(f"compared with {path.stem}, {len(set(new) & set(old))} logs")
    for log in sorted(set(new) ^ set(old)):
        print(f"  left out: {log}, {'not here' if log in old else 'not in the reference'}")
    dropped = sum(compare(task, old, new) for task in OUTCOMES)
    tell_calibration(new)
    return int(bool(dropped))


if __name__ == "__main__":
    sys.exit(main())
