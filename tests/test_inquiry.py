"""Why did it hurt: known counts in logs made by hand, and what must never matter."""

from datetime import UTC, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import GUARD, logs

import liftguard as lg
from liftguard.judge.policy import Policy
from liftguard.review.area import area_log, load_of, noted_before
from liftguard.review.day_traces import KINDS
from liftguard.review.finding import Trace
from liftguard.review.inquiry import investigate
from liftguard.review.training_days import hard_sets, training_days

FIRST = datetime(2024, 1, 1, 18, 0)


def on(day, minute=0, **fields):
    """Log one set of a deadlift, so many minutes into the session of a day."""
    at = FIRST + timedelta(days=day, minutes=minute)
    return lg.LoggedSet(**{"lift": "deadlift", "at": at, "load_kg": 100, "reps": 5} | fields)


def session(day, loads=(100, 100, 100), **fields):
    """Log a session with three minutes from set to set."""
    return [on(day, 3 * nth, load_kg=load, **fields) for nth, load in enumerate(loads)]


def weekly(weeks=20, **fields):
    """Log the same session every week; the next one would be on day 7 x weeks."""
    return [one for week in range(weeks) for one in session(7 * week, **fields)]


def pain_on(day, hours=1.0, **fields):
    at = FIRST + timedelta(days=day, hours=hours)
    return lg.Pain(**{"at": at, "region": "low_back", "severity": 6, "kind": "spasm"} | fields)


def find(entries, pain, policy=None):
    history = lg.History(entries)
    guard = GUARD if policy is None else lg.Guard(policy=policy)
    return investigate(guard.replay(history), history, pain)


def traces(finding):
    return {trace.code: trace for cause in finding.causes for trace in cause.traces}


def counted(finding, code):
    """Give the value of a trace and how many of how many other days were alike."""
    trace = traces(finding)[code]
    return trace.value, trace.alike, trace.days


# --- the days it looks at ---


def test_a_day_knows_what_its_lift_has_seen():
    """Singles of 95 and 95 kg on one day and 98 kg three days later: lately there were 95 kg."""
    log = lg.History([on(day, load_kg=kg, reps=1) for day, kg in ((0, 95), (0, 95), (3, 98))])
    first, second = training_days(GUARD.replay(log), GUARD.params, GUARD.policy)
    assert (len(first.sets), len(second.sets)) == (2, 1)
    assert (first.lifts[0].lately_kg, second.lifts[0].lately_kg) == (None, 95.0)


def test_hard_sets_begin_at_80_percent_of_the_best():
    """Of singles at 60, 79, 81 and 100 kg the last two."""
    log = lg.History(session(0, [60, 79, 81, 100], reps=1))
    (day,) = training_days(GUARD.replay(log), GUARD.params, GUARD.policy)
    assert [one.logged.load_kg for one in hard_sets(day.lifts[0], GUARD.policy)] == [81.0, 100.0]


def test_an_area_is_loaded_as_its_region_that_is_loaded_most():
    """Squats load the erector spinae with 0.7, the quadratus lumborum with less."""
    assert load_of("squat", ("quadratus_lumborum", "erector_spinae")) == 0.7
    assert load_of("Atlas stone", ("erector_spinae",)) == 0.0


def test_what_was_noted_within_a_day():
    """Up to 18:00 on the 6th, a day back: 18:00 on the 5th is out, 18:00 on the 6th is in."""
    up = tuple(
        lg.Rising(at=datetime(2026, 1, day, hour)) for day, hour in ((5, 18), (6, 7), (6, 18))
    )
    noted = noted_before(up, datetime(2026, 1, 6, 18), timedelta(hours=24))
    assert noted == up[1:]


def test_only_days_that_load_the_area_are_looked_at():
    """Squats on days 0 and 3 load the back, bench presses on day 1 do not; day 0 is compared."""
    lifts = {0: "squat", 1: "bench_press", 3: "squat"}
    history = lg.History([on(day, lift=lift) for day, lift in lifts.items()])
    log = area_log(GUARD.replay(history), history, pain_on(3))
    assert [(day.date - FIRST.date()).days for day in log.days] == [0, 3]
    assert log.others == (0,)


# --- fatigue ---


