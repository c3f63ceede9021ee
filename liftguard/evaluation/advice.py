"""
What would have been suggested before sets of a log, beside what was taken.

Everything is asked just before the set, as an app asks by `suggest`, strictly forward in time.

Reason to change: other sets are asked about, or another simple rule stands beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs
import numpy as np

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.scored_sets import FIRST_SESSION, tried
from liftguard.guard import Guard
from liftguard.model.row import WARM_UP, kind_of
from liftguard.model.state import AthleteState
from liftguard.records import History, LoggedSet

__all__ = [
    "LAST_TIME",
    "PLUS",
    "SAME_REPS",
    "Advised",
    "advised",
    "completed",
    "first_work",
    "joined_advice",
]

LAST_TIME = "same_as_last_time"
"""The load of the first work set of the session before."""

SAME_REPS = "same_repetitions"
"""That of the last first work set of as many repetitions, else the same as last time."""

PLUS = "last_plus_2_5_kg"
"""That of the session before and 2.5 kg."""

_WORK = 0.9  # of a day's heaviest load: its first set from there on is its first work set
_PLUS_KG = 2.5


@attrs.frozen(kw_only=True, eq=False)
class Advised:
    """
    Sets before which a load was suggested, for the repetitions that were then done.

    Arrays of shape (n,) and, of plans that the log holds, (m,).
    """

    taken_kg: Floats  # and completed
    says_kg: dict[str, Floats]  # of each rule, by its name
    suggested_kg: Floats  # NaN where nothing was suggested
    to_begin: Floats  # 1 where it was a load to begin with, else 0
    # of plans: 1 where a load of at most the suggested one fell short, 0 where at least it went up
    failed: Floats
    p: Floats  # of the suggested load to fail, as shown before [1]
    above_missed: int  # suggestions above a load that was missed that day

    def __len__(self) -> int:
        return len(self.taken_kg)


class _Taken(NamedTuple):
    """What was suggested before a set, and what each rule says."""

    done: LoggedSet
    suggested_kg: float
    to_begin: bool
    says_kg: dict[str, float]


def completed(done: LoggedSet) -> bool:
    """Tell whether all of a set went up that was meant."""
    whole = done.planned_reps is None or done.reps >= done.planned_reps
    return done.reps > 0 and not done.missed and whole


def first_work(history: History) -> dict[str, list[LoggedSet]]:
    """
    List the first work set of each session of each lift, a day being a session.

    The first set of a day of at least nine tenths of its heaviest load, no warm-up.
    """
    days: dict[str, dict[int, list[LoggedSet]]] = defaultdict(lambda: defaultdict(list))
    for done in history.sets:
        if tried(done) and kind_of(done) != WARM_UP:
            days[done.lift][done.at.toordinal()].append(done)
    return {
        lift: [
            next(one for one in sets if one.load_kg >= _WORK * max(s.load_kg for s in sets))
            for _, sets in sorted(by_day.items())
        ]
        for lift, by_day in days.items()
    }


def advised(history: History, guard: Guard) -> Advised:
    """Ask before each first work set from the sixth session of its lift on, and before plans."""
    rules = {id(done): says for done, says in _rules_of(first_work(history))}
    taken: list[_Taken] = []
    plans: list[tuple[float, float]] = []
    missed = _Missed()
    state = guard.start()
    for entry in history:
        if isinstance(entry, LoggedSet) and tried(entry):
            plan = entry.planned_reps is not None and kind_of(entry) != WARM_UP
            if id(entry) in rules:
                taken.append(_asked(state, entry, rules[id(entry)], guard))
            if plan or missed.holds(entry):
                plans += missed.judged(state, entry, guard)
            missed.note(entry)
        state = guard.learn(state, entry)
    return _arrays(taken, plans, missed.above)


def _rules_of(
    first: dict[str, list[LoggedSet]],
) -> Iterator[tuple[LoggedSet, dict[str, float]]]:
    """Give the sets that are scored, with what each simple rule says before them."""
    for sets in first.values():
        before: list[LoggedSet] = []
        for session, done in enumerate(sets, start=1):
            if session >= FIRST_SESSION and before and completed(done) and not done.to_failure:
                last = before[-1].load_kg
                same = next((s.load_kg for s in reversed(before) if s.reps == done.reps), last)
                yield done, {LAST_TIME: last, SAME_REPS: same, PLUS: last + _PLUS_KG}
            if completed(done):
                before.append(done)


def _asked(state: AthleteState, done: LoggedSet, says_kg: dict[str, float], guard: Guard) -> _Taken:
    found = guard.suggest(state, done.lift, done.reps, at=done.at)
    kg = np.nan if found.load_kg is None else found.load_kg - found.assist_kg
    return _Taken(done, kg, found.to_begin, says_kg)


class _Missed:
    """The lightest load missed of each lift that day, and suggestions above it."""

    def __init__(self) -> None:
        self.above = 0
        self._lightest: dict[tuple[str, int], float] = {}

    def holds(self, done: LoggedSet) -> bool:
        """Tell whether a set of the lift was missed earlier that day."""
        return _day_of(done) in self._lightest

    def note(self, done: LoggedSet) -> None:
        """Note a set that was missed."""
        if done.missed:
            least = self._lightest.get(_day_of(done), np.inf)
            self._lightest[_day_of(done)] = min(least, done.load_kg - done.assist_kg)

    def judged(
        self, state: AthleteState, done: LoggedSet, guard: Guard
    ) -> Iterator[tuple[float, float]]:
        """Ask before a set, and give whether the suggested load failed, and the chance shown."""
        reps = done.planned_reps or max(done.reps, 1)
        found = guard.suggest(state, done.lift, reps, at=done.at)
        if found.load_kg is None:
            return
        kg, load = found.load_kg - found.assist_kg, done.load_kg - done.assist_kg
        self.above += kg > self._lightest.get(_day_of(done), np.inf) + _SAME_KG
        up = completed(done)
        told = load >= kg - _SAME_KG if up else load <= kg + _SAME_KG
        if done.planned_reps is not None and told and not found.to_begin:
            yield float(not up), found.p_beyond or 0.0


_SAME_KG = 5e-3  # pounds are rounded


def _day_of(done: LoggedSet) -> tuple[str, int]:
    return done.lift, done.at.toordinal()


def _arrays(taken: Sequence[_Taken], plans: Sequence[tuple[float, float]], above: int) -> Advised:
    names = (LAST_TIME, SAME_REPS, PLUS)
    table = np.array(plans, dtype=np.float64).reshape(-1, 2)
    return Advised(
        taken_kg=np.array([one.done.load_kg - one.done.assist_kg for one in taken]),
        says_kg={name: np.array([one.says_kg[name] for one in taken]) for name in names},
        suggested_kg=np.array([one.suggested_kg for one in taken]),
        to_begin=np.array([float(one.to_begin) for one in taken]),
        failed=table[:, 0],
        p=table[:, 1],
        above_missed=above,
    )


def joined_advice(several: Sequence[Advised]) -> Advised:
    """Put what was suggested to one lifter or more one after the other."""
    names = ("taken_kg", "suggested_kg", "to_begin", "failed", "p")
    arrays = {name: np.concatenate([getattr(one, name) for one in several]) for name in names}
    says = {
        name: np.concatenate([one.says_kg[name] for one in several]) for name in several[0].says_kg
    }
    above = sum(one.above_missed for one in several)
    return Advised(says_kg=says, above_missed=above, **arrays)
