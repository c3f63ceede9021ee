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

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of
from liftguard.model.state import moment
from liftguard.review.area import AreaLog, load_of, noted_before
from liftguard.review.training_days import Done, hard_sets

__all__ = ["KINDS", "RECORDS", "TraceKind", "missing_records"]

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)

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


class TraceKind(NamedTuple):
    """A kind of trace."""

    code: str
    cause: str
    unit: str
    worse: int  # 1 where more is worse, -1 where less is
    # what is not beyond it in that direction is no trace: a number, or the field of `Policy`
    neutral: float | str
    # as of the end of a day, by its place; None where the records do not tell
    number: Callable[[AreaLog, int], float | None]
    needs_sets: bool = True  # it can be taken only where there are some

    def excess(self, number: float | None, policy: Policy) -> float | None:
        """Say how far a number lies beyond neutral; 0 or less is no trace."""
        at = getattr(policy, self.neutral) if isinstance(self.neutral, str) else self.neutral
        return None if number is None else round(self.worse * (number - at), 9)


# --- fatigue ---


def _sessions_4_days(log: AreaLog, place: int) -> float:
    last = log.days[place].date
    lately = log.days[max(place - 3, 0) : place + 1]
    return float(sum((last - day.date).days < 4 for day in lately))


def _sets_within(log: AreaLog, place: int, span: timedelta) -> Iterator[Done]:
    """Give the sets of the time before the end of a day."""
    end = log.days[place].end
    for day in reversed(log.days[: place + 1]):
        if end - day.end >= span:
            return
        yield from (one for one in day.sets if end - one.at < span)


def _sets_in(span: timedelta) -> Callable[[AreaLog, int], float]:
    return lambda log, place: float(sum(1 for _ in _sets_within(log, place, span)))


def _reps_in(span: timedelta) -> Callable[[AreaLog, int], float]:
    return lambda log, place: float(sum(one.logged.reps for one in _sets_within(log, place, span)))


def _hard_sets(log: AreaLog, place: int) -> float:
    return float(sum(len(hard_sets(lift, log.policy)) for lift in log.days[place].lifts))


def _same_pattern_sets(log: AreaLog, place: int) -> float:
    """Count the longest run of one pattern with no other and no Mobility in between."""
    day, longest, run, pattern = log.days[place], 0, 0, ""
    at = day.whole.sets[0].at
    loading = {lift.lift for lift in day.lifts}
    eased = [moment(one.at) for one in log.mobility]
    for one in day.whole.sets:
        name = lift_of(one.logged.lift).pattern
        apart = bisect_right(eased, at) < bisect_right(eased, one.at)
        run = run + 1 if name == pattern and not apart else 1
        pattern, at = name, one.at
        if one.logged.lift in loading:
            longest = max(longest, run)
    return float(longest)


def _shortest_rest(log: AreaLog, place: int) -> float | None:
    rests = (one.logged.rest_s for one in log.days[place].sets[1:] if one.logged.kind != "warmup")
    return min((rest for rest in rests if rest is not None), default=None)


def _days_in_a_row(log: AreaLog, place: int) -> float:
    days, row = log.days, 1
    while row <= place and (days[place].date - days[place - row].date).days == row:
        row += 1
    return float(row)


def _rpe_rise(log: AreaLog, place: int) -> float | None:
    """Give the most that RPE rose between sets of the same lift, load and repetitions."""
    first: dict[tuple[str, float, int], float] = {}
    rises = [
        one.logged.rpe
        - first.setdefault((one.logged.lift, one.logged.load_kg, one.logged.reps), one.logged.rpe)
        for one in log.days[place].sets
        if one.logged.rpe is not None
    ]
    return max(rises, default=None)


# --- rapid movement ---


def _first_share(log: AreaLog, place: int) -> float | None:
    """Look at the first lift of the day that loads the area, where it is usually ramped."""
    lift = log.days[place].lifts[0]
    return lift.first_share if lift.ramps else None


