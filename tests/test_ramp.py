"""The warm-up ramp: what leads up to a planned set, and what it costs and brings."""

import math
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, PARAMS, racks, scenes, working_scenes

import liftguard as lg
from liftguard.judge.loads import loadable, loadable_below
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.ramp import after_ramp, later, warm_up
from liftguard.lifts import lift_of
from liftguard.model.curve import demand
from liftguard.model.moved import carried_kg
from liftguard.model.standing import stand
from liftguard.model.state import moment

POLICY = lg.Policy()
RULES = Rules(POLICY, PARAMS)
QUARTER = lg.Params(usual_step=math.log(1.25))  # from one set to the next, by hand
NEW = GUARD.start()
ROUNDING = 1e-9
GRAM = 1e-3  # loads are kept to a milligram [kg]


def plan(load_kg, reps=5, lift="deadlift", **fields):
    return lg.PlannedSet(lift=lift, load_kg=load_kg, reps=reps, **fields)


def ramp_of(state, planned, at=BEGINNING, plates=None, params=PARAMS):
    return warm_up(Question(state, planned, at, plates=plates), Rules(POLICY, params))


def after(ramp, state, planned, at):
    """Ask the same after a ramp that was done."""
    return after_ramp(Question(state, planned, at), ramp, PARAMS)


def rows(ramp):
    return [(one.load_kg, one.reps) for one in ramp]


def moved(load_kg, minutes=0, lift="deadlift", reps=1, **fields):
    at = BEGINNING + timedelta(minutes=minutes)
    return lg.LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=reps, **fields)


def learned(*entries):
    return GUARD.replay(lg.History(entries)).state


# who singles 200 kg every third day
KNOWN = [moved(200.0, -1440.0 * 3 * n) for n in range(12, 0, -1)]


# --- by hand, with steps of a quarter ---


def test_a_ramp_in_kilograms():
    """From the bar to 200 kg: 1/4, 1/2, 3/4 and 7/8 of the 180 kg between, rounded down."""
    ramp = ramp_of(NEW, plan(200.0), params=QUARTER)
    assert rows(ramp) == [(20.0, 8), (65.0, 5), (110.0, 3), (155.0, 2), (177.5, 1)]


def test_a_ramp_in_pounds():
    """The same from a bar of 45 lb to 405 lb: 90, 180, 270 and 315 of 360 lb more."""
    ramp = ramp_of(NEW, plan(lg.kg_from_lb(405.0)), plates=lg.Plates.lb(), params=QUARTER)
    assert [round(lg.lb_from_kg(one.load_kg), 3) for one in ramp] == [
        *(45.0, 135.0, 225.0, 315.0, 360.0)
    ]


def test_a_ramp_from_the_bar():
    """To 40 kg by quarters of 20 kg; 37.5 kg are left out, as 35 kg are within a quarter."""
    ramp = ramp_of(NEW, plan(40.0), plates=lg.Plates.kg(), params=QUARTER)
    assert rows(ramp) == [(20.0, 5), (25.0, 3), (30.0, 2), (35.0, 1)]


def test_a_ramp_is_not_to_failure():
    """What is meant of the planned set alone, its RPE, failure and speed, is not of its ramp."""
    planned = plan(200.0, rpe=9, to_failure=True, mean_velocity_m_s=0.4)
    assert ramp_of(NEW, planned, params=QUARTER) == ramp_of(NEW, plan(200.0), params=QUARTER)
    assert all(one.rpe is one.mean_velocity_m_s is None for one in ramp_of(NEW, planned))


def test_a_ramp_by_a_quarter_of_a_log():
    """
    Up to 180 kg with the plates of a gym, by 40 kg and two halves.

    The step over 160 kg would be ln(180 / 140) = .251; to 170 kg over 150 kg it is .249.
    """
    quarter = lg.Params(usual_step=0.25)
    ramp = ramp_of(NEW, plan(180.0, 3), plates=lg.Plates.kg(), params=quarter)
    assert rows(ramp) == [(20.0, 8), (60.0, 5), (100.0, 3), (140.0, 2), (160.0, 1)]
    ramp = ramp_of(NEW, plan(170.0, 3), plates=lg.Plates.kg(), params=quarter)
    assert rows(ramp) == [(20.0, 5), (57.5, 3), (95.0, 2), (132.5, 1)]


