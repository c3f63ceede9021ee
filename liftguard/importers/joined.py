"""
Exports that were put one after the other in one file: where each begins, and their one log.

A later table begins at a header with other names of columns; one with the same names, also
between other separators, goes on with the table above. What cannot be read of a later table
makes a problem of each of its lines, so that no line is lost and none is read by another
table's header.

Reason to change: another way to tell where a table ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import plain_name
from liftguard.importers.doubled_rows import rows_in_order
from liftguard.importers.recognise import APPS, MOST_ABOVE, has_numbers, knows, starts_as_number
from liftguard.importers.table import SEPARATORS, is_drawn, read_rows, split_line
from liftguard.phrase import Phrase
from liftguard.records import History, Log, Problem, Skipped
from liftguard.units import is_aware

__all__ = ["MOST_TABLES", "OTHER_HEADER", "log_of_tables", "tables_in"]

OTHER_HEADER = Phrase("header of another table")

MOST_TABLES = 1_000
"""Of a file: each is recognised by itself."""

_LINE = re.compile(r"\n\ufeff?[|,; \t\"]{0,8}([^\W\d][^,;\t|\"\n]{0,60})")  # how one begins
_SEP = re.compile(r"[\"]?sep=[,;\t|][\"]?\s*$", re.IGNORECASE)
_LONGEST_HEADER = 10_000  # letters
_FEWEST = 3  # columns of a table


def tables_in(text: str, where: str) -> list[str]:
    """Part a text before each header that names other columns than the one above it."""
    starts = [0]
    above: list[str] | None = None
    for at, header in _headers(text):
        if header == above:
            continue
        before = text[starts[-1] : at]
        if above is not None or not _is_title(before, len(header)):
            starts.append(at - len(_own_separator(before)))
        above = header
        if len(starts) > MOST_TABLES:
            raise UnreadableLog(
                where=where,
                got=Phrase("{n} tables, one after the other", n=len(starts)),
                wanted=Phrase("at most {most} of them", most=MOST_TABLES),
                hint=Phrase("Pass each table by itself. Is it a log?"),
            )
    return [text[one:other] for one, other in pairwise([*starts, len(text)])]


def _headers(text: str) -> Iterator[tuple[int, list[str]]]:
    """List the lines that name the columns of a known table, and where they begin."""
    for match in _LINE.finditer("\n" + text.replace("\r", "\n")):
        if not _starts_a_header(match[1]):
            continue
        start = match.start()  # behind the end of a line that was put before the text
        end = next((at for at in (text.find("\n", match.end() - 1),) if at >= 0), len(text))
        line = text[start:end].strip("\r\n\ufeff ")
        if len(line) <= _LONGEST_HEADER and (cells := _cells_of_header(line)) is not None:
            yield start, cells


@lru_cache(maxsize=4_096)  # lines of a log begin alike
def _starts_a_header(cell: str) -> bool:
    return plain_name(cell) in _first_names()


@cache
def _first_names() -> frozenset[str]:
    """List what the first column of a table may be called."""
    return frozenset(
        plain_name(name) for app in APPS for names in app.columns.values() for name in names
    )


@lru_cache(maxsize=64)  # the same header may come again thousands of times
def _cells_of_header(line: str) -> list[str] | None:
    """Give the names of the columns that a line names; None where it is no header."""
    for mark in SEPARATORS:
        cells = [cell.strip() for cell in split_line(line, mark)]
        filled = [cell for cell in cells if cell]
        if len(filled) >= _FEWEST and not any(map(starts_as_number, filled)) and knows(cells, mark):
            return [plain_name(cell) for cell in cells]
    return None


def _is_title(before: str, columns: int) -> bool:
    """Tell whether what stands above a first header is its title, or nothing: no rows."""
    lines = [line for line in before.splitlines() if line.strip("\ufeff ")]
    lines = [line for line in lines if not is_drawn(line)]
    cells = [max((line.split(mark) for mark in SEPARATORS), key=_count_filled) for line in lines]
    most = max(map(_count_filled, cells), default=0)
    is_short = most < max(_FEWEST, columns / 2)
    return len(lines) <= MOST_ABOVE and (is_short or not any(map(has_numbers, cells)))


def _count_filled(cells: Sequence[str]) -> int:
    """Count the cells that hold something."""
    return sum(bool(cell.strip('"\ufeff ')) for cell in cells)


def _own_separator(before: str) -> str:
    """Give the line above a header that only names its separator."""
    last = before[before.rstrip("\r\n").rfind("\n") + 1 :]
    return last if _SEP.fullmatch(last) else ""


def log_of_tables(tables: Sequence[str], read: Callable[[str], Log]) -> Log:
    """Read each table of a file by itself, and account for all their rows in one log."""
    logs = [read(tables[0])]
    for text in tables[1:]:
        try:
            log = read(text)
        except UnreadableLog as error:
            log = _of_problems(
                text, logs[0], Phrase("{one}; {other}", one=error.wanted, other=error.hint)
            )
        if len(log.history) and len(logs[0].history):
            aware = is_aware(logs[0].history[0].at)
            if is_aware(log.history[0].at) != aware:
                wanted = Phrase(
                    "times with a zone, like the first table; tz=... makes instants of all"
                    if aware
                    else "times without a zone, like the first table; tz=... makes instants of all"
                )
                log = _of_problems(text, logs[0], wanted)
        logs.append(log)
    return _joined(logs)


def _all_of(texts: Iterable[str]) -> str:
    """Put what several tables say into one text, each once."""
    told = list(dict.fromkeys(texts))
    return told[0] if len(told) == 1 else Phrase("{these}", these=told)


def _of_problems(text: str, first: Log, wanted: str) -> Log:
    """Make a problem of each line of a table below its header."""
    table = read_rows(text)
    return attrs.evolve(
        first,
        history=History(),
        problems=tuple(
            Problem(row=row, column="", got=table.separator.join(cells), wanted=wanted)
            for row, cells in enumerate(table.rows[1:], start=1)
        ),
        skipped=(),
        notices=(),
        rows_read=len(table.rows) - 1,
        rows_with_sets=0,
        rows_of_sets=(),
    )


def _joined(logs: Sequence[Log]) -> Log:
    """Put logs one after the other, the rows of each counted on from those before it."""
    problems: list[Problem] = []
    skipped: list[Skipped] = []
    places: list[str] = []
    rows: list[int] = []
    read = 0
    for log in logs:
        if log is not logs[0]:
            read += 1
            skipped.append(Skipped(row=read, reason=OTHER_HEADER))
        problems += [attrs.evolve(one, row=one.row + read) for one in log.problems]
        skipped += [attrs.evolve(one, row=one.row + read) for one in log.skipped]
        rows += [row + read for row in log.rows_of_sets]
        places.append(
            Phrase(
                "{app} (rows {first} to {last})",
                app=log.app,
                first=read + 1,
                last=read + log.rows_read,
            )
        )
        read += log.rows_read
    units = {log.unit for log in logs if len(log.history)} or {logs[0].unit}
    says = Phrase("{n} tables stand in the file: {places}", n=len(logs), places=places)
    notices = dict.fromkeys(notice for log in logs for notice in log.notices)
    return attrs.evolve(
        logs[0],
        history=History(entry for log in logs for entry in log.history),
        problems=tuple(problems),
        skipped=tuple(skipped),
        app=", ".join(dict.fromkeys(log.app for log in logs)),
        unit=units.pop() if len(units) == 1 else "mixed",
        unit_evidence=_all_of(log.unit_evidence for log in logs),
        rows_read=read,
        rows_with_sets=sum(log.rows_with_sets for log in logs),
        rows_of_sets=rows_in_order(rows, [one for log in logs for one in log.history.sets]),
        confidence=min(log.confidence for log in logs),
        notices=(says, *notices),
    )