def test_third_session_in_four_days():
    """Two more sessions in the three days before, after one each week: fatigue, never so before."""
    log = [*weekly(), *session(147), *session(149), *session(150)]
    found = find(log, pain_on(150))
    assert counted(found, "sessions_4_days") == (3.0, 0, 22)
    assert counted(found, "days_in_a_row") == (2.0, 0, 22)
    assert counted(found, "sets_24_h") == (3.0, 22, 22)  # the one before ended 24 h earlier
    assert counted(found, "sets_72_h") == (6.0, 1, 22)  # the day before had as many
    assert counted(found, "reps_72_h") == (30.0, 1, 22)
    assert found.causes[0].code == "fatigue"
    assert found.reason_shown


def test_exactly_a_day_ago_is_out():
    """Of four sets that ended three minutes later the day before, only the last counts."""
    log = [*weekly(), *session(139, [100] * 4), *session(140)]
    assert counted(find(log, pain_on(140)), "sets_24_h") == (4.0, 1, 21)


def test_a_session_four_days_ago_is_out():
    """Of sessions on Monday and Friday, only Friday lies in the last four days."""
    found = find([*weekly(), *session(146), *session(150)], pain_on(150))
    assert "sessions_4_days" not in traces(found)


@pytest.mark.parametrize(("lift", "counts"), [("barbell_row", True), ("overhead_press", False)])
def test_what_loads_the_back(lift, counts):
    """Rows load the back more than half as much as deadlifts and count, presses do not."""
    sets = traces(find([*weekly(), *session(139, lift=lift), *session(140)], pain_on(140)))
    assert sets["sets_72_h"].value == (6.0 if counts else 3.0)


def mixed(day, row_at):
    """Log eleven sets of which one is a row."""
    sets = session(day, [100] * 11, reps=2)
    sets[row_at] = attrs.evolve(sets[row_at], lift="barbell_row", load_kg=60)
    return sets


@pytest.mark.parametrize(
    ("between", "run"),
    [
        ([], 38),
        ([on(140, 3 * 30 + 1, lift="barbell_row", load_kg=60)], 31),
        ([on(140, 3 * 30 + 1, lift="Atlas stone", load_kg=60)], 31),
        ([lg.Mobility(at=on(140, 61).at, minutes=5)], 21),
        ([lg.Mobility(at=on(140, 61).at, minutes=5, regions=("low_back",))], 21),
        ([lg.Mobility(at=on(140, 61).at, minutes=5, regions=("chest",))], 38),
    ],
)
def test_sets_without_another_pattern(between, run):
    """38 sets of deadlifts in a row, unless another pattern or easing the back comes between."""
    usual = [one for week in range(20) for one in mixed(7 * week, row_at=5)]
    log = [*usual, *session(140, [100] * 38, reps=2), *between]
    found = find(log, pain_on(140, hours=2.5))
    assert counted(found, "same_pattern_sets") == (run, 0, 20)
    assert found.causes[0].code == "fatigue"


def test_hard_sets_are_near_the_best_of_the_month():
    """Of singles at 60, 75, 85 and 100 kg after 100 kg, two reach 80 % of it."""
    log = [*weekly(reps=1), *session(140, [60, 75, 85, 100], reps=1)]
    assert counted(find(log, pain_on(140)), "hard_sets") == (2.0, 20, 20)


def test_warm_ups_are_no_hard_sets():
    """A set marked as a warm-up is not hard, whatever its load."""
    log = [*weekly(), *session(140, kind="warmup")]
    assert "hard_sets" not in traces(find(log, pain_on(140)))


def test_shortest_rest():
    """The shortest recorded rest counts; less is worse, and two minutes are no trace."""
    log = [*weekly(rest_s=180), *session(140, rest_s=40)]
    log[60] = attrs.evolve(log[60], rest_s=5)  # of the day's first set: not between sets
    assert counted(find(log, pain_on(140)), "shortest_rest") == (40.0, 0, 20)
    assert "shortest_rest" not in traces(find(weekly(rest_s=120), pain_on(133)))


