"""
The door: a file of any known app, or rows of a program, become a `Log`.

Reason to change: what a caller may say about a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import cast
from zoneinfo import ZoneInfo

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers.app import App
from liftguard.importers.contents import Contents, Source, open_source
from liftguard.importers.fitnotes import FITNOTES
from liftguard.importers.fitnotes_backup import read_backup
from liftguard.importers.mend import records_of
from liftguard.importers.recognise import APPS, recognise
from liftguard.importers.rows import ROWS, Rows, read_dicts
from liftguard.importers.sets import log_of
from liftguard.importers.table import read_rows
from liftguard.records import Log

__all__ = ["read_contents", "read_log"]


def read_log(
    source: Source | Rows,
    *,
    app: str | None = None,
    unit: str | None = None,
    tz: str | tzinfo | None = None,
) -> Log:
    """
    Read the export of a training app.

    The app is recognised by what the file holds. Every record ends in exactly one place:
    it is a set of `history` (or several), or named in `skipped` or in `problems`. Where one
    record holds several sets and one of them cannot be read, none of them is taken.

    Parameters
    ----------
    source : path, bytes, open file, or list of dicts
        The export; a string is a path. A dict is a row: its keys are columns of an app, or
        our words when, lift, kg or lb or load and unit, reps, target, rpe, mark, note, title.
    app : str, optional
        Read it as this app's export, or as a sheet of this kind: "strong", "hevy", "fitnotes"
        (CSV or backup), "fitnotes_ios", "liftosaur", "stronglifts", "fitbod", "gymbook",
        "pumpr", "wide", "pipes" or "sets_by_reps".
    unit : {"kg", "lb"}, optional
        The unit of all loads, whatever the file says.
    tz : str or tzinfo, optional
        Zone in which the times were written, such as "Europe/Berlin": turns wall clock
        into instants. Without it the times stay as they stand in the file.

    Returns
    -------
    Log
        The history, and an account of every record.

    Raises
    ------
    UnreadableLog
        When it is no export that can be read, or does not show the unit of its loads.
    InvalidValue
        When `app`, `unit` or `tz` is none that there is.

    Examples
    --------
    >>> export = b'''Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes
    ... 2017-03-01 18:00:00,Pull,Deadlift (Barbell),1,140,5,,,
    ... 2017-03-01 18:00:00,Pull,Deadlift (Barbell),2,180,0,,,slipped
    ... 2017-03-01 18:00:00,Pull,Rowing (Machine),1,,,2,480,
    ... '''
    >>> log = read_log(export)
    >>> [(done.lift, done.load_kg, done.reps, done.missed) for done in log.history]
    [('deadlift', 140.0, 5, False), ('deadlift', 180.0, 0, True)]
    >>> log.app, log.unit, log.unit_evidence
    ('strong', 'kg', 'the header says kg')
    >>> log.skipped
    (Skipped(row=3, reason='cardio or timed'),)

    Rows that a program has already:

    >>> rows = [{"when": "2026-01-05 18:30", "lift": "Squat", "kg": 120, "reps": 5, "rpe": 8}]
    >>> [(done.lift, done.load_kg, done.rpe) for done in read_log(rows).history]
    [('squat', 120.0, 8.0)]
    """
    apps = [known for known in APPS if app is None or known.name == app]
    if not apps:
        names = ", ".join(known.name for known in APPS)
        raise InvalidValue(where="read_log.app", got=app, wanted=f"one of {names}")
    if unit is not None and unit not in ("kg", "lb"):
        raise InvalidValue(where="read_log.unit", got=unit, wanted="'kg' or 'lb'")
    zone = _zone(tz)
    if isinstance(source, list | tuple):
        able = apps if app is not None else [*apps, ROWS]
        return read_dicts(source, able, unit=unit, tz=zone)
    contents = open_source(cast("Source", source))  # refuses what is none
    if contents.database is not None:
        return _read_database(contents.database, contents.where, apps, unit, zone)
    return read_contents(contents, apps, unit=unit, tz=zone)


def read_contents(
    contents: Contents,
    apps: Sequence[App] = APPS,
    *,
    unit: str | None = None,
    tz: tzinfo | None = None,
) -> Log:
    """Read a text as the export of one of some apps."""
    table = read_rows(contents.text)
    fit = recognise(table, apps, contents.where)
    return log_of(records_of(table, fit), fit.app, unit=unit, tz=tz)


def _read_database(
    data: bytes, where: str, apps: Sequence[App], unit: str | None, zone: tzinfo | None
) -> Log:
    """Read a database, which only FitNotes writes."""
    if FITNOTES not in apps:
        raise UnreadableLog(
            where=where,
            got="an SQLite database",
            wanted=f"an export of {apps[0].label}",
            hint="Among the logs that can be read, only a backup of FitNotes is one.",
        )
    return read_backup(data, where, unit=unit, tz=zone)


def _zone(tz: str | tzinfo | None) -> tzinfo | None:
    """Find the zone of a name."""
    if tz is None or isinstance(tz, tzinfo):
        return tz
    try:
        return ZoneInfo(tz)
    except (KeyError, ValueError, TypeError, OSError):
        raise InvalidValue(
            where="read_log.tz", got=tz, wanted="the name of a time zone, such as 'Europe/Berlin'"
        ) from None
