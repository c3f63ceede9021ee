"""
A plan walked forward: one judgement for each set, and what would clear the first flagged one.

Reason to change: how a plan is walked, or what of it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

import attrs

from liftguard.errors import InvalidValue, WrongOrder
from liftguard.judge.advice import advise
from liftguard.judge.judgement import judge_set
from liftguard.judge.question import Assessment, Question, Rules, assess
from liftguard.judge.ramp import later
from liftguard.judge.verdict import Level, Step, Verdict
from liftguard.judge.walk import breaks_of
from liftguard.model.learn import expect
from liftguard.model.state import AthleteState, moment
from liftguard.records import Pain, PlannedSession, PlannedSet, Plates
from liftguard.shown import shown
from liftguard.units import is_aware

__all__ = ["PlanCheck", "PlannedMoment", "SetCheck", "check_in_plan", "check_plan", "walk"]


class PlannedMoment(NamedTuple):
    """One set of a plan: of which session, in which place, and how it stands."""

    session: int
    place: int
    found: Assessment


@attrs.frozen(kw_only=True)
class SetCheck:
    """
    How one set of a plan stands.

    Parameters
    ----------
    session, place : int
        Its session in the plan, and its place there, both from 0.
    planned : PlannedSet
        The set.
    at : datetime
        When it would be done.
    level : Level
        How it is judged.
    p_beyond : float, optional
        How likely it would fail; None where that cannot be computed. [1]
    pain : Pain, optional
        That holds its lift back, as in `Verdict.pain`.

    Examples
    --------
    >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> SetCheck(session=0, place=1, planned=squat, at=datetime(2026, 1, 5, 18, 3),
    ...          level=Level.CLEAR, p_beyond=0.03).place
    1
    """

    session: int
    place: int
    planned: PlannedSet
    at: datetime
    level: Level
    p_beyond: float | None
    pain: Pain | None = None


@shown
@attrs.frozen(kw_only=True)
class PlanCheck:
    """
    How a plan stands, if it goes as planned.

    Parameters
    ----------
    sets : tuple of SetCheck
        One for each set, in order.
    first_beyond : int, optional
        Index in `sets` of the first one that is CAUTION or worse; None where there is none,
        which is not the same as a plan that is clear: see the levels.
    steps : tuple of Step
        That clear it, the smallest change first.
    verdict : Verdict, optional
        On that set, with all that is known then: why it is flagged.
    first_break : int, optional
        Index in `sets` of the first one before which a break is due, whatever its level.
    breaks : tuple of Step
        Those breaks; see `Verdict.breaks`.

    Examples
    --------
    >>> PlanCheck(sets=(), first_beyond=None, steps=()).worst is None
    True
    """

    sets: tuple[SetCheck, ...]
    first_beyond: int | None
    steps: tuple[Step, ...]
    verdict: Verdict | None = None
    first_break: int | None = None
    breaks: tuple[Step, ...] = ()

    @property
    def worst(self) -> Level | None:
        """The worst level of all sets; None for an empty plan."""
        return max((one.level for one in self.sets), default=None)


def check_plan(
    state: AthleteState,
    plan: Iterable[PlannedSession],
    rules: Rules,
    plates: Plates | None = None,
) -> PlanCheck:
    """Judge each set of a plan, walked forward."""
    sets: list[SetCheck] = []
    first: int | None = None
    steps: tuple[Step, ...] = ()
    verdict: Verdict | None = None
    first_break: int | None = None
    breaks: tuple[Step, ...] = ()
    for session, place, found in walk(state, plan, rules, plates):
        if first is None and found.level >= Level.CAUTION:
            first = len(sets)
            steps = advise(found, rules)
            verdict = judge_set(found, rules)
        if first_break is None:
            breaks = breaks_of(found, rules)
            first_break = len(sets) if breaks else None
        sets.append(
            SetCheck(
                session=session,
                place=place,
                planned=found.planned,
                at=found.at,
                level=found.level,
                p_beyond=found.forecast.p_beyond,
                pain=None if found.ceiling is None else found.ceiling.pain,
            )
        )
    return PlanCheck(
        sets=tuple(sets),
        first_beyond=first,
        steps=steps,
        verdict=verdict,
        first_break=first_break,
        breaks=breaks,
    )


def check_in_plan(
    state: AthleteState,
    plan: Iterable[PlannedSession],
    index: int,
    rules: Rules,
    plates: Plates | None = None,
) -> Verdict:
    """Judge one set of a plan, counted from 0 over its sessions, after those before it."""
    if isinstance(index, int) and not isinstance(index, bool) and index >= 0:
        for one in islice(walk(state, plan, rules, plates), index, None):
            return judge_set(one.found, rules)
    raise InvalidValue(where="index", got=index, wanted="the place of a set of the plan, from 0")


def walk(
    state: AthleteState,
    plan: Iterable[PlannedSession],
    rules: Rules,
    plates: Plates | None = None,
) -> Iterator[PlannedMoment]:
    """
    Walk a plan forward, set by set, as if it went as planned.

    The first set of a lift follows its usual ramp, by athletes who write theirs down.
    """
    if not isinstance(plan, Iterable):
        raise InvalidValue(where="plan", got=plan, wanted="PlannedSessions in order of time")
    for number, session in enumerate(plan):
        _check(number, session, state)
        at, rest_s = session.at, None
        usual_s = session.rest_s
        if usual_s is None:
            usual_s = 60.0 * rules.params.typical_rest_minutes
        for place, planned in enumerate(session.sets):
            found = assess(Question(state, planned, at, rest_s, plates), rules)
            yield PlannedMoment(number, place, found)
            state = expect(state, planned, at, found.standing, rules.params)
            at, rest_s = later(at, usual_s / 60.0), usual_s


def _check(number: int, session: object, state: AthleteState) -> None:
    """Refuse what is no session, and one that comes too early."""
    where = f"plan[{number}]"
    if not isinstance(session, PlannedSession):
        raise InvalidValue(where=where, got=session, wanted="a PlannedSession")
    if state.at is None:
        return
    if is_aware(session.at) != is_aware(state.at):
        raise InvalidValue(
            where=f"{where}.at",
            got=session.at.isoformat(),
            wanted="wall clock throughout or instants throughout, as in the state",
        )
    if moment(session.at) < state.at:
        raise WrongOrder(
            where=f"{where}.at",
            got=session.at.isoformat(),
            wanted=f"a moment not before what comes before it, {state.at.isoformat()}",
            hint="Sessions stand in order of time and do not overlap.",
        )
