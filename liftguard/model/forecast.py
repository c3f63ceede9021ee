"""
Belief and plan to forecast, and back: the heaviest load at a given probability.

Reason to change: what a forecast tells.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import attrs

from liftguard.model.capacity import Belief, capacity, doubt_at
from liftguard.model.curve import MOST_MODELLED_REPS, demand, demand_in_full, reps_within
from liftguard.model.params import Params
from liftguard.model.special import Number, exp, minimum, normal_cdf, normal_quantile, sqrt, where
from liftguard.model.standing import NO_LOSSES, Losses, Standing, losses
from liftguard.records import PlannedSet
from liftguard.units import rir_from_rpe

__all__ = [
    "BAND",
    "Band",
    "Forecast",
    "Parts",
    "forecast_set",
    "heaviest",
    "outlook",
    "p_beyond",
]

BAND = 0.9
"""Probability that capacity lies inside a Band. [1]"""

_BAND_Z = normal_quantile(0.5 + BAND / 2.0)


@attrs.frozen(kw_only=True)
class Band:
    """
    Where today's capacity for one repetition lies: nine in ten between low and high.

    Parameters
    ----------
    low_kg, middle_kg, high_kg : float
        External load. [kg]

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

    p_beyond is lapse + (1 - 2 lapse) Phi(z) with
    z = (demand + speed - (middle - fatigue - readiness)) / sd, at the repetition of the set
    that asks most. Middle is about fresh and ready capacity; it and sd are those of the
    belief, moved and widened by what the choice of the load itself tells: the less is known,
    the more. Fatigue, the loss of readiness and what speed adds are 0 or more.
    """

    demand: Number
    middle: Number
    sd: Number
    lapse: float
    fatigue: Number
    readiness: Number
    speed: Number


@attrs.frozen(kw_only=True)
class Forecast:
    """
    How a set will go, said before it.

    Parameters
    ----------
    p_beyond : float, optional
        Probability that the planned repetitions do not all go up; None where the load
        that is really moved cannot be known. [1]
    capacity : Band, optional
        Capacity for one repetition now, fatigue taken off. What readiness takes depends on
        the load and is not.
    capacity_sd : float, optional
        How wide that belief is. [log]
    expected_rir : float, optional
        Repetitions left after the set; negative where it falls short, at most 30. [reps]
    margin_kg : float, optional
        Load that the middle of the belief would allow more, for the same repetitions;
        negative where it is less. [kg]
    parts : Parts, optional
        What `p_beyond` was computed from.
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
    capacity: Band | None = None
    capacity_sd: float | None = None
    expected_rir: float | None = None
    margin_kg: float | None = None
    parts: Parts | None = None
    days_since: float | None = None
    idle_days: float | None = None
    sets: int = 0


def outlook(
    b: Belief, log_load: Number, reps: Number, params: Params, lost: Losses = NO_LOSSES
) -> Parts:
    """Set the demand of a set against the belief."""
    mean, variance = capacity(b)
    worst = _at_rep(b, mean, variance, log_load, 1.0 + 0.0 * reps, params, lost)
    most = reps if isinstance(reps, float) else float(reps.max())
    for n in range(2, int(min(most, MOST_MODELLED_REPS)) + 1):
        one = _at_rep(b, mean, variance, log_load, minimum(reps, float(n)), params, lost)
        worst = _harder(worst, one)
    if most > MOST_MODELLED_REPS:  # from here on only the demand grows
        worst = _harder(worst, _at_rep(b, mean, variance, log_load, reps, params, lost))
    return worst


def _at_rep(
    b: Belief,
    mean: Number,
    variance: Number,
    log_load: Number,
    reps: Number,
    params: Params,
    lost: Losses,
) -> Parts:
    """Set the demand of exactly so many repetitions against the belief."""
    at, g, noise = demand_in_full(log_load, reps, b.curve, params)
    fatigue, tired_doubt, readiness, speed = lost
    doubt = doubt_at(b, variance, g) + tired_doubt
    # The load was chosen by somebody who knows more than the records: see the_model.
    heard = doubt / params.choice_sd**2
    sd = sqrt(doubt / (1.0 + heard) + params.attempt_sd**2 + noise)
    middle = mean + heard * params.choice_margin
    return Parts(at, middle, (1.0 + heard) * sd, params.lapse, fatigue, readiness, speed)


