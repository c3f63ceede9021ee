"""
Rows that have more or fewer cells than the table: text with separators or line ends in it.

Reason to change: another way in which text breaks a row.
"""

from __future__ import annotations

from collections.abc import Sequence

from liftguard.importers.app import Records
from liftguard.importers.recognise import Fit, row_fits
from liftguard.importers.table import Table, split_line
from liftguard.records import Problem

__all__ = ["records_of"]

# Where text with a separator in it may stand, the likeliest first.
_TEXTS = ("lift", "note", "title", "about", "session_note", "category")
# What may be missing at the end of a row without loss.
_OPTIONAL = ("note", "session_note", "rpe", "superset", "duration", "category")


def records_of(table: Table, fit: Fit) -> Records:
    """Bring every row to the width of the table, or make a problem of it."""
    rows = table.rows[1:] if fit.has_header else table.rows
    if fit.app.ends_early:
        rows = [row + [""] * (fit.width - len(row)) for row in rows]
    if not table.spans and set(map(len, rows)) <= {fit.width}:
        return _columns(rows, range(1, len(rows) + 1), fit, ())
    kept: list[Sequence[str]] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    queue = list(reversed(rows))
    while queue:
        mended = _next_row(queue, fit, table.separator)
        number = len(kept) + len(problems) + 1
        if len(mended) == fit.width:
            kept.append(mended)
            numbers.append(number)
        elif kept and numbers[-1] == number - 1 and _continues(mended, fit):
            kept[-1] = [*kept[-1][:-1], f"{kept[-1][-1]}\n{mended[0]}"]
        else:
            got = table.separator.join(mended)
            problems.append(
                Problem(row=number, column="", got=got, wanted=f"{fit.width} cells in a row")
            )
    return _columns(kept, numbers, fit, tuple(problems))


def _columns(
    rows: Sequence[Sequence[str]], numbers: Sequence[int], fit: Fit, problems: tuple[Problem, ...]
) -> Records:
    columns = list(zip(*rows, strict=True)) or [()] * fit.width
    return Records(
        columns={field: columns[place] for field, place in fit.places.items()},
        names=fit.names,
        rows=numbers,
        problems=problems,
    )


def _next_row(queue: list[list[str]], fit: Fit, separator: str) -> Sequence[str]:
    """Take the next row, mended where it can be."""
    row = queue.pop()
    if "\n" in "".join(row):
        # A quote that was never closed may have swallowed rows: read its lines one by one.
        lines = [
            split_line(line, separator, quotes=False)
            for line in separator.join(row).splitlines()
            if line.strip()
        ]
        own = range(1 if len(row) == fit.width else 0, len(lines))
        if any(_is_row(lines[at], fit) for at in own):
            queue.extend(reversed(lines))
            row = queue.pop()
    if len(row) == fit.width:
        return row
    if len(row) > fit.width:
        return _narrowed(row, fit, separator)
    return _glued(row, queue, fit)


def _is_row(row: Sequence[str], fit: Fit) -> bool:
    return len(row) == fit.width and row_fits(row, fit.places, fit.app)


def _narrowed(row: list[str], fit: Fit, separator: str) -> list[str]:
    """Join the cells of a text that holds separators, or drop blank ones at the end."""
    extra = len(row) - fit.width
    start, end = row[: fit.width], row[fit.width :]
    if not any(map(str.strip, end)) and _is_row(start, fit):
        return start
    texts = [fit.places[field] for field in _TEXTS if field in fit.places]
    if fit.app.ends_early:  # what comes after a text cannot tell whether it stands where it should
        texts = [place for place in texts if place == fit.width - 1]
    for place in texts:
        joined = separator.join(row[place : place + extra + 1])
        mended = [*row[:place], joined, *row[place + extra + 1 :]]
        if _is_row(mended, fit):
            return mended
    return row


def _glued(row: list[str], queue: list[list[str]], fit: Fit) -> list[str]:
    """Join the lines of a row whose text holds line ends, or add blank cells at its end."""
    joined, used = row, 0
    while used < len(queue) and len(joined) < fit.width:
        following = queue[-1 - used]
        if len(following) == fit.width:
            break
        joined = [*joined[:-1], f"{joined[-1]}\n{following[0]}", *following[1:]]
        used += 1
    if used and _is_row(joined, fit):
        del queue[len(queue) - used :]
        return joined
    lacking = {field for field, place in fit.places.items() if place >= len(row)}
    if row and lacking <= set(_OPTIONAL):
        padded = row + [""] * (fit.width - len(row))
        if _is_row(padded, fit):
            return padded
    return row


def _continues(row: Sequence[str], fit: Fit) -> bool:
    """Tell whether a line goes on with the text that ends the row before."""
    last = next((field for field, place in fit.places.items() if place == fit.width - 1), "")
    return len(row) == 1 and last in ("note", "session_note")
