"""
Objects in objects, to any depth, made rows: one for each set, with what stands around it.

A set is an object that says repetitions. What stands beside it in a list is a row as well, and
so is an exercise or a day without sets; lists that hold no set, such as muscles, are left aside.
The exercise is named by a key that says so, by the nearest name or title that is mostly a known
lift, or by the key that the sets stand under; so is the day. What an exercise says once holds
for its sets, what a day says of itself does not.

Reason to change: another way to nest sets, or to tell what the keys around them mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

from liftguard.importers.apps.nested_json import KEYED, field_in, is_part
from liftguard.importers.dates import is_date
from liftguard.importers.source import without_halves
from liftguard.lifts import find_lift

__all__ = ["Level", "Row", "rows_in"]

_LISTED = ("count", "load", "kg", "lb", "repetitions", "rpe", "rir", "target")
"""What an exercise may list for all its sets."""

_SAMPLE = 20  # keys that show whether keys are data
_Column = tuple[tuple[str, ...], list[str]]  # the keys that lead to a list, and its values
_PACKED = re.compile(r"\s*([0-9.,]+\s*(?:[A-Za-z]{1,8}\.?)?)\s*[x\u00d7*@]\s*([0-9]{1,4})\s*")


@attrs.frozen(eq=False)
class Level:
    """One object around a set, or the set: its values by the keys that lead to them."""

    cells: Mapping[tuple[str, ...], str]
    aside: Sequence[str] = ()  # keys of lists in which no set stands


@attrs.frozen
class Row:
    """A set, or what stands in its place, with the objects around it, the outermost first."""

    levels: tuple[Level, ...]
    is_bare: bool = False  # an exercise or a day without sets
    stray: str | None = None  # what stands where a set should, and is no object


_Step = Row | Iterator["_Step"]
"""A row, or a walk through what stands inside."""


class _Walk:
    """What is known of a file while it is walked through."""

    def __init__(self, data: object) -> None:
        self.lists: set[str] = set()  # keys under which lists of sets stand
        self._holds: dict[int, bool] = {}
        self._find_lists(data, "")

    def _find_lists(self, value: object, key: str) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                self._find_lists(one, name)
        elif isinstance(value, list):
            if any(isinstance(one, dict) and _is_set(one) for one in value):
                self.lists.add(key)
            for one in value:
                self._find_lists(one, key)

    def holds(self, value: object, key: str) -> bool:
        """Tell whether sets stand somewhere in a value."""
        if not isinstance(value, list | dict):
            return False
        known = self._holds.get(id(value))
        if known is None:
            known = self._holds[id(value)] = self._looked(value, key)
        return known

    def _looked(self, value: object, key: str) -> bool:
        if isinstance(value, list):
            listed = key in self.lists and any(isinstance(one, dict) for one in value)
            return listed or any(self.holds(one, key) for one in value)
        if not isinstance(value, dict):
            return False
        return _is_set(value) or any(self.holds(one, name) for name, one in value.items())

    def _children(self, node: dict[str, object]) -> list[tuple[str, object]]:
        """Give the values of an object in which sets stand, and those beside them that should."""
        found = [(name, one) for name, one in node.items() if self.holds(one, name)]
        found = [(name, one) for name, one in found if not _says_more(name, one)]
        if any(
            _is_data(name) for name, _ in found[:_SAMPLE]
        ):  # the other keys are days or lifts as well
            return [(name, one) for name, one in node.items() if _is_nested(one)]
        return found

    def rows(self, data: object) -> Iterator[Row]:
        """List the rows of a file in which sets stand."""
        walks: list[Iterator[_Step]] = [self._inside(data, "", ())]
        while walks:  # each goes on where the one that it led to has ended
            step = next(walks[-1], None)
            if step is None:
                walks.pop()
            elif isinstance(step, Row):
                yield step
            else:
                walks.append(step)

    def _inside(self, value: object, key: str, levels: tuple[Level, ...]) -> Iterator[_Step]:
        """Walk through a value in which sets stand."""
        if not value:  # a day or a lift with nothing in it
            yield Row(levels, is_bare=True)
            return
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, list):
                yield self._inside(one, key, levels)
            elif isinstance(one, dict):
                yield self._rows_of(one, key, levels)
            else:
                yield Row(levels, stray=_text(one))

    def _rows_of(
        self, node: dict[str, object], key: str, levels: tuple[Level, ...]
    ) -> Iterator[_Step]:
        children = self._children(node)
        names = {name for name, _ in children}
        own = {name: one for name, one in node.items() if name not in names}
        if children:
            here = (*levels, Level(_cells(own), _lists_in(own)))
            for name, one in children:
                yield self._inside(one, name, (*here, Level({(KEYED,): without_halves(name)})))
            return
        listed = _listed(own)
        cells = _cells(own)
        aside = [name for name in _lists_in(own) if name not in listed]
        bare = not (_is_set(node) or key in self.lists or _is_lift(key))
        columns = [column for several in listed.values() for column in several]
        for place in range(len(columns[0][1]) if columns else 1):
            each = {path: texts[place] for path, texts in columns}
            yield Row((*levels, Level({**cells, **each}, aside)), is_bare=bare)


def rows_in(data: object) -> Iterator[Row] | None:
    """List the rows of parsed JSON; None where no set is found in it."""
    walk = _Walk(data)
    return walk.rows(data) if walk.holds(data, "") else None


def _is_set(node: dict[str, object]) -> bool:
    """Tell whether an object says repetitions, itself or in what says more of it."""
    for name, one in node.items():
        if isinstance(one, list):
            if _is_flat(one) and field_in((name,)) in ("repetitions", "count"):
                return True
        elif isinstance(one, dict):
            if _says_more(name, one) and any(_is_reps((name, key)) for key in one):
                return True
        elif _is_reps((name,)):
            return True
    return False


def _is_reps(path: tuple[str, ...]) -> bool:
    return field_in(path) == "repetitions"


def _says_more(name: str, value: object) -> bool:
    """Tell an object such as {"value": 100, "unit": "kg"} that only says more of its key."""
    flat = isinstance(value, dict) and not any(map(_may_hold_sets, value.values()))
    return flat and is_part(name)


def _may_hold_sets(value: object) -> bool:
    """Tell an object, or a list in which sets or further objects stand."""
    if not isinstance(value, list):
        return isinstance(value, dict)
    inner = [one for one in value if isinstance(one, dict)]
    return any(isinstance(one, list) for one in value) or any(
        _is_set(one) or any(map(_may_hold_sets, one.values())) for one in inner
    )


@lru_cache(maxsize=4_096)
def _is_data(name: str) -> bool:
    """Tell a key that is a day or the name of a lift from one that says what stands there."""
    return is_date(name) or _is_lift(name)


def _is_lift(name: str) -> bool:
    return field_in((name,)) is None and bool(name.strip()) and find_lift(name).key is not None


def _is_nested(value: object) -> bool:
    """Tell an object, or a list of objects or of nothing."""
    if isinstance(value, list):
        return not value or any(isinstance(one, list | dict) for one in value)
    return isinstance(value, dict)


def _cells(node: dict[str, object], above: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    """Write the values of an object as text, those of the objects in it beside them."""
    cells: dict[tuple[str, ...], str] = {}
    for name, one in node.items():
        path = (*above, without_halves(name))
        if isinstance(one, dict):
            cells |= _cells(one, path)
        elif not isinstance(one, list):
            cells[path] = _text(one)
    return cells


def _lists_in(node: dict[str, object]) -> list[str]:
    """List the keys of lists, also in what only says more of a key."""
    return [
        name
        for key, one in node.items()
        for name in ([without_halves(key)] if isinstance(one, list) else _lists_below(one))
    ]


def _lists_below(value: object) -> list[str]:
    return _lists_in(value) if isinstance(value, dict) else []


def _listed(node: dict[str, object]) -> dict[str, list[_Column]]:
    """Part an object that lists repetitions or loads: the columns of each of its lists."""
    lists: dict[str, list[_Column]] = {}
    for name, one in node.items():
        if isinstance(one, list) and _is_flat(one) and field_in((name,)) in _LISTED:
            texts = [_text(each) for each in one]
            packed = field_in((name,)) == "count"
            lists[without_halves(name)] = (
                _unpacked(texts) if packed else [((without_halves(name),), texts)]
            )
    lengths = {len(texts) for columns in lists.values() for _, texts in columns}
    return lists if len(lengths) == 1 else {}


def _unpacked(sets: list[str]) -> list[_Column]:
    """Part sets such as "100x5" into loads and repetitions; mere numbers are repetitions."""
    parts = [_PACKED.fullmatch(text) for text in sets]
    pairs = [(part[1], part[2]) for part in parts if part is not None]
    if len(pairs) < len(sets):
        return [(("reps",), sets)]
    return [(("load",), [load for load, _ in pairs]), (("reps",), [reps for _, reps in pairs])]


def _is_flat(values: Sequence[object]) -> bool:
    return bool(values) and not any(isinstance(one, list | dict) for one in values)


def _text(value: object) -> str:
    return "" if value is None else without_halves(f"{value}")
