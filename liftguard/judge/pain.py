"""
Pain overrules: for two weeks it holds a ceiling over the lifts that load the place.

No probability moves, and a time without pain lowers none. The ceiling is a rule, not a model.

Reason to change: what a pain holds back, or for how long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import attrs

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of, regions_of
from liftguard.records import Pain
from liftguard.units import elapsed_days

__all__ = ["Ceiling", "ceilings_of", "load_on", "lowest"]

_ACUTE = ("spasm", "sharp")
_WORST = 10.0  # of a severity


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
    rests : bool
        Whether the place is to be left alone for now: no load of the lift is clear then.
    lasts : float
        How long the ceiling is held in all. [days]

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
    rests: bool = False
    lasts: float = 14.0


def load_on(area: str, lift: str) -> float:
    """Give how strongly a lift loads a place; an unknown one may load it fully. [1]"""
    loads = dict(lift_of(lift).region_loads)
    return max((loads.get(one, 0.0) for one in regions_of(area)), default=0.0) if loads else 1.0


def ceilings_of(
    pains: Iterable[Pain], lift: str, at: datetime, policy: Policy
) -> Iterator[Ceiling]:
    """
    Find the ceilings that pains hold over a lift.

    Each starts at `Policy.pain_share` for a severity of 10 in a lift that loads the place fully,
    evenly higher for less of either, and rises to all of capacity over `Policy.pain_days`, over
    twice that for a severity of 10. A spasm or a sharp pain counts as 5 at least. Within
    `Policy.acute_days` of such a pain it covers every lift that loads the place at all, and one
    that loads it as much as `Policy.pain_load` is to rest.
    """
    strong = policy.acute_severity
    for pain in pains:
        days = max(elapsed_days(pain.at, at), 0.0)
        severity = max(pain.severity, strong) if pain.kind in _ACUTE else pain.severity
        lasts = policy.pain_days * max(severity / strong, 1.0)
        acute = days < policy.acute_days and severity >= strong
        least = policy.acute_load if acute else policy.pain_load
        on_it = load_on(pain.region, lift)
        if days >= lasts or severity == 0.0 or on_it < least:
            continue
        held = (1.0 - policy.pain_share) * severity / _WORST * min(on_it, 1.0)
        share = 1.0 - held * (1.0 - days / lasts)
        rests = acute and on_it >= policy.pain_load
        yield Ceiling(pain=pain, share=share, days=days, acute=acute, rests=rests, lasts=lasts)


def lowest(ceilings: Iterable[Ceiling]) -> Ceiling | None:
    """Take the ceiling that holds a lift back most."""
    return min(ceilings, key=_order, default=None)


def _order(one: Ceiling) -> tuple[bool, float, bool]:
    """Put what holds back most first."""
    return not one.rests, one.share, not one.acute
