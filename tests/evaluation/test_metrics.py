"""Metrics against hand arithmetic, scikit-learn 1.9, and integrals by scipy."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from scipy import integrate, stats
from sklearn import metrics as sk
from strategies import ensembles, forecast_cases, mixtures, readings, sds

import liftguard as lg
from liftguard.evaluation import metrics as m

ROUNDING = 1e-12  # sums of a few dozen doubles, in another order

OF_EVENTS = (m.auc, m.average_precision, m.log_loss, m.brier, m.expected_over_observed)
OUTCOME = [1, 0, 1, 0, 0]
P = [0.9, 0.8, 0.4, 0.4, 0.1]


def top_tenth(outcome, score, *, weights=None):
    return m.caught_in_top(outcome, score, share=0.1, weights=weights)


def same(got, wanted):
    """Tell whether two figures agree to rounding; None only agrees with None."""
    if got is None or wanted is None:
        return got is wanted
    return got == pytest.approx(wanted, rel=ROUNDING, abs=ROUNDING)


def repeated(*columns, times):
    return [np.repeat(np.asarray(column), times, axis=0) for column in columns]


# --- ranking ---


def test_auc_by_hand():
    """Of 2 x 3 pairs the event at .9 wins 3; that at .4 wins 1, ties 1: 4.5 / 6."""
    assert m.auc(OUTCOME, P) == 0.75


def test_average_precision_by_hand():
    """At .9: half the events at precision 1; at .4: the other half at 2/4: .5 + .25."""
    assert m.average_precision(OUTCOME, P) == 0.75


@pytest.mark.parametrize(
    ("share", "caught"),
    [
        (0.1, 0.25),  # half a case of five: half of the event at the top, of two
        (0.2, 0.5),  # one case: the event at .9
        (0.4, 0.5),  # two: the one at .8 is none
        (0.6, 0.75),  # three: one of the two at .4, of which one is an event
        (0.8, 1.0),
        (1.0, 1.0),
    ],
)
def test_caught_in_top_by_hand(share, caught):
    """Cases tied at the border count by how many of them fit."""
    assert m.caught_in_top(OUTCOME, P, share=share) == pytest.approx(caught, abs=ROUNDING)


def test_caught_in_top_is_the_mean_over_orders():
    """Of 6 tied cases with 2 events 3 fit: over all orders they hold 1 event of 2 on average."""
    assert m.caught_in_top([1, 1, 0, 0, 0, 0], [0.5] * 6, share=0.5) == 0.5


@given(forecast_cases(both=True))
def test_ranking_agrees_with_scikit_learn(cases):
    """AUC and average precision, with ties and weights, are those of scikit-learn."""
    outcome, p, times = cases
    assert m.auc(outcome, p, weights=times) == pytest.approx(
        sk.roc_auc_score(outcome, p, sample_weight=times), abs=1e-9
    )
    assert m.average_precision(outcome, p, weights=times) == pytest.approx(
        sk.average_precision_score(outcome, p, sample_weight=times), abs=1e-9
    )


@given(forecast_cases(both=True))
def test_the_negated_score_ranks_the_other_way(cases):
    """AUC(-score) = 1 - AUC(score)."""
    other = m.auc(cases.outcome, [-one for one in cases.p])
    assert other == pytest.approx(1.0 - m.auc(cases.outcome, cases.p), abs=ROUNDING)


@given(forecast_cases(both=True))
def test_ranking_sees_only_the_order(cases):
    """A score stretched by a rising function ranks as before."""
    levels = sorted(set(cases.p))
    ranks = [float(levels.index(one) ** 2) for one in cases.p]
    for metric in (m.auc, m.average_precision, top_tenth):
        assert metric(cases.outcome, ranks) == metric(cases.outcome, cases.p)


@given(forecast_cases(both=True))
def test_a_larger_share_catches_no_less(cases):
    """What is caught rises with the share, to all of it."""
    caught = [m.caught_in_top(cases.outcome, cases.p, share=k / 20) for k in range(1, 21)]
    assert all(a <= b + ROUNDING for a, b in pairwise(caught))
    assert caught[-1] == pytest.approx(1.0, abs=ROUNDING)


# --- probabilities ---


def test_log_loss_by_hand():
    """-(ln .5 + ln .25) / 2 = 1.5 ln 2."""
    assert m.log_loss([1, 0], [0.5, 0.75]) == pytest.approx(1.5 * math.log(2.0), rel=ROUNDING)


def test_brier_by_hand():
    """(.01 + .64 + .36 + .16 + .01) / 5 = 1.18 / 5."""
    assert m.brier(OUTCOME, P) == pytest.approx(0.236, rel=ROUNDING)


def test_expected_over_observed_by_hand():
    """2.6 events were forecast, 2 came."""
    assert m.expected_over_observed(OUTCOME, P) == pytest.approx(1.3, rel=ROUNDING)


@given(forecast_cases())
def test_brier_agrees_with_scikit_learn(cases):
    """The Brier score, with weights, is that of scikit-learn."""
    outcome, p, times = cases
    assert m.brier(outcome, p, weights=times) == pytest.approx(
        sk.brier_score_loss(outcome, p, sample_weight=times), abs=ROUNDING
    )


@given(forecast_cases())
def test_log_loss_agrees_with_scikit_learn(cases):
    """The log loss of possible forecasts, with weights, is that of scikit-learn."""
    p = [0.001 + 0.998 * one for one in cases.p]
    assert m.log_loss(cases.outcome, p, weights=cases.times) == pytest.approx(
        sk.log_loss(cases.outcome, p, sample_weight=cases.times, labels=[0, 1]), abs=1e-9
    )


@pytest.mark.parametrize(("outcome", "p"), [([1, 0], [0.0, 0.1]), ([1, 0], [0.9, 1.0])])
def test_what_was_called_impossible_has_no_finite_log_loss(outcome, p):
    """Nothing is clipped: such a loss is None, unless the case does not count."""
    wrong = [1.0 if (y == 1) == (q > 0.5) else 0.0 for y, q in zip(outcome, p, strict=True)]
    assert m.log_loss(outcome, p) is None
    assert m.log_loss(outcome, p, weights=wrong) == pytest.approx(-math.log(0.9), rel=ROUNDING)


def test_certain_and_right_costs_nothing():
    """A forecast of 1 for an event and 0 for none has loss 0."""
    assert m.log_loss([1, 0], [1.0, 0.0]) == 0.0


def test_brier_parts_by_hand():
    """
    Two bins of two: (.6, .8; 1 event) and (.1, .3; none); overall frequency 1/4.

    Reliability (2 (.7 - .5)^2 + 2 (.2 - 0)^2) / 4 = .04, resolution (2 x 1/16 + 2 x 1/16) / 4
    = .0625, uncertainty 3/16. Within: spread .01, covariance with the outcome in the upper
    bin (-.1 x -.5 + .1 x .5) / 4 = .025, so .01 - .05 = -.04.
    """
    outcome, p = [0, 1, 0, 0], [0.6, 0.8, 0.1, 0.3]
    parts = m.brier_parts(outcome, p, bins=2)
    assert parts.reliability == pytest.approx(0.04, abs=ROUNDING)
    assert parts.resolution == pytest.approx(0.0625, abs=ROUNDING)
    assert parts.uncertainty == pytest.approx(0.1875, abs=ROUNDING)
    assert parts.within == pytest.approx(-0.04, abs=ROUNDING)


@given(forecast_cases())
def test_brier_parts_add_up(cases):
    """However many bins, the parts make up the Brier score."""
    for bins in (1, 3, 10, 1000):
        parts = m.brier_parts(cases.outcome, cases.p, bins=bins)
        assert parts.total == pytest.approx(m.brier(cases.outcome, cases.p), abs=ROUNDING)
        assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0.0


def test_brier_bins_hold_their_lower_edge():
    """.3 belongs to .3 - .4, though three times a tenth is more than .3 in doubles."""
    parts = m.brier_parts([1, 0], [0.3, 0.2999])
    assert parts.within == 0.0
    assert parts.resolution == 0.25


def test_forecasts_that_take_few_values_leave_nothing_within():
    """Where all forecasts of a bin agree, the three parts of Murphy are all there is."""
    parts = m.brier_parts([1, 0, 1, 1], [0.05, 0.05, 0.95, 0.95])
    assert parts.within == pytest.approx(0.0, abs=ROUNDING)


# --- reliability ---


def test_reliability_by_hand():
    """Bins hold their lower edge; the last holds 1; those without a case are left out."""
    table = m.reliability_table([0, 1, 0, 1, 1], [0.0, 0.005, 0.009, 0.4, 1.0])
    assert [(row.low, row.high, row.count) for row in table] == [
        (0.0, 0.005, 1),
        (0.005, 0.01, 2),
        (0.4, 1.0, 2),
    ]
    assert [row.observed for row in table] == [0.0, 0.5, 1.0]
    assert [row.mean_p for row in table] == pytest.approx([0.0, 0.007, 0.7], abs=ROUNDING)


def test_the_interval_is_wilsons():
    """Each bin's interval is that of scipy at 90 %, on both borders too."""
    outcome = [1] * 3 + [0] * 17 + [0] * 5 + [1] * 5
    p = [0.15] * 20 + [0.3] * 5 + [0.6] * 5
    for row, events in zip(m.reliability_table(outcome, p), (3, 0, 5), strict=True):
        wilson = stats.binomtest(events, row.count).proportion_ci(0.9, method="wilson")
        assert (row.observed_low, row.observed_high) == pytest.approx(tuple(wilson), abs=1e-9)


