"""
The bests of a lift that stand unbeaten: the heaviest load for each count of repetitions.

Kept beside the numbers, as learning a set does not read it; bounded in size.

Reason to change: which bests are kept.
"""

from __future__ import annotations

__all__ = ["Front", "best_for", "with_best_set"]

_MOST = 10  # counts that are kept: 1 to 8 and two above them, or so
_GRAM, _DECIMALS = 1e-3, 3  # of a load: what rounding between units may do [kg]

Front = tuple[tuple[int, float, int], ...]
"""Repetitions, load as the lifter counts it, and the day, in days since the log's first: fewest
repetitions first, so that loads fall. Help counts as a load below 0. [reps], [kg], [days]"""


def with_best_set(front: Front, reps: int, load_kg: float, day: int) -> Front:
    """Note a set that went up, where none with as much load and as many repetitions stands."""
    for n, kg, _ in reversed(front):  # most sets are far below the bests
        if n >= reps and kg >= load_kg - _GRAM:
            return front
    load_kg = round(load_kg, _DECIMALS)
    fewer = [one for one in front if one[0] < reps and one[1] > load_kg]
    more = [one for one in front if one[0] > reps]
    return (*fewer, (reps, load_kg, day), *more)[:_MOST]


def best_for(front: Front, reps: int) -> tuple[int, float, int] | None:
    """Give the heaviest of those sets that had at least so many repetitions."""
    # later ones have more repetitions and less load, so the first one is the heaviest
    return next((one for one in front if one[0] >= reps), None)
