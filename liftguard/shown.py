"""
How a value shows itself: a card in a notebook, its sentences in a terminal and in `print`.

The words and the looks are made by `display`, which is imported when something is shown.

Reason to change: another place where values show themselves.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

__all__ = ["shown"]

_T = TypeVar("_T")


class _Printer(Protocol):
    """What IPython hands to a value that it shows as text."""

    def text(self, said: str, /) -> None:
        """Write a text."""


def shown(kind: type[_T]) -> type[_T]:
    """Let values of a class show themselves, which `liftguard.display` has words and a card for."""
    methods = {"__str__": _text, "_repr_html_": _card, "_repr_pretty_": _write}
    for name, method in methods.items():
        setattr(kind, name, method)
    return kind


def _text(value: object) -> str:
    from liftguard.display import text

    return text(value)


def _card(value: object) -> str:
    from liftguard.display import card

    return card(value)


def _write(value: Any, printer: _Printer, cycle: bool) -> None:  # noqa: ANN401, ARG001, FBT001
    printer.text(str(value))