def test_own_edges():
    """With edges 0, .5, 1 the two halves are told apart."""
    table = m.reliability_table(OUTCOME, P, edges=[0.0, 0.5, 1.0])
    assert [(row.count, row.observed) for row in table] == [(3, 1 / 3), (2, 0.5)]


@given(forecast_cases())
def test_the_table_holds_every_case_once(cases):
    """Counts, events and forecasts of all rows sum to those of all cases."""
    table = m.reliability_table(cases.outcome, cases.p)
    assert sum(row.count for row in table) == len(cases.p)
    events = sum(row.count * row.observed for row in table)
    assert events == pytest.approx(sum(cases.outcome), abs=1e-9)
    expected = sum(row.count * row.mean_p for row in table)
    assert expected == pytest.approx(sum(cases.p), abs=1e-9)
    for row in table:
        assert 0.0 <= row.observed_low <= row.observed + ROUNDING
        assert row.observed - ROUNDING <= row.observed_high <= 1.0


@pytest.mark.parametrize("edges", [[0.0, 0.5], [0.1, 1.0], [0.0, 0.6, 0.5, 1.0], [0.0, 0.0, 1.0]])
def test_edges_rise_from_0_to_1(edges):
    """Any other edges would lose cases."""
    with pytest.raises(lg.InvalidValue, match=r"edges: .*rise from 0 to 1"):
        m.reliability_table(OUTCOME, P, edges=edges)


