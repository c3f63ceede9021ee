"""
From text to rows of cells: which separator, which quotes, and rows wrapped once too often.

Reason to change: a new way of writing a table as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import attrs

__all__ = ["Table", "read_rows", "split_line"]

SEPARATORS = (",", ";", "\t", "|")


@attrs.frozen(kw_only=True)
class Table:
    """The rows of a text, blank lines left out; a header, if any, is the first."""

    rows: list[list[str]]
    separator: str
    spans: bool  # some cells hold line ends


def read_rows(text: str) -> Table:
    """Split a text into rows with the separator that its first line shows."""
    start, _, rest = text.lstrip().partition("\n")
    told = start.strip().casefold()
    if told.startswith("sep=") and told[4:] in SEPARATORS:
        return _table(rest, told[4:])
    separator = max(SEPARATORS, key=lambda mark: len(_unwrapped(split_line(start, mark), mark)))
    return _table(text, separator)


def split_line(line: str, separator: str, *, quotes: bool = True) -> list[str]:
    """Split one line into cells, with or without a meaning for quotes."""
    quoting = csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    return next(iter(_parsed([line], separator, quoting)), [])


def _table(text: str, separator: str) -> Table:
    lines = list(io.StringIO(text, newline=""))
    rows = _parsed(lines, separator, csv.QUOTE_MINIMAL)
    spans = len(rows) != len(lines)
    if min(map(len, rows), default=2) < 2:
        rows = [_unwrapped(row, separator) for row in rows if row]
    return Table(rows=rows, separator=separator, spans=spans)


def _unwrapped(row: list[str], separator: str) -> list[str]:
    """Split a row whose quotes make a single cell of it."""
    if len(row) == 1 and separator in row[0] and "\n" not in row[0]:
        return split_line(row[0], separator)
    return row


def _parsed(lines: Sequence[str], separator: str, quoting: int) -> list[list[str]]:
    """Read rows; one that the csv module refuses is split without regard to quotes."""
    reader = csv.reader(lines, delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    rows: list[list[str]] = []
    read = 0
    while True:
        try:
            for row in reader:
                rows.append(row)
                read = reader.line_num
        except csv.Error:
            # A cell beyond csv's limit: mostly a quote that is never closed.
            refused = lines[read : reader.line_num]
            rows += [line.rstrip("\r\n").split(separator) for line in refused]
            read = reader.line_num
        else:
            return rows
