"""Which kind of evidence a set is, and what a verdict warns of."""

import math
from datetime import datetime, timedelta

import attrs
import pytest
from standings import rested

import liftguard as lg
from liftguard.judge.causes import Excess, excess_of
from liftguard.judge.grounds import causes_of, caveats_of, silent_of
from liftguard.judge.question import Assessment, Question, Rules
from liftguard.model.capacity import begin
from liftguard.model.evidence import read_bare, read_effort, read_floor, read_miss
from liftguard.model.fatigue import RESTED, RESTED_REGIONS
from liftguard.model.forecast import Band, Parts
from liftguard.model.standing import Told, stand
from liftguard.words.say_causes import cause_sentence
from liftguard.words.voice import Voice

GUARD, AT, PARAMS = lg.Guard(), datetime(2026, 1, 5, 18), lg.Params()
RULES = Rules(lg.Policy(), PARAMS)


def squat(load_kg, reps, at=AT, **more):
    return lg.LoggedSet(lift="squat", at=at, load_kg=load_kg, reps=reps, **more)


def belief(state):
    return state.lifts["squat"].belief


@pytest.fixture
def trained():
    sets = [squat(100, 3, AT + timedelta(days=3 * n), rpe=9) for n in range(12)]
    return GUARD.replay(lg.History(sets)).state


def after(state, load_kg, reps, **more):
    return belief(GUARD.learn(state, squat(load_kg, reps, state.at, **more)))


def test_a_drop_set_is_a_floor_and_no_more(trained):
    """What went up raises a belief below it; what did not go up says nothing."""
    assert after(trained, 130, 3, kind="drop").habit > belief(trained).habit
    before = stand(trained, "squat", trained.at, PARAMS).belief  # a minute after the last set
    assert after(trained, 60, 0, kind="drop", missed=True) == before
    part = after(trained, 60, 3, kind="drop", missed=True)
    assert part == after(trained, 60, 3, kind="drop")


def test_a_missed_warm_up_is_a_miss(trained):
    """The mark does not soften it."""
    marked = after(trained, 90, 0, missed=True, kind="warmup")
    assert marked == after(trained, 90, 0, missed=True)
    assert marked.habit < belief(trained).habit


def test_failure_outranks_a_rating(trained):
    """A set to failure had nothing left, whatever RPE stands beside it."""
    both = after(trained, 90, 3, to_failure=True, rpe=7)
    assert both == after(trained, 90, 3, to_failure=True)


def test_the_scale_is_set_within_the_first_session_only():
    """A heavier set an hour later sets it anew; two days later it is evidence."""
    one = GUARD.learn(GUARD.start(), squat(100, 5))
    hour, days = AT + timedelta(hours=1), AT + timedelta(days=2)
    same = GUARD.learn(one, squat(130, 5, hour))
    fresh = GUARD.learn(GUARD.start(), squat(130, 5, hour))
    tired = stand(one, "squat", hour, PARAMS).tired  # what the first set has left after an hour
    assert 0.0 < tired < 0.03
    assert belief(same).habit == pytest.approx(belief(fresh).habit + tired, abs=1e-9)
    later = GUARD.learn(one, squat(130, 5, days))
    assert belief(later).v_habit < 0.5 * belief(same).v_habit


@pytest.mark.parametrize(("days", "given_up"), [(27, False), (29, True)])
def test_a_scale_is_given_four_weeks(days, given_up):
    """Sets far below it do not shake it sooner."""
    one = GUARD.learn(GUARD.start(), squat(275, 5))
    low = GUARD.learn(one, squat(125, 5, AT + timedelta(days=days)))
    assert (belief(low).habit < belief(one).habit - 0.5) is given_up


def test_what_ends_being_idle():
    """A miss does, a floor and light sets do not, rated or not."""
    idle = begin(5.0, 0.1, PARAMS)._replace(idle=40.0)
    assert read_miss(idle, 5.0, 0.0, PARAMS).idle == 0.0
    assert read_floor(idle, 4.9, 3.0, PARAMS).idle == 40.0
    assert read_bare(idle, 4.3, 5.0, PARAMS).idle == 40.0
    assert read_effort(idle, 4.3, 5.0, 5.0, PARAMS).idle == 40.0
    assert read_bare(idle, 5.0, 1.0, PARAMS).idle == 0.0
    assert read_effort(idle, 5.0, 1.0, 0.0, PARAMS).idle == 0.0