def test_plates_that_are_too_few_make_larger_steps():
    """With two pairs of 20 kg alone, 100 kg are reached by the bar and 60 kg."""
    plates = lg.Plates(bar_kg=20, pairs_kg=(20, 20))
    ramp = ramp_of(NEW, plan(100.0), plates=plates, params=QUARTER)
    assert rows(ramp) == [(20.0, 2), (60.0, 1)]


@pytest.mark.parametrize(("load_kg", "expected"), [(2.5, []), (5.0, [(2.5, 1)]), (1.0, [])])
def test_small_dumbbells(load_kg, expected):
    """Below the smallest dumbbell there is nothing to warm up with."""
    assert rows(ramp_of(NEW, plan(load_kg, lift="lateral_raise"))) == expected


@pytest.mark.parametrize(
    ("lift", "expected"),
    [
        ("leg_press", [(35.0, 5), (50.0, 3), (67.5, 2), (82.5, 1)]),
        ("barbell_lunge", [(20.0, 5), (40.0, 3), (60.0, 2), (80.0, 1)]),
    ],
)
def test_where_no_bar_is_known_a_ramp_begins_at_a_third(lift, expected):
    """At 35 of 100 kg, then by 65 kg: 51.2, 67.5 and 83.8; a name may tell of the bar."""
    assert rows(ramp_of(NEW, plan(100.0, lift=lift), params=QUARTER)) == expected


@pytest.mark.parametrize("load_kg", [60.0, 100.0, 180.0])
@pytest.mark.parametrize(
    ("lift", "bar_kg"),
    [
        ("tempo_squat", 20.0),
        ("pin_squat", 20.0),
        ("smith_squat", 20.0),
        ("smith_bench_press", 20.0),
        ("tempo_deadlift", 20.0),
        ("thick_trap_bar_deadlift", 20.0),
        ("sumo_romanian_deadlift", 20.0),
        ("larsen_bench_press", 20.0),
        ("z_press", 20.0),
        ("hang_power_clean", 20.0),
        ("power_jerk", 20.0),
        ("paused_barbell_row", 20.0),
        ("football_bar_bench_press", 20.0),
        ("ez_bar_row", 10.0),
        ("ez_bar_skullcrusher", 10.0),
    ],
)
def test_every_lift_with_a_bar_begins_at_its_bar(lift, bar_kg, load_kg):
    """Whatever the variant; a bar that is bent for the arms is half as heavy."""
    assert rows(ramp_of(NEW, plan(load_kg, lift=lift)))[0][0] == bar_kg


@pytest.mark.parametrize(
    "lift",
    [
        "machine_squat",
        "hack_squat",
        "dumbbell_push_press",
        "kettlebell_overhead_press",
        "cable_shrug",
        "t_bar_row",
        "landmine_row",
        "machine_deadlift",
        "lat_pulldown",
        "curl",
        "farmers_walk",
        "thick_bar_pull_up",
        "cambered squat of our own",
    ],
)
def test_lifts_without_a_bar_have_none(lift):
    """Machines, cables, dumbbells, one end of a bar, the own body, and what no table knows."""
    assert lift_of(lift).bar_kg is None


def test_near_the_bar_there_is_no_ramp():
    """25 kg are a quarter above it; 30 kg are led up to by the bar and 25 kg."""
    assert ramp_of(NEW, plan(25.0), params=QUARTER) == ()
    assert rows(ramp_of(NEW, plan(30.0), params=QUARTER)) == [(20.0, 2), (25.0, 1)]


def test_the_bar_alone_needs_no_ramp():
    assert ramp_of(NEW, plan(20.0, lift="bench_press"), plates=lg.Plates.kg()) == ()


