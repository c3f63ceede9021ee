"""
What is kept of lifts beside the numbers, after many sets: only sets that can change it are asked.

Each is learned by the functions that learn one set of one athlete. Most sets change nothing of
it, which is told of whole columns: sets across, and those that later ones outdo.

Reason to change: something else is remembered of a set, as in `model.remember`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.deeds import NOTHING_BESIDE, Beside, Deeds, heads_of
from liftguard.fleet.times import keep_times
from liftguard.model.bar_speed import with_speed
from liftguard.model.bests import with_best
from liftguard.model.front import Front, with_best_set
from liftguard.model.params import Params
from liftguard.model.reports import with_report
from liftguard.model.row import RATED
from liftguard.records.entries import MOST_REPS
from liftguard.units import SECONDS_PER_DAY, rir_from_rpe

__all__ = ["remembering_many"]

Group = NDArray[np.bool_]

_WEEK = 7.0
_ROUNDED = 2e-6  # of a stored best: nearer ones may stand in for each other [log]
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
    sizes = np.diff(np.append(heads_of(deeds.place), len(anew)))
    ends = np.repeat(anew[np.cumsum(sizes) - 1], sizes)
    for place in deeds.place[deeds.top_after < deeds.top_before].tolist():  # another scale since
        held[place] = held[place]._replace(front=(), earlier=(), latest=())
    valid = ~slip & (anew == ends)
    _keep_bests(held, deeds, known & up, params)
    _keep_speeds(held, deeds, known & ~np.isnan(deeds.mean_velocity_m_s), params)
    _keep_reports(held, deeds, known & up & (deeds.kind == RATED), params)
    _keep_front(held, deeds, valid & up & (deeds.mark != "warmup"))
    keep_times(held, deeds, np.flatnonzero(valid), params)
    return held


def _keep_bests(held: dict[int, Beside], deeds: Deeds, group: Group, params: Params) -> None:
    """
    Keep the best of the last weeks: of each week only its highest can stay.

    Older weeks than a best can stay for are forgotten by the end.
    """
    some = np.flatnonzero(group)
    if not some.size:
        return
    place, reached = deeds.place[some], deeds.reached[some]
    days = (deeds.at_s[some] // SECONDS_PER_DAY).astype(np.int64)
    week = days // int(_WEEK)
    heads = heads_of(place)
    sizes = np.diff(np.append(heads, len(some)))
    last = np.repeat(week[np.cumsum(sizes) - 1], sizes)
    recent = week >= np.floor((last * _WEEK - params.best_days) / _WEEK)
    for cut in np.unique(place[~recent]).tolist():
        held[cut] = held[cut]._replace(bests=())
    weeks = np.flatnonzero(
        np.concatenate(([True], (place[1:] != place[:-1]) | (week[1:] != week[:-1])))
    )
    highest = np.repeat(np.maximum.reduceat(reached, weeks), np.diff(np.append(weeks, len(some))))
    kept = recent & (reached >= highest - _ROUNDED)
    columns = place[kept], days[kept], reached[kept]
    for at, day, best in zip(*(column.tolist() for column in columns), strict=True):
        one = held[at]
        held[at] = one._replace(bests=with_best(one.bests, day, best, params))


def _keep_speeds(held: dict[int, Beside], deeds: Deeds, group: Group, params: Params) -> None:
    kept = _last(deeds.place, group, int(params.speeds_kept))
    columns = deeds.place[kept], deeds.log_load[kept], deeds.mean_velocity_m_s[kept]
    for at, load, speed in zip(*(column.tolist() for column in columns), strict=True):
        one = held[at]
        held[at] = one._replace(speeds=with_speed(one.speeds, load, speed, params))


def _keep_reports(held: dict[int, Beside], deeds: Deeds, group: Group, params: Params) -> None:
    left = rir_from_rpe(deeds.rpe)  # NaN where nothing was said
    kept = _last(deeds.place, group & (left <= params.said_most), int(params.said_kept))
    loads = deeds.log_load[kept] + deeds.owed[kept]
    columns = deeds.place[kept], deeds.clock_s[kept], loads, deeds.reps[kept], left[kept]
    for at, *said in zip(*(column.tolist() for column in columns), strict=True):
        one = held[at]
        held[at] = one._replace(reports=with_report(one.reports, *said, params))


def _keep_front(held: dict[int, Beside], deeds: Deeds, group: Group) -> None:
    """Keep unbeaten bests: a set that lifts no more than one as often before is none."""
    some = np.flatnonzero(group)
    kg = deeds.load_kg - deeds.assist_kg
    if some.size:
        place, reps, load = deeds.place[some], deeds.reps[some], kg[some]
        beaten = np.zeros(some.shape, dtype=bool)
        alike = (place[1:] == place[:-1]) & (reps[1:] == reps[:-1])
        beaten[1:] = alike & (load[1:] <= load[:-1])
        some = some[~beaten]
        order = np.argsort(deeds.place[some] * (MOST_REPS + 1.0) + deeds.reps[some], kind="stable")
        key, load = (
            (deeds.place[some] * (MOST_REPS + 1.0) + deeds.reps[some])[order],
            kg[some][order],
        )
        beaten = np.zeros(some.shape, dtype=bool)
        beaten[1:] = (key[1:] == key[:-1]) & (load[1:] <= load[:-1])
        rises = np.sort(some[order[~beaten]])
        _learn_front(held, deeds, group, rises)


def _learn_front(
    held: dict[int, Beside], deeds: Deeds, group: Group, rises: NDArray[np.intp]
) -> None:
    before: dict[int, Front] = {}
    full: set[int] = set()
    for at, reps, kg, day in _front_columns(deeds, rises):
        one = held[at]
        before.setdefault(at, one.front)
        front = with_best_set(one.front, reps, kg, day)
        held[at] = one._replace(front=front)
        if len(front) >= _FULL:
            full.add(at)
    if full:  # some were left out, and what they had beaten counts again: every set is asked
        for at in full:
            held[at] = held[at]._replace(front=before[at])
        every = np.flatnonzero(group & np.isin(deeds.place, list(full)))
        for at, reps, kg, day in _front_columns(deeds, every):
            one = held[at]
            held[at] = one._replace(front=with_best_set(one.front, reps, kg, day))


def _front_columns(deeds: Deeds, some: NDArray[np.intp]) -> Iterator[tuple[int, int, float, int]]:
    kg = deeds.load_kg[some] - deeds.assist_kg[some]
    columns = deeds.place[some], deeds.reps[some].astype(np.int64), kg, deeds.day[some]
    return zip(*(column.tolist() for column in columns), strict=True)


def _last(place: NDArray[np.intp], group: Group, most: int) -> Group:
    """Tell the last few of a group in each place."""
    counted = np.cumsum(group)
    sizes = np.diff(np.append(heads_of(place), len(place)))
    ends = np.repeat(counted[np.cumsum(sizes) - 1], sizes)
    return group & (ends - counted < most)
