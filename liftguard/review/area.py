"""
A log as far as it concerns one area of the body, up to a pain there.

Reason to change: what a pain looks back on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import NamedTuple, TypeVar

import attrs

from liftguard.judge.causes import excess_of
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.lifts import lift_of, regions_of
from liftguard.model.experience import log_odds
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.state import moment
from liftguard.records import Entry, History, Mobility, Pain, Readiness, Rising, Stillness
from liftguard.review.moved_notes import MovedNote
from liftguard.review.track import Foreseen, Judged, Track
from liftguard.review.training_days import Day, Done, LiftDay, training_days
from liftguard.units import elapsed_days

__all__ = [
    "AreaDay",
    "AreaLog",
    "Notes",
    "Occasion",
    "Put",
    "area_log",
    "load_of",
    "loading_days",
    "noted_before",
    "notes_of",
]

_Noted = TypeVar("_Noted", Stillness, Rising, Mobility, Readiness, MovedNote)


class Put(NamedTuple):
    """What a set put into its forecast, as it was done: with the ramp and the speed it had."""

    p: float | None  # of failing [1]
    sizes: dict[str, float]  # of the causes [log-odds]


_UNSAID = Put(None, {})


class AreaDay(NamedTuple):
    """The part of a day that loads one area of the body."""

    whole: Day  # all that was done on it
    sets: tuple[Done, ...] = ()  # that load it, as do the lifts
    lifts: tuple[LiftDay, ...] = ()
    flagged: tuple[float, ...] = ()  # p_beyond of sets CAUTION or worse before them, else 0 [1]
    put: tuple[Put, ...] = ()  # by each set into its forecast

    @property
    def date(self) -> date:
        """Of the athlete's calendar."""
        return self.whole.date

    @property
    def end(self) -> datetime:
        """Moment of the last set."""
        return self.sets[-1].at

    @property
    def hours_known(self) -> bool:
        """Whether the log tells at what hour the sets were done."""
        return all(one.logged.at_known_to != "day" for one in self.sets)


class Notes(NamedTuple):
    """What was noted beside sets, in order of time."""

    still: tuple[Stillness, ...]  # stretches that follow each other closely are one
    rising: tuple[Rising, ...]
    mobility: tuple[Mobility, ...]  # that eases the area
    ready: tuple[Readiness, ...]
    moved: tuple[MovedNote, ...]
    eased: tuple[datetime, ...]  # the moments of `mobility`


class Occasion(NamedTuple):
    """A time like that of the pain: a date, its training day, and when something was asked."""

    date: date
    place: int | None  # of the day in `AreaLog.days`
    moments: tuple[datetime, ...]  # empty where no hour is known


class AreaLog(NamedTuple):
    """A log as far as it concerns one area of the body, up to a pain there."""

    regions: tuple[str, ...]
    every: tuple[Day, ...]  # all training days, whatever they load
    days: tuple[AreaDay, ...]  # the last is the pain's, without sets if none is so late
    others: tuple[int, ...]  # places of the days to compare that one with
    # of a pain that came hours after the last set: the dates to compare its hour with
    dates: tuple[date, ...]
    notes: Notes
    pain: Pain
    at: datetime
    at_rest: bool  # the pain came hours after the last set, or without any
    policy: Policy  # of the track

    @property
    def event(self) -> Occasion:
        """That of the pain."""
        place, day = len(self.days) - 1, self.days[-1]
        if self.at_rest:
            return Occasion(self.pain.at.date(), place, (self.at,))
        moments = (*_moments_of(day), self.at) if day.hours_known else ()
        return Occasion(day.date, place, moments)

    @property
    def eased(self) -> tuple[datetime, ...]:
        """When the area was lengthened, or moved with ease."""
        return self.notes.eased

    @property
    def by_day(self) -> list[Occasion]:
        """The training days to compare with."""
        return [
            Occasion(self.days[place].date, place, _moments_of(self.days[place]))
            for place in self.others
        ]

    @property
    def by_hour(self) -> list[Occasion]:
        """The hours to compare with: those of training, or that of the pain on other dates."""
        if not self.at_rest:
            return self.by_day
        today = self.pain.at.date()
        return [Occasion(one, None, (self.at - (today - one),)) for one in self.dates]


