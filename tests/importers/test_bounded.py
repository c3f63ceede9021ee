"""What is drawn, raised, half a letter or without end: read for what it is, within bounds."""

from __future__ import annotations

import io
import json
import sqlite3

import pytest

import liftguard as lg
from liftguard.importers.joined import MOST_TABLES, tables_in
from liftguard.importers.table import MOST_ROWS

STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Notes\n"
HEAD, FIRST, SECOND = (
    "| Date       | Exercise | Weight (kg) | Reps |",
    "| 2025-01-06 | Deadlift | 140 | 5 |",
    "| 2025-01-06 | Deadlift | 150 | 3 |",
)
RULES = {
    "markdown": "|------|----------|-------------|------|",
    "aligned": "|:---|:---:|---:|--|",
    "org": "|------------+----------+-------------+------|",
    "printed": "+------------+----------+-------------+------+",
}


def row(lift="Squat", load="100", reps="5"):
    return f"2026-01-05 18:00:00,A,{lift},1,{load},kg,{reps},,\n"


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("places", [(1,), (0, 1, 2, 3)])
def test_drawn_lines_are_no_rows(kind, places):
    """Below the header or between all rows: two sets, and nothing else."""
    lines = [HEAD, FIRST, SECOND, ""]
    for place in reversed(places):
        lines.insert(place, RULES[kind])
    log = lg.read_log("\n".join(lines).encode())
    assert [(one.load_kg, one.reps) for one in log.history] == [(140.0, 5), (150.0, 3)]
    assert (log.rows_read, log.problems) == (2, ())


@pytest.mark.parametrize(
    ("load", "reps"), [("100", "5\u00b2"), ("10\u00b2", "5"), ("100", "5\u2460"), ("\u00bd", "5")]
)
def test_raised_and_circled_figures_are_no_digits(load, reps):
    """5 with a small 2 is not 52."""
    log = lg.read_log((STRONG + row(load=load, reps=reps)).encode())
    assert (len(log.history), len(log.problems)) == (0, 1)


def test_digits_of_full_width_are_digits():
    log = lg.read_log((STRONG + row(load="\uff11\uff10\uff10", reps="\uff15")).encode())
    assert [(one.load_kg, one.reps) for one in log.history] == [(100.0, 5)]


def test_half_a_letter_is_stored_as_a_broken_one():
    """In a text, in JSON and in rows; two halves that stand together are a letter."""
    rows = [{"when": "2026-01-05", "lift": "x\ud800", "kg": 5, "reps": 5}]
    logs = [
        lg.read_log(io.StringIO(STRONG + row("x\ud800"))),
        lg.read_log(json.dumps(rows).encode()),
        lg.read_log(rows),
    ]
    for log in logs:
        (done,) = log.history
        assert done.lift == "x\ufffd"
        assert done.lift.encode()
    (done,) = lg.read_log(io.StringIO(STRONG + row("x\ud83d\ude00"))).history
    assert done.lift == "x\U0001f600"


@pytest.mark.parametrize("name", ["x\udc00", "x" * 501])
def test_a_name_that_cannot_be_kept_is_refused(name):
    with pytest.raises(lg.InvalidValue, match=r"PlannedSet\.lift: got"):
        lg.PlannedSet(lift=name, load_kg=100, reps=5)


def test_a_name_without_end_is_a_problem():
    """Of five hundred letters it may be."""
    log = lg.read_log((STRONG + row("x" * 500) + row("x" * 501)).encode())
    assert [len(one.lift) for one in log.history] == [500]
    assert log.problems[0].wanted == "the name of an exercise, of at most 500 letters"


def test_more_rows_than_anyone_has_lifted_are_refused():
    with pytest.raises(lg.UnreadableLog, match=r"got '1000001 rows', wanted a log of at most"):
        lg.read_log((STRONG + "\n" * MOST_ROWS).encode())


def test_rows_in_vain_are_refused():
    """Ten thousand rows of another width are no table, whatever comes after them."""
    with pytest.raises(lg.UnreadableLog, match="10001 rows that do not have 9 cells"):
        lg.read_log((STRONG + "a,b\n" * 10_002).encode())


def test_more_rows_in_vain_than_others_are_refused():
    """Two that can be read do not make a table of ten thousand that cannot."""
    with pytest.raises(lg.UnreadableLog, match="more than those that do"):
        lg.read_log((STRONG + row() * 2 + "a,b\n" * 10_002).encode())


def test_a_file_of_more_tables_than_anyone_joins_is_refused():
    """A thousand are read, each by itself."""
    fitnotes = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"
    tables = STRONG + row() + (fitnotes + STRONG) * 499 + fitnotes
    assert len(tables_in(tables, "a log")) == MOST_TABLES
    assert len(lg.read_log((STRONG + row() + fitnotes + STRONG + row()).encode()).history) == 2
    with pytest.raises(lg.UnreadableLog, match="got '1001 tables, one after the other'"):
        lg.read_log((tables + STRONG).encode())


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (["squat"] * 10_001 + [{"reps": 5}], "row 1: got 'squat'"),
        ([{"exercise": "Squat", "sets": [{"reps": 5}] * 10_001}], "a key that tells the day"),
    ],
)
def test_json_in_vain_is_refused(value, says):
    """Ten thousand values that are no objects, or sets without a day."""
    with pytest.raises(lg.UnreadableLog, match=says):
        lg.read_log(json.dumps(value).encode())


def test_sets_beyond_the_first_ten_thousand_are_read():
    """Those that showed what the keys mean are not read twice."""
    day = {"date": "2026-01-05", "exercise": "Squat", "sets": [{"reps": 5, "kg": 100}] * 10_001}
    log = lg.read_log(json.dumps([day]).encode())
    assert (log.rows_read, len(log.history), log.problems) == (10_001, 10_001, ())


def test_empty_objects_hold_nothing():
    with pytest.raises(lg.UnreadableLog, match="There is nothing in it"):
        lg.read_log(b"[{},{},{}]")


TABLES = """
CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name);
CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, reps);
INSERT INTO exercise VALUES (1, 'Squat');
"""


def backup(rows, script=""):
    """Make a backup with so many empty sets, and what a script does to it after them."""
    database = sqlite3.connect(":memory:")
    database.executescript(TABLES)
    database.executemany("INSERT INTO training_log (exercise_id) VALUES (?)", [(1,)] * rows)
    database.executescript(script)
    database.commit()
    return database.serialize()


def test_a_backup_that_gives_more_than_it_holds_is_refused():
    """A text that stands once, as what is put where nothing is, would be read a hundred times."""
    text = "9" * 50_000
    data = backup(100, f"ALTER TABLE training_log ADD COLUMN distance DEFAULT '{text}'")
    with pytest.raises(lg.UnreadableLog, match="gives more than it holds"):
        lg.read_log(data)


def test_a_query_without_end_is_interrupted():
    """Rows of one byte for each of hundreds of columns: more work than the file is worth."""
    columns = "".join(
        f"ALTER TABLE training_log ADD COLUMN c{n} TEXT NOT NULL DEFAULT 'a';" for n in range(1500)
    )
    with pytest.raises(lg.UnreadableLog, match="interrupted"):
        lg.read_log(backup(40_000, columns))
