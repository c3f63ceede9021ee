"""
How good a forecaster is on logs that exist: metrics, rivals, backtest, benchmark.

Reason to change: a further way to measure.
"""

from liftguard.evaluation import formulas, metrics, rivals
from liftguard.evaluation.backtest import Backtest, backtest, reliability_of
from liftguard.evaluation.benchmark import benchmark
from liftguard.evaluation.folder import Folder, Lifter, read_folder
from liftguard.evaluation.habits import Habit, HabitPrior, with_habit
from liftguard.evaluation.resampling import Resampled, paired_bootstrap

__all__ = [
    "Backtest",
    "Folder",
    "Habit",
    "HabitPrior",
    "Lifter",
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
