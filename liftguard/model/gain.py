"""
How strongly work tires one athlete: learned from sets whose effort is known.

Reason to change: how the own strength of fatigue is learned.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.capacity import Belief, capacity
from liftguard.model.params import Params
from liftguard.model.special import Number, maximum, minimum

__all__ = ["Gain", "learn_gain", "usual_gain"]

_SUREST = 1e-4  # a variance that no number of sets takes it below [1]


class Gain(NamedTuple):
    """How strongly work tires this athlete, 1 being usual: mean and variance. [1]"""

    mean: Number
    variance: Number


def usual_gain(params: Params) -> Gain:
    """
    Give what is known before any set.

    Parameters
    ----------
    params : Params
        For the spread between people.

    Returns
    -------
    Gain
        Around 1.

    Examples
    --------
    >>> usual_gain(Params()).mean
    1.0
    """
    return Gain(1.0, params.fatigue_gain_sd**2)


def learn_gain(gain: Gain, tired: Number, before: Belief, after: Belief) -> Gain:
    """
    Learn from a set of known effort that was done tired.

    Parameters
    ----------
    gain : Gain
        Before it.
    tired : float or array
        What fatigue of usual strength takes away, 0 or more. [log kg]
    before, after : Belief
        About the lift, just before the set and just after it was read.

    Returns
    -------
    Gain
        After it; never below 0.

    Notes
    -----
    What the set showed is capacity less gain times `tired`; its surprise is shared between
    the two by their variances. Misses teach nothing here: that a set was missed is written
    down more often when it was late in a session, and completed sets answer nothing.

    Examples
    --------
    >>> from liftguard.model.capacity import begin
    >>> low, high = begin(5.0, 0.1, Params()), begin(5.02, 0.08, Params())
    >>> learn_gain(Gain(1.0, 0.1), 0.05, low, high).mean < 1.0  # stronger than fatigue allows
    True
    """
    (old, variance), (new, narrowed) = capacity(before), capacity(after)
    share = gain.variance * tired / variance
    told = minimum(maximum(variance - narrowed, 0.0), variance)
    return Gain(
        maximum(gain.mean - share * (new - old), 0.0),
        maximum(gain.variance - share * share * told, _SUREST),
    )
