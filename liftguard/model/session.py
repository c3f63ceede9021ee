"""
What the session so far has done to the body: warmth, one pattern over and over, and its clock.

Reason to change: what counts within a session, beside fatigue.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from liftguard.model.params import Params
from liftguard.model.readiness import cooled, warmed
from liftguard.model.special import exp
from liftguard.records import LoggedSet
from liftguard.units import SECONDS_PER_DAY

__all__ = [
    "BEGINNING",
    "Ramp",
    "Session",
    "go_on",
    "loosen",
    "pass_to",
    "pause_before_set",
    "pause_days",
    "prepared",
    "ramp_on",
    "work",
]

_MINOR = ("isolation", "trunk", "other")  # patterns that are no change from a big one
_REMEMBERED = 10  # sessions of a lift, for whether its ramps are logged
_HALF_EASED_MINUTES = 2.0  # of relaxed movement [McGill1992]


class Session(NamedTuple):
    """
    What the sets so far have done.

    `clock` is the moment of the last set: where a log knows the session only, its sets follow
    each other at a typical rest. `known_to` tells how exactly it is known. `warmth` runs from 0 to
    1, `pattern` is that of the last `in_a_row` sets, and `exposure`, 0 to 1, what the same
    pattern over and over has built up.
    """

    clock: datetime | None
    known_to: str
    warmth: float
    pattern: str
    in_a_row: int
    exposure: float


BEGINNING = Session(None, "set", 0.0, "", 0, 0.0)
"""Before any set."""


class Ramp(NamedTuple):
    """
    How a lift was worked up to.

    The first and the heaviest load of its last session, and the first one of the last
    session with a ramp [log kg]; and for each session before, whether there was a ramp.
    """

    first: float
    top: float
    usual: float
    ramped: tuple[bool, ...]

    @property
    def logged(self) -> bool:
        """Whether this athlete writes ramps down: in at least half of the last sessions."""
        return bool(self.ramped) and 2 * sum(self.ramped) >= len(self.ramped)


def pause_days(
    session: Session, at: datetime, rest_s: float | None, known_to: str, params: Params
) -> float:
    """
    Tell how long the rest before a set is.

    Parameters
    ----------
    session : Session
        Up to the last set.
    at : datetime
        Of the set, as far as the log knows.
    rest_s : float or None
        Rest that was noted. [s]
    known_to : {"set", "session", "day"}
        How exactly `at` is known.
    params : Params
        For the typical rest.

    Returns
    -------
    float
        0 or more; 0 before the first set. [days]

    Examples
    --------
    >>> at = datetime(2026, 1, 5, 18)
    >>> 1440.0 * pause_days(BEGINNING._replace(clock=at), at, 120.0, "session", Params())
    2.0
    """
    if session.clock is None:
        return 0.0
    passed = (at - session.clock).total_seconds() / SECONDS_PER_DAY
    if rest_s is not None:
        return max(passed, rest_s / SECONDS_PER_DAY)
    return max(passed, 0.0 if known_to == "set" else params.typical_rest_minutes / 1440.0)


def pause_before_set(
    session: Session, at: datetime, rest_s: float | None, known_to: str, params: Params
) -> float:
    """
    Tell how long the rest before a set is, of which nobody noted the seconds.

    Parameters
    ----------
    session, at, rest_s, known_to, params
        As in `pause_days`.

    Returns
    -------
    float
        At least `Params.set_minutes` where the clock tells it: no set is done in a moment, so
        times nearer than that are those of writing down. [days]

    Examples
    --------
    >>> at = datetime(2026, 1, 5, 18)
    >>> 1440.0 * pause_before_set(BEGINNING._replace(clock=at), at, None, "set", Params())
    1.0
    """
    pause = pause_days(session, at, rest_s, known_to, params)
    if rest_s is not None or session.clock is None:
        return pause
    return max(pause, params.set_minutes / 1440.0)


def go_on(session: Session, days: float, params: Params) -> Session:
    """
    Let a rest pass.

    Parameters
    ----------
    session : Session
        Up to the last set.
    days : float
        The rest. [days]
    params : Params
        For how warmth and monotony fade.

    Returns
    -------
    Session
        Just before the next set.

    Examples
    --------
    >>> stiff = BEGINNING._replace(clock=datetime(2026, 1, 5, 18), exposure=0.5)
    >>> go_on(stiff, 1.0, Params()).exposure < 1e-9
    True
    """
    clock, known_to, warmth, pattern, in_a_row, exposure = session
    if clock is None or days <= 0.0:
        return session
    minutes = 1440.0 * days
    if days > params.session_days:
        pattern, in_a_row = "", 0
    return Session(
        clock + timedelta(days=days),
        known_to,
        cooled(warmth, minutes, params),
        pattern,
        in_a_row,
        exposure * exp(-minutes / params.monotony_recovery_minutes),
    )


def pass_to(session: Session, at: datetime, params: Params) -> Session:
    """
    Bring a session up to a moment at which no set is asked about.

    Parameters
    ----------
    session : Session
        Up to the last set.
    at : datetime
        The moment, in the form that states keep.
    params : Params
        As in `go_on`.

    Returns
    -------
    Session
        At that moment, by the clock, or after a typical rest where only the session is known.

    Examples
    --------
    >>> begun = BEGINNING._replace(clock=datetime(2026, 1, 5, 18), warmth=1.0)
    >>> round(pass_to(begun, datetime(2026, 1, 5, 18, 20), Params()).warmth, 4)  # 1/e
    0.3679
    """
    return go_on(session, pause_days(session, at, None, session.known_to, params), params)


def work(session: Session, entry: LoggedSet, pattern: str, at: datetime, params: Params) -> Session:
    """
    Add a set.

    Parameters
    ----------
    session : Session
        Just before it.
    entry : LoggedSet
        The set.
    pattern : str
        Kind of movement of its lift.
    at : datetime
        When, for the first set of all.
    params : Params
        For how warmth and monotony build up.

    Returns
    -------
    Session
        Just after it: another pattern releases what the last one has built up, while a curl
        or a crunch in between does not.

    References
    ----------
    The build-up is that of creep: [McGill1992]_.

    Examples
    --------
    >>> pull = LoggedSet(lift="deadlift", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> after = work(BEGINNING, pull, "hinge", pull.at, Params())
    >>> after.in_a_row, 0.10 < after.exposure < 0.11  # 1 - exp(-1 / 9.4)
    (1, True)
    """
    if pattern in _MINOR and session.pattern not in ("", pattern):
        return session._replace(
            known_to=entry.at_known_to,
            warmth=warmed(session.warmth, params.set_minutes, params),
        )
    same = pattern == session.pattern
    before = session.exposure if same else 0.0
    build = 1.0 - exp(-params.set_minutes / params.monotony_minutes)
    return Session(
        session.clock or at,
        entry.at_known_to,
        warmed(session.warmth, params.set_minutes, params),
        pattern,
        session.in_a_row + 1 if same else 1,
        before + (1.0 - before) * build,
    )


def loosen(session: Session, at: datetime, minutes: float, params: Params) -> Session:
    """
    Let lengthening or easy movement release what one pattern has built up.

    Parameters
    ----------
    session : Session
        Up to the last set.
    at : datetime
        When it was done, in the form that states keep.
    minutes : float
        How long. [min]
    params : Params
        For how fast it goes back, and how activity warms.

    Returns
    -------
    Session
        After it; no set of one pattern is in a row any more.

    References
    ----------
    [McGill1992]_: half of the stiffness is regained in two minutes.

    Examples
    --------
    >>> stiff = Session(datetime(2026, 1, 5, 18), "set", 0.0, "hinge", 9, 0.8)
    >>> after = loosen(stiff, datetime(2026, 1, 5, 18), 2.0, Params())
    >>> after.in_a_row, round(after.exposure, 2)
    (0, 0.4)
    """
    now = go_on(session, pause_days(session, at, None, "set", params), params)
    eased = now.exposure * 0.5 ** (minutes / _HALF_EASED_MINUTES)
    warmth = warmed(now.warmth, minutes, params)
    return now._replace(warmth=warmth, in_a_row=0, exposure=eased)


def prepared(ramp: Ramp, days: float, params: Params) -> float:
    """
    Give the load that the body is prepared for.

    Parameters
    ----------
    ramp : Ramp
        Of the lift.
    days : float
        Since its last set. [days]
    params : Params
        For how a ramp wears off.

    Returns
    -------
    float
        The heaviest of this session, falling back to where ramps usually begin. [log kg]

    Examples
    --------
    >>> prepared(Ramp(4.0, 5.0, 4.0, ()), 0.0, Params())
    5.0
    >>> prepared(Ramp(4.0, 5.0, 4.0, ()), 2.0, Params())
    4.0
    """
    first, top, usual, ramped = ramp
    usual = min(usual, first) if not ramped else usual
    if days > params.session_days:
        return first if first < top - params.usual_step else usual
    return usual + max(top - usual, 0.0) * float(exp(-1440.0 * days / params.prepared_minutes))


def ramp_on(ramp: Ramp | None, load: float, params: Params, *, new: bool) -> Ramp:
    """
    Note the load of a set in the ramp of its lift.

    Parameters
    ----------
    ramp : Ramp or None
        Before it; None before the first set of the lift.
    load : float
        What was moved. [log kg]
    params : Params
        For a usual step.
    new : bool
        Whether a session begins with it.

    Returns
    -------
    Ramp
        After it.

    Examples
    --------
    >>> ramp_on(Ramp(4.0, 5.0, 4.2, ()), 4.1, Params(), new=True)
    Ramp(first=4.1, top=4.1, usual=4.0, ramped=(True,))
    """
    if ramp is None:
        return Ramp(load, load, load, ())
    if new:
        first, top, usual, ramped = ramp
        stepped = first < top - params.usual_step
        usual = first if stepped else min(usual, first)
        return Ramp(load, load, usual, (*ramped, stepped)[-_REMEMBERED:])
    return ramp if load <= ramp.top else ramp._replace(top=load)
