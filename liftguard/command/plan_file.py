"""
A plan in a table: when, which lift, how much, how often.

Reason to change: a column that a plan may have.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import groupby

import attrs

import liftguard as lg
from liftguard.choices import Unit
from liftguard.command.options import read_lift
from liftguard.importers.typed_plans import planned_sets, read_plan_table
from liftguard.importers.typed_tables import WHO, TypedRow
from liftguard.phrase import Phrase
from liftguard.units import elapsed_days, is_aware

__all__ = ["Plan", "read_plan"]

_Row = tuple[datetime, tuple[lg.PlannedSet, ...], int]  # when, what, and the number of its row


@attrs.frozen(kw_only=True)
class Plan:
    """What is planned for one athlete, and the rows that could not be understood."""

    sessions: tuple[lg.PlannedSession, ...]
    unit: Unit
    problems: tuple[str, ...]


def read_plan(path: str, athlete: str, history: lg.History, dates: str | None = None) -> Plan:
    """
    Read the sessions of a table; a row that is not understood costs no other.

    Where it has a column of athletes, the rows of the one that is meant count. A session before
    the end of the log, where others come after it, is a slip: judged by what was known then, it
    would cost all others the log since.
    """
    table = read_plan_table(path, dates=dates)
    rows = _of_athlete(path, table.rows, athlete) if WHO in table.names else table.rows
    zone = history[-1].at.tzinfo if len(history) else None
    read: list[_Row] = []
    units, problems = set(), list[str]()
    for row in rows:
        try:
            lift = _lift(row, history)
            found = planned_sets(row, lift)
            read.append((_when(row.when(), zone), found.sets, row.number))
            units.add(found.unit)
        except lg.LiftguardError as error:
            own = error.where.startswith(row.where)
            problems.append(
                Phrase(
                    "{error}" if own else "row {number}, {error}", number=row.number, error=error
                )
            )
    read, late = _parted(read, history)
    problems += late
    sessions = tuple(
        lg.PlannedSession(at=at, sets=[one for _, sets, _ in group for one in sets])
        for at, group in groupby(sorted(read, key=lambda one: one[0]), key=lambda one: one[0])
    )
    unit: Unit = "lb" if units == {"lb"} else "kg"
    return Plan(sessions=sessions, unit=unit, problems=tuple(problems))


def _parted(read: list[_Row], history: lg.History) -> tuple[list[_Row], list[str]]:
    """Part what comes after a log from what lies before its end, where there is both."""
    if not len(history) or any(is_aware(at) != is_aware(history[0].at) for at, *_ in read):
        return read, []
    end = history[-1].at
    after = [row for row in read if elapsed_days(end, row[0]) >= 0.0]
    if not after:
        return read, []
    wanted = Phrase(
        "a moment after the log's last entry, {at}, as in other rows", at=f"{end:%Y-%m-%d %H:%M}"
    )
    return after, [
        Phrase(
            "row {number}, {error}",
            number=number,
            error=lg.InvalidValue(where="at", got=f"{at:%Y-%m-%d %H:%M}", wanted=wanted),
        )
        for at, _, number in read
        if elapsed_days(end, at) < 0.0
    ]


def _of_athlete(path: str, rows: Sequence[TypedRow], athlete: str) -> Sequence[TypedRow]:
    """Keep the rows of one athlete; where there is but one, these are meant."""
    names = list(dict.fromkeys(row.who for row in rows))
    if len(names) <= 1:
        return rows
    found = [row for row in rows if row.who.casefold() == athlete.casefold()]
    if not found:
        raise lg.InvalidValue(
            where="--athlete",
            got=athlete,
            wanted=Phrase("one of the athletes of {path}: {names}", path=path, names=names),
        )
    return found


def _when(at: datetime, zone: tzinfo | None) -> datetime:
    """Give a moment as wall clock or instant, like those of the log."""
    if zone is None:
        return at.replace(tzinfo=None)
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def _lift(row: TypedRow, history: lg.History) -> str:
    return read_lift(row.text("lift"), history, row.place_of("lift"))
