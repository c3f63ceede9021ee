"""
Each reading and each step of the kernel against numerical integration and hand arithmetic.

The likelihoods are written down here once more, from what a set means, and multiplied with
the prior on a fine grid; nothing of the closed forms is used. The grids are wide and fine
enough for 1e-8, and the comparisons allow 1e-6.
"""

import math

import attrs
import numpy as np
import pytest
from scipy.stats import norm

from liftguard import Params
from liftguard.model import evidence
from liftguard.model.capacity import (
    Belief,
    advance,
    begin,
    capacity,
    doubt_at,
    fading_at,
    gained,
    paced,
)
from liftguard.model.curve import demand, demand_in_full, reps_within
from liftguard.model.forecast import Parts, outlook, p_beyond

# The numbers that the likelihoods below are written with, whatever the defaults are.
PARAMS = Params(
    reps_slope=1 / 30,
    reps_power=1.0,
    choice_sd=1000.0,  # not considered: those who test it say so
    rep_sd=0.004,
    attempt_sd=0.03,
    lapse=0.004,
    walk_sd=0.0073,
    young_sd=0.0,
    form_sd=0.022,
    form_days=0.3,
    drift=0.0015,
    drift_days=550.0,
    rest_days=14.0,
    detraining=0.0075,
    detraining_most=0.223,
    detraining_doubt=0.6,
    effort_low_sd=0.03,
    effort_high_sd=0.04,
    effort_high_sd_per_rir=0.02,
    effort_slack=0.08,
    rir_scale=1.25,
    reserve=0.08,
    reserve_sd=0.06,
    hard_sd=0.06,
    hard_share=0.4,
    easy_range=1.0,
    warm_up_from=0.15,
    warm_up_to=0.35,
    most_lowered=0.02,
    typo_share=0.002,
    typo_range=3.0,
    typo_jump_sd=0.05,
)
CLOSE = 1e-6
SD = np.array([0.02, 0.05, 0.1, 0.3])
OFFSETS = [-0.5, -0.12, 0.0, 0.04, 0.3, 0.8]
REPS = [1.0, 3.0, 8.0]

ATTEMPT_VAR = 0.03**2
REP_SD = 0.004  # a set's demand is noisier by this for each repetition after the first
LAPSE = 0.004
TYPO = 0.002 / 3.0  # share of slips over the range in which they lie


def belief_of(mean, v_habit, v_reserve=0.0, v_form=0.0, reserve=0.08):
    """Make a belief whose curve is known."""
    return Belief(
        mean - reserve, 0.0, 0.0, reserve, v_habit, v_form, 0.0, v_reserve, 0.0, 0.0, 0.0, 0.0
    )


def demand_of(load, reps):
    return load + math.log(1.0 + (reps - 1.0) / 30.0)


def rep_var(reps):
    return (REP_SD * (reps - 1.0)) ** 2


def posterior(mean, variance, likelihood):
    """Give mean and variance of a normal prior times a likelihood, on a grid."""
    sd = math.sqrt(variance)
    x = np.linspace(mean - 14.0 * sd, mean + 14.0 * sd, 40_001)
    weight = norm.pdf(x, mean, sd) * likelihood(x)
    weight /= weight.sum()
    middle = float((weight * x).sum())
    return middle, float((weight * (x - middle) ** 2).sum())


def assert_capacity(after, expected):
    mean, variance = capacity(after)
    assert mean == pytest.approx(expected[0], abs=CLOSE)
    assert variance == pytest.approx(expected[1], rel=1e-5, abs=1e-9)


# --- readings against integration ---


@pytest.mark.parametrize("sd", SD)
@pytest.mark.parametrize("offset", OFFSETS)
def test_a_miss_at_once(sd, offset):
    """No repetition: capacity and attempt together fell short of one, or it was a lapse."""
    load = 5.0 + offset
    noise = math.sqrt(ATTEMPT_VAR)
    expected = posterior(
        5.0, sd**2, lambda c: LAPSE + (1 - 2 * LAPSE) * norm.cdf((load - c) / noise)
    )
    assert_capacity(evidence.read_miss(belief_of(5.0, sd**2), load, 0.0, PARAMS), expected)


