"""
The loads that an athlete has for a lift: plates that are named, else steps seen in the log.

Loads are as the lifter counts them; below 0 they are help, which goes up and down in the same
steps. [kg]

Reason to change: which loads of a lift there are.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from liftguard.judge.loads import GRAM, loadable, loadable_from
from liftguard.judge.own_steps import known_loads, may_have_a_bar, own_steps
from liftguard.model.state import LiftState
from liftguard.records import Plates
from liftguard.records.checks import HEAVIEST_KG

__all__ = ["OwnLoads", "heaviest_that", "own_loads"]

_LOOK_KG = 0.5  # how finely the sums of plates are looked through
_ROUNDED = 0.1  # of the least step of plates: by so much a log may round a load of them
_SAME = 0.5  # of it: what is nearer than the next load is the same on these plates


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

    def near(self, kg: float) -> float:
        """Give the load that one of the log is but for rounding between units, else a lighter."""
        return self.down(kg + _ROUNDED * self._least(kg))

    def has(self, kg: float) -> bool:
        """Tell whether a load of the log is there, but for rounding."""
        return abs(self.near(kg) - kg) <= max(_ROUNDED * self._least(kg), 2.0 * GRAM)

    def is_same(self, kg: float, other_kg: float) -> bool:
        """Tell whether a load is one of the log, as near as plates can tell."""
        return abs(kg - other_kg) < max(_SAME * self._least(other_kg), 2.0 * GRAM)

    def above(self, kg: float) -> float | None:
        """Give the next heavier load; None where the plates do not reach."""
        if kg >= 0.0 and self.plates is not None:
            return loadable_from(max(self.near(kg), kg) + GRAM, self.plates)
        step = (self._steps(kg) + 1.0) * self.step_kg + self.from_kg
        if step - kg < 0.5 * self.step_kg:  # from a load between two steps, no hair's breadth
            step += self.step_kg
        return round(step, 6) if step <= HEAVIEST_KG else None

    def _least(self, kg: float) -> float:
        """Give the least that loads of plates are apart; 0 without, where the log's own count."""
        if kg < 0.0 or self.plates is None:
            return 0.0
        return 2.0 * min(self.plates.pairs_kg, default=0.5 * self.step_kg)

    def _steps(self, kg: float) -> int:
        return math.floor((kg - self.from_kg + GRAM) / self.step_kg)


def own_loads(lift: str, one: LiftState | None, plates: Plates | None) -> OwnLoads:
    """Find the loads of a lift by what is remembered of it; plates are those of a bar."""
    step_kg, from_kg = own_steps(lift, one, plates)
    plates = plates if may_have_a_bar(lift) else None
    return OwnLoads(plates, step_kg, known_loads(one), from_kg)


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