def test_what_this_session_did_counts():
    """After 100 kg just now 25, 50 and 75 kg more lead to 200 kg; after 160 kg nothing does."""
    at = BEGINNING + timedelta(minutes=5)
    begun = ramp_of(learned(*KNOWN, moved(100.0)), plan(200.0), at, params=QUARTER)
    assert [one.load_kg for one in begun] == [125.0, 150.0, 175.0]
    assert ramp_of(learned(*KNOWN, moved(160.0)), plan(200.0), at, params=QUARTER) == ()


def test_nobody_is_led_beyond_what_went_up():
    """Of a lift that is hardly known a ramp holds no load above the heaviest that was done."""
    at = BEGINNING + timedelta(days=1)
    ramp = ramp_of(learned(moved(100.0)), plan(200.0), at, params=QUARTER)
    assert [one.load_kg for one in ramp] == [20.0, 65.0]


def test_a_long_pause_wears_a_ramp_off():
    """Two hours after 60, 100 and 160 kg the ramp to 200 kg begins well below 160 kg again."""
    state = learned(*(moved(kg, 4 * i) for i, kg in enumerate((60.0, 100.0, 160.0))))
    at = state.at + timedelta(hours=2)
    assert ramp_of(state, plan(200.0), at, params=QUARTER)[0].load_kg <= 105.0


def test_what_yesterday_did_does_not_count():
    at = BEGINNING + timedelta(days=1)
    ramp = ramp_of(learned(*KNOWN, moved(100.0)), plan(200.0), at, params=QUARTER)
    assert [one.load_kg for one in ramp] == [20.0, 65.0, 110.0, 155.0, 177.5]


def test_another_lift_is_no_ramp():
    """Squats of the same session do not stand in for the ramp of the deadlift."""
    at = BEGINNING + timedelta(minutes=5)
    ramp = ramp_of(learned(moved(160.0, lift="squat")), plan(200.0), at, params=QUARTER)
    assert len(ramp) == 5


def test_a_light_set_needs_no_ramp():
    """Who has singled 200 kg needs none for 95 kg, and one for 150 kg."""
    state = learned(*(moved(200.0, 4320 * i, rpe=10) for i in range(8)))
    at = state.at + timedelta(days=3)
    assert ramp_of(state, plan(95.0), at) == ()
    assert len(ramp_of(state, plan(150.0), at)) >= 3


def test_no_ramp_leads_to_what_is_beyond():
    """Who singles 100 kg is given no ramp to 200 kg: its last sets would be beyond as well."""
    state = learned(*(moved(100.0, 4320 * i, rpe=10) for i in range(8)))
    at = state.at + timedelta(days=3)
    assert ramp_of(state, plan(200.0), at) == ()
    assert len(ramp_of(state, plan(100.0), at)) >= 3


def test_pain_stops_a_ramp():
    """The day after a spasm no ramp goes over the half of capacity that pain allows."""
    state = learned(*(moved(200.0, 4320 * i, rpe=10) for i in range(8)))
    spasm = lg.Pain(at=state.at, region="low_back", severity=8, kind="spasm")
    at = state.at + timedelta(days=1)
    assert ramp_of(GUARD.learn(state, spasm), plan(180.0), at) == ()


# --- where the body moves too ---


def test_pull_ups_start_without_load():
    """With 80 kg of body a set with 20 kg is led up to by one with none."""
    state = GUARD.learn(NEW, lg.Bodyweight(at=BEGINNING, kg=80))
    first, *_ = ramp_of(state, plan(20.0, lift="pull_up"))
    assert first.load_kg == 0.0


@pytest.mark.parametrize(("reps", "expected"), [(12, [(0.0, 4)]), (3, [(0.0, 1)]), (2, [])])
def test_bodyweight_warms_up_with_fewer_reps(reps, expected):
    """Where nothing lighter can be moved, a third of the repetitions warms up."""
    state = GUARD.learn(NEW, lg.Bodyweight(at=BEGINNING, kg=80))
    assert rows(ramp_of(state, plan(0.0, reps, "pull_up"))) == expected


def test_assistance_stays():
    """What a machine takes off, it takes off in the ramp as well."""
    state = GUARD.learn(NEW, lg.Bodyweight(at=BEGINNING, kg=80))
    (only,) = ramp_of(state, plan(0.0, 9, "pull_up", assist_kg=30.0))
    assert (only.assist_kg, only.reps) == (30.0, 3)


