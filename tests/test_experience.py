"""What own outcomes say on top of physics: counted, weighed and learned by hand, and its laws."""

import math
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, logs

import liftguard as lg
from liftguard.model.experience import (
    NOTHING_DONE,
    TABLE_WIDTH,
    Calibration,
    Done,
    Record,
    Shown,
    calibrated,
    chance,
    forget,
    log_odds,
    physics_of,
    record_of,
    shown_odds,
    taught,
    uncalibrated,
    with_miss,
    with_success,
    writes_misses_down,
)
from liftguard.model.standing import stand
from liftguard.model.tables import Cells, empty_table, sums_of

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    all_constant=-0.4,
    all_slope=1.2,
    all_proven=-0.5,
    all_missed=1.0,
    all_youth=-0.6,
    youth_days=100.0,
    proof_half_days=200.0,
    proof_width=0.05,
    missed_half_days=50.0,
    missed_most=10.0,
    unproven_most=2.0,
    unproven_from=0.0,
    unproven_to=0.1,
    out_of_use_days=28.0,
    lapse_of_reps=0.004,
    own_constant_sd=0.5,
    own_slope_sd=0.2,
    own_proven_sd=0.1,
    own_missed_sd=0.3,
    own_half_days=700.0,
    own_constant_most=2.0,
)
DAY = 86400.0
CLOSE = 1e-9


def done_of(*sets, days=0.0, before=NOTHING_DONE, sure=1.0):
    """Count sets of load and repetitions that went up."""
    for kg, reps in sets:
        load = math.log(kg)
        asks = load + 0.03 * (reps - 1.0)
        before = with_success(before, load, float(reps), asks, sure, days * DAY, PARAMS)
    return before


def proven(done, kg, reps, days=0.0):
    """Give how many sets have proven a plan."""
    asks = math.log(kg) + 0.03 * (reps - 1.0)
    return record_of(done, math.log(kg), float(reps), asks, 0.0, days * DAY, PARAMS).proven


# --- counted ---


@pytest.mark.parametrize(
    ("kg", "reps", "count"),
    [
        (100, 5, 2.0),  # twice five of it
        (100, 6, 0.0),  # more were never done
        (100, 1, 3.0),
        (90, 5, 3.0),  # twice with more, once with more repetitions
        (90, 8, 1.0),
        (90, 10, 0.0),
        (106, 1, 3.0 * (93.0 + 1.0 - math.log(106) / 0.05)),  # in the next bin it fades
        (112, 1, 0.0),  # two bins more
        (20, 1, 4.0),  # the lightest bin holds all that is heavier
    ],
)
def test_what_has_proven_a_plan(kg, reps, count):
    """Sets with at least its load and at least its repetitions."""
    done = done_of((100, 5), (90, 8), (100, 5), (100, 2))
    assert proven(done, kg, reps) == pytest.approx(count, abs=1e-6)


def test_a_heavier_set_moves_the_table():
    """What went up before stays what it was; what lies ten bins below counts as the lightest."""
    done = done_of((50, 10), (100, 5), (120, 1))
    assert done.top == math.floor(math.log(120) / 0.05)
    assert done.reached == math.log(120)  # more than ln 100 + .12
    assert proven(done, 50, 10) == 1.0  # 50 kg is 17 bins below and in the last
    assert proven(done, 100, 5) == 1.0
    assert proven(done, 100, 1) == 2.0
    assert proven(done, 121, 1) == 1.0  # of the same bin
    assert proven(done, 130, 1) == 0.0


def test_no_proof_is_lost():
    """A light set proves as much after a heavy one has moved it out of the table."""
    before = done_of((50, 10), (52, 12), (60, 3))
    after = done_of((200, 1), before=before)
    for kg, reps in ((50, 10), (40, 12), (55, 1)):
        assert proven(after, kg, reps) >= proven(before, kg, reps)
    assert sum(after.table) == 4.0


def test_what_went_up_fades():
    """Half of it counts after 200 days, and what comes then counts whole."""
    done = done_of((100, 5))
    assert proven(done, 100, 5, days=200.0) == pytest.approx(0.5)
    assert proven(done_of((100, 5), days=200.0, before=done), 100, 5, days=200.0) == pytest.approx(
        1.5, abs=0.01
    )


