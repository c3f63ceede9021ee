"""
Why a set is too much: the exact size of each of the three causes.

Reason to change: a cause, or how causes share an excess.
"""

from __future__ import annotations

from typing import NamedTuple

import attrs

from liftguard.judge.policy import Policy
from liftguard.model.experience import Shown, log_odds
from liftguard.model.forecast import Forecast, Parts, p_shown, sds_shown_as

__all__ = ["CAUSES", "Cause", "Evidence", "Excess", "excess_of", "share_out"]

CAUSES = ("fatigue", "rapid_movement", "overload")
"""The codes of the three causes."""


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
        Its unit: "kg", "days", "h", "min", "m/s", "deg/s", "sets", "sessions", "1".

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


class Excess(NamedTuple):
    """How much riskier a set is than one without any cause: sizes and doubt. [log-odds]"""

    sizes: dict[str, float]
    doubt: float


def excess_of(forecast: Forecast, policy: Policy) -> Excess:
    """
    Size the causes of a forecast, and what not knowing better adds.

    The log-odds of the p_beyond that is shown are a game of three players. Fatigue taken away
    means none; rapid movement taken away means ready and at a usual speed; overload taken away
    means a demand no higher than the one that fresh and ready capacity, known well,
    fails with probability `Policy.reference`. The size of a cause is its Shapley value, the mean
    of what taking it away helps over all orders of taking them away: eight evaluations in closed
    form [Shapley1953]_. What the width of the belief still makes worse then is no cause but
    `doubt`: with the sizes it sums to the whole excess.
    """
    parts, shown = forecast.parts, forecast.shown
    if parts is None or shown is None:
        return Excess(dict.fromkeys(CAUSES, 0.0), 0.0)
    worth = _worth(parts, shown, policy)
    sizes = {}
    for player, code in enumerate(CAUSES):
        one = 1 << player
        rest = [1 << other for other in range(3) if other != player]
        size = (worth[0] - worth[one]) / 3.0 + (worth[sum(rest)] - worth[7]) / 3.0
        size += sum(worth[other] - worth[other | one] for other in rest) / 6.0
        sizes[code] = max(size, 0.0)  # against rounding
    return Excess(sizes, max(worth[7] - worth[8], 0.0))


def _worth(parts: Parts, shown: Shown, policy: Policy) -> list[float]:
    """Give the log-odds without each subset of the causes, a bit for each; last, without doubt."""
    at_reference = sds_shown_as(policy.reference, parts, shown)
    lowest = min(parts.demand, parts.middle + at_reference * parts.known_sd)
    odds: dict[Parts, float] = {}  # a cause that takes nothing leaves the same parts
    worth = []
    for taken in range(8):
        left = parts._replace(
            demand=lowest if taken & 4 else parts.demand,
            fatigue=0.0 if taken & 1 else parts.fatigue,
            readiness=0.0 if taken & 2 else parts.readiness,
            speed=0.0 if taken & 2 else parts.speed,
        )
        if left not in odds:
            odds[left] = _odds(left, shown)
        worth.append(odds[left])
    return [*worth, _odds(left._replace(sd=parts.known_sd), shown)]


def _odds(parts: Parts, shown: Shown) -> float:
    return float(log_odds(p_shown(parts, shown)))


def share_out(sizes: dict[str, float], policy: Policy) -> dict[str, float | None]:
    """Turn sizes into shares."""
    total = sum(sizes.values())
    if total < policy.min_excess:
        return dict.fromkeys(sizes)
    return {code: size / total for code, size in sizes.items()}
