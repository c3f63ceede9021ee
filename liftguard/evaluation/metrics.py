"""
Scores of forecasts against what happened: ranking, probabilities, distributions, bands.

Every metric is one number over all cases, and takes `weights`: how often each case counts,
exactly as if it were repeated. Where a metric has no finite value, it is None.

Reason to change: a further metric.
"""

from __future__ import annotations

import math

import attrs
import numpy as np
from numpy.typing import ArrayLike

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import (
    Floats,
    case_weights,
    ensembles,
    fraction,
    numbers,
    outcomes,
    positive,
    probabilities,
    same_shape,
    whole,
)
from liftguard.model.special import normal_cdf, normal_pdf, normal_quantile

__all__ = [
    "RARE_EDGES",
    "BrierParts",
    "ReliabilityRow",
    "auc",
    "average_precision",
    "brier",
    "brier_parts",
    "caught_in_top",
    "coverage",
    "crps_mixture",
    "crps_normal",
    "crps_sample",
    "expected_over_observed",
    "log_loss",
    "reliability_table",
    "share_interval",
]


def __dir__() -> list[str]:
    """List what is public."""
    return __all__


RARE_EDGES = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1.0)
"""Bins of probability that part rare events, without looking at the data. [1]"""

_FARTHEST_Z = 40.0  # the normal tail is 0 in doubles from there on
_MIXING_SLACK = 1e-9  # rounding of weights that sum to one


# --- ranking ---


def auc(outcome: ArrayLike, score: ArrayLike, *, weights: ArrayLike | None = None) -> float | None:
    """
    Give the area under the ROC curve.

    Parameters
    ----------
    outcome : array_like, shape (n,)
        1 for an event, 0 for none.
    score : array_like, shape (n,)
        Higher for what is thought likelier, on any scale.
    weights : array_like, shape (n,), optional
        How often each case counts, 0 or more; once if not given.

    Returns
    -------
    float or None
        P(score of an event > score of a non-event) + P(they are equal) / 2: 0 to 1, 0.5 for
        a score that knows nothing. None where there is no event, or nothing else. [1]

    Raises
    ------
    InvalidValue
        When shapes differ, a number is not finite, an outcome is not 0 or 1, or no case
        counts.

    Notes
    -----
    The Mann-Whitney statistic over its largest value, ties counted half [Hanley1982]_.

    Examples
    --------
    >>> auc([1, 0, 1, 0], [0.9, 0.8, 0.4, 0.4])  # of four pairs 2 right, 1 tied, 1 wrong
    0.625
    """
    events, others = _by_score(outcome, score, weights)
    all_events, all_others = events.sum(), others.sum()
    if all_events == 0.0 or all_others == 0.0:
        return None
    below = all_others - np.cumsum(others)
    return float(np.sum(events / all_events * ((below + 0.5 * others) / all_others)))


def average_precision(
    outcome: ArrayLike, score: ArrayLike, *, weights: ArrayLike | None = None
) -> float | None:
    """
    Give the average precision: the area under the precision-recall steps.

    Parameters
    ----------
    outcome, score, weights
        As for `auc`.

    Returns
    -------
    float or None
        sum over thresholds of (recall gained) x (precision there): 0 to 1, about the share
        of events for a score that knows nothing. None where there is no event. [1]

    Raises
    ------
    InvalidValue
        As for `auc`.

    Notes
    -----
    Cases of one score stand at one threshold, so their order does not matter. Nothing is
    interpolated between thresholds, which would be too kind [Davis2006]_.

    Examples
    --------
    >>> average_precision([1, 0, 1, 0], [0.9, 0.8, 0.4, 0.4])  # 1/2 x 1/1 + 1/2 x 2/4
    0.75
    """
    events, others = _by_score(outcome, score, weights)
    all_events = events.sum()
    if all_events == 0.0:
        return None
    found = np.cumsum(events)
    flagged = found + np.cumsum(others)
    return float(np.sum(events / all_events * (found / flagged)))


