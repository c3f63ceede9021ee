"""
Liftosaur: the history as a table, where what was prescribed stands beside what was done.

Repetitions that are blank belong to a set that was not done. Fewer than prescribed are a
miss, but for warm-ups, which a lifter cuts short at will. A set of as many repetitions as
possible was taken to failure, unless an exertion stands beside it that says more.

Reason to change: Liftosaur changes its export.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import NOT_DONE, App, Records

__all__ = ["LIFTOSAUR"]

_KINDS = {"0": "normal", "": "normal", "1": "warmup"}


def _prescribed_and_done(records: Records) -> Records:
    """Mark the sets, leave warm-ups without a prescription, and find where each load stands."""
    columns = dict(records.columns)
    blank = [""] * len(records.rows)
    cells = (columns.get(field, blank) for field in ("mark", "reps", "amrap", "rpe"))
    marks = [_mark(*map(str.strip, row)) for row in zip(*cells, strict=True)]
    targets = zip(columns["target"], marks, strict=True)
    columns["target"] = ["" if mark == "warmup" else text for text, mark in targets]
    columns["mark"] = marks
    own_names: dict[str, list[str]] = {}
    if {"planned_load", "planned_unit"} <= columns.keys():
        before = ["" if text.strip() else "planned_" for text in columns["load"]]
        for field in ("load", "unit"):
            chosen = [one + field for one in before]
            columns[field] = [columns[one][place] for place, one in enumerate(chosen)]
            own_names[field] = [records.names[one] for one in chosen]
    return attrs.evolve(records, columns=columns, own_names=own_names)


def _mark(warmup: str, reps: str, amrap: str, rpe: str) -> str:
    """Say what a set is; a text that is none of the known ones stays as it stands."""
    kind = _KINDS.get(warmup, warmup)
    if not reps or (kind == "warmup" and reps == "0"):
        return "not done"
    return "amrap" if kind == "normal" and amrap == "1" and not rpe else kind


LIFTOSAUR = App(
    name="liftosaur",
    label="Liftosaur",
    columns={
        "when": ("Workout DateTime",),
        "programme": ("Program",),
        "title": ("Day Name",),
        "lift": ("Exercise",),
        "mark": ("Is Warmup Set?",),
        "target": ("Required Reps",),
        "reps": ("Completed Reps",),
        "amrap": ("Is AMRAP?",),
        "rpe": ("Completed RPE", "RPE"),
        "planned_load": ("Required Weight Value",),
        "planned_unit": ("Required Weight Unit",),
        "load": ("Completed Weight Value", "Weight Value"),
        "unit": ("Completed Weight Unit", "Weight Unit"),
        "note": ("Notes",),
        "planned_rpe": ("Required RPE",),
        "asks_rpe": ("Log RPE?",),
        "asks_load": ("Ask Weight?",),
        "rep_times": ("Completed Reps Time",),
        "muscles": ("Target Muscles",),
        "other_muscles": ("Synergist Muscles",),
    },
    needs=("when", "lift", "mark", "target", "reps", "load", "unit"),
    marks={"warmup": ("warmup", False), "normal": ("normal", False), "amrap": ("normal", True)},
    not_sets={"not done": NOT_DONE},
    arrange=_prescribed_and_done,
)
