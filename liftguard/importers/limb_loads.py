"""
Loads that are said of one hand or one side, and what bands and chains add.

What is held in a hand is logged by its own weight: "30 per hand" and "2 x 30" are 30. What
hangs on one side of a bar leaves open what the bar weighs, and nobody knows what a band takes:
such cells are problems that say so.

Reason to change: another way of saying what a limb holds.
"""

from __future__ import annotations

import re

import attrs

from liftguard.importers.app import Records
from liftguard.importers.cells import plain
from liftguard.importers.fields import Problems, report, texts_of
from liftguard.importers.implements import is_in_hand
from liftguard.phrase import Phrase

__all__ = ["with_limb_loads"]

A_SIDE = Phrase("the whole load, which that of one side does not tell")
BANDS = Phrase("a load in numbers: what a band or a chain adds or takes off is not known")

_LONGEST = 40  # letters
_NUMBER = r"([0-9]+(?:[.,][0-9]+)?\s*(?:kgs?|lbs?|#)?)"
_LIMB = r"(?:hands?|arms?|sides?|legs?|dumbbells?|dbs?|kettlebells?|kbs?|seite|hand|hantel|kh)"
_OF_A_LIMB = re.compile(
    rf"{_NUMBER}\s*(?:(?:/|per|each|ea\.?|a|je|pro)\s*{_LIMB}|each|ea\.?|e|je|/\s*/)", re.IGNORECASE
)
_TIMES = re.compile(rf"2\s*[x\u00d7*]\s*{_NUMBER}", re.IGNORECASE)
_BAND = re.compile(r"\b(?:bands?|banded|chains?|b[äa]nder|gummiband|ketten?)\b", re.IGNORECASE)


def with_limb_loads(records: Records, field: str, problems: Problems) -> Records:
    """Give what a hand holds as a load, and say of other such cells why they are none."""
    texts = texts_of(records, field)
    said = {text: _said(text) for text in dict.fromkeys(texts)}
    if not any(said.values()):
        return records
    lifts, loads, wanted = texts_of(records, "lift"), list(texts), dict[int, str]()
    for place, text in enumerate(texts):
        meant = said[text]
        if meant is BANDS:
            wanted[place] = BANDS
        elif meant and is_in_hand(lifts[place]):
            loads[place] = meant
        elif meant:
            wanted[place] = A_SIDE
    report(records, field, wanted, problems)
    return attrs.evolve(records, columns={**records.columns, field: loads})


def _said(text: str) -> str:
    """Give the load of one limb, `BANDS` for what none can tell, or nothing."""
    if len(text) > _LONGEST or text.isdecimal():
        return ""
    cell = plain(text)
    match = _OF_A_LIMB.fullmatch(cell) or _TIMES.fullmatch(cell)
    if match is not None:
        return match[1]
    return BANDS if _BAND.search(cell) else ""