# --- distributions and bands ---


def integral_of_crps(y, cdf, low, high):
    """Integrate (F(x) - [x >= y])^2 by scipy, apart below and above y."""
    below = integrate.quad(lambda x: cdf(x) ** 2, min(low, y), y, limit=500, points=None)
    above = integrate.quad(lambda x: (1.0 - cdf(x)) ** 2, y, max(high, y), limit=500)
    return below[0] + above[0]


@pytest.mark.parametrize(
    ("y", "mean", "sd"), [(0.0, 0.0, 1.0), (1.3, 0.4, 0.5), (-2.0, 1.0, 0.7), (5.0, 5.1, 0.03)]
)
def test_crps_normal_is_the_integral(y, mean, sd):
    """The closed form equals the integral over the squared distance to the step at y."""
    law = stats.norm(mean, sd)
    exact = integral_of_crps(y, law.cdf, mean - 12 * sd, mean + 12 * sd)
    assert m.crps_normal([y], [mean], [sd]) == pytest.approx(exact, abs=1e-8)  # quad's own error


def test_crps_normal_at_its_middle():
    """At the mean it is s (sqrt 2 - 1) / sqrt pi = .2336950 s."""
    assert m.crps_normal([5.0], [5.0], [2.0]) == pytest.approx(0.4673900, abs=1e-7)


