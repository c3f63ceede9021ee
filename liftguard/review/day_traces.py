"""
The kinds of traces of each cause, and the records that they lack.

Reason to change: a kind of trace, or what is measured against what.
"""

from __future__ import annotations

from datetime import timedelta

import liftguard.review.traces_of_fatigue as tired
import liftguard.review.traces_of_overload as heavy
import liftguard.review.traces_of_quickness as quick
from liftguard.review.area import AreaLog, noted_before
from liftguard.review.trace_kind import Number, OfDay, TraceKind

__all__ = ["KINDS", "MOVED", "RECORDS", "missing_records"]

_DAY = timedelta(days=1)

RECORDS = (
    "sets",
    "set_times",
    "rest_s",
    "effort",
    "warm_ups",
    "stillness",
    "rising",
    "movements",
    "mobility",
    "readiness",
    "velocity",
    "bodyweight",
)
"""Codes of records that an inquiry can miss, in the order in which they are named."""

MOVED = "moved"
"""The code of the one trace that stands first wherever it stands out."""


def _work(
    code: str,
    unit: str,
    number: OfDay,
    common: str,
    *,
    neutral: float = 0.0,
    floor: Number = 1.0,
) -> TraceKind:
    """Make a kind of an amount of work: the usual times `Policy.much_times` is much of it."""
    return TraceKind(
        code,
        "fatigue",
        unit,
        1,
        neutral,
        of_day=number,
        much="much_times",
        is_factor=True,
        floor=floor,
        common=common,
    )


def _in_a_row(code: str, unit: str, number: OfDay, few: str) -> TraceKind:
    """Make a kind of days that follow each other, of which few are not much for anybody."""
    return _work(code, unit, number, few, neutral=1.0, floor=few)


def _put(cause: str) -> TraceKind:
    """Make a kind of what a cause put into the forecasts."""
    return TraceKind(
        f"odds_{cause}",
        cause,
        "log-odds",
        1,
        0.0,
        of_day=heavy.put_by(cause),
        much="much_odds",
        common="common_odds",
    )


