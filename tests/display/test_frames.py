"""Values as data frames, and histories back from frames of any make."""

import io
import math
import sys
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from strategies import GUARD, JUNK, instant_logs, logs

import liftguard as lg

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 1, 5, 18)
SQUAT = lg.LoggedSet(
    lift="squat", at=MONDAY, load_kg=100, reps=5, rpe=8.5, note="", from_note=("rpe", "load_kg")
)
MISS = lg.LoggedSet(
    lift="squat", at=MONDAY, load_kg=140, reps=0, missed=True, planned_reps=1, id="s2"
)
DRIVE = lg.Stillness(start=datetime(2026, 1, 5, 14), end=datetime(2026, 1, 5, 17, 30))
EVERY_KIND = lg.History(
    [
        SQUAT,
        MISS,
        DRIVE,
        lg.Mobility(at=MONDAY, minutes=5, regions=("hip", "neck")),
        lg.Mobility(at=MONDAY, minutes=6),
        lg.Moved(at=MONDAY, motion="flexion", load_kg=20, cause="lift"),
        lg.Pain(at=MONDAY, region="low_back", severity=0, kind="stiffness"),
        lg.Readiness(at=MONDAY, score=0, soreness=3),
        lg.Rising(at=MONDAY),
        lg.Bodyweight(at=MONDAY, kg=80.1),
    ]
)


def text(*values):
    return pd.Series(values, dtype=pd.StringDtype("python"))


def moments(*values):
    return pd.Series([pd.Timestamp(value) for value in values], dtype="datetime64[us]")


# --- a history ---


def test_a_history_has_a_row_for_each_entry():
    """Each field is a column; what an entry does not have is missing, and zero is data."""
    history = lg.History([DRIVE, SQUAT, MISS])
    expected = pd.DataFrame(
        {
            "type": text("Stillness", "LoggedSet", "LoggedSet"),
            "at": moments("2026-01-05 17:30", "2026-01-05 18:00", "2026-01-05 18:00"),
            "lift": text(None, "squat", "squat"),
            "load_kg": [math.nan, 100.0, 140.0],
            "reps": pd.Series([None, 5, 0], dtype="Int64"),
            "missed": pd.Series([None, False, True], dtype="boolean"),
            "to_failure": pd.Series([None, False, False], dtype="boolean"),
            "planned_reps": pd.Series([None, None, 1], dtype="Int64"),
            "rpe": [math.nan, 8.5, math.nan],
            "kind": text(None, None, None),
            "assist_kg": [math.nan, 0.0, 0.0],
            "rest_s": [math.nan] * 3,
            "at_known_to": text(None, "set", "set"),
            "mean_velocity_m_s": [math.nan] * 3,
            "session": text(None, None, None),
            "id": text(None, None, "s2"),
            "note": text(None, "", None),
            "from_note": text(None, "rpe, load_kg", ""),
            "start": moments("2026-01-05 14:00", None, None),
            "posture": text("sitting", None, None),
        }
    )
    assert_frame_equal(history.to_frame(), expected)


def test_only_kinds_that_occur_have_columns():
    """A log of weighings has three columns, and an empty one two."""
    weighings = lg.History([lg.Bodyweight(at=MONDAY, kg=80)]).to_frame()
    assert list(weighings.columns) == ["type", "at", "kg"]
    empty = lg.History().to_frame()
    assert (list(empty.columns), len(empty)) == (["type", "at"], 0)


def test_every_kind_of_entry_comes_back():
    """One of each kind, with every bit of its numbers and all its names."""
    assert lg.History.from_frame(EVERY_KIND.to_frame()) == EVERY_KIND


@given(logs() | instant_logs())
def test_a_history_comes_back(entries):
    """From pandas, polars and Arrow alike, entry by entry."""
    history = lg.History(entries)
    frame = history.to_frame()
    for other in (frame, pl.from_pandas(frame), pa.Table.from_pandas(frame)):
        assert lg.History.from_frame(other) == history


class Stream:
    """A frame of a make that nobody knows, which offers the stream of Arrow."""

    def __init__(self, table):
        self.__arrow_c_stream__ = table.__arrow_c_stream__


@pytest.mark.skipif(not hasattr(pd.DataFrame, "from_arrow"), reason="pandas 3 reads streams")
@given(logs(most=3))
def test_a_history_comes_back_from_a_stream(entries):
    """Whatever gives a stream of Arrow is a frame."""
    history = lg.History(entries)
    assert lg.History.from_frame(Stream(pa.Table.from_pandas(history.to_frame()))) == history


