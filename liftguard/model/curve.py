"""
Repetitions against the single: what a set demands, on the log scale of one repetition.

Reason to change: the form of the curve.
"""

from __future__ import annotations

from liftguard.model.params import Params
from liftguard.model.special import Number, exp, log, minimum

__all__ = ["MOST_MODELLED_REPS", "demand", "demand_in_full"]

MOST_MODELLED_REPS = 30.0
"""Beyond this nobody has measured; the doubt stops growing and stays large. [reps]"""


def demand(log_load: Number, reps: Number, curve: Number, params: Params) -> Number:
    """
    Give the single that is as hard as a set to failure.

    Parameters
    ----------
    log_load : float or array
        Natural logarithm of the moved load. [log kg]
    reps : float or array
        Repetitions, 1 or more. [reps]
    curve : float or array
        The person's ln(k / usual k). [log]
    params : Params
        For the usual k.

    Returns
    -------
    float or array
        d = ln w + ln(1 + k (n - 1)), so that a single is itself. [log kg]

    Notes
    -----
    The line of [Epley1985]_ moved to pass through the single, with the person's own slope.

    Examples
    --------
    >>> import math
    >>> round(math.exp(demand(math.log(100.0), 4.0, 0.0, Params())), 6)  # 100 (1 + 3/30)
    110.0
    """
    return _single(log_load, params.reps_slope * exp(curve), reps)


def _single(log_load: Number, k: Number, reps: Number) -> Number:
    """Give the single that is as hard, for a slope k."""
    return log_load + log(1.0 + k * (reps - 1.0))


def demand_in_full(
    log_load: Number, reps: Number, curve: Number, params: Params
) -> tuple[Number, Number, Number]:
    """
    Give the demand of a set, how it moves with the person's curve, and its noise.

    Parameters
    ----------
    log_load : float or array
        Natural logarithm of the moved load. [log kg]
    reps : float or array
        Repetitions, 1 or more; slope and noise count them up to 30. [reps]
    curve : float or array
        The person's ln(k / usual k). [log]
    params : Params
        For the usual k and the noise of one repetition.

    Returns
    -------
    tuple of float or array
        `demand` [log kg], its derivative by the curve, below 1 [1], and the variance that
        comes from its repetitions [log^2]; the last two are 0 for a single.

    Examples
    --------
    >>> demand_in_full(5.0, 1.0, 0.0, Params())
    (5.0, 0.0, 0.0)
    """
    k = params.reps_slope * exp(curve)
    more = minimum(reps, MOST_MODELLED_REPS) - 1.0
    rise, sd = k * more, params.rep_sd * more
    return _single(log_load, k, reps), rise / (1.0 + rise), sd * sd
