"""Cells as people and programs write them: what is sure is read, the rest is a problem."""

from __future__ import annotations

import pytest

from liftguard.importers import read_log
from liftguard.importers.cells import (
    Wrong,
    parted_load,
    read_distance,
    read_number,
    read_reps,
    read_rir,
    read_rpe,
    read_seconds,
    read_unit,
)

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n"


def log_of(*cells, header=HEADER, **options):
    """Read sets of one lift, given their load and repetitions as text."""
    rows = (f'2024-01-05,A,Deadlift,1,"{load}","{reps}",,,{note}' for load, reps, note in cells)
    return read_log((header + "\n".join(rows)).encode(), **options)


def loads(*texts, **options):
    return log_of(*((text, "5", "") for text in texts), **options)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("82.5", 82.5),
        ("82,5", 82.5),
        ("61,235", 61.235),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567.0),
        ("1 234,5", 1234.5),
        ("1\u2009234", 1234.0),
        ("1\u202f234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("\uff18\uff12.\uff15", 82.5),
        ("\u22125", -5.0),
        (" 7 ", 7.0),
    ],
)
def test_numbers(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text", ["1.2.3", "5 100", "1,23,4", "0,123.5", "12,34.5", "x", "1e999", "2x20", "60 kg"]
)
def test_what_is_no_number(text):
    assert isinstance(read_number(text), Wrong)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "nan",
        "NaN",
        "None",
        "null",
        "N/A",
        "n/a",
        "NA",
        "#N/A",
        "<NA>",
        "-",
        "--",
        "–",
        "—",
    ],
)
@pytest.mark.parametrize(
    "read", [read_number, read_reps, read_rpe, read_rir, read_seconds, read_distance, read_unit]
)
def test_words_for_nothing_are_blank(read, text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "reps"),
    [
        ("5", 5),
        ("5.0", 5),
        ("x5", 5),
        ("5x", 5),
        ("×5", 5),
        ("5 reps", 5),
        ("1 rep", 1),
        ("5 Wdh.", 5),
        ("5 Wiederholungen", 5),
        ("5 ripetizioni", 5),
        ("５ 回", 5),
        ("0", 0),
    ],
)
def test_repetitions(text, reps):
    assert read_reps(text) == reps


@pytest.mark.parametrize("text", ["8-10", "5+", "5/5", "AMRAP", "7.5", "-1", "1001", "5 sets"])
def test_what_is_no_count_of_repetitions(text):
    assert read_reps(text) == Wrong("a whole number from 0 to 1000, or blank")


@pytest.mark.parametrize(
    ("text", "rpe"),
    [
        ("8", 8.0),
        ("8,5", 8.5),
        ("@8", 8.0),
        ("RPE 8.5", 8.5),
        ("9 rpe", 9.0),
        ("8/10", 8.0),
        ("0", None),
        ("0.0", None),
    ],
)
def test_exertions(text, rpe):
    assert read_rpe(text) == rpe


def test_what_is_no_exertion():
    assert read_rpe("11") == read_rpe("hard") == read_rpe("8/9") == Wrong("1 to 10, or blank")


def test_repetitions_in_reserve():
    assert (read_rir("2 RIR"), read_rir("RIR 0"), read_rir("1,5")) == (2.0, 0.0, 1.5)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45", 45.0),
        ("45s", 45.0),
        ("90 sec", 90.0),
        ("1:30", 90.0),
        ("01:01:30", 3690.0),
        ("1h 4m", 3840.0),
        ("1 min 30 s", 90.0),
        ("1,5 min", 90.0),
    ],
)
def test_durations(text, seconds):
    assert read_seconds(text) == seconds


@pytest.mark.parametrize("text", ["long", "5 x", "1h and a bit", "s"])
def test_what_is_no_duration(text):
    assert isinstance(read_seconds(text), Wrong)


