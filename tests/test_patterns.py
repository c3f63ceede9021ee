"""What events have in common: counts known by hand, and what is not to be reported."""

import math
from datetime import datetime, timedelta
from functools import partial

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import GUARD, logs

import liftguard as lg
from liftguard.review.pattern_cases import cases_of, days_of
from liftguard.review.patterns import patterns, shrunk_ratio

FIRST = datetime(2024, 1, 1, 18, 0)
ratio_of = partial(shrunk_ratio, prior_events=4.0)


def on(day, minute=0, **fields):
    """Log one set of a squat, so many minutes into the session of a day."""
    at = FIRST + timedelta(days=day, minutes=minute)
    return lg.LoggedSet(**{"lift": "squat", "at": at, "load_kg": 100, "reps": 5} | fields)


def look(entries, policy=None):
    history = lg.History(entries)
    guard = GUARD if policy is None else lg.Guard(policy=policy)
    return patterns(guard.replay(history), history)


def found(entries, kind, policy=None):
    """Give what was found for a kind of event, by code and lift."""
    seen = look(entries, policy).found
    return {(one.code, one.lift): one for one in seen if one.kind == kind}


def searched(entries, kind, policy=None):
    return next(one for one in look(entries, policy).searched if one.kind == kind)


def spaced(gaps, missed, **fields):
    """Log one set after each gap, missed on the sessions named."""
    day, entries = 0, []
    for nth, gap in enumerate(gaps):
        day += gap
        entries.append(on(day, missed=nth in missed, **fields))
    return entries


# Fifty sessions three days apart, of which two miss; ten after eight days, of which six do.
GAPS = [3] * 25 + [8] * 10 + [3] * 25
MISSED = {3, 50, *range(25, 31)}


# --- the ratio ---


def test_the_ratio_by_hand():
    """
    Compare 6 of 10 with 2 of 49, four events added evenly: c = 4/59 = 0.0678.

    (0.6 + 0.0678)/(0.0408 + 0.0678) = 6.148; 1/6.678 + 1/5.322 = 0.3377; 1.645 x 0.581 = 0.956.
    """
    ratio, low, high = ratio_of(6, 10, 2, 49)
    assert ratio == pytest.approx(6.148, abs=1e-3)
    assert math.log(high / ratio) == pytest.approx(0.956, abs=1e-3)
    assert math.log(ratio / low) == pytest.approx(0.956, abs=1e-3)


def test_the_ratio_is_finite_without_an_event_outside():
    """8 of 10 against 0 of 40: c = 4/50, .88/.08 = 11; exp(1.645 sqrt(1/8.8 + 1/3.2)) = 2.926."""
    ratio, low, high = ratio_of(8, 10, 0, 40)
    assert ratio == pytest.approx(11.0)
    assert (ratio / low, high / ratio) == pytest.approx((2.926, 2.926), abs=1e-3)


counts = st.integers(0, 400)


@given(a=counts, b=counts, n=st.integers(1, 400), m=st.integers(1, 400))
def test_the_ratio_is_drawn_towards_one(a, b, n, m):
    """It lies between 1 and the plain ratio, and turning the sides round inverts it."""
    ratio, low, high = ratio_of(a, n, b, m)
    plain = a / n / (b / m) if b else math.inf if a else 1.0
    assert min(plain, 1.0) - 1e-12 <= ratio <= max(plain, 1.0) + 1e-12
    assert low < ratio < high
    assert ratio_of(b, m, a, n) == pytest.approx((1 / ratio, 1 / high, 1 / low))


@given(a=counts, b=counts, n=st.integers(1, 400), m=st.integers(1, 400))
def test_more_of_the_same_is_surer(a, b, n, m):
    """Ten times the counts never widen the interval, and narrow it where there are events."""
    _, low, high = ratio_of(a, n, b, m)
    _, surer_low, surer_high = ratio_of(10 * a, 10 * n, 10 * b, 10 * m)
    narrower = (surer_high / surer_low) / (high / low)
    assert narrower < 1.0 if a or b else narrower == pytest.approx(1.0)


# --- misses ---


def test_a_lift_on_a_day_is_a_case():
    """Two days three apart, the second missed: one event of two, and no four days off."""
    history = lg.History([on(0), on(3, missed=True)])
    first, second = cases_of(days_of(GUARD.replay(history), history))["miss"]
    assert (first.event, second.event) == (False, True)
    assert "days_off_4" not in first.holds  # nothing came before
    assert second.holds["days_off_4"] is False


