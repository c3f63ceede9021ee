"""Sizes and shares of the three causes: every order of taking them away, done by hand."""

import itertools
import math
from statistics import NormalDist

import pytest
from hypothesis import given
from strategies import GUARD, parts, rises, working_scenes

import liftguard as lg
from liftguard.judge.causes import CAUSES, excess_of, share_out, sizes_of
from liftguard.model.forecast import Parts

POLICY = lg.Policy(reference=0.01, min_excess=0.5)
LAPSE = 0.004
TIRED, UNREADY, QUICK = 0.06, 0.03, 0.01
# 0.05 above the middle, with all three causes
ALL = Parts(5.05, 5.0, 0.05, LAPSE, fatigue=TIRED, readiness=UNREADY, speed=QUICK)


def log_odds(over, found):
    """Give the log-odds of failing what lies so far over the middle of capacity."""
    p = found.lapse + (1.0 - 2.0 * found.lapse) * NormalDist().cdf(over / found.sd)
    return math.log(p / (1.0 - p))


def over_of(found, taken):
    """Tell how far a set lies over capacity where some causes are taken away. [log]"""
    share = (POLICY.reference - found.lapse) / (1.0 - 2.0 * found.lapse)
    lowest = min(found.demand, found.middle + NormalDist().inv_cdf(share) * found.sd)
    demand = lowest if "overload" in taken else found.demand
    over = demand - found.middle
    if "fatigue" not in taken:
        over += found.fatigue
    if "rapid_movement" not in taken:
        over += found.readiness + found.speed
    return over


def by_orders(found):
    """Average what taking each cause away helps, over all six orders."""
    sizes = dict.fromkeys(CAUSES, 0.0)
    for order in itertools.permutations(CAUSES):
        for place, code in enumerate(order):
            before = log_odds(over_of(found, order[:place]), found)
            after = log_odds(over_of(found, order[: place + 1]), found)
            sizes[code] += (before - after) / 6.0
    return sizes


def drawn(over, fatigue, readiness, speed):
    """Give parts of a set that lies from 0.2 below to 0.1 above fresh capacity."""
    return Parts(
        4.8 + 0.3 * over,
        5.0,
        0.05,
        LAPSE,
        fatigue=0.1 * fatigue,
        readiness=0.05 * readiness,
        speed=0.02 * speed,
    )


def test_sizes_by_hand():
    """With three causes the sizes are those of the six orders; none is zero or another's."""
    sizes = sizes_of(ALL, POLICY)
    assert sizes == pytest.approx(by_orders(ALL), abs=1e-6)  # of the quantile
    assert len({round(size, 3) for size in sizes.values()}) == 3


def test_two_causes_of_one_effect_are_of_one_size():
    """Fatigue of 0.04 and unreadiness of 0.03 with a speed of 0.01 do the same."""
    sizes = sizes_of(ALL._replace(fatigue=0.04), POLICY)
    assert sizes["fatigue"] == pytest.approx(sizes["rapid_movement"], abs=1e-12)


@pytest.mark.parametrize(
    ("without", "code"),
    [
        ({"fatigue": 0.0}, "fatigue"),
        ({"readiness": 0.0, "speed": 0.0}, "rapid_movement"),
        ({"demand": 4.5}, "overload"),  # ten spreads below: far rarer than the reference
    ],
)
def test_a_cause_that_changes_nothing_has_no_size(without, code):
    """It is zero to the last bit, and the others share the whole."""
    found = ALL._replace(**without)
    sizes = sizes_of(found, POLICY)
    assert sizes[code] == 0.0
    assert sum(sizes.values()) == pytest.approx(excess_of(found, POLICY), abs=1e-12)


@pytest.mark.parametrize("field", ["readiness", "speed"])
def test_readiness_and_speed_are_rapid_movement(field):
    """Each of the two alone is a size of rapid movement."""
    alone = ALL._replace(readiness=0.0, speed=0.0)._replace(**{field: 0.02})
    assert sizes_of(alone, POLICY)["rapid_movement"] > 0.1


def test_excess_by_hand():
    """Over by (0.05 + 0.06 + 0.03 + 0.01) / 0.05 = 3 spreads, against one in a hundred."""
    p = LAPSE + (1.0 - 2.0 * LAPSE) * 0.9986501019683699
    expected = math.log(p / (1.0 - p)) - math.log(0.01 / 0.99)
    assert excess_of(ALL, POLICY) == pytest.approx(expected, abs=1e-6)


def test_a_reference_that_lapses_alone_exceed():
    """Where 1 % is less than lapses bring, overload is measured against lapses alone."""
    found = Parts(5.0, 5.0, 0.05, 0.02, fatigue=0.0, readiness=0.0, speed=0.0)
    expected = 0.0 - math.log(0.02 / 0.98)  # one in two against two in a hundred
    assert excess_of(found, POLICY) == pytest.approx(expected, abs=1e-9)


@given(parts(), parts(), parts(), parts())
def test_sizes_are_the_excess_over_all_orders(over, fatigue, readiness, speed):
    """Never negative, together the excess, each the mean over all orders."""
    found = drawn(over, fatigue, readiness, speed)
    sizes = sizes_of(found, POLICY)
    assert all(size >= 0.0 for size in sizes.values())
    assert sum(sizes.values()) == pytest.approx(excess_of(found, POLICY), abs=1e-9)
    assert sizes == pytest.approx(by_orders(found), abs=1e-6)


@given(parts(), parts(), parts(), rises())
def test_more_of_a_cause_is_no_smaller_an_excess(over, fatigue, readiness, more):
    """The more tired the less ready, the further from a set without any cause."""
    found = drawn(over, fatigue, readiness, 0.0)
    for field in ("fatigue", "readiness"):
        worse = found._replace(**{field: getattr(found, field) + 0.1 * more})
        assert excess_of(worse, POLICY) >= excess_of(found, POLICY) - 1e-9


def test_shares_by_hand():
    """3 and 1 are three quarters and one; 0.49 in all is too little to share out."""
    assert share_out({"fatigue": 3.0, "overload": 1.0}, POLICY) == {
        "fatigue": 0.75,
        "overload": 0.25,
    }
    assert share_out({"fatigue": 0.3, "overload": 0.19}, POLICY) == {
        "fatigue": None,
        "overload": None,
    }
    assert share_out({"fatigue": 0.25, "overload": 0.25}, POLICY) == {
        "fatigue": 0.5,
        "overload": 0.5,
    }


@given(working_scenes())
def test_sizes_of_verdicts_are_the_whole_excess(scene):
    """For who logs ramps, speeds and notes, sizes of a verdict are those of all orders."""
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    found = GUARD.forecast(scene.state, scene.planned, at=scene.at).parts
    told = {cause.code: cause.size for cause in verdict.causes}
    for code, size in by_orders(found).items():
        assert told.get(code, 0.0) == pytest.approx(size, abs=1e-5)
    assert [cause.size for cause in verdict.causes] == sorted(told.values(), reverse=True)
    shares = [cause.share for cause in verdict.causes]
    if sum(told.values()) >= POLICY.min_excess:
        assert math.fsum(shares) == pytest.approx(1.0, abs=1e-12)
    else:
        assert set(shares) <= {None}
