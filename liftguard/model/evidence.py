"""
What one set says about the capacity of its lift.

Each reading matches mean and variance of the exact posterior of capacity at the set's
repetitions, in closed form, and spreads them over the belief; the formulas are derived in
docs/explanation/the_model.md. Floats and arrays run through the same lines, so there is no
branch on a value.

Reason to change: what kind of set says what.
"""

from __future__ import annotations

from liftguard.model.capacity import Belief, begin
from liftguard.model.curve import demand, demand_in_full
from liftguard.model.params import Params
from liftguard.model.special import (
    Number,
    exp,
    made,
    maximum,
    minimum,
    normal_cdf,
    normal_pdf,
    sqrt,
    where,
)

__all__ = ["honesty", "read_bare", "read_effort", "read_floor", "read_miss", "restart"]

_FAR = 38.0  # in standard deviations: beyond it a normal tail is 0 in doubles
_TINY = 1e-300  # keeps a ratio of vanishing numbers finite


Ties = tuple[Number, Number, Number]
"""Covariances of what a set aims at with habit, form and curve. [log^2]"""


def restart(log_load: Number, reps: Number, params: Params) -> Belief:
    """
    Let the first completed set of a lift set the scale.

    What was guessed before, from other lifts or from the body, is about what somebody
    could do; records are about what this one does. People first log a warm-up or a working
    set, so capacity lies above its demand, by how much is open: half the usual reserve,
    with a wide spread.
    """
    mean = demand(log_load, reps, 0.0 * log_load, params) + 0.5 * params.reserve
    return begin(mean, params.first_set_sd + 0.0 * mean, params)


def read_miss(
    b: Belief, log_load: Number, reps: Number, params: Params, doubt: Number = 0.0
) -> Belief:
    """
    Learn from a missed repetition.

    With none completed, capacity lies below the demand of one; after n, it lies above the
    demand of n and below that of n + 1.
    """
    done = maximum(reps, 1.0)
    low, g, noise = _in_full(b, log_load, done, params, doubt)
    low = where(reps < 1.0, low - 1e3, low)
    high = demand(log_load, reps + 1.0, b.curve, params)
    return _read_window(b, g, noise, low, high, 0.0 * reps, params)


def read_floor(
    b: Belief, log_load: Number, reps: Number, params: Params, doubt: Number = 0.0
) -> Belief:
    """Learn from completed repetitions one-sidedly: capacity lies above their demand."""
    low, g, noise = _in_full(b, log_load, reps, params, doubt)
    return _read_window(b, g, noise, low, low + 1e3, b.idle, params)


def _read_window(
    b: Belief, g: Number, noise: Number, low: Number, high: Number, idle: Number, params: Params
) -> Belief:
    """
    Learn that capacity lies between two demands.

    The likelihood is eps + (1 - 2 eps) [Phi(z) - Phi(a)]; the first two derivatives of its
    logarithm by the mean give the posterior mean and variance.
    """
    at_habit, variance, ties = _aim(b, g)
    prior = variance + b.v_reserve
    sd = sqrt(prior + params.attempt_sd * params.attempt_sd + noise)
    mean = at_habit + b.reserve
    a = maximum(minimum((low - mean) / sd, _FAR), -_FAR)
    z = maximum(minimum((high - mean) / sd, _FAR), -_FAR)
    pdf_a, pdf_z = normal_pdf(a), normal_pdf(z)
    sure = 1.0 - 2.0 * params.lapse
    total = params.lapse + sure * (normal_cdf(z) - normal_cdf(a))
    first = sure * (pdf_z - pdf_a) / total
    second = sure * (z * pdf_z - a * pdf_a) / total
    gain = prior / sd
    change = -gain * gain * (second + first * first)
    return _share(b, variance, ties, -gain * first, change, idle)


