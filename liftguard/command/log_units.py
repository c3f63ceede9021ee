"""
The unit that a command answers in: the one asked for, else the log's own, else the lift's own.

`--unit` is the unit of loads that have none; those that have one keep it, and it says what to
answer in. Of a log that holds kilograms and pounds each lift is answered, without it, in the unit
of its latest use, and a set that is quoted in its own.

Reason to change: another way to choose the unit of an answer.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import islice

import liftguard as lg
from liftguard.choices import LogUnit, Unit
from liftguard.units import lb_from_kg

__all__ = ["MIXED", "plates_in", "unit_for", "unit_of_set"]

MIXED = "mixed"
_LATEST = 10  # loads that tell of the latest use
_STEP = 0.5  # of small plates, in pounds and in kilograms
_EXACT = 1e-4  # kilograms are kept to a millionth


def unit_for(options: argparse.Namespace, log: lg.Log, lift: str | None = None) -> LogUnit:
    """Choose the unit in which is said what a log holds, of one lift or of all."""
    if options.unit is not None:
        return "lb" if options.unit == "lb" else "kg"
    if log.unit != MIXED:
        return log.unit
    return _latest_unit(log.history, lift)


def unit_of_set(options: argparse.Namespace, log: lg.Log, load_kg: float, else_in: str) -> str:
    """Choose the unit in which a set is quoted: its own, where its load tells."""
    if log.unit != MIXED or options.unit:
        return else_in
    return _whole_in(load_kg) or else_in


def plates_in(unit: LogUnit) -> lg.Plates | None:
    """Give the plates of a gym of a unit; those in kilograms go without saying."""
    return lg.Plates.lb() if unit == "lb" else None


def _latest_unit(history: lg.History, lift: str | None) -> Unit:
    """Tell which unit most of the latest loads are whole in; the latest's where as many are."""
    sets = (one for one in reversed(history.sets) if lift is None or one.lift == lift)
    whole = (_whole_in(one.load_kg or one.assist_kg) for one in sets)
    told = (unit for unit in whole if unit is not None)
    units = Counter(islice(told, _LATEST))  # which keeps the order of what is as many
    return units.most_common(1)[0][0] if units else "kg"


def _whole_in(kg: float) -> Unit | None:
    """Tell in which unit alone a load is whole; None where both or none are."""
    in_kg, in_lb = _is_whole(kg), _is_whole(lb_from_kg(kg))
    return None if in_kg == in_lb else "kg" if in_kg else "lb"


def _is_whole(load: float) -> bool:
    return abs(load / _STEP - round(load / _STEP)) < _EXACT