def test_without_bodyweight_there_is_no_ramp():
    assert ramp_of(NEW, plan(20.0, lift="pull_up")) == ()


# --- laws ---


@given(scenes() | working_scenes(), st.none() | racks())
def test_a_ramp_rises_to_the_plan(scene, plates):
    """At most five sets, strictly heavier each with strictly fewer reps, all below the plan."""
    planned = scene.planned
    ramp = ramp_of(scene.state, planned, scene.at, plates)
    assert len(ramp) <= 5
    loads, reps = [one.load_kg for one in ramp], [one.reps for one in ramp]
    assert sorted(set(loads)) == loads
    assert sorted(set(reps), reverse=True) == reps
    here = stand(scene.state, planned.lift, moment(scene.at), PARAMS)
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg)

    def asks(one):
        return demand(math.log(one.load_kg + carried), one.reps, here.belief.curve, PARAMS)

    for one in ramp:
        assert one.load_kg < planned.load_kg or one.load_kg == planned.load_kg == 0.0
        assert asks(one) < asks(planned)
        fields = {"load_kg", "reps", "rpe", "to_failure", "mean_velocity_m_s"}
        same = {field.name for field in attrs.fields(lg.PlannedSet)} - fields
        assert all(getattr(one, name) == getattr(planned, name) for name in same)


def rack_of(scene, plates):
    """Give what can be loaded for the set of a scene."""
    return Question(scene.state, scene.planned, scene.at, plates=plates).rack


@given(scenes() | working_scenes(), st.none() | racks())
def test_a_ramp_can_be_loaded(scene, plates):
    for one in ramp_of(scene.state, scene.planned, scene.at, plates):
        assert one.load_kg in {0.0, loadable(one.load_kg, rack_of(scene, plates))}


@given(working_scenes(), st.none() | racks())
def test_the_last_step_is_usual_where_plates_allow(scene, plates):
    """From a ramp to the plan none is larger than usual and could be smaller."""
    planned = scene.planned
    ramp = ramp_of(scene.state, planned, scene.at, plates)
    carried = carried_kg(planned.lift, 0.0, scene.state.bodyweight_kg)
    if ramp and planned.load_kg:
        last = ramp[-1].load_kg
        usual = math.log((planned.load_kg + carried) / (last + carried)) <= PARAMS.usual_step
        below = loadable_below(planned.load_kg, rack_of(scene, plates))
        assert usual or last == pytest.approx(below, abs=GRAM)


@given(scenes() | working_scenes(), st.none() | racks())
def test_no_set_of_a_ramp_is_flagged(scene, plates):
    """Walked forward, each set of a ramp is CLEAR, or UNKNOWN where nothing is known."""
    asked = Question(scene.state, scene.planned, scene.at)
    for one in ramp_of(scene.state, scene.planned, scene.at, plates):
        asked = asked._replace(planned=one)
        assert assess(asked, RULES).level < lg.Level.CAUTION
        asked = after_ramp(asked, [one], PARAMS)


@given(working_scenes(), st.none() | racks())
def test_a_ramp_that_is_done_is_not_asked_again(scene, plates):
    """After the ramp, at the moment of the planned set, no further one is needed."""
    ramp = ramp_of(scene.state, scene.planned, scene.at, plates)
    asked = after(ramp, *scene)
    again = ramp_of(asked.state, scene.planned, asked.at, plates)
    if plates is None and scene.planned.load_kg > 25.0:  # steps of 2.5 kg are fine enough
        assert again == () or not ramp
    assert len(again) <= len(ramp)


