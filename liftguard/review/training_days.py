"""
The training days of a log, and what each lift had seen before each of them.

Reason to change: what an inquiry notes of a day.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.model.curve import demand
from liftguard.model.moved import carried_kg
from liftguard.model.params import Params
from liftguard.model.state import moment
from liftguard.records import LoggedSet
from liftguard.review.track import Foreseen

__all__ = ["Day", "Done", "LiftDay", "hard_sets", "training_days"]


class Done(NamedTuple):
    """One set that was tried."""

    logged: LoggedSet
    at: datetime  # as `moment` gives it
    moved_kg: float | None  # what was really moved; None, as `demand`, without a bodyweight
    demand: float | None  # of a single as hard as its repetitions, at least one [log kg]
    seen: Foreseen


class LiftDay(NamedTuple):
    """The sets of one lift on one day, and what the lift had seen before that day."""

    lift: str
    at: datetime
    sets: tuple[Done, ...]
    lifted_kg: float | None  # highest load that went up
    best: float | None  # highest demand that did [log kg]
    ever_kg: float | None  # `lifted_kg` of all earlier days
    lately_kg: float | None  # the same of the last `Policy.recent_days`
    best_lately: float | None  # `best` of those days [log kg]
    earlier: int  # days before
    last: date | None  # of them
    ramped: bool  # whether it was begun with a lighter set
    ramps: bool  # whether the lift usually is

    @property
    def date(self) -> date:
        """Of the athlete's calendar."""
        return self.sets[0].logged.at.date()

    @property
    def heaviest_kg(self) -> float:
        """The highest load that was tried. [kg]"""
        return max(one.logged.load_kg for one in self.sets)

    @property
    def first_share(self) -> float | None:
        """Load of the first set over the day's heaviest; None without any load. [1]"""
        return _first_share(self.sets)


class Day(NamedTuple):
    """The sets of one day in their order, and the same by lift, in the order of first sets."""

    date: date
    sets: tuple[Done, ...]
    lifts: tuple[LiftDay, ...]


def training_days(
    seen: Iterable[Foreseen], params: Params, policy: Policy, after: Iterable[Day] = ()
) -> tuple[Day, ...]:
    """Sort sets into days of the athlete's calendar, but those in which nothing was tried.

    They may follow earlier days, which are not given again.
    """
    groups: list[tuple[date, list[Done]]] = []
    for one in seen:
        if one.logged.reps or one.logged.missed:
            today = one.logged.at.date()
            if not groups or groups[-1][0] != today:
                groups.append((today, []))
            groups[-1][1].append(_done(one, params))
    before: dict[str, list[LiftDay]] = defaultdict(list)
    for day in after:
        for lift in day.lifts:
            before[lift.lift].append(lift)
    return tuple(Day(today, tuple(sets), _by_lift(sets, before, policy)) for today, sets in groups)


def _done(one: Foreseen, params: Params) -> Done:
    logged, at = one.logged, moment(one.logged.at)
    carried = carried_kg(logged.lift, logged.assist_kg, one.standing.bodyweight_kg)
    if carried is None or logged.load_kg + carried <= 0.0:
        return Done(logged, at, None, None, one)
    moved, reps = logged.load_kg + carried, float(max(logged.reps, 1))
    asked = demand(math.log(moved), reps, one.standing.belief.curve, params)
    return Done(logged, at, moved, float(asked), one)


def _by_lift(
    sets: list[Done], before: dict[str, list[LiftDay]], policy: Policy
) -> tuple[LiftDay, ...]:
    """Sort the sets of a day by lift, and note them for the days after it."""
    lifts: dict[str, list[Done]] = {}
    for one in sets:
        lifts.setdefault(one.logged.lift, []).append(one)
    for lift, own in lifts.items():
        before[lift].append(_lift_day(lift, tuple(own), before[lift], policy))
    return tuple(before[lift][-1] for lift in lifts)


def _lift_day(lift: str, sets: tuple[Done, ...], before: list[LiftDay], policy: Policy) -> LiftDay:
    at, up = sets[0].at, [one for one in sets if one.logged.reps]
    recent = timedelta(days=policy.recent_days)
    lately = list(takewhile(lambda day: at - day.at <= recent, reversed(before)))
    share = _first_share(sets)
    ramped = [day.ramped for day in before[-int(policy.ramped_days) :]]
    return LiftDay(
        lift=lift,
        at=at,
        sets=sets,
        lifted_kg=_most(one.logged.load_kg for one in up),
        best=_most(one.demand for one in up),
        ever_kg=_most([before[-1].ever_kg, before[-1].lifted_kg]) if before else None,
        lately_kg=_most(day.lifted_kg for day in lately),
        best_lately=_most(day.best for day in lately),
        earlier=len(before),
        last=before[-1].date if before else None,
        ramped=share is not None and share <= policy.ramp_start,
        ramps=len(ramped) >= policy.fewest_ramped_days
        and sum(ramped) >= policy.ramped_share * len(ramped),
    )


def _first_share(sets: Sequence[Done]) -> float | None:
    """Give the load of the first set over the heaviest; a marked warm-up is always lighter. [1]"""
    first, heaviest = sets[0].logged, max(one.logged.load_kg for one in sets)
    if first.kind == "warmup":
        return 0.0
    return first.load_kg / heaviest if heaviest > 0.0 else None


def _most(numbers: Iterable[float | None]) -> float | None:
    return max((one for one in numbers if one is not None), default=None)


def hard_sets(lift: LiftDay, policy: Policy) -> tuple[Done, ...]:
    """Give the sets near the best demand of the day and lately, but marked warm-ups."""
    best, near = _most([lift.best, lift.best_lately]), math.log(policy.hard_share)
    return tuple(
        one
        for one in lift.sets
        if one.logged.kind != "warmup"
        and one.demand is not None
        and (best is None or one.demand >= best + near)
    )
