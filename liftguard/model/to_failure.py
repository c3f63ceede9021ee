"""
How far a set to failure will go: the demand that is reached when nothing is left.

Reason to change: how people choose loads that they lift to failure.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.capacity import Belief, capacity, doubt_at
from liftguard.model.curve import demand_in_full
from liftguard.model.params import Params
from liftguard.model.special import Number, normal_pdf, sqrt
from liftguard.model.standing import NO_LOSSES, Losses

__all__ = ["Reach", "reach"]


class Reach(NamedTuple):
    """
    A mixture of two normal laws for the demand that is reached. [log kg]

    The first is the belief, with what the choice of the load tells; the second has weight
    `other` and is about loads alone: another machine, another unit.
    """

    middle: Number
    sd: Number
    other_middle: Number
    other_sd: Number
    other: Number


def reach(b: Belief, log_load: Number, params: Params, lost: Losses = NO_LOSSES) -> Reach:
    """
    Forecast the demand that a set to failure reaches, at least one repetition completed.

    A load that is to be lifted to failure is chosen for some `failure_reps` repetitions, so
    capacity less load is about c(failure_reps), give or take `failure_sd`. Belief and choice
    are two normal laws about one value: their product is the first part, and its mass says
    how well they agree.
    """
    mean, variance = capacity(b)
    mean = mean - lost.fatigue - lost.readiness - lost.speed
    usual, g, noise = demand_in_full(log_load, params.failure_reps + 0.0 * mean, b.curve, params)
    doubt = doubt_at(b, variance, g) + noise + lost.doubt
    choice = params.failure_sd * params.failure_sd
    gap, total = mean - usual, sqrt(doubt + choice)
    agree = (1.0 - params.other_scale) * normal_pdf(gap / total) / total
    apart = params.other_scale / params.typo_range
    share = doubt / (doubt + choice)
    return Reach(
        mean - share * gap,
        sqrt(choice * share),
        usual,
        params.failure_sd + 0.0 * mean,
        apart / (agree + apart),
    )
