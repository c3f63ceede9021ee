"""JSON becomes a log: dumps of Hevy's API and of wger, rows in a list or one a line."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liftguard.errors import UnreadableLog
from liftguard.importers import READABLE, read_log
from liftguard.importers.json_text import is_json, read_json
from liftguard.importers.source import Contents

HEVY_PAGE = {
    "page": 1,
    "page_count": 1,
    "workouts": [
        {
            "id": "w-2",
            "title": "Pull",
            "start_time": "2026-02-03T18:00:00+00:00",
            "end_time": "2026-02-03T19:00:00+00:00",
            "exercises": [
                {
                    "index": 0,
                    "title": "Deadlift (Barbell)",
                    "notes": "belt",
                    "supersets_id": None,
                    "sets": [
                        {"index": 0, "type": "warmup", "weight_kg": 100, "reps": 5, "rpe": None},
                        {"index": 1, "type": "failure", "weight_kg": 182.5, "reps": 2, "rpe": 9.5},
                        {"index": 2, "type": "normal", "weight_kg": 190, "reps": 0},
                    ],
                },
                {"index": 1, "title": "Barbell Row", "sets": []},
                {
                    "index": 2,
                    "title": "Rowing (Machine)",
                    "sets": [
                        {"index": 0, "type": "normal", "distance_meters": 2000, "reps": None},
                    ],
                },
            ],
        },
        {"id": "w-1", "title": "Empty", "start_time": "2026-02-01T18:00:00Z", "exercises": []},
    ],
}

ENTRY = {
    "id": 1,
    "date": "2026-02-03T18:15:00Z",
    "session": 7,
    "exercise": 73,
    "repetitions": "5.00",
    "repetitions_unit": 1,
    "weight": "100.00",
    "weight_unit": 1,
    "rir": "2.0",
}
ROW = {"when": "2026-01-05 18:30", "lift": "Squat", "kg": 120.5, "reps": 5}


def read(data, **options):
    text = data if isinstance(data, str) else json.dumps(data)
    options = {"unit": None, "tz": None, **options}
    contents = Contents(where="dump.json", text=text)
    return read_json(contents, options.pop("apps", READABLE), **options)


def sets_of(log):
    return [(done.lift, done.load_kg, done.reps) for done in log.history]


def reasons_of(log):
    return [(one.row, one.reason) for one in log.skipped]


class TestHevy:
    def test_a_page_is_read_and_every_part_without_sets_is_a_row(self):
        log = read(HEVY_PAGE)
        assert sets_of(log) == [("deadlift", 100, 5), ("deadlift", 182.5, 2), ("deadlift", 190, 0)]
        assert [done.kind for done in log.history] == ["warmup", "work", "work"]
        assert [done.rpe for done in log.history][:2] == [None, 9.5]
        assert [done.to_failure for done in log.history] == [False, True, False]
        assert log.history[0].at == datetime(2026, 2, 3, 18, tzinfo=UTC)
        assert log.history[0].note == "belt"
        assert (log.app, log.unit, log.rows_read, log.problems) == ("hevy", "kg", 6, ())
        assert reasons_of(log) == [
            (4, "exercise without sets"),
            (5, "cardio or timed"),
            (6, "workout without exercises"),
        ]

    @pytest.mark.parametrize(
        "wrap",
        [
            lambda page: page["workouts"],
            lambda page: [page],
            lambda page: {"events": [{"type": "updated", "workout": w} for w in page["workouts"]]},
            lambda page: [{"workouts": [one]} for one in page["workouts"]],
        ],
    )
    def test_every_wrapping_says_the_same(self, wrap):
        assert sets_of(read(wrap(HEVY_PAGE))) == sets_of(read(HEVY_PAGE))

    def test_workouts_one_a_line(self):
        text = "\n".join(json.dumps(one) for one in HEVY_PAGE["workouts"])
        assert sets_of(read(text)) == sets_of(read(HEVY_PAGE))

    def test_what_is_misshapen_is_a_problem(self):
        good = HEVY_PAGE["workouts"][0]
        odd = {**good, "exercises": [5, {"title": "Squat", "sets": ["five", None]}]}
        log = read([good, odd, 7])
        assert len(log.history) == 3
        assert [one.row for one in log.problems] == [6, 7, 8, 9]

    def test_a_changed_event_that_deletes_holds_no_set(self):
        gone = {"type": "deleted", "id": "w-9", "deleted_at": "2026-02-04T00:00:00Z"}
        log = read({"events": [{"type": "updated", "workout": HEVY_PAGE["workouts"][1]}, gone]})
        assert reasons_of(log) == [(1, "workout without exercises"), (2, "deleted")]


class TestWger:
    def test_the_names_come_from_the_exercises_in_the_file(self):
        info = {"id": 73, "translations": [
            {"language": 1, "name": "Schlitten"}, {"language": 2, "name": "Bench Press"}
        ]}  # fmt: skip
        log = read({"workoutlog": {"results": [ENTRY]}, "exerciseinfo": {"results": [info]}})
        assert sets_of(log) == [("bench_press", 100, 5)]
        assert log.history[0].rpe == 8  # 10 less 2 in reserve
        assert (log.app, log.unit, log.rows_read) == ("wger", "kg", 1)

    def test_without_names_the_lift_is_called_after_its_number(self):
        log = read({"count": 1, "next": None, "previous": None, "results": [ENTRY]})
        assert [(done.load_kg, done.reps) for done in log.history] == [(100, 5)]
        assert "73" in log.history[0].lift

    def test_older_words(self):
        old = {
            "id": 1,
            "date": "2022-05-10",
            "exercise_base": 9,
            "exercise_name": "Squat",
            "reps": 3,
            "repetition_unit": 1,
            "weight": "220.00",
            "weight_unit": 2,
            "rir": "",
        }
        log = read([old])
        assert log.history[0].lift == "squat"
        assert log.history[0].load_kg == pytest.approx(220 * 0.45359237)
        assert log.history[0].rpe is None

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"repetitions_unit": 3}, "cardio or timed"),
            ({"repetitions_unit": 4}, "cardio or timed"),
            ({"weight_unit": 5}, "cardio or timed"),
            ({"repetitions_unit": 2}, "until failure, repetitions not counted"),
        ],
    )
    def test_other_units_hold_no_set(self, changed, reason):
        log = read([ENTRY, {**ENTRY, **changed}])
        assert reasons_of(log) == [(2, reason)]
        assert len(log.history) == 1

    @pytest.mark.parametrize(
        "changed",
        [
            {"weight_unit": 4},
            {"weight_unit": 3, "weight": "20"},
            {"repetitions_unit": 99},
            {"date": "soon"},
            {"exercise": None},
        ],
    )
    def test_what_cannot_be_understood_is_a_problem(self, changed):
        log = read([ENTRY, {**ENTRY, **changed}])
        assert [one.row for one in log.problems] == [2]
        assert len(log.history) == 1

    def test_the_body_alone(self):
        log = read([{**ENTRY, "weight_unit": 3, "weight": "0.00"}, ENTRY])
        assert sorted(done.load_kg for done in log.history) == [0, 100]


class TestRows:
    def test_our_own_words(self):
        assert sets_of(read([ROW])) == [("squat", 120.5, 5)]

    def test_one_a_line(self):
        text = "\n".join(json.dumps({**ROW, "reps": reps}) for reps in (3, 4)) + "\n"
        assert sets_of(read(text)) == [("squat", 120.5, 3), ("squat", 120.5, 4)]

    def test_words_that_wger_has_too_are_not_taken_for_its_own(self):
        row = {"date": "2026-01-05", "exercise": "Squat", "weight": 100, "weight_unit": "kg",
               "reps": 5, "rpe": 8}  # fmt: skip
        log = read([row])
        assert (log.app, log.history[0].rpe) == ("rows", 8)

    def test_the_columns_of_an_app(self):
        row = {
            "Date": "2026-01-05 18:30:00",
            "Workout Name": "A",
            "Exercise Name": "Squat",
            "Set Order": 1,
            "kg": 100,
            "Reps": 5,
            "km": None,
        }
        assert (read([row]).app, sets_of(read([row]))) == ("strong", [("squat", 100, 5)])


def check_refusal(refusal):
    assert refusal.where
    assert refusal.hint


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "where"),
        [
            ('[{"when": 1 2}]', "dump.json, line 1, column 13"),
            ('[\n  {"when" 1}\n]', "dump.json, line 2, column 11"),
            ('{"when": 1}\n{"when": ?}', "dump.json, line 2, column 10"),
            ("[" * 200_000, "dump.json"),
            ("[" * 900 + "]" * 900, "dump.json"),
            ('{"a":' * 900 + "1" + "}" * 900, "dump.json"),
            ('[{"kg": NaN}]', "dump.json"),
            ('[{"kg": Infinity}]', "dump.json"),
            ("[]", "dump.json"),
            ("{}", "dump.json"),
            ("[1, 2]", "dump.json, row 1"),
            ('[{"when": "2026-01-05", "lift": "Squat", "kg": [[5], [5]]}]', "dump.json"),
            ('[{"when": "2026-01-05", "lift": "S", "kg": 1, "oops": 1}]', "dump.json"),
            ('{"Squat": [{"reps": 5, "kg": 100}]}', "dump.json"),
        ],
    )
    def test_it_says_where(self, text, where):
        with pytest.raises(UnreadableLog) as refused:
            read(text)
        assert refused.value.where == where
        assert refused.value.hint

    def test_the_nearest_dump_is_named(self):
        with pytest.raises(UnreadableLog, match="The nearest is Hevy's API"):
            read({"workouts": [{"title": "A"}]})
        with pytest.raises(UnreadableLog, match="The nearest is wger's API"):
            read({"count": 1, "results": [{"id": 1, "date": "2026-01-05"}]})

    def test_another_app_was_named(self):
        strong = [app for app in READABLE if app.name == "strong"]
        for dump, hint in ((HEVY_PAGE, 'app="hevy"'), ([ENTRY], 'app="wger"')):
            with pytest.raises(UnreadableLog, match=hint):
                read(dump, apps=strong)

    def test_huge_numbers_are_problems_of_their_rows(self):
        row = '{"when": "2026-01-05", "lift": "Squat", "kg": 100, "reps": %s}'
        log = read("[" + row % "5" + "," + row % ("9" * 5_000) + "]")
        assert [one.row for one in log.problems] == [2]

    @given(st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
            st.sampled_from(["workouts", "events", "workout", "exercises", "sets", "start_time",
                "title", "results", "exercise", "repetitions", "weight", "weight_unit", "rir",
                "date", "id", "name", "translations", "reps"]), inner, max_size=6),
        max_leaves=25,
    ))  # fmt: skip
    def test_whatever_stands_there_is_read_or_refused(self, data):
        try:
            log = read(data)
        except UnreadableLog as refusal:
            check_refusal(refusal)
        else:
            rows = log.rows_with_sets + len(log.skipped) + len(log.problems)
            assert rows == log.rows_read


def test_json_is_told_from_tables():
    assert is_json("\n  [1]")
    assert is_json('{"a": 1}')
    assert not is_json("Date,Weight\n")
    assert not is_json("")


ABOUT_SETS = "workout_id,workout_title,workout_date,exercise_title,set_index,set_type"


def test_tables_of_the_api_are_read_where_they_hold_sets():
    table = (
        f"{ABOUT_SETS},weight_kg,weight_lbs,reps,rpe,distance_meters,duration_seconds\n"
        "w1,Pull,2026-01-05T18:00:00+00:00,Deadlift (Barbell),0,warmup,100,220.46,5,,,\n"
        "w1,Pull,2026-01-05T18:00:00+00:00,Deadlift (Barbell),1,normal,140,308.65,3,8,,\n"
    )
    log = read_log(table.encode())
    assert (log.app, log.unit) == ("hevy", "kg")
    assert [(done.load_kg, done.reps, done.rpe) for done in log.history] == [
        (100, 5, None),
        (140, 3, 8),
    ]


@pytest.mark.parametrize("totals", ["sets,total_reps,max_weight_kg", "num_sets,avg_reps,top_kg"])
def test_tables_of_totals_hold_no_sets(totals):
    table = f"workout_id,workout_date,exercise_title,{totals}\nw1,2026-01-05,Deadlift,3,15,140\n"
    with pytest.raises(UnreadableLog, match="totals of each exercise"):
        read_log(table.encode())
