"""The benchmark: its shape, its sentences where there is no data, and its command."""

import json
import math
import pathlib
from datetime import datetime, timedelta

import attrs
import numpy as np
import pytest

import liftguard as lg
from liftguard.__main__ import main
from liftguard.evaluation import benchmark, read_folder
from liftguard.evaluation.comparison import against_best, groups_of
from liftguard.evaluation.figures import (
    alarm_figures,
    failure_figures,
    flag_figures,
    plan_figures,
    repeat_figures,
)
from liftguard.evaluation.folder import Folder, Lifter
from liftguard.evaluation.lifter_cases import lifter_cases
from liftguard.evaluation.metrics import auc, log_loss
from liftguard.evaluation.outcome_fit import fit_outcomes
from liftguard.evaluation.rivals import AFTER_LAST, BEST_E1RM, RULE, RUNNING_RATE
from liftguard.evaluation.scored_sets import (
    Failures,
    Plans,
    Singles,
    joined_plans,
    known_plans_of,
)

DATA = pathlib.Path(__file__).parents[3] / "shared" / "data"
START = datetime(2020, 1, 1, 18)
HEADER = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
RANKED = {"auc", "ap", "caught_1pct", "caught_2pct", "caught_5pct"}
JUDGED = {"log_loss", "brier", "expected_over_observed", "brier_parts", "reliability"}


def rng():
    return np.random.default_rng(1)


def write_log(path, *, misses=0, to_failure=False, sessions=20, single=None):
    """
    Write sessions of 5 5 4 deadlifts; the last ones end with a miss, the first of them light.

    The eighth one ends with a heavy single, where one is wanted.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = []
    for day in range(sessions):
        at = START + timedelta(days=3 * day)
        sets = [(1, 100 + day, 5), (2, 100 + day, 5), ("F" if to_failure else 3, 100 + day, 4)]
        if day >= sessions - misses:
            light = day == sessions - misses
            sets.append((4, day + (90 if light else 140), 0))
        if single is not None and day == 7:
            sets.append((4, single, 1))
        rows += [f"{at},Day,Deadlift (Barbell),{n},{kg},{reps},,,\n" for n, kg, reps in sets]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")


def run(folder, **options):
    return benchmark(read_folder(folder), rng=rng(), **options)


@pytest.fixture(scope="module")
def two_lifters(tmp_path_factory):
    """Give the figures of two lifters with six and seven misses, and one with none."""
    folder = tmp_path_factory.mktemp("logs")
    write_log(folder / "anna.csv", misses=6, single=180)
    write_log(folder / "bea.csv", misses=7, sessions=25, to_failure=True)
    write_log(folder / "cleo.csv", sessions=10)
    (folder / "LICENSE").write_text("MIT\n")
    return folder, run(folder)


def test_the_shape_of_misses(two_lifters):
    """A row for what is shown, for physics, for left-out weights and each rival, on one table."""
    told = two_lifters[1]["B1"]
    assert told["lifters"] == [
        {"lifter": "anna.csv", "sets": 15 * 3 + 7, "misses": 6},
        {"lifter": "bea.csv", "sets": 20 * 3 + 7, "misses": 7},
    ]
    assert told["not_scored"] == [{"lifter": "cleo.csv", "sets": 15, "misses": 0}]
    rows = told["all"]
    ours = {"liftguard", "liftguard_physics", "liftguard_left_out"}
    assert ours | {BEST_E1RM, f"{BEST_E1RM}, epley", RULE} <= set(rows)
    for name, row in rows.items():
        if name != RULE:
            assert set(row) == RANKED | JUDGED | {"sets", "misses"}
            assert (row["log_loss"] is None) == (not name.startswith("liftguard"))
        assert (row["sets"], row["misses"]) == (119, 13)
    assert set(rows[RULE]) == {"flagged", "caught", "precision", "sets", "misses"}
    assert 0.5 < rows["liftguard"]["auc"] < 1.0
    assert len({rows[name]["log_loss"] for name in ours}) == 3
    assert told["deadlift"] == rows  # they do nothing else


def test_what_is_shown_is_scored(two_lifters):
    """The first row is of the chances that a user sees, the second of physics alone."""
    folder, told = two_lifters
    cases = [lifter_cases(one, lg.Guard()) for one in read_folder(folder).lifters[:2]]
    missed = np.concatenate([one.singles.missed for one in cases])
    for name, field in (("liftguard", "p"), ("liftguard_physics", "physics")):
        said = np.concatenate([getattr(one.singles, field) for one in cases])
        row = told["B1"]["all"][name]
        assert (row["auc"], row["log_loss"]) == (auc(missed, said), log_loss(missed, said))
        assert told["B1"]["calibration"]["all"][name]["expected"] == pytest.approx(said.sum())


def test_each_lifter_is_scored_by_weights_of_the_others(two_lifters):
    """Anna's weights come from bea alone, and her chances from a guard with these weights."""
    folder, told = two_lifters
    anna, bea, cleo = read_folder(folder).lifters
    found = told["B1"]["fitted_without"]["anna.csv"]
    assert found["lifters"] == ["bea.csv"]  # cleo misses nothing
    fit = fit_outcomes([lifter_cases(one, lg.Guard()).outcomes for one in (bea, cleo)])
    assert found["values"] == fit.values
    singles = lifter_cases(anna, lg.Guard(attrs.evolve(lg.Params(), **fit.values))).singles
    row = told["B1"]["by_lifter"]["anna.csv"]["liftguard_left_out"]
    assert row["log_loss"] == log_loss(singles.missed, singles.p)


