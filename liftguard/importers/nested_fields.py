"""
What the keys around nested sets mean, and the records of a log that they give.

A value is found by its key and by how far above the set it stands, so that the name of an
exercise and that of a day are told apart. Of several that mean the same the nearest counts.

Reason to change: a key means something else where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from liftguard.importers.app import Records
from liftguard.importers.apps.nested_json import DONE, KEYED, NESTED, field_in, words_of
from liftguard.importers.cells import is_number
from liftguard.importers.dates import is_date
from liftguard.importers.dicts_and_frames import refuse_too_wide
from liftguard.importers.nested import Level, Row
from liftguard.importers.outcome_columns import OUTCOME_FIELDS
from liftguard.importers.people import is_of_people, refuse_several_people
from liftguard.importers.recognise import Fit, row_fits
from liftguard.importers.table import Table
from liftguard.lifts import find_lift
from liftguard.phrase import Phrase
from liftguard.records import Problem, Skipped

__all__ = ["WITHOUT_SETS", "Keys"]

WITHOUT_SETS = Phrase("without sets")

Group = tuple[tuple[str, ...], int]
"""The keys that lead to a value, and how many levels above the set it stands."""

_OF_A_SET = frozenset((*OUTCOME_FIELDS, "kind", "warm", "set_index", "skipped", "rest"))
_OF_AN_EXERCISE = frozenset(
    (
        *("load", "kg", "lb", "assist", "repetitions", "count", "target"),
        *("rpe", "rir", "velocity", "seconds", "distance", "implement"),
    )
)
_NAMES = ("title", "name", "label")
_OF_WHOM = (["id"], ["uid"], ["uuid"], ["name"], ["email"], ["key"])  # what tells one person
_UNITS = {"metric": "kg", "imperial": "lb"}
_TIMED = ("time", "timed", "seconds", "duration", "distance")
_WARM = re.compile(r"warm.?up|aufw\u00e4rm", re.IGNORECASE)
_TRUE = ("true", "1", "yes")
_SAMPLE = 200  # distinct values that show what a key holds
_MOSTLY, _KNOWN = 0.5, 0.3  # shares of them that are dates or numbers, and known lifts
_FIRST = 60  # rows that show how well they fit


class Keys:
    """The rows of nested objects, their values by key and height, and what these mean."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._values: dict[Group, dict[str, None]] = {}  # distinct ones, in order
        self._aside: dict[str, None] = {}  # keys of lists without sets
        seen: set[tuple[int, int]] = set()
        for row in rows:
            if row.is_bare or row.stray is not None:
                continue
            for height, level in enumerate(reversed(row.levels)):
                if (id(level), height) not in seen:
                    seen.add((id(level), height))
                    self._note(level.cells, height)
                    self._aside.update(dict.fromkeys(level.aside))
        self._refuse_several_people()
        lift = self._lift()
        self.groups = self._meanings(lift) if lift is not None else {}
        self._own = [
            (field, path)
            for field, found in self.groups.items()
            for path, height in reversed(found)
            if height == 0
        ]
        self._above: tuple[tuple[Level, ...], dict[str, str]] = (), {}

    def _note(self, cells: Mapping[tuple[str, ...], str], height: int) -> None:
        for path, text in cells.items():
            held = self._values.setdefault((path, height), {})
            if len(held) < _SAMPLE and text.strip():
                held[text] = None

    def _refuse_several_people(self) -> None:
        """Refuse the sets of several lifters, whom a key that is called after people names."""
        for group, held in self._values.items():
            path, name = group[0], " ".join(group[0])
            if is_of_people(name) and (len(path) == 1 or words_of(path[-1])[-1:] in _OF_WHOM):
                refuse_several_people(list(held), _name(group))

    @property
    def lacking(self) -> list[str]:
        """Our words for what no key tells, without which there is no set."""
        return [need for need in NESTED.needs if need not in self.groups]

    @property
    def names(self) -> list[str]:
        """The keys of the file."""
        return list(dict.fromkeys(_name(group) for group in self._values if group[0] != (KEYED,)))

    def _share(self, group: Group, holds: Callable[[str], bool]) -> float:
        """Give the share of the distinct values of a key that hold something."""
        held = self._values[group]
        return sum(map(holds, held)) / len(held) if held else 0.0

    def _lift(self) -> Group | None:
        """Find what names the exercise."""
        told = [group for group in self._values if field_in(group[0]) == "lift"]
        told = [group for group in told if not _is_bare_name(group[0])]
        told = [group for group in told if self._share(group, is_number) < _MOSTLY]
        if told:
            return min(told, key=lambda group: (group[1], group[0][-1] == "id", _rank(group[0])))
        named = [group for group in self._values if self._may_name(group)]
        shares = {group: self._share(group, _is_lift) for group in named}
        known = [group for group in named if shares[group] >= _KNOWN]
        if known:
            return max(known, key=lambda group: (shares[group], -group[1]))
        named = [group for group in named if group[0] != (KEYED,)]
        return min(named, key=lambda group: (group[1] == 0, group[1]), default=None)

    def _may_name(self, group: Group) -> bool:
        """Tell whether a key may hold the name of an exercise."""
        path, texts = group[0], self._values[group]
        words = path == (KEYED,) or _is_bare_name(path)
        return words and bool(texts) and not any(is_number(one) or is_date(one) for one in texts)

    def _days(self) -> list[Group]:
        """Find what tells the day, the likeliest first: its begin, a key, what came later."""
        found: list[tuple[int, int, Group]] = []
        for group in self._values:
            path, height = group
            field = None if path == (KEYED,) else field_in(path)
            told = path == (KEYED,) or field in ("when", "late")
            if told and self._share(group, is_date) >= _MOSTLY:
                found.append(({"when": 0, None: 1}.get(field, 2), height, group))
        return [group for *_, group in sorted(found)]

    def _meanings(self, lift: Group) -> dict[str, list[Group]]:
        """Sort the keys by our words, of each the nearest first."""
        groups: dict[str, list[Group]] = {"lift": [lift], "when": self._days()}
        for group in self._values:
            field = self._field_of(group, lift)
            if field is not None:
                groups.setdefault(field, []).append(group)
        day = groups["when"][0][1] if groups["when"] else lift[1]
        for field, found in groups.items():
            if field == "title":  # that of the workout, and not of a part of it
                found.sort(key=lambda group: (abs(group[1] - day), group[1]))
            elif field not in ("lift", "when"):
                found.sort(key=lambda group: (group[1], not _is_done(group[0]), _rank(group[0])))
        reps = groups.get("repetitions", [])
        if len(reps) > 1 and _is_done(reps[0][0]) and not _is_done(reps[1][0]):
            # What stands beside those that were done was meant, and is no set where none were.
            groups["repetitions"] = [group for group in reps if _is_done(group[0])]
            groups.setdefault("target", [group for group in reps if not _is_done(group[0])])
        return {field: found for field, found in groups.items() if found}

    def _field_of(self, group: Group, lift: Group) -> str | None:
        """Find what a key means where it stands; None where nothing is read of it."""
        path, height = group
        if group == lift or path == (KEYED,):
            return None
        field = "title" if _is_bare_name(path) else field_in(path)
        if field in ("lift", "when", "late"):
            return None
        if field == "note" and height > lift[1]:
            return "session_note"
        near = 0 if field in _OF_A_SET else lift[1] if field in _OF_AN_EXERCISE else height
        if field == "title" and height <= lift[1]:
            return None
        return field if height <= near else None

    @property
    def unread(self) -> list[str]:
        """The keys of which nothing is read."""
        used = {group for found in self.groups.values() for group in found}
        known = [group for group in self._values if group not in used and group[0] != (KEYED,)]
        read = set(map(_name, used))
        names = dict.fromkeys((*map(_name, known), *self._aside))
        return [name for name in names if name not in read]

    def records(self) -> tuple[Records, Fit]:
        """Write the rows as records, and say what their columns are."""
        fields = list(dict.fromkeys((*self.groups, "load", "status", "warm", "seconds")))
        if {"kg", "lb"} & self.groups.keys() and "load" not in self.groups:
            fields.remove("load")
        kept: list[list[str]] = []
        numbers: list[int] = []
        problems: list[Problem] = []
        skipped: list[Skipped] = []
        for number, row in enumerate(self._rows, start=1):
            if row.stray is not None:
                wanted = Phrase("an object with what was done")
                problems.append(Problem(row=number, column="", got=row.stray, wanted=wanted))
                continue
            if row.is_bare:
                skipped.append(Skipped(row=number, reason=WITHOUT_SETS))
                continue
            cells = self._cells(row)
            kept.append([cells.get(field, "") for field in fields])
            numbers.append(number)
        columns = list(zip(*kept, strict=True)) or [()] * len(fields)
        names = {field: _name(self.groups.get(field, [((field,), 0)])[0]) for field in fields}
        records = Records(
            columns=dict(zip(fields, columns, strict=True)),
            names=names,
            rows=numbers,
            problems=tuple(problems),
            skipped=tuple(skipped),
        )
        return records, self._fit(fields, names, kept)

    def table(self) -> Table:
        """Write the rows as a table, a column for each key; those above the sets say how far."""
        names: dict[str, Group] = {}
        for group in sorted(self._values, key=lambda group: group[1]):
            name = _name(group)
            names.setdefault(name if name not in names else f"{name} ({group[1]} up)", group)
        rows = [row for row in self._rows if not row.is_bare and row.stray is None]
        held = sum(len(level.cells) for row in rows for level in row.levels)
        refuse_too_wide(len(rows), len(names), held)
        cells = [[_at(row, group) for group in names.values()] for row in rows]
        return Table(rows=[list(names), *cells], separator=",")

    def _fit(self, fields: list[str], names: Mapping[str, str], rows: list[list[str]]) -> Fit:
        places = {field: place for place, field in enumerate(fields)}
        fitting = sum(row_fits(row, places, NESTED) for row in rows[:_FIRST])
        share = fitting / len(rows[:_FIRST]) if rows else 1.0
        known = len({name for field, name in names.items() if field in self.groups})
        unread = self.unread
        return Fit(
            app=NESTED,
            places=places,
            names=names,
            width=len(fields),
            has_header=True,
            confidence=known / (known + len(unread)) * share,
            evidence=Phrase("the names of {known} of {n} keys", known=known, n=known + len(unread)),
            unread=unread,
        )

    def _cells(self, row: Row) -> dict[str, str]:
        """Give what a row says, by our words."""
        above = row.levels[:-1]
        if above != self._above[0]:  # most sets stand beside another one
            self._above = above, self._said(above)
        cells = {**self._above[1], **self._of_set(row)}
        if "unit" in cells:
            cells["unit"] = _UNITS.get(cells["unit"].casefold(), cells["unit"])
        if cells.pop("skipped", "").casefold() in _TRUE:
            cells["status"] = "skipped"
        if self._is_timed(row):
            cells["seconds"] = cells.pop("repetitions", "")
        return cells

    def _said(self, above: tuple[Level, ...]) -> dict[str, str]:
        """Give what stands around a set, by our words."""
        row = Row((*above, Level({})))
        cells = {field: _first(row, found) for field, found in self.groups.items()}
        if any(_WARM.search(level.cells.get((KEYED,), "")) for level in above):
            cells["warm"] = "true"
        return cells

    def _of_set(self, row: Row) -> dict[str, str]:
        """Give what a set says itself, and its day, which may be told there or above."""
        cells = row.levels[-1].cells
        own = {field: text for field, path in self._own if (text := cells.get(path, "")).strip()}
        days = [text for group in self.groups["when"] if (text := _at(row, group))]
        own["when"] = next(filter(is_date, days), days[0] if days else "no date")
        return own

    def _is_timed(self, row: Row) -> bool:
        """Tell an amount that is no number of repetitions, as a type beside it says."""
        path = self.groups["repetitions"][0][0]
        if words_of(path[-1]) != ["amount"] or not row.levels:
            return False
        types = (one for key, one in row.levels[-1].cells.items() if key[-1].endswith("type"))
        return any(one.casefold() in _TIMED for one in types)


def _at(row: Row, group: Group) -> str:
    """Give the value of a key around a row."""
    path, height = group
    return row.levels[-1 - height].cells.get(path, "") if height < len(row.levels) else ""


def _first(row: Row, groups: Iterable[Group]) -> str:
    return next(filter(str.strip, (_at(row, group) for group in groups)), "")


def _is_bare_name(path: tuple[str, ...]) -> bool:
    """Tell a name or a title that does not say whose it is."""
    return len(path) == 1 and "".join(words_of(path[0])) in _NAMES


def _is_lift(text: str) -> bool:
    return find_lift(text).key is not None


def _is_done(path: tuple[str, ...]) -> bool:
    return any(DONE & set(words_of(key)) for key in path)


def _rank(path: tuple[str, ...]) -> int:
    return NESTED.rank_of(path[-1])


def _name(group: Group) -> str:
    return "key" if group[0] == (KEYED,) else ".".join(group[0])
