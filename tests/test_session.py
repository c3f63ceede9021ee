"""What a session, its ramps and its notes leave behind: hand arithmetic and laws."""

import itertools
import math
from datetime import UTC, datetime, timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given
from strategies import BEGINNING, GUARD, gaps_s, parts, spans, spans_days

import liftguard as lg
from liftguard.lifts import PATTERNS
from liftguard.model.diary import NO_ENTRIES, NOTHING_NOTED, Noted, note, noted
from liftguard.model.session import (
    BEGINNING as NO_SESSION,
)
from liftguard.model.session import (
    NO_RAMP,
    Ramp,
    Session,
    begins_at,
    goes_on,
    is_logged,
    loosened,
    pass_to,
    prepared,
    ramp_on,
    work,
)
from liftguard.model.special import where
from liftguard.model.standing import stand

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    warm_minutes=5.0,
    cool_minutes=20.0,
    set_minutes=1.0,
    monotony_cost=0.01,
    monotony_minutes=9.4,
    monotony_recovery_minutes=25.0,
    typical_rest_minutes=3.0,
    usual_step=0.25,
    prepared_minutes=45.0,
    creep_minutes=9.4,
    creep_recovery_minutes=2.3,
    creep_slow_share=0.25,
    creep_slow_minutes=94.0,
    creep_slow_recovery_minutes=46.0,
    creep_upright=0.3,
    morning_hours=1.3,
    half_eased_minutes=2.0,
    remembered_sessions=10.0,
    session_days=0.25,
)
CLOSE = 1e-12  # rounding of a handful of operations
ONE = 1.0 - math.exp(-1.0 / 9.4)  # what one set of a minute builds up
WARM = 1.0 - math.exp(-1.0 / 5.0)
MINUTE_S, DAY_S = 60.0, 86_400.0
HINGE, SQUAT, PRESS = (float(PATTERNS.index(one)) for one in ("hinge", "squat", "horizontal_press"))
NONE = -1.0  # before any set of a session


def later(**passed):
    return BEGINNING + timedelta(**passed)


def squat(at=BEGINNING, load_kg=100.0, reps=5, **fields):
    return lg.LoggedSet(**{"lift": "squat"} | fields, at=at, load_kg=load_kg, reps=reps)


def learned(*entries):
    return GUARD.replay(lg.History(entries)).state


def begun(clock_s=0.0, **fields):
    return NO_SESSION._replace(clock_s=clock_s, **fields)


# --- the rest before a set ---


@pytest.mark.parametrize(
    ("passed_s", "rest_s", "known_to", "minutes"),
    [
        (240, None, "set", 4.0),
        (240, None, "session", 4.0),
        (240, 90.0, "set", 4.0),  # the clock says more than the note
        (60, 90.0, "set", 1.5),
        (0, None, "set", 1.0),  # no set is done in a moment
        (30, None, "set", 1.0),
        (0, 0.0, "set", 0.0),  # but a note is believed
        (0, 30.0, "set", 0.5),
        (0, None, "session", 3.0),
        (0, None, "day", 3.0),
        (60, None, "day", 3.0),
        (0, 0.0, "session", 0.0),
        (0, 120.0, "day", 2.0),
        (-600, None, "set", 1.0),  # the session's clock runs ahead
        (-600, None, "session", 3.0),
        (-600, 60.0, "session", 1.0),
    ],
)
def test_the_rest_by_hand(passed_s, rest_s, known_to, minutes):
    """
    The longer of clock and note; where neither tells, a typical one, or else a minute.

    A set begins so long after the last one, which is an hour into the log here.
    """
    noted_s = math.nan if rest_s is None else rest_s
    exact = 1.0 if known_to == "set" else 0.0
    begins = begins_at(begun(3600.0), 3600.0 + passed_s, noted_s, exact, PARAMS)
    assert begins == 3600.0 + MINUTE_S * minutes


def test_a_typical_rest_is_no_shorter_than_a_set():
    """Where half a minute is typical, and a set takes one: a minute."""
    params = attrs.evolve(PARAMS, typical_rest_minutes=0.5)
    assert begins_at(begun(), 0.0, math.nan, 0.0, params) == MINUTE_S


