"""What a session, its ramps, its notes and its speeds leave behind: hand arithmetic and laws."""

import math
from datetime import UTC, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from liftguard.model.known import known
from liftguard.model.pace import usual_speed, with_speed
from strategies import BEGINNING, GUARD, gaps_s, parts, spans, spans_days

import liftguard as lg
from liftguard.model.diary import NO_ENTRIES, NOTHING_NOTED, Noted, note, noted
from liftguard.model.session import (
    BEGINNING as NO_SESSION,
)
from liftguard.model.session import (
    Ramp,
    Session,
    go_on,
    loosen,
    pause_days,
    prepared,
    ramp_on,
    work,
)

# The numbers that the sums below are written with, whatever the defaults are.
PARAMS = lg.Params(
    warm_minutes=5.0,
    cool_minutes=20.0,
    set_minutes=1.0,
    monotony_gain=0.01,
    monotony_minutes=9.4,
    monotony_recovery_minutes=25.0,
    typical_rest_minutes=3.0,
    usual_step=0.25,
    prepared_minutes=45.0,
    creep_minutes=9.4,
    creep_recovery_minutes=1.76,
    creep_upright=0.3,
    morning_hours=1.3,
)
CLOSE = 1e-12  # rounding of a handful of operations
ONE = 1.0 - math.exp(-1.0 / 9.4)  # what one set of a minute builds up
WARM = 1.0 - math.exp(-1.0 / 5.0)


def later(**passed):
    return BEGINNING + timedelta(**passed)


def squat(at=BEGINNING, load_kg=100.0, reps=5, **fields):
    return lg.LoggedSet(**{"lift": "squat"} | fields, at=at, load_kg=load_kg, reps=reps)


def learned(*entries):
    return GUARD.replay(lg.History(entries)).state


def begun(clock=BEGINNING, **fields):
    return NO_SESSION._replace(clock=clock, **fields)


# --- the rest before a set ---


@pytest.mark.parametrize(
    ("passed_s", "rest_s", "known_to", "minutes"),
    [
        (240, None, "set", 4.0),
        (240, None, "session", 4.0),
        (240, 90.0, "set", 4.0),  # the clock says more than the note
        (60, 90.0, "set", 1.5),
        (0, None, "set", 0.0),
        (0, None, "session", 3.0),
        (0, None, "day", 3.0),
        (60, None, "day", 3.0),
        (0, 0.0, "session", 0.0),
        (0, 120.0, "day", 2.0),
        (-600, None, "set", 0.0),  # the session's clock runs ahead
        (-600, None, "session", 3.0),
        (-600, 60.0, "session", 1.0),
    ],
)
def test_the_rest_by_hand(passed_s, rest_s, known_to, minutes):
    """The longer of clock and note; a typical one where neither tells."""
    at = later(seconds=passed_s)
    pause = pause_days(begun(), at, rest_s, known_to, PARAMS)
    assert 1440.0 * pause == pytest.approx(minutes, abs=1e-9)


def test_before_the_first_set_there_is_no_rest():
    assert pause_days(NO_SESSION, BEGINNING, 300.0, "day", PARAMS) == 0.0


def fatigue(state, at, lift="squat", rest_s=None):
    return known(state, lift, at, GUARD.params, rest_s).condition.tired


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
    stiff = begun(warmth=0.8, pattern="hinge", in_a_row=4, exposure=0.5)
    after = go_on(stiff, 20.0 / 1440.0, PARAMS)
    assert after.clock == later(minutes=20)
    assert after.warmth == pytest.approx(0.8 / math.e, abs=CLOSE)
    assert after.exposure == pytest.approx(0.5 * math.exp(-0.8), abs=CLOSE)
    assert (after.pattern, after.in_a_row) == ("hinge", 4)
    half = go_on(stiff, 25.0 / 1440.0, PARAMS)
    assert half.exposure == pytest.approx(0.5 / math.e, abs=CLOSE)
    tomorrow = go_on(stiff, 1.0, PARAMS)
    assert (tomorrow.pattern, tomorrow.in_a_row) == ("", 0)


