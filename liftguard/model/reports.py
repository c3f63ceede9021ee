"""
What an athlete says was left after sets of a lift, and what that tells of the next one.

People choose loads so that the reserve comes out as they like. What they say is therefore mostly
habit, and only a plan away from what they chose lately is for the repetition curve to judge:
habit gives the level, physics the slope from the usual demand to that of the plan.

Reason to change: what reports of effort tell of the next one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from liftguard.model.curve import demand, reps_within
from liftguard.model.params import Params
from liftguard.model.special import Number
from liftguard.units import SECONDS_PER_DAY

__all__ = ["NO_REPORTS", "Reports", "left_by_reports", "usual_left", "with_report", "with_reports"]

_DECIMALS = 3  # of a stored load in log kg: a thirtieth of a repetition


class Reports(NamedTuple):
    """
    What was said after the last rated sets of a lift.

    `last_s` is the moment of the last of them by the session's clock [s], `loads` what each moved
    together with what time off had taken by then [log kg], `reps` how often [reps], and `left`
    what was said to be left after it. [reps]
    """

    last_s: Number
    loads: tuple[float, ...]
    reps: tuple[float, ...]
    left: tuple[float, ...]


NO_REPORTS = Reports(0.0, (), (), ())
"""Of a lift whose effort was never noted."""


def with_report(
    reports: Reports, now_s: float, load: float, reps: float, left: float, params: Params
) -> Reports:
    """Note what was left after a set; beyond five repetitions it is a guess, and left out."""
    if left > params.said_most:
        return reports
    return with_reports(reports, now_s, (load,), (reps,), (left,), params)


def with_reports(
    reports: Reports,
    now_s: float,
    loads: Sequence[float],
    reps: Sequence[float],
    left: Sequence[float],
    params: Params,
) -> Reports:
    """Note what was left after some sets, of which the last is of a moment."""
    new = [round(load, _DECIMALS) for load in loads], reps, left
    kept = [
        (*before, *some)[-int(params.said_kept) :]
        for before, some in zip(reports[1:], new, strict=True)
    ]
    return Reports(now_s, *kept)


def usual_left(reports: Reports) -> float | None:
    """Give the median of what was said to be left lately; None where nothing was. [reps]"""
    return median(reports.left) if reports.left else None


def left_by_reports(
    reports: Reports, now_s: float, load: float, reps: float, curve: float, params: Params
) -> float:
    """
    Give the repetitions that will be said to be left after a set. [reps]

    Within the range of demands that were chosen lately, and near it, the athlete's own line holds:
    the usual level, and the slope with which what they said fell with demand. Further away the
    repetition curve does, from the usual demand on; exp(-(x / range)^2 / 2) is the weight of the
    line x outside. More is never expected of more load.
    """
    now = now_s - reports.last_s <= params.session_days * SECONDS_PER_DAY
    costs = {many: demand(0.0, many, curve, params) for many in {reps, *reports.reps}}
    asks, done = load + costs[reps], zip(reports.loads, reports.reps, strict=True)
    asked = [one + costs[many] for one, many in done]
    level = _level(reports.left, params, now=now)
    usual, slope = _line(asked, reports.left, params)
    if now:
        usual = asked[-1]
    near = min(max(asks, min(asked)), max(asked))
    own: float = max(level + slope * (usual - near), 0.0)
    if near == asks:
        return own
    room = demand(usual - asks, reps + level, curve, params)
    by_curve = reps_within(room, curve, params)[0] - reps
    by_curve = min(own, by_curve) if asks > near else max(own, by_curve)
    outside = _outside(load, asks, reports.loads, asked, params) / params.said_range
    chosen = math.exp(-0.5 * outside * outside)
    return float(chosen * own + (1.0 - chosen) * by_curve)


def _level(said: tuple[float, ...], params: Params, *, now: bool) -> float:
    """
    Give what will be said of a usual set. [reps]

    Among all athletes first + a m at the first set of a session and later + b m + c l at others,
    m being the median and l the last that was said; for this one that only by v / (v + spread^2),
    v being the variance of what was said: who always says the same is taken at their word.
    """
    middle, last = median(said), said[-1]
    held, others = middle, params.said_first + params.said_first_usual * middle
    if now:
        others = params.said_later + params.said_later_usual * middle
        held, others = last, others + params.said_later_last * last
    mean = sum(said) / len(said)
    variance = sum([(one - mean) ** 2 for one in said]) / len(said)
    share = variance / (variance + params.said_spread**2)
    return max(held + share * (others - held), 0.0)


def _line(asked: list[float], said: tuple[float, ...], params: Params) -> tuple[float, float]:
    """
    Give the mean demand [log kg] and how fast what was said fell with demand, 0 or more. [reps/log]

    Least squares, as if `said_even` [log^2] of demand had been seen without any effect.
    """
    usual, mean = sum(asked) / len(asked), sum(said) / len(said)
    pairs = zip(asked, said, strict=True)
    both = sum([(one - usual) * (left - mean) for one, left in pairs])
    alone = sum([(one - usual) ** 2 for one in asked])
    return usual, max(-both / (alone + params.said_even), 0.0)


def _outside(
    load: float, asks: float, loads: tuple[float, ...], asked: list[float], params: Params
) -> float:
    """
    Give how far a demand outside those of the sets that were done lies from the nearest. [log]

    Load that is traded for repetitions is known as well as the curve is, so each reaches further by
    its doubt of the lesser of the two.
    """
    doubt = min(params.said_curve_sds * params.curve_sd, 1.0)  # more load never comes nearer
    cost, pairs = asks - load, zip(loads, asked, strict=True)
    apart = [
        abs(asks - ask) - doubt * min(abs(load - one), abs(cost - ask + one)) for one, ask in pairs
    ]
    return max(min(apart), 0.0)
