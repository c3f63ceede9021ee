"""How good it has been for me: one's own log, scored forward."""

from datetime import datetime, timedelta

import attrs
import pytest
import strategies as own
from hypothesis import given

import liftguard as lg
from liftguard.evaluation import Backtest, backtest, reliability_of

START = datetime(2026, 1, 5, 18)
COUNTS = {"sets", "singles", "misses", "to_failure", "rated"}


def done(day, load_kg, reps, lift="deadlift", **more):
    at = START + timedelta(days=day)
    return lg.LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=reps, **more)


def test_a_log_without_a_set_says_nothing():
    """Counts are zero, and everything else is None."""
    found = attrs.asdict(backtest(lg.History()))
    assert {name for name, value in found.items() if value is not None} == COUNTS
    assert {found[name] for name in COUNTS} == {0}


def test_five_sessions_say_nothing_yet():
    found = backtest(lg.History(done(day, 100, 5, rpe=8) for day in range(5)))
    assert found == Backtest(sets=5, singles=0, misses=0, to_failure=0, rated=0)


def test_without_a_miss_only_alarms_are_known():
    """Ten sessions of one set: five singles, none of them flagged, nothing else to say."""
    found = backtest(lg.History(done(day, 100, 5) for day in range(10)))
    assert (found.singles, found.misses, found.beyond_share, found.caution_share) == (5, 0, 0, 0)
    assert (
        found.misses_flagged is found.auc is found.log_loss is found.expected_over_observed is None
    )
    assert found.unknown_share is None  # there is no eleventh session
    assert found.failure_error is found.rated_error is None


def test_a_miss_far_above_all_others_is_found():
    """The heaviest of six singles is missed: it scores highest and is flagged."""
    sets = [done(3 * day, 100, 5, rpe=9) for day in range(10)]
    found = backtest(lg.History([*sets, done(30, 140, 0, missed=True)]))
    assert (found.singles, found.misses) == (6, 1)
    assert (found.auc, found.average_precision, found.misses_flagged) == (1.0, 1.0, 1.0)
    assert found.caught == pytest.approx(0.05 * 6)  # a twentieth of six sets holds 0.3 of it
    assert found.log_loss > 0.0
    assert 0.0 < found.expected_over_observed < 2.0


def test_what_was_said_of_a_track_stands_beside_what_happened():
    """Six singles from the sixth session on, one of them missed; the lift of no bar does not."""
    sets = [done(3 * day, 100, 5, rpe=9) for day in range(10)]
    curls = [done(3 * day, 20, 8, "dumbbell_curl") for day in range(10)]
    track = lg.Guard().replay(lg.History([*sets, *curls, done(30, 140, 0, missed=True)]))
    rows = reliability_of(track)
    assert sum(row.count for row in rows) == 6
    assert sum(row.count * row.observed for row in rows) == pytest.approx(1.0)
    assert rows[-1].observed == 1.0
    assert rows[-1].mean_p > 0.5
    assert reliability_of(lg.Guard().replay(lg.History())) == ()
    with pytest.raises(lg.InvalidValue, match=r"reliability_of track: got .*, wanted a Track"):
        reliability_of(sets)


def test_sets_to_failure_and_rated_sets_are_told_apart():
    """Five of each after five sessions; an RPE on a set to failure does not count twice."""
    curls = [done(3 * day, 20, 8, "dumbbell_curl", to_failure=True, rpe=10) for day in range(10)]
    pulls = [done(3 * day, 100, 5, rpe=9) for day in range(10)]
    found = backtest(lg.History([*curls, *pulls]))
    assert (found.to_failure, found.rated) == (5, 5)
    assert found.failure_mean_error < 0.05
    assert found.rated_mean_error < 0.05
    assert 0.0 <= found.failure_cover90 <= 1.0


def test_errors_of_rated_sets_by_hand():
    """RPE 10 at 1 repetition is the load itself: the error is its distance from the belief."""
    sets = [done(3 * day, 100, 1, rpe=10) for day in range(5)] + [done(15, 110, 1, rpe=10)]
    track = lg.Guard().replay(lg.History(sets))
    middle = track.sets[5].middle
    expected = abs(middle - 4.700480365792417)  # ln 110
    found = backtest(lg.History(sets))
    assert found.rated_error == found.rated_mean_error == pytest.approx(expected, rel=1e-9)


def test_another_guard_is_used():
    """Under a policy that calls everything BEYOND, everything is."""
    bold = lg.Guard(policy=lg.Policy(caution=1e-9, beyond=1e-9))
    found = backtest(lg.History(done(day, 100, 5) for day in range(10)), bold)
    assert found.beyond_share == 1.0


def test_something_else_is_refused():
    with pytest.raises(lg.InvalidValue, match="a History"):
        backtest([done(0, 100, 5)])


@given(entries=own.logs())
def test_every_log_gives_a_result(entries):
    """Whatever the log holds: shares lie between 0 and 1, errors are 0 or more, counts add up."""
    found = backtest(lg.History(entries))
    for name, value in attrs.asdict(found).items():
        assert value is None or value >= 0.0
        if name.endswith("share") or name in ("auc", "caught", "misses_flagged"):
            assert value is None or value <= 1.0
    assert found.misses <= found.singles <= found.sets
