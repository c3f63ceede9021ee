"""
The benchmark: every task on every lifter of a folder, liftguard beside every rival.

Reason to change: another task, or another way to compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import attrs
import numpy as np

from liftguard.errors import LiftguardError, UnreadableLog
from liftguard.evaluation.advice_task import advice_table
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.comparison import groups_of, sureness
from liftguard.evaluation.everyday_task import everyday_table
from liftguard.evaluation.figures import (
    Table,
    alarm_figures,
    failure_figures,
    joined,
    known_failures,
    meet_figures,
    middle_of,
    point_figures,
)
from liftguard.evaluation.folder import Folder, Tell
from liftguard.evaluation.judged_pains import judge_pains
from liftguard.evaluation.judged_worlds import judge_cases
from liftguard.evaluation.lifter_cases import LifterCases, lifter_cases, with_left_out
from liftguard.evaluation.meet_model import forecast_halves
from liftguard.evaluation.meet_params import MEET_PARAMS
from liftguard.evaluation.meet_task import best_so_far, forecast_rival, previous, scored_rows
from liftguard.evaluation.meets import read_meets
from liftguard.evaluation.miss_task import FEWEST_MISSES, OURS, is_scored, miss_table
from liftguard.evaluation.plan_task import known_plan_table, plan_table
from liftguard.evaluation.reserve_task import reserve_table
from liftguard.evaluation.scored_sets import Failures
from liftguard.evaluation.world_pains import draw_pains
from liftguard.evaluation.worlds import draw_cases
from liftguard.guard import Guard
from liftguard.model.params import MODEL_VERSION

__all__ = ["FEWEST_MISSES", "OURS", "benchmark"]


def benchmark(
    folder: Folder,
    *,
    rng: np.random.Generator,
    guard: Guard | None = None,
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
    each_world : int, optional
        Cases of each simulated world, and simulated lifters of B8; 0 leaves these out.
    tell : callable, optional
        Hears how far it is.

    Returns
    -------
    dict
        Of plain values, ready for JSON: B1, B1p, B1m, B2, B3, B4, B5, B7, B8, B9, files and
        model_version.
        A task without data holds None, and a sentence as its "note".

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
    cases = _without_each(folder, cases, guard, tell)
    rated = {one.name: one.rated for one in cases}
    return {
        "B1": miss_table(cases, rng),
        "B1p": known_plan_table(cases, rng),
        "B1m": plan_table(cases, rng),
        "B2": _failures(cases, rng),
        "B3": _next_meets(folder.meets),
        "B4": _alarms(cases),
        "B5": _worlds(each_world, guard, rng),
        "B7": everyday_table(cases, guard),
        "B8": reserve_table(rated, guard, rng, each_world=each_world),
        "B9": advice_table(cases),
        "files": {
            "read": list(folder.read),
            "left_out": [attrs.asdict(one) for one in folder.left_out],
            "overlaps": [attrs.asdict(one) for one in folder.overlaps],
            "meets": [path.name for path in folder.meets],
        },
        "model_version": MODEL_VERSION,
    }


def _without_each(
    folder: Folder, cases: Sequence[LifterCases], guard: Guard, tell: Tell | None
) -> list[LifterCases]:
    """Score the lifters of B1 and B1p once more, with weights fitted on all others."""
    after = list(cases)
    wanted = [n for n, one in enumerate(cases) if is_scored(one) or len(one.known)]
    for done, place in enumerate(wanted, start=1):
        others = [other.outcomes for n, other in enumerate(cases) if n != place]
        after[place] = with_left_out(cases[place], folder.lifters[place], others, guard)
        if tell is not None:
            tell("lifters left out of the fit", done, len(wanted))
    return after


def _worlds(each: int, guard: Guard, rng: np.random.Generator) -> Table:
    """Judge simulated athletes, of whom it is known what is wrong."""
    if not each:
        shares = ("right_cause_share", "false_cause_share", "cases", "pains")
        return {"note": "no simulated athletes were asked for", **dict.fromkeys(shares)}
    (of_sets,) = rng.spawn(1)
    (of_pains,) = of_sets.spawn(1)  # so that other tasks keep their streams
    judged = judge_cases(draw_cases(of_sets, each=each), guard)
    return {"note": "", **judged, "pains": judge_pains(draw_pains(of_pains, each=each), guard)}


# --- B2 ---


def _failures(cases: Sequence[LifterCases], rng: np.random.Generator) -> Table:
    """Score the sets to failure of all lifters."""
    known = {one.name: one.failures.of(known_failures(one.failures)) for one in cases}
    held = [one for one in cases if len(known[one.name])]
    if not held:
        return {"note": "no set to failure", OURS: None, "against_best_rival": None}
    whole = _all_failures([known[one.name] for one in held])
    errors = {name: joined([_errors(one, name) for one in held]) for name in held[0].failure_says}
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
    by_lifter = {one.name: alarm_figures([one.singles]) for one in cases if len(one.singles)}
    note = "" if figures["completed"] else "no set of a barbell lift"
    return {"note": note, **figures, "by_lifter": by_lifter}
