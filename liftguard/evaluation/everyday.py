"""
What most people do on most days: the same work again, a beginner's programme, sets across.

Everything is asked just before the set, as an app asks by `check`. Repeats come from logs; the
other athletes are made up by a plain rule, and nothing about them is random.

Reason to change: another kind of ordinary training that must not be flagged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from liftguard.evaluation.scored_sets import FIRST_SESSION, Plans, asked, sessions_of
from liftguard.guard import Guard
from liftguard.judge.question import Assessment, Question, Rules, assess
from liftguard.judge.verdict import Level
from liftguard.model.state import AthleteState
from liftguard.records import LoggedSet, PlannedSet
from liftguard.review.track import Track

__all__ = [
    "beginners",
    "programme",
    "repeats_of",
    "same_as_last_week",
    "sets_across",
]

_REPEAT_DAYS = 14  # since the session that is repeated
_NEAR_HEAVIEST = 0.85  # of the heaviest load of those days: lighter sets ask for nothing [1]
_HARDEST_RPE = 9.0  # of a set that is repeated as a matter of course

_START = datetime(2026, 1, 5, 18)  # noqa: DTZ001 - wall clock, as most logs are
_REST = timedelta(minutes=3)
_DAYS = (0, 2, 4)  # of the week, on which a beginner trains
_LIFTS = ("squat", "bench_press", "deadlift")
_STARTS_KG = (40.0, 60.0, 80.0)
_STEP_KG, _SESSIONS, _SETS, _REPS = 2.5, 20, 3, 5
_MISSED = (5, 4, 3)  # repetitions of the three sets at a load that is too much
_TOP_KG = {"squat": 140.0, "bench_press": 100.0, "deadlift": 180.0}
_WEEKS, _FAR_KG = 16, 22.5
_ACROSS_KG = {"squat": 100.0, "bench_press": 75.0, "deadlift": 130.0}
_ACROSS, _ACROSS_SESSIONS, _ACROSS_EVERY, _ACROSS_SEEN = 5, 8, timedelta(days=3), 4


# --- repeats ---


def repeats_of(track: Track) -> Plans:
    """
    List the sets whose load went up in the last two weeks, planned as it was done then.

    The plan is the fewest repetitions that went up with the load in the latest session, of a
    day, that had it, where none of those sets was missed, to failure or above an RPE of 9. The
    load is at least 85 % of the heaviest of those two weeks. Any lift, from its sixth session on. A
    set of which the log says that fewer were planned is no repeat: what came of it tells nothing.
    """
    days: dict[str, dict[int, list[LoggedSet]]] = defaultdict(lambda: defaultdict(list))
    cases = []
    for place, (one, session) in enumerate(zip(track, sessions_of(track.sets), strict=True)):
        done = one.logged
        if not session:
            continue
        today, earlier = done.at.toordinal(), days[done.lift]
        if session >= FIRST_SESSION:
            recent = {day: earlier[day] for day in earlier if 0 < today - day <= _REPEAT_DAYS}
            plan = _last_done(done.load_kg, recent)
            if plan is not None and plan <= (done.planned_reps or plan):
                cases.append((place, plan))
        earlier[today].append(done)
    return asked(track, cases)


def _last_done(load_kg: float, recent: dict[int, list[LoggedSet]]) -> int | None:
    """Give the fewest repetitions of a load in the latest session that had it, if it was easy."""
    heaviest = max((one.load_kg for some in recent.values() for one in some if one.reps), default=0)
    if load_kg < _NEAR_HEAVIEST * heaviest:
        return None
    had = [day for day, some in recent.items() if any(one.load_kg == load_kg for one in some)]
    if not had:
        return None
    sets = [one for one in recent[max(had)] if one.load_kg == load_kg]
    hard = any(
        one.missed or one.to_failure or (one.rpe is not None and one.rpe > _HARDEST_RPE)
        for one in sets
    )
    return None if hard else min(one.reps for one in sets)


# --- made-up athletes ---


def programme(
    lift: str, loads_kg: Iterable[float], sets: int, days: Iterator[timedelta], *, noted: bool
) -> Iterator[LoggedSet]:
    """Give sets of five across, three minutes apart, a load for each session; all go up."""
    for load_kg, day in zip(loads_kg, days, strict=False):
        for number in range(sets):
            at = _START + day + number * _REST
            plan = _REPS if noted else None
            yield LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=_REPS, planned_reps=plan)


def _training_days() -> Iterator[timedelta]:
    week = 0
    while True:
        yield from (timedelta(days=7 * week + day) for day in _DAYS)
        week += 1


def _asked(guard: Guard, state: AthleteState, one: LoggedSet, more_kg: float = 0.0) -> Assessment:
    """Ask about a set just before it, for five repetitions: what `check` judges, and no advice."""
    planned = PlannedSet(lift=one.lift, load_kg=one.load_kg + more_kg, reps=_REPS)
    return assess(Question(state, planned, one.at), Rules(guard.policy, guard.params))


def _walk(
    guard: Guard, sets: Iterable[LoggedSet], state: AthleteState | None = None
) -> tuple[list[Assessment], AthleteState]:
    """Ask about each set, then let it be known how it went."""
    state = guard.start() if state is None else state
    found = []
    for one in sets:
        found.append(_asked(guard, state, one))
        state = guard.learn(state, one)
    return found, state


def beginners(guard: Guard) -> list[dict[str, Any]]:
    """
    Follow beginners: 3x5 three times a week, 2.5 kg more each time, 20 sessions, all up.

    Then a load is missed in two sessions, and the next step up is asked about.
    """
    return [
        {"lift": lift, "start_kg": start, "noted": noted}
        | _beginner(guard, lift, start, noted=noted)
        for noted in (True, False)
        for lift in _LIFTS
        for start in _STARTS_KG
    ]


def _beginner(guard: Guard, lift: str, start_kg: float, *, noted: bool) -> dict[str, Any]:
    days = _training_days()
    loads = [start_kg + _STEP_KG * n for n in range(_SESSIONS)]
    found, state = _walk(guard, programme(lift, loads, _SETS, days, noted=noted))
    again = list(programme(lift, [loads[-1] + _STEP_KG] * 3, _SETS, days, noted=noted))
    for one, reps in zip(again[: 2 * _SETS], _MISSED * 2, strict=True):
        state = guard.learn(state, _with_reps(one, reps))
    after = _asked(guard, state, again[2 * _SETS], _STEP_KG)
    return _counts(found) | {
        "after_misses": str(after.level),
        "p_after_misses": after.forecast.p_beyond,
    }


def _with_reps(one: LoggedSet, reps: int) -> LoggedSet:
    """Give the set as it goes when so many repetitions go up, the next being tried."""
    return LoggedSet(
        lift=one.lift,
        at=one.at,
        load_kg=one.load_kg,
        reps=reps,
        missed=reps < _REPS,
        planned_reps=one.planned_reps,
    )


def _counts(found: Sequence[Assessment]) -> dict[str, Any]:
    """Count the levels, and give the highest chance that was shown with a flag or without."""
    levels = [one.level for one in found]
    known = [one.forecast.p_beyond for one in found if one.level != Level.UNKNOWN]
    return {
        "sets": len(levels),
        **{level.name.lower(): levels.count(level) for level in Level},
        "highest_p": max((p for p in known if p is not None), default=None),
    }


def same_as_last_week(guard: Guard) -> list[dict[str, Any]]:
    """Ask about a top set of five that went up once a week for 16 weeks, and 22.5 kg more."""
    told = []
    for noted in (True, False):
        for lift, load_kg in _TOP_KG.items():
            weeks = (timedelta(weeks=n) for n in range(_WEEKS + 1))
            *sets, now = programme(lift, [load_kg] * (_WEEKS + 1), 1, weeks, noted=noted)
            _, state = _walk(guard, sets)
            same, more = (_asked(guard, state, now, extra) for extra in (0.0, _FAR_KG))
            row = {"lift": lift, "load_kg": load_kg, "noted": noted}
            row |= {"level": str(same.level), "p": same.forecast.p_beyond}
            told.append(
                row | {"level_of_more": str(more.level), "p_of_more": more.forecast.p_beyond}
            )
    return told


def sets_across(guard: Guard) -> list[dict[str, Any]]:
    """Ask about every set of 5x5 at one load, after four sessions of it, with three minutes."""
    told = []
    for noted in (True, False):
        for lift, load_kg in _ACROSS_KG.items():
            days = (n * _ACROSS_EVERY for n in range(_ACROSS_SESSIONS))
            sets = programme(lift, [load_kg] * _ACROSS_SESSIONS, _ACROSS, days, noted=noted)
            found, _ = _walk(guard, sets)
            row = {"lift": lift, "load_kg": load_kg, "noted": noted}
            told.append(row | _counts(found[_ACROSS_SEEN * _ACROSS :]))
    return told
