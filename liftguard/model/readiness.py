"""
How ready the body is: warmth, stillness, time since rising, and the step to the next load.

What is published about stillness and mornings is stress on tissue, not lost strength. Here
it only shapes when there is a cost; how much is a house rule, and all of it together,
speed included, stays within `Params.readiness_most`. What was not recorded is given as
what costs nothing, and whoever gives it says that it was not recorded. The same lines run
on floats and on arrays.

Reason to change: what makes an athlete less ready, or how it fades.
"""

from __future__ import annotations

from liftguard.errors import InvalidValue
from liftguard.model.params import Params
from liftguard.model.special import Number, exp, log, maximum
from liftguard.records.entries import POSTURES

__all__ = [
    "cooled",
    "creep",
    "creep_left",
    "flexion_in",
    "morning",
    "quickness",
    "step_up",
    "unreadiness",
    "warmed",
]


def warmed(warmth: Number, minutes: Number, params: Params) -> Number:
    """
    Let activity warm the body; two steps equal one.

    Parameters
    ----------
    warmth : float or array
        Before, 0 to 1. [1]
    minutes : float or array
        Of activity, 0 or more. [min]
    params : Params
        For the rate.

    Returns
    -------
    float or array
        Warmth after, 0 to 1. [1]

    Examples
    --------
    >>> round(warmed(0.0, 5.0, Params()), 4)  # 1 - 1/e
    0.6321
    """
    return 1.0 - (1.0 - warmth) * exp(-minutes / params.warm_minutes)


def cooled(warmth: Number, minutes: Number, params: Params) -> Number:
    """
    Let rest cool the body; two steps equal one.

    Parameters
    ----------
    warmth : float or array
        Before, 0 to 1. [1]
    minutes : float or array
        Of rest, 0 or more. [min]
    params : Params
        For the rate.

    Returns
    -------
    float or array
        Warmth after, 0 to 1. [1]

    Examples
    --------
    >>> round(cooled(1.0, 20.0, Params()), 4)  # 1/e
    0.3679
    """
    return warmth * exp(-minutes / params.cool_minutes)


def flexion_in(posture: str, params: Params) -> float:
    """
    Give how much of full creep a posture leads to.

    Parameters
    ----------
    posture : {"sitting", "standing", "lying", "bent"}
        Of a `Stillness`.
    params : Params
        For the upright ones.

    Returns
    -------
    float
        1 where the back is bent. [1]

    Raises
    ------
    InvalidValue
        When the posture is unknown.

    Examples
    --------
    >>> flexion_in("sitting", Params()), flexion_in("lying", Params())
    (1.0, 0.3)
    """
    if posture not in POSTURES:
        raise InvalidValue(where="posture", got=posture, wanted="one of " + ", ".join(POSTURES))
    return 1.0 if posture in {"sitting", "bent"} else params.creep_upright


def creep(
    minutes: Number, params: Params, *, flexion: Number = 1.0, before: Number = 0.0
) -> Number:
    """
    Let stillness build up creep: how much the tissue of the back has given way.

    Parameters
    ----------
    minutes : float or array
        Of stillness, 0 or more. [min]
    params : Params
        For the rate.
    flexion : float or array
        What the posture leads to, 0 to 1; see `flexion_in`. [1]
    before : float or array
        Creep at the start, 0 to 1. [1]

    Returns
    -------
    float or array
        Creep at the end, 0 to 1. [1]

    Notes
    -----
    Two steps equal one. A posture that leads to less than is there already leaves it: only
    moving takes creep away.

    References
    ----------
    [McGill1992]_: 20 minutes of full flexion follow a first-order rise.

    Examples
    --------
    >>> round(creep(20.0, Params()), 4)  # 1 - exp(-20/9.4)
    0.8809
    """
    return before + maximum(flexion - before, 0.0) * (1.0 - exp(-minutes / params.creep_minutes))


def creep_left(creep: Number, minutes_since: Number, params: Params) -> Number:
    """
    Let creep go back while the athlete moves: half soon, the rest slowly.

    Parameters
    ----------
    creep : float or array
        At the end of the stillness, 0 to 1. [1]
    minutes_since : float or array
        Since then, 0 or more. [min]
    params : Params
        For the rate.

    Returns
    -------
    float or array
        What is left, 0 to 1. [1]

    Notes
    -----
    A rate that falls with the square of what is left, so that two steps equal one, while
    the recovery still takes longer than the build-up did.

    References
    ----------
    [McGill1992]_: after 20 minutes of flexion half is regained in 2 minutes, while all of
    it takes more than 30.

    Examples
    --------
    >>> after = creep(20.0, Params())
    >>> round(creep_left(after, 2.0, Params()) / after, 2)
    0.5
    >>> round(creep_left(after, 30.0, Params()) / after, 2)
    0.06
    """
    return creep / (1.0 + creep * minutes_since / params.creep_recovery_minutes)


