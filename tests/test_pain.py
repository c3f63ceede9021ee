"""Pain overrules: its ceiling by hand, how long it lasts, and what it must never do."""

import itertools
import math
from datetime import datetime, timedelta

import attrs
import pytest
from hypothesis import given
from standings import rested
from strategies import BEGINNING, GUARD, gaps_s, scenes, trained_scenes

import liftguard as lg
from liftguard.judge.pain import ceilings_of, held_to, left_by, load_on, lowest
from liftguard.judge.question import Question, Rules, assess, weigh
from liftguard.lifts import regions_of
from liftguard.model.capacity import begin
from liftguard.model.curve import demand
from liftguard.model.diary import NO_ENTRIES, note
from liftguard.model.last_time import Latest
from liftguard.model.session import NO_RAMP
from liftguard.model.standing import Told

# The numbers that the sums below are written with, whatever the defaults are.
POLICY = lg.Policy(
    pain_days=14.0,
    pain_share=0.5,
    pain_load=0.3,
    acute_days=3.0,
    acute_severity=5.0,
    acute_load=0.1,
    small_pain=2.0,
    pain_by_days=0.5,
    more_a_week=1.15,
)
PARAMS = lg.Params(pain_memory_days=120.0)
RULES = Rules(POLICY, lg.Params())
CLOSE = 1e-12  # rounding of a handful of operations


def pain(severity=8.0, kind="ache", region="low_back", days=0.0):
    at = BEGINNING + timedelta(days=days)
    return lg.Pain(at=at, region=region, severity=severity, kind=kind)


def hurting(*pains, lift="deadlift"):
    """Give a lift of about 148 kg that hurts, and of which no set is known."""
    return rested(begin(5.0, 0.1, PARAMS), lift=lift)._replace(told=Told(pains=pains))


def lowest_of(standing, lift, days, reps=1.0):
    at = BEGINNING + timedelta(days=days)
    ceilings = ceilings_of(standing, lift, at, POLICY, PARAMS)
    return lowest(ceilings, standing, reps, PARAMS)


def after(days, *pains, lift="deadlift"):
    """Give the ceiling so many days after the beginning."""
    return lowest_of(hurting(*pains, lift=lift), lift, days)


# --- the ceiling ---


@pytest.mark.parametrize(
    ("severity", "kind", "days", "share"),
    [
        (8.0, "ache", 0.0, 0.6),  # 1 - 0.5 x 8 / 10
        (5.0, "ache", 0.0, 0.75),
        (4.0, "ache", 0.0, 0.8),
        (1.0, "stiffness", 0.0, 0.95),
        (1.0, "spasm", 0.0, 0.75),  # counts as 5
        (1.0, "sharp", 0.0, 0.75),
        (5.0, "ache", 7.0, 0.875),  # half of the two weeks are over
        (8.0, "ache", 11.2, 0.8),  # 8 / 5 of two weeks are 22.4 days
        (10.0, "spasm", 14.0, 0.75),  # and twice two weeks are 28
        (4.0, "ache", 7.0, 0.9),
        (5.0, "spasm", 13.0, 1.0 - 0.25 / 14.0),
    ],
)
def test_the_ceiling_by_hand(severity, kind, days, share):
    """Half of capacity for 10, less is held for less, and it rises evenly to all."""
    assert after(days, pain(severity, kind)).share == pytest.approx(share, abs=CLOSE)


@pytest.mark.parametrize(
    ("severity", "kind", "days", "acute"),
    [
        (7.0, "spasm", 0.0, True),
        (7.0, "spasm", 2.99, True),
        (7.0, "spasm", 3.0, False),
        (1.0, "sharp", 1.0, True),
        (5.0, "ache", 1.0, True),
        (4.9, "ache", 0.0, False),
    ],
)
def test_what_is_acute(severity, kind, days, acute):
    """A severity of 5 and more, or a spasm or sharp pain, for three days."""
    assert after(days, pain(severity, kind)).acute is acute


