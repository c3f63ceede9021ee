"""
FitNotes for Android, its backup `.fitnotes`: an SQLite database with a row for each set.

The file is read as bytes and looked at in memory, so it cannot change, and nothing in it is
run: only two plain tables are read, and a database that wants more for it is refused. The
weight is always in kilograms, whatever unit the app shows.

A set can be marked as complete. Many lifters never mark any, so an unmarked one is planned
and not done only on a day on which others are marked.

Reason to change: FitNotes changes its database.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import tzinfo
from typing import TYPE_CHECKING

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import NOT_DONE, Records
from liftguard.importers.apps.fitnotes import FITNOTES
from liftguard.importers.build_log import log_of
from liftguard.importers.table import refuse_too_long
from liftguard.phrase import Phrase
from liftguard.records import Log, Problem

if TYPE_CHECKING:
    import sqlite3

__all__ = ["read_backup"]

_WANTED = Phrase("a FitNotes backup: an SQLite database with the tables training_log and exercise")
_COLUMNS = {
    "training_log": ("_id", "exercise_id", "date", "metric_weight", "reps"),
    "exercise": ("_id", "name"),
}
_FIELDS = {
    "when": "date",
    "kg": "metric_weight",
    "reps": "reps",
    "distance": "distance",
    "seconds": "duration_seconds",
}
_BESIDE = {"training_log": (*_FIELDS.values(), "is_complete")}
"""Columns that are read where a table has them."""
_UNMARKED = "unmarked"
_BACKUP = attrs.evolve(FITNOTES, says_zero=True, not_sets={_UNMARKED: NOT_DONE})

# The header of the file format: https://www.sqlite.org/fileformat.html
_HEADER = 100  # bytes
_STEPS_A_BYTE, _FEWEST_STEPS = 20, 2_000_000  # of the machine that runs a query: house rule
_STEP = 100_000  # of them between two looks
_JOURNAL = slice(18, 20)  # 1, or 2 where a second file beside it holds the last changes
_LARGEST_PAGE = 65_536  # bytes; does not fit into its field, which says 1


@attrs.frozen(kw_only=True)
class _Table:
    """A table of the database, all of its rows in order."""

    columns: Sequence[str]
    rows: Sequence[Sequence[object]]

    def column(self, name: str) -> list[object]:
        """Give the values of one column; None where there is no such column."""
        if name not in self.columns:
            return [None] * len(self.rows)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


def read_backup(data: bytes, where: str, *, tz: tzinfo | None) -> Log:
    """Read the bytes of an SQLite database as a backup of FitNotes, or refuse it saying why."""
    import sqlite3  # no other file needs it, and it is slow to load

    whole = _size(data)
    if len(data) < whole:
        raise UnreadableLog(
            where=where,
            got=Phrase(
                "an SQLite database cut short: {n} of {whole} bytes", n=len(data), whole=whole
            ),
            wanted=_WANTED,
            hint=Phrase("Export the log as CSV, or copy the whole backup again."),
        )
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            _load(database, data)
            _check_tables(database, where)
            sets, exercises = (
                _table(database, name, len(data), where) for name in ("training_log", "exercise")
            )
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter where damage is quoted
        raise _refusal(
            where, Phrase("an SQLite database that cannot be read: {error}", error=str(error))
        ) from None
    log = log_of(_records(sets, exercises), _BACKUP, unit="kg", tz=tz)
    return attrs.evolve(log, unit_evidence=Phrase("a backup is always in kg"))


def _size(data: bytes) -> int:
    """Give the bytes that the header promises; at least those of the header itself."""
    if len(data) < _HEADER:
        return _HEADER
    page, pages = int.from_bytes(data[16:18]), int.from_bytes(data[28:32])
    known = data[24:28] == data[92:96]  # else an old program wrote it, and did not count
    return max(_HEADER, (_LARGEST_PAGE if page == 1 else page) * pages if known else 0)


def _load(database: sqlite3.Connection, data: bytes) -> None:
    """Put a database into memory, and allow nothing but to read its two tables, for a while."""
    import sqlite3

    start, end = data[: _JOURNAL.start], data[_JOURNAL.stop :]
    database.deserialize(b"".join((start, b"\x01\x01", end)))  # in memory there is no journal
    database.execute("PRAGMA ignore_check_constraints = ON")  # they are text of the file to run
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    allowed: set[tuple[int, str | None]] = {
        (sqlite3.SQLITE_SELECT, None),
        (sqlite3.SQLITE_PRAGMA, "table_xinfo"),
        (sqlite3.SQLITE_PRAGMA, "quick_check"),
        *((sqlite3.SQLITE_READ, name) for name in (*_COLUMNS, "sqlite_master")),
    }

    def judged(action: int, name: str | None, *_: str | None) -> int:
        return sqlite3.SQLITE_OK if (action, name) in allowed else sqlite3.SQLITE_DENY

    database.set_authorizer(judged)
    looks = iter(range((len(data) * _STEPS_A_BYTE + _FEWEST_STEPS) // _STEP))
    database.set_progress_handler(lambda: next(looks, None) is None, _STEP)


def _check_tables(database: sqlite3.Connection, where: str) -> None:
    """Refuse a database without the tables of a backup; views and the like do not count."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    names = [str(name) for (name,) in database.execute(query)]
    if not set(_COLUMNS) <= set(names):
        raise _refusal(
            where,
            Phrase(
                "an SQLite database with the tables {names}",
                names=", ".join(names) or Phrase("none"),
            ),
        )
    for name, needed in _COLUMNS.items():
        # The last number of a column is 0 where it holds what was stored, and computes nothing.
        columns = database.execute(f"PRAGMA table_xinfo({name})").fetchall()
        stored = {str(column[1]) for column in columns if column[-1] == 0}
        if lacking := [column for column in needed if column not in stored]:
            raise _refusal(
                where, Phrase("a table {name} without {names}", name=name, names=", ".join(lacking))
            )
        if len(stored) < len(columns):
            raise _refusal(
                where, Phrase("a table {name} with columns that are computed", name=name)
            )
        (said,) = database.execute(f"PRAGMA quick_check({name})").fetchone()
        if said != "ok":  # rows may be gone without a trace
            raise _refusal(
                where, Phrase("a table {name} that is damaged: {said}", name=name, said=said)
            )


