"""
The judgement on one planned set: a level, its causes, and what could not be assessed.

Reason to change: what a verdict says.
"""

from __future__ import annotations

import enum
from datetime import datetime

import attrs

from liftguard.judge.causes import Cause
from liftguard.judge.policy import Policy
from liftguard.lifts import LIFTS, lift_of
from liftguard.model.forecast import Band, Forecast
from liftguard.model.params import MODEL_VERSION
from liftguard.records import Movement, PlannedSet

__all__ = ["Level", "Step", "Verdict", "caveats_of", "judge_movement", "judge_set", "level_of"]

NOT_MODELLED = ("fatigue", "rapid_movement")
"""Causes that this version of the model has no part for."""

_LONG_BREAK_DAYS = 28.0  # house rule: four weeks
_HIGH_REPS = 10  # formulas for the single are unproven beyond [Mayhew2008]
_FEW_SETS = 5  # house rule


@enum.unique
class Level(enum.IntEnum):
    """
    How a planned set stands; worse is greater, and not knowing is worse than clear.

    Examples
    --------
    >>> Level.CLEAR < Level.UNKNOWN < Level.CAUTION < Level.BEYOND
    True
    """

    CLEAR = 0
    UNKNOWN = 1
    CAUTION = 2
    BEYOND = 3

    def __str__(self) -> str:
        return self.name


@attrs.frozen(kw_only=True)
class Step:
    """
    A change of the plan, and how it would stand.

    Parameters
    ----------
    code : str
        What changes: "lower_load" or "fewer_reps".
    planned : PlannedSet
        The set after the change.
    at : datetime
        When it would be done.
    level : Level
        How it would be judged.
    p_beyond : float
        How likely it would fail. [1]

    Examples
    --------
    >>> Step(code="lower_load", planned=PlannedSet(lift="squat", load_kg=100, reps=5),
    ...      at=datetime(2026, 1, 5), level=Level.CLEAR, p_beyond=0.03).code
    'lower_load'
    """

    code: str
    planned: PlannedSet
    at: datetime
    level: Level
    p_beyond: float


@attrs.frozen(kw_only=True)
class Verdict:
    """
    Whether a planned set is beyond what the athlete can do now, and why.

    It speaks of performance, never of injury; see docs/explanation/what_it_cannot_know.md.

    Parameters
    ----------
    level : Level
        How the set stands.
    p_beyond : float, optional
        Probability that the planned repetitions do not all go up; None where it cannot be
        computed, and not to be relied on where the level is UNKNOWN. [1]
    capacity : Band, optional
        Today's capacity for one repetition.
    max_load_kg : float, optional
        Heaviest loadable load for the same repetitions that stays below CAUTION; None
        where the level is UNKNOWN, and where the body alone is too much. [kg]
    causes : tuple of Cause
        Those with a size, the largest first.
    steps : tuple of Step
        Changes that clear a flag, the smallest first.
    not_assessed : tuple of str
        Causes about which nothing is known; never to be read as "no problem".
    caveats : tuple of str
        Codes of what makes this verdict less sure.
    at : datetime
        When the set would be done.
    planned : PlannedSet or Movement
        What was judged.
    days_since : float, optional
        Since the last set of the lift. [days]
    model_version : str
        Of the model.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> verdict = guard.check(guard.start(), pull, at=datetime(2026, 1, 5))
    >>> str(verdict.level), verdict.caveats
    ('UNKNOWN', ('no_sets', 'wide_belief'))
    """

    level: Level
    p_beyond: float | None
    capacity: Band | None
    max_load_kg: float | None
    causes: tuple[Cause, ...]
    steps: tuple[Step, ...]
    not_assessed: tuple[str, ...]
    caveats: tuple[str, ...]
    at: datetime
    planned: PlannedSet | Movement
    days_since: float | None
    model_version: str