def test_plain_sets_only_consider_the_curve():
    """Its mean and variance stay; a set with known effort teaches it."""
    tied = begin(5.0, 0.1, PARAMS)._replace(c_habit_curve=0.002)
    plain = read_bare(tied, 4.9, 5.0, PARAMS)
    assert (plain.curve, plain.v_curve) == (tied.curve, tied.v_curve)
    assert plain.c_habit_curve != tied.c_habit_curve
    rated = read_effort(tied, 4.8, 10.0, 0.0, PARAMS)
    assert rated.curve != tied.curve
    assert rated.v_curve < tied.v_curve


def assessed(lift="squat", reps=5, weight=None, state=None, **more):
    known = {"p_beyond": 0.1, "capacity_sd": 0.05, "sets": 9, "days_since": 3.0, "idle_days": 3.0}
    planned = lg.PlannedSet(lift=lift, load_kg=100, reps=reps)
    return Assessment(
        asked=Question(state or GUARD.start(), planned, AT),
        standing=rested(begin(5.0, 0.1, PARAMS), lift=lift)._replace(told=Told(weight)),
        forecast=lg.Forecast(**(known | more)),
        ceiling=None,
        level=lg.Level.CAUTION,
    )


def caveats(**asked):
    found = assessed(**asked)
    return caveats_of(found, excess_of(found.forecast, RULES.policy), RULES)


def causes_by_code(found, rules=RULES):
    excess = excess_of(found.forecast, rules.policy)
    silent, _ = silent_of(found, rules.params)
    return {cause.code: cause for cause in causes_of(found, excess, silent, rules)}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, ()),
        ({"reps": 10}, ()),
        ({"reps": 11}, ("high_reps",)),
        ({"sets": 5}, ()),
        ({"sets": 4}, ("few_sets",)),
        ({"days_since": 28.0}, ()),
        ({"days_since": 29.0, "idle_days": 29.0}, ("long_break",)),
        ({"idle_days": 29.0}, ("not_near_limit",)),
        ({"lift": "Zorblax"}, ()),
        ({"lift": "Zorblax", "sets": 0}, ("unknown_lift", "no_sets")),
        ({"p_beyond": None}, ("no_load",)),
        ({"lift": "pull_up", "p_beyond": None}, ("no_bodyweight",)),
        ({"capacity_sd": 0.13}, ("wide_belief",)),
    ],
)
def test_caveats(asked, told):
    """Each is told from its bound on, and no sooner."""
    assert caveats(**asked) == told


@pytest.mark.parametrize(
    ("doubt", "level", "told"),
    [
        (0.5, lg.Level.CAUTION, ("doubt",)),
        (0.49, lg.Level.CAUTION, ()),
        (0.5, lg.Level.CLEAR, ()),
    ],
)
def test_doubt_is_told_of_a_flag(doubt, level, told):
    """From half a log-odds on that only not knowing adds, and of no set that is clear."""
    found = attrs.evolve(assessed(), level=level)
    assert caveats_of(found, Excess({}, doubt), RULES) == told


@pytest.mark.parametrize(
    ("lift", "hours", "told"),
    [
        ("Zorblax", 1, True),
        ("Zorblax", 48, False),
        ("deadlift", 1, False),
    ],
)
def test_work_that_nobody_knows_is_told_of_its_session(trained, lift, hours, told):
    """What a strange lift of today has tired is not known; that of two days ago is over."""
    now = trained.at + timedelta(days=5)
    before = attrs.evolve(squat(50, 5, now - timedelta(hours=hours)), lift=lift)
    state = GUARD.replay(lg.History([before, squat(80, 3, now)]), start=trained).state
    planned = lg.PlannedSet(lift="squat", load_kg=80, reps=3)
    found = GUARD.check(state, planned, at=now + timedelta(minutes=3))
    assert ("unknown_work" in found.caveats) is told


def test_evidence_is_what_is_on_the_bar():
    """What moves besides the load is taken off the demand and the bests: 60 kg of the body."""
    weight = 60.0 / lg.LIFTS["pull_up"].bodyweight_share
    since = AT - timedelta(days=100)
    pulls = GUARD.learn(GUARD.start(), attrs.evolve(squat(100, 3, since), lift="pull_up"))
    one = pulls.lifts["pull_up"]._replace(bests=((20, 5.1929569), (80, 5.0106353)))
    state = attrs.evolve(pulls, lifts={"pull_up": one})
    found = assessed(
        lift="pull_up",
        weight=weight,
        state=state,
        days_since=None,
        capacity=Band(low_kg=1.0, middle_kg=2.0, high_kg=3.0),
        parts=Parts(5.0, 5.1, 0.05, 0.004, 0.0, 0.0, 0.0, 0.05),
    )
    causes = causes_by_code(found)
    told = {one.code: one.value for one in causes["overload"].evidence}
    assert told["demand"] == pytest.approx(148.4131591 - 60.0)  # e^5
    assert told["best_30_days"] == pytest.approx(90.0, abs=1e-4)  # ln 150
    assert told["best_90_days"] == pytest.approx(120.0, abs=1e-4)  # ln 180
    assert "days_since" not in told


