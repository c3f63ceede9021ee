"""
What in a log is doubtful: slips of unit, figure and date, sets that stand twice, gaps.

Loads are compared in `liftguard.review.scale_slips`. What a doubt does to forecasts is read off
the model itself: its belief just before and just after the sets.

Reason to change: a kind of doubt, or how it is told from what is usual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

import attrs

from liftguard.judge.causes import Evidence
from liftguard.judge.policy import Policy
from liftguard.model.capacity import Belief, capacity
from liftguard.model.row import is_rated
from liftguard.model.state import moment
from liftguard.records import Entry, History
from liftguard.records.doubles import Doubled, DoubleRule, find_doubles
from liftguard.review.rep_slips import RepSlip, find_rep_slips
from liftguard.review.scale_slips import Slip, find_slips
from liftguard.review.track import Track
from liftguard.review.training_days import Day, Done, training_days
from liftguard.units import elapsed_days

__all__ = ["Doubt", "check_log"]


@attrs.frozen(kw_only=True)
class Doubt:
    """
    Something in a log that may not be as it was done.

    Parameters
    ----------
    code : str
        What: "unit", "tenfold", "jump", "reps", "duplicate", "overlap", "future",
        "unmarked_warm_ups", "same_rpe" or "gap"; `liftguard.words` has the words.
    severity : {"note", "question", "error"}
        Good to know; to be asked about; hardly possible as it stands.
    lift : str, optional
        Key of the lift; None where it is not about one.
    first, last : datetime
        Where in the log: the first and the last entry concerned. For a gap, the sets around it.
    count : int
        Entries concerned; 0 for a gap. [entries]
    effect : str
        What it does to forecasts: "moves_belief", "ignored_by_belief", "counts_twice",
        "time_wrong", "read_as_light", "taken_as_said", "widens_belief" or "answers_unknown".
    evidence : tuple of Evidence
        The numbers.

    Examples
    --------
    >>> Doubt(code="gap", severity="note", lift=None, first=datetime(2026, 1, 5),
    ...       last=datetime(2026, 3, 5), count=0, effect="widens_belief",
    ...       evidence=(Evidence(code="days", value=59.0, unit="days"),)).code
    'gap'
    """

    code: str
    severity: str
    lift: str | None
    first: datetime
    last: datetime
    count: int
    effect: str
    evidence: tuple[Evidence, ...]


def check_log(track: Track, history: History, now: datetime | None = None) -> tuple[Doubt, ...]:
    """List what is doubtful in a log, in order of time; no set has two doubts about its load."""
    policy = track.policy
    days = training_days(track.sets, track.params, policy)
    slips = list(find_slips(days, policy))
    counts = list(find_rep_slips(days, policy))
    after = _beliefs_after(track) if slips or counts else {}
    found = [
        *(_doubt_load(together, severity, after, policy) for severity, together in slips),
        *(_doubt_reps(slip, after, policy) for slip in counts),
        *_doubles(history, policy),
        *_future(history, now),
        *_warm_ups(days, [slip for _, together in slips for slip in together], policy),
        *_same_rpe(days, policy),
        *_gaps(days, policy, now),
    ]
    return tuple(sorted(found, key=lambda one: (moment(one.first), one.code, one.lift or "")))


def _evidence(*numbers: tuple[str, float, str]) -> tuple[Evidence, ...]:
    """Write down numbers by code and unit."""
    return tuple(Evidence(code=name, value=float(n), unit=unit) for name, n, unit in numbers)


# --- loads ---


def _doubt_load(
    slips: Sequence[Slip], severity: str, after: Mapping[int, Belief], policy: Policy
) -> Doubt:
    sets = sorted((one for slip in slips for one in slip.sets), key=lambda one: one.at)
    slip = max(slips, key=lambda one: one.usual_kg)
    first = [one for one in slip.sets if one.at.date() == slip.sets[0].at.date()]
    highest = max(first, key=lambda one: one.logged.load_kg)
    moved = any(abs(_shift(one.sets, after)) > policy.moved_belief for one in slips)
    load, usual = highest.logged.load_kg, slip.usual_kg
    numbers = [("load", load, "kg"), ("usual_load", usual, "kg")]
    lifts = {one.lift for one in slips}
    if len(lifts) > 1:
        numbers.append(("lifts", len(lifts), "lifts"))
    return Doubt(
        code="unit" if slip.code == "light_unit" else slip.code,
        severity=severity,
        lift=slip.lift if len(lifts) == 1 else None,
        first=sets[0].logged.at,
        last=sets[-1].logged.at,
        count=len(sets),
        effect="moves_belief" if moved else "ignored_by_belief",
        evidence=_evidence(*numbers),
    )


def _doubt_reps(slip: RepSlip, after: Mapping[int, Belief], policy: Policy) -> Doubt:
    most = max(slip.sets, key=lambda one: one.logged.reps).logged
    moved = any(abs(_shift([one], after)) > policy.moved_belief for one in slip.sets)
    return Doubt(
        code="reps",
        severity="question",
        lift=slip.lift,
        first=slip.sets[0].logged.at,
        last=slip.sets[-1].logged.at,
        count=len(slip.sets),
        effect="moves_belief" if moved else "ignored_by_belief",
        evidence=_evidence(("reps", most.reps, "reps"), ("usual_reps", slip.usual_reps, "reps")),
    )


def _beliefs_after(track: Track) -> dict[int, Belief]:
    """Give the belief about its lift after each set, by the identity of what was seen."""
    latest = {lift: own.belief for lift, own in track.state.lifts.items()}
    after: dict[int, Belief] = {}
    for one in reversed(track.sets):
        after[id(one)] = latest[one.logged.lift]
        latest[one.logged.lift] = one.standing.belief
    return after


def _shift(sets: Sequence[Done], after: Mapping[int, Belief]) -> float:
    """Give how far the belief about a lift went over some sets. [log]"""
    before = sets[0].seen.standing.belief
    return float(capacity(after[id(sets[-1].seen)])[0] - capacity(before)[0])


# --- what stands twice ---


def _doubles(history: History, policy: Policy) -> Iterator[Doubt]:
    """Doubt what stands twice, a day or an overlap of two files at a time."""
    rule = DoubleRule(
        policy.fewest_double_sets, policy.double_minutes, policy.no_rest_s, policy.overlap_days
    )
    yield from map(_double, find_doubles(history.sets, rule))


def _double(doubled: Doubled) -> Doubt:
    sets, lifts = doubled.sets, {one.lift for one in doubled.sets}
    overlap = doubled.days > 0
    much = ("training_days", doubled.days, "days") if overlap else ("lifts", len(lifts), "lifts")
    return Doubt(
        code="overlap" if overlap else "duplicate",
        severity="error" if doubled.sure else "question",
        lift=sets[0].lift if len(lifts) == 1 and not overlap else None,
        first=sets[0].at,
        last=sets[-1].at,
        count=len(doubled.again),
        effect="counts_twice",
        evidence=_evidence(much),
    )


# --- times, marks, effort ---


def _future(history: History, now: datetime | None) -> Iterator[Doubt]:
    late: list[Entry] = [one for one in history if _is_future(one.at, now)]
    if late and now is not None:
        days = elapsed_days(now, late[-1].at)
        yield Doubt(
            code="future",
            severity="error",
            lift=None,
            first=late[0].at,
            last=late[-1].at,
            count=len(late),
            effect="time_wrong",
            evidence=_evidence(("days", days, "days")),
        )


def _is_future(at: datetime, now: datetime | None) -> bool:
    return now is not None and elapsed_days(now, at) > 0.0


def _warm_ups(days: Sequence[Day], slips: Sequence[Slip], policy: Policy) -> Iterator[Doubt]:
    """Find light sets that lead up to the day's heaviest and are not marked."""
    light = []
    # beside a load of 308 kg that is a slip, 140 kg are no warm-up
    slipped = {id(day) for slip in slips if slip.code != "jump" for day in slip.days}
    for day in days:
        for lift in (one for one in day.lifts if id(one) not in slipped):
            heaviest_kg = lift.heaviest_kg
            top = next(i for i, s in enumerate(lift.sets) if s.logged.load_kg == heaviest_kg)
            below = policy.warm_up_share * heaviest_kg
            light += [
                one.logged
                for one in lift.sets[:top]
                if one.logged.kind in (None, "work")
                and one.logged.load_kg < below
                and not (one.logged.missed or is_rated(one.logged))
            ]
    if light:
        tried = sum(len(day.sets) for day in days)
        yield Doubt(
            code="unmarked_warm_ups",
            severity="note",
            lift=None,
            first=light[0].at,
            last=light[-1].at,
            count=len(light),
            effect="read_as_light",
            evidence=_evidence(("share", len(light) / tried, "1")),
        )


