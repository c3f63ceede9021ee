"""
From the arrays of a chunk back to states, and on alone for those with sets left.

Reason to change: how a state is put together from what was kept in passing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.errors import LiftguardError
from liftguard.fleet.begin import since_us
from liftguard.fleet.beside import remembering_many
from liftguard.fleet.between import about_after
from liftguard.fleet.chunk import Athlete, Chunk, Passing
from liftguard.fleet.columns import microseconds
from liftguard.fleet.counts import Worked, count_many
from liftguard.fleet.deeds import Beside, Deeds
from liftguard.fleet.layout import in_rows
from liftguard.fleet.sets import KNOWN_TO_THE_SET, Sets, entry_at
from liftguard.fleet.states import About, States, beside_of, lifts_in_columns, states_of, text_of
from liftguard.model.curve import demand
from liftguard.model.forecast import chance_of
from liftguard.model.learn import fold
from liftguard.model.monotony import Monotony, with_easing
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
_AT_ONCE = 128  # athletes


class Finished(NamedTuple):
    """What a chunk comes to: states, and what was refused."""

    states: list[States]
    problems: dict[str, LiftguardError]


def finish(
    chunk: Chunk, sets: Sets, before: States, steps: int, made_by: str, params: Params
) -> Finished:
    """Give the states after so many steps in arrays, and after the sets that are left."""
    states: list[States] = []
    problems: dict[str, LiftguardError] = {}
    for first in range(0, len(chunk.athletes), _AT_ONCE):
        part = _part(chunk, first, sets, steps)
        done = _states(part, sets, before, steps, made_by, params)
        alone: dict[str, AthleteState] = {}
        for rank in range(first, first + len(part.athletes)):
            one = chunk.athletes[rank]
            if one.sets <= steps:
                continue
            try:
                alone[one.name] = _go_on(chunk, rank, sets, steps, done[one.name], params)
            except LiftguardError as error:
                problems[one.name] = error
                chunk.p_beyond[chunk.sets_of(rank)] = np.nan
        whole = [one.name for one in part.athletes if one.sets <= steps]
        states.append(done if len(whole) == len(part.athletes) else done.some(whole))
        if alone:
            states.append(states_of(alone))
    return Finished(states, problems)


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


class _Part(NamedTuple):
    """
    Some athletes of a chunk, and their sets of the arrays that were tried, athlete by athlete.

    `lifts` are the places of their lifts. Of each set, `rank` is whose it is among them and `nth`
    the how manieth, `place` that of its lift, `at` where it stands in the sets of the fleet.
    """

    chunk: Chunk
    athletes: tuple[Athlete, ...]
    ranks: slice
    lifts: range
    rank: Places
    nth: Places
    place: Places
    at: Places
    passing: Passing


def _part(chunk: Chunk, first: int, sets: Sets, steps: int) -> _Part:
    """Take the next athletes from one on: few enough that their sets fit into a cache."""
    ranks = slice(first, min(first + _AT_ONCE, len(chunk.athletes)))
    athletes = chunk.athletes[ranks]
    rank, nth = in_rows(np.minimum(chunk.sizes[ranks], steps))
    begins = np.array([one.first for one in athletes], dtype=np.intp)
    at = begins[rank] + nth
    tried = sets.tried(at)
    rank, nth, at = rank[tried], nth[tried], at[tried]
    place = chunk.place_of[first + rank, sets.lift[at]]
    passing = Passing(*chunk.passing[chunk.starts[ranks][rank] + nth].T.copy())
    lifts = range(chunk.first_lift[first], chunk.first_lift[ranks.stop])
    return _Part(chunk, athletes, ranks, lifts, rank, nth, place, at, passing)


def _beside(part: _Part, sets: Sets, before: States, params: Params) -> dict[int, Beside]:
    """Keep what the sets of the arrays were, of each lift that had some."""
    if not part.at.size:
        return {}
    order = np.argsort(part.place, kind="stable")
    at, rank = part.at[order], part.rank[order]
    passing = Passing(*(column[order] for column in part.passing))
    since = np.array([since_us(one, sets) for one in part.athletes], dtype=np.int64)[rank]
    us, reps = sets.us[at], sets.reps[at]
    deeds = Deeds(
        place=part.place[order],
        at_s=passing.at_s,
        day=us // _DAY_US - since // _DAY_US,
        clock_s=passing.clock_s,
        days=passing.days,
        load_kg=sets.load_kg[at],
        assist_kg=sets.assist_kg[at],
        log_load=passing.log_load,
        reps=reps,
        planned_reps=sets.planned_reps[at],
        missed=sets.missed[at],
        mark=sets.kind[at],
        kind=passing.kind,
        left=passing.left,
        said=rir_from_rpe(sets.rpe[at]),
        mean_velocity_m_s=sets.mean_velocity_m_s[at],
        reached=demand(passing.log_load, np.maximum(reps, 1.0), passing.curve, params),
        owed=passing.owed,
        top_before=passing.top_before,
        top_after=passing.top_after,
    )
    held = {
        place: beside_of(before.lifts.beside[row_before])
        for place, row_before in _rows_before(part, before)
        if part.chunk.worked[place] >= 0
    }
    return remembering_many(held, deeds, params)


def _rows_before(part: _Part, before: States) -> list[tuple[int, int]]:
    """Pair the lifts in the arrays with those of the states that were gone on from."""
    chunk, pairs = part.chunk, []
    codes = {key: code for code, key in enumerate(chunk.keys)}
    for rank, one in enumerate(part.athletes, start=part.ranks.start):
        if one.place_before is not None:
            pairs += [
                (int(chunk.place_of[rank, codes[before.lifts.keys[row]]]), row)
                for row in before.lifts_at(one.place_before)
            ]
    return pairs


def _states(
    part: _Part, sets: Sets, before: States, steps: int, made_by: str, params: Params
) -> States:
    """Put together the states as of so many steps, in the order of the chunk."""
    chunk, squad = part.chunk, part.chunk.squad
    texts = {place: before.lifts.beside[row] for place, row in _rows_before(part, before)}
    texts |= {place: text_of(one) for place, one in _beside(part, sets, before, params).items()}
    lifts = np.arange(part.lifts.start, part.lifts.stop)
    owner, worked = chunk.owner[lifts], chunk.worked[lifts]
    order = lifts[np.lexsort((worked, owner))]  # the last worked last
    order = order[~np.isnan(squad.lifts[0, order])]
    ranks = np.arange(part.ranks.start, part.ranks.stop + 1)
    about = [_about(one, sets, steps, params) for one in part.athletes]
    counted = _counted(part, sets, params)
    return States(
        made_by,
        tuple(one.name for one in part.athletes),
        tuple(one._replace(monotony=work) for one, work in zip(about, counted, strict=True)),
        squad.bodies[:, part.ranks].T.copy(),
        np.searchsorted(chunk.owner[order], ranks).astype(np.int64),
        lifts_in_columns(
            tuple(chunk.keys[one] for one in chunk.lift[order].tolist()),
            squad.lifts[:, order].T.copy(),
            counts_of(squad.cells[order]),
            tuple(texts[place] for place in order.tolist()),
        ),
    )


def _about(one: Athlete, sets: Sets, steps: int, params: Params) -> About:
    """Give what is kept of an athlete beside the numbers, as of so many steps."""
    done = min(steps, one.sets)
    notes = one.notes[: _noted_by(one, sets, steps)]
    if not done:
        return about_after(one.about, notes, None, [], params)
    own = range(one.first, one.first + done)
    last = [(sets.time(at), sets.ids[sets.id[at]]) for at in _last_moment(sets, own)]
    return about_after(one.about, notes, sets.time(own.start), last, params)


def _last_moment(sets: Sets, own: range) -> list[int]:
    """List the sets that share the moment of the last one."""
    last = sets.us[own.stop - 1]
    first = own.stop - 1
    while first > own.start and sets.us[first - 1] == last:
        first -= 1
    return list(range(first, own.stop))


def _counted(part: _Part, sets: Sets, params: Params) -> list[Monotony]:
    """Count the sets of the arrays, by athlete; lengthening begins it anew."""
    passing, at, nothing = part.passing, part.at, np.zeros(0)
    traits, lift = part.chunk.traits, part.chunk.lift[part.place]
    worked = Worked(
        part.rank,
        Session(passing.clock_s, nothing, nothing, passing.pattern, passing.in_a_row, nothing),
        traits.pattern[lift],
        traits.minor[lift],
        passing.at_s,
        sets.rest_s[at],
        1.0 * (sets.known_to[at] == KNOWN_TO_THE_SET),
    )
    counted = [one.about.monotony for one in part.athletes]
    eased = {
        rank: part.chunk.eased[part.ranks.start + rank]
        for rank in range(len(counted))
        if part.ranks.start + rank in part.chunk.eased
    }
    if not eased:
        return count_many(counted, worked, params)
    cut = np.array([eased.get(rank, (0, 0.0))[0] for rank in range(len(counted))])
    is_before = part.nth < cut[part.rank]
    counted = count_many(counted, worked.some(is_before), params)
    for rank, (_, now_s) in eased.items():
        counted[rank] = with_easing(counted[rank], now_s)
    return count_many(counted, worked.some(~is_before), params)
