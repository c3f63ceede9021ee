"""
What makes a movement without a bar easier: slower, in two parts, lighter, braced, a walk first.

Reason to change: what a careful coach says before a bend or a turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from attrs import evolve

from liftguard.judge.movement import SUDDEN, Strain, quick_speed, strain_at
from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules
from liftguard.judge.verdict import Level, MovementStep
from liftguard.judge.walk import WALKS, after_walk
from liftguard.lifts import regions_of
from liftguard.model.state import AthleteState, moment
from liftguard.records import Movement, Pain
from liftguard.units import elapsed_days

__all__ = ["Moving", "easier", "weigh_movement"]

_LESS_KG = 5.0  # what the load in the hands is lowered by


class Moving(NamedTuple):
    """How a movement stands: what was asked, by the rule, the pain that holds it, the level."""

    movement: Movement
    state: AthleteState
    at: datetime
    strain: Strain
    pain: Pain | None
    level: Level


def weigh_movement(movement: Movement, state: AthleteState, at: datetime, rules: Rules) -> Moving:
    """Weigh a movement by the rule, and by the pains of the last days."""
    policy, now = rules.policy, moment(at)
    strain = strain_at(movement, state, at, rules)
    pain = _pain_of(state.diary.pains, strain.regions, now, policy)
    level = strain.level
    if pain is not None:
        acute = elapsed_days(pain.at, now) < policy.acute_days
        worse = acute and level >= Level.CAUTION
        level = max(level, Level.BEYOND if worse else Level.CAUTION)
    return Moving(movement, state, at, strain, pain, level)


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


def easier(found: Moving, rules: Rules) -> tuple[MovementStep, ...]:
    """
    Find what makes a movement that is not clear easier, what clears it first.

    Each is judged by the same rule. None is left out for leaving a flag, as a sneeze comes all the
    same; each lowers the score, or makes clear what could not be told.
    """
    if found.level == Level.CLEAR:
        return ()
    helps = [
        one
        for one in _tried(found, rules)
        if one.then.strain.score < found.strain.score or one.then.level < found.level
    ]
    helps.sort(key=lambda one: one.then.level)  # which keeps the order of what is alike
    return tuple(
        MovementStep(
            code=one.code,
            planned=one.then.movement,
            at=one.then.at,
            level=one.then.level,
            score=one.then.strain.score,
        )
        for one in helps
    )


class _Tried(NamedTuple):
    """A change, and how the movement stands with it."""

    code: str
    then: Moving


def _tried(found: Moving, rules: Rules) -> Iterator[_Tried]:
    """Give what is worth trying, in the order in which a coach would say it."""
    policy, movement = rules.policy, found.movement
    quick = quick_speed(movement.motion, policy)
    speed = _speed(movement, policy)
    if movement.cause in SUDDEN:
        yield _Tried("brace", _with_speed(found, policy.gentle_share * speed, rules))
    if movement.cause not in SUDDEN or movement.cause == "throw":
        slow = policy.gentle_share * min(speed, quick)
        yield _Tried("slower", _with_speed(found, slow, rules))
        halved = _with_speed(found, policy.gentle_share * speed, rules)
        turns = movement.motion == "rotation"
        yield _Tried("turn_feet", halved) if turns else _Tried("in_parts", halved)
    yield from (_Tried("less_load", one) for one in _lighter(found, rules))
    yield _Tried("walk_first", _walked(found, rules))


def _speed(movement: Movement, policy: Policy) -> float:
    """Give the speed of a movement; of one that nobody knows, a quick one. [deg/s]"""
    if movement.peak_velocity_deg_s is not None:
        return movement.peak_velocity_deg_s
    usual = policy.unhurried_speed
    if movement.cause is None or movement.cause in SUDDEN:
        usual = policy.sudden_speed
    return usual * quick_speed(movement.motion, policy)


def _with_speed(found: Moving, deg_s: float, rules: Rules) -> Moving:
    slow = evolve(found.movement, peak_velocity_deg_s=deg_s)
    return weigh_movement(slow, found.state, found.at, rules)


def _lighter(found: Moving, rules: Rules) -> Iterator[Moving]:
    """Try less in the hands: the most that is clear, else nothing at all."""
    kg = found.movement.load_kg
    while kg > 0.0:
        kg = max(kg - _LESS_KG, 0.0)
        one = weigh_movement(evolve(found.movement, load_kg=kg), found.state, found.at, rules)
        if one.level == Level.CLEAR or kg == 0.0:
            yield one
            return


def _walked(found: Moving, rules: Rules) -> Moving:
    """Try a walk before: the shortest that leads to the best level."""
    walks = []
    for minutes in WALKS:
        state, at = after_walk(found.state, found.at, minutes, rules)
        walks.append(weigh_movement(found.movement, state, at, rules))
    return min(walks, key=lambda one: one.level)