def _same_rpe(days: Sequence[Day], policy: Policy) -> Iterator[Doubt]:
    rated = [one.logged for day in days for one in day.sets if one.logged.rpe is not None]
    if len(rated) < policy.fewest_ratings:
        return
    ((rpe, often),) = Counter(one.rpe for one in rated).most_common(1)
    if rpe is not None and often > policy.same_rpe_share * len(rated):
        yield Doubt(
            code="same_rpe",
            severity="question",
            lift=None,
            first=rated[0].at,
            last=rated[-1].at,
            count=often,
            effect="taken_as_said",
            evidence=_evidence(("rpe", rpe, "RPE"), ("rated", len(rated), "sets")),
        )


def _gaps(days: Sequence[Day], policy: Policy, now: datetime | None) -> Iterator[Doubt]:
    done = [day for day in days if not _is_future(day.sets[0].logged.at, now)]
    for before, after in pairwise(done):
        off = (after.date - before.date).days
        if off > policy.gap_days:
            known = [one.seen for one in after.sets if one.seen.standing.sets]
            wide = bool(known) and policy.too_wide(known[0].sd)
            yield Doubt(
                code="gap",
                severity="note",
                lift=None,
                first=before.sets[-1].logged.at,
                last=after.sets[0].logged.at,
                count=0,
                effect="answers_unknown" if wide else "widens_belief",
                evidence=_evidence(("days", off, "days")),
            )
