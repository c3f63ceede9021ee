"""
The few functions that the model needs, for floats and for arrays alike.

Given Python floats they run on `math`, given float64 arrays on numpy; both agree to a
relative error under 1e-13 (checked against mpmath). Everything else in the model is plain
arithmetic, so each formula of it is written once.

Reason to change: the model needs a further function.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from math import erfc as _erfc
from math import exp as _exp
from math import log as _log
from math import sqrt as _sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Number",
    "alike",
    "exp",
    "floor",
    "log",
    "log_normal_cdf",
    "made",
    "maximum",
    "minimum",
    "normal_cdf",
    "normal_pdf",
    "normal_quantile",
    "sqrt",
    "step_of",
    "where",
]

Number = Any
"""A float or a float64 array; the kernel never asks which."""

made = tuple.__new__
"""Makes a named tuple of a plain one: half the time of calling its class, which the step of the
model does twenty times for a set."""

_SQRT_HALF = math.sqrt(0.5)
_INV_SQRT_2PI = 1.0 / math.sqrt(2.0 * math.pi)
_FAR_TAIL = -8.0  # below it math.erfc(z / sqrt 2) loses digits to the rounding of its argument

# Of (1 + 2x) exp(x^2) erfc(x) in t = (x - 4) / (x + 4), by tests/reference/erfcx_coefficients.py.
_ERFCX_SHIFT = 4.0
_ERFCX_CHEBYSHEV = (
    1.1774832005374487,
    -0.00726079662030190048,
    -0.0812651232361849979,
    0.06009212804122225,
    -0.0287539355802766603,
    0.01059566336347286,
    -0.00313692729455426424,
    0.000745649437253618404,
    -0.000136969650301005407,
    0.0000171838616003009371,
    -7.15836462345034686e-7,
    -2.4261399442449532e-7,
    5.5765709395703564e-8,
    -2.10578695138094948e-9,
    -1.17178893518849568e-9,
    1.90983551724566879e-10,
    1.40887176420881297e-11,
    -6.90110832048081496e-12,
    9.16795836411129329e-14,
    2.1454508286554553e-13,
    -1.47165750270106242e-14,
    -6.66867511877040792e-15,
    7.50459850988008303e-16,
    2.22009300666632004e-16,
    -3.17048989563308884e-17,
)


def exp(x: Number) -> Number:
    """Give e to the x; 0 far below, and never an overflow error."""
    if type(x) is float:
        try:
            return _exp(x)
        except OverflowError:
            return math.inf
    return np.exp(x)


def log(x: Number) -> Number:
    """Give the natural logarithm of x > 0."""
    return _log(x) if type(x) is float else np.log(x)


def sqrt(x: Number) -> Number:
    """Give the square root of x >= 0."""
    return _sqrt(x) if type(x) is float else np.sqrt(x)


def where(condition: Any, yes: Number, no: Number) -> Number:  # noqa: ANN401 - bool or array
    """Choose between two values that are both safe to compute."""
    if condition is True:
        return yes
    return no if condition is False else np.where(condition, yes, no)


def alike(x: Number, y: Number) -> bool:
    """Tell whether two floats are the same; of arrays nothing is said: never."""
    return type(x) is float and bool(x == y)


def maximum(x: Number, y: Number) -> Number:
    """Give the larger of two; what a comparison of floats gives is True or False itself."""
    above = x > y
    if above is True:
        return x
    return y if above is False else np.maximum(x, y)


def minimum(x: Number, y: Number) -> Number:
    """Give the smaller of two."""
    below = x < y
    if below is True:
        return x
    return y if below is False else np.minimum(x, y)


def floor(x: Number) -> Number:
    """Give the whole number at or below x."""
    return float(math.floor(x)) if type(x) is float else np.floor(x)


def step_of(x: Number, edges: Sequence[float]) -> Number:
    """Give how many edges lie below x."""
    if type(x) is float:
        return float(bisect_left(edges, x))
    return np.searchsorted(edges, x, side="left").astype(np.float64)


def normal_pdf(z: Number) -> Number:
    """Give the density of the standard normal law."""
    if type(z) is float:
        return _INV_SQRT_2PI * _exp(-0.5 * z * z)
    return _INV_SQRT_2PI * np.exp(-0.5 * z * z)


def normal_cdf(z: Number) -> Number:
    """Give the probability that a standard normal value is at most z."""
    if type(z) is float:
        return 0.5 * _erfc(-z * _SQRT_HALF) if z > _FAR_TAIL else _upper_tail(-z)
    tail = _upper_tail(np.abs(z))
    return np.where(z < 0.0, tail, 1.0 - tail)


def log_normal_cdf(z: Number) -> Number:
    """Give the logarithm of `normal_cdf`, exact far into the lower tail."""
    if type(z) is float:
        if z > 0.0:
            return math.log1p(-normal_cdf(-z))
        if z > _FAR_TAIL:
            return math.log(normal_cdf(z))
    below = minimum(z, 0.0 * z)
    tail = log(0.5 * _erfcx(-below * _SQRT_HALF)) - 0.5 * below * below
    if type(z) is float:
        return tail
    return np.where(z > 0.0, np.log1p(-normal_cdf(-np.abs(z))), tail)


def normal_quantile(p: float) -> float:
    """
    Give the z of which `normal_cdf` is p, for 0 < p < 1.

    Starts from [AbramowitzStegun1964]_ 26.2.23 and polishes by Newton's rule on the lower
    tail, where the distribution function keeps its relative accuracy.
    """
    tail = min(p, 1.0 - p)
    t = math.sqrt(-2.0 * math.log(tail))
    top = 2.515517 + t * (0.802853 + t * 0.010328)
    z = top / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in range(3):  # from 5e-4: 5e-6 at worst, then 5e-10, then rounding
        z -= (normal_cdf(z) - tail) / normal_pdf(z)
    return z if p < 0.5 else -z


def _upper_tail(z: Number) -> Number:
    """Give P(Z > z) for z >= 0; the square is split so that its rounding does not grow."""
    z = minimum(z, 40.0 + 0.0 * z)  # 0 in doubles from there on
    coarse = round(z * 16.0) / 16.0 if type(z) is float else np.round(z * 16.0) / 16.0
    gauss = exp(-0.5 * coarse * coarse) * exp(0.5 * (coarse - z) * (coarse + z))
    return 0.5 * gauss * _erfcx(z * _SQRT_HALF)


def _erfcx(x: Number) -> Number:
    """Give exp(x^2) erfc(x) for x >= 0, by Clenshaw's recurrence."""
    t = (x - _ERFCX_SHIFT) / (x + _ERFCX_SHIFT)
    two_t = t + t
    b1 = b2 = 0.0 * t
    for coefficient in _ERFCX_CHEBYSHEV[:0:-1]:
        b1, b2 = coefficient + two_t * b1 - b2, b1
    return (_ERFCX_CHEBYSHEV[0] + t * b1 - b2) / (1.0 + x + x)
