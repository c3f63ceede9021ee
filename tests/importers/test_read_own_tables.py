"""Tables that no app wrote: their columns as the caller names them."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers import read_log

SHEET = b"""Tag;Was;Eisen;Anzahl;Reserve;Art
03/04/2026;Kreuzheben;140;5;2;warmup
03/04/2026;Kreuzheben;182,5;3;0,5;
05/04/2026;Kreuzheben;190;0;;
05/04/2026;Kreuzheben;ganz viel;2;;
"""
OWN = {"when": "Tag", "lift": "Was", "load": "Eisen", "reps": "Anzahl", "rir": "Reserve"}


def test_a_table_with_named_columns():
    log = read_log(SHEET, columns={**OWN, "mark": "Art"}, unit="kg", dates="dmy")
    assert [
        (one.at, one.lift, one.load_kg, one.reps, one.rpe, one.kind) for one in log.history
    ] == [
        (datetime(2026, 4, 3), "deadlift", 140.0, 5, 8.0, "warmup"),
        (datetime(2026, 4, 3), "deadlift", 182.5, 3, 9.5, None),
    ]
    assert [(one.row, one.reason) for one in log.skipped] == [(3, "planned, not done")]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(4, "Eisen", "ganz viel")]
    assert (log.app, log.confidence) == ("columns", 1.0)
    assert log.recognised_by == "the columns that were given"
    assert (log.unit, log.unit_evidence) == ("kg", "given")


def test_the_other_order_of_day_and_month():
    log = read_log(SHEET, columns=OWN, unit="lb", dates="mdy")
    assert [one.at for one in log.history] == [datetime(2026, 3, 4)] * 2
    assert log.history[0].load_kg == pytest.approx(140 * 0.45359237)


def test_dates_that_do_not_show_their_order_are_refused_with_the_way_out():
    with pytest.raises(UnreadableLog, match='dates="dmy"'):
        read_log(b"Tag;Was;Eisen;Anzahl\n03/04/2026;Squat;100;5\n", columns=OWN_FOUR, unit="kg")


OWN_FOUR = {key: OWN[key] for key in ("when", "lift", "load", "reps")}


def test_a_table_without_a_header():
    sheet = b"2026-04-03,squat,100,5\n2026-04-03,squat,110,3\n"
    numbers = {"when": 0, "lift": 1, "load": 2, "reps": 3}
    log = read_log(sheet, columns=numbers, unit="kg")
    assert [(one.load_kg, one.reps) for one in log.history] == [(100.0, 5), (110.0, 3)]
    assert log.rows_read == 2


def test_numbers_of_columns_below_a_header():
    sheet = b"a,b,c,d\n2026-04-03,squat,100,5\n"
    log = read_log(sheet, columns={"when": 0, "lift": 1, "load": 2, "reps": 3}, unit="kg")
    assert [(one.load_kg, one.reps) for one in log.history] == [(100.0, 5)]
    assert log.rows_read == 1


@pytest.mark.parametrize(
    ("columns", "where", "told"),
    [
        ({**OWN, "load": "Eisn"}, "read_log.columns['load']", "Near: Eisen"),
        ({**OWN, "weight": "Eisen"}, "read_log.columns", "when, title, lift"),
        ({**OWN, "load": 99}, "read_log.columns['load']", "a row has 6 columns"),
        ({**OWN, "load": -1}, "read_log.columns['load']", "0 to 5"),
        ({**OWN, "load": True}, "read_log.columns['load']", "its number from 0"),
        ({"when": "Tag", "lift": "Was", "reps": "Anzahl"}, "read_log.columns", "load or kg or lb"),
        ({}, "read_log.columns", "also when, lift"),
        ("Tag", "read_log.columns", "a dict"),
    ],
)
def test_a_mapping_that_does_not_fit(columns, where, told):
    with pytest.raises(InvalidValue) as caught:
        read_log(SHEET, columns=columns, unit="kg", dates="dmy")
    assert str(caught.value).startswith(where + ":")
    assert told in str(caught.value)


def test_an_app_and_columns_exclude_each_other():
    with pytest.raises(InvalidValue, match="an app or the columns, not both"):
        read_log(SHEET, app="strong", columns=OWN)


def test_an_order_of_dates_that_there_is_not():
    with pytest.raises(InvalidValue, match="'dmy' or 'mdy'"):
        read_log(SHEET, columns=OWN, dates="ymd")


def test_rows_of_a_program_with_named_columns():
    rows = [{"d": "2026-04-03", "x": "squat", "w": 100, "n": 5, "else": "?"}]
    log = read_log(rows, columns={"when": "d", "lift": "x", "kg": "w", "reps": "n"})
    assert [(one.lift, one.load_kg, one.reps) for one in log.history] == [("squat", 100.0, 5)]


def test_json_with_named_columns():
    dump = b'[{"d": "2026-04-03", "x": "squat", "w": 100, "n": 5, "else": "?"}]'
    columns = {"when": "d", "lift": "x", "kg": "w", "reps": "n"}
    log = read_log(dump, columns=columns)
    assert [(one.lift, one.load_kg, one.reps) for one in log.history] == [("squat", 100.0, 5)]
    with pytest.raises(InvalidValue, match=r"read_log\.columns\['kg'\]"):
        read_log(dump, columns={**columns, "kg": "none such"})


def test_a_title_above_named_columns():
    log = read_log(b"Training of Ann\n\n" + SHEET, columns=OWN, unit="kg", dates="dmy")
    assert [one.load_kg for one in log.history] == [140.0, 182.5]
    assert (log.skipped[0].row, log.skipped[0].reason) == (1, "above the table")
    assert [one.row for one in log.problems] == [5]
    assert log.rows_read == 5


def test_cells_of_several_sets_and_days_written_once():
    """Named columns are read as those of a plain sheet."""
    sheet = (
        b"Day,Exercise,Weight,Sets x Reps\n2026-05-04,Squat,100,3x5\n,Squat,90,8\n"
        b'2026-05-06,Squat,105,"5,5,4"\n'
    )
    columns = {"when": "Day", "lift": "Exercise", "load": "Weight", "reps": "Sets x Reps"}
    log = read_log(sheet, columns=columns, unit="kg")
    assert [(one.at.day, one.load_kg, one.reps) for one in log.history] == [
        *[(4, 100.0, 5)] * 3,
        (4, 90.0, 8),
        *[(6, 105.0, reps) for reps in (5, 5, 4)],
    ]
    assert log.notices == ("1 rows without a date were given that of the row above",)


def test_equal_sets_in_one_row():
    sheet = b"Day,Exercise,Weight,S,R\n2026-05-04,Squat,100,3,5\n2026-05-06,Squat,105,2,4\n"
    columns = {"when": "Day", "lift": "Exercise", "load": "Weight", "sets": "S", "reps": "R"}
    log = read_log(sheet, columns=columns, unit="kg")
    assert [(one.load_kg, one.reps) for one in log.history] == [(100.0, 5)] * 3 + [(105.0, 4)] * 2


def test_the_sets_of_several_lifters_are_refused():
    rows = b"2026-05-04,Squat,100,5,Anna\n2026-05-04,Squat,60,5,Ben\n"
    sheet = b"Day,Exercise,Weight,Reps,Athlete\n" + rows
    columns = {"when": "Day", "lift": "Exercise", "load": "Weight", "reps": "Reps"}
    with pytest.raises(UnreadableLog, match="Anna, Ben"):
        read_log(sheet, columns=columns, unit="kg")
