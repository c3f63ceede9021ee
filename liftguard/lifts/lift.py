"""
Lifts: what each one is, and which regions of the body it loads.

Reason to change: what is known of a lift.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import get_args

import attrs

from liftguard.choices import BodyArea
from liftguard.lifts.families import (
    BAR_KG,
    BARS,
    FAMILIES,
    LOADS,
    RATIOS,
    REGIONS,
    WITHOUT_BAR,
    Family,
)

__all__ = [
    "BODY_AREAS",
    "LIFTS",
    "PATTERNS",
    "REGIONS",
    "Lift",
    "lift_of",
    "regions_of",
]

BODY_AREAS: tuple[BodyArea, ...] = get_args(BodyArea)
"""Where pain can be felt or mobility work done: the regions and the joints around them."""

_AROUND = {
    "low_back": ("erector_spinae", "quadratus_lumborum"),
    "neck": ("upper_back", "shoulders"),
    "hip": ("glutes", "hamstrings", "quadriceps"),
    "knee": ("quadriceps", "hamstrings"),
    "elbow": ("arms",),
    "wrist": ("grip", "arms"),
    "ankle": ("quadriceps",),
}
"""The regions around each joint. House rule."""

_LOADED = 0.3  # a region loaded less is not what a lift is about: house rule [1]

PATTERNS = (
    "hinge",
    "squat",
    "lunge",
    "horizontal_press",
    "vertical_press",
    "horizontal_pull",
    "vertical_pull",
    "carry",
    "olympic",
    "trunk",
    "isolation",
    "other",
)
"""Kinds of movement; the same one over and over is monotony."""


@attrs.frozen(kw_only=True)
class Lift:
    """
    What is known of one lift.

    Parameters
    ----------
    key : str
        Its name in this library.
    pattern : str
        One of `PATTERNS`.
    region_loads : tuple of (str, float)
        How strongly each region is loaded, 0 to 1, where the deadlift loads the erector
        spinae with 1; regions that are not loaded are left out. [1]
    bodyweight_share : float
        The part of the body's mass that is lifted along with the load, 0 to 1. [1]
    strength_ratio : float, optional
        Typical one-repetition maximum relative to the conventional deadlift's. [1]
    strength_ratio_sd : float, optional
        Spread of the ratio's natural logarithm between people. [1]
    bar_kg : float, optional
        What the empty bar weighs that it begins with; None for lifts without one. [kg]

    Examples
    --------
    >>> LIFTS["romanian_deadlift"].name, LIFTS["romanian_deadlift"].pattern
    ('Romanian deadlift', 'hinge')
    """

    key: str
    pattern: str = "other"
    region_loads: tuple[tuple[str, float], ...] = ()
    bodyweight_share: float = 0.0
    strength_ratio: float | None = None
    strength_ratio_sd: float | None = None
    bar_kg: float | None = None

    def loads_any(self, regions: Iterable[str], least: float = _LOADED) -> bool:
        """
        Tell whether it loads one of some regions at least so strongly.

        Parameters
        ----------
        regions : iterable of str
            Of `REGIONS`.
        least : float
            From which load on it counts. [1]

        Returns
        -------
        bool
            False for a lift that no table knows.

        Examples
        --------
        >>> LIFTS["squat"].loads_any(["glutes"]), LIFTS["squat"].loads_any(["chest"])
        (True, False)
        """
        loads = dict(self.region_loads)
        return any(loads.get(region, 0.0) >= least for region in regions)

    @property
    def with_barbell(self) -> bool:
        """Whether it is known to be done with a bar: by its family or its name."""
        return self.bar_kg is not None

    @property
    def name(self) -> str:
        """Its name in plain English; of an unknown lift, its own."""
        return _name(self.key) if self.key in LIFTS else self.key


def regions_of(area: str) -> tuple[str, ...]:
    """Give the regions that an area of the body means: itself, or those around a joint."""
    return (area,) if area in REGIONS else _AROUND[area]


_PROPER_NAMES = """
    anderson arnold bradford bulgarian dimel jefferson kroc larsen meadows nordic pendlay reeves
    romanian russian smith spoto turkish yates zercher zottman
"""
_SPELLINGS = {
    "b stance": "B-stance",
    "ez bar": "EZ-bar",
    "farmers walk": "farmer's walk",
    "jm press": "JM press",
    "pull up": "pull-up",
    "push up": "push-up",
    "chin up": "chin-up",
    "sit up": "sit-up",
    "step up": "step-up",
    "get up": "get-up",
    "t bar": "T-bar",
    "v squat": "V-squat",
    "z press": "Z press",
    "one arm": "one-arm",
    "two arm": "two-arm",
    "single leg": "single-leg",
} | {name: name.capitalize() for name in _PROPER_NAMES.split()}


@cache
def _spelling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b")


def _name(key: str) -> str:
    """Spell a key as plain English."""
    name = _spelling().sub(lambda found: _SPELLINGS[found[0]], key.replace("_", " "))
    return name[0].upper() + name[1:]


def _bar_kg(key: str, family: Family) -> float | None:
    """Give what the empty bar of a lift weighs: by words of its key, else its family. [kg]"""
    if family.share or any(word in key for word in WITHOUT_BAR):
        return None
    named = (kg for word, kg in BARS.items() if word in key)
    return next(named, BAR_KG if family.with_bar else None)


def _lifts() -> Iterator[Lift]:
    for family in FAMILIES:
        loads = tuple(pair for pair in zip(REGIONS, LOADS[family.loads], strict=True) if pair[1])
        for key in family.keys.split():
            ratio, spread = RATIOS.get(key, (None, None))
            yield Lift(
                key=key,
                pattern=family.pattern,
                region_loads=loads,
                bodyweight_share=family.share,
                strength_ratio=ratio,
                strength_ratio_sd=spread,
                bar_kg=_bar_kg(key, family),
            )


LIFTS: Mapping[str, Lift] = MappingProxyType({lift.key: lift for lift in _lifts()})
"""Every known lift by its key; read-only."""


@lru_cache(maxsize=4096)
def lift_of(key: str) -> Lift:
    """Give what is known of a lift by its key; an unknown one loads nothing."""
    return LIFTS.get(key) or Lift(key=key)
