"""
The unit that a command answers in: the one asked for, else the log's own, else the lift's own.

A log may hold kilograms and pounds, each row with its own unit. There `--unit` says what to
answer in and changes no load, and without it each lift is answered in the unit that its loads
are whole in.

Reason to change: another way to choose the unit of an answer.
"""

from __future__ import annotations

import argparse
from collections import Counter

import liftguard as lg
from liftguard.choices import LogUnit, Unit
from liftguard.units import lb_from_kg

__all__ = ["MIXED", "plates_in", "unit_for"]

MIXED = "mixed"
_STEP = 0.5  # of small plates, in pounds and in kilograms
_EXACT = 1e-4  # kilograms are kept to a millionth


def unit_for(options: argparse.Namespace, log: lg.Log, lift: str | None = None) -> LogUnit:
    """Choose the unit in which is said what a log holds, of one lift or of all."""
    if log.unit != MIXED:
        return log.unit
    return options.unit or (_own_unit(log.history, lift) if lift is not None else "kg")


def plates_in(unit: LogUnit) -> lg.Plates | None:
    """Give the plates of a gym of a unit; those in kilograms go without saying."""
    return lg.Plates.lb() if unit == "lb" else None


def _own_unit(history: lg.History, lift: str) -> Unit:
    """Tell which unit most loads of a lift are whole in; kilograms where both are as many."""
    loads = [one.load_kg or one.assist_kg for one in history.sets if one.lift == lift]
    units = Counter("lb" if _is_whole(lb_from_kg(kg)) else "kg" for kg in loads if kg)
    return "lb" if units["lb"] > units["kg"] else "kg"


def _is_whole(load: float) -> bool:
    return abs(load / _STEP - round(load / _STEP)) < _EXACT
