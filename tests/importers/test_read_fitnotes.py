"""FitNotes' Android exports, small and written by hand, and what they must become."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.importers import read_log
from liftguard.units import kg_from_lb


@pytest.mark.parametrize(
    ("columns", "cells", "unit", "evidence"),
    [
        ("Weight (kgs)", "100.0", "kg", "the header says kg"),
        ("Weight (lbs)", "100.0", "lb", "the header says lb"),
        ("Weight,Weight Unit", "100.0,kgs", "kg", "the unit column"),
        ("Weight,Weight Unit", "100.0,lbs", "lb", "the unit column"),
    ],
)
@pytest.mark.parametrize("comment", [",Comment", ""], ids=["comment", "no comment"])
def test_variants(columns, cells, unit, evidence, comment):
    end = "," if comment else ""
    log = read_log(
        f"Date,Exercise,Category,{columns},Reps,Distance,Distance Unit,Time{comment}\n"
        f"2023-05-02,Deadlift,Back,{cells},5,,,{end}\n"
        f"2023-05-02,Rowing Machine,Cardio,{cells.replace('100.0', '0.0')},,2000.0,m,0:08:10{end}\n"
        f"2023-05-01,Deadlift,Back,{cells},3,,,{end}\n".encode()
    )
    load = 100.0 if unit == "kg" else kg_from_lb(100)
    assert [(done.at.day, done.lift, done.load_kg, done.reps) for done in log.history] == [
        (1, "deadlift", load, 3),
        (2, "deadlift", load, 5),
    ]
    assert (log.app, log.unit, log.unit_evidence) == ("fitnotes", unit, evidence)
    assert log.history[0].at == datetime(2023, 5, 1)
    assert log.history[0].at_known_to == "day"
    assert log.history[0].session == "2023-05-01"
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(2, "cardio or timed")]


HEADER = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"


def test_commas_in_the_names_of_exercises():
    log = read_log(
        f"{HEADER}"
        "2023-05-02,Overhead Press (Each Side, Dumbbells),Shoulders,20.0,8,,,,\n"
        "2023-05-02,Curl (Slow, Light, Cable),Biceps,10.0,8,,,,good\n"
        "2023-05-02,Squat,Legs,100.0,8,,,,deep, slow\n".encode()
    )
    assert [done.load_kg for done in log.history] == [20.0, 10.0, 100.0]
    assert [done.note for done in log.history] == [None, "good", "deep, slow"]
    assert log.history[0].lift == "dumbbell_overhead_press"
    assert log.problems == ()


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("7.5 rpe", 7.5),
        ("RPE 8", 8.0),
        ("rpe: 8,5", 8.5),
        ("easy, 10rpe", 10.0),
        ("rpe 11", None),
        ("17.5 rpe", None),
        ("no rpe", None),
    ],
)
def test_exertion_in_the_comment(comment, expected):
    log = read_log(f'{HEADER}2023-05-02,Squat,Legs,100.0,8,,,,"{comment}"\n'.encode())
    assert log.history[0].rpe == expected
    assert log.history[0].note == comment


def test_a_comment_that_goes_on_in_the_next_line():
    log = read_log(
        f"{HEADER}2023-05-02,Squat,Legs,100.0,8,,,,deep\nand slow\n"
        "2023-05-02,Squat,Legs,100.0,7,,,,\n".encode()
    )
    assert [done.note for done in log.history] == ["deep\nand slow", None]
    assert (log.rows_read, log.problems) == (2, ())


def test_the_second_app_for_ios_writes_both_units():
    """Kilograms and pounds of one load stand side by side, and the notes have another name."""
    load = "Weight (kg),Weight (lbs)"
    rows = (
        f"Date,Exercise,Category,{load},Reps,Distance,Distance Unit,Time,Notes,Kind",
        "2026-01-13,Deadlift,Back,70.00,154.32,5,,,,smooth,wr",
        "2026-01-15,Deadlift,Back,,315,5,,,,,wr",
    )
    log = read_log("\n".join(rows).encode())
    assert [(one.load_kg, one.note) for one in log.history] == [
        (70.0, "smooth"),
        (pytest.approx(142.88160), None),  # 315 x 0.45359237
    ]
    assert (log.app, log.unit) == ("fitnotes", "mixed")
    assert log.unit_evidence == "a column of kilograms and one of pounds"


@pytest.mark.parametrize("place", range(8))
def test_a_stray_quote_swallows_no_rows_whose_names_hold_commas(place):
    """None of them is a row by its count of cells alone; each is one of a name with a comma."""
    rows = [
        f"2024-02-{day:02},Overhead Press (Each Side, Dumbbells),Shoulders,{60 + day},5,,,"
        for day in range(1, 7)
    ]
    header = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time"
    cells = rows[0].split(",")
    cells[place] = f'"{cells[place]}'
    damaged = read_log("\n".join([header, ",".join(cells), *rows[1:]]).encode())
    assert damaged.rows_read == 6
    assert damaged.rows_with_sets == 6
    assert [round(done.load_kg / 0.45359237) for done in damaged.history] == list(range(61, 67))
