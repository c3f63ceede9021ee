"""
The contract of entries: what holds of everything that a history takes, and of every plan.

A new kind comes under it by standing in `Entry`, or among the plans; it needs its fields in
`strategies.FIELDS`, from which the claims draw, and its name in `History` and in the stored form.
"""

import functools
import inspect
import json
import math
import types
import typing
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs
import pandas as pd
import pytest
import strategies as own
from hypothesis import find, given, settings
from hypothesis import strategies as st

import liftguard as lg
from liftguard.records import plans

ENTRIES = typing.get_args(lg.Entry)
PLANS = tuple(getattr(plans, name) for name in plans.__all__)
KINDS = (*ENTRIES, *PLANS)

entries_alone = pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.__name__)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
few = settings(max_examples=settings().max_examples // 3)


def maker_of(kind):
    """Give the values of a kind; a kind without a maker is no part of the suite yet."""
    assert kind in own.FIELDS, (
        f"nobody draws a {kind.__name__}: add its fields to FIELDS in tests/strategies.py"
    )
    return own.values_of(kind)


@functools.cache
def plainest(kind):
    """Give the fields of the simplest value of a kind."""
    maker_of(kind)
    return find(own.FIELDS[kind], lambda _: True, settings=settings(database=None))


def alike(one, other):
    """Tell whether two values have the same fields."""
    return attrs.asdict(one, recurse=False) == attrs.asdict(other, recurse=False)


# --- what a value is


@every_kind
def test_it_is_drawn(kind):
    """The strategies know the kind, and give no field that it has not."""
    maker_of(kind)
    assert set(plainest(kind)) <= {field.name for field in attrs.fields(kind)}


@every_kind
def test_its_fields_are_named(kind):
    """No field is given by its place."""
    parameters = inspect.signature(kind).parameters.values()
    assert {one.kind for one in parameters} == {inspect.Parameter.KEYWORD_ONLY}


@every_kind
@few
@given(data=st.data())
def test_it_cannot_be_changed(kind, data):
    """No field can be set or taken away, and none can be added."""
    value = data.draw(maker_of(kind))
    for field in attrs.fields(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, field.name)
    with pytest.raises(AttributeError):
        value.other = None
    for field in attrs.fields(kind):
        assert not isinstance(getattr(value, field.name), list | dict | set)


@every_kind
@few
@given(data=st.data())
def test_it_is_equal_by_value(kind, data):
    """The same fields make the same value, in a set too; another field makes another."""
    fields = data.draw(own.FIELDS[kind])
    value, again, other = kind(**fields), kind(**fields), data.draw(maker_of(kind))
    assert value == again
    assert len({value, again}) == 1
    assert (value == other) == alike(value, other)
    assert value != fields


@every_kind
@few
@given(data=st.data())
def test_it_shows_its_fields(kind, data):
    """A notebook prints its name, and each field with what it holds."""
    value = data.draw(maker_of(kind))
    shown = repr(value)
    assert shown.startswith(f"{kind.__name__}(")
    for field in attrs.fields(kind):
        assert f"{field.name}={getattr(value, field.name)!r}" in shown


# --- what it refuses

NO_NUMBERS = (True, "5", b"5", [5.0], math.nan, math.inf, -math.inf, 1j, 10**400)
WRONG = {
    float: NO_NUMBERS,
    int: (*NO_NUMBERS, 2.5),
    bool: (None, 0, 1, "yes", "", math.nan, []),
    str: (True, 5, math.nan, b"squat", ["squat"]),
    datetime: (
        *(None, True, 0, 45_000.0, "2026-01-05", math.nan, pd.NaT),
        *(date(2026, 1, 5), time(18), timedelta(days=1)),
        *(datetime(1949, 12, 31), datetime(2201, 1, 1, tzinfo=UTC)),
    ),
    tuple: (None, True, 5, math.nan, "nonsense", (True,), (None,), ("nonsense",), (math.nan,)),
}
WRONG[typing.Literal] = (*WRONG[str], "nonsense")
"""What is no value of a type, whichever field it stands in."""


def wrong_values():
    """List each field of each kind with what it must refuse."""
    for kind in KINDS:
        for name, hint in typing.get_type_hints(kind).items():
            union = typing.get_origin(hint) in (types.UnionType, typing.Union)
            choices = typing.get_args(hint) if union else (hint,)
            (held,) = (one for one in choices if one is not types.NoneType)
            held = typing.get_origin(held) or held
            assert held in WRONG, f"say in WRONG what {kind.__name__}.{name} must refuse"
            missing = () if union or None in WRONG[held] else (None,)
            for wrong in (*WRONG[held], *missing):
                called = f"{kind.__name__}-{name}-{type(wrong).__name__} {wrong!r:.12}"
                yield pytest.param(kind, name, wrong, id=called)


def shows(got, wrong):
    """Tell whether an error holds what was given, or the one of several that was wrong."""
    several = wrong if isinstance(wrong, str | tuple) else ()
    spelled = wrong.isoformat() if isinstance(wrong, datetime) and wrong is not pd.NaT else wrong
    return any(repr(got) == repr(one) for one in (wrong, spelled, *several))


@pytest.mark.parametrize("disabled", [False, True], ids=["", "validators off"])
@pytest.mark.parametrize(("kind", "name", "wrong"), list(wrong_values()))
def test_nonsense_is_refused(kind, name, wrong, disabled):
    """The error names the field, what it got and what it wanted, whatever attrs is told."""
    fields = plainest(kind) | {name: wrong}
    attrs.validators.set_disabled(disabled)
    try:
        with pytest.raises(lg.LiftguardError) as caught:
            kind(**fields)
    finally:
        attrs.validators.set_disabled(False)
    error = caught.value
    assert isinstance(error, ValueError)
    assert error.where == f"{kind.__name__}.{name}"
    assert shows(error.got, wrong)
    assert error.wanted
    assert str(error).startswith(f"{error.where}: got ")


@every_kind
def test_wall_clock_and_instants_do_not_mix_in_it(kind):
    """Where a kind has two moments, both are of one kind of time."""
    hints = typing.get_type_hints(kind)
    moments = [name for name, hint in hints.items() if hint is datetime]
    fields = plainest(kind)
    for name in moments[1:]:
        mixed = fields | {name: fields[name].replace(tzinfo=UTC)}
        with pytest.raises(lg.LiftguardError) as caught:
            kind(**mixed)
        assert caught.value.where == f"{kind.__name__}.{name}"
        assert "time" in caught.value.wanted


# --- what is done with it


@every_kind
@few
@given(data=st.data())
def test_its_stored_form_is_the_same_value(kind, data):
    """As JSON, alone and in a history, it keeps every bit."""
    value = data.draw(maker_of(kind))
    text = lg.dumps(value)
    assert json.loads(text)["liftguard"] == kind.__name__
    assert lg.loads(text, expect=kind) == value
    assert lg.dumps(lg.loads(text, expect=kind)) == text
    if kind in ENTRIES:
        history = lg.History([value])
        assert lg.loads(lg.dumps(history), expect=lg.History) == history


@every_kind
@pytest.mark.parametrize("zone", [None, "Europe/Berlin"])
def test_a_timestamp_of_pandas_is_a_datetime_in_it(kind, zone):
    """Its moments are Python's, to the microsecond and with their zone, and stored as such."""
    stamp = pd.Timestamp("2026-01-05 18:00:00.123456789", tz=zone)
    tzinfo = ZoneInfo(zone) if zone else None
    moments = {name: stamp for name in ("at", "start", "end") if name in attrs.fields_dict(kind)}
    one = kind(**plainest(kind) | moments)
    for name in moments:
        value = getattr(one, name)
        assert type(value) is datetime
        assert value == datetime(2026, 1, 5, 18, 0, 0, 123456, tzinfo=tzinfo)
        assert value.utcoffset() == stamp.utcoffset()
    assert lg.loads(lg.dumps(one), expect=kind) == one


@entries_alone
@few
@given(data=st.data())
def test_a_data_frame_holds_it(kind, data):
    """It comes back from a table, with the entries around it."""
    value = data.draw(maker_of(kind))
    beside = lg.Rising(at=value.at)
    history = lg.History([value, beside])
    assert lg.History.from_frame(history.to_frame()) == history


@entries_alone
@few
@given(data=st.data())
def test_a_history_puts_it_in_order(kind, data):
    """Entries of the kind come out by time; those of one moment keep their order."""
    first = data.draw(maker_of(kind))
    days = data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=5))
    plain = first if kind is not lg.LoggedSet else attrs.evolve(first, id=None)
    moved = [own.at_moment(plain, plain.at + timedelta(days=day)) for day in days]
    history = lg.History(moved)
    assert len(history) == len(days)
    assert [one.at for one in history] == [plain.at + timedelta(days=day) for day in sorted(days)]
    ordered = sorted(range(len(days)), key=days.__getitem__)
    assert all(one is moved[place] for one, place in zip(history, ordered, strict=True))


@entries_alone
@few
@given(data=st.data())
def test_a_fresh_state_learns_it(kind, data):
    """It may be the first thing that is known of an athlete, as a history of one has it."""
    value = data.draw(maker_of(kind))
    fresh = own.GUARD.start()
    state = own.GUARD.learn(fresh, value)
    assert fresh == own.GUARD.start()
    assert state.at == value.at
    assert state == own.GUARD.replay(lg.History([value])).state
    assert lg.loads(lg.dumps(state)) == state


def other_time(value):
    """Give a moment of the other kind of time."""
    return value.at.replace(tzinfo=UTC if value.at.tzinfo is None else None) + timedelta(days=1)


@entries_alone
@few
@given(data=st.data())
def test_wall_clock_and_instants_do_not_mix_around_it(kind, data):
    """Neither a history nor a state takes both."""
    value = data.draw(maker_of(kind))
    later = lg.Rising(at=other_time(value))
    with pytest.raises(lg.LiftguardError, match="time"):
        lg.History([value, later])
    state = own.GUARD.learn(own.GUARD.start(), value)
    with pytest.raises(lg.LiftguardError, match="time"):
        own.GUARD.learn(state, later)
