"""
From columns to a chunk: what is known of some athletes, and their sets in numbers.

Reason to change: another field of a set is read in arrays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.between import said_before_sets, weights_at_sets
from liftguard.fleet.chunk import Athlete, Chunk, Passing
from liftguard.fleet.columns import datetime_of, microseconds
from liftguard.fleet.layout import in_steps
from liftguard.fleet.sets import KNOWN_TO_THE_SET, Sets, is_marked
from liftguard.fleet.states import States
from liftguard.lifts import REGIONS, lift_of
from liftguard.model.capacity import fading_at
from liftguard.model.experience import TABLE_WIDTH
from liftguard.model.many import Places
from liftguard.model.moved import logs_moved
from liftguard.model.params import Params
from liftguard.model.row import Row, kinds_of
from liftguard.model.squad import Squad, begin_squad
from liftguard.model.tables import sums_of
from liftguard.model.traits import Traits, traits_of
from liftguard.records.entries import MOST_REPS
from liftguard.units import rir_from_rpe

__all__ = ["begin_chunk", "since_us"]

Floats = NDArray[np.float64]


def begin_chunk(athletes: tuple[Athlete, ...], sets: Sets, before: States, params: Params) -> Chunk:
    """Lay out what is known of some athletes, and their sets in numbers."""
    sizes = np.array([one.sets for one in athletes], dtype=np.intp)
    heads, rank_of, nth = in_steps(sizes)
    at = np.array([one.first for one in athletes], dtype=np.intp)[rank_of] + nth
    held = [key for one in athletes for key in _lifts_before(one, before)]
    keys = tuple(dict.fromkeys((*sets.lifts, *held)))
    code = {key: place for place, key in enumerate(keys)}
    here = rank_of * len(keys) + sets.lift[at]
    there = _there(athletes, before, code, here)
    place_of = np.cumsum(there) - 1
    owner, lift = np.divmod(np.flatnonzero(there), len(keys))
    squad, worked = _begin(athletes, sets, before, code, place_of, params)
    weight, said = _around(athletes, heads, sets, params)
    since = np.array([since_us(one, sets) for one in athletes], dtype=np.int64)
    return Chunk(
        athletes=athletes,
        heads=heads,
        starts=np.cumsum(sizes) - sizes,
        sizes=sizes,
        at=at,
        keys=keys,
        squad=squad,
        owner=owner,
        first_lift=tuple(np.searchsorted(owner, np.arange(len(athletes) + 1)).tolist()),
        lift=lift,
        worked=worked,
        place_of=place_of.reshape(len(athletes), -1),
        place=place_of[here],
        row=_row(sets, at, (sets.us[at] - since[rank_of]) / 1e6, weight),
        traits=_traits(keys),
        asked=_asked(sets, at),
        weight=weight,
        said=said,
        tried=sets.tried(at),
        passing=np.full((len(at), len(Passing._fields)), np.nan),
        p_beyond=np.full(len(at), np.nan),
        eased={},
    )


def _begin(
    athletes: tuple[Athlete, ...],
    sets: Sets,
    before: States,
    code: dict[str, int],
    place_of: Places,
    params: Params,
) -> tuple[Squad, NDArray[np.int64]]:
    """Give everybody before the first of the sets, and when their lifts were done last."""
    lifts = int(place_of[-1]) + 1 if place_of.size else 0
    squad, worked = begin_squad(len(athletes), lifts, params), np.full(lifts, -1, dtype=np.int64)
    for rank, one in enumerate(athletes):
        _put_before(squad, worked, rank, one, before, code, place_of)
        _age(squad, rank, one, sets, params)
    return squad, worked


def _there(
    athletes: tuple[Athlete, ...], before: States, code: dict[str, int], here: Places
) -> NDArray[np.bool_]:
    """Tell which lifts each athlete has, of all lifts of everybody in a row."""
    there = np.zeros(len(athletes) * len(code), dtype=bool)
    there[here] = True
    for rank, one in enumerate(athletes):
        there[[rank * len(code) + code[key] for key in _lifts_before(one, before)]] = True
    return there


def _asked(sets: Sets, at: Places) -> Floats:
    """Give the repetitions that an app would have asked about, as `Foreseen.asked_reps`. [reps]"""
    planned = sets.planned_reps[at]
    done = np.minimum(np.maximum(sets.reps[at] + sets.missed[at], 1.0), MOST_REPS)
    return np.where(np.isnan(planned), np.where(sets.to_failure[at], 1.0, done), planned)


def _lifts_before(one: Athlete, before: States) -> Sequence[str]:
    if one.place_before is None:
        return ()
    rows = before.lifts_at(one.place_before)
    return before.lifts.keys[rows.start : rows.stop]


def _put_before(
    squad: Squad,
    worked: NDArray[np.int64],
    rank: int,
    one: Athlete,
    before: States,
    code: dict[str, int],
    place_of: Places,
) -> None:
    """Put a state that an athlete goes on from into the arrays."""
    if one.place_before is None:
        return
    rows = np.array(before.lifts_at(one.place_before), dtype=np.intp)
    squad.bodies[:, rank] = before.bodies[one.place_before]
    places = [place_of[rank * len(code) + code[key]] for key in _lifts_before(one, before)]
    squad.lifts[:, places] = before.lifts.numbers[rows].T
    squad.cells[places] = sums_of(before.lifts.tables(rows), TABLE_WIDTH)
    worked[places] = np.arange(len(rows)) - len(rows) - 1  # in their order, before all to come


def _age(squad: Squad, rank: int, one: Athlete, sets: Sets, params: Params) -> None:
    """Note at the first set how much faster an older athlete loses strength."""
    profile = one.about.profile
    begins = one.sets > 0 and one.about.since is None
    if begins and profile is not None and profile.birth_year is not None:
        year = datetime_of(sets.us[one.first], aware=False).year
        squad.bodies[-1, rank] = fading_at(year - profile.birth_year, params)


def _around(
    athletes: tuple[Athlete, ...], heads: Places, sets: Sets, params: Params
) -> tuple[Floats, Floats | None]:
    """Give what was known at each set: the bodyweight, and what the notes say."""
    total = int(heads[-1])
    weight, said = np.full(total, np.nan), None
    for rank, one in enumerate(athletes):
        own = slice(one.first, one.first + one.sets)
        here = heads[: one.sets] + rank
        known = weights_at_sets(one.about, one.notes, sets.us[own])
        if known is not None:
            weight[here] = known
        told = said_before_sets(one.about, one.notes, sets.us[own], sets.known_to[own], params)
        if told is not None:
            said = np.zeros((3, total)) if said is None else said
            said[:, here] = told
    return weight, said


def since_us(one: Athlete, sets: Sets) -> int:
    """Give the moment of the first set of an athlete's log, in microseconds since 1970."""
    if one.about.since is not None:
        return microseconds(one.about.since)
    return int(sets.us[one.first]) if one.sets else 0


