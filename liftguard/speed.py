"""
What recordings of movement say: peaks of speed and jerk, and speed lost within a set.

Recordings are sequences or arrays of one dimension. Nothing here knows a threshold.

Reason to change: how a recording is read.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from liftguard.errors import InvalidValue

__all__ = [
    "AgainstBaseline",
    "against_baseline",
    "peak_jerk",
    "peak_velocity",
    "stop_after",
    "velocity_loss",
]


def __dir__() -> list[str]:
    """List what is public."""
    return __all__


_LEAST, _MOST = 1e-6, 1e6  # no sensor reads less or more, in any unit
_ABOVE_ZERO = f"a number above 0, from {_LEAST:g} to {_MOST:g}"
_FEWEST = 5  # house rule: fewer values are no baseline
_SD_OVER_MAD = 1.4826  # of a normal law: 1 over its 75 % quantile
_FEWEST_FOR_JERK = 5  # a second difference needs three samples, and the outermost are left out


class AgainstBaseline(NamedTuple):
    """
    A value beside the athlete's own past ones.

    Parameters
    ----------
    log_ratio : float
        ln(value / median). [log]
    spreads : float or None
        How many robust standard deviations that is; None where the past values do not
        spread, as there is then nothing to measure it by. [1]

    Examples
    --------
    >>> AgainstBaseline(log_ratio=0.0, spreads=None).spreads is None
    True
    """

    log_ratio: float
    spreads: float | None


def peak_velocity(angular_velocity_deg_s: ArrayLike) -> float:
    """
    Give the highest speed of a movement, in either direction.

    Parameters
    ----------
    angular_velocity_deg_s : array-like, shape (n,)
        A recording of one sample or more. [deg/s]

    Returns
    -------
    float
        0 or more; a spike is not taken out, as that would make the movement milder. [deg/s]

    Raises
    ------
    InvalidValue
        When the recording is empty, not of one dimension, or holds what is no number.

    Examples
    --------
    >>> peak_velocity([0, -40, -95, -30])
    95.0
    """
    return float(np.abs(_samples(angular_velocity_deg_s, "angular_velocity_deg_s")).max())


def peak_jerk(velocity: ArrayLike, hz: float) -> float:
    """
    Give the highest jerk of a movement, in either direction.

    Parameters
    ----------
    velocity : array-like, shape (n,)
        A recording of five samples or more. [deg/s or m/s]
    hz : float
        Samples in a second, above 0. [1/s]

    Returns
    -------
    float
        Largest second derivative, by central differences. [deg/s^3 or m/s^3]

    Raises
    ------
    InvalidValue
        When the recording is too short, not of one dimension, or holds what is no number,
        or the rate is not above 0.

    Notes
    -----
    A sample that stands out from both of its neighbours, on the same side and by more than
    anything else moves nearby, is a spike of the sensor, and the mean of the neighbours
    stands in for it. The first and the last sample have only one neighbour and serve as
    such alone. Two spikes side by side are taken for movement.

    Examples
    --------
    >>> peak_jerk([0, 1, 4, 9, 16, 25, 36], 10)  # t^2 in tenths of a second: 2 x 100
    200.0
    >>> peak_jerk([0, 1, 2, 500, 4, 5, 6], 10)
    0.0
    """
    samples = _samples(velocity, "velocity", _FEWEST_FOR_JERK)
    rate = _positive(hz, "hz")
    return float(np.abs(np.diff(_without_spikes(samples), 2)).max() * rate * rate)


def _without_spikes(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the inner samples, with single spikes replaced by the mean of their neighbours."""
    before, here, after = samples[:-2], samples[1:-1], samples[2:]
    steps = np.abs(np.diff(np.pad(samples, 1, mode="edge")))  # each one's from the one before
    around = np.maximum.reduce([steps[:-3], np.abs(after - before), steps[3:]])
    same_side = np.sign(here - before) == np.sign(here - after)
    out = np.minimum(np.abs(here - before), np.abs(here - after))
    return np.where(same_side & (out > around), (before + after) / 2.0, here)


def against_baseline(value: float, past: ArrayLike) -> AgainstBaseline | None:
    """
    Compare a value with the athlete's own past ones.

    Parameters
    ----------
    value : float
        A speed or a jerk, above 0. [any unit]
    past : array-like, shape (n,)
        The same of earlier movements, each above 0, in any order. [the same unit]

    Returns
    -------
    AgainstBaseline or None
        How far it lies above the median of the past, as a log ratio and in robust spreads
        (median absolute deviation of the logarithms, times 1.4826 so that it is the
        standard deviation of a normal law). None with fewer than five past values.

    Raises
    ------
    InvalidValue
        When a value is not a number above 0, or `past` is not of one dimension.

    Examples
    --------
    >>> import math
    >>> past = [100 * math.exp(x) for x in (-0.2, -0.1, 0.0, 0.1, 0.2)]
    >>> there = against_baseline(200, past)
    >>> round(there.log_ratio, 4), round(there.spreads, 3)  # ln 2, and that over 0.14826
    (0.6931, 4.675)
    >>> against_baseline(200, past[:4]) is None
    True
    """
    ours = _positive(value, "value")
    theirs = _speeds(past, "past", 0)
    if len(theirs) < _FEWEST:
        return None
    middle = float(np.median(theirs))
    spread = _SD_OVER_MAD * float(np.median(np.abs(np.log(theirs / middle))))
    log_ratio = math.log(ours / middle)
    return AgainstBaseline(log_ratio, log_ratio / spread if spread > 0.0 else None)


