"""
What the cells of a row look like: whether they are what their columns hold.

Reason to change: a cell of another kind of column shows whether a row fits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from liftguard.importers.app import App, kind_of
from liftguard.importers.attempts import is_a_miss
from liftguard.importers.cells import (
    Wrong,
    is_load,
    is_number,
    mark_reader,
    read_distance,
    read_number,
    read_reps,
    read_rir,
    read_rpe,
    read_seconds,
    read_unit,
)
from liftguard.importers.dates import is_date

__all__ = ["SHOWING", "misfit", "row_fits"]

_BESIDE = ("rpe", "rir", "distance", "set_index", "seconds")  # which cost no set
# What a cell of a field must look like for a row to fit.
_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "when": is_date,
    "load": is_load,
    "kg": is_load,
    "lb": is_load,
    "reps": lambda text: (
        is_number(text) or not isinstance(read_reps(text), Wrong) or is_a_miss(text)
    ),
    "rpe": lambda text: is_number(text) or not isinstance(read_rpe(text), Wrong),
    "rir": lambda text: is_number(text) or not isinstance(read_rir(text), Wrong),
    "distance": lambda text: not isinstance(read_distance(text), Wrong),
    "set_index": is_number,
    "seconds": lambda text: not isinstance(read_seconds(text), Wrong),
    "unit": lambda text: not isinstance(read_unit(text), Wrong),
    "lift": lambda text: bool(text.strip()) and not text.strip().isdecimal(),
    "exercise": lambda text: isinstance(read_number(text), Wrong | None),
    "words": lambda text: isinstance(read_number(text), Wrong),  # where no header names them
    "figure": is_number,
}

SHOWING = frozenset(_LOOKS)
"""Fields whose cells show where they belong."""


def row_fits(row: Sequence[str], places: Mapping[str, int], app: App) -> bool:
    """Tell whether the cells of a row look like what their columns hold."""
    return misfit(row, places, app) is None


def misfit(
    row: Sequence[str], places: Mapping[str, int], app: App, *, beside: bool = True
) -> str | None:
    """Name the first field whose cell does not look like what its column holds."""
    for field, place in places.items():
        if not beside and field in _BESIDE:
            continue
        looks = _LOOKS.get(kind_of(field))
        above = app.day_once and field == "when" and not row[place].strip()
        if looks is not None and not above and not looks(row[place]):
            return field
    if "mark" not in places:
        return None
    mark = row[places["mark"]]
    known = mark.strip().casefold() in app.not_sets
    read = mark_reader(app.marks, numbered=app.numbered)
    return "mark" if not known and isinstance(read(mark), Wrong) else None
