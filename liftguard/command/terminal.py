"""
What goes to the terminal: harmless there, whatever stands in a log and whatever it can show.

Reason to change: a way in which writing may fail, or do harm.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from typing import TextIO

__all__ = ["harmless", "speak"]

# Controls, with which a terminal is told what to do; marks that turn what is read around; halves
# of characters, which cannot be written.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_INTERRUPTED = 130  # as shells say it


def harmless(text: str, encoding: str | None) -> str:
    """Write what a terminal would obey or cannot show as its code, which JSON reads back."""
    text = _UNSHOWN.sub(_code_of, text)
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        pattern = re.compile("[^\x00-\x7f]")
        text = pattern.sub(lambda found: _shown_in(found, encoding or "utf-8"), text)
    return text


def _code_of(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1].replace("\x7f", "\\u007f")


def _shown_in(found: re.Match[str], encoding: str) -> str:
    try:
        found[0].encode(encoding)
    except UnicodeEncodeError:
        return _code_of(found)
    return found[0]


class _Harmless(io.TextIOBase):
    """A stream that passes on what is harmless."""

    def __init__(self, to: TextIO) -> None:
        self._to = to

    def write(self, text: str) -> int:
        self._to.write(harmless(text, self._to.encoding))
        return len(text)

    def flush(self) -> None:
        self._to.flush()

    def isatty(self) -> bool:
        return self._to.isatty()


def speak(answer: Callable[[], int]) -> int:
    """Let a command print, and give its exit code; say in one sentence where that cannot be."""
    to: TextIO | None = sys.stdout
    if to is None:  # it was closed, and nothing that is printed goes anywhere
        return answer()
    try:
        with redirect_stdout(_Harmless(to)):
            code = answer()
        to.flush()
    except KeyboardInterrupt:
        _complain("stopped")
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough
        _forget(to)
        return 0
    except OSError as error:
        _forget(to)
        _complain(f"the answer could not be written: {error.strerror or error}")
        return 2
    return code


def _complain(what: str) -> None:
    sys.stderr.write(f"liftguard: {what}\n")


def _forget(to: TextIO) -> None:
    """Send what is not written yet to nowhere, or Python would complain of it once more."""
    with suppress(OSError):  # a stream that is no file keeps nothing
        os.dup2(os.open(os.devnull, os.O_WRONLY), to.fileno())
