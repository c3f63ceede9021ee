"""Strong's exports of every year, small and written by hand, and what they must become."""

# ruff: noqa: E501 - wall clock and rows as the app writes them

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.importers import read_log
from liftguard.importers.load_columns import BARE
from liftguard.units import kg_from_lb

IOS_CLASSIC = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2021-03-10 19:49:56,"Pull",1h 4m,"Deadlift (Barbell)",1,60.0,5,0,0,"","felt fine",0.0
2021-03-10 19:49:56,"Pull",1h 4m,"Deadlift (Barbell)",2,100.0,5.0,0,0,"grip, hook","",8.5
2021-03-10 19:49:56,"Pull",1h 4m,"Deadlift (Barbell)",3,140.0,0,0,0,"","",
2021-03-10 19:49:56,"Pull",1h 4m,"Pull Up",1,0,8,0,0,"","",
2021-03-10 19:49:56,"Pull",1h 4m,"Plank",1,0,0,0,90,"","",
"""


def told(log):
    return [(done.lift, done.load_kg, done.reps) for done in log.history]


def test_ios_classic():
    log = read_log(IOS_CLASSIC.encode())
    assert (log.app, log.unit) == ("strong", "kg")
    assert log.unit_evidence == "plate ladder 60/100/140 on the barbell"
    assert told(log) == [
        ("deadlift", 60.0, 5),
        ("deadlift", 100.0, 5),
        ("deadlift", 140.0, 0),
        ("pull_up", 0.0, 8),
    ]
    assert [done.missed for done in log.history] == [False, False, True, False]
    assert [done.rpe for done in log.history] == [None, 8.5, None, None]
    assert [done.note for done in log.history] == ["felt fine", "grip, hook", None, None]
    assert {done.at for done in log.history} == {datetime(2021, 3, 10, 19, 49, 56)}
    assert {done.at_known_to for done in log.history} == {"session"}
    assert {done.session for done in log.history} == {"Pull 2021-03-10 19:49"}
    assert {done.kind for done in log.history} == {None}
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(5, "cardio or timed")]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (5, 4, ())


def test_loaded_carries_are_told_from_cardio():
    """A walk with a load is no set, and no cardio either: what it tires is not counted, and said."""
    row = '2021-03-10 19:49:56,"Events",1h 4m,"{}",{},{},0,{},{},"","",\n'
    walks = [("Yoke Walk", 1, 180, 20, 14), ("Yoke Walk", 2, 240, 20, 16)]
    walks += [("Farmer's Walk", 1, 80, 40, 22), ("Farmer's Walk", 2, 0, 40, 20)]  # without a load
    walks += [("Running", 1, 0, 2000, 900), ("Plank", 2, 10, 0, 60)]
    header = IOS_CLASSIC[: IOS_CLASSIC.index("\n") + 1]
    lift = '2021-03-10 19:49:56,"Events",1h 4m,"Deadlift (Barbell)",1,100,5,0,0,"","",8.5\n'
    log = read_log(
        f"{header}{lift}{''.join(row.format(*one) for one in walks)}".encode(), unit="kg"
    )
    carry, cardio = "loaded carry, by distance or time", "cardio or timed"
    assert told(log) == [("deadlift", 100.0, 5)]
    assert [one.reason for one in log.skipped] == [carry] * 3 + [cardio] * 3
    assert log.notices == (
        "3 loaded carries are left out, such as Yoke Walk, and what they tire is not counted",
    )


def test_ios_2026_without_notes_and_with_marks():
    log = read_log(
        b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\r\n"
        b"2026-01-02 09:40:00,Legs,51m,Squat (Barbell),W,20.0,10.0,0,0.0,\r\n"
        b"2026-01-02 09:40:00,Legs,51m,Squat (Barbell),1,62.5,5.0,0,0.0,\r\n"
        b"2026-01-02 09:40:00,Legs,51m,Squat (Barbell),F,60.0,9.0,0,0.0,10\r\n"
        b"2026-01-02 09:40:00,Legs,51m,Squat (Barbell),D,40.0,12.0,0,0.0,\r\n"
    )
    assert told(log) == [
        ("squat", 20.0, 10),
        ("squat", 62.5, 5),
        ("squat", 60.0, 9),
        ("squat", 40.0, 12),
    ]
    assert [done.kind for done in log.history] == ["warmup", None, None, "drop"]
    assert [done.to_failure for done in log.history] == [False, False, True, False]
    assert log.unit == "kg"


def test_before_durations():
    log = read_log(
        b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        b"Workout Notes\n"
        b"2018-05-01 18:00:00,A,Bench Press (Barbell),1,135,5,0,0,,\n"
        b"2018-05-01 18:00:00,A,Bench Press (Barbell),2,185,5,0,0,,\n"
        b"2018-05-01 18:00:00,A,Bench Press (Barbell),3,225,1,0,0,,\n"
    )
    assert (log.unit, log.unit_evidence) == ("lb", "plate ladder 135/185/225 on the barbell")
    assert told(log) == [
        ("bench_press", kg_from_lb(135), 5),
        ("bench_press", kg_from_lb(185), 5),
        ("bench_press", kg_from_lb(225), 1),
    ]


@pytest.mark.parametrize(
    ("load", "distance", "expected"), [("kg", "km", 100.0), ("lb", "mi", kg_from_lb(100))]
)
def test_unit_as_the_name_of_the_column(load, distance, expected):
    log = read_log(
        f"Date,Workout Name,Exercise Name,Set Order,{load},Reps,{distance},Seconds,Notes\n"
        "2016-05-01 18:00:00,A,Bench Press (Barbell),1,100,5,,,\n"
        "2016-05-01 18:00:00,A,Running,1,,,5.2,1800,\n".encode()
    )
    assert told(log) == [("bench_press", expected, 5)]
    assert (log.unit, log.unit_evidence) == (load, f"the header says {load}")
    assert log.skipped[0].reason == "cardio or timed"


ANDROID_HEADER = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
)
ANDROID_ROWS = (
    "2020-02-03 18:00:00;Push;Bench Press (Barbell);1;100.0;kg;5;8;;;0;;;45m\n"
    '2020-02-03 18:00:00;Push;Triceps Pushdown (Cable);1;50.0;lbs;12;;;;0;"slow;\nlight";;45m\n'
    "2020-02-03 18:00:00;Push;Push Up;1;;;20;;;;0;;;45m\n"
)


@pytest.mark.parametrize("header", [ANDROID_HEADER, ""], ids=["header", "headerless"])
def test_android_with_a_unit_in_every_row(header):
    log = read_log((header + ANDROID_ROWS).encode())
    assert told(log) == [
        ("bench_press", 100.0, 5),
        ("cable_triceps_pushdown", kg_from_lb(50), 12),
        ("push_up", 0.0, 20),
    ]
    assert (log.unit, log.unit_evidence) == ("mixed", "the unit column")
    assert log.history[1].note == "slow;\nlight"
    assert log.history[0].rpe == 8.0
    assert log.rows_read == 3


def test_android_without_durations_and_headers():
    rows = ANDROID_ROWS.replace(";45m\n", "\n")
    assert told(read_log(rows.encode())) == told(read_log(ANDROID_ROWS.encode()))


def test_a_load_whose_unit_is_missing_among_mixed_ones_is_a_problem():
    rows = ANDROID_ROWS + "2020-02-03 18:00:00;Push;Bench Press (Barbell);2;90.0;;5;;;;0;;;45m\n"
    log = read_log((ANDROID_HEADER + rows).encode())
    assert [str(problem) for problem in log.problems] == [
        "row 4, column 'Weight Unit': got '', wanted " + BARE
    ]
    assert len(read_log((ANDROID_HEADER + rows).encode(), unit="kg").history) == 4


NEW_ANDROID = """\
"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";\
"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"
"7";"2024-02-03 18:00:00";"Pull";"3600";"Deadlift (Barbell)";"WARM_UP";"61.23496995";"5";"";"";"0";"";""
"7";"2024-02-03 18:00:00";"Pull";"3600";"Deadlift (Barbell)";"Rest Timer";"0";"0";"";"";"120.0";"";""
"7";"2024-02-03 18:00:00";"Pull";"3600";"Deadlift (Barbell)";"1";"140";"5";"9";"";"0";"";""
"7";"2024-02-03 18:00:00";"Pull";"3600";"Deadlift (Barbell)";"Rest Timer";"";"";"";"";"180.0";"";""
"7";"2024-02-03 18:00:00";"Pull";"3600";"Deadlift (Barbell)";"FAILURE";"150";"3";"";"";"0";"";""
"7";"2024-02-03 18:00:00";"Pull";"3600";"Deadlift (Barbell)";"Note";"";"";"";"";"";"hook grip";""
"7";"2024-02-03 18:00:00";"Pull";"3600";"Pull Up (Assisted)";"1";"20";"8";"";"";"0";"";""
"8";"2024-02-05 18:00:00";"Pull";"3600";"Pull Up (Assisted)";"1";"12.473790175000001";"8";"";"";"0";"";""
"""


def test_new_android_with_rest_timers_and_notes():
    log = read_log(NEW_ANDROID.encode())
    assert (log.unit, log.unit_evidence) == ("kg", "the header says kg")
    assert [(done.load_kg, done.assist_kg, done.reps) for done in log.history] == [
        (61.23497, 0.0, 5),
        (140.0, 0.0, 5),
        (150.0, 0.0, 3),
        (0.0, 20.0, 8),
        (0.0, kg_from_lb(27.5), 8),
    ]
    assert [done.rest_s for done in log.history] == [None, 120.0, 180.0, None, None]
    assert [done.kind for done in log.history] == ["warmup", None, None, None, None]
    assert [done.to_failure for done in log.history] == [False, False, True, False, False]
    assert [done.note for done in log.history] == ["hook grip"] * 3 + [None] * 2
    assert [(skip.row, skip.reason) for skip in log.skipped] == [
        (2, "rest timer"),
        (4, "rest timer"),
        (6, "note"),
    ]
    assert (log.rows_read, log.rows_with_sets) == (8, 5)


def test_a_rest_at_the_end_of_a_workout_is_not_carried_into_the_next():
    lines = NEW_ANDROID.splitlines(keepends=True)
    log = read_log("".join([*lines[:1], lines[3], lines[4], lines[8]]).encode())
    assert [done.rest_s for done in log.history] == [None, None]


HEADERS = {
    "German": "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,"
    "Entfernung,Sekunden,Notizen,Workout-Notizen,RPE",
    "French": "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,"
    "Distance,Secondes,Notes,Notes d'entraînement,RPE",
    "Chinese": "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE",
    "unknown": "Fecha,Nombre,Duración,Ejercicio,Orden,Peso,Repeticiones,Distancia,Segundos,"
    "Notas,Notas del entreno,RPE",
    "renamed": "date,name,dur,ex,no,w,r,d,s,n,wn,rpe",
    "none": "",
}


@pytest.mark.parametrize("language", HEADERS)
def test_headers_in_other_languages_or_unknown(language):
    _, rows = IOS_CLASSIC.split("\n", 1)
    text = f"{HEADERS[language]}\n{rows}".lstrip("\n")
    original, log = read_log(IOS_CLASSIC.encode()), read_log(text.encode())
    assert (log.app, log.history) == ("strong", original.history)
    assert (log.skipped, log.rows_read) == (original.skipped, original.rows_read)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2018/8/31 5:49", "2018/9/2 18:00"),
        ("31-08-2018 05:49", "02-09-2018 18:00"),
        ("8/31/2018 5:49", "9/2/2018 18:00"),
        ("31.08.2018 05:49", "02.09.2018 18:00"),
    ],
)
def test_dates_of_files_saved_again(first, second):
    log = read_log(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
        f"{first},A,Squat,1,100,5,,,\n{second},A,Squat,1,105,5,,,\n".encode()
    )
    assert [done.at for done in log.history] == [
        datetime(2018, 8, 31, 5, 49),
        datetime(2018, 9, 2, 18, 0),
    ]


def test_rows_wrapped_in_one_more_pair_of_quotes():
    wrapped = "".join(
        '"' + line.replace('"', '""') + '"\n' for line in IOS_CLASSIC.strip().splitlines()
    )
    assert read_log(wrapped.encode()) == read_log(IOS_CLASSIC.encode())


def test_a_zero_before_the_first_completed_set_shows_itself_after_it():
    """The entry of a miss is known once another set of the lift has gone up that day."""
    header, _ = IOS_CLASSIC.split("\n", 1)
    log = read_log(
        f"{header}\n"
        "2021-03-10 08:00:00,A,1h,Deadlift (Barbell),1,200,0,0,0,,,\n"
        "2021-03-10 08:00:00,A,1h,Squat (Barbell),1,100,5,0,0,,,\n"
        "2021-03-10 08:00:00,A,1h,Bench Press (Barbell),1,100,0,0,0,,,\n"
        "2021-03-10 18:00:00,B,1h,Deadlift (Barbell),1,180,1,0,0,,,\n"
        "2021-03-10 18:00:00,B,1h,Deadlift (Barbell),2,190,0,0,0,,,\n"
        "2021-03-12 18:00:00,B,1h,Deadlift (Barbell),1,200,0,0,0,,,\n".encode(),
        unit="kg",
    )
    assert [(done.load_kg, done.missed, done.at.hour) for done in log.history] == [
        (100.0, False, 8),
        (180.0, False, 18),
        (200.0, True, 18),
        (190.0, True, 18),
    ]
    assert [(skip.row, skip.reason) for skip in log.skipped] == [
        (3, "planned, not done"),
        (6, "planned, not done"),
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1,60,7.5,0,0,,,", "column 'Reps': got '7.5', wanted a whole number from 0 to 1000"),
        ("1,sixty,5,0,0,,,", "column 'Weight': got 'sixty', wanted a number"),
        ("1,-60,5,0,0,,,", "column 'Weight': got '-60', wanted 0 or more"),
        ("x,60,5,0,0,,,", "column 'Set Order': got 'x', wanted the number of the set"),
        ("1,60,5", "got '2021-03-10 19:49:56,A,1h,Squat,1,60,5', wanted 12 cells in a row"),
    ],
)
def test_a_problem_says_row_column_got_and_wanted(cells, expected):
    log = read_log(f"{IOS_CLASSIC}2021-03-10 19:49:56,A,1h,Squat,{cells}\n".encode())
    assert len(log.problems) == 1
    assert str(log.problems[0]).startswith("row 6")
    assert expected in str(log.problems[0])


def test_pounds_that_hold_converted_kilograms_come_out_clean():
    header, _ = IOS_CLASSIC.split("\n", 1)
    log = read_log(
        f"{header}\n"
        "2021-03-10 08:00:00,A,1h,Squat (Barbell),1,132.27735731092653,5,0,0,,,\n"
        "2021-03-10 08:00:00,A,1h,Squat (Barbell),2,220.46226218487757,5,0,0,,,\n"
        "2021-03-10 08:00:00,A,1h,Leg Press,1,45.0,5,0,0,,,\n".encode()
    )
    assert [done.load_kg for done in log.history] == [60.0, 100.0, kg_from_lb(45)]
    assert log.unit == "lb"
    assert log.unit_evidence == (
        "the column is in pounds but holds converted kilograms (220.46 = 100 kg)"
    )


def test_times_become_instants_in_a_zone():
    log = read_log(IOS_CLASSIC.encode(), tz="Europe/Berlin")
    assert log.history[0].at.isoformat() == "2021-03-10T19:49:56+01:00"


def test_what_stands_beside_a_rest_timer_is_no_matter():
    """Found by drawing cells at random: a load below zero there was counted twice."""
    row = '"7";"2024-02-03 18:00:00";"Pull";"x";"Squat";"Rest Timer";"-5";"x";"11";"";"60";"";""\n'
    log = read_log((NEW_ANDROID + row).encode())
    assert log.problems == ()
    assert (log.rows_read, len(log.skipped)) == (9, 4)


UNKNOWN_12 = "Aa,Bb,Cc,Dd,Ee,Ff,Gg,Hh,Ii,Jj,Kk,Ll"


@pytest.mark.parametrize("first", [("0", "1", "2"), ("1", "2", "3"), ("", "", "")])
@pytest.mark.parametrize("distance", ["0", "8", "12"])
def test_row_numbers_before_unknown_columns_move_no_value(first, distance):
    rows = [
        f"{index},2024-03-10 19:49:56,A,1h,Deadlift (Barbell),{mark},225,5,{distance},0,,,8"
        for mark, index in enumerate(first, start=1)
    ]
    text = "\n".join(["," + UNKNOWN_12, *rows]) + "\n"
    log = read_log(text.encode(), unit="lb")
    assert (log.app, log.unit, log.problems) == ("strong", "lb", ())
    assert told(log) == [("deadlift", pytest.approx(225 * 0.45359237), 5)] * 3
    assert [done.rpe for done in log.history] == [8.0, 8.0, 8.0]


@pytest.mark.parametrize("first", [("0", "1", "2"), ("1", "1", "1")])
def test_unknown_names_never_make_pounds_kilograms_in_silence(first):
    rows = [
        f"{number},2024-03-10 19:49:56,A,1h,Deadlift (Barbell),{mark},{load},5,8,0,0,,"
        for mark, (number, load) in enumerate(zip(first, (135, 225, 315), strict=True), start=1)
    ]
    text = "\n".join(["Zz," + UNKNOWN_12, *rows]) + "\n"
    log = read_log(text.encode())
    assert log.unit == "lb"
    assert "ladder" in log.unit_evidence


def test_unknown_columns_without_notes():
    text = """\