def _harder(one: Parts, other: Parts) -> Parts:
    """Give the one with the higher standardised demand."""
    first = _lack(one) * other.sd >= _lack(other) * one.sd
    if isinstance(first, bool):
        return one if first else other
    demand_, middle, sd = (where(first, one[i], other[i]) for i in range(3))
    return one._replace(demand=demand_, middle=middle, sd=sd)


def _lack(parts: Parts) -> Number:
    """Give how far demand lies above what can be done now."""
    return parts.demand + parts.speed - parts.middle + parts.fatigue + parts.readiness


def p_beyond(parts: Parts) -> Number:
    """Give the probability that a set fails."""
    z = _lack(parts) / parts.sd
    return parts.lapse + (1.0 - 2.0 * parts.lapse) * normal_cdf(z)


def heaviest(b: Belief, reps: int, p: float, params: Params, lost: Losses = NO_LOSSES) -> float:
    """Give the heaviest load whose set fails with at most a given probability."""
    share = (p - params.lapse) / (1.0 - 2.0 * params.lapse)
    if share <= 0.0:
        return -math.inf
    z = normal_quantile(min(share, 1.0 - 1e-9))
    mean, variance = capacity(b)
    counts = range(1, min(reps, int(MOST_MODELLED_REPS)) + 1)
    rows = (_at_rep(b, mean, variance, 0.0, float(n), params, lost) for n in (*counts, reps))
    return min(float(z * row.sd - _lack(row)) for row in rows)


def forecast_set(standing: Standing, planned: PlannedSet, params: Params) -> Forecast:
    """Forecast one planned set; without numbers where the moved load cannot be known."""
    log_load = standing.log_load(planned)
    if log_load is None:
        return Forecast(days_since=standing.days_since, sets=standing.sets)
    belief, reps = standing.belief, float(planned.reps)
    lost = losses(standing, log_load, planned.mean_velocity_m_s, params)
    parts = outlook(belief, log_load, reps, params, lost)
    mean, variance = capacity(belief)
    mean -= lost.fatigue
    sd = math.sqrt(variance + lost.doubt)
    moved = exp(log_load)
    carried = moved - planned.load_kg
    low, middle, high = (max(exp(mean + z * sd) - carried, 0.0) for z in (-_BAND_Z, 0.0, _BAND_Z))
    mean -= lost.readiness  # which depends on the very load, and so is no part of the band
    return Forecast(
        p_beyond=p_beyond(parts),
        capacity=Band(low_kg=low, middle_kg=middle, high_kg=high),
        capacity_sd=sd,
        expected_rir=_expected_rir(belief, mean - log_load, planned, sd, params),
        margin_kg=exp(mean - lost.speed - demand(0.0, reps, belief.curve, params)) - moved,
        parts=parts,
        days_since=standing.days_since,
        idle_days=belief.idle if standing.sets else None,
        sets=standing.sets,
    )


def _expected_rir(b: Belief, room: float, planned: PlannedSet, sd: float, params: Params) -> float:
    """Give the repetitions left, weighing the plan's own RPE against the belief."""
    possible, reps_per_log = reps_within(room, b.curve, params)
    left = max(min(possible - planned.reps, MOST_MODELLED_REPS), -float(planned.reps))
    if planned.rpe is None:
        return left
    said = rir_from_rpe(planned.rpe) * params.rir_scale
    reps_sd = sd * reps_per_log
    said_sd = (params.effort_high_sd + params.effort_high_sd_per_rir * said) * reps_per_log
    weight = said_sd**2 / (said_sd**2 + reps_sd**2)
    return weight * left + (1.0 - weight) * said
