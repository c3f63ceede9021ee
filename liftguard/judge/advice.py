"""
What to do instead: loads that can be put on a bar, and the smallest change that clears.

Reason to change: a new kind of advice.
"""

from __future__ import annotations

import math
from datetime import datetime

from attrs import evolve

from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level, Step, level_of
from liftguard.model.forecast import forecast_set, heaviest
from liftguard.model.params import Params
from liftguard.model.special import exp
from liftguard.model.state import Known, carried_kg
from liftguard.records import PlannedSet, Plates

__all__ = ["clear_steps", "heaviest_loadable", "loadable"]

_STEP_KG = 2.5
"""Where no plates are named: a pair of the smallest usual ones. [kg]"""


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
        Never above the limit; 0.0 where even the bar is too heavy. [kg]

    Examples
    --------
    >>> loadable(37.0, None)
    35.0
    """
    if plates is not None:
        return plates.heaviest_up_to(kg)
    return math.floor(kg / _STEP_KG) * _STEP_KG if math.isfinite(kg) else kg


def heaviest_loadable(
    known: Known, planned: PlannedSet, p: float, plates: Plates | None, params: Params
) -> float | None:
    """
    Find the heaviest load for a planned set at a given risk.

    Parameters
    ----------
    known : Known
        What is known of the lift.
    planned : PlannedSet
        Its lift, repetitions and assistance count, its load does not.
    p : float
        Probability of failing that is accepted. [1]
    plates : Plates or None
        Bar and plates at hand.
    params : Params
        Of the model.

    Returns
    -------
    float or None
        On the bar. None where the moved load cannot be known, or where the body alone is
        too much. [kg]

    Examples
    --------
    >>> from liftguard.model.capacity import begin
    >>> single = PlannedSet(lift="deadlift", load_kg=0, reps=1)
    >>> plain = Params(choice_sd=1000)
    >>> heaviest_loadable(Known(begin(5.0, 0.2, plain)), single, 0.5, None, plain)
    147.5
    """
    carried = carried_kg(planned.lift, planned.assist_kg, known.bodyweight_kg)
    if carried is None:
        return None
    room = exp(heaviest(known.belief, planned.reps, p, params)) - carried
    return loadable(room, plates) if room >= 0.0 else None


def clear_steps(
    known: Known,
    planned: PlannedSet,
    at: datetime,
    plates: Plates | None,
    policy: Policy,
    params: Params,
) -> tuple[Step, ...]:
    """
    Find the smallest changes that clear a flagged set.

    Parameters
    ----------
    known : Known
        What is known of the lift.
    planned : PlannedSet
        The flagged set.
    at : datetime
        When it would be done.
    plates : Plates or None
        Bar and plates at hand.
    policy : Policy
        For what counts as clear.
    params : Params
        Of the model.

    Returns
    -------
    tuple of Step
        Each judged by its own forecast; only those that are CLEAR.

    Examples
    --------
    >>> from liftguard.model.capacity import begin
    >>> known = Known(begin(5.0, 0.1, Params()), sets=9, days_since=3.0)
    >>> heavy = PlannedSet(lift="deadlift", load_kg=150, reps=2)
    >>> steps = clear_steps(known, heavy, datetime(2026, 1, 5), None, Policy(), Params())
    >>> [(step.code, step.planned.load_kg, step.planned.reps) for step in steps]
    [('lower_load', 122.5, 2)]
    """
    changes: list[tuple[str, list[PlannedSet]]] = [
        ("fewer_reps", [evolve(planned, reps=n) for n in range(min(planned.reps, 31) - 1, 0, -1)])
    ]
    kg = heaviest_loadable(known, planned, policy.just_clear, plates, params)
    if kg is not None and 0.0 < kg < planned.load_kg:
        changes.insert(0, ("lower_load", [evolve(planned, load_kg=kg)]))
    steps = []
    for code, plans in changes:
        for plan in plans:  # from the smallest change on
            forecast = forecast_set(known, plan, params)
            if forecast.p_beyond is not None and level_of(forecast, policy) == Level.CLEAR:
                steps.append(
                    Step(
                        code=code,
                        planned=plan,
                        at=at,
                        level=Level.CLEAR,
                        p_beyond=forecast.p_beyond,
                    )
                )
                break
    return tuple(steps)
