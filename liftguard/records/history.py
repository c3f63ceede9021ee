"""
The ordered entries of one athlete, and what an importer or a check has to say about them.

Reason to change: what a log of one person is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import overload

import attrs

from liftguard.errors import InvalidValue
from liftguard.records.entries import (
    Bodyweight,
    Entry,
    LoggedSet,
    Mobility,
    Pain,
    Readiness,
    Rising,
    Stillness,
)
from liftguard.units import is_aware

__all__ = ["History", "Log", "Problem", "Skipped", "check_entry"]

_ENTRY_TYPES = (LoggedSet, Stillness, Mobility, Pain, Readiness, Rising, Bodyweight)


def _in_a_tuple(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    # typed apart from its twin: mypy's attrs plugin takes no generic converter
    return tuple(entries)


@attrs.frozen
class History:
    """
    The entries of one athlete, in the order in which they became known.

    Entries may be given in any order; those that share a moment keep theirs.

    Parameters
    ----------
    entries : iterable of Entry
        All with wall-clock times, or all with instants.

    Raises
    ------
    InvalidValue
        When something is not an entry, when an `id` stands twice, or when wall-clock
        times and instants are mixed.

    Examples
    --------
    >>> from datetime import datetime
    >>> late = LoggedSet(lift="squat", at=datetime(2026, 1, 7), load_kg=100, reps=5)
    >>> early = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=95, reps=5)
    >>> [entry.load_kg for entry in History([late, early])]
    [95.0, 100.0]
    """

    entries: tuple[Entry, ...] = attrs.field(default=(), converter=_in_a_tuple)

    def __attrs_post_init__(self) -> None:
        if not set(map(type, self.entries)) <= set(_ENTRY_TYPES):
            for entry in self.entries:
                check_entry(entry, "History.entries")
        _refuse_mixed_times(self.entries)
        _refuse_repeated_ids(self.entries)
        # Sorting is stable: sets that share a moment keep the order in which they were done.
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=_moment)))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        return self.entries[index]

    @property
    def sets(self) -> tuple[LoggedSet, ...]:
        """The logged sets alone, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, LoggedSet))

    @classmethod
    def merge(cls, first: History, second: History) -> History:
        """
        Join two histories of one athlete that may overlap, without counting a set twice.

        Entries with an `id` are the same where their ids are, and the second history's
        word holds. Sets without one are compared by moment, lift, load and repetitions:
        of each such kind the larger of the two counts is kept, so three sets of five stay
        three. Other entries are compared whole.

        Parameters
        ----------
        first, second : History
            Of the same athlete, with the same kind of time.

        Returns
        -------
        History
            Both together.

        Raises
        ------
        InvalidValue
            When one holds wall-clock times and the other instants.

        Examples
        --------
        >>> from datetime import datetime
        >>> fives = [LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)] * 3
        >>> len(History.merge(History(fives), History(fives[:2])))
        3
        """
        newer = {
            entry.id: entry
            for entry in second
            if isinstance(entry, LoggedSet) and entry.id is not None
        }
        kept: list[Entry] = []
        seen: Counter[object] = Counter()
        for entry in first:
            if isinstance(entry, LoggedSet) and entry.id is not None:
                kept.append(newer.pop(entry.id, entry))
            else:
                seen[_sameness(entry)] += 1
                kept.append(entry)
        for entry in second:
            if isinstance(entry, LoggedSet) and entry.id is not None:
                if entry.id in newer:
                    kept.append(entry)
            elif seen[_sameness(entry)] > 0:
                seen[_sameness(entry)] -= 1
            else:
                kept.append(entry)
        return cls(kept)


@attrs.frozen(kw_only=True)
class Problem:
    """
    A record of a file that could not be understood.

    Parameters
    ----------
    row : int
        Number of the record in the file, the header not counted, from 1.
    column : str
        Name of the column, or "" for the whole record.
    got : str
        What stood there.
    wanted : str
        What would have been right.

    Examples
    --------
    >>> print(Problem(row=41, column="RPE", got="11", wanted="6 to 10 in halves, or blank"))
    row 41, column 'RPE': got '11', wanted 6 to 10 in halves, or blank
    """

    row: int
    column: str
    got: str
    wanted: str

    def __str__(self) -> str:
        place = f"row {self.row}" + (f", column {self.column!r}" if self.column else "")
        return f"{place}: got {self.got[:60]!r}, wanted {self.wanted}"


