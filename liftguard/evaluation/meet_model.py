"""
A forecast of the next meet's best deadlift from all earlier meets.

The log capacity of each lifter gains less and less, returns slowly to what is usual for sex
and age, and wanders. A meet shows it with noise, now and then much too low (a bad day) or
without any meaning (a token lift), and how the attempts ended says how far below capacity
the best one lies.

Reason to change: a better forecaster of meets.
"""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.meet_params import MeetParams
from liftguard.evaluation.meet_task import scored_rows
from liftguard.evaluation.meets import Bools, Meets, Whole
from liftguard.evaluation.metrics import crps_mixture
from liftguard.model.special import normal_cdf, normal_pdf

__all__ = [
    "Filtered",
    "MeetForecasts",
    "filter_meets",
    "forecast_halves",
    "forecast_meets",
    "mixture_of",
]

_YEAR = 365.25  # [days]
_USUAL_AGE = 28.0  # where it is unknown; the middle of those who say it [years]
_FALLING_AGE = 35.0  # from here on the population is weaker year by year [years]
_FARTHEST_MISS = 0.1  # a miss further above the best counts as this far [log]
# A third kind of day, for lifts that no bad day explains, such as token ones: so rare that it
# plays no part in forecasts, and nearly without information.
_TOKEN_SHARE = 1e-9  # [1]
_TOKEN_LOW = _TOKEN_SD = 0.3  # [log]
_HALVINGS = 34  # of the bracket of a quantile: below 1e-9


@attrs.frozen(kw_only=True, eq=False)
class Filtered:
    """What was believed of each row before it was seen; arrays of shape (n,)."""

    mean: Floats  # of deadlift capacity on the day [log kg]
    variance: Floats  # [log^2]
    log_density: Floats  # of what the row then showed; 0 where nothing went up [nat]


def filter_meets(meets: Meets, params: MeetParams) -> Filtered:
    """
    Go through all meets in order, the k-th meets of all lifters at once.

    A Kalman filter whose noise has three parts; after each meet the belief is one normal with
    the mean and variance of the exact posterior, as in the Gaussian sum filters of Sorenson
    and Alspach, Automatica 7:465, 1971.
    """
    turn = meets.turn()
    age, years, career = _times(meets)
    usual, shown = _usual(meets.female, age, params), _shown(meets, params)
    gain = _gain(meets.female, age, years, career, params)
    kept = np.exp(-params.pull * years)
    mean, variance = usual.copy(), np.full(len(meets), params.first_sd**2)
    after, spread = np.empty(len(meets)), np.empty(len(meets))
    density = np.empty(len(meets))
    for one in range(int(turn.max()) + 1):
        rows = np.flatnonzero(turn == one)
        if one > 0:
            step = kept[rows]
            mean[rows] += step * (after[rows - 1] - usual[rows]) + gain[rows]
            variance[rows] = step * step * spread[rows - 1] + params.walk_sd**2 * years[rows]
        after[rows], spread[rows], density[rows] = _see(
            mean[rows], variance[rows], shown[rows], params
        )
    return Filtered(mean=mean, variance=variance, log_density=density)


# --- what is known of a row beforehand ---


def _times(meets: Meets) -> tuple[Floats, Floats, Floats]:
    """Give age, time since the meet before, and from the first meet to that one. [years]"""
    years = meets.day / _YEAR
    row, turn = np.arange(len(meets)), meets.turn()
    before = years[np.where(turn > 0, row - 1, row)]
    said = ~np.isnan(meets.age)
    born = np.where(said, meets.age + 0.5 - years, 0.0)
    count = said.astype(np.float64)
    for one in range(1, int(turn.max()) + 1):  # sums over the lifter's rows up to each
        rows = np.flatnonzero(turn == one)
        born[rows] += born[rows - 1]
        count[rows] += count[rows - 1]
    age = np.where(count > 0.0, born / np.maximum(count, 1.0) + years, _USUAL_AGE)
    return age, years - before, before - years[row - turn]


def _usual(female: Bools, age: Floats, p: MeetParams) -> Floats:
    """Give what is usual for sex and age. [log kg]"""
    level = np.where(female, p.level_woman, p.level_man)
    usual: Floats = level + p.ageing * np.maximum(age - _FALLING_AGE, 0.0)
    return usual


def _gain(female: Bools, age: Floats, years: Floats, career: Floats, p: MeetParams) -> Floats:
    """Give the usual gain since the meet before. [log]"""
    gained = p.gain * p.gain_years * np.log1p(years / (p.gain_years + career))
    by_sex = np.where(female, p.gain_woman, 1.0)
    gain: Floats = gained * by_sex * np.exp(-p.gain_ageing * (age - _USUAL_AGE))
    return gain


