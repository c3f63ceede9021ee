"""
Why a set is too much: the exact size of each of the three causes.

Reason to change: a cause, or how causes share an excess.
"""

from __future__ import annotations

import math

import attrs

from liftguard.judge.policy import Policy
from liftguard.model.forecast import Parts, p_beyond
from liftguard.model.special import normal_quantile

__all__ = ["CAUSES", "Cause", "Evidence", "excess_of", "share_out", "sizes_of"]

CAUSES = ("fatigue", "rapid_movement", "overload")
"""The codes of the three causes."""

_FAR = -38.0  # in standard deviations: a demand so low that only lapses are left


@attrs.frozen(kw_only=True)
class Evidence:
    """
    One number that speaks for or against a cause.

    Parameters
    ----------
    code : str
        What it is; `liftguard.words` has the words.
    value : float
        The number.
    unit : str
        Its unit: "kg", "days", "h", "min", "m/s", "sets", "1".

    Examples
    --------
    >>> Evidence(code="days_since", value=3.0, unit="days").value
    3.0
    """

    code: str
    value: float
    unit: str


@attrs.frozen(kw_only=True)
class Cause:
    """
    One of the three causes, and how much of the excess is its.

    Parameters
    ----------
    code : {"fatigue", "rapid_movement", "overload"}
        Which.
    share : float, optional
        Size over the sum of sizes; None where that sum is below `Policy.min_excess`. [1]
    size : float
        Part of the excess in log-odds of p_beyond, 0 or more. [1]
    regions : tuple of str
        Body regions concerned, the most concerned first.
    evidence : tuple of Evidence
        What speaks for it.
    named : bool
        Whether words name it: the set is CAUTION or worse, not by a pain alone, and the
        size is `Policy.min_excess` or more. False where it was stored before this was kept.

    Examples
    --------
    >>> Cause(code="overload", share=1.0, size=3.2, regions=("erector_spinae",), evidence=()).size
    3.2
    """

    code: str
    share: float | None
    size: float
    regions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    named: bool = False


def sizes_of(parts: Parts, policy: Policy) -> dict[str, float]:
    """
    Size the causes of a forecast.

    The log-odds of p_beyond are a game of three players. Fatigue taken away means none;
    rapid movement taken away means ready and at a usual speed; overload taken away means a
    demand no higher than the one that fresh and ready capacity fails with probability
    `Policy.reference`. The size of a cause is its Shapley value, the mean of what taking it
    away helps over all orders of taking them away: eight evaluations in closed form. The
    doubt stays what it is, so that taking a cause away can only help.
    [Shapley1953]_.
    """
    worth = _worth(parts, policy)
    sizes = {}
    for player, code in enumerate(CAUSES):
        one = 1 << player
        rest = [1 << other for other in range(3) if other != player]
        size = (worth[0] - worth[one]) / 3.0 + (worth[sum(rest)] - worth[7]) / 3.0
        size += sum(worth[other] - worth[other | one] for other in rest) / 6.0
        sizes[code] = max(size, 0.0)  # against rounding
    return sizes


def excess_of(parts: Parts, policy: Policy) -> float:
    """Tell by how much a set is riskier than one without any of the causes."""
    worth = _worth(parts, policy)
    return worth[0] - worth[7]


def _worth(parts: Parts, policy: Policy) -> list[float]:
    """Give the log-odds with each subset of the causes taken away, a bit for each."""
    lapse = parts.lapse
    share = (policy.reference - lapse) / (1.0 - 2.0 * lapse)
    z = normal_quantile(share) if share > 0.0 else _FAR
    lowest = min(parts.demand, parts.middle + z * parts.sd)
    worth = []
    for taken in range(8):
        left = parts
        if taken & 1:
            left = left._replace(fatigue=0.0)
        if taken & 2:
            left = left._replace(readiness=0.0, speed=0.0)
        if taken & 4:
            left = left._replace(demand=lowest)
        p = p_beyond(left)
        worth.append(math.log(p / (1.0 - p)))
    return worth


def share_out(sizes: dict[str, float], policy: Policy) -> dict[str, float | None]:
    """Turn sizes into shares."""
    total = sum(sizes.values())
    if total < policy.min_excess:
        return dict.fromkeys(sizes)
    return {code: size / total for code, size in sizes.items()}