def test_rising_rpe():
    """RPE 8, 8.5 and 9 at one load is a rise of one; at another load it is none."""
    rises = [on(140, 3 * nth, rpe=rpe) for nth, rpe in enumerate((8, 8.5, 9))]
    log = [*weekly(rpe=8), *rises]
    assert counted(find(log, pain_on(140)), "rpe_rise") == (1.0, 0, 20)
    lighter = [attrs.evolve(one, load_kg=90 - nth) for nth, one in enumerate(rises)]
    assert "rpe_rise" not in traces(find([*weekly(rpe=8), *lighter], pain_on(140)))


# --- rapid movement ---


def ramped(weeks=20):
    return [one for week in range(weeks) for one in session(7 * week, [80, 140, 180, 200], reps=1)]


def sat(day, minutes, until):
    """Sit for some minutes, until so many minutes after the beginning of the session."""
    end = FIRST + timedelta(days=day, minutes=until)
    return lg.Stillness(start=end - timedelta(minutes=minutes), end=end)


def test_cold_first_set_after_sitting():
    """First set at 92 % after five minutes of sitting, by somebody who ramps and sits at noon."""
    noon = [sat(7 * week, 240, until=-300) for week in range(20)]
    log = [*ramped(), *noon, sat(140, 5, until=-1), *session(140, [184, 200], reps=1)]
    found = find(log, pain_on(140))
    assert counted(found, "first_share") == (0.92, 0, 17)  # the first three told of the habit
    assert counted(found, "still_minutes") == (5.0, 0, 20)
    assert found.causes[0].code == "rapid_movement"
    assert found.reason_shown


def test_a_marked_warm_up_is_a_ramp():
    """A first set marked as a warm-up begins a ramp, whatever its load; a light one needs none."""
    loads = [165, 200, 200]
    marked = [
        attrs.evolve(one, kind=None if nth % 3 else "warmup") for nth, one in enumerate(weekly(20))
    ]
    marked = [attrs.evolve(one, load_kg=loads[nth % 3]) for nth, one in enumerate(marked)]
    value, alike, days = counted(find([*marked, *session(140, loads)], pain_on(140)), "first_share")
    assert (value, alike, days) == (0.825, 0, 17)
    light = find([*marked, *session(140, [120, 140])], pain_on(140))  # of what is usually 200 kg
    assert "first_share" not in traces(light)


def test_no_ramp_means_nothing_without_the_habit():
    """Who never logs a ramp is not told that it is missing, but that it was not recorded."""
    found = find([*weekly(), *session(140)], pain_on(140))
    assert "first_share" not in traces(found)
    assert "warm_ups" in found.missing_records


def test_stillness_before_the_pain_itself():
    """Half an hour in a chair after the session, until a quarter of an hour before it hurt."""
    log = [*weekly(), sat(140, 30, until=45), *session(140)]
    assert counted(find(log, pain_on(140)), "still_minutes") == (30.0, 0, 0)


def test_stretches_of_stillness_that_follow_each_other_are_one():
    """Two hours, a stop of eight minutes for fuel, one hour: 188 minutes; after eleven, one."""
    for stop, minutes in ((8, 188.0), (11, 60.0)):
        drive = [sat(140, 120, until=-65 - stop), sat(140, 60, until=-5)]
        found = find([*weekly(), *drive, *session(140)], pain_on(140))
        assert traces(found)["still_minutes"].value == minutes


@pytest.mark.parametrize(("until", "value"), [(-61, None), (-59, 5.0), (2, 5.0), (10, None)])
def test_stillness_within_the_hour_before_a_set(until, value):
    """Sitting counts where it ended in the hour before a set, also one within the session."""
    log = [*weekly(), sat(140, 5, until), *session(140)]
    trace = traces(find(log, pain_on(140, hours=1.5))).get("still_minutes")
    assert (trace and trace.value) == value


def test_silence_about_stillness():
    """Days of somebody who notes stillness count as without; before the first note they do not."""
    noted = [sat(7 * week, 60, until=-300) for week in range(8, 20)]
    found = find([*weekly(), *noted, sat(140, 5, -1), *session(140)], pain_on(140))
    assert counted(found, "still_minutes") == (5.0, 0, 12)
    assert "stillness" not in found.missing_records


