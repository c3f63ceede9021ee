"""
The way back to a set after time off or a pain: week by week, rising evenly to the plan.

Reason to change: how soon and by how much a lift comes back.
"""

from __future__ import annotations

import math
from datetime import timedelta

from attrs import evolve

from liftguard.judge.loads import (
    GRAM,
    heaviest_clear,
    loadable,
    loadable_from,
    moving,
    net_kg,
)
from liftguard.judge.policy import Policy
from liftguard.judge.question import Assessment, Question, Rules, assess, with_plan
from liftguard.judge.steps import clear_step, lighter_step
from liftguard.judge.usual import last_times
from liftguard.judge.verdict import Level, Step
from liftguard.model.bests import best_of_last_weeks
from liftguard.model.curve import demand
from liftguard.model.front import best_for
from liftguard.model.learn import as_done, expect, learn
from liftguard.model.state import AthleteState
from liftguard.records import PlannedSet

__all__ = ["begins_with", "comes_back", "is_away", "way_back"]


def is_away(found: Assessment, rules: Rules) -> bool:
    """Tell whether a lift was left for so long, or hurts, that a way leads back to it."""
    return found.ceiling is not None or (found.forecast.idle_days or 0.0) > rules.params.rest_days


def comes_back(found: Assessment, rules: Rules) -> bool:
    """Tell whether a way back begins, however clear more is: with a pain, or after so long."""
    days = last_times(found, rules).days or 0.0  # since something went up: a miss ends no break
    return found.ceiling is not None or days >= rules.policy.back_days


def begins_with(found: Assessment, rules: Rules) -> float:
    """Give what the way back of a lift begins with, if that is clear. [kg]"""
    return _rung(found, 1.0 - rules.policy.back_a_week * _weeks_back(found, rules), rules)


def way_back(asked: Question, rules: Rules) -> tuple[Step, ...]:
    """
    Lead back to a flagged set, week by week: a ceiling for now, the plan kept.

    One ladder leads back to what was usual, and a plan is where it is left. The loads rise
    evenly, over more weeks the longer the lift was left or a pain holds it, each no more than
    what is clear once those before it have gone well. To a plan above what was usual it goes on
    as evenly, or by the next load there is: what it led to counts as done lately.
    """
    policy = rules.policy
    asked = asked._replace(rest_s=None, ramped=None)
    first = assess(asked, rules)
    if first.level < Level.CAUTION:
        return ()
    weeks = _weeks_back(first, rules)
    planned, start = asked.planned, asked.at
    plain = evolve(planned, rpe=None, to_failure=False, mean_velocity_m_s=None)
    steps: list[Step] = []
    least, below = -math.inf, 1.0 - policy.back_a_week * weeks
    for week in range(int(policy.weeks_back)):
        asked = asked._replace(at=start + timedelta(weeks=week), planned=planned)
        whole = assess(asked, rules)
        share = below + (1.0 - below) * week / weeks
        next_kg = loadable_from(least + GRAM, whole.asked.rack) if steps else None
        most = max(_rung(first, share, rules), least)
        if share >= 1.0:
            most = _on_from_usual(most, next_kg, whole)
        if steps:
            most = min(most, _a_week_on(least, whole, policy))
        if net_kg(planned) <= most:
            step = clear_step("way_back", whole)
            if step is not None:
                return (*steps, step)
        found = with_plan(whole, plain, rules)
        clear = heaviest_clear(found, rules)
        if clear is None:
            continue  # the place is to rest as yet
        clear = loadable(clear, found.asked.rack)  # a rung is a step, no load of long ago
        led_to = -math.inf if next_kg is None else next_kg
        step = lighter_step("way_back", min(most, clear), found, rules, led_to=led_to)
        if step is not None:
            one = _rated(with_plan(found, step.planned, rules, in_full=True), rules)
            steps.append(evolve(step, planned=one))
            asked = asked._replace(state=_gone_well(with_plan(found, one, rules), rules))
            least = net_kg(one)
    return _while_rising(steps)


def _while_rising(steps: list[Step]) -> tuple[Step, ...]:
    """Leave out the last weeks that ask for no more than the one before: the plan is far off."""
    last = len(steps)
    loads = [net_kg(step.planned) for step in steps]
    while last > 1 and loads[last - 1] <= loads[last - 2] + GRAM:
        last -= 1
    return tuple(steps[:last])


def _on_from_usual(kg: float, next_kg: float | None, found: Assessment) -> float:
    """Give the most once the usual is reached: a step more, and a plan a step above it. [kg]"""
    most, plan_kg = max(kg, kg if next_kg is None else next_kg), net_kg(found.planned)
    above = loadable_from(most + GRAM, found.asked.rack)
    return plan_kg if above is not None and most < plan_kg <= above else most


def _a_week_on(kg: float, found: Assessment, policy: Policy) -> float:
    """Give the most for the week after: so much more moved, or else the next load there is. [kg]"""
    more = moving(policy.more_a_week * (kg + (found.body_kg or 0.0)), found)
    above = loadable_from(kg + GRAM, found.asked.rack)
    return max(one for one in (kg, more, above) if one is not None)


def _weeks_back(found: Assessment, rules: Rules) -> int:
    """Give over how many weeks the way back leads: by the time off, or as long as a pain holds."""
    policy = rules.policy
    weeks = policy.back_weeks_share * (found.forecast.idle_days or 0.0) / 7.0
    if found.ceiling is not None and found.ceiling.by_sets < math.inf:
        weeks = max(weeks, (found.ceiling.lasts - found.ceiling.days) / 7.0)
    return max(1, min(math.ceil(weeks - 0.5), int(policy.weeks_back) - 1))


def _rung(found: Assessment, share: float, rules: Rules) -> float:
    """
    Give a share of the most that was usual, for the repetitions; else of the plan. [kg]

    With a pain it is no more than ever went up for as many, or the heaviest of fewer: what fewer
    repetitions might take has not been done.
    """
    planned, here = found.planned, found.standing
    usual = best_of_last_weeks(here.one.bests)
    if usual is None:
        whole = net_kg(planned) + (found.body_kg or 0.0)
    else:
        whole = math.exp(usual - demand(0.0, float(planned.reps), here.belief.curve, rules.params))
    kg, best = moving(share * whole, found) or 0.0, best_for(here.one.front, planned.reps)
    if found.ceiling is None or best is None:
        return kg
    return min(kg, loadable(best[1] + GRAM, found.asked.rack))


def _rated(found: Assessment, rules: Rules) -> PlannedSet:
    """Say how hard a set should be."""
    left = found.forecast.expected_rir
    if left is None:
        return found.planned
    rpe = math.ceil(2.0 * (10.0 - left)) / 2.0
    return (
        evolve(found.planned, rpe=min(rpe, 10.0))
        if rpe >= rules.policy.telling_rpe
        else found.planned
    )


def _gone_well(found: Assessment, rules: Rules) -> AthleteState:
    """Let a planned set have been done, as hard as it says."""
    planned, at, state = found.planned, found.at, found.state
    if planned.rpe is None:
        return expect(state, planned, at, found.standing, rules.params)
    return learn(state, as_done(planned, at), rules.params)
