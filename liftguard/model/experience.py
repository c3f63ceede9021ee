"""
What the athlete's own outcomes say, on top of the physics: the chance that is shown.

Physics gives log-odds l that a set fails. A second, small layer turns them into the chance that
is shown, from what has gone up of the lift already, what was missed lately, how young the log is,
and what plans of this athlete have come to so far. The same lines run on floats and on arrays.

Reason to change: what the outcomes of plans teach.
"""

from __future__ import annotations

from typing import NamedTuple

from liftguard.model.params import Params
from liftguard.model.special import (
    Number,
    alike,
    exp,
    floor,
    log,
    made,
    maximum,
    minimum,
    step_of,
    where,
)
from liftguard.model.tables import (
    block_sum,
    empty_table,
    table_moved,
    table_sum,
    table_with,
)
from liftguard.units import SECONDS_PER_DAY

__all__ = [
    "NOTHING_DONE",
    "TABLE_WIDTH",
    "Calibration",
    "Done",
    "Record",
    "Shown",
    "calibrated",
    "chance",
    "forget",
    "has_done",
    "log_odds",
    "nearness",
    "physics_of",
    "record_of",
    "shown_odds",
    "taught",
    "uncalibrated",
    "with_miss",
    "with_success",
    "writes_misses_down",
]

_REPS = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)  # counts up to each are told apart
TABLE_WIDTH = len(_REPS) + 1
"""Cells of a block of a table: one for each range of repetitions."""

_BINS = 10  # of load below the heaviest that went up; what is lighter is as light as the last
_NONE = -1e6  # a bin below any load
_NEVER_S = -1e12
_LN_2 = 0.6931471805599453
_TURN = 3.0  # the slope of an athlete's own acts from log-odds of -3, a chance of 5 %, on
_SUREST = 1.0 - 2.0**-53  # the next float below 1
_EDGE = 1e-9  # of a bin: what lies on an edge counts as above it, whatever was rounded


class Done(NamedTuple):
    """
    What went up of a lift, and what did not.

    `top` is the bin of the heaviest load that went up, `reached` the highest demand [log kg].
    `table` counts what went up by bins of
    load below it and by repetitions, `missed` the days with a miss; both fade, and are kept as
    they would count at the beginning of the log, so that time need not touch them. `missed_s` is
    the last miss by the session's clock. [s]
    """

    top: Number
    reached: Number
    table: tuple[Number, ...]
    missed: Number
    missed_s: Number


NOTHING_DONE = Done(_NONE, _NONE, empty_table(_BINS * TABLE_WIDTH), 0.0, _NEVER_S)
"""Of a lift before its first set."""


def _grown(now_s: Number, half_days: float) -> Number:
    """Give how much more a count of now weighs than one of the log's beginning: 2^(t / half)."""
    return exp(minimum(_LN_2 * now_s / (SECONDS_PER_DAY * half_days), 700.0))


def _bin_of(log_load: Number, params: Params) -> Number:
    return floor(maximum(log_load, -99.0) / params.proof_width + _EDGE)


def with_success(
    done: Done,
    log_load: Number,
    reps: Number,
    asks: Number,
    weight: Number,
    now_s: Number,
    params: Params,
) -> Done:
    """Count a set of a demand [log kg] that went up, by how surely it was no slip of the finger."""
    top, reached, table, missed, missed_s = done
    here, sure = _bin_of(log_load, params), weight > params.doubted_from
    higher = maximum(top, where(sure, here, top))
    reached = maximum(reached, where(sure, asks, reached))
    table = table_moved(table, higher - top, TABLE_WIDTH)
    below = minimum(maximum(higher - here, 0.0), _BINS - 1.0)
    # in whole steps of 1/64 and later of 1: no rounding piles up, and a stored table is short
    amount = weight * _grown(now_s, params.proof_half_days)
    step = where(amount < 64.0, 1.0 / 64.0, 1.0 + 0.0 * amount)
    amount = step * floor(amount / step + 0.5)
    table = table_with(table, below, step_of(reps, _REPS), TABLE_WIDTH, amount)
    return made(Done, (higher, reached, table, missed, missed_s))


def with_miss(done: Done, now_s: Number, params: Params) -> Done:
    """Count a day with a miss, once for a session."""
    *gone, missed, missed_s = done
    again = now_s - missed_s <= SECONDS_PER_DAY * params.session_days
    more = _grown(now_s, params.missed_half_days)
    return made(Done, (*gone, missed + where(again, 0.0 * more, more), now_s))


