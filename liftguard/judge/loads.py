"""
Loads that can be put together, and the heaviest of them at a given risk.

Reason to change: how a load is rounded, or what limits it beside the forecast.
"""

from __future__ import annotations

import math

from attrs import evolve

from liftguard.judge.question import Assessment, Question, Rules, assess, held_to
from liftguard.model.curve import demand
from liftguard.model.forecast import forecast_set, heaviest
from liftguard.model.moved import carried_kg
from liftguard.model.params import Params
from liftguard.model.special import exp
from liftguard.model.standing import Standing, losses
from liftguard.records import PlannedSet, Plates

__all__ = ["heaviest_held", "heaviest_loadable", "loadable", "loadable_below", "loadable_from"]

_STEP_KG = 2.5
"""Where no plates are named: a pair of the smallest usual ones. [kg]"""

_HAIR_KG = 2e-6  # below a load, so that rounding to a milligram does not bring it back
_HALVINGS = 50  # of 5 %: to the last bit
_NEAR = 1e-8  # log: far below a gram
_TRIES = 50  # loads at the limit that a planned speed may rule out; then the surest is taken


def loadable(kg: float, plates: Plates | None) -> float:
    """Round a load down to one that can be put together."""
    if plates is not None:
        return plates.heaviest_up_to(kg)
    return math.floor(kg / _STEP_KG) * _STEP_KG if math.isfinite(kg) else kg


def loadable_below(kg: float, plates: Plates | None) -> float | None:
    """Give the next lighter load."""
    lighter = loadable(max(kg - _HAIR_KG, 0.0), plates)
    return lighter if lighter < kg else None


def loadable_from(kg: float, plates: Plates | None) -> float | None:
    """Round a load up to one that can be put together; None where the plates do not reach."""
    if plates is None:
        return math.ceil(kg / _STEP_KG) * _STEP_KG if math.isfinite(kg) else None
    # The lightest choice of plates that weighs enough leaves off the heaviest one that may go.
    both = 2.0 * (plates.bar_kg + math.fsum(plates.pairs_kg))
    left = plates.heaviest_up_to(both - kg)
    return None if both - kg < plates.bar_kg else loadable(round(both - left, 6), plates)


def heaviest_loadable(asked: Question, p: float, rules: Rules) -> float | None:
    """Find the heaviest load for a planned set at a given risk, below what pain holds back."""
    return heaviest_held(assess(asked, rules), p, rules.params)


def heaviest_held(found: Assessment, p: float, params: Params) -> float | None:
    """Find the same of a set that was weighed, whatever its load."""
    standing, planned, plates = found.standing, found.planned, found.asked.plates
    carried = carried_kg(planned.lift, planned.assist_kg, standing.bodyweight_kg)
    if carried is None:
        return None
    held = math.inf if found.ceiling is None else held_to(found.ceiling, standing)

    def fits(kg: float) -> bool:
        return _fits(standing, evolve(planned, load_kg=kg), p, held, params)

    limits = _limits(standing, planned.reps, p, held, params)
    most, surest = (one - carried for one in limits)
    kg: float | None = loadable(max(most, 0.0), plates)
    for _ in range(_TRIES):
        if kg is None or fits(kg):
            break
        kg = loadable_below(kg, plates)
    else:
        kg = loadable(max(surest, 0.0), plates)
    if kg is None:
        return 0.0 if carried <= 0.0 else None
    return kg


def _limits(
    standing: Standing, reps: int, p: float, held: float, params: Params
) -> tuple[float, float]:
    """Give the moved loads above which a set is too much, and below which no speed is. [kg]"""
    rested = losses(standing, -math.inf, None, params)._replace(readiness=0.0)
    fresh = heaviest(standing.belief, reps, p, params, rested)
    most = min(
        _ready_for(fresh, standing, params),
        held - demand(0.0, float(reps), standing.belief.curve, params),
    )
    return exp(most), exp(min(most, fresh - params.readiness_most))


def _ready_for(fresh: float, standing: Standing, params: Params) -> float:
    """Take off what being unready for that very load costs. [log kg]"""

    def cost(load: float) -> float:
        return float(losses(standing, load, None, params).readiness)

    high = fresh
    low = high - cost(high)  # less load costs less, so this is light enough
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if high - low < _NEAR:
            break
        low, high = (middle, high) if middle + cost(middle) <= fresh else (low, middle)
    return low


def _fits(standing: Standing, planned: PlannedSet, p: float, held: float, params: Params) -> bool:
    """Tell whether a set keeps to a risk and a ceiling; one that moves nothing cannot."""
    load = standing.log_load(planned)
    chance = forecast_set(standing, planned, params).p_beyond
    if load is None or chance is None:
        return False
    return chance <= p and demand(load, float(planned.reps), standing.belief.curve, params) <= held