@attrs.frozen(kw_only=True)
class Skipped:
    """
    A record that was understood and holds no set.

    Parameters
    ----------
    row : int
        Number of the record in the file, the header not counted, from 1.
    reason : str
        Why: "rest timer", "note", "cardio or timed", "planned, not done", ...

    Examples
    --------
    >>> Skipped(row=3, reason="rest timer").reason
    'rest timer'
    """

    row: int
    reason: str


@attrs.frozen(kw_only=True)
class Log:
    """
    What was read from one file; every record of it is a set, skipped, or a problem.

    Parameters
    ----------
    history : History
        The sets, in order.
    problems : tuple of Problem
        Records that could not be understood.
    skipped : tuple of Skipped
        Records that hold no set.
    app : str
        The app and variant that the file was recognised as.
    unit : {"kg", "lb", "mixed"}
        Of the loads in the file; inside the history every load is in kg.
    unit_evidence : str
        What the unit was read from.
    rows_read : int
        Records in the file, the header not counted.
    rows_with_sets : int
        Records that became at least one set.
    confidence : float
        How surely the app was recognised, 0 to 1: the share of the columns whose names (or,
        where these are unknown, whose contents) vouch for it, times the share of the first
        rows whose cells fit.
    recognised_by : str
        What it was recognised by.

    Raises
    ------
    InvalidValue
        When the three counts do not add up to the records read.

    Examples
    --------
    >>> Log(history=History(), problems=(), skipped=(), app="strong", unit="kg",
    ...     unit_evidence="the header", rows_read=0, rows_with_sets=0).app
    'strong'
    """

    history: History
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]
    app: str
    unit: str
    unit_evidence: str
    rows_read: int
    rows_with_sets: int
    confidence: float = 1.0
    recognised_by: str = ""

    def __attrs_post_init__(self) -> None:
        accounted = self.rows_with_sets + len(self.skipped) + len(self.problems)
        if accounted != self.rows_read:
            raise InvalidValue(
                where="Log.rows_read",
                got=self.rows_read,
                wanted=f"the sum of sets, skipped and problems, {accounted}",
                hint="An importer lost a row: please report it.",
            )


def _moment(entry: Entry) -> datetime:
    """Give the moment to sort by; zones that turn their clocks back do not sort by themselves."""
    at: datetime = entry.at
    return at if at.tzinfo is None else at.astimezone(UTC) if is_aware(at) else at


def check_entry(entry: object, where: str) -> None:
    """Refuse what is not an entry."""
    if not isinstance(entry, _ENTRY_TYPES):
        raise InvalidValue(
            where=where, got=entry, wanted="an entry such as LoggedSet, Bodyweight or Pain"
        )


def _sameness(entry: Entry) -> object:
    if isinstance(entry, LoggedSet):
        return (_moment(entry), entry.lift, entry.load_kg, entry.reps)
    return entry


def _refuse_mixed_times(entries: Iterable[Entry]) -> None:
    zones = {entry.at.tzinfo for entry in entries}
    if len(zones) > 1 and len({is_aware(entry.at) for entry in entries}) > 1:
        raise InvalidValue(
            where="History.entries",
            got="wall-clock times and instants",
            wanted="one kind of time",
            hint="read_log(tz=...) turns the wall clock of an export into instants.",
        )


def _refuse_repeated_ids(entries: Iterable[Entry]) -> None:
    counts = Counter(
        entry.id for entry in entries if isinstance(entry, LoggedSet) and entry.id is not None
    )
    for name, count in counts.items():
        if count > 1:
            raise InvalidValue(
                where="LoggedSet.id",
                got=name,
                wanted="an id that stands once",
                hint="History.merge joins two logs that overlap.",
            )