def test_soon_after_rising():
    """Half an hour after rising; all others were eleven hours after it."""
    up = [lg.Rising(at=FIRST + timedelta(days=7 * week, hours=-11)) for week in range(20)]
    early = lg.Rising(at=FIRST + timedelta(days=140, minutes=-30))
    found = find([*weekly(), *up, early, *session(140)], pain_on(140))
    assert counted(found, "hours_since_rising") == (0.5, 0, 20)


def test_long_pause_before_a_hard_set():
    """Forty minutes between two hard sets count, where the log knows the time of each set."""
    log = [*weekly(), on(140), on(140, 40)]
    assert counted(find(log, pain_on(140)), "longest_pause") == (40.0, 0, 20)
    easier = [*weekly(), on(140), on(140, 40, load_kg=60)]
    assert "longest_pause" not in traces(find(easier, pain_on(140)))
    by_session = [attrs.evolve(one, at_known_to="session") for one in log]
    assert "longest_pause" not in traces(find(by_session, pain_on(140)))


def test_faster_than_usual():
    """0.6 m/s where 0.5 m/s is usual at that load is a ratio of 1.2."""
    log = [*weekly(mean_velocity_m_s=0.5), *session(140, mean_velocity_m_s=0.6)]
    value, alike, days = counted(find(log, pain_on(140)), "velocity_ratio")
    assert (value, alike, days) == (pytest.approx(1.2), 0, 19)


def test_another_load_has_another_speed():
    """A lighter load is no measure of speed."""
    log = [*weekly(mean_velocity_m_s=0.5), *session(140, [90, 90], mean_velocity_m_s=0.6)]
    assert "velocity_ratio" not in traces(find(log, pain_on(140)))


# --- overload ---


def singles(loads, every=4):
    return [on(every * nth, load_kg=load, reps=1) for nth, load in enumerate(loads)]


def test_demand_above_the_best_of_30_days():
    """A single at 162 kg after singles at 150 kg asks for 8 % more than ever."""
    found = find(singles([150] * 20 + [162]), pain_on(80))
    for code, days in (("demand_ratio", 19), ("load_ratio", 19)):  # no best before the first
        value, alike, of = counted(found, code)
        assert (value, alike, of) == (pytest.approx(1.08), 0, days)
        # ln 1.08 / ln 1.05 = 0.07696 / 0.04879
        assert traces(found)[code].weight == pytest.approx(1.577, abs=1e-3)
    assert found.causes[0].code == "overload"
    assert found.reason_shown


def test_only_the_best_of_30_days_counts():
    """160 kg 32 days ago leave 165 kg against 150 kg at 10 % more; 24 days ago at 3 %."""
    for nth, ratio in ((12, 1.1), (14, 165 / 160)):
        loads = [150.0] * 21
        loads[nth], loads[20] = 160.0, 165.0
        assert counted(find(singles(loads), pain_on(80)), "demand_ratio")[0] == pytest.approx(ratio)


def test_misses_of_two_days():
    """Two missed sets today and one yesterday make three."""
    log = [*weekly(), on(139, missed=True), on(140, missed=True), on(140, 3, missed=True)]
    assert counted(find(log, pain_on(140)), "misses") == (3.0, 0, 21)


def test_back_from_a_layoff():
    """The first session after 30 days, and one three days later, come after 30 days off."""
    log = [*weekly(), *session(163), *session(166)]
    for day, alike, of in ((163, 0, 19), (166, 1, 20)):
        assert counted(find(log, pain_on(day)), "layoff_days") == (30.0, alike, of)
    assert "layoff_days" not in traces(find([*log, *session(170)], pain_on(170)))  # a week later


def test_twice_the_work_of_the_month():
    """Six sets instead of three are twice the work of any day of the 30 before."""
    log = [*weekly(), *session(100, [100] * 9), *session(140, [100] * 6)]  # and more before
    assert counted(find(log, pain_on(140)), "tonnage_ratio") == (2.0, 1, 20)


def test_flagged_before_it():
    """The chance is the one that was forecast for the set, at its repetitions."""
    log = lg.History(singles([150] * 20 + [165]))
    before = GUARD.replay(lg.History(log[:20])).state
    planned = lg.PlannedSet(lift="deadlift", load_kg=165, reps=1)
    p = GUARD.forecast(before, planned, at=log[20].at).p_beyond
    assert p > lg.Policy().caution
    assert counted(find(log, pain_on(80)), "p_beyond") == (p, 0, 20)
    later = find([*log, on(84, load_kg=100, reps=1)], pain_on(84))
    assert "p_beyond" not in traces(later)


