"""The formulas against printed tables and hand arithmetic."""

import math

import numpy as np
import pytest
from hypothesis import given
from strategies import loads_kg, rep_counts

import liftguard as lg
from liftguard.evaluation import formulas as f

REPS = (1, 2, 3, 4, 5, 6, 8, 10)
NAMES = sorted(f.FORMULAS)


def percent(formula, reps):
    """Give the percent of 1RM that so many repetitions to failure stand for."""
    return 100.0 * 100.0 / formula(100.0, float(reps))


@pytest.mark.parametrize(
    ("formula", "table"),
    [
        # 100 / (1 + r/30), but for the single
        (f.epley, (100.0, 93.8, 90.9, 88.2, 85.7, 83.3, 78.9, 75.0)),
        # 100 (37 - r) / 36
        (f.brzycki, (100.0, 97.2, 94.4, 91.7, 88.9, 86.1, 80.6, 75.0)),
        (f.rts, (100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 78.6, 73.9)),
    ],
)
def test_percent_of_1rm_as_printed(formula, table):
    """The tables in use, to the tenth of a percent that they print."""
    assert [percent(formula, r) for r in REPS] == pytest.approx(table, abs=0.05 + 1e-9)


@pytest.mark.parametrize(
    ("formula", "reps", "wanted"),
    [
        (f.epley, 2, 100 * 32 / 30),
        (f.epley_modified, 11, 135.3),  # 100 (1 + .353)
        (f.linear, 10, 137.5),  # 100 x 33/24
        (f.brzycki, 7, 120.0),  # 100 x 36/30
        (f.lander, 10, 134.070),  # 10000 / (101.3 - 26.7123) = 10000 / 74.5877
        (f.lander, 2, 104.213),  # 10000 / (101.3 - 5.34246) = 10000 / 95.95754
        (f.lombardi, 10, 125.893),  # 100 x 10^.1
        (f.mayhew, 10, 130.934),  # 10000 / (52.2 + 41.9 x .5769498) = 10000 / 76.37420
        (f.oconner, 10, 125.0),
        (f.wathan, 10, 134.747),  # 10000 / (48.8 + 53.8 x .4723666) = 10000 / 74.21332
        (f.exponential, 11, 129.953),  # 100 e^.262
        (f.rts, 5, 115.875),  # 100 / .863
        (f.by_load, 2, 105.393),  # k = -2.55 + 4.58 x 4.605170 = 18.54168; 1 + 1/k
    ],
)
def test_by_hand(formula, reps, wanted):
    """100 kg for so many repetitions, worked out by hand to the gram."""
    assert formula(100.0, float(reps)) == pytest.approx(wanted, abs=6e-4)


def test_rts_as_printed():
    """The whole table, one to ten repetitions to failure."""
    printed = (100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9)
    assert [percent(f.rts, r) for r in range(1, 11)] == pytest.approx(printed, rel=1e-12)


def test_rts_between_whole_repetitions():
    """RPE 9.5 for one is 1.5 to failure: half way from 100 to 95.5, printed as 97.8."""
    assert percent(f.rts, 1.5) == pytest.approx(97.75, abs=1e-9)


def test_berger_as_printed():
    """The curve through Berger's table, w / (1.0261 exp(-.0262 r)), lies within .05 %."""
    for reps in range(1, 11):
        printed = 100.0 / (1.0261 * math.exp(-0.0262 * reps))
        assert f.exponential(100.0, float(reps)) == pytest.approx(printed, rel=5e-4)


def test_heavy_repetitions_say_less():
    """
    Five at 20 kg against five at 200 kg, with 4^.85 = 3.249010.

    k = -2.55 + 4.58 x 2.995732 = 11.170454 and -2.55 + 4.58 x 5.298317 = 21.716294.
    """
    assert f.by_load(20.0, 5.0) / 20.0 == pytest.approx(1.290857, abs=1e-5)
    assert f.by_load(200.0, 5.0) / 200.0 == pytest.approx(1.149612, abs=1e-5)


