"""
What the usual formulas say of the single behind a set to failure: rivals, not the model.

Each takes a load [kg] and repetitions to failure, floats or arrays, and gives the 1RM [kg].

- A single is itself in all of them. As published, those of Epley, Lander, Mayhew, O'Conner
  and Wathan give 1.3 to 8.9 % more than the single that was done.
- They were made for about 2 to 10 repetitions and are best there [Mayhew2008]_. More
  repetitions than a formula can carry count as the most that it can: 10 (`MOST_REPS_NEAR_POLE`)
  where it runs towards a pole or a table ends, 30 (`MOST_REPS`) elsewhere. So every 1RM is
  finite, and never falls as repetitions or load rise.
- All of them put the deadlift too low in untrained students [LeSuer1997]_.
- A missed first repetition has no 1RM: repetitions below 1 are refused.

Reason to change: a further formula.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from liftguard.errors import InvalidValue
from liftguard.model.special import Number, exp, log, maximum, minimum, where

__all__ = [
    "FORMULAS",
    "MOST_REPS",
    "MOST_REPS_NEAR_POLE",
    "RTS_PERCENT",
    "Formula",
    "brzycki",
    "by_load",
    "epley",
    "epley_modified",
    "exponential",
    "lander",
    "linear",
    "lombardi",
    "mayhew",
    "oconner",
    "rts",
    "wathan",
]


def __dir__() -> list[str]:
    """List what is public."""
    return __all__


Formula = Callable[[Number, Number], Number]
"""From load [kg] and repetitions to failure to 1RM [kg]."""

MOST_REPS = 30.0
"""House rule: [Nuzzo2024]_ has few data beyond, and no formula was made for it. [reps]"""

MOST_REPS_NEAR_POLE = 10.0
"""Where the published use of formulas with a pole ends, and the RTS table. [reps]"""

# Published constants; each stands in the docstring of its formula.
_EPLEY_REPS = 30.0
_EPLEY_MODIFIED_SLOPE = 0.0353
_LINEAR_REPS = 33.0
_BRZYCKI_REPS = 36.0
_LANDER_START, _LANDER_SLOPE = 101.3, 2.67123
_LOMBARDI_POWER = 0.10
_MAYHEW_FLOOR, _MAYHEW_SPAN, _MAYHEW_RATE = 52.2, 41.9, 0.055
_OCONNER_SLOPE = 0.025
_WATHAN_FLOOR, _WATHAN_SPAN, _WATHAN_RATE = 48.8, 53.8, 0.075
_EXPONENTIAL_RATE = 0.0262
_BY_LOAD_POWER, _BY_LOAD_START, _BY_LOAD_SLOPE = 0.85, -2.55, 4.58
_BY_LOAD_LIGHTEST_KG = 10.0  # house rule: its divisor is 0 at 1.75 kg; here it is 8.0

RTS_PERCENT = (100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9)
"""Percent of 1RM at 1 to 10 repetitions to failure [Tuchscherer2008]_. [%]"""


def epley(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Epley.

    Parameters
    ----------
    load_kg : float or array
        Load of the set, 0 or more. [kg]
    reps : float or array
        Repetitions to failure, 1 or more; above `MOST_REPS` they count as that. [reps]

    Returns
    -------
    float or array
        w (1 + r/30), and w for a single. A float where both are numbers. [kg]

    Raises
    ------
    InvalidValue
        When a number is not finite, the load is negative or reps are below 1.

    Notes
    -----
    [Epley1985]_; as listed by [LeSuer1997]_.

    Examples
    --------
    >>> epley(150.0, 5.0), epley(150.0, 1.0)
    (175.0, 150.0)
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return _single_is_itself(load, n, load * (1.0 + n / _EPLEY_REPS))


def epley_modified(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Epley's line moved to pass through the single.

    Takes, returns and raises as `epley` does: w (1 + 0.0353 (r - 1)). [kg]

    Notes
    -----
    [Jovanovic2022]_, with its default kmod = 0.0353.

    Examples
    --------
    >>> round(epley_modified(100.0, 5.0), 6)
    114.12
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return load * (1.0 + _EPLEY_MODIFIED_SLOPE * (n - 1.0))


def linear(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM where each repetition costs the same share of it.

    Takes and raises as `epley` does: w 33/(34 - r), up to `MOST_REPS_NEAR_POLE`. [kg]

    Notes
    -----
    [Jovanovic2022]_, with its default klin = 33; Brzycki's is klin = 36.

    Examples
    --------
    >>> round(linear(100.0, 4.0), 6)  # 100 x 33/30
    110.0
    """
    load, n = _checked(load_kg, reps, MOST_REPS_NEAR_POLE)
    return load * _LINEAR_REPS / (_LINEAR_REPS + 1.0 - n)


