"""Calibrated or not: cases whose interval and bins can be counted out by hand."""

import numpy as np
import pytest
from scipy import stats

from liftguard.evaluation.calibration import calibration_of
from liftguard.evaluation.metrics import share_interval

DAYS = np.repeat(np.arange(25), 4)
ONE_IN_FOUR = np.tile([1.0, 0.0, 0.0, 0.0], 25)


def judged(outcome, p, days=DAYS, **options):
    return calibration_of(outcome, p, days, np.random.default_rng(1), **options)


def test_every_day_as_it_was_said():
    """Each of 25 days has one event of four said .25: whatever days are drawn, the ratio is 1."""
    told = judged(ONE_IN_FOUR, np.full(100, 0.25))
    assert told == {
        "cases": 100, "events": 25, "expected": 25.0, "ratio": 1.0, "low": 1.0, "high": 1.0,
        "bins_off": [], "calibrated": True,
    }  # fmt: skip


def test_an_interval_that_leaves_one_out():
    """Said .2, each day's ratio is .8: inside .7 to 1.4, but surely not 1."""
    told = judged(ONE_IN_FOUR, np.full(100, 0.2))
    assert (told["ratio"], told["low"], told["high"]) == pytest.approx((0.8, 0.8, 0.8))
    assert (told["bins_off"], told["calibrated"]) == ([], False)


def test_a_ratio_too_far_from_one_whatever_chance_says():
    """All 20 events on one day of ten: draws may have none or many, but 1.5 is too much."""
    outcome = np.zeros(200)
    outcome[:20] = 1.0
    told = judged(outcome, np.full(200, 0.15), np.repeat(np.arange(10), 20), edges=(0.0, 1.0))
    assert told["low"] < 1.0 < told["high"]
    assert (told["ratio"], told["bins_off"], told["calibrated"]) == (pytest.approx(1.5), [], False)


def test_a_bin_that_is_off():
    """
    Two bins that make up for each other: 25 of 50 where .3 was said, 5 of 50 where .3 was not.

    15 expected of 50 and 15 of 50: the ratio is 1; the 99 % interval of 25 of 50 begins at .33.
    """
    outcome = np.concatenate([np.tile([1.0, 0.0], 25), np.tile([1.0] + [0.0] * 9, 5)])
    p = np.concatenate([np.full(50, 0.3), np.full(50, 0.3001)])
    told = judged(outcome, p, np.tile(np.arange(50), 2), edges=(0.0, 0.30005, 1.0))
    assert told["ratio"] == pytest.approx(1.0, abs=1e-3)
    assert [row["count"] for row in told["bins_off"]] == [50, 50]
    assert told["calibrated"] is False


def test_a_bin_with_few_expected_events_is_not_held_to_them():
    """20 of 100 said .099: 9.9 expected are under ten; at .101 the bin is judged, and off."""
    outcome = np.tile([1.0, 0.0, 0.0, 0.0, 0.0], 20)
    few, enough = (judged(outcome, np.full(100, p), edges=(0.0, 1.0)) for p in (0.099, 0.101))
    assert (few["bins_off"], len(enough["bins_off"])) == ([], 1)


def test_fewer_than_twenty_events_are_not_judged():
    """19 of 76 are listed with their ratio; without one event there is none."""
    told = judged(ONE_IN_FOUR[:76], np.full(76, 0.25), DAYS[:76])
    assert (told["events"], told["ratio"], told["calibrated"]) == (19, 1.0, None)
    nothing = judged(np.zeros(4), np.full(4, 0.25), DAYS[:4])
    assert (nothing["ratio"], nothing["low"], nothing["calibrated"]) == (None, None, None)
    assert nothing["expected"] == 1.0


@pytest.mark.parametrize("level", [0.9, 0.95, 0.99])
def test_the_interval_of_a_share_is_wilsons(level):
    """As scipy's binomtest gives it."""
    wilson = stats.binomtest(7, 40).proportion_ci(level, method="wilson")
    assert share_interval(7 / 40, 40, level=level) == pytest.approx(tuple(wilson), abs=1e-9)
