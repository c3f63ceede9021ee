"""
A parser whose errors are one sentence, and name what was misspelt.

Reason to change: what is said of arguments that cannot be parsed.
"""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from liftguard.words.voice import Voice

__all__ = ["Parser"]

_DASHES = "-\N{EN DASH}\N{EM DASH}"  # what editors make of two hyphens


class Parser(argparse.ArgumentParser):
    """A parser that names an unknown option before it misses one that is required."""

    def __init__(self, *args: Any, voice: Voice, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._voice = voice

    def error(self, message: str) -> NoReturn:
        """Leave with one sentence."""
        self._leave(self._voice.text("command", "usage", message=message))

    def _leave(self, text: str) -> NoReturn:
        self.exit(2, f"liftguard: {text}\n")

    def parse_known_args(  # type: ignore[override]  # typeshed's are overloads for namespaces
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse, once no option is unknown."""
        unknown = self._unknown(args or ())
        if unknown is not None:
            named = {"option": unknown, "command": self.prog.rpartition(" ")[2]}
            near = self._near(unknown)
            code = "no_option" if near is None else "no_option_but"
            self._leave(self._voice.text("command", code, near=near or "", **named))
        return super().parse_known_args(args, namespace)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            near = _nearest(str(value), action.choices or ())
            error.message += "" if near is None else f"; perhaps {near} was meant"
            raise

    def _near(self, unknown: str) -> str | None:
        return _nearest(unknown, self._option_string_actions)

    def _unknown(self, given: Sequence[str]) -> str | None:
        """Give the first option that is not known; what follows a command is not this parser's."""
        for argument in given:
            if argument == "--" or (self._subparsers is not None and argument[:1] != "-"):
                return None
            if self._is_unknown(argument.partition("=")[0]):
                return argument.partition("=")[0]
        return None

    def _is_unknown(self, option: str) -> bool:
        """Tell a misspelt option from a known or begun one, a number, and text with spaces."""
        known, bare = self._option_string_actions, option.strip(_DASHES)
        if option[:1] != "-":  # what an editor made of hyphens
            return option[:1] in tuple(_DASHES) and f"--{bare}" in known
        begun = option[:2] == "--" and any(one.startswith(option) for one in known)
        return not begun and option not in known and bare[:1].isalpha() and " " not in option


def _nearest(given: str, known: Iterable[str]) -> str | None:
    """Give the name that was perhaps meant; None where none is near."""
    names = {one.strip(_DASHES): one for one in known}
    near = difflib.get_close_matches(given.strip(_DASHES).casefold(), names, n=1)
    return names[near[0]] if near else None
