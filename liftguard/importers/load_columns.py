"""
The loads of a file in kilograms: of one column or several, with the unit that each row has.

Reason to change: loads and their units are laid out in another way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import App, Mark, Records
from liftguard.importers.cells import (
    parted_load,
    plain,
    plain_thousands,
    read_column,
    read_number,
    read_unit,
)
from liftguard.importers.fields import Problems, read_field, report, texts_of
from liftguard.importers.limb_loads import with_limb_loads
from liftguard.importers.load_units import Unit, converted_kg, kg_reader, unit_from_numbers
from liftguard.lifts import find_lift, lift_of
from liftguard.phrase import Phrase
from liftguard.units import KG_PER_LB

__all__ = ["BARE", "Loads", "loads_of", "report_no_load"]

GIVEN = Phrase("given")
COMMA = Phrase("a number that shows whether its comma parts thousands")
SAME = Phrase("the load that the kilograms in this row are")
_ROUNDED_KG, _ROUNDED_SHARE = 1.25, 0.02  # by which a load may be off in its other unit
BARE = Phrase('kg or lb; pass unit="kg" or unit="lb" for loads that say none')
NO_LOAD = Phrase("the load of these repetitions, 0 for the body alone")


@attrs.frozen(kw_only=True)
class Loads:
    """The loads of all records, and where they stand."""

    kg: list[float | None]
    field: str  # that they stand in
    unit: Unit


def loads_of(
    records: Records, wish: str | None, not_sets: Mapping[int, str], problems: Problems
) -> Loads:
    """Read the loads of a file, in the unit that it says, else the one wished, or that it shows."""
    present = [field for field in ("load", "kg", "lb") if field in records.columns]
    held = [field for field in present if any(map(plain, texts_of(records, field)))]
    if len(held) > 1:
        held.sort(key=lambda field: field != wish)  # the wished one first
        records = _one_column_of_loads(records, held, problems)
    field = (held or present)[0]
    records = with_limb_loads(records, field, problems)
    records = _units_parted(records, field, problems)
    kg, unit = _loads(records, field, wish, not_sets, problems)
    return Loads(kg=kg, field=field, unit=unit)


def report_no_load(
    records: Records,
    loads: Loads,
    reps: Sequence[int | None],
    marks: Sequence[Mark | None],
    app: App,
    problems: Problems,
) -> None:
    """Report work on a bar without a load, and any set that the app never leaves without one."""
    bare = [at for at, load in enumerate(loads.kg) if load is None and reps[at]]
    if not bare:
        return
    lifts = texts_of(records, "lift")
    work = {at for at in bare if (marks[at] or (None,))[0] != "warmup"}  # else an empty bar
    lacking = [at for at in bare if app.says_zero or (at in work and _is_on_a_bar(lifts[at]))]
    report(records, loads.field, dict.fromkeys(lacking, NO_LOAD), problems)


def _is_on_a_bar(lift: str) -> bool:
    """Tell whether a lift has a usual strength, so that the body alone is not its load."""
    key = find_lift(lift).key if plain(lift) else None
    return (
        key is not None
        and lift_of(key).strength_ratio is not None
        and (not lift_of(key).bodyweight_share)
    )


def _one_column_of_loads(records: Records, held: Sequence[str], problems: Problems) -> Records:
    """Give each record the first load that it says, where kilograms and pounds both stand."""
    if {"kg", "lb"} <= set(held):
        kg, lb = (texts_of(records, field) for field in ("kg", "lb"))
        pairs = enumerate(zip(kg, lb, strict=True))
        report(records, "lb", {at: SAME for at, pair in pairs if _differ(*pair)}, problems)
    first, loads, units = held[0], [], []
    for texts in zip(*(texts_of(records, field) for field in held), strict=True):
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


def _units_parted(records: Records, field: str, problems: Problems) -> Records:
    """Give the units that stand beside loads a column, and write thousands without a comma."""
    texts = texts_of(records, field)
    parted = {text: parted_load(text) for text in dict.fromkeys(texts)}
    clear = plain_thousands({number for number, _ in parted.values()})
    bad = {text for text, (load, _) in parted.items() if clear.get(load, "") is None}
    unclear = {at: COMMA for at, one in enumerate(texts) if one in bad} if bad else {}
    report(records, field, unclear, problems)
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


def _loads(
    records: Records,
    field: str,
    wish: str | None,
    not_sets: Mapping[int, str],
    problems: Problems,
) -> tuple[list[float | None], Unit]:
    """Read the loads in kilograms, by row, by the column's name, by wish or by its numbers."""
    texts = texts_of(records, field)
    if "unit" in records.columns:
        return _loads_by_row(records, field, wish, problems)
    unit: Unit | None
    if field != "load":
        unit = Unit(name=field, evidence=Phrase("the header says {field}", field=field))
    elif wish is not None:
        unit = Unit(name=wish, evidence=GIVEN)
    else:
        lifts = texts_of(records, "lift")
        if not_sets:
            sets = [place for place in range(len(texts)) if place not in not_sets]
            unit = unit_from_numbers([texts[at] for at in sets], [lifts[at] for at in sets])
        else:
            unit = unit_from_numbers(texts, lifts)
    if unit is None:
        raise _unclear(records, field)
    return read_field(records, field, kg_reader(_with_pattern(unit, texts)), problems), unit


