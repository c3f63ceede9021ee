"""The benchmark: its shape, its sentences where there is no data, and its command."""

import json
import math
import pathlib
from datetime import datetime, timedelta

import numpy as np
import pytest

import liftguard as lg
from liftguard.__main__ import main
from liftguard.evaluation import benchmark, read_folder
from liftguard.evaluation.comparison import against_best, groups_of
from liftguard.evaluation.figures import alarm_figures, failure_figures
from liftguard.evaluation.lifter_cases import lifter_cases
from liftguard.evaluation.metrics import auc
from liftguard.evaluation.rivals import AFTER_LAST, BEST_E1RM, RULE, RUNNING_RATE
from liftguard.evaluation.scored_sets import Failures, Singles

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
    """A row for us, for us without the habit, and for each rival, on the same sets."""
    told = two_lifters[1]["B1"]
    assert told["lifters"] == [
        {"lifter": "anna.csv", "sets": 15 * 3 + 7, "misses": 6},
        {"lifter": "bea.csv", "sets": 20 * 3 + 7, "misses": 7},
    ]
    assert told["not_scored"] == [{"lifter": "cleo.csv", "sets": 15, "misses": 0}]
    rows = told["all"]
    assert {"liftguard", "liftguard_population", BEST_E1RM, f"{BEST_E1RM}, epley", RULE} <= set(
        rows
    )
    for name, row in rows.items():
        if name != RULE:
            assert set(row) == RANKED | JUDGED | {"sets", "misses"}
            assert (row["log_loss"] is None) == (not name.startswith("liftguard"))
        assert (row["sets"], row["misses"]) == (119, 13)
    assert set(rows[RULE]) == {"flagged", "caught", "precision", "sets", "misses"}
    assert 0.5 < rows["liftguard"]["auc"] == rows["liftguard_population"]["auc"] < 1.0
    assert rows["liftguard"]["log_loss"] != rows["liftguard_population"]["log_loss"]
    assert told["deadlift"] == rows  # they do nothing else


def test_by_lifter_mean_and_without_the_largest(two_lifters):
    """The mean is over two, and without the larger one the other is left."""
    told = two_lifters[1]["B1"]
    by_lifter = told["by_lifter"]
    assert list(by_lifter) == ["anna.csv", "bea.csv"]
    both = [by_lifter[name][BEST_E1RM]["ap"] for name in by_lifter]
    assert told["mean_over_lifters"][BEST_E1RM]["ap"] == pytest.approx(sum(both) / 2)
    assert told["without_largest"] == by_lifter["anna.csv"]


def test_one_switch_says_what_ranks(two_lifters):
    """With the habit the ranking is that of the calibrated probabilities; nothing else moves."""
    folder, plain = two_lifters
    habit = run(folder, ranking="habit")["B1"]
    assert (plain["B1"]["ranked_by"], habit["ranked_by"]) == ("population", "habit")
    ours, theirs = habit["all"], plain["B1"]["all"]
    cases = [lifter_cases(one, lg.Guard()) for one in read_folder(folder).lifters[:2]]
    missed = np.concatenate([one.singles.missed for one in cases])
    with_habit = auc(missed, np.concatenate([one.p_missed for one in cases]))
    without = auc(missed, np.concatenate([one.singles.p for one in cases]))
    assert (ours["liftguard"]["auc"], theirs["liftguard"]["auc"]) == (with_habit, without)
    assert with_habit != without
    assert ours["liftguard"]["log_loss"] == theirs["liftguard"]["log_loss"]
    assert ours["liftguard_population"] == theirs["liftguard_population"]


def test_the_shape_of_plans(two_lifters):
    """5 5 4 at one load: two plans a session, one of which fell short."""
    told = two_lifters[1]["B1m"]
    for name in ("liftguard", "liftguard_population", RUNNING_RATE, AFTER_LAST):
        row = told[name]
        assert row["observed"] == pytest.approx(0.5)
        assert sum(one["count"] for one in row["reliability"]) == 2 * (15 + 20 + 5)
        assert [one["reps"] for one in row["reliability_by_reps"]] == [[4, 5]]
        assert row["sets"] == 80
        assert row["worst_bin"] is None  # no bin holds a hundred
    assert told["demand / best e1RM of 90 days"]["log_loss"] is None
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
    assert all(told[task]["note"] for task in ("B1", "B1m", "B2", "B3", "B4"))
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
        place=sets, day=sets, deadlift=sets >= 0, p=np.full(6, 0.1), level=level,
        session=np.array([6, 10, 11, 11, 11, 11]), missed=np.array([0.0, 0, 0, 0, 1, 1]),
        level_at_reps=np.array([-1, 0, 2, 3, -1, -1]),
    )  # fmt: skip
    assert alarm_figures([cases]) == {
        "completed": 4, "misses": 2, "beyond_share": 0.25, "caution_share": 0.5,
        "unknown_share": 0.0, "misses_flagged": 0.5, "at_reps": 3,
        "beyond_share_at_reps": pytest.approx(1 / 3), "caution_share_at_reps": pytest.approx(2 / 3),
    }  # fmt: skip


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


def command(capsys, *arguments):
    code = main(["benchmark", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_prints_every_table_and_writes_json(two_lifters, tmp_path, capsys):
    """Liftguard stands beside every rival, what was left out is named, progress is apart."""
    folder, told = two_lifters
    code, out, err = command(capsys, folder, "--json", tmp_path / "figures.json")
    assert code == 0
    for text in ("B1: ", "B1m: ", "B2: ", "B3: ", "B4: ", BEST_E1RM, RULE, RUNNING_RATE,
                 "LICENSE", "best of 30 days", "cleo.csv (0)", "mean over lifters"):  # fmt: skip
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
