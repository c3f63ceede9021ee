"""What is easily lost in an import: order, notes, rests, half days, crooked columns."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

import liftguard as lg
from liftguard.importers import read_log
from liftguard.importers.cells import Wrong, read_reps, read_seconds, read_unit
from liftguard.importers.dates import date_reader
from liftguard.importers.misses import as_known, misses_of

AT = datetime(2021, 3, 10, 18)
NUMBERED = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes\n"
)
CLASSIC = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
ANDROID = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def numbered(mark, kg="", reps="", sec="0", note="", whole=""):
    lead = "7;2024-02-03 18:00:00;Pull;3600;Deadlift (Barbell)"
    return f"{lead};{mark};{kg};{reps};;;{sec};{note};{whole}\n"


def android(load, unit):
    return f"2020-02-03 18:00:00;Push;Bench Press (Barbell);1;{load};{unit};5;;;;0;;;45m\n"


def hevy(index, kg, reps=5):
    lead = '"A","12 Dec 2024, 13:18","12 Dec 2024, 14:18","","Squat (Barbell)","",""'
    return f'{lead},"{index}","normal","{kg}","{reps}","","",""\n'


def read(*parts, **options):
    return lg.read_log("".join(parts).encode(), **options)


def dates(*texts, tz=None):
    reader = date_reader(texts, tz)
    return [reader(text) for text in texts]


def test_a_miss_waits_for_the_first_completed_set():
    """Zero rows before it come right after it, in their order; later ones keep their place."""
    misses = misses_of([0, 1, 4], [2, 3], [AT] * 5, ["Squat"] * 5)
    assert misses == {0: 2, 1: 2, 4: None}
    assert as_known([2, 3], misses) == [2, 0, 1, 3, 4]


def test_the_earliest_completed_set_counts_in_a_file_that_runs_backwards():
    """Newest first, the set of the morning is the one that makes the miss known."""
    at = [AT.replace(hour=20), AT.replace(hour=9), AT.replace(hour=8)]
    assert misses_of([2], [0, 1], at, ["Squat"] * 3) == {2: 1}


def test_two_names_of_one_lift_are_one_lift():
    """A set under another name of the lift makes a miss of it known too."""
    assert misses_of([1], [0], [AT, AT], ["Squat (Barbell)", "Barbell Squat"]) == {1: None}


def test_rests_add_up():
    """Two timers before a set are one rest; a negative one is none."""
    timers = [numbered("Rest Timer", sec=sec) for sec in ("60", "90", "-30")]
    log = read(NUMBERED, numbered("1", 100, 5), *timers, numbered("2", 100, 5))
    assert [one.rest_s for one in log.history] == [None, 150.0]


def test_a_failed_single_is_a_miss():
    """Zero repetitions marked F are a miss, not a set taken to failure."""
    log = read(NUMBERED, numbered("1", 100, 5), numbered("F", 120, 0))
    kinds = [(one.missed, one.to_failure) for one in log.history]
    assert kinds == [(False, False), (True, False)]


def test_all_notes_are_kept():
    """Its own note, the workout's, and those of the exercise, in that order."""
    notes = [numbered("Note", note=note) for note in ("belt", "hook")]
    log = read(NUMBERED, *notes, numbered("1", 100, 5, note="own", whole="day"))
    assert log.history[0].note == "own; day; belt; hook"


def test_nothing_recorded_is_said_so():
    """Neither load nor repetitions, zero of both, or no repetitions at all hold no set."""
    rows = [numbered("2"), numbered("3", 0, 0), numbered("4", 100)]
    log = read(NUMBERED, numbered("1", 100, 5), *rows)
    assert [(one.row, one.reason) for one in log.skipped] == [
        (2, "nothing recorded"),
        (3, "nothing recorded"),
        (4, "no repetitions recorded"),
    ]


