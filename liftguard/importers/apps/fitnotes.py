"""
FitNotes for Android: days without times, and a comment for each set.

Reason to change: FitNotes changes its export.
"""

from __future__ import annotations

from liftguard.importers.app import App

__all__ = ["FITNOTES"]

FITNOTES = App(
    name="fitnotes",
    label="FitNotes",
    columns={
        "when": ("Date",),
        "lift": ("Exercise",),
        "category": ("Category",),
        "load": ("Weight",),
        "kg": ("Weight (kgs)", "Weight (kg)"),
        "lb": ("Weight (lbs)", "Weight (lb)"),
        "unit": ("Weight Unit",),
        "reps": ("Reps",),
        "distance": ("Distance",),
        "distance_unit": ("Distance Unit",),
        "seconds": ("Time",),
        "note": ("Comment", "Notes"),
        "kind": ("Kind",),
        "time_unit": ("Time Unit",),
    },
    needs=("when", "lift", "category", "load|kg|lb", "reps", "distance|seconds|note"),
    headerless=(
        "when lift words load reps distance distance_unit seconds note",
        "when lift words load reps distance distance_unit seconds",
        "when lift words load unit reps distance distance_unit seconds note",
        "when lift words load unit reps distance distance_unit seconds",
    ),
    at_known_to="day",
    notes_of_sets=True,
)
