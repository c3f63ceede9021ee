"""
Kilograms and pounds, RPE and RIR, moments and elapsed days: the only conversions.

Reason to change: a new unit at the door. Inside, everything is kg, float days and the
ten-point RPE scale.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime
from numbers import Number
from typing import Any
from zoneinfo import ZoneInfo

from liftguard.errors import InvalidValue
from liftguard.phrase import Phrase

__all__ = [
    "KG_PER_LB",
    "SECONDS_PER_DAY",
    "as_float",
    "elapsed_days",
    "is_aware",
    "kg_from_lb",
    "lb_from_kg",
    "moment",
    "rir_from_rpe",
    "zone_named",
]

KG_PER_LB = 0.45359237
"""The international pound, exact by definition (1959 agreement). [kg/lb]"""

_DECIMALS = 6  # of a kilogram: a milligram
_MOST = 1e15  # from which on rounding to a milligram loses digits; no load in either unit
SECONDS_PER_DAY = 86_400.0
"""Of real time. [s/day]"""

_NO_PLACES = ("right", "posix", "posixrules", "localtime", "Factory")


def kg_from_lb(lb: float) -> float:
    """
    Convert pounds to kilograms, rounded to 1e-6.

    Parameters
    ----------
    lb : float
        A load. [lb]

    Returns
    -------
    float
        The same load. [kg]

    Raises
    ------
    InvalidValue
        When it is no number, or one that no load can be.

    Examples
    --------
    >>> kg_from_lb(405)
    183.70491
    >>> lb_from_kg(kg_from_lb(405))
    405.0
    """
    return round(_number(lb, "kg_from_lb") * KG_PER_LB, _DECIMALS)


def lb_from_kg(kg: float) -> float:
    """
    Convert kilograms to pounds, rounded to 1e-6; quarters of a pound come back as such.

    Parameters
    ----------
    kg : float
        A load. [kg]

    Returns
    -------
    float
        The same load. [lb]

    Raises
    ------
    InvalidValue
        When it is no number, or one that no load can be.

    Examples
    --------
    >>> lb_from_kg(100)
    220.462262
    """
    kg = _number(kg, "lb_from_kg")
    lb = round(kg / KG_PER_LB, _DECIMALS)
    plate = round(lb * 4.0) / 4.0
    return plate if round(plate * KG_PER_LB, _DECIMALS) == round(kg, _DECIMALS) else lb


def _number(value: object, where: str) -> float:
    number = as_float(value)
    if not abs(number) < _MOST:
        raise InvalidValue(where=where, got=value, wanted="a number that a load can be")
    return number


def as_float(value: object) -> float:
    """Give any kind of number as a float; NaN for what is none, or too large for one."""
    if isinstance(value, bool) or not isinstance(value, Number):  # a Decimal is welcome
        return math.nan
    try:
        return float(value)  # type: ignore[arg-type]
    except (OverflowError, TypeError, ValueError):  # too large, complex, a signalling NaN
        return math.nan


def rir_from_rpe(rpe: Any) -> Any:  # noqa: ANN401 - a float or an array
    """
    Turn a rating of perceived exertion into repetitions in reserve.

    Parameters
    ----------
    rpe : float or ndarray
        On the ten-point scale of resistance training [Zourdos2016]_, 1 to 10. [1]

    Returns
    -------
    float or ndarray
        Repetitions left. [reps]

    Examples
    --------
    >>> rir_from_rpe(8.5)
    1.5
    """
    return 10.0 - rpe


def is_aware(at: datetime) -> bool:
    """
    Tell whether a moment is an instant (has a UTC offset) or wall clock.

    Parameters
    ----------
    at : datetime
        Any moment.

    Returns
    -------
    bool
        True where it has a UTC offset.

    Examples
    --------
    >>> is_aware(datetime(2026, 1, 1, 18, 0))
    False
    """
    return at.tzinfo is not None and at.utcoffset() is not None


def elapsed_days(start: datetime, end: datetime) -> float:
    """
    Measure the time from one moment to another.

    Parameters
    ----------
    start, end : datetime
        Both wall clock or both instants; instants are compared in UTC, so that a
        change of clocks in between is counted as time that really passed.

    Returns
    -------
    float
        May be negative. [days]

    Raises
    ------
    InvalidValue
        When one is wall clock and the other an instant.

    Examples
    --------
    >>> elapsed_days(datetime(2026, 1, 1, 18, 0), datetime(2026, 1, 3, 6, 0))
    1.5
    """
    if is_aware(start) != is_aware(end):
        raise InvalidValue(
            where="at",
            got=end.isoformat(),
            wanted=f"the same kind of time as {start.isoformat()}",
            hint="Wall clock and instants cannot be mixed; read_log(tz=...) makes instants.",
        )
    if is_aware(start):
        start, end = start.astimezone(UTC), end.astimezone(UTC)
    return (end - start).total_seconds() / SECONDS_PER_DAY


def moment(at: datetime) -> datetime:
    """
    Bring a moment into the form in which moments are compared: wall clock, or UTC.

    Python takes an instant of an hour that clocks pass twice for none that is written in
    another zone, and both passes for one in the same zone. In UTC each is one moment,
    whichever way it was written.

    Parameters
    ----------
    at : datetime
        Any moment.

    Returns
    -------
    datetime
        The same moment.

    Examples
    --------
    >>> again = datetime(2025, 10, 26, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    >>> again == datetime.fromisoformat("2025-10-26T02:30+01:00")
    False
    >>> moment(again) == moment(datetime.fromisoformat("2025-10-26T02:30+01:00"))
    True
    """
    if at.tzinfo is None or at.tzinfo is UTC:
        return at
    return at.astimezone(UTC) if is_aware(at) else at.replace(tzinfo=None)


def zone_named(name: str, where: str = "zone") -> ZoneInfo:
    """
    Find the time zone of a name.

    Parameters
    ----------
    name : str
        Of a place, such as "Europe/Berlin", or "UTC". The zone of the machine ("localtime")
        is no one's, and those that count leap seconds ("right/UTC") are another time.
    where : str
        What the name was given for.

    Returns
    -------
    ZoneInfo
        The zone.

    Raises
    ------
    InvalidValue
        When there is no such zone.

    Examples
    --------
    >>> zone_named("Europe/Berlin").key
    'Europe/Berlin'
    """
    try:
        if name.partition("/")[0] not in _NO_PLACES:
            return ZoneInfo(name)
    except (AttributeError, KeyError, ValueError, TypeError, OSError):
        pass
    raise InvalidValue(
        where=where, got=name, wanted=Phrase("the name of a time zone, such as 'Europe/Berlin'")
    )
