"""What to do instead: loads that can be put together, and steps that keep what they say."""

import itertools
import math
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, PARAMS, racks, risks, scenes, working_scenes

import liftguard as lg
from liftguard.judge.advice import advise, clear_now
from liftguard.judge.deload import deload_set, deload_signs
from liftguard.judge.loads import (
    heaviest_clear,
    heaviest_loadable,
    loadable,
    loadable_below,
    loadable_from,
)
from liftguard.judge.own_steps import Steps, known_loads
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.ramp import after_ramp, warm_up
from liftguard.judge.way_back import way_back
from liftguard.model.curve import demand

POLICY = lg.Policy()
RULES = Rules(POLICY, PARAMS)
CLEAR = POLICY.just_clear
ORDER = (
    "begin",
    "walk_first",
    "walk_lighter",
    "ramp_first",
    "loosen",
    "more_rest",
    "lower_load",
    "fewer_reps",
    "another_day",
    "another_lift",
    "deload",
)
ROUNDING = 1e-9
GRAM = 1e-3  # loads are kept to a milligram [kg]
FINE = lg.Plates(bar_kg=0, pairs_kg=(40, 20, 10, 5, 2.5, 1.25, 0.6, 0.3, 0.15, 0.05))


def single(load_kg=140.0, day=0.0, lift="deadlift", reps=1, **fields):
    at = BEGINNING + timedelta(days=day)
    return lg.LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=reps, **fields)


def learned(*entries, start=None):
    return GUARD.replay(lg.History(entries), start=start).state


def plan(load_kg=140.0, reps=1, lift="deadlift", **fields):
    return lg.PlannedSet(lift=lift, load_kg=load_kg, reps=reps, **fields)


def judged(state, planned, at, plates=None, rest_s=None, ramped=None):
    return assess(Question(state, planned, at, rest_s, plates, ramped), RULES)


def advised(state, planned, at, plates=None, rest_s=None, ramped=None):
    return advise(judged(state, planned, at, plates, rest_s, ramped), RULES)


def steps_of(scene, plates=None, rest_s=None, ramped=None):
    """Give the steps that stand by themselves: those of a way back rest on each other."""
    steps = advised(scene.state, scene.planned, scene.at, plates, rest_s, ramped)
    return [step for step in steps if step.code != "way_back"]


WALKS = {"walk_first", "walk_lighter"}


def walked(state, step, at):
    """Let the athlete walk where a step says so, as long as it says."""
    if step.code not in {*WALKS, "loosen"}:
        return state
    minutes = (step.at - at) / timedelta(minutes=1)
    return GUARD.learn(state, lg.Mobility(at=step.at, minutes=minutes))


def most(state, planned, at, p=CLEAR, plates=None, rest_s=None, ramped=None):
    return heaviest_loadable(Question(state, planned, at, rest_s, plates, ramped), p, RULES)


def rack_of(scene, plates, planned=None):
    """Give what can be loaded for a set of a scene."""
    return Question(scene.state, planned or scene.planned, scene.at, plates=plates).rack


def back(state, planned, at, plates=None):
    return way_back(Question(state, planned, at, plates=plates), RULES)


def ramp_of(state, planned, at, plates=None):
    return warm_up(Question(state, planned, at, plates=plates), RULES)


def warmed(state, planned, at, plates=None):
    """Give the state and the moment after the ramp to a set."""
    asked = Question(state, planned, at, plates=plates)
    asked = after_ramp(asked, warm_up(asked, RULES), PARAMS)
    return asked.state, asked.at


def lightened(state, planned):
    """Give the set of a deload, now."""
    return deload_set(Question(state, planned, state.at), RULES)


def between(planned, easy, hard):
    """
    Plan the load that is clear in one situation and flagged in another.

    Each is a state, a plan, a moment, and where it matters whether the ramp is done.
    """
    most_kg = [
        most(state, one, at, plates=FINE, ramped=next(iter(said), None))
        for state, one, at, *said in (hard, easy)
    ]
    assert most_kg[0] < most_kg[1] - 0.05
    return attrs.evolve(planned, load_kg=sum(most_kg) / 2.0)


def later_by(state, **passed):
    return state.at + timedelta(**passed)


def asks(planned, here):
    """Give the demand of a set. [log kg]"""
    return demand(here.log_load(planned), float(planned.reps), here.belief.curve, PARAMS)


def sums_of(plates):
    """List every load of a rack, by trying all choices of its pairs. [kg]"""
    pairs = plates.pairs_kg
    chosen = itertools.product((0.0, 2.0), repeat=len(pairs))
    return sorted(
        {
            round(plates.bar_kg + sum(n * kg for n, kg in zip(row, pairs, strict=True)), 6)
            for row in chosen
        }
    )


REGULAR = [single(day=3 * i, rpe=9) for i in range(12)]
REGULAR_STATE = learned(*REGULAR)
ROMANIAN = sorted(
    [
        *REGULAR,
        *(single(100.0, 3 * i + 0.01, "romanian_deadlift", 5, rpe=8) for i in range(12)),
    ],
    key=lambda one: one.at,
)
TIRING = [single(110.0, 36 + i / 1440, "romanian_deadlift", 5, to_failure=True) for i in range(5)]
PRESSES = [single(120.0, 3 * i + 0.01, "leg_press", rpe=8) for i in range(12)]
RAMPED = [
    single(load, 3 * i + j / 300, reps=reps, **fields)
    for i in range(10)
    for j, (load, reps, fields) in enumerate(
        [(60.0, 5, {}), (80.0, 5, {}), (100.0, 3, {}), (115.0, 1, {}), (120.0, 5, {"rpe": 8})]
    )
]


# --- loads ---


@pytest.mark.parametrize(
    ("kg", "expected"), [(37.0, 35.0), (35.0, 35.0), (2.4, 0.0), (0.0, 0.0), (181.3, 180.0)]
)
def test_loads_are_rounded_down(kg, expected):
    """Without plates, 37 kg is 35 kg: steps of 2.5 kg, down."""
    assert loadable(kg, None) == expected


def test_pound_plates_decide():
    """A limit of 400 lb is the 45 lb bar and 355 lb of plates; no 2.5 kg steps there."""
    limit = lg.kg_from_lb(404.0)
    assert lg.lb_from_kg(loadable(limit, lg.Plates.lb())) == 400.0
    assert lg.lb_from_kg(loadable_from(limit, lg.Plates.lb())) == 405.0


@pytest.mark.parametrize(
    ("kg", "below", "from_"), [(40.0, 37.5, 40.0), (41.0, 40.0, 42.5), (1.0, 0.0, 2.5)]
)
def test_the_next_loads_without_plates(kg, below, from_):
    """The next lighter and the lightest load from 40, 41 and 1 kg."""
    assert (loadable_below(kg, None), loadable_from(kg, None)) == (below, from_)


