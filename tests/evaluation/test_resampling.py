"""The bootstrap over groups, against what can be counted out by hand."""

import math

import numpy as np
import pytest

import liftguard as lg
from liftguard.evaluation.metrics import average_precision, brier
from liftguard.evaluation.resampling import paired_bootstrap


def mean_of(values):
    values = np.asarray(values)
    return lambda weights: float((weights * values).sum() / weights.sum())


def generator():
    return np.random.default_rng(20240101)


def test_the_estimate_counts_each_case_once():
    """The estimate is the figure of the cases as they are: (1 + 2 + 6) / 3."""
    figure = paired_bootstrap([1, 2, 2], mean_of([1.0, 2.0, 6.0]), draws=10, rng=generator())
    assert figure.estimate == 3.0


def test_whole_groups_are_drawn():
    """Cases of one group always count alike, and as many groups are drawn as there are."""
    seen = []

    def watch(weights):
        seen.append(weights.tolist())
        return 0.0

    paired_bootstrap(["a", "b", "a", "c"], watch, draws=200, rng=generator())
    assert seen[0] == [1.0, 1.0, 1.0, 1.0]
    assert all(a == again and a + b + c == 3.0 for a, b, again, c in seen)
    assert {tuple(one) for one in seen[1:]} >= {(3.0, 0.0, 3.0, 0.0), (0.0, 3.0, 0.0, 0.0)}


def test_the_standard_error_of_a_mean():
    """
    Of 400 single cases the spread is that of the mean: sd / sqrt n.

    The bootstrap's own error with 4000 draws is 1/sqrt(8000) = 1.1 %; five of those.
    """
    values = np.random.default_rng(7).normal(size=400)
    figure = paired_bootstrap(np.arange(400), mean_of(values), draws=4000, rng=generator())
    wanted = values.std() / math.sqrt(400)
    assert figure.sd == pytest.approx(wanted, rel=0.055)
    assert figure.high - figure.low == pytest.approx(2 * 1.6449 * wanted, rel=0.1)


def test_clusters_widen_the_interval():
    """Where the cases of a group repeat each other, four cases say no more than one."""
    values = np.random.default_rng(7).normal(size=100)
    alone = paired_bootstrap(np.arange(100), mean_of(values), rng=generator())
    fourfold = np.repeat(values, 4)
    groups = np.repeat(np.arange(100), 4)
    grouped = paired_bootstrap(groups, mean_of(fourfold), rng=generator())
    assert (grouped.low, grouped.high, grouped.sd) == pytest.approx(
        (alone.low, alone.high, alone.sd), rel=1e-12
    )


def test_pairing_removes_what_both_share():
    """A forecaster that is better by a constant is so in every draw: no spread at all."""
    values = np.random.default_rng(7).normal(size=50)
    worse, better = mean_of(values), mean_of(values - 0.25)
    figure = paired_bootstrap(np.arange(50), lambda w: worse(w) - better(w), rng=generator())
    assert figure.sd == pytest.approx(0.0, abs=1e-12)
    assert figure.low == pytest.approx(0.25, abs=1e-12)
    assert figure.excludes_zero


def test_one_against_itself_does_not_exclude_zero():
    """A difference of nothing has an interval that touches zero."""
    figure = paired_bootstrap([1, 2, 3], lambda _: 0.0, rng=generator())
    assert not figure.excludes_zero


@pytest.mark.parametrize(("shift", "excludes"), [(3.0, True), (-3.0, True), (0.0, False)])
def test_zero_is_excluded_on_either_side(shift, excludes):
    """What is far from zero on any side excludes it."""
    values = np.linspace(-1.0, 1.0, 21) + shift
    figure = paired_bootstrap(np.arange(21), mean_of(values), rng=generator())
    assert figure.excludes_zero is excludes


def test_the_same_generator_gives_the_same():
    """All chance comes from the generator that is passed in."""
    values = np.random.default_rng(7).normal(size=30)
    one, two = (paired_bootstrap(np.arange(30), mean_of(values), rng=generator()) for _ in "12")
    other = paired_bootstrap(np.arange(30), mean_of(values), rng=np.random.default_rng(8))
    assert one == two
    assert one != other


def test_draws_without_a_figure_are_counted():
    """
    The one event is missing from 1/4 of draws of two groups.

    Of 2000 draws 500 with a binomial sd of 19.4; five of those.
    """
    figure = paired_bootstrap(
        [1, 2],
        lambda w: average_precision([1, 0], [0.9, 0.1], weights=w),
        rng=generator(),
    )
    assert figure.undefined == pytest.approx(500, abs=97)
    assert (figure.estimate, figure.low, figure.high, figure.sd) == (1.0, 1.0, 1.0, 0.0)


def test_without_a_figure_there_is_no_interval():
    """Where the figure is undefined for all cases, there is nothing to resample."""
    assert paired_bootstrap([1, 2], lambda _: None, rng=generator()) is None


def test_one_figure_has_no_spread():
    """Where all draws but one are undefined, nothing can be said of the spread."""
    answers = iter([1.0, 1.0, None, None])
    assert paired_bootstrap([1, 2], lambda _: next(answers), draws=3, rng=generator()) is None


def test_it_takes_metrics():
    """A difference of Brier scores on the same weights: .01 against .04 in every case."""
    outcome = [1, 0, 1]
    figure = paired_bootstrap(
        [1, 2, 3],
        lambda w: (
            brier(outcome, [0.9, 0.1, 0.9], weights=w) - brier(outcome, [0.8, 0.2, 0.8], weights=w)
        ),
        rng=generator(),
    )
    assert (figure.low, figure.high) == pytest.approx((-0.03, -0.03), abs=1e-12)


@pytest.mark.parametrize(
    ("groups", "wanted"),
    [
        ([1, 1], "two groups or more. Where there is one lifter, group by day"),
        ([], "the group of each case"),
        ([0.5, 1.5], "the group of each case"),
        ([[1, 2]], "the group of each case"),
        ([None, 1], "the group of each case"),
    ],
)
def test_groups_are_checked(groups, wanted):
    """There are two or more, named by whole numbers or text."""
    with pytest.raises(lg.InvalidValue, match=wanted) as error:
        paired_bootstrap(groups, lambda _: 0.0, rng=generator())
    assert error.value.where == "groups"


@pytest.mark.parametrize("draws", [1, 0, 10.0, True])
def test_draws_are_checked(draws):
    """Two or more are needed for a spread."""
    with pytest.raises(lg.InvalidValue, match=r"draws: .*a whole number, 2 or more"):
        paired_bootstrap([1, 2], lambda _: 0.0, draws=draws, rng=generator())


def test_a_figure_is_finite():
    """NaN does not pass for a figure."""
    with pytest.raises(lg.InvalidValue, match="statistic: got nan"):
        paired_bootstrap([1, 2], lambda _: math.nan, rng=generator())
