"""What is doubtful in a log: slips put into clean logs by hand, and clean logs left alone."""

import re
from datetime import UTC, datetime, timedelta

import pytest

import liftguard as lg
from liftguard.review import log_check, scale_slips
from liftguard.words.language import LANGUAGES

GUARD = lg.Guard()
FIRST = datetime(2024, 1, 1, 18, 0)  # a Monday
POUND = 0.45359237


def on(day, kg=100.0, reps=5, minute=0, **fields):
    """Log one set of a squat, so many minutes into the session of a day."""
    at = FIRST + timedelta(days=day, minutes=minute)
    return lg.LoggedSet(**{"lift": "squat", "at": at, "load_kg": kg, "reps": reps} | fields)


def weekly(*loads, lift="squat", day=0):
    """Log a session of three fives each week."""
    return [
        on(day + 7 * week, kg, minute=5 * n, lift=lift)
        for week, kg in enumerate(loads)
        for n in range(3)
    ]


def look(entries, now=None):
    return GUARD.check_log(lg.History(entries), now=now)


def only(entries, now=None):
    (doubt,) = look(entries, now)
    return doubt


def numbers(doubt):
    return {one.code: one.value for one in doubt.evidence}


STEADY = (140, 140, 142.5, 142.5, 145, 145)


def test_a_clean_log_raises_no_doubt():
    """Steady work, marked warm-ups, varied RPE and light days raise none."""
    warm = [on(7 * week, 60, minute=-5, kind="warmup") for week in range(6)]
    light = [on(3, 85, 5), on(17, 85, 5)]
    rated = [
        on(7 * week, 80, minute=30 + n, lift="row", rpe=7 + (n + week) % 3)
        for week in range(6)
        for n in range(6)
    ]
    assert look([]) == ()
    assert look(weekly(*STEADY) + warm + light + rated, now=FIRST + timedelta(days=36)) == ()


# --- loads ---


@pytest.mark.parametrize(
    ("typed", "code", "severity"),
    [(308, "unit", "question"), (1400, "tenfold", "error"), (14, "tenfold", "error")],
)
def test_one_set_with_a_slip(typed, code, severity):
    """308 for 140 is the unit, 1400 a zero too many, 14 one too few; nothing is told twice."""
    log = [*weekly(*STEADY[:4]), *weekly(*STEADY[4:], day=35)]
    doubt = only([*log, on(28, 140), on(28, typed, minute=5)])
    assert (doubt.code, doubt.severity, doubt.lift) == (code, severity, "squat")
    assert (doubt.first, doubt.last, doubt.count) == (FIRST + timedelta(28, 300),) * 2 + (1,)
    assert doubt.effect == "ignored_by_belief"
    # the sessions before were 140, 140, 142.5 and 142.5
    assert numbers(doubt) == {"load": typed, "usual_load": 141.25}


def test_a_warm_up_with_a_slip():
    """600 for 60 is four times all before; 308 beside 140 is the unit, whatever came before."""
    assert only([*weekly(*STEADY[:4]), on(28, 600, 5), on(28, 140, minute=5)]).code == "tenfold"
    doubt = only([*weekly(160, 160, 160, 160), on(28, 140), on(28, 308, minute=5)])
    assert (doubt.code, numbers(doubt)) == ("unit", {"load": 308, "usual_load": 160})


def test_a_slip_that_a_second_set_repeats_moves_the_belief():
    """Three sets of 308 are believed; the doubt says so and counts the three."""
    doubt = only(weekly(140, 140, 140, 140, 308, 140, 140))
    assert (doubt.code, doubt.count, doubt.effect) == ("unit", 3, "moves_belief")


