"""
Deload: when the records say that less for a while is due, and what it is.

It reacts to signs, never to the calendar, and one sign alone is none.

Reason to change: a new sign, or what a deload takes off.
"""

from __future__ import annotations

import math
from datetime import datetime

from attrs import evolve

from liftguard.judge.loads import heaviest_loadable, loadable
from liftguard.judge.policy import Policy
from liftguard.model.diary import noted
from liftguard.model.fatigue import recover
from liftguard.model.gain import usual_gain
from liftguard.model.params import Params
from liftguard.model.session import pass_to
from liftguard.model.state import AthleteState, LiftState, moment
from liftguard.records import PlannedSet, Plates
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
    """
    List the signs that work of the last days was too much.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    at : datetime
        Now; not before the state's last entry.
    params : Params
        Of the model.

    Returns
    -------
    tuple of str
        "low_form": two or more lifts of the last week ended their day clearly below what is
        usual, as misses and high RPE show. "worn": a lift still holds more fatigue of
        earlier days than usual, by what one set at the limit leaves; in the first weeks of a
        log nobody knows what is usual.
        "unready": a readiness score of today below 0.4.

    Examples
    --------
    >>> import liftguard as lg
    >>> poor = lg.Readiness(at=datetime(2026, 1, 5, 7), score=0.2)
    >>> state = lg.Guard().learn(lg.Guard().start(), poor)
    >>> deload_signs(state, datetime(2026, 1, 5, 18), Params())
    ('unready',)
    """
    now = moment(at)
    clock = pass_to(state.session, now, params).clock
    low, worn = 0, False
    for one in state.lifts.values():
        days = 0.0 if clock is None else (clock - one.tired_at).total_seconds() / SECONDS_PER_DAY
        if days <= _LATELY_DAYS:
            low += one.sets > 0 and one.belief.form < -_LOW * params.form_sd
            # a session that is going on is meant to tire
            worn = worn or (days > params.session_days and _is_worn(state, one, days, params))
    unready = noted(state.diary, now, "set", params).unready
    rows = (
        ("low_form", low >= _LIFTS),
        ("worn", worn),
        ("unready", unready is not None and unready > _UNREADY),
    )
    return tuple(code for code, holds in rows if holds)


def deload_set(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    plates: Plates | None,
    policy: Policy,
    params: Params,
    rest_s: float | None = None,
) -> PlannedSet | None:
    """
    Lighten a planned set for a deload.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    planned : PlannedSet
        The set.
    at : datetime
        When; not before the state's last entry.
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
    PlannedSet or None
        About 90 % of the load, or less where that is not clear, for six in ten repetitions,
        and not to failure: light enough to say nothing about strength. None with fewer than
        two signs, and where nothing is lighter.

    Examples
    --------
    >>> import liftguard as lg
    >>> pull = PlannedSet(lift="deadlift", load_kg=180, reps=5)
    >>> deload_set(lg.Guard().start(), pull, datetime(2026, 1, 5), None, Policy(), Params()) is None
    True
    """
    if len(deload_signs(state, at, params)) < _SIGNS:
        return None
    reps = math.ceil(_REPS * planned.reps)
    less = evolve(planned, reps=reps, rpe=None, to_failure=False, mean_velocity_m_s=None)
    most = heaviest_loadable(state, less, at, policy.just_clear, plates, policy, params, rest_s)
    if most is None:
        return None
    kg = loadable(min(_LOAD * planned.load_kg, most), plates)
    easier = kg < planned.load_kg or reps < planned.reps
    return evolve(less, load_kg=kg) if easier else None


def _is_worn(state: AthleteState, one: LiftState, days: float, params: Params) -> bool:
    """Tell whether work has left more than is usual in a lift, by a set at the limit."""
    if state.since is None or (one.at - state.since).days < params.usual_days:
        return False
    left = recover(one.tired, days, params)
    strength = (state.gain or usual_gain(params)).mean
    return bool(strength * (left.slow - left.usual) > params.slow_gain)
