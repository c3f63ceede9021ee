"""
One step of advice: the set at another load, if that is clear and was lately done.

Reason to change: what every step has to keep.
"""

from __future__ import annotations

import math

from liftguard.judge.loads import at_net, least_kg, moving, net_kg
from liftguard.judge.question import Assessment, Rules, with_plan
from liftguard.judge.verdict import Level, Step
from liftguard.model.curve import demand
from liftguard.model.state import best_within, moment

__all__ = ["clear_step", "done_within", "lighter_step"]


def clear_step(code: str, found: Assessment) -> Step | None:
    """Make a step of a set that is clear."""
    p = found.forecast.p_beyond
    if found.level != Level.CLEAR or p is None:
        return None
    return Step(code=code, planned=found.planned, at=found.at, level=found.level, p_beyond=p)


def lighter_step(
    code: str, kg: float, found: Assessment, rules: Rules, *, led_to: float = -math.inf
) -> Step | None:
    """
    Make a step of a set at so much at most, and no more than what was lately done. [kg]

    Or than what other steps have `led_to`.
    """
    kg = min(kg, max(_lately(found, rules), led_to))
    if not least_kg(found) <= kg < net_kg(found.planned):
        return None
    return clear_step(code, with_plan(found, at_net(found.planned, kg), rules))


def _lately(found: Assessment, rules: Rules) -> float:
    """Give the most that is no more than what was lately done, for the repetitions. [kg]"""
    most = done_within(found, rules.params.best_days, rules, rules.policy.more_than_lately)
    return math.inf if most is None else most


def done_within(found: Assessment, days: float, rules: Rules, more: float = 1.0) -> float | None:
    """Give the load that asks for as much as the best of some days, or so much more. [kg]"""
    here, planned = found.standing, found.planned
    best = best_within(found.state, planned.lift, moment(found.at), days)
    if best is None:
        return None
    asks = demand(0.0, float(planned.reps), here.belief.curve, rules.params)
    return moving(more * math.exp(best - asks), found)
