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

from typing import NamedTuple

from liftguard.errors import InvalidValue
from liftguard.model.params import Params
from liftguard.model.special import Number, exp, log, made, maximum
from liftguard.records.entries import POSTURES

__all__ = [
    "NO_CREEP",
    "Creep",
    "cooled",
    "creep",
    "creep_in_all",
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


class Creep(NamedTuple):
    """How much the tissue of the back has given way: what comes and goes soon, and slowly. [1]"""

    soon: Number
    slow: Number


NO_CREEP = made(Creep, (0.0, 0.0))
"""Nothing has given way."""


def creep(
    minutes: Number, params: Params, *, flexion: Number = 1.0, before: Creep = NO_CREEP
) -> Creep:
    """
    Let stillness build up creep: each part rises as 1 - exp(-minutes / tau).

    Two steps equal one. A posture that leads to less than is there already leaves it: only
    moving takes creep away.
    [McGill1992]_: 20 minutes of full flexion follow a first-order rise. [Billy2014]_: four hours
    of sitting go on to take height from a disc, which is the slow part.
    """
    taus = params.creep_minutes, params.creep_slow_minutes
    built = (
        one + maximum(flexion - one, 0.0) * (1.0 - exp(-minutes / tau))
        for one, tau in zip(before, taus, strict=True)
    )
    return made(Creep, tuple(built))


def creep_left(creep: Creep, minutes_since: Number, params: Params) -> Creep:
    """
    Let creep go back while the athlete moves: half soon, the rest slowly; two steps equal one.

    [McGill1992]_: after 20 minutes of flexion half is regained in 2 minutes, while all of
    it takes more than 30. [Bazrgari2011]_: it takes longer than the exposure did.
    """
    soon, slow = creep
    return made(
        Creep,
        (
            soon * exp(-minutes_since / params.creep_recovery_minutes),
            slow * exp(-minutes_since / params.creep_slow_recovery_minutes),
        ),
    )


def creep_in_all(creep: Creep, params: Params) -> Number:
    """Give how much has given way in all, of what can."""
    soon, slow = creep
    return (1.0 - params.creep_slow_share) * soon + params.creep_slow_share * slow


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
