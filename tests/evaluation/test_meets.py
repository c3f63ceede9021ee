"""Meets: reading them, the plain rivals, one step of the filter by hand, and no peeking."""

import gzip
import math
import pathlib

import attrs
import numpy as np
import pytest

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.evaluation import meet_fit
from liftguard.evaluation.meet_fit import fit_meets, start_params
from liftguard.evaluation.meet_model import (
    MeetForecasts,
    filter_meets,
    forecast_halves,
    forecast_meets,
)
from liftguard.evaluation.meet_params import MEET_PARAMS, MeetParams
from liftguard.evaluation.meet_task import best_so_far, forecast_rival, previous, scored_rows
from liftguard.evaluation.meets import Meets, read_meets

REAL = pathlib.Path(__file__).parents[3] / "shared" / "data" / "meets.csv.gz"
HEADER = "lifter_id,sex,age,bodyweight_kg,day,equipment,D1,D2,D3,S1,S2,S3,B1,B2,B3\n"
ROW = "4,F,31,62.5,{day},Raw,100,110,-115,80,85,90,50,-55,-55\n"
NONE = [math.nan] * 3
YEAR = 365.25

# Round numbers with everything switched off that a test does not look at.
PLAIN = MeetParams(
    level_man=5.4,
    level_woman=5.0,
    ageing=0.0,
    first_sd=0.2,
    walk_sd=0.05,
    gain=0.07,
    gain_years=1.0,
    gain_woman=1.5,
    gain_ageing=0.0,
    pull=1e-12,
    noise_sd=0.1,
    bad_share=1e-12,
    bad_low=0.0,
    bad_sd=0.1,
    made_last=0.0,
    missed_above=0.0,
    missed=0.0,
    below=0.0,
)


def career(*deadlifts, days, age=math.nan, lifter=2, female=False):
    """Give the meets of somebody who is known by deadlifts alone."""
    n = len(deadlifts)
    return Meets(
        lifter=[lifter] * n,
        female=[female] * n,
        age=np.broadcast_to(age, n),
        bodyweight=[math.nan] * n,
        day=days,
        attempts=[[one, NONE, NONE] for one in deadlifts],
    )


def joined(*careers):
    names = [field.name for field in attrs.fields(Meets)]
    return Meets(
        **{name: np.concatenate([getattr(one, name) for one in careers]) for name in names}
    )


def crowd(lifters=40, seed=1):
    """Give meets of many lifters, with gaps of every kind."""
    rng = np.random.default_rng(seed)
    many = []
    for lifter in range(lifters):
        n = int(rng.integers(1, 9))
        level = rng.normal(5.2, 0.2) + np.cumsum(rng.normal(0.01, 0.03, n))
        load = np.exp(level)[:, None, None] * rng.uniform(0.85, 1.0, (n, 3, 3))
        load = np.round(load / 2.5) * 2.5 * np.where(rng.random((n, 3, 3)) < 0.25, -1.0, 1.0)
        load[rng.random((n, 3, 3)) < 0.05] = math.nan
        age = 25.0 + np.floor(np.arange(n) / 3)
        weight = rng.normal(80.0, 3.0, n)
        age[rng.random(n) < 0.3] = math.nan
        weight[rng.random(n) < 0.1] = math.nan
        many.append(
            Meets(
                lifter=[lifter] * n,
                female=[lifter % 3 == 0] * n,
                age=age,
                bodyweight=weight,
                day=np.cumsum(rng.integers(0, 300, n)),
                attempts=load,
            )
        )
    return joined(*many)


# --- reading ---


def write(path, text):
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    return path


def test_rows_are_sorted_and_filtered(tmp_path):
    text = HEADER + ROW.format(day=90) + ROW.format(day=0)
    text += "3,M,,,5,Raw,200,,,,,,,,\n" + "3,M,40,90,6,Wraps,200,,,,,,,,\n"
    meets = read_meets(write(tmp_path / "m.csv.gz", text))
    assert meets.lifter.tolist() == [3, 4, 4]
    assert meets.day.tolist() == [5.0, 0.0, 90.0]
    assert meets.female.tolist() == [False, True, True]
    assert math.isnan(meets.age[0])
    np.testing.assert_array_equal(
        meets.best(), [[200, np.nan, np.nan], [110, 90, 50], [110, 90, 50]]
    )
    assert len(read_meets(tmp_path / "m.csv.gz", equipment=None)) == 4


