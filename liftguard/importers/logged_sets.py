"""
The sets of a log, made of understood columns: kinds, notes, rests, plans and outcomes.

Reason to change: another field of a set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import attrs

from liftguard.importers.app import NOTE, REST, Mark, Records
from liftguard.importers.attempts import Outcomes
from liftguard.importers.cells import Plan
from liftguard.importers.columns import Columns
from liftguard.importers.from_notes import fails_next
from liftguard.importers.misses import as_known, told_by_plan
from liftguard.importers.note_text import Remark
from liftguard.lifts import lift_key
from liftguard.records import LoggedSet
from liftguard.records.entries import LONGEST_REST_S

__all__ = ["Told", "logged_sets"]

_RPE, _MISSED = ("rpe",), ("missed",)

_Effort = tuple[
    int, int | None, Plan | None, float | None, str | None, tuple[bool, bool], Remark | None
]
"""Repetitions that went up and were tried, plan, exertion, mark, failures, what a note says."""


@attrs.frozen(kw_only=True)
class Told:
    """What is known of sets beside their cells, by their places among the records."""

    assisted: Collection[str]  # names of lifts whose load is help
    misses: Mapping[int, int | None]  # zeros that are misses -> the set that they belong after
    heard: Mapping[int, Remark]  # what their own notes say
    outcomes: Outcomes


def logged_sets(
    records: Records,
    columns: Columns,
    sessions: Sequence[str | None],
    done: Sequence[int],
    told: Told,
) -> tuple[list[int], list[LoggedSet]]:
    """Build the sets that were done or missed, as they became known, and give the row of each."""
    failed, to_failure = told.outcomes.failed, frozenset(told.outcomes.to_failure)
    chosen = as_known(done, told.misses)
    notes, rests = _notes(records, columns, sessions), _rests(columns, sessions, chosen)
    lifts, loads, tried = records.columns["lift"], columns.load_kg, columns.reps
    keys, at, marks = _keys(lifts), _moments(columns.at, told.misses), columns.marks
    known: dict[_Effort, dict[str, Any]] = {}  # sets of a log are alike but for load and day
    kinds, rows, sets = _kinds(columns), list[int](), list[LoggedSet]()
    for place in chosen:
        moment, lift, load = at[place], lifts[place], loads[place] or 0.0
        reps, mark = failed.get(place, tried[place]), marks[place]
        if moment is None or reps is None or mark is None:
            continue  # cannot be: these are problems
        told_so = place in failed, mark[1] or place in to_failure
        meant = tried[place], columns.plans[place], columns.rpe[place]
        effort = reps, *meant, mark[0], told_so, told.heard.get(place)
        if (fields := known.get(effort)) is None:
            fields = known[effort] = _fields(*effort) | kinds[mark]
        if load < 0.0 or lift in told.assisted:
            fields, load = {**fields, "assist_kg": abs(load)}, 0.0
        rows.append(records.rows[place])
        sets.append(
            LoggedSet(
                lift=keys[lift],
                at=moment,
                load_kg=load,
                rest_s=rests[place],
                mean_velocity_m_s=columns.velocity_m_s[place],
                session=sessions[place],
                note=notes[place],
                **fields,
            )
        )
    return rows, sets


def _fields(
    reps: int,
    tried: int | None,
    plan: Plan | None,
    rpe: float | None,
    mark: str | None,
    told_so: tuple[bool, bool],  # that it failed, that it was taken to failure
    remark: Remark | None,
) -> dict[str, Any]:
    """Tell the fields of a set that say what was tried and how hard it was."""
    rpe, next_failed, from_note = _with_note(remark, rpe, reps)
    short, as_many = told_by_plan(reps, plan, rpe, mark)
    failed, to_failure = told_so
    return {
        "reps": reps,
        "missed": reps == 0 or next_failed or short or failed,
        "to_failure": reps > 0 and (to_failure or as_many),
        "planned_reps": _meant(plan, tried, reps),
        "rpe": rpe,
        "from_note": from_note,
    }


def _keys(lifts: Sequence[str]) -> dict[str, str]:
    """Name the lift that each name means, once."""
    return {lift: lift_key(lift) if lift.strip() else "" for lift in dict.fromkeys(lifts)}


def _meant(plan: Plan | None, tried: int | None, reps: int) -> int | None:
    """Give the repetitions that were meant: those planned, or else tried, of a set that failed."""
    if plan is not None:
        return plan[0]
    return tried if tried and reps < tried else None


def _with_note(
    remark: Remark | None, rpe: float | None, reps: int
) -> tuple[float | None, bool, tuple[str, ...]]:
    """Give the exertion, whether the next repetition failed, and which of them a note told."""
    if remark is None:
        return rpe, False, ()
    said = remark.rpe if rpe is None else None
    failed = fails_next(remark, reps)
    return said or rpe, failed, _RPE * (said is not None) + _MISSED * failed


def _moments(
    at: Sequence[datetime | None], misses: Mapping[int, int | None]
) -> Sequence[datetime | None]:
    """Give a miss that became known later the moment of the set that it follows."""
    after = {place: at[later] for place, later in misses.items() if later is not None}
    return [after.get(place) or moment for place, moment in enumerate(at)] if after else at


def _kinds(columns: Columns) -> dict[Mark, dict[str, str | None]]:
    """Say what each mark means: normal sets are work where the file marks warm-ups."""
    marks = set(filter(None, columns.marks))
    normal = "work" if any(mark[0] == "warmup" for mark in marks) else None
    kinds = {mark: normal if mark[0] == "normal" else mark[0] for mark in marks}
    return {
        mark: {"kind": kind, "at_known_to": columns.at_known_to} for mark, kind in kinds.items()
    }


def _notes(
    records: Records, columns: Columns, sessions: Sequence[str | None]
) -> Sequence[str | None]:
    """Join the texts that belong to each set: its own, its exercise's, its workout's."""
    size = len(columns.at)
    own = records.columns.get("note") or [""] * size
    whole = records.columns.get("session_note") or [""] * size
    lifts = records.columns["lift"]
    of_exercise: dict[tuple[str | None, str], str] = {}
    for place, kind in columns.not_sets.items():
        if kind == NOTE and own[place].strip():
            key = (sessions[place], lifts[place])
            of_exercise[key] = "; ".join(filter(None, (of_exercise.get(key), own[place].strip())))
    said: Sequence[str] = [""] * size
    if of_exercise:
        said = [of_exercise.get(key, "") for key in zip(sessions, lifts, strict=True)]
    joined = {
        parts: "; ".join(part.strip() for part in parts if part.strip()) or None
        for parts in dict.fromkeys(zip(own, whole, said, strict=True))
    }
    return list(map(joined.__getitem__, zip(own, whole, said, strict=True)))


def _rests(
    columns: Columns, sessions: Sequence[str | None], chosen: Iterable[int]
) -> Sequence[float | None]:
    """Give the rests, those of timers to the next set of the same workout. [s]"""
    timers = [place for place, kind in columns.not_sets.items() if kind == REST]
    if not timers:
        return columns.rest_s
    rests = list(columns.rest_s)
    resting: dict[str | None, float] = {}
    sets = set(chosen)
    for place in sorted((*timers, *sets)):
        session = sessions[place]
        if place not in sets:
            resting[session] = resting.get(session, 0.0) + max(columns.seconds[place] or 0.0, 0.0)
        elif session in resting:
            rests[place] = min(resting.pop(session), LONGEST_REST_S)  # a timer left running
    return rests
