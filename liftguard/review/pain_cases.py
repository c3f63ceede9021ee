"""
Pains as events: of which place, on which training day or at which hour, beside other such.

Reason to change: what a pain is held against when patterns are looked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules
from liftguard.judge.verdict import Level
from liftguard.lifts import regions_of
from liftguard.model.state import moment
from liftguard.records import History, Pain
from liftguard.review.area import Notes, noted_before, notes_of
from liftguard.review.moved_notes import judged_moves
from liftguard.review.pattern_cases import Case, Days, training_cases
from liftguard.review.rewind import begun
from liftguard.review.track import Track

__all__ = ["PainCases", "pain_cases"]

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


class PainCases(NamedTuple):
    """The pains of one place, None where those of all are taken together, and their cases."""

    place: str | None
    events: int
    occasions: int  # days or hours at which it could have come to one
    cases: list[Case]


class _Event(NamedTuple):
    """A pain that is not the same as one just before."""

    pain: Pain
    at: datetime
    place: int | None  # of the training day that it looks back on
    at_rest: bool


def pain_cases(all_days: Days, track: Track, history: History) -> list[PainCases]:
    """List the cases of pains, of each place that hurt often enough, else of all together."""
    events = list(_events(all_days, history))
    notes = _notes(track, history)
    groups = _by_place(events)
    often = {
        place: group
        for place, group in groups.items()
        if len(group) >= all_days.policy.fewest_events
    }
    if not often:
        only = next(iter(groups)) if len(groups) == 1 else None
        often = {only: events}
    return [
        _cases_of_place(place, group, all_days, notes, history) for place, group in often.items()
    ]


def _notes(track: Track, history: History) -> Notes:
    """Give all that was noted beside sets, of whatever place."""
    rules = Rules(track.policy, track.params)
    moved = judged_moves(begun(track), history, rules)
    return notes_of(history, (), moved, track.policy)


def _events(all_days: Days, history: History) -> Iterator[_Event]:
    """Give the pains, each with the last day of training up to `look_back_hours` before it."""
    days, policy = all_days.days, all_days.policy
    back = timedelta(hours=policy.look_back_hours)
    last: dict[str, datetime] = {}
    for pain in history:
        if not isinstance(pain, Pain) or not pain.severity > 0.0:
            continue
        at, regions = moment(pain.at), regions_of(pain.region)
        again = any(region in last and at - last[region] <= back for region in regions)
        last |= dict.fromkeys(regions, at)
        if again:
            continue
        before = bisect_right(days, at, key=lambda day: day.sets[0].at) - 1
        ago = at - days[before].sets[-1].at if before >= 0 else back + _DAY
        at_rest = ago > timedelta(hours=policy.at_rest_hours)
        yield _Event(pain, at, before if ago <= back else None, at_rest)


def _by_place(events: Sequence[_Event]) -> dict[str | None, list[_Event]]:
    """Put the pains of one place together, under the name by which most are noted."""
    left = list(events)
    groups: dict[str | None, list[_Event]] = {}
    while left:
        names = [one.pain.region for one in left]
        place = max(dict.fromkeys(names), key=names.count)
        here = set(regions_of(place))
        groups[place] = [one for one in left if not here.isdisjoint(regions_of(one.pain.region))]
        left = [one for one in left if here.isdisjoint(regions_of(one.pain.region))]
    return groups


def _cases_of_place(
    place: str | None,
    events: Sequence[_Event],
    all_days: Days,
    notes: Notes,
    history: History,
) -> PainCases:
    """List training days, and the hours of training or of rest at which it hurt or did not."""
    trained = training_cases(all_days, {one.place for one in events if one.place is not None})
    hours: list[Case] = []
    resting = [one for one in events if one.at_rest]
    if len(resting) < len(events):
        hours += _in_training(events, all_days, notes)
    if resting:
        hours += _at_rest(resting, history, notes, all_days.policy)
    counted = sum(one.place is not None or one.at_rest for one in events)
    occasions = max(len(trained), len(hours))
    return PainCases(place, counted, occasions, [*trained, *hours])


def _in_training(events: Sequence[_Event], all_days: Days, notes: Notes) -> Iterator[Case]:
    """Tell of each training day what was noted before its sets, and before a pain there."""
    hurt = {one.place: one.at for one in events if not one.at_rest}
    for place, day in enumerate(all_days.days):
        if any(one.logged.at_known_to == "day" for one in day.sets):
            continue
        moments = [one.at for one in day.sets]
        if place in hurt:
            moments = [*(at for at in moments if at <= hurt[place]), hurt[place]]
        yield Case(frozenset(), dict(_hour_holds(moments, notes, all_days.policy)), place in hurt)


def _at_rest(
    events: Sequence[_Event], history: History, notes: Notes, policy: Policy
) -> Iterator[Case]:
    """Tell of each date what was noted before the hour at which it hurt, there or next to it."""
    dates = [one.pain.at.date() for one in events]
    first, last = history[0].at.date(), history[-1].at.date()
    for days in range((last - first).days + 1):
        today = first + timedelta(days=days)
        near = events[_nearest(dates, today)]
        at = near.at + (today - near.pain.at.date())
        hurt = today == near.pain.at.date()
        yield Case(frozenset(), dict(_hour_holds([at], notes, policy)), hurt)


def _nearest(dates: Sequence[date], today: date) -> int:
    """Give the place of the date that is nearest to another, of two the earlier one."""
    after = bisect_left(dates, today)
    if after == len(dates) or (
        after and today - dates[after - 1] <= dates[after] - today and dates[after] != today
    ):
        return after - 1
    return after


def _hour_holds(
    moments: Sequence[datetime], notes: Notes, policy: Policy
) -> Iterator[tuple[str, bool]]:
    """Tell what was noted shortly before some moments, by who notes such."""
    noted = policy.noted_days * _DAY
    if any(noted_before(notes.still, at, noted) for at in moments):
        ended = policy.still_ended_minutes * _MINUTE
        near = [one for at in moments for one in noted_before(notes.still, at, ended)]
        long = policy.long_still_minutes * _MINUTE
        yield "after_stillness", any(one.end - one.start >= long for one in near)
    rose = [at - moment(up.at) for at in moments for up in noted_before(notes.rising, at, _DAY)]
    if rose:
        yield "soon_up", min(rose) <= policy.soon_up_hours * _HOUR
    if any(noted_before(notes.moved, at, noted) for at in moments):
        within = policy.moved_minutes * _MINUTE
        quick = [one for at in moments for one in noted_before(notes.moved, at, within)]
        yield "after_movement", any(one.level >= Level.CAUTION for one in quick)
