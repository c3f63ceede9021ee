"""Warmth, stillness, mornings and their cost: hand arithmetic, order, and both kinds of number."""

import math

import attrs
import numpy as np
import pytest
from hypothesis import given
from strategies import jumps, parts, rises, spans, speeds

from liftguard import InvalidValue, Params
from liftguard.model.readiness import (
    Creep,
    cooled,
    creep,
    creep_in_all,
    creep_left,
    flexion_in,
    morning,
    quickness,
    step_up,
    unreadiness,
    warmed,
)

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = Params(
    warm_minutes=5.0,
    cool_minutes=20.0,
    creep_minutes=9.4,
    creep_recovery_minutes=2.3,
    creep_slow_share=0.5,
    creep_slow_minutes=120.0,
    creep_slow_recovery_minutes=45.0,
    creep_upright=0.3,
    morning_hours=1.3,
    usual_step=0.18,
    cold_cost=0.01,
    creep_cost=0.012,
    morning_cost=0.008,
    unready_cost=0.02,
    jump_cost=0.1,
    quick_from=0.3,
    quick_cost=0.05,
    readiness_most=0.05,
)
CLOSE = 1e-12  # rounding of a handful of operations


def test_warmth_by_hand():
    """Eight minutes give four fifths of it, a quarter of an hour of rest leaves half."""
    assert warmed(0.0, 8.0, PARAMS) == pytest.approx(0.7981034820, abs=1e-10)  # 1 - exp(-1.6)
    assert warmed(0.5, 5.0, PARAMS) == pytest.approx(1.0 - 0.5 / math.e, abs=CLOSE)
    assert cooled(0.8, 20.0, PARAMS) == pytest.approx(0.8 / math.e, abs=CLOSE)
    assert cooled(1.0, 20.0 * math.log(2.0), PARAMS) == pytest.approx(0.5, abs=CLOSE)


def stiff(still, since=0.0, params=PARAMS):
    """Give what is left in all of so many minutes of sitting, so many minutes later."""
    return creep_in_all(creep_left(creep(still, params), since, params), params)


def test_creep_by_hand():
    """Two parts, each with a time of its own to come and to go; half of all is either."""
    assert creep(9.4, PARAMS).soon == pytest.approx(1.0 - 1.0 / math.e, abs=CLOSE)
    assert creep(120.0, PARAMS).slow == pytest.approx(1.0 - 1.0 / math.e, abs=CLOSE)
    assert creep_left(Creep(1.0, 0.0), 2.3, PARAMS).soon == pytest.approx(1.0 / math.e, abs=CLOSE)
    assert creep_left(Creep(0.0, 1.0), 45.0, PARAMS).slow == pytest.approx(1.0 / math.e, abs=CLOSE)
    assert creep_in_all(Creep(0.8, 0.2), PARAMS) == pytest.approx(0.5, abs=CLOSE)
    # 0.5 (1 - exp(-20/9.4)) + 0.5 (1 - exp(-20/120)) = 0.440442 + 0.076759
    assert stiff(20.0) == pytest.approx(0.517201, abs=1e-6)


def test_creep_follows_the_paper():
    """McGill and Brown 1992: tau 9.4 min; half regained in 2 min, not all in 30."""
    assert stiff(20.0, 2.0) / stiff(20.0) == pytest.approx(0.5, abs=0.005)
    assert stiff(20.0, 30.0) / stiff(20.0) > 0.05


@pytest.mark.parametrize(
    ("still", "least", "most"), [(20, 2.0, 2.5), (60, 4.0, 5.0), (120, 10.5, 12.0), (600, 30, 32)]
)
def test_longer_stillness_takes_longer(still, least, most):
    """
    Down to a quarter of all there can be: a drive of ten hours takes half an hour of moving.

    After 600 min the slow part is 0.4966 and the other is gone: 45 ln(0.4966 / 0.25) = 30.9 min.
    """
    assert stiff(still, least) > 0.25 > stiff(still, most)


@given(still=spans(), more=spans(), since=spans())
def test_longer_stillness_never_leaves_less(still, more, since):
    """However long ago, and however it was cut."""
    eps = 1e-15  # the last digit
    assert stiff(still + more, since) >= stiff(still, since) - eps
    cut = creep(more, PARAMS, before=creep(still, PARAMS))
    assert creep_in_all(cut, PARAMS) == pytest.approx(stiff(still + more), abs=1e-12)