def _shown(meets: Meets, p: MeetParams) -> Floats:
    """Give the capacity that each meet shows, NaN where nothing went up. [log kg]"""
    attempts = meets.attempts[:, 0]
    best = meets.best()[:, 0]
    highest = np.maximum(np.where(attempts < 0.0, -attempts, 0.0).max(axis=1), best)
    above = np.minimum(np.log(highest / best), _FARTHEST_MISS)
    last = attempts[:, 2]
    lost = (attempts < 0.0).sum(axis=1) + np.isnan(last)
    low: Floats = p.made_last * (last > 0.0) - p.missed_above * above + p.missed * lost
    return np.log(best) - low


# --- the filter's step ---


def _see(
    mean: Floats, variance: Floats, shown: Floats, p: MeetParams
) -> tuple[Floats, Floats, Floats]:
    """Learn from what meets showed: give mean and variance after it, and its log density."""
    known = ~np.isnan(shown)
    noise, low, share = _noise(p)
    total = variance[:, None] + noise
    pulls = (np.where(known, shown - mean, 0.0)[:, None] + low) / total
    part = share * normal_pdf(pulls * np.sqrt(total)) / np.sqrt(total)
    whole = part.sum(axis=1)
    part /= whole[:, None]
    shift = (part * pulls).sum(axis=1)
    change = (part * (pulls * pulls - 1.0 / total)).sum(axis=1) - shift * shift
    return (
        np.where(known, mean + variance * shift, mean),
        np.where(known, variance + variance * variance * change, variance),
        np.where(known, np.log(whole), 0.0),
    )


def _noise(p: MeetParams) -> tuple[Floats, Floats, Floats]:
    """Give variance, lowness and share of a usual day, a bad one and a token lift."""
    variance = p.noise_sd**2 + np.array([0.0, p.bad_sd**2, _TOKEN_SD**2])
    share = np.array([1.0 - p.bad_share, p.bad_share, _TOKEN_SHARE])
    return variance, np.array([0.0, p.bad_low, _TOKEN_LOW]), share


# --- forecasts ---


@attrs.frozen(kw_only=True, eq=False)
class MeetForecasts:
    """Forecasts of the best deadlift as mixtures of normals: of a usual day and of a bad one."""

    rows: Whole  # of the meets that are forecast, shape (n,)
    observed: Floats  # what came, shape (n,) [log kg]
    means: Floats  # of the two parts, shape (n, 2) [log kg]
    sds: Floats  # [log]
    mixing: Floats  # their weights [1]

    @property
    def median(self) -> Floats:
        """Give the middle of each forecast. [log kg]"""
        return self.quantile(0.5)

    def quantile(self, p: float) -> Floats:
        """Give the value that is not reached with probability p. [log kg]"""
        low = (self.means - 8.0 * self.sds).min(axis=1)
        high = (self.means + 8.0 * self.sds).max(axis=1)
        for _ in range(_HALVINGS):
            middle = 0.5 * (low + high)
            below = normal_cdf((middle[:, None] - self.means) / self.sds)
            under = (self.mixing * below).sum(axis=1) < p
            low, high = np.where(under, middle, low), np.where(under, high, middle)
        found: Floats = 0.5 * (low + high)
        return found

    def crps(self, weights: ArrayLike | None = None) -> float:
        """Give the mean continuous ranked probability score. [log]"""
        return crps_mixture(self.observed, self.means, self.sds, self.mixing, weights=weights)


def mixture_of(filtered: Filtered, rows: NDArray[Any], p: MeetParams) -> tuple[Floats, ...]:
    """Give means [log kg], sds [log] and weights [1] of what will be best, each of shape (n, 2)."""
    mean, variance = filtered.mean[rows, None], filtered.variance[rows, None]
    noise, low, share = (one[:2] for one in _noise(p))
    mixing = np.tile(share, (len(rows), 1))
    return mean - p.below - low, np.sqrt(variance + noise), mixing


def forecast_meets(meets: Meets, params: MeetParams) -> MeetForecasts:
    """Forecast the best deadlift of each of `scored_rows` from the rows before it, day and age."""
    rows = scored_rows(meets)
    means, sds, mixing = mixture_of(filter_meets(meets, params), rows, params)
    observed = np.log(meets.best()[rows, 0])
    return MeetForecasts(rows=rows, observed=observed, means=means, sds=sds, mixing=mixing)


def forecast_halves(meets: Meets, params: tuple[MeetParams, MeetParams]) -> MeetForecasts:
    """Forecast odd lifters by the first constants, fitted on even ones, and even by the second."""
    even_fit, odd_fit = (forecast_meets(meets, one) for one in params)
    odd = (meets.lifter[even_fit.rows] % 2 == 1)[:, None]
    return MeetForecasts(
        rows=even_fit.rows,
        observed=even_fit.observed,
        means=np.where(odd, even_fit.means, odd_fit.means),
        sds=np.where(odd, even_fit.sds, odd_fit.sds),
        mixing=np.where(odd, even_fit.mixing, odd_fit.mixing),
    )
