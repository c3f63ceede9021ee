"""
The numbers of the model, each with unit, range, mark and source.

The marks say how far a number can be trusted: "paper" was read in the paper, "meets" was
computed on public powerlifting meets, "logs" on training logs, "arithmetic" follows from such
figures, "house" is a modelling assumption without a published number.

Reason to change: a number of the model.
"""

from __future__ import annotations

import math
import zlib
from typing import Any

import attrs

from liftguard.errors import InvalidValue
from liftguard.units import as_float

__all__ = ["MODEL_VERSION", "Params", "fingerprint"]

MODEL_VERSION = "7"
"""Raised whenever the same input gives another forecast."""

MARKS = ("paper", "meets", "logs", "arithmetic", "house")


def _number(
    default: float, unit: str, low: float, high: float, mark: str, source: str, meaning: str
) -> Any:  # noqa: ANN401
    about = {
        "unit": unit,
        "low": low,
        "high": high,
        "mark": mark,
        "source": source,
        "meaning": meaning,
    }
    return attrs.field(default=default, metadata=about)


@attrs.frozen(kw_only=True)
class Params:
    """
    The numbers of the model; docs/reference/parameters.md lists them with their sources.

    Everything is on the natural log scale of kilograms unless the unit says otherwise, so
    0.03 is about 3 %.

    Raises
    ------
    InvalidValue
        When a number is outside its range.

    Examples
    --------
    >>> Params().attempt_sd
    0.015
    >>> Params(attempt_sd=0.04) == Params()
    False
    """

    # --- demand: repetitions against the single ---
    reps_slope: float = _number(
        0.042,
        "1/rep",
        0.005,
        0.1,
        "house",
        "Epley1985",
        "k of c(n) = ln(1 + k (n - 1)^a), for a usual person",
    )
    reps_power: float = _number(
        0.8,
        "1",
        0.5,
        1.0,
        "house",
        "Marzagao2026",
        "a of c(n) = ln(1 + k (n - 1)^a)",
    )
    curve_sd: float = _number(
        0.17,
        "log",
        0.0,
        1.0,
        "arithmetic",
        "Nuzzo2024",
        "spread of ln k between people: 5 % of 1RM at 10 repetitions",
    )
    rep_sd: float = _number(
        0.004,
        "log/rep",
        0.0,
        0.05,
        "house",
        "Mitter2022",
        "noise of a set's demand for each repetition after the first: half a repetition at 5, "
        "one and a half at 10",
    )
    # --- a single attempt ---
    attempt_sd: float = _number(
        0.015,
        "log",
        0.005,
        0.15,
        "arithmetic",
        "OpenPowerlifting",
        "noise of one attempt: a missed weight goes up minutes later in 35 to 73 %",
    )
    lapse: float = _number(
        0.001,
        "1",
        0.0005,
        0.02,
        "house",
        "",
        "share of attempts whose outcome has nothing to do with capacity",
    )
    choice_sd: float = _number(
        0.15,
        "log",
        0.02,
        1000.0,
        "house",
        "",
        "how closely people choose loads by what they can really do; 1000: not considered",
    )
    choice_margin: float = _number(
        0.1,
        "log",
        0.0,
        0.5,
        "house",
        "",
        "how far below it they choose",
    )
    failure_reps: float = _number(
        8.0,
        "reps",
        1.0,
        30.0,
        "house",
        "",
        "repetitions for which a load is chosen that is to be lifted to failure",
    )
    failure_sd: float = _number(
        0.12,
        "log",
        0.02,
        1000.0,
        "house",
        "",
        "spread of that choice",
    )
    scatter_step: float = _number(
        0.04,
        "log",
        0.0,
        0.5,
        "house",
        "",
        "how much wider a set to failure outside nine in ten makes the band of an athlete, 9 of 10",
    )
    scatter_most: float = _number(
        1.1,
        "log",
        0.0,
        3.0,
        "house",
        "",
        "that band is never more than three times as wide as usual, or a third",
    )
    # --- time ---
    walk_sd: float = _number(
        0.0071,
        "log/sqrt(week)",
        0.0,
        0.05,
        "meets",
        "OpenPowerlifting",
        "wandering of fresh capacity",
    )
    young_sd: float = _number(
        0.05,
        "log/sqrt(week)",
        0.0,
        0.2,
        "house",
        "",
        "more of it at the beginning of a log",
    )
    young_days: float = _number(
        45.0,
        "days",
        5.0,
        1000.0,
        "house",
        "",
        "in which that falls to 1/e",
    )
    form_sd: float = _number(
        0.018,
        "log",
        0.0,
        0.1,
        "arithmetic",
        "Ruf2018",
        "form of the day; tests and retests vary by 1.9 %, attempts included",
    )
    form_days: float = _number(
        0.3,
        "days",
        0.05,
        5.0,
        "house",
        "",
        "how long a form lasts",
    )
    drift: float = _number(
        0.0014,
        "log/week",
        0.0,
        0.02,
        "meets",
        "OpenPowerlifting",
        "gain of somebody who begins to log",
    )
    drift_days: float = _number(
        233.0,
        "days",
        30.0,
        5000.0,
        "meets",
        "OpenPowerlifting",
        "after so long the gain has halved",
    )
    pace_days: float = _number(
        21.0,
        "days",
        3.0,
        365.0,
        "house",
        "",
        "in which the pace of an athlete falls to 1/e, unless sets keep it up",
    )
    pace_young_days: float = _number(
        90.0,
        "days",
        5.0,
        10000.0,
        "house",
        "",
        "and what it brings falls so with the age of the log",
    )
    pace_from: float = _number(
        0.008, "log", 0.0, 0.2, "house", "", "less than this is noise and no gain"
    )
    pace_share: float = _number(
        0.2,
        "1/day",
        0.0,
        1.0,
        "house",
        "",
        "of what a set has shown beyond what was expected, which the pace takes on",
    )
    pace_step: float = _number(
        0.02, "log", 0.0, 0.2, "house", "", "the most of it that counts of one set"
    )
    pace_most: float = _number(
        0.01, "log/day", 0.0, 0.05, "house", "", "no pace is faster: a third in a month"
    )
    rest_days: float = _number(
        14.0,
        "days",
        3.0,
        60.0,
        "house",
        "McMaster2013",
        "time without a set near the limit from which on capacity falls instead of rising",
    )
    detraining: float = _number(
        0.01,
        "log/week",
        0.0,
        0.05,
        "house",
        "McMaster2013",
        "loss after that; reviews give it as a range only",
    )
    detraining_most: float = _number(
        0.223,
        "log",
        0.01,
        1.0,
        "house",
        "",
        "loss that is never exceeded: a fifth",
    )
    detraining_doubt: float = _number(
        0.8,
        "1",
        0.0,
        2.0,
        "house",
        "",
        "standard deviation of the loss over its mean",
    )
    regain_days: float = _number(
        14.0,
        "days",
        3.0,
        365.0,
        "house",
        "",
        "of training that bring back two thirds of what time off has taken",
    )
    fading_from: float = _number(
        50.0, "years", 20.0, 80.0, "house", "Bosquet2013", "from this age on it takes more"
    )
    fading_to: float = _number(
        65.0, "years", 30.0, 100.0, "house", "Bosquet2013", "and from this one on the most"
    )
    fading_most: float = _number(
        2.0, "1", 1.0, 5.0, "house", "Bosquet2013", "times as much as of the young"
    )
    # --- what a set with known effort says ---
    effort_low_sd: float = _number(
        0.02,
        "log",
        0.005,
        0.2,
        "house",
        "Halperin2022",
        "a set to failure, on the side of less capacity",
    )
    effort_high_sd: float = _number(
        0.03,
        "log",
        0.005,
        0.3,
        "house",
        "Halperin2022",
        "the same on the side of more capacity",
    )
    effort_high_sd_per_rir: float = _number(
        0.02,
        "log/rep",
        0.0,
        0.1,
        "house",
        "Zourdos2021",
        "added to it for each repetition said to be left",
    )
    effort_slack: float = _number(
        0.08,
        "log",
        0.01,
        0.5,
        "house",
        "",
        "a set further below the belief than a few of these was no honest maximum",
    )
    rir_scale: float = _number(
        1.25,
        "1",
        1.0,
        2.0,
        "arithmetic",
        "Halperin2022",
        "true repetitions left over those reported; people stop short",
    )
    # --- what a completed set without noted effort says ---
    reserve: float = _number(
        0.07,
        "log",
        0.0,
        0.4,
        "house",
        "",
        "habitual distance of a hard set from the limit: three repetitions",
    )
    reserve_sd: float = _number(
        0.04,
        "log",
        0.001,
        0.15,
        "house",
        "",
        "spread of that habit between people: two repetitions",
    )
    reserve_days: float = _number(
        80.0,
        "days",
        7.0,
        5000.0,
        "house",
        "",
        "how long a habit lasts: a block of training",
    )
    hard_sd: float = _number(
        0.12,
        "log",
        0.01,
        0.3,
        "house",
        "",
        "spread of hard sets around the habit",
    )
    hard_share: float = _number(
        0.7,
        "1",
        0.01,
        0.99,
        "house",
        "",
        "share of sets that are hard, before seeing the load",
    )
    easy_range: float = _number(
        0.6,
        "log",
        0.2,
        5.0,
        "house",
        "",
        "easy sets lie anywhere within this below the limit",
    )
    warm_up_from: float = _number(
        0.15,
        "log",
        0.0,
        0.3,
        "house",
        "",
        "a set further below the belief says less and less about the limit",
    )
    warm_up_to: float = _number(
        0.35,
        "log",
        0.3,
        0.35667,
        "house",
        "",
        "and from here on nothing",
    )
    most_lowered: float = _number(
        0.02,
        "log",
        0.0,
        0.02,
        "house",
        "",
        "the most that one completed set takes off",
    )
    # --- slips of the finger ---
    typo_share: float = _number(
        0.002,
        "1",
        1e-6,
        0.05,
        "house",
        "",
        "share of loads that were not what was lifted",
    )
    typo_range: float = _number(
        3.0,
        "log",
        0.5,
        10.0,
        "house",
        "",
        "such loads lie anywhere within this",
    )
    typo_jump_sd: float = _number(
        0.05,
        "log",
        0.0,
        0.5,
        "house",
        "",
        "doubt that a surprise leaves, so that repeated ones are believed",
    )
    same_scale: float = _number(
        0.2,
        "log",
        0.01,
        1.0,
        "house",
        "",
        "two surprises nearer than this say the same, and are believed",
    )
    slip_sds: float = _number(
        3.0,
        "1",
        0.5,
        10.0,
        "house",
        "",
        "nearer than so many of the narrowest spread a set is no slip",
    )
    doubted_from: float = _number(
        0.5,
        "1",
        0.05,
        0.95,
        "house",
        "",
        "a set that is less likely what it says than this is doubted",
    )
    other_scale: float = _number(
        0.02,
        "1",
        1e-6,
        0.5,
        "house",
        "",
        "share of sets to failure on another machine, or in another unit, than those before",
    )
    # --- before any set of the lift ---
    first_set_sd: float = _number(
        0.3,
        "log",
        0.05,
        1.0,
        "house",
        "",
        "the first set of a lift lies somewhere below what is possible",
    )
    session_days: float = _number(
        0.25,
        "days",
        0.05,
        1.0,
        "house",
        "",
        "within this of the set that set the scale, a higher one sets it anew",
    )
    wrong_scale_days: float = _number(
        28.0,
        "days",
        7.0,
        365.0,
        "house",
        "",
        "a scale that nothing came near for so long is given up",
    )
    longest_idle: float = _number(
        180.0,
        "days",
        30.0,
        3650.0,
        "house",
        "",
        "a set that says nothing about the limit leaves a lift idle for at most this",
    )
    prior_sd: float = _number(
        0.5,
        "log",
        0.1,
        2.0,
        "house",
        "",
        "strength of an unknown adult in a lift of the table",
    )
    profile_sd: float = _number(
        0.35,
        "log",
        0.05,
        2.0,
        "house",
        "",
        "the same where sex or body size is known",
    )
    unknown_lift_sd: float = _number(
        1.0,
        "log",
        0.3,
        3.0,
        "house",
        "",
        "the same in a lift that no table knows",
    )
    as_open: float = _number(
        0.999,
        "1",
        0.9,
        1.0,
        "house",
        "",
        "a belief at least so wide as after the first set is still open",
    )
    male_deadlift_kg: float = _number(
        216.6,
        "kg",
        50.0,
        500.0,
        "meets",
        "OpenPowerlifting",
        "best raw deadlift of a man of 20 to 39 at 80 kg who competes",
    )
    female_deadlift_kg: float = _number(
        141.5,
        "kg",
        30.0,
        400.0,
        "meets",
        "OpenPowerlifting",
        "the same of a woman",
    )
    male_exponent: float = _number(
        0.458,
        "1",
        0.0,
        1.0,
        "meets",
        "OpenPowerlifting",
        "how it grows with bodyweight",
    )
    female_exponent: float = _number(
        0.379,
        "1",
        0.0,
        1.0,
        "meets",
        "OpenPowerlifting",
        "the same of a woman",
    )
    male_bodyweight_kg: float = _number(
        80.0,
        "kg",
        40.0,
        200.0,
        "house",
        "",
        "of a man of whom nothing is known",
    )
    female_bodyweight_kg: float = _number(
        65.0,
        "kg",
        30.0,
        200.0,
        "house",
        "",
        "of a woman of whom nothing is known",
    )
    trainee_share: float = _number(
        0.75,
        "1",
        0.2,
        1.0,
        "house",
        "",
        "what somebody who only logs lifts of what somebody who competes does",
    )
    yearly_loss: float = _number(
        0.01,
        "log/year",
        0.0,
        0.05,
        "meets",
        "OpenPowerlifting",
        "after the steady age: men fall to .87 at 56 and to .69 at 71",
    )
    steady_age: float = _number(
        39.0,
        "years",
        20.0,
        70.0,
        "meets",
        "OpenPowerlifting",
        "up to which strength stays",
    )
    usual_bmi: float = _number(
        25.0,
        "kg/m^2",
        15.0,
        40.0,
        "house",
        "",
        "where only the height is known",
    )
    unknown_lift_kg: float = _number(
        40.0,
        "kg",
        1.0,
        500.0,
        "house",
        "",
        "single in a lift that no table knows: between a curl and a leg press",
    )
    # --- fatigue ---
    volume_per_rep: float = _number(
        0.03,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "of a set at the limit: what each repetition adds, by the square of how hard it is",
    )
    effort_steepness: float = _number(
        4.5,
        "1",
        0.0,
        50.0,
        "house",
        "",
        "how quickly effort falls below the limit: half of it at 15 %",
    )
    fast_minutes: float = _number(
        1.5,
        "min",
        0.2,
        10.0,
        "arithmetic",
        "Looft2018",
        "recovery of the trunk at rest: 89 s with the rest multiplier of other muscles, 44 to 267",
    )
    fast_per_set: float = _number(
        0.045,
        "log",
        0.0,
        0.5,
        "house",
        "",
        "what a set at the limit takes at once, most of it back after three minutes",
    )
    fast_most: float = _number(
        0.25,
        "log",
        0.01,
        1.0,
        "house",
        "",
        "and what sets without rest take at most",
    )
    middle_minutes: float = _number(
        20.0,
        "min",
        5.0,
        120.0,
        "house",
        "WangPrice2017",
        "recovery of the back's endurance, not complete after 9 minutes",
    )
    middle_per_set: float = _number(
        0.02,
        "log",
        0.0,
        0.3,
        "house",
        "",
        "what a set at the limit takes for the rest of a session",
    )
    middle_most: float = _number(
        0.05,
        "log",
        0.01,
        1.0,
        "house",
        "",
        "and all of them together",
    )
    slow_hours: float = _number(
        30.0,
        "h",
        6.0,
        120.0,
        "house",
        "MoranNavarro2017",
        "recovery from a session: sets to failure need 24 to 48 hours more",
    )
    slow_per_set: float = _number(
        0.02,
        "log",
        0.0,
        0.2,
        "house",
        "",
        "what a set at the limit takes for days",
    )
    slow_most: float = _number(
        0.12,
        "log",
        0.01,
        1.0,
        "house",
        "",
        "and all of them together",
    )
    usual_days: float = _number(
        21.0,
        "days",
        7.0,
        120.0,
        "house",
        "",
        "time in which the body gets used to an amount of work",
    )
    usual_most: float = _number(
        0.6,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "and the share of it that counts for nothing then, at most",
    )
    shared: float = _number(
        0.5,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "how far the work of other lifts counts for the muscles they share",
    )
    monotony_cost: float = _number(
        0.01,
        "log",
        0.0,
        0.1,
        "house",
        "",
        "what one pattern over and over takes",
    )
    monotony_minutes: float = _number(
        9.4,
        "min",
        1.0,
        120.0,
        "house",
        "McGill1992",
        "work in one pattern after which 1 - 1/e of that is there",
    )
    monotony_recovery_minutes: float = _number(
        25.0,
        "min",
        1.0,
        240.0,
        "house",
        "McGill1992",
        "rest after which 1/e of it is left: longer than the exposure",
    )
    remembered_sessions: float = _number(
        10.0,
        "sessions",
        3.0,
        100.0,
        "house",
        "",
        "of a lift, for whether its ramps are written down",
    )
    half_eased_minutes: float = _number(
        2.0,
        "min",
        0.2,
        60.0,
        "paper",
        "McGill1992",
        "easy movement that halves what one pattern has built up",
    )
    set_minutes: float = _number(
        1.0,
        "min",
        0.1,
        10.0,
        "house",
        "",
        "how long a set lasts, with what belongs to it",
    )
    typical_rest_minutes: float = _number(
        3.0,
        "min",
        0.0,
        15.0,
        "house",
        "",
        "rest before a set where the log knows the session only",
    )
    fatigability_sd: float = _number(
        0.12,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "spread between people of how strongly work tires, around 1",
    )
    known_sd: float = _number(
        0.038,
        "log",
        0.001,
        0.3,
        "house",
        "",
        "spread of capacity of a lift that is known well: the lowest quarter after 200 sets of it",
    )
    # --- what outcomes say: weights of all athletes, as `python -m liftguard fit FOLDER --outcomes`
    # gives them for the public logs with known outcomes ---
    all_constant: float = _number(
        -0.72,
        "log-odds",
        -3.0,
        3.0,
        "house",
        "",
        "constant of the chance that is shown",
    )
    all_slope: float = _number(
        0.96,
        "1",
        0.3,
        2.0,
        "house",
        "",
        "weight of the log-odds of physics",
    )
    all_proven: float = _number(
        -0.67,
        "log-odds",
        -3.0,
        0.0,
        "house",
        "",
        "for each ln(1 + sets that have proven the plan)",
    )
    all_missed: float = _number(
        1.81,
        "log-odds",
        0.0,
        3.0,
        "house",
        "",
        "for each ln(1 + days with a miss of the lift lately)",
    )
    all_youth: float = _number(
        -0.39,
        "log-odds",
        -3.0,
        0.0,
        "house",
        "",
        "at the beginning of a log: who begins to log gets up more than physics says",
    )
    youth_days: float = _number(
        120.0,
        "days",
        10.0,
        1000.0,
        "house",
        "",
        "in which the youth of a log falls to 1/e",
    )
    proof_half_days: float = _number(
        180.0,
        "days",
        20.0,
        2000.0,
        "house",
        "",
        "in which what went up counts half",
    )
    proof_width: float = _number(
        0.025,
        "log",
        0.005,
        0.1,
        "house",
        "",
        "loads nearer than this may count as one",
    )
    missed_half_days: float = _number(
        45.0,
        "days",
        5.0,
        1000.0,
        "house",
        "",
        "in which a miss counts half",
    )
    missed_most: float = _number(
        10.0,
        "days",
        1.0,
        100.0,
        "house",
        "",
        "days with a miss that count at most",
    )
    unproven_most: float = _number(
        2.0,
        "log-odds",
        0.0,
        10.0,
        "house",
        "",
        "the most that is taken off the log-odds of what never went up",
    )
    unproven_each: float = _number(
        4.0,
        "log-odds",
        0.0,
        100.0,
        "house",
        "",
        "that more may be taken off for each set that has proven it",
    )
    unproven_from: float = _number(
        0.08,
        "log",
        0.0,
        1.0,
        "house",
        "",
        "and less of a plan that asks for more than this above all that went up",
    )
    unproven_to: float = _number(
        0.12,
        "log",
        0.01,
        10.0,
        "house",
        "",
        "and nothing of one that asks for so much",
    )
    out_of_use_days: float = _number(
        28.0,
        "days",
        7.0,
        365.0,
        "house",
        "",
        "after so long without the lift, outcomes of before lower nothing",
    )
    lapse_of_reps: float = _number(
        0.004,
        "1",
        0.0,
        0.05,
        "house",
        "",
        "share of sets of several repetitions that fall short whatever the load",
    )
    # --- and those of one athlete ---
    own_constant_sd: float = _number(
        0.35,
        "log-odds",
        0.0,
        3.0,
        "house",
        "",
        "spread between people of the constant",
    )
    own_slope_sd: float = _number(
        0.15,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "of the slope above a chance of 5 %",
    )
    own_proven_sd: float = _number(
        0.1,
        "log-odds",
        0.0,
        1.0,
        "house",
        "",
        "of the weight of what was proven",
    )
    own_missed_sd: float = _number(
        0.15,
        "log-odds",
        0.0,
        1.0,
        "house",
        "",
        "of the weight of what was missed",
    )
    own_half_days: float = _number(
        730.0,
        "days",
        60.0,
        10000.0,
        "house",
        "",
        "in which what was learned of an athlete counts half",
    )
    own_constant_most: float = _number(
        2.0,
        "log-odds",
        0.0,
        10.0,
        "house",
        "",
        "the most that the constant of an athlete moves",
    )
    least_slope: float = _number(
        0.3,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "no own slope is lower",
    )
    most_slope: float = _number(
        2.0,
        "1",
        1.0,
        10.0,
        "house",
        "",
        "and none higher",
    )
    slip_p: float = _number(
        0.008,
        "1",
        0.0,
        0.2,
        "house",
        "",
        "a miss that physics gave less than this is a slip, and teaches nothing",
    )
    # --- readiness ---
    warm_minutes: float = _number(
        5.0,
        "min",
        0.5,
        60.0,
        "house",
        "",
        "activity after which 1 - 1/e of the coldness is gone",
    )
    cool_minutes: float = _number(
        20.0,
        "min",
        1.0,
        240.0,
        "house",
        "",
        "rest after which 1/e of the warmth is left",
    )
    creep_minutes: float = _number(
        9.4,
        "min",
        1.0,
        120.0,
        "paper",
        "McGill1992",
        "stillness in flexion after which 1 - 1/e of the creep is there",
    )
    creep_recovery_minutes: float = _number(
        1.76,
        "min",
        0.1,
        60.0,
        "arithmetic",
        "McGill1992",
        "full creep over half in this time: 2 (1 - exp(-20/9.4)), as 20 minutes of flexion "
        "are half regained in 2",
    )
    creep_upright: float = _number(
        0.3,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "creep that standing or lying leads to, over that of sitting or bending",
    )
    morning_hours: float = _number(
        1.3,
        "h",
        0.1,
        12.0,
        "house",
        "",
        "time after rising in which the stiffness of the morning falls to 1/e",
    )
    usual_step: float = _number(
        0.25,
        "log",
        0.0,
        1.0,
        "house",
        "",
        "from one set of a ramp to the next: a quarter",
    )
    cold_cost: float = _number(
        0.005,
        "log",
        0.0,
        0.1,
        "house",
        "",
        "capacity lost when cold",
    )
    prepared_minutes: float = _number(
        45.0,
        "min",
        5.0,
        240.0,
        "house",
        "",
        "pause after which 1/e of a ramp still counts",
    )
    jump_cost: float = _number(
        0.1,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "capacity lost for each unit of log load that a step is too high",
    )
    creep_cost: float = _number(
        0.01,
        "log",
        0.0,
        0.1,
        "house",
        "",
        "capacity lost with full creep",
    )
    morning_cost: float = _number(
        0.01,
        "log",
        0.0,
        0.1,
        "house",
        "",
        "capacity lost on rising",
    )
    unready_cost: float = _number(
        0.02,
        "log",
        0.0,
        0.1,
        "house",
        "",
        "capacity lost with a readiness score of 0",
    )
    quick_from: float = _number(
        0.3,
        "log",
        0.0,
        2.0,
        "house",
        "Ruf2018",
        "speed over the own baseline that is still usual: twice the 15.7 % between sessions",
    )
    quick_cost: float = _number(
        0.05,
        "1",
        0.0,
        1.0,
        "house",
        "",
        "demand added for each unit of log speed beyond that",
    )
    speeds_kept: float = _number(
        12.0,
        "sets",
        3.0,
        100.0,
        "house",
        "",
        "of a lift whose bar speed was recorded, for the own baseline",
    )
    fewest_speeds: float = _number(
        3.0,
        "sets",
        1.0,
        20.0,
        "house",
        "",
        "of them at a like load, before there is a baseline",
    )
    alike_loads: float = _number(
        0.07,
        "log",
        0.005,
        0.3,
        "house",
        "",
        "loads this near move at a like speed",
    )
    readiness_most: float = _number(
        0.05,
        "log",
        0.001,
        0.05,
        "house",
        "",
        "readiness and speed together never cost more",
    )

    # --- what is remembered ---
    best_days: float = _number(
        90.0,
        "days",
        30.0,
        365.0,
        "house",
        "",
        "how far back the best of each week is kept",
    )
    # --- what is said to be left after a set ---
    said_kept: float = _number(
        8.0,
        "sets",
        3.0,
        100.0,
        "house",
        "",
        "of a lift with an RPE, for what the athlete usually says",
    )
    said_most: float = _number(
        5.0,
        "reps",
        2.0,
        9.0,
        "house",
        "Zourdos2021",
        "more said to be left is a guess, and not kept",
    )
    said_first: float = _number(
        1.2,
        "reps",
        -2.0,
        4.0,
        "logs",
        "",
        "left after the first set of a session, where the median said lately is 0",
    )
    said_first_usual: float = _number(
        0.63,
        "1",
        0.0,
        1.0,
        "logs",
        "",
        "and more for each repetition of that median",
    )
    said_later: float = _number(
        -0.25,
        "reps",
        -2.0,
        2.0,
        "logs",
        "",
        "left after a later set, where median and last are 0",
    )
    said_later_usual: float = _number(
        0.15,
        "1",
        0.0,
        1.0,
        "logs",
        "",
        "and more for each repetition of the median",
    )
    said_later_last: float = _number(
        0.72,
        "1",
        0.0,
        1.0,
        "logs",
        "",
        "and for each that was said last",
    )
    said_spread: float = _number(
        0.75,
        "reps",
        0.01,
        5.0,
        "house",
        "",
        "own reports that vary by so much are drawn half way to what others would say",
    )
    said_even: float = _number(
        0.006,
        "log^2",
        1e-06,
        1.0,
        "house",
        "",
        "demand taken as seen without effect on what was said: that of eight sets 2.7 % apart",
    )
    said_curve_sds: float = _number(
        3.0,
        "1",
        0.0,
        5.0,
        "house",
        "",
        "sds of the curve by which load that was traded for repetitions is in doubt",
    )
    said_range: float = _number(
        0.03,
        "log",
        0.005,
        0.3,
        "house",
        "",
        "so far outside the demands chosen lately the own line counts .6 and the curve .4",
    )
    said_sd: float = _number(
        0.03,
        "log",
        0.001,
        0.3,
        "house",
        "",
        "doubt of what will be said, against the RPE that a plan names: a repetition",
    )
    left_widest_sd: float = _number(
        0.12,
        "log",
        0.001,
        1.0,
        "house",
        "",
        "a belief wider than this tells nothing of what is left where nothing was said",
    )
    left_sure: float = _number(
        0.09,
        "1",
        0.001,
        0.5,
        "house",
        "",
        "a set that fails less often leaves 0 or more, one that goes up less often 0 or less",
    )
    # --- what was noted ---
    noted_hours: float = _number(
        20.0,
        "h",
        1.0,
        48.0,
        "house",
        "",
        "stillness and rising speak for the day they were noted on",
    )
    readiness_hours: float = _number(
        18.0,
        "h",
        1.0,
        48.0,
        "house",
        "",
        "and a readiness score for its day",
    )
    pain_memory_days: float = _number(
        120.0,
        "days",
        14.0,
        1000.0,
        "house",
        "",
        "how long a pain is remembered",
    )

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Params):
            value = getattr(self, field.name)
            low, high = field.metadata["low"], field.metadata["high"]
            number = as_float(value)
            if not (math.isfinite(number) and low <= number <= high):
                unit = field.metadata["unit"]
                raise InvalidValue(
                    where=f"Params.{field.name}", got=value, wanted=f"{low:g} to {high:g} [{unit}]"
                )
            object.__setattr__(self, field.name, number)
        for store in ("fast", "middle", "slow"):
            one, most = getattr(self, f"{store}_per_set"), getattr(self, f"{store}_most")
            if one > most:
                raise InvalidValue(
                    where=f"Params.{store}_per_set",
                    got=one,
                    wanted=f"at most {store}_most, {most:g}",
                )


def fingerprint(params: Params) -> str:
    """
    Name a set of parameters, so that a state can tell which model made it.

    Parameters
    ----------
    params : Params
        Any.

    Returns
    -------
    str
        Sixteen hexadecimal digits, the same on every machine.

    Examples
    --------
    >>> fingerprint(Params()) == fingerprint(Params())
    True
    """
    text = MODEL_VERSION + repr(attrs.astuple(params))
    # Two plain checksums: told apart, not kept secret, and quick to import.
    return f"{zlib.crc32(text.encode()):08x}{zlib.adler32(text.encode()):08x}"
