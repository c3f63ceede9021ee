"""
Lyfta: a row for each set, whose exertion column says RPE or RIR as the lifter chose.

The file names no unit. Effort is not read, as 2 can be either: a set that was easy, or one
with two repetitions in reserve.

Reason to change: Lyfta changes its export.
"""

from __future__ import annotations

from liftguard.importers.app import App

__all__ = ["LYFTA"]

LYFTA = App(
    name="lyfta",
    label="Lyfta",
    columns={
        "title": ("Title",),
        "when": ("Date",),
        "duration": ("Duration",),
        "about": ("Description",),
        "session_note": ("Notes",),
        "lift": ("Exercise",),
        "note": ("Exercise Note",),
        "superset": ("Superset id",),
        "load": ("Weight",),
        "reps": ("Reps",),
        "effort": ("RIR/RPE",),
        "distance": ("Distance",),
        "seconds": ("Time",),
        "mark": ("Set Type",),
        "medal": ("RecordLevel: gold/silver/bronze",),
        "record": ("RecordType: 1RM / max_weight / volume / reps",),
    },
    needs=("title", "when", "lift", "load", "reps", "mark", "duration", "superset"),
    numbered=False,
    marks={
        "normal_set": ("normal", False),
        "left_set": ("normal", False),
        "right_set": ("normal", False),
        "warmup_set": ("warmup", False),
        "warm_up_set": ("warmup", False),
        "drop_set": ("drop", False),
        "failure_set": ("normal", True),
    },
)