@pytest.mark.parametrize(("days", "dates"), [(28.0, None), (37.7, 37.0), (43.9, 44.0)])
def test_time_off_stands_in_the_cause(days, dates):
    """From more than 28 days on; as many days as there are dates: 16.8 and 21.6 h before 18:00."""
    known = {"capacity": Band(low_kg=1.0, middle_kg=2.0, high_kg=3.0)}
    parts = Parts(5.0, 5.1, 0.05, 0.004, 0.0, 0.0, 0.0, 0.05)
    found = assessed(days_since=days, parts=parts, **known)
    cause = causes_by_code(found)["overload"]
    told = {one.code: one.value for one in cause.evidence}
    assert told.get("time_off") == dates
    said = cause_sentence(attrs.evolve(cause, named=True), Voice())
    assert ("without this lift" in said) is (dates is not None)
    assert (f"{dates or 0:.0f} days without" in said) is (dates is not None)


@pytest.mark.parametrize(("demand", "spike"), [(5.1, False), (5.11, True)])
def test_a_spike_is_more_than_a_tenth_above_the_best_of_30_days(demand, spike):
    """Above a best of e^5.01, e^0.0953 = 1.1 is the bound: at 5.1053."""
    at = AT - timedelta(days=10)
    state = GUARD.learn(GUARD.start(), squat(100, 3, at))
    one = state.lifts["squat"]._replace(bests=((0, 5.01),))
    state = attrs.evolve(state, lifts={"squat": one})
    parts = Parts(demand, 5.1, 0.05, 0.004, 0.0, 0.0, 0.0, 0.05)
    band = Band(low_kg=1.0, middle_kg=2.0, high_kg=3.0)
    found = assessed(state=state, capacity=band, parts=parts)
    causes = causes_by_code(found)
    told = {one.code: one.value for one in causes["overload"].evidence}
    assert ("spike" in told) is spike


# --- fatigue: whose, and where ---

# a day halves the slow store, and nothing of it gets usual
HALVED = attrs.evolve(PARAMS, slow_hours=24.0 / math.log(2.0), usual_most=0.0, shared=0.5)


def worked(**lifts):
    """Give a state with lifts whose slow store held something, so many days before now."""
    state = GUARD.learn(GUARD.start(), squat(100, 3, AT - timedelta(days=30)))
    like = state.lifts["squat"]
    done = sorted(lifts.items(), key=lambda pair: -pair[1][0])
    return attrs.evolve(
        state,
        lifts={
            name: like._replace(clock_s=-86400.0 * days, tired=RESTED._replace(slow=slow))
            for name, (days, slow) in done
        },
    )


def evidence_of_fatigue(standing, state, rules):
    parts = Parts(5.0, 5.1, 0.05, 0.004, 0.03, 0.0, 0.0, 0.05)
    found = attrs.evolve(assessed(state=state, parts=parts), standing=standing)
    causes = causes_by_code(found, rules)
    told = {one.code: one.value for one in causes["fatigue"].evidence}
    assert told.pop("lost_to_fatigue") == pytest.approx(0.029554, abs=1e-6)  # 1 - e^-.03
    return told


def tired_in(**slow):
    """Give a rested squat and a body whose regions have lost something, by their slow store."""
    held = tuple(slow.get(region, 0.0) for region in lg.REGIONS)
    return rested()._replace(regions=RESTED_REGIONS._replace(slow=held))


def test_the_most_tired_regions_of_a_lift_are_told():
    """
    A squat loads the glutes with .8, the hamstrings with .4, the back with .7, the grip with .1.

    1 - e^-.05 = .048771, 1 - e^-.04 = .039211, 1 - e^-.03 = .029554; a fourth is left out.
    """
    standing = tired_in(
        hamstrings=0.05, glutes=0.04, grip=0.09, quadriceps=0.02, erector_spinae=0.03
    )
    told = evidence_of_fatigue(standing, worked(), RULES)
    assert not standing.in_session
    assert list(told) == [
        "tired_region:hamstrings",
        "tired_region:glutes",
        "tired_region:erector_spinae",
    ]
    assert list(told.values()) == pytest.approx([0.048771, 0.039211, 0.029554], abs=1e-6)


