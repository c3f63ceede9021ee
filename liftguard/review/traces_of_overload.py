"""
What a day shows of overload: more than ever, more than lately, missed, or after time off.

Each function gives one number of an area as of the end of a day, by its place; None where the
records do not tell.

Reason to change: a number that speaks for overload.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from itertools import pairwise

from liftguard.judge.policy import Policy
from liftguard.review.area import AreaDay, AreaLog
from liftguard.review.traces_of_fatigue import sets_of
from liftguard.review.training_days import LiftDay

__all__ = [
    "demand_ratio",
    "layoff_gap",
    "lift_gap",
    "load_ratio",
    "misses",
    "p_beyond",
    "put_by",
]

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def _two_days(log: AreaLog, place: int) -> Iterator[AreaDay]:
    """Give the days that ended within 48 hours of the end of a day, itself among them."""
    end = log.days[place].end
    for day in log.days[max(place - 2, 0) : place + 1]:
        if day.sets and end - day.end < 2 * _DAY:
            yield day


def put_by(cause: str) -> Callable[[AreaLog, int], float | None]:
    """Give the most that a cause put into the forecast of a set of 48 hours. [log-odds]"""

    def most(log: AreaLog, place: int) -> float | None:
        put = [one.sizes for day in _two_days(log, place) for one in day.put if one.sizes]
        return max((_part(sizes, cause, log.policy) for sizes in put), default=None)

    return most


def _part(sizes: Mapping[str, float], cause: str, policy: Policy) -> float:
    """Give the size of a cause; near certain failure, what is large for its size alone is none."""
    part = policy.part_share * sum(sizes.values())
    return round(sizes[cause], 9) if sizes[cause] >= part else 0.0


def demand_ratio(log: AreaLog, place: int) -> float | None:
    """Compare what was asked with the best lately, lift by lift."""
    ratios = (
        math.exp(one.demand - lift.best_lately)
        for day in _two_days(log, place)
        for lift in day.lifts
        for one in lift.sets
        if one.demand is not None and lift.best_lately is not None
    )
    return max(ratios, default=None)


def load_ratio(log: AreaLog, place: int) -> float | None:
    """Compare the loads with the highest that ever went up, lift by lift."""
    ratios = (
        lift.heaviest_kg / lift.ever_kg
        for day in _two_days(log, place)
        for lift in day.lifts
        if lift.ever_kg and lift.earlier >= log.policy.fewest_earlier_days
    )
    return max(ratios, default=None)


def p_beyond(log: AreaLog, place: int) -> float:
    """Give the highest chance of failing among the flagged sets of 48 hours."""
    end = log.days[place].end
    return max(
        p
        for day in log.days[max(place - 2, 0) : place + 1]
        for one, p in zip(day.sets, day.flagged, strict=True)
        if end - one.at < 2 * _DAY
    )


def misses(log: AreaLog, place: int) -> float:
    """Count the misses of 48 hours, but one that the pain itself may have brought."""
    spared = log.at - log.policy.in_pain_minutes * _MINUTE
    return float(
        sum(
            one.logged.missed and not (spared <= one.at and one.logged.at_known_to == "set")
            for one in sets_of(log, place, 2 * _DAY)
        )
    )


def layoff_gap(log: AreaLog, place: int) -> float | None:
    """Give the longest time off that ended lately, where it did not begin anew lightly. [days]"""
    ended = log.policy.layoff_ended_days
    first = max(place - math.ceil(ended) - 1, 0)
    last, days = log.days[place].date, log.days[first : place + 1]
    back = [(day, later) for day, later in pairwise(days) if (last - later.date).days < ended]
    if not back:
        return None
    return float(max((later.date - day.date).days * _is_heavy(later, log) for day, later in back))


def _is_heavy(day: AreaDay, log: AreaLog) -> bool:
    return any(_begins_heavy(lift, log.policy) for lift in day.lifts)


def _begins_heavy(lift: LiftDay, policy: Policy) -> bool:
    """Tell whether a lift was done at more than one begins with after a break."""
    return not lift.ever_kg or lift.heaviest_kg > policy.begin_share * lift.ever_kg


def lift_gap(log: AreaLog, place: int) -> float | None:
    """Give the longest time without a lift that was done again, and not lightly. [days]"""
    day = log.days[place]
    gaps = [
        (day.date - lift.last).days * _begins_heavy(lift, log.policy)
        for lift in day.lifts
        if lift.last is not None
    ]
    return float(max(gaps)) if gaps else None
