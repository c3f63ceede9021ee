"""A plan walked forward: one judgement for each set, the first one beyond, and a way out."""

import math
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, PARAMS, plans, racks, scenes, working_scenes

import liftguard as lg
from liftguard.judge.advice import advise
from liftguard.judge.plan import check_plan, walk
from liftguard.judge.question import Question, Rules, assess
from liftguard.model.capacity import capacity
from liftguard.model.learn import as_done, expect
from liftguard.model.standing import stand
from liftguard.model.state import moment

RULES = Rules(lg.Policy(), PARAMS)
PULL = lg.PlannedSet(lift="deadlift", load_kg=120, reps=3)
TRAINED = GUARD.replay(
    lg.History(
        [
            lg.LoggedSet(
                lift="deadlift", at=BEGINNING + timedelta(days=3 * i), load_kg=140, reps=1, rpe=9
            )
            for i in range(12)
        ]
    )
).state
TODAY = TRAINED.at + timedelta(days=3)


def session(*sets, at=TODAY, rest_s=None):
    return lg.PlannedSession(at=at, sets=sets, rest_s=rest_s)


def checked(*sessions, state=TRAINED, plates=None):
    return check_plan(state, sessions, RULES, plates)


def walked(state, planned, at, rest_s=None, *, ramped=False):
    """Walk one set forward."""
    here = stand(state, planned.lift, moment(at), PARAMS, rest_s, ramped=ramped)
    return expect(state, planned, at, here, PARAMS)


def chances(found):
    return [one.p_beyond for one in found.sets]


# --- laws ---


@st.composite
def planned_scenes(draw):
    scene = draw(scenes() | working_scenes())
    return scene.state, draw(plans(scene.at))


def by_hand(state, plan, plates=None):
    """Ask of a plan without `walk`: each set at its moment, after its rest and those before it."""
    usual_s = 60.0 * PARAMS.typical_rest_minutes
    for session in plan:
        at, rest_s = session.at, None
        for planned in session.sets:
            yield Question(state, planned, at, rest_s, plates)
            state = walked(state, planned, at, rest_s, ramped=None)
            rest_s = usual_s if session.rest_s is None else session.rest_s
            at += timedelta(seconds=rest_s)


@given(planned_scenes())
def test_a_plan_equals_its_sets_one_by_one(drawn):
    """Each set is judged as it would be, had those before it been walked by hand."""
    state, plan = drawn
    found = check_plan(state, plan, RULES)
    places = [(i, j) for i, one in enumerate(plan) for j in range(len(one.sets))]
    assert [(one.session, one.place) for one in found.sets] == places
    for row, asked in zip(found.sets, by_hand(state, plan), strict=True):
        alone = assess(asked, RULES)
        assert (row.planned, row.at) == (asked.planned, asked.at)
        assert (row.level, row.p_beyond) == (alone.level, alone.forecast.p_beyond)


@given(planned_scenes(), st.none() | racks())
def test_the_first_flag_comes_with_its_advice(drawn, plates):
    """The first set at CAUTION or worse is named, with what would clear it at that moment."""
    state, plan = drawn
    found = check_plan(state, plan, RULES, plates)
    flags = [i for i, one in enumerate(found.sets) if one.level >= lg.Level.CAUTION]
    assert found.first_beyond == (flags[0] if flags else None)
    assert found.worst == max((one.level for one in found.sets), default=None)
    steps = ()
    if flags:
        asked = list(by_hand(state, plan, plates))[flags[0]]
        steps = advise(assess(asked, RULES), RULES)
    assert found.steps == steps


@given(planned_scenes())
def test_a_plan_is_no_evidence(drawn):
    """However much is planned: the sets that a belief rests on stay those that were done."""
    state, plan = drawn
    for one in walk(state, plan, RULES):
        before = state.lifts.get(one.found.planned.lift)
        assert one.found.standing.sets == (0 if before is None else before.sets)
        assert one.found.state.body.fatigability == state.body.fatigability


def test_a_set_walked_by_hand():
    """It tires, warms and leads up, of all that tells of strength it changes nothing."""
    before, after = GUARD.start(), walked(GUARD.start(), PULL, BEGINNING)
    one = after.lifts["deadlift"]
    assert (one.sets, one.bests, one.doubted) == (0.0, (), None)
    # a plain set of nobody knows whom is a hard one, the usual reserve below the limit
    hard = math.exp(-PARAMS.effort_steepness * PARAMS.reserve)
    assert one.tired.middle == pytest.approx(PARAMS.middle_per_set * hard)
    assert one.ramp.top == pytest.approx(math.log(120.0))
    assert after.body.session.warmth > before.body.session.warmth == 0.0
    assert (after.since, after.at) == (BEGINNING, BEGINNING)


