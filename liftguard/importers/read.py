"""
The door: a file of any known app, any other table, or rows of a program become a `Log`.

Reason to change: what a caller may say about a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from functools import partial
from typing import cast

import attrs

from liftguard.choices import AppName, DateOrder, Doubles, Unit
from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers.app import App
from liftguard.importers.apps.alpha_progression import rows_of_alpha_progression
from liftguard.importers.apps.fitnotes import FITNOTES
from liftguard.importers.apps.fitnotes_backup import read_backup
from liftguard.importers.apps.garmin import GARMIN, read_fit
from liftguard.importers.apps.jefit import JEFIT, is_jefit, read_jefit
from liftguard.importers.apps.nested_json import NESTED
from liftguard.importers.apps.strengthlog import rows_of_strengthlog
from liftguard.importers.apps.wger import WGER
from liftguard.importers.build_log import log_of_fit
from liftguard.importers.dicts_and_frames import ROWS, Rows, read_dicts, rows_of
from liftguard.importers.doubled_rows import without_doubled_rows
from liftguard.importers.joined import log_of_tables, tables_in
from liftguard.importers.json_text import is_json, read_json
from liftguard.importers.named_columns import fit_of
from liftguard.importers.recognise import APPS, Fit, recognise
from liftguard.importers.repair import records_of
from liftguard.importers.source import Contents, Source, open_source
from liftguard.importers.table import Table, read_rows, refuse_too_long
from liftguard.phrase import Phrase
from liftguard.records import Log
from liftguard.units import zone_named

__all__ = ["READABLE", "read_contents", "read_log"]

READABLE: tuple[App, ...] = (*APPS, JEFIT, WGER, GARMIN, NESTED)
"""Every app that can be read: those that write tables, and those of other files."""


def read_log(
    source: Source | Rows,
    *,
    app: AppName | None = None,
    unit: Unit | None = None,
    tz: str | tzinfo | None = None,
    columns: Mapping[str, str | int] | None = None,
    dates: DateOrder | None = None,
    doubles: Doubles = "keep",
) -> Log:
    """
    Read the export of a training app, or any table of sets.

    The app is recognised by what the file holds. Every record ends in exactly one place:
    it is a set of `history` (or several), or named in `skipped` or in `problems`. Where one
    record holds several sets and one of them cannot be read, none of them is taken.

    Parameters
    ----------
    source : path, bytes, open file, list of dicts, or data frame
        The export; a string is a path. A dict is a row, and so is a row of a pandas, polars
        or Arrow table: its keys are columns of an app, or our words when, lift, kg or lb or
        load and unit, reps, target (or planned_reps), rpe, rir, mean_velocity_m_s, rest_s,
        bodyweight, mark, note, title.
    app : str, optional
        Read it as this app's export, or as a sheet of this kind: see
        `liftguard.importers.READABLE`.
    unit : {"kg", "lb"}, optional
        The unit of the loads that have none: that a row, a header or the format says stands.
    tz : str or tzinfo, optional
        Zone in which the times were written and the days are counted, such as
        "Europe/Berlin": turns wall clock into instants, and brings instants there. A zone
        that stands in a cell counts. Without it the times stay as they stand in the file.
    columns : dict, optional
        For a table that is not recognised: our words (see `source`), each with the name of
        its column, or with the column's number from 0 where there is no header. Columns
        that are not named are not read.
    dates : {"dmy", "mdy"}, optional
        Whether day or month stands first in dates such as 03/04/2024. Without it the
        dates of the whole file decide, and a file that does not show it is refused.

    doubles : {"keep", "drop"}
        What becomes of sets that stand in the log a second time, as after an export of the
        same session again: "drop" leaves them out as `History.without_doubles` does, and
        names their rows in `skipped`.

    Returns
    -------
    Log
        The history, and an account of every record.

    Raises
    ------
    UnreadableLog
        When it is no export that can be read, or does not show the unit of its loads or
        the order of its dates.
    InvalidValue
        When `app`, `unit`, `tz`, `columns`, `dates` or `doubles` is none that there is.

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
    >>> log.app, log.recognised_by, log.confidence
    ('strong', 'the names of 9 of 9 columns', 1.0)
    >>> log.unit, log.unit_evidence
    ('kg', 'the header says kg')
    >>> log.skipped
    (Skipped(row=3, reason='cardio or timed'),)

    Rows that a program has already:

    >>> rows = [{"when": "2026-01-05 18:30", "lift": "Squat", "kg": 120, "reps": 5, "rpe": 8}]
    >>> [(done.lift, done.load_kg, done.rpe) for done in read_log(rows).history]
    [('squat', 120.0, 8.0)]

    A table of one's own:

    >>> sheet = b'''Tag;Was;Eisen;Anzahl
    ... 03/04/2026;Kreuzheben;140;5
    ... '''
    >>> own = {"when": "Tag", "lift": "Was", "load": "Eisen", "reps": "Anzahl"}
    >>> log = read_log(sheet, columns=own, unit="kg", dates="dmy")
    >>> [(f"{done.at:%d %B}", done.lift, done.load_kg) for done in log.history]
    [('03 April', 'deadlift', 140.0)]
    """
    apps = _apps_named(app, columns)
    if unit is not None and unit not in ("kg", "lb"):
        raise InvalidValue(where="read_log.unit", got=unit, wanted="'kg' or 'lb'")
    if dates is not None and dates not in ("dmy", "mdy"):
        raise InvalidValue(where="read_log.dates", got=dates, wanted="'dmy' or 'mdy'")
    if doubles not in ("keep", "drop"):
        raise InvalidValue(where="read_log.doubles", got=doubles, wanted="'keep' or 'drop'")
    log = _read(
        source, apps, named=app is not None, unit=unit, tz=_zone(tz), columns=columns, dates=dates
    )
    return without_doubled_rows(log) if doubles == "drop" else log


def _read(
    source: Source | Rows,
    apps: Sequence[App],
    *,
    named: bool,
    unit: str | None,
    tz: tzinfo | None,
    columns: Mapping[str, str | int] | None,
    dates: str | None,
) -> Log:
    """Read a source of any kind as an export of one of some apps, named by the caller or not."""
    fit_to = None if columns is None else partial(fit_of, columns=columns)
    rows = rows_of(source)
    if rows is not None:
        able: Sequence[App] = apps if named else [*APPS, ROWS]
        return read_dicts(rows, able, fit_to, unit=unit, tz=tz, dates=dates)
    contents = open_source(cast("Source", source))  # refuses what is none
    if contents.kind == "sqlite":
        _refuse_other(
            contents, apps, FITNOTES, Phrase("an SQLite database"), Phrase("a backup of FitNotes")
        )
        return read_backup(contents.data, contents.where, tz=tz)
    if contents.kind == "fit":
        _refuse_other(contents, apps, GARMIN, Phrase("a FIT file"), Phrase("a FIT file of Garmin"))
        return read_fit(contents.data, contents.where, tz=tz)
    if is_json(contents.text):
        return read_json(contents, apps, fit_to, unit=unit, tz=tz, dates=dates)
    if fit_to is None and JEFIT in apps and (len(apps) == 1 or is_jefit(contents.text)):
        return read_jefit(contents.text, contents.where, unit=unit, tz=tz, dates=dates)
    return read_contents(contents, apps if named else APPS, fit_to, unit=unit, tz=tz, dates=dates)


def read_contents(
    contents: Contents,
    apps: Sequence[App] = APPS,
    fit_to: Callable[[Table], Fit] | None = None,
    *,
    unit: str | None = None,
    tz: tzinfo | None = None,
    dates: str | None = None,
) -> Log:
    """Read a text as the export of one of some apps, or with the columns that are given."""
    refuse_too_long(contents.text.count("\n"), contents.where)
    whole = read_rows(contents.text)
    table = _as_table(whole) if fit_to is None else whole
    several = fit_to is None and table is whole
    tables = tables_in(contents.text, contents.where) if several else []
    guessed: tuple[str, ...] = ()
    if contents.guessed:
        guessed = (
            Phrase(
                "the letters were read as {guessed}, as nothing shows what they are",
                guessed=contents.guessed,
            ),
        )
    if len(tables) > 1:

        def read(text: str) -> Log:
            one = read_rows(text)
            fit = recognise(one, apps, contents.where)
            return log_of_fit(records_of(one, fit), fit, unit=unit, tz=tz, dates=dates)

        log = log_of_tables(tables, read)
        return attrs.evolve(log, notices=(*guessed, *log.notices))
    fit = recognise(table, apps, contents.where) if fit_to is None else fit_to(table)
    records = attrs.evolve(records_of(table, fit), notices=guessed)
    del whole, table  # their rows are most of what a large file takes
    return log_of_fit(records, fit, unit=unit, tz=tz, dates=dates)


def _as_table(table: Table) -> Table:
    """Make one table of a file that is written in sections, of which each holds some sets."""
    for rows_of_sections in (rows_of_alpha_progression, rows_of_strengthlog):
        rows = rows_of_sections(table.rows)
        if rows is not None:
            return Table(rows=rows, separator=table.separator)
    return table


def _apps_named(app: str | None, columns: object) -> list[App]:
    """Give the apps that a file may be of."""
    if app is not None and columns is not None:
        wanted = Phrase("an app or the columns, not both")
        raise InvalidValue(where="read_log.app", got=app, wanted=wanted)
    apps = [known for known in READABLE if app is None or known.name == app]
    if not apps:
        names = ", ".join(dict.fromkeys(known.name for known in READABLE))
        raise InvalidValue(
            where="read_log.app", got=app, wanted=Phrase("one of {names}", names=names)
        )
    return apps


def _refuse_other(
    contents: Contents, apps: Sequence[App], writer: App, kind: str, only: str
) -> None:
    """Refuse a file that is not text where another app than its only writer was named."""
    if writer not in apps:
        raise UnreadableLog(
            where=contents.where,
            got=kind,
            wanted=Phrase("an export of {label}", label=apps[0].label),
            hint=Phrase("Among the logs that can be read, only {only} is one.", only=only),
        )


def _zone(tz: str | tzinfo | None) -> tzinfo | None:
    """Find the zone of a name."""
    return tz if tz is None or isinstance(tz, tzinfo) else zone_named(tz, "read_log.tz")
