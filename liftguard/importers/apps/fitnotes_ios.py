"""
FitNotes for iOS, another app of the same name: days and hours in UTC, planned sets too.

Reason to change: this app changes its export.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import attrs

from liftguard.importers.app import NOT_DONE, App, Records
from liftguard.importers.cells import Wrong, is_number, plain
from liftguard.importers.dates import date_reader
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["FITNOTES_IOS"]

_DATES = "mdy"
_NO_EQUIPMENT = ("", "none")
_NOT_STARTED = dict.fromkeys(("notstarted", "not started"), NOT_DONE)
_DONE = dict.fromkeys(("completed", "complete", "finished", "done"), (None, False))
_QUOTES = Phrase("a number with a decimal comma needs quotes, or what follows it moves")
_HOUR = re.compile(r"\d{1,2}:\d{2}(:\d{2})?(\s?[ap]\.?m\.?)?", re.IGNORECASE)


def _whole(records: Records) -> Records:
    """Join day and hour to an instant, and exercise and equipment to the name of a lift."""
    own = records.columns
    texts = [f"{day} {hour}".strip() for day, hour in zip(own["when"], own["clock"], strict=True)]
    moments = list(map(date_reader(texts, UTC, usual=_DATES), texts))
    instants = (isinstance(at, datetime) for at in moments)
    joined = zip(texts, instants, strict=True)
    columns = {**own, "when": [f"{text} UTC" if is_one else "" for text, is_one in joined]}
    if "equipment" in own:
        columns["lift"] = list(map(_lift, own["lift"], own["equipment"]))
    found = [_problem(records, place, at) for place, at in enumerate(moments)]
    kept = [place for place, problem in enumerate(found) if problem is None]
    return attrs.evolve(
        records,
        columns={field: [texts[place] for place in kept] for field, texts in columns.items()},
        rows=[records.rows[place] for place in kept],
        problems=(*records.problems, *(one for one in found if one is not None)),
    )


def _lift(exercise: str, equipment: str) -> str:
    """Name a lift "Bench Press (Barbell)", unless its name says so already."""
    exercise, equipment = exercise.strip(), equipment.strip()
    said = equipment.casefold()
    if not exercise or said in _NO_EQUIPMENT or said in exercise.casefold():
        return exercise
    return f"{exercise} ({equipment})"


def _problem(records: Records, place: int, at: datetime | Wrong) -> Problem | None:
    """Say what is wrong with a row that the readers of its cells would not see."""
    cells = {field: texts[place].strip() for field, texts in records.columns.items()}
    equipment, category = cells.get("equipment", ""), cells.get("category", "").casefold()
    planned = cells["mark"].casefold() in _NOT_STARTED
    if plain(equipment) and is_number(equipment):
        field, wanted = "equipment", Phrase("the name of equipment; {quotes}", quotes=_QUOTES)
    elif not cells["mark"] and category in {*_DONE, *_NOT_STARTED}:
        field, wanted = "category", Phrase("a category; {quotes}", quotes=_QUOTES)
    elif not planned and not _HOUR.fullmatch(cells["clock"]):
        field, wanted = "clock", Phrase("a time such as 6:30 PM")
    elif not planned and isinstance(at, Wrong):
        field, wanted = "when", Phrase("a date such as 5/13/2024")
    else:
        return None
    got = cells[field]
    return Problem(row=records.rows[place], column=records.names[field], got=got, wanted=wanted)


FITNOTES_IOS = App(
    name="fitnotes_ios",
    label="FitNotes for iOS",
    columns={
        "title": ("Name",),
        "when": ("Start Date (UTC)",),
        "clock": ("Start Time (UTC)",),
        "end_day": ("End Date (UTC)",),
        "end_clock": ("End Time (UTC)",),
        "bodyweight": ("BodyWeight",),
        "lift": ("Exercise",),
        "equipment": ("Equipment",),
        "reps": ("Reps",),
        "load": ("Weight",),
        "seconds": ("Time",),
        "distance": ("Distance",),
        "mark": ("Status",),
        "category": ("Categories",),
    },
    needs=("when", "clock", "lift", "reps", "load", "mark"),
    marks=_DONE,
    not_sets=_NOT_STARTED,
    dates=_DATES,
    arrange=_whole,
)
