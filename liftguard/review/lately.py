"""
What was done in the days before a pain, and left out: a few lines that any reader can check.

Reason to change: what is told of those days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import attrs

from liftguard.model.state import moment
from liftguard.review.area import AreaLog, load_of, noted_before
from liftguard.review.finding import Deed
from liftguard.review.moved_notes import MovedNote
from liftguard.review.training_days import Day, Done, LiftDay

__all__ = ["lately_of"]

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)

_LINES = 5  # that are read
_DAYS = 15  # on which the sets of two weeks lie


class _Line(NamedTuple):
    """A deed, and how much it matters: by rank, and by number within one."""

    rank: int
    most: float
    deed: Deed


def lately_of(log: AreaLog) -> tuple[Deed, ...]:
    """Tell what was done in the last hours, in order of time; what matters least gives way."""
    lines = sorted(_lines(log), key=lambda line: (line.rank, -line.most))[:_LINES]
    return tuple(sorted((line.deed for line in lines), key=lambda deed: moment(deed.at)))


def _lines(log: AreaLog) -> Iterator[_Line]:
    since = log.at - timedelta(hours=log.policy.look_back_hours)
    days = [day for day in log.every if day.sets[-1].at >= since]
    if not days and log.every:
        last = log.every[-1].sets[-1]
        gone = (log.at - last.at) / _DAY
        yield _Line(0, 0.0, Deed(code="silence", at=last.logged.at, value=gone, unit="days"))
    yield from _of_movements(log, since)
    yield from _of_days(days, log)
    yield from _of_gaps(days, log)
    yield from _of_stillness(log)
    yield from _of_rising(log)
    yield from _of_mobility(log)
    yield from _of_week(log)


def _of_movements(log: AreaLog, since: datetime) -> Iterator[_Line]:
    """Tell the quick movement that came last, and how many loads were moved without a bar."""
    lately = [one for one in log.notes.moved if one.at >= since]
    quick = [one for one in lately if not one.movement.load_kg]
    loads = [one for one in lately if one.movement.load_kg > 0.0]
    if quick:
        yield _Line(0, 0.0, _moved("moved", quick[-1], log))
    if loads:
        heaviest = max(loads, key=lambda one: one.movement.load_kg)
        deed = _moved("loads", heaviest, log)
        many = len(loads) >= log.policy.common_loads
        yield _Line(0 if many else 4, 0.0, attrs.evolve(deed, value=float(len(loads)), unit="1"))


def _moved(code: str, one: MovedNote, log: AreaLog) -> Deed:
    """Tell a movement, and how long before the pain it was."""
    return Deed(
        code=code,
        at=one.noted_at,
        value=(log.at - one.at) / _MINUTE,
        unit="min",
        movement=one.movement,
        cause=one.movement.cause,
    )


def _of_days(days: Sequence[Day], log: AreaLog) -> Iterator[_Line]:
    """Tell of each day what was done, of that first which went furthest beside the bests."""
    deeds = sorted((_of_sets(day, log) for day in days), key=lambda deed: -(deed.above or 0.0))
    for place, deed in enumerate(deeds):
        yield _Line(2 if place else 0, deed.above or 0.0, deed)


def _of_sets(day: Day, log: AreaLog) -> Deed:
    """Tell of a day how many sets there were, and which came nearest to the own bests."""
    tops = [_top(lift, log) for lift in day.lifts]
    _, above, top = max(tops, key=lambda one: (one[0], one[1] or 0.0))
    return Deed(
        code="sets",
        at=top.logged.at,
        value=float(len(day.sets)),
        unit="sets",
        top=top.logged,
        above=above,
    )


def _top(lift: LiftDay, log: AreaLog) -> tuple[bool, float | None, Done]:
    """Give the heaviest set of a lift, the last of them, and how it stands beside the best."""
    top = max(reversed(lift.sets), key=lambda one: one.logged.load_kg)
    concerned = load_of(lift.lift, log.regions) >= log.policy.area_load
    return concerned, top.logged.load_kg / lift.ever_kg if lift.ever_kg else None, top


def _of_gaps(days: Sequence[Day], log: AreaLog) -> Iterator[_Line]:
    """Tell which lift was done again after the longest time without it."""
    back = [
        ((day.date - lift.last).days, lift)
        for day in days
        for lift in day.lifts
        if lift.last is not None and load_of(lift.lift, log.regions) >= log.policy.area_load
    ]
    gap, lift = max(back, key=lambda pair: pair[0], default=(0, None))
    if lift is not None and gap >= log.policy.layoff_days:
        at = lift.sets[0].logged.at
        deed = Deed(code="gap", at=at, value=float(gap), unit="days", lift=lift.lift)
        yield _Line(0, float(gap), deed)


def _of_stillness(log: AreaLog) -> Iterator[_Line]:
    """Tell the last long stillness of the day."""
    day = noted_before(log.notes.still, log.at, _DAY)
    long = [one for one in day if (one.end - one.start) / _MINUTE >= log.policy.short_still_minutes]
    if long:
        last = long[-1]
        minutes = (moment(last.end) - moment(last.start)) / _MINUTE
        yield _Line(1, minutes, Deed(code="still", at=last.end, value=minutes, unit="min"))


def _of_rising(log: AreaLog) -> Iterator[_Line]:
    """Tell how long before the pain the athlete got up."""
    for up in noted_before(log.notes.rising, log.at, _DAY)[-1:]:
        hours = (log.at - moment(up.at)) / _HOUR
        yield _Line(4, -hours, Deed(code="up", at=up.at, value=hours, unit="h"))


def _of_mobility(log: AreaLog) -> Iterator[_Line]:
    """Tell how long ago the area was last lengthened, by who notes it."""
    for eased in noted_before(log.notes.mobility, log.at, log.policy.baseline_days * _DAY)[-1:]:
        days = (log.at - moment(eased.at)) / _DAY
        if days >= log.policy.few_days:
            deed = Deed(code="no_mobility", at=eased.at, value=days, unit="days")
            yield _Line(3, days, deed)


def _of_week(log: AreaLog) -> Iterator[_Line]:
    """Tell the sets of the last week beside those of the week before."""
    counts = [
        sum(
            log.at - (week + 1) * 7 * _DAY < one.at <= log.at - week * 7 * _DAY
            for day in log.every[-_DAYS:]
            for one in day.sets
        )
        for week in (0, 1)
    ]
    if any(counts):
        deed = Deed(
            code="week",
            at=log.pain.at,
            value=float(counts[0]),
            unit="sets",
            before=float(counts[1]),
        )
        yield _Line(5, 0.0, deed)
