"""
What to do instead: the smallest changes that clear a flagged set, each judged on its own.

Reason to change: a new kind of advice.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from attrs import evolve

from liftguard.judge.assess import Assessment, assess
from liftguard.judge.deload import deload_set
from liftguard.judge.loads import heaviest_held, heaviest_loadable, loadable, loadable_from
from liftguard.judge.policy import Policy
from liftguard.judge.ramp import after_ramp, later, warm_up
from liftguard.judge.verdict import Level, Step
from liftguard.lifts import lift_of, regions_of
from liftguard.model.curve import MOST_MODELLED_REPS, demand
from liftguard.model.fatigue import overlap
from liftguard.model.forecast import p_beyond
from liftguard.model.known import carried_kg, log_moved, tired_regions
from liftguard.model.learn import as_done, expect, fold
from liftguard.model.params import Params
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSet, Plates

__all__ = ["advise", "clear_now", "way_back"]

# House rules.
_MINUTES = (1, 2, 3, 5, 8, 10, 15, 20, 30)  # of more rest that are tried
_DAYS = range(1, 8)  # of waiting that are tried
_WEEKS = range(8)  # that a way back is followed for
_SOON = ("more_rest", "ramp_first", "another_day")  # steps that lead to the set itself
_GRAM = 1e-3  # [kg]
_MORE_A_WEEK = 1.2  # of the load of a way back: a tenth in each of two sessions
_TELLING_RPE = 5.0  # ratings below it say nothing
_HEADROOM = 0.5  # of the risk that is clear: what another lift may take of it
_SPARED = 0.5  # of the load on a region: at most so much of it spares it
_ALIKE = 0.8  # cosine between the loads of two lifts, from which on one can stand for the other


class _Asked(NamedTuple):
    """A set that was judged, and what it was judged by."""

    found: Assessment
    state: AthleteState
    plates: Plates | None
    policy: Policy
    params: Params
    rest_s: float | None
    most_kg: float | None


def advise(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    plates: Plates | None,
    policy: Policy,
    params: Params,
    rest_s: float | None = None,
) -> tuple[Step, ...]:
    """
    Find the smallest changes that clear a flagged set.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    planned : PlannedSet
        The set.
    at : datetime
        When it would be done; not before the state's last entry.
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.
    policy : Policy
        For what counts as clear.
    params : Params
        Of the model.
    rest_s : float, optional
        Rest before the set; None takes it from the clock. [s]

    Returns
    -------
    tuple of Step
        Each assessed by itself and CLEAR, at most one of a kind but the last. Empty for a set
        that is not flagged, and for one about which nothing is known: nothing can be promised then.

    Notes
    -----
    In the order of how little changes for the lifter:

    1. "more_rest": the same set some minutes later, as the clock then tells.
    2. "ramp_first": the same set after `warm_up`, where a missing ramp costs.
    3. "lower_load" and "fewer_reps", the one that takes less off the demand first.
    4. "another_day": the same set at this hour, one to seven days later.
    5. "another_lift": the same repetitions of a lift of the same pattern, well known and
       with headroom, rather one that spares what hurts or is most tired.
    6. "deload": less load and fewer repetitions, where two signs ask for it.
    7. "way_back", several: see there; with a pain, or a fortnight without a set near the
       limit, where nothing of the above leads to the set itself.

    None asks for more than was planned.

    Examples
    --------
    >>> import liftguard as lg
    >>> limit = [lg.LoggedSet(lift="squat", at=datetime(2026, 1, day), load_kg=140, reps=1, rpe=10)
    ...          for day in (1, 4, 8)]
    >>> state = lg.Guard().replay(lg.History(limit)).state
    >>> heavy = PlannedSet(lift="squat", load_kg=145, reps=2)
    >>> steps = advise(state, heavy, datetime(2026, 1, 11), None, Policy(), Params())
    >>> [(step.code, step.planned.load_kg < 140) for step in steps]
    [('lower_load', True)]
    """
    found = assess(state, planned, at, policy, params, rest_s)
    if found.level < Level.CAUTION:
        return ()
    risk = policy.just_clear
    most = heaviest_held(found.known, found.ceiling, planned, risk, plates, params)
    asked = _Asked(found, state, plates, policy, params, rest_s, most)
    kinds = (
        *_now(asked),
        _another_day(asked),
        _another_lift(asked),
        _deload(asked),
    )
    steps = tuple(step for step in kinds if step is not None)
    away = found.ceiling is not None or (found.forecast.idle_days or 0.0) > params.rest_days
    if away and not any(step.code in _SOON for step in steps):
        return steps + way_back(state, planned, at, plates, policy, params)
    return steps


def clear_now(
    found: Assessment,
    state: AthleteState,
    most_kg: float | None,
    plates: Plates | None,
    policy: Policy,
    params: Params,
    rest_s: float | None = None,
) -> tuple[Step, ...]:
    """
    Find the smallest changes within this session that clear a flagged set.

    Parameters
    ----------
    found : Assessment
        Of the set.
    state : AthleteState
        It was made from.
    most_kg : float or None
        The heaviest clear load, None where there is none. [kg]
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.
    policy : Policy
        For what counts as clear.
    params : Params
        Of the model.
    rest_s : float, optional
        Rest before the set; None takes it from the clock. [s]

    Returns
    -------
    tuple of Step
        The first three kinds of `advise`, which are quick to find.

    Examples
    --------
    >>> import liftguard as lg
    >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> state = lg.Guard().start()
    >>> found = assess(state, squat, datetime(2026, 1, 5), Policy(), Params())
    >>> clear_now(found, state, None, None, Policy(), Params())  # UNKNOWN: nothing can be promised
    ()
    """
    if found.level < Level.CAUTION:
        return ()
    steps = _now(_Asked(found, state, plates, policy, params, rest_s, most_kg))
    return tuple(step for step in steps if step is not None)


def way_back(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    plates: Plates | None,
    policy: Policy,
    params: Params,
) -> tuple[Step, ...]:
    """
    Lead back to a flagged set, week by week: a ceiling for now, the plan kept.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    planned : PlannedSet
        The set to come back to.
    at : datetime
        When it would be done; not before the state's last entry.
    plates : Plates or None
        Bar and plates at hand; None means steps of 2.5 kg.
    policy : Policy
        For what counts as clear.
    params : Params
        Of the model.

    Returns
    -------
    tuple of Step
        One for today and for each of at most seven weeks: the heaviest clear load for the
        same repetitions, and at last the planned set, once it is clear. `planned.rpe` is what
        it should feel like, None far from the limit. Empty for a set that is not flagged.

    Notes
    -----
    Each step counts on those before it, done and no harder than said: what brings back a
    lift after a layoff is not time but sets that show it. So it is a plan, no promise; where
    one is harder, ask again. A pain lets go with time, but from week to week a load
    rises by a fifth at most.

    Examples
    --------
    >>> import liftguard as lg
    >>> limit = [lg.LoggedSet(lift="squat", at=datetime(2026, 1, day), load_kg=140, reps=1, rpe=10)
    ...          for day in (1, 4, 8)]
    >>> spasm = lg.Pain(at=datetime(2026, 1, 9), region="low_back", severity=5, kind="spasm")
    >>> state = lg.Guard().replay(lg.History([*limit, spasm])).state
    >>> usual = PlannedSet(lift="squat", load_kg=120, reps=1)
    >>> way = way_back(state, usual, datetime(2026, 1, 10), None, Policy(), Params())
    >>> [step.at.day for step in way], way[-1].planned == usual
    ([10, 17, 24, 31], True)
    """
    if assess(state, planned, at, policy, params).level < Level.CAUTION:
        return ()
    steps: list[Step] = []
    plain = evolve(planned, rpe=None, to_failure=False, mean_velocity_m_s=None)
    limit = math.inf
    for week in _WEEKS:
        due = at + timedelta(weeks=week)
        step = _clear("way_back", assess(state, planned, due, policy, params))
        if step is not None and planned.load_kg <= limit:
            return (*steps, step)
        found = assess(state, plain, due, policy, params)
        risk = policy.just_clear
        most = heaviest_held(found.known, found.ceiling, plain, risk, plates, params)
        most = None if most is None else min(most, limit)
        step = _lower(_Asked(found, state, plates, policy, params, None, most), "way_back")
        if step is not None:
            one = _rated(step.planned, state, due, policy, params)
            steps.append(evolve(step, planned=one))
            state = _gone_well(state, one, due, params)
            limit = _a_week_on(one, found, plates)
    return tuple(steps)


def _a_week_on(one: PlannedSet, found: Assessment, plates: Plates | None) -> float:
    """Give the most for the week after: a fifth more moved, or else the next load there is. [kg]"""
    carried = carried_kg(one.lift, one.assist_kg, found.known.bodyweight_kg) or 0.0
    more = loadable(_MORE_A_WEEK * (one.load_kg + carried) - carried, plates)
    return max(more, loadable_from(one.load_kg + _GRAM, plates) or 0.0)


def _rated(
    planned: PlannedSet, state: AthleteState, at: datetime, policy: Policy, params: Params
) -> PlannedSet:
    """Say how hard a set should be."""
    left = assess(state, planned, at, policy, params).forecast.expected_rir or 0.0
    rpe = math.ceil(2.0 * (10.0 - left / params.rir_scale)) / 2.0
    return evolve(planned, rpe=min(rpe, 10.0)) if rpe >= _TELLING_RPE else planned


def _gone_well(
    state: AthleteState, planned: PlannedSet, at: datetime, params: Params
) -> AthleteState:
    """Let a planned set have been done, as hard as it says."""
    if planned.rpe is None:
        return expect(state, planned, at, None, params)
    return fold(state, (as_done(planned, at),), params)


def _clear(code: str, found: Assessment) -> Step | None:
    """Make a step of a set that is clear."""
    p = found.forecast.p_beyond
    if found.level != Level.CLEAR or p is None:
        return None
    return Step(code=code, planned=found.planned, at=found.at, level=found.level, p_beyond=p)


def _first(code: str, tried: Iterable[Assessment]) -> Step | None:
    """Take the first that is clear."""
    return next((step for found in tried if (step := _clear(code, found))), None)


def _assess(asked: _Asked, planned: PlannedSet) -> Assessment:
    """Weigh another set at the same moment."""
    return assess(asked.state, planned, asked.found.at, asked.policy, asked.params, asked.rest_s)


def _most(asked: _Asked, planned: PlannedSet, p: float) -> float | None:
    """Find the heaviest load of another set at the same moment. [kg]"""
    state, at, rest_s = asked.state, asked.found.at, asked.rest_s
    plates, policy, params = asked.plates, asked.policy, asked.params
    return heaviest_loadable(state, planned, at, p, plates, policy, params, rest_s)


def _now(asked: _Asked) -> tuple[Step | None, ...]:
    return _more_rest(asked), _ramp_first(asked), *_easier(asked)


def _clears(asked: _Asked, **taken: float) -> bool:
    """Tell whether a set could be clear if what is taken away were gone altogether."""
    found, parts = asked.found, asked.found.forecast.parts
    if parts is None or found.ceiling is not None:
        return True  # only trying tells
    return float(p_beyond(parts._replace(**taken))) < asked.policy.caution


def _more_rest(asked: _Asked) -> Step | None:
    """Try the same set some minutes later."""
    found, state, _, policy, params, rest_s, _ = asked
    if not _clears(asked, fatigue=0.0, readiness=0.0):  # stiffness goes with time as well
        return None
    clock, start = state.session.clock, found.at
    if clock is not None and rest_s is not None:  # what was to be rested in any case
        passed = (moment(start) - clock).total_seconds()
        start = later(start, max(rest_s - passed, 0.0) / 60.0)
    return _first(
        "more_rest",
        (assess(state, found.planned, later(start, n), policy, params) for n in _MINUTES),
    )


def _ramp_first(asked: _Asked) -> Step | None:
    """Try the same set after its ramp, where that is known to be missing."""
    found, state, plates, policy, params, _, _ = asked
    if found.known.condition.step_from is None or not _clears(asked, readiness=0.0):
        return None
    ramp = warm_up(state, found.planned, found.at, plates, policy, params)
    if not ramp:
        return None
    warm, due = after_ramp(state, ramp, found.at, params)
    return _clear("ramp_first", assess(warm, found.planned, due, policy, params))


def _easier(asked: _Asked) -> list[Step]:
    """Try less load, and fewer repetitions: the smaller change first."""
    planned, here = asked.found.planned, asked.found.known

    def asks(one: PlannedSet) -> float:
        load = log_moved(one.lift, one.load_kg, one.assist_kg, here)
        return float(demand(load or 0.0, float(one.reps), here.belief.curve, asked.params))

    steps = [step for step in (_lower(asked), _fewer(asked)) if step is not None]
    return sorted(steps, key=lambda step: asks(planned) - asks(step.planned))


def _lower(asked: _Asked, code: str = "lower_load") -> Step | None:
    """Try the heaviest load that is clear."""
    planned, kg = asked.found.planned, asked.most_kg
    if kg is None or kg >= planned.load_kg:
        return None
    return _clear(code, _assess(asked, evolve(planned, load_kg=kg)))


def _fewer(asked: _Asked) -> Step | None:
    """Try as many repetitions as are clear."""
    planned = asked.found.planned
    counts = range(1, min(planned.reps, int(MOST_MODELLED_REPS) + 1))

    def level(reps: int) -> Level:
        return _assess(asked, evolve(planned, reps=reps)).level

    most = bisect_right(counts, Level.CLEAR, key=level)  # more repetitions are never milder
    return _clear("fewer_reps", _assess(asked, evolve(planned, reps=most))) if most else None


def _another_day(asked: _Asked) -> Step | None:
    """Try the same set at the same hour of the next days."""
    found, state, _, policy, params, _, _ = asked
    days = (found.at + timedelta(days=n) for n in _DAYS)
    return _first(
        "another_day", (assess(state, found.planned, day, policy, params) for day in days)
    )


def _another_lift(asked: _Asked) -> Step | None:
    """Try lifts of the same pattern."""
    return _first("another_lift", (_assess(asked, one) for one in _others(asked)))


def _others(asked: _Asked) -> Iterator[PlannedSet]:
    """Plan the same repetitions of other lifts, the best stand-in first, never heavier."""
    planned, weight = asked.found.planned, asked.found.known.bodyweight_kg
    own = carried_kg(planned.lift, planned.assist_kg, weight)
    for lift in _stand_ins(asked):
        probe = evolve(planned, lift=lift, load_kg=0.0, assist_kg=0.0, mean_velocity_m_s=None)
        most = _most(asked, probe, _HEADROOM * asked.policy.caution)
        carried = carried_kg(lift, 0.0, weight)
        if own is None or carried is None or most is None:
            continue
        room = planned.load_kg + own - carried
        if room >= 0.0:
            yield evolve(probe, load_kg=loadable(min(most, room), asked.plates))


def _stand_ins(asked: _Asked) -> list[str]:
    """List lifts of the same pattern that load the body alike, the best first."""
    planned, state = asked.found.planned, asked.state
    own = lift_of(planned.lift)
    spared = _spared(asked)

    def rank(lift: str) -> tuple[bool, float, str]:
        loads = dict(lift_of(lift).region_loads)
        spares = all(loads.get(one, 0.0) <= _SPARED * load for one, load in spared.items())
        return not spares, -_likeness(lift, own.key), lift

    alike = [
        lift
        for lift in state.lifts
        if lift != own.key
        and lift_of(lift).pattern == own.pattern
        and _likeness(lift, own.key) >= _ALIKE
    ]
    return sorted(alike, key=rank)


def _likeness(one: str, other: str) -> float:
    """Give the cosine between the loads of two lifts on the body, 0 for an unknown one."""
    return math.sqrt(overlap(one, other) * overlap(other, one))


def _spared(asked: _Asked) -> dict[str, float]:
    """Give what is to be spared: the regions that hurt, else the most tired one, as loaded."""
    planned, at, ceiling = asked.found.planned, asked.found.at, asked.found.ceiling
    loads = dict(lift_of(planned.lift).region_loads)
    if ceiling is not None:
        hurt = regions_of(ceiling.pain.region)
        return {region: load for region, load in loads.items() if region in hurt}
    tired = tired_regions(asked.state, moment(at), asked.params)
    worst = max(loads, key=lambda one: (loads[one] * tired.get(one, 0.0), loads[one]), default=None)
    return {} if worst is None else {worst: loads[worst]}


def _deload(asked: _Asked) -> Step | None:
    """Try the set of a deload, where it is due."""
    found, state, plates, policy, params, rest_s, _ = asked
    less = deload_set(state, found.planned, found.at, plates, policy, params, rest_s)
    return None if less is None else _clear("deload", _assess(asked, less))
