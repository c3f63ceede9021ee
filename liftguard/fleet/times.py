"""
The last times of many lifts: each session in one line, and only the last one set by set.

Reason to change: something else is remembered of a session, as in `model.last_time`.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    place, days = deeds.place[some], deeds.days[some]
    is_new = days > params.session_days
    starts = np.flatnonzero(is_new | np.isin(np.arange(len(some)), heads_of(place)))
    lasts = np.append(place[starts][1:] != place[starts][:-1], True)
    firsts = np.concatenate(([True], lasts[:-1]))
    ends = np.append(starts[1:], len(some))
    sessions = _sessions(deeds, some, starts)
    for at, first, last, start, end, session in zip(
        *(one.tolist() for one in (place[starts], firsts, lasts, starts, ends)),
        _latest(deeds, some, starts, sessions, params),
        strict=True,
    ):
        earlier, latest = held[at]
        goes_on = first and latest and not is_new[start]
        if last or goes_on:
            for n in range(start, end):
                earlier, latest = _with_set(earlier, latest, deeds, int(some[n]), params)
        else:
            earlier, latest = folded(earlier, latest), (session,)
        held[at] = earlier, latest


def _with_set(
    earlier: Earlier, latest: tuple[Latest, ...], deeds: Deeds, at: int, params: Params
) -> tuple[Earlier, tuple[Latest, ...]]:
    """Note one set."""

    def given(name: str) -> float | None:
        number = float(getattr(deeds, name)[at])
        return None if np.isnan(number) else number

    planned = given("planned_reps")
    deed = _Deed(
        float(deeds.load_kg[at]),
        float(deeds.assist_kg[at]),
        int(deeds.reps[at]),
        None if planned is None else int(planned),
        str(deeds.mark[at]) or None,
        bool(deeds.missed[at]),
        given("mean_velocity_m_s"),
    )
    days = float(deeds.days[at])
    is_new, is_back = days > params.session_days, days > params.out_of_use_days
    left, day = given("left"), int(deeds.day[at])
    return with_set(earlier, latest, deed, left, day, is_new=is_new, is_back=is_back)


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
