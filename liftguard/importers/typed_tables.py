"""
Tables that are typed beside a log, such as a plan: rows of cells under our words.

They are read as logs are: any separator and encoding, lines of a title, dates in the order that
the whole file shows. A name or a date that stands once counts for the rows below it.

Reason to change: another way to lay out such a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import attrs

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers.app import App
from liftguard.importers.cells import UNITS, Wrong, plain
from liftguard.importers.dates import typed_dates
from liftguard.importers.people import is_of_people
from liftguard.importers.recognise import MOST_ABOVE
from liftguard.importers.source import Contents, Source, open_source
from liftguard.importers.table import read_rows
from liftguard.phrase import Phrase

__all__ = ["WHO", "TypedRow", "TypedTable", "read_typed"]

WHO, _WHEN = "who", "at"
_NAMES = frozenset(("name", "who", "wer"))  # of a column of people, beside those that a log has
_BESIDE = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")  # "Weight (kg)", "Pain (0-10)"
_A_TABLE = Phrase("a table that can be read")
_MOST_SHOWN = 90  # letters of a cell in an error


@attrs.frozen(kw_only=True)
class TypedRow:
    """The cells of a row, by our words, and how to name them in an error."""

    number: int  # below the header, from 1
    cells: Mapping[str, str]
    names: Mapping[str, str]  # our word -> the column's own name
    at: datetime | Wrong
    all_day: bool = False  # it names a day, and no hour of it

    @property
    def who(self) -> str:
        """Whose it is; blank where the table does not say."""
        return self.text(WHO)

    @property
    def where(self) -> str:
        """Its place in an error."""
        return Phrase("row {number}", number=self.number)

    def text(self, word: str) -> str:
        """Give what stands in a column; blank where there is none."""
        return self.cells.get(word, "")

    def wrong(self, word: str, wanted: str, hint: str = "") -> InvalidValue:
        """Say what is wrong in a column."""
        got = self.text(word)[:_MOST_SHOWN]
        return InvalidValue(where=self.place_of(word), got=got, wanted=wanted, hint=hint)

    def place_of(self, word: str) -> str:
        """Name a cell in an error."""
        column = self.names.get(word, word)
        return Phrase("row {number}, column {column}", number=self.number, column=column)

    def when(self) -> datetime:
        """Give its moment, or refuse what is none."""
        if isinstance(self.at, Wrong):
            raise self.wrong(_WHEN, self.at.wanted)
        return self.at


@attrs.frozen(kw_only=True)
class TypedTable:
    """The rows of a table that hold anything, and the names of its columns by our words."""

    rows: Sequence[TypedRow]
    names: Mapping[str, str]


def read_typed(source: Source, kind: App, *, dates: str | None = None) -> TypedTable:
    """Read a table with the columns of a kind, wherever its header stands below a title."""
    contents = _opened(source)
    rows = read_rows(contents.text).rows
    above, places = _header(rows, kind, contents.where)
    header = rows[above]
    names = {word: header[place].strip() for word, place in places.items()}
    found = list(_carried(rows[above + 1 :], header, places))
    moments = typed_dates((cells[_WHEN] for _, cells in found), dates)
    return TypedTable(
        names=names, rows=[_row(number, cells, names, moments) for number, cells in found]
    )


def _opened(source: Source) -> Contents:
    """Open a source; what is no table is refused as one, and not as a log."""
    try:
        contents = open_source(source)
    except UnreadableLog as error:
        raise InvalidValue(where=error.where, got=error.got, wanted=_A_TABLE) from None
    if contents.kind != "text":
        raise InvalidValue(where=contents.where, got=contents.kind, wanted=_A_TABLE)
    return contents


def _row(
    number: int,
    cells: Mapping[str, str],
    names: Mapping[str, str],
    moments: Mapping[str, tuple[datetime, bool] | Wrong],
) -> TypedRow:
    read = moments[cells[_WHEN]]
    at, all_day = (read, False) if isinstance(read, Wrong) else read
    return TypedRow(number=number, cells=cells, names=names, at=at, all_day=all_day)


def _header(rows: Sequence[Sequence[str]], kind: App, where: str) -> tuple[int, dict[str, int]]:
    """Find the row that names the columns, and where they stand."""
    seen = [_places(row, kind) for row in rows[: MOST_ABOVE + 1]]
    for above, places in enumerate(seen):
        if all(set(need.split("|")) & set(places) for need in kind.needs):
            return above, places
    nearest = max(range(len(seen)), key=lambda at: (len(seen[at]), -at), default=0)
    raise InvalidValue(
        where=where,
        got=", ".join(rows[nearest])[:_MOST_SHOWN] if rows else Phrase("nothing"),
        wanted=kind.label,
    )


def _places(row: Sequence[str], kind: App) -> dict[str, int]:
    """See a row as names of columns; the first one of a kind counts."""
    places: dict[str, int] = {}
    for place, name in enumerate(row):
        word = _word(name, kind)
        if word is not None:
            places.setdefault(word, place)
    return places


def _word(name: str, kind: App) -> str | None:
    """Find our word for a column, whatever stands in brackets behind its name."""
    beside = _BESIDE.search(name)
    bare = name if beside is None else _BESIDE.sub(" ", name)
    word = kind.field_of(name) or kind.field_of(bare)
    if word is None and WHO in kind.columns:
        who = is_of_people(bare) or bare.strip().casefold() in _NAMES
        return WHO if who else None
    unit = UNITS.get(beside[1].strip().casefold()) if beside is not None else None
    return unit if word == "load" and unit is not None else word


def _carried(
    rows: Sequence[Sequence[str]], header: Sequence[str], places: Mapping[str, int]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows that hold more than a name and a date, which are carried down to them."""
    above = {WHO: "", _WHEN: ""}
    for number, row in enumerate(rows, 1):
        if list(row) == list(header):
            continue  # the header comes again
        cells = {word: _cell(row, place, word) for word, place in places.items()}
        above = {word: cells.get(word) or text for word, text in above.items()}
        if any(text for word, text in cells.items() if word not in above):
            yield number, cells | above


def _cell(row: Sequence[str], place: int, word: str) -> str:
    text = row[place] if place < len(row) else ""
    return text.strip() if word == WHO else plain(text)  # somebody may be called Na