@pytest.mark.parametrize("name", ["Dominadas asistidas", "Klimmzug (unterstützt)"])
def test_help_below_zero_is_help(name):
    """A load below zero of an assisted lift is taken off, in other languages too."""
    log = read(CLASSIC, f"2016-05-01 18:00:00,A,{name},1,-15,5,,,\n")
    assert [(one.load_kg, one.assist_kg) for one in log.history] == [(0.0, 15.0)]


def test_midnights_alone_are_days():
    """A file of midnights knows the day only; one real time makes it know sessions."""
    days = [f"2016-05-0{day} 00:00:00,A,Squat,1,100,5,,,\n" for day in (1, 2)]
    assert {one.at_known_to for one in read(CLASSIC, *days).history} == {"day"}
    timed = days[1].replace("00:00:00", "18:00:00")
    assert {one.at_known_to for one in read(CLASSIC, days[0], timed).history} == {"session"}


def test_a_blank_kilogram_column_gives_way():
    """Beside a full column of pounds it is not read as zero: 225 lb are 102.058 kg."""
    head = (
        "workout_title,workout_date,exercise_title,set_index,set_type,weight_kg,weight_lbs,"
        "reps,rpe\n"
    )
    log = read(head, "Legs,2025-03-02T17:30:00,Squat (Barbell),0,normal,,225,5,8\n")
    assert log.unit == "lb"
    assert log.history[0].load_kg == pytest.approx(102.058283, abs=1e-6)


def test_a_row_without_unit_goes_with_the_others():
    """In a file of pounds it is pounds as well: 200 lb are 90.718 kg."""
    log = read(ANDROID, android("100", "lbs"), android("200", ""))
    loads = [one.load_kg for one in log.history]
    assert loads == [pytest.approx(45.359237), pytest.approx(90.718474)]


def test_converted_kilograms_come_back_clean():
    """132.277 lb and 220.462 lb in a column of pounds are 60 and 100 kg."""
    rows = [
        f"2016-05-01 18:00:00,A,Squat,{n},{load},5,,,\n"
        for n, load in ((1, 132.27735731), (2, 220.46226218))
    ]
    log = read(CLASSIC.replace(",kg,", ",Weight,"), *rows, unit="lb")
    assert [one.load_kg for one in log.history] == [60.0, 100.0]


def test_cells():
    """Clock times, a unit with a dot, and the most repetitions that are believed."""
    assert (read_seconds("1:02:03"), read_seconds("2:30")) == (3723.0, 150.0)
    assert read_unit("lbs.") == "lb"
    assert read_reps("1000") == 1000
    assert isinstance(read_reps("1001"), Wrong)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Jun 11, 2026, 12:30 PM", datetime(2026, 6, 11, 12, 30)),
        ("Jun 11, 2026, 12:30 AM", datetime(2026, 6, 11, 0, 30)),
        ("13.05.2024 18:30:45", datetime(2024, 5, 13, 18, 30, 45)),
        ("2/5/2024 6:00 PM", datetime(2024, 2, 5, 18)),
        ("2026 Jun 11", datetime(2026, 6, 11)),
        ("mar. 3 juin 2025 18:00", datetime(2025, 6, 3, 18)),
    ],
)
def test_dates(text, meant):
    """Noon, seconds, the month first with AM and PM, and a weekday that looks like March."""
    assert dates(text) == [meant]


def test_zones_of_the_file_win():
    """An instant stays one whatever zone is given; a stray one among wall clocks is wrong."""
    tokyo = dates("2026-01-02T03:04:05Z", tz=ZoneInfo("Asia/Tokyo"))
    assert tokyo == [datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)]
    mixed = dates("2026-01-02T03:04:05", "2026-01-03T03:04:05", "2026-01-04T03:04:05Z")
    assert mixed[0] == datetime(2026, 1, 2, 3, 4, 5)
    assert isinstance(mixed[2], Wrong)