def test_sets_by_hand():
    """Each set of a minute builds up 1 - e^(-1/9.4), and another pattern begins anew."""
    one = work(NO_SESSION, squat(), "squat", BEGINNING, PARAMS)
    assert one.exposure == pytest.approx(ONE, abs=CLOSE)
    assert one.warmth == pytest.approx(WARM, abs=CLOSE)
    assert (one.clock, one.pattern, one.in_a_row) == (BEGINNING, "squat", 1)
    three = work(
        work(one, squat(), "squat", BEGINNING, PARAMS), squat(), "squat", BEGINNING, PARAMS
    )
    assert three.exposure == pytest.approx(1.0 - math.exp(-3.0 / 9.4), abs=CLOSE)
    assert three.warmth == pytest.approx(1.0 - math.exp(-3.0 / 5.0), abs=CLOSE)
    assert three.in_a_row == 3
    other = work(three, squat(), "hinge", BEGINNING, PARAMS)
    assert other.exposure == pytest.approx(ONE, abs=CLOSE)
    assert (other.pattern, other.in_a_row) == ("hinge", 1)
    assert other.warmth > three.warmth


@pytest.mark.parametrize(
    ("waited", "minutes", "left"),
    [(0, 2.0, 0.4), (0, 4.0, 0.2), (0, 0.0, 0.8), (25, 2.0, 0.4 / math.e)],
)
def test_easing_by_hand(waited, minutes, left):
    """Two minutes of easy movement halve what a pattern has built up, and warm."""
    stiff = Session(BEGINNING, "set", 0.0, "hinge", 9, 0.8)
    after = loosen(stiff, later(minutes=waited), minutes, PARAMS)
    assert after.exposure == pytest.approx(left, abs=CLOSE)
    assert after.warmth == pytest.approx(1.0 - math.exp(-minutes / 5.0), abs=CLOSE)
    assert after.in_a_row == 0


@given(parts(), parts(), spans_days(), parts())
def test_resting_in_two_steps_equals_one(warmth, exposure, days, share):
    """However a rest is cut: warmth and monotony end alike."""
    before = begun(warmth=warmth, exposure=exposure)
    first = days * share
    twice = go_on(go_on(before, first, PARAMS), days - first, PARAMS)
    once = go_on(before, days, PARAMS)
    assert twice.warmth == pytest.approx(once.warmth, abs=1e-12)
    assert twice.exposure == pytest.approx(once.exposure, abs=1e-12)


@given(parts(), spans(), spans())
def test_more_easing_never_leaves_more(exposure, one, other):
    """Longer mobility leaves no more monotony, and no less warmth."""
    stiff = begun(pattern="hinge", in_a_row=3, exposure=exposure)
    short, long = (loosen(stiff, BEGINNING, m, PARAMS) for m in sorted((one, other)))
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
        known(
            guard.replay(lg.History([*TEN, *after])).state, lift, at, guard.params, 0.0
        ).condition.tired
        for guard in (lg.Guard(attrs.evolve(PARAMS, monotony_gain=gain)) for gain in (0.01, 0.0))
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
    assert Ramp(4.0, 5.0, 4.0, ramped).logged is logged


def test_ramps_by_hand():
    """A session keeps its first and its heaviest; one of the same load was none."""
    ramp = None
    for load, new in ((4.0, True), (4.5, False), (4.2, False), (5.0, False)):
        ramp = ramp_on(ramp, load, PARAMS, new=new)
    assert ramp == Ramp(4.0, 5.0, 4.0, ())
    ramp = ramp_on(ramp, 4.9, PARAMS, new=True)
    assert ramp == Ramp(4.9, 4.9, 4.0, (True,))
    ramp = ramp_on(ramp_on(ramp, 5.1, PARAMS, new=False), 4.0, PARAMS, new=True)
    assert ramp == Ramp(4.0, 4.0, 4.0, (True, False))  # from 4.9 to 5.1 is a usual step


def test_ten_sessions_of_ramps_are_remembered():
    ramp = Ramp(4.0, 5.0, 4.0, (False,) * 10)
    assert ramp_on(ramp, 4.0, PARAMS, new=True).ramped == (*(False,) * 9, True)


RAMPED = [
    squat(later(days=3 * day, minutes=4 * nth), load_kg, 3)
    for day in range(5)
    for nth, load_kg in enumerate((60.0, 90.0, 120.0))
]


