"""
From understood columns to the log: every record is a set, skipped, or a problem.

Reason to change: another kind of record, or another field of a set.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

import attrs

from liftguard.importers.app import NOT_DONE, NOTE, REST, App, Mark, Records
from liftguard.importers.columns import Columns, understand, without_words_for_nothing
from liftguard.importers.from_notes import (
    fails_next,
    misses_not_read,
    remarks_in,
    said_of_sets,
    with_missed,
)
from liftguard.importers.misses import as_known, misses_of, told_by_plan
from liftguard.importers.note_text import Remark
from liftguard.importers.recognise import Fit
from liftguard.lifts import lift_key
from liftguard.records import History, Log, LoggedSet, Problem, Skipped
from liftguard.records.entries import LONGEST_REST_S

__all__ = ["log_of", "log_of_fit"]

CARDIO = "cardio or timed"
NOTHING = "nothing recorded"
NO_REPS = "no repetitions recorded"
IN_UTC = "its times are in UTC, and so are its days; with a time zone (tz) they are those there"
NO_ROWS = "the table has a header and no rows, so that there is nothing to read"

_NAMED = 50  # columns of which nothing is read
_RPE, _MISSED = ("rpe",), ("missed",)
_ASSISTED = re.compile(r"(?<!spotter )\bassist|\basist|unterstützt", re.IGNORECASE)


def log_of_fit(
    records: Records, fit: Fit, *, unit: str | None, tz: tzinfo | None, dates: str | None
) -> Log:
    """Build the log of a table that was recognised."""
    log = log_of(records, fit.app, unit=unit, tz=tz, dates=dates)
    notices = log.notices
    if fit.unread:
        more = f" and {len(fit.unread) - _NAMED} more" if len(fit.unread) > _NAMED else ""
        notices = (f"not read: the columns {', '.join(fit.unread[:_NAMED])}{more}", *notices)
    return attrs.evolve(log, confidence=fit.confidence, recognised_by=fit.evidence, notices=notices)


def log_of(
    records: Records,
    app: App,
    *,
    unit: str | None,
    tz: tzinfo | None,
    dates: str | None = None,
) -> Log:
    """Build the log of one file."""
    records = app.arrange(without_words_for_nothing(records))
    columns = understand(records, app, unit=unit, tz=tz, dates=dates)
    assisted = _assisted(records, columns)
    _condemn_rows(records, columns)
    chosen, zeros, reasons = _sorted_out(columns)
    misses = misses_of(zeros, chosen, columns.at, records.columns["lift"]) if zeros else {}
    reasons |= {place: _undone(columns, place) for place in zeros if place not in misses}
    sessions, remarks = _sessions(records, columns), remarks_in(records)
    heard = said_of_sets(records, columns, sessions, remarks, app)
    known = as_known(chosen, misses)
    done = _sets(records, columns, sessions, assisted, known, misses, heard)
    sets = with_missed(list(done), records, columns, sessions, remarks)
    rows = records.rows
    with_sets = {rows[place] for places in (chosen, misses) for place in places}
    notices = misses_not_read(records, columns, remarks, heard)
    notices = (*notices, *_plans_not_read(columns, with_sets), *_days_of_utc(columns, tz))
    problems = (*records.problems, *{one.row: one for one in columns.problems.values()}.values())
    empty = {rows[place]: why for place, why in reasons.items()}
    without = (Skipped(row=row, reason=why) for row, why in empty.items() if row not in with_sets)
    skipped = (*records.skipped, *without)
    return Log(
        history=History(sets),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.row)),
        app=app.name,
        notices=_notices(records, notices),
        unit=columns.unit.name,
        unit_evidence=columns.unit.evidence,
        rows_read=len(set(rows)) + len(records.problems) + len(records.skipped),
        rows_with_sets=len(with_sets),
    )


def _assisted(records: Records, columns: Columns) -> set[str]:
    """List the assisted lifts; elsewhere a load below zero is a problem."""
    lifts = records.columns["lift"]
    assisted = {lift for lift in dict.fromkeys(lifts) if _ASSISTED.search(lift)}
    loads = columns.load_kg
    if min((load for load in loads if load is not None), default=0.0) < 0.0:
        field = columns.load_from
        for place, load in enumerate(loads):
            if load is None or load >= 0.0 or place in columns.not_sets:
                continue
            if lifts[place] not in assisted:
                columns.problems.setdefault(
                    place,
                    Problem(
                        row=records.rows[place],
                        column=records.name_of(field, place),
                        got=records.columns[field][place],
                        wanted="0 or more, as the name does not say assisted",
                    ),
                )
    return assisted


def _condemn_rows(records: Records, columns: Columns) -> None:
    """Take no set from a row of which one cannot be read: its cells may have shifted."""
    problems, rows = columns.problems, records.rows
    first: dict[int, Problem] = {}
    for place in sorted(problems):
        first.setdefault(rows[place], problems[place])
    if first and len(set(rows)) < len(rows):
        problems.update({place: first[row] for place, row in enumerate(rows) if row in first})


def _sorted_out(columns: Columns) -> tuple[list[int], list[int], dict[int, str]]:
    """Part the records: sets with repetitions, loads without, and why others hold no set."""
    done: list[int] = []
    zeros: list[int] = []
    reasons: dict[int, str] = {}
    problems, not_sets = columns.problems, columns.not_sets
    for place, reps in enumerate(columns.reps):
        if place in not_sets:
            reasons[place] = not_sets[place]
        elif place in problems:
            continue
        elif reps:
            done.append(place)
        elif reps == 0 and columns.load_kg[place]:
            zeros.append(place)
        elif columns.seconds[place] or columns.distance[place]:
            reasons[place] = CARDIO
        else:
            reasons[place] = NO_REPS if columns.load_kg[place] else NOTHING
    return done, zeros, reasons


def _undone(columns: Columns, place: int) -> str:
    """Say what a load without repetitions is where it is no miss."""
    return CARDIO if columns.seconds[place] or columns.distance[place] else NOT_DONE


def _sets(
    records: Records,
    columns: Columns,
    sessions: Sequence[str | None],
    assisted: set[str],
    chosen: Sequence[int],
    misses: Mapping[int, int | None],
    heard: Mapping[int, Remark],
) -> Iterator[LoggedSet]:
    """Build the sets, in the order in which they became known."""
    notes = _notes(records, columns, sessions)
    rests = _rests(columns, sessions, chosen)
    kinds, lifts = _kinds(columns), records.columns["lift"]
    keys = {lift: lift_key(lift) if lift.strip() else "" for lift in dict.fromkeys(lifts)}
    at, loads = _moments(columns.at, misses), columns.load_kg
    for place in chosen:
        moment, reps, mark = at[place], columns.reps[place], columns.marks[place]
        if moment is None or reps is None or mark is None:
            continue  # cannot be: these are problems
        load, plan, helped = loads[place] or 0.0, columns.plans[place], lifts[place] in assisted
        rpe, failed, told = _with_note(heard.get(place), columns.rpe[place], reps)
        short, as_many = told_by_plan(reps, plan, rpe, mark[0])
        yield LoggedSet(
            lift=keys[lifts[place]],
            at=moment,
            load_kg=0.0 if helped else load,
            reps=reps,
            missed=reps == 0 or failed or short,
            to_failure=(mark[1] or as_many) and reps > 0,
            planned_reps=plan and plan[0],
            rpe=rpe,
            kind=kinds[mark],
            assist_kg=abs(load) if helped else 0.0,
            rest_s=rests.get(place),
            at_known_to=columns.at_known_to,
            session=sessions[place],
            note=notes[place],
            from_note=told,
        )


def _notices(records: Records, notices: Sequence[str]) -> tuple[str, ...]:
    bare = () if records.rows or records.problems else (NO_ROWS,)
    return (*records.notices, *notices, *bare)


def _days_of_utc(columns: Columns, tz: tzinfo | None) -> tuple[str, ...]:
    """Say that the days are those of UTC, where no zone was named for instants."""
    offsets = {at.utcoffset() for at in columns.at if at is not None} if tz is None else set()
    return (IN_UTC,) if offsets == {timedelta(0)} else ()


def _plans_not_read(columns: Columns, with_sets: Collection[int]) -> tuple[str, ...]:
    """Say which sets are kept without the plan that stands beside them, as it is none."""
    found = [one for one in columns.plans_not_read.values() if one.row in with_sets]
    if not found:
        return ()
    kept = "1 set is" if len(found) == 1 else f"{len(found)} sets are"
    return (f"{kept} kept without the repetitions planned, as in {found[0]}",)


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


def _kinds(columns: Columns) -> dict[Mark | None, str | None]:
    """Say what each mark means: normal sets are work where the file marks warm-ups."""
    marks = set(columns.marks)
    normal = "work" if any(mark[0] == "warmup" for mark in marks if mark) else None
    return {mark: normal if mark and mark[0] == "normal" else mark and mark[0] for mark in marks}


def _sessions(records: Records, columns: Columns) -> list[str | None]:
    """Name each record's workout: as the file does, else by its title, if any, and its start."""
    if (told := records.columns.get("session")) is not None:
        return [name.strip() or None for name in told]
    clock = "%Y-%m-%d" if columns.at_known_to == "day" else "%Y-%m-%d %H:%M"
    titles = records.columns.get("title") or [""] * len(columns.at)
    names = {
        (title, at): " ".join(
            filter(None, (title.strip(), at.strftime(clock) if at is not None else ""))
        )
        or None
        for title, at in dict.fromkeys(zip(titles, columns.at, strict=True))
    }
    return list(map(names.__getitem__, zip(titles, columns.at, strict=True)))


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
) -> dict[int, float]:
    """Give the seconds of rest timers to the next set of the same workout."""
    timers = [place for place, kind in columns.not_sets.items() if kind == REST]
    if not timers:
        return {}
    rests: dict[int, float] = {}
    resting: dict[str | None, float] = {}
    sets = set(chosen)
    for place in sorted((*timers, *sets)):
        session = sessions[place]
        if place not in sets:
            resting[session] = resting.get(session, 0.0) + max(columns.seconds[place] or 0.0, 0.0)
        elif session in resting:
            rests[place] = min(resting.pop(session), LONGEST_REST_S)  # a timer left running
    return rests
