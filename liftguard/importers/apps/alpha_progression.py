"""
Alpha Progression: no table but sections, a line for each workout, exercise and set.

A workout is "Legs · Week 4";"2026-02-19 4:54 h";"1:02 hr", an exercise "1. Hack Squats ·
Machine · 8 reps" with its warm-ups beside it, and below "#;KG;REPS;RIR" stands a line for
each set. They become rows of a table, one for each set; a line that is none of these stays as
it is, to be reported. The repetitions of the exercise are an aim, which nobody has to reach.

Reason to change: Alpha Progression changes its export.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from liftguard.importers.app import App

__all__ = ["ALPHA_PROGRESSION", "rows_of_alpha_progression"]

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2})(?: ?h| Uhr)?")
_EXERCISE = re.compile(r"[0-9]{1,3}\. ([^\n]{1,200})")
_HEADS = (["#", "KG", "REPS", "RIR"], ["#", "LB", "REPS", "RIR"], ["#", "LBS", "REPS", "RIR"])
_WARMUP = re.compile(r"(WU[0-9]{1,2}) · ([^·\n]{1,30}) · ([^·\n]{1,30})")
_WARMUPS = re.compile(r"\s*WU[0-9]")
_PART, _SEPARATOR = " · ", ";"
_COLUMNS = (
    *("Alpha Progression workout", "Start", "Exercise", "Kind"),
    *("Load", "Unit", "Reps", "RIR"),
)
_SHORTEST_HEAD = 3  # cells of the line that starts a workout


def rows_of_alpha_progression(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """Make a table of the sections; None where it is no such file."""
    if not rows or len(rows[0]) < _SHORTEST_HEAD or not _MOMENT.fullmatch(rows[0][1]):
        return None
    unit = next((row[1] for row in rows if list(row) in _HEADS), None)
    if unit is None:
        return None
    table = [[*_COLUMNS]]
    title = at = lift = ""
    for row in filter(None, rows):
        moment = _MOMENT.fullmatch(row[1]) if len(row) >= _SHORTEST_HEAD else None
        told, *beside = _uncut(row)
        exercise = _EXERCISE.fullmatch(told)
        if moment is not None and not "".join(row[_SHORTEST_HEAD:]).strip():
            title, at, lift = row[0], moment[1], ""
        elif exercise is not None and len(beside) <= 1:
            lift = _name_of(exercise[1])
            for said in filter(None, "".join(beside).split("<br>")):
                warmup = _WARMUP.fullmatch(said.strip())
                table.append(
                    [said]
                    if warmup is None
                    else [title, at, lift, "warmup", warmup[2], "", warmup[3], ""]
                )
        elif list(row) in _HEADS:
            unit = row[1]  # it may change inside a file
        elif len(row) == len(_HEADS[0]) and row[0].isdecimal():
            table.append([title, at, lift, "set", row[1], unit, *row[2:]])
        else:
            table.append(list(row))
            if moment or (1 < len(row) <= _SHORTEST_HEAD and not row[0].isdecimal()):
                # A workout's, maybe, that could not be read: the sets below have no day.
                title = at = lift = ""
    return table


def _uncut(row: Sequence[str]) -> Sequence[str]:
    """Put an exercise together again that stood alone in its line with a semicolon in its name."""
    cut = _PART not in row[0] and _PART in row[-1] and not any(map(_WARMUPS.match, row[1:]))
    return [_SEPARATOR.join(row)] if cut and _EXERCISE.fullmatch(row[0]) else row


def _name_of(exercise: str) -> str:
    """Name a lift: "Hack Squats · Machine · 8 reps" is "Hack Squats (Machine)"."""
    name, *rest = (part.strip() for part in exercise.split(_PART))
    equipment = rest[0] if len(rest) > 1 else ""
    return f"{name} ({equipment})" if equipment else name


ALPHA_PROGRESSION = App(
    name="alpha_progression",
    label="Alpha Progression",
    columns={
        "title": ("Alpha Progression workout",),
        "when": ("Start",),
        "lift": ("Exercise",),
        "mark": ("Kind",),
        "load": ("Load",),
        "unit": ("Unit",),
        "reps": ("Reps",),
        "rir": ("RIR",),
    },
    needs=("title", "when", "lift", "mark", "load", "unit", "reps", "rir"),
    marks={"set": ("normal", False), "warmup": ("warmup", False)},
)
