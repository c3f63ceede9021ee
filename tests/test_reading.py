"""Scales that change, what a set to failure reaches, and what the choice of a load tells."""

import math
from datetime import datetime, timedelta

import numpy as np
import pytest
from liftguard.model.known import known
from liftguard.model.reach import reach
from scipy.stats import norm

import liftguard as lg
from liftguard.model.capacity import begin, capacity
from liftguard.model.curve import demand, reps_within
from liftguard.model.forecast import heaviest, outlook, p_beyond
from liftguard.model.params import Params

GUARD = lg.Guard()
START = datetime(2026, 1, 5, 18)


def trained(count=12):
    """Give a state after weekly sets of a machine to failure, at 100 kg for 8."""
    state = GUARD.start()
    for week in range(count):
        at = START + timedelta(weeks=week)
        state = GUARD.learn(state, failure(at, 100.0))
    return state, START + timedelta(weeks=count)


def failure(at, load_kg, reps=8):
    return lg.LoggedSet(lift="leg_press", at=at, load_kg=load_kg, reps=reps, to_failure=True)


def middle(state, at):
    return capacity(known(state, "leg_press", at, GUARD.params).belief)[0]


@pytest.mark.parametrize("factor", [0.4, 2.5])
def test_one_surprise_moves_nothing_and_two_move_the_scale(factor):
    """A first set on another scale is doubted; a second one that agrees is followed."""
    state, at = trained()
    before = middle(state, at)
    once = GUARD.learn(state, failure(at, 100.0 * factor))
    assert middle(once, at) == pytest.approx(before, abs=0.02)
    assert once.lifts["leg_press"].doubted is not None
    twice = GUARD.learn(once, failure(at + timedelta(minutes=3), 100.0 * factor))
    assert middle(twice, at) == pytest.approx(before + math.log(factor), abs=0.05)
    assert twice.lifts["leg_press"].doubted is None


def test_two_surprises_that_disagree_move_nothing():
    """Two slips of different size are two slips."""
    state, at = trained()
    before = middle(state, at)
    for load in (300.0, 700.0):
        state = GUARD.learn(state, failure(at, load))
    assert middle(state, at) == pytest.approx(before, abs=0.03)


def test_an_ordinary_set_ends_the_doubt():
    """After a slip and an ordinary set, a second slip is a first one again."""
    state, at = trained()
    before = middle(state, at)
    for day, load in enumerate((300.0, 100.0, 300.0)):
        state = GUARD.learn(state, failure(at + timedelta(days=day), load))
    assert middle(state, state.at) == pytest.approx(before, abs=0.03)


def test_a_doubted_scale_survives_storing():
    """A state that was stored between the two sets follows the second all the same."""
    state, at = trained()
    once = lg.loads(lg.dumps(GUARD.learn(state, failure(at, 250.0))))
    assert middle(GUARD.learn(once, failure(at, 250.0)), at) > middle(state, at) + 0.8


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


def test_the_heaviest_load_is_the_inverse_with_the_choice():
    """The load found for a risk has that risk."""
    b = begin(5.0, 0.15, Params())
    for reps in (1, 5):
        load = heaviest(b, reps, 0.08, Params())
        assert p_beyond(outlook(b, load, float(reps), Params())) == pytest.approx(0.08, abs=1e-9)


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
