"""
Sets that stand twice in a log: a session exported again, a file joined with itself.

What repeats itself in training is none: sets across, rounds of a circuit, the same session on
another day. So a block of sets is compared whole, with its order, and within one day.

Reason to change: how what stands twice is told from what was done twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from liftguard.records.entries import LoggedSet
from liftguard.units import moment

__all__ = ["DOUBLE_RULE", "DoubleRule", "Doubled", "find_doubles", "places_again"]


class DoubleRule(NamedTuple):
    """What has to be the same for a block to stand twice; `liftguard.Policy` has the reasons."""

    fewest_double_sets: float = 3.0
    double_minutes: float = 30.0
    no_rest_s: float = 20.0  # [s]
    overlap_days: float = 3.0


DOUBLE_RULE = DoubleRule()
"""The rule of whoever names no other."""


class Doubled(NamedTuple):
    """Blocks of sets that stand twice, on one day or on several in a row."""

    sets: tuple[LoggedSet, ...]  # both times
    again: tuple[int, ...]  # places, among all sets, of those that stand there again
    days: int  # of an overlap; 0 where it is none
    sure: bool  # whether they can hardly have been done so


class _Placed(NamedTuple):
    """A set and its place among all."""

    place: int
    logged: LoggedSet
    at: datetime
    line: int  # its place in the file that it was read from, or again that among all


_Twice = tuple[list[_Placed], bool]
_ONCE: _Twice = ([], False)


def find_doubles(
    sets: Sequence[LoggedSet],
    rule: DoubleRule = DOUBLE_RULE,
    rows: Sequence[int] | None = None,
) -> Iterator[Doubled]:
    """List what stands twice among the sets of a history, in order of time.

    The rows of a file in which they stood make surer what is told.
    """
    run: list[Doubled] = []  # days without a clean one between them
    for day in _days(sets, _lines(rows, len(sets))):
        doubled = _doubled_of(day, rule)
        if doubled is not None:
            run.append(doubled)
            continue
        yield from _as_overlap(run, rule)
        run = []
    yield from _as_overlap(run, rule)


def places_again(sets: Sequence[LoggedSet], rows: Sequence[int] | None = None) -> frozenset[int]:
    """Give the places of all that is sure to stand there again; among the rest nothing is."""
    left, gone = list(range(len(sets))), set[int]()
    while True:  # of four copies two are left at first
        known = None if rows is None else [rows[place] for place in left]
        doubled = find_doubles([sets[place] for place in left], rows=known)
        again = {left[place] for one in doubled if one.sure for place in one.again}
        if not again:
            return frozenset(gone)
        gone |= again
        left = [place for place in left if place not in again]


def _lines(rows: Sequence[int] | None, size: int) -> Sequence[int]:
    """Count sets in the order of their rows."""
    if rows is None:
        return range(size)
    lines = [0] * size
    for line, place in enumerate(sorted(range(size), key=rows.__getitem__)):
        lines[place] = line
    return lines


def _days(sets: Sequence[LoggedSet], lines: Sequence[int]) -> Iterator[list[_Placed]]:
    """Sort what was tried into days of the athlete's calendar."""
    tried = (
        _Placed(place, one, moment(one.at), lines[place])
        for place, one in enumerate(sets)
        if one.reps or one.missed
    )
    for _, day in groupby(tried, key=lambda one: one.logged.at.date()):
        yield list(day)


def _as_overlap(run: list[Doubled], rule: DoubleRule) -> list[Doubled]:
    """Make one of many days in a row: two files overlap there."""
    if len(run) < rule.overlap_days:
        return run
    sets = tuple(one for doubled in run for one in doubled.sets)
    again = tuple(place for doubled in run for place in doubled.again)
    return [Doubled(sets, again, days=len(run), sure=any(one.sure for one in run))]


def _doubled_of(day: list[_Placed], rule: DoubleRule) -> Doubled | None:
    """Find what stands twice on a day: a whole session, or the sets of some lifts."""
    again, sure = _twice(day, rule)
    concerned: Iterable[_Placed] = day
    if not again:
        lifts = [(own, *_twice(own, rule)) for own in _by_lift(day)]
        lifts = [one for one in lifts if one[1]]
        concerned = [one for own, *_ in lifts for one in own]
        again = [one for _, twice, _ in lifts for one in twice]
        sure = any(certain for *_, certain in lifts) or _together(sorted(concerned), again)
    if not again:
        return None
    both, again = sorted(concerned), sorted(again)
    places = tuple(one.place for one in again)
    sure = sure or _apart(day, both, again)
    return Doubled(tuple(one.logged for one in both), places, days=0, sure=sure)