@pytest.mark.parametrize("sd", SD)
@pytest.mark.parametrize("offset", OFFSETS)
@pytest.mark.parametrize("reps", REPS)
def test_a_miss_after_repetitions(sd, offset, reps):
    """After n, capacity with noise lay between the demands of n and n + 1, or it was a lapse."""
    load = 5.0 + offset - math.log(1.0 + (reps - 1.0) / 30.0)
    noise = math.sqrt(ATTEMPT_VAR + rep_var(reps))
    low, high = demand_of(load, reps), demand_of(load, reps + 1.0)

    def likelihood(c):
        inside = norm.cdf((high - c) / noise) - norm.cdf((low - c) / noise)
        return LAPSE + (1 - 2 * LAPSE) * inside

    expected = posterior(5.0, sd**2, likelihood)
    assert_capacity(evidence.read_miss(belief_of(5.0, sd**2), load, reps, PARAMS), expected)


@pytest.mark.parametrize("sd", SD)
@pytest.mark.parametrize("offset", OFFSETS)
@pytest.mark.parametrize("reps", REPS)
def test_a_floor(sd, offset, reps):
    """Completed repetitions: capacity with noise lay above their demand, or it was a lapse."""
    load = 5.0 + offset
    noise = math.sqrt(ATTEMPT_VAR + rep_var(reps))
    low = demand_of(load, reps)
    expected = posterior(5.0, sd**2, lambda c: LAPSE + (1 - 2 * LAPSE) * norm.sf((low - c) / noise))
    assert_capacity(evidence.read_floor(belief_of(5.0, sd**2), load, reps, PARAMS), expected)


@pytest.mark.parametrize("parts", [(0.09, 0.01, 0.0), (0.05, 0.03, 0.02), (0.02, 0.06, 0.01)])
def test_a_miss_moves_the_sum_of_habit_reserve_and_form(parts):
    """However the variance is split, the sum gets the exact posterior."""
    v_habit, v_reserve, v_form = (part**2 for part in parts)
    before = belief_of(5.0, v_habit, v_reserve, v_form)
    expected = posterior(
        5.0,
        v_habit + v_reserve + v_form,
        lambda c: LAPSE + (1 - 2 * LAPSE) * norm.cdf((5.0 - c) / 0.03),
    )
    after = evidence.read_miss(before, 5.0, 0.0, PARAMS)
    assert capacity(after)[0] == pytest.approx(expected[0], abs=CLOSE)


def effort_likelihood(load, reps, rir):
    """Two-piece normal around reps and true reserve, which is 1.25 times what is said."""
    target = demand_of(load, reps + 1.25 * rir)
    below = 0.03**2 + rep_var(reps)
    above = (0.04 + 0.02 * rir) ** 2 + rep_var(reps)
    return lambda c: np.exp(-((c - target) ** 2) / (2.0 * np.where(c < target, below, above)))


def believed(load, reps, mean, variance):
    """Tell how likely a set was what it says, by load and repetitions alone."""
    surprise = demand_of(load, reps) - mean
    slack = 0.04 if surprise > 0.0 else 0.08
    true = 0.998 * norm.pdf(surprise, 0.0, math.sqrt(variance + rep_var(reps) + slack**2))
    return true / (true + TYPO)


