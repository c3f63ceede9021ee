"""
The rules that every record keeps, whatever a host does to attrs' validators.

Reason to change: a rule that two kinds of record share.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, TypeVar, get_args

import numpy as np

from liftguard.choices import Motion, MovedBy
from liftguard.errors import InvalidValue
from liftguard.lifts import LIFTS, lift_key
from liftguard.phrase import Phrase
from liftguard.units import as_float

__all__ = [
    "HALF",
    "HEAVIEST_KG",
    "LIGHTEST_KG",
    "LOADS",
    "LONGEST_NAME",
    "MOTIONS",
    "MOVED_BY",
    "check_at",
    "check_flag",
    "check_is",
    "check_load",
    "check_moment",
    "check_motion",
    "check_number",
    "check_one_of",
    "check_text",
    "check_whole",
    "in_a_tuple",
    "keep_lift",
    "none_of",
]


_T = TypeVar("_T")

LONGEST_NAME = 500
"""Characters of the name of a lift."""

HALF = re.compile("[\ud800-\udfff]")
"""Half a letter of UTF-16, which no file and no database takes."""

_SHOWN = 60  # characters of a name that is too long

EARLIEST_YEAR, LATEST_YEAR = 1950, 2200
"""No log of an app is older, and no plan reaches further."""

LIGHTEST_KG, HEAVIEST_KG = 0.01, 2000.0
"""What is lifted weighs at least 10 g, and no leg press is loaded with two tonnes. [kg]"""

MOTIONS: tuple[Motion, ...] = get_args(Motion)
"""Ways in which the trunk moves."""

MOVED_BY: tuple[MovedBy, ...] = get_args(MovedBy)
"""What may make it move without a bar."""

LOADS = Phrase("0, or from {least:g} to {most:g} [kg]", least=LIGHTEST_KG, most=HEAVIEST_KG)
"""What a load can be, in words."""


def in_a_tuple(where: str, values: Iterable[_T]) -> tuple[_T, ...]:
    """Keep several values in a tuple; a text is one, not its letters."""
    if isinstance(values, str):
        hint = f"One alone is ({values[:_SHOWN]!r},)."
        raise InvalidValue(where=where, got=values, wanted="several in a list or tuple", hint=hint)
    if not isinstance(values, Iterable):
        raise InvalidValue(where=where, got=values, wanted="several in a list or tuple")
    return tuple(values)


def check_number(
    record: Any,  # noqa: ANN401 - any record of ours
    field: str,
    low: float,
    high: float,
    unit: str,
    *,
    optional: bool = False,
) -> None:
    """Make a field a finite float from low to high; None passes where it is optional."""
    value = getattr(record, field)
    if type(value) is float and low <= value <= high:  # stops NaN too
        return
    if value is None and optional:
        return
    number = as_float(value)
    if not low <= number <= high:
        wanted = Phrase("a number{unit} from {low:g} to {high:g}", unit=unit, low=low, high=high)
        if optional:
            wanted = Phrase("{wanted}, or None where it was not recorded", wanted=wanted)
        raise InvalidValue(where=f"{type(record).__name__}.{field}", got=value, wanted=wanted)
    object.__setattr__(record, field, number)


def check_load(record: Any, field: str) -> None:  # noqa: ANN401
    """Make a field a float that a load can be: nothing, or from the lightest to the heaviest."""
    value = getattr(record, field)
    if type(value) is float and (LIGHTEST_KG <= value <= HEAVIEST_KG or value == 0.0):
        return
    number = as_float(value)
    if not (LIGHTEST_KG <= number <= HEAVIEST_KG or number == 0.0):
        raise InvalidValue(
            where=f"{type(record).__name__}.{field}",
            got=value,
            wanted=LOADS,
            hint=Phrase("Loads are in kilograms; kg_from_lb turns pounds into them."),
        )
    object.__setattr__(record, field, number)


def check_whole(
    record: Any,  # noqa: ANN401
    field: str,
    low: int,
    high: int,
    *,
    optional: bool = False,
) -> None:
    """Make a field an int from low to high; 5.0 counts as 5, None passes where it is optional."""
    value = getattr(record, field)
    if type(value) is int and low <= value <= high:
        return
    if value is None and optional:
        return
    number = as_float(value)
    if not (low <= number <= high and number.is_integer()):
        wanted = Phrase("a whole number from {least} to {most}", least=low, most=high)
        if optional:
            wanted = Phrase("{wanted}, or None where it was not recorded", wanted=wanted)
        raise InvalidValue(where=f"{type(record).__name__}.{field}", got=value, wanted=wanted)
    object.__setattr__(record, field, int(number))


def check_is(
    value: object, kind: type | tuple[type, ...], where: str, wanted: str, hint: str = ""
) -> None:
    """Refuse an argument that is not of the kind that is asked for."""
    if not isinstance(value, kind):
        raise InvalidValue(where=where, got=value, wanted=wanted, hint=hint)


def check_motion(record: Any) -> None:  # noqa: ANN401
    """Refuse a movement of the trunk that is none, at a speed or with a load that is none."""
    check_one_of(record, "motion", MOTIONS)
    check_number(record, "peak_velocity_deg_s", 0.0, 2000.0, " [deg/s]", optional=True)
    check_load(record, "load_kg")
    check_one_of(record, "cause", MOVED_BY, optional=True)


def check_flag(record: Any, field: str) -> None:  # noqa: ANN401
    """Make a field True or False; numpy's own count, words and numbers do not."""
    value = getattr(record, field)
    if type(value).__name__ not in ("bool", "bool_"):
        raise InvalidValue(
            where=f"{type(record).__name__}.{field}", got=value, wanted="True or False"
        )
    object.__setattr__(record, field, bool(value))


