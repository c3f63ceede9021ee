"""
From the arrays of a chunk back to states, and on alone for those with sets left.

Reason to change: how a state is put together from what was kept in passing.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.errors import LiftguardError
from liftguard.fleet.beside import remembering_many
from liftguard.fleet.between import about_after
from liftguard.fleet.chunk import Athlete, Chunk, since_us
from liftguard.fleet.columns import datetime_of, microseconds
from liftguard.fleet.counts import Worked, count_many
from liftguard.fleet.deeds import Beside, Deeds
from liftguard.fleet.sets import Sets, entry_at
from liftguard.fleet.states import About, States, beside_of, lifts_in_columns, states_of, text_of
from liftguard.model.curve import demand
from liftguard.model.forecast import chance_of
from liftguard.model.learn import fold
from liftguard.model.monotony import Monotony
from liftguard.model.moved import log_moved
from liftguard.model.params import Params
from liftguard.model.session import Session
from liftguard.model.standing import Standing
from liftguard.model.state import AthleteState
from liftguard.model.tables import counts_of
from liftguard.records import LoggedSet
from liftguard.units import SECONDS_PER_DAY, rir_from_rpe

__all__ = ["Finished", "finish"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
_DAY_US = int(SECONDS_PER_DAY * 1e6)


class Finished(NamedTuple):
    """What a chunk comes to: states, and what was refused."""

    states: list[States]
    problems: dict[str, LiftguardError]


def finish(
    chunk: Chunk, sets: Sets, before: States, steps: int, made_by: str, params: Params
) -> Finished:
    """Give the states after so many steps in arrays, and after the sets that are left."""
    beside = _beside(chunk, sets, before, steps, params)
    done = _states(chunk, sets, before, steps, beside, made_by, params)
    longer = [rank for rank, one in enumerate(chunk.athletes) if one.sets > steps]
    if not longer:
        return Finished([done], {})
    whole = [one.name for one in chunk.athletes if one.sets <= steps]
    alone: dict[str, AthleteState] = {}
    problems: dict[str, LiftguardError] = {}
    for rank in longer:
        one = chunk.athletes[rank]
        try:
            alone[one.name] = _go_on(chunk, rank, sets, steps, done[one.name], params)
        except LiftguardError as error:
            problems[one.name] = error
            chunk.p_beyond[chunk.sets_of(rank)] = np.nan
    parts = [done.some(whole)] if whole else []
    return Finished([*parts, *([states_of(alone)] if alone else [])], problems)


def _go_on(
    chunk: Chunk, rank: int, sets: Sets, steps: int, state: AthleteState, params: Params
) -> AthleteState:
    """Learn the sets and notes that are left, one by one."""
    one = chunk.athletes[rank]
    notes = one.notes[_noted_by(one, sets, steps) :]
    entries = [
        *((microseconds(each.at), 0, each) for each in notes),
        *(
            (int(sets.us[at]), 1, entry_at(sets, at))
            for at in range(one.first + steps, one.first + one.sets)
        ),
    ]
    entries.sort(key=lambda each: each[:2])
    at = iter(chunk.sets_of(rank, steps).tolist())

    def reveal(done: LoggedSet, standing: Standing) -> None:
        here = next(at)
        load = log_moved(done.lift, done.load_kg, done.assist_kg, standing.bodyweight_kg)
        if load is not None:
            asked = float(chunk.asked[here])
            chunk.p_beyond[here] = chance_of(standing, load, asked, None, params)

    return fold(state, (each for _, _, each in entries), params, reveal)


def _noted_by(one: Athlete, sets: Sets, steps: int) -> int:
    """Count the notes that came before the next set, or all where there is none."""
    if one.sets <= steps:
        return len(one.notes)
    if not steps:
        return 0
    last = int(sets.us[one.first + steps - 1])
    return sum(microseconds(each.at) <= last for each in one.notes)


def _beside(
    chunk: Chunk, sets: Sets, before: States, steps: int, params: Params
) -> dict[int, Beside]:
    """Keep what the sets of the arrays were, of each lift that had some."""
    some = _tried(chunk, steps)
    some = some[np.argsort(chunk.place[some], kind="stable")]
    if not some.size:
        return {}
    at, row = chunk.at[some], chunk.row
    passing = chunk.passing_of(some)
    load, reps = row.log_load[some], sets.reps[at]
    since = np.array([since_us(one, sets) for one in chunk.athletes], dtype=np.int64)
    owner = chunk.owner[chunk.place[some]]
    deeds = Deeds(
        place=chunk.place[some],
        at_s=(sets.us[at] - since[owner]) / 1e6,
        day=sets.us[at] // _DAY_US - since[owner] // _DAY_US,
        clock_s=passing.clock_s,
        days=passing.days,
        load_kg=sets.load_kg[at],
        assist_kg=sets.assist_kg[at],
        log_load=load,
        reps=reps,
        planned_reps=sets.planned_reps[at],
        missed=sets.missed[at],
        mark=sets.kind[at],
        kind=row.kind[some],
        left=row.rir[some],
        said=rir_from_rpe(sets.rpe[at]),
        mean_velocity_m_s=sets.mean_velocity_m_s[at],
        reached=demand(load, np.maximum(reps, 1.0), passing.curve, params),
        owed=passing.owed,
        top_before=passing.top_before,
        top_after=passing.top_after,
    )
    held = {
        place: beside_of(before.lifts.beside[row_before])
        for place, row_before in _rows_before(chunk, before)
        if chunk.worked[place] >= 0
    }
    return remembering_many(held, deeds, params)


def _rows_before(chunk: Chunk, before: States) -> list[tuple[int, int]]:
    """Pair the lifts in the arrays with those of the states that were gone on from."""
    pairs = []
    for rank, one in enumerate(chunk.athletes):
        if one.place_before is None:
            continue
        places = range(chunk.first_lift[rank], chunk.first_lift[rank + 1])
        by_key = {chunk.keys[chunk.lift[place]]: place for place in places}
        pairs += [
            (by_key[before.lifts.keys[row]], row) for row in before.lifts_at(one.place_before)
        ]
    return pairs


def _states(
    chunk: Chunk,
    sets: Sets,
    before: States,
    steps: int,
    beside: dict[int, Beside],
    made_by: str,
    params: Params,
) -> States:
    """Put together the states as of so many steps, in the order of the chunk."""
    squad, worked = chunk.squad, chunk.worked
    texts = {place: before.lifts.beside[row] for place, row in _rows_before(chunk, before)}
    texts |= {place: text_of(one) for place, one in beside.items()}
    order = np.lexsort((worked, chunk.owner))  # the last worked last
    order = order[~np.isnan(squad.lifts[0, order])]
    starts = np.searchsorted(chunk.owner[order], np.arange(len(chunk.athletes) + 1))
    about = (_about(chunk, rank, sets, steps, params) for rank in range(len(chunk.athletes)))
    counted = _counted(chunk, steps, params)
    return States(
        made_by,
        tuple(one.name for one in chunk.athletes),
        tuple(one._replace(monotony=all_) for one, all_ in zip(about, counted, strict=True)),
        squad.bodies.T.copy(),
        starts.astype(np.int64),
        lifts_in_columns(
            tuple(chunk.keys[one] for one in chunk.lift[order].tolist()),
            squad.lifts[:, order].T.copy(),
            counts_of(squad.cells[order]),
            tuple(texts[place] for place in order.tolist()),
        ),
    )


def _about(chunk: Chunk, rank: int, sets: Sets, steps: int, params: Params) -> About:
    """Give what is kept of an athlete beside the numbers, as of so many steps."""
    one = chunk.athletes[rank]
    done = min(steps, one.sets)
    notes = one.notes[: _noted_by(one, sets, steps)]
    if not done:
        return about_after(one.about, notes, None, [], params)
    own = range(one.first, one.first + done)
    since = datetime_of(sets.us[own.start], aware=bool(sets.aware[own.start]))
    return about_after(
        one.about, notes, since, [_named(sets, at) for at in _last_moment(sets, own)], params
    )


def _named(sets: Sets, at: int) -> tuple[datetime, str | None]:
    return datetime_of(sets.us[at], aware=bool(sets.aware[at])), sets.ids[sets.id[at]]


def _last_moment(sets: Sets, own: range) -> list[int]:
    """List the sets that share the moment of the last one."""
    last = sets.us[own.stop - 1]
    first = own.stop - 1
    while first > own.start and sets.us[first - 1] == last:
        first -= 1
    return list(range(first, own.stop))


def _counted(chunk: Chunk, steps: int, params: Params) -> list[Monotony]:
    """Count the sets of the arrays, by athlete."""
    some = _tried(chunk, steps)
    passing, row, lift = chunk.passing_of(some), chunk.row, chunk.lift_of_set[some]
    nothing = np.zeros(0)
    worked = Worked(
        chunk.owner[chunk.place[some]],
        Session(
            *(passing.clock_s, nothing, nothing, passing.pattern, passing.in_a_row, nothing),
        ),
        chunk.traits.pattern[lift],
        chunk.traits.minor[lift],
        *(column[some] for column in (row.at_s, row.rest_s, row.exact)),
    )
    return count_many([one.about.monotony for one in chunk.athletes], worked, params)


def _tried(chunk: Chunk, steps: int) -> Places:
    """Give where the sets that went through the arrays stand, one athlete after the other."""
    some = chunk.in_rows()
    found: Places = some[chunk.tried[some] & (some < chunk.heads[steps])]
    return found
