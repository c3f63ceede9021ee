"""
One planned set weighed: forecast, the ceiling that pain holds, and the level of both.

Everything that judges or advises asks here, so that no two answers can differ.

Reason to change: what decides the level of a set.
"""

from __future__ import annotations

import math
from datetime import datetime

import attrs

from liftguard.judge.pain import Ceiling, ceiling_of
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level, level_of
from liftguard.model.capacity import capacity
from liftguard.model.curve import demand
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.known import Known, known, log_moved
from liftguard.model.params import Params
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSet

__all__ = ["Assessment", "assess", "held_to"]


@attrs.frozen(kw_only=True)
class Assessment:
    """
    How a planned set stands.

    Parameters
    ----------
    planned : PlannedSet
        The set.
    at : datetime
        When it would be done.
    known : Known
        What is known of its lift then.
    forecast : Forecast
        How it will go.
    ceiling : Ceiling or None
        What pain holds over the lift.
    level : Level
        The worse of the two.

    Examples
    --------
    >>> import liftguard as lg
    >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> found = assess(lg.Guard().start(), squat, datetime(2026, 1, 5), Policy(), Params())
    >>> found.level, found.ceiling
    (<Level.UNKNOWN: 1>, None)
    """

    planned: PlannedSet
    at: datetime
    known: Known
    forecast: Forecast
    ceiling: Ceiling | None
    level: Level


def assess(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    policy: Policy,
    params: Params,
    rest_s: float | None = None,
) -> Assessment:
    """
    Weigh one planned set.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    planned : PlannedSet
        The set.
    at : datetime
        When; not before the state's last entry.
    policy : Policy
        The thresholds.
    params : Params
        Of the model.
    rest_s : float, optional
        Rest before it; None takes it from the clock. [s]

    Returns
    -------
    Assessment
        With its level.

    Examples
    --------
    >>> import liftguard as lg
    >>> spasm = lg.Pain(at=datetime(2026, 1, 5), region="low_back", severity=7, kind="spasm")
    >>> state = lg.Guard().learn(lg.Guard().start(), spasm)
    >>> pull = PlannedSet(lift="deadlift", load_kg=100, reps=5)
    >>> assess(state, pull, datetime(2026, 1, 6), Policy(), Params()).level
    <Level.CAUTION: 2>
    """
    now = moment(at)
    here = known(state, planned.lift, now, params, rest_s)
    forecast = forecast_set(here, planned, params)
    ceiling = ceiling_of(state.diary.pains, planned.lift, now, policy)
    level = level_of(forecast, policy)
    if ceiling is not None and _over(ceiling, here, planned, params):
        # of a lift without sets no load is known to be little, nor to be much
        acute = ceiling.acute and here.sets > 0
        level = max(level, Level.BEYOND if acute else Level.CAUTION)
    return Assessment(
        planned=planned, at=at, known=here, forecast=forecast, ceiling=ceiling, level=level
    )


def held_to(ceiling: Ceiling, here: Known) -> float:
    """
    Give the demand that a ceiling allows.

    Parameters
    ----------
    ceiling : Ceiling
        That pain holds.
    here : Known
        What is known of the lift.

    Returns
    -------
    float
        Its share of fresh capacity; -inf where no set of the lift tells of it: then no load
        is known to be little enough. [log kg]

    Examples
    --------
    >>> import liftguard as lg
    >>> from liftguard.model.capacity import begin
    >>> ache = lg.Pain(at=datetime(2026, 1, 5), region="low_back", severity=5)
    >>> half = Ceiling(pain=ache, share=0.5, days=0.0, acute=True)
    >>> round(math.exp(held_to(half, Known(begin(5.0, 0.1, Params()), sets=9)) - 5.0), 6)
    0.5
    """
    if not here.sets:
        return -math.inf
    return float(capacity(here.belief)[0]) + math.log(ceiling.share)


def _over(ceiling: Ceiling, here: Known, planned: PlannedSet, params: Params) -> bool:
    """Tell whether a set asks for more than the ceiling; one that cannot be known does."""
    load = log_moved(planned.lift, planned.load_kg, planned.assist_kg, here)
    if load is None:
        return True
    return bool(
        demand(load, float(planned.reps), here.belief.curve, params) > held_to(ceiling, here)
    )
