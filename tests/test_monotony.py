"""One action over and over, and work without rest: counted by hand, named, a break asked for."""

from datetime import timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, idle_entries, working_scenes

import liftguard as lg

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def done(lift, at, kg=80.0, reps=5, **fields):
    return lg.LoggedSet(lift=lift, at=at, load_kg=kg, reps=reps, **fields)


def sets(lift, count, at, every=3.0, **fields):
    """Give sets so many minutes apart."""
    return [done(lift, at + nth * every * MINUTE, **fields) for nth in range(count)]


def learned(*entries, state=None):
    state = state or GUARD.start()
    for entry in entries:
        state = GUARD.learn(state, entry)
    return state


def mixed_weeks(weeks=8):
    """Give two lifts, twice a week, the one after the other."""
    for half in range(2 * weeks):
        at = BEGINNING + 3.5 * half * DAY
        for nth, (lift, kg) in enumerate([("squat", 120), ("deadlift", 140), ("bench_press", 90)]):
            for more in range(2):
                yield done(lift, at + (20 * nth + 5 * more) * MINUTE, kg, rpe=8)


MIXED = learned(*mixed_weeks())
NEXT = BEGINNING + 60 * DAY


def check(state, lift="deadlift", minutes=3.0, kg=80.0, reps=5):
    planned = lg.PlannedSet(lift=lift, load_kg=kg, reps=reps)
    return GUARD.check(state, planned, at=state.at + minutes * MINUTE)


def told(verdict):
    (fatigue,) = (one for one in verdict.causes if one.code == "fatigue")
    return {one.code: one.value for one in fatigue.evidence}


# --- counted


def counted(*entries):
    """Give sessions with one pattern alone and since when, and sets without a pause and so on."""
    found = learned(*entries).monotony
    return found.sessions, found.alone_s / 86_400, found.unbroken, found.unbroken_s / 60


FOUR = [BEGINNING + day * DAY for day in (0, 2, 4, 6)]


def in_each(*lifts):
    """Give one set of each lift, five minutes apart, in four sessions."""
    return [done(lift, at + 5 * n * MINUTE) for at in FOUR for n, lift in enumerate(lifts)]


@pytest.mark.parametrize(
    ("lifts", "sessions", "since"),
    [
        (("squat",), 4, 0.0),
        (("squat", "leg_press"), 4, 0.0),  # of the same pattern
        (("squat", "leg_extension"), 4, 0.0),  # which is no other big movement
        (("squat", "crunch", "barbell_curl"), 4, 0.0),
        (("squat", "deadlift"), 0, 6.0 + 5 / 1440),
        (("squat", "deadlift", "squat"), 0, 6.0 + 10 / 1440),
    ],
)
def test_sessions_with_one_pattern_alone(lifts, sessions, since):
    """Isolation and trunk work between are no other big movement; another pattern is."""
    assert counted(*in_each(*lifts))[:2] == pytest.approx((sessions, since))


def test_another_pattern_begins_the_count_anew():
    """The session in which it came last does not count for it, the next ones do."""
    squats = [done("squat", at) for at in FOUR]
    pull = done("deadlift", FOUR[1] + 9 * MINUTE)
    entries = sorted([*squats, pull], key=lambda one: one.at)
    assert counted(*entries)[:2] == (2, 4.0)  # the squats of the fourth and the sixth day
    assert counted(*entries[:3])[:2] == pytest.approx((0, 2.0 + 9 / 1440))


@pytest.mark.parametrize(
    ("regions", "sessions", "since"),
    [((), 1, 5.0), (("hip",), 1, 5.0), (("chest",), 4, 0.0)],
)
def test_lengthening_begins_it_anew(regions, sessions, since):
    """Of the whole body or of what the lift loads, and of nothing else."""
    squats = [done("squat", at) for at in FOUR]
    ease = lg.Mobility(at=BEGINNING + 5 * DAY, minutes=2, regions=regions)
    assert counted(*squats[:3], ease, squats[3])[:2] == pytest.approx((sessions, since))


@pytest.mark.parametrize(
    ("every", "fields", "unbroken"),
    [
        (2.0, {}, 5),
        (2.5, {}, 5),
        (2.6, {}, 1),
        (0.5, {}, 1),  # times of writing down
        (0.5, {"rest_s": 60.0}, 5),
        (0.5, {"rest_s": 180.0}, 1),
        (2.0, {"at_known_to": "session"}, 1),
        (0.0, {"at_known_to": "session", "rest_s": 90.0}, 5),
    ],
)
def test_sets_without_a_pause(every, fields, unbroken):
    """By the times of the sets where the log knows them, else by the rests it gives."""
    assert counted(*sets("squat", 5, BEGINNING, every, **fields))[2] == unbroken


