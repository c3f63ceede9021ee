"""
One action over and over, and work without any rest: counted, beside the numbers of the model.

No forecast reads it: what one pattern over and over takes within a session is the `exposure` of
`Session`, and data show no price for the rest. It is kept to be said.

Reason to change: what counts as another movement, as lengthening, or as a rest.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.params import Params
from liftguard.model.row import Row
from liftguard.model.session import LONG_AGO_S, Session, goes_on
from liftguard.model.special import Number, where

__all__ = ["NO_WORK", "Monotony", "begins_row", "follows", "with_easing", "with_set"]


class Monotony(NamedTuple):
    """
    What the sets until the last one were, in seconds since the log began.

    `row_s` is when the row of one pattern of this session began, whose length the session knows.
    `pattern` was the only big one in the last so many `sessions`, without lengthening, since
    `alone_s`. `unbroken` sets followed each other without a pause, since `unbroken_s`, and `last_s`
    is when the log has the last one. [s]
    """

    row_s: float = LONG_AGO_S
    pattern: float = -1.0
    sessions: int = 0
    alone_s: float = LONG_AGO_S
    unbroken: int = 0
    unbroken_s: float = LONG_AGO_S
    last_s: float = LONG_AGO_S


NO_WORK = Monotony()
"""Before any set."""


def with_set(old: Monotony, session: Session, row: Row, params: Params) -> Monotony:
    """Add a set, by the session as it goes on just before it."""
    now_s, pattern, minor = session.clock_s, row.traits.pattern, row.traits.minor
    row_s = now_s if begins_row(session, pattern, minor) else old.row_s
    sessions, alone_s, alone = old.sessions, old.alone_s, old.pattern
    if not minor:  # which is no other movement
        begins = not goes_on(session)
        if pattern == alone:
            sessions += begins
        else:
            alone, sessions, alone_s = pattern, int(begins), now_s
    unbroken, unbroken_s = old.unbroken + 1, old.unbroken_s
    if not old.unbroken or not follows(row.at_s - old.last_s, row.rest_s, row.exact, params):
        unbroken, unbroken_s = 1, now_s
    return Monotony(row_s, alone, sessions, alone_s, unbroken, unbroken_s, row.at_s)


def begins_row(session: Session, pattern: Number, minor: Number) -> Number:
    """Tell whether a set begins a row of one pattern; a small movement in between is aside."""
    other = pattern != session.pattern
    aside = (minor > 0.0) & goes_on(session)
    return (other & (aside == 0)) | ((other == 0) & (session.in_a_row == 0.0))


def follows(apart_s: Number, rest_s: Number, exact: Number, params: Params) -> Number:
    """Tell whether a set is known to follow the last one, so long before, without a pause."""
    most, least = 60.0 * params.unbroken_minutes, 60.0 * params.set_minutes
    # times less than a set apart are those of writing down
    near = (exact > 0.0) & (least <= apart_s) & (apart_s <= most)
    return where(rest_s == rest_s, rest_s <= most, near)  # noqa: PLR0124 - not NaN


def with_easing(old: Monotony, now_s: float) -> Monotony:
    """Note lengthening or easy movement of what the last lift has loaded."""
    return old._replace(row_s=now_s, sessions=0, alone_s=now_s, unbroken=0)
