"""Fatigue: what work takes from a lift and from the regions it loads, and how it comes back."""

import math
from datetime import timedelta

import attrs
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, gaps_s, parts, scenes, spans_days, working_scenes

import liftguard as lg
from liftguard.lifts import REGIONS
from liftguard.model.fatigue import (
    RESTED,
    RESTED_REGIONS,
    Regions,
    Tired,
    added_by,
    felt,
    kept_after,
    lost,
    recover,
    recover_regions,
    tire,
    tire_regions,
    tired_regions,
)
from liftguard.model.standing import stand
from liftguard.model.state import moment
from liftguard.model.traits import traits_of

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    effort_steepness=6.0,
    fast_minutes=1.5,
    fast_per_set=0.1,
    fast_most=0.25,
    middle_minutes=20.0,
    middle_per_set=0.02,
    middle_most=0.05,
    slow_hours=24.0,
    slow_per_set=0.01,
    slow_most=0.06,
    usual_days=7.0,
    usual_most=0.5,
    volume_per_rep=0.0,
)
NO_REST = kept_after(0.0, PARAMS)


def set_of(felt_now, hard, params=PARAMS):
    """Give what a set of an effort from 0 to 1 adds."""
    gap = math.log(hard) / 6.0 if hard > 0.0 else -1e3
    return added_by(felt_now, gap, 1.0, params)


def worked(tired, hard, params=PARAMS):
    """Add a set of an effort from 0 to 1 to a lift that feels its own stores alone."""
    return tire(tired, set_of(tired, hard, params))


CLOSE = 1e-12  # rounding of a handful of operations
MINUTE = 1.0 / 1440.0  # [days]


def rest(tired, days):
    """Let a lift rest so many days."""
    return recover(tired, kept_after(days, PARAMS))


# --- the stores ---


@pytest.mark.parametrize(
    ("days", "store", "left"),
    [
        (1.5 * MINUTE, "fast", 0.08 / math.e),
        (3.0 * MINUTE, "fast", 0.08 / math.e**2),
        (20.0 * MINUTE, "middle", 0.04 / math.e),
        (1.0, "slow", 0.02 / math.e),
        (2.0, "slow", 0.02 / math.e**2),
    ],
)
def test_each_store_empties_at_its_own_rate(days, store, left):
    """After one time constant a store holds 1/e of it, after two 1/e^2."""
    after = rest(Tired(0.08, 0.04, 0.02, 0.0), days)
    assert getattr(after, store) == pytest.approx(left, abs=CLOSE)


def test_the_usual_follows_the_slow_store():
    """
    By u' = (s - u) / 7 with s = 0.06 e^-t from u = 0.01, after a day.

    0.01 e^(-1/7) + 0.06 / 6 (e^(-1/7) - e^-1) = 0.00866878 + 0.01 x 0.49899831 = 0.01365876
    """
    after = rest(Tired(0.0, 0.0, 0.06, 0.01), 1.0)
    assert after.usual == pytest.approx(0.01365876, abs=1e-8)


def test_what_is_done_every_day_becomes_usual():
    """With a steady 0.01 a day the slow store just before a session is 0.01 / (e - 1)."""
    tired = RESTED
    for _ in range(200):
        tired = rest(tired._replace(slow=tired.slow + 0.01), 1.0)
    assert tired.slow == pytest.approx(0.01 / (math.e - 1.0), abs=1e-9)
    # over a day the slow store is 0.01 on average, and the usual comes within a seventh of it
    assert tired.usual == pytest.approx(0.01, abs=0.01 / 7.0)


@pytest.mark.parametrize(
    ("gap", "hard"),
    [(0.0, 1.0), (0.3, 1.0), (-0.1, 0.5488116361), (-math.log(2.0) / 6.0, 0.5), (-1.0, 0.00248)],
)
def test_effort_by_hand(gap, hard):
    """1 at the limit and beyond it, e^(-6 x 0.1) a tenth below it."""
    added = added_by(RESTED, gap, 5.0, PARAMS)
    assert added == pytest.approx((0.1 * hard, 0.02 * hard, 0.01 * hard), abs=2e-7)