# --- ranking ---


def test_what_is_common_is_no_reason():
    """The same session as ever shows no reason, and says what would."""
    found = find(weekly(), pain_on(133))
    assert traces(found)["sets_24_h"].alike == 19
    assert not found.reason_shown
    assert [cause.distinctive for cause in found.causes] == [False] * 3
    assert found.missing_records == (
        *("effort", "warm_ups", "stillness", "rising"),
        *("movements", "mobility", "readiness", "velocity"),
    )
    assert found.steps == ()


def test_what_is_common_never_comes_first():
    """Forty sets a day, if usual, come after one miss that is not."""
    many = [one for week in range(20) for one in session(7 * week, [100] * 40, reps=2)]
    log = [*many, *session(140, [100] * 39, reps=2), on(140, 117, missed=True, reps=1)]
    found = find(log, pain_on(140, hours=2.5))
    assert found.causes[0].code == "overload"
    assert [trace.code for trace in found.causes[0].traces if trace.distinctive] == ["misses"]
    assert traces(found)["hard_sets"].days == 20


def test_how_much_comes_before_how_rare():
    """
    A rest of 20 s comes before one miss, though it can be told on nine other days alone.

    It is (120 - 20)/60 = 1.67 steps below two minutes, and the miss one step above none.
    """
    log = weekly(20)
    log[-1] = attrs.evolve(log[-1], missed=True)
    log[0] = attrs.evolve(log[0], missed=True)
    log[-30:] = [attrs.evolve(one, rest_s=180) for one in log[-30:]]
    log[-2] = attrs.evolve(log[-2], rest_s=20)
    found = find(log, pain_on(133))
    assert counted(found, "shortest_rest") == (20.0, 0, 9)
    assert counted(found, "misses") == (1.0, 1, 19)
    assert [round(cause.weight, 2) for cause in found.causes] == [1.67, 1.0, 0.0]
    assert [cause.code for cause in found.causes[:2]] == ["fatigue", "overload"]


def test_as_much_of_something_is_usual():
    """A rest of 20 s shows a reason, unless there was as much of something on other days."""
    log = weekly(13, rest_s=180)
    log[-1] = attrs.evolve(log[-1], rest_s=20)
    log[0], log[1] = (attrs.evolve(one, missed=True) for one in log[:2])
    shown = find(log, pain_on(84))  # (1 + 1) / (12 + 2) = 0.14 of the days
    log[18], log[19] = (attrs.evolve(one, missed=True) for one in log[18:20])
    hidden = find(log, pain_on(84))  # (2 + 1) / (12 + 2) = 0.21
    for found, stands_out in ((shown, True), (hidden, False)):
        assert traces(found)["shortest_rest"].share == pytest.approx(1 / 14)
        assert traces(found)["shortest_rest"].distinctive == stands_out
        assert found.reason_shown == stands_out


def test_the_host_says_what_stands_out():
    """A stricter host sees no reason where a milder one does."""
    log = [*weekly(), on(140), on(140, 40)]
    assert find(log, pain_on(140), policy=lg.Policy(distinctive_share=0.1)).reason_shown
    assert not find(log, pain_on(140), policy=lg.Policy(distinctive_share=0.04)).reason_shown


@pytest.mark.parametrize(("weeks", "few"), [(9, True), (10, False)])
def test_few_days_are_said(weeks, few):
    """Twenty sets instead of three stand out beside nine other days, too, which is said."""
    found = find([*weekly(weeks), *session(7 * weeks, [100] * 20)], pain_on(7 * weeks))
    assert found.reason_shown
    assert ("few_days" in found.caveats) is few


def test_beside_few_days_what_is_common_counts():
    """
    A second day of 40 sets after one of three stands out, and one of 14 does not.

    Beside one other day 20 sets a day are common: log2 of 14/20 and of 40/20.
    """
    for sets, shown, weight in ((14, False, -0.515), (40, True, 1.0)):
        found = find([*session(0), *session(7, [100] * sets, reps=1)], pain_on(7, hours=2.5))
        assert found.reason_shown is shown
        assert traces(found)["sets_24_h"].weight == pytest.approx(weight, abs=1e-3)


