"""The rule for movements without a bar: hand arithmetic, order, and what is not recorded."""

import math
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from strategies import bodies, movements, parts, rises

from liftguard import (
    Guard,
    History,
    InvalidValue,
    Level,
    Movement,
    Pain,
    Policy,
    Stillness,
)
from liftguard.judge.movement import MUSCLES, strain_of
from liftguard.lifts.families import REGIONS

# The numbers that the sums below are written with, whatever the defaults are.
POLICY = Policy(
    quick_bend_deg_s=90.0,
    quick_turn_deg_s=60.0,
    still_strain=0.75,
    morning_strain=0.75,
    cold_strain=0.5,
    tired_strain=0.5,
    strain_caution=1.5,
    strain_beyond=2.25,
)
READY = {"warmth": 1.0, "creep": 0.0, "morning": 0.0, "fatigue": 0.0}
NOTHING = dict.fromkeys(READY)
RECORDS = {"warmth": "warm_ups", "creep": "stillness", "morning": "rising", "fatigue": "sets"}
BEND = Movement(motion="flexion", peak_velocity_deg_s=90.0)
UNMEASURED = Movement(motion="flexion")


def judge(movement, **body):
    """Judge by the numbers above; what is not given is not recorded."""
    return strain_of(movement, **NOTHING | body, policy=POLICY)


@pytest.mark.parametrize(
    ("motion", "velocity", "score"),
    [
        ("flexion", 0.0, 0.0),
        ("flexion", 90.0, 1.0),
        ("extension", 90.0, 1.0),
        ("flexion", 30.0, 0.5),  # 2 x 30 / 120
        ("flexion", 270.0, 1.5),  # 2 x 270 / 360
        ("rotation", 60.0, 1.0),
        ("side_bend", 60.0, 1.0),
        ("rotation", 90.0, 1.2),  # 2 x 90 / 150
    ],
)
def test_speed_by_hand(motion, velocity, score):
    """Speed alone: 2 v / (v + q), with its own q for turns."""
    movement = Movement(motion=motion, peak_velocity_deg_s=velocity)
    assert judge(movement, **READY).score == pytest.approx(score, abs=1e-12)


def test_score_by_hand():
    """1 + 0.75 x 0.4 + 0.75 x 0.2 + 0.5 x 0.7 + 0.5 x 0.5 = 2.05"""
    there = judge(BEND, warmth=0.3, creep=0.4, morning=0.2, fatigue=0.5)
    assert there.score == pytest.approx(2.05, abs=1e-12)
    assert there.level == Level.CAUTION
    assert there.missing_records == ()


@pytest.mark.parametrize(
    ("movement", "body", "level"),
    [
        (BEND, READY, Level.CLEAR),
        (BEND, READY | {"warmth": 0.0}, Level.CAUTION),  # 1 + 0.5, the threshold itself
        (BEND, READY | {"warmth": 0.0, "creep": 1.0}, Level.BEYOND),  # + 0.75
        (Movement(motion="flexion", peak_velocity_deg_s=15.0), READY | {"creep": 1.0}, Level.CLEAR),
        (Movement(motion="rotation", peak_velocity_deg_s=2000.0), READY, Level.CAUTION),
        (UNMEASURED, READY, Level.UNKNOWN),
        (UNMEASURED, NOTHING, Level.UNKNOWN),
        (UNMEASURED, {"creep": 1.0}, Level.UNKNOWN),
        (UNMEASURED, {"creep": 1.0, "morning": 1.0}, Level.CAUTION),  # 0.75 + 0.75
        (UNMEASURED, READY | {"creep": 1.0, "morning": 1.0, "warmth": 0.0}, Level.CAUTION),
    ],
)
def test_levels(movement, body, level):
    """Quick after stillness is worst, a warm body may be quick, and no speed is no CLEAR."""
    assert judge(movement, **body).level == level


def test_the_defaults_tell_stillness_from_warmth():
    """The founding case: a quick bend straight from a long drive, and the same after a warm-up."""
    long_drive = {"warmth": 0.0, "creep": 1.0, "morning": 0.0, "fatigue": 0.0}
    assert strain_of(BEND, **long_drive, policy=Policy()).level == Level.BEYOND
    assert strain_of(BEND, **READY, policy=Policy()).level == Level.CLEAR
    just_up = {"warmth": 0.0, "creep": 0.3, "morning": 1.0, "fatigue": None}
    assert strain_of(BEND, **just_up, policy=Policy()).level == Level.BEYOND


