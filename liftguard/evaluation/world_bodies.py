"""
Athletes made up from physiology, so that their true strength is known.

Nothing here is shared with the model. A muscle tires and recovers by the three-compartment
controller [FreyLaw2012]_ [Looft2018]_, or does not tire at all.

Reason to change: another way in which a body works, or in which people differ.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple, Protocol

import attrs
import numpy as np

__all__ = [
    "Body",
    "Muscle",
    "Person",
    "Steady",
    "Tiring",
    "chance",
    "draw_person",
    "hold",
    "rest",
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

_HOLD_STEP_S, _REST_STEP_S = 0.1, 0.2  # steps below 2.7/L are stable
_LETTING_GO_S = 2.0  # after which e^-20 of the muscle is active still
_MOST_REPS = 30  # nobody counts what would be left beyond
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