@pytest.mark.parametrize("sd", SD)
@pytest.mark.parametrize("offset", [-0.2, -0.05, 0.0, 0.04, 0.1, 0.8])
@pytest.mark.parametrize(("reps", "rir"), [(1.0, 0.0), (1.0, 3.0), (5.0, 1.0), (8.0, 9.0)])
def test_a_known_effort_moves_the_mean(sd, offset, reps, rir):
    """The mean moves to that of the two-piece posterior, as far as the set is believed."""
    load = 5.0 + offset - math.log(1.0 + (reps - 1.0) / 30.0)
    exact = posterior(5.0, sd**2, effort_likelihood(load, reps, rir))
    trust = believed(load, reps, 5.0, sd**2)
    after = evidence.read_effort(belief_of(5.0, sd**2), load, reps, rir, PARAMS)
    assert capacity(after)[0] == pytest.approx(5.0 + trust * (exact[0] - 5.0), abs=CLOSE)


@pytest.mark.parametrize("sd", SD)
@pytest.mark.parametrize(("reps", "rir"), [(1.0, 0.0), (1.0, 3.0), (5.0, 1.0)])
def test_a_known_effort_narrows_as_it_should(sd, reps, rir):
    """
    The variance is that of the posterior, mixed with the prior as far as it is not believed.

    The claim is taken where it surprises least, so that no further doubt (below 1e-6) stays.
    """
    load = 5.0 - math.log(1.0 + (reps + 1.25 * rir - 1.0) / 30.0)
    mean, variance = posterior(5.0, sd**2, effort_likelihood(load, reps, rir))
    trust = believed(load, reps, 5.0, sd**2)
    expected = (
        trust * (variance + (mean - 5.0) ** 2) + (1.0 - trust) * sd**2 - (trust * (mean - 5.0)) ** 2
    )
    after = evidence.read_effort(belief_of(5.0, sd**2), load, reps, rir, PARAMS)
    assert capacity(after)[1] == pytest.approx(expected, rel=1e-4, abs=1e-6)


def bare_posterior(over_limit, reps, v_habit, v_reserve, reserve=0.08):
    """Integrate the mixture over habit and reserve; gives both means, and the habit's variance."""
    limit = 5.0
    done = limit + over_limit
    habit_mean = limit - reserve
    h = np.linspace(-9.0, 9.0, 901)[:, None] * math.sqrt(v_habit) + habit_mean
    r = np.linspace(-9.0, 9.0, 601)[None, :] * math.sqrt(v_reserve) + reserve
    prior = norm.pdf(h, habit_mean, math.sqrt(v_habit)) * norm.pdf(r, reserve, math.sqrt(v_reserve))
    prior /= prior.sum()
    hard = 0.4 * norm.pdf(done, h, math.sqrt(0.06**2 + rep_var(reps)))
    went_up = norm.sf((done - h - r) / math.sqrt(ATTEMPT_VAR + rep_var(reps)))
    weight = prior * (hard + 0.6 / 1.0) * went_up
    slip = TYPO / 0.998
    total = weight.sum() + slip
    mean = ((weight * h).sum() + slip * habit_mean) / total
    square = (weight * (h - mean) ** 2).sum() + slip * (
        v_habit + 0.05**2 + (habit_mean - mean) ** 2
    )
    mean_reserve = ((weight * r).sum() + slip * reserve) / total
    return mean, square / total, mean_reserve


@pytest.mark.parametrize("over_limit", [-0.3, -0.25, -0.14, -0.05, 0.0, 0.05, 0.2, 0.8])
@pytest.mark.parametrize(("sd", "reserve_sd"), [(0.03, 0.06), (0.05, 0.02), (0.15, 0.05)])
@pytest.mark.parametrize("reps", REPS)
def test_a_bare_success(over_limit, sd, reserve_sd, reps):
    """
    Near the belief, the mixture of hard, easy and slip gives habit and reserve exactly.

    From 0.15 below it on, less and less of that counts, at 0.35 nothing; where it would take
    more than 2 % off the habit, it takes 2 %.
    """
    mean, variance, reserve = bare_posterior(over_limit, reps, sd**2, reserve_sd**2)
    load = 5.0 + over_limit - math.log(1.0 + (reps - 1.0) / 30.0)
    after = evidence.read_bare(belief_of(5.0, sd**2, reserve_sd**2), load, reps, PARAMS)
    counted = min((over_limit + 0.35) / 0.2, 1.0)
    assert after.habit == pytest.approx(4.92 + max(counted * (mean - 4.92), -0.02), abs=CLOSE)
    if counted == 1.0 and mean - 4.92 > -0.02:
        assert after.v_habit == pytest.approx(variance, rel=1e-5)
        assert after.reserve == pytest.approx(reserve, abs=CLOSE)