def test_a_doubtful_set_is_no_new_top():
    """A slip of the finger, believed by a tenth, counts a tenth and sets no heights."""
    done = done_of((300, 5), before=done_of((100, 5)), sure=0.1)
    assert (done.top, done.reached) == done_of((100, 5))[:2]
    assert proven(done, 100, 5) == pytest.approx(1.1, abs=0.01)


def test_days_with_a_miss():
    """Once in a session, half after 50 days, ten at the most; before the first nobody writes."""
    assert not writes_misses_down(NOTHING_DONE)
    done = with_miss(NOTHING_DONE, 0.0, PARAMS)
    assert writes_misses_down(done)
    again = with_miss(done, 600.0, PARAMS)
    assert again.missed == done.missed == 1.0
    later = with_miss(again, 50 * DAY, PARAMS)

    def missed(done, days):
        return record_of(done, 4.0, 1.0, 4.0, 0.0, days * DAY, PARAMS).missed

    assert missed(later, 50.0) == pytest.approx(1.5)
    assert missed(later, 100.0) == pytest.approx(0.75)
    for n in range(40):
        later = with_miss(later, (50.0 + n) * DAY, PARAMS)
    assert missed(later, 90.0) == 10.0


def test_a_log_of_a_hundred_years():
    """Counts stay finite."""
    done = done_of((100, 5), days=36_500.0 * 4, before=done_of((100, 5)))
    assert all(math.isfinite(one) for one in done.table)
    assert math.isfinite(proven(done, 100, 5, days=36_500.0 * 4))


# --- weighed ---

USUAL = uncalibrated(PARAMS)


def test_a_chance_by_hand():
    """
    Three sets, one miss, 100 days: base = -.4 - .5 ln 4 + ln 2 - .6/e = -.6207.

    Log-odds of -1 become -.6207 - 1.2 = -1.8207, a chance of .13935; of several repetitions
    .004 more of the rest: 1 - .996 x .86065 = .14279.
    """
    shown = calibrated(Record(3.0, 1.0, math.exp(-1.0), 5.0, 0.0), USUAL, 1.0, PARAMS)
    assert shown.base == pytest.approx(-0.6207276, abs=1e-6)
    assert chance(-1.0, shown) == pytest.approx(0.1393466, abs=1e-6)
    several = calibrated(Record(3.0, 1.0, math.exp(-1.0), 5.0, 0.0), USUAL, 5.0, PARAMS)
    assert chance(-1.0, several) == pytest.approx(1.0 - 0.996 * (1.0 - 0.1393466), abs=1e-6)


def test_own_shifts_by_hand():
    """Of the constant .1, of the slope .2 above log-odds of -3, of proven -.1, of missed .3."""
    own = USUAL._replace(constant=0.1, slope=0.2, proven=-0.1, missed=0.3)
    shown = calibrated(Record(3.0, 1.0, 0.0, 5.0, 0.0), own, 1.0, PARAMS)
    base = -0.3 - 0.6 * math.log(4.0) + 1.3 * math.log(2.0)
    assert shown.base == pytest.approx(base, abs=CLOSE)
    assert shown_odds(-1.0, shown) == pytest.approx(base - 1.2 + 0.2 * 2.0, abs=CLOSE)
    assert shown_odds(-4.0, shown) == pytest.approx(base - 4.8, abs=CLOSE)


@pytest.mark.parametrize(
    ("above", "idle", "least"),
    [(0.0, 5.0, -5.0), (0.05, 5.0, -4.0), (0.1, 5.0, -3.0), (0.3, 5.0, -3.0), (0.0, 29.0, -3.0)],
)
def test_what_never_went_up_is_not_made_light_of(above, idle, least):
    """
    Log-odds of -3 of a plan without proof: at most 2 less, 1 less 5 % above all, else none.

    By weights alone it would be -.4 - .6 - 3.6 - 2 = -6.6; nor does anything count a month on.
    """
    own = USUAL._replace(constant=-2.0)
    shown = calibrated(Record(0.0, 0.0, 1.0, idle, above), own, 1.0, PARAMS)
    assert shown_odds(-3.0, shown) == pytest.approx(least, abs=CLOSE)