def test_a_plain_csv_reads_like_a_packed_one(tmp_path):
    (tmp_path / "m.csv").write_text(HEADER + ROW.format(day=0), encoding="utf-8")
    assert read_meets(str(tmp_path / "m.csv")).day.tolist() == [0.0]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", "the columns lifter_id, sex"),
        (b"a,b\n1,2\n", "the columns lifter_id, sex"),
        (HEADER.replace("S2,", "").encode(), "the columns S2"),
        (HEADER.encode(), "meets of equipment Raw"),
        (gzip.compress(HEADER.encode(), mtime=0)[:-12], "an undamaged csv file"),
        (b"\x1f\x8b\x08\x00nothing", "an undamaged csv file"),
        (HEADER.encode() + b"\xff\xfe", "an undamaged csv file"),
    ],
)
def test_no_table_of_meets(tmp_path, content, wanted):
    path = tmp_path / "meets.csv.gz"
    path.write_bytes(content)
    with pytest.raises(UnreadableLog, match=wanted) as caught:
        read_meets(path)
    assert caught.value.where == str(path)


def test_no_file(tmp_path):
    with pytest.raises(UnreadableLog, match="that can be opened"):
        read_meets(tmp_path / "absent.csv.gz")


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (ROW.format(day="soon"), "line 3, day"),
        (ROW.format(day=""), "line 3, day"),
        (ROW.format(day="inf"), "line 3, day"),
        (ROW.format(day=1).replace(",F,", ",X,"), "line 3, sex"),
        (ROW.format(day=1).replace("4,", "4.5,", 1), "line 3, lifter_id"),
        (ROW.format(day=1).replace("-115", "no"), "line 3, D3"),
        ("4,F,31,62.5,1,Raw,100\n", "line 3, D2"),
        (ROW.format(day=1).replace("-115", "0"), r"attempts\[1, 0, 2\]"),
        (ROW.format(day=1).replace("62.5", "-1"), r"bodyweight\[1\]"),
        (ROW.format(day=1).replace("31", "131"), r"age\[1\]"),
        (ROW.format(day=1).replace(",F,", ",M,"), r"female\[0\]"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path, row, where):
    path = write(tmp_path / "m.csv.gz", HEADER + ROW.format(day=0) + row)
    with pytest.raises(InvalidValue, match=where):
        read_meets(path)


def test_meets_stand_in_order():
    with pytest.raises(InvalidValue, match="each one's meets by day"):
        career([100, 0.5, 1], [100, 1, 1], days=[5, 4])
    with pytest.raises(InvalidValue, match="the shape"):
        career([100, 1, 1], days=[5, 4])


# --- the task, and its plain rivals ---


def bombed_once(lifter=2):
    return career(
        [-200, 200, 210], [180, 190, -200], [-190, -190, -190], [200, NONE[0], 205],
        days=[0, 10, 20, 30], lifter=lifter,
    )  # fmt: skip


def test_what_is_forecast_and_from_what():
    meets = joined(bombed_once(2), career([100, 0.5, 1], days=[0], lifter=3))
    np.testing.assert_array_equal(previous(meets), [np.nan, 210, 190, 190, np.nan])
    np.testing.assert_array_equal(best_so_far(meets), [np.nan, 210, 210, 210, np.nan])
    assert scored_rows(meets).tolist() == [1, 3]
    assert meets.turn().tolist() == [0, 1, 2, 3, 0]


