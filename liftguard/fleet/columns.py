"""
Columns of a table as arrays: of numpy, of Arrow, of a data frame, or plain lists.

Reason to change: another make of table.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.errors import InvalidValue
from liftguard.fleet.layout import sizes_of
from liftguard.records.checks import check_is
from liftguard.units import as_float, is_aware, moment

__all__ = [
    "NO_TIME",
    "Coded",
    "Times",
    "cell_at",
    "columns_of",
    "datetime_of",
    "flags_of",
    "is_missing",
    "microseconds",
    "moment_of",
    "numbers_of",
    "texts_of",
    "times_of",
]

Floats = NDArray[np.float64]

NO_TIME = np.iinfo(np.int64).min
"""What stands for a moment that is missing: numpy's own NaT."""

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - of both kinds of time
_MICROSECOND = timedelta(microseconds=1)


class Coded(NamedTuple):
    """Texts, each once, and where in them each row's stands; None where there is none."""

    codes: NDArray[np.intp]
    texts: tuple[Any, ...]


class Times(NamedTuple):
    """Moments in microseconds since 1970, and which of them are instants."""

    us: NDArray[np.int64]
    aware: NDArray[np.bool_]


def columns_of(
    table: Any,  # noqa: ANN401
    known: Collection[str] | None,
    needed: Collection[str],
    where: str,
) -> dict[str, Any]:
    """Take a table apart; refuse columns that nobody reads (None: all are), or that do not fit."""
    names = list(table) if isinstance(table, Mapping) else getattr(table, "column_names", None)
    if names is None:
        names = getattr(table, "columns", None)
    if names is None:
        raise InvalidValue(
            where=where, got=table, wanted="columns: a mapping, a table of Arrow or a data frame"
        )
    for name in names:
        if known is not None and name not in known:
            raise InvalidValue(
                where=f"{where}, column {name!r}",
                got=name,
                wanted="one of " + ", ".join(known),
                hint="Rename or drop it.",
            )
    found = {str(name): table[name] for name in names}
    sizes = {name: len(column) for name, column in found.items()}
    if len(set(sizes.values())) > 1:
        raise InvalidValue(where=where, got=sizes, wanted="columns of one length")
    for name in needed:
        if name not in found:
            raise InvalidValue(
                where=where, got=", ".join(found), wanted=f"a column {name!r} as well"
            )
    return found


def cell_at(column: Any, row: int) -> Any:  # noqa: ANN401
    """Give a cell as it stands in its table, to be quoted; None for what is missing."""
    cell = column.iloc[row] if hasattr(column, "iloc") else column[row]
    for plain in ("as_py", "item"):  # of Arrow, of numpy
        if hasattr(cell, plain):
            cell = getattr(cell, plain)()
    return None if is_missing(cell) else cell


def texts_of(column: Any) -> Coded:  # noqa: ANN401
    """Tell apart the texts of a column; numbers count by how they are written."""
    if hasattr(column, "dictionary_encode"):
        return _of_arrow(column)
    held = _array_of(column)
    if held.dtype.kind not in "US":
        held = held if held.dtype.kind == "O" else _objects_of(column)
    if not held.size:
        return Coded(np.zeros(0, dtype=np.intp), ())
    try:
        changes = held[1:] != held[:-1]
    except (TypeError, ValueError):  # pandas' NA is neither equal to a text nor unlike it
        held = np.array([_text(one) for one in held.tolist()], dtype=object)
        changes = held[1:] != held[:-1]
    heads = np.flatnonzero(np.concatenate(([True], changes)))  # rows come in runs
    seen: dict[Any, int] = {}
    of_heads = [seen.setdefault(_text(one), len(seen)) for one in held[heads].tolist()]
    runs = sizes_of(heads, held.size)
    return Coded(np.repeat(np.array(of_heads, dtype=np.intp), runs), tuple(seen))


def _array_of(column: Any) -> NDArray[Any]:  # noqa: ANN401
    """Give an array of one dimension, whatever single cells hold."""
    try:
        held = np.asarray(column)
    except ValueError:  # one holds several
        return _objects_of(column)
    return held if held.ndim == 1 else _objects_of(column)


def _objects_of(column: Any) -> NDArray[np.object_]:  # noqa: ANN401
    if hasattr(column, "dtype"):  # of numpy or of a frame: a cell is a cell there
        held = np.asarray(column, dtype=object)
        if held.ndim == 1:
            return held
    held = np.empty(len(column), dtype=object)
    for row, cell in enumerate(column):
        held[row] = cell
    return held


def _text(value: Any) -> Any:  # noqa: ANN401
    """Give a text; None for what is missing, and what is neither stays, to be refused."""
    if is_missing(value):
        return None
    if type(value) is int:
        return str(value)
    return value if isinstance(value, str) else repr(value)


def is_missing(value: Any) -> bool:  # noqa: ANN401
    """Tell what stands for nothing: None, NaN, and the NA and NaT of pandas, not imported here."""
    if value is None:
        return True
    if isinstance(value, float | np.floating):
        return bool(value != value)  # noqa: PLR0124 - so is NaN told
    return type(value).__name__ in ("NAType", "NaTType")


