"""
What was done the last times of a lift: for few, some and many repetitions apart.

The session that goes on, or was the last, is noted set by set; those before it are folded into
one line for each range of repetitions. Kept beside the numbers, as learning a set does not read
it; bounded in size. Loads are as the lifter counts them, help below 0. [kg]

Reason to change: what is remembered of the last times of a lift.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from liftguard.model.special import Number, made, where

__all__ = [
    "NO_WORK",
    "Deed",
    "Earlier",
    "Latest",
    "Time",
    "alike_reps",
    "folded",
    "is_far_above",
    "with_set",
]

# House rules of bookkeeping: no forecast depends on them.
_ALIKE = 1.35  # counts that differ by less are one range: 5 and 6, 8 and 10, not 3 and 5 [1]
_WORK = 0.9  # of the heaviest of a session: the first set from there on is its work
_LIGHT = 0.7  # of the time before: less than that was meant to be light
NO_WORK = ("warmup", "drop")
"""Kinds of sets that are not the work, or were done tired on purpose."""

_RANGES = 4  # of repetitions that are told apart
_GRAM = 1e-3
_DECIMALS = 3  # of a stored load [kg]


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


Earlier = tuple[Time, ...]
"""One for each range of repetitions, the latest last."""


def alike_reps(one: float, other: float) -> bool:
    """Tell whether two counts of repetitions are of one range."""
    return one <= _ALIKE * other and other <= _ALIKE * one


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
    others, old = [], None
    for one in earlier:  # the latest of an alike range comes last
        if alike_reps(one.reps, now.reps):
            if old is not None:
                others.append(old)
            old = one
        else:
            others.append(one)
    if now.load_kg is not None:
        others.append(_after(old, now, round(now.load_kg, _DECIMALS)))
    elif old is not None:  # nothing went up: the last time stands
        others.append(old._replace(moves=_after_short(old), is_short=True))
    elif others:
        others[-1] = others[-1]._replace(is_short=True)
    return tuple(others[-_RANGES:])


def _after_short(old: Time) -> int:
    """Give the moves of a session that fell short: the rise waits once, then it is over."""
    return min(old.moves, -1) - 1 if old.is_short or old.moves <= 0 else old.moves


def _after(old: Time | None, now: Latest, load_kg: float) -> Time:
    """Give how the last session goes on from the time before it."""
    day, reps, short = now.day, now.reps, now.short
    if old is None:
        return Time(day, load_kg, reps, is_short=short > 0)
    _, before, old_reps, step_kg, moves, goal_kg, *_ = old
    more = load_kg - (before if goal_kg is None else goal_kg)
    if more < -_GRAM:
        return _lighter(old, now, load_kg)
    if short:
        return Time(day, load_kg, reps, step_kg, _after_short(old), is_short=True)
    if more < _GRAM:
        waited = old.is_short and moves > 0
        moves = moves if waited else 0 if reps > old_reps else min(moves, 0) - 1
    elif moves > 0:
        step_kg, moves = round(min(step_kg, more), _DECIMALS), moves + 1
    else:
        step_kg, moves = round(more, _DECIMALS), 1
    return made(Time, (day, load_kg, reps, step_kg, moves, None, False, False))


def _lighter(old: Time, now: Latest, load_kg: float) -> Time:
    """
    Tell a step back from a light time that was meant, and from the way back after time off.

    One light time is taken as meant; after time off the loads rise to what was.
    """
    short = now.short > 0
    step_back = Time(now.day, load_kg, now.reps, old.step_kg, is_short=short)
    if short:
        return step_back
    light = 0.0 < load_kg < _LIGHT * old.load_kg - _GRAM and not old.is_short
    if old.goal_kg is None and (now.is_back or light):
        return step_back._replace(moves=old.moves, goal_kg=old.load_kg, is_back=now.is_back)
    if old.is_back and load_kg > old.load_kg:
        return step_back._replace(moves=old.moves, goal_kg=old.goal_kg, is_back=True)
    return step_back
