"""Read a squad: a log of each athlete, the plan, and notes of pain, from one folder."""

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from types import MappingProxyType
from typing import TypeVar

import attrs

import liftguard as lg
from liftguard.importers.typed_plans import (
    kind_not_read,
    pain_of,
    planned_sets,
    read_pain_table,
    read_plan_table,
)
from liftguard.importers.typed_tables import TypedRow

PLAN, PAINS = "plan.csv", "pains.csv"
NAMELESS = "(no name)"
EVERYBODY = ""  # whose log does not say its unit
ASK_UNIT = 'pass unit="kg" or unit="lb"'  # as the library hints

_T = TypeVar("_T")
Planned = tuple[datetime, bool, tuple[lg.PlannedSet, ...]]  # when, whether all day, its sets


@attrs.frozen(kw_only=True)
class Athlete:
    """What is known of one athlete; what cannot be read stands beside as a problem."""

    name: str
    history: lg.History = attrs.field(factory=lg.History)
    log: lg.Log | None = None
    sessions: tuple[lg.PlannedSession, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # which make nobody UNKNOWN
    waits: bool = False  # until the log is mended or its name is, and nothing is offered

    @property
    def unit(self) -> str:
        """That of the log, in which loads are said."""
        return "lb" if self.log is not None and self.log.unit == "lb" else "kg"


def read_squad(
    folder: Path,
    at: datetime,
    units: Mapping[str, str] = MappingProxyType({}),
    dates: str | None = None,
) -> list[Athlete]:
    """Read everybody who has a log, a plan or a pain, with what was known by a moment."""
    problems: dict[str, list[str]] = defaultdict(list)
    logs: dict[str, Path] = {}
    for name, path in _logs(folder):
        if name in logs:
            problems[name].append(f"{_shown(path)} was not read, as {_shown(logs[name])} was.")
        else:
            logs[name] = path
    planned = _by_athlete(_plan_rows(folder / PLAN, dates), _planned, problems, logs)
    pains = _by_athlete(_pain_rows(folder / PAINS, dates), _pain, problems, logs)
    return [
        _athlete(name, logs, units, planned.get(name, []), pains.get(name, []), problems[name], at)
        for name in sorted({*logs, *planned, *pains, *problems})
    ]


def _athlete(
    name: str,
    logs: Mapping[str, Path],
    units: Mapping[str, str],
    planned: list[Planned],
    pains: list[tuple[lg.Pain, str]],
    problems: list[str],
    at: datetime,
) -> Athlete:
    """Put together what is known of one athlete."""
    notes: list[str] = [said for _, said in pains if said]
    log = None
    if name in logs:
        log = _read_log(name, logs[name], units, problems, notes)
    else:
        problems.append(_no_log(name, logs))
    done = log.history if log else lg.History()
    entries = [*map(_wall_clock, done), *(pain for pain, _ in pains)]
    ahead, past = _parted([_from_now(_by_own_name(one, done), at) for one in planned], at)
    if past:
        rows, last = ("row", "lies") if len(past) == 1 else ("rows", "lie"), max(past)
        notes.append(
            f"{len(past)} {rows[0]} of {PLAN} {rows[1]} before {at:%Y-%m-%d %H:%M} and"
            f" {'was' if len(past) == 1 else 'were'} not judged, the last on {last:%Y-%m-%d}."
        )
    return Athlete(
        name=name,
        history=lg.History(entry for entry in entries if entry.at <= at),
        log=log,
        sessions=_sessions(ahead),
        problems=tuple(problems),
        notes=tuple(notes),
        waits=log is None and (name in logs or bool(_near(name, logs))),
    )


# --- logs ---


def _logs(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name not in (PLAN, PAINS) and not path.name.startswith("."):
            yield _name(os.fsencode(path.stem).decode("utf-8", "replace")), path


def _no_log(name: str, logs: Iterable[str]) -> str:
    """Say that a name has no log, and whose it may be."""
    near = _near(name, logs)
    return f"There is no log of {name}" + (f"; is {near[0]} meant?" if near else ".")


def _near(name: str, logs: Iterable[str]) -> list[str]:
    return get_close_matches(name, logs, n=1)


def _read_log(
    name: str, path: Path, units: Mapping[str, str], problems: list[str], notes: list[str]
) -> lg.Log | None:
    """Read a log in its own unit, or the one that is given for it; else say how to mend it."""
    try:
        if name in units:
            return _in_named_unit(path, units[name], notes)
        return _in_own_unit(path, units.get(EVERYBODY), notes)
    except lg.LiftguardError as error:
        got, wanted = (shorten(str(one), 90) for one in (error.got, error.wanted))
        hint = error.hint if ASK_UNIT in error.hint else ""  # others are for who writes programs
        hint = hint.replace(ASK_UNIT, f'add --unit "{name}=kg" or --unit "{name}=lb"')
        said = " ".join(filter(None, (f"got {got!r}, wanted {wanted}.", hint)))
    except OSError as error:
        said = f"{error.strerror}."
    problems.append(f"{_shown(path)} cannot be read: {said} It must be mended first.")
    return None


def _in_own_unit(path: Path, unit: str | None, notes: list[str]) -> lg.Log:
    """Read a log in the unit that it shows; another one that was given is for those that do not."""
    try:
        log = lg.read_log(path)
    except lg.UnreadableLog:
        if unit is None:
            raise
        return lg.read_log(path, unit=unit)
    if unit not in (None, log.unit):
        would = lg.read_log(path, unit=unit).unit != log.unit  # as no row or header says another
        notes.append(
            f"{_shown(path)} is read in {log.unit} ({log.unit_evidence}); --unit {unit} is for"
            " logs that show none."
            + (f' --unit "{path.stem}={unit}" would count here.' if would else "")
        )
    return log


def _in_named_unit(path: Path, unit: str, notes: list[str]) -> lg.Log:
    """Read a log in the unit that is given for it, unless it says another."""
    log = lg.read_log(path, unit=unit)
    if log.unit != unit:
        notes.append(
            f"{_shown(path)} is read in {log.unit} ({log.unit_evidence}), as it says;"
            f' --unit "{path.stem}={unit}" changes no load.'
        )
    return log


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


def _plan_rows(path: Path, dates: str | None) -> list[TypedRow]:
    return list(read_plan_table(path, dates=dates, of_many=True).rows) if path.exists() else []


def _pain_rows(path: Path, dates: str | None) -> list[TypedRow]:
    return list(read_pain_table(path, dates=dates).rows) if path.exists() else []


def _by_athlete(
    rows: Iterable[TypedRow],
    read: Callable[[TypedRow], _T],
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
    file = PAINS if read is _pain else PLAN
    for row in rows:
        name = _name(row.who)
        name = name if name in logs else alike.get(name.casefold(), name)
        try:
            found[name].append(read(row))
        except lg.LiftguardError as error:
            where = error.where if error.where.startswith(row.where) else row.where
            got = shorten(str(error.got), 90)
            said = f"{file}, {where}: got {got!r}, wanted {error.wanted}. It is left out."
            problems[name].append(said)
    return found


def _planned(row: TypedRow) -> Planned:
    """Read an exercise of a plan: when, and its sets."""
    text = row.text("lift")
    sets = planned_sets(row, lg.find_lift(text).key or text).sets
    return on_the_wall(row.when()), row.all_day, sets


def _pain(row: TypedRow) -> tuple[lg.Pain, str]:
    """Read a pain, and what of it was not read."""
    said = kind_not_read(row)
    return pain_of(row, on_the_wall(row.when())), f"{PAINS}, {said}" if said else ""


# --- sessions ---


def _by_own_name(planned: Planned, done: lg.History) -> Planned:
    """Call a lift that no table knows as the log does, whatever its capitals."""
    when, all_day, sets = planned
    own = {one.lift.casefold(): one.lift for one in done.sets}
    named = tuple(attrs.evolve(one, lift=own.get(one.lift.casefold(), one.lift)) for one in sets)
    return when, all_day, named


def _from_now(planned: Planned, at: datetime) -> Planned:
    """Let what names this very day, and no hour of it, begin now."""
    when, all_day, sets = planned
    today = all_day and when <= at < when + timedelta(days=1)
    return (at if today else when), all_day, sets


def _parted(planned: list[Planned], at: datetime) -> tuple[list[Planned], list[datetime]]:
    """Part what lies ahead, in order of time, from the moments of what lies behind."""
    ahead = sorted((one for one in planned if one[0] >= at), key=lambda one: one[0])
    return ahead, [when for when, _, _ in planned if when < at]


def _sessions(ahead: Iterable[Planned]) -> tuple[lg.PlannedSession, ...]:
    """Make sessions: rows of one moment are one, in their order."""
    return tuple(
        lg.PlannedSession(at=when, sets=[one for _, _, sets in rows for one in sets])
        for when, rows in groupby(ahead, key=lambda one: one[0])
    )
