"""Read a squad: a log of each athlete, the plan, and notes of pain, from one folder."""

import csv
from datetime import datetime
from itertools import groupby
from pathlib import Path

import attrs

import liftguard as lg

PLAN, PAINS = "plan.csv", "pains.csv"
PLAN_COLUMNS = "athlete,at,lift,load_kg,reps,sets"
PAIN_COLUMNS = "athlete,at,region,severity,kind"


@attrs.frozen(kw_only=True)
class Athlete:
    """What is known of one athlete; a log that cannot be read leaves its error."""

    name: str
    history: lg.History = attrs.field(factory=lg.History)
    log: lg.Log | None = None
    error: lg.LiftguardError | None = None
    sessions: tuple[lg.PlannedSession, ...] = ()


def read_squad(folder: Path, at: datetime, unit: str | None = None) -> list[Athlete]:
    """Read everybody who has a log or a plan, with what was known by a moment."""
    pains = _rows(folder / PAINS, PAIN_COLUMNS)
    plan = _sessions(_rows(folder / PLAN, PLAN_COLUMNS), at)
    logs = {
        path.stem: path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in (PLAN, PAINS) and not path.name.startswith(".")
    }
    names = sorted({*logs, *plan, *(row["athlete"] for row in pains)})
    athletes = []
    for name in names:
        log, error = _read_log(logs.get(name), unit)
        entries = [
            *map(_wall_clock, log.history if log else ()),
            *(_pain(row) for row in pains if row["athlete"] == name),
        ]
        known = lg.History(entry for entry in entries if entry.at <= at)
        athletes.append(
            Athlete(name=name, history=known, log=log, error=error, sessions=plan.get(name, ()))
        )
    return athletes


def _read_log(
    path: Path | None, unit: str | None
) -> tuple[lg.Log | None, lg.LiftguardError | None]:
    if path is None:
        return None, None
    try:
        return lg.read_log(path, unit=unit), None
    except lg.LiftguardError as error:
        return None, error


def _wall_clock(entry: lg.Entry) -> lg.Entry:
    """Move an instant to the clock on the wall here, as the plan has no zone."""
    if entry.at.tzinfo is None:
        return entry
    return attrs.evolve(entry, at=entry.at.astimezone().replace(tzinfo=None))


def _rows(path: Path, columns: str) -> list[dict[str, str]]:
    """Read a table whose columns are known; each row says where it stands."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8-sig") as file:
        table = csv.DictReader(file)
        rows = [row | {"where": f"{path.name}, row {n}"} for n, row in enumerate(table, 1)]
    missing = [name for name in columns.split(",") if name not in (table.fieldnames or ())]
    if missing:
        raise lg.InvalidValue(
            where=path.name,
            got=", ".join(table.fieldnames or ()),
            wanted=f"the columns {columns}, parted by commas",
        )
    return rows


def _sessions(rows: list[dict[str, str]], at: datetime) -> dict[str, tuple[lg.PlannedSession, ...]]:
    """Make the sessions of each athlete that lie ahead; rows of one moment are one session."""
    ahead = [row for row in rows if _when(row) >= at]
    ahead.sort(key=lambda row: (row["athlete"], _when(row)))
    plan: dict[str, tuple[lg.PlannedSession, ...]] = {}
    for (name, when), group in groupby(ahead, key=lambda row: (row["athlete"], _when(row))):
        sets = [one for row in group for one in _sets(row)]
        plan[name] = (*plan.get(name, ()), lg.PlannedSession(at=when, sets=sets))
    return plan


def _sets(row: dict[str, str]) -> list[lg.PlannedSet]:
    lift = lg.find_lift(row["lift"]).key or row["lift"]
    load_kg, reps = _number(row, "load_kg"), int(_number(row, "reps"))
    count = int(_number(row, "sets")) if row["sets"] else 1
    return [lg.PlannedSet(lift=lift, load_kg=load_kg, reps=reps)] * count


def _pain(row: dict[str, str]) -> lg.Pain:
    at, severity = _when(row), _number(row, "severity")
    try:
        return lg.Pain(at=at, region=row["region"], severity=severity, kind=row["kind"])
    except lg.InvalidValue as error:
        where = f"{row['where']}, {error.where}"
        raise lg.InvalidValue(
            where=where, got=error.got, wanted=error.wanted, hint=error.hint
        ) from None


def _number(row: dict[str, str], column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        where = f"{row['where']}, column {column}"
        raise lg.InvalidValue(where=where, got=row[column], wanted="a number") from None


def _when(row: dict[str, str]) -> datetime:
    try:
        return datetime.fromisoformat(row["at"]).replace(tzinfo=None)
    except ValueError:
        wanted = "a date or a date and time, such as 2026-03-02 18:00"
        where = f"{row['where']}, column at"
        raise lg.InvalidValue(where=where, got=row["at"], wanted=wanted) from None
