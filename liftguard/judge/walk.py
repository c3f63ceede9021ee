"""
A walk first, or a few easy bends: what they leave of stillness, and the set after them.

Reason to change: what moving before a set or a bend is tried for.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.question import Rules
from liftguard.judge.ramp import later
from liftguard.model.learn import learn
from liftguard.model.state import AthleteState
from liftguard.records import Mobility

__all__ = ["WALKS", "after_walk"]

WALKS = (2, 5, 10, 15, 20, 30)
"""How long a walk, or a few easy bends, are tried. [min]"""


def after_walk(
    state: AthleteState, at: datetime, minutes: float, rules: Rules
) -> tuple[AthleteState, datetime]:
    """Let an athlete walk, or bend easily, from a moment on; give the state and moment after."""
    then = later(at, minutes)
    return learn(state, Mobility(at=then, minutes=minutes), rules.params), then
