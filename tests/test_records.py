"""
Entries, plans, plates and histories: their ranges, what they keep, and what they make of it.

What holds of every kind alike is in test_entry_contract.
"""

import itertools
import math
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from strategies import BEGINNING, logs, racks, whole_days

import liftguard as lg
from liftguard.records.checks import MOTIONS

DAY = timedelta(days=1)
SET = {"lift": "deadlift", "at": BEGINNING, "load_kg": 140.0, "reps": 5}
PLAN = {"lift": "deadlift", "load_kg": 140.0, "reps": 5}
GOOD = [
    (lg.LoggedSet, SET),
    (lg.PlannedSet, PLAN),
    (lg.Pain, {"at": BEGINNING, "region": "low_back", "severity": 5}),
    (lg.Mobility, {"at": BEGINNING, "minutes": 10}),
    (lg.Moved, {"at": BEGINNING, "motion": "flexion"}),
    (lg.Readiness, {"at": BEGINNING, "score": 0.5}),
    (lg.Rising, {"at": BEGINNING}),
    (lg.Bodyweight, {"at": BEGINNING, "kg": 80}),
    (lg.Stillness, {"start": BEGINNING, "end": BEGINNING + DAY}),
    (lg.Movement, {"motion": "rotation"}),
    (lg.PlannedSession, {"at": BEGINNING, "sets": ()}),
    (lg.Profile, {}),
    (lg.Plates, {"bar_kg": 20, "pairs_kg": (10, 5)}),
]
OUT_OF_RANGE = [
    (lg.LoggedSet, "load_kg", -1),
    (lg.LoggedSet, "reps", -1),
    (lg.LoggedSet, "reps", 1001),
    (lg.LoggedSet, "rpe", 0),
    (lg.LoggedSet, "rpe", 11),
    (lg.LoggedSet, "kind", "heavy"),
    (lg.LoggedSet, "assist_kg", -5),
    (lg.LoggedSet, "rest_s", -1),
    (lg.LoggedSet, "mean_velocity_m_s", 21),
    (lg.LoggedSet, "at_known_to", "minute"),
    (lg.LoggedSet, "lift", "  "),
    (lg.PlannedSet, "reps", 0),
    (lg.PlannedSet, "rpe", 0.5),
    (lg.Pain, "region", "soul"),
    (lg.Pain, "severity", 10.1),
    (lg.Pain, "kind", "awful"),
    (lg.Mobility, "minutes", 1441),
    (lg.Mobility, "regions", ("soul",)),
    (lg.Moved, "motion", "jump"),
    (lg.Moved, "peak_velocity_deg_s", -1),
    (lg.Moved, "load_kg", 2001),
    (lg.Moved, "cause", "bad luck"),
    (lg.Readiness, "score", 1.1),
    (lg.Readiness, "sleep_h", 25),
    (lg.Readiness, "soreness", -1),
    (lg.Bodyweight, "kg", 19.9),
    (lg.Bodyweight, "kg", 401),
    (lg.Stillness, "posture", "flying"),
    (lg.Stillness, "end", BEGINNING - DAY),
    (lg.Movement, "motion", "jump"),
    (lg.Movement, "peak_velocity_deg_s", 2001),
    (lg.Movement, "cause", "sneezing"),
    (lg.PlannedSession, "sets", ("squat",)),
    (lg.Profile, "sex", "m"),
    (lg.Profile, "birth_year", 85),
    (lg.Profile, "height_cm", 1.8),
    (lg.Plates, "bar_kg", -1),
    (lg.Plates, "pairs_kg", (0,)),
    (lg.Plates, "pairs_kg", (math.inf,)),
    (lg.Plates, "pairs_kg", (1.25,) * 61),
]


@pytest.mark.parametrize("disabled", [False, True], ids=["", "validators off"])
@pytest.mark.parametrize(("kind", "field", "value"), OUT_OF_RANGE)
def test_a_value_out_of_range_is_refused(kind, field, value, disabled):
    """It is an error that names the record and the field, whatever attrs is told."""
    good = dict(GOOD)[kind]
    attrs.validators.set_disabled(disabled)
    try:
        with pytest.raises(lg.InvalidValue) as caught:
            kind(**good | {field: value})
    finally:
        attrs.validators.set_disabled(False)
    assert caught.value.where == f"{kind.__name__}.{field}"