def _loads_by_row(
    records: Records, field: str, wish: str | None, problems: Problems
) -> tuple[list[float | None], Unit]:
    """Read loads whose unit stands in their row, else has the one wished; it may change."""
    texts = texts_of(records, field)
    numbers = read_field(records, field, read_number, problems)
    units = read_field(records, "unit", read_unit, problems)
    own = field if field in ("kg", "lb") else None  # what the name of the column says
    if own is not None and "unit" in records.names:
        other = {at: own for at, unit in enumerate(units) if unit not in (own, None)}
        report(records, "unit", other, problems)
        units = [unit or own for unit in units]
    said = any(units)
    if wish is not None:
        units = [
            unit or (wish if load else None) for unit, load in zip(units, numbers, strict=True)
        ]
    seen = sorted({unit for unit in units if unit is not None})
    if not seen:
        if any(numbers):
            raise _unclear(records, field)
        return numbers, Unit(name="kg", evidence=Phrase("no loads in the file"))
    name = seen[0] if len(seen) == 1 else "mixed"
    loads = list(numbers)  # those without a unit are zero, or problems
    for one in seen:
        # A row without a unit has one only where all others agree.
        mine = [at for at, unit in enumerate(units) if unit in (one, None if name == one else one)]
        chosen = [texts[at] for at in mine]
        values, wrong = read_column(chosen, kg_reader(_with_pattern(Unit(name=one), chosen)))
        report(records, field, {mine[at]: right for at, right in wrong.items()}, problems)
        for at, value in zip(mine, values, strict=True):
            loads[at] = value
    if name == "mixed":
        bare = {at: BARE for at, unit in enumerate(units) if unit is None and numbers[at]}
        report(records, "unit" if "unit" in records.names else field, bare, problems)
    return loads, Unit(name=name, evidence=_where_said(records) if said else GIVEN)


def _where_said(records: Records) -> Phrase:
    """Tell where the units of rows stand."""
    if {"kg", "lb"} <= records.columns.keys():
        return Phrase("a column of kilograms and one of pounds")
    if "unit" in records.names:
        return Phrase("the unit column")
    return Phrase("the units beside the loads")


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
    texts = texts_of(records, field)
    distinct = [text for text in dict.fromkeys(texts) if text.strip() not in ("", "0", "0.0")]
    return UnreadableLog(
        where=Phrase("column {column!r}", column=records.names.get(field, field)),
        got=", ".join(distinct[:8]),
        wanted=Phrase("loads that show whether they are kilograms or pounds"),
        hint=Phrase('The file names no unit: pass unit="kg" or unit="lb".'),
    )
