"""
What is known of one athlete, bounded in size, and how each entry changes it.

Reason to change: what a state remembers.
"""

from __future__ import annotations

import math
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

import attrs

from liftguard.errors import InvalidValue, WrongOrder
from liftguard.lifts import lift_of
from liftguard.model.capacity import Belief, advance, begin
from liftguard.model.curve import demand
from liftguard.model.params import Params
from liftguard.model.prior import guess
from liftguard.model.reading import read_set
from liftguard.records import Bodyweight, Entry, LoggedSet, Profile
from liftguard.units import elapsed_days, is_aware

__all__ = [
    "AthleteState",
    "Known",
    "LiftState",
    "best_within",
    "carried_kg",
    "check_order",
    "fold",
    "known",
    "log_moved",
    "moment",
]

_BEST_DAYS = 90  # how far back the bests reach
_SECONDS = 86_400.0  # of a day
_DECIMALS = 6  # of a stored best in log kg: less than a gram


Lifts = dict[str, "LiftState"]
Best = tuple[int, float]
"""Days since the log began, and the demand reached then. [days], [log kg]"""


class LiftState(NamedTuple):
    """
    What is known of one lift.

    `at` is the moment of its last set, `sets` how many told something about capacity, and
    `bests` the highest demand of each week that no later week reached again: pairs of
    (days since the log began, demand [log kg]). `doubted` is the demand of a set that was
    more likely a slip than not, until another says the same or the belief. [log kg]
    """

    at: datetime
    sets: int
    belief: Belief
    bests: tuple[Best, ...]
    doubted: float | None = None


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
    lifts : mapping of str to LiftState
        By lift key; read-only.

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
    lifts: MappingProxyType[str, LiftState] = attrs.field(
        factory=dict, converter=_read_only, hash=False
    )

    def __getstate__(self) -> dict[str, object]:
        """Pickle the mapping as a dict."""
        return self.__dict__ | {"lifts": dict(self.lifts)}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Restore what `__getstate__` gave."""
        self.__dict__.update(state, lifts=MappingProxyType(typing.cast("Lifts", state["lifts"])))


class Known(NamedTuple):
    """
    What is known of a lift at one moment, before the set that is asked about.

    `sets` is how many the belief rests on, `days_since` the time since the last one, and
    `bodyweight_kg` the latest weighing.
    """

    belief: Belief
    sets: int = 0
    days_since: float | None = None
    bodyweight_kg: float | None = None


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


def carried_kg(lift: str, assist_kg: float, bodyweight_kg: float | None) -> float | None:
    """
    Give what moves besides the load on the bar: a share of bodyweight, less assistance.

    Parameters
    ----------
    lift : str
        Key of the lift, for its share of bodyweight.
    assist_kg : float
        Taken off by a machine or band. [kg]
    bodyweight_kg : float or None
        Latest weighing. [kg]

    Returns
    -------
    float or None
        None where bodyweight matters and is not known. [kg]

    Examples
    --------
    >>> carried_kg("deadlift", 0.0, None)
    0.0
    >>> carried_kg("pull_up", 0.0, None) is None
    True
    """
    share = lift_of(lift).bodyweight_share
    if share == 0.0:
        return 0.0 - assist_kg
    return None if bodyweight_kg is None else share * bodyweight_kg - assist_kg


def log_moved(lift: str, load_kg: float, assist_kg: float, known: Known) -> float | None:
    """
    Give the logarithm of what is really moved.

    Parameters
    ----------
    lift : str
        Key of the lift.
    load_kg, assist_kg : float
        On the bar, and taken off. [kg]
    known : Known
        For the bodyweight.

    Returns
    -------
    float or None
        None where it cannot be known or nothing is moved. [log kg]

    Examples
    --------
    >>> from liftguard.model.capacity import begin
    >>> round(math.exp(log_moved("deadlift", 100.0, 0.0, Known(begin(5.0, 0.2, Params())))), 9)
    100.0
    """
    carried = carried_kg(lift, assist_kg, known.bodyweight_kg)
    if carried is None or load_kg + carried <= 0.0:
        return None
    return math.log(load_kg + carried)


def known(state: AthleteState, lift: str, at: datetime, params: Params) -> Known:
    """
    Tell what is known of a lift at a moment.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    lift : str
        Key of the lift.
    at : datetime
        As `moment` gives it, and checked by `check_order`.
    params : Params
        Of the model.

    Returns
    -------
    Known
        The belief advanced to that moment, or the guess before any set.

    """
    one = state.lifts.get(lift)
    if one is None:
        others = ((name, other.belief) for name, other in state.lifts.items())
        mean, sd = guess(lift, others, state.profile, state.bodyweight_kg, at, params)
        return Known(begin(mean, sd, params), bodyweight_kg=state.bodyweight_kg)
    last, sets, belief, _, _ = one
    days = (at - last).total_seconds() / _SECONDS
    if days > 0.0:
        age_days = (last - (state.since or last)).total_seconds() / _SECONDS
        belief = advance(belief, days, age_days, params)
    return Known(belief, sets, days, state.bodyweight_kg)


def fold(
    state: AthleteState,
    entries: Iterable[Entry],
    params: Params,
    reveal: Callable[[LoggedSet, Known], None] | None = None,
) -> AthleteState:
    """
    Learn entries one after the other.

    Parameters
    ----------
    state : AthleteState
        Before them; it does not change.
    entries : iterable of Entry
        In order of time.
    params : Params
        Of the model.
    reveal : callable, optional
        Called for each set before it is learned, with the set and what was known.

    Returns
    -------
    AthleteState
        After them.

    Raises
    ------
    WrongOrder
        When an entry is older than what is already known.
    InvalidValue
        When an id is repeated, or wall clock meets instants.
    """
    # A copy that nobody else holds yet is written through its dict: the same as building it
    # at the end, at half the time.
    after = object.__new__(AthleteState)
    work, lifts = after.__dict__, state.lifts.copy()
    work.update(state.__dict__, lifts=MappingProxyType(lifts))
    for entry in entries:
        at = moment(entry.at)
        if at is not after.at:
            check_order(after.at, at)
            if at != after.at:
                work.update(ids_now=(), at=at)
        if isinstance(entry, LoggedSet):
            _learn_set(after, lifts, entry, at, params, reveal)
        elif isinstance(entry, Bodyweight):
            work["bodyweight_kg"] = entry.kg
    return after


def _learn_set(
    after: AthleteState,
    lifts: dict[str, LiftState],
    entry: LoggedSet,
    at: datetime,
    params: Params,
    reveal: Callable[[LoggedSet, Known], None] | None,
) -> None:
    """Learn one set and note it as done."""
    if entry.id is not None:
        if entry.id in after.ids_now:
            raise InvalidValue(
                where="LoggedSet.id", got=entry.id, wanted="an id that was not learned before"
            )
        after.__dict__["ids_now"] += (entry.id,)
    if after.since is None:
        after.__dict__["since"] = at
    before = known(after, entry.lift, at, params)
    if reveal is not None:
        reveal(entry, before)
    load = log_moved(entry.lift, entry.load_kg, entry.assist_kg, before)
    if load is None or not (entry.reps or entry.missed):
        return  # nothing is known to have been moved
    one = lifts.get(entry.lift)
    bests, doubted = (one.bests, one.doubted) if one is not None else ((), None)
    belief, doubted = read_set(before.belief, before.sets, doubted, entry, load, params)
    if entry.reps:
        day = (at - (after.since or at)).days
        bests = _with_best(bests, day, demand(load, float(entry.reps), belief.curve, params))
    told = before.sets + (entry.kind != "warmup" or entry.missed)
    lifts[entry.lift] = LiftState(at, told, belief, bests, doubted)


def _with_best(bests: tuple[Best, ...], day: int, best: float) -> tuple[Best, ...]:
    """Note a demand that was reached; only the best of a week and of all since is kept."""
    if bests:
        last_day, last = bests[-1]
        if last >= best and last_day // 7 == day // 7:
            return bests
    first, end = 0, len(bests)
    while end and bests[end - 1][1] <= best:
        end -= 1
    while first < end and day - bests[first][0] > _BEST_DAYS:
        first += 1
    return (*bests[first:end], (day, round(best, _DECIMALS)))


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
    first = (at - state.since).total_seconds() / _SECONDS - days
    # later bests are lower, so the first one recent enough is the highest
    return next((best for day, best in one.bests if day >= first), None)


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
            hint="For a late or edited entry, replay the history.",
        )
