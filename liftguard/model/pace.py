"""
How fast an athlete usually moves a load: the own baseline of bar speed.

Reason to change: what counts as the usual speed of a load.
"""

from __future__ import annotations

from statistics import median

__all__ = ["Speeds", "usual_speed", "with_speed"]

_KEPT = 12  # of the last sets whose speed was recorded
_ALIKE = 0.07  # log: loads this near move at a like speed, house rule
_FEWEST = 3  # of them, before there is a baseline

Speeds = tuple[tuple[float, float], ...]
"""Loads and the mean velocity of the first repetition, the last sets. [log kg], [m/s]"""


def with_speed(speeds: Speeds, log_load: float, velocity: float) -> Speeds:
    """
    Note the speed of a set.

    Parameters
    ----------
    speeds : tuple of (float, float)
        So far.
    log_load, velocity : float
        Of the set. [log kg], [m/s]

    Returns
    -------
    tuple of (float, float)
        The last twelve.

    Examples
    --------
    >>> with_speed((), 5.0, 0.4)
    ((5.0, 0.4),)
    """
    return (*speeds, (log_load, velocity))[-_KEPT:]


def usual_speed(speeds: Speeds, log_load: float) -> float | None:
    """
    Give the usual speed of a load.

    Parameters
    ----------
    speeds : tuple of (float, float)
        Of the last sets.
    log_load : float
        What is to be moved. [log kg]

    Returns
    -------
    float or None
        The median over loads within 7 %; None with fewer than three. [m/s]

    Notes
    -----
    Speed is compared with the own speed at the same load only: extrapolated to the single
    it misjudges the deadlift [Ruf2018]_.

    Examples
    --------
    >>> usual_speed(((5.0, 0.4), (5.01, 0.5), (4.99, 0.3), (4.0, 1.2)), 5.0)
    0.4
    """
    alike = [speed for load, speed in speeds if abs(load - log_load) <= _ALIKE and speed > 0.0]
    return median(alike) if len(alike) >= _FEWEST else None