def test_a_plan_that_was_done():
    """All repetitions that were planned went up, with the same effort, after the rest said."""
    planned = attrs.evolve(PULL, rpe=8, assist_kg=5.0)
    done = as_done(planned, TODAY, 90.0)
    assert done == lg.LoggedSet(
        lift="deadlift",
        at=TODAY,
        load_kg=120,
        reps=3,
        rpe=8,
        planned_reps=3,
        assist_kg=5.0,
        rest_s=90.0,
    )
    assert as_done(attrs.evolve(PULL, to_failure=True), TODAY).to_failure


@given(working_scenes(), st.integers(1, 8))
def test_a_planned_set_moves_no_capacity(scene, sets):
    """Within a session capacity stays where it was, up to minutes of drift and fading form."""
    plan = [lg.PlannedSession(at=scene.at, sets=[scene.planned] * sets, rest_s=60.0)]
    *_, last = walk(scene.state, plan, RULES)
    plain = stand(scene.state, scene.planned.lift, moment(last.found.at), PARAMS)
    walked_on, alone = (capacity(one.belief)[0] for one in (last.found.standing, plain))
    assert walked_on == pytest.approx(alone, abs=2e-3)


@given(planned_scenes())
def test_the_state_does_not_change(drawn):
    state, plan = drawn
    before = lg.dumps(state)
    check_plan(state, plan, RULES)
    assert lg.dumps(state) == before


# --- what it says ---


def test_an_empty_plan_is_fine():
    """No session, or sessions without sets: nothing to judge, nothing flagged."""
    for found in (checked(), checked(session())):
        assert (found.sets, found.first_beyond, found.steps) == ((), None, ())
        assert found.worst is None


def test_the_first_set_too_heavy_is_found():
    """Of 80, 100, 170 and 180 kg the third is the first beyond, and less load is offered."""
    sets = [attrs.evolve(PULL, load_kg=kg) for kg in (80, 100, 170, 180)]
    found = checked(session(*sets))
    assert found.first_beyond == 2
    assert "lower_load" in [step.code for step in found.steps]
    assert [one.level >= lg.Level.CAUTION for one in found.sets] == [False, False, True, True]
    minutes = [(one.at - TODAY) / timedelta(minutes=1) for one in found.sets]
    assert minutes == [0.0, 3.0, 6.0, 9.0]  # at the typical rest


def test_nothing_known_is_not_clear():
    """A plan of a new athlete is UNKNOWN throughout, and no set of it the first beyond."""
    found = checked(session(PULL, PULL), state=GUARD.start())
    assert [one.level for one in found.sets] == [lg.Level.UNKNOWN] * 2
    assert (found.first_beyond, found.worst) == (None, lg.Level.UNKNOWN)


def test_sets_tire_those_after_them():
    """Ten threes a minute apart: each is as likely to fail as the one before it, or likelier."""
    p = chances(checked(session(*[PULL] * 10, rest_s=60.0)))
    assert p == sorted(p)
    assert p[-1] > 1.5 * p[0]


def test_more_rest_tires_less():
    """The tenth set with five minutes between them is less likely to fail than with one."""
    short, long = (chances(checked(session(*[PULL] * 10, rest_s=s))) for s in (60.0, 300.0))
    assert long[-1] < short[-1]


def test_a_break_in_a_plan_costs():
    """Eight weeks of nothing between two sessions, and the same set is likelier to fail."""
    weeks = [session(PULL, at=TODAY + timedelta(weeks=n)) for n in range(9)]
    steady, paused = checked(*weeks), checked(weeks[0], weeks[8])
    assert paused.sets[-1].p_beyond > steady.sets[-1].p_beyond


def test_hours_are_told_by_the_clock():
    """Two sessions on one day tire more than two on two days."""
    hard = [attrs.evolve(PULL, load_kg=130)] * 5
    same, next_day = (
        checked(session(*hard), session(PULL, at=TODAY + timedelta(hours=hours)))
        for hours in (6, 48)
    )
    assert same.sets[-1].p_beyond > next_day.sets[-1].p_beyond


def test_a_typical_rest_where_none_is_said():
    """Sets follow each other at the typical rest; the first of a session has the clock alone."""
    plan = [session(PULL, PULL), session(PULL, at=TODAY + timedelta(1))]
    asked = [one.found.asked for one in walk(TRAINED, plan, RULES)]
    rest_s = 60.0 * PARAMS.typical_rest_minutes
    assert [one.rest_s for one in asked] == [None, rest_s, None]
    assert asked[1].at - asked[0].at == timedelta(seconds=rest_s)