Aa,Bb,Cc,Dd,Ee,Ff,Gg,Hh,Ii
2024-03-10 19:49:56,A,1h,Deadlift (Barbell),1,100,5,0,0
2024-03-10 19:49:56,A,1h,Deadlift (Barbell),2,110,3,0,0
2024-03-10 19:49:56,A,1h,Plank,1,0,0,0,60
"""
    log = read_log(text.encode(), unit="kg")
    assert (log.app, told(log)) == ("strong", [("deadlift", 100.0, 5), ("deadlift", 110.0, 3)])
    assert (len(log.skipped), log.problems) == (1, ())


def test_a_mark_that_is_unknown_is_a_problem():
    rows = [f"2024-03-10 19:49:56,A,1h,Deadlift (Barbell),{mark},100,5,0,0,,,8" for mark in "C123"]
    log = read_log("\n".join([UNKNOWN_12, *rows, ""]).encode(), unit="kg")
    assert len(log.history) == 3
    assert [(problem.row, problem.got) for problem in log.problems] == [(1, "C")]


def test_names_of_columns_that_were_changed_by_hand():
    text = """\
date,workout_name,menu,set_order,weight,reps,distance,sec,note,workout_note,part
2019/2/11 7:04,Pull,Deadlift (Barbell),1,100,5,0,0,grip,,back
2019/2/11 7:04,Pull,Plank,1,0,0,0,60,,,core
"""
    log = read_log(text.encode(), unit="kg")
    assert (log.app, told(log)) == ("strong", [("deadlift", 100.0, 5)])
    assert [done.note for done in log.history] == ["grip"]
    assert [done.at for done in log.history] == [datetime(2019, 2, 11, 7, 4)]
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(2, "cardio or timed")]


def test_the_kind_of_a_set_in_a_column_of_its_own():
    """Beside a mere number; a word that no set is called by is left alone."""
    log = read_log(
        b"Date,Workout Name,Exercise Name,Set Order,Set Type,Weight,Reps\n"
        b"2026-03-02 18:04:10,A,Squat,1,Warmup,60,5\n"
        b"2026-03-02 18:04:10,A,Squat,2,Normal,100,5\n"
        b"2026-03-02 18:04:10,A,Squat,3,Whatever,100,4\n",
        unit="kg",
    )
    assert [(one.kind, one.reps) for one in log.history] == [("warmup", 5), ("work", 5), (None, 4)]
    assert log.problems == ()
