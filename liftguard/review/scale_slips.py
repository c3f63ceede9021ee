"""
Loads that stand off the scale of their lift: another unit, a figure too many, a leap.

The hardest set of a session, as a single, is compared with the median of the last sessions of
that lift before it; the first ones have nothing to compare with. A session that is off by the
factor of a unit or by ten opens a stretch, which goes on as long as sessions lie nearer to it
than to what was usual. Lifts that move the body are left out: the load is only a part of what
they move.

Reason to change: how a slip of the scale is told from training.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of
from liftguard.review.training_days import Day, Done, LiftDay
from liftguard.units import KG_PER_LB

__all__ = ["Slip", "find_slips"]

_UNIT = -math.log(KG_PER_LB)  # pounds taken for kilograms [log]
_WEEK = timedelta(days=7)
_STEPS_KG = (1.25, 2.5 * KG_PER_LB)  # what loads in kilograms and in pounds go up by
_EXACT = 0.01  # rounding
_PLATES = 0.02  # to so much the plates of the other unit come near to a load [1]
_LEAST_KG = 0.01  # so that a lift without load has a ratio to others


class Slip(NamedTuple):
    """Sessions of one lift on another scale than usual."""

    code: str  # "unit", "light_unit" (the same the other way round), "tenfold" or "jump"
    days: list[LiftDay]
    sets: list[Done]  # those off the scale
    usual_kg: float  # the middle of `usual_kgs`; of a jump the best so far
    usual_kgs: list[float]  # the highest loads of the sessions before
    known_kgs: set[float]  # all loads of those
    came_back: bool  # whether the usual scale came back

    @property
    def lift(self) -> str:
        """Key of the lift."""
        return self.days[0].lift


class _Before(NamedTuple):
    """The sessions of a lift on its usual scale, so far."""

    late: tuple[LiftDay, ...]  # the last ones, which tell what is usual
    sessions: int
    best: float  # of all [log kg]
    kg: float  # the highest load of all

    def then(self, day: LiftDay, policy: Policy) -> _Before:
        """Add a session."""
        late = (*self.late, day)[-int(policy.usual_sessions) :]
        return _Before(late, self.sessions + 1, max(self.best, _best(day)), max(self.kg, _kg(day)))


def find_slips(days: Iterable[Day], policy: Policy) -> Iterator[tuple[str, list[Slip]]]:
    """Give "error" or "question", and slips that agree, of loads that can hardly be meant."""
    lifts: dict[str, list[LiftDay]] = defaultdict(list)
    for day in days:
        for lift in day.lifts:
            if lift.best is not None and not lift_of(lift.lift).bodyweight_share:
                lifts[lift.lift].append(lift)
    found = (slip for own in lifts.values() for slip in _slips_of_lift(own, policy))
    slips = sorted(found, key=_start)
    for code in ("unit", "light_unit"):
        for group in _by_week([slip for slip in slips if slip.code == code]):
            odd = all(map(_light_in_other_unit, group))  # else it may be a light day
            fewest = policy.agreeing_lifts + (0.0 if code == "unit" or odd else 1.0)
            if len({slip.lift for slip in group}) >= fewest:
                yield "error", group
            else:  # one lift alone may have moved to another machine
                yield from (("question", [one]) for one in group if _says_so_alone(one, policy))
    for slip in slips:
        if slip.code in ("tenfold", "jump"):
            stays = len(slip.days) >= policy.staying_sessions
            typed = slip.code == "tenfold" and not stays
            yield "error" if typed else "question", [slip]


def _start(slip: Slip) -> datetime:
    return slip.days[0].at


def _by_week(slips: Iterable[Slip]) -> list[list[Slip]]:
    """Sort slips into groups that begin within one week: each lift has its day of the week."""
    groups: list[list[Slip]] = []
    for slip in slips:
        if groups and _start(slip) - _start(groups[-1][0]) <= _WEEK:
            groups[-1].append(slip)
        else:
            groups.append([slip])
    return groups


def _says_so_alone(slip: Slip, policy: Policy) -> bool:
    """Tell whether one lift alone says that the unit was another."""
    if slip.code == "light_unit":
        return _light_in_other_unit(slip) or _is_ladder_in_other_unit(slip)
    stays = len(slip.days) >= policy.staying_sessions
    return slip.came_back or not stays or _steps_of_other_unit(slip, whole=False)


def _slips_of_lift(days: Iterable[LiftDay], policy: Policy) -> Iterator[Slip]:
    """Walk through the sessions of a lift, each nearer to its usual scale or to a slip of it."""
    before = _Before((), 0, -math.inf, 0.0)
    stretch: list[LiftDay] = []
    bests: list[float] = []  # of the stretch, sorted
    code = ""
    for day in days:
        if before.sessions < policy.fewest_sessions:
            before = before.then(day, policy)
            continue
        best = _best(day)
        if stretch:
            if abs(best - _middle(bests)) < abs(best - median(map(_best, before.late))):
                stretch.append(day)
                insort(bests, best)
                continue
            yield _slip(code, stretch, before, policy, came_back=True)
            stretch, bests = [], []
        code = _slip_code(day, before, policy)
        if code == "":
            tenth = [one for last, one in pairwise(day.sets) if _lost_a_figure(last, one, policy)]
            if tenth:
                yield _slip("tenfold", [day], before, policy, came_back=True, sets=tenth)
            elif _is_jump(day, before, policy):
                yield _slip("jump", [day], before, policy, came_back=True)
            before = before.then(day, policy)
        else:
            stretch, bests = [day], [best]
    if stretch:
        yield _slip(code, stretch, before, policy, came_back=False)


def _middle(ordered: Sequence[float]) -> float:
    """Give the median of what is sorted already."""
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2.0


def _slip_code(day: LiftDay, before: _Before, policy: Policy) -> str:
    """Name the slip that a session would be after those before it; "" where it is none."""
    late, off = before.late, policy.off_scale
    over = _best(day) - median(map(_best, late))
    load = math.log(_kg(day) / median(map(_kg, late)))
    far = _best(day) - before.best > math.log(policy.tenfold_from)
    if far and _kg(day) - before.kg > policy.tenfold_from_kg:  # also of a warm-up
        return "tenfold"
    if _best(day) - before.best > off and any(map(_is_pounds_of(_kg(day)), day.sets)):
        return "unit"
    if abs(load - over) > policy.tenfold_room:  # much of it is repetitions
        return ""
    # by the load, as a pair of dumbbells for one is near: 2 for 2.2
    if abs(load - _UNIT) < policy.unit_room:
        return "unit" if _best(day) - before.best > off else ""
    if abs(load + _UNIT) < policy.unit_room:
        return "light_unit" if min(map(_best, late)) - _best(day) > off else ""
    return "tenfold" if abs(abs(over) - math.log(10.0)) < policy.tenfold_room else ""


def _is_pounds_of(kg: float) -> Callable[[Done], bool]:
    """Tell which sets have a load that is the same number of kilograms, read as pounds."""
    return lambda one: abs(one.logged.load_kg / (kg * KG_PER_LB) - 1.0) < _EXACT


def _slip(
    code: str,
    days: list[LiftDay],
    before: _Before,
    policy: Policy,
    *,
    came_back: bool,
    sets: list[Done] | None = None,
) -> Slip:
    usual_kgs = [_kg(day) for day in before.late]
    usual, usual_kg = median(map(_best, before.late)), median(usual_kgs)
    if sets is None:
        if code == "jump":
            usual, usual_kg = before.best, before.kg
        above = math.log(policy.jump) if code == "jump" else policy.off_scale
        tried = [one for day in days for one in day.sets]
        high = [one for one in tried if one.demand is not None and one.demand > usual + above]
        sets = high or tried
    known_kgs = {one.logged.load_kg for day in before.late for one in day.sets}
    return Slip(code, days, sets, usual_kg, usual_kgs, known_kgs, came_back)


def _lost_a_figure(last: Done, one: Done, policy: Policy) -> bool:
    """Tell whether a figure was lost after a set of ten times the load."""
    kg = one.logged.load_kg
    # what is lighter on purpose keeps at least the bar, and a drop is not so deep
    return 0.0 < kg < policy.meant_kg and abs(last.logged.load_kg / (10.0 * kg) - 1.0) < _EXACT


def _is_jump(day: LiftDay, before: _Before, policy: Policy) -> bool:
    """Tell whether load and single are both far above all before, of less than a week ago."""
    kg, most = _kg(day), before.kg
    return (
        before.sessions >= policy.usual_sessions
        and day.at - before.late[-1].at <= _WEEK
        and kg > policy.jump * most
        and kg - most > policy.jump_kg
        and _best(day) > before.best + math.log(policy.jump)
    )


def _light_in_other_unit(slip: Slip) -> bool:
    return slip.code == "light_unit" and _steps_of_other_unit(slip, whole=True)


def _is_ladder_in_other_unit(slip: Slip) -> bool:
    """
    Tell whether each of some loads is one of the usual ones in the other unit, ramp and all.

    A light day may be one by chance: one of its loads at least is no load of the usual plates.
    """
    loads = {one.logged.load_kg for day in slip.days for one in day.sets}
    odd = any(
        all(_whole(kg, here) for kg in slip.known_kgs) and not all(_whole(kg, here) for kg in loads)
        for here in _STEPS_KG
    )
    alike = (
        any(abs(kg / (KG_PER_LB * known) - 1.0) < _PLATES for known in slip.known_kgs if known)
        for kg in loads
    )
    return odd and len(loads) > 1 and all(alike)


def _steps_of_other_unit(slip: Slip, *, whole: bool) -> bool:
    """Tell whether the usual loads are whole in one unit and none of these is."""
    loads = [one.logged.load_kg for one in slip.sets]
    return any(
        all(_whole(kg, here) for kg in slip.usual_kgs)
        and not any(_whole(kg, here) for kg in loads)
        and (not whole or all(_whole(kg, there) for kg in loads))
        for here, there in (_STEPS_KG, _STEPS_KG[::-1])
    )


def _whole(kg: float, step: float) -> bool:
    return abs(kg / step - round(kg / step)) < _EXACT


def _best(day: LiftDay) -> float:
    return -math.inf if day.best is None else day.best


def _kg(day: LiftDay) -> float:
    return day.lifted_kg or _LEAST_KG
