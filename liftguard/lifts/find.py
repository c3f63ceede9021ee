"""
What a typed or exported name of a lift means.

Reason to change: how a name is matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import attrs

from liftguard.errors import InvalidValue
from liftguard.lifts.families import FAMILIES, RATIOS
from liftguard.lifts.lift import LIFTS
from liftguard.lifts.meanings import NAMES, fold_words, phrase_words, read_words

__all__ = ["LiftMatch", "find_lift", "lift_key"]


@attrs.frozen(kw_only=True)
class LiftMatch:
    """
    What a typed or exported name means.

    Parameters
    ----------
    key : str, optional
        A key of `LIFTS`; None where the name is not known.
    exact : bool
        The name means that lift and no other.
    near : tuple of str
        Up to three keys that resemble an unknown name: to be offered, never assumed.

    Examples
    --------
    >>> LiftMatch(key="squat", exact=True, near=()).key
    'squat'
    """

    key: str | None
    exact: bool
    near: tuple[str, ...]


_PLACES = {key: place for place, key in enumerate(LIFTS)}  # the plain lift before its variants


@attrs.frozen
class _Reading:
    """One way of naming a lift: the words that must be there, those that may be there too."""

    key: str
    needed: frozenset[str]
    known: frozenset[str]


@cache
def _readings() -> Mapping[str, tuple[_Reading, ...]]:
    """Give the readings that a word stands in."""
    # Worked out at the first unknown name: an app that uses keys never pays for it.
    found: dict[str, list[_Reading]] = {}
    for family in FAMILIES:
        for key in family.keys.split():
            names = [key, *NAMES.get(key, key).split(", ")]
            for needed in dict.fromkeys(read_words(name) for name in names):
                reading = _Reading(key, needed, needed.union(family.said.split()))
                for word in needed:
                    found.setdefault(word, []).append(reading)
    return {word: tuple(readings) for word, readings in found.items()}


@cache
def _spellings() -> Mapping[str, str]:
    """Give the word that is meant by each known word, and by each that lacks one letter."""
    names = (name for key in LIFTS for name in [key, *NAMES.get(key, key).split(", ")])
    words = dict.fromkeys(word for name in names for word in fold_words(name))
    words |= dict.fromkeys(sorted(phrase_words()))
    found = {word: word for word in words}
    for word in words:
        for short in _one_left_out(word):
            found.setdefault(short, word)
    return found


def _one_left_out(word: str) -> Iterator[str]:
    if len(word) > _SHORT:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _respell(word: str) -> str:
    """Give the known word that is one slip away: a letter too few, too many, wrong or swapped."""
    spellings = _spellings()
    tried = (word, *_one_left_out(word))
    return next((spellings[one] for one in tried if one in spellings), word)


_LONGEST_NAME = 200  # what is longer is a note, not a name [characters]
_A_SIDE = re.compile(r"\b(?:each|per|je|pro) (?:side|end|hand|arm|seite)\b", re.IGNORECASE)
_ONE_AT_A_TIME = frozenset(
    ("lunge", "split", "step", "single", "one", "landmine", "meadows", "side", "suitcase")
)
"""Words of lifts of which a side is done at a time, so that "each side" counts repetitions."""
_UNKNOWN = LiftMatch(key=None, exact=False, near=())
_SHARED = 0.3  # how alike a near name is, by its words: house rule [A]
_SHORT = 3  # a word of so few letters is too short to be misspelt [letters]
_TOOLS = """
    barbell dumbbell kettlebell smith machine cable ez-bar band chain thick bodyweight weighted
    assisted suspension seated standing lying flat close wide front back
"""
"""Words of many lifts: sharing nothing else makes no name near."""


def find_lift(text: str) -> LiftMatch:
    """
    Tell what a typed or exported name of a lift means.

    Case, punctuation, plurals and the order of words do not matter, and many languages are
    read. A name that holds one unknown word is not known: what it resembles is offered.

    Parameters
    ----------
    text : str
        A name such as "Deadlift (Barbell)" or "Kreuzheben".

    Returns
    -------
    LiftMatch
        The lift where it is certain, else up to three that are near.

    Raises
    ------
    InvalidValue
        When it is not text, or blank.

    Examples
    --------
    >>> find_lift("Romanian Deadlift (Dumbbell)").key
    'dumbbell_romanian_deadlift'
    >>> find_lift("deadlfit")
    LiftMatch(key=None, exact=False, near=('deadlift', 'deficit_deadlift', 'paused_deadlift'))
    """
    if not isinstance(text, str) or not text.strip():
        raise InvalidValue(where="lift", got=text, wanted="the name of a lift")
    line = " ".join(text.split())
    return _find_lift(line) if len(line) <= _LONGEST_NAME else _UNKNOWN


@lru_cache(maxsize=4096)
def _find_lift(text: str) -> LiftMatch:
    if text in LIFTS:
        return LiftMatch(key=text, exact=True, near=())
    words = read_words(text)
    key = _meant(words)
    if key is not None and _leaves_open_the_bar(key, text):
        return LiftMatch(key=None, exact=False, near=(key,))
    if key is not None:
        return LiftMatch(key=key, exact=True, near=())
    return LiftMatch(key=None, exact=False, near=_near(read_words(text, _respell)))


def _leaves_open_the_bar(key: str, text: str) -> bool:
    """Tell whether a name says that loads are those of one side of a bar, without the bar."""
    words = key.split("_")
    return (
        LIFTS[key].with_barbell
        and _A_SIDE.search(text) is not None
        and not _ONE_AT_A_TIME.intersection(words)
    )


def _meant(words: frozenset[str]) -> str | None:
    """Give the one lift whose words these are."""
    readings = [
        (len(one.needed), one.key)
        for word in words
        for one in _readings().get(word, ())
        if one.needed <= words <= one.known
    ]
    most = max(readings, default=(0, ""))[0]  # the reading that leaves the fewest words over
    best = {key for needed, key in readings if needed == most}
    return best.pop() if len(best) == 1 else None


def _near(words: frozenset[str]) -> tuple[str, ...]:
    """Offer lifts that share telling words with a name; those that nobody knows tell nothing."""
    told = words & _readings().keys()
    alike: dict[str, float] = {}
    for word in sorted(told.difference(_TOOLS.split())):
        for one in _readings()[word]:
            share = len(told & one.needed) / len(one.needed | (told - one.known))
            alike[one.key] = max(share, alike.get(one.key, _SHARED))
    near = sorted(alike, key=lambda key: (-alike[key], key not in RATIOS, _PLACES[key]))
    return tuple(key for key in near if alike[key] > _SHARED)[:3]


def lift_key(text: str) -> str:
    """Give the key that a name stands for; an unknown lift keeps its own name, spaces folded."""
    return find_lift(text).key or " ".join(text.split())