def test_creep_by_posture():
    """Standing and lying lead to a part of it; what was there before stays while still."""
    assert [flexion_in(one, PARAMS) for one in ("sitting", "bent")] == [1.0, 1.0]
    assert [flexion_in(one, PARAMS) for one in ("standing", "lying")] == [0.3, 0.3]
    assert creep(1e6, PARAMS, flexion=0.3) == pytest.approx((0.3, 0.3), abs=CLOSE)
    assert creep(60.0, PARAMS, flexion=0.3, before=Creep(0.7, 0.4)) == (0.7, 0.4)
    # 0.5 + 0.5 (1 - 1/e)
    half = Creep(0.5, 0.5)
    assert creep(9.4, PARAMS, before=half).soon == pytest.approx(1.0 - 0.5 / math.e, abs=CLOSE)


def test_an_unknown_posture_is_refused():
    with pytest.raises(InvalidValue, match="posture: got 'kneeling', wanted one of sitting"):
        flexion_in("kneeling", PARAMS)


def test_morning_by_hand():
    """1 on rising, about a fifth after two hours."""
    assert morning(0.0, PARAMS) == 1.0
    assert morning(2.0, PARAMS) == pytest.approx(0.2147111723, abs=1e-9)  # exp(-2/1.3)


def test_step_up_by_hand():
    """60 to 150 kg is ln 2.5 less the usual step; 60 to 70 is a usual one; down is none."""
    sixty = math.log(60.0)
    assert step_up(math.log(150.0), sixty, PARAMS) == pytest.approx(0.7362907319, abs=1e-9)
    assert step_up(math.log(70.0), sixty, PARAMS) == 0.0
    assert step_up(math.log(20.0), sixty, PARAMS) == 0.0


def test_unreadiness_by_hand():
    """The costs add up to 0.05 here, of which the cap leaves 0.05 (1 - 1/e)."""
    # 0.01 * 0.5 + 0.012 * 0.5 + 0.008 * 0.25 + 0.02 * 0.6 + 0.1 * 0.25 = 0.05
    rho = unreadiness(0.5, 0.5, 0.25, 0.6, 0.25, PARAMS)
    assert rho == pytest.approx(0.05 * (1.0 - 1.0 / math.e), abs=CLOSE)
    # A small cost is hardly touched: 0.0004 -> 0.05 (1 - exp(-0.008)) = 0.00039840
    assert unreadiness(0.04, 0.0, 0.0, 0.0, 0.0, PARAMS) == pytest.approx(0.0003984042, abs=1e-9)


def test_quickness_by_hand():
    """E times the baseline is 0.7 beyond the usual: a cost of 0.035, capped by what rho leaves."""
    fill = 1.0 - math.exp(-0.7)
    assert quickness(math.e, 1.0, 0.0, PARAMS) == pytest.approx(0.05 * fill, abs=CLOSE)
    assert quickness(50.0 * math.e, 50.0, 0.03, PARAMS) == pytest.approx(0.02 * fill, abs=CLOSE)


def test_a_usual_speed_costs_nothing():
    """Slower, the same and up to exp(0.3) times the baseline."""
    for velocity in (0.0, 0.2, 1.0, 1.349):  # exp(0.3) is 1.3499
        assert quickness(velocity, 1.0, 0.01, PARAMS) == 0.0
    assert quickness(1.351, 1.0, 0.01, PARAMS) > 0.0


@given(level=parts(), first=spans(), second=spans())
def test_two_steps_equal_one(level, first, second):
    """Warming, cooling, stillness and recovery do not depend on how time is cut."""
    there = Creep(level, 0.5 * level)
    for step, start in (
        (warmed, level),
        (cooled, level),
        (creep_left, there),
        (lambda old, minutes, params: creep(minutes, params, before=old, flexion=0.6), there),
    ):
        twice = step(step(start, first, PARAMS), second, PARAMS)
        assert twice == pytest.approx(step(start, first + second, PARAMS), abs=1e-12)


@given(level=parts(), more=parts(), span=spans(), longer=spans())
def test_time_has_a_direction(level, more, span, longer):
    """Activity never cools, rest never warms, stillness never frees; all stay in 0 to 1."""
    low, high = sorted((level, more))
    longer += span
    eps = 1e-15  # the last digit
    assert low - eps <= warmed(low, span, PARAMS) <= warmed(low, longer, PARAMS) + eps <= 1 + eps
    assert warmed(low, span, PARAMS) <= warmed(high, span, PARAMS) + eps
    assert 0.0 <= cooled(low, longer, PARAMS) <= cooled(low, span, PARAMS) <= low
    assert cooled(low, span, PARAMS) <= cooled(high, span, PARAMS)
    for part in (0, 1):
        little, much = Creep(low, low), Creep(high, high)
        soon, late = (creep(time, PARAMS, before=little)[part] for time in (span, longer))
        assert low <= soon <= late + eps
        upright, bent = (creep(span, PARAMS, flexion=one)[part] for one in (low, high))
        assert upright <= bent + eps <= 1.0 + eps
        soon, late = (creep_left(little, time, PARAMS)[part] for time in (span, longer))
        assert 0.0 <= late <= soon <= low
        assert soon <= creep_left(much, span, PARAMS)[part] + eps
    assert 0.0 <= morning(longer, PARAMS) <= morning(span, PARAMS) <= 1.0


