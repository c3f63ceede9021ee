"""
What was moved without a bar: noted movements, each with how it stood by the rule just before.

Reason to change: how a movement that happened is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

import attrs

from liftguard.judge.judgement import judge_movement
from liftguard.judge.movement import SUDDEN, quick_speed
from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules
from liftguard.judge.verdict import Level, MovementStep
from liftguard.model.learn import learn
from liftguard.model.state import AthleteState, moment
from liftguard.records import Entry, History, Moved, Movement

__all__ = ["MovedNote", "judged_moves"]


class MovedNote(NamedTuple):
    """A movement that happened: of what strain it was by the rule, and what level that is."""

    noted_at: datetime  # as the athlete noted it
    at: datetime  # as `moment` gives it
    movement: Movement  # as it was noted
    judged: Movement  # as it was judged, with a speed that was not measured
    strain: float
    level: Level
    steps: tuple[MovementStep, ...]  # that make it easier


def judged_moves(
    state: AthleteState, entries: Sequence[Entry] | History, rules: Rules
) -> Iterator[MovedNote]:
    """Judge each movement among the entries that follow a state, as of just before it."""
    if not any(isinstance(entry, Moved) for entry in entries):
        return  # and nothing is replayed
    for entry in entries:
        if isinstance(entry, Moved):
            movement = _as_plan(entry)
            judged = _as_quick(movement, rules.policy)
            verdict = judge_movement(judged, state, entry.at, rules)
            yield MovedNote(
                noted_at=entry.at,
                at=moment(entry.at),
                movement=movement,
                judged=judged,
                strain=verdict.causes[0].size,
                level=verdict.level,
                steps=tuple(one for one in verdict.steps if isinstance(one, MovementStep)),
            )
        state = learn(state, entry, rules.params)


def _as_plan(moved: Moved) -> Movement:
    return Movement(
        motion=moved.motion,
        peak_velocity_deg_s=moved.peak_velocity_deg_s,
        load_kg=moved.load_kg,
        cause=moved.cause,
    )


def _as_quick(movement: Movement, policy: Policy) -> Movement:
    """Take a reach with empty hands for a quick one, as nobody notes the others."""
    told = movement.peak_velocity_deg_s is not None or movement.cause in (None, *SUDDEN)
    if told or movement.load_kg:
        return movement
    speed = quick_speed(movement.motion, policy)
    return attrs.evolve(movement, peak_velocity_deg_s=speed)
