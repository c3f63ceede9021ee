"""
What is planned, for whom, and with which plates.

Reason to change: a new kind of thing that can be planned.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from typing import get_args

import attrs

from liftguard.choices import Motion, MovedBy, Sex
from liftguard.errors import InvalidValue
from liftguard.records.checks import (
    LIGHTEST_KG,
    check_flag,
    check_load,
    check_moment,
    check_motion,
    check_number,
    check_one_of,
    check_whole,
    in_a_tuple,
    keep_lift,
)
from liftguard.records.entries import FASTEST_M_S, LONGEST_REST_S, MOST_REPS, SLOWEST_M_S
from liftguard.units import KG_PER_LB, as_float, moment

__all__ = ["Movement", "PlannedSession", "PlannedSet", "Plates", "Profile"]

SEXES: tuple[Sex, ...] = get_args(Sex)

_HEAVIEST_PLATE_KG = 1000.0
_PER_KG = 1_000_000_000  # micrograms: a quarter of a pound is a whole number of them


def _in_a_tuple(weights: Iterable[float]) -> tuple[float, ...]:
    # a converter of its own: mypy's attrs plugin takes no generic one
    return in_a_tuple("Plates.pairs_kg", weights)


def _sets_in_a_tuple(sets: Iterable[PlannedSet]) -> tuple[PlannedSet, ...]:
    return in_a_tuple("PlannedSession.sets", sets)


@attrs.frozen(kw_only=True)
class PlannedSet:
    """
    One set that is meant to be done.

    Parameters
    ----------
    lift : str
        A key of `liftguard.LIFTS`, or any name that `find_lift` knows.
    load_kg : float
        External load as the lifter counts it: 0, or from 0.01 to 2000. [kg]
    reps : int
        Repetitions that must go up, 1 to 1000; for an AMRAP the minimum. [reps]
    rpe : float, optional
        Intended exertion, 1 to 10; moves only the expected reserve. [1]
    to_failure : bool
        As many repetitions as possible.
    assist_kg : float
        Load taken off by a machine or band: 0, or from 0.01 to 2000. [kg]
    mean_velocity_m_s : float, optional
        Mean concentric velocity of the first repetition, intended or just measured, 0.01 to
        10. [m/s]

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> PlannedSet(lift="deadlift", load_kg=180, reps=3).reps
    3
    """

    lift: str
    load_kg: float
    reps: int
    rpe: float | None = None
    to_failure: bool = False
    assist_kg: float = 0.0
    mean_velocity_m_s: float | None = None

    def __attrs_post_init__(self) -> None:
        keep_lift(self)
        check_load(self, "load_kg")
        check_whole(self, "reps", 1, MOST_REPS)
        check_flag(self, "to_failure")
        check_number(self, "rpe", 1.0, 10.0, "", optional=True)
        check_load(self, "assist_kg")
        check_number(self, "mean_velocity_m_s", SLOWEST_M_S, FASTEST_M_S, " [m/s]", optional=True)


@attrs.frozen(kw_only=True)
class PlannedSession:
    """
    The sets of one workout to come.

    Parameters
    ----------
    at : datetime
        When it starts.
    sets : tuple of PlannedSet
        In the order they will be done.
    rest_s : float, optional
        Rest between sets, 0 to a day. [s]

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> evening = PlannedSession(at=datetime(2026, 1, 5, 18),
    ...                          sets=[PlannedSet(lift="squat", load_kg=140, reps=5)])
    >>> len(evening.sets)
    1
    """

    at: datetime = attrs.field(eq=moment)
    sets: tuple[PlannedSet, ...] = attrs.field(converter=_sets_in_a_tuple)
    rest_s: float | None = None

    def __attrs_post_init__(self) -> None:
        check_moment(self)
        check_number(self, "rest_s", 0.0, LONGEST_REST_S, " [s]", optional=True)
        for planned in self.sets:
            if not isinstance(planned, PlannedSet):
                raise InvalidValue(where="PlannedSession.sets", got=planned, wanted="a PlannedSet")


@attrs.frozen(kw_only=True)
class Movement:
    """
    A bend, a turn or a straightening, with or without a load.

    Parameters
    ----------
    motion : {"flexion", "rotation", "side_bend", "extension"}
        Of the trunk.
    peak_velocity_deg_s : float, optional
        Highest angular velocity of the trunk, 0 to 2000. [deg/s]
    load_kg : float
        What is held: 0, or from 0.01 to 2000. [kg]
    cause : {"sneeze", "cough", "slip", "catch", "throw", "lift", "reach", "rise"}, optional
        What makes the trunk move; it tells roughly how quick, where that is not measured.

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> Movement(motion="rotation", peak_velocity_deg_s=90).load_kg
    0.0
    """

    motion: Motion
    peak_velocity_deg_s: float | None = None
    load_kg: float = 0.0
    cause: MovedBy | None = None

    def __attrs_post_init__(self) -> None:
        check_motion(self)


@attrs.frozen(kw_only=True)
class Profile:
    """
    What is known of an athlete before any log; every field may be missing.

    Parameters
    ----------
    sex : {"female", "male"}, optional
        For the strength that is usual.
    birth_year : int, optional
        1900 to 2100. [year]
    height_cm : float, optional
        Stature, 50 to 280. [cm]

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> Profile(sex="female", birth_year=1990).height_cm is None
    True
    """

    sex: Sex | None = None
    birth_year: int | None = None
    height_cm: float | None = None

    def __attrs_post_init__(self) -> None:
        check_one_of(self, "sex", SEXES, optional=True)
        if self.birth_year is not None:
            check_whole(self, "birth_year", 1900, 2100)
        check_number(self, "height_cm", 50.0, 280.0, " [cm]", optional=True)


@attrs.frozen(kw_only=True)
class Plates:
    """
    A bar and the pairs of plates at hand.

    Parameters
    ----------
    bar_kg : float
        The empty bar, 0.01 to 2000; 0 where there is none. [kg]
    pairs_kg : tuple of float
        The weight of one plate of each pair that is there, so a weight of which two
        pairs are at hand stands twice; each 0.01 to 1000. [kg]

    Raises
    ------
    InvalidValue
        When a weight is outside its range or the rack holds more than 60 pairs.

    Examples
    --------
    >>> Plates(bar_kg=20, pairs_kg=(20, 10, 5)).heaviest_up_to(87.0)
    80.0
    >>> Plates(bar_kg=20, pairs_kg=(20, 10, 5)).heaviest_up_to(19.0)
    0.0
    """

    bar_kg: float
    pairs_kg: tuple[float, ...] = attrs.field(converter=_in_a_tuple)

    def __attrs_post_init__(self) -> None:
        check_load(self, "bar_kg")
        if len(self.pairs_kg) > 60:
            raise InvalidValue(
                where="Plates.pairs_kg", got=len(self.pairs_kg), wanted="at most 60 pairs"
            )
        pairs = tuple(as_float(pair) for pair in self.pairs_kg)
        for pair, given in zip(pairs, self.pairs_kg, strict=True):
            if not LIGHTEST_KG <= pair <= _HEAVIEST_PLATE_KG:
                wanted = f"weights from {LIGHTEST_KG:g} to {_HEAVIEST_PLATE_KG:g} [kg]"
                raise InvalidValue(where="Plates.pairs_kg", got=given, wanted=wanted)
        object.__setattr__(self, "pairs_kg", pairs)

    @classmethod
    def kg(cls) -> Plates:
        """
        Give a usual kilogram rack: a 20 kg bar, six pairs of 25, and one of each smaller.

        Examples
        --------
        >>> Plates.kg().heaviest_up_to(139.9)
        137.5
        """
        return cls(bar_kg=20.0, pairs_kg=(25.0,) * 6 + (20.0, 15.0, 10.0, 5.0, 2.5, 1.25))

    @classmethod
    def lb(cls) -> Plates:
        """
        Give a usual pound rack: a 45 lb bar, eight pairs of 45, and the smaller ones.

        Examples
        --------
        >>> from liftguard.units import lb_from_kg
        >>> lb_from_kg(Plates.lb().heaviest_up_to(184.0))
        405.0
        """
        pairs = (45.0,) * 8 + (35.0, 25.0, 10.0, 10.0, 5.0, 2.5)
        # Not rounded one by one, or the sums of many plates would be off by a milligram or two.
        return cls(bar_kg=45.0 * KG_PER_LB, pairs_kg=tuple(lb * KG_PER_LB for lb in pairs))

    def heaviest_up_to(self, kg: float) -> float:
        """
        Find the heaviest load that can be put together without going above a limit.

        Parameters
        ----------
        kg : float
            The limit. [kg]

        Returns
        -------
        float
            0.0 where even the empty bar is too heavy. [kg]

        Raises
        ------
        InvalidValue
            When the limit is not a number.

        Examples
        --------
        >>> Plates(bar_kg=20, pairs_kg=(7.5, 5, 5)).heaviest_up_to(41)
        40.0
        """
        limit = as_float(kg)
        if math.isnan(limit):
            raise InvalidValue(where="Plates.heaviest_up_to kg", got=kg, wanted="a number [kg]")
        # Every sum of a choice of pairs, as whole micrograms: exact, and few for real racks.
        most = self.bar_kg + 2.0 * sum(self.pairs_kg)
        room = round((max(min(limit, most), 0.0) - self.bar_kg) * _PER_KG) + _PER_KG // 1_000_000
        if room < 0:
            return 0.0
        sums = {0}
        for pair in self.pairs_kg:
            both = 2 * round(pair * _PER_KG)
            sums |= {total + both for total in sums if total + both <= room}
        return round(self.bar_kg + max(sums) / _PER_KG, 6)
