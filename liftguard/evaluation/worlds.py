"""
The worlds: planned sets of made-up athletes, with a cause switched on or none.

What no public log can show is tried here: fatigue through a session, stillness, mornings.

Reason to change: another world.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import NormalDist
from typing import NamedTuple

import attrs
import numpy as np

from liftguard.choices import Posture
from liftguard.evaluation.array_checks import whole
from liftguard.evaluation.world_bodies import Person, Steady, Tiring, chance, draw_person
from liftguard.evaluation.world_training import (
    Course,
    Diary,
    Session,
    easy_fives,
    far_left,
    fitness_less_fatigue,
    five_fives,
    rounded,
    usual_session,
    wander,
    with_jumps,
)
from liftguard.records import History, LoggedSet, PlannedSet
from liftguard.units import KG_PER_LB

__all__ = ["NO_DECLINE", "WORLDS", "WorldCase", "draw_cases"]

NO_DECLINE = "no_decline"
"""The world whose cases are scored by their probability and by nothing else."""

_MORE = (0.0, 0.04, 0.08)  # log: loads of that world over what the log shows
_LAST = 5  # sets whose load is what the log shows
_ATHLETES = 5  # of that world for each case of another: a mean p needs many
_FINE = 0.05  # a set that fails less often than this without its cause is fine in itself
_NOTHING_WRONG = 0.01  # nor is anything wrong with one that fails less often than this
_LIFTS = ("deadlift", "squat", "bench_press")
_OF_THE_BACK = ("deadlift", "squat")
_LEAST_LEFT_OUT = 0.3  # of a ramp, at the least dose
_COLD_DEGREES = 3.0
_LOSS_PER_DEGREE = 0.02  # house rule: the lower end of what is said of power and warmth
_REST_S = 180.0  # a generous rest
_OFF_SHARE = 0.2  # of the cases of a world with a cause: the same, with nothing switched on


@attrs.frozen(kw_only=True)
class WorldCase:
    """A planned set, what was logged before it, and what is true of it."""

    world: str  # which made it
    cause: str | None  # what is switched on; None where nothing is
    dose: float  # of it, 0 to 1; without decline, load above what the log shows [log]
    history: History
    planned: PlannedSet
    at: datetime  # when it would begin
    p_true: float | None = None  # how often it fails [1]
    p_without: float | None = None  # how often it would without the cause [1]
    ramped: bool | None = None  # False: it begins as things stand, without a ramp


# --- weeks of training ---


class _Today(NamedTuple):
    """An athlete with a history, on the day that is asked about."""

    person: Person
    diary: Diary
    capacity: float  # in usual form [log kg]
    day: int
    hour: float

    def case(
        self,
        world: str,
        dose: float,
        planned: PlannedSet,
        p_true: float,
        p_without: float | None = None,
    ) -> WorldCase:
        """Ask about a set that begins now; the worlds with a cause are called after it."""
        return WorldCase(
            world=world,
            cause=world if dose else None,
            dose=dose,
            history=History(self.diary.entries),
            planned=planned,
            at=self.diary.at,
            p_true=p_true,
            p_without=p_without,
        )


def _live(
    person: Person,
    rng: np.random.Generator,
    *,
    body: type[Steady | Tiring] = Steady,
    course: Course = wander,
    session: Session = usual_session,
    weeks: tuple[int, int] = (10, 16),
    at_desk: bool = False,
) -> _Today:
    """Train twice a week for months, in the late afternoon, with generous rest."""
    many = int(rng.integers(weeks[0], weeks[1] + 1))
    meant = [7 * week + day + int(rng.integers(0, 2)) for week in range(many) for day in (0, 3)]
    meant = [day for day in meant if rng.random() < 0.9]  # life gets in the way
    path, trained = course(rng, 7 * many + 1, meant)
    diary = Diary(person, body(person), rng)
    hour, rest_s = rng.uniform(16.0, 19.0), rng.uniform(200.0, 300.0)
    for day in trained:
        diary.wake(day, float(path[day]), hour + rng.uniform(-0.5, 0.5))
        if at_desk and rng.random() < 0.5:  # on some days, and up and about since
            ends = diary.at - timedelta(minutes=int(rng.integers(60, 150)))
            diary.sit(rng.uniform(1.0, 3.0), ends, "sitting")
        session(diary, float(path[day]) + rng.normal(0.0, 0.01), rest_s)
    return _Today(person, diary, float(path[-1]), 7 * many, float(hour))


def _anybody(rng: np.random.Generator) -> Person:
    return draw_person(rng, str(rng.choice(_LIFTS)))


def _plan(person: Person, log_load: float, reps: int) -> PlannedSet:
    """Plan the next load below that a gym has."""
    kg = math.floor(math.exp(log_load) / 2.5) * 2.5
    return PlannedSet(lift=person.lift, load_kg=kg, reps=reps)


def _most(person: Person, p: float) -> float:
    """Give how far above capacity a set lies that fails so often. [log]"""
    return person.spread * NormalDist().inv_cdf(p)


# --- the worlds: each takes chance and a dose, for which some have no use ---


def _fatigue(rng: np.random.Generator, dose: float) -> WorldCase:
    """Do sets to failure or just before it, with short rests; then one that is easy when fresh."""
    person = draw_person(rng)
    today = _live(person, rng, body=Tiring)
    diary = today.diary
    form = diary.wake(today.day, today.capacity, today.hour)
    reps, margin = int(rng.integers(3, 7)), rng.uniform(0.09, 0.14)
    hard_kg = rounded(math.exp(today.capacity) * rng.uniform(0.72, 0.80))
    diary.ramp(hard_kg)
    rested = copy.copy(diary.body)
    rested.rest(_REST_S)
    fresh = rested.heaviest(reps)
    # well within what there is today, and within what there usually is
    planned = _plan(person, fresh - max(form, 0.0) - margin, reps)
    rest_s = 120.0 - 90.0 * dose if dose else _REST_S
    for place in range(math.ceil(5.0 * dose)):
        short = int(rng.integers(0, 2))
        diary.to_failure(hard_kg, rest_s if place else _REST_S, short_of=short)
    diary.rest(rest_s)
    load = math.log(planned.load_kg)
    p_true, p_without = (
        chance(load - most, person.attempt_sd) for most in (diary.body.heaviest(reps), fresh)
    )
    return today.case("fatigue", dose, planned, p_true, p_without)


def _overload(rng: np.random.Generator, dose: float) -> WorldCase:
    """Plan more than there is, after illness, a layoff, or weeks like any other."""
    person = attrs.evolve(_anybody(rng), notes_rising=True)
    today = _live(person, rng, course=with_jumps)
    reps = int(rng.choice([1, 1, 2, 3, 5]))
    over = 0.03 + 0.12 * dose if dose else -0.12
    planned = _plan(person, today.capacity - today.diary.body.cost(reps) + over, reps)
    return _after_ramp(today, planned, "overload", dose)


def _after_ramp(today: _Today, planned: PlannedSet, world: str, dose: float = 0.0) -> WorldCase:
    """Go up to a planned set as usual, well rested; what a dose is of is in its demand."""
    diary = today.diary
    diary.wake(today.day, today.capacity, today.hour)
    diary.ramp(planned.load_kg)
    diary.rest(diary.rng.uniform(180.0, 300.0))
    over = math.log(planned.load_kg) + diary.body.cost(planned.reps) - today.capacity
    return today.case(world, dose, planned, chance(over, today.person.spread))


def _rapid_movement(rng: np.random.Generator, dose: float) -> WorldCase:
    """Plan a heavy single straight from a chair or from bed, the more of its ramp left out."""
    person = attrs.evolve(draw_person(rng, str(rng.choice(_OF_THE_BACK))), notes_rising=True)
    today = _live(person, rng, at_desk=True)
    if not dose:
        easy = _plan(person, today.capacity + math.log(rng.uniform(0.84, 0.88)), 1)
        return _after_ramp(today, easy, "rapid_movement")
    # what is true of strength is little known: muscle that was not warmed up at all is some degrees
    # colder, and a little weaker for each (house rule)
    heavy = _most(person, rng.uniform(0.3, 0.7) * _FINE)  # and still fine for who is ready
    planned = _plan(person, today.capacity + heavy, 1)
    left_out = _LEAST_LEFT_OUT + (1.0 - _LEAST_LEFT_OUT) * dose
    _straight_from_rest(today, dose)
    today.diary.ramp(planned.load_kg, done=1.0 - left_out)
    over = math.log(planned.load_kg) - today.capacity
    loss = _LOSS_PER_DEGREE * _COLD_DEGREES * left_out
    p_true, p_without = (chance(one, person.spread) for one in (over + loss, over))
    case = today.case("rapid_movement", dose, planned, p_true, p_without)
    return attrs.evolve(case, ramped=False)


def _straight_from_rest(today: _Today, dose: float) -> None:
    """Come to the bar from a chair, from bed, or from a chair soon after bed."""
    diary, rng = today.diary, today.diary.rng
    postures: tuple[Posture, ...] = ("sitting", "bent")
    way = str(rng.choice(["chair", "bed", "both"]))
    posture = postures[int(rng.choice(len(postures)))]
    diary.wake(today.day, today.capacity, today.hour)
    gap = timedelta(minutes=int(rng.integers(1, 5)))
    if way == "chair":
        diary.sit(1.0 + 2.0 * dose, diary.at - gap, posture)
        return
    risen = diary.entries[-1].at  # noted when waking
    diary.at = risen + timedelta(minutes=60 if way == "both" else round(60.0 - 45.0 * dose))
    if way == "both":
        diary.sit((25.0 + 30.0 * dose) / 60.0, diary.at - gap, posture)


def _banister(rng: np.random.Generator, _dose: float) -> WorldCase:
    """Plan a usual set in a world of fitness and fatigue."""
    today = _live(_anybody(rng), rng, course=fitness_less_fatigue)
    return _usual_set(today, "banister", int(rng.integers(2, 7)), rng.uniform(3.0, 5.0))


def _unit_mix_up(rng: np.random.Generator, _dose: float) -> WorldCase:
    """Plan a usual set after a log in which one session stands in pounds, as if kilograms."""
    today = _live(_anybody(rng), rng, course=fitness_less_fatigue)
    diary = today.diary
    dates = sorted({one.at.date() for one in diary.entries if isinstance(one, LoggedSet)})
    date = dates[int(rng.integers(3, len(dates)))]
    diary.entries = [
        attrs.evolve(one, load_kg=float(round(one.load_kg / KG_PER_LB)))
        if isinstance(one, LoggedSet) and one.at.date() == date
        else one
        for one in diary.entries
    ]
    return _usual_set(today, "unit_mix_up", int(rng.integers(2, 7)), rng.uniform(3.0, 5.0))


def _never_near_failure(rng: np.random.Generator, _dose: float) -> WorldCase:
    """Plan the next five of somebody who always stops four or five repetitions short."""
    today = _live(attrs.evolve(_anybody(rng), rates=0.8), rng, session=easy_fives)
    return _usual_set(today, "never_near_failure", 5, far_left(today.diary))


def _usual_set(today: _Today, world: str, reps: int, left: float) -> WorldCase:
    """Plan a set with so many repetitions left, or more where it would not be safe, and ramp."""
    body = today.diary.body
    over = min(body.cost(reps) - body.cost(reps + left), _most(today.person, _NOTHING_WRONG))
    planned = _plan(today.person, today.capacity - body.cost(reps) + over, reps)
    return _after_ramp(today, planned, world)


def _no_decline(rng: np.random.Generator) -> list[WorldCase]:
    """Plan the first five of the next session at loads around what the log shows."""
    # Not at loads set by the capacity that only the simulator knows: of those that fail with a
    # probability of 5 %, an honest forecaster says more, as it cannot know how they were chosen.
    person = attrs.evolve(_anybody(rng), rates=1.0)
    today = _live(person, rng, session=five_fives, weeks=(16, 24))
    five = today.capacity - today.diary.body.cost(5)
    loads = [one.load_kg for one in today.diary.entries if isinstance(one, LoggedSet)]
    usual = float(np.mean(loads[-_LAST:]))  # five sets at one load end each session
    case = _after_ramp(today, _plan(person, five, 5), NO_DECLINE)
    rows = []
    for more in _MORE:
        kg = round(usual * math.exp(more), 1)
        p_true = chance(math.log(kg) - five, person.spread)
        planned = attrs.evolve(case.planned, load_kg=kg)
        rows.append(attrs.evolve(case, dose=more, planned=planned, p_true=p_true))
    return rows


_MADE_BY: dict[str, Callable[[np.random.Generator, float], WorldCase]] = {
    "fatigue": _fatigue,
    "overload": _overload,
    "rapid_movement": _rapid_movement,
    "banister": _banister,
    "never_near_failure": _never_near_failure,
    "unit_mix_up": _unit_mix_up,
}

WORLDS = (*_MADE_BY, NO_DECLINE)
"""The names of the worlds."""


def draw_cases(rng: np.random.Generator, *, each: int = 20) -> tuple[WorldCase, ...]:
    """Draw so many cases of each world, and of that without decline five times as many athletes."""
    whole("each", each, low=1)
    # of a world with a cause the first fifth has a dose of 0; that of the others rises to 1
    off = int(_OFF_SHARE * each)
    doses = [0.0] * off + [(n + 1) / (each - off) for n in range(each - off)]
    drawn = [make(rng, dose) for make in _MADE_BY.values() for dose in doses]
    for _ in range(_ATHLETES * each):
        drawn += _no_decline(rng)
    return tuple(drawn)
