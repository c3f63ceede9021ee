"""
What the session so far has done to the body: its clock, warmth, and one pattern over and over.

The same lines run on floats and on arrays.

Reason to change: what counts within a session, beside fatigue.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.params import Params
from liftguard.model.readiness import cooled, warmed
from liftguard.model.special import Number, exp, made, maximum, minimum, where
from liftguard.units import SECONDS_PER_DAY

__all__ = [
    "BEGINNING",
    "LONG_AGO_S",
    "NO_RAMP",
    "Ramp",
    "Session",
    "begins_at",
    "goes_on",
    "is_logged",
    "loosened",
    "pass_to",
    "prepared",
    "ramp_on",
    "work",
]

LONG_AGO_S = -1e12
"""The clock before any set: thirty thousand years, in which everything fades. [s]"""

_NO_PATTERN = -1.0


class Session(NamedTuple):
    """
    What the sets so far have done.

    `clock_s` is the moment of the last set, in seconds since the log began: where a log knows the
    session only, its sets follow each other at a typical rest. `exact` is 1 where the log knows
    it, else 0. `warmth` runs from 0 to 1, `pattern` is that of the last `in_a_row` sets, and
    `exposure`, 0 to 1, what the same pattern over and over has built up.
    """

    clock_s: Number
    exact: Number
    warmth: Number
    pattern: Number
    in_a_row: Number
    exposure: Number


BEGINNING = made(Session, (LONG_AGO_S, 1.0, 0.0, _NO_PATTERN, 0.0, 0.0))
"""Before any set."""


class Ramp(NamedTuple):
    """
    How a lift was worked up to.

    The first and the heaviest load of its last session, and the first one of the last session
    with a ramp [log kg]; in what `share` of about the last ten sessions before there was one,
    and how many `sessions` that rests on, -1 before the first set.
    """

    first: Number
    top: Number
    usual: Number
    share: Number
    sessions: Number


NO_RAMP = made(Ramp, (0.0, 0.0, 0.0, 0.0, -1.0))
"""Of a lift without a set of a known load."""


def begins_at(
    session: Session, at_s: Number, rest_s: Number, exact: Number, params: Params
) -> Number:
    """
    Tell when a set begins by the session's clock: max(at, clock + rest). [s]

    `rest_s` is NaN where nobody noted it. Then it is at least `set_minutes`, as no set is done
    in a moment and times nearer than that are those of writing down; and at least the typical
    rest where `exact` is 0, as the log knows the session only.
    """
    least = 60.0 * params.set_minutes
    usual = maximum(60.0 * params.typical_rest_minutes, least)
    least = where(exact > 0.0, least + 0.0 * exact, usual + 0.0 * exact)
    return maximum(at_s, session.clock_s + where(rest_s == rest_s, rest_s, least))  # noqa: PLR0124


def goes_on(session: Session) -> Number:
    """Tell whether a session is going on: a set of anything was done within it."""
    return session.pattern != _NO_PATTERN


def pass_to(session: Session, now_s: Number, params: Params) -> Session:
    """Let a rest pass: warmth fades, and a long one begins another session."""
    clock_s, exact, warmth, pattern, in_a_row, exposure = session
    days = (now_s - clock_s) / SECONDS_PER_DAY
    minutes = 1440.0 * days
    over = days > params.session_days
    return made(
        Session,
        (
            now_s,
            exact,
            cooled(warmth, minutes, params),
            where(over, _NO_PATTERN + 0.0 * pattern, pattern),
            where(over, 0.0 * in_a_row, in_a_row),
            exposure * exp(-minutes / params.monotony_recovery_minutes),
        ),
    )


def work(
    session: Session, pattern: Number, minor: Number, exact: Number, params: Params
) -> Session:
    """
    Add a set: exposure x becomes x + (1 - x)(1 - exp(-set_minutes / monotony_minutes)).

    Another pattern releases what the last one has built up, while a curl or a crunch in between
    does not. The build-up is that of creep: [McGill1992]_.
    """
    clock_s, _, warmth, last, in_a_row, exposure = session
    aside = (minor > 0.0) & (last != _NO_PATTERN) & (pattern != last)
    same = aside | (pattern == last)
    adds = 1.0 - aside
    before = where(same, exposure, 0.0 * exposure)
    build = adds * (1.0 - exp(-params.set_minutes / params.monotony_minutes))
    return made(
        Session,
        (
            clock_s,
            exact,
            warmed(warmth, params.set_minutes, params),
            where(aside, last, pattern),
            where(same, in_a_row, 0.0 * in_a_row) + adds,
            before + (1.0 - before) * build,
        ),
    )


def loosened(session: Session, minutes: Number, params: Params) -> Session:
    """
    Let lengthening or easy movement release what one pattern has built up.

    [McGill1992]_: half of the stiffness is regained in two minutes.
    """
    return session._replace(
        warmth=warmed(session.warmth, minutes, params),
        in_a_row=0.0 * session.in_a_row,
        exposure=session.exposure * 0.5 ** (minutes / params.half_eased_minutes),
    )


def is_logged(ramp: Ramp) -> Number:
    """Tell whether an athlete writes ramps down: in at least half of the last sessions."""
    return (ramp.sessions > 0.0) & (ramp.share >= 0.5)


def prepared(ramp: Ramp, days: Number, params: Params) -> Number:
    """
    Give the load that the body is prepared for, so many days after the last set of the lift.

    The heaviest of this session, falling back to where ramps usually begin. [log kg]
    """
    first, top, usual, _, sessions = ramp
    usual = where(sessions <= 0.0, minimum(usual, first), usual)
    later = where(first < top - params.usual_step, first, usual)
    kept = exp(-1440.0 * days / params.prepared_minutes)
    return where(days > params.session_days, later, usual + maximum(top - usual, 0.0) * kept)


def ramp_on(ramp: Ramp, load: Number, days: Number, params: Params) -> Ramp:
    """
    Note the load of a set in the ramp of its lift, so many days after the last one.

    A load that is not known, NaN, changes nothing.
    """
    first, top, usual, share, sessions = ramp
    known = load == load  # noqa: PLR0124 - not NaN
    new = known & ((days > params.session_days) | (sessions < 0.0))
    stepped = first < top - params.usual_step
    start = where(stepped, first, minimum(usual, first))
    count = minimum(sessions + 1.0, params.remembered_sessions)
    ramped = share + (stepped - share) / maximum(count, 1.0)
    return made(
        Ramp,
        (
            where(new, load, first),
            where(new, load, where(known, maximum(top, load), top)),
            where(new, where(sessions < 0.0, load, start), usual),
            where(new, ramped, share),
            where(new, count, sessions),
        ),
    )