@given(
    st.floats(-6.0, 6.0), st.floats(-3.0, 3.0), st.floats(-0.5, 0.5), st.sampled_from([0.0, 2.0])
)
def test_shown_log_odds_are_turned_round(odds, base, turn, least):
    """Physics is found again from what it is shown as."""
    shown = Shown(base, 1.2, turn, least, 0.0)
    assert physics_of(shown_odds(odds, shown), shown) == pytest.approx(odds, abs=1e-9)


# --- learned ---


def test_a_failed_plan_by_hand():
    """
    Log-odds 0, nothing proven or missed, an old log: shown -.4, a chance of .40131.

    u = (1, 3, 0, 0), variances .25 and .04: total .25 + .36 = .61, told p (1 - p) = .24026, step
    (1 - .40131) / (1 + .24026 x .61) = .52216; the constant moves by .25, the slope by .12 of it.
    """
    own = taught(USUAL, Record(0.0, 0.0, 0.0, 5.0, 0.0), 0.0, 1.0, PARAMS)
    assert own.constant == pytest.approx(0.25 * 0.5221603, abs=1e-6)
    assert own.slope == pytest.approx(0.12 * 0.5221603, abs=1e-6)
    assert (own.proven, own.missed) == (0.0, 0.0)
    assert own.v_constant == pytest.approx(0.25 / (1.0 + 0.25 * 0.2402606), abs=1e-6)
    assert own.v_slope == pytest.approx(0.04 / (1.0 + 0.04 * 9.0 * 0.2402606), abs=1e-6)
    assert (own.v_proven, own.v_missed) == pytest.approx((0.01, 0.09))


def test_one_step_moves_log_odds_by_one_at_most():
    """However surprising an outcome, and however little is known."""
    wide = USUAL._replace(v_constant=9.0, v_slope=1.0)
    record = Record(0.0, 0.0, 0.0, 5.0, 0.0)
    own = taught(wide, record, -1.0, 1.0, PARAMS)
    assert own.constant + 2.0 * own.slope <= 1.0 + CLOSE
    assert own.constant + 2.0 * own.slope > 0.9


def test_what_was_learned_is_forgotten():
    """After 700 days half is left of shifts; variances go back by the square; in two steps too."""
    own = USUAL._replace(constant=1.0, slope=-0.2, v_constant=0.05, at_s=0.0, scatter=0.3)
    half = forget(own, 700 * DAY, PARAMS)
    assert (half.constant, half.slope) == pytest.approx((0.5, -0.1))
    assert half.v_constant == pytest.approx(0.25 - 0.2 * 0.25)
    assert (half.at_s, half.scatter) == (700 * DAY, 0.3)
    twice = forget(forget(own, 200 * DAY, PARAMS), 700 * DAY, PARAMS)
    assert twice == pytest.approx(half, rel=1e-12)


def records():
    """Draw what a log says of a plan."""
    return st.builds(
        Record,
        proven=st.floats(0.0, 200.0),
        missed=st.floats(0.0, 10.0),
        youth=st.floats(0.0, 1.0),
        idle=st.floats(0.0, 60.0),
        above=st.floats(0.0, 0.5),
    )


def learned():
    """Draw an athlete after some outcomes."""
    outcomes = st.tuples(records(), st.floats(-8.0, 8.0), st.sampled_from([0.0, 1.0]))

    def fold(all_of_them):
        own = USUAL
        for record, odds, failed in all_of_them:
            own = taught(own, record, odds, failed, PARAMS)
        return own

    return st.lists(outcomes, max_size=30).map(fold)


@given(learned(), records(), st.floats(-8.0, 8.0), records(), st.floats(-8.0, 8.0))
def test_an_outcome_moves_every_plan_its_own_way(own, record, odds, other, elsewhere):
    """A plan that went up makes none look worse, one that did not makes none look better."""

    def shown(own):
        return chance(elsewhere, calibrated(other, own, 1.0, PARAMS))

    up = taught(own, record, odds, 0.0, PARAMS)
    short = taught(own, record, odds, 1.0, PARAMS)
    assert shown(up) <= shown(own) + CLOSE <= shown(short) + 2.0 * CLOSE