def test_a_small_pain_is_over_after_its_window():
    """Two weeks, and hardly a moment longer."""
    assert after(14.0 - 0.001, pain(2.0)) is not None
    assert after(14.0 + 1e-6, pain(2.0)) is None  # timedeltas are in microseconds


@pytest.mark.parametrize(
    ("severity", "days"), [(2.1, 14.0), (5.0, 14.0), (8.0, 22.4), (10.0, 28.0)]
)
def test_a_worse_pain_waits_for_sets(severity, days):
    """After two weeks, longer for a severity above 5, days have done what they can: it waits."""
    assert not after(days - 0.001, pain(severity)).waits
    assert after(days + 1e-6, pain(severity)).waits
    assert after(120.0, pain(severity)).waits
    assert after(120.1, pain(severity)) is None  # as long as pains are kept


def test_no_pain_holds_nothing():
    """Neither none noted nor a severity of none."""
    assert after(0.0) is after(0.0, pain(severity=0.0)) is None


def test_the_lowest_ceiling_holds():
    """Of an old bad pain at 0.875 and a new mild one at 0.8 the mild one, in any order."""
    old, mild = pain(5.0, days=0.0), pain(4.0, days=7.0)
    for pains in ((old, mild), (mild, old)):
        found = after(7.0, *pains)
        assert (found.pain, found.share, found.days) == (mild, pytest.approx(0.8), 0.0)


@pytest.mark.parametrize(
    ("area", "lift", "held"),
    [
        ("low_back", "deadlift", True),
        ("low_back", "barbell_row", True),
        ("low_back", "bench_press", False),  # 0.1 of the back
        ("quadratus_lumborum", "squat", True),
        ("knee", "squat", True),
        ("knee", "curl", False),
        ("elbow", "bench_press", True),
        ("wrist", "pull_up", True),
        ("neck", "leg_press", False),
        ("chest", "bench_press", True),
        ("knee", "Atlas stone", True),  # that it is harmless is not known
    ],
)
def test_which_lifts_a_pain_holds(area, lift, held):
    """Those that load a region around it with 0.3 or more, and those that nobody knows."""
    assert (load_on(area, lift) >= POLICY.pain_load) is held
    assert (after(0.0, pain(4.0, region=area), lift=lift) is not None) is held


def test_an_acute_pain_holds_all_that_loads_the_place():
    """A bench press loads the back with 0.1: held for three days, a leg press by no sore neck."""
    assert after(2.99, pain(), lift="bench_press") is not None
    assert after(3.0, pain(), lift="bench_press") is None
    assert after(0.0, pain(4.0), lift="bench_press") is None
    assert after(0.0, pain(region="neck"), lift="leg_press") is None


def test_the_low_back_is_two_muscles():
    """Every area of the body means some region, and the low back these two."""
    assert regions_of("low_back") == ("erector_spinae", "quadratus_lumborum")
    assert regions_of("grip") == ("grip",)
    assert all(regions_of(area) for area in lg.BODY_AREAS)


def test_the_load_that_is_allowed():
    """0.875 of e^5 kg; where nothing is known of the lift, no load at all."""
    ceiling, belief = after(7.0, pain(5.0)), begin(5.0, 0.1, PARAMS)
    expected = math.log(0.875) + belief.habit + belief.reserve + belief.form
    held = held_to(ceiling, rested(belief, sets=9.0), 1.0, PARAMS)
    assert held == pytest.approx(expected, abs=CLOSE)
    assert held_to(ceiling, rested(belief, sets=0.0), 1.0, PARAMS) == -math.inf
    # but what is over 0.875 of what is believed is as much too much as of others
    for sets in (0.0, 9.0):
        left = left_by(ceiling, rested(belief, sets=sets), 1.0, PARAMS)
        assert left == pytest.approx(expected, abs=CLOSE)
    fives = held_to(ceiling, rested(belief, sets=9.0), 5.0, PARAMS)
    assert fives == pytest.approx(expected - demand(0.0, 5.0, belief.curve, PARAMS), abs=CLOSE)