def test_a_missing_record_can_hide_a_caution():
    """Slow and ready but for one unknown: 0.286 + 0.75 stays below 1.5, 1.0 + 0.75 does not."""
    slow = Movement(motion="flexion", peak_velocity_deg_s=15.0)  # 2 x 15 / 105
    assert judge(slow, **READY | {"creep": None}).level == Level.CLEAR
    assert judge(BEND, **READY | {"creep": None}).level == Level.UNKNOWN
    assert judge(slow, **READY | {"creep": None, "morning": None}).level == Level.UNKNOWN


def test_muscles():
    """Bending and straightening name the erector spinae first, turning and sideways the QL."""
    firsts = {motion: judge(Movement(motion=motion)).regions[0] for motion in MUSCLES}
    assert firsts == {
        "flexion": "erector_spinae",
        "extension": "erector_spinae",
        "rotation": "quadratus_lumborum",
        "side_bend": "quadratus_lumborum",
    }
    assert {region for regions in MUSCLES.values() for region in regions} <= set(REGIONS)


def test_evidence_is_what_was_recorded_the_largest_first():
    """0.5 x 0.8 for cold, 0.75 x 0.4 for stillness, 2 x 9 / 99 for speed, none for rising."""
    slow = Movement(motion="flexion", peak_velocity_deg_s=9.0)
    there = judge(slow, warmth=0.2, creep=0.4, morning=0.0)
    assert [(one.code, one.value, one.unit) for one in there.evidence] == [
        ("cold", 0.8, "1"),
        ("creep", 0.4, "1"),
        ("peak_velocity", 9.0, "deg/s"),
        ("morning", 0.0, "1"),
    ]
    assert there.missing_records == ("sets",)


def test_nothing_recorded_is_said():
    """All that is missing is named, in one order, and the score is zero."""
    there = judge(UNMEASURED)
    assert there.missing_records == ("velocity", "stillness", "rising", "warm_ups", "sets")
    assert there.score == 0.0
    assert there.evidence == ()


@given(movement=movements(), bodies=bodies())
def test_what_is_lost_is_named_and_never_turns_into_clear(movement, bodies):
    """With fewer records the score is no higher, and CLEAR only where it was CLEAR with them."""
    known, kept = bodies
    whole, less = judge(movement, **known), judge(movement, **kept)
    assert less.score <= whole.score
    if less.level == Level.CLEAR:
        assert whole.level == Level.CLEAR
    lost = {RECORDS[name] for name in RECORDS if kept.get(name) is None}
    assert lost == set(less.missing_records) - {"velocity"}
    assert ("velocity" in less.missing_records) == (movement.peak_velocity_deg_s is None)


@given(movement=movements(), bodies=bodies())
def test_a_speed_that_was_not_measured_is_never_clear(movement, bodies):
    """And where the rest alone asks for CAUTION, no speed makes it milder."""
    known, _ = bodies
    unmeasured = judge(Movement(motion=movement.motion), **known)
    assert unmeasured.level != Level.CLEAR
    if unmeasured.level >= Level.CAUTION:
        assert judge(movement, **known).level >= unmeasured.level


@given(movement=movements(), bodies=bodies(), more=parts(), rise=rises())
@example(movement=BEND, bodies=(READY, READY), more=1.0, rise=1.0)
def test_worse_is_never_better(movement, bodies, more, rise):
    """Quicker, stiffer, earlier, colder or more tired is never a lower score or level."""
    known, _ = bodies
    before = judge(movement, **known)
    speed = movement.peak_velocity_deg_s
    if speed is not None:
        quicker = min(speed * (1.0 + rise), 2000.0)
        after = judge(Movement(motion=movement.motion, peak_velocity_deg_s=quicker), **known)
        assert after.score >= before.score - 1e-15  # the last digit of 2 v / (v + q)
        assert after.level >= before.level or after.score < before.score
    for name in ("creep", "morning", "fatigue"):
        if known[name] is not None:
            after = judge(movement, **known | {name: max(known[name], more)})
            assert after.score >= before.score
            assert after.level >= before.level
    if known["warmth"] is not None:
        after = judge(movement, **known | {"warmth": min(known["warmth"], more)})
        assert after.score >= before.score
        assert after.level >= before.level


