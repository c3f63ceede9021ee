"""
What a day shows of fatigue: how much work, how densely, of how few kinds, with how little rest.

Each function gives one number of an area as of the end of a day, by its place; None where the
records do not tell.

Reason to change: a number that speaks for fatigue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

from liftguard.lifts import lift_of
from liftguard.review.area import AreaDay, AreaLog, Occasion, load_of, noted_before
from liftguard.review.day_work import (
    is_eased,
    lengthened,
    longest_run,
    longest_session,
    most_within,
    times_known,
)
from liftguard.review.training_days import Done, hard_sets

__all__ = [
    "days_in_a_row",
    "days_of_one_pattern",
    "dense_sets",
    "hard_set_count",
    "loads_moved",
    "pattern_sets_within",
    "readiness_score",
    "reps_within",
    "rpe_above_usual",
    "rpe_rise",
    "same_pattern_sets",
    "session_minutes",
    "sessions_4_days",
    "sets_of",
    "sets_within",
    "shortest_rest",
    "tonnage_ratio",
    "unlengthened_days",
]

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)

_OfDay = Callable[[AreaLog, int], float | None]


def sessions_4_days(log: AreaLog, place: int) -> float:
    """Count the days of the last four that loaded the area."""
    last = log.days[place].date
    lately = log.days[max(place - 3, 0) : place + 1]
    return float(sum((last - day.date).days < 4 for day in lately))


def sets_of(log: AreaLog, place: int, span: timedelta) -> Iterator[Done]:
    """Give the sets of the time before the end of a day."""
    end = log.days[place].end
    for day in reversed(log.days[: place + 1]):
        if end - day.end >= span:
            return
        yield from (one for one in day.sets if end - one.at < span)


def sets_within(days: int) -> _OfDay:
    """Count sets."""
    return lambda log, place: float(sum(1 for _ in sets_of(log, place, days * _DAY)))


def reps_within(days: int) -> _OfDay:
    """Count repetitions."""
    return lambda log, place: float(
        sum(one.logged.reps for one in sets_of(log, place, days * _DAY))
    )


def pattern_sets_within(days: int) -> _OfDay:
    """Count the sets of the pattern that was done most."""

    def most(log: AreaLog, place: int) -> float:
        done = Counter(lift_of(one.logged.lift).pattern for one in sets_of(log, place, days * _DAY))
        return float(max(done.values(), default=0))

    return most


def hard_set_count(log: AreaLog, place: int) -> float:
    """Count the hard sets of the day."""
    return float(sum(len(hard_sets(lift, log.policy)) for lift in log.days[place].lifts))


def same_pattern_sets(log: AreaLog, place: int) -> float:
    """Count the longest run of one pattern with no other and no Mobility in between."""
    day = log.days[place]
    return float(longest_run(day.whole.sets, log.eased, {lift.lift for lift in day.lifts}))


def days_of_one_pattern(log: AreaLog, place: int) -> float | None:
    """Count the days in a row on which the area did one pattern alone, and was not lengthened."""
    last = log.days[place]
    until, row = last.sets[0].at, 1
    (pattern, *others) = _patterns_of(last)
    for day in reversed(log.days[:place] if not others else ()):
        recent = (last.date - day.date).days < log.policy.pattern_days
        same = _patterns_of(day) == [pattern]
        if not recent or not same or is_eased(log.eased, day.sets[0].at, until):
            break
        until, row = day.sets[0].at, row + 1
    return _known_row(row, log, place)


def _known_row(row: int, log: AreaLog, place: int) -> float | None:
    """
    Give a row of days; None of the event's where too few days before it were otherwise.

    A log of one lift alone is one row, and each day of it the end of the longest so far: that is
    how it was written, and tells nothing of that day.
    """
    is_event, before = place == len(log.days) - 1, place + 1 - row
    few = row > 1 and before < log.policy.fewest_other_days
    return None if is_event and few else float(row)


def _patterns_of(day: AreaDay) -> list[str]:
    return list({lift_of(lift.lift).pattern: None for lift in day.lifts})


def unlengthened_days(log: AreaLog, place: int) -> float | None:
    """Count the days of the area since it was last lengthened, this one too, by who notes it."""
    since = lengthened(log.eased, log.days[place].end, log.policy)
    if since is None:
        return None
    row = 0
    while row <= place and log.days[place - row].end > since:
        row += 1
    return float(row)


def loads_moved(log: AreaLog, occasion: Occasion) -> float | None:
    """Count the movements with a load and no bar of two days, by who notes movements."""
    moved, within = log.notes.moved, log.policy.baseline_days * _DAY
    if not occasion.moments or not moved or not noted_before(moved, occasion.moments[-1], within):
        return None
    lately = noted_before(moved, occasion.moments[-1], 2 * _DAY)
    return float(sum(one.movement.load_kg > 0.0 for one in lately))


def readiness_score(log: AreaLog, occasion: Occasion) -> float | None:
    """Give the last score of readiness of the day."""
    if not occasion.moments:
        return None
    lately = noted_before(log.notes.ready, occasion.moments[-1], _DAY)
    return lately[-1].score if lately else None


def shortest_rest(log: AreaLog, place: int) -> float | None:
    """Give the shortest recorded rest between work sets of the day. [s]"""
    rests = (one.logged.rest_s for one in log.days[place].sets[1:] if one.logged.kind != "warmup")
    return min((rest for rest in rests if rest is not None), default=None)


def dense_sets(log: AreaLog, place: int) -> float | None:
    """Count the most sets that stood close to each other."""
    sets = log.days[place].sets
    span = log.policy.dense_minutes * _MINUTE
    return float(most_within(sets, span)) if times_known(sets) else None


def session_minutes(log: AreaLog, place: int) -> float | None:
    """Give the time from the day's first set to the last of the same session. [min]"""
    sets = log.days[place].whole.sets
    apart = timedelta(hours=log.policy.at_rest_hours)
    return longest_session(sets, apart) / _MINUTE if times_known(sets) else None


def days_in_a_row(log: AreaLog, place: int) -> float | None:
    """Count the days without one off."""
    days, row = log.days, 1
    while row <= place and (days[place].date - days[place - row].date).days == row:
        row += 1
    return _known_row(row, log, place)


def rpe_rise(log: AreaLog, place: int) -> float | None:
    """Give the most that RPE rose between sets of the same lift, load and repetitions."""
    first: dict[tuple[str, float, int], float] = {}
    rises = [
        one.logged.rpe - first.setdefault(_kind_of(one), one.logged.rpe)
        for one in log.days[place].sets
        if one.logged.rpe is not None
    ]
    return max(rises, default=None)


def rpe_above_usual(log: AreaLog, place: int) -> float | None:
    """Give the most that RPE lay above the lowest of the last weeks for the same set."""
    today = {_kind_of(one): one.logged.rpe for one in log.days[place].sets}
    lowest: dict[tuple[str, float, int], float] = {}
    last = log.days[place]
    for day in reversed(log.days[:place]):
        if last.end - day.end > log.policy.recent_days * _DAY:
            break
        for one in day.sets:
            if one.logged.rpe is not None and _kind_of(one) in today:
                before = lowest.get(_kind_of(one), one.logged.rpe)
                lowest[_kind_of(one)] = min(before, one.logged.rpe)
    rises = [
        rpe - lowest[kind] for kind, rpe in today.items() if rpe is not None and kind in lowest
    ]
    return max(rises, default=None)


def _kind_of(one: Done) -> tuple[str, float, int]:
    return one.logged.lift, one.logged.load_kg, one.logged.reps


def tonnage_ratio(log: AreaLog, place: int) -> float | None:
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
