"""
Values as data frames of pandas, and a history back from a frame of any make.

A column has one type whatever it holds: text, whole numbers and flags are the kinds of
pandas that can lack a value; other numbers are floats, where NaN is what is missing.

Reason to change: a further value gets a table, or a table another column.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timezone
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import attrs

from liftguard.errors import InvalidValue, needing
from liftguard.judge.causes import CAUSES
from liftguard.judge.plan import PlanCheck
from liftguard.judge.verdict import Advice, Level, Verdict
from liftguard.model.forecast import Band
from liftguard.records import Entry, History, PlannedSet, Stillness
from liftguard.review.track import Track
from liftguard.units import is_aware

__all__ = ["entry_columns", "entry_of_row", "history_from_frame", "to_frame"]

_Columns = Mapping[str, type]
_Row = Mapping[str, object]

_DTYPES = {int: "Int64", bool: "boolean", float: "float64"}
_BAND: _Columns = {"low_kg": float, "middle_kg": float, "high_kg": float}
_FORESEEN: _Columns = {"asked_reps": int, "p_beyond": float, **_BAND, "level": Level}
_PLANNED: _Columns = {"at": datetime, "lift": str, "load_kg": float, "reps": int}
_JUDGED: _Columns = {"level": Level, "p_beyond": float}
_OF_A_CAUSE: _Columns = {"share": float, "size": float, "named": bool}
_VERDICT: _Columns = {
    **_PLANNED,
    "motion": str,
    **_JUDGED,
    **_BAND,
    "max_load_kg": float,
    **{f"{code}_{part}": kind for code in CAUSES for part, kind in _OF_A_CAUSE.items()},
    "not_assessed": tuple,
    "missing_records": tuple,
    "caveats": tuple,
    "pain": str,
    "days_since": float,
    "first_step": str,
    "model_version": str,
}
_OF_PLAN: _Columns = {"session": int, "place": int, **_PLANNED, **_JUDGED}
_OF_ADVICE: _Columns = {"code": str, **_PLANNED, **_JUDGED}


class _Field(NamedTuple):
    """What stands behind a column of one kind of entry: a field, its type, and if it must."""

    name: str
    holds: type
    needed: bool


def _type_in_hint(hint: Any) -> type:  # noqa: ANN401
    """Give the type in a hint: of `float | None` float, of `tuple[str, ...]` tuple."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not types.NoneType)
    if typing.get_origin(hint) is typing.Literal:
        hint = str
    return typing.cast("type", typing.get_origin(hint) or hint)


def _fields_of(kind: type) -> dict[str, _Field]:
    hints = typing.get_type_hints(kind)
    return {
        # the end of a stretch is when it became known: it stands there, once
        "at" if kind is Stillness and one.name == "end" else one.name: _Field(
            one.name, _type_in_hint(hints[one.name]), one.default is attrs.NOTHING
        )
        for one in attrs.fields(kind)
    }


_KINDS = {kind.__name__: kind for kind in typing.get_args(Entry)}
_FIELDS = {name: _fields_of(kind) for name, kind in _KINDS.items()}
_ALL: _Columns = {
    "type": str,
    **{column: one.holds for fields in _FIELDS.values() for column, one in fields.items()},
}
_NOT_READ = {*_FORESEEN, "__index_level_0__"}  # of a track, and what Arrow adds


def to_frame(value: object) -> Any:  # noqa: ANN401 - pandas has types of its own
    """
    Give a value as a data frame of pandas.

    Parameters
    ----------
    value : History, Track, Verdict, iterable of Verdict, PlanCheck or Advice
        With a row for each entry, logged set, verdict, planned set or step.

    Returns
    -------
    pandas.DataFrame
        Units are in the names of its columns. Names of several things in one cell are
        joined by ", ".

    Raises
    ------
    InvalidValue
        When the value has no table, or wall-clock times and instants would share a column.
    MissingExtra
        When pandas is not installed.

    Examples
    --------
    >>> from liftguard.records import Bodyweight
    >>> to_frame(History([Bodyweight(at=datetime(2026, 1, 5, 7), kg=82)]))
             type                  at    kg
    0  Bodyweight 2026-01-05 07:00:00  82.0
    """
    if isinstance(value, History):
        return _frame(_columns_of_entries(value), map(_row_of_entry, value))
    if isinstance(value, Track):
        sets = [one.logged for one in value]
        return _frame({**_columns_of_entries(sets), **_FORESEEN}, _rows_of_track(value))
    if isinstance(value, PlanCheck):
        rows = [
            {"session": one.session, "place": one.place, **_row_of_plan(one)} for one in value.sets
        ]
        return _frame(_OF_PLAN, rows)
    if isinstance(value, Advice):
        return _frame(_OF_ADVICE, [_row_of_plan(one) | {"code": one.code} for one in value])
    several = [value] if isinstance(value, Verdict) else value
    if isinstance(several, Iterable) and not isinstance(several, str | Mapping):
        verdicts = list(several)
        if all(isinstance(one, Verdict) for one in verdicts):
            return _frame(_VERDICT, map(_row_of_verdict, verdicts))
    raise InvalidValue(
        where="to_frame",
        got=value,
        wanted="a History, a Track, a Verdict or several, a PlanCheck or an Advice",
        hint="Of a log, take log.history.",
    )