def has_done(done: Done) -> Number:
    """Tell whether anything ever went up of a lift."""
    return done.reached > _NONE


def writes_misses_down(done: Done) -> Number:
    """Tell whether a miss of the lift was ever written down: silence is no success before it."""
    return done.missed_s > _NEVER_S


def _reached(below: Number) -> Number:
    """Give how many bins of a table are as heavy as one that lies so many below the top."""
    return where(below < 0.0, 0.0 * below, minimum(below, _BINS - 1.0) + 1.0)


class Record(NamedTuple):
    """
    What an athlete's log says of a plan, beside physics.

    How many sets have `proven` it, by at least its load and at least its repetitions; how many
    days with a miss the lift has had lately; the `youth` of the log, from 1 down to 0; the `idle`
    days of the lift; and by how much its demand is `above` all that went up. [log]
    """

    proven: Number
    missed: Number
    youth: Number
    idle: Number
    above: Number


def record_of(
    done: Done,
    log_load: Number,
    reps: Number,
    asks: Number,
    days: Number,
    now_s: Number,
    params: Params,
) -> Record:
    """
    Look a plan up, at a moment so many days after the last set of the lift.

    A set proves the loads of its own bin, and those of the next heavier one the less, the
    heavier they are: a kilo more is no cliff.
    """
    place = maximum(log_load, -99.0) / params.proof_width + _EDGE
    here, row = floor(place), step_of(reps, _REPS)
    below = done.top - here
    proven = table_sum(done.table, _reached(below), row, TABLE_WIDTH)
    lighter = block_sum(done.table, below + 1.0, row, TABLE_WIDTH)
    proven = proven + (1.0 + here - place) * lighter
    return made(
        Record,
        (
            proven / _grown(now_s, params.proof_half_days),
            minimum(done.missed / _grown(now_s, params.missed_half_days), params.missed_most),
            exp(-maximum(now_s, 0.0) / (SECONDS_PER_DAY * params.youth_days)),
            days,
            maximum(asks - done.reached, 0.0),
        ),
    )


class Calibration(NamedTuple):
    """
    How the plans of an athlete come out, beside those of others: shifts and their variances.

    Of the constant, of the slope above a chance of 5 %, of what was proven and of what was
    missed [log-odds]; as of the last outcome, by the session's clock. [s] `scatter` is how much
    wider sets to failure lie than those of others. [log]
    """

    constant: Number
    slope: Number
    proven: Number
    missed: Number
    v_constant: Number
    v_slope: Number
    v_proven: Number
    v_missed: Number
    at_s: Number
    scatter: Number


def uncalibrated(params: Params) -> Calibration:
    """Give what is known before any outcome: as others, give or take the spread between people."""
    return made(Calibration, (0.0, 0.0, 0.0, 0.0, *_spreads(params), 0.0, 0.0))


def _spreads(params: Params) -> tuple[float, float, float, float]:
    return (
        params.own_constant_sd * params.own_constant_sd,
        params.own_slope_sd * params.own_slope_sd,
        params.own_proven_sd * params.own_proven_sd,
        params.own_missed_sd * params.own_missed_sd,
    )


def forget(own: Calibration, now_s: Number, params: Params) -> Calibration:
    """Let what was learned go back to what holds for others; two steps equal one."""
    if alike(own.at_s, now_s):
        return own
    *shifts, v_constant, v_slope, v_proven, v_missed, at_s, scatter = own
    kept = exp(-_LN_2 * (now_s - at_s) / (SECONDS_PER_DAY * params.own_half_days))
    back = kept * kept
    of_constant, of_slope, of_proven, of_missed = _spreads(params)
    return made(
        Calibration,
        (
            *(shift * kept for shift in shifts),
            of_constant + (v_constant - of_constant) * back,
            of_slope + (v_slope - of_slope) * back,
            of_proven + (v_proven - of_proven) * back,
            of_missed + (v_missed - of_missed) * back,
            now_s,
            scatter,
        ),
    )


class Shown(NamedTuple):
    """
    How log-odds l of physics become those that are shown: max(a + b l + c max(l + 3, 0), l - d).

    Parameters
    ----------
    base, slope : float
        a and b. [1]
    turn : float
        c: how much more steeply chances rise above log-odds of -3, by own outcomes. [1]
    least : float
        d: by how much they lie below those of physics at most. [1]
    lapse : float
        Share of sets of several repetitions that go wrong whatever the load. [1]

    Examples
    --------
    >>> Shown(base=0.2, slope=0.9, turn=0.0, least=1.0, lapse=0.01).slope
    0.9
    """

    base: Number
    slope: Number
    turn: Number
    least: Number
    lapse: Number


