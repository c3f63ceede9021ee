"""
The warm-up ramp: the sets that lead up to a planned one.

Reason to change: what a good ramp is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from attrs import evolve

from liftguard.judge.loads import GRAM, Rack, empty_bar, loadable, loadable_below, loadable_from
from liftguard.judge.policy import Policy
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.stillness import light_load
from liftguard.judge.verdict import Level
from liftguard.model.learn import expect
from liftguard.model.params import Params
from liftguard.model.session import prepared
from liftguard.model.special import exp
from liftguard.model.standing import Standing, stand
from liftguard.model.state import moment
from liftguard.records import PlannedSet
from liftguard.records.checks import LIGHTEST_KG
from liftguard.units import is_aware

__all__ = ["after_ramp", "later", "warm_up"]

# From the heaviest set of a ramp down, what lifters do; house rules.
_REPS = (1, 2, 3, 5, 8)
_SHARES = (0.875, 0.75, 0.5, 0.25, 0.0)  # of the way from the first load to the planned one
_ROUNDING = 1e-9  # of a logarithm


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
    carried = here.carried_kg(planned) or 0.0
    plain = evolve(planned, rpe=None, to_failure=False, mean_velocity_m_s=None)
    loads = _loads(planned, carried, done, asked.rack, rules)
    ramp = [
        evolve(plain, load_kg=load, reps=reps) for load, reps in zip(loads, _REPS, strict=False)
    ]
    if not planned.load_kg and planned.reps >= policy.ramp_reps_share:
        ramp = [evolve(plain, reps=int(planned.reps // policy.ramp_reps_share))]
    ramp.reverse()
    if here.sets and policy.too_wide(here.capacity_sd):
        heaviest = params.proof_width * (here.one.done.top + 1.0)  # that went up, to a bin [log kg]
        ramp = [one for one in ramp if (here.log_load(one) or 0.0) <= heaviest]
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
    return bool(here.sets) and moved <= light_load(here, policy)


def _loads(
    planned: PlannedSet, carried: float, done: float | None, rack: Rack, rules: Rules
) -> list[float]:
    """
    List loads below a planned one, the heaviest first: at shares of the way from the first.

    One is left out where the step over it is no more than a usual one. [kg]
    """
    top, step = planned.load_kg, rules.params.usual_step + _ROUNDING
    first = _first(planned, carried, rack, rules.policy)
    nothing = -carried
    if done is not None and first is not None:
        nothing = first = max(first, exp(done) - carried)  # it is done, and not done again
    if first is None or (carried <= 0.0 and _log(top + carried) - _log(first + carried) <= step):
        return []  # at the bar, or near it
    ways = [loadable(first + share * (top - first), rack) for share in _SHARES]
    loads = {one for one in (loadable_below(top, rack), *ways) if one is not None}
    least = first - GRAM if done is None else first + GRAM
    lighter = sorted((one for one in loads if least <= one < top), reverse=True)
    kept = [top]
    for load, after in pairwise((*lighter, nothing)):
        if _log(kept[-1] + carried) - _log(after + carried) > step:
            kept.append(load)
    return kept[1 : len(_REPS) + 1]


def _first(planned: PlannedSet, carried: float, rack: Rack, policy: Policy) -> float | None:
    """Give the load that a ramp begins with: the empty bar, else a part of what is planned."""
    bar = empty_bar(planned.lift, rack)
    if bar is not None:
        return bar
    part = policy.ramp_from * (planned.load_kg + carried) - carried
    return loadable_from(max(part, 0.0), rack)


def _log(kg: float) -> float:
    return math.log(max(kg, LIGHTEST_KG))


def _is_clear(asked: Question, ramp: Iterable[PlannedSet], rules: Rules) -> bool:
    """Tell whether no set of a ramp is flagged, one after the other."""
    for one in ramp:
        step = asked._replace(planned=one, rest_s=None, ramped=False)
        if assess(step, rules).level >= Level.CAUTION:
            return False
        asked = after_ramp(step, [one], rules.params)
    return True
