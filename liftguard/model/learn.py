"""
How each entry changes what is known of an athlete, and how a planned set would.

Reason to change: a new kind of entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

import attrs

from liftguard.errors import InvalidValue
from liftguard.lifts import lift_of, regions_of
from liftguard.model.capacity import fading_at
from liftguard.model.diary import note
from liftguard.model.monotony import with_easing, with_set
from liftguard.model.params import Params
from liftguard.model.remember import days_into, remembering
from liftguard.model.row import row_of
from liftguard.model.session import begins_at, loosened
from liftguard.model.standing import (
    Standing,
    arrive,
    begin_or,
    body_at,
    told_at,
)
from liftguard.model.state import AthleteState, Body, LiftState, check_order, moment, seconds_into
from liftguard.model.step import step, step_as_planned
from liftguard.records import Bodyweight, Entry, LoggedSet, Mobility, PlannedSet

__all__ = ["Reveal", "as_done", "eased", "eases", "expect", "fold", "learn"]

Reveal = Callable[[LoggedSet, Standing], None]
"""Called for each set before it is learned, with the set and how its lift stood."""


def fold(
    state: AthleteState, entries: Iterable[Entry], params: Params, reveal: Reveal | None = None
) -> AthleteState:
    """Learn entries one after the other, in order of time."""
    for entry in entries:
        state = learn(state, entry, params, reveal)
    return state


def learn(
    state: AthleteState, entry: Entry, params: Params, reveal: Reveal | None = None
) -> AthleteState:
    """Learn one entry; WrongOrder where it is older than what is known already."""
    at = moment(entry.at)
    if at is not state.at:
        check_order(state.at, at)
    ids_now = state.ids_now if at == state.at else ()
    if isinstance(entry, LoggedSet):
        return _learn_set(state, entry, at, ids_now, params, reveal)
    if isinstance(entry, Bodyweight):
        return attrs.evolve(state, at=at, ids_now=ids_now, bodyweight_kg=entry.kg)
    body, monotony = state.body, state.monotony
    if isinstance(entry, Mobility) and eases(entry, next(reversed(state.lifts), None)):
        body = eased(body, seconds_into(state, at), entry.minutes, params)
        monotony = with_easing(monotony, body.session.clock_s)
    diary = note(state.diary, entry, params)
    return attrs.evolve(state, at=at, ids_now=ids_now, body=body, diary=diary, monotony=monotony)


def eases(entry: Mobility, last: str | None) -> bool:
    """Tell whether easy movement was of what the last lift has loaded, or of the whole body."""
    if last is None:
        return False  # nothing to ease before the first set
    if not entry.regions:
        return True
    moved = {region for area in entry.regions for region in regions_of(area)}
    return lift_of(last).loads_any(moved)


def eased(body: Body, at_s: float, minutes: float, params: Params) -> Body:
    """Bring a body to easy movement, and loosen it; a moment before its clock is that of it."""
    body = body_at(body, max(at_s, body.session.clock_s), params)
    return body._replace(session=loosened(body.session, minutes, params))


def _learn_set(
    state: AthleteState,
    entry: LoggedSet,
    at: datetime,
    ids_now: tuple[str, ...],
    params: Params,
    reveal: Reveal | None,
) -> AthleteState:
    """Learn one set and note it as done."""
    if entry.id is not None:
        ids_now = _with_id(ids_now, entry.id)
    row = row_of(entry, seconds_into(state, at), state.bodyweight_kg)
    now_s = begins_at(state.body.session, row.at_s, row.rest_s, row.exact, params)
    one, body = begin_or(state, entry.lift, now_s, at, params), state.body
    if state.since is None and state.profile is not None and state.profile.birth_year is not None:
        body = body._replace(fading=fading_at(at.year - state.profile.birth_year, params))
    standing = arrive(body, one, row.traits, now_s, params)
    if reveal is not None:  # learning does not depend on who looks on
        told = told_at(state, entry.lift, at, entry.at_known_to, params)
        reveal(entry, standing._replace(told=told))
    lifts: Mapping[str, LiftState] = state.lifts
    monotony = state.monotony
    if entry.reps or entry.missed:
        monotony = with_set(monotony, standing.session, row, params)
        body, one = step(standing, row, params)
        day = days_into(state, entry.at)
        one = remembering(one, standing, entry, row, day, params)
        lifts = _with_last(state.lifts, entry.lift, one)
    return AthleteState(
        made_by=state.made_by,
        body=body,
        profile=state.profile,
        since=at if state.since is None else state.since,
        at=at,
        bodyweight_kg=state.bodyweight_kg,
        ids_now=ids_now,
        diary=state.diary,
        monotony=monotony,
        lifts=lifts,
    )


def _with_last(lifts: Mapping[str, LiftState], key: str, one: LiftState) -> dict[str, LiftState]:
    """Put a lift last: it was worked last."""
    after = dict(lifts)
    after.pop(key, None)
    after[key] = one
    return after


def _with_id(ids_now: tuple[str, ...], new: str) -> tuple[str, ...]:
    """Add an id; refuse one that was learned at the same moment."""
    if new in ids_now:
        raise InvalidValue(
            where="LoggedSet.id",
            got=new,
            wanted="an id that was not learned at this moment",
            hint="The set is known: leave it out; after an edit replay the history.",
        )
    return (*ids_now, new)


def as_done(planned: PlannedSet, at: datetime, rest_s: float | None = None) -> LoggedSet:
    """Give the set that a plan becomes where all of it goes up, with the same effort."""
    return LoggedSet(
        lift=planned.lift,
        at=at,
        load_kg=planned.load_kg,
        reps=planned.reps,
        rpe=planned.rpe,
        to_failure=planned.to_failure,
        planned_reps=planned.reps,
        assist_kg=planned.assist_kg,
        rest_s=rest_s,
    )


def expect(
    state: AthleteState, planned: PlannedSet, at: datetime, standing: Standing, params: Params
) -> AthleteState:
    """Walk a planned set forward from how its lift stands, as if it went as planned."""
    now, since = moment(at), state.since
    row = row_of(as_done(planned, at), seconds_into(state, now), state.bodyweight_kg)
    after, kept = step_as_planned(standing, row, params)
    lifts = {key: one for key, one in state.lifts.items() if key != planned.lift}
    return attrs.evolve(
        state,
        body=after,
        since=now if since is None else since,
        at=now,
        ids_now=state.ids_now if now == state.at else (),
        monotony=with_set(state.monotony, standing.session, row, params),
        lifts=lifts | {planned.lift: kept},
    )