def test_crps_far_away_is_the_distance_less_a_constant():
    """At 1000 sds it is |y - m| - s / sqrt pi, without overflow."""
    assert m.crps_normal([1e3], [0.0], [1.0]) == pytest.approx(1e3 - 0.5641895835, rel=1e-12)
    assert m.crps_normal([1.0], [0.0], [1e-320]) == pytest.approx(1.0, rel=1e-12)


@given(readings(), readings(), sds())
def test_a_mixture_of_one_is_a_normal(y, mean, sd):
    """With one component the mixture's score is the normal's."""
    mixture = m.crps_mixture([y], [[mean]], [[sd]], [[1.0]])
    assert mixture == pytest.approx(m.crps_normal([y], [mean], [sd]), abs=1e-11)


@given(readings(), readings(), sds())
def test_a_mixture_of_two_that_agree_is_one(y, mean, sd):
    """Splitting a component changes nothing."""
    mixture = m.crps_mixture([y], [[mean, mean]], [[sd, sd]], [[0.3, 0.7]])
    assert mixture == pytest.approx(m.crps_normal([y], [mean], [sd]), abs=1e-11)


@pytest.mark.parametrize("y", [-1.0, 0.2, 3.0])
def test_crps_mixture_is_the_integral(y):
    """The closed form equals the integral for three unlike components."""
    means, spreads, shares = [-1.0, 0.0, 2.0], [0.5, 1.0, 0.2], [0.2, 0.5, 0.3]

    def cdf(x):
        parts = zip(means, spreads, shares, strict=True)
        return sum(w * stats.norm.cdf(x, mean, sd) for mean, sd, w in parts)

    exact = integral_of_crps(y, cdf, -12.0, 12.0)
    assert m.crps_mixture([y], [means], [spreads], [shares]) == pytest.approx(exact, abs=1e-7)


@given(mixtures())
def test_crps_is_never_negative(mixture):
    """A score of zero is perfect, and nothing is better."""
    y, means, spreads, shares = mixture
    assert m.crps_mixture([y], [means], [spreads], [shares]) >= -1e-12


def test_crps_sample_by_hand():
    """
    Points 1, 2, 4 against 3.

    Distances (2 + 1 + 1) / 3 = 4/3; pairs 2 (1 + 3 + 2) / (2 x 9) = 2/3; so 2/3.
    """
    assert m.crps_sample([3.0], [[4.0, 1.0, 2.0]]) == pytest.approx(2.0 / 3.0, rel=ROUNDING)


@given(ensembles())
def test_crps_sample_is_the_double_sum(case):
    """Sorting gives what the sum over all pairs gives."""
    y, points = case
    k = len(points)
    pairs = sum(abs(a - b) for a in points for b in points) / (2.0 * k * k)
    direct = sum(abs(a - y) for a in points) / k - pairs
    assert m.crps_sample([y], [points]) == pytest.approx(direct, abs=1e-11)


def test_many_quantiles_stand_for_a_law():
    """A thousand quantiles of a normal law score as the law does, to their spacing."""
    points = stats.norm.ppf((np.arange(1000) + 0.5) / 1000, 1.0, 2.0)
    assert m.crps_sample([0.3], [points]) == pytest.approx(
        m.crps_normal([0.3], [1.0], [2.0]), abs=1e-3
    )