def history_from_frame(frame: Any) -> History:  # noqa: ANN401
    """
    Read a history from a data frame with our columns.

    Parameters
    ----------
    frame : data frame of pandas or polars, table of Arrow, or what gives a stream of Arrow
        As `to_frame` makes it of a history or a track, in any order of rows and columns.
        Without `type` all rows are sets; times may be ISO 8601 text.

    Returns
    -------
    History
        With an entry for each row.

    Raises
    ------
    InvalidValue
        When it is no frame, or a column or a cell is not what it should be; rows are
        counted from 0, as in `iloc`.
    MissingExtra
        When only pandas could read the frame and is not installed.

    Examples
    --------
    >>> import polars
    >>> sheet = {"at": [datetime(2026, 1, 5, 18)], "lift": ["squat"], "load_kg": [100], "reps": [5]}
    >>> history_from_frame(polars.DataFrame(sheet))[0].load_kg
    100.0
    """
    columns = {name: held for name, held in _columns_of(frame).items() if name not in _NOT_READ}
    for name in columns:
        if name not in _ALL:
            raise InvalidValue(
                where=f"column {name!r}",
                got=name,
                wanted="one of " + ", ".join(_ALL),
                hint="Rename or drop it; read_log reads tables of another make.",
            )
    count = max(map(len, columns.values()), default=0)
    names = columns.pop("type", ["LoggedSet"] * count)
    return History(
        entry_of_row(row, names[row], {name: held[row] for name, held in columns.items()})
        for row in range(count)
    )


# --- to a frame ---


def _frame(columns: _Columns, rows: Iterable[_Row]) -> Any:  # noqa: ANN401
    pandas = _import_pandas("to_frame")
    held = list(rows)
    return pandas.DataFrame(
        {
            name: _series(pandas, name, kind, [row.get(name) for row in held])
            for name, kind in columns.items()
        }
    )


def _series(pandas: Any, name: str, kind: type, values: list[Any]) -> Any:  # noqa: ANN401
    if kind is datetime:
        return _series_of_times(pandas, name, values)
    if kind is Level:  # in order, so that they can be compared
        names = [None if one is None else one.name for one in values]
        order = pandas.CategoricalDtype([level.name for level in Level], ordered=True)
        return pandas.Series(names, dtype=order)
    if kind is tuple:
        values = [None if one is None else ", ".join(one) for one in values]
    return pandas.Series(values, dtype=_DTYPES.get(kind) or pandas.StringDtype("python"))


def _series_of_times(pandas: Any, name: str, values: list[datetime | None]) -> Any:  # noqa: ANN401
    """Give wall-clock times as they are; instants in their zone, or in UTC if they have several."""
    present = [one for one in values if one is not None]
    kinds = {is_aware(one) for one in present}
    if len(kinds) > 1:
        raise InvalidValue(
            where=f"to_frame, column {name!r}",
            got="wall-clock times and instants",
            wanted="one kind of time in one table",
        )
    if True not in kinds:
        wall = [None if one is None else one.replace(tzinfo=None) for one in values]
        return pandas.Series(wall, dtype="datetime64[us]")
    in_utc = [None if one is None else one.astimezone(UTC) for one in values]
    moments = pandas.Series(in_utc, dtype="datetime64[us, UTC]")
    zones = {one.tzinfo for one in present}
    zone = zones.pop() if len(zones) == 1 else UTC
    named = isinstance(zone, timezone) or (isinstance(zone, ZoneInfo) and zone.key)
    return moments.dt.tz_convert(zone if named else UTC)


def _columns_of_entries(entries: Iterable[Entry]) -> dict[str, type]:
    """Give the columns that the kinds of these entries have, in the order of all."""
    found = {type(entry).__name__ for entry in entries}
    own = {"type", "at"}.union(*(_FIELDS[name] for name in found))
    first = {"type": str, "at": datetime}
    return first | {column: holds for column, holds in _ALL.items() if column in own}


def _row_of_entry(entry: Entry) -> dict[str, object]:
    name = type(entry).__name__
    cells = {column: getattr(entry, one.name) for column, one in _FIELDS[name].items()}
    return {"type": name, **cells}


def _rows_of_track(track: Track) -> Iterator[_Row]:
    for one in track:
        judged = track.judged(one)
        yield {
            **_row_of_entry(one.logged),
            "asked_reps": judged.planned.reps,
            "p_beyond": judged.forecast.p_beyond,
            **_cells_of_band(judged.forecast.capacity),
            "level": judged.level,
        }


def _cells_of_band(band: Band | None) -> dict[str, float]:
    return {} if band is None else attrs.asdict(band)