def caught_in_top(
    outcome: ArrayLike, score: ArrayLike, *, share: float, weights: ArrayLike | None = None
) -> float | None:
    """
    Give the share of events among the highest-scored cases.

    Parameters
    ----------
    outcome, score, weights
        As for `auc`.
    share : float
        How much of all cases may be flagged, above 0 and up to 1. [1]

    Returns
    -------
    float or None
        Events among the share x n highest-scored cases over all events, 0 to 1; None where
        there is no event. [1]

    Raises
    ------
    InvalidValue
        As for `auc`, or when the share is not that.

    Notes
    -----
    Share x n is not rounded. Cases tied at the border count in proportion to how many of
    them fit: what a random order among them gives on average.

    Examples
    --------
    >>> caught_in_top([1, 0, 1, 0], [0.9, 0.8, 0.4, 0.4], share=0.5)
    0.5
    >>> caught_in_top([1, 0, 1, 0], [0.9, 0.8, 0.4, 0.4], share=0.75)  # half of the tied two
    0.75
    """
    fraction("share", share)
    events, others = _by_score(outcome, score, weights)
    all_events = events.sum()
    if all_events == 0.0:
        return None
    size = events + others
    reached = np.cumsum(size)
    room = share * reached[-1] - (reached - size)
    return float(np.sum(events / all_events * np.clip(room / size, 0.0, 1.0)))


def _by_score(
    outcome: ArrayLike, score: ArrayLike, weights: ArrayLike | None
) -> tuple[Floats, Floats]:
    """Give the weight of events and of other cases at each distinct score, highest first."""
    happened = outcomes(outcome)
    level = numbers("score", score, size=len(happened))
    count = case_weights(weights, size=len(happened))
    kept = count > 0.0
    level, happened, count = level[kept], happened[kept], count[kept]
    order = np.argsort(-level)
    level, happened, count = level[order], happened[order], count[order]
    starts = np.flatnonzero(np.concatenate(([True], level[1:] != level[:-1])))
    return (
        np.add.reduceat(count * happened, starts),
        np.add.reduceat(count * (1.0 - happened), starts),
    )


# --- probabilities ---


def log_loss(outcome: ArrayLike, p: ArrayLike, *, weights: ArrayLike | None = None) -> float | None:
    """
    Give the mean logarithmic loss of probabilities.

    Parameters
    ----------
    outcome : array_like, shape (n,)
        1 for an event, 0 for none.
    p : array_like, shape (n,)
        The probability that was forecast, 0 to 1. [1]
    weights : array_like, shape (n,), optional
        How often each case counts, 0 or more; once if not given.

    Returns
    -------
    float or None
        -mean[y ln p + (1 - y) ln(1 - p)], 0 or more, lower is better. None where something
        happened that was forecast as impossible: that loss is infinite. [nat]

    Raises
    ------
    InvalidValue
        When shapes differ, an outcome is not 0 or 1, p lies outside 0 to 1, or no case
        counts.

    Notes
    -----
    Proper, and looks only at what was said of what happened [Gneiting2007]_. Nothing is
    clipped: a forecaster that says 0 or 1 has to be bounded by who scores it, in the open.

    Examples
    --------
    >>> round(log_loss([1, 0], [0.5, 0.75]), 6)  # (ln 2 + ln 4) / 2
    1.039721
    >>> log_loss([1, 0], [0.0, 0.75]) is None
    True
    """
    happened, forecast, count = _forecasts(outcome, p, weights)
    said = np.where(happened == 1.0, forecast, 1.0 - forecast)[count > 0.0]
    if not said.all():
        return None
    return _mean(-np.log(said), count[count > 0.0])


