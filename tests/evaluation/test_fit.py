"""Fitting: the score that is searched, and the command."""

import math
from datetime import datetime, timedelta

import numpy as np
import pytest
from scipy.stats import norm

import liftguard as lg
from liftguard.evaluation.events import failures_of, plans_of
from liftguard.evaluation.fit import main
from liftguard.evaluation.fitting import (
    FITTED,
    fit_failures,
    fit_stopping,
    score_failures,
    score_stopping,
)
from liftguard.evaluation.folder import read_folder
from liftguard.evaluation.habits import STOPPING

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


def test_the_command_names_a_lifter_that_is_not_there(tmp_path, capsys):
    """A wrong name after --leave-out ends with 2 and lists the right ones."""
    folder_of(tmp_path)
    assert main([str(tmp_path), "--leave-out", "two.csv"]) == 2
    assert "one.csv" in capsys.readouterr().err


def test_the_command_tells_each_constant(tmp_path, capsys):
    """Constants with their doubt, and that one lifter leaves nobody to be scored."""
    folder_of(tmp_path)
    assert main([str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in (*FITTED, "slope"))
    assert "nobody is left" in said
