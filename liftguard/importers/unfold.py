"""
Rows that hold several sets, unfolded: one record for each set, in the order of the row.

Reason to change: what the sets of one row share, or how a set tells the column it stood in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from liftguard.importers.app import Records, kind_of
from liftguard.records import Problem

__all__ = ["Part", "unfolded"]


@attrs.frozen(kw_only=True)
class Part:
    """One set of a row: its own cells, and the names of the columns they stand in."""

    place: int  # of its row among the records
    cells: Mapping[str, str]  # our field -> text
    names: Mapping[str, str] = {}  # our field -> the column's own name


def unfolded(
    records: Records,
    parts: Sequence[Part],
    fields: Sequence[str],
    problems: Sequence[Problem] = (),
) -> Records:
    """
    Make a record of each part, which has the given fields of its own and shares the others.

    The records of one row keep its number, so that the log can account for the row; a row
    without a part must be among the problems.
    """
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
