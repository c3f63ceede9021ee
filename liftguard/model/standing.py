"""
One lift at one moment: belief, rest, fatigue, readiness and ramp, made once and read by all.

This is the only clock: whatever fades with time is brought to the moment here, and nothing that
reads a `Standing` computes a rest of its own. `arrive` runs on floats and on arrays.

Reason to change: what of a state matters for a set.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import NamedTuple

from liftguard.lifts import REGIONS
from liftguard.model.bar_speed import usual_speed
from liftguard.model.capacity import Belief, advance, begin, capacity
from liftguard.model.diary import NO_ENTRIES, NOTHING_NOTED, Noted, noted
from liftguard.model.fatigue import (
    Tired,
    Vector,
    felt,
    kept_after,
    lost,
    recover,
    recover_regions,
    tired_regions,
)
from liftguard.model.moved import log_moved
from liftguard.model.params import Params
from liftguard.model.prior import guess
from liftguard.model.readiness import quickness, step_up, unreadiness
from liftguard.model.session import begins_at, goes_on, is_logged, pass_to, prepared
from liftguard.model.special import Number
from liftguard.model.state import AthleteState, Body, LiftState, begin_lift, seconds_into
from liftguard.model.traits import Traits, traits_of
from liftguard.records import PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = [
    "NO_LOSSES",
    "Losses",
    "Standing",
    "arrive",
    "begin_or",
    "body_at",
    "losses",
    "region_fatigue",
    "stand",
]


class Standing(NamedTuple):
    """
    What is known of a lift at one moment, before the set that is asked about.

    `body` and `one` are those of the state as of then. `rest_s` is the time since the last set
    of anything, `days` since the last one of the lift, 0 before any. `stores` is what
    the lift feels of each store, `tired` what fatigue of usual strength takes, one pattern over
    and over included. [log kg] `bodyweight_kg` is the latest weighing, `noted` what was noted, and
    `ramped` says that the usual ramp is taken to be done just before, `is_new` that there is no set
    of the lift yet.
    """

    traits: Traits
    body: Body
    one: LiftState
    rest_s: Number
    days: Number
    stores: Tired
    tired: Number
    bodyweight_kg: float | None = None
    noted: Noted = NOTHING_NOTED
    ramped: bool = False
    is_new: bool = False

    @property
    def belief(self) -> Belief:
        """About fresh capacity, as of the moment."""
        return self.one.belief

    @property
    def days_since(self) -> float | None:
        """Since the last set of the lift; None before any. [days]"""
        return None if self.is_new else self.days

    @property
    def sets(self) -> int:
        """How many the belief rests on."""
        return int(self.one.sets)

    @property
    def in_session(self) -> bool:
        """Whether a session is going on: a set of anything was done within it."""
        return bool(goes_on(self.body.session))

    @property
    def capacity(self) -> tuple[Number, Number]:
        """Today's capacity for one repetition, tired as it is: mean and variance. [log kg]"""
        mean, variance = capacity(self.one.belief)
        by, doubt = self.body.fatigability
        return mean - by * self.tired, variance + doubt * self.tired * self.tired

    def log_load(self, planned: PlannedSet) -> float | None:
        """Give what a planned set moves; None where that cannot be known. [log kg]"""
        return log_moved(planned.lift, planned.load_kg, planned.assist_kg, self.bodyweight_kg)

    def regions(self, params: Params) -> Vector:
        """Give what each region has lost: what a lift that loads it fully would lose. [log]"""
        mean = self.body.fatigability.mean
        return tuple(mean * one for one in tired_regions(self.body.regions, params))

    def cold(self) -> float | None:
        """Give 1 less warmth, where a ramp would be recorded or a pause is seen to cool."""
        session = self.body.session
        if self.ramped:
            return 0.0
        if is_logged(self.one.ramp) or (session.in_a_row > 0.0 and session.exact > 0.0):
            return float(1.0 - session.warmth)
        return None

    def step_from(self, params: Params) -> float | None:
        """Give the load that was led up to, for who writes ramps down; inf after one. [log kg]"""
        if not is_logged(self.one.ramp):
            return None
        if self.ramped:
            return math.inf
        return float(prepared(self.one.ramp, self.days, params))


def body_at(body: Body, now_s: Number, params: Params) -> Body:
    """Bring the body to a moment by the session's clock."""
    session, regions, fatigability = body
    kept = kept_after((now_s - session.clock_s) / SECONDS_PER_DAY, params)
    return Body(pass_to(session, now_s, params), recover_regions(regions, kept), fatigability)


def arrive(
    body: Body,
    one: LiftState,
    traits: Traits,
    now_s: Number,
    params: Params,
) -> Standing:
    """Bring body and lift to the moment of a set by the session's clock; floats or arrays."""
    clock_s, sets, belief, doubted, tired, ramp, bests, speeds = one
    days = (now_s - clock_s) / SECONDS_PER_DAY
    rest_s = now_s - body.session.clock_s
    now = body_at(body, now_s, params)
    own = recover(tired, kept_after(days, params))
    belief = advance(belief, days, clock_s / SECONDS_PER_DAY, params)
    session = now.session
    stores = felt(own, now.regions, traits.weights, params.shared * traits.known)
    same = 1.0 * (traits.pattern == session.pattern)
    return Standing(
        traits,
        now,
        LiftState(now_s, sets, belief, doubted, own, ramp, bests, speeds),
        rest_s,
        days,
        stores,
        lost(stores, params) + params.monotony_cost * session.exposure * same,
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
    ramped: bool = False,
) -> Standing:
    """
    Tell how a lift stands at a moment, as `moment` gives it and checked by `check_order`.

    Without `rest_s` the rest is that of the clock, and after a set of which only the session is
    known at least the typical one. With `ramped` the usual ramp is taken to be done just before,
    by athletes who write theirs down.
    """
    session = state.body.session
    rest = math.nan if rest_s is None else rest_s
    now_s = begins_at(session, seconds_into(state, at), rest, session.exact, params)
    one = begin_or(state, lift, now_s, at, params)
    standing = arrive(state.body, one, traits_of(lift), now_s, params)
    diary = state.diary
    said = NOTHING_NOTED if diary is NO_ENTRIES else noted(diary, at, "set", params)
    return standing._replace(
        bodyweight_kg=state.bodyweight_kg,
        noted=said,
        ramped=ramped and bool(is_logged(one.ramp)),
        is_new=lift not in state.lifts,
    )


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


def losses(standing: Standing, log_load: float, velocity: float | None, params: Params) -> Losses:
    """
    Tell what a set loses; what is not recorded costs nothing, and the verdict says so.

    `velocity` is the mean of the first repetition, where it is planned or just measured. [m/s]
    """
    tired, (mean, variance) = standing.tired, standing.body.fatigability
    cold, step_from = standing.cold(), standing.step_from(params)
    stiff, early, unready = standing.noted
    ready, speed = 0.0, 0.0
    if not (cold is step_from is stiff is early is unready is None):
        step = 0.0 if step_from is None else step_up(log_load, step_from, params)
        ready = unreadiness(cold or 0.0, stiff or 0.0, early or 0.0, unready or 0.0, step, params)
    usual = None if velocity is None else usual_speed(standing.one.speeds, log_load, params)
    if velocity is not None and usual is not None:
        speed = quickness(velocity, usual, ready, params)
    return Losses(mean * tired, variance * tired * tired, ready, speed)
