"""
The last times of many lifts: sessions are folded in arrays, and only the last one goes by set.

Reason to change: something else is remembered of a session, as in `model.last_time`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.deeds import Deeds, heads_of
from liftguard.fleet.layout import in_steps, sizes_of
from liftguard.fleet.sets import MARKS, is_marked
from liftguard.model.last_time import (
    NO_TIME,
    NO_WORK,
    RANGES,
    Earlier,
    Latest,
    Time,
    after_short,
    alike_reps,
    is_far_above,
    time_after,
    with_set,
)
from liftguard.model.params import Params

__all__ = ["keep_times"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
Group = NDArray[np.bool_]
Times = dict[int, tuple[Earlier, tuple[Latest, ...]]]


class _Deed(NamedTuple):
    """A set as `last_time.with_set` reads it."""

    load_kg: float
    assist_kg: float
    reps: int
    planned_reps: int | None
    kind: str | None
    missed: bool
    mean_velocity_m_s: float | None


class _Sessions(NamedTuple):
    """
    Sessions as `last_time.folded` reads them, one lift after the other.

    Whose they are, their day, repetitions of the work, how many sets fell short, the load of the
    work, NaN where nothing went up, and whether the lift was left for long before.
    """

    place: NDArray[Any]
    day: NDArray[Any]
    reps: NDArray[Any]
    short: NDArray[Any]
    load_kg: NDArray[Any]
    is_back: NDArray[Any]

    def some(self, which: Group | Places | slice) -> _Sessions:
        """Give some of them."""
        return _Sessions(*(column[which] for column in self))


def keep_times(held: Times, deeds: Deeds, some: Places, params: Params) -> None:
    """Note the sets, of which those of each place stand in order of time."""
    if not some.size:
        return
    place, is_new = deeds.place[some], deeds.days[some] > params.session_days
    is_head = is_new.copy()
    is_head[heads_of(place)] = True
    starts = np.flatnonzero(is_head)
    last = np.append(place[starts][1:] != place[starts][:-1], True)
    first = np.concatenate(([True], last[:-1]))
    goes_on = first & ~is_new[starts]  # with what has begun before these sets
    of = np.cumsum(is_head) - 1
    _note(held, deeds, some[goes_on[of]], params)
    sessions = _sessions(deeds, some, starts, params)
    ends = sessions.place[last & ~goes_on]
    _fold(held, ends, sessions.some(~last & ~goes_on))
    _note(held, deeds, some[(last & ~goes_on)[of]], params)


def _note(held: Times, deeds: Deeds, some: Places, params: Params) -> None:
    """Note sets one by one."""
    places = deeds.place[some]
    heads = heads_of(places)
    own = _deeds(deeds, some, params)
    each = sizes_of(heads, len(some)).tolist()
    for at, count in zip(places[heads].tolist(), each, strict=True):
        earlier, latest = held[at]
        for deed, left, day, new, back in islice(own, count):
            earlier, latest = with_set(earlier, latest, deed, left, day, is_new=new, is_back=back)
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
        [MARKS[one] or None for one in deeds.mark[some].tolist()],
        deeds.missed[some].tolist(),
        given(deeds.mean_velocity_m_s),
    )
    days = deeds.days[some]
    is_new, is_back = days > params.session_days, days > params.out_of_use_days
    left, day = given(deeds.left), deeds.day[some].tolist()
    return zip(deed, left, day, is_new.tolist(), is_back.tolist(), strict=True)


def _sessions(deeds: Deeds, some: Places, starts: Places, params: Params) -> _Sessions:
    """Find the work of each session, as `last_time.with_set` does set by set."""
    reps, planned = deeds.reps[some], deeds.planned_reps[some]
    kg, short = deeds.load_kg[some] - deeds.assist_kg[some], reps < planned
    is_work = ~is_marked(deeds.mark[some], *NO_WORK)
    up = is_work & (reps > 0.0) & ~short
    missed = deeds.missed[some] | (short & is_work)
    places, size = np.arange(len(some)), len(some)
    work = np.minimum.reduceat(np.where(up, places, size), starts)
    of = np.repeat(np.arange(len(starts)), sizes_of(starts, size))
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
        deeds.place[some[starts]],
        deeds.day[some[starts]].astype(np.float64),
        np.where(work < size, reps[work], tried[first_missed]),
        np.add.reduceat(1.0 * missed, starts),
        kg[work],
        deeds.days[some[starts]] > params.out_of_use_days,
    )


def _fold(held: Times, places: Places, sessions: _Sessions) -> None:
    """Take what is held of some places, and then their sessions, into the earlier ones."""
    before = _held_sessions(held, places)
    sessions = _Sessions(*map(np.concatenate, zip(before, sessions, strict=True)))
    order = np.argsort(sessions.place, kind="stable")
    starts = np.searchsorted(sessions.place[order], places)
    sizes = sizes_of(starts, len(order))
    longest = np.argsort(-sizes, kind="stable")
    heads, rank_of, nth = in_steps(sizes[longest])
    sessions = sessions.some(order[starts[longest][rank_of] + nth])
    slots = _slots([held[at][0] for at in places[longest].tolist()])
    for head, end in pairwise(heads.tolist()):
        going = slice(0, end - head)
        slots[:, :, going] = _folded(slots[:, :, going], sessions.some(slice(head, end)))
    for at, earlier in zip(places[longest].tolist(), _times(slots), strict=True):
        held[at] = earlier, ()


def _held_sessions(held: Times, places: Places) -> _Sessions:
    """Give the sessions that went on or were the last."""
    rows = [
        (at, one.day, one.reps, one.short, np.nan if one.load_kg is None else one.load_kg, one[9])
        for at in places.tolist()
        for one in held[at][1]
    ]
    place, day, reps, short, load_kg, is_back = np.array(rows, dtype=np.float64).reshape(-1, 6).T
    return _Sessions(place.astype(np.intp), day, reps, short, load_kg, is_back > 0.0)


def _slots(earlier: Sequence[Earlier]) -> Floats:
    """Give times as numbers, (fields, ranges, lifts), the latest last; `NO_TIME` where none is."""
    slots = np.empty((len(Time._fields), RANGES, len(earlier)))
    slots[:] = np.array(NO_TIME, dtype=np.float64)[:, None, None]  # None is NaN
    for at, times in enumerate(earlier):
        for back, one in enumerate(reversed(times), start=1):
            slots[:, -back, at] = one
    return slots


def _times(slots: Floats) -> Iterator[Earlier]:
    """Turn that round."""
    for ranges in slots.transpose(2, 1, 0).tolist():
        yield tuple(
            Time(
                int(day),
                kg,
                int(reps),
                step_kg,
                int(moves),
                None if goal_kg != goal_kg else goal_kg,  # noqa: PLR0124 - NaN
                bool(is_back),
                bool(is_short),
            )
            for day, kg, reps, step_kg, moves, goal_kg, is_back, is_short in ranges
            if reps
        )


def _folded(slots: Floats, sessions: _Sessions) -> Floats:
    """Take a session of each lift into its earlier times, as `last_time.folded` does of one."""
    _, day, reps, short, load_kg, is_back = sessions
    held: Any = Time(*slots)
    alike = (held.reps > 0.0) & alike_reps(held.reps, reps)
    at = np.where(alike, np.arange(RANGES)[:, None], -1).max(axis=0)
    found, up, told = at >= 0, ~np.isnan(load_kg), reps > 0.0
    nothing = np.array(NO_TIME, dtype=np.float64)[:, None]
    old = Time(*np.where(found, slots[:, at, np.arange(len(at))], nothing))
    now = Latest(day, reps, short, load_kg, is_back=is_back)  # type: ignore[arg-type]
    new = np.where(up, np.array(time_after(old, now)), np.array(after_short(old)))
    after = slots.copy()
    after[:, :-1] = np.where(np.arange(RANGES - 1)[:, None] >= at, slots[:, 1:], slots[:, :-1])
    after[:, -1] = new
    # where nothing went up and none is alike, the latest of all fell short
    last = slots.copy()
    last[-1, -1] = held.reps[-1] > 0.0
    return np.where(told & (up | found), after, np.where(told, last, slots))
