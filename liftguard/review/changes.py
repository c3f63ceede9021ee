"""
A change tried: the history replayed with it, the set asked about, the trace taken, again.

Every number comes from the judge that a `Guard` asks, or from the traces of the inquiry.

Reason to change: what a replay with a change shows, or when a change helps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

import attrs

from liftguard.judge.question import Assessment
from liftguard.judge.verdict import level_of
from liftguard.records import Entry, LoggedSet
from liftguard.review.day_traces import KINDS
from liftguard.review.finding import Change, Reason, Trace
from liftguard.review.rewind import Rewind

__all__ = ["Maker", "asked_again", "change_to", "helps", "told_again", "tried"]

Maker = Callable[[Rewind, Reason, Trace], Iterator[Change]]
"""Makes the changes for a trace of a cause; none where none can be tried, or none helps."""


def change_to(
    reason: Reason, trace: Trace, at: datetime, *, code: str, value_after: float | None = None
) -> Change:
    """Make a change for a trace of a cause: its number without the change, and with it."""
    return Change(
        code=code,
        cause=reason.code,
        at=at,
        trace=trace.code,
        value_before=trace.value,
        value_after=value_after,
        unit=trace.unit,
    )


def told_again(past: Rewind, trace: Trace, tail: Sequence[Entry], later: timedelta) -> float | None:
    """Take the number of a trace again, with another tail."""
    kind = next(one for one in KINDS if one.code == trace.code.partition(":")[0])
    log = past.told(tail, later=later)
    return kind.number(log, log.event)


def tried(
    code: str,
    past: Rewind,
    reason: Reason,
    trace: Trace,
    tail: Sequence[Entry],
    done: LoggedSet | None,
    *,
    later: timedelta = timedelta(0),
) -> Iterator[Change]:
    """Replay another tail, and give the change where it helps: the chance, or the trace."""
    value_after = told_again(past, trace, tail, later)
    change = change_to(reason, trace, past.log.pain.at, code=code, value_after=value_after)
    if past.focus is not None and done is not None:
        before = past.ask(past.focus.logged, past.focus.planned, past.tail)
        change = asked_again(change, before, past.ask(done, past.focus.planned, tail), past)
    if helps(change, trace, past):
        yield change


def asked_again(change: Change, before: Assessment, after: Assessment, past: Rewind) -> Change:
    """Add how a set stood, and how it would have."""
    policy = past.rules.policy
    return attrs.evolve(
        change,
        at=before.at,
        done=before.planned,
        instead=after.planned,
        p_before=before.forecast.p_beyond,
        p_after=after.forecast.p_beyond,
        level_before=level_of(before.forecast, policy),
        level_after=level_of(after.forecast, policy),
    )


def helps(change: Change, trace: Trace, past: Rewind) -> bool:
    """Tell whether a change lowers the chance, or takes much of its trace away."""
    kind = next(one for one in KINDS if one.code == trace.code.partition(":")[0])
    policy, after = past.rules.policy, change.value_after
    if after is None:
        return True
    less = kind.weight(after, trace.value, policy)  # steps add up
    if trace.weight + less <= policy.step_gain * trace.weight:
        return True
    before, then = change.p_before, change.p_after
    return before is not None and then is not None and then <= policy.step_gain * before
