"""
Changes of what is lifted: less load, fewer sets, more rest, days between, something else between.

Reason to change: a kind of such a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import attrs

from liftguard.judge.advice import advise
from liftguard.judge.loads import at_net, heaviest_loadable, least_kg, loadable, net_kg
from liftguard.judge.question import Assessment
from liftguard.judge.steps import lighter_step
from liftguard.judge.way_back import begins_with, is_away
from liftguard.records import Entry, LoggedSet, Mobility, PlannedSet
from liftguard.review.changes import asked_again, change_to, helps, told_again, tried
from liftguard.review.finding import Change, Reason, Trace
from liftguard.review.rewind import Rewind

__all__ = [
    "another_movement",
    "come_back",
    "day_between",
    "fewer_loads",
    "fewer_sets",
    "lengthen",
    "lighter",
    "longer_rests",
    "usual_week",
]

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)

_TRIPLE = 3  # repetitions in place of a single
_LESS = ("begin", "lower_load", "begin_back")  # steps of advice that ask for less load


# --- overload ---


def lighter(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try what the records of then allowed: of a single as a triple, else the same repetitions."""
    if past.focus is None:
        return
    done, planned = past.focus.logged, past.focus.planned
    single = planned.reps == 1
    wanted = attrs.evolve(planned, reps=_TRIPLE if single else planned.reps, mean_velocity_m_s=None)
    code, tail = "as_triple" if single else "lower_load", past.tail
    while True:  # what is clear without the heavier sets that go with it
        instead = _clear(past.ask(done, wanted, tail), past)
        if instead is None or instead.load_kg >= planned.load_kg:
            break
        left, tail = len(tail), _without_heavier(tail, done, instead)
        if len(tail) == left:
            for change in _in_place(code, past, reason, trace, instead, tail):
                if helps(change, trace, past):
                    yield change
                    return
            break
    yield from _smaller_steps(past, reason, trace)


