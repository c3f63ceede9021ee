"""
What an app's table looks like: its columns in our words, and what its rows mean.

Reason to change: an app differs from the others in a way that no field here can say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from liftguard.records import Problem

__all__ = ["NOTE", "REST", "App", "Mark", "Records", "plain_name"]

REST = "rest timer"
NOTE = "note"

Mark = tuple[str | None, bool]
"""Kind of the set ("normal" means "work" where the file marks warm-ups), to failure."""


@attrs.frozen(kw_only=True)
class Records:
    """What a file says, column by column, before any cell of it is understood."""

    columns: Mapping[str, Sequence[str]]  # our field -> the text of each record
    names: Mapping[str, str]  # our field -> the column's own name
    rows: Sequence[int]  # number of each record in the file
    problems: tuple[Problem, ...] = ()  # records that could not be split into columns


@attrs.frozen(kw_only=True)
class App:
    """
    One app's export.

    Fields that are read: when, title, lift, mark, load | kg | lb, unit, reps, rpe, distance,
    seconds, note, session_note, set_index. Any other word names a column that is known and
    not read.
    """

    name: str
    label: str  # the name as people write it
    columns: Mapping[str, Sequence[str]]  # our field -> what the column may be called
    needs: Sequence[str]  # without these it is not this app ("a|b": one of them)
    at_known_to: str = "session"
    layouts: Sequence[str] = ()  # orders of our fields, for unknown or missing headers
    marks: Mapping[str, Mark] = {}  # what the mark of a row says, in small letters
    not_sets: Mapping[str, str] = {}  # marks of rows that hold no set -> REST or NOTE
    arrange: Callable[[Records], Records] = lambda records: records  # what is special

    def field_of(self, header: str) -> str | None:
        """Find our word for a column's name, whatever its case and punctuation."""
        name = plain_name(header)
        for field, theirs in self.columns.items():
            if any(name == plain_name(their) for their in theirs):
                return field
        return None


def plain_name(text: str) -> str:
    """Reduce a column's name to its letters and digits: "Weight (kg)" is "weight_kg"."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
