"""Plain sheets with a row for each set, small and written by hand, and what they must become."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log


def read(text, **options):
    return read_log(text.encode(), **options)


def told(log):
    return [(done.at.day, done.lift, done.load_kg, done.reps) for done in log.history]


def test_words_of_another_language():
    log = read("Datum;Übung;Gewicht kg;Wdh;Notizen\n14.05.2026;Kniebeuge;102,5;5;zäh\n")
    assert told(log) == [(14, "squat", 102.5, 5)]
    assert (log.app, log.unit, log.history[0].note) == ("sheet", "kg", "zäh")


def test_several_sets_in_a_cell():
    log = read(
        'date,exercise,weight_kg,reps\n2026-05-13,Squat,100,3x5\n2026-05-14,Squat,110,"[6, 5]"\n'
        '2026-05-15,Squat,120,"5,4,4"\n2026-05-16,Squat,120,many\n'
    )
    assert told(log) == [
        *[(13, "squat", 100.0, 5)] * 3,
        (14, "squat", 110.0, 6),
        (14, "squat", 110.0, 5),
        (15, "squat", 120.0, 5),
        (15, "squat", 120.0, 4),
        (15, "squat", 120.0, 4),
    ]
    assert (log.rows_read, log.rows_with_sets) == (4, 3)
    assert [(one.row, one.column, one.got) for one in log.problems] == [(4, "reps", "many")]


def test_a_date_that_stands_for_the_rows_below_it():
    habit = "Day,Lift,kg,Reps\n2026-05-13,Squat,100,5\n,Squat,110,5\n2026-05-15,Squat,120,5\n"
    assert told(read(habit)) == [
        (13, "squat", 100.0, 5),
        (13, "squat", 110.0, 5),
        (15, "squat", 120.0, 5),
    ]
    none = habit.replace(",Squat,110,5\n", ",Squat,110,5\n2026-05-15,Squat,115,5\n")
    log = read(none)
    assert [(one.row, one.column) for one in log.problems] == [(2, "Day")]
    assert len(log.history) == 3


@pytest.mark.parametrize("header", ["Date,Exercise,Sets,Reps,kg", "Date,Exercise,Sets,Reps,kg,RIR"])
def test_a_column_of_sets_that_numbers_them(header):
    rows = [f"2026-05-{day},{lift},{at},5,100" for day, lift, at in NUMBERED]
    assert (
        len(read("\n".join([header, *[row + "," * ("RIR" in header) for row in rows]])).history)
        == 4
    )


NUMBERED = [(13, "Squat", 1), (13, "Squat", 2), (14, "Deadlift", 1), (14, "Deadlift", 2)]


def test_a_column_of_sets_that_counts_them():
    log = read("day,lift,sets,reps,kg\n2026-05-13,Squat,2,5,100\n2026-05-13,Squat,1,3,110\n")
    assert told(log) == [*[(13, "squat", 100.0, 5)] * 2, (13, "squat", 110.0, 3)]
    clash = read('day,lift,sets,reps,kg\n2026-05-13,Squat,3,"5,5",100\n')
    assert [(one.row, one.column) for one in clash.problems] == [(1, "reps")]


def test_kinds_and_words_that_are_none():
    log = read(
        "date,exercise,set,kg,reps,set type\n2026-05-13,Squat,1,60,5,Warmup\n"
        "2026-05-13,Squat,2,100,5,myo\n"
    )
    assert [(one.kind, one.note) for one in log.history] == [("warmup", None), (None, "myo")]


def test_several_people_and_plans_are_refused():
    with pytest.raises(UnreadableLog, match="one lifter"):
        read("lifter,date,lift,kg,reps\nada,2026-05-13,Squat,60,5\nbo,2026-05-13,Squat,80,5\n")
    with pytest.raises(UnreadableLog, match="or is it a plan"):
        read("day,lift,kg,reps\nmonday,Squat,60,5\n")


TITLED = """My log of 2024
squat day is the best day, yes

