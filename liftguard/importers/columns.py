"""
The columns of a file understood: moments, kilograms, repetitions, marks; and what was not.

Reason to change: another column becomes part of a set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, tzinfo
from typing import TypeVar

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import App, Mark, Records
from liftguard.importers.cells import (
    Plan,
    Wrong,
    mark_reader,
    parted_load,
    plain,
    plain_thousands,
    read_column,
    read_distance,
    read_number,
    read_plan,
    read_reps,
    read_rir,
    read_rpe,
    read_seconds,
    read_unit,
)
from liftguard.importers.dates import date_reader
from liftguard.importers.load_units import Unit, converted_kg, kg_reader, unit_from_numbers
from liftguard.lifts import find_lift, lift_of
from liftguard.records import Problem
from liftguard.units import KG_PER_LB

__all__ = ["Columns", "understand", "without_words_for_nothing"]

T = TypeVar("T")

NAMELESS = Wrong("the name of an exercise")
COMMA = "a number that shows whether its comma parts thousands"
SAME = "the load that the kilograms in this row are"
_ROUNDED_KG, _ROUNDED_SHARE = 1.25, 0.02  # by which a load may be off in its other unit
NO_LOAD = "the load of these repetitions, 0 for the body alone"


@attrs.frozen(kw_only=True)
class Columns:
    """The value of every cell that a set is made of; None where it is blank or wrong."""

    at: list[datetime | None]
    at_known_to: str
    load_kg: list[float | None]
    load_from: str  # the field that the loads stand in
    reps: list[int | None]
    plans: list[Plan | None]  # repetitions that were prescribed
    plans_not_read: dict[int, Problem]  # place -> what stands there, as the set stays a set
    rpe: list[float | None]
    distance: list[float | None]
    seconds: list[float | None]
    marks: list[Mark | None]
    not_sets: dict[int, str]  # place -> REST or NOTE
    problems: dict[int, Problem]  # place -> the first thing wrong there
    unit: Unit


def understand(
    records: Records, app: App, *, unit: str | None, tz: tzinfo | None, dates: str | None
) -> Columns:
    """Read every column of a file."""
    problems: dict[int, Problem] = {}
    plans_not_read: dict[int, Problem] = {}
    not_sets = _not_sets(records, app)
    at = _read(records, "when", date_reader(_texts(records, "when"), tz, dates), problems)
    _read(records, "lift", lambda text: text if plain(text) else NAMELESS, problems)
    midnight = all(moment.time() == time(0) for moment in at if moment is not None)
    present = [field for field in ("load", "kg", "lb") if field in records.columns]
    held = [field for field in present if any(map(plain, _texts(records, field)))]
    if len(held) > 1:
        held.sort(key=lambda field: field != unit)  # the wished one first
        records = _one_column_of_loads(records, held, problems)
        unit = None if {"kg", "lb"} <= set(held) else unit  # each row says its own
    load_from = (held or present)[0]
    records = _units_parted(records, load_from, problems)
    loads, found = _loads(records, load_from, unit, not_sets, problems)
    columns = Columns(
        at=at,
        at_known_to="day" if midnight and app.at_known_to != "set" else app.at_known_to,
        marks=_read(records, "mark", mark_reader(app.marks, numbered=app.numbered), problems),
        load_kg=loads,
        load_from=load_from,
        reps=_read(records, "reps", read_reps, problems),
        plans=_read(records, "target", read_plan, plans_not_read),
        plans_not_read=plans_not_read,
        rpe=_exertion(records, problems),
        distance=_read(records, "distance", read_distance, problems),
        seconds=_read(records, "seconds", read_seconds, problems),
        not_sets=not_sets,
        problems=problems,
        unit=found,
    )
    _report_no_load(records, columns, app)
    for place in not_sets:
        problems.pop(place, None)  # what stands beside a rest timer or a note is no matter
    return columns


def _report_no_load(records: Records, columns: Columns, app: App) -> None:
    """Report work on a bar without a load, and any set that the app never leaves without one."""
    bare = [at for at, load in enumerate(columns.load_kg) if load is None and columns.reps[at]]
    if not bare:
        return
    lifts, marks = _texts(records, "lift"), columns.marks
    work = {at for at in bare if (marks[at] or (None,))[0] != "warmup"}  # else an empty bar
    lacking = [at for at in bare if app.says_zero or (at in work and _is_on_a_bar(lifts[at]))]
    _report(records, columns.load_from, dict.fromkeys(lacking, NO_LOAD), columns.problems)


def _is_on_a_bar(lift: str) -> bool:
    """Tell whether a lift has a usual strength, so that the body alone is not its load."""
    key = find_lift(lift).key if plain(lift) else None
    return (
        key is not None
        and lift_of(key).strength_ratio is not None
        and (not lift_of(key).bodyweight_share)
    )


def _one_column_of_loads(
    records: Records, held: Sequence[str], problems: dict[int, Problem]
) -> Records:
    """Give each record the first load that it says, where kilograms and pounds both stand."""
    if {"kg", "lb"} <= set(held):
        kg, lb = (_texts(records, field) for field in ("kg", "lb"))
        pairs = enumerate(zip(kg, lb, strict=True))
        _report(records, "lb", {at: SAME for at, pair in pairs if _differ(*pair)}, problems)
    first, loads, units = held[0], [], []
    for texts in zip(*(_texts(records, field) for field in held), strict=True):
        # An app that keeps both may write 0 where a set was not said in one of them.
        heavy = (at for at, text in enumerate(texts) if read_number(text))
        said = next(heavy, next((at for at, text in enumerate(texts) if plain(text)), 0))
        loads.append(texts[said])
        units.append(held[said] if held[said] != "load" else "")
    if set(units) == {first}:
        return records
    return attrs.evolve(records, columns={**records.columns, first: loads, "unit": units})


def _differ(in_kg: str, in_lb: str) -> bool:
    """Tell whether kilograms and pounds in one row are two loads, and not one that was rounded."""
    kg, lb = read_number(in_kg), read_number(in_lb)
    if not isinstance(kg, float) or not isinstance(lb, float) or not kg or not lb:
        return False
    return abs(kg - lb * KG_PER_LB) > _ROUNDED_KG + _ROUNDED_SHARE * abs(kg)


def _units_parted(records: Records, field: str, problems: dict[int, Problem]) -> Records:
    """Give the units that stand beside loads a column, and write thousands without a comma."""
    texts = _texts(records, field)
    parted = {text: parted_load(text) for text in dict.fromkeys(texts)}
    clear = plain_thousands({number for number, _ in parted.values()})
    unclear = {at: COMMA for at, one in enumerate(texts) if clear.get(parted[one][0], "") is None}
    _report(records, field, unclear, problems)
    parted = {text: (clear.get(load) or load, unit) for text, (load, unit) in parted.items()}
    if not any(text != number for text, (number, _) in parted.items()):
        return records
    rows = records.columns.get("unit") or ["" if field == "load" else field] * len(texts)
    loads, units = [], []
    for text, row in zip(texts, rows, strict=True):
        number, unit = parted[text]
        agrees = not unit or "unit" not in records.columns or read_unit(row) in (unit, None)
        loads.append(number if agrees else text)
        units.append((unit or row) if agrees else row)
    columns = {**records.columns, field: loads}
    if any(unit for _, unit in parted.values()):
        columns["unit"] = units
    return attrs.evolve(records, columns=columns)


def without_words_for_nothing(records: Records) -> Records:
    """Blank the titles and notes in which a program wrote that there is nothing, such as NaN."""
    columns = dict(records.columns)
    for field in {"title", "note", "session_note"} & columns.keys():
        nothing = {text for text in dict.fromkeys(columns[field]) if text and not plain(text)}
        if nothing:
            columns[field] = ["" if text in nothing else text for text in columns[field]]
    return attrs.evolve(records, columns=columns)


def _exertion(records: Records, problems: dict[int, Problem]) -> list[float | None]:
    """Read exertions; repetitions in reserve count down from 10 where no exertion stands."""
    rpe = _read(records, "rpe", read_rpe, problems)
    if "rir" not in records.columns:
        return rpe
    rir = _read(records, "rir", read_rir, problems)
    return [
        one if one is not None or left is None else 10.0 - left
        for one, left in zip(rpe, rir, strict=True)
    ]


def _texts(records: Records, field: str) -> Sequence[str]:
    return records.columns.get(field) or [""] * len(records.rows)


def _not_sets(records: Records, app: App) -> dict[int, str]:
    """Find the rest timers and notes by their marks."""
    marks = _texts(records, "mark")
    kinds = {text: app.not_sets.get(text.strip().casefold()) for text in dict.fromkeys(marks)}
    if not any(kinds.values()):
        return {}
    return {place: kind for place, text in enumerate(marks) if (kind := kinds[text])}


def _read(
    records: Records,
    field: str,
    read: Callable[[str], T | Wrong | None],
    problems: dict[int, Problem],
) -> list[T | None]:
    """Read one column and note what is wrong in it."""
    values, wanted = read_column(_texts(records, field), read)
    _report(records, field, wanted, problems)
    return values


def _report(
    records: Records, field: str, wanted: Mapping[int, str], problems: dict[int, Problem]
) -> None:
    """Note what is wrong in a column; of each record the first thing counts."""
    for place, right in wanted.items():
        column, got = records.name_of(field, place), _texts(records, field)[place]
        problem = Problem(row=records.rows[place], column=column, got=got, wanted=right)
        problems.setdefault(place, problem)


def _loads(
    records: Records,
    field: str,
    wish: str | None,
    not_sets: Mapping[int, str],
    problems: dict[int, Problem],
) -> tuple[list[float | None], Unit]:
    """Read the loads in kilograms, by wish, by row, by the column's name or by its numbers."""
    texts = _texts(records, field)
    if wish is None and "unit" in records.columns:
        return _loads_by_row(records, field, problems)
    if wish is not None:
        unit: Unit | None = Unit(name=wish, evidence="given")
    elif field != "load":
        unit = Unit(name=field, evidence=f"the header says {field}")
    else:
        lifts = _texts(records, "lift")
        sets = [place for place in range(len(texts)) if place not in not_sets]
        unit = unit_from_numbers([texts[at] for at in sets], [lifts[at] for at in sets])
    if unit is None:
        raise _unclear(records, field)
    return _read(records, field, kg_reader(_with_pattern(unit, texts)), problems), unit


