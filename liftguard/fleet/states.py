"""
The states of many athletes as columns: what a night's run stores, and the next one goes on from.

Reason to change: another part of a state.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import InvalidValue
from liftguard.fleet.deeds import Beside
from liftguard.model.diary import NO_ENTRIES, Diary
from liftguard.model.last_time import Latest, Time
from liftguard.model.monotony import NO_WORK, Monotony
from liftguard.model.reports import Reports
from liftguard.model.special import made
from liftguard.model.squad import (
    LIFT_CELLS,
    NUMBERS_OF_A_BODY,
    NUMBERS_OF_A_LIFT,
    body_of,
    lift_of_numbers,
    numbers_of_body,
    numbers_of_lift,
)
from liftguard.model.state import READ_BY_LEARNING, AthleteState, LiftState
from liftguard.records import Profile
from liftguard.records.checks import check_is

__all__ = [
    "About",
    "Lifts",
    "States",
    "beside_of",
    "lifts_in_columns",
    "starts_of",
    "states_of",
    "text_of",
]

Floats = NDArray[np.float64]

_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


class About(NamedTuple):
    """What is kept of an athlete beside the numbers of the body."""

    profile: Profile | None = None
    since: datetime | None = None
    at: datetime | None = None
    bodyweight_kg: float | None = None
    ids_now: tuple[str, ...] = ()
    diary: Diary = NO_ENTRIES
    monotony: Monotony = NO_WORK


class Lifts(NamedTuple):
    """
    The lifts of many athletes, those of one after the other, the last worked last.

    `numbers` has shape (lifts, numbers). Of the table of a lift only the cells that hold something
    are kept: those from `cell_starts[i]` on, their `cell_places` and what they hold. `beside` is
    JSON of what learning does not read.
    """

    keys: tuple[str, ...]
    numbers: Floats
    cell_starts: NDArray[np.int64]
    cell_places: NDArray[np.uint8]
    cells: Floats
    beside: tuple[str, ...]

    def tables(self, places: NDArray[np.intp]) -> Floats:
        """Give the tables of some lifts in full, (lifts, cells)."""
        full = np.zeros((len(places), LIFT_CELLS))
        for row, place in enumerate(places.tolist()):
            some = slice(self.cell_starts[place], self.cell_starts[place + 1])
            full[row, self.cell_places[some]] = self.cells[some]
        return full


@attrs.frozen(eq=False, repr=False)
class States(Mapping[str, AthleteState]):
    """
    The states of many athletes, as columns.

    A mapping from names to `AthleteState`: each is made when it is asked for, and `Guard` goes on
    with it. `fleet.replay_columns` goes on with all of them at once.

    Parameters
    ----------
    made_by : str
        Fingerprint of the Params that made them.
    names : tuple of str
        Of the athletes.
    about : tuple of About
        What is kept of each beside numbers.
    bodies : ndarray, shape (athletes, numbers)
        What sets have done to each.
    starts : ndarray, shape (athletes + 1,)
        Where in `lifts` those of each begin and end.
    lifts : Lifts
        Of all.

    Examples
    --------
    >>> import liftguard as lg
    >>> guard = lg.Guard()
    >>> states = lg.fleet.states_of({"Ada": guard.start()})
    >>> states["Ada"] == guard.start()
    True
    """

    made_by: str
    names: tuple[str, ...]
    about: tuple[About, ...]
    bodies: Floats
    starts: NDArray[np.int64]
    lifts: Lifts
    _places: dict[str, int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        places = {name: place for place, name in enumerate(self.names)}
        object.__setattr__(self, "_places", places)

    def __repr__(self) -> str:
        return f"States({len(self.names)} athletes, {len(self.lifts.keys)} lifts)"

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def place_of(self, name: str) -> int:
        """Tell where an athlete stands in the columns."""
        return self._places[name]

    def lifts_at(self, place: int) -> range:
        """Tell where in `lifts` those of the athlete at a place are."""
        return range(int(self.starts[place]), int(self.starts[place + 1]))

    def __getitem__(self, name: str) -> AthleteState:
        place = self._places[name]
        rows = self.lifts_at(place)
        tables = self.lifts.tables(np.array(rows, dtype=np.intp))
        lifts = {
            self.lifts.keys[row]: _lift(
                self.lifts.numbers[row], table, beside_of(self.lifts.beside[row])
            )
            for row, table in zip(rows, tables, strict=True)
        }
        body, about = body_of(self.bodies[place].tolist()), self.about[place]
        return AthleteState(made_by=self.made_by, body=body, lifts=lifts, **about._asdict())

    @classmethod
    def joined(cls, made_by: str, parts: Sequence[States]) -> States:
        """Put the athletes of several one after the other."""
        if len(parts) == 1:
            return parts[0]
        held = [one.lifts for one in parts]
        return cls(
            made_by,
            tuple(chain.from_iterable(one.names for one in parts)),
            tuple(chain.from_iterable(one.about for one in parts)),
            np.concatenate([np.zeros((0, NUMBERS_OF_A_BODY)), *(one.bodies for one in parts)]),
            _joined_starts([one.starts for one in parts]),
            Lifts(
                tuple(chain.from_iterable(one.keys for one in held)),
                np.concatenate([np.zeros((0, NUMBERS_OF_A_LIFT)), *(one.numbers for one in held)]),
                _joined_starts([one.cell_starts for one in held]),
                np.concatenate([np.zeros(0, dtype=np.uint8), *(one.cell_places for one in held)]),
                np.concatenate([np.zeros(0), *(one.cells for one in held)]),
                tuple(chain.from_iterable(one.beside for one in held)),
            ),
        )

    def some(self, names: Iterable[str]) -> States:
        """
        Give those of some athletes, in this order.

        Parameters
        ----------
        names : iterable of str
            Of athletes that are here.

        Returns
        -------
        States
            Of them.

        Examples
        --------
        >>> import liftguard as lg
        >>> start = lg.Guard().start()
        >>> list(lg.fleet.states_of({"Ada": start, "Bo": start}).some(["Bo"]))
        ['Bo']
        """
        chosen = tuple(names)
        places = [self._places[name] for name in chosen]
        rows = list(chain.from_iterable(self.lifts_at(place) for place in places))
        cells = [
            slice(self.lifts.cell_starts[one], self.lifts.cell_starts[one + 1]) for one in rows
        ]
        held = self.lifts
        return States(
            self.made_by,
            chosen,
            tuple(self.about[place] for place in places),
            self.bodies[places],
            starts_of([len(self.lifts_at(place)) for place in places]),
            Lifts(
                tuple(held.keys[row] for row in rows),
                held.numbers[rows],
                starts_of([one.stop - one.start for one in cells]),
                np.concatenate([held.cell_places[:0], *(held.cell_places[one] for one in cells)]),
                np.concatenate([held.cells[:0], *(held.cells[one] for one in cells)]),
                tuple(held.beside[row] for row in rows),
            ),
        )


def states_of(states: Mapping[str, AthleteState]) -> States:
    """
    Put single states into columns.

    Parameters
    ----------
    states : mapping of str to AthleteState
        By athlete; all made with the same Params.

    Returns
    -------
    States
        The same, as columns.

    Raises
    ------
    InvalidValue
        When they were made with different Params, or one is no state.

    Examples
    --------
    >>> import liftguard as lg
    >>> len(states_of({"Ada": lg.Guard().start()}))
    1
    """
    if isinstance(states, States):
        return states
    check_is(states, Mapping, "states", "states by athlete", 'Such as {"Ada": track.state}.')
    for name, one in states.items():
        hint = "That is its .state." if hasattr(one, "state") else ""
        check_is(one, AthleteState, f"states, {name!r}", "an AthleteState", hint)
    made_by = {one.made_by for one in states.values()}
    if len(made_by) > 1:
        raise InvalidValue(
            where="states", got="states of several Params", wanted="states of the same Params"
        )
    all_lifts = [one for state in states.values() for one in state.lifts.values()]
    tables = np.array([one.done.table for one in all_lifts]).reshape(-1, LIFT_CELLS)
    numbers = np.array([numbers_of_lift(one) for one in all_lifts], dtype=np.float64)
    keys = tuple(chain.from_iterable(state.lifts for state in states.values()))
    beside = tuple(
        text_of(Beside(*(getattr(one, name) for name in Beside._fields))) for one in all_lifts
    )
    bodies = np.array([numbers_of_body(one.body) for one in states.values()], dtype=np.float64)
    return States(
        next(iter(made_by), ""),
        tuple(states),
        tuple(
            About(**{name: getattr(one, name) for name in About._fields}) for one in states.values()
        ),
        bodies.reshape(-1, NUMBERS_OF_A_BODY),
        starts_of([len(one.lifts) for one in states.values()]),
        lifts_in_columns(keys, numbers.reshape(-1, NUMBERS_OF_A_LIFT), tables, beside),
    )


def lifts_in_columns(
    keys: tuple[str, ...], numbers: Floats, tables: Floats, beside: tuple[str, ...]
) -> Lifts:
    """Keep the cells of tables that hold something."""
    row, place = np.nonzero(tables)
    starts = np.searchsorted(row, np.arange(len(tables) + 1)).astype(np.int64)
    return Lifts(keys, numbers, starts, place.astype(np.uint8), tables[row, place], beside)


def _lift(numbers: Floats, table: Floats, beside: Beside) -> LiftState:
    one = lift_of_numbers(numbers.tolist(), tuple(table.tolist()))
    doubted = None if one.doubted != one.doubted else one.doubted
    return made(LiftState, (*one[:READ_BY_LEARNING], *beside))._replace(doubted=doubted)


def text_of(beside: Beside) -> str:
    """Write what is kept beside the numbers of a lift."""
    return _ENCODER.encode(beside)


def beside_of(text: str) -> Beside:
    """Read it back."""
    bests, speeds, reports, front, earlier, latest = json.loads(text)
    last_s, *said = reports
    return Beside(
        tuple((day, best) for day, best in bests),
        tuple((load, speed) for load, speed in speeds),
        Reports(last_s, *(tuple(one) for one in said)),
        tuple((reps, kg, day) for reps, kg, day in front),
        tuple(Time(*one) for one in earlier),
        tuple(Latest(*one) for one in latest),
    )


def starts_of(sizes: Sequence[int] | NDArray[Any]) -> NDArray[np.int64]:
    """Give where each of some parts begins, and the last ends."""
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)


def _joined_starts(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return starts_of(np.concatenate([np.zeros(0, np.int64), *(np.diff(one) for one in parts)]))