@pytest.mark.parametrize(
    ("gap", "reps", "slow"),
    [
        (0.0, 10.0, 0.01 * (1.0 + 0.3)),  # 10 repetitions at the limit: .03 each beside it
        (-0.5, 10.0, 0.01 * (0.0497871 + 0.3 * 0.3678794)),  # e^-3, and e^-1 of the volume
        (-0.5, 30.0, 0.01 * (0.0497871 + 0.9 * 0.3678794)),
    ],
)
def test_volume_by_hand(gap, reps, slow):
    """What stays for days counts each repetition, by the square of the load's share."""
    params = attrs.evolve(PARAMS, volume_per_rep=0.03)
    fast, middle, found = added_by(RESTED, gap, reps, params)
    assert found == pytest.approx(slow, abs=1e-9)
    assert (fast, middle) == added_by(RESTED, gap, reps, PARAMS)[:2]


@pytest.mark.parametrize(
    ("before", "hard", "after"),
    [
        (RESTED, 1.0, (0.1, 0.02, 0.01, 0.0)),
        (RESTED, 0.5, (0.05, 0.01, 0.005, 0.0)),
        (Tired(0.125, 0.025, 0.03, 0.01), 1.0, (0.175, 0.035, 0.035, 0.01)),  # half full
        (Tired(0.25, 0.05, 0.06, 0.02), 1.0, (0.25, 0.05, 0.06, 0.02)),  # full
    ],
)
def test_a_set_by_hand(before, hard, after):
    """Each store takes its share of the effort and of the room it has left."""
    assert worked(before, hard) == pytest.approx(after, abs=CLOSE)


@given(st.lists(st.tuples(parts(), spans_days()), max_size=12))
@example([(1.0, 0.0)] * 100)
def test_no_store_holds_more_than_its_most(sets):
    """However hard and close the sets, none is ever more than full, nor less than empty."""
    for params in (PARAMS, attrs.evolve(PARAMS, fast_per_set=0.25, slow_per_set=0.06)):
        tired = RESTED
        for hard, days in sets:
            tired = worked(recover(tired, kept_after(days, params)), hard, params)
            most = (params.fast_most, params.middle_most, params.slow_most)
            assert all(
                0.0 <= held <= full + CLOSE for held, full in zip(tired[:3], most, strict=True)
            )


@pytest.mark.parametrize("store", ["fast", "middle", "slow"])
def test_a_set_never_adds_more_than_a_store_holds(store):
    """Such params are refused by name, as a store would be left more than full."""
    with pytest.raises(lg.InvalidValue, match=rf"Params\.{store}_per_set: got 0\.02.* 0\.01"):
        lg.Params(**{f"{store}_per_set": 0.02, f"{store}_most": 0.01})


@pytest.mark.parametrize(
    ("tired", "taken"),
    [
        (Tired(0.01, 0.02, 0.015, 0.005), 0.04),
        (Tired(0.01, 0.02, 0.006, 0.015), 0.033),  # half of 0.006 is got used to, at most
        (Tired(0.0, 0.0, 0.02, 0.01), 0.01),
        (Tired(0.0, 0.0, 0.02, 0.02), 0.01),
        (RESTED, 0.0),
    ],
)
def test_what_is_lost_by_hand(tired, taken):
    """The slow store counts over what is usual, of which no more than half of it is got used to."""
    assert lost(tired, PARAMS) == pytest.approx(taken, abs=CLOSE)


def stores(fast, middle, slow, usual):
    """Give stores that are filled by these parts."""
    return Tired(0.25 * fast, 0.05 * middle, 0.06 * slow, 0.06 * usual)


@given(parts(), parts(), parts(), parts(), spans_days(), parts())
def test_recovery_in_two_steps_equals_one(fast, middle, slow, usual, days, share):
    """However a rest is cut, the stores end alike."""
    before = stores(fast, middle, slow, usual)
    first = days * share
    twice = rest(rest(before, first), days - first)
    assert twice == pytest.approx(rest(before, days), rel=1e-9, abs=CLOSE)


@given(parts(), parts(), parts(), parts(), spans_days(), spans_days())
def test_rest_never_tires(fast, middle, slow, usual, days, more):
    """More rest leaves no store of work fuller and no more capacity lost."""
    before = stores(fast, middle, slow, usual)
    some, longer = rest(before, days), rest(before, days + more)
    assert all(b <= a + CLOSE for a, b in zip(some[:3], longer[:3], strict=True))
    assert lost(longer, PARAMS) <= lost(some, PARAMS) + CLOSE
    assert lost(some, PARAMS) <= lost(before, PARAMS) + CLOSE


@given(parts(), parts(), parts(), parts(), parts(), parts())
def test_work_never_rests(fast, middle, slow, usual, one, other):
    """A set never empties a store, and a harder one tires no less."""
    before, (easy, hard) = stores(fast, middle, slow, usual), sorted((one, other))
    after_easy, after_hard = worked(before, easy), worked(before, hard)
    assert lost(before, PARAMS) <= lost(after_easy, PARAMS) + CLOSE
    assert lost(after_easy, PARAMS) <= lost(after_hard, PARAMS) + CLOSE