@pytest.mark.parametrize("name", READY)
def test_each_lack_counts(name):
    """None of them is left out of the sum."""
    worst = 0.0 if name == "warmth" else 1.0
    assert judge(BEND, **READY | {name: worst}).score >= 1.5


@pytest.mark.parametrize("name", READY)
@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan, math.inf, True, "0.5"])
def test_what_is_no_share_is_refused(name, wrong):
    """The error names the argument."""
    with pytest.raises(InvalidValue, match="from 0 to 1, or None") as caught:
        judge(BEND, **READY | {name: wrong})
    assert caught.value.where == name


# --- as the front door judges it ---

NOW = datetime(2026, 1, 5, 18)
LENIENT = Guard(policy=Policy(strain_caution=100.0, strain_beyond=100.0))  # a pain alone flags
STRICT = Guard(policy=Policy(strain_caution=0.01, strain_beyond=100.0))


def ache(days, severity=7.0, region="low_back", kind="ache"):
    return Pain(at=NOW - timedelta(days=days), region=region, severity=severity, kind=kind)


def checked(guard, *entries, **fields):
    """Check a bend after some entries."""
    state = guard.replay(History(entries)).state
    bend = Movement(**{"motion": "flexion", "peak_velocity_deg_s": 90.0} | fields)
    return guard.check(state, bend, at=NOW)


@pytest.mark.parametrize(
    ("pains", "level", "told"),
    [
        ((), Level.CLEAR, None),
        ((ache(1.0),), Level.CAUTION, 0),
        ((ache(13.9),), Level.CAUTION, 0),
        ((ache(14.0),), Level.CLEAR, None),
        ((ache(1.0, severity=0.0),), Level.CLEAR, None),
        ((ache(1.0, region="knee"),), Level.CLEAR, None),
        ((ache(5.0, kind="spasm"), ache(1.0, severity=3.0)), Level.CAUTION, 0),  # the worst
        ((ache(5.0, severity=3.0, kind="spasm"), ache(1.0)), Level.CAUTION, 1),
    ],
)
def test_a_pain_asks_for_care(pains, level, told):
    """For two weeks, in the muscles that a bend asks most of; the worst of several is told."""
    found = checked(LENIENT, *pains)
    assert (found.level, found.pain) == (level, None if told is None else pains[told])
    assert ("pain" in found.caveats) is bool(found.pain)


@pytest.mark.parametrize(("days", "level"), [(2.9, Level.BEYOND), (3.0, Level.CAUTION)])
def test_a_fresh_pain_makes_worse_what_the_rule_flags(days, level):
    """For three days; what the rule does not flag stays CAUTION."""
    assert checked(STRICT, ache(days)).level == level
    assert checked(LENIENT, ache(days)).level == Level.CAUTION


def test_what_is_held_in_the_hands_is_not_known_to_be_little():
    """The rule does not count it, and so calls nothing CLEAR; a flag stays one."""
    loaded = checked(LENIENT, load_kg=20.0)
    assert (loaded.level, "load_not_counted" in loaded.caveats) == (Level.UNKNOWN, True)
    assert "load_not_counted" not in checked(LENIENT).caveats
    assert checked(STRICT, load_kg=20.0).level == Level.CAUTION


@pytest.mark.parametrize(("minutes", "known"), [(29.0, True), (31.0, False)])
def test_just_up_nobody_has_warmed_up(minutes, known):
    """Half an hour after a drive nobody knows; before it one is cold."""
    end = NOW - timedelta(minutes=minutes)
    found = checked(LENIENT, Stillness(start=end - timedelta(hours=2), end=end))
    told = {one.code: one.value for one in found.causes[0].evidence}
    assert told.get("cold") == (1.0 if known else None)
    assert ("warm_ups" in found.missing_records) is not known


def test_thresholds_are_in_order():
    """CAUTION is no higher than BEYOND; and each number is in its range."""
    with pytest.raises(InvalidValue, match=r"Policy\.strain_caution: got 3\.0, wanted at most"):
        Policy(strain_caution=3.0, strain_beyond=2.0)
    with pytest.raises(InvalidValue, match=r"Policy\.quick_bend_deg_s"):
        Policy(quick_bend_deg_s=0.0)
    assert Policy(strain_caution=3.0, strain_beyond=3.0).strain_beyond == 3.0