def read_effort(
    b: Belief,
    log_load: Number,
    reps: Number,
    rir: Number,
    params: Params,
    doubt: Number = 0.0,
) -> Belief:
    """
    Learn from a set whose effort is known: to failure, or with repetitions in reserve.

    The likelihood is a two-piece normal around the demand of reps plus true reserve: one
    width below, another above that grows with the reserve, so that a lower RPE never
    lowers capacity. How far it is believed depends on load and repetitions alone, for the
    same reason.
    [Halperin2022]_ and [Zourdos2021]_ for the bias and spread of reports.
    """
    done, g, noise = _in_full(b, log_load, reps, params, doubt)
    at_habit, variance, ties = _aim(b, g)
    prior, mean = variance + b.v_reserve, at_habit + b.reserve
    gap = mean - demand(log_load, reps + params.rir_scale * rir, b.curve, params)
    high_sd = params.effort_high_sd + params.effort_high_sd_per_rir * rir
    below = params.effort_low_sd * params.effort_low_sd + noise
    above = high_sd * high_sd + noise
    # Each side of the two-piece normal times the prior is a cut normal.
    low_mass, low_mean, low_var = _cut(gap, prior, below, -1.0)
    high_mass, high_mean, high_var = _cut(gap, prior, above, 1.0)
    odds = 0.5 * gap * gap * (1.0 / (prior + below) - 1.0 / (prior + above))
    low = low_mass / (low_mass + high_mass * exp(minimum(odds, 700.0)) + _TINY)
    apart = low_mean - high_mean
    shift = high_mean + low * apart - gap
    spread = low * low_var + (1.0 - low) * high_var + low * (1.0 - low) * apart * apart
    # A slip of the finger, or no honest maximum: judged by load and repetitions alone.
    surprise = done - mean
    true = _honest(surprise, prior + noise, params)
    # Doubt is left only where the claimed effort is surprising too.
    slip = params.typo_share / params.typo_range
    claim = _density(gap, prior + where(gap > 0.0, above, below))
    doubt = (1.0 - true) * slip / (claim + slip)
    second = true * (shift * shift + spread - prior)
    second = second + doubt * params.typo_jump_sd * params.typo_jump_sd
    change = second - true * true * shift * shift
    idle = minimum(b.idle, (1.0 - _nearness(surprise, params)) * params.longest_idle)
    return _share(b, variance, ties, true * shift, change, idle)


def honesty(
    b: Belief, log_load: Number, reps: Number, params: Params, doubt: Number = 0.0
) -> Number:
    """Tell how likely a set is what it says, rather than a slip or no maximum."""
    done, g, noise = _in_full(b, log_load, maximum(reps, 1.0), params, doubt)
    at_habit, variance, _ = _aim(b, g)
    return _honest(done - at_habit - b.reserve, variance + b.v_reserve + noise, params)


def _honest(surprise: Number, variance: Number, params: Params) -> Number:
    """Weigh a surprise against a slip that lies anywhere."""
    slack = where(surprise > 0.0, params.effort_high_sd, params.effort_slack)
    true = (1.0 - params.typo_share) * _density(surprise, variance + slack * slack)
    return true / (true + params.typo_share / params.typo_range)


def _cut(gap: Number, prior: Number, width: Number, side: float) -> tuple[Number, Number, Number]:
    """
    Cut a normal product at zero.

    Gives mass, mean and variance of N(gap, prior) times exp(-s^2 / 2 width) on the positive
    side of zero (side = 1) or on the negative (side = -1), the mass but for
    exp(-gap^2 / 2 (prior + width)).
    """
    share = width / (prior + width)
    variance = prior * share
    sd = sqrt(variance)
    mean = gap * share
    z = side * mean / sd
    inside = normal_cdf(z)
    hazard = normal_pdf(z) / (inside + _TINY)
    left = maximum(1.0 - hazard * (z + hazard), 0.0)
    return inside * sd, mean + side * sd * hazard, variance * left


def read_bare(
    b: Belief,
    log_load: Number,
    reps: Number,
    params: Params,
    doubt: Number = 0.0,
    raised: Number = 0.0,
) -> Belief:
    """
    Learn from a completed set of which nothing else is known.

    It was hard (around the habit), or easy (anywhere below the limit), or a slip of the
    finger; the weights are their posterior. Far below the belief it is a warm-up and says
    nothing, by its load alone: not as it is `raised` by what fatigue took. [log]
    """
    done, g, noise = _in_full(b, log_load, reps, params, doubt)
    at_habit, variance, ties = _aim(b, g)
    over_habit, over_limit = done - at_habit, done - at_habit - b.reserve
    also = b.v_reserve + params.attempt_sd * params.attempt_sd + noise
    of_hard = _hard_part(over_habit, over_limit, variance, also, noise, params)
    hard, hard_shift, hard_change, hard_pull, hard_cut = of_hard
    # easy: the limit is above the demand, no more
    above, easy_pull, easy_cut = _went_up(-over_limit, variance + also)
    easy_shift = variance * easy_pull
    easy = (1.0 - params.hard_share) * above / params.easy_range
    # a slip of the finger: nothing moves, but doubt is left, so that repeats are believed
    slip = params.typo_share / ((1.0 - params.typo_share) * params.typo_range)
    total = hard + easy + slip
    hard, easy, slip = hard / total, easy / total, slip / total
    moved = hard * hard_shift + easy * easy_shift
    # no warm-up counts, and no completed set may take off too much
    near = _nearness(over_limit - raised, params)
    lowered = maximum(-moved * (ties[0] + ties[1]) / variance, _TINY)
    heard = minimum(near, params.most_lowered / lowered)
    hard, easy, slip, moved = heard * hard, heard * easy, heard * slip, heard * moved
    second = (
        hard * (hard_shift * hard_shift + hard_change)
        + easy * (easy_shift * easy_shift - variance * variance * easy_cut)
        + slip * params.typo_jump_sd * params.typo_jump_sd
    )
    return _spread(
        b,
        ties,
        moved / variance,
        (second - moved * moved) / (variance * variance),
        b.reserve + b.v_reserve * (easy * easy_pull + hard * hard_pull),
        b.v_reserve * (1.0 - b.v_reserve * (easy * easy_cut + hard * hard_cut)),
        minimum(b.idle, (1.0 - near) * params.longest_idle),
        0.0,
    )


