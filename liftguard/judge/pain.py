"""
Pain overrules: for two weeks it holds a ceiling over the lifts that load the place.

No probability moves, and a time without pain lowers none. The ceiling is a rule, not a model.

Reason to change: what a pain holds back, or for how long.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of, regions_of
from liftguard.records import Pain
from liftguard.units import elapsed_days

__all__ = ["Ceiling", "ceiling_of", "concerns"]

_ACUTE = ("spasm", "sharp")


@attrs.frozen(kw_only=True)
class Ceiling:
    """
    How far a pain lets a lift go.

    Parameters
    ----------
    pain : Pain
        The one that holds it lowest.
    share : float
        Of the capacity believed in, 0 to 1. [1]
    days : float
        Since the pain. [days]
    acute : bool
        Whether it is so fresh and strong that going over it is BEYOND.

    Examples
    --------
    >>> spasm = Pain(at=datetime(2026, 1, 5), region="low_back", severity=7, kind="spasm")
    >>> Ceiling(pain=spasm, share=0.5, days=0.0, acute=True).share
    0.5
    """

    pain: Pain
    share: float
    days: float
    acute: bool


def concerns(area: str, lift: str, least: float) -> bool:
    """Tell whether a lift loads a painful place at least so strongly; an unknown one may."""
    about = lift_of(lift)
    return not about.region_loads or about.loads_any(regions_of(area), least)


def ceiling_of(pains: Iterable[Pain], lift: str, at: datetime, policy: Policy) -> Ceiling | None:
    """
    Find the ceiling that pain holds over a lift.

    It starts at `Policy.pain_share` for a severity of 5 and more, higher for less, and rises
    evenly to all of capacity over `Policy.pain_days`, over twice that for a severity of 10.
    A spasm or a sharp pain counts as 5 at least. Within `Policy.acute_days` of such a pain
    it covers every lift that loads the place at all.
    """
    lowest, strong = None, policy.acute_severity
    for pain in pains:
        days = max(elapsed_days(pain.at, at), 0.0)
        severity = max(pain.severity, strong) if pain.kind in _ACUTE else pain.severity
        lasts = policy.pain_days * max(severity / strong, 1.0)
        acute = days < policy.acute_days and severity >= strong
        least = policy.acute_load if acute else policy.pain_load
        if days >= lasts or severity == 0.0 or not concerns(pain.region, lift, least):
            continue
        held = (1.0 - policy.pain_share) * min(severity / strong, 1.0)
        share = 1.0 - held * (1.0 - days / lasts)
        one = Ceiling(pain=pain, share=share, days=days, acute=acute)
        if lowest is None or (one.share, not one.acute) < (lowest.share, not lowest.acute):
            lowest = one
    return lowest
