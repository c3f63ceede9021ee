"""
Fit the constants of the meet forecaster.

The shipped `MEET_PARAMS` are `fit_halves(read_meets("meets.csv.gz"))`, rounded to four digits.

Reason to change: another way to fit.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import attrs
import numpy as np
from numpy.typing import ArrayLike

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.meet_model import filter_meets, mixture_of
from liftguard.evaluation.meet_params import MeetParams
from liftguard.evaluation.meet_task import scored_rows
from liftguard.evaluation.meets import Meets, Whole
from liftguard.evaluation.metrics import crps_mixture
from liftguard.evaluation.search import lowest

__all__ = ["fit_halves", "fit_meets", "start_params"]

_USUAL_CRPS = 0.04  # brings the score near 1 [log]
_DENSITY_WEIGHT = 0.1  # of the negative log likelihood beside that score [1]
_STEP = 1e-4  # of a difference quotient, on the scale of the search
_GRADIENT = 1e-4  # where the search may stop, on that scale
_WIDEST = 8.0  # the search stays within this on that scale, which no constant comes near
_OUTSIDE = 1e6  # the score beyond
_DIGITS = 4
_FIELDS = attrs.fields(MeetParams)


def fit_halves(meets: Meets, *, rounds: int = 80) -> tuple[MeetParams, MeetParams]:
    """Fit on lifters of even number and on those of odd, each to be judged by the other fit."""
    lifters = np.unique(meets.lifter)
    even, odd = (lifters[lifters % 2 == half] for half in (0, 1))
    return fit_meets(meets, even, rounds=rounds), fit_meets(meets, odd, rounds=rounds)


def fit_meets(
    meets: Meets,
    lifters: ArrayLike,
    *,
    rounds: int = 80,
    forecasts: bool = True,
    start: MeetParams | None = None,
) -> MeetParams:
    """
    Fit the constants on some lifters, to four digits.

    Scored are the forecasts, by CRPS, with a tenth of the negative log likelihood of what was
    shown; without `forecasts` that likelihood alone, which gives `below` no role. The search is
    quasi-Newton with difference quotients, scales by their logarithm and shares by their log
    odds; it has no random part.
    """
    own = meets.of(np.isin(meets.lifter, np.asarray(lifters)))
    rows = scored_rows(own) if len(own) else np.empty(0, dtype=np.int64)
    if not len(rows):
        raise InvalidValue(where="lifters", got=lifters, wanted="lifters with two meets")
    score = _score_of(own, rows, forecasts=forecasts)
    first = _encoded(start_params() if start is None else start)

    def slopes(point: Floats) -> Floats:
        here = score(point)
        steps = _STEP * np.eye(len(point))
        return np.array([(score(point + step) - here) / _STEP for step in steps])

    options = {"maxiter": rounds, "gtol": _GRADIENT}
    point, _ = lowest(score, first, slopes=slopes, method="BFGS", options=options)
    return _decoded(point, _DIGITS)


def start_params() -> MeetParams:
    """Give round numbers from which a search starts: the `start` of each field."""
    return MeetParams(**{field.name: field.metadata["start"] for field in _FIELDS})


def _score_of(meets: Meets, rows: Whole, *, forecasts: bool) -> Callable[[Floats], float]:
    observed = np.log(meets.best()[rows, 0])
    seen = (~np.isnan(meets.best()[:, 0])).sum()

    def score(point: Floats) -> float:
        if np.max(np.abs(point)) > _WIDEST:
            return _OUTSIDE
        params = _decoded(point)
        with np.errstate(all="ignore"):
            filtered = filter_meets(meets, params)
        surprise = -float(filtered.log_density.sum()) / float(seen)
        if not math.isfinite(surprise):
            return _OUTSIDE
        if not forecasts:
            return surprise
        crps = crps_mixture(observed, *mixture_of(filtered, rows, params))
        return crps / _USUAL_CRPS + _DENSITY_WEIGHT * surprise

    return score


def _encoded(params: MeetParams) -> Floats:
    """Put the constants where every number is allowed."""
    point = []
    for field in _FIELDS:
        value = getattr(params, field.name)
        kind = field.metadata["kind"]
        if kind == "share":
            value = np.log(value / (1.0 - value))
        point.append(np.log(value) if kind == "positive" else value)
    return np.array(point)


def _decoded(point: Floats, digits: int | None = None) -> MeetParams:
    """Undo `_encoded`, rounded to so many digits."""
    values = {}
    for field, number in zip(_FIELDS, point.tolist(), strict=True):
        kind = field.metadata["kind"]
        value = float(np.exp(number)) if kind == "positive" else number
        value = 1.0 / (1.0 + float(np.exp(-number))) if kind == "share" else value
        values[field.name] = value if digits is None else float(f"{value:.{digits}g}")
    return MeetParams(**values)