def test_two_lifts_in_the_other_unit_are_a_file():
    """From one week on all of two lifts is 2.2 times as high: one doubt about both."""
    squat = [*STEADY, *(kg / POUND for kg in (145, 147.5, 150, 150))]
    bench = [100] * 6 + [100 / POUND] * 4
    doubt = only(weekly(*squat) + weekly(*bench, lift="bench_press", day=2))
    assert (doubt.code, doubt.severity, doubt.lift) == ("unit", "error", None)
    assert (doubt.first.date(), doubt.last.date()) == (
        (FIRST + timedelta(42)).date(),
        (FIRST + timedelta(65)).date(),
    )
    assert (doubt.count, numbers(doubt)["lifts"]) == (24, 2)


def test_a_light_session_in_whole_pounds_is_the_unit():
    """140 pounds are 63.5 kg, no load of kilogram plates; 62.5 kg is a light day."""
    doubt = only(weekly(140, 140, 140, 140, 140 * POUND, 140))
    assert (doubt.code, doubt.severity, doubt.count) == ("unit", "question", 3)
    assert look(weekly(140, 140, 140, 140, 62.5, 140)) == ()


def test_a_session_typed_in_kilograms_among_pounds_is_the_unit():
    """
    95, 135 and 175 lb, once typed as 43, 61 and 79.5: the same bar in kilograms.

    40, 60 and 80 are a light day on the plates that there are; so is a light ramp like no other.
    """

    def log(*once):
        weeks = [(95, 135, 175)] * 5 + [once] + [(95, 135, 175)]
        return [
            on(7 * week, kg=kg * POUND, minute=5 * n)
            for week, loads in enumerate(weeks)
            for n, kg in enumerate(loads)
        ]

    (doubt,) = (one for one in look(log(43, 61, 79.5)) if one.code != "unmarked_warm_ups")
    assert (doubt.code, doubt.severity, doubt.count) == ("unit", "question", 3)
    for light in ((42.5, 60, 80), (45, 95, 80), (33, 61, 79.5)):
        assert "unit" not in {one.code for one in look(log(*light))}


def test_a_pair_of_dumbbells_for_one_is_not_the_unit():
    """Twice is not 2.2 times."""
    assert "unit" not in {one.code for one in look(weekly(20, 20, 20, 20, 40, 20, lift="curl"))}


@pytest.mark.parametrize(
    ("last", "day", "told"),
    [(180, 35, True), (174, 35, False), (180, 37, False)],
)
def test_a_jump_of_more_than_a_quarter(last, day, told):
    """174 kg is 24 % above 140 kg, 180 kg 29 %; after more than a week it is no jump."""
    found = look([*weekly(140, 140, 140, 140, 140), on(day, last)])
    assert [one.code for one in found] == ["jump"] * told
    assert all(numbers(one) == {"load": 180, "usual_load": 140} for one in found)


def test_fewer_repetitions_are_no_jump():
    """A single of 135 kg after tens of 100 kg asks for little more."""
    tens = [on(7 * week, 100, 10) for week in range(5)]
    assert look([*tens, on(35, 135, 1)]) == ()


# --- what stands twice ---


def ramp(day, minute=0, **fields):
    return [
        on(day, kg, reps, minute + 4 * n, **fields)
        for n, (kg, reps) in enumerate([(90, 5), (110, 3), (130, 2), (140, 1)])
    ]


def shared(day, name, minute=0):
    """Log a session of two lifts of which only the start is known."""
    same = {"at_known_to": "session", "session": name}
    return [
        on(day, kg, reps, minute, lift=lift, **same)
        for lift, kg, reps in (("squat", 140, 5), ("squat", 140, 4), ("row", 80, 8), ("row", 80, 7))
    ]


def test_a_session_that_stands_twice_on_a_day():
    """Two starts with the same sets, or one start with all of them again, are an error."""
    twice = only([*shared(0, "a"), *shared(0, "b", 10), *shared(3, "c")])
    assert (twice.code, twice.severity, twice.lift) == ("duplicate", "error", None)
    assert (twice.count, twice.effect, numbers(twice)) == (4, "counts_twice", {"lifts": 2})
    long = [
        on(0, kg, 5, lift=lift, at_known_to="session")
        for lift in ("squat", "row")
        for kg in [80] * 3
    ]
    again = only(long * 2)
    assert (again.code, again.severity, again.count) == ("duplicate", "error", 6)


