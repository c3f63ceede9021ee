"""
One log in many clothes: the same sets as sheets of several languages, tables of apps and JSON.

A table is written of a header and rows of cells by our words; what stands besides, such as a
column that says which sets went up, is put at its end under a name of the language.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence

import attrs


@attrs.frozen(kw_only=True)
class Clothes:
    """A way of writing sets: the columns of a table by our words, and what else makes one."""

    name: str
    columns: Mapping[str, str]  # our word -> the name of the column
    cells: Mapping[str, str] = {}  # our word -> what always stands there
    separator: str = ","
    date: str = "%Y-%m-%d"
    pull: str = "Deadlift"  # what it calls the deadlift
    write: Callable[[Clothes, Sequence[Mapping[str, str]]], bytes] | None = None

    def bytes_of(self, rows: Sequence[Mapping[str, object]], more: Mapping[str, str] = {}) -> bytes:
        """Write rows of cells by our words; `more` are further columns and their names."""
        columns = {**self.columns, **more}
        filled = [
            {
                columns[word]: str({**self.cells, "lift": self.pull, **row}.get(word, ""))
                for word in columns
            }
            for row in rows
        ]
        return (self.write or _table)(self, filled)


def _table(kind: Clothes, rows: Sequence[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=kind.separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _json_rows(_: Clothes, rows: Sequence[Mapping[str, str]]) -> bytes:
    return json.dumps([dict(row) for row in rows], ensure_ascii=False).encode()


def _json_lines(_: Clothes, rows: Sequence[Mapping[str, str]]) -> bytes:
    return "\n".join(json.dumps(dict(row), ensure_ascii=False) for row in rows).encode()


def _sheet(name, when, lift, kg, reps, **more):
    columns = {"when": when, "lift": lift, "kg": kg, "reps": reps}
    return Clothes(name=name, columns=columns, **more)


SHEETS = (
    _sheet("English", "Date", "Exercise", "Weight (kg)", "Reps"),
    _sheet(
        "German",
        "Datum",
        "Übung",
        "Gewicht (kg)",
        "Wdh",
        separator=";",
        pull="Kreuzheben",
        date="%d.%m.%Y",
    ),
    _sheet("Spanish", "Fecha", "Ejercicio", "Peso (kg)", "Repeticiones", pull="Peso muerto"),
    _sheet(
        "French",
        "Jour",
        "Exercice",
        "Charge (kg)",
        "Répétitions",
        separator="\t",
        pull="Soulevé de terre",
    ),
    _sheet("Russian", "Дата", "Упражнение", "Вес (kg)", "Повторения", pull="Становая тяга"),
    _sheet("Japanese", "日付", "種目", "重量(kg)", "回数", pull="デッドリフト"),
    _sheet("Turkish", "Tarih", "Egzersiz", "Ağırlık (kg)", "Tekrar", separator=";"),
    _sheet("Polish", "Data", "Ćwiczenie", "Ciężar (kg)", "Powtórzenia", pull="Martwy ciąg"),
    _sheet(
        "Hungarian",
        "Dátum",
        "Gyakorlat",
        "Súly (kg)",
        "Ismétlés",
        separator=";",
        pull="Felhúzás",
    ),
    _sheet("Czech", "Datum", "Cvik", "Váha (kg)", "Opakování", separator=";"),
    _sheet("Finnish", "Päivä", "Liike", "Paino (kg)", "Toistot"),
    _sheet("program", "created_at", "exercise_name", "weight_kg", "reps"),
)
"""Sheets with a row for each set, in words of several languages."""

APPS = (
    Clothes(
        name="strong",
        columns={
            "when": "Date",
            "title": "Workout Name",
            "lift": "Exercise Name",
            "mark": "Set Order",
            "kg": "kg",
            "reps": "Reps",
            "km": "km",
            "seconds": "Seconds",
            "note": "Notes",
        },
        cells={"title": "Pull", "mark": "1"},
        date="%Y-%m-%d 18:00:00",
    ),
    Clothes(
        name="fitnotes",
        columns={
            "when": "Date",
            "lift": "Exercise",
            "category": "Category",
            "kg": "Weight (kgs)",
            "reps": "Reps",
            "distance": "Distance",
            "distance_unit": "Distance Unit",
            "seconds": "Time",
            "note": "Comment",
        },
        cells={"category": "Back"},
    ),
    Clothes(
        name="fitbod",
        columns={
            "when": "Date",
            "lift": "Exercise",
            "reps": "Reps",
            "kg": "Weight(kg)",
            "seconds": "Duration(s)",
            "distance": "Distance(m)",
            "incline": "Incline",
            "resistance": "Resistance",
            "mark": "isWarmup",
            "note": "Note",
            "times": "multiplier",
        },
        cells={"mark": "false", "times": "1.0", "seconds": "0.0", "distance": "0.0"},
        date="%Y-%m-%d 18:00:00 +0000",
    ),
    Clothes(
        name="hevy",
        columns={
            "title": "title",
            "when": "start_time",
            "end": "end_time",
            "lift": "exercise_title",
            "index": "set_index",
            "mark": "set_type",
            "kg": "weight_kg",
            "reps": "reps",
            "rpe": "rpe",
        },
        cells={"title": "Pull", "mark": "normal", "index": "0"},
        date="%Y-%m-%d 18:00:00",
    ),
)
"""Tables of apps that have no such column: somebody has added it."""

DUMPS = (
    _sheet("JSON", "date", "exercise", "weight_kg", "reps", write=_json_rows),
    _sheet("JSON lines", "date", "exercise", "weight_kg", "reps", write=_json_lines),
)
"""Rows of a program."""

CLOTHES = (*SHEETS, *APPS, *DUMPS)
