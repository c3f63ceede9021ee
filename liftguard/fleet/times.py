"""
The last times of many lifts: each session in one line, and only the last one set by set.

Reason to change: something else is remembered of a session, as in `model.last_time`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.deeds import Deeds, heads_of
from liftguard.model.last_time import NO_WORK, Earlier, Latest, folded, is_far_above, with_set
from liftguard.model.params import Params
from liftguard.model.special import made

__all__ = ["keep_times"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
Group = NDArray[np.bool_]


class _Deed(NamedTuple):
    """A set as `last_time.with_set` reads it."""

    load_kg: float
    assist_kg: float
    reps: int
    planned_reps: int | None
    kind: str | None
    missed: bool
    mean_velocity_m_s: float | None


def keep_times(
    held: dict[int, tuple[Earlier, tuple[Latest, ...]]], deeds: Deeds, some: Places, params: Params
) -> None:
    """Note the sets, of which those of each place stand in order of time."""
    if not some.size:
        return
    place, is_new = deeds.place[some], deeds.days[some] > params.session_days
    starts = np.flatnonzero(is_new | np.isin(np.arange(len(some)), heads_of(place)))
    last = np.append(place[starts][1:] != place[starts][:-1], True)
    first = np.concatenate(([True], last[:-1]))
    each = np.diff(np.append(starts, len(some)))
    # what has begun before these sets is gone on with, and the last session may be gone on with
    by_set = last | (first & ~is_new[starts])
    own = _deeds(deeds, some[np.repeat(by_set, each)], params)
    sessions = _latest(deeds, some, starts, _sessions(deeds, some, starts), params)
    for at, is_by_set, sets, session in zip(
        place[starts].tolist(), by_set.tolist(), each.tolist(), sessions, strict=True
    ):
        earlier, latest = held[at]
        if is_by_set:
            for deed, left, day, new, back in islice(own, sets):
                earlier, latest = with_set(
                    earlier, latest, deed, left, day, is_new=new, is_back=back
                )
        else:
            earlier, latest = folded(earlier, latest), (session,)
        held[at] = earlier, latest


def _deeds(
    deeds: Deeds, some: Places, params: Params
) -> Iterator[tuple[_Deed, float | None, int, bool, bool]]:
    """Give sets as `last_time.with_set` reads them, each with what else it is told."""

    def given(column: Floats) -> list[float | None]:
        return [None if one != one else one for one in column[some].tolist()]  # noqa: PLR0124

    deed = map(
        _Deed,
        deeds.load_kg[some].tolist(),
        deeds.assist_kg[some].tolist(),
        deeds.reps[some].astype(np.int64).tolist(),
        [None if one is None else int(one) for one in given(deeds.planned_reps)],
        [one or None for one in deeds.mark[some].tolist()],
        deeds.missed[some].tolist(),
        given(deeds.mean_velocity_m_s),
    )
    days = deeds.days[some]
    is_new, is_back = days > params.session_days, days > params.out_of_use_days
    left, day = given(deeds.left), deeds.day[some].tolist()
    return zip(deed, left, day, is_new.tolist(), is_back.tolist(), strict=True)


class _Sessions(NamedTuple):
    """What the sessions come to: load and repetitions of their work, and how many fell short."""

    load_kg: Floats
    reps: Floats
    short: NDArray[np.int64]


def _sessions(deeds: Deeds, some: Places, starts: Places) -> _Sessions:
    """Find the work of each session, as `last_time.with_set` does set by set."""
    reps, planned = deeds.reps[some], deeds.planned_reps[some]
    kg, short = deeds.load_kg[some] - deeds.assist_kg[some], reps < planned
    is_work = ~np.isin(deeds.mark[some], NO_WORK)
    up = is_work & (reps > 0.0) & ~short
    missed = deeds.missed[some] | (short & is_work)
    places, size = np.arange(len(some)), len(some)
    work = np.minimum.reduceat(np.where(up, places, size), starts)
    of = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, size)))
    left = np.flatnonzero(up & (places > work[of]))
    while left.size:  # the first set that lies far above the work so far is the work
        left = left[is_far_above(kg[left], kg[work[of[left]]])]
        sessions, first = np.unique(of[left], return_index=True)
        work[sessions] = left[first]
        left = left[left > work[of[left]]]
    tried = np.where(np.isnan(planned), np.maximum(reps, 1.0), planned)
    first_missed = np.minimum.reduceat(np.where(missed, places, size), starts)
    padded = (np.append(one, fill) for one, fill in ((kg, np.nan), (reps, 0.0), (tried, 0.0)))
    kg, reps, tried = padded
    return _Sessions(
        kg[work],
        np.where(work < size, reps[work], tried[first_missed]),
        np.add.reduceat(missed.astype(np.int64), starts),
    )


def _latest(
    deeds: Deeds, some: Places, starts: Places, sessions: _Sessions, params: Params
) -> Iterator[Latest]:
    """Give each session as `last_time.folded` reads it."""
    days = deeds.day[some[starts]], deeds.days[some[starts]] > params.out_of_use_days
    for day, is_back, kg, reps, short in zip(
        *(one.tolist() for one in (*days, *sessions)), strict=True
    ):
        load = None if kg != kg else kg  # noqa: PLR0124 - NaN
        yield made(Latest, (day, int(reps), short, load, None, None, None, None, None, is_back))
