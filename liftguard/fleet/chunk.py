"""
Some athletes of a fleet at once, their sets step by step in arrays.

The athletes are sorted by how many sets they have, so that those still going on stand at the
front of every array; the sets stand step by step, the first one of everybody, then the second.

Reason to change: what of a set is kept in passing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.columns import datetime_of
from liftguard.fleet.sets import Sets
from liftguard.fleet.states import About
from liftguard.model.capacity import Belief
from liftguard.model.diary import NOTHING_NOTED
from liftguard.model.experience import chance, log_odds
from liftguard.model.forecast import looked_up, outlook, p_beyond, shown_of
from liftguard.model.many import Foreseen, Places, some_of
from liftguard.model.params import Params
from liftguard.model.prior import guess
from liftguard.model.row import Row
from liftguard.model.squad import (
    BELIEF_OF_A_LIFT,
    Guess,
    Squad,
    Who,
    stand_many,
    step_many,
)
from liftguard.model.standing import NOTHING_TOLD, Standing, losses
from liftguard.model.traits import Traits
from liftguard.records import Entry

__all__ = [
    "Athlete",
    "Chunk",
    "Passing",
    "guesses",
    "row_at",
    "run_steps",
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
    holds a `Passing` of each set, those of an athlete in a row from `starts` on. `eased` says of
    whom lengthening loosened the body, after how many sets and when, the last time. [s]
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
    traits: Traits
    asked: Floats
    weight: Floats
    said: Floats | None
    tried: NDArray[np.bool_]
    passing: Floats
    p_beyond: Floats
    eased: dict[int, tuple[int, float]]

    def step(self, nth: int) -> slice:
        """Give where the nth sets of all who have one stand, counted from 0."""
        return slice(int(self.heads[nth]), int(self.heads[nth + 1]))

    def sets_of(self, rank: int, first: int = 0) -> Places:
        """Give where the sets of an athlete stand, from the nth on."""
        return self.heads[first : self.sizes[rank]] + rank


def run_steps(
    chunk: Chunk, sets: Sets, params: Params, fewest: int, before: Callable[[int], None]
) -> int:
    """
    Learn the nth set of everybody at once, then the next, while so many go on; tell how far.

    What comes between sets is done by `before`, which is told the step.
    """
    steps = len(chunk.heads) - 1
    for step, active in enumerate(np.diff(chunk.heads).tolist()):
        if active < fewest:
            return step
        before(step)
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
    traits = some_of(chunk.traits, chunk.lift[chunk.place[at]])
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
        chunk.keys[chunk.lift[chunk.place[at]]],
        others,
        about.profile,
        None if np.isnan(weight) else weight,
        datetime_of(sets.us[chunk.at[at]], aware=False),
        params,
    )


def _belief(squad: Squad, place: int) -> Belief:
    return Belief(*squad.lifts[BELIEF_OF_A_LIFT, place].tolist())