def brier(outcome: ArrayLike, p: ArrayLike, *, weights: ArrayLike | None = None) -> float:
    """
    Give the Brier score of probabilities.

    Parameters
    ----------
    outcome, p, weights
        As for `log_loss`.

    Returns
    -------
    float
        mean (p - y)^2, 0 to 1, lower is better. [1]

    Raises
    ------
    InvalidValue
        As for `log_loss`.

    Notes
    -----
    [Brier1950]_, of one of the two classes: half of what the paper sums over both.

    Examples
    --------
    >>> brier([1, 0], [0.5, 0.75])  # (0.25 + 0.5625) / 2
    0.40625
    """
    happened, forecast, count = _forecasts(outcome, p, weights)
    return _mean((forecast - happened) ** 2, count)


def expected_over_observed(
    outcome: ArrayLike, p: ArrayLike, *, weights: ArrayLike | None = None
) -> float | None:
    """
    Give how many events were forecast for each one that came.

    Parameters
    ----------
    outcome, p, weights
        As for `log_loss`.

    Returns
    -------
    float or None
        sum p / sum y, 0 or more: 1 is calibrated in the large, 2 forecasts twice too many.
        None where there is no event. [1]

    Raises
    ------
    InvalidValue
        As for `log_loss`.

    Examples
    --------
    >>> expected_over_observed([1, 0], [0.5, 0.75])
    1.25
    """
    happened, forecast, count = _forecasts(outcome, p, weights)
    observed = np.sum(happened * count)
    return None if observed == 0.0 else float(np.sum(forecast * count) / observed)


def _forecasts(
    outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None
) -> tuple[Floats, Floats, Floats]:
    """Give checked outcomes, probabilities and weights."""
    happened = outcomes(outcome)
    size = len(happened)
    return happened, probabilities("p", p, size=size), case_weights(weights, size=size)


def _mean(values: Floats, count: Floats) -> float:
    return float(np.sum(values * count) / np.sum(count))


@attrs.frozen(kw_only=True)
class BrierParts:
    """
    A Brier score in parts: reliability - resolution + uncertainty + within.

    Parameters
    ----------
    reliability : float
        Squared distance of forecast and observed frequency over the bins; 0 is best. [1]
    resolution : float
        Squared distance of the bins' frequencies from the overall one; more is better. [1]
    uncertainty : float
        Variance of the outcome, which no forecaster can change. [1]
    within : float
        What the bins hide: spread of the forecasts inside them, less twice their covariance
        with the outcome. Negative where forecasts tell cases of one bin apart. [1]

    Examples
    --------
    >>> parts = BrierParts(reliability=0.01, resolution=0.05, uncertainty=0.25, within=0.0)
    >>> round(parts.total, 6)
    0.21
    """

    reliability: float
    resolution: float
    uncertainty: float
    within: float

    @property
    def total(self) -> float:
        """Give the Brier score that they make up. [1]"""
        return self.reliability - self.resolution + self.uncertainty + self.within


def brier_parts(outcome: ArrayLike, p: ArrayLike, *, bins: int = 10) -> BrierParts:
    """
    Give the parts of the Brier score.

    Parameters
    ----------
    outcome, p
        As for `log_loss`.
    bins : int, optional
        How many bins of equal width part 0 to 1, 1 or more; a p on an edge belongs to the
        upper bin, and 1 to the last.

    Returns
    -------
    BrierParts
        That add up to `brier`.

    Raises
    ------
    InvalidValue
        As for `log_loss`, or when there is no bin.

    Notes
    -----
    [Murphy1973]_ for forecasts that take few values. Where those of one bin differ, the two
    within-bin terms of [Stephenson2008]_ complete the sum; they stand together as `within`.
    Rare events put most cases into the lowest bin, and then `within` carries the resolution.

    Examples
    --------
    >>> parts = brier_parts([1, 0, 0, 0], [0.75, 0.75, 0.25, 0.25])
    >>> parts.reliability, parts.resolution, parts.uncertainty, parts.within
    (0.0625, 0.0625, 0.1875, 0.0)
    """
    whole("bins", bins, low=1)
    happened, forecast, _ = _forecasts(outcome, p, None)
    size = len(happened)
    overall = float(np.mean(happened))
    place = _bins(forecast, np.arange(bins + 1) / bins)
    _, place = np.unique(place, return_inverse=True)
    count = np.bincount(place)
    mean_p = np.bincount(place, forecast) / count
    observed = np.bincount(place, happened) / count
    from_p, from_observed = forecast - mean_p[place], happened - observed[place]
    return BrierParts(
        reliability=float(np.sum(count * (mean_p - observed) ** 2)) / size,
        resolution=float(np.sum(count * (observed - overall) ** 2)) / size,
        uncertainty=overall * (1.0 - overall),
        within=float(np.mean(from_p * (from_p - 2.0 * from_observed))),
    )