@given(working_scenes())
def test_a_ramp_costs_no_more_than_its_fatigue(scene):
    """
    Against the same moment without it, a ramp never takes readiness, where that is assessed.

    What else it takes from the planned set is its own fatigue, and nothing.
    """
    ramp = ramp_of(scene.state, scene.planned, scene.at)
    asked = after(ramp, *scene)
    bare = asked._replace(state=scene.state, ramped=False)
    without, ramped = (assess(one, RULES) for one in (bare, asked))
    led_to, done = (one.standing.step_from(PARAMS) for one in (without, ramped))
    assume(ramp and led_to is not None and done is not None)
    cold, ready = without.forecast.parts, ramped.forecast.parts
    load = scene.planned.load_kg + carried_kg(scene.planned.lift, 0.0, 80.0)
    if math.log(load) - done <= PARAMS.usual_step:  # else no loads allowed a usual step
        assert ready.readiness <= cold.readiness + ROUNDING
    assert ready.fatigue >= cold.fatigue
    assert ready.middle == pytest.approx(cold.middle, abs=1e-3)  # nothing was learned
    assert ready.demand == pytest.approx(cold.demand, abs=1e-12)


@given(working_scenes())
def test_a_ramp_tires_less_than_the_set_it_leads_to(scene):
    """
    All sets of a ramp together tire the lift less than their repetitions at the limit would.

    So it is from 60 kg on: below, steps of 2.5 kg crowd it; and up to what is not BEYOND: the
    last sets on the way to more are as hard as the limit themselves.
    """
    ramp = ramp_of(scene.state, scene.planned, scene.at)
    asked = after(ramp, *scene)
    lift = scene.planned.lift
    assume(ramp and scene.planned.load_kg >= 60.0)
    assume(GUARD.check(scene.state, scene.planned, at=scene.at).level != lg.Level.BEYOND)
    failed = GUARD.learn(
        scene.state,
        lg.LoggedSet(
            lift=lift,
            at=scene.at,
            load_kg=scene.planned.load_kg,
            reps=sum(one.reps for one in ramp),
            to_failure=True,
        ),
    )
    by_ramp, by_limit = (
        stand(state, lift, moment(asked.at), PARAMS).one.tired.slow
        for state in (asked.state, failed)
    )
    assert by_ramp <= by_limit + ROUNDING


def test_a_ramp_warms_and_readies():
    """After its usual ramp a lift loses less to unreadiness than without, and is likelier."""
    sets = [
        moved(load, 4320 * i + 4 * j, reps=3)
        for i in range(10)
        for j, load in enumerate((60.0, 80.0, 100.0, 120.0))
    ]
    state = learned(*sets)
    at = state.at + timedelta(days=3)
    ramp = ramp_of(state, plan(120.0), at)
    asked = after(ramp, state, plan(120.0), at)
    bare = Question(state, plan(120.0), at, ramped=False)
    cold, ready = (assess(one, RULES) for one in (bare, asked))
    assert ready.forecast.parts.readiness < 0.5 * cold.forecast.parts.readiness
    assert ready.forecast.p_beyond < cold.forecast.p_beyond
    assert asked.at - at == len(ramp) * timedelta(minutes=PARAMS.typical_rest_minutes)


def test_a_ramp_that_is_done_by_hand():
    """Three sets with the typical three minutes after each: nine, and nothing was learned."""
    params = lg.Params(typical_rest_minutes=3.0)
    ramp = [plan(kg, 3) for kg in (60.0, 90.0, 120.0)]
    asked = after_ramp(Question(NEW, plan(150.0), BEGINNING, 60.0), ramp, params)
    assert (asked.at, asked.planned) == (BEGINNING + timedelta(minutes=9), plan(150.0))
    assert asked.rest_s is None
    done = asked.state.lifts["deadlift"]
    assert (done.sets, done.ramp.top) == (0.0, pytest.approx(math.log(120.0)))


# --- time ---


def test_later_is_time_that_passes():
    """Half an hour after 1:45 before clocks go forward at two is 3:15, and 2:15 on paper."""
    night = datetime(2026, 3, 29, 1, 45, tzinfo=ZoneInfo("Europe/Berlin"))
    assert later(night, 30.0).hour == 3
    assert later(night, 30.0).astimezone(UTC) - night.astimezone(UTC) == timedelta(minutes=30)
    assert later(night.replace(tzinfo=None), 30.0) == datetime(2026, 3, 29, 2, 15)
    assert later(BEGINNING, 2.5) - BEGINNING == timedelta(seconds=150)
