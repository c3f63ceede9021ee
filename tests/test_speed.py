"""Recordings: peaks, spikes, the own baseline and speed lost within a set, by hand and by laws."""

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from strategies import sets_of_speeds, smooth_recordings

from liftguard import InvalidValue
from liftguard.speed import (
    against_baseline,
    peak_jerk,
    peak_velocity,
    stop_after,
    velocity_loss,
)

# --- peaks ---


def test_peak_velocity_counts_both_directions():
    """Bending down at 95 deg/s is as quick as coming up at 95; a spike stays in."""
    assert peak_velocity([0.0, -40.0, -95.0, 60.0]) == 95.0
    assert peak_velocity((3,)) == 3.0
    assert peak_velocity(np.array([0.0, 0.0, 900.0, 0.0])) == 900.0


def test_jerk_of_a_parabola():
    """Velocity 5 t^2 has a jerk of 10, at any rate of sampling and in either direction."""
    for hz in (10, 100.0, np.float32(64.0)):
        t = np.arange(12) / float(hz)
        assert peak_jerk(5.0 * t**2, hz) == pytest.approx(10.0, rel=1e-9)
        assert peak_jerk(-5.0 * t**2, hz) == pytest.approx(10.0, rel=1e-9)


def test_jerk_of_a_swing():
    """A sin(w t) has a largest jerk of A w^2: 100 deg/s at 1 Hz is 3947.8 deg/s^3."""
    t = np.arange(400) / 200.0
    jerk = peak_jerk(100.0 * np.sin(2.0 * math.pi * t), 200.0)
    assert jerk == pytest.approx(100.0 * (2.0 * math.pi) ** 2, rel=1e-3)  # O((w dt)^2 / 12)


def test_a_real_corner_is_no_spike():
    """A reversal within one sample, as sharp as the slopes beside it, counts: 10 x 2 x 100^2."""
    assert peak_jerk([0, 10, 20, 30, 20, 10, 0], 100) == 200_000.0


@pytest.mark.parametrize("place", range(12))
def test_a_spike_is_taken_out_wherever_it_stands(place):
    """One wild sample on a straight slope leaves no jerk."""
    slope = [3.0 * i for i in range(12)]
    for wild in (-900.0, 900.0):
        spiked = slope.copy()
        spiked[place] += wild
        assert peak_jerk(spiked, 100) == 0.0


@given(smooth_recordings())
def test_a_spike_in_a_smooth_movement_adds_at_most_half(recording):
    """A wild sample of a smooth movement raises its largest jerk to at most 1.5 times."""
    # The mean of the neighbours is off by half a second difference d: d - 2 (d / 2) = 0 is
    # left there, and at most d + d / 2 beside it.
    samples, spiked, hz = recording
    most = np.abs(np.diff(samples, 2)).max() * hz * hz
    assert peak_jerk(spiked, hz) <= 1.5 * most + 1e-6  # rounding of 500 deg/s times hz^2


# --- the own baseline ---


def test_baseline_by_hand():
    """Median 100; the logarithms lie 0, 0.1, 0.1, 0.2, 0.4 off it, so the spread is 0.14826."""
    past = [100.0 * math.exp(x) for x in (0.0, -0.1, 0.1, -0.2, 0.4)]
    ratio, spreads = against_baseline(150.0, past)
    assert ratio == pytest.approx(math.log(1.5), abs=1e-12)
    assert spreads == pytest.approx(math.log(1.5) / 0.14826, rel=1e-9)
    ratio, spreads = against_baseline(50, np.array(past))
    assert ratio == pytest.approx(-math.log(2.0), abs=1e-12)
    assert spreads == pytest.approx(-math.log(2.0) / 0.14826, rel=1e-9)


def test_fewer_than_five_are_no_baseline():
    assert against_baseline(1.0, []) is None
    assert against_baseline(1.0, [0.5] * 4) is None
    assert against_baseline(1.0, [0.5] * 5) is not None


def test_a_past_without_spread_gives_no_spreads():
    """Five equal values: the ratio is known, how unusual it is is not."""
    ratio, spreads = against_baseline(1.0, [0.5] * 5)
    assert ratio == pytest.approx(math.log(2.0), abs=1e-12)
    assert spreads is None


def test_one_slip_does_not_move_the_baseline():
    """A past value that is a thousand times too large changes neither median nor spread much."""
    past = [0.98, 0.99, 1.0, 1.01, 1.02]
    clean, slipped = against_baseline(1.2, past), against_baseline(1.2, [*past[:4], 1020.0])
    assert slipped.log_ratio == clean.log_ratio
    assert slipped.spreads == pytest.approx(clean.spreads, rel=1e-9)


# --- speed lost within a set ---


def test_velocity_loss_by_hand():
    """The first is slow and no loss; from the second on it is measured against 0.5."""
    loss = velocity_loss([0.4, 0.5, 0.45, 0.5, 0.3])
    np.testing.assert_allclose(loss, [0.0, 0.0, 0.1, 0.0, 0.4], atol=1e-12)
    np.testing.assert_array_equal(velocity_loss((0.2,)), [0.0])