def test_a_pause_or_a_walk_ends_it():
    """Then it is counted from the next set on."""
    row = sets("squat", 3, BEGINNING, 2.0)
    later = sets("squat", 4, BEGINNING + 10 * MINUTE, 2.0)
    assert counted(*row, *later)[2:] == (4, 10.0)
    walk = lg.Mobility(at=row[-1].at + MINUTE, minutes=1)
    assert counted(*row, walk, *sets("squat", 2, row[-1].at + 2 * MINUTE, 2.0))[2:] == (2, 6.0)


def test_a_set_that_was_not_tried_counts_for_nothing():
    skipped = done("squat", BEGINNING, reps=0)
    assert learned(skipped).monotony == GUARD.start().monotony


def test_a_plan_counts_as_what_is_done():
    """Ten planned deadlifts in a row: before the eleventh a break is due, in a plan as in fact."""
    planned = [lg.PlannedSet(lift="deadlift", load_kg=80, reps=5)] * 40
    plan = GUARD.check_plan(MIXED, [lg.PlannedSession(at=NEXT, sets=planned, rest_s=180)])
    assert plan.worst == lg.Level.CLEAR
    assert (plan.first_break, [step.code for step in plan.breaks]) == (10, ["loosen"])
    said = f"Before set 11 on {NEXT:%Y-%m-%d}, whatever its level: do another movement first"
    assert lg.say_plan(plan)[-1].startswith(said)
    quick = GUARD.check_plan(MIXED, [lg.PlannedSession(at=NEXT, sets=planned, rest_s=90)])
    assert [step.code for step in quick.breaks] == ["loosen", "more_rest"]
    few = GUARD.check_plan(MIXED, [lg.PlannedSession(at=NEXT, sets=planned[:10], rest_s=180)])
    assert (few.first_break, few.breaks) == (None, ())


# --- named


@pytest.mark.parametrize("lift", ["deadlift", "squat", "bench_press"])
@pytest.mark.parametrize("count", [10, 25, 40])
def test_many_sets_in_a_row_are_named(lift, count):
    """With how many, for how long nothing else was done, and a break, whatever the level."""
    state = learned(*sets(lift, count, NEXT, kg=60.0), state=MIXED)
    verdict = check(state, lift, kg=60.0)
    assert verdict.level == lg.Level.CLEAR
    assert verdict.steps == ()
    assert told(verdict)["sets_in_a_row"] == count
    assert told(verdict)["row_for"] == pytest.approx(3.0 * count)
    assert [step.code for step in verdict.breaks] == ["loosen"]
    assert verdict.breaks[0].at - verdict.at == timedelta(minutes=2)
    lines = lg.say_details(verdict)
    assert f"{count} sets in a row of the same kind of movement before this one." in lines
    assert any(line.startswith("Nothing else was done in between, for ") for line in lines)
    assert any("do another movement first, or walk or lengthen for 2 minutes" in x for x in lines)
    assert any(
        "Mach zuerst eine andere Bewegung, oder geh oder dehne dich 2 Minuten" in line
        for line in lg.say_details(verdict, language="de")
    )


def test_few_sets_are_no_row():
    """Nine are not; nor are forty with two minutes of easy movement or another lift before."""
    assert "row_for" not in told(check(learned(*sets("squat", 9, NEXT), state=MIXED), "squat"))
    forty = learned(*sets("squat", 40, NEXT), state=MIXED)
    assert "row_for" in told(check(forty, "squat"))
    walk = lg.Mobility(at=forty.at + 2 * MINUTE, minutes=2)
    other = done("bench_press", forty.at + 3 * MINUTE)
    for entry in (walk, other):
        verdict = check(learned(entry, state=forty), "squat")
        assert "row_for" not in told(verdict)
        assert verdict.breaks == ()
    assert check(forty, "bench_press").breaks == ()


@pytest.mark.parametrize("lift", ["deadlift", "squat", "bench_press"])
@pytest.mark.parametrize(("every", "count"), [(2, 5), (3, 8), (7, 16)])
def test_the_same_in_every_session_is_named(lift, every, count):
    """Session after session, a week and more without anything else: with how many and how long."""
    state = learned(*(done(lift, BEGINNING + every * n * DAY, 100, rpe=8) for n in range(count)))
    verdict = check(state, lift, minutes=1440.0 * every, kg=100.0)
    assert told(verdict)["alone_sessions"] == count + 1
    assert told(verdict)["alone_for"] == pytest.approx(every * count)
    assert [step.code for step in verdict.breaks] == ["loosen"]
    said = f"This is session {count + 1} in a row without another big movement, or lengthening"
    assert any(line.startswith(said) for line in lg.say_details(verdict))


