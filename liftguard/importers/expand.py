"""
Rows that hold several sets, expanded: one record for each set, in the order of the row.

Reason to change: what the sets of one row share, or rows share with those above.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import Records, kind_of
from liftguard.importers.cells import Wrong, plain, read_number, read_rir, read_rpe
from liftguard.importers.dates import is_date
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["BESIDE", "Part", "beside_each", "expanded", "with_days"]

BESIDE = ("rpe", "rir", "velocity", "rest")
"""Fields beside the sets of a row that may list a value for each of them."""

_MARKS = (";", "/", "|", ",", None)  # that part the values of a list; None: spaces


@attrs.frozen(kw_only=True)
class Part:
    """One set of a row: its own cells, and the names of the columns they stand in."""

    place: int  # of its row among the records
    cells: Mapping[str, str]  # our field -> text
    names: Mapping[str, str] = {}  # our field -> the column's own name


def expanded(
    records: Records,
    parts: Sequence[Part],
    fields: Sequence[str],
    problems: Sequence[Problem] = (),
) -> Records:
    """Make a record of each part, which has some fields of its own and shares the others."""
    # The records of one row keep its number, so that the log can account for the row; a row
    # without a part must be among the problems.
    columns = {
        field: [texts[part.place] for part in parts]
        for field, texts in records.columns.items()
        if kind_of(field) == field  # not "load 3", which the parts were made of
    }
    columns |= {field: [part.cells.get(field, "") for part in parts] for field in fields}
    named = dict.fromkeys(field for part in parts for field in part.names)
    own_names = {field: [part.names.get(field, field) for part in parts] for field in named}
    return attrs.evolve(
        records,
        columns=columns,
        names={**records.names, **{field: names[0] for field, names in own_names.items()}},
        own_names=own_names,
        rows=[records.rows[part.place] for part in parts],
        problems=(*records.problems, *problems),
    )


def beside_each(records: Records, place: int, count: int) -> list[dict[str, str]]:
    """Part what stands beside the sets of a row among them: "7, 8, 9" of three, else of all."""
    found: list[dict[str, str]] = [{} for _ in range(count)]
    for field in BESIDE:
        if field in records.columns:
            text = records.text(field, place)
            for cells, own in zip(found, _listed(field, text, count), strict=True):
                cells[field] = own
    return found


def _listed(field: str, text: str, count: int) -> list[str]:
    """Give the values that a cell lists for so many sets."""
    reads = {"rpe": read_rpe, "rir": read_rir}.get(field, read_number)
    if count > 1 and isinstance(reads(text), Wrong):
        for mark in _MARKS:
            parts = text.strip("[] ").split(mark)
            if len(parts) == count and all(map(str.strip, parts)):
                return parts
    return [text] * count


def with_days(records: Records) -> Records:
    """Give rows without a date that of the row above, where a sheet has this habit; say so."""
    # It has it where it starts with a date and never writes the same one twice running.
    days, lifts = records.columns["when"], records.columns["lift"]
    said = [text for text in days if plain(text)]
    if days and not any(map(is_date, said)):
        raise UnreadableLog(
            where=Phrase("column {column!r}", column=records.names["when"]),
            got=", ".join(dict.fromkeys(said))[:200] or Phrase("nothing"),
            wanted=Phrase("dates with a year, such as 2024-05-13"),
            hint=Phrase("Without them nothing tells what was done when; or is it a plan?"),
        )
    twice = any(one == later for one, later in pairwise(said))
    if not days or not is_date(days[0]) or twice or len(said) == len(days):
        return records
    filled: list[str] = []
    for text, lift in zip(days, lifts, strict=True):
        above = filled[-1] if filled and not plain(text) and plain(lift) else text
        filled.append(above)
    given = sum(one != text for one, text in zip(filled, days, strict=True))
    says = Phrase("{given} rows without a date were given that of the row above", given=given)
    columns = {**records.columns, "when": filled}
    return attrs.evolve(records, columns=columns, notices=(*records.notices, says))
