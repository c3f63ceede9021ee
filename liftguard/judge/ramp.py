"""
The warm-up ramp: the sets that lead up to a planned one.

Reason to change: how a lift is worked up to.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from attrs import evolve

from liftguard.judge.assess import assess
from liftguard.judge.loads import loadable_below, loadable_from
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.model.capacity import capacity
from liftguard.model.known import Known, carried_kg, known
from liftguard.model.learn import expect
from liftguard.model.params import Params
from liftguard.model.session import pass_to, prepared
from liftguard.model.special import exp
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSet, Plates
from liftguard.units import SECONDS_PER_DAY, is_aware

__all__ = ["after_ramp", "later", "warm_up"]

# House rules: what lifters do.
_REPS = (1, 2, 3, 5, 8)  # from the heaviest set of a ramp down
_FROM = math.log(0.35)  # of the planned load: a ramp begins no lower
_LIGHT = math.log(0.5)  # of today's single: no ramp is needed up to there
_SHARE = 3  # of the repetitions, one in so many warm up where nothing lighter can be moved


def warm_up(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    plates: Plates | None,
    policy: Policy,
    params: Params,
) -> tuple[PlannedSet, ...]:
    """
    Lead up to a planned set.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    planned : PlannedSet
        The set to prepare for.
    at : datetime
        When the ramp begins; not before the state's last entry.
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.
    policy : Policy
        For what counts as clear.
    params : Params
        For the usual step from one set to the next.

    Returns
    -------
    tuple of PlannedSet
        At most five, from the lightest on, of fewer and fewer repetitions. Empty where none
        is needed: for a load below half of today's capacity, or within a usual step of what
        this session has already moved. Empty too where one of them would be flagged: no
        ramp leads to what is beyond.

    Notes
    -----
    Built from the top down, each as light as a usual step and the plates allow, so that the
    last one tires least, to about 40 % of the planned load or to what this session has done.
    What moves the body as well starts unloaded; where nothing is on the bar, a third of the
    repetitions warms up.

    Examples
    --------
    >>> pull = PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> new = AthleteState(made_by="")
    >>> usual = Params(usual_step=0.25)
    >>> ramp = warm_up(new, pull, datetime(2026, 1, 5), Plates.kg(), Policy(), usual)
    >>> [(one.load_kg, one.reps) for one in ramp]
    [(72.5, 5), (90.0, 3), (112.5, 2), (142.5, 1)]
    """
    here = known(state, planned.lift, moment(at), params)
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg)
    if carried is None or planned.load_kg + carried <= 0.0:
        return ()
    moved = math.log(planned.load_kg + carried)
    done = _done(state, planned.lift, moment(at), params)
    if _is_light(moved, here) or (done is not None and moved - done <= params.usual_step):
        return ()
    lowest = moved + _FROM if done is None else max(done, moved + _FROM)
    plain = evolve(planned, rpe=None, to_failure=False, mean_velocity_m_s=None)
    loads = _loads(planned.load_kg, carried, lowest, plates, params)
    ramp = [
        evolve(plain, load_kg=load, reps=reps) for load, reps in zip(loads, _REPS, strict=False)
    ]
    if not planned.load_kg and planned.reps >= _SHARE:
        ramp = [evolve(plain, reps=planned.reps // _SHARE)]
    ramp.reverse()
    return tuple(ramp) if _is_clear(state, ramp, at, policy, params) else ()


def after_ramp(
    state: AthleteState, ramp: Iterable[PlannedSet], at: datetime, params: Params
) -> tuple[AthleteState, datetime]:
    """
    Walk through a ramp, with typical rests.

    Parameters
    ----------
    state : AthleteState
        Before it.
    ramp : iterable of PlannedSet
        As `warm_up` gives it.
    at : datetime
        When it begins.
    params : Params
        For the typical rest.

    Returns
    -------
    tuple of AthleteState and datetime
        After it, and when the next set is due.

    Examples
    --------
    >>> new, at = AthleteState(made_by=""), datetime(2026, 1, 5, 18)
    >>> ramp = [PlannedSet(lift="deadlift", load_kg=load, reps=3) for load in (60, 90, 120)]
    >>> warm, due = after_ramp(new, ramp, at, Params(typical_rest_minutes=3.0))
    >>> due.minute, warm.lifts["deadlift"].sets  # three rests; nothing learned
    (9, 0)
    """
    rest_s = None
    for one in ramp:
        state = expect(state, one, at, rest_s, params)
        at, rest_s = later(at, params.typical_rest_minutes), 60.0 * params.typical_rest_minutes
    return state, at


def later(at: datetime, minutes: float) -> datetime:
    """
    Give a moment after another, by the time that really passes.

    Parameters
    ----------
    at : datetime
        The earlier one.
    minutes : float
        0 or more. [min]

    Returns
    -------
    datetime
        In the same zone, across a change of clocks too.

    Examples
    --------
    >>> later(datetime(2026, 1, 5, 18), 2.5).second
    30
    """
    passes = timedelta(minutes=minutes)
    if not is_aware(at):
        return at + passes
    return (at.astimezone(UTC) + passes).astimezone(at.tzinfo)


def _done(state: AthleteState, lift: str, now: datetime, params: Params) -> float | None:
    """Give the load that this session has led up to in a lift; a pause wears it off. [log kg]"""
    one = state.lifts.get(lift)
    if one is None or one.ramp is None:
        return None
    clock = pass_to(state.session, now, params).clock
    days = 0.0 if clock is None else (clock - one.tired_at).total_seconds() / SECONDS_PER_DAY
    if days > params.session_days:
        return None
    fresh = 1440.0 * days <= params.prepared_minutes
    return one.ramp.top if fresh else prepared(one.ramp, days, params)


def _is_light(moved: float, here: Known) -> bool:
    """Tell whether a load needs no ramp; where nothing is known of the lift, it may."""
    return bool(here.sets) and moved <= float(capacity(here.belief)[0]) + _LIGHT


def _loads(
    planned: float, carried: float, lowest: float, plates: Plates | None, params: Params
) -> list[float]:
    """List loads below a planned one, the heaviest first, down to the lowest. [log kg]"""
    loads: list[float] = []
    top = math.inf
    while len(loads) < len(_REPS) and top > lowest + params.usual_step:
        kg = _step_down(loads[-1] if loads else planned, carried, plates, params)
        if kg is None or math.log(kg + carried) <= lowest:
            break
        loads.append(kg)
        top = math.log(kg + carried)
    return loads


def _step_down(kg: float, carried: float, plates: Plates | None, params: Params) -> float | None:
    """Give the lightest load within a usual step, else the next lighter one. [kg]"""
    next_one = loadable_below(kg, plates)
    if next_one is None or next_one + carried <= 0.0:
        return None
    least = (kg + carried) * exp(-params.usual_step) - carried
    lightest = loadable_from(least, plates) if least > 0.0 or carried <= 0.0 else 0.0
    return next_one if lightest is None else min(lightest, next_one)


def _is_clear(
    state: AthleteState, ramp: Iterable[PlannedSet], at: datetime, policy: Policy, params: Params
) -> bool:
    """Tell whether no set of a ramp is flagged, one after the other."""
    for one in ramp:
        if assess(state, one, at, policy, params).level >= Level.CAUTION:
            return False
        state, at = after_ramp(state, [one], at, params)
    return True
