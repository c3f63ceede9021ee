"""Read a squad: a log of each athlete, the plan, and notes of pain, from one folder."""

import csv
import io
import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import TypeVar

import attrs

import liftguard as lg

PLAN, PAINS = "plan.csv", "pains.csv"
PLAN_COLUMNS = "athlete,at,lift,load_kg,reps,sets"
PAIN_COLUMNS = "athlete,at,region,severity,kind"
NAMELESS = "(no name)"
MOST_SETS = 50  # of one exercise

Row = dict[str, str]
_T = TypeVar("_T")


@attrs.frozen(kw_only=True)
class Athlete:
    """What is known of one athlete; what cannot be read stands beside as a problem."""

    name: str
    history: lg.History = attrs.field(factory=lg.History)
    log: lg.Log | None = None
    sessions: tuple[lg.PlannedSession, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """That of the log, in which loads are said."""
        return "lb" if self.log is not None and self.log.unit == "lb" else "kg"


def read_squad(folder: Path, at: datetime, unit: str | None = None) -> list[Athlete]:
    """Read everybody who has a log, a plan or a pain, with what was known by a moment."""
    problems: dict[str, list[str]] = defaultdict(list)
    logs: dict[str, Path] = {}
    for name, path in _logs(folder):
        if name in logs:
            problems[name].append(f"{_shown(path)} was not read, as {_shown(logs[name])} was.")
        else:
            logs[name] = path
    planned = _by_athlete(_rows(folder / PLAN, PLAN_COLUMNS), _planned, problems, logs)
    pains = _by_athlete(_rows(folder / PAINS, PAIN_COLUMNS), _pain, problems, logs)
    athletes = []
    for name in sorted({*logs, *planned, *pains, *problems}):
        if name not in logs:
            problems[name].append(_no_log(name, logs))
        log = _read_log(logs[name], unit, problems[name]) if name in logs else None
        entries = [*map(_wall_clock, log.history if log else ()), *pains.get(name, ())]
        athletes.append(
            Athlete(
                name=name,
                history=lg.History(entry for entry in entries if entry.at <= at),
                log=log,
                sessions=_sessions(planned.get(name, ()), at),
                problems=tuple(problems[name]),
            )
        )
    return athletes


# --- logs ---


def _logs(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name not in (PLAN, PAINS) and not path.name.startswith("."):
            yield _name(os.fsencode(path.stem).decode("utf-8", "replace")), path


def _no_log(name: str, logs: Iterable[str]) -> str:
    """Say that a name has no log, and whose it may be."""
    near = get_close_matches(name, logs, n=1)
    return (
        f"There is no log of {name}; is {near[0]} meant?" if near else f"There is no log of {name}."
    )


def _read_log(path: Path, unit: str | None, problems: list[str]) -> lg.Log | None:
    try:
        return lg.read_log(path, unit=unit)
    except lg.LiftguardError as error:
        got, wanted = (shorten(str(one), 90) for one in (error.got, error.wanted))
        said = f"got {got!r}, wanted {wanted}"
    except OSError as error:
        said = str(error.strerror)
    problems.append(f"{_shown(path)} cannot be read: {said}")
    return None


def _shown(path: Path) -> str:
    """Give the name of a file in characters that a page can hold."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _name(text: str) -> str:
    """Write a name in one way, however its accents are stored."""
    return unicodedata.normalize("NFC", text.strip()) or NAMELESS


def _wall_clock(entry: lg.Entry) -> lg.Entry:
    """Move an instant to the clock on the wall here, as the plan has no zone."""
    return attrs.evolve(entry, at=on_the_wall(entry.at))


def on_the_wall(at: datetime) -> datetime:
    """Give a moment by the clock on the wall here."""
    return at if at.tzinfo is None else at.astimezone().replace(tzinfo=None)


# --- tables ---


def _rows(path: Path, columns: str) -> list[Row]:
    """Read a table whose columns are known; each row says where it stands."""
    if not path.exists():
        return []
    written = path.read_bytes()
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = written.decode("cp1252", "replace")  # as Excel saves it in the west
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), restval="", restkey="more")
        rows = [row | {"where": f"{path.name}, row {n}"} for n, row in enumerate(table, 1)]
    except csv.Error as error:
        raise lg.InvalidValue(where=path.name, got=str(error), wanted="a table") from None
    there = {name.replace("load_lb", "load_kg") for name in table.fieldnames or ()}
    if not set(columns.split(",")) <= there:
        raise lg.InvalidValue(
            where=path.name,
            got=", ".join(table.fieldnames or ()),
            wanted=f"the columns {columns}, parted by commas",
        )
    return rows


def _by_athlete(
    rows: Iterable[Row],
    read: Callable[[Row], _T],
    problems: dict[str, list[str]],
    logs: Iterable[str],
) -> dict[str, list[_T]]:
    """
    Read the rows of each athlete; one that cannot be read is a problem of this one alone.

    A name may differ from that of its log in capitals.
    """
    found: dict[str, list[_T]] = defaultdict(list)
    folded = Counter(name.casefold() for name in logs)
    alike = {name.casefold(): name for name in logs if folded[name.casefold()] == 1}
    for row in rows:
        name = _name(row["athlete"])
        name = name if name in logs else alike.get(name.casefold(), name)
        try:
            found[name].append(read(row))
        except lg.LiftguardError as error:
            where = error.where if error.where.startswith(row["where"]) else row["where"]
            got = shorten(str(error.got), 90)
            problems[name].append(f"{where}: got {got!r}, wanted {error.wanted}. It is left out.")
    return found


def _planned(row: Row) -> tuple[datetime, list[lg.PlannedSet]]:
    """Read an exercise of a plan: when, and its sets."""
    at, reps = _when(row), _whole(row, "reps")
    count = _whole(row, "sets", most=MOST_SETS) if row["sets"].strip() else 1
    lift = lg.find_lift(row["lift"]).key or row["lift"]
    one = lg.PlannedSet(lift=lift, load_kg=_load_kg(row), reps=reps)
    return at, [one] * count


def _sessions(
    planned: Iterable[tuple[datetime, list[lg.PlannedSet]]], at: datetime
) -> tuple[lg.PlannedSession, ...]:
    """Make the sessions that lie ahead; rows of one moment are one session, in their order."""
    ahead = sorted((one for one in planned if one[0] >= at), key=lambda one: one[0])
    return tuple(
        lg.PlannedSession(at=when, sets=[one for _, sets in rows for one in sets])
        for when, rows in groupby(ahead, key=lambda one: one[0])
    )


def _pain(row: Row) -> lg.Pain:
    severity = _number(row, "severity")
    return lg.Pain(
        at=_when(row), region=row["region"], severity=severity, kind=row["kind"].strip() or "ache"
    )


def _load_kg(row: Row) -> float:
    """Read a load in the unit of its column, or in its own, as in 140kg and 405lb."""
    column = "load_kg" if "load_kg" in row else "load_lb"
    text, unit = row[column].strip(), column[-2:]
    for own in ("kg", "lb", "lbs"):
        if text.lower().endswith(own):
            text, unit = text[: -len(own)], own[:2]
    number = _number(row | {column: text}, column)
    return lg.kg_from_lb(number) if unit == "lb" else number


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column].replace(",", "."))  # as written in half of Europe
    except ValueError:
        where = f"{row['where']}, column {column}"
        raise lg.InvalidValue(where=where, got=row[column], wanted="a number") from None


def _whole(row: Row, column: str, *, most: int | None = None) -> int:
    number = _number(row, column)
    if not (number.is_integer() and 1 <= number <= (most or number)):
        wanted = f"a whole number from 1 to {most}" if most else "a whole number, 1 or more"
        where = f"{row['where']}, column {column}"
        raise lg.InvalidValue(where=where, got=row[column], wanted=wanted)
    return int(number)


def _when(row: Row) -> datetime:
    try:
        return on_the_wall(datetime.fromisoformat(row["at"].strip()))
    except (ValueError, OverflowError):
        wanted = "a date or a date and time, such as 2026-03-02 18:00"
        where = f"{row['where']}, column at"
        raise lg.InvalidValue(where=where, got=row["at"], wanted=wanted) from None