@pytest.mark.parametrize("apart", [1, 2, 3, 7])
@pytest.mark.parametrize("n", [5, 8, 10, 14, 15, 16, 28, 29, 30])
def test_a_log_of_one_lift_is_no_row_that_stands_out(apart, n):
    """Each of its days ends the longest row so far, as it has done since the log began."""
    log = [one for day in range(n) for one in session(apart * day)]
    found = find(log, pain_on(apart * (n - 1)))
    assert not found.reason_shown
    told = {"days_of_one_pattern", "days_in_a_row"}
    assert not [code for code in told & set(traces(found)) if traces(found)[code].distinctive]


@pytest.mark.parametrize(("before", "stands_out"), [(9, False), (10, True), (20, True)])
def test_a_row_stands_out_beside_enough_other_days(before, stands_out):
    """Six days of deadlifts alone, after days on which the squat went with them."""
    both = [[*session(3 * day), *session(3 * day, lift="squat")] for day in range(before)]
    alone = [session(3 * day) for day in range(before, before + 6)]
    log = sorted((one for day in (*both, *alone) for one in day), key=lambda one: one.at)
    found = find(log, pain_on(3 * (before + 5)))
    assert found.reason_shown == stands_out
    if stands_out:
        assert counted(found, "days_of_one_pattern") == (6.0, 0, before + 5)


def test_what_was_as_much_on_a_day_does_not_stand_out_beside_few():
    """Twenty sets on one of nine other days, and again: nothing new."""
    log = [*weekly(9), *session(21, [100] * 20), *session(63, [100] * 20)]
    assert not find(log, pain_on(63)).reason_shown


def test_the_host_says_how_many_days_are_enough():
    """Beside nine other days what stands out is sure enough for a host whom nine are enough."""
    entries, event = [*weekly(9), *session(63, [100] * 20)], pain_on(63)
    for policy, told in ((lg.Policy(), False), (lg.Policy(fewest_other_days=9), True)):
        found = find(entries, event, policy)
        assert ("few_days" in found.caveats) is not told
        for one in traces(found).values():
            assert one.comparable is (told and one.days == 9)


def test_a_trace_without_a_word_on_it_is_compared_as_by_default():
    """One that was stored before could be compared from ten days on."""
    told = {"code": "misses", "value": 1.0, "unit": "sets", "alike": 0, "distinctive": False}
    assert [Trace(**told, days=days).comparable for days in (9, 10)] == [False, True]


def test_what_is_neutral_is_a_number_or_a_threshold():
    """Each kind of trace is held against what no host sets, or against a field of Policy."""
    fields = {field.name for field in attrs.fields(Policy)}
    named = {kind.neutral for kind in KINDS if isinstance(kind.neutral, str)}
    assert named <= fields
    assert {kind.neutral for kind in KINDS} - named == {0.0, 1.0}


@pytest.mark.parametrize(
    ("fields", "code", "entries", "event"),
    [
        ({"short_rest_s": 200}, "shortest_rest", weekly(13, rest_s=180), pain_on(84)),
        ({"layoff_days": 6}, "layoff_days", weekly(12), pain_on(77)),
        (
            {"soon_up_hours": 4},
            "hours_since_rising",
            [*weekly(12), lg.Rising(at=FIRST + timedelta(days=77, hours=-3))],
            pain_on(77, hours=2.0),
        ),
        (
            {"long_pause_minutes": 14},
            "longest_pause",
            [*weekly(12), on(84), on(84, 15)],
            pain_on(84),
        ),
        (
            {"ramp_start": 0.8},
            "first_share",
            [*weekly(12, loads=(75, 100)), *session(84, (90, 100))],
            pain_on(84),
        ),
        (
            {"still_ended_minutes": 120},
            "still_minutes",
            [*weekly(12), sat(77, 60, until=-90)],
            pain_on(77),
        ),
    ],
)
def test_the_host_says_what_a_trace_is(fields, code, entries, event):
    """What is no trace by default is one for a host with another threshold."""
    assert code not in traces(find(entries, event))
    assert code in traces(find(entries, event, lg.Policy(**fields)))