def test_the_next_loads_with_plates():
    """A bar of 20 kg with pairs of 7.5 and 5 kg: 20, 30, 35 and 45 kg can be put together."""
    plates = lg.Plates(bar_kg=20, pairs_kg=(7.5, 5))
    assert (loadable(37.0, plates), loadable_from(36.0, plates)) == (35.0, 45.0)
    assert (loadable_below(35.0, plates), loadable_below(20.0, plates)) == (30.0, 0.0)
    assert loadable_from(46.0, plates) is None


def test_the_next_loads_of_a_stack():
    """Pins at 3, 10 and 17 kg, 7 apart; below the first there is nothing."""
    stack = Steps(7.0, 3.0)
    assert (loadable(16.9, stack), loadable_from(10.1, stack)) == (10.0, 17.0)
    assert (loadable_below(10.0, stack), loadable(2.0, stack)) == (3.0, 0.0)


def test_the_way_back_ends_where_it_stops_rising():
    """Of a plan far out of reach no week repeats the load of the one before to the end."""
    state = learned(*(single(100.0, 3 * n, "squat", reps=5, rpe=8) for n in range(8)))
    steps = back(state, plan(200.0, 5, "squat"), later_by(state, days=40))
    loads = [step.planned.load_kg for step in steps]
    assert len(loads) > 1
    assert loads[-1] > loads[-2]


def test_the_way_back_goes_on_by_even_steps():
    """
    Five weeks off are three of a way back to 100 kg: .88, .92, .96. To 125 it goes on alike.

    By some 4 kg a week or the next plates, never by leaps when what was done before is forgotten.
    """
    state = learned(*(single(100.0, 3 * n, "squat", reps=5, rpe=7) for n in range(12)))
    asked, at = plan(125.0, 5, "squat"), later_by(state, days=35)
    steps = back(state, asked, at)
    loads = [step.planned.load_kg for step in steps]
    assert loads[:4] == [87.5, 90.0, 95.0, 100.0]
    rises = [later - sooner for sooner, later in itertools.pairwise(loads)]
    assert all(2.5 <= rise <= 5.0 for rise in rises)
    verdict = GUARD.check(state, asked, at=at)
    told = attrs.evolve(verdict, steps=steps)
    assert loads[-1] < 125.0
    assert "short of squat 125 kg x 5" in " ".join(lg.say_details(told))
    far = back(state, plan(105.0, 5, "squat"), at)
    assert far[-1].planned.load_kg == 105.0
    told = attrs.evolve(GUARD.check(state, plan(105.0, 5, "squat"), at=at), steps=far)
    assert "short of" not in " ".join(lg.say_details(told))


@pytest.mark.parametrize("plates", [None, lg.Plates.lb()])
def test_dumbbells_are_offered_in_their_own_steps(plates):
    """Of dumbbells of 60 and 65 lb whatever is offered is a multiple of 5 lb, bar or none."""
    days = [
        single(kg, 3 * n, "dumbbell_bench_press", reps=8, rpe=9)
        for n, kg in enumerate(map(lg.kg_from_lb, (60, 65, 60, 65, 70, 65)))
    ]
    state = GUARD.replay(lg.History(days)).state
    at = later_by(state, days=3)
    asked = plan(lg.kg_from_lb(90), 8, lift="dumbbell_bench_press")
    most = GUARD.max_load(state, asked.lift, 8, at=at, plates=plates)
    ramp = GUARD.warm_up(state, asked, at=at, plates=plates)
    steps = GUARD.advise(state, asked, at=at, plates=plates)
    judged_steps = GUARD.check(state, asked, at=at, plates=plates).steps
    loads = [most, *(one.load_kg for one in ramp)]
    loads += [one.planned.load_kg for one in (*steps, *judged_steps)]
    assert len(loads) > 4
    assert {round(lg.lb_from_kg(kg), 4) % 5.0 for kg in loads} == {0.0}


def test_pounds_are_loaded_in_pounds_without_plates():
    """A log of bars in pounds is answered in steps of 5 lb, from a bar of 45."""
    pounds = [single(lg.kg_from_lb(lb), day, rpe=9) for day, lb in enumerate((225, 235, 245))]
    state = GUARD.replay(lg.History(pounds)).state
    asked, at = plan(lg.kg_from_lb(225)), later_by(state, days=3)
    pounds = [round(lg.lb_from_kg(one.load_kg), 4) for one in GUARD.warm_up(state, asked, at=at)]
    assert pounds[0] == 45.0
    assert [lb % 5.0 for lb in pounds] == [0.0] * len(pounds)


def test_nothing_is_below_nothing():
    assert loadable_below(0.0, None) is None
    assert loadable_below(0.0, lg.Plates.kg()) is None


def test_a_full_rack_is_a_load():
    """940 lb: all plates of the rack, of which every one has been rounded."""
    assert loadable_from(426.376828, lg.Plates.lb()) == pytest.approx(426.376828)


@given(racks(), st.floats(0.0, 250.0), st.data())
def test_next_loads_are_those_of_all_choices(plates, kg, data):
    """Up and down, the next load is the one that trying all choices of plates finds."""
    sums = sums_of(plates)
    kg = data.draw(st.sampled_from([kg, *sums]))
    lighter = [one for one in sums if one < kg - 2e-6]
    heavier = [one for one in sums if one >= kg - 1e-6]
    below, above = loadable_below(kg, plates), loadable_from(kg, plates)
    if kg > 2e-6:
        assert below == pytest.approx(max(lighter, default=0.0), abs=2e-6)
    assert (above is None) == (not heavier)
    assert above is None or above == pytest.approx(min(heavier), abs=2e-6)


@given(working_scenes(), risks(), st.none() | racks())
def test_the_heaviest_load_keeps_to_its_risk(scene, risk, plates):
    """Neither its chance of failing nor its demand is ever above the limit, speed included."""
    kg = most(scene.state, scene.planned, scene.at, risk, plates)
    assume(kg is not None)  # a body that is too heavy
    assert kg in {0.0, loadable(kg, rack_of(scene, plates)), *own_of(scene, plates)}
    found = judged(scene.state, attrs.evolve(scene.planned, load_kg=kg), scene.at)
    if found.forecast.p_beyond is None:  # an empty bar too heavy: nothing is moved
        assert kg == 0.0
        return
    assert found.forecast.p_beyond <= risk
    if found.ceiling is not None:
        belief = found.standing.belief
        held = belief.habit + belief.reserve + belief.form + math.log(found.ceiling.share)
        assert asks(found.planned, found.standing) <= held


