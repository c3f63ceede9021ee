"""
A plan in a table: when, which lift, how much, how often.

Reason to change: a column that a plan may have.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime, tzinfo
from itertools import groupby
from pathlib import Path

import attrs

import liftguard as lg
from liftguard.choices import Unit
from liftguard.command.options import read_lift, read_loads

__all__ = ["Plan", "read_plan"]

_COLUMNS = "at,lift,load_kg,reps,sets"
_LOADS = {"load_kg": "kg", "load_lb": "lb", "load": "kg"}  # where a cell says no unit
_MOST_SETS = 50  # of one row: more are a slip


@attrs.frozen(kw_only=True)
class Plan:
    """What is planned for one athlete, and the rows that could not be understood."""

    sessions: tuple[lg.PlannedSession, ...]
    unit: Unit
    problems: tuple[str, ...]


def read_plan(path: str, athlete: str, history: lg.History) -> Plan:
    """
    Read the sessions of a table; a row that is not understood costs no other.

    Where it has a column `athlete`, the rows of the one that is meant count.
    """
    rows, columns = _rows_of(path)
    column = next((name for name in _LOADS if name in columns), None)
    if column is None or not {"at", "lift", "reps"} <= set(columns):
        raise lg.InvalidValue(
            where=path,
            got=", ".join(columns),
            wanted=f"the columns {_COLUMNS}, or load_lb, parted by commas",
        )
    if "athlete" in columns:
        rows = _of_athlete(path, rows, athlete)
    zone = history[-1].at.tzinfo if len(history) else None
    read, units, problems = [], set(), []
    for number, row in rows:
        try:
            sets, own = _sets(row, column, history)
            read.append((_when(row["at"], zone), sets))
            units.add(own)
        except lg.LiftguardError as error:
            problems.append(f"row {number}, {error}")
    sessions = tuple(
        lg.PlannedSession(at=at, sets=[one for _, sets in group for one in sets])
        for at, group in groupby(sorted(read, key=lambda one: one[0]), key=lambda one: one[0])
    )
    unit: Unit = "lb" if units == {"lb"} else "kg"
    return Plan(sessions=sessions, unit=unit, problems=tuple(problems))


def _rows_of(path: str) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    """Give the rows of a table with their numbers, and its columns."""
    try:
        text = _decoded(Path(path).read_bytes())
        apart = ";" if ";" in text.partition("\n")[0] else ","  # as Excel writes it in Europe
        table = csv.DictReader(io.StringIO(text), restval="", delimiter=apart)
        rows = [(n, {k: v for k, v in row.items() if k}) for n, row in enumerate(table, 1)]
    except (OSError, ValueError, csv.Error) as error:
        raise lg.InvalidValue(
            where=path,
            got=getattr(error, "strerror", None) or str(error),
            wanted="a table that can be read",
        ) from None
    return rows, [name for name in table.fieldnames or () if name]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _of_athlete(
    path: str, rows: list[tuple[int, dict[str, str]]], athlete: str
) -> list[tuple[int, dict[str, str]]]:
    """Keep the rows of one athlete; where there is but one, these are meant."""
    names = list(dict.fromkeys(row["athlete"] for _, row in rows))
    if len(names) <= 1:
        return rows
    found = [one for one in rows if one[1]["athlete"].casefold() == athlete.casefold()]
    if not found:
        raise lg.InvalidValue(
            where="--athlete",
            got=athlete,
            wanted=f"one of the athletes of {path}: {', '.join(names)}",
        )
    return found


def _when(text: str, zone: tzinfo | None) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        wanted = "a date and time, such as 2026-03-02 18:00"
        raise lg.InvalidValue(where="at", got=text, wanted=wanted) from None
    if zone is None:
        return at.replace(tzinfo=None)
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def _sets(
    row: dict[str, str], column: str, history: lg.History
) -> tuple[list[lg.PlannedSet], Unit]:
    """Make the sets of a row, and give the unit of their load: its own, else the column's."""
    reps, count = _whole(row, "reps"), _whole(row, "sets") if row.get("sets") else 1
    lift, text = read_lift(row["lift"], history, "lift"), row[column].strip()
    load = text + _LOADS[column] if text[-1:].isdigit() else text
    load_kg, assist_kg, unit = read_loads(lift, load, option=column)
    planned = lg.PlannedSet(lift=lift, load_kg=load_kg, assist_kg=assist_kg, reps=reps)
    return [planned] * count, unit


def _whole(row: dict[str, str], column: str) -> int:
    text = row[column].strip()
    most = _MOST_SETS if column == "sets" else 1000
    if not text.isdecimal() or not 1 <= int(text[:6]) <= most:
        wanted = f"a whole number from 1 to {most}"
        raise lg.InvalidValue(where=column, got=text, wanted=wanted)
    return int(text)
