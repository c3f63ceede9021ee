"""
Rows whose sets stand in a log a second time: left out where a caller asks for it, and named.

What stands twice is told in `liftguard.records.doubles`, as `Guard.check_log` tells it.

Reason to change: how rows that were left out are accounted for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from liftguard.phrase import Phrase
from liftguard.records import Log, LoggedSet, Skipped
from liftguard.records.doubles import places_again
from liftguard.records.history import without_sets
from liftguard.units import is_aware, moment

__all__ = ["DOUBLED", "rows_in_order", "without_doubled_rows"]

DOUBLED = Phrase("stands twice")


def rows_in_order(rows: Sequence[int], sets: Iterable[LoggedSet]) -> tuple[int, ...]:
    """Give the row of each set, in the order that a history gives to the sets."""
    moments = [one.at for one in sets]
    if moments and is_aware(moments[0]):
        moments = list(map(moment, moments))
    return tuple(map(rows.__getitem__, sorted(range(len(rows)), key=moments.__getitem__)))


def without_doubled_rows(log: Log) -> Log:
    """Leave out the sets that stand twice; a row that has none left is skipped."""
    sets, rows = log.history.sets, log.rows_of_sets
    again = places_again(sets, rows)
    if not again:
        return log
    left = [row for place, row in enumerate(rows) if place not in again]
    gone = sorted({rows[place] for place in again}.difference(left))
    days = sorted(sets[place].at.date() for place in again)
    says = Phrase(
        "1 set that stands twice was left out, {when}, in rows {first} to {last}"
        "|{n} sets that stand twice were left out, {when}, in rows {first} to {last}",
        len(again),
        n=len(again),
        when=_from_to(days[0], days[-1]),
        first=min(rows[place] for place in again),
        last=max(rows[place] for place in again),
    )
    skipped = (*log.skipped, *(Skipped(row=row, reason=DOUBLED) for row in gone))
    nowhere = set(gone)
    return attrs.evolve(
        log,
        history=without_sets(log.history, again),
        skipped=tuple(sorted(skipped, key=lambda one: one.row)),
        rows_with_sets=log.rows_with_sets - len(gone),
        notices=(*log.notices, says),
        unread_cells=tuple(one for one in log.unread_cells if one.row not in nowhere),
        rows_of_sets=tuple(left),
    )


def _from_to(first: date, last: date) -> str:
    if first == last:
        return Phrase("of {day}", day=first)
    return Phrase("from {first} to {last}", first=first, last=last)
