"""Which reading a set gets: how far from the limit it was, slips, and scales that change."""

import math
from datetime import datetime, timedelta

import pytest
from standings import rested

import liftguard as lg
from liftguard.model.capacity import begin, capacity
from liftguard.model.fatigability import Fatigability
from liftguard.model.interpret import gap_by_rir, is_off, is_open, read_one, scale_is_wrong
from liftguard.model.row import PLAIN, RATED, row_of
from liftguard.model.standing import stand

GUARD = lg.Guard()
START = datetime(2026, 1, 5, 18)


def trained(count=12):
    """Give a state after weekly sets of a machine to failure, at 100 kg for 8."""
    state = GUARD.start()
    for week in range(count):
        at = START + timedelta(weeks=week)
        state = GUARD.learn(state, failure(at, 100.0))
    return state, START + timedelta(weeks=count)


def failure(at, load_kg, reps=8):
    return lg.LoggedSet(lift="leg_press", at=at, load_kg=load_kg, reps=reps, to_failure=True)


def middle(state, at):
    return capacity(stand(state, "leg_press", at, GUARD.params).belief)[0]


@pytest.mark.parametrize("factor", [0.4, 2.5])
def test_one_surprise_moves_nothing_and_two_move_the_scale(factor):
    """A first set on another scale is doubted; a second one that agrees is followed."""
    state, at = trained()
    before = middle(state, at)
    once = GUARD.learn(state, failure(at, 100.0 * factor))
    assert middle(once, at) == pytest.approx(before, abs=0.02)
    assert once.lifts["leg_press"].doubted is not None
    twice = GUARD.learn(once, failure(at + timedelta(minutes=3), 100.0 * factor))
    assert middle(twice, at) == pytest.approx(before + math.log(factor), abs=0.05)
    assert twice.lifts["leg_press"].doubted is None


def test_two_surprises_that_disagree_move_nothing():
    """Two slips of different size are two slips."""
    state, at = trained()
    before = middle(state, at)
    for load in (300.0, 700.0):
        state = GUARD.learn(state, failure(at, load))
    assert middle(state, at) == pytest.approx(before, abs=0.03)


def test_an_ordinary_set_ends_the_doubt():
    """After a slip and an ordinary set, a second slip is a first one again."""
    state, at = trained()
    before = middle(state, at)
    for day, load in enumerate((300.0, 100.0, 300.0)):
        state = GUARD.learn(state, failure(at + timedelta(days=day), load))
    assert middle(state, state.at) == pytest.approx(before, abs=0.03)


def test_a_doubted_scale_survives_storing():
    """A state that was stored between the two sets follows the second all the same."""
    state, at = trained()
    once = lg.loads(lg.dumps(GUARD.learn(state, failure(at, 250.0))))
    assert middle(GUARD.learn(once, failure(at, 250.0)), at) > middle(state, at) + 0.8


# --- how far from the limit ---

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    reps_slope=1 / 30,
    reps_power=1.0,
    rir_scale=1.25,
    reserve=0.1,
    warm_up_to=0.35,
    typo_share=0.002,
    same_scale=0.2,
    slip_sds=3.0,
    effort_high_sd=0.04,
    first_set_sd=0.3,
    as_open=0.999,
    wrong_scale_days=28.0,
)
CLOSE = 1e-12  # rounding of a handful of operations


def read(standing, **fields):
    """Read a squat that was done as a lift stands."""
    entry = lg.LoggedSet(**{"lift": "squat", "at": START, "load_kg": 100, "reps": 1} | fields)
    return read_one(standing, row_of(entry, 0.0, None), PARAMS)


@pytest.mark.parametrize(
    ("fields", "gap"),
    [
        ({"missed": True, "reps": 0}, 0.0),
        ({"missed": True, "rpe": 7}, 0.0),
        ({"to_failure": True}, 0.0),
        ({"to_failure": True, "rpe": 7}, 0.0),
        ({"rpe": 10}, 0.0),
        # one rep, and 4 x 1.25 left: ln 1 - ln(1 + 5 / 30)
        ({"rpe": 6}, -math.log(35.0 / 30.0)),
        # four reps, and 2 x 1.25 left: ln(33 / 30) - ln(35.5 / 30)
        ({"rpe": 8, "reps": 4}, math.log(33.0 / 35.5)),
        ({}, math.log(100.0) - 5.0),
        ({"reps": 4}, math.log(110.0) - 5.0),
        ({"load_kg": 0}, -0.1),  # of an unknown load: a hard set
        ({"load_kg": 0, "kind": "warmup"}, -0.35),
        ({"load_kg": 0, "rpe": 6}, -math.log(35.0 / 30.0)),
    ],
)
def test_how_far_from_the_limit_by_hand(fields, gap):
    """By what a set says of itself, else by a belief of e^5 kg; a miss and failure are at it."""
    here = rested(begin(5.0, 0.05, PARAMS))
    assert read(here, **fields).gap == pytest.approx(gap, abs=CLOSE)


def test_fatigue_brings_the_limit_nearer():
    """In who tires 1.2 times as much, 0.05 of it makes a set harder by 0.06."""
    here = rested(begin(5.0, 0.05, PARAMS))
    tired = here._replace(fatigability=Fatigability(1.2, 0.04), tired=0.05)
    assert read(tired).gap == pytest.approx(math.log(100.0) - 5.0 + 0.06, abs=CLOSE)
    assert read(tired, rpe=6).gap == read(here, rpe=6).gap


