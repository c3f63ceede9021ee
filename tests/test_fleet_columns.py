"""A fleet from columns: the numbers of the loop for everybody, whatever is wrong with one."""

import math
from datetime import UTC, datetime, timedelta

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import GUARD, LIFTS, loads_kg, logs, planned_logs, rep_counts

import liftguard as lg
from liftguard import fleet
from liftguard.fleet import chunk, counts, easing, planning, replaying, times
from liftguard.fleet.notes import entry_columns
from liftguard.model.state import READ_BY_LEARNING

SAME, NEAR_ZERO = 1e-9, 1e-6  # as in test_many
FIELDS = [one.name for one in attrs.fields(lg.LoggedSet)]
AT = datetime(2026, 1, 5, 18)
FEW = settings(max_examples=max(settings().max_examples // 3, 5))


@pytest.fixture(autouse=True, scope="module")
def in_arrays():
    """Send the few athletes of a test through arrays, not through the loop."""
    patch = pytest.MonkeyPatch()
    patch.setattr(replaying, "_FEWEST", 2)
    patch.setattr(planning, "_FEWEST", 1)
    yield
    patch.undo()


def tables(squad_logs):
    """Give the tables of sets and of other entries, and the logs in the order of a tie."""
    sets = [(name, one) for name, log in squad_logs.items() for one in log if is_set(one)]
    others = [(name, one) for name, log in squad_logs.items() for one in log if not is_set(one)]
    columns = {field: [getattr(one, field) for _, one in sets] for field in FIELDS}
    rows = [
        {"athlete": name, "type": type(one).__name__}
        | {field.name: getattr(one, field.name) for field in attrs.fields(type(one))}
        | {"at": one.at}
        for name, one in others
    ]
    names = {key for row in rows for key in row} - {"end"}  # which is its `at`
    noted = {key: [row.get(key) for row in rows] for key in names}
    return {"athlete": [name for name, _ in sets], **columns}, noted if rows else None


def is_set(entry):
    return isinstance(entry, lg.LoggedSet)


def in_order(log):
    """Put other entries before the sets of their moment, as the tables have them."""
    return lg.History([*(one for one in log if not is_set(one)), *filter(is_set, log)])


def leaves(value):
    if isinstance(value, tuple):
        return [leaf for one in value for leaf in leaves(one)]
    return [math.nan if value is None else float(value)]


def assert_same_state(found, alone):
    """Hold a state to that of the loop: numbers to 1e-9, all else to the same."""
    for field in attrs.fields(lg.AthleteState):
        if field.name not in ("body", "lifts"):
            assert getattr(found, field.name) == getattr(alone, field.name), field.name
    assert list(found.lifts) == list(alone.lifts)
    pairs = [(found.body, alone.body)]
    pairs += [(found.lifts[key], one) for key, one in alone.lifts.items()]
    for one, expected in pairs:
        got, wanted = np.array(leaves(tuple(one))), np.array(leaves(tuple(expected)))
        np.testing.assert_allclose(got, wanted, rtol=SAME, atol=NEAR_ZERO * SAME)
    for key, one in alone.lifts.items():  # what is no number of the step is whole
        counts = found.lifts[key][READ_BY_LEARNING + 3 :], one[READ_BY_LEARNING + 3 :]
        assert [type(leaf) for leaf in flat(counts[0])] == [type(leaf) for leaf in flat(counts[1])]


def flat(value):
    return [leaf for one in value for leaf in flat(one)] if isinstance(value, tuple) else [value]


def assert_same_chances(found, names, squad_tracks):
    """Hold the chance of each row to that of the track."""
    expected = {
        name: [track.judged(one).forecast.p_beyond for one in track]
        for name, track in squad_tracks.items()
    }
    for name, chances in expected.items():
        own = found[np.array(names) == name]
        wanted = [math.nan if one is None else one for one in chances]
        np.testing.assert_allclose(own, wanted, rtol=SAME)


def squads(**options):
    one = planned_logs(**options) | logs(**options)
    return st.lists(one, min_size=1, max_size=4).map(
        lambda held: {f"athlete {n}": log for n, log in enumerate(held)}
    )


@FEW
@given(squads(most=4), st.integers(0, 40))
def test_columns_are_the_loop(squad_logs, cut):
    """States and chances are those of each athlete alone, in one go and in two."""
    sets, others = tables(squad_logs)
    tracks = {name: GUARD.replay(in_order(log)) for name, log in squad_logs.items()}
    found = fleet.replay_columns(GUARD, sets, others=others)
    assert not found.problems
    assert set(found.states) == {name for name, log in squad_logs.items() if log}
    for name, state in found.states.items():
        assert_same_state(state, tracks[name].state)
    assert_same_chances(found.p_beyond, sets["athlete"], tracks)
    first = {name: in_order(log)[:cut] for name, log in squad_logs.items()}
    rest = {name: in_order(log)[cut:] for name, log in squad_logs.items()}
    held = fleet.replay_columns(GUARD, tables(first)[0], others=tables(first)[1]).states
    sets, others = tables(rest)
    again = fleet.replay_columns(GUARD, sets, others=others, start=held)
    for name, state in again.states.items():
        assert_same_state(state, tracks[name].state)


def test_the_law_can_fail(monkeypatch):
    """A chance that is a millionth off, or a load kept beside that is, is noticed."""
    log = [
        lg.LoggedSet(lift="squat", at=AT + timedelta(days=2 * n), load_kg=100 + n, reps=5)
        for n in range(9)
    ]
    squad_logs = {"Ada": log, "Bo": log[:8]}
    tracks = {name: GUARD.replay(lg.History(own)) for name, own in squad_logs.items()}
    sets, _ = tables(squad_logs)
    true = chunk.chance
    monkeypatch.setattr(chunk, "chance", lambda *given: true(*given) * (1 + 1e-6))
    found = fleet.replay_columns(GUARD, sets)
    with pytest.raises(AssertionError):
        assert_same_chances(found.p_beyond, sets["athlete"], tracks)
    state, lift = found.states["Ada"], found.states["Ada"].lifts["squat"]
    assert_same_state(state, tracks["Ada"].state)
    off = attrs.evolve(state, lifts={"squat": lift._replace(front=((5, 107.0, 14),))})
    with pytest.raises(AssertionError):
        assert_same_state(off, tracks["Ada"].state)


@pytest.mark.parametrize("name", ["moves", "load_kg", "goal_kg", "is_back", "is_short"])
def test_last_times_can_differ(monkeypatch, name):
    """A last time that is folded otherwise for arrays alone is noticed, whatever is told of it."""
    loads = [100, 102.5, 105, 60, 107.5, 110, 112.5, 90, 95, 100, 100, 102.5]
    days = [0, 3, 6, 9, 12, 15, 18, 90, 93, 96, 99, 102]
    log = [
        lg.LoggedSet(lift="squat", at=AT + timedelta(days=day), load_kg=kg, reps=5)
        for day, kg in zip(days, loads, strict=True)
    ]
    squad_logs = {f"a{n}": log[:n] for n in range(1, len(log) + 1)}
    sets, _ = tables(squad_logs)
    tracks = {one: GUARD.replay(lg.History(own)) for one, own in squad_logs.items()}

    def replayed_alike():
        found = fleet.replay_columns(GUARD, sets)
        for one, state in found.states.items():
            assert_same_state(state, tracks[one].state)

    monkeypatch.setattr(replaying, "_FEWEST", 1)
    replayed_alike()
    true = times.time_after

    def changed(old, now):
        new = true(old, now)
        value = getattr(new, name)
        other = ~value if value.dtype == bool else np.where(np.isnan(value), 1.0, value + 1.0)
        return new._replace(**{name: other})

    monkeypatch.setattr(times, "time_after", changed)
    with pytest.raises(AssertionError):
        replayed_alike()


@pytest.mark.parametrize("name", ["begins_row", "follows"])
def test_counts_can_differ(monkeypatch, name):
    """A rule of what is counted beside sets that does not hold for arrays is noticed."""
    log = [
        lg.LoggedSet(lift=lift, at=AT + timedelta(minutes=3 * n), load_kg=100, reps=5)
        for n, lift in enumerate(("deadlift", "deadlift", "squat", "bench_press", "bench_press"))
    ]
    sets, _ = tables({"Ada": log})
    counted = GUARD.replay(lg.History(log)).state.monotony
    monkeypatch.setattr(replaying, "_FEWEST", 1)
    assert fleet.replay_columns(GUARD, sets).states["Ada"].monotony == counted
    true = getattr(counts, name)
    monkeypatch.setattr(counts, name, lambda *given: ~true(*given))
    assert fleet.replay_columns(GUARD, sets).states["Ada"].monotony != counted


def test_lengthening_between_sets_goes_through_arrays(monkeypatch):
    """Of what was loaded it loosens the body, before, between and after sets; else it does not."""
    monkeypatch.setattr(replaying, "_FEWEST", 1)

    def entry(minute, regions=None):
        at = AT + timedelta(minutes=minute)
        if regions is None:
            return lg.LoggedSet(lift="deadlift", at=at, load_kg=100, reps=5)
        return lg.Mobility(at=at, minutes=5, regions=regions)

    squad_logs = {
        "first": [entry(0, ()), entry(3), entry(6)],
        "between": [entry(0), entry(3), entry(5, ("low_back",)), entry(6), entry(6, ()), entry(9)],
        "after": [entry(0), entry(3), entry(5, ())],
        "elsewhere": [entry(0), entry(3), entry(5, ("chest",)), entry(9)],
        "longest": [*(entry(3 * n) for n in range(6)), entry(17, ())],
    }
    sets, others = tables(squad_logs)
    found = fleet.replay_columns(GUARD, sets, others=others)
    assert found.in_arrays == 1.0
    for name, log in squad_logs.items():
        assert_same_state(found.states[name], GUARD.replay(in_order(log)).state)
    monkeypatch.setattr(easing, "eased", lambda body, *_: body)
    unmoved = fleet.replay_columns(GUARD, sets, others=others).states
    held = {name for name in squad_logs if unmoved[name].body == found.states[name].body}
    assert held == {"first", "elsewhere"}


# --- a long log of one: everything that only whole columns leave out ---


def long_log(seed, sessions=30):
    """Give ramps, sets across, slips of the finger, misses and light weeks, four lifts in turn."""
    rng, at, log = np.random.default_rng(seed), AT, []
    for session in range(sessions):
        at += timedelta(days=int(rng.choice([1, 2, 3, 4, 9, 33])))
        for lift in rng.choice(LIFTS, 2, replace=False):
            top = 100.0 + session + 5.0 * rng.integers(-2, 3)
            for n, share in enumerate((0.6, 0.8, 0.9, 1.0, 1.0, 1.0)[: rng.integers(2, 7)]):
                slip = 3.0 if rng.random() < 0.02 else 1.0
                log.append(
                    lg.LoggedSet(
                        lift=lift,
                        at=at + timedelta(minutes=3 * n),
                        load_kg=round(top * share * slip, 1),
                        reps=int(rng.choice([0, 1, 3, 5, 5, 5, 8, 12])),
                        missed=bool(rng.random() < 0.1),
                        planned_reps=int(rng.integers(1, 6)) if rng.random() < 0.3 else None,
                        rpe=float(rng.integers(6, 11)) if rng.random() < 0.3 else None,
                        kind=[None, "warmup", "drop", "work"][int(rng.integers(0, 4))],
                        mean_velocity_m_s=0.5 if rng.random() < 0.1 else None,
                    )
                )
    return sorted(log, key=lambda one: one.at)


@pytest.mark.parametrize("seed", range(2))
def test_long_logs_are_the_loop(seed):
    """Bests of weeks, unbeaten ones, last times and counts come out alike."""
    squad_logs = {f"a{n}": long_log(10 * seed + n) for n in range(3)}
    sets, others = tables(squad_logs)
    found = fleet.replay_columns(GUARD, sets, others=others)
    tracks = {name: GUARD.replay(in_order(log)) for name, log in squad_logs.items()}
    for name, track in tracks.items():
        assert_same_state(found.states[name], track.state)
    assert_same_chances(found.p_beyond, sets["athlete"], tracks)
    assert found.in_arrays > 0.5


# --- who goes which way ---


def squad_of(athletes, sets=4):
    """Give columns of a squad, each a set of squats every other day."""
    days = np.tile(np.arange(sets) * 2, athletes)
    at = np.datetime64("2026-01-05T18:00", "us") + days.astype("timedelta64[D]")
    return {
        "athlete": np.repeat([f"a{n:03d}" for n in range(athletes)], sets),
        "lift": np.full(athletes * sets, "squat"),
        "at": at,
        "load_kg": np.full(athletes * sets, 100.0),
        "reps": np.full(athletes * sets, 5),
    }


def test_most_sets_go_through_arrays_and_the_rest_counts(monkeypatch):
    """From 64 athletes on a step is taken in arrays; below that each goes on alone."""
    monkeypatch.setattr(replaying, "_FEWEST", 64)
    assert fleet.replay_columns(GUARD, squad_of(63)).in_arrays == 0.0
    assert fleet.replay_columns(GUARD, squad_of(64)).in_arrays == 1.0
    table, more = squad_of(64), squad_of(1, 12)
    joined = {name: np.concatenate((table[name], more[name][4:])) for name in table}
    found = fleet.replay_columns(GUARD, joined)
    assert found.in_arrays == pytest.approx(256 / 264)
    assert list(found.states["a000"].lifts) == ["squat"]


def test_rows_in_any_order_give_the_same():
    """Rows are sorted by athlete and time, and it is said whose were not in order."""
    table = squad_of(3)
    order = np.array([3, 0, 1, 2, 8, 9, 10, 11, 4, 5, 6, 7])
    found = fleet.replay_columns(GUARD, {name: held[order] for name, held in table.items()})
    straight = fleet.replay_columns(GUARD, table)
    assert dict(found.notices) == {"a000": ("unordered",)}
    np.testing.assert_array_equal(found.p_beyond, straight.p_beyond[order])
    assert {name: found.states[name] for name in straight.states} == dict(straight.states)


def test_tables_of_every_make_are_read_alike():
    """Arrays, lists, Arrow with and without zones, pandas: the same chances."""
    table = squad_of(3)
    expected = fleet.replay_columns(GUARD, table).p_beyond
    lists = {name: held.tolist() for name, held in table.items()}
    frame = pd.DataFrame(table)
    aware = frame.assign(at=frame["at"].dt.tz_localize(UTC))
    coded = pa.table(table)
    coded = coded.set_column(0, "athlete", coded["athlete"].dictionary_encode())
    makes = [lists, frame, aware, pa.table(table), coded, pa.Table.from_pandas(aware)]
    makes.append(
        pa.concat_tables([pa.table(table).slice(0, 5), coded.slice(5).cast(pa.table(table).schema)])
    )
    for make in makes:
        found = fleet.replay_columns(GUARD, make)
        assert not found.problems
        np.testing.assert_array_equal(found.p_beyond, expected)
    assert fleet.replay_columns(GUARD, aware).states["a000"].at.tzinfo is UTC


# --- what is wrong with one ---


def np_columns(table):
    return {name: np.array(column) for name, column in table.items()}


def changed(table, name, row, value):
    held = list(table.get(name, [None] * len(table["athlete"])))
    held[row] = value
    return {**table, name: held}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("load_kg", math.nan, "load_kg: got nan"),
        ("load_kg", 1e50, "load_kg: got 1e+50"),
        ("load_kg", "heavy", "load_kg: got 'heavy'"),
        ("load_kg", "100", "load_kg: got '100'"),
        ("load_kg", math.inf, "load_kg: got inf"),
        ("reps", "5", "reps: got '5'"),
        ("rpe", [8], "rpe: got [8]"),
        ("kind", ["work", "drop"], "kind: got "),
        ("missed", [True], "missed: got [True]"),
        ("at", "2026-01-05", "at: got '2026-01-05'"),
        ("at", 45_000, "at: got 45000"),
        ("to_failure", 1, "to_failure: got 1"),
        ("reps", -1, "reps: got -1"),
        ("reps", 2.5, "reps: got 2.5"),
        ("rpe", 11, "rpe: got 11"),
        ("lift", " ", "lift: got ' '"),
        ("lift", None, "lift: got None"),
        ("at", None, "at: got None"),
        ("at", datetime(1900, 1, 1), "at: got '1900"),
        ("at", datetime(2026, 3, 1, tzinfo=UTC), "wall-clock times and instants"),
        ("kind", "heavy", "kind: got 'heavy'"),
        ("missed", "yes", "missed: got 'yes'"),
        ("at_known_to", "year", "at_known_to: got 'year'"),
        ("planned_reps", 0, "planned_reps: got 0"),
        ("rest_s", -5, "rest_s: got -5"),
        ("mean_velocity_m_s", 99, "mean_velocity_m_s: got 99"),
    ],
)
def test_what_is_wrong_with_one_costs_nobody_else(name, value, said):
    """It is said by athlete and row; everybody else gets what they would get without."""
    table = squad_of(3)
    found = fleet.replay_columns(GUARD, changed(table, name, 5, value))
    assert list(found.problems) == ["a001"]
    assert said in str(found.problems["a001"])
    assert list(found.states) == ["a000", "a002"]
    alone = fleet.replay_columns(GUARD, table).p_beyond
    assert np.isnan(found.p_beyond[4:8]).all()
    np.testing.assert_array_equal(found.p_beyond[[*range(4), *range(8, 12)]],
                                  alone[[*range(4), *range(8, 12)]])  # fmt: skip


