"""
JSON: a dump of an app's nested records, or rows as a list of flat objects or one a line.

A nested dump is known by what it holds, and flattened to a row for each set; what holds no
set, such as an exercise without sets, is a row as well. Numbers stay as they are written.

Reason to change: another nested dump is read, or JSON comes in another frame.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from typing import NoReturn

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers.app import App
from liftguard.importers.apps.hevy_api import HEVY_API, hevy_rows
from liftguard.importers.apps.wger import WGER, wger_rows
from liftguard.importers.build_log import log_of_fit
from liftguard.importers.dicts_and_frames import ROWS, read_dicts
from liftguard.importers.recognise import APPS, Fit, recognise
from liftguard.importers.repair import records_of
from liftguard.importers.source import Contents
from liftguard.importers.table import Table
from liftguard.records import Log

__all__ = ["is_json", "read_json"]

Flatten = Callable[[object], list[dict[str, object]] | None]

_DUMPS: Sequence[tuple[App, Flatten]] = ((HEVY_API, hevy_rows), (WGER, wger_rows))
_WANTED = "sets as JSON: a dump of Hevy's API or of wger, or a list of rows"
_MOST_SHOWN = 80
_ROWS = "the rows given"  # what they are called where a program gives them
_NEAR = {
    "workouts": "Hevy's API, but no workout there has start_time and exercises",
    "results": "wger's API, but no entry there has exercise, repetitions, weight and their units",
}


def is_json(text: str) -> bool:
    """Tell whether a text starts as JSON does."""
    return text[:1_000].lstrip()[:1] in ("{", "[")


def read_json(
    contents: Contents,
    apps: Sequence[App],
    fit_to: Callable[[Table], Fit] | None = None,
    *,
    unit: str | None,
    tz: tzinfo | None,
    dates: str | None = None,
) -> Log:
    """Read JSON as a dump of one of some apps, or as rows, whose columns may be given."""
    where = contents.where
    try:
        data = _parsed(contents.text, where)
        for app, flatten in _DUMPS:
            rows = flatten(data) if fit_to is None else None
            if rows is not None:
                if all(known.name != app.name for known in apps):
                    says = f'app="{app.name}" reads it.'
                    raise _refusal(where, f"a dump of {app.label}", says)
                return _log(rows, app, where, unit=unit, tz=tz, dates=dates)
        return _flat(data, where, apps, fit_to, unit=unit, tz=tz, dates=dates)
    except RecursionError:
        raise _refusal(
            where, "objects in objects, too deep to read", "No log is so deep."
        ) from None


def _parsed(text: str, where: str) -> object:
    """Parse one JSON value, or one a line."""
    try:
        return _value(text)
    except json.JSONDecodeError as error:
        wrong = error
    except ValueError as error:
        raise _refusal(where, f"{error}", "JSON has no such number; leave it out.") from None
    values: list[object] = []
    for at, line in enumerate(text.split("\n"), 1):
        try:
            values += [_value(line)] if line.strip() else []
        except json.JSONDecodeError as error:
            if values:  # lines of their own, one of which is bad
                raise _bad(f"{where}, line {at}, column {error.colno}", error) from None
            raise _bad(f"{where}, line {wrong.lineno}, column {wrong.colno}", wrong) from None
        except ValueError as error:
            hint = "JSON has no such number; leave it out."
            raise _refusal(f"{where}, line {at}", f"{error}", hint) from None
    return values


def _value(text: str) -> object:
    data: object = json.loads(text, parse_int=str, parse_float=str, parse_constant=_no_number)
    return data


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _bad(where: str, error: json.JSONDecodeError) -> UnreadableLog:
    got = error.doc[error.pos : error.pos + 40] or "the end of the text"
    return UnreadableLog(where=where, got=got, wanted="JSON", hint=f"The parser says: {error.msg}.")


def _refusal(where: str, got: str, hint: str) -> UnreadableLog:
    return UnreadableLog(where=where, got=got[:_MOST_SHOWN], wanted=_WANTED, hint=hint)


def _log(
    rows: Sequence[Mapping[str, object]],
    app: App,
    where: str,
    *,
    unit: str | None,
    tz: tzinfo | None,
    dates: str | None,
) -> Log:
    """Read rows that were flattened, all of which have the same keys."""
    header = list(rows[0])
    cells = [[_cell(row.get(key)) for key in header] for row in rows]
    table = Table(rows=[header, *cells], separator=",")
    fit = recognise(table, [app], where)
    return log_of_fit(records_of(table, fit), fit, unit=unit, tz=tz, dates=dates)


def _cell(value: object) -> str:
    """Write a value as a cell; half a letter, which JSON can hold, is no text."""
    return "" if value is None else f"{value}".encode("utf-8", "replace").decode()


def _flat(
    data: object,
    where: str,
    apps: Sequence[App],
    fit_to: Callable[[Table], Fit] | None,
    *,
    unit: str | None,
    tz: tzinfo | None,
    dates: str | None,
) -> Log:
    """Read rows: a list of objects, an object for each line, or a single one."""
    rows = [data] if isinstance(data, Mapping) else data
    if not isinstance(rows, list) or not rows:
        raise _refusal(where, f"{data}", "There is no row in it.")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise _refusal(f"{where}, row {number}", f"{row}", "A row is an object.")
        nested = [key for key, value in row.items() if isinstance(value, list | dict)]
        if nested:
            near = next((says for word, says in _NEAR.items() if word in row), "")
            says = f"The nearest is {near}." if near else "It is no dump that is known."
            raise _refusal(where, f"{nested[0]} in an object", says)
    flat = [{_cell(key): row[key] and _cell(row[key]) for key in row} for row in rows]
    able = [*(known for known in apps if known in APPS), ROWS] if len(apps) > 1 else apps
    try:
        return read_dicts(flat, able, fit_to, unit=unit, tz=tz, dates=dates)
    except (InvalidValue, UnreadableLog) as error:
        if error.where.startswith("read_log.columns"):
            raise  # else it is the file that is wrong here
        place = where if error.where.startswith(("read_log.source", _ROWS)) else error.where
        raise UnreadableLog(
            where=place, got=error.got, wanted=error.wanted, hint=error.hint or "Rename the keys."
        ) from None
