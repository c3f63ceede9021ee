"""
A plan walked forward: one judgement for each set, and what would clear the first flagged one.

Reason to change: what is said of a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

import attrs

from liftguard.errors import InvalidValue, WrongOrder
from liftguard.judge.advice import advise
from liftguard.judge.assess import assess
from liftguard.judge.judgement import judge_set
from liftguard.judge.policy import Policy
from liftguard.judge.ramp import later
from liftguard.judge.verdict import Level, Step, Verdict
from liftguard.model.learn import expect, prepare
from liftguard.model.params import Params
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSession, PlannedSet, Plates
from liftguard.shown import shown
from liftguard.units import is_aware

__all__ = ["PlanCheck", "PlannedMoment", "SetCheck", "check_plan", "walk"]


class PlannedMoment(NamedTuple):
    """
    One set of a plan, and the athlete just before it.

    `session` and `place` count from 0, in the plan and in its session; `rest_s` is the rest
    before the set: None for the first one of a session, and 0 right after a ramp. [s]
    """

    session: int
    place: int
    planned: PlannedSet
    at: datetime
    rest_s: float | None
    state: AthleteState


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

    Examples
    --------
    >>> PlanCheck(sets=(), first_beyond=None, steps=()).worst is None
    True
    """

    sets: tuple[SetCheck, ...]
    first_beyond: int | None
    steps: tuple[Step, ...]
    verdict: Verdict | None = None

    @property
    def worst(self) -> Level | None:
        """The worst level of all sets; None for an empty plan."""
        return max((one.level for one in self.sets), default=None)


def check_plan(
    state: AthleteState,
    plan: Iterable[PlannedSession],
    policy: Policy,
    params: Params,
    plates: Plates | None = None,
) -> PlanCheck:
    """
    Judge each set of a plan, walked forward.

    Parameters
    ----------
    state : AthleteState
        Of the athlete; it does not change.
    plan : iterable of PlannedSession
        In order of time.
    policy : Policy
        The thresholds.
    params : Params
        Of the model.
    plates : Plates, optional
        Bar and plates at hand; None means steps of 2.5 kg.

    Returns
    -------
    PlanCheck
        One judgement for each set.

    Raises
    ------
    WrongOrder
        When a session starts before the one before it has ended, or before the state's last
        entry.
    InvalidValue
        When it holds something else than sessions, or wall clock meets instants.

    Notes
    -----
    Each set is taken as done as planned, a flagged one too: it tires, and keeps the lift
    trained, but shows no strength. So the further ahead, the wider the belief. Plans name
    working sets: athletes who log their ramps are taken to have done one before the first set
    of a lift.

    Examples
    --------
    >>> import liftguard as lg
    >>> limit = [lg.LoggedSet(lift="squat", at=datetime(2026, 1, day), load_kg=140, reps=1, rpe=10)
    ...          for day in (1, 4, 8)]
    >>> state = lg.Guard().replay(lg.History(limit)).state
    >>> sets = [PlannedSet(lift="squat", load_kg=load, reps=3) for load in (60, 90, 140)]
    >>> evening = PlannedSession(at=datetime(2026, 1, 11, 18), sets=sets, rest_s=180)
    >>> found = check_plan(state, [evening], Policy(), Params())
    >>> found.first_beyond, found.sets[2].at.minute, found.steps[0].code
    (2, 6, 'lower_load')
    """
    sets: list[SetCheck] = []
    first: int | None = None
    steps: tuple[Step, ...] = ()
    verdict: Verdict | None = None
    for session, place, planned, at, rest_s, before in walk(state, plan, params):
        found = assess(before, planned, at, policy, params, rest_s)
        if first is None and found.level >= Level.CAUTION:
            first = len(sets)
            steps = advise(before, planned, at, plates, policy, params, rest_s)
            verdict = judge_set(before, planned, at, plates, policy, params, rest_s)
        sets.append(
            SetCheck(
                session=session,
                place=place,
                planned=planned,
                at=at,
                level=found.level,
                p_beyond=found.forecast.p_beyond,
            )
        )
    return PlanCheck(sets=tuple(sets), first_beyond=first, steps=steps, verdict=verdict)


def walk(
    state: AthleteState, plan: Iterable[PlannedSession], params: Params
) -> Iterator[PlannedMoment]:
    """
    Walk a plan forward, set by set, as if it went as planned.

    Parameters
    ----------
    state : AthleteState
        Before it.
    plan : iterable of PlannedSession
        In order of time.
    params : Params
        For the typical rest, where a session does not say.

    Yields
    ------
    PlannedMoment
        Each set, with the state just before it.

    Raises
    ------
    WrongOrder, InvalidValue
        As in `check_plan`.

    Examples
    --------
    >>> sets = [PlannedSet(lift="squat", load_kg=100, reps=5)] * 2
    >>> evening = PlannedSession(at=datetime(2026, 1, 5, 18), sets=sets, rest_s=120)
    >>> for one in walk(AthleteState(made_by=""), [evening], Params()):
    ...     print(one.place, one.at.minute, one.rest_s, one.state.session.in_a_row)
    0 0 None 0
    1 2 120.0 1
    """
    if not isinstance(plan, Iterable):
        raise InvalidValue(where="plan", got=plan, wanted="PlannedSessions in order of time")
    for number, session in enumerate(plan):
        _check(number, session, state)
        at, rest_s = session.at, None
        usual_s = 60.0 * params.typical_rest_minutes if session.rest_s is None else session.rest_s
        for place, planned in enumerate(session.sets):
            if planned.lift not in {one.lift for one in session.sets[:place]}:
                ready = prepare(state, planned, at, params)
                # the ramp ends where the set begins: what was rested before it is no rest again
                state, rest_s = ready, rest_s if ready is state else 0.0
            yield PlannedMoment(number, place, planned, at, rest_s, state)
            state = expect(state, planned, at, rest_s, params)
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
