"""The own baseline of bar speed: hand arithmetic."""

import pytest

import liftguard as lg
from liftguard.model.bar_speed import usual_speed, with_speed

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(speeds_kept=12.0, fewest_speeds=3.0, alike_loads=0.07)


def test_the_usual_speed_by_hand():
    """The median of loads within 0.07; slips do not move it, fewer than three tell nothing."""
    speeds = ((5.0, 0.4), (5.06, 0.5), (4.94, 0.3), (5.0, 9.0), (5.08, 0.1), (4.9, 2.0))
    assert usual_speed(speeds, 5.0, PARAMS) == pytest.approx(0.45)  # of 0.3, 0.4, 0.5 and 9
    assert usual_speed(((5.0, 0.4), (5.0, 0.5), (5.0, 0.6)), 5.0, PARAMS) == 0.5
    assert usual_speed(((5.0, 0.4), (5.0, 0.5), (5.2, 0.6)), 5.0, PARAMS) is None
    # a zero is no speed
    assert usual_speed(((5.0, 0.4), (5.0, 0.5), (5.0, 0.0)), 5.0, PARAMS) is None
    assert usual_speed((), 5.0, PARAMS) is None


def test_twelve_speeds_are_kept():
    """The last ones."""
    speeds = ()
    for n in range(15):
        speeds = with_speed(speeds, float(n), 0.5, PARAMS)
    assert speeds == tuple((float(n), 0.5) for n in range(3, 15))