def _loads_by_row(
    records: Records, field: str, problems: dict[int, Problem]
) -> tuple[list[float | None], Unit]:
    """Read loads whose unit stands in their row; it may change inside a file."""
    texts = _texts(records, field)
    numbers = _read(records, field, read_number, problems)
    units = _read(records, "unit", read_unit, problems)
    own = field if field in ("kg", "lb") else None  # what the name of the column says
    if own is not None and "unit" in records.names:
        other = {at: own for at, unit in enumerate(units) if unit not in (own, None)}
        _report(records, "unit", other, problems)
        units = [unit or own for unit in units]
    seen = sorted({unit for unit in units if unit is not None})
    if not seen:
        if any(numbers):
            raise _unclear(records, field)
        return numbers, Unit(name="kg", evidence="no loads in the file")
    name = seen[0] if len(seen) == 1 else "mixed"
    loads = list(numbers)  # those without a unit are zero, or problems
    for one in seen:
        # A row without a unit has one only where all others agree.
        mine = [at for at, unit in enumerate(units) if unit in (one, None if name == one else one)]
        chosen = [texts[at] for at in mine]
        values, wrong = read_column(chosen, kg_reader(_with_pattern(Unit(name=one), chosen)))
        _report(records, field, {mine[at]: right for at, right in wrong.items()}, problems)
        for at, value in zip(mine, values, strict=True):
            loads[at] = value
    if name == "mixed":
        bare = {at: "kg or lb" for at, unit in enumerate(units) if unit is None and numbers[at]}
        _report(records, "unit" if "unit" in records.names else field, bare, problems)
    if {"kg", "lb"} <= records.columns.keys():
        says = "a column of kilograms and one of pounds"
    else:
        says = "the unit column" if "unit" in records.names else "the units beside the loads"
    return loads, Unit(name=name, evidence=says)


def _with_pattern(unit: Unit, texts: Sequence[str]) -> Unit:
    """Note where a column of pounds holds kilograms in disguise."""
    if unit.name != "lb" or unit.converted:
        return unit
    loads = {
        text: number
        for text in dict.fromkeys(texts)
        if isinstance(number := read_number(text), float)
    }
    return attrs.evolve(unit, converted=converted_kg(loads) is not None)


def _unclear(records: Records, field: str) -> UnreadableLog:
    texts = _texts(records, field)
    distinct = [text for text in dict.fromkeys(texts) if text.strip() not in ("", "0", "0.0")]
    return UnreadableLog(
        where=f"column {records.names.get(field, field)!r}",
        got=", ".join(distinct[:8]),
        wanted="loads that show whether they are kilograms or pounds",
        hint='The file names no unit: pass unit="kg" or unit="lb".',
    )
