"""
What a set really moves: the load on the bar, a share of bodyweight, less assistance.

Reason to change: what counts as moved.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from liftguard.lifts import lift_of
from liftguard.records.checks import LIGHTEST_KG

__all__ = ["carried_kg", "log_moved", "logs_moved"]

Floats = NDArray[np.float64]


def carried_kg(lift: str, assist_kg: float, bodyweight_kg: float | None) -> float | None:
    """Give what moves besides the load; None where bodyweight matters and is not known. [kg]"""
    share = lift_of(lift).bodyweight_share
    if share == 0.0:
        return 0.0 - assist_kg
    return None if bodyweight_kg is None else share * bodyweight_kg - assist_kg


def log_moved(
    lift: str, load_kg: float, assist_kg: float, bodyweight_kg: float | None
) -> float | None:
    """Give the logarithm of what is moved; None where that is nothing or not known. [log kg]"""
    carried = carried_kg(lift, assist_kg, bodyweight_kg)
    if carried is None or load_kg + carried < LIGHTEST_KG:
        return None
    return math.log(load_kg + carried)


def logs_moved(share: Floats, load_kg: Floats, assist_kg: Floats, bodyweight_kg: Floats) -> Floats:
    """Give the same of many sets, by the shares of bodyweight that they move; NaN for None."""
    carried = np.where(share == 0.0, 0.0, share * bodyweight_kg) - assist_kg
    moved = load_kg + carried
    return np.log(np.where(moved >= LIGHTEST_KG, moved, np.nan))