def test_whole_numbers_become_what_they_are():
    """5.0 repetitions are the int 5, and 140 kg the float 140.0."""
    done = lg.LoggedSet(**SET | {"reps": 5.0, "load_kg": 140})
    assert (type(done.reps), type(done.load_kg)) == (int, float)
    assert (done.reps, done.load_kg) == (5, 140.0)


def test_not_recorded_is_none():
    """What is not said is None or False, never a number."""
    done = lg.LoggedSet(**SET)
    nothing = (done.rpe, done.kind, done.rest_s, done.mean_velocity_m_s, done.session, done.id)
    assert nothing == (None,) * 6
    assert (done.missed, done.to_failure, done.assist_kg) == (False, False, 0.0)


def test_zero_is_data():
    """No load, no repetition and no rest are facts of a set."""
    done = lg.LoggedSet(**SET | {"load_kg": 0, "reps": 0, "rest_s": 0})
    assert (done.load_kg, done.reps, done.rest_s) == (0.0, 0, 0.0)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Deadlift (Barbell)", "deadlift"),
        ("Kreuzheben", "deadlift"),
        ("squat", "squat"),
        ("  Atlas   stone ", "Atlas stone"),
    ],
)
@pytest.mark.parametrize(("kind", "fields"), GOOD[:2])
def test_a_name_becomes_its_key(kind, fields, name, key):
    """A known name is kept as its key, an unknown one as itself with its space folded."""
    assert kind(**fields | {"lift": name}).lift == key


def test_stillness_is_known_at_its_end():
    """A stretch of sitting becomes known when it ends."""
    assert lg.Stillness(start=BEGINNING, end=BEGINNING + DAY).at == BEGINNING + DAY


@pytest.mark.parametrize("motion", MOTIONS)
def test_every_motion_is_taken(motion):
    """Each of the four motions makes a Movement."""
    assert lg.Movement(motion=motion).motion == motion


# --- plates ---


@given(racks(), whole_days())
def test_plates_give_the_heaviest_sum(plates, number):
    """Of all choices of pairs the heaviest that is not above the limit is found."""
    limit = abs(number) / 7.0
    sums = [
        plates.bar_kg + 2.0 * math.fsum(chosen)
        for count in range(len(plates.pairs_kg) + 1)
        for chosen in itertools.combinations(plates.pairs_kg, count)
    ]
    expected = max((kg for kg in sums if kg <= limit), default=0.0)
    assert plates.heaviest_up_to(limit) == pytest.approx(expected, abs=2e-6)


def test_plates_round_down():
    """A usual rack makes 137.5 kg for 139.9 and 140 for 140."""
    assert lg.Plates.kg().heaviest_up_to(139.9) == 137.5
    assert lg.Plates.kg().heaviest_up_to(140.0) == 140.0


@pytest.mark.parametrize("lb", [45, 135, 225, 315, 405, 495, 585, 185, 275, 95, 230])
def test_pound_plates_make_pound_loads(lb):
    """What everybody loads in pounds can be loaded to the milligram."""
    kg = lb * 0.45359237
    assert lg.Plates.lb().heaviest_up_to(kg + 1e-4) == pytest.approx(kg, abs=1e-6)


@pytest.mark.parametrize("limit", [math.inf, 1e9])
def test_plates_give_all_they_have_at_most(limit):
    """Without a limit the answer is the full bar: 20 + 2 x (10 + 5)."""
    assert lg.Plates(bar_kg=20, pairs_kg=(10, 5)).heaviest_up_to(limit) == 50.0


# --- histories ---


def fives(count, **fields):
    return [lg.LoggedSet(**SET | fields)] * count


def test_a_history_takes_any_order():
    """Entries come out in order of time."""
    early, late = lg.Rising(at=BEGINNING), lg.Rising(at=BEGINNING + DAY)
    assert lg.History([late, early]).entries == (early, late)


def test_a_history_refuses_what_is_no_entry():
    """A plan is not an entry."""
    with pytest.raises(lg.InvalidValue, match="an entry such as LoggedSet"):
        lg.History([lg.PlannedSet(**PLAN)])


def test_a_history_refuses_a_repeated_id():
    """The same id twice is refused, with the way to join logs."""
    twice = [lg.LoggedSet(**SET, id="a"), lg.LoggedSet(**SET | {"at": BEGINNING + DAY}, id="a")]
    with pytest.raises(lg.InvalidValue, match=r"'a'.*History\.merge"):
        lg.History(twice)


