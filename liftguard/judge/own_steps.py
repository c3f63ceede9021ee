"""
The steps that loads of a lift go in, as its log shows them.

Reason to change: how the steps of a machine, of dumbbells or of a bar are found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from liftguard.lifts import LIFTS, lift_of
from liftguard.model.last_time import Time, folded
from liftguard.model.state import LiftState
from liftguard.records import Plates
from liftguard.units import KG_PER_LB

__all__ = ["GRAM", "Steps", "known_loads", "loads_of", "may_have_a_bar", "own_steps"]

GRAM = 1e-3
"""What a load may be off by rounding, and is the same load. [kg]"""

_UNITS_KG = (0.25, 0.5 * KG_PER_LB)  # loads are whole numbers of one of these
_USUAL = (10, 10)  # 2.5 kg, 5 lb, in these units
_OFF_KG = 3e-3  # what a load may be off a whole number of them, by rounding
_FEWEST = 3  # different loads that tell the steps of a machine, one less beside a rise
_PLAIN = 0.5  # of the least difference: a smaller common step shows in no load
_STEPS_KG = (0.5, 10.0)  # of a stack or a rack of dumbbells: no finer, no coarser


class Steps(NamedTuple):
    """Loads a step apart, up and down from one of them: by default pairs of small plates. [kg]"""

    step_kg: float = _USUAL[0] * _UNITS_KG[0]
    from_kg: float = 0.0


def may_have_a_bar(lift: str) -> bool:
    """Tell whether plates of a bar may be those of a lift: of an unknown one they may."""
    return lift not in LIFTS or lift_of(lift).with_barbell


def own_steps(lift: str, one: LiftState | None, plates: Plates | None = None) -> Steps:
    """
    Find the steps of a lift by what is remembered of it.

    Of a lift that was never done they are the usual ones of the unit that plates are made in.
    """
    times = () if one is None else folded(one.earlier, one.latest)
    loads_kg = [] if one is None else [kg for _, kg, _ in one.front or ()]
    loads_kg += loads_of(times)
    if not loads_kg and plates is not None:
        return _steps(lift, [plates.bar_kg], ())
    # of sessions that went up alone: a miss makes no step finer
    return _steps(lift, loads_kg, [time.step_kg for time in times if time.step_kg])


def known_loads(one: LiftState | None) -> tuple[float, ...]:
    """List what was loaded, and what comes next where a load has been rising, lightest first."""
    if one is None:
        return ()
    both = {*one.earlier, *folded(one.earlier, one.latest)}
    next_kg = [round(time.load_kg + time.step_kg, 6) for time in both if time.moves > 0]
    latest = [kg for now in one.latest for kg in (now.load_kg, now.set_kg) if kg is not None]
    known = {*(kg for _, kg, _ in one.front or ()), *loads_of(both), *next_kg, *latest}
    return tuple(sorted(known))


def loads_of(times: Iterable[Time]) -> list[float]:
    """List the loads of some times, and those that they go back to."""
    goals = [time.goal_kg for time in times if time.goal_kg is not None]
    return [*(time.load_kg for time in times), *goals]


def _steps(lift: str, loads_kg: Iterable[float], rises_kg: Sequence[float]) -> Steps:
    """
    Give the smallest usual step, of loads and of what they rose by, and a load that it begins from.

    Of a bar that is 2.5 kg, or 5 lb where loads are pounds; else what all of them have in common:
    a stack of 45, 52 and 59 kg has steps of 7 from 3, as 1 is far below all that they differ by.
    """
    all_kg = [kg for kg in loads_kg if abs(kg) > GRAM]
    both = [*map(abs, all_kg), *(kg for kg in rises_kg if kg > GRAM)]
    fewest = _FEWEST - 1 if rises_kg else _FEWEST
    for unit, usual in zip(_UNITS_KG, _USUAL, strict=True):
        if any(abs(round(kg / unit) * unit - kg) > _OFF_KG for kg in both):
            continue
        wholes = sorted({round(kg / unit) for kg in both})
        if len(wholes) < fewest or lift_of(lift).with_barbell:
            return Steps(usual * unit)
        common, start = math.gcd(*wholes), 0
        loads = sorted({round(kg / unit) for kg in all_kg})
        gaps = [b - a for a, b in pairwise(loads)] + [
            round(kg / unit) for kg in rises_kg if kg > GRAM
        ]
        if gaps and loads and loads[0] > 0 and common < _PLAIN * min(gaps):
            common = math.gcd(*gaps)
            start = loads[0] % common
        own = _STEPS_KG[0] <= common * unit <= _STEPS_KG[1]
        return Steps(common * unit, start * unit) if own else Steps(usual * unit)
    return Steps()
