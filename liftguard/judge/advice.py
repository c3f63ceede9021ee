"""
What to do instead: the smallest changes that clear a flagged set, each judged on its own.

Reason to change: a new kind of advice.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from attrs import evolve

from liftguard.judge.deload import deload_set
from liftguard.judge.loads import (
    empty_bar,
    heaviest_held,
    heaviest_loadable,
    loadable,
    loadable_from,
)
from liftguard.judge.policy import Policy
from liftguard.judge.question import Assessment, Question, Rules, assess, with_plan
from liftguard.judge.ramp import after_ramp, later, warm_up
from liftguard.judge.verdict import Level, Step
from liftguard.lifts import REGIONS, lift_of, regions_of
from liftguard.model.capacity import capacity
from liftguard.model.curve import MOST_MODELLED_REPS, demand
from liftguard.model.experience import chance, log_odds
from liftguard.model.forecast import p_beyond
from liftguard.model.learn import as_done, expect, learn
from liftguard.model.moved import carried_kg
from liftguard.model.state import AthleteState, best_within, moment, seconds_into
from liftguard.model.traits import likeness
from liftguard.records import PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = ["advise", "clear_now", "way_back"]

_LATELY_DAYS = 90.0
_SAFE_SDS = 1.645  # below the middle of what is believed: 19 of 20 can do as much
_GRAM = 1e-3  # [kg]
_NOTHING = -99.0  # log kg: below any load
_MINUTES = (1, 2, 3, 5, 8, 10, 15, 20, 30)  # of more rest, as far as the policy goes
_SOON = ("more_rest", "ramp_first", "another_day")  # steps that lead to the set itself


class _Flagged(NamedTuple):
    """A set that was flagged, what it is judged by, and the most that is clear. [kg]"""

    found: Assessment
    rules: Rules
    most_kg: float | None


def advise(found: Assessment, rules: Rules) -> tuple[Step, ...]:
    """
    Find the smallest changes that clear a flagged set that was weighed, as a coach would try them.

    Of a set of which too little is known, the one step is what to begin with.
    """
    if _in_doubt(found, rules):
        return _to_begin(found, rules)
    if found.level < Level.CAUTION:
        return ()
    flagged = _Flagged(found, rules, heaviest_held(found, rules.policy.just_clear, rules.params))
    kinds = (*_now(flagged), _another_day(flagged), _another_lift(flagged), _deload(flagged))
    steps = tuple(step for step in kinds if step is not None)
    if _is_away(found, rules) and not any(step.code in _SOON for step in steps):
        return steps + way_back(found.asked, rules)
    return steps


def clear_now(found: Assessment, most_kg: float | None, rules: Rules) -> tuple[Step, ...]:
    """Find the smallest changes within this session that clear a flagged set."""
    if _in_doubt(found, rules):
        return _to_begin(found, rules)
    if found.level < Level.CAUTION:
        return ()
    return tuple(step for step in _now(_Flagged(found, rules, most_kg)) if step is not None)


def _in_doubt(found: Assessment, rules: Rules) -> bool:
    """Tell whether too little is known of a lift to say what would clear a set of it."""
    wide = rules.policy.too_wide(found.forecast.capacity_sd)
    return found.level == Level.UNKNOWN or (found.level > Level.UNKNOWN and wide)


def _to_begin(found: Assessment, rules: Rules) -> tuple[Step, ...]:
    """
    Give a load to begin with where too little is known to judge by.

    It is no more than what went up before, less after a long break, and of a lift that was never
    done what nearly everybody of whom as much is known can do.
    """
    policy, params = rules
    here, planned = found.standing, found.planned
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg)
    if carried is None or found.ceiling is not None:
        return ()
    mean, variance = capacity(here.belief)
    most = mean - _SAFE_SDS * math.sqrt(variance)
    if here.one.done.reached > _NOTHING:
        most = here.one.done.reached
        if (found.forecast.days_since or 0.0) > policy.long_break_days:
            most += math.log(policy.begin_share)
    most -= demand(0.0, float(planned.reps), here.belief.curve, params)
    kg = min(loadable(math.exp(most) - carried + _GRAM, found.asked.plates), planned.load_kg)
    clear = heaviest_held(found, policy.just_clear, params)
    kg = kg if clear is None else min(kg, clear)
    kg = max(kg, min(empty_bar(planned.lift, found.asked.plates) or 0.0, planned.load_kg))
    if kg + carried <= 0.0 or kg < 0.0:
        return ()
    one = evolve(planned, load_kg=kg, rpe=None, to_failure=False, mean_velocity_m_s=None)
    begun = with_plan(found, one, rules)
    p = begun.forecast.p_beyond
    if p is None or begun.level > Level.UNKNOWN:
        return ()
    return (Step(code="begin", planned=one, at=found.at, level=begun.level, p_beyond=p),)


def way_back(asked: Question, rules: Rules) -> tuple[Step, ...]:
    """
    Lead back to a flagged set, week by week: a ceiling for now, the plan kept.

    The loads rise evenly, over more weeks the longer the lift was left or a pain holds it, each
    no more than what is clear once those before it have gone well, and end at the plan.
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
    least, below = 0.0, 1.0 - policy.back_a_week * weeks
    for week in range(int(policy.weeks_back)):
        asked = asked._replace(at=start + timedelta(weeks=week), planned=planned)
        whole = assess(asked, rules)
        share = below + (1.0 - below) * min(week / weeks, 1.0)
        limit = _a_week_on(least, whole, policy) if steps else planned.load_kg
        if share >= 1.0 and planned.load_kg <= limit:
            step = _clear("way_back", whole)
            if step is not None:
                return (*steps, step)
        found = with_plan(whole, plain, rules)
        most = heaviest_held(found, policy.just_clear, rules.params)
        if most is None:
            continue  # the place is to rest as yet
        most = min(most, limit, max(_share_of(planned, share, found), least))
        step = _lower(_Flagged(found, rules, most), "way_back")
        if step is not None:
            one = _rated(with_plan(found, step.planned, rules), rules)
            steps.append(evolve(step, planned=one))
            asked = asked._replace(state=_gone_well(with_plan(found, one, rules), rules))
            least = one.load_kg
    return tuple(steps)