# --- the regions ---

HALF_FULL = Regions(*((0.5 * most,) * 10 for most in (0.25, 0.05, 0.06)), (0.01,) * 10)


def of_region(regions, name):
    """Give the stores of one region."""
    return Tired(*(store[REGIONS.index(name)] for store in regions))


def vector(**by_region):
    """Give a number for each region, 0 where none is given."""
    return tuple(by_region.get(region, 0.0) for region in REGIONS)


def vectors():
    """Draw how strongly a lift loads each region."""
    return st.tuples(*(parts() for _ in REGIONS))


@pytest.mark.parametrize(
    ("before", "load", "hard", "after"),
    [
        (RESTED_REGIONS, 1.0, 1.0, (0.1, 0.02, 0.01, 0.0)),
        (RESTED_REGIONS, 0.5, 1.0, (0.05, 0.01, 0.005, 0.0)),
        (RESTED_REGIONS, 0.5, 0.5, (0.025, 0.005, 0.0025, 0.0)),
        (HALF_FULL, 0.5, 1.0, (0.175, 0.035, 0.035, 0.01)),
        (HALF_FULL, 0.0, 1.0, (0.125, 0.025, 0.03, 0.01)),
    ],
)
def test_a_set_tires_a_region_by_its_load(before, load, hard, after):
    """Each store of a region takes what the lift adds, by how strongly it is loaded."""
    regions = tire_regions(before, NO_REST, vector(glutes=load), set_of(RESTED, hard))
    assert of_region(regions, "glutes") == pytest.approx(after, abs=CLOSE)
    assert of_region(regions, "grip") == of_region(before, "grip")


@pytest.mark.parametrize("more", [1.0, 1.5])
def test_who_feels_full_stores_takes_no_more(more):
    """At 0.25, 0.05 and 0.06, or beyond where other lifts have filled them, nothing is added."""
    full = Tired(0.25 * more, 0.05 * more, 0.06 * more, 0.02)
    assert set_of(full, 1.0) == pytest.approx((0.0, 0.0, 0.0), abs=CLOSE)


@given(st.lists(parts(), min_size=40, max_size=40), spans_days())
def test_each_region_rests_as_a_lift_does(held, days):
    """Ten lifts resting alike."""
    regions = Regions(*(tuple(held[i : i + 10]) for i in (0, 10, 20, 30)))
    after = recover_regions(regions, kept_after(days, PARAMS))
    for region in REGIONS:
        assert of_region(after, region) == rest(of_region(regions, region), days)
    assert tired_regions(regions, PARAMS) == tuple(
        lost(of_region(regions, region), PARAMS) for region in REGIONS
    )


# --- what a lift feels of them ---


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        (0.0, (0.1, 0.02, 0.01, 0.005)),
        (1.0, (0.16, 0.032, 0.02, 0.01)),
        (0.25, (0.115, 0.023, 0.0125, 0.00625)),
    ],
)
def test_what_is_felt_by_hand(shared, expected):
    """
    (1 - shared) own + shared (a . regions) / (a . a), with a of 0.8 and 0.4 and a . a of 0.8.

    Fast: (0.8 x 0.1 + 0.4 x 0.12) / 0.8 = 0.16; what the third region holds is not felt.
    """
    a = vector(glutes=0.8, grip=0.4)
    weights = tuple(load / 0.8 for load in a)
    own = Tired(0.1, 0.02, 0.01, 0.005)
    regions = Regions(
        vector(glutes=0.1, grip=0.12, arms=0.2),
        vector(glutes=0.02, grip=0.024, arms=0.05),
        vector(glutes=0.015, grip=0.01, arms=0.06),
        vector(glutes=0.0075, grip=0.005, arms=0.03),
    )
    assert felt(own, regions, NO_REST, weights, shared) == pytest.approx(expected, abs=CLOSE)


def test_half_the_load_everywhere_is_half_the_work():
    """A set of a lift that loads the same regions half as much is felt by half."""
    a = vector(glutes=1.0, grip=0.4, chest=0.2)
    weights = tuple(load / 1.2 for load in a)  # 1 + 0.16 + 0.04
    half = tuple(0.5 * load for load in a)
    regions = tire_regions(RESTED_REGIONS, NO_REST, half, set_of(RESTED, 1.0))
    assert felt(RESTED, regions, NO_REST, weights, 1.0) == pytest.approx(
        (0.05, 0.01, 0.005, 0), abs=CLOSE
    )


