"""
B1: misses of singles, liftguard beside every rival.

Reason to change: another way to score or to compare them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.calibration import calibration_of
from liftguard.evaluation.comparison import against_best, by_day, groups_of
from liftguard.evaluation.figures import (
    Table,
    calibration_figures,
    joined,
    ranking_figures,
    rule_figures,
)
from liftguard.evaluation.lifter_cases import LifterCases
from liftguard.evaluation.metrics import auc, average_precision
from liftguard.evaluation.rivals import RULE

__all__ = ["FEWEST_MISSES", "LEFT_OUT", "OURS", "PHYSICS", "is_scored", "miss_table"]

OURS = "liftguard"
"""The name of the library's own row in every table: the chance that a user sees."""

PHYSICS = "liftguard_physics"
"""The chance by physics alone, before what own outcomes say."""

LEFT_OUT = "liftguard_left_out"
"""The chance that a user sees, with weights fitted without the log that is scored."""

FEWEST_MISSES = 5
"""Recorded misses from which on a lifter is scored in B1; who writes them down is personal."""

_SAYS = (OURS, PHYSICS, LEFT_OUT)  # the rows that are probabilities


def is_scored(one: LifterCases) -> bool:
    """Tell whether a lifter writes misses down."""
    return bool(one.singles.missed.sum() >= FEWEST_MISSES)


def miss_table(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Score the singles of the lifters who write misses down."""
    told: list[Table] = [
        {"lifter": one.name, "sets": len(one.singles), "misses": int(one.singles.missed.sum())}
        for one in cases
    ]
    lists = {
        "lifters": [row for row in told if row["misses"] >= FEWEST_MISSES],
        "not_scored": [row for row in told if row["misses"] < FEWEST_MISSES],
    }
    scored = [one for one in cases if is_scored(one)]
    names = ("all", "deadlift", "by_lifter", "mean_over_lifters", "without_largest")
    if not scored:
        note = "no lifter with five recorded misses"
        nothing = dict.fromkeys((*names, "calibration", "fitted_without", "against_best_rival"))
        return {"note": note, **nothing, **lists}
    by_lifter = {one.name: _table([one]) for one in scored}
    largest = max(scored, key=lambda one: len(one.singles)).name
    others = [one for one in scored if one.name != largest]
    return {
        "note": "",
        "all": _table(scored),
        "deadlift": _table(scored, deadlift=True),
        "by_lifter": by_lifter,
        "mean_over_lifters": _mean_over(by_lifter),
        "without_largest": _table(others) if others else None,
        "calibration": {"all": _calibration(scored, rng)}
        | {one.name: _calibration([one], rng) for one in scored},
        "fitted_without": {
            one.name: one.left_out.fit.plain() for one in scored if one.left_out is not None
        },
        "against_best_rival": {
            "all": _against_rivals(scored, rng, deadlift=False),
            "deadlift": _against_rivals(scored, rng, deadlift=True),
        },
        **lists,
    }


def _chosen(one: LifterCases, *, deadlift: bool) -> NDArray[np.bool_]:
    return one.singles.deadlift if deadlift else np.ones(len(one.singles), dtype=np.bool_)


def _columns(cases: Sequence[LifterCases], *, deadlift: bool) -> tuple[Floats, dict[str, Floats]]:
    """Give outcomes, and every score by the name of its row."""
    keep = [_chosen(one, deadlift=deadlift) for one in cases]
    columns = {
        OURS: [one.singles.p for one in cases],
        PHYSICS: [one.singles.physics for one in cases],
        LEFT_OUT: [one.left_out.singles for one in cases if one.left_out is not None],
        **{name: [one.single_scores[name] for one in cases] for name in cases[0].single_scores},
    }
    missed = joined([one.singles.missed[some] for one, some in zip(cases, keep, strict=True)])
    return missed, {
        name: joined([column[some] for column, some in zip(arrays, keep, strict=True)])
        for name, arrays in columns.items()
        if len(arrays) == len(cases)
    }


def _table(cases: Sequence[LifterCases], *, deadlift: bool = False) -> Any:  # noqa: ANN401
    """Give a row for liftguard and each rival, or None where there is no such set."""
    missed, scores = _columns(cases, deadlift=deadlift)
    if not len(missed):
        return None
    count = {"sets": len(missed), "misses": int(missed.sum())}
    table = {
        name: ranking_figures(missed, score)
        | calibration_figures(missed, score if name in _SAYS else None)
        | count
        for name, score in scores.items()
    }
    flags = joined([one.flags[_chosen(one, deadlift=deadlift)] for one in cases])
    return table | {RULE: rule_figures(missed, flags) | count}


def _calibration(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Judge each row that is a probability by the rule of calibration."""
    missed, scores = _columns(cases, deadlift=False)
    days = by_day([one.singles.day for one in cases])
    return {
        name: calibration_of(missed, score, days, rng)
        for name, score in scores.items()
        if name in _SAYS
    }


def _mean_over(by_lifter: Mapping[str, Table]) -> Table:
    """Give the mean over lifters of what ranks, and of expected over observed."""
    rows = next(iter(by_lifter.values()))
    return {
        name: {
            figure: _mean([table[name][figure] for table in by_lifter.values()])
            for figure in ("auc", "ap", "expected_over_observed")
        }
        for name in rows
        if name != RULE and all(name in table for table in by_lifter.values())
    }


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _against_rivals(
    cases: Sequence[LifterCases], rng: np.random.Generator, *, deadlift: bool
) -> Table | None:
    """Compare with the rival that is best by each figure."""
    missed, scores = _columns(cases, deadlift=deadlift)
    if not missed.any():
        return None
    groups = groups_of([one.singles.day[_chosen(one, deadlift=deadlift)] for one in cases])
    others = {name: score for name, score in scores.items() if name not in _SAYS}
    ours = {OURS: scores[OURS], **others}
    return {
        name: against_best(metric, missed, ours, groups, rng)
        for name, metric in (("auc", auc), ("ap", average_precision))
    }