def velocity_loss(mean_velocities: ArrayLike) -> NDArray[np.float64]:
    """
    Give the speed that each repetition has lost against the fastest one so far.

    Parameters
    ----------
    mean_velocities : array-like, shape (n,)
        Mean concentric velocity of each repetition of a set, above 0, in order. [m/s]

    Returns
    -------
    ndarray, shape (n,)
        0 for the first and for each fastest one, so that a slow start is no loss; below 1.
        [1]

    Raises
    ------
    InvalidValue
        When there is no repetition, or a velocity is not a number above 0.

    Examples
    --------
    >>> [round(float(loss), 3) for loss in velocity_loss([0.4, 0.5, 0.45, 0.4])]
    [0.0, 0.0, 0.1, 0.2]
    """
    speeds = _speeds(mean_velocities, "mean_velocities", 1)
    loss: NDArray[np.float64] = 1.0 - speeds / np.maximum.accumulate(speeds)
    return loss


def stop_after(mean_velocities: ArrayLike, most_loss: float) -> int | None:
    """
    Find the repetition after which a set had better stopped.

    Parameters
    ----------
    mean_velocities : array-like, shape (n,)
        Mean concentric velocity of each repetition so far, above 0, in order. [m/s]
    most_loss : float
        Accepted loss against the fastest repetition so far, above 0 and below 1. [1]

    Returns
    -------
    int or None
        Index, from 0, of the second of the first two slow repetitions in a row; None where
        there are none.

    Raises
    ------
    InvalidValue
        When there is no repetition, a velocity is not a number above 0, or the loss is out
        of range.

    Notes
    -----
    One slow repetition has the grace of one more, also where it is the last recorded: a
    set is followed while it goes on, each repetition is the last at its time, and the next
    one shows whether it was a slip. So an answer, once given, never changes as further
    repetitions come in. House rule.

    Examples
    --------
    >>> stop_after([0.50, 0.52, 0.40, 0.50, 0.41, 0.39], 0.2)  # the third one recovered
    5
    >>> stop_after([0.50, 0.52, 0.40], 0.2) is None
    True
    """
    if _positive(most_loss, "most_loss") >= 1.0:
        raise InvalidValue(where="most_loss", got=most_loss, wanted="a share above 0 and below 1")
    slow = velocity_loss(mean_velocities) > most_loss
    both = np.flatnonzero(slow[1:] & slow[:-1])
    return int(both[0]) + 1 if both.size else None


def _samples(values: ArrayLike, field: str, least: int = 1) -> NDArray[np.float64]:
    """Make a recording an array, or say what is wrong with it."""
    wanted = f"{least} or more numbers in one dimension"
    try:
        array = np.asarray(values)
    except ValueError:  # rows of unlike length
        raise InvalidValue(where=field, got=values, wanted=wanted) from None
    if array.ndim != 1:
        raise InvalidValue(where=field, got=array.shape, wanted=wanted)
    if len(array) < least:
        raise InvalidValue(where=field, got=array.tolist(), wanted=wanted)
    if array.size and array.dtype.kind not in "iuf":
        raise InvalidValue(where=field, got=array.tolist(), wanted=wanted)
    samples = array.astype(np.float64)
    _refuse(
        ~(np.abs(samples) <= _MOST), samples, field, f"a finite number from {-_MOST:g} to {_MOST:g}"
    )
    return samples


def _speeds(values: ArrayLike, field: str, least: int) -> NDArray[np.float64]:
    samples = _samples(values, field, least)
    _refuse(samples < _LEAST, samples, field, _ABOVE_ZERO)
    return samples


def _refuse(wrong: NDArray[Any], samples: NDArray[np.float64], field: str, wanted: str) -> None:
    """Name the first sample that is wrong, if any."""
    if wrong.any():
        first = int(np.argmax(wrong))
        raise InvalidValue(where=f"{field}[{first}]", got=float(samples[first]), wanted=wanted)


def _positive(value: object, field: str) -> float:
    """Make a number a float, or refuse one that is not above 0."""
    number = isinstance(value, int | float | np.integer | np.floating)
    if isinstance(value, bool) or not number or not _LEAST <= value <= _MOST:  # type: ignore[operator]
        raise InvalidValue(where=field, got=value, wanted=_ABOVE_ZERO)
    return float(value)  # type: ignore[arg-type]
