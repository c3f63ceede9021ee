"""Errors as data: where, got, wanted, hint."""

import pickle
from datetime import date, datetime

import numpy as np
import pandas as pd
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


AT = datetime(2026, 1, 5, 18)
GUARD = lg.Guard()
STATE = GUARD.start()
SQUAT = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
DONE = lg.LoggedSet(lift="squat", at=AT, load_kg=100, reps=5)


@pytest.mark.parametrize(
    ("slip", "hint"),
    [
        (lambda: GUARD.check(STATE, SQUAT, at="2026-01-05T18:00"), "datetime.fromisoformat(text)"),
        (lambda: lg.Rising(at="2026-01-05"), "datetime.fromisoformat(text)"),
        (lambda: lg.Rising(at=date(2026, 1, 5)), "at_known_to='day'"),
        (lambda: lg.Rising(at=np.datetime64("2026-01-05")), "lg.fleet.moment_of(at)"),
        (lambda: lg.Rising(at=1_767_600_000), "datetime.fromtimestamp(seconds, UTC)"),
        (lambda: GUARD.check(lg.dumps(STATE), SQUAT, at=AT), "loads(text)"),
        (lambda: GUARD.check(GUARD.replay(lg.History()), SQUAT, at=AT), "track.state"),
        (lambda: GUARD.check(STATE, [SQUAT], at=AT), "guard.check_plan"),
        (lambda: lg.loads(lg.dumps(DONE)), "loads(text, expect=LoggedSet)"),
        (lambda: lg.Guard(lg.Policy()), "Guard(policy=...)"),
        (lambda: lg.Guard(policy=lg.Params()), "Guard(params=...)"),
        (lambda: lg.Mobility(at=AT, minutes=5, regions="low_back"), "One alone is ('low_back',)."),
        (lambda: lg.PlannedSession(at=AT, sets="squat"), "One alone is ('squat',)."),
    ],
)
def test_the_hint_is_the_way_on(slip, hint):
    """What was passed is nearly right, and the hint names the call that makes it so."""
    with pytest.raises(lg.LiftguardError) as caught:
        slip()
    assert hint in caught.value.hint


def test_a_hint_of_another_kind_is_not_made_up():
    """What nothing makes a datetime of has no hint."""
    for at in (None, pd.NaT, DONE):
        with pytest.raises(lg.InvalidValue) as caught:
            lg.Rising(at=at)
        assert caught.value.hint == ""
