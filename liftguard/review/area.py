"""
A log as far as it concerns one area of the body, up to a pain there.

Reason to change: what a pain looks back on.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import NamedTuple, TypeVar

from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.lifts import lift_of, regions_of
from liftguard.model.state import moment
from liftguard.records import History, Mobility, Pain, Rising, Stillness
from liftguard.review.track import Track
from liftguard.review.training_days import Day, Done, LiftDay, training_days
from liftguard.units import elapsed_days

__all__ = ["AreaDay", "AreaLog", "area_log", "load_of", "noted_before"]

_Noted = TypeVar("_Noted", Stillness, Rising, Mobility)


class AreaDay(NamedTuple):
    """The part of a day that loads one area of the body."""

    whole: Day  # all that was done on it
    sets: tuple[Done, ...] = ()  # that load it, as do the lifts
    lifts: tuple[LiftDay, ...] = ()
    flagged: tuple[float, ...] = ()  # p_beyond of sets CAUTION or worse before them, else 0 [1]

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


class AreaLog(NamedTuple):
    """A log as far as it concerns one area of the body, up to a pain there."""

    regions: tuple[str, ...]
    days: tuple[AreaDay, ...]  # the last is the pain's, without sets if none is so late
    others: tuple[int, ...]  # places of the days to compare that one with
    still: tuple[Stillness, ...]
    rising: tuple[Rising, ...]
    mobility: tuple[Mobility, ...]  # that eases the area
    at: datetime
    # of a pain that came hours after the last set, else None: then the same clock time after
    # other days is looked at, not their sets
    at_rest: datetime | None
    policy: Policy  # of the track


def load_of(lift: str, regions: tuple[str, ...]) -> float:
    """Tell how strongly a lift loads an area, by the region loaded most; an unknown lift 0. [1]"""
    loads = lift_of(lift).region_loads
    return max((load for region, load in loads if region in regions), default=0.0)


def noted_before(entries: tuple[_Noted, ...], at: datetime, span: timedelta) -> tuple[_Noted, ...]:
    """Give what was recorded within a span up to a moment, that included, the far end not."""
    first = bisect_right(entries, at - span, key=_moment)
    return entries[first : bisect_right(entries, at, key=_moment)]


def _moment(entry: Stillness | Rising | Mobility | Pain) -> datetime:
    return moment(entry.at)


def area_log(track: Track, history: History, pain: Pain) -> AreaLog:
    """Give what the records hold of an area up to a pain there, and nothing that came after."""
    now, regions, policy = moment(pain.at), regions_of(pain.region), track.policy
    back, compared = timedelta(hours=policy.look_back_hours), timedelta(days=policy.compared_days)
    for entry in history.entries[:1]:
        elapsed_days(entry.at, pain.at)  # refuses wall clock beside instants
    until_now = takewhile(lambda one: moment(one.logged.at) <= now, track)
    days = training_days(until_now, track.params, policy)
    parts = [_part(day, regions, track, now - compared - back) for day in days]
    loading = [day for day in parts if day.sets]
    if not loading or now - loading[-1].end > back:
        loading.append(AreaDay(Day(pain.at.date(), (), ())))
    last = loading[-1]
    at_rest = timedelta(hours=policy.at_rest_hours)
    rested = not last.sets or (last.hours_known and now - last.end > at_rest)
    noted = [entry for entry in history if moment(entry.at) <= now]
    pains = [_moment(one) for one in noted if isinstance(one, Pain) and _is_another(one, pain)]
    return AreaLog(
        regions=regions,
        days=tuple(loading),
        others=tuple(
            place
            for place, day in enumerate(loading[:-1])
            if last.date - day.date <= compared and not _led_to_pain(day, pains, back)
        ),
        still=tuple(one for one in noted if isinstance(one, Stillness)),
        rising=tuple(one for one in noted if isinstance(one, Rising)),
        mobility=tuple(one for one in noted if isinstance(one, Mobility) and _eases(one, regions)),
        at=now,
        at_rest=now if rested else None,
        policy=policy,
    )


def _part(day: Day, regions: tuple[str, ...], track: Track, since: datetime) -> AreaDay:
    """Give the part of a day that loads the area."""
    least = track.policy.area_load  # a ceiling after pain is more careful
    lifts = tuple(lift for lift in day.lifts if load_of(lift.lift, regions) >= least)
    names = {lift.lift for lift in lifts}
    sets = tuple(one for one in day.sets if one.logged.lift in names)
    # what lies further back than any comparison need not be forecast again
    flagged = (_flagged(track, one) if one.at >= since else 0.0 for one in sets)
    return AreaDay(day, sets, lifts, tuple(flagged))


def _flagged(track: Track, one: Done) -> float:
    judged = track.judged(one.seen)  # a pain before is no reason for this one
    return (judged.forecast.p_beyond or 0.0) if judged.by_load >= Level.CAUTION else 0.0


def _is_another(other: Pain, pain: Pain) -> bool:
    """Tell whether a pain was felt in a region of this one, at another time."""
    shared = set(regions_of(other.region)) & set(regions_of(pain.region))
    return bool(shared) and other.severity > 0.0 and other.at != pain.at


def _led_to_pain(day: AreaDay, pains: list[datetime], back: timedelta) -> bool:
    return any(day.sets[0].at <= at <= day.end + back for at in pains)


def _eases(mobility: Mobility, regions: tuple[str, ...]) -> bool:
    eased = {region for area in mobility.regions for region in regions_of(area)}
    return not eased or not eased.isdisjoint(regions)
