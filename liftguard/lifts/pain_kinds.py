"""
Kinds of pain by their everyday names, in English and German.

Reason to change: another name for a kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from liftguard.choices import PainKind

__all__ = ["pain_kind"]

_KINDS: Mapping[PainKind, str] = MappingProxyType(
    {
        "ache": "ache, aching, achy, sore, soreness, dull; Schmerz, dumpf, dumpfer",
        "sharp": "sharp, stabbing; stechend, stechender, Stechen",
        "spasm": "spasm, spasms, cramp; Krampf, Hexenschuss",
        "stiffness": "stiffness, stiff; steif, Steifheit",
    }
)


def pain_kind(text: str) -> PainKind | None:
    """Give the kind that words name, as in "dull ache"; the first of several, None where none."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return next((_names()[word] for word in words if word in _names()), None)


@cache
def _names() -> Mapping[str, PainKind]:
    return MappingProxyType(
        {
            name.strip().casefold(): key
            for key, names in _KINDS.items()
            for name in re.split("[,;]", names)
        }
    )
