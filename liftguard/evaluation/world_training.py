"""
Months of training of an athlete who is made up, and the log that is kept of them.

Capacity wanders, jumps, or follows fitness and fatigue. What such an athlete would write into a
log is all that a forecaster gets to see. Nothing here is shared with the model.

Reason to change: another course of capacity, another session, or another way to keep a log.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import attrs
import numpy as np

from liftguard.choices import Posture
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.world_bodies import Body, Person
from liftguard.records import Entry, LoggedSet, Rising, Stillness

__all__ = [
    "BEGINNING",
    "Course",
    "Diary",
    "Session",
    "easy_fives",
    "far_left",
    "fitness_less_fatigue",
    "five_fives",
    "rounded",
    "usual_session",
    "wander",
    "with_jumps",
]

BEGINNING = datetime(2024, 1, 1)  # noqa: DTZ001 - wall clock, as most logs are

_STEP_KG = 2.5

# --- what capacity does over weeks ---

Course = Callable[[np.random.Generator, int, Sequence[int]], tuple[Floats, list[int]]]
"""From chance, a number of days and the days of training that are meant, to the logarithm of
the single on each day [log kg] and the days of training that come of it."""


def wander(rng: np.random.Generator, days: int, trained: Sequence[int]) -> tuple[Floats, list[int]]:
    """Let capacity go up slowly and wander, 0.7 % in a week; all training is kept."""
    steps = rng.normal(rng.normal(0.0001, 0.0001), 0.007 / math.sqrt(7.0), size=days)
    path: Floats = _start(rng) + np.cumsum(steps)
    return path, list(trained)


def with_jumps(
    rng: np.random.Generator, days: int, trained: Sequence[int]
) -> tuple[Floats, list[int]]:
    """Let capacity wander through 30 days or more, with one or two illnesses or layoffs."""
    path, kept = wander(rng, days, trained)
    day = np.arange(days)
    for _ in range(rng.integers(1, 3)):
        begins = int(rng.integers(20, days - 3))
        if rng.random() < 0.5:  # ill
            lasts, loss, back_days = int(rng.integers(3, 8)), rng.uniform(0.04, 0.10), 10.0
        else:
            lasts, loss, back_days = int(rng.integers(14, 36)), rng.uniform(0.03, 0.08), 20.0
        falling = np.clip((day - begins) / lasts, 0.0, 1.0)
        path -= loss * falling * np.exp(-np.maximum(day - begins - lasts, 0) / back_days)
        kept = [one for one in kept if not begins <= one < begins + lasts]
    return path, kept


def fitness_less_fatigue(
    rng: np.random.Generator, days: int, trained: Sequence[int]
) -> tuple[Floats, list[int]]:
    """
    Let every session add fitness that lasts, and fatigue that does not.

    Banister's two exponentials, of 45 and 11 days, fatigue 1.8 times as high at first; about
    10 % of fitness and 4 % of fatigue at two sessions a week.
    """
    start = _start(rng)
    fitness, fatigue = rng.uniform(0.07, 0.12), rng.uniform(0.02, 0.05)
    impulses = {day: rng.uniform(0.004, 0.011) for day in trained}
    path = np.empty(days)
    for day in range(days):
        path[day] = start + fitness - fatigue
        fitness = (fitness + impulses.get(day, 0.0)) * math.exp(-1.0 / 45.0)
        fatigue = (fatigue + 1.8 * impulses.get(day, 0.0)) * math.exp(-1.0 / 11.0)
    return path, list(trained)


def _start(rng: np.random.Generator) -> float:
    return math.log(rng.uniform(90.0, 240.0))


# --- what gets written down ---


@attrs.define
class Diary:
    """A log as it is being written: the body does a set, the athlete notes it."""

    person: Person
    body: Body
    rng: np.random.Generator
    # a set's time is its end, and `rest_s` is from the end of the set before to its start
    entries: list[Entry] = attrs.field(factory=list)
    at: datetime = BEGINNING
    _sets_today: int = 0

    def wake(self, day: int, capacity: float, hour: float) -> float:
        """Begin the session of a day, with whatever form it brings; give that form. [log]"""
        morning = BEGINNING + timedelta(days=day)
        if self.person.notes_rising:
            up = morning + timedelta(minutes=round(60.0 * self.rng.uniform(6.0, 7.5)))
            self.entries.append(Rising(at=up))
        self.at = morning + timedelta(minutes=round(60.0 * hour))
        form = self.rng.normal(0.0, self.person.form_sd)
        self.body.wake(capacity + form)
        self._sets_today = 0
        return float(form)

    def sit(self, hours: float, ends: datetime, posture: Posture) -> None:
        """Note a stretch of sitting. [h]"""
        start = ends - timedelta(minutes=round(60.0 * hours))
        self.entries.append(Stillness(start=start, end=ends, posture=posture))

    def rest(self, seconds: float) -> None:
        """Let time go by. [s]"""
        self.body.rest(seconds)
        self.at += timedelta(seconds=round(seconds))

    def ramp(self, top_kg: float, *, done: float = 1.0) -> None:
        """Go up to a load [kg] in four or five sets, none hard, or do the first of these."""
        shares = [(0.4, 5), (0.55, 4), (0.7, 3), (0.82, 2), (0.91, 1)]
        many = 4 + int(self.rng.random() < 0.5)
        for share, reps in shares[: round(done * many)]:
            kg = rounded(share * top_kg)
            rest_s = self._rest_before(self.rng.uniform(60.0, 120.0))
            self.body.lift(math.log(kg), reps)
            self._write(kg, reps, rest_s, kind=self.person.warm_up_kind)

    def work(self, kg: float, reps: int, rest_s: float, *, said: float | None = None) -> bool:
        """Rest, do a set, note it, with the RPE `said` if it is given; tell whether it went up."""
        rested = self._rest_before(rest_s)
        load = math.log(kg) - self.rng.normal(0.0, self.person.attempt_sd)
        possible = self.body.most(load)
        done = min(reps, int(possible))
        missed = done < reps
        self.body.lift(load, done + missed)
        rpe = None
        if not missed and self.rng.random() < self.person.rates:
            rpe = self._said(possible - done) if said is None else said
        self._write(kg, done, rested, missed=missed, rpe=rpe)
        return not missed

    def to_failure(self, kg: float, rest_s: float, *, short_of: int = 0) -> int:
        """Rest, then do all repetitions there are, or one fewer; give how many. [reps]"""
        rested = self._rest_before(rest_s)
        load = math.log(kg) - self.rng.normal(0.0, self.person.attempt_sd)
        possible = self.body.most(load)
        done = max(int(possible) - short_of, 0)
        # half of those who go to failure try one more, the others feel that it is gone
        missed = done == 0 or (short_of == 0 and self.rng.random() < 0.5)
        self.body.lift(load, done + missed)
        rpe = None if missed or short_of == 0 else self._said(possible - done)
        self._write(kg, done, rested, missed=missed, to_failure=short_of == 0, rpe=rpe)
        return done

    def _rest_before(self, seconds: float) -> float | None:
        """Rest before a set; before the first of a session, nothing is noted."""
        self._sets_today += 1
        if self._sets_today == 1:
            return None
        whole = float(round(seconds))
        self.rest(whole)
        return whole

    def _said(self, left: float) -> float:
        """Give the RPE for repetitions that are left: one for each, but people are cautious."""
        said = self.person.candour * left + self.rng.normal(0.0, 0.4 + 0.15 * left)
        return min(max(round(2.0 * (10.0 - said)) / 2.0, 4.0), 10.0)

    def _write(self, kg: float, reps: int, rest_s: float | None, **noted: object) -> None:
        tried = reps + bool(noted.get("missed"))
        self.at += timedelta(seconds=round(tried * (self.person.rep_s + self.person.pause_s)))
        fields: dict[str, object] = {"lift": self.person.lift, "at": self.at, "load_kg": kg}
        fields |= {"reps": reps, "rest_s": rest_s} | noted
        self.entries.append(LoggedSet(**fields))  # type: ignore[arg-type]


def rounded(kg: float) -> float:
    """Give the nearest load that a gym has, in steps of 2.5 kg, the empty bar at least. [kg]"""
    return max(round(kg / _STEP_KG) * _STEP_KG, 20.0)


# --- sessions ---

Session = Callable[[Diary, float, float], None]
"""Fills a diary: of the single that the athlete feels able to do [log kg], and a rest [s]."""


def usual_session(diary: Diary, felt: float, rest_s: float) -> None:
    """Do a ramp, then some sets with a few repetitions left."""
    rng, body = diary.rng, diary.body
    reps, left = int(rng.choice([5, 5, 3, 3, 6, 4, 2, 1])), float(rng.choice([1, 2, 2, 3, 3]))
    kg = rounded(math.exp(felt - body.cost(reps + left)))
    diary.ramp(kg)
    for _ in range(int(rng.integers(1, 3)) if reps == 1 else int(rng.integers(3, 5))):
        if not diary.work(kg, reps, rest_s * rng.uniform(0.85, 1.15)):
            kg = rounded(0.95 * kg)


def five_fives(diary: Diary, felt: float, rest_s: float) -> None:
    """Do a ramp, then five fives with one and a half to three repetitions left."""
    kg = rounded(math.exp(felt - diary.body.cost(5.0 + diary.rng.uniform(1.5, 3.0))))
    diary.ramp(kg)
    for _ in range(5):
        diary.work(kg, 5, rest_s)


def easy_fives(diary: Diary, felt: float, rest_s: float) -> None:
    """Do a ramp, then three fives far from failure, at an RPE of 5 to 6 whatever the day."""
    kg = rounded(math.exp(felt - diary.body.cost(5.0 + far_left(diary))))
    diary.ramp(kg)
    for _ in range(3):
        diary.work(kg, 5, rest_s, said=float(diary.rng.choice([5.0, 5.5, 6.0])))


def far_left(diary: Diary) -> float:
    """Draw how many repetitions are left when four or five are said to be. [reps]"""
    return float(diary.rng.uniform(4.0, 5.0)) / diary.person.candour