@pytest.mark.parametrize(
    ("every", "count", "other"),
    [
        (2, 2, None),  # three sessions are few
        (1, 5, None),  # five days are few
        (7, 16, done("bench_press", BEGINNING + 100 * DAY)),
        (7, 16, lg.Mobility(at=BEGINNING + 104 * DAY, minutes=5)),
    ],
)
def test_a_week_with_something_else_is_not(every, count, other):
    """Neither a short time nor one with another big movement or some lengthening."""
    entries = [done("deadlift", BEGINNING + every * n * DAY, 140, rpe=8) for n in range(count)]
    entries = sorted([*entries, *filter(None, [other])], key=lambda one: one.at)
    verdict = check(learned(*entries), minutes=1440.0 * every)
    assert "alone_sessions" not in told(verdict)
    assert verdict.breaks == ()


def test_work_without_a_rest_is_named():
    """Ten sets every two minutes, and another at once: so many, for so long; five minutes' rest."""
    state = learned(*sets("deadlift", 10, NEXT, 2.0, kg=60.0), state=MIXED)
    verdict = check(state, minutes=2.0, kg=60.0)
    assert told(verdict)["unbroken"] == 10.0
    assert told(verdict)["unbroken_for"] == pytest.approx(20.0)
    assert [step.code for step in verdict.breaks] == ["loosen", "more_rest"]
    assert verdict.breaks[1].at - verdict.at == timedelta(minutes=5)
    lines = lg.say_details(verdict)
    assert "10 sets before this one without a pause." in lines
    assert "That is work without a rest for 20 minutes." in lines
    assert "or rest 5 minutes longer" in lines[-1]
    rested = check(state, minutes=4.0, kg=60.0)
    assert "unbroken" not in told(rested)
    changing = [
        done(("squat", "bench_press")[n % 2], NEXT + 2 * n * MINUTE, 60.0) for n in range(10)
    ]
    other = check(learned(*changing, state=MIXED), minutes=2.0, kg=60.0)
    assert [step.code for step in other.breaks] == ["more_rest"]


# --- what a break is worth


def test_where_it_clears_a_flag_it_is_a_step():
    """A set that is flagged, and by the same threshold clear after two minutes of walking."""
    state = learned(*sets("deadlift", 12, NEXT, kg=100.0), state=MIXED)
    at = state.at + 2 * MINUTE
    planned = lg.PlannedSet(lift="deadlift", load_kg=155, reps=5)
    walk = lg.Mobility(at=at + 2 * MINUTE, minutes=2)
    now = GUARD.forecast(state, planned, at=at).p_beyond
    then = GUARD.forecast(learned(walk, state=state), planned, at=walk.at).p_beyond
    assert then < now
    host = lg.Policy(caution=0.5 * (then + now), beyond=0.9, step_gain=1.0, step_kg=20.0)
    verdict = lg.Guard(policy=host).check(state, planned, at=at)
    assert verdict.level == lg.Level.CAUTION
    first = verdict.steps[0]
    assert (first.code, first.level, first.planned) == ("loosen", lg.Level.CLEAR, planned)
    assert sum("walk or lengthen" in line for line in lg.say_details(verdict)) == 1


@given(scene=working_scenes(), data=st.data(), count=st.integers(0, 14))
def test_each_break_holds(scene, data, count):
    """What it says of level and chance is what a check says after it; it changes nothing else."""
    lift, at = scene.planned.lift, scene.at
    row = [done(lift, at + 2 * n * MINUTE, 0.3 * scene.planned.load_kg + 1.0) for n in range(count)]
    state = learned(*row, state=scene.state)
    for entry in data.draw(st.lists(idle_entries(at + 2 * count * MINUTE), max_size=1)):
        state = GUARD.learn(state, entry)
    at += 2 * count * MINUTE
    verdict = GUARD.check(state, scene.planned, at=at)
    for one in verdict.breaks:
        before = state
        if one.code == "loosen":
            before = GUARD.learn(state, lg.Mobility(at=one.at, minutes=2.0))
        again = GUARD.check(before, one.planned, at=one.at)
        assert one.planned == scene.planned
        assert (again.level, again.p_beyond) == (one.level, one.p_beyond)


def test_no_number_depends_on_it():
    """A state that counts otherwise forecasts alike."""
    state = learned(*sets("deadlift", 12, NEXT), state=MIXED)
    fresh = lg.Guard().start().monotony
    for one in (state.monotony, fresh):
        other = attrs.evolve(state, monotony=one)
        planned = lg.PlannedSet(lift="deadlift", load_kg=120, reps=5)
        forecast = GUARD.forecast(other, planned, at=state.at + 3 * MINUTE)
        assert forecast == GUARD.forecast(state, planned, at=state.at + 3 * MINUTE)