@pytest.mark.parametrize("make", [dict, pd.DataFrame, pa.table, np_columns, pl.DataFrame])
def test_a_text_for_a_number_is_quoted(make):
    """As it stands there, whichever make of table holds it."""
    table = squad_of(1) | {"load_kg": ["100"] * 4}
    (problem,) = fleet.replay_columns(GUARD, make(table)).problems.values()
    assert (problem.where, problem.got) == ("sets, row 0, load_kg", "100")
    plan = {name: table[name] for name in ("athlete", "lift", "at", "load_kg", "reps")}
    (problem,) = fleet.check_columns(GUARD, {}, make(plan)).problems.values()
    assert (problem.where, problem.got) == ("plans, row 0, load_kg", "100")


def test_more_that_is_wrong():
    """Ids twice, nobody's row, too many sets, an old entry, a note of no kind; unknown lifts go."""
    table = changed(changed(squad_of(4), "id", 0, "x"), "id", 2, "x")
    table = changed(changed(table, "athlete", 7, None), "lift", 12, "Atlas stone")
    notes = {"athlete": ["a002", "a003"], "type": ["Weight", "Bodyweight"], "at": [AT, AT],
             "kg": [80.0, 81.0]}  # fmt: skip
    found = fleet.replay_columns(GUARD, table, others=notes)
    assert set(found.problems) == {"a000", "", "a002"}
    assert dict(found.notices) == {"a003": ("unknown_lift",)}
    assert found.states["a003"].bodyweight_kg == 81.0
    many = fleet.replay_columns(GUARD, squad_of(2, 9), most_sets=8)
    assert len(many.problems) == 2
    late = fleet.replay_columns(GUARD, squad_of(2), start={"a000": found.states["a003"]})
    assert isinstance(late.problems["a000"], lg.WrongOrder)
    assert list(late.states) == ["a001"]