def test_a_risk_of_a_half_is_the_middle():
    """
    Who singles 140 kg to failure and no more is given 140 kg where every second may fail.

    So it is by physics alone, where neither who chose the load nor what went up adds to it.
    """
    alone = lg.Params(
        choice_sd=1000.0,
        all_constant=0.0,
        all_slope=1.0,
        all_proven=0.0,
        all_missed=0.0,
        all_youth=0.0,
        lapse_of_reps=0.0,
        own_constant_sd=0.0,
        own_slope_sd=0.0,
        own_proven_sd=0.0,
        own_missed_sd=0.0,
    )
    sets = [single(140.0, day, "squat", rpe=10) for day in (0, 3, 7)]
    state = lg.Guard(alone).replay(lg.History(sets)).state
    asked = Question(state, plan(0.0, lift="squat"), later_by(state, days=3))
    assert heaviest_loadable(asked, 0.5, Rules(POLICY, alone)) == 140.0


@given(working_scenes(), risks(), st.none() | racks())
def test_the_next_load_is_too_much(scene, risk, plates):
    """The next heavier load is above the risk or above what pain allows."""
    kg = most(scene.state, scene.planned, scene.at, risk, plates)
    assume(kg is not None)
    more = loadable_from(kg + GRAM, rack_of(scene, plates))
    assume(more is not None)
    found = judged(scene.state, attrs.evolve(scene.planned, load_kg=more), scene.at)
    over = found.forecast.p_beyond > risk - ROUNDING
    held = found.ceiling is not None and found.level >= lg.Level.CAUTION
    assert over or held or found.begins_stiff


@given(working_scenes(pain=False), risks(), risks())
def test_more_risk_is_never_less_load(scene, one, other):
    low, high = sorted((one, other))
    lighter, heavier = (most(scene.state, scene.planned, scene.at, p) for p in (low, high))
    assert lighter is None or lighter <= heavier


@given(working_scenes(), st.data())
def test_pain_never_allows_more(scene, data):
    """A pain noted now never raises the heaviest load."""
    region = data.draw(st.sampled_from(lg.BODY_AREAS))
    pain = lg.Pain(at=scene.at, region=region, severity=data.draw(st.floats(0.0, 10.0)))
    before = most(scene.state, scene.planned, scene.at)
    after = most(GUARD.learn(scene.state, pain), scene.planned, scene.at)
    assert after is None or after <= before


def test_fatigue_lowers_the_load():
    """Five sets at the limit a minute apart leave less for the next minute than for tomorrow."""
    hard = [single(day=36 + i / 1440, to_failure=True) for i in range(5)]
    state = learned(*REGULAR, *hard)
    assert most(state, plan(), later_by(state, minutes=1)) < most(
        state, plan(), later_by(state, days=1)
    )


def test_rest_counts_where_the_clock_does_not_tell():
    """With ten minutes of rest said, more is allowed than with half a minute."""
    hard = [single(day=36 + i / 1440, to_failure=True) for i in range(5)]
    state = learned(*REGULAR, *hard)
    short, long = (most(state, plan(), state.at, rest_s=rest) for rest in (30.0, 600.0))
    assert short < long


def test_a_missing_ramp_lowers_the_load():
    """
    Who always ramps is allowed less for a first heavy set without it than after the ramp.

    Where nothing is said the ramp is taken as done, and tires nobody.
    """
    state, planned = learned(*RAMPED), plan(120.0, 5)
    at = later_by(state, days=3)
    unsaid, cold = (most(state, planned, at, plates=FINE, ramped=one) for one in (None, False))
    warm, due = warmed(state, planned, at)
    assert cold < most(warm, planned, due, plates=FINE) < unsaid


def test_an_unusual_speed_lowers_the_load():
    """Three times the usual speed of the first repetition is an extra demand."""
    state = learned(*(single(day=3 * i, rpe=9, mean_velocity_m_s=0.3) for i in range(12)))
    at = later_by(state, days=3)
    usual, quick = (most(state, plan(mean_velocity_m_s=v), at) for v in (0.3, 0.9))
    assert quick < usual


def test_without_bodyweight_no_load_is_known():
    state = learned(single(0.0, lift="pull_up", reps=8))
    assert most(state, plan(0.0, 8, "pull_up"), later_by(state, days=1)) is None


def test_a_body_too_heavy_has_no_load():
    """Who fails a pull-up at 90 kg again and again is given no load for five of them."""
    body = lg.Bodyweight(at=BEGINNING, kg=90)
    tries = [single(0.0, 3 * i, "pull_up", 1, to_failure=True) for i in range(8)]
    state = learned(body, *tries)
    assert most(state, plan(0.0, 5, "pull_up"), later_by(state, days=3)) is None


def test_a_bar_too_heavy_is_no_load():
    """Where 20 kg are too much, the answer is that nothing can be loaded."""
    state = learned(*(single(15.0, 3 * i, "bench_press", rpe=10) for i in range(8)))
    planned, at = plan(20.0, 5, "bench_press"), later_by(state, days=3)
    assert most(state, planned, at, plates=lg.Plates.kg()) == 0.0
    assert 10.0 <= most(state, planned, at) <= 12.5  # without a bar


# --- advice ---


@given(working_scenes(), st.none() | racks(), st.sampled_from([None, False, True]))
def test_what_clears_does_clear(scene, plates, ramped):
    """Each step, assessed again from scratch as it is meant, is CLEAR with the p it gives."""
    for step in steps_of(scene, plates, ramped=ramped):
        state = scene.state
        if step.code == "ramp_first":
            state, due = warmed(state, scene.planned, scene.at, plates)
            assert due == step.at
        state = walked(state, step, scene.at)
        with_ramp = step.code == "another_day" or step.code in WALKS  # which have their own
        said = None if with_ramp else ramped
        again = judged(state, step.planned, step.at, ramped=said)
        assert (again.level, again.forecast.p_beyond) == (step.level, step.p_beyond)
        assert step.level == lg.Level.CLEAR or step.code == "begin"


@given(working_scenes(), st.sampled_from([0.0, 20.0, 60.0, 180.0, 3600.0]))
def test_what_clears_does_clear_after_a_rest_that_is_said(scene, rest_s):
    """The same where the rest before the set is given; more rest is told by the clock alone."""
    for step in steps_of(scene, rest_s=rest_s):
        alone = step.code in {"more_rest", "another_day", "ramp_first", "loosen", *WALKS}
        if step.code != "ramp_first":
            state = walked(scene.state, step, scene.at)
            again = judged(state, step.planned, step.at, rest_s=None if alone else rest_s)
            assert (again.level, again.forecast.p_beyond) == (step.level, step.p_beyond)
            assert step.level == lg.Level.CLEAR or step.code == "begin"


@given(working_scenes(), st.none() | racks())
def test_what_clears_now_is_the_start_of_all_advice(scene, plates):
    """The quick answer gives the steps of this session as the full one does."""
    found = judged(scene.state, scene.planned, scene.at, plates)
    quick = clear_now(found, heaviest_clear(found, RULES), RULES)
    steps = advised(scene.state, scene.planned, scene.at, plates)
    now = {"begin", "loosen", "more_rest", "ramp_first", "lower_load", "fewer_reps", *WALKS}
    back = [step for step in steps if step.code == "way_back"]
    if back:  # begins with what is to begin it
        begins = [step.planned.load_kg for step in quick if step.code == "begin_back"]
        assert begins in ([], [back[0].planned.load_kg])
        quick = tuple(step for step in quick if step.code != "begin_back")
    assert quick == tuple(step for step in steps if step.code in {*now, "begin_back"})


