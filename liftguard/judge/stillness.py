"""
Stillness asks for a walk and a ramp: no heavy lift of the back begins straight from a seat.

No study gives what stillness or the night cost in strength, so no probability moves by this rule.
What they do to the tissue of the back is known, and so is the advice: stand up and walk before a
demanding exertion.

Reason to change: what stillness or rising ask for before a lift.
"""

from __future__ import annotations

import math

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of
from liftguard.model.capacity import capacity
from liftguard.model.standing import Standing

__all__ = ["BACK", "is_early", "is_stiff", "light_load", "room_after_stillness"]

BACK = ("erector_spinae", "quadratus_lumborum")
"""The regions of the body that stillness and the night stiffen."""


def light_load(standing: Standing, policy: Policy) -> float:
    """Give a load that needs no ramp, as far as the lift is known. [log kg]"""
    return float(capacity(standing.belief)[0]) + math.log(policy.ramp_above)


def room_after_stillness(standing: Standing, lift: str, policy: Policy) -> float:
    """
    Give the load that stillness or rising leave room for; inf where they ask for nothing. [log kg]

    While creep is above `Policy.stiff`, or the athlete is up for less than `Policy.early_hours`, a
    lift that works the back begins with no more than a load that needs no ramp, and goes on with
    up to `Policy.led_up` of the heaviest set of it since. [McGill1992]_: laxity after stillness, of
    which half is soon gone and the rest takes half an hour; stand and walk before an exertion.
    [Snook1998]_: less pain in who does not bend early in the morning.
    """
    asks = is_stiff(standing, policy) or is_early(standing, policy)
    known = standing.sets > 0 and standing.told.ramped is not True
    if not (asks and known and lift_of(lift).loads_any(BACK, policy.area_load)):
        return math.inf
    led_up = -math.inf
    if 24.0 * standing.days < _hours_since(standing, policy):
        led_up = float(standing.one.ramp.top) + math.log(policy.led_up)
    return max(light_load(standing, policy), led_up)


def is_stiff(standing: Standing, policy: Policy) -> bool:
    """Tell whether much of what stillness has built up is still there."""
    return (standing.noted.creep or 0.0) >= policy.stiff


def is_early(standing: Standing, policy: Policy) -> bool:
    """Tell whether the athlete has only just got up."""
    up = standing.noted.hours_up
    return up is not None and up < policy.early_hours


def _hours_since(standing: Standing, policy: Policy) -> float:
    """Give how long ago what asks for it was over. [h]"""
    still, up = standing.noted.still_ago, standing.noted.hours_up
    hours = [still] if is_stiff(standing, policy) else []
    hours += [up] if is_early(standing, policy) else []
    return min(one for one in hours if one is not None)
