"""
What was moved without a bar: noted movements, each with how it stood by the rule just before.

Reason to change: how a movement that happened is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from liftguard.judge.judgement import judge_movement
from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules
from liftguard.judge.verdict import Level
from liftguard.model.learn import learn
from liftguard.model.state import AthleteState, moment
from liftguard.records import History, Movement

__all__ = ["MovedNote", "judged_moves", "noted_movement"]

_ENTRY = "Moved"
_BENDS = ("flexion", "extension")


class MovedNote(NamedTuple):
    """A movement that happened: of what strain it was by the rule, and what level that is."""

    noted_at: datetime  # as the athlete noted it
    at: datetime  # as `moment` gives it
    movement: Movement
    cause: str | None
    strain: float
    level: Level
    steps: tuple[Any, ...]  # that make it easier


def noted_movement(entry: Any, policy: Policy) -> Movement | None:  # noqa: ANN401 - see `_ENTRY`
    """Give the movement of an entry; one that is noted for its cause was quick, if not how."""
    if type(entry).__name__ != _ENTRY:
        return None
    speed = entry.peak_velocity_deg_s
    if speed is None and entry.cause is not None and not entry.load_kg:
        bends = entry.motion in _BENDS
        speed = policy.quick_bend_deg_s if bends else policy.quick_turn_deg_s
    return Movement(motion=entry.motion, peak_velocity_deg_s=speed, load_kg=entry.load_kg)


def judged_moves(
    state: AthleteState, entries: Sequence[Any] | History, rules: Rules
) -> Iterator[MovedNote]:
    """Judge each movement among the entries that follow a state, as of just before it."""
    if all(noted_movement(entry, rules.policy) is None for entry in entries):
        return  # and nothing is replayed
    for entry in entries:
        movement = noted_movement(entry, rules.policy)
        if movement is not None:
            verdict = judge_movement(movement, state, entry.at, rules)
            yield MovedNote(
                noted_at=entry.at,
                at=moment(entry.at),
                movement=movement,
                cause=getattr(entry, "cause", None),
                strain=verdict.causes[0].size,
                level=verdict.level,
                steps=verdict.steps,
            )
        state = learn(state, entry, rules.params)
