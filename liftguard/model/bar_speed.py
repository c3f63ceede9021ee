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
    Give the usual speed of a load.

    Speed is compared with the own speed at the same load only: extrapolated to the single
    it misjudges the deadlift [Ruf2018]_.
    """
    near = params.alike_loads
    alike = [speed for load, speed in speeds if abs(load - log_load) <= near and speed > 0.0]
    return median(alike) if len(alike) >= params.fewest_speeds else None