@given(logs(others=False))
def test_a_history_comes_back_from_parquet(entries):
    """Files keep every bit."""
    history = lg.History(entries)
    file = io.BytesIO()
    pa.parquet.write_table(pa.Table.from_pandas(history.to_frame()), file)
    assert lg.History.from_frame(pa.parquet.read_table(file)) == history
    assert lg.History.from_frame(pd.read_parquet(file)) == history


AS_TEXT = {"session": "string", "id": "string", "note": "string"}
OLD_PANDAS = int(pd.__version__.split(".")[0]) < 3
EVERY_DIGIT = {"float_precision": "round_trip"} if OLD_PANDAS else {}


@given(logs())
def test_a_history_comes_back_from_csv(entries):
    """So does text, when it is read with every digit."""
    history = lg.History(entries)
    sheet = io.StringIO(history.to_frame().to_csv(index=False))
    again = pd.read_csv(sheet, dtype=AS_TEXT, **EVERY_DIGIT)
    assert lg.History.from_frame(again) == history


def test_a_csv_cannot_tell_an_empty_note_from_none():
    """The page on frames says so."""
    sheet = io.StringIO(lg.History([SQUAT]).to_frame().to_csv(index=False))
    assert lg.History.from_frame(pd.read_csv(sheet)).sets[0].note is None


# --- moments ---


def set_at(at):
    return lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=5)


@pytest.mark.parametrize(
    ("zone", "dtype"),
    [
        (None, "datetime64[us]"),
        (UTC, "datetime64[us, UTC]"),
        (BERLIN, "datetime64[us, Europe/Berlin]"),
        (timezone(timedelta(hours=2)), "datetime64[us, UTC+02:00]"),
        (timezone(timedelta(hours=5, minutes=45)), "datetime64[us, UTC+05:45]"),
    ],
)
def test_a_history_in_one_zone_keeps_it(zone, dtype):
    """The column has that zone, and the offset of each moment comes back."""
    history = lg.History([set_at(datetime(2026, month, 5, 18, tzinfo=zone)) for month in (1, 7)])
    frame = history.to_frame()
    assert str(frame["at"].dtype) == dtype
    again = lg.History.from_frame(frame)
    assert again == history
    assert [one.at.utcoffset() for one in again] == [one.at.utcoffset() for one in history]
    assert {type(one.at) for one in again} == {datetime}


def test_an_hour_that_is_there_twice_stays_two():
    """When clocks go back, half past two happens twice, an hour apart."""
    twice = [datetime(2025, 10, 26, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1)]
    frame = lg.History(map(set_at, twice)).to_frame()
    assert list(frame["at"].dt.tz_convert("UTC").dt.hour) == [0, 1]
    for other in (frame, pl.from_pandas(frame), pa.Table.from_pandas(frame)):
        again = lg.History.from_frame(other)
        assert [one.at.utcoffset() / timedelta(hours=1) for one in again] == [2.0, 1.0]


def test_a_history_in_several_zones_is_in_utc():
    """The instants stay; what the clock of each place showed does not."""
    there = datetime(2026, 1, 5, 18, tzinfo=timezone(timedelta(hours=-5)))
    history = lg.History([set_at(MONDAY.replace(tzinfo=BERLIN)), set_at(there)])
    frame = history.to_frame()
    assert str(frame["at"].dtype) == "datetime64[us, UTC]"
    assert list(frame["at"].dt.hour) == [17, 23]
    assert lg.History.from_frame(frame) == history


def test_nanoseconds_are_cut():
    """Frames of other makes may have them; a moment has microseconds."""
    at = pd.Series([pd.Timestamp("2026-01-05T18:00:00.000001500")])
    frame = pd.DataFrame({"at": at, "lift": "squat", "load_kg": 100, "reps": 5})
    assert lg.History.from_frame(frame)[0].at == MONDAY.replace(microsecond=1)


# --- frames of one's own ---

ROWS = pd.DataFrame({"lift": ["squat"], "at": [MONDAY], "load_kg": [100], "reps": [5.0]})


def test_rows_without_a_type_are_sets():
    """Only what a set needs must be there; a name means the lift that it names."""
    frame = ROWS.assign(lift="Deadlift (Barbell)")
    expected = lg.LoggedSet(lift="deadlift", at=MONDAY, load_kg=100, reps=5)
    assert lg.History.from_frame(frame) == lg.History([expected])