def test_few_misses_are_listed_and_not_judged(two_lifters):
    """13 misses of two lifters, under 20: a ratio with its interval, and no judgement."""
    told = two_lifters[1]["B1"]["calibration"]
    assert set(told) == {"all", "anna.csv", "bea.csv"}
    one = told["all"]["liftguard"]
    assert (one["events"], one["calibrated"]) == (13, None)
    assert one["low"] < one["ratio"] < one["high"]


def test_by_lifter_mean_and_without_the_largest(two_lifters):
    """The mean is over two, and without the larger one the other is left."""
    told = two_lifters[1]["B1"]
    by_lifter = told["by_lifter"]
    assert list(by_lifter) == ["anna.csv", "bea.csv"]
    both = [by_lifter[name][BEST_E1RM]["ap"] for name in by_lifter]
    assert told["mean_over_lifters"][BEST_E1RM]["ap"] == pytest.approx(sum(both) / 2)
    assert told["without_largest"] == by_lifter["anna.csv"]


def test_the_shape_of_plans(two_lifters):
    """5 5 4 at one load: two plans a session, one of which fell short."""
    told = two_lifters[1]["B1m"]
    for name in ("liftguard", "liftguard_with_habit", "liftguard_physics", RUNNING_RATE):
        row = told[name]
        assert row["observed"] == pytest.approx(0.5)
        assert sum(one["count"] for one in row["reliability"]) == 2 * (15 + 20 + 5)
        assert [one["reps"] for one in row["reliability_by_reps"]] == [[4, 5]]
        assert row["sets"] == 80
        assert row["worst_bin"] is None  # no bin holds a hundred
    assert told["demand / best e1RM of 90 days"]["log_loss"] is None
    assert told[AFTER_LAST]["sets"] == 80
    assert set(told["by_lifter"]) == {"anna.csv", "bea.csv", "cleo.csv"}


def test_the_shape_of_sets_to_failure(two_lifters):
    told = two_lifters[1]["B2"]
    assert told["liftguard"]["sets"] == 20
    assert set(told["liftguard"]) == {"median", "mean", "crps", "cover50", "cover90", "sets"}
    # the last session's best is 5 at one kilogram less: ln (34/30 w) against ln (33/30 (w + 1))
    errors = [abs(math.log((w - 1) * 34 / 30) - math.log(w * 33 / 30)) for w in range(105, 125)]
    assert told["best of the last session"]["mean"] == pytest.approx(np.mean(errors))
    assert told["best of the last session"]["cover90"] is None
    assert told["not_forecast"] == 0


def test_the_shape_of_alarms(two_lifters):
    """Completed sets of all three lifters, and all 13 misses."""
    told = two_lifters[1]["B4"]
    assert (told["completed"], told["misses"]) == (46 + 60 + 15, 13)
    assert told["at_reps"] == 46 + 40 + 15  # not those to failure
    assert told["misses_flagged"] == pytest.approx(11 / 13)  # but for two light ones
    assert 0.0 <= told["beyond_share"] <= told["caution_share"] <= 1.0
    by_lifter = told["by_lifter"].values()
    assert [one["completed"] for one in by_lifter] == [46, 60, 15]
    assert [one["misses"] for one in by_lifter] == [6, 7, 0]


