"""
From text to rows of cells: which separator, which quotes, and rows wrapped once too often.

Reason to change: a new way of writing a table as text.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress

import attrs

from liftguard.errors import UnreadableLog
from liftguard.phrase import Phrase

__all__ = [
    "MOST_IN_VAIN",
    "MOST_ROWS",
    "Table",
    "is_drawn",
    "read_rows",
    "refuse_too_long",
    "split_line",
]

SEPARATORS = (",", ";", "\t", "|")
MOST_ROWS = 1_000_000
"""Of a log: fifty years of fifty sets a day are fewer."""
MOST_IN_VAIN = 10_000
"""Rows that hold nothing that can be read, until the others are taken to hold no more."""
_QUOTE = '"'

_RULE = frozenset("|+-=: \t\r\n")  # what is drawn between the rows of a table of pipes
_TITLE = 11  # lines in which the header must stand, and end


def refuse_too_long(rows: int, where: str) -> None:
    """Refuse what would be more rows than anyone has lifted sets."""
    if rows > MOST_ROWS:
        raise UnreadableLog(
            where=where,
            got=Phrase("{rows} rows", rows=rows),
            wanted=Phrase("a log of at most {most} rows", most=MOST_ROWS),
            hint=Phrase("Nobody has lifted so many sets. Is it a log?"),
        )


@attrs.frozen(kw_only=True)
class Table:
    """The rows of a text, blank lines left out; a header, if any, is the first."""

    rows: list[list[str]]
    separator: str
    lines: Mapping[int, Sequence[str]] = {}  # place of a row that quotes may have made -> its own


def read_rows(text: str) -> Table:
    """Split a text into rows with the separator that its first row shows or names."""
    # Exports that were put one after the other bring a byte order mark each.
    lines = list(io.StringIO(text, newline=""))
    if "\ufeff" in text:
        lines = [line.removeprefix("\ufeff") for line in lines]
    if "|" in text and ("--" in text or "==" in text):
        lines = _without_rules(lines)
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    first = _first_record(lines[start : start + _TITLE])
    told = first.strip("\r\n ").replace(_QUOTE, "")
    below = any(line.strip() for line in lines[start + 1 :])
    if told[:4].casefold() == "sep=" and told[4:] in SEPARATORS and below:
        return _table(lines[start + 1 :], told[4:])
    return _table(lines[start:], _separator(first, lines[start : start + _TITLE]))


def is_drawn(line: str) -> bool:
    """Tell whether a line is drawn between the rows of a table, and holds nothing."""
    return ("--" in line or "==" in line) and _RULE.issuperset(line)


def _without_rules(lines: list[str]) -> list[str]:
    """Leave out the lines that a table of pipes draws above, below and between its rows."""
    rules = {at for at, line in enumerate(lines) if is_drawn(line)}
    if not rules or not any("|" in line for at, line in enumerate(lines) if at not in rules):
        return lines
    return [line for at, line in enumerate(lines) if at not in rules]


def _first_record(lines: Sequence[str]) -> str:
    """Join lines until a quoted cell that the first one opens is closed, if it is."""
    together = ""
    for line in lines:
        together += line
        if together.count(_QUOTE) % 2 == 0:
            return together
    return "".join(lines[:1])


def _separator(first: str, lines: Sequence[str]) -> str:
    """Find what parts the cells: what parts the first row, if the line beside it agrees."""
    told_by = [first, *filter(str.strip, lines[1:])]
    cells = {mark: [len(_cells(line, mark)) for line in told_by] for mark in SEPARATORS}
    # A title may have a single cell whatever parts them: then the longest line below it tells.
    most = [max(counts) for counts in zip(*cells.values(), strict=True)]
    shown = 0 if most[0] > 1 else most.index(max(most))
    told = max(SEPARATORS, key=lambda mark: cells[mark][shown])
    beside = cells[told][max(shown - 1, 0) : shown] + cells[told][shown + 1 : shown + 2]
    if cells[told][shown] in beside:
        return told
    # Or it has several by chance: then that counts on which most of the first lines agree.
    return max((told, *SEPARATORS), key=lambda mark: _agreement(cells[mark]))


def _agreement(counts: Sequence[int]) -> int:
    """Weigh how often a mark stands in lines that have as many cells by it as others."""
    return max(((count - 1) * times for count, times in Counter(counts).items()), default=0)


def split_line(line: str, separator: str) -> list[str]:
    """Split one line into cells; quotes that do not close are text, and so stay."""
    if line.count(_QUOTE) % 2 == 0:
        try:
            return next(csv.reader([line], delimiter=separator), [])
        except csv.Error:  # a cell beyond csv's limit
            pass
    return _parted(line.rstrip("\r\n").split(separator), separator)


def _parted(pieces: Sequence[str], separator: str) -> list[str]:
    """Put quoted cells together that hold separators, where one of the quotes closes nothing."""
    cells: list[str] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        if pieces[at].startswith(_QUOTE) and pieces[at].count(_QUOTE) % 2:
            later = range(at + 1, len(pieces))
            quoted = next((one for one in later if _QUOTE in pieces[one]), at)
            opens = pieces[quoted].startswith(_QUOTE)  # another cell: then this quote is astray
            if pieces[quoted].endswith(_QUOTE) and pieces[quoted].count(_QUOTE) % 2 and not opens:
                end = quoted + 1
        cells.append(_bare(separator.join(pieces[at:end])))
        at = end
    return cells


def _bare(cell: str) -> str:
    """Take the quotes off a cell that starts with one."""
    return cell[1:].removesuffix(_QUOTE) if cell.startswith(_QUOTE) else cell


def _table(lines: Sequence[str], separator: str) -> Table:
    """Read rows: mostly each line is one."""
    rows: list[list[str]] = []
    several: dict[int, Sequence[str]] = {}
    with suppress(csv.Error):
        rows = list(csv.reader(lines, delimiter=separator))
    if len(rows) == len(lines):
        if min(map(len, rows), default=0) < 2:
            rows = [row if len(row) > 1 else _unwrapped(row, separator) for row in rows if row]
    else:
        rows, several = _rows_over_lines(lines, separator)
    if rows and lines[-1].count(_QUOTE) % 2:  # one that is not closed in the last line
        several.setdefault(len(rows) - 1, lines[-1:])
    return Table(rows=rows, separator=separator, lines=several)


def _rows_over_lines(
    lines: Sequence[str], separator: str
) -> tuple[list[list[str]], dict[int, Sequence[str]]]:
    """Read rows that may go over several lines; those that the csv module refuses are rows."""
    reader = csv.reader(lines, delimiter=separator)
    rows: list[list[str]] = []
    several: dict[int, Sequence[str]] = {}
    read = 0
    while True:
        try:
            for row in reader:
                if reader.line_num - read > 1:
                    several[len(rows)] = lines[read : reader.line_num]
                if row:
                    rows.append(row if len(row) > 1 else _unwrapped(row, separator))
                read = reader.line_num
        except csv.Error:
            # A cell beyond csv's limit: mostly a quote that is never closed.
            refused = lines[read : reader.line_num]
            rows += [_cells(line, separator) for line in refused if line.strip("\r\n")]
            read = reader.line_num
        else:
            return rows, several


def _cells(line: str, separator: str) -> list[str]:
    row = split_line(line, separator)
    wrapped = len(row) == 1 and _bare(line.strip()).replace(_QUOTE * 2, _QUOTE) == row[0].strip()
    return _unwrapped(row, separator) if wrapped else row


def _unwrapped(row: list[str], separator: str) -> list[str]:
    """Split a row whose quotes make a single cell of it."""
    text = row[0].rstrip("\r\n") if len(row) == 1 else ""
    if separator in text and "\n" not in text:
        return split_line(text, separator)
    return row
