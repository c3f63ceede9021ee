"""
What holds a load back: an effort, the last set, a miss, time off, stillness, and what is clear.

Reason to change: why a coach would put less on the bar than is usual.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from liftguard.judge.loads import GRAM, at_net, empty_bar
from liftguard.judge.own_loads import OwnLoads, heaviest_that
from liftguard.judge.question import Assessment, Rules, with_plan
from liftguard.judge.stillness import light_load
from liftguard.judge.usual import LastTimes, Rise, Usual
from liftguard.judge.verdict import Level
from liftguard.judge.way_back import begins_with, comes_back
from liftguard.lifts.assistance import is_helped
from liftguard.model.special import exp
from liftguard.records import PlannedSet
from liftguard.records.checks import LIGHTEST_KG

__all__ = [
    "Case",
    "Held",
    "carried_at",
    "fell_short",
    "heaviest_clear",
    "least_of",
    "less_than",
    "limits",
    "limits_of_today",
    "limits_of_work",
    "may_rise_of",
    "plan_at",
    "weighed_at",
    "why_careful",
    "why_done",
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
        return may_rise_of(self.told, self.rules) is not None

    @property
    def is_helped(self) -> bool:
        """Whether the lift is done with help: by its name, or by the loads that it has."""
        known_kg = self.loads.known_kg
        return bool(known_kg and known_kg[0] < 0.0) or is_helped(self.found.planned.lift)


class Held(NamedTuple):
    """A limit, and why. [kg]"""

    kg: float
    reason: str


def may_rise_of(told: LastTimes, rules: Rules) -> Rise | None:
    """Tell whether a load may rise: not after a session that fell short, nor after time off."""
    if told.last is None or told.days is None or told.last.short or told.before[-1].is_short:
        return None
    if told.days > rules.params.rest_days:
        return None
    return Rise(told.days, told.last.day, told.last.left)


def limits(case: Case, usual: Usual) -> Iterator[Held]:
    """Give what holds a load back, beside what is clear."""
    yield from limits_of_work(case, usual)
    yield from _by_time_off(case, usual)


def limits_of_work(case: Case, usual: Usual) -> Iterator[Held]:
    """Give what holds a load back by the last sets of the lift, and by stillness."""
    short, policy = fell_short(case), case.rules.policy
    if short is not None:
        yield Held(usual.kg, short)
    if short == "short" and usual.is_alike and -usual.time.moves >= policy.tries:
        yield Held(less_than(case, usual.time.load_kg), short)
    yield from _by_effort(case, usual) if case.rir is not None else [Held(usual.kg, "usual")]
    yield from limits_of_today(case)


def limits_of_today(case: Case) -> Iterator[Held]:
    """Give what holds a load back whatever is usual: the last set, and stillness."""
    yield from _by_last_set(case)
    yield from _by_stillness(case)


def _by_stillness(case: Case) -> Iterator[Held]:
    """Give what stillness or the night leave room for; no miss leads up to more."""
    room, now = case.found.room, case.told.current
    if math.isinf(room):
        return
    if now is not None and now.short:
        room = light_load(case.found.standing, case.rules.policy)
    yield Held(float(exp(room)) - carried_at(case), "stillness")


def _by_time_off(case: Case, usual: Usual) -> Iterator[Held]:
    """Give what the way back begins with: with a pain, and after time off if that asks for one."""
    hurts, days = case.found.ceiling is not None, case.told.days or 0.0
    found = weighed_at(case, usual.kg)
    if comes_back(found, case.rules):
        # since something went up: a miss since then shortens no way back
        off = attrs.evolve(found.forecast, idle_days=max(days, found.forecast.idle_days or 0.0))
        found = attrs.evolve(found, forecast=off)
        kg = begins_with(found, case.rules)
        if not hurts and carried_at(case) > 0.0:
            kg = max(kg, least_of(case))  # nothing is lighter than the body alone
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
    carried = carried_at(case)
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
    if left is None or fell_short(case):
        kg = _leaves(case, usual, rir)
        known = kg is not None and (case.told.current is None or kg <= usual.kg)
        yield Held(kg, "effort") if kg is not None and known else Held(usual.kg, "usual")
    if left is not None:
        yield _by_reserve(case, usual, left - rir)


def _by_reserve(case: Case, usual: Usual, spare: float) -> Held:
    """Change what would be usual by what the last set left more than is to be left. [reps]"""
    policy, carried = case.rules.policy, carried_at(case)
    if abs(spare) < policy.off_effort:
        return Held(usual.kg, "effort")
    change = min(1.0 + policy.load_a_rep * spare, policy.more_by_reserve)
    kg = case.loads.down(change * (usual.kg + carried) - carried)
    if spare > 0.0:
        return Held(max(kg, usual.kg), "effort")
    # a set of other repetitions was meant to be as hard as it was
    reason = fell_short(case) or ("harder_than_meant" if usual.is_alike else "effort")
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

    return heaviest_that(leaves, capacity.high_kg, least_of(case), case.loads)


def heaviest_clear(case: Case, most_kg: float, worst: Level = Level.CLEAR) -> float | None:
    """
    Find the heaviest load up to a limit that is clear; with care after a miss and a break.

    To begin with, UNKNOWN is the `worst` level that it may have, and a break was thought of.
    """
    policy = case.rules.policy
    cares = _cares(case) if worst == Level.CLEAR else [fell_short(case)]
    risk = policy.just_clear * policy.careful_risk ** sum(one is not None for one in cares)
    asked = [case.found, *_as_left(case)]

    def is_clear(kg: float) -> bool:
        weighed = (with_plan(found, plan_at(case, kg), case.rules) for found in asked)
        return all(_is_within(found, risk, worst) for found in weighed)

    return heaviest_that(is_clear, most_kg, least_of(case), case.loads)


def _is_within(found: Assessment, risk: float, worst: Level) -> bool:
    """Tell whether a set is no worse than a level and a risk."""
    p = found.forecast.p_beyond
    return found.level <= worst and p is not None and p <= risk


def _as_left(case: Case) -> Iterator[Assessment]:
    """Give how the lift stands if it was left since something went up: a miss ends no break."""
    standing, days, last = case.found.standing, case.told.days, case.told.last
    if days is None or last is None or last.set_kg is not None:
        return
    if standing.days <= case.rules.params.out_of_use_days < days:
        yield attrs.evolve(case.found, standing=standing._replace(days=days))


def fell_short(case: Case) -> str | None:
    """Tell whether the session of the lift that goes on fell short, or else the last one."""
    now, last = case.told.current, case.told.last
    if now is not None and now.short:
        return "short_today"
    return "short" if last is not None and last.short else None


def why_careful(case: Case) -> str | None:
    """Tell why less than the usual risk is enough."""
    return next(iter(_cares(case)), None)


def _cares(case: Case) -> list[str]:
    """List what asks for care, each for half the risk: a miss, and a long break."""
    short = fell_short(case)
    off = (case.told.days or 0.0) > case.rules.policy.long_break_days
    return [*([] if short is None else [short]), *(["time_off"] if off else [])]


def why_done(case: Case) -> str | None:
    """Tell why the lift is done for this session, where it is."""
    now, policy = case.told.current, case.rules.policy
    if now is None:
        return None
    if now.short >= policy.most_short:
        return "short_today"
    return "velocity_down" if _slowed(case) >= policy.slowest else None


def plan_at(case: Case, kg: float) -> PlannedSet:
    """Plan the repetitions at a load; below 0 it is help, and a few grams are nothing."""
    return at_net(case.found.planned, kg)


def weighed_at(case: Case, kg: float) -> Assessment:
    """Weigh the repetitions at a load."""
    return with_plan(case.found, plan_at(case, kg), case.rules, in_full=True)


def carried_at(case: Case) -> float:
    """Give what moves besides the load; 0 where that is not known. [kg]"""
    return case.found.standing.carried_kg(plan_at(case, 0.0)) or 0.0


def least_of(case: Case) -> float:
    """Give the lightest load that there is. [kg]"""
    carried, loads = carried_at(case), case.loads
    if case.is_helped:
        return LIGHTEST_KG - carried
    if carried > 0.0:
        return 0.0
    bar = empty_bar(case.found.planned.lift, case.found.asked.rack)
    lightest = loads.step_kg if bar is None else bar
    return min(lightest, *loads.known_kg[:1]) if loads.known_kg else lightest
