"""What is remembered of a lift: the bests that stand, and the last times."""

import math
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, at_moment, logs

import liftguard as lg
from liftguard.model.front import best_for, with_best_set
from liftguard.model.last_time import Latest, Time, alike_reps, folded
from liftguard.model.remember import date_of

PAIRS = st.lists(st.tuples(st.integers(1, 12), st.integers(-20, 40)), max_size=30)


def done(load_kg=100.0, reps=5, day=0, minute=0, **fields):
    at = BEGINNING + timedelta(days=day, minutes=minute)
    return lg.LoggedSet(lift="squat", at=at, load_kg=load_kg, reps=reps, **fields)


def remembered(*entries):
    return GUARD.replay(lg.History(entries)).state.lifts["squat"]


# --- bests that stand ---


@given(PAIRS)
def test_the_front_is_what_no_set_dominates(pairs):
    """It holds each set that no other has beaten by load and repetitions, the first of equals."""
    front = ()
    for day, (reps, load) in enumerate(pairs):
        front = with_best_set(front, reps, 2.5 * load, day)
    firsts = {}
    for day, pair in enumerate(pairs):
        firsts.setdefault(pair, day)
    best = [
        (reps, 2.5 * load, day)
        for (reps, load), day in firsts.items()
        if not any(
            (n, other) != (reps, load) and n >= reps and other >= load for n, other in firsts
        )
    ]
    assert front == tuple(sorted(best)[:10])


@given(PAIRS, st.integers(1, 13))
def test_the_best_for_some_reps_is_the_heaviest_with_at_least_as_many(pairs, reps):
    """More repetitions prove fewer; none where nobody did as many."""
    front = ()
    for day, (n, load) in enumerate(pairs):
        front = with_best_set(front, n, 2.5 * load, day)
    heaviest = max((2.5 * load for n, load in pairs if n >= reps), default=None)
    found = best_for(front, reps)
    assert (None if found is None else found[1]) == heaviest


def test_a_best_has_its_date():
    """The date is that of the set, whatever the hour of the first one of the log."""
    state = GUARD.replay(lg.History([done(80.0), done(90.0, day=1, minute=-600)])).state
    (best,) = GUARD.bests(state, "squat", at=state.at).unbeaten
    assert (best.load_kg, best.at) == (90.0, datetime(2024, 1, 2))


def test_a_date_of_instants_is_an_instant():
    """A day begins by the clock of the moment asked about."""
    state = attrs.evolve(GUARD.start(), since=datetime(2024, 1, 1, 18, tzinfo=UTC))
    asked = datetime(2024, 3, 1, 20, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert date_of(state, 31, asked).isoformat() == "2024-02-01T00:00:00-08:00"


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("America/Los_Angeles", 19),  # 3:00 on the day after in UTC
        ("Asia/Tokyo", 7),  # 22:00 on the day before
        ("Pacific/Kiritimati", 11),  # 21:00 on the day before, 14 hours off
        ("Europe/Berlin", 0),  # 23:00 on the day before
        ("UTC", 12),
    ],
)
def test_a_day_is_that_of_the_athletes_clock(zone, hour):
    """Whatever the day in UTC: six sessions end on 16 January, and that is what all of them say."""
    begins = datetime(2026, 1, 1, hour, 10, tzinfo=ZoneInfo(zone))
    sets = [
        lg.LoggedSet(lift="squat", at=begins + timedelta(days=3 * i), load_kg=100.0, reps=5)
        for i in range(6)
    ]
    state, asked = GUARD.replay(lg.History(sets)).state, sets[-1].at + timedelta(days=2)
    planned = lg.PlannedSet(lift="squat", load_kg=100.0, reps=5)
    suggested = GUARD.suggest(state, "squat", 5, at=asked)
    (following,) = GUARD.next_session(state, [planned], at=asked)
    assert (
        suggested.last.at == following.suggestion.last.at == asked.replace(day=16, hour=0, minute=0)
    )
    assert suggested.best.at.isoformat()[:10] == "2026-01-01"
    assert [one.at for one in GUARD.bests(state, "squat", at=asked).unbeaten] == [suggested.best.at]
    assert any("on 2026-01-16" in line for line in lg.say_suggestion(suggested))
    assert any(
        "on 2026-01-16" in line for line in lg.say_details(GUARD.check(state, planned, at=asked))
    )


