"""What earlier versions stored is read to the same facts, or refused with what to do."""

import json
import re
from datetime import datetime
from pathlib import Path

import attrs
import pytest

import liftguard as lg
from liftguard.judge.plan import SetCheck
from liftguard.wire import _STORED, SCHEMA
from liftguard.words.english import ENGLISH

STORED = Path(__file__).parent / "stored"
FOLDERS = sorted(path.name for path in STORED.iterdir() if path.name.startswith("schema_"))
CURRENT = f"schema_{SCHEMA}_model_{lg.MODEL_VERSION}"
OLD_MODEL = [name for name in FOLDERS if name != CURRENT]
OLD_SCHEMA = [name for name in FOLDERS if name.startswith("schema_1_")]
READ_SCHEMAS = [name for name in FOLDERS if name not in OLD_SCHEMA]

KINDS = {
    "advice": lg.Advice,
    "athlete_state": lg.AthleteState,
    "bests": lg.Bests,
    "doubt": lg.Doubt,
    "finding": lg.Finding,
    "forecast": lg.Forecast,
    "history": lg.History,
    "next": lg.Next,
    "params": lg.Params,
    "patterns": lg.Patterns,
    "plan_check": lg.PlanCheck,
    "planned_session": lg.PlannedSession,
    "policy": lg.Policy,
    "suggestion": lg.Suggestion,
    "verdict": lg.Verdict,
}


def text(folder, kind):
    return (STORED / folder / f"{kind}.json").read_text(encoding="utf-8")


def read(folder, kind):
    return lg.loads(text(folder, kind), expect=KINDS[kind])


def refused(folder, kind, words):
    with pytest.raises(lg.UnreadableStore, match=words):
        read(folder, kind)


def warm_up(month, day):
    at = datetime(2026, month, day, 18)
    return lg.LoggedSet(lift="deadlift", at=at, load_kg=120, reps=5, kind="warmup")


def top_set(month, day, load_kg, week):
    return lg.LoggedSet(
        lift="deadlift",
        at=datetime(2026, month, day, 18, 5),
        load_kg=load_kg,
        reps=3,
        rpe=8.5,
        rest_s=240,
        session=f"week {week}",
        id=f"d{week - 1}",
    )


SPASM = lg.Pain(at=datetime(2026, 2, 9, 19), region="low_back", severity=6, kind="spasm")

# What the lifter did, in order of time.
ENTRIES = [
    lg.Bodyweight(at=datetime(2026, 1, 5, 7), kg=82.5),
    warm_up(1, 5),
    top_set(1, 5, 170, 1),
    warm_up(1, 12),
    top_set(1, 12, 172.5, 2),
    warm_up(1, 19),
    top_set(1, 19, 175, 3),
    warm_up(1, 26),
    top_set(1, 26, 177.5, 4),
    warm_up(2, 2),
    top_set(2, 2, 180, 5),
    lg.Rising(at=datetime(2026, 2, 9, 6, 30)),
    lg.Readiness(at=datetime(2026, 2, 9, 8), score=0.7, sleep_h=6.5),
    lg.Stillness(start=datetime(2026, 2, 9, 15), end=datetime(2026, 2, 9, 17), posture="sitting"),
    lg.Mobility(at=datetime(2026, 2, 9, 17, 30), minutes=12, regions=("hamstrings", "low_back")),
    warm_up(2, 9),
    top_set(2, 9, 182.5, 6),
    lg.LoggedSet(
        lift="deadlift",
        at=datetime(2026, 2, 9, 18, 10),
        load_kg=200,
        reps=0,
        missed=True,
        note="left the floor, no further",
    ),
    lg.LoggedSet(
        lift="Atlas stone",
        at=datetime(2026, 2, 9, 18, 20),
        load_kg=0.30000000000000004,  # every bit of it
        reps=2,
        to_failure=True,
    ),
    SPASM,
]
PULL = lg.PlannedSet(lift="deadlift", load_kg=190, reps=3, rpe=9)
MONDAY = datetime(2026, 2, 16, 18)


