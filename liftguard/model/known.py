"""
What is known of a lift at one moment, before the set that is asked about.

Reason to change: what of a state matters for a set.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import NamedTuple

from liftguard.lifts import lift_of
from liftguard.model.burden import RESTED, Condition
from liftguard.model.capacity import Belief, advance, begin
from liftguard.model.diary import NO_ENTRIES, NOTHING_NOTED, noted
from liftguard.model.fatigue import overlap, recover, tiredness
from liftguard.model.gain import usual_gain
from liftguard.model.params import Params
from liftguard.model.prior import guess
from liftguard.model.session import Session, go_on, pass_to, pause_before_set, prepared
from liftguard.model.state import AthleteState, LiftState
from liftguard.units import SECONDS_PER_DAY

__all__ = ["Known", "carried_kg", "known", "known_then", "log_moved", "tired_regions"]

_RESTED_DAYS = 6.0  # five slow time constants: what is left by then is nothing


class Known(NamedTuple):
    """
    What is known of a lift at one moment, before the set that is asked about.

    `sets` is how many the belief rests on, `days_since` the time since the last one,
    `bodyweight_kg` the latest weighing, and `condition` what today takes away.
    """

    belief: Belief
    sets: int = 0
    days_since: float | None = None
    bodyweight_kg: float | None = None
    condition: Condition = RESTED


def carried_kg(lift: str, assist_kg: float, bodyweight_kg: float | None) -> float | None:
    """
    Give what moves besides the load on the bar: a share of bodyweight, less assistance.

    Parameters
    ----------
    lift : str
        Key of the lift, for its share of bodyweight.
    assist_kg : float
        Taken off by a machine or band. [kg]
    bodyweight_kg : float or None
        Latest weighing. [kg]

    Returns
    -------
    float or None
        None where bodyweight matters and is not known. [kg]

    Examples
    --------
    >>> carried_kg("deadlift", 0.0, None)
    0.0
    >>> carried_kg("pull_up", 0.0, None) is None
    True
    """
    share = lift_of(lift).bodyweight_share
    if share == 0.0:
        return 0.0 - assist_kg
    return None if bodyweight_kg is None else share * bodyweight_kg - assist_kg


def log_moved(lift: str, load_kg: float, assist_kg: float, known: Known) -> float | None:
    """
    Give the logarithm of what is really moved.

    Parameters
    ----------
    lift : str
        Key of the lift.
    load_kg, assist_kg : float
        On the bar, and taken off. [kg]
    known : Known
        For the bodyweight.

    Returns
    -------
    float or None
        None where it cannot be known or nothing is moved. [log kg]

    Examples
    --------
    >>> from liftguard.model.capacity import begin
    >>> round(math.exp(log_moved("deadlift", 100.0, 0.0, Known(begin(5.0, 0.2, Params())))), 9)
    100.0
    """
    carried = carried_kg(lift, assist_kg, known.bodyweight_kg)
    if carried is None or load_kg + carried <= 0.0:
        return None
    return math.log(load_kg + carried)


def known(
    state: AthleteState,
    lift: str,
    at: datetime,
    params: Params,
    rest_s: float | None = None,
) -> Known:
    """
    Tell what is known of a lift at a moment.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    lift : str
        Key of the lift.
    at : datetime
        As `moment` gives it, and checked by `check_order`.
    params : Params
        Of the model.
    rest_s : float, optional
        Rest before the set. None takes it from the clock, and after a set of which only the
        session is known at least the typical one. [s]

    Returns
    -------
    Known
        The belief advanced to that moment, or the guess before any set.

    """
    session = state.session
    pause = pause_before_set(session, at, rest_s, session.known_to, params)
    return known_then(state, lift, at, go_on(session, pause, params), "set", params)


def known_then(
    state: AthleteState, lift: str, at: datetime, now: Session, known_to: str, params: Params
) -> Known:
    """
    Tell the same where the session has been brought up to the moment.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    lift : str
        Key of the lift.
    at : datetime
        In the form of `moment`.
    now : Session
        As `go_on` gives it.
    known_to : {"set", "session", "day"}
        How exactly `at` is known.
    params : Params
        Of the model.

    Returns
    -------
    Known
        As `known` does.
    """
    one = state.lifts.get(lift)
    weight = state.bodyweight_kg
    condition = _condition(state, lift, one, at, now, known_to, params)
    if one is None:
        others = ((name, other.belief) for name, other in state.lifts.items())
        mean, sd = guess(lift, others, state.profile, weight, at, params)
        return Known(begin(mean, sd, params), 0, None, weight, condition)
    last, belief = one.at, one.belief
    days = (at - last).total_seconds() / SECONDS_PER_DAY
    if days > 0.0:
        age_days = (last - (state.since or last)).total_seconds() / SECONDS_PER_DAY
        belief = advance(belief, days, age_days, params)
    return Known(belief, one.sets, days, weight, condition)


def _condition(
    state: AthleteState,
    lift: str,
    one: LiftState | None,
    at: datetime,
    now: Session,
    known_to: str,
    params: Params,
) -> Condition:
    """Tell what the work of the last days takes from a lift, and how ready it finds it."""
    clock, diary = now.clock, state.diary
    said = NOTHING_NOTED if diary is NO_ENTRIES else noted(diary, at, known_to, params)
    if clock is None:
        return Condition(noted=said)
    tired, gain = _tired(state, lift, now, params), state.gain or usual_gain(params)
    speeds = one.speeds if one is not None else ()
    # within a session whose times are known, a long pause is seen to cool
    cold = 1.0 - now.warmth if now.in_a_row and now.known_to == "set" else None
    if one is None or one.ramp is None or not one.ramp.logged:
        return Condition(tired, gain, cold, None, said, speeds)
    days = (clock - one.tired_at).total_seconds() / SECONDS_PER_DAY
    step_from = prepared(one.ramp, days, params)
    return Condition(tired, gain, 1.0 - now.warmth, step_from, said, speeds)


def _tired(state: AthleteState, lift: str, now: Session, params: Params) -> float:
    """Add up what this lift's work has taken, and in part what that of others has."""
    clock = now.clock
    if clock is None:
        return 0.0
    total, shared = 0.0, params.shared
    for name in reversed(state.lifts):  # the last worked first
        other = state.lifts[name]
        days = (clock - other.tired_at).total_seconds() / SECONDS_PER_DAY
        if days > _RESTED_DAYS:
            break
        share = 1.0 if name == lift else shared * overlap(name, lift)
        if share:
            total += share * tiredness(recover(other.tired, days, params), params)
    if now.exposure and lift_of(lift).pattern == now.pattern:
        total += params.monotony_gain * now.exposure
    return total


def tired_regions(state: AthleteState, at: datetime, params: Params) -> dict[str, float]:
    """
    Tell how tired each region of the body is.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    at : datetime
        As `moment` gives it, and checked by `check_order`.
    params : Params
        Of the model.

    Returns
    -------
    dict of str to float
        By region, the most tired first: what a lift that loads it fully would lose. [log]

    Examples
    --------
    >>> tired_regions(AthleteState(made_by=""), datetime(2026, 1, 5), Params())
    {}
    """
    now = pass_to(state.session, at, params)
    strength = (state.gain or usual_gain(params)).mean
    regions: dict[str, float] = {}
    for name, other in state.lifts.items():
        if now.clock is None:
            break
        days = (now.clock - other.tired_at).total_seconds() / SECONDS_PER_DAY
        lost = strength * tiredness(recover(other.tired, max(days, 0.0), params), params)
        for region, load in lift_of(name).region_loads:
            regions[region] = regions.get(region, 0.0) + load * lost
    return dict(sorted(regions.items(), key=lambda pair: -pair[1]))
