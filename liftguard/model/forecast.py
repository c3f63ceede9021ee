"""
Belief and plan to forecast, and back: the heaviest load at a given probability.

Reason to change: what a forecast tells.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import attrs

from liftguard.model.capacity import Belief, capacity, doubt_at
from liftguard.model.curve import MOST_MODELLED_REPS, demand, demand_in_full, reps_within
from liftguard.model.experience import (
    Record,
    Shown,
    calibrated,
    chance,
    forget,
    has_done,
    log_odds,
    nearness,
    physics_of,
    record_of,
)
from liftguard.model.params import Params
from liftguard.model.reports import left_by_reports
from liftguard.model.special import (
    Number,
    exp,
    log,
    made,
    maximum,
    minimum,
    normal_cdf,
    normal_quantile,
    sqrt,
    where,
)
from liftguard.model.standing import NO_LOSSES, Losses, Standing, losses
from liftguard.model.to_failure import BAND, BAND_Z
from liftguard.records import PlannedSet
from liftguard.units import rir_from_rpe

__all__ = [
    "Band",
    "Forecast",
    "Parts",
    "chance_of",
    "forecast_set",
    "looked_up",
    "odds_shown",
    "outlook",
    "p_beyond",
    "p_shown",
    "sds_shown_as",
    "shown_of",
]

_FAR = 38.0  # in standard deviations: what only lapses are left of
_NEAR, _TRIES = 1e-3, 20  # how near log-odds are searched, and how often
_OUTSIDE = (1.0 - BAND) / 2.0  # on either side of a band


@attrs.frozen(kw_only=True)
class Band:
    """
    The most that goes up today: nine in ten between low and high.

    Parameters
    ----------
    low_kg, middle_kg, high_kg : float
        External load; below 0 it is help. [kg]

    Examples
    --------
    >>> Band(low_kg=130.0, middle_kg=140.0, high_kg=151.0).middle_kg
    140.0
    """

    low_kg: float
    middle_kg: float
    high_kg: float


class Parts(NamedTuple):
    """
    What a forecast is made of, on the log scale of kilograms.

    By physics alone the set fails with probability lapse + (1 - 2 lapse) Phi(z),
    z = (demand + speed - (middle - fatigue - readiness)) / sd. Middle is about fresh and ready
    capacity; it and sd are those of the belief, moved and widened by what the choice of the load
    itself tells: the less is known, the more.

    Parameters
    ----------
    demand : float
        What the set asks for. [log kg]
    middle : float
        Fresh and ready capacity, as it is believed. [log kg]
    sd : float
        How wide that is believed. [log]
    lapse : float
        Share of sets that go wrong whatever the load. [1]
    fatigue, readiness, speed : float
        Taken off by fatigue and by not being ready, and added by speed, 0 or more. [log]
    known_sd : float
        What `sd` would be of a lift that is known well; 0 of a forecast that was stored before
        it was kept. [log]

    Examples
    --------
    >>> Parts(demand=4.6, middle=4.8, sd=0.05, lapse=0.01, fatigue=0.02, readiness=0.0,
    ...       speed=0.0).known_sd
    0.0
    """

    demand: Number
    middle: Number
    sd: Number
    lapse: float
    fatigue: Number
    readiness: Number
    speed: Number
    known_sd: Number = 0.0  # of a forecast that was stored before it was kept


@attrs.frozen(kw_only=True)
class Forecast:
    """
    How a set will go, said before it.

    Parameters
    ----------
    p_beyond : float, optional
        Probability that the planned repetitions do not all go up; None where the load
        that is really moved cannot be known. [1]
    band : Band, optional
        The most that goes up today for the planned repetitions, with all that `p_beyond` counts:
        it is .05 at its low end, .5 in its middle and .95 at its high end, which may be far above
        all that ever went up. The same for every planned load, unless readiness or a planned speed
        takes more of one than of another.
    capacity : Band, optional
        Capacity for one repetition now, fatigue taken off, as it will show if it is put to the
        test. What readiness takes depends on the load and is not.
    capacity_sd : float, optional
        How wide that belief is. [log]
    expected_rir : float, optional
        Repetitions that the athlete will say are left after the set, 10 less its RPE; negative
        where it falls short, at most 30. Who never notes effort is told what the belief leaves,
        as people count it. None where too little is known of the lift, and nothing was said. [reps]
    margin_kg : float, optional
        Load that the middle of the belief would allow more, for the same repetitions;
        negative where it is less. [kg]
    parts : Parts, optional
        What physics says of it.
    shown : Shown, optional
        How that becomes `p_beyond`, by what own outcomes say.
    proven : float, optional
        Sets that have proven the plan lately: of at least its load and repetitions. [sets]
    above : float, optional
        Its demand over the highest that ever went up; None where nothing did. [log]
    days_since : float, optional
        Since the last set of the lift. [days]
    idle_days : float, optional
        Since a set of it came near the limit. [days]
    sets : int
        Sets that the belief rests on.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> forecast = guard.forecast(guard.start(), lg.PlannedSet(lift="deadlift", load_kg=100,
    ...                           reps=1), at=datetime(2026, 1, 5))
    >>> forecast.sets
    0
    """

    p_beyond: float | None = None
    band: Band | None = None
    capacity: Band | None = None
    capacity_sd: float | None = None
    expected_rir: float | None = None
    margin_kg: float | None = None
    parts: Parts | None = None
    shown: Shown | None = None
    proven: float | None = None
    above: float | None = None
    days_since: float | None = None
    idle_days: float | None = None
    sets: int = 0


def outlook(
    b: Belief, log_load: Number, reps: Number, params: Params, lost: Losses = NO_LOSSES
) -> Parts:
    """
    Set the demand of a set against the belief.

    z = lack / sd, where lack is what the set asks for over what can be done. Below the limit sd
    holds the doubt about the curve and the noise of repetitions, above it those of the single
    alone: more repetitions raise the lack, and each sd stands where it cannot lower z for it.
    """
    mean, variance = capacity(b)
    at, g, noise = demand_in_full(log_load, reps, b.curve, params)
    fatigue, tired_doubt, readiness, speed = lost
    doubt = variance + tired_doubt
    # The load was chosen by somebody who knows more than the records: see the_model.
    heard = doubt / (params.choice_sd * params.choice_sd)
    middle = mean + heard * params.choice_margin
    lack = at + speed - middle + fatigue + readiness
    by_curve = maximum(doubt_at(b, 0.0 * variance, g), 0.0)
    below = lack < 0.0
    known = params.attempt_sd * params.attempt_sd + where(below, noise, 0.0 * lack)
    more = where(below, by_curve, 0.0 * lack)
    sd = (1.0 + heard) * sqrt((doubt + more) / (1.0 + heard) + known)
    known_sd = minimum(sd, sqrt(params.known_sd * params.known_sd + known))
    return made(Parts, (at, middle, sd, params.lapse, fatigue, readiness, speed, known_sd))


def p_beyond(parts: Parts) -> Number:
    """Give the probability that a set fails by physics alone: eps + (1 - 2 eps) Phi(lack / sd)."""
    at, middle, sd, lapse, fatigue, readiness, speed, _ = parts
    z = (at + speed - middle + fatigue + readiness) / sd
    return lapse + (1.0 - 2.0 * lapse) * normal_cdf(z)


def looked_up(
    standing: Standing, log_load: Number, reps: Number, asks: Number, params: Params
) -> Record:
    """Give what the log says of a plan of a demand, beside physics."""
    one = standing.one
    return record_of(one.done, log_load, reps, asks, standing.days, one.clock_s, params)


def shown_of(standing: Standing, record: Record, reps: Number, params: Params) -> Shown:
    """Give how the chance of a plan is shown: what own outcomes say of it."""
    own = forget(standing.calibration, standing.one.clock_s, params)
    return calibrated(record, own, reps, params)


def p_shown(parts: Parts, shown: Shown) -> Number:
    """Give the probability that a set fails as it is shown: physics, and what outcomes say."""
    return chance(log_odds(p_beyond(parts)), shown)


def odds_shown(
    standing: Standing, log_load: float, reps: float, velocity: float | None, params: Params
) -> float:
    """Give the log-odds of `Forecast.p_beyond` of a set that moves a known load."""
    return float(log_odds(chance_of(standing, log_load, reps, velocity, params)))


def chance_of(
    standing: Standing, log_load: Number, reps: Number, velocity: float | None, params: Params
) -> Number:
    """Give `Forecast.p_beyond` of a set that moves a known load, for one athlete or many."""
    lost = losses(standing, log_load, velocity, params)
    parts = outlook(standing.belief, log_load, reps, params, lost)
    record = looked_up(standing, log_load, reps, parts.demand, params)
    return p_shown(parts, shown_of(standing, record, reps, params))


def forecast_set(
    standing: Standing, planned: PlannedSet, params: Params, *, in_full: bool = True
) -> Forecast:
    """
    Forecast one planned set; without numbers where the moved load cannot be known.

    Where not `in_full`, without those that no level depends on: bands, reserve and margin.
    """
    log_load = standing.log_load(planned)
    if log_load is None:
        return Forecast(days_since=standing.days_since, sets=standing.sets)
    belief, one, reps = standing.belief, standing.one, float(planned.reps)
    lost = losses(standing, log_load, planned.mean_velocity_m_s, params)
    parts = outlook(belief, log_load, reps, params, lost)
    record = looked_up(standing, log_load, reps, parts.demand, params)
    shown = shown_of(standing, record, reps, params)
    mean, variance = capacity(belief)
    mean -= lost.fatigue
    sd = math.sqrt(variance + lost.doubt)
    p, more = p_shown(parts, shown), dict[str, Any]()
    if in_full:
        # what has proven the plan says nothing of the loads above it, where the band lies
        unproven = shown_of(standing, record._replace(proven=0.0, above=0.0), reps, params)
        moved = exp(log_load)
        carried = moved - planned.load_kg + planned.assist_kg  # the body: help is a load below 0
        ends = BAND_Z * sd * exp(standing.calibration.scatter)
        ready = mean - lost.readiness  # which depends on the load: no part of capacity
        most = ready - lost.speed - demand(0.0, reps, belief.curve, params)
        more = {
            "band": _band(standing, planned, log_load, lost, parts, unproven, p, params),
            "capacity": _band_of((mean - ends, mean, mean + ends), carried),
            "expected_rir": _expected_rir(standing, log_load, ready, sd, planned, p, params),
            "margin_kg": exp(most) - moved,
        }
    return Forecast(
        p_beyond=p,
        capacity_sd=sd,
        parts=parts,
        shown=shown,
        proven=record.proven,
        above=parts.demand - one.done.reached if has_done(one.done) else None,
        days_since=standing.days_since,
        idle_days=belief.idle if standing.sets else None,
        sets=standing.sets,
        **more,
    )


def _band(
    standing: Standing,
    planned: PlannedSet,
    log_load: float,
    lost: Losses,
    parts: Parts,
    shown: Shown,
    chance: float,
    params: Params,
) -> Band:
    """
    Give the loads at which the planned repetitions would be shown to fail by the band.

    `shown` says how of what nothing has proven, and gives an end at once. One that was proven lies
    higher, and one far above all that went up, of which less is taken off, lower: it is searched.
    So no end depends on the planned load, but for what readiness and speed take of it; and that
    lies on the side of each where its chance is.
    """
    reps, done = float(planned.reps), standing.one.done
    lack = parts.demand + parts.speed - parts.middle + parts.fatigue + parts.readiness
    limit = log_load - lack
    under, over = (
        outlook(standing.belief, limit + side, reps, params, lost).sd for side in (-1.0, 1.0)
    )
    line = _Line(standing, parts, reps, limit, parts.demand - log_load, under, over, params)
    far = done.reached + params.unproven_from - line.more if has_done(done) else math.inf
    unproven = (done.top + 2.0) * params.proof_width
    ends = []
    for p in (_OUTSIDE, 0.5, 1.0 - _OUTSIDE):
        end = line.end_of(p, shown)
        if end > far:
            low = line.end_of(p, shown._replace(least=0.0))
            end = _where(p, low, end, lambda load: line.odds_at(load, line.shown_far(load, shown)))
        elif end < unproven:
            most = min(line.end_of(p, line.shown_at(end)), unproven)  # as if more were proven too
            if most > end:
                end = _where(p, end, most, lambda load: line.odds_at(load, line.shown_at(load)))
        ends.append(max(end, log_load) if chance < p else min(end, log_load))
    return _band_of(ends, exp(log_load) - planned.load_kg + planned.assist_kg)


class _Line(NamedTuple):
    """
    A plan of some repetitions at any load.

    Its `limit` [log kg], what its demand is `more` than its load, and the sd `under` and `over`
    the limit.
    """

    standing: Standing
    parts: Parts
    reps: float
    limit: float
    more: float
    under: float
    over: float
    params: Params

    def end_of(self, p: float, shown: Shown) -> float:
        """Give the load at which the plan is shown to fail with probability p. [log kg]"""
        z = sds_shown_as(p, self.parts, shown)
        return self.limit + z * (self.over if z > 0.0 else self.under)

    def odds_at(self, load: float, shown: Shown) -> float:
        """Give the log-odds that are shown at a load."""
        sd = self.over if load > self.limit else self.under
        parts = self.parts._replace(demand=load + self.more, sd=sd)
        return float(log_odds(p_shown(parts, shown)))

    def shown_at(self, load: float) -> Shown:
        """Give how a load is shown."""
        record = looked_up(self.standing, load, self.reps, load + self.more, self.params)
        return shown_of(self.standing, record, self.reps, self.params)

    def shown_far(self, load: float, shown: Shown) -> Shown:
        """Give how a load far above all that went up is shown."""
        near = nearness(load + self.more - self.standing.one.done.reached, self.params)
        return shown._replace(least=shown.least * near)


def _where(p: float, low: float, high: float, odds_at: Callable[[float], float]) -> float:
    """Find where the chance is p between two loads [log kg], by false position (Illinois)."""
    odds = float(log_odds(p))
    under, over = odds_at(low) - odds, odds_at(high) - odds
    if under >= 0.0:
        return low
    if over <= 0.0:
        return high
    last = 0.0
    for _ in range(_TRIES):
        between = (low * over - high * under) / (over - under)
        gap = odds_at(between) - odds
        if abs(gap) < _NEAR:
            return between
        if gap < 0.0:
            low, under, over = between, gap, over * (0.5 if last < 0.0 else 1.0)
        else:
            high, over, under = between, gap, under * (0.5 if last > 0.0 else 1.0)
        last = gap
    return low


def _band_of(ends: Iterable[float], carried: float) -> Band:
    """Turn moved loads [log kg] into external ones, help below 0."""
    low, middle, high = (exp(one) - carried for one in ends)
    return Band(low_kg=low, middle_kg=middle, high_kg=high)


def sds_shown_as(p: float, parts: Parts, shown: Shown) -> float:
    """Give by how many sd a set has to lack strength to be shown to fail with probability p."""
    over = p - shown.lapse
    if over <= 0.0:  # so little that lapses alone are more
        return -_FAR
    odds = physics_of(log(over / (1.0 - p)), shown)
    share = (1.0 / (1.0 + exp(-odds)) - parts.lapse) / (1.0 - 2.0 * parts.lapse)
    return normal_quantile(share) if 0.0 < share < 1.0 else math.copysign(_FAR, share - 0.5)


def _expected_rir(
    standing: Standing,
    log_load: float,
    mean: float,
    sd: float,
    planned: PlannedSet,
    p: float,
    params: Params,
) -> float | None:
    """
    Give the repetitions that will be said to be left, weighing the plan's own RPE against them.

    Never below 0 for a set that hardly fails, nor above it for one that hardly goes up.
    """
    one, reps = standing.one, float(planned.reps)
    if one.reports.left:
        b, now_s = one.belief, one.clock_s
        left = left_by_reports(one.reports, now_s, log_load + b.owed, reps, b.curve, params)
        doubt = params.said_sd
    else:
        others, doubt = standing.told.left_of_others, sd
        if others is None and sd > params.left_widest_sd:
            return None
        left = _left_by_physics(one.belief, mean - log_load, reps, sd, others, params)
    if planned.rpe is not None:
        said = rir_from_rpe(planned.rpe)
        said_sd = params.effort_high_sd + params.effort_high_sd_per_rir * said
        weight = said_sd**2 / (said_sd**2 + doubt**2)
        left = weight * left + (1.0 - weight) * said
    if p < params.left_sure:
        left = max(left, 0.0)
    elif p > 1.0 - params.left_sure:
        left = min(left, 0.0)
    return max(min(left, MOST_MODELLED_REPS), -reps)


def _left_by_physics(
    b: Belief, room: float, reps: float, sd: float, others: float | None, params: Params
) -> float:
    """Give what people would say is left by the belief, drawn to what is said of other lifts."""
    left = (reps_within(room, b.curve, params)[0] - reps) / params.rir_scale
    if others is None:
        return left
    usual = params.said_first + params.said_first_usual * others
    gap = room - demand(0.0, reps + params.rir_scale * usual, b.curve, params)
    chosen = exp(-0.5 * gap * gap / (params.said_range**2 + sd * sd))
    return float(chosen * usual + (1.0 - chosen) * left)