def brzycki(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Brzycki.

    Takes and raises as `epley` does: w 36/(37 - r), up to `MOST_REPS_NEAR_POLE`. [kg]

    Notes
    -----
    [Brzycki1993]_, which advises at most 10 repetitions; its pole is at 37.

    Examples
    --------
    >>> brzycki(100.0, 7.0), brzycki(75.0, 37.0)  # 37 counts as 10
    (120.0, 100.0)
    """
    load, n = _checked(load_kg, reps, MOST_REPS_NEAR_POLE)
    return load * _BRZYCKI_REPS / (_BRZYCKI_REPS + 1.0 - n)


def lander(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Lander.

    Takes and raises as `epley` does: 100 w/(101.3 - 2.67123 r), up to
    `MOST_REPS_NEAR_POLE`, and w for a single. [kg]

    Notes
    -----
    Lander 1985, as listed by [LeSuer1997]_; its pole is at 37.9.

    Examples
    --------
    >>> round(lander(100.0, 5.0), 2)  # 10000 / 87.94385
    113.71
    """
    load, n = _checked(load_kg, reps, MOST_REPS_NEAR_POLE)
    return _single_is_itself(load, n, 100.0 * load / (_LANDER_START - _LANDER_SLOPE * n))


def lombardi(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Lombardi.

    Takes, returns and raises as `epley` does: w r^0.10. [kg]

    Notes
    -----
    Lombardi 1989, as listed by [LeSuer1997]_.

    Examples
    --------
    >>> round(lombardi(100.0, 5.0), 2)
    117.46
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return load * n**_LOMBARDI_POWER


def mayhew(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Mayhew.

    Takes, returns and raises as `epley` does: 100 w/(52.2 + 41.9 exp(-0.055 r)), and w for
    a single, where the formula itself would say 1.089 w. [kg]

    Notes
    -----
    Mayhew 1992, as listed by [LeSuer1997]_; made for the bench press with many repetitions.

    Examples
    --------
    >>> round(mayhew(100.0, 5.0), 2)  # 10000 / (52.2 + 41.9 x 0.759572)
    119.01
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return _single_is_itself(
        load, n, 100.0 * load / (_MAYHEW_FLOOR + _MAYHEW_SPAN * exp(-_MAYHEW_RATE * n))
    )


def oconner(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after O'Conner.

    Takes, returns and raises as `epley` does: w (1 + 0.025 r), and w for a single. [kg]

    Notes
    -----
    O'Conner 1989, as listed by [LeSuer1997]_.

    Examples
    --------
    >>> oconner(100.0, 8.0)  # a fifth more
    120.0
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return _single_is_itself(load, n, load * (1.0 + _OCONNER_SLOPE * n))


def wathan(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after Wathan.

    Takes, returns and raises as `epley` does: 100 w/(48.8 + 53.8 exp(-0.075 r)), and w for
    a single. [kg]

    Notes
    -----
    Wathan 1994, as listed by [LeSuer1997]_.

    Examples
    --------
    >>> round(wathan(100.0, 5.0), 2)  # 10000 / (48.8 + 53.8 x 0.687289)
    116.58
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return _single_is_itself(
        load, n, 100.0 * load / (_WATHAN_FLOOR + _WATHAN_SPAN * exp(-_WATHAN_RATE * n))
    )


def exponential(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM where each repetition costs the same share of what is left.

    Takes, returns and raises as `epley` does: w exp(0.0262 (r - 1)). [kg]

    Notes
    -----
    The curve later drawn through the table of [Berger1961]_, w/(1.0261 exp(-0.0262 r)),
    moved by 0.04 % to pass through the single. The table ends at 10 repetitions.

    Examples
    --------
    >>> round(exponential(100.0, 5.0), 2)  # 100 exp(0.1048)
    111.05
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    return load * exp(_EXPONENTIAL_RATE * (n - 1.0))


def rts(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after the table of Reactive Training Systems.

    Takes and raises as `epley` does: 100 w/`RTS_PERCENT`, with straight lines between whole
    repetitions (a half RPE is half a repetition), up to the table's end at 10. [kg]

    Notes
    -----
    [Tuchscherer2008]_. For a set with RPE, repetitions to failure are reps + (10 - RPE).

    Examples
    --------
    >>> round(rts(86.3, 5.0), 6), round(rts(97.75, 1.5), 6)
    (100.0, 100.0)
    """
    load, n = _checked(load_kg, reps, MOST_REPS_NEAR_POLE)
    percent = np.interp(n, np.arange(1.0, len(RTS_PERCENT) + 1.0), RTS_PERCENT)
    return 100.0 * load / (float(percent) if type(n) is float else percent)


def by_load(load_kg: Number, reps: Number) -> Number:
    """
    Give the 1RM after a formula in which repetitions say less the heavier they are.

    Takes, returns and raises as `epley` does: w (1 + (r - 1)^0.85 / k) with
    k = -2.55 + 4.58 ln w, where a load below 10 kg counts as 10 kg in k. [kg]

    Notes
    -----
    [Marzagao2026]_, a preprint: fitted so that near-failure sets of one lifter agree with
    each other, not against measured singles. The bound of 10 kg is a house rule.

    Examples
    --------
    >>> round(by_load(100.0, 5.0), 2)  # k = 18.5417, 4^0.85 = 3.2490
    117.52
    """
    load, n = _checked(load_kg, reps, MOST_REPS)
    k = _BY_LOAD_START + _BY_LOAD_SLOPE * log(maximum(load, _BY_LOAD_LIGHTEST_KG))
    return load * (1.0 + (n - 1.0) ** _BY_LOAD_POWER / k)


FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        one.__name__: one
        for one in (
            epley,
            epley_modified,
            linear,
            brzycki,
            lander,
            lombardi,
            mayhew,
            oconner,
            wathan,
            exponential,
            rts,
            by_load,
        )
    }
)
"""Every formula by its name."""


def _single_is_itself(load: Number, reps: Number, estimate: Number) -> Number:
    return where(reps == 1.0, load, estimate)


def _checked(load_kg: Number, reps: Number, most: float) -> tuple[Number, Number]:
    """Give both as floats, or both as arrays; repetitions up to the most that count."""
    load = _floats("load_kg", load_kg, 0.0, "a finite load, 0 kg or more")
    n = _floats("reps", reps, 1.0, "repetitions to failure, 1 or more")
    if type(load) is not type(n):
        load, n = np.asarray(load), np.asarray(n)
    return load, minimum(n, most)


def _floats(name: str, value: Number, low: float, wanted: str) -> Number:
    """Give a number as a float, or anything longer as an array, none below `low`."""
    array = np.asarray(value)
    good = array.dtype.kind in "uif" and np.all(np.isfinite(array) & (array >= low))
    if not good:
        raise InvalidValue(where=name, got=value, wanted=wanted)
    return array.astype(np.float64) if array.ndim else float(array)
