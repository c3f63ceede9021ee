"""
What was read of a log, and why an input is refused, in the language of the voice.

A text that is no `Phrase` is what somebody wrote, and stays as it is. So does, between marks,
what only a programmer meets and is told in English alone.

Reason to change: how a refusal is put together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from types import MappingProxyType
from typing import Any

from liftguard.errors import LiftguardError
from liftguard.lifts import lift_key
from liftguard.phrase import Phrase, brief, seen
from liftguard.records import Problem
from liftguard.words.german_phrases import GERMAN_PHRASES
from liftguard.words.language import capital
from liftguard.words.names import lift_text
from liftguard.words.voice import Voice

__all__ = ["PHRASES", "error_text", "phrase_text", "problem_text"]

PHRASES: Mapping[str, Mapping[str, str]] = MappingProxyType({"de": GERMAN_PHRASES})
"""The sentences of phrases by language; in English they are what they are."""


def phrase_text(text: str, voice: Voice) -> str:
    """Say a text that may be a phrase; without a sentence in the language it says the English."""
    sentence = PHRASES.get(voice.language, {}).get(getattr(text, "sentence", ""))
    if sentence is None or not isinstance(text, Phrase):
        return str(text)
    one, _, many = sentence.partition("|")
    said = {name: _part(name, part, voice) for name, part in text.parts.items()}
    return _Numbers(voice).format(many if many and text.number != 1 else one, **said)


def problem_text(problem: Problem, voice: Voice) -> str:
    """Say what could not be understood of a file."""
    if voice.language not in PHRASES:
        return str(problem)
    column = brief(problem.column, 60)
    code = "cell" if column else "row"
    where = voice.text("refusals", code, row=str(problem.row), column=repr(column))
    return _refused("refused", (where, repr(brief(problem.got, 60))), problem.wanted, voice)


def error_text(error: LiftguardError, voice: Voice) -> str:
    """Say why an input is refused: where, what stood there, what was wanted, and what to try."""
    if voice.language not in PHRASES:
        return str(error)
    where = brief(phrase_text(error.where, voice), 300)
    if isinstance(error.got, Phrase):  # what it is, and not what somebody wrote
        said = _refused("is", (where, phrase_text(error.got, voice)), error.wanted, voice)
    else:
        said = _refused("refused", (where, brief(seen(error.got), 80)), error.wanted, voice)
    return f"{said}. {capital(_own_or_quoted(error.hint, voice))}" if error.hint else said


def _refused(code: str, found: tuple[str, str], wanted: str, voice: Voice) -> str:
    where, got = found
    said = _own_or_quoted(wanted, voice)
    return voice.text("refusals", code, where=where, got=got, wanted=said)


def _own_or_quoted(text: str, voice: Voice) -> str:
    """Say a phrase; mark as English what is none, unless it is a single word."""
    if isinstance(text, Phrase) or " " not in text:
        return brief(phrase_text(text, voice), 400)
    return voice.text("refusals", "english", said=brief(text, 400))


def _part(name: str, part: object, voice: Voice) -> object:
    """Say what was filled in: of a list all that it holds, lifts and places by their names."""
    if isinstance(part, list):
        return ", ".join(str(_part(name, one, voice)) for one in part)
    for kind, say in _SAID_BY.items():
        if isinstance(part, kind):
            return say(part, voice)
    if name == "lift":
        return lift_text(lift_key(str(part)), voice)
    return voice.text("areas", str(part)) if name == "area" else part


_SAID_BY: Mapping[type, Callable[[Any, Voice], str]] = MappingProxyType(
    {Phrase: phrase_text, Problem: problem_text, LiftguardError: error_text}
)


class _Numbers(Formatter):
    """Fills in a sentence with the decimal mark of a language."""

    def __init__(self, voice: Voice) -> None:
        self._decimal = voice.text("numbers", "decimal")

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401
        text = str(super().format_field(value, format_spec))
        return text.replace(".", self._decimal) if isinstance(value, float) else text
