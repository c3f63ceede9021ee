"""Errors as data: where, got, wanted, hint."""

import pickle

import pytest

import liftguard as lg

KINDS = [
    lg.LiftguardError,
    lg.InvalidValue,
    lg.UnreadableLog,
    lg.UnreadableStore,
    lg.WrongOrder,
]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_a_value_error(kind):
    """Each is a LiftguardError and a ValueError, so a host may catch either."""
    assert issubclass(kind, lg.LiftguardError)
    assert issubclass(kind, ValueError)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_its_four_parts(kind):
    """The message is where, got, wanted and hint, in that order, and so are the attributes."""
    error = kind(where="row 41, column 'rpe'", got="11", wanted="6 to 10", hint="Is it RIR?")
    assert str(error) == "row 41, column 'rpe': got '11', wanted 6 to 10. Is it RIR?"
    assert (error.where, error.got, error.wanted, error.hint) == (
        "row 41, column 'rpe'",
        "11",
        "6 to 10",
        "Is it RIR?",
    )


def test_an_error_without_a_hint_ends_there():
    """No hint, no full stop."""
    assert str(lg.InvalidValue(where="a", got=1, wanted="b")) == "a: got 1, wanted b"


def test_what_was_got_is_kept_short():
    """A long value is cut in the message and whole in the attribute."""
    error = lg.InvalidValue(where="a", got="x" * 500, wanted="b")
    assert len(str(error)) < 120
    assert error.got == "x" * 500


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_survives_pickling(kind):
    """An error from another process has its type and its parts."""
    error = kind(where="a", got=[1], wanted="b", hint="c")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert (str(again), again.got, again.hint) == (str(error), [1], "c")