def _hard_part(
    over_habit: Number,
    over_limit: Number,
    variance: Number,
    also: Number,
    noise: Number,
    params: Params,
) -> tuple[Number, Number, Number, Number, Number]:
    """Read a hard set: a normal around the habit, and it went up, wherever that shows the limit."""
    total = variance + params.hard_sd * params.hard_sd + noise
    gain = variance / total
    left = variance * (1.0 - gain)
    held, pull, cut = _went_up(gain * over_habit - over_limit, left + also)
    weight = params.hard_share * _density(over_habit, total) * held
    return weight, gain * over_habit + left * pull, left - left * left * cut - variance, pull, cut


def _went_up(room: Number, variance: Number) -> tuple[Number, Number, Number]:
    """Give the chance that a normal is above 0, and how that moves and narrows it [1/log]."""
    sd = sqrt(variance)
    z = room / sd
    above = normal_cdf(z)
    hazard = normal_pdf(z) / (above + _TINY)
    return above, hazard / sd, hazard * (z + hazard) / variance


def _nearness(over_limit: Number, params: Params) -> Number:
    """Give how near a demand comes to the belief: 0 for a warm-up, 1 for a hard set."""
    near = (over_limit + params.warm_up_to) / (params.warm_up_to - params.warm_up_from)
    return minimum(maximum(near, 0.0), 1.0)


def _in_full(
    b: Belief, log_load: Number, reps: Number, params: Params, doubt: Number
) -> tuple[Number, Number, Number]:
    """Give demand, slope and noise of a set, with the doubt about the fatigue it was done in."""
    done, g, noise = demand_in_full(log_load, reps, b.curve, params)
    return done, g, noise + doubt


def _density(gap: Number, variance: Number) -> Number:
    """Give the normal density of a gap."""
    sd = sqrt(variance)
    return normal_pdf(gap / sd) / sd


def _aim(b: Belief, g: Number) -> tuple[Number, Number, Ties]:
    """
    Look at habit + form - g (curve - its mean) before a set of slope g: mean, variance, ties.

    Where capacity is known mostly through a doubtful curve, a steeper set would move it
    against its sign: many repetitions would show a flat curve, hence a low single. The
    slope is therefore held where capacity at least stays, so that a success never lowers
    it and a miss never raises it.
    """
    habit, form, _, _, v_habit, v_form, v_curve, _, c_hf, c_hc, c_fc, *_ = b
    of_habit, of_form, of_curve = v_habit + c_hf, v_form + c_hf, c_hc + c_fc
    g = minimum(g, (of_habit + of_form) / maximum(of_curve, _TINY))
    ties = of_habit - g * c_hc, of_form - g * c_fc, of_curve - g * v_curve
    return habit + form, ties[0] + ties[1] - g * ties[2], ties


def _share(
    b: Belief, variance: Number, ties: Ties, shift: Number, change: Number, idle: Number
) -> Belief:
    """Share a shift of capacity and a change of its variance between habit and reserve."""
    prior = variance + b.v_reserve
    to_reserve = b.v_reserve / prior
    return _spread(
        b,
        ties,
        shift / prior,
        change / (prior * prior),
        maximum(b.reserve + to_reserve * shift, 0.0),
        b.v_reserve + to_reserve * to_reserve * change,
        idle,
        1.0,
    )


def _spread(
    b: Belief,
    ties: Ties,
    q: Number,
    a: Number,
    reserve: Number,
    v_reserve: Number,
    idle: Number,
    teach: float,
) -> Belief:
    """
    Spread what a set says over habit, form and curve.

    `q` is the shift of the mean over the variance, `a` the change of the variance over its
    square. With `teach` 0 the curve is only considered [Schmidt1966]_: its doubt counts,
    its mean and variance stay.
    """
    of_habit, of_form, of_curve = ties
    tie = minimum(a, 0.0) * of_curve
    habit, form, curve, _, v_habit, v_form, v_curve, _, c_hf, c_hc, c_fc, _, owed, pace = b
    shift = of_habit * q
    moved = (
        habit + shift,
        form + of_form * q,
        curve + teach * of_curve * q,
        reserve,
        v_habit + a * of_habit * of_habit,
        v_form + a * of_form * of_form,
        v_curve + teach * a * of_curve * of_curve,
        v_reserve,
        c_hf + a * of_habit * of_form,
        c_hc + tie * of_habit,
        c_fc + tie * of_form,
        idle,
        maximum(owed - maximum(shift, 0.0), 0.0),  # what is seen again is not owed any more
        pace,
    )
    return made(Belief, moved)
