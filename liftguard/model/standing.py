"""
One lift at one moment: belief, rest, fatigue, readiness and ramp, made once and read by all.

This is the only clock: whatever fades with time is brought to the moment here, and nothing that
reads a `Standing` computes a rest of its own. `arrive` runs on floats and on arrays.

Reason to change: what of a state matters for a set.
"""

from __future__ import annotations

import math
from datetime import datetime
from statistics import median
from typing import NamedTuple

from liftguard.lifts import REGIONS
from liftguard.model.bar_speed import usual_speed
from liftguard.model.capacity import Belief, advance, begin, capacity
from liftguard.model.diary import NO_ENTRIES, NOTHING_NOTED, Noted, noted
from liftguard.model.experience import Calibration, forget
from liftguard.model.fatigability import Fatigability
from liftguard.model.fatigue import (
    Kept,
    Regions,
    Tired,
    Vector,
    felt,
    kept_after,
    lost,
    recover,
    recover_regions,
    tired_regions,
)
from liftguard.model.moved import carried_kg, log_moved
from liftguard.model.params import Params
from liftguard.model.prior import guess
from liftguard.model.readiness import quickness, step_up, unreadiness
from liftguard.model.reports import usual_left
from liftguard.model.session import Session, begins_at, goes_on, is_logged, pass_to, prepared
from liftguard.model.special import Number, alike, made, where
from liftguard.model.state import AthleteState, Body, LiftState, begin_lift, seconds_into
from liftguard.model.traits import Traits, traits_of
from liftguard.records import Pain, PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = [
    "NOTHING_TOLD",
    "NO_LOSSES",
    "Losses",
    "Standing",
    "Told",
    "arrive",
    "begin_or",
    "body_at",
    "losses",
    "own_fatigue",
    "region_fatigue",
    "stand",
    "told_at",
]


class Told(NamedTuple):
    """
    What else is known at a moment, beside sets.

    The latest weighing, what was noted, whether the usual ramp is done just before, whether
    there is no set of the lift yet, the pains that are kept and, where there are some, all lifts as
    of their last sets, which tell what was done since, and what is usually said to be left of other
    lifts, where nothing was said of this one [reps]. Where nothing is said of the ramp, None, it is
    taken as done before the first set of the lift in a session, by athletes who write theirs down.
    """

    bodyweight_kg: float | None = None
    noted: Noted = NOTHING_NOTED
    ramped: bool | None = None
    is_new: bool = False
    pains: tuple[Pain, ...] = ()
    lifts: tuple[tuple[str, LiftState], ...] = ()
    left_of_others: float | None = None


NOTHING_TOLD = Told()
"""What learning a set reads of it."""


