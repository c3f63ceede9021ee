"""
Many athletes at once: the step of the model on arrays, with the readings chosen by groups.

A `Squad` holds what `Body` and `LiftState` hold of one athlete, as arrays over athletes, lifts
and regions. The formulas are those of one athlete; only which of them a set gets is told apart
by index groups instead of ifs, and a law in the tests holds both to the same numbers.

Reason to change: a set is told apart from others in a new way, as in `interpret`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.model.capacity import Belief, begin, capacity, paced
from liftguard.model.curve import demand
from liftguard.model.evidence import (
    honesty,
    read_bare,
    read_effort,
    read_floor,
    read_miss,
    restart,
)
from liftguard.model.experience import (
    NOTHING_DONE,
    Calibration,
    Done,
    with_miss,
    with_success,
    writes_misses_down,
)
from liftguard.model.fatigability import learn_fatigability
from liftguard.model.interpret import (
    Reading,
    gap_by_rir,
    is_off,
    is_open,
    over_limit,
    rescale,
    scale_is_wrong,
)
from liftguard.model.outcomes import is_slip, learn_outcome, learn_scatter, p_before
from liftguard.model.params import Params
from liftguard.model.row import FLOOR, MISS, RATED, WARM_UP, Row
from liftguard.model.session import begins_at
from liftguard.model.special import maximum
from liftguard.model.standing import Standing, arrive
from liftguard.model.state import Body, LiftState, begin_body, begin_lift
from liftguard.model.step import step

__all__ = ["Guess", "Squad", "begin_squad", "learn_many", "read_many"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
Group = NDArray[np.bool_]

Guess = Callable[[int, int], tuple[float, float]]
"""What is guessed of a lift without sets, by places of athlete and lift: mean and sd. [log kg]"""


class Squad(NamedTuple):
    """Bodies as arrays over athletes, lifts as arrays over athletes and lifts; changed in place."""

    body: Body
    lifts: LiftState


def begin_squad(athletes: int, lifts: int, params: Params) -> Squad:
    """Give so many athletes, each with room for so many lifts, before any set."""
    one = begin_lift(begin(0.0, 1.0, params), np.nan)._replace(doubted=np.nan)
    return Squad(_spread(begin_body(params), (athletes,)), _spread(one, (athletes, lifts)))


def _spread(value: Any, shape: tuple[int, ...]) -> Any:  # noqa: ANN401 - nested tuples of numbers
    """Fill arrays of a shape with the numbers of nested tuples, in the same nesting."""
    if isinstance(value, Done):  # its table is one array, (athletes, cells)
        cells: Any = np.zeros((*shape, len(value.table)))
        top, reached, missed, missed_s = _spread((*value[:2], *value[3:]), shape)
        return Done(top, reached, cells, missed, missed_s)
    if isinstance(value, tuple):
        parts = [_spread(one, shape) for one in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return np.full(shape, value, dtype=np.float64)


def _map(change: Callable[..., Any], *values: Any) -> Any:  # noqa: ANN401
    """Apply a function to the arrays of nested tuples, in the same nesting."""
    first = values[0]
    if isinstance(first, tuple):
        parts = [_map(change, *ones) for ones in zip(*values, strict=True)]
        return type(first)(*parts) if hasattr(first, "_fields") else tuple(parts)
    return change(*values)


def learn_many(
    squad: Squad, who: Places, lift: Places, row: Row, guess: Guess, params: Params
) -> Standing:
    """
    Learn one set of each of some athletes, in place, and give how their lifts stood before it.

    `who` are the places of the athletes, none twice, `lift` those of their lifts; the traits in
    `row` are arrays as everything in it.
    """
    body = _map(lambda one: one[who], squad.body)
    one = _map(lambda of: of[who, lift], squad.lifts)
    now_s = begins_at(body.session, row.at_s, row.rest_s, row.exact, params)
    for place in np.flatnonzero(np.isnan(one.clock_s)):
        mean, sd = guess(int(who[place]), int(lift[place]))
        new = begin_lift(begin(mean, sd, params), float(now_s[place]))._replace(doubted=np.nan)

        def put(into: Floats, value: float, place: np.intp = place) -> None:
            into[place] = value

        _map(put, one, new)
    standing = arrive(body, one, row.traits, now_s, params)
    after, done = step(standing, row, params, read_many)

    def keep(into: Floats, values: Floats) -> None:
        into[who] = values

    def keep_lift(into: Floats, values: Floats) -> None:
        into[who, lift] = values

    _map(keep, squad.body, after)
    _map(keep_lift, squad.lifts, done)
    return standing


def read_many(standing: Standing, row: Row, params: Params) -> Reading:
    """Read one set of each of many athletes, as `interpret.read_one` does of one."""
    one, tired, kind = standing.one, standing.tired, row.kind
    before, sets, fatigability = one.belief, one.sets, standing.fatigability
    mean, variance = fatigability
    load, doubt = row.log_load + mean * tired, variance * tired * tired
    known = ~np.isnan(row.log_load)
    belief, doubted = _map(np.array, before), np.array(one.doubted)

    said = known & (kind >= RATED)
    over = over_limit(before, load, row.reps, params)
    off = known & (sets > 0.0) & is_off(over, kind, params)
    sure = np.ones_like(load)
    _read(sure, off, honesty, before, load, row.reps, params, doubt)
    slip = said & (sure < params.doubted_from)
    reached = over + capacity(before)[0]
    anew = slip & (np.abs(reached - doubted) <= params.same_scale)
    doubted[slip] = reached[slip]
    settled = said & (sets > 0.0) & ~slip & (over > -params.warm_up_to)
    doubted[anew | settled] = np.nan

    fresh = before.idle < params.session_days
    higher = over > -0.5 * params.reserve
    plain = said & (kind > RATED) & ~anew
    wide = plain & (sets > 0.0) & is_open(before, params)
    wrong = ~fresh & scale_is_wrong(before, over, params)
    first = (plain & (sets == 0.0)) | (wide & (wrong | (fresh & higher)))
    bare = plain & ~first & ~(wide & fresh)
    floor, rated = known & (kind == FLOOR) & (row.reps > 0.0), known & (kind == RATED)
    _read(belief, anew, rescale, before, load, row.reps, params)
    _read(belief, first, restart, load, row.reps, params)
    raised = load - row.log_load
    _read(belief, bare, read_bare, belief, load, row.reps, params, doubt, raised)
    _read(belief, floor, read_floor, belief, load, row.reps, params, doubt)
    _read(belief, known & (kind == MISS), read_miss, belief, load, row.reps, params, doubt)
    _read(belief, rated, read_effort, belief, load, row.reps, row.rir, params, doubt)

    gains = known & ~anew & (sets > 0.0) & ~is_open(before, params)
    _read(belief, gains, paced, before, belief, (kind == RATED) | (kind == MISS), params)

    strength = _map(np.array, fatigability)
    learns = rated & ~anew & (tired > 0.0) & (sets > 0.0)
    _read(strength, learns, learn_fatigability, fatigability, tired, before, belief)
    gap = _gap(before, sets, row, over, params)
    return Reading(belief, doubted, gap, strength, *_outcomes(standing, row, sure, anew, params))


def _outcomes(
    standing: Standing, row: Row, sure: Floats, anew: Group, params: Params
) -> tuple[Calibration, Done]:
    """Read how the sets came out, as `outcomes.read_outcome` does of one."""
    one, load, reps = standing.one, row.log_load, row.reps
    own, done = _map(np.array, standing.calibration), _map(np.array, one.done)
    counts = (load == load) & (row.kind != WARM_UP) & ~anew  # noqa: PLR0124 - not NaN
    planned = ~np.isnan(row.planned)
    asked = np.where(planned, row.planned, 1.0)
    known = counts & (one.sets > 0.0) & (planned | writes_misses_down(done))
    p = _of(known, p_before, standing, load, asked, params)
    teaches = known & ~is_slip(p, params)
    _read(own, teaches, learn_outcome, standing, load, reps, asked, p, params)
    to_failure = counts & (one.sets > 0.0) & (row.rir == 0.0) & (reps > 0.0) & ~(row.missed > 0.0)
    _read(own, to_failure, learn_scatter, own, standing, load, reps, params)
    failed = counts & ((row.missed > 0.0) | (reps < asked))
    tried = np.where(asked > reps, asked, reps + 1.0)
    p = _of(failed, p_before, standing, load, tried, params)
    _read(done, failed & ~is_slip(p, params), with_miss, done, one.clock_s, params)
    up = counts & (reps > 0.0)
    asks = demand(load, maximum(reps, 1.0), one.belief.curve, params)
    _read(done, up, with_success, done, load, reps, asks, sure, one.clock_s, params)
    scale = _spread(NOTHING_DONE, anew.shape)
    sure = 1.0 + 0.0 * sure
    _read(done, anew, with_success, scale, load, reps, asks, sure, one.clock_s, params)
    return own, done


def _gap(belief: Belief, sets: Floats, row: Row, over: Floats, params: Params) -> Floats:
    """Tell how far below the limit of the moment each set was, as in `interpret`. [log]"""
    limit = (row.missed > 0.0) | (row.rir == 0.0)
    told = ~limit & ~np.isnan(row.rir)
    usual = np.where(row.kind == WARM_UP, -params.warm_up_to, -params.reserve)
    gap = np.where((sets == 0.0) | np.isnan(over), usual, over)
    _read(gap, told, gap_by_rir, belief, row.reps, row.rir, params)
    gap[limit] = 0.0
    return gap


def _read(into: Any, group: Group, formula: Callable[..., Any], *given: Any) -> None:  # noqa: ANN401
    """Put what a formula gives for a group into the arrays of nested tuples."""
    if group.any():

        def put(held: Floats, values: Floats) -> None:
            held[group] = values

        _map(put, into, formula(*(_some(one, group) for one in given)))


def _of(group: Group, formula: Callable[..., Floats], *given: Any) -> Floats:  # noqa: ANN401
    """Give what a formula gives for a group, NaN elsewhere."""
    found = np.full(group.shape, np.nan)
    _read(found, group, formula, *given)
    return found


def _some(given: Any, group: Group) -> Any:  # noqa: ANN401
    """Take the arrays of a group; what is no array, such as Params, stays."""
    return _map(lambda one: one[group] if isinstance(one, np.ndarray) else one, given)