def morning(hours_up: Number, params: Params) -> Number:
    """
    Give how much of the stiffness of the night is left.

    Parameters
    ----------
    hours_up : float or array
        Since rising, 0 or more. [h]
    params : Params
        For the rate.

    Returns
    -------
    float or array
        1 on rising, then falling towards 0. [1]

    References
    ----------
    [Adams1987]_ for the stiffness of the morning; how fast it goes is a house rule.

    Examples
    --------
    >>> round(morning(1.3, Params()), 4)  # 1/e
    0.3679
    """
    return exp(-hours_up / params.morning_hours)


def step_up(planned: Number, heaviest: Number, params: Params) -> Number:
    """
    Give how far a set goes beyond the usual step from the heaviest one of the session.

    Parameters
    ----------
    planned : float or array
        Natural logarithm of the planned load. [log kg]
    heaviest : float or array
        Of the heaviest load moved so far in the session. [log kg]
    params : Params
        For the usual step.

    Returns
    -------
    float or array
        0 where a ramp was done. [log]

    Examples
    --------
    >>> import math
    >>> near, far = math.log(150.0), math.log(60.0)
    >>> step_up(math.log(170.0), near, Params())
    0.0
    >>> round(step_up(math.log(170.0), far, Params()), 4)  # ln(170/60) - 0.25
    0.7915
    """
    return maximum(planned - heaviest - params.usual_step, 0.0)


def unreadiness(
    cold: Number, creep: Number, morning: Number, unready: Number, jump: Number, params: Params
) -> Number:
    """
    Give what an athlete who is not ready loses.

    Parameters
    ----------
    cold : float or array
        1 less warmth, 0 to 1. [1]
    creep : float or array
        What is left of it, 0 to 1. [1]
    morning : float or array
        Stiffness of the night that is left, 0 to 1. [1]
    unready : float or array
        1 less the readiness score, 0 to 1. [1]
    jump : float or array
        The step to this set beyond the usual one, 0 or more; see `step_up`. [log]
    params : Params
        For the costs and their cap.

    Returns
    -------
    float or array
        rho, from 0 to `Params.readiness_most`, rising with each argument. [log kg]

    Examples
    --------
    >>> unreadiness(0.0, 0.0, 0.0, 0.0, 0.0, Params())
    0.0
    >>> round(unreadiness(1.0, 0.0, 0.0, 0.5, 0.3, Params()), 4)  # 0.05 (1 - exp(-0.045/0.05))
    0.0297
    """
    cost = (
        params.cold_cost * cold
        + params.creep_cost * creep
        + params.morning_cost * morning
        + params.unready_cost * unready
        + params.jump_cost * jump
    )
    return _within(cost, params.readiness_most, params)


def quickness(velocity: Number, baseline: Number, rho: Number, params: Params) -> Number:
    """
    Give the demand that an unusual speed adds.

    Parameters
    ----------
    velocity : float or array
        Of the movement, 0 or more. [m/s or deg/s]
    baseline : float or array
        What is usual for the athlete, above 0, in the same unit. [m/s or deg/s]
    rho : float or array
        From `unreadiness`; the speed gets the room that it leaves. [log kg]
    params : Params
        For what is usual, the cost and the cap.

    Returns
    -------
    float or array
        0 up to a usual speed. With rho it stays within `Params.readiness_most`, and the
        sum is what the cap makes of both costs together. [log kg]

    References
    ----------
    [Buseck1988]_: the peak moment of the back rises with the speed of lifting.

    Examples
    --------
    >>> quickness(1.2, 1.0, 0.0, Params())
    0.0
    >>> round(quickness(2.0, 1.0, 0.0, Params()), 4)  # 0.05 (1 - exp(-(ln 2 - 0.3)))
    0.0163
    """
    faster = log(maximum(velocity / baseline, 1.0))
    cost = params.quick_cost * maximum(faster - params.quick_from, 0.0)
    return _within(cost, params.readiness_most - rho, params)


def _within(cost: Number, room: Number, params: Params) -> Number:
    """Let a cost fill the room that is left: nearly all of a small one, never more than room."""
    return room * (1.0 - exp(-cost / params.readiness_most))
