"""
The stored form: versioned JSON of everything that a host keeps or sends.

A text holds the name of the type, the number of the schema, the version of the model and
the value with all its fields. Values are read back by the annotations of their class,
through its own checks; a field that is missing has its default. Floats keep every bit.

Reason to change: the schema, which then gets a new number and a migration.
"""

from __future__ import annotations

import enum
import functools
import json
import math
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar, overload

import attrs

from liftguard.errors import LiftguardError, UnreadableStore
from liftguard.judge.plan import PlanCheck
from liftguard.judge.policy import Policy
from liftguard.judge.suggestion import Bests, Next, Suggestion
from liftguard.judge.verdict import Advice, Step, Verdict
from liftguard.model.forecast import Forecast
from liftguard.model.params import MODEL_VERSION, Params
from liftguard.model.sound import check_sound
from liftguard.model.state import AthleteState
from liftguard.records import (
    Bodyweight,
    History,
    LoggedSet,
    Mobility,
    Moved,
    Movement,
    Pain,
    PlannedSession,
    PlannedSet,
    Plates,
    Profile,
    Readiness,
    Rising,
    Stillness,
)
from liftguard.review.finding import Finding
from liftguard.review.log_check import Doubt
from liftguard.review.patterns import Patterns

__all__ = ["SCHEMA", "dumps", "loads", "plain"]

SCHEMA = 3
"""Number of the stored form. 2 keeps fatigue, readiness and pain in a state, 3 the bests that
stand unbeaten and the last times of a lift, and writes runs of zeros short."""

_STORED = {
    kind.__name__: kind
    for kind in (
        Advice, AthleteState, Bests, Bodyweight, Doubt, Finding, Forecast, History, LoggedSet,
        Mobility, Moved, Movement, Next, Pain, Params, Patterns, PlanCheck, PlannedSession,
        PlannedSet, Plates, Policy, Profile, Readiness, Rising, Stillness, Suggestion, Verdict,
    )
}  # fmt: skip

_OLDER_SCHEMAS = (1, 2)
"""Which are read: fields were only added since, and have their defaults."""

_OF_THE_MODEL = (AthleteState, Forecast, Params, Verdict)
"""What the model made or is made of, which is not read of schema 1."""

_OF_ONE_MODEL = {
    AthleteState: "replay the history",
    Params: "begin with Params() and fit again",
}
"""What another version of the model cannot go on with, and what to do instead."""

_SHORTEST_RUN, _LONGEST_RUN = 2, 1000  # of zeros that are written as their count
_BEFORE_THE_CHOICE = (Step,)
"""Written without its type while nothing else could stand there."""

_T = TypeVar("_T")
_Reader = Callable[[Any, str], Any]


