"""Habits: learned forward, one case at a time, by arithmetic that fits on paper."""

import math

import numpy as np
import pytest
import strategies as own
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

import liftguard as lg
from liftguard.evaluation.habits import Habit, HabitPrior, with_habit

PLAIN = HabitPrior(mean=-1.0, sd=1.5)
IN_LEVELS = HabitPrior(mean=0.5, sd=1.0, slope=0.6, lift_sd=0.7)


def test_a_forecast_by_hand():
    """Mean -1, variance 2.25: kappa = 1/sqrt(1 + 2.25 pi/8) = 0.728632; kappa (3 - 1)."""
    p = Habit(mean=-1.0, variance=2.25).p(3.0)
    assert p == pytest.approx(1.0 / (1.0 + math.exp(-1.457264)), abs=1e-6)


def test_learning_by_hand():
    """At p = 1/2: variance 1/(1/2 + 1/4) = 4/3, and the mean moves by 4/3 x 1/2 either way."""
    habit = Habit(mean=0.7, variance=2.0)
    for event, mean in ((True, 0.7 + 2.0 / 3.0), (False, 0.7 - 2.0 / 3.0)):
        after = habit.learn(-0.7, event=event)
        assert after.mean == pytest.approx(mean, rel=1e-12)
        assert after.variance == pytest.approx(4.0 / 3.0, rel=1e-12)


def test_two_cases_by_hand():
    """The second forecast knows the first case: mean 0.4, variance 0.8, kappa 0.872321."""
    said = with_habit([1, 0], [0.5, 0.5], HabitPrior(mean=0.0, sd=1.0))
    assert said[0] == 0.5
    assert said[1] == pytest.approx(1.0 / (1.0 + math.exp(-0.4 * 0.872321)), abs=1e-6)


def test_two_levels_share_what_is_learned():
    """Variances 1 and 1/2, p = 1/2: both gain by variance/(1 + 1.5/4) x 1/2, 4/11 and 2/11."""
    prior = HabitPrior(mean=0.0, sd=1.0, lift_sd=math.sqrt(0.5))
    said = with_habit([1, 0, 0], [0.5] * 3, prior, lifts=["squat", "deadlift", "squat"])
    # another lift: the athlete's 4/11 with variance 1 - (1/4)/(11/8) = 9/11, and its own 1/2
    flat = 1.0 / math.sqrt(1.0 + math.pi / 8.0 * (9.0 / 11.0 + 0.5))
    assert said[1] == pytest.approx(1.0 / (1.0 + math.exp(-flat * 4.0 / 11.0)), rel=1e-12)
    assert said[2] > said[0]


def test_the_slope_is_of_the_forecast_alone():
    """Slope 1/2 of log-odds ln 9 is ln 3, so a known habit of 0 gives 3/4."""
    prior = HabitPrior(mean=0.0, sd=1e-9, slope=0.5)
    assert with_habit([0], [0.9], prior)[0] == pytest.approx(0.75, abs=1e-9)


@given(base=st.floats(-6.0, 6.0), mean=st.floats(-3.0, 3.0), sd=st.floats(0.1, 2.0))
def test_the_forecast_is_the_mean_over_the_belief(base, mean, sd):
    """Within 0.02 of the integral that the closed form stands for [MacKay1992]."""

    def both(u):
        return norm.pdf(u, mean, sd) / (1.0 + math.exp(-(base + u)))

    exact, _ = quad(both, mean - 8.0 * sd, mean + 8.0 * sd)
    assert Habit(mean=mean, variance=sd * sd).p(base) == pytest.approx(exact, abs=0.02)


@given(
    cases=own.forecast_cases(), cut=st.integers(1, 40), prior=st.sampled_from([PLAIN, IN_LEVELS])
)
def test_no_case_is_seen_before_its_time(cases, cut, prior):
    """Cutting off, or turning round, a case and all later ones changes no earlier forecast."""
    lifts = ["squat" if n % 3 else "deadlift" for n in range(len(cases.p))]
    whole = with_habit(cases.outcome, cases.p, prior, lifts=lifts)
    cut = min(cut, len(cases.p))
    part = with_habit(cases.outcome[:cut], cases.p[:cut], prior, lifts=lifts[:cut])
    other = cases.outcome[: cut - 1] + [1 - one for one in cases.outcome[cut - 1 :]]
    assert np.array_equal(part, whole[:cut])
    assert np.array_equal(with_habit(other, cases.p, prior, lifts=lifts)[:cut], whole[:cut])


@given(cases=own.forecast_cases())
def test_probabilities_stay_inside(cases):
    """Even a forecast of 0 or 1 leaves a probability between them."""
    said = with_habit(cases.outcome, cases.p, PLAIN)
    assert ((said > 0.0) & (said < 1.0)).all()


def test_a_habit_is_found():
    """Where a forecast of 10 % comes true in 1 % of a thousand cases, it ends near 1 %."""
    outcome = [int(n % 100 == 50) for n in range(1000)]
    said = with_habit(outcome, [0.1] * 1000, PLAIN)
    assert said[0] < 0.1
    assert said[-1] == pytest.approx(0.01, abs=0.003)


@pytest.mark.parametrize(
    "change", [{"sd": 0.0}, {"slope": -1.0}, {"lift_sd": -0.1}, {"mean": math.nan}]
)
def test_priors_out_of_range_are_refused(change):
    (name,) = change
    with pytest.raises(lg.InvalidValue, match=f"HabitPrior.{name}"):
        HabitPrior(**{"mean": 0.0, "sd": 1.0} | change)