def test_a_million_sets_of_one_hold_up_nobody():
    """They are one athlete's problem, and the others' numbers stand."""
    table, many = squad_of(2), squad_of(1, 1_000_000)
    many = {
        **many,
        "athlete": np.full(1_000_000, "bot"),
        "at": np.repeat(many["at"][:1], 1_000_000),
    }
    joined = {name: np.concatenate((table[name], many[name])) for name in table}
    found = fleet.replay_columns(GUARD, joined)
    assert (list(found.states), list(found.problems)) == (["a000", "a001"], ["bot"])
    assert found.problems["bot"].got == 1_000_000
    np.testing.assert_array_equal(found.p_beyond[:8], fleet.replay_columns(GUARD, table).p_beyond)


def test_tables_that_are_none_are_refused():
    """An unknown column, a missing one, unlike lengths and states of other Params."""
    table = squad_of(2)
    for wrong in ({**table, "mood": table["reps"]}, {"athlete": ["a"]}, 5,
                  {**table, "reps": [5]}):  # fmt: skip
        with pytest.raises(lg.InvalidValue):
            fleet.replay_columns(GUARD, wrong)
    other = lg.Guard(params=lg.Params(form_sd=0.02)).start()
    with pytest.raises(lg.InvalidValue, match="other Params"):
        fleet.replay_columns(GUARD, table, start={"a000": other})
    assert {"kg", "type", "at"} <= set(entry_columns())


