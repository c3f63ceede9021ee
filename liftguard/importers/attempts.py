"""
Which sets were missed or never tried, by words in their cells and in columns of words.

Repetitions beside a word for a miss are those that were tried, of which the last did not go
up. What cannot be decided is no made set but a problem, and the log says so.

Reason to change: what follows from a word for a miss.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

import attrs

from liftguard.importers.app import NOT_DONE, App, Records, plain_name
from liftguard.importers.cells import Wrong, is_load, read_reps
from liftguard.importers.columns import Columns
from liftguard.importers.outcome_columns import (
    LETTERS,
    OUTCOME_FIELDS,
    Said,
    kind_says,
    read_outcomes,
)
from liftguard.importers.outcome_words import CROSSES, MISSED, folded
from liftguard.lifts import lift_key
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["Outcomes", "is_a_miss", "outcomes_of", "with_marks_read"]

_WANTED = Phrase("a word that says whether the set went up")
_LONGEST = 40  # letters of a cell with a word beside its number
_AFTER = re.compile(r"([0-9]{1,4})\s*(?:\+|,|then|and|und|y|et|e)\s*(?:1\s*[x\u00d7]?\s*)?(\D+)")
_BESIDE = re.compile(r"(.*[0-9](?:\s?(?:kgs?|lbs?))?)\s*[(\[]?\s*(\D+?)\s*[)\]]?", re.IGNORECASE)

_Mark = tuple[str, Said | None]
"""A cell without its mark, and what that says; None where only the other sets can tell."""


@attrs.frozen(kw_only=True)
class Outcomes:
    """What is told of the sets of a log, by their places among the records."""

    failed: Mapping[int, int] = {}  # repetitions that went up before the one that did not
    to_failure: Collection[int] = ()
    notices: Sequence[str] = ()


# --- words beside numbers, or in their place


def is_a_miss(text: str) -> bool:
    """Tell whether a cell of repetitions says that the set was missed."""
    return _miss_in(text) is not None


def _miss_in(text: str) -> _Mark | None:
    """Read "F" as no repetition, and "4 + fail" as four that went up before one that did not."""
    if not isinstance(read_reps(text), Wrong):
        return None
    word = folded(text)
    if word in MISSED or word in CROSSES:
        return "0", Said.FAILED_NEXT if word in MISSED else None
    match = _AFTER.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None or folded(match[2]) not in MISSED | CROSSES:
        return None
    return match[1], Said.FAILED_NEXT


def _load_in(text: str) -> _Mark | None:
    """Read "170 (miss)" as the load of a set that did not go up."""
    match = None if len(text) > _LONGEST or is_load(text) else _BESIDE.fullmatch(text.strip())
    if match is None or not is_load(match[1]):
        return None
    return (match[1], Said.FAILED) if folded(match[2]) in MISSED | (CROSSES - LETTERS) else None


def with_marks_read(records: Records, app: App) -> tuple[Records, dict[int, Said]]:
    """Leave the numbers alone where cells say besides, or instead, that their set failed."""

    def mark_in(text: str) -> _Mark | None:
        own = text.strip().casefold()
        strange = own not in app.marks and own not in app.not_sets
        return ("", Said.FAILED) if strange and kind_says(text) == Said.FAILED else None

    def attempt_in(text: str) -> _Mark | None:
        below_zero = text.strip()[:1] in ("-", "\u2212") and is_load(text)
        return (text.strip()[1:], Said.FAILED) if below_zero else _load_in(text)

    of_meets = "attempt" in records.columns  # where a load below zero was missed
    readers: dict[str, Callable[[str], _Mark | None]] = {
        **dict.fromkeys(("load", "kg", "lb"), attempt_in if of_meets else _load_in),
        "mark": mark_in,
        "reps": _miss_in,
    }
    columns, said = dict(records.columns), dict[int, Said]()
    for field, read in readers.items():
        texts = records.columns.get(field, ())
        found = {text: mark for text in dict.fromkeys(texts) if (mark := read(text))}
        marks = {text: mark for text, mark in found.items() if mark[1] or app.by_hand}
        if marks:
            columns[field] = [marks[text][0] if text in marks else text for text in texts]
            told = ((at, marks[text][1]) for at, text in enumerate(texts) if text in marks)
            said |= {at: one for at, one in told if one is not None}
    return attrs.evolve(records, columns=columns), said


# --- what follows


def outcomes_of(records: Records, columns: Columns, marked: Mapping[int, Said]) -> Outcomes:
    """
    Gather what is told of each set, and note in the columns what is no set and what is unclear.

    `marked` says what stands in the other cells of sets.
    """
    said, source = dict(marked), dict[int, str]()
    to_failure: list[int] = []
    notices: list[str] = []
    for field in OUTCOME_FIELDS:
        if (texts := records.columns.get(field)) is None:
            continue
        has_reps = [bool(count) for count in columns.reps]
        told, unread = read_outcomes(field, texts, has_reps)
        if unread:
            name = records.names.get(field, field)
            notices.append(
                Phrase(
                    "not read: words of the column {name} such as {unread!r}",
                    name=name,
                    unread=unread[:60],
                )
            )
        for at, text in enumerate(texts):
            one = told.get(text, Said.UP)
            if one == Said.TO_FAILURE:
                to_failure.append(at)
            elif one > said.get(at, Said.UP):
                said[at], source[at] = one, field
    for at, text in enumerate(records.columns.get("kind", ())):
        one = kind_says(text) or Said.UP
        if one > said.get(at, Said.UP):
            said[at], source[at] = one, "kind"
    if not said and not to_failure:
        return Outcomes(notices=notices)
    return _settled(records, columns, said, source, to_failure, notices)


def _settled(
    records: Records,
    columns: Columns,
    said: Mapping[int, Said],
    source: Mapping[int, str],
    to_failure: Sequence[int],
    notices: Sequence[str],
) -> Outcomes:
    """Draw the consequences of what is said of each set."""
    never = [at for at, one in said.items() if one == Said.NEVER]
    columns.not_sets.update(dict.fromkeys(never, NOT_DONE))
    for at in never:
        columns.problems.pop(at, None)  # what stands beside a plan is no matter
    sets = {at: one for at, one in said.items() if _is_tried(columns, at)}
    unclear = [at for at, one in sets.items() if one == Said.UNCLEAR]
    for at in unclear:
        columns.problems[at] = _unclear(records, source[at], at)
    still_open = [at for at, one in sets.items() if one == Said.OPEN and columns.reps[at]]
    tops = _above_all_that_went_up(records, columns, still_open, sets)
    columns.not_sets.update({at: NOT_DONE for at in still_open if at not in tops})
    failed = {at: columns.reps[at] or 0 for at, one in sets.items() if one == Said.FAILED_NEXT}
    tried = [at for at, one in sets.items() if one == Said.FAILED]
    if {plain_name(records.names.get(one, one)) for one in ("when", "kg")} == {"at", "loadkg"}:
        failed |= {at: columns.reps[at] or 0 for at in tried}  # the fields of a LoggedSet
    else:
        failed |= {at: _went_up(columns, at) for at in (*tried, *tops)}
    failures = [at for at in to_failure if columns.reps[at] and at not in failed]
    said_of = (
        _notice_of_unclear(columns, unclear),
        _notice_of_open(records, source, still_open, tops),
        _notice_of_several(columns, failed, [*tried, *tops]),
        _notice_of_failures(records, failures),
    )
    return Outcomes(failed=failed, to_failure=failures, notices=[*notices, *filter(None, said_of)])


def _is_tried(columns: Columns, at: int) -> bool:
    """Tell whether a record may be a set: one that is a problem stays one."""
    load, reps = columns.load_kg[at], columns.reps[at]
    return at not in columns.problems and at not in columns.not_sets and bool(load or reps)


def _unclear(records: Records, field: str, at: int) -> Problem:
    column, got = records.name_of(field, at), records.columns[field][at]
    return Problem(row=records.rows[at], column=column, got=got, wanted=_WANTED)


def _above_all_that_went_up(
    records: Records, columns: Columns, places: Sequence[int], sets: Mapping[int, Said]
) -> list[int]:
    """List the sets that are heavier than all that went up of their lift that day."""
    # A set that was not completed at the top of a ramp was tried; one at a load that went up
    # before, or of a lift that was not done at all, may as well have been left out.
    if not places:
        return []
    best: dict[tuple[date | None, str], float] = {}
    keys = {name: lift_key(name) for name in dict.fromkeys(records.columns["lift"]) if name.strip()}

    def occasion(at: int) -> tuple[date | None, str]:
        moment = columns.at[at]
        name = records.columns["lift"][at]
        return (None if moment is None else moment.date()), keys.get(name, name)

    for at, reps in enumerate(columns.reps):
        if reps and sets.get(at, Said.UP) == Said.UP and _is_tried(columns, at):
            best[occasion(at)] = max(best.get(occasion(at), 0.0), columns.load_kg[at] or 0.0)
    found = ((at, best.get(occasion(at))) for at in places)
    return [at for at, most in found if most is not None and (columns.load_kg[at] or 0.0) > most]


def _went_up(columns: Columns, at: int) -> int:
    """Tell how many repetitions of a failed set went up, of those that stand there."""
    reps, plan = columns.reps[at] or 0, columns.plans[at]
    planned = plan[0] if plan is not None else None
    return reps if planned is not None and reps < planned else max(reps - 1, 0)


# --- what is said of it


def _notice_of_unclear(columns: Columns, places: Sequence[int]) -> str:
    if not places:
        return ""
    return Phrase(
        "1 set is left out, as it does not show whether they went up: {problem}"
        "|{n} sets are left out, as they do not show whether they went up: {problem}",
        len(places),
        n=len(places),
        problem=columns.problems[places[0]],
    )


def _notice_of_open(
    records: Records, source: Mapping[int, str], places: Sequence[int], tops: Sequence[int]
) -> str:
    if not places:
        return ""
    name = records.names.get(source[places[0]], source[places[0]])
    return Phrase(
        "1 set was not completed, as the column {name} says: {missed} taken for missed, being "
        "heavier than all that went up of the lift that day, {left} left out"
        "|{n} sets were not completed, as the column {name} says: {missed} taken for missed, being "
        "heavier than all that went up of the lift that day, {left} left out",
        len(places),
        n=len(places),
        name=name,
        missed=len(tops),
        left=len(places) - len(tops),
    )


def _notice_of_several(columns: Columns, failed: Mapping[int, int], places: Sequence[int]) -> str:
    guessed = [at for at in places if failed[at] and failed[at] < (columns.reps[at] or 0)]
    if not guessed:
        return ""
    return Phrase(
        "1 set that failed has several repetitions beside the word, of which the last is taken "
        "as failed"
        "|{n} sets that failed have several repetitions beside the word, of which the last is "
        "taken as failed",
        len(guessed),
        n=len(guessed),
    )


def _notice_of_failures(records: Records, places: Sequence[int]) -> str:
    if not places:
        return ""
    name = records.names.get("failure", "failure")
    return Phrase("the column {name} is read as taken to failure, not as missed", name=name)
