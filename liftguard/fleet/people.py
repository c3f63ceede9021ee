"""
The athletes of a run: whose rows stand where, and whose moments do not fit together.

Reason to change: how rows and states are brought together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from liftguard.errors import InvalidValue, LiftguardError, WrongOrder
from liftguard.fleet.chunk import Athlete
from liftguard.fleet.columns import microseconds
from liftguard.fleet.sets import Sets
from liftguard.fleet.states import About, States
from liftguard.guard import Guard
from liftguard.records import Entry
from liftguard.records.checks import check_is
from liftguard.units import is_aware

__all__ = ["athletes_of", "check_guard", "check_made_by", "is_refused"]


def check_guard(guard: object) -> None:
    """Refuse what is no Guard, such as the class itself."""
    check_is(guard, Guard, "guard", "a Guard")


def check_made_by(states: States, made_by: str, where: str) -> None:
    """Refuse states that other Params have made."""
    if len(states) and states.made_by != made_by:
        raise InvalidValue(
            where=where,
            got="states made with other Params",
            wanted="states of this Guard",
            hint="Replay the history.",
        )


def athletes_of(
    read: Sets, before: States, notes: Mapping[str, Sequence[Entry]]
) -> Iterator[Athlete]:
    """List everybody with new rows."""
    place = {name: n for n, name in enumerate(read.names)}
    for name in dict.fromkeys((*read.names, *notes)):
        first = end = 0
        if name in place:
            first, end = read.starts[place[name] : place[name] + 2].tolist()
        held = before.place_of(name) if name in before else None
        about = About() if held is None else before.about[held]
        yield Athlete(name, first, end - first, about, held, tuple(notes.get(name, ())))


def is_refused(one: Athlete, read: Sets, problems: dict[str, LiftguardError]) -> bool:
    """Tell whether the moments of an athlete do not fit together, and say it."""
    own = slice(one.first, one.first + one.sets)
    aware = read.aware[own]
    kinds = {is_aware(each.at) for each in one.notes}
    if one.sets:
        kinds |= {bool(aware[0]), bool(aware.all())} | ({True} if aware.any() else set())
    last = one.about.at
    if last is not None:
        kinds.add(is_aware(last))
    if len(kinds) > 1:
        problems[one.name] = InvalidValue(
            where="at",
            got="wall-clock times and instants",
            wanted="one kind of time for one athlete",
        )
        return True
    first = min([*read.us[own][:1].tolist(), *(microseconds(each.at) for each in one.notes[:1])])
    if last is not None and first < microseconds(last):
        problems[one.name] = WrongOrder(
            where="at",
            got=str(np.datetime64(first, "us")),
            wanted=f"a moment not before the state's last entry, {last.isoformat()}",
            hint="For a late or edited entry, replay the history.",
        )
        return True
    now = (
        {read.ids[code] for us, code in zip(read.us[own], read.id[own], strict=True)}
        if one.about.ids_now
        else set()
    )
    again = [each for each in one.about.ids_now if each in now]
    if again:
        problems[one.name] = InvalidValue(
            where="LoggedSet.id",
            got=again[0],
            wanted="an id that was not learned at this moment",
            hint="The set is known: leave it out; after an edit replay the history.",
        )
    return bool(again)
