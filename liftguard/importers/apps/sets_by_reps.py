"""
Sheets of sets by repetitions: "deadlifts,3,8,205" stands for three sets of eight.

Reason to change: another way of writing equal sets into one row.
"""

from __future__ import annotations

from liftguard.importers.app import App, Records
from liftguard.importers.cells import Wrong, read_number
from liftguard.importers.expand import BESIDE, Part, beside_each, expanded, with_days
from liftguard.importers.planned_columns import PLANNED_REPS
from liftguard.phrase import Phrase
from liftguard.records import Problem

__all__ = ["MOST_SETS", "SETS_BY_REPS", "set_counts"]

MOST_SETS = 100
_LONG_RUN = 2  # rows that count up by chance


def _one_record_for_each_set(records: Records) -> Records:
    """Repeat each row as often as it says; none at all is a plan that was not carried out."""
    records = with_days(records)
    parts: list[Part] = []
    problems: list[Problem] = []
    counts = set_counts(records)
    rows = zip(records.rows, records.columns["count"], records.columns["reps"], strict=True)
    for place, (row, text, reps) in enumerate(rows):
        count = counts[place]
        if count is None:
            wanted = Phrase("a whole number from 0 to {most}", most=MOST_SETS)
            column = records.name_of("count", place)
            problems.append(Problem(row=row, column=column, got=text, wanted=wanted))
        elif count == 0:
            parts.append(Part(place=place, cells={"reps": ""}))
        else:
            sets = beside_each(records, place, count)
            parts += [Part(place=place, cells={"reps": reps, **beside}) for beside in sets]
    own = [field for field in BESIDE if field in records.columns]
    return expanded(records, parts, ("reps", *own), problems)


def set_counts(records: Records) -> list[int | None]:
    """Tell how many sets each row stands for; None where it does not say."""
    # Where the rows of every lift of every day count up from one, the column numbers the sets,
    # and each row is one.
    counts = list(map(_count, records.columns["count"]))
    days = records.columns["when"]
    runs: dict[tuple[str, str], list[int | None]] = {}
    for day, lift, count in zip(days, records.columns["lift"], counts, strict=True):
        runs.setdefault((day.strip(), lift.strip()), []).append(count)
    long = [run for run in runs.values() if len(run) > 1]
    numbered = all(run == list(range(1, len(run) + 1)) for run in runs.values())
    if numbered and (len(long) > 1 or any(len(run) > _LONG_RUN for run in long)):
        return [1] * len(counts)
    return counts


def _count(text: str) -> int | None:
    number = read_number(text)
    if number is None or isinstance(number, Wrong) or not number.is_integer():
        return None
    return int(number) if 0 <= number <= MOST_SETS else None


SETS_BY_REPS = App(
    name="sets_by_reps",
    label=Phrase("a sheet of sets by reps"),
    columns={
        "when": ("Date",),
        "lift": ("Lift", "Exercise"),
        "count": ("Sets",),
        "reps": ("Reps",),
        "target": PLANNED_REPS,
        "load": ("Weight",),
        "kg": ("Weight (kg)", "Weight (kgs)", "kg"),
        "lb": ("Weight (lbs)", "Weight (lb)", "lb", "lbs"),
        "note": ("Note", "Notes", "Comment"),
    },
    needs=("when", "lift", "count", "load|kg|lb", "reps"),
    says_zero=True,
    day_once=True,
    by_hand=True,
    at_known_to="day",
    arrange=_one_record_for_each_set,
)
