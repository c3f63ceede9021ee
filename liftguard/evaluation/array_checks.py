"""
Checks of what metrics take: arrays of finite numbers, one for each case, of one length.

Reason to change: a rule that two metrics share.
"""

from __future__ import annotations

from numbers import Integral

import numpy as np
from numpy.typing import ArrayLike, NDArray

from liftguard.errors import InvalidValue

__all__ = [
    "Floats",
    "case_weights",
    "ensembles",
    "fraction",
    "numbers",
    "outcomes",
    "positive",
    "probabilities",
    "same_shape",
    "whole",
]

Floats = NDArray[np.float64]
"""A float64 array."""

_KINDS = "buif"  # numpy's letters for bool, unsigned, integer, float


def numbers(where: str, values: ArrayLike, *, size: int | None = None) -> Floats:
    """Give the finite numbers of the cases as float64, or refuse them."""
    array = _finite(where, values, dimensions=1, wanted="a finite number for each case")
    return array if size is None else _of_size(where, array, size)


def ensembles(where: str, values: ArrayLike, *, size: int) -> Floats:
    """Give k finite numbers for each case as floats, of shape (n, k), or refuse them."""
    array = _finite(where, values, dimensions=2, wanted="a row of finite numbers for each case")
    return _of_size(where, array, size)


def outcomes(values: ArrayLike, *, where: str = "outcome") -> Floats:
    """Give what happened, 1 for an event and 0 for none, or refuse anything else."""
    array = numbers(where, values)
    return _all(where, array, (array == 0.0) | (array == 1.0), "0 or 1, False or True")


def probabilities(where: str, values: ArrayLike, *, size: int) -> Floats:
    """Give a probability for each case, or refuse what lies outside 0 to 1."""
    array = numbers(where, values, size=size)
    return _all(where, array, (array >= 0.0) & (array <= 1.0), "a probability from 0 to 1")


def positive(where: str, array: Floats) -> Floats:
    """Give back numbers that are all above 0, or refuse them."""
    return _all(where, array, array > 0.0, "a number above 0")


def same_shape(where: str, array: Floats, other: Floats) -> Floats:
    """Give back an array that has the shape of another, or refuse it."""
    if array.shape != other.shape:
        raise InvalidValue(where=where, got=array.shape, wanted=f"the shape {other.shape}")
    return array


def case_weights(values: ArrayLike | None, *, size: int) -> Floats:
    """Give how often each case counts, once where nothing is said; one must count, none below 0."""
    if values is None:
        return np.ones(size)
    array = numbers("weights", values, size=size)
    _all("weights", array, array >= 0.0, "a number, 0 or more")
    if not array.any():
        raise InvalidValue(where="weights", got="all 0", wanted="a case that counts")
    return array


def fraction(where: str, value: float) -> float:
    """Give back a number above 0 and up to 1, or refuse it."""
    if isinstance(value, bool) or not (isinstance(value, int | float) and 0.0 < value <= 1.0):
        raise InvalidValue(where=where, got=value, wanted="a number above 0 and up to 1")
    return float(value)


def whole(where: str, value: object, *, low: int) -> int:
    """Give back a whole number that is not below `low`, or refuse it."""
    if isinstance(value, bool) or not (isinstance(value, Integral) and int(value) >= low):
        raise InvalidValue(where=where, got=value, wanted=f"a whole number, {low} or more")
    return int(value)


def _finite(where: str, values: ArrayLike, *, dimensions: int, wanted: str) -> Floats:
    try:
        array = np.asarray(values)
    except ValueError:  # rows of unequal length
        raise InvalidValue(where=where, got=values, wanted=wanted) from None
    if array.dtype.kind not in _KINDS or array.ndim != dimensions or not array.size:
        hint = "Leave out cases that have none." if array.dtype.kind == "O" else ""
        raise InvalidValue(where=where, got=values, wanted=wanted, hint=hint)
    return _all(where, array.astype(np.float64), np.isfinite(array), wanted)


def _of_size(where: str, array: Floats, size: int) -> Floats:
    if len(array) != size:
        raise InvalidValue(where=where, got=f"{len(array)} cases", wanted=f"{size} cases")
    return array


def _all(where: str, array: Floats, good: NDArray[np.bool_], wanted: str) -> Floats:
    """Give back what is good throughout; else name the first place where it is not."""
    if not good.all():
        place = tuple(int(one) for one in np.argwhere(~good)[0])
        got = float(array[place])
        at = ", ".join(map(str, place))
        raise InvalidValue(where=f"{where}[{at}]", got=got, wanted=wanted)
    return array
