"""Data frames of pandas, polars and Arrow's like, read as rows."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import polars as pl
import pytest

from liftguard.errors import InvalidValue
from liftguard.importers import read_log

EVENING = datetime(2026, 1, 5, 18, 30)
COLUMNS = {
    "when": [EVENING, EVENING, EVENING],
    "lift": ["Squat", "Squat", "Squat"],
    "kg": [60.0, 102.5, None],
    "reps": [5, 3, None],
    "rpe": [None, 8.5, None],
    "note": [None, "deep", None],
}
WANTED = [(EVENING, 60.0, 5, None, None), (EVENING, 102.5, 3, 8.5, "deep")]


def found(log):
    return [(one.at, one.load_kg, one.reps, one.rpe, one.note) for one in log.history]


class Arrow:
    """What an Arrow table offers."""

    column_names = tuple(COLUMNS)

    @staticmethod
    def to_pylist():
        return [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(COLUMNS),
        pd.DataFrame(COLUMNS).convert_dtypes(),
        pd.DataFrame(COLUMNS).set_index("when"),
        pd.DataFrame(COLUMNS).set_index(["when", "lift"]),
        pl.DataFrame(COLUMNS),
        Arrow(),
    ],
    ids=["pandas", "pandas with NA", "pandas by date", "pandas by two", "polars", "arrow"],
)
def test_a_frame(frame):
    log = read_log(frame)
    assert found(log) == WANTED
    assert [(one.row, one.reason) for one in log.skipped] == [(3, "nothing recorded")]
    assert log.rows_read == 3


def test_a_moment_that_is_missing_is_a_problem():
    frame = pd.DataFrame({**COLUMNS, "when": [EVENING, pd.NaT, EVENING]})
    log = read_log(frame)
    assert [one.row for one in log.problems] == [2]
    assert len(log.history) == 1


def test_an_export_that_pandas_has_read_and_numbered():
    frame = pd.DataFrame(
        {
            "Unnamed: 0": [0, 1],
            "Date": ["2026-01-05 18:30:00"] * 2,
            "Workout Name": ["Legs"] * 2,
            "Exercise Name": ["Squat (Barbell)"] * 2,
            "Set Order": [1, 2],
            "Weight": [135.0, 225.0],
            "Reps": [5.0, 3.0],
        }
    )
    log = read_log(frame, unit="lb")
    assert log.app == "strong"
    assert [one.reps for one in log.history] == [5, 3]


def test_two_columns_of_one_name():
    frame = pd.DataFrame([[1, 2]], columns=["kg", "kg"])
    with pytest.raises(InvalidValue, match="a name of its own"):
        read_log(frame)


def test_a_frame_in_words_of_its_own():
    frame = pd.DataFrame({"d": ["2026-01-05"], "what": ["Squat"], "w": [100], "n": [5]})
    log = read_log(frame, columns={"when": "d", "lift": "what", "kg": "w", "reps": "n"})
    assert [(one.lift, one.load_kg) for one in log.history] == [("squat", 100.0)]
