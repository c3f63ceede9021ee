"""
Rows that have more or fewer cells than the table: text with separators or line ends in it.

Rows that hold nothing, and a header that comes again where exports were put one after the
other, are known for what they are.

Reason to change: another way in which text breaks a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import itemgetter

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import Records, plain_name
from liftguard.importers.cells import is_number, read_number
from liftguard.importers.dates import is_date
from liftguard.importers.recognise import Fit, row_fits
from liftguard.importers.table import MOST_IN_VAIN, SEPARATORS, Table, split_line
from liftguard.phrase import Phrase
from liftguard.records import Problem, Skipped

__all__ = ["BLANK", "HEADER_AGAIN", "records_of"]

BLANK = Phrase("blank row")
HEADER_AGAIN = Phrase("header again")
ABOVE = Phrase("above the table")

# Where text with a separator in it may stand, the likeliest first.
_NAMES = ("lift", "category")
_TEXTS = ("lift", "note", "title", "about", "session_note", "category")
# What may be missing at the end of a row without loss.
_OPTIONAL = ("note", "session_note", "rpe", "superset", "duration", "category")
_HEAD = 3 * MOST_IN_VAIN  # rows that are mended first
_LONGEST_NAME = 100  # letters of a column's name
_DECIMALS = 2  # of a load
_LONGEST_ROW = 10_000  # letters of a row that may stand between other separators
_FEWEST_CELLS = 4  # of a row: its day, lift, load and repetitions
_LONGEST_CELL = 60  # letters of one that is no sentence
_MOST_LINES = 200  # of a text in a row; longer ones are not put together


def records_of(table: Table, fit: Fit) -> Records:
    """Bring every row to the width of the table, or say what it is instead."""
    above = [Skipped(row=number, reason=ABOVE) for number in range(1, fit.above + 1)]
    whole = table.rows[fit.above + fit.has_header :]
    if (
        not table.lines
        and set(map(len, whole)) <= {fit.width}
        and not _odd(map(itemgetter(fit.places["when"]), whole), fit)
    ):
        return _columns(whole, range(fit.above + 1, fit.above + 1 + len(whole)), fit, skipped=above)
    if len(whole) > _HEAD:
        _repaired(attrs.evolve(table, rows=table.rows[:_HEAD]), fit, above)  # or rows in vain
    return _repaired(table, fit, above)


def _repaired(table: Table, fit: Fit, above: Sequence[Skipped]) -> Records:
    """Bring rows to the width of the table; those in vain are refused."""
    rows = list(_released(table, fit))
    header = _folded(table.rows[fit.above]) if fit.has_header else None
    other = rows[(end := _end_of_table(rows, header, fit)) :]
    rows = rows[:end]
    # How many cells stand before each row, were all of them one: a line end parts no cells.
    before = [0, *accumulate(len(row) - 1 for row in rows)]
    kept: list[list[str]] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    skipped: list[Skipped] = [*above]
    more: dict[int, list[str]] = {}  # place of a row -> lines that go on with its last text
    at, number = 0, fit.above
    while at < len(rows):
        reason = _reason(rows[at], header)
        row, used = (rows[at], 1) if reason else _mended(rows, at, before, fit, table.separator)
        at += used
        if kept and numbers[-1] == number and _continues(row, fit) and reason is None:
            more.setdefault(len(kept) - 1, []).append(row[0])
            continue
        number += 1
        if len(problems) > max(MOST_IN_VAIN, len(kept)):
            raise _in_vain(len(problems), fit)
        if reason is not None:
            skipped.append(Skipped(row=number, reason=reason))
        elif len(row) == fit.width:
            kept.append(row)
            numbers.append(number)
        else:
            got, wanted = table.separator.join(row), _cells_wanted(row, fit)
            problems.append(Problem(row=number, column="", got=got, wanted=wanted))
    problems += _of_another_table(other, number, table.separator)
    for place, lines in more.items():
        kept[place] = [*kept[place][:-1], "\n".join((kept[place][-1], *lines))]
    return _columns(kept, numbers, fit, problems, skipped)


def _cells_wanted(row: Sequence[str], fit: Fit) -> str:
    """Say how many cells a row needs, and what may have made them more."""
    return Phrase(
        "{width} cells in a row; a number with a decimal comma needs quotes"
        if _may_be_a_decimal(row, fit)
        else "{width} cells in a row",
        width=fit.width,
    )


def _in_vain(rows: int, fit: Fit) -> UnreadableLog:
    return UnreadableLog(
        where=Phrase("the table"),
        got=Phrase(
            "{rows} rows that do not have {width} cells, more than those that do",
            rows=rows,
            width=fit.width,
        ),
        wanted=Phrase("rows with the cells that the header names"),
        hint=Phrase("Are the rows parted by another sign than the header?"),
    )


def _of_another_table(
    rows: Sequence[Sequence[str]], number: int, separator: str
) -> Iterator[Problem]:
    """Make a problem of each row that stands below a table, after so many of its own."""
    wanted = Phrase("a row of the first table: this is another one")
    for place, cells in enumerate(rows, start=number + 1):
        yield Problem(row=place, column="", got=separator.join(cells), wanted=wanted)


def _columns(
    rows: Sequence[Sequence[str]],
    numbers: Sequence[int],
    fit: Fit,
    problems: Sequence[Problem] = (),
    skipped: Sequence[Skipped] = (),
) -> Records:
    cells = list(chain.from_iterable(rows))
    return Records(
        columns={field: _shared(cells[place :: fit.width]) for field, place in fit.places.items()},
        names=fit.names,
        rows=numbers,
        problems=tuple(problems),
        skipped=tuple(skipped),
    )


def _shared(texts: Sequence[str]) -> list[str]:
    """Keep of texts that are the same only the first: a column has few that differ."""
    first: dict[str, str] = {}
    return list(map(first.setdefault, texts, texts))


def _reason(row: Sequence[str], header: Sequence[str] | None) -> str | None:
    """Tell why a row is none of the table's."""
    if not any(map(str.strip, row)):
        return BLANK
    if header is not None and row[0].strip().casefold() == header[0] and _folded(row) == header:
        return HEADER_AGAIN
    return None


