"""Logs in sections, not in one table; small, written by hand, and what they must become."""

from __future__ import annotations

from datetime import datetime

from liftguard.importers import read_log

ALPHA = (
    '"Legs · Day 2 · Week 4 · Plan";"2026-02-19 4:54 h";"1:02 hr"\n'
    '"1. Deadlifts · Barbell · 5 reps";"WU1 · 62,5 kg · 5 reps<br>WU2 · 100 kg · 3 reps"\n'
    "#;KG;REPS;RIR\n"
    "1;182,5;5;1\n"
    "2;190;3;0,5\n"
    '"2. Pull-Ups · Bodyweight · 10 reps · 2 dropsets"\n'
    "#;KG;REPS;RIR\n"
    "1;+0;12;\n"
    "\n"
    '"Push";"2026-02-21 16:05 h";"45:02 hr"\n'
    '"1. Bench Press · Barbell · 8 reps"\n'
    "#;KG;REPS;RIR\n"
    "1;80;8;2\n"
)

STRENGTHLOG = (
    "Name,Language,Sex,Age,Email\n"
    "Ada,en,Female,1990-01-01,ada@example.org\n"
    "Workouts\n"
    "Name,Date,Body weight,Shape,Sleep,Calories,Stress\n"
    "Wednesday: Squat & more,2025-12-24,79.2,-1,-1,-1,-1\n"
    '"Exercise, Squat",Set,1,reps,5,weight,60,warmup,true\n'
    '"Exercise, Squat",Set,2,reps,5,weight,140,rpe,8\n'
    '"Exercise, Push-Up",Set,1,reps,25,bodyweight,79.2,extraWeight,0\n'
    '"Exercise, Chin-Up",Set,1,reps,5,bodyweight,79.2,extraWeight,20\n'
    '"Exercise, Rowing Machine",Set,1,time,00:20:00,distanceKm,5\n'
    "Friday,2025-12-26,79.2,-1,-1,-1,-1\n"
    '"Exercise, Deadlift",Set,1,reps,3,weight,180\n'
    '"Exercise, Deadlift",Set,2,reps,0,weight,200\n'
)


def test_alpha_progression():
    """Warm-ups stand beside the exercise; repetitions in reserve count down from 10."""
    log = read_log(ALPHA.encode())
    assert (log.app, log.unit, log.rows_read) == ("alpha_progression", "kg", 6)
    assert (log.problems, log.skipped) == ((), ())
    found = [(done.lift, done.load_kg, done.reps, done.kind, done.rpe) for done in log.history]
    assert found == [
        ("deadlift", 62.5, 5, "warmup", None),
        ("deadlift", 100.0, 3, "warmup", None),
        ("deadlift", 182.5, 5, "work", 9.0),
        ("deadlift", 190.0, 3, "work", 9.5),
        ("pull_up", 0.0, 12, "work", None),
        ("bench_press", 80.0, 8, "work", 8.0),
    ]
    assert log.history[0].at == datetime(2026, 2, 19, 4, 54)
    assert log.history[5].at == datetime(2026, 2, 21, 16, 5)
    assert log.history[5].session == "Push 2026-02-21 16:05"


def test_the_title_of_the_first_workout_may_hold_a_comma_and_a_line_break():
    """A quoted cell is text: what stands in it does not say what parts the cells."""
    text = ALPHA.replace('"Legs · Day', '"Legs, heavy,\nDay', 1)
    log = read_log(text.encode())
    assert log.app == "alpha_progression"
    assert len(log.history) == len(read_log(ALPHA.encode()).history)


def test_a_workout_with_more_in_its_line_is_no_workout():
    """What stands behind the duration would be lost; so the line is a problem, and has no sets."""
    text = ALPHA.replace('"1:02 hr"', '"1:02 hr";"1. Rows · 5 reps"', 1)
    log = read_log(text.encode())
    assert log.rows_read == read_log(ALPHA.encode()).rows_read + 1
    assert {done.at.day for done in log.history} == {21}
    later = ALPHA.replace('"45:02 hr"', '"45:02 hr";"1. Rows · 5 reps"', 1)
    assert {done.at.day for done in read_log(later.encode()).history} == {19}


def test_alpha_progression_in_pounds():
    log = read_log(ALPHA.replace("KG", "LB").replace(" kg", " lb").encode())
    assert log.unit == "lb"
    assert round(log.history[1].load_kg, 4) == 45.3592


def test_an_exercise_of_alpha_progression_may_hold_a_semicolon():
    """Alone in its line it stands in quotes, as lines do that a sheet has wrapped whole."""
    text = ALPHA.replace("1. Bench Press · Barbell", "1. Bench; wide; slow · Barbell")
    log = read_log(text.encode())
    assert (log.history[5].lift, log.problems) == ("Bench; wide; slow (Barbell)", ())