class Standing(NamedTuple):
    """
    What is known of a lift at one moment, before the set that is asked about.

    `session` and `one` are those of the state as of then; `regions` are as of the last set, and
    `kept` is what the rest has left of them. `rest_s` is the time since the last set of
    anything, `days` since the last one of the lift, 0 before any. `stores` is what the lift
    feels of each store, `tired` what fatigue of usual strength takes, one pattern over and over
    included. [log kg]
    """

    traits: Traits
    session: Session
    regions: Regions
    kept: Kept
    fatigability: Fatigability
    calibration: Calibration
    fading: Number
    one: LiftState
    rest_s: Number
    days: Number
    stores: Tired
    tired: Number
    told: Told

    @property
    def belief(self) -> Belief:
        """About fresh capacity, as of the moment."""
        return self.one.belief

    @property
    def days_since(self) -> float | None:
        """Since the last set of the lift; None before any. [days]"""
        return None if self.told.is_new else self.days

    @property
    def sets(self) -> int:
        """How many the belief rests on."""
        return int(self.one.sets)

    @property
    def in_session(self) -> bool:
        """Whether a session is going on: a set of anything was done within it."""
        return bool(goes_on(self.session))

    @property
    def capacity(self) -> tuple[Number, Number]:
        """Today's capacity for one repetition, tired as it is: mean and variance. [log kg]"""
        mean, variance = capacity(self.one.belief)
        by, doubt = self.fatigability
        return mean - by * self.tired, variance + doubt * self.tired * self.tired

    @property
    def capacity_sd(self) -> float:
        """Width of that. [log]"""
        return math.sqrt(self.capacity[1])

    @property
    def bodyweight_kg(self) -> float | None:
        """The latest weighing."""
        return self.told.bodyweight_kg

    @property
    def noted(self) -> Noted:
        """What was noted beside sets."""
        return self.told.noted

    @property
    def pains(self) -> tuple[Pain, ...]:
        """What has hurt, as far as it is kept."""
        return self.told.pains

    def log_load(self, planned: PlannedSet) -> float | None:
        """Give what a planned set moves; None where that cannot be known. [log kg]"""
        return log_moved(planned.lift, planned.load_kg, planned.assist_kg, self.bodyweight_kg)

    def carried_kg(self, planned: PlannedSet) -> float | None:
        """Give what a planned set moves besides its load; None where that cannot be known. [kg]"""
        return carried_kg(planned.lift, planned.assist_kg, self.bodyweight_kg)

    def tired_regions(self, params: Params) -> Vector:
        """Give what each region has lost: what a lift that loads it fully would lose. [log]"""
        now = recover_regions(self.regions, self.kept)
        return tuple(self.fatigability.mean * one for one in tired_regions(now, params))

    def ramped(self, params: Params) -> Number:
        """Tell whether the usual ramp counts as done just before the set."""
        logged = is_logged(self.one.ramp)
        if self.told.ramped is not None:
            return logged & self.told.ramped
        return logged & (self.days > params.session_days)

    def cold(self, params: Params) -> float | None:
        """Give 1 less warmth, where a ramp would be recorded or a pause is seen to cool."""
        if self.ramped(params):
            return 0.0
        seen = self.session.in_a_row > 0.0 and self.session.exact > 0.0
        return float(1.0 - self.session.warmth) if seen or is_logged(self.one.ramp) else None

    def step_from(self, params: Params) -> float | None:
        """Give the load that was led up to, for who writes ramps down; inf after one. [log kg]"""
        if not is_logged(self.one.ramp):
            return None
        if self.ramped(params):
            return math.inf
        return float(prepared(self.one.ramp, self.days, params))


def body_at(body: Body, now_s: Number, params: Params) -> Body:
    """Bring the whole body to a moment by the session's clock."""
    session, regions, fatigability, calibration, fading = body
    days = (now_s - session.clock_s) / SECONDS_PER_DAY
    return Body(
        pass_to(session, now_s, params),
        recover_regions(regions, kept_after(days, params)),
        fatigability,
        calibration,
        fading,
    )


def arrive(
    body: Body,
    one: LiftState,
    traits: Traits,
    now_s: Number,
    params: Params,
    told: Told = NOTHING_TOLD,
) -> Standing:
    """Bring body and lift to the moment of a set by the session's clock; floats or arrays."""
    clock_s, sets, belief, doubted, tired, ramp, done, *beside = one
    before, regions, fatigability, calibration, fading = body
    rest_s, days = now_s - before.clock_s, (now_s - clock_s) / SECONDS_PER_DAY
    kept = own_kept = kept_after(rest_s / SECONDS_PER_DAY, params)
    if not alike(before.clock_s, clock_s):  # the last set was of another lift
        own_kept = kept_after(days, params)
    own = recover(tired, own_kept)
    session = pass_to(before, now_s, params)
    belief = advance(belief, days, clock_s / SECONDS_PER_DAY, params, fading)
    stores = felt(own, regions, kept, traits.weights, params.shared * traits.known)
    monotony = params.monotony_cost * session.exposure * (traits.pattern == session.pattern)
    return made(
        Standing,
        (
            traits,
            session,
            regions,
            kept,
            fatigability,
            calibration,
            fading,
            made(LiftState, (now_s, sets, belief, doubted, own, ramp, done, *beside)),
            rest_s,
            days,
            stores,
            lost(stores, params) + monotony,
            told,
        ),
    )


def begin_or(
    state: AthleteState, lift: str, now_s: float, at: datetime, params: Params
) -> LiftState:
    """Give what is kept of a lift, or what is guessed before its first set."""
    one = state.lifts.get(lift)
    if one is not None:
        return one
    others = ((name, other.belief) for name, other in state.lifts.items())
    mean, sd = guess(lift, others, state.profile, state.bodyweight_kg, at, params)
    return begin_lift(begin(mean, sd, params), now_s)