def test_a_bare_warm_up_says_nothing():
    """A set more than 30 % below the belief leaves every number of it but idle time."""
    before = belief_of(5.0, 0.1**2, 0.05**2, 0.02**2)
    assert evidence.read_bare(before, 4.6, 1.0, PARAMS) == before


# --- one step by hand ---


def test_one_miss_by_hand():
    """
    One miss exactly at the belief, worked out by hand.

    sd = sqrt(0.01 + 0.0009) = 0.1044031; total = 0.004 + 0.992 / 2 = 0.5;
    first = 0.992 x 0.3989423 / 0.5 = 0.7915015; gain = 0.01 / 0.1044031 = 0.0957826;
    mean = 5 - 0.0957826 x 0.7915015 = 4.9241879;
    variance = 0.01 - 0.0957826^2 x 0.7915015^2 = 0.0042525.
    """
    mean, variance = capacity(evidence.read_miss(belief_of(5.0, 0.01), 5.0, 0.0, PARAMS))
    assert mean == pytest.approx(4.9241879, abs=5e-8)
    assert variance == pytest.approx(0.0042525, abs=5e-8)


def test_one_gain_by_hand():
    """
    A week after the first set, worked out by hand.

    drift: 0.0015 / 7 x 550 x ln(1 + 7 / 550) = 0.0014905; wandering: 0.0073^2 = 0.00005329.
    """
    after = advance(belief_of(5.0, 0.01), 7.0, 0.0, PARAMS)
    assert after.habit == pytest.approx(4.92 + 0.0014905, abs=5e-8)
    assert after.v_habit == pytest.approx(0.01005329, abs=1e-12)


def test_one_week_of_a_young_log_by_hand():
    """
    In the first week of a log capacity wanders by more, worked out by hand.

    Walk 0.01, young 0.04 and 21 days: e1 = exp(-1/3) = 0.7165313. The sd in a week falls from .05
    to .01 + .04 e1 = .0386613; its square, integrated over the week: 0.0001 +
    2 x 0.01 x 0.04 x 3 x 0.2834687 + 0.0016 x 1.5 x (1 - 0.5134171) = 0.0019481.
    """
    params = attrs.evolve(PARAMS, walk_sd=0.01, young_sd=0.04, young_days=21.0)
    after = advance(belief_of(5.0, 0.01), 7.0, 0.0, params)
    assert after.v_habit == pytest.approx(0.01 + 0.0019481, abs=5e-8)
    later = advance(belief_of(5.0, 0.01), 7.0, 1e5, params)
    assert later.v_habit == pytest.approx(0.0101, abs=1e-12)


def test_one_layoff_by_hand():
    """
    Sixty days without a set, worked out by hand.

    14 days of drift: 0.0015 / 7 x 550 x ln(1 + 14 / 550) = 0.0029624;
    46 days of loss: 0.0075 / 7 x 46 = 0.0492857; so the mean falls by 0.0463233.
    Doubt: (0.6 x 0.0492857)^2 = 0.000874469; wandering: 0.0073^2 x 60 / 7 = 0.000456771.
    """
    after = advance(belief_of(5.0, 0.01), 60.0, 0.0, PARAMS)
    assert after.habit == pytest.approx(4.92 - 0.0463233, abs=5e-8)
    assert after.v_habit == pytest.approx(0.01 + 0.000874469 + 0.000456771, abs=1e-9)