@pytest.mark.parametrize("rest_s", [math.nan, 0.0, 300.0])
@pytest.mark.parametrize("exact", [0.0, 1.0])
def test_before_the_first_set_there_is_no_rest(rest_s, exact):
    """It begins when it is written to begin."""
    assert begins_at(NO_SESSION, 0.0, rest_s, exact, PARAMS) == 0.0


@given(gaps_s(), gaps_s(), gaps_s())
def test_a_set_never_begins_before_the_one_before_it(clock_s, at_s, rest_s):
    """Nor before its own time, nor before its rest is over; more rest is never sooner."""
    session = begun(float(clock_s))
    for exact in (0.0, 1.0):
        begins = [
            begins_at(session, float(at_s), noted_s, exact, PARAMS)
            for noted_s in (0.0, float(rest_s))
        ]
        assert begins[0] == max(at_s, clock_s)
        assert begins[1] == max(at_s, clock_s + rest_s)
        assert begins_at(session, float(at_s), math.nan, exact, PARAMS) >= clock_s + MINUTE_S


def fatigue(state, at, lift="squat", rest_s=None):
    return stand(state, lift, at, GUARD.params, rest_s).tired


@pytest.mark.parametrize("known_to", ["session", "day"])
def test_typical_rests_are_three_minutes(known_to):
    """Five sets of one moment, known to the session, tire as five that lie three minutes apart."""
    typical = [squat(to_failure=True, at_known_to=known_to)] * 5
    exact = [squat(later(minutes=3 * n), to_failure=True) for n in range(5)]
    after = later(minutes=12)
    one, other = (fatigue(learned(*sets), at) for sets, at in ((typical, after), (exact, after)))
    three_more = fatigue(learned(*exact), later(minutes=15))
    assert three_more < other
    # the next set of the session comes three minutes later as well
    assert one == pytest.approx(three_more, rel=1e-9)


def test_noted_rests_count():
    """Rests of two minutes and of ten, noted or by the clock, tire alike."""
    for minutes in (2.0, 10.0):
        rest = [squat(to_failure=True, at_known_to="session", rest_s=60.0 * minutes)] * 5
        clock = [squat(later(minutes=minutes * n), to_failure=True) for n in range(5)]
        one = fatigue(learned(*rest), BEGINNING, rest_s=60.0 * minutes)
        other = fatigue(learned(*clock), later(minutes=5 * minutes))
        assert one == pytest.approx(other, rel=1e-9)


# --- warmth, and one pattern over and over ---


def test_rest_by_hand():
    """Twenty minutes leave 1/e of warmth, 25 of monotony; the pattern stays in the session."""
    stiff = begun(warmth=0.8, pattern=HINGE, in_a_row=4.0, exposure=0.5)
    after = pass_to(stiff, 20.0 * MINUTE_S, PARAMS)
    assert after.clock_s == 1200.0
    assert after.warmth == pytest.approx(0.8 / math.e, abs=CLOSE)
    assert after.exposure == pytest.approx(0.5 * math.exp(-0.8), abs=CLOSE)
    assert (after.pattern, after.in_a_row) == (HINGE, 4.0)
    half = pass_to(stiff, 25.0 * MINUTE_S, PARAMS)
    assert half.exposure == pytest.approx(0.5 / math.e, abs=CLOSE)
    tomorrow = pass_to(stiff, DAY_S, PARAMS)
    assert (tomorrow.pattern, tomorrow.in_a_row) == (NONE, 0.0)


@pytest.mark.parametrize(("hours", "on"), [(0.0, True), (6.0, True), (6.001, False)])
def test_a_session_goes_on_for_six_hours(hours, on):
    """A quarter of a day after its last set it is over; before any set there is none."""
    session = work(begun(), SQUAT, 0.0, 1.0, PARAMS)
    assert goes_on(pass_to(session, 3600.0 * hours, PARAMS)) is on
    assert goes_on(NO_SESSION) is False


def squats(count):
    """Give a session of so many sets of a minute, with no rest between them."""
    session = begun()
    for _ in range(count):
        session = work(session, SQUAT, 0.0, 1.0, PARAMS)
    return session