# --- plans ---


@st.composite
def planned_squads(draw):
    """Draw a squad, and sessions of each after the last entry."""
    held = draw(squads(most=3))
    rows = []
    for name in held:
        at = datetime(2100, 1, 1, 18)
        for _ in range(draw(st.integers(1, 2))):
            at += timedelta(days=draw(st.integers(1, 30)))
            rest_s = draw(st.none() | st.just(90.0))
            for _ in range(draw(st.integers(1, 3))):
                kind = draw(st.sampled_from([{}, {"rpe": 8.0}, {"to_failure": True}]))
                lift, load, reps = draw(st.tuples(st.sampled_from(LIFTS), loads_kg(), rep_counts()))
                planned = {"lift": lift, "load_kg": load, "reps": reps} | kind
                rows.append((name, at, rest_s, lg.PlannedSet(**planned)))
    return held, rows


@FEW
@given(planned_squads())
def test_plans_in_columns_are_the_loop(drawn):
    """Chances and levels of whole sessions, and of each set by itself, are those of the Guard."""
    squad_logs, rows = drawn
    states = {name: GUARD.replay(lg.History(log)).state for name, log in squad_logs.items()}
    fields = ("lift", "load_kg", "reps", "rpe", "to_failure", "assist_kg")
    plans = {field: [getattr(one, field) for *_, one in rows] for field in fields}
    plans |= {"athlete": [row[0] for row in rows], "at": [row[1] for row in rows]}
    apart = fleet.forecast_columns(GUARD, states, plans)
    alone = [GUARD.forecast(states[name], one, at=at) for name, at, _, one in rows]
    wanted = [[one.p_beyond, one.capacity_sd] for one in alone]
    wanted = np.array([[math.nan if x is None else x for x in one] for one in wanted])
    np.testing.assert_allclose(apart.p_beyond, wanted[:, 0], rtol=SAME)
    np.testing.assert_allclose(apart.capacity_sd, wanted[:, 1], rtol=SAME)
    found = fleet.check_columns(GUARD, states, plans | {"rest_s": [row[2] for row in rows]})
    judged, athletes = [], {}
    for name in dict.fromkeys(row[0] for row in rows):
        own = [row for row in rows if row[0] == name]
        sessions = [
            lg.PlannedSession(at=at, rest_s=rest, sets=[s for _, when, _, s in own if when == at])
            for at, rest in dict.fromkeys((row[1], row[2]) for row in own)
        ]
        athletes[name] = sessions
        judged += GUARD.check_plan(states[name], sessions).sets
    chances = [math.nan if one.p_beyond is None else one.p_beyond for one in judged]
    np.testing.assert_allclose(found.p_beyond, chances, rtol=SAME)
    assert [lg.Level(one) for one in found.level] == [one.level for one in judged]
    assert list(found.worst.values()) == sorted(found.worst.values(), reverse=True)
    checks = fleet.check(GUARD, {name: states[name] for name in athletes}, athletes, stale_days=1e9)
    for one in checks:
        if not one.remarks:
            assert found.worst[one.name] == one.level


