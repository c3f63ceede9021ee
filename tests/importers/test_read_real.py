"""Real exports: every record is accounted for, counted once more by the csv module alone."""

from __future__ import annotations

import csv
import pathlib

import pytest

from liftguard.importers import read_log

LOGS = pathlib.Path(__file__).parents[3] / "shared" / "data" / "logs"
CONVERTED = "the column is in pounds but holds converted kilograms"

# Column of the repetitions, column of the marks, and what must be found.
FILES = {
    "strong_ios_kg.csv": (6, 4, "strong", "kg", "plate ladder"),
    "strong_ios_kg_2.csv": (6, 4, "strong", "kg", "plate ladder"),
    "strong_ios_novice.csv": (6, 4, "strong", "kg", "plate ladder"),
    "strong_ios_chinese_lb.csv": (6, 4, "strong", "lb", CONVERTED),
    "strong_android_resaved.csv": (7, 5, "strong", "kg", "the header says kg"),
    "hevy_kg.csv": (10, 8, "hevy", "kg", "the header says kg"),
    "hevy_kg_2.csv": (10, 8, "hevy", "kg", "the header says kg"),
    "fitnotes_kg.csv": (4, None, "fitnotes", "kg", "the header says kg"),
    "fitnotes_kg_2.csv": (5, None, "fitnotes", "kg", "the unit column"),
    "fitnotes_lb.csv": (5, None, "fitnotes", "lb", "the unit column"),
}


def present(name):
    if not (LOGS / name).exists():
        pytest.skip(f"the real log {name} is not here")
    return LOGS / name


def counted(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if row][1:]


@pytest.mark.parametrize("name", FILES)
def test_every_record_is_accounted_for(name):
    path = present(name)
    reps, mark, app, unit, evidence = FILES[name]
    rows = counted(path)
    log = read_log(path)
    assert (log.app, log.unit) == (app, unit)
    assert log.unit_evidence.startswith(evidence)
    assert log.problems == ()
    assert log.rows_read == len(rows)
    done = [row for row in rows if row[reps] not in ("", "0", "0.0")]
    misses = [entry for entry in log.history if entry.missed]
    assert len(log.history) - len(misses) == len(done)
    assert sum(entry.reps for entry in log.history) == sum(float(row[reps]) for row in done)
    if mark is not None:
        marks = [row[mark] for row in rows]
        reasons = [skip.reason for skip in log.skipped]
        assert reasons.count("rest timer") == marks.count("Rest Timer")
        assert reasons.count("note") == marks.count("Note")
        failed = sum(row[mark] in ("F", "failure") for row in done)
        assert sum(entry.to_failure for entry in log.history) == failed


def test_a_lifter_in_kilograms_whose_app_says_pounds():
    log = read_log(present("strong_ios_chinese_lb.csv"))
    clean = [entry for entry in log.history if (entry.load_kg * 4.0).is_integer()]
    assert len(clean) > 0.8 * len(log.history)
    assert 20.0 in {entry.load_kg for entry in clean}


def test_the_newest_workout_stands_last():
    log = read_log(present("hevy_kg.csv"))
    moments = [entry.at for entry in log.history]
    assert moments == sorted(moments)


def test_rest_timers_reach_the_sets_that_follow():
    log = read_log(present("strong_android_resaved.csv"))
    assert {entry.rest_s for entry in log.history} == {None, 120.0, 150.0, 180.0, 360.0}


@pytest.mark.parametrize("name", ["sheet_sets_by_reps_lb.csv", "sheet_stronglifts_pipes_lb.csv"])
def test_sheets_are_never_mistaken_for_an_app(name):
    path = present(name)
    try:
        app = read_log(path).app
    except ValueError as error:
        assert "wanted an export of" in str(error)  # noqa: PT017
    else:
        assert app not in ("strong", "hevy", "fitnotes")