@attrs.frozen(kw_only=True)
class ReliabilityRow:
    """
    One bin of a reliability table: what was forecast beside what came.

    Parameters
    ----------
    low, high : float
        The bin holds low <= p < high; the last one holds its high, too. [1]
    count : int
        Cases in it, 1 or more.
    mean_p : float
        Their mean probability. [1]
    observed : float
        The share of events among them. [1]
    observed_low, observed_high : float
        A 90 % interval of that share. [1]

    Examples
    --------
    >>> reliability_table([1, 0], [0.5, 0.75])[0].count
    2
    """

    low: float
    high: float
    count: int
    mean_p: float
    observed: float
    observed_low: float
    observed_high: float


def reliability_table(
    outcome: ArrayLike, p: ArrayLike, *, edges: ArrayLike | None = None
) -> tuple[ReliabilityRow, ...]:
    """
    Give forecast and observed frequency bin by bin.

    Parameters
    ----------
    outcome, p
        As for `log_loss`.
    edges : array_like, optional
        Rising from 0 to 1; `RARE_EDGES` if not given. [1]

    Returns
    -------
    tuple of ReliabilityRow
        One for each bin that holds a case, lowest first.

    Raises
    ------
    InvalidValue
        As for `log_loss`, or when edges do not rise from 0 to 1.

    Notes
    -----
    The interval is that of [Wilson1927]_, which stays inside 0 to 1 and has a width even
    where no event was seen. It takes the cases of a bin for independent.

    Examples
    --------
    >>> for row in reliability_table([0, 0, 1, 0], [0.001, 0.002, 0.3, 0.3]):
    ...     print(row.low, row.high, row.count, round(row.mean_p, 4), row.observed)
    0.0 0.005 2 0.0015 0.0
    0.2 0.4 2 0.3 0.5
    """
    happened, forecast, _ = _forecasts(outcome, p, None)
    marks = numbers("edges", RARE_EDGES if edges is None else edges)
    if marks[0] != 0.0 or marks[-1] != 1.0 or not np.all(np.diff(marks) > 0.0):
        raise InvalidValue(where="edges", got=edges, wanted="numbers that rise from 0 to 1")
    place = _bins(forecast, marks)
    rows = []
    for one in np.unique(place).tolist():
        here = place == one
        observed = float(np.mean(happened[here]))
        count = int(np.sum(here))
        low, high = share_interval(observed, count)
        rows.append(
            ReliabilityRow(
                low=float(marks[one]),
                high=float(marks[one + 1]),
                count=count,
                mean_p=float(np.mean(forecast[here])),
                observed=observed,
                observed_low=low,
                observed_high=high,
            )
        )
    return tuple(rows)


def _bins(forecast: Floats, edges: Floats) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Give the number of each case's bin; an edge belongs to the upper one, 1 to the last."""
    return np.minimum(np.searchsorted(edges, forecast, side="right") - 1, len(edges) - 2)


