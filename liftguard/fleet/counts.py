"""
What is counted of many athletes beside their numbers: one pattern over and over, no rest.

Reason to change: something else is counted, as in `model.monotony`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.deeds import heads_of
from liftguard.fleet.layout import sizes_of
from liftguard.model.monotony import Monotony, begins_row, follows
from liftguard.model.params import Params
from liftguard.model.session import Session, goes_on

__all__ = ["Worked", "count_many"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
Group = NDArray[np.bool_]


class Worked(NamedTuple):
    """
    Sets that were tried, those of each athlete in order of time.

    `rank` tells the athletes apart and rises. `session` is that just before each set, with what
    `monotony.with_set` reads of it.
    """

    rank: Places
    session: Session
    pattern: Floats
    minor: Floats
    at_s: Floats
    rest_s: Floats
    exact: Floats

    def some(self, which: Group) -> Worked:
        """Give some of them."""
        session = self.session._replace(
            clock_s=self.session.clock_s[which],
            pattern=self.session.pattern[which],
            in_a_row=self.session.in_a_row[which],
        )
        numbers = (column[which] for column in self[2:])
        return Worked(self.rank[which], session, *numbers)


def count_many(before: Sequence[Monotony], sets: Worked, params: Params) -> list[Monotony]:
    """Count the sets of each athlete, as `monotony.with_set` does one by one."""
    counted = list(before)
    if not sets.rank.size:
        return counted
    heads = heads_of(sets.rank)
    ranks = sets.rank[heads].tolist()
    old = [before[rank] for rank in ranks]
    size = sizes_of(heads, len(sets.rank))
    big = np.flatnonzero(sets.minor == 0.0)
    big_heads = np.searchsorted(big, heads)
    rows = _last_of(begins_row(sets.session, sets.pattern, sets.minor), heads)
    pauses = _last_of(_pauses(old, sets, heads, params), heads)
    other = np.zeros(sets.rank.shape, dtype=bool)
    other[big] = _others(np.array([one.pattern for one in old]), sets, heads, big)
    others = _last_of(other, heads)
    begun = np.cumsum(np.append(0.0, (goes_on(sets.session) == 0)[big]))
    clock_s = sets.session.clock_s
    since = np.where(others >= 0, np.searchsorted(big, others), big_heads)
    sessions = begun[np.searchsorted(big, heads + size)] - begun[since]
    for n, rank in enumerate(ranks):
        one, end = old[n], int(heads[n] + size[n])
        row, other_at, pause = int(rows[n]), int(others[n]), int(pauses[n])
        is_other = other_at >= 0
        counted[rank] = Monotony(
            row_s=one.row_s if row < 0 else float(clock_s[row]),
            pattern=float(sets.pattern[other_at]) if is_other else one.pattern,
            sessions=int(sessions[n]) + (0 if is_other else one.sessions),
            alone_s=float(clock_s[other_at]) if is_other else one.alone_s,
            unbroken=one.unbroken + int(size[n]) if pause < 0 else end - pause,
            unbroken_s=one.unbroken_s if pause < 0 else float(clock_s[pause]),
            last_s=float(sets.at_s[end - 1]),
        )
    return counted


def _last_of(group: Group, heads: Places) -> Places:
    """Give where the last of a group stands of each athlete, -1 where none does."""
    at = np.where(group, np.arange(len(group)), -1)
    found: Places = np.maximum.reduceat(at, heads)
    return found


def _pauses(old: Sequence[Monotony], sets: Worked, heads: Places, params: Params) -> Group:
    """Tell the sets that follow a pause."""
    last_s = np.append(np.nan, sets.at_s[:-1])
    last_s[heads] = [one.last_s for one in old]
    pauses: Group = follows(sets.at_s - last_s, sets.rest_s, sets.exact, params) == 0
    pauses[heads] |= [one.unbroken == 0 for one in old]
    return pauses


def _others(before: Floats, sets: Worked, heads: Places, big: Places) -> Group:
    """Tell which big movements are another one than the big one before."""
    rank, pattern = sets.rank[big], sets.pattern[big]
    last = np.append(np.nan, pattern[:-1])
    first = heads_of(rank)
    last[first] = before[np.searchsorted(sets.rank[heads], rank[first])]
    others: Group = pattern != last
    return others