def test_misses_after_days_off():
    """Six of ten sessions after eight days miss, two of the 49 others after a session."""
    one = found(spaced(GAPS, MISSED), "miss")["days_off_7", None]
    assert (one.events, one.cases, one.other_events, one.other_cases) == (6, 10, 2, 49)
    assert (one.ratio, one.low, one.high) == ratio_of(6, 10, 2, 49)
    assert one.excess == pytest.approx(6 * (1 - 1 / 6.148), abs=1e-3)


def test_what_hardly_ever_held_is_not_looked_at():
    """Fourteen days off are looked at once there were five such times."""
    tried = searched(spaced(GAPS, MISSED), "miss").tried
    for times, more in ((4, 0), (5, 1)):
        assert searched(spaced([*GAPS, *[15] * times], MISSED), "miss").tried == tried + more


def test_four_events_are_too_few():
    """All four misses after days off are not reported, nor is anything tried."""
    entries = spaced(GAPS, range(25, 29))
    assert found(entries, "miss") == {}
    assert searched(entries, "miss") == attrs.evolve(
        searched(entries, "miss"), events=4, cases=60, tried=0
    )


def test_four_events_inside_are_too_few():
    """Of six misses four after days off: something is tried, that pattern is not reported."""
    entries = spaced(GAPS, {3, 50, *range(25, 29)})
    assert ("days_off_7", None) not in found(entries, "miss")
    assert searched(entries, "miss").tried > 0


def test_even_misses_have_nothing_in_common():
    """Every sixth session misses, whatever the gap before it."""
    assert found(spaced(GAPS, range(0, 60, 6)), "miss") == {}


def test_several_misses_of_a_lift_on_a_day_are_one():
    """Two more sets on the same days, missed too, change no count."""
    twice = [attrs.evolve(one, at=one.at + timedelta(minutes=5)) for one in spaced(GAPS, MISSED)]
    once = found(spaced(GAPS, MISSED), "miss")
    assert found([*spaced(GAPS, MISSED), *twice], "miss") == once


def days(usual, holds):
    """Log forty days of one kind, then eight of another."""
    entries = [one for nth in range(40) for one in usual(4 * nth)]
    return entries + [one for nth in range(8) for one in holds(160 + 8 * nth)]


def miss(day, minute=0, **fields):
    return on(day, minute, missed=True, **fields)


LATE = {"lift": "deadlift"}
ROWS = [{"lift": "barbell_row", "load_kg": 50}] * 15


@pytest.mark.parametrize(
    ("code", "usual", "holds"),
    [
        ("morning", lambda day: [on(day)], lambda day: [miss(day, -6 * 60 - 1)]),
        (
            "after_squat_or_hinge",
            lambda day: [on(day, **LATE)],
            lambda day: [on(day), miss(day, 9, **LATE)],
        ),
        (
            "squat_or_hinge_1_day_ago",
            lambda day: [on(day)],
            lambda day: [on(day), miss(day + 1, **LATE)],
        ),
        (
            "squat_or_hinge_2_days_ago",
            lambda day: [on(day)],
            lambda day: [on(day), miss(day + 2, **LATE)],
        ),
        (
            "after_15_sets",
            lambda day: [on(day, **ROWS[0]), on(day, 60)],
            lambda day: [*(on(day, 2 * n, **row) for n, row in enumerate(ROWS)), miss(day, 60)],
        ),
        (
            "first_lift",
            lambda day: [on(day), on(day, 9, **LATE)],
            lambda day: [miss(day), on(day, 9, **LATE)],
        ),
        (
            "no_ramp",
            lambda day: [on(day, load_kg=50), on(day, 5)],
            lambda day: [on(day, load_kg=90), miss(day, 5)],
        ),
        (
            "third_day_in_a_row",
            lambda day: [on(day)],
            lambda day: [on(day), on(day + 1), miss(day + 2)],
        ),
        ("above_30_days", lambda day: [on(day)], lambda day: [miss(day, load_kg=100 + day)]),
        (
            "reps_2_3",
            lambda day: [on(day)],
            lambda day: [on(day, reps=3), miss(day, 5, load_kg=110, reps=0)],
        ),
        (
            "after_hard_day",
            lambda day: [on(day), on(day + 1)],
            lambda day: [*(on(day, n) for n in range(5)), miss(day + 1)],
        ),
    ],
)
def test_each_thing_in_common(code, usual, holds):
    """Where eight misses share something that the forty days before do not, it is found."""
    one = found(days(usual, holds), "miss")[code, None]
    # every day has a first lift; and after six days without a ramp the habit is gone
    expected = {"first_lift": (8, 48, 0), "no_ramp": (6, 6, 0)}.get(code, (8, 8, 0))
    assert (one.events, one.cases, one.other_events) == expected