def test_rows_may_stand_in_any_order():
    """A sorted, filtered frame with the moments as its index is read all the same."""
    frame = EVERY_KIND.to_frame().sort_values("load_kg")
    squats = frame[frame["lift"] == "squat"]
    assert lg.History.from_frame(squats.set_index("at")) == lg.History([SQUAT, MISS])
    assert lg.History.from_frame(pa.Table.from_pandas(squats)) == lg.History([SQUAT, MISS])


@pytest.mark.parametrize("regions", [["hip", "neck"], "hip,neck", " hip , neck", ("hip", "neck")])
def test_several_names_in_a_cell(regions):
    """They are a list, or text with commas."""
    frame = pd.DataFrame(
        {"type": ["Mobility"], "at": [MONDAY], "minutes": [5], "regions": [regions]}
    )
    assert lg.History.from_frame(frame)[0].regions == ("hip", "neck")


WRONG_CELLS = [
    ({"reps": 5.5}, "row 0, column 'reps': got 5.5, wanted a whole number from 0 to 1000"),
    (
        {"load_kg": "100 kg"},
        "row 0, column 'load_kg': got '100 kg', wanted 0, or from 0.01",
    ),
    ({"load_kg": None}, "row 0, column 'load_kg': got None, wanted a value: a LoggedSet needs it"),
    ({"at": "Monday"}, "row 0, column 'at': got 'Monday', wanted a datetime"),
    ({"at": 20260105}, "row 0, column 'at': got 20260105, wanted a datetime"),
    ({"missed": 1}, "row 0, column 'missed': got 1, wanted True or False"),
    ({"type": "Squat"}, "row 0, column 'type': got 'Squat', wanted one of LoggedSet, "),
    ({"type": None}, "row 0, column 'type': got None, wanted one of LoggedSet, "),
    ({"severity": 3}, "row 0, column 'severity': got 3, wanted no value: a LoggedSet has no "),
    ({"from_note": "mood"}, r"row 0, column 'from_note': got \('mood',\), wanted a tuple of "),
    ({"weight": 100}, "column 'weight': got 'weight', wanted one of type, lift, at, load_kg, "),
]


@pytest.mark.parametrize(
    ("changes", "words"), WRONG_CELLS, ids=[str(one) for one, _ in WRONG_CELLS]
)
def test_a_wrong_cell_is_named(changes, words):
    """The error says the row, the column, what stood there and what is right."""
    with pytest.raises(lg.InvalidValue, match=words):
        lg.History.from_frame(ROWS.assign(**changes))


def test_the_row_of_a_wrong_cell_is_counted_from_0():
    """As in `iloc`, whatever the index says; the end of a stretch is its `at`."""
    frame = EVERY_KIND.to_frame().set_index(pd.Index(range(100, 110)))
    frame.iloc[0, frame.columns.get_loc("at")] = datetime(2026, 1, 5, 13)
    with pytest.raises(lg.InvalidValue, match="row 0, column 'at': got '2026-01-05T13:00:00'"):
        lg.History.from_frame(frame)
    frame = EVERY_KIND.to_frame()
    frame.loc[frame["type"] == "Bodyweight", "kg"] = 8.0
    with pytest.raises(lg.InvalidValue, match="row 9, column 'kg'"):
        lg.History.from_frame(frame)


def test_a_column_that_is_there_twice_is_refused():
    """Which of the two counts is not guessed."""
    twice = pd.concat([ROWS, ROWS[["reps"]]], axis=1)
    with pytest.raises(lg.InvalidValue, match="column 'reps': got 'it twice'"):
        lg.History.from_frame(twice)


@pytest.mark.parametrize("frame", [None, "log.csv", [SQUAT], {"lift": ["squat"]}, 5])
def test_what_is_no_frame_is_refused(frame):
    """A path or a list is for read_log."""
    with pytest.raises(lg.InvalidValue, match="wanted a data frame of pandas or polars, or a "):
        lg.History.from_frame(frame)


@given(st.data())
def test_a_cell_of_anything_is_read_or_refused(data):
    """Whatever stands in a cell, the answer is a history or our error."""
    frame = EVERY_KIND.to_frame().astype(object)
    row = data.draw(st.integers(0, len(frame) - 1))
    column = data.draw(st.integers(0, len(frame.columns) - 1))
    held = frame.iloc[:, column].tolist()
    held[row] = data.draw(st.sampled_from(JUNK))
    tampered = frame.assign(**{frame.columns[column]: pd.Series(held, dtype=object)})
    try:
        said = f"read {len(lg.History.from_frame(tampered))}"
    except lg.InvalidValue as error:
        said = str(error)
    assert said.startswith(("read 10", f"row {row}, column"))


