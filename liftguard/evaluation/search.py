"""
The search for the lowest score, by scipy, which the extra `fit` brings.

Reason to change: another library that searches.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from liftguard.errors import needing
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
    with needing("scipy", extra="fit", where="fit"):
        from scipy.optimize import (  # type: ignore[import-untyped,import-not-found,unused-ignore]
            minimize,
        )
    found = minimize(score, start, jac=slopes, method=method, options=dict(options))
    return found.x, float(found.fun)
