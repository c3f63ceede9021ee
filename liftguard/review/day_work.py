"""
The sets of one day as work: in a row, close upon each other, from first to last.

Reason to change: how the sets of a day are counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of
from liftguard.review.training_days import Done

__all__ = ["is_eased", "lengthened", "longest_run", "longest_session", "most_within", "times_known"]


def times_known(sets: Sequence[Done]) -> bool:
    """Tell whether the log has the time of each set."""
    return all(one.logged.at_known_to == "set" for one in sets)


def most_within(sets: Sequence[Done], span: timedelta) -> int:
    """Count the most sets that began within a span."""
    most, first = 0, 0
    for last, one in enumerate(sets):
        while one.at - sets[first].at >= span:
            first += 1
        most = max(most, last + 1 - first)
    return most


def longest_session(sets: Sequence[Done], apart: timedelta) -> timedelta:
    """Give the longest time from a first set to a last one with no longer pause between them."""
    longest, begun, before = timedelta(0), sets[0].at, sets[0].at
    for one in sets:
        if one.at - before > apart:
            begun = one.at
        before, longest = one.at, max(longest, one.at - begun)
    return longest


def longest_run(
    sets: Sequence[Done], eased: Sequence[datetime], lifts: Collection[str] | None = None
) -> int:
    """Count the most sets of one pattern with no other and no easing between, of some lifts."""
    longest, run, pattern, at = 0, 0, "", sets[0].at
    for one in sets:
        name = lift_of(one.logged.lift).pattern
        run = run + 1 if name == pattern and not is_eased(eased, at, one.at) else 1
        pattern, at = name, one.at
        if lifts is None or one.logged.lift in lifts:
            longest = max(longest, run)
    return longest


def is_eased(eased: Sequence[datetime], after: datetime, until: datetime) -> bool:
    """Tell whether there was easy movement or lengthening after a moment and up to another."""
    first = bisect_right(eased, after)
    return first < len(eased) and eased[first] <= until


def lengthened(eased: Sequence[datetime], at: datetime, policy: Policy) -> datetime | None:
    """Give when it was eased for the last time, by who notes it often enough."""
    last, habit = bisect_right(eased, at), int(policy.habit_notes)
    often = last >= habit and at - eased[last - habit] <= timedelta(days=policy.baseline_days)
    return eased[last - 1] if often else None
