"""
Loads that can be put together, and the heaviest of them at a given risk.

Reason to change: how a load is rounded, or what may hold it down.
"""

from __future__ import annotations

import math
from datetime import datetime

from attrs import evolve

from liftguard.judge.assess import held_to
from liftguard.judge.pain import Ceiling, ceiling_of
from liftguard.judge.policy import Policy
from liftguard.model.burden import burden
from liftguard.model.curve import demand
from liftguard.model.forecast import forecast_set, heaviest
from liftguard.model.known import Known, carried_kg, known, log_moved
from liftguard.model.params import Params
from liftguard.model.special import exp
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSet, Plates

__all__ = ["heaviest_held", "heaviest_loadable", "loadable", "loadable_below", "loadable_from"]

_STEP_KG = 2.5
"""Where no plates are named: a pair of the smallest usual ones. [kg]"""

_HAIR_KG = 2e-6  # below a load, so that rounding to a milligram does not bring it back
_HALVINGS = 50  # of 5 %: to the last bit
_NEAR = 1e-8  # log: far below a gram
_TRIES = 50  # loads at the limit that a planned speed may rule out; then the surest is taken


def loadable(kg: float, plates: Plates | None) -> float:
    """
    Round a load down to one that can be put together.

    Parameters
    ----------
    kg : float
        The limit, 0 or more. [kg]
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.

    Returns
    -------
    float
        Above the limit by no more than a milligram, to which loads are kept; 0.0 where even
        the bar is too heavy. [kg]

    Examples
    --------
    >>> loadable(37.0, None), loadable(37.0, Plates(bar_kg=20, pairs_kg=(7.5, 5)))
    (35.0, 35.0)
    """
    if plates is not None:
        return plates.heaviest_up_to(kg)
    return math.floor(kg / _STEP_KG) * _STEP_KG if math.isfinite(kg) else kg


def loadable_below(kg: float, plates: Plates | None) -> float | None:
    """
    Give the next lighter load.

    Parameters
    ----------
    kg : float
        A load, 0 or more. [kg]
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.

    Returns
    -------
    float or None
        0.0 where even the bar is too heavy, None below that. [kg]

    Examples
    --------
    >>> loadable_below(37.5, None), loadable_below(20.0, Plates.kg()), loadable_below(0.0, None)
    (35.0, 0.0, None)
    """
    lighter = loadable(max(kg - _HAIR_KG, 0.0), plates)
    return lighter if lighter < kg else None


def loadable_from(kg: float, plates: Plates | None) -> float | None:
    """
    Round a load up to one that can be put together.

    Parameters
    ----------
    kg : float
        The least, 0 or more. [kg]
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.

    Returns
    -------
    float or None
        Below the least by no more than a milligram; None where the plates do not reach. [kg]

    Examples
    --------
    >>> loadable_from(36.0, None), loadable_from(36.0, Plates(bar_kg=20, pairs_kg=(7.5, 5)))
    (37.5, 45.0)
    """
    if plates is None:
        return math.ceil(kg / _STEP_KG) * _STEP_KG if math.isfinite(kg) else None
    # The lightest choice of plates that weighs enough leaves off the heaviest one that may go.
    both = 2.0 * (plates.bar_kg + math.fsum(plates.pairs_kg))
    left = plates.heaviest_up_to(both - kg)
    return None if both - kg < plates.bar_kg else loadable(round(both - left, 6), plates)


def heaviest_loadable(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    p: float,
    plates: Plates | None,
    policy: Policy,
    params: Params,
    rest_s: float | None = None,
) -> float | None:
    """
    Find the heaviest load for a planned set at a given risk, below what pain holds back.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    planned : PlannedSet
        Its load does not count; all else does.
    at : datetime
        When; not before the state's last entry.
    p : float
        Probability of failing that is accepted, above 0 and below 1. [1]
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.
    policy : Policy
        For the ceiling of pain.
    params : Params
        Of the model.
    rest_s : float, optional
        Rest before the set; None takes it from the clock. [s]

    Returns
    -------
    float or None
        On the bar; 0.0 where even the bar is too heavy. None where the moved load cannot be
        known, or where the body alone is too much. [kg]

    Notes
    -----
    Readiness falls with the step to the load itself, so the limit is searched; its forecast
    has the last word, so that a load is never above the limit. How wide the belief is does
    not matter here.

    Examples
    --------
    >>> import liftguard as lg
    >>> limit = [lg.LoggedSet(lift="squat", at=datetime(2026, 1, day), load_kg=140, reps=1, rpe=10)
    ...          for day in (1, 4, 8)]
    >>> state = lg.Guard().replay(lg.History(limit)).state
    >>> single = PlannedSet(lift="squat", load_kg=0, reps=1)
    >>> heaviest_loadable(state, single, datetime(2026, 1, 11), 0.5, None, Policy(), Params())
    140.0
    """
    now = moment(at)
    here = known(state, planned.lift, now, params, rest_s)
    ceiling = ceiling_of(state.diary.pains, planned.lift, now, policy)
    return heaviest_held(here, ceiling, planned, p, plates, params)


def heaviest_held(
    here: Known,
    ceiling: Ceiling | None,
    planned: PlannedSet,
    p: float,
    plates: Plates | None,
    params: Params,
) -> float | None:
    """
    Find the same where lift and pain have been looked at.

    Parameters
    ----------
    here : Known
        What is known of the lift.
    ceiling : Ceiling or None
        What pain holds over it.
    planned, p, plates, params
        As in `heaviest_loadable`.

    Returns
    -------
    float or None
        As `heaviest_loadable` does. [kg]

    Examples
    --------
    >>> from liftguard.model.capacity import begin
    >>> pull_up = PlannedSet(lift="pull_up", load_kg=0, reps=5)
    >>> unweighed = Known(begin(5.0, 0.2, Params()))
    >>> heaviest_held(unweighed, None, pull_up, 0.5, None, Params()) is None
    True
    """
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg)
    if carried is None:
        return None
    held = math.inf if ceiling is None else held_to(ceiling, here)

    def fits(kg: float) -> bool:
        return _fits(here, evolve(planned, load_kg=kg), p, held, params)

    most, surest = (one - carried for one in _limits(here, planned.reps, p, held, params))
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


def _limits(here: Known, reps: int, p: float, held: float, params: Params) -> tuple[float, float]:
    """Give the moved loads above which a set is too much, and below which no speed is. [kg]"""
    rested = burden(here.condition, -math.inf, None, params)._replace(readiness=0.0)
    fresh = heaviest(here.belief, reps, p, params, rested)
    most = min(
        _ready_for(fresh, here, params), held - demand(0.0, float(reps), here.belief.curve, params)
    )
    return exp(most), exp(min(most, fresh - params.readiness_most))


def _ready_for(fresh: float, here: Known, params: Params) -> float:
    """Take off what being unready for that very load costs. [log kg]"""

    def cost(load: float) -> float:
        return float(burden(here.condition, load, None, params).readiness)

    high = fresh
    low = high - cost(high)  # less load costs less, so this is light enough
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if high - low < _NEAR:
            break
        low, high = (middle, high) if middle + cost(middle) <= fresh else (low, middle)
    return low


def _fits(here: Known, planned: PlannedSet, p: float, held: float, params: Params) -> bool:
    """Tell whether a set keeps to a risk and a ceiling; one that moves nothing cannot."""
    load = log_moved(planned.lift, planned.load_kg, planned.assist_kg, here)
    chance = forecast_set(here, planned, params).p_beyond
    if load is None or chance is None:
        return False
    return chance <= p and demand(load, float(planned.reps), here.belief.curve, params) <= held
