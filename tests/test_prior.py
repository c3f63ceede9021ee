"""The guess before any set, by hand from the figures of the parameters."""

import math
from datetime import datetime

import pytest

from liftguard import Params, Profile
from liftguard.model.capacity import begin, capacity
from liftguard.model.prior import guess

PARAMS, AT = Params(), datetime(2026, 1, 1)
DEADLIFT = math.log(216.6 * 0.75)  # a man of 80 kg who trains and does not compete


def of(lift="deadlift", profile=None, bodyweight_kg=None, others=()):
    return guess(lift, others, profile, bodyweight_kg, AT, PARAMS)


@pytest.mark.parametrize(
    ("about", "bodyweight_kg", "mean"),
    [
        ({}, 80.0, DEADLIFT),
        ({"birth_year": 1967}, 80.0, DEADLIFT - 0.20),  # 59 years, 20 past 39
        ({"birth_year": 2000}, 80.0, DEADLIFT),
        ({}, 160.0, DEADLIFT + 0.458 * math.log(2.0)),
        ({"height_cm": 200}, None, DEADLIFT + 0.458 * math.log(100.0 / 80.0)),  # 25 kg/m^2
    ],
)
def test_from_the_body(about, bodyweight_kg, mean):
    """Sex, age and size give the mean, with the spread of people who are alike in these."""
    got = of(profile=Profile(sex="male", **about), bodyweight_kg=bodyweight_kg)
    assert got == (pytest.approx(mean), PARAMS.profile_sd)


def test_size_alone_narrows_the_guess():
    """A bodyweight without sex is between the sexes; nothing at all is wider."""
    assert of(bodyweight_kg=80.0)[1] == PARAMS.profile_sd
    assert of()[1] == PARAMS.prior_sd


def test_from_another_lift():
    """A squat says what a bench press may be: the ratio of their ratios, all spreads added."""
    squat = begin(5.0, 0.05, PARAMS)
    mean, variance = capacity(squat)
    got = of("bench_press", others=[("squat", squat)])
    assert got[0] == pytest.approx(mean + math.log(0.51 / 0.83))
    assert got[1] == pytest.approx(math.sqrt(variance + 0.19**2 + 0.14**2))


def test_the_narrowest_source_decides():
    """Of two lifts the better known one speaks, and a hopeless one less than the body."""
    wide, narrow = begin(4.0, 0.2, PARAMS), begin(5.0, 0.1, PARAMS)
    got = of("bench_press", others=[("deadlift", wide), ("squat", narrow)])
    assert got[0] == pytest.approx(capacity(narrow)[0] + math.log(0.51 / 0.83))
    hopeless = of("bench_press", others=[("squat", begin(9.0, 2.0, PARAMS))])
    assert hopeless == of("bench_press")


def test_a_lift_without_ratio_is_open():
    """No table tells what somebody can do in it."""
    assert of("Atlas stone")[1] == PARAMS.unknown_lift_sd
