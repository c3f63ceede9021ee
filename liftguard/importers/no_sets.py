"""
Tables that hold no sets, and what they hold instead: the reason why each is refused.

Totals are told by what stands in place of a set's load and repetitions, or by a count that
says that a row holds several sets; what stands beside a load and repetitions decides nothing.

Reason to change: another kind of table without sets, or another word for what it holds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence

from liftguard.errors import UnreadableLog
from liftguard.importers.app import kind_of, plain_name
from liftguard.importers.cells import read_number
from liftguard.lifts import find_lift
from liftguard.phrase import Phrase

__all__ = [
    "A_COLUMN_EACH",
    "TOTALS",
    "lift_in",
    "refusal",
    "refuse_what_holds_no_sets",
    "totals_in",
]

WANTED = Phrase("an export of an app, or a sheet with one row for each set")

MEETS = Phrase(
    "These are results of meets without their attempts: Squat1Kg, Squat2Kg and so on say them."
)
FORETOLD = Phrase("These are predictions, and nothing that was lifted.")
TOTALS = Phrase("These are totals of each exercise or workout, which hold no sets.")
PLANNED = Phrase("This is a plan: no column says what was lifted.")
A_COLUMN_EACH = Phrase(
    "Each lift has a column of its own, where a set needs a row, with its repetitions."
)
BODY = Phrase("These are measurements of the body, which hold no sets.")

_SAMPLE = 60  # rows that are looked at
_MOST_SHOWN = 200  # letters of what was found, in an error
_MOST_NAMES = 60  # columns whose names are looked up among the lifts
_SEVERAL = 1.9  # times its load by its repetitions: then a volume is of more than one set

_MEASURE = r"(weight|load|reps|repetitions|sets?|volume|tonnage|1rm|onerepmax|lifts?|kgs?|lbs?)"
_TOTALS = re.compile(
    rf"(total|max|best|top|avg|average|mean|sum|heaviest|estimated){_MEASURE}.*|.*{_MEASURE}total"
    r"|.*(1rm|onerepmax|volume|tonnage).*"
    r"|.*(sets?|reps|workouts?|sessions?)count|n(um(ber)?(of)?)?sets"
)
_COUNTS = re.compile(r".*(sets?|workouts?|sessions?)count|n(um(ber)?(of)?)?sets")
_VOLUMES = re.compile(r".*(volume|tonnage).*")
_BODY = re.compile(
    r"(left|right)?(neck|shoulders?|chest|biceps?|forearm|abdomen|waist|hips?|thigh|calf)(in|cm)?"
    r"|(body)?fat(_?percent(age)?)?|bmi"
)
_FORETOLD = re.compile(
    r"predict|forecast|foretold|projected|prognos|vorhersage|vorhergesagt|erwartet|pronostic|pronóstic"
    r"|prévision|previsi|previst|prevedut|прогноз|tahmin|预测|予測|예측"
)
_PLANNED = re.compile(
    r"(planned|target|prescribed|goal|scheduled|geplante?s?|soll|ziel|objetivo|cible|obiettivo)"
    rf"{_MEASURE}.*"
)
_OF_MEETS = re.compile(
    r"total(kg|lbs?)?|place|dots|wilks|glossbrenner|goodlift|ipfgl|ipfpoints|federation"
    r"|meet(name|date|country|town)?|weightclass(kg|lbs?)?|bodyweightclass|competition"
    r"|wettkampf|platz(ierung)?|compétition|competición|competição|gara|zawody|соревнования"
)
_BESIDE_A_LIFT = re.compile(
    r"[(\[].*?[)\]]|\b(?:best|max|top|pr|1rm|weight|load|reps|sets?|kgs?|lbs?|attempt)\b|\d+|[_#:-]+",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Z])")


def totals_in(
    header: Sequence[str], places: Mapping[str, int], rows: Sequence[Sequence[str]]
) -> str | None:
    """Name the column that shows that a row is of several sets; None where each may be of one."""
    taken, names = set(places.values()), list(map(plain_name, header))
    others = [place for place in range(len(header)) if place not in taken]
    for place in others:
        if _COUNTS.fullmatch(names[place]) and any(one > 1.0 for one in _numbers(rows, place)):
            return header[place]
    factors = [place for field, place in places.items() if _is_factor(field)]
    volumes = [place for place in others if _VOLUMES.fullmatch(names[place])]
    return next((header[one] for one in volumes if _is_of_several(rows, factors, one)), None)


def _numbers(rows: Sequence[Sequence[str]], place: int) -> list[float]:
    cells = (row[place] for row in rows[:_SAMPLE] if place < len(row))
    return [one for cell in cells if isinstance(one := read_number(cell), float)]


def _is_factor(field: str) -> bool:
    return kind_of(field) in ("load", "kg", "lb", "reps", "repetitions", "count")


def _is_of_several(rows: Sequence[Sequence[str]], factors: Sequence[int], volume: int) -> bool:
    """Tell whether a volume is a multiple of load times repetitions in half of the rows."""
    found: list[bool] = []
    for row in rows[:_SAMPLE]:
        cells = [read_number(row[at]) for at in (*factors, volume) if at < len(row)]
        numbers = [one for one in cells if isinstance(one, float)]
        if len(numbers) == len(factors) + 1 and (product := math.prod(numbers[:-1])):
            found.append(numbers[-1] >= _SEVERAL * product)
    return bool(found) and 2 * sum(found) >= len(found)


def refuse_what_holds_no_sets(header: Sequence[str], found: Collection[str], where: str) -> None:
    """Refuse a table by what it holds; `found` are our words for columns that were recognised."""
    plain = {name: plain_name(name[:_MOST_SHOWN]) for name in header}
    has_lift = "lift" in found
    has_sets = {"reps", "repetitions"} & set(found) and {"load", "kg", "lb"} & set(found)
    lifts = [] if has_lift else [one for one in header[:_MOST_NAMES] if lift_in(one) is not None]
    lifts = lifts if len(lifts) > 1 else []

    def named(pattern: re.Pattern[str]) -> list[str]:
        return [name for name, word in plain.items() if pattern.fullmatch(word)]

    body, meets = named(_BODY), named(_OF_MEETS)
    kinds = {
        MEETS: [*lifts, *meets] if lifts and meets else [],
        FORETOLD: [] if has_sets else [one for one in header if _FORETOLD.search(one.casefold())],
        TOTALS: [] if has_sets else named(_TOTALS),
        PLANNED: [] if has_sets else named(_PLANNED),
        A_COLUMN_EACH: lifts,
        BODY: body if len(body) > 1 else [],
    }
    for hint, columns in kinds.items():
        if columns:
            raise refusal(where, ", ".join(columns[:3]), hint)


def refusal(where: str, got: str, hint: str) -> UnreadableLog:
    """Make the error for a table that holds no sets."""
    return UnreadableLog(where=where, got=got[:_MOST_SHOWN], wanted=WANTED, hint=hint)


def lift_in(header: str) -> str | None:
    """Find the lift that a column such as "Squat (kg)", "Best3SquatKg" or "Bench 1" is of."""
    if len(header) > _MOST_SHOWN:
        return None
    name = _BESIDE_A_LIFT.sub(" ", _HUMP.sub(" ", header)).strip()
    if not any(map(str.isalpha, name)):
        return None
    return find_lift(header).key or find_lift(name).key