def test_days_that_led_to_pain_are_no_measure():
    """Two earlier days of 20 sets are not alike where they ended in the same pain."""
    log = weekly(17)
    for day in (119, 126, 133):
        log += session(day, [100] * 20)
    event = pain_on(133, hours=1.5)
    before = [pain_on(119, hours=20), pain_on(126)]
    assert counted(find(log, event), "hard_sets") == (20.0, 2, 19)
    assert counted(find([*log, *before, event], event), "hard_sets") == (20.0, 0, 17)
    elsewhere = [attrs.evolve(one, region="knee") for one in before]
    assert counted(find([*log, *elsewhere], event), "hard_sets") == (20.0, 2, 19)
    assert counted(find([*log, *session(131), event], event), "sets_24_h")[2] == 20  # its own
    over = [attrs.evolve(one, severity=0) for one in before]
    assert counted(find([*log, *over], event), "hard_sets") == (20.0, 2, 19)


def test_only_the_last_year_is_compared():
    """Days more than a year before the event are no measure of it."""
    log = [*weekly(20), *session(133 + 365), *session(140 + 365)]
    assert counted(find(log, pain_on(140 + 365)), "sets_24_h") == (3.0, 1, 1)


def test_the_region_loaded_most_comes_first():
    """After deadlifts the erector spinae comes first, after side bends the quadratus lumborum."""
    for lift, first in (("deadlift", "erector_spinae"), ("side_bend", "quadratus_lumborum")):
        found = find(session(0, lift=lift), pain_on(0))
        assert {cause.regions[0] for cause in found.causes} == {first}


# --- pain at rest ---


@pytest.mark.parametrize(("earlier_h", "alike"), [(0, 20), (1, 0)])
def test_pain_on_getting_up(earlier_h, alike):
    """Six minutes after rising means nothing if that is the usual hour of rising."""
    up = [FIRST + timedelta(days=7 * week, hours=13 - earlier_h) for week in range(20)]
    late = FIRST + timedelta(days=140, hours=13)
    log = [*weekly(21), *(lg.Rising(at=at) for at in (*up, late))]
    found = find(log, lg.Pain(at=late + timedelta(minutes=6), region="low_back", severity=5))
    assert counted(found, "hours_since_rising") == (pytest.approx(0.1), alike, 20)
    assert counted(found, "sets_24_h") == (3.0, 20, 20)  # of the evening before


def test_pain_long_after_the_last_session():
    """Four days later no session is to blame; that one is missing is said first."""
    found = find([*weekly(), sat(137, 90, until=-5)], pain_on(137, hours=0))
    assert found.missing_records[0] == "sets"
    assert list(traces(found)) == ["still_minutes"]
    assert [cause.distinctive for cause in found.causes] == [True, False, False]
    assert found.causes[0].code == "rapid_movement"


# --- what must not matter, and what must not break ---


OTHERS = [
    *(on(7 * week + 2, lift="Atlas stone", load_kg=80) for week in range(20)),
    lg.Bodyweight(at=on(1).at, kg=80),
    lg.Mobility(at=on(140, 5).at, minutes=5, regions=("wrist",)),
    lg.Pain(at=on(133, 30).at, region="knee", severity=5),
    on(141, load_kg=500),
    lg.Pain(at=on(141).at, region="low_back", severity=9),
]


@pytest.mark.parametrize("other", [OTHERS, OTHERS[:20]])
def test_what_does_not_concern_the_area_changes_nothing(other):
    """Lifts that do not load it, weighings, pains elsewhere and later entries do not count."""
    log = [*weekly(), *session(139), *session(140, [100, 105, 100, 100])]
    there, here = find([*log, *other], pain_on(140)), find(log, pain_on(140))
    assert there.causes == here.causes
    assert there.missing_records == here.missing_records


@given(entries=logs(most=8), cut=st.integers(0, 100), region=st.sampled_from(lg.BODY_AREAS))
def test_the_future_never_matters(entries, cut, region):
    """What comes after the pain changes nothing, though track and history hold it."""
    if not entries:
        entries = [on(0)]
    at = entries[cut % len(entries)].at + timedelta(seconds=30)
    pain = lg.Pain(at=at, region=region, severity=5)
    past = [entry for entry in entries if entry.at <= at]
    assert find(entries, pain) == find(past, pain)


