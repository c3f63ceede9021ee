"""
The judgement on one planned set: a level, its causes, and what could not be assessed.

Reason to change: what a verdict says.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import attrs

from liftguard.judge.causes import Cause
from liftguard.judge.policy import Policy
from liftguard.model.forecast import Band, Forecast
from liftguard.records import Movement, Pain, PlannedSet
from liftguard.shown import shown

__all__ = [
    "Advice",
    "Level",
    "MovementStep",
    "Step",
    "Verdict",
    "is_too_big_a_step",
    "level_of",
    "worst_known",
]

_ROUNDING = 1e-9  # of a demand [log kg]


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


def worst_known(levels: Iterable[Level]) -> Level:
    """Give the worst level of sets that could be judged; UNKNOWN where none could."""
    known = (one for one in levels if one != Level.UNKNOWN)
    return max(known, default=Level.UNKNOWN)


@attrs.frozen(kw_only=True)
class Step:
    """
    A change of the plan, and how it would stand.

    Parameters
    ----------
    code : str
        What changes: "walk_first", "walk_lighter", "loosen", "more_rest", "ramp_first",
        "lower_load" (to the heaviest that is CLEAR), "begin_back" (to what a way back after time
        off or a pain begins with, which is less), "fewer_reps", "another_day", "another_lift",
        "deload", "way_back" or "begin".
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
class MovementStep:
    """
    What makes a movement without a bar easier, and how it would stand by the rule.

    Parameters
    ----------
    code : str
        What changes: "slower", "turn_feet", "in_parts", "brace", "less_load" or "walk_first".
    planned : Movement
        The movement after the change.
    at : datetime
        When it would be done.
    level : Level
        How it would be judged.
    score : float
        What it would have by the rule, where a quick movement of a warm and rested body has
        1. [1]

    Examples
    --------
    >>> MovementStep(code="slower", at=datetime(2026, 1, 5), level=Level.CLEAR, score=0.4,
    ...              planned=Movement(motion="rotation", peak_velocity_deg_s=30)).code
    'slower'
    """

    code: str
    planned: Movement
    at: datetime
    level: Level
    score: float


@shown
class Advice(tuple[Step, ...]):
    """
    Steps that clear a flagged set, the smallest change first; empty where none is needed.

    Examples
    --------
    >>> Advice() == ()
    True
    """

    __slots__ = ()


@shown
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
    band : Band, optional
        The most that goes up today for the planned repetitions; see `Forecast`.
    capacity : Band, optional
        Today's capacity for one repetition.
    max_load_kg : float, optional
        Heaviest loadable load for the same repetitions that is CLEAR, as `Guard.max_load` gives
        it, below 0 where it takes help, and the planned one itself where that is CLEAR and a
        little more. None where the level is UNKNOWN, where the body alone is too much of a lift
        that is done without help, and where a pain leaves no load. [kg]
    causes : tuple of Cause
        Those with a size, the largest first.
    doubt : float, optional
        What not knowing the athlete better adds to the excess, beside the causes. [log-odds]
    steps : tuple of Step or MovementStep
        Changes that clear a flag, the smallest first; of a movement all that make it easier,
        those that clear it first.
    not_assessed : tuple of str
        Causes about which nothing is known; never to be read as "no problem".
    missing_records : tuple of str
        Codes of the records that would allow them to be assessed.
    caveats : tuple of str
        Codes of what makes this verdict less sure.
    at : datetime
        When the set would be done.
    planned : PlannedSet or Movement
        What was judged.
    pain : Pain, optional
        That holds a ceiling over the lift.
    days_since : float, optional
        Since the last set of the lift. [days]
    model_version : str
        Of the model.
    breaks : tuple of Step
        Due before the set whatever its level, after one action over and over or work without
        any rest, and how it would stand after each; what they are worth no data show.

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
    steps: tuple[Step | MovementStep, ...]
    not_assessed: tuple[str, ...]
    missing_records: tuple[str, ...]
    caveats: tuple[str, ...]
    at: datetime
    planned: PlannedSet | Movement
    pain: Pain | None
    days_since: float | None
    model_version: str
    band: Band | None = None
    doubt: float | None = None
    breaks: tuple[Step, ...] = ()

    @property
    def is_relied_on(self) -> bool:
        """Whether the belief behind it is narrow enough to name loads and chances."""
        return self.level != Level.UNKNOWN and "wide_belief" not in self.caveats

    def to_frame(self) -> Any:  # noqa: ANN401 - pandas has types of its own
        """
        Give the verdict as a data frame of pandas with one row, to be joined with others.

        Returns
        -------
        pandas.DataFrame
            The plan, the level, the numbers, and the share and size of each cause, missing
            for those that were not assessed.

        Raises
        ------
        MissingExtra
            When pandas is not installed.

        Examples
        --------
        >>> import liftguard as lg
        >>> from datetime import datetime
        >>> guard = lg.Guard()
        >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
        >>> verdict = guard.check(guard.start(), pull, at=datetime(2026, 1, 5))
        >>> list(verdict.to_frame()["level"])
        ['UNKNOWN']
        """
        from liftguard.display import to_frame

        return to_frame(self)


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
        UNKNOWN where nothing is computed. Where the belief is too wide, BEYOND for a demand far
        above all that ever went up, CLEAR for what went up lately already, else UNKNOWN,
        whatever p is. What asks for more than a step above all that ever went up is CAUTION from
        a lower p on.

    Examples
    --------
    >>> level_of(Forecast(p_beyond=0.5, capacity_sd=0.05), Policy())
    <Level.BEYOND: 3>
    >>> level_of(Forecast(p_beyond=0.001, capacity_sd=0.5), Policy())
    <Level.UNKNOWN: 1>
    """
    p, sd = forecast.p_beyond, forecast.capacity_sd
    if p is None or sd is None:
        return Level.UNKNOWN
    if policy.too_wide(sd):
        return _level_in_doubt(forecast, p, policy)
    if p >= policy.beyond:
        return Level.BEYOND
    flagged = p >= policy.caution or is_too_big_a_step(forecast, policy)
    return Level.CAUTION if flagged else Level.CLEAR


def is_too_big_a_step(forecast: Forecast, policy: Policy) -> bool:
    """Tell whether a set is too much for one that asks for more than a step above all before."""
    if forecast.above is None or forecast.above <= 0.0 or forecast.parts is None:
        return False
    if (forecast.p_beyond or 0.0) < policy.caution_above:
        return False
    asks = float(forecast.parts.demand)
    return asks > policy.a_step_above(asks - forecast.above) + _ROUNDING


def _level_in_doubt(forecast: Forecast, p: float, policy: Policy) -> Level:
    """Judge under a belief that is too wide: by what went up, not by what is believed."""
    if forecast.above is not None and forecast.above > math.log(policy.far_above):
        return Level.BEYOND
    lately = (forecast.days_since or 0.0) <= policy.long_break_days
    proven = (forecast.proven or 0.0) >= policy.proven_sets
    return Level.CLEAR if proven and lately and p < policy.caution else Level.UNKNOWN
