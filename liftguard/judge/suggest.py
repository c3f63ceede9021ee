"""
The load to lift: what is usual next, held to what is clear, and changed by the set just done.

Loads that can be loaded are searched through, no formula is turned round: the chance that is
shown has steps.

Reason to change: what a coach would put on the bar.
"""

from __future__ import annotations

import math

import attrs

from liftguard.judge.advice import advise
from liftguard.judge.limits import (
    Case,
    Held,
    carried_at,
    fell_short,
    heaviest_clear,
    least_of,
    limits,
    limits_of_today,
    limits_of_work,
    may_rise_of,
    plan_at,
    weighed_at,
    why_careful,
    why_done,
)
from liftguard.judge.loads import GRAM, empty_bar, net_kg
from liftguard.judge.own_loads import OwnLoads, own_loads
from liftguard.judge.question import Assessment, Question, Rules, assess, with_plan
from liftguard.judge.suggestion import Best, LastTime, Suggestion
from liftguard.judge.usual import Usual, last_times, moves_of, usual_load
from liftguard.judge.verdict import Level, Step
from liftguard.judge.walk import WALKS, after_walk
from liftguard.model.curve import MOST_MODELLED_REPS
from liftguard.model.front import best_for
from liftguard.model.params import MODEL_VERSION
from liftguard.model.remember import date_of
from liftguard.records.checks import HEAVIEST_KG

_MOST_HELP = 0.9  # of what a body weighs in a lift

__all__ = [
    "as_suggestion",
    "best_at",
    "case_of",
    "suggest",
]


def suggest(asked: Question, rir: float | None, rules: Rules) -> Suggestion:
    """Suggest a load for the repetitions of a plan, whose load says nothing."""
    case = case_of(asked, rir, rules)
    found = _suggested(case)
    if found.planned is None and found.reason == "too_heavy":
        return attrs.evolve(found, steps=_fewer(case))
    return found if math.isinf(case.found.room) else attrs.evolve(found, steps=_walk(case, found))


def _fewer(case: Case) -> tuple[Step, ...]:
    """Find the most repetitions that are clear with the least load, where the body is that."""
    if carried_at(case) <= 0.0:
        return ()
    kg = least_of(case)
    for reps in range(min(case.found.planned.reps, int(MOST_MODELLED_REPS)) - 1, 0, -1):
        planned = attrs.evolve(plan_at(case, kg), reps=reps)
        fewer = case._replace(found=with_plan(case.found, planned, case.rules))
        p = fewer.found.forecast.p_beyond
        if p is not None and heaviest_clear(fewer, kg) is not None:
            level = fewer.found.level
            step = Step(
                code="fewer_reps", planned=planned, at=case.found.at, level=level, p_beyond=p
            )
            return (step,)
    return ()


def _walk(case: Case, found: Suggestion) -> tuple[Step, ...]:
    """Find the shortest walk after which a stiff body may take more, and how much."""
    asked, rules = case.found.asked, case.rules
    for minutes in WALKS:
        state, at = after_walk(asked.state, asked.at, minutes, rules)
        after = case_of(asked._replace(state=state, at=at, rest_s=None), case.rir, rules)
        if not math.isinf(after.found.room):
            continue
        then = _suggested(after)
        planned, p, now = then.planned, then.p_beyond, found.planned
        if planned is None or p is None or (now is not None and net_kg(planned) <= net_kg(now)):
            return ()
        return (Step(code="walk_first", planned=planned, at=at, level=then.level, p_beyond=p),)
    return ()


def _suggested(case: Case) -> Suggestion:
    """Suggest a load for right now."""
    ceiling = case.found.ceiling
    if ceiling is not None and ceiling.rests:
        return as_suggestion(case, None, "none", "pain")
    reason = why_done(case)
    if reason is not None:
        return as_suggestion(case, None, "stop", reason)
    if case.found.standing.carried_kg(case.found.planned) is None:
        return _without_bodyweight(case)
    if case.usual is None or _in_doubt(case):
        return _to_begin(case)
    return _from_usual(case, case.usual)


