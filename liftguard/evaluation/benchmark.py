"""
The benchmark: every task on every lifter of a folder, liftguard beside every rival.

Reason to change: another task, or another way to compare.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import LiftguardError, UnreadableLog
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.comparison import against_best, groups_of, sureness
from liftguard.evaluation.figures import (
    Table,
    alarm_figures,
    calibration_figures,
    failure_figures,
    known_failures,
    meet_figures,
    middle_of,
    plan_figures,
    point_figures,
    ranking_figures,
    rule_figures,
)
from liftguard.evaluation.folder import Folder, Tell
from liftguard.evaluation.judged_worlds import judge_cases
from liftguard.evaluation.lifter_cases import LifterCases, lifter_cases
from liftguard.evaluation.meet_model import forecast_halves
from liftguard.evaluation.meet_params import MEET_PARAMS
from liftguard.evaluation.meet_task import best_so_far, forecast_rival, previous, scored_rows
from liftguard.evaluation.meets import read_meets
from liftguard.evaluation.metrics import auc, average_precision
from liftguard.evaluation.rivals import RULE
from liftguard.evaluation.scored_sets import Failures, Plans
from liftguard.evaluation.worlds import draw_cases
from liftguard.guard import Guard
from liftguard.model.params import MODEL_VERSION

__all__ = ["FEWEST_MISSES", "OURS", "Ranking", "benchmark"]

OURS = "liftguard"
"""The name of the library's own row in every table."""

FEWEST_MISSES = 5
"""Recorded misses from which on a lifter is scored in B1; who writes them down is personal."""

Ranking = Literal["population", "habit"]
"""What ranks singles: p alone, or p with the lifter's habit of writing misses down."""

_POPULATION = "liftguard_population"


def benchmark(
    folder: Folder,
    *,
    rng: np.random.Generator,
    guard: Guard | None = None,
    ranking: Ranking = "population",
    each_world: int = 0,
    tell: Tell | None = None,
) -> Table:
    """
    Run every task on the lifters of a folder.

    Parameters
    ----------
    folder : Folder
        As `read_folder` gives it.
    rng : numpy.random.Generator
        For the bootstrap, and a stream of its own for the simulated worlds.
    guard : Guard, optional
        With model and policy; the default ones if not given.
    ranking : {"population", "habit"}, optional
        What ranks the singles of B1. Within one lifter both give nearly the same order.
    each_world : int, optional
        Cases of each simulated world; 0 leaves B5 out.
    tell : callable, optional
        Hears how far it is.

    Returns
    -------
    dict
        Of plain values, ready for JSON: B1, B1m, B2, B3, B4, B5, files, model_version. A task
        without data holds None, and a sentence as its "note".

    Examples
    --------
    >>> nothing = Folder(lifters=(), read=(), left_out=(), overlaps=(), meets=())
    >>> benchmark(nothing, rng=np.random.default_rng(1))["B1"]["note"]
    'no lifter with five recorded misses'
    """
    guard = Guard() if guard is None else guard
    cases = []
    for number, lifter in enumerate(folder.lifters, start=1):
        cases.append(lifter_cases(lifter, guard))
        if tell is not None:
            tell("lifters replayed", number, len(folder.lifters))
    return {
        "B1": _misses(cases, ranking, rng),
        "B1m": _plans(cases, rng),
        "B2": _failures(cases, rng),
        "B3": _next_meets(folder.meets),
        "B4": _alarms(cases),
        "B5": _worlds(each_world, guard, rng),
        "files": {
            "read": list(folder.read),
            "left_out": [attrs.asdict(one) for one in folder.left_out],
            "overlaps": [attrs.asdict(one) for one in folder.overlaps],
            "meets": [path.name for path in folder.meets],
        },
        "model_version": MODEL_VERSION,
    }


def _worlds(each: int, guard: Guard, rng: np.random.Generator) -> Table:
    """Judge simulated athletes, of whom it is known what is wrong."""
    if not each:
        shares = ("right_cause_share", "false_cause_share", "cases")
        return {"note": "no simulated athletes were asked for", **dict.fromkeys(shares)}
    return {"note": "", **judge_cases(draw_cases(rng.spawn(1)[0], each=each), guard)}


def _joined(arrays: Sequence[Floats]) -> Floats:
    return np.concatenate(arrays) if arrays else np.empty(0)


# --- B1 ---


