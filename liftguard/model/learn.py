"""
How each entry changes what is known of an athlete.

Reason to change: a new kind of entry, or a new thing that an entry tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from types import MappingProxyType

import attrs

from liftguard.errors import InvalidValue
from liftguard.lifts import lift_of, regions_of
from liftguard.model.bests import with_best
from liftguard.model.curve import demand
from liftguard.model.diary import note
from liftguard.model.fatigue import FRESH, effort, recover, tire
from liftguard.model.gain import learn_gain
from liftguard.model.known import Known, known, known_then, log_moved
from liftguard.model.pace import with_speed
from liftguard.model.params import Params
from liftguard.model.reading import gap_of, is_rated, read_set
from liftguard.model.session import Session, go_on, loosen, pass_to, pause_before_set, ramp_on, work
from liftguard.model.state import AthleteState, Lifts, LiftState, check_order, moment
from liftguard.records import Bodyweight, Entry, LoggedSet, Mobility, PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = ["as_done", "expect", "fold", "prepare"]


def fold(
    state: AthleteState,
    entries: Iterable[Entry],
    params: Params,
    reveal: Callable[[LoggedSet, Known], None] | None = None,
) -> AthleteState:
    """
    Learn entries one after the other.

    Parameters
    ----------
    state : AthleteState
        Before them; it does not change.
    entries : iterable of Entry
        In order of time.
    params : Params
        Of the model.
    reveal : callable, optional
        Called for each set before it is learned, with the set and what was known.

    Returns
    -------
    AthleteState
        After them.

    Raises
    ------
    WrongOrder
        When an entry is older than what is already known.
    InvalidValue
        When an id is repeated, or wall clock meets instants.
    """
    # A copy that nobody else holds yet is written through its dict: the same as building it
    # at the end, at half the time.
    after = object.__new__(AthleteState)
    written, lifts = after.__dict__, state.lifts.copy()
    written.update(state.__dict__, lifts=MappingProxyType(lifts))
    for entry in entries:
        at = moment(entry.at)
        if at is not after.at:
            check_order(after.at, at)
            if at != after.at:
                written.update(ids_now=(), at=at)
        if isinstance(entry, LoggedSet):
            _learn_set(after, lifts, entry, at, params, reveal)
        elif isinstance(entry, Bodyweight):
            written["bodyweight_kg"] = entry.kg
        else:
            written["diary"] = note(after.diary, entry, params)
            if isinstance(entry, Mobility) and _eases(entry, lifts):
                written["session"] = loosen(after.session, at, entry.minutes, params)
    return after


def _eases(entry: Mobility, lifts: Lifts) -> bool:
    """Tell whether easy movement was of what the last lift has loaded, or of the whole body."""
    if not entry.regions or not lifts:
        return True
    moved = {region for area in entry.regions for region in regions_of(area)}
    return lift_of(next(reversed(lifts))).loads_any(moved)


def _learn_set(
    after: AthleteState,
    lifts: Lifts,
    entry: LoggedSet,
    at: datetime,
    params: Params,
    reveal: Callable[[LoggedSet, Known], None] | None,
) -> None:
    """Learn one set and note it as done."""
    written = after.__dict__
    if entry.id is not None:
        if entry.id in after.ids_now:
            raise InvalidValue(
                where="LoggedSet.id", got=entry.id, wanted="an id that was not learned before"
            )
        written["ids_now"] += (entry.id,)
    if after.since is None:
        written["since"] = at
    pause = pause_before_set(after.session, at, entry.rest_s, entry.at_known_to, params)
    now = go_on(after.session, pause, params)
    before = known_then(after, entry.lift, at, now, entry.at_known_to, params)
    if reveal is not None:
        reveal(entry, before)
    if entry.reps or entry.missed:
        now = work(now, entry, lift_of(entry.lift).pattern, at, params)
        written["session"] = now
        one = lifts.pop(entry.lift, None)  # so that the lift worked last stands last
        lifts[entry.lift] = _worked(after, one, entry, at, before, now, params)


def _worked(
    after: AthleteState,
    one: LiftState | None,
    entry: LoggedSet,
    at: datetime,
    before: Known,
    now: Session,
    params: Params,
) -> LiftState:
    """Give what is kept of a lift after a set of it."""
    clock = now.clock or at
    load = log_moved(entry.lift, entry.load_kg, entry.assist_kg, before)
    if one is None:
        one = LiftState(at, 0, before.belief, (), None, FRESH, clock, None, ())
    _, sets, _, bests, doubted, tired, tired_at, ramp, speeds = one
    belief, (taken, gain, *_) = before.belief, before.condition
    gap = gap_of(belief, sets, entry, load, gain.mean * taken, params)
    days = (clock - tired_at).total_seconds() / SECONDS_PER_DAY
    if days > 0.0:
        tired = recover(tired, days, params)
    tired = tire(tired, effort(gap, params), params)
    if load is not None:
        doubt = gain.variance * taken * taken
        # a set done tired shows what a heavier one would have shown fresh
        fresh = load + gain.mean * taken
        belief, doubted = read_set(belief, sets, doubted, entry, fresh, params, doubt)
        if taken and sets and is_rated(entry):
            after.__dict__["gain"] = learn_gain(gain, taken, before.belief, belief)
        if entry.reps:
            reached = demand(load, float(entry.reps), belief.curve, params)
            bests = with_best(bests, (at - (after.since or at)).days, reached)
        ramp = ramp_on(ramp, load, params, new=days > params.session_days)
        if entry.mean_velocity_m_s is not None:
            speeds = with_speed(speeds, load, entry.mean_velocity_m_s)
        sets += entry.kind != "warmup" or entry.missed
    return LiftState(at, sets, belief, bests, doubted, tired, clock, ramp, speeds)


def as_done(planned: PlannedSet, at: datetime, rest_s: float | None = None) -> LoggedSet:
    """
    Give the set that a plan becomes where all of it goes up.

    Parameters
    ----------
    planned : PlannedSet
        The plan.
    at : datetime
        When.
    rest_s : float, optional
        Rest before it. [s]

    Returns
    -------
    LoggedSet
        With the same load, repetitions and effort.

    Examples
    --------
    >>> as_done(PlannedSet(lift="squat", load_kg=100, reps=5), datetime(2026, 1, 5)).reps
    5
    """
    return LoggedSet(
        lift=planned.lift,
        at=at,
        load_kg=planned.load_kg,
        reps=planned.reps,
        rpe=planned.rpe,
        to_failure=planned.to_failure,
        assist_kg=planned.assist_kg,
        rest_s=rest_s,
    )


def expect(
    state: AthleteState, planned: PlannedSet, at: datetime, rest_s: float | None, params: Params
) -> AthleteState:
    """
    Walk a planned set forward, as if it went as planned.

    Parameters
    ----------
    state : AthleteState
        Before it.
    planned : PlannedSet
        The set.
    at : datetime
        When.
    rest_s : float or None
        Rest before it; None takes it from the clock. [s]
    params : Params
        Of the model.

    Returns
    -------
    AthleteState
        After it: it tires, warms and keeps the lift trained, but a set that was not done is
        no evidence of what could be done.

    Examples
    --------
    >>> before = AthleteState(made_by="")
    >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> after = expect(before, squat, datetime(2026, 1, 5), None, Params())
    >>> after.lifts["squat"].sets, after.lifts["squat"].tired.middle > 0.0
    (0, True)
    """
    done = as_done(planned, at, rest_s)
    before = state.lifts.get(planned.lift)
    after = fold(state, (done,), params)
    one = after.lifts[planned.lift]
    believed = known(state, planned.lift, moment(at), params, rest_s).belief
    kept = one._replace(
        belief=believed._replace(idle=min(believed.idle, one.belief.idle)),
        sets=0 if before is None else before.sets,
        bests=() if before is None else before.bests,
        doubted=None if before is None else before.doubted,
    )
    lifts = dict(after.lifts) | {planned.lift: kept}
    return attrs.evolve(after, lifts=lifts, gain=state.gain)


def prepare(state: AthleteState, planned: PlannedSet, at: datetime, params: Params) -> AthleteState:
    """
    Take the ramp to a planned set as done, for athletes who write theirs down.

    Parameters
    ----------
    state : AthleteState
        Before it.
    planned : PlannedSet
        The set.
    at : datetime
        When.
    params : Params
        Of the model.

    Returns
    -------
    AthleteState
        Warm, and prepared for the load; what a ramp tires is too little to count.

    Examples
    --------
    >>> new = AthleteState(made_by="")
    >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> prepare(new, squat, datetime(2026, 1, 5), Params()) is new  # nobody knows of ramps
    True
    """
    one = state.lifts.get(planned.lift)
    here = known(state, planned.lift, moment(at), params)
    load = log_moved(planned.lift, planned.load_kg, planned.assist_kg, here)
    if one is None or one.ramp is None or not one.ramp.logged or load is None:
        return state
    now = pass_to(state.session, moment(at), params)
    clock = now.clock or one.tired_at
    days = max((clock - one.tired_at).total_seconds() / SECONDS_PER_DAY, 0.0)
    ramp = one.ramp
    if days > params.session_days:
        ramp = ramp_on(ramp, ramp.usual, params, new=True)
    ready = one._replace(
        tired=recover(one.tired, days, params),
        tired_at=clock,
        ramp=ramp._replace(top=max(ramp.top, load)),
    )
    lifts = dict(state.lifts) | {planned.lift: ready}
    return attrs.evolve(state, lifts=lifts, session=now._replace(warmth=1.0))
