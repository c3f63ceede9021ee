"""
Athletes made up from physiology, so that their true strength is known.

Nothing here is shared with the model. A muscle tires and recovers by the three-compartment
controller [FreyLaw2012]_ [Looft2018]_, or does not tire at all; capacity wanders, jumps, or
follows fitness and fatigue. What such an athlete would write into a log is all that a
forecaster gets to see.

Reason to change: another way in which a body works or a log is kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from statistics import NormalDist
from typing import NamedTuple, Protocol

import attrs
import numpy as np

from liftguard.evaluation.array_checks import Floats
from liftguard.records import Entry, LoggedSet, Rising, Stillness

__all__ = [
    "BEGINNING",
    "Body",
    "Course",
    "Diary",
    "Muscle",
    "Person",
    "Session",
    "Steady",
    "Tiring",
    "chance",
    "draw_person",
    "easy_fives",
    "far_left",
    "fitness_less_fatigue",
    "five_fives",
    "hold",
    "rest",
    "rounded",
    "usual_session",
    "wander",
    "with_jumps",
]

FATIGUE_RATE = 0.00755
"""F of the trunk [FreyLaw2012]_. [1/s]"""

RECOVERY_RATE = 0.00075
"""R of the trunk [FreyLaw2012]_. [1/s]"""

REST_FACTOR = 15.0
"""r, which speeds up recovery at rest; that of other joints, none is known of the trunk
[Looft2018]_. [1]"""

DRIVE = 10.0
"""L, how fast muscle is switched on and off [FreyLaw2012]_. [1/s]"""

BEGINNING = datetime(2024, 1, 1)  # noqa: DTZ001 - wall clock, as most logs are

_HOLD_STEP_S, _REST_STEP_S = 0.1, 0.2  # steps below 2.7/L are stable
_LETTING_GO_S = 2.0  # after which e^-20 of the muscle is active still
_MOST_REPS = 30  # nobody counts what would be left beyond
_STEP_KG = 2.5
_NORMAL = NormalDist()


class Muscle(NamedTuple):
    """A muscle as shares of itself: active, tired, and the rest resting."""

    active: float = 0.0
    tired: float = 0.0

    @property
    def strength(self) -> float:
        """What it could pull at most now, as a share of fresh. [1]"""
        return 1.0 - self.tired


def hold(muscle: Muscle, load: float, seconds: float) -> tuple[Muscle, float]:
    """
    Hold a share of fresh strength until the time is up, or until what is not tired cannot hold it.

    The three-compartment controller [FreyLaw2012]_ in steps of a tenth of a second (Runge and
    Kutta's, of fourth order); gives the muscle after it, and how long it was held. [s]
    """
    steps = max(math.ceil(seconds / _HOLD_STEP_S), 1)
    for done in range(steps):
        if muscle.strength < load:
            return muscle, done * seconds / steps
        muscle = _later(muscle, load, RECOVERY_RATE, seconds / steps)
    return muscle, seconds


def rest(muscle: Muscle, seconds: float) -> Muscle:
    """Rest for some time; once it has let go, what is tired recovers at the rate r R. [s]"""
    heal = REST_FACTOR * RECOVERY_RATE
    first = min(seconds, _LETTING_GO_S)
    steps = math.ceil(first / _REST_STEP_S)
    for _ in range(steps):
        muscle = _later(muscle, 0.0, heal, first / steps)
    if seconds <= _LETTING_GO_S:
        return muscle
    return Muscle(0.0, muscle.tired * math.exp(-heal * (seconds - first)))


def _later(muscle: Muscle, load: float, heal: float, dt: float) -> Muscle:
    a, t = muscle
    a1, t1 = _flow(a, t, load, heal)
    a2, t2 = _flow(a + 0.5 * dt * a1, t + 0.5 * dt * t1, load, heal)
    a3, t3 = _flow(a + 0.5 * dt * a2, t + 0.5 * dt * t2, load, heal)
    a4, t4 = _flow(a + dt * a3, t + dt * t3, load, heal)
    sixth = dt / 6.0
    return Muscle(a + sixth * (a1 + 2.0 * (a2 + a3) + a4), t + sixth * (t1 + 2.0 * (t2 + t3) + t4))


def _flow(active: float, tired: float, load: float, heal: float) -> tuple[float, float]:
    """Give what flows into the active and into the tired part. [1/s]"""
    switched = DRIVE * min(load - active, 1.0 - active - tired)
    tiring = FATIGUE_RATE * active
    return switched - tiring, tiring - heal * tired


# --- people ---


@attrs.frozen(kw_only=True)
class Person:
    """What stays the same of one athlete."""

    lift: str  # that is trained
    rate: float  # what a further repetition takes off the load, if sets do not tire [log/rep]
    rep_s: float  # how long a repetition pulls, and the pause after it [s]
    pause_s: float
    form_sd: float  # spread of the day [log]
    attempt_sd: float  # and of one attempt within it [log]
    candour: float  # repetitions that are said to be left over those that are [1]
    rates: float  # share of work sets with an RPE [1]
    warm_up_kind: str | None  # how ramps are marked
    notes_rising: bool  # whether getting up is logged

    @property
    def spread(self) -> float:
        """Of an attempt on a day of which nothing is known. [log]"""
        return math.hypot(self.form_sd, self.attempt_sd)


def draw_person(rng: np.random.Generator, lift: str = "deadlift") -> Person:
    """
    Draw an athlete.

    Curve by [Berger1961]_, with the spread between people of [Nuzzo2024]_ (5 % of 1RM at ten
    repetitions); the day's spread around 2.5 % [Ruf2018]_; sets end further from failure than is
    said [Halperin2022]_. A repetition of about four seconds gives the muscle 5, 7 and 10
    repetitions at 90, 85 and 80 % [Nuzzo2024]_.
    """
    return Person(
        lift=lift,
        rate=0.0262 * math.exp(rng.normal(0.0, 0.2)),
        rep_s=rng.uniform(3.5, 4.5),
        pause_s=rng.uniform(0.8, 1.5),
        form_sd=rng.uniform(0.018, 0.032),
        attempt_sd=rng.uniform(0.02, 0.035),
        candour=rng.uniform(0.65, 0.95),
        rates=rng.uniform(0.3, 0.9),
        warm_up_kind="warmup" if rng.random() < 0.5 else None,
        notes_rising=bool(rng.random() < 0.5),
    )


def chance(over: float, sd: float) -> float:
    """Give the probability Phi(over/sd) that an attempt fails, over being demand less capacity."""
    return _NORMAL.cdf(over / sd)


# --- bodies ---


class Body(Protocol):
    """How strength goes through one session; loads are logarithms. [log kg]"""

    def wake(self, single: float) -> None:
        """Begin a day with a single of so much. [log kg]"""

    def cost(self, reps: float) -> float:
        """Give how far below a single the athlete takes a set to failure to lie. [log]"""

    def heaviest(self, reps: int) -> float:
        """Give what goes up so often now, with no luck either way. [log kg]"""

    def most(self, log_load: float) -> float:
        """Give how often a load goes up now, up to 30 times. [reps]"""

    def lift(self, log_load: float, reps: int) -> None:
        """Do so many repetitions, or as many as there are."""

    def rest(self, seconds: float) -> None:
        """Rest. [s]"""


@attrs.define
class Steady:
    """A body whose strength does not fall within a session."""

    person: Person
    single: float = 0.0

    def wake(self, single: float) -> None:
        """Begin a day with a single of so much. [log kg]"""
        self.single = single

    def cost(self, reps: float) -> float:
        """Give how far below a single the athlete takes a set to failure to lie. [log]"""
        return self.person.rate * (reps - 1.0)

    def heaviest(self, reps: int) -> float:
        """Give what goes up so often, with no luck either way. [log kg]"""
        return self.single - self.cost(reps)

    def most(self, log_load: float) -> float:
        """Give how often a load goes up, up to 30 times. [reps]"""
        room = (self.single - log_load) / self.person.rate
        return min(1.0 + room, float(_MOST_REPS)) if room >= 0.0 else 0.0

    def lift(self, log_load: float, reps: int) -> None:
        """Do so many repetitions."""

    def rest(self, seconds: float) -> None:
        """Rest. [s]"""


@attrs.define
class Tiring:
    """A body that is one muscle, which pulls at each repetition and rests in between."""

    person: Person
    single: float = 0.0
    muscle: Muscle = attrs.field(factory=Muscle)

    def wake(self, single: float) -> None:
        """Begin a day, fresh, with a single of so much. [log kg]"""
        self.single, self.muscle = single, Muscle()

    def cost(self, reps: float) -> float:
        """Give how far below a single a set to failure lies, were there no pauses in it. [log]"""
        tiring = FATIGUE_RATE * self.person.rep_s
        return math.log1p(reps * tiring) - math.log1p(tiring)

    def heaviest(self, reps: int) -> float:
        """Give what goes up so often now, with no luck either way. [log kg]"""
        low, high = self.single - 2.0, self.single + 0.1
        while high - low > 1e-4:
            middle = 0.5 * (low + high)
            done = self._pull(middle, reps)[1]
            low, high = (middle, high) if done >= reps else (low, middle)
        return low

    def most(self, log_load: float) -> float:
        """Give how often a load goes up now, up to 30 times. [reps]"""
        return self._pull(log_load, _MOST_REPS)[1]

    def lift(self, log_load: float, reps: int) -> None:
        """Do so many repetitions, or as many as there are."""
        self.muscle = self._pull(log_load, reps)[0]

    def rest(self, seconds: float) -> None:
        """Rest. [s]"""
        self.muscle = rest(self.muscle, seconds)

    def _pull(self, log_load: float, reps: int) -> tuple[Muscle, float]:
        one = self.person
        # a single lasts as long as any repetition: F MA = the share that it leaves
        single = 1.0 / (1.0 + FATIGUE_RATE * one.rep_s)
        share = single * math.exp(log_load - self.single)
        muscle = self.muscle
        for done in range(reps):
            muscle, held = hold(muscle, share, one.rep_s)
            if held < one.rep_s:
                return muscle, done + held / one.rep_s
            if done + 1 < reps:
                muscle = rest(muscle, one.pause_s)
        return muscle, float(reps)


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

    def sit(self, hours: float, ends: datetime, posture: str) -> None:
        """Note a stretch of sitting. [h]"""
        start = ends - timedelta(minutes=round(60.0 * hours))
        self.entries.append(Stillness(start=start, end=ends, posture=posture))

    def rest(self, seconds: float) -> None:
        """Let time go by. [s]"""
        self.body.rest(seconds)
        self.at += timedelta(seconds=round(seconds))

    def ramp(self, top_kg: float) -> None:
        """Go up to a load in four or five sets, none of them hard. [kg]"""
        shares = [(0.4, 5), (0.55, 4), (0.7, 3), (0.82, 2), (0.91, 1)]
        for share, reps in shares[: 4 + int(self.rng.random() < 0.5)]:
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
