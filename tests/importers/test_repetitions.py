"""Tables of devices with a row for each repetition: joined where that is certain, and said."""

from datetime import datetime

import pytest

import liftguard as lg


def table(rows, header="Date,Exercise,Set,Rep,Weight (kg),Mean Velocity (m/s)"):
    return "\n".join([header, *rows]).encode()


def row(number, rep, speed=0.5, kg=140, minute=None):
    at = f"2026-01-05 18:{5 * number if minute is None else minute:02d}"
    return f"{at},Deadlift,{number},{rep},{kg},{'' if speed is None else speed}"


def told(log):
    return [
        (one.at.minute, one.load_kg, one.reps, one.mean_velocity_m_s) for one in log.history.sets
    ]


def test_repetitions_are_joined_to_sets():
    """Each with the velocity of its first, known when the last was done; no row is lost."""
    rows = [row(1, rep, 0.5 - 0.03 * rep) for rep in (1, 2, 3)]
    rows += [row(2, rep, 0.41 - 0.04 * rep, minute=9 + rep // 2) for rep in (1, 2)]
    rows += [row(3, 1, 0.2, kg=180)]
    log = lg.read_log(table(rows))
    assert told(log) == [(5, 140.0, 3, 0.47), (10, 140.0, 2, 0.37), (15, 180.0, 1, 0.2)]
    assert (log.rows_read, log.rows_with_sets, log.problems, log.skipped) == (6, 6, (), ())
    assert log.notices == (
        "each row is a repetition: 6 rows are 3 sets, with the speed of the first",
    )


@pytest.mark.parametrize(
    ("rows", "reps"),
    [
        # singles, of which none goes on
        ([row(1, 1), row(2, 1, kg=150), row(3, 1, kg=160)], [1, 1, 1]),
        # a ladder without a speed on each
        ([row(1, 1), row(1, 2, None), row(1, 3)], [1, 2, 3]),
        # sets of five and more, which count from nothing
        ([row(1, 5), row(2, 6), row(3, 7)], [5, 6, 7]),
        # one more each time, minutes apart
        ([row(1, 1), row(2, 2), row(3, 3)], [1, 2, 3]),
        # a pair among sets
        ([row(1, 1), row(1, 2), row(2, 5), row(3, 5)], [1, 2, 5, 5]),
    ],
)
def test_other_tables_stay_as_they_are(rows, reps):
    """Where it is not certain, a row is a set."""
    log = lg.read_log(table(rows))
    assert [one.reps for one in log.history.sets] == reps
    assert not any("repetition:" in notice for notice in log.notices)


def test_a_repetition_of_another_load_begins_another_set():
    rows = [row(1, 1), row(1, 2), row(1, 1, kg=150, minute=5), row(1, 2, kg=150, minute=5)]
    assert [(kg, reps) for _, kg, reps, _ in told(lg.read_log(table(rows)))] == [(140, 2), (150, 2)]


def test_rest_and_velocity_are_columns_that_a_caller_may_name():
    """By the names of a set's fields, as all others."""
    rows = ["2026-01-05 18:00,Deadlift,140,3,0.46,180"]
    header = "Day,Name,Load,Times,First,Before"
    columns = {"when": "Day", "lift": "Name", "kg": "Load", "reps": "Times"}
    columns |= {"mean_velocity_m_s": "First", "rest_s": "Before"}
    (one,) = lg.read_log(table(rows, header), columns=columns).history.sets
    assert (one.mean_velocity_m_s, one.rest_s) == (0.46, 180.0)
    assert one.at == datetime(2026, 1, 5, 18)
