"""
Small files that once were read wrongly or stopped a run, and what they must become.

Those that fuzzing found are kept here (see tests/fuzz/fuzz_read.py), minimised and renamed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from accounts import read_or_refuse

CORPUS = Path(__file__).parent / "corpus"

# The file, the options of read_log, its sets as (lift, load in kg, repetitions), the reasons of
# what was skipped, and the columns of what are problems; None where it must be refused.
EXPECTED = {
    "blank_lift_and_no_unit.csv": (
        {},
        [("deadlift", 60.0, 5), ("deadlift", 100.0, 5), ("deadlift", 140.0, 1)],
        [],
        ["Exercise Name"],
    ),
    "column_name_of_5000_digits.csv": (
        {"columns": {"when": "day", "lift": "lift", "kg": "kg", "reps": "9" * 5_000}},
        [("squat", 100.0, 5)],
        [],
        ["9" * 5_000],
    ),
    "unclear_column_of_5000_digits.csv": (
        {"columns": {"when": "day", "lift": "lift", "load": "9" * 5_000, "reps": "reps"}},
        None,
    ),
    "year_2424.csv": ({}, [("bench_press", 100.0, 5)], [], ["Date"]),
    "hevy_index_of_5000_digits.csv": ({}, [("squat", 100.0, 5)] * 2, [], []),
    "lines_of_a_note_before_a_broken_row.csv": (
        {},
        [("bench_press", 100.0, 5), ("squat", 140.0, 3)],
        [],
        [],
    ),
    "headerless_total_in_a_name.csv": (
        {},
        [("Total Body Machine", 100.0, 5), ("bench_press", 100.0, 5)],
        [],
        [],
    ),
    "stray_quote_before_quoted_texts.csv": (
        {},
        [("bench_press", 100.0, 5), *[("Zottel; heavy", 100.0, 5)] * 2],
        [],
        [],
    ),
    "header_again_in_a_swallowed_text.csv": (
        {},
        [("bench_press", 100.0, 5)] * 2,
        ["header again"],
        [],
    ),
    "stray_quote_before_the_last_row.csv": (
        {},
        [("squat", 45.359237, 5)] * 2 + [("deadlift", 90.718474, 3)],
        [],
        [],
    ),
    "stray_quote_in_a_row_that_ends_early.csv": (
        {"unit": "kg"},
        [("squat", 100.0, 5), ("deadlift", 140.0, 5), ("deadlift", 160.0, 3)],
        [],
        [],
    ),
    "stray_quote_behind_a_quoted_name.csv": (
        {"unit": "kg"},
        [("Press (Each Side, Dumbbells)", 97.0, 9), ("deadlift", 125.5, 5)],
        [],
        [],
    ),
    "byte_order_marks_alone.csv": ({}, None),
    "alpha_progression_workout_and_exercise_in_one_line.csv": (
        {},
        [],
        [],
        ["", "Start", "Start", "Start"],
    ),
    "separator_told_and_nothing_else.csv": (
        {"columns": {"when": 0, "lift": 1, "kg": 2, "reps": 3}},
        None,
    ),
    "totals_below_the_sets.csv": ({}, [("bench_press", 100.0, 5)], ["blank row"], ["Date"]),
}


def test_every_file_of_the_corpus_has_an_expectation():
    assert {path.name for path in CORPUS.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_was_found_once(name):
    options, *expected = EXPECTED[name]
    log = read_or_refuse((CORPUS / name).read_bytes(), **options)
    if expected == [None]:
        assert log is None
        return
    sets = [(done.lift, done.load_kg, done.reps) for done in log.history]
    reasons = [skip.reason for skip in log.skipped]
    assert [sets, reasons, [problem.column for problem in log.problems]] == expected