def _row_of_plan(judged: Any) -> dict[str, object]:  # noqa: ANN401 - a SetCheck or a Step
    return {
        "at": judged.at,
        "lift": judged.planned.lift,
        "load_kg": judged.planned.load_kg,
        "reps": judged.planned.reps,
        "level": judged.level,
        "p_beyond": judged.p_beyond,
    }


def _row_of_verdict(verdict: Verdict) -> _Row:
    planned = verdict.planned
    row: dict[str, object] = {name: getattr(verdict, name, None) for name in _VERDICT}
    row |= {
        "lift": planned.lift if isinstance(planned, PlannedSet) else None,
        "load_kg": planned.load_kg,
        "reps": planned.reps if isinstance(planned, PlannedSet) else None,
        "motion": None if isinstance(planned, PlannedSet) else planned.motion,
        "pain": None if verdict.pain is None else verdict.pain.region,
        "first_step": verdict.steps[0].code if verdict.steps else None,
        **_cells_of_band(verdict.capacity),
    }
    for cause in verdict.causes:
        row |= {f"{cause.code}_{part}": getattr(cause, part) for part in _OF_A_CAUSE}
    return row


# --- from a frame ---


def entry_columns() -> tuple[str, ...]:
    """List the columns that a table of entries may have."""
    return tuple(_ALL)


def entry_of_row(row: int, name: object, cells: Mapping[str, Any]) -> Entry:
    """Make the entry of a row; what it says of itself is checked by its own class."""
    if not isinstance(name, str) or name not in _KINDS:
        raise _wrong_cell(row, "type", name, "one of " + ", ".join(_KINDS))
    fields = _FIELDS[name]
    given: dict[str, Any] = {}
    for column, value in cells.items():
        if value is None or (isinstance(value, float) and math.isnan(value)):
            continue
        if column not in fields:
            raise _wrong_cell(row, column, value, f"no value: a {name} has no {column}")
        given[fields[column].name] = _value_of_cell(value, fields[column].holds)
    for column, field in fields.items():
        if field.needed and field.name not in given:
            raise _wrong_cell(row, column, None, f"a value: a {name} needs it")
    try:
        return typing.cast("Entry", _KINDS[name](**given))
    except InvalidValue as error:
        wrong = error.where.rpartition(".")[2]
        column = next((one for one in fields if fields[one].name == wrong), wrong)
        raise _wrong_cell(row, column, error.got, error.wanted, error.hint) from error


def _wrong_cell(row: int, column: str, got: object, wanted: str, hint: str = "") -> InvalidValue:
    return InvalidValue(where=f"row {row}, column {column!r}", got=got, wanted=wanted, hint=hint)


def _value_of_cell(value: Any, holds: type) -> object:  # noqa: ANN401
    """Bring what stands for a moment or for several names into its form."""
    if holds is datetime and isinstance(value, str):
        with suppress(ValueError):  # then it stays, and the entry refuses it
            return datetime.fromisoformat(value)
    if holds is datetime and hasattr(value, "to_pydatetime"):  # of pandas
        return value.to_pydatetime(warn=False)
    if holds is tuple and isinstance(value, str):
        return tuple(filter(None, map(str.strip, value.split(","))))
    if holds is tuple and not isinstance(value, Iterable):
        return (value,)  # which the entry refuses
    return value


def _columns_of(frame: Any) -> dict[str, Sequence[Any]]:  # noqa: ANN401
    """Take a frame of any make apart; what is missing is None or NaN."""
    if hasattr(frame, "to_dicts"):  # polars
        return typing.cast("dict[str, Sequence[Any]]", frame.to_dict(as_series=False))
    if not hasattr(frame, "to_pydict"):  # which tables of Arrow have
        frame = _frame_of_pandas(frame)
    names = list(getattr(frame, "column_names", frame.columns))
    for name in names:
        if names.count(name) > 1:
            raise InvalidValue(
                where=f"column {name!r}", got="it twice", wanted="a name of its own for each"
            )
    if hasattr(frame, "to_pydict"):
        return typing.cast("dict[str, Sequence[Any]]", frame.to_pydict())
    things = frame.astype(object)
    return {name: things[name].where(frame[name].notna(), None).tolist() for name in names}


def _frame_of_pandas(frame: Any) -> Any:  # noqa: ANN401
    """Give a frame of pandas, its index among the columns where that has a name."""
    if hasattr(frame, "iterrows"):
        named = any(name is not None for name in frame.index.names)
        return frame.reset_index() if named else frame
    if hasattr(frame, "__arrow_c_stream__"):
        pandas = _import_pandas("History.from_frame")
        if hasattr(pandas.DataFrame, "from_arrow"):  # since pandas 3
            return pandas.DataFrame.from_arrow(frame)
    raise InvalidValue(
        where="History.from_frame",
        got=frame,
        wanted="a data frame of pandas or polars, or a table of Arrow",
        hint="Frames of other makes have a to_pandas() or to_arrow().",
    )


def _import_pandas(where: str) -> Any:  # noqa: ANN401
    with needing("pandas", extra="frame", where=where):
        import pandas  # type: ignore[import-untyped]  # noqa: ICN001 - not shortened in the house
    return pandas