def test_distances():
    assert (read_distance("2 km"), read_distance("1,5 mi"), read_distance("400")) == (2, 1.5, 400)
    assert isinstance(read_distance("far"), Wrong)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("60 kg", "60", "kg"),
        ("82,5KG", "82,5", "kg"),
        ("135lbs", "135", "lb"),
        ("135 lb.", "135", "lb"),
        ("135#", "135", "lb"),
        ("1,234.5 lb", "1,234.5", "lb"),
        ("-20 kg", "-20", "kg"),
        ("BW", "0", ""),
        ("bodyweight", "0", ""),
        ("BW+20", "+20", ""),
        ("bw + 20 kg", "+20", "kg"),
        ("BW-10kg", "-10", "kg"),
        ("60", "60", ""),
    ],
)
def test_loads_and_the_units_beside_them(text, number, unit):
    assert parted_load(text) == (number, unit)


@pytest.mark.parametrize(
    "text", ["20 kg/side", "2x20 kg", "red band", "60 stone", "BW+", "kg", "5 kg" * 99]
)
def test_what_is_no_load_stays_as_it_stands(text):
    assert parted_load(text) == (text, "")


def test_a_unit_in_the_cell_is_that_of_the_row():
    """225 lb are 102.0583 kg; where both units stand, a load without one is a problem."""
    log = loads("60 kg", "225 lbs", "BW", "100")
    assert [done.load_kg for done in log.history] == pytest.approx([60.0, 102.0582833, 0.0])
    assert (log.unit, log.unit_evidence) == ("mixed", "the units beside the loads")
    assert [(one.row, one.column, one.got, one.wanted) for one in log.problems] == [
        (4, "Weight", "100", 'kg or lb; pass unit="kg" or unit="lb" for loads that say none')
    ]


def test_a_unit_that_some_cells_say_is_that_of_all():
    log = loads("60 kg", "100")
    assert [done.load_kg for done in log.history] == [60.0, 100.0]
    assert (log.unit, log.problems) == ("kg", ())


def test_the_cell_speaks_before_the_header():
    header = HEADER.replace("Weight", "kg")
    log = loads("60", "225 lb", header=header)
    assert [done.load_kg for done in log.history] == pytest.approx([60.0, 102.0582833])


def test_a_cell_and_a_unit_column_that_disagree_are_a_problem():
    log = read_log(
        b"Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE\n"
        b"2024-01-05 18:00:00;A;Squat;1;100 kg;kg;5;\n"
        b"2024-01-05 18:00:00;A;Squat;2;100 kg;lbs;5;\n"
    )
    assert [done.load_kg for done in log.history] == [100.0]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(2, "Weight", "100 kg")]


def test_a_wish_for_a_unit_holds_for_all_loads():
    assert [done.load_kg for done in loads("60 kg", "100", unit="kg").history] == [60.0, 100.0]


@pytest.mark.parametrize(
    ("texts", "heavy"),
    [
        (("82.5", "1,135"), 1135.0),  # a point is decimal here, so that the comma is none
        (("82,5", "61,235"), 61.235),
        (("61,235", "102,058"), 102.058),  # no column of loads is mostly above a thousand
    ],
)
def test_a_comma_before_three_digits_is_what_it_is_in_the_column(texts, heavy):
    log = loads(*texts, unit="kg")
    assert log.problems == ()
    assert log.history[-1].load_kg == heavy


def test_a_comma_that_may_be_either_is_a_problem():
    log = loads("135", "225", "1,135", unit="lb")
    assert len(log.history) == 2
    assert [(one.row, one.got, one.wanted) for one in log.problems] == [
        (3, "1,135", "a number that shows whether its comma parts thousands")
    ]


def test_titles_and_notes_that_say_nothing_are_blank():
    log = log_of(("60", "5", "NaN"), ("60", "5", "felt good"), unit="kg")
    assert [done.note for done in log.history] == [None, "felt good"]
    named = read_log(
        b"Date,Workout Name,Exercise Name,Set Order,kg,Reps\n2024-01-05 18:00:00,nan,Squat,1,60,5\n"
    )
    assert named.history[0].session == "2024-01-05 18:00"


def test_a_lift_that_says_nothing_is_a_problem():
    log = read_log(
        b"Date,Workout Name,Exercise Name,Set Order,kg,Reps\n2024-01-05 18:00:00,A,nan,1,60,5\n"
    )
    assert [(one.column, one.got) for one in log.problems] == [("Exercise Name", "nan")]
