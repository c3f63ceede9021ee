"""Plain sheets with a row for each set, small and written by hand, and what they must become."""

from __future__ import annotations

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
    with pytest.raises(UnreadableLog, match="may be a plan"):
        read("day,lift,kg,reps\nmonday,Squat,60,5\n")
