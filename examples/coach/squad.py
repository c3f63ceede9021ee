"""Read a squad: a log of each athlete, the plan, and notes of pain, from one folder."""

import csv
from datetime import datetime
from itertools import groupby
from pathlib import Path

import attrs

import liftguard as lg

PLAN, PAINS = "plan.csv", "pains.csv"


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
    pains, plan = _rows(folder / PAINS), _sessions(_rows(folder / PLAN), at)
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
            *(log.history if log else ()),
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


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


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
    one = lg.PlannedSet(lift=lift, load_kg=float(row["load_kg"]), reps=int(row["reps"]))
    return [one] * int(row["sets"] or 1)


def _pain(row: dict[str, str]) -> lg.Pain:
    return lg.Pain(
        at=_when(row), region=row["region"], severity=float(row["severity"]), kind=row["kind"]
    )


def _when(row: dict[str, str]) -> datetime:
    return datetime.fromisoformat(row["at"])