def _end_of_table(rows: Sequence[Sequence[str]], header: Sequence[str] | None, fit: Fit) -> int:
    """Find where a header with other columns stands: what do the rows below it hold?"""
    place, odd = fit.places["when"], _odd_days(rows, fit) if header is not None else ()
    for at, row in enumerate(rows if odd else ()):
        if len(row) <= place or row[place] not in odd:
            continue
        known = sum(bool(cell.strip()) and fit.app.field_of(cell) is not None for cell in row)
        if 2 * known > len(row) and _folded(row) != header:
            return at
    return len(rows)


def _odd_days(rows: Sequence[Sequence[str]], fit: Fit) -> set[str]:
    """List what stands for a date in blank rows, and where a header comes again."""
    place = fit.places["when"]
    return _odd((row[place] for row in rows if len(row) > place), fit)


def _odd(days: Iterable[str], fit: Fit) -> set[str]:
    """List of what stands for dates that which is blank, or the name of their column."""
    names = {plain_name(name) for name in (*fit.app.columns.get("when", ()), fit.names["when"], "")}
    return {day for day in set(days) if len(day) <= _LONGEST_NAME and plain_name(day) in names}


def _folded(row: Sequence[str]) -> list[str]:
    return [cell.strip().casefold() for cell in row]


def _released(table: Table, fit: Fit) -> Iterator[list[str]]:
    """List the rows of a table, with those that a quote which was never closed has swallowed."""
    header = _folded(table.rows[fit.above]) if fit.has_header else None
    for place, cells in enumerate(table.rows):
        if place < fit.above + fit.has_header:
            continue
        row = _parted(cells, header, table.separator, fit)
        if place not in table.lines:
            yield row
            continue
        own = (split_line(line, table.separator) for line in table.lines[place])
        lines = [_parted(line, header, table.separator, fit) for line in own if line]
        # The first line of a row that is one may be a row but for its last text.
        first = 1 if _is_row(_padded(row, fit), fit) else 0
        told = (_narrowed(line, fit, table.separator) for line in lines[first:])
        if any(_is_row(line, fit) for line in told) and not _spans(row, lines, fit):
            yield from lines
        else:
            yield row


def _parted(row: list[str], header: Sequence[str] | None, separator: str, fit: Fit) -> list[str]:
    """Part a row of an export that was joined to this one, and has another separator, by that."""
    cells = row
    row = _to_its_end(row, fit)
    if len(row) == fit.width and any(map(str.strip, row[1:])):
        return row
    text = separator.join(cells)
    for mark in SEPARATORS:
        if mark != separator and len(fit.places) <= text.count(mark) + 1 <= 2 * fit.width:
            cells = _padded(_to_its_end(split_line(text, mark), fit), fit)
            if _is_row(cells, fit) or _folded(cells) == header:
                return cells
    return row


def _spans(row: list[str], lines: Sequence[list[str]], fit: Fit) -> bool:
    """Tell a row whose texts hold line ends from one that has swallowed the rows after it."""
    if not _is_row(row, fit):
        return False
    place = fit.places["when"]
    days = [line[place].strip() if len(line) > place else "" for line in lines]
    if not any(is_date(day) for day in days[:-1]) and not any(
        sign in cell for cell in row[1:] for sign in "\r\n"
    ):
        return True  # the first text holds them all, and the date stands behind it
    later = (day for line, day in zip(lines[1:], days[1:], strict=True) if _is_row(line, fit))
    return not _is_row(lines[0], fit) and not any(later)


