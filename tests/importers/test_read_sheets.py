"""Sheets that lifters keep by hand, small and written by hand, and what they must become."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log
from liftguard.units import kg_from_lb


def told(log):
    return [(done.at.day, done.lift, done.load_kg, done.reps, done.missed) for done in log.history]


def skips(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


def problems(log):
    return [(one.row, one.column, one.got) for one in log.problems]


# --- wide

WIDE = "date,exercise,equipment,variant," + ",".join(
    f"set{number}weight,set{number}reps" for number in range(1, 12)
)


def wide(*rows, unit="kg"):
    return read_log("\n".join([WIDE, *rows]).encode(), unit=unit)


def test_wide_rows_end_where_their_sets_do():
    """Rows shorter than the header, newest first: sets in the order of the row, days in theirs."""
    log = wide(
        "2019-03-24,squat,barbell,low bar,140,5,160,3",
        "2019-03-24,bench,barbell,flat,100,5",
        "2019-03-21,deadlift,barbell,conventional,180,3,200,2,,,",
    )
    assert told(log) == [
        (21, "deadlift", 180.0, 3, False),
        (21, "deadlift", 200.0, 2, False),
        (24, "low_bar_squat", 140.0, 5, False),
        (24, "low_bar_squat", 160.0, 3, False),
        (24, "bench_press", 100.0, 5, False),
    ]
    assert (log.app, log.rows_read, log.rows_with_sets) == ("wide", 3, 3)
    assert (log.problems, log.skipped) == ((), ())
    assert {done.at_known_to for done in log.history} == {"day"}
    assert log.history[0].at == datetime(2019, 3, 21)
    assert log.history[0].session == "2019-03-21"


def test_the_tenth_set_stands_after_the_ninth():
    """Sets are put in the order of their numbers, not of the text of their names."""
    cells = ",".join(f"{number},1" for number in range(1, 12))
    log = wide(f"2019-03-24,squat,barbell,low bar,{cells}")
    assert [done.load_kg for done in log.history] == [float(number) for number in range(1, 12)]


@pytest.mark.parametrize(
    ("exercise", "key"),
    [
        ("squat,barbell,low bar", "low_bar_squat"),
        ("squat,barbell,high bar", "high_bar_squat"),
        ("squat,safety bar,conventional", "safety_bar_squat"),
        ("squat,machine,low bar", "squat (machine, low bar)"),
        ("bench,barbell,flat", "bench_press"),
        ("bench,barbell,close grip", "close_grip_bench_press"),
        ("bench,barbell,slingshot", "slingshot_bench_press"),
        ("bench,barbell,2-inch board", "board_bench_press"),
        ("bench,dumbbell,flat", "dumbbell_bench_press"),
        ("bench,machine,flat", "machine_chest_press"),
        ("deadlift,barbell,conventional", "deadlift"),
        ("deadlift,barbell,2-inch deficit", "deficit_deadlift"),
        ("deadlift,machine,conventional", "machine_deadlift"),
        ("rack pull,barbell,kneecap", "rack_pull"),
        ("press,barbell,overhead", "overhead_press"),
        ("press,dumbbell,overhead", "dumbbell_overhead_press"),
        ("row,barbell,pendlay", "pendlay_row"),
        ("row, machine,pendlay", "row (machine, pendlay)"),
        ("tricep extension,EZ bar,", "ez_bar_triceps_extension"),
        ("Sled,,", "Sled"),
    ],
)
def test_the_name_is_made_of_exercise_equipment_and_variant(exercise, key):
    assert wide(f"2019-03-24,{exercise},100,5").history[0].lift == key


def test_a_wide_sheet_may_lack_equipment_and_variant():
    log = read_log(
        b"Date,Exercise,Set 1 Weight,Set 1 Reps,Set 2 Weight,Set 2 Reps\n"
        b"2019-03-24,Deadlift,100,5,120,3\n",
        unit="kg",
    )
    assert told(log) == [(24, "deadlift", 100.0, 5, False), (24, "deadlift", 120.0, 3, False)]


def test_wide_misses():
    """Zero repetitions are a miss where the lift went up that day, and known only then."""
    log = wide(
        "2019-03-23,deadlift,barbell,conventional,220,0,220,0",
        "2019-03-22,deadlift,barbell,conventional,220,0,200,1,230,0",
        "2019-03-21,deadlift,barbell,conventional,210,0",
        "2019-03-21,deadlift,barbell,2-inch deficit,150,5",
        "2019-03-20,deadlift,barbell,conventional,240,0",
        "2019-03-20,deadlift,barbell,conventional,180,3",
    )
    assert told(log) == [
        (20, "deadlift", 180.0, 3, False),
        (20, "deadlift", 240.0, 0, True),  # stood before the set that shows it to be a miss
        (21, "deficit_deadlift", 150.0, 5, False),
        (22, "deadlift", 200.0, 1, False),
        (22, "deadlift", 220.0, 0, True),
        (22, "deadlift", 230.0, 0, True),
    ]
    assert skips(log) == [(1, "planned, not done"), (3, "planned, not done")]
    assert (log.rows_read, log.rows_with_sets) == (6, 4)


def test_wide_loads_of_zero_blank_and_below():
    """Zero is the body alone, below zero on a machine is help; a row of loads alone is a plan."""
    log = wide(
        "2019-03-24,pullup,chinup,chinup,0,12,10,8",
        "2019-03-23,pullup,machine,wide,-60,8,-55,8",
        "2019-03-22,squat,barbell,low bar,140,,,",
        "2019-03-21,squat,barbell,low bar,,,,",
        "2019-03-20,squat,barbell,low bar",
    )
    assert [(done.lift, done.load_kg, done.assist_kg, done.reps) for done in log.history] == [
        ("assisted_wide_grip_pull_up", 0.0, 60.0, 8),
        ("assisted_wide_grip_pull_up", 0.0, 55.0, 8),
        ("chin_up", 0.0, 0.0, 12),
        ("chin_up", 10.0, 0.0, 8),
    ]
    assert skips(log) == [
        (3, "no repetitions recorded"),
        (4, "nothing recorded"),
        (5, "nothing recorded"),
    ]
    assert (log.rows_read, log.rows_with_sets) == (5, 2)


@pytest.mark.parametrize(
    ("cells", "column", "got", "wanted"),
    [
        ("25,25,4", "set2reps", "", "the repetitions of this load"),  # a cell is missing
        ("100,5,,5", "set2weight", "", "0 for the body alone"),
        ("100,5,110,many", "set2reps", "many", "a whole number"),
        ("100,5,heavy,5", "set2weight", "heavy", "a number"),
        ("100,5,-75,5", "set2weight", "-75", "as the name does not say assisted"),
        ("100,5,110,4,120,x,y,5", "set3reps", "x", "a whole number"),  # the first one counts
    ],
)
def test_a_wide_row_with_a_bad_cell_is_a_problem_and_gives_no_set(cells, column, got, wanted):
    log = wide(
        "2019-03-24,bench,barbell,flat,100,5",
        f"2019-03-24,squat,barbell,low bar,{cells}",
        "2019-03-24,deadlift,barbell,conventional,100,5",
    )
    assert problems(log) == [(2, column, got)]
    assert wanted in log.problems[0].wanted
    assert [done.lift for done in log.history] == ["bench_press", "deadlift"]
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (3, 2, ())


def test_a_set_of_a_bad_row_does_not_make_a_miss_of_another():
    """What is not believed is no sign that the lift went up."""
    log = wide(
        "2019-03-24,squat,barbell,low bar,100,5,110,many",
        "2019-03-24,squat,barbell,low bar,180,0",
    )
    assert len(log.history) == 0
    assert skips(log) == [(2, "planned, not done")]


def test_wide_rows_that_are_no_rows():
    """A date or an exercise that is none, and more cells than columns."""
    log = wide(
        "soon,squat,barbell,low bar,100,5,100,5",
        "2019-03-24,,barbell,low bar,100,5,100,5",
        "2019-03-24,squat,barbell,low bar," + ",".join(["100,5"] * 12),
        "2019-03-24,squat,barbell,low bar,100,5",
    )
    assert [(one.row, one.column) for one in log.problems] == [
        (1, "date"),
        (2, "exercise"),
        (3, ""),
    ]
    assert (log.rows_read, log.rows_with_sets) == (4, 1)


def test_the_unit_of_a_wide_sheet():
    """Found from the numbers; an explicit one overrides it."""
    rows = (
        "2019-03-24,squat,barbell,low bar,225,5,275,5,315,5",
        "2019-03-23,bench,barbell,flat,135,5,185,5,205,5",
        "2019-03-21,deadlift,barbell,conventional,315,5,405,3",
    )
    log = wide(*rows, unit=None)
    assert (log.unit, log.history[-1].load_kg) == ("lb", kg_from_lb(315))
    assert wide(*rows, unit="kg").history[-1].load_kg == 315.0
    with pytest.raises(UnreadableLog) as caught:
        wide("2019-03-24,squat,barbell,low bar,100,5", unit=None)
    assert caught.value.where == "column 'set1weight'"


# --- pipes

PIPES = "Date|Squat|Bench|Barbell Rows|Overhead Press|Deadlift|Notes"


def pipes(*rows, header=PIPES, unit="lb"):
    return read_log("\n".join([header, *rows]).encode(), unit=unit)


def test_a_workout_per_row():
    log = pipes("10/30/2020|110,5,5|85,5|80,5|||slept badly", "11/01/2020|115,5|||90,5|130,5|")
    assert told(log) == [
        (30, "squat", kg_from_lb(110), 5, False),
        (30, "squat", kg_from_lb(110), 5, False),
        (30, "bench_press", kg_from_lb(85), 5, False),
        (30, "barbell_row", kg_from_lb(80), 5, False),
        (1, "squat", kg_from_lb(115), 5, False),
        (1, "overhead_press", kg_from_lb(90), 5, False),
        (1, "deadlift", kg_from_lb(130), 5, False),
    ]
    assert (log.app, log.unit, log.rows_read, log.rows_with_sets) == ("pipes", "lb", 2, 2)
    assert [done.note for done in log.history] == ["slept badly"] * 4 + [None] * 3
    assert {done.at_known_to for done in log.history} == {"day"}


@pytest.mark.parametrize(
    ("cell", "sets"),
    [
        ("150,5,4,0,0,0", [(5, False), (4, True)]),  # what follows was not tried
        ("155,5,5,4,1,2", [(5, False), (5, False), (4, True), (1, False), (2, False)]),
        ("180,2,4,0,1,0", [(2, False), (4, True), (0, True), (1, False)]),  # zero: a miss
        ("175,5,5,0", [(5, False), (5, False)]),
        ("225,4", [(4, True)]),
        ("100,10,9,5,1", [(10, False), (9, False), (5, False), (1, False)]),  # another programme
        ("155, 7 ,", [(7, False)]),
    ],
)
def test_one_less_than_prescribed_is_a_miss_after_those_that_went_up(cell, sets):
    log = pipes(f"10/30/2020|{cell}|||||")
    assert [(done.reps, done.missed) for done in log.history] == sets
    planned = 5 if max(reps for reps, _ in sets) <= 5 else None
    assert {done.planned_reps for done in log.history} == {planned}
    assert (log.rows_read, log.rows_with_sets, log.problems) == (1, 1, ())


def test_a_lift_that_was_not_tried_at_all():
    """A cell of zeros holds no set; a row of such cells, or of none, is skipped."""
    log = pipes(
        "02/13/2021|175,5,5|||110,0,0,0|235,0|", "02/14/2021|110,0,0|||||", "02/15/2021|||||| sick"
    )
    assert [(done.lift, done.reps) for done in log.history] == [("squat", 5), ("squat", 5)]
    assert skips(log) == [(2, "planned, not done"), (3, "nothing recorded")]
    assert (log.rows_read, log.rows_with_sets) == (3, 1)


def test_a_mark_after_the_weight_is_kept_as_a_note():
    log = pipes("10/30/2020|||90*,5,5||130,5|light")
    assert [(done.load_kg, done.note) for done in log.history] == [
        (kg_from_lb(90), "90*; light"),
        (kg_from_lb(90), "90*; light"),
        (kg_from_lb(130), "light"),
    ]


@pytest.mark.parametrize("cell", ["l10,5,5", "110", "110,5,,5", "110,5,five", "110;5", ",5,5"])
def test_a_cell_that_is_no_list_of_sets_makes_a_problem_of_its_workout(cell):
    log = pipes(f"10/30/2020|100,5,5|{cell}||||", "11/13/2020|115,5|||||")
    assert problems(log) == [(1, "Bench", cell)]
    assert "110,5,5,5,5,5" in log.problems[0].wanted
    assert [done.at.day for done in log.history] == [13]
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (2, 1, ())


def test_a_load_or_date_that_is_none_makes_one_problem_of_a_workout():
    log = pipes("10/30/2020|1.1.0,5,5|85,5||||", "13/32/2020|115,5,5|||||", "11/01/2020|9,5|||||")
    assert problems(log) == [(1, "Squat", "1.1.0"), (2, "Date", "13/32/2020")]
    assert (len(log.history), log.rows_read, log.rows_with_sets) == (1, 3, 1)


def test_columns_are_lifts_where_their_name_or_their_cells_say_so():
    """An unknown lift keeps its name; a column that holds no sets is not read."""
    log = pipes("10/30/2020|183|100,5|12,5", header="Date|Bodyweight|Deadlift|Atlas stone")
    assert [done.lift for done in log.history] == ["deadlift", "Atlas stone"]
    assert log.problems == ()


def test_rows_with_pipes_may_end_early_and_other_tables_are_no_such_sheet():
    log = pipes("10/30/2020|110,5,5|85,5", "11/01/2020|115,5,5")
    assert [done.lift for done in log.history] == ["squat"] * 2 + ["bench_press"] + ["squat"] * 2
    with pytest.raises(UnreadableLog, match="wanted an export of"):
        pipes("10/30/2020|183|20", header="Date|Bodyweight|Age")
    with pytest.raises(UnreadableLog, match="wanted an export of"):
        read_log(b'Date,Squat,Bench\n2020-10-30,"110,5","85,5"\n', unit="lb")
    with pytest.raises(UnreadableLog, match="wanted an export of a sheet with pipes"):
        read_log(b"Date,Squat\n2020-10-30,110\n", app="pipes")


def test_a_pipe_in_the_notes():
    log = pipes("10/30/2020|110,5|||||slow|deep", "11/01/2020|115,5|||||")
    assert [done.note for done in log.history] == ["slow|deep", None]


def test_the_unit_of_a_sheet_with_pipes():
    """Found where the ladder of plates shows it; an explicit one overrides it."""
    row = "10/30/2020|135,5,5,5|95,5,5,5||||", "11/01/2020|185,5,5|||45,5|225,5|"
    assert pipes(*row, unit=None).unit == "lb"
    assert pipes(*row, unit="kg").history[0].load_kg == 135.0


# --- sets by repetitions

SETS = "Date,Lift,Sets,Reps,Weight (LBS)"


def sets_by_reps(*rows, header=SETS, unit=None):
    return read_log("\n".join([header, *rows]).encode(), unit=unit)


def test_a_row_is_as_many_equal_sets_as_it_says():
    log = sets_by_reps(
        "2015/04/06,deadlifts,3,8,205", "2015/04/06,bench,1,12,95", "2015/04/06,bench,2,10,95"
    )
    assert told(log) == [
        *[(6, "deadlift", kg_from_lb(205), 8, False)] * 3,
        (6, "bench_press", kg_from_lb(95), 12, False),
        *[(6, "bench_press", kg_from_lb(95), 10, False)] * 2,
    ]
    assert (log.app, log.unit) == ("sets_by_reps", "lb")
    assert (log.rows_read, log.rows_with_sets) == (3, 3)
    assert log.history[0].at_known_to == "day"


def test_the_unit_of_sets_by_repetitions():
    """The header's, which stands."""
    row = "2015/04/06,deadlifts,1,8,205"
    assert sets_by_reps(row, unit="kg").history[0].load_kg == kg_from_lb(205)
    log = sets_by_reps(row, header=SETS.replace("LBS", "kg"))
    assert (log.unit, log.history[0].load_kg) == ("kg", 205.0)


