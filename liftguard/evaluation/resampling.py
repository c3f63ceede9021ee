"""
How sure a difference between two forecasters is: the bootstrap over whole groups.

Reason to change: another way to resample.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np
from numpy.typing import ArrayLike

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats, fraction, whole

__all__ = ["Resampled", "paired_bootstrap"]

_FEWEST_GROUPS = 2


@attrs.frozen(kw_only=True)
class Resampled:
    """
    A figure and how far it moves when the groups are drawn anew.

    Parameters
    ----------
    estimate : float
        The figure of all cases, each counted once.
    low, high : float
        The middle of the figures of the draws, 90 % of them unless asked for otherwise.
    sd : float
        Their standard deviation: the standard error of the estimate.
    undefined : int
        Draws without a figure, such as those that hold no event; they are left out.

    Examples
    --------
    >>> figure = Resampled(estimate=0.1, low=-0.02, high=0.2, sd=0.07, undefined=0)
    >>> figure.excludes_zero
    False
    """

    estimate: float
    low: float
    high: float
    sd: float
    undefined: int

    @property
    def excludes_zero(self) -> bool:
        """Tell whether the interval lies on one side of zero."""
        return self.low > 0.0 or self.high < 0.0


def paired_bootstrap(
    groups: ArrayLike,
    statistic: Callable[[Floats], float | None],
    *,
    draws: int = 2000,
    level: float = 0.9,
    rng: np.random.Generator,
) -> Resampled | None:
    """
    Give a figure and its spread, drawing whole groups with replacement.

    Parameters
    ----------
    groups : array_like, shape (n,)
        The group of each case, whole numbers or text: its lifter, or its day where there is
        one lifter. Two groups or more.
    statistic : callable
        Gives the figure for weights of shape (n,), how often each case counts. Where it is
        the difference of two forecasters on the same weights, the bootstrap is paired. It
        may give None where the figure is undefined.
    draws : int, optional
        How many times, 2 or more.
    level : float, optional
        Share of the draws that lie between low and high, above 0 and up to 1. [1]
    rng : numpy.random.Generator
        The only source of chance.

    Returns
    -------
    Resampled or None
        None where the figure is undefined for all cases or for all draws but one.

    Raises
    ------
    InvalidValue
        When there are fewer than two groups or draws, the level is no such share, or the figure
        is not finite.

    Notes
    -----
    The percentile interval [Efron1993]_ over clusters. Each draw takes as many groups as
    there are, so its number of cases varies. With few groups the interval is too narrow.

    Examples
    --------
    >>> day = [1, 1, 2, 2]
    >>> gain = np.array([0.5, 0.5, 1.5, 1.5])
    >>> figure = paired_bootstrap(
    ...     day, lambda w: float((w * gain).sum() / w.sum()), rng=np.random.default_rng(1)
    ... )
    >>> figure.estimate, figure.low, figure.high
    (1.0, 0.5, 1.5)
    """
    whole("draws", draws, low=2)
    outside = 50.0 * (1.0 - fraction("level", level))
    place, count = _places(groups)
    estimate = _figure(statistic, np.ones(len(place)))
    if estimate is None:
        return None
    figures = []
    for _ in range(draws):
        times = np.bincount(rng.integers(count, size=count), minlength=count)
        figure = _figure(statistic, times[place].astype(np.float64))
        if figure is not None:
            figures.append(figure)
    if len(figures) < 2:
        return None
    low, high = np.percentile(figures, (outside, 100.0 - outside))
    return Resampled(
        estimate=estimate,
        low=float(low),
        high=float(high),
        sd=float(np.std(figures, ddof=1)),
        undefined=draws - len(figures),
    )


def _places(groups: ArrayLike) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], int]:
    """Give the number of each case's group, and how many groups there are."""
    array = np.asarray(groups)
    wanted = "the group of each case, whole numbers or text"
    if array.ndim != 1 or array.dtype.kind not in "iuU":
        raise InvalidValue(where="groups", got=groups, wanted=wanted)
    names, place = np.unique(array, return_inverse=True)
    if len(names) < _FEWEST_GROUPS:
        raise InvalidValue(
            where="groups",
            got=f"{len(names)} of them",
            wanted="two groups or more",
            hint="Where there is one lifter, group by day.",
        )
    return place, len(names)


def _figure(statistic: Callable[[Floats], float | None], weights: Floats) -> float | None:
    figure = statistic(weights)
    if figure is None:
        return None
    if not np.isfinite(figure):
        raise InvalidValue(
            where="statistic", got=figure, wanted="a finite number, or None where undefined"
        )
    return float(figure)
