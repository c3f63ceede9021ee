"""
What a lift is done with, where a column of its own says it, and how many of it are lifted.

Reason to change: another implement, or another way of counting what is lifted.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import Records
from liftguard.importers.cells import plain
from liftguard.lifts import find_lift
from liftguard.lifts.meanings import read_words
from liftguard.phrase import Phrase

__all__ = ["implements_lifted", "is_in_hand", "with_implements"]

_NOTHING = ("", "none", "no equipment", "other", "n/a", "keine", "ohne", "ninguno", "aucun")
_BARS = frozenset(
    ("barbell", "smith", "ez-bar", "trap-bar", "football-bar", "safety-bar", "thick", "t-bar")
)
_IN_HAND = frozenset(("dumbbell", "kettlebell"))
_OTHERS = ("machine", "cable", "band", "chain", "bodyweight", "assisted", "suspension", "weighted")
_IMPLEMENTS = _BARS.union(_IN_HAND, _OTHERS, ("v-bar", "landmine"))
_A_SIDE_AT_A_TIME = frozenset(
    ("lunge", "split", "bulgarian", "single-leg", "one-arm", "step", "pistol", "alternating")
)
_PAIR = 2.0


def with_implements(records: Records) -> Records:
    """Name lifts by the implement that stands beside them: "Bench Press (Dumbbell)"."""
    told = records.columns.get("implement")
    if told is None:
        return records
    pairs = dict.fromkeys(zip(records.columns["lift"], told, strict=True))
    names = {pair: _named(*pair) for pair in pairs}
    unknown = [tool for (lift, tool) in pairs if names[lift, tool] is None]
    lifts = [names[pair] or pair[0] for pair in zip(records.columns["lift"], told, strict=True)]
    notices = records.notices
    if unknown:
        name = records.names.get("implement", "implement")
        notices = (
            *notices,
            Phrase(
                "not read: what the column {name} says, such as {unknown!r}",
                name=name,
                unknown=unknown[0][:60],
            ),
        )
    return attrs.evolve(records, columns={**records.columns, "lift": lifts}, notices=notices)


def _named(lift: str, tool: str) -> str | None:
    """Name a lift with its implement, unless it says so already; None for what is no implement."""
    said = plain(tool)
    if not plain(lift) or said.casefold() in _NOTHING:
        return lift
    words = read_words(said)
    if words <= read_words(lift):
        return lift
    named = f"{lift.strip()} ({said})"
    known = find_lift(named).key is not None or words <= _IMPLEMENTS
    return named if known else None


def is_in_hand(lift: str) -> bool:
    """Tell whether a lift is done with what one hand holds."""
    return bool(read_words(lift) & _IN_HAND)


def implements_lifted(lift: str, multiplier: float) -> float:
    """Tell how many implements are lifted at once, of a number that may count limbs as well."""
    words = read_words(lift)
    if words & _BARS:
        return 1.0
    a_side = bool(words & _A_SIDE_AT_A_TIME)
    if words & _IN_HAND:
        return max(multiplier / _PAIR, 1.0) if "one-arm" in words else min(multiplier, _PAIR)
    return max(multiplier / _PAIR, 1.0) if a_side else multiplier