# --- what lifts it: days, and sets since ---

FULL = math.log(200.0)  # what was usual, by far less than the capacity of e^6 = 403 kg


def known(*done, lift="deadlift", ramp=NO_RAMP, clock_days=None):
    """Give a lift that was at 200 kg on day 0 and did other loads on later days."""
    bests = ((0, FULL), *((day, math.log(kg)) for day, kg in done))
    day = bests[-1][0] if clock_days is None else clock_days
    one = rested(begin(6.0, 0.1, PARAMS), lift=lift).one
    return one._replace(bests=bests, clock_s=86400.0 * day, ramp=ramp)


def allowed(severity, days, lifts, lift="deadlift", reps=1.0):
    """Give the load that is left so many days after a pain of day 1. [kg]"""
    one = dict(lifts)[lift]._replace(clock_s=86400.0 * (1.0 + days))
    told = Told(pains=(pain(severity, days=1.0),), lifts=tuple(lifts))
    standing = rested(lift=lift)._replace(one=one, told=told)
    ceiling = lowest_of(standing, lift, 1.0 + days, reps)
    return math.inf if ceiling is None else math.exp(held_to(ceiling, standing, reps, PARAMS))


@pytest.mark.parametrize(
    ("severity", "days", "done", "kg"),
    [
        (8.0, 11.2, [], 160.0),  # 1 - 0.4 x 0.5: half of what it holds back, by days
        (8.0, 16.8, [], 160.0),  # and no more
        (8.0, 60.0, [], 160.0),
        (8.0, 16.8, [(9, 150.0)], 172.5),  # 1.15 x 150
        (8.0, 60.0, [(9, 150.0)], 172.5),
        (8.0, 16.8, [(9, 170.0)], 180.0),  # 195.5, but 1 - 0.4 / 4 by days
        (8.0, 60.0, [(9, 100.0)], 160.0),  # 115 is less than days alone allow
        (8.0, 60.0, [(9, 174.0)], math.inf),  # 1.15 x 174 is what was usual
        (8.0, 11.2, [(9, 174.0)], 160.0),  # but days count too
        (4.0, 60.0, [], 180.0),  # 1 - 0.2 x 0.5
        (2.0, 60.0, [], math.inf),
    ],
)
def test_days_give_back_half_and_sets_the_rest(severity, days, done, kg):
    """Of what was usual, 200 kg; a single each."""
    lifts = [("deadlift", known(*done))]
    assert allowed(severity, days, lifts) == pytest.approx(kg, rel=1e-9)


def test_what_was_done_before_a_pain_is_not_since():
    """A day before it, or on its day: the hour is not known."""
    assert allowed(8.0, 60.0, [("deadlift", known((1, 190.0)))]) < 161.0
    lifts = [("deadlift", known((0, 190.0)))]
    assert allowed(8.0, 60.0, lifts) == pytest.approx(160.0, rel=1e-9)


def test_the_last_session_counts_where_its_week_had_more():
    """A step over its heaviest load, whatever the repetitions: the spine carries the bar."""
    session = NO_RAMP._replace(top=math.log(150.0), sessions=3.0)
    lifts = [("deadlift", known(ramp=session, clock_days=4.0))]
    assert allowed(8.0, 60.0, lifts, reps=5.0) == pytest.approx(172.5, rel=1e-9)
    before = [("deadlift", known(ramp=session, clock_days=1.2))]  # it may have begun before
    assert allowed(8.0, 60.0, before) == pytest.approx(160.0, rel=1e-9)


