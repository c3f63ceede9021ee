"""
JSON: a dump of a known app, rows as a list of flat objects or one a line, or any nested objects.

A dump is known by what it holds, and flattened to a row for each set; what holds no set, such
as an exercise without sets, is a row as well. Numbers stay as they are written.

Reason to change: another dump is known, or JSON comes in another frame.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from itertools import islice
from typing import NoReturn

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers.app import App, Records
from liftguard.importers.apps.hevy_api import HEVY_API, hevy_rows
from liftguard.importers.apps.nested_json import NESTED
from liftguard.importers.apps.wger import WGER, wger_rows
from liftguard.importers.build_log import log_of_fit
from liftguard.importers.dicts_and_frames import ROWS, recognised, table_of
from liftguard.importers.nested import rows_in
from liftguard.importers.nested_fields import Keys
from liftguard.importers.recognise import APPS, Fit, recognise
from liftguard.importers.repair import records_of
from liftguard.importers.source import Contents, without_halves
from liftguard.importers.table import MOST_IN_VAIN, MOST_ROWS, Table, refuse_too_long
from liftguard.phrase import Phrase, joined
from liftguard.records import Log

__all__ = ["is_json", "read_json"]

Flatten = Callable[[object], list[dict[str, object]] | None]

_DUMPS: Sequence[tuple[App, str, Flatten]] = (  # with a key that each of them has
    (HEVY_API, '"start_time"', hevy_rows),
    (WGER, '"weight"', wger_rows),
)
_WANTED = Phrase("sets as JSON: days, exercises and sets in each other, or a list of rows")
_MOST_SHOWN = 80
_ROWS = "the rows given"  # what they are called where a program gives them
_CALLED = {
    "when": Phrase("the day"),
    "lift": Phrase("the exercise"),
    "repetitions": Phrase("repetitions"),
}
_NEAR = {
    "workouts": Phrase("Hevy's API, but no workout there has start_time and exercises"),
    "results": Phrase(
        "wger's API, but no entry there has exercise, repetitions, weight and their units"
    ),
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
        if isinstance(data, list) and not any(data):
            raise _refusal(where, contents.text[:_MOST_SHOWN], Phrase("There is nothing in it."))
        if isinstance(data, list) and not any(
            isinstance(one, list | dict) for one in data[:MOST_IN_VAIN]
        ):
            raise _no_object(where, 1, data[0])
        for app, key, flatten in _DUMPS if NESTED not in apps or len(apps) > 1 else ():
            rows = flatten(data) if fit_to is None and key in contents.text else None
            if rows is not None:
                if all(known.name != app.name for known in apps):
                    says = Phrase('app="{name}" reads it.', name=app.name)
                    raise _refusal(where, Phrase("a dump of {label}", label=app.label), says)
                return _log(rows, app, where, unit=unit, tz=tz, dates=dates)
        records, fit = _records(data, where, apps, fit_to)
        del data  # it is most of what a large file takes
        return log_of_fit(records, fit, unit=unit, tz=tz, dates=dates)
    except RecursionError:
        raise _refusal(
            where, Phrase("objects in objects, too deep to read"), Phrase("No log is so deep.")
        ) from None
    except InvalidValue as error:
        if error.where.startswith("read_log.columns"):
            raise
        raise _of_the_file(error, where) from None
    except UnreadableLog as error:
        raise _of_the_file(error, where) from None


def _of_the_file(error: InvalidValue | UnreadableLog, where: str) -> UnreadableLog:
    """Word an error about rows as one about the file that they stand in."""
    place = where if error.where.startswith(("read_log.source", _ROWS)) else error.where
    return UnreadableLog(
        where=place,
        got=error.got,
        wanted=error.wanted,
        hint=error.hint or Phrase("Rename the keys."),
    )


def _parsed(text: str, where: str) -> object:
    """Parse one JSON value, or one a line."""
    try:
        return _value(text)
    except json.JSONDecodeError as error:
        wrong = error
    except ValueError as error:
        raise _refusal(
            where, f"{error}", Phrase("JSON has no such number; leave it out.")
        ) from None
    refuse_too_long(text.count("\n"), where)
    values: list[object] = []
    for at, line in enumerate(text.split("\n"), 1):
        try:
            values += [_value(line)] if line.strip() else []
        except json.JSONDecodeError as error:
            if values:  # lines of their own, one of which is bad
                raise _bad(_place(where, at, error.colno), error) from None
            raise _bad(_place(where, wrong.lineno, wrong.colno), wrong) from None
        except ValueError as error:
            hint = Phrase("JSON has no such number; leave it out.")
            raise _refusal(
                Phrase("{where}, line {line}", where=where, line=at), f"{error}", hint
            ) from None
    return values


def _value(text: str) -> object:
    data: object = _JSON.decode(text)
    return data


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


_JSON = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_no_number)


def _place(where: str, line: int, column: int) -> str:
    """Say where in a text something is wrong."""
    return Phrase("{where}, line {line}, column {column}", where=where, line=line, column=column)


def _bad(where: str, error: json.JSONDecodeError) -> UnreadableLog:
    got = error.doc[error.pos : error.pos + 40] or Phrase("the end of the text")
    return UnreadableLog(
        where=where, got=got, wanted="JSON", hint=Phrase("The parser says: {msg}.", msg=error.msg)
    )


def _no_object(where: str, number: int, row: object) -> UnreadableLog:
    place = Phrase("{where}, row {number}", where=where, number=number)
    return _refusal(place, f"{row}", Phrase("A row is an object."))


def _refusal(where: str, got: str, hint: str) -> UnreadableLog:
    return UnreadableLog(
        where=where,
        got=got if isinstance(got, Phrase) else got[:_MOST_SHOWN],
        wanted=_WANTED,
        hint=hint,
    )


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
    return "" if value is None else without_halves(f"{value}")


def _records(
    data: object,
    where: str,
    apps: Sequence[App],
    fit_to: Callable[[Table], Fit] | None,
) -> tuple[Records, Fit]:
    """Understand a list of objects, an object for each line, or objects in objects."""
    nested = NESTED in apps
    wrong: UnreadableLog | None = None
    found: tuple[Table, Fit] | None = None
    if fit_to is not None or len(apps) > 1 or not nested:
        try:
            found = _as_rows([data] if isinstance(data, Mapping) else data, where, apps, fit_to)
        except UnreadableLog as error:
            wrong = error
    keys = None
    if nested and (found is None or (found[1].app.name == ROWS.name and found[1].unread)):
        keys = _keys(data, whole=fit_to is not None)
    if found is not None and (keys is None or _tell_less(keys, found[1])):
        return records_of(*found), found[1]
    if keys is None:
        raise wrong or _refusal(where, f"{data}", Phrase("There is no set in it."))
    if fit_to is not None:
        table = keys.table()
        fit = fit_to(table)
        return records_of(table, fit), fit
    if keys.lacking:
        lacking = [_CALLED[one] for one in keys.lacking]
        raise UnreadableLog(
            where=where,
            got=", ".join(keys.names)[:_MOST_SHOWN],
            wanted=Phrase(
                "a key that tells {what}",
                what=joined("{one} and {other}", lacking),
            ),
            hint=Phrase("Say with columns={own} what the keys mean.", own="{...}"),
        )
    return keys.records()


def _as_rows(
    rows: object, where: str, apps: Sequence[App], fit_to: Callable[[Table], Fit] | None
) -> tuple[Table, Fit]:
    """Read objects with the names of an app's columns, or with our own words, as a table."""
    table = table_of(_flat(rows, where))
    if fit_to is not None:
        return table, fit_to(table)
    able = [*(known for known in apps if known in APPS), ROWS] if len(apps) > 1 else apps
    return table, recognised(table, able)


