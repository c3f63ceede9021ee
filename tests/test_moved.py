"""What a set really moves: the bar, a share of the body, and what a machine takes off."""

import math

import pytest

import liftguard as lg
from liftguard.model.moved import carried_kg, log_moved

SHARE = lg.LIFTS["pull_up"].bodyweight_share


def test_a_bar_carries_nothing_else():
    """100 kg are 100 kg, whatever the body weighs; assistance is taken off."""
    assert carried_kg("deadlift", 0.0, None) == 0.0
    assert carried_kg("deadlift", 15.0, 80.0) == -15.0
    assert math.exp(log_moved("deadlift", 100.0, 0.0, None)) == pytest.approx(100.0)
    assert math.exp(log_moved("deadlift", 100.0, 15.0, 80.0)) == pytest.approx(85.0)


def test_a_pull_up_counts_the_body():
    """With 80 kg of body a strict pull-up at +20 kg moves the share of the body and 20 kg."""
    assert carried_kg("pull_up", 0.0, 80.0) == SHARE * 80.0
    moved = log_moved("pull_up", 20.0, 10.0, 80.0)
    assert math.exp(moved) == pytest.approx(20.0 + SHARE * 80.0 - 10.0)


def test_what_cannot_be_known_is_not():
    """A body that was never weighed, and a load of nothing."""
    assert carried_kg("pull_up", 0.0, None) is log_moved("pull_up", 20.0, 0.0, None) is None
    assert log_moved("deadlift", 0.0, 0.0, 80.0) is log_moved("squat", 40.0, 40.0, 80.0) is None
