"""
Sets that were done, as what is kept beside the numbers reads them, and what that is of one lift.

Reason to change: another field is remembered of.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.model.bar_speed import Speeds
from liftguard.model.bests import Bests
from liftguard.model.front import Front
from liftguard.model.last_time import Earlier, Latest
from liftguard.model.reports import NO_REPORTS, Reports

__all__ = ["NOTHING_BESIDE", "Beside", "Deeds", "heads_of"]

Floats = NDArray[np.float64]
Group = NDArray[np.bool_]


class Beside(NamedTuple):
    """The last fields of a `LiftState`."""

    bests: Bests = ()
    speeds: Speeds = ()
    reports: Reports = NO_REPORTS
    front: Front = ()
    earlier: Earlier = ()
    latest: tuple[Latest, ...] = ()


NOTHING_BESIDE = Beside()
"""Of a lift before its first set."""


class Deeds(NamedTuple):
    """
    Sets that were tried, those of each lift of each athlete in order of time.

    `place` tells the lifts apart and rises. `day` counts dates, `at_s` seconds from the log's first
    set; `clock_s` is the session's clock. `days` is the time since the last set of the lift, `left`
    what was left, and `said` what an RPE says of that [reps]. `reached` and `owed` are of the
    belief after the set [log kg], `top` is the bin of the heaviest load that went up, before and
    after it.
    """

    place: NDArray[np.intp]
    at_s: Floats
    day: NDArray[np.int64]
    clock_s: Floats
    days: Floats
    load_kg: Floats
    assist_kg: Floats
    log_load: Floats
    reps: Floats
    planned_reps: Floats
    missed: Group
    mark: NDArray[np.int8]
    kind: Floats
    left: Floats
    said: Floats
    mean_velocity_m_s: Floats
    reached: Floats
    owed: Floats
    top_before: Floats
    top_after: Floats


def heads_of(place: NDArray[np.intp]) -> NDArray[np.intp]:
    """Give where the sets of each place begin."""
    return np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1]))[: len(place)])