def test_sets_by_hand():
    """Each set of a minute builds up 1 - e^(-1/9.4), and another pattern begins anew."""
    one, three = squats(1), squats(3)
    assert one.exposure == pytest.approx(ONE, abs=CLOSE)
    assert one.warmth == pytest.approx(WARM, abs=CLOSE)
    assert (one.clock_s, one.pattern, one.in_a_row) == (0.0, SQUAT, 1.0)
    assert three.exposure == pytest.approx(1.0 - math.exp(-3.0 / 9.4), abs=CLOSE)
    assert three.warmth == pytest.approx(1.0 - math.exp(-3.0 / 5.0), abs=CLOSE)
    assert three.in_a_row == 3.0
    other = work(three, HINGE, 0.0, 1.0, PARAMS)
    assert other.exposure == pytest.approx(ONE, abs=CLOSE)
    assert (other.pattern, other.in_a_row) == (HINGE, 1.0)
    assert other.warmth > three.warmth


def test_a_minor_pattern_is_no_change():
    """A curl between squats warms and is no more; as the first of a session it is its pattern."""
    isolation = float(PATTERNS.index("isolation"))
    three = squats(3)
    after = work(three, isolation, 1.0, 0.0, PARAMS)
    assert after._replace(warmth=three.warmth, exact=1.0) == three
    assert after.warmth > three.warmth
    assert after.exact == 0.0
    first = work(begun(), isolation, 1.0, 1.0, PARAMS)
    assert (first.pattern, first.in_a_row) == (isolation, 1.0)
    assert work(first, isolation, 1.0, 1.0, PARAMS).in_a_row == 2.0


@pytest.mark.parametrize(
    ("waited", "minutes", "left"),
    [(0, 2.0, 0.4), (0, 4.0, 0.2), (0, 0.0, 0.8), (25, 2.0, 0.4 / math.e)],
)
def test_easing_by_hand(waited, minutes, left):
    """Two minutes of easy movement halve what a pattern has built up, and warm."""
    stiff = Session(0.0, 1.0, 0.0, HINGE, 9.0, 0.8)
    after = loosened(pass_to(stiff, MINUTE_S * waited, PARAMS), minutes, PARAMS)
    assert after.exposure == pytest.approx(left, abs=CLOSE)
    assert after.warmth == pytest.approx(1.0 - math.exp(-minutes / 5.0), abs=CLOSE)
    assert after.in_a_row == 0.0


@given(parts(), parts(), spans_days(), parts())
def test_resting_in_two_steps_equals_one(warmth, exposure, days, share):
    """However a rest is cut: warmth and monotony end alike."""
    before = begun(warmth=warmth, exposure=exposure)
    end = DAY_S * days
    twice = pass_to(pass_to(before, end * share, PARAMS), end, PARAMS)
    once = pass_to(before, end, PARAMS)
    assert twice.warmth == pytest.approx(once.warmth, abs=1e-12)
    assert twice.exposure == pytest.approx(once.exposure, abs=1e-12)


@given(parts(), spans(), spans())
def test_more_easing_never_leaves_more(exposure, one, other):
    """Longer mobility leaves no more monotony, and no less warmth."""
    stiff = begun(pattern=HINGE, in_a_row=3.0, exposure=exposure)
    short, long = (loosened(stiff, m, PARAMS) for m in sorted((one, other)))
    assert long.exposure <= short.exposure <= exposure
    assert long.warmth >= short.warmth


# what ten squats, three minutes apart, build up, and what it costs at 0.01 for all of it
FADE = math.exp(-3.0 / 25.0)
BUILT = 0.0
for _ in range(10):
    BUILT = 1.0 - (1.0 - BUILT * FADE) * (1.0 - ONE)
MONOTONY = 0.01 * BUILT
TEN = [squat(later(minutes=3 * n), to_failure=True) for n in range(10)]


def of_pattern(lift, *after):
    """Give what one pattern over and over takes from a lift at the end of ten squats and more."""
    at = max(one.at for one in (*TEN, *after))
    taken = [
        stand(guard.replay(lg.History([*TEN, *after])).state, lift, at, guard.params, 0.0).tired
        for guard in (lg.Guard(attrs.evolve(PARAMS, monotony_cost=cost)) for cost in (0.01, 0.0))
    ]
    return taken[0] - taken[1]