def test_every_metric_is_a_mean_over_cases():
    """Two cases score the mean of what each scores alone, by row and not by column."""
    one, two = [[0.0, 4.0]], [[1.0, 9.0]]
    both = m.crps_sample([1.0, 2.0], one + two)
    assert both == (m.crps_sample([1.0], one) + m.crps_sample([2.0], two)) / 2.0
    shares = [[0.25, 0.75]]
    apart = [m.crps_mixture([1.0], x, [[1.0, 2.0]], shares) for x in (one, two)]
    together = m.crps_mixture([1.0, 1.0], one + two, [[1.0, 2.0]] * 2, shares * 2)
    assert together == pytest.approx(sum(apart) / 2.0, rel=ROUNDING)


def test_coverage_by_hand():
    """Both ends belong to a band: 3 of 4."""
    assert m.coverage([0.0, 1.0, 0.5, 2.0], [0.0] * 4, [1.0] * 4) == 0.75


# --- weights ---


@pytest.mark.parametrize("metric", [*OF_EVENTS, top_tenth], ids=lambda one: one.__name__)
@given(cases=forecast_cases())
def test_a_weight_is_a_repetition_of_events(metric, cases):
    """A case of weight k counts as k cases, one of weight 0 as none."""
    outcome, p = repeated(cases.outcome, cases.p, times=cases.times)
    assert same(metric(cases.outcome, cases.p, weights=cases.times), metric(outcome, p))


@given(cases=forecast_cases())
def test_a_weight_is_a_repetition_of_distributions(cases):
    """So it is where distributions and bands are scored."""
    y, mean = np.array(cases.outcome, dtype=float), np.array(cases.p)
    sd, times = mean + 0.1, cases.times
    pairs, spreads = np.stack([mean, sd], axis=1), np.stack([sd, sd], axis=1)
    shares = np.full_like(pairs, 0.5)
    for metric, columns in (
        (m.crps_normal, (y, mean, sd)),
        (m.crps_sample, (y, pairs)),
        (m.crps_mixture, (y, pairs, spreads, shares)),
        (m.coverage, (y, mean - sd, mean + sd)),
    ):
        weighted = metric(*columns, weights=times)
        assert same(weighted, metric(*repeated(*columns, times=times))), metric.__name__


@given(forecast_cases())
def test_weights_are_relative(cases):
    """Doubling every weight changes nothing, a fraction is a weight too."""
    for metric in (*OF_EVENTS, top_tenth):
        thirds = [one / 3.0 for one in cases.times]
        got = metric(cases.outcome, cases.p, weights=thirds)
        assert same(got, metric(cases.outcome, cases.p, weights=cases.times)), metric.__name__


# --- what is undefined, and what is refused ---


def test_without_events_there_is_no_ranking():
    """No event: no AUC, precision, share caught or ratio; the losses stay."""
    for metric in (m.auc, m.average_precision, top_tenth, m.expected_over_observed):
        assert metric([0, 0], [0.1, 0.2]) is None
        assert metric([1, 0], [0.1, 0.2], weights=[0, 1]) is None
    assert m.brier([0, 0], [0.1, 0.2]) == pytest.approx(0.025, rel=ROUNDING)


def test_without_others_there_is_no_auc():
    """All events: no AUC, but a precision of 1."""
    assert m.auc([1, 1], [0.1, 0.2]) is None
    assert m.average_precision([1, 1], [0.1, 0.2]) == 1.0


@pytest.mark.parametrize("metric", [*OF_EVENTS, top_tenth, m.brier_parts, m.reliability_table])
@pytest.mark.parametrize(
    ("outcome", "p", "where"),
    [
        ([], [], "outcome"),
        ([0, 2], [0.1, 0.2], "outcome[1]"),
        ([0, math.nan], [0.1, 0.2], "outcome[1]"),
        ([0, None], [0.1, 0.2], "outcome"),
        (["0", "1"], [0.1, 0.2], "outcome"),
        ([[0, 1]], [0.1, 0.2], "outcome"),
        ([[0], [0, 1]], [0.1, 0.2], "outcome"),
        ([0, 1], [0.1], "p"),
        ([0, 1], [0.1, math.nan], "p[1]"),
        ([0, 1], [-math.inf, 0.1], "p[0]"),
        ([0, 1], 0.1, "p"),
    ],
)
def test_what_cannot_be_scored_is_refused(metric, outcome, p, where):
    """The error names the argument, and the first case at fault."""
    with pytest.raises(lg.InvalidValue) as error:
        metric(outcome, p)
    assert error.value.where in {where, where.replace("p", "score", 1)}


