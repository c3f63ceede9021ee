"""
What a time shows of rapid movement: quick, after stillness, just up, cold, without a ramp.

Each function gives one number, of a day by its place or of an occasion by its moments; None
where the records do not tell.

Reason to change: a number that speaks for rapid movement.
"""

from __future__ import annotations

import math
from datetime import timedelta
from itertools import pairwise

from liftguard.model.state import moment
from liftguard.review.area import AreaLog, Occasion, noted_before
from liftguard.review.moved_notes import MovedNote
from liftguard.review.training_days import Done, hard_sets

__all__ = [
    "first_share",
    "hours_since_rising",
    "longest_pause",
    "moved_before",
    "moved_strain",
    "still_minutes",
    "velocity_ratio",
]

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def first_share(log: AreaLog, place: int) -> float | None:
    """Look at the first lift of the day that loads the area, where it is usually ramped."""
    lift = log.days[place].lifts[0]
    if not lift.ramps:
        return None
    return lift.first_share if lift.sets[0] in hard_sets(lift, log.policy) else 0.0


def still_minutes(log: AreaLog, occasion: Occasion) -> float | None:
    """Give the longest stillness that ended shortly before something was asked. [min]"""
    still, asked = log.notes.still, occasion.moments
    ended = log.policy.still_ended_minutes * _MINUTE
    near = [one for at in asked for one in noted_before(still, at, ended)]
    # who wrote any down lately writes them down: silence then means none
    noted = log.policy.noted_days * _DAY
    if not any(noted_before(still, at, noted) for at in asked):
        return None
    return max((one.end - one.start for one in near), default=timedelta(0)) / _MINUTE


def hours_since_rising(log: AreaLog, occasion: Occasion) -> float | None:
    """Give the shortest time since getting up at which something was asked. [h]"""
    asked = occasion.moments
    gaps = [at - moment(up.at) for at in asked for up in noted_before(log.notes.rising, at, _DAY)]
    return min(gaps) / _HOUR if gaps else None


def moved_before(log: AreaLog) -> MovedNote | None:
    """Give the movement of most strain shortly before the pain."""
    within = log.policy.moved_minutes * _MINUTE
    near = noted_before(log.notes.moved, log.at, within)
    return max(near, key=lambda one: one.strain, default=None)


def moved_strain(log: AreaLog, occasion: Occasion) -> float | None:
    """Give the most strain of a movement: shortly before the pain, else of a whole date."""
    moved = log.notes.moved
    if not moved:
        return None
    if occasion == log.event:
        near = moved_before(log)
        return None if near is None else near.strain
    return max((one.strain for one in moved if one.noted_at.date() == occasion.date), default=0.0)


def longest_pause(log: AreaLog, place: int) -> float | None:
    """Give the longest gap between sets that ended with a hard set of the area."""
    day = log.days[place]
    if any(one.logged.at_known_to != "set" for one in day.whole.sets):
        return None
    hard = {one.at for lift in day.lifts for one in hard_sets(lift, log.policy)}
    gaps = [later.at - one.at for one, later in pairwise(day.whole.sets) if later.at in hard]
    return max(gaps, default=timedelta(0)) / _MINUTE


def velocity_ratio(log: AreaLog, place: int) -> float | None:
    """Compare first repetitions with the usual ones at that lift and load."""
    ratios = []
    for one in log.days[place].sets:
        velocity = one.logged.mean_velocity_m_s
        usual = _usual_velocity(log, place, one) if velocity is not None else None
        if velocity is not None and usual:
            ratios.append(velocity / usual)
    return max(ratios, default=None)


def _usual_velocity(log: AreaLog, place: int, like: Done) -> float | None:
    """Give the median of earlier days, the upper one of two; None where they are too few."""
    found: list[float] = []
    policy, kg = log.policy, like.logged.load_kg
    for day in reversed(log.days[:place]):
        if like.at - day.end > policy.baseline_days * _DAY:
            break
        found += (
            one.logged.mean_velocity_m_s
            for one in day.sets
            if one.logged.lift == like.logged.lift
            and one.logged.mean_velocity_m_s is not None
            and math.isclose(one.logged.load_kg, kg, rel_tol=policy.same_load)
        )
    return sorted(found)[len(found) // 2] if len(found) >= policy.baseline_sets else None
