"""
The replay of a fleet from columns: who goes through arrays, in which chunks, and what comes of it.

Reason to change: how athletes are shared out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import LiftguardError
from liftguard.fleet.begin import begin_chunk
from liftguard.fleet.chunk import Athlete, Chunk, run_steps
from liftguard.fleet.easing import ease_after, ease_before, easings_of
from liftguard.fleet.finish import finish
from liftguard.fleet.notes import read_notes
from liftguard.fleet.people import athletes_of, check_guard, check_made_by, is_refused
from liftguard.fleet.sets import Sets, read_sets
from liftguard.fleet.states import States, states_of
from liftguard.guard import Guard
from liftguard.lifts import LIFTS
from liftguard.model.params import Params
from liftguard.model.state import AthleteState

__all__ = ["Replayed", "replay_columns"]

MOST_SETS = 100_000
"""Of one athlete at once, by default: one log shall hold up no fleet."""

_FEWEST = 64  # athletes in a step: below that each is quicker alone
_ATHLETES, _SETS = 4096, 3_000_000  # of a chunk, at most about: what its arrays may take


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Replayed:
    """
    What the replay of a fleet comes to.

    Parameters
    ----------
    p_beyond : ndarray, shape (rows,)
        Of each row of the table of sets: the probability, said before it, that the set fails as an
        app would have asked about it, as `Track.judged` has it; NaN where the load that is really
        moved is not known, and for athletes with a problem. [1]
    states : States
        After the last entry of each athlete that has no problem.
    problems : mapping of str to LiftguardError
        By athlete: why there is neither state nor chance. Nobody else is touched by it.
    notices : mapping of str to tuple of str
        By athlete, what was taken as it is: "unordered" where rows did not stand in order of
        time and were sorted, "unknown_lift" where a lift is in no table and is one of its own.
    in_arrays : float
        Share of the sets that were learned in arrays; the others by the plain loop, with the same
        numbers. [1]

    Examples
    --------
    >>> import liftguard as lg
    >>> import numpy as np
    >>> sets = {"athlete": ["Ada"], "lift": ["squat"], "load_kg": [100.0], "reps": [5],
    ...         "at": np.array(["2026-01-05T18:00"], "M8[us]")}
    >>> lg.fleet.replay_columns(lg.Guard(), sets).p_beyond.shape
    (1,)
    """

    p_beyond: NDArray[np.float64]
    states: States
    problems: Mapping[str, LiftguardError]
    notices: Mapping[str, tuple[str, ...]]
    in_arrays: float

    def __repr__(self) -> str:
        return (
            f"Replayed({len(self.p_beyond)} sets, {len(self.states)} athletes, "
            f"{len(self.problems)} with a problem)"
        )


def replay_columns(
    guard: Guard,
    sets: Any,  # noqa: ANN401 - a table of any make
    *,
    others: Any = None,  # noqa: ANN401
    start: Mapping[str, AthleteState] | None = None,
    most_sets: int = MOST_SETS,
) -> Replayed:
    """
    Replay the sets of many athletes at once, from columns.

    The numbers are those of `Guard.replay` for each athlete alone.

    Parameters
    ----------
    guard : Guard
        For everybody.
    sets : mapping of str to array, table of Arrow, or data frame
        A row for each set: `athlete`, `lift`, `at`, `load_kg` and `reps`, and where they are known
        the other fields of `LoggedSet`. Times without a zone are wall clock, with one instants,
        whose dates are those in UTC.
        Rows may stand in any order; those of one athlete that share a moment keep theirs.
    others : table of the same makes, optional
        The other entries: `athlete`, `type` ("Bodyweight", "Pain", ...) and their fields. At one
        moment they come before sets.
    start : mapping of str to AthleteState, optional
        To go on from, such as the `states` of an earlier replay; who is not in it starts anew.
        Athletes without new rows keep their state.
    most_sets : int
        Of one athlete; who has more is a problem.

    Returns
    -------
    Replayed
        The chance of each set, the states, and what is wrong with whom.

    Raises
    ------
    InvalidValue
        When a table has a column that nobody reads, or lacks one, or `start` holds what is no
        state; what is wrong with single rows
        is in `problems`.

    Examples
    --------
    >>> import liftguard as lg
    >>> import numpy as np
    >>> guard = lg.Guard()
    >>> sets = {
    ...     "athlete": ["Ada", "Bo", "Cy"],
    ...     "lift": ["squat", "squat", "squat"],
    ...     "at": np.array(["2026-01-05T18:00"] * 3, dtype="datetime64[us]"),
    ...     "load_kg": [100.0, 80.0, float("nan")],
    ...     "reps": [5, 5, 5],
    ... }
    >>> found = replay_columns(guard, sets)
    >>> sorted(found.states), list(found.problems)
    (['Ada', 'Bo'], ['Cy'])
    >>> done = lg.LoggedSet(lift="squat", at=lg.fleet.moment_of(sets["at"][0]), load_kg=100, reps=5)
    >>> found.states["Ada"] == guard.replay(lg.History([done])).state
    True
    """
    check_guard(guard)
    made_by = guard.start().made_by
    read, before = read_sets(sets, most_sets), states_of(start or {})
    notes, problems = read_notes(others)
    check_made_by(before, made_by, "start")
    problems = {**problems, **read.problems}
    everybody = [
        one
        for one in athletes_of(read, before, notes)
        if one.name not in problems and not is_refused(one, read, problems)
    ]
    p_beyond = np.full(len(sets["athlete"]), np.nan)
    parts: list[States] = []
    in_arrays = 0
    with np.errstate(all="ignore"):
        for some, fewest in _chunks(everybody, read):
            chunk = begin_chunk(some, read, before, guard.params)
            steps = _run(chunk, read, guard.params, fewest)
            found = finish(chunk, read, before, steps, made_by, guard.params)
            parts += found.states
            problems |= found.problems
            p_beyond[read.rows[chunk.at]] = chunk.p_beyond
            in_arrays += int(np.minimum(chunk.sizes, steps).sum())
    total = sum(one.sets for one in everybody)
    return Replayed(
        p_beyond=p_beyond,
        states=_all_states(made_by, parts, before, problems),
        problems=MappingProxyType(problems),
        notices=MappingProxyType(_notices(read)),
        in_arrays=in_arrays / total if total else 1.0,
    )


def _run(chunk: Chunk, read: Sets, params: Params, fewest: int) -> int:
    """Learn the sets of a chunk step by step, with what was done between them; tell how far."""
    easings = easings_of(chunk.athletes, read)
    between = partial(ease_before, chunk, easings, read, params)
    steps = run_steps(chunk, read, params, fewest, between)
    ease_after(chunk, easings, read, params, steps)
    return steps


def _chunks(everybody: list[Athlete], read: Sets) -> Iterator[tuple[tuple[Athlete, ...], int]]:
    """Share athletes out, each time with how few go on alone; those for the loop come last."""
    in_loop = [one for one in everybody if not one.sets or _ages_later(one, read)]
    alone = {one.name for one in in_loop}
    together = [one for one in everybody if one.name not in alone]
    for some in _even(together):
        yield some, _FEWEST
    for some in _even(in_loop):
        yield some, len(some) + 1


def _even(athletes: list[Athlete]) -> Iterator[tuple[Athlete, ...]]:
    """Share athletes out into chunks of like lengths that take about as much, the longest first."""
    ordered = sorted(athletes, key=lambda one: -one.sets)
    takes = np.cumsum([1.0 / _ATHLETES + one.sets / _SETS for one in ordered])
    if ordered:
        sets = sum(one.sets for one in ordered)
        count = int(np.ceil(max(len(ordered) / _ATHLETES, sets / _SETS)))
        ends = np.searchsorted(takes, takes[-1] * np.arange(1, count) / count).tolist()
        for first, end in pairwise((0, *ends, len(ordered))):
            if end > first:
                yield tuple(ordered[first:end])


def _ages_later(one: Athlete, read: Sets) -> bool:
    """Tell whether the first set, from which age counts, was not tried: then nothing does."""
    profile = one.about.profile
    if one.about.since is not None or profile is None or profile.birth_year is None:
        return False
    return not (read.reps[one.first] or read.missed[one.first])


def _all_states(
    made_by: str, parts: list[States], before: States, problems: Mapping[str, LiftguardError]
) -> States:
    new = {name for part in parts for name in part.names}
    kept = [name for name in before if name not in new and name not in problems]
    return States.joined(made_by, [*parts, *([before.some(kept)] if kept else [])])


def _notices(read: Sets) -> dict[str, tuple[str, ...]]:
    """Say by athlete what was taken as it is."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(read.unordered, ("unordered",))
    unknown = np.array([key not in LIFTS for key in read.lifts], dtype=bool)
    if unknown.any():
        owner = np.repeat(np.arange(len(read.names)), np.diff(read.starts))
        for place in np.unique(owner[unknown[read.lift]]).tolist():
            name = read.names[place]
            found[name] = (*found.get(name, ()), "unknown_lift")
    return found
