"""Fitting: the score that is searched, and the command."""

import math
import sys
from datetime import datetime, timedelta

import attrs
import numpy as np
import pytest
from scipy.stats import norm

import liftguard as lg
from liftguard.__main__ import main
from liftguard.evaluation.folder import read_folder
from liftguard.evaluation.habits import STOPPING
from liftguard.evaluation.meet_params import MeetParams
from liftguard.evaluation.scored_sets import failures_of, plans_of
from liftguard.evaluation.set_fit import (
    FITTED,
    fit_failures,
    fit_stopping,
    score_failures,
    score_stopping,
)

HEVY = (
    '"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"\n'
)


def folder_of(tmp_path, *, last="failure"):
    """Write one lifter: ten weeks of two bench presses of 8 and one more to failure."""
    rows = []
    for week in range(10):
        at = datetime(2025, 1, 6, 18) + timedelta(weeks=week)
        day = f"{at:%d %b %Y, %H:%M}"
        for index, (kind, reps) in enumerate((("normal", 8), ("normal", 8), (last, 6 + week % 3))):
            rows.append(
                f'"a","{day}","{day}","Bench Press (Barbell)","{index}","{kind}","80","{reps}"\n'
            )
    (tmp_path / "one.csv").write_text(HEVY + "".join(rows), encoding="utf-8")
    return read_folder(tmp_path)


def test_the_score_of_failures_is_their_log_density(tmp_path):
    """Summed over the cases, by scipy, from the same forecasts."""
    lifter = folder_of(tmp_path).lifters[0]
    cases = failures_of(lg.Guard().replay(lifter.history))
    density = (cases.mixing * norm.pdf(cases.reached[:, None], cases.means, cases.sds)).sum(axis=1)
    total, count = score_failures([lifter], lg.Params())
    assert count == len(cases) == 5  # weeks six to ten
    assert total == pytest.approx(-np.log(density).sum(), rel=1e-9)


def test_a_fit_is_no_worse_than_where_it_started(tmp_path):
    """The search ends at a point whose score with its prior is below the start's."""
    lifters = folder_of(tmp_path).lifters
    fit = fit_failures(lifters, lg.Params())
    assert set(fit.values) == set(FITTED)
    assert fit.score < score_failures(lifters, lg.Params())[0] - 0.1
    assert fit.lifters == ("one.csv",)


def test_the_habit_of_stopping_short_is_fitted(tmp_path):
    """Of the last five weeks' ten plans three fall short, always the second; a fit explains it."""
    lifters = folder_of(tmp_path, last="normal").lifters
    plans = [plans_of(lg.Guard().replay(one.history)) for one in lifters]
    fit = fit_stopping(lifters, lg.Params())
    assert fit.score < score_stopping(plans, STOPPING)[0] - 0.03
    assert all(math.isfinite(value) for value in fit.values.values())


def test_nothing_to_fit_is_said(tmp_path):
    """Without a set to failure there is nothing to fit, and the error says what was wanted."""
    lifters = folder_of(tmp_path, last="normal").lifters
    with pytest.raises(lg.InvalidValue, match="one with sets to failure"):
        fit_failures(lifters, lg.Params())


# --- the command ---


def command(capsys, *arguments):
    code = main(["fit", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_names_a_lifter_that_is_not_there(tmp_path, capsys):
    """A wrong name after --leave-out ends with 2 and lists the right ones."""
    folder_of(tmp_path)
    code, out, err = command(capsys, tmp_path, "--leave-out", "two.csv")
    assert (code, out) == (2, "")
    assert "--leave-out: got ['two.csv'], wanted some of ['one.csv']" in err


def test_the_command_tells_each_constant(tmp_path, capsys):
    """Constants with their doubt, and that one lifter leaves nobody to be scored."""
    folder_of(tmp_path)
    code, out, err = command(capsys, tmp_path)
    assert code == 0
    assert out.startswith("1 lifters; left out: nobody\n")
    assert all(name in out for name in (*FITTED, "slope"))
    assert "nobody is left" in out
    assert "files read: 1 of 1" in err


def test_who_is_left_out_has_no_part(tmp_path, capsys):
    """Of two lifters one is left out, and the fit is that of the other alone."""
    folder_of(tmp_path)
    alone = command(capsys, tmp_path)[1]
    (tmp_path / "two.csv").write_bytes((tmp_path / "one.csv").read_bytes())
    code, out, _ = command(capsys, tmp_path, "--leave-out", "two.csv")
    assert (code, out) == (0, alone.replace("nobody\n", "two.csv\n", 1))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "wanted a folder of exports"),
        ([".", "--meets"], "--meets: got 'no table of meets', wanted meets.csv.gz"),
    ],
)
def test_the_command_says_what_it_cannot_use(tmp_path, monkeypatch, capsys, arguments, told):
    """Exit code 2, one line, before anything is fitted."""
    folder_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, err = command(capsys, *arguments)
    assert (code, out) == (2, "")
    assert told in err.splitlines()[-1]


def test_without_scipy_the_extra_is_named(tmp_path, monkeypatch, capsys):
    """The sentence says what to install."""
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    folder_of(tmp_path)
    code, _, err = command(capsys, tmp_path)
    assert code == 2
    assert 'pip install "liftguard[fit]"' in err.splitlines()[-1]


MEETS = "lifter_id,sex,age,bodyweight_kg,day,equipment," + ",".join(
    f"{lift}{turn}" for lift in "DSB" for turn in "123"
)


def meet(lifter, nth):
    """Write a meet of a man (1, 2) or a woman (3, 4): rising deadlifts, every other last missed."""
    best = (190 if lifter < 3 else 130) + 5 * lifter + (4 * nth * lifter) % 11
    attempts = f"{best - 20},{best - 10},{best if nth % 2 else -best}"
    sex = "M" if lifter < 3 else "F"
    return f"{lifter},{sex},{25 + nth},80,{300 * nth},Raw,{attempts},100,110,120,80,85,90"


@pytest.mark.slow
def test_the_meets_are_fitted_on_both_halves(tmp_path, capsys):
    """Each constant twice, with its unit; a week is 7/365.25 = 1/52.18 years, a root 1/7.2236."""
    folder_of(tmp_path)
    rows = [meet(lifter, nth) for lifter in (1, 2, 3, 4) for nth in range(4)]
    (tmp_path / "meets.csv").write_text("\n".join([MEETS, *rows]) + "\n", encoding="utf-8")
    code, out, err = command(capsys, tmp_path, "--meets")
    lines = [line.split() for line in out.partition("even and of odd number")[2].splitlines()]
    told = {line[0]: [float(number) for number in line[1:3]] for line in lines[1:-2]}
    assert (code, "some minutes" in err) == (0, True)
    assert list(told) == [field.name for field in attrs.fields(MeetParams)]
    by_week = {line[0]: [float(number) for number in line[-2:]] for line in lines[-2:]}
    assert by_week["walk_sd"] == pytest.approx([one / 7.2236 for one in told["walk_sd"]], abs=2e-5)
    assert by_week["gain"] == pytest.approx([one / 52.18 for one in told["gain"]], abs=2e-5)