def test_hevy_orders_by_number():
    """Set 10 comes after set 9, and a number that stands twice keeps the order of the file."""
    loads = [one.load_kg for one in read(HEVY, *(hevy(n, 100 + n) for n in (10, 9, 2))).history]
    assert loads == [102.0, 109.0, 110.0]
    twice = read(HEVY, hevy(1, 101), hevy(0, 90), hevy(1, 102))
    assert [one.load_kg for one in twice.history] == [101.0, 90.0, 102.0]


def test_hevy_problems_keep_their_row():
    """A bad cell is reported with the row it has in the file, not in the workout."""
    assert [one.row for one in read(HEVY, hevy(1, 100, "x"), hevy(0, 90)).problems] == [1]


def test_ragged_rows_are_mended():
    """Blank cells too many or too few at the end lose no set and no note."""
    long = read(CLASSIC, "2016-05-01 18:00:00,A,Squat,1,100,5,,,deep,,\n")
    assert long.history[0].note == "deep"
    short = read(CLASSIC, "2016-05-01 18:00:00,A,Squat,1,100,5,,\n")
    assert (len(short.history), short.problems) == (1, ())


@pytest.mark.parametrize(
    ("lift", "mark", "read_as"),
    [
        ("Deadlift (Barbell)", "1", None),  # what was on the bar?
        ("Deadlift (Barbell)", "W", 0.0),  # an empty bar, which tires nobody
        ("Pull Up", "1", 0.0),  # the body alone
        ("Something Else", "1", 0.0),
    ],
)
def test_a_load_that_is_blank(lift, mark, read_as):
    """On a bar a blank load is not known; elsewhere it is the body alone."""
    log = read(CLASSIC, f"2016-05-01 18:00:00,A,{lift},{mark},,5,,,\n")
    assert [one.load_kg for one in log.history] == ([] if read_as is None else [read_as])
    assert [one.column for one in log.problems] == (["kg"] if read_as is None else [])


def test_a_pull_that_took_its_time_is_no_cardio():
    """A duration beside a load without repetitions is no reason to forget a miss."""
    rows = [
        "2016-05-01 18:00:00,A,Deadlift,1,100,5,,,\n",
        "2016-05-01 18:00:00,A,Deadlift,2,140,0,,15,\n",
    ]
    log = read(CLASSIC, *rows)
    assert [(one.load_kg, one.missed) for one in log.history] == [(100.0, False), (140.0, True)]
    held = read(CLASSIC, "2016-05-01 18:00:00,A,Plank,1,20,0,,60,\n")
    assert [one.reason for one in held.skipped] == ["cardio or timed"]


def test_rows_of_two_units_keep_their_own():
    """A blank unit is that of the column's name; one that contradicts it is a problem."""
    rows = [
        {"when": "2026-01-05", "lift": "Squat", "kg": 120, "reps": 5},
        {"when": "2026-01-05", "lift": "Squat", "kg": 225, "unit": "lb", "reps": 5},
    ]
    log = read_log(rows)
    assert [one.load_kg for one in log.history] == [120.0]
    assert [(one.row, one.column, one.wanted) for one in log.problems] == [(2, "unit", "kg")]


def test_the_other_unit_counts_where_the_wished_one_is_blank():
    header = "exercise_title,start_time,set_type,title,weight_kg,weight_lbs,reps\n"
    rows = 'Squat,"1 Jan 2026, 18:00",normal,A,110,,5\nSquat,"1 Jan 2026, 18:00",normal,A,,225,5\n'
    log = read_log((header + rows).encode(), unit="lb")
    assert [round(one.load_kg, 2) for one in log.history] == [110.0, 102.06]


def test_columns_that_are_not_read_are_said():
    header = "Date,Exercise,Weight (kg),Reps,Mood,Reps"
    log = read_log(f"{header}\n2026-01-05,Squat,100,5,good,3\n".encode())
    assert log.notices == ("not read: the columns Mood, Reps",)
