"""
The sets of many athletes as columns, one athlete after the other and each in order of time.

Reason to change: another field of a set.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.errors import InvalidValue, LiftguardError
from liftguard.fleet.columns import (
    NO_TIME,
    Coded,
    Times,
    cell_at,
    columns_of,
    datetime_of,
    flags_of,
    numbers_of,
    texts_of,
    times_of,
)
from liftguard.lifts import lift_key
from liftguard.records import LoggedSet
from liftguard.records.checks import EARLIEST_YEAR, HEAVIEST_KG, LATEST_YEAR, LIGHTEST_KG
from liftguard.records.entries import (
    FASTEST_M_S,
    LONGEST_REST_S,
    MOST_REPS,
    SET_KINDS,
    SLOWEST_M_S,
    TIME_PRECISIONS,
)

__all__ = [
    "KNOWN_TO_THE_SET",
    "MARKS",
    "PLAN_COLUMNS",
    "SET_COLUMNS",
    "Sets",
    "entry_at",
    "is_marked",
    "read_sets",
]

Floats = NDArray[np.float64]

_NUMBERS = ("load_kg", "reps", "planned_reps", "rpe", "assist_kg", "rest_s", "mean_velocity_m_s")
_NEEDED = ("athlete", "lift", "at", "load_kg", "reps")
SET_COLUMNS = (
    *_NEEDED, "missed", "to_failure", "planned_reps", "rpe", "kind", "assist_kg", "rest_s",
    "at_known_to", "mean_velocity_m_s", "id", "session", "note", "from_note",
)  # fmt: skip
"""Of a table of sets: who, and the fields of `LoggedSet`; the last three are not read."""

PLAN_COLUMNS = (
    *_NEEDED, "rpe", "to_failure", "assist_kg", "mean_velocity_m_s", "rest_s",
)  # fmt: skip
"""Of a table of planned sets: `at` is when the session of the set starts."""

MARKS = ("", *SET_KINDS)
"""What a set may be marked as; mostly as nothing."""

KNOWN_TO_THE_SET = TIME_PRECISIONS.index("set")

_YEARS_US = [
    int(np.datetime64(f"{year}-01-01", "us").astype(np.int64))
    for year in (EARLIEST_YEAR, LATEST_YEAR + 1)
]


class Sets(NamedTuple):
    """
    The sets of many athletes.

    Those of the athlete at place i of `names` stand from `starts[i]` to `starts[i + 1]`, and
    `rows` is where each stood in the table. What is not recorded is NaN; `kind` counts in `MARKS`
    and `known_to` in `TIME_PRECISIONS`.
    `lift` counts in `lifts`; of `id` the texts are told apart. `problems` says what is wrong with
    the sets of an athlete, who then has none here; `unordered` are those whose rows were not in
    order of time.
    """

    names: tuple[str, ...]
    starts: NDArray[np.intp]
    rows: NDArray[np.intp]
    lift: NDArray[np.intp]
    lifts: tuple[str, ...]
    us: NDArray[np.int64]
    aware: NDArray[np.bool_]
    load_kg: Floats
    reps: Floats
    planned_reps: Floats
    rpe: Floats
    assist_kg: Floats
    rest_s: Floats
    mean_velocity_m_s: Floats
    missed: NDArray[np.bool_]
    to_failure: NDArray[np.bool_]
    kind: NDArray[np.int8]
    known_to: NDArray[np.int8]
    id: NDArray[np.intp]
    ids: tuple[str | None, ...]
    problems: dict[str, LiftguardError]
    unordered: tuple[str, ...]

    def tried(self, at: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Tell which of some sets were tried: of others nothing is learned."""
        found: NDArray[np.bool_] = (self.reps[at] > 0.0) | self.missed[at]
        return found

    def time(self, at: int) -> datetime:
        """Give the moment of a set, as wall clock or instant like the table has it."""
        return datetime_of(self.us[at], aware=bool(self.aware[at]))

    def number(self, name: str, at: int) -> float | None:
        """Give a number of a set, None where it is not recorded."""
        number = float(getattr(self, name)[at])
        return None if math.isnan(number) else number


class _Table(NamedTuple):
    """The columns as they were given, and read, of logged or of planned sets."""

    where: str
    given: Mapping[str, Any]

    athlete: Coded
    lift: Coded
    times: Times
    numbers: dict[str, Floats]
    missed: NDArray[np.int8]
    to_failure: NDArray[np.int8]
    kind: Coded
    known_to: Coded
    id: Coded


