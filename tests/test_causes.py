"""Sizes and shares of the three causes: every order of taking them away, done by hand."""

import itertools
import math
from datetime import datetime, timedelta
from statistics import NormalDist

import pytest
from hypothesis import given
from strategies import GUARD, parts, rises, working_scenes

import liftguard as lg
from liftguard.judge.causes import CAUSES, excess_of, share_out
from liftguard.judge.grounds import is_named
from liftguard.model.experience import Shown
from liftguard.model.forecast import Parts

POLICY = lg.Policy(reference=0.01, min_excess=0.5)
LAPSE = 0.004
TIRED, UNREADY, QUICK = 0.06, 0.03, 0.01
AS_IT_IS = Shown(base=0.0, slope=1.0, turn=0.0, least=1e9, lapse=0.0)
PROVEN = Shown(base=-1.2, slope=1.1, turn=0.2, least=2.0, lapse=0.005)
# 0.05 above the middle, with all three causes, known well
ALL = Parts(5.05, 5.0, 0.05, LAPSE, TIRED, UNREADY, QUICK, known_sd=0.05)


def excess(parts, shown=AS_IT_IS):
    """Size the causes of a forecast made of these parts."""
    return excess_of(lg.Forecast(parts=parts, shown=shown), POLICY)


def sizes_of(parts, shown=AS_IT_IS):
    """Give the sizes alone."""
    return excess(parts, shown).sizes


def log_odds(over, found, shown=AS_IT_IS, sd=None):
    """Give the log-odds that are shown of what lies so far over the middle of capacity."""
    p = found.lapse + (1.0 - 2.0 * found.lapse) * NormalDist().cdf(over / (sd or found.sd))
    odds = math.log(p / (1.0 - p))
    turned = shown.base + shown.slope * odds + shown.turn * max(odds + 3.0, 0.0)
    q = 1.0 / (1.0 + math.exp(-max(turned, odds - shown.least)))
    q = shown.lapse + (1.0 - shown.lapse) * q
    return math.log(q / (1.0 - q))


def reference(found, shown):
    """Search for the demand that a well-known, fresh and ready capacity fails one time in 100."""
    low, high = -40.0 * found.known_sd, 40.0 * found.known_sd
    goal = math.log(POLICY.reference / (1.0 - POLICY.reference))
    for _ in range(100):
        middle = 0.5 * (low + high)
        over = log_odds(middle, found, shown, found.known_sd) > goal
        low, high = (low, middle) if over else (middle, high)
    return found.middle + low


def over_of(found, taken, shown=AS_IT_IS):
    """Tell how far a set lies over capacity where some causes are taken away. [log]"""
    lowest = min(found.demand, reference(found, shown))
    demand = lowest if "overload" in taken else found.demand
    over = demand - found.middle
    if "fatigue" not in taken:
        over += found.fatigue
    if "rapid_movement" not in taken:
        over += found.readiness + found.speed
    return over


def by_orders(found, shown=AS_IT_IS):
    """Average what taking each cause away helps, over all six orders."""
    sizes = dict.fromkeys(CAUSES, 0.0)
    for order in itertools.permutations(CAUSES):
        for place, code in enumerate(order):
            before = log_odds(over_of(found, order[:place], shown), found, shown)
            after = log_odds(over_of(found, order[: place + 1], shown), found, shown)
            sizes[code] += (before - after) / 6.0
    return sizes


def whole_of(found, shown=AS_IT_IS):
    """Give the log-odds over those of a set without any cause, of a lift that is well known."""
    least = log_odds(over_of(found, CAUSES, shown), found, shown, found.known_sd)
    return log_odds(over_of(found, (), shown), found, shown) - least


def drawn(over, fatigue, readiness, speed):
    """Give parts of a set that lies from 0.2 below to 0.1 above fresh capacity."""
    return Parts(
        4.8 + 0.3 * over,
        5.0,
        0.05,
        LAPSE,
        fatigue=0.1 * fatigue,
        readiness=0.05 * readiness,
        speed=0.02 * speed,
        known_sd=0.04,
    )


def test_sizes_by_hand():
    """With three causes the sizes are those of the six orders; none is zero or another's."""
    sizes = sizes_of(ALL)
    assert sizes == pytest.approx(by_orders(ALL), abs=1e-6)  # of the quantile
    assert len({round(size, 3) for size in sizes.values()}) == 3