def _misses(cases: Sequence[LifterCases], ranking: Ranking, rng: np.random.Generator) -> Table:
    """Score the singles of the lifters who write misses down."""
    counts = {one.name: int(one.singles.missed.sum()) for one in cases}
    scored = [one for one in cases if counts[one.name] >= FEWEST_MISSES]
    told: list[Table] = [
        {"lifter": one.name, "sets": len(one.singles), "misses": counts[one.name]} for one in cases
    ]
    lists = {
        "lifters": [row for row in told if row["misses"] >= FEWEST_MISSES],
        "not_scored": [row for row in told if row["misses"] < FEWEST_MISSES],
    }
    names = ("all", "deadlift", "by_lifter", "mean_over_lifters", "without_largest")
    if not scored:
        note = "no lifter with five recorded misses"
        return {"note": note, **dict.fromkeys((*names, "against_best_rival")), **lists}
    by_lifter = {one.name: _singles_table([one], ranking) for one in scored}
    largest = max(scored, key=lambda one: len(one.singles)).name
    others = [one for one in scored if one.name != largest]
    return {
        "note": "",
        "ranked_by": ranking,
        "all": _singles_table(scored, ranking),
        "deadlift": _singles_table(scored, ranking, deadlift=True),
        "by_lifter": by_lifter,
        "mean_over_lifters": _mean_over(by_lifter),
        "without_largest": _singles_table(others, ranking) if others else None,
        "against_best_rival": {
            "all": _against_rivals(scored, ranking, rng, deadlift=False),
            "deadlift": _against_rivals(scored, ranking, rng, deadlift=True),
        },
        **lists,
    }


def _chosen(one: LifterCases, *, deadlift: bool) -> NDArray[np.bool_]:
    return one.singles.deadlift if deadlift else np.ones(len(one.singles), dtype=np.bool_)


def _single_columns(
    cases: Sequence[LifterCases], ranking: Ranking, *, deadlift: bool
) -> tuple[Floats, dict[str, Floats]]:
    """Give outcomes, and every score by the name of its row; `OURS` is what ranks."""
    keep = [_chosen(one, deadlift=deadlift) for one in cases]
    pairs = list(zip(cases, keep, strict=True))
    columns = {
        OURS: [one.p_missed if ranking == "habit" else one.singles.p for one in cases],
        _POPULATION: [one.singles.p for one in cases],
        **{name: [one.single_scores[name] for one in cases] for name in cases[0].single_scores},
    }
    missed = _joined([one.singles.missed[some] for one, some in pairs])
    return missed, {
        name: _joined([column[some] for column, some in zip(arrays, keep, strict=True)])
        for name, arrays in columns.items()
    }


def _singles_table(
    cases: Sequence[LifterCases], ranking: Ranking, *, deadlift: bool = False
) -> Any:  # noqa: ANN401
    """Give a row for liftguard and each rival, or None where there is no such set."""
    missed, scores = _single_columns(cases, ranking, deadlift=deadlift)
    if not len(missed):
        return None
    keep = [_chosen(one, deadlift=deadlift) for one in cases]
    habit = _joined([one.p_missed[some] for one, some in zip(cases, keep, strict=True)])
    said = {OURS: habit, _POPULATION: scores[_POPULATION]}
    count = {"sets": len(missed), "misses": int(missed.sum())}
    table = {
        name: ranking_figures(missed, score) | calibration_figures(missed, said.get(name)) | count
        for name, score in scores.items()
    }
    flags = _joined([one.flags[some] for one, some in zip(cases, keep, strict=True)])
    return table | {RULE: rule_figures(missed, flags) | count}


def _mean_over(by_lifter: Mapping[str, Table]) -> Table:
    """Give the mean over lifters of what ranks, and of expected over observed."""
    rows = next(iter(by_lifter.values()))
    return {
        name: {
            figure: _mean([table[name][figure] for table in by_lifter.values()])
            for figure in ("auc", "ap", "expected_over_observed")
        }
        for name in rows
        if name != RULE
    }


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _against_rivals(
    cases: Sequence[LifterCases], ranking: Ranking, rng: np.random.Generator, *, deadlift: bool
) -> Table | None:
    """Compare with the rival that is best by each figure."""
    missed, scores = _single_columns(cases, ranking, deadlift=deadlift)
    if not missed.any():
        return None
    groups = groups_of([one.singles.day[_chosen(one, deadlift=deadlift)] for one in cases])
    del scores[_POPULATION]
    return {
        name: against_best(metric, missed, scores, groups, rng)
        for name, metric in (("auc", auc), ("ap", average_precision))
    }


# --- B1m ---


