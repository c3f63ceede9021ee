"""
Liftosaur: the history as a table, where what was prescribed stands beside what was done.

Repetitions that are blank belong to a set that was not done. What is prescribed of a set of as
many repetitions as possible is the least of them: "5" is written as "5+".

Reason to change: Liftosaur changes its export.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import NOT_DONE, App, Records

__all__ = ["LIFTOSAUR"]

_KINDS = {"0": "normal", "": "normal", "1": "warmup"}


def _prescribed_and_done(records: Records) -> Records:
    """Mark the sets, write open ends as such, and find where each load stands."""
    columns = dict(records.columns)
    done = zip(columns["mark"], columns["reps"], strict=True)
    columns["mark"] = [_mark(kind.strip(), reps.strip()) for kind, reps in done]
    open_ends = columns.get("amrap") or [""] * len(records.rows)
    targets = zip(columns["target"], open_ends, strict=True)
    columns["target"] = [_target(text.strip(), is_open.strip()) for text, is_open in targets]
    own_names: dict[str, list[str]] = {}
    if {"planned_load", "planned_unit"} <= columns.keys():
        before = ["" if text.strip() else "planned_" for text in columns["load"]]
        for field in ("load", "unit"):
            chosen = [one + field for one in before]
            columns[field] = [columns[one][place] for place, one in enumerate(chosen)]
            own_names[field] = [records.names[one] for one in chosen]
    return attrs.evolve(records, columns=columns, own_names=own_names)


def _mark(warmup: str, reps: str) -> str:
    """Say what a set is; a text that is none of the known ones stays as it stands."""
    kind = _KINDS.get(warmup, warmup)
    if not reps or (kind == "warmup" and reps == "0"):
        return "not done"
    return kind


def _target(text: str, is_open: str) -> str:
    if is_open != "1":
        return text
    return f"{text}+" if text else "AMRAP"


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
    marks={"warmup": ("warmup", False), "normal": ("normal", False)},
    not_sets={"not done": NOT_DONE},
    arrange=_prescribed_and_done,
)
