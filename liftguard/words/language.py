"""
The languages that there are, and how a sentence begins and ends in all of them.

Reason to change: a new language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from liftguard.words.english import ENGLISH
from liftguard.words.german import GERMAN

__all__ = ["LANGUAGES", "capital", "sentence"]

LANGUAGES: Mapping[str, Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"en": ENGLISH, "de": GERMAN}
)
"""The tables of texts by language."""


def capital(text: str) -> str:
    """Begin a text, which may be empty, with a capital letter."""
    return text[:1].upper() + text[1:]


def sentence(*clauses: str) -> str:
    """Put clauses together to one sentence, with a capital letter and a full stop."""
    return capital("; ".join(clauses)) + "."