Date;Exercise;Weight (kg);Reps
20240501;Deadlift;140,5;5
;;;
20240501;Deadlift;150;3
Date;Exercise;Weight (kg);Reps
20240503;Deadlift;155;two
"""


def test_lines_above_the_table_are_accounted_for():
    """A title, a blank row and the header again are no sets, and each is said to be so."""
    log = read_log(TITLED.encode())
    assert [(one.at, one.load_kg, one.reps) for one in log.history] == [
        (datetime(2024, 5, 1), 140.5, 5),
        (datetime(2024, 5, 1), 150.0, 3),
    ]
    assert [(one.row, one.reason) for one in log.skipped] == [
        (1, "above the table"),
        (2, "above the table"),
        (4, "blank row"),
        (6, "header again"),
    ]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(7, "Reps", "two")]
    assert (log.rows_read, log.rows_with_sets) == (7, 2)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize(
    "title", ["Log of Ann, 2026, all lifts, in kilograms", "a;b;c;d", "A, B, C"]
)
def test_a_title_of_several_cells_is_no_table(title, mark):
    """Nothing in it is a set: no row of it has several numbers."""
    rows = ["Date|Exercise|Weight (kg)|Reps", "2026-03-02|Squat|140|5", "2026-03-04|Squat|145|5"]
    log = read_log("\n".join([title, *(row.replace("|", mark) for row in rows)]).encode())
    assert [(one.load_kg, one.reps) for one in log.history] == [(140.0, 5), (145.0, 5)]
    assert [(one.row, one.reason) for one in log.skipped] == [(1, "above the table")]


def test_an_export_below_a_title_keeps_its_app():
    title = "Exported for Ann" + "," * 11 + "\n"
    header = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes,RPE\n"
    )
    log = read_log(
        (title + header + "2026-03-02 18:04:10,A,1h,Squat,1,140,5,,,,,\n").encode(), unit="kg"
    )
    assert (log.app, log.rows_read, log.rows_with_sets) == ("strong", 2, 1)


def test_filled_dates_are_said():
    rows = ("2024-05-01,Squat,100,5", ",Squat,110,3", "2024-05-03,Squat,90,5")
    log = read_log("\n".join(("Date,Exercise,Weight (kg),Reps", *rows)).encode())
    assert [one.at.day for one in log.history] == [1, 1, 3]
    assert log.notices == ("1 rows without a date were given that of the row above",)


def test_sets_that_were_not_done_are_no_sets():
    """A plain sheet is neither Hevy's nor FitNotes', whatever columns it shares with them."""
    log = read(
        "Date,Workout,Exercise,Category,Set Number,Reps,Weight (kg),Status\n"
        "2026-01-02,Push,Bench Press,Chest,1,5,100,completed\n"
        "2026-01-02,Push,Bench Press,Chest,2,5,100,skipped\n"
    )
    assert told(log) == [(2, "bench_press", 100.0, 5)]
    assert log.app == "sheet"
    assert [(one.row, one.reason) for one in log.skipped] == [(2, "planned, not done")]


def test_a_set_to_failure_is_work_where_warm_ups_are_marked():
    top = "Date,Exercise,Set Type,Weight (kg),Reps\n"
    row = "2026-01-05,Squat,{},{},5\n"
    log = read(top + row.format("warm-up", 60) + row.format("to failure", 100))
    assert [(done.kind, done.to_failure) for done in log.history] == [
        ("warmup", False),
        ("work", True),
    ]


def test_a_quote_that_is_never_closed_hides_no_rows_of_a_sheet():
    """Its first row holds all then, and as many columns as another app's file shows nothing."""
    top = "Date,Workout,Exercise,Set,Set Type,Weight (lbs),Reps,RPE,Notes\n"
    row = "2026-01-05,A,Squat,1,work,225,5,,\n"
    log = read(top + '"' + row + row)
    assert (log.app, log.rows_read, len(log.history)) == ("sheet", 2, 2)


@pytest.mark.parametrize("title", ["Log of Ann, 2026\n", ",,,,,\n"])
@pytest.mark.parametrize("mark", [";", "\t"])
def test_commas_of_a_title_part_no_table(title, mark):
    """What parts the cells is what several lines agree on, decimal commas or not."""
    lines = ("Date Exercise kg Reps", "2026-05-13 Squat 102,5 5", "2026-05-14 Squat 105 3")
    log = read(title + "".join(line.replace(" ", mark) + "\n" for line in lines))
    assert told(log) == [(13, "squat", 102.5, 5), (14, "squat", 105.0, 3)]


def test_a_title_with_a_line_end_makes_no_row_without_a_date():
    """A date may be blank in a sheet, but what comes after the title is no row of its own."""
    top = "Date,Workout,Exercise,Set,Set Type,Weight (lbs),Reps,RPE,Notes\n"
    log = read(top + '2026-01-05,"\n","Atlas stone, 2"" hook",1,work,225,5,,\n')
    assert [(done.lift, done.reps) for done in log.history] == [('Atlas stone, 2" hook', 5)]
    assert (log.rows_read, log.problems) == (1, ())


def test_a_date_once_for_several_rows_of_sets_by_reps():
    log = read(
        "Date,Exercise,Weight,Sets,Reps\n2026-05-04,Squat,100,3,5\n,Bench Press,80,2,8\n"
        "2026-05-06,Squat,105,1,5\n",
        unit="kg",
    )
    assert told(log) == [
        *[(4, "squat", 100.0, 5)] * 3,
        *[(4, "bench_press", 80.0, 8)] * 2,
        (6, "squat", 105.0, 5),
    ]
    assert log.notices == ("1 rows without a date were given that of the row above",)


def test_a_header_alone_is_said():
    log = read("Date,Exercise,Weight (kg),Reps\n")
    assert (len(log.history), log.rows_read) == (0, 0)
    assert log.notices == ("the table has a header and no rows, so that there is nothing to read",)


