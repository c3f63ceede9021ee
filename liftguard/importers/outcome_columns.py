"""
A column of words that say which sets went up, read as a whole: its other cells tell what an x is.

A yes answers what the name of the column asks, and so does a tick; other words speak for
themselves. A column most of whose words say no outcome is another one of that name.

Reason to change: another kind of such a column.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum

from liftguard.importers.cells import plain, read_number
from liftguard.importers.outcome_words import (
    CROSSES,
    MADE,
    MISSED,
    NO,
    UNDONE,
    UNFINISHED,
    YES,
    folded,
)

__all__ = ["LETTERS", "OUTCOME_FIELDS", "Said", "kind_says", "read_outcomes"]


class Said(IntEnum):
    """What a cell says of its set; of several in a row the largest counts."""

    TO_FAILURE = 0  # taken to the last repetition that went up
    UP = 1
    OPEN = 2  # not completed: missed, or never tried
    NEVER = 3  # not tried
    UNCLEAR = 4
    FAILED = 5  # the last of the repetitions that stand beside it did not go up
    FAILED_NEXT = 6  # those went up, and the next one did not


_ANSWERS = {  # what yes and no mean in a column
    "made": (Said.UP, Said.FAILED),
    "failed": (Said.FAILED, Said.UP),
    "result": (Said.UP, Said.FAILED),
    "done": (Said.UP, Said.OPEN),
    "status": (Said.UP, Said.OPEN),
    "failure": (Said.TO_FAILURE, Said.UP),
    "failed_reps": (Said.FAILED_NEXT, Said.UP),
}
OUTCOME_FIELDS = tuple(_ANSWERS)
"""Our words for columns that say whether sets went up."""

_OF_WORDS = {
    **dict.fromkeys(MADE, Said.UP),
    **dict.fromkeys(UNFINISHED, Said.OPEN),
    **dict.fromkeys(UNDONE, Said.NEVER),
    **dict.fromkeys(MISSED, Said.FAILED),
}
_FAILURES = frozenset(map(folded, ("f", "failure", "versagt", "échec", "fallo", "falha", "отказ")))
_KINDS = {  # words of another column, where these are sets to failure, and drop sets
    word: said
    for word, said in _OF_WORDS.items()
    if said in (Said.NEVER, Said.FAILED) and word not in _FAILURES | {"dropped", "open"}
}
LETTERS = frozenset(filter(str.isalpha, CROSSES))
"""Crosses that may be ticks."""

_COUNTED = 2.0  # from here on a number counts, and answers no question


def kind_says(text: str) -> Said | None:
    """Tell what the kind of a set says of its outcome, such as "missed" or "skipped"."""
    return _KINDS.get(folded(text))


def read_outcomes(
    field: str, texts: Sequence[str], has_reps: Sequence[bool]
) -> tuple[Mapping[str, Said], str]:
    """Read a column: what each of its texts says, and one of which nothing is read, if any."""
    words = {text: folded(text) for text in dict.fromkeys(texts) if plain(text)}
    counts = [text for text in words if _count(text) >= _COUNTED]
    if counts and field not in ("failed", "failed_reps"):
        return {}, counts[0]  # it measures something
    told = _meanings("failed_reps" if counts else field, words)
    strange = {text for text, said in told.items() if said == Said.UNCLEAR}
    if strange and 2 * sum(text in strange for text in texts) > sum(
        text in words for text in texts
    ):
        return {text: said for text, said in told.items() if text not in strange}, min(strange)
    if field in ("made", "done") and set(told.values()) == {Said.UP}:
        pairs = zip(texts, has_reps, strict=True)
        empty = [text for text, beside in pairs if beside and text not in words]
        if len(empty) <= sum(text in words for text in texts):  # a box that was not ticked
            told |= dict.fromkeys(empty, Said.OPEN if field == "done" else Said.UNCLEAR)
    return told, ""


def _meanings(field: str, words: Mapping[str, str]) -> dict[str, Said]:
    """Tell what each text of a column means there."""
    yes, no = _ANSWERS[field]
    means = {**_OF_WORDS, **dict.fromkeys(YES, yes), **dict.fromkeys(NO, no)}
    if field == "failure":
        means |= dict.fromkeys(_FAILURES, yes)
    told = {text: means.get(word, Said.UNCLEAR) for text, word in words.items()}
    if field == "failed_reps":
        told |= {text: yes for text in words if _count(text) > 0.0}
    crosses = {text for text, word in words.items() if word in CROSSES}
    others = {said for text, said in told.items() if text not in crosses}
    for text in crosses:
        told[text] = _cross(field, others, may_tick=words[text] in LETTERS)
    return told


def _cross(field: str, others: Collection[Said], *, may_tick: bool) -> Said:
    """Tell what a cross means beside the other marks of its column."""
    yes, no = _ANSWERS[field]
    if field in ("failed", "failed_reps", "failure"):
        return Said.UNCLEAR if yes in others else yes
    if not may_tick:
        return no
    ups, downs = Said.UP in others, Said.FAILED in others or Said.OPEN in others
    if downs:
        return yes if not ups and field != "result" else Said.UNCLEAR
    return no if ups or field == "result" else yes


def _count(text: str) -> float:
    number = read_number(text)
    return number if isinstance(number, float) else 0.0
