"""
Hevy: the app's export and tables made from its interface.

Reason to change: Hevy changes its export.
"""

from __future__ import annotations

import re
from itertools import groupby

import attrs

from liftguard.importers.app import App, Records

__all__ = ["HEVY"]

_INDEX = re.compile(r"([0-9]{1,4})(?:\.0+)?")  # 0.0 where a spreadsheet or pandas wrote it


def _sets_by_index(records: Records) -> Records:
    """Put the sets of one exercise in the order of their index, exercises as they stand."""
    index = records.columns.get("set_index")
    if index is None:
        return records
    numbers = {text: _INDEX.sub(r"\1", text.strip()) for text in dict.fromkeys(index)}
    counts = {
        text: int(float(text)) for text, number in numbers.items() if _INDEX.fullmatch(number)
    }
    places = range(len(index))
    start, lift = records.columns["when"], records.columns["lift"]
    order: list[int] = []
    for _, group in groupby(places, key=lambda place: (start[place], lift[place])):
        block = list(group)
        told = {numbers[index[place]] for place in block}
        # An index that returns means two blocks of one exercise: they stand in order.
        if len(told) == len(block) and all(index[place] in counts for place in block):
            block.sort(key=lambda place: counts[index[place]])
        order += block
    if order == list(places):
        return records
    columns = {field: [texts[place] for place in order] for field, texts in records.columns.items()}
    return attrs.evolve(records, columns=columns, rows=[records.rows[place] for place in order])


_ITS_OWN = "title|end|superset|note|about|number"  # a plain sheet of sets has none of these

HEVY = App(
    name="hevy",
    label="Hevy",
    columns={
        "title": ("title", "workout_title", "workout_name"),
        "when": (
            "start_time",
            "workout_start_time",
            "workout_start",
            "started_at",
            "workout_date",
            "date",
        ),
        "lift": ("exercise_title", "exercise_name", "exercise"),
        "set_index": ("set_index", "set_number", "set_order", "set_no", "set"),
        "mark": ("set_type",),
        "kg": ("weight_kg",),
        "lb": ("weight_lbs", "weight_lb"),
        "reps": ("reps",),
        "rpe": ("rpe",),
        "distance": ("distance_km", "distance_miles", "distance_meters", "distance_m"),
        "seconds": ("duration_seconds",),
        "note": ("exercise_notes",),
        "session_note": ("workout_notes",),
        "end": ("end_time", "workout_end_time"),
        "about": ("description", "workout_description"),
        "superset": ("superset_id", "superset"),
        "number": ("workout_id", "exercise_id", "exercise_template_id", "exercise_index"),
    },
    needs=("when", "lift", "kg|lb", "reps", "set_index|mark|end|superset", _ITS_OWN),
    layouts=(
        "title when end about lift superset note set_index mark load reps distance seconds rpe",
        "title when end about lift note set_index mark load reps distance seconds rpe",
    ),
    numbered=False,
    marks={
        "normal": ("normal", False),
        "warmup": ("warmup", False),
        "warm_up": ("warmup", False),
        "warm up": ("warmup", False),
        "failure": ("normal", True),
        "dropset": ("drop", False),
        "drop": ("drop", False),
        "drop_set": ("drop", False),
        "drop set": ("drop", False),
    },
    arrange=_sets_by_index,
)