def _refusal(where: str, got: str) -> UnreadableLog:
    hint = Phrase("Export the log as CSV and pass that file.")
    return UnreadableLog(where=where, got=got, wanted=_WANTED, hint=hint)


def _table(database: sqlite3.Connection, name: str, most: int, where: str) -> _Table:
    """Read what is needed of a table, which is no more text than the whole database holds."""
    columns = _stored(database, name)
    query = f"SELECT {', '.join(columns)} FROM {name} ORDER BY _id"  # noqa: S608 - our own names
    rows, read = [], 0
    for row in database.execute(query):
        read += sum(len(value) for value in row if isinstance(value, str | bytes))
        if read > most:
            raise _refusal(where, Phrase("a table {name} that gives more than it holds", name=name))
        rows.append(row)
        refuse_too_long(len(rows), where)
    return _Table(columns=columns, rows=rows)


def _stored(database: sqlite3.Connection, name: str) -> list[str]:
    """List the columns of a table that are read."""
    there = {str(column[1]) for column in database.execute(f"PRAGMA table_xinfo({name})")}
    wanted = dict.fromkeys((*_COLUMNS[name], *_BESIDE.get(name, ())))
    return [column for column in wanted if column in there]


def _records(sets: _Table, exercises: _Table) -> Records:
    """Write the tables as the text of an export; a set without an exercise is a problem."""
    names = dict(zip(exercises.column("_id"), exercises.column("name"), strict=True))
    lifts = sets.column("exercise_id")
    known = [place for place, lift in enumerate(lifts) if lift in names]
    columns = {field: _texts(sets.column(name), known) for field, name in _FIELDS.items()}
    columns["lift"] = _texts([names.get(lift) for lift in lifts], known)
    columns["mark"] = _marks(columns["when"], _texts(sets.column("is_complete"), known))
    return Records(
        columns=columns,
        names={**_FIELDS, "lift": "exercise_id", "mark": "is_complete"},
        rows=[place + 1 for place in known],
        problems=tuple(
            Problem(
                row=place + 1,
                column="exercise_id",
                got=_text(lift),
                wanted=Phrase("the _id of a row of the table exercise"),
            )
            for place, lift in enumerate(lifts)
            if lift not in names
        ),
    )


def _texts(values: Sequence[object], places: Sequence[int]) -> list[str]:
    return [_text(values[place]) for place in places]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _marks(days: Sequence[str], complete: Sequence[str]) -> list[str]:
    """Mark the sets that are not complete on days that have complete ones."""
    marked = {day for day, done in zip(days, complete, strict=True) if done == "1"}
    return [
        _UNMARKED if done == "0" and day in marked else ""
        for day, done in zip(days, complete, strict=True)
    ]