def share_interval(observed: float, count: int, *, level: float = 0.9) -> tuple[float, float]:
    """
    Give the interval of a share: the values that so many standard errors reach it from.

    Parameters
    ----------
    observed : float
        The share of events, 0 to 1. [1]
    count : int
        The cases that it was counted on, 1 or more.
    level : float, optional
        Probability that the interval holds the true share, above 0 and below 1. [1]

    Returns
    -------
    tuple of float
        Its lower and its upper end, 0 to 1. [1]

    Notes
    -----
    [Wilson1927]_: ``|p - observed|`` = z sqrt(p (1 - p) / n), solved for p.

    Examples
    --------
    >>> low, high = share_interval(0.5, 10)  # z = 1.645: 0.5 +- 1.645 x 0.5 / sqrt(10 + 2.706)
    >>> round(low, 3), round(high, 3)
    (0.269, 0.731)
    """
    z = normal_quantile(0.5 + 0.5 * level)
    square = z * z / count
    centre = (observed + 0.5 * square) / (1.0 + square)
    spread = observed * (1.0 - observed) * square + 0.25 * square * square
    half = math.sqrt(spread) / (1.0 + square)
    return max(centre - half, 0.0), min(centre + half, 1.0)


# --- distributions and bands ---


def crps_normal(
    observed: ArrayLike, mean: ArrayLike, sd: ArrayLike, *, weights: ArrayLike | None = None
) -> float:
    """
    Give the mean continuous ranked probability score of normal forecasts.

    Parameters
    ----------
    observed : array_like, shape (n,)
        What came, in any unit.
    mean, sd : array_like, shape (n,)
        Of the forecasts, in that unit; sd above 0.
    weights : array_like, shape (n,), optional
        How often each case counts, 0 or more; once if not given.

    Returns
    -------
    float
        mean of s [z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)] with z = (y - mean)/s, 0 or
        more, lower is better. [the unit of observed]

    Raises
    ------
    InvalidValue
        When shapes differ, a number is not finite, an sd is not above 0, or no case counts.

    Notes
    -----
    [Gneiting2007]_, section 4.2. For a forecast without spread it is the absolute error.

    Examples
    --------
    >>> round(crps_normal([0.0], [0.0], [1.0]), 6)  # (sqrt 2 - 1) / sqrt pi
    0.233695
    """
    y = numbers("observed", observed)
    centre = numbers("mean", mean, size=len(y))
    spread = positive("sd", numbers("sd", sd, size=len(y)))
    count = case_weights(weights, size=len(y))
    return _mean(_distance(y - centre, spread) - spread / math.sqrt(math.pi), count)


def crps_mixture(
    observed: ArrayLike,
    means: ArrayLike,
    sds: ArrayLike,
    mixing: ArrayLike,
    *,
    weights: ArrayLike | None = None,
) -> float:
    """
    Give the mean continuous ranked probability score of mixtures of normals.

    Parameters
    ----------
    observed : array_like, shape (n,)
        What came, in any unit.
    means, sds : array_like, shape (n, k)
        Of the k components of each forecast, in that unit; sds above 0.
    mixing : array_like, shape (n, k)
        The weight of each component, 0 or more; each row sums to 1. [1]
    weights : array_like, shape (n,), optional
        How often each case counts, 0 or more; once if not given.

    Returns
    -------
    float
        mean of sum_i w_i A(y - m_i, s_i^2) - 1/2 sum_ij w_i w_j A(m_i - m_j, s_i^2 + s_j^2),
        where A(m, s^2) = E|N(m, s^2)|; 0 or more, lower is better. [the unit of observed]

    Raises
    ------
    InvalidValue
        When shapes differ, a number is not finite, an sd is not above 0, the weights of a
        row do not sum to 1, or no case counts.

    Notes
    -----
    The closed form of [Grimit2006]_. With one component it is `crps_normal`.

    Examples
    --------
    >>> round(crps_mixture([0.0], [[-1.0, 1.0]], [[0.5, 0.5]], [[0.5, 0.5]]), 6)
    0.367199
    """
    y = numbers("observed", observed)
    centre = ensembles("means", means, size=len(y))
    spread = same_shape("sds", ensembles("sds", sds, size=len(y)), centre)
    positive("sds", spread)
    w = same_shape("mixing", ensembles("mixing", mixing, size=len(y)), centre)
    if np.any(w < 0.0) or np.any(np.abs(w.sum(axis=1) - 1.0) > _MIXING_SLACK):
        raise InvalidValue(where="mixing", got=mixing, wanted="rows of weights that sum to 1")
    count = case_weights(weights, size=len(y))
    to_y = np.sum(w * _distance(y[:, None] - centre, spread), axis=1)
    apart = centre[:, :, None] - centre[:, None, :]
    both = np.hypot(spread[:, :, None], spread[:, None, :])
    pairs = w[:, :, None] * w[:, None, :] * _distance(apart, both)
    return _mean(to_y - 0.5 * np.sum(pairs, axis=(1, 2)), count)


