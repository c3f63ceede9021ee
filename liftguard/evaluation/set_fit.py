"""
Fit constants of the model and of habits on logs.

Reason to change: another constant is fitted, or another way to fit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import attrs
import numpy as np

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.folder import Lifter
from liftguard.evaluation.habits import STOPPING, HabitPrior, with_habit
from liftguard.evaluation.metrics import log_loss
from liftguard.evaluation.scored_sets import Plans, failures_of, plans_of
from liftguard.evaluation.search import lowest
from liftguard.guard import Guard
from liftguard.model.params import Params
from liftguard.model.special import normal_pdf

__all__ = [
    "FITTED",
    "Fit",
    "fit_failures",
    "fit_stopping",
    "plans_by",
    "score_failures",
    "score_stopping",
]

FITTED = ("rep_sd", "effort_low_sd", "effort_high_sd", "failure_sd")
"""What sets to failure identify: their own noise, and how their loads are chosen."""

_STOPPING = ("mean", "sd", "slope", "lift_sd")
_PRIOR_SD = 0.5  # of the logarithm of a constant around where the search starts: house rule
_MOST_CASES = 400  # of one lifter count in full, so that the longest log does not decide alone
_STEP = 0.1  # of the second difference that gives the uncertainty, on the log scale
_TOLERANCE = 1e-3  # of the score, where a search may stop [nat]

Score = Callable[[Floats], float]


@attrs.frozen(kw_only=True)
class Fit:
    """Constants that were fitted, with what is known of each."""

    values: Mapping[str, float]  # the constants, at the highest posterior density
    # of each one's logarithm, the others held; near the prior's 0.5 where the data say nothing
    log_sds: Mapping[str, float]
    score: float  # negative log posterior density there [nat]
    lifters: tuple[str, ...]  # on whose logs


def score_failures(lifters: Sequence[Lifter], params: Params) -> tuple[float, int]:
    """Give the negative log density of what sets to failure reached [nat], and how many did."""
    total, count = 0.0, 0
    for lifter in lifters:
        cases = failures_of(Guard(params).replay(lifter.history))
        known = ~np.isnan(cases.reached)
        if not known.any():
            continue
        gaps = (cases.reached[known, None] - cases.means[known]) / cases.sds[known]
        density = (cases.mixing[known] * normal_pdf(gaps) / cases.sds[known]).sum(axis=1)
        weight = min(1.0, _MOST_CASES / len(density))
        total -= weight * float(np.log(density).sum())
        count += len(density)
    return total, count


def fit_failures(lifters: Sequence[Lifter], start: Params) -> Fit:
    """Fit `FITTED`, the noise of sets to failure, from `start`, around which the prior lies."""
    own = [one for one in lifters if score_failures([one], start)[1]]
    if not own:
        raise InvalidValue(where="lifters", got=len(lifters), wanted="one with sets to failure")

    def score(point: Floats) -> float:
        values = _around(start, FITTED, point)
        return score_failures(own, attrs.evolve(start, **values))[0] + _prior(point)

    return _searched(score, start, FITTED, own)


def plans_by(lifter: Lifter, params: Params) -> Plans:
    """Replay one lifter's log and collect the plans that are known."""
    return plans_of(Guard(params).replay(lifter.history))


def score_stopping(plans: Sequence[Plans], prior: HabitPrior) -> tuple[float, int]:
    """Give the log loss of plans that fell short, the habit learned forward [nat], and how many."""
    total, count = 0.0, 0
    for cases in plans:
        if not len(cases):
            continue
        said = with_habit(cases.short, cases.p, prior, lifts=cases.lift)
        total += min(len(cases), _MOST_CASES) * (log_loss(cases.short, said) or 0.0)
        count += len(cases)
    return total, count


def fit_stopping(lifters: Sequence[Lifter], params: Params) -> Fit:
    """Fit what is believed of the habit of stopping short before an athlete's first case."""
    known = [(one, cases) for one in lifters if len(cases := plans_by(one, params))]
    own, plans = [one for one, _ in known], [cases for _, cases in known]
    if not own:
        raise InvalidValue(where="lifters", got=len(lifters), wanted="one with repeated loads")

    def score(point: Floats) -> float:
        values = _around(STOPPING, _STOPPING, point)
        return score_stopping(plans, HabitPrior(**values))[0] + _prior(point)

    return _searched(score, STOPPING, _STOPPING, own)


def _around(start: object, names: Sequence[str], point: Floats) -> dict[str, float]:
    """Give constants that lie so far from their start, on the scale of logarithms."""
    return {
        name: getattr(start, name) * math.exp(step) for name, step in zip(names, point, strict=True)
    }


def _prior(point: Floats) -> float:
    return 0.5 * math.fsum((step / _PRIOR_SD) ** 2 for step in point)


def _searched(score: Score, start: object, names: Sequence[str], lifters: Sequence[Lifter]) -> Fit:
    """Search the best point without derivatives, then look how sharp it is."""

    def bounded(point: Floats) -> float:
        try:
            return score(point)
        except InvalidValue:  # outside the range of a constant
            return math.inf

    options = {"xatol": 0.01, "fatol": _TOLERANCE, "initial_simplex": _simplex(len(names))}
    best, here = lowest(bounded, np.zeros(len(names)), method="Nelder-Mead", options=options)
    sds = {}
    for name, step in zip(names, _STEP * np.eye(len(names)), strict=True):
        bend = (bounded(best - step) + bounded(best + step) - 2.0 * here) / _STEP**2
        sds[name] = 1.0 / math.sqrt(bend) if 0.0 < bend < math.inf else math.inf
    return Fit(
        values=_around(start, names, best),
        log_sds=sds,
        score=here,
        lifters=tuple(one.name for one in lifters),
    )


def _simplex(size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Give the corners from which a search starts: the start itself, and 0.3 along each axis."""
    return np.vstack([np.zeros(size), 0.3 * np.eye(size)])
