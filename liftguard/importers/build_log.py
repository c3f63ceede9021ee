"""
From understood columns to the log: every record is a set, skipped, or a problem.

Reason to change: another kind of record, or another field of a set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta, tzinfo
from typing import cast

import attrs

from liftguard.choices import LogUnit
from liftguard.importers.app import NOT_DONE, App, Records
from liftguard.importers.attempts import Outcomes, outcomes_of, with_marks_read
from liftguard.importers.columns import (
    Columns,
    understand,
    with_bounded_names,
    without_words_for_nothing,
)
from liftguard.importers.doubled_rows import rows_in_order
from liftguard.importers.fields import report
from liftguard.importers.from_notes import (
    misses_not_read,
    remarks_in,
    said_of_sets,
    with_missed,
)
from liftguard.importers.hours import with_hours
from liftguard.importers.implements import with_implements
from liftguard.importers.logged_sets import Told, logged_sets
from liftguard.importers.misses import misses_of
from liftguard.importers.recognise import Fit
from liftguard.lifts import find_lift, lift_of
from liftguard.lifts.assistance import is_helped, may_be_helped
from liftguard.phrase import Phrase
from liftguard.records import Bodyweight, History, Log, Problem, Skipped
from liftguard.units import is_aware

__all__ = ["log_of", "log_of_fit"]

CARDIO = Phrase("cardio or timed")
CARRY = Phrase("loaded carry, by distance or time")
NOTHING = Phrase("nothing recorded")
NO_REPS = Phrase("no repetitions recorded")
IN_UTC = Phrase(
    "its times are in UTC, and so are its days; with a time zone (tz) they are those there"
)
BELOW_ZERO = Phrase("0 or more, as the name does not say assisted")
NO_ROWS = Phrase("the table has a header and no rows, so that there is nothing to read")

_NAMED = 50  # columns of which nothing is read
_CALLED = {
    "target": Phrase("repetitions planned"),
    "rpe": Phrase("exertion"),
    "rir": Phrase("repetitions in reserve"),
    "seconds": Phrase("duration"),
    "distance": Phrase("distance"),
    "rest": Phrase("rest"),
    "velocity": Phrase("bar speed"),
    "weighed": Phrase("bodyweight"),
}
"""What is said of cells beside the sets."""


def log_of_fit(
    records: Records, fit: Fit, *, unit: str | None, tz: tzinfo | None, dates: str | None
) -> Log:
    """Build the log of a table that was recognised."""
    log = log_of(records, fit.app, unit=unit, tz=tz, dates=dates)
    notices = log.notices
    if fit.unread:
        more = len(fit.unread) - _NAMED
        says = Phrase(
            "not read: the columns {names} and {more} more"
            if more > 0
            else "not read: the columns {names}",
            names=", ".join(fit.unread[:_NAMED]),
            more=more,
        )
        notices = (says, *notices)
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
    records = app.arrange(without_words_for_nothing(with_bounded_names(records)))
    records = with_implements(with_hours(records))
    records, marked = with_marks_read(records, app)
    columns = understand(records, app, unit=unit, tz=tz, dates=dates)
    assisted = _assisted(records, columns)
    outcomes = outcomes_of(records, columns, marked)
    _condemn_rows(records, columns)
    chosen, zeros, reasons = _sorted_out(columns, outcomes)
    misses: Mapping[int, int | None] = {}
    if zeros:
        went_up = [place for place in chosen if outcomes.failed.get(place, 1)]
        misses = misses_of(zeros, went_up, columns.at, records.columns["lift"])
    reasons |= {place: _undone(columns, place) for place in zeros if place not in misses}
    carried = _carries_told(records, columns, reasons)
    _blame_cells(columns, reasons)
    sessions, remarks = _sessions(records, columns), remarks_in(records)
    heard = said_of_sets(records, columns, sessions, remarks, app)
    told = Told(assisted=assisted, misses=misses, heard=heard, outcomes=outcomes)
    rows, sets = logged_sets(records, columns, sessions, chosen, told)
    rows, sets = with_missed(rows, sets, records, columns, sessions, remarks)
    with_sets = {*map(records.rows.__getitem__, chosen), *map(records.rows.__getitem__, misses)}
    notices = (*misses_not_read(records, columns, remarks, heard), *_days_of_utc(columns, tz))
    cells, kept = _cells_aside(columns, with_sets)
    log = _accounted(records, columns, with_sets, reasons)
    return attrs.evolve(
        log,
        history=History((*_weighings(columns), *sets)),
        rows_of_sets=rows_in_order(rows, sets),
        app=app.name,
        notices=_notices(records, (*notices, *kept, *outcomes.notices, *carried)),
        unread_cells=tuple(cells),
    )


def _accounted(
    records: Records, columns: Columns, with_sets: Collection[int], reasons: Mapping[int, str]
) -> Log:
    """Account for every record: with sets, skipped for a reason, or a problem."""
    rows = records.rows
    problems = (*records.problems, *{one.row: one for one in columns.problems.values()}.values())
    empty = {rows[place]: why for place, why in reasons.items()}
    without = (Skipped(row=row, reason=why) for row, why in empty.items() if row not in with_sets)
    skipped = (*records.skipped, *without)
    return Log(
        history=History(),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.row)),
        app="",
        unit=cast("LogUnit", columns.unit.name),
        unit_evidence=columns.unit.evidence,
        rows_read=len(set(rows)) + len(records.problems) + len(records.skipped),
        rows_with_sets=len(with_sets),
    )


def _assisted(records: Records, columns: Columns) -> set[str]:
    """List the lifts whose load is help; below zero it is so where the body is moved."""
    lifts = records.columns["lift"]
    names = [lift for lift in dict.fromkeys(lifts) if lift.strip()]
    field, loads = columns.load_from, columns.load_kg
    if min(filter(None, loads), default=0.0) < 0.0:
        able = {lift for lift in names if may_be_helped(lift)}
        below = {
            place: BELOW_ZERO
            for place, load in enumerate(loads)
            if load is not None
            and load < 0.0
            and lifts[place] not in able
            and place not in columns.not_sets
        }
        report(records, field, below, columns.problems)
    return {lift for lift in names if is_helped(lift)}


def _condemn_rows(records: Records, columns: Columns) -> None:
    """Take no set from a row of which one cannot be read: its cells may have shifted."""
    problems, rows = columns.problems, records.rows
    first: dict[int, Problem] = {}
    for place in sorted(problems):
        first.setdefault(rows[place], problems[place])
    if first and len(set(rows)) < len(rows):
        problems.update({place: first[row] for place, row in enumerate(rows) if row in first})


def _sorted_out(
    columns: Columns, outcomes: Outcomes
) -> tuple[list[int], list[int], dict[int, str]]:
    """Part the records: sets with repetitions, loads without, and why others hold no set."""
    done: list[int] = []
    zeros: list[int] = []
    reasons: dict[int, str] = {}
    problems, not_sets, failed = columns.problems, columns.not_sets, outcomes.failed
    for place, reps in enumerate(columns.reps):
        if place in not_sets:
            reasons[place] = not_sets[place]
        elif place in problems:
            continue
        elif reps or place in failed:
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


def _carries_told(records: Records, columns: Columns, reasons: dict[int, str]) -> tuple[str, ...]:
    """Tell loads that were carried from cardio, and say that what they tire is not counted."""
    lifts = records.columns["lift"]
    loaded = [at for at, why in reasons.items() if why == CARDIO and columns.load_kg[at]]
    names = {name for name in {lifts[at] for at in loaded} if _is_carry(name)}
    carried = [at for at in loaded if lifts[at] in names]
    if not carried:
        return ()
    reasons.update(dict.fromkeys(carried, CARRY))
    return (
        Phrase(
            "1 loaded carry is left out, {name}, and what it tires is not counted|"
            "{n} loaded carries are left out, such as {name}, and what they tire is not counted",
            len(carried),
            n=len(carried),
            name=lifts[carried[0]],
        ),
    )


def _is_carry(name: str) -> bool:
    """Tell whether a name means a walk with a load."""
    return lift_of(find_lift(name).key or name).pattern == "carry"


def _notices(records: Records, notices: Sequence[str]) -> tuple[str, ...]:
    bare = () if records.rows or records.problems else (NO_ROWS,)
    return (*records.notices, *notices, *bare)


def _cells_aside(columns: Columns, with_sets: Collection[int]) -> tuple[list[Problem], list[str]]:
    """List the cells that say nothing beside sets that are kept, and say so of each column."""
    cells: list[Problem] = []
    notices: list[str] = []
    for field, problems in columns.aside.items():
        found = [one for one in problems.values() if one.row in with_sets]
        found = list({one.row: one for one in found}.values())
        if found:
            says = Phrase(
                "1 set is kept without the {field}, as in {problem}"
                "|{n} sets are kept without the {field}, as in {problem}",
                len(found),
                n=len(found),
                field=_CALLED[field],
                problem=found[0],
            )
            notices.append(says)
            cells += found
    return sorted(cells, key=lambda one: (one.row, one.column)), notices


def _days_of_utc(columns: Columns, tz: tzinfo | None) -> tuple[str, ...]:
    """Say that the days are those of UTC, where no zone was named for instants."""
    first = next(filter(None, columns.at), None)  # all are of its kind
    if tz is not None or first is None or not is_aware(first):
        return ()
    offsets = {at.utcoffset() for at in columns.at if at is not None}
    return (IN_UTC,) if offsets == {timedelta(0)} else ()


def _blame_cells(columns: Columns, reasons: dict[int, str]) -> None:
    """Make a problem of a row that holds nothing but a cell that cannot be read."""
    for field in ("rpe", "rir", "seconds", "distance"):
        for place, problem in columns.aside.get(field, {}).items():
            if reasons.get(place) in (NOTHING, NO_REPS):
                columns.problems.setdefault(place, problem)
                del reasons[place]


def _weighings(columns: Columns) -> Iterator[Bodyweight]:
    """List what the body weighed, once for each day and value."""
    if not any(columns.bodyweight_kg):
        return
    seen: set[tuple[date, float]] = set()
    for moment, kg in zip(columns.at, columns.bodyweight_kg, strict=True):
        if moment is not None and kg is not None and (moment.date(), kg) not in seen:
            seen.add((moment.date(), kg))
            yield Bodyweight(at=moment, kg=kg)


def _sessions(records: Records, columns: Columns) -> list[str | None]:
    """Name each record's workout: as the file does, else by its title, if any, and its start."""
    if (told := records.columns.get("session")) is not None:
        return [name.strip() or None for name in told]
    clock = "%Y-%m-%d" if columns.at_known_to in ("day", "set") else "%Y-%m-%d %H:%M"
    titles = records.columns.get("title") or [""] * len(columns.at)
    names = {
        (title, at): " ".join(
            filter(None, (title.strip(), at.strftime(clock) if at is not None else ""))
        )
        or None
        for title, at in dict.fromkeys(zip(titles, columns.at, strict=True))
    }
    return list(map(names.__getitem__, zip(titles, columns.at, strict=True)))
