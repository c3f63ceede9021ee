"""What was planned beside what was done, from every kind of log that tells it."""

from __future__ import annotations

import json

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liftguard import History, dumps, loads
from liftguard.errors import InvalidValue
from liftguard.importers import read_log
from liftguard.importers.cells import Wrong, read_plan

NO_PLAN = "a whole number from 1 to 1000, such as 5, 5-8 or 5+, or blank"
ROW = {"when": "2026-01-05", "lift": "Squat", "kg": 100}


def told(log):
    return [(one.planned_reps, one.reps, one.missed) for one in log.history]


def sheet(name, *cells, **options):
    """Read a sheet with a column of this name; each cell is "planned:done"."""
    pairs = [cell.split(":") for cell in cells]
    rows = [f"2026-01-05;Squat;100;{done};{planned}" for planned, done in pairs]
    text = "\n".join([f"Date;Exercise;Weight (kg);Reps;{name}", *rows])
    return read_log(text.encode(), **options)


# --- one cell


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("5", (5, False)),
        ("5.0", (5, False)),
        (" 5 reps ", (5, False)),
        ("x5", (5, False)),
        ("5-8", (5, False)),  # those that must go up
        ("5 \u2013 8", (5, False)),
        ("8-5", (5, False)),
        ("5 to 8", (5, False)),
        ("5 bis 8 Wdh", (5, False)),
        ("3x5", (5, False)),  # three sets of five
        ("3 \u00d7 5-8", (5, False)),
        ("5+", (5, True)),
        ("3x5+", (5, True)),
        ("AMRAP", (None, True)),
        ("max", (None, True)),
        ("1000", (1000, False)),
        ("", None),
        ("-", None),
        ("NaN", None),
        ("0", None),  # as apps write where nothing is planned
        ("0.0", None),
    ],
)
def test_a_cell_of_planned_repetitions(text, plan):
    """The least that must go up, and whether the end is open."""
    assert read_plan(text) == plan


@pytest.mark.parametrize(
    "text",
    [
        "-5",
        "5.5",
        "1001",
        "a few",
        "+",
        "5-",
        "5--8",
        "5-8-10",
        "5/3/1",
        "5,5,5",
        "2026-05-08",
        "5" * 99,
    ],
)
def test_a_cell_that_is_no_plan(text):
    """It says what would be one."""
    assert read_plan(text) == Wrong(NO_PLAN)


@given(
    st.lists(st.sampled_from([*"0158", "x", "+", "-", "to", "max", " ", ".", "kg"])).map("".join)
)
def test_any_text_is_a_plan_or_none(text):
    """A plan is of 1 to 1000 repetitions, or of as many as possible."""
    plan = read_plan(text)
    if isinstance(plan, tuple):
        least, is_open = plan
        assert is_open if least is None else 1 <= least <= 1000


# --- what a plan says of its set


def test_one_short_is_a_miss_and_more_is_open():
    """A set that ends one short was tried for; one that ends earlier may have been cut short."""
    log = sheet("Target Reps", "5:5", "5:4", "5:3", "5:1", "5:7", ":4", "0:4")
    assert told(log) == [
        (5, 5, False),
        (5, 4, True),
        (5, 3, False),
        (5, 1, False),
        (5, 7, False),
        (None, 4, False),
        (None, 4, False),
    ]
    assert log.notices == ()


def test_a_range_is_missed_below_its_lower_end():
    assert told(sheet("Target Reps", "5-8:6", "5-8:4", "5-8:3")) == [
        (5, 6, False),
        (5, 4, True),
        (5, 3, False),
    ]


def test_an_open_end_was_taken_to_failure_unless_an_exertion_says_more():
    rows = [
        ROW | {"reps": 8, "planned_reps": "5+"},
        ROW | {"reps": 3, "planned_reps": "5+"},
        ROW | {"reps": 8, "planned_reps": "5+", "rpe": 8},
        ROW | {"reps": 8, "planned_reps": "AMRAP"},
        ROW | {"reps": 8, "planned_reps": "5+", "mark": "warmup"},
    ]
    assert [(one.planned_reps, one.to_failure, one.missed) for one in read_log(rows).history] == [
        (5, True, False),
        (5, True, False),
        (5, False, False),
        (None, True, False),
        (5, False, False),
    ]


@pytest.mark.parametrize(
    ("other", "missed"),
    [
        ({}, True),
        ({"rpe": 10}, True),
        ({"rpe": 9}, False),  # one was left
        ({"rir": 2}, False),
        ({"note": "rpe 8"}, True),  # beside one set of several it is not known whose it is
        ({"mark": "warmup"}, False),  # cut short at will
        ({"mark": "drop"}, True),
    ],
)
def test_being_short_is_a_miss_where_nothing_else_is_said(other, missed):
    log = read_log([ROW | {"reps": 4, "planned_reps": 5} | other, ROW | {"reps": 5}])
    assert told(log)[0] == (5, 4, missed)


def test_no_repetitions_are_a_miss_whatever_was_planned():
    """A zero after sets that went up is the log's own mark."""
    assert told(sheet("Target Reps", "5:5", "5:0")) == [(5, 5, False), (5, 0, True)]


def test_a_miss_that_only_a_note_tells_of_has_no_plan():
    text = (
        "Date;Exercise;Weight (kg);Reps;Target Reps;Notes\n"
        "2026-01-05;Squat;100;5;5;\n2026-01-05;Squat;110;5;5;missed 120\n"
    )
    assert told(read_log(text.encode())) == [(5, 5, False), (5, 5, False), (None, 0, True)]


