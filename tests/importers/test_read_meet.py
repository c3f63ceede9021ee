"""Results of meets: attempts of one lifter, small and written by hand, and what they become."""

from __future__ import annotations

import pytest
import strategies as own
from accounts import check
from hypothesis import given
from hypothesis import strategies as st

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

LIFTS = ("squat", "bench_press", "deadlift")


def told(log):
    return [(one.lift, one.load_kg, one.reps, one.missed) for one in log.history.sets]


OPEN = (
    "Name,Sex,Event,Equipment,BodyweightKg,Squat1Kg,Squat2Kg,Squat3Kg,Best3SquatKg,Bench1Kg,"
    "Bench2Kg,Bench3Kg,Best3BenchKg,Deadlift1Kg,Deadlift2Kg,Deadlift3Kg,Best3DeadliftKg,TotalKg,"
    "Place,Dots,Date,MeetName\n"
)
ROW = "{},M,SBD,Raw,82.1,170,-180,180,180,110,,-117.5,110,200,215,-222.5,215,505,1,340,{},Open\n"


def test_attempts_of_a_public_meet():
    """A load below zero was missed; every attempt is a single that was planned as one."""
    log = read_log((OPEN + ROW.format("Sam", "2023-05-06")).encode())
    assert told(log) == [
        ("squat", 170.0, 1, False),
        ("squat", 180.0, 0, True),
        ("squat", 180.0, 1, False),
        ("bench_press", 110.0, 1, False),
        ("bench_press", 117.5, 0, True),
        ("deadlift", 200.0, 1, False),
        ("deadlift", 215.0, 1, False),
        ("deadlift", 222.5, 0, True),
    ]
    assert {one.planned_reps for one in log.history.sets} == {1}
    assert (log.app, log.unit, log.rows_read, log.rows_with_sets) == ("meet", "kg", 1, 1)
    assert log.history[0].kg == 82.1  # the weighing of the day
    assert log.history.sets[0].session == "Open 2023-05-06"
    assert log.notices == ()


def test_meets_of_several_lifters_are_refused():
    rows = ROW.format("Sam", "2023-05-06") + ROW.format("Ann", "2023-05-06")
    with pytest.raises(UnreadableLog, match=r"Sam, Ann.*the sets of one lifter"):
        read_log((OPEN + rows).encode())


HEADERS = [
    ("Squat1Kg", "Bench1Kg", "Deadlift1Kg", "TotalKg"),
    ("Squat 1 (kg)", "Bench 1 (kg)", "Deadlift 1 (kg)", "Total"),
    ("SQ1 kg", "BP1 kg", "DL1 kg", "Total"),
    ("1st Squat kg", "1st Bench Press kg", "1st Deadlift kg", "Total"),
    ("Squat Attempt 1 kg", "Bench Attempt 1 kg", "Deadlift Attempt 1 kg", "Notes"),
    ("Kniebeuge 1 kg", "Bankdrücken 1 kg", "Kreuzheben 1 kg", "Gesamt"),
    ("Sentadilla 1 kg", "Press banca 1 kg", "Peso muerto 1 kg", "Total"),
    ("Squat essai 1 kg", "Développé couché essai 1 kg", "Soulevé de terre essai 1 kg", "Total"),
]
"""Columns of the first attempts, and one more."""

MISSED = ["-{}", "{}x", "{} X", "{} no lift", "({} F)", "{} ungültig", "{} nul"]


@given(
    names=st.sampled_from(HEADERS),
    missed=st.sampled_from(MISSED),
    separator=st.sampled_from([",", ";", "\t"]),
    days=st.lists(own.attempts(), min_size=1, max_size=3),
)
def test_attempts_in_any_clothes(names, missed, separator, days):
    """Whatever lifts, attempts and misses are called, nine attempts come back as they were."""
    *firsts, more = names
    columns = [first.replace("1", f"{n}") for first in firsts for n in (1, 2, 3)]
    columns = [name.replace("2st", "2nd").replace("3st", "3rd") for name in columns]
    rows = [separator.join(["Date", *columns, more])]
    for number, day in enumerate(days, start=1):
        cells = [f"{load}" if up else missed.format(load) for load, up in day]
        rows.append(separator.join([f"2024-05-{number:02}", *cells, "505"]))
    log = read_log("\n".join(rows).encode())
    check(log)
    wanted = [
        (LIFTS[place // 3], load, int(up), not up)
        for day in days
        for place, (load, up) in enumerate(day)
    ]
    assert told(log) == wanted
    assert log.problems == log.skipped == ()


def test_a_row_for_each_attempt():
    """Without a column of repetitions each is one; a load below zero was missed here as well."""
    rows = "2024-05-01,Squat,1,170,good lift\n2024-05-01,Squat,2,180,no lift\n"
    log = read_log(
        f"Date,Lift,Attempt,Weight (kg),Result\n{rows}2024-05-01,Squat,3,-185,\n".encode()
    )
    assert told(log) == [
        ("squat", 170.0, 1, False),
        ("squat", 180.0, 0, True),
        ("squat", 185.0, 0, True),
    ]


def test_a_cell_that_is_no_attempt_is_a_problem_of_its_meet():
    text = "Date,Squat 1,Squat 2,Total\n2024-05-01,170,heavy,170\n2024-06-01,175,180,180\n"
    log = read_log(text.encode(), unit="kg")
    assert [(one.row, one.column, one.got) for one in log.problems] == [(1, "Squat 2", "heavy")]
    assert told(log) == [("squat", 175.0, 1, False), ("squat", 180.0, 1, False)]


def test_numbered_lifts_that_are_of_no_meet_are_refused():
    """They may be sets, of which nothing says how often they went up."""
    with pytest.raises(UnreadableLog, match="Each lift has a column of its own"):
        read_log(b"Date,Squat 1,Squat 2,Bench 1\n2024-05-01,100,110,80\n", unit="kg")