def _row(sets: Sets, at: Places, at_s: Floats, weight: Floats) -> Row:
    """Turn sets into numbers, as `row.row_of` does one; their traits are taken at each step."""
    share = np.array([lift_of(key).bodyweight_share for key in sets.lifts])[sets.lift[at]]
    reps, planned, missed = sets.reps[at], sets.planned_reps[at], sets.missed[at]
    left = np.where(sets.to_failure[at], 0.0, rir_from_rpe(sets.rpe[at]))
    return Row(
        traits=_traits(()),
        at_s=at_s,
        rest_s=sets.rest_s[at],
        exact=1.0 * (sets.known_to[at] == KNOWN_TO_THE_SET),
        log_load=logs_moved(share, sets.load_kg[at], sets.assist_kg[at], weight),
        reps=reps,
        missed=1.0 * missed,
        planned=planned,
        rir=left,
        kind=kinds_of(
            is_marked(sets.kind[at], "drop"),
            missed,
            is_marked(sets.kind[at], "warmup"),
            (reps > 0.0) & ~np.isnan(left),
            reps < planned,
        ),
    )


def _traits(keys: Sequence[str]) -> Traits:
    """Give the traits of lifts as arrays over them."""
    found = [traits_of(key) for key in keys]
    each = len(REGIONS)
    pattern, minor, known = (
        np.array([getattr(one, name) for one in found]) for name in ("pattern", "minor", "known")
    )
    loads, weights = (
        np.array([getattr(one, name) for one in found]).reshape(-1, each).T.copy()
        for name in ("loads", "weights")
    )
    return Traits(pattern, minor, tuple(loads), tuple(weights), known)
