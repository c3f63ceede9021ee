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
    at_net,
    empty_bar,
    heaviest_clear,
    least_kg,
    loadable,
    moving,
    net_kg,
)
from liftguard.judge.monotony import is_in_a_row
from liftguard.judge.policy import Policy
from liftguard.judge.question import Assessment, Rules, assess, with_plan
from liftguard.judge.ramp import after_ramp, later, warm_up
from liftguard.judge.steps import clear_step, done_within, lighter_step
from liftguard.judge.verdict import Level, Step
from liftguard.judge.walk import loosen, walk_first
from liftguard.judge.way_back import begins_with, comes_back, is_away, way_back
from liftguard.lifts import REGIONS, lift_of, regions_of
from liftguard.model.capacity import capacity
from liftguard.model.curve import MOST_MODELLED_REPS, demand
from liftguard.model.experience import has_done
from liftguard.model.forecast import p_shown
from liftguard.model.state import moment, seconds_into
from liftguard.model.traits import likeness
from liftguard.records import PlannedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = ["advise", "clear_now"]

_MINUTES = (1, 2, 3, 5, 8, 10, 15, 20, 30)  # of more rest, as far as the policy goes
# steps that lead to the set itself
_SOON = ("walk_first", "loosen", "more_rest", "ramp_first", "another_day")


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
    if found.by_stillness:
        return walk_first(found, rules)
    flagged = _Flagged(found, rules, heaviest_clear(found, rules))
    kinds = (*_now(flagged), _another_day(flagged), _another_lift(flagged), _deload(flagged))
    steps = tuple(step for step in kinds if step is not None)
    if not comes_back(found, rules) or any(step.code in _SOON for step in steps):
        return steps
    back = way_back(found.asked, rules)
    begins = "begin_back" if back else ""  # as the way back itself does
    return (*(step for step in steps if step.code != begins), *back)


def clear_now(found: Assessment, most_kg: float | None, rules: Rules) -> tuple[Step, ...]:
    """Find the smallest changes within this session that clear a flagged set."""
    if _in_doubt(found, rules):
        return _to_begin(found, rules)
    if found.level < Level.CAUTION:
        return ()
    if found.by_stillness:
        return walk_first(found, rules)
    return tuple(step for step in _now(_Flagged(found, rules, most_kg)) if step is not None)


def _in_doubt(found: Assessment, rules: Rules) -> bool:
    """Tell whether too little is known of a lift to say what would clear a set of it."""
    wide = rules.policy.too_wide(found.forecast.capacity_sd)
    return found.level == Level.UNKNOWN or (found.level > Level.UNKNOWN and wide)


def _to_begin(found: Assessment, rules: Rules) -> tuple[Step, ...]:
    """
    Give a load to begin with where too little is known to judge by.

    It is no more than what went up before, less after a long break or a pain, and of a lift that
    was never done a part of what nearly everybody of whom as much is known can do: nobody
    begins where others end.
    """
    policy, params = rules
    here, planned = found.standing, found.planned
    body = found.body_kg
    if body is None or _has_to_wait(found):
        return ()
    mean, variance = capacity(here.belief)
    most = mean - policy.begin_sds * math.sqrt(variance) + math.log(policy.begin_share)
    if has_done(here.one.done):
        most = here.one.done.reached
        if (found.forecast.days_since or 0.0) > policy.long_break_days:
            most += math.log(policy.begin_share)
    most -= demand(0.0, float(planned.reps), here.belief.curve, params)
    if found.ceiling is not None:
        most += math.log(min(found.ceiling.share, found.ceiling.by_sets))
    risk = policy.just_clear * (policy.careful_risk if not here.sets else 1.0)
    clear = heaviest_clear(found, rules, risk)  # of what was never done, half is enough
    bar = empty_bar(planned.lift, found.asked.rack)
    kg = min(moving(math.exp(most), found) or 0.0, math.inf if clear is None else clear)
    kg = min(max(kg, bar or least_kg(found)), net_kg(planned))
    if kg + body <= 0.0 or kg < least_kg(found):
        return ()
    plain = evolve(planned, rpe=None, to_failure=False, mean_velocity_m_s=None)
    one = at_net(plain, kg)
    begun = with_plan(found, one, rules)
    p = begun.forecast.p_beyond
    if p is None or begun.level > Level.UNKNOWN:
        return ()
    return (Step(code="begin", planned=one, at=found.at, level=begun.level, p_beyond=p),)


