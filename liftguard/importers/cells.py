"""
One cell of text and the value it stands for, or what would have been right.

Each distinct text of a column is read once, which is what makes large files quick.

Reason to change: a number, a mark or a duration is written in a new way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

import attrs

from liftguard.importers.app import Mark
from liftguard.phrase import Phrase

__all__ = [
    "UNITS",
    "Plan",
    "Wrong",
    "is_load",
    "is_number",
    "mark_reader",
    "parted_load",
    "plain",
    "plain_thousands",
    "read_column",
    "read_distance",
    "read_number",
    "read_plan",
    "read_reps",
    "read_rir",
    "read_rpe",
    "read_seconds",
    "read_unit",
]

T = TypeVar("T")

MOST_REPS = 1_000
_TOO_MUCH = 1e9  # no load, distance or time is that large
_LONGEST = 60  # letters of a number with words beside it
UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "lb"),
}

# What programs write where there is nothing.
_NOTHING = frozenset(
    (
        "nan",
        "none",
        "null",
        "nil",
        "n/a",
        "na",
        "#n/a",
        "<na>",
        "nat",
        "-",
        "--",
        "\u2013",
        "\u2014",
    )
)
_NUMERAL = r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
_NUMBER = re.compile(_NUMERAL)
_NARROW = re.compile(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
# Thousands: one mark between all groups of three, and another one before the decimals.
_GROUPED = re.compile(
    r"([+-]?[1-9][0-9]{0,2}([,.' \u2019])[0-9]{3}(?:\2[0-9]{3})*)((?!\2)[.,][0-9]+)?"
)
_EITHER = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")  # 1,135 may be heavy, or very light
_WITH_POINT = re.compile(r"[0-9,+-]*[.][0-9]+")
_WITH_COMMA = re.compile(r"[0-9+-]*,(?:[0-9]{1,2}|[0-9]{4,20})")
_CLOCK = re.compile(r"(?:([0-9]{1,5}):)?([0-9]{1,2}):([0-9]{1,2}(?:\.[0-9]+)?)")
_COUNT = re.compile(r"[0-9]+(?:\.0+)?")
_REPS = re.compile(
    rf"(?:[x\u00d7]\s*)?({_NUMERAL})\s*(?:[x\u00d7]|(?:reps?|repetitions?|times|wdh|wiederholung(?:en)?"
    r"|ripetizion[ei]|rip|r\u00e9p\u00e9titions?|r\u00e9ps?|repetici(?:\u00f3n|ones)"
    r"|repeti\u00e7(?:\u00e3o|\u00f5es)|herhaling(?:en)?|\u56de|\u6b21)\.?)?",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:[0-9]{1,3}\s*[x\u00d7]\s*)?(.+?)(?:\s*(?:[-\u2013\u2014]|to|bis)\s*(.+?))?\s*(\+?)",
    re.IGNORECASE,
)
_AS_MANY = frozenset(("amrap", "max", "failure", "to failure", "as many as possible"))
_UP_TO = rf"(?:\s*(?:[-\u2013\u2014~\u301c]|to|bis|a|\u00e0)\s*({_NUMERAL}))?"
_RPE = re.compile(
    rf"(?:rpe|@)?[\s:@~\u2248]*({_NUMERAL})(?:\s*/\s*10(?![0-9.,])|{_UP_TO})\s*(?:rpe)?",
    re.IGNORECASE,
)
_RIR = re.compile(rf"(?:rir)?[\s:~\u2248]*({_NUMERAL}){_UP_TO}\s*(?:rir)?", re.IGNORECASE)
_SECONDS = {
    word: length
    for words, length in (
        ("s sec secs second seconds sek sekunde sekunden secondo secondi seconde secondes", 1.0),
        ("segundo segundos", 1.0),
        ("m min mins minute minutes minuten minuto minuti minutos", 60.0),
        ("h hr hrs hour hours std stunde stunden ora ore heure heures hora horas", 3600.0),
    )
    for word in words.split()
}
_SPAN = re.compile(rf"({_NUMERAL})\s*([^\W\d_]+)\.?[\s,]*")
_DISTANCE = re.compile(
    rf"({_NUMERAL})\s*(?:km|m|mi|miles?|met(?:er|re)s?|yd|yards?|ft|feet)\.?", re.IGNORECASE
)
_LOAD = re.compile(r"(.*[0-9.,])\s*(#|[^\W\d_]+)\.?")
_BODY = re.compile(
    rf"(?:bw|body[\s-]?weight|k\u00f6rpergewicht|corpo libero|poids du corps|peso corporal)"
    rf"\s*(?:([+-])\s*({_NUMERAL})\s*([^\W\d_]*)\.?)?",
    re.IGNORECASE,
)


Plan = tuple[int | None, bool]
"""The least repetitions that were meant, where they are told, and whether the end was open."""


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


def plain(text: str) -> str:
    """Write a cell in ordinary digits, spaces and signs; a word for nothing is blank."""
    if not text.isascii():
        text = _in_ordinary_letters(_NARROW.sub("'", text)).replace("\u2212", "-")
    text = text.strip()
    return "" if text.casefold() in _NOTHING else text


def _in_ordinary_letters(text: str) -> str:
    """Write letters and digits of other widths as usual; powers, circled ones and such stay."""
    if not any(map(_is_no_digit, text)):
        return unicodedata.normalize("NFKC", text)
    parts = ("".join(part) for _, part in groupby(text, key=_is_no_digit))
    return "".join(part if _is_no_digit(part[0]) else _in_ordinary_letters(part) for part in parts)


def _is_no_digit(sign: str) -> bool:
    """Tell a sign that shows a number and is no digit of one: "5\u00b2" is not 52."""
    return unicodedata.category(sign) == "No"


def is_number(text: str) -> bool:
    """Tell whether a cell is blank or a number."""
    return not isinstance(read_number(text), Wrong)


def is_load(text: str) -> bool:
    """Tell whether a cell is blank or a load, which may have its unit beside it."""
    return is_number(parted_load(text)[0])


def parted_load(text: str) -> tuple[str, str]:
    """Part a load from the unit beside it: "60 kg" is "60" and "kg"; the body alone is "0"."""
    cell = plain(text)
    if len(cell) > _LONGEST or is_number(cell):
        return text, ""
    match = _BODY.fullmatch(cell)
    if match is not None:
        number, unit = (match[1] or "") + (match[2] or "0"), match[3] or ""
    elif (match := _LOAD.fullmatch(cell)) is not None and is_number(match[1]):
        number, unit = match[1], match[2]
    else:
        return text, ""
    known = "lb" if unit == "#" else UNITS.get(unit.casefold(), "")
    return (number, known) if known or not unit else (text, "")


def plain_thousands(texts: Iterable[str]) -> dict[str, str | None]:
    """Write each distinct load such as "1,135" as its column shows it to be; None where unclear."""
    # Among numbers with a decimal point its comma parts thousands, else it is a decimal one if
    # others have such. Unclear: where neither shows and most loads are of another kind.
    cells = {text: plain(text) for text in texts}
    either = {text: cell for text, cell in cells.items() if _EITHER.fullmatch(cell)}
    if not either or any(map(_WITH_COMMA.fullmatch, cells.values())):
        return {}
    if any(map(_WITH_POINT.fullmatch, cells.values())):
        return {text: cell.replace(",", "") for text, cell in either.items()}
    return {} if len(either) * 2 > len(cells) else dict.fromkeys(either)


def read_number(text: str) -> float | Wrong | None:
    """Read a number with a decimal point or comma; a blank is None."""
    # Groups of three count as thousands where the text shows that they are: "1,234.5" and
    # "1.234.567" do, "61,235" does not.
    text = plain(text)
    if not text:
        return None
    grouped = _GROUPED.fullmatch(text)
    if grouped is not None:
        whole, mark, decimals = grouped[1], grouped[2], grouped[3] or ""
        if decimals or whole.count(mark) > 1 or mark in "'\u2019":
            text = whole.replace(mark, "") + decimals
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", "."))
        if abs(number) < _TOO_MUCH:
            return number
    return Wrong(Phrase("a number"))


def _number_in(pattern: re.Pattern[str], text: str) -> float | Wrong | None:
    """Read the number that a pattern finds in a cell."""
    text = plain(text)
    match = pattern.fullmatch(text) if len(text) <= _LONGEST else None
    return read_number(text if match is None else match[1])


def read_reps(text: str) -> int | Wrong | None:
    """Read a count of repetitions; 8.0 is 8, and so are "8 reps" and "x8"."""
    number = _number_in(_REPS, text)
    if number is None:
        return None
    if isinstance(number, Wrong) or not number.is_integer() or not 0 <= number <= MOST_REPS:
        return Wrong(Phrase("a whole number from 0 to {most}, or blank", most=MOST_REPS))
    return int(number)


def read_plan(text: str) -> Plan | Wrong | None:
    """
    Read the repetitions that were meant; of "5-8" the lower end, of "3x5" those of one set.

    Zero means "none planned". "5+" has an open end, and "AMRAP" no other.
    """
    text = plain(text)
    if not text:
        return None
    if text.casefold() in _AS_MANY:
        return None, True
    match = _PLAN.fullmatch(text) if len(text) <= _LONGEST else None
    ends = [read_reps(end) for end in match.groups()[:2] if end] if match is not None else []
    counts = [end for end in ends if isinstance(end, int)]
    if match is None or not counts or len(counts) < len(ends):
        return Wrong(
            Phrase(
                "a whole number from 1 to {most}, such as 5, 5-8 or 5+, or blank",
                most=MOST_REPS,
            )
        )
    least, is_open = min(counts), bool(match[3])
    return (least or None, is_open) if least or is_open else None


def read_rpe(text: str) -> float | Wrong | None:
    """Read an exertion such as 8.5, "@8.5" or "8-9"; zero means "not recorded" in every app."""
    number = _middle_in(_RPE, text)
    if number is None or number == 0.0:
        return None
    if isinstance(number, Wrong) or not 1.0 <= number <= 10.0:
        return Wrong(Phrase("1 to 10, or blank"))
    return number


def read_rir(text: str) -> float | Wrong | None:
    """Read repetitions in reserve; unlike an exertion, zero is one."""
    number = _middle_in(_RIR, text)
    if number is None:
        return None
    if isinstance(number, Wrong) or not 0.0 <= number <= 9.0:
        return Wrong(Phrase("0 to 9, or blank"))
    return number


def _middle_in(pattern: re.Pattern[str], text: str) -> float | Wrong | None:
    """Read the number that a pattern finds in a cell, or the middle of two."""
    cell = plain(text)
    match = pattern.fullmatch(cell) if len(cell) <= _LONGEST else None
    if match is None:
        return read_number(text)
    ends = [read_number(end) for end in (match[1], match[2] or match[1])]
    numbers = [end for end in ends if isinstance(end, float)]
    return sum(numbers) / 2.0 if len(numbers) == 2 else Wrong(Phrase("a number"))


def read_distance(text: str) -> float | Wrong | None:
    """Read a distance, in whatever unit stands beside it."""
    return _number_in(_DISTANCE, text)


def read_seconds(text: str) -> float | Wrong | None:
    """Read a duration in seconds, as hours:minutes:seconds or as "1h 30m"."""
    text = plain(text)
    match = _CLOCK.fullmatch(text)
    if match is not None:
        return float(match[1] or 0) * 3600.0 + float(match[2]) * 60.0 + float(match[3])
    spans = _SPAN.findall(text) if len(text) <= _LONGEST else []
    if (
        not spans
        or _SPAN.sub("", text)
        or any(unit.casefold() not in _SECONDS for _, unit in spans)
    ):
        return read_number(text)
    return sum(
        float(number.replace(",", ".")) * _SECONDS[unit.casefold()] for number, unit in spans
    )


def read_unit(text: str) -> str | Wrong | None:
    """Read the name of a unit of load."""
    text = plain(text).casefold().rstrip(".")
    if not text:
        return None
    return UNITS.get(text) or Wrong(Phrase("kg or lb"))


def mark_reader(
    marks: Mapping[str, Mark], *, numbered: bool = True
) -> Callable[[str], Mark | Wrong]:
    """Make a reader for the marks of sets: their numbers, or one of an app's words."""
    words = ", ".join(marks)
    wanted = (
        Phrase("the number of the set, or one of {words}", words=words)
        if numbered
        else Phrase("one of {words}", words=words)
    )

    def read(text: str) -> Mark | Wrong:
        text = plain(text).casefold()
        if not text or (numbered and _COUNT.fullmatch(text)):
            return (None, False)
        return marks.get(text) or Wrong(wanted)

    return read
