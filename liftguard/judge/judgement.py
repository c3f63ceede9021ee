"""
The verdict put together: on a planned set, and on a movement without a bar.

Reason to change: what a verdict holds.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.advice import clear_now
from liftguard.judge.causes import Cause, excess_of
from liftguard.judge.grounds import causes_of, caveats_of, is_named, signs_of, silent_of
from liftguard.judge.loads import heaviest_clear
from liftguard.judge.movement import MUSCLES, Strain, strain_of
from liftguard.judge.policy import Policy
from liftguard.judge.question import Assessment, Rules
from liftguard.judge.verdict import Level, Verdict
from liftguard.lifts import REGIONS, regions_of
from liftguard.model.diary import noted
from liftguard.model.fatigue import tired_regions
from liftguard.model.params import MODEL_VERSION
from liftguard.model.session import goes_on
from liftguard.model.standing import body_at
from liftguard.model.state import AthleteState, moment, seconds_into
from liftguard.records import Movement, Pain
from liftguard.units import elapsed_days

__all__ = ["judge_movement", "judge_set"]


def judge_set(found: Assessment, rules: Rules) -> Verdict:
    """Judge a planned set that was weighed: its level, why, and what clears it."""
    policy, params = rules
    most = None
    if found.level != Level.UNKNOWN and not policy.too_wide(found.forecast.capacity_sd):
        most = heaviest_clear(found, rules)
        if most is not None and found.level == Level.CLEAR:
            most = max(most, found.planned.load_kg)  # which may be none of the steps of 2.5 kg
    silent, records = silent_of(found, params)
    forecast, ceiling = found.forecast, found.ceiling
    excess = excess_of(forecast, policy)
    return Verdict(
        level=found.level,
        p_beyond=forecast.p_beyond,
        band=forecast.band,
        capacity=forecast.capacity,
        max_load_kg=most,
        causes=causes_of(found, excess, silent, rules),
        doubt=None if forecast.parts is None else excess.doubt,
        steps=clear_now(found, most, rules),
        not_assessed=silent,
        missing_records=records,
        caveats=caveats_of(found, excess, rules),
        at=found.at,
        planned=found.planned,
        pain=None if ceiling is None else ceiling.pain,
        days_since=forecast.days_since,
        model_version=MODEL_VERSION,
    )


def judge_movement(movement: Movement, state: AthleteState, at: datetime, rules: Rules) -> Verdict:
    """Judge a movement without a bar."""
    policy, now = rules.policy, moment(at)
    found = _strain(movement, state, now, rules)
    pain = _pain_of(state.diary.pains, found.regions, now, policy)
    level = found.level
    if movement.load_kg > 0.0:  # which the rule does not count
        level = max(level, Level.UNKNOWN)
    if pain is not None:
        acute = elapsed_days(pain.at, now) < policy.acute_days
        worse = acute and level >= Level.CAUTION
        level = max(level, Level.BEYOND if worse else Level.CAUTION)
    named = is_named(found.score, level, None, pain is not None, policy)
    caveats = (
        ("pain", pain is not None),
        *signs_of(pain, policy),
        ("load_not_counted", movement.load_kg > 0.0),
        ("rule_not_calibrated", True),
    )
    return Verdict(
        level=level,
        p_beyond=None,
        capacity=None,
        max_load_kg=None,
        causes=(_cause_of(found, named=named),),
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


def _cause_of(found: Strain, *, named: bool) -> Cause:
    return Cause(
        code="rapid_movement",
        share=None,
        size=found.score,
        regions=found.regions,
        evidence=found.evidence,
        named=named,
    )


def _strain(movement: Movement, state: AthleteState, now: datetime, rules: Rules) -> Strain:
    """Gather what is recorded, and apply the rule."""
    policy, params = rules
    diary, begun = state.diary, state.since is not None
    said = noted(diary, now, "set", params)
    now_s = max(seconds_into(state, now), state.body.session.clock_s)
    body = body_at(state.body, now_s, params)
    # without a set today nobody knows whether the athlete moved; just up from a chair: no
    rose = (
        diary.still is not None
        and 1440.0 * elapsed_days(diary.still.end, now) <= policy.just_up_minutes
    )
    active = goes_on(body.session)
    spent = params.middle_most + params.slow_most  # what a set or two leave after a while
    tired = tired_regions(body.regions, params)[REGIONS.index(MUSCLES[movement.motion][0])]
    return strain_of(
        movement,
        warmth=float(body.session.warmth) if active or rose else None,
        creep=said.creep,
        morning=said.morning,
        fatigue=min(body.fatigability.mean * tired / spent, 1.0) if begun else None,
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
