"""
What was done the last times of a lift: for few, some and many repetitions apart.

The session that goes on, or was the last, is noted set by set; those before it are folded into
one line for each range of repetitions. Kept beside the numbers, as learning a set does not read
it; bounded in size. Loads are as the lifter counts them, help below 0. [kg]

Reason to change: what is remembered of the last times of a lift.
"""

from __future__ import annotations

import math
from typing import NamedTuple, Protocol

from liftguard.model.special import Number, floor, made, minimum, where

__all__ = [
    "NO_TIME",
    "NO_WORK",
    "RANGES",
    "Deed",
    "Earlier",
    "Latest",
    "Time",
    "after_short",
    "alike_reps",
    "folded",
    "is_far_above",
    "time_after",
    "with_set",
]

# House rules of bookkeeping: no forecast depends on them.
_ALIKE = 1.35  # counts that differ by less are one range: 5 and 6, 8 and 10, not 3 and 5 [1]
_WORK = 0.9  # of the heaviest of a session: the first set from there on is its work
_LIGHT = 0.7  # of the time before: less than that was meant to be light
NO_WORK = ("warmup", "drop")
"""Kinds of sets that are not the work, or were done tired on purpose."""

RANGES = 4
"""Of repetitions that are told apart."""

_GRAM = 1e-3
_GRAMS = 1000.0  # in a kilogram: loads are stored in whole ones


class Deed(Protocol):
    """What is read of a set that was done: the fields of `LoggedSet` by these names."""

    @property
    def load_kg(self) -> float: ...  # noqa: D102
    @property
    def assist_kg(self) -> float: ...  # noqa: D102
    @property
    def reps(self) -> int: ...  # noqa: D102
    @property
    def planned_reps(self) -> int | None: ...  # noqa: D102
    @property
    def kind(self) -> str | None: ...  # noqa: D102
    @property
    def missed(self) -> bool: ...  # noqa: D102
    @property
    def mean_velocity_m_s(self) -> float | None: ...  # noqa: D102


class Latest(NamedTuple):
    """
    The session that goes on, or was the last.

    Its day in days since the log's first; how many sets were missed or fell `short`; and its
    work, the first set of at least nine tenths of the heaviest load that went up: None where none
    did, `reps` then being those that were tried. `set_kg` is the last load that went up, `left`
    what the last set left in reserve, `missed_kg` the lightest load that was missed or fell short.
    `quickest` is the highest speed at the load of `set_kg`, `velocity` that of its last set.
    [m/s] `is_back` says whether the lift was left for long before. `missed_reps` were tried at
    `missed_kg`; both are None once as many went up there or above, which makes a miss good.
    """

    day: int
    reps: int = 0
    short: int = 0
    load_kg: float | None = None
    set_kg: float | None = None
    left: float | None = None
    missed_kg: float | None = None
    quickest: float | None = None
    velocity: float | None = None
    is_back: bool = False
    missed_reps: int | None = None


class Time(NamedTuple):
    """
    The last time of a lift, with repetitions of one range.

    `moves` counts the sessions in a row in which the load rose, or below 0 those in which it
    stayed; `step_kg` is by how much it rises. `goal_kg` is the load of the time before, where this
    one was meant to be light, or `is_back` after time off; None elsewhere. One that `is_short`
    had a set that was missed or fell short: its load is done again before it goes on rising.
    """

    day: int
    load_kg: float
    reps: int
    step_kg: float = 0.0
    moves: int = 0
    goal_kg: float | None = None
    is_back: bool = False
    is_short: bool = False


NO_TIME = Time(0, 0.0, 0)
"""Before any."""

Earlier = tuple[Time, ...]
"""One for each range of repetitions, the latest last."""


def alike_reps(one: Number, other: Number) -> Number:
    """Tell whether two counts of repetitions are of one range."""
    return (one <= _ALIKE * other) & (other <= _ALIKE * one)


def with_set(
    earlier: Earlier,
    latest: tuple[Latest, ...],
    done: Deed,
    left: float | None,
    day: int,
    *,
    is_new: bool,
    is_back: bool,
) -> tuple[Earlier, tuple[Latest, ...]]:
    """
    Note a set of a day, which left so much in reserve [reps], None where nobody noted it.

    One that `is_new` begins a session: the session before it is folded into the earlier ones. It
    `is_back` where the lift was left for long before it.
    """
    if is_new or not latest:
        earlier = folded(earlier, latest)
        now = made(Latest, (day, 0, 0, None, None, None, None, None, None, is_back, None))
    else:
        (now,) = latest
    load_kg, reps, planned = done.load_kg - done.assist_kg, done.reps, done.planned_reps
    is_work = done.kind not in NO_WORK
    short = planned is not None and reps < planned
    if is_work and reps and not short:
        now = _with_work(now, load_kg, reps, left, done.mean_velocity_m_s)
    if done.missed or (short and is_work):
        now = _with_miss(now, load_kg, reps, planned, left)
    return earlier, (now,)