def calibrated(record: Record, own: Calibration, reps: Number, params: Params) -> Shown:
    """
    Give how the chance of a plan is shown.

    base = w0 + d0 + (w2 + d2) ln(1 + proven) + (w3 + d3) ln(1 + missed) + w4 youth. Where nothing
    like it went up, 2 at most is taken off, less of a plan that asks far above all that did;
    nothing is where the lift has not been done for long.
    """
    proven, missed = log(1.0 + record.proven), log(1.0 + record.missed)
    base = (
        params.all_constant
        + own.constant
        + (params.all_proven + own.proven) * proven
        + (params.all_missed + own.missed) * missed
        + params.all_youth * record.youth
    )
    near = nearness(record.above, params)
    least = params.unproven_most * near + params.unproven_each * record.proven
    least = where(record.idle > params.out_of_use_days, 0.0 * base, least)
    lapse = where(reps > 1.0, params.lapse_of_reps + 0.0 * base, 0.0 * base)
    return made(Shown, (base, params.all_slope + 0.0 * base, own.slope, least, lapse))


def nearness(above: Number, params: Params) -> Number:
    """Tell how near what went up a demand above that is, from 1 down to 0."""
    far = (above - params.unproven_from) / (params.unproven_to - params.unproven_from)
    return minimum(maximum(1.0 - far, 0.0 * far), 1.0 + 0.0 * far)


def log_odds(p: Number) -> Number:
    """Give the log-odds of a probability, of the least and the surest that a float tells too."""
    p = maximum(minimum(p, _SUREST), 1.0 - _SUREST)
    return log(p / (1.0 - p))


def shown_odds(odds: Number, shown: Shown) -> Number:
    """Turn log-odds of physics into those that are shown, before lapses."""
    base, slope, turn, least, _ = shown
    return maximum(base + slope * odds + turn * maximum(odds + _TURN, 0.0), odds - least)


def physics_of(shown: float, how: Shown) -> float:
    """Turn `shown_odds` round: the log-odds of physics that are shown as these."""
    base, slope, turn, least, _ = how
    odds = (shown - base) / slope
    if odds > -_TURN:
        odds = (shown - base - turn * _TURN) / (slope + turn)
    return float(min(odds, shown + least))


def chance(odds: Number, shown: Shown) -> Number:
    """Give the chance of failing that is shown, for log-odds of physics."""
    return 1.0 - (1.0 - shown.lapse) / (1.0 + exp(minimum(shown_odds(odds, shown), 700.0)))


def taught(
    own: Calibration, record: Record, odds: Number, failed: Number, params: Params
) -> Calibration:
    """
    Learn from a plan of which the outcome is known, by one Newton step with independent variances.

    It moves the weights of u = (1, max(l + 3, 0), ln(1 + proven), ln(1 + missed)). All of u is 0
    or more, so that a plan that went up makes none look worse, and one that did not none better.
    The step is at most 1 in log-odds, and the shifts stay within bounds.
    """
    turn = maximum(odds + _TURN, 0.0 * odds)
    proven, missed = log(1.0 + record.proven), log(1.0 + record.missed)
    by_constant, by_slope, by_proven, by_missed, *variances, at_s, scatter = own
    v_constant, v_slope, v_proven, v_missed = variances
    p = chance(odds, calibrated(record, own, 1.0 + 0.0 * odds, params))
    told = p * (1.0 - p)
    of_slope, of_proven, of_missed = v_slope * turn, v_proven * proven, v_missed * missed
    total = v_constant + of_slope * turn + of_proven * proven + of_missed * missed
    step = (failed - p) / (1.0 + told * total)
    step = step / maximum(abs(step) * total, 1.0 + 0.0 * odds)
    most = params.own_constant_most
    slopes = params.least_slope - params.all_slope, params.most_slope - params.all_slope
    return made(
        Calibration,
        (
            minimum(maximum(by_constant + v_constant * step, -most), most),
            minimum(maximum(by_slope + of_slope * step, slopes[0]), slopes[1]),
            minimum(by_proven + of_proven * step, -params.all_proven),
            maximum(by_missed + of_missed * step, -params.all_missed),
            v_constant / (1.0 + v_constant * told),
            v_slope / (1.0 + of_slope * turn * told),
            v_proven / (1.0 + of_proven * proven * told),
            v_missed / (1.0 + of_missed * missed * told),
            at_s,
            scatter,
        ),
    )
