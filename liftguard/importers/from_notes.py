"""
What notes add to a table: the exertion of a set, and attempts that no row holds.

A note may be a set's or a whole exercise's. Some apps repeat that of an exercise on each of
its rows, others write it on the first alone: neither says how hard one set was. A note of an
exercise may also be carried over into its next workouts, or prescribe.

Reason to change: an app tells in another way whose a note is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from math import isclose

import attrs

from liftguard.importers.app import App, Records
from liftguard.importers.cells import read_unit
from liftguard.importers.columns import Columns
from liftguard.importers.note_text import Missed, Remark, remark_of, speaks_of_a_miss
from liftguard.lifts import lift_key
from liftguard.phrase import Phrase
from liftguard.records import LoggedSet
from liftguard.units import kg_from_lb

__all__ = ["fails_next", "misses_not_read", "remarks_in", "said_of_sets", "with_missed"]

# Of the day's heaviest set of the lift: house rule. Kilograms taken for pounds, and pounds for
# kilograms, are a factor of 2.2 off, and so cannot both lie in it.
_LIGHTEST, _HEAVIEST = 0.8, 1.5
_SAME_LOAD = 0.005  # share by which a load may differ that was rounded in its other unit

Occasion = tuple[str | None, date, str]
"""Workout, day and key of the lift."""


def remarks_in(records: Records) -> dict[str, Remark]:
    """Read each distinct note once; those that say nothing to us are left out."""
    texts = dict.fromkeys(records.columns.get("note", ()))
    remarks = {text: remark_of(text) for text in texts if text}
    return {text: one for text, one in remarks.items() if one != Remark()}


def misses_not_read(
    records: Records,
    columns: Columns,
    remarks: Mapping[str, Remark],
    heard: Mapping[int, Remark],
) -> tuple[str, ...]:
    """Say that notes have a word for a miss of which nothing is read, where there are such."""
    own = records.columns.get("note", ())
    read = {text for text, one in remarks.items() if one.missed}
    read |= {own[place] for place, one in heard.items() if fails_next(one, columns.reps[place])}
    texts = [text for text in own if text and text not in read]
    distinct = {text: speaks_of_a_miss(text) for text in dict.fromkeys(texts)}
    found = [" ".join(text.split()) for text in texts if distinct[text]]
    if not found:
        return ()
    says = Phrase(
        "1 note speaks of a miss and nothing is read of it, such as {note!r}"
        "|{n} notes speak of a miss and nothing is read of it, such as {note!r}",
        len(found),
        n=len(found),
        note=found[0][:60],
    )
    return (says,)


def fails_next(remark: Remark, reps: int | None) -> bool:
    """Tell whether a note names the repetition after those that went up as the one that failed."""
    return remark.failed_rep is not None and reps is not None and remark.failed_rep == reps + 1


def said_of_sets(
    records: Records,
    columns: Columns,
    sessions: Sequence[str | None],
    remarks: Mapping[str, Remark],
    app: App,
) -> dict[int, Remark]:
    """Give what notes say of one set, by the places of the sets whose own notes they are."""
    # An app that keeps a note for each set says whose it is; else the rows must show it. In a
    # sheet kept by hand a note beside the only set of a lift is that set's.
    said = {text for text, one in remarks.items() if one.rpe or one.failed_rep}
    if not said:
        return {}
    own, lifts, not_sets = records.columns["note"], records.columns["lift"], columns.not_sets
    heard = [
        place
        for place, text in enumerate(own)
        if text in said and place not in not_sets and columns.reps[place]
    ]
    keys = list(zip(sessions, lifts, strict=True))
    exercises: dict[tuple[str | None, str], list[int]] = {keys[place]: [] for place in heard}
    for place, key in enumerate(keys):
        if key in exercises and place not in not_sets:
            exercises[key].append(place)
    return {
        place: remarks[own[place]]
        for place in heard
        if app.notes_of_sets
        or (app.last_resort and len(exercises[keys[place]]) == 1)
        or _is_own(place, exercises[keys[place]], own)
    }


def _is_own(place: int, exercise: Sequence[int], notes: Sequence[str]) -> bool:
    """Tell whether a note is the set's and not the exercise's: only other rows can show it."""
    others = [notes[other].strip() for other in exercise if other != place]
    if any(others):
        return notes[place].strip() not in others
    return place != exercise[0]


def with_missed(
    rows: list[int],
    sets: list[LoggedSet],
    records: Records,
    columns: Columns,
    sessions: Sequence[str | None],
    remarks: Mapping[str, Remark],
) -> tuple[list[int], list[LoggedSet]]:
    """Add the missed attempts that notes tell of, after the last set of that lift that time."""
    told = {text for text, one in remarks.items() if one.missed}
    if not told:
        return rows, sets
    occasions = _occasions(records, columns, sessions, told)
    lasts: dict[Occasion, int] = {}
    loads: dict[tuple[date, str], list[float]] = {}  # [kg]
    for at, done in enumerate(sets):
        day = (done.at.date(), done.lift)
        loads.setdefault(day, []).append(done.load_kg)
        last = lasts.setdefault((done.session, *day), at)
        if done.at >= sets[last].at:
            lasts[done.session, *day] = at
    added: dict[int, list[LoggedSet]] = {}
    for occasion, notes in occasions.items():
        if occasion not in lasts:
            continue
        last = lasts[occasion]
        for text, place in notes.items():
            for one in remarks[text].missed:
                load = _load_kg(one, records, columns, place)
                if load is not None and _is_plausible(load, loads[occasion[1:]]):
                    loads[occasion[1:]].append(load)
                    missed = _missed(sets[last], load, text.strip())
                    added.setdefault(last, []).extend([missed] * one.times)
    return (
        [row for at, row in enumerate(rows) for row in [row] * (1 + len(added.get(at, ())))],
        [one for at, done in enumerate(sets) for one in (done, *added.get(at, ()))],
    )


def _occasions(
    records: Records, columns: Columns, sessions: Sequence[str | None], told: Collection[str]
) -> dict[Occasion, dict[str, int]]:
    """Give each note of a lift the occasion when it first stood there, and a place of it."""
    first: dict[tuple[str, str], tuple[date, int]] = {}  # later it may have been carried over
    for place, text in enumerate(records.columns["note"]):
        moment = columns.at[place]
        if text in told and moment is not None and place not in columns.problems:
            note = (lift_key(records.columns["lift"][place]), text)
            first[note] = min(first.get(note, (moment.date(), place)), (moment.date(), place))
    occasions: dict[Occasion, dict[str, int]] = {}
    for (lift, text), (day, place) in first.items():
        occasions.setdefault((sessions[place], day, lift), {})[text] = place
    return occasions


def _load_kg(one: Missed, records: Records, columns: Columns, place: int) -> float | None:
    """Weigh a load by the unit that was said, or that of the file or row; None if unclear."""
    unit: object = one.unit or columns.unit.name
    if unit == "mixed":
        unit = read_unit((records.columns.get("unit") or [""] * len(records.rows))[place])
    if unit == "lb":
        return kg_from_lb(one.load)
    return one.load if unit == "kg" else None


def _is_plausible(load: float, days: Sequence[float]) -> bool:
    """Tell whether a load fits to a day of a lift on which it does not stand already."""
    if any(isclose(load, one, rel_tol=_SAME_LOAD) for one in days):
        return False
    return _LIGHTEST * max(days) <= load <= _HEAVIEST * max(days)


def _missed(last: LoggedSet, load_kg: float, note: str) -> LoggedSet:
    """Make the attempt that followed a set."""
    return attrs.evolve(
        last,
        load_kg=load_kg,
        reps=0,
        missed=True,
        to_failure=False,
        planned_reps=None,
        rpe=None,
        kind=None,
        assist_kg=0.0,
        rest_s=None,
        note=note,
        from_note=("missed", "load_kg"),
    )