def _to_its_end(row: list[str], fit: Fit) -> list[str]:
    """Add the cells that a row may leave out."""
    return row + [""] * (fit.width - len(row)) if fit.app.ends_early else row


def _mended(
    rows: Sequence[list[str]], at: int, before: Sequence[int], fit: Fit, separator: str
) -> tuple[list[str], int]:
    """Take the next row, mended where it can be, and how many of the table's it is."""
    row = rows[at]
    if len(row) >= fit.width:
        return _narrowed(row, fit, separator), 1
    wanted = before[at] + fit.width - 1
    end = bisect_left(before, wanted, at + 2)  # with the rows up to there, it has all its cells
    reached = end < len(before) and before[end] == wanted and end - at <= _MOST_LINES
    if reached and all(len(one) < fit.width for one in rows[at:end]):
        joined = _glued(rows[at:end])
        if _is_row(joined, fit):
            return joined, end - at
    return _padded(row, fit), 1


def _is_row(row: Sequence[str], fit: Fit) -> bool:
    if len(row) != fit.width or not row_fits(row, fit.places, fit.app):
        return False
    # What stands before a line end is part of another row's text, never of a date.
    return "when" not in fit.places or "\n" not in row[fit.places["when"]].strip()


def _narrowed(row: list[str], fit: Fit, separator: str) -> list[str]:
    """Join the cells of a text that holds separators, or drop blank ones at the end."""
    if len(row) <= fit.width or _may_be_a_decimal(row, fit):
        return row
    extra = len(row) - fit.width
    start, end = row[: fit.width], row[fit.width :]
    if not any(map(str.strip, end)) and _is_row(start, fit):
        return start
    texts = [fit.places[field] for field in _TEXTS if field in fit.places]
    if fit.app.ends_early:  # what comes after a text cannot tell whether it stands where it should
        texts = [place for place in texts if place == fit.width - 1]
    names = {fit.places.get(field) for field in _NAMES}
    for place in texts:
        parts = row[place : place + extra + 1]
        if place in names and any(part.strip() and is_number(part) for part in parts[1:]):
            continue  # a name has no part that is a mere number: the cells have moved
        joined = separator.join(parts)
        mended = [*row[:place], joined, *row[place + extra + 1 :]]
        if _is_row(mended, fit):
            return mended
    return row


def _may_be_a_decimal(row: Sequence[str], fit: Fit) -> bool:
    """Tell whether a load such as 102,5 without quotes may have made two cells of one."""
    for field in ("load", "kg", "lb"):
        place = fit.places.get(field)
        if place is not None and len(row) == fit.width + 1:
            joined = [*row[:place], f"{row[place]}.{row[place + 1]}", *row[place + 2 :]]
            at = fit.places.get("reps", fit.places.get("repetitions"))
            reps = "" if at is None else joined[at]
            whole = row[place].strip().isdecimal() and row[place + 1].strip().isdecimal()
            if whole and len(row[place + 1].strip()) <= _DECIMALS and _is_row(joined, fit):
                return read_number(reps) not in (None, 0.0)
    return False


def _glued(rows: Sequence[list[str]]) -> list[str]:
    """Join the lines of a row whose text holds line ends."""
    joined = list(rows[0])
    for row in rows[1:]:
        joined[-1] += f"\n{row[0]}"
        joined += row[1:]
    return joined


def _padded(row: list[str], fit: Fit) -> list[str]:
    """Add blank cells at the end of a row where nothing can be lost there."""
    lacking = {field for field, place in fit.places.items() if place >= len(row)}
    if len(row) < fit.width and lacking <= set(_OPTIONAL):
        padded = row + [""] * (fit.width - len(row))
        if _is_row(padded, fit):
            return padded
    return row


def _continues(row: Sequence[str], fit: Fit) -> bool:
    """Tell whether a line goes on with the text that ends the row before."""
    if len(row) > 1 or (fit.places.get("when") == 0 and is_date(row[0])):
        return False  # in the latter case a row that was cut off
    last = next((field for field, place in fit.places.items() if place == fit.width - 1), "")
    return last in ("note", "session_note") and not _looks_like_a_row(row[0])


def _looks_like_a_row(text: str) -> bool:
    """Tell a line of another table, whatever parts its cells, from one of a text."""
    for mark in SEPARATORS:
        cells = text[:_LONGEST_ROW].split(mark)
        told = [cell.strip(' "') for cell in cells]
        dated = any(cell[:1].isdigit() and is_date(cell) for cell in told)
        if len(cells) >= _FEWEST_CELLS and dated and sum(map(is_number, filter(None, told))):
            return True
        # Behind the commas of a sentence stands a space.
        apart = not any(cell.startswith(" ") or len(cell) > _LONGEST_CELL for cell in cells)
        if len(cells) >= _FEWEST_CELLS - 1 and apart:
            return True
    return False
