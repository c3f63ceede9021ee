"""
Places of the body by their everyday names, in English and German; a side may stand beside them.

Reason to change: another name for a place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

__all__ = ["area_key", "areas_near"]

# A bare "back" is the lower one: so lifters mean it, and a pain of the upper back is called so.
_AREAS: Mapping[str, str] = MappingProxyType(
    {
        "low_back": "low back, lower back, back, lumbar; unterer Rücken, Rücken, Kreuz, Lende",
        "erector_spinae": "erectors, spinal erectors, back extensors; Rückenstrecker",
        "quadratus_lumborum": "QL, flank, side of the back; Flanke",
        "glutes": "glute, buttocks, bum; Gesäß, Po",
        "hamstrings": "hamstring, back of the thigh; Beinbeuger, Oberschenkelrückseite",
        "quadriceps": "quads, quad, thigh; Oberschenkel, Oberschenkelvorderseite",
        "upper_back": "upper back, mid back, lats, traps; oberer Rücken, Latissimus",
        "grip": "hand, hands, forearm, forearms; Griff, Unterarm, Unterarme, Hände",
        "shoulders": "shoulder, delts; Schulter, Schultern",
        "chest": "pecs, pec; Brust",
        "arms": "arm, biceps, triceps; Arme, Bizeps, Trizeps",
        "neck": "nape; Nacken, Hals",
        "hip": "hips, groin; Hüfte, Leiste",
        "knee": "knees; Knie",
        "elbow": "elbows; Ellbogen, Ellenbogen",
        "wrist": "wrists; Handgelenk",
        "ankle": "ankles; Sprunggelenk, Knöchel",
    }
)
_SIDES = frozenset(
    ("left", "right", "both", "l", "r", "links", "rechts", "linke", "linker", "linkes", "rechte",
     "rechter", "rechtes", "beide", "beidseits")
)  # fmt: skip
_LIKE = 0.6  # how alike a name must be to be offered: house rule


def area_key(name: str) -> str:
    """Give the place that an everyday name means, on either side; the name itself if none does."""
    known = _names().get(_plain(name))
    return known or _names().get(_plain(_without_side(name)), name)


def areas_near(name: str) -> tuple[str, ...]:
    """List the places whose names are most alike."""
    names = _names()
    near = get_close_matches(_plain(_without_side(name)), names, cutoff=_LIKE)
    return tuple(dict.fromkeys(names[one] for one in near))


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType(
        {
            _plain(name): key
            for key, names in _AREAS.items()
            for name in [key, *re.split("[,;]", names)]
        }
    )


def _without_side(name: str) -> str:
    words = re.split(r"[\s_.-]+", name.casefold())
    return " ".join(word for word in words if word not in _SIDES)


def _plain(name: str) -> str:
    """Leave case, blanks and strokes out."""
    return re.sub(r"[\s_-]+", "", name.casefold())