def test_misses_of_one_lift():
    """Eight of ten deadlifts miss, and none of forty squats on other days."""
    entries = [on(4 * nth) for nth in range(40)]
    entries += [on(4 * nth + 2, lift="deadlift", missed=nth < 8) for nth in range(10)]
    one = found(entries, "miss")["lift", "deadlift"]
    assert (one.events, one.cases, one.other_events, one.other_cases) == (8, 10, 0, 40)


def test_a_log_without_hours_has_no_mornings():
    """Where only the day is known, its hour says nothing."""
    entries = spaced(GAPS, MISSED)
    early = [attrs.evolve(one, at=one.at.replace(hour=6 if one.missed else 18)) for one in entries]
    assert ("morning", None) in found(early, "miss")
    daily = [attrs.evolve(one, at_known_to="day") for one in early]
    assert ("morning", None) not in found(daily, "miss")


# --- flags ---


def test_flags_are_those_forecast_before_the_set():
    """Events are the lifts on a day with a set that is CAUTION or worse, asked before it."""
    loads = [100.0] * 30 + [100.0, 100.0, 128.0, 100.0] * 8
    history = lg.History([on(3 * nth, load_kg=load, rpe=9) for nth, load in enumerate(loads)])
    state, flagged, assessed = GUARD.start(), 0, 0
    for one in history:
        planned = lg.PlannedSet(lift=one.lift, load_kg=one.load_kg, reps=5)
        level = GUARD.check(state, planned, at=one.at).level
        flagged += level in {lg.Level.CAUTION, lg.Level.BEYOND}
        assessed += level != lg.Level.UNKNOWN
        state = GUARD.learn(state, one)
    one = searched(history, "flag")
    assert (one.events, one.cases) == (flagged, assessed)
    assert 0 < flagged < assessed < len(history)


def test_a_pain_brings_no_flags():
    """It holds back all that is done after it, which is no pattern of the sets."""
    usual = [on(3 * nth, rpe=9) for nth in range(40)]
    counted = searched(usual, "flag")
    assert searched([*usual, pain(60, severity=9, kind="spasm")], "flag") == counted
    assert counted.cases > counted.events


def test_flags_of_one_lift():
    """Of two lifts, the one that goes up by a third on every fourth day is flagged."""
    steady = [on(3 * nth, rpe=7) for nth in range(40)]
    jumpy = [
        on(3 * nth + 1, lift="bench_press", load_kg=60.0 if nth % 4 else 80.0, rpe=8)
        for nth in range(40)
    ]
    assert ("lift", "bench_press") in found([*steady, *jumpy], "flag")


# --- pains ---


def pain(day, hours=2.0, **fields):
    at = FIRST + timedelta(days=day, hours=hours)
    return lg.Pain(**{"at": at, "region": "low_back", "severity": 5} | fields)


PULLS = [on(4 * nth, lift="deadlift" if nth % 4 == 0 else "squat") for nth in range(40)]
HURT = [pain(16 * nth) for nth in range(6)]


def test_pains_after_one_lift():
    """Six of ten days of deadlifts led to pain, and none of thirty of squats."""
    one = found([*PULLS, *HURT], "pain")["lift", "deadlift"]
    assert (one.events, one.cases, one.other_events, one.other_cases) == (6, 10, 0, 30)


def test_a_pain_told_again_is_the_same():
    """A second word about a pain after the next session, two days later, is no event."""
    pulls = [on(2 * nth, lift="squat" if nth % 8 else "deadlift") for nth in range(80)]
    again = [pain(16 * nth + 2) for nth in range(6)]
    assert look([*pulls, *HURT, *again]) == look([*pulls, *HURT])
    anew = [pain(16 * nth + 6) for nth in range(6)]
    assert searched([*pulls, *HURT, *anew], "pain").events == 12


def test_a_pain_that_is_none_is_no_event():
    """One of a severity of 0 says that nothing hurts."""
    none = [pain(4 * nth, severity=0) for nth in range(40)]
    assert searched([*PULLS, *none], "pain").events == 0


def test_pain_after_a_miss():
    """A day with a miss that leads to pain is seen as such."""
    entries = [on(4 * nth, missed=nth % 5 == 0) for nth in range(40)]
    one = found([*entries, *(pain(20 * nth) for nth in range(7))], "pain")["missed", None]
    assert (one.events, one.cases, one.other_events) == (7, 8, 0)


