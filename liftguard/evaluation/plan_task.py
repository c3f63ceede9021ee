"""
B1p and B1m: plans that the log holds, and plans that are taken as known.

Reason to change: another way to score or to compare plans.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.calibration import calibration_of
from liftguard.evaluation.comparison import against_best, by_day, groups_of
from liftguard.evaluation.figures import PLAN_EDGES, Table, flag_figures, joined, plan_figures
from liftguard.evaluation.lifter_cases import LifterCases
from liftguard.evaluation.metrics import auc, average_precision
from liftguard.evaluation.miss_task import LEFT_OUT, OURS, PHYSICS
from liftguard.evaluation.scored_sets import Plans, joined_plans

__all__ = ["WITH_HABIT", "known_plan_table", "plan_table"]

WITH_HABIT = "liftguard_with_habit"
"""The chance that a user sees, with the habit of stopping short, learned forward."""

_calibration = partial(calibration_of, edges=PLAN_EDGES)


def known_plan_table(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Score the plans that logs hold, of all lifters."""
    held = [one for one in cases if len(one.known)]
    names = ("by_lifter", "calibration", "flags", "flags_left_out", "fitted_without")
    if not held:
        note = "no log that holds what was planned"
        return {"note": note, **dict.fromkeys((OURS, PHYSICS, *names, "against_best_rival"))}
    whole = joined_plans([one.known for one in held])
    table: Table = {"note": "", **_rows(held)}
    rivals = {
        name: joined([one.known_scores[name] for one in held]) for name in held[0].known_scores
    }
    table |= {name: plan_figures(whole, None, score) for name, score in rivals.items()}
    groups = groups_of([one.known.day for one in held])
    scores = {OURS: whole.p, **rivals}
    return table | {
        "by_lifter": {one.name: _rows([one]) for one in held},
        "calibration": {"all": _judged(held, rng)}
        | {one.name: _judged([one], rng) for one in held},
        "flags": _flags({one.name: one.known for one in held}),
        "flags_left_out": _flags(
            {one.name: one.left_out.known for one in held if one.left_out is not None}
        ),
        "fitted_without": {
            one.name: one.left_out.fit.plain() for one in held if one.left_out is not None
        },
        "against_best_rival": {
            name: against_best(metric, whole.short, scores, groups, rng)
            for name, metric in (("auc", auc), ("ap", average_precision))
        },
    }


def _said(held: Sequence[LifterCases]) -> dict[str, Floats]:
    """Give what liftguard says of known plans, by the name of its row."""
    columns = {
        OURS: [one.known.p for one in held],
        PHYSICS: [one.known.physics for one in held],
        LEFT_OUT: [one.left_out.known.p for one in held if one.left_out is not None],
    }
    return {name: joined(some) for name, some in columns.items() if len(some) == len(held)}


def _rows(held: Sequence[LifterCases]) -> Table:
    whole = joined_plans([one.known for one in held])
    return {name: plan_figures(whole, p, p) for name, p in _said(held).items()}


def _flags(known: Mapping[str, Plans]) -> Table | None:
    """Give how the policy stands to the plans of all lifters, and of each."""
    if not known:
        return None
    rows = {name: flag_figures(plans) for name, plans in known.items()}
    return {"all": flag_figures(joined_plans(list(known.values())))} | rows


def _judged(held: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Judge each row that is a probability by the rule of calibration."""
    short, days = joined([one.known.short for one in held]), by_day([one.known.day for one in held])
    return {name: _calibration(short, p, days, rng) for name, p in _said(held).items()}


def plan_table(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Score the plans of all lifters that may be taken as known."""
    held = [one for one in cases if len(one.plans)]
    if not held:
        note = "no set that repeats another"
        return {"note": note, **dict.fromkeys((OURS, WITH_HABIT, "against_best_rival"))}
    whole = joined_plans([one.plans for one in held])
    habit = joined([one.p_short for one in held])
    said: dict[str, Floats] = {OURS: whole.p, WITH_HABIT: habit, PHYSICS: whole.physics}
    rivals = {name: joined([one.plan_ps[name] for one in held]) for name in held[0].plan_ps}
    scores = {name: joined([one.plan_scores[name] for one in held]) for name in held[0].plan_scores}
    said |= rivals
    said["constant, known afterwards"] = np.full(len(whole), whole.short.mean())
    groups = groups_of([one.plans.day for one in held])
    compared = {WITH_HABIT: habit, **rivals, **scores}
    return {
        "note": "",
        **{name: plan_figures(whole, p, p) for name, p in said.items()},
        **{name: plan_figures(whole, None, score) for name, score in scores.items()},
        "by_lifter": {one.name: _of_one(one.plans, one.p_short) for one in held},
        "against_best_rival": {"auc": against_best(auc, whole.short, compared, groups, rng)},
    }


def _of_one(plans: Plans, habit: Floats) -> Table:
    said = {OURS: plans.p, WITH_HABIT: habit}
    return {name: plan_figures(plans, p, p) for name, p in said.items()}
