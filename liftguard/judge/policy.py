"""
The host's appetite for risk: thresholds, and nothing else.

Reason to change: a threshold.
"""

from __future__ import annotations

import math
from typing import Any

import attrs

from liftguard.errors import InvalidValue

__all__ = ["Policy"]


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
    >>> Policy(caution=0.1).beyond
    0.25
    """

    # --- levels ---
    caution: float = _threshold(0.08, "1", 1e-09, 0.999, "", "CAUTION from this probability on")
    beyond: float = _threshold(0.25, "1", 1e-09, 0.999, "", "BEYOND from this probability on")
    widest_sd: float = _threshold(
        0.12, "log", 0.001, 1.0, "", "a belief wider than this answers UNKNOWN"
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
    # --- pain ---
    pain_days: float = _threshold(14.0, "days", 0.5, 60, "", "a pain holds a ceiling for so long")
    pain_share: float = _threshold(
        0.5, "1", 0.01, 0.99, "", "where that ceiling starts, of capacity"
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
    acute_load: float = _threshold(
        0.1,
        "1",
        0,
        1.0,
        "",
        "a region loaded as little as this counts while a strong pain is acute",
    )
    # --- ramps ---
    ramp_from: float = _threshold(
        0.35, "1", 0.05, 0.9, "", "of the planned load: a ramp begins no lower"
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
    # --- advice ---
    most_rest_minutes: float = _threshold(30.0, "min", 1.0, 120, "", "of more rest that are tried")
    days_tried: float = _threshold(7.0, "days", 1.0, 28, "", "of waiting that are tried")
    weeks_back: float = _threshold(8.0, "weeks", 1.0, 52, "", "that a way back is followed for")
    more_a_week: float = _threshold(
        1.2, "1", 1.0, 2, "", "of the load of a way back from one week to the next"
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
    quickest_strain: float = _threshold(2.0, "1", 1.0, 10, "", "what the strain of speed tends to")
    still_strain: float = _threshold(0.75, "1", 0.001, 100, "", "what full creep adds to it")
    morning_strain: float = _threshold(0.75, "1", 0.001, 100, "", "what having just risen adds")
    cold_strain: float = _threshold(0.5, "1", 0.001, 100, "", "what no warmth adds")
    tired_strain: float = _threshold(0.5, "1", 0.001, 100, "", "what a spent muscle adds")
    strain_caution: float = _threshold(
        1.5, "1", 0.001, 100, "", "a movement without a bar is CAUTION from this strain on"
    )
    strain_beyond: float = _threshold(2.2, "1", 0.001, 100, "", "and BEYOND from this one on")
    just_up_minutes: float = _threshold(
        30.0, "min", 1.0, 240, "", "so soon after stillness nobody has warmed up unnoticed"
    )
    # --- looking back ---
    distinctive_share: float = _threshold(
        0.2,
        "1",
        0.001,
        0.999,
        "",
        "what is as unusual on a smaller share of other days than this stands out",
    )
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
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not (number and math.isfinite(value) and low <= value <= high):
                unit = field.metadata["unit"]
                raise InvalidValue(
                    where=f"Policy.{field.name}", got=value, wanted=f"{low:g} to {high:g} [{unit}]"
                )
            object.__setattr__(self, field.name, float(value))
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

    @property
    def just_clear(self) -> float:
        """The highest risk that is still below CAUTION. [1]"""
        return self.caution * (1.0 - 1e-9)