@pytest.mark.parametrize(
    ("speeds", "index"),
    [
        ([0.50, 0.48, 0.46, 0.44], None),  # 12 % at most
        ([0.30, 0.50, 0.49], None),  # a slow first one is no stall
        ([0.50, 0.39, 0.49, 0.38, 0.48], None),  # single ones, each recovered
        ([0.50, 0.48, 0.30], None),  # the last recorded has its grace too
        ([0.50, 0.39, 0.38], 2),
        ([0.50, 0.39, 0.49, 0.39, 0.38, 0.50], 4),
        ([0.30, 0.50, 0.39, 0.30, 0.20, 0.10], 3),
        ([0.50], None),
    ],
)
def test_stop_after(speeds, index):
    """At a loss of 20 %: two slow ones in a row, and then the second of them."""
    assert stop_after(speeds, 0.2) == index
    assert stop_after(np.array(speeds), 0.2) == index


def test_a_loss_that_is_just_accepted_is_not_slow():
    """0.5 to 0.375 is a quarter exactly, in binary too."""
    assert stop_after([0.5, 0.375, 0.375], 0.25) is None
    assert stop_after([0.5, 0.374, 0.374], 0.25) == 2


@given(speeds=sets_of_speeds())
def test_losses_are_shares_of_the_fastest(speeds):
    """From 0 to below 1; 0 at each fastest one; in any unit the same."""
    loss = velocity_loss(speeds)
    assert np.all((loss >= 0.0) & (loss < 1.0))
    assert loss[speeds.index(max(speeds))] == 0.0
    np.testing.assert_allclose(velocity_loss([100.0 * v for v in speeds]), loss, atol=1e-12)


@given(speeds=sets_of_speeds())
def test_an_answer_never_changes_as_the_set_goes_on(speeds):
    """Asked after each repetition: none up to the one to stop after, then always that one."""
    answer = stop_after(speeds, 0.2)
    for done in range(1, len(speeds) + 1):
        so_far = stop_after(speeds[:done], 0.2)
        assert so_far == (answer if answer is not None and done > answer else None)


@given(speeds=sets_of_speeds())
def test_who_accepts_more_stops_no_earlier(speeds):
    """A larger accepted loss never ends a set sooner."""
    never = len(speeds)
    stops = [stop_after(speeds, most) for most in (0.05, 0.2, 0.4, 0.9)]
    ends = [never if stop is None else stop for stop in stops]
    assert ends == sorted(ends)


# --- what is refused ---

RECORDINGS = {
    "angular_velocity_deg_s": peak_velocity,
    "velocity": lambda values: peak_jerk(values, 100.0),
    "mean_velocities": lambda values: stop_after(values, 0.2),
    "past": lambda values: against_baseline(1.0, values),
}


@pytest.mark.parametrize("field", RECORDINGS)
@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf, 1e300])
def test_what_is_no_number_is_named_with_its_place(field, wrong):
    """The error says which sample of which recording."""
    with pytest.raises(InvalidValue, match="a finite number from") as caught:
        RECORDINGS[field]([1.0, 2.0, 3.0, wrong, 5.0, 6.0])
    assert caught.value.where == f"{field}[3]"


@pytest.mark.parametrize("field", RECORDINGS)
@pytest.mark.parametrize(
    "wrong",
    [
        5.0,
        None,
        "123456",
        [[1.0] * 6] * 2,
        [[1.0, 2.0], [3.0]],
        ["1"] * 6,
        [True] * 6,
        [1.0, None, 3.0, 4.0, 5.0, 6.0],
        [Decimal(1)] * 6,
        [10**400] * 6,
        [1j] * 6,
    ],
)
def test_wrong_shapes_and_kinds_are_refused(field, wrong):
    """Anything but numbers in one dimension."""
    with pytest.raises(InvalidValue, match="numbers in one dimension") as caught:
        RECORDINGS[field](wrong)
    assert caught.value.where == field


@pytest.mark.parametrize("field", ["angular_velocity_deg_s", "velocity", "mean_velocities"])
def test_empty_recordings_are_refused(field):
    """An empty past is no baseline; an empty recording is an error."""
    with pytest.raises(InvalidValue, match="or more numbers") as caught:
        RECORDINGS[field]([])
    assert caught.value.where == field


def test_a_jerk_needs_five_samples():
    assert peak_jerk([0.0] * 5, 100.0) == 0.0
    with pytest.raises(InvalidValue, match="wanted 5 or more"):
        peak_jerk([0.0] * 4, 100.0)


@pytest.mark.parametrize("wrong", [0.0, -0.1])
def test_speeds_of_repetitions_are_above_zero(wrong):
    """A repetition that stood still is no repetition."""
    for field in ("mean_velocities", "past"):
        with pytest.raises(InvalidValue, match="a number above 0") as caught:
            RECORDINGS[field]([0.5, wrong, 0.5, 0.5, 0.5])
        assert caught.value.where == f"{field}[1]"


@pytest.mark.parametrize("wrong", [0, -1.0, math.nan, math.inf, None, True, "0.2", 10**400])
def test_single_numbers_are_checked(wrong):
    """Rate, value and accepted loss."""
    calls = {
        "hz": lambda: peak_jerk([0.0] * 5, wrong),
        "value": lambda: against_baseline(wrong, [0.5] * 5),
        "most_loss": lambda: stop_after([0.5], wrong),
    }
    for field, call in calls.items():
        with pytest.raises(InvalidValue, match="a number above 0") as caught:
            call()
        assert caught.value.where == field


def test_a_loss_of_everything_is_no_limit():
    with pytest.raises(InvalidValue, match="below 1"):
        stop_after([0.5], 1.0)
