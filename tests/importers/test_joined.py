"""Exports that were put one after the other in one file: every line is a row or a problem."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import attrs
import pytest
from accounts import check
from hypothesis import given
from hypothesis import strategies as st
from samples import A_SET_A_DAY, ONE_DAY, TWO_DAYS, held
from writers import FORMATS

from liftguard.importers import read_log
from liftguard.importers.joined import OTHER_HEADER, tables_in
from liftguard.records import History
from liftguard.units import is_aware

STRONG = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,"
    "Distance Unit,Seconds,Notes,Workout Notes\n"
)
SQUAT = "2024-01-{:02} 18:00:00,Push,Squat,1,{},kg,{},,,,0,,\n"
FITNOTES = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"

KINDS = [
    kind
    for kind in FORMATS
    if kind.header and not kind.options and kind.text and kind.separator in ",;\t"
]


def later(workouts, days):
    return [one._replace(at=one.at + timedelta(days=days)) for one in workouts]


def text_of(kind, workouts):
    return kind.bytes_of(held(kind, workouts)).decode("utf-8-sig")


def without_kinds(history):
    """Leave out what is work: one export tells it by the warm-ups marked in all of the file."""
    return [attrs.evolve(one, kind=None) for one in history.sets]


@given(
    first=st.sampled_from(KINDS),
    second=st.sampled_from(KINDS),
    days=st.sampled_from([[ONE_DAY], A_SET_A_DAY, TWO_DAYS]),
    mark=st.sampled_from(["", "\ufeff", "\n", "sep=;\n"]),
)
def test_two_exports_give_the_sets_of_both(first, second, days, mark):
    """Of any two apps, with another header, separator, unit or language, nothing is lost."""
    # of one table that goes on the mark is a line that no row is, and listed as such
    if mark.startswith("sep") and (second.separator != ";" or first.header == second.header):
        mark = ""
    one, other = text_of(first, A_SET_A_DAY), text_of(second, later(days, 400))
    alone = [read_log(text.encode()) for text in (one, other)]
    log = read_log((one + mark + other).encode())
    check(log)
    same_kind_of_time = len({is_aware(part.history[0].at) for part in alone}) == 1
    if same_kind_of_time:
        both = History([*alone[0].history, *alone[1].history])
        assert without_kinds(log.history) == without_kinds(both)
        assert log.problems == ()
    else:
        assert log.history == alone[0].history
        assert len(log.problems) == alone[1].rows_read
        assert "zone" in log.problems[0].wanted
        zoned = read_log((one + mark + other).encode(), tz="Europe/Berlin")
        assert len(zoned.history) == sum(len(part.history) for part in alone)
    assert log.rows_read == alone[0].rows_read + 1 + alone[1].rows_read


def with_separator(text, mark):
    """Write a table with another separator, as a spreadsheet of another country saves it."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(rows)
    return out.getvalue()


@given(
    kind=st.sampled_from([one for one in KINDS if one.separator == ","]),
    mark=st.sampled_from([";", "\t", "|"]),
    header=st.booleans(),
    days=st.sampled_from([A_SET_A_DAY, TWO_DAYS]),
)
def test_the_same_export_with_another_separator_goes_on(kind, mark, header, days):
    """With its header again or without it, its rows are rows of the table above."""
    one, other = text_of(kind, A_SET_A_DAY), text_of(kind, later(days, 400))
    top, _, rows = with_separator(other, mark).partition("\n")
    joined = one + (top + "\n" if header else "") + rows
    log = read_log(joined.encode())
    check(log)
    wanted = [read_log(text.encode()) for text in (one, other)]
    lost = {problem.got for problem in log.problems}
    if kind.lines and '"' in rows:  # a text with line ends in it, which only its quotes hold
        assert len(log.history) + len(lost) >= len(wanted[0].history)
        return
    assert log.history == History([*wanted[0].history, *wanted[1].history])
    assert log.problems == ()


def test_a_table_that_is_not_known_makes_problems_of_its_lines():
    """Nothing of it becomes the note of the set above."""
    tail = ["Name;Value;Unit", "weight;82;kg", "2024-01-03;82.5;kg"]
    log = read_log((STRONG + SQUAT.format(2, 100, 5) + "\n".join(tail) + "\n").encode())
    assert [one.got for one in log.problems] == tail
    assert [one.note for one in log.history] == [None]


def test_a_table_of_something_else_makes_problems_of_its_lines():
    """Its header has our words, and is that of no log."""
    tail = ["Date,Weight,Reps", "2024-01-03,82,1", "2024-01-04,82.5,1"]
    text = STRONG + SQUAT.format(2, 100, 5) + "\n".join(tail) + "\n"
    log = read_log(text.encode())
    assert [one.got for one in log.problems] == tail
    assert len(log.history) == 1


def test_what_a_later_table_lacks_is_said_at_each_of_its_lines():
    """Its loads do not show their unit: the rows of the first table stay read."""
    bare = STRONG.replace("Weight Unit,", "")
    row = SQUAT.format(9, 57, 5).replace("kg,", "")
    log = read_log((STRONG + SQUAT.format(2, 100, 5) + bare + row * 3).encode())
    assert [(one.row, one.reason) for one in log.skipped] == [(2, OTHER_HEADER)]
    assert [one.row for one in log.problems] == [3, 4, 5]
    assert 'unit="kg"' in log.problems[0].wanted
    whole = read_log((STRONG + SQUAT.format(2, 100, 5) + bare + row * 3).encode(), unit="kg")
    assert [one.load_kg for one in whole.history] == [100, 57, 57, 57]


def test_pounds_below_kilograms_are_pounds():
    """Each header says what its own column holds."""
    pounds = FITNOTES.replace("kgs", "lbs")
    row = "2024-02-{:02},Squat,Legs,100,5,,,,\n"
    text = FITNOTES + row.format(13) + pounds + row.format(14) + FITNOTES + row.format(15)
    log = read_log(text.encode())
    assert [one.load_kg for one in log.history] == [100, 45.359237, 100]
    assert (log.unit, log.rows_read, log.rows_with_sets) == ("mixed", 5, 3)
    assert log.notices[0] == (
        "3 tables stand in the file: fitnotes (rows 1 to 1), fitnotes (rows 3 to 3), "
        "fitnotes (rows 5 to 5)"
    )


def test_a_title_above_a_header_is_no_table():
    text = "My training\n\n" + STRONG + SQUAT.format(2, 100, 5)
    assert tables_in(text, "a log") == [text]
    assert len(read_log(text.encode()).history) == 1


def test_a_file_without_a_header_before_one_with_it():
    rows = "".join(SQUAT.format(day, 100, 5) for day in (2, 3))
    log = read_log((rows + STRONG + rows.replace("-01-", "-02-")).encode())
    assert (log.rows_read, len(log.history), log.problems) == (5, 4, ())


@pytest.mark.parametrize("title", ["Workout", "Date", "Exercise", "Notes"])
def test_a_workout_called_like_a_column_begins_no_table(title):
    hevy = "title,start_time,exercise_title,set_index,set_type,weight_kg,reps,rpe,exercise_notes\n"
    row = f'{title},"12 Dec 2024, 13:18",Squat,0,normal,100,5,,\n'
    assert len(tables_in(hevy + row * 3, "a log")) == 1
    assert len(read_log((hevy + row * 3).encode()).history) == 3
