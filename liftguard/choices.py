"""
The words that a choice may be: types for checkers and editors, and what is checked against.

A host that keeps a choice names its type by these, as in `unit: lg.choices.Unit`. What an everyday
name may stand for, as in `Pain.region`, is plain text.

Reason to change: another word in a choice.
"""

from typing import Literal, TypeAlias

__all__ = [
    "AppName",
    "BodyArea",
    "DateOrder",
    "Doubles",
    "Language",
    "LogUnit",
    "Motion",
    "MovedBy",
    "NoteField",
    "PainKind",
    "Posture",
    "Region",
    "SetKind",
    "Sex",
    "TimePrecision",
    "Unit",
]

Unit: TypeAlias = Literal["kg", "lb"]
"""Of loads."""

LogUnit: TypeAlias = Literal["kg", "lb", "mixed"]
"""Of the loads of a whole log; what is said of a mixed one is said in kilograms."""

Language: TypeAlias = Literal["en", "de"]
"""Of texts."""

AppName: TypeAlias = Literal[
    "strong", "hevy", "fitnotes", "fitnotes_ios", "pumpr", "pipes", "sets_by_reps", "liftosaur",
    "stronglifts", "wide", "fitbod", "gymbook", "lyfta", "alpha_progression", "strengthlog",
    "flexify", "massive", "fastnfitness", "meet", "sheet", "jefit", "wger", "garmin", "json",
]  # fmt: skip
"""Whose exports are read, and kinds of sheets."""

DateOrder: TypeAlias = Literal["dmy", "mdy"]
"""Whether the day or the month stands first."""

Doubles: TypeAlias = Literal["keep", "drop"]
"""What becomes of sets that stand in a log a second time."""

SetKind: TypeAlias = Literal["work", "warmup", "drop"]
"""What a set was for."""

TimePrecision: TypeAlias = Literal["set", "session", "day"]
"""How exactly the time of a set is known."""

NoteField: TypeAlias = Literal["rpe", "missed", "load_kg"]
"""The fields of a set that notes tell of."""

Posture: TypeAlias = Literal["sitting", "standing", "lying", "bent"]
"""How still time was spent."""

PainKind: TypeAlias = Literal["ache", "sharp", "spasm", "stiffness"]
"""What a pain felt like."""

Motion: TypeAlias = Literal["flexion", "rotation", "side_bend", "extension"]
"""Ways in which the trunk moves."""

MovedBy: TypeAlias = Literal["sneeze", "cough", "slip", "catch", "throw", "lift", "reach", "rise"]
"""
What may make it move without a bar: a sneeze, a cough, a slip or a stumble, something caught or
thrown, a thing lifted or reached for, getting up.
"""

Sex: TypeAlias = Literal["female", "male"]
"""For the strength that is usual."""

Region: TypeAlias = Literal[
    "erector_spinae", "quadratus_lumborum", "glutes", "hamstrings", "quadriceps", "upper_back",
    "grip", "shoulders", "chest", "arms",
]  # fmt: skip
"""The regions of the body that tire, as the model keeps them."""

BodyArea: TypeAlias = Literal[Region, "low_back", "neck", "hip", "knee", "elbow", "wrist", "ankle"]
"""Places of the body: the regions, and those that only hurt."""


def __dir__() -> list[str]:
    """List what is public."""
    return __all__