def _moments_of(day: AreaDay) -> tuple[datetime, ...]:
    """Give the moments of a day at which something was asked of the area."""
    return tuple(dict.fromkeys(one.at for one in day.sets)) if day.hours_known else ()


def load_of(lift: str, regions: tuple[str, ...]) -> float:
    """Tell how strongly a lift loads an area, by the region loaded most; an unknown lift 0. [1]"""
    loads = lift_of(lift).region_loads
    return max((load for region, load in loads if region in regions), default=0.0)


def noted_before(entries: tuple[_Noted, ...], at: datetime, span: timedelta) -> tuple[_Noted, ...]:
    """Give what was recorded within a span up to a moment, that included, the far end not."""
    first = bisect_right(entries, at - span, key=_moment)
    return entries[first : bisect_right(entries, at, key=_moment)]


def _moment(entry: Stillness | Rising | Mobility | Readiness | Pain | MovedNote) -> datetime:
    return moment(entry.at)


def area_log(
    track: Track, history: History, pain: Pain, moved: Iterable[MovedNote] = ()
) -> AreaLog:
    """Give what the records hold of an area up to a pain there, and nothing that came after."""
    now, regions, policy = moment(pain.at), regions_of(pain.region), track.policy
    back, compared = timedelta(hours=policy.look_back_hours), timedelta(days=policy.compared_days)
    for entry in history.entries[:1]:
        elapsed_days(entry.at, pain.at)  # refuses wall clock beside instants
    until_now = takewhile(lambda one: moment(one.logged.at) <= now, track)
    every = training_days(until_now, track.params, policy)
    loading = loading_days(every, regions, track, now - compared - back)
    if not loading or now - loading[-1].end > back:
        loading.append(AreaDay(Day(pain.at.date(), (), ())))
    last = loading[-1]
    at_rest = timedelta(hours=policy.at_rest_hours)
    rested = not last.sets or (last.hours_known and now - last.end > at_rest)
    noted = [entry for entry in history if moment(entry.at) <= now]
    pains = [_moment(one) for one in noted if isinstance(one, Pain) and _is_another(one, pain)]
    return AreaLog(
        regions=regions,
        every=every,
        days=tuple(loading),
        others=tuple(
            place
            for place, day in enumerate(loading[:-1])
            if last.date - day.date <= compared
            and not _led_to_pain(day.sets[0].at, day.end, pains, back)
        ),
        dates=tuple(_dates(noted, pain, pains, policy)) if rested and noted else (),
        notes=notes_of(noted, regions, moved, policy),
        pain=pain,
        at=now,
        at_rest=rested,
        policy=policy,
    )


def notes_of(
    noted: Iterable[Entry], regions: tuple[str, ...], moved: Iterable[MovedNote], policy: Policy
) -> Notes:
    """Sort what was noted of an area by its kind."""
    noted = list(noted)
    mobility = tuple(one for one in noted if isinstance(one, Mobility) and _eases(one, regions))
    return Notes(
        still=tuple(_joined(noted, timedelta(minutes=policy.still_gap_minutes))),
        rising=tuple(one for one in noted if isinstance(one, Rising)),
        mobility=mobility,
        ready=tuple(one for one in noted if isinstance(one, Readiness)),
        moved=tuple(moved),
        eased=tuple(_moment(one) for one in mobility),
    )


def _joined(noted: Sequence[Entry], gap: timedelta) -> list[Stillness]:
    """Join stretches of stillness with next to nothing between them."""
    joined: list[Stillness] = []
    for one in noted:
        if isinstance(one, Stillness):
            start = one.start
            while joined and moment(start) - moment(joined[-1].end) <= gap:
                start = min(joined.pop().start, start)
            joined.append(attrs.evolve(one, start=start))
    return joined