def test_a_load_that_was_missed_was_not_borne():
    """170 kg missed after 150 that went up: a step over 150; missed alone it allows nothing."""
    session = NO_RAMP._replace(top=math.log(170.0), sessions=3.0)
    one = known(ramp=session, clock_days=4.0)
    for now, kg in ((Latest(4, 1, 1, 150.0, 150.0), 172.5), (Latest(4, 1, 1), 160.0)):
        lifts = [("deadlift", one._replace(latest=(now,)))]
        assert allowed(8.0, 60.0, lifts) == pytest.approx(kg, rel=1e-9)


@pytest.mark.parametrize(
    ("other", "kg", "left"),
    [
        ("rack_pull", 160.0, 184.0),  # loads the back as much: 0.8 x 1.15 of 200
        ("squat", 200.0, 161.0),  # by 0.7: 0.7 x 1.15 of 200
        ("leg_press", 200.0, 160.0),  # by 0.1
        ("curl", 200.0, 160.0),
    ],
)
def test_other_lifts_count_as_they_load_the_place(other, kg, left):
    """What another lift did of its 200 kg counts, as far as it loads the back like a deadlift."""
    lifts = [("deadlift", known()), (other, known((9, kg), lift=other))]
    assert allowed(8.0, 60.0, lifts) == pytest.approx(left, rel=1e-9)
    again = [("deadlift", known((9, 180.0))), (other, known(lift=other))]
    assert allowed(8.0, 60.0, again) == math.inf


@pytest.mark.parametrize(
    ("lift", "share"),
    [
        ("deadlift", 0.6),  # loads the back fully: 1 - 0.5 x 8 / 10
        ("squat", 0.72),  # by 0.7
        ("overhead_press", 0.88),  # by 0.3
        ("bench_press", 0.96),  # by 0.1, while it is acute
        ("Atlas stone", 0.6),  # nobody knows
    ],
)
def test_the_load_on_the_place_decides(lift, share):
    """The less a lift loads what hurts, the less is held; and only who loads it must rest."""
    found = after(0.0, pain(8.0), lift=lift)
    assert found.share == pytest.approx(share, abs=CLOSE)
    assert found.rests is (lift != "bench_press")
    assert not after(0.0, pain(4.0), lift="deadlift").rests
    assert not after(3.0, pain(8.0), lift="deadlift").rests


# --- what it makes of a level ---


REGULAR = [
    lg.LoggedSet(lift="deadlift", at=BEGINNING - timedelta(days=3 * n), load_kg=140, reps=1, rpe=9)
    for n in range(12, 0, -1)
]


def single_of(share, state, at, lift="deadlift"):
    """Ask of a single at a share of capacity."""
    asked = Question(state, lg.PlannedSet(lift=lift, load_kg=1000, reps=1), at)
    belief = assess(asked, RULES).standing.belief
    capacity_kg = math.exp(belief.habit + belief.form + belief.reserve)
    return asked._replace(planned=attrs.evolve(asked.planned, load_kg=share * capacity_kg))


@pytest.mark.parametrize(
    ("severity", "days", "share", "level"),
    [
        (8.0, 1.0, 0.1, lg.Level.CAUTION),  # the place rests
        (8.0, 1.0, 0.6, lg.Level.CAUTION),  # 0.618 is held
        (8.0, 1.0, 0.65, lg.Level.BEYOND),
        (8.0, 4.0, 0.65, lg.Level.CLEAR),  # 0.671 is held
        (8.0, 4.0, 0.7, lg.Level.CAUTION),
        (4.0, 1.0, 0.8, lg.Level.CLEAR),  # 0.814 is held, and never acute
        (4.0, 1.0, 0.85, lg.Level.CAUTION),
        (8.0, 15.0, 0.79, lg.Level.CLEAR),  # 0.8 is held, as no set was done since
        (8.0, 15.0, 0.81, lg.Level.CAUTION),
        (8.0, 40.0, 0.81, lg.Level.CAUTION),
        (10.0, 3.1, 0.8, lg.Level.CAUTION),  # 0.555 is held: 1.44 times that
        (10.0, 3.1, 0.84, lg.Level.BEYOND),  # 1.51 times
    ],
)
def test_levels_by_hand(severity, days, share, level):
    """
    In the first three days BEYOND over the ceiling, CAUTION below; after them CAUTION, CLEAR.

    And BEYOND where it is 1.5 times what is left.
    """
    state = GUARD.replay(lg.History([*REGULAR, pain(severity)])).state
    at = BEGINNING + timedelta(days=days)
    planned = lg.PlannedSet(lift="deadlift", load_kg=share * 140.0, reps=1)
    assert assess(Question(state, planned, at), RULES).level == level