def test_a_plan_is_walked_through_a_session():
    """The second of two sets comes after one of its pattern in a row, in its place."""
    plan = [session(PULL, PULL, rest_s=120.0)]
    rows = [
        (one.session, one.place, one.found.at, one.found.standing.session.in_a_row)
        for one in walk(GUARD.start(), plan, RULES)
    ]
    assert rows == [(0, 0, TODAY, 0.0), (0, 1, TODAY + timedelta(minutes=2), 1.0)]


def test_rest_is_kept_where_the_log_knows_days_only():
    """Right after a log whose last session is known to the day, planned rests still count."""
    sets = [
        lg.LoggedSet(lift="deadlift", at=BEGINNING, load_kg=140, reps=1, rpe=9, at_known_to="day")
    ] * 12
    state = GUARD.replay(lg.History(sets)).state
    short, long = (
        chances(checked(session(*[PULL] * 8, at=BEGINNING, rest_s=s), state=state))
        for s in (30.0, 600.0)
    )
    assert long[-1] < short[-1]


def test_rests_are_real_time():
    """Half an hour of rest from 1:45, in the night in which clocks go forward, ends at 3:15."""
    at = datetime(2026, 3, 29, 1, 45, tzinfo=ZoneInfo("Europe/Berlin"))
    _, second = walk(GUARD.start(), [session(PULL, PULL, at=at, rest_s=1800.0)], RULES)
    assert (second.found.at.hour, second.found.at.minute) == (3, 15)


def test_a_plan_may_be_made_as_it_is_read():
    """Any iterable will do."""
    assert checked(session(PULL)) == check_plan(TRAINED, iter([session(PULL)]), RULES)


RAMPED = GUARD.replay(
    lg.History(
        [
            lg.LoggedSet(
                lift="deadlift",
                at=BEGINNING + timedelta(days=3 * i, minutes=4 * j),
                load_kg=load,
                reps=3,
            )
            for i in range(10)
            for j, load in enumerate((60.0, 80.0, 100.0, 120.0))
        ]
    )
).state


def test_who_logs_ramps_does_them():
    """A plan of working sets alone is judged as after the usual ramp, at its own times."""
    at = RAMPED.at + timedelta(days=3)
    first, second = checked(session(PULL, PULL, at=at, rest_s=60.0), state=RAMPED).sets
    assert (first.at, second.at) == (at, at + timedelta(minutes=1))
    said, bare = (
        assess(Question(RAMPED, PULL, at, ramped=one), RULES).forecast.p_beyond
        for one in (True, False)
    )
    assert first.p_beyond == said < bare


def test_a_ramp_that_is_taken_as_done_has_warmed():
    """From its first set on the lifter is warm; without it one set of a minute has warmed."""
    at = RAMPED.at + timedelta(days=3)
    warmth = [
        walked(RAMPED, PULL, at, ramped=ramped).body.session.warmth for ramped in (True, False)
    ]
    assert warmth[0] == 1.0
    assert warmth[1] == pytest.approx(1.0 - math.exp(-PARAMS.set_minutes / PARAMS.warm_minutes))


def test_a_ramp_is_no_rest():
    """The first set of a second lift is as tired after its ramp as its rest says, and no less."""
    squat = attrs.evolve(PULL, lift="squat", load_kg=100.0)
    at = RAMPED.at + timedelta(days=3)
    plan = session(*[squat] * 6, PULL, at=at, rest_s=60.0)
    *_, last = walk(RAMPED, [plan], RULES)
    bare = RAMPED
    for n, one in enumerate(plan.sets[:-1]):
        bare = walked(bare, one, at + timedelta(minutes=n), 60.0 if n else None)
    without = assess(Question(bare, PULL, last.found.at, 60.0, ramped=False), RULES)
    tired = [one.forecast.parts.fatigue for one in (last.found, without)]
    assert last.found.standing.ramped(PARAMS)
    assert not without.standing.ramped(PARAMS)
    assert tired[0] == pytest.approx(tired[1], rel=1e-6)
    assert tired[0] > 0.01


# --- what it refuses ---


def test_sessions_stand_in_order():
    """The session that comes too early is named."""
    late = session(PULL, at=TODAY + timedelta(days=1))
    with pytest.raises(lg.WrongOrder, match=r"plan\[1\]\.at: .* do not overlap"):
        checked(late, session(PULL))


