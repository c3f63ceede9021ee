"""
The columns of a file understood: moments, kilograms, repetitions, marks; and what was not.

Reason to change: another column becomes part of a set.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, tzinfo
from itertools import pairwise

import attrs

from liftguard.importers.app import App, Mark, Records
from liftguard.importers.cells import (
    Plan,
    Wrong,
    mark_reader,
    plain,
    read_distance,
    read_plan,
    read_reps,
    read_rir,
    read_rpe,
    read_seconds,
)
from liftguard.importers.dates import date_reader
from liftguard.importers.fields import Aside, Problems, read_aside, read_field, texts_of
from liftguard.importers.load_columns import loads_of, report_no_load
from liftguard.importers.load_units import Unit
from liftguard.importers.side_cells import bodyweight_reader, rest_reader, velocity_reader
from liftguard.phrase import Phrase
from liftguard.records.checks import LONGEST_NAME

__all__ = ["Columns", "understand", "with_bounded_names", "without_words_for_nothing"]

NAMELESS = Wrong(Phrase("the name of an exercise"))
TOO_LONG = Wrong(Phrase("the name of an exercise, of at most {most} letters", most=LONGEST_NAME))


@attrs.frozen(kw_only=True)
class Columns:
    """The value of every cell that a set is made of; None where it is blank or wrong."""

    at: list[datetime | None]
    at_known_to: str
    load_kg: list[float | None]
    load_from: str  # the field that the loads stand in
    reps: list[int | None]
    plans: list[Plan | None]  # repetitions that were prescribed
    rpe: list[float | None]
    distance: list[float | None]
    seconds: list[float | None]
    rest_s: list[float | None]
    velocity_m_s: list[float | None]
    bodyweight_kg: list[float | None]
    marks: list[Mark | None]
    not_sets: dict[int, str]  # place -> REST or NOTE
    problems: Problems  # place -> the first thing wrong there
    aside: Aside  # field -> place -> what is wrong beside the set there
    unit: Unit


def understand(
    records: Records, app: App, *, unit: str | None, tz: tzinfo | None, dates: str | None
) -> Columns:
    """Read every column of a file."""
    problems: Problems = {}
    aside: Aside = {}
    not_sets = _not_sets(records, app)
    read_date = date_reader(texts_of(records, "when"), tz, dates, usual=app.dates)
    at = read_field(records, "when", read_date, problems)
    read_field(records, "lift", _read_name, problems)
    loads = loads_of(records, unit, not_sets, problems)
    names = {field: records.names.get(field, "") for field in ("rest", "velocity", "weighed")}
    read_rest = rest_reader(texts_of(records, "rest"), names["rest"])
    read_bodyweight = bodyweight_reader(names["weighed"], loads.unit.name)
    columns = Columns(
        at=at,
        at_known_to=_precision(records, at, app),
        marks=read_field(records, "mark", mark_reader(app.marks, numbered=app.numbered), problems),
        load_kg=loads.kg,
        load_from=loads.field,
        reps=read_field(records, "reps", read_reps, problems),
        plans=read_aside(records, "target", read_plan, aside),
        rpe=_exertion(records, aside),
        distance=read_aside(records, "distance", read_distance, aside),
        seconds=read_aside(records, "seconds", read_seconds, aside),
        rest_s=read_aside(records, "rest", read_rest, aside),
        velocity_m_s=read_aside(records, "velocity", velocity_reader(names["velocity"]), aside),
        bodyweight_kg=read_aside(records, "weighed", read_bodyweight, aside),
        not_sets=not_sets,
        problems=problems,
        aside=aside,
        unit=loads.unit,
    )
    report_no_load(records, loads, columns.reps, columns.marks, app, problems)
    for place in not_sets:
        problems.pop(place, None)  # what stands beside a rest timer or a note is no matter
    return columns


def _read_name(text: str) -> str | Wrong:
    """Read the name of a lift."""
    if len(text) > LONGEST_NAME:
        return TOO_LONG
    return text if plain(text) else NAMELESS


def with_bounded_names(records: Records) -> Records:
    """Cut names that are none, so that no step spends time on them; each is a problem."""
    lifts = records.columns.get("lift", ())  # some apps name lifts elsewhere
    if max(map(len, lifts), default=0) <= LONGEST_NAME:
        return records
    cut = [lift[: LONGEST_NAME + 1] for lift in lifts]
    return attrs.evolve(records, columns={**records.columns, "lift": cut})


def _precision(records: Records, at: Sequence[datetime | None], app: App) -> str:
    """Tell how exactly moments are known: to the day, the workout, or the set."""
    moments = [moment for moment in at if moment is not None]
    if app.at_known_to == "set":
        return "set"
    if all(moment.time() == time(0) for moment in moments):
        return "day"
    if {"hour", "hour_or_span"} & records.columns.keys():  # which may be of each set
        same_day = [(one, two) for one, two in pairwise(moments) if one.date() == two.date()]
        if same_day and 2 * sum(one != two for one, two in same_day) > len(same_day):
            return "set"
    return app.at_known_to


def without_words_for_nothing(records: Records) -> Records:
    """Blank the titles and notes in which a program wrote that there is nothing, such as NaN."""
    columns = dict(records.columns)
    for field in {"title", "note", "session_note"} & columns.keys():
        nothing = {text for text in dict.fromkeys(columns[field]) if text and not plain(text)}
        if nothing:
            columns[field] = ["" if text in nothing else text for text in columns[field]]
    return attrs.evolve(records, columns=columns)


def _exertion(records: Records, aside: Aside) -> list[float | None]:
    """Read exertions; repetitions in reserve count down from 10 where no exertion stands."""
    rpe = read_aside(records, "rpe", read_rpe, aside)
    if "rir" not in records.columns:
        return rpe
    rir = read_aside(records, "rir", read_rir, aside)
    return [
        one if one is not None or left is None else 10.0 - left
        for one, left in zip(rpe, rir, strict=True)
    ]


def _not_sets(records: Records, app: App) -> dict[int, str]:
    """Find the rest timers and notes by their marks."""
    marks = texts_of(records, "mark")
    kinds = {text: app.not_sets.get(text.strip().casefold()) for text in dict.fromkeys(marks)}
    if not any(kinds.values()):
        return {}
    return {place: kind for place, text in enumerate(marks) if (kind := kinds[text])}