def _by_lift(day: Iterable[_Placed]) -> Iterable[list[_Placed]]:
    lifts: dict[str, list[_Placed]] = defaultdict(list)
    for one in day:
        lifts[one.logged.lift].append(one)
    return lifts.values()


def _together(sets: Sequence[_Placed], again: Sequence[_Placed]) -> bool:
    """Tell whether lifts repeat one after the other: a ladder repeats before the next lift."""
    first, second = sets[: len(again)], sets[len(again) :]
    several = len({one.logged.lift for one in sets}) > 1
    return several and second == sorted(again) and _contents(first) == _contents(second)


def _apart(day: Iterable[_Placed], both: Iterable[_Placed], again: Sequence[_Placed]) -> bool:
    """Tell whether other days stand in the file between the first time and the second."""
    of_day, second = {one.line for one in day}, {one.line for one in again}
    first = {one.line for one in both} - second

    def whole(lines: Iterable[int]) -> bool:
        return of_day.issuperset(lines)

    return (
        max(first) < min(second)
        and whole(range(min(first), max(first)))
        and whole(range(min(second), max(second)))
        and not whole(range(max(first), min(second)))
    )


def _twice(sets: list[_Placed], rule: DoubleRule) -> _Twice:
    """Give the sets that repeat others of a day, and tell whether that is sure."""
    several = len({one.logged.lift for one in sets}) > 1
    again, near = _sessions_again(sets, rule)
    if again:
        return again, near or several
    if _at_once(sets, rule) and _same(sets[::2], sets[1::2], 1, rule):
        return sets[1::2], True
    half = len(sets) // 2
    first, second = sets[:half], sets[half:]
    if several:
        sure = _in_blocks(first, rule) and _same(first, second, 1, rule)
        return (second, True) if sure else _ONCE
    more = int(rule.fewest_double_sets) + 1
    return (second, False) if _same(first, second, more, rule) else _ONCE


def _sessions_again(sets: Iterable[_Placed], rule: DoubleRule) -> _Twice:
    """Give the sets of sessions that hold what an earlier one of the day holds."""
    sessions: dict[object, list[_Placed]] = defaultdict(list)
    for one in sets:
        at = one.at if one.logged.at_known_to == "session" else None
        sessions[one.logged.session, at].append(one)
    last: dict[tuple[object, ...], datetime] = {}  # of each content, the start of its last session
    again: list[_Placed] = []
    near, together = False, timedelta(minutes=rule.double_minutes)
    for session in sessions.values():
        holds = _contents(session)
        before = last.get(holds)
        last[holds] = session[0].at
        if before is None:
            continue
        close = abs(session[0].at - before) <= together
        if _enough(holds, 1 if close else 2, rule):
            again += session
            near = near or close
    return again, near


def _at_once(sets: Sequence[_Placed], rule: DoubleRule) -> bool:
    """Tell whether each second set came too soon after the one before it, and no other did."""
    if len(sets) % 2 or any(one.logged.at_known_to != "set" for one in sets):
        return False
    gaps = [after.at - before.at for before, after in pairwise(sets)]
    within, between = gaps[::2], gaps[1::2]
    no_rest = timedelta(seconds=rule.no_rest_s)
    if any(gap >= no_rest for gap in within):
        return False
    # who ticks off all sets after the last has no rest between any two
    return all(gap >= no_rest for gap in between) or (not any(within) and all(between))


def _in_blocks(sets: Sequence[_Placed], rule: DoubleRule) -> bool:
    """Tell whether each lift is done before the next: rounds of a circuit repeat themselves."""
    lifts = [one.logged.lift for one in sets]
    blocks = 1 + sum(before != after for before, after in pairwise(lifts))
    return blocks == len(set(lifts)) and len(sets) >= max(2 * rule.fewest_double_sets, blocks + 1)


def _same(
    first: Sequence[_Placed], second: Sequence[_Placed], fewest: int, rule: DoubleRule
) -> bool:
    """Tell whether two blocks hold the same sets, so many of them different."""
    holds = _contents(first)
    return holds == _contents(second) and _enough(holds, fewest, rule)


def _contents(block: Iterable[_Placed]) -> tuple[object, ...]:
    return tuple((one.logged.lift, one.logged.load_kg, one.logged.reps) for one in block)


def _enough(holds: tuple[object, ...], fewest: int, rule: DoubleRule) -> bool:
    """Tell whether a block is long and mixed enough not to repeat itself by chance."""
    return len(holds) >= rule.fewest_double_sets and len(set(holds)) >= fewest
