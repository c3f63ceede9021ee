"""
Plans and pains as they are typed into a table, row by row.

Reason to change: a column that such a table may have.
"""

from __future__ import annotations

import re
from datetime import datetime

import attrs

from liftguard.importers.app import App
from liftguard.importers.apps.sheet import SHEET
from liftguard.importers.cells import Wrong, parted_load, read_number, read_plan
from liftguard.importers.source import Source
from liftguard.importers.typed_tables import WHO, TypedRow, TypedTable, read_typed
from liftguard.lifts import BODY_AREAS, area_key, areas_near
from liftguard.lifts.assistance import is_helped, may_be_helped
from liftguard.lifts.pain_kinds import pain_kind
from liftguard.phrase import Phrase
from liftguard.records import History, Pain, PlannedSet
from liftguard.records.entries import MOST_REPS, PAIN_KINDS
from liftguard.units import kg_from_lb

__all__ = [
    "LoadRead",
    "kind_not_read",
    "most_if_doubtful",
    "pain_of",
    "planned_sets",
    "read_pain_table",
    "read_plan_table",
]

_FAR_ABOVE = 2.0  # times the most that was ever lifted: house rule [1]
_MOST_SETS = 50  # of one row: more are a slip
_LOADS = ("kg", "lb", "load")  # columns, in the order in which they count
_A_LOAD = Phrase("a load such as 180, 180kg or 405lb")
_A_PAIN = Phrase("a number from 0 to 10, such as 6 or 6/10")
_SETS_BY_REPS = re.compile(r"[x\u00d7*]", re.IGNORECASE)  # either may stand first
_OF_TEN = re.compile(r"\s*(?:/|of|out of|von)\s*10$", re.IGNORECASE)
_WHEN = (*SHEET.columns["when"], "at", "Date/Time", "Wann")
_PLAN = App(
    name="plan",
    label=Phrase("the columns {names}", names="at, lift, load_kg, reps, sets, or load_lb"),
    columns={
        "at": _WHEN,
        "lift": SHEET.columns["lift"],
        "kg": (*SHEET.columns["kg"], "load_kg"),
        "lb": (*SHEET.columns["lb"], "load_lb"),
        "load": SHEET.columns["load"],
        "reps": SHEET.columns["repetitions"],
        "sets": SHEET.columns["count"],
        WHO: (),
    },
    needs=("at", "lift", "kg|lb|load", "reps"),
)
_PLANS = attrs.evolve(
    _PLAN,
    label=Phrase("the columns {names}", names="athlete, at, lift, load_kg, reps, sets, or load_lb"),
    needs=(WHO, *_PLAN.needs),
)
_PAINS = App(
    name="pains",
    label=Phrase("the columns {names}", names="athlete, at, region, severity, kind"),
    columns={
        "at": _WHEN,
        "region": (
            "Region", "Where", "Place", "Area", "Site", "Body Part", "Location", "Wo", "Ort",
            "Stelle", "K\u00f6rperstelle", "K\u00f6rperteil",
        ),
        "severity": (
            "Severity", "Pain", "Pain Level", "Level", "Score", "NRS", "VAS", "Intensity",
            "Schmerz", "St\u00e4rke", "Schmerzst\u00e4rke",
        ),
        "kind": ("Kind", "Type", "Quality", "Art"),
        WHO: (),
    },
    needs=(WHO, "at", "region", "severity"),
)  # fmt: skip


@attrs.frozen(kw_only=True)
class LoadRead:
    """The sets of a row, and the unit in which their load was given."""

    sets: tuple[PlannedSet, ...]
    unit: str


def read_plan_table(
    source: Source, *, dates: str | None = None, of_many: bool = False
) -> TypedTable:
    """Read a table of exercises to come; one of many athletes says whose they are."""
    return read_typed(source, _PLANS if of_many else _PLAN, dates=dates)


def read_pain_table(source: Source, *, dates: str | None = None) -> TypedTable:
    """Read a table of the pains of many athletes."""
    return read_typed(source, _PAINS, dates=dates)


def planned_sets(row: TypedRow, lift: str) -> LoadRead:
    """Make the sets of a row; a load below zero, where the lift moves the body, is help."""
    reps, is_open = _reps(row)
    count = _whole(row, "sets", _MOST_SETS) if row.text("sets") else 1
    kg, unit = _load_kg(row)
    helps = is_helped(lift) or (kg < 0.0 and may_be_helped(lift))
    load_kg, assist_kg = (0.0, abs(kg)) if helps else (kg, 0.0)
    one = PlannedSet(lift=lift, load_kg=load_kg, assist_kg=assist_kg, reps=reps, to_failure=is_open)
    return LoadRead(sets=(one,) * count, unit=unit)


def _load_kg(row: TypedRow) -> tuple[float, str]:
    """Read a load in its own unit, as in 405lb, or in that of its column."""
    word = next((one for one in _LOADS if row.text(one)), None)
    word = word or next(one for one in _LOADS if one in row.names)
    text, own = parted_load(row.text(word))
    number = read_number(text)
    if number is None or isinstance(number, Wrong):
        raise row.wrong(word, _A_LOAD)
    unit = own or ("lb" if word == "lb" else "kg")
    return (kg_from_lb(number) if unit == "lb" else number), unit


def _reps(row: TypedRow) -> tuple[int, bool]:
    """Read the repetitions that must go up, and whether more are meant: 5, 3-5, 5+."""
    found = None if _SETS_BY_REPS.search(row.text("reps")) else read_plan(row.text("reps"))
    if isinstance(found, tuple) and found[0] is not None:
        return found[0], found[1]
    raise row.wrong("reps", Phrase("a whole number from 1 to {most}, 3-5 or 5+", most=MOST_REPS))


def _whole(row: TypedRow, word: str, most: int) -> int:
    number = read_number(row.text(word))
    if not isinstance(number, float) or not number.is_integer() or not 1 <= number <= most:
        raise row.wrong(word, Phrase("a whole number from {least} to {most}", least=1, most=most))
    return int(number)


def pain_of(row: TypedRow, at: datetime) -> Pain:
    """Make the pain of a row, by everyday names: "left shoulder", 6/10, "dull ache"."""
    severity = read_number(_OF_TEN.sub("", row.text("severity")))
    if not isinstance(severity, float) or not 0.0 <= severity <= 10.0:
        raise row.wrong("severity", _A_PAIN)
    region = area_key(row.text("region"))
    if region not in BODY_AREAS:
        near = areas_near(row.text("region")) or ("low_back", "knee")
        names = [Phrase("{area}", area=one) for one in near]
        raise row.wrong("region", Phrase("a place of the body, such as {names}", names=names))
    kind = pain_kind(row.text("kind")) or "ache"
    return Pain(at=at, region=region, severity=severity, kind=kind)


def kind_not_read(row: TypedRow) -> str:
    """Say that the kind of a pain is none that is known; blank where it is read, or not told."""
    if not row.text("kind") or pain_kind(row.text("kind")):
        return ""
    wrong = row.wrong("kind", Phrase("one of {names}", names=list(PAIN_KINDS)))
    return f"{wrong}. It counts as an ache."


def most_if_doubtful(planned: PlannedSet, history: History) -> float | None:
    """
    Give the most that a history has of a lift, where a load that is typed is far above it.

    More than twice as much is a slip of a unit, or of a digit.
    """
    most = max((one.load_kg for one in history.sets if one.lift == planned.lift), default=0.0)
    return most if 0.0 < _FAR_ABOVE * most < planned.load_kg else None
