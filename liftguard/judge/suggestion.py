"""
What to lift: a suggested set, what it rests on, bests that stand, and what to plan next.

Reason to change: what a suggestion says.
"""

from __future__ import annotations

from datetime import datetime

import attrs

from liftguard.judge.verdict import Level, Step
from liftguard.model.forecast import Band
from liftguard.records import PlannedSet
from liftguard.shown import shown

__all__ = ["Best", "Bests", "LastTime", "Next", "Suggestion"]


@attrs.frozen(kw_only=True)
class LastTime:
    """
    What was done the last time of a lift, with repetitions of about the same number.

    Parameters
    ----------
    at : datetime
        The day that its sets are written on, at its beginning by the clock of the moment asked
        about.
    load_kg, assist_kg : float
        Of the first work set that went up: what was loaded, and what help took off. [kg]
    reps : int
        Of that set. [reps]
    short : int
        Sets of that session that were missed or fell short of their plan; 0 also where the
        session is not the last one of the lift. [sets]
    rir : float, optional
        Repetitions that its last set left in reserve, where that was said. [reps]
    moves : int
        How often the load rose of late, or below 0 in how many sessions in a row it stayed; 0
        also where that is not sure, as a set fell short, or the lift was done otherwise since.

    Examples
    --------
    >>> LastTime(at=datetime(2026, 1, 5), load_kg=100.0, assist_kg=0.0, reps=5).short
    0
    """

    at: datetime
    load_kg: float
    assist_kg: float
    reps: int
    short: int = 0
    rir: float | None = None
    moves: int = 0


@attrs.frozen(kw_only=True)
class Best:
    """
    A best that stands: no set had as much load and as many repetitions.

    Parameters
    ----------
    reps : int
        That went up. [reps]
    load_kg, assist_kg : float
        What was loaded, and what help took off. [kg]
    at : datetime
        The day that its sets are written on, at its beginning by the clock of the moment asked
        about.

    Examples
    --------
    >>> Best(reps=5, load_kg=100.0, assist_kg=0.0, at=datetime(2026, 1, 5)).reps
    5
    """

    reps: int
    load_kg: float
    assist_kg: float
    at: datetime


@shown
@attrs.frozen(kw_only=True)
class Suggestion:
    """
    The load to lift next for some repetitions, and why not more.

    It is CLEAR, or marked `to_begin` where too little is known to call it so.

    Parameters
    ----------
    lift : str
        Key of the lift.
    reps : int
        Asked for. [reps]
    at : datetime
        When it would be done.
    load_kg : float, optional
        What to load; None where nothing is suggested: see `reason`. [kg]
    assist_kg : float
        What help is to take off. [kg]
    rir : float, optional
        Repetitions to be left, where an effort was asked. [reps]
    p_beyond : float, optional
        How likely it fails; None where that cannot be computed, and not to be relied on where
        it is `to_begin`. [1]
    level : Level
        How `check` judges it; UNKNOWN where nothing is suggested or known.
    expected_rir : float, optional
        Repetitions that it is expected to leave. [reps]
    band : Band, optional
        The most that goes up today for these repetitions.
    code : str
        What it is beside the last time, or the last set of this session: "go_up", "hold",
        "back_off", "as_hard" (as hard as other repetitions were), "way_back", "walk_first" (no
        more than this straight from stillness), "begin", "stop" (the lift is done for this
        session) or "none".
    reason : str
        Why not more: "usual", "effort", "clear", "short" (last time), "short_today",
        "harder_than_meant", "velocity_down", "time_off", "stillness", "pain" (that holds the lift
        back), "after_pain" (more would be CLEAR, but the way back begins lighter),
        "too_little_known", "begin_light" (no load can be named of a lift that was never done),
        "no_bodyweight", "no_help" or "too_heavy".
    to_begin : bool
        Whether it is a load to begin with, as too little is known of the lift.
    last : LastTime, optional
        The last time that it rests on.
    best : Best, optional
        The heaviest that ever went up for at least so many repetitions.
    model_version : str
        Of the model that was asked.
    steps : tuple of Step
        What to do first, and the set after it: after long stillness and early in the day to walk,
        where more may be lifted then; and where even the body alone is too much, fewer
        repetitions. Empty elsewhere.

    Examples
    --------
    >>> import liftguard as lg
    >>> guard = lg.Guard()
    >>> found = guard.suggest(guard.start(), "squat", 5, at=datetime(2026, 1, 5))
    >>> found.load_kg, found.to_begin, found.code
    (20.0, True, 'begin')
    """

    lift: str
    reps: int
    at: datetime
    load_kg: float | None
    assist_kg: float
    rir: float | None
    p_beyond: float | None
    level: Level
    expected_rir: float | None
    band: Band | None
    code: str
    reason: str
    to_begin: bool
    last: LastTime | None
    best: Best | None
    model_version: str
    steps: tuple[Step, ...] = ()

    @property
    def planned(self) -> PlannedSet | None:
        """The set, to be checked or planned; None where nothing is suggested."""
        if self.load_kg is None:
            return None
        return PlannedSet(
            lift=self.lift, load_kg=self.load_kg, reps=self.reps, assist_kg=self.assist_kg
        )


@shown
@attrs.frozen(kw_only=True)
class Bests:
    """
    The bests of a lift that stand, and the easiest new ones today.

    Parameters
    ----------
    lift : str
        Key of the lift.
    at : datetime
        When it was asked.
    unbeaten : tuple of Best
        The fewest repetitions first.
    within_reach : tuple of Step
        One repetition or one step of load more than a best, CLEAR or CAUTION, the likeliest to
        go up first, of repetitions that were done lately and near the hardest set ever. Empty
        beside a pain and on the way back after time off.

    Examples
    --------
    >>> import liftguard as lg
    >>> lg.Guard().bests(lg.Guard().start(), "squat", at=datetime(2026, 1, 5)).unbeaten
    ()
    """

    lift: str
    at: datetime
    unbeaten: tuple[Best, ...]
    within_reach: tuple[Step, ...]


@shown
@attrs.frozen(kw_only=True)
class Next:
    """
    What was done last time of one lift of a session, and what to plan next.

    Parameters
    ----------
    code : str
        "add_load" (the smallest step), "add_rep", "hold" (the same), "repeat" (the same, as it
        fell short), "back_off", or a code of `Suggestion` where the last time gives nothing to
        go by: "as_hard", "way_back", "walk_first", "begin", "stop" or "none".
    suggestion : Suggestion
        The set to plan, with its chance.
    plateau : int, optional
        Sessions in a row in which the load stayed and no set fell short, where those are enough to
        be a plateau. [sessions]

    Examples
    --------
    >>> import liftguard as lg
    >>> squat = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> one, = lg.Guard().next_session(lg.Guard().start(), [squat], at=datetime(2026, 1, 5))
    >>> one.code, one.suggestion.load_kg
    ('begin', 20.0)
    """

    code: str
    suggestion: Suggestion
    plateau: int | None = None
