"""How strongly work tires one athlete: what a set done tired tells of it, by hand."""

from datetime import timedelta

import numpy as np
import pytest
from strategies import BEGINNING, GUARD

import liftguard as lg
from liftguard.model.capacity import Belief
from liftguard.model.fatigability import Fatigability, learn_fatigability, usual_fatigability

PARAMS = lg.Params(fatigability_sd=0.2)  # that the sums below are written with
CLOSE = 1e-12  # rounding of a handful of operations


def belief(mean, variance):
    """Give a belief of that capacity."""
    zero = dict.fromkeys(Belief._fields, 0.0)
    return Belief(**zero | {"habit": mean, "v_habit": variance})


def learned(before, tired, after):
    """Learn from a set before which capacity was 5, give or take 0.1."""
    return learn_fatigability(before, tired, belief(5.0, 0.01), after)


def test_fatigability_by_hand():
    """A share of 0.04 x 0.05 / 0.01 = 0.2; 1 less 0.2 x 0.02, and 0.04 less 0.04 x 0.0036."""
    usual = Fatigability(1.0, 0.04)
    after = learned(usual, 0.05, belief(5.02, 0.0064))
    assert after == pytest.approx((0.996, 0.039856), abs=CLOSE)
    weaker = learned(usual, 0.05, belief(4.98, 0.0064))
    assert weaker.mean == pytest.approx(1.004, abs=CLOSE)


def test_fatigability_has_its_bounds():
    """Never below none; a wider belief after the set tells nothing; rested, nothing is learned."""
    assert learned(Fatigability(0.1, 0.04), 0.05, belief(6.0, 0.0064)).mean == 0.0
    assert learned(Fatigability(1.0, 0.04), 0.05, belief(5.0, 0.3)).variance == 0.04
    assert learned(Fatigability(1.2, 0.04), 0.0, belief(5.5, 0.005)) == (1.2, 0.04)
    assert usual_fatigability(PARAMS) == pytest.approx((1.0, 0.04), abs=CLOSE)


def test_misses_and_plain_sets_teach_no_fatigability():
    """Only a completed set of known effort tells how strongly work tires."""
    sets = [
        lg.LoggedSet(lift="squat", at=BEGINNING + timedelta(days=3 * n), load_kg=100, reps=3, rpe=9)
        for n in range(8)
    ]
    state = GUARD.replay(lg.History(sets)).state
    at = state.at + timedelta(minutes=2)
    for fields in ({}, {"missed": True}, {"kind": "warmup", "rpe": 6}, {"kind": "drop", "rpe": 9}):
        done = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=3, **fields)
        assert GUARD.learn(state, done).body.fatigability == state.body.fatigability
    rated = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=3, rpe=8)
    assert GUARD.learn(state, rated).body.fatigability != state.body.fatigability


def test_floats_and_arrays_agree():
    """The same numbers for floats and for arrays."""
    x, y = (one.ravel() for one in np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 7)))

    def run(x, y):
        old, new = belief(5.0 + x, 0.01 + y), belief(5.0 + y, 0.011 - 0.01 * x)
        return learn_fatigability(Fatigability(0.5 + x, 0.04 * y), 0.1 * x, old, new)

    together = run(x, y)
    for i in range(len(x)):
        alone = run(float(x[i]), float(y[i]))
        assert {type(one) for one in alone} == {float}
        np.testing.assert_allclose([one[i] for one in together], alone, rtol=1e-13, atol=1e-16)