def _a_week_on(kg: float, found: Assessment, policy: Policy) -> float:
    """Give the most for the week after: so much more moved, or else the next load there is. [kg]"""
    planned, plates = found.planned, found.asked.plates
    carried = carried_kg(planned.lift, planned.assist_kg, found.standing.bodyweight_kg) or 0.0
    more = loadable(policy.more_a_week * (kg + carried) - carried + _GRAM, plates)
    return max(more, loadable_from(kg + _GRAM, plates) or 0.0)


def _weeks_back(found: Assessment, rules: Rules) -> int:
    """Give over how many weeks the way back leads: by the time off, or as long as a pain holds."""
    policy = rules.policy
    weeks = policy.back_weeks_share * (found.forecast.idle_days or 0.0) / 7.0
    if found.ceiling is not None:
        weeks = max(weeks, (found.ceiling.lasts - found.ceiling.days) / 7.0)
    return max(1, min(math.ceil(weeks - 0.5), int(policy.weeks_back) - 1))


def _share_of(planned: PlannedSet, share: float, found: Assessment) -> float:
    """Give a share of what a plan moves, as a load that can be put together. [kg]"""
    weight = found.standing.bodyweight_kg
    carried = carried_kg(planned.lift, planned.assist_kg, weight) or 0.0
    return loadable(share * (planned.load_kg + carried) - carried + _GRAM, found.asked.plates)


def _rated(found: Assessment, rules: Rules) -> PlannedSet:
    """Say how hard a set should be."""
    left = found.forecast.expected_rir or 0.0
    rpe = math.ceil(2.0 * (10.0 - left / rules.params.rir_scale)) / 2.0
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


def _clear(code: str, found: Assessment) -> Step | None:
    """Make a step of a set that is clear."""
    p = found.forecast.p_beyond
    if found.level != Level.CLEAR or p is None:
        return None
    return Step(code=code, planned=found.planned, at=found.at, level=found.level, p_beyond=p)


def _first(code: str, tried: Iterable[Assessment]) -> Step | None:
    """Take the first that is clear."""
    return next((step for found in tried if (step := _clear(code, found))), None)


def _most(flagged: _Flagged, planned: PlannedSet, p: float) -> float | None:
    """Find the heaviest load of another set at the same moment. [kg]"""
    asked = flagged.found.asked._replace(planned=planned)
    return heaviest_loadable(asked, p, flagged.rules)


