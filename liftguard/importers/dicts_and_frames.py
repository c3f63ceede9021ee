"""
Rows that a program has already: a list of dicts or a data frame, one row for each set.

The keys are either the columns of an app's export, or our own words, for each of which the
names that apps use stand as well. Of rows in our own words every key must be known: a
misspelt one would leave something out that was recorded.

Reason to change: a word for a column of such rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo
from typing import Any, cast

import attrs

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers.app import App, plain_name
from liftguard.importers.build_log import log_of_fit
from liftguard.importers.people import PERSON, is_of_people
from liftguard.importers.recognise import APPS, MOST_COLUMNS, Fit, recognise
from liftguard.importers.repair import records_of
from liftguard.importers.side_columns import field_beside
from liftguard.importers.source import without_halves
from liftguard.importers.table import Table, refuse_too_long
from liftguard.phrase import Phrase
from liftguard.records import Log

__all__ = ["ROWS", "Rows", "read_dicts", "recognised", "refuse_too_wide", "rows_of", "table_of"]

Rows = Sequence[Mapping[str, Any]]
"""One dict for each set, or for each row of an export."""

_MOST_BLANK, _FEW = 30, 1_000_000  # cells of a table for each value, and cells that are no matter
_BLANKS = ("nan", "NaN", "NaT", "<NA>")  # what frames have where there is no value

_WORDS: Mapping[str, Sequence[str]] = {
    "when": ("when", "at"),
    "title": ("title", "session"),
    "lift": ("lift",),
    "mark": ("mark", "kind"),
    "load": ("load",),
    "kg": ("kg", "load_kg"),
    "lb": ("lb", "load_lb"),
    "unit": ("unit",),
    "reps": ("reps",),
    "target": ("target", "planned_reps"),
    "rpe": ("rpe",),
    "rir": ("rir",),
    "velocity": ("mean_velocity_m_s", "velocity"),
    "rest": ("rest_s", "rest"),
    "weighed": ("bodyweight_kg", "bodyweight"),
    "seconds": ("seconds",),
    "distance": ("distance",),
    "set_index": ("set_index",),
    "note": ("note",),
    "session_note": ("session_note",),
}


def _word_of_apps(header: str) -> str | None:
    """Find our word for a name that some app gives to a column."""
    name = plain_name(header)
    for app in APPS:
        for field, theirs in app.columns.items():
            if field in _WORDS and name and name in map(plain_name, theirs):
                return field
    return field_beside(header) or (PERSON if is_of_people(header) else None)


ROWS = App(
    name="rows",
    label=Phrase("rows with the keys when, lift, kg or lb, reps"),
    columns=_WORDS,
    field_by_rule=_word_of_apps,
    needs=("when", "lift", "load|kg|lb", "reps"),
    by_hand=True,
    marks={
        **{mark: kind for app in APPS for mark, kind in app.marks.items()},
        "work": ("work", False),
        "warmup": ("warmup", False),
        "drop": ("drop", False),
    },
    not_sets={mark: kind for app in APPS for mark, kind in app.not_sets.items()},
)


def rows_of(source: object) -> Rows | None:
    """Give the rows of a list or a data frame; None where a source is neither."""
    if isinstance(source, list | tuple):
        return cast("Rows", source)
    frame: Any = source
    if hasattr(frame, "to_dicts"):  # polars
        return cast("Rows", frame.to_dicts())
    if hasattr(frame, "to_pylist") and hasattr(frame, "column_names"):  # Arrow
        names, rows = list(frame.column_names), frame.to_pylist
    elif hasattr(frame, "iterrows"):  # pandas, whose index may hold the dates
        if any(name is not None for name in frame.index.names):
            frame = frame.reset_index()
        names, rows = list(frame.columns), lambda: frame.to_dict("records")
    else:
        return None
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        wanted = "a name of its own for each column"
        raise InvalidValue(where="read_log.source", got=twice, wanted=wanted)
    return cast("Rows", rows())


def read_dicts(
    rows: Rows,
    apps: Sequence[App],
    fit_to: Callable[[Table], Fit] | None = None,
    *,
    unit: str | None,
    tz: tzinfo | None,
    dates: str | None = None,
) -> Log:
    """Read rows as an export of one of some apps, of which `ROWS` are our own words."""
    table = table_of(rows)
    fit = fit_to(table) if fit_to is not None else recognised(table, apps)
    if fit_to is None and fit.app.name == ROWS.name:
        _refuse_unknown(table.rows[0])
    records = records_of(table, fit)
    del table  # its rows are most of what a large file takes
    return log_of_fit(records, fit, unit=unit, tz=tz, dates=dates)


def recognised(table: Table, apps: Sequence[App]) -> Fit:
    """Say which app's columns the keys of rows are, or that they are our own words."""
    named = [
        attrs.evolve(app, layouts=(), headerless=()) for app in apps
    ]  # keys are names, never values
    return recognise(table, named, "the rows given")


def _refuse_unknown(keys: Sequence[str]) -> None:
    """Refuse a key beside our own words: it may be one of them that was misspelt."""
    unknown = [key for key in keys if ROWS.field_of(key) is None]
    if unknown:
        raise InvalidValue(
            where="read_log.source",
            got=unknown[0],
            wanted=f"as keys {', '.join(_WORDS)}, or names that apps give to these columns",
            hint="Leave out what is none of these, or say with `columns` what is read.",
        )


def table_of(rows: Rows) -> Table:
    """Write rows as a table of text: all their keys, in the order in which they appear."""
    refuse_too_long(len(rows), "the rows given")
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping) or not all(isinstance(key, str) for key in row):
            wanted = "a dict with the names of columns as keys"
            raise InvalidValue(where=f"read_log.source, row {number}", got=row, wanted=wanted)
    header = list(dict.fromkeys(key for row in rows for key in row))
    if not header:
        hint = "There is nothing in them."
        raise UnreadableLog(where="the rows given", got=rows, wanted="rows of sets", hint=hint)
    refuse_too_wide(len(rows), len(header), sum(map(len, rows)))
    cells = [[_text(row.get(key)) for key in header] for row in rows]
    return Table(rows=[header, *cells], separator=",")


def refuse_too_wide(rows: int, keys: int, values: int) -> None:
    """Refuse rows of so many keys that nearly every cell of their table would be blank."""
    if keys > MOST_COLUMNS or rows * keys > _MOST_BLANK * values + _FEW:
        raise UnreadableLog(
            where="the rows given",
            got=f"{rows} rows with {keys} different keys",
            wanted="rows with the same keys",
            hint="No log has so many. Are the keys data, such as names of lifts?",
        )


def _text(value: object) -> str:
    """Write a value as a cell: None and what is not a number are blank, dates are in ISO."""
    try:
        text = "" if value is None else str(value)
    except ValueError:  # Python writes no whole number of thousands of digits
        return "a number that is too long"
    if text in _BLANKS:
        return ""
    return value.isoformat() if isinstance(value, date) else without_halves(text)