def _tell_less(keys: Keys, fit: Fit) -> bool:
    """Tell whether the words of plain sheets read no more of some rows than our own do."""
    return bool(keys.lacking) or len(keys.unread) >= len(fit.unread)


def _keys(data: object, *, whole: bool) -> Keys | None:
    """Understand the keys of nested objects; where the first rows lack some, no others help."""
    rows = rows_in(data)
    if rows is None:
        return None
    first = list(islice(rows, MOST_IN_VAIN))
    keys = Keys(first)
    if len(first) < MOST_IN_VAIN or (keys.lacking and not whole):
        return keys
    found = [*first, *islice(rows, MOST_ROWS)]
    refuse_too_long(len(found), _ROWS)
    return Keys(found)


def _flat(rows: object, where: str) -> list[dict[str, object]]:
    """Give rows whose values are no objects and no lists."""
    if not isinstance(rows, list) or not rows:
        raise _refusal(where, f"{rows}", Phrase("There is no row in it."))
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise _no_object(where, number, row)
        nested = [key for key, value in row.items() if isinstance(value, list | dict)]
        if nested:
            near = next((says for word, says in _NEAR.items() if word in row), "")
            says = (
                Phrase("The nearest is {near}.", near=near)
                if near
                else Phrase("No object in it tells repetitions.")
            )
            raise _refusal(where, Phrase("{nested} in an object", nested=nested[0]), says)
    return [{_cell(key): row[key] and _cell(row[key]) for key in row} for row in rows]
