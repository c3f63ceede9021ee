"""
What an app's table looks like: its columns in our words, and what its rows mean.

Words that are read: when, title, session, lift, mark, load | kg | lb, unit, reps, rpe, rir,
distance, seconds, note, session_note, set_index, target (repetitions prescribed: "5", "5-8",
"5+"). Any other word names a column that is known and not read. A field that stands in several
columns is named with what tells them apart, such as "load 3" for set3weight.

Reason to change: an app differs from the others in a way that no field here can say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import attrs

from liftguard.phrase import Phrase
from liftguard.records import Problem, Skipped

__all__ = [
    "NOTE",
    "NOT_DONE",
    "REST",
    "App",
    "Mark",
    "Records",
    "kind_of",
    "plain_name",
]

REST = Phrase("rest timer")
NOTE = Phrase("note")
NOT_DONE = Phrase("planned, not done")

_LONGEST_NAME = 500  # letters; a file without line ends is no column

Mark = tuple[str | None, bool]
"""Kind of the set ("normal" means "work" where the file marks warm-ups), to failure."""


@attrs.frozen(kw_only=True)
class Records:
    """What a file says, column by column, before any cell of it is understood."""

    columns: Mapping[str, Sequence[str]]  # our field -> the text of each record
    names: Mapping[str, str]  # our field -> the column's own name
    rows: Sequence[int]  # number of each record in the file; the sets of one row share it
    problems: tuple[Problem, ...] = ()  # rows that could not be split into columns or sets
    skipped: tuple[Skipped, ...] = ()  # rows that are none of the table's, such as blank ones
    notices: tuple[str, ...] = ()  # what was assumed, to be said
    own_names: Mapping[str, Sequence[str]] = {}  # where a field stands in several columns

    def text(self, field: str, place: int) -> str:
        """Give what a record says in a field; blank where the file has no such column."""
        texts = self.columns.get(field)
        return texts[place].strip() if texts is not None else ""

    def name_of(self, field: str, place: int) -> str:
        """Give the name of the column in which a record's field stands."""
        own = self.own_names.get(field)
        return own[place] if own is not None else self.names.get(field, field)


@attrs.frozen(kw_only=True)
class App:
    """One app's export: what it calls its columns, and what its rows mean."""

    name: str
    label: str  # the name as people write it
    columns: Mapping[str, Sequence[str]]  # our field -> what its column may be called, best first
    needs: Sequence[str]  # without these it is not this app ("a|b": one of them)
    field_by_rule: Callable[[str], str | None] = lambda _: None  # where no list of names would do
    repeats: Collection[str] = ()  # fields whose column returns: "kg" becomes "kg 1", "kg 2"
    separators: str = ",;\t|"  # those that its tables may have
    ends_early: bool = False  # a row may be shorter than the header
    says_zero: bool = False  # a set without load says 0, so that a blank one is a mistake
    last_resort: bool = False  # only where no other app fits
    numbered: bool = True  # the mark of a set may be its number
    day_once: bool = False  # a date may stand only once for the rows below it
    notes_of_sets: bool = False  # each set has a note of its own, whatever other sets' notes say
    by_hand: bool = False  # cells are typed: a cross may stand where repetitions should
    at_known_to: str = "session"
    dates: str | None = None  # "dmy" or "mdy": what it writes, where its dates do not show it
    layouts: Sequence[str] = ()  # orders of our fields, for unknown or missing headers
    headerless: Sequence[str] = ()  # those for missing headers alone, as they tell less
    marks: Mapping[str, Mark] = {}  # what the mark of a row says, in small letters
    not_sets: Mapping[str, str] = {}  # marks of rows that hold no set -> REST, NOTE or NOT_DONE
    arrange: Callable[[Records], Records] = lambda records: records  # what is special
    _fields: Mapping[str, str] = attrs.field(init=False, repr=False, eq=False)

    @_fields.default
    def _by_plain_name(self) -> Mapping[str, str]:
        # A header can have a million columns: their names are looked up, not compared.
        pairs = [(plain_name(name), ours) for ours, names in self.columns.items() for name in names]
        return dict(reversed(pairs))  # of two fields with one name the first has it

    def field_of(self, header: str) -> str | None:
        """Find our word for a column's name, whatever its case and punctuation."""
        if len(header) > _LONGEST_NAME:
            return None
        return self._fields.get(plain_name(header)) or self.field_by_rule(header)

    def rank_of(self, header: str) -> int:
        """Give a column's place, from 0, among the names that its field may have."""
        names = map(plain_name, self.columns.get(self.field_of(header) or "", ()))
        return next((at for at, name in enumerate(names) if name == plain_name(header)), 0)


def kind_of(field: str) -> str:
    """Tell what a column holds: "load 3" is a load."""
    return field.partition(" ")[0]


def plain_name(text: str) -> str:
    """Reduce a column's name to its letters and digits: "Weight (kg)" is "weight_kg"."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