def test_a_warm_up_done_tired_is_a_warm_up():
    """Of e^5 kg one e^.4 below says nothing, however much of it fatigue has taken."""
    tired = rested(begin(5.0, 0.1, PARAMS))._replace(tired=0.2)
    assert read(tired, load_kg=math.exp(4.6)).belief == tired.one.belief
    assert read(tired, load_kg=math.exp(4.8)).belief != tired.one.belief


@pytest.mark.parametrize(("fields", "gap"), [({}, -0.1), ({"kind": "warmup"}, -0.35)])
def test_a_first_set_is_a_hard_one(fields, gap):
    """Where no set tells how strong somebody is, it was hard, or else marked as a warm-up."""
    new = rested(begin(5.0, 0.5, PARAMS), sets=0.0)
    assert read(new, **fields).gap == gap


def test_the_gap_of_a_reserve_by_hand():
    """Five reps with two left: ln(1 + 4/30) - ln(1 + 6.5/30)."""
    gap = gap_by_rir(begin(5.0, 0.1, PARAMS), 5.0, 2.0, PARAMS)
    assert gap == pytest.approx(math.log(34.0 / 36.5), abs=CLOSE)


# --- slips and scales, one set at a time ---


def test_a_far_set_is_doubted_and_a_second_one_sets_the_scale():
    """
    Twice e^5.7 kg where e^5 are believed in, by hand.

    The first moves nothing and is doubted; the second begins anew at 5.7 and half the reserve.
    """
    here = rested(begin(5.0, 0.05, PARAMS))
    far = {"load_kg": math.exp(5.7)}
    once = read(here, **far)
    assert abs(once.belief.habit - here.belief.habit) < 0.001
    assert once.doubted == pytest.approx(5.7, abs=CLOSE)
    one = here.one._replace(belief=once.belief, doubted=once.doubted)
    twice = read(here._replace(one=one), **far)
    assert capacity(twice.belief)[0] == pytest.approx(5.75, abs=1e-9)
    assert twice.doubted is None


@pytest.mark.parametrize(
    ("fields", "before", "after"),
    [
        ({"load_kg": math.exp(5.0)}, 5.7, None),  # an ordinary set
        ({"load_kg": math.exp(4.64)}, 5.7, 5.7),  # a warm-up says nothing
        ({"load_kg": math.exp(5.7), "missed": True}, None, None),
        ({"load_kg": math.exp(5.7), "missed": True}, 5.7, 5.7),
        ({"load_kg": math.exp(5.7), "kind": "warmup"}, None, None),
        ({"load_kg": math.exp(5.7), "kind": "drop"}, None, None),
        ({"load_kg": 0}, 5.7, 5.7),
    ],
)
def test_what_is_doubted(fields, before, after):
    """A set near the limit ends a doubt; what is no evidence of a scale begins and ends none."""
    here = rested(begin(5.0, 0.05, PARAMS), doubted=before)
    assert read(here, **fields).doubted == after


def test_a_new_scale_says_nothing_of_fatigability():
    """It is of another machine: how strongly work tires is learned from the set after it."""
    tired = rested(begin(5.0, 0.05, PARAMS), doubted=5.7)._replace(tired=0.05)
    anew = read(tired, load_kg=math.exp(5.7), to_failure=True)
    assert anew.fatigability == tired.fatigability
    one = tired.one._replace(belief=anew.belief, doubted=None)
    after = read(tired._replace(one=one), load_kg=math.exp(5.8), to_failure=True)
    assert after.fatigability.mean < 1.0  # stronger than fatigue allows


@pytest.mark.parametrize(
    ("over", "kind", "off"),
    [(0.119, PLAIN, False), (0.121, PLAIN, True), (-2.0, PLAIN, False), (-0.121, RATED, True)],
)
def test_what_may_be_a_slip(over, kind, off):
    """Three of the narrowest spread, 0.12, above; below it only where effort is known."""
    assert is_off(over, kind, PARAMS) is off


def test_a_belief_is_open_after_the_first_set():
    """With a variance of 0.3^2 it is, with one per thousand less of spread it no longer is."""
    first = begin(5.0, 0.3, PARAMS)
    assert is_open(first, PARAMS)
    assert not is_open(first._replace(v_habit=first.v_habit - 0.0002), PARAMS)


@pytest.mark.parametrize(
    ("idle", "over", "wrong"), [(28.1, -0.36, True), (27.9, -0.36, False), (28.1, -0.34, False)]
)
def test_when_a_scale_is_wrong(idle, over, wrong):
    """After four weeks in which nothing came nearer than a warm-up."""
    assert scale_is_wrong(begin(5.0, 0.3, PARAMS)._replace(idle=idle), over, PARAMS) is wrong


def test_an_unknown_load_says_nothing():
    """The belief stays, and so does what was doubted and how strongly work tires."""
    here = rested(begin(5.0, 0.05, PARAMS), doubted=5.7)._replace(tired=0.05)
    for fields in ({}, {"rpe": 8}, {"missed": True}):
        said = read(here, load_kg=0, **fields)
        assert (said.belief, said.doubted) == (here.belief, 5.7)
        assert said.fatigability == here.fatigability
