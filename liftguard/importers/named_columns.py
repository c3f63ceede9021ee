"""
A table that no app here wrote: its columns as the caller names them.

Reason to change: another way to say which column holds what.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

import attrs

from liftguard.errors import InvalidValue
from liftguard.importers.app import plain_name
from liftguard.importers.apps.sheet import one_record_for_each_set
from liftguard.importers.dicts_and_frames import ROWS
from liftguard.importers.people import refuse_split_rows
from liftguard.importers.recognise import MOST_ABOVE, Fit, row_fits
from liftguard.importers.table import Table
from liftguard.phrase import Phrase

__all__ = ["fit_of"]

_WHERE = "read_log.columns"
_MAPPED = attrs.evolve(
    ROWS,
    name="columns",
    label=Phrase("the columns given"),
    columns={**ROWS.columns, "sets": ()},
    day_once=True,
    by_hand=True,
    arrange=one_record_for_each_set,
)
_WORDS = {"sets": "sets"} | {name: word for word, names in ROWS.columns.items() for name in names}
_OF_SHEETS = {"reps": "repetitions", "sets": "count"}  # as cells that may hold several sets


def fit_of(table: Table, columns: Mapping[str, str | int]) -> Fit:
    """See a table as the caller says: our word -> the name of its column, or its number from 0."""
    # Numbers are for a file without a header. Where its first row does not hold what the
    # columns should, it is taken as a header all the same.
    _check(columns)
    names = [column for column in columns.values() if isinstance(column, str)]
    rows = table.rows[: MOST_ABOVE + 1]
    above = next((at for at, row in enumerate(rows) if set(names) <= set(_stripped(row))), 0)
    header = table.rows[above]
    places = {
        _WORDS[word]: column if isinstance(column, int) else _place_of(word, column, header)
        for word, column in columns.items()
    }
    for word, place in zip(columns, places.values(), strict=True):
        if not 0 <= place < len(header):
            wanted = Phrase(
                "0 to {last}, as a row has {n} columns", last=len(header) - 1, n=len(header)
            )
            raise InvalidValue(where=f"{_WHERE}[{word!r}]", got=place, wanted=wanted)
    has_header = bool(names) or not row_fits(header, places, _MAPPED)
    if has_header:
        refuse_split_rows(header, table.rows[above + 1 :], places)
    return Fit(
        app=_MAPPED,
        places={_OF_SHEETS.get(field, field): place for field, place in places.items()},
        names={
            _OF_SHEETS.get(field, field): header[place].strip() if has_header else f"{place}"
            for field, place in places.items()
        },
        width=len(header),
        has_header=has_header,
        above=above,
        confidence=1.0,
        evidence=Phrase("the columns that were given"),
    )


def _check(columns: object) -> None:
    """Refuse a mapping that does not say where the parts of a set stand, each of them once."""
    words = ", ".join(_MAPPED.columns)
    if not isinstance(columns, Mapping):
        wanted = f"a dict from our words ({words}) to the names of columns"
        raise InvalidValue(where=_WHERE, got=columns, wanted=wanted)
    seen: dict[str, object] = {}  # our word -> the one that was given for it
    for word, column in columns.items():
        if word not in _WORDS:
            raise InvalidValue(where=_WHERE, got=word, wanted=f"as keys {words}")
        if (twin := seen.setdefault(_WORDS[word], word)) != word:
            wanted = f"one column for what {twin!r} names already"
            raise InvalidValue(where=f"{_WHERE}[{word!r}]", got=column, wanted=wanted)
        if isinstance(column, bool) or not isinstance(column, str | int):
            wanted = Phrase("the name of a column, or its number from 0")
            raise InvalidValue(where=f"{_WHERE}[{word!r}]", got=column, wanted=wanted)
    lacking = [need for need in ROWS.needs if not set(need.split("|")) & set(seen)]
    if lacking:
        missing = ", ".join(need.replace("|", " or ") for need in lacking)
        raise InvalidValue(where=_WHERE, got=sorted(columns), wanted=f"also {missing}")


def _place_of(word: str, column: str, header: Sequence[str]) -> int:
    """Find a column by its name, spelled exactly or with another case or punctuation."""
    names = _stripped(header)
    if column.strip() in names:
        return names.index(column.strip())
    alike = [place for place, name in enumerate(names) if plain_name(name) == plain_name(column)]
    if len(alike) == 1:
        return alike[0]
    near = difflib.get_close_matches(column, names, n=3)
    raise InvalidValue(
        where=f"{_WHERE}[{word!r}]",
        got=column,
        wanted=Phrase("one of the columns {names}", names=", ".join(names)),
        hint=f"Near: {', '.join(near)}." if near else "",
    )


def _stripped(row: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in row]