def _now(flagged: _Flagged) -> tuple[Step | None, ...]:
    """Give what may be done within the session; under a pain nothing that keeps the load."""
    ceiling = flagged.found.ceiling
    if ceiling is not None:
        return (None if ceiling.rests else _lower(flagged),)
    fewer = None if _is_away(flagged.found, flagged.rules) else _fewer(flagged)
    steps = _ramp_first(flagged), _more_rest(flagged), _lower(flagged), fewer
    return tuple(step for step in steps if step is not None and _helps(step, flagged))


def _is_away(found: Assessment, rules: Rules) -> bool:
    """Tell whether a lift was left for so long, or hurts, that a way leads back to it."""
    return found.ceiling is not None or (found.forecast.idle_days or 0.0) > rules.params.rest_days


def _helps(step: Step, flagged: _Flagged) -> bool:
    """Tell whether a step lowers the chance by as much as makes it worth while."""
    p = flagged.found.forecast.p_beyond
    return p is None or step.p_beyond <= flagged.rules.policy.step_gain * p


def _clears(flagged: _Flagged, **taken: float) -> bool:
    """Tell whether a set could be clear if what is taken away were gone altogether."""
    forecast, policy = flagged.found.forecast, flagged.rules.policy
    if forecast.parts is None or forecast.shown is None or flagged.found.ceiling is not None:
        return True  # only trying tells
    odds = log_odds(p_beyond(forecast.parts._replace(**taken)))
    return float(chance(odds, forecast.shown)) < policy.caution


def _more_rest(flagged: _Flagged) -> Step | None:
    """Try the same set some minutes later."""
    found, rules, _ = flagged
    if not _clears(flagged, fatigue=0.0, readiness=0.0):  # stiffness goes with time as well
        return None
    asked = found.asked
    begins = _begins(found)
    return _first(
        "more_rest",
        (
            assess(asked._replace(at=later(begins, n), rest_s=None), rules)
            for n in _MINUTES
            if n <= rules.policy.most_rest_minutes
        ),
    )


def _begins(found: Assessment) -> datetime:
    """Give when the set would begin, after what is to be rested in any case."""
    state, at = found.state, found.at
    if state.since is None or found.asked.rest_s is None:
        return at
    waited = found.standing.one.clock_s - seconds_into(state, moment(at))
    return later(at, max(waited, 0.0) / 60.0)


def _ramp_first(flagged: _Flagged) -> Step | None:
    """Try the same set after its ramp, where that is known to be missing."""
    found, rules, _ = flagged
    missing = found.standing.step_from(rules.params) is not None
    if not missing or not _clears(flagged, readiness=0.0):
        return None
    ramp = warm_up(found.asked, rules)
    if not ramp:
        return None
    return _clear("ramp_first", assess(after_ramp(found.asked, ramp, rules.params), rules))


def _lower(flagged: _Flagged, code: str = "lower_load") -> Step | None:
    """Try the heaviest load that is clear."""
    (found, rules, kg), planned = flagged, flagged.found.planned
    if kg is not None:
        kg = min(kg, _lately(found, rules))
        if code == "lower_load" and _is_away(found, rules):  # as the way back begins
            share = 1.0 - rules.policy.back_a_week * _weeks_back(found, rules)
            kg = min(kg, _share_of(planned, share, found))
    if kg is None or kg >= planned.load_kg or kg < 0.0:
        return None
    return _clear(code, with_plan(found, evolve(planned, load_kg=kg), rules))


def _lately(found: Assessment, rules: Rules) -> float:
    """Give the most that is no more than what was lately done, for the repetitions. [kg]"""
    here, planned = found.standing, found.planned
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg)
    best = best_within(found.state, planned.lift, moment(found.at), _LATELY_DAYS)
    if best is None or carried is None:
        return math.inf
    most = best + math.log(rules.policy.more_than_lately)
    most -= demand(0.0, float(planned.reps), here.belief.curve, rules.params)
    return loadable(math.exp(most) - carried + _GRAM, found.asked.plates)