def test_a_session_that_stands_five_times_counts_four_too_many():
    """Each copy counts once, whichever of the others it is held against."""
    several = only([one for n in range(5) for one in shared(0, str(n), 10 * n)])
    assert (several.code, several.count) == ("duplicate", 4 * len(shared(0, "a")))


def test_sets_of_a_lift_that_stand_twice():
    """The same ramp within the same minutes is an error, later in the session a question."""
    near = only([*ramp(0), *[on(0, s.load_kg, s.reps, 4 * n) for n, s in enumerate(ramp(0))]])
    assert (near.code, near.severity, near.lift, near.count) == ("duplicate", "error", "squat", 4)
    later = only([*ramp(0), *ramp(0, minute=40)])
    assert (later.code, later.severity, later.count) == ("duplicate", "question", 4)


def test_what_repeats_itself_is_no_double():
    """Six equal sets, rounds of a circuit, and the same session two days later are training."""
    assert look([on(0, 100, 5, 3 * n) for n in range(6)]) == ()
    circuit = [on(0, kg, 8, 10 * n, lift=lift) for n in range(2) for lift, kg in ROUND]
    assert look(circuit) == ()
    assert look([*shared(0, "a"), *shared(2, "b")]) == ()


ROUND = (("squat", 60), ("row", 50), ("bench_press", 55), ("deadlift", 70))


def test_days_in_a_row_that_stand_twice_are_one_overlap():
    """Three training days twice are one doubt; two are two."""
    days = [shared(day, "a") + shared(day, "b", 120) for day in (7, 9, 11)]
    apart = shared(0, "a") + shared(14, "a")
    doubt = only(sum(days, apart))
    assert (doubt.code, doubt.severity, doubt.count) == ("overlap", "error", 12)
    assert (doubt.first, doubt.last) == (FIRST + timedelta(7), FIRST + timedelta(11, 7200))
    assert numbers(doubt) == {"training_days": 3}
    assert [one.code for one in look(sum(days[:2], apart))] == ["duplicate"] * 2


# --- times, marks, effort ---


def test_future_dates_are_told_only_with_now():
    """Two entries lie after now, one not a set; the year in between is no gap as well."""
    typo = [on(380), lg.Pain(at=FIRST + timedelta(381), region="knee", severity=2)]
    now = FIRST + timedelta(15)
    doubt = only([*weekly(100, 100, 100), *typo], now)
    assert (doubt.code, doubt.severity, doubt.effect) == ("future", "error", "time_wrong")
    assert (doubt.first, doubt.count, numbers(doubt)) == (typo[0].at, 2, {"days": 366})
    assert [one.code for one in look([*weekly(100, 100, 100), *typo])] == ["gap"]
    assert look(weekly(100, 100, 100), now=FIRST + timedelta(14, 600)) == ()


def test_what_cannot_be_used_is_refused():
    """Wall clock beside an instant, and a list for a history."""
    with pytest.raises(lg.InvalidValue):
        look([on(0)], now=FIRST.replace(tzinfo=UTC))
    with pytest.raises(lg.InvalidValue, match="check_log history"):
        GUARD.check_log([on(0)])
    with pytest.raises(lg.InvalidValue, match="now"):
        look([on(0)], now="today")


def test_warm_ups_without_a_mark():
    """Below 60 % and before the heaviest: not 60 % itself, a back-off set, or a marked one."""
    day = [
        on(0, 40, minute=0),
        on(0, 59, minute=5, kind="work"),
        on(0, 59, minute=6, kind="warmup"),
        on(0, 60, minute=10),
        on(0, 100, minute=15),
        on(0, 50, minute=20),
    ]
    doubt = only(day)
    assert (doubt.code, doubt.severity, doubt.count) == ("unmarked_warm_ups", "note", 2)
    assert (doubt.last, doubt.effect) == (FIRST + timedelta(minutes=5), "read_as_light")
    assert numbers(doubt) == {"share": pytest.approx(2 / 6)}


