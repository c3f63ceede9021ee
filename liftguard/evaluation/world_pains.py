"""
Made-up pains: weeks of ordinary training, then a spasm of the low back with one cause, or none.

A lifter trains three days a week and notes sitting, getting up, lengthening and boxes moved, some
more than others. What comes last has a dose of one thing that the founding text names. Nothing
here is shared with what looks for it.

Reason to change: another way for a back to go.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import attrs
import numpy as np

from liftguard.choices import Motion, MovedBy
from liftguard.evaluation.array_checks import whole
from liftguard.evaluation.world_training import BEGINNING, rounded
from liftguard.records import (
    Entry,
    History,
    LoggedSet,
    Mobility,
    Moved,
    Pain,
    Rising,
    Stillness,
)

__all__ = ["PAIN_WORLDS", "PainCase", "draw_pains"]

_DAYS = (0, 2, 4)  # of the week
_PAIRS = (("squat", "bench_press"), ("deadlift", "lat_pulldown"), ("barbell_row", "leg_press"))
_RAMP = ((0.4, 5), (0.6, 4), (0.8, 2))  # of the load, and repetitions
_OFF_SHARE = 0.2  # of the cases of a world: an ordinary day, and then the same pain


@attrs.frozen(kw_only=True)
class PainCase:
    """A history that ends with a pain, and what led to it."""

    world: str  # which made it
    cause: str | None  # one of the three; None where nothing is switched on
    dose: float  # of it, 0 to 1
    history: History
    pain: Pain


@attrs.define
class _Lifter:
    """Somebody with loads of his own, and the log that he keeps."""

    rng: np.random.Generator
    work_kg: dict[str, float]
    rest_min: float
    stretches: float  # after which share of sessions
    sits: float  # on which share of days
    entries: list[Entry] = attrs.field(factory=list)

    def sets(self, at: datetime, lift: str, rows: list[tuple[float, int]], rest: float) -> datetime:
        """Do sets of a load [kg] and repetitions, so many minutes apart; give their end."""
        for kg, reps in rows:
            at += timedelta(minutes=rest * self.rng.uniform(0.85, 1.15))
            self.entries.append(LoggedSet(lift=lift, at=at, load_kg=rounded(kg), reps=reps))
        return at

    def lift(self, at: datetime, lift: str, *, ramped: bool = True, sets: int = 0) -> datetime:
        """Do a lift as usual, or so many sets of it."""
        rng, kg = self.rng, self.work_kg[lift] * self.rng.uniform(0.95, 1.0)
        reps, many = int(rng.integers(4, 7)), sets or int(rng.integers(3, 6))
        ramp = [(share * kg, few) for share, few in _RAMP] if ramped else []
        return self.sets(at, lift, [*ramp, *[(kg, reps)] * many], self.rest_min)

    def day(self, date: datetime) -> datetime:
        """Live until the late afternoon; give the moment when a session would begin."""
        rng = self.rng
        self.entries.append(Rising(at=date + timedelta(hours=rng.uniform(6.0, 7.5))))
        if rng.random() < self.sits:
            self.sit(date + timedelta(hours=rng.uniform(11.0, 15.0)), rng.uniform(0.5, 1.0))
        if rng.random() < 0.1:
            self.box(date + timedelta(hours=rng.uniform(15.0, 16.0)), rng.uniform(3.0, 8.0))
        return date + timedelta(hours=rng.uniform(17.0, 18.0))

    def sit(self, until: datetime, hours: float) -> None:
        """Note a stretch of sitting."""
        start = until - timedelta(hours=hours)
        self.entries.append(Stillness(start=start, end=until, posture="sitting"))

    def box(self, at: datetime, kg: float) -> None:
        """Note a box that was lifted."""
        self.entries.append(Moved(at=at, motion="flexion", load_kg=round(kg, 1), cause="lift"))

    def stretch(self, at: datetime) -> None:
        """Lengthen for some minutes, or not."""
        if self.rng.random() < self.stretches:
            minutes = self.rng.uniform(5.0, 15.0)
            self.entries.append(Mobility(at=at + timedelta(minutes=20), minutes=minutes))

    def session(self, date: datetime, pair: tuple[str, str]) -> datetime:
        """Train as on any such day; give when it ends."""
        at = self.day(date)
        for lift in pair:
            at = self.lift(at + timedelta(minutes=3), lift)
        self.stretch(at)
        return at


class _Then(NamedTuple):
    """The day on which it happens, and the lifter who comes to it."""

    lifter: _Lifter
    date: datetime


def _live(rng: np.random.Generator) -> _Then:
    """Train three days a week for months; give the Monday after."""
    squat = rng.uniform(80.0, 140.0)
    shares = {"squat": 1.0, "deadlift": 1.2, "bench_press": 0.7}
    shares |= {"lat_pulldown": 0.5, "barbell_row": 0.6, "leg_press": 1.6}
    lifter = _Lifter(
        rng=rng,
        work_kg={lift: squat * share for lift, share in shares.items()},
        rest_min=float(rng.uniform(3.0, 4.5)),
        stretches=float(rng.uniform(0.4, 0.9)),
        sits=float(rng.uniform(0.3, 0.8)),
    )
    weeks = int(rng.integers(8, 13))
    for day in range(7 * weeks):
        date = BEGINNING + timedelta(days=day)
        if day % 7 in _DAYS and rng.random() < 0.9:  # life gets in the way
            lifter.session(date, _PAIRS[_DAYS.index(day % 7)])
        else:
            lifter.day(date)
    return _Then(lifter, BEGINNING + timedelta(days=7 * weeks))


# --- the worlds: each ends a history, and gives the moment at which it hurts ---


def _one_movement(then: _Then, dose: float) -> datetime:
    """Do one lift alone for weeks, three or four days of each, and lengthen nothing."""
    lifter, date = then
    lift = str(lifter.rng.choice(["deadlift", "squat"]))
    at = date
    days = [day for day in range(7 + round(21.0 * dose)) if day % 7 in (0, 1, 3, 5)]
    for day in days:
        at = lifter.lift(lifter.day(date + timedelta(days=day)), lift)
    return at


def _in_a_row(then: _Then, dose: float) -> datetime:
    """Do set after set of one lift, light, and nothing else in between."""
    lifter, date = then
    lift = str(lifter.rng.choice(["deadlift", "squat"]))
    rows = [(0.6 * lifter.work_kg[lift], 5)] * (8 + round(32.0 * dose))
    return lifter.sets(lifter.day(date), lift, rows, 2.0)


def _without_rest(then: _Then, dose: float) -> datetime:
    """Do tens of two lifts of the back in turn, a minute from one to the next."""
    lifter, date = then
    at = lifter.day(date)
    for _ in range(3 + round(12.0 * dose)):
        for lift in ("squat", "barbell_row"):
            at = lifter.sets(at, lift, [(0.6 * lifter.work_kg[lift], 10)], 1.0)
    return at


def _from_a_chair(then: _Then, dose: float) -> datetime:
    """Sit for hours, then lift as usual from the first set on."""
    lifter, date = then
    at = lifter.day(date)
    lifter.sit(at - timedelta(minutes=lifter.rng.uniform(1.0, 8.0)), 1.0 + 6.0 * dose)
    return lifter.lift(at, "squat", ramped=False)


def _quick(then: _Then, dose: float) -> datetime:
    """Sneeze, slip, or bend or turn quickly, on a day off, the longer still before it."""
    lifter, date = then
    rng, at = lifter.rng, lifter.day(date + timedelta(days=1))
    lifter.sit(at - timedelta(minutes=rng.uniform(1.0, 3.0)), 0.25 + 5.75 * dose)
    motions: tuple[tuple[Motion, float], ...] = (("flexion", 90.0), ("rotation", 60.0))
    motion, usual = motions[int(rng.integers(0, 2))]
    if rng.random() < 0.5:
        causes: tuple[MovedBy, ...] = ("sneeze", "cough", "slip", "catch")
        cause = causes[int(rng.choice(len(causes)))]
        lifter.entries.append(Moved(at=at, motion=motion, cause=cause))
    else:
        speed = (0.9 + 0.4 * dose) * usual
        lifter.entries.append(Moved(at=at, motion=motion, peak_velocity_deg_s=speed))
    return at


def _more_than_ever(then: _Then, dose: float) -> datetime:
    """Go up to a single far above all that was done."""
    lifter, date = then
    at = lifter.lift(lifter.day(date), "deadlift", sets=1)
    kg = lifter.work_kg["deadlift"]
    rows = [(1.06 * kg, 1), ((1.12 + 0.33 * dose) * kg, 1)]
    return lifter.sets(at, "deadlift", rows, lifter.rest_min)


class _World(NamedTuple):
    """A cause, and the way it comes about."""

    cause: str
    happens: Callable[[_Then, float], datetime]


_WORLDS = {
    "one_movement": _World("fatigue", _one_movement),
    "sets_in_a_row": _World("fatigue", _in_a_row),
    "without_rest": _World("fatigue", _without_rest),
    "from_a_chair": _World("rapid_movement", _from_a_chair),
    "quick_movement": _World("rapid_movement", _quick),
    "more_than_ever": _World("overload", _more_than_ever),
}

PAIN_WORLDS = tuple(_WORLDS)
"""The names of these worlds."""


def draw_pains(rng: np.random.Generator, *, each: int = 20) -> tuple[PainCase, ...]:
    """Draw so many cases of each world; a fifth of them hurt after a day like any other."""
    whole("each", each, low=1)
    off = int(_OFF_SHARE * each)
    doses = [0.0] * off + [(n + 1) / (each - off) for n in range(each - off)]
    return tuple(_case(rng, name, dose) for name in _WORLDS for dose in doses)


def _case(rng: np.random.Generator, name: str, dose: float) -> PainCase:
    then, world = _live(rng), _WORLDS[name]
    at = world.happens(then, dose) if dose else then.lifter.session(then.date, _PAIRS[0])
    at += timedelta(minutes=rng.uniform(1.0, 10.0))
    known = sorted((one for one in then.lifter.entries if one.at <= at), key=lambda one: one.at)
    return PainCase(
        world=name,
        cause=world.cause if dose else None,
        dose=dose,
        history=History(known),
        pain=Pain(at=at, region="low_back", severity=7, kind="spasm"),
    )
