"""
The load that would be usual next: for some repetitions, by the last times of a lift.

More repetitions never get more load, whatever was done last: of two times that contradict that
the later one stands.

Reason to change: what an athlete would take next, if nothing held it back.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.judge.loads import GRAM
from liftguard.judge.own_loads import OwnLoads
from liftguard.judge.pain import load_on
from liftguard.judge.policy import Policy
from liftguard.judge.question import Assessment, Rules
from liftguard.model.bests import best_of_last_weeks
from liftguard.model.curve import demand
from liftguard.model.experience import writes_misses_down
from liftguard.model.front import best_for
from liftguard.model.last_time import Earlier, Latest, Time, alike_reps, folded
from liftguard.model.remember import days_into
from liftguard.model.special import exp
from liftguard.model.state import LiftState
from liftguard.records.checks import HEAVIEST_KG

__all__ = [
    "LastTimes",
    "Rise",
    "Usual",
    "is_done_lately",
    "is_on_the_way_back",
    "last_times",
    "moves_of",
    "usual_load",
]


class LastTimes(NamedTuple):
    """
    The last times of a lift at a moment.

    `before` has the sessions before the one that goes on, `current` that, None between sessions;
    `last` is the last session, this one or the one before. `days` is how long before now something
    went up in an earlier session; None where nothing did.
    """

    before: Earlier
    current: Latest | None
    last: Latest | None
    days: float | None

    @property
    def with_now(self) -> Earlier:
        """Those before and the session that goes on, by its last set that went up."""
        if self.current is None:
            return self.before
        kg = self.current.load_kg if self.current.set_kg is None else self.current.set_kg
        return folded(self.before, (self.current._replace(load_kg=kg),))


class Rise(NamedTuple):
    """
    That a load may rise: so many days after the last time.

    The day of the last session, and what its last set left in reserve, None where nobody said.
    """

    days: float
    day: int
    left: float | None


class Usual(NamedTuple):
    """
    A load, the last time that it rests on, and the load of that.

    `is_alike` tells whether that had alike repetitions; else it is as hard as that was.
    """

    kg: float
    time: Time
    is_alike: bool


def last_times(found: Assessment, rules: Rules) -> LastTimes:
    """Look the last times of a lift up."""
    one: LiftState | None = found.state.lifts.get(found.planned.lift)
    if one is None or not one.latest:
        return LastTimes(() if one is None else one.earlier, None, None, None)
    (last,) = one.latest
    goes_on = found.standing.days <= rules.params.session_days
    before = one.earlier if goes_on else folded(one.earlier, one.latest)
    today = days_into(found.state, found.at)
    # who flies west may be asked on the day before the last one
    days = min((float(max(today - time.day, 0)) for time in before), default=None)
    return LastTimes(before, last if goes_on else None, last, days)


def is_done_lately(reps: int, told: LastTimes, rules: Rules) -> bool:
    """Tell whether repetitions are of a range that was done within weeks of the last session."""
    times = told.with_now
    newest = max((one.day for one in times), default=0)
    late = (one for one in times if newest - one.day <= rules.policy.long_break_days)
    return any(alike_reps(reps, one.reps) for one in late)


def is_on_the_way_back(found: Assessment, rules: Rules) -> bool:
    """Tell whether a lift was left for long, or is on the way back to what was before that."""
    told = last_times(found, rules)
    times = told.with_now
    on_the_way = bool(times) and times[-1].is_back and times[-1].goal_kg is not None
    return on_the_way or (told.days or 0.0) >= rules.policy.back_days


def moves_of(time: Time, found: Assessment) -> int:
    """
    Tell how often the load rose, or below 0 stayed, up to a time; 0 where that is not sure.

    What is kept counts a session that fell short with those in which the load stayed.
    """
    one = found.state.lifts[found.planned.lift]
    if time.goal_kg is not None or time.is_short:  # a way back is no rise
        return 0
    return 0 if time.moves < 0 and writes_misses_down(one.done) else time.moves


def usual_load(
    found: Assessment, times: Earlier, loads: OwnLoads, rules: Rules, rise: Rise | None = None
) -> Usual | None:
    """
    Give the load that is usual next for the planned repetitions; None where nothing went up yet.

    That of the last time with alike repetitions, or more where it may `rise` and has been rising.
    For others it is as hard as the last time with more of them, or else with fewer.
    """
    aims = _consistent([_next_after(one, found, loads, rules, rise) for one in times])
    if not aims:
        return None
    reps = found.planned.reps
    for one, kg in aims:
        if alike_reps(one.reps, reps):
            return Usual(kg, one, is_alike=True)
    more = [pair for pair in aims if pair[0].reps > reps]
    fewer = [pair for pair in aims if pair[0].reps < reps]
    if not more:
        one, kg = max(fewer, key=lambda pair: pair[0].reps)
        return Usual(min(kg, _as_hard(one, kg, found, loads, rules)), one, is_alike=False)
    one, kg = min(more, key=lambda pair: pair[0].reps)
    most = min((least for _, least in fewer), default=None)
    as_hard = max(kg, _as_hard(one, kg, found, loads, rules))
    return Usual(as_hard if most is None else min(as_hard, most), one, is_alike=False)


def _consistent(aims: list[tuple[Time, float]]) -> list[tuple[Time, float]]:
    """Leave out times that later ones contradict: more load for more repetitions."""
    kept: list[tuple[Time, float]] = []
    for one, kg in reversed(aims):
        if all(_agree(one.reps, kg, other.reps, least) for other, least in kept):
            kept.append((one, kg))
    return kept


def _agree(reps: int, kg: float, other_reps: int, other_kg: float) -> bool:
    """Tell whether the more repetitions do not have the more load."""
    return reps == other_reps or (kg >= other_kg if reps < other_reps else kg <= other_kg)


def _next_after(
    one: Time, found: Assessment, loads: OwnLoads, rules: Rules, rise: Rise | None
) -> tuple[Time, float]:
    """Give a time, as on the way back where it is the lighter for a pain, and what is next."""
    policy, back = rules.policy, _since_pain(one, found, loads, rules)
    a_week = policy.back_a_week if back is one else policy.more_a_week - 1.0
    return back, loads.near(_aim(back, loads, policy, rise, a_week))


def _since_pain(one: Time, found: Assessment, loads: OwnLoads, rules: Rules) -> Time:
    """
    Take a time since a pain as one on the way back to what was usual before it.

    Who has been on a plateau of lighter loads since has come to stay, and to be back is no rise.
    """
    hurt = _hurt_on(one, found, rules.policy)
    stays = -one.moves >= rules.policy.plateau_sessions
    if hurt is None or one.goal_kg is not None or one.is_short or stays:
        return one
    lift, carried = found.state.lifts[found.planned.lift], found.standing.carried_kg(found.planned)
    usual, ever = best_of_last_weeks(lift.bests), best_for(lift.front, one.reps)
    if usual is None or ever is None or carried is None:
        return one
    asks = demand(0.0, float(one.reps), found.standing.belief.curve, rules.params)
    goal_kg = loads.down(min(float(exp(usual - asks)) - carried, ever[1]))
    if goal_kg > one.load_kg + GRAM:
        return one._replace(goal_kg=goal_kg, is_back=True)
    return one._replace(moves=min(one.moves, 0)) if ever[2] < hurt else one


def _hurt_on(one: Time, found: Assessment, policy: Policy) -> int | None:
    """Give the day of the last pain of late that a lift loads the place of, before a time."""
    today = days_into(found.state, found.at)
    days = [
        days_into(found.state, pain.at)
        for pain in found.standing.pains
        if pain.severity and load_on(pain.region, found.planned.lift) >= policy.pain_load
    ]
    late = [day for day in days if today - 7.0 * policy.weeks_back <= day <= one.day]
    return max(late, default=None)


def _aim(one: Time, loads: OwnLoads, policy: Policy, rise: Rise | None, a_week: float) -> float:
    """Give the load that is next after a time; on a way back so much of its goal more a week."""
    if rise is None or one.is_short:
        return one.load_kg
    if one.goal_kg is not None:
        return (
            min(one.goal_kg, _on_the_way(one, loads, rise, a_week)) if one.is_back else one.goal_kg
        )
    if one.moves >= policy.usual_rises:
        return min(one.load_kg + one.step_kg, HEAVIEST_KG)
    easy = rise.left is not None and rise.left >= policy.spare_reps
    if easy and rise.day == one.day and one.moves < 0:
        return loads.above(one.load_kg) or one.load_kg
    return one.load_kg


def _on_the_way(one: Time, loads: OwnLoads, rise: Rise, a_week: float) -> float:
    """Give what is next on the way back: evenly more, by a step at least."""
    evenly = one.load_kg + a_week * (one.goal_kg or 0.0) * rise.days / 7.0
    return max(loads.down(evenly), loads.above(one.load_kg) or one.load_kg)


def _as_hard(one: Time, kg: float, found: Assessment, loads: OwnLoads, rules: Rules) -> float:
    """Give the load that is as hard for the planned repetitions as another for those of a time."""
    carried = found.standing.carried_kg(found.planned)
    if carried is None:
        return kg
    curve, params = found.standing.belief.curve, rules.params
    less = demand(0.0, float(found.planned.reps), curve, params)
    less -= demand(0.0, float(one.reps), curve, params)
    return loads.down((kg + carried) * float(exp(-less)) - carried)
