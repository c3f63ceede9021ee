"""
What one set says about the capacity of its lift.

Each reading matches mean and variance of the exact posterior of capacity at the set's
repetitions, in closed form, and spreads them over the belief; the formulas are derived in
docs/explanation/the_model.md. Floats and arrays run through the same lines, so there is no
branch on a value.

Reason to change: what kind of set says what.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from liftguard.model import special
from liftguard.model.capacity import Belief, begin
from liftguard.model.curve import demand, demand_and_slope, rep_variance
from liftguard.model.params import Params
from liftguard.model.special import Number

__all__ = ["read_bare", "read_effort", "read_floor", "read_miss", "restart"]

_FAR = 38.0  # in standard deviations: beyond it a normal tail is 0 in doubles
_LOG_SQRT_2PI = 0.5 * math.log(2.0 * math.pi)


class _Aim(NamedTuple):
    """Habit plus form at the repetitions of one set: moments, and covariances with the state."""

    mean: Number
    variance: Number
    habit: Number
    form: Number
    curve: Number


def restart(b: Belief, log_load: Number, reps: Number, params: Params) -> Belief:
    """
    Let the first set of a lift set the scale, where nothing better is known.

    What people log first is a warm-up or a working set. Its demand is below capacity, by
    how much is open: half the usual reserve, with a wide spread.

    Parameters
    ----------
    b : Belief
        The wide belief before the set.
    log_load, reps : float or array
        The completed set. [log kg], [reps]
    params : Params
        For the spread.

    Returns
    -------
    Belief
        Around the set.

    Examples
    --------
    >>> from liftguard.model.capacity import capacity
    >>> round(capacity(restart(begin(4.0, 0.5, Params()), 5.0, 1.0, Params()))[0], 12)
    5.04
    """
    mean = demand(log_load, reps, 0.0 * b.curve, params) + 0.5 * params.reserve
    return begin(mean, params.first_set_sd + 0.0 * mean, params)._replace(idle=b.idle)


def read_miss(b: Belief, log_load: Number, reps: Number, params: Params) -> Belief:
    """
    Learn from a missed repetition.

    With none completed, capacity lies below the demand of one; after n, it lies above the
    demand of n and below that of n + 1.

    Parameters
    ----------
    b : Belief
        Just before the set.
    log_load, reps : float or array
        The moved load and the repetitions completed, 0 or more. [log kg], [reps]
    params : Params
        For noise and lapses.

    Returns
    -------
    Belief
        Just after the set.

    Examples
    --------
    >>> before = begin(5.0, 0.1, Params())
    >>> read_miss(before, 5.0, 0.0, Params()).habit < before.habit
    True
    """
    done = special.maximum(reps, 1.0)
    low, g = demand_and_slope(log_load, done, b.curve, params)
    low = special.where(reps < 1.0, low - 1e3, low)
    return _read_window(b, g, done, low, demand(log_load, reps + 1.0, b.curve, params), params)


def read_floor(b: Belief, log_load: Number, reps: Number, params: Params) -> Belief:
    """
    Learn from completed repetitions one-sidedly: capacity lies above their demand.

    Parameters
    ----------
    b : Belief
        Just before the set.
    log_load, reps : float or array
        The completed set, 1 or more repetitions. [log kg], [reps]
    params : Params
        For noise and lapses.

    Returns
    -------
    Belief
        Just after the set.

    Examples
    --------
    >>> before = begin(5.0, 0.1, Params())
    >>> read_floor(before, 5.0, 1.0, Params()).habit > before.habit
    True
    """
    low, g = demand_and_slope(log_load, reps, b.curve, params)
    return _read_window(b, g, reps, low, low + 1e3, params)


def _read_window(
    b: Belief, g: Number, reps: Number, low: Number, high: Number, params: Params
) -> Belief:
    """
    Learn that capacity lies between two demands.

    The likelihood is eps + (1 - 2 eps) [Phi(z) - Phi(a)]; the first two derivatives of its
    logarithm by the mean give the posterior mean and variance.
    """
    aim = _aim(b, g)
    prior = aim.variance + b.v_reserve
    sd = special.sqrt(prior + params.attempt_sd * params.attempt_sd + rep_variance(reps, params))
    mean = aim.mean + b.reserve
    a = special.maximum(special.minimum((low - mean) / sd, _FAR), -_FAR)
    z = special.maximum(special.minimum((high - mean) / sd, _FAR), -_FAR)
    pdf_a, pdf_z = special.normal_pdf(a), special.normal_pdf(z)
    sure = 1.0 - 2.0 * params.lapse
    total = params.lapse + sure * (special.normal_cdf(z) - special.normal_cdf(a))
    first = sure * (pdf_z - pdf_a) / total
    second = sure * (z * pdf_z - a * pdf_a) / total
    gain = prior / sd
    return _share(b, aim, -gain * first, -gain * gain * (second + first * first))


def read_effort(b: Belief, log_load: Number, reps: Number, rir: Number, params: Params) -> Belief:
    """
    Learn from a set whose effort is known: to failure, or with repetitions in reserve.

    Parameters
    ----------
    b : Belief
        Just before the set.
    log_load, reps : float or array
        The completed set, 1 or more repetitions. [log kg], [reps]
    rir : float or array
        Reported repetitions in reserve, 0 at failure. [reps]
    params : Params
        For bias and noise of the report.

    Returns
    -------
    Belief
        Just after the set.

    Notes
    -----
    The likelihood is a two-piece normal around the demand of reps plus true reserve: one
    width below, another above that grows with the reserve, so that a lower RPE never
    lowers capacity. How far it is believed depends on load and repetitions alone, for the
    same reason.

    References
    ----------
    [Halperin2022]_ and [Zourdos2021]_ for the bias and spread of reports.

    Examples
    --------
    >>> from liftguard.model.capacity import capacity
    >>> to_failure = read_effort(begin(4.5, 0.5, Params()), 5.0, 1.0, 0.0, Params())
    >>> abs(capacity(to_failure)[0] - 5.0) < 0.03
    True
    """
    done, g = demand_and_slope(log_load, reps, b.curve, params)
    aim = _aim(b, g)
    prior, mean = aim.variance + b.v_reserve, aim.mean + b.reserve
    noise = rep_variance(reps, params)
    gap = mean - demand(log_load, reps + params.rir_scale * rir, b.curve, params)
    below = params.effort_low_sd**2 + noise
    above = (params.effort_high_sd + params.effort_high_sd_per_rir * rir) ** 2 + noise
    # Each side of the two-piece normal times the prior is a cut normal.
    low_log_mass, low_mean, low_var = _cut(gap, prior, below, -1.0)
    high_log_mass, high_mean, high_var = _cut(gap, prior, above, 1.0)
    low = 1.0 / (1.0 + special.exp(special.minimum(high_log_mass - low_log_mass, 700.0)))
    apart = low_mean - high_mean
    shift = high_mean + low * apart - gap
    variance = low * low_var + (1.0 - low) * high_var + low * (1.0 - low) * apart * apart
    surprise = done - mean
    slack = special.where(surprise > 0.0, params.effort_high_sd, params.warm_up_to)
    slip = _slip(_density(surprise, prior + noise + slack * slack), params)
    return _share(b, aim, *_tempered(shift, variance - prior, slip, params))


def _cut(gap: Number, prior: Number, width: Number, side: float) -> tuple[Number, Number, Number]:
    """
    Cut a normal product at zero.

    Gives log mass, mean and variance of N(gap, prior) times exp(-s^2 / 2 width) on the
    positive side of zero (side = 1) or on the negative (side = -1).
    """
    total = prior + width
    variance = prior * width / total
    sd = special.sqrt(variance)
    mean = gap * width / total
    z = side * mean / sd
    log_share = special.log_normal_cdf(z)
    hazard = special.exp(-0.5 * z * z - _LOG_SQRT_2PI - log_share)
    log_mass = log_share - 0.5 * gap * gap / total + 0.5 * special.log(variance)
    left = special.maximum(1.0 - hazard * (z + hazard), 0.0)
    return log_mass, mean + side * sd * hazard, variance * left


def read_bare(b: Belief, log_load: Number, reps: Number, params: Params) -> Belief:
    """
    Learn from a completed set of which nothing else is known.

    It was hard (around the habit), or easy (anywhere below the limit), or a slip of the
    finger; the weights are their posterior. Far below the belief it is a warm-up and says
    nothing.

    Parameters
    ----------
    b : Belief
        Just before the set.
    log_load, reps : float or array
        The completed set, 1 or more repetitions. [log kg], [reps]
    params : Params
        For the mixture.

    Returns
    -------
    Belief
        Just after the set.

    Examples
    --------
    >>> before = begin(5.0, 0.1, Params())
    >>> read_bare(before, 5.0, 1.0, Params()).habit > before.habit
    True
    >>> read_bare(before, 4.5, 1.0, Params()).habit == before.habit
    True
    """
    done, g = demand_and_slope(log_load, reps, b.curve, params)
    aim = _aim(b, g)
    noise = rep_variance(reps, params)
    over_habit = done - aim.mean
    over_limit = over_habit - b.reserve
    # hard: a normal around the habit
    hard_total = aim.variance + params.hard_sd * params.hard_sd + noise
    hard_gain = aim.variance / hard_total
    hard = params.hard_share * _density(over_habit, hard_total)
    # easy: the limit is above the demand, no more
    prior = aim.variance + b.v_reserve
    easy_sd = special.sqrt(prior + params.attempt_sd * params.attempt_sd + noise)
    z = -over_limit / easy_sd
    above = special.normal_cdf(z)
    hazard = special.normal_pdf(z) / (above + 1e-300)
    easy_gain = -hazard * (z + hazard) / (easy_sd * easy_sd)
    easy = (1.0 - params.hard_share) * above / params.easy_range
    total = hard + easy + 1e-300
    hard, easy = hard / total, easy / total
    hard_shift = hard_gain * over_habit
    easy_shift = aim.variance / easy_sd * hazard
    apart = hard_shift - easy_shift
    moved, spread = _tempered(
        hard * hard_shift + easy * easy_shift,
        aim.variance * (easy * aim.variance * easy_gain - hard * hard_gain)
        + hard * easy * apart * apart,
        _slip(total, params),
        params,
    )
    heard = _heard(aim, over_limit, moved, params)
    return _spread(
        b,
        aim,
        heard * moved,
        heard * (spread + (1.0 - heard) * moved * moved),
        b.reserve + heard * easy * b.v_reserve / easy_sd * hazard,
        b.v_reserve * (1.0 + heard * easy * b.v_reserve * easy_gain),
    )


def _heard(aim: _Aim, over_limit: Number, moved: Number, params: Params) -> Number:
    """Give how much of a bare set counts: no warm-up does, and none takes off too much."""
    zone = params.warm_up_to - params.warm_up_from
    near = special.minimum((over_limit + params.warm_up_to) / zone, 1.0)
    leverage = special.maximum(aim.habit, 0.0) + special.maximum(aim.form, 0.0)
    lowered = special.maximum(-moved, 0.0) * leverage / aim.variance
    return special.minimum(special.maximum(near, 0.0), params.most_lowered / (lowered + 1e-300))


def _density(gap: Number, variance: Number) -> Number:
    """Give the normal density of a gap."""
    sd = special.sqrt(variance)
    return special.normal_pdf(gap / sd) / sd


def _slip(density: Number, params: Params) -> Number:
    """Give the probability of a slip of the finger, against the density of a true entry."""
    slip = params.typo_share / params.typo_range
    return slip / (slip + (1.0 - params.typo_share) * density)


def _tempered(
    shift: Number, change: Number, slip: Number, params: Params
) -> tuple[Number, Number]:
    """
    Mix a shift and a change of variance with "it was a slip".

    A slip moves nothing but leaves doubt, so that repeated surprises are believed.
    """
    true = 1.0 - slip
    return true * shift, true * (change + slip * shift * shift) + slip * params.typo_jump_sd**2


def _aim(b: Belief, g: Number) -> _Aim:
    """Look at habit + form - g (curve - its mean), for a set of slope g."""
    _, _, _, _, v_habit, v_form, v_curve, _, c_hf, c_hc, c_fc, _ = b
    habit = v_habit + c_hf - g * c_hc
    form = c_hf + v_form - g * c_fc
    curve = c_hc + c_fc - g * v_curve
    return _Aim(b.habit + b.form, habit + form - g * curve, habit, form, curve)


def _share(b: Belief, aim: _Aim, shift: Number, change: Number) -> Belief:
    """Share a shift of capacity and a change of its variance between habit and reserve."""
    prior = aim.variance + b.v_reserve
    to_habit, to_reserve = aim.variance / prior, b.v_reserve / prior
    return _spread(
        b,
        aim,
        to_habit * shift,
        to_habit * to_habit * change,
        special.maximum(b.reserve + to_reserve * shift, 0.0),
        b.v_reserve + to_reserve * to_reserve * change,
    )


def _spread(
    b: Belief, aim: _Aim, shift: Number, change: Number, reserve: Number, v_reserve: Number
) -> Belief:
    """
    Spread a shift of the aim and a change of its variance over habit, form and curve.

    A component that the aim would move against its sign keeps its mean and variance, so
    that a success never lowers capacity and a miss never raises it; its covariances with
    the others move as usual, which keeps the whole positive definite.
    """
    _, variance, of_habit, of_form, of_curve = aim
    q = shift / variance
    a = change / (variance * variance)
    to_habit, to_form = special.maximum(of_habit, 0.0), special.maximum(of_form, 0.0)
    off_habit = special.where(a < 0.0, of_habit - to_habit, 0.0)
    off_form = special.where(a < 0.0, of_form - to_form, 0.0)
    habit, form, curve, _, v_habit, v_form, v_curve, _, c_hf, c_hc, c_fc, _ = b
    return Belief(
        habit + to_habit * q,
        form + to_form * q,
        curve + of_curve * q,
        reserve,
        v_habit + a * (of_habit * of_habit - off_habit * off_habit),
        v_form + a * (of_form * of_form - off_form * off_form),
        v_curve + a * of_curve * of_curve,
        v_reserve,
        c_hf + a * (of_habit * of_form - off_habit * off_form),
        c_hc + a * of_habit * of_curve,
        c_fc + a * of_form * of_curve,
        0.0 * shift,
    )