def _from_usual(case: Case, usual: Usual) -> Suggestion:
    """Hold what would be usual to what is clear, and to all else that holds it back."""
    hurts = case.found.ceiling is not None
    held = min(limits(case, usual), key=lambda one: one.kg)
    kg = heaviest_clear(case, held.kg)
    if kg is None:
        stiff = "stillness" if held.reason == "stillness" else "too_heavy"
        return as_suggestion(case, None, "none", "pain" if hurts else stiff)
    reason = held.reason
    if kg < case.loads.down(held.kg) - GRAM:
        reason = "pain" if hurts else why_careful(case) or "clear"
    elif reason == "pain":
        most = heaviest_clear(case, usual.kg)
        reason = "pain" if most is None or most <= kg + GRAM else "after_pain"
    return as_suggestion(case, kg, _code(usual, kg, reason, case.loads), reason)


def _without_bodyweight(case: Case) -> Suggestion:
    """Suggest what was done last time, where nobody knows what that moves; less after a miss."""
    usual = case.usual
    if usual is None:
        return as_suggestion(case, None, "none", "no_bodyweight")
    no_more = Held(usual.kg, "no_bodyweight")
    held = min(limits_of_today(case), key=lambda one: one.kg, default=no_more)
    if held.kg >= usual.kg:
        return as_suggestion(case, usual.kg, "begin", "no_bodyweight", to_begin=True)
    kg = case.loads.down(held.kg)
    if kg < 0.0 and not case.is_helped:
        return as_suggestion(case, None, "none", held.reason)
    return as_suggestion(case, kg, "begin", held.reason, to_begin=True)


def case_of(asked: Question, rir: float | None, rules: Rules) -> Case:
    """Gather what is known."""
    found = assess(asked, rules)
    told = last_times(found, rules)
    loads = own_loads(asked.planned.lift, asked.state.lifts.get(asked.planned.lift), asked.plates)
    usual = usual_load(found, told.before, loads, rules, may_rise_of(told, rules))
    case = Case(found, rules, told, loads, usual, rir)
    if told.current is None:
        return case
    if _has_begun(case):
        return case._replace(usual=usual_load(found, told.with_now, loads, rules))
    return case if told.current.short else case._replace(told=told._replace(current=None))


def _has_begun(case: Case) -> bool:
    """Tell whether the work of a session has begun, or only what leads up to it."""
    now, usual = case.told.current, case.usual
    if now is None or now.set_kg is None:
        return False
    if usual is None or now.short:
        return True
    return now.set_kg >= case.rules.policy.begun_share * usual.kg - GRAM


# --- where too little is known ---


def _in_doubt(case: Case) -> bool:
    """Tell whether too little is known of a lift to call its usual load clear."""
    sd = case.found.standing.capacity_sd
    if case.usual is None or not case.rules.policy.too_wide(sd):
        return False
    return weighed_at(case, case.usual.kg).level != Level.CLEAR


def _to_begin(case: Case) -> Suggestion:
    """Suggest a load to begin with."""
    usual = case.usual
    held = limits_of_today(case)
    if usual is not None:  # a load to begin with minds a break; a miss since then ends it not
        held = limits(case, usual) if fell_short(case) else limits_of_work(case, usual)
    limit = min((one.kg for one in held), default=math.inf)
    most = min(_begins_at(case), limit)
    kg = heaviest_clear(case, most, Level.UNKNOWN)
    again = _again(case)
    if again is not None and again <= limit + GRAM:
        kg = again if kg is None else max(kg, again)
    if kg is None and carried_at(case) == 0.0 and least_of(case) <= most + GRAM:
        kg = least_of(case)  # there is nothing lighter to try
        kg = kg if weighed_at(case, kg).level <= Level.UNKNOWN else None
    if kg is not None and _names_nothing(case, kg):
        return as_suggestion(case, None, "none", "begin_light")
    if kg is None:
        hurts = case.found.ceiling is not None
        alone = carried_at(case) > 0.0 and not case.is_helped
        reason = "pain" if hurts else "no_help" if alone else "too_little_known"
        return as_suggestion(case, None, "none", reason)
    return as_suggestion(case, kg, "begin", "too_little_known", to_begin=True)


