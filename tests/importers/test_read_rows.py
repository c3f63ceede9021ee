"""Rows that a program has already, as dicts, and what they must become."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers import read_log

EVENING = datetime(2026, 1, 5, 18, 30)


def test_our_own_words():
    log = read_log(
        [
            {"when": EVENING, "lift": "Squat", "kg": 60, "reps": 5, "mark": "warmup"},
            {"when": EVENING, "lift": "Squat", "kg": 102.5, "reps": 5, "rpe": 8.5, "note": "deep"},
            {"when": EVENING, "lift": "Squat", "kg": Decimal(105), "reps": 4, "target": 5},
            {"when": EVENING, "lift": "Squat", "kg": 110.0, "reps": 0, "rpe": float("nan")},
            {"when": EVENING, "lift": "Row", "kg": None, "reps": None, "seconds": 300},
            {"when": EVENING, "lift": "Squat", "kg": 100, "reps": "many"},
        ]
    )
    assert [
        (one.load_kg, one.reps, one.missed, one.kind, one.rpe, one.note) for one in log.history
    ] == [
        (60.0, 5, False, "warmup", None, None),
        (102.5, 5, False, None, 8.5, "deep"),
        (105.0, 4, True, None, None, None),
        (110.0, 0, True, None, None, None),
    ]
    assert {(one.at, one.lift, one.at_known_to) for one in log.history} == {
        (EVENING, "squat", "session")
    }
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(5, "cardio or timed")]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(6, "reps", "many")]
    assert (log.app, log.unit, log.rows_read, log.rows_with_sets) == ("rows", "kg", 6, 4)


@pytest.mark.parametrize(
    ("row", "at", "load", "known_to"),
    [
        (
            {"when": EVENING.replace(tzinfo=UTC), "lift": "Squat", "lb": 100, "reps": 3},
            EVENING.replace(tzinfo=UTC),
            45.359237,
            "session",
        ),
        (
            {"at": date(2026, 1, 5), "lift": "Squat", "load_kg": 100, "reps": 3},
            datetime(2026, 1, 5),
            100.0,
            "day",
        ),
        (
            {"When": "5 Jan 2026, 18:30", "LIFT": "Squat", "load": 100, "unit": "lb", "Reps": 3},
            EVENING,
            45.359237,
            "session",
        ),
    ],
)
def test_times_and_units(row, at, load, known_to):
    log = read_log([row])
    (one,) = log.history
    assert (one.at, one.lift, one.load_kg, one.reps, one.at_known_to) == (
        at,
        "squat",
        load,
        3,
        known_to,
    )


def test_names_that_apps_give_to_their_columns():
    row = {"Datum": "2026-01-05 18:30", "Name der Übung": "Squat", "Wiederh.": 3}
    log = read_log([{**row, "weight_kg": "100,5"}])
    assert [(one.at, one.lift, one.load_kg) for one in log.history] == [(EVENING, "squat", 100.5)]
    assert (log.app, log.unit_evidence) == ("rows", "the header says kg")


def test_the_columns_of_an_app():
    strong = {
        "Date": "2026-01-05 18:30:00",
        "Workout Name": "Pull",
        "Exercise Name": "Deadlift (Barbell)",
        "Set Order": 1,
        "kg": 180,
        "Reps": 3,
        "km": None,
        "Seconds": None,
        "Notes": "hard",
    }
    rows = [
        strong,
        {**strong, "Set Order": "Rest Timer", "Seconds": 120},
        # a row may lack keys, and an app's rows may have more than are read
        {
            "Date": "2026-01-05 18:30:00",
            "Exercise Name": "Deadlift (Barbell)",
            "Reps": 0,
            "kg": 200,
            "Mood": "fine",
        },
    ]
    log = read_log(rows)
    assert [(one.load_kg, one.reps, one.missed, one.rest_s, one.note) for one in log.history] == [
        (180.0, 3, False, None, "hard"),
        (200.0, 0, True, None, None),
    ]
    assert (log.app, log.rows_read, [skip.reason for skip in log.skipped]) == (
        "strong",
        3,
        ["rest timer"],
    )
    assert read_log(tuple(rows), app="strong", unit="lb").history[0].load_kg == 180.0


def test_the_unit_is_asked_for_where_the_loads_do_not_show_it():
    rows = [{"when": EVENING, "lift": "Squat", "load": 100, "reps": 3}]
    with pytest.raises(UnreadableLog, match='pass unit="kg" or unit="lb"'):
        read_log(rows)
    assert read_log(rows, unit="kg").history[0].load_kg == 100.0


def test_a_key_that_is_not_known_is_refused():
    row = {"when": EVENING, "lift": "Squat", "kg": 100, "reps": 3, "rep_max": 120}
    with pytest.raises(InvalidValue, match="Leave out what is none of these") as caught:
        read_log([row])
    assert caught.value.got == "rep_max"


def test_keys_are_never_taken_for_values():
    # as the cells of a file without a header, these would be one of Strong's
    cells = ("2026-01-05 18:30", "Pull", "1h", "Squat", "1", "100", "5", "0", "0.0", "8")
    with pytest.raises(UnreadableLog, match="No column is one that an app is known to write"):
        read_log([dict(zip(cells, cells, strict=True))] * 2)
    log = read_log(",".join(cells).encode(), unit="kg")
    assert (log.app, log.rows_with_sets) == ("strong", 1)


@pytest.mark.parametrize("rows", [[], (), [{}], [{}, {}]])
def test_no_rows(rows):
    with pytest.raises(UnreadableLog, match="There is nothing in them"):
        read_log(rows)


@pytest.mark.parametrize("bad", ["text", 3, None, ["when"], {3: "x"}])
def test_what_is_no_row(bad):
    row = {"when": EVENING, "lift": "Squat", "kg": 100, "reps": 3}
    with pytest.raises(InvalidValue, match=r"read_log\.source, row 2"):
        read_log([row, bad])


def test_rows_without_what_a_set_needs():
    with pytest.raises(UnreadableLog, match="there is no column"):
        read_log([{"when": EVENING, "lift": "Squat", "kg": 100}])
