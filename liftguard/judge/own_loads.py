"""
The loads that an athlete has for a lift: plates that are named, else steps seen in the log.

Loads are as the lifter counts them; below 0 they are help, which goes up and down in the same
steps. [kg]

Reason to change: how the steps of a machine, of dumbbells or of a bar are found.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from liftguard.judge.loads import GRAM, loadable, loadable_from
from liftguard.judge.question import Question
from liftguard.lifts import LIFTS, lift_of
from liftguard.model.last_time import Time, folded
from liftguard.model.state import LiftState
from liftguard.records import Plates
from liftguard.records.checks import HEAVIEST_KG
from liftguard.units import KG_PER_LB

__all__ = ["OwnLoads", "at_hand", "heaviest_that", "own_loads"]

_UNITS_KG = (0.25, 0.5 * KG_PER_LB)  # loads are whole numbers of one of these
_USUAL = (10, 10)  # 2.5 kg, 5 lb, in these units
_OFF_KG = 3e-3  # what a load may be off a whole number of them, by rounding
_FEWEST = 3  # different loads that tell the steps of a machine, one less beside a rise
_LOOK_KG = 0.5  # how finely the sums of plates are looked through
_PLAIN = 0.5  # of the least difference: a smaller common step shows in no load
_STEPS_KG = (0.5, 10.0)  # of a stack or a rack of dumbbells: no finer, no coarser


class OwnLoads(NamedTuple):
    """
    What can be loaded: with plates, or in steps and what was loaded lately.

    `step_kg` is the smallest usual step, `known_kg` what was loaded, and what comes next where a
    load has been rising, the lightest first. The steps go up and down from `from_kg`.
    """

    plates: Plates | None
    step_kg: float
    known_kg: tuple[float, ...]
    from_kg: float = 0.0

    def down(self, kg: float) -> float:
        """Round a load down to one that there is, and that a plan may have."""
        kg = min(kg, HEAVIEST_KG)
        if kg >= 0.0 and self.plates is not None:
            return loadable(kg + GRAM, self.plates)
        step = self._steps(kg) * self.step_kg + self.from_kg
        known = [one for one in self.known_kg if one <= kg + GRAM]
        return round(max(step, *known[-1:]), 6) if known else round(step, 6)

    def above(self, kg: float) -> float | None:
        """Give the next heavier load; None where the plates do not reach."""
        if kg >= 0.0 and self.plates is not None:
            return loadable_from(kg + GRAM, self.plates)
        step = (self._steps(kg) + 1.0) * self.step_kg + self.from_kg
        if step - kg < 0.5 * self.step_kg:  # from a load between two steps, no hair's breadth
            step += self.step_kg
        return round(step, 6) if step <= HEAVIEST_KG else None

    def _steps(self, kg: float) -> int:
        return math.floor((kg - self.from_kg + GRAM) / self.step_kg)


def own_loads(lift: str, one: LiftState | None, plates: Plates | None) -> OwnLoads:
    """Find the loads of a lift by what is remembered of it."""
    if one is None:
        return OwnLoads(plates, *_steps(lift, (), ())[:1], ())
    times, front = folded(one.earlier, one.latest), [kg for _, kg, _ in one.front or ()]
    rises = [time.step_kg for time in times if time.step_kg]
    # of sessions that went up alone: a miss makes no step finer
    step_kg, from_kg = _steps(lift, [*front, *_loads_of(times)], rises)
    both = {*one.earlier, *times}
    next_kg = [time.load_kg + time.step_kg for time in both]
    latest = [kg for now in one.latest for kg in (now.load_kg, now.set_kg) if kg is not None]
    known = {*front, *_loads_of(both), *next_kg, *latest}
    return OwnLoads(plates, step_kg, tuple(sorted(known)), from_kg)


def at_hand(asked: Question) -> Question:
    """Leave plates out of a lift that is done without a bar: they are those of a bar."""
    lift = asked.planned.lift
    without = lift in LIFTS and not lift_of(lift).with_barbell
    return asked._replace(plates=None) if without else asked


def _loads_of(times: Iterable[Time]) -> list[float]:
    """List the loads of some times, and those that they go back to."""
    goals = [time.goal_kg for time in times if time.goal_kg is not None]
    return [*(time.load_kg for time in times), *goals]


def _steps(lift: str, loads_kg: Iterable[float], rises_kg: Sequence[float]) -> tuple[float, float]:
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
            return usual * unit, 0.0
        common, start = math.gcd(*wholes), 0
        loads = sorted({round(kg / unit) for kg in all_kg})
        gaps = [b - a for a, b in pairwise(loads)] + [
            round(kg / unit) for kg in rises_kg if kg > GRAM
        ]
        if gaps and loads and loads[0] > 0 and common < _PLAIN * min(gaps):
            common = math.gcd(*gaps)
            start = loads[0] % common
        own = _STEPS_KG[0] <= common * unit <= _STEPS_KG[1]
        return (common * unit, start * unit) if own else (usual * unit, 0.0)
    return _USUAL[0] * _UNITS_KG[0], 0.0


def heaviest_that(
    fits: Callable[[float], bool], most_kg: float, least_kg: float, loads: OwnLoads
) -> float | None:
    """
    Find the heaviest load up to a limit that fits, where a lighter one fits if a heavier does.

    None where not even the least does.
    """
    top = loads.down(most_kg)
    if top < least_kg - GRAM:
        return None
    if fits(top):
        return top
    points = _points(top, least_kg, loads)
    fit = bisect_left(points, True, key=lambda kg: not fits(loads.down(kg)))  # noqa: FBT003
    return loads.down(points[fit - 1]) if fit else None


def _points(top: float, least_kg: float, loads: OwnLoads) -> list[float]:
    """List loads below a limit at which to look, the lightest first: the same for every limit."""
    fine = _LOOK_KG if loads.plates is not None else loads.step_kg
    start = loads.from_kg if loads.plates is None else 0.0
    steps = range(math.ceil((least_kg - start) / fine - GRAM), math.ceil((top - start) / fine))
    known = loads.known_kg if loads.plates is None else ()
    some = {round(start + n * fine, 6) for n in steps} | {
        kg for kg in known if least_kg <= kg < top
    }
    return sorted(some)
