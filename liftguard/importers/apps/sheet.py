"""
Plain sheets that lifters keep by hand: a row for each set, or for equal sets, in many words.

The last resort: it is asked only where no app fits. A cell of repetitions may hold several
sets beside one load: "5,5,4", "[6, 5]" or "3x5", which is sets by repetitions as the load
stands elsewhere. A blank date stands for the one above where the sheet shows that habit: it
starts with a date and never writes the same one twice running.

Reason to change: another word for a column, or another way to write sets into one cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from liftguard.importers.app import App, Mark, Records
from liftguard.importers.apps.sets_by_reps import MOST_SETS, set_counts
from liftguard.importers.cells import is_number, plain
from liftguard.importers.expand import BESIDE, Part, beside_each, expanded, with_days
from liftguard.importers.outcome_columns import kind_says
from liftguard.importers.planned_columns import PLANNED_REPS, TARGETS, without_planned_loads
from liftguard.importers.single_reps import with_single_reps_joined
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["SHEET", "one_record_for_each_set"]

_LOADS = (
    "Actual Weight",
    "Weight",
    "Load",
    "Gewicht",
    "Peso",
    "Poids",
    "Carga",
    "Charge",
    "Carico",
    "Last",
    "Вес",
    "Вага",
    "Ciężar",
    "Ağırlık",
    "Vikt",
    "Vekt",
    "Vægt",
    "Súly",
    "Váha",
    "Hmotnost",
    "Paino",
    "重量",
    "무게",
    "중량",
)
_KG = (*(f"{word} {unit}" for word in _LOADS for unit in ("kg", "kgs")), "kg", "kgs", "Kilos")
_LB = (*(f"{word} {unit}" for word in _LOADS for unit in ("lb", "lbs")), "lb", "lbs", "Pounds")
_YES = frozenset(
    (
        "true",
        "wahr",
        "vrai",
        "vero",
        "verdadero",
        "verdadeiro",
        "yes",
        "1",
        "y",
        "x",
        "ja",
        "si",
        "sí",
        "oui",
        "sim",
    )
)
_MARKS: dict[str, Mark] = {
    **dict.fromkeys(("warmup", "warm-up", "warm up", "w"), ("warmup", False)),
    **dict.fromkeys(("work", "working", "normal", "working set", "work set"), ("normal", False)),
    **dict.fromkeys(("drop", "drop set", "dropset"), ("drop", False)),
    **dict.fromkeys(("failure", "to failure"), ("normal", True)),
}
_FEW = 3  # cells, which may happen to look alike
_DECIMAL = re.compile(r"[0-9]{1,3},0")
_REPS = r"(?:[0-9]{1,4}|[fx\u2717\u2718]|fail(?:ed)?|miss(?:ed)?)"  # of one set of a list
_LIST = re.compile(
    rf"\[?\s*([0-9]{{1,4}}(?:\s*[,;/+ ]\s*[0-9]{{1,4}})+|{_REPS}(?:\s*[,;/ ]\s*{_REPS})+"
    r"|[0-9]{1,4}(?=\s*\]))\s*\]?",
    re.IGNORECASE,
)
_TIMES = re.compile(r"([0-9]{1,3})\s*[x\u00d7*]\s*([0-9]{1,4})", re.IGNORECASE)
_OWN = ("reps", "mark", "note")


_TOO_MANY = Phrase("repetitions of at most {most} sets", most=MOST_SETS)
_NO_COUNT = Phrase("a whole number from 0 to {most}", most=MOST_SETS)


def one_record_for_each_set(records: Records) -> Records:
    """Fill the dates and expand the cells that hold several sets."""
    records = with_days(records)
    counts = set_counts(records) if "count" in records.columns else None
    repetitions = _without_decimals(records.columns["repetitions"])
    parts: list[Part] = []
    problems: list[Problem] = []
    for place, row in enumerate(records.rows):
        text = repetitions[place]
        reps = _sets_in(text)
        found: tuple[str, str, str] | None = None  # field, what stands there, what is wanted
        if reps is None:
            found = "repetitions", text, _TOO_MANY
        elif counts is not None:
            count = counts[place]
            if count is None:
                found = "count", records.columns["count"][place], _NO_COUNT
            elif len(reps) == 1:
                reps = reps * count or [""]
            elif len(reps) != count:
                right = Phrase("the repetitions of {count} sets, as the row says", count=count)
                found = "repetitions", text, right
        if found is not None or reps is None:
            field, got, wanted = found or ("repetitions", text, "")
            column = records.names.get(field, field)
            problems.append(Problem(row=row, column=column, got=got, wanted=wanted))
            continue
        mark, note = _mark_and_note(records, place)
        cells = {"mark": mark, "note": note}
        names = {"reps": records.names["repetitions"]}
        parts += [
            Part(place=place, cells={**cells, **beside, "reps": one}, names=names)
            for one, beside in zip(reps, beside_each(records, place, len(reps)), strict=True)
        ]
    own = [field for field in BESIDE if field in records.columns]
    return expanded(records, parts, (*_OWN, *own), problems)


def _without_decimals(texts: Sequence[str]) -> Sequence[str]:
    """Write "5,0" as 5 where every cell of a column, and more than a few, is such a number."""
    cells = [cell for text in texts if (cell := plain(text))]
    if len(cells) < _FEW or not all(map(_DECIMAL.fullmatch, cells)):
        return texts
    return [plain(text).partition(",")[0] for text in texts]


def _sets_in(text: str) -> list[str] | None:
    """Read the repetitions of each set out of a cell; a lone one stays as it is written."""
    cell = plain(text)
    if (match := _TIMES.fullmatch(cell)) is not None:
        return [match[2]] * int(match[1]) if 0 < int(match[1]) <= MOST_SETS else None
    if (match := _LIST.fullmatch(cell)) is not None:
        found = re.findall(r"[^\s,;/+\[\]]+", match[1])
        return found if len(found) <= MOST_SETS else None
    return [text]


def _of_a_plain_sheet(records: Records) -> Records:
    return one_record_for_each_set(without_planned_loads(with_single_reps_joined(records)))


def _mark_and_note(records: Records, place: int) -> tuple[str, str]:
    """Read what kind of set a row says; a word that is none of the known stays a note."""
    if "mark" in records.columns:  # as the caller of read_log names it
        return records.text("mark", place), records.text("note", place)
    kind = plain(records.text("kind", place))
    warm = plain(records.text("warm", place)).casefold() in _YES
    note = records.text("note", place)
    if kind.casefold() in _MARKS or is_number(kind) or kind_says(kind) is not None:
        return ("warmup" if warm else kind if kind.casefold() in _MARKS else ""), note
    return ("warmup" if warm else ""), "; ".join(filter(None, (note, kind)))


def _names(text: str) -> tuple[str, ...]:
    """List the names of a column that a text gives, the likeliest first."""
    return tuple(" ".join(name.split()) for name in text.split(","))


SHEET = App(
    name="sheet",
    label=Phrase("a sheet with a row for each set"),
    columns={
        "when": _names(
            """
            Date, Day, When, DateTime, Timestamp, Created At, Performed At, Workout Date,
            Session Date, Datum, Tag, Fecha, Día, Data, Dia, Giorno, Jour, Дата, Tarih, Dato,
            Dátum, Päivä, Päivämäärä, Datum tréninku, 日付, 날짜, 日期
            """
        ),
        "lift": _names(
            """
            Exercise, Lift, Movement, Exercise Name, Lift Name, Exercise Title, Übung, Uebung,
            Ejercicio, Exercício, Exercicio, Exercice, Esercizio, Oefening, Упражнение, Вправа,
            Ćwiczenie, Egzersiz, Övning, Øvelse, Gyakorlat, Cvik, Liike, 種目, 动作, 動作, 운동
            """
        ),
        "count": _names(
            """
            Sets, Sätze, Series, Séries, Serie, Sätze Anzahl, Sorozatok, Sarjat, Подходы, 组数,
            組数, セット数
            """
        ),
        "set_index": _names(
            """
            Set, Set Number, Set Num, Set No, Set #, Set Order, Satz, Подход, Підхід, Seria,
            Sorozat, Sæt, Sarja, セット, 组, 세트
            """
        ),
        "repetitions": _names(
            """
            Reps Completed, Sets x Reps, Completed Reps, Actual Reps, Reps, Rep, Repetitions,
            Wdh, Wiederholungen, Repeticiones, Repetições, Répétitions, Répét, Ripetizioni,
            Herhalingen, Повторения, Повторы, Повтори, Повторення, Powtórzenia, Tekrar,
            Ismétlés, Ismétlések, Ismétlésszám, Opakování, Toistot, Gentagelser, Repetisjoner,
            Repetitioner, 回数, 次数, 횟수
            """
        ),
        "rep_index": _names(
            """
            Rep Number, Rep Num, Rep No, Rep Index, Rep Order, Repetition Number,
            Repetition No, Wdh Nr, Wdh-Nummer, Wiederholung Nr, Repetición n, Répétition n
            """
        ),
        "load": _LOADS,
        "kg": (*_KG, "重量kg"),
        "lb": _LB,
        "unit": ("Unit", "Units", "Weight Unit", "Einheit", "Unidad", "Unité", "Unità", "Eenheid"),
        "rpe": ("RPE",),
        "rir": ("RIR",),
        "target": (*PLANNED_REPS, *TARGETS),
        "note": _names(
            """
            Notes, Note, Comment, Comments, Remarks, Notizen, Notiz, Bemerkung, Kommentar,
            Megjegyzés, Poznámka, Muistiinpanot, Notas, Nota, Comentario, Commentaire,
            Opmerkingen
            """
        ),
        "title": ("Workout", "Workout Name", "Session", "Routine"),
        "kind": ("Set Type", "Type", "Kind"),
        "warm": ("Warmup", "Is Warmup", "Warm-up Set"),
        "category": ("Category", "Muscle Group", "Body Part"),
        "number": ("Unnamed: 0", "Index", "ID"),
    },
    needs=("when", "lift", "load|kg|lb", "repetitions|rep_index"),
    marks=_MARKS,
    last_resort=True,
    by_hand=True,
    day_once=True,
    arrange=_of_a_plain_sheet,
)