def _has_to_wait(found: Assessment) -> bool:
    """Tell whether a pain asks for patience: to rest, or not to begin with a lift meanwhile."""
    ceiling = found.ceiling
    if ceiling is None:
        return False
    return ceiling.rests or not (found.standing.sets or ceiling.waits)


def _first(code: str, tried: Iterable[Assessment]) -> Step | None:
    """Take the first that is clear."""
    return next((step for found in tried if (step := clear_step(code, found))), None)


def _now(flagged: _Flagged) -> tuple[Step | None, ...]:
    """Give what may be done within the session; under a pain nothing that keeps the load."""
    ceiling = flagged.found.ceiling
    if ceiling is not None:
        return (None if ceiling.rests else _lower(flagged),)
    if flagged.found.begins_stiff:
        return walk_first(flagged.found, flagged.rules)
    lower = _lower(flagged)
    away = is_away(flagged.found, flagged.rules)
    # after time off less load is the way, unless the body alone is the least there is
    fewer = None if away and (lower or not flagged.found.body_kg) else _fewer(flagged)
    steps = _ramp_first(flagged), _loosen(flagged), _more_rest(flagged), lower, fewer
    return tuple(step for step in steps if step is not None and _helps(step, flagged))


def _helps(step: Step, flagged: _Flagged) -> bool:
    """Tell whether a step lowers the chance by as much as makes it worth while."""
    p = flagged.found.forecast.p_beyond
    return p is None or step.p_beyond <= flagged.rules.policy.step_gain * p


def _clears(flagged: _Flagged, **taken: float) -> bool:
    """Tell whether a set could be clear if what is taken away were gone altogether."""
    forecast, policy = flagged.found.forecast, flagged.rules.policy
    if forecast.parts is None or forecast.shown is None or flagged.found.ceiling is not None:
        return True  # only trying tells
    return float(p_shown(forecast.parts._replace(**taken), forecast.shown)) < policy.caution


def _loosen(flagged: _Flagged) -> Step | None:
    """Try the same set after another movement or lengthening, where one was done over and over."""
    found, rules, _ = flagged
    return loosen(found, rules) if is_in_a_row(found, rules) else None


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
    return clear_step("ramp_first", assess(after_ramp(found.asked, ramp, rules.params), rules))


def _lower(flagged: _Flagged) -> Step | None:
    """Try the heaviest load that is clear, or what a way back begins with if that is less."""
    found, rules, kg = flagged
    if kg is None:
        return None
    if comes_back(found, rules):
        begin = lighter_step("begin_back", begins_with(found, rules), found, rules)
        if begin is not None and net_kg(begin.planned) < kg:
            return begin
    if not least_kg(found) <= kg < net_kg(found.planned):
        return None
    return clear_step("lower_load", with_plan(found, at_net(found.planned, kg), rules))


def _fewer(flagged: _Flagged) -> Step | None:
    """Try as many repetitions as are clear."""
    (found, rules, _), planned = flagged, flagged.found.planned
    least = math.ceil(rules.policy.least_reps_share * planned.reps)
    counts = range(least, min(planned.reps, int(MOST_MODELLED_REPS) + 1))

    def with_reps(reps: int) -> Assessment:
        return with_plan(found, evolve(planned, reps=reps), rules)

    # more repetitions are never milder
    most = bisect_right(counts, Level.CLEAR, key=lambda reps: with_reps(reps).level)
    return clear_step("fewer_reps", with_reps(counts[most - 1])) if most else None


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
    """
    Plan the same repetitions of other lifts, the best stand-in first, never heavier.

    Nor is more asked of one than it led up to lately: after time off strength is believed in that
    was not shown since.
    """
    found, rules, _ = flagged
    planned, here, policy = found.planned, found.standing, rules.policy
    own = here.carried_kg(planned)
    for lift in _stand_ins(flagged):
        probe = evolve(planned, lift=lift, load_kg=0.0, assist_kg=0.0, mean_velocity_m_s=None)
        other = assess(found.asked._replace(planned=probe), rules)
        clear = heaviest_clear(other, rules, policy.other_lift_risk * policy.caution)
        # of a week the first of equal bests is kept
        done = done_within(other, policy.long_break_days + 7.0, rules)
        carried = here.carried_kg(probe)
        if own is None or carried is None or clear is None or done is None:
            continue
        kg = loadable(min(clear, done, planned.load_kg + own - carried), other.asked.rack)
        if kg >= least_kg(other):
            yield at_net(probe, kg)


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
    return None if less is None else clear_step("deload", with_plan(found, less, rules))
