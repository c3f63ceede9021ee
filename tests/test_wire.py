"""The stored form: every value comes back, and what is not ours is refused."""

import json
import math
import string
from datetime import timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, instant_logs, logs, scenes, tampered, trained_scenes

import liftguard as lg

VALUES = [
    lg.Params(attempt_sd=0.04),
    lg.Policy(caution=0.1),
    lg.Profile(sex="female", birth_year=1990),
    lg.Plates.lb(),
    lg.Movement(motion="flexion", peak_velocity_deg_s=90),
    lg.PlannedSet(lift="Kreuzheben ⚡", load_kg=0.1 + 0.2, reps=3, rpe=8.5),
    lg.PlannedSession(at=BEGINNING, sets=[lg.PlannedSet(lift="squat", load_kg=1, reps=1)]),
    lg.Stillness(start=BEGINNING, end=BEGINNING, posture="bent"),
    lg.Mobility(at=BEGINNING, minutes=5, regions=("hip", "neck")),
    lg.Moved(at=BEGINNING, motion="rotation", load_kg=12.5, cause="catch"),
    lg.Readiness(at=BEGINNING, score=0, soreness=3),
    lg.Rising(at=BEGINNING),
    lg.Bodyweight(at=BEGINNING, kg=80.1),
    lg.Pain(at=BEGINNING, region="low_back", severity=8, kind="spasm"),
    lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=1 / 3, reps=0, missed=True, note='a "b"\n'),
    lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=4, planned_reps=5),
]


def name(value):
    return type(value).__name__


@pytest.mark.parametrize("value", VALUES, ids=name)
def test_values_come_back(value):
    """Every value with a stored form is read back equal."""
    assert lg.loads(lg.dumps(value), expect=type(value)) == value


@given(logs() | instant_logs())
def test_histories_come_back(entries):
    """A history comes back entry by entry, with the offsets of its moments."""
    history = lg.History(entries)
    again = lg.loads(lg.dumps(history), expect=lg.History)
    assert again == history
    assert [one.at.utcoffset() for one in again] == [one.at.utcoffset() for one in history]


@given(logs() | instant_logs())
def test_states_come_back(entries):
    """A state comes back to the last bit, and bytes are read as well as text."""
    state = GUARD.replay(lg.History(entries)).state
    assert lg.loads(lg.dumps(state)) == state
    assert lg.loads(lg.dumps(state).encode()) == state


@given(scenes() | trained_scenes())
def test_answers_come_back(scene):
    """Forecasts and verdicts come back equal."""
    forecast = GUARD.forecast(scene.state, scene.planned, at=scene.at)
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    assert lg.loads(lg.dumps(forecast), expect=lg.Forecast) == forecast
    assert lg.loads(lg.dumps(verdict), expect=lg.Verdict) == verdict


@given(scenes() | trained_scenes())
def test_advice_comes_back(scene):
    """As the tuple of steps that it is."""
    advice = GUARD.advise(scene.state, scene.planned, at=scene.at)
    again = lg.loads(lg.dumps(advice), expect=lg.Advice)
    assert again == advice
    assert type(again) is lg.Advice


def test_several_are_stored_one_by_one():
    """What `check_log` gives comes back; the error of all at once says how."""
    year = timedelta(days=400)
    sets = [attrs.evolve(SQUAT_DONE, at=BEGINNING + n * year) for n in range(3)]
    doubts = GUARD.check_log(lg.History(sets), now=BEGINNING + 3 * year)
    assert len(doubts) > 1
    assert tuple(lg.loads(lg.dumps(one), expect=lg.Doubt) for one in doubts) == doubts
    with pytest.raises(lg.UnreadableStore) as caught:
        lg.dumps(doubts)
    assert caught.value.hint == "[dumps(one) for one in values]"


SQUAT_DONE = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=5)


def test_a_verdict_on_a_movement_comes_back():
    """What was judged is read back as the kind of plan it was."""
    verdict = GUARD.check(GUARD.start(), lg.Movement(motion="rotation"), at=BEGINNING)
    assert lg.loads(lg.dumps(verdict), expect=lg.Verdict) == verdict


@given(scenes() | trained_scenes())
def test_a_text_is_plain_json(scene):
    """The text is one line of strict JSON with its type, schema and model version."""
    text = lg.dumps(scene.state)
    envelope = json.loads(text, parse_constant=pytest.fail)
    assert "\n" not in text
    assert envelope["liftguard"] == "AthleteState"
    assert envelope["schema"] == 3
    assert envelope["model_version"] == lg.MODEL_VERSION


def changed(value, **changes):
    """Rewrite what a text holds."""
    envelope = json.loads(lg.dumps(value))
    envelope["value"].update(changes)
    return json.dumps(envelope)


