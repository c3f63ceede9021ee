"""
Strong: iOS and Android, 2015 to today, in any language.

Reason to change: Strong changes its export.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import NOTE, REST, App, Mark, Records

__all__ = ["STRONG"]

_ANDROID = (
    "when title lift mark load unit reps rpe distance distance_unit seconds note session_note"
)

_MARKS: dict[str, Mark] = {
    "normal": ("normal", False),
    "w": ("warmup", False),
    "warm_up": ("warmup", False),
    "warmup": ("warmup", False),
    "f": (None, True),
    "failure": (None, True),
    "d": ("drop", False),
    "drop": ("drop", False),
    "drop_set": ("drop", False),
    "dropset": ("drop", False),
}


def _kinds_beside_numbers(records: Records) -> Records:
    """Take the kind of a set from a column of its own, where its order is a mere number."""
    marks, kinds = records.columns.get("mark"), records.columns.get("kind")
    if marks is None or kinds is None:
        return records
    told = [
        kind if kind.strip().casefold() in _MARKS and mark.strip().isdecimal() else mark
        for mark, kind in zip(marks, kinds, strict=True)
    ]
    return attrs.evolve(records, columns={**records.columns, "mark": told})


STRONG = App(
    name="strong",
    label="Strong",
    columns={
        "when": ("Date", "Datum", "日期"),
        "title": ("Workout Name", "Workout-Name", "Nom de l'entraînement", "锻炼名称"),
        "lift": ("Exercise Name", "Name der Übung", "Nom de l'exercice", "运动名称", "Menu"),
        "mark": ("Set Order", "Reihenfolge festlegen", "Ordre de la série", "设置顺序"),
        "load": ("Weight", "Gewicht", "Poids", "重量"),
        "kg": ("kg", "Weight (kg)"),
        "lb": ("lb", "lbs", "Weight (lb)", "Weight (lbs)"),
        "unit": ("Weight Unit",),
        "reps": ("Reps", "Wiederh.", "Réps", "次"),
        "rpe": ("RPE",),
        "distance": (
            *("Distance", "km", "mi", "Distance (meters)", "Distance (km)", "Distance (miles)"),
            *("Entfernung", "距离"),
        ),
        "seconds": ("Seconds", "Sekunden", "Secondes", "秒", "sec"),
        "note": ("Notes", "Notizen", "备注", "Note"),
        "session_note": (
            *("Workout Notes", "Workout-Notizen", "Notes d'entraînement", "锻炼备注"),
            "Workout Note",
        ),
        "number": ("Workout #",),
        "kind": ("Set Type",),
        "distance_unit": ("Distance Unit",),
        "duration": (
            *("Duration", "Duration (sec)", "Workout Duration", "Dauer", "Durée", "时长"),
            "Workout-Dauer",
        ),
    },
    needs=("when", "lift", "mark|title", "load|kg|lb", "reps"),
    layouts=(
        "when title duration lift mark load reps distance seconds note session_note rpe",
        "when title duration lift mark load reps distance seconds rpe",
        "when title lift mark load reps distance seconds note session_note",
        "when title lift mark load reps distance seconds note",
        "when title duration lift mark load reps distance seconds",
        _ANDROID,
        _ANDROID + " duration",
        # Its load is "Weight (kg)" or "(lb)": under an unknown name the unit must show itself.
        "number when title duration lift mark load reps rpe distance seconds note session_note",
    ),
    marks=_MARKS,
    arrange=_kinds_beside_numbers,
    not_sets={"rest timer": REST, "rest_timer": REST, "note": NOTE},
)
