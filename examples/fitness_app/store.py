"""
The database: athletes, their entries, and the numbered files that made its tables.

The entries are the truth. The state beside them is a cache with a version number, and is
only ever written together with the entries that changed it, in one short transaction.

Reason to change: what is kept.
"""

from __future__ import annotations

import sqlite3
import time
import typing
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import attrs

import liftguard as lg

Unit = typing.Literal["kg", "lb"]
MIGRATIONS = tuple(sorted(Path(__file__).with_name("migrations").glob("*.sql")))
BUSY_S = 10.0  # how long a writer waits for the one before it
KINDS: Mapping[str, type] = {kind.__name__: kind for kind in typing.get_args(lg.Entry)}


@attrs.frozen(kw_only=True)
class Athlete:
    """A row of the table: the zone, the unit of the answers, the cached state, its version."""

    id: str
    zone: str
    unit: Unit
    state: str
    version: int


@attrs.frozen(kw_only=True)
class Unreadable:
    """An entry that the file holds and nobody can read; it hides no other."""

    kind: str
    problem: str


class Store:
    """All that is kept, in one SQLite file that several threads and processes may share."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # Held open for good: when the last connection closes, SQLite tidies up its journal.
        self._first = self._connect()
        try:
            write_ahead(self._first)
            migrate(self._first)
        except sqlite3.DatabaseError as error:
            self.close()
            raise lg.UnreadableStore(
                where="database",
                got=f"{path.name}: {error}",
                wanted="a file of this app that can be read and written",
                hint="Put a copy in its place that was kept before, or give another --database.",
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._first.close()

    def add_athlete(self, athlete: Athlete) -> None:
        """Keep a new athlete."""
        with self._writing() as db:
            db.execute(
                "INSERT INTO athlete (id, zone, unit, state, version) VALUES (?, ?, ?, ?, ?)",
                (athlete.id, athlete.zone, athlete.unit, athlete.state, athlete.version),
            )

    def athlete(self, athlete: str) -> Athlete | None:
        """Find an athlete."""
        with closing(self._connect()) as db:
            found = db.execute("SELECT * FROM athlete WHERE id = ?", (athlete,)).fetchone()
        return None if found is None else Athlete(**found)

    def entry(self, athlete: str, entry: str) -> lg.Entry | Unreadable | None:
        """Find one entry."""
        with closing(self._connect()) as db:
            found = db.execute(
                "SELECT kind, value FROM entry WHERE athlete = ? AND id = ?", (athlete, entry)
            ).fetchone()
        return None if found is None else _entry(found)

    def entries(self, athlete: str, last: int = -1) -> dict[str, lg.Entry]:
        """Give all that can be read, or of those that came last, in the order they came."""
        found = self._found(athlete, last)
        return {name: one for name, one in found.items() if not isinstance(one, Unreadable)}

    def unreadable(self, athlete: str, last: int = -1) -> dict[str, Unreadable]:
        """Give the entries of an athlete that cannot be read."""
        found = self._found(athlete, last)
        return {name: one for name, one in found.items() if isinstance(one, Unreadable)}

    def _found(self, athlete: str, last: int) -> dict[str, lg.Entry | Unreadable]:
        with closing(self._connect()) as db:
            rows = db.execute(
                "SELECT * FROM (SELECT * FROM entry WHERE athlete = ? ORDER BY number DESC LIMIT ?)"
                " ORDER BY number",
                (athlete, last),
            ).fetchall()
        return {row["id"]: _entry(row) for row in rows}

    def count(self, athlete: str) -> int:
        """Count the entries of an athlete."""
        with closing(self._connect()) as db:
            found = db.execute("SELECT count(*) FROM entry WHERE athlete = ?", (athlete,))
            return int(found.fetchone()[0])

    def save(
        self,
        athlete: Athlete,
        state: str,
        *,
        put: Mapping[str, lg.Entry] | None = None,
        drop: Iterable[str] = (),
    ) -> bool:
        """
        Change entries and the state that follows from them: all of it, or nothing.

        Nothing, and the answer is False, where the athlete has changed since it was read.
        """
        put_rows = [
            (athlete.id, name, type(one).__name__, lg.dumps(one))
            for name, one in (put or {}).items()
        ]
        with self._writing() as db:
            swapped = db.execute(
                "UPDATE athlete SET state = ?, version = version + 1 WHERE id = ? AND version = ?",
                (state, athlete.id, athlete.version),
            )
            if swapped.rowcount == 0:
                return False
            db.executemany(
                "INSERT INTO entry (athlete, id, kind, value) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (athlete, id) DO UPDATE"
                " SET kind = excluded.kind, value = excluded.value",
                put_rows,
            )
            db.executemany(
                "DELETE FROM entry WHERE athlete = ? AND id = ?",
                [(athlete.id, name) for name in drop],
            )
        return True

    def _connect(self) -> sqlite3.Connection:
        # Transactions are begun by hand; one is on the disk when it ends, as SQLite has it.
        db = sqlite3.connect(
            self._path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
        db.row_factory = sqlite3.Row
        # A text that is damaged is read as far as it goes: one must not hide the others.
        db.text_factory = lambda written: written.decode("utf-8", "replace")
        db.execute("PRAGMA foreign_keys = ON")
        return db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(self._connect()) as db, transaction(db):
            yield db


def write_ahead(db: sqlite3.Connection) -> None:
    """Let readers and the writer not wait for each other, from now on and for all."""
    until = time.monotonic() + BUSY_S
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:  # others open the file too, and here SQLite never waits
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Hold the lock of the only writer, and keep all of what was done or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def migrate(db: sqlite3.Connection) -> None:
    """Run the files that the database has not seen, in order, while no other process can."""
    with transaction(db):
        done = db.execute("PRAGMA user_version").fetchone()[0]
        if done > len(MIGRATIONS):
            raise lg.UnreadableStore(
                where="database",
                got=f"version {done}",
                wanted=f"version {len(MIGRATIONS)} or older",
                hint="A newer app has written it: update this one.",
            )
        for number, path in enumerate(MIGRATIONS[done:], start=done + 1):
            for statement in path.read_text(encoding="utf-8").split(";"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")


def _entry(row: sqlite3.Row) -> lg.Entry | Unreadable:
    kind = str(row["kind"])
    if kind not in KINDS:
        return Unreadable(kind=kind, problem="no kind of entry that is known")
    try:
        entry: lg.Entry = lg.loads(row["value"], expect=KINDS[kind])
    except lg.LiftguardError as error:
        return Unreadable(kind=kind, problem=str(error))
    if entry.at.tzinfo is None:
        return Unreadable(kind=kind, problem="its time has no zone")
    return entry
