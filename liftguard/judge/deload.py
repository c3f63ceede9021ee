"""
Deload: when the records say that less for a while is due, and what it is.

Reason to change: what speaks for a deload, or what is done in one.
"""

from __future__ import annotations

import math
from datetime import datetime

from attrs import evolve

from liftguard.judge.loads import heaviest_loadable, loadable
from liftguard.judge.question import Question, Rules
from liftguard.model.params import Params
from liftguard.model.standing import Standing, stand
from liftguard.model.state import AthleteState, LiftState, moment
from liftguard.records import PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = ["deload_set", "deload_signs"]

# House rules.
_SIGNS = 2  # of them, before a deload is advised
_LATELY_DAYS = 7.0
_LIFTS = 2  # whose form was low
_LOW = 0.5  # spreads of the form: a whole session says about as much of a bad day
_UNREADY = 0.6  # a readiness score below 0.4
_LOAD = 0.9  # of the planned load
_REPS = 0.6  # of the repetitions


def deload_signs(state: AthleteState, at: datetime, params: Params) -> tuple[str, ...]:
    """List the signs that work of the last days was too much."""
    low, worn, unready = 0, False, None
    for lift, one in state.lifts.items():
        here = stand(state, lift, moment(at), params)
        if here.days <= _LATELY_DAYS:
            # the form of the last session, not what a rest has left of it
            low += one.sets > 0 and one.belief.form < -_LOW * params.form_sd
            worn = worn or _is_worn(one, here, params)
            unready = here.noted.unready
    rows = (
        ("low_form", low >= _LIFTS),
        ("worn", worn),
        ("unready", unready is not None and unready > _UNREADY),
    )
    return tuple(code for code, holds in rows if holds)


def deload_set(asked: Question, rules: Rules) -> PlannedSet | None:
    """Lighten a planned set for a deload; None where none is due, or it would be no lighter."""
    planned = asked.planned
    if len(deload_signs(asked.state, asked.at, rules.params)) < _SIGNS:
        return None
    reps = math.ceil(_REPS * planned.reps)
    less = evolve(planned, reps=reps, rpe=None, to_failure=False, mean_velocity_m_s=None)
    most = heaviest_loadable(asked._replace(planned=less), rules.policy.just_clear, rules)
    if most is None:
        return None
    kg = loadable(min(_LOAD * planned.load_kg, most), asked.plates)
    easier = kg < planned.load_kg or reps < planned.reps
    return evolve(less, load_kg=kg) if easier else None


def _is_worn(one: LiftState, here: Standing, params: Params) -> bool:
    """Tell whether work has left more than is usual in a lift, by a set at the limit."""
    if one.clock_s < SECONDS_PER_DAY * params.usual_days:  # nothing is usual yet
        return False
    if here.days <= params.session_days:  # a session that is going on is meant to tire
        return False
    strength, stores = here.body.fatigability.mean, here.stores
    return bool(strength * (stores.slow - stores.usual) > params.slow_per_set)
