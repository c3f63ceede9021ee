"""Sets that stand twice: what is left out where a caller asks for it, and what never is."""

from datetime import datetime, timedelta

import attrs
import pytest
from hypothesis import given
from strategies import logs

import liftguard as lg

GUARD = lg.Guard()
MONDAY = datetime(2026, 1, 5, 18)

STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Notes\n"
WEEK = (  # lift, load, repetitions of each set; a little more each day
    ("Squat", 100, 5),
    ("Squat", 100, 5),
    ("Squat", 100, 5),
    ("Bench Press", 70, 8),
    ("Bench Press", 70, 7),
    ("Bent Over Row", 60, 8),
)


def done(kg, reps=5, minute=0.0, **fields):
    at = MONDAY + timedelta(minutes=minute)
    return lg.LoggedSet(**{"lift": "squat", "at": at, "load_kg": kg, "reps": reps} | fields)


def history(*sets):
    return lg.History(sets)


def rows(days, sets=WEEK):
    """Write days of the same session, each a kilogram heavier than the one before."""
    return "".join(
        f"2026-01-{day:02} 18:00:00,A,{lift},{n},{kg + day},kg,{reps},,\n"
        for day in days
        for n, (lift, kg, reps) in enumerate(sets, start=1)
    )


def read(text, **options):
    return lg.read_log((STRONG + text).encode(), **options)


# --- histories ---

SESSION = [("squat", 140, 5), ("squat", 140, 4), ("row", 80, 8), ("row", 80, 7)]


def session(name, minute=0):
    known = {"at_known_to": "session", "session": name}
    return [done(kg, reps, minute, lift=lift, **known) for lift, kg, reps in SESSION]


def test_a_session_that_was_exported_again_is_left_out():
    """Of three copies the first stays, with the entries that are no sets."""
    slept = lg.Readiness(at=MONDAY, score=0.7)
    log = lg.History([*session("a"), slept, *session("b", 10), *session("c", 120)])
    assert log.without_doubles() == lg.History([*session("a"), slept])


def test_timed_sets_that_stand_twice_are_left_out():
    """The same ramp at the same moments, or seconds later, was not lifted between the sets."""
    ramp = [done(kg, reps, 4 * n) for n, (kg, reps) in enumerate([(90, 5), (110, 3), (130, 1)])]
    later = [attrs.evolve(one, at=one.at + timedelta(seconds=5)) for one in ramp]
    assert history(*ramp, *ramp).without_doubles() == history(*ramp)
    assert history(*ramp, *later).without_doubles() == history(*ramp)


FIVES = [done(100, 5, 3 * n) for n in range(10)]
TICKED = [done(100, 5, n / 20) for n in range(6)]  # every three seconds
AT_ONCE = [done(100, 5) for _ in range(6)]
ROUNDS = [
    done(kg, 8, lift=lift, at_known_to="session")
    for _ in range(2)
    for lift, kg in (("squat", 60), ("row", 50), ("bench_press", 55), ("deadlift", 70))
]
LADDER = [1, 2, 3, 4, 1, 2, 3, 4]
LADDERS = [
    done(0, reps, lift=lift, session="a", at_known_to="session")
    for lift in ("pull_up", "dip")
    for reps in LADDER
]
LADDER_DAYS = [
    done(0, reps, 1440 * day, lift="pull_up", session=f"{day}", at_known_to="session")
    for day in range(4)
    for reps in LADDER
]
TWICE_A_DAY = [done(kg, 3, minute) for minute in (0, 480) for kg in (100, 110, 120)]


@pytest.mark.parametrize(
    "sets", [FIVES, TICKED, AT_ONCE, ROUNDS, LADDERS, LADDER_DAYS, TWICE_A_DAY]
)
def test_what_repeats_in_training_stays(sets):
    """Sets across, ticked off at once too, rounds of a circuit, ladders, two sessions a day."""
    assert history(*sets).without_doubles() == history(*sets)


@given(log=logs(least=1))
def test_nothing_is_left_that_stands_twice(log):
    """Of a log joined with itself the log finds no such error, and nothing more to leave out."""
    sets = [attrs.evolve(one, id=None) for one in log if isinstance(one, lg.LoggedSet)]
    left = lg.History([*sets, *sets]).without_doubles()
    assert left.without_doubles() == left
    errors = {one.code for one in GUARD.check_log(left) if one.severity == "error"}
    assert not errors & {"duplicate", "overlap"}


# --- files ---


def test_a_file_joined_with_itself_gives_its_own_sets():
    """With the header between them or not; every row is accounted for, and it is said."""
    one = read(rows(range(1, 5)))
    for text in (rows(range(1, 5)) * 2, rows(range(1, 5)) + STRONG + rows(range(1, 5))):
        kept, log = read(text), read(text, doubles="drop")
        assert log.history == one.history
        assert len(kept.history) == 2 * len(one.history)
        gone = [one.row for one in log.skipped if one.reason == "stands twice"]
        first = log.rows_read - 24 + 1
        assert gone == list(range(first, log.rows_read + 1))
        assert (log.rows_with_sets, log.rows_of_sets) == (24, tuple(range(1, 25)))
        assert log.notices[-1] == (
            f"24 sets that stand twice were left out, from 2026-01-01 to 2026-01-04, "
            f"in rows {first} to {log.rows_read}"
        )


def test_exports_that_overlap_give_each_session_once():
    """Days 1 to 5 and 3 to 7 are days 1 to 7."""
    log = read(rows(range(1, 6)) + rows(range(3, 8)), doubles="drop")
    assert log.history == read(rows(range(1, 8))).history


def test_the_order_of_rows_tells_a_file_from_a_ladder():
    """Four rungs twice are training where they stand together; with days between, a copy."""
    rungs = [("Pull Up", 0, reps) for reps in (1, 2, 3, 4)]
    ladders, once = rows((1, 2, 3), rungs * 2), rows((1, 2, 3), rungs)
    assert len(read(ladders, doubles="drop").history) == 24
    assert read(once * 2, doubles="drop").history == read(once).history


def test_a_row_with_another_set_stays():
    """Of a cell with several sets none is dropped alone: its row still holds sets."""
    log = read(rows((1, 2), [("Squat", 100, 5)] * 5), doubles="drop")
    assert (len(log.history), log.skipped) == (10, ())


def test_doubles_are_kept_or_dropped():
    """By default they stay; another word is refused."""
    text = rows((1, 2)) * 2
    assert read(text) == read(text, doubles="keep")
    assert len(read(text).history) == 24
    with pytest.raises(lg.InvalidValue, match=r"read_log\.doubles: got 'merge', wanted 'keep'"):
        read(text, doubles="merge")
