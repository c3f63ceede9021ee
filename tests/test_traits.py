"""A lift in the numbers of the model: its place among patterns, its loads, and what is alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import liftguard as lg
from liftguard.lifts import PATTERNS, REGIONS
from liftguard.model.traits import likeness, overlap, traits_of

CLOSE = 1e-12  # rounding of a handful of operations
KEYS = st.sampled_from([*sorted(lg.LIFTS), "Atlas stone"])


@pytest.mark.parametrize(
    ("lift", "pattern", "minor"),
    [
        ("deadlift", "hinge", 0.0),
        ("leg_press", "squat", 0.0),
        ("curl", "isolation", 1.0),
        ("Atlas stone", "other", 1.0),
    ],
)
def test_patterns_are_places(lift, pattern, minor):
    """A lift stands for its pattern; one joint, the trunk and the unknown are no change."""
    traits = traits_of(lift)
    assert PATTERNS[int(traits.pattern)] == pattern
    assert traits.minor == minor


def test_loads_and_weights_by_hand():
    """The curl loads arms 0.8, grip 0.4, and back, QL and shoulders 0.1: a.a = 0.83."""
    traits = traits_of("curl")
    loads = dict(zip(REGIONS, traits.loads, strict=True))
    assert {region: load for region, load in loads.items() if load} == {
        "erector_spinae": 0.1,
        "quadratus_lumborum": 0.1,
        "grip": 0.4,
        "shoulders": 0.1,
        "arms": 0.8,
    }
    weights = dict(zip(REGIONS, traits.weights, strict=True))
    assert weights["arms"] == pytest.approx(0.8 / 0.83, abs=CLOSE)
    assert traits.known == 1.0


def test_an_unknown_lift_loads_nothing():
    """What it moves nobody knows, so that it is shared with no other."""
    traits = traits_of("Atlas stone")
    assert (traits.loads, traits.weights, traits.known) == ((0.0,) * 10, (0.0,) * 10, 0.0)


# --- other lifts ---


def test_overlap_by_hand():
    """
    From the loads of the table: bench.curl = 0.68, curl.curl = 0.83, bench.bench = 1.94.

    Common are back and QL 0.1 x 0.1 each, grip 0.1 x 0.4, shoulders 0.6 x 0.1, arms 0.7 x 0.8.
    """
    assert overlap("bench_press", "curl") == pytest.approx(0.68 / 0.83, abs=CLOSE)
    assert overlap("curl", "bench_press") == pytest.approx(0.68 / 1.94, abs=CLOSE)


def test_overlap_with_itself_and_with_the_unknown():
    """A lift tires itself in full; what is not in the table nothing but itself."""
    assert overlap("squat", "squat") == overlap("Atlas stone", "Atlas stone") == 1.0
    assert overlap("Atlas stone", "squat") == overlap("squat", "Atlas stone") == 0.0


def test_likeness_by_hand():
    """The cosine of two loads: 0.68 / sqrt(1.94 x 0.83)."""
    expected = 0.68 / (1.94 * 0.83) ** 0.5
    assert likeness("bench_press", "curl") == pytest.approx(expected, abs=CLOSE)
    assert likeness("Atlas stone", "squat") == 0.0


@given(KEYS, KEYS)
def test_likeness_is_mutual(one, other):
    """Never above 1, which is that of a lift to itself."""
    assert likeness(one, one) == pytest.approx(1.0, abs=CLOSE)
    assert likeness(one, other) == pytest.approx(likeness(other, one), abs=CLOSE)
    assert 0.0 <= likeness(one, other) <= 1.0 + CLOSE
