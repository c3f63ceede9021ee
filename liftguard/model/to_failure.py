"""
How far a set to failure will go: the demand that is reached when nothing is left.

Reason to change: how people choose loads that they lift to failure.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.capacity import Belief, capacity, doubt_at
from liftguard.model.curve import demand_in_full
from liftguard.model.params import Params
from liftguard.model.special import (
    Number,
    exp,
    maximum,
    minimum,
    normal_pdf,
    normal_quantile,
    sqrt,
    where,
)
from liftguard.model.standing import NO_LOSSES, Losses

__all__ = ["BAND", "BAND_Z", "Reach", "reach", "scattered"]

BAND = 0.9
"""Probability that what can be done lies inside a Band. [1]"""

BAND_Z = normal_quantile(0.5 + BAND / 2.0)
"""And how far its ends lie from the middle, in standard deviations."""


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


def reach(
    b: Belief, log_load: Number, params: Params, lost: Losses = NO_LOSSES, scatter: Number = 0.0
) -> Reach:
    """
    Forecast the demand that a set to failure reaches, at least one repetition completed.

    A load that is to be lifted to failure is chosen for some `failure_reps` repetitions, so
    capacity less load is about c(failure_reps), give or take `failure_sd`. Belief and choice
    are two normal laws about one value: their product is the first part, and its mass says
    how well they agree. `scatter` is how much wider the sets of this athlete lie. [log]
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
        sqrt(choice * share) * exp(scatter),
        usual,
        params.failure_sd + 0.0 * mean,
        apart / (agree + apart),
    )


def scattered(scatter: Number, reached: Number, said: Reach, params: Params) -> Number:
    """
    Learn from a set to failure how wide an athlete's sets lie, so that nine in ten are inside.

    A quantile is tracked by steps that cancel there: .9 up where one lies outside, .1 down.
    Another machine or unit tells nothing.
    """
    inside = abs(reached - said.middle) <= BAND_Z * said.sd
    step = params.scatter_step * where(inside, BAND - 1.0 + 0.0 * reached, BAND + 0.0 * reached)
    step = where(abs(reached - said.middle) < params.same_scale, step, 0.0 * reached)
    return minimum(maximum(scatter + step, -params.scatter_most), params.scatter_most)