def test_a_plan_that_is_none_costs_nobody_else():
    """Loads that nobody lifts, no repetitions, a session in the past or in another one."""
    states = fleet.replay_columns(GUARD, squad_of(5)).states
    plan = {
        "athlete": ["a000", "a001", "a002", "a003", "a003", "a003", "a004"],
        "lift": ["squat"] * 7,
        "at": np.array(
            ["2026-02-05T18:00", "2026-02-05T18:00", "2020-02-05T18:00", "2026-02-05T18:00",
             "2026-02-05T18:00", "2026-02-05T18:01", "2026-02-05T18:00"], "M8[us]"),
        "load_kg": [1e50, 100.0, 100.0, 100.0, 100.0, 100.0, 250.0],
        "reps": [5, 0, 5, 5, 5, 5, 5],
    }  # fmt: skip
    found = fleet.check_columns(GUARD, states, plan)
    assert set(found.problems) == {"a000", "a001", "a002", "a003"}
    assert "plans, row 1, reps: got 0" in str(found.problems["a001"])
    assert next(iter(found.worst.items())) == ("a004", lg.Level.BEYOND)
    assert [lg.Level(one) for one in found.level] == [lg.Level.UNKNOWN] * 6 + [lg.Level.BEYOND]


# --- states as columns ---