@given(logs())
def test_sets_of_a_history(entries):
    """`sets` holds the sets alone, in order; length, index and iteration see every entry."""
    history = lg.History(entries)
    assert list(history.sets) == [one for one in entries if isinstance(one, lg.LoggedSet)]
    assert len(history) == len(list(history)) == len(entries)
    assert list(history[:2]) == list(entries[:2])


@pytest.mark.parametrize(
    ("first", "second", "merged"), [(3, 3, 3), (3, 2, 3), (1, 3, 3), (0, 2, 2)]
)
def test_three_sets_of_five_stay_three(first, second, merged):
    """Of sets that look the same the larger of the two counts is kept."""
    assert len(lg.History.merge(lg.History(fives(first)), lg.History(fives(second)))) == merged


@pytest.mark.parametrize(
    "other", [{"load_kg": 142.5}, {"reps": 4}, {"lift": "squat"}, {"at": BEGINNING + DAY}]
)
def test_sets_that_differ_are_both_kept(other):
    """Another load, count, lift or moment is another set."""
    assert len(lg.History.merge(lg.History(fives(1)), lg.History(fives(1, **other)))) == 2


def test_the_later_word_on_an_id_holds():
    """Of two sets with one id the second history's is kept, in its place."""
    one, two = lg.LoggedSet(**SET, id="a"), lg.LoggedSet(**SET | {"reps": 4}, id="a")
    assert lg.History.merge(lg.History([one]), lg.History([two])).entries == (two,)


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        ([None], [5], [5]),
        ([5], [None], [5]),
        ([None], [None, 5], [None, 5]),
        ([None, 5], [5], [None, 5]),
        ([None, None], [5], [5, None]),
        ([5, None], [3], [5, 3]),
        ([5], [3], [5]),  # of what differs the first history's word holds
        ([5], [3, None], [5, 3]),
    ],
)
def test_a_plan_that_only_one_log_knows_is_kept(first, second, merged):
    """Twins agree in their plan where they can; one without a plan takes that of its twin."""
    one, two = (
        lg.History(lg.LoggedSet(**SET, planned_reps=planned) for planned in plans)
        for plans in (first, second)
    )
    assert [done.planned_reps for done in lg.History.merge(one, two)] == merged


def test_a_plan_brings_the_miss_that_it_shows_and_nothing_else():
    """The rest of a set stays as the first history has it."""
    told = lg.History([lg.LoggedSet(**SET, rpe=9, note="slow")])
    plan = lg.History([lg.LoggedSet(**SET, planned_reps=6, missed=True, note="6 x 140")])
    both = lg.LoggedSet(**SET, rpe=9, note="slow", planned_reps=6, missed=True)
    assert lg.History.merge(told, plan).entries == (both,)


def test_the_later_word_on_an_id_holds_for_its_plan_too():
    """A host that takes back the plan of its own set has taken it back."""
    one, two = lg.LoggedSet(**SET, id="a", planned_reps=6), lg.LoggedSet(**SET, id="a")
    assert lg.History.merge(lg.History([one]), lg.History([two])).entries == (two,)


def test_sets_with_other_ids_are_both_kept():
    """Two sets alike in all but their ids are two sets."""
    one, two = lg.LoggedSet(**SET, id="a"), lg.LoggedSet(**SET, id="b")
    assert len(lg.History.merge(lg.History([one]), lg.History([two]))) == 2


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (["a"], [None], ["a"]),
        ([None], ["a"], ["a"]),
        (["a", "b", "c"], [None] * 3, ["a", "b", "c"]),
        ([None] * 3, ["a", "b", "c"], ["a", "b", "c"]),
        ([None] * 2, ["a"], ["a", None]),
        (["a"], [None] * 2, ["a", None]),
        (["a", None], [None, "b"], ["a", "b"]),
        ([None, "a"], [None, "a"], [None, "a"]),
        (["a", "b"], ["c", None], ["a", "b", "c"]),
    ],
)
def test_a_set_without_an_id_is_the_one_that_looks_like_it(first, second, merged):
    """The larger count holds, the id is kept, and no two ids become one set."""
    one, two = (
        lg.History(lg.LoggedSet(**SET, id=name) for name in names) for names in (first, second)
    )
    assert [done.id for done in lg.History.merge(one, two)] == merged