SQUAT = lg.PlannedSet(lift="squat", load_kg=100, reps=5)


@pytest.mark.parametrize("load_kg", ["100", None, True, [100], -1])
def test_a_wrong_field_is_named(load_kg):
    """A field of the wrong type or range is refused by its path."""
    with pytest.raises(lg.UnreadableStore, match=r"PlannedSet\.load_kg"):
        lg.loads(changed(SQUAT, load_kg=load_kg), expect=lg.PlannedSet)


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_a_set_stored_before_plans_were_kept_has_none(schema):
    """An older text lacks the field, and so the plan was not recorded."""
    done = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=5)
    envelope = json.loads(lg.dumps(done)) | {"schema": schema}
    del envelope["value"]["planned_reps"]
    assert lg.loads(json.dumps(envelope), expect=lg.LoggedSet) == done


@pytest.mark.parametrize("planned", [0, -5, 1001, 5.5, "5", True])
def test_a_plan_that_is_none_is_refused(planned):
    """Planned repetitions are a whole number from 1 on, or null."""
    done = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=5)
    with pytest.raises(lg.UnreadableStore, match=r"LoggedSet\.planned_reps"):
        lg.loads(changed(done, planned_reps=planned), expect=lg.LoggedSet)


def test_a_number_too_large_for_a_float_is_refused():
    """1e999 would be read as infinity."""
    with pytest.raises(lg.UnreadableStore, match=r"PlannedSet\.load_kg"):
        lg.loads(lg.dumps(SQUAT).replace("100.0", "1e999"), expect=lg.PlannedSet)


def test_a_field_that_is_missing_has_its_default():
    """A field that has a default may be left out."""
    text = '{"liftguard":"PlannedSet","schema":1,"value":{"lift":"squat","load_kg":100,"reps":5}}'
    assert lg.loads(text, expect=lg.PlannedSet) == SQUAT


def test_a_field_that_is_needed_is_missed():
    """A field without a default may not, and is named."""
    text = '{"liftguard":"PlannedSet","schema":1,"value":{"lift":"squat","load_kg":100}}'
    with pytest.raises(lg.UnreadableStore, match="reps"):
        lg.loads(text, expect=lg.PlannedSet)


def test_an_unknown_field_is_refused():
    """A field that this version does not know is not dropped in silence."""
    with pytest.raises(lg.UnreadableStore, match="mood"):
        lg.loads(changed(SQUAT, mood="great"), expect=lg.PlannedSet)


def test_another_type_is_refused():
    """A plan is not read where a state is expected."""
    with pytest.raises(lg.UnreadableStore, match="a stored AthleteState"):
        lg.loads(lg.dumps(SQUAT))


@pytest.mark.parametrize("schema", [0, 4, 99, None, "1"])
def test_another_schema_is_refused(schema):
    """A schema that this version does not know is refused, with what to do."""
    text = json.dumps(json.loads(lg.dumps(SQUAT)) | {"schema": schema})
    with pytest.raises(lg.UnreadableStore, match="replay the history"):
        lg.loads(text, expect=lg.PlannedSet)


def as_schema(value, schema):
    return json.dumps(json.loads(lg.dumps(value)) | {"schema": schema})


def test_what_the_host_owns_is_read_from_the_first_schema():
    """Plans, histories and policies stored by the first version are still there."""
    assert lg.loads(as_schema(SQUAT, 1), expect=lg.PlannedSet) == SQUAT
    policy = lg.Policy(caution=0.1)
    assert lg.loads(as_schema(policy, 1), expect=lg.Policy) == policy


def test_a_state_of_the_first_schema_is_to_be_replayed():
    """What another model made says so, and what to do."""
    with pytest.raises(lg.UnreadableStore, match="replay the history"):
        lg.loads(as_schema(lg.Guard().start(), 1))


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "17", '"x"', "{}", b"\xff\xfe", "[" * 100_000, None, 5],
    ids=["empty", "open", "null", "list", "int", "text", "dict", "bytes", "deep", "None", "5"],
)
def test_what_is_not_ours_is_refused(text):
    """Text that dumps did not write is refused as such."""
    with pytest.raises(lg.UnreadableStore, match="JSON that dumps wrote"):
        lg.loads(text)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_no_nan_comes_in(number):
    """NaN and infinity are not JSON and do not come in."""
    text = lg.dumps(SQUAT).replace("100.0", number)
    assert number in text
    with pytest.raises(lg.UnreadableStore):
        lg.loads(text, expect=lg.PlannedSet)


@pytest.mark.parametrize("value", [1, "x", None, [SQUAT], {"a": 1}, lg.Guard(), BEGINNING])
def test_what_has_no_stored_form_is_refused(value):
    """Only values of ours are stored; the error says which."""
    with pytest.raises(lg.UnreadableStore, match="AthleteState"):
        lg.dumps(value)


