"""Jefit's backup becomes a log: the section of logs, sets packed in a cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liftguard.errors import UnreadableLog
from liftguard.importers.apps.jefit import is_jefit, read_jefit

SETTING = """### SETTING ##########################################

row_id,USERID,TIMESTAMP,gender,mass,length
1,1,"2026-01-01 00:00:00",M," {mass}"," cm"


######################################################

"""
HEADER = """### EXERCISE LOGS ####################################

USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,interval_logs,auto_generated
"""


def row(logs, day="2026-01-05", lift="Barbell Deadlift"):
    return f'1,"2026-01-09 00:00:00",1,"{logs}",1,0,{day},99,"{lift}",1,1767600000,1767600100,,\n'


def read(*rows, mass="lbs", unit=None, more=""):
    setting = SETTING.format(mass=mass) if mass else ""
    text = f"{setting}{HEADER}{''.join(rows)}\n\n{'#' * 54}\n{more}"
    assert is_jefit(text)
    return read_jefit(text, "jefit.csv", unit=unit, tz=None)


def loads(log):
    return [(done.load_kg, done.reps) for done in log.history]


def test_the_setting_says_the_unit():
    log = read(row("100x5,120x3"), mass="kg")
    assert loads(log) == [(100, 5), (120, 3)]
    assert log.history[0].at.date() == date(2026, 1, 5)
    assert log.history[0].at_known_to == "day"
    assert log.history[0].lift == "deadlift"
    assert (log.app, log.unit, log.unit_evidence) == ("jefit", "kg", "the setting mass says kg")
    assert (log.rows_read, log.rows_with_sets) == (1, 1)


def test_pounds():
    assert loads(read(row("225x5"))) == [(pytest.approx(225 * 0.45359237), 5)]


def test_the_setting_goes_before_a_given_unit():
    assert loads(read(row("100x5"), unit="kg")) == loads(read(row("100x5")))
    assert loads(read(row("100x5"), mass="", unit="kg")) == [(100, 5)]


def test_without_a_setting_the_numbers_must_show_it():
    assert read(*[row("135x5,185x5,225x5,315x3")] * 3, mass="").unit == "lb"
    with pytest.raises(UnreadableLog, match="unit"):
        read(row("80x5"), mass="")


def test_every_row_has_one_end():
    cardio = '\n### CARDIO LOGS ###\n_id,ename,mydate,distance\n1,"Run",2026-01-05,5\n'
    log = read(
        row("0x0,0x0,0x0,0x10,0x60", lift="Cycling"),
        row(""),
        row("100x5,oops"),
        row("100x5", day="0000-00-00"),
        row("0x8,0x7,0x6,0x6", lift="Pull Up"),
        row("100x5,140x0"),
        more=cardio,
    )
    assert [(one.row, one.reason) for one in log.skipped] == [
        (1, "cardio or timed"),
        (2, "nothing recorded"),
        (7, "cardio or timed"),
    ]
    assert [(one.row, one.column) for one in log.problems] == [(3, "logs"), (4, "mydate")]
    assert [done.reps for done in log.history] == [8, 7, 6, 6, 5, 0]
    assert [done.missed for done in log.history] == [False] * 5 + [True]
    assert (log.rows_read, log.rows_with_sets) == (7, 2)


def test_short_layouts():
    text = '### EXERCISE LOGS ###\n_id,mydate,eid,ename,logs\n1,2026-01-05,9,Squat,"60x8,60x8"\n'
    assert loads(read_jefit(text, "x", unit="kg", tz=None)) == [(60, 8), (60, 8)]


@pytest.mark.parametrize(
    "body", ["", "### EXERCISE LOGS ###\n\n", "### EXERCISE LOGS ###\nbelongsession,logs\n1,5x5\n"]
)
def test_a_backup_without_rows_of_sets_is_refused(body):
    with pytest.raises(UnreadableLog) as refused:
        read_jefit(SETTING + body, "jefit.csv", unit=None, tz=None)
    assert refused.value.hint


def test_other_texts_are_none_of_jefits():
    assert not is_jefit("Date,Weight\n## a note\n")
    assert not is_jefit("")


@given(
    st.lists(st.text('0123456789x.,:-"\n#;e\u00d7 ', max_size=20), min_size=1, max_size=6),
    st.sampled_from(["kg", "lbs", "stone", ""]),
)
def test_whatever_stands_there_is_read_or_refused(logs, mass):
    text = SETTING.format(mass=mass) + HEADER + "".join(map(row, logs))
    try:
        log = read_jefit(text, "jefit.csv", unit=None, tz=None)
    except UnreadableLog as refusal:
        check_refusal(refusal)
    else:
        assert log.rows_with_sets + len(log.skipped) + len(log.problems) == log.rows_read


def check_refusal(refusal):
    assert refusal.hint


def test_line_ends_of_windows():
    text = (SETTING.format(mass="kg") + HEADER + row("60x8")).replace("\n", "\r\n")
    assert is_jefit(text)
    assert loads(read_jefit(text, "jefit.csv", unit=None, tz=None)) == [(60, 8)]
