"""What a set to failure reaches: the belief times the choice of its load."""

import math

import numpy as np
import pytest
from scipy.stats import norm

from liftguard import Params
from liftguard.model.capacity import begin, capacity
from liftguard.model.standing import Losses
from liftguard.model.to_failure import Reach, reach, scattered


def test_what_a_set_to_failure_reaches_by_integration():
    """Belief times choice gives the first part; its mass against a flat law the weight."""
    params = Params(failure_reps=1.0, failure_sd=0.1, other_scale=0.05, typo_range=3.0)
    b = begin(5.0, 0.08, params)
    mean, variance = capacity(b)
    x = np.linspace(4.0, 6.0, 40_001)
    step = x[1] - x[0]
    both = norm.pdf(x, mean, math.sqrt(variance)) * norm.pdf(x, 4.8, 0.1)
    mass = both.sum() * step
    said = reach(b, 4.8, params)
    expected = (x * both).sum() / both.sum()
    assert said.middle == pytest.approx(expected, abs=1e-8)
    spread = ((x - expected) ** 2 * both).sum() / both.sum()
    assert said.sd == pytest.approx(math.sqrt(spread), abs=1e-8)
    assert (said.other_middle, said.other_sd) == (4.8, 0.1)
    flat = 0.05 / 3.0
    assert said.other == pytest.approx(flat / (flat + 0.95 * mass), abs=1e-8)


def test_reach_on_arrays_is_reach_on_floats():
    """The same kernel runs on both."""
    b, params = begin(5.0, 0.08, Params()), Params()
    many = reach(type(b)(*(np.full(2, value) for value in b)), np.array([4.6, 3.0]), params)
    for place, load in enumerate((4.6, 3.0)):
        assert [float(part[place]) for part in many] == pytest.approx(list(reach(b, load, params)))


def test_a_far_load_is_of_another_scale():
    """
    A load of e^3.5 kg where e^5 kg are believed in is on another machine, chosen for eight.

    3.5 + ln(1 + 0.042 x 7^0.85) = 3.5 + ln 1.2195749 = 3.6985023.
    """
    params = Params(reps_slope=0.042, reps_power=0.85, failure_reps=8.0)
    far = reach(begin(5.0, 0.05, params), 3.5, params)
    assert far.other > 0.99
    assert far.other_middle == pytest.approx(3.6985023, abs=5e-7)


def test_what_is_lost_is_reached_no_more():
    """Fatigue, unreadiness and speed move the belief down alike; their doubt makes it wider."""
    params = Params(failure_sd=1000.0)  # the choice says nothing
    b = begin(5.0, 0.08, params)
    lost = Losses(fatigue=0.03, doubt=0.0009, readiness=0.02, speed=0.01)
    fresh, tired = reach(b, 4.8, params), reach(b, 4.8, params, lost)
    assert tired.middle == pytest.approx(fresh.middle - 0.06, abs=1e-6)
    assert tired.sd**2 == pytest.approx(fresh.sd**2 + 0.0009, abs=1e-6)


@pytest.mark.parametrize(
    ("reached", "scatter", "after"),
    [
        (5.0, 0.0, -0.004),  # inside: a tenth of a step down
        (5.08, 0.0, -0.004),  # 1.6 spreads of .05
        (5.09, 0.0, 0.036),  # 1.8 spreads are outside nine in ten: nine tenths up
        (4.91, 0.2, 0.236),
        (5.25, 0.2, 0.2),  # another machine, or unit
        (5.09, 1.09, 1.1),  # three times as wide at the most
        (5.0, -1.099, -1.1),
    ],
)
def test_how_wide_sets_lie_by_hand(reached, scatter, after):
    """Up by .036 outside 1.645 spreads, down by .004 inside: nine in ten inside cancel."""
    params = Params(scatter_step=0.04, scatter_most=1.1, same_scale=0.2)
    said = Reach(5.0, 0.05, 4.0, 0.1, 0.02)
    assert scattered(scatter, reached, said, params) == pytest.approx(after, abs=1e-12)


def test_who_is_uneven_gets_a_wider_band():
    """A scatter of ln 2 doubles the spread of the belief, and nothing else."""
    b, params = begin(5.0, 0.08, Params()), Params()
    usual, wide = reach(b, 4.8, params), reach(b, 4.8, params, scatter=math.log(2.0))
    assert wide == pytest.approx(usual._replace(sd=2.0 * usual.sd))
