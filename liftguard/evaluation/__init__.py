"""
How good a forecaster is on logs that exist: metrics, rivals, backtest, benchmark.

Which file to open for what:

- one's own log: `backtest`; all logs of a `folder`: `benchmark`, whose tables `figures` fills
- which sets are scored, and what was forecast of them: `scored_sets`, by `barbell_lifts`
- what else is said of them: by the `rivals`, on 1RM `formulas`, and by `habits` of the athlete;
  `lifter_cases` has all of it for one lifter
- misses (B1): `miss_task`; plans (B1p, B1m): `plan_task`; ordinary training (B7): `everyday_task`,
  on what `everyday` finds or makes up; what is suggested (B9): `advice_task`, by `advice`
- how good a forecast is: `metrics`, which `array_checks` guard; whether it is calibrated:
  `calibration`; how sure a lead is: `comparison`, by `resampling`
- the next meet (B3): `meets`, `meet_task`, `meet_model` with `meet_params`
- made-up athletes (B5): planned sets by `world_bodies`, `world_training`, `worlds`, judged by
  `judged_worlds`; pains by `world_pains`, judged by `judged_pains`
- constants: `outcome_fit`, and `set_fit` and `meet_fit` by `search`

Reason to change: a further way to measure.
"""

from liftguard.evaluation import formulas, metrics, rivals
from liftguard.evaluation.backtest import Backtest, backtest, reliability_of
from liftguard.evaluation.benchmark import benchmark
from liftguard.evaluation.folder import Folder, LeftOut, Lifter, Overlap, read_folder
from liftguard.evaluation.habits import Habit, HabitPrior, with_habit
from liftguard.evaluation.resampling import Resampled, paired_bootstrap

__all__ = [
    "Backtest",
    "Folder",
    "Habit",
    "HabitPrior",
    "LeftOut",
    "Lifter",
    "Overlap",
    "Resampled",
    "backtest",
    "benchmark",
    "formulas",
    "metrics",
    "paired_bootstrap",
    "read_folder",
    "reliability_of",
    "rivals",
    "with_habit",
]


def __dir__() -> list[str]:
    """List what is public, and none of the files that it lies in."""
    return __all__
