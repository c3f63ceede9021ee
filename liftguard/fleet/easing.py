"""
Lengthening and easy movement of many athletes: before which of their sets, and what it does.

It is seldom noted, so that each is done by itself, between two steps of all.

Reason to change: what is done to a body between its sets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from liftguard.fleet.begin import since_us
from liftguard.fleet.chunk import Athlete, Chunk
from liftguard.fleet.columns import microseconds
from liftguard.fleet.sets import Sets
from liftguard.model.learn import eased, eases
from liftguard.model.params import Params
from liftguard.model.squad import body_of, numbers_of_body
from liftguard.records import Mobility

__all__ = ["Easings", "ease_after", "ease_before", "easings_of"]

Easings = Mapping[int, Sequence[tuple[int, Mobility]]]
"""By how many sets came before: whose it is, and what was done."""


def easings_of(athletes: Sequence[Athlete], sets: Sets) -> Easings:
    """Sort what was done by how many sets of its athlete came before."""
    found: dict[int, list[tuple[int, Mobility]]] = defaultdict(list)
    for rank, one in enumerate(athletes):
        us = sets.us[one.first : one.first + one.sets]
        for note in one.notes:
            if isinstance(note, Mobility):
                nth = int(np.searchsorted(us, microseconds(note.at), side="left"))
                found[nth].append((rank, note))
    return found


def ease_before(chunk: Chunk, easings: Easings, sets: Sets, params: Params, nth: int) -> None:
    """Do what comes before the nth sets, of those who have one."""
    for rank, note in easings.get(nth, ()):
        if chunk.sizes[rank] > nth:
            _ease(chunk, rank, nth, note, sets, params)


def ease_after(chunk: Chunk, easings: Easings, sets: Sets, params: Params, steps: int) -> None:
    """Do what comes after the last sets, of those who have none left after so many."""
    for nth, noted in easings.items():
        for rank, note in noted:
            if chunk.sizes[rank] == nth <= steps:
                _ease(chunk, rank, nth, note, sets, params)


def _ease(chunk: Chunk, rank: int, nth: int, note: Mobility, sets: Sets, params: Params) -> None:
    """Loosen one body, if what was done is of what it last did, and keep when that was."""
    squad, one = chunk.squad, chunk.athletes[rank]
    lifts = range(chunk.first_lift[rank], chunk.first_lift[rank + 1])
    begun = [lift for lift in lifts if not np.isnan(squad.lifts[0, lift])]
    last = max(begun, key=chunk.worked.__getitem__, default=None)
    if not eases(note, None if last is None else chunk.keys[chunk.lift[last]]):
        return
    at_s = (microseconds(note.at) - since_us(one, sets)) / 1e6
    body = eased(body_of(squad.bodies[:, rank].tolist()), at_s, note.minutes, params)
    squad.bodies[:, rank] = numbers_of_body(body)
    chunk.eased[rank] = nth, body.session.clock_s