def check_one_of(
    record: Any,  # noqa: ANN401
    field: str,
    choices: Collection[str],
    *,
    optional: bool = False,
) -> None:
    """Refuse a field that is none of the words it may be."""
    value = getattr(record, field)
    if (value is None and optional) or (isinstance(value, str) and value in choices):
        return
    also = ", or None" if optional else ""
    raise none_of(f"{type(record).__name__}.{field}", value, choices, also)


def none_of(where: str, value: object, choices: Collection[str], also: str = "") -> InvalidValue:
    """Make the error for a word that is none of a few, with the nearest of them as a hint."""
    word = value.replace(" ", "_").casefold() if isinstance(value, str) else ""
    near = get_close_matches(word, choices, n=1)
    return InvalidValue(
        where=where,
        got=value,
        wanted="one of " + ", ".join(choices) + also,
        hint=f"Is {near[0]!r} meant?" if near else "",
    )


def check_text(record: Any, field: str) -> None:  # noqa: ANN401
    """Refuse a field that is neither text nor None."""
    value = getattr(record, field)
    if value is not None and not isinstance(value, str):
        raise InvalidValue(
            where=f"{type(record).__name__}.{field}", got=value, wanted="text, or None"
        )


def check_moment(record: Any, field: str = "at") -> None:  # noqa: ANN401
    """Make a field a datetime of our times."""
    value = getattr(record, field)
    if type(value) is datetime and EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        return
    object.__setattr__(record, field, check_at(value, f"{type(record).__name__}.{field}"))


_MADE_BY: Mapping[type, str] = MappingProxyType(
    {
        str: "datetime.fromisoformat(text) makes one.",
        np.datetime64: "lg.fleet.moment_of(at) makes one.",
        datetime: "",  # NaT
        date: "A day alone is a datetime at midnight, of a LoggedSet with at_known_to='day'.",
        int: "datetime.fromtimestamp(seconds, UTC) makes one.",
        float: "datetime.fromtimestamp(seconds, UTC) makes one.",
    }
)
"""How a datetime is had of what was passed for one."""


def check_at(value: object, where: str) -> datetime:
    """
    Give a datetime of our times, and refuse anything else; pandas' NaT is none.

    What another library has made of a datetime, such as the Timestamp of pandas with its
    nanoseconds, becomes one of Python: it is compared and stored as all others are.
    """
    if not isinstance(value, datetime) or value != value:  # noqa: PLR0124 - so is NaT told
        hint = next((said for kind, said in _MADE_BY.items() if isinstance(value, kind)), "")
        raise InvalidValue(where=where, got=value, wanted="a datetime", hint=hint)
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        raise InvalidValue(
            where=where,
            got=value.isoformat(),
            wanted=Phrase("a date from {first} to {last}", first=EARLIEST_YEAR, last=LATEST_YEAR),
            hint=Phrase("Is the order of day, month and year right?"),
        )
    if type(value) is datetime:
        return value
    clock = (value.hour, value.minute, value.second, value.microsecond)
    return datetime.combine(
        date(value.year, value.month, value.day), time(*clock, value.tzinfo, fold=value.fold)
    )


def keep_lift(record: Any) -> None:  # noqa: ANN401
    """Turn the name of a lift into its key; an unknown lift keeps its own name."""
    name = record.lift
    if type(name) is str and name in LIFTS:
        return
    where = f"{type(record).__name__}.lift"
    if not isinstance(name, str) or not name.strip():
        raise InvalidValue(where=where, got=name, wanted=Phrase("the name of a lift"))
    if len(name) > LONGEST_NAME:
        wanted = Phrase("the name of a lift, of at most {most} letters", most=LONGEST_NAME)
        raise InvalidValue(where=where, got=name[:_SHOWN], wanted=wanted)
    if not name.isascii() and HALF.search(name):
        raise InvalidValue(where=where, got=ascii(name), wanted=Phrase("a name that can be stored"))
    object.__setattr__(record, "lift", lift_key(name))
