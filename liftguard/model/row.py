"""
One logged set in numbers, for the step of the model; it holds no number of the model.

Reason to change: what of a set is learned from.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.model.moved import log_moved
from liftguard.model.special import Number, made
from liftguard.model.traits import Traits, traits_of
from liftguard.records import LoggedSet
from liftguard.units import rir_from_rpe

__all__ = [
    "FLOOR",
    "MISS",
    "PLAIN",
    "RATED",
    "WARM_UP",
    "Row",
    "is_rated",
    "kind_of",
    "kinds_of",
    "row_of",
]

Floats = NDArray[np.float64]
Group = NDArray[np.bool_]

MISS, FLOOR, WARM_UP, RATED, PLAIN = 0.0, 1.0, 2.0, 3.0, 4.0
"""The kinds of evidence that a set can be by itself; see `kind_of`."""


class Row(NamedTuple):
    """
    A set in numbers, floats or arrays.

    `at_s` counts from the log's first set [s], `rest_s` is NaN where nobody noted it, `exact` 1
    where the moment of the set is known. `log_load` is what was moved [log kg], `planned` how
    many repetitions were meant, `rir` what was left [reps]; all NaN where that is not known.
    """

    traits: Traits
    at_s: Number
    rest_s: Number
    exact: Number
    log_load: Number
    reps: Number
    missed: Number
    planned: Number
    rir: Number
    kind: Number


def row_of(entry: LoggedSet, at_s: float, bodyweight_kg: float | None) -> Row:
    """Turn a set into numbers."""
    rest_s, rpe = entry.rest_s, entry.rpe
    rir = math.nan if rpe is None else rir_from_rpe(rpe)
    load = log_moved(entry.lift, entry.load_kg, entry.assist_kg, bodyweight_kg)
    return made(
        Row,
        (
            traits_of(entry.lift),
            at_s,
            math.nan if rest_s is None else rest_s,
            1.0 if entry.at_known_to == "set" else 0.0,
            math.nan if load is None else load,
            float(entry.reps),
            1.0 if entry.missed else 0.0,
            math.nan if entry.planned_reps is None else float(entry.planned_reps),
            0.0 if entry.to_failure else rir,
            kind_of(entry),
        ),
    )


def kind_of(entry: LoggedSet) -> float:
    """
    Tell what kind of evidence a set can be.

    A drop set was done tired on purpose and is a floor at most, and so is one that stopped short
    of its plan without having been missed; a warm-up says nothing of the limit unless it was
    missed; otherwise a set was missed, says how much it left, or is plain.
    """
    if entry.kind == "drop":
        return FLOOR
    if entry.missed:
        return MISS
    if entry.kind == "warmup":
        return WARM_UP
    rated = entry.reps and (entry.to_failure or entry.rpe is not None)
    if rated:
        return RATED
    short = entry.planned_reps is not None and entry.reps < entry.planned_reps
    return FLOOR if short else PLAIN


def kinds_of(dropped: Group, missed: Group, warm_up: Group, rated: Group, short: Group) -> Floats:
    """Tell the kinds of many sets, by what each is marked as and whether it said what it left."""
    which = [dropped, missed, warm_up, rated, short]
    kinds: Floats = np.select(which, [FLOOR, MISS, WARM_UP, RATED, FLOOR], PLAIN)
    return kinds


def is_rated(entry: LoggedSet) -> bool:
    """Tell whether a set says how much was left: completed to failure, or with an RPE."""
    return kind_of(entry) == RATED