@pytest.mark.parametrize(
    ("header", "lift"),
    [
        ("日期,动作,重量(kg),次数,组数", "硬拉"),
        ("日付,種目,重量(kg),回数,セット", "デッドリフト"),
        ("날짜,운동,무게(kg),횟수,세트", "데드리프트"),
        ("Tarih,Egzersiz,Ağırlık (kg),Tekrar,Set", "Deadlift"),
        ("Дата,Упражнение,Вес (kg),Повторы,Подход", "Становая тяга"),
        ("Дата,Вправа,Вага (kg),Повтори,Підхід", "Deadlift"),
        ("Data,Ćwiczenie,Ciężar (kg),Powtórzenia,Seria", "Martwy ciąg"),
        ("created_at,exercise_name,weight_kg,reps,set", "deadlift"),
    ],
)
def test_sheets_in_further_languages(header, lift):
    """The columns are known by their words, and the lift by its name."""
    log = read_log(f"{header}\n2026-01-05,{lift},140,5,1\n".encode())
    assert [(done.lift, done.load_kg, done.reps) for done in log.history] == [("deadlift", 140, 5)]


def test_what_a_single_set_gives_may_stand_beside_it():
    """A 1RM, and load times repetitions, are not totals of several sets; said as not read."""
    rows = "2026-01-05,Squat,100,5,116.7,500\n2026-01-07,Squat,120,3,132,360\n"
    log = read_log(f"Date,Exercise,Weight (kg),Reps,e1RM,Volume\n{rows}".encode())
    assert [(done.load_kg, done.reps) for done in log.history] == [(100, 5), (120, 3)]
    assert log.notices == ("not read: the columns e1RM, Volume",)


@pytest.mark.parametrize("volumes", [("1500", "1080"), ("500", "1500"), ("1500", "")])
def test_a_volume_of_several_sets_is_a_total(volumes):
    """Where it is a multiple of load and repetitions, the row is of a whole exercise."""
    rows = "2026-01-05,Squat,100,5,{}\n2026-01-07,Squat,120,3,{}\n".format(*volumes)
    with pytest.raises(UnreadableLog, match="totals of each exercise"):
        read_log(f"Date,Exercise,Weight (kg),Reps,Volume\n{rows}".encode())


@pytest.mark.parametrize("volume", ["", "100 kg", "359.5"])
def test_a_volume_that_says_nothing_is_left_unread(volume):
    rows = f"2026-01-05,Squat,100,5,500\n2026-01-07,Squat,120,3,{volume}\n"
    log = read_log(f"Date,Exercise,Weight (kg),Reps,Volume\n{rows}".encode())
    assert [(done.load_kg, done.reps) for done in log.history] == [(100, 5), (120, 3)]


@pytest.mark.parametrize(
    ("note", "missed"),
    [
        ("failed the 3rd", True),
        ("Failed 3rd rep.", True),
        ("missed rep 3", True),
        ("failed the 5th", False),  # of two that went up the third would be missed
        ("failed", False),
        ("missed the last one", False),
        ("almost missed rep 3", False),
    ],
)
def test_a_note_may_name_the_repetition_that_failed(note, missed):
    """It is a miss where it is the next one; any other word for a miss is said as not read."""
    log = read(f"date,exercise,weight kg,reps,notes\n2026-01-05,Deadlift,172.5,2,{note}\n")
    (done,) = log.history.sets
    assert (done.reps, done.missed, done.from_note) == (2, missed, ("missed",) * missed)
    said = f"1 note speaks of a miss and nothing is read of it, such as {note!r}"
    assert (said in log.notices) == (not missed)


def test_the_note_of_the_only_set_of_a_lift_is_its_own():
    """A top set alone has its exertion; the first of several may speak for all, and says none."""
    lines = ["2026-01-05,Deadlift,170,3,RPE 9", "2026-01-05,Squat,120,5,RPE 8"]
    log = read("\n".join(["date,exercise,weight kg,reps,notes", *lines, "2026-01-05,Squat,120,5,"]))
    assert [done.rpe for done in log.history.sets] == [9.0, None, None]


def test_sets_by_repetitions_in_one_cell_have_their_own_header():
    log = read("date,exercise,weight kg,Sets x Reps\n2026-01-05,Deadlift,140,3x5\n")
    assert told(log) == [(5, "deadlift", 140.0, 5)] * 3


def test_notes_of_misses_are_counted_once_each_and_not_where_they_are_read():
    """Two that say nothing to us are two; one that became a missed attempt is none of them."""
    rows = ("170,2,failed", "170,2,", "160,3,missed 180", "160,3,fail again")
    log = read(
        "date,exercise,weight kg,reps,notes\n"
        + "".join(f"2026-01-0{day},Deadlift,{row}\n" for day, row in enumerate(rows, 1))
    )
    assert [done.load_kg for done in log.history.sets if done.missed] == [180.0]
    said = "2 notes speak of a miss and nothing is read of it, such as 'failed'"
    assert log.notices == (said,)
