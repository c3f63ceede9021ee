"""
Fail when a figure of the benchmark has dropped by more than its paired bootstrap error.

That is one standard error, days drawn. Run `python tests/bench/check_benchmark.py FOLDER`;
with `--update` the forecasts of this commit become the reference, which a commit that changes
numbers on purpose does. The reference holds forecasts and outcomes of B1, B1m and B2, no log.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

import liftguard as lg
from liftguard.evaluation.cases import Cases, cases_of
from liftguard.evaluation.folder import read_folder
from liftguard.evaluation.metrics import auc, average_precision, log_loss
from liftguard.evaluation.resampling import paired_bootstrap
from liftguard.evaluation.scores import known_failures, middle_of

REFERENCE = Path(__file__).parent / "reference_forecasts.npz"
DRAWS, SEED = 500, 20
FEWEST_MISSES = 5


def forecasts(cases: list[Cases]) -> dict[str, np.ndarray]:
    """Give what was forecast, what happened, and the group that each case is drawn with."""
    missing = [one for one in cases if one.singles.missed.sum() >= FEWEST_MISSES]
    known = [(one, known_failures(one.failures)) for one in cases if len(one.failures)]
    return {
        "B1_day": np.concatenate([one.singles.day for one in missing]),
        "B1_missed": np.concatenate([one.singles.missed for one in missing]),
        "B1_p": np.concatenate([one.singles.p for one in missing]),
        "B1m_day": np.concatenate([one.plans.day for one in cases]),
        "B1m_short": np.concatenate([one.plans.short for one in cases]),
        "B1m_p": np.concatenate([one.p_short for one in cases]),
        "B2_day": np.concatenate([one.failures.day[kept] for one, kept in known]),
        "B2_error": np.concatenate(
            [np.abs(one.failures.reached - middle_of(one.failures))[kept] for one, kept in known]
        ),
    }


def checks(old: dict[str, np.ndarray], new: dict[str, np.ndarray]):
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
    options = parser.parse_args()
    folder, guard = read_folder(options.folder), lg.Guard()
    new = forecasts([cases_of(one, guard) for one in folder.lifters])
    if options.update:
        np.savez_compressed(
            REFERENCE, **{name: values.astype(np.float32) for name, values in new.items()}
        )
        return 0
    with np.load(REFERENCE) as held:
        old = {name: held[name].astype(np.float64) for name in held.files}
    same = [name for name in new if name.endswith(("_day", "_missed", "_short"))]
    if not all(np.array_equal(old[name], new[name].astype(np.float32)) for name in same):
        print("other cases than in the reference: --update, and say why in the commit")
        return 1
    dropped = 0
    for name, group, statistic in checks(old, new):
        rng = np.random.default_rng(SEED)
        found = paired_bootstrap(new[group].astype(np.int64), statistic, draws=DRAWS, rng=rng)
        # the reference is stored with seven digits: less than that is no drop
        fell = found.estimate < -max(found.sd, 1e-6)
        dropped += fell
        print(f"{name}: {found.estimate:+.5f} (error {found.sd:.5f}){' DROPPED' if fell else ''}")
    return int(bool(dropped))


if __name__ == "__main__":
    sys.exit(main())