def crps_sample(
    observed: ArrayLike, ensemble: ArrayLike, *, weights: ArrayLike | None = None
) -> float:
    """
    Give the mean continuous ranked probability score of forecasts that are k points each.

    Parameters
    ----------
    observed : array_like, shape (n,)
        What came, in any unit.
    ensemble : array_like, shape (n, k)
        Equally likely points of each forecast, in any order, in that unit.
    weights : array_like, shape (n,), optional
        How often each case counts, 0 or more; once if not given.

    Returns
    -------
    float
        mean of ``(1/k) sum_i |x_i - y| - (1/(2 k^2)) sum_ij |x_i - x_j|``, 0 or more, lower is
        better. [the unit of observed]

    Raises
    ------
    InvalidValue
        When shapes differ, a number is not finite, or no case counts.

    Notes
    -----
    [Gneiting2007]_, equation 21, for the law that has weight 1/k at each point. One point
    gives the absolute error. Quantiles of a law at (i - 1/2)/k stand for it well.

    Examples
    --------
    >>> crps_sample([0.0], [[-1.0, 1.0]])  # 1 - (2 + 2) / (2 x 4)
    0.5
    """
    y = numbers("observed", observed)
    points = np.sort(ensembles("ensemble", ensemble, size=len(y)), axis=1)
    count = case_weights(weights, size=len(y))
    k = points.shape[1]
    # In rising order the i-th point is the larger one of i - 1 pairs, the smaller of k - i.
    ranks = 2.0 * np.arange(1.0, k + 1.0) - (k + 1.0)
    between = np.sum(points * ranks, axis=1) / (k * k)
    return _mean(np.mean(np.abs(points - y[:, None]), axis=1) - between, count)


def coverage(
    observed: ArrayLike, low: ArrayLike, high: ArrayLike, *, weights: ArrayLike | None = None
) -> float:
    """
    Give the share of cases that lie in their bands.

    Parameters
    ----------
    observed : array_like, shape (n,)
        What came, in any unit.
    low, high : array_like, shape (n,)
        The ends of the bands, which belong to them, in that unit; low up to high.
    weights : array_like, shape (n,), optional
        How often each case counts, 0 or more; once if not given.

    Returns
    -------
    float
        mean of (low <= y <= high), 0 to 1; about 0.9 for honest 90 % bands. [1]

    Raises
    ------
    InvalidValue
        When shapes differ, a number is not finite, a band is upside down, or no case counts.

    Examples
    --------
    >>> coverage([1.0, 5.0], [0.0, 0.0], [2.0, 4.0])
    0.5
    """
    y = numbers("observed", observed)
    bottom = numbers("low", low, size=len(y))
    top = numbers("high", high, size=len(y))
    if np.any(bottom > top):
        raise InvalidValue(where="low", got=low, wanted="at most high")
    inside = (bottom <= y) & (y <= top)
    return _mean(inside.astype(np.float64), case_weights(weights, size=len(y)))


def _distance(mean: Floats, sd: Floats) -> Floats:
    """Give E|X| of a normal X: 2 s phi(m/s) + m (2 Phi(m/s) - 1)."""
    with np.errstate(over="ignore"):
        z = np.clip(mean / sd, -_FARTHEST_Z, _FARTHEST_Z)
    distance: Floats = 2.0 * sd * normal_pdf(z) + mean * (2.0 * normal_cdf(z) - 1.0)
    return distance
