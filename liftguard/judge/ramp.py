"""
The warm-up ramp: the sets that lead up to a planned one.

Reason to change: what a good ramp is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from attrs import evolve

from liftguard.judge.loads import loadable_below, loadable_from
from liftguard.judge.policy import Policy
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.verdict import Level
from liftguard.model.capacity import capacity
from liftguard.model.learn import expect
from liftguard.model.moved import carried_kg
from liftguard.model.params import Params
from liftguard.model.session import prepared
from liftguard.model.special import exp
from liftguard.model.standing import Standing, stand
from liftguard.model.state import moment
from liftguard.records import PlannedSet, Plates
from liftguard.records.checks import LIGHTEST_KG
from liftguard.units import is_aware

__all__ = ["after_ramp", "later", "warm_up"]

_REPS = (1, 2, 3, 5, 8)  # from the heaviest set of a ramp down: what lifters do, house rule


def warm_up(asked: Question, rules: Rules) -> tuple[PlannedSet, ...]:
    """Lead up to a planned set; empty where no ramp is needed, or none would be clear."""
    planned, (policy, params) = asked.planned, rules
    here = stand(asked.state, planned.lift, moment(asked.at), params)
    moved = here.log_load(planned)
    if moved is None:
        return ()
    done = _done(here, params)
    if _is_light(moved, here, policy) or (done is not None and moved - done <= params.usual_step):
        return ()
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg) or 0.0
    lowest = moved + math.log(policy.ramp_from)
    lowest = lowest if done is None else max(done, lowest)
    plain = evolve(planned, rpe=None, to_failure=False, mean_velocity_m_s=None)
    loads = _loads(planned.load_kg, carried, lowest, asked.plates, params)
    ramp = [
        evolve(plain, load_kg=load, reps=reps) for load, reps in zip(loads, _REPS, strict=False)
    ]
    if not planned.load_kg and planned.reps >= policy.ramp_reps_share:
        ramp = [evolve(plain, reps=int(planned.reps // policy.ramp_reps_share))]
    ramp.reverse()
    return tuple(ramp) if _is_clear(asked, ramp, rules) else ()


def after_ramp(asked: Question, ramp: Iterable[PlannedSet], params: Params) -> Question:
    """Ask the same after a ramp, walked through with typical rests."""
    state, at, rest_s = asked.state, asked.at, None
    for one in ramp:
        standing = stand(state, one.lift, moment(at), params, rest_s)
        state = expect(state, one, at, standing, params)
        at, rest_s = later(at, params.typical_rest_minutes), 60.0 * params.typical_rest_minutes
    return asked._replace(state=state, at=at, rest_s=None)


def later(at: datetime, minutes: float) -> datetime:
    """Give a moment after another, by the time that really passes."""
    passes = timedelta(minutes=minutes)
    if not is_aware(at):
        return at + passes
    return (at.astimezone(UTC) + passes).astimezone(at.tzinfo)


def _done(here: Standing, params: Params) -> float | None:
    """Give the load that this session has led up to in a lift; a pause wears it off. [log kg]"""
    ramp = here.one.ramp
    if ramp.sessions < 0.0 or here.days > params.session_days:
        return None
    fresh = 1440.0 * here.days <= params.prepared_minutes
    return float(ramp.top if fresh else prepared(ramp, here.days, params))


def _is_light(moved: float, here: Standing, policy: Policy) -> bool:
    """Tell whether a load needs no ramp; where nothing is known of the lift, it may."""
    return bool(here.sets) and moved <= float(capacity(here.belief)[0]) + math.log(
        policy.ramp_above
    )


def _loads(
    planned: float, carried: float, lowest: float, plates: Plates | None, params: Params
) -> list[float]:
    """List loads below a planned one, the heaviest first, down to the lowest. [log kg]"""
    loads: list[float] = []
    top = math.inf
    while len(loads) < len(_REPS) and top > lowest + params.usual_step:
        kg = _step_down(loads[-1] if loads else planned, carried, plates, params)
        if kg is None or math.log(kg + carried) <= lowest:
            break
        loads.append(kg)
        top = math.log(kg + carried)
    return loads


def _step_down(kg: float, carried: float, plates: Plates | None, params: Params) -> float | None:
    """Give the lightest load within a usual step, else the next lighter one. [kg]"""
    next_one = loadable_below(kg, plates)
    if next_one is None or next_one + carried < LIGHTEST_KG:
        return None
    least = (kg + carried) * exp(-params.usual_step) - carried
    lightest = loadable_from(least, plates) if least > 0.0 or carried <= 0.0 else 0.0
    return next_one if lightest is None else min(lightest, next_one)


def _is_clear(asked: Question, ramp: Iterable[PlannedSet], rules: Rules) -> bool:
    """Tell whether no set of a ramp is flagged, one after the other."""
    for one in ramp:
        step = asked._replace(planned=one, rest_s=None, ramped=False)
        if assess(step, rules).level >= Level.CAUTION:
            return False
        asked = after_ramp(step, [one], rules.params)
    return True