def test_a_rival_is_judged_by_the_errors_it_made_for_others():
    meets = joined(bombed_once(2), career([100, 1, 1], [110, 1, 1], days=[0, 9], lifter=3))
    said = forecast_rival(meets, previous(meets))
    np.testing.assert_allclose(said.observed, np.log([190, 205, 110]))
    # the odd lifter gained ln 1.1; the even one lost ln(210/190) and gained ln(205/190)
    np.testing.assert_allclose(said.median[:2], np.log([210 * 1.1, 190 * 1.1]))
    np.testing.assert_allclose(said.median[2], math.log(100) + 0.5 * math.log(205 / 210))
    assert said.quantile(0.05)[2] < math.log(100) < said.quantile(0.95)[2]
    with pytest.raises(InvalidValue, match="even and odd"):
        forecast_rival(bombed_once(), previous(bombed_once()))


# --- the filter by hand ---


def test_one_meet_then_a_year():
    """Prior .2^2 and noise .1^2 give a gain of .8 and leave .008; the year adds .05^2."""
    said = forecast_meets(career([200, 1, 1], [190, 1, 1], days=[0, YEAR]), PLAIN)
    mean = 5.4 + 0.8 * (math.log(200) - 5.4) + 0.07 * math.log(2)
    np.testing.assert_allclose(said.median, [mean], atol=1e-8)
    sd = math.sqrt(0.008 + 0.0025 + 0.01)
    np.testing.assert_allclose(said.quantile(0.95) - said.median, [1.644854 * sd], atol=1e-6)
    np.testing.assert_allclose(said.observed, [math.log(190)])


def test_the_second_year_gains_less():
    meets = career([200, 1, 1], [200, 1, 1], [200, 1, 1], days=[0, YEAR, 2 * YEAR])
    change = filter_meets(meets, attrs.evolve(PLAIN, noise_sd=1e6)).mean - 5.4
    np.testing.assert_allclose(change, [0.0, 0.07 * math.log(2), 0.07 * math.log(3)], atol=1e-9)


def test_how_the_attempts_ended():
    """Shown is best - low; with hardly any noise the belief becomes what was shown."""
    params = attrs.evolve(
        PLAIN, noise_sd=1e-6, made_last=-0.02, missed_above=0.5, missed=-0.01, below=0.03
    )

    def shown(*attempts):
        meets = career(attempts, [1, 1, 1], days=[0, 0])
        return filter_meets(meets, params).mean[1] - math.log(200)

    assert shown(180, 190, 200) == pytest.approx(0.02)
    assert shown(190, 200, -210) == pytest.approx(0.5 * math.log(210 / 200) + 0.01)
    assert shown(200, -300, -300) == pytest.approx(0.5 * 0.1 + 0.02)  # so far says no more
    assert shown(190, 200, math.nan) == pytest.approx(0.01)
    assert shown(200, -200, -200) == pytest.approx(0.02)
    meets = career([180, 190, 200], [1, 1, 1], days=[0, 0])
    said = forecast_meets(meets, params)
    assert said.median[0] == pytest.approx(math.log(200) + 0.02 - 0.03, abs=1e-8)


def test_sex_and_age_say_what_is_usual():
    """Ten and a half years above 35 at .01 a year."""
    params = attrs.evolve(PLAIN, ageing=-0.01)
    assert filter_meets(career(NONE, days=[0], age=45), params).mean[0] == pytest.approx(5.295)
    woman = career(NONE, days=[0], age=45, female=True)
    assert filter_meets(woman, params).mean[0] == pytest.approx(4.895)
    assert filter_meets(career(NONE, days=[0]), params).mean[0] == pytest.approx(5.4)


def test_an_age_once_said_goes_on():
    """At 46.5 the usual level is 5.285, and a pull of ln 2 goes half of the way there."""
    params = attrs.evolve(PLAIN, ageing=-0.01, pull=math.log(2), gain=1e-12)
    meets = career(NONE, NONE, days=[0, YEAR], age=[45, math.nan])
    np.testing.assert_allclose(filter_meets(meets, params).mean, [5.295, 5.29])


def test_women_and_the_young_gain_more():
    params = attrs.evolve(PLAIN, gain_ageing=0.02)
    meets = career(NONE, NONE, days=[0, YEAR], age=[17, 18], female=True)
    change = np.diff(filter_meets(meets, params).mean)
    # 17.5 and 18.5, a year apart: at the second meet 18.5, which is 9.5 below 28
    np.testing.assert_allclose(change, [0.07 * math.log(2) * 1.5 * math.exp(0.19)])


