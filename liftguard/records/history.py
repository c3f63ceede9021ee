"""
The ordered entries of one athlete, and what an importer or a check has to say about them.

Reason to change: what a log of one person is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from operator import attrgetter
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, overload

import attrs

from liftguard.choices import LogUnit
from liftguard.errors import InvalidValue
from liftguard.lifts import LIFTS, find_lift, lift_key
from liftguard.records.checks import check_at, in_a_tuple
from liftguard.records.doubles import places_again
from liftguard.records.entries import (
    Bodyweight,
    Entry,
    LoggedSet,
    Mobility,
    Moved,
    Pain,
    Readiness,
    Rising,
    Stillness,
)
from liftguard.records.twins import of_both, twins
from liftguard.shown import shown
from liftguard.units import elapsed_days, is_aware, moment

__all__ = [
    "History",
    "Log",
    "Problem",
    "Skipped",
    "UnknownLift",
    "check_entry",
    "check_history",
    "without_sets",
]

_ENTRY_TYPES = (LoggedSet, Stillness, Mobility, Moved, Pain, Readiness, Rising, Bodyweight)
_WHOLE = "guard.replay takes in a whole history."
_ALIKE = 0.5  # how alike the names are that an error offers, by their letters: house rule [A]


def _in_a_tuple(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    # a converter of its own: mypy's attrs plugin takes no generic one
    if isinstance(entries, Log | str | PurePath) or _is_frame(entries):
        check_history(entries, "History.entries", wanted="entries such as LoggedSet")
    return in_a_tuple("History.entries", entries)


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
    >>> history = History([late, early])
    >>> [entry.load_kg for entry in history]
    [95.0, 100.0]
    >>> history[:1] == History([early])
    True
    """

    entries: tuple[Entry, ...] = attrs.field(default=(), converter=_in_a_tuple)

    def __attrs_post_init__(self) -> None:
        if not set(map(type, self.entries)) <= set(_ENTRY_TYPES):
            for entry in self.entries:
                check_entry(entry, "History.entries")
        zones = {entry.at.tzinfo for entry in self.entries}
        if len(zones) > 1:
            _refuse_mixed_times(self.entries)
        _refuse_repeated_ids(self.entries)
        # Sorting is stable: sets that share a moment keep the order in which they were done.
        key = _wall_clock if zones == {None} else _moment
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=key)))

    def __repr__(self) -> str:
        span = f", {self[0].at:%Y-%m-%d} to {self[-1].at:%Y-%m-%d}" if self.entries else ""
        return f"History({len(self)} entries{span})"

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> History: ...
    def __getitem__(self, index: int | slice) -> Entry | History:
        if isinstance(index, slice):  # a part of a history is one, in the order of time
            places = sorted(range(len(self))[index])
            return History(self.entries[place] for place in places)
        return self.entries[index]

    @property
    def sets(self) -> tuple[LoggedSet, ...]:
        """The logged sets alone, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, LoggedSet))

    def before(self, at: datetime) -> History:
        """
        Give what was known before a moment.

        Parameters
        ----------
        at : datetime
            Wall clock or instant, as the entries are.

        Returns
        -------
        History
            Of the entries that are earlier; those of that very moment are not.

        Raises
        ------
        InvalidValue
            When it is no datetime, or is wall clock where the entries are instants.

        Examples
        --------
        >>> from datetime import datetime
        >>> days = [datetime(2026, 1, day, 18) for day in (5, 7, 9)]
        >>> log = History(LoggedSet(lift="squat", at=at, load_kg=100, reps=5) for at in days)
        >>> [len(log.before(at)) for at in (*days, datetime(2026, 2, 1))]
        [0, 1, 2, 3]
        """
        at = check_at(at, "History.before at")
        if self.entries:
            elapsed_days(self.entries[0].at, at)  # wall clock and instants do not compare
        return self[: bisect_left(self.entries, moment(at), key=_moment)]

    def replaced(self, old: Entry, new: Entry) -> History:
        """
        Exchange an entry for another, as after an edit.

        Parameters
        ----------
        old : Entry
            One that is here; where several are equal, the first of them goes.
        new : Entry
            In its place, or at its own moment where that is another.

        Returns
        -------
        History
            With the one in place of the other.

        Raises
        ------
        InvalidValue
            When the history does not hold the old one, or the new one is no entry of its kind
            of time.

        Examples
        --------
        >>> from datetime import datetime
        >>> typed = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=1000, reps=5)
        >>> meant = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> History([typed]).replaced(typed, meant) == History([meant])
        True
        """
        check_entry(new, "History.replaced new")
        if old not in self.entries:
            raise InvalidValue(
                where="History.replaced old",
                got=old,
                wanted="an entry of this history",
                hint="Entries are the same where all their fields are.",
            )
        place = self.entries.index(old)
        return History((*self.entries[:place], new, *self.entries[place + 1 :]))

    @classmethod
    def merge(cls, first: History, second: History) -> History:
        """
        Join two histories of one athlete that may overlap, without counting a set twice.

        Entries with an `id` are the same where their ids are, and the second history's
        word holds. Where one of two sets has none, or both, they are compared by moment, lift,
        load and repetitions: of each such kind the larger of the two counts is kept, so three
        sets of five stay three, and an id that only one history knows is kept. Sets with other
        ids stay two. Of what differs otherwise the first history's word holds, but a plan that only
        the second knows is kept, with the miss that it shows. Other entries are compared whole.

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
            When one is no history, or holds wall-clock times and the other instants.

        Examples
        --------
        >>> from datetime import datetime
        >>> fives = [LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)] * 3
        >>> len(History.merge(History(fives), History(fives[:2])))
        3
        """
        check_history(first, "History.merge first")
        check_history(second, "History.merge second")
        pairs = twins(first.entries, second.entries)
        kept = [
            of_both(entry, second[pairs[place]]) if place in pairs else entry
            for place, entry in enumerate(first)
        ]
        alone = set(range(len(second))).difference(pairs.values())
        return cls([*kept, *(second[place] for place in sorted(alone))])

    def without_doubles(self) -> History:
        """
        Leave out the sets that stand there a second time, and keep all that was done twice.

        A whole session that was exported again, a file that was joined with itself and exports
        that overlap are told by blocks of sets of one day that are the same in the same order.
        Sets across, rounds of a circuit and ladders repeat themselves, and stay; so does what
        `Guard.check_log` only asks about.

        Returns
        -------
        History
            Of each block the first; all other entries, in the same order.

        Examples
        --------
        >>> from datetime import datetime
        >>> def squat(kg, name):
        ...     at = datetime(2026, 1, 5, 18)
        ...     return LoggedSet(lift="squat", at=at, load_kg=kg, reps=5, session=name)
        >>> once = [squat(kg, "monday") for kg in (100, 110, 120)]
        >>> again = [squat(kg, "monday (1)") for kg in (100, 110, 120)]
        >>> [one.load_kg for one in History([*once, *again]).without_doubles()]
        [100.0, 110.0, 120.0]
        """
        return without_sets(self, places_again(self.sets))

    def renamed(self, names: Mapping[str, str]) -> History:
        """
        Give sets another lift: a lift that an app has renamed becomes one again.

        All names are exchanged at once, and everything else of a set stays.

        Parameters
        ----------
        names : mapping of str to str
            From a lift of this history, under its key or name, to the lift that it is: a
            known one, or another of this history.

        Returns
        -------
        History
            With the same entries in the same order.

        Raises
        ------
        InvalidValue
            When the history has no such lift (the nearest are named), when a new name is
            not known, or when one lift shall become two.

        Examples
        --------
        >>> from datetime import datetime
        >>> old = LoggedSet(lift="Deadlift Old Data", at=datetime(2024, 1, 5), load_kg=180, reps=3)
        >>> new = LoggedSet(lift="deadlift", at=datetime(2024, 6, 3), load_kg=185, reps=3)
        >>> joined = History([old, new]).renamed({"Deadlift Old Data": "deadlift"})
        >>> [(one.lift, one.load_kg) for one in joined.sets]
        [('deadlift', 180.0), ('deadlift', 185.0)]
        """
        if not isinstance(names, Mapping):
            raise InvalidValue(where="names", got=names, wanted="old names with new ones")
        own = tuple(dict.fromkeys(one.lift for one in self.sets))
        meant: dict[str, str] = {}
        for old, new in names.items():
            was, becomes = _lift_among(own, old), _lift_among(own, new, known=LIFTS)
            if meant.setdefault(was, becomes) != becomes:
                raise InvalidValue(where="names", got=old, wanted=f"one new name for {was!r}")
        return History(
            attrs.evolve(entry, lift=meant[entry.lift])
            if isinstance(entry, LoggedSet) and entry.lift in meant
            else entry
            for entry in self
        )

    def to_frame(self) -> Any:  # noqa: ANN401 - pandas has types of its own
        """
        Give the entries as a data frame of pandas, one row each.

        Returns
        -------
        pandas.DataFrame
            With a column for each field of the kinds that occur, `type` for the kind, and
            `at`, which is the end of a Stillness. What was not recorded is missing. Instants
            keep their zone; those of several zones are in UTC.

        Raises
        ------
        MissingExtra
            When pandas is not installed.

        Examples
        --------
        >>> from datetime import datetime
        >>> done = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> frame = History([done]).to_frame()
        >>> float(frame["load_kg"].iloc[0])
        100.0
        """
        from liftguard.display import to_frame

        return to_frame(self)

    @classmethod
    def from_frame(cls, frame: Any) -> History:  # noqa: ANN401
        """
        Read entries back from a data frame.

        Parameters
        ----------
        frame : data frame of pandas or polars, or table of Arrow
            As `to_frame` makes it of a history or a track; rows without `type` are sets.
            For tables of another make see `read_log`.

        Returns
        -------
        History
            The same entries.

        Raises
        ------
        InvalidValue
            When a column or a cell is not what it should be; rows are counted from 0.

        Examples
        --------
        >>> from datetime import datetime
        >>> done = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> History.from_frame(History([done]).to_frame()) == History([done])
        True
        """
        from liftguard.display import history_from_frame

        return history_from_frame(frame)

    @property
    def unknown_lifts(self) -> tuple[UnknownLift, ...]:
        """The lifts that no table knows, the most trained first, and what each resembles."""
        sets = Counter(one.lift for one in self.sets if one.lift not in LIFTS)
        return tuple(
            UnknownLift(name=name, sets=count, near=find_lift(name).near)
            for name, count in sets.most_common()
        )


def without_sets(history: History, places: Collection[int]) -> History:
    """Leave out sets by their places among all sets."""
    place = iter(range(len(history)))
    return History(
        entry for entry in history if not (isinstance(entry, LoggedSet) and next(place) in places)
    )


@attrs.frozen(kw_only=True)
class UnknownLift:
    """
    A lift of a history that no table knows; `History.renamed` says what it is.

    Parameters
    ----------
    name : str
        As the history has it.
    sets : int
        How many sets of it there are, 1 or more.
    near : tuple of str
        Up to three keys of `liftguard.LIFTS` that it resembles: offered, never assumed.

    Examples
    --------
    >>> from datetime import datetime
    >>> done = LoggedSet(lift="Deadlift Old Data", at=datetime(2024, 1, 5), load_kg=180, reps=3)
    >>> [(one.name, one.sets, one.near[0]) for one in History([done, done]).unknown_lifts]
    [('Deadlift Old Data', 2, 'deadlift')]
    """

    name: str
    sets: int
    near: tuple[str, ...]


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
        place = f"row {self.row}" + (f", column {self.column[:60]!r}" if self.column else "")
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


@shown
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
    notices : tuple of str
        What was assumed in reading it, such as a date that stands only once for several rows:
        in English, as are evidence, reasons and what was wanted; `say_log` says them in others.
    unread_cells : tuple of Problem
        Cells beside sets that say nothing, such as an RPE of 11: the sets are kept without them.
    rows_of_sets : tuple of int
        Of each set of `history`, in order, the number of the record that it stood in.

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
    unit: LogUnit
    unit_evidence: str
    rows_read: int
    rows_with_sets: int
    confidence: float = 1.0
    recognised_by: str = ""
    notices: tuple[str, ...] = ()
    unread_cells: tuple[Problem, ...] = ()
    rows_of_sets: tuple[int, ...] = ()

    def __attrs_post_init__(self) -> None:
        accounted = self.rows_with_sets + len(self.skipped) + len(self.problems)
        if accounted != self.rows_read:
            raise InvalidValue(
                where="Log.rows_read",
                got=self.rows_read,
                wanted=f"the sum of sets, skipped and problems, {accounted}",
                hint="An importer lost a row: please report it.",
            )

    def __repr__(self) -> str:
        return (
            f"Log(app={self.app!r}, unit={self.unit!r}, rows_read={self.rows_read}, "
            f"rows_with_sets={self.rows_with_sets}, skipped={len(self.skipped)}, "
            f"problems={len(self.problems)})"
        )


_wall_clock = attrgetter("at")
"""Gives the moment to sort by where there are no zones."""


def _moment(entry: Entry) -> datetime:
    """Give the moment to sort by; zones that turn their clocks back do not sort by themselves."""
    return moment(entry.at)


def check_entry(entry: object, where: str) -> None:
    """Refuse what is not an entry."""
    if not isinstance(entry, _ENTRY_TYPES):
        raise InvalidValue(
            where=where,
            got=entry,
            wanted="an entry such as LoggedSet, Bodyweight or Pain",
            hint=_WHOLE if isinstance(entry, History | Log | list | tuple) else _way_to(entry),
        )


_INSTEAD: Mapping[type, str] = MappingProxyType(
    {
        Log: "Pass log.history.",
        list: "History(entries) makes one.",
        tuple: "History(entries) makes one.",
        str: "read_log(path).history reads one.",
        PurePath: "read_log(path).history reads one.",
    }
)
"""How a history is had of what was passed for one."""


def check_history(history: object, where: str, wanted: str = "a History") -> None:
    """Refuse what is no history, and say how one is had of it."""
    if not isinstance(history, History):
        raise InvalidValue(where=where, got=history, wanted=wanted, hint=_way_to(history))


def _way_to(given: object) -> str:
    """Say how a history is had of what was given for one."""
    if _is_frame(given):
        return "History.from_frame(frame) makes one."
    return next((said for kind, said in _INSTEAD.items() if isinstance(given, kind)), "")


def _is_frame(given: object) -> bool:
    """Tell a data frame of pandas or polars, or a table of Arrow, none of which is imported."""
    return hasattr(given, "columns") and hasattr(given, "shape")


def _lift_among(own: Collection[str], name: str, known: Collection[str] = ()) -> str:
    """Find the lift that is meant, of a history or a known one; else say what sounds like it."""
    key = lift_key(name)
    if key in own or key in known:
        return key
    folded = {one.casefold(): one for one in own}
    if key.casefold() in folded:
        return folded[key.casefold()]
    near = [folded[one] for one in get_close_matches(key.casefold(), folded, cutoff=_ALIKE)]
    near += [one for one in find_lift(name).near if one in known]
    raise InvalidValue(
        where="names",
        got=name,
        wanted=f"a lift of this history{', or a known one' * bool(known)}",
        hint=f"Near: {', '.join(near)}." if near else "",
    )


def _refuse_mixed_times(entries: Iterable[Entry]) -> None:
    if len({is_aware(entry.at) for entry in entries}) > 1:
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