@pytest.mark.parametrize(
    ("lift", "cost"), [("squat", MONOTONY), ("leg_press", MONOTONY), ("deadlift", 0.0)]
)
def test_the_same_pattern_costs_its_lifts(lift, cost):
    """Ten squats make squats and leg presses harder, and no lift of another pattern."""
    assert of_pattern(lift) == pytest.approx(cost, abs=CLOSE)


@pytest.mark.parametrize(
    "release",
    [
        lg.Mobility(at=TEN[-1].at, minutes=20.0),
        lg.LoggedSet(lift="bench_press", at=TEN[-1].at, load_kg=60, reps=5, to_failure=True),
    ],
)
def test_mobility_or_another_pattern_releases_it(release):
    """After twenty minutes of mobility, or a set of another pattern, next to nothing is left."""
    assert of_pattern("squat", release) < 0.01 * MONOTONY


def test_a_curl_between_releases_nothing():
    """A set of one joint is no change from a big pattern: two minutes of rest, and no more."""
    at = TEN[-1].at + timedelta(minutes=2)
    curl = lg.LoggedSet(lift="curl", at=at, load_kg=15, reps=10, to_failure=True)
    assert of_pattern("squat", curl) == pytest.approx(MONOTONY * math.exp(-2.0 / 25.0), abs=CLOSE)


# --- ramps ---


def after_sessions(ramped, ramp=None):
    """Note sessions of a lift, with a ramp to 5.0 or without one, and the first set of one more."""
    if ramp is None:
        ramp = ramp_on(NO_RAMP, 4.0, 0.0, PARAMS)
    for one in ramped:
        if one:
            ramp = ramp_on(ramp, 5.0, 3.0 / 1440.0, PARAMS)
        ramp = ramp_on(ramp, 4.0, 2.0, PARAMS)
    return ramp


@pytest.mark.parametrize(
    ("ramped", "logged"),
    [
        ((), False),
        ((False, False), False),
        ((True,), True),
        ((True, True, False), True),
        ((True, False, False), False),
        ((True, True, False, False), True),  # half
        ((True, False, False, False), False),
        ((True, True, True, True, False, False, False, False, False), False),
    ],
)
def test_who_logs_ramps(ramped, logged):
    """In at least half of the last sessions; who has none yet, does not."""
    assert bool(is_logged(after_sessions(ramped))) is logged


def test_before_any_set_nobody_logs_ramps():
    assert is_logged(NO_RAMP) is False


@pytest.mark.parametrize("count", range(1, 11))
def test_the_share_of_ten_sessions_is_their_mean(count):
    """Whatever their order, up to ten count alike, and half of them is half to the last bit."""
    for ramped in itertools.product((False, True), repeat=count):
        ramp = after_sessions(ramped)
        assert ramp.sessions == count
        assert ramp.share == pytest.approx(sum(ramped) / count, abs=CLOSE)
        assert is_logged(ramp) is (2 * sum(ramped) >= count)


def test_each_session_after_ten_weighs_a_tenth():
    """
    The share moves a tenth of the way to 1 or to 0, and goes on resting on ten sessions.

    Of ten with none: 0.1 after a ramp, 0.19 after another, 0.171 after none again. Seven in a row
    make who never wrote ramps down one who does, 1 - 0.9^7 = 0.52; six do not, 0.47.
    """
    ten = after_sessions((False,) * 10)
    for ramped, share in (((True,), 0.1), ((True, True), 0.19), ((True, True, False), 0.171)):
        ramp = after_sessions(ramped, ten)
        assert (ramp.share, ramp.sessions) == (pytest.approx(share, abs=CLOSE), 10.0)
    assert not is_logged(after_sessions((True,) * 6, ten))
    assert is_logged(after_sessions((True,) * 7, ten))


