"""
How strongly work tires one athlete: learned from sets whose effort is known.

Reason to change: how the own strength of fatigue is learned.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.capacity import Belief, capacity
from liftguard.model.params import Params
from liftguard.model.special import Number, maximum, minimum

__all__ = ["Fatigability", "learn_fatigability", "usual_fatigability"]

_SUREST = 1e-4  # a variance that no number of sets takes it below [1]


class Fatigability(NamedTuple):
    """How strongly work tires this athlete, 1 being usual: mean and variance. [1]"""

    mean: Number
    variance: Number


def usual_fatigability(params: Params) -> Fatigability:
    """Give what is known before any set: 1, give or take the spread between people."""
    return Fatigability(1.0, params.fatigability_sd * params.fatigability_sd)


def learn_fatigability(
    before: Fatigability, tired: Number, belief: Belief, after: Belief
) -> Fatigability:
    """
    Learn from a set of known effort that was done tired; never below 0.

    What the set showed is capacity less fatigability times `tired`; its surprise is shared
    between the two by their variances. Misses teach nothing here: that a set was missed is
    written down more often when it was late in a session, and completed sets answer nothing.
    """
    (old, variance), (new, narrowed) = capacity(belief), capacity(after)
    share = before.variance * tired / variance
    told = minimum(maximum(variance - narrowed, 0.0), variance)
    return Fatigability(
        maximum(before.mean - share * (new - old), 0.0),
        maximum(before.variance - share * share * told, _SUREST),
    )