def test_the_evening_of_the_day_asked_about_is_today():
    """An hour after a set at 19:00 in California, in UTC on the day after, it is the set before."""
    begins = datetime(2026, 6, 6, 19, tzinfo=ZoneInfo("America/Los_Angeles"))
    one = lg.LoggedSet(lift="squat", at=begins, load_kg=100.0, reps=5)
    state = GUARD.learn(GUARD.start(), one)
    suggested = GUARD.suggest(state, "squat", 5, at=begins + timedelta(hours=1))
    assert suggested.last.at == begins.replace(hour=0)
    assert "The set before: 100 kg x 5." in lg.say_suggestion(suggested)


def test_who_flies_west_is_asked_about_the_day_before():
    """A set of 8 June in Tokyo stays one of 8 June, also where it is the evening of the 7th."""
    morning = datetime(2026, 6, 8, 8, tzinfo=ZoneInfo("Asia/Tokyo"))  # 16:00 of the 7th there
    sets = [
        lg.LoggedSet(lift="squat", at=morning - timedelta(days=3 * i), load_kg=100.0, reps=5)
        for i in range(6)
    ]
    state = GUARD.replay(lg.History(sets)).state
    asked = datetime(2026, 6, 7, 22, tzinfo=ZoneInfo("America/Los_Angeles"))
    suggested = GUARD.suggest(state, "squat", 5, at=asked)
    assert (suggested.load_kg, suggested.last.at.isoformat()[:10]) == (100.0, "2026-06-08")


def test_a_pain_of_the_evening_is_not_of_the_day_after():
    """Pains and sets are told apart by one clock: a lighter set after one is on the way back."""
    begins = datetime(2026, 1, 1, 19, tzinfo=ZoneInfo("America/Los_Angeles"))
    log = [
        lg.LoggedSet(lift="squat", at=begins + timedelta(days=3 * i), load_kg=100.0, reps=5)
        for i in range(12)
    ]
    hurt = begins + timedelta(days=42)
    log += [
        lg.Pain(at=hurt - timedelta(hours=1), region="low_back", severity=4),
        lg.LoggedSet(lift="squat", at=hurt, load_kg=70.0, reps=5),
    ]
    here = GUARD.replay(lg.History(log)).state
    in_utc = [at_moment(one, one.at.replace(tzinfo=UTC)) for one in log]
    there = GUARD.replay(lg.History(in_utc)).state
    asked = hurt + timedelta(days=7)
    found = GUARD.suggest(here, "squat", 5, at=asked)
    same = GUARD.suggest(there, "squat", 5, at=asked.replace(tzinfo=UTC))
    assert (found.code, found.load_kg) == ("way_back", same.load_kg)


def test_a_slip_is_no_best():
    """308 among sets of 140 stands nowhere; nor does a set that was missed, or a warm-up."""
    log = [done(140.0, day=3 * i) for i in range(8)]
    log += [
        done(308.0, day=24),
        done(160.0, 0, day=24, minute=5, missed=True),
        done(60.0, 12, day=24, minute=9, kind="warmup"),
    ]
    assert remembered(*log).front == ((5, 140.0, 0),)


@pytest.mark.parametrize("slip_kg", [308.0, 1400.0])
def test_a_slip_is_no_best_of_the_last_weeks(slip_kg):
    """What is shown as the best, and what steps keep to, is the 140 kg that surely went up."""
    log = [done(140.0, day=3 * i) for i in range(8)]
    at = log[-1].at + timedelta(days=5)
    plan = lg.PlannedSet(lift="squat", load_kg=165, reps=5)

    def told(*entries):
        verdict = GUARD.check(GUARD.replay(lg.History(entries)).state, plan, at=at)
        (overload,) = (cause for cause in verdict.causes if cause.code == "overload")
        best = next(one.value for one in overload.evidence if one.code == "best_30_days")
        lower = next(one.planned.load_kg for one in verdict.steps if one.code == "lower_load")
        return best, lower

    best, lower = told(*log, done(slip_kg, day=24))
    assert 140.0 < best < 140.0 * 1.2  # five repetitions as a single, by Epley a sixth more
    assert best == pytest.approx(told(*log)[0], rel=0.01)
    assert lower <= 140.0 + 6.0  # `Policy.step_kg`