@pytest.mark.parametrize("p", [-0.1, 1.1])
@pytest.mark.parametrize(
    "metric",
    [m.log_loss, m.brier, m.expected_over_observed, m.brier_parts, m.reliability_table],
)
def test_probabilities_lie_from_0_to_1(metric, p):
    """A score may be any number, a probability may not."""
    with pytest.raises(lg.InvalidValue, match=r"p\[1\]: got .*, wanted a probability from 0 to 1"):
        metric([0, 1], [0.5, p])
    assert m.auc([0, 1], [0.5, p]) in {0.0, 1.0}


@pytest.mark.parametrize("weights", [[1.0], [-1.0, 1.0], [0.0, 0.0], [math.nan, 1.0], "ab"])
def test_weights_are_checked(weights):
    """One for each case, 0 or more, not all 0."""
    for metric in (*OF_EVENTS, top_tenth):
        with pytest.raises(lg.InvalidValue, match="weights"):
            metric([0, 1], [0.1, 0.2], weights=weights)


@pytest.mark.parametrize("share", [0.0, -0.1, 1.1, math.nan, True, "1 %"])
def test_a_share_is_checked(share):
    """It lies above 0 and up to 1."""
    with pytest.raises(lg.InvalidValue, match=r"share: .*above 0 and up to 1"):
        m.caught_in_top(OUTCOME, P, share=share)


@pytest.mark.parametrize("bins", [0, -1, 2.0, True])
def test_bins_are_counted(bins):
    """There is at least one, and a whole number of them."""
    with pytest.raises(lg.InvalidValue, match=r"bins: .*a whole number, 1 or more"):
        m.brier_parts(OUTCOME, P, bins=bins)


@pytest.mark.parametrize(
    ("call", "where"),
    [
        (lambda: m.crps_normal([0.0], [0.0], [0.0]), "sd[0]"),
        (lambda: m.crps_normal([0.0], [0.0, 1.0], [1.0]), "mean"),
        (lambda: m.crps_normal([math.inf], [0.0], [1.0]), "observed[0]"),
        (lambda: m.crps_sample([0.0], [0.0]), "ensemble"),
        (lambda: m.crps_sample([0.0, 1.0], [[0.0, 1.0]]), "ensemble"),
        (lambda: m.crps_sample([0.0], [[0.0, math.nan]]), "ensemble[0, 1]"),
        (lambda: m.crps_sample([0.0], [[]]), "ensemble"),
        (lambda: m.crps_mixture([0.0], [[0.0, 1.0]], [[1.0]], [[0.5, 0.5]]), "sds"),
        (lambda: m.crps_mixture([0.0], [[0.0]], [[-1.0]], [[1.0]]), "sds[0, 0]"),
        (lambda: m.crps_mixture([0.0], [[0.0, 1.0]], [[1.0, 1.0]], [[0.5, 0.4]]), "mixing"),
        (lambda: m.crps_mixture([0.0], [[0.0, 1.0]], [[1.0, 1.0]], [[1.5, -0.5]]), "mixing"),
        (lambda: m.crps_mixture([0.0], [[0.0, 1.0]], [[1.0, 1.0]], [[1.0]]), "mixing"),
        (lambda: m.coverage([0.0], [1.0], [0.0]), "low"),
    ],
)
def test_distributions_are_checked(call, where):
    """Spreads are above 0, shapes agree, mixing weights sum to 1, bands stand upright."""
    with pytest.raises(lg.InvalidValue) as error:
        call()
    assert error.value.where == where