# --- what was forecast and judged ---


def trained(weeks=8):
    return lg.History(
        [
            lg.LoggedSet(
                lift="squat", at=MONDAY + timedelta(weeks=n), load_kg=140 + n, reps=3, rpe=9
            )
            for n in range(weeks)
        ]
    )


LAST = MONDAY + timedelta(weeks=8)
STATE = GUARD.replay(trained()).state


def verdict_on(planned):
    return GUARD.check(STATE, planned, at=LAST)


def test_a_track_has_a_row_for_each_set():
    """With what would have been asked before it, and how likely that was to fail."""
    frame = GUARD.replay(lg.History([*trained(), lg.Rising(at=LAST)])).to_frame()
    state, asked = GUARD.start(), []
    for done in trained():
        planned = lg.PlannedSet(lift="squat", load_kg=done.load_kg, reps=3)
        asked.append(GUARD.check(state, planned, at=done.at))
        state = GUARD.learn(state, done)
    assert list(frame.columns[:4]) == ["type", "at", "lift", "load_kg"]
    of_it = ["asked_reps", "p_beyond", "low_kg", "middle_kg", "high_kg", "level"]
    assert list(frame.columns[-6:]) == of_it
    assert list(frame["load_kg"]) == [140.0 + n for n in range(8)]
    assert list(frame["asked_reps"]) == [3] * 8
    assert list(frame["level"]) == [one.level.name for one in asked]
    assert {one.level.name for one in asked} >= {"UNKNOWN", "CLEAR"}
    assert list(frame["p_beyond"]) == [one.p_beyond for one in asked]
    assert list(frame["middle_kg"]) == [one.capacity.middle_kg for one in asked]
    assert (frame["low_kg"] < frame["middle_kg"]).all()
    assert (frame["middle_kg"] < frame["high_kg"]).all()


def test_the_frame_of_a_track_gives_its_sets_back():
    """The columns of the forecast are left aside."""
    frame = GUARD.replay(trained()).to_frame()
    assert lg.History.from_frame(frame) == trained()
    assert lg.History.from_frame(pl.from_pandas(frame)) == trained()


def test_a_track_says_what_was_asked():
    """The plan; where there is none, one more than was done where one more was tried."""
    rows = ({"reps": 3, "planned_reps": 5}, {"reps": 3, "missed": True}, {"reps": 3})
    sets = [lg.LoggedSet(lift="squat", at=MONDAY, load_kg=100, **row) for row in rows]
    frame = GUARD.replay(lg.History(sets)).to_frame()
    assert list(frame["asked_reps"]) == [5, 4, 3]
    assert str(frame["asked_reps"].dtype) == "Int64"


def test_a_track_without_a_forecast_has_none():
    """A pull-up of unknown bodyweight has no probability, which is missing and not 0."""
    history = lg.History([lg.LoggedSet(lift="pull_up", at=MONDAY, load_kg=0, reps=5)])
    frame = GUARD.replay(history).to_frame()
    assert frame[["p_beyond", "low_kg", "high_kg"]].isna().all().all()
    assert list(frame["level"]) == ["UNKNOWN"]


CAUSES = ("fatigue", "rapid_movement", "overload")
VERDICT_COLUMNS = [
    *("at", "lift", "load_kg", "reps", "motion", "level", "p_beyond"),
    *("low_kg", "middle_kg", "high_kg", "max_load_kg"),
    *(f"{code}_{part}" for code in CAUSES for part in ("share", "size", "named")),
    *("not_assessed", "missing_records", "caveats", "pain", "days_since", "first_step"),
    "model_version",
]


def test_a_verdict_is_a_row():
    """It has the plan, the numbers, the causes, and what could not be assessed."""
    verdict = verdict_on(lg.PlannedSet(lift="squat", load_kg=180, reps=3))
    frame = verdict.to_frame()
    row = frame.iloc[0]
    assert list(frame.columns) == VERDICT_COLUMNS
    assert (row["at"], row["lift"], row["load_kg"], row["reps"]) == (LAST, "squat", 180.0, 3)
    assert (row["level"], row["p_beyond"]) == ("BEYOND", verdict.p_beyond)
    assert (row["low_kg"], row["max_load_kg"]) == (verdict.capacity.low_kg, verdict.max_load_kg)
    assert row["overload_share"] == verdict.causes[0].share
    assert row["overload_size"] == verdict.causes[0].size
    assert (row["overload_named"], row["fatigue_named"]) == (True, False)
    assert pd.isna(row["rapid_movement_size"])
    assert pd.isna(row["rapid_movement_named"])
    assert row["not_assessed"] == "rapid_movement"
    assert (row["first_step"], row["days_since"]) == ("lower_load", 7.0)
    assert pd.isna(row["pain"])
    assert pd.isna(row["motion"])


