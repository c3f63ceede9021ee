"""
What is kept of lifts beside the numbers, after many sets: only sets that can change it are asked.

Each is learned by the functions that learn one set of one athlete. Most sets change nothing of
it, which is told of whole columns: sets across, and those that later ones outdo.

Reason to change: something else is remembered of a set, as in `model.remember`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.model.bar_speed import Speeds, with_speed
from liftguard.model.bests import Bests, with_best
from liftguard.model.front import Front, with_best_set
from liftguard.model.last_time import NO_WORK, Earlier, Latest, with_set
from liftguard.model.params import Params
from liftguard.model.reports import NO_REPORTS, Reports, with_report
from liftguard.model.row import RATED
from liftguard.units import SECONDS_PER_DAY

__all__ = ["NOTHING_BESIDE", "Beside", "Deeds", "remembering_many"]

Floats = NDArray[np.float64]
Group = NDArray[np.bool_]

_BEST, _SPEED, _REPORT, _ANEW, _TIME, _FRONT = (1 << bit for bit in range(6))
_WEEK = 7.0
_FULL = 10  # unbeaten bests: from there on some are left out, and a set may come in again


class Beside(NamedTuple):
    """The last fields of a `LiftState`."""

    bests: Bests = ()
    speeds: Speeds = ()
    reports: Reports = NO_REPORTS
    front: Front = ()
    earlier: Earlier = ()
    latest: tuple[Latest, ...] = ()


NOTHING_BESIDE = Beside()
"""Of a lift before its first set."""


class Deeds(NamedTuple):
    """
    Sets that were tried, those of each lift of each athlete in order of time.

    `place` tells the lifts apart and rises. `day` counts dates, `at_s` seconds from the log's first
    set; `clock_s` is the session's clock. `days` is the time since the last set of the lift, `left`
    what was left [reps], `reached` and `owed` are of the belief after the set [log kg], `top` the
    bin of the heaviest load that went up, before and after it.
    """

    place: NDArray[np.intp]
    at_s: Floats
    day: NDArray[np.int64]
    clock_s: Floats
    days: Floats
    load_kg: Floats
    assist_kg: Floats
    log_load: Floats
    reps: Floats
    planned_reps: Floats
    missed: Group
    mark: NDArray[np.str_]
    kind: Floats
    rpe: Floats
    left: Floats
    mean_velocity_m_s: Floats
    reached: Floats
    owed: Floats
    top_before: Floats
    top_after: Floats


class _Deed(NamedTuple):
    """One of them, as `last_time.with_set` reads it."""

    load_kg: float
    assist_kg: float
    reps: int
    planned_reps: int | None
    kind: str | None
    missed: bool
    mean_velocity_m_s: float | None


def remembering_many(before: dict[int, Beside], deeds: Deeds, params: Params) -> dict[int, Beside]:
    """Keep what sets were, by place, for the lifts that had some; as `remember.remembering`."""
    after: dict[int, Beside] = {}
    asked, cut = _asked(deeds, params)
    some = np.flatnonzero(asked)
    at, best_from = -1, dict[int, bool]()
    for place in np.unique(deeds.place[cut]).tolist():
        best_from[place] = True
    one, tops = NOTHING_BESIDE, dict[int, float]()
    for place, bits, *told in zip(
        deeds.place[some].tolist(), asked[some].tolist(), *_told(deeds, some, params), strict=True
    ):
        if place != at:
            if at >= 0:
                after[at] = one
            at, tops, one = place, {}, before.get(place, NOTHING_BESIDE)
            if place in best_from:  # older weeks are forgotten by the end
                one = one._replace(bests=())
        one = _remembering(one, bits, tops, *told, params)
    if at >= 0:
        after[at] = one
    return after


def _remembering(
    one: Beside,
    bits: int,
    tops: dict[int, float],
    deed: _Deed,
    left: float,
    best: tuple[int, float],
    spoken: tuple[float, float, float, float],
    day: int,
    is_new: bool,  # noqa: FBT001
    is_back: bool,  # noqa: FBT001
    params: Params,
) -> Beside:
    bests, speeds, reports, front, earlier, latest = one
    clock_s, log_load, load, said = spoken
    if bits & _BEST:
        bests = with_best(bests, *best, params)
    if bits & _SPEED and deed.mean_velocity_m_s is not None:
        speeds = with_speed(speeds, log_load, deed.mean_velocity_m_s, params)
    if bits & _REPORT:
        reports = with_report(reports, clock_s, load, float(deed.reps), said, params)
    if bits & _ANEW:
        front, earlier, latest = (), (), ()
        tops.clear()
    if bits & _TIME:
        was_left = left if left == left else None  # noqa: PLR0124 - not NaN
        earlier, latest = with_set(
            earlier, latest, deed, was_left, day, is_new=is_new, is_back=is_back
        )
    if bits & _FRONT:
        kg, reps = deed.load_kg - deed.assist_kg, deed.reps
        if len(front) >= _FULL or kg > tops.get(reps, -np.inf):
            front = with_best_set(front, reps, kg, day)
            tops[reps] = max(kg, tops.get(reps, -np.inf))
    return Beside(bests, speeds, reports, front, earlier, latest)


def _told(deeds: Deeds, some: NDArray[np.intp], params: Params) -> Iterator[list[object]]:
    """List what is told of some sets, for the functions that learn them."""

    def of(name: str) -> list[float]:
        values: list[float] = getattr(deeds, name)[some].tolist()
        return values

    planned, speeds, marks = of("planned_reps"), of("mean_velocity_m_s"), of("mark")
    deed = [
        _Deed(
            kg,
            assist,
            int(reps),
            int(plan) if plan == plan else None,  # noqa: PLR0124 - not NaN
            mark or None,  # type: ignore[arg-type]
            missed,  # type: ignore[arg-type]
            speed if speed == speed else None,  # noqa: PLR0124
        )
        for kg, assist, reps, plan, mark, missed, speed in zip(
            of("load_kg"), of("assist_kg"), of("reps"), planned, marks, of("missed"), speeds,
            strict=True,
        )
    ]  # fmt: skip
    yield deed  # type: ignore[misc]
    yield of("left")  # type: ignore[misc]
    days = (deeds.at_s[some] // SECONDS_PER_DAY).astype(np.int64).tolist()
    yield list(zip(days, of("reached"), strict=True))
    loads = (deeds.log_load + deeds.owed)[some].tolist()
    spoken = of("clock_s"), of("log_load"), loads, (10.0 - deeds.rpe[some]).tolist()
    yield list(zip(*spoken, strict=True))
    yield of("day")  # type: ignore[misc]
    yield (deeds.days[some] > params.session_days).tolist()
    yield (deeds.days[some] > params.out_of_use_days).tolist()


def _asked(deeds: Deeds, params: Params) -> tuple[NDArray[np.int64], Group]:
    """Tell what each set may change, and of which bests it is known that none will be kept."""
    known, up = ~np.isnan(deeds.log_load), deeds.reps > 0.0
    slip = up & (deeds.log_load >= (deeds.top_after + 1.0) * params.proof_width)
    anew = deeds.top_after < deeds.top_before
    rated = known & up & (deeds.kind == RATED) & ~np.isnan(deeds.rpe)
    rated &= 10.0 - deeds.rpe <= params.said_most
    moved = known & ~np.isnan(deeds.mean_velocity_m_s)
    recent = _in_the_last_weeks(deeds, known & up, params)
    warm = deeds.mark == "warmup"
    asked = (
        _BEST * (known & up & recent)
        + _SPEED * _last(deeds.place, moved, int(params.speeds_kept))
        + _REPORT * _last(deeds.place, rated, int(params.said_kept))
        + _ANEW * anew
        + _TIME * (~slip & ~_says_nothing_new(deeds, slip | anew, params))
        + _FRONT * (~slip & up & ~warm)
    )
    return asked, known & up & ~recent


def _says_nothing_new(deeds: Deeds, other: Group, params: Params) -> Group:
    """Tell the sets across: all of it went up, as of the set before with the same load."""
    short = deeds.reps < deeds.planned_reps
    work = (deeds.reps > 0.0) & ~short & ~deeds.missed & ~np.isin(deeds.mark, NO_WORK)
    plain = work & np.isnan(deeds.mean_velocity_m_s) & ~other
    kg, left = deeds.load_kg - deeds.assist_kg, deeds.left
    same = np.zeros(work.shape, dtype=bool)
    alike = (left[1:] == left[:-1]) | (np.isnan(left[1:]) & np.isnan(left[:-1]))
    same[1:] = (deeds.place[1:] == deeds.place[:-1]) & (kg[1:] == kg[:-1]) & alike & plain[:-1]
    return same & plain & ~(deeds.days > params.session_days)


def _in_the_last_weeks(deeds: Deeds, best: Group, params: Params) -> Group:
    """Tell the sets from a week on that the bests of a lift can reach back to at its end."""
    weeks = np.floor(deeds.at_s / SECONDS_PER_DAY / _WEEK)
    lasts = np.where(best, weeks, -np.inf)
    heads = np.flatnonzero(np.concatenate(([True], deeds.place[1:] != deeds.place[:-1])))
    last = np.maximum.reduceat(lasts, heads) if heads.size and lasts.size else lasts
    sizes = np.diff(np.append(heads, lasts.size))
    ends = np.repeat(last, sizes) if lasts.size else lasts
    recent: Group = weeks >= np.floor((ends * _WEEK - params.best_days) / _WEEK)
    return recent


def _last(place: NDArray[np.intp], group: Group, most: int) -> Group:
    """Tell the last few of a group in each place."""
    counted = np.cumsum(group)
    ends = np.flatnonzero(np.concatenate((place[1:] != place[:-1], [True])))
    if not place.size:
        return group
    sizes = np.diff(np.concatenate(([-1], ends)))
    return group & (np.repeat(counted[ends], sizes) - counted < most)