def test_sets_by_repetitions_that_cannot_be_counted():
    log = sets_by_reps(
        "2015/04/06,deadlifts,,8,205",
        "2015/04/06,deadlifts,some,8,205",
        "2015/04/06,deadlifts,1000000,8,205",
        "2015/04/06,deadlifts,0,8,205",
        "2015/04/06,deadlifts,2,8,",
        "2015/04/06,deadlifts,3,many,205",
        "2015/04/06,push-ups,2,20,0",
        "2015/04/06,deadlifts,3,,205",
    )
    assert problems(log) == [
        (1, "Sets", ""),
        (2, "Sets", "some"),
        (3, "Sets", "1000000"),
        (5, "Weight (LBS)", ""),
        (6, "Reps", "many"),
    ]
    assert skips(log) == [(4, "no repetitions recorded"), (8, "no repetitions recorded")]
    assert [(done.lift, done.load_kg, done.reps) for done in log.history] == [
        ("push_up", 0.0, 20),
        ("push_up", 0.0, 20),
    ]
    assert (log.rows_read, log.rows_with_sets) == (8, 1)


def test_equal_sets_that_did_not_go_up():
    """Zero repetitions are as many misses as there are sets, once the lift has gone up."""
    log = sets_by_reps("2015/04/06,deadlifts,2,0,405", "2015/04/06,deadlifts,1,3,365")
    assert [(done.load_kg, done.missed) for done in log.history] == [
        (kg_from_lb(365), False),
        (kg_from_lb(405), True),
        (kg_from_lb(405), True),
    ]
    assert log.rows_with_sets == 2