def test_one_night_by_hand():
    """
    The form of the day fades with a time constant of 0.3 days.

    After 0.3 days: 0.02 / e = 0.0073576; variance
    0.0001 / e^2 + 0.022^2 (1 - 1 / e^2) = 0.0000135335 + 0.0004184978.
    """
    before = belief_of(5.0, 0.01)._replace(form=0.02, v_form=0.0001, c_habit_form=0.0003)
    after = advance(before, 0.3, 0.0, PARAMS)
    assert after.form == pytest.approx(0.0073576, abs=5e-8)
    assert after.v_form == pytest.approx(0.0004320313, abs=1e-9)
    assert after.c_habit_form == pytest.approx(0.0003 * 0.3678794, abs=1e-10)


@pytest.mark.parametrize(
    ("shown", "lowers", "pace"),
    [
        (0.0, False, 0.006),
        (0.008, False, 0.006),  # noise
        (0.018, False, 0.008),  # a fifth of .01 more
        (0.05, False, 0.01),  # .02 of it counts, and .01 a day is the most
        (-0.05, False, 0.006),  # a bare set slows nobody down
        (-0.002, True, 0.004),  # .01 short of what counts as a gain
        (-0.3, True, 0.002),
    ],
)
def test_a_pace_by_hand(shown, lowers, pace):
    """A fifth of what a set shows beyond .008, at most .02 of it, on .006 a day."""
    params = attrs.evolve(PARAMS, pace_share=0.2, pace_from=0.008, pace_step=0.02, pace_most=0.01)
    before = belief_of(5.0, 0.01)._replace(pace=0.006)
    after = before._replace(habit=before.habit + shown)
    found = paced(before.pace, gained(before, after), lowers, params)
    assert found == pytest.approx(pace, abs=1e-12)


def test_what_a_pace_brings_by_hand():
    """
    .005 a day in ten days of training, falling in 20 days and with the age of the log in 80.

    At the age of 40 days that is .005 e^(-.5) (1 - e^(-.625)) / .0625 = .02255; when the lift is
    left for long only the first two weeks count.
    """
    params = attrs.evolve(PARAMS, drift=0.0, pace_days=20.0, pace_young_days=80.0, rest_days=14.0)
    before = belief_of(5.0, 0.01)._replace(pace=0.005)
    after = advance(before, 10.0, 40.0, params)
    brought = 0.005 * math.exp(-0.5) * (1.0 - math.exp(-0.625)) / 0.0625
    assert after.habit - before.habit == pytest.approx(brought, abs=1e-12)
    assert after.pace == pytest.approx(0.005 * math.exp(-0.5), abs=1e-12)
    left = attrs.evolve(params, detraining=0.0)
    ever = 0.005 * math.exp(-0.5) * (1.0 - math.exp(-0.0625 * 14.0)) / 0.0625
    assert advance(before, 90.0, 40.0, left).habit - before.habit == pytest.approx(ever, abs=1e-12)


def test_what_time_off_took_comes_back():
    """
    60 days off take 46/7 x .0075 = .04929 beyond the drift; ten days of training bring back some.

    That is .04929 (1 - e^(-10/20)) = .01939, in one step or in two; and not while away.
    """
    params = attrs.evolve(PARAMS, regain_days=20.0, drift=0.0, detraining=0.0075, rest_days=14.0)
    away = advance(belief_of(5.0, 0.01), 60.0, 0.0, params)
    assert away.owed == pytest.approx(46.0 / 7.0 * 0.0075, abs=1e-12)
    assert capacity(away)[0] == pytest.approx(5.0 - away.owed, abs=1e-12)
    back = away._replace(idle=0.0)  # a hard set
    later = advance(back, 10.0, 60.0, params)
    gained = away.owed * (1.0 - math.exp(-0.5))
    assert later.habit - back.habit == pytest.approx(gained, abs=1e-12)
    assert later.owed == pytest.approx(away.owed - gained, abs=1e-12)
    twice = advance(advance(back, 4.0, 60.0, params), 6.0, 64.0, params)
    assert twice == pytest.approx(later, abs=1e-12)