def dumps(value: object) -> str:
    """
    Write a value as versioned JSON.

    Parameters
    ----------
    value : AthleteState, Verdict, Advice, History, an entry, a plan, Params or Policy
        What to store or send; of several, as `Guard.check_log` and `next_session` give them,
        each by itself.

    Returns
    -------
    str
        One line.

    Raises
    ------
    UnreadableStore
        When the value is of a type that has no stored form.

    Examples
    --------
    >>> from liftguard.records import Rising
    >>> text = dumps(Rising(at=datetime(2026, 1, 5, 7)))
    >>> loads(text, expect=Rising).at.hour
    7
    """
    name = type(value).__name__
    if _STORED.get(name) is not type(value):
        raise UnreadableStore(
            where="dumps",
            got=type(value).__name__,
            wanted="one of " + ", ".join(_STORED),
            hint="[dumps(one) for one in values]" * isinstance(value, list | tuple),
        )
    envelope = {
        "liftguard": name,
        "schema": SCHEMA,
        "model_version": MODEL_VERSION,
        "value": plain(value),
    }
    return json.dumps(envelope, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@overload
def loads(text: str | bytes) -> AthleteState: ...


@overload
def loads(text: str | bytes, expect: type[_T]) -> _T: ...


def loads(text: str | bytes, expect: type[Any] = AthleteState) -> Any:
    """
    Read a value back.

    Parameters
    ----------
    text : str or bytes
        What `dumps` wrote.
    expect : type
        The type that must come out.

    Returns
    -------
    expect
        The same value.

    Raises
    ------
    UnreadableStore
        When the text is not JSON of ours, holds another type, has a schema that this
        version does not know, is a state or Params of another version of the model, or a
        state whose numbers no log can lead to.

    Examples
    --------
    >>> loads('{"liftguard":"Policy","schema":1,"value":{}}', expect=Policy) == Policy()
    True
    """
    if _STORED.get(getattr(expect, "__name__", "")) is not expect:
        raise UnreadableStore(
            where="loads expect", got=expect, wanted="one of " + ", ".join(_STORED)
        )
    envelope = _envelope(text)
    if envelope.get("liftguard") != expect.__name__:
        name = envelope.get("liftguard")
        hint = f"loads(text, expect={name}) reads it." if str(name) in _STORED else ""
        raise UnreadableStore(
            where="loads", got=name, wanted=f"a stored {expect.__name__}", hint=hint
        )
    _check_version(envelope, expect)
    try:
        value = _read(envelope.get("value"), expect, expect.__name__)
        if isinstance(value, AthleteState):
            check_sound(value)
    except UnreadableStore:
        raise
    except LiftguardError as error:
        raise UnreadableStore(
            where=f"loads, {error.where}", got=error.got, wanted=error.wanted, hint=error.hint
        ) from error
    return value


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """
    Turn a value into what JSON can hold.

    Parameters
    ----------
    value : object
        Any value of ours.

    Returns
    -------
    object
        Dicts, lists, text, numbers, None.

    Examples
    --------
    >>> plain(Plates(bar_kg=20, pairs_kg=(5,)))
    {'bar_kg': 20.0, 'pairs_kg': [5.0]}
    """
    if isinstance(value, enum.Enum):
        return value.name
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return _array(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    kind: Any = type(value)
    hints = _hints(kind)
    return {name: _tagged(getattr(value, name), hints[name]) for name in _names(kind)}


def _array(value: tuple[Any, ...]) -> list[Any]:
    """Write a tuple: a named one by position, a table of numbers without its runs of zeros."""
    if type(value) is tuple and value and all(type(one) is float for one in value):
        return _with_runs([_short(one) for one in value])
    return [_short(one) if type(one) is float else plain(one) for one in _without_end(value)]


def _without_end(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Leave out the last fields of a named tuple that nothing was recorded for."""
    defaults, end = getattr(value, "_field_defaults", {}), len(value)
    for name in reversed(defaults):
        if not any(value[end - 1] is nothing for nothing in (None, False, ())):
            break
        if value[end - 1] is not defaults[name]:
            break
        end -= 1
    return value[:end]


def _with_runs(numbers: list[float | int]) -> list[Any]:
    """Write a run of zeros as their count in an array of its own: most of a table is empty."""
    short: list[Any] = []
    for is_zero, some in groupby(numbers, key=lambda one: type(one) is int and one == 0):
        run = list(some)
        short += [[len(run)]] if is_zero and len(run) > _SHORTEST_RUN else run
    return short


def _without_runs(held: list[Any]) -> list[Any]:
    """Turn that round; no table of ours is as long as a made-up count could be."""
    numbers: list[Any] = []
    for one in held:
        is_run = type(one) is list and len(one) == 1 and type(one[0]) is int
        numbers += [0] * min(one[0], _LONGEST_RUN) if is_run else [one]
    return numbers


def _short(number: float) -> float | int:
    """Write a whole number of a list without ".0": half of what a table of counts takes."""
    whole = number.is_integer() and abs(number) < 2**53
    return int(number) if whole and math.copysign(1.0, number) > 0.0 else number


def _tagged(value: object, hint: object) -> Any:  # noqa: ANN401
    """Write a value, with the name of its type where the hint leaves a choice of ours."""
    if isinstance(value, tuple) and typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return [_tagged(one, inner[0]) for one in value]
    if len(_choices(hint)) > 1 and attrs.has(type(value)):
        return {"type": type(value).__name__, **plain(value)}
    return plain(value)


def _envelope(text: str | bytes) -> dict[str, Any]:
    try:
        envelope = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableStore(
            where="loads", got=text, wanted="JSON that dumps wrote", hint=str(error)[:80]
        ) from error
    if not isinstance(envelope, dict) or "liftguard" not in envelope:
        raise UnreadableStore(where="loads", got=text, wanted="JSON that dumps wrote")
    return envelope


def _check_version(envelope: dict[str, Any], kind: type) -> None:
    """Refuse a schema that is not read, and what belongs to another version of the model."""
    schema, model = envelope.get("schema"), envelope.get("model_version")
    older = _OLDER_SCHEMAS[1:] if kind in _OF_THE_MODEL else _OLDER_SCHEMAS
    if schema != SCHEMA and schema not in older:
        raise UnreadableStore(
            where="loads schema",
            got=schema,
            wanted=f"schema {SCHEMA}",
            hint="It was stored by another version: update liftguard, or "
            f"{_OF_ONE_MODEL.get(kind, 'replay the history and ask again')}.",
        )
    if kind in _OF_ONE_MODEL and model != MODEL_VERSION:
        raise UnreadableStore(
            where="loads model_version",
            got=model,
            wanted=MODEL_VERSION,
            hint="It belongs to another version of the model: update liftguard, or "
            f"{_OF_ONE_MODEL[kind]}.",
        )


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a class
    return typing.get_type_hints(kind)


@functools.cache
def _hints_in_order(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a class
    return tuple(_hints(kind).values())


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class
    return tuple(field.name for field in attrs.fields(kind))


def _choices(hint: object) -> list[type]:
    """List the classes of ours that a hint allows."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return [one for one in typing.get_args(hint) if attrs.has(one)]
    return [hint] if isinstance(hint, type) and attrs.has(hint) else []


def _read(value: Any, hint: Any, where: str) -> Any:  # noqa: ANN401
    """Read a plain value as what the hint says."""
    return _reader(hint)(value, where)


@functools.cache
def _reader(hint: Any) -> _Reader:  # noqa: ANN401
    """Find how a value is read as a hint says, once for each: a state holds thousands."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _reader_of_choice(hint, inner)
    if origin is tuple:
        return _reader_of_tuple(inner)
    if origin in (Mapping, types.MappingProxyType):
        return functools.partial(_read_mapping, inner[1])
    if hint in (Any, float):  # a number, of the kernel or not
        return _read_number
    return functools.partial(_of_class(hint), hint)


def _of_class(hint: Any) -> Callable[[Any, Any, str], Any]:  # noqa: ANN401
    if isinstance(hint, type) and attrs.has(hint):
        return _read_fields
    if hint is Advice:
        return _read_advice
    return _read_named if isinstance(hint, type) and issubclass(hint, tuple) else _read_simple


def _reader_of_choice(hint: Any, inner: tuple[Any, ...]) -> _Reader:  # noqa: ANN401
    others = [one for one in inner if one is not type(None)]
    kinds = _choices(hint)
    only = _reader(others[0]) if len(kinds) < 2 else functools.partial(_read_one_of, kinds)
    return functools.partial(_read_unless_none, only) if len(others) < len(inner) else only


def _reader_of_tuple(inner: tuple[Any, ...]) -> _Reader:
    if len(inner) != 2 or inner[1] is not Ellipsis:
        return functools.partial(_read_each, inner)
    if inner[0] in (Any, float):
        return _read_numbers
    return functools.partial(_read_alike, inner[0])


def _read_unless_none(read: _Reader, value: Any, where: str) -> Any:  # noqa: ANN401
    return None if value is None else read(value, where)


def _read_one_of(kinds: Sequence[type], value: Any, where: str) -> object:  # noqa: ANN401
    """Read one of several classes by its tag."""
    held = dict(_held(value, dict, where))
    name = held.pop("type", None)
    for kind in kinds:
        if kind.__name__ == name or (name is None and kind in _BEFORE_THE_CHOICE):
            return _read_fields(kind, held, where)
    names = ", ".join(kind.__name__ for kind in kinds)
    raise UnreadableStore(where=f"loads, {where}.type", got=name, wanted=f"one of {names}")


def _read_mapping(hint: Any, value: Any, where: str) -> dict[str, Any]:  # noqa: ANN401
    read = _reader(hint)
    return {key: read(one, f"{where}.{key}") for key, one in _held(value, dict, where).items()}


def _read_each(hints: Sequence[Any], value: Any, where: str) -> tuple[Any, ...]:  # noqa: ANN401
    """Read a tuple whose values have a hint each."""
    held = _held(value, list, where)
    if len(held) != len(hints):
        raise UnreadableStore(where=f"loads, {where}", got=held, wanted=f"{len(hints)} values")
    return tuple([_reader(hint)(one, where) for one, hint in zip(held, hints, strict=True)])


def _read_alike(hint: Any, value: Any, where: str) -> tuple[Any, ...]:  # noqa: ANN401
    read = _reader(hint)
    return tuple([read(one, where) for one in _held(value, list, where)])


def _read_numbers(value: Any, where: str) -> tuple[float, ...]:  # noqa: ANN401
    """Read a table of numbers, without its runs of zeros."""
    held = _without_runs(_held(value, list, where))
    return tuple([_read_number(one, where) for one in held])


def _read_number(value: Any, where: str) -> float:  # noqa: ANN401
    if type(value) is int and abs(value) < 2**1000:
        return float(value)
    if type(value) is float and math.isfinite(value):
        return value
    raise _unheld(value, float, where)


def _read_advice(_: object, value: Any, where: str) -> Advice:  # noqa: ANN401
    return Advice(_read_alike(Step, value, where))


def _read_named(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401 - a NamedTuple
    """Read a named tuple, whose last fields may be left out where they have defaults."""
    hints, held = _hints_in_order(kind), _held(value, list, where)
    if len(held) < len(hints):
        least = len(hints) - len(kind._field_defaults)
        hints = hints[: max(len(held), least)]
    return kind(*_read_each(hints, held, where))


def _read_fields(kind: type, value: Any, where: str) -> object:  # noqa: ANN401
    held, hints = _held(value, dict, where), _hints(kind)
    names = {field.name: field for field in attrs.fields(kind) if field.init}
    unknown = sorted(set(held) - set(names))
    missing = [n for n, f in names.items() if f.default is attrs.NOTHING and n not in held]
    if unknown or missing:
        got = f"unknown {unknown}" if unknown else f"without {missing}"
        raise UnreadableStore(
            where=f"loads, {where}", got=got, wanted=f"the fields of {kind.__name__}"
        )
    return kind(**{name: _read(one, hints[name], f"{where}.{name}") for name, one in held.items()})


def _read_simple(hint: Any, value: Any, where: str) -> Any:  # noqa: ANN401
    if hint is datetime:
        try:
            return datetime.fromisoformat(_held(value, str, where))
        except ValueError as error:
            raise UnreadableStore(
                where=f"loads, {where}", got=value, wanted="an ISO 8601 date and time"
            ) from error
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        if not isinstance(value, str) or value not in hint.__members__:
            names = ", ".join(hint.__members__)
            raise UnreadableStore(where=f"loads, {where}", got=value, wanted=f"one of {names}")
        return hint[value]
    if typing.get_origin(hint) is typing.Literal:  # the value that holds it checks the word
        hint = str
    return _held(value, hint, where)


def _held(value: Any, kind: type, where: str) -> Any:  # noqa: ANN401
    """Refuse a value that is not of a plain kind."""
    if type(value) is not kind:
        raise _unheld(value, kind, where)
    return value


def _unheld(value: object, kind: type, where: str) -> UnreadableStore:
    return UnreadableStore(where=f"loads, {where}", got=value, wanted=f"a {kind.__name__}")