def test_verdicts_are_rows_of_one_table():
    """In their order, with levels that can be compared, and movements among them."""
    heavy = verdict_on(lg.PlannedSet(lift="squat", load_kg=180, reps=3))
    light = verdict_on(lg.PlannedSet(lift="squat", load_kg=60, reps=3))
    turn = verdict_on(lg.Movement(motion="rotation", peak_velocity_deg_s=10, load_kg=5))
    frame = lg.display.to_frame(iter([heavy, light, turn]))
    assert list(frame["level"]) == ["BEYOND", "CLEAR", "CLEAR"]
    assert list(frame["level"] >= "UNKNOWN") == [True, False, False]
    assert list(frame["motion"].fillna("")) == ["", "", "rotation"]
    assert list(frame["load_kg"]) == [180.0, 60.0, 5.0]
    assert list(frame["reps"].isna()) == [False, False, True]
    assert list(frame["p_beyond"].isna()) == [False, False, True]
    assert list(lg.display.to_frame([]).columns) == VERDICT_COLUMNS


def test_a_pain_stands_in_the_row():
    """By the area that hurts."""
    hurt = GUARD.learn(STATE, lg.Pain(at=LAST, region="low_back", severity=6, kind="spasm"))
    verdict = GUARD.check(hurt, lg.PlannedSet(lift="squat", load_kg=180, reps=3), at=LAST)
    frame = verdict.to_frame()
    assert list(frame["pain"]) == ["low_back"]
    assert "pain" in frame["caveats"].iloc[0].split(", ")


def test_verdicts_of_both_kinds_of_time_are_refused():
    """No column can hold wall-clock times and instants."""
    planned = lg.PlannedSet(lift="squat", load_kg=60, reps=3)
    instant = GUARD.check(GUARD.start(), planned, at=LAST.replace(tzinfo=UTC))
    with pytest.raises(lg.InvalidValue, match="one kind of time in one table"):
        lg.display.to_frame([verdict_on(planned), instant])


def test_a_checked_plan_has_a_row_for_each_set():
    """With its session and its place there, from 0."""
    sets = [lg.PlannedSet(lift="squat", load_kg=kg, reps=3) for kg in (60, 180)]
    plan = GUARD.check_plan(STATE, [lg.PlannedSession(at=LAST, sets=sets, rest_s=300)])
    frame = lg.display.to_frame(plan)
    assert list(frame["session"]) == [0, 0]
    assert list(frame["place"]) == [0, 1]
    assert list(frame["load_kg"]) == [60.0, 180.0]
    assert list(frame["level"]) == ["CLEAR", "BEYOND"]
    assert list(frame["at"]) == [one.at for one in plan.sets]


def test_advice_has_a_row_for_each_step():
    """With what changes and how it would stand."""
    advice = GUARD.advise(STATE, lg.PlannedSet(lift="squat", load_kg=180, reps=3), at=LAST)
    frame = lg.display.to_frame(advice)
    assert list(frame["code"]) == [one.code for one in advice]
    assert list(frame["load_kg"]) == [one.planned.load_kg for one in advice]
    assert len(lg.display.to_frame(lg.Advice())) == 0


@pytest.mark.parametrize("value", [None, 5, "log", SQUAT, [SQUAT], {"a": 1}, GUARD])
def test_what_has_no_table_is_refused(value):
    """The error lists what has one."""
    with pytest.raises(lg.InvalidValue, match="wanted a History, a Track, a Verdict or several"):
        lg.display.to_frame(value)


# --- without pandas ---


@pytest.fixture
def _no_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)


@pytest.mark.usefixtures("_no_pandas")
def test_without_pandas_the_extra_is_named():
    """The error says what to install."""
    with pytest.raises(lg.MissingExtra, match=r'pip install "liftguard\[frame\]"'):
        EVERY_KIND.to_frame()


@pytest.mark.usefixtures("_no_pandas")
def test_polars_and_arrow_need_no_pandas():
    """They give their columns themselves."""
    sheet = {"at": [MONDAY], "lift": ["squat"], "load_kg": [100.0], "reps": [5]}
    expected = lg.History([set_at(MONDAY)])
    assert lg.History.from_frame(pl.DataFrame(sheet)) == expected
    assert lg.History.from_frame(pa.table(sheet)) == expected