@given(scenes() | working_scenes())
def test_advice_is_for_flagged_sets_alone(scene):
    """A set that is CLEAR gets none; of one that is UNKNOWN it is said what to begin with."""
    level = judged(scene.state, scene.planned, scene.at).level
    if level < lg.Level.CAUTION:
        codes = {step.code for step in advised(scene.state, scene.planned, scene.at)}
        assert codes <= ({"begin"} if level == lg.Level.UNKNOWN else set())
        assert back(scene.state, scene.planned, scene.at) == ()


@given(scenes() | working_scenes(), st.none() | racks())
def test_no_step_goes_up(scene, plates):
    """No step asks for more load, more repetitions, or more of both, than was planned."""
    planned, here = scene.planned, judged(scene.state, scene.planned, scene.at).standing
    steps = advised(scene.state, planned, scene.at, plates)
    for step in (*steps, *back(scene.state, planned, scene.at, plates)):
        assert step.planned.reps <= planned.reps
        if step.planned.lift == planned.lift:
            assert step.planned.load_kg <= planned.load_kg
            assert asks(step.planned, here) <= asks(planned, here)
        else:
            theirs = judged(scene.state, step.planned, step.at).standing
            assert asks(attrs.evolve(step.planned, reps=1), theirs) <= ROUNDING + asks(
                attrs.evolve(planned, reps=1), here
            )


def own_of(scene, plates, planned=None):
    """Give the loads of the log that can be loaded: all but of a bar where plates are passed."""
    planned = scene.planned if planned is None else planned
    if isinstance(rack_of(scene, plates, planned), lg.Plates):
        return ()
    return known_loads(scene.state.lifts.get(planned.lift))


@given(working_scenes(), st.none() | racks())
def test_loads_of_steps_can_be_loaded(scene, plates):
    """Whatever load a step changes is one that can be put together."""
    planned = scene.planned
    steps = advised(scene.state, planned, scene.at, plates)
    for step in (*steps, *back(scene.state, planned, scene.at, plates)):
        kg, rack = step.planned.load_kg, rack_of(scene, plates, step.planned)
        own = own_of(scene, plates, step.planned)
        whole = kg in {0.0, planned.load_kg, *own}
        assert whole or kg == pytest.approx(loadable(kg, rack), abs=GRAM)


@given(working_scenes())
def test_steps_come_in_their_order(scene):
    """At most one step of a kind, in the documented order, which is what a coach would try."""
    steps = advised(scene.state, scene.planned, scene.at)
    codes = [step.code for step in steps if step.code != "way_back"]
    assert [step.code for step in steps][: len(codes)] == codes  # which comes last
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes, key=ORDER.index)


@given(working_scenes())
def test_a_step_changes_what_it_says(scene):
    """Each kind changes its own fields and no others."""
    changes = {
        "begin": {"load_kg", "rpe", "to_failure", "mean_velocity_m_s"},
        "walk_first": {"at"},
        "walk_lighter": {"at", "load_kg", "mean_velocity_m_s"},
        "loosen": {"at"},
        "more_rest": {"at"},
        "ramp_first": {"at"},
        "lower_load": {"load_kg"},
        "fewer_reps": {"reps"},
        "another_day": {"at"},
        "another_lift": {"lift", "load_kg", "mean_velocity_m_s"},
        "deload": {"load_kg", "reps", "mean_velocity_m_s"},
    }
    names = [field.name for field in attrs.fields(lg.PlannedSet)]
    for step in steps_of(scene):
        changed = {n for n in names if getattr(step.planned, n) != getattr(scene.planned, n)}
        if step.at != scene.at:
            changed.add("at")
        assert changed or step.code == "begin"
        assert changed <= changes[step.code]


@given(working_scenes(pain=False, velocity=False), st.integers(0, 7), st.booleans())
def test_a_miss_never_leads_up(scene, days, at_once):
    """
    After a miss of what was flagged BEYOND, a light set later, nothing heavier is advised.

    Not on that day, for the same repetitions; nor in the week after it, where what fatigue and
    a missing ramp took from the missed set may be there again.
    """
    state, planned, at = scene
    found = judged(state, planned, at)
    assume(found.level == lg.Level.BEYOND)
    parts = found.forecast.parts
    back = math.exp(parts.fatigue + parts.readiness) if days and parts is not None else 1.0
    reps = 0 if at_once else planned.reps - 1
    tried = single(planned.load_kg, lift=planned.lift, reps=reps, missed=True)
    light = single(0.6 * planned.load_kg, lift=planned.lift, reps=3)
    for entry, minutes in ((tried, 0), (light, 4)):
        state = GUARD.learn(state, attrs.evolve(entry, at=at + timedelta(minutes=minutes)))
    at += timedelta(minutes=8, days=days)
    allowed = most(state, planned, at)
    assert allowed is None or allowed <= back * planned.load_kg
    heavier = attrs.evolve(planned, load_kg=1.1 * planned.load_kg)
    for step in advised(state, heavier, at):
        if step.code == "way_back" and step.at > at:
            continue  # which leads up again, over weeks
        if step.planned.lift == planned.lift and step.planned.reps == planned.reps:
            assert step.planned.load_kg <= back * planned.load_kg


def test_a_miss_two_sets_ago_is_not_tried_again_at_once():
    """140 kg missed, a light set, and 140 planned again: flagged, and only less is offered."""
    miss = single(147.5, 36, reps=0, missed=True)
    state = learned(*REGULAR, miss, single(90.0, 36.003, reps=3))
    at = later_by(state, minutes=4)
    steps = advised(state, plan(147.5), at)
    assert judged(state, plan(147.5), at).level == lg.Level.BEYOND
    assert all(step.planned.load_kg < 147.5 for step in steps if step.at == at)
    assert "lower_load" in [step.code for step in steps]


def test_rest_clears_what_only_fatigue_flags():
    """Right after five sets of Romanian deadlifts to failure, some minutes more clear a triple."""
    state = learned(*ROMANIAN, *TIRING)
    at = later_by(state, minutes=1)
    three = plan(reps=3)
    planned = between(three, (state, three, at + timedelta(minutes=9)), (state, three, at))
    first, *_ = advised(state, planned, at)
    assert (first.code, first.planned) == ("more_rest", planned)
    waited = (first.at - at) / timedelta(minutes=1)
    tried = [1, 2, 3, 5, 8, 10, 15, 20, 30]
    assert waited in tried[:6]
    for minutes in (0, *tried[: tried.index(waited)]):
        early = judged(state, planned, at + timedelta(minutes=minutes))
        assert early.level >= lg.Level.CAUTION