KINDS = (
    _put("fatigue"),
    _in_a_row("sessions_4_days", "sessions", tired.sessions_4_days, "few_sessions"),
    _work("sets_24_h", "sets", tired.sets_within(1), "common_sets"),
    _work("reps_24_h", "reps", tired.reps_within(1), "common_reps"),
    _work("sets_72_h", "sets", tired.sets_within(3), "common_week_sets"),
    _work("reps_72_h", "reps", tired.reps_within(3), "common_week_reps"),
    _work("sets_7_days", "sets", tired.sets_within(7), "common_week_sets"),
    _work("pattern_sets_7_days", "sets", tired.pattern_sets_within(7), "common_week_sets"),
    _work("hard_sets", "sets", tired.hard_set_count, "common_hard_sets"),
    _work("same_pattern_sets", "sets", tired.same_pattern_sets, "common_run_sets", neutral=1.0),
    _work("dense_sets", "sets", tired.dense_sets, "common_dense_sets"),
    _work("session_minutes", "min", tired.session_minutes, "common_session_minutes"),
    _in_a_row("days_in_a_row", "days", tired.days_in_a_row, "few_days"),
    _in_a_row("unlengthened_days", "days", tired.unlengthened_days, "few_days"),
    _in_a_row("days_of_one_pattern", "days", tired.days_of_one_pattern, "few_days"),
    TraceKind(
        "tonnage_ratio",
        "fatigue",
        "1",
        1,
        1.0,
        of_day=tired.tonnage_ratio,
        much="much_times",
        is_factor=True,
    ),
    TraceKind(
        "shortest_rest",
        "fatigue",
        "s",
        -1,
        "short_rest_s",
        of_day=tired.shortest_rest,
        much="much_rest_s",
    ),
    TraceKind("rpe_rise", "fatigue", "1", 1, 0.0, of_day=tired.rpe_rise, much="much_rpe"),
    TraceKind(
        "rpe_above_usual", "fatigue", "1", 1, 0.0, of_day=tired.rpe_above_usual, much="much_rpe"
    ),
    TraceKind(
        "readiness",
        "fatigue",
        "1",
        -1,
        "low_readiness",
        of_moments=tired.readiness_score,
        much="much_share",
    ),
    TraceKind(
        "loads_moved",
        "fatigue",
        "1",
        1,
        0.0,
        of_moments=tired.loads_moved,
        much="much_times",
        is_factor=True,
        floor="common_loads",
    ),
    _put("rapid_movement"),
    TraceKind(
        MOVED, "rapid_movement", "1", 1, 0.0, of_moments=quick.moved_strain, much="much_strain"
    ),
    TraceKind(
        "first_share",
        "rapid_movement",
        "1",
        1,
        "ramp_start",
        of_day=quick.first_share,
        much="much_share",
    ),
    TraceKind(
        "still_minutes",
        "rapid_movement",
        "min",
        1,
        0.0,
        of_moments=quick.still_minutes,
        much="much_times",
        is_factor=True,
        floor="short_still_minutes",
    ),
    TraceKind(
        "hours_since_rising",
        "rapid_movement",
        "h",
        -1,
        "soon_up_hours",
        of_moments=quick.hours_since_rising,
        much=1.0,
    ),
    TraceKind(
        "longest_pause",
        "rapid_movement",
        "min",
        1,
        "long_pause_minutes",
        of_day=quick.longest_pause,
        much="much_times",
        is_factor=True,
    ),
    TraceKind(
        "velocity_ratio",
        "rapid_movement",
        "1",
        1,
        1.0,
        of_day=quick.velocity_ratio,
        much="much_load",
        is_factor=True,
    ),
    _put("overload"),
    TraceKind(
        "demand_ratio",
        "overload",
        "1",
        1,
        1.0,
        of_day=heavy.demand_ratio,
        much="much_load",
        is_factor=True,
        common="common_step",
    ),
    TraceKind(
        "load_ratio",
        "overload",
        "1",
        1,
        1.0,
        of_day=heavy.load_ratio,
        much="much_load",
        is_factor=True,
        common="common_step",
    ),
    TraceKind("p_beyond", "overload", "1", 1, 0.0, of_day=heavy.p_beyond),
    TraceKind("misses", "overload", "sets", 1, 0.0, of_day=heavy.misses, much=1.0),
    TraceKind(
        "layoff_days",
        "overload",
        "days",
        1,
        "layoff_days",
        of_day=heavy.layoff_gap,
        much="much_times",
        is_factor=True,
        floor="common_gap_days",
    ),
    TraceKind(
        "lift_gap",
        "overload",
        "days",
        1,
        "layoff_days",
        of_day=heavy.lift_gap,
        much="much_times",
        is_factor=True,
    ),
)
"""Every kind of trace; `liftguard.words` has the words for the codes."""


def missing_records(log: AreaLog) -> dict[str, tuple[str, ...]]:
    """List by cause the codes of records that were not kept and would have told more."""
    day, done = log.days[-1], [one.logged for one in log.days[-1].sets]
    notes, noted = log.notes, log.policy.noted_days * _DAY
    # sets that are timed tell the rests between them, and a pain at rest asks for neither
    timed = log.at_rest or (
        len({one.at for one in day.sets}) == len(done)
        and all(one.at_known_to == "set" for one in done)
    )
    silent = {
        "sets": not done,
        "set_times": any(one.at_known_to != "set" for one in done),
        "rest_s": not timed and bool(done) and all(one.rest_s is None for one in done),
        "effort": bool(done) and all(one.rpe is None and not one.to_failure for one in done),
        "warm_ups": bool(done) and not log.at_rest and not day.lifts[0].ramps,
        "stillness": not noted_before(notes.still, log.at, noted),
        "rising": not noted_before(notes.rising, log.at, _DAY),
        "movements": not noted_before(notes.moved, log.at, noted),
        "mobility": not noted_before(notes.mobility, log.at, noted),
        "readiness": not noted_before(notes.ready, log.at, _DAY),
        "velocity": bool(done)
        and not log.at_rest
        and all(one.mean_velocity_m_s is None for one in done),
        "bodyweight": any(one.demand is None for one in day.sets),
    }
    by_cause = {
        "fatigue": ("sets", "rest_s", "effort", "mobility", "readiness"),
        "rapid_movement": (
            *("sets", "set_times", "warm_ups"),
            *("stillness", "rising", "movements", "velocity"),
        ),
        "overload": ("sets", "bodyweight"),
    }
    return {
        cause: tuple(code for code in codes if silent[code]) for cause, codes in by_cause.items()
    }
