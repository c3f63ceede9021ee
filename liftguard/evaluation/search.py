"""
The search for the lowest score, by scipy, which the extra `fit` brings.

Reason to change: another library that searches.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from liftguard.errors import MissingExtra
from liftguard.evaluation.array_checks import Floats

__all__ = ["lowest"]


def lowest(
    score: Callable[[Floats], float],
    start: Floats,
    *,
    method: str,
    options: Mapping[str, object],
    slopes: Callable[[Floats], Floats] | None = None,
) -> tuple[Floats, float]:
    """Give the point at which a search from `start` ends, and the score there."""
    try:
        from scipy.optimize import (  # type: ignore[import-untyped,import-not-found,unused-ignore]
            minimize,
        )
    except ModuleNotFoundError as error:
        raise MissingExtra(
            where="fit",
            got="no scipy",
            wanted="the library scipy",
            hint='Install it: pip install "liftguard[fit]"',
        ) from error
    found = minimize(score, start, jac=slopes, method=method, options=dict(options))
    return found.x, float(found.fun)
