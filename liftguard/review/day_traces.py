"""
What the records of one day show about each cause: one number for each kind of trace.

Reason to change: a kind of trace, or how its number is taken.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from liftguard.lifts import lift_of
from liftguard.model.state import moment
from liftguard.review.area import Story, load_of, told_before
from liftguard.review.training_days import LATELY, Done, hard_sets

__all__ = ["KINDS", "RECORDS", "Kind", "missing_records"]

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_NOTED = timedelta(days=30)  # who noted such a thing within a month writes it down: house rule
_LAYOFF_ENDED = timedelta(days=7)  # sessions so soon after a layoff are the first: house rule
_BASELINE, _BASELINE_SETS = timedelta(days=90), 3  # of velocity at one load: house rule
_SAME_LOAD = 0.025  # loads as near as this share a baseline: house rule [1]
_EARLIER_DAYS = 3  # of a lift, before a load can be the highest ever: house rule

RECORDS = (
    "sets",
    "set_times",
    "rest_s",
    "effort",
    "warm_ups",
    "stillness",
    "rising",
    "velocity",
    "bodyweight",
)
"""Codes of records that an inquiry can miss, in the order in which they are named."""


class Kind(NamedTuple):
    """A kind of trace."""

    code: str
    cause: str
    unit: str
    worse: int  # 1 where more is worse, -1 where less is
    neutral: float  # a value that is not beyond it in that direction is no trace
    # as of the end of a day, by its place; None where the records do not tell
    number: Callable[[Story, int], float | None]
    needs_sets: bool = True  # it can be taken only where there are some

    def excess(self, number: float | None) -> float | None:
        """Say how far a number lies beyond neutral; 0 or less is no trace."""
        return None if number is None else round(self.worse * (number - self.neutral), 9)


# --- fatigue ---


def _sessions_4_days(story: Story, i: int) -> float:
    last = story.days[i].date
    return float(sum((last - area.date).days < 4 for area in story.days[max(i - 3, 0) : i + 1]))


def _within(story: Story, i: int, span: timedelta) -> Iterator[Done]:
    """Give the sets of the time before the end of a day."""
    end = story.days[i].end
    for area in reversed(story.days[: i + 1]):
        if end - area.end >= span:
            return
        yield from (one for one in area.sets if end - one.at < span)


def _sets_in(span: timedelta) -> Callable[[Story, int], float]:
    return lambda story, i: float(sum(1 for _ in _within(story, i, span)))


def _reps_in(span: timedelta) -> Callable[[Story, int], float]:
    return lambda story, i: float(sum(one.logged.reps for one in _within(story, i, span)))


def _hard_sets(story: Story, i: int) -> float:
    return float(sum(len(hard_sets(lift)) for lift in story.days[i].lifts))


def _same_pattern_sets(story: Story, i: int) -> float:
    """Count the longest run of one pattern with no other and no Mobility in between."""
    area, longest, run, pattern = story.days[i], 0, 0, ""
    at = area.day.sets[0].at
    loading = {lift.lift for lift in area.lifts}
    eased = [moment(one.at) for one in story.mobility]
    for one in area.day.sets:
        name = lift_of(one.logged.lift).pattern
        apart = bisect_right(eased, at) < bisect_right(eased, one.at)
        run = run + 1 if name == pattern and not apart else 1
        pattern, at = name, one.at
        if one.logged.lift in loading:
            longest = max(longest, run)
    return float(longest)


def _shortest_rest(story: Story, i: int) -> float | None:
    rests = (one.logged.rest_s for one in story.days[i].sets[1:] if one.logged.kind != "warmup")
    return min((rest for rest in rests if rest is not None), default=None)


def _days_in_a_row(story: Story, i: int) -> float:
    days, row = story.days, 1
    while row <= i and (days[i].date - days[i - row].date).days == row:
        row += 1
    return float(row)


def _rpe_rise(story: Story, i: int) -> float | None:
    """Give the most that RPE rose between sets of the same lift, load and repetitions."""
    first: dict[tuple[str, float, int], float] = {}
    rises = [
        one.logged.rpe
        - first.setdefault((one.logged.lift, one.logged.load_kg, one.logged.reps), one.logged.rpe)
        for one in story.days[i].sets
        if one.logged.rpe is not None
    ]
    return max(rises, default=None)


# --- rapid movement ---


def _first_share(story: Story, i: int) -> float | None:
    """Look at the first lift of the day that loads the area, where it is usually ramped."""
    lift = story.days[i].lifts[0]
    return lift.first_share if lift.ramps else None


def _acts(story: Story, i: int) -> list[datetime]:
    """Give the moments of a day at which something was asked of the area."""
    area = story.days[i]
    if story.at_rest is not None:
        return [story.at_rest - (story.days[-1].date - area.date)]
    return list(dict.fromkeys(one.at for one in area.sets)) if area.hours_known else []


def _still_minutes(story: Story, i: int) -> float | None:
    """Give the longest stillness that ended within the hour before something was asked. [min]"""
    acts = _acts(story, i)
    near = [one for act in acts for one in told_before(story.still, act, _HOUR)]
    # who wrote any down lately writes them down: silence then means none
    if not any(told_before(story.still, act, _NOTED) for act in acts):
        return None
    return max((one.end - one.start for one in near), default=timedelta(0)) / _MINUTE


def _hours_since_rising(story: Story, i: int) -> float | None:
    acts = _acts(story, i)
    gaps = [act - moment(up.at) for act in acts for up in told_before(story.rising, act, _DAY)]
    return min(gaps) / _HOUR if gaps else None


def _longest_pause(story: Story, i: int) -> float | None:
    """Give the longest gap between sets that ended with a hard set of the area."""
    area = story.days[i]
    if any(one.logged.at_known_to != "set" for one in area.day.sets):
        return None
    hard = {one.at for lift in area.lifts for one in hard_sets(lift)}
    gaps = [later.at - one.at for one, later in pairwise(area.day.sets) if later.at in hard]
    return max(gaps, default=timedelta(0)) / _MINUTE


def _velocity_ratio(story: Story, i: int) -> float | None:
    """Compare first repetitions with those of 90 days at that lift and load."""
    ratios = []
    for one in story.days[i].sets:
        velocity = one.logged.mean_velocity_m_s
        usual = _usual_velocity(story, i, one) if velocity is not None else None
        if velocity is not None and usual:
            ratios.append(velocity / usual)
    return max(ratios, default=None)


def _usual_velocity(story: Story, i: int, like: Done) -> float | None:
    """Give the median of earlier days, the upper one of two; None where they are too few."""
    found: list[float] = []
    for area in reversed(story.days[:i]):
        if like.at - area.end > _BASELINE:
            break
        found += (
            one.logged.mean_velocity_m_s
            for one in area.sets
            if one.logged.lift == like.logged.lift
            and one.logged.mean_velocity_m_s is not None
            and math.isclose(one.logged.load_kg, like.logged.load_kg, rel_tol=_SAME_LOAD)
        )
    return sorted(found)[len(found) // 2] if len(found) >= _BASELINE_SETS else None


# --- overload ---


def _demand_ratio(story: Story, i: int) -> float | None:
    """Compare what was asked with the best of the 30 days before, lift by lift."""
    ratios = (
        math.exp(one.demand - lift.best_lately)
        for lift in story.days[i].lifts
        for one in lift.sets
        if one.demand is not None and lift.best_lately is not None
    )
    return max(ratios, default=None)


def _p_beyond(story: Story, i: int) -> float:
    """Give the highest chance of failing among the flagged sets of 48 hours."""
    end = story.days[i].end
    return max(
        p
        for area in story.days[max(i - 2, 0) : i + 1]
        for one, p in zip(area.sets, area.flagged, strict=True)
        if end - one.at < 2 * _DAY
    )


def _misses(story: Story, i: int) -> float:
    return float(sum(one.logged.missed for one in _within(story, i, 2 * _DAY)))


def _layoff_days(story: Story, i: int) -> float | None:
    """Give the longest time off that ended within the last week."""
    last, days = story.days[i].date, story.days[max(i - 8, 0) : i + 1]
    gaps = [
        (later.date - area.date).days
        for area, later in pairwise(days)
        if last - later.date < _LAYOFF_ENDED
    ]
    return float(max(gaps)) if gaps else None


def _tonnage_ratio(story: Story, i: int) -> float | None:
    """Compare the work of the day with the most on one day of the 30 before."""
    most = 0.0
    for j in range(i - 1, -1, -1):
        if story.days[i].end - story.days[j].end > LATELY:
            break
        most = max(most, _tonnage(story, j))
    return _tonnage(story, i) / most if most > 0.0 else None


def _tonnage(story: Story, i: int) -> float:
    return sum(
        (one.moved_kg or 0.0) * one.logged.reps * load_of(one.logged.lift, story.regions)
        for one in story.days[i].sets
    )


def _load_ratio(story: Story, i: int) -> float | None:
    """Compare the loads with the highest that ever went up, lift by lift."""
    ratios = (
        lift.heaviest_kg / lift.ever_kg
        for lift in story.days[i].lifts
        if lift.ever_kg and lift.earlier >= _EARLIER_DAYS
    )
    return max(ratios, default=None)


KINDS = (
    Kind("sessions_4_days", "fatigue", "sessions", 1, 1.0, _sessions_4_days),
    Kind("sets_24_h", "fatigue", "sets", 1, 0.0, _sets_in(_DAY)),
    Kind("reps_24_h", "fatigue", "reps", 1, 0.0, _reps_in(_DAY)),
    Kind("sets_72_h", "fatigue", "sets", 1, 0.0, _sets_in(3 * _DAY)),
    Kind("reps_72_h", "fatigue", "reps", 1, 0.0, _reps_in(3 * _DAY)),
    Kind("hard_sets", "fatigue", "sets", 1, 0.0, _hard_sets),
    Kind("same_pattern_sets", "fatigue", "sets", 1, 1.0, _same_pattern_sets),
    Kind("shortest_rest", "fatigue", "s", -1, 120.0, _shortest_rest),
    Kind("days_in_a_row", "fatigue", "days", 1, 1.0, _days_in_a_row),
    Kind("rpe_rise", "fatigue", "1", 1, 0.0, _rpe_rise),
    Kind("first_share", "rapid_movement", "1", 1, 0.7, _first_share),
    Kind("still_minutes", "rapid_movement", "min", 1, 0.0, _still_minutes, needs_sets=False),
    Kind(
        "hours_since_rising", "rapid_movement", "h", -1, 2.0, _hours_since_rising, needs_sets=False
    ),
    Kind("longest_pause", "rapid_movement", "min", 1, 20.0, _longest_pause),
    Kind("velocity_ratio", "rapid_movement", "1", 1, 1.0, _velocity_ratio),
    Kind("demand_ratio", "overload", "1", 1, 1.0, _demand_ratio),
    Kind("p_beyond", "overload", "1", 1, 0.0, _p_beyond),
    Kind("misses", "overload", "sets", 1, 0.0, _misses),
    Kind("layoff_days", "overload", "days", 1, 14.0, _layoff_days),
    Kind("tonnage_ratio", "overload", "1", 1, 1.0, _tonnage_ratio),
    Kind("load_ratio", "overload", "1", 1, 1.0, _load_ratio),
)
"""Every kind of trace; `liftguard.words` has the words for the codes."""


def missing_records(story: Story) -> dict[str, tuple[str, ...]]:
    """List by cause the codes of records that were not kept and would have told more."""
    area, done = story.days[-1], [one.logged for one in story.days[-1].sets]
    silent = {
        "sets": not done,
        "set_times": any(one.at_known_to != "set" for one in done),
        "rest_s": bool(done) and all(one.rest_s is None for one in done),
        "effort": bool(done) and all(one.rpe is None and not one.to_failure for one in done),
        "warm_ups": bool(done) and not area.lifts[0].ramps,
        "stillness": not told_before(story.still, story.at, _NOTED),
        "rising": not told_before(story.rising, story.at, _DAY),
        "velocity": bool(done) and all(one.mean_velocity_m_s is None for one in done),
        "bodyweight": any(one.demand is None for one in area.sets),
    }
    by_cause = {
        "fatigue": ("sets", "rest_s", "effort"),
        "rapid_movement": ("sets", "set_times", "warm_ups", "stillness", "rising", "velocity"),
        "overload": ("sets", "bodyweight"),
    }
    return {
        cause: tuple(code for code in codes if silent[code]) for cause, codes in by_cause.items()
    }
