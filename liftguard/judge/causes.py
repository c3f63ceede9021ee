"""
Why a set is too much: the size of each cause, from a forecast's parts.

Reason to change: a cause, or how causes share an excess.
"""

from __future__ import annotations

import math

import attrs

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of
from liftguard.model.forecast import Forecast
from liftguard.model.special import exp

__all__ = ["CAUSES", "Cause", "Evidence", "find_causes", "overload_evidence"]

CAUSES = ("fatigue", "rapid_movement", "overload")
"""The codes of the three causes."""


@attrs.frozen(kw_only=True)
class Evidence:
    """
    One number that speaks for or against a cause.

    Parameters
    ----------
    code : str
        What it is; `liftguard.judge.wording` has the words.
    value : float
        The number.
    unit : str
        Its unit: "kg", "days", "1".

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


def find_causes(
    forecast: Forecast, lift: str, evidence: tuple[Evidence, ...], policy: Policy
) -> tuple[Cause, ...]:
    """
    Size the causes of a forecast.

    Overload removed means a demand so low that the belief fails it with probability
    `Policy.reference`; what that takes off the log-odds is its size. As long as it is the
    only cause with a model part, its Shapley value is the whole excess.

    Parameters
    ----------
    forecast : Forecast
        Of the planned set.
    lift : str
        Key of the lift, for its regions.
    evidence : tuple of Evidence
        For overload.
    policy : Policy
        For the reference and the least excess.

    Returns
    -------
    tuple of Cause
        Empty where the set could not be assessed.

    Examples
    --------
    >>> find_causes(Forecast(), "deadlift", (), Policy())
    ()
    """
    if forecast.p_beyond is None or forecast.parts is None:
        return ()
    lowest = max(policy.reference, forecast.parts.lapse)  # no load fails less often than that
    size = max(_log_odds(forecast.p_beyond) - _log_odds(lowest), 0.0)
    loads = sorted(lift_of(lift).region_loads, key=lambda pair: -pair[1])
    return (
        Cause(
            code="overload",
            share=1.0 if size >= policy.min_excess else None,
            size=size,
            regions=tuple(region for region, _ in loads),
            evidence=evidence,
        ),
    )


def overload_evidence(
    forecast: Forecast, carried: float, best_30_days: float | None, best_90_days: float | None
) -> tuple[Evidence, ...]:
    """
    Gather the numbers that speak about overload.

    Parameters
    ----------
    forecast : Forecast
        Of the planned set.
    carried : float
        What moves besides the load. [kg]
    best_30_days, best_90_days : float or None
        Highest demand reached in that time. [log kg]

    Returns
    -------
    tuple of Evidence
        The set as a single, capacity, own bests, and days since the last set.

    Examples
    --------
    >>> overload_evidence(Forecast(), 0.0, None, None)
    ()
    """
    if forecast.capacity is None or forecast.parts is None:
        return ()
    rows = [
        ("demand", exp(forecast.parts.demand) - carried, "kg"),
        ("capacity_low", forecast.capacity.low_kg, "kg"),
        ("capacity_middle", forecast.capacity.middle_kg, "kg"),
        ("capacity_high", forecast.capacity.high_kg, "kg"),
    ]
    for code, best in (("best_30_days", best_30_days), ("best_90_days", best_90_days)):
        if best is not None:
            rows.append((code, max(exp(best) - carried, 0.0), "kg"))
    if forecast.days_since is not None:
        rows.append(("days_since", forecast.days_since, "days"))
    rows.append(("sets", float(forecast.sets), "1"))
    return tuple(Evidence(code=code, value=value, unit=unit) for code, value, unit in rows)


def _log_odds(p: float) -> float:
    return math.log(p / (1.0 - p))
