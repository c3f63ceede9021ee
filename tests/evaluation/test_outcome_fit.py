"""The weights of own outcomes: which outcomes count, and a fit against another program's."""

import math
from datetime import datetime, timedelta

import attrs
import numpy as np
import pytest
from scipy.optimize import minimize

import liftguard as lg
from liftguard.__main__ import main
from liftguard.evaluation.outcome_fit import (
    WEIGHTS,
    Outcomes,
    fit_outcomes,
    outcomes_of,
    said_of,
)
from liftguard.model.experience import Record

START = datetime(2026, 1, 5, 18)


def done(day, load_kg, reps, lift="squat", **more):
    at = START + timedelta(days=day)
    return lg.LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=reps, **more)


def outcomes(*sets):
    return outcomes_of(lg.Guard().replay(lg.History(sets)), name="one")


def cases(odds, failed, *, proven=0.0, missed=0.0, youth=0.0, reps=1.0):
    """Make outcomes of the numbers that are weighed."""
    odds = np.array(odds, dtype=float)
    size = len(odds)
    parts = [
        np.broadcast_to(np.array(one, dtype=float), (size,)) for one in (proven, missed, youth)
    ]
    others = [np.zeros(size)] * (len(Record._fields) - len(parts))
    return Outcomes(
        name="one", day=np.arange(size), reps=np.full(size, reps), odds=odds,
        record=Record(*parts, *others), shown=np.full(size, 0.5),
        failed=np.array(failed, dtype=float),
    )  # fmt: skip


# --- which outcomes are known ---


def test_plans_once_known_count_full_and_short():
    """The first set of a lift has no belief before it; then 5 of 5 and 4 of 5 at a load too big."""
    found = outcomes(
        done(0, 100, 5, planned_reps=5), done(2, 100, 5, planned_reps=5),
        done(4, 130, 4, planned_reps=5), done(6, 100, 5),
    )  # fmt: skip
    assert found.day.tolist() == [(START + timedelta(days=day)).toordinal() for day in (2, 4)]
    assert (found.reps.tolist(), found.failed.tolist()) == ([5.0, 5.0], [0.0, 1.0])


def test_singles_count_from_the_first_recorded_miss_on():
    """Silence before it is no success; after it every set of a barbell lift is a single."""
    easy = [done(day, 100, 5) for day in range(0, 10, 2)]
    later = [done(12, 100, 5), done(14, 145, 0, missed=True), done(14, 60, 5, kind="warmup")]
    found = outcomes(*easy, done(10, 140, 0, missed=True), *later)
    assert (found.reps.tolist(), found.failed.tolist()) == ([1.0, 1.0], [0.0, 1.0])


def test_a_slip_of_the_finger_is_left_out():
    """A miss at a third of the usual load had next to no chance."""
    easy = [done(day, 100, 5) for day in range(0, 20, 2)]
    known = [done(20, 140, 0, missed=True), done(22, 100, 5)]
    slip = outcomes(*easy, *known, done(24, 33, 0, missed=True))
    assert slip.failed.tolist() == [0.0]
    assert outcomes(*easy, *known, done(24, 140, 0, missed=True)).failed.tolist() == [0.0, 1.0]


def test_what_was_shown_is_what_a_check_says():
    """With what the log had taught by then; the weights alone say something else."""
    sets = [done(day, 100, 5, planned_reps=5) for day in range(0, 20, 2)]
    found, guard = outcomes(*sets), lg.Guard()
    state = guard.replay(lg.History(sets[:-1])).state
    planned = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
    assert found.shown[-1] == guard.check(state, planned, at=sets[-1].at).p_beyond
    assert found.shown[-1] != said_of(found, lg.Params())[-1]
    assert found.shown[0] == pytest.approx(said_of(found, lg.Params())[0], rel=1e-12)


# --- the fit ---


def test_one_failure_by_hand():
    """Even odds and nothing else: the constant solves w = 1 / (1 + e^w), which is 0.401058."""
    fit = fit_outcomes([cases([0.0], [1])])
    assert fit.values["all_constant"] == pytest.approx(0.401058, abs=1e-6)
    others = {name: value for name, value in fit.values.items() if name != "all_constant"}
    assert others == {name: WEIGHTS[name] for name in others}
    w = fit.values["all_constant"]
    assert fit.score == pytest.approx(math.log1p(math.exp(-w)) + w * w / 2.0, abs=1e-9)
    assert (fit.cases, fit.failed, fit.lifters) == (1, 1, ("one",))
    # p (1 - p) of one case and the prior's 1: what the data are mute about keeps an sd of 1
    p = 1.0 / (1.0 + math.exp(-w))
    assert fit.sds["all_constant"] == pytest.approx(1.0 / math.sqrt(p * (1.0 - p) + 1.0), rel=1e-6)
    assert fit.sds["all_youth"] == pytest.approx(1.0, rel=1e-12)