@given(learned(), records(), st.floats(-8.0, 8.0), st.floats(0.0, 3.0))
def test_signs_hold(own, record, odds, more):
    """Higher log-odds of physics are shown higher, more proof lower, more misses higher."""

    def shown(record, odds):
        return chance(odds, calibrated(record, own, 1.0, PARAMS))

    here = shown(record, odds)
    assert shown(record, odds + more) >= here - CLOSE
    assert shown(record._replace(proven=record.proven + more), odds) <= here + CLOSE
    assert shown(record._replace(missed=record.missed + more), odds) >= here - CLOSE
    assert shown(record._replace(above=record.above + more), odds) >= here - CLOSE


@given(learned())
def test_shifts_stay_within_bounds(own):
    """Constant within 2, the whole slope within .3 and 2, proof never frightens."""
    assert abs(own.constant) <= 2.0
    assert 0.3 - CLOSE <= PARAMS.all_slope + own.slope <= 2.0 + CLOSE
    assert PARAMS.all_proven + own.proven <= CLOSE
    assert PARAMS.all_missed + own.missed >= -CLOSE
    assert all(0.0 <= one <= most for one, most in zip(own[4:8], USUAL[4:8], strict=True))


# --- floats and arrays ---


def test_floats_and_arrays_agree():
    """The same sets counted, and the same outcomes learned, for one athlete or for many."""
    rng = np.random.default_rng(1)
    loads = np.log(rng.uniform(40.0, 140.0, (12, 7)))
    reps = rng.integers(1, 15, (12, 7)).astype(float)
    odds, failed = rng.uniform(-6.0, 4.0, (12, 7)), rng.integers(0, 2, (12, 7)).astype(float)

    def run(done, own, loads, reps, odds, failed):
        found = []
        for n, (load, count, said, short) in enumerate(zip(loads, reps, odds, failed, strict=True)):
            now_s, asks = 3e5 * n + 0.0 * load, load + 0.03 * (count - 1.0)
            done = with_success(done, load, count, asks, 0.9 + 0.0 * load, now_s, PARAMS)
            done = with_miss(done, now_s, PARAMS)
            record = record_of(done, load - 0.1, count, asks, 0.0 * load, now_s, PARAMS)
            own = taught(forget(own, now_s, PARAMS), record, said, short, PARAMS)
            found += [chance(said, calibrated(record, own, count, PARAMS)), *record, *own]
        return found

    empty = Done(
        *(np.full(7, one) for one in NOTHING_DONE[:2]),
        Cells(sums_of(np.zeros((7, 100)), TABLE_WIDTH), np.arange(7)),
        *(np.full(7, one) for one in NOTHING_DONE[3:]),
    )
    usual = Calibration(*(np.full(7, one) for one in USUAL))
    together = run(empty, usual, loads, reps, odds, failed)
    for i in range(7):
        given_one = ([float(x) for x in column[:, i]] for column in (loads, reps, odds, failed))
        alone = run(NOTHING_DONE, USUAL, *given_one)
        np.testing.assert_allclose([one[i] for one in together], alone, rtol=1e-12, atol=1e-12)
    assert len(empty_table(100)) == len(NOTHING_DONE.table)


# --- through the front door ---

AT = BEGINNING


def bench(kg, reps, day, **more):
    at = AT + timedelta(days=day)
    return lg.LoggedSet(lift="bench_press", at=at, load_kg=kg, reps=reps, **more)


def known(guard=GUARD, sets=30, kg=100.0):
    """Give a lifter who benches five of a load twice a week, and nothing said of plans."""
    return guard.replay(lg.History(bench(kg, 5, 3.5 * n) for n in range(sets))).state


def own_of(state):
    """Give what was learned of plans: shifts and variances, scatter left out."""
    return state.body.calibration[:8]


def test_silence_is_no_success():
    """A log of successes alone keeps the weights of others: nobody knows what was planned."""
    assert own_of(known()) == own_of(GUARD.start())


def test_after_a_miss_first_repetitions_teach():
    """From the first recorded miss of a lift on its sets are outcomes, if not before."""
    state = GUARD.learn(known(), bench(125, 0, 106, missed=True))
    assert own_of(state) == own_of(GUARD.start())  # known before it: that misses are written down
    after = GUARD.learn(state, bench(120, 1, 109))
    assert after.body.calibration.constant < 0.0
    easy = GUARD.learn(state, bench(60, 5, 109))
    assert own_of(easy) == own_of(state)  # that it went up was no news
    other = lg.LoggedSet(lift="squat", at=AT + timedelta(days=109), load_kg=100, reps=5)
    assert own_of(GUARD.learn(state, other)) == own_of(state)