def _plans(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Score the plans of all lifters."""
    held = [one for one in cases if len(one.plans)]
    if not held:
        return {"note": "no set whose plan is known", OURS: None, "against_best_rival": None}
    whole = _all_plans(held)
    ours = _joined([one.p_short for one in held])
    table: Table = {
        "note": "",
        OURS: plan_figures(whole, ours, ours),
        _POPULATION: plan_figures(whole, whole.p, whole.p),
    }
    rivals = {}
    for name in held[0].plan_ps:
        rivals[name] = _joined([one.plan_ps[name] for one in held])
        table[name] = plan_figures(whole, rivals[name], rivals[name])
    for name in held[0].plan_scores:
        rivals[name] = _joined([one.plan_scores[name] for one in held])
        table[name] = plan_figures(whole, None, rivals[name])
    constant = np.full(len(whole), whole.short.mean())
    table["constant, known afterwards"] = plan_figures(whole, constant, constant)
    groups = groups_of([one.plans.day for one in held])
    table["by_lifter"] = {
        one.name: plan_figures(one.plans, one.p_short, one.p_short) for one in held
    }
    scores = {OURS: ours, **rivals}
    table["against_best_rival"] = {"auc": against_best(auc, whole.short, scores, groups, rng)}
    return table


def _all_plans(cases: Sequence[LifterCases]) -> Plans:
    plans = [one.plans for one in cases]
    arrays = {
        name: np.concatenate([getattr(some, name) for some in plans])
        for name in ("place", "day", "reps", "short", "p")
    }
    return Plans(lift=tuple(lift for some in plans for lift in some.lift), **arrays)


# --- B2 ---


def _failures(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Score the sets to failure of all lifters."""
    known = {one.name: one.failures.of(known_failures(one.failures)) for one in cases}
    held = [one for one in cases if len(known[one.name])]
    if not held:
        return {"note": "no set to failure", OURS: None, "against_best_rival": None}
    whole = _all_failures([known[one.name] for one in held])
    errors = {name: _joined([_errors(one, name) for one in held]) for name in held[0].failure_says}
    ours = np.abs(whole.reached - middle_of(whole))
    best = min(errors, key=lambda name: float(errors[name].mean()))
    gained = errors[best] - ours

    def gain(weights: Floats) -> float | None:
        return float(weights @ gained / weights.sum()) if weights.any() else None

    groups = groups_of([known[one.name].day for one in held])
    return {
        "note": "",
        OURS: failure_figures(whole),
        **{name: point_figures(wrong) for name, wrong in errors.items()},
        "not_forecast": sum(len(one.failures) for one in cases) - len(whole),
        "by_lifter": {one.name: failure_figures(known[one.name]) for one in held},
        "against_best_rival": {"mean": sureness(gain, groups, rng, rival=best)},
    }


def _errors(one: LifterCases, rival: str) -> Floats:
    """Give a rival's absolute errors where liftguard has a forecast, too. [log]"""
    said, reached = one.failure_says[rival]
    errors: Floats = np.abs(said - reached)[known_failures(one.failures)]
    return errors


def _all_failures(some: Sequence[Failures]) -> Failures:
    names = [field.name for field in attrs.fields(Failures)]
    return Failures(
        **{name: np.concatenate([getattr(one, name) for one in some]) for name in names}
    )


# --- B3 and B4 ---


def _next_meets(paths: Sequence[Path]) -> Table:
    """Score forecasts of the next meet on the first table of meets that can be read."""
    names = (OURS, "previous", "best_so_far")
    notes = []
    for path in paths:
        try:
            return {"note": "", **_meet_table(path)}
        except LiftguardError as error:
            notes.append(f"{path.name}: {error}")
    return {"note": "; ".join(notes) or "no table of meets", **dict.fromkeys(names)}


def _meet_table(path: Path) -> Table:
    """Forecast each lifter with the constants that were fitted on the others."""
    meets = read_meets(path)
    if not len(scored_rows(meets)):
        wanted = "a lifter with two meets at which a deadlift went up"
        raise UnreadableLog(where=path.name, got=f"{len(meets)} meets", wanted=wanted)
    table = {OURS: meet_figures(forecast_halves(meets, MEET_PARAMS))}
    for name, figure in (("previous", previous), ("best_so_far", best_so_far)):
        table[name] = meet_figures(forecast_rival(meets, figure(meets)))
    return table


def _alarms(cases: Sequence[LifterCases]) -> Table:
    figures = alarm_figures([one.singles for one in cases])
    return {"note": "" if figures["completed"] else "no set of a barbell lift", **figures}
