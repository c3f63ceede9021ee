"""
The host's appetite for risk: thresholds, and nothing else.

Reason to change: a threshold.
"""

from __future__ import annotations

import math
from typing import Any

import attrs

from liftguard.errors import InvalidValue
from liftguard.records.doubles import DOUBLE_RULE
from liftguard.units import as_float

__all__ = ["Policy"]


_LEAST_RISK = 1e-12  # lower than lapses alone are


def _threshold(
    default: float, unit: str, low: float, high: float, source: str, meaning: str
) -> Any:  # noqa: ANN401 - an attrs field, read as a float
    about = {"unit": unit, "low": low, "high": high, "source": source, "meaning": meaning}
    return attrs.field(default=default, metadata=about)


@attrs.frozen(kw_only=True)
class Policy:
    """
    Where a forecast becomes a flag, and what a careful coach would say then.

    docs/reference/policy.md lists the thresholds with unit, range and source. Where none is
    named, a threshold is a house rule.

    Raises
    ------
    InvalidValue
        When a threshold is out of range, or caution lies above beyond.

    Notes
    -----
    The defaults of the levels are set by an alarm budget; docs/explanation/calibration.md has
    the measurement.

    Examples
    --------
    >>> Policy(caution=0.2).beyond
    0.3
    """

    # --- levels ---
    caution: float = _threshold(0.09, "1", 1e-09, 0.999, "", "CAUTION from this probability on")
    beyond: float = _threshold(0.3, "1", 1e-09, 0.999, "", "BEYOND from this probability on")
    widest_sd: float = _threshold(
        0.12, "log", 0.001, 1.0, "", "a belief wider than this answers UNKNOWN"
    )
    far_above: float = _threshold(
        1.5,
        "1",
        1.0,
        10,
        "",
        "a demand above so much of the highest ever is BEYOND under the widest belief, and a load "
        "above so much of what a pain leaves after its first days",
    )
    proven_sets: float = _threshold(
        2.0,
        "sets",
        0.5,
        100,
        "",
        "a plan that so many sets have proven lately may be CLEAR under a wide belief",
    )
    step_kg: float = _threshold(
        6.0,
        "kg",
        0,
        100,
        "",
        "above the highest ever, as a single: a step up to there, or to `more_than_lately` of it",
    )
    step_risk: float = _threshold(
        0.2,
        "1",
        0.0,
        1.0,
        "",
        "of the odds of `caution`: from there on more than such a step is CAUTION",
    )
    # --- causes ---
    reference: float = _threshold(
        0.01, "1", 1e-06, 0.5, "", "overload is measured against a set that fails this often"
    )
    min_excess: float = _threshold(
        0.5,
        "1",
        0.001,
        100,
        "",
        "below this excess in log-odds no cause gets a share, and no smaller cause a name",
    )
    spike: float = _threshold(
        1.1,
        "1",
        1.0,
        3,
        "Frandsen2025",
        "a demand above so much of the own best of 30 days is a spike",
    )
    long_break_days: float = _threshold(
        28.0,
        "days",
        3,
        365,
        "",
        "longer without the lift, or without a set near the limit, is said",
    )
    high_reps: float = _threshold(
        10.0,
        "reps",
        1.0,
        100,
        "Mayhew2008",
        "beyond this formulas for the single are unproven, and it is said",
    )
    few_sets: float = _threshold(5.0, "sets", 1.0, 100, "", "fewer sets of a lift are said")
    told_hours: float = _threshold(
        4.0, "h", 0.1, 48, "", "stillness and rising are evidence for so long"
    )
    negligible: float = _threshold(0.0005, "log", 0, 0.1, "", "work that took less is no evidence")
    evidence_load: float = _threshold(
        0.3,
        "1",
        0.01,
        1.0,
        "",
        "a tired region is evidence where the lift loads it so much",
    )
    tired_by_days: float = _threshold(
        3.0, "days", 0.1, 28, "", "other lifts done within so long are evidence of fatigue"
    )
    # --- pain ---
    pain_days: float = _threshold(14.0, "days", 0.5, 60, "", "a pain holds a ceiling for so long")
    pain_share: float = _threshold(
        0.2, "1", 0.01, 0.99, "", "where that ceiling starts, of capacity, for a severity of 10"
    )
    acute_days: float = _threshold(
        3.0, "days", 0.1, 60, "", "within this of a strong pain, going over the ceiling is BEYOND"
    )
    acute_severity: float = _threshold(
        5.0,
        "1",
        0.1,
        10,
        "",
        "a pain this severe is strong; a spasm or a sharp pain counts as at least this",
    )
    pain_load: float = _threshold(
        0.3, "1", 0, 1.0, "", "a lift loads a painful place from this load of a region on"
    )
    acute_load: float = _threshold(
        0.1,
        "1",
        0,
        1.0,
        "",
        "a region loaded as little as this counts while a strong pain is acute",
    )
    small_pain: float = _threshold(
        2.0, "1", 0, 10, "", "a pain no more severe than this is over once its days are"
    )
    pain_by_days: float = _threshold(
        0.5,
        "1",
        0,
        1.0,
        "",
        "of what a worse one holds back: so much comes back by days alone, the rest by sets since",
    )
    # --- ramps ---
    ramp_from: float = _threshold(
        0.35, "1", 0.05, 0.9, "", "of the planned load: a ramp without a bar begins no lower"
    )
    ramp_above: float = _threshold(
        0.5, "1", 0.05, 1.0, "", "of today's single: no ramp is needed up to there"
    )
    ramp_reps_share: float = _threshold(
        3.0,
        "1",
        1.0,
        20,
        "",
        "of the repetitions, one in so many warms up where nothing lighter can be moved",
    )
    # --- one action over and over, and work without rest ---
    row_sets: float = _threshold(
        10.0,
        "sets",
        2.0,
        1000,
        "",
        "of one pattern in a row before a set: one action over and over",
    )
    alone_sessions: float = _threshold(
        4.0, "sessions", 2.0, 1000, "", "in a row with nothing but one pattern are the same"
    )
    alone_days: float = _threshold(
        7.0, "days", 0, 365, "", "if they take so long, and no lengthening is in the log"
    )
    unbroken_sets: float = _threshold(
        10.0, "sets", 2.0, 1000, "", "without a pause before a set: work without any rest"
    )
    loosen_minutes: float = _threshold(
        2.0, "min", 0.5, 60, "McGill1992", "of walking or lengthening that are asked for then"
    )
    break_minutes: float = _threshold(
        5.0, "min", 1.0, 60, "", "of rest that are asked for after work without any"
    )
    # --- stillness before a lift ---
    stiff: float = _threshold(
        0.25,
        "1",
        0.01,
        1.0,
        "",
        "of creep: with so much left no heavy lift of the back begins without a ramp",
    )
    early_hours: float = _threshold(0.5, "h", 0, 24, "", "nor so soon after rising")
    led_up: float = _threshold(
        2.0, "1", 1.0, 10, "", "of the heaviest set since: a set up to there was led up to"
    )
    # --- advice ---
    step_gain: float = _threshold(
        0.8, "1", 0.01, 1.0, "", "of the chance: a step that leaves more of it is none"
    )
    least_reps_share: float = _threshold(
        0.6, "1", 0.01, 1.0, "", "of the repetitions: a step to fewer is none"
    )
    more_than_lately: float = _threshold(
        1.025,
        "1",
        1.0,
        2,
        "",
        "of the best of 90 days: no way back asks for more; of the highest ever, as `step_kg`",
    )
    begin_share: float = _threshold(
        0.6,
        "1",
        0.1,
        1.0,
        "",
        "of the highest ever, to begin with after a long break; of a lift never done, of what "
        "`begin_sds` tells",
    )
    begin_sds: float = _threshold(
        1.645,
        "1",
        0.0,
        5,
        "",
        "spreads below what is believed of a lift that was never done: 19 of 20 can do as much",
    )
    back_weeks_share: float = _threshold(
        0.6, "1", 0.1, 2.0, "", "weeks of a way back for each week off"
    )
    back_a_week: float = _threshold(
        0.04, "1", 0.0, 0.2, "", "of the plan: what each of them begins lower"
    )
    most_rest_minutes: float = _threshold(8.0, "min", 1.0, 120, "", "of more rest that are tried")
    days_tried: float = _threshold(7.0, "days", 1.0, 28, "", "of waiting that are tried")
    weeks_back: float = _threshold(10.0, "weeks", 1.0, 52, "", "that a way back is followed for")
    more_a_week: float = _threshold(
        1.15,
        "1",
        1.0,
        2,
        "",
        "of the load of a way back from one week to the next, and of what was done since a pain",
    )
    telling_rpe: float = _threshold(5.0, "1", 1.0, 10, "", "ratings below it say nothing")
    other_lift_risk: float = _threshold(
        0.5, "1", 0.01, 1.0, "", "of the risk that is clear: what another lift may take of it"
    )
    spared_load: float = _threshold(
        0.5, "1", 0, 1.0, "", "of the load on a region: at most so much of it spares it"
    )
    stand_in: float = _threshold(
        0.8,
        "1",
        0,
        1.0,
        "",
        "cosine between the loads of two lifts, from which on one can stand for the other",
    )
    # --- suggestions ---
    back_days: float = _threshold(
        42.0,
        "days",
        3,
        365,
        "",
        "without the lift: a way back begins, however clear more is",
    )
    usual_rises: float = _threshold(
        3.0, "sessions", 1.0, 20, "", "after so many rises in a row the next one is usual"
    )
    spare_reps: float = _threshold(
        3.0,
        "reps",
        0.5,
        10,
        "",
        "so many left in reserve at a load that was repeated ask for the next one",
    )
    careful_risk: float = _threshold(
        0.5, "1", 0.01, 1.0, "", "of the risk that is clear, after a miss or a long break"
    )
    back_off: float = _threshold(
        0.95, "1", 0.5, 1.0, "", "of a load of this session that was too much: the next set"
    )
    more_by_reserve: float = _threshold(
        1.05,
        "1",
        1.0,
        1.5,
        "",
        "of the load before: most that it goes up by what was left in reserve",
    )
    load_a_rep: float = _threshold(
        0.03, "1", 0.005, 0.1, "", "of the load: what one repetition of reserve is worth"
    )
    off_effort: float = _threshold(
        1.0, "reps", 0.5, 5, "", "so far from the reserve that was meant, the load changes"
    )
    slower: float = _threshold(
        0.15, "1", 0.01, 0.9, "", "of the speed at the same load lost: the next set is lighter"
    )
    slowest: float = _threshold(
        0.25, "1", 0.01, 0.9, "", "of it lost: the session of the lift ends"
    )
    most_short: float = _threshold(
        2.0, "sets", 1.0, 20, "", "after so many sets that fell short the session of a lift ends"
    )
    begun_share: float = _threshold(
        0.95, "1", 0.5, 1.0, "", "of the usual load: the work of a session has begun from there on"
    )
    tries: float = _threshold(
        2.0, "sessions", 1.0, 10, "", "that fall short at a load, before less is planned"
    )
    plateau_sessions: float = _threshold(
        4.0, "sessions", 2.0, 50, "", "in which a load stayed: a plateau"
    )
    # --- deload ---
    deload_signs: float = _threshold(
        2.0, "1", 1.0, 3, "", "so many signs, before a deload is advised"
    )
    deload_days: float = _threshold(
        7.0, "days", 1.0, 28, "", "lifts done within so long are looked at"
    )
    low_lifts: float = _threshold(2.0, "lifts", 1.0, 20, "", "so many of low form are a sign")
    low_form: float = _threshold(
        0.5,
        "1",
        0,
        5,
        "",
        "spreads of the form below usual: a whole session says about as much of a bad day",
    )
    unready: float = _threshold(0.6, "1", 0, 1.0, "", "1 less a readiness score that is a sign")
    deload_load: float = _threshold(0.9, "1", 0.1, 1.0, "", "of the planned load")
    deload_reps: float = _threshold(0.6, "1", 0.1, 1.0, "", "of the repetitions")
    # --- movements without a bar ---
    quick_bend_deg_s: float = _threshold(
        90.0,
        "deg/s",
        1.0,
        2000,
        "Marras1987",
        "a bend or a straightening as quick as this has a strain of 1",
    )
    quick_turn_deg_s: float = _threshold(
        60.0, "deg/s", 1.0, 2000, "", "the same for a rotation or a bend to the side"
    )
    quickest_strain: float = _threshold(1.8, "1", 1.0, 10, "", "what the strain of speed tends to")
    sudden_speed: float = _threshold(
        1.0, "1", 0.1, 10, "", "of the quick one: a sneeze, a slip or a throw that was not measured"
    )
    unhurried_speed: float = _threshold(
        0.5, "1", 0.01, 10, "", "of the quick one: lifting, reaching or getting up, not measured"
    )
    hands_kg: float = _threshold(
        60.0, "kg", 1.0, 2000, "", "a load in the hands that asks as much as a quick movement"
    )
    still_strain: float = _threshold(
        0.75, "1", 0.001, 100, "McGill1992", "so much more of it with full creep"
    )
    morning_strain: float = _threshold(
        0.75, "1", 0.001, 100, "Adams1987", "so much more right after rising"
    )
    cold_strain: float = _threshold(0.6, "1", 0.001, 100, "", "so much more without warmth")
    tired_strain: float = _threshold(0.5, "1", 0.001, 100, "", "so much more of a spent muscle")
    gentle_share: float = _threshold(
        0.5, "1", 0.01, 0.99, "", "of its speed: a movement that is slower, in two parts, or braced"
    )
    strain_caution: float = _threshold(
        1.6, "1", 0.001, 100, "", "a movement without a bar is CAUTION from this strain on"
    )
    strain_beyond: float = _threshold(2.3, "1", 0.001, 100, "", "and BEYOND from this one on")
    just_up_minutes: float = _threshold(
        30.0, "min", 1.0, 240, "", "so soon after stillness nobody has warmed up unnoticed"
    )
    # --- looking back ---
    look_back_hours: float = _threshold(
        72.0, "h", 1.0, 336, "", "so long after the last set of a day a pain looks back on it"
    )
    at_rest_hours: float = _threshold(
        3.0, "h", 0.1, 48, "", "so long after the last set a pain came at rest"
    )
    area_load: float = _threshold(
        0.5, "1", 0.01, 1.0, "", "a lift works an area of the body from this load of a region on"
    )
    compared_days: float = _threshold(
        365.0, "days", 7.0, 3650, "", "how far back other days are compared"
    )
    fewest_other_days: float = _threshold(
        10.0, "days", 1.0, 365, "", "with fewer other days to compare with, nothing stands out"
    )
    distinctive_share: float = _threshold(
        0.15,
        "1",
        0.001,
        0.999,
        "",
        "what is as unusual on a smaller share of other days than this stands out",
    )
    recent_days: float = _threshold(
        30.0, "days", 1.0, 365, "Frandsen2025", "how long a best counts as a recent one"
    )
    hard_share: float = _threshold(
        0.8,
        "1",
        0.1,
        1.0,
        "",
        "of the best demand of the day and lately: a set is hard from there on",
    )
    ramp_start: float = _threshold(
        0.7, "1", 0.1, 0.99, "", "of the day's heaviest: a first set up to there begins a ramp"
    )
    ramped_days: float = _threshold(
        10.0, "days", 1.0, 100, "", "the last days of a lift that tell whether it is usually ramped"
    )
    fewest_ramped_days: float = _threshold(3.0, "days", 1.0, 100, "", "with fewer it is not told")
    ramped_share: float = _threshold(
        0.5, "1", 0.01, 1.0, "", "of those days with a ramp: it is usual from there on"
    )
    short_rest_s: float = _threshold(120.0, "s", 1.0, 3600, "", "a shorter rest speaks for fatigue")
    noted_days: float = _threshold(
        30.0,
        "days",
        1.0,
        365,
        "",
        "who noted stillness within so long writes it down, and silence means none",
    )
    still_ended_minutes: float = _threshold(
        60.0, "min", 1.0, 1440, "", "stillness that ended longer before is no trace"
    )
    soon_up_hours: float = _threshold(
        2.0, "h", 0.1, 24, "", "less after rising speaks for rapid movement"
    )
    long_pause_minutes: float = _threshold(
        20.0, "min", 1.0, 1440, "", "a longer pause before a hard set speaks for rapid movement"
    )
    baseline_days: float = _threshold(
        90.0, "days", 1.0, 365, "", "so far back the usual speed at a load is looked for"
    )
    baseline_sets: float = _threshold(
        3.0, "sets", 1.0, 100, "", "with fewer sets no speed is usual"
    )
    same_load: float = _threshold(
        0.025, "1", 0, 0.5, "", "loads that differ by less than this share have one usual speed"
    )
    layoff_days: float = _threshold(
        14.0, "days", 1.0, 365, "", "a longer time off speaks for overload"
    )
    layoff_ended_days: float = _threshold(
        7.0, "days", 1.0, 60, "", "for so long after it sessions count as the first"
    )
    fewest_earlier_days: float = _threshold(
        1.0, "days", 1.0, 100, "", "with fewer days of a lift before, no load is its highest ever"
    )
    # --- how much is much, looking back ---
    own_days: float = _threshold(
        4.0,
        "days",
        1.0,
        365,
        "",
        "with fewer other days nothing is much that is less than common among lifters",
    )
    least_share: float = _threshold(
        0.25, "1", 0.0, 1.0, "", "of what is common: what is less is not much for anybody"
    )
    part_share: float = _threshold(
        0.33, "1", 0.0, 1.0, "", "of the excess of a set: a smaller part of it speaks for no cause"
    )
    much_times: float = _threshold(
        2.0, "1", 1.01, 10, "", "of usual work or time: clearly more from there on"
    )
    much_load: float = _threshold(
        1.05, "1", 1.001, 2, "", "of the best so far, or the usual step above it: clearly more"
    )
    much_odds: float = _threshold(
        1.0, "log-odds", 0.01, 20, "", "that a cause adds to a forecast beyond its usual: much"
    )
    much_share: float = _threshold(
        0.2, "1", 0.01, 1.0, "", "of a ramp or a score of readiness beyond the usual: much"
    )
    much_rpe: float = _threshold(
        1.5, "1", 0.1, 10, "", "that RPE rose by at the same load beyond the usual: much"
    )
    much_rest_s: float = _threshold(
        60.0, "s", 1.0, 600, "", "that a rest is shorter than the usual one: much"
    )
    much_strain: float = _threshold(
        0.5, "1", 0.01, 10, "", "that the strain of a movement lies beyond the usual: much"
    )
    common_odds: float = _threshold(
        2.0, "log-odds", 0, 20, "", "that a cause often adds to a forecast"
    )
    common_step: float = _threshold(1.05, "1", 1.0, 2, "", "of the best: a common step of the new")
    common_sets: float = _threshold(20.0, "sets", 1.0, 200, "", "for one place, common on a day")
    common_reps: float = _threshold(150.0, "reps", 1.0, 2000, "", "for one place, common on a day")
    common_hard_sets: float = _threshold(10.0, "sets", 1.0, 200, "", "hard sets common on a day")
    common_week_sets: float = _threshold(
        50.0, "sets", 1.0, 1000, "", "for one place, common in a week"
    )
    common_week_reps: float = _threshold(
        400.0, "reps", 1.0, 10000, "", "for one place, common in a week"
    )
    common_gap_days: float = _threshold(7.0, "days", 1.0, 90, "", "without a lift are common")
    common_run_sets: float = _threshold(
        10.0, "sets", 1.0, 200, "", "of one pattern in a row are common"
    )
    common_dense_sets: float = _threshold(
        12.0, "sets", 1.0, 200, "", "common within half an hour, `dense_minutes`"
    )
    common_session_minutes: float = _threshold(
        90.0, "min", 5.0, 600, "", "a session is commonly no longer"
    )
    few_sessions: float = _threshold(
        1.5, "sessions", 1.0, 4.0, "", "for one place, within four days: no more are much"
    )
    few_days: float = _threshold(
        2.0,
        "days",
        1.0,
        28,
        "",
        "in a row with training, of one pattern, or without lengthening: no more are much",
    )
    common_loads: float = _threshold(
        20.0, "movements", 1.0, 1000, "", "with a load and no bar are common within two days"
    )
    # --- what a trace is ---
    low_readiness: float = _threshold(
        0.7, "1", 0.01, 1.0, "", "a lower score of readiness speaks for fatigue"
    )
    habit_notes: float = _threshold(
        3.0, "entries", 1.0, 100, "", "who noted mobility so often within `baseline_days` notes it"
    )
    dense_minutes: float = _threshold(
        30.0, "min", 1.0, 240, "", "within which sets stand close to each other"
    )
    pattern_days: float = _threshold(
        28.0, "days", 1.0, 90, "", "within which days of one pattern in a row are counted"
    )
    short_still_minutes: float = _threshold(
        30.0, "min", 1.0, 1440, "", "keeping still no longer is not much for anybody"
    )
    still_gap_minutes: float = _threshold(
        10.0, "min", 0, 120, "", "two stretches of stillness no further apart are one"
    )
    moved_minutes: float = _threshold(
        60.0, "min", 1.0, 1440, "", "a movement that was longer before a pain is not one before it"
    )
    roomy_rpe: float = _threshold(
        8.0, "1", 5.0, 10.0, "", "a set that went up at no more was not beyond anything"
    )
    in_pain_minutes: float = _threshold(
        2.0, "min", 0, 60, "", "a set missed so shortly before a pain was missed for it"
    )
    # --- what to change ---
    walk_minutes: float = _threshold(
        10.0, "min", 1.0, 120, "", "of walking or easy movement that a change takes"
    )
    ease_minutes: float = _threshold(
        2.0, "min", 0.5, 60, "", "of another movement between sets of one kind that a change takes"
    )
    full_rest_s: float = _threshold(180.0, "s", 30, 3600, "", "between sets that a change takes")
    # --- patterns ---
    fewest_events: float = _threshold(
        5.0, "events", 1.0, 1000, "", "what fewer events have in common is not reported"
    )
    prior_events: float = _threshold(
        4.0,
        "events",
        1.0,
        1000,
        "Agresti1999",
        "events without any pattern that are added, which draws ratios to 1",
    )
    no_mobility_days: float = _threshold(
        7.0, "days", 1.0, 90, "", "without mobility, by who notes it: `no_mobility`"
    )
    long_still_minutes: float = _threshold(
        120.0, "min", 5.0, 1440, "", "of keeping still shortly before: `after_stillness`"
    )
    long_session_sets: float = _threshold(
        15.0, "sets", 1.0, 200, "", "so many sets make a long session: `after_15_sets`"
    )
    hard_day_share: float = _threshold(
        0.75, "1", 0, 0.99, "", "a hard day has more hard sets than this share of the days before"
    )
    hard_day_window_days: float = _threshold(
        90.0, "days", 1.0, 365, "", "how far back those days are looked at"
    )
    fewest_hard_day_days: float = _threshold(
        10.0, "days", 1.0, 365, "", "with fewer of them no day is hard"
    )
    # --- a doubtful log ---
    moved_belief: float = _threshold(
        0.05,
        "log",
        0.0001,
        1.0,
        "",
        "a belief that doubtful sets took further than this was moved by them",
    )
    usual_sessions: float = _threshold(
        5.0, "sessions", 1.0, 100, "", "the sessions before that tell the usual scale of a lift"
    )
    fewest_sessions: float = _threshold(
        3.0, "sessions", 1.0, 100, "", "with fewer of a lift nothing is usual yet"
    )
    staying_sessions: float = _threshold(
        3.0, "sessions", 1.0, 100, "", "a scale that stays for so many is meant"
    )
    off_scale: float = _threshold(
        0.5, "log", 0.01, 3, "", "a set so far above what is usual is off the scale"
    )
    unit_room: float = _threshold(
        0.08, "log", 0.001, 0.5, "", "so near to kilograms for pounds is meant to be it"
    )
    tenfold_room: float = _threshold(
        0.15, "log", 0.001, 1.0, "", "so near to a factor of ten is meant to be it"
    )
    tenfold_from: float = _threshold(
        4.0, "1", 1.0, 10, "", "of the best so far: beyond it no other machine explains a load"
    )
    tenfold_from_kg: float = _threshold(
        50.0, "kg", 0, 1000, "", "and it has to be so much above the best so far"
    )
    meant_kg: float = _threshold(
        20.0, "kg", 0, 200, "", "what is lighter on purpose keeps so much, the bar"
    )
    jump: float = _threshold(
        1.25, "1", 1.0, 5, "", "a load and a single above so much of the best so far are a jump"
    )
    jump_kg: float = _threshold(
        10.0,
        "kg",
        0,
        200,
        "",
        "and the load has to be so much above it, more than a step of plates",
    )
    rep_jump: float = _threshold(
        3.0, "1", 1.0, 100, "", "times the most repetitions of a lift's other days is doubted"
    )
    rep_jump_harder: float = _threshold(
        1.3, "1", 1.0, 5, "", "and the set has to ask for so much of the hardest one of those days"
    )
    rep_jump_days: float = _threshold(
        3.0, "days", 1.0, 100, "", "on more days of a lift it is another kind of training"
    )
    fewest_rep_days: float = _threshold(
        4.0, "days", 1.0, 100, "", "fewer other days do not tell what repetitions are usual"
    )
    agreeing_lifts: float = _threshold(
        2.0, "lifts", 1.0, 20, "", "so many lifts in another unit in one week: no change of machine"
    )
    fewest_double_sets: float = _threshold(
        DOUBLE_RULE.fewest_double_sets,
        "sets",
        1.0,
        100,
        "",
        "fewer sets of a lift repeat by themselves",
    )
    double_minutes: float = _threshold(
        DOUBLE_RULE.double_minutes,
        "min",
        0,
        1440,
        "",
        "sessions that begin so near to each other are one",
    )
    no_rest_s: float = _threshold(
        DOUBLE_RULE.no_rest_s, "s", 0.1, 600, "", "too short for a rest and a set"
    )
    overlap_days: float = _threshold(
        DOUBLE_RULE.overlap_days,
        "days",
        1.0,
        100,
        "",
        "so many training days in a row that stand twice: two files overlap",
    )
    warm_up_share: float = _threshold(
        0.6,
        "1",
        0.01,
        1.0,
        "",
        "of the day's heaviest: a set below that leads up to it is a warm-up",
    )
    fewest_ratings: float = _threshold(
        30.0, "sets", 1.0, 10000, "", "fewer ratings do not tell whether they vary"
    )
    same_rpe_share: float = _threshold(
        0.95, "1", 0.1, 0.999, "", "one rating in more than this share of the sets is doubted"
    )
    gap_days: float = _threshold(28.0, "days", 1.0, 3650, "", "longer without any set is a gap")
    # --- squads ---
    stale_days: float = _threshold(
        14.0,
        "days",
        0.5,
        365,
        "",
        "without an entry for longer, what is planned is not called clear",
    )

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Policy):
            value = getattr(self, field.name)
            low, high = field.metadata["low"], field.metadata["high"]
            number = as_float(value)
            if not (math.isfinite(number) and low <= number <= high):
                unit = field.metadata["unit"]
                raise InvalidValue(
                    where=f"Policy.{field.name}", got=value, wanted=f"{low:g} to {high:g} [{unit}]"
                )
            object.__setattr__(self, field.name, number)
        for lower, upper in (("caution", "beyond"), ("strain_caution", "strain_beyond")):
            one, most = getattr(self, lower), getattr(self, upper)
            if one > most:
                raise InvalidValue(
                    where=f"Policy.{lower}", got=one, wanted=f"at most {upper}, {most:g}"
                )

    def too_wide(self, sd: float | None) -> bool:
        """
        Tell whether a belief is too wide to judge by.

        Parameters
        ----------
        sd : float, optional
            Its standard deviation; None where nothing is believed. [log]

        Returns
        -------
        bool
            True above `widest_sd`.

        Examples
        --------
        >>> Policy().too_wide(0.2), Policy().too_wide(0.1), Policy().too_wide(None)
        (True, False, False)
        """
        return sd is not None and sd > self.widest_sd

    def a_step_above(self, reached: float) -> float:
        """
        Tell what is a step above the highest demand that ever went up.

        Parameters
        ----------
        reached : float
            That demand, as a single. [log kg]

        Returns
        -------
        float
            The most that is no more than `step_kg` above it, or than `more_than_lately` of it.
            [log kg]

        Examples
        --------
        >>> round(math.exp(Policy().a_step_above(math.log(100.0))), 6)
        106.0
        >>> round(math.exp(Policy().a_step_above(math.log(400.0))), 6)
        410.0
        """
        return max(
            reached + math.log(self.more_than_lately), math.log(math.exp(reached) + self.step_kg)
        )

    @property
    def just_clear(self) -> float:
        """The highest risk that is still below CAUTION. [1]"""
        return self.caution * (1.0 - 1e-9)

    @property
    def caution_above(self) -> float:
        """The probability from which on more than a step above all before is CAUTION. [1]"""
        odds = self.step_risk * self.caution / (1.0 - self.caution)
        return max(odds / (1.0 + odds), _LEAST_RISK)

    @property
    def just_clear_above(self) -> float:
        """The highest risk that is still below it. [1]"""
        return self.caution_above * (1.0 - 1e-9)
