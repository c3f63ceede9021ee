"""
A kind of trace: how its number is taken, what is usual, and how much of it is much.

Reason to change: how a number is held against the usual.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.review.area import AreaLog, Occasion

__all__ = ["Number", "OfDay", "TraceKind"]

OfDay = Callable[[AreaLog, int], float | None]
OfMoments = Callable[[AreaLog, Occasion], float | None]
Number = float | str
"""A number, or the field of `Policy` that holds it."""


class TraceKind(NamedTuple):
    """
    A kind of trace.

    How much a number is, is how far it lies beyond the usual in the bad direction, in steps of
    `much`: by its logarithm where `much` is a factor, else by its difference. The usual is the
    middle of the other days, no milder than `floor` or a part of what is `common` among lifters,
    and while they are few, than all of it.
    """

    code: str
    cause: str
    unit: str
    worse: int  # 1 where more is worse, -1 where less is
    # what is not beyond it in that direction is no trace
    neutral: Number
    # of an area: as of the end of a day, by its place, or at the moments of an occasion
    of_day: OfDay | None = None
    of_moments: OfMoments | None = None
    much: Number | None = None  # None: it is told, but does not weigh
    is_factor: bool = False
    floor: Number | None = None  # None: `neutral`
    common: Number | None = None  # None: `floor`

    def number(self, log: AreaLog, occasion: Occasion) -> float | None:
        """Take the number; None where the records do not tell."""
        if self.of_moments is not None:
            return self.of_moments(log, occasion) if occasion.moments else None
        if self.of_day is None or occasion.place is None or not log.days[occasion.place].sets:
            return None
        return self.of_day(log, occasion.place)

    def excess(self, number: float | None, policy: Policy) -> float | None:
        """Say how far a number lies beyond neutral; 0 or less is no trace."""
        if number is None:
            return None
        return round(self.worse * (number - _of(self.neutral, policy)), 9)

    def usual(self, others: Sequence[float], policy: Policy) -> float:
        """Give what is usual, by the numbers of other days, or by what is common."""
        least = [_of(self.neutral if self.floor is None else self.floor, policy)]
        if self.common is not None:
            few = len(others) < policy.own_days
            least.append(_of(self.common, policy) * (1.0 if few else policy.least_share))
        own = self.middle(others)
        known = least if own is None else [*least, own]
        return max(known) if self.worse > 0 else min(known)

    def middle(self, others: Sequence[float]) -> float | None:
        """Give the middle of other days, of two the worse one."""
        ordered = sorted(others)
        at = len(ordered) // 2 if self.worse > 0 else (len(ordered) - 1) // 2
        return ordered[at] if ordered else None

    def weight(self, number: float, usual: float, policy: Policy) -> float:
        """Say how much a number is beside the usual, in steps of which each is much. [1]"""
        if self.much is None:
            return 0.0
        much, steps = _of(self.much, policy), 0.0
        if not self.is_factor:
            steps = (number - usual) / much
        elif number > 0.0 and usual > 0.0:
            steps = math.log(number / usual) / math.log(much)
        return round(self.worse * steps, 9)


def _of(number: Number, policy: Policy) -> float:
    return float(getattr(policy, number)) if isinstance(number, str) else number
