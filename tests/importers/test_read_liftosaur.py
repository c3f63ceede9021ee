"""Liftosaur's history, small and written by hand, and what it must become."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,"
    "Target Muscles,Synergist Muscles,Notes"
)
MONDAY, WEDNESDAY = "2025-02-03T18:00:00.000Z", "2025-02-05T17:30:00.000Z"


def row(
    wanted="5",
    done="5",
    *,
    at=MONDAY,
    lift="Squat",
    warmup="0",
    amrap="0",
    rpe="",
    planned="100,kg",
    load="100,kg",
    note="",
):
    return (
        f'{at},Threes and fives,Day 1,"{lift}",{warmup},{wanted},{done},{amrap},8,{rpe},0,'
        f'{planned},{load},0,,"Quadriceps,Glutes",,{note}'
    )


def read(*rows, header=HEADER, **options):
    return read_log("\n".join([header, *rows]).encode(), **options)


def told(log):
    return [(done.lift, done.load_kg, done.reps, done.missed) for done in log.history]


def skips(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


def problems(log):
    return [(one.row, one.column, one.got) for one in log.problems]


def test_newest_workout_first_in_universal_time():
    log = read(
        row(at=WEDNESDAY, lift="Bench Press, Barbell", load="80,kg", rpe="8.5", note="flat back"),
        row("3", "3", load="120,kg"),
        row("3", "2", load="125,kg"),
    )
    assert told(log) == [
        ("squat", 120.0, 3, False),
        ("squat", 125.0, 2, True),
        ("bench_press", 80.0, 5, False),
    ]
    assert [done.at for done in log.history] == [
        datetime(2025, 2, 3, 18, tzinfo=UTC),
        datetime(2025, 2, 3, 18, tzinfo=UTC),
        datetime(2025, 2, 5, 17, 30, tzinfo=UTC),
    ]
    assert [done.rpe for done in log.history] == [None, None, 8.5]  # never the required one
    assert [done.note for done in log.history] == [None, None, "flat back"]
    assert {done.at_known_to for done in log.history} == {"session"}
    assert log.history[0].session == "Day 1 2025-02-03 18:00"
    assert (log.app, log.unit, log.unit_evidence) == ("liftosaur", "kg", "the unit column")
    assert (log.rows_read, log.rows_with_sets) == (3, 3)
    assert (log.skipped, log.problems) == ((), ())


def test_one_repetition_less_than_required_is_a_miss():
    counts = [("5", "5"), ("5", "4"), ("5", "3"), ("5", "6"), ("5", "0"), ("", "4")]
    log = read(*[row(wanted, done) for wanted, done in counts])
    assert [(done.planned_reps, done.reps, done.missed) for done in log.history] == [
        (5, 5, False),
        (5, 4, True),
        (5, 3, False),  # it may have been cut short
        (5, 6, False),
        (5, 0, True),
        (None, 4, False),  # nothing was required
    ]


def test_a_set_that_was_not_done_is_no_failure():
    """Blank repetitions, whatever else stands in the row."""
    log = read(
        row(),
        row("5", ""),
        row("5", "", load=",", planned="80,%"),
        row("5", " ", lift="Deadlift, Barbell", amrap="1"),
    )
    assert told(log) == [("squat", 100.0, 5, False)]
    assert skips(log) == [(place, "planned, not done") for place in (2, 3, 4)]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (4, 1, ())


def test_a_lift_of_zeros_alone_was_not_done():
    log = read(row(), row("5", "0", lift="Deadlift, Barbell", load="140,kg"))
    assert told(log) == [("squat", 100.0, 5, False)]
    assert skips(log) == [(2, "planned, not done")]


def test_warm_ups_are_cut_short_at_will():
    log = read(
        row("5", "4", warmup="1", load="60,kg"),
        row("5", "0", warmup="1", load="80,kg"),
        row(),
    )
    assert told(log) == [("squat", 60.0, 4, False), ("squat", 100.0, 5, False)]
    assert [done.planned_reps for done in log.history] == [5, 5]
    assert [done.kind for done in log.history] == ["warmup", "work"]
    assert skips(log) == [(2, "planned, not done")]


def test_without_warm_ups_sets_are_of_no_kind():
    assert [done.kind for done in read(row()).history] == [None]


@pytest.mark.parametrize(
    ("done", "amrap", "rpe", "warmup", "to_failure", "missed"),
    [
        ("9", "1", "", "0", True, False),
        ("4", "1", "", "0", True, True),  # required are five
        ("3", "1", "", "0", True, False),
        ("4", "0", "9", "0", False, False),  # one was left
        ("4", "0", "10", "0", False, True),
        ("9", "1", "8", "0", False, False),  # two were left
        ("9", "0", "", "0", False, False),
        ("9", "1", "", "1", False, False),
    ],
)
def test_as_many_repetitions_as_possible(done, amrap, rpe, warmup, to_failure, missed):
    (one,) = read(row("5", done, amrap=amrap, rpe=rpe, warmup=warmup)).history
    assert (one.reps, one.to_failure, one.missed) == (int(done), to_failure, missed)
    assert one.rpe == (float(rpe) if rpe else None)
    assert one.planned_reps == 5


def test_the_load_that_was_lifted_else_the_one_required():
    log = read(
        row(planned="100,kg", load="102.5,kg"),
        row(planned="100,kg", load=","),
        row(planned="225,lb", load=","),  # 225 x 0.45359237
        row(planned="100,kg", load="225,lb"),
        row(lift="Chin Up", planned=",", load=","),
    )
    assert [done.load_kg for done in log.history] == [
        102.5,
        100.0,
        pytest.approx(102.058283, abs=1e-6),
        pytest.approx(102.058283, abs=1e-6),
        0.0,
    ]
    assert log.unit == "mixed"


def test_problems_name_the_column_that_was_read():
    log = read(
        row("5", "five"),
        row(load="heavy,kg"),
        row(planned="heavy,kg", load=","),
        row(planned="100,stone", load=","),
        row(warmup="maybe"),
        row(at="on Monday"),
        row(rpe="11"),
        row(),
    )
    assert problems(log) == [
        (1, "Completed Reps", "five"),
        (2, "Completed Weight Value", "heavy"),
        (3, "Required Weight Value", "heavy"),
        (4, "Required Weight Unit", "stone"),
        (5, "Is Warmup Set?", "maybe"),
        (6, "Workout DateTime", "on Monday"),
    ]
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (8, 2, ())
    assert [(cell.row, cell.column, cell.got) for cell in log.unread_cells] == [
        (7, "Completed RPE", "11")
    ]


def test_an_earlier_layout_has_one_load_and_one_exertion():
    log = read(
        f"{MONDAY},Fives,Day 1,Squat,1,5,5,,0,60,kg,,Quadriceps,Glutes,",
        f"{MONDAY},Fives,Day 1,Squat,0,5,4,9,0,100,kg,,Quadriceps,Glutes,slow",
        f"{MONDAY},Fives,Day 1,Squat,0,5,,,0,100,kg,,Quadriceps,Glutes,",
        f"{MONDAY},Fives,Day 1,Chin Up,0,5,5,,0,,,,Lats,Biceps,",
        header=(
            "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,"
            "Completed Reps,RPE,Is AMRAP?,Weight Value,Weight Unit,Completed Reps Time,"
            "Target Muscles,Synergist Muscles,Notes"
        ),
    )
    assert told(log) == [
        ("squat", 60.0, 5, False),
        ("squat", 100.0, 4, False),  # with one left
        ("chin_up", 0.0, 5, False),
    ]
    assert [(done.kind, done.rpe, done.note) for done in log.history] == [
        ("warmup", None, None),
        ("work", 9.0, "slow"),
        ("work", None, None),
    ]
    assert skips(log) == [(3, "planned, not done")]


def test_it_can_be_named():
    assert read(row(), app="liftosaur").app == "liftosaur"
    with pytest.raises(UnreadableLog, match=r"Liftosaur.*Completed Reps"):
        read(MONDAY, header="Workout DateTime,Exercise,Is Warmup Set?", app="liftosaur")
