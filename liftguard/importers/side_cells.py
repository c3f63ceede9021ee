"""
Cells beside the sets: exertion, rest, bar speed and bodyweight, in whatever unit they stand.

None of them costs a set: what is none of these is left aside, and the log says so.

Reason to change: what stands beside a set is written in another way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from liftguard.importers.cells import (
    Wrong,
    is_number,
    parted_load,
    plain,
    read_number,
    read_seconds,
)
from liftguard.importers.side_columns import unit_in
from liftguard.phrase import Phrase
from liftguard.records.entries import FASTEST_M_S, LONGEST_REST_S, SLOWEST_M_S
from liftguard.units import kg_from_lb

__all__ = ["bodyweight_reader", "rest_reader", "velocity_reader"]

Reader = Callable[[str], float | Wrong | None]

_SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}
_LONGEST_MIN = 15.0  # a bare number of a rest that is no larger counts minutes
_METRES = {"m/s": 1.0, "cm/s": 0.01, "mm/s": 0.001}
_SPEED = re.compile(r"([0-9.,]+)\s*(m|cm|mm)\s*/\s*s(?:ec)?", re.IGNORECASE)
_LIGHTEST_KG, _HEAVIEST_KG = 20.0, 400.0  # of a body


def rest_reader(texts: Sequence[str], column: str) -> Reader:
    """Make a reader of rests in seconds; zero is none that was recorded."""
    bare = [number for text in dict.fromkeys(texts) if (number := _bare(text))]
    guessed = "min" if bare and max(bare) <= _LONGEST_MIN else "s"
    unit = unit_in(column)
    factor = _SECONDS[unit if unit in _SECONDS else guessed]

    def read(text: str) -> float | Wrong | None:
        rest = read_seconds(text)
        if not rest or isinstance(rest, Wrong):
            return rest or None
        seconds = rest * (factor if is_number(text) else 1.0)
        if not 0.0 < seconds <= LONGEST_REST_S:
            return Wrong(Phrase("a rest of up to a day, such as 180 or 3:00"))
        return seconds

    return read


def _bare(text: str) -> float:
    number = read_number(text)
    return number if isinstance(number, float) else 0.0


def velocity_reader(column: str) -> Reader:
    """Make a reader of mean bar speeds in metres a second; zero is none that was measured."""
    unit = unit_in(column) or "m/s"
    if unit not in _METRES:
        return lambda text: Wrong(Phrase("a column in m/s")) if plain(text) else None

    def read(text: str) -> float | Wrong | None:
        match = _SPEED.fullmatch(plain(text))
        number = read_number(text if match is None else match[1])
        if not number or isinstance(number, Wrong):
            return Wrong(Phrase("a bar speed, such as 0.45 [m/s]")) if number else None
        speed = number * _METRES[unit if match is None else f"{match[2].lower()}/s"]
        if not SLOWEST_M_S <= speed <= FASTEST_M_S:
            return Wrong(
                Phrase(
                    "a bar speed from {least:g} to {most:g} [m/s]",
                    least=SLOWEST_M_S,
                    most=FASTEST_M_S,
                )
            )
        return round(speed, 6)

    return read


def bodyweight_reader(column: str, unit: str) -> Reader:
    """Make a reader of bodyweights in kilograms, in the unit of the loads where none is told."""
    own = unit_in(column)
    default = own if own in ("kg", "lb") else unit

    def read(text: str) -> float | Wrong | None:
        cell, told = parted_load(text)
        number = read_number(cell)
        if not number or isinstance(number, Wrong):
            return Wrong(Phrase("a bodyweight")) if number else None
        kg = kg_from_lb(number) if (told or default) == "lb" else number
        if not _LIGHTEST_KG <= kg <= _HEAVIEST_KG:
            return Wrong(
                Phrase(
                    "a bodyweight from {least:g} to {most:g} [kg]",
                    least=_LIGHTEST_KG,
                    most=_HEAVIEST_KG,
                )
            )
        return kg

    return read