@given(entries=logs(most=8), days=st.integers(-400, 400))
def test_shifting_all_days_changes_nothing(entries, days):
    """The same log and pain on other dates give the same causes."""
    pain = lg.Pain(at=on(0).at if not entries else entries[-1].at, region="low_back", severity=5)
    shift = timedelta(days=days)
    moved = [
        attrs.evolve(entry, start=entry.start + shift, end=entry.end + shift)
        if isinstance(entry, lg.Stillness)
        else attrs.evolve(entry, at=entry.at + shift)
        for entry in entries
    ]
    there = find(moved, attrs.evolve(pain, at=pain.at + shift))
    assert there.causes == find(entries, pain).causes


def test_nothing_recorded():
    """Without any entry no reason is shown, and sets are missing first."""
    for entries in ([], [on(5)]):  # or before the first entry
        found = find(entries, pain_on(0))
        assert not found.reason_shown
        assert (found.missing_records[0], found.caveats) == ("sets", ("few_days", "signs"))
        assert traces(found) == {}


def test_a_log_without_hours():
    """Where only the day is known, hours are not assessed and their lack is said."""
    log = [
        attrs.evolve(one, at=FIRST.replace(hour=0) + (one.at - FIRST), at_known_to="day")
        for one in [*weekly(), *session(140)]
    ]
    log = [attrs.evolve(one, at=one.at.replace(minute=0)) for one in log]
    noted = [sat(140, 30, until=30), lg.Rising(at=on(140, -60).at)]
    found = find([*log, *noted], pain_on(140))
    assert {"still_minutes", "hours_since_rising", "longest_pause"}.isdisjoint(traces(found))
    assert found.missing_records[0] == "set_times"
    assert counted(found, "sets_24_h") == (3.0, 20, 20)


def test_unknown_lifts_load_nothing():
    """Sets of lifts that nobody knows are no sets of the back."""
    found = find([attrs.evolve(one, lift="Atlas stone") for one in weekly()], pain_on(133))
    assert found.missing_records[0] == "sets"


def test_bodyweight_is_missed():
    """Pull-ups without a weighing cannot be held against the best, and that is said."""
    log = [attrs.evolve(one, lift="pull_up", load_kg=0.0) for one in weekly()]
    pain = pain_on(133, region="upper_back")
    assert "bodyweight" in find(log, pain).missing_records
    weighed = find([lg.Bodyweight(at=on(-1).at, kg=80), *log], pain)
    assert "bodyweight" not in weighed.missing_records


@pytest.mark.parametrize("region", lg.BODY_AREAS)
def test_every_area_can_hurt(region):
    """Pain anywhere gives all three causes, with regions that are in the table."""
    found = find(weekly(), pain_on(133, region=region))
    assert {cause.code for cause in found.causes} == {"fatigue", "rapid_movement", "overload"}
    assert all(cause.regions and set(cause.regions) <= set(lg.REGIONS) for cause in found.causes)


def test_instants_and_wall_clock_do_not_mix():
    """A pain at an instant cannot be looked for in a log of wall clock."""
    with pytest.raises(lg.InvalidValue, match="same kind of time"):
        find(weekly(), attrs.evolve(pain_on(133), at=pain_on(133).at.replace(tzinfo=UTC)))


def test_instants_give_the_same():
    """A log in UTC tells what the same wall clock tells."""
    log = [*weekly(), sat(140, 5, until=-1), *session(140, [100] * 9)]
    instants = [
        attrs.evolve(one, start=one.start.replace(tzinfo=UTC), end=one.end.replace(tzinfo=UTC))
        if isinstance(one, lg.Stillness)
        else attrs.evolve(one, at=one.at.replace(tzinfo=UTC))
        for one in log
    ]
    pain = pain_on(140)
    there = find(instants, attrs.evolve(pain, at=pain.at.replace(tzinfo=UTC)))
    assert there.causes == find(log, pain).causes


def test_only_pains_are_investigated():
    """Anything else is an error that says so."""
    with pytest.raises(lg.InvalidValue, match="a Pain"):
        find(weekly(), on(140))
