"""
What is forecast of meets, the next best deadlift, and the plain rivals that do so: B3.

Reason to change: another task on meets, or another rival.
"""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import ArrayLike

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.meets import Meets, Whole
from liftguard.evaluation.metrics import crps_sample

__all__ = ["RivalForecasts", "best_so_far", "forecast_rival", "previous", "scored_rows"]

_RIVAL_POINTS = 199  # quantiles that stand for the law of a rival's errors


def scored_rows(meets: Meets) -> Whole:
    """Give the rows that are forecast: a deadlift went up there, and one at an earlier meet."""
    known = ~np.isnan(previous(meets))
    return np.flatnonzero(known & ~np.isnan(meets.best()[:, 0]))


def previous(meets: Meets) -> Floats:
    """Give the best deadlift of the last earlier meet where one went up, NaN if none did. [kg]"""
    best = meets.best()[:, 0]
    turn = meets.turn()
    row = np.arange(len(meets))
    start = row - turn
    made = np.maximum.accumulate(np.where(np.isnan(best), -1, row))
    last = np.concatenate(([-1], made[:-1]))
    known = last >= start
    return np.where(known, best[np.where(known, last, 0)], np.nan)


def best_so_far(meets: Meets) -> Floats:
    """Give the best deadlift of all earlier meets, NaN where there is none. [kg]"""
    best = np.where(np.isnan(meets.best()[:, 0]), 0.0, meets.best()[:, 0])
    turn = meets.turn()
    top = np.zeros(len(meets))
    for one in range(1, int(turn.max()) + 1):
        rows = np.flatnonzero(turn == one)
        top[rows] = np.maximum(top[rows - 1], best[rows - 1])
    return np.where(top > 0.0, top, np.nan)


@attrs.frozen(kw_only=True, eq=False)
class RivalForecasts:
    """Forecasts by one earlier figure: it plus the errors that it made for other lifters."""

    rows: Whole  # of the meets that are forecast, shape (n,)
    observed: Floats  # what came, shape (n,) [log kg]
    points: Floats  # equally likely values, rising, shape (n, 199) [log kg]

    @property
    def median(self) -> Floats:
        """Give the middle of each forecast. [log kg]"""
        return np.median(self.points, axis=1)

    def quantile(self, p: float) -> Floats:
        """Give the value that is not reached with probability p. [log kg]"""
        return np.quantile(self.points, p, axis=1)

    def crps(self, weights: ArrayLike | None = None) -> float:
        """Give the mean continuous ranked probability score. [log]"""
        return crps_sample(self.observed, self.points, weights=weights)


def forecast_rival(meets: Meets, figure: Floats) -> RivalForecasts:
    """Forecast by an earlier figure [kg] plus the quantiles of its errors for the other parity."""
    # so bias, spread, skewness and tails are as honest as they can be; the median is the figure
    # plus the median error
    rows = scored_rows(meets)
    start = np.log(figure[rows])
    observed = np.log(meets.best()[rows, 0])
    odd = meets.lifter[rows] % 2 == 1
    levels = (np.arange(_RIVAL_POINTS) + 0.5) / _RIVAL_POINTS
    points = np.empty((len(rows), _RIVAL_POINTS))
    for half in (odd, ~odd):
        if not half.any() or half.all():
            raise InvalidValue(where="meets", got="one half", wanted="even and odd lifters")
        points[half] = start[half, None] + np.quantile((observed - start)[~half], levels)
    return RivalForecasts(rows=rows, observed=observed, points=points)