def test_sessions_do_not_overlap():
    """A session that starts while the one before it still goes on is refused."""
    long = session(*[PULL] * 10, rest_s=180.0)  # 27 minutes
    with pytest.raises(lg.WrongOrder, match=r"plan\[1\]"):
        checked(long, session(PULL, at=TODAY + timedelta(minutes=26)))
    assert len(checked(long, session(PULL, at=TODAY + timedelta(minutes=27))).sets) == 11


def test_a_plan_does_not_begin_in_the_past():
    with pytest.raises(lg.WrongOrder, match=r"plan\[0\]\.at"):
        checked(session(PULL, at=TRAINED.at - timedelta(seconds=1)))


def test_wall_clock_and_instants_do_not_mix():
    """Neither with the state, nor within a plan of a new athlete."""
    aware = session(PULL, at=TODAY.replace(tzinfo=UTC))
    with pytest.raises(lg.InvalidValue, match=r"plan\[0\]\.at.*wall clock throughout"):
        checked(aware)
    with pytest.raises(lg.InvalidValue, match=r"plan\[1\]\.at"):
        checked(session(PULL), aware, state=GUARD.start())


@pytest.mark.parametrize("other", [PULL, None, "Monday"])
def test_only_sessions_make_a_plan(other):
    with pytest.raises(lg.InvalidValue, match=r"plan\[1\]: .* wanted a PlannedSession"):
        checked(session(PULL), other)


@pytest.mark.parametrize("plan", [session(PULL), None, 3])
def test_one_session_alone_is_no_plan(plan):
    with pytest.raises(lg.InvalidValue, match=r"plan: .* wanted PlannedSessions in order"):
        check_plan(TRAINED, plan, RULES)


def test_the_first_flagged_set_comes_with_its_verdict():
    """It says why, of the same set at the same moment, and agrees with the row of the set."""
    done = [
        lg.LoggedSet(
            lift="deadlift",
            at=datetime(2026, 1, 5, 18) + timedelta(days=7 * week),
            load_kg=150,
            reps=3,
            rpe=9,
        )
        for week in range(8)
    ]
    guard = lg.Guard()
    state = guard.replay(lg.History(done)).state
    sets = [lg.PlannedSet(lift="deadlift", load_kg=kg, reps=3) for kg in (120, 200, 210)]
    evening = lg.PlannedSession(at=datetime(2026, 3, 2, 18), sets=sets)
    plan = guard.check_plan(state, [evening])
    first = plan.sets[plan.first_beyond]
    assert plan.first_beyond == 1
    assert (plan.verdict.planned, plan.verdict.at) == (first.planned, first.at)
    assert (plan.verdict.level, plan.verdict.p_beyond) == (first.level, first.p_beyond)
    assert plan.verdict.causes[0].code == "overload"
    light = lg.PlannedSession(at=evening.at, sets=sets[:1])
    assert guard.check_plan(state, [light]).verdict is None


@given(st.data())
def test_the_verdict_of_a_plan_is_that_of_its_row(data):
    """Rest, ramp and all: the first flagged set has one chance, and its verdict tells it."""
    scene = data.draw(working_scenes())
    sessions = data.draw(plans(scene.at))
    plan = GUARD.check_plan(scene.state, sessions)
    if plan.first_beyond is None:
        assert plan.verdict is None
    else:
        first = plan.sets[plan.first_beyond]
        assert plan.verdict.level == first.level
        assert plan.verdict.p_beyond == first.p_beyond


@given(st.data())
def test_any_set_of_a_plan_is_explained(data):
    """A set's verdict is its row of `check_plan`; that of the first flagged one is the plan's."""
    scene = data.draw(working_scenes())
    sessions = data.draw(plans(scene.at))
    plan = GUARD.check_plan(scene.state, sessions)
    assume(plan.sets)
    index = data.draw(st.integers(0, len(plan.sets) - 1))
    one, verdict = plan.sets[index], GUARD.check_in_plan(scene.state, sessions, index)
    assert (verdict.planned, verdict.at) == (one.planned, one.at)
    assert (verdict.level, verdict.p_beyond) == (one.level, one.p_beyond)
    if index == plan.first_beyond:
        assert verdict == plan.verdict


@pytest.mark.parametrize("index", [-1, 1, 0.0, True, None])
def test_a_set_that_the_plan_lacks_is_refused(index):
    """A plan of one set has a set 0 and no other."""
    plan = [session(PULL)]
    with pytest.raises(lg.InvalidValue, match="index: got"):
        GUARD.check_in_plan(TRAINED, plan, index)
