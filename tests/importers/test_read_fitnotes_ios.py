"""Exports of FitNotes for iOS, small and written by hand, and what they must become."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from liftguard.importers import read_log

HEADER = (
    "Name,Start Date (UTC),Start Time (UTC),End Date (UTC),End Time (UTC),BodyWeight,"
    "Exercise,Equipment,Reps,Weight,Time,Distance,Status,Categories\n"
)
START = "Pull,3/4/2024,6:30 PM,3/4/2024,7:45 PM,"

QUOTES = "a number with a decimal comma needs quotes, or what follows it moves"


def read(*rows, header=HEADER, **options):
    return read_log((header + "".join(f"{row}\n" for row in rows)).encode(), **options)


def test_sets_plans_and_cardio():
    log = read(
        f'{START}"82,5",Deadlift,Barbell,5,"68,04",,,Completed,"Back, Legs"',
        f'{START}"82,5",Deadlift,Barbell,5,"102,06",,,Completed,"Back, Legs"',
        f'{START}"82,5",Deadlift,Barbell,3,"124,74",,,NotStarted,"Back, Legs"',
        f'{START}"82,5",Rowing,,,,0:08:10,"2,0",Completed,Cardio',
        f'{START}"82,5",Deadlift,Barbell,0,"142,88",,,Completed,"Back, Legs"',
    )
    assert [(one.lift, one.load_kg, one.reps, one.missed) for one in log.history] == [
        ("deadlift", 68.04, 5, False),
        ("deadlift", 102.06, 5, False),
        ("deadlift", 142.88, 0, True),
    ]
    # 6:30 PM of 4 March, as day and month stand the American way round
    assert {one.at for one in log.history} == {datetime(2024, 3, 4, 18, 30, tzinfo=UTC)}
    assert {one.at_known_to for one in log.history} == {"session"}
    assert {one.session for one in log.history} == {"Pull 2024-03-04 18:30"}
    assert [(skip.row, skip.reason) for skip in log.skipped] == [
        (3, "planned, not done"),
        (4, "cardio or timed"),
    ]
    assert (log.app, log.unit) == ("fitnotes_ios", "kg")
    assert log.unit_evidence.startswith("the column is in kilograms but holds converted pounds")
    assert (log.rows_read, log.rows_with_sets, log.problems) == (5, 3, ())


def test_the_order_of_day_and_month_and_the_hours_after_midnight():
    log = read(
        *(
            f"Pull,{day},{hour},{day},{hour},,Squat,,5,100,,,Completed,"
            for day, hour in (
                ("3/4/2024", "12:05 AM"),
                ("3/4/2024", "12:05 PM"),
                ("03/05/2024", "6:30:15\u202fPM"),
                ("3/25/24", "06:30 am"),
            )
        ),
        unit="kg",
    )
    assert [one.at.isoformat() for one in log.history] == [
        "2024-03-04T00:05:00+00:00",
        "2024-03-04T12:05:00+00:00",
        "2024-03-05T18:30:15+00:00",
        "2024-03-25T06:30:00+00:00",
    ]


@pytest.mark.parametrize(
    ("exercise", "equipment", "lift"),
    [
        ("Deadlift", "Barbell", "deadlift"),
        ("Bench Press", "Dumbbell", "dumbbell_bench_press"),
        ("Bench Press", "", "bench_press"),
        ("Bench Press", "None", "bench_press"),
        ("Dumbbell Bench Press", "Dumbbell", "dumbbell_bench_press"),
    ],
)
def test_the_equipment_is_part_of_the_name(exercise, equipment, lift):
    log = read(f"{START},{exercise},{equipment},5,20,,,Completed,", unit="kg")
    assert [one.lift for one in log.history] == [lift]


def test_plans_need_no_time():
    log = read(
        "Pull,,,,,,Squat,,5,100,,,NotStarted,",
        f"{START},Squat,,5,100,,,Not Started,",
        unit="kg",
    )
    assert [skip.row for skip in log.skipped] == [1, 2]
    assert (len(log.history), log.problems) == (0, ())


@pytest.mark.parametrize(
    ("row", "column", "got", "wanted"),
    [
        (
            "Pull,3/4/2024,evening,3/4/2024,7:45 PM,,Squat,,5,100,,,Completed,",
            "Start Time (UTC)",
            "evening",
            "a time such as 6:30 PM",
        ),
        (
            "Pull,14/4/2024,6:30 PM,3/4/2024,7:45 PM,,Squat,,5,100,,,Completed,",
            "Start Date (UTC)",
            "14/4/2024",
            "a date such as 5/13/2024",
        ),
        (f"{START},Squat,,5,heavy,,,Completed,", "Weight", "heavy", "a number"),
        (f"{START},,Barbell,5,100,,,Completed,", "Exercise", "", "the name of an exercise"),
        (
            f"{START},Squat,,5,100,,,Maybe,",
            "Status",
            "Maybe",
            "the number of the set, or one of completed, complete, finished, done",
        ),
        (
            "Pull,3/4/2024,6:75 PM,3/4/2024,7:45 PM,,Squat,,5,100,,,Completed,",
            "Start Date (UTC)",
            "3/4/2024",
            "a date such as 5/13/2024",
        ),
        # a decimal comma without quotes: all that follows it has moved by one
        (
            f"{START},Squat,Barbell,5,68,04,,,Completed,Legs",
            "",
            f"{START},Squat,Barbell,5,68,04,,,Completed,Legs",
            "14 cells in a row; a number with a decimal comma needs quotes",
        ),
        (
            f"{START},Squat,Barbell,5,68,04,,,NotStarted,",
            "",
            f"{START},Squat,Barbell,5,68,04,,,NotStarted,",
            "14 cells in a row; a number with a decimal comma needs quotes",
        ),
    ],
)
def test_a_row_that_is_wrong_is_a_problem_and_the_others_are_read(row, column, got, wanted):
    good = [f"Pull,3/{day}/2024,6:30 PM,,,,Squat,,5,100,,,Completed," for day in (1, 14, 20)]
    for options in ({}, {"tz": ZoneInfo("Europe/Berlin")}):
        log = read(good[0], row, *good[1:], unit="kg", **options)
        _is_the_only_problem(log, (2, column, got, wanted))


def _is_the_only_problem(log, expected):
    assert [one.at.day for one in log.history] == [1, 14, 20]
    (problem,) = log.problems
    assert (problem.row, problem.column, problem.got, problem.wanted) == expected
    assert (log.rows_read, log.rows_with_sets) == (4, 3)


def test_a_file_without_equipment():
    header = HEADER.replace("Equipment,", "")
    log = read(f"{START},Squat,5,100,,,Completed,", header=header, unit="lb")
    assert [(one.lift, one.load_kg) for one in log.history] == [("squat", 45.359237)]


def test_the_month_stands_first_unless_the_dates_or_the_caller_say_else():
    """The same day of two months is no two days of one, as this app writes dates."""
    rows = [
        f"Pull,{day},6:30 PM,{day},7:45 PM,,Squat,,5,100,,,Completed,"
        for day in ("1/6/2024", "2/6/2024")
    ]
    assert [done.at.month for done in read(*rows, unit="kg").history] == [1, 2]
    assert [done.at.month for done in read(*rows, unit="kg", dates="dmy").history] == [6, 6]
    late = rows[1].replace("2/6/2024", "22/6/2024")
    assert [done.at.month for done in read(rows[0], late, unit="kg").history] == [6, 6]
