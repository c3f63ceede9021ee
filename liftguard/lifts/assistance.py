"""
Lifts whose number is help: a machine or a band takes it off the body.

Reason to change: another word for such help.
"""

from __future__ import annotations

import re
from functools import lru_cache

from liftguard.lifts.find import find_lift
from liftguard.lifts.lift import lift_of

__all__ = ["is_helped", "may_be_helped"]

_HELP = re.compile(r"(?<!spotter )\bassist|\basist|unterstützt", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_helped(lift: str) -> bool:
    """Tell whether a load beside a lift can only mean help, by its key or by its own name."""
    return _HELP.search(lift) is not None or (find_lift(lift).key or "").startswith("assisted")


def may_be_helped(lift: str) -> bool:
    """Tell whether a lift moves the body, so that a load below zero is help."""
    return is_helped(lift) or lift_of(find_lift(lift).key or lift).bodyweight_share > 0.0
