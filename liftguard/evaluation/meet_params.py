"""
The constants of the meet forecaster, with units, and their two fits.

Reason to change: a new fit, or a new constant.
"""

from __future__ import annotations

import math
from typing import Any

import attrs

from liftguard.errors import InvalidValue
from liftguard.units import as_float

__all__ = ["MEET_PARAMS", "MeetParams"]


def _number(start: float, unit: str, kind: str, meaning: str) -> Any:  # noqa: ANN401
    """Give a field; `kind` is any, positive or share, `start` where a fit begins."""
    about = {"start": start, "unit": unit, "kind": kind, "meaning": meaning}
    return attrs.field(metadata=about)


@attrs.frozen(kw_only=True)
class MeetParams:
    """Constants of the forecaster [OpenPowerlifting]_; their metadata holds unit and meaning."""

    # --- who comes to a first meet ---
    level_man: float = _number(5.4, "log kg", "any", "deadlift that is usual for a man up to 35")
    level_woman: float = _number(5.0, "log kg", "any", "the same of a woman")
    ageing: float = _number(-0.01, "log/year", "any", "change of these after 35")
    first_sd: float = _number(0.2, "log", "positive", "spread of capacity at a first meet")
    # --- time ---
    walk_sd: float = _number(0.05, "log/sqrt(year)", "positive", "wandering of capacity")
    gain: float = _number(0.07, "log/year", "positive", "after the first meet, a man of 28")
    gain_years: float = _number(1.0, "years", "positive", "after so long the gain has halved")
    gain_woman: float = _number(1.3, "1", "positive", "gain of a woman over a man's")
    gain_ageing: float = _number(0.03, "1/year", "any", "share by which the gain falls with age")
    pull: float = _number(0.06, "1/year", "positive", "rate of return to the usual level")
    # --- a meet ---
    noise_sd: float = _number(0.025, "log", "positive", "of the best deadlift, a usual day")
    bad_share: float = _number(0.1, "1", "share", "of days that are far too low")
    bad_low: float = _number(0.08, "log", "any", "how much lower they are")
    bad_sd: float = _number(0.08, "log", "positive", "spread of it")
    made_last: float = _number(-0.02, "log", "any", "best minus shown capacity: third made")
    missed_above: float = _number(
        0.5, "1", "any", "minus the same, for each log a miss is above it"
    )
    missed: float = _number(-0.01, "log", "any", "the same, for each attempt missed or left out")
    below: float = _number(0.02, "log", "any", "capacity minus the next best, usual attempts")

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(MeetParams):
            value = getattr(self, field.name)
            number = as_float(value)
            kind = field.metadata["kind"]
            low = -math.inf if kind == "any" else 0.0
            high = 1.0 if kind == "share" else math.inf
            if not low < number < high:
                wanted = f"above {low:g} and below {high:g} [{field.metadata['unit']}]"
                raise InvalidValue(where=f"MeetParams.{field.name}", got=value, wanted=wanted)
            object.__setattr__(self, field.name, number)


MEET_PARAMS = (
    MeetParams(
        level_man=5.441,
        level_woman=4.955,
        ageing=-0.01067,
        first_sd=0.1709,
        walk_sd=0.05081,
        gain=0.07241,
        gain_years=0.6777,
        gain_woman=1.465,
        gain_ageing=0.04393,
        pull=0.06676,
        noise_sd=0.01666,
        bad_share=0.06442,
        bad_low=0.1491,
        bad_sd=0.07505,
        made_last=-0.02599,
        missed_above=0.569,
        missed=-0.01522,
        below=0.02037,
    ),
    MeetParams(
        level_man=5.455,
        level_woman=5.023,
        ageing=-0.01288,
        first_sd=0.1944,
        walk_sd=0.05115,
        gain=0.07141,
        gain_years=0.5807,
        gain_woman=1.196,
        gain_ageing=0.04128,
        pull=0.06108,
        noise_sd=0.01672,
        bad_share=0.07004,
        bad_low=0.1437,
        bad_sd=0.08823,
        made_last=-0.02057,
        missed_above=0.5629,
        missed=-0.01228,
        below=0.01528,
    ),
)
"""
Fitted on lifters of even number, and on lifters of odd number.

Made by `fit_halves` from the Raw rows of 3,964 lifters, 23,971 meets [OpenPowerlifting]_.
"""
