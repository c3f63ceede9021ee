"""
What today takes from a lift: fatigue, and what being unready costs a given load.

Reason to change: what comes between fresh capacity and what can be done now.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.diary import Noted
from liftguard.model.gain import Gain
from liftguard.model.pace import Speeds, usual_speed
from liftguard.model.params import Params
from liftguard.model.readiness import quickness, step_up, unreadiness
from liftguard.model.special import Number

__all__ = ["NO_BURDEN", "RESTED", "Burden", "Condition", "burden"]


class Condition(NamedTuple):
    """
    What is known of fatigue and readiness, for one lift at one moment.

    `tired` is what fatigue of usual strength takes [log kg], `gain` how strong it is in this
    athlete. The rest is None where it is not recorded: `cold` is 1 less warmth, `step_from`
    the load that this session, or else the start of the last one, has prepared for [log kg],
    `noted` what was noted. `speeds` are those of the last sets.
    """

    tired: float = 0.0
    gain: Gain = Gain(1.0, 0.0)
    cold: float | None = None
    step_from: float | None = None
    noted: Noted = Noted()
    speeds: Speeds = ()


RESTED = Condition()
"""Rested, and nothing recorded."""


class Burden(NamedTuple):
    """
    What a set has to bear, on the log scale of kilograms.

    Fatigue, its variance `doubt`, the loss from not being `ready`, and what its speed adds
    to the demand; each 0 or more.
    """

    fatigue: Number
    doubt: Number
    readiness: Number
    speed: Number


NO_BURDEN = Burden(0.0, 0.0, 0.0, 0.0)
"""Rested and ready."""


def burden(condition: Condition, log_load: float, velocity: float | None, params: Params) -> Burden:
    """
    Tell what a set has to bear.

    Parameters
    ----------
    condition : Condition
        Of its lift at its moment.
    log_load : float
        What is moved. [log kg]
    velocity : float or None
        Mean velocity of the first repetition, where it is planned or just measured. [m/s]
    params : Params
        For every cost.

    Returns
    -------
    Burden
        What is not recorded costs nothing; the verdict says that it is not recorded.

    Examples
    --------
    >>> burden(Condition(cold=1.0, step_from=4.0), 5.0, None, Params()).readiness > 0.03
    True
    """
    tired, gain, cold, step_from, (stiff, early, unready), speeds = condition
    ready, speed = 0.0, 0.0
    if not (cold is step_from is stiff is early is unready is None):
        step = 0.0 if step_from is None else step_up(log_load, step_from, params)
        ready = unreadiness(cold or 0.0, stiff or 0.0, early or 0.0, unready or 0.0, step, params)
    usual = None if velocity is None else usual_speed(speeds, log_load)
    if usual is not None:
        speed = quickness(velocity, usual, ready, params)
    return Burden(gain.mean * tired, gain.variance * tired * tired, ready, speed)