# --- pumpR

PUMPR = '"","DATE","EXERCISE","CATEGORY","WEIGHT","REPS","SET_NUM","SOURCE"\n'


def pumpr(*cells, unit="kg"):
    rows = [f'"{at}","2013-08-13",{row}' for at, row in enumerate(cells, start=1)]
    return read_log((PUMPR + "\n".join(rows)).encode(), unit=unit)


def test_pumpr():
    log = pumpr(
        '"Deadlift","Back","100.0","5","1","FitNotes"',
        '"Chin Up","Back","0.0","3","1","FitNotes"',
        '"Chin-Up","NA","3","NA","NA","Fitocracy"',
        '"Ball Slams","NA","25","6.5","NA","Fitocracy"',
        '"Deadlift","NA","NA","5","NA","Fitocracy"',
    )
    assert told(log) == [(13, "deadlift", 100.0, 5, False), (13, "chin_up", 0.0, 3, False)]
    assert (log.app, log.history[0].at_known_to) == ("pumpr", "day")
    assert skips(log) == [(3, "no repetitions recorded")]
    assert problems(log) == [(4, "REPS", "6.5"), (5, "WEIGHT", "")]
    assert (log.rows_read, log.rows_with_sets) == (5, 2)


def test_the_unit_of_pumpr():
    """Found from the numbers; an explicit one overrides it."""
    cells = [f'"Barbell Squat","Legs","{kg}","5","1","FitNotes"' for kg in (20, 60, 100, 140)]
    log = pumpr(*cells, unit=None)
    assert (log.unit, log.history[3].load_kg) == ("kg", 140.0)
    assert pumpr(*cells, unit="lb").history[3].load_kg == kg_from_lb(140)


# --- what they must not disturb


def test_fitnotes_stays_fitnotes():
    header = b"Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
    log = read_log(header + b"2023-05-02,Deadlift,Back,100,5,,,\n")
    assert log.app == "fitnotes"


def test_an_app_whose_table_has_pipes_is_still_that_app():
    log = read_log(
        b"Date|Workout Name|Exercise Name|Set Order|kg|Reps\n"
        b"2016-05-01 18:00:00|A|Squat (Barbell)|1|100|5\n"
    )
    assert (log.app, len(log.history)) == ("strong", 1)
