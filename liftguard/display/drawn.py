"""
What pictures of a track and of a state show, as numbers, whatever they are drawn with.

Reason to change: something else is drawn, or another moment of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from liftguard.judge.causes import CAUSES, excess_of, share_out
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.model.params import Params
from liftguard.model.standing import region_fatigue
from liftguard.model.state import AthleteState
from liftguard.review.track import Foreseen, Judged, Track

__all__ = ["RESTS", "DayBand", "bands_of", "lost_by_region", "weeks_of"]

RESTS: Mapping[str, float] = MappingProxyType(
    {
        "now": 0.0,
        "6 h": 6.0,
        "12 h": 12.0,
        "1 day": 24.0,
        "2 days": 48.0,
        "3 days": 72.0,
    }
)
"""That recovery is shown after, by what they are called. [h]"""


class DayBand(NamedTuple):
    """Capacity for one repetition before the first set of a day; NaN where it is too wide."""

    at: datetime
    low_kg: float
    middle_kg: float
    high_kg: float


def bands_of(track: Track, sets: Sequence[Foreseen], policy: Policy) -> list[DayBand]:
    """Give the band of capacity on each day of the sets of one lift, in their order."""
    bands = []
    for one in _first_of_days(sets):
        found = track.forecast(one)
        band = found.capacity
        known = not policy.too_wide(found.capacity_sd)
        edges = (band.low_kg, band.middle_kg, band.high_kg) if band and known else (math.nan,) * 3
        bands.append(DayBand(one.logged.at, *edges))
    return bands


def _first_of_days(sets: Sequence[Foreseen]) -> Iterator[Foreseen]:
    last = None
    for one in sets:
        if one.logged.at.date() != last:
            last = one.logged.at.date()
            yield one


def weeks_of(asked: Iterable[Judged], policy: Policy) -> dict[date, dict[str, float]]:
    """
    Share out the excess of the flagged sets of each week, by its Monday, among the causes.

    What is flagged for a pain alone has no excess to share; weeks without another are left out.
    """
    weeks: dict[date, dict[str, float]] = {}
    for judged in asked:
        if judged.by_load < Level.CAUTION:
            continue
        day = judged.seen.logged.at.date()
        monday = day - timedelta(days=day.weekday())
        total = weeks.setdefault(monday, dict.fromkeys(CAUSES, 0.0))
        for code, size in excess_of(judged.forecast, policy).sizes.items():
            total[code] += size
    return {
        monday: {code: share or 0.0 for code, share in share_out(total, policy).items()}
        for monday, total in weeks.items()
    }


def lost_by_region(
    state: AthleteState, begin: datetime, params: Params
) -> dict[str, tuple[float, ...]]:
    """Give what each region has lost after each of `RESTS`, the most tired first. [%]"""
    then = [region_fatigue(state, begin + timedelta(hours=h), params) for h in RESTS.values()]
    return {
        region: tuple(-100.0 * math.expm1(-lost[region]) for lost in then) for region in then[0]
    }
