"""
Powerlifting meets: the table of attempts, and how it is read.

Reason to change: another layout of meet results.
"""

from __future__ import annotations

import csv
import gzip
import io
import math
import pathlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.evaluation.array_checks import Floats

__all__ = [
    "LIFTS",
    "Bools",
    "Meets",
    "Whole",
    "read_meets",
]

Bools = NDArray[np.bool_]
Whole = NDArray[np.int64]

LIFTS = ("deadlift", "squat", "bench")
"""The order of lifts in `Meets.attempts`."""

_SEXES = {"M": False, "F": True}
_ATTEMPTS = tuple(f"{lift}{turn}" for lift in "DSB" for turn in (1, 2, 3))
_COLUMNS = ("lifter_id", "sex", "age", "bodyweight_kg", "day", "equipment", *_ATTEMPTS)
_MOST_KG = 1000.0  # more than anybody lifted or weighed
_MOST_AGE = 120.0


def _numbers(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _ids(values: ArrayLike) -> Whole:
    return np.asarray(values, dtype=np.int64)


def _flags(values: ArrayLike) -> Bools:
    return np.asarray(values, dtype=np.bool_)


@attrs.frozen(kw_only=True, eq=False)
class Meets:
    """Meet entries, one row each: lifters in rising order, and each one's meets by day."""

    lifter: Whole = attrs.field(converter=_ids)
    female: Bools = attrs.field(converter=_flags)  # one sex for each lifter
    age: Floats = attrs.field(converter=_numbers)  # completed, NaN where unknown [years]
    bodyweight: Floats = attrs.field(converter=_numbers)  # NaN where unknown [kg]
    day: Floats = attrs.field(converter=_numbers)  # from any start [days]
    # of shape (n, 3, 3), by lift (`LIFTS`) and turn; negative where missed, NaN if none [kg]
    attempts: Floats = attrs.field(converter=_numbers)

    def __attrs_post_init__(self) -> None:
        shapes = {"attempts": (len(self.lifter), 3, 3)}
        for name in ("female", "age", "bodyweight", "day", "attempts"):
            got = getattr(self, name).shape
            wanted = shapes.get(name, (len(self.lifter),))
            if got != wanted:
                raise InvalidValue(where=f"Meets.{name}", got=got, wanted=f"the shape {wanted}")
        some = self.attempts != 0.0
        _hold("day", self.day, np.isfinite(self.day), "a finite day")
        _hold("age", self.age, ~(self.age < 0.0) & ~(self.age > _MOST_AGE), "0 to 120 years")
        weight = self.bodyweight
        _hold("bodyweight", weight, ~(weight <= 0.0) & ~(weight > _MOST_KG), "up to 1000 kg")
        _hold("attempts", self.attempts, some & ~(np.abs(self.attempts) > _MOST_KG), "a load")
        same = self.lifter[1:] == self.lifter[:-1]
        later = np.where(same, self.day[1:] >= self.day[:-1], self.lifter[1:] > self.lifter[:-1])
        _hold("day", self.day[1:], later, "lifters in rising order, each one's meets by day")
        one_sex = ~same | (self.female[1:] == self.female[:-1])
        _hold("female", self.female[1:], one_sex, "one sex for each lifter")

    def __len__(self) -> int:
        return len(self.lifter)

    def of(self, rows: ArrayLike) -> Meets:
        """Give some of the rows, by a mask or by rising row numbers."""
        chosen = np.asarray(rows)
        return Meets(**{field.name: getattr(self, field.name)[chosen] for field in _FIELDS})

    def best(self) -> Floats:
        """Give the best successful attempts by lift, shape (n, 3), NaN where none went up. [kg]"""
        made = np.where(self.attempts > 0.0, self.attempts, -np.inf).max(axis=2)
        return np.where(made > 0.0, made, np.nan)

    def turn(self) -> Whole:
        """Give how many earlier meets each row's lifter has."""
        row = np.arange(len(self))
        new = np.ones(len(self), dtype=np.bool_)
        new[1:] = self.lifter[1:] != self.lifter[:-1]
        counted: Whole = row - np.maximum.accumulate(np.where(new, row, 0))
        return counted


_FIELDS = attrs.fields(Meets)


def _hold(name: str, values: NDArray[Any], good: Bools, wanted: str) -> None:
    """Refuse the first value that is not good."""
    if not good.all():
        place = tuple(int(one) for one in np.argwhere(~good)[0])
        at = ", ".join(map(str, place))
        raise InvalidValue(where=f"Meets.{name}[{at}]", got=values[place].item(), wanted=wanted)


# --- reading ---


def read_meets(path: str | pathlib.Path, *, equipment: str | None = "Raw") -> Meets:
    """
    Read a table of meets, sorted by lifter and day; rows of one day stay in the order of the file.

    A csv file, packed by gzip or plain, with the columns lifter_id, sex (M or F), age [years],
    bodyweight_kg, day [days], equipment, and the attempts D1 to D3, S1 to S3 and B1 to B3 [kg],
    negative where missed. Age, bodyweight and attempts may be empty. Only rows that say
    `equipment` are kept, all where it is None.
    """
    where = str(path)
    try:
        content = pathlib.Path(path).read_bytes()
        packed = content[:2] == b"\x1f\x8b"
        text = (gzip.decompress(content) if packed else content).decode("utf-8-sig")
    except OSError as error:
        wanted = "a table of meets that can be opened"
        raise UnreadableLog(where=where, got=error.strerror or str(error), wanted=wanted) from None
    except (EOFError, zlib.error, UnicodeDecodeError) as error:
        wanted = "an undamaged csv file, plain or packed by gzip"
        raise UnreadableLog(where=where, got=str(error), wanted=wanted) from None
    table = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in _COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        wanted = "the columns " + ", ".join(missing)
        raise UnreadableLog(where=where, got=table.fieldnames, wanted=wanted)
    rows = list(_rows_of(table, where, equipment))
    if not rows:
        raise UnreadableLog(where=where, got="no row", wanted=f"meets of equipment {equipment}")
    return _meets_of(rows)


def _rows_of(
    table: csv.DictReader[str], where: str, equipment: str | None
) -> Iterator[list[float]]:
    """Give each kept row as numbers: lifter, sex, the other columns."""
    for row in table:
        if equipment is not None and row["equipment"] != equipment:
            continue
        place = f"{where} line {table.line_num}"
        if row["sex"] not in _SEXES:
            raise InvalidValue(where=f"{place}, sex", got=row["sex"], wanted="M or F")
        lifter = _cell(row, "lifter_id", place)
        if not lifter.is_integer():
            raise InvalidValue(where=f"{place}, lifter_id", got=lifter, wanted="a whole number")
        others = [_cell(row, name, place) for name in ("age", "bodyweight_kg", "day", *_ATTEMPTS)]
        yield [lifter, float(_SEXES[row["sex"]]), *others]


def _cell(row: dict[str, Any], name: str, place: str) -> float:
    """Give a cell as a number, NaN where it is empty and may be."""
    text = row[name]
    if text == "" and name not in {"lifter_id", "day"}:
        return math.nan
    try:
        number = float(text)
    except (TypeError, ValueError):  # None where the row is too short
        number = math.nan
    if not math.isfinite(number):
        raise InvalidValue(where=f"{place}, {name}", got=text, wanted="a number")
    return number


def _meets_of(rows: Iterable[list[float]]) -> Meets:
    values = np.array(list(rows))
    values = values[np.lexsort((values[:, 4], values[:, 0]))]
    return Meets(
        lifter=values[:, 0],
        female=values[:, 1] == 1.0,
        age=values[:, 2],
        bodyweight=values[:, 3],
        day=values[:, 4],
        attempts=values[:, 5:].reshape(-1, 3, 3),
    )
