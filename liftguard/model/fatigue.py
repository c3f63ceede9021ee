"""
Fatigue: how much of a lift's capacity work has taken away for now, and how it comes back.

Each lift has three stores, in log kg: a fast one (about a minute), a middle one (a quarter of an
hour) and a slow one (a day or two). A set fills them by its effort, rest empties them. What
the same muscles did in other lifts counts in part. The same lines run on floats and on arrays.

Reason to change: how work tires, or how rest restores.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from liftguard.lifts import lift_of
from liftguard.model.params import Params
from liftguard.model.special import Number, exp, maximum, minimum

__all__ = [
    "FRESH",
    "Tired",
    "effort",
    "overlap",
    "recover",
    "tire",
    "tiredness",
]


class Tired(NamedTuple):
    """What each store of a lift holds, and what the slow one usually does. [log kg]"""

    fast: Number
    middle: Number
    slow: Number
    usual: Number


FRESH = Tired(0.0, 0.0, 0.0, 0.0)
"""Before any work."""


def recover(tired: Tired, days: Number, params: Params) -> Tired:
    """
    Let a lift rest; two steps equal one.

    Parameters
    ----------
    tired : Tired
        Before.
    days : float or array
        How long, 0 or more. [days]
    params : Params
        For the time constants.

    Returns
    -------
    Tired
        After it: fast, middle and slow hold no more than before.

    Notes
    -----
    The usual follows the slow store: u' = (slow - u) / usual_days.

    References
    ----------
    Fast: [Bogdanis1995]_, and 89 s from [FreyLaw2012]_ with the rest multiplier of
    [Looft2018]_, which was not measured on the trunk. Middle: the back's
    endurance is not restored after 9 minutes [WangPrice2017]_. Slow: [MoranNavarro2017]_.

    Examples
    --------
    >>> after = recover(Tired(0.08, 0.04, 0.02, 0.0), 3.0 / 1440.0, Params())
    >>> after.fast < 0.02, after.middle > 0.03
    (True, True)
    """
    fast, middle, slow, usual = tired
    slow_days, usual_days, minutes = params.slow_hours / 24.0, params.usual_days, 1440.0 * days
    slow_kept, usual_kept = exp(-days / slow_days), exp(-days / usual_days)
    passed = slow_days / (usual_days - slow_days) * (usual_kept - slow_kept)
    return Tired(
        fast * exp(-minutes / params.fast_minutes),
        middle * exp(-minutes / params.middle_minutes),
        slow * slow_kept,
        usual * usual_kept + slow * passed,
    )


def effort(gap: Number, params: Params) -> Number:
    """
    Tell how hard a set was, by how far it was from the limit.

    Parameters
    ----------
    gap : float or array
        Demand over capacity at that moment; 0 and more is the limit. [log]
    params : Params
        For how quickly effort falls.

    Returns
    -------
    float or array
        1 at the limit, less below it. [1]

    Notes
    -----
    Repetitions raise the demand, so that a set of ten is as hard as the single it amounts
    to. Counting them once more helped plans and harmed sets to failure.

    Examples
    --------
    >>> effort(0.0, Params()), 0.5 < effort(-0.1, Params()) < 0.6
    (1.0, True)
    """
    return exp(params.effort_steepness * minimum(gap, 0.0))


def tire(tired: Tired, effort: Number, params: Params) -> Tired:
    """
    Add a set.

    Parameters
    ----------
    tired : Tired
        Just before it.
    effort : float or array
        How hard it was, 0 to 1. [1]
    params : Params
        For what a set at the limit adds, and how much a store holds.

    Returns
    -------
    Tired
        Just after it; a full store takes no more.

    Examples
    --------
    >>> one = tire(FRESH, 1.0, Params())
    >>> tire(one, 1.0, Params()).middle - one.middle < one.middle
    True
    """
    fast, middle, slow, usual = tired
    return Tired(
        fast + params.fast_gain * effort * maximum(1.0 - fast / params.fast_most, 0.0),
        middle + params.middle_gain * effort * maximum(1.0 - middle / params.middle_most, 0.0),
        slow + params.slow_gain * effort * maximum(1.0 - slow / params.slow_most, 0.0),
        usual,
    )


def tiredness(tired: Tired, params: Params) -> Number:
    """
    Tell how much of its capacity a lift has lost.

    Parameters
    ----------
    tired : Tired
        At this moment.
    params : Params
        For how far the body gets used to work.

    Returns
    -------
    float or array
        0 or more. The slow store counts over what is usual, as capacity was learned while
        that much was there; but no more than a share of it is ever got used to, so that more
        work never tires less. [log kg]

    Examples
    --------
    >>> round(tiredness(Tired(0.01, 0.02, 0.015, 0.005), Params()), 9)
    0.04
    >>> round(tiredness(Tired(0.0, 0.0, 0.02, 0.02), Params()), 9)  # half of it is left
    0.01
    """
    fast, middle, slow, usual = tired
    return fast + middle + slow - minimum(usual, params.usual_most * slow)


@lru_cache(maxsize=65536)
def overlap(worked: str, lift: str) -> float:
    """
    Tell how far the work of one lift tires the muscles of another.

    Parameters
    ----------
    worked, lift : str
        Keys of the two.

    Returns
    -------
    float
        Their common load over that of `lift`: 1 for itself, 0 for an unknown other. [1]

    Notes
    -----
    With loads a of the one and b of the other on the regions of the body, the projection
    a.b / b.b: half the load everywhere is half the work.

    Examples
    --------
    >>> overlap("deadlift", "deadlift"), overlap("squat", "bench_press") < 0.3
    (1.0, True)
    """
    if worked == lift:
        return 1.0
    loads, other = dict(lift_of(lift).region_loads), dict(lift_of(worked).region_loads)
    common = sum(load * other.get(region, 0.0) for region, load in loads.items())
    return common / sum(load * load for load in loads.values()) if common else 0.0
