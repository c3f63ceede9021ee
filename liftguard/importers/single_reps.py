"""
Tables of devices that measure the bar: a row for each repetition, put together to sets.

A set goes on while its repetitions count up by one, with the same lift, load and number of set.
Its bar speed is that of the first, as everywhere; the rows of the others are named for it.

Reason to change: another way in which devices number repetitions.
"""

from __future__ import annotations

from itertools import pairwise

import attrs

from liftguard.importers.app import Records, plain_name
from liftguard.importers.cells import Wrong, read_number
from liftguard.phrase import Phrase
from liftguard.records import Skipped

__all__ = ["with_single_reps_joined"]

OF_SET = Phrase("a repetition of the set above")

_SAME = ("lift", "load", "kg", "lb", "unit", "set_index")  # in all the rows of a set
_DAY = 10  # letters of a date


def with_single_reps_joined(records: Records) -> Records:
    """Make one row of those that number the repetitions of a set beside their bar speed."""
    field = _field_of_numbers(records)
    if field is None:
        return records
    numbers = [read_number(text) for text in records.columns[field]]
    starts: list[int] = []
    counts: list[str] = []
    before: float | None = None
    for place, number in enumerate(numbers):
        told = number if isinstance(number, float) and number.is_integer() else None
        later = told is not None and before is not None and told > before
        if later and _goes_on(records, place, starts[-1]):
            counts[-1] = str(int(counts[-1]) + 1)
        else:
            starts.append(place)
            counts.append("1" if told is not None else records.text(field, place))
        before = told
    others = sorted(set(range(len(numbers))).difference(starts))
    columns = {word: [texts[place] for place in starts] for word, texts in records.columns.items()}
    return attrs.evolve(
        records,
        columns={**columns, "repetitions": counts},
        names={**records.names, "repetitions": records.names[field]},
        rows=[records.rows[place] for place in starts],
        skipped=(
            *records.skipped,
            *(Skipped(row=records.rows[place], reason=OF_SET) for place in others),
        ),
    )


def _field_of_numbers(records: Records) -> str | None:
    """Name the field that numbers repetitions; None where the rows are whole sets."""
    if "repetitions" not in records.columns:
        return "rep_index"
    called_so = plain_name(records.names["repetitions"]) == "rep"
    if not called_so or "velocity" not in records.columns:
        return None
    numbers = [read_number(text) for text in records.columns["repetitions"]]
    steps = [later == 1.0 or _is_next(one, later) for one, later in pairwise(numbers)]
    counted = numbers[:1] == [1.0] and all(steps)
    return "repetitions" if counted and set(numbers) != {1.0} else None


def _is_next(one: float | Wrong | None, later: float | Wrong | None) -> bool:
    return isinstance(one, float) and later == one + 1.0


def _goes_on(records: Records, place: int, start: int) -> bool:
    """Tell whether a row may be of the set that starts at another."""
    same = all(
        records.text(field, place) == records.text(field, start)
        for field in _SAME
        if field in records.columns
    )
    return same and records.text("when", place)[:_DAY] == records.text("when", start)[:_DAY]
