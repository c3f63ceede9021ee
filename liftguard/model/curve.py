"""
Repetitions against the single: what a set demands, on the log scale of one repetition.

Reason to change: the form of the curve.
"""

from __future__ import annotations

from liftguard.model.params import Params
from liftguard.model.special import Number, exp, log, maximum, minimum

__all__ = ["MOST_MODELLED_REPS", "demand", "demand_in_full", "reps_within"]

MOST_MODELLED_REPS = 30.0
"""Beyond this nobody has measured; the doubt stops growing and stays large. [reps]"""


def demand(log_load: Number, reps: Number, curve: Number, params: Params) -> Number:
    """
    Give the single that is as hard as a set to failure.

    The line of [Epley1985]_ moved to pass through the single, with the person's own slope,
    and bent as in [Marzagao2026]_: further repetitions ask less and less more.
    """
    return log_load + log(1.0 + _slope(curve, params) * (reps - 1.0) ** params.reps_power)


def _slope(curve: Number, params: Params) -> Number:
    """Give what the first further repetition asks for, over the single."""
    return params.reps_slope * exp(curve)


def reps_within(room: float, curve: float, params: Params) -> tuple[float, float]:
    """Turn the demand curve round: the repetitions that a load leaves room for."""
    a, k = params.reps_power, _slope(curve, params)
    over = exp(minimum(room, 50.0)) - 1.0
    if over <= 0.0:  # below one repetition the line of the first one goes on
        return 1.0 + over / k, (1.0 + over) / k
    more = (over / k) ** (1.0 / a)
    return 1.0 + more, (1.0 + over) / (a * k) * maximum(more, 1.0) ** (1.0 - a)


def demand_in_full(
    log_load: Number, reps: Number, curve: Number, params: Params
) -> tuple[Number, Number, Number]:
    """Give the demand of a set, how it moves with the person's curve, and its noise."""
    most, k = MOST_MODELLED_REPS - 1.0, _slope(curve, params)
    whole = k * (reps - 1.0) ** params.reps_power
    rise = minimum(whole, k * most**params.reps_power)
    sd = params.rep_sd * minimum(reps - 1.0, most + 0.0 * reps)
    return log_load + log(1.0 + whole), rise / (1.0 + rise), sd * sd
