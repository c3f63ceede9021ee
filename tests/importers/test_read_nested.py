"""Nested JSON of any app: the same sets whatever its objects are called, and however deep."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, datetime, timedelta

import pytest
from accounts import check, read_or_refuse
from hypothesis import given
from hypothesis import strategies as st

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

DAY = datetime(2025, 1, 6, 18)
LIFTS = {"Squat": "squat", "Deadlift (Barbell)": "deadlift", "Käferzug": "Käferzug"}

# (day, lift, load, reps) by exercise: what all of these say, nested in their own way
Log = list[tuple[datetime, list[tuple[str, list[tuple[float, int]]]]]]


def boostcamp(log):
    return {
        f"{day:%Y-%m-%d}": [
            {
                "title": "Lower",
                "name": "Session A",
                "finished_at": f"{day:%Y-%m-%dT%H:%M:%SZ}",
                "records": [
                    {
                        "id": f"e{at}",
                        "name": lift,
                        "sets": [
                            {"id": "s", "value": kg, "amount": reps, "target_type": "reps",
                             "weight_unit": "kg", "skipped": False}
                            for kg, reps in sets
                        ],
                    }
                    for at, (lift, sets) in enumerate(exercises)
                ],
            }
        ]
        for day, exercises in log
    }  # fmt: skip


def openweight(log):
    return [
        {
            "date": f"{day:%Y-%m-%dT%H:%M:%S}",
            "name": "Evening",
            "exercises": [
                {
                    "exercise": {"name": lift, "category": "legs", "muscles": ["quads"]},
                    "sets": [{"reps": reps, "weight": kg, "unit": "kg"} for kg, reps in sets],
                }
                for lift, sets in exercises
            ],
        }
        for day, exercises in log
    ]


def german(log):
    return {
        "Athlet": {"Einheit": "kg"},
        "Einheit": "kg",
        "Tage": [
            {
                "Datum": f"{day:%d.%m.%Y}",
                "Übungen": [
                    {
                        "Übung": lift,
                        "Sätze": [{"Gewicht": kg, "Wiederholungen": reps} for kg, reps in sets],
                    }
                    for lift, sets in exercises
                ],
            }
            for day, exercises in log
        ],
    }


def lifts_as_keys(log):
    return {
        "v": 2,
        "log": {
            f"{day:%Y-%m-%d}": {
                lift: [{"kg": kg, "reps": reps} for kg, reps in sets] for lift, sets in exercises
            }
            for day, exercises in log
        },
    }


def by_ids(log):
    """Write it as databases of phones do: ids as keys, values with their types."""
    return {
        "users": {
            "u1": {
                "sessions": {
                    f"-N{number}": {
                        "startedAt": int(day.replace(tzinfo=UTC).timestamp() * 1000),
                        "entries": {
                            f"e{at}": {
                                "movement": lift,
                                "efforts": {
                                    f"{each}": {
                                        "load": {"value": kg, "unit": "kg"},
                                        "repCount": {"$numberInt": f"{reps}"},
                                    }
                                    for each, (kg, reps) in enumerate(sets)
                                },
                            }
                            for at, (lift, sets) in enumerate(exercises)
                        },
                    }
                    for number, (day, exercises) in enumerate(log)
                }
            }
        }
    }


def lists_of_numbers(log):
    return {
        "unit": "kg",
        "workouts": [
            {
                "when": f"{day:%Y-%m-%d %H:%M}",
                "lifts": [
                    {"lift": lift, "reps": [reps for _, reps in sets],
                     "weight": [kg for kg, _ in sets]}
                    for lift, sets in exercises
                ],
            }
            for day, exercises in log
        ],
    }  # fmt: skip


def texts(log):
    return [
        {"day": f"{day:%Y-%m-%d}", "exercise": lift, "sets": [f"{kg}kg x {r}" for kg, r in sets]}
        for day, exercises in log
        for lift, sets in exercises
    ]


def parts(log):
    """Write what was meant beside what was done, in blocks of supersets."""
    return {
        "history": [
            {
                "performedAt": f"{day:%Y-%m-%dT%H:%M:%S}",
                "name": "A",
                "blocks": [
                    {
                        "title": "Superset",
                        "exercises": [
                            {
                                "title": lift,
                                "sets": [
                                    {"actual": {"reps": reps, "weight_kg": kg},
                                     "target": {"weight_kg": kg}, "set": at}
                                    for at, (kg, reps) in enumerate(sets)
                                ],
                            }
                        ],
                    }
                    for lift, sets in exercises
                ],
            }
            for day, exercises in log
        ]
    }  # fmt: skip


CLOTHES = {
    one.__name__: one
    for one in (
        *(boostcamp, openweight, german, lifts_as_keys, by_ids, lists_of_numbers, texts, parts),
    )
}


@st.composite
def logs(draw):
    """Draw days, each with some of the lifts, one of which everybody knows, once each."""
    sets = st.lists(
        st.tuples(st.integers(40, 800).map(lambda n: n / 4), st.integers(1, 12)),
        min_size=1,
        max_size=4,
    )
    days = draw(st.lists(st.integers(0, 400), min_size=1, max_size=4, unique=True).map(sorted))
    found = []
    for day in days:
        others = draw(st.lists(st.sampled_from(sorted(LIFTS)), max_size=2, unique=True))
        lifts = dict.fromkeys(["Squat", *others])
        found.append((DAY + timedelta(days=day), [(lift, draw(sets)) for lift in lifts]))
    return found


@given(log=logs(), way=st.sampled_from(sorted(CLOTHES)))
def test_the_same_sets_come_out_of_every_nesting(log, way):
    text = json.dumps(CLOTHES[way](log))
    found = read_log(text.encode())
    check(found)
    wanted = [
        (day.date(), LIFTS[lift], kg, reps)
        for day, exercises in log
        for lift, sets in exercises
        for kg, reps in sets
    ]
    assert [(x.at.date(), x.lift, x.load_kg, x.reps) for x in found.history] == wanted
    assert (found.problems, found.skipped, found.rows_read) == ((), (), len(wanted))


@given(log=logs(), way=st.sampled_from(sorted(CLOTHES)), data=st.data())
def test_extra_keys_are_left_aside_and_named(log, way, data):
    """Wherever one is added, the sets stay and its name is said."""
    plain = read_log(json.dumps(CLOTHES[way](log)).encode())
    tree = CLOTHES[way](log)
    spots: list[dict] = []

    def walk(value):
        if isinstance(value, dict):
            if any(not isinstance(one, dict | list) for one in value.values()):
                spots.append(value)
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(tree)
    spot = data.draw(st.sampled_from(spots))
    extra = data.draw(st.sampled_from(["uuid", "x", ["a", "b"], [{"name": "quads"}], None, 7]))
    spot["oddity"] = extra
    found = read_log(json.dumps(tree).encode())
    assert found.history == plain.history
    if extra is not None:
        assert any("oddity" in notice for notice in found.notices)


def test_what_is_no_set_is_a_row_as_well():
    """A lift without sets, a day without lifts, a run, and what is no object."""
    log = read_log(json.dumps({
        "days": [
            {"date": "2025-01-06", "exercises": [
                {"name": "Squat", "sets": [{"kg": 100, "reps": 5}, None, 7]},
                {"name": "Bench Press", "sets": []},
                {"name": "Running", "sets": [{"seconds": 600}]},
            ]},
            {"date": "2025-01-07", "exercises": []},
        ]
    }).encode())  # fmt: skip
    assert [(one.row, one.reason) for one in log.skipped] == [
        (4, "without sets"),
        (5, "cardio or timed"),
        (6, "without sets"),
    ]
    assert [(one.row, one.got) for one in log.problems] == [(2, ""), (3, "7")]
    assert [(one.lift, one.load_kg, one.reps) for one in log.history] == [("squat", 100, 5)]


def test_a_load_of_the_day_is_no_load_of_its_sets():
    """The bodyweight beside the exercises of a day is not what was pulled up."""
    log = read_log(json.dumps([
        {"date": "2025-01-06", "weight": 82, "exercises": [
            {"name": "Pull Up", "sets": [{"reps": 8}]},
            {"name": "Squat", "weight": 100, "unit": "kg", "sets": [{"reps": 5}, {"reps": 4}]},
        ]}
    ]).encode())  # fmt: skip
    assert [(one.lift, one.load_kg) for one in log.history] == [
        ("pull_up", 0), ("squat", 100), ("squat", 100),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("beside", "reason"),
    [({"skipped": True}, "planned, not done"), ({"completed": False}, "planned, not done")],
)
def test_sets_that_were_not_done(beside, reason):
    sets = [{"kg": 100, "reps": 5}, {"kg": 100, "reps": 5, **beside}]
    log = read_log(json.dumps([{"date": "2025-01-06", "exercise": "Squat", "s": sets}]).encode())
    assert [(one.row, one.reason) for one in log.skipped] == [(2, reason)]
    assert len(log.history) == 1


def test_equipment_is_part_of_which_lift_it_is():
    data = [{"date": "2025-01-06", "exercises": [
        {"name": "Bench Press", "equipment": tool, "sets": [{"kg": 60, "reps": 5}]}
        for tool in ("Barbell", "Dumbbell", "Smith Machine")]}]  # fmt: skip
    log = read_log(json.dumps(data).encode())
    assert [one.lift for one in log.history] == [
        "bench_press",
        "dumbbell_bench_press",
        "smith_bench_press",
    ]


@pytest.mark.parametrize("user", [{"user": {"id": 7}}, {"athleteId": 7}, {"email": "7@a.b"}])
def test_the_days_of_several_lifters_are_refused(user):
    """A key that is called after people splits the days, however deep it stands."""
    day = {"date": "2025-01-06", "exercise": "Squat", "s": [{"kg": 100, "reps": 5}]}
    assert len(read_log(json.dumps([{**day, **user}, {**day, **user}]).encode()).history) == 2
    other = json.loads(json.dumps(user).replace("7", "8"))
    with pytest.raises(UnreadableLog, match="the sets of one lifter"):
        read_log(json.dumps([{**day, **user}, {**day, **other}]).encode())


def test_warm_ups_that_stand_apart():
    log = read_log(json.dumps([{"date": "2025-01-06", "exercises": [{
        "name": "Squat",
        "warmupSets": [{"kg": 60, "reps": 5}],
        "sets": [{"kg": 100, "reps": 5}],
    }]}]).encode())  # fmt: skip
    assert [(one.load_kg, one.kind) for one in log.history] == [(60, "warmup"), (100, None)]


def test_an_amount_may_be_a_time():
    kinds = [{"value": 0, "amount": 60, "target_type": "time"},
             {"value": 50, "amount": 5, "target_type": "reps"}]  # fmt: skip
    data = {"2025-01-06": [{"records": [{"name": "Squat", "sets": kinds}]}]}
    log = read_log(json.dumps(data).encode(), unit="kg")
    assert [one.reason for one in log.skipped] == ["cardio or timed"]
    assert [(one.load_kg, one.reps) for one in log.history] == [(50, 5)]


def test_a_set_is_read_by_the_words_that_know_more_of_it():
    """A flat row that says it was not completed is no set, though our own words know the rest."""
    rows = [{"id": n, "date": "2025-01-06", "exercise": "Squat", "weight_kg": 100, "reps": 5,
             "completed": n == 1} for n in (1, 2)]  # fmt: skip
    log = read_log(json.dumps(rows).encode())
    assert (len(log.history), [one.reason for one in log.skipped]) == (1, ["planned, not done"])


def test_words_of_hevy_alone_make_no_dump_of_hevy():
    """Another app nests exercises below a start_time, too."""
    sets = [{"kg": 100, "reps": 5}]
    data = {"workouts": [{"start_time": "2025-01-06T18:00:00", "exercises": [
        {"name": "Squat", "sets": sets}, {"name": "Deadlift", "sets": sets}]}]}  # fmt: skip
    log = read_log(json.dumps(data).encode())
    assert (log.app, [one.lift for one in log.history]) == ("json", ["squat", "deadlift"])


def test_the_keys_can_be_said():
    data = [{"wann": "2025-01-06", "teile": [{"was": "Squat", "runden": [
        {"eisen": 100, "reps": 5}, {"eisen": 105, "reps": 4}]}]}]  # fmt: skip
    with pytest.raises(UnreadableLog, match="a key that tells the day and the exercise") as refused:
        read_log(json.dumps(data).encode())
    assert "columns" in refused.value.hint
    columns = {"when": "wann", "lift": "was", "load": "eisen", "reps": "reps"}
    log = read_log(json.dumps(data).encode(), columns=columns, unit="kg")
    assert [(one.lift, one.load_kg, one.reps) for one in log.history] == [
        ("squat", 100, 5), ("squat", 105, 4),
    ]  # fmt: skip


@pytest.mark.parametrize("count", [2_000, 11_000])
@pytest.mark.parametrize(
    "write",
    [
        lambda n: [{f"k{at}": 1} for at in range(n)],
        lambda n: [{"date": "2025-01-06", "exercise": "Squat", "reps": 5, f"k{at}": 1}
                   for at in range(n)],
        lambda n: {"days": [{"date": "2025-01-06", "sets": [{"reps": 5, f"k{at}": 1}
                             for at in range(n)]}]},
        lambda n: {"days": {f"d{at}": {"reps": 5} for at in range(n)}},
        lambda n: [{"date": "2025-01-06", **{f"k{at}": 1 for at in range(n)},
                    "sets": [{"reps": 5}] * n}],
    ],
)  # fmt: skip
def test_rows_of_ever_new_keys_are_bounded(count, write):
    """Rows times keys are never built: memory and work grow with the file, not with its square."""
    raw = json.dumps(write(count)).encode()
    tracemalloc.start()
    try:
        read_or_refuse(raw, unit="kg")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak <= 300 * len(raw) + 20_000_000