# --- the host's thresholds ---


def test_the_host_says_how_many_events_are_enough():
    """Four misses after days off are reported from four events on."""
    entries, policy = spaced(GAPS, range(25, 29)), lg.Policy(fewest_events=4)
    one = found(entries, "miss", policy)["days_off_7", None]
    assert (one.events, one.cases, one.other_events, one.other_cases) == (4, 10, 0, 49)


def test_the_host_says_how_far_a_ratio_is_drawn_to_one():
    """6 of 10 with 2 of 49, with eight events added: c = 8/59 = 0.1356, 0.7356/0.1764 = 4.170."""
    one = found(spaced(GAPS, MISSED), "miss", lg.Policy(prior_events=8))["days_off_7", None]
    assert one.ratio == pytest.approx(4.170, abs=1e-3)


@pytest.mark.parametrize(("least", "told"), [(15, True), (16, False)])
def test_the_host_says_what_a_long_session_is(least, told):
    """Misses after fifteen rows are not late where sixteen sets make a session long."""
    entries = days(
        lambda day: [on(day, **ROWS[0]), on(day, 60)],
        lambda day: [*(on(day, 2 * n, **row) for n, row in enumerate(ROWS)), miss(day, 60)],
    )
    policy = lg.Policy(long_session_sets=least)
    assert (("after_15_sets", None) in found(entries, "miss", policy)) is told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, True),
        ({"fewest_hard_day_days": 80, "hard_day_window_days": 365}, True),
        ({"hard_day_window_days": 15}, False),  # six days or fewer
        ({"hard_day_share": 0.99}, False),  # only the first is harder than the hardest before
    ],
)
def test_the_host_says_what_a_hard_day_is(fields, told):
    """Days of five hard sets after days of one, within a window that holds enough of them."""
    entries = days(
        lambda day: [on(day), on(day + 1)],
        lambda day: [*(on(day, n) for n in range(5)), miss(day + 1)],
    )
    policy = lg.Policy(**fields)
    assert (("after_hard_day", None) in found(entries, "miss", policy)) is told


def test_the_host_says_how_far_a_pain_looks_back():
    """Eighty hours after a session a pain is none of it, but for who says so."""
    late = [*PULLS, *(pain(16 * nth, hours=80) for nth in range(6))]
    for policy, told in ((lg.Policy(), False), (lg.Policy(look_back_hours=96), True)):
        assert (("lift", "deadlift") in found(late, "pain", policy)) is told
        assert searched(late, "pain", policy).events == 6


# --- always ---


@given(entries=logs(most=10))
def test_any_log_can_be_looked_at(entries):
    """Every kind is searched; what is found is inside its cases, above 1, and not on few events."""
    result = look(entries)
    assert [one.kind for one in result.searched] == ["flag", "miss", "pain"]
    for one in result.found:
        assert 5 <= one.events <= one.cases
        assert 1.0 < one.low < one.ratio < one.high
        assert 0.0 < one.excess < one.events
        assert (one.lift is not None) == (one.code == "lift")


def test_nothing_is_found_in_nothing():
    """An empty history has no events, cases, or things tried."""
    assert look([]).found == ()
    assert {(one.events, one.cases, one.tried) for one in look([]).searched} == {(0, 0, 0)}


def test_the_most_excess_comes_first():
    """Eight misses of deadlifts, of which five in mornings: the lift is named first."""
    entries = [on(4 * nth, -600 if nth % 8 == 0 else 0) for nth in range(40)]
    for nth in range(10):
        early = -600 if nth < 5 else 0
        entries.append(on(4 * nth + 2, early, lift="deadlift", missed=nth < 8))
    misses = [one for one in look(entries).found if one.kind == "miss"]
    assert (misses[0].code, misses[-1].code) == ("lift", "morning")
    excesses = [one.excess for one in misses]
    assert excesses == sorted(excesses, reverse=True)


def test_a_hard_day_counts_on_the_next_day_only():
    """Misses two days after hard days are not misses after a hard day."""
    usual = [one for nth in range(40) for one in (on(4 * nth), on(4 * nth + 1))]
    hard = [on(160 + 8 * nth, minute) for nth in range(8) for minute in range(5)]
    late = [on(162 + 8 * nth, missed=True) for nth in range(8)]
    assert ("after_hard_day", None) not in found([*usual, *hard, *late], "miss")
    assert ("squat_or_hinge_2_days_ago", None) in found([*usual, *hard, *late], "miss")
