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
_ERFCX_POWERS = (
    1.23299511862555254,
    -0.139621116840562292,
    0.015379652102610473,
    0.0680970542546690878,
    -0.101039066035865309,
    0.0937328349990944081,
    -0.0663303658203115476,
    0.0371675155265556702,
    -0.0161977339814551927,
    0.00503197006765748892,
    -0.000757773707063824974,
    -0.000199257146610911884,
    0.000150623097200186287,
    -0.0000243977464224364164,
    -0.0000112251018756591769,
    5.70660441489573347e-6,
    2.98013538030313323e-7,
    -8.21093904256056799e-7,
    7.1153378005853032e-8,
    1.06338556185948837e-7,
    -1.63717797635669659e-8,
    -1.23468660438235286e-8,
    1.57382837741920359e-9,
    9.31174497823257279e-10,
)
_PAIRS = np.array(_ERFCX_POWERS).reshape(-1, 2)  # which arrays take together


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
    """Give exp(x^2) erfc(x) for x >= 0."""
    return _polynomial((x - _ERFCX_SHIFT) / (x + _ERFCX_SHIFT)) / (1.0 + x + x)


def _polynomial(t: Number) -> Number:
    """Give the polynomial of `_erfcx`; of arrays by halves, in few calls for many terms."""
    if type(t) is float:
        total = 0.0
        for coefficient in reversed(_ERFCX_POWERS):
            total = total * t + coefficient
        return total
    even, odd = (one.reshape(-1, *(1,) * t.ndim) for one in _PAIRS.T)
    terms = even + odd * t
    while len(terms) > 3:
        t = t * t
        terms = terms[::2] + terms[1::2] * t
    t = t * t
    return terms[0] + t * (terms[1] + t * terms[2])
