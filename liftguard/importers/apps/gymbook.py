"""
GymBook, in the language of the phone: repetitions or time in one column, then load or distance.

Its cells say their unit, "20 ripetizioni" and "60,00 kg", and its days stand before the
months, but in English, where the file shows it. Of a set that was left out it says so, and
what stands beside it is a plan.

Reason to change: GymBook changes its export, or one in another language is seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from liftguard.importers.app import NOT_DONE, App, Records
from liftguard.importers.cells import Wrong, read_reps, read_seconds
from liftguard.importers.dates import is_date
from liftguard.importers.expand import Part, expanded
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["GYMBOOK"]

_NUMBER = r"[+-]?[0-9]+(?:[.,][0-9]+)?"
_WITH_UNIT = re.compile(rf"({_NUMBER})\s*([^\W\d_]*)\.?")
_WORD = re.compile(r"[^\W\d_]")
_DAY = re.compile(r"\s*([0-9]{1,2})/([0-9]{1,2})/([0-9]{2}|[0-9]{4})\s*")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_YES_OR_NO: str = Phrase("Sì or No, Ja or Nein, Yes or No")
_NUMBER_OF_SET = re.compile(r"[0-9]+")

_DISTANCES = ("km", "m", "mi", "yd", "ft")
_LEFT_OUT = {
    **dict.fromkeys(("", "no", "nein", "non", "false", "0"), False),
    **dict.fromkeys(("sì", "si", "sí", "ja", "yes", "oui", "true", "1"), True),
}
_ENGLISH_OR_FRENCH = "date"  # whose column of days has one name: the file shows their order
_SKIPPED = "saltato"
_KINDS = ("set", "set di riscaldamento", "set di defaticamento")
_LONGEST_NAME = 80

# Our field -> the one whose column it stands in.
_FROM = {
    "when": "when",
    "mark": "kind",
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
    day_first = names["when"].casefold() != _ENGLISH_OR_FRENCH
    kinds = dict(zip(names["mark"].casefold().split(" / "), _KINDS, strict=False))
    for place, row in enumerate(records.rows):
        own = {field: texts[place] for field, texts in records.columns.items()}
        left_out = _LEFT_OUT.get(own["skipped"].strip().casefold())
        at = _moment(own["when"], own["clock"], day_first=day_first)
        if left_out is None:
            column, wanted = "skipped", _YES_OR_NO
        elif not left_out and at is None:
            column, wanted = _wrong_moment(own["when"], day_first=day_first)
        else:
            said = _NUMBER_OF_SET.sub("", own.get("kind", "")).strip(" .#")
            mark = _SKIPPED if left_out else kinds.get(said.casefold(), said)
            cells = {"when": at or "", "mark": mark, **_amount(own["amount"])}
            cells |= _burden(own["burden"])
            parts.append(Part(place=place, cells=cells, names=names))
            continue
        called = records.names.get(column, column)
        problems.append(Problem(row=row, column=called, got=own[column], wanted=wanted))
    return expanded(records, parts, tuple(_FROM), problems)


def _mark_by_its_kinds(header: str) -> str | None:
    """Know the column of kinds by its name, which lists them in any language."""
    return "kind" if len(header) <= _LONGEST_NAME and header.count(" / ") == 2 else None


def _moment(day: str, clock: str, *, day_first: bool = True) -> str | None:
    """Join "5/1/22" and "18:30"; None where that is no moment."""
    match, clock = _DAY.fullmatch(day) if day_first else None, clock.strip()
    if match is not None:
        year = match[3] if len(match[3]) > len("22") else f"20{match[3]}"
        day = f"{year}-{match[2]:0>2}-{match[1]:0>2}"
    if clock and not _CLOCK.fullmatch(clock):
        return None
    text = f"{day.strip()} {clock}".strip()
    return text if is_date(text) else None


def _wrong_moment(day: str, *, day_first: bool) -> tuple[str, str]:
    """Tell which column holds what is no moment, and what it should."""
    if _moment(day, "", day_first=day_first) is None:
        return "when", Phrase(
            "a date such as 31/1/24, the day first" if day_first else "a date such as 31/1/24"
        )
    return "clock", Phrase("a time such as 18:30, or blank")


def _amount(text: str) -> Mapping[str, str]:
    """Read "20 ripetizioni" or "1 minuto 30 secondi"; what is neither stays, to be reported."""
    spent = read_seconds(text) if isinstance(read_reps(text), Wrong) else None
    return (
        {"seconds": str(spent)}
        if isinstance(spent, float) and _WORD.search(text)
        else {"reps": text}
    )


def _burden(text: str) -> Mapping[str, str]:
    """Read "60,00 kg" or "5,00 km", of which the body alone is the load."""
    match = _WITH_UNIT.fullmatch(text.strip())
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
        "when": ("Data", "Datum", "Date", "Fecha"),
        "title": ("Programma", "Training", "Workout", "Entraînement", "Entrenamiento"),
        "clock": ("Orario", "Zeit", "Time", "Heure", "Hora"),
        "lift": ("Esercizio", "Übung", "Exercise", "Exercice", "Ejercicio"),
        "area": ("Zona", "Bereich", "Region", "Area", "Zone"),
        "primary": ("Gruppi muscolari (Primari)", "Muskelgruppen (Primäre)"),
        "secondary": ("Gruppi muscolari (Secondari)", "Muskelgruppen (Sekundäre)"),
        "kind": (
            "Set / Set di riscaldamento / Set di defaticamento",
            "Satz / Aufwärmsatz / Abkühlungssatz",
        ),
        "amount": (
            "Ripetizioni / Tempo",
            "Wiederholungen / Zeit",
            "Repetitions / Time",
            "Reps / Time",
            "Répétitions / Temps",
            "Repeticiones / Tiempo",
        ),
        "burden": (
            "Peso / Distanza",
            "Gewicht / Strecke",
            "Weight / Distance",
            "Poids / Distance",
            "Peso / Distancia",
        ),
        "note": ("Appunti", "Notizen", "Notes", "Notas"),
        "skipped": ("Saltato", "Ausgelassen", "Skipped", "Sauté", "Ignoré", "Omitido", "Saltado"),
    },
    field_by_rule=_mark_by_its_kinds,
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