@pytest.mark.parametrize(
    ("age", "times"), [(25, 1.0), (50, 1.0), (57.5, 1.5), (65, 2.0), (80, 2.0)]
)
def test_the_old_lose_faster(age, times):
    """From 50 on more, from 65 on twice as much; without a set for 60 days, twice of .04929."""
    assert fading_at(age, PARAMS) == pytest.approx(times)
    params = attrs.evolve(PARAMS, drift=0.0, detraining=0.0075, rest_days=14.0)
    away = advance(belief_of(5.0, 0.01), 60.0, 0.0, params, fading_at(age, params))
    assert 5.0 - capacity(away)[0] == pytest.approx(times * 46.0 / 7.0 * 0.0075, abs=1e-12)


def test_a_layoff_has_a_floor():
    """However long the break, no more than a fifth (0.223) is taken off."""
    after = advance(belief_of(5.0, 0.01), 5000.0, 0.0, PARAMS)
    assert after.habit == pytest.approx(4.92 + 0.0029624 - 0.223, abs=1e-7)


def test_a_high_reserve_fades_by_hand():
    """
    A reserve above the usual 0.08 fades towards it with the time constant, here 90 days.

    After 90 days: 0.08 + 0.04 / e = 0.0947152; one below it stays.
    """
    params = attrs.evolve(PARAMS, reserve_days=90.0)
    high, low = (belief_of(5.0, 0.01, reserve=reserve) for reserve in (0.12, 0.03))
    assert advance(high, 90.0, 0.0, params).reserve == pytest.approx(0.0947152, abs=5e-8)
    assert advance(low, 90.0, 0.0, params).reserve == 0.03


def test_no_time_changes_nothing():
    """Zero days leave a belief as it was."""
    before = begin(5.0, 0.1, PARAMS)
    assert advance(before, 0.0, 100.0, PARAMS) == pytest.approx(before, rel=1e-12, abs=1e-15)


# --- demand, outlook and its inverse ---


def test_demand_by_hand():
    """Ten at 100 kg ask ln(100 x 1.3); at a curve of ln 0.5 the rise is halved, 1.15."""
    assert demand(math.log(100.0), 10.0, 0.0, PARAMS) == pytest.approx(math.log(130.0))
    assert demand(math.log(100.0), 10.0, math.log(0.5), PARAMS) == pytest.approx(math.log(115.0))


@pytest.mark.parametrize("reps", [1.0, 2.0, 5.0, 30.0])
@pytest.mark.parametrize("curve", [-0.5, 0.0, 0.4])
def test_the_slope_of_demand(reps, curve):
    """The slope by the curve is what a central difference gives, to its 1e-9."""
    _, slope, _ = demand_in_full(5.0, reps, curve, PARAMS)
    up, down = (demand(5.0, reps, curve + step, PARAMS) for step in (1e-5, -1e-5))
    assert slope == pytest.approx((up - down) / 2e-5, abs=1e-9)