@FEW
@given(squads(most=3))
def test_states_come_back_from_arrow(squad_logs):
    """All of them, some of them, and single states put into columns: each as it was."""
    states = {name: GUARD.replay(lg.History(log)).state for name, log in squad_logs.items()}
    held = fleet.states_of(states)
    assert dict(held) == states
    table = fleet.states_to_arrow(held)
    assert dict(fleet.states_from_arrow(table)) == states
    some = fleet.states_from_arrow(table.slice(len(states) - 1))
    assert dict(some) == {name: states[name] for name in list(states)[-1:]}


def test_a_state_as_columns_takes_a_few_kilobytes():
    """About as much as its JSON, which is at most 12 kB."""
    states = fleet.replay_columns(GUARD, tables({"a": long_log(1), "b": long_log(2)})[0]).states
    assert fleet.states_to_arrow(states).nbytes / len(states) < 6_000


def test_tables_of_other_versions_are_refused():
    """Another schema, another model, no table of states, and numbers that are none."""
    table = fleet.states_to_arrow(fleet.states_of({"Ada": GUARD.start()}))
    other = table.schema.metadata[b"liftguard"].replace(b'"schema": 1', b'"schema": 9')
    size = table.schema.field("body").type.list_size
    body = pa.FixedSizeListArray.from_arrays(pa.array([math.nan] * size), size)
    place = table.column_names.index("body")
    for wrong in (
        table.replace_schema_metadata({b"liftguard": other}),
        table.replace_schema_metadata(None),
        table.set_column(place, table.schema.field("body"), body),
    ):
        with pytest.raises(lg.UnreadableStore):
            fleet.states_from_arrow(wrong)


