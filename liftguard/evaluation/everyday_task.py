"""
B7: what is flagged of everyday training, from logs and of made-up athletes.

Reason to change: another figure of ordinary training.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liftguard.evaluation.everyday import beginners, same_as_last_week, sets_across
from liftguard.evaluation.figures import Table, repeat_figures
from liftguard.evaluation.lifter_cases import LifterCases
from liftguard.evaluation.scored_sets import Plans, joined_plans
from liftguard.guard import Guard

__all__ = ["FEWEST_FAILED", "everyday_table"]


FEWEST_FAILED = 5
"""Failed repeats from which on a log counts among those that write such things down."""


def everyday_table(cases: Sequence[LifterCases], guard: Guard) -> Table:
    """Count the flags of repeats in logs, of beginners, and of the same again."""
    held = {one.name: one.repeats for one in cases if len(one.repeats)}
    return {
        "note": "" if held else "no log repeats its work",
        "repeats": _repeats(held) if held else None,
        "beginners": beginners(guard),
        "same_as_last_week": same_as_last_week(guard),
        "sets_across": sets_across(guard),
    }


def _repeats(held: Mapping[str, Plans]) -> Table:
    """Give the figures of all logs, of those that write failures down, and of each."""
    told = [some for some in held.values() if some.failed.sum() >= FEWEST_FAILED]
    return {
        "all": repeat_figures(joined_plans(list(held.values()))),
        "failures_recorded": repeat_figures(joined_plans(told)) if told else None,
        "by_lifter": {name: repeat_figures(some) for name, some in held.items()},
    }
