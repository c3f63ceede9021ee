"""What is said to be left: which sets are scored, what the rules say, and made-up lifters."""

import math
from datetime import datetime, timedelta

import numpy as np
import pytest

import liftguard as lg
from liftguard.evaluation.reserve_task import (
    RIVALS,
    RatedSets,
    rated_sets_of,
    reserve_figures,
    reserve_table,
)
from liftguard.evaluation.world_reports import Rater, draw_rater, rated_log, share_of_single

GUARD = lg.Guard()
START = datetime(2026, 1, 5, 18)
LAST, USUAL, E1RM = RIVALS


def track(*days, lift="squat"):
    """Replay days of sets, each a load, repetitions and an RPE, and more where it is given."""
    return GUARD.replay(
        lg.History(
            lg.LoggedSet(
                lift=lift, at=START + timedelta(days=2 * day, minutes=4 * n), load_kg=load,
                reps=reps, rpe=rpe, **(more[0] if more else {}),
            )
            for day, sets in enumerate(days)
            for n, (load, reps, rpe, *more) in enumerate(sets)
        )
    )  # fmt: skip


FIVE = [(100.0, 5, 8.0)] * 5  # a day of five sets: four of them make twenty


# --- which sets ---


def test_twenty_sets_are_known_before_the_first_one_that_is_scored():
    """Four days of five are twenty; the fifth day is scored, its first set as the first."""
    found = rated_sets_of(track(*[FIVE] * 5))
    assert (found.said.tolist(), found.first.tolist()) == ([2.0] * 5, [True] + [False] * 4)
    assert found.day.tolist() == [(START + timedelta(days=8)).toordinal()] * 5
    assert len(rated_sets_of(track(*[FIVE] * 4))) == 0


def test_scoring_begins_with_the_fourth_session():
    """Ten sets a day: twenty are known on the third day, which is not scored."""
    assert len(rated_sets_of(track(*[FIVE * 2] * 3))) == 0
    assert len(rated_sets_of(track(*[FIVE * 2] * 4))) == 10


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ((100.0, 5, 6.0), 1),
        ((100.0, 5, 5.5), 0),
        ((100.0, 5, 10.0), 1),
        ((100.0, 5, None), 0),
        ((100.0, 4, 9.0, {"missed": True}), 0),
        ((0.0, 5, 8.0), 0),
    ],
)
def test_which_efforts_count(last, count):
    """An RPE of 6 to 10 of a set with a load that was not missed."""
    assert len(rated_sets_of(track(*[FIVE] * 4, [last]))) == count


# --- what the rules say ---


def test_the_rules_by_hand():
    """
    Eighteen sets at 8, then 7 and 9: last 1, the median 2; 100 kg for 5 with 3 left is the best.

    Its single is 100 (1 + 7 / 30) = 123.33 kg, so 105 kg go up 1 + 30 x 0.174603 = 6.2381 times,
    and of four repetitions 2.2381 are left.
    """
    days = [FIVE, FIVE, FIVE, [*FIVE[:3], (100.0, 5, 7.0), (100.0, 5, 9.0)], [(105.0, 4, 8.0)]]
    found = rated_sets_of(track(*days))
    assert [found.says[name].tolist() for name in (LAST, USUAL)] == [[1.0], [2.0]]
    assert found.says[E1RM].tolist() == pytest.approx([2.2381], abs=1e-4)


def test_no_rule_looks_at_the_set_itself():
    """What the last set is said to have left changes what is scored, and no forecast."""
    one, other = (rated_sets_of(track(*[FIVE] * 4, [(100.0, 5, rpe)])) for rpe in (7.0, 9.0))
    assert (one.said.tolist(), other.said.tolist()) == ([3.0], [1.0])
    for name, said in one.says.items():
        assert said.tolist() == other.says[name].tolist()


