"""
Which outcomes are known, and what they teach: a plan that went up, or one that did not.

Reason to change: another outcome counts as known.
"""

from __future__ import annotations

from liftguard.model.capacity import Belief
from liftguard.model.curve import demand
from liftguard.model.experience import (
    Calibration,
    Done,
    Record,
    forget,
    log_odds,
    record_of,
    taught,
    with_miss,
    with_success,
    writes_misses_down,
)
from liftguard.model.forecast import outlook, p_beyond
from liftguard.model.params import Params
from liftguard.model.row import WARM_UP, Row
from liftguard.model.special import Number
from liftguard.model.standing import Losses, Standing, losses
from liftguard.model.to_failure import reach, scattered

__all__ = [
    "is_slip",
    "learn_by_record",
    "learn_outcome",
    "learn_scatter",
    "p_before",
    "read_outcome",
]


def read_outcome(
    standing: Standing, row: Row, sure: float, params: Params
) -> tuple[Calibration, Done]:
    """
    Read how a set of one athlete came out; `sure` is how likely it is no slip of the finger.

    Plans once known teach, full and short alike; sets without one by their first repetition, of
    a lift whose misses are written down. What physics gave next to no chance of failing teaches
    nothing, whichever way it goes: a miss is a slip there, which does not count either, and a
    success is no news.
    """
    own, one, load, reps = standing.calibration, standing.one, row.log_load, row.reps
    done = one.done
    if load != load or row.kind == WARM_UP:  # noqa: PLR0124 - NaN
        return own, done
    is_planned = row.planned == row.planned
    asked = row.planned if is_planned else 1.0
    lost = losses(standing, load, None, params)
    p = None
    if one.sets and (is_planned or writes_misses_down(done)):
        p = p_before(one.belief, load, asked, lost, params)
        if not is_slip(p, params):
            plan = load, asked, one.belief.curve
            own = learn_outcome(own, done, *plan, standing.days, one.clock_s, reps, p, params)
    if row.rir == 0.0 and reps and not row.missed and one.sets:
        own = learn_scatter(own, one.belief, load, reps, lost, params)
    if row.missed or reps < asked:
        if asked <= reps or p is None:
            tried = asked if asked > reps else reps + 1.0
            p = p_before(one.belief, load, tried, lost, params)
        if not is_slip(p, params):
            done = with_miss(done, one.clock_s, params)
    if reps:
        asks = demand(load, reps, standing.belief.curve, params)
        done = with_success(done, load, reps, asks, sure, one.clock_s, params)
    return own, done


def p_before(b: Belief, log_load: Number, reps: Number, lost: Losses, params: Params) -> Number:
    """Give the chance by physics, before a set, that so many repetitions do not go up."""
    return p_beyond(outlook(b, log_load, reps, params, lost))


def is_slip(p: Number, params: Params) -> Number:
    """Tell whether a miss had so little chance by physics that it was a slip."""
    return p < params.slip_p


def learn_scatter(
    own: Calibration, b: Belief, log_load: Number, reps: Number, lost: Losses, params: Params
) -> Calibration:
    """Learn from a set to failure how wide those of the athlete lie."""
    said = reach(b, log_load, params, lost, own.scatter)
    reached = demand(log_load, reps, b.curve, params)
    return own._replace(scatter=scattered(own.scatter, reached, said, params))


def learn_outcome(
    own: Calibration,
    done: Done,
    log_load: Number,
    asked: Number,
    curve: Number,
    days: Number,
    now_s: Number,
    reps: Number,
    p: Number,
    params: Params,
) -> Calibration:
    """Learn from a plan that fails with chance p by physics, and came to so many repetitions."""
    asks = demand(log_load, asked, curve, params)
    record = record_of(done, log_load, asked, asks, days, now_s, params)
    return learn_by_record(own, now_s, record, p, reps < asked, params)


def learn_by_record(
    own: Calibration, now_s: Number, record: Record, p: Number, failed: Number, params: Params
) -> Calibration:
    """Learn from a plan that has been looked up already, and whether it failed."""
    own = forget(own, now_s, params)
    return taught(own, record, log_odds(p), 1.0 * failed, params)