def test_light_loads_share_one_factor():
    """Below 10 kg the factor is that of 10 kg: k = -2.55 + 4.58 x 2.302585 = 7.995840."""
    for load in (0.5, 1.7447, 9.0, 10.0):
        assert f.by_load(load, 2.0) / load == pytest.approx(1.0 + 1.0 / 7.995840, rel=1e-6)


# --- laws ---


@pytest.mark.parametrize("name", NAMES)
@given(load=loads_kg())
def test_a_single_is_itself(name, load):
    """Who lifts it once can lift it once."""
    assert f.FORMULAS[name](load, 1.0) == pytest.approx(load, rel=1e-12)


@pytest.mark.parametrize("name", NAMES)
@given(load=loads_kg(), reps=rep_counts())
def test_more_reps_are_never_a_smaller_1rm(name, load, reps):
    """One repetition more says the same or more."""
    formula = f.FORMULAS[name]
    assert formula(load, reps + 1.0) >= formula(load, float(reps)) >= load * (1.0 - 1e-12)


@pytest.mark.parametrize("name", NAMES)
@given(load=loads_kg(), more=loads_kg(), reps=rep_counts())
def test_more_load_is_a_larger_1rm(name, load, more, reps):
    """The same repetitions with more load say more."""
    formula = f.FORMULAS[name]
    assert formula(load + more, float(reps)) > formula(load, float(reps))


@pytest.mark.parametrize("name", NAMES)
@given(load=loads_kg(), reps=rep_counts())
def test_floats_and_arrays_agree(name, load, reps):
    """An array gives the same numbers, one load may meet many repetitions and back."""
    formula = f.FORMULAS[name]
    one = formula(load, float(reps))
    assert type(one) is float
    for got in (
        formula(np.array([load, load]), np.array([reps, reps])),
        formula(np.array([load, load]), reps),
        formula(load, np.array([reps, reps])),
    ):
        assert got == pytest.approx([one, one], rel=1e-12)


# --- the ends ---


@pytest.mark.parametrize("name", NAMES)
def test_many_reps_count_as_the_most(name):
    """Past its limit a formula stays where it is: at poles, at a thousand repetitions."""
    formula = f.FORMULAS[name]
    near_pole = name in {"linear", "brzycki", "lander", "rts"}
    most = 10.0 if near_pole else 30.0
    assert formula(100.0, most - 0.5) < formula(100.0, most)
    for reps in (most + 1.0, 34.0, 37.0, 37.922, 38.0, 1000.0):
        assert formula(100.0, reps) == formula(100.0, most)


def test_ten_reps_is_the_most_near_a_pole():
    """Brzycki at 37, its pole, is Brzycki at 10: 75 kg stand for 100."""
    assert f.brzycki(75.0, 37.0) == 100.0


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lifted_is_nothing(name):
    """A load of 0 kg stands for 0 kg."""
    assert f.FORMULAS[name](0.0, 5.0) == 0.0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("load", "reps", "where"),
    [
        (100.0, 0, "reps"),
        (100.0, 0.5, "reps"),
        (100.0, math.nan, "reps"),
        (100.0, math.inf, "reps"),
        (100.0, None, "reps"),
        (100.0, True, "reps"),
        (-1.0, 5, "load_kg"),
        (math.nan, 5, "load_kg"),
        ("100", 5, "load_kg"),
        (np.array([100.0, -1.0]), 5, "load_kg"),
        (100.0, np.array([1.0, 0.0]), "reps"),
    ],
)
def test_what_is_no_set_is_refused(name, load, reps, where):
    """No repetition, no 1RM: a missed single does not count as one that went up."""
    with pytest.raises(lg.InvalidValue) as error:
        f.FORMULAS[name](load, reps)
    assert error.value.where == where


def test_every_formula_is_in_the_table():
    """The table lists the twelve by name, and cannot be changed."""
    assert len(NAMES) == 12
    assert all(f.FORMULAS[name] is getattr(f, name) for name in NAMES)
    with pytest.raises(TypeError):
        f.FORMULAS["epley"] = None