def test_what_has_no_stored_form_is_not_expected():
    """Only types that dumps writes can be expected."""
    with pytest.raises(lg.UnreadableStore, match="loads expect"):
        lg.loads(lg.dumps(SQUAT), expect=int)


def test_every_field_is_stored():
    """A stored set has every field of the record by its name."""
    stored = json.loads(lg.dumps(VALUES[-1]))["value"]
    assert set(stored) == set(attrs.fields_dict(lg.LoggedSet))


def test_a_set_that_was_stored_before_its_note_was_read():
    """It has no field that says what was read from a note, and nothing was."""
    done = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=5, note="rpe 8")
    envelope = json.loads(lg.dumps(done))
    assert envelope["value"].pop("from_note") == []
    assert lg.loads(json.dumps(envelope), expect=lg.LoggedSet) == done


def test_what_was_read_from_a_note_is_stored():
    """A set keeps the names of the fields, and wrong ones are refused."""
    done = lg.LoggedSet(
        lift="squat", at=BEGINNING, load_kg=100, reps=0, missed=True, from_note=("missed",)
    )
    assert lg.loads(lg.dumps(done), expect=lg.LoggedSet) == done
    with pytest.raises(lg.UnreadableStore, match=r"LoggedSet\.from_note"):
        lg.loads(changed(done, from_note=["reps"]), expect=lg.LoggedSet)


def test_floats_keep_every_bit():
    """0.1 + 0.2 comes back as it was, not as 0.3."""
    again = lg.loads(lg.dumps(VALUES[5]), expect=lg.PlannedSet)
    assert math.frexp(again.load_kg) == math.frexp(0.1 + 0.2)


@given(logs(most=8))
def test_a_state_is_small(entries):
    """A state of any log stays under 1 kB a lift, plus body and envelope."""
    state = GUARD.replay(lg.History(entries)).state
    assert len(lg.dumps(state)) < 2000 + 1000 * len(state.lifts)


def test_a_state_stays_small_for_years():
    """Ten lifts, four sessions a week of four lifts for five years: at most 12 kB."""
    state, lifts = GUARD.start(), sorted(lg.LIFTS)[::7][:10]
    for session in range(4 * 52 * 5):
        day = BEGINNING + timedelta(days=7 * (session // 4) + (0, 2, 3, 5)[session % 4])
        for place in range(12):
            lift = lifts[(session + place // 3) % 10]
            load = 2.5 * round(40.0 * (0.6 + 0.1 * ((session + place) % 5)) + session / 100.0)
            done = lg.LoggedSet(
                lift=lift,
                at=day + timedelta(minutes=4 * place),
                load_kg=load,
                reps=1 + (3 * session + place) % 12,
                planned_reps=5,
            )
            state = GUARD.learn(state, done)
    assert len(state.lifts) == 10
    assert len(lg.dumps(state)) < 12_000


@pytest.mark.parametrize("cut", range(1, 200, 7))
def test_a_torn_text_is_refused(cut):
    """A text cut short is refused, never read as something else."""
    text = lg.dumps(VALUES[-1])
    with pytest.raises(lg.UnreadableStore):
        lg.loads(text[: len(text) - cut], expect=lg.LoggedSet)


@given(trained_scenes(), st.data())
def test_a_tampered_text_is_read_or_refused(scene, data):
    """A text with one value replaced or removed gives its type or our error, nothing else."""
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    values = [scene.state, verdict, lg.History(VALUES[7:]), VALUES[6], VALUES[0]]
    value = values[data.draw(st.integers(0, len(values) - 1))]
    text = data.draw(tampered(lg.dumps(value)))
    try:
        read = lg.loads(text, expect=type(value))
    except lg.UnreadableStore:
        return
    assert type(read) is type(value)


@pytest.mark.parametrize("level", [[], {}, None, 3, "WORSE"])
def test_an_unknown_level_is_refused(level):
    """A level is one of four names."""
    verdict = GUARD.check(GUARD.start(), SQUAT, at=BEGINNING)
    with pytest.raises(lg.UnreadableStore, match=r"Verdict\.level"):
        lg.loads(changed(verdict, level=level), expect=lg.Verdict)


def test_an_integer_too_large_for_a_float_is_refused():
    """A whole number of four hundred digits is refused like any other wrong load."""
    with pytest.raises(lg.UnreadableStore, match=r"PlannedSet\.load_kg"):
        lg.loads(changed(SQUAT, load_kg=10**400), expect=lg.PlannedSet)


def test_text_in_any_script_survives():
    """A note keeps its letters."""
    note = string.printable + "硬拉 становая тяга 🏋️"
    done = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=1, reps=1, note=note)
    assert lg.loads(lg.dumps(done), expect=lg.LoggedSet).note == note