@pytest.mark.parametrize("sets", [0.0, 9.0])
def test_no_day_later_is_harsher_and_no_pain_or_load_more_is_milder(sets):
    """Over the end of the first days, of the two to four weeks, and whether the lift was done."""
    belief = begin(5.0, 0.1, PARAMS)  # of e^5 = 148 kg, which `bold` leaves to pains alone
    bold = Rules(attrs.evolve(POLICY, caution=0.999, beyond=0.999, widest_sd=0.9), PARAMS)
    days = (0.0, 1.0, 2.99, 3.0, 5.0, 9.0, 13.99, 14.0, 20.0, 28.01, 60.0, 119.0)
    severities, loads = (1.0, 2.0, 4.0, 5.0, 7.0, 8.0, 10.0), (5, 20, 50, 70, 90, 120, 140)

    def level(severity, day, kg):
        told = Told(pains=(pain(severity),))
        standing = rested(belief, sets=sets)._replace(told=told)
        planned = lg.PlannedSet(lift="deadlift", load_kg=kg, reps=1)
        return weigh(standing, planned, BEGINNING + timedelta(days=day), bold).level

    seen = {key: level(*key) for key in itertools.product(severities, days, loads)}
    for (severity, day, kg), now in seen.items():
        assert all(seen[severity, later, kg] <= now for later in days if later > day)
        assert all(seen[worse, day, kg] >= now for worse in severities if worse > severity)
        assert all(seen[severity, day, more] >= now for more in loads if more > kg)
    assert set(seen.values()) == {lg.Level.CLEAR, lg.Level.CAUTION, lg.Level.BEYOND}


@pytest.mark.parametrize("lift", ["romanian_deadlift", "good_morning", "squat"])
def test_a_lift_without_a_log_is_treated_no_kinder(lift):
    """A day after a sore back 300 kg of a lift that was never done is as much too much."""
    state = GUARD.replay(lg.History([*REGULAR, pain(5.0)])).state
    heavy = lg.PlannedSet(lift=lift, load_kg=300, reps=5)
    light = lg.PlannedSet(lift=lift, load_kg=20, reps=5)
    at = BEGINNING + timedelta(days=1)
    assert assess(Question(state, heavy, at), RULES).level == lg.Level.BEYOND
    assert assess(Question(state, light, at), RULES).level == lg.Level.CAUTION
    at = BEGINNING + timedelta(days=4)
    assert assess(Question(state, heavy, at), RULES).level == lg.Level.BEYOND
    assert assess(Question(state, light, at), RULES).level == lg.Level.CAUTION


def test_each_of_two_pains_is_asked():
    """
    The chest of last week holds a bench press lowest, the back of today makes it BEYOND.

    1 - .5 x 8 / 10 x (1 - 7 / 22.4) = .725 by the one, 1 - .5 x 8 / 10 x .1 = .96 by the other.
    """
    bold = Rules(attrs.evolve(POLICY, caution=0.99, beyond=0.99), lg.Params())  # pains alone flag
    presses = [attrs.evolve(one, lift="bench_press") for one in REGULAR]
    chest, back = pain(region="chest"), pain(days=7.0)
    for pains, level in (((chest,), lg.Level.CAUTION), ((chest, back), lg.Level.BEYOND)):
        state = GUARD.replay(lg.History([*presses, *pains])).state
        found = assess(single_of(0.97, state, back.at, "bench_press"), bold)
        assert (found.ceiling.pain, found.level) == (chest, level)


