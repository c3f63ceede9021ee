"""What goes to a terminal: harmless, showable, and quiet where nobody reads it."""

import errno
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liftguard.command.terminal import harmless, speak

ENCODINGS = st.sampled_from(["utf-8", "cp1252", "ascii", "cp437", "shift_jis"])
ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT, ENCODINGS)
def test_whatever_is_said_can_be_shown(text, encoding):
    """It fits the encoding, and holds nothing that a terminal obeys but tabs and new lines."""
    said = harmless(text, encoding)
    said.encode(encoding)
    assert not [one for one in said if (ord(one) < 32 and one not in "\t\n") or one == "\x7f"]
    assert not {"\x9b", "\x9d", "\u202e", "\u2066"} & set(said)


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner)),
       ENCODINGS)  # fmt: skip
def test_json_stays_what_it_says(value, encoding):
    """A program reads back the same values, whatever the terminal can show."""
    assert json.loads(harmless(json.dumps(value, ensure_ascii=False), encoding)) == value


def test_what_can_be_shown_is_left_alone():
    """Names in many scripts stay where the terminal has them; else their code is shown."""
    assert harmless("Kniebeuge für 深蹲 😀", "utf-8") == "Kniebeuge für 深蹲 😀"
    assert harmless("für 深蹲", "cp1252") == "für \\u6df1\\u8e72"
    assert harmless("a\x1b]0;b\x07", "utf-8") == "a\\u001b]0;b\\u0007"


class Full(io.StringIO):
    """A disk without room, or a reader who has gone."""

    encoding = "utf-8"

    def __init__(self, number):
        super().__init__()
        self.number = number

    def write(self, text):
        raise OSError(self.number, text and "No space left")


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (errno.ENOSPC, 2, "liftguard: the answer could not be written: No space left\n"),
        (errno.EPIPE, 0, ""),
    ],
)
def test_a_full_disk_is_said_and_a_closed_pipe_is_not(monkeypatch, capsys, number, code, said):
    monkeypatch.setattr(sys, "stdout", Full(number))
    assert speak(lambda: print("an answer") or 0) == code
    assert capsys.readouterr().err == said


def test_stopping_is_one_sentence(capsys):
    """Ctrl-C ends with the code that shells know it by."""

    def long_work():
        raise KeyboardInterrupt

    assert speak(long_work) == 130
    assert capsys.readouterr().err == "liftguard: stopped\n"


def test_without_an_output_it_still_ends(monkeypatch):
    """A shell may close it; what is printed then goes nowhere."""
    monkeypatch.setattr(sys, "stdout", None)
    assert speak(lambda: print("an answer") or 0) == 0
