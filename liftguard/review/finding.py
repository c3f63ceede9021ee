"""
What an inquiry finds: traces of the causes, what was done lately, and what to change.

Reason to change: what a finding holds.
"""

from __future__ import annotations

from datetime import datetime

import attrs

from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.records import LoggedSet, Movement, Pain, PlannedSet
from liftguard.shown import shown

__all__ = ["Change", "Deed", "Finding", "Reason", "Trace"]


@attrs.frozen(kw_only=True)
class Trace:
    """
    One number that the records show for a cause: how much it was, and how usual.

    Parameters
    ----------
    code : str
        What it is; `liftguard.words` has the words. What stands after a colon is a name: what
        made the trunk move, or else its motion.
    value : float
        The number at the event.
    unit : str
        Its unit: "sets", "reps", "sessions", "days", "h", "min", "s", "log-odds" or "1".
    alike : int
        On how many of the other days it was at least as extreme. [days]
    days : int
        Other days on which it could be told. [days]
    distinctive : bool
        It is much, and on the other days nothing, of this kind or another, often is as much.
    comparable : bool
        There were at least `Policy.fewest_other_days` to tell that; of traces that were stored
        before this field was, by the default policy.
    usual : float, optional
        The middle of the other days; None where there is none.
    weight : float
        How far it lies beyond the usual, in steps each of which is much; see `Policy.much_times`
        and those below it. 0 or less is nothing out of the ordinary. [1]

    Examples
    --------
    >>> Trace(code="sessions_4_days", value=3.0, unit="sessions", alike=2, days=98,
    ...       distinctive=True).share
    0.03
    """

    code: str
    value: float
    unit: str
    alike: int
    days: int
    distinctive: bool
    comparable: bool = attrs.field()
    usual: float | None = None
    weight: float = 0.0

    @comparable.default
    def _by_default(self) -> bool:
        return self.days >= Policy().fewest_other_days

    @property
    def share(self) -> float:
        """How usual it is, by the rule of succession: (alike + 1) / (days + 2). [1]"""
        return (self.alike + 1) / (self.days + 2)


@attrs.frozen(kw_only=True)
class Reason:
    """
    One of the three causes, and what speaks for it.

    Parameters
    ----------
    code : {"fatigue", "rapid_movement", "overload"}
        Which cause.
    distinctive : bool
        At least one of its traces is, and none of another cause is far above it.
    traces : tuple of Trace
        What the records show, the most first; empty where they show nothing.
    regions : tuple of str
        Regions of the painful area, the one asked most first.
    missing_records : tuple of str
        Codes of records that were not kept and would have told more.

    Examples
    --------
    >>> Reason(code="fatigue", distinctive=False, traces=(), regions=("grip",),
    ...        missing_records=("rest_s",)).missing_records
    ('rest_s',)
    """

    code: str
    distinctive: bool
    traces: tuple[Trace, ...]
    regions: tuple[str, ...]
    missing_records: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """How much its most telling trace is; see `Trace.weight`. [1]"""
        return max((one.weight for one in self.traces if one.distinctive), default=0.0)


@attrs.frozen(kw_only=True)
class Deed:
    """
    Something that was done, or left out, in the days before a pain.

    Parameters
    ----------
    code : str
        What: "sets" of a day, a "gap" without a lift, "still", "moved", "loads" moved without a
        bar, "up" for so long, "no_mobility" for so long, "silence" for so long, the sets of a
        "week".
    at : datetime
        When; of what took time, when it ended.
    value : float
        The number that goes with it: sets, days, minutes, hours, movements.
    unit : str
        Of that: "sets", "days", "min", "h" or "1".
    top : LoggedSet, optional
        The set of the day that came nearest to the own bests, or went furthest above them.
    above : float, optional
        Its load over the highest that had gone up so far; None of a first time. [1]
    lift : str, optional
        That was left for so long.
    movement : Movement, optional
        Without a bar; of several loads the heaviest.
    cause : str, optional
        What it came from, as it was noted.
    before : float, optional
        The same number of the week before.

    Examples
    --------
    >>> Deed(code="gap", at=datetime(2026, 1, 20, 18), value=15.0, unit="days",
    ...      lift="deadlift").value
    15.0
    """

    code: str
    at: datetime
    value: float
    unit: str
    top: LoggedSet | None = None
    above: float | None = None
    lift: str | None = None
    movement: Movement | None = None
    cause: str | None = None
    before: float | None = None


@attrs.frozen(kw_only=True)
class Change:
    """
    What to do in another way next time, and what a replay of the log with it shows.

    Parameters
    ----------
    code : str
        What changes; `liftguard.words` has the words.
    cause : str
        Which cause it is about.
    at : datetime
        When the set, or the movement, was done.
    done : PlannedSet or Movement, optional
        It, as a plan; None where no set stands before the pain.
    instead : PlannedSet or Movement, optional
        The same after the change.
    p_before, p_after : float, optional
        The chance of failing that was forecast for it, without and with the change. [1]
    level_before, level_after : Level, optional
        How it is judged: a set by its forecast, a movement by the rule for movements.
    trace : str, optional
        Code of the trace that the change is about.
    value_before, value_after : float, optional
        That number, without and with the change; None after where nothing is left of it.
    unit : str
        Of that number.
    lift : str, optional
        Another lift that the change is about.

    Examples
    --------
    >>> Change(code="ramp_first", cause="rapid_movement", at=datetime(2026, 1, 5, 18),
    ...        p_before=0.2, p_after=0.06).p_after
    0.06
    """

    code: str
    cause: str
    at: datetime
    done: PlannedSet | Movement | None = None
    instead: PlannedSet | Movement | None = None
    p_before: float | None = None
    p_after: float | None = None
    level_before: Level | None = None
    level_after: Level | None = None
    trace: str | None = None
    value_before: float | None = None
    value_after: float | None = None
    unit: str = "1"
    lift: str | None = None


@shown
@attrs.frozen(kw_only=True)
class Finding:
    """
    What the records show about a pain.

    It orders what was unusual before the event; it does not prove what brought it about.

    Parameters
    ----------
    pain : Pain
        The event.
    causes : tuple of Reason
        All three, the one that was most beyond its usual first.
    missing_records : tuple of str
        Codes of records that were not kept and would have told more.
    caveats : tuple of str
        "few_days": fewer other days loaded the area than `Policy.fewest_other_days`, so what
        stands out is compared with little. "signs", "signs_neck", "signs_chest", "signs_muscle",
        "signs_joint": what, beside a strong pain of that place, a clinician should look at.
    lately : tuple of Deed
        What was done in the last `Policy.look_back_hours`, five at most, in order of time.
    steps : tuple of Change
        What to change so that it does not happen again, what matters most first; none where
        nothing stands out.

    Examples
    --------
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm")
    >>> Finding(pain=pain, causes=(), missing_records=("sets",)).reason_shown
    False
    """

    pain: Pain
    causes: tuple[Reason, ...]
    missing_records: tuple[str, ...]
    caveats: tuple[str, ...] = ()
    lately: tuple[Deed, ...] = ()
    steps: tuple[Change, ...] = ()

    @property
    def reason_shown(self) -> bool:
        """Whether anything stands out; where not, the missing records might have shown it."""
        return any(cause.distinctive for cause in self.causes)
