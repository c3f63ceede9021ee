"""
Changes of how a movement is met: a ramp, a walk, some hours up, less speed.

Reason to change: a kind of such a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import attrs

from liftguard.judge.judgement import judge_movement
from liftguard.judge.movement_steps import Moving, weigh_movement
from liftguard.judge.ramp import warm_up
from liftguard.judge.walk import after_walk
from liftguard.model.state import moment
from liftguard.records import Entry, LoggedSet, Mobility, Movement, PlannedSet
from liftguard.review.changes import asked_again, change_to, helps, told_again, tried
from liftguard.review.finding import Change, Reason, Trace
from liftguard.review.moved_notes import MovedNote
from liftguard.review.rewind import Rewind
from liftguard.review.traces_of_quickness import moved_before

__all__ = ["in_another_way", "later", "ramp_first", "walk_first"]

_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)


def ramp_first(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try the first set of the day after its ramp."""
    if not past.last_sets:
        return
    first = next((one for one in past.log.days[-1].sets if one.logged.kind != "warmup"), None)
    if first is None:
        return
    done = first.logged
    planned = PlannedSet(
        lift=done.lift, load_kg=done.load_kg, reps=first.seen.asked_reps, assist_kg=done.assist_kg
    )
    found = past.ask(done, planned, past.tail)
    minutes = past.rules.params.typical_rest_minutes * _MINUTE
    ramp = warm_up(found.asked, past.rules)
    led = [
        LoggedSet(
            lift=one.lift,
            at=done.at - nth * minutes,
            load_kg=one.load_kg,
            reps=one.reps,
            assist_kg=one.assist_kg,
            kind="warmup",
            at_known_to=done.at_known_to,
        )
        for nth, one in enumerate(reversed(ramp), start=1)
    ]
    if led:
        tail = [*past.tail, *led]
        value_after = told_again(past, trace, tail, timedelta(0))
        change = change_to(reason, trace, done.at, code="ramp_first", value_after=value_after)
        change = asked_again(change, found, past.ask(done, planned, tail), past)
        if helps(change, trace, past):
            yield change


def walk_first(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try a walk between the stillness and what followed."""
    minutes, event = past.rules.policy.walk_minutes, past.log.event
    ended = [one.end for one in past.log.notes.still if moment(one.end) <= past.log.at]
    if not ended or not event.moments:
        return
    walk = Mobility(at=ended[-1], minutes=minutes)
    tail = [*past.tail, walk]
    change = change_to(reason, trace, past.log.pain.at, code="walk_first")
    if past.focus is not None and not past.log.at_rest:
        done, planned = past.focus.logged, past.focus.planned
        before, after = past.ask(done, planned, past.tail), past.ask(done, planned, tail)
        yield asked_again(change, before, after, past)
    else:
        yield _by_rule(change, past, past.tail, tail)


def later(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Try the same once the stiffness of the night has gone."""
    policy = past.rules.policy
    soon = policy.soon_up_hours
    change = change_to(reason, trace, past.log.pain.at, code="later", value_after=soon)
    hours = timedelta(hours=policy.soon_up_hours - trace.value)
    if past.log.at_rest or past.focus is None:
        yield _by_rule(change, past, past.tail, past.tail, later=hours)
        return
    moved = {id(one): attrs.evolve(one, at=one.at + hours) for one in past.last_sets}
    tail = [moved.get(id(one), one) for one in past.tail]
    done = moved.get(id(past.focus.logged))
    if done is not None:
        yield from tried("later", past, reason, trace, tail, done, later=hours)


def _by_rule(
    change: Change,
    past: Rewind,
    tail: Sequence[Entry],
    other: Sequence[Entry],
    *,
    later: timedelta = timedelta(0),
) -> Change:
    """Judge a quick bend at the moment of the pain by its rule, and after a change."""
    moved, policy = moved_before(past.log), past.rules.policy
    bend = Movement(motion="flexion", peak_velocity_deg_s=policy.quick_bend_deg_s)
    movement = bend if moved is None else moved.judged
    at, levels = past.log.pain.at, []
    for then, entries in ((at, tail), (at + later, other)):
        state = past.state_at(moment(then) - _SECOND, entries)
        levels.append(judge_movement(movement, state, then, past.rules).level)
    return attrs.evolve(
        change, done=movement, instead=movement, level_before=levels[0], level_after=levels[1]
    )


def in_another_way(past: Rewind, reason: Reason, trace: Trace) -> Iterator[Change]:
    """Give what would have made a movement easier, each judged by its rule."""
    moved = moved_before(past.log)
    if moved is None:
        return
    for step in moved.steps:
        level, score = step.level, step.score
        if step.code == "walk_first":  # as long as any walk that a change takes
            walked = _walked(past, moved)
            level, score = walked.level, walked.strain.score
        yield Change(
            code=step.code,
            cause=reason.code,
            at=moved.noted_at,
            done=moved.movement,
            instead=step.planned,
            level_before=moved.level,
            level_after=level,
            trace=trace.code,
            value_before=moved.strain,
            value_after=score,
        )


def _walked(past: Rewind, moved: MovedNote) -> Moving:
    """Weigh a movement that happened as if a walk had come before it."""
    state, rules = past.state_at(moved.at - _SECOND, past.tail), past.rules
    state, at = after_walk(state, moved.noted_at, rules.policy.walk_minutes, rules)
    return weigh_movement(moved.judged, state, at, rules)