def test_the_figures_by_hand():
    """Wrong by 1, -1 and 0.5: mean error 2.5 / 3, bias 0.5 / 3; ranks 2 1 3 against 1 2 3."""
    cases = RatedSets(
        day=np.array([1, 1, 2]),
        first=np.array([True, False, True]),
        said=np.array([1.0, 2.0, 3.0]),
        says={},
    )
    found = reserve_figures(cases, np.array([2.0, 1.0, 3.5]))
    assert found["mae"] == pytest.approx(2.5 / 3)
    assert (found["mae_first"], found["mae_later"], found["sets"]) == (0.75, 1.0, 3)
    assert found["bias"] == pytest.approx(0.5 / 3)
    # 1 - 6 (1 + 1) / (3 x 8)
    assert found["rank_correlation"] == pytest.approx(0.5)
    assert reserve_figures(cases, np.array([2.0, 2.0, 2.0]))["rank_correlation"] is None


def test_the_shape_of_the_table():
    """A row for each forecaster, each lifter's below, and made-up lifters where they are wanted."""
    rated = {"anna": rated_sets_of(track(*[FIVE] * 6)), "bea": rated_sets_of(track(FIVE))}
    told = reserve_table(rated, GUARD, np.random.default_rng(1))
    assert (told["note"], set(told["by_lifter"])) == ("", {"anna"})
    for name in ("liftguard", *RIVALS):
        assert told[name]["sets"] == told["by_lifter"]["anna"][name]["sets"] == 10
        assert {"mae", "mae_first", "mae_later", "bias", "mae_over_lifters"} <= set(told[name])
    assert told["liftguard"]["mae"] == pytest.approx(0.0, abs=0.01)
    nobody = reserve_table({}, GUARD, np.random.default_rng(1))
    assert nobody["note"]
    assert (nobody["liftguard"], nobody["simulated"]) == (None, None)


# --- made-up lifters ---


STEADY = Rater(
    way="felt", steep=1.0, form_sd=0.0, tired=0.0, eye=0.0, likes=2.0, waves=0.0, closer=0.0,
    mood=0.0, candour=0.8, drawn=0.5, noise=0.0, noise_per_rep=0.0, step=0.5, rates=1.0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("reps", "share"),
    [(1.0, 1.0), (2.0, 0.955), (2.5, 0.9385), (10.0, 0.739), (12.0, 0.739 * 0.972**2)],
)
def test_the_table_by_hand(reps, share):
    """Half way between rows, and beyond the tenth by the same factor each."""
    assert share_of_single(reps) == pytest.approx(share)


def test_what_is_left_by_the_table():
    """86.3 % go up five times: of three repetitions two are left, of six one is lacking."""
    load = math.log(86.3)
    assert STEADY.left(math.log(100.0), load, 3) == pytest.approx(2.0, abs=0.01)
    assert STEADY.left(math.log(100.0), load, 6) == pytest.approx(-1.0, abs=0.01)


def test_what_is_said_of_it():
    """Of four left 3.2 are felt, half way to the two that were meant: 2.6, an RPE of 7.5."""
    assert STEADY.said(4.0, 2.0, 0.0, np.random.default_rng(1)) == 7.5
    assert STEADY.said(40.0, 2.0, 0.0, np.random.default_rng(1)) == 5.0
    assert STEADY.said(0.0, 0.0, 0.0, np.random.default_rng(1)) == 10.0


def test_a_log_is_drawn_from_its_generator_alone():
    """The same seed writes the same log: two of three lifts in a session, most sets rated."""
    logs = [rated_log(draw_rater(rng), rng) for rng in map(np.random.default_rng, (5, 5, 6))]
    assert logs[0] == logs[1] != logs[2]
    sets = logs[0].sets
    assert {one.lift for one in sets} == {"squat", "bench_press", "deadlift"}
    assert sum(one.rpe is not None for one in sets) > len(sets) / 2


def test_it_is_closer_than_the_rules_and_follows_the_curve():
    """
    The goals: at most .65 repetitions off, and less than the median of the last twelve.

    In the mean over twenty simulated lifters; a tenth more load moves most of them by the curve.
    """
    told = reserve_table({}, GUARD, np.random.default_rng(11), each_world=20)["simulated"]
    ours, rules = told["liftguard"], [told[name]["mae_over_lifters"] for name in RIVALS]
    assert ours["mae_over_lifters"] <= 0.65
    assert ours["mae_over_lifters"] < min(rules)
    assert ours["rank_correlation"] > max(told[name]["rank_correlation"] for name in RIVALS)
    assert 0.7 < told["moved_by_more"] < 1.2