def read_sets(table: Any, most_sets: int, *, planned: bool = False) -> Sets:  # noqa: ANN401
    """Read a table of sets; an athlete with a row that is no set, or with too many, gets none."""
    where, known = ("plans", PLAN_COLUMNS) if planned else ("sets", SET_COLUMNS)
    held = _read(columns_of(table, known, _NEEDED, where), where)
    owner, count = held.athlete.codes, len(held.athlete.texts)
    wrong = _wrong(held)
    repeated = _repeated(owner, held.id)
    sizes = np.bincount(owner, minlength=count)
    problems: dict[str, LiftguardError] = {}
    for row in np.flatnonzero(wrong | repeated)[::-1].tolist():
        problems[_name(held, row)] = _problem(held, row, is_repeated=bool(repeated[row]))
    for who in np.flatnonzero(sizes > most_sets).tolist():
        problems[str(held.athlete.texts[who])] = InvalidValue(
            where=f"{where} of one athlete",
            got=int(sizes[who]),
            wanted=f"at most {most_sets}",
            hint="Go on from a state in parts, or allow more by most_sets=.",
        )
    refused = np.array([_known(one) in problems for one in held.athlete.texts], dtype=bool)
    kept = np.flatnonzero(~refused[owner]) if count else np.zeros(0, dtype=np.intp)
    return _in_order(held, kept, problems)


def _known(text: object) -> str:
    return "" if text is None else str(text)


def _name(held: _Table, row: int) -> str:
    return _known(held.athlete.texts[held.athlete.codes[row]])


def _read(columns: Mapping[str, Any], where: str) -> _Table:
    size = len(columns["athlete"])

    def text(name: str, default: str | None) -> Coded:
        if name not in columns:
            return Coded(np.zeros(size, dtype=np.intp), (default,))
        codes, texts = texts_of(columns[name])
        return Coded(codes, tuple(default if one is None else one for one in texts))

    nothing = np.full(size, np.nan)
    numbers = {name: numbers_of(columns[name]) if name in columns else nothing for name in _NUMBERS}
    assist = numbers["assist_kg"]
    numbers["assist_kg"] = np.where(np.isnan(assist), 0.0, assist)
    zeros = np.zeros(size, dtype=np.int8)
    missed, to_failure = (
        flags_of(columns[name]) if name in columns else zeros for name in ("missed", "to_failure")
    )
    coded = text("lift", None), times_of(columns["at"])
    marks = text("kind", ""), text("at_known_to", "set"), text("id", None)
    return _Table(
        where, columns, text("athlete", None), *coded, numbers, missed, to_failure, *marks
    )


def _wrong(held: _Table) -> NDArray[np.bool_]:
    """Tell the rows that no `LoggedSet` would be made of: its own checks, on arrays."""
    of = held.numbers
    good = _one_of(held.athlete, None) & _one_of(held.lift, None)
    for name in ("load_kg", "assist_kg"):
        good &= _within(of[name], LIGHTEST_KG, HEAVIEST_KG) | (of[name] == 0.0)
    good &= _within(of["reps"], _fewest_reps(held), MOST_REPS) & (
        of["reps"] == np.floor(of["reps"])
    )
    planned = of["planned_reps"]
    whole = _within(planned, 1, MOST_REPS) & (planned == np.floor(planned))
    good &= np.isnan(planned) | whole
    for name, low, high in (
        ("rpe", 1.0, 10.0),
        ("rest_s", 0.0, LONGEST_REST_S),
        ("mean_velocity_m_s", SLOWEST_M_S, FASTEST_M_S),
    ):
        good &= np.isnan(of[name]) | _within(of[name], low, high)
    good &= (held.missed >= 0) & (held.to_failure >= 0)
    good &= _one_of(held.kind, MARKS) & _one_of(held.known_to, TIME_PRECISIONS)
    us = held.times.us
    good &= (us != NO_TIME) & (us >= _YEARS_US[0]) & (us < _YEARS_US[1])
    wrong: NDArray[np.bool_] = ~good
    return wrong


def _fewest_reps(held: _Table) -> int:
    return 1 if held.where == "plans" else 0


def _within(numbers: Floats, low: float, high: float) -> NDArray[np.bool_]:
    return (numbers >= low) & (numbers <= high)


def _one_of(held: Coded, words: tuple[str, ...] | None) -> NDArray[np.bool_]:
    """Tell the rows that hold one of some words, or any text that is not blank."""
    good = [
        bool(one is not None and str(one).strip()) if words is None else one in words
        for one in held.texts
    ]
    return np.array(good, dtype=bool)[held.codes] if good else np.zeros(0, dtype=bool)


def _repeated(owner: NDArray[np.intp], ids: Coded) -> NDArray[np.bool_]:
    """Tell the rows with an id that the same athlete has already."""
    again = np.zeros(owner.shape, dtype=bool)
    named = np.flatnonzero(_one_of(ids, None))
    if named.size:
        keys = owner[named] * len(ids.texts) + ids.codes[named]
        first = np.unique(keys, return_index=True)[1]
        twice = np.ones(named.shape, dtype=bool)
        twice[first] = False
        again[named[twice]] = True
    return again


