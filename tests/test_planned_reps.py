"""What a set that was planned says by itself: one that went up, was missed, or was cut short."""

from datetime import timedelta

import pytest
from strategies import BEGINNING, GUARD

import liftguard as lg
from liftguard.model.row import FLOOR, MISS, PLAIN, RATED, WARM_UP, kind_of

DAY = timedelta(days=1)
FIVES = [
    lg.LoggedSet(lift="squat", at=BEGINNING + DAY * day, load_kg=100, reps=5, planned_reps=5)
    for day in (0, 3, 6)
]
STATE = GUARD.replay(lg.History(FIVES)).state
LATER = BEGINNING + DAY * 9


def done(**fields):
    return lg.LoggedSet(
        **{"lift": "squat", "at": LATER, "load_kg": 100, "planned_reps": 5} | fields
    )


def middle_kg(*sets):
    """Give the capacity that is believed in a day after the sets. [kg]"""
    state = STATE
    for one in sets:
        state = GUARD.learn(state, one)
    single = lg.PlannedSet(lift="squat", load_kg=100, reps=1)
    return GUARD.forecast(state, single, at=LATER + DAY).capacity.middle_kg


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"reps": 5}, PLAIN),
        ({"reps": 6}, PLAIN),
        ({"reps": 5, "planned_reps": None}, PLAIN),
        ({"reps": 4}, FLOOR),
        ({"reps": 4, "missed": True}, MISS),
        ({"reps": 0, "missed": True}, MISS),
        ({"reps": 3, "rpe": 8}, RATED),
        ({"reps": 3, "to_failure": True}, RATED),
        ({"reps": 3, "kind": "warmup"}, WARM_UP),
    ],
)
def test_what_a_plan_makes_of_a_set(fields, kind):
    """Short of its plan and not missed, it is a floor; with its effort, it says what was left."""
    assert kind_of(done(**fields)) == kind


def test_one_repetition_short_counts_as_missed():
    """The fifth was tried and failed: less is believed in than after four that were all."""
    assert middle_kg(done(reps=4, missed=True)) < middle_kg(done(reps=4, planned_reps=None))


def test_more_repetitions_short_lower_nothing():
    """A set that was cut short far below the limit says nothing of the limit."""
    assert middle_kg(done(reps=1, load_kg=40)) == pytest.approx(middle_kg(), rel=2e-3)
    assert middle_kg(done(reps=1)) > middle_kg(done(reps=1, missed=True))


def test_a_plan_that_went_up_says_the_same_of_the_limit_as_no_plan():
    """What was meant tells of the athlete's plans; what went up tells of the limit."""
    assert middle_kg(done(reps=5)) == middle_kg(done(reps=5, planned_reps=None))