def test_another_machine_has_bests_of_its_own():
    """Where the scale is taken anew, what stood before stands no more."""
    log = [done(140.0, day=3 * i, rpe=8) for i in range(8)]
    log += [done(60.0, day=30 + i, rpe=8) for i in range(2)]
    found = remembered(*log)
    assert found.front == ((5, 60.0, 31),)
    assert [day for day, _ in found.bests] == [31]


# --- the session that goes on ---


def latest(*entries):
    (now,) = remembered(*entries).latest
    return now


def test_the_first_set_near_the_heaviest_is_the_work():
    """Of 60, 95, 100 and 102.5 kg it is 95, as 0.9 x 102.5 = 92.25; the last set is 102.5."""
    now = latest(*(done(kg, minute=n) for n, kg in enumerate((60.0, 95.0, 100.0, 102.5))))
    assert (now.load_kg, now.set_kg, now.reps) == (95.0, 102.5, 5)


def test_what_fell_short_is_counted():
    """A miss, and fewer than planned; the lightest of their loads is kept."""
    now = latest(
        done(100.0, planned_reps=5),
        done(100.0, 4, minute=4, planned_reps=5),
        done(110.0, 0, minute=9, missed=True),
    )
    assert (now.load_kg, now.short, now.missed_kg) == (100.0, 2, 100.0)


def test_where_nothing_went_up_the_plan_is_remembered():
    now = latest(done(110.0, 3, planned_reps=5))
    assert (now.load_kg, now.reps, now.short) == (None, 5, 1)


def test_warm_ups_and_drop_sets_are_no_work():
    now = latest(
        done(60.0, 8, kind="warmup"), done(100.0, minute=4), done(70.0, 12, minute=5, kind="drop")
    )
    assert (now.load_kg, now.set_kg, now.reps) == (100.0, 100.0, 5)


def test_effort_and_speed_are_those_of_the_last_set():
    """RPE 9 leaves one; the quickest is of the same load."""
    sets = [(60.0, 0.9, None), (100.0, 0.5, 8), (100.0, 0.52, 8), (100.0, 0.4, 9)]
    now = latest(
        *(
            done(kg, minute=4 * n, mean_velocity_m_s=speed, rpe=rpe)
            for n, (kg, speed, rpe) in enumerate(sets)
        )
    )
    assert (now.left, now.quickest, now.velocity) == (1.0, 0.52, 0.4)


# --- the times before ---


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [(5, 6, True), (8, 10, True), (3, 4, True), (3, 5, False), (1, 2, False), (10, 8, True)],
)
def test_alike_repetitions(one, other, alike):
    """A third more is another range: 4 / 3 = 1.33 is not yet, 5 / 3 = 1.67 is."""
    assert alike_reps(one, other) is alike


def test_a_rising_load_is_counted():
    """Three sessions of 2.5 kg more each are two rises of 2.5 kg, the third going on."""
    one = remembered(*(done(100.0 + 2.5 * n, day=3 * n) for n in range(4)))
    assert one.earlier == (Time(6, 105.0, 5, 2.5, 2),)
    assert folded(one.earlier, one.latest) == (Time(9, 107.5, 5, 2.5, 3),)


def test_a_load_that_stays_is_counted():
    """The fourth session at a load is the third that stayed."""
    one = remembered(*(done(100.0, day=3 * n) for n in range(4)))
    assert folded(one.earlier, one.latest) == (Time(9, 100.0, 5, 0.0, -3),)


