"""
Values as plain text, for terminals and logs.

Reason to change: how an outline is written where there is only text.
"""

from __future__ import annotations

from liftguard.choices import Language, LogUnit
from liftguard.display.outline import Table, outline_of
from liftguard.words.voice import Voice

__all__ = ["text"]


def text(value: object, *, unit: LogUnit = "kg", language: Language = "en") -> str:
    """
    Say a value in plain text.

    Parameters
    ----------
    value : Verdict, Suggestion, Next, Bests, Finding, Advice, PlanCheck, Patterns, Log or Track
        What is said.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text; what stood in a file stays as it is.

    Returns
    -------
    str
        Lines; tables are set in columns.

    Raises
    ------
    InvalidValue
        When there is no text for such a value, or the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> print(text(lg.Guard().replay(lg.History([done]))))
    1 set from 2026-01-05 to 2026-01-05, of squat; 0 missed.
      lift   sets  missed  flagged  rightly  not judged  capacity the day after the last entry
      Squat  1     0       0        0        1           cannot be said
      Flagged: CAUTION or worse; rightly: not all that was asked went up; not judged: UNKNOWN.
      Asked before each set, at the repetitions planned or else done: none flagged; 1 not judged.
    """
    outline = outline_of(value, Voice(language=language, unit=unit))
    lines = [outline.lead or outline.title]
    for table in outline.tables:
        lines += [f"  {line}" for line in _lines_of_table(table)]
    lines += [f"  {line}" for line in (*outline.lines, *outline.more)]
    return "\n".join(lines)


def _lines_of_table(table: Table) -> list[str]:
    """Set the cells of a table below each other."""
    rows = (table.headers, *table.rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