def test_there_is_a_sample_of_this_version():
    """A schema or model version is raised together with a stored sample of it."""
    assert CURRENT in FOLDERS, "see tests/stored/README.md"
    assert {path.stem for path in (STORED / CURRENT).iterdir()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_of_this_version_is_what_is_stored_today(kind):
    """A stored form does not change without a new number: a sample is written as it was read."""
    assert lg.dumps(read(CURRENT, kind)) + "\n" == text(CURRENT, kind)


def test_older_samples_are_complete():
    """What hosts own and the state are there for every version."""
    for folder in FOLDERS:
        least = {"history", "policy", "planned_session", "athlete_state", "verdict", "params"}
        assert least <= {path.stem for path in (STORED / folder).iterdir()}, folder


@pytest.mark.parametrize("folder", FOLDERS)
def test_samples_hold_what_their_folder_says(folder):
    """Schema and model version of each text are those in the name of its folder."""
    _, schema, _, model, *_ = folder.split("_")
    for path in (STORED / folder).iterdir():
        envelope = json.loads(path.read_text(encoding="utf-8"))
        assert (envelope["schema"], envelope["model_version"]) == (int(schema), model)


@pytest.mark.parametrize("folder", FOLDERS)
def test_histories_are_read_from_every_version(folder):
    """A log keeps its moments, loads, misses and notes."""
    assert list(read(folder, "history")) == ENTRIES


@pytest.mark.parametrize("folder", FOLDERS)
def test_plans_are_read_from_every_version(folder):
    """A planned session keeps its day, its sets and its rests."""
    ramp = lg.PlannedSet(lift="deadlift", load_kg=120, reps=5)
    assert read(folder, "planned_session") == lg.PlannedSession(
        at=MONDAY, sets=[ramp, PULL], rest_s=240
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_policies_are_read_from_every_version(folder):
    """A threshold is as it was stored, and one that did not exist then has its default."""
    policy = read(folder, "policy")
    assert (policy.caution, policy.beyond, policy.widest_sd) == (0.1, 0.3, 0.12)
    stored_as = dict.fromkeys((f"schema_2_model_{n}" for n in range(3, 7)), 2.2)
    stored_as["schema_2_model_3_before_ramps"] = 2.25
    assert policy.strain_beyond == stored_as.get(folder, 2.3)


def test_a_state_of_this_version_is_read():
    """It knows the lifter as the log has them, and the Guard goes on with it."""
    state = read(CURRENT, "athlete_state")
    assert (state.since, state.at) == (datetime(2026, 1, 5, 18), datetime(2026, 2, 9, 19))
    assert (state.bodyweight_kg, list(state.lifts)) == (82.5, ["deadlift", "Atlas stone"])
    assert lg.Guard().check(state, PULL, at=MONDAY).level is lg.Level.BEYOND


@pytest.mark.parametrize("folder", OLD_MODEL)
def test_a_state_of_an_older_version_is_to_be_replayed(folder):
    """It is refused, and what the error says helps: the history stored beside it is replayed."""
    refused(folder, "athlete_state", "update liftguard, or replay the history")
    state = lg.Guard().replay(read(folder, "history")).state
    assert state.lifts["deadlift"].sets > 0
    assert lg.loads(lg.dumps(state)) == state


def test_a_state_of_another_shape_is_refused():
    """Even one whose text claims this version: it holds what none does, and lacks the rest."""
    envelope = json.loads(text("schema_2_model_4", "athlete_state"))
    claims = json.dumps(envelope | {"model_version": lg.MODEL_VERSION})
    with pytest.raises(lg.UnreadableStore, match=r"unknown \['gain', 'session'\]"):
        lg.loads(claims)


def test_the_guard_refuses_a_state_of_another_model():
    """One that can be read is told by the fingerprint of its maker."""
    made_by = json.loads(text("schema_2_model_4", "athlete_state"))["value"]["made_by"]
    state = attrs.evolve(read(CURRENT, "athlete_state"), made_by=made_by)
    with pytest.raises(lg.InvalidValue, match="The model has changed: replay the history"):
        lg.Guard().check(lg.loads(lg.dumps(state)), PULL, at=MONDAY)


@pytest.mark.parametrize("folder", OLD_MODEL)
def test_params_of_an_older_version_are_refused(folder):
    """Half the numbers of one model and half of another would be neither."""
    refused(folder, "params", r"begin with Params\(\) and fit again")


def test_params_of_this_version_are_read():
    """The sample holds those that are shipped."""
    assert read(CURRENT, "params") == lg.Params()


@pytest.mark.parametrize("kind", ["verdict", "forecast"])
@pytest.mark.parametrize("folder", OLD_SCHEMA)
def test_answers_of_an_older_schema_are_asked_again(folder, kind):
    """They lack what a verdict has today, and say how to come by one."""
    refused(folder, kind, "replay the history and ask again")


# folder: p_beyond, low, middle, high of the capacity [kg], heaviest load that is clear [kg]
VERDICTS = {
    "schema_2_model_3_before_ramps": (0.656, 182.9, 197.7, 213.7, 140.0),
    "schema_2_model_3": (0.654, 186.6, 201.8, 218.1, 132.5),
    "schema_2_model_4": (0.654, 186.6, 201.8, 218.1, 132.5),
    "schema_2_model_5": (0.6547, 186.6, 201.7, 218.1, 132.5),
    "schema_2_model_6": (0.4927, 184.5, 201.7, 220.5, 135.0),
    "schema_3_model_7": (0.4927, 184.5, 201.7, 220.5, 130.0),
}


@pytest.mark.parametrize("folder", READ_SCHEMAS)
def test_verdicts_of_this_schema_are_read(folder):
    """A verdict says what it said, and which model said it."""
    p, *band, max_load = VERDICTS[folder]
    verdict, forecast = read(folder, "verdict"), read(folder, "forecast")
    assert (verdict.level, verdict.planned, verdict.at) == (lg.Level.BEYOND, PULL, MONDAY)
    assert verdict.p_beyond == pytest.approx(p, abs=5e-4)
    capacity = verdict.capacity
    assert [capacity.low_kg, capacity.middle_kg, capacity.high_kg] == pytest.approx(band, abs=0.05)
    assert (verdict.max_load_kg, verdict.pain) == (max_load, SPASM)
    assert {one.code for one in verdict.causes} == {"overload", "rapid_movement", "fatigue"}
    assert verdict.causes[0].code == "overload"
    assert verdict.model_version == folder.split("_")[3]
    assert forecast.p_beyond == pytest.approx(p, abs=5e-4)


@pytest.mark.parametrize("folder", READ_SCHEMAS)
def test_findings_and_checked_plans_of_this_schema_are_read(folder):
    """What was found, and where a plan went too far, stay as they were said."""
    assert read(folder, "finding").pain == SPASM
    assert read(folder, "plan_check").first_beyond == 1
    assert read(folder, "patterns").found == ()


# --- the page ---

PAGE = (Path(__file__).parents[1] / "docs/reference/wire_format.md").read_text(encoding="utf-8")
OPAQUE = {"AthleteState", "Params"}  # and an array, which has no fields


def listed(row):
    """Give the names that the page lists in the row of a table."""
    cells = re.search(rf"^\| {re.escape(row)} \| (.*) \|$", PAGE, re.MULTILINE)
    return re.findall(r"`(\w+)`", cells[1]) if cells else None


@pytest.mark.parametrize("name", sorted(set(_STORED) - OPAQUE - {"Advice"}))
def test_the_page_lists_every_stored_type(name):
    """With the fields that its texts have, in their order."""
    assert listed(f"`{name}`") == [field.name for field in attrs.fields(_STORED[name])]


@pytest.mark.parametrize(
    "kind",
    [
        *(lg.Band, lg.Cause, lg.Evidence, lg.Step, lg.Reason, lg.Trace, lg.Deed, lg.Change),
        *(lg.Pattern, SetCheck, lg.LastTime, lg.Best),
    ],
)
def test_the_page_lists_what_is_inside(kind):
    """The values that are only stored inside others have their fields there, too."""
    assert listed(f"`{kind.__name__}`") == [field.name for field in attrs.fields(kind)]


@pytest.mark.parametrize(
    ("row", "group"),
    [
        ("`Cause.code`, `not_assessed`", "causes"),
        ("`Step.code`", "steps"),
        ("`MovementStep.code`", "eases"),
        ("`Suggestion.code`", "suggestions"),
        ("`Suggestion.reason`", "reasons"),
        ("`Next.code`", "next"),
        ("`caveats`", "caveats"),
        ("`missing_records`", "records"),
    ],
)
def test_the_page_lists_every_code(row, group):
    """Each code that has a text is listed, and no other; `_until` only words a step's time."""
    assert listed(row) == [code for code in ENGLISH[group] if not code.endswith("_until")]
