"""
What the model keeps of one athlete, bounded in size.

Reason to change: what a state remembers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from liftguard.errors import WrongOrder
from liftguard.model.bar_speed import Speeds
from liftguard.model.bests import Bests, best_since
from liftguard.model.capacity import Belief
from liftguard.model.diary import NO_ENTRIES, Diary
from liftguard.model.experience import NOTHING_DONE, Calibration, Done, uncalibrated
from liftguard.model.fatigability import Fatigability, usual_fatigability
from liftguard.model.fatigue import RESTED, RESTED_REGIONS, Regions, Tired
from liftguard.model.front import Front
from liftguard.model.last_time import Earlier, Latest
from liftguard.model.monotony import NO_WORK, Monotony
from liftguard.model.params import Params
from liftguard.model.reports import NO_REPORTS, Reports
from liftguard.model.session import BEGINNING, NO_RAMP, Ramp, Session
from liftguard.model.special import Number
from liftguard.records import Profile
from liftguard.units import SECONDS_PER_DAY, elapsed_days, moment

__all__ = [
    "READ_BY_LEARNING",
    "AthleteState",
    "Body",
    "LiftState",
    "Lifts",
    "begin_body",
    "begin_lift",
    "best_within",
    "check_order",
    "moment",
    "seconds_into",
]


class Body(NamedTuple):
    """
    What sets have done to the whole athlete, as of the last one; floats or arrays.

    `fading` is how much faster than at a young age strength is lost without training. [1]
    """

    session: Session
    regions: Regions
    fatigability: Fatigability
    calibration: Calibration
    fading: Number


class LiftState(NamedTuple):
    """
    What is kept of one lift, as of its last set by the session's clock; floats or arrays.

    `sets` is how many told something about capacity. `doubted` is the demand of a set that was
    more likely a slip than not, until another says the same or the belief; None, and NaN in an
    array, where there is none. [log kg] `tired` is its own fatigue, `ramp` how it is worked up
    to, `done` what went up and what did not.

    What follows is kept beside the numbers, as learning a set does not read it. `bests`, `speeds`
    and `reports` are what the lift has reached, how fast loads were moved, and what was said to be
    left, lately; `front` is what stands unbeaten; `earlier` and `latest` are the last times that
    it was done.
    """

    clock_s: Number
    sets: Number
    belief: Belief
    doubted: float | None
    tired: Tired
    ramp: Ramp
    done: Done
    bests: Bests = ()
    speeds: Speeds = ()
    reports: Reports = NO_REPORTS
    front: Front = ()
    earlier: Earlier = ()
    latest: tuple[Latest, ...] = ()


READ_BY_LEARNING = 7
"""So many of the fields of a `LiftState`: those from the clock to what was done."""

Lifts = dict[str, LiftState]


def begin_body(params: Params) -> Body:
    """Give the body before any set."""
    usual = usual_fatigability(params)
    return Body(BEGINNING, RESTED_REGIONS, usual, uncalibrated(params), 1.0)


def begin_lift(belief: Belief, now_s: Number) -> LiftState:
    """Give a lift before any set, as it is guessed at a moment."""
    return LiftState(now_s, 0.0, belief, None, RESTED, NO_RAMP, NOTHING_DONE)


def _read_only(lifts: Mapping[str, LiftState]) -> MappingProxyType[str, LiftState]:
    return lifts if type(lifts) is MappingProxyType else MappingProxyType(lifts)


@attrs.frozen(kw_only=True, slots=False)  # made at every set: quicker than with slots
class AthleteState:
    """
    All that the model keeps of one athlete.

    Make one with `Guard.start`, change it with `Guard.learn`, store it with `dumps`. It is
    a cache: the host's log is the truth.

    Parameters
    ----------
    made_by : str
        Fingerprint of the Params that made it.
    body : Body
        Session, fatigue by region, and how strongly work tires this athlete; by default as
        before any set.
    profile : Profile, optional
        What was known before any log.
    since, at : datetime, optional
        First set and last entry: both wall clock, or both in UTC.
    bodyweight_kg : float, optional
        Latest weighing. [kg]
    ids_now : tuple of str
        The ids learned at the moment `at`, to refuse a repeated one; older entries are
        refused by their time.
    diary : Diary
        Stillness, movements, mobility, rising, readiness and pain.
    monotony : Monotony
        One pattern over and over, and work without a rest.
    lifts : mapping of str to LiftState
        By lift key, the last worked last; read-only.

    Examples
    --------
    >>> import liftguard as lg
    >>> lg.Guard().start().lifts
    mappingproxy({})
    """

    made_by: str
    body: Body = attrs.field(factory=lambda: begin_body(Params()))
    profile: Profile | None = None
    since: datetime | None = None
    at: datetime | None = None
    bodyweight_kg: float | None = None
    ids_now: tuple[str, ...] = ()
    diary: Diary = NO_ENTRIES
    monotony: Monotony = NO_WORK
    lifts: MappingProxyType[str, LiftState] = attrs.field(
        factory=dict, converter=_read_only, hash=False
    )

    def __getstate__(self) -> dict[str, Any]:
        """Pickle the mapping as a dict."""
        fields = {one.name: getattr(self, one.name) for one in attrs.fields(AthleteState)}
        return fields | {"lifts": dict(self.lifts)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore what `__getstate__` gave."""
        self.__init__(**state)  # type: ignore[misc]


def seconds_into(state: AthleteState, at: datetime) -> float:
    """Give a moment in seconds since the log began; 0 before the first set. [s]"""
    return 0.0 if state.since is None else (at - state.since).total_seconds()


def best_within(state: AthleteState, lift: str, at: datetime, days: float) -> float | None:
    """
    Give the highest demand reached in so many days before a moment, at most 90. [log kg]

    The days of bests are whole ones, so the day on which that time began counts.
    """
    one = state.lifts.get(lift)
    if one is None:
        return None
    return best_since(one.bests, math.floor(seconds_into(state, at) / SECONDS_PER_DAY - days))


def check_order(last: datetime | None, at: datetime) -> None:
    """Refuse a moment before the last entry, or of the other kind of time."""
    if last is None:
        return
    if (last.tzinfo is None) != (at.tzinfo is None):
        elapsed_days(last, at)  # raises, naming both
    if at < last:
        raise WrongOrder(
            where="at",
            got=at.isoformat(),
            wanted=f"a moment not before the state's last entry, {last.isoformat()}",
            hint="Ask for a later moment; for a late or edited entry, replay the history.",
        )