KNOWN = sorted(lg.LIFTS)


@given(st.sampled_from(KNOWN), st.lists(st.tuples(parts(), spans_days()), max_size=6), parts())
def test_one_lift_alone_feels_alike_by_both_ways(lift, sets, shared):
    """Its sets are felt as its own stores hold them, however they were shared, at any time."""
    traits, own, regions = traits_of(lift), RESTED, RESTED_REGIONS
    for hard, days in sets:
        kept = kept_after(days, PARAMS)
        added = set_of(felt(own, regions, NO_REST, traits.weights, shared), hard)
        own = recover(tire(own, added), kept)
        regions = recover_regions(tire_regions(regions, NO_REST, traits.loads, added), kept)
        together = felt(own, regions, NO_REST, traits.weights, shared)
        assert together == pytest.approx(own, rel=1e-11, abs=1e-15)


def at_once(*lifts):
    """Give who has done a set to failure of each lift, one after the other without rest."""
    guard = lg.Guard(attrs.evolve(PARAMS, shared=0.5))
    sets = [
        lg.LoggedSet(lift=lift, at=BEGINNING, load_kg=50, reps=5, to_failure=True, rest_s=0.0)
        for lift in lifts
    ]
    return guard.replay(lg.History(sets)).state


def felt_by(state, lift):
    """Give what a lift feels at once."""
    params = attrs.evolve(PARAMS, shared=0.5)
    return stand(state, lift, BEGINNING, params, 0.0).stores


def test_two_lifts_share_their_regions():
    """
    A bench press and a curl to failure, with loads a and b of the table: by hand.

    With a.a = 1.94, a.b = 0.68 and b.b = 0.83 the rested curl feels 0.5 x 0.068 / 0.83 of what
    the bench press has left in their regions, and so adds g = 0.1 - 0.4 x 0.034 / 0.83 to 0.1 a.
    Then the bench press feels 0.05 + 0.5 (0.194 + 0.68 g) / 1.94, the curl
    0.5 g + 0.5 (0.068 + 0.83 g) / 0.83. The middle store is a fifth of the fast one; of the slow
    one a set fills a sixth: h = 0.01 - 0.0034 / 0.83 / 6.
    """
    state = at_once("bench_press", "curl")
    bench, curl = felt_by(state, "bench_press"), felt_by(state, "curl")
    g, h = 0.1 - 0.4 * 0.034 / 0.83, 0.01 - 0.0034 / 0.83 / 6.0
    assert bench.fast == pytest.approx(0.05 + 0.5 * (0.194 + 0.68 * g) / 1.94, abs=CLOSE)
    assert curl.fast == pytest.approx(0.5 * g + 0.5 * (0.068 + 0.83 * g) / 0.83, abs=CLOSE)
    assert bench.middle == pytest.approx(0.2 * bench.fast, abs=CLOSE)
    assert bench.slow == pytest.approx(0.005 + 0.5 * (0.0194 + 0.68 * h) / 1.94, abs=CLOSE)
    arms = of_region(state.body.regions, "arms")  # loaded with 0.7 and with 0.8
    assert arms.fast == pytest.approx(0.07 + 0.8 * g, abs=CLOSE)


def test_another_lift_tires_in_part():
    """A bench press to failure takes half of 0.68 / 0.83 of its 0.13 from a curl, with no rest."""
    state = at_once("bench_press")
    params = attrs.evolve(PARAMS, shared=0.5)
    taken = [stand(state, lift, BEGINNING, params, 0.0).tired for lift in ("curl", "Atlas stone")]
    assert taken == pytest.approx([0.5 * 0.68 / 0.83 * 0.13, 0.0], abs=CLOSE)


def test_an_unknown_lift_shares_nothing():
    """It fills no region, feels none, and has all of its own: 0.1, 0.02 and 0.01."""
    alone, among = at_once("Atlas stone"), at_once("squat", "Atlas stone", "deadlift")
    assert alone.body.regions == RESTED_REGIONS
    assert at_once("squat", "deadlift").body.regions == among.body.regions
    for state in (alone, among):
        assert felt_by(state, "Atlas stone") == pytest.approx((0.1, 0.02, 0.01, 0.0), abs=CLOSE)


# --- floats and arrays ---