def _names_nothing(case: Case, kg: float) -> bool:
    """Tell whether a load is the least there is, not by what is known, of a lift never done."""
    never = case.usual is None and not case.found.standing.sets
    bar = empty_bar(case.found.planned.lift, case.found.asked.rack)
    bare = bar is None and carried_at(case) == 0.0
    return never and bare and kg <= least_of(case) + GRAM


def _again(case: Case) -> float | None:
    """Give what went up lately for as many repetitions: that may be done again to begin with."""
    usual = case.usual
    if usual is None or usual.time.reps < case.found.planned.reps or why_careful(case):
        return None
    kg = min(usual.kg, case.loads.near(usual.time.load_kg))
    return kg if weighed_at(case, kg).level <= Level.UNKNOWN else None


def _begins_at(case: Case) -> float:
    """Find the load to begin with, with help where the lift is done so."""
    planned = plan_at(case, HEAVIEST_KG if case.usual is None else case.usual.kg)
    if case.usual is None and case.is_helped:
        size = case.loads.step_kg
        help_kg = math.floor(_MOST_HELP * carried_at(case) / size) * size
        planned = attrs.evolve(planned, assist_kg=help_kg)
    found = with_plan(case.found, planned, case.rules, in_full=True)
    steps = [one.planned for one in advise(found, case.rules) if one.code == "begin"]
    return net_kg(steps[0]) if steps else least_of(case)


# --- the answer ---


def _code(usual: Usual, kg: float, reason: str, loads: OwnLoads) -> str:
    """Say what a load is beside the last time, or beside the last set of this session."""
    time = usual.time
    if reason in {"time_off", "pain", "after_pain"} or (time.is_back and time.goal_kg is not None):
        return "way_back"
    if reason == "stillness":
        return "walk_first"
    if not usual.is_alike:
        return "as_hard"
    last = time.load_kg if time.goal_kg is None else time.goal_kg
    if loads.is_same(kg, last):
        return "hold"
    return "go_up" if kg > last else "back_off"


def as_suggestion(
    case: Case, kg: float | None, code: str, reason: str, *, to_begin: bool = False
) -> Suggestion:
    """Put a suggestion together."""
    found = case.found if kg is None else weighed_at(case, kg)
    forecast, planned = found.forecast, found.planned
    return Suggestion(
        lift=planned.lift,
        reps=planned.reps,
        at=found.at,
        load_kg=None if kg is None else planned.load_kg,
        assist_kg=0.0 if kg is None else planned.assist_kg,
        rir=case.rir,
        p_beyond=None if kg is None else forecast.p_beyond,
        level=Level.UNKNOWN if kg is None else found.level,
        expected_rir=None if kg is None else forecast.expected_rir,
        band=None if kg is None else forecast.band,
        code=code,
        reason=reason,
        to_begin=to_begin,
        last=_last_time(case),
        best=best_at(found),
        model_version=MODEL_VERSION,
    )


def _last_time(case: Case) -> LastTime | None:
    """Give the last time that a suggestion rests on."""
    if case.usual is None:
        return None
    time, last = case.usual.time, case.told.last
    is_last = last is not None and last.day == time.day
    return LastTime(
        at=date_of(case.found.state, time.day, case.found.at),
        load_kg=max(time.load_kg, 0.0),
        assist_kg=max(-time.load_kg, 0.0),
        reps=time.reps,
        short=last.short if is_last and last is not None else 0,
        rir=last.left if is_last and last is not None else None,
        moves=moves_of(time, case.found) if is_last else 0,
    )


def best_at(found: Assessment) -> Best | None:
    """Give the heaviest that ever went up for at least so many repetitions."""
    one = found.state.lifts.get(found.planned.lift)
    best = None if one is None else best_for(one.front, found.planned.reps)
    if best is None:
        return None
    reps, kg, day = best
    at = date_of(found.state, day, found.at)
    return Best(reps=reps, load_kg=max(kg, 0.0), assist_kg=max(-kg, 0.0), at=at)