def test_a_known_plan_teaches():
    """That it went up lowers, and that it did not raises, the chance of the next."""
    state = known()
    up = GUARD.learn(state, bench(105, 5, 106, planned_reps=5))
    short = GUARD.learn(state, bench(105, 3, 106, planned_reps=5))
    assert up.body.calibration.constant < 0.0 < short.body.calibration.constant
    assert short.lifts["bench_press"].done.missed > 0.0
    assert up.lifts["bench_press"].done.missed == 0.0


def test_a_slip_teaches_nothing():
    """A bare bar that is noted as missed had no chance to be one."""
    state = known()
    slip = GUARD.learn(state, bench(20, 0, 106, missed=True, planned_reps=5))
    assert own_of(slip) == own_of(state)
    assert slip.lifts["bench_press"].done == state.lifts["bench_press"].done


def test_a_unit_mix_up_proves_nothing():
    """Pounds as kilograms once: 220 for 100 sets no heights and proves no such plan."""
    state = GUARD.learn(known(), bench(220.5, 5, 106))
    done = state.lifts["bench_press"].done
    assert done.top == known().lifts["bench_press"].done.top
    press = lg.PlannedSet(lift="bench_press", load_kg=200, reps=5)
    assert GUARD.forecast(state, press, at=AT + timedelta(days=109)).p_beyond > 0.9


def test_misses_alone():
    """Forty failed plans: the chance is high, the numbers finite and within bounds."""
    state = known()
    for n in range(40):
        state = GUARD.learn(state, bench(102.5, 2, 110 + 3 * n, planned_reps=5, missed=True))
    own = state.body.calibration
    assert 0.0 < own.constant <= GUARD.params.own_constant_most
    press = lg.PlannedSet(lift="bench_press", load_kg=102.5, reps=5)
    assert 0.5 < GUARD.forecast(state, press, at=AT + timedelta(days=233)).p_beyond < 1.0


def test_ten_thousand_sets():
    """Twenty years of one lift: all that is kept is finite, and the usual set is clear."""
    state = GUARD.replay(
        lg.History(
            bench(80.0 + 5.0 * (n % 5), 5 - n % 3, 0.7 * n, planned_reps=5 - n % 3)
            for n in range(10_000)
        )
    ).state
    done = state.lifts["bench_press"].done
    assert all(math.isfinite(one) for one in (*done.table, *done[:2], *done[3:]))
    assert all(math.isfinite(one) for one in state.body.calibration)
    press = lg.PlannedSet(lift="bench_press", load_kg=100, reps=3)
    assert GUARD.check(state, press, at=AT + timedelta(days=7001)).level is lg.Level.CLEAR


@given(logs(others=False), st.data())
def test_a_success_raises_no_chance_through_experience(entries, data):
    """Whatever was logged, one more set that went up shows no plan as riskier, physics apart."""
    state = GUARD.replay(lg.History(entries)).state
    assumed = [one for one in entries if isinstance(one, lg.LoggedSet) and one.load_kg > 0.0]
    if not assumed:
        return
    last = assumed[-1]
    planned = data.draw(st.sampled_from([None, 1, last.reps or 1]))
    up = lg.LoggedSet(
        lift=last.lift, at=entries[-1].at, load_kg=last.load_kg, reps=last.reps or 1,
        planned_reps=planned,
    )  # fmt: skip
    after = GUARD.learn(state, up)
    reps, load = float(data.draw(st.integers(1, 12))), math.log(data.draw(st.floats(20.0, 300.0)))

    def shown(state):
        one = stand(state, up.lift, state.at, GUARD.params)
        record = record_of(
            one.one.done, load, reps, load + 0.03 * reps, one.days, one.one.clock_s, GUARD.params
        )
        return calibrated(
            record._replace(youth=0.0, idle=0.0),
            forget(one.calibration, one.one.clock_s, GUARD.params),
            reps,
            GUARD.params,
        )

    odds = data.draw(st.floats(-6.0, 6.0))
    before_it, after_it = chance(odds, shown(state)), chance(odds, shown(after))
    assert after_it <= before_it + 0.01 * before_it + CLOSE  # whole steps of a count round it
    assert math.isfinite(log_odds(after_it))
