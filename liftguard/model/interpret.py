"""
Which reading a set gets: what kind of evidence it is, and whether its scale is believed.

The choice is made here by plain ifs for one athlete, and by groups in `many` for a fleet; the
formulas that are chosen from stand in `evidence`.

Reason to change: a set is told apart from others in a new way.
"""

from __future__ import annotations

import math
from typing import NamedTuple

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
from liftguard.model.experience import NOTHING_DONE, Calibration, Done, with_success
from liftguard.model.fatigability import Fatigability, learn_fatigability
from liftguard.model.outcomes import read_outcome
from liftguard.model.params import Params
from liftguard.model.row import FLOOR, MISS, PLAIN, RATED, WARM_UP, Row
from liftguard.model.special import Number, made, maximum
from liftguard.model.standing import Standing

__all__ = [
    "Reading",
    "gap_by_rir",
    "is_off",
    "is_open",
    "over_limit",
    "read_one",
    "rescale",
    "scale_is_wrong",
]


class Reading(NamedTuple):
    """
    What a set has said.

    The belief after it, the demand that is doubted as yet [log kg], how far below the limit of
    the moment it was [log], how strongly work tires the athlete, what own outcomes say, and what
    went up of the lift.
    """

    belief: Belief
    doubted: Number | None
    gap: Number
    fatigability: Fatigability
    calibration: Calibration
    done: Done


def read_one(standing: Standing, row: Row, params: Params) -> Reading:
    """
    Read one set of one athlete as the kind of evidence that it is.

    A set done tired shows what a heavier one would have shown fresh, so its load is raised by
    what fatigue took. A set far from the belief is a slip of the finger, or the scale has
    changed: another machine of the same name, another unit. One such set moves nothing. Where a
    second one says the same, the scale is taken anew from it.
    """
    (_, sets, belief, doubted, *_), tired = standing.one, standing.tired
    fatigability = standing.fatigability
    load = row.log_load + fatigability.mean * tired
    over = over_limit(belief, load, row.reps, params)
    gap = _gap(belief, sets, row, over, params)
    if math.isnan(load):
        return made(
            Reading,
            (belief, doubted, gap, fatigability, standing.calibration, standing.one.done),
        )
    doubt = fatigability.variance * tired * tired
    sure, anew = 1.0, False
    if sets and is_off(over, row.kind, params):
        sure = honesty(belief, load, row.reps, params, doubt)
    if row.kind >= RATED and sets:
        if sure < params.doubted_from:
            reached = over + capacity(belief)[0]
            anew = doubted is not None and abs(reached - doubted) <= params.same_scale
            doubted = None if anew else reached
        elif over > -params.warm_up_to:
            doubted = None
    if anew:
        after = _anew(belief, load, row, doubt, params)
        asks, now_s = demand(row.log_load, row.reps, belief.curve, params), standing.one.clock_s
        done = with_success(NOTHING_DONE, row.log_load, row.reps, asks, 1.0, now_s, params)
        calibration = standing.calibration
    else:
        after = _read_kind(belief, sets, load, over, row, doubt, params)
        if sets and not is_open(belief, params):  # a first scale is no gain
            lowers = row.kind in {RATED, MISS}
            pace = paced(after.pace, gained(belief, after), lowers, params)
            after = after._replace(pace=pace)
        calibration, done = read_outcome(standing, row, sure, params)
        if tired and sets and row.kind == RATED:
            fatigability = learn_fatigability(fatigability, tired, belief, after)
    return made(Reading, (after, doubted, gap, fatigability, calibration, done))


def over_limit(belief: Belief, load: Number, reps: Number, params: Params) -> Number:
    """Give the demand of what went up, or of the one repetition tried, over capacity. [log]"""
    return demand(load, maximum(reps, 1.0), belief.curve, params) - capacity(belief)[0]


def _anew(belief: Belief, load: float, row: Row, doubt: float, params: Params) -> Belief:
    """Take the scale anew from a set; of one that says how much it left, that is read then."""
    after = rescale(belief, load, row.reps, params)
    if row.kind == RATED:
        after = read_effort(after, load, row.reps, row.rir, params, doubt)
    return after


def rescale(belief: Belief, load: Number, reps: Number, params: Params) -> Belief:
    """Give the belief on another scale: as after a first set, but with the person's own curve."""
    anew = restart(load, reps, params)
    return anew._replace(curve=belief.curve, v_curve=belief.v_curve)


def gap_by_rir(belief: Belief, reps: Number, rir: Number, params: Params) -> Number:
    """Give how far below the limit a set was that says what it left: c(n) - c(n + left). [log]"""
    left = reps + params.rir_scale * rir
    return demand(0.0 * reps, reps, belief.curve, params) - demand(
        0.0 * reps, left, belief.curve, params
    )


def _gap(belief: Belief, sets: float, row: Row, over: float, params: Params) -> float:
    """
    Tell how far below the limit of the moment a set was; 0 is the limit. [log]

    Demand over capacity, by what the set says of itself, else by the belief; a hard set where
    there is neither.
    """
    if row.missed or row.rir == 0.0:
        return 0.0
    if not math.isnan(row.rir):
        return float(gap_by_rir(belief, row.reps, row.rir, params))
    if not sets or math.isnan(over):
        return -params.warm_up_to if row.kind == WARM_UP else -params.reserve
    return over


def is_off(over: Number, kind: Number, params: Params) -> Number:
    """
    Tell whether a demand lies so far from the belief that it may be a slip of the finger.

    Below it, only a set that says how much it left: others may just be light.
    """
    near = params.slip_sds * params.effort_high_sd
    return (over > near) | ((over < -near) & (kind == RATED))


def _read_kind(
    belief: Belief,
    sets: float,
    load: float,
    over: float,
    row: Row,
    doubt: float,
    params: Params,
) -> Belief:
    """Choose what kind of evidence a set is."""
    kind, reps = row.kind, row.reps
    if kind == PLAIN:
        if not sets or (is_open(belief, params) and _sets_scale(belief, over, params)):
            return restart(load, reps, params)
        fresh = is_open(belief, params) and belief.idle < params.session_days
        raised = load - row.log_load
        return belief if fresh else read_bare(belief, load, reps, params, doubt, raised)
    if kind == RATED:
        return read_effort(belief, load, reps, row.rir, params, doubt)
    if kind == MISS:
        return read_miss(belief, load, reps, params, doubt)
    if kind == FLOOR and reps:  # tired on purpose, or short of a plan: a floor, and no more
        return read_floor(belief, load, reps, params, doubt)
    return belief  # says nothing about the limit


def _sets_scale(belief: Belief, over: float, params: Params) -> bool:
    """Tell whether a plain set sets an open scale anew: the highest of the first session does."""
    if belief.idle < params.session_days:
        return over > -0.5 * params.reserve
    return bool(scale_is_wrong(belief, over, params))


def is_open(belief: Belief, params: Params) -> Number:
    """
    Tell whether a belief is still as open as after the first set of its lift.

    Warm-ups of the first session are no evidence, its highest set is the scale.
    """
    wide = params.as_open * params.first_set_sd
    return belief.v_habit + belief.v_reserve >= wide * wide


def scale_is_wrong(belief: Belief, over: Number, params: Params) -> Number:
    """Tell whether nothing has come near an open scale for weeks."""
    return (belief.idle > params.wrong_scale_days) & (over < -params.warm_up_to)