def test_pain_holds_what_nothing_is_known_of():
    """A new athlete in pain is at CAUTION, not UNKNOWN: no load is known to be little."""
    planned = lg.PlannedSet(lift="pull_up", load_kg=0, reps=3)  # no bodyweight
    state = GUARD.learn(GUARD.start(), pain(region="shoulders"))
    asked = Question(state, planned, BEGINNING)
    assert assess(asked, RULES).level == lg.Level.CAUTION
    assert assess(asked._replace(state=GUARD.start()), RULES).level == lg.Level.UNKNOWN


@given(scenes() | trained_scenes(), gaps_s())
def test_time_without_pain_moves_no_probability(scene, later_s):
    """However long ago a pain was, p is what it is without it, to the last bit."""
    at = scene.at + timedelta(seconds=later_s)
    hurt = lg.Pain(at=scene.at, region="low_back", severity=9.0, kind="spasm")
    plain = GUARD.check(scene.state, scene.planned, at=at)
    painful = GUARD.check(GUARD.learn(scene.state, hurt), scene.planned, at=at)
    assert painful.p_beyond == plain.p_beyond
    assert painful.level >= plain.level


# --- what is kept of it ---


def kept(*pains):
    diary = NO_ENTRIES
    for one in pains:
        diary = note(diary, one, PARAMS)
    return diary.pains


def test_a_milder_pain_softens_none():
    """The worse one of yesterday stays beside a milder one of today; a worse one replaces it."""
    bad, mild = pain(8.0, "spasm"), pain(2.0, "spasm", days=1.0)
    assert kept(bad, mild) == (bad, mild)
    assert kept(mild, pain(8.0, "spasm", days=2.0)) == (pain(8.0, "spasm", days=2.0),)


def test_other_places_and_kinds_are_kept():
    """A knee does not outdo a back, nor an ache a spasm."""
    rows = (pain(2.0, "spasm"), pain(9.0, "ache"), pain(9.0, "spasm", "knee"))
    assert kept(*rows) == rows


def test_old_pains_are_forgotten():
    """After 120 days, far beyond any window."""
    old = pain(9.0, "spasm")
    assert kept(old, pain(1.0, days=120.0)) == (old, pain(1.0, days=120.0))
    assert kept(old, pain(1.0, days=120.01)) == (pain(1.0, days=120.01),)


@given(scenes(), gaps_s(), gaps_s())
def test_what_is_forgotten_holds_nothing_lower(scene, one_s, other_s):
    """The ceiling over what is kept of three pains is that over all of them."""
    entries, at = [], scene.at
    for severity, wait_s in ((6.0, 0), (3.0, one_s), (4.5, other_s)):
        at += timedelta(seconds=wait_s)
        entries.append(lg.Pain(at=at, region="low_back", severity=severity, kind="ache"))
    days = (at - BEGINNING) / timedelta(days=1)
    assert after(days, *kept(*entries)) == after(days, *entries)


def test_few_pains_are_kept():
    """Of one place and kind, however often it is noted, one for each whole severity."""
    days = range(55)
    pains = kept(*(pain(float(10 - n % 10), days=n) for n in days))
    assert pains[-1] == pain(6.0, days=54)
    assert len(pains) == 5  # 10 down to 6, of the last five days


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("back", "low_back"),
        ("Rücken", "low_back"),
        ("lower back", "low_back"),
        ("upper back", "upper_back"),
        ("mid back", "upper_back"),
        ("oberer Rücken", "upper_back"),
    ],
)
def test_a_bare_back_is_the_lower_one(said, meant):
    """So lifters mean it, and the docstring of `Pain` says so; the upper back has a name."""
    assert lg.Pain(at=datetime(2026, 1, 5), region=said, severity=3).region == meant
    assert 'A bare "back" is the lower back' in lg.Pain.__doc__