def test_files_are_accounted_for(two_lifters):
    told = two_lifters[1]
    assert [one["file"] for one in told["files"]["read"]] == ["anna.csv", "bea.csv", "cleo.csv"]
    assert [one["file"] for one in told["files"]["left_out"]] == ["LICENSE"]
    assert told["model_version"] == lg.MODEL_VERSION
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_the_same_folder_gives_the_same_figures(two_lifters):
    folder, told = two_lifters
    assert run(folder) == told


def test_without_a_miss_it_says_so(tmp_path):
    """B1 is None with a sentence, and lists the lifter; the other tasks go on."""
    write_log(tmp_path / "cleo.csv")
    told = run(tmp_path)
    assert told["B1"]["note"] == "no lifter with five recorded misses"
    assert told["B1"]["all"] is told["B1"]["against_best_rival"] is None
    assert [one["lifter"] for one in told["B1"]["not_scored"]] == ["cleo.csv"]
    assert told["B1m"]["liftguard"]["observed"] == pytest.approx(0.5)
    assert told["B2"]["note"] == "no set to failure"
    assert told["B3"] == {
        "note": "no table of meets", "liftguard": None, "previous": None, "best_so_far": None
    }  # fmt: skip
    assert told["B4"]["misses_flagged"] is None


def test_four_misses_are_too_few(tmp_path):
    write_log(tmp_path / "dora.csv", misses=4)
    assert run(tmp_path)["B1"]["all"] is None


def test_an_empty_folder_gives_a_sentence_for_every_task(tmp_path):
    told = run(tmp_path)
    assert all(told[task]["note"] for task in ("B1", "B1p", "B1m", "B2", "B3", "B4", "B7", "B8"))
    assert told["B9"]["note"]
    assert told["B4"]["beyond_share"] is None


def test_unreadable_meets_are_said(tmp_path):
    (tmp_path / "meets.csv").write_text("x\n1\n")
    assert "the columns" in run(tmp_path)["B3"]["note"]


MEETS = "lifter_id,sex,age,bodyweight_kg,day,equipment," + ",".join(
    f"{x}{n}" for x in "DSB" for n in "123"
)


def meet(lifter, day, deadlift):
    attempts = ",".join(f"{load},{load + 10},{load + 20}" for load in (deadlift - 20, 150, 100))
    return f"{lifter},M,30,83,{day},Raw,{attempts}"


def test_the_shape_of_meets(tmp_path):
    """Two lifters, each with one earlier meet; the previous one is off by the other's error."""
    rows = [meet(1, 0, 200), meet(1, 100, 210), meet(2, 0, 200), meet(2, 100, 220)]
    (tmp_path / "meets.csv").write_text("\n".join([MEETS, *rows]) + "\n")
    told = run(tmp_path)["B3"]
    assert told["note"] == ""
    for name in ("liftguard", "previous", "best_so_far"):
        assert set(told[name]) == {"mae", "median", "crps", "cover90", "forecasts"}
        assert told[name]["forecasts"] == 2
    assert told["previous"]["mae"] == pytest.approx(math.log(220 / 210))
    assert told["previous"] == told["best_so_far"]


def test_first_meets_alone_are_said(tmp_path):
    (tmp_path / "meets.csv").write_text("\n".join([MEETS, meet(1, 0, 200)]) + "\n")
    assert "two meets" in run(tmp_path)["B3"]["note"]


