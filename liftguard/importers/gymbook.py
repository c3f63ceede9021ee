"""
GymBook in Italian: repetitions or time in one column, load or distance in the next.

Its cells say their unit, "20 ripetizioni" and "60,00 kg", and its days stand before the
months. Of a set that was left out it says so, and what stands beside it is a plan.

Reason to change: GymBook changes its export, or one in another language is seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from liftguard.importers.app import NOT_DONE, App, Records
from liftguard.importers.dates import is_date
from liftguard.importers.unfold import Part, unfolded
from liftguard.records import Problem

__all__ = ["GYMBOOK"]

_NUMBER = r"[+-]?[0-9]+(?:[.,][0-9]+)?"
_WITH_UNIT = re.compile(rf"\s*({_NUMBER})\s*([^\W\d_]*)\.?\s*")
_TIME = re.compile(rf"(?:{_NUMBER}\s*[^\W\d_]+[\s.,]*)+")
_DAY = re.compile(r"\s*([0-9]{1,2})/([0-9]{1,2})/([0-9]{2}|[0-9]{4})\s*")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?")
_NUMBER_OF_SET = re.compile(r"[\s.#]*[0-9]+[\s.]*")

_REPS = ("", "ripetizioni", "ripetizione", "rip")
_DISTANCES = ("km", "m", "mi")
_SECONDS = {
    **dict.fromkeys(("secondi", "secondo", "sec", "s"), 1.0),
    **dict.fromkeys(("minuti", "minuto", "min", "m"), 60.0),
    **dict.fromkeys(("ore", "ora", "h"), 3600.0),
}
_LEFT_OUT = {"": False, "no": False, "sì": True, "si": True}
_SKIPPED = "saltato"

# Our field -> the one whose column it stands in.
_FROM = {
    "when": "when",
    "mark": "mark",
    "reps": "amount",
    "seconds": "amount",
    "load": "burden",
    "unit": "burden",
    "distance": "burden",
}


def _cells_parted(records: Records) -> Records:
    """Give repetitions, time, load, unit and distance columns of their own."""
    parts: list[Part] = []
    problems: list[Problem] = []
    names = {field: records.names.get(own, own) for field, own in _FROM.items()}
    for place, row in enumerate(records.rows):
        own = {field: texts[place] for field, texts in records.columns.items()}
        left_out = _LEFT_OUT.get(own["skipped"].strip().casefold())
        at = _moment(own["when"], own["clock"])
        if left_out is None:
            column, wanted = "skipped", "Sì or No"
        elif not left_out and at is None:
            column, wanted = _wrong_moment(own["when"])
        else:
            mark = _SKIPPED if left_out else _NUMBER_OF_SET.sub("", own.get("mark", ""))
            cells = {"when": at or "", "mark": mark, **_amount(own["amount"])}
            cells |= _burden(own["burden"])
            parts.append(Part(place=place, cells=cells, names=names))
            continue
        called = records.names.get(column, column)
        problems.append(Problem(row=row, column=called, got=own[column], wanted=wanted))
    return unfolded(records, parts, tuple(_FROM), problems)


def _moment(day: str, clock: str) -> str | None:
    """Join "5/1/22" and "18:30"; None where that is no moment."""
    match, clock = _DAY.fullmatch(day), clock.strip()
    if match is not None:
        year = match[3] if len(match[3]) > len("22") else f"20{match[3]}"
        day = f"{year}-{match[2]:0>2}-{match[1]:0>2}"
    if clock and not _CLOCK.fullmatch(clock):
        return None
    text = f"{day.strip()} {clock}".strip()
    return text if is_date(text) else None


def _wrong_moment(day: str) -> tuple[str, str]:
    """Tell which column holds what is no moment, and what it should."""
    if _moment(day, "") is None:
        return "when", "a date such as 31/1/24, the day first"
    return "clock", "a time such as 18:30, or blank"


def _amount(text: str) -> Mapping[str, str]:
    """Read "20 ripetizioni" or "1 minuto 30 secondi"; what is neither stays, to be reported."""
    match = _WITH_UNIT.fullmatch(text)
    if match is not None and match[2].casefold() in _REPS:
        return {"reps": match[1]}
    found = [(one[1], one[2].casefold()) for one in _WITH_UNIT.finditer(text)]
    if _TIME.fullmatch(text.strip()) and all(unit in _SECONDS for _, unit in found):
        times = (float(number.replace(",", ".")) * _SECONDS[unit] for number, unit in found)
        return {"seconds": str(sum(times))}
    return {"reps": text}


def _burden(text: str) -> Mapping[str, str]:
    """Read "60,00 kg" or "5,00 km", of which the body alone is the load."""
    match = _WITH_UNIT.fullmatch(text)
    if match is None:
        return {"load": text}
    number, unit = match[1], match[2].casefold()
    if unit in _DISTANCES:
        return {"load": "0", "distance": number}
    return {"load": number, "unit": unit}


GYMBOOK = App(
    name="gymbook",
    label="GymBook",
    columns={
        "when": ("Data",),
        "title": ("Programma",),
        "clock": ("Orario",),
        "lift": ("Esercizio",),
        "area": ("Zona",),
        "primary": ("Gruppi muscolari (Primari)",),
        "secondary": ("Gruppi muscolari (Secondari)",),
        "mark": ("Set / Set di riscaldamento / Set di defaticamento",),
        "amount": ("Ripetizioni / Tempo",),
        "burden": ("Peso / Distanza",),
        "note": ("Appunti",),
        "skipped": ("Saltato",),
    },
    needs=("when", "clock", "lift", "amount", "burden", "skipped"),
    marks={
        "set": ("normal", False),
        "set di riscaldamento": ("warmup", False),
        "set di defaticamento": ("drop", False),  # lighter on purpose, after the work
    },
    not_sets={_SKIPPED: NOT_DONE},
    says_zero=True,
    arrange=_cells_parted,
)