def test_the_one_with_an_id_has_what_the_other_says_of_it():
    """The first history's word holds beside it, with a plan that only the second knows."""
    own = lg.History([lg.LoggedSet(**SET, id="a", rpe=9)])
    export = lg.History([lg.LoggedSet(**SET, rpe=8, planned_reps=6, missed=True)])
    both = {"id": "a", "planned_reps": 6, "missed": True}
    assert lg.History.merge(own, export).entries == (lg.LoggedSet(**SET, rpe=9, **both),)
    assert lg.History.merge(export, own).entries == (lg.LoggedSet(**SET, rpe=8, **both),)
    other = lg.History([lg.LoggedSet(**SET | {"reps": 4})])
    assert len(lg.History.merge(own, other)) == 2


def test_other_entries_are_merged_whole():
    """The same weighing in both logs is one, another mass at that moment is another."""
    one, two = (lg.Bodyweight(at=BEGINNING, kg=kg) for kg in (80, 81))
    assert len(lg.History.merge(lg.History([one]), lg.History([one]))) == 1
    assert len(lg.History.merge(lg.History([one]), lg.History([two]))) == 2


def test_logs_of_two_kinds_of_time_are_not_merged():
    """Wall clock and instants are refused."""
    one, two = lg.Rising(at=BEGINNING), lg.Rising(at=BEGINNING.replace(tzinfo=UTC))
    with pytest.raises(lg.InvalidValue, match="one kind of time"):
        lg.History.merge(lg.History([one]), lg.History([two]))


# --- logs as read ---


def test_a_log_accounts_for_every_row():
    """A Log whose counts do not add up is refused: rows may not be lost."""
    counts = {"rows_read": 3, "rows_with_sets": 1}
    parts = {"history": lg.History(), "app": "strong", "unit": "kg", "unit_evidence": "header"}
    with pytest.raises(lg.InvalidValue, match=r"Log\.rows_read"):
        lg.Log(**parts, **counts, problems=(), skipped=(lg.Skipped(row=2, reason="note"),))


def test_a_problem_says_where():
    """A problem reads as row, column, what stood there and what would be right."""
    problem = lg.Problem(row=41, column="RPE", got="11", wanted="6 to 10")
    assert str(problem) == "row 41, column 'RPE': got '11', wanted 6 to 10"


def test_a_decimal_is_a_number():
    """Databases give Decimals; they are as good as floats."""
    planned = lg.PlannedSet(lift="squat", load_kg=Decimal("142.5"), reps=3)
    assert planned.load_kg == 142.5
    assert type(planned.load_kg) is float


@pytest.mark.parametrize("rest_s", [-1.0, 86_401.0, 1e12])
def test_a_rest_is_a_day_at_most(rest_s):
    """Longer ones are a slip, or told by the times of the sets."""
    with pytest.raises(lg.InvalidValue, match=r"rest_s: "):
        lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5, rest_s=rest_s)
    with pytest.raises(lg.InvalidValue, match=r"rest_s: "):
        lg.PlannedSession(at=datetime(2026, 1, 5), sets=(), rest_s=rest_s)


@pytest.mark.parametrize(
    ("where", "build"),
    [
        ("Mobility.regions", lambda: lg.Mobility(at=datetime(2026, 1, 5), minutes=5, regions=True)),
        ("PlannedSession.sets", lambda: lg.PlannedSession(at=datetime(2026, 1, 5), sets=5)),
        ("Plates.pairs_kg", lambda: lg.Plates(bar_kg=20, pairs_kg=3)),
        ("History.entries", lambda: lg.History(5)),
    ],
)
def test_one_thing_is_not_several(where, build):
    """Where several things belong, one alone is refused by the field's name."""
    with pytest.raises(lg.InvalidValue, match=f"{where}: got .*, wanted several"):
        build()


@pytest.mark.parametrize("name", ["low_back", "Lower back", "lowback", "unterer Rücken"])
def test_a_pain_has_a_place_by_its_everyday_name(name):
    """In English and German, with strokes, blanks or neither."""
    pain = lg.Pain(at=datetime(2026, 1, 5), region=name, severity=5)
    assert pain == lg.Pain(at=datetime(2026, 1, 5), region="low_back", severity=5)


def test_a_word_that_is_nearly_right_is_offered():
    """The error of a field with a few words names the one that may be meant."""
    with pytest.raises(lg.InvalidValue, match="Is 'low_back' meant") as caught:
        lg.Pain(at=datetime(2026, 1, 5), region="low_backs", severity=5)
    assert caught.value.hint == "Is 'low_back' meant?"
    with pytest.raises(lg.InvalidValue) as caught:
        lg.Pain(at=datetime(2026, 1, 5), region="zzz", severity=5)
    assert caught.value.hint == ""
