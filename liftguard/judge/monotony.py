"""
One action over and over, without other movements or lengthening, and work without any rest.

The first of the causes in the words of its discoverer. It is named with its numbers where it is
there. What it costs in strength no data show, but for the percent that one pattern may take within
a session, so that no level follows from it.

Reason to change: when it is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from liftguard.judge.causes import Evidence
from liftguard.judge.question import Assessment, Rules
from liftguard.units import SECONDS_PER_DAY

__all__ = ["is_alone", "is_in_a_row", "is_unbroken", "of_monotony"]


def of_monotony(found: Assessment, rules: Rules) -> Iterator[Evidence]:
    """Tell of sets in a row, of sessions with nothing else, and of work without a pause."""
    told, here = found.state.monotony, found.standing
    now_s = float(here.one.clock_s)
    if is_in_a_row(found, rules):
        yield Evidence(code="row_for", value=(now_s - told.row_s) / 60.0, unit="min")
    if is_alone(found, rules):
        days = (now_s - told.alone_s) / SECONDS_PER_DAY
        yield Evidence(code="alone_sessions", value=float(_sessions(found)), unit="sessions")
        yield Evidence(code="alone_for", value=days, unit="days")
    if is_unbroken(found, rules):
        yield Evidence(code="unbroken", value=float(told.unbroken), unit="sets")
        minutes = (now_s - told.unbroken_s) / 60.0
        yield Evidence(code="unbroken_for", value=minutes, unit="min")


def is_in_a_row(found: Assessment, rules: Rules) -> bool:
    """Tell whether many sets of the same pattern come just before a set."""
    here = found.standing
    same = here.in_session and here.traits.pattern == here.session.pattern
    return bool(same and here.session.in_a_row >= rules.policy.row_sets)


def is_alone(found: Assessment, rules: Rules) -> bool:
    """Tell whether session after session nothing but the pattern of a set was done."""
    policy, told, here = rules.policy, found.state.monotony, found.standing
    if here.traits.minor or here.traits.pattern != told.pattern:
        return False
    days = (float(here.one.clock_s) - told.alone_s) / SECONDS_PER_DAY
    return _sessions(found) >= policy.alone_sessions and days >= policy.alone_days


def is_unbroken(found: Assessment, rules: Rules) -> bool:
    """Tell whether a set is about to follow many others without a pause."""
    here, told = found.standing, found.state.monotony
    at_once = here.rest_s <= 60.0 * rules.params.unbroken_minutes
    return bool(here.in_session and at_once and told.unbroken >= rules.policy.unbroken_sets)


def _sessions(found: Assessment) -> int:
    """Count the sessions with nothing but the pattern, that of the set included."""
    return found.state.monotony.sessions + (not found.standing.in_session)