def level_of(forecast: Forecast, policy: Policy) -> Level:
    """
    Judge a forecast by the host's thresholds.

    Parameters
    ----------
    forecast : Forecast
        Of the planned set.
    policy : Policy
        The thresholds.

    Returns
    -------
    Level
        UNKNOWN where nothing is computed or the belief is too wide, whatever p is.

    Examples
    --------
    >>> level_of(Forecast(p_beyond=0.5, capacity_sd=0.05), Policy())
    <Level.BEYOND: 3>
    >>> level_of(Forecast(p_beyond=0.001, capacity_sd=0.5), Policy())
    <Level.UNKNOWN: 1>
    """
    p, sd = forecast.p_beyond, forecast.capacity_sd
    if p is None or sd is None or policy.too_wide(sd):
        return Level.UNKNOWN
    if p >= policy.beyond:
        return Level.BEYOND
    return Level.CAUTION if p >= policy.caution else Level.CLEAR


def caveats_of(forecast: Forecast, planned: PlannedSet, policy: Policy) -> tuple[str, ...]:
    """
    List what makes a verdict less sure.

    Parameters
    ----------
    forecast : Forecast
        Of the planned set.
    planned : PlannedSet
        The set.
    policy : Policy
        For the widest belief.

    Returns
    -------
    tuple of str
        Codes.

    Examples
    --------
    >>> pull_up = PlannedSet(lift="pull_up", load_kg=0, reps=5)
    >>> caveats_of(Forecast(), pull_up, Policy())
    ('no_bodyweight', 'no_sets')
    """
    unknown = forecast.p_beyond is None
    long_ago = forecast.days_since is not None and forecast.days_since > _LONG_BREAK_DAYS
    idle = forecast.idle_days is not None and forecast.idle_days > _LONG_BREAK_DAYS
    rows = (
        ("no_bodyweight", unknown and lift_of(planned.lift).bodyweight_share > 0.0),
        ("no_load", unknown and lift_of(planned.lift).bodyweight_share == 0.0),
        ("unknown_lift", planned.lift not in LIFTS and forecast.sets == 0),
        ("no_sets", forecast.sets == 0),
        ("few_sets", 0 < forecast.sets < _FEW_SETS),
        ("long_break", long_ago),
        ("not_near_limit", idle and not long_ago),
        ("high_reps", planned.reps > _HIGH_REPS),
        ("wide_belief", policy.too_wide(forecast.capacity_sd)),
    )
    return tuple(code for code, holds in rows if holds)


def judge_set(
    forecast: Forecast,
    planned: PlannedSet,
    at: datetime,
    causes: tuple[Cause, ...],
    steps: tuple[Step, ...],
    max_load_kg: float | None,
    policy: Policy,
) -> Verdict:
    """
    Put a verdict together.

    Parameters
    ----------
    forecast : Forecast
        Of the planned set.
    planned : PlannedSet
        The set.
    at : datetime
        When it would be done.
    causes : tuple of Cause
        With their sizes.
    steps : tuple of Step
        That clear it.
    max_load_kg : float or None
        That stays below CAUTION. [kg]
    policy : Policy
        The thresholds.

    Returns
    -------
    Verdict
        On the set.

    Examples
    --------
    >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> judge_set(Forecast(), squat, datetime(2026, 1, 5), (), (), None, Policy()).level
    <Level.UNKNOWN: 1>
    """
    silent = () if forecast.p_beyond is not None else ("overload",)
    return Verdict(
        level=level_of(forecast, policy),
        p_beyond=forecast.p_beyond,
        capacity=forecast.capacity,
        max_load_kg=max_load_kg,
        causes=causes,
        steps=steps,
        not_assessed=(*NOT_MODELLED, *silent),
        caveats=caveats_of(forecast, planned, policy),
        at=at,
        planned=planned,
        days_since=forecast.days_since,
        model_version=MODEL_VERSION,
    )


def judge_movement(movement: Movement, at: datetime) -> Verdict:
    """
    Judge a movement without a bar, of which this version of the model knows nothing.

    Parameters
    ----------
    movement : Movement
        The movement.
    at : datetime
        When it would be done.

    Returns
    -------
    Verdict
        UNKNOWN, with no cause assessed.

    Examples
    --------
    >>> judge_movement(Movement(motion="rotation"), datetime(2026, 1, 5)).level
    <Level.UNKNOWN: 1>
    """
    return Verdict(
        level=Level.UNKNOWN,
        p_beyond=None,
        capacity=None,
        max_load_kg=None,
        causes=(),
        steps=(),
        not_assessed=(*NOT_MODELLED, "overload"),
        caveats=("movement_not_modelled",),
        at=at,
        planned=movement,
        days_since=None,
        model_version=MODEL_VERSION,
    )