# --- what is none


@pytest.mark.parametrize("cell", ["a few", "-5", "5.5", "2000"])
def test_a_cell_that_is_none_costs_the_plan_and_not_the_set(cell):
    """The notice names row, column, what stands there and what would be right."""
    log = sheet("Target Reps", "5:5", f"{cell}:4", f"{cell}:3")
    assert told(log) == [(5, 5, False), (None, 4, False), (None, 3, False)]
    (said,) = log.notices
    assert said.startswith("2 sets are kept without the repetitions planned, as in row 2, column")
    assert said.endswith(f"'Target Reps': got {cell!r}, wanted {NO_PLAN}")
    assert (log.rows_read, log.rows_with_sets, log.problems, log.skipped) == (3, 3, (), ())


def test_a_plan_beside_no_set_is_no_matter():
    """The row is a problem or skipped for its own reason, and counts once."""
    log = sheet("Target Reps", "5:5", "soon:five", "soon:")
    assert [(one.row, one.column) for one in log.problems] == [(2, "Reps")]
    assert [one.row for one in log.skipped] == [3]
    assert log.notices == ()


def test_targets_that_are_loads_are_left_aside():
    """A column that says only "Target" may hold either; most of its numbers tell."""
    loads = sheet("Target", "100:5", "105 kg:5", "110:3")
    assert [one.planned_reps for one in loads.history] == [None] * 3
    assert loads.notices == (
        "not read: the column Target, as it holds loads rather than repetitions",
    )
    assert [one.planned_reps for one in sheet("Target", "5:5", "5:4").history] == [5, 5]
    own = {"when": "Date", "lift": "Exercise", "kg": "Weight (kg)", "reps": "Reps"}
    wished = sheet("Target", "100:5", columns={**own, "planned_reps": "Target"})
    assert told(wished) == [(100, 5, False)]


# --- the ways in


@pytest.mark.parametrize(
    "name",
    [
        "target",
        "Target reps",
        "planned_reps",
        "Prescribed",
        "Goal Reps",
        "Ziel-Wdh",
        "Geplante Wdh.",
    ],
)
def test_names_of_the_column(name):
    assert told(sheet(name, "5:5", "5:4")) == [(5, 5, False), (5, 4, True)]


def test_sets_by_repetitions_with_a_plan():
    """Equal sets of one row share it, and so do the sets of one cell."""
    text = "Date,Lift,Sets,Reps,Target Reps,Weight (LBS)\n2026-01-05,Squat,2,4,5,205\n"
    assert told(read_log(text.encode())) == [(5, 4, True)] * 2
    cell = "Date;Exercise;Weight (kg);Reps;Target Reps\n2026-01-05;Squat;100;5,5,4;3x5\n"
    assert told(read_log(cell.encode())) == [(5, 5, False), (5, 5, False), (5, 4, True)]


@pytest.mark.parametrize("word", ["target", "planned_reps"])
def test_columns_of_a_table_that_no_app_wrote(word):
    text = "Tag;Was;Eisen;Anzahl;Soll\n2026-01-05;Squat;100;4;5\n"
    own = {"when": "Tag", "lift": "Was", "kg": "Eisen", "reps": "Anzahl", word: "Soll"}
    assert told(read_log(text.encode(), columns=own)) == [(5, 4, True)]
    with pytest.raises(InvalidValue, match=rf"columns\['{word}'\].*'Sol'.*one of.*Soll"):
        read_log(text.encode(), columns={**own, word: "Sol"})


def test_a_column_is_named_once():
    own = {"when": "a", "lift": "b", "kg": "c", "reps": "d", "target": "e", "planned_reps": "f"}
    with pytest.raises(InvalidValue, match=r"planned_reps.*what 'target' names already"):
        read_log(b"a;b;c;d;e;f\n2026-01-05;Squat;100;5;5;5\n", columns=own)


ROWS = [
    ROW | {"reps": 4, "planned_reps": 5},
    ROW | {"reps": 5, "planned_reps": 5},
    ROW | {"reps": 5, "planned_reps": None},
]


@pytest.mark.parametrize(
    "source",
    [
        ROWS,
        pd.DataFrame(ROWS),  # where a column with a gap holds floats
        pl.DataFrame(ROWS),
        json.dumps(ROWS).encode(),
        "\n".join(map(json.dumps, ROWS)).encode(),
    ],
    ids=["dicts", "pandas", "polars", "JSON", "JSON lines"],
)
def test_rows_of_a_program(source):
    log = read_log(source)
    assert told(log) == [(5, 4, True), (5, 5, False), (None, 5, False)]
    assert loads(dumps(log.history), expect=History) == log.history
    assert History.from_frame(log.history.to_frame()) == log.history


def test_what_wger_was_told_to_do():
    entry = {"date": "2026-01-05", "exercise": 1, "weight": "100", "weight_unit": 1, "rir": None}
    entry |= {"repetitions_unit": 1, "exercise_name": "Squat"}
    counts = [("5.00", "5.00"), ("4.00", "5.00"), ("3.00", "5.00"), ("3.00", None), ("3.00", "0")]
    dump = [
        entry | {"repetitions": done, "repetitions_target": planned} for done, planned in counts
    ]
    assert told(read_log(json.dumps(dump).encode())) == [
        (5, 5, False),
        (5, 4, True),
        (5, 3, False),
        (None, 3, False),
        (None, 3, False),
    ]
