"""
Which entries of two histories of one athlete are the same one, and what both say of it.

Reason to change: what makes two entries the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeAlias

import attrs

from liftguard.records.entries import Entry, LoggedSet
from liftguard.units import moment

__all__ = ["of_both", "twins"]

_Tell: TypeAlias = Callable[[LoggedSet], Hashable]
_Key: TypeAlias = Callable[[Entry], Hashable]
"""Gives what is equal of two entries that are the same one; None for one that has no twin."""


def twins(first: Sequence[Entry], second: Sequence[Entry]) -> dict[int, int]:
    """
    Pair the places of entries that stand in both histories.

    Those that agree most are paired first: by their ids, then in all else, at last but for their
    plans. A set without an id is the same as one with an id that looks like it; sets whose ids
    differ are two.
    """
    pairs: dict[int, int] = {}
    left = dict(enumerate(second))
    for of_first, of_second in _GRADES:
        places: dict[Hashable, list[int]] = {}
        for place, entry in left.items():
            if (key := of_second(entry)) is not None:
                places.setdefault(key, []).append(place)
        for place, entry in enumerate(first):
            key = None if place in pairs else of_first(entry)
            if key is not None and places.get(key):
                pairs[place] = places[key].pop(0)
                del left[pairs[place]]
    return pairs


def of_both(first: Entry, second: Entry) -> Entry:
    """Join what two histories say of one entry."""
    if not isinstance(first, LoggedSet) or not isinstance(second, LoggedSet):
        return first
    if first.id is not None and second.id is not None:
        return second
    told: dict[str, Any] = {"id": second.id} if first.id is None else {}
    if first.planned_reps is None and second.planned_reps is not None:
        missed = first.missed or second.missed
        told |= {"planned_reps": second.planned_reps, "missed": missed}
    return attrs.evolve(first, **told)


def _itself(entry: Entry) -> Hashable:
    """Give what is known to be one entry: an id, or what is no set as a whole."""
    return entry.id if isinstance(entry, LoggedSet) else entry


def _looks(tell: _Tell, *, with_id: bool) -> _Key:
    """Tell sets with or without an id by their looks, and by something of their plan."""

    def key(entry: Entry) -> Hashable:
        if not isinstance(entry, LoggedSet) or (entry.id is not None) is not with_id:
            return None
        return moment(entry.at), entry.lift, entry.load_kg, entry.reps, tell(entry)

    return key


_PLANS: tuple[tuple[_Tell, _Tell], ...] = (
    (lambda one: one.planned_reps, lambda one: one.planned_reps),  # the same one
    (lambda one: one.planned_reps is None, lambda one: one.planned_reps is not None),  # only one
    (lambda _: None, lambda _: None),  # any
)
_IDS = ((True, False), (False, True), (False, False))  # never both
_GRADES: tuple[tuple[_Key, _Key], ...] = (
    (_itself, _itself),
    *(
        (_looks(of_first, with_id=first), _looks(of_second, with_id=second))
        for of_first, of_second in _PLANS
        for first, second in _IDS
    ),
)
"""How to tell the entries of the first history and of the second, the surest way first."""