def _with_work(
    now: Latest, load_kg: float, reps: int, left: float | None, velocity: float | None
) -> Latest:
    """Note a set of which all went up that was meant."""
    now = _made_good(now, load_kg, reps)
    if load_kg == now.set_kg and left == now.left and velocity is now.velocity is None:
        return now  # as most sets across are
    day, work_reps, short, work_kg, set_kg, _, missed_kg, quickest, _, is_back, tried = now
    if set_kg is None or abs(load_kg - set_kg) >= _GRAM:
        quickest = None
    if velocity is not None:
        quickest = velocity if quickest is None else max(velocity, quickest)
    if work_kg is None or is_far_above(load_kg, work_kg):
        work_kg, work_reps = load_kg, reps
    told = left, missed_kg, quickest, velocity, is_back, tried
    return made(Latest, (day, work_reps, short, work_kg, load_kg, *told))


def _made_good(now: Latest, load_kg: float, reps: int) -> Latest:
    """Forget a miss after as many repetitions with as much load."""
    if now.missed_kg is None or load_kg < now.missed_kg - _GRAM or reps < (now.missed_reps or 0):
        return now
    return now._replace(missed_kg=None, missed_reps=None)


def _with_miss(
    now: Latest, load_kg: float, reps: int, planned: int | None, left: float | None
) -> Latest:
    """Note a set that was missed, or fell short of its plan; nothing is left after it."""
    missed = [(load_kg, planned or reps + 1)]
    if now.missed_kg is not None:
        missed.append((now.missed_kg, now.missed_reps or 1))
    kg, tried = min(missed)
    return now._replace(
        short=now.short + 1,
        missed_kg=kg,
        missed_reps=tried,
        reps=now.reps or planned or max(reps, 1),
        left=0.0 if left is None else left,
    )


def is_far_above(kg: Number, other_kg: Number) -> Number:
    """Tell whether a load is so much more that the other one led up to it."""
    return where(other_kg > 0.0, kg * _WORK, kg) > other_kg + _GRAM


def folded(earlier: Earlier, latest: tuple[Latest, ...]) -> Earlier:
    """Take the last session into the earlier ones."""
    if not latest or not latest[0].reps:
        return earlier
    (now,) = latest
    alike = [n for n, one in enumerate(earlier) if alike_reps(one.reps, now.reps)]
    at = alike[-1] if alike else None  # the latest of an alike range
    others = [one for n, one in enumerate(earlier) if n != at]
    if now.load_kg is not None:
        old = NO_TIME if at is None else earlier[at]
        goal_kg = math.nan if old.goal_kg is None else old.goal_kg
        new = time_after(old._replace(goal_kg=goal_kg), now)
        has_goal = new.goal_kg == new.goal_kg
        others.append(new if has_goal else new._replace(goal_kg=None))
    elif at is not None:  # nothing went up: the last time stands
        others.append(after_short(earlier[at]))
    elif others:
        others[-1] = others[-1]._replace(is_short=True)
    return tuple(others[-RANGES:])


def after_short(old: Time) -> Time:
    """Give a time of which nothing went up since; floats or arrays."""
    return old._replace(moves=_moves_after_short(old), is_short=old.reps > 0)


def _moves_after_short(old: Time) -> Number:
    """Give the moves of a session that fell short: the rise waits once, then it is over."""
    over = (old.is_short > 0) | (old.moves <= 0)
    return where(over, minimum(old.moves, -1) - 1, old.moves)


def time_after(old: Time, now: Latest) -> Time:
    """
    Give how a session in which a load went up goes on from the time before it, or `NO_TIME`.

    Floats or arrays, with NaN for no goal. A load below the time before is a step back, unless it
    is a light time that was meant, once, or lies on the way back after time off, on which the
    loads rise to what was.
    """
    _, before, old_reps, step_kg, moves, goal_kg, was_back, was_short = old
    load_kg, short, had_goal = _to_grams(now.load_kg), now.short > 0, goal_kg == goal_kg  # noqa: PLR0124 - not NaN
    begun, rose = old_reps > 0, moves > 0
    more = load_kg - where(had_goal, goal_kg, before)
    lighter, same = more < -_GRAM, more < _GRAM
    light = (load_kg > 0.0) & (load_kg < _LIGHT * before - _GRAM) & (was_short == 0)
    meant = (had_goal == 0) & (light | (now.is_back > 0))
    kept = begun & lighter & (short == 0) & (meant | ((was_back > 0) & (load_kg > before)))
    stayed = where(now.reps > old_reps, 0, minimum(moves, 0) - 1)
    stayed = where((was_short > 0) & rose, moves, stayed)
    on = where(short, _moves_after_short(old), where(same, stayed, where(rose, moves + 1, 1)))
    step = _to_grams(where(rose, minimum(step_kg, more), more))
    return Time(
        now.day,
        load_kg,
        now.reps,
        where(begun, where(short | same, step_kg, step), 0.0),
        where(begun, where(lighter, where(kept, moves, 0), on), 0),
        where(kept, where(meant, before, goal_kg), math.nan),
        kept & (where(meant, now.is_back, was_back) > 0),
        short,
    )


def _to_grams(kg: Number) -> Number:
    """Round a load as it is stored."""
    return floor(kg * _GRAMS + 0.5) / _GRAMS
