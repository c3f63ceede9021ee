"""
The belief about what one lift can do, and how time moves it.

Everything is on the natural log scale of kilograms, jointly normal. The same lines run on
floats and on arrays.

Reason to change: how capacity moves in time.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.params import Params
from liftguard.model.special import Number, exp, log, made, maximum, minimum, where

__all__ = ["Belief", "advance", "begin", "capacity", "doubt_at", "fading_at", "gained", "paced"]


class Belief(NamedTuple):
    """
    A normal belief about one lift.

    Fresh capacity is `habit` + `reserve`: where hard sets usually lie, and how far that is
    below the limit. Sets without noted effort tell about the habit alone, so the two are
    kept apart. `form` is what today adds, `curve` the person's ln(k / usual k) of
    `liftguard.model.curve`; v_ are variances, c_ covariances [log^2], `idle` the days since a
    set came near the limit, `owed` what time off has taken and training brings back [log], and
    `pace` how fast this athlete has been gaining lately. [log/day]
    """

    habit: Number
    form: Number
    curve: Number
    reserve: Number
    v_habit: Number
    v_form: Number
    v_curve: Number
    v_reserve: Number
    c_habit_form: Number
    c_habit_curve: Number
    c_form_curve: Number
    idle: Number
    owed: Number = 0.0
    pace: Number = 0.0


def begin(mean: Number, sd: Number, params: Params) -> Belief:
    """Start a belief before any set."""
    zero = 0.0 * mean
    v_reserve = params.reserve_sd**2
    return Belief(
        habit=mean - params.reserve,
        form=zero,
        curve=zero,
        reserve=zero + params.reserve,
        v_habit=maximum(sd * sd - v_reserve, zero + v_reserve),
        v_form=zero + params.form_sd**2,
        v_curve=zero + params.curve_sd**2,
        v_reserve=zero + v_reserve,
        c_habit_form=zero,
        c_habit_curve=zero,
        c_form_curve=zero,
        idle=zero,
        owed=zero,
        pace=zero,
    )


def capacity(b: Belief) -> tuple[Number, Number]:
    """Give mean and variance of today's capacity for one repetition."""
    mean = b.habit + b.reserve + b.form
    return mean, b.v_habit + b.v_form + b.v_reserve + 2.0 * b.c_habit_form


def doubt_at(b: Belief, variance: Number, g: Number) -> Number:
    """Give the variance of capacity as a set of several repetitions meets it."""
    return variance + g * (g * b.v_curve - 2.0 * (b.c_habit_curve + b.c_form_curve))


def _wandered(days: Number, age_days: Number, params: Params) -> Number:
    """
    Give the variance that time adds: of a walk with sd w + y exp(-age / tau) in a week. [log^2]

    (w^2 t + 2 w y tau (e0 - e1) + y^2 tau (e0^2 - e1^2) / 2) / 7, with e0 and e1 at its ends.
    """
    walk, young, tau = params.walk_sd, params.young_sd, params.young_days
    e0, e1 = exp(-age_days / tau), exp(-(age_days + days) / tau)
    early = tau * young * (e0 - e1) * (2.0 * walk + 0.5 * young * (e0 + e1))
    return (walk * walk * days + early) / 7.0


def _gained(days: Number, age_days: Number, pace: Number, params: Params) -> Number:
    """Give the gain of days of training: d h ln(1 + t / (age + h)), and the own pace. [log]"""
    usual = log(1.0 + days / (age_days + params.drift_days))
    rate = 1.0 / params.pace_days + 1.0 / params.pace_young_days
    own = exp(-age_days / params.pace_young_days) * (1.0 - exp(-days * rate)) / rate
    return params.drift / 7.0 * params.drift_days * usual + pace * own


def advance(
    b: Belief, days: Number, age_days: Number, params: Params, fading: Number = 1.0
) -> Belief:
    """
    Let time pass; two steps equal one.

    Fresh capacity wanders, drifts up while the lift is trained (less with the age of the log,
    and as this athlete has been gaining) and falls when it is not, `fading` times as fast as
    usual; what was lost so comes back faster than it first came. The form of the day fades.

    Drift and wandering: [OpenPowerlifting]_ data. Detraining: [McMaster2013]_, [Bosquet2013]_.
    """
    habit, form, curve, reserve, *spreads, was, owed, pace = b
    v_habit, v_form, v_curve, v_reserve, c_hf, c_hc, c_fc = spreads
    idle = was + days
    # trained for the first two weeks after a set, detraining from then on
    trained, trained_before = minimum(idle, params.rest_days), minimum(was, params.rest_days)
    gain = _gained(trained - trained_before, age_days, pace, params)
    back = owed * (1.0 - exp((trained_before - trained) / params.regain_days))
    loss = fading * params.detraining / 7.0
    lost = minimum(loss * (idle - trained), params.detraining_most)
    lost_before = minimum(loss * (was - trained_before), params.detraining_most)
    doubt = params.detraining_doubt**2 * (lost * lost - lost_before * lost_before)
    kept = exp(-days / params.form_days)
    kept2 = kept * kept
    # A reserve above the usual one was learned while the habit was still catching up; one
    # below it was shown by misses, which no rest undoes.
    same = exp(-days / params.reserve_days)
    usual, v_usual = params.reserve, params.reserve_sd * params.reserve_sd
    return made(
        Belief,
        (
            habit + gain + back - (lost - lost_before),
            form * kept,
            curve,
            minimum(reserve, usual + (reserve - usual) * same),
            v_habit + _wandered(days, age_days, params) + doubt,
            v_form * kept2 + params.form_sd * params.form_sd * (1.0 - kept2),
            v_curve,
            v_usual + (v_reserve - v_usual) * same * same,
            c_hf * kept,
            c_hc,
            c_fc * kept,
            idle,
            owed - back + (lost - lost_before),
            pace * exp(-days / params.pace_days),
        ),
    )


def paced(pace: Number, shown: Number, lowers: Number, params: Params) -> Number:
    """
    Learn how fast an athlete gains: who adds each time and gets it up does so next time too.

    What a set has `shown` beyond what was expected quickens the pace, and where it `lowers`, as
    known effort and misses do, what falls short of it slows it down. [log/day], [log]
    """
    most = params.pace_step
    shown = shown - params.pace_from
    shown = minimum(maximum(shown, where(lowers, -most + 0.0 * shown, 0.0 * shown)), most)
    return minimum(maximum(pace + params.pace_share * shown, 0.0), params.pace_most)


def gained(before: Belief, after: Belief) -> Number:
    """Give by how much fresh capacity has risen. [log]"""
    return after.habit + after.reserve - before.habit - before.reserve


def fading_at(age_years: float, params: Params) -> float:
    """Give how much faster than at a young age strength is lost without training, 1 or more."""
    old = (age_years - params.fading_from) / (params.fading_to - params.fading_from)
    return 1.0 + (params.fading_most - 1.0) * min(max(old, 0.0), 1.0)
