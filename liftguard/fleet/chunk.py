"""
Some athletes of a fleet at once, their sets step by step in arrays.

The athletes are sorted by how many sets they have, so that those still going on stand at the
front of every array; the sets stand step by step, the first one of everybody, then the second.

Reason to change: what of a set is kept in passing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.between import said_before_sets, weights_at_sets
from liftguard.fleet.columns import datetime_of, microseconds
from liftguard.fleet.layout import in_steps
from liftguard.fleet.sets import KNOWN_TO_THE_SET, Sets, is_marked
from liftguard.fleet.states import About, States
from liftguard.lifts import REGIONS, lift_of
from liftguard.model.capacity import Belief, fading_at
from liftguard.model.diary import NOTHING_NOTED
from liftguard.model.experience import TABLE_WIDTH, chance, log_odds
from liftguard.model.forecast import looked_up, outlook, p_beyond, shown_of
from liftguard.model.many import Foreseen, Places, some_of
from liftguard.model.moved import logs_moved
from liftguard.model.params import Params
from liftguard.model.prior import guess
from liftguard.model.row import Row, kinds_of
from liftguard.model.squad import (
    BELIEF_OF_A_LIFT,
    Guess,
    Squad,
    Who,
    begin_squad,
    stand_many,
    step_many,
)
from liftguard.model.standing import NOTHING_TOLD, Standing, losses
from liftguard.model.tables import sums_of
from liftguard.model.traits import Traits, traits_of
from liftguard.records import Entry
from liftguard.records.entries import MOST_REPS
from liftguard.units import rir_from_rpe

__all__ = [
    "Athlete",
    "Chunk",
    "Passing",
    "begin_chunk",
    "guesses",
    "row_at",
    "run_steps",
    "since_us",
]

Floats = NDArray[np.float64]


class Athlete(NamedTuple):
    """One athlete of a chunk: where the sets stand, how the state was before, and the notes."""

    name: str
    first: int
    sets: int
    about: About
    place_before: int | None
    notes: Sequence[Entry]


class Passing(NamedTuple):
    """What is kept of each set that was tried: of the session before it, and of its lift after."""

    at_s: Floats
    log_load: Floats
    kind: Floats
    left: Floats
    clock_s: Floats
    days: Floats
    pattern: Floats
    in_a_row: Floats
    top_before: Floats
    top_after: Floats
    curve: Floats
    owed: Floats


class Chunk(NamedTuple):
    """
    Athletes, those with most sets first, and their sets step by step.

    `at` is where in the sets of the fleet each stands, `heads` where those of each step begin:
    the nth set of an athlete stands as far behind the nth head as the athlete among all.
    `keys` are the lifts of all; `owner` and `lift` say of each lift in `squad` whose it is and
    which, `worked` when it was done last; those of an athlete begin at `first_lift`. `place_of`
    (athletes, lifts) is where in the squad they are, `place` where that of a set is. `passing`
    holds a `Passing` of each set, those of an athlete in a row from `starts` on.
    """

    athletes: tuple[Athlete, ...]
    heads: Places
    starts: Places
    sizes: Places
    at: Places
    keys: tuple[str, ...]
    squad: Squad
    owner: Places
    first_lift: tuple[int, ...]
    lift: Places
    worked: NDArray[np.int64]
    place_of: Places
    place: Places
    row: Row
    lift_of_set: Places
    traits: Traits
    asked: Floats
    weight: Floats
    said: Floats | None
    tried: NDArray[np.bool_]
    passing: Floats
    p_beyond: Floats

    def step(self, nth: int) -> slice:
        """Give where the nth sets of all who have one stand, counted from 0."""
        return slice(int(self.heads[nth]), int(self.heads[nth + 1]))

    def sets_of(self, rank: int, first: int = 0) -> Places:
        """Give where the sets of an athlete stand, from the nth on."""
        return self.heads[first : self.sizes[rank]] + rank


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
    squad = begin_squad(len(athletes), len(owner), params)
    worked = np.full(len(owner), -1, dtype=np.int64)
    for rank, one in enumerate(athletes):
        _put_before(squad, worked, rank, one, before, code, place_of)
        _age(squad, rank, one, sets, params)
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
        lift_of_set=sets.lift[at],
        traits=_traits(keys),
        asked=_asked(sets, at),
        weight=weight,
        said=said,
        tried=(sets.reps[at] > 0.0) | sets.missed[at],
        passing=np.full((len(at), len(Passing._fields)), np.nan),
        p_beyond=np.full(len(at), np.nan),
    )


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


def run_steps(chunk: Chunk, sets: Sets, params: Params, fewest: int) -> int:
    """Learn the nth set of everybody at once, then the next, while so many go on; tell how far."""
    steps = len(chunk.heads) - 1
    for step, active in enumerate(np.diff(chunk.heads).tolist()):
        if active < fewest:
            return step
        _run_step(chunk, sets, step, active, params)
    return steps


def _run_step(chunk: Chunk, sets: Sets, step: int, active: int, params: Params) -> None:
    at = chunk.step(step)
    who: Who = slice(0, active)
    row, place, squad = row_at(chunk, at), chunk.place[at], chunk.squad
    guessed = guesses(chunk, sets, at, params)
    standing = stand_many(squad, who, place, row, guessed, params)
    seen = _foresee(chunk, standing, row, at, params)
    tried = chunk.tried[at]
    if not tried.all():
        who = np.flatnonzero(tried)
        place = place[who]
        standing, row, seen = (some_of(one, who) for one in (standing, row, seen))
    one = step_many(squad, who, place, standing, row, params, seen)
    chunk.worked[place] = step
    session, before = standing.session, standing.one
    passing = Passing(
        *(row.at_s, row.log_load, row.kind, row.rir),
        *(session.clock_s, standing.days, session.pattern, session.in_a_row),
        *(before.done.top, one.done.top, one.belief.curve, one.belief.owed),
    )
    chunk.passing[chunk.starts[who] + step] = np.array(passing).T


def row_at(chunk: Chunk, at: slice) -> Row:
    """Take the sets of a step in numbers, with the traits of their lifts."""
    traits = some_of(chunk.traits, chunk.lift_of_set[at])
    return Row(traits, *(column[at] for column in chunk.row[1:]))


def guesses(chunk: Chunk, sets: Sets, at: slice, params: Params) -> Guess:
    """Give what guesses the lifts without sets, of a step of those sets."""

    def guessed(new: Places) -> tuple[Floats, Floats]:
        found = [_guess(chunk, sets, int(one), at.start + int(one), params) for one in new]
        means, sds = np.array(found).T
        return means, sds

    return guessed


def _foresee(
    chunk: Chunk, standing: Standing, row: Row, at: slice, params: Params
) -> Foreseen | None:
    """
    Keep the chances that the sets fail as an app would have asked; NaN for an unknown load.

    Give what learning can go on with: nothing where notes had a say, as it does not read them.
    """
    known, asked = ~np.isnan(row.log_load), chunk.asked[at]
    load = row.log_load if known.all() else np.where(known, row.log_load, 0.0)
    if chunk.said is not None:
        creep, morning, unready = chunk.said[:, at]
        noted = NOTHING_NOTED._replace(creep=creep, morning=morning, unready=unready)
        standing = standing._replace(told=NOTHING_TOLD._replace(noted=noted))
    lost = losses(standing, load, None, params)
    parts = outlook(standing.belief, load, asked, params, lost)
    p, record = p_beyond(parts), looked_up(standing, load, asked, parts.demand, params)
    shown = chance(log_odds(p), shown_of(standing, record, asked, params))
    chunk.p_beyond[at] = np.where(known, shown, np.nan)
    return Foreseen(asked, p, record, lost) if chunk.said is None else None


def _guess(chunk: Chunk, sets: Sets, rank: int, at: int, params: Params) -> tuple[float, float]:
    """Guess a lift of one athlete before its first set."""
    squad, about = chunk.squad, chunk.athletes[rank].about
    places = range(chunk.first_lift[rank], chunk.first_lift[rank + 1])
    worked, clocks = chunk.worked, squad.lifts[0]
    begun = sorted((one for one in places if not np.isnan(clocks[one])), key=worked.__getitem__)
    others = [(chunk.keys[chunk.lift[one]], _belief(squad, one)) for one in begun]
    weight = float(chunk.weight[at])
    return guess(
        chunk.keys[chunk.lift_of_set[at]],
        others,
        about.profile,
        None if np.isnan(weight) else weight,
        datetime_of(sets.us[chunk.at[at]], aware=False),
        params,
    )


def _belief(squad: Squad, place: int) -> Belief:
    return Belief(*squad.lifts[BELIEF_OF_A_LIFT, place].tolist())
