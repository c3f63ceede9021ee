"""A set in numbers: what kind of evidence it can be, and what of it is not known."""

import math

import pytest
from strategies import BEGINNING

import liftguard as lg
from liftguard.model.row import FLOOR, MISS, PLAIN, RATED, WARM_UP, is_rated, row_of
from liftguard.model.traits import traits_of


def squat(**fields):
    return lg.LoggedSet(**{"lift": "squat", "at": BEGINNING, "load_kg": 100, "reps": 5} | fields)


def row(entry, at_s=0.0, bodyweight_kg=None):
    return row_of(entry, at_s, bodyweight_kg)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, PLAIN),
        ({"kind": "work"}, PLAIN),
        ({"rpe": 8}, RATED),
        ({"to_failure": True}, RATED),
        ({"rpe": 8, "reps": 0}, PLAIN),  # nothing went up: nothing was left to say
        ({"missed": True}, MISS),
        ({"missed": True, "rpe": 10}, MISS),
        ({"kind": "warmup"}, WARM_UP),
        ({"kind": "warmup", "rpe": 5}, WARM_UP),
        ({"kind": "warmup", "missed": True}, MISS),  # the mark does not soften it
        ({"kind": "drop"}, FLOOR),
        ({"kind": "drop", "to_failure": True}, FLOOR),
        ({"kind": "drop", "missed": True}, FLOOR),
        ({"planned_reps": 5}, PLAIN),
        ({"planned_reps": 8}, FLOOR),  # short of its plan: by choice or not, who knows
        ({"planned_reps": 8, "missed": True}, MISS),
        ({"planned_reps": 8, "rpe": 9}, RATED),
    ],
)
def test_what_kind_a_set_is(fields, kind):
    """A drop set first, then a miss, a warm-up, a rating, one short of plan; else it is plain."""
    entry = squat(**fields)
    assert row(entry).kind == kind
    assert is_rated(entry) is (kind == RATED)


@pytest.mark.parametrize(
    ("fields", "rir"),
    [
        ({"rpe": 8}, 2.0),
        ({"rpe": 9.5}, 0.5),
        ({"to_failure": True}, 0.0),
        ({"to_failure": True, "rpe": 7}, 0.0),
    ],
)
def test_what_a_set_says_was_left(fields, rir):
    """Ten less the RPE; to failure nothing, whatever stands beside it."""
    assert row(squat(**fields)).rir == rir


def test_what_is_known_of_a_set():
    """By its lift, its moment, its rest and what was moved: 100 kg less 15 of assistance."""
    found = row(squat(rest_s=90, assist_kg=15, missed=True), at_s=480.0)
    assert found[:4] == (traits_of("squat"), 480.0, 90.0, 1.0)
    assert found.log_load == pytest.approx(math.log(85.0))
    assert (found.reps, found.missed) == (5.0, 1.0)


def test_what_is_not_known_of_a_set():
    """It is NaN: a rest, a rating, a load that a body of no known weight moves."""
    found = row(squat(lift="pull_up", at_known_to="session"))
    assert math.isnan(found.rest_s)
    assert math.isnan(found.rir)
    assert math.isnan(found.log_load)
    assert math.isnan(found.planned)
    assert row(squat(planned_reps=8)).planned == 8.0
    assert (found.exact, found.missed) == (0.0, 0.0)
    assert row(squat(at_known_to="day")).exact == 0.0
    share = lg.LIFTS["pull_up"].bodyweight_share
    weighed = row(squat(lift="pull_up"), bodyweight_kg=80.0)
    assert weighed.log_load == pytest.approx(math.log(100.0 + share * 80.0))