def test_a_fit_is_that_of_another_program():
    """A bounded search by scipy, from the same score written anew, ends at the same weights."""
    rng = np.random.default_rng(4)
    odds, size = rng.normal(-2.0, 2.0, 400), 400
    proven, missed = rng.integers(0, 20, size), rng.integers(0, 3, size)
    youth = rng.uniform(0.0, 1.0, size)
    x = np.column_stack([np.ones(size), odds, np.log(1 + proven), np.log(1 + missed), youth])
    p = 1.0 / (1.0 + np.exp(-(x @ np.array([-0.4, 1.2, 0.3, 0.9, -0.7]))))
    failed = (rng.random(size) < p).astype(float)
    centre = np.array([0.0, 1.0, 0.0, 0.0, 0.0])

    def score(w):
        said = 1.0 / (1.0 + np.exp(-(x @ w)))
        loss = -np.log(np.where(failed == 1.0, said, 1.0 - said)).sum()
        return loss + 0.5 * ((w - centre) ** 2).sum()

    bounds = [(-3.0, 3.0), (0.3, 2.0), (-3.0, 0.0), (0.0, 3.0), (-3.0, 0.0)]
    wanted = minimize(score, centre, method="L-BFGS-B", bounds=bounds, options={"ftol": 1e-15})
    fit = fit_outcomes([cases(odds, failed, proven=proven, missed=missed, youth=youth)])
    assert list(fit.values.values()) == pytest.approx(wanted.x.tolist(), abs=2e-4)
    assert fit.score <= wanted.fun + 1e-9
    assert (
        fit.values["all_proven"] == 0.0
    )  # what was proven fails more often here: held at its bound


def test_signs_are_held():
    """Proven plans that fail and missed lifts that go up teach nothing the wrong way round."""
    fit = fit_outcomes(
        [
            cases([0.0] * 8, [1] * 8, proven=9.0),
            cases([0.0] * 8, [0] * 8, missed=9.0),
        ]
    )
    assert (fit.values["all_proven"], fit.values["all_missed"]) == (0.0, 0.0)
    assert fit.params(lg.Params()) == attrs.evolve(lg.Params(), **fit.values)


def test_the_order_of_logs_does_not_matter():
    one, other = cases([-3.0, 0.0, 1.0], [0, 0, 1], proven=2.0), cases([-1.0, 2.0], [1, 1])
    forth, back = fit_outcomes([one, other]), fit_outcomes([other, one])
    assert list(forth.values.values()) == pytest.approx(list(back.values.values()), abs=1e-9)


def test_chances_of_weights_by_hand():
    """Physics as it is: even odds are .5, of several repetitions 1 - .996 x .5."""
    params = attrs.evolve(lg.Params(), **WEIGHTS)
    assert said_of(cases([0.0], [0], proven=1.0), params).tolist() == [0.5]
    several = said_of(cases([0.0], [0], proven=1.0, reps=5.0), params)
    assert several.tolist() == pytest.approx([1.0 - (1.0 - params.lapse_of_reps) * 0.5])


def test_nothing_to_fit_is_said():
    with pytest.raises(lg.InvalidValue, match="one with a known outcome"):
        fit_outcomes([outcomes(done(0, 100, 5))])


# --- the command ---


def strong(path, *, misses):
    """Write ten weeks of squats for five, the last ones with a miss on top."""
    rows = []
    for week in range(10):
        at = START + timedelta(weeks=week)
        rows.append(f"{at},Day,Squat (Barbell),1,100,5,,,\n")
        if week >= 10 - misses:
            rows.append(f"{at},Day,Squat (Barbell),2,140,0,,,\n")
    header = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
    path.write_text(header + "".join(rows), encoding="utf-8")


def test_the_command_tells_the_weights_without_each_log(tmp_path, capsys):
    strong(tmp_path / "anna.csv", misses=4)
    strong(tmp_path / "bea.csv", misses=5)
    strong(tmp_path / "cleo.csv", misses=0)
    assert main(["fit", str(tmp_path), "--outcomes"]) == 0
    out = capsys.readouterr().out
    assert "own outcomes, fitted on anna.csv, bea.csv\n" in out
    for text in ("all_slope", "without anna.csv", "without bea.csv", "expected over observed"):
        assert text in out
    assert "sets to failure" not in out


def test_the_command_without_an_outcome(tmp_path, capsys):
    strong(tmp_path / "cleo.csv", misses=0)
    assert main(["fit", str(tmp_path), "--outcomes"]) == 0
    assert "no log with a known plan" in capsys.readouterr().out