def test_more_rest_comes_after_the_rest_that_was_planned():
    """Clear six minutes after the last set: five more where one was planned, eight in all else."""
    state = learned(*ROMANIAN, *TIRING)
    kg = most(state, plan(reps=3), later_by(state, minutes=6), plates=FINE)
    assert kg > most(state, plan(reps=3), later_by(state, minutes=5), plates=FINE)
    for rest_s, waited in ((60.0, 1 + 5), (None, 8)):  # of 1, 2, 3, 5, 8, ... minutes
        first, *_ = advised(state, plan(kg, 3), state.at, rest_s=rest_s)
        assert first.at - state.at == timedelta(minutes=waited)


def test_moving_clears_what_only_stillness_flags():
    """Just up from hours in a chair a single is flagged; after a walk it is clear."""
    at = later_by(REGULAR_STATE, days=3)
    drive = lg.Stillness(start=at - timedelta(hours=3), end=at)
    state = GUARD.learn(REGULAR_STATE, drive)
    planned = plan(most(state, plan(), at + timedelta(hours=1), plates=FINE) - 1.0)
    assert judged(state, planned, at).level >= lg.Level.CAUTION
    (only,) = advise(judged(state, planned, at), RULES)
    assert (only.code, only.planned) == ("walk_first", planned)
    assert timedelta(0) < only.at - at <= timedelta(minutes=30)


def test_a_ramp_clears_what_only_its_lack_flags():
    """A set that is clear after the usual ramp and flagged without it: the ramp is advised."""
    state, planned = learned(*RAMPED), plan(115.0, 5)
    at = later_by(state, days=3)
    warm, due = warmed(state, planned, at)
    planned = between(planned, (warm, planned, due), (state, planned, at, False))
    steps = advised(state, planned, at, ramped=False)
    step = next(s for s in steps if s.code == "ramp_first")
    assert step.planned == planned
    assert step.at == at + len(ramp_of(state, planned, at)) * timedelta(
        minutes=PARAMS.typical_rest_minutes
    )
    # as soon as nothing is said of it, it is taken as done, and so it is on another day
    assert judged(state, planned, at).level == lg.Level.CLEAR
    other = next(s for s in steps if s.code == "another_day")
    assert other.p_beyond == judged(state, planned, other.at).forecast.p_beyond


def test_no_ramp_is_asked_of_who_logs_none():
    """Where ramps are never logged, their lack is not assessed and none is advised."""
    for ramped in (None, False):
        at = later_by(REGULAR_STATE, days=3)
        steps = advised(REGULAR_STATE, plan(147.5), at, ramped=ramped)
        assert steps
        assert "ramp_first" not in [step.code for step in steps]


def test_less_load_is_the_heaviest_that_is_clear():
    """One pair of plates more would be flagged; it is the most that the verdict calls clear."""
    for reps in (1, 3):
        at = later_by(REGULAR_STATE, days=3)
        steps = advised(REGULAR_STATE, plan(165.0, reps), at)
        step = next(one for one in steps if one.code == "lower_load")
        more = attrs.evolve(step.planned, load_kg=step.planned.load_kg + 2.5)
        assert judged(REGULAR_STATE, more, at).level >= lg.Level.CAUTION
        assert (
            step.planned.load_kg == GUARD.check(REGULAR_STATE, plan(165.0, reps), at=at).max_load_kg
        )
        assert step.planned.load_kg == GUARD.max_load(REGULAR_STATE, "deadlift", reps, at=at)


@given(scenes() | working_scenes(), st.none() | racks())
def test_a_lower_load_is_the_most_that_is_clear(scene, plates):
    """Step, verdict and `max_load` name one load, or the step is what begins a way back."""
    state, planned, at = scene.state, scene.planned, scene.at
    plain = plan(planned.load_kg, planned.reps, planned.lift)
    verdict = GUARD.check(state, plain, at=at, plates=plates)
    for step in verdict.steps:
        if step.code == "lower_load":
            most = GUARD.max_load(state, plain.lift, plain.reps, at=at, plates=plates)
            assert step.planned.load_kg == verdict.max_load_kg == most
        elif step.code == "begin_back":
            assert step.planned.load_kg < verdict.max_load_kg


def test_fewer_reps_are_as_many_as_are_clear():
    """One repetition more than advised would be flagged."""
    at = later_by(REGULAR_STATE, days=3)
    steps = advised(REGULAR_STATE, plan(120.0, 9), at)
    step = next(one for one in steps if one.code == "fewer_reps")
    more = attrs.evolve(step.planned, reps=step.planned.reps + 1)
    assert 6 <= step.planned.reps < 9  # no less than three fifths of the plan
    assert judged(REGULAR_STATE, more, at).level >= lg.Level.CAUTION


@pytest.mark.parametrize(("days", "offered"), [(13, True), (15, False)])
def test_fewer_reps_are_no_way_back(days, offered):
    """After two weeks off it is less load, not the old load for fewer."""
    fives = learned(*(single(120.0, 3 * i, reps=5, rpe=8) for i in range(12)))
    codes = [step.code for step in advised(fives, plan(120.0, 8), later_by(fives, days=days))]
    assert "lower_load" in codes
    assert ("fewer_reps" in codes) == offered


@pytest.mark.parametrize(("days", "is_back"), [(20, False), (41, False), (42, True), (60, True)])
def test_advice_leads_back_where_a_suggestion_does(days, is_back):
    """
    Weekly fives at 177.5 kg, then 190 planned: from six weeks off on both begin a way back.

    Before, what is clear is enough of a step: who may do 180 is not sent to 162.5 by asking for
    more.
    """
    sets = [(60.0, 5), (100.0, 5), (140.0, 3), (177.5, 5)]
    state = learned(
        *(single(kg, 7 * i + n / 300, reps=r) for i in range(16) for n, (kg, r) in enumerate(sets))
    )
    at, asked = state.at + timedelta(days=days), plan(190.0, 5)
    verdict, suggested = (
        GUARD.check(state, asked, at=at),
        GUARD.suggest(state, "deadlift", 5, at=at),
    )
    (step,) = verdict.steps
    advice = GUARD.advise(state, asked, at=at)
    assert [one.code for one in advice][:1] == ["way_back" if is_back else "lower_load"]
    assert (step.code == "begin_back") == is_back
    if is_back:
        loads = {suggested.load_kg, step.planned.load_kg, advice[0].planned.load_kg}
        assert len(loads) == 1
        assert loads.pop() < verdict.max_load_kg
    else:
        assert suggested.load_kg <= step.planned.load_kg == verdict.max_load_kg