def stand(
    state: AthleteState,
    lift: str,
    at: datetime,
    params: Params,
    rest_s: float | None = None,
    *,
    ramped: bool | None = None,
) -> Standing:
    """
    Tell how a lift stands at a moment, as `moment` gives it and checked by `check_order`.

    Without `rest_s` the rest is that of the clock, and after a set of which only the session is
    known at least the typical one. `ramped` says whether the usual ramp is done just before; see
    `Told`.
    """
    session = state.body.session
    rest = math.nan if rest_s is None else rest_s
    now_s = begins_at(session, seconds_into(state, at), rest, session.exact, params)
    one = begin_or(state, lift, now_s, at, params)
    told = told_at(state, lift, at, "set", params)
    if ramped is not None:
        told = told._replace(ramped=ramped)
    # brought to the moment once, for all that will be asked about it
    body = state.body._replace(calibration=forget(state.body.calibration, now_s, params))
    return arrive(body, one, traits_of(lift), now_s, params, told)


def told_at(state: AthleteState, lift: str, at: datetime, known_to: str, params: Params) -> Told:
    """Tell what else is known at a moment, that is known to the set, the session or the day."""
    said = NOTHING_NOTED
    if state.diary is not NO_ENTRIES:
        said = noted(state.diary, at, known_to, params)
    one, pains = state.lifts.get(lift), state.diary.pains
    return Told(
        state.bodyweight_kg,
        said,
        is_new=one is None,
        pains=pains,
        lifts=tuple(state.lifts.items()) if pains else (),
        left_of_others=None if one is not None and one.reports.left else _left_of_all(state),
    )


def _left_of_all(state: AthleteState) -> float | None:
    """Give what is usually said to be left of a lift, in the middle of all lifts. [reps]"""
    said = [usual_left(one.reports) for one in state.lifts.values() if one.reports.left]
    return median([one for one in said if one is not None]) if said else None


def own_fatigue(one: LiftState, now_s: Number, params: Params) -> Number:
    """Give what a lift's own stores take from it at a moment of the session's clock. [log kg]"""
    days = (now_s - one.clock_s) / SECONDS_PER_DAY
    return lost(recover(one.tired, kept_after(days, params)), params)


def region_fatigue(state: AthleteState, at: datetime, params: Params) -> dict[str, float]:
    """Give what each region has lost at a moment, the most tired first; empty before any set."""
    if state.since is None:
        return {}
    session = state.body.session
    now_s = begins_at(session, seconds_into(state, at), 0.0, session.exact, params)
    body = body_at(state.body, now_s, params)
    mean = body.fatigability.mean
    lost = {
        region: mean * one
        for region, one in zip(REGIONS, tired_regions(body.regions, params), strict=True)
    }
    return dict(sorted(lost.items(), key=lambda pair: -pair[1]))


class Losses(NamedTuple):
    """
    What today takes from a lift, on the log scale of kilograms, each 0 or more.

    Fatigue, its variance `doubt`, the loss from not being `ready`, and what its speed adds to
    the demand.
    """

    fatigue: Number
    doubt: Number
    readiness: Number
    speed: Number


NO_LOSSES = Losses(0.0, 0.0, 0.0, 0.0)
"""Rested and ready."""


def losses(standing: Standing, log_load: Number, velocity: float | None, params: Params) -> Losses:
    """
    Tell what a set loses; what is not recorded costs nothing, and the verdict says so.

    `velocity` is the mean of the first repetition, where it is planned or just measured. [m/s]
    """
    tired, (mean, variance) = standing.tired, standing.fatigability
    session, one = standing.session, standing.one
    stiff, early, unready = (0.0 if one is None else one for one in standing.noted[:3])
    ramped, logged = standing.ramped(params), is_logged(one.ramp)
    seen = logged | ((session.in_a_row > 0.0) & (session.exact > 0.0))
    zero = 0.0 * log_load
    cold = where(seen, where(ramped, zero, 1.0 - session.warmth + zero), zero)
    jump = step_up(log_load, prepared(one.ramp, standing.days, params), params)
    jump = where(logged, where(ramped, zero, jump), zero)
    ready = unreadiness(cold, stiff, early, unready, jump, params)
    speed = zero
    if velocity is not None:
        usual = usual_speed(one.speeds, log_load, params)
        speed = zero if usual is None else quickness(velocity, usual, ready, params)
    return made(Losses, (mean * tired, variance * tired * tired, ready, speed))
