"""
Many athletes at once: who needs a look today, worst first, and many histories replayed.

Every athlete is judged by the same calls as alone; a fleet is a loop that loses nobody.

Reason to change: what is asked of a squad.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from liftguard.choices import Language
from liftguard.errors import InvalidValue, LiftguardError
from liftguard.fleet.people import check_guard
from liftguard.guard import Guard
from liftguard.judge.plan import PlanCheck
from liftguard.judge.verdict import Level, worst_known
from liftguard.model.state import AthleteState, moment
from liftguard.records import History, PlannedSession
from liftguard.records.checks import check_is
from liftguard.review.track import Track
from liftguard.units import as_float, elapsed_days
from liftguard.words.language import capital
from liftguard.words.names import lift_text
from liftguard.words.numbers import days_text, list_text
from liftguard.words.voice import Voice

__all__ = ["AthleteCheck", "check", "replay", "say_athlete"]

_Sessions: TypeAlias = PlannedSession | Sequence[PlannedSession]


@attrs.frozen(kw_only=True)
class AthleteCheck:
    """
    How one athlete of a squad stands.

    Parameters
    ----------
    name : str
        Of the athlete, as in the mappings.
    level : Level
        The worst of the planned sets that can be judged, UNKNOWN where none can; UNKNOWN at
        least, where a remark says why. A rare lift makes nobody UNKNOWN: see `unknown`.
    plan : PlanCheck, optional
        Set by set; None where nothing could be judged.
    days_since : float, optional
        From the last entry to the first planned session. [days]
    remarks : tuple of str
        Codes of what stops a clear level: "no_state", "no_entries", "no_session", "stale"
        or "refused".
    error : LiftguardError, optional
        Why the plan was refused.

    Examples
    --------
    >>> AthleteCheck(name="Ada", level=Level.UNKNOWN, remarks=("no_state",)).plan is None
    True
    """

    name: str
    level: Level
    plan: PlanCheck | None = None
    days_since: float | None = None
    remarks: tuple[str, ...] = ()
    error: LiftguardError | None = attrs.field(default=None, eq=False)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The lifts that are planned of which the records cannot say how a set stands."""
        sets = self.plan.sets if self.plan is not None else ()
        return tuple(dict.fromkeys(one.planned.lift for one in sets if one.level == Level.UNKNOWN))

    @property
    def p_beyond(self) -> float | None:
        """How likely the set fails that is likeliest to; None where no set has a chance. [1]"""
        sets = self.plan.sets if self.plan is not None else ()
        return max((one.p_beyond for one in sets if one.p_beyond is not None), default=None)


def check(
    guard: Guard,
    states: Mapping[str, AthleteState],
    sessions: Mapping[str, PlannedSession | Sequence[PlannedSession]],
    *,
    stale_days: float | None = None,
) -> tuple[AthleteCheck, ...]:
    """
    Judge what a squad has planned.

    Parameters
    ----------
    guard : Guard
        With the policy for everybody.
    states : mapping of str to AthleteState
        By athlete.
    sessions : mapping of str to PlannedSession or sequence of them
        What each has planned, in order of time.
    stale_days : float, optional
        Without an entry for longer, nothing is called clear; None asks the Guard's Policy. [days]

    Returns
    -------
    tuple of AthleteCheck
        One for each athlete of either mapping, the worst first; of the same level those with
        a remark or a lift that cannot be judged, then those of whom no chance can be told, then
        by the chance of failing, then by name. Nobody is left out: who has no state, no session,
        old records, or a plan that is refused is UNKNOWN at least.

    Raises
    ------
    InvalidValue
        When `stale_days` is not above 0, or states or sessions are not by athlete.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard.records import PlannedSet
    >>> guard = Guard()
    >>> pull = PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> today = PlannedSession(at=datetime(2026, 1, 5, 18), sets=[pull])
    >>> for one in check(guard, {"Ada": guard.start()}, {"Ada": today, "Bo": today}):
    ...     print(one.name, one.level, one.remarks)
    Bo UNKNOWN ('no_state',)
    Ada UNKNOWN ('no_entries',)
    """
    check_guard(guard)
    check_is(states, Mapping, "states", "states by athlete", 'Such as {"Ada": track.state}.')
    check_is(sessions, Mapping, "sessions", "sessions by athlete", 'Such as {"Ada": session}.')
    if stale_days is None:
        stale_days = guard.policy.stale_days
    if not as_float(stale_days) > 0.0:
        raise InvalidValue(where="stale_days", got=stale_days, wanted="days above 0")
    found = [
        _check_one(guard, name, states.get(name), sessions.get(name), stale_days)
        for name in {**sessions, **states}
    ]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(one: AthleteCheck) -> tuple[float, bool, float, str]:
    p = one.p_beyond
    return (-one.level, not (one.unknown or one.remarks), -1.0 if p is None else -p, one.name)