def test_bands_by_hand():
    """A single normal of mean 0 and sd 1: 0.5 lies in both bands, 1 in the wide one, 2 in none."""
    sets = np.arange(3)
    one = np.tile([1.0, 0.0], (3, 1))
    cases = Failures(
        place=sets, day=sets, reached=np.array([0.5, -1.0, 2.0]),
        means=np.zeros((3, 2)), sds=np.ones((3, 2)), mixing=one,
    )  # fmt: skip
    told = failure_figures(cases)
    assert (told["cover50"], told["cover90"]) == (pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert (told["median"], told["mean"]) == (pytest.approx(1.0), pytest.approx(3.5 / 3))


def test_alarms_by_hand():
    """Not knowing is no alarm, and shares at the repetitions leave out what was not asked."""
    levels = [lg.Level.CLEAR, lg.Level.UNKNOWN, lg.Level.CAUTION, lg.Level.BEYOND]
    level = np.array([*levels, lg.Level.UNKNOWN, lg.Level.CAUTION])
    sets = np.arange(6)
    cases = Singles(
        place=sets, day=sets, deadlift=sets >= 0, level=level,
        p=np.full(6, 0.1), physics=np.full(6, 0.1),
        session=np.array([6, 10, 11, 11, 11, 11]), missed=np.array([0.0, 0, 0, 0, 1, 1]),
        level_at_reps=np.array([-1, 0, 2, 3, -1, -1]),
    )  # fmt: skip
    assert alarm_figures([cases]) == {
        "completed": 4, "misses": 2, "beyond_share": 0.25, "caution_share": 0.5,
        "unknown_share": 0.0, "misses_flagged": 0.5, "at_reps": 3,
        "beyond_share_at_reps": pytest.approx(1 / 3), "caution_share_at_reps": pytest.approx(2 / 3),
    }  # fmt: skip


def plans(*, short, p, level, failed=None):
    size = len(p)
    sets = np.arange(size)
    return Plans(
        place=sets, day=sets, lift=("squat",) * size, reps=np.full(size, 5),
        short=np.array(short, dtype=float), p=np.array(p), physics=np.array(p),
        failed=np.array(short if failed is None else failed, dtype=float), level=np.array(level),
    )  # fmt: skip


def test_plans_by_hand():
    """
    Three plans at .2, .5 and .9, the first and the last of which fell short.

    Average precision (1 + 2/3) / 2; expected 1.6 for 2; log loss -(ln .2 + ln .5 + ln .9) / 3.
    """
    cases = plans(short=[1, 0, 1], p=[0.2, 0.5, 0.9], level=[0, 0, 0])
    told = plan_figures(cases, cases.p, cases.p)
    assert told["auc"] == 0.5
    assert told["ap"] == pytest.approx((1.0 + 2.0 / 3.0) / 2.0)
    assert told["expected_over_observed"] == pytest.approx(0.8)
    assert told["log_loss"] == pytest.approx(-math.log(0.2 * 0.5 * 0.9) / 3.0)
    assert plan_figures(cases, None, cases.p)["expected_over_observed"] is None


def test_flags_of_plans_by_hand():
    """Of four that went up one is CAUTION, one BEYOND, one UNKNOWN; of two that did not, one."""
    levels = [lg.Level.CLEAR, lg.Level.CAUTION, lg.Level.BEYOND, lg.Level.UNKNOWN,
              lg.Level.BEYOND, lg.Level.CLEAR]  # fmt: skip
    cases = plans(short=[0, 0, 0, 0, 1, 1], p=[0.1] * 6, level=levels)
    assert flag_figures(cases) == {
        "up": 4, "up_caution_share": 0.5, "up_beyond_share": 0.25, "up_unknown_share": 0.25,
        "short": 2, "short_caution_share": 0.5, "short_beyond_share": 0.5,
        "beyond": 2, "beyond_short_share": 0.5,
    }  # fmt: skip


def test_repeats_by_hand():
    """
    Four repeats at .1, .2, .3 and .4: two fell short, the flagged one of them known to have failed.

    Expected 1.0: half of what fell short, all of what failed.
    """
    levels = [lg.Level.CLEAR, lg.Level.CLEAR, lg.Level.UNKNOWN, lg.Level.BEYOND]
    cases = plans(short=[0, 1, 0, 1], failed=[0, 0, 0, 1], p=[0.1, 0.2, 0.3, 0.4], level=levels)
    assert repeat_figures(cases) == {
        "repeats": 4, "caution_share": 0.25, "beyond_share": 0.25, "unknown_share": 0.25,
        "expected": pytest.approx(1.0),
        "short": 2, "expected_over_short": pytest.approx(0.5), "short_flagged": 0.5,
        "failed": 1, "expected_over_failed": pytest.approx(1.0), "failed_flagged": 1.0,
    }  # fmt: skip


def test_plans_of_two_lifters_stand_one_after_the_other():
    first = plans(short=[1], p=[0.2], level=[3])
    second = plans(short=[0, 0], p=[0.3, 0.4], level=[0, 1])
    both = joined_plans([first, second])
    assert (both.p.tolist(), both.level.tolist()) == ([0.2, 0.3, 0.4], [3, 0, 1])
    assert (both.lift, both.short.tolist()) == (("squat",) * 3, [1.0, 0.0, 0.0])


# --- plans that logs hold, and everyday training ---


def test_the_shape_of_known_plans():
    """
    A lifter whose app knows the plan: ten sessions of 3x5, the last set of four of them a 3.

    30 plans of which 4 fell short; of the other lifter nothing is known, and no weights come.
    """
    entries = [
        lg.LoggedSet(
            lift="squat", at=START + timedelta(days=2 * day, minutes=3 * number), load_kg=100 + day,
            reps=3 if number == 2 and day > 5 else 5, planned_reps=5,
        )
        for day in range(10)
        for number in range(3)
    ]  # fmt: skip
    bare = [attrs.evolve(one, planned_reps=None) for one in entries]
    lifters = tuple(
        Lifter(name=name, files=(), app="own", history=lg.History(sets))
        for name, sets in (("dora", entries), ("emil", bare))
    )
    folder = Folder(lifters=lifters, read=(), left_out=(), overlaps=(), meets=())
    told = benchmark(folder, rng=rng())["B1p"]
    cases = known_plans_of(lg.Guard().replay(lifters[0].history))
    assert (told["liftguard"]["sets"], told["liftguard"]["observed"]) == (30, pytest.approx(4 / 30))
    for name, p in (("liftguard", cases.p), ("liftguard_physics", cases.physics)):
        assert told[name] == plan_figures(cases, p, p)
        ratio = told["calibration"]["dora"][name]["ratio"]
        assert ratio == pytest.approx(p.sum() / 4) == told[name]["expected_over_observed"]
    assert "liftguard_left_out" not in told
    assert told["flags"] == {"all": flag_figures(cases), "dora": flag_figures(cases)}
    assert set(told["by_lifter"]) == {"dora"}
    assert told["flags_left_out"] is None
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_known_plans_are_scored_by_weights_of_the_others():
    """Two lifters whose apps know the plan: chances and levels from a guard with these weights."""
    histories = [
        lg.History(
            lg.LoggedSet(lift="squat", at=START + timedelta(days=2 * day), load_kg=load + 2 * day,
                         reps=3 if day > 7 else 5, planned_reps=5)
            for day in range(10)
        )
        for load in (60, 100)
    ]  # fmt: skip
    lifters = tuple(
        Lifter(name=name, files=(), app="own", history=history)
        for name, history in zip(("dora", "emil"), histories, strict=True)
    )
    folder = Folder(lifters=lifters, read=(), left_out=(), overlaps=(), meets=())
    told = benchmark(folder, rng=rng())["B1p"]
    fit = fit_outcomes([lifter_cases(lifters[1], lg.Guard()).outcomes])
    known = known_plans_of(lg.Guard(fit.params(lg.Params())).replay(histories[0]))
    assert told["by_lifter"]["dora"]["liftguard_left_out"] == plan_figures(known, known.p, known.p)
    assert told["flags_left_out"]["dora"] == flag_figures(known)
    assert told["fitted_without"]["dora"]["lifters"] == ["emil"]


def test_the_shape_of_everyday_training(two_lifters):
    """Every log repeats 5 5 4 at a kilogram more: no repeats; the made-up athletes are there."""
    told = two_lifters[1]["B7"]
    assert (told["note"], told["repeats"]) == ("no log repeats its work", None)
    assert len(told["beginners"]) == 18
    assert len(told["same_as_last_week"]) == len(told["sets_across"]) == 6


def test_repeats_by_lifter(tmp_path):
    """Ten sessions of 5 5 4 at one load: from the sixth on each set is planned as a 4."""
    rows = [f"{START + timedelta(days=3 * day)},Day,Squat (Barbell),{n},100,{reps},,,\n"
            for day in range(10) for n, reps in ((1, 5), (2, 5), (3, 4))]  # fmt: skip
    (tmp_path / "cleo.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    told = run(tmp_path)["B7"]["repeats"]
    assert set(told) == {"all", "failures_recorded", "by_lifter"}
    assert told["failures_recorded"] is None
    assert told["all"] == told["by_lifter"]["cleo.csv"]
    assert (told["all"]["repeats"], told["all"]["short"]) == (15, 0)


# --- comparisons ---


def test_few_lifters_are_drawn_by_day():
    """Four lifters with one day each are four groups of days; five are lifters."""
    days = [np.array([1, 1, 2]), np.array([1])]
    assert groups_of(days).of.tolist() == [0, 0, 1, 2]
    assert groups_of(days).unit == "days"
    assert groups_of([*days, *[np.array([5, 6])] * 3]).of.tolist() == [0, 0, 0, 1, 2, 2, 3, 3, 4, 4]
    assert groups_of([*days, *[np.array([5, 6])] * 3]).unit == "lifters"


def test_the_best_rival_is_compared_with():
    """Ours 1.0, rivals 0.75 and 0.5: a gain of a quarter over the better one."""
    outcome = np.array([1.0, 0.0, 1.0, 0.0])
    scores = {
        "ours": np.array([1.0, 0.0, 1.0, 0.0]),
        "good": np.array([1.0, 0.5, 0.5, 0.5]),
        "bad": np.zeros(4),
    }
    told = against_best(auc, outcome, scores, groups_of([np.arange(4)]), rng())
    assert (told["rival"], told["estimate"], told["over"]) == ("good", 0.25, "days")
    assert told["low"] <= 0.25 <= told["high"]


def test_one_day_has_no_interval():
    outcome, same = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    groups = groups_of([np.array([3, 3])])
    told = against_best(auc, outcome, {"ours": same, "other": same}, groups, rng())
    assert (told["estimate"], told["low"], told["groups"]) == (0.0, None, 1)


# --- the command ---


@pytest.fixture(autouse=True)
def few_worlds(monkeypatch):
    """Two simulated cases of each kind are enough to see that they are run and told."""
    monkeypatch.setattr("liftguard.command.benchmark._EACH_WORLD", 2)


def command(capsys, *arguments):
    code = main(["benchmark", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_prints_every_table_and_writes_json(two_lifters, tmp_path, capsys):
    """Liftguard stands beside every rival, what was left out is named, progress is apart."""
    folder, told = two_lifters
    code, out, err = command(capsys, folder, "--json", tmp_path / "figures.json")
    assert code == 0
    for text in ("B1: ", "B1p: ", "B1m: ", "B2: ", "B3: ", "B4: ", "B7: ", "B8: ", "B9: ",
                 BEST_E1RM, RULE, RUNNING_RATE, "LICENSE", "best of 30 days", "cleo.csv (0)",
                 "mean over lifters"):  # fmt: skip
        assert text in out
    assert "files read: 4 of 4" in err
    assert "lifters replayed: 3 of 3" in err
    written = json.loads((tmp_path / "figures.json").read_text())
    assert written["B4"] == told["B4"]
    assert set(written) == set(told)


def test_the_command_on_a_folder_without_a_miss(tmp_path, capsys):
    write_log(tmp_path / "cleo.csv")
    code, out, _ = command(capsys, tmp_path)
    assert (code, "no lifter with five recorded misses" in out) == (0, True)


def test_the_command_refuses_a_folder_without_an_export(tmp_path, capsys):
    """One sentence that says what is missing, for an empty folder and for none."""
    (tmp_path / "LICENSE").write_text("MIT\n")
    code, out, err = command(capsys, tmp_path)
    assert (code, out) == (2, "")
    assert "at least one export" in err
    code, _, err = command(capsys, tmp_path / "nowhere")
    assert (code, "no folder" in err) == (2, True)


def test_json_that_cannot_be_written_is_said(tmp_path, capsys):
    write_log(tmp_path / "logs" / "cleo.csv")
    code, _, err = command(capsys, tmp_path / "logs", "--json", tmp_path / "none" / "x.json")
    assert (code, "--json" in err) == (2, True)


@pytest.mark.slow
def test_the_real_folder_in_full():
    """The six-year log alone is scored in B1; liftguard is better than the best rule there."""
    if not DATA.exists():
        pytest.skip("the real data is not here")
    told = run(DATA)
    assert [(one["sets"], one["misses"]) for one in told["B1"]["lifters"]] == [(6783, 49)]
    assert told["B1"]["against_best_rival"]["all"]["ap"]["estimate"] > 0.0
    assert told["B3"]["previous"]["forecasts"] == 19843
    assert told["B3"]["previous"]["mae"] == pytest.approx(0.0555, abs=0.0002)
    assert told["B3"]["liftguard"]["mae"] < told["B3"]["previous"]["mae"]