def test_two_causes_of_one_effect_are_of_one_size():
    """Fatigue of 0.04 and unreadiness of 0.03 with a speed of 0.01 do the same."""
    sizes = sizes_of(ALL._replace(fatigue=0.04))
    assert sizes["fatigue"] == pytest.approx(sizes["rapid_movement"], abs=1e-12)


@pytest.mark.parametrize(
    ("without", "code"),
    [
        ({"fatigue": 0.0}, "fatigue"),
        ({"readiness": 0.0, "speed": 0.0}, "rapid_movement"),
        ({"demand": 4.5}, "overload"),  # ten spreads below: far rarer than the reference
    ],
)
def test_a_cause_that_changes_nothing_has_no_size(without, code):
    """It is zero to the last bit, and the others share the whole."""
    found = ALL._replace(**without)
    sizes = sizes_of(found)
    assert sizes[code] == 0.0
    assert sum(sizes.values()) == pytest.approx(whole_of(found), abs=1e-9)


@pytest.mark.parametrize("field", ["readiness", "speed"])
def test_readiness_and_speed_are_rapid_movement(field):
    """Each of the two alone is a size of rapid movement."""
    alone = ALL._replace(readiness=0.0, speed=0.0)._replace(**{field: 0.02})
    assert sizes_of(alone)["rapid_movement"] > 0.1


def test_excess_by_hand():
    """Over by (0.05 + 0.06 + 0.03 + 0.01) / 0.05 = 3 spreads, against one in a hundred."""
    p = LAPSE + (1.0 - 2.0 * LAPSE) * 0.9986501019683699
    expected = math.log(p / (1.0 - p)) - math.log(0.01 / 0.99)
    sizes, doubt = excess(ALL)
    assert sum(sizes.values()) == pytest.approx(expected, abs=1e-6)
    assert doubt == 0.0


def test_a_wide_belief_is_doubt_and_no_cause():
    """
    Nothing but a belief twice as wide as a well-known one makes a set risky.

    The demand of one in a hundred lies z = 2.509 spreads of .05 below the middle: lapse .004 and
    .992 x .00605 are .01. With .1 it is 1.2547 spreads, and fails .004 + .992 x .10479 = .10795.
    """
    z = NormalDist().inv_cdf((0.01 - LAPSE) / (1.0 - 2.0 * LAPSE))
    found = Parts(5.0 + 0.05 * z, 5.0, 0.1, LAPSE, 0.0, 0.0, 0.0, known_sd=0.05)
    sizes, doubt = excess(found)
    assert set(sizes.values()) == {0.0}
    expected = math.log(0.10795 / 0.89205) - math.log(0.01 / 0.99)
    assert doubt == pytest.approx(expected, abs=1e-3)


def test_a_reference_that_lapses_alone_exceed():
    """Where 1 % is less than lapses bring, overload is measured against lapses alone."""
    found = Parts(5.0, 5.0, 0.05, 0.02, 0.0, 0.0, 0.0, known_sd=0.05)
    expected = 0.0 - math.log(0.02 / 0.98)  # one in two against two in a hundred
    assert sum(sizes_of(found).values()) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("shown", [AS_IT_IS, PROVEN, PROVEN._replace(least=0.0)])
@given(over=parts(), fatigue=parts(), readiness=parts(), speed=parts())
def test_sizes_are_the_excess_over_all_orders(shown, over, fatigue, readiness, speed):
    """Never negative, with the doubt the whole, each the mean over all orders."""
    found = drawn(over, fatigue, readiness, speed)
    sizes, doubt = excess(found, shown)
    assert doubt >= 0.0
    assert all(size >= 0.0 for size in sizes.values())
    assert sum(sizes.values()) + doubt == pytest.approx(whole_of(found, shown), abs=1e-6)
    assert sizes == pytest.approx(by_orders(found, shown), abs=1e-6)


@given(parts(), parts(), parts(), rises())
def test_more_of_a_cause_is_no_smaller_an_excess(over, fatigue, readiness, more):
    """The more tired the less ready, the further from a set without any cause."""
    found = drawn(over, fatigue, readiness, 0.0)
    for field in ("fatigue", "readiness"):
        worse = found._replace(**{field: getattr(found, field) + 0.1 * more})
        assert sum(sizes_of(worse).values()) >= sum(sizes_of(found).values()) - 1e-9


