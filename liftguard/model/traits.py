"""
A lift in the numbers that the model needs: its pattern, and how it loads the regions.

Reason to change: what of a lift matters to the model.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from liftguard.lifts import PATTERNS, REGIONS, lift_of
from liftguard.model.fatigue import Vector
from liftguard.model.special import Number

__all__ = ["Traits", "likeness", "overlap", "traits_of"]

_MINOR = ("isolation", "trunk", "other")  # patterns that are no change from a big one


class Traits(NamedTuple):
    """
    What matters of a lift.

    `pattern` is its place in `liftguard.lifts.PATTERNS`, `minor` 1 where its pattern is no
    change from a big one. `loads` on the regions are a, `weights` a / (a . a); `known` is 0 for
    a lift that no table knows, which loads nothing that others share.
    """

    pattern: Number
    minor: Number
    loads: Vector
    weights: Vector
    known: Number


@lru_cache(maxsize=65536)
def traits_of(key: str) -> Traits:
    """Give the numbers of a lift by its key."""
    about = lift_of(key)
    by_region = dict(about.region_loads)
    loads = tuple(by_region.get(region, 0.0) for region in REGIONS)
    square = sum(load * load for load in loads)
    return Traits(
        pattern=float(PATTERNS.index(about.pattern)),
        minor=float(about.pattern in _MINOR),
        loads=loads,
        weights=tuple(load / square if square else 0.0 for load in loads),
        known=float(square > 0.0),
    )


@lru_cache(maxsize=65536)
def overlap(worked: str, lift: str) -> float:
    """Give how far the work of one lift is that of another: a . b / b . b, 0 for an unknown one."""
    if worked == lift:
        return 1.0
    loads, weights = traits_of(worked).loads, traits_of(lift).weights
    return float(sum(a * b for a, b in zip(loads, weights, strict=True)))


def likeness(one: str, other: str) -> float:
    """Give the cosine between the loads of two lifts on the body, 0 for an unknown one."""
    return float((overlap(one, other) * overlap(other, one)) ** 0.5)
