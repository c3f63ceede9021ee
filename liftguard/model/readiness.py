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
    """Let activity warm the body; two steps equal one."""
    return 1.0 - (1.0 - warmth) * exp(-minutes / params.warm_minutes)


def cooled(warmth: Number, minutes: Number, params: Params) -> Number:
    """Let rest cool the body; two steps equal one."""
    return warmth * exp(-minutes / params.cool_minutes)


def flexion_in(posture: str, params: Params) -> float:
    """Give how much of full creep a posture leads to."""
    if posture not in POSTURES:
        raise InvalidValue(where="posture", got=posture, wanted="one of " + ", ".join(POSTURES))
    return 1.0 if posture in {"sitting", "bent"} else params.creep_upright


def creep(
    minutes: Number, params: Params, *, flexion: Number = 1.0, before: Number = 0.0
) -> Number:
    """
    Let stillness build up creep: how much the tissue of the back has given way.

    Two steps equal one. A posture that leads to less than is there already leaves it: only
    moving takes creep away.
    [McGill1992]_: 20 minutes of full flexion follow a first-order rise.
    """
    return before + maximum(flexion - before, 0.0) * (1.0 - exp(-minutes / params.creep_minutes))


def creep_left(creep: Number, minutes_since: Number, params: Params) -> Number:
    """
    Let creep go back while the athlete moves: half soon, the rest slowly.

    A rate that falls with the square of what is left, so that two steps equal one, while
    the recovery still takes longer than the build-up did.
    [McGill1992]_: after 20 minutes of flexion half is regained in 2 minutes, while all of
    it takes more than 30.
    """
    return creep / (1.0 + creep * minutes_since / params.creep_recovery_minutes)


def morning(hours_up: Number, params: Params) -> Number:
    """
    Give how much of the stiffness of the night is left.

    [Adams1987]_ for the stiffness of the morning; how fast it goes is a house rule.
    """
    return exp(-hours_up / params.morning_hours)


def step_up(planned: Number, heaviest: Number, params: Params) -> Number:
    """Give how far a set goes beyond the usual step from the heaviest one of the session."""
    return maximum(planned - heaviest - params.usual_step, 0.0)


def unreadiness(
    cold: Number, creep: Number, morning: Number, unready: Number, jump: Number, params: Params
) -> Number:
    """Give what an athlete who is not ready loses."""
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

    [Buseck1988]_: the peak moment of the back rises with the speed of lifting.
    """
    faster = log(maximum(velocity / baseline, 1.0))
    cost = params.quick_cost * maximum(faster - params.quick_from, 0.0)
    return _within(cost, params.readiness_most - rho, params)


def _within(cost: Number, room: Number, params: Params) -> Number:
    """Let a cost fill the room that is left: nearly all of a small one, never more than room."""
    return room * (1.0 - exp(-cost / params.readiness_most))