def test_ramps_by_hand():
    """A session keeps its first and its heaviest; one of the same load was none."""
    ramp = ramp_on(NO_RAMP, 4.0, 0.0, PARAMS)
    assert ramp == Ramp(4.0, 4.0, 4.0, 0.0, 0.0)
    for load in (4.5, 4.2, 5.0):
        ramp = ramp_on(ramp, load, 3.0 / 1440.0, PARAMS)
    assert ramp == Ramp(4.0, 5.0, 4.0, 0.0, 0.0)
    ramp = ramp_on(ramp, 4.9, 1.0, PARAMS)
    assert ramp == Ramp(4.9, 4.9, 4.0, 1.0, 1.0)
    ramp = ramp_on(ramp_on(ramp, 5.1, 3.0 / 1440.0, PARAMS), 4.0, 1.0, PARAMS)
    assert ramp == Ramp(4.0, 4.0, 4.0, 0.5, 2.0)  # from 4.9 to 5.1 is a usual step


@pytest.mark.parametrize(("first", "usual"), [(4.1, 4.0), (3.9, 3.9)])
def test_where_ramps_usually_begin(first, usual):
    """Where the last one did; a session without one only ever lowers it."""
    session = Ramp(4.0, 5.0, 4.2, 1.0, 3.0)
    assert ramp_on(session, 4.1, 1.0, PARAMS).usual == 4.0
    flat = Ramp(first, first, 4.0, 1.0, 3.0)
    assert ramp_on(flat, 4.5, 1.0, PARAMS).usual == usual


@pytest.mark.parametrize("days", [0.0, 1.0])
@pytest.mark.parametrize("ramp", [NO_RAMP, Ramp(4.0, 5.0, 4.2, 0.5, 2.0)])
def test_an_unknown_load_changes_no_ramp(ramp, days):
    """Of a pull-up without bodyweight nobody knows whether it led up to anything."""
    assert ramp_on(ramp, math.nan, days, PARAMS) == ramp


RAMPED = [
    squat(later(days=3 * day, minutes=4 * nth), load_kg, 3)
    for day in range(5)
    for nth, load_kg in enumerate((60.0, 90.0, 120.0))
]


@pytest.mark.parametrize(
    ("ramp", "minutes", "load"),
    [
        (Ramp(4.0, 5.0, 3.5, 1.0, 1.0), 0.0, 5.0),
        (Ramp(4.0, 5.0, 3.5, 1.0, 1.0), 45.0, 3.5 + 1.5 / math.e),  # it wears off
        (Ramp(4.0, 5.0, 3.5, 1.0, 1.0), 2880.0, 4.0),  # next time: where the last ramp began
        (Ramp(4.9, 5.0, 3.5, 1.0, 1.0), 2880.0, 3.5),  # which was none: where one did before
        (Ramp(4.0, 5.0, 4.5, 0.0, 0.0), 45.0, 4.0 + 1.0 / math.e),
    ],
)
def test_what_a_body_is_prepared_for(ramp, minutes, load):
    """The heaviest of the session, falling back to where ramps begin with 45 minutes."""
    assert prepared(ramp, minutes / 1440.0, PARAMS) == pytest.approx(load, abs=CLOSE)


@pytest.mark.parametrize(
    ("done", "minutes", "from_kg"),
    [
        ((), 0, 60.0),  # before the first set of a day: from where the last ramp began
        ((60.0,), 0, 60.0),
        ((60.0, 90.0), 4, 60.0 * 1.5 ** math.exp(-1.0 / 45.0)),  # a minute is the least
        (
            (60.0, 90.0, 70.0),
            8,
            60.0 * 1.5 ** math.exp(-1.0 / 45.0),
        ),  # the heaviest of the session, not the last
        ((60.0, 90.0, 70.0), 53, 60.0 * 1.5 ** (1.0 / math.e)),  # 45 minutes later
    ],
)
def test_a_step_is_taken_from_the_heaviest_of_the_session(done, minutes, from_kg):
    """
    What a session has moved prepares for what comes, whatever came first in it.

    Where nothing is said of the ramp, before the first set of a day it is taken as done.
    """
    sets = [squat(later(days=15, minutes=4 * n), kg, 3) for n, kg in enumerate(done)]
    state = lg.Guard(PARAMS).replay(lg.History([*RAMPED, *sets])).state
    at = later(days=15, minutes=minutes)
    here = stand(state, "squat", at, PARAMS, ramped=False)
    assert math.exp(here.step_from(PARAMS)) == pytest.approx(from_kg, rel=1e-9)
    unsaid = stand(state, "squat", at, PARAMS).step_from(PARAMS)
    assert unsaid == (here.step_from(PARAMS) if done else math.inf)


