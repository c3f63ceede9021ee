"""
How fast an athlete usually moves a load: the own baseline of bar speed.

Reason to change: what counts as the usual speed of a load.
"""

from __future__ import annotations

from statistics import median

from liftguard.model.params import Params

__all__ = ["Speeds", "usual_speed", "with_speed"]

Speeds = tuple[tuple[float, float], ...]
"""Loads and the mean velocity of the first repetition, the last sets. [log kg], [m/s]"""


def with_speed(speeds: Speeds, log_load: float, velocity: float, params: Params) -> Speeds:
    """Note the speed of a set; only the last few are kept."""
    return (*speeds, (log_load, velocity))[-int(params.speeds_kept) :]


def usual_speed(speeds: Speeds, log_load: float, params: Params) -> float | None:
    """
    Give the usual speed of a load: the slowest usual one of the loads up to it.

    Each load that was moved a few times has a usual speed, the median of those like it. A
    heavier one is never taken as faster, or more load could be the safer plan; nor is a speed
    drawn out beyond those seen: extrapolated to the single it misjudges the deadlift
    [Ruf2018]_. None below all of them.
    """
    near, known = params.alike_loads, [(load, speed) for load, speed in speeds if speed > 0.0]
    usual = []
    for centre, _ in known:
        alike = [speed for load, speed in known if abs(load - centre) <= near]
        if centre <= log_load + near and len(alike) >= params.fewest_speeds:
            usual.append(median(alike))
    return min(usual, default=None)