@pytest.mark.parametrize("reps", [1, 3, 10])
def test_p_beyond_by_integration(reps):
    """
    P(fail) of a set is the lapse floor plus P(capacity + noise < demand), integrated.

    The curve varies with 0.22 around its usual value and its demand is taken as linear.
    """
    b = belief_of(5.0, 0.05**2)._replace(v_curve=0.22**2)
    load = 4.95 - math.log(1.0 + (reps - 1.0) / 30.0)
    rise = (reps - 1.0) / 30.0
    slope = rise / (1.0 + rise)
    c = np.linspace(4.5, 5.5, 2001)[:, None]
    curve = np.linspace(-1.6, 1.6, 1601)[None, :]
    prior = norm.pdf(c, 5.0, 0.05) * norm.pdf(curve, 0.0, 0.22)
    fails = norm.cdf((4.95 + slope * curve - c) / math.sqrt(ATTEMPT_VAR + rep_var(reps)))
    expected = 0.004 + 0.992 * (prior * fails).sum() / prior.sum()
    assert load + math.log(1.0 + rise) == pytest.approx(4.95)
    assert p_beyond(outlook(b, load, float(reps), PARAMS)) >= expected - CLOSE
    if reps <= 3:  # further on an earlier repetition may ask more, and then counts
        assert p_beyond(outlook(b, load, float(reps), PARAMS)) == pytest.approx(expected, abs=CLOSE)


def test_capacity_by_hand():
    """
    Capacity is habit + form + reserve, with the variance of that sum.

    4.92 + 0.01 + 0.08 = 5.01; 0.01 + 0.0004 + 0.0036 - 2 x 0.0005 = 0.013.
    """
    b = belief_of(5.0, 0.01, 0.0036, 0.0004)._replace(form=0.01, c_habit_form=-0.0005)
    assert capacity(b) == pytest.approx((5.01, 0.013), rel=1e-12)


def test_the_spread_of_a_set_by_hand():
    """
    The spread of a set is that of capacity - g curve, with the noise of the attempt.

    Thirteen reps: g = 0.4 / 1.4 = 0.2857143. Variance: capacity 0.01 + 0.0004 - 0.001 = 0.0094,
    curve 0.0816327 x 0.0484 = 0.0039510, tie -2 x 0.2857143 x (0.004 + 0.001) = -0.0028571,
    attempt 0.0009, reps (12 x 0.004)^2 = 0.002304; in all 0.0136979.
    """
    b = belief_of(5.0, 0.01, 0.0, 0.0004)._replace(
        v_curve=0.0484, c_habit_form=-0.0005, c_habit_curve=0.004, c_form_curve=0.001
    )
    parts = outlook(b, 4.5, 13.0, PARAMS)
    assert parts.demand == pytest.approx(4.5 + math.log(1.4), rel=1e-12)
    assert parts.sd**2 == pytest.approx(0.0136979, abs=5e-8)


def test_readings_tie_habit_form_and_curve():
    """
    What a set says is shared by covariance, as in a regression on what it aims at.

    Habit 0.01, form 0.0004, no ties: a floor on the sum moves them 25 to 1, and the new
    covariance is the change of the sum's variance times their shares, 25/26 x 1/26.
    """
    before = belief_of(5.0, 0.01, 0.0, 0.0004)
    after = evidence.read_floor(before, 5.0, 1.0, PARAMS)
    change = capacity(after)[1] - 0.0104
    assert (after.habit - before.habit) / after.form == pytest.approx(25.0, rel=1e-9)
    assert after.c_habit_form == pytest.approx(change * 25.0 / 26.0 / 26.0, rel=1e-9)


def test_a_beginning_by_hand():
    """Capacity begins at the mean, with the variance asked for plus that of a day's form."""
    mean, variance = capacity(begin(5.0, 0.2, PARAMS))
    assert mean == pytest.approx(5.0, abs=1e-12)
    assert variance == pytest.approx(0.04 + 0.022**2, abs=1e-12)


# --- the curve, and what the choice of a load tells ---


def test_the_bent_curve_by_hand():
    """Nine reps, k = 0.05, a = 0.5: 1 + 0.05 sqrt 8 = 1.1414214; and back again."""
    params = Params(reps_slope=0.05, reps_power=0.5)
    assert demand(0.0, 9.0, 0.0, params) == pytest.approx(math.log(1.1414213562), abs=1e-9)
    assert reps_within(math.log(1.1414213562), 0.0, params)[0] == pytest.approx(9.0, abs=1e-6)


