"""
The habit that no forecast of strength can know: ending a set before it must be.

It is an intercept on the log-odds of the athlete, and one of the lift, learned strictly forward: a
case is forecast from the cases before it, then revealed.

Reason to change: another habit, or another way to learn one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import ArrayLike

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats, numbers, outcomes, probabilities

__all__ = ["STOPPING", "Habit", "HabitPrior", "with_habit"]

_PROBIT = math.pi / 8.0  # matches the logistic curve to a normal one [MacKay1992]
_NEAREST_TO_SURE = 1e-9  # a forecast of 0 or 1 has no finite log-odds


@attrs.frozen(kw_only=True)
class HabitPrior:
    """
    What is believed of a habit before an athlete's first case.

    The log-odds of the event are slope x log-odds of the forecast + intercept of the athlete
    + intercept of the athlete's lift.

    Parameters
    ----------
    mean : float
        Of the athlete's intercept; that of a lift has mean 0. [log-odds]
    sd : float
        Spread of athletes, above 0. [log-odds]
    slope : float, optional
        Of the forecast's own log-odds, above 0. [1]
    lift_sd : float, optional
        Spread of the lifts of one athlete, 0 or more. [log-odds]

    Raises
    ------
    InvalidValue
        When a number is out of range.

    Examples
    --------
    >>> HabitPrior(mean=-1.0, sd=1.5).slope
    1.0
    """

    mean: float
    sd: float
    slope: float = 1.0
    lift_sd: float = 0.0

    def __attrs_post_init__(self) -> None:
        lowest = {"mean": -math.inf, "sd": 0.0, "slope": 0.0, "lift_sd": -math.ulp(0.0)}
        for name, low in lowest.items():
            value = getattr(self, name)
            if not low < value < math.inf:
                wanted = "a number, of a spread or slope above 0"
                raise InvalidValue(where=f"HabitPrior.{name}", got=value, wanted=wanted)


STOPPING = HabitPrior(mean=0.34, sd=1.23, slope=0.44, lift_sd=0.81)
"""
How readily a planned set is ended before it must be.

Fitted by `python -m liftguard fit FOLDER` on thirteen public logs; see
docs/explanation/what_we_tried.md.
"""


@attrs.frozen(kw_only=True)
class Habit:
    """
    A normal belief about one intercept on the log-odds.

    Parameters
    ----------
    mean : float
        Of the intercept. [log-odds]
    variance : float
        Of it, 0 or more. [log-odds^2]

    Notes
    -----
    The logistic curve averaged over the belief is about the curve at its mean, flattened by
    1/sqrt(1 + pi v/8) [MacKay1992]_. Learning is one Newton step from the forecast that was
    made: the information of one case is p (1 - p).

    Examples
    --------
    >>> habit = Habit(mean=0.0, variance=1.0)
    >>> habit.p(0.0)
    0.5
    >>> habit.learn(0.0, event=True)  # 1/(1 + 1/4) = 0.8, and 0.8 (1 - 0.5)
    Habit(mean=0.4, variance=0.8)
    """

    mean: float
    variance: float

    def p(self, base: float) -> float:
        """
        Give the probability of the event.

        Parameters
        ----------
        base : float
            Log-odds that the forecast gives it. [log-odds]

        Returns
        -------
        float
            Between 0 and 1. [1]
        """
        flat = 1.0 / math.sqrt(1.0 + _PROBIT * self.variance)
        return 1.0 / (1.0 + math.exp(-flat * (base + self.mean)))

    def learn(self, base: float, *, event: bool) -> Habit:
        """
        Take in one case.

        Parameters
        ----------
        base : float
            Log-odds that the forecast gave it. [log-odds]
        event : bool
            Whether it came.

        Returns
        -------
        Habit
            After it.
        """
        return _learn_both(self, Habit(mean=0.0, variance=0.0), base, event=event)[0]


def _learn_both(athlete: Habit, lift: Habit, base: float, *, event: bool) -> tuple[Habit, Habit]:
    """Learn two intercepts that add up, each by its share of their variance."""
    both = Habit(mean=athlete.mean + lift.mean, variance=athlete.variance + lift.variance)
    p = both.p(base)
    information = p * (1.0 - p)
    heard = 1.0 + information * both.variance
    after = [
        Habit(
            mean=one.mean + one.variance / heard * (event - p),
            variance=one.variance - one.variance * one.variance * information / heard,
        )
        for one in (athlete, lift)
    ]
    return after[0], after[1]


def with_habit(
    outcome: ArrayLike, p: ArrayLike, prior: HabitPrior, *, lifts: Sequence[str] | None = None
) -> Floats:
    """
    Give each case's probability with what the cases before it showed of the habit.

    Parameters
    ----------
    outcome : array_like, shape (n,)
        1 for an event, 0 for none, of one athlete, in the order in which they became known.
    p : array_like, shape (n,)
        What was forecast without the habit. [1]
    prior : HabitPrior
        Before the first case.
    lifts : sequence of str, optional
        The lift of each case, where lifts have a habit of their own.

    Returns
    -------
    array, shape (n,)
        No case has an influence on itself or on an earlier one. [1]

    Raises
    ------
    InvalidValue
        When shapes differ, an outcome is not 0 or 1, or p lies outside 0 to 1.

    Examples
    --------
    >>> with_habit([1, 0], [0.5, 0.5], HabitPrior(mean=0.0, sd=1.0)).round(4)
    array([0.5   , 0.5864])
    """
    happened = outcomes(outcome)
    bounded = np.clip(
        probabilities("p", p, size=len(happened)), _NEAREST_TO_SURE, 1.0 - _NEAREST_TO_SURE
    )
    base = numbers("p", prior.slope * np.log(bounded / (1.0 - bounded)))
    names = [""] * len(happened) if lifts is None else list(lifts)
    athlete = Habit(mean=prior.mean, variance=prior.sd * prior.sd)
    new = Habit(mean=0.0, variance=prior.lift_sd * prior.lift_sd)
    by_lift: dict[str, Habit] = {}
    said = np.empty(len(happened))
    cases = zip(names, base.tolist(), happened.tolist(), strict=True)
    for place, (name, at, event) in enumerate(cases):
        lift = by_lift.get(name, new)
        both = Habit(mean=athlete.mean + lift.mean, variance=athlete.variance + lift.variance)
        said[place] = both.p(at)
        athlete, by_lift[name] = _learn_both(athlete, lift, at, event=bool(event))
    return said
