"""
Planned sets of many athletes from columns, each by itself: how it will go.

Reason to change: what of a forecast is told as a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import LiftguardError
from liftguard.fleet.begin import begin_chunk
from liftguard.fleet.chunk import Athlete
from liftguard.fleet.people import check_guard
from liftguard.fleet.planning import (
    is_for_the_loop,
    planned_at,
    read_plans,
    stand_before,
    weigh_many,
)
from liftguard.fleet.sets import Sets
from liftguard.fleet.states import States
from liftguard.guard import Guard
from liftguard.model.state import AthleteState

__all__ = ["ForecastColumns", "forecast_columns"]

Floats = NDArray[np.float64]

_ROWS = 8192  # of a chunk


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ForecastColumns:
    """
    How planned sets of many athletes will go.

    Parameters
    ----------
    p_beyond, capacity_sd : ndarray, shape (rows,)
        Of each row of the table of plans, as in `Forecast`; NaN where it is not known. [1], [log]
    problems : mapping of str to LiftguardError
        By athlete: why nothing was forecast.

    Examples
    --------
    >>> import liftguard as lg
    >>> import numpy as np
    >>> plan = {"athlete": ["Ada"], "lift": ["squat"], "load_kg": [100.0], "reps": [5],
    ...         "at": np.array(["2026-01-05T18:00"], "M8[us]")}
    >>> lg.fleet.forecast_columns(lg.Guard(), {}, plan)
    ForecastColumns(1 sets, 0 athletes with a problem)
    """

    p_beyond: Floats
    capacity_sd: Floats
    problems: Mapping[str, LiftguardError]

    def __repr__(self) -> str:
        return (
            f"ForecastColumns({len(self.p_beyond)} sets, "
            f"{len(self.problems)} athletes with a problem)"
        )


def forecast_columns(
    guard: Guard,
    states: Mapping[str, AthleteState],
    plans: Any,  # noqa: ANN401 - a table of any make
) -> ForecastColumns:
    """
    Say how planned sets of many athletes will go, each by itself, as `Guard.forecast` does.

    Parameters
    ----------
    guard : Guard
        For everybody.
    states : mapping of str to AthleteState
        By athlete; quickest as `States`. Who is not in it begins without history.
    plans : mapping of str to array, table of Arrow, or data frame
        A row for each planned set: `athlete`, `lift`, `at`, when it would be done, `load_kg`,
        `reps`, and where they are known the other fields of `PlannedSet`.

    Returns
    -------
    ForecastColumns
        The chance of each row, and how wide the belief behind it is.

    Raises
    ------
    InvalidValue
        When the table has a column that nobody reads, or lacks one, or the states were made with
        other Params.

    Examples
    --------
    >>> import liftguard as lg
    >>> import numpy as np
    >>> guard = lg.Guard()
    >>> plan = {"athlete": ["Ada"] * 2, "lift": ["squat"] * 2,
    ...         "at": np.array(["2026-01-05T18:00"] * 2, "M8[us]"),
    ...         "load_kg": [60.0, 160.0], "reps": [5, 5]}
    >>> light, heavy = forecast_columns(guard, {}, plan).p_beyond
    >>> bool(light < heavy)
    True
    """
    check_guard(guard)
    start = guard.start()
    read, held, people, problems = read_plans(plans, states, start)
    each = [
        one._replace(first=at, sets=1)
        for one in people
        for at in range(one.first, one.first + one.sets)
    ]
    size = len(plans["athlete"])
    p_beyond, sd = np.full(size, np.nan), np.full(size, np.nan)
    alone = [one for one in each if is_for_the_loop(one, read, guard.params)]
    places = {one.first for one in alone}
    together = [one for one in each if one.first not in places]
    for first in range(0, len(together), _ROWS):
        some = tuple(together[first : first + _ROWS])
        rows = read.rows[[one.first for one in some]]
        p_beyond[rows], sd[rows] = _in_arrays(some, read, held, guard)
    for one in alone:
        state = held.get(one.name, start)
        found = guard.forecast(state, planned_at(read, one.first), at=read.time(one.first))
        row = read.rows[one.first]
        p_beyond[row] = np.nan if found.p_beyond is None else found.p_beyond
        sd[row] = np.nan if found.capacity_sd is None else found.capacity_sd
    return ForecastColumns(p_beyond=p_beyond, capacity_sd=sd, problems=MappingProxyType(problems))


def _in_arrays(
    some: tuple[Athlete, ...], read: Sets, held: States, guard: Guard
) -> tuple[Floats, Floats]:
    chunk = begin_chunk(some, read, held, guard.params)
    with np.errstate(all="ignore"):
        standing, row = stand_before(chunk, chunk.step(0), read, guard.params)
        found = weigh_many(standing, row, guard.params)
    return found.p_beyond, found.capacity_sd