def test_without_logged_ramps_nothing_is_assessed():
    """Warmth and the step count for who writes ramps down, and for nobody else."""
    state = learned(*(squat(later(days=3 * n)) for n in range(8)))
    here = stand(state, "squat", later(days=30), GUARD.params)
    assert (here.cold(GUARD.params), here.step_from(GUARD.params)) == (None, None)


# --- floats and arrays ---


def test_floats_and_arrays_agree():
    """Sessions and ramps are the same numbers for floats and for arrays."""
    grid = np.meshgrid([0.0, 0.4, 1.0], [NONE, SQUAT, HINGE], [0.0, 1.0], [0.0, 0.5, 11.0])
    x, pattern, flag, count = (one.ravel() for one in grid)

    def run(x, pattern, flag, count):
        session = Session(600.0 * x, flag, x, pattern, count, 1.0 - x)
        ramp = Ramp(4.0 + 0.3 * x, 5.0 - 0.5 * flag, 4.2 - x, 1.0 - x, count - 1.0)
        load = where(flag > x, math.nan + x, 4.5 + x)
        at_s, days = 900.0 * count, 0.1 * count
        return [
            begins_at(session, at_s, 1200.0 * x, flag, PARAMS),
            begins_at(session, at_s, math.nan * x, flag, PARAMS),
            *pass_to(session, at_s + 600.0, PARAMS),
            *work(session, 0.0 * x + SQUAT, flag, 1.0 - flag, PARAMS),
            *loosened(session, 20.0 * x, PARAMS),
            prepared(ramp, days, PARAMS),
            *ramp_on(ramp, load, days, PARAMS),
        ]

    def told(x, pattern, flag, count):
        session = Session(600.0 * x, flag, x, pattern, count, 1.0 - x)
        return goes_on(session), is_logged(Ramp(4.0 + x, 5.0, 4.0, x, count - 1.0))

    together = run(x, pattern, flag, count)
    both = told(x, pattern, flag, count)
    for i, case in enumerate(zip(x, pattern, flag, count, strict=True)):
        one = tuple(map(float, case))
        alone = run(*one)
        assert {type(number) for number in alone} == {float}
        row = [np.broadcast_to(number, x.shape)[i] for number in together]
        np.testing.assert_allclose(row, alone, rtol=1e-13, atol=1e-16)
        assert [claim[i] for claim in both] == list(told(*one))


# --- notes ---


def diary(*entries):
    found = NO_ENTRIES
    for entry in entries:
        found = note(found, entry, PARAMS)
    return found


def still(minutes, posture="sitting", until=0.0):
    end = later(minutes=until)
    return lg.Stillness(start=end - timedelta(minutes=minutes), end=end, posture=posture)


# After 9.4 minutes of sitting: three quarters of what comes soon, a quarter of what comes slowly.
SOON, SLOW = 0.75 * (1.0 - 1.0 / math.e), 0.25 * (1.0 - math.exp(-0.1))
E1 = SOON + SLOW


@pytest.mark.parametrize(
    ("entries", "minutes", "creep"),
    [
        ([still(9.4)], 0.0, E1),
        ([still(9.4)], 2.3, SOON / math.e + SLOW * math.exp(-0.05)),
        ([still(9.4)], 46.0, SOON * math.exp(-20.0) + SLOW / math.e),
        ([still(9.4, "bent")], 0.0, E1),
        ([still(9.4, "lying")], 0.0, 0.3 * E1),
        ([still(9.4, "standing")], 0.0, 0.3 * E1),
        (  # one after the other
            [still(9.4), still(9.4, until=9.4)],
            9.4,
            0.75 * (1.0 - math.exp(-2.0)) + 0.25 * (1.0 - math.exp(-0.2)),
        ),
        (
            [still(9.4), lg.Mobility(at=BEGINNING, minutes=2.3)],
            0.0,
            SOON / math.e + SLOW * math.exp(-0.05),
        ),
        ([still(9.4), lg.Mobility(at=BEGINNING, minutes=9, regions=("chest",))], 0.0, E1),
        ([lg.Mobility(at=BEGINNING, minutes=5)], 0.0, None),
        ([still(9.4)], 60.0 * 20.1, None),  # another day
    ],
)
def test_stillness_by_hand(entries, minutes, creep):
    """It builds up to what its posture leads to, and goes back with time and with moving."""
    found = noted(diary(*entries), later(minutes=minutes), "set", PARAMS).creep
    assert found is creep is None or found == pytest.approx(creep, abs=1e-12)