def test_a_line_of_alpha_progression_that_is_none_of_its_kinds_is_a_problem():
    text = ALPHA.replace("2;190;3;0,5", "2;190;3").replace("WU1 · 62,5 kg", "WU1 · light")
    text = text.replace("WU2 · 100 kg · 3 reps", "nothing more")
    log = read_log(text.encode())
    assert [one.got for one in log.problems] == ["light", "nothing more", "2;190;3"]
    assert (log.rows_read, log.rows_with_sets) == (6, 3)


def test_strengthlog():
    """The weight that was added counts where the body is the rest of it."""
    log = read_log(STRENGTHLOG.encode(), unit="kg")
    assert (log.app, log.rows_read, log.problems) == ("strengthlog", 7, ())
    assert [(done.lift, done.load_kg, done.reps, done.kind) for done in log.history] == [
        ("squat", 60.0, 5, "warmup"),
        ("squat", 140.0, 5, "work"),
        ("push_up", 0.0, 25, "work"),
        ("chin_up", 20.0, 5, "work"),
        ("deadlift", 180.0, 3, "work"),
        ("deadlift", 200.0, 0, "work"),
    ]
    assert [done.missed for done in log.history] == [False] * 5 + [True]
    assert log.history[1].rpe == 8.0
    assert (log.history[0].at, log.history[0].at_known_to) == (datetime(2025, 12, 24), "day")
    assert log.history[0].session == "Wednesday: Squat & more 2025-12-24"
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(5, "cardio or timed")]


def test_a_distance_of_strengthlog_stands_in_kilometres_or_in_metres():
    sled = '"Exercise, Sled push",Set,1,{},{}\n'
    text = STRENGTHLOG + sled.format("distanceMeter", "40") + sled.format("distanceMeter", "far")
    log = read_log(text.encode(), unit="kg")
    assert [(skip.row, skip.reason) for skip in log.skipped[1:]] == [(8, "cardio or timed")]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(9, "distanceMeter", "far")]
    assert log.notices == ()


def test_a_line_of_strengthlog_that_is_neither_is_a_problem():
    text = STRENGTHLOG.replace("Friday,2025", "Instance of 'Loc'\nFriday,2025")
    log = read_log(text.encode(), unit="kg")
    assert [(one.row, one.got) for one in log.problems] == [(6, "Instance of 'Loc'")]
    assert log.rows_read == 8


def test_a_set_before_any_workout_has_no_day():
    text = STRENGTHLOG.replace("Wednesday: Squat & more,2025-12-24,79.2,-1,-1,-1,-1\n", "")
    log = read_log(text.encode(), unit="kg")
    assert [(one.row, one.column) for one in log.problems] == [(at, "Date") for at in range(1, 6)]


def test_a_title_with_more_commas_than_a_row_has_cells():
    """The separator is not taken from what stands inside a quoted title."""
    text = (
        '"Legs, arms, core, abs";"2026-02-19 4:54 h";"1:02 hr"\n'
        '"1. Squats · Barbell · 8 reps"\n"#";"KG";"REPS";"RIR"\n"1";"100,5";"8";"2"\n'
    )
    log = read_log(text.encode())
    assert [(one.lift, one.load_kg, one.reps, one.rpe) for one in log.history] == [
        ("squat", 100.5, 8, 8.0)
    ]


def test_sets_below_a_workout_that_cannot_be_read_have_no_day():
    """They must not get the day and title of the workout before."""
    alpha = (
        '"Legs";"2026-02-19 4:54 h";"1:02 hr"\n"1. Squats · Barbell · 8 reps"\n'
        '"#";"KG";"REPS";"RIR"\n"1";"100";"8";"2"\n'
        '"Push";"the 20th at noon";"1:02 hr"\n"1. Bench Press · Barbell · 8 reps"\n'
        '"#";"KG";"REPS";"RIR"\n"1";"60";"8";"2"\n'
    )
    log = read_log(alpha.encode())
    assert [(one.lift, one.at.day) for one in log.history] == [("squat", 19)]
    assert [one.column for one in log.problems] == ["", "Start"]


def test_sections_of_alpha_progression_in_two_units():
    text = (
        '"Legs";"2026-02-19 4:54 h";"1:02 hr"\n"1. Squats · Barbell · 8 reps"\n'
        '"#";"KG";"REPS";"RIR"\n"1";"100";"8";"2"\n'
        '"Pull";"2026-02-21 4:54 h";"1:02 hr"\n"1. Deadlift · Barbell · 8 reps"\n'
        '"#";"LB";"REPS";"RIR"\n"1";"225";"8";"2"\n'
    )
    log = read_log(text.encode())
    assert [round(one.load_kg, 2) for one in log.history] == [100.0, 102.06]
    assert (log.unit, log.problems) == ("mixed", ())
