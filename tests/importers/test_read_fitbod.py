"""Fitbod's exports, small and written by hand, and what they must become."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from liftguard.importers import read_log

NEW = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier"
)
OLD = "Date,Exercise,Sets,Reps,Weight,isWarmup,Note"


def fitbod(*rows, header=NEW, unit=None):
    return read_log("\n".join([header, *rows]).encode(), unit=unit)


def new(exercise, reps, weight, *, warm_up="false", note="", times="1.0", rest="0.0,0.0,0.0,0.0"):
    return f"2022-01-05 22:06:49 +0000,{exercise},{reps},{weight},{rest},{warm_up},{note},{times}"


def told(log):
    return [(done.lift, done.load_kg, done.reps, done.kind) for done in log.history]


def problems(log):
    return [(one.row, one.column, one.got) for one in log.problems]


def skips(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


def test_a_row_is_a_set_and_the_multiplier_counts_the_dumbbells():
    log = fitbod(
        new("Deadlift", 8, "60.0", warm_up="true"),
        new("Deadlift", 5, "142.5", note="belt, no straps".join('""')),
        new("Dumbbell Bench Press", 10, "22.5", times="2.0"),
        new("Push Up", "20", "0.0"),
    )
    assert told(log) == [
        ("deadlift", 60.0, 8, "warmup"),
        ("deadlift", 142.5, 5, "work"),
        ("dumbbell_bench_press", 45.0, 10, "work"),
        ("push_up", 0.0, 20, "work"),
    ]
    assert log.history[1].note == "belt, no straps"
    assert (log.app, log.unit, log.unit_evidence) == ("fitbod", "kg", "the header says kg")
    assert log.history[0].at == datetime(2022, 1, 5, 22, 6, 49, tzinfo=UTC)
    assert log.history[0].at_known_to == "session"
    assert (log.rows_read, log.rows_with_sets, log.problems, log.skipped) == (4, 4, (), ())


def test_the_zone_that_stands_in_the_file_counts():
    log = fitbod("2022-07-05 22:06:49 +0200,Deadlift,5,100.0,0.0,0.0,0.0,0.0,false,,1.0")
    assert log.history[0].at == datetime(2022, 7, 5, 20, 6, 49, tzinfo=UTC)


def test_pounds_that_were_converted():
    """100 lb and 225 lb, as the app writes them."""
    log = fitbod(
        new("Dumbbell Bench Press", 8, "45.359237", times="2"), new("Deadlift", 5, "102.05828325")
    )
    assert [done.load_kg for done in log.history] == pytest.approx([90.718474, 102.058283])


def test_time_and_distance_are_no_sets():
    log = fitbod(
        new("Plank", 0, "0.0", rest="45.0,0.0,0.0,0.0"),
        new("Cycling", "", "", rest="1800,12000.0,0.0,3.0"),
        new("Deadlift", 5, "140.0", rest="60.0,0.0,0.0,0.0"),
        new("Deadlift", 0, "0.0"),
    )
    assert told(log) == [("deadlift", 140.0, 5, None)]
    assert skips(log) == [
        (1, "cardio or timed"),
        (2, "cardio or timed"),
        (4, "nothing recorded"),
    ]


def test_zero_repetitions_are_a_miss_where_the_lift_went_up_that_day():
    log = fitbod(
        new("Deadlift", 3, "180.0"), new("Deadlift", 0, "200.0"), new("Back Squat", 0, "150.0")
    )
    assert [(done.load_kg, done.missed) for done in log.history] == [(180.0, False), (200.0, True)]
    assert skips(log) == [(3, "planned, not done")]


def test_multipliers_that_say_nothing_and_those_that_cannot_be():
    log = fitbod(
        new("Deadlift", 5, "100.0", times=""),
        new("Deadlift", 5, "100.0", times="two"),
        new("Deadlift", 5, "100.0", times="0.0"),
        new("Deadlift", 5, "100.0", times="-1"),
        new("Push Up", 20, "0.0", times="0.0"),  # nothing times nothing
        new("Deadlift", 5, "heavy", times="2.0"),
        new("Deadlift", 5, "100.0", times="1"),
    )
    assert told(log) == [
        ("deadlift", 100.0, 5, None),
        ("push_up", 0.0, 20, None),
        ("deadlift", 100.0, 5, None),
    ]
    assert problems(log) == [
        (2, "multiplier", "two"),
        (3, "multiplier", "0.0"),
        (4, "multiplier", "-1"),
        (6, "Weight(kg)", "heavy"),
    ]
    assert log.problems[0].wanted == "a number above 0, or blank"
    assert (log.rows_read, log.rows_with_sets) == (7, 3)


@pytest.mark.parametrize(
    ("cells", "column", "got", "wanted"),
    [
        ("when it was,Deadlift,5,100,0,0,0,0,false,,1", "Date", "when it was", "a date"),
        ("2022-01-05 22:06:49 +0000,,5,100,0,0,0,0,false,,1", "Exercise", "", "the name"),
        (new("Deadlift", "many", "100"), "Reps", "many", "a whole number"),
        (new("Deadlift", 5, ""), "Weight(kg)", "", "0 for the body alone"),
        (new("Deadlift", 5, "-20"), "Weight(kg)", "-20", "as the name does not say assisted"),
        (new("Deadlift", 5, "100", warm_up="maybe"), "isWarmup", "maybe", "one of true, false"),
    ],
)
def test_a_bad_cell_is_a_problem_that_names_it(cells, column, got, wanted):
    log = fitbod(new("Deadlift", 5, "100.0"), cells, new("Deadlift", 4, "110.0"))
    assert problems(log) == [(2, column, got)]
    assert wanted in log.problems[0].wanted
    assert [done.reps for done in log.history] == [5, 4]
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (3, 2, ())


def test_the_old_export_says_how_many_sets_a_row_is():
    log = fitbod(
        "2018-03-04,Deadlift,1,8,60,true,",
        "2018-03-04,Deadlift,3,5,140,false,good",
        "2018-03-04,Deadlift,0,5,150,false,",
        "2018-03-04,Deadlift,some,5,150,false,",
        "2018-03-04,Deadlift,2,five,150,false,",
        header=OLD,
        unit="kg",
    )
    assert told(log) == [
        ("deadlift", 60.0, 8, "warmup"),
        *[("deadlift", 140.0, 5, "work")] * 3,
    ]
    assert [done.note for done in log.history] == [None, "good", "good", "good"]
    assert skips(log) == [(3, "no repetitions recorded")]
    assert problems(log) == [(4, "Sets", "some"), (5, "Reps", "five")]
    assert (log.app, log.rows_read, log.rows_with_sets) == ("fitbod", 5, 2)
    assert log.history[0].at_known_to == "day"


def test_a_row_with_sets_and_a_bad_multiplier_is_one_problem():
    log = fitbod(
        "2018-03-04,Dumbbell Curl,3,8,10,false,,2",
        "2018-03-04,Dumbbell Curl,3,8,10,false,,?",
        header=OLD + ",multiplier",
        unit="kg",
    )
    assert [done.load_kg for done in log.history] == [20.0, 20.0, 20.0]
    assert problems(log) == [(2, "multiplier", "?")]
    assert (log.rows_read, log.rows_with_sets) == (2, 1)


def test_the_unit_of_the_old_export_is_found_from_its_numbers():
    loads = (45, 135, 225, 315, 365, 405)
    log = fitbod(*[f"2018-03-04,Deadlift,1,5,{load},false," for load in loads], header=OLD)
    assert log.unit == "lb"
    assert log.history[3].load_kg == pytest.approx(142.88159655)  # 315 x 0.45359237


@pytest.mark.parametrize(("yes", "no"), [("1", "0"), ("TRUE", "FALSE")])
def test_other_ways_to_say_warm_up(yes, no):
    log = fitbod(new("Deadlift", 8, "60.0", warm_up=yes), new("Deadlift", 5, "140.0", warm_up=no))
    assert [done.kind for done in log.history] == ["warmup", "work"]


def test_a_sheet_of_sets_by_repetitions_stays_one():
    log = read_log(b"Date,Exercise,Sets,Reps,Weight (kg),Note\n2018-03-04,Deadlift,1,5,100,\n")
    assert log.app == "sets_by_reps"


@pytest.mark.parametrize(
    ("yes", "no"), [("TRUE", "FALSE"), ("WAHR", "FALSCH"), ("VRAI", "FAUX"), ("1", "0")]
)
def test_a_file_that_a_spreadsheet_saved_again(yes, no):
    """Semicolons, decimal commas, days before months, and true in the spreadsheet's language."""
    log = read_log(
        (
            "Date;Exercise;Reps;Weight(kg);Duration(s);Distance(m);Incline;Resistance;isWarmup;"
            "Note;multiplier;\n"
            f"18/06/2020 21:15;Deadlift;5;62,5;0;0;0;0;{yes};;1;\n"
            f"18/06/2020 21:15;Deadlift;5;102,5;0;0;0;0;{no};;1;\n"
        ).encode()
    )
    assert [(done.load_kg, done.kind) for done in log.history] == [
        (62.5, "warmup"),
        (102.5, "work"),
    ]
    assert log.problems == ()


def test_the_multiplier_counts_whatever_says_the_unit():
    """A unit beside the load, or a column for each unit."""
    row = "2026-01-05 22:06:49 +0000,Curl,5,{},0,0,0,0,false,,2.0\n"
    columns = "Date,Exercise,Reps,{},Duration(s),Distance(m),Incline,Resistance,isWarmup,Note"
    header = columns + ",multiplier\n"
    log = read_log((header.format("Weight(kg)") + row.format("20 kg")).encode())
    assert [one.load_kg for one in log.history] == [40.0]
    both = header.format("Weight(kg),Weight(lb)") + row.format(",44")
    assert [round(one.load_kg, 2) for one in read_log(both.encode()).history] == [39.92]
