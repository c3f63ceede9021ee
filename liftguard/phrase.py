"""
A text that knows how it was made: the sentence, and what was filled in.

What reads a log and what refuses an input says it in English, as text that a host may print or
store. Whoever speaks another language finds there the sentence to look up, and its parts.

Reason to change: what such a text remembers, or how much of it a message shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any, Self

__all__ = ["Phrase", "brief", "joined", "seen"]


class Phrase(str):
    """An English text, with the sentence (a bar divides one from many) and the parts of it."""

    __slots__ = ("number", "parts", "sentence")

    sentence: str
    number: float
    parts: Mapping[str, Any]

    def __new__(cls, sentence: str, number: float = 0, /, **parts: object) -> Self:
        """Fill in the sentence, for one or for many; of a list all that it holds."""
        one, _, many = sentence.partition("|")
        said = {name: _in_a_row(part) for name, part in parts.items()}
        made = super().__new__(cls, (many if many and number != 1 else one).format(**said))
        made.sentence, made.number, made.parts = sentence, number, MappingProxyType(parts)
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the sentence and the parts, as text alone would forget them."""
        return _rebuild, (self.sentence, self.number, dict(self.parts))


def joined(sentence: str, texts: Iterable[str]) -> str:
    """Join texts by a sentence of two of them, such as "{one} or {other}"."""
    return reduce(lambda one, other: Phrase(sentence, one=one, other=other), texts)


def seen(got: object) -> str:
    """Show what was found; an error is no place for one of its own, as huge numbers raise."""
    try:
        return repr(got)
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError):
        return f"a value of type {type(got).__name__} that cannot be shown"


def brief(text: str, most: int) -> str:
    """Cut a text that is too long for a message."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _in_a_row(part: object) -> object:
    return ", ".join(map(str, part)) if isinstance(part, list) else part


def _rebuild(sentence: str, number: float, parts: Mapping[str, Any]) -> Phrase:
    return Phrase(sentence, number, **parts)
