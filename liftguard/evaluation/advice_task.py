"""
B9: the load that would have been suggested, beside the one that was taken.

Reason to change: another figure of the advice.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from liftguard.evaluation.advice import LAST_TIME, PLUS, SAME_REPS, Advised, joined_advice
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.figures import Table
from liftguard.evaluation.lifter_cases import LifterCases
from liftguard.evaluation.miss_task import OURS

__all__ = ["advice_table"]

_NEAR, _NEARER = 0.05, 0.025  # of the load that was taken [1]
_ROUNDING = 1e-9
_SAME = 1e-4  # of a load: pounds are rounded [1]
_FEWEST = 20  # sets of a log that has a part in the mean over lifters


def advice_table(cases: Sequence[LifterCases]) -> Table:
    """Score what was suggested to all lifters, and to each."""
    held = {one.name: one.advice for one in cases if len(one.advice)}
    names = (OURS, LAST_TIME, SAME_REPS, PLUS)
    if not held:
        note = "no lift with six sessions"
        return {"note": note, **dict.fromkeys((*names, "failures", "by_lifter"))}
    whole = joined_advice(list(held.values()))
    each = {name: _rows(one) for name, one in held.items()}
    table: Table = {"note": "", **_rows(whole)}
    many = [rows for name, rows in each.items() if len(held[name]) >= _FEWEST]
    for name in names:
        shares = [rows[name]["within_2_5"] for rows in many]
        table[name]["mean_within_2_5"] = float(np.mean(shares)) if shares else None
    return table | {"failures": _failures(whole), "by_lifter": each}


def _rows(one: Advised) -> Table:
    """Give a row for what was suggested, and for each simple rule."""
    said = {OURS: one.suggested_kg, **one.says_kg}
    rows = {name: _figures(kg, one.taken_kg) for name, kg in said.items()}
    rows[OURS] |= {
        "none": int(np.isnan(one.suggested_kg).sum()),
        "to_begin": int(one.to_begin.sum()),
    }
    return rows


def _figures(said: Floats, taken: Floats) -> Table:
    """Tell how near loads were to those that were taken; one that is not there is not near."""
    off = np.abs(said / taken - 1.0)
    return {
        "sets": len(taken),
        "within_2_5": float((off <= _NEARER + _ROUNDING).mean()),
        "within_5": float((off <= _NEAR + _ROUNDING).mean()),
        "above": float((said > taken * (1.0 + _SAME)).mean()),
    }


def _failures(one: Advised) -> Table:
    """Count the plans of which it is known that the suggested load would have failed."""
    expected, observed = float(one.p.sum()), int(one.failed.sum())
    return {
        "plans": len(one.p),
        "failed": observed,
        "expected": expected,
        "observed_over_expected": observed / expected if expected else None,
        "above_missed": one.above_missed,
    }
