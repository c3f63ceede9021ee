"""
What was done, felt or planned: entries, plans, histories.

Reason to change: a record moves to another file.
"""

from liftguard.records.entries import (
    Bodyweight,
    Entry,
    LoggedSet,
    Mobility,
    Moved,
    Pain,
    Readiness,
    Rising,
    Stillness,
)
from liftguard.records.history import History, Log, Problem, Skipped, UnknownLift
from liftguard.records.plans import Movement, PlannedSession, PlannedSet, Plates, Profile

__all__ = [
    "Bodyweight",
    "Entry",
    "History",
    "Log",
    "LoggedSet",
    "Mobility",
    "Moved",
    "Movement",
    "Pain",
    "PlannedSession",
    "PlannedSet",
    "Plates",
    "Problem",
    "Profile",
    "Readiness",
    "Rising",
    "Skipped",
    "Stillness",
    "UnknownLift",
]