def test_a_body_alone_is_a_lower_load():
    """Who pulls himself up easily is sent back to the body alone, not left without advice."""
    body = lg.Bodyweight(at=BEGINNING, kg=80)
    sets = [single(0.0, 3 * i, "pull_up", 5, rpe=9) for i in range(10)]
    state = learned(body, *sets)
    steps = advised(state, plan(15.0, 3, "pull_up"), later_by(state, days=3))
    loads = {step.code: step.planned.load_kg for step in steps}
    assert 0.0 <= loads["lower_load"] <= 5.0


def test_thirty_seven_kilograms_are_never_advised():
    """Around 37 kg the advice is 35 kg, what the rack makes below it, or the 39 kg of the log."""
    state = learned(*(single(39.0, 3 * i, to_failure=True) for i in range(12)))
    at = later_by(state, days=3)
    plates = lg.Plates(bar_kg=20, pairs_kg=(5, 2.5))
    for rack, sums in (
        (None, {39.0, *(2.5 * n for n in range(17))}),
        (plates, {20.0, 25.0, 30.0, 35.0}),
    ):
        step = next(s for s in advised(state, plan(45.0), at, rack) if s.code == "lower_load")
        assert step.planned.load_kg in sums


def bad_night(state, at):
    """Note a poor score, and plan a single that nothing else flags."""
    tired = GUARD.learn(state, lg.Readiness(at=at, score=0.0))
    return tired, between(plan(), (state, plan(), at), (tired, plan(), at))


def test_tomorrow_clears_a_bad_night():
    """A poor readiness score speaks for its day: what it flags is clear the day after."""
    at = later_by(REGULAR_STATE, days=3)
    state, planned = bad_night(REGULAR_STATE, at)
    step = next(s for s in advised(state, planned, at) if s.code == "another_day")
    assert (step.planned, step.at) == (planned, at + timedelta(days=1))


def test_another_day_is_at_the_same_hour():
    """Across a change of clocks, six in the evening stays six in the evening."""
    at = datetime(2024, 3, 30, 18, tzinfo=ZoneInfo("Europe/Berlin"))
    sets = [attrs.evolve(one, at=at - timedelta(days=36 - 3 * i)) for i, one in enumerate(REGULAR)]
    state, planned = bad_night(learned(*sets), at)
    step = next(s for s in advised(state, planned, at) if s.code == "another_day")
    assert step.at == datetime(2024, 3, 31, 18, tzinfo=at.tzinfo)
    assert step.at.utcoffset() - at.utcoffset() == timedelta(hours=1)


def test_more_rest_is_real_time():
    """In the night in which clocks go back, minutes of rest are as many as on any other day."""
    berlin = ZoneInfo("Europe/Berlin")
    night = datetime(2024, 10, 27, 2, 59, tzinfo=berlin)  # a minute later it is two again
    state = learned(*ROMANIAN, *TIRING)
    at = later_by(state, minutes=1)
    three = plan(reps=3)
    planned = between(three, (state, three, at + timedelta(minutes=9)), (state, three, at))
    shift = night.astimezone(UTC) - at.replace(tzinfo=UTC)
    sets = [
        attrs.evolve(one, at=one.at.replace(tzinfo=UTC) + shift) for one in (*ROMANIAN, *TIRING)
    ]
    (usual, *_), (first, *_) = advised(state, planned, at), advised(learned(*sets), planned, night)
    assert (first.code, first.at.tzinfo) == ("more_rest", berlin)
    assert first.at.astimezone(UTC) - night.astimezone(UTC) == usual.at - at


# --- another lift ---


def test_another_lift_spares_what_hurts():
    """Days after a spasm of the low back the squat gives way to the leg press, not to a curl."""
    squats = [single(140.0, 3 * i, "squat", rpe=9) for i in range(12)]
    curls = [single(30.0, 3 * i + 0.02, "curl", rpe=8) for i in range(12)]
    fronts = [single(100.0, 3 * i + 0.03, "front_squat", rpe=8) for i in range(12)]
    rows = sorted([*squats, *PRESSES, *curls, *fronts], key=lambda one: one.at)
    state = learned(*rows)
    spasm = lg.Pain(at=later_by(state, days=1), region="low_back", severity=5, kind="spasm")
    steps = advised(GUARD.learn(state, spasm), plan(130.0, lift="squat"), later_by(state, days=5))
    step = next(one for one in steps if one.code == "another_lift")
    assert (step.planned.lift, step.planned.reps) == ("leg_press", 1)
    assert step.p_beyond <= 0.5 * POLICY.caution
    # the day after it the place rests, and nothing else is trained around it
    early = advised(GUARD.learn(state, spasm), plan(130.0, lift="squat"), later_by(state, days=2))
    assert {one.code for one in early} == {"way_back"}


@pytest.mark.parametrize(("tired", "offered"), [(False, "front_squat"), (True, "leg_press")])
def test_another_lift_spares_what_is_tired(tired, offered):
    """A front squat is most like a squat; after side bends a leg press spares their muscles."""
    rows = [
        single(load, 3 * i + shift, lift, rpe=8)
        for i in range(12)
        for lift, load, shift in (
            ("squat", 140.0, 0.0),
            ("leg_press", 220.0, 0.01),
            ("front_squat", 130.0, 0.03),
        )
    ]
    if tired:
        rows += [single(40.0, 35.7 + i / 300, "side_bend", 12, to_failure=True) for i in range(6)]
    steps = advised(learned(*rows), plan(160.0, lift="squat"), BEGINNING + timedelta(days=36))
    assert [step.planned.lift for step in steps if step.code == "another_lift"] == [offered]


@pytest.mark.parametrize(("lift", "offered"), [("romanian_deadlift", True), ("squat", False)])
def test_another_lift_is_of_the_same_pattern_and_not_heavier(lift, offered):
    """For a deadlift too heavy a Romanian one may do, at most as heavy; a squat does not."""
    strong = [single(250.0, 3 * i + 0.01, lift, rpe=9) for i in range(12)]
    state = learned(*sorted([*REGULAR, *strong], key=lambda one: one.at))
    steps = advised(state, plan(160.0), later_by(state, days=3))
    loads = [step.planned.load_kg for step in steps if step.code == "another_lift"]
    assert loads == ([160.0] if offered else [])


@pytest.mark.parametrize(
    ("sets", "days", "offered"), [(4, 3, False), (5, 3, True), (12, 28, True), (12, 30, False)]
)
def test_another_lift_is_one_that_is_really_done(sets, days, offered):
    """Five sets of it, the last within four weeks, or it is no way out, however well it fits."""
    strong = [single(250.0, -3 * i, "romanian_deadlift", rpe=9) for i in range(sets)]
    pulls = [single(day=days - 3 * i, rpe=9) for i in range(1, 12)]
    rows = sorted([*strong, *pulls], key=lambda one: one.at)
    steps = advised(learned(*rows), plan(160.0), BEGINNING + timedelta(days=days))
    assert ("another_lift" in [step.code for step in steps]) is offered


