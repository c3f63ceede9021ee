"""
Fast'n'Fitness: a row for as many equal sets as it says, with day and hour in two columns.

Older exports write the unit as a number, and the newest the plan of a programme beside what was
done. A plan alone, in a file of its own, was not carried out.

Reason to change: Fast'n'Fitness changes its export.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import NOT_DONE, App, Records
from liftguard.importers.apps.sets_by_reps import SETS_BY_REPS
from liftguard.importers.cells import read_number
from liftguard.importers.people import PERSON

__all__ = ["FASTNFITNESS"]

_UNITS = {"0": "kg", "1": "lb"}
_PLAN = "template"
_FAILED = "failed"


def _sets_of_rows(records: Records) -> Records:
    """Read units, plans and durations as the app means them, then repeat the rows."""
    places = range(len(records.rows))
    columns = {
        **records.columns,
        "unit": [_UNITS.get(text.strip(), text) for text in records.columns["told_unit"]],
        "mark": [NOT_DONE if _is_plan(records, place) else "" for place in places],
        "failed_reps": ["yes" if _failed(records, place) else "" for place in places],
        "seconds": [_lasted(records, place) for place in places],
    }
    names = {**records.names, "unit": records.names["told_unit"]}
    return SETS_BY_REPS.arrange(attrs.evolve(records, columns=columns, names=names))


def _is_plan(records: Records, place: int) -> bool:
    return any(_PLAN in records.text(field, place).casefold() for field in ("table", "kept_as"))


def _failed(records: Records, place: int) -> bool:
    """Tell whether a set of a programme failed, and fewer repetitions say so."""
    done, meant = (read_number(records.text(field, place)) for field in ("reps", "target"))
    said = records.text("result_of_plan", place).casefold() == _FAILED
    return said and isinstance(done, float) and isinstance(meant, float) and done < meant


def _lasted(records: Records, place: int) -> str:
    """Give the duration of a hold, or else of a run."""
    held = records.text("seconds", place)
    return held if read_number(held) else records.text("span", place)


FASTNFITNESS = App(
    name="fastnfitness",
    label="Fast'n'Fitness",
    columns={
        "table": ("TABLE",),
        "number": ("id",),
        PERSON: ("Profile", "profil_id"),
        "when": ("DATE",),
        "hour": ("TIME",),
        "lift": ("EXERCISE", "machine"),
        "kind": ("EXERCISE_TYPE", "Machine type"),
        "count": ("SETS", "Serie"),
        "reps": ("REPS", "Repetition"),
        "load": ("WEIGHT", "poids"),
        "told_unit": ("WEIGHT_UNIT", "Unit"),
        "seconds": ("SECONDS",),
        "span": ("DURATION",),
        "distance": ("DISTANCE",),
        "distance_unit": ("DISTANCE_UNIT",),
        "note": ("NOTES",),
        "kept_as": ("RECORD_TYPE",),
        "title": ("PROGRAM_NAME",),
        "target": ("TEMPLATE_REPS",),
        "result_of_plan": ("TEMPLATE_RECORD_STATUS",),
        "about": (
            "TEMPLATE_REST_TIME",
            "TEMPLATE_ORDER",
            "TEMPLATE_SETS",
            "TEMPLATE_WEIGHT",
            "TEMPLATE_WEIGHT_UNIT",
            "TEMPLATE_SECONDS",
            "TEMPLATE_DISTANCE",
            "TEMPLATE_DISTANCE_UNIT",
            "TEMPLATE_DURATION",
        ),
    },
    needs=("when", "lift", "count", "reps", "load", "told_unit", "table|kind"),
    repeats=("about",),
    ends_early=True,
    says_zero=True,
    not_sets={NOT_DONE: NOT_DONE},
    arrange=_sets_of_rows,
)
