"""
Planned sets of many athletes from columns: how each will go, and what is too much.

Reason to change: what of a plan is told as columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import LiftguardError, WrongOrder
from liftguard.fleet.begin import begin_chunk
from liftguard.fleet.chunk import Athlete, Chunk, guesses, row_at
from liftguard.fleet.people import athletes_of, check_guard, check_made_by, is_refused
from liftguard.fleet.sets import Sets, read_sets
from liftguard.fleet.states import States, states_of
from liftguard.guard import Guard
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level, level_of, worst_known
from liftguard.model.capacity import capacity
from liftguard.model.diary import NOTHING_NOTED, noted
from liftguard.model.experience import has_done
from liftguard.model.forecast import Forecast, Parts, looked_up, outlook, p_shown, shown_of
from liftguard.model.many import Places, read_many
from liftguard.model.params import Params
from liftguard.model.row import Row
from liftguard.model.squad import SESSION_IS_EXACT, numbers_of_body, numbers_of_lift, stand_many
from liftguard.model.standing import Standing, losses
from liftguard.model.state import AthleteState
from liftguard.model.step import step_as_planned
from liftguard.model.tables import Cells
from liftguard.records import PlannedSession, PlannedSet

__all__ = [
    "CheckedColumns",
    "Weighed",
    "check_columns",
    "is_for_the_loop",
    "planned_at",
    "read_plans",
    "stand_before",
    "weigh_many",
]

Floats = NDArray[np.float64]

_MOST_SETS = 10_000  # of a plan of one athlete
_ATHLETES = 4096  # of a chunk
_FEWEST = 64  # athletes: below that each is quicker alone


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CheckedColumns:
    """
    How the plans of many athletes stand, if they go as planned.

    Parameters
    ----------
    p_beyond : ndarray, shape (rows,)
        Of each row of the table of plans: the chance that it fails; NaN where it cannot be
        known. [1]
    level : ndarray of int, shape (rows,)
        `Level` of each; UNKNOWN for athletes with a problem.
    problems : mapping of str to LiftguardError
        By athlete: why nothing of the plan could be judged.
    in_arrays : float
        Share of the sets that were judged in arrays; the others by `Guard.check_plan`. [1]
    worst : mapping of str to Level
        By athlete, the worst first: of the sets that can be judged, UNKNOWN where none can, and
        for those with a problem.

    Examples
    --------
    >>> import liftguard as lg
    >>> import numpy as np
    >>> guard = lg.Guard()
    >>> plan = {"athlete": ["Ada"], "lift": ["squat"], "load_kg": [100.0], "reps": [5],
    ...         "at": np.array(["2026-01-05T18:00"], "M8[us]")}
    >>> dict(lg.fleet.check_columns(guard, {"Ada": guard.start()}, plan).worst)
    {'Ada': <Level.UNKNOWN: 1>}
    """

    p_beyond: Floats
    level: NDArray[np.int8]
    problems: Mapping[str, LiftguardError]
    in_arrays: float
    worst: Mapping[str, Level]

    def __repr__(self) -> str:
        return (
            f"CheckedColumns({len(self.p_beyond)} sets, {len(self.worst)} athletes, "
            f"{len(self.problems)} with a problem)"
        )


def check_columns(
    guard: Guard,
    states: Mapping[str, AthleteState],
    plans: Any,  # noqa: ANN401 - a table of any make
) -> CheckedColumns:
    """
    Judge what many athletes have planned, each set walked forward as `Guard.check_plan` does.

    It says who needs a look; `check` or `Guard.check_plan` then say why, and what would clear it.

    Parameters
    ----------
    guard : Guard
        For everybody.
    states : mapping of str to AthleteState
        By athlete; quickest as `States`. Who is not in it begins without history.
    plans : mapping of str to array, table of Arrow, or data frame
        A row for each planned set: `athlete`, `lift`, `at`, which is when its session starts,
        `load_kg`, `reps`, and where they are known the other fields of `PlannedSet`, and `rest_s`
        of the session. Rows of one athlete with one `at` are the sets of a session, in order.

    Returns
    -------
    CheckedColumns
        Chance and level of each row, and what is wrong with whom.

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
    >>> plan = {"athlete": ["Ada", "Bo"], "lift": ["squat", "squat"],
    ...         "at": np.array(["2026-01-05T18:00"] * 2, "M8[us]"),
    ...         "load_kg": [100.0, 1e50], "reps": [5, 5]}
    >>> found = check_columns(guard, {}, plan)
    >>> found.problems["Bo"].where, found.problems["Bo"].got
    ('plans, row 1, load_kg', 1e+50)
    """
    check_guard(guard)
    start = guard.start()
    read, held, people, problems = read_plans(plans, states, start)
    read = _walked(read, guard.params)
    people = [one for one in people if not _overlaps(one, read, problems)]
    size = len(plans["athlete"])
    p_beyond, level = np.full(size, np.nan), np.full(size, int(Level.UNKNOWN), dtype=np.int8)
    alone, together = _shared_out(people, read, guard.params)
    for some in together:
        with np.errstate(all="ignore"):
            found = _in_arrays(some, read, held, guard)
        p_beyond[found.rows], level[found.rows] = found.p, found.level
    for one in alone:
        rows = read.rows[one.first : one.first + one.sets]
        try:
            judged = guard.check_plan(held.get(one.name, start), _sessions(one, read)).sets
        except LiftguardError as error:
            problems[one.name] = error
        else:
            p_beyond[rows] = [np.nan if each.p_beyond is None else each.p_beyond for each in judged]
            level[rows] = [int(each.level) for each in judged]
    total = sum(one.sets for one in people)
    return CheckedColumns(
        p_beyond=p_beyond,
        level=level,
        problems=MappingProxyType(problems),
        in_arrays=1.0 - sum(one.sets for one in alone) / max(total, 1),
        worst=MappingProxyType(_worst(people, read, p_beyond, level, problems)),
    )


def read_plans(
    plans: Any,  # noqa: ANN401
    states: Mapping[str, AthleteState],
    start: AthleteState,
) -> tuple[Sets, States, list[Athlete], dict[str, LiftguardError]]:
    """Read plans and the states before them: whose they are, and who is refused for what."""
    read, held = read_sets(plans, _MOST_SETS, planned=True), states_of(states)
    check_made_by(held, start.made_by, "states")
    problems = dict(read.problems)
    people = [one for one in athletes_of(read, held, {}) if not is_refused(one, read, problems)]
    return read, held, people, problems


def _shared_out(
    people: list[Athlete], read: Sets, params: Params
) -> tuple[list[Athlete], list[tuple[Athlete, ...]]]:
    """Tell who goes through the loop, and share the others out in chunks of like lengths."""
    alone = [one for one in people if is_for_the_loop(one, read, params)]
    names = {one.name for one in alone}
    others = sorted((one for one in people if one.name not in names), key=lambda one: -one.sets)
    chunks = [
        tuple(others[first : first + _ATHLETES]) for first in range(0, len(others), _ATHLETES)
    ]
    if chunks and len(chunks[-1]) < _FEWEST:
        alone += chunks.pop()
    return alone, chunks


def _worst(
    people: list[Athlete],
    read: Sets,
    p_beyond: Floats,
    level: NDArray[np.int8],
    problems: Mapping[str, LiftguardError],
) -> dict[str, Level]:
    """Order the athletes: the worst level first, within one the likeliest to fail."""
    found = []
    for one in people:
        rows = read.rows[one.first : one.first + one.sets]
        if one.name in problems:
            continue
        p = p_beyond[rows]
        highest = float(np.nanmax(p)) if not np.isnan(p).all() else -1.0
        worst = worst_known(map(Level, level[rows]))
        found.append((-int(worst), -highest, one.name))
    found += [(-int(Level.UNKNOWN), 1.0, name) for name in problems]
    return {name: Level(-worst) for worst, _, name in sorted(found)}


def _walked(read: Sets, params: Params) -> Sets:
    """Give each set of a session its moment: one rest after the set before it."""
    usual = np.where(np.isnan(read.rest_s), 60.0 * params.typical_rest_minutes, read.rest_s)
    owner = np.repeat(np.arange(len(read.names)), np.diff(read.starts))
    begins = np.ones(read.us.shape, dtype=bool)
    begins[1:] = (owner[1:] != owner[:-1]) | (read.us[1:] != read.us[:-1])
    heads = np.flatnonzero(begins)
    of = np.cumsum(begins) - 1
    rest = usual[heads][of] if len(heads) else usual
    nth = np.arange(len(of)) - (heads[of] if len(heads) else 0)
    us = read.us + nth * np.round(rest * 1e6).astype(np.int64)
    return read._replace(us=us, rest_s=np.where(begins, np.nan, rest))


def _overlaps(one: Athlete, read: Sets, problems: dict[str, LiftguardError]) -> bool:
    """Tell whether a session starts before the one before it is over, and say it."""
    us = read.us[one.first : one.first + one.sets]
    early = np.flatnonzero(np.diff(us) < 0)
    if early.size:
        last, next_one = (str(np.datetime64(int(us[early[0] + n]), "us")) for n in (0, 1))
        problems[one.name] = WrongOrder(
            where="plans, at",
            got=next_one,
            wanted=f"a moment not before the set before it, {last}",
            hint="Sessions stand in order of time and do not overlap.",
        )
    return bool(early.size)


def is_for_the_loop(one: Athlete, read: Sets, params: Params) -> bool:
    """Tell whether pains, fresh notes or planned speeds have a say, which no array holds."""
    own = slice(one.first, one.first + one.sets)
    diary, at = one.about.diary, read.time(one.first)
    speeds = not np.isnan(read.mean_velocity_m_s[own]).all()
    return bool(diary.pains) or speeds or noted(diary, at, "set", params) != NOTHING_NOTED


def _sessions(one: Athlete, read: Sets) -> Iterator[PlannedSession]:
    """Make the sessions of one athlete."""
    own = range(one.first, one.first + one.sets)
    starts = [at for at in own if np.isnan(read.rest_s[at])]
    for start, end in zip(starts, [*starts[1:], own.stop], strict=True):
        rest = float(read.rest_s[start + 1]) if end > start + 1 else None
        sets = [planned_at(read, each) for each in range(start, end)]
        yield PlannedSession(at=read.time(start), sets=tuple(sets), rest_s=rest)


def planned_at(read: Sets, at: int) -> PlannedSet:
    """Make the plan of one row."""
    return PlannedSet(
        lift=read.lifts[read.lift[at]],
        load_kg=float(read.load_kg[at]),
        reps=int(read.reps[at]),
        rpe=read.number("rpe", at),
        to_failure=bool(read.to_failure[at]),
        assist_kg=float(read.assist_kg[at]),
        mean_velocity_m_s=read.number("mean_velocity_m_s", at),
    )


class _Judged(NamedTuple):
    rows: Places
    p: Floats
    level: NDArray[np.int8]


def _in_arrays(some: tuple[Athlete, ...], read: Sets, held: States, guard: Guard) -> _Judged:
    """Walk the plans of some athletes forward, the nth set of everybody at once."""
    chunk = begin_chunk(some, read, held, guard.params)
    # what is planned counts as a plan that is kept, with no repetitions short
    chunk = chunk._replace(row=chunk.row._replace(planned=chunk.row.reps))
    level = np.full(len(chunk.at), int(Level.UNKNOWN), dtype=np.int8)
    for nth in range(int(chunk.sizes[0])):
        at = chunk.step(nth)
        standing, row = stand_before(chunk, at, read, guard.params)
        found = weigh_many(standing, row, guard.params)
        chunk.p_beyond[at], level[at] = found.p_beyond, list(_levels(found, guard.policy))
        _expect(chunk, nth, standing, row, guard.params)
    return _Judged(read.rows[chunk.at], chunk.p_beyond, level)


def stand_before(chunk: Chunk, at: slice, read: Sets, params: Params) -> tuple[Standing, Row]:
    """Tell how the lifts of a step stand before its plans, and give these in numbers."""
    row, who = row_at(chunk, at), slice(0, at.stop - at.start)
    # as exact in time as the log was so far
    asked = row._replace(exact=chunk.squad.bodies[SESSION_IS_EXACT, who].copy())
    guess = guesses(chunk, read, at, params)
    return stand_many(chunk.squad, who, chunk.place[at], asked, guess, params), row


class Weighed(NamedTuple):
    """What levels depend on, as in `Forecast`; NaN for None."""

    p_beyond: Floats
    capacity_sd: Floats
    above: Floats
    demand: Floats
    proven: Floats
    days_since: Floats


def weigh_many(standing: Standing, row: Row, params: Params) -> Weighed:
    """Forecast planned sets, of many athletes, by how their lifts stand."""
    one, known = standing.one, ~np.isnan(row.log_load)
    load = np.where(known, row.log_load, 0.0)
    lost = losses(standing, load, None, params)
    parts = outlook(one.belief, load, row.reps, params, lost)
    record = looked_up(standing, load, row.reps, parts.demand, params)
    p = p_shown(parts, shown_of(standing, record, row.reps, params))
    return Weighed(
        np.where(known, p, np.nan),
        np.where(known, np.sqrt(capacity(one.belief)[1] + lost.doubt), np.nan),
        np.where(has_done(one.done), parts.demand - one.done.reached, np.nan),
        parts.demand,
        record.proven,
        standing.days,
    )


def _levels(found: Weighed, policy: Policy) -> Iterator[int]:
    """Give the levels, by the one rule that there is."""
    for p, sd, above, demand, proven, days in zip(
        *(column.tolist() for column in found), strict=True
    ):
        forecast = Forecast(
            p_beyond=None if p != p else p,  # noqa: PLR0124 - NaN: the load is not known
            capacity_sd=sd,
            parts=Parts(demand, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
            above=None if above != above else above,  # noqa: PLR0124
            proven=proven,
            days_since=days,
        )
        yield int(level_of(forecast, policy))


def _expect(chunk: Chunk, nth: int, standing: Standing, row: Row, params: Params) -> None:
    """Go on as if the sets went as planned, as `learn.expect` does with one."""
    squad, place, one = chunk.squad, chunk.place[chunk.step(nth)], standing.one
    tables: Any = Cells(squad.cells[place], np.arange(len(place)))  # which a plan does not change
    standing = standing._replace(one=one._replace(done=one.done._replace(table=tables)))
    row = row._replace(exact=np.ones_like(row.exact))
    after, kept = step_as_planned(standing, row, params, read_many)
    for held, values in zip(squad.bodies, numbers_of_body(after), strict=True):
        held[: len(place)] = values
    for held, values in zip(squad.lifts, numbers_of_lift(kept), strict=True):
        held[place] = values
    chunk.worked[place] = nth
