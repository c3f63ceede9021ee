"""
A walk first, or a few easy bends: what they leave of stillness, and the set after them.

Reason to change: what moving before a set or a bend is tried for.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.loads import heaviest_clear
from liftguard.judge.monotony import is_alone, is_in_a_row, is_unbroken
from liftguard.judge.question import Assessment, Rules, assess
from liftguard.judge.ramp import later
from liftguard.judge.steps import clear_step, lighter_step
from liftguard.judge.verdict import Step
from liftguard.model.learn import learn
from liftguard.model.state import AthleteState
from liftguard.records import Mobility

__all__ = ["WALKS", "after_walk", "breaks_of", "loosen", "walk_first"]

WALKS = (2, 5, 10, 15, 20, 30)
"""How long a walk, or a few easy bends, are tried. [min]"""


def after_walk(
    state: AthleteState, at: datetime, minutes: float, rules: Rules
) -> tuple[AthleteState, datetime]:
    """Let an athlete walk, or bend easily, from a moment on; give the state and moment after."""
    then = later(at, minutes)
    return learn(state, Mobility(at=then, minutes=minutes), rules.params), then


def walk_first(found: Assessment, rules: Rules) -> tuple[Step, ...]:
    """
    Find the shortest walk after which a set that begins stiff is clear, worked up to as usual.

    Where no walk clears it, as it is too much apart from that, the heaviest that then is.
    """
    walked = [_walked(found, minutes, rules) for minutes in WALKS]
    for one in walked:
        step = clear_step("walk_first", one)
        if step is not None:
            return (step,)
    loose = next((one for one in walked if not one.begins_stiff), walked[-1])
    most = heaviest_clear(loose, rules)
    step = None if most is None else lighter_step("walk_lighter", most, loose, rules)
    return () if step is None else (step,)


def _walked(found: Assessment, minutes: float, rules: Rules) -> Assessment:
    """Weigh the set after a walk, and after its ramp by who writes ramps down."""
    asked = found.asked
    state, at = after_walk(asked.state, asked.at, minutes, rules)
    return assess(asked._replace(state=state, at=at, rest_s=None, ramped=None), rules)


def loosen(found: Assessment, rules: Rules) -> Step | None:
    """Try the same set after another movement, or some walking or lengthening."""
    return clear_step("loosen", _loosened(found, rules))


def breaks_of(found: Assessment, rules: Rules) -> tuple[Step, ...]:
    """
    Give the breaks that are due before a set, whatever its level, and how it stands after them.

    Another movement or lengthening after one action over and over, a rest after work without any:
    what they are worth no data show.
    """
    due = []
    if is_in_a_row(found, rules) or is_alone(found, rules):
        due.append(("loosen", _loosened(found, rules)))
    if is_unbroken(found, rules):
        at = later(found.at, rules.policy.break_minutes)
        due.append(("more_rest", assess(found.asked._replace(at=at, rest_s=None), rules)))
    return tuple(
        Step(code=code, planned=one.planned, at=one.at, level=one.level, p_beyond=p)
        for code, one in due
        if (p := one.forecast.p_beyond) is not None
    )


def _loosened(found: Assessment, rules: Rules) -> Assessment:
    asked, minutes = found.asked, rules.policy.loosen_minutes
    state, at = after_walk(asked.state, asked.at, minutes, rules)
    return assess(asked._replace(state=state, at=at, rest_s=None), rules)