@pytest.mark.parametrize(
    ("hours", "morning"),
    [(0.0, 1.0), (1.3, 1.0 / math.e), (2.6, math.exp(-2.0)), (20.1, None), (721.0, None)],
)
def test_rising_by_hand(hours, morning):
    """The stiffness of the night is 1/e after 1.3 hours; of another day nothing is known."""
    found = noted(diary(lg.Rising(at=BEGINNING)), later(hours=hours), "set", PARAMS).morning
    assert found is morning is None or found == pytest.approx(morning, abs=CLOSE)


@pytest.mark.parametrize(
    ("score", "hours", "unready"), [(1.0, 0, 0.0), (0.3, 18, 0.7), (0.0, 1, 1.0), (0.3, 19, None)]
)
def test_a_score_by_hand(score, hours, unready):
    """What is missing from 1, for three quarters of a day; never less than nothing."""
    found = diary(lg.Readiness(at=BEGINNING, score=score))
    told = noted(found, later(hours=hours), "session", PARAMS).unready
    assert told is unready is None or told == pytest.approx(unready, abs=CLOSE)


def test_a_day_has_no_hours():
    """Where a log knows the day only, no effect of hours is; where nothing was noted neither."""
    found = diary(still(60), lg.Rising(at=BEGINNING), lg.Readiness(at=BEGINNING, score=0.5))
    assert (
        noted(found, BEGINNING, "day", PARAMS)
        == NOTHING_NOTED
        == Noted(None, None, None, None, None)
    )
    assert noted(NO_ENTRIES, BEGINNING, "set", PARAMS) == NOTHING_NOTED
    assert None not in noted(found, BEGINNING, "set", PARAMS)


def test_a_score_speaks_for_another_hour_of_the_clock():
    """Instants of another zone are the same instants."""
    morning = datetime(2026, 1, 5, 6, tzinfo=UTC)
    found = diary(lg.Rising(at=morning))
    berlin = datetime.fromisoformat("2026-01-05T08:00+01:00")
    assert noted(found, berlin, "set", PARAMS).morning == pytest.approx(math.exp(-1.0 / 1.3))


def moved(hours, **fields):
    return lg.Moved(at=later(hours=hours), motion="flexion", **fields)


def test_the_last_movements_of_a_day_are_kept():
    """Five of twenty hours; an older one is forgotten when a newer one is noted."""
    seven = diary(*(moved(hour, cause="lift") for hour in range(7))).moved
    assert [one.at for one in seven] == [later(hours=hour) for hour in range(2, 7)]
    assert diary(moved(0.0), moved(20.0)).moved == (moved(0.0), moved(20.0))
    assert diary(moved(0.0), moved(20.1)).moved == (moved(20.1),)


def test_the_last_mobility_is_kept():
    """Of whatever region, with the creep that it takes off the back."""
    neck = lg.Mobility(at=BEGINNING, minutes=5, regions=("neck",))
    assert diary(still(60), neck).eased == neck
    assert diary(still(60), neck).creep == diary(still(60)).creep


@given(spans(), spans(), gaps_s(), gaps_s())
def test_time_only_eases_notes(minutes, more, one_s, other_s):
    """Longer stillness is no less creep; the later one asks, the less is left of all."""
    found = diary(still(minutes), lg.Rising(at=BEGINNING))
    longer = diary(still(minutes + more), lg.Rising(at=BEGINNING))
    assert all(b >= a - CLOSE for a, b in zip(found.creep, longer.creep, strict=True))
    soon, late = (
        noted(found, later(seconds=seconds), "set", PARAMS) for seconds in sorted((one_s, other_s))
    )
    for name in ("creep", "morning"):
        before, after = getattr(soon, name), getattr(late, name)
        assert after is None or 0.0 <= after <= before <= 1.0
