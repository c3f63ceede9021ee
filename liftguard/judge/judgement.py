"""
The verdict put together: on a planned set, and on a movement without a bar.

Reason to change: what a verdict holds.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.advice import clear_now
from liftguard.judge.causes import Cause, excess_of
from liftguard.judge.grounds import causes_of, caveats_of, is_named, signs_of, silent_of
from liftguard.judge.loads import heaviest_clear, net_kg
from liftguard.judge.movement_steps import easier, weigh_movement
from liftguard.judge.question import Assessment, Rules
from liftguard.judge.verdict import Level, Verdict
from liftguard.judge.walk import breaks_of
from liftguard.model.params import MODEL_VERSION
from liftguard.model.state import AthleteState
from liftguard.records import Movement

__all__ = ["judge_movement", "judge_set"]


def judge_set(found: Assessment, rules: Rules) -> Verdict:
    """Judge a planned set that was weighed: its level, why, and what clears it."""
    policy, params = rules
    most = None
    if found.level != Level.UNKNOWN and not policy.too_wide(found.forecast.capacity_sd):
        most = heaviest_clear(found, rules)
        if most is not None and found.level == Level.CLEAR:
            most = max(most, net_kg(found.planned))  # which may be none of the steps of 2.5 kg
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
        breaks=breaks_of(found, rules),
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
    policy, found = rules.policy, weigh_movement(movement, state, at, rules)
    strain, level, pain = found.strain, found.level, found.pain
    cause = Cause(
        code="rapid_movement",
        share=None,
        size=strain.score,
        regions=strain.regions,
        evidence=strain.evidence,
        named=is_named(strain.score, level, None, pain is not None, policy),
    )
    caveats = (
        ("pain", pain is not None),
        *signs_of(pain, policy),
        ("rule_not_calibrated", True),
    )
    return Verdict(
        level=level,
        p_beyond=None,
        capacity=None,
        max_load_kg=None,
        causes=(cause,),
        steps=easier(found, rules),
        not_assessed=() if strain.evidence else ("rapid_movement",),
        missing_records=strain.missing_records,
        caveats=tuple(code for code, holds in caveats if holds),
        at=at,
        planned=movement,
        pain=pain,
        days_since=None,
        model_version=MODEL_VERSION,
    )
