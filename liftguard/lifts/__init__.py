"""
Lifts: a table of families, names in many languages, and how a name is found.

Reason to change: none; whatever is asked of lifts is imported here.
"""

from liftguard.lifts.areas import area_key, areas_near
from liftguard.lifts.find import LiftMatch, find_lift, lift_key
from liftguard.lifts.lift import (
    BODY_AREAS,
    LIFTS,
    PATTERNS,
    REGIONS,
    Lift,
    lift_of,
    regions_of,
)

__all__ = [
    "BODY_AREAS",
    "LIFTS",
    "PATTERNS",
    "REGIONS",
    "Lift",
    "LiftMatch",
    "area_key",
    "areas_near",
    "find_lift",
    "lift_key",
    "lift_of",
    "regions_of",
]
