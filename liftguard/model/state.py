"""
What the model keeps of one athlete, bounded in size.

Reason to change: what a state remembers.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

import attrs

from liftguard.errors import WrongOrder
from liftguard.model.bests import Bests, best_since
from liftguard.model.capacity import Belief
from liftguard.model.diary import NO_ENTRIES, Diary
from liftguard.model.fatigue import Tired
from liftguard.model.gain import Gain
from liftguard.model.pace import Speeds
from liftguard.model.session import BEGINNING, Ramp, Session
from liftguard.records import Profile
from liftguard.units import SECONDS_PER_DAY, elapsed_days, is_aware

__all__ = ["AthleteState", "LiftState", "Lifts", "best_within", "check_order", "moment"]


class LiftState(NamedTuple):
    """
    What is kept of one lift.

    `at` is the moment of its last set, `sets` how many told something about capacity, and
    `bests` what it has reached lately. `doubted` is the demand of a set that was more likely
    a slip than not, until another says the same or the belief. [log kg] `tired` is its
    fatigue just after the last set, at `tired_at` by the session's clock. `ramp` is how it
    is worked up to, `speeds` how fast loads were moved.
    """

    at: datetime
    sets: int
    belief: Belief
    bests: Bests
    doubted: float | None
    tired: Tired
    tired_at: datetime
    ramp: Ramp | None
    speeds: Speeds


Lifts = dict[str, LiftState]


def _read_only(lifts: Mapping[str, LiftState]) -> MappingProxyType[str, LiftState]:
    return MappingProxyType(lifts)


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
    profile : Profile, optional
        What was known before any log.
    since, at : datetime, optional
        First set and last entry: both wall clock, or both in UTC.
    bodyweight_kg : float, optional
        Latest weighing. [kg]
    ids_now : tuple of str
        The ids learned at the moment `at`, to refuse a repeated one; older entries are
        refused by their time.
    session : Session
        What its sets so far have done.
    gain : Gain, optional
        How strongly work tires this athlete; None as long as nothing has told.
    diary : Diary
        Stillness, rising, readiness and pain.
    lifts : mapping of str to LiftState
        By lift key, the last worked last; read-only.

    Examples
    --------
    >>> import liftguard as lg
    >>> lg.Guard().start().lifts
    mappingproxy({})
    """

    made_by: str
    profile: Profile | None = None
    since: datetime | None = None
    at: datetime | None = None
    bodyweight_kg: float | None = None
    ids_now: tuple[str, ...] = ()
    session: Session = BEGINNING
    gain: Gain | None = None
    diary: Diary = NO_ENTRIES
    lifts: MappingProxyType[str, LiftState] = attrs.field(
        factory=dict, converter=_read_only, hash=False
    )

    def __getstate__(self) -> dict[str, object]:
        """Pickle the mapping as a dict."""
        return self.__dict__ | {"lifts": dict(self.lifts)}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Restore what `__getstate__` gave."""
        self.__dict__.update(state, lifts=MappingProxyType(typing.cast("Lifts", state["lifts"])))


def moment(at: datetime) -> datetime:
    """
    Bring a moment into the form that states keep: wall clock, or UTC.

    Parameters
    ----------
    at : datetime
        Any.

    Returns
    -------
    datetime
        Without zone, or in UTC.

    Examples
    --------
    >>> moment(datetime.fromisoformat("2026-01-05T18:00+01:00")).hour
    17
    """
    if at.tzinfo is None or at.tzinfo is UTC:
        return at
    return at.astimezone(UTC) if is_aware(at) else at.replace(tzinfo=None)


def best_within(state: AthleteState, lift: str, at: datetime, days: float) -> float | None:
    """
    Give the highest demand reached lately.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    lift : str
        Key of the lift.
    at : datetime
        In the form of `moment`.
    days : float
        How far to look back, at most 90. [days]

    Returns
    -------
    float or None
        None where no set is that recent. [log kg]

    Examples
    --------
    >>> best_within(AthleteState(made_by=""), "squat", datetime(2026, 1, 5), 30.0) is None
    True
    """
    one = state.lifts.get(lift)
    if one is None or state.since is None:
        return None
    today = (at - state.since).total_seconds() / SECONDS_PER_DAY
    return best_since(one.bests, today - days)


def check_order(last: datetime | None, at: datetime) -> None:
    """
    Refuse a moment before the last entry, or of the other kind of time.

    Parameters
    ----------
    last : datetime or None
        The state's last entry.
    at : datetime
        The moment asked about.

    Raises
    ------
    WrongOrder
        When `at` is earlier.
    InvalidValue
        When wall clock meets an instant.

    Examples
    --------
    >>> check_order(datetime(2026, 1, 5), datetime(2026, 1, 6))
    """
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
