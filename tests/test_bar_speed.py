"""The own baseline of bar speed: hand arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_a_heavier_load_is_never_taken_as_faster():
    """None below all records, then the slowest usual speed so far, and beyond them the last."""
    speeds = tuple((load, v) for load, v in ((4.0, 0.8), (4.5, 0.5), (5.0, 0.6)) for _ in range(3))
    loads = (3.9, 3.94, 4.0, 4.4, 4.44, 4.9, 5.0, 9.0)
    usual = [usual_speed(speeds, load, PARAMS) for load in loads]
    assert usual == [None, 0.8, 0.8, 0.8, 0.5, 0.5, 0.5, 0.5]


@given(st.lists(st.tuples(st.floats(3.0, 6.0), st.floats(0.0, 2.0)), max_size=12))
def test_no_load_is_faster_than_a_lighter_one(speeds):
    """Whatever was recorded, and known from some load on."""
    loads = [3.0 + 0.03 * n for n in range(110)]
    usual = [usual_speed(tuple(speeds), load, PARAMS) for load in loads]
    known = [speed for speed in usual if speed is not None]
    assert known == sorted(known, reverse=True)
    assert usual == [None] * (len(usual) - len(known)) + known


def test_twelve_speeds_are_kept():
    """The last ones."""
    speeds = ()
    for n in range(15):
        speeds = with_speed(speeds, float(n), 0.5, PARAMS)
    assert speeds == tuple((float(n), 0.5) for n in range(3, 15))