# --- what a data frame holds where nothing was recorded ---

NOTHING = [None, math.nan, np.float64("nan"), pd.NA, pd.NaT]


@pytest.mark.parametrize("name", ["kind", "id", "rpe", "planned_reps", "missed", "to_failure"])
@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
def test_a_missing_cell_is_one_that_was_not_recorded(name, nothing):
    """Whatever a frame writes for it, the chances are those of the table without that column."""
    table = squad_of(3)
    cells = np.array([nothing] * 12, dtype=object)
    found = fleet.replay_columns(GUARD, {**table, name: cells})
    assert not found.problems
    np.testing.assert_array_equal(found.p_beyond, fleet.replay_columns(GUARD, table).p_beyond)


@pytest.mark.parametrize("name", ["athlete", "lift", "at", "load_kg", "reps"])
@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
def test_a_missing_cell_that_is_needed_stops_nobody_else(name, nothing):
    """One row without it is a problem of that athlete, or of nobody's name."""
    table = squad_of(3)
    cells = np.array([*table[name]], dtype=object)
    cells[5] = nothing
    found = fleet.replay_columns(GUARD, {**table, name: cells})
    assert list(found.problems) == ["" if name == "athlete" else "a001"]
    assert set(found.states) >= {"a000", "a002"}


def test_the_columns_of_pandas_own_kinds_are_read():
    """`string`, `Float64`, `Int64`, `boolean` and categories, with NA among them."""
    table = squad_of(3)
    marks = {
        "kind": pd.array(["work", None] * 6, dtype="string"),
        "id": pd.array([None, *"abcdefghijk"], dtype="string"),
        "rpe": pd.array([8, None] * 6, dtype="Float64"),
        "planned_reps": pd.array([5, None] * 6, dtype="Int64"),
        "missed": pd.array([None, False] * 6, dtype="boolean"),
        "at_known_to": pd.Categorical(["set", None] * 6),
    }
    frame = pd.DataFrame({**table, **marks}).convert_dtypes()
    plain = {
        **table, "kind": ["work", None] * 6, "id": [None, *"abcdefghijk"], "rpe": [8, None] * 6,
        "planned_reps": [5, None] * 6,
    }  # fmt: skip
    found = fleet.replay_columns(GUARD, frame)
    assert not found.problems
    np.testing.assert_array_equal(found.p_beyond, fleet.replay_columns(GUARD, plain).p_beyond)