@pytest.mark.parametrize(
    ("same", "other", "told"), [(30, 0, 1), (29, 0, 0), (39, 1, 1), (38, 2, 0)]
)
def test_rpe_that_never_varies(same, other, told):
    """At least 30 ratings, and more than 95 % of them alike: 39 of 40, but not 38."""
    ratings = [8] * same + [9] * other
    found = look([on(n // 2, minute=5 * (n % 2), rpe=rpe) for n, rpe in enumerate(ratings)])
    assert [one.code for one in found] == ["same_rpe"] * told
    for one in found:
        assert (one.count, one.effect) == (same, "taken_as_said")
        assert numbers(one) == {"rpe": 8, "rated": same + other}


@pytest.mark.parametrize(("off", "told"), [(28, 0), (29, 1)])
def test_a_gap_of_more_than_four_weeks(off, told):
    """28 days without a set are none yet."""
    found = look([*weekly(*[100] * 6), on(35 + off)])
    assert [one.code for one in found] == ["gap"] * told
    for one in found:
        assert (one.first, one.last) == (
            FIRST + timedelta(35, 600),
            FIRST + timedelta(35 + off),
        )
        assert (one.severity, one.count, numbers(one)) == ("note", 0, {"days": off})


def test_a_gap_after_which_nothing_can_be_judged():
    """What the doubt says is what a verdict says on that day."""
    log = weekly(*[100] * 12)
    for off, effect in ((40, "widens_belief"), (1000, "answers_unknown")):
        back = on(77 + off, 100)
        state = GUARD.replay(lg.History(log)).state
        planned = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
        unknown = GUARD.check(state, planned, at=back.at).level == lg.Level.UNKNOWN
        assert only([*log, back]).effect == effect
        assert unknown == (effect == "answers_unknown")


# --- the host's thresholds ---


@pytest.mark.parametrize(
    ("fields", "entries", "by_default", "by_policy"),
    [
        ({"gap_days": 29}, lambda: [*weekly(*[100] * 6), on(64)], ["gap"], []),
        ({"warm_up_share": 0.5}, lambda: [on(0, 59), on(0, minute=5)], ["unmarked_warm_ups"], []),
        ({"same_rpe_share": 0.9}, lambda: rated(38, 2), [], ["same_rpe"]),
        ({"fewest_ratings": 29}, lambda: rated(29, 0), [], ["same_rpe"]),
        # 180 kg are 1.29 times 140 kg, and 40 kg more
        ({"jump": 1.3}, lambda: [*weekly(*[140] * 5), on(35, 180)], ["jump"], []),
        ({"jump_kg": 40}, lambda: [*weekly(*[140] * 5), on(35, 180)], ["jump"], []),
        ({"usual_sessions": 6}, lambda: [*weekly(*[140] * 5), on(35, 180)], ["jump"], []),
        # 308 is 2.2 times 140 kg, e^0.788; 600 is 4.3 times, and 460 kg more
        ({"off_scale": 0.8}, lambda: [*weekly(*[140] * 4), on(28, 308)], ["unit"], []),
        ({"fewest_sessions": 5}, lambda: [*weekly(*[140] * 4), on(28, 1400)], ["tenfold"], []),
        ({"tenfold_from": 4.5}, lambda: [*weekly(*[140] * 4), on(28, 600)], ["tenfold"], []),
        ({"tenfold_from_kg": 461}, lambda: [*weekly(*[140] * 4), on(28, 600)], ["tenfold"], []),
        ({"meant_kg": 10}, lambda: [*weekly(*[140] * 4), *lost_a_zero()], ["tenfold"], []),
        # 33 is 3 times 11, and at one load 1.54 times as hard by Epley's formula
        ({"rep_jump": 3.1}, lambda: elevens_then(33), ["reps"], []),
        ({"rep_jump_harder": 2}, lambda: elevens_then(33), ["reps"], []),
        ({"rep_jump_days": 1}, lambda: elevens_then(33, 33), ["reps"], []),
        ({"fewest_rep_days": 6}, lambda: elevens_then(33), ["reps"], []),
        ({"overlap_days": 2}, lambda: twice(0, 2), ["duplicate"] * 2, ["overlap"]),
        ({"fewest_double_sets": 5}, lambda: [*ramp(0), *ramp(0, 40)], ["duplicate"], []),
        ({"no_rest_s": 61}, lambda: [*ramp(0), *ramp(0, 1)], [], ["duplicate"]),
        ({"double_minutes": 40}, lambda: [*fives("a", 0), *fives("b", 40)], [], ["duplicate"]),
        # ln(320/140) = .827 is .036 from the unit, ln(140/15.5) = 2.201 is .102 from ln 10
        ({"unit_room": 0.03}, lambda: [*weekly(*[140] * 4), on(28, 320)], ["unit"], []),
        ({"tenfold_room": 0.1}, lambda: [*weekly(*[140] * 4), on(28, 15.5)], ["tenfold"], []),
    ],
)
def test_the_host_says_what_is_doubtful(fields, entries, by_default, by_policy):
    """Each threshold decides at its bound."""
    log = lg.History(entries())
    assert [one.code for one in GUARD.check_log(log)] == by_default
    careful = lg.Guard(policy=lg.Policy(**fields))
    assert [one.code for one in careful.check_log(log)] == by_policy


def elevens_then(*more):
    return [on(7 * n, 60, reps) for n, reps in enumerate((*[11] * 5, *more))]


def rated(same, other):
    ratings = [8] * same + [9] * other
    return [on(n // 2, minute=5 * (n % 2), rpe=rpe) for n, rpe in enumerate(ratings)]


def fives(name, minute):
    return [on(0, 80, minute=minute, at_known_to="session", session=name) for _ in range(3)]


def lost_a_zero():
    return [on(28, 140), on(28, 14, minute=5), on(28, 140, minute=10)]


def twice(*days):
    return [one for day in days for one in (*shared(day, "a"), *shared(day, "b", 9))]


@pytest.mark.parametrize(
    ("fields", "severity"), [({}, "error"), ({"staying_sessions": 1}, "question")]
)
def test_the_host_says_when_a_scale_is_meant(fields, severity):
    """One session at ten times the load is a slip, or meant by who stays for one."""
    log = lg.History([*weekly(*[140] * 4), on(28, 1400), on(35, 140)])
    (doubt,) = lg.Guard(policy=lg.Policy(**fields)).check_log(log)
    assert (doubt.code, doubt.severity) == ("tenfold", severity)


@pytest.mark.parametrize(("fields", "lift"), [({}, None), ({"agreeing_lifts": 3}, "squat")])
def test_the_host_says_how_many_lifts_agree(fields, lift):
    """Two lifts in the other unit from one week on are a file, or two machines."""
    squat, bench = [140] * 5 + [140 / POUND] * 4, [100] * 5 + [100 / POUND] * 4
    log = lg.History(weekly(*squat) + weekly(*bench, lift="bench_press", day=2))
    first, *_ = lg.Guard(policy=lg.Policy(**fields)).check_log(log)
    assert (first.code, first.lift) == ("unit", lift)


@pytest.mark.parametrize(
    ("fields", "effect"), [({}, "moves_belief"), ({"moved_belief": 1.0}, "ignored_by_belief")]
)
def test_the_host_says_when_a_belief_was_moved(fields, effect):
    """Three sets of 308 kg for 140 kg go less than e^1 = 2.7 times as far."""
    log = lg.History(weekly(140, 140, 140, 140, 308, 140, 140))
    (doubt,) = lg.Guard(policy=lg.Policy(**fields)).check_log(log)
    assert doubt.effect == effect


# --- words ---


def stated(module):
    """Collect the codes and effects that stand in the code of a module."""
    with open(module.__file__, encoding="utf-8") as source:  # noqa: PTH123
        return set(re.findall(r'"([a-z_]+)"', source.read()))


def test_every_code_and_effect_has_words():
    """And no text is left for a code that never comes."""
    told = stated(log_check) | stated(scale_slips)
    assert set(LANGUAGES["en"]["doubts"]) <= told
    assert set(LANGUAGES["en"]["effects"]) <= told


@pytest.mark.parametrize("unit", ["kg", "lb"])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_doubt_is_said(language, unit):
    """A log with one of each: no code shows, and every number is filled in."""
    log = [
        *weekly(140, 140, 140, 140, 140, 308, 140, 1400, 140, 180, 140),
        on(150, 50),
        on(150, 100, minute=5),
        *(one for day in (152, 156, 158, 160) for one in shared(day, "a") + shared(day, "b", 9)),
        *shared(154, "a"),
        *[on(200 + n // 2, 100, minute=5 * (n % 2), rpe=8) for n in range(30)],
        *(on(203 + n, 60, 10, lift="barbell_row") for n in range(4)),
        on(208, 60, 100, lift="barbell_row"),
        on(900),
    ]
    found = look(log, now=FIRST + timedelta(300))
    assert {one.code for one in found} == set(LANGUAGES["en"]["doubts"])
    for one in found:
        said = lg.say_doubt(one, unit, language=language)
        assert re.fullmatch(r"[A-Z0-9][^{}_|]+\. [A-Z][^{}_|]+\.", said), said
        assert (" lb" if unit == "kg" else " kg") not in said


def test_doubts_read_aloud():
    """By hand, in both languages and units; 308 kg are 679 lb and 140 kg 308.6."""
    doubt = only(weekly(140, 140, 140, 140, 308, 140, 140))
    assert lg.say_doubt(doubt) == (
        "Squat on 2024-01-29: 308 kg where 140 kg is usual, as if kilograms and pounds had been "
        "mixed up. It has moved the estimate of capacity."
    )
    assert lg.say_doubt(doubt, "lb", language="de") == (
        "Kniebeuge am 2024-01-29: 679 lb, wo 308,6 lb üblich sind, als wären Kilogramm und Pfund "
        "vertauscht. Das hat die Schätzung der Leistungsgrenze verschoben."
    )


# --- repetitions ---


def elevens(*others):
    """Rows of 11, 10 and 9 for eight weeks, and what others are added."""
    return [
        *(on(7 * week, 50.0, 11 - n, minute=4.0 * n) for week in range(8) for n in range(3)),
        *others,
    ]


@pytest.mark.parametrize("at_day", [3, 30, 60])
def test_a_key_pressed_twice_is_asked_about(at_day):
    """111 for 11, early, amidst or at the end: ten times the most of all other days."""
    doubt = only(elevens(on(at_day, 50.0, 111)))
    assert (doubt.code, doubt.severity, doubt.count) == ("reps", "question", 1)
    assert [(one.code, one.value) for one in doubt.evidence] == [("reps", 111), ("usual_reps", 11)]
    assert "111 repetitions where 11 are the most of all other days" in lg.say_doubt(doubt)


@pytest.mark.parametrize(
    "others",
    [
        [on(60, 50.0, 20)],  # a set to the last
        [on(60, 20.0, 40)],  # light, for the pump: 20 x 2.3 is less than 50 x 1.33
        [on(60 + n, 50.0, 40) for n in range(4)],  # another kind of training
    ],
)
def test_many_repetitions_that_may_be_meant_are_not(others):
    assert not [one for one in GUARD.check_log(lg.History(elevens(*others))) if one.code == "reps"]
