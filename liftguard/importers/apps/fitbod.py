"""
Fitbod: a row for each set, and in older exports a row for as many equal sets as it says.

The load is the weight times the implements that are lifted at once: two dumbbells of 20 kg are
40. The multiplier counts them, and the limbs as well where these work one after the other.

Reason to change: Fitbod changes its export.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import App, Records
from liftguard.importers.apps.sets_by_reps import SETS_BY_REPS
from liftguard.importers.cells import Wrong, parted_load, plain, read_number
from liftguard.importers.expand import Part, expanded
from liftguard.importers.implements import implements_lifted
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["FITBOD"]

_NUMBERS = {"1": "true", "0": "false"}
# As spreadsheets of other languages save true and false.
_YES = ("yes", "wahr", "vrai", "vero", "verdadero", "verdadeiro")
_NO = ("no", "falsch", "faux", "falso")


def _sets_of_rows(records: Records) -> Records:
    """Multiply the weights, then repeat the rows that say how many sets they are."""
    # A number in this column is no number of a set, as which marks are read elsewhere.
    marks = [_NUMBERS.get(text.strip(), text) for text in records.columns["mark"]]
    records = attrs.evolve(records, columns={**records.columns, "mark": marks})
    if "multiplier" in records.columns:
        records = _multiplied(records)
    return SETS_BY_REPS.arrange(records) if "count" in records.columns else records


def _multiplied(records: Records) -> Records:
    fields = [one for one in ("kg", "lb", "load") if one in records.columns]
    parts: list[Part] = []
    problems: list[Problem] = []
    of_limbs: list[str] = []
    rows = zip(records.rows, records.columns["multiplier"], records.columns["lift"], strict=True)
    for place, (row, times, lift) in enumerate(rows):
        factor = read_number(times)
        loads = {field: records.columns[field][place] for field in fields}
        cells = dict(loads)
        heavy = any(_times(2.0, text) != text for text in loads.values())
        if isinstance(factor, float) and factor > 0.0:
            implements = implements_lifted(lift, factor) if plain(lift) else factor
            if heavy and implements != factor:
                of_limbs.append(lift.strip())
            cells = {field: _times(implements, text) for field, text in loads.items()}
        elif factor is not None and heavy and _has_reps(records, place):
            wanted = Phrase("a number above 0, or blank")
            column = records.name_of("multiplier", place)
            problems.append(Problem(row=row, column=column, got=times, wanted=wanted))
            continue
        parts.append(Part(place=place, cells=cells))
    if of_limbs:
        says = Phrase(
            "the multiplier of 1 set counts limbs as well as implements, as of {name}"
            "|the multiplier of {n} sets counts limbs as well as implements, as of {name}",
            len(of_limbs),
            n=len(of_limbs),
            name=of_limbs[0],
        )
        records = attrs.evolve(records, notices=(*records.notices, says))
    return expanded(records, parts, fields, problems)


def _has_reps(records: Records, place: int) -> bool:
    return read_number(records.text("reps", place)) not in (None, 0.0)


def _times(factor: float, text: str) -> str:
    """Multiply a load, which may have its unit beside it; what is none stays as it is."""
    number, unit = parted_load(text)
    load = read_number(number)
    if factor == 1.0 or not load or isinstance(load, Wrong):
        return text
    return f"{load * factor} {unit}".strip()


FITBOD = App(
    name="fitbod",
    label="Fitbod",
    columns={
        "when": ("Date",),
        "lift": ("Exercise",),
        "count": ("Sets",),
        "reps": ("Reps",),
        "load": ("Weight",),
        "kg": ("Weight(kg)",),
        "lb": ("Weight(lb)", "Weight(lbs)"),
        "seconds": ("Duration(s)",),
        "distance": ("Distance(m)",),
        "incline": ("Incline",),
        "resistance": ("Resistance",),
        "mark": ("isWarmup",),
        "note": ("Note",),
        "multiplier": ("multiplier",),
    },
    needs=("when", "lift", "mark", "load|kg|lb", "reps"),
    marks={
        "true": ("warmup", False),
        "false": ("normal", False),
        **dict.fromkeys(_YES, ("warmup", False)),
        **dict.fromkeys(_NO, ("normal", False)),
    },
    says_zero=True,
    arrange=_sets_of_rows,
)