def test_shares_by_hand():
    """3 and 1 are three quarters and one; 0.49 in all is too little to share out."""
    assert share_out({"fatigue": 3.0, "overload": 1.0}, POLICY) == {
        "fatigue": 0.75,
        "overload": 0.25,
    }
    assert share_out({"fatigue": 0.3, "overload": 0.19}, POLICY) == {
        "fatigue": None,
        "overload": None,
    }
    assert share_out({"fatigue": 0.25, "overload": 0.25}, POLICY) == {
        "fatigue": 0.5,
        "overload": 0.5,
    }


@pytest.mark.parametrize(
    ("level", "size", "named"),
    [
        (lg.Level.CAUTION, 0.5, True),
        (lg.Level.BEYOND, 0.5, True),
        (lg.Level.CLEAR, 3.0, False),
        (lg.Level.UNKNOWN, 3.0, False),
        (lg.Level.CAUTION, 0.49, False),
    ],
)
def test_a_cause_is_named_only_where_it_counts(level, size, named):
    """At CAUTION or worse, with a size of 0.5."""
    assert is_named(size, level, 0.1, hurts=False, policy=POLICY) == named


def test_a_cause_without_a_share_is_not_named():
    """Where all of an excess is below the least of the host, no cause of it has that size."""
    host = lg.Policy(min_excess=1.0)
    assert share_out({"overload": 0.9}, host) == {"overload": None}
    assert not is_named(0.9, lg.Level.CAUTION, 0.1, hurts=False, policy=host)
    assert is_named(1.0, lg.Level.CAUTION, 0.1, hurts=False, policy=host)


@pytest.mark.parametrize(
    ("p_beyond", "caution", "named"),
    [
        (0.08, 0.08, True),
        (0.079, 0.08, False),
        (0.079, 0.02, True),
        (0.019, 0.02, False),
        (None, 0.08, False),
    ],
)
def test_no_cause_is_named_where_pain_alone_made_the_flag(p_beyond, caution, named):
    """With a pain, p has to reach the host's own CAUTION; without one it has done so."""
    host = lg.Policy(caution=caution)
    assert is_named(3.0, lg.Level.CAUTION, p_beyond, hurts=True, policy=host) == named
    assert is_named(3.0, lg.Level.CAUTION, p_beyond, hurts=False, policy=host)


def test_the_cause_of_a_movement_is_named_where_the_rule_flags_it():
    """A quick turn after hours of driving has a name, but not where a pain holds the place."""
    at = datetime(2026, 1, 5, 17, 1)
    drive = lg.Stillness(start=at - timedelta(hours=3), end=at - timedelta(minutes=1))
    ache = lg.Pain(at=at - timedelta(days=1), region="low_back", severity=5)
    turn = lg.Movement(motion="rotation", peak_velocity_deg_s=110)
    for entries, named in (([drive], True), ([ache, drive], False), ([], False)):
        state = GUARD.replay(lg.History(entries)).state
        verdict = GUARD.check(state, turn, at=at)
        assert [cause.named for cause in verdict.causes] == [named]


@given(working_scenes())
def test_sizes_of_verdicts_are_the_whole_excess(scene):
    """For who logs ramps, speeds and notes, sizes of a verdict are those of all orders."""
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    found = GUARD.forecast(scene.state, scene.planned, at=scene.at)
    told = {cause.code: cause.size for cause in verdict.causes}
    for code, size in by_orders(found.parts, found.shown).items():
        assert told.get(code, 0.0) == pytest.approx(size, abs=1e-5)
    by_rule = {"long_still", "just_up"} & set(verdict.caveats)
    assert not by_rule or verdict.causes[0].code == "rapid_movement"
    others = verdict.causes[1:] if by_rule else verdict.causes
    sizes = [cause.size for cause in others]
    assert sizes == sorted(sizes, reverse=True)
    shares = [cause.share for cause in verdict.causes]
    if sum(told.values()) >= POLICY.min_excess:
        assert math.fsum(shares) == pytest.approx(1.0, abs=1e-12)
    else:
        assert set(shares) <= {None}
    by_p = verdict.pain is None or (verdict.p_beyond or 0.0) >= GUARD.policy.caution
    flagged = verdict.level >= lg.Level.CAUTION and by_p
    for cause in verdict.causes:
        if by_rule:
            assert cause.named == (cause.code == "rapid_movement")
            continue
        assert cause.named == (flagged and cause.size >= 0.5)
        assert cause.share is not None or not cause.named
