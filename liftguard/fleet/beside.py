"""
What is kept of lifts beside the numbers, after many sets: only sets that can change it are asked.

Each is learned by the functions that learn one set of one athlete. Most sets change nothing of
it, which is told of whole columns: sets across, and those that later ones outdo.

Reason to change: something else is remembered of a set, as in `model.remember`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.deeds import NOTHING_BESIDE, Beside, Deeds, heads_of
from liftguard.fleet.layout import sizes_of
from liftguard.fleet.sets import is_marked
from liftguard.fleet.times import keep_times
from liftguard.model.bar_speed import Speeds, with_speed
from liftguard.model.bests import Bests, with_best
from liftguard.model.front import Front, with_best_set
from liftguard.model.params import Params
from liftguard.model.reports import Reports, with_reports
from liftguard.model.row import RATED
from liftguard.records.entries import MOST_REPS
from liftguard.units import SECONDS_PER_DAY

__all__ = ["remembering_many"]

Group = NDArray[np.bool_]

_ROUNDED = 2e-6  # of a stored best: one nearer below another may stay [log]
_NOTHING_KG = 1e-4  # that a best is no better by: it is stored in grams
_FULL = 10  # unbeaten bests: from there on some are left out, and a set may come in again


def remembering_many(
    before: Mapping[int, Beside], deeds: Deeds, params: Params
) -> dict[int, Beside]:
    """Keep what sets were, by place, for the lifts that had some; as `remember.remembering`."""
    places = deeds.place[heads_of(deeds.place)].tolist()
    held = {place: before.get(place, NOTHING_BESIDE) for place in places}
    known, up = ~np.isnan(deeds.log_load), deeds.reps > 0.0
    slip = up & (deeds.log_load >= (deeds.top_after + 1.0) * params.proof_width)
    anew = np.cumsum(deeds.top_after < deeds.top_before)
    for place in deeds.place[deeds.top_after < deeds.top_before].tolist():  # another scale since
        held[place] = held[place]._replace(bests=(), front=(), earlier=(), latest=())
    valid = ~slip & (anew == _at_ends(deeds.place, anew))
    bests = {place: one.bests for place, one in held.items()}
    speeds = {place: one.speeds for place, one in held.items()}
    reports = {place: one.reports for place, one in held.items()}
    front = {place: one.front for place, one in held.items()}
    times = {place: (one.earlier, one.latest) for place, one in held.items()}
    _keep_bests(bests, deeds, valid & known & up, params)
    _keep_speeds(speeds, deeds, known & ~np.isnan(deeds.mean_velocity_m_s), params)
    _keep_reports(reports, deeds, known & up & (deeds.kind == RATED), params)
    _keep_front(front, deeds, valid & up & ~is_marked(deeds.mark, "warmup"))
    keep_times(times, deeds, np.flatnonzero(valid), params)
    return {at: Beside(bests[at], speeds[at], reports[at], front[at], *times[at]) for at in places}


def _keep_bests(held: dict[int, Bests], deeds: Deeds, group: Group, params: Params) -> None:
    """Keep the best of each week: only what no later set has outdone can stay."""
    some = np.flatnonzero(group)
    reached = deeds.reached[some]
    later = _highest_so_far(deeds.place[some][::-1], reached[::-1])[::-1]
    kept = some[reached >= later - _ROUNDED]
    days = (deeds.at_s[kept] // SECONDS_PER_DAY).astype(np.int64)
    columns = deeds.place[kept], days, deeds.reached[kept]
    for at, day, best in zip(*(column.tolist() for column in columns), strict=True):
        held[at] = with_best(held[at], day, best, params)


def _highest_so_far(key: NDArray[np.intp], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the highest of each key so far, of those before it and of itself; keys stand in runs."""
    if not values.size:
        return values
    of = np.cumsum(np.append(0, key[1:] != key[:-1]))
    apart = of * (2.0 * np.abs(values).max() + 1.0)  # so that none is below one of the key before
    highest: NDArray[np.float64] = np.maximum.accumulate(values + apart) - apart
    return highest


def _keep_speeds(held: dict[int, Speeds], deeds: Deeds, group: Group, params: Params) -> None:
    kept = _last(deeds.place, group, int(params.speeds_kept))
    columns = deeds.place[kept], deeds.log_load[kept], deeds.mean_velocity_m_s[kept]
    for at, load, speed in zip(*(column.tolist() for column in columns), strict=True):
        held[at] = with_speed(held[at], load, speed, params)


def _keep_reports(held: dict[int, Reports], deeds: Deeds, group: Group, params: Params) -> None:
    left = deeds.said  # NaN where nothing was
    kept = _last(deeds.place, group & (left <= params.said_most), int(params.said_kept))
    places = deeds.place[kept]
    loads = (deeds.log_load[kept] + deeds.owed[kept]).tolist()
    now_s, reps, said = (column[kept].tolist() for column in (deeds.clock_s, deeds.reps, left))
    heads = heads_of(places).tolist()
    for first, end in zip(heads, [*heads[1:], len(loads)], strict=False):
        own, at = slice(first, end), int(places[first])
        held[at] = with_reports(held[at], now_s[end - 1], loads[own], reps[own], said[own], params)


def _keep_front(held: dict[int, Front], deeds: Deeds, group: Group) -> None:
    """
    Keep unbeaten bests: a set that lifts no more than one as often before is none.

    Where so many stand that some are left out, what those had beaten counts again.
    """
    some = np.flatnonzero(group)
    if not some.size:
        return
    before, full = dict(held), set[int]()
    for at, reps, kg, day in _columns(deeds, _rises(deeds, some)):
        held[at] = with_best_set(held[at], reps, kg, day)
        if len(held[at]) >= _FULL:
            full.add(at)
    for at in full:
        held[at] = before[at]
    if full:
        every = np.flatnonzero(group & np.isin(deeds.place, list(full)))
        for at, reps, kg, day in _columns(deeds, every):
            held[at] = with_best_set(held[at], reps, kg, day)


def _rises(deeds: Deeds, some: NDArray[np.intp]) -> NDArray[np.intp]:
    """Leave out the sets that lift no more than one of as many repetitions before."""
    key = deeds.place[some] * (MOST_REPS + 1) + deeds.reps[some].astype(np.intp)
    order = np.argsort(key, kind="stable")
    kg = (deeds.load_kg - deeds.assist_kg)[some][order]
    highest = _highest_so_far(key[order], kg)
    rises = np.ones(some.shape, dtype=bool)
    new = key[order][1:] != key[order][:-1]
    rises[1:] = new | (kg[1:] > highest[:-1] + _NOTHING_KG)
    return np.sort(some[order[rises]])


def _columns(deeds: Deeds, some: NDArray[np.intp]) -> Iterator[tuple[int, int, float, int]]:
    kg = deeds.load_kg[some] - deeds.assist_kg[some]
    columns = deeds.place[some], deeds.reps[some].astype(np.int64), kg, deeds.day[some]
    return zip(*(column.tolist() for column in columns), strict=True)


def _last(place: NDArray[np.intp], group: Group, most: int) -> Group:
    """Tell the last few of a group in each place."""
    counted = np.cumsum(group)
    return group & (_at_ends(place, counted) - counted < most)


def _at_ends(place: NDArray[np.intp], counted: NDArray[Any]) -> NDArray[Any]:
    """Give at each set what was counted up to the last one of its place."""
    sizes = sizes_of(heads_of(place), len(place))
    return np.repeat(counted[np.cumsum(sizes) - 1], sizes)
