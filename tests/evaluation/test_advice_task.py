"""The advice beside what was taken: which sets are asked about, and what the rules say."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import numpy as np
import pytest

import liftguard as lg
from liftguard.evaluation.advice import (
    LAST_TIME,
    PLUS,
    SAME_REPS,
    Advised,
    advised,
    first_work,
    joined_advice,
)
from liftguard.evaluation.advice_task import advice_table

GUARD = lg.Guard()
START = datetime(2026, 1, 5, 18)


def log_of(*sets, lift="squat"):
    """Give a log of sets of day, load, repetitions and more."""
    return lg.History(
        lg.LoggedSet(
            lift=lift, at=START + timedelta(days=day), load_kg=load, reps=reps,
            **(more[0] if more else {}),
        )
        for day, load, reps, *more in sets
    )  # fmt: skip


def told(taken, suggested, *, failed=(), p=(), above=0):
    """Give suggestions made by hand; the rules say 100 kg, 90 kg and 102.5 kg."""
    says = {LAST_TIME: 100.0, SAME_REPS: 90.0, PLUS: 102.5}
    return Advised(
        taken_kg=np.array(taken),
        says_kg={name: np.full(len(taken), kg) for name, kg in says.items()},
        suggested_kg=np.array(suggested),
        to_begin=np.zeros(len(taken)),
        failed=np.array(failed),
        p=np.array(p),
        above_missed=above,
    )


def test_the_first_work_set_is_near_the_heaviest_of_its_day():
    """Of 60, 95, 100 and 102.5 kg it is 95: 0.9 x 102.5 = 92.25; warm-ups are none."""
    warm = {"kind": "warmup"}
    history = log_of(
        (0, 60, 5), (0, 95, 5), (0, 100, 5), (0, 102.5, 3), (1, 98, 5, warm), (1, 90, 5)
    )
    assert [one.load_kg for one in first_work(history)["squat"]] == [95.0, 90.0]


def test_the_rules_by_hand():
    """Fives at 100 to 106 kg and a triple at 120 in between: the seventh and eighth session."""
    sets = [(3 * n, 100.0 + n, 5) for n in range(6)]
    found = advised(log_of(*sets, (18, 120, 3), (21, 106, 5)), GUARD)
    assert found.taken_kg.tolist() == [105.0, 120.0, 106.0]
    assert found.says_kg[LAST_TIME].tolist() == [104.0, 105.0, 120.0]
    assert found.says_kg[SAME_REPS].tolist() == [104.0, 105.0, 105.0]
    assert found.says_kg[PLUS].tolist() == [106.5, 107.5, 122.5]
    assert len(found.suggested_kg) == len(found.to_begin) == 3


def test_a_suggestion_is_what_an_app_would_have_shown():
    """From the state of just before the set, for the repetitions then done."""
    history = log_of(*((3 * n, 100.0 + 2.5 * n, 5) for n in range(8)))
    state = GUARD.replay(lg.History(list(history)[:-1])).state
    asked = GUARD.suggest(state, "squat", 5, at=history[-1].at)
    assert advised(history, GUARD).suggested_kg[-1] == asked.load_kg == 117.5


@pytest.mark.parametrize(
    "last",
    [
        (105.0, 4, {"planned_reps": 5}),  # fell short
        (105.0, 5, {"missed": True}),
        (105.0, 5, {"to_failure": True}),  # nobody planned these repetitions
    ],
)
def test_what_was_no_plan_that_went_up_is_not_scored(last):
    sets = [(3 * n, 100.0, 5) for n in range(5)]
    assert len(advised(log_of(*sets, (15, *last)), GUARD)) == 0
    assert len(advised(log_of(*sets, (15, 105.0, 5)), GUARD)) == 1


def test_a_plan_tells_of_the_suggested_load():
    """What went up with as much proves it, what fell short with as little fails it."""
    planned = {"planned_reps": 5}
    sets = [(3 * n, 100.0, 5, planned) for n in range(8)]
    up = advised(log_of(*sets, (24, 100, 5, planned)), GUARD)
    short = advised(log_of(*sets, (24, 100, 3, planned)), GUARD)
    heavier = advised(log_of(*sets, (24, 130, 3, planned)), GUARD)
    assert (up.failed.sum(), short.failed.sum(), heavier.failed.sum()) == (0.0, 1.0, 0.0)
    assert len(up.failed) == len(short.failed) == len(heavier.failed) + 1
    assert np.all((up.p > 0.0) & (up.p < GUARD.policy.caution))


def test_nothing_is_suggested_above_a_missed_load():
    """Every set of the day after a miss is asked about."""
    sets = [(3 * n, 100.0, 5) for n in range(6)]
    missed = [(18, 110.0, 0, {"missed": True}), (18, 100.0, 5), (18, 105.0, 5)]
    assert advised(log_of(*sets, *missed), GUARD).above_missed == 0


def test_shares_by_hand():
    """Of 100, 100, 100 and 100 kg: 100, 97.5, 104 and nothing were suggested."""
    one = told([100.0] * 4, [100.0, 97.5, 104.0, np.nan], failed=[1.0, 0.0], p=[0.5, 0.3], above=2)
    table = advice_table([SimpleNamespace(name="a", advice=one)])
    ours = table["liftguard"]
    assert (ours["sets"], ours["none"], ours["to_begin"]) == (4, 1, 0)
    assert (ours["within_2_5"], ours["within_5"], ours["above"]) == (0.5, 0.75, 0.25)
    assert table[LAST_TIME]["within_2_5"] == 1.0
    assert table[SAME_REPS]["within_5"] == 0.0
    assert (table[PLUS]["within_2_5"], table[PLUS]["above"]) == (1.0, 1.0)
    assert table["failures"] == {
        "plans": 2,
        "failed": 1,
        "expected": 0.8,
        "observed_over_expected": 1.25,
        "above_missed": 2,
    }
    assert ours["mean_within_2_5"] is None  # no log of twenty sets


def test_the_mean_over_lifters_counts_each_the_same():
    """All of twenty and none of forty are one half; pooled they are a third."""
    right, wrong = told([100.0] * 20, [100.0] * 20), told([100.0] * 40, [150.0] * 40)
    cases = [SimpleNamespace(name=name, advice=one) for name, one in (("a", right), ("b", wrong))]
    table = advice_table(cases)
    assert table["liftguard"]["within_2_5"] == pytest.approx(1 / 3)
    assert table["liftguard"]["mean_within_2_5"] == 0.5
    assert set(table["by_lifter"]) == {"a", "b"}
    assert len(joined_advice([right, wrong])) == 60


def test_without_a_lift_of_six_sessions_there_is_a_note():
    none = advised(lg.History(), GUARD)
    table = advice_table([SimpleNamespace(name="a", advice=none)])
    assert table["note"] == "no lift with six sessions"
    assert table["liftguard"] is None
