"""
What in a log is doubtful: slips of unit, figure and date, sets that stand twice, gaps.

Loads are compared in `liftguard.review.scale_slips`. What a doubt does to forecasts is read off
the model itself: its belief just before and just after the sets.

Reason to change: a kind of doubt, or how it is told from what is usual.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import combinations, pairwise

import attrs

from liftguard.judge.causes import Evidence
from liftguard.judge.policy import Policy
from liftguard.model.capacity import capacity
from liftguard.model.row import is_rated
from liftguard.model.state import moment
from liftguard.records import Entry, History
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
        What: "unit", "tenfold", "jump", "duplicate", "overlap", "future", "unmarked_warm_ups",
        "same_rpe" or "gap"; `liftguard.words` has the words.
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
    found = [
        *(_doubt_load(together, severity, track) for severity, together in slips),
        *_doubles(days, policy),
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


def _doubt_load(slips: Sequence[Slip], severity: str, track: Track) -> Doubt:
    sets = sorted((one for slip in slips for one in slip.sets), key=lambda one: one.at)
    slip = max(slips, key=lambda one: one.usual_kg)
    first = [one for one in slip.sets if one.at.date() == slip.sets[0].at.date()]
    highest = max(first, key=lambda one: one.logged.load_kg)
    moved = any(abs(_shift(one.sets, track)) > track.policy.moved_belief for one in slips)
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


def _shift(sets: Sequence[Done], track: Track) -> float:
    """Give how far the belief about a lift went over some sets. [log]"""
    own = [one for one in track.sets if one.logged.lift == sets[0].logged.lift]
    place = next(i for i, one in enumerate(own) if one is sets[-1].seen)
    after = own[place + 1].standing.belief if place + 1 < len(own) else None
    if after is None:
        after = track.state.lifts[sets[0].logged.lift].belief
    return float(capacity(after)[0] - capacity(sets[0].seen.standing.belief)[0])


# --- what stands twice ---


def _doubles(days: Sequence[Day], policy: Policy) -> Iterator[Doubt]:
    """Put days in a row that stand twice together."""
    run: list[Doubt] = []
    for day in days:
        doubt = _double(day, policy)
        if doubt is not None:
            run.append(doubt)
            continue
        yield from _joined(run, policy)
        run = []
    yield from _joined(run, policy)


def _joined(run: list[Doubt], policy: Policy) -> Sequence[Doubt]:
    if len(run) < policy.overlap_days:
        return run
    days = _evidence(("training_days", len(run), "days"))
    count = sum(one.count for one in run)
    whole = attrs.evolve(run[0], code="overlap", severity="error", lift=None, last=run[-1].last)
    return [attrs.evolve(whole, count=count, evidence=days)]


def _double(day: Day, policy: Policy) -> Doubt | None:
    """Find what stands twice on a day: a whole session, or the sets of some lifts."""
    count, sure = _twice(day.sets, policy)
    lifts = list(day.lifts)
    if not count:
        each = [(lift, *_twice(lift.sets, policy)) for lift in day.lifts]
        lifts = [lift for lift, twice, _ in each if twice]
        count = sum(twice for _, twice, _ in each)
        sure = len(lifts) > 1 or any(certain for *_, certain in each)
    if not count:
        return None
    sets = sorted((one.logged for lift in lifts for one in lift.sets), key=lambda s: moment(s.at))
    return Doubt(
        code="duplicate",
        severity="error" if sure else "question",
        lift=lifts[0].lift if len(lifts) == 1 else None,
        first=sets[0].at,
        last=sets[-1].at,
        count=count,
        effect="counts_twice",
        evidence=_evidence(("lifts", len(lifts), "lifts")),
    )


def _twice(sets: Sequence[Done], policy: Policy) -> tuple[int, bool]:
    """Count the sets that repeat others of a day, and tell whether that is sure."""
    sessions: dict[object, list[Done]] = defaultdict(list)
    several = len({one.logged.lift for one in sets}) > 1
    for one in sets:
        at = one.at if one.logged.at_known_to == "session" else None
        sessions[one.logged.session, at].append(one)
    again: dict[int, int] = {}  # each session that repeats others counts once
    near, together = False, timedelta(minutes=policy.double_minutes)
    for (_, one_of), (place, other) in combinations(enumerate(sessions.values()), 2):
        close = abs(other[0].at - one_of[0].at) <= together
        if _same(one_of, other, 1 if close else 2, policy):
            again[place], near = len(other), near or close
    if again:
        return sum(again.values()), near or several
    half = len(sets) // 2
    if _at_once(sets, policy) and _same(sets[::2], sets[1::2], 1, policy):
        return half, True
    first, second = sets[:half], sets[half:]
    if several:
        sure = _in_blocks(first, policy) and _same(first, second, 1, policy)
        return (half, True) if sure else (0, False)
    more = int(policy.fewest_double_sets) + 1
    return (half, False) if _same(first, second, more, policy) else (0, False)


def _at_once(sets: Sequence[Done], policy: Policy) -> bool:
    """Tell whether each second set of a lift came too soon after the one before it."""
    timed = len(sets) % 2 == 0 and all(one.logged.at_known_to == "set" for one in sets)
    pairs = zip(sets[::2], sets[1::2], strict=False)
    no_rest = timedelta(seconds=policy.no_rest_s)
    return timed and all(second.at - first.at < no_rest for first, second in pairs)


def _in_blocks(sets: Sequence[Done], policy: Policy) -> bool:
    """Tell whether each lift is done before the next: rounds of a circuit repeat themselves."""
    lifts = [one.logged.lift for one in sets]
    blocks = 1 + sum(before != after for before, after in pairwise(lifts))
    return blocks == len(set(lifts)) and len(sets) >= max(2 * policy.fewest_double_sets, blocks + 1)


def _same(first: Sequence[Done], second: Sequence[Done], fewest: int, policy: Policy) -> bool:
    """Tell whether two blocks hold the same sets, so many of them different."""
    one, two = (
        [(done.logged.lift, done.logged.load_kg, done.logged.reps) for done in block]
        for block in (first, second)
    )
    return one == two and len(one) >= policy.fewest_double_sets and len(set(one)) >= fewest


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
            top = next(i for i, s in enumerate(lift.sets) if s.logged.load_kg == lift.heaviest_kg)
            below = policy.warm_up_share * lift.heaviest_kg
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
