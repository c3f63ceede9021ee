"""
The bests of a lift that stand, and the easiest new ones today.

Reason to change: which new best is worth naming.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from liftguard.judge.loads import at_net
from liftguard.judge.own_loads import own_loads
from liftguard.judge.question import Question, Rules, assess, with_plan
from liftguard.judge.suggestion import Best, Bests
from liftguard.judge.usual import is_done_lately, is_on_the_way_back, last_times
from liftguard.judge.verdict import Level, Step
from liftguard.model.remember import date_of
from liftguard.records import PlannedSet
from liftguard.records.entries import MOST_REPS

__all__ = ["bests"]

_HARD = math.log(0.9)  # of the highest demand ever: what asks for less tests nothing


def bests(asked: Question, rules: Rules) -> Bests:
    """List the bests of the lift of a plan, and the new ones of today, the easiest first."""
    state, planned, at = asked.state, asked.planned, asked.at
    one = state.lifts.get(planned.lift)
    front = () if one is None else one.front
    unbeaten = tuple(
        Best(
            reps=reps,
            load_kg=max(kg, 0.0),
            assist_kg=max(-kg, 0.0),
            at=date_of(state, day, at),
        )
        for reps, kg, day in front
    )
    return Bests(
        lift=planned.lift,
        at=at,
        unbeaten=unbeaten,
        within_reach=tuple(sorted(_new_ones(asked, rules), key=_easiest)),
    )


def _easiest(step: Step) -> tuple[float, float]:
    """Put the likeliest first; of equal ones the heavier."""
    return step.p_beyond, step.planned.assist_kg - step.planned.load_kg


def _new_ones(asked: Question, rules: Rules) -> Iterator[Step]:
    """
    Weigh one repetition more, and one step of load more, than each best.

    With a pain none, and none on the way back: nobody tests what was before time off. Of
    repetitions that are not done lately none either, nor of far less than ever: those are easy,
    and no news.
    """
    found = assess(asked, rules)
    if found.ceiling is not None or is_on_the_way_back(found, rules):
        return
    told = last_times(found, rules)
    tried: set[PlannedSet] = set()  # one more step of one best is one more repetition of another
    for code, planned in _just_above(asked):
        if planned in tried or not is_done_lately(planned.reps, told, rules):
            continue
        tried.add(planned)
        new = with_plan(found, planned, rules)
        p = new.forecast.p_beyond
        near = new.level in {Level.CLEAR, Level.CAUTION} and not new.begins_stiff
        above = new.forecast.above
        if p is not None and near and above is not None and above >= _HARD:
            yield Step(code=code, planned=planned, at=asked.at, level=new.level, p_beyond=p)


def _just_above(asked: Question) -> Iterator[tuple[str, PlannedSet]]:
    """Plan just above each best that stands, at loads that there are."""
    one = asked.state.lifts.get(asked.planned.lift)
    loads = own_loads(asked.planned.lift, one, asked.plates)
    for reps, kg, _ in () if one is None else one.front:
        if loads.has(kg) and reps < MOST_REPS:
            yield "one_more_rep", _planned(asked, reps + 1, loads.near(kg))
        more = loads.above(kg)
        if more is not None:
            yield "more_load", _planned(asked, reps, more)


def _planned(asked: Question, reps: int, kg: float) -> PlannedSet:
    """Plan so many repetitions at a load; below 0 it is help."""
    return at_net(attrs.evolve(asked.planned, reps=reps), kg)