def _check_one(
    guard: Guard,
    name: str,
    state: AthleteState | None,
    sessions: _Sessions | None,
    stale_days: float,
) -> AthleteCheck:
    given: Any = [sessions] if isinstance(sessions, PlannedSession) else sessions or ()
    planned = list(given) if isinstance(given, Iterable) else [given]
    remarks = [
        code
        for code, holds in (
            ("no_state", state is None),
            ("no_entries", isinstance(state, AthleteState) and state.at is None),
            ("no_session", not planned),
        )
        if holds
    ]
    if state is None or not planned:
        return AthleteCheck(name=name, level=Level.UNKNOWN, remarks=tuple(remarks))
    days = None
    try:
        plan = guard.check_plan(state, planned)
        if state.at is not None:
            days = elapsed_days(state.at, moment(planned[0].at))
    except LiftguardError as error:
        return AthleteCheck(
            name=name, level=Level.UNKNOWN, remarks=(*remarks, "refused"), error=error
        )
    if days is not None and days > stale_days:
        remarks.append("stale")
    worst = worst_known(one.level for one in plan.sets)
    return AthleteCheck(
        name=name,
        level=max(worst, Level.UNKNOWN) if remarks else worst,
        plan=plan,
        days_since=days,
        remarks=tuple(remarks),
    )


def say_athlete(one: AthleteCheck, *, language: Language = "en") -> list[str]:
    """
    Say what stops an athlete from being called clear, and what was not judged, a line for each.

    Parameters
    ----------
    one : AthleteCheck
        The athlete.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        Empty where nothing does; `liftguard.say_plan` says the rest.

    Raises
    ------
    InvalidValue
        When it is no AthleteCheck, or the language is not known.

    Examples
    --------
    >>> say_athlete(AthleteCheck(name="Ada", level=Level.UNKNOWN, remarks=("no_state",)))
    ['No records: nothing can be said.']
    """
    check_is(one, AthleteCheck, "one", "an AthleteCheck", "fleet.check gives one for each.")
    voice = Voice(language=language)
    days = "" if one.days_since is None else days_text(one.days_since, voice)
    parts = {"days": days, "error": str(one.error or "")}
    lines = [capital(voice.text("squad", code, **parts)) for code in one.remarks]
    if one.unknown and "no_entries" not in one.remarks:
        lifts = list_text([lift_text(lift, voice) for lift in one.unknown], voice)
        lines.append(capital(voice.text("squad", "unknown", lifts=lifts)))
    return lines


def replay(
    guard: Guard,
    histories: Mapping[str, History],
    *,
    map: Callable[..., Iterable[Track | LiftguardError]] = map,  # noqa: A002 - it stands in for it
) -> dict[str, Track | LiftguardError]:
    """
    Replay the histories of many athletes.

    Parameters
    ----------
    guard : Guard
        For everybody.
    histories : mapping of str to History
        By athlete.
    map : callable, optional
        That applies a function to many values in order: Python's own, that of a pool of
        processes, or that of a cluster.

    Returns
    -------
    dict of str to (Track or LiftguardError)
        By athlete, in the order given. A history that is refused gives its error, and costs
        nobody else anything.

    Raises
    ------
    InvalidValue
        When histories are not by athlete.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard.records import LoggedSet
    >>> done = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> tracks = replay(Guard(), {"Ada": History([done]), "Bo": History()})
    >>> {name: len(track) for name, track in tracks.items()}
    {'Ada': 1, 'Bo': 0}
    """
    check_guard(guard)
    hint = 'Such as {"Ada": history}.'
    check_is(histories, Mapping, "histories", "histories by athlete", hint)
    found = map(functools.partial(_replay_one, guard), histories.values())
    return dict(zip(histories, found, strict=True))


def _replay_one(guard: Guard, history: History) -> Track | LiftguardError:
    try:
        return guard.replay(history)
    except LiftguardError as error:
        return error
