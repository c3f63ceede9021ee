"""Hevy's exports, small and written by hand, and what they must become."""

# ruff: noqa: E501 - wall clock and rows as the app writes them

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from liftguard.importers import read_log
from liftguard.units import kg_from_lb


def export(
    load="weight_kg", distance="distance_km", newer="12 Dec 2024, 13:18", older="2 Nov 2024, 07:34"
):
    return (
        '"title","start_time","end_time","description","exercise_title","superset_id",'
        f'"exercise_notes","set_index","set_type","{load}","reps","{distance}",'
        '"duration_seconds","rpe"\n'
        f'"Late","{newer}","{newer}","","Deadlift (Barbell)","","hook","0","warmup","60","5","","",""\n'
        f'"Late","{newer}","{newer}","","Deadlift (Barbell)","","hook","1","normal","100","5","","","8.5"\n'
        f'"Late","{newer}","{newer}","","Deadlift (Barbell)","","hook","2","failure","110","3","","",""\n'
        f'"Late","{newer}","{newer}","","Chin Up","","","0","dropset","","6","","",""\n'
        f'"Late","{newer}","{newer}","","Treadmill","","","0","normal","","","2","600",""\n'
        f'"Early","{older}","{older}","two\nlines","Squat (Barbell)","","","0","normal","80","5","","",""\n'
    )


@pytest.mark.parametrize("distance", ["distance_km", "distance_miles"])
@pytest.mark.parametrize("unit", ["kg", "lb"])
def test_newest_workout_first(unit, distance):
    log = read_log(export("weight_kg" if unit == "kg" else "weight_lbs", distance).encode())
    kg = float if unit == "kg" else kg_from_lb
    assert (log.app, log.unit, log.unit_evidence) == ("hevy", unit, f"the header says {unit}")
    assert [(done.lift, done.load_kg, done.reps) for done in log.history] == [
        ("squat", kg(80), 5),
        ("deadlift", kg(60), 5),
        ("deadlift", kg(100), 5),
        ("deadlift", kg(110), 3),
        ("chin_up", 0.0, 6),
    ]
    assert [done.kind for done in log.history] == ["work", "warmup", "work", "work", "drop"]
    assert [done.to_failure for done in log.history] == [False, False, False, True, False]
    assert log.history[1].note == "hook"
    assert log.history[2].rpe == 8.5
    assert log.history[1].at == datetime(2024, 12, 12, 13, 18)
    assert log.history[1].session == "Late 2024-12-12 13:18"
    assert log.history[1].at_known_to == "session"
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(5, "cardio or timed")]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (6, 5, ())


def test_without_marked_warm_ups_normal_says_nothing():
    log = read_log(export().replace('"warmup"', '"normal"').encode())
    assert {done.kind for done in log.history} == {None, "drop"}


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Jun 11, 2026, 1:01 PM", "Mar 5, 2026, 7:34 AM"),
        ("11 Haz 2026, 13:01", "5 Mar 2026, 07:34"),
        ("11 de jun. de 2026, 13:01", "5 de mar. de 2026, 07:34"),
        ("11 Juni 2026, 13:01", "5 März 2026, 07:34"),
        ("11 juin 2026, 13:01", "5 mars 2026, 07:34"),
        ("11 giu 2026, 13:01", "5 mar 2026, 07:34"),
        ("11 cze 2026, 13:01", "5 mar 2026, 07:34"),
        ("11 jun. 2026, 13:01", "5 mrt. 2026, 07:34"),
        ("11 июн. 2026 г., 13:01", "5 марта 2026 г., 07:34"),
        ("2026年6月11日 下午1:01", "2026年3月5日 上午7:34"),
        ("2026-06-11 13:01:00", "2026-03-05 07:34:00"),
    ],
)
def test_dates_in_the_language_of_the_phone(newer, older):
    log = read_log(export(newer=newer, older=older).encode())
    assert (log.history[0].at, log.history[1].at) == (
        datetime(2026, 3, 5, 7, 34),
        datetime(2026, 6, 11, 13, 1),
    )


def test_semicolons_without_quotes_and_rows_broken_by_line_ends():
    log = read_log(
        b"title;start_time;end_time;description;exercise_title;exercise_notes;set_index;set_type;"
        b"weight_kg;reps;distance_km;duration_seconds;rpe\n"
        b"A;12 Dec 2024, 13:18;12 Dec 2024, 14:00;;Squat (Barbell);;0;normal;100;5;;;\n"
        b"A;12 Dec 2024, 13:18;12 Dec 2024, 14:00;slept badly\n"
        b"\n"
        b"legs;Squat (Barbell);deep\n"
        b"and slow;1;normal;105;5;;;\n"
        b'A;12 Dec 2024, 13:18;12 Dec 2024, 14:00;"heavy" day;Squat (Barbell);;2;normal;110;5;;;\n'
        b"A;12 Dec 2024, 13:18;12 Dec 2024, 14:00;cut off\n"
        b"A;12 Dec 2024, 13:18;12 Dec 2024, 14:00;;Squat (Barbell);;3;normal;115;5;;;\n"
    )
    assert [done.load_kg for done in log.history] == [100.0, 105.0, 110.0, 115.0]
    assert log.history[1].note == "deep\nand slow"
    assert [(problem.row, problem.wanted) for problem in log.problems] == [(4, "13 cells in a row")]
    assert log.rows_read == 5


def test_a_quote_that_is_never_closed_costs_its_own_row_at_most():
    lines = export().replace("two\nlines", "two").splitlines(keepends=True)
    lines[2] = lines[2].replace('"Late"', '"Late', 1)
    log = read_log("".join(lines).encode())
    assert log.rows_with_sets >= 4


def test_sets_stand_in_the_order_of_their_index():
    head, first, second, third, *rest = export().splitlines(keepends=True)
    log = read_log("".join([head, third, second, first, *rest]).encode())
    assert [done.load_kg for done in log.history][1:4] == [60.0, 100.0, 110.0]


def test_a_table_made_from_the_interface():
    log = read_log(
        b"workout_id,workout_title,workout_date,exercise_title,set_index,set_type,weight_kg,"
        b"weight_lbs,reps,rpe\n"
        b"a1,Legs,2025-03-02T17:30:00Z,Squat (Barbell),0,normal,100,220.46,5,8\n"
    )
    assert [(done.at, done.load_kg) for done in log.history] == [
        (datetime(2025, 3, 2, 17, 30, tzinfo=UTC), 100.0)
    ]
    assert log.app == "hevy"
