"""
The verdict put together: on a planned set, and on a movement without a bar.

Reason to change: what goes into a verdict.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.advice import clear_now
from liftguard.judge.assess import assess
from liftguard.judge.causes import Cause
from liftguard.judge.grounds import causes_of, caveats_of, silent_of
from liftguard.judge.loads import heaviest_held
from liftguard.judge.movement import MUSCLES, Strain, strain_of
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level, Verdict
from liftguard.lifts import regions_of
from liftguard.model.diary import noted
from liftguard.model.known import tired_regions
from liftguard.model.params import MODEL_VERSION, Params
from liftguard.model.session import go_on, pause_days
from liftguard.model.state import AthleteState, moment
from liftguard.records import Movement, Pain, PlannedSet, Plates
from liftguard.units import elapsed_days

__all__ = ["judge_movement", "judge_set"]

_JUST_DAYS = 30.0 / 1440.0  # half an hour: house rule


def judge_set(
    state: AthleteState,
    planned: PlannedSet,
    at: datetime,
    plates: Plates | None,
    policy: Policy,
    params: Params,
    rest_s: float | None = None,
) -> Verdict:
    """
    Judge a planned set: its level, why, and what clears it.

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
        The thresholds.
    params : Params
        Of the model.
    rest_s : float, optional
        Rest before the set; None takes it from the clock. [s]

    Returns
    -------
    Verdict
        On the set.

    Examples
    --------
    >>> import liftguard as lg
    >>> state = lg.Guard().start()
    >>> squat = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> judge_set(state, squat, datetime(2026, 1, 5), None, Policy(), Params()).level
    <Level.UNKNOWN: 1>
    """
    found = assess(state, planned, at, policy, params, rest_s)
    most = None
    if found.level != Level.UNKNOWN and not policy.too_wide(found.forecast.capacity_sd):
        risk = policy.just_clear
        most = heaviest_held(found.known, found.ceiling, planned, risk, plates, params)
    silent, records = silent_of(found, state)
    forecast, ceiling = found.forecast, found.ceiling
    return Verdict(
        level=found.level,
        p_beyond=forecast.p_beyond,
        capacity=forecast.capacity,
        max_load_kg=most,
        causes=causes_of(found, state, policy, params),
        steps=clear_now(found, state, most, plates, policy, params, rest_s),
        not_assessed=silent,
        missing_records=records,
        caveats=caveats_of(found, state, policy),
        at=found.at,
        planned=found.planned,
        pain=None if ceiling is None else ceiling.pain,
        days_since=forecast.days_since,
        model_version=MODEL_VERSION,
    )


def judge_movement(
    movement: Movement, state: AthleteState, at: datetime, policy: Policy, params: Params
) -> Verdict:
    """
    Judge a movement without a bar.

    Parameters
    ----------
    movement : Movement
        The movement.
    state : AthleteState
        Of the athlete.
    at : datetime
        When it would be done; not before the state's last entry.
    policy : Policy
        For the rule.
    params : Params
        Of the model.

    Returns
    -------
    Verdict
        Without a probability, by a rule that is calibrated on nothing. The size of its one
        cause is the score of that rule; see `liftguard.judge.movement`.

    Examples
    --------
    >>> import liftguard as lg
    >>> drive = lg.Stillness(start=datetime(2026, 1, 5, 14), end=datetime(2026, 1, 5, 17))
    >>> state = lg.Guard().learn(lg.Guard().start(), drive)
    >>> turn = Movement(motion="rotation", peak_velocity_deg_s=120)
    >>> verdict = judge_movement(turn, state, datetime(2026, 1, 5, 17, 1), Policy(), Params())
    >>> str(verdict.level), verdict.causes[0].regions[0]
    ('BEYOND', 'quadratus_lumborum')
    """
    now = moment(at)
    found = _strain(movement, state, now, policy, params)
    pain = _pain_of(state.diary.pains, found.regions, now, policy)
    level = found.level
    if movement.load_kg > 0.0:  # which the rule does not count
        level = max(level, Level.UNKNOWN)
    if pain is not None:
        acute = elapsed_days(pain.at, now) < policy.acute_days
        worse = acute and level >= Level.CAUTION
        level = max(level, Level.BEYOND if worse else Level.CAUTION)
    cause = _cause_of(found)
    caveats = (
        ("pain", pain is not None),
        ("load_not_counted", movement.load_kg > 0.0),
        ("rule_not_calibrated", True),
    )
    return Verdict(
        level=level,
        p_beyond=None,
        capacity=None,
        max_load_kg=None,
        causes=(cause,),
        steps=(),
        not_assessed=() if found.evidence else ("rapid_movement",),
        missing_records=found.missing_records,
        caveats=tuple(code for code, holds in caveats if holds),
        at=at,
        planned=movement,
        pain=pain,
        days_since=None,
        model_version=MODEL_VERSION,
    )


def _cause_of(found: Strain) -> Cause:
    return Cause(
        code="rapid_movement",
        share=None,
        size=found.score,
        regions=found.regions,
        evidence=found.evidence,
    )


def _strain(
    movement: Movement, state: AthleteState, now: datetime, policy: Policy, params: Params
) -> Strain:
    """Gather what is recorded, and apply the rule."""
    session, diary = state.session, state.diary
    said = noted(diary, now, "set", params)
    pause = pause_days(session, now, None, session.known_to, params)
    here = go_on(session, pause, params)
    # without a set today nobody knows whether the athlete moved; just up from a chair: no
    rose = diary.still is not None and elapsed_days(diary.still.end, now) <= _JUST_DAYS
    active = session.clock is not None and pause <= params.session_days
    spent = params.middle_most + params.slow_most  # what a set or two leave after a while
    tired = tired_regions(state, now, params).get(MUSCLES[movement.motion][0], 0.0)
    return strain_of(
        movement,
        warmth=here.warmth if active or rose else None,
        creep=said.creep,
        morning=said.morning,
        fatigue=None if session.clock is None else min(tired / spent, 1.0),
        policy=policy,
    )


def _pain_of(
    pains: tuple[Pain, ...], regions: tuple[str, ...], now: datetime, policy: Policy
) -> Pain | None:
    """Find the worst pain of the last days in the muscles concerned."""
    recent = [
        pain
        for pain in pains
        if elapsed_days(pain.at, now) < policy.pain_days
        and pain.severity > 0.0
        and set(regions_of(pain.region)) & set(regions)
    ]
    return max(recent, key=lambda pain: (pain.severity, pain.at), default=None)