def _smaller_steps(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Say by how much more at a time is common, of what was well within reach of a forecast."""
    if trace.code in {"load_ratio", "demand_ratio"}:
        common = past.rules.policy.common_step
        yield change_to(reason, trace, past.log.pain.at, code="smaller_steps", value_after=common)


def _clear(found: Assessment, past: Rewind) -> PlannedSet | None:
    """Give the heaviest clear load, or one to begin with where too little was known."""
    most = heaviest_loadable(found.asked, past.rules.policy.just_clear, past.rules)
    step = None if most is None else lighter_step("lower_load", most, found, past.rules)
    if step is not None:
        return step.planned
    steps = advise(found, past.rules)
    return next((one.planned for one in steps if one.code in _LESS), None)


def come_back(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try what a way back begins with after time off."""
    if past.focus is None:
        return
    policy, planned = past.rules.policy, past.focus.planned
    found = past.ask(past.focus.logged, planned, past.tail)
    if not is_away(found, past.rules):
        return
    kg = begins_with(found, past.rules)
    best = found.standing.one.done.reached
    if trace.value > policy.long_break_days:
        part = policy.begin_share * planned.load_kg - planned.assist_kg
        kg = min(kg, loadable(part, found.asked.rack))
    moves = kg + (found.body_kg or 0.0) > 0.0
    if moves and least_kg(found) <= kg < net_kg(planned) and best is not None:
        instead = at_net(attrs.evolve(planned, mean_velocity_m_s=None), kg)
        tail = _without_heavier(past.tail, past.focus.logged, instead)
        yield from _in_place("come_back", past, reason, trace, instead, tail)


def _in_place(
    code: str,
    past: Rewind,
    reason: Reason,
    trace: Trace,
    instead: PlannedSet,
    lighter_tail: Sequence[Entry],
) -> Iterator[Change]:
    """Put a lighter set in the place of one, in a tail without the heavier ones of its day."""
    if past.focus is None:
        return
    done = past.focus.logged
    other = LoggedSet(
        lift=done.lift,
        at=done.at,
        load_kg=instead.load_kg,
        reps=instead.reps,
        assist_kg=done.assist_kg,
        rest_s=done.rest_s,
        at_known_to=done.at_known_to,
    )
    tail = [other if one is done else one for one in lighter_tail]
    before = past.ask(done, past.focus.planned, past.tail)
    after = past.ask(other, instead, tail)
    gone = trace.code in {"layoff_days", "lift_gap"}  # the gap stays, and is met otherwise
    value_after = None if gone else told_again(past, trace, tail, timedelta(0))
    change = change_to(reason, trace, done.at, code=code, value_after=value_after)
    yield asked_again(change, before, after, past)


def _without_heavier(
    tail: Sequence[Entry], done: LoggedSet, instead: PlannedSet
) -> tuple[Entry, ...]:
    """Leave out the sets of a day that are heavier than what stands in the place of one."""
    return tuple(
        one
        for one in tail
        if not isinstance(one, LoggedSet)
        or one is done
        or one.lift != done.lift
        or one.at.date() != done.at.date()
        or one.load_kg <= instead.load_kg
    )


# --- fatigue ---


def day_between(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try the session of the day a day later."""
    moved = {id(one): attrs.evolve(one, at=one.at + _DAY) for one in past.last_sets}
    if not moved:
        return
    tail = [moved.get(id(one), one) for one in past.tail]
    done = None if past.focus is None else moved.get(id(past.focus.logged))
    for change in tried("day_between", past, reason, trace, tail, done, later=_DAY):
        yield change if change.done is None else attrs.evolve(change, lift=_other_lift(past))


def _other_lift(past: Rewind) -> str | None:
    """Name the lift that loaded the area most lately before the set, on another day."""
    if past.focus is None:
        return None
    own = past.focus.logged
    for day in reversed(past.log.days[:-1]):
        if (past.log.days[-1].date - day.date).days > 2:
            return None
        others = [lift.lift for lift in day.lifts if lift.lift != own.lift]
        if others:
            return others[0]
    return None


def fewer_sets(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try as many sets as are usual, the last of them being the one that was done last."""
    counts = sorted(len(past.log.days[place].sets) for place in past.log.others)
    most = counts[len(counts) // 2] if counts else int(past.rules.policy.common_sets)
    sets = past.last_sets
    if len(sets) <= most:
        return
    dropped = {id(one) for one in sets[most - 1 : -1]}
    tail = [one for one in past.tail if id(one) not in dropped]
    done = sets[-1]
    if past.focus is not None and id(past.focus.logged) not in dropped:
        done = past.focus.logged
    yield from tried("fewer_sets", past, reason, trace, tail, done)


def usual_week(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try a week of no more sets than usual, by leaving days out, the last before first."""
    policy, left = past.rules.policy, set()
    most = max(trace.usual or 0.0, policy.least_share * policy.common_week_sets)
    number = trace.value
    for day in reversed(past.log.days[:-1]):
        if number <= most or (past.log.days[-1].date - day.date).days >= 7:
            break
        left |= {id(one.logged) for one in day.sets}
        number -= len(day.sets)
    tail = [one for one in past.tail if id(one) not in left]
    done = None if past.focus is None else past.focus.logged
    if left and (done is None or id(done) not in left):
        yield from tried("usual_week", past, reason, trace, tail, done)


def lengthen(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try lengthening after each session of the days before."""
    policy, ends = past.rules.policy, {}
    for day in past.log.every:
        if past.cut <= day.date < past.log.days[-1].date:
            ends[day.date] = day.sets[-1].logged.at
    eased = [Mobility(at=at, minutes=policy.walk_minutes) for at in ends.values()]
    done = None if past.focus is None else past.focus.logged
    yield from tried("lengthen", past, reason, trace, [*past.tail, *eased], done)


def another_movement(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try some minutes of another movement after every few sets of one kind."""
    policy, sets = past.rules.policy, past.log.days[-1].whole.sets
    few = int(policy.common_run_sets)
    eased = [
        Mobility(at=one.logged.at - _SECOND, minutes=policy.ease_minutes) for one in sets[few::few]
    ]
    done = None if past.focus is None else past.focus.logged
    if eased:
        yield from tried("another_movement", past, reason, trace, [*past.tail, *eased], done)


def longer_rests(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try the sets of the day with full rests between them."""
    rest_s, moved, at = past.rules.policy.full_rest_s, {}, None
    for one in past.last_sets:
        at = one.at if at is None else max(one.at, at + timedelta(seconds=rest_s))
        rest = None if one.rest_s is None else max(one.rest_s, rest_s)
        moved[id(one)] = attrs.evolve(one, at=at, rest_s=rest)
    tail = [moved.get(id(one), one) for one in past.tail]
    done = None if past.focus is None else moved.get(id(past.focus.logged))
    yield from tried("longer_rests", past, reason, trace, tail, done)


def fewer_loads(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Say how many movements with a load are usual, or common."""
    usual = max(trace.usual or 0.0, past.rules.policy.common_loads)
    yield change_to(reason, trace, past.log.pain.at, code="fewer_loads", value_after=usual)
