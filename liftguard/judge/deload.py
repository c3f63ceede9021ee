"""
Deload: when the records say that less for a while is due, and what it is.

Reason to change: what speaks for a deload, or what is done in one.
"""

from __future__ import annotations

import math
from datetime import datetime

from attrs import evolve

from liftguard.judge.loads import at_net, heaviest_clear, loadable, net_kg
from liftguard.judge.question import Question, Rules, assess
from liftguard.model.diary import noted
from liftguard.model.params import Params
from liftguard.model.standing import Standing, stand
from liftguard.model.state import AthleteState, LiftState, moment
from liftguard.records import PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = ["deload_set", "deload_signs"]


def deload_signs(state: AthleteState, at: datetime, rules: Rules) -> tuple[str, ...]:
    """List the signs that work of the last days was too much."""
    policy, params = rules
    low, worn = 0, False
    for lift, one in state.lifts.items():
        here = stand(state, lift, moment(at), params)
        if here.days <= policy.deload_days:
            # the form of the last session, not what a rest has left of it
            low += one.sets > 0 and one.belief.form < -policy.low_form * params.form_sd
            worn = worn or _is_worn(one, here, params)
    unready = noted(state.diary, moment(at), "set", params).unready
    rows = (
        ("low_form", low >= policy.low_lifts),
        ("worn", worn),
        ("unready", unready is not None and unready > policy.unready),
    )
    return tuple(code for code, holds in rows if holds)


def deload_set(asked: Question, rules: Rules) -> PlannedSet | None:
    """Lighten a planned set for a deload; None where none is due, or it would be no lighter."""
    planned, policy = asked.planned, rules.policy
    if len(deload_signs(asked.state, asked.at, rules)) < policy.deload_signs:
        return None
    reps = math.ceil(policy.deload_reps * planned.reps)
    less = evolve(planned, reps=reps, rpe=None, to_failure=False, mean_velocity_m_s=None)
    found = assess(asked._replace(planned=less), rules)
    most = heaviest_clear(found, rules)
    if most is None:
        return None
    share = policy.deload_load
    kg = loadable(min(share * planned.load_kg - planned.assist_kg, most), asked.rack)
    easier = kg < net_kg(planned) or reps < planned.reps
    return at_net(less, kg) if easier else None


def _is_worn(one: LiftState, here: Standing, params: Params) -> bool:
    """Tell whether work has left more than is usual in a lift, by a set at the limit."""
    if one.clock_s < SECONDS_PER_DAY * params.usual_days:  # nothing is usual yet
        return False
    if here.in_session:  # which is meant to tire
        return False
    strength, stores = here.fatigability.mean, here.stores
    return bool(strength * (stores.slow - stores.usual) > params.slow_per_set)
