"""Many athletes: the same as a loop over them, and nobody is lost."""

from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import GUARD, logs, planned_sets

import liftguard as lg
from liftguard import fleet

AT = datetime(2026, 3, 2, 18)
PULL = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
TODAY = lg.PlannedSession(at=AT, sets=[PULL])


def trained(days_ago=3, load_kg=150.0):
    """Give the state after eight weekly top sets, the last so many days before the session."""
    last = AT - timedelta(days=days_ago)
    done = [
        lg.LoggedSet(
            lift="deadlift", at=last - timedelta(days=7 * week), load_kg=load_kg, reps=3, rpe=9
        )
        for week in range(8)
    ]
    return GUARD.replay(lg.History(done)).state


def planned(load_kg):
    return attrs.evolve(TODAY, sets=[attrs.evolve(PULL, load_kg=load_kg)])


@given(st.dictionaries(st.sampled_from("ABCDE"), logs()), planned_sets())
@settings(max_examples=settings().max_examples // 3)
def test_a_fleet_is_a_loop(entries, one):
    """Tracks and judgements are those of each athlete alone, whoever else there is."""
    histories = {name: lg.History(log) for name, log in entries.items()}
    tracks = fleet.replay(GUARD, histories)
    assert list(tracks) == list(histories)
    assert tracks == {name: GUARD.replay(history) for name, history in histories.items()}
    session = lg.PlannedSession(at=datetime(2100, 1, 1), sets=[one, one])
    states = {name: track.state for name, track in tracks.items()}
    found = fleet.check(GUARD, states, dict.fromkeys(states, session), stale_days=1e9)
    assert {row.name: row.plan for row in found} == {
        name: GUARD.check_plan(state, [session]) for name, state in states.items()
    }


def test_the_worst_comes_first():
    """BEYOND, CAUTION, UNKNOWN, CLEAR; within one level the likelier to fail."""
    state = trained()
    clear, edge = (GUARD.max_load(state, "deadlift", 3, at=AT, p_beyond=p) for p in (0.01, 0.25))
    loads = {"calm": clear, "edge": edge, "far": 260.0, "near": 200.0}
    states = dict.fromkeys(loads, state) | {"new": GUARD.start()}
    sessions = {name: planned(load) for name, load in loads.items()} | {"new": TODAY}
    found = fleet.check(GUARD, states, sessions)
    assert [(one.name, str(one.level)) for one in found] == [
        ("far", "BEYOND"),
        ("near", "BEYOND"),
        ("edge", "CAUTION"),
        ("new", "UNKNOWN"),
        ("calm", "CLEAR"),
    ]
    backwards = fleet.check(GUARD, dict(reversed(states.items())), dict(reversed(sessions.items())))
    assert backwards == found


def test_a_rare_lift_makes_nobody_unknown():
    """The worst set that can be judged decides, and the lift that cannot is named beside it."""
    rare = lg.PlannedSet(lift="front_squat", load_kg=60, reps=5)
    plans = {
        name: attrs.evolve(TODAY, sets=sets)
        for name, sets in {
            "calm": [attrs.evolve(PULL, load_kg=60)],
            "far": [rare, attrs.evolve(PULL, load_kg=260)],
            "rare": [attrs.evolve(PULL, load_kg=60), rare, rare],
            "strange": [rare],
        }.items()
    }
    found = fleet.check(GUARD, dict.fromkeys(plans, trained()), plans)
    assert [(one.name, str(one.level), one.unknown) for one in found] == [
        ("far", "BEYOND", ("front_squat",)),
        ("strange", "UNKNOWN", ("front_squat",)),
        ("rare", "CLEAR", ("front_squat",)),
        ("calm", "CLEAR", ()),
    ]
    for one in found[:3]:
        told = ["Not judged, as the records cannot say: front squat."]
        assert fleet.say_athlete(one) == told
    assert fleet.say_athlete(found[3]) == []
    (old,) = fleet.check(GUARD, {"rare": trained(20)}, {"rare": plans["rare"]})
    assert str(old.level) == "UNKNOWN"
    assert "Frontkniebeuge" in fleet.say_athlete(old, language="de")[1]


def test_old_records_are_not_clear():
    """A fortnight without an entry stops a clear level, and no flag gets milder by it."""
    light, heavy = planned(60), planned(300)
    for days, level in ((14, "CLEAR"), (14.1, "UNKNOWN"), (200, "UNKNOWN")):
        (one,) = fleet.check(GUARD, {"Ada": trained(days)}, {"Ada": light})
        assert str(one.level) == level
        assert one.days_since == pytest.approx(days)
        assert ("stale" in one.remarks) == (level == "UNKNOWN")
    (one,) = fleet.check(GUARD, {"Ada": trained(15)}, {"Ada": heavy})
    assert (str(one.level), one.remarks) == ("BEYOND", ("stale",))


def test_days_count_to_the_first_session():
    """A block of weeks is as fresh as its first day."""
    later = attrs.evolve(planned(60), at=AT + timedelta(days=20))
    (one,) = fleet.check(GUARD, {"Ada": trained(3)}, {"Ada": [planned(60), later]})
    assert one.days_since == pytest.approx(3.0)
    assert "stale" not in one.remarks


def test_nobody_is_left_out():
    """No state, no entry, no session, no set, and a plan in the past: each is said."""
    found = fleet.check(
        GUARD,
        {"idle": trained(), "new": GUARD.start(), "past": trained(), "empty": trained()},
        {
            "ghost": TODAY,
            "new": [TODAY],
            "past": attrs.evolve(TODAY, at=AT - timedelta(days=99)),
            "empty": attrs.evolve(TODAY, sets=[]),
        },
    )
    assert {str(one.level) for one in found} == {"UNKNOWN"}
    assert {one.name: one.remarks for one in found} == {
        "idle": ("no_session",),
        "ghost": ("no_state",),
        "new": ("no_entries",),
        "past": ("refused",),
        "empty": (),
    }
    (past,) = (one for one in found if one.name == "past")
    assert isinstance(past.error, lg.WrongOrder)
    assert "plan could not be judged" in fleet.say_athlete(past)[0]


def test_every_remark_has_words_in_both_languages():
    """A remark is a sentence, not its code."""
    for code in ("no_state", "no_entries", "no_session", "stale", "refused"):
        one = fleet.AthleteCheck(
            name="Ada", level=lg.Level.UNKNOWN, remarks=(code,), days_since=20.0
        )
        said = [fleet.say_athlete(one, language=language)[0] for language in ("en", "de")]
        assert said[0] != said[1]
        assert all(len(text.split()) >= 3 for text in said)
    assert "20 days" in fleet.say_athlete(attrs.evolve(one, remarks=("stale",)))[0]


@pytest.mark.parametrize("days", [0, -1, float("nan")])
def test_days_until_stale_are_above_zero(days):
    """Zero would call everything stale, and nothing says so better than an error."""
    with pytest.raises(lg.InvalidValue, match="stale_days: got"):
        fleet.check(GUARD, {}, {}, stale_days=days)


def test_one_bad_history_costs_nobody_else():
    """It gives its error in its place."""
    done = lg.LoggedSet(lift="squat", at=AT, load_kg=100, reps=5)
    other = attrs.evolve(done, at=AT.replace(year=2027))
    tracks = fleet.replay(GUARD, {"bad": [done, other], "good": lg.History([done])})
    assert isinstance(tracks["bad"], lg.InvalidValue)
    assert len(tracks["good"]) == 1


def test_a_pool_of_processes_gives_the_same():
    """Guard, histories, tracks and errors go to other processes and come back equal."""
    done = [lg.LoggedSet(lift="squat", at=AT, load_kg=load, reps=5) for load in (100, 105)]
    histories = {"Ada": lg.History(done), "Bo": lg.History(done[:1])}
    with ProcessPoolExecutor(2) as pool:
        assert fleet.replay(GUARD, histories, map=pool.map) == fleet.replay(GUARD, histories)


SLIPS = {
    "states that are one state": lambda: fleet.check(GUARD, trained(), {}),
    "a session alone": lambda: fleet.check(GUARD, {}, TODAY),
    "no guard": lambda: fleet.check(None, {}, {}),
    "a list of histories": lambda: fleet.replay(GUARD, [lg.History()]),
    "a guard that is a class": lambda: fleet.replay(lg.Guard, {}),
    "no check of an athlete": lambda: fleet.say_athlete("Ada"),
    "a state of nobody": lambda: fleet.states_of(trained()),
    "a track for a state": lambda: fleet.states_of({"Ada": GUARD.replay(lg.History())}),
    "start that is a state": lambda: fleet.replay_columns(GUARD, NOBODY, start=trained()),
    "start with a track": lambda: fleet.replay_columns(
        GUARD, NOBODY, start={"Ada": GUARD.replay(lg.History())}
    ),
    "plans for a state": lambda: fleet.check_columns(GUARD, trained(), NOBODY),
    "no guard for plans": lambda: fleet.check_columns(None, {}, NOBODY),
    "no guard for forecasts": lambda: fleet.forecast_columns(GUARD.policy, {}, NOBODY),
    "no guard for columns": lambda: fleet.replay_columns(None, NOBODY),
    "states that are no columns": lambda: fleet.states_to_arrow({"Ada": trained()}),
    "no parts": lambda: fleet.write_parts(NOBODY, "nowhere", 0),
    "no table": lambda: fleet.write_parts(5, "nowhere", 1),
    "nobody's rows": lambda: fleet.write_parts({"lift": ["squat"]}, "nowhere", 1),
    "columns of many kinds": lambda: fleet.write_parts({"athlete": ["Ada", 5]}, "nowhere", 1),
    "the part of nobody": lambda: fleet.part_of(None, 4),
    "one of no parts": lambda: fleet.part_of("Ada", 0),
    "part 5 of 4": lambda: fleet.part_name(5, 4),
    "part one half": lambda: fleet.part_name(0.5, 4),
    "parts that are true": lambda: fleet.part_name(0, bool(1)),
    "a part that cannot be": lambda: fleet.read_part("nowhere", -1, 4),
    "a part of no guard": lambda: fleet.run_part(None, 0, 1, sets="nowhere", target="nowhere"),
    "parts by name": lambda: fleet.run_on_dask(GUARD, "3", sets="nowhere", target="nowhere"),
    "a moment as text": lambda: fleet.moment_of("2026-01-01"),
    "a moment that is missing": lambda: fleet.moment_of(np.datetime64("NaT")),
    "a moment far off": lambda: fleet.moment_of(np.datetime64("99999-01-01")),
}
NOBODY = {"athlete": [], "lift": [], "at": [], "load_kg": [], "reps": []}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_said_in_four_parts(slip):
    """Whatever is passed in place of what is asked for, the error says where, got and wanted."""
    with pytest.raises(lg.InvalidValue) as caught:
        SLIPS[slip]()
    error = caught.value
    assert error.where
    assert error.wanted
    assert repr(error.got)[:20] in str(error)


@pytest.mark.parametrize("sessions", [5, "monday", [PULL]])
def test_sessions_that_are_none_are_refused_for_one(sessions):
    """Whoever else there is stays judged."""
    found = {
        one.name: one.remarks
        for one in fleet.check(
            GUARD, {"Ada": trained(), "Bo": trained()}, {"Ada": sessions, "Bo": TODAY}
        )
    }
    assert found == {"Ada": ("refused",), "Bo": ()}
