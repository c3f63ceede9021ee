"""
The fields of records read cell by cell, and what is wrong in them.

Reason to change: what becomes of a cell that cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from liftguard.importers.app import Records
from liftguard.importers.cells import Wrong, read_column
from liftguard.records import Problem

__all__ = ["Aside", "Problems", "read_aside", "read_field", "report", "texts_of"]

T = TypeVar("T")

Problems = dict[int, Problem]
"""Place of a record -> the first thing wrong there."""

Aside = dict[str, Problems]
"""Field -> what is wrong in it beside sets, which are kept without it."""


def texts_of(records: Records, field: str) -> Sequence[str]:
    """Give the texts of a field, blank ones where there is no such column."""
    return records.columns.get(field) or [""] * len(records.rows)


def read_field(
    records: Records,
    field: str,
    read: Callable[[str], T | Wrong | None],
    problems: Problems,
) -> list[T | None]:
    """Read one column and note what is wrong in it."""
    values, wanted = read_column(texts_of(records, field), read)
    report(records, field, wanted, problems)
    return values


def read_aside(
    records: Records,
    field: str,
    read: Callable[[str], T | Wrong | None],
    aside: Aside,
) -> list[T | None]:
    """Read a column beside the sets, whose cells cost none of them."""
    if field not in records.columns:
        return [None] * len(records.rows)
    found: Problems = {}
    values = read_field(records, field, read, found)
    if found:
        aside[field] = found
    return values


def report(records: Records, field: str, wanted: Mapping[int, str], problems: Problems) -> None:
    """Note what is wrong in a column; of each record the first thing counts."""
    for place, right in wanted.items():
        column, got = records.name_of(field, place), texts_of(records, field)[place]
        problem = Problem(row=records.rows[place], column=column, got=got, wanted=right)
        problems.setdefault(place, problem)
