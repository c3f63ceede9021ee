"""StrongLifts' exports, small and written by hand, and what they must become."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.importers import read_log


def header(unit="KG", times="×", space="", places=5):
    sets = ",".join(f"Set {n} (Reps),{space}Set {n} ({unit})" for n in range(1, places + 1))
    return (
        f"Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight ({unit}),Exercise,"
        f"Sets{times}Reps,Sets{times}Time,Top Set (Reps×{unit}),e1RM ({unit}),Reps,Volume ({unit}),"
        f"Workout Volume ({unit}),Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,{sets}"
    )


def row(
    lift,
    *sets,
    day="2025/02/03",
    start="6:30 PM",
    title="Workout A",
    summary="",
    by_time="",
    note="",
    places=5,
):
    """Write a row; each set is "5x100", and one that is blank fills its place with nothing."""
    pairs = [one.split("x") if one else ("", "") for one in sets]
    pairs += [("", "")] * (places - len(pairs))
    cells = ",".join(f"{reps},{load}" for reps, load in pairs)
    lead = f'{day},7,"{title}","Fives",80,"{lift}",{summary},{by_time},5×1,99,25,999,9999'
    return f"{lead},0.75,{start},7:40 PM,{note},{cells}"


def read(*rows, top=None, **options):
    text = "\r\n".join([top or header(), *rows])
    return read_log(text.encode("utf-8-sig"), **options)


def told(log):
    return [(done.lift, done.load_kg, done.reps, done.missed) for done in log.history]


def counts(log):
    return [(done.reps, done.missed) for done in log.history]


def skips(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


def problems(log):
    return [(one.row, one.column, one.got) for one in log.problems]


def test_a_row_is_an_exercise_of_a_workout():
    log = read(
        row("Squat", "5x100", "5x100", "5x100", "5x100", "5x100", summary="5×5", note="deep"),
        row("Deadlift", "5x140", summary="1×5"),
        row("Overhead Press", "5x40", "5x40", day="2025/02/05", start="7:05 AM", title="Workout B"),
    )
    assert told(log) == [
        *[("squat", 100.0, 5, False)] * 5,
        ("deadlift", 140.0, 5, False),
        *[("overhead_press", 40.0, 5, False)] * 2,
    ]
    assert log.history[0].at == datetime(2025, 2, 3, 18, 30)
    assert log.history[6].at == datetime(2025, 2, 5, 7, 5)
    assert log.history[0].session == "Workout A 2025-02-03 18:30"
    assert {done.at_known_to for done in log.history} == {"session"}
    assert [log.history[place].note for place in (0, 5)] == ["deep", None]
    assert (log.app, log.unit, log.unit_evidence) == ("stronglifts", "kg", "the header says kg")
    assert (log.rows_read, log.rows_with_sets) == (3, 3)
    assert (log.skipped, log.problems) == ((), ())


@pytest.mark.parametrize("top", [header("LB"), header("LB", "x", " "), header("lbs", space=" ")])
def test_pounds_and_other_spellings(top):
    log = read(row("Squat", "5x225", summary="1×5"), top=top)
    assert told(log) == [("squat", pytest.approx(102.058283, abs=1e-6), 5, False)]
    assert (log.app, log.unit) == ("stronglifts", "lb")


def test_the_tenth_set_stands_after_the_ninth():
    sets = [f"1x{load}" for load in range(41, 52)]
    log = read(row("Squat", *sets, places=11), top=header(places=11))
    assert [done.load_kg for done in log.history] == [float(load) for load in range(41, 52)]


def test_without_hours_a_day_is_known():
    log = read(
        "2025/02/03,Squat,,5,100,4,100",
        "2025/02/05,Deadlift,belt,5,140,,",
        top="Date,Exercise,Note,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)",
    )
    assert told(log) == [
        ("squat", 100.0, 5, False),
        ("squat", 100.0, 4, True),
        ("deadlift", 140.0, 5, False),
    ]
    assert {done.at_known_to for done in log.history} == {"day"}
    assert log.history[2].note == "belt"


@pytest.mark.parametrize(
    ("sets", "missed", "planned"),
    [
        ("5 5 5 5 5", ".....", 5),
        ("5 5 5 4 3", "...m.", 5),
        ("4 4 4 4 4", "mmmmm", 5),  # four are never prescribed
        ("4", "m", 5),
        ("3 3 3", "...", None),  # three by three, or fives that failed
        ("3 3 2", "...", None),
        ("1", ".", None),
        ("12 12 10 4", "....", None),  # another programme
        ("5 5 5 5 8", ".....", None),
    ],
)
def test_one_less_than_five_is_a_miss(sets, missed, planned):
    log = read(row("Squat", *[f"{reps}x100" for reps in sets.split()]))
    assert "".join("m" if done.missed else "." for done in log.history) == missed
    assert {done.planned_reps for done in log.history} == {planned}


@pytest.mark.parametrize(
    ("sets", "summary", "expected"),
    [
        ("5 0 0 0 0", "1×5", [(5, False)]),  # a deadlift
        ("5 0 0 0 0", "", [(5, False)]),
        ("5 4 0 5 0", "", [(5, False), (4, True), (0, True), (5, False)]),
        ("5 4 0 5 0", "5/4/-/5/-", [(5, False), (4, True), (5, False)]),
        ("5 4 0 5 0", "5/4/0/5/-", [(5, False), (4, True), (0, True), (5, False)]),
        ("5 4 0 5 0", "5/4/-/5/0", [(5, False), (4, True), (5, False), (0, True)]),
        ("5 4 0 5 0", "5/4/-", [(5, False), (4, True), (0, True), (5, False)]),  # no list of these
        ("5 4", "5/-", [(5, False), (4, True)]),  # repetitions that stand there were done
    ],
)
def test_zeros_fill_places_of_sets_that_were_never_there(sets, summary, expected):
    log = read(row("Squat", *[f"{reps}x100" for reps in sets.split()], summary=summary))
    assert counts(log) == expected
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (1, 1, ())


def test_listed_zeros_are_misses_where_the_lift_went_up_that_day():
    tried = [row(lift, "0x110", "0x110", summary="0/0") for lift in ("Squat", "Bench Press")]
    log = read(row("Squat", "5x100", summary="1×5"), *tried)
    assert told(log) == [("squat", 100.0, 5, False), *[("squat", 110.0, 0, True)] * 2]
    assert skips(log) == [(3, "planned, not done")]


def test_rows_without_sets():
    log = read(
        row("Squat", "5x100", summary="1×5"),
        row("Bench Press", "0x60", "0x60", summary="-/-"),
        row("Overhead Press", "0x40", "0x40"),
        row("Overhead Press", "x40"),
        row("Barbell Row", summary="Skipped"),
        row("Plank", by_time="3×1:00"),
    )
    assert told(log) == [("squat", 100.0, 5, False)]
    assert skips(log) == [
        (2, "planned, not done"),
        (3, "planned, not done"),
        (4, "planned, not done"),
        (5, "nothing recorded"),
        (6, "cardio or timed"),
    ]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (6, 1, ())


def test_loads_below_zero_are_help():
    log = read(row("Chinups", "8x-15", "8x-10"), row("Pullups", "8x0", "6x5"))
    assert [(done.lift, done.load_kg, done.assist_kg) for done in log.history] == [
        ("assisted_chin_up", 0.0, 15.0),
        ("assisted_chin_up", 0.0, 10.0),
        ("pull_up", 0.0, 0.0),
        ("pull_up", 5.0, 0.0),
    ]


def test_problems_name_the_column_and_take_the_whole_row():
    log = read(
        row("Squat", "5x100", "fivex100"),
        row("Squat", "5x100", "5xheavy"),
        row("Squat", "5x100", "5x"),
        row("Squat", "5x100", "5x-100"),
        row("Squat", "5x100", day="Monday"),
        row("", "5x100"),
        row("Plank", by_time="3×long"),
        row("Dips", "8x", "8x"),  # the body alone
    )
    assert problems(log) == [
        (1, "Set 2 (Reps)", "five"),
        (2, "Set 2 (KG)", "heavy"),
        (3, "Set 2 (KG)", ""),
        (4, "Set 2 (KG)", "-100"),
        (5, "Date (yyyy/mm/dd)", "Monday 6:30 PM"),
        (6, "Exercise", ""),
        (7, "Sets×Time", "long"),
    ]
    assert told(log) == [("dip", 0.0, 8, False)] * 2
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (8, 1, ())


# --- a row for each workout


def read_old(*rows, body="Body Weight", exercises=3):
    block = ",Exercise {0},Weight (KG),Weight (LB),Set 1,Set 2,Set 3,Set 4,Set 5"
    blocks = "".join(block.format(number) for number in range(1, exercises + 1))
    return read_log("\n".join([f"Date,Note,Workout,{body}{blocks}", *rows]).encode())


@pytest.mark.parametrize(
    ("body", "unit", "loads"),
    [
        ("183lb", "lb", (58.967008, 40.823313, 61.234970)),  # 130, 90 and 135 x 0.45359237
        ("183 lbs", "lb", (58.967008, 40.823313, 61.234970)),
        ("83KG", "kg", (60.0, 40.0, 60.0)),
        ("", "kg", (60.0, 40.0, 60.0)),
    ],
)
def test_repeated_columns_belong_to_the_exercise_before_them(body, unit, loads):
    log = read_old(
        f"07/25/16,slept badly,A,{body},Squat,60,130,5,5,5,5,5,"
        "Bench press,40,90,5,5,0,4,0,Deadlift,60,135,5,0,0,0,0"
    )
    squat, bench, deadlift = (pytest.approx(load, abs=1e-5) for load in loads)
    assert told(log) == [
        *[("squat", squat, 5, False)] * 5,
        *[("bench_press", bench, 5, False)] * 2,
        ("bench_press", bench, 0, True),
        ("bench_press", bench, 4, True),
        ("deadlift", deadlift, 5, False),
    ]
    assert {done.at for done in log.history} == {datetime(2016, 7, 25)}
    assert {done.at_known_to for done in log.history} == {"day"}
    assert {done.note for done in log.history} == {"slept badly"}
    assert (log.app, log.unit, log.rows_read, log.rows_with_sets) == ("stronglifts", unit, 1, 1)


def test_the_one_load_that_is_there_and_the_day_first():
    log = read_old(
        "16/03/2015,,A,,Squat,,135,5,5,5",
        "18/03/2015,,B,,Squat,62.5,,5,4",
        "20/03/2015,,A,,Squat,65,,0,0,0,0,0",
        "23/03/2015,,A,,Squat,65,,5,x,5,5,5,Bench press,40,90,5",
    )
    assert [(done.at.day, done.load_kg, done.missed) for done in log.history] == [
        *[(16, pytest.approx(61.234970, abs=1e-5), False)] * 3,
        (18, 62.5, False),
        (18, 62.5, True),
    ]
    assert skips(log) == [(3, "planned, not done")]
    assert problems(log) == [(4, "Set 2", "x")]


def test_it_can_be_named():
    assert read(row("Squat", "5x100"), app="stronglifts").app == "stronglifts"


def test_a_file_with_both_units_is_read_in_the_one_that_a_set_says():
    """Blank kilograms beside pounds are not a bare bar."""
    lead = '2025/02/03,7,"A","Fives",80,"Deadlift",,,5×1,99,25,999,9999,0.75,6:30 PM,7:40 PM,'
    top = header(places=0).rstrip(",") + ",Set 1 (Reps),Set 1 (KG),Set 1 (LB)"
    pounds, kilograms = (
        read_log(f"{top}\n{lead},{cells}\n".encode()) for cells in ("5,,225", "5,100,")
    )
    assert [(done.load_kg, done.reps) for done in pounds.history] == [(102.058283, 5)]
    assert [(done.load_kg, done.reps) for done in kilograms.history] == [(100.0, 5)]
    assert pounds.problems == kilograms.problems == ()