def _dates(
    noted: Sequence[Entry], pain: Pain, pains: list[datetime], policy: Policy
) -> Iterable[date]:
    """Give the dates before a pain on which the log was kept and no other one followed."""
    today, now = pain.at.date(), moment(pain.at)
    hour, back = timedelta(minutes=policy.moved_minutes), timedelta(hours=policy.look_back_hours)
    most = min((today - noted[0].at.date()).days, int(policy.compared_days))
    for days in range(most, 0, -1):
        then = now - timedelta(days=days)
        if not _led_to_pain(then - hour, then, pains, back):
            yield today - timedelta(days=days)


def loading_days(
    days: Iterable[Day], regions: tuple[str, ...], track: Track, since: datetime
) -> list[AreaDay]:
    """Give the parts of days that load an area, with what was forecast since a moment."""
    parts = (_part(day, regions, track, since) for day in days)
    return [day for day in parts if day.sets]


def _part(day: Day, regions: tuple[str, ...], track: Track, since: datetime) -> AreaDay:
    """Give the part of a day that loads the area."""
    least = track.policy.area_load  # a ceiling after pain is more careful
    lifts = tuple(lift for lift in day.lifts if load_of(lift.lift, regions) >= least)
    names = {lift.lift for lift in lifts}
    sets = tuple(one for one in day.sets if one.logged.lift in names)
    # what lies further back than any comparison need not be forecast again
    said = [_said(track, one.seen) if one.at >= since else (0.0, _UNSAID) for one in sets]
    return AreaDay(day, sets, lifts, tuple(p for p, _ in said), tuple(put for _, put in said))


def _said(track: Track, seen: Foreseen) -> tuple[float, Put]:
    """Give the chance of a set that was flagged, and what it put into its forecast as done."""
    judged = track.judged(seen)  # a pain before is no reason for this one
    flagged = (judged.forecast.p_beyond or 0.0) if judged.by_load >= Level.CAUTION else 0.0
    standing, velocity, forecast = seen.standing, seen.logged.mean_velocity_m_s, judged.forecast
    assumed = bool(standing.ramped(track.params))  # which the log shows to be otherwise
    if assumed or velocity is not None:
        if assumed:
            standing = standing._replace(told=standing.told._replace(ramped=False))
        planned = attrs.evolve(judged.planned, mean_velocity_m_s=velocity)
        forecast = forecast_set(standing, planned, track.params, in_full=False)
    if track.policy.too_wide(forecast.capacity_sd):
        return flagged, _UNSAID._replace(p=forecast.p_beyond)  # whose numbers are not relied on
    sizes = _above_reference(forecast, track.policy)
    if _had_room(judged, track.policy):
        sizes["overload"] = 0.0  # whatever was forecast
    return flagged, Put(forecast.p_beyond, sizes)


def _above_reference(forecast: Forecast, policy: Policy) -> dict[str, float]:
    """Size the causes of a forecast: what is left of it below `Policy.reference` is no excess."""
    sizes = excess_of(forecast, policy).sizes
    p = forecast.p_beyond or 0.0
    room = float(log_odds(p) - log_odds(policy.reference)) if p > policy.reference else 0.0
    total = sum(sizes.values())
    return {code: size * min(room / total, 1.0) if total else 0.0 for code, size in sizes.items()}


def _had_room(judged: Judged, policy: Policy) -> bool:
    """Tell whether a set went up with repetitions to spare, and so was not beyond anything."""
    rpe = judged.seen.logged.rpe
    return judged.went_up is True and rpe is not None and rpe <= policy.roomy_rpe


def _is_another(other: Pain, pain: Pain) -> bool:
    """Tell whether a pain was felt in a region of this one, at another time."""
    shared = set(regions_of(other.region)) & set(regions_of(pain.region))
    return bool(shared) and other.severity > 0.0 and other.at != pain.at


def _led_to_pain(
    first: datetime, last: datetime, pains: Sequence[datetime], back: timedelta
) -> bool:
    return any(first <= at <= last + back for at in pains)


def _eases(mobility: Mobility, regions: tuple[str, ...]) -> bool:
    eased = {region for area in mobility.regions for region in regions_of(area)}
    return not eased or not eased.isdisjoint(regions)