def _of_arrow(column: Any) -> Coded:  # noqa: ANN401
    coded = column if hasattr(column.type, "index_type") else column.dictionary_encode()
    if hasattr(coded, "unify_dictionaries"):
        coded = coded.unify_dictionaries()
        if not coded.num_chunks:
            return Coded(np.zeros(0, dtype=np.intp), ())
        texts = tuple(coded.chunk(0).dictionary.to_pylist())
        parts = [one.indices.fill_null(-1).to_numpy() for one in coded.chunks]
        codes = np.concatenate(parts)
    else:
        texts = tuple(coded.dictionary.to_pylist())
        codes = coded.indices.fill_null(-1).to_numpy()
    codes = np.where(codes < 0, len(texts), codes).astype(np.intp)
    return Coded(codes, (*(_text(one) for one in texts), None))


def numbers_of(column: Any) -> Floats:  # noqa: ANN401
    """Give numbers; NaN for what is missing, infinity for what is no number, to be refused."""
    if hasattr(column, "combine_chunks") or hasattr(column, "to_pylist"):
        column = _numpy_of(column)
    held = _array_of(column)
    if held.dtype.kind in "fiu":
        return held.astype(np.float64)
    return np.array([_number(one) for one in _objects_of(column)], dtype=np.float64)


def _number(value: Any) -> float:  # noqa: ANN401
    if is_missing(value):
        return np.nan
    number = as_float(value)
    return np.inf if np.isnan(number) else number


def _numpy_of(column: Any) -> Any:  # noqa: ANN401
    """Give an array of numpy of one of Arrow."""
    whole = column.combine_chunks() if hasattr(column, "combine_chunks") else column
    return whole.to_numpy(zero_copy_only=False)


def flags_of(column: Any) -> NDArray[np.int8]:  # noqa: ANN401
    """Give 1 for True, 0 for False and for what is missing, and -1 for what is neither."""
    if hasattr(column, "to_pylist"):
        column = _numpy_of(column)
    held = _array_of(column)
    if held.dtype.kind == "b":
        return held.astype(np.int8)
    return np.array([_flag(one) for one in _objects_of(column)], dtype=np.int8)


def _flag(value: Any) -> int:  # noqa: ANN401
    if isinstance(value, bool | np.bool_):
        return int(value)
    return 0 if is_missing(value) else -1


def times_of(column: Any) -> Times:  # noqa: ANN401
    """Give moments: those of arrays and frames with a zone are instants."""
    zone = getattr(getattr(column, "type", None), "tz", None)
    if hasattr(column, "to_pylist"):
        column = _numpy_of(column)
    elif hasattr(getattr(column, "dtype", None), "tz"):  # of pandas
        zone, column = column.dtype.tz, column.to_numpy(dtype="datetime64[us]")
    held = _array_of(column)
    if held.dtype.kind == "M":
        us = held.astype("datetime64[us]").astype(np.int64)
        return Times(us, np.full(us.shape, zone is not None))
    found = [_moment_of(one) for one in _objects_of(column)]
    return Times(
        np.array([us for us, _ in found], dtype=np.int64),
        np.array([aware for _, aware in found], dtype=bool),
    )


def _moment_of(value: Any) -> tuple[int, bool]:  # noqa: ANN401
    """Give one moment, and whether it is an instant; nothing for what is none."""
    if isinstance(value, np.datetime64):
        return int(value.astype("datetime64[us]").astype(np.int64)), False
    if not isinstance(value, datetime) or value != value:  # noqa: PLR0124 - NaT
        return NO_TIME, False
    return microseconds(value), is_aware(value)


def microseconds(at: datetime) -> int:
    """Give a moment in microseconds since 1970: of the wall clock, or in UTC."""
    return (moment(at).replace(tzinfo=None) - _EPOCH) // _MICROSECOND


def datetime_of(us: int, *, aware: bool) -> datetime:
    """Turn that round."""
    at = _EPOCH + timedelta(microseconds=int(us))
    return at.replace(tzinfo=UTC) if aware else at


def moment_of(at: np.datetime64) -> datetime:
    """
    Give a wall-clock moment of numpy as Python has it.

    Parameters
    ----------
    at : datetime64
        Of an array.

    Returns
    -------
    datetime
        The same, to the microsecond.

    Raises
    ------
    InvalidValue
        When it is none, or lies outside the years that Python has.

    Examples
    --------
    >>> moment_of(np.datetime64("2026-01-05T18:00"))
    datetime.datetime(2026, 1, 5, 18, 0)
    """
    check_is(at, np.datetime64, "at", "a datetime64 of numpy")
    us, _ = _moment_of(at)
    try:
        return datetime_of(us, aware=False)
    except OverflowError as error:  # so is what is missing
        raise InvalidValue(where="at", got=str(at), wanted="a moment that Python has") from error
