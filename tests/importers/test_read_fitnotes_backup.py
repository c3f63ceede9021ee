"""FitNotes' backups: databases made here, and what they must become."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime

import pytest

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

TABLES = """
CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER);
CREATE TABLE training_log (
    _id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE, metric_weight, reps,
    unit INTEGER DEFAULT 0, is_complete INTEGER DEFAULT 0, distance DEFAULT 0,
    duration_seconds DEFAULT 0
);
INSERT INTO exercise VALUES (1, 'Deadlift', 1), (2, 'Rowing Machine', 2), (3, 'Pull Up', 1);
"""
SETS = """
INSERT INTO training_log (_id, exercise_id, date, metric_weight, reps) VALUES
    (4, 1, '2024-03-01', 140, 5), (9, 1, '2024-03-03', 142.5, 3);
"""


@pytest.fixture
def make(tmp_path):
    """Make the file that some statements give, and return its path."""

    def made(*scripts, name="log.fitnotes"):
        path = tmp_path / name
        with contextlib.closing(sqlite3.connect(path)) as database:
            for script in scripts:
                database.executescript(script)
        return path

    return made


def cells(log):
    return [(one.at.day, one.lift, one.load_kg, one.reps, one.missed) for one in log.history]


def test_sets_come_with_names_and_kilograms(make):
    path = make(
        TABLES,
        """
        INSERT INTO training_log (_id, exercise_id, date, metric_weight, reps, unit) VALUES
            (7, 1, '2024-03-03', 61.234969, 3, 1),
            (2, 1, '2024-03-01', 140, 5, 0),
            (3, 3, '2024-03-01', 0, 8, 0),
            (8, 1, '2024-03-03', 150, 0, 0),
            (9, 1, '2024-03-04', 150, 0, 0);
        INSERT INTO training_log
            (exercise_id, date, metric_weight, reps, distance, duration_seconds) VALUES
            (2, '2024-03-04', 0, 0, 2000, 480), (2, '2024-03-05', 0, 0, 0, 0);
        """,
    )
    log = read_log(path)
    assert cells(log) == [
        (1, "deadlift", 140.0, 5, False),
        (1, "pull_up", 0.0, 8, False),
        (3, "deadlift", 61.234969, 3, False),
        (3, "deadlift", 150.0, 0, True),
    ]
    assert log.history[0].at == datetime(2024, 3, 1)
    assert log.history[0].at_known_to == "day"
    assert (log.app, log.unit, log.unit_evidence) == ("fitnotes", "kg", "a backup is always in kg")
    # rows are counted in the order of _id: 2, 3, 7, 8, 9, 10, 11
    assert [(skip.row, skip.reason) for skip in log.skipped] == [
        (5, "planned, not done"),
        (6, "cardio or timed"),
        (7, "nothing recorded"),
    ]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (7, 4, ())


def test_the_name_of_the_file_does_not_matter_and_bytes_do(make):
    path = make(TABLES, SETS, name="backup.txt")
    before = path.read_bytes()
    expected = [(1, "deadlift", 140.0, 5, False), (3, "deadlift", 142.5, 3, False)]
    with path.open("rb") as file:
        for source in (path, str(path), before, file):
            assert cells(read_log(source, app="fitnotes")) == expected
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["backup.txt"]  # no journal beside it


def test_a_file_left_in_write_ahead_mode(make):
    path = make("PRAGMA journal_mode = WAL;", TABLES, SETS)
    assert path.read_bytes()[18:20] == b"\x02\x02"
    assert len(read_log(path).history) == 2


def test_sets_left_unmarked_beside_marked_ones_were_planned(make):
    path = make(
        TABLES,
        """
        INSERT INTO training_log (exercise_id, date, metric_weight, reps, is_complete) VALUES
            (1, '2024-03-01', 100, 5, 0), (1, '2024-03-01', 110, 5, 0),
            (1, '2024-03-08', 120, 5, 1), (1, '2024-03-08', 130, 5, 0);
        """,
    )
    log = read_log(path)
    assert [one.load_kg for one in log.history] == [100.0, 110.0, 120.0]
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(4, "planned, not done")]


def test_old_backups_without_the_later_columns(make):
    path = make(
        "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE training_log"
        " (_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, reps);"
        "INSERT INTO exercise VALUES (1, 'Squat');"
        "INSERT INTO training_log VALUES (1, 1, '2016-03-01', 100, 5);"
    )
    assert cells(read_log(path)) == [(1, "squat", 100.0, 5, False)]


@pytest.mark.parametrize(
    ("row", "column", "got", "wanted"),
    [
        ("77, '2024-03-02', 100, 5", "exercise_id", "77", "the _id of a row of the table exercise"),
        ("NULL, '2024-03-02', 100, 5", "exercise_id", "", "the _id of a row of the table exercise"),
        ("4, '2024-03-02', 100, 5", "exercise_id", " ", "the name of an exercise"),
        ("1, 'soon', 100, 5", "date", "soon", "a date such as 2024-05-13 18:30"),
        ("1, '2024-03-02', 'heavy', 5", "metric_weight", "heavy", "a number"),
        ("1, '2024-03-02', x'00ff', 5", "metric_weight", r"b'\x00\xff'", "a number"),
        (
            "1, '2024-03-02', NULL, 5",
            "metric_weight",
            "",
            "the load of these repetitions, 0 for the body alone",
        ),
        (
            "1, '2024-03-02', 100, -5",
            "reps",
            "-5",
            "a whole number from 0 to 1000, or blank",
        ),
    ],
)
def test_a_row_that_is_wrong_is_a_problem_and_the_others_are_read(make, row, column, got, wanted):
    columns = "(_id, exercise_id, date, metric_weight, reps)"
    path = make(
        TABLES,
        SETS,
        "INSERT INTO exercise VALUES (4, ' ', 1);",
        f"INSERT INTO training_log {columns} VALUES (5, {row});",  # noqa: S608 - our own words
    )
    log = read_log(path)
    assert cells(log) == [(1, "deadlift", 140.0, 5, False), (3, "deadlift", 142.5, 3, False)]
    (problem,) = log.problems
    assert (problem.row, problem.column, problem.got, problem.wanted) == (2, column, got, wanted)
    assert (log.rows_read, log.rows_with_sets) == (3, 2)


def test_no_sets_yet(make):
    log = read_log(make(TABLES))
    assert (len(log.history), log.rows_read, log.app) == (0, 0, "fitnotes")


def test_the_unit_is_that_of_the_format(make):
    log = read_log(make(TABLES, SETS), unit="lb")
    assert (log.history[0].load_kg, log.unit) == (140.0, "kg")
    assert log.unit_evidence == "a backup is always in kg"


def refused(source, **options):
    with pytest.raises(UnreadableLog) as caught:
        read_log(source, **options)
    assert "Export the log as CSV" in caught.value.hint
    return caught.value.got


@pytest.mark.parametrize(
    ("script", "got"),
    [
        ("VACUUM;", "an SQLite database with the tables none"),
        (
            "CREATE TABLE b (x); CREATE TABLE a (y);",
            "an SQLite database with the tables a, b",
        ),
        (
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY);",
            "an SQLite database with the tables training_log",
        ),
        (
            TABLES + "ALTER TABLE training_log RENAME COLUMN metric_weight TO weight;",
            "a table training_log without metric_weight",
        ),
        (
            TABLES + "ALTER TABLE exercise RENAME COLUMN name TO label;",
            "a table exercise without name",
        ),
    ],
)
def test_another_database_is_refused_for_what_it_is(make, script, got):
    assert refused(make("PRAGMA user_version = 3;", script)) == got


def test_a_view_is_no_table(make):
    path = make(
        TABLES,
        "ALTER TABLE training_log RENAME TO old;",
        "CREATE VIEW training_log AS SELECT * FROM old;",
    )
    assert refused(path) == "an SQLite database with the tables exercise, old"


@pytest.mark.parametrize(
    ("column", "got"),
    [
        ("reps AS (upper(date))", "a table training_log without reps"),
        (
            "reps, more AS (zeroblob(1000000000))",
            "a table training_log with columns that are computed",
        ),
    ],
)
def test_nothing_in_the_file_is_run(make, column, got):
    path = make(
        "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);",
        "CREATE TABLE training_log"
        f" (_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, {column});",
        "INSERT INTO training_log (exercise_id) VALUES (1);",
    )
    assert refused(path) == got


def test_a_table_that_a_module_would_have_to_compute_is_none(make):
    columns = "exercise_id, date, metric_weight, reps"
    try:
        path = make(
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
            f"CREATE VIRTUAL TABLE training_log USING fts5(_id, {columns});"
        )
    except sqlite3.OperationalError:
        pytest.skip("this SQLite has no such module")
    got = refused(path)
    assert got.startswith("an SQLite database with the tables exercise, training_log_config")
    assert "training_log," not in got


@pytest.mark.parametrize("keep", [17, 99, 100, 4096, -1])
def test_a_file_cut_short_is_refused(make, keep):
    data = make(TABLES, SETS).read_bytes()
    size = 100 if keep < 100 and keep > 0 else len(data)
    cut = data[:keep]
    assert refused(cut) == f"an SQLite database cut short: {len(cut)} of {size} bytes"


def test_damage_is_refused(make):
    data = bytearray(make(TABLES, SETS).read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    assert refused(data).startswith("an SQLite database that cannot be read: ")
    data[100:] = bytes(len(data) - 100)
    assert refused(data).startswith("an SQLite database")


def test_damage_never_loses_a_row_in_silence(make):
    data = make("PRAGMA page_size = 512;", TABLES, SETS).read_bytes()
    ends = []
    for place in range(16, len(data), 3):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        try:
            ends.append(read_log(damaged).rows_read)
        except UnreadableLog:
            ends.append("refused")
    assert set(ends) == {2, "refused"}


def test_rules_that_stand_in_the_file_are_not_run(make):
    path = make(
        TABLES.replace("metric_weight, reps", "metric_weight, reps CHECK (reps > 10)"),
        f"PRAGMA ignore_check_constraints = ON; {SETS}",
    )
    assert len(read_log(path).history) == 2


def test_a_size_that_was_not_counted_is_not_believed(make):
    data = bytearray(make(TABLES, SETS).read_bytes())
    data[28:32] = (1_000).to_bytes(4)
    assert "cut short" in refused(data)
    data[92:96] = (99).to_bytes(4)  # an old program changed the file since
    assert len(read_log(data).history) == 2


def test_another_app_that_is_named_does_not_write_databases(make):
    with pytest.raises(UnreadableLog, match="wanted an export of Strong") as caught:
        read_log(make(TABLES, SETS), app="strong")
    assert caught.value.got == "an SQLite database"