def _fewer(flagged: _Flagged) -> Step | None:
    """Try as many repetitions as are clear."""
    (found, rules, _), planned = flagged, flagged.found.planned
    least = math.ceil(rules.policy.least_reps_share * planned.reps)
    counts = range(least, min(planned.reps, int(MOST_MODELLED_REPS) + 1))

    def with_reps(reps: int) -> Assessment:
        return with_plan(found, evolve(planned, reps=reps), rules)

    # more repetitions are never milder
    most = bisect_right(counts, Level.CLEAR, key=lambda reps: with_reps(reps).level)
    return _clear("fewer_reps", with_reps(counts[most - 1])) if most else None


def _another_day(flagged: _Flagged) -> Step | None:
    """Try the session that begins with the set at the same hour of the next days."""
    if flagged.found.standing.in_session or flagged.found.ceiling is not None:
        return None  # one set of a session is not moved alone, and out of a pain leads a way back
    asked = flagged.found.asked._replace(rest_s=None, ramped=None)
    days = (
        asked._replace(at=asked.at + timedelta(days=n))
        for n in range(1, int(flagged.rules.policy.days_tried) + 1)
    )
    return _first("another_day", (assess(day, flagged.rules) for day in days))


def _another_lift(flagged: _Flagged) -> Step | None:
    """Try lifts of the same pattern."""
    if flagged.found.ceiling is not None and flagged.found.ceiling.rests:
        return None
    asked = flagged.found.asked
    others = (asked._replace(planned=one) for one in _others(flagged))
    return _first("another_lift", (assess(other, flagged.rules) for other in others))


def _others(flagged: _Flagged) -> Iterator[PlannedSet]:
    """Plan the same repetitions of other lifts, the best stand-in first, never heavier."""
    found, rules, _ = flagged
    planned, weight = found.planned, found.standing.bodyweight_kg
    own = carried_kg(planned.lift, planned.assist_kg, weight)
    for lift in _stand_ins(flagged):
        probe = evolve(planned, lift=lift, load_kg=0.0, assist_kg=0.0, mean_velocity_m_s=None)
        most = _most(flagged, probe, rules.policy.other_lift_risk * rules.policy.caution)
        carried = carried_kg(lift, 0.0, weight)
        if own is None or carried is None or most is None:
            continue
        room = planned.load_kg + own - carried
        if room >= 0.0:
            yield evolve(probe, load_kg=loadable(min(most, room), found.asked.plates))


def _stand_ins(flagged: _Flagged) -> list[str]:
    """List lifts of the same pattern that load the body alike, the best first."""
    found, policy = flagged.found, flagged.rules.policy
    own, spared = lift_of(found.planned.lift), _spared(flagged)

    def rank(lift: str) -> tuple[bool, float, str]:
        loads = dict(lift_of(lift).region_loads)
        spares = all(
            loads.get(one, 0.0) <= policy.spared_load * load for one, load in spared.items()
        )
        return not spares, -likeness(lift, own.key), lift

    alike = [
        lift
        for lift in found.state.lifts
        if lift != own.key
        and _is_used(lift, found, policy)
        and lift_of(lift).pattern == own.pattern
        and likeness(lift, own.key) >= policy.stand_in
    ]
    return sorted(alike, key=rank)


def _is_used(lift: str, found: Assessment, policy: Policy) -> bool:
    """Tell whether an athlete really does a lift: several sets, and not long ago."""
    one = found.state.lifts[lift]
    days = (found.standing.one.clock_s - one.clock_s) / SECONDS_PER_DAY
    return bool(one.sets >= policy.few_sets and days <= policy.long_break_days)


def _spared(flagged: _Flagged) -> dict[str, float]:
    """Give what is to be spared: the regions that hurt, else the most tired one, as loaded."""
    found, rules, _ = flagged
    loads = dict(lift_of(found.planned.lift).region_loads)
    if found.ceiling is not None:
        hurt = regions_of(found.ceiling.pain.region)
        return {region: load for region, load in loads.items() if region in hurt}
    tired = dict(zip(REGIONS, found.standing.tired_regions(rules.params), strict=True))
    worst = max(loads, key=lambda one: (loads[one] * tired[one], loads[one]), default=None)
    return {} if worst is None else {worst: loads[worst]}


def _deload(flagged: _Flagged) -> Step | None:
    """Try the set of a deload, where it is due."""
    found, rules, _ = flagged
    less = deload_set(found.asked, rules)
    return None if less is None else _clear("deload", with_plan(found, less, rules))