def _moments_asked(log: AreaLog, place: int) -> list[datetime]:
    """Give the moments of a day at which something was asked of the area."""
    day = log.days[place]
    if log.at_rest is not None:
        return [log.at_rest - (log.days[-1].date - day.date)]
    return list(dict.fromkeys(one.at for one in day.sets)) if day.hours_known else []


def _still_minutes(log: AreaLog, place: int) -> float | None:
    """Give the longest stillness that ended shortly before something was asked. [min]"""
    asked = _moments_asked(log, place)
    ended = log.policy.still_ended_minutes * _MINUTE
    near = [one for at in asked for one in noted_before(log.still, at, ended)]
    # who wrote any down lately writes them down: silence then means none
    noted = log.policy.noted_days * _DAY
    if not any(noted_before(log.still, at, noted) for at in asked):
        return None
    return max((one.end - one.start for one in near), default=timedelta(0)) / _MINUTE


def _hours_since_rising(log: AreaLog, place: int) -> float | None:
    asked = _moments_asked(log, place)
    gaps = [at - moment(up.at) for at in asked for up in noted_before(log.rising, at, _DAY)]
    return min(gaps) / _HOUR if gaps else None


def _longest_pause(log: AreaLog, place: int) -> float | None:
    """Give the longest gap between sets that ended with a hard set of the area."""
    day = log.days[place]
    if any(one.logged.at_known_to != "set" for one in day.whole.sets):
        return None
    hard = {one.at for lift in day.lifts for one in hard_sets(lift, log.policy)}
    gaps = [later.at - one.at for one, later in pairwise(day.whole.sets) if later.at in hard]
    return max(gaps, default=timedelta(0)) / _MINUTE


def _velocity_ratio(log: AreaLog, place: int) -> float | None:
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


# --- overload ---


def _demand_ratio(log: AreaLog, place: int) -> float | None:
    """Compare what was asked with the best lately, lift by lift."""
    ratios = (
        math.exp(one.demand - lift.best_lately)
        for lift in log.days[place].lifts
        for one in lift.sets
        if one.demand is not None and lift.best_lately is not None
    )
    return max(ratios, default=None)


def _p_beyond(log: AreaLog, place: int) -> float:
    """Give the highest chance of failing among the flagged sets of 48 hours."""
    end = log.days[place].end
    return max(
        p
        for day in log.days[max(place - 2, 0) : place + 1]
        for one, p in zip(day.sets, day.flagged, strict=True)
        if end - one.at < 2 * _DAY
    )


def _misses(log: AreaLog, place: int) -> float:
    return float(sum(one.logged.missed for one in _sets_within(log, place, 2 * _DAY)))


def _layoff_days(log: AreaLog, place: int) -> float | None:
    """Give the longest time off that ended lately."""
    ended = log.policy.layoff_ended_days
    first = max(place - math.ceil(ended) - 1, 0)
    last, days = log.days[place].date, log.days[first : place + 1]
    gaps = [
        (later.date - day.date).days
        for day, later in pairwise(days)
        if (last - later.date).days < ended
    ]
    return float(max(gaps)) if gaps else None


def _tonnage_ratio(log: AreaLog, place: int) -> float | None:
    """Compare the work of the day with the most on one day lately."""
    most, recent = 0.0, log.policy.recent_days * _DAY
    for earlier in range(place - 1, -1, -1):
        if log.days[place].end - log.days[earlier].end > recent:
            break
        most = max(most, _tonnage(log, earlier))
    return _tonnage(log, place) / most if most > 0.0 else None


def _tonnage(log: AreaLog, place: int) -> float:
    return sum(
        (one.moved_kg or 0.0) * one.logged.reps * load_of(one.logged.lift, log.regions)
        for one in log.days[place].sets
    )