def test_an_unusual_lift_is_pulled_back():
    """A year at a pull of ln 2 halves the distance to what is usual."""
    params = attrs.evolve(PLAIN, noise_sd=1e-9, pull=math.log(2), gain=1e-12)
    filtered = filter_meets(career([300, 1, 1], [300, 1, 1], days=[0, YEAR]), params)
    np.testing.assert_allclose(filtered.mean[1], 0.5 * (5.4 + math.log(300)))
    np.testing.assert_allclose(filtered.variance[1], 0.0025)


def test_a_bad_day_by_brute_force():
    """The belief after a surprise has the mean and variance of the exact posterior."""
    params = attrs.evolve(PLAIN, noise_sd=0.03, bad_share=0.2, bad_low=0.1, bad_sd=0.08)
    filtered = filter_meets(career([190, 1, 1], [1, 1, 1], days=[0, 0]), params)

    def normal(x, sd):
        return np.exp(-0.5 * (x / sd) ** 2) / sd

    grid = np.linspace(3.0, 8.0, 200_001)
    gap = math.log(190) - grid
    bad = math.hypot(0.03, 0.08)
    density = normal(grid - 5.4, 0.2) * (0.8 * normal(gap, 0.03) + 0.2 * normal(gap + 0.1, bad))
    mean = np.sum(density * grid) / np.sum(density)
    variance = np.sum(density * (grid - mean) ** 2) / np.sum(density)
    np.testing.assert_allclose(filtered.mean[1], mean, rtol=1e-9)
    np.testing.assert_allclose(filtered.variance[1], variance, rtol=1e-7)
    whole = np.sum(density) * (grid[1] - grid[0]) / (2 * math.pi)
    assert filtered.log_density[0] == pytest.approx(math.log(whole), abs=1e-7)


def test_two_equal_parts_are_one_normal():
    """Middle 4.9 and spread .1, whatever the weights: the 95 % point is 4.9 + 1.64485 x .1."""
    said = MeetForecasts(
        rows=np.array([1]),
        observed=np.array([5.0]),
        means=np.array([[4.9, 4.9]]),
        sds=np.array([[0.1, 0.1]]),
        mixing=np.array([[0.9, 0.1]]),
    )
    assert said.median[0] == pytest.approx(4.9, abs=1e-8)
    assert said.quantile(0.95)[0] == pytest.approx(5.064485, abs=1e-6)


def test_quantiles_of_two_parts():
    """Far apart parts: the lower tenth holds all below, so the 5 % point is its middle."""
    said = MeetForecasts(
        rows=np.array([0]),
        observed=np.array([5.0]),
        means=np.array([[5.0, 1.0]]),
        sds=np.array([[0.01, 0.1]]),
        mixing=np.array([[0.9, 0.1]]),
    )
    assert said.quantile(0.05)[0] == pytest.approx(1.0, abs=1e-8)
    assert said.quantile(0.55)[0] == pytest.approx(5.0, abs=1e-8)


@pytest.mark.parametrize(
    "change", [{"walk_sd": 0.0}, {"bad_share": 1.0}, {"gain": True}, {"missed": math.nan}]
)
def test_constants_have_ranges(change):
    with pytest.raises(InvalidValue, match="MeetParams." + next(iter(change))):
        attrs.evolve(MEET_PARAMS[0], **change)


def test_a_token_lift_says_little():
    """No bad day explains it, so it is read as .3 too low with noise .3: a gain of 1/226."""
    params = attrs.evolve(PLAIN, first_sd=0.02, noise_sd=0.02, bad_share=0.1, bad_sd=0.05)
    meets = career([math.exp(4.1), 1, 1], NONE, days=[0, 0])
    gain = 0.02**2 / (0.02**2 + 0.02**2 + 0.3**2)
    filtered = filter_meets(meets, params)
    assert filtered.mean[1] == pytest.approx(5.4 - gain * 1.0)
    assert filtered.variance[1] == pytest.approx(0.02**2 * (1 - gain))


