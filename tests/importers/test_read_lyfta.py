"""Lyfta's export, small and written by hand, and what it must become."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

HEADER = (
    'Title,Date,Duration,Description,Notes,Exercise,"Exercise Note","Superset id",Weight,Reps,'
    'RIR/RPE,Distance,Time,"Set Type","RecordLevel: gold/silver/bronze",'
    '"RecordType: 1RM / max_weight / volume / reps"\n'
)
AT = '"Pull","2026-01-05 18:30:10",01:10:00,"on time",tired'

LOG = (
    HEADER
    + f"{AT},Deadlift,hook,,60.000,5,,,,WARMUP_SET,,\n"
    + f'{AT},Deadlift,hook,,140.000,3,2,,,NORMAL_SET,"1,2","1,3"\n'
    + f"{AT},Deadlift,hook,,160.000,0,,,,NORMAL_SET,,\n"
    + f"{AT},Deadlift,hook,,100.000,6,,,,FAILURE_SET,,\n"
    + f"{AT},Deadlift,hook,,80.000,6,,,,DROP_SET,,\n"
    + f'{AT},"Pull-up",,7,0.000,8,,,,LEFT_SET,,\n'
    + f"{AT},Sit,,,,,,,01:00,NORMAL_SET,,\n"
    + f"{AT},Run,,,,,,1.76,16:00,NORMAL_SET,,\n"
)


def test_sets_kinds_and_what_holds_none():
    log = read_log(LOG.encode(), unit="kg")
    assert (log.app, log.rows_read, log.problems) == ("lyfta", 8, ())
    assert [(done.lift, done.load_kg, done.reps, done.kind) for done in log.history] == [
        ("deadlift", 60.0, 5, "warmup"),
        ("deadlift", 140.0, 3, "work"),
        ("deadlift", 160.0, 0, "work"),
        ("deadlift", 100.0, 6, "work"),
        ("deadlift", 80.0, 6, "drop"),
        ("pull_up", 0.0, 8, "work"),
    ]
    assert [done.missed for done in log.history] == [False, False, True, False, False, False]
    assert [done.to_failure for done in log.history] == [False, False, False, True, False, False]
    assert log.history[0].at == datetime(2026, 1, 5, 18, 30, 10)
    assert log.history[0].note == "hook; tired"
    assert [(skip.row, skip.reason) for skip in log.skipped] == [
        (7, "cardio or timed"),
        (8, "cardio or timed"),
    ]


def test_effort_that_may_be_either_is_not_read():
    assert {done.rpe for done in read_log(LOG.encode(), unit="kg").history} == {None}


def test_an_unknown_kind_is_a_problem():
    log = read_log(LOG.replace("DROP_SET", "MYO_SET").encode(), unit="kg")
    assert [(one.row, one.column, one.got) for one in log.problems] == [(5, "Set Type", "MYO_SET")]


def test_the_unit_is_asked_for_where_the_loads_do_not_show_it():
    one = HEADER + f"{AT},Curl,,,30.000,5,,,,NORMAL_SET,,\n"
    with pytest.raises(UnreadableLog, match='pass unit="kg" or unit="lb"'):
        read_log(one.encode())


def test_a_title_may_hold_line_ends():
    """The last line of it looks like a row; after a stray quote each line is one."""
    rows = LOG.removeprefix(HEADER).splitlines(keepends=True)
    log = read_log(
        (HEADER + rows[0].replace("Pull", "Pull,\n\nhard\n") + rows[1]).encode(), unit="kg"
    )
    assert (log.rows_read, len(log.history), log.problems, log.skipped) == (2, 2, (), ())
    assert log.history[0].session.split() == ["Pull,", "hard", "2026-01-05", "18:30"]
    bare = [row.replace('"', "") for row in (rows[0], rows[2], rows[3])]
    log = read_log((HEADER + '"' + "".join(bare)).encode(), unit="kg")
    assert (log.rows_read, len(log.history), log.problems, log.skipped) == (3, 3, (), ())