def test_another_lift_asks_for_no_more_than_it_led_up_to():
    """
    After ten weeks without it 120 kg for five went up; the 250 kg of before are not offered.

    What is offered for singles is worth five of 120 kg, by Epley 140 kg, and not the 160 planned.
    """
    before = [single(250.0, -80 - 3 * i, "romanian_deadlift", rpe=9) for i in range(8)]
    back = [single(120.0, 2.0, "romanian_deadlift", reps=5)]
    pulls = [single(day=3 - 3 * i, rpe=9) for i in range(1, 12)]
    rows = sorted([*before, *back, *pulls], key=lambda one: one.at)
    steps = advised(learned(*rows), plan(160.0), BEGINNING + timedelta(days=3))
    loads = [step.planned.load_kg for step in steps if step.code == "another_lift"]
    assert all(120.0 <= kg <= 140.0 for kg in loads)
    assert len(loads) == 1


def test_no_other_lift_where_none_is_known():
    """A lift that was never done is no way out, however well it would fit."""
    steps = advised(REGULAR_STATE, plan(160.0), later_by(REGULAR_STATE, days=3))
    assert "another_lift" not in [step.code for step in steps]


@pytest.mark.parametrize("lift", ["Atlas stone", "curl"])
def test_lifts_that_share_a_word_are_no_stand_ins(lift):
    """Unknown lifts, and isolation of other muscles, are not offered for each other."""
    other = {"Atlas stone": "Husafell stone", "curl": "calf_raise"}[lift]
    rows = [
        single(100.0, 3 * i + shift, name, rpe=9)
        for i in range(12)
        for shift, name in ((0.0, lift), (0.01, other))
    ]
    state = learned(*rows)
    steps = advised(state, plan(130.0, lift=lift), later_by(state, days=3))
    assert steps
    assert "another_lift" not in [step.code for step in steps]


# --- back after a break or a pain ---


def test_after_sixty_days_less_for_now():
    """Sixty days off and the last top set planned again: flagged, with a lower load today."""
    at = later_by(REGULAR_STATE, days=60)
    usual = most(REGULAR_STATE, plan(140.0), later_by(REGULAR_STATE, days=3))
    step, *_ = GUARD.check(REGULAR_STATE, plan(140.0), at=at).steps
    assert (step.code, step.at) == ("begin_back", at)
    assert step.planned.load_kg < usual


def test_after_sixty_days_there_is_a_way_back():
    """It starts today below the old top set and rises week by week towards it."""
    at = later_by(REGULAR_STATE, days=60)
    fives = learned(*(single(120.0, 3 * i, reps=5, rpe=8) for i in range(12)))
    at = later_by(fives, days=60)
    way = back(fives, plan(120.0, 5), at)
    loads = [step.planned.load_kg for step in way]
    assert way[0].at == at
    assert [step.at - at for step in way] == [timedelta(weeks=n) for n in range(len(way))]
    assert loads == sorted(loads)
    assert loads[0] < 120.0 == loads[-1]
    assert way[-1].planned == plan(120.0, 5)
    assert all(
        step.planned.rpe is None or POLICY.telling_rpe <= step.planned.rpe <= 9.5
        for step in way[:-1]
    )


@pytest.mark.parametrize(
    ("days", "loads"), [(35, [105.0, 110.0, 115.0, 120.0]), (60, [95.0, 100.0, 105.0, 110.0])]
)
def test_a_way_back_by_hand(days, loads):
    """
    Five weeks off are three of a way back: .88, .92 and .96 of 120 kg, and 120.

    60 days are .6 x 8.57 = 5.1 weeks: from .8 on.
    """
    fives = learned(*(single(120.0, 3 * i, reps=5, rpe=8) for i in range(12)))
    at = later_by(fives, days=days)
    way = back(fives, plan(120.0, 5), at)
    assert [step.planned.load_kg for step in way][: len(loads)] == loads


def test_a_way_back_lasts_as_long_as_the_pain():
    """
    The 13 days that an ache of 3 still holds are two weeks; an ache of 1 lets go by itself.

    Held to 1 - .8 x .3 x 13 / 14 = .777 of 140 kg, then 1.15 times what went well, then 140; a
    rung of .96 of 140 kg leads over the lesser one.
    """
    for severity, loads in ((3, [107.5, 122.5, 140.0]), (1, [132.5, 140.0])):
        ache = lg.Pain(at=later_by(REGULAR_STATE, days=3), region="low_back", severity=severity)
        way = back(GUARD.learn(REGULAR_STATE, ache), plan(140.0), ache.at + timedelta(days=1))
        assert [step.planned.load_kg for step in way] == loads


def test_a_pain_lets_go():
    """After a spasm the same plan comes back, by a fifth from week to week at most."""
    pain = lg.Pain(at=later_by(REGULAR_STATE, days=1), region="low_back", severity=5, kind="spasm")
    state = GUARD.learn(REGULAR_STATE, pain)
    way = back(state, plan(125.0), later_by(state, days=1))
    assert [step.planned for step in way][-1] == plan(125.0)
    assert way[-1].at - pain.at <= timedelta(days=29)
    loads = [step.planned.load_kg for step in way]
    assert all(later <= 1.2 * sooner for sooner, later in itertools.pairwise(loads))
    assert way[0].at - pain.at > timedelta(days=3)  # until then the place rests
    assert way[0].planned.load_kg < 125.0


@given(working_scenes(), st.none() | racks())
def test_a_way_back_holds_if_it_is_gone(scene, plates):
    """Each step is CLEAR where those before it were done as said; at most ten of them."""
    state, way = scene.state, back(scene.state, scene.planned, scene.at, plates)
    assert len(way) <= 10
    for step in way:
        assert step.code == "way_back"
        again = judged(state, step.planned, step.at)
        assert (again.level, again.forecast.p_beyond) == (lg.Level.CLEAR, step.p_beyond)
        assert again.planned.load_kg <= scene.planned.load_kg
        if step.planned.rpe is None:
            return  # far from the limit, or there: nothing is learned, and `expect` is used
        fields = {n: getattr(step.planned, n) for n in ("lift", "load_kg", "reps", "rpe")}
        done = lg.LoggedSet(at=step.at, planned_reps=step.planned.reps, **fields)
        state = GUARD.learn(state, done)


def test_a_way_back_asks_for_what_the_forecast_expects():
    """Each RPE is the expected one, rounded up: harder than said shows less than was counted on."""
    at = later_by(REGULAR_STATE, days=35)
    first, *_ = back(REGULAR_STATE, plan(140.0), at)
    left = judged(REGULAR_STATE, plan(first.planned.load_kg), at).forecast.expected_rir
    expected = 10.0 - left
    assert expected <= first.planned.rpe < expected + 0.5


