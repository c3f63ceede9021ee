"""
The load to lift: what is usual next, held to what is clear, and changed by the set just done.

Loads that can be loaded are searched through, no formula is turned round: the chance that is
shown has steps.

Reason to change: what a coach would put on the bar.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from liftguard.judge.advice import advise
from liftguard.judge.loads import GRAM, empty_bar
from liftguard.judge.own_loads import OwnLoads, heaviest_that, own_loads
from liftguard.judge.question import Assessment, Question, Rules, assess, with_plan
from liftguard.judge.suggestion import Best, LastTime, Suggestion
from liftguard.judge.usual import LastTimes, Rise, Usual, last_times, usual_load
from liftguard.judge.verdict import Level
from liftguard.judge.way_back import begins_with
from liftguard.lifts.assistance import is_helped
from liftguard.model.front import best_for
from liftguard.model.params import MODEL_VERSION
from liftguard.model.remember import date_of
from liftguard.model.state import AthleteState
from liftguard.records import PlannedSet
from liftguard.records.checks import HEAVIEST_KG, LIGHTEST_KG

_MOST_HELP = 0.9  # of what a body weighs in a lift

__all__ = [
    "Case",
    "Held",
    "as_suggestion",
    "best_at",
    "case_of",
    "less_than",
    "plan_at",
    "suggest",
    "weighed_at",
]


class Case(NamedTuple):
    """
    What is asked, what it is judged by, and what is known of it.

    `usual` is the load that would be usual next, None where nothing went up yet; `rir` the
    repetitions that are to be left, None where no effort was asked.
    """

    found: Assessment
    rules: Rules
    told: LastTimes
    loads: OwnLoads
    usual: Usual | None
    rir: float | None

    @property
    def may_rise(self) -> bool:
        """Whether more than the last time may be planned."""
        return _may_rise(self.told, self.rules) is not None


class Held(NamedTuple):
    """A limit, and why. [kg]"""

    kg: float
    reason: str


def suggest(asked: Question, rir: float | None, rules: Rules) -> Suggestion:
    """Suggest a load for the repetitions of a plan, whose load says nothing."""
    case = case_of(asked, rir, rules)
    ceiling = case.found.ceiling
    if ceiling is not None and ceiling.rests:
        return as_suggestion(case, None, "none", "pain")
    reason = _ends(case)
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
    held = min(_limits(case, usual), key=lambda one: one.kg)
    kg = _heaviest_clear(case, held.kg)
    if kg is None:
        return as_suggestion(case, None, "none", "pain" if hurts else "too_heavy")
    reason = held.reason
    if kg < case.loads.down(held.kg) - GRAM:
        reason = "pain" if hurts else _why_careful(case) or "clear"
    return as_suggestion(case, kg, _code(usual, kg, reason), reason)


def _without_bodyweight(case: Case) -> Suggestion:
    """Suggest what was done last time, where nobody knows what that moves."""
    if case.usual is None:
        return as_suggestion(case, None, "none", "no_bodyweight")
    return as_suggestion(case, case.usual.kg, "begin", "no_bodyweight", to_begin=True)


def case_of(asked: Question, rir: float | None, rules: Rules) -> Case:
    """Gather what is known."""
    found = assess(asked, rules)
    told = last_times(found, rules)
    loads = own_loads(asked.planned.lift, asked.state.lifts.get(asked.planned.lift), asked.plates)
    usual = usual_load(found, told.before, loads, rules, _may_rise(told, rules))
    case = Case(found, rules, told, loads, usual, rir)
    if told.current is None:
        return case
    if _has_begun(case):
        return case._replace(usual=usual_load(found, told.with_now, loads, rules))
    return case if told.current.short else case._replace(told=told._replace(current=None))


def _may_rise(told: LastTimes, rules: Rules) -> Rise | None:
    """Tell whether a load may rise: not after a session that fell short, nor after time off."""
    if told.last is None or told.days is None or told.last.short or told.before[-1].is_short:
        return None
    if told.days > rules.params.rest_days:
        return None
    return Rise(told.days, told.last.day, told.last.left)


def _has_begun(case: Case) -> bool:
    """Tell whether the work of a session has begun, or only what leads up to it."""
    now, usual = case.told.current, case.usual
    if now is None or now.set_kg is None:
        return False
    if usual is None or now.short:
        return True
    return now.set_kg >= case.rules.policy.begun_share * usual.kg - GRAM


# --- limits ---


def _limits(case: Case, usual: Usual) -> Iterator[Held]:
    """Give what holds a load back, beside what is clear."""
    short = _fell_short(case)
    if short is not None:
        yield Held(usual.kg, short)
    yield from _by_effort(case, usual) if case.rir is not None else [Held(usual.kg, "usual")]
    yield from _by_last_set(case)
    yield from _by_time_off(case, usual)


def _by_time_off(case: Case, usual: Usual) -> Iterator[Held]:
    """Give what the way back begins with: with a pain, and after time off if that asks for one."""
    hurts, policy = case.found.ceiling is not None, case.rules.policy
    days, found = case.told.days or 0.0, weighed_at(case, usual.kg)
    if hurts or days >= policy.back_days:
        # since something went up: a miss since then shortens no way back
        off = attrs.evolve(found.forecast, idle_days=max(days, found.forecast.idle_days or 0.0))
        found = attrs.evolve(found, forecast=off)
        kg = begins_with(found, case.rules) - found.planned.assist_kg
        yield Held(kg, "pain" if hurts else "time_off")


def _by_last_set(case: Case) -> Iterator[Held]:
    """Give what the sets of this session hold back: never up to a load that was too much."""
    now, policy = case.told.current, case.rules.policy
    if now is None:
        return
    if now.missed_kg is not None:
        yield Held(less_than(case, now.missed_kg), "short_today")
    if now.set_kg is not None and _slowed(case) >= policy.slower:
        yield Held(less_than(case, now.set_kg), "velocity_down")


def less_than(case: Case, kg: float) -> float:
    """Give the load after one that was too much: so much less is moved, a step at least. [kg]"""
    carried = _carried(case)
    less = case.rules.policy.back_off * (kg + carried) - carried
    return case.loads.down(min(less, kg - 2.0 * GRAM))


def _slowed(case: Case) -> float:
    """Tell how much of the speed at the load of the last set is lost. [1]"""
    now = case.told.current
    if now is None or now.quickest is None or now.velocity is None:
        return 0.0
    return 1.0 - now.velocity / now.quickest


def _by_effort(case: Case, usual: Usual) -> Iterator[Held]:
    """Give the load that leaves what is to be left, by what was said of the last set if it was."""
    rir, left = case.rir or 0.0, _said(case)
    if left is None or _fell_short(case):
        kg = _leaves(case, usual, rir)
        known = kg is not None and (case.told.current is None or kg <= usual.kg)
        yield Held(kg, "effort") if kg is not None and known else Held(usual.kg, "usual")
    if left is not None:
        yield _by_reserve(case, usual, left - rir)


def _by_reserve(case: Case, usual: Usual, spare: float) -> Held:
    """Change what would be usual by what the last set left more than is to be left. [reps]"""
    policy, carried = case.rules.policy, _carried(case)
    if abs(spare) < policy.off_effort:
        return Held(usual.kg, "effort")
    change = min(1.0 + policy.load_a_rep * spare, policy.more_by_reserve)
    kg = case.loads.down(change * (usual.kg + carried) - carried)
    if spare > 0.0:
        return Held(max(kg, usual.kg), "effort")
    reason = _fell_short(case) or "harder_than_meant"
    return Held(min(kg, case.loads.down(usual.kg - 2.0 * GRAM)), reason)


def _said(case: Case) -> float | None:
    """
    Give what the last set left by what was said of it, where that is not long ago. [reps]

    One that fell short left nothing, whatever nobody said of it.
    """
    last, days = case.told.last, case.told.days or 0.0
    recent = case.told.current is not None or days <= case.rules.params.rest_days
    if last is None or not recent:
        return None
    return 0.0 if last.left is None and last.short else last.left


def _leaves(case: Case, usual: Usual, rir: float) -> float | None:
    """Find the heaviest load that is expected to leave so many repetitions; None if unknown."""
    capacity = weighed_at(case, usual.kg).forecast.capacity
    if capacity is None:
        return None

    def leaves(kg: float) -> bool:
        left = weighed_at(case, kg).forecast.expected_rir
        return left is not None and left >= rir

    return heaviest_that(leaves, capacity.high_kg, _least(case), case.loads)


def _heaviest_clear(case: Case, most_kg: float) -> float | None:
    """Find the heaviest load up to a limit that is clear; with care after a miss or a break."""
    policy = case.rules.policy
    risk = policy.just_clear * (policy.careful_risk if _why_careful(case) else 1.0)

    def is_clear(kg: float) -> bool:
        found = with_plan(case.found, plan_at(case, kg), case.rules)
        p = found.forecast.p_beyond
        return found.level == Level.CLEAR and p is not None and p <= risk

    return heaviest_that(is_clear, most_kg, _least(case), case.loads)


def _fell_short(case: Case) -> str | None:
    """Tell whether the session of the lift that goes on fell short, or else the last one."""
    now, last = case.told.current, case.told.last
    if now is not None and now.short:
        return "short_today"
    return "short" if last is not None and last.short else None


def _why_careful(case: Case) -> str | None:
    """Tell why half the risk is enough: a miss, or a long break."""
    short = _fell_short(case)
    if short is not None:
        return short
    return "time_off" if (case.told.days or 0.0) > case.rules.policy.long_break_days else None


def _ends(case: Case) -> str | None:
    """Tell why the lift is done for this session, where it is."""
    now, policy = case.told.current, case.rules.policy
    if now is None:
        return None
    if now.short >= policy.most_short:
        return "short_today"
    return "velocity_down" if _slowed(case) >= policy.slowest else None


# --- loads and plans ---


def plan_at(case: Case, kg: float) -> PlannedSet:
    """Plan the repetitions at a load; below 0 it is help."""
    return attrs.evolve(case.found.planned, load_kg=max(kg, 0.0), assist_kg=max(-kg, 0.0))


def weighed_at(case: Case, kg: float) -> Assessment:
    """Weigh the repetitions at a load."""
    return with_plan(case.found, plan_at(case, kg), case.rules, in_full=True)


def _carried(case: Case) -> float:
    """Give what moves besides the load; 0 where that is not known. [kg]"""
    return case.found.standing.carried_kg(plan_at(case, 0.0)) or 0.0


def _is_helped(case: Case) -> bool:
    """Tell whether a lift is done with help."""
    helped = case.loads.known_kg and case.loads.known_kg[0] < 0.0
    return bool(helped or is_helped(case.found.planned.lift))


def _least(case: Case) -> float:
    """Give the lightest load that there is. [kg]"""
    carried, loads = _carried(case), case.loads
    if _is_helped(case):
        return LIGHTEST_KG - carried
    if carried > 0.0:
        return 0.0
    bar = empty_bar(case.found.planned.lift, loads.plates)
    lightest = loads.step_kg if bar is None else bar
    return min(lightest, *loads.known_kg[:1]) if loads.known_kg else lightest


# --- where too little is known ---


def _in_doubt(case: Case) -> bool:
    """Tell whether too little is known of a lift to call its usual load clear."""
    sd = case.found.standing.capacity_sd
    if case.usual is None or not case.rules.policy.too_wide(sd):
        return False
    return weighed_at(case, case.usual.kg).level != Level.CLEAR


def _to_begin(case: Case) -> Suggestion:
    """Suggest a load to begin with."""
    kg = _begins_at(case)
    if kg is not None:
        kg = case.loads.down(min(kg, *(held.kg for held in _by_last_set(case)), math.inf))
    if kg is None or kg < _least(case) - GRAM:
        hurts = case.found.ceiling is not None
        alone = _carried(case) > 0.0 and not _is_helped(case)
        reason = "pain" if hurts else "no_help" if alone else "too_little_known"
        return as_suggestion(case, None, "none", reason)
    return as_suggestion(case, kg, "begin", "too_little_known", to_begin=True)


def _begins_at(case: Case) -> float | None:
    """Find the load to begin with, with help where the lift is done so."""
    planned = plan_at(case, HEAVIEST_KG if case.usual is None else case.usual.kg)
    if case.usual is None and _is_helped(case):
        size = case.loads.step_kg
        help_kg = math.floor(_MOST_HELP * _carried(case) / size) * size
        planned = attrs.evolve(planned, assist_kg=help_kg)
    found = with_plan(case.found, planned, case.rules, in_full=True)
    steps = [one.planned for one in advise(found, case.rules) if one.code == "begin"]
    kg = steps[0].load_kg - steps[0].assist_kg if steps else _least(case)
    begun = weighed_at(case, kg)
    p = begun.forecast.p_beyond
    lightest = _carried(case) == 0.0 and kg <= _least(case)  # there is nothing lighter to try
    fits = lightest or (p is not None and p <= case.rules.policy.just_clear)
    return kg if fits and begun.level <= Level.UNKNOWN else None


# --- the answer ---


def _code(usual: Usual, kg: float, reason: str) -> str:
    """Say what a load is beside the last time, or beside the last set of this session."""
    time = usual.time
    if reason in {"time_off", "pain"} or (time.is_back and time.goal_kg is not None):
        return "way_back"
    if not usual.is_alike:
        return "as_hard"
    last = time.load_kg if time.goal_kg is None else time.goal_kg
    if abs(kg - last) < 2.0 * GRAM:
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
        best=best_at(found.state, planned.lift, planned.reps),
        model_version=MODEL_VERSION,
    )


def _last_time(case: Case) -> LastTime | None:
    """Give the last time that a suggestion rests on."""
    if case.usual is None:
        return None
    time, last = case.usual.time, case.told.last
    is_last = last is not None and last.day == time.day
    return LastTime(
        at=date_of(case.found.state, time.day),
        load_kg=max(time.load_kg, 0.0),
        assist_kg=max(-time.load_kg, 0.0),
        reps=time.reps,
        short=last.short if is_last and last is not None else 0,
        rir=last.left if is_last and last is not None else None,
        moves=time.moves,
    )


def best_at(state: AthleteState, lift: str, reps: int) -> Best | None:
    """Give the heaviest that ever went up for at least so many repetitions."""
    one = state.lifts.get(lift)
    found = None if one is None else best_for(one.front, reps)
    if found is None:
        return None
    count, kg, day = found
    return Best(reps=count, load_kg=max(kg, 0.0), assist_kg=max(-kg, 0.0), at=date_of(state, day))
