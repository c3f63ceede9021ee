"""
One cell of text and the value it stands for, or what would have been right.

Each distinct text of a column is read once, which is what makes large files quick.

Reason to change: a number, a mark or a duration is written in a new way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import attrs

from liftguard.importers.app import Mark

__all__ = [
    "UNITS",
    "Wrong",
    "is_number",
    "mark_reader",
    "read_column",
    "read_number",
    "read_reps",
    "read_rir",
    "read_rpe",
    "read_seconds",
    "read_unit",
]

T = TypeVar("T")

MOST_REPS = 1_000
_TOO_MUCH = 1e9  # no load, distance or time is that large
UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "lb"),
}

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_CLOCK = re.compile(r"(?:([0-9]{1,5}):)?([0-9]{1,2}):([0-9]{1,2}(?:\.[0-9]+)?)")
_COUNT = re.compile(r"[0-9]+(?:\.0+)?")


@attrs.frozen
class Wrong:
    """A text that stands for nothing, and what would have been right."""

    wanted: str


def read_column(
    texts: Sequence[str], read: Callable[[str], T | Wrong | None]
) -> tuple[list[T | None], dict[int, str]]:
    """Read every cell of a column; the second value tells what was wanted at bad places."""
    known = {text: read(text) for text in dict.fromkeys(texts)}
    values = {text: None if isinstance(value, Wrong) else value for text, value in known.items()}
    bad = {text: value.wanted for text, value in known.items() if isinstance(value, Wrong)}
    wanted = {place: bad[text] for place, text in enumerate(texts) if text in bad} if bad else {}
    return list(map(values.__getitem__, texts)), wanted


def is_number(text: str) -> bool:
    """Tell whether a cell is blank or a number."""
    return not isinstance(read_number(text), Wrong)


def read_number(text: str) -> float | Wrong | None:
    """Read a number with a decimal point or comma; a blank is None."""
    text = text.strip()
    if not text:
        return None
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", "."))
        if abs(number) < _TOO_MUCH:
            return number
    return Wrong("a number")


def read_reps(text: str) -> int | Wrong | None:
    """Read a count of repetitions; 8.0 is 8."""
    number = read_number(text)
    if number is None:
        return None
    if isinstance(number, Wrong) or not number.is_integer() or not 0 <= number <= MOST_REPS:
        return Wrong(f"a whole number from 0 to {MOST_REPS}, or blank")
    return int(number)


def read_rpe(text: str) -> float | Wrong | None:
    """Read an exertion; zero stands for "not recorded" in every app."""
    number = read_number(text)
    if number is None or number == 0.0:
        return None
    if isinstance(number, Wrong) or not 1.0 <= number <= 10.0:
        return Wrong("1 to 10, or blank")
    return number


def read_rir(text: str) -> float | Wrong | None:
    """Read repetitions in reserve; unlike an exertion, zero is one."""
    number = read_number(text)
    if number is None:
        return None
    if isinstance(number, Wrong) or not 0.0 <= number <= 9.0:
        return Wrong("0 to 9, or blank")
    return number


def read_seconds(text: str) -> float | Wrong | None:
    """Read a duration in seconds or as hours:minutes:seconds."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return read_number(text)
    return float(match[1] or 0) * 3600.0 + float(match[2]) * 60.0 + float(match[3])


def read_unit(text: str) -> str | Wrong | None:
    """Read the name of a unit of load."""
    text = text.strip().casefold().rstrip(".")
    if not text:
        return None
    return UNITS.get(text) or Wrong("kg or lb")


def mark_reader(marks: Mapping[str, Mark]) -> Callable[[str], Mark | Wrong]:
    """Make a reader for the marks of sets: their numbers, or one of an app's words."""
    words = ", ".join(marks)

    def read(text: str) -> Mark | Wrong:
        text = text.strip().casefold()
        if not text or _COUNT.fullmatch(text):
            return (None, False)
        return marks.get(text) or Wrong(f"the number of the set, or one of {words}")

    return read
