"""Hevy's exports, small and written by hand, and what they must become."""

# ruff: noqa: E501 - wall clock and rows as the app writes them

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from liftguard.errors import UnreadableLog
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


DUMP = (
    "workout_id,workout_title,workout_date,workout_start_time,exercise_title,superset_id,"
    "set_index,set_type,weight_kg,weight_lbs,reps,duration_seconds,rpe,workout_notes\n"
)


def dump(*rows, **options):
    start = "a1,Legs,2025-03-02,2025-03-02T17:30:00+00:00,Squat (Barbell),"
    return read_log((DUMP + "".join(f"{start}{row}\n" for row in rows)).encode(), **options)


def test_the_start_of_the_workout_counts_and_not_its_day():
    log = dump(",0,normal,100,220.5,5,,,slept well")
    assert log.history[0].at == datetime(2025, 3, 2, 17, 30, tzinfo=UTC)
    assert (log.history[0].at_known_to, log.history[0].note) == ("session", "slept well")


def test_kilograms_and_pounds_side_by_side():
    """Whichever is said; 110 lb are 49.8952 kg; a zero beside a load says nothing."""
    log = dump(",0,normal,50,,5,,,", ",1,normal,,110,5,,,", ",2,normal,0,110,5,,,", ",3,,60,0,5,,,")
    kg = [50.0, 49.8951607, 49.8951607, 60.0]
    assert [done.load_kg for done in log.history] == pytest.approx(kg)
    assert (log.unit, log.unit_evidence) == ("mixed", "a column of kilograms and one of pounds")


def test_a_load_that_was_rounded_in_its_other_unit_is_one_load():
    log = dump(",0,normal,20,45,5,,,", ",1,normal,142.88,315,5,,,", ",2,normal,2.5,6,5,,,")
    assert [done.load_kg for done in log.history] == [20.0, 142.88, 2.5]
    assert log.problems == ()


def test_kilograms_and_pounds_that_disagree_are_a_problem():
    log = dump(",0,normal,80,100,5,,,", ",1,normal,80,176.37,5,,,")
    assert len(log.history) == 1
    assert [(one.row, one.column, one.got) for one in log.problems] == [(1, "weight_lbs", "100")]


def test_a_wish_chooses_between_the_two_columns():
    """225 lb, of which 102.06 kg stand beside them, rounded."""
    log = dump(",0,normal,102.06,225,5,,,", unit="lb")
    assert log.history[0].load_kg == pytest.approx(102.0582833)


@pytest.mark.parametrize("start", ["1741023000", "1741023000000", "1741023000.0"])
def test_seconds_since_1970(start):
    log = read_log(
        "title,start_time,exercise_title,set_index,set_type,weight_kg,reps\n"
        f"Legs,{start},Squat (Barbell),0,NORMAL,100,5\n".encode()
    )
    assert log.history[0].at == datetime(2025, 3, 3, 17, 30, tzinfo=UTC)


def test_a_table_that_pandas_saved_again():
    """An index, floats for whole numbers, words for nothing and a column of its own."""
    log = read_log(
        b",Unnamed: 0,title,start_time,end_time,description,exercise_title,superset_id,"
        b"exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe,volume\n"
        b"0,1,Up,2024-04-07 16:34:00,2024-04-07 17:35:00,nan,Deadlift (Barbell),nan,nan,1.0,normal,"
        b"120.0,5.0,nan,nan,8.0,600\n"
        b"1,0,Up,2024-04-07 16:34:00,2024-04-07 17:35:00,nan,Deadlift (Barbell),nan,nan,0.0,warmup,"
        b"60.0,5.0,nan,nan,None,300\n"
        b"2,2,Up,2024-04-07 16:34:00,2024-04-07 17:35:00,nan,Pull Up,0.0,wide,0.0,normal,NaN,8.0,,,,0\n"
        b"3,3,Up,2024-04-07 16:34:00,2024-04-07 17:35:00,nan,Plank,,,0.0,normal,NaN,NaN,,60.0,,0\n"
    )
    assert [(done.lift, done.load_kg, done.reps, done.rpe, done.note) for done in log.history] == [
        ("deadlift", 60.0, 5, None, None),
        ("deadlift", 120.0, 5, 8.0, None),
        ("pull_up", 0.0, 8, None, "wide"),
    ]
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(4, "cardio or timed")]
    assert log.problems == ()


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Jun 11, 2026 at 1:01 PM", "Mar 5, 2026 at 7:34 AM"),
        ("Jun 11, 2026 at 1:01\u202fPM", "Mar 5, 2026 at 7:34\u202fAM"),
        ("11 Jun 2026 13:01", "05 Mar 2026 07:34"),
    ],
)
def test_dates_of_other_phones(newer, older):
    log = read_log(export(newer=newer, older=older).encode())
    assert (log.history[0].at, log.history[1].at) == (
        datetime(2026, 3, 5, 7, 34),
        datetime(2026, 6, 11, 13, 1),
    )


def test_measurements_of_the_body_are_refused_as_such():
    with pytest.raises(UnreadableLog, match="measurements of the body, which hold no sets"):
        read_log(
            b'"date","weight_kg","fat_percent","neck_in","chest_in","left_bicep_in","waist_in"\n'
            b'"14 Jan 2025, 00:00",78.7,20,,,,\n'
        )


def test_totals_of_each_exercise_are_refused_as_such():
    with pytest.raises(UnreadableLog, match="totals of each exercise"):
        read_log(
            b"exercise_title,workout_date,total_sets,max_weight_kg,total_volume\n"
            b"Squat (Barbell),2025-03-02,5,140,2800\n"
        )


def test_a_table_with_sums_of_its_own_beside_each_set():
    log = read_log(
        b"exercise_title,start_time,end_time,weight_kg,reps,one_rep_max,volume\n"
        b"Squat (Barbell),2025-08-25 09:38:00,2025-08-25 10:38:00,80,5,93.3,400\n"
    )
    assert [(done.load_kg, done.reps) for done in log.history] == [(80.0, 5)]