@pytest.mark.parametrize(
    ("ramp", "minutes", "load"),
    [
        (Ramp(4.0, 5.0, 3.5, (True,)), 0.0, 5.0),
        (Ramp(4.0, 5.0, 3.5, (True,)), 45.0, 3.5 + 1.5 / math.e),  # it wears off
        (Ramp(4.0, 5.0, 3.5, (True,)), 2880.0, 4.0),  # next time: where the last ramp began
        (Ramp(4.9, 5.0, 3.5, (True,)), 2880.0, 3.5),  # which was none: where one did before
        (Ramp(4.0, 5.0, 4.5, ()), 45.0, 4.0 + 1.0 / math.e),
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
    """What a session has moved prepares for what comes, whatever came first in it."""
    sets = [squat(later(days=15, minutes=4 * n), kg, 3) for n, kg in enumerate(done)]
    state = lg.Guard(PARAMS).replay(lg.History([*RAMPED, *sets])).state
    here = known(state, "squat", later(days=15, minutes=minutes), PARAMS)
    assert math.exp(here.condition.step_from) == pytest.approx(from_kg, rel=1e-9)


def test_without_logged_ramps_nothing_is_assessed():
    """Warmth and the step count for who writes ramps down, and for nobody else."""
    state = learned(*(squat(later(days=3 * n)) for n in range(8)))
    condition = known(state, "squat", later(days=30), GUARD.params).condition
    assert (condition.cold, condition.step_from) == (None, None)


# --- notes ---


def diary(*entries):
    found = NO_ENTRIES
    for entry in entries:
        found = note(found, entry, PARAMS)
    return found


def still(minutes, posture="sitting", until=0.0):
    end = later(minutes=until)
    return lg.Stillness(start=end - timedelta(minutes=minutes), end=end, posture=posture)


E1 = 1.0 - 1.0 / math.e  # of creep after 9.4 minutes


@pytest.mark.parametrize(
    ("entries", "minutes", "creep"),
    [
        ([still(9.4)], 0.0, E1),
        ([still(9.4)], 1.76, E1 / (1.0 + E1)),
        ([still(9.4)], 17.6, E1 / (1.0 + 10.0 * E1)),
        ([still(9.4, "bent")], 0.0, E1),
        ([still(9.4, "lying")], 0.0, 0.3 * E1),
        ([still(9.4, "standing")], 0.0, 0.3 * E1),
        ([still(9.4), still(9.4, until=9.4)], 9.4, 1.0 - math.exp(-2.0)),  # one after the other
        ([still(9.4), lg.Mobility(at=BEGINNING, minutes=1.76)], 0.0, E1 / (1.0 + E1)),
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
    assert noted(found, BEGINNING, "day", PARAMS) == NOTHING_NOTED == Noted(None, None, None)
    assert noted(NO_ENTRIES, BEGINNING, "set", PARAMS) == NOTHING_NOTED
    assert None not in noted(found, BEGINNING, "set", PARAMS)


def test_a_score_speaks_for_another_hour_of_the_clock():
    """Instants of another zone are the same instants."""
    morning = datetime(2026, 1, 5, 6, tzinfo=UTC)
    found = diary(lg.Rising(at=morning))
    berlin = datetime.fromisoformat("2026-01-05T08:00+01:00")
    assert noted(found, berlin, "set", PARAMS).morning == pytest.approx(math.exp(-1.0 / 1.3))


@given(spans(), spans(), gaps_s(), gaps_s())
def test_time_only_eases_notes(minutes, more, one_s, other_s):
    """Longer stillness is no less creep; the later one asks, the less is left of all."""
    found = diary(still(minutes), lg.Rising(at=BEGINNING))
    longer = diary(still(minutes + more), lg.Rising(at=BEGINNING))
    assert longer.creep >= found.creep - CLOSE
    soon, late = (
        noted(found, later(seconds=seconds), "set", PARAMS) for seconds in sorted((one_s, other_s))
    )
    for name in ("creep", "morning"):
        before, after = getattr(soon, name), getattr(late, name)
        assert after is None or 0.0 <= after <= before <= 1.0


# --- speeds ---


def test_the_usual_speed_by_hand():
    """The median of loads within 0.07; slips do not move it, fewer than three tell nothing."""
    speeds = ((5.0, 0.4), (5.06, 0.5), (4.94, 0.3), (5.0, 9.0), (5.08, 0.1), (4.9, 2.0))
    assert usual_speed(speeds, 5.0) == pytest.approx(0.45)  # of 0.3, 0.4, 0.5 and 9
    assert usual_speed(((5.0, 0.4), (5.0, 0.5), (5.0, 0.6)), 5.0) == 0.5
    assert usual_speed(((5.0, 0.4), (5.0, 0.5), (5.2, 0.6)), 5.0) is None
    assert usual_speed(((5.0, 0.4), (5.0, 0.5), (5.0, 0.0)), 5.0) is None  # a zero is no speed
    assert usual_speed((), 5.0) is None


def test_twelve_speeds_are_kept():
    speeds = ()
    for n in range(15):
        speeds = with_speed(speeds, float(n), 0.5)
    assert [load for load, _ in speeds] == [float(n) for n in range(3, 15)]
