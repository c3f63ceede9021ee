"""
Loads that can be put together, and the heaviest of them at a given risk.

Reason to change: how a load is rounded, or what limits it beside the forecast.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from attrs import evolve

from liftguard.judge.own_steps import GRAM, Steps, known_loads
from liftguard.judge.pain import held_to
from liftguard.judge.question import Assessment, Question, Rules, assess
from liftguard.lifts import lift_of
from liftguard.lifts.assistance import is_helped
from liftguard.model.curve import demand
from liftguard.model.experience import has_done, log_odds
from liftguard.model.forecast import odds_shown
from liftguard.model.params import Params
from liftguard.model.special import exp, log
from liftguard.model.to_failure import BAND
from liftguard.records import PlannedSet, Plates
from liftguard.records.checks import HEAVIEST_KG, LIGHTEST_KG

__all__ = [
    "GRAM",
    "Rack",
    "a_step_up",
    "at_net",
    "empty_bar",
    "heaviest_clear",
    "heaviest_loadable",
    "least_kg",
    "loadable",
    "loadable_below",
    "loadable_from",
    "moving",
    "net_kg",
]

_HAIR_KG = 2e-6  # below a load, so that rounding to a milligram does not bring it back
_USUAL_SLOPE = 35.0  # of log-odds by log kg, of a capacity known to 5 %
_TURNS = 200  # of a search that halves at every third: enough for any load


Rack = Plates | Steps | None
"""What loads are put together of; None means the usual steps."""


def loadable(kg: float, rack: Rack) -> float:
    """Round a load down to one that can be put together."""
    if isinstance(rack, Plates):
        return rack.heaviest_up_to(kg)
    step_kg, from_kg = rack or Steps()
    if not math.isfinite(kg):
        return kg
    steps = math.floor((kg + 0.5 * _HAIR_KG - from_kg) / step_kg)
    down = round(steps * step_kg + from_kg, 6)
    return 0.0 if down < 0.0 <= kg else down  # below the first load there is none


def net_kg(planned: PlannedSet) -> float:
    """Give a load as the lifter counts it, help below 0. [kg]"""
    return planned.load_kg - planned.assist_kg


def at_net(planned: PlannedSet, kg: float) -> PlannedSet:
    """Plan the same at such a load; below 0 it is help, and a few grams are nothing."""
    kg = kg if abs(kg) >= LIGHTEST_KG else 0.0
    return evolve(planned, load_kg=max(kg, 0.0), assist_kg=max(-kg, 0.0))


def least_kg(found: Assessment) -> float:
    """Give the least load, below 0 for a lift that is done with help, by the log or the plan."""
    planned = found.planned
    known = known_loads(found.state.lifts.get(planned.lift))
    helped = planned.assist_kg or is_helped(planned.lift) or min(known, default=0.0) < 0.0
    return LIGHTEST_KG - (found.body_kg or 0.0) if helped else 0.0


def moving(kg: float, found: Assessment) -> float | None:
    """Give the load of a lift that moves so much in all, rounded down; None if nobody knows."""
    body = found.body_kg
    return None if body is None else loadable(kg - body + GRAM, found.asked.rack)


def loadable_below(kg: float, rack: Rack) -> float | None:
    """Give the next lighter load."""
    lighter = loadable(kg - _HAIR_KG if kg < 0.0 else max(kg - _HAIR_KG, 0.0), rack)
    return lighter if lighter < kg else None


def loadable_from(kg: float, rack: Rack) -> float | None:
    """Round a load up to one that can be put together; None where the plates do not reach."""
    if not isinstance(rack, Plates):
        step_kg, from_kg = rack or Steps()
        if not math.isfinite(kg):
            return None
        return round(math.ceil((kg - 0.5 * _HAIR_KG - from_kg) / step_kg) * step_kg + from_kg, 6)
    # The lightest choice of plates that weighs enough leaves off the heaviest one that may go.
    both = 2.0 * (rack.bar_kg + math.fsum(rack.pairs_kg))
    left = rack.heaviest_up_to(both - kg)
    none = both - kg < rack.bar_kg - 0.5 * _HAIR_KG
    return None if none else loadable(round(both - left, 6), rack)


def empty_bar(lift: str, rack: Rack) -> float | None:
    """Give what the bar weighs that a lift begins with; None for lifts without one. [kg]"""
    if isinstance(rack, Plates):
        return rack.bar_kg or None
    bar_kg = lift_of(lift).bar_kg
    return None if bar_kg is None else loadable_from(bar_kg, rack)  # of pounds one of 45 lb


def a_step_up(found: Assessment, rules: Rules) -> float:
    """Give the load that is a step above all that ever went up, for the repetitions. [log kg]"""
    one = found.standing.one
    if not has_done(one.done):
        return math.inf
    asks = demand(0.0, float(found.planned.reps), one.belief.curve, rules.params)
    return rules.policy.a_step_above(float(one.done.reached)) - float(asks)


def heaviest_clear(found: Assessment, rules: Rules, p: float | None = None) -> float | None:
    """Find the heaviest load that is CLEAR at a risk, by default the highest such one."""
    policy = rules.policy
    p = policy.just_clear if p is None else p
    return _heaviest(found, (p, policy.just_clear_above), a_step_up(found, rules), rules.params)


def heaviest_loadable(asked: Question, p: float, rules: Rules) -> float | None:
    """Find the heaviest load for a planned set at a risk, below what pain and stillness leave."""
    return _heaviest(assess(asked, rules), (p, p), math.inf, rules.params)


def _heaviest(
    found: Assessment, risks: tuple[float, float], step: float, params: Params
) -> float | None:
    """
    Find the heaviest load at a given risk up to a step [log kg], and at another one above it.

    Help is a load below 0, so that the answer does not depend on the help that is planned.

    The chance that is shown rises with the load in steps, by what went up already, so that it is
    searched for among loads that can be put together: by the rule of false position in log-odds,
    and by halves where that is slow.
    """
    standing, planned, rack = found.standing, found.planned, found.asked.rack
    carried, least = found.body_kg, least_kg(found)
    if carried is None or (found.ceiling is not None and found.ceiling.rests):
        return None
    reps, velocity, held = float(planned.reps), planned.mean_velocity_m_s, found.room
    if found.ceiling is not None:
        held = min(held, held_to(found.ceiling, standing, reps, params))

    def excess(kg: float) -> float:
        """Tell by how much a load is too much; -inf for one that moves nothing. [log-odds]"""
        if kg + carried < LIGHTEST_KG:
            return -math.inf
        moved = log(kg + carried)
        if kg > HEAVIEST_KG or moved > held:
            return math.inf
        odds = odds_shown(standing, moved, reps, velocity, params)
        return odds - (goal if moved <= step else goal_above)

    goal, goal_above = (float(log_odds(p)) for p in (risks[0], min(risks)))
    none = loadable(0.0, rack)
    if excess(none) > 0.0:
        if carried < LIGHTEST_KG:
            return 0.0
        helped = loadable_from(least, rack) if least < 0.0 else None
        if helped is None or excess(helped) > 0.0:
            return None
        none = helped
    steps = _search(excess, none, loadable(_near(found, goal), rack), carried, rack)
    between = _between_steps(steps, rack, found)
    return max((kg for kg in between if excess(kg) <= 0.0), default=steps)


def _near(found: Assessment, odds: float) -> float:
    """Guess the load at some log-odds from the band of the plan, else from the plan. [kg]"""
    band = found.forecast.band
    if band is None:
        return net_kg(found.planned)
    share = odds / float(log_odds(0.5 - BAND / 2.0))
    return band.middle_kg - share * (band.middle_kg - band.low_kg)


def _between_steps(kg: float, rack: Rack, found: Assessment) -> list[float]:
    """List the loads of the log that lie between a step and the next; of plates there are none."""
    if isinstance(rack, Plates):
        return []
    above = loadable_from(kg + GRAM, rack) or math.inf
    known = known_loads(found.state.lifts.get(found.planned.lift))
    return [one for one in known if kg + GRAM < one < above - GRAM]


def _search(
    excess: Callable[[float], float], none: float, tried: float, body: float, rack: Rack
) -> float:
    """Find the heaviest load that is not too much, from one that is none and one to try. [kg]"""
    fits, too_much, below, above = none, math.inf, -math.inf, math.inf
    for turn in range(_TURNS):
        if tried > fits:
            found = excess(tried)
            if found > 0.0:
                too_much, above = tried, found
            else:
                fits, below = tried, found
        nearer = _between(fits + body, too_much + body, below, above, turn) - body
        tried = loadable(nearer, rack)
        if tried <= fits:
            up = loadable_from(fits + GRAM, rack)
            if up is None or up >= too_much:
                return fits
            tried = up
        elif tried >= too_much:
            lighter = loadable_below(too_much, rack)
            tried = none if lighter is None else lighter
            if tried <= fits:
                return fits
    return fits


def _between(fits: float, too_much: float, below: float, above: float, turn: int) -> float:
    """Guess where the limit lies, from what moves on its sides. [kg]"""
    if math.isinf(too_much):
        more = 0.1 if math.isinf(below) else min(-below / _USUAL_SLOPE, 1.0)
        return float(max(fits, 1.0) * exp(more))
    if math.isinf(below) and math.isfinite(above):
        return float(too_much * exp(-above / _USUAL_SLOPE))
    if turn % 3 == 2 or math.isinf(above):
        return 0.5 * (fits + too_much)
    return fits + (too_much - fits) * below / (below - above)