def test_tired_regions_are_this_athletes():
    """Who tires twice as much has lost 1 - e^-.06 = .058235; the host says what is negligible."""
    standing = tired_in(glutes=0.03, quadriceps=0.0005, hamstrings=0.0005)
    standing = standing._replace(fatigability=standing.fatigability._replace(mean=2.0))
    told = evidence_of_fatigue(standing, worked(), Rules(lg.Policy(negligible=0.001), PARAMS))
    assert told == {"tired_region:glutes": pytest.approx(0.058235, abs=1e-6)}


@pytest.mark.parametrize(("least", "told"), [(0.4, True), (0.41, False)])
def test_which_regions_are_evidence(least, told):
    """A squat loads the hamstrings with .4."""
    rules = Rules(lg.Policy(evidence_load=least), PARAMS)
    found = evidence_of_fatigue(tired_in(hamstrings=0.05), worked(), rules)
    assert ("tired_region:hamstrings" in found) is told


def test_other_lifts_are_told_by_what_they_still_take():
    """
    Of .04 in the slow store half is left after a day, and half of what is shared counts.

    Loads of the squat: .7, .6, .8, .4, 1, .3, .1, .1; of the deadlift 1, .9, .9, .7, .6, .7, .9,
    .1. Products: .7 + .54 + .72 + .28 + .6 + .21 + .09 + .01 = 3.15, squares 2.76:
    3.15 / 2.76 x .5 x .02 = .011413, and 1 - e^-.011413 = .011348.
    """
    told = evidence_of_fatigue(rested(), worked(deadlift=(1, 0.04)), Rules(lg.Policy(), HALVED))
    assert told == {"tired_by:deadlift": pytest.approx(0.011348, abs=1e-6)}
    twice = rested()
    twice = twice._replace(fatigability=twice.fatigability._replace(mean=2.0))
    told = evidence_of_fatigue(twice, worked(deadlift=(1, 0.04)), Rules(lg.Policy(), HALVED))
    assert told == {"tired_by:deadlift": pytest.approx(0.022568, abs=1e-6)}  # 1 - e^-.022826


def test_three_other_lifts_of_three_days_are_told():
    """Those that take most; not the lift itself, one that shares nothing, or one of long ago."""
    state = worked(
        squat=(1, 0.08),
        front_squat=(3.1, 2.0),
        deadlift=(3.0, 0.08),
        leg_press=(2, 0.08),
        romanian_deadlift=(1, 0.08),
        good_morning=(0.5, 0.001),
        Zorblax=(0.5, 0.08),
    )
    told = evidence_of_fatigue(rested(), state, RULES)
    assert set(told) == {"tired_by:romanian_deadlift", "tired_by:leg_press", "tired_by:deadlift"}
    assert list(told.values()) == sorted(told.values(), reverse=True)
    longer = evidence_of_fatigue(rested(), state, Rules(lg.Policy(tired_by_days=3.2), PARAMS))
    assert next(iter(longer)) == "tired_by:front_squat"
    assert len(longer) == 3


def test_squats_of_yesterday_are_evidence_today(trained):
    """No session is going on, and still the verdict names them and the muscles they tired."""
    heavy = [squat(100, 3, trained.at + timedelta(days=3, minutes=4 * n), rpe=9) for n in range(5)]
    state = trained
    for one in heavy:
        state = GUARD.learn(state, one)
    pull = lg.PlannedSet(lift="deadlift", load_kg=100, reps=5)
    verdict = GUARD.check(state, pull, at=heavy[-1].at + timedelta(hours=20))
    fatigue = next(one for one in verdict.causes if one.code == "fatigue")
    codes = [one.code for one in fatigue.evidence]
    assert "tired_by:squat" in codes
    assert any(code.startswith("tired_region:") for code in codes)
    assert "rest" not in codes  # only within a session


def test_fewer_repetitions_are_the_most_that_clear(trained):
    """The step offers n repetitions where n + 1 are not clear."""
    at = trained.at + timedelta(days=3)
    heavy = lg.PlannedSet(lift="squat", load_kg=97.5, reps=6)
    verdict = GUARD.check(trained, heavy, at=at)
    step = next(one for one in verdict.steps if one.code == "fewer_reps")
    more = lg.PlannedSet(lift="squat", load_kg=97.5, reps=step.planned.reps + 1)
    assert step.level == lg.Level.CLEAR
    assert GUARD.check(trained, more, at=at).level > lg.Level.CLEAR