# --- no peeking ---


def test_later_meets_change_no_earlier_forecast():
    meets = crowd()
    turn = meets.turn()
    full = filter_meets(meets, MEET_PARAMS[0])
    for last in range(turn.max()):
        kept = turn <= last
        cut = filter_meets(meets.of(kept), MEET_PARAMS[0])
        np.testing.assert_allclose(cut.mean, full.mean[kept], rtol=1e-13)
        np.testing.assert_allclose(cut.variance, full.variance[kept], rtol=1e-12)


def test_other_lifters_do_not_matter():
    meets = crowd()
    full = filter_meets(meets, MEET_PARAMS[1])
    own = meets.lifter == 17
    alone = filter_meets(meets.of(own), MEET_PARAMS[1])
    np.testing.assert_allclose(alone.mean, full.mean[own], rtol=1e-13)


def test_nothing_that_was_weighed_or_lifted_at_the_forecast_meet_matters():
    meets = crowd()
    rows = np.flatnonzero(meets.turn() == 2)
    weight, attempts = meets.bodyweight.copy(), meets.attempts.copy()
    weight[rows] = 140.0
    attempts[rows] = np.abs(attempts[rows]) * 0.5
    other = attrs.evolve(meets, bodyweight=weight, attempts=attempts)
    before, after = (filter_meets(one, MEET_PARAMS[0]) for one in (meets, other))
    np.testing.assert_array_equal(before.mean[rows], after.mean[rows])
    np.testing.assert_array_equal(before.variance[rows], after.variance[rows])
    later = np.flatnonzero(meets.turn() == 3)
    assert np.all(before.mean[later] != after.mean[later])


def test_each_lifter_is_forecast_by_the_fit_on_the_other_half():
    meets = crowd()
    both = forecast_halves(meets, MEET_PARAMS)
    for parity, params in ((1, MEET_PARAMS[0]), (0, MEET_PARAMS[1])):
        alone = forecast_meets(meets.of(meets.lifter % 2 == parity), params)
        np.testing.assert_allclose(both.median[meets.lifter[both.rows] % 2 == parity], alone.median)


# --- the fit ---


def test_a_fit_scores_better_than_its_start():
    meets = crowd()
    start, found = start_params(), fit_meets(meets, range(40), rounds=3)
    assert isinstance(found, MeetParams)
    assert forecast_meets(meets, found).crps() < forecast_meets(meets, start).crps()
    likely = fit_meets(meets, range(40), rounds=2, forecasts=False)
    assert (
        filter_meets(meets, likely).log_density.sum() > filter_meets(meets, start).log_density.sum()
    )
    with pytest.raises(InvalidValue, match="lifters"):
        fit_meets(meets, [99])


def test_the_search_scale_loses_nothing():
    back = meet_fit._decoded(meet_fit._encoded(MEET_PARAMS[1]), 4)
    assert back == MEET_PARAMS[1]


# --- real meets ---


def within(said, p):
    low, high = said.quantile(0.5 - p / 2), said.quantile(0.5 + p / 2)
    return np.mean((low <= said.observed) & (said.observed <= high))


def test_real_meets():
    """At most 88 % of the previous meet's errors, with constants fitted on other lifters."""
    if not REAL.exists():
        pytest.skip("the real meets are not here")
    meets = read_meets(REAL)
    rival = forecast_rival(meets, previous(meets))
    highest = forecast_rival(meets, best_so_far(meets))
    said = forecast_halves(meets, MEET_PARAMS)
    assert len(said.rows) == len(rival.rows) == 19_843

    def mae(one):
        return np.mean(np.abs(one.observed - one.median))

    assert (round(mae(rival), 4), round(mae(highest), 4)) == (0.0555, 0.0565)
    assert rival.crps() == pytest.approx(0.043, abs=2e-4)
    assert mae(said) < 0.87 * mae(rival)
    assert said.crps() < 0.85 * rival.crps()
    assert 0.88 <= within(said, 0.9) <= 0.92
