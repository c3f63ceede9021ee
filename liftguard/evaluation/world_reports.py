"""
Lifters who are made up, and who say after a set how many repetitions were left: B8.

What they say is mostly habit: loads are chosen so that the reserve comes out as they like, what
is felt is drawn to what was meant, and numbers are rounded. Strength, form and fatigue run their
own course; the curve is the table that RPE lifters train by [Tuchscherer2008]_. Nothing here is
shared with the model.

Reason to change: another habit of choosing loads, or of saying what was left.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta

import attrs
import numpy as np

from liftguard.records import History, LoggedSet

__all__ = ["Rater", "draw_rater", "rated_log", "share_of_single"]

_BEGINNING = datetime(2024, 1, 1, 17)  # noqa: DTZ001 - wall clock, as most logs are
_SHARES = (1.0, 0.955, 0.922, 0.892, 0.863, 0.837, 0.811, 0.786, 0.762, 0.739)
_FURTHER = 0.972  # of the share, for each repetition beyond the tenth
_MOST_REPS = 40
_STEP_KG = 2.5
_REST_S = (150.0, 300.0)
_SINGLES_KG = {"squat": 140.0, "bench_press": 95.0, "deadlift": 170.0}
_SCHEMES = (3, 4, 5, 5, 6, 8, 8, 10, 12)
_BLOCK_SESSIONS = 9  # after which repetitions and targets change
_LEAST_RPE, _MOST_LEFT = 5.0, 5.0
_MOST_FELT = 7.0  # repetitions left, of which nobody tells more apart
_WAYS = ("felt", "felt", "planned", "planned", "planned", "ramped")
_STUBBORN = 0.2  # share of lifters who say the same whatever happens
_FELT = 0.6  # of the day's form, before the first set
_RAMP, _BACK_OFF = (-0.10, -0.05, 0.0), -0.08  # of the load, around the top set [log]
_REPETITION = 0.03  # what a repetition is taken to be worth [log]
_CORRECTION = 0.02  # of the load after a set that was off by more than a repetition [log]
_EASIER, _HARDER = -0.6, -1.6  # reserve over what was meant, from which loads go up, and down


def share_of_single(reps: float) -> float:
    """Give what goes up so often as a share of the single, by the table and on beyond it. [1]"""
    place = max(reps - 1.0, 0.0)
    below = int(place)
    if below >= len(_SHARES) - 1:
        return float(_SHARES[-1] * _FURTHER ** (place - (len(_SHARES) - 1)))
    return _SHARES[below] + (place - below) * (_SHARES[below + 1] - _SHARES[below])


@attrs.frozen(kw_only=True)
class Rater:
    """What stays the same of one lifter."""

    way: str  # how loads are chosen: "felt", "planned" or "ramped"
    steep: float  # power of the table for this body [1]
    form_sd: float  # spread of the day [log]
    tired: float  # what a set to failure takes off the next one [log]
    eye: float  # how far a load misses what is aimed at [log]
    likes: float  # repetitions that are meant to be left [reps]
    waves: float  # how far that changes from block to block [reps]
    closer: float  # by how much less is meant to be left at a block's end than at its start [reps]
    mood: float  # spread of what a session feels like, beside what is left [reps]
    candour: float  # repetitions that are said to be left over those that are [1]
    drawn: float  # how far what is said is drawn to what was meant [1]
    noise: float  # of what is felt, at failure [reps]
    noise_per_rep: float  # and more for each that is left [1]
    step: float  # to which an RPE is rounded [1]
    rates: float  # share of sets with an RPE [1]

    def left(self, single: float, load: float, reps: int) -> float:
        """Give the repetitions left after a set at logarithms of single and load; below 0 short."""
        share = math.exp(load - single)
        low, high = 0.0, float(_MOST_REPS)
        while high - low > 1e-3:
            middle = 0.5 * (low + high)
            up = share_of_single(middle) ** self.steep >= share and middle >= 1.0
            low, high = (middle, high) if up else (low, middle)
        return low - reps

    def said(self, left: float, meant: float, mood: float, rng: np.random.Generator) -> float:
        """Give the RPE of a set after which so many repetitions were left, and others meant."""
        felt = self.candour * left + rng.normal(mood, self.noise + self.noise_per_rep * left)
        told = self.drawn * meant + (1.0 - self.drawn) * felt
        rpe = round((10.0 - told) / self.step) * self.step
        return min(max(rpe, _LEAST_RPE), 10.0)


def draw_rater(rng: np.random.Generator) -> Rater:
    """
    Draw a lifter.

    Reports miss by half a repetition to one near failure, and by more further from it
    [Zourdos2016]_ [Zourdos2021]_; sets end further from failure than is said [Halperin2022]_. One
    in five says the same whatever happens.
    """
    stubborn = rng.random() < _STUBBORN
    return Rater(
        way=str(rng.choice(_WAYS)),
        steep=math.exp(rng.normal(0.0, 0.15)),
        form_sd=rng.uniform(0.015, 0.03),
        tired=rng.uniform(0.005, 0.03),
        eye=rng.uniform(0.01, 0.03),
        likes=rng.uniform(1.0, 3.0),
        waves=0.0 if stubborn else rng.uniform(0.2, 1.0),
        closer=0.0 if stubborn else rng.uniform(0.0, 2.5),
        mood=rng.uniform(0.2, 0.8),
        candour=rng.uniform(0.65, 1.0),
        drawn=0.95 if stubborn else rng.uniform(0.0, 0.6),
        noise=rng.uniform(0.1, 0.4),
        noise_per_rep=rng.uniform(0.05, 0.2),
        step=float(rng.choice([0.5, 1.0])),
        rates=rng.uniform(0.6, 1.0),
    )


def rated_log(one: Rater, rng: np.random.Generator, *, sessions: int = 60) -> History:
    """Write a log of three lifts, two of them in each session, three sessions a week."""
    entries: list[LoggedSet] = []
    singles = {lift: math.log(kg) + rng.normal(0.0, 0.2) for lift, kg in _SINGLES_KG.items()}
    blocks: dict[str, _Block] = {}
    for number in range(sessions):
        at = _BEGINNING + timedelta(days=7.0 * number / 3.0 + rng.integers(0, 2))
        for turn, lift in enumerate(_SINGLES_KG):
            singles[lift] += rng.normal(0.0004, 0.0045)
            if number % 3 == turn and number >= 3:  # two of three lifts in a session
                continue
            if lift not in blocks or blocks[lift].done >= _BLOCK_SESSIONS:
                blocks[lift] = _begin_block(one, rng)
            day = _Day(one, rng, lift, at + timedelta(minutes=30 * turn), singles[lift])
            day.train(blocks[lift], entries)
    return History(entries)


@attrs.define
class _Block:
    """What is meant to be done for some weeks, heavy and light days in turn."""

    reps: tuple[int, int]
    sets: int
    starts: float  # repetitions meant to be left at first [reps]
    closer: float  # and less at the end [reps]
    done: int = 0  # sessions
    loads: dict[int, float] = attrs.field(factory=dict)  # by repetitions [log kg]


def _begin_block(one: Rater, rng: np.random.Generator) -> _Block:
    reps = int(rng.choice(_SCHEMES))
    other = reps if rng.random() < 0.5 else int(rng.choice(_SCHEMES))
    starts = max(one.likes + rng.normal(0.0, one.waves), 0.3)
    return _Block((reps, other), int(rng.integers(2, 5)), starts + 0.5 * one.closer, one.closer)


@attrs.define
class _Day:
    """One lift in one session."""

    one: Rater
    rng: np.random.Generator
    lift: str
    at: datetime
    single: float  # in usual form [log kg]
    lost: float = 0.0  # to the sets so far [log]
    mood: float = 0.0  # [reps]

    def train(self, block: _Block, into: list[LoggedSet]) -> None:
        """Do the sets of a session of a block, and note them."""
        reps = block.reps[block.done % 2]
        meant = max(block.starts - block.closer * block.done / _BLOCK_SESSIONS, 0.3)
        form = self.rng.normal(0.0, self.one.form_sd)
        self.mood = self.rng.normal(0.0, self.one.mood)
        now = block.loads.get(reps) if self.one.way == "planned" else None
        if now is None:
            now = self._aimed(self.single + _FELT * form, reps, meant)
        offsets = [0.0] * block.sets
        if self.one.way == "ramped":
            offsets = [*_RAMP, *[_BACK_OFF] * (block.sets - 2)]
        for offset in offsets:
            kg = self._rounded(now + offset)
            told = self._do(kg, reps, meant - offset / _REPETITION, form, into)
            if told is not None and self.one.way == "felt" and abs(told - meant) > 1.0:
                now += _CORRECTION * math.copysign(1.0, told - meant)
        block.loads[reps] = self._next(now, told, meant)
        block.done += 1

    def _aimed(self, felt: float, reps: int, meant: float) -> float:
        """Give the load that is meant to leave so many repetitions. [log kg]"""
        share = share_of_single(reps + meant / self.one.candour) ** self.one.steep
        return felt + math.log(share) + self.rng.normal(0.0, self.one.eye)

    def _next(self, load: float, told: float | None, meant: float) -> float:
        """Add a step where it was easier than meant, take one off where it was much harder."""
        over = 0.0 if told is None else told - meant
        step = _STEP_KG / math.exp(load)
        return load + (step if over > _EASIER else -step if over < _HARDER else 0.0)

    def _do(
        self, kg: float, reps: int, meant: float, form: float, into: list[LoggedSet]
    ) -> float | None:
        """Do a set and note it; give the repetitions said to be left, where it went up."""
        left = self.one.left(self.single + form - self.lost, math.log(kg), reps)
        done = reps if left >= 0.0 else max(reps + math.floor(left), 0)
        self.lost = 0.8 * self.lost + self.one.tired * math.exp(-0.25 * max(left, 0.0))
        missed = done < reps
        rpe = None
        if not missed:
            rpe = self.one.said(min(left, _MOST_FELT), min(meant, _MOST_LEFT), self.mood, self.rng)
        noted = rpe if self.rng.random() < self.one.rates else None
        self.at += timedelta(seconds=round(self.rng.uniform(*_REST_S)))
        into.append(
            LoggedSet(lift=self.lift, at=self.at, load_kg=kg, reps=done, missed=missed, rpe=noted)
        )
        return None if rpe is None else 10.0 - rpe

    def _rounded(self, load: float) -> float:
        return max(round(math.exp(load) / _STEP_KG) * _STEP_KG, _STEP_KG)
