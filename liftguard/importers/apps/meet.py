"""
Results of meets, attempt by attempt: a row for each lifter and meet, or one for each attempt.

An attempt is a single, planned as one. It was missed where its load stands below zero, or
where a word beside the load says so. A column of lifts and numbers, such as "Squat 1", is of
attempts where another column is of meets, or a load stands below zero.

Reason to change: meets are written down in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from liftguard.importers.app import App, Records, kind_of
from liftguard.importers.apps.sheet import SHEET
from liftguard.importers.cells import plain, read_number
from liftguard.importers.expand import Part, expanded, with_days
from liftguard.importers.no_sets import A_COLUMN_EACH, lift_in, refusal
from liftguard.importers.outcome_words import CROSSES, MISSED, folded
from liftguard.importers.people import refuse_several_people
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["ATTEMPTS", "MEET"]

_WORDS = (
    *("attempt", "att", "versuch", "intento", "essai", "tentativa", "tentativo", "poging"),
    *("försök", "forsøk", "podejście", "pokus", "kísérlet", "deneme", "попытка", "спроба"),
    *("试举", "試舉", "試技", "시기"),
)
_SHORT = dict.fromkeys(("sq", "s"), "squat") | dict.fromkeys(("bp", "b"), "bench press")
_SHORT |= dict.fromkeys(("dl", "d"), "deadlift")
_ATTEMPT = re.compile(rf"\b(?:{'|'.join(_WORDS)})s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![0-9])([1-4])(?:st|nd|rd|th|[.\u00aa\u00ba])?(?![0-9])")
_UNIT = re.compile(r"(kg|lb)s?\W*$", re.IGNORECASE)
_NONE = re.compile(r"\s*(?:best|max|total)", re.IGNORECASE)
_LONGEST_NAME = 60  # letters of a column's name
_LOAD = re.compile(r"(\D*?)\s*([0-9]+(?:[.,][0-9]+)?)\s*(?:kg|lbs?)?\s*(\D*)", re.IGNORECASE)
_OWN = ("lift", "reps", "target", "result")


def _attempt(header: str) -> str | None:
    """Read "Squat2Kg" as "attempt_kg squat 2"; None where a column is of no attempt."""
    numbers = _NUMBER.findall(header) if len(header) <= _LONGEST_NAME else []
    if len(numbers) != 1 or _NONE.match(header):
        return None
    unit = _UNIT.search(header)
    bare = _ATTEMPT.sub(" ", _NUMBER.sub(" ", _UNIT.sub("", header)))
    lift = _SHORT.get(bare.strip(" _-#().").casefold()) or lift_in(bare)
    return f"attempt_{unit[1].lower() if unit else 'load'} {lift} {numbers[0]}" if lift else None


def _one_record_for_each_attempt(records: Records) -> Records:
    """Expand the meets, lift by lift; of several lifters they are no one's history."""
    people = records.columns.get("lifter", ())
    refuse_several_people(people, records.names.get("lifter", ""))
    fields = [one for one in records.columns if one.startswith("attempt_")]
    _refuse_what_is_no_meet(records, fields)
    parts: list[Part] = []
    problems: list[Problem] = []
    for place, row in enumerate(records.rows):
        found = list(_attempts(records, place, fields))
        bad = next((one for one in found if one.cells["result"] == "?"), None)
        if bad is not None:
            unit = next(iter(bad.names))
            wanted = Phrase("the load of an attempt, such as 180, or -180 where it was missed")
            got, column = bad.cells[unit], bad.names[unit]
            problems.append(Problem(row=row, column=column, got=got, wanted=wanted))
        else:
            parts += found or [Part(place=place, cells={"lift": "no attempt"})]
    units = dict.fromkeys(kind_of(one).removeprefix("attempt_") for one in fields)
    return expanded(records, parts, (*_OWN, *units), problems)


def _attempts(records: Records, place: int, fields: list[str]) -> Iterator[Part]:
    """List the attempts of one lifter at one meet; of one that cannot be read the result is "?"."""
    for field in fields:
        text = records.text(field, place)
        if not plain(text) or read_number(text) == 0.0:
            continue
        unit, _, numbered = field.removeprefix("attempt_").partition(" ")
        match = _LOAD.fullmatch(plain(text))
        words = {folded(word) for word in (match[1], match[3])} - {""} if match else {"?"}
        failed = match is not None and ("-" in match[1] or bool(words & (MISSED | CROSSES)))
        known = words <= MISSED | CROSSES and match is not None
        yield Part(
            place=place,
            cells={
                "lift": numbered.rpartition(" ")[0],
                unit: match[2] if match is not None and known else text,
                "reps": "1",
                "target": "1",
                "result": "?" if not known else "missed" if failed else "made",
            },
            names={unit: records.names[field]},
        )


def _refuse_what_is_no_meet(records: Records, fields: list[str]) -> None:
    """Refuse lifts with numbers that may as well be sets of which no repetitions are told."""
    told = "meet" in records.columns or any(_ATTEMPT.search(records.names[one]) for one in fields)
    texts = (text for one in fields for text in records.columns[one])
    if not told and not any(text.strip()[:1] == "-" for text in texts):
        names = ", ".join(records.names[one] for one in fields[:3])
        raise refusal("the header", names, A_COLUMN_EACH)


MEET = App(
    name="meet",
    label=Phrase("results of meets with their attempts"),
    columns={
        "when": ("Date", "Meet Date", *SHEET.columns["when"]),
        "lifter": ("Name", "Lifter", "Athlete", "Competitor", "Athlet", "Atleta", "Athl\u00e8te"),
        "title": ("MeetName", "Meet", "Meet Name", "Competition", "Wettkampf", "Competici\u00f3n"),
        "meet": ("TotalKg", "TotalLb", "Total", "Gesamt"),
        "place": ("Place", "Placing", "Platz", "Rank"),
        "points": ("Dots", "Wilks", "Glossbrenner", "Goodlift", "IPF GL", "McCulloch", "Points"),
        "best": ("Best3SquatKg", "Best3BenchKg", "Best3DeadliftKg", "Best Squat", "Best Bench"),
        "class": ("WeightClassKg", "Weight Class", "Division", "AgeClass", "BirthYearClass", "Age"),
        "about": ("Sex", "Event", "Equipment", "Tested", "Country", "State", "Sanctioned"),
        "federation": ("Federation", "ParentFederation", "MeetCountry", "MeetState", "MeetTown"),
    },
    field_by_rule=_attempt,
    repeats=("points", "best", "class", "about", "federation"),
    needs=("when", "attempt_kg|attempt_lb|attempt_load"),
    at_known_to="day",
    arrange=_one_record_for_each_attempt,
)


_OF_SETS = ("count", "set_index", "repetitions")


def _singles(records: Records) -> Records:
    """Give each attempt the one repetition that it is."""
    records = with_days(records)
    ones = ["1"] * len(records.rows)
    return attrs.evolve(records, columns={**records.columns, "reps": ones, "target": ones})


ATTEMPTS = App(
    name="meet",
    label=Phrase("a row for each attempt"),
    columns={
        **{word: names for word, names in SHEET.columns.items() if word not in _OF_SETS},
        "attempt": tuple(f"{word}{end}" for word in _WORDS for end in ("", "s", " no", " number")),
    },
    needs=("when", "lift", "load|kg|lb", "attempt"),
    last_resort=True,
    day_once=True,
    by_hand=True,
    at_known_to="day",
    arrange=_singles,
)
