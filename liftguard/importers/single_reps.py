"""
Tables of devices that measure the bar: a row for each repetition, put together to sets.

A set goes on while its repetitions count up by one, with the same lift, load and number of set.
Its bar speed is that of the first, as everywhere; the rows of the others are named for it.

Reason to change: another way in which devices number repetitions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from liftguard.importers.app import Records, plain_name
from liftguard.importers.cells import read_number
from liftguard.records import Skipped

__all__ = ["with_single_reps_joined"]

OF_SET = "a repetition of the set above"

_SAME = ("lift", "load", "kg", "lb", "unit", "set_index")  # in all the rows of a set
_DAY = 10  # letters of a date


def with_single_reps_joined(records: Records) -> Records:
    """Make one row of those that number the repetitions of a set beside their bar speed."""
    numbers = _numbers(records)
    if numbers is None:
        return records
    starts: list[int] = []
    counts: list[int] = []
    for place, number in enumerate(numbers):
        if number == 1 or not starts or not _goes_on(records, place, starts[-1]):
            starts.append(place)
            counts.append(0)
        counts[-1] += 1
    others = sorted(set(range(len(numbers))).difference(starts))
    columns = {
        field: [texts[place] for place in starts] for field, texts in records.columns.items()
    }
    columns["repetitions"] = [str(count) for count in counts]
    return attrs.evolve(
        records,
        columns=columns,
        names={"repetitions": records.names.get("rep_index", ""), **records.names},
        rows=[records.rows[place] for place in starts],
        skipped=(
            *records.skipped,
            *(Skipped(row=records.rows[at], reason=OF_SET) for at in others),
        ),
    )


def _numbers(records: Records) -> Sequence[int] | None:
    """Read the numbers of the repetitions; None where the rows are whole sets."""
    field = "rep_index" if "rep_index" in records.columns else "repetitions"
    alone = field == "rep_index" and "repetitions" not in records.columns
    if not alone and (field != "repetitions" or plain_name(records.names[field]) != "rep"):
        return None
    cells = [read_number(text) for text in records.columns[field]]
    if "velocity" not in records.columns and not alone:
        return None
    numbers = [int(cell) for cell in cells if isinstance(cell, float) and cell.is_integer()]
    if len(numbers) < len(cells):
        return None
    steps = [later - one for one, later in pairwise(numbers)]
    runs = all(step == 1 or later == 1 for step, later in zip(steps, numbers[1:], strict=True))
    return numbers if numbers and numbers[0] == 1 and runs and 1 in steps else None


def _goes_on(records: Records, place: int, start: int) -> bool:
    """Tell whether a row may be of the set that starts at another."""
    same = all(
        records.text(field, place) == records.text(field, start)
        for field in _SAME
        if field in records.columns
    )
    return same and records.text("when", place)[:_DAY] == records.text("when", start)[:_DAY]
