"""
Many athletes at once: the readings of the step of the model, chosen by groups.

The formulas are those of one athlete; only which of them a set gets is told apart by index
groups instead of ifs, and a law in the tests holds both to the same numbers.

Reason to change: a set is told apart from others in a new way, as in `interpret`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from liftguard.model.capacity import Belief, capacity, gained, paced
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
    Record,
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
from liftguard.model.outcomes import (
    is_slip,
    learn_by_record,
    learn_outcome,
    learn_scatter,
    p_before,
)
from liftguard.model.params import Params
from liftguard.model.row import FLOOR, MISS, RATED, WARM_UP, Row
from liftguard.model.special import Number, maximum
from liftguard.model.standing import Losses, Standing, losses
from liftguard.model.tables import Cells

__all__ = ["Floats", "Foreseen", "Group", "Places", "merged", "read_many", "some_of"]

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
Group = NDArray[np.bool_]


class Foreseen(NamedTuple):
    """
    What was looked up of the sets before they were read, which need not be done again.

    The repetitions `asked` about, the chance by physics that they do not go up, the record, and
    what the sets lose.
    """

    asked: Floats
    p: Floats
    record: Record
    lost: Losses


def read_many(
    standing: Standing, row: Row, params: Params, foreseen: Foreseen | None = None
) -> Reading:
    """Read one set of each of many athletes, as `interpret.read_one` does of one."""
    one, tired, kind = standing.one, standing.tired, row.kind
    before, sets, fatigability = one.belief, one.sets, standing.fatigability
    mean, variance = fatigability
    load, doubt = row.log_load + mean * tired, variance * tired * tired
    known, begun = ~np.isnan(row.log_load), sets > 0.0

    said = known & (kind >= RATED)
    over = over_limit(before, load, row.reps, params)
    off = known & begun & is_off(over, kind, params)
    sure = _read(np.ones_like(load), off, honesty, before, load, row.reps, params, doubt)
    doubted, anew = _doubted(one.doubted, before, said & begun, sure, over, params)

    fresh, is_wide = before.idle < params.session_days, is_open(before, params)
    higher = over > -0.5 * params.reserve
    plain = said & (kind > RATED) & ~anew
    wide = plain & begun & is_wide
    wrong = ~fresh & scale_is_wrong(before, over, params)
    first = (plain & ~begun) | (wide & (wrong | (fresh & higher)))
    bare = plain & ~first & ~(wide & fresh)
    floor, rated = known & (kind == FLOOR) & (row.reps > 0.0), known & (kind == RATED)
    missed = known & (kind == MISS)
    belief = _read(before, anew, rescale, before, load, row.reps, params)
    belief = _read(belief, first, restart, load, row.reps, params)
    raised = load - row.log_load
    belief = _read(belief, bare, read_bare, belief, load, row.reps, params, doubt, raised)
    belief = _read(belief, floor, read_floor, belief, load, row.reps, params, doubt)
    belief = _read(belief, missed, read_miss, belief, load, row.reps, params, doubt)
    belief = _read(belief, rated, read_effort, belief, load, row.reps, row.rir, params, doubt)

    gains = known & ~anew & begun & ~is_wide
    shown, lowers = gained(before, belief), rated | missed
    pace = _read(belief.pace, gains, paced, belief.pace, shown, lowers, params)
    belief = belief._replace(pace=pace)

    learns = rated & ~anew & (tired > 0.0) & begun
    strength = _read(fatigability, learns, learn_fatigability, fatigability, tired, before, belief)
    gap = _gap(before, sets, row, over, params)
    outcomes = _outcomes(standing, row, sure, anew, params, foreseen)
    return Reading(belief, doubted, gap, strength, *outcomes)


def _outcomes(
    standing: Standing,
    row: Row,
    sure: Floats,
    anew: Group,
    params: Params,
    foreseen: Foreseen | None,
) -> tuple[Calibration, Done]:
    """Read how the sets came out, as `outcomes.read_outcome` does of one."""
    one, load, reps = standing.one, row.log_load, row.reps
    belief, curve, now_s = one.belief, one.belief.curve, one.clock_s
    own, done, begun = standing.calibration, one.done, one.sets > 0.0
    lost = losses(standing, load, None, params) if foreseen is None else foreseen.lost
    counts = ~np.isnan(load) & (row.kind != WARM_UP) & ~anew
    planned = ~np.isnan(row.planned)
    asked = np.where(planned, row.planned, 1.0)
    known = counts & begun & (planned | writes_misses_down(done))
    p, seen = np.full(load.shape, np.nan), np.zeros(load.shape, dtype=bool)
    if foreseen is not None:
        p, seen = foreseen.p, known & (foreseen.asked == asked)
    p = _read(p, known & ~seen, p_before, belief, load, asked, lost, params)
    teaches = known & ~is_slip(p, params)
    if foreseen is not None:
        given = own, now_s, foreseen.record, p, reps < asked, params
        own = _read(own, teaches & seen, learn_by_record, *given)
    plan = done, load, asked, curve, standing.days, now_s, reps, p, params
    own = _read(own, teaches & ~seen, learn_outcome, own, *plan)
    to_failure = counts & begun & (row.rir == 0.0) & (reps > 0.0) & ~(row.missed > 0.0)
    own = _read(own, to_failure, learn_scatter, own, belief, load, reps, lost, params)
    failed = counts & ((row.missed > 0.0) | (reps < asked))
    tried = np.where(asked > reps, asked, reps + 1.0)
    p = _read(np.full(load.shape, np.nan), failed, p_before, belief, load, tried, lost, params)
    done = _read(done, failed & ~is_slip(p, params), with_miss, done, now_s, params)
    up = counts & (reps > 0.0)
    asks = demand(load, maximum(reps, 1.0), curve, params)
    done = _read(done, up, with_success, done, load, reps, asks, sure, now_s, params)
    if anew.any():
        nothing, sure = _nothing_done(done, anew), np.ones_like(load)
        done = _read(done, anew, with_success, nothing, load, reps, asks, sure, now_s, params)
    return own, done


def _nothing_done(done: Done, anew: Group) -> Done:
    """Give what stands before the first set of a scale, and empty the tables of those."""
    table: Any = done.table
    table.held[table.rows[anew]] = 0.0
    numbers = {
        name: np.full(anew.shape, getattr(NOTHING_DONE, name))
        for name in Done._fields
        if name != "table"
    }
    return Done(**numbers, table=table)


def _doubted(
    was: Number, before: Belief, begun: Group, sure: Floats, over: Floats, params: Params
) -> tuple[Floats, Group]:
    """Give the demands that are doubted now, NaN for none, and tell which scales are taken anew."""
    slip = begun & (sure < params.doubted_from)
    reached = over + capacity(before)[0]
    anew = slip & (np.abs(reached - was) <= params.same_scale)
    settled = begun & ~slip & (over > -params.warm_up_to)
    return np.where(anew | settled, np.nan, np.where(slip, reached, was)), anew


def _gap(belief: Belief, sets: Floats, row: Row, over: Floats, params: Params) -> Floats:
    """Tell how far below the limit of the moment each set was, as in `interpret`. [log]"""
    limit = (row.missed > 0.0) | (row.rir == 0.0)
    told = ~limit & ~np.isnan(row.rir)
    usual = np.where(row.kind == WARM_UP, -params.warm_up_to, -params.reserve)
    gap = np.where((sets == 0.0) | np.isnan(over), usual, over)
    gap = _read(gap, told, gap_by_rir, belief, row.reps, row.rir, params)
    return np.where(limit, 0.0, gap)


def _read(held: Any, group: Group, formula: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401
    """Give what a formula gives for a group, and for the others what was held."""
    (places,) = group.nonzero()
    if not places.size:
        return held
    if places.size == group.size:
        return formula(*given)
    return merged(held, places, formula(*some_of(given, places)))


def merged(held: Any, places: Places, found: Any) -> Any:  # noqa: ANN401
    """Give nested tuples of arrays in which some places hold what was found."""
    if isinstance(held, tuple):
        parts = [merged(one, places, new) for one, new in zip(held, found, strict=True)]
        return type(held)(*parts) if hasattr(held, "_fields") else tuple(parts)
    if isinstance(held, Cells):
        return held  # changed in place
    after = held.copy()
    after[places] = found
    return after


def some_of(given: Any, places: Places) -> Any:  # noqa: ANN401
    """Take some places of the arrays of nested tuples; what is no array, such as Params, stays."""
    if isinstance(given, np.ndarray):
        return given.take(places)
    if isinstance(given, tuple):
        parts = [some_of(one, places) for one in given]
        return type(given)(*parts) if hasattr(given, "_fields") else tuple(parts)
    return given.of(places) if isinstance(given, Cells) else given
