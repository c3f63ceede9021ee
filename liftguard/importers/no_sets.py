"""
Tables that hold no sets: totals of an exercise or a workout, and measurements of the body.

Reason to change: another name for a total or a measurement.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from liftguard.errors import UnreadableLog
from liftguard.importers.app import plain_name
from liftguard.importers.cells import read_number

__all__ = ["are_of_each_set", "refuse_what_holds_no_sets", "totals_in"]

_SAMPLE = 60  # rows that are looked at
_MOST_SHOWN = 200  # letters of what was found, in an error
_TOTALS = re.compile(
    r"(total|max|best|avg|average|mean|sum(?!mary)|heaviest|estimated).*|.*(1rm|onerepmax|volume).*"
    r"|.*(sets?|reps|workouts?|sessions?)count|n(um(ber)?(of)?)?sets"
)
_OF_ONE_SET = re.compile(r"(e|est|estimated|calculated|epley|brzycki)?(1rm|onerepmax)(kg|lbs?)?")
_BODY = re.compile(
    r"(left|right)?(neck|shoulders?|chest|biceps?|forearm|abdomen|waist|hips?|thigh|calf)(in|cm)?"
    r"|(body)?fat(_?percent(age)?)?|bmi"
)


def are_of_each_set(
    totals: Sequence[str], factors: Sequence[int], rows: Sequence[Sequence[str]]
) -> bool:
    """Tell whether totals are what a single set gives: its 1RM, or load times repetitions."""
    return all(
        _OF_ONE_SET.fullmatch(plain_name(name))
        or all(_is_product(row, factors, rows[0].index(name)) for row in rows[1:_SAMPLE])
        for name in totals
    )


def _is_product(row: Sequence[str], factors: Sequence[int], product: int) -> bool:
    """Tell whether a cell is the product of the others."""
    cells = [read_number(row[at]) for at in (*factors, product) if at < len(row)]
    numbers = [one for one in cells if isinstance(one, float)]
    if len(numbers) < len(("load", "repetitions", "product")):
        return False
    *parts, whole = numbers
    return math.isclose(math.prod(parts), whole, rel_tol=0.01, abs_tol=1.0)


def refuse_what_holds_no_sets(header: Sequence[str], where: str) -> None:
    """Refuse totals and measurements by what they are."""
    body = [name for name in header if _BODY.fullmatch(plain_name(name))]
    if totals := totals_in(header):
        got, hint = totals[0], "These are totals of each exercise or workout, which hold no sets."
    elif len(body) > 1:
        got, hint = ", ".join(body[:3]), "These are measurements of the body, which hold no sets."
    else:
        return
    wanted = "one row for each set"
    raise UnreadableLog(where=where, got=got[:_MOST_SHOWN], wanted=wanted, hint=hint)


def totals_in(header: Sequence[str]) -> list[str]:
    """List the columns that hold totals or estimates, and no set."""
    return [name for name in header if _TOTALS.fullmatch(plain_name(name[:_MOST_SHOWN]))]