def _problem(held: _Table, row: int, *, is_repeated: bool) -> LiftguardError:
    """Say what is wrong with a row, in the words of `LoggedSet`."""
    where = f"{held.where}, row {row}"
    if _name(held, row) == "":
        return InvalidValue(where=f"{where}, athlete", got=None, wanted="the name of an athlete")
    if is_repeated:
        wanted = "an id that stands once"
        return InvalidValue(
            where=f"{where}, id", got=held.id.texts[held.id.codes[row]], wanted=wanted
        )
    us = int(held.times.us[row])

    def as_given(name: str) -> Any:  # noqa: ANN401
        return cell_at(held.given[name], row)

    fields: dict[str, Any] = {
        "lift": held.lift.texts[held.lift.codes[row]],
        "at": as_given("at") if us == NO_TIME else _moment(us),
        "missed": as_given("missed") if held.missed[row] < 0 else bool(held.missed[row]),
        "to_failure": (
            as_given("to_failure") if held.to_failure[row] < 0 else bool(held.to_failure[row])
        ),
        "kind": held.kind.texts[held.kind.codes[row]] or None,
        "at_known_to": held.known_to.texts[held.known_to.codes[row]],
    }
    needed = ("load_kg", "reps", "assist_kg")
    for name in _NUMBERS:
        number = float(held.numbers[name][row])
        fields[name] = None if math.isnan(number) and name not in needed else number
        if math.isinf(number):  # what is no number was read as this
            fields[name] = as_given(name)
    try:
        LoggedSet(**fields)
    except LiftguardError as error:
        place = f"{where}, {error.where.rpartition('.')[2]}"
        return InvalidValue(where=place, got=error.got, wanted=error.wanted, hint=error.hint)
    wanted = f"a whole number from {_fewest_reps(held)} to {MOST_REPS}"
    return InvalidValue(where=f"{where}, reps", got=fields["reps"], wanted=wanted)


def _moment(us: int) -> object:
    """Give a moment as far as Python has it."""
    try:
        return datetime_of(us, aware=False)
    except OverflowError:
        return us


def _in_order(held: _Table, kept: NDArray[np.intp], problems: dict[str, LiftguardError]) -> Sets:
    """Put the rows of each athlete one after the other, in order of time."""
    owner, us = held.athlete.codes[kept], held.times.us[kept]
    falls = (owner[1:] == owner[:-1]) & (us[1:] < us[:-1])
    if falls.any() or (owner[1:] < owner[:-1]).any():
        order = np.lexsort((us, owner))
        moved = (np.diff(order) < 0) & (np.diff(owner[order]) == 0)
        unordered = np.unique(owner[order][1:][moved])
        kept = kept[order]
        owner = owner[order]
    else:
        unordered = np.zeros(0, dtype=np.intp)
    who, starts = np.unique(owner, return_index=True)
    names = tuple(str(held.athlete.texts[one]) for one in who.tolist())
    keys = [lift_key(one) if one and one.strip() else "" for one in held.lift.texts]
    lifts = tuple(dict.fromkeys(keys))
    places = np.array([lifts.index(one) for one in keys], dtype=np.intp)
    return Sets(
        names=names,
        starts=np.append(starts, len(kept)),
        rows=kept,
        lift=places[held.lift.codes[kept]] if keys else kept,
        lifts=lifts,
        us=held.times.us[kept],
        aware=held.times.aware[kept],
        **{name: numbers[kept] for name, numbers in held.numbers.items()},
        missed=held.missed[kept] > 0,
        to_failure=held.to_failure[kept] > 0,
        kind=_counted(held.kind, kept, MARKS),
        known_to=_counted(held.known_to, kept, TIME_PRECISIONS),
        id=held.id.codes[kept],
        ids=held.id.texts,
        problems=problems,
        unordered=tuple(str(held.athlete.texts[one]) for one in unordered.tolist()),
    )


def _counted(held: Coded, kept: NDArray[np.intp], words: Sequence[str]) -> NDArray[np.int8]:
    """Give which of some words each is; those that none is were refused."""
    places = [words.index(one) if one in words else -1 for one in map(_known, held.texts)]
    return np.array(places, dtype=np.int8)[held.codes[kept]]


def is_marked(kind: NDArray[np.int8], *words: str) -> NDArray[np.bool_]:
    """Tell the sets that are marked as one of some kinds."""
    found: NDArray[np.bool_] = np.array([one in words for one in MARKS])[kind]
    return found


def entry_at(sets: Sets, at: int) -> LoggedSet:
    """Make the entry of one set."""
    planned = sets.number("planned_reps", at)
    make: type[Any] = LoggedSet  # which checks its words itself
    done: LoggedSet = make(
        lift=sets.lifts[sets.lift[at]],
        at=sets.time(at),
        load_kg=float(sets.load_kg[at]),
        reps=int(sets.reps[at]),
        missed=bool(sets.missed[at]),
        to_failure=bool(sets.to_failure[at]),
        kind=MARKS[sets.kind[at]] or None,
        assist_kg=float(sets.assist_kg[at]),
        at_known_to=TIME_PRECISIONS[sets.known_to[at]],
        id=sets.ids[sets.id[at]],
        planned_reps=None if planned is None else int(planned),
        rpe=sets.number("rpe", at),
        rest_s=sets.number("rest_s", at),
        mean_velocity_m_s=sets.number("mean_velocity_m_s", at),
    )
    return done
