"""
The other entries of many athletes, as columns: weighings, stillness, movements, pain and more.

Reason to change: how such a table is read.
"""

from __future__ import annotations

from typing import Any

from liftguard.display.frames import entry_columns, entry_of_row
from liftguard.errors import InvalidValue, LiftguardError
from liftguard.fleet.columns import columns_of, is_missing
from liftguard.records import Entry, LoggedSet
from liftguard.units import moment

__all__ = ["read_notes"]


def read_notes(table: Any) -> tuple[dict[str, list[Entry]], dict[str, LiftguardError]]:  # noqa: ANN401
    """Read entries beside sets: those of each athlete in order of time, and what is wrong."""
    if table is None:
        return {}, {}
    columns = columns_of(table, ("athlete", *entry_columns()), ("athlete", "type"), "others")
    held = {
        name: [None if is_missing(cell) else cell for cell in _listed(column)]
        for name, column in columns.items()
    }
    found: dict[str, list[Entry]] = {}
    problems: dict[str, LiftguardError] = {}
    owners, kinds = held.pop("athlete"), held.pop("type")
    for row, (owner, kind) in enumerate(zip(owners, kinds, strict=True)):
        name = "" if owner is None else str(owner)
        try:
            cells = {column: values[row] for column, values in held.items()}
            entry = entry_of_row(row, kind, cells)
            if name == "" or isinstance(entry, LoggedSet):
                wanted = "the name of an athlete, and no set"
                raise InvalidValue(where=f"others, row {row}", got=owner or kind, wanted=wanted)
        except LiftguardError as error:
            problems.setdefault(name, error)
        else:
            found.setdefault(name, []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (entry.at.tzinfo is not None, moment(entry.at)))
    return {name: own for name, own in found.items() if name not in problems}, problems


def _listed(column: Any) -> list[Any]:  # noqa: ANN401
    """Give the values of a column as Python has them."""
    if hasattr(column, "to_pylist"):
        return list(column.to_pylist())
    if hasattr(column, "astype") and hasattr(column, "isna"):  # of pandas
        return list(column.astype(object).where(column.notna(), None))
    if hasattr(column, "dtype") and column.dtype.kind == "M":
        return list(column.astype("datetime64[us]").astype(object))
    return list(column.tolist()) if hasattr(column, "tolist") else list(column)