def test_floats_and_arrays_agree():
    """Stores of lifts and regions are the same numbers for floats and for arrays."""
    x, y = (one.ravel() for one in np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 7)))

    def run(x, y):
        before = Tired(0.25 * x, 0.05 * y, 0.06 * x, 0.06 * y)
        loads = (x, y, 0.5 * x, 1.0 - y, 0.0 * x, *(0.1 * n * y for n in range(1, 6)))
        regions = Regions(*(tuple(most * one for one in loads) for most in before))
        kept = kept_after(3.0 * y, PARAMS)
        params = attrs.evolve(PARAMS, volume_per_rep=0.03)
        added = added_by(before, x - y, 12.0 * x, params)
        tired = tire_regions(regions, kept, loads, added)
        rested = recover_regions(regions, kept)
        return [
            *kept,
            *recover(before, kept),
            *added,
            *tire(before, added),
            lost(before, PARAMS),
            *(held for store in tired for held in store),
            *(held for store in rested for held in store),
            *felt(before, regions, kept, tuple(reversed(loads)), 0.7 * x),
            *tired_regions(regions, PARAMS),
        ]

    together = run(x, y)
    for i in range(len(x)):
        alone = run(float(x[i]), float(y[i]))
        assert {type(one) for one in alone} == {float}
        row = [np.broadcast_to(one, x.shape)[i] for one in together]
        np.testing.assert_allclose(row, alone, rtol=1e-13, atol=1e-16)


# --- through the front door ---


@given(scenes() | working_scenes(), gaps_s())
def test_more_rest_never_adds_fatigue(scene, more_s):
    """The later the set, the less fatigue takes from it, whatever the log."""
    soon, late = (
        GUARD.forecast(scene.state, scene.planned, at=at).parts
        for at in (scene.at, scene.at + timedelta(seconds=more_s))
    )
    assert soon is None or late.fatigue <= soon.fatigue + CLOSE


@given(working_scenes(), gaps_s(), gaps_s())
def test_more_noted_rest_never_adds_fatigue(scene, one, other):
    """The same where the rest before the set is noted."""
    short, long = (
        stand(scene.state, scene.planned.lift, moment(scene.at), GUARD.params, float(rest_s))
        for rest_s in sorted((one, other))
    )
    assert long.tired <= short.tired + CLOSE


@pytest.mark.parametrize("days", [1.0, 3.0])
def test_work_of_days_ago_still_counts(days):
    """A set at the limit leaves 0.01 e^-t of the slow store after t days, none of it usual yet."""
    guard = lg.Guard(attrs.evolve(PARAMS, usual_most=0.0))
    done = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=3, to_failure=True)
    state = guard.learn(guard.start(), done)
    taken = stand(state, "squat", BEGINNING + timedelta(days=days), guard.params).tired
    # the middle store is empty by then
    assert taken == pytest.approx(0.01 * math.exp(-days), abs=CLOSE)


def test_a_set_done_tired_shows_more():
    """Of two like sets to failure, the one after four others leaves a higher capacity."""
    sets = [
        lg.LoggedSet(
            lift="squat", at=BEGINNING + timedelta(days=3 * n), load_kg=100, reps=1, to_failure=True
        )
        for n in range(12)
    ]
    state = GUARD.replay(lg.History(sets)).state
    at = state.at + timedelta(days=3)
    work = [
        lg.LoggedSet(
            lift="leg_press", at=at - timedelta(minutes=2 * n), load_kg=150, reps=5, to_failure=True
        )
        for n in range(4, 0, -1)
    ]
    last = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=1, to_failure=True)
    fresh, tired = (
        GUARD.replay(lg.History([*before, last]), start=state).state.lifts["squat"].belief
        for before in ((), work)
    )
    assert tired.habit + tired.form > fresh.habit + fresh.form + 1e-3


@given(parts(), parts(), parts(), spans_days())
def test_rest_and_set_in_one_pass_are_one_after_the_other(fast, slow, hard, days):
    """To let the regions rest and then add a set is what one pass over them does."""
    before = Regions(*((store,) * 10 for store in stores(fast, 0.5, slow, 0.3)))
    kept, loads = kept_after(days, PARAMS), traits_of("deadlift").loads
    added = set_of(RESTED, hard)
    twice = tire_regions(recover_regions(before, kept), NO_REST, loads, added)
    once = tire_regions(before, kept, loads, added)
    for one, other in zip(once, twice, strict=True):
        assert one == pytest.approx(other, rel=1e-12, abs=CLOSE)
    weights = traits_of("squat").weights
    felt_then = felt(RESTED, recover_regions(before, kept), NO_REST, weights, 0.5)
    assert felt(RESTED, before, kept, weights, 0.5) == pytest.approx(felt_then, abs=CLOSE)