@pytest.mark.parametrize("room", [0.01, 0.2, 0.6])
def test_the_worth_of_room_in_repetitions(room):
    """The slope is what a central difference gives, above two repetitions."""
    params = Params(reps_slope=0.05, reps_power=0.9)
    reps, slope = reps_within(room, 0.0, params)
    up, down = (reps_within(room + step, 0.0, params)[0] for step in (1e-6, -1e-6))
    if reps > 2.0:
        assert slope == pytest.approx((up - down) / 2e-6, rel=1e-5)
    else:
        assert slope > 0.0


def test_what_the_choice_of_a_load_tells_by_integration():
    """P(fail) is that of the belief times the law of the choice, integrated over capacity."""
    params = Params(choice_sd=0.2, choice_margin=0.1, attempt_sd=0.03, lapse=0.002)
    b = begin(5.0, 0.12, params)
    mean, variance = capacity(b)
    for load in (4.7, 5.0, 5.2):
        c = np.linspace(3.5, 6.5, 30_001)
        weight = norm.pdf(c, mean, math.sqrt(variance)) * norm.pdf(c - load, 0.1, 0.2)
        fails = norm.cdf((load - c) / 0.03)
        expected = 0.002 + 0.996 * (weight * fails).sum() / weight.sum()
        assert p_beyond(outlook(b, load, 1.0, params)) == pytest.approx(expected, abs=1e-7)


def test_the_first_repetition_asks_for_the_load_alone():
    """No rise, no slope by the curve, and no noise but that of the attempt."""
    assert demand_in_full(5.0, 1.0, 0.3, PARAMS) == (5.0, 0.0, 0.0)


def test_room_in_repetitions_by_hand():
    """A tenth of room at 1/30 each is three more; each is worth 30 x 1.1 of a log."""
    reps, slope = reps_within(math.log(1.1), 0.0, PARAMS)
    assert (reps, slope) == (pytest.approx(4.0, abs=1e-9), pytest.approx(33.0, abs=1e-9))


def test_the_doubt_of_a_set_by_hand():
    """0.01 + 0.5^2 x 0.04 = 0.02; less 2 x 0.5 x (0.004 + 0.001) where the curve is tied."""
    b = belief_of(5.0, 0.01)._replace(v_curve=0.04)
    assert doubt_at(b, 0.01, 0.5) == pytest.approx(0.02, abs=1e-12)
    tied = b._replace(c_habit_curve=0.004, c_form_curve=0.001)
    assert doubt_at(tied, 0.01, 0.5) == pytest.approx(0.015, abs=1e-12)


def test_a_demand_at_the_capacity_of_the_moment_is_even():
    """5.0 asked of 5.02 less 0.02 of fatigue: half, whatever the lapses."""
    parts = Parts(5.0, 5.02, 0.05, 0.004, 0.02, 0.0, 0.0, known_sd=0.05)
    assert p_beyond(parts) == pytest.approx(0.5, abs=1e-12)


def test_the_first_set_of_a_lift_by_hand():
    """Half the usual reserve of 0.08 above its demand, and as wide as is said."""
    mean, variance = capacity(evidence.restart(5.0, 1.0, PARAMS))
    assert mean == pytest.approx(5.04, abs=1e-12)
    assert variance == pytest.approx(PARAMS.first_set_sd**2 + 0.022**2, abs=1e-12)


@pytest.mark.parametrize("sd", SD)
@pytest.mark.parametrize("offset", [-0.5, -0.12, 0.01, 0.3, 0.8])  # the slack jumps at 0
@pytest.mark.parametrize("reps", REPS)
def test_how_far_a_set_is_believed(sd, offset, reps):
    """Its density with some slack, against that of slips that lie anywhere."""
    load = 5.0 + offset
    found = evidence.honesty(belief_of(5.0, sd**2), load, reps, PARAMS)
    assert found == pytest.approx(believed(load, reps, 5.0, sd**2), rel=1e-9)
