"""
The days of a history as cases: what held on each, and whether it came to a flag, miss or pain.

Reason to change: something that events may have in common.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.lifts import lift_of
from liftguard.model.state import moment
from liftguard.records import History, Mobility
from liftguard.review.day_work import (
    lengthened,
    longest_run,
    longest_session,
    most_within,
    times_known,
)
from liftguard.review.track import Track
from liftguard.review.training_days import Day, LiftDay, hard_sets, training_days

__all__ = ["Case", "Days", "cases_of", "days_of", "training_cases"]

_SQUAT_OR_HINGE = ("squat", "hinge")
_DAYS_OFF = (4, 7, 14)
_NOON = 12
_REPS = ((1, "reps_1"), (3, "reps_2_3"), (6, "reps_4_6"), (10, "reps_7_10"))
_MORE_REPS = "reps_over_10"
_DAY = timedelta(days=1)


class Case(NamedTuple):
    """One lift on one day, or for pains one day or hour."""

    lifts: frozenset[str]  # that were done
    holds: Mapping[str, bool]  # what held and what did not; what cannot be told is left out
    event: bool  # whether it came to a flag, a miss or a pain


class _LiftJudged(NamedTuple):
    """A lift on a day, and how its sets stood before they were done."""

    lift: LiftDay
    assessed: bool
    flagged: bool

    @property
    def missed(self) -> bool:
        return any(one.logged.missed for one in self.lift.sets)


class Days(NamedTuple):
    """The training days of a history, with what is asked of all of them."""

    days: tuple[Day, ...]
    hard: tuple[int, ...]  # hard sets of each
    judged: tuple[tuple[_LiftJudged, ...], ...]  # the lifts of each
    eased: tuple[datetime, ...]  # when there was mobility
    policy: Policy


def days_of(track: Track, history: History) -> Days:
    """Give the training days of a history."""
    policy = track.policy
    days = training_days(track, track.params, policy)
    return Days(
        days=days,
        hard=tuple(sum(len(hard_sets(lift, policy)) for lift in day.lifts) for day in days),
        judged=tuple(tuple(_judge(lift, track) for lift in day.lifts) for day in days),
        eased=tuple(moment(one.at) for one in history if isinstance(one, Mobility)),
        policy=policy,
    )


def cases_of(all_days: Days) -> dict[str, list[Case]]:
    """List the cases of flags and misses: a lift on a day."""
    cases: dict[str, list[Case]] = {"flag": [], "miss": []}
    for place, lifts in enumerate(all_days.judged):
        shared = dict(_day_holds(all_days, place))
        for nth, one in enumerate(lifts):
            names = frozenset([one.lift.lift])
            holds = shared | dict(_lift_holds(all_days, place, nth))
            above = dict(_load_holds([one.lift]))
            if one.assessed:  # else it is no case for a flag
                cases["flag"].append(Case(names, holds, one.flagged))
            cases["miss"].append(Case(names, holds | above, one.missed))
    return cases


def training_cases(all_days: Days, painful: Iterable[int]) -> list[Case]:
    """List the training days as cases of pains, those at some places having led to one."""
    painful = set(painful)
    return [
        Case(
            frozenset(one.lift.lift for one in lifts),
            dict(_day_holds(all_days, place)) | dict(_pain_day_holds(all_days, place)),
            place in painful,
        )
        for place, lifts in enumerate(all_days.judged)
    ]


def _judge(lift: LiftDay, track: Track) -> _LiftJudged:
    # by the load: a pain flags whatever is done after it, and flags would be found to bring pain
    levels = [track.judged(one.seen).by_load for one in lift.sets]
    return _LiftJudged(
        lift=lift,
        assessed=any(level != Level.UNKNOWN for level in levels),
        flagged=any(level >= Level.CAUTION for level in levels),
    )


def _day_holds(all_days: Days, place: int) -> Iterator[tuple[str, bool]]:
    """Tell what holds for a day and every lift of it."""
    days, hard, _, _, policy = all_days
    day = days[place]
    if all(one.logged.at_known_to != "day" for one in day.sets):
        yield "morning", day.sets[0].logged.at.hour < _NOON
    if place:
        off = (day.date - days[place - 1].date).days
        yield from ((f"days_off_{least}", off >= least) for least in _DAYS_OFF)
        in_a_row = place >= 2 and (day.date - days[place - 2].date).days == 2
        yield "third_day_in_a_row", in_a_row
        usual = _usual_hard_sets(all_days, place - 1)
        if usual is not None:
            yield "after_hard_day", off == 1 and hard[place - 1] > usual
    yield from _work_holds(day, all_days.eased, policy)


def _work_holds(day: Day, eased: Sequence[datetime], policy: Policy) -> Iterator[tuple[str, bool]]:
    """Tell how long, how dense and of how few kinds the work of a day was."""
    yield "one_pattern", longest_run(day.sets, eased) >= policy.common_run_sets
    if times_known(day.sets):
        apart = timedelta(hours=policy.at_rest_hours)
        longest = longest_session(day.sets, apart) / timedelta(minutes=1)
        yield "long_session", longest >= policy.common_session_minutes
        span = timedelta(minutes=policy.dense_minutes)
        yield "dense_session", most_within(day.sets, span) >= policy.common_dense_sets
    begun = day.sets[0].at
    since = lengthened(eased, begun, policy)
    if since is not None:
        yield "no_mobility", begun - since >= policy.no_mobility_days * _DAY


def _usual_hard_sets(all_days: Days, place: int) -> int | None:
    """Give the quantile of the hard sets on the days of a while before that a hard day is above."""
    days, hard, _, _, policy = all_days
    start = days[place].date - timedelta(days=policy.hard_day_window_days)
    first = bisect_left(days, start, key=lambda day: day.date)
    counts = sorted(hard[first:place])
    if len(counts) < policy.fewest_hard_day_days:
        return None
    return counts[int(policy.hard_day_share * len(counts))]


def _lift_holds(all_days: Days, place: int, nth: int) -> Iterator[tuple[str, bool]]:
    """Tell what holds for one lift of a day."""
    days, policy = all_days.days, all_days.policy
    lifts = days[place].lifts
    lift, before = lifts[nth], lifts[:nth]
    yield "first_lift", not before
    yield "after_15_sets", sum(len(one.sets) for one in before) >= policy.long_session_sets
    yield from _ramp_holds([lift])
    yield from _since_another(all_days, place, [lift])
    if _is_squat_or_hinge(lift):
        yield "after_squat_or_hinge", any(map(_is_squat_or_hinge, before))
        yield from _since_squat_or_hinge(days, place)
    clean = [one.logged for one in lift.sets if not one.logged.missed]
    if clean:
        reps = max(clean, key=lambda logged: logged.load_kg).reps
        own = next((code for most, code in _REPS if reps <= most), _MORE_REPS)
        yield from ((code, code == own) for code in (*(code for _, code in _REPS), _MORE_REPS))


def _pain_day_holds(all_days: Days, place: int) -> Iterator[tuple[str, bool]]:
    """Tell what holds for a day that may have led to pain."""
    days, policy, judged = all_days.days, all_days.policy, all_days.judged[place]
    lifts = days[place].lifts
    yield "flagged", any(one.flagged for one in judged)
    yield "missed", any(one.missed for one in judged)
    yield "after_15_sets", len(days[place].sets) >= policy.long_session_sets
    yield from _load_holds(lifts)
    yield from _ramp_holds(lifts)
    yield from _since_another(all_days, place, lifts)
    if any(map(_is_squat_or_hinge, lifts)):
        yield from _since_squat_or_hinge(days, place)


def _is_squat_or_hinge(lift: LiftDay) -> bool:
    return lift_of(lift.lift).pattern in _SQUAT_OR_HINGE


def _since_squat_or_hinge(days: Sequence[Day], place: int) -> Iterator[tuple[str, bool]]:
    """Tell how long ago the last squat or hinge was."""
    date = days[place].date
    for day in reversed(days[:place]):
        if any(map(_is_squat_or_hinge, day.lifts)):
            gap = (date - day.date).days
            yield "squat_or_hinge_1_day_ago", gap == 1
            yield "squat_or_hinge_2_days_ago", gap == 2
            return


def _since_another(
    all_days: Days, place: int, lifts: Sequence[LiftDay]
) -> Iterator[tuple[str, bool]]:
    """Tell whether another lift for the same muscles was done in the two days before."""
    days, own = all_days.days, {one.lift for one in lifts}
    loaded = {
        region
        for lift in own
        for region, load in lift_of(lift).region_loads
        if load >= all_days.policy.area_load
    }
    if not place or not loaded:
        return
    gaps = [
        (days[place].date - day.date).days
        for day in days[max(place - 2, 0) : place]
        for other in day.lifts
        if other.lift not in own
        and lift_of(other.lift).loads_any(loaded, all_days.policy.area_load)
    ]
    yield "same_muscles_1_day_ago", 1 in gaps
    yield "same_muscles_2_days_ago", 2 in gaps


def _load_holds(lifts: Sequence[LiftDay]) -> Iterator[tuple[str, bool]]:
    above = [one.heaviest_kg > one.lately_kg for one in lifts if one.lately_kg is not None]
    if above:
        yield "above_30_days", any(above)


def _ramp_holds(lifts: Sequence[LiftDay]) -> Iterator[tuple[str, bool]]:
    ramped = [one.ramped for one in lifts if one.ramps]
    if ramped:
        yield "no_ramp", not all(ramped)