def _load_ratio(log: AreaLog, place: int) -> float | None:
    """Compare the loads with the highest that ever went up, lift by lift."""
    ratios = (
        lift.heaviest_kg / lift.ever_kg
        for lift in log.days[place].lifts
        if lift.ever_kg and lift.earlier >= log.policy.fewest_earlier_days
    )
    return max(ratios, default=None)


KINDS = (
    TraceKind("sessions_4_days", "fatigue", "sessions", 1, 1.0, _sessions_4_days),
    TraceKind("sets_24_h", "fatigue", "sets", 1, 0.0, _sets_in(_DAY)),
    TraceKind("reps_24_h", "fatigue", "reps", 1, 0.0, _reps_in(_DAY)),
    TraceKind("sets_72_h", "fatigue", "sets", 1, 0.0, _sets_in(3 * _DAY)),
    TraceKind("reps_72_h", "fatigue", "reps", 1, 0.0, _reps_in(3 * _DAY)),
    TraceKind("hard_sets", "fatigue", "sets", 1, 0.0, _hard_sets),
    TraceKind("same_pattern_sets", "fatigue", "sets", 1, 1.0, _same_pattern_sets),
    TraceKind("shortest_rest", "fatigue", "s", -1, "short_rest_s", _shortest_rest),
    TraceKind("days_in_a_row", "fatigue", "days", 1, 1.0, _days_in_a_row),
    TraceKind("rpe_rise", "fatigue", "1", 1, 0.0, _rpe_rise),
    TraceKind("first_share", "rapid_movement", "1", 1, "ramp_start", _first_share),
    TraceKind("still_minutes", "rapid_movement", "min", 1, 0.0, _still_minutes, needs_sets=False),
    TraceKind(
        "hours_since_rising",
        "rapid_movement",
        "h",
        -1,
        "soon_up_hours",
        _hours_since_rising,
        needs_sets=False,
    ),
    TraceKind("longest_pause", "rapid_movement", "min", 1, "long_pause_minutes", _longest_pause),
    TraceKind("velocity_ratio", "rapid_movement", "1", 1, 1.0, _velocity_ratio),
    TraceKind("demand_ratio", "overload", "1", 1, 1.0, _demand_ratio),
    TraceKind("p_beyond", "overload", "1", 1, 0.0, _p_beyond),
    TraceKind("misses", "overload", "sets", 1, 0.0, _misses),
    TraceKind("layoff_days", "overload", "days", 1, "layoff_days", _layoff_days),
    TraceKind("tonnage_ratio", "overload", "1", 1, 1.0, _tonnage_ratio),
    TraceKind("load_ratio", "overload", "1", 1, 1.0, _load_ratio),
)
"""Every kind of trace; `liftguard.words` has the words for the codes."""


def missing_records(log: AreaLog) -> dict[str, tuple[str, ...]]:
    """List by cause the codes of records that were not kept and would have told more."""
    day, done = log.days[-1], [one.logged for one in log.days[-1].sets]
    silent = {
        "sets": not done,
        "set_times": any(one.at_known_to != "set" for one in done),
        "rest_s": bool(done) and all(one.rest_s is None for one in done),
        "effort": bool(done) and all(one.rpe is None and not one.to_failure for one in done),
        "warm_ups": bool(done) and not day.lifts[0].ramps,
        "stillness": not noted_before(log.still, log.at, log.policy.noted_days * _DAY),
        "rising": not noted_before(log.rising, log.at, _DAY),
        "velocity": bool(done) and all(one.mean_velocity_m_s is None for one in done),
        "bodyweight": any(one.demand is None for one in day.sets),
    }
    by_cause = {
        "fatigue": ("sets", "rest_s", "effort"),
        "rapid_movement": ("sets", "set_times", "warm_ups", "stillness", "rising", "velocity"),
        "overload": ("sets", "bodyweight"),
    }
    return {
        cause: tuple(code for code in codes if silent[code]) for cause, codes in by_cause.items()
    }