def test_a_session_that_fell_short_stops_the_rise():
    """The load that went up stands, and the second time in a row the rise is over."""
    log = [done(100.0 + 2.5 * n, day=3 * n) for n in range(4)]
    log += [done(140.0 + 2.5 * n, 1, day=3 * n + 1) for n in range(4)]
    log.sort(key=lambda one: one.at)
    log.append(done(110.0, 4, day=12, planned_reps=5))
    one = remembered(*log)
    times = folded(one.earlier, one.latest)
    rise = {time.reps: (time.load_kg, time.moves, time.is_short) for time in times}
    assert rise == {1: (147.5, 3, False), 5: (107.5, 3, True)}
    again = remembered(*log, done(110.0, 4, day=14, planned_reps=5))
    assert folded(again.earlier, again.latest)[-1].moves == -2


def test_a_rise_goes_on_after_its_load_was_done_again():
    """Who falls short at 107.5 once and then does it has been rising all along."""
    log = [done(100.0 + 2.5 * n, day=3 * n) for n in range(4)]
    log += [done(107.5, 4, day=9, minute=5, planned_reps=5), done(107.5, day=12)]
    one = remembered(*log)
    assert folded(one.earlier, one.latest) == (Time(12, 107.5, 5, 2.5, 2),)


def test_a_light_time_is_taken_as_meant_once():
    """60 kg after 100 go back to 100; a second time they are what is done now."""
    light = remembered(done(100.0), done(60.0, day=7))
    assert folded(light.earlier, light.latest) == (Time(7, 60.0, 5, goal_kg=100.0),)
    again = remembered(done(100.0), done(60.0, day=7), done(62.5, day=14))
    assert folded(again.earlier, again.latest) == (Time(14, 62.5, 5),)


def test_after_time_off_the_loads_rise_to_what_was():
    """85, 90 and 95 after six weeks off are on the way back to 100, and 100 is back."""
    log = [done(100.0), *(done(kg, day=42 + 7 * n) for n, kg in enumerate((85.0, 90.0, 95.0)))]
    one = remembered(*log)
    assert folded(one.earlier, one.latest) == (Time(56, 95.0, 5, goal_kg=100.0, is_back=True),)
    back = remembered(*log, done(100.0, day=63))
    assert folded(back.earlier, back.latest) == (Time(63, 100.0, 5, 0.0, -1),)


def test_few_ranges_are_kept_the_latest_last():
    sets = [(1, 130.0), (3, 115.0), (5, 105.0), (8, 95.0), (12, 80.0)]
    one = remembered(*(done(kg, reps, day=2 * n) for n, (reps, kg) in enumerate(sets)))
    assert [time.reps for time in folded(one.earlier, one.latest)] == [3, 5, 8, 12]


def test_of_two_alike_ranges_the_later_one_goes_on_and_the_rest_stay_in_order():
    """Six repetitions are alike to five and to eight; twelve stands between those two."""
    earlier = Time(0, 100.0, 5), Time(3, 80.0, 12), Time(6, 90.0, 8)
    now = Latest(9, 6, 0, 95.0)
    assert folded(earlier, (now,)) == (*earlier[:2], Time(9, 95.0, 6, 5.0, 1))


def test_nothing_is_folded_of_nothing():
    assert folded((), ()) == ()
    assert folded((), (Latest(3),)) == ()


def test_help_counts_below_nothing():
    """A dip with 30 kg of help is -30 kg, and less help is a rise."""
    sets = [
        lg.LoggedSet(
            lift="dip", at=BEGINNING + timedelta(days=3 * n), load_kg=0, assist_kg=kg, reps=8
        )
        for n, kg in enumerate((30.0, 25.0))
    ]
    one = GUARD.replay(lg.History(sets)).state.lifts["dip"]
    assert folded(one.earlier, one.latest) == (Time(3, -25.0, 8, 5.0, 1),)


@given(logs(most=8))
def test_what_is_remembered_is_bounded(entries):
    """Ten bests, four ranges and one session, whatever was logged."""
    state = GUARD.replay(lg.History(entries)).state
    for one in state.lifts.values():
        assert len(one.front) <= 10
        assert len(one.earlier) <= 4
        assert len(one.latest) <= 1
        loads = [kg for _, kg, _ in one.front]
        assert loads == sorted(loads, reverse=True)
        assert all(math.isfinite(kg) for kg in loads)
    assert lg.loads(lg.dumps(state)) == state