@given(
    cold=parts(),
    stiff=parts(),
    early=parts(),
    unready=parts(),
    jump=jumps(),
    velocity=speeds(),
    baseline=speeds(),
    rise=rises(),
)
def test_each_lack_costs_and_all_stay_under_the_cap(
    cold, stiff, early, unready, jump, velocity, baseline, rise
):
    """More of any is never cheaper, with or without speed; together never above the cap."""
    lacks = (cold, stiff, early, unready, jump)
    eps = 1e-15  # the last digit

    def both(lacks, velocity):
        rho = unreadiness(*lacks, PARAMS)
        speed = quickness(velocity, baseline, rho, PARAMS)
        assert rho >= 0.0
        assert speed >= 0.0
        assert rho + speed <= 0.05 + eps
        return rho, rho + speed

    rho, total = both(lacks, velocity)
    for i in range(len(lacks)):
        worse = (*lacks[:i], lacks[i] + rise, *lacks[i + 1 :])
        assert both(worse, velocity)[0] >= rho - eps
        assert both(worse, velocity)[1] >= total - eps
    assert both(lacks, velocity * (1.0 + rise))[1] >= total - eps


@pytest.mark.parametrize("i", range(5))
def test_each_lack_costs_something(i):
    """None of them is left out of the sum, and none costs anything where it is absent."""
    lacks = [0.0] * 5
    assert unreadiness(*lacks, PARAMS) == 0.0
    lacks[i] = 0.5
    assert unreadiness(*lacks, PARAMS) > 0.003


def test_the_cap_is_on_the_sum():
    """Readiness and speed together cost what the cap makes of the sum of both."""
    # costs 0.02 and 0.05 (1 - 0.3) = 0.035
    rho = unreadiness(0.0, 0.0, 0.0, 1.0, 0.0, PARAMS)
    total = rho + quickness(math.e, 1.0, rho, PARAMS)
    assert total == pytest.approx(0.05 * (1.0 - math.exp(-0.055 / 0.05)), abs=CLOSE)


def test_costs_of_zero_switch_it_off():
    """A host may set every cost to nothing."""
    costs = ("cold_cost", "creep_cost", "morning_cost", "unready_cost", "jump_cost", "quick_cost")
    off = attrs.evolve(PARAMS, **dict.fromkeys(costs, 0.0))
    assert unreadiness(1.0, 1.0, 1.0, 1.0, 3.0, off) == 0.0
    assert quickness(9.0, 1.0, 0.0, off) == 0.0


def test_the_defaults_stay_under_five_percent():
    """The most that they all can cost, whatever happens."""
    rho = unreadiness(1.0, 1.0, 1.0, 1.0, 1e6, Params())
    assert rho + quickness(1e6, 1e-6, rho, Params()) <= 0.05 * (1.0 + 1e-15)


def _alone(creep):
    """Give one number that tells both parts."""
    return creep.soon + 3.0 * creep.slow


FUNCTIONS = {
    "warmed": lambda x, y: warmed(x, 10.0 * y, PARAMS),
    "cooled": lambda x, y: cooled(x, 10.0 * y, PARAMS),
    "creep": lambda x, y: _alone(creep(10.0 * x, PARAMS, flexion=y, before=Creep(x, y))),
    "creep_left": lambda x, y: _alone(creep_left(Creep(x, y), 10.0 * y, PARAMS)),
    "morning": lambda x, _: morning(5.0 * x, PARAMS),
    "step_up": lambda x, y: step_up(5.0 + x, 5.0 - y, PARAMS),
    "unreadiness": lambda x, y: unreadiness(x, y, y, x, x * y, PARAMS),
    "quickness": lambda x, y: quickness(x, 0.1 + y / 9.0, x / 30.0, PARAMS),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_floats_and_arrays_agree(name):
    """Each function gives floats for floats and the same numbers in an array."""
    x, y = (one.ravel() for one in np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 7)))
    in_floats = [FUNCTIONS[name](a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    assert {type(one) for one in in_floats} == {float}
    np.testing.assert_allclose(FUNCTIONS[name](x, y), in_floats, rtol=1e-14, atol=1e-17)
