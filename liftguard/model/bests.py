"""
The best of each week: what a lift has reached lately, bounded in size.

Reason to change: which bests are kept.
"""

from __future__ import annotations

from liftguard.model.params import Params

__all__ = ["Bests", "best_of_last_weeks", "best_since", "with_best"]

_DECIMALS = 6  # of a stored best in log kg: less than a gram

Bests = tuple[tuple[int, float], ...]
"""Days since the log began, and the demand reached then: the highest of each week that no later
week reached again. [days], [log kg]"""


def with_best(bests: Bests, day: int, best: float, params: Params) -> Bests:
    """Note a demand that was reached; only the best of a week and of all since is kept."""
    if bests:
        last_day, last = bests[-1]
        if last >= best and last_day // 7 == day // 7:
            return bests
    first, end = 0, len(bests)
    while end and bests[end - 1][1] <= best:
        end -= 1
    while first < end and day - bests[first][0] > params.best_days:
        first += 1
    return (*bests[first:end], (day, round(best, _DECIMALS)))


def best_since(bests: Bests, day: float) -> float | None:
    """Give the highest demand reached from a day on."""
    # later bests are lower, so the first one recent enough is the highest
    return next((best for when, best in bests if when >= day), None)


def best_of_last_weeks(bests: Bests) -> float | None:
    """Give the highest demand of the weeks up to the last set that are kept. [log kg]"""
    return bests[0][1] if bests else None