def test_a_frame_of_a_history_is_replayed():
    """`History.to_frame` with the name of its athlete, some sets with a kind and some without."""
    log = [
        lg.LoggedSet(lift="squat", at=AT + timedelta(days=day), load_kg=100, reps=5, kind=kind)
        for day, kind in enumerate(("work", None, "warmup"))
    ]
    frame = lg.History(log).to_frame().drop(columns="type").assign(athlete="Ada")
    found = fleet.replay_columns(GUARD, frame)
    assert not found.problems
    track = GUARD.replay(lg.History(log))
    expected = [track.judged(one).forecast.p_beyond for one in track]
    np.testing.assert_allclose(found.p_beyond, expected, rtol=SAME)
    plan = frame[["athlete", "lift", "load_kg", "reps"]].assign(at=AT + timedelta(days=9))
    plan.loc[1, "lift"] = pd.NA
    wrong = fleet.check_columns(GUARD, found.states, plan.convert_dtypes()).problems
    assert wrong["Ada"].where == "plans, row 1, lift"


@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
@pytest.mark.parametrize("make", [dict, pd.DataFrame, np_columns], ids=["dict", "frame", "arrays"])
def test_a_missing_cell_of_another_entry_is_no_value(make, nothing):
    """So are the cells of the fields that its kind has not; a row of nobody is nobody's problem."""
    table = squad_of(3)
    notes = {
        "athlete": ["a000", "a001", nothing],
        "type": ["Pain", "Bodyweight", "Rising"],
        "at": [AT] * 3,
        "region": ["knee", nothing, nothing],
        "severity": [3.0, nothing, nothing],
        "kg": [nothing, 80.0, nothing],
    }
    notes = {name: np.array(cells, dtype=object) for name, cells in notes.items()}
    found = fleet.replay_columns(GUARD, table, others=make(notes))
    assert list(found.problems) == [""]
    assert found.states["a001"].bodyweight_kg == 80.0
    assert len(found.states) == 3