@pytest.mark.parametrize("lift", ["lateral_raise", "pull_up"])
def test_a_way_back_of_small_loads_does_not_stand_still(lift):
    """Where a fifth more is less than the next load there is, that one comes next."""
    body = lg.Bodyweight(at=BEGINNING, kg=80)
    state = learned(body, *(single(10.0, 3 * i, lift, rpe=9) for i in range(12)))
    pain = lg.Pain(at=state.at, region="shoulders", severity=8, kind="sharp")
    at = later_by(state, days=4)
    way = back(GUARD.learn(state, pain), plan(7.5, lift=lift), at)
    assert way[-1].planned == plan(7.5, lift=lift)
    assert way[0].planned.load_kg < 7.5


def test_no_way_back_where_tomorrow_will_do():
    """After two weeks off and a bad night the set itself comes the day after."""
    state, planned = bad_night(REGULAR_STATE, later_by(REGULAR_STATE, days=15))
    codes = [step.code for step in advised(state, planned, state.at)]
    assert "another_day" in codes
    assert "way_back" not in codes
    assert back(state, planned, state.at)


def test_nothing_known_has_no_way_back():
    at = later_by(REGULAR_STATE, days=730)
    assert judged(REGULAR_STATE, plan(140.0), at).level == lg.Level.UNKNOWN
    assert back(REGULAR_STATE, plan(140.0), at) == ()


@pytest.mark.parametrize(
    ("planned_kg", "plates", "begin_kg"),
    [
        (60.0, None, 20.0),
        (60.0, lg.Plates(bar_kg=15, pairs_kg=(10, 5, 2.5)), 15.0),
        (15.0, None, 15.0),  # the plan has a lighter bar
    ],
)
def test_nobody_begins_below_the_bar(planned_kg, plates, begin_kg):
    """A light woman's first presses for ten begin at the empty bar, and at no more than planned."""
    state = GUARD.learn(GUARD.start(lg.Profile(sex="female")), lg.Bodyweight(at=BEGINNING, kg=45))
    planned = plan(planned_kg, 10, "overhead_press")
    (begin,) = advised(state, planned, BEGINNING, plates)
    assert (begin.code, begin.planned) == ("begin", attrs.evolve(planned, load_kg=begin_kg))


# --- deload ---

BAD_WEEK = [
    single(load, 30 + day + shift + nth / 400, lift, reps=reps, missed=True)
    for day, reps in ((0, 2), (2, 1))
    for lift, load, shift in (("deadlift", 120.0, 0.0), ("squat", 100.0, 0.1))
    for nth in range(3)
]
TWO_LIFTS = [
    single(load, 2 * i + shift + nth / 400, lift, reps=5, rpe=8)
    for i in range(15)
    for lift, load, shift in (("deadlift", 120.0, 0.0), ("squat", 100.0, 0.1))
    for nth in range(3)
]


def test_usual_training_gives_no_sign():
    """Four weeks of the same sets at the same effort ask for no deload, at any hour after."""
    state = learned(*TWO_LIFTS)
    for hours in (0, 1, 12, 48, 96):
        assert deload_signs(state, later_by(state, hours=hours), RULES) == ()


def test_a_bad_week_in_two_lifts_is_a_sign():
    """Misses in squat and deadlift are low form; in the deadlift alone they are not."""
    state = learned(*TWO_LIFTS, *BAD_WEEK)
    alone = learned(*TWO_LIFTS, *(one for one in BAD_WEEK if one.lift == "deadlift"))
    assert "low_form" in deload_signs(state, later_by(state, days=1), RULES)
    assert "low_form" not in deload_signs(alone, later_by(alone, days=1), RULES)


def test_old_signs_fade():
    """A bad week is no sign two weeks later."""
    state = learned(*TWO_LIFTS, *BAD_WEEK)
    assert deload_signs(state, later_by(state, days=14), RULES) == ()


def test_far_more_work_than_usual_is_a_sign():
    """Twenty sets to failure leave more for the day after than usual, and nothing for the week."""
    many = [single(125.0, 31 + i / 288, to_failure=True) for i in range(20)]
    state = learned(*TWO_LIFTS, *many)
    assert "worn" in deload_signs(state, later_by(state, hours=18), RULES)
    assert "worn" not in deload_signs(state, later_by(state, days=7), RULES)
    assert "worn" not in deload_signs(state, later_by(state, minutes=5), RULES)  # still at it


def test_a_new_log_is_not_worn():
    """In its first weeks nobody knows how much work is usual."""
    state = learned(*(single(125.0, i / 288, to_failure=True) for i in range(20)))
    assert "worn" not in deload_signs(state, later_by(state, hours=18), RULES)


@pytest.mark.parametrize(("score", "expected"), [(0.39, ("unready",)), (0.41, ())])
def test_a_poor_score_is_a_sign(score, expected):
    state = learned(*TWO_LIFTS)
    at = later_by(state, days=2)
    state = GUARD.learn(state, lg.Readiness(at=at, score=score))
    assert deload_signs(state, at, RULES) == expected


def test_no_sign_is_no_deload():
    """Of a new athlete, and of usual training, nothing asks for one."""
    for state in (GUARD.learn(GUARD.start(), lg.Bodyweight(at=BEGINNING, kg=80)), REGULAR_STATE):
        assert lightened(state, plan(180.0, 5)) is None


def test_one_sign_alone_is_no_deload():
    """A bad week alone brings no deload; with a poor score of the day it does."""
    state = learned(*TWO_LIFTS, *BAD_WEEK)
    at = later_by(state, days=1)
    poor = GUARD.learn(state, lg.Readiness(at=at, score=0.2))
    planned = plan(125.0, 5)
    codes = [[step.code for step in advised(one, planned, at)] for one in (state, poor)]
    assert "deload" not in codes[0]
    assert codes[1][-1] == "deload"


def test_a_deload_is_a_tenth_and_some_reps_less():
    """Of 100 kg for five: 90 kg or less, for three, not to failure and without an RPE."""
    state = GUARD.learn(
        learned(*TWO_LIFTS, *BAD_WEEK),
        lg.Readiness(at=BEGINNING + timedelta(days=33), score=0.2),
    )
    planned = plan(100.0, 5, rpe=9, to_failure=True)
    assert lightened(state, planned) == plan(90.0, 3)
    assert lightened(state, plan(140.0, 5)).load_kg < 126.0


def test_a_deload_is_not_strength():
    """A deload that is done and logged moves the capacity by less than half a percent."""
    state = GUARD.learn(
        learned(*TWO_LIFTS, *BAD_WEEK),
        lg.Readiness(at=BEGINNING + timedelta(days=33), score=0.2),
    )
    less = lightened(state, plan(100.0, 5))
    done = lg.LoggedSet(lift=less.lift, at=state.at, load_kg=less.load_kg, reps=less.reps)
    before, after = (one.lifts["deadlift"].belief for one in (state, GUARD.learn(state, done)))
    assert after.habit + after.reserve == pytest.approx(before.habit + before.reserve, abs=0.005)
