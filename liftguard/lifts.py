"""
Lifts: what each one is, which regions it loads, and what a name means.

Reason to change: what is known of a lift, or how a name is matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import attrs

from liftguard.errors import InvalidValue
from liftguard.lift_names import NAMES, fold_words, phrase_words, read_words
from liftguard.lift_table import FAMILIES, LOADS, RATIOS, REGIONS

__all__ = [
    "BODY_AREAS",
    "LIFTS",
    "LOADED",
    "PATTERNS",
    "REGIONS",
    "Lift",
    "LiftMatch",
    "find_lift",
    "lift_key",
    "lift_of",
    "regions_of",
]

BODY_AREAS = (*REGIONS, "low_back", "neck", "hip", "knee", "elbow", "wrist", "ankle")
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

LOADED = 0.3
"""A region loaded less is not what a lift is about: house rule. [1]"""

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

    def loads_any(self, regions: Iterable[str], least: float = LOADED) -> bool:
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
    def name(self) -> str:
        """Its name in plain English; of an unknown lift, its own."""
        return _name(self.key) if self.key in LIFTS else self.key


def regions_of(area: str) -> tuple[str, ...]:
    """
    Give the regions that an area of the body means.

    Parameters
    ----------
    area : str
        A name from `liftguard.BODY_AREAS`.

    Returns
    -------
    tuple of str
        Itself, where it is a region.

    Examples
    --------
    >>> regions_of("low_back")
    ('erector_spinae', 'quadratus_lumborum')
    """
    return (area,) if area in REGIONS else _AROUND[area]


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
            )


LIFTS: Mapping[str, Lift] = MappingProxyType({lift.key: lift for lift in _lifts()})
"""Every known lift by its key; read-only."""

_PLACES = {key: place for place, key in enumerate(LIFTS)}  # the plain lift before its variants


@attrs.frozen
class _Reading:
    """One way of naming a lift: the words that must be there, those that may be there too."""

    key: str
    needed: frozenset[str]
    known: frozenset[str]


@cache
def _readings() -> Mapping[str, tuple[_Reading, ...]]:
    """
    Give the readings that a word stands in.

    Worked out at the first unknown name: an app that uses keys never pays for it.
    """
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
_UNKNOWN = LiftMatch(key=None, exact=False, near=())
_SHARED = 0.3  # how alike a near name is, by its words: house rule [A]
_SHORT = 3  # a word of so few letters is too short to be misspelt [letters]
_TOOLS = """
    barbell dumbbell kettlebell smith machine cable ez-bar band chain thick bodyweight weighted
    assisted suspension seated standing lying flat close wide
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
    if key is not None:
        return LiftMatch(key=key, exact=True, near=())
    return LiftMatch(key=None, exact=False, near=_near(read_words(text, _respell)))


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
    """
    Give the key that a name stands for; an unknown lift keeps its own name.

    Parameters
    ----------
    text : str
        A key, or a name.

    Returns
    -------
    str
        The key, or the text with its white space folded.

    Raises
    ------
    InvalidValue
        When it is not text, or blank.

    Examples
    --------
    >>> lift_key("Bench Press - Close Grip (Barbell)"), lift_key(" Atlas  stone ")
    ('close_grip_bench_press', 'Atlas stone')
    """
    return find_lift(text).key or " ".join(text.split())


@lru_cache(maxsize=4096)
def lift_of(key: str) -> Lift:
    """
    Give what is known of a lift.

    Parameters
    ----------
    key : str
        As `lift_key` gives it.

    Returns
    -------
    Lift
        From the table; for an unknown lift a neutral one that loads nothing.

    Examples
    --------
    >>> lift_of("deadlift").region_loads[0]
    ('erector_spinae', 1.0)
    >>> lift_of("Atlas stone").pattern
    'other'
    """
    return LIFTS.get(key) or Lift(key=key)
