"""
The days of a history as cases: what held on each, and whether it came to a flag, miss or pain.

Reason to change: something that events may have in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.lifts import lift_of, regions_of
from liftguard.model.state import moment
from liftguard.records import History, Pain
from liftguard.review.track import Track
from liftguard.review.training_days import Day, LiftDay, hard_sets, training_days

__all__ = ["Case", "cases_of"]

_SQUAT_OR_HINGE = ("squat", "hinge")
_DAYS_OFF = (4, 7, 14)
_NOON = 12
_REPS = ((1, "reps_1"), (3, "reps_2_3"), (6, "reps_4_6"), (10, "reps_7_10"))
_MORE_REPS = "reps_over_10"


class Case(NamedTuple):
    """One lift on one day, or for pains one day."""

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


def cases_of(track: Track, history: History) -> dict[str, list[Case]]:
    """List the cases of a history by kind of event: "flag", "miss" and "pain"."""
    policy = track.policy
    days = training_days(track, track.params, policy)
    painful = _places_of_pain(days, history, timedelta(hours=policy.look_back_hours))
    hard = [sum(len(hard_sets(lift, policy)) for lift in day.lifts) for day in days]
    cases: dict[str, list[Case]] = {"flag": [], "miss": [], "pain": []}
    for place, day in enumerate(days):
        shared = dict(_day_holds(days, place, hard, policy))
        judged = [_judge(lift, track) for lift in day.lifts]
        for nth, one in enumerate(judged):
            names = frozenset([one.lift.lift])
            holds = shared | dict(_lift_holds(days, place, nth, policy))
            above = dict(_load_holds([one.lift]))
            if one.assessed:  # else it is no case for a flag
                cases["flag"].append(Case(names, holds, one.flagged))
            cases["miss"].append(Case(names, holds | above, one.missed))
        holds = shared | dict(_pain_day_holds(days, place, judged, policy))
        names = frozenset(lift.lift for lift in day.lifts)
        cases["pain"].append(Case(names, holds, place in painful))
    return cases


def _judge(lift: LiftDay, track: Track) -> _LiftJudged:
    # by the load: a pain flags whatever is done after it, and flags would be found to bring pain
    levels = [track.judged(one.seen).by_load for one in lift.sets]
    return _LiftJudged(
        lift=lift,
        assessed=any(level != Level.UNKNOWN for level in levels),
        flagged=any(level >= Level.CAUTION for level in levels),
    )


def _places_of_pain(days: Sequence[Day], history: History, back: timedelta) -> set[int]:
    """Give the places of the days that pains look back on."""
    last: dict[str, datetime] = {}
    places = set()
    for pain in history:
        if isinstance(pain, Pain) and pain.severity > 0.0:
            at, regions = moment(pain.at), regions_of(pain.region)
            again = any(region in last and at - last[region] <= back for region in regions)
            last |= dict.fromkeys(regions, at)
            before = [i for i, day in enumerate(days) if day.sets[0].at <= at]
            if not again and before and at - days[before[-1]].sets[-1].at <= back:
                places.add(before[-1])
    return places


def _day_holds(
    days: Sequence[Day], place: int, hard: Sequence[int], policy: Policy
) -> Iterator[tuple[str, bool]]:
    """Tell what holds for a day and every lift of it."""
    day = days[place]
    if all(one.logged.at_known_to != "day" for one in day.sets):
        yield "morning", day.sets[0].logged.at.hour < _NOON
    if place:
        off = (day.date - days[place - 1].date).days
        yield from ((f"days_off_{least}", off >= least) for least in _DAYS_OFF)
        in_a_row = place >= 2 and (day.date - days[place - 2].date).days == 2
        yield "third_day_in_a_row", in_a_row
        usual = _usual_hard_sets(days, place - 1, hard, policy)
        if usual is not None:
            yield "after_hard_day", off == 1 and hard[place - 1] > usual


def _usual_hard_sets(
    days: Sequence[Day], place: int, hard: Sequence[int], policy: Policy
) -> int | None:
    """Give the quantile of the hard sets on the days of a while before that a hard day is above."""
    start = days[place].date - timedelta(days=policy.hard_day_window_days)
    first = next(i for i, day in enumerate(days) if day.date >= start)
    counts = sorted(hard[first:place])
    if len(counts) < policy.fewest_hard_day_days:
        return None
    return counts[int(policy.hard_day_share * len(counts))]


def _lift_holds(
    days: Sequence[Day], place: int, nth: int, policy: Policy
) -> Iterator[tuple[str, bool]]:
    """Tell what holds for one lift of a day."""
    lifts = days[place].lifts
    lift, before = lifts[nth], lifts[:nth]
    yield "first_lift", not before
    yield "after_15_sets", sum(len(one.sets) for one in before) >= policy.long_session_sets
    yield from _ramp_holds([lift])
    if _is_squat_or_hinge(lift):
        yield "after_squat_or_hinge", any(map(_is_squat_or_hinge, before))
        yield from _since_squat_or_hinge(days, place)
    clean = [one.logged for one in lift.sets if not one.logged.missed]
    if clean:
        reps = max(clean, key=lambda logged: logged.load_kg).reps
        own = next((code for most, code in _REPS if reps <= most), _MORE_REPS)
        yield from ((code, code == own) for code in (*(code for _, code in _REPS), _MORE_REPS))


def _pain_day_holds(
    days: Sequence[Day], place: int, judged: Sequence[_LiftJudged], policy: Policy
) -> Iterator[tuple[str, bool]]:
    """Tell what holds for a day that may have led to pain."""
    lifts = days[place].lifts
    yield "flagged", any(one.flagged for one in judged)
    yield "missed", any(one.missed for one in judged)
    yield "after_15_sets", len(days[place].sets) >= policy.long_session_sets
    yield from _load_holds(lifts)
    yield from _ramp_holds(lifts)
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


def _load_holds(lifts: Sequence[LiftDay]) -> Iterator[tuple[str, bool]]:
    above = [one.heaviest_kg > one.lately_kg for one in lifts if one.lately_kg is not None]
    if above:
        yield "above_30_days", any(above)


def _ramp_holds(lifts: Sequence[LiftDay]) -> Iterator[tuple[str, bool]]:
    ramped = [one.ramped for one in lifts if one.ramps]
    if ramped:
        yield "no_ramp", not all(ramped)
