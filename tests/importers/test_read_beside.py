"""What may stand beside the sets of any table: it costs no set, and what it says is read."""

from __future__ import annotations

from datetime import datetime

import pytest
import strategies as own
from accounts import check
from clothes import APPS, CLOTHES, SHEETS
from hypothesis import given, settings
from hypothesis import strategies as st

from liftguard import Bodyweight
from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

PLAIN = [one for one in CLOTHES if one.name != "hevy"]
"""Those that have no exertion of their own."""


def rows_of(kind, sets, **cells):
    return [
        {"when": one.at.strftime(kind.date), "kg": one.load, "reps": one.reps}
        | {word: cell(one) for word, cell in cells.items()}
        for one in sets
    ]


def told(log):
    return [(one.load_kg, one.reps, one.missed) for one in log.history.sets]


def made(sets):
    return [(one.load, one.reps, False) for one in sets]


# --- columns that say nothing of a set decide nothing

OTHERS = [
    *("Avg HR", "Max HR", "Average Heart Rate", "Mean Power (W)", "Max Power", "Peak Velocity"),
    *("Velocity Loss (%)", "Total Time", "Best", "Best Set", "Total", "Mean", "Average Tempo"),
    *("Max Rest", "Total Calories", "Summary", "Sum of Points", "Estimated Effort", "PR Count"),
    *("Estimated 1RM", "e1RM", "Total Volume", "Max Weight", "Predicted 1RM", "Target Weight"),
    *("Durchschnittspuls", "Gesamt", "FC media", "Puissance moyenne", "Средний пульс", "平均心拍"),
]


@pytest.mark.parametrize("kind", CLOTHES[:-2], ids=lambda kind: kind.name)
@given(
    sets=own.tried_sets(),
    names=st.lists(st.sampled_from(OTHERS), min_size=1, max_size=4, unique=True),
    cell=st.sampled_from(["", "128", "0.46", "76 %", "yes", "3:20", "n/a"]),
)
@settings(max_examples=settings().max_examples // 2)
def test_a_column_beside_load_and_repetitions_never_decides(kind, sets, names, cell):
    """A heart rate, a power or a best is no total: each row is still a set."""
    rows = rows_of(kind, sets, **{f"other {n}": lambda _: cell for n in range(len(names))})
    more = {f"other {n}": name for n, name in enumerate(names)}
    log = read_log(kind.bytes_of(rows, more))
    check(log)
    assert told(log) == made(sets)
    unread = " ".join(log.notices)
    assert all(name in unread for name in names)


# --- cells beside a set

BAD = ["11", "hard", "?", "-3", "x" * 70, "7 or so", "12.5%"]
SIDE_COLUMNS = [
    *("RPE", "RIR", "Rest", "Rest (s)", "Duration", "Distance", "Mean Velocity (m/s)"),
    *("Bodyweight", "Target Reps", "Pause", "Körpergewicht", "Descanso", "Anstrengung", "休憩"),
    *("Reps in Reserve", "Repos", "Скорость", "Ziel-Wdh", "Distancia", "Velocidad media"),
]


@pytest.mark.parametrize("kind", CLOTHES, ids=lambda kind: kind.name)
@given(sets=own.tried_sets(), name=st.sampled_from(SIDE_COLUMNS), bad=st.sampled_from(BAD))
@settings(max_examples=settings().max_examples // 2)
def test_a_side_cell_never_costs_a_set(kind, sets, name, bad):
    """The set is kept without it; the cell is listed, and a notice says so."""
    if name in kind.columns.values() or name.casefold() in kind.columns.values():
        return  # the table has such a column
    rows = rows_of(kind, sets, side=lambda _: bad)
    log = read_log(kind.bytes_of(rows, {"side": name}))
    check(log)
    assert [(one.load_kg, one.reps) for one in log.history.sets] == [
        (one.load, one.reps) for one in sets
    ]
    assert log.problems == log.skipped == ()
    for cell in log.unread_cells:
        assert (cell.column, cell.got) == (name, bad)
        assert any(name in notice for notice in log.notices)


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    ("name", "cells", "wanted"),
    [
        ("RPE", ["8", "8.5", "@9", "8-9", "8\u20139", "7 to 8", "8/10", "11", "hard", "0"],
         [8, 8.5, 9, 8.5, 8.5, 7.5, 8, None, None, None]),
        ("Anstrengung", ["8", "7,5-8"], [8, 7.75]),
        ("RIR", ["2", "0", "1-2", "2 RIR", "all"], [8, 10, 8.5, 8, None]),
        ("Repeticiones en reserva", ["1"], [9]),
    ],
)  # fmt: skip
def test_exertion_in_any_table(kind, name, cells, wanted):
    """Of a range the middle is read; repetitions in reserve count down from ten."""
    rows = [
        {"when": datetime(2025, 1, 6).strftime(kind.date), "kg": 100, "reps": 5, "effort": cell}
        for cell in cells
    ]
    log = read_log(kind.bytes_of(rows, {"effort": name}))
    assert [one.rpe for one in log.history.sets] == wanted
    assert len(log.unread_cells) == sum(cell in ("11", "hard", "all") for cell in cells)


@pytest.mark.parametrize(
    ("name", "cells", "wanted"),
    [
        ("Rest", ["3:00", "90", "180 s", "2 min", "0", ""], [180, 90, 180, 120, None, None]),
        ("Rest Time", ["2", "3", "2.5"], [120, 180, 150]),
        ("Rest (min)", ["3", "20"], [180, 1200]),
        ("restMs", ["180000", ""], [180, None]),
        ("rest_s", ["5", "90"], [5, 90]),
        ("Pause", ["90 Sek", "3 Minuten"], [90, 180]),
    ],
)
def test_rests(name, cells, wanted):
    """A bare number is of minutes where none is larger than fifteen and no unit is told."""
    rows = [f"2025-01-06;Squat;100;5;{cell}" for cell in cells]
    log = read_log("\n".join([f"Date;Exercise;kg;Reps;{name}", *rows]).encode())
    assert [one.rest_s for one in log.history] == wanted


@pytest.mark.parametrize(
    ("name", "cells", "wanted"),
    [
        ("Mean Velocity (m/s)", ["0.76", "0,46", "0.31 m/s", "0"], [0.76, 0.46, 0.31, None]),
        ("Avg Velocity (cm/s)", ["76"], [0.76]),
        ("Vitesse moyenne", ["0.5"], [0.5]),
        ("Peak Velocity (m/s)", ["1.2"], [None]),
        ("Velocity Loss (%)", ["5"], [None]),
    ],
)  # fmt: skip
def test_bar_speeds(name, cells, wanted):
    rows = [f"2025-01-06;Squat;100;5;{cell}" for cell in cells]
    log = read_log("\n".join([f"Date;Exercise;kg;Reps;{name}", *rows]).encode())
    assert [one.mean_velocity_m_s for one in log.history] == wanted


@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.name)
def test_bodyweights_are_weighings(kind):
    """One for each day and value, in the unit of its column, its cell or the loads."""
    cells = {"2025-01-06": ["82", "82"], "2025-01-08": ["180 lb"], "2025-01-09": ["0"]}
    rows = [
        {"when": datetime.fromisoformat(day).strftime(kind.date), "kg": 100, "reps": 5, "bw": cell}
        for day, own_cells in cells.items()
        for cell in own_cells
    ]
    log = read_log(kind.bytes_of(rows, {"bw": "Bodyweight"}))
    weighed = [one for one in log.history if isinstance(one, Bodyweight)]
    assert [(one.at.day, round(one.kg, 2)) for one in weighed] == [(6, 82.0), (8, 81.65)]
    assert len(log.history.sets) == 4


def test_exertion_rest_and_speed_of_equal_sets_and_wide_rows():
    equal = "Date,Exercise,Sets,Reps,Weight (kg),RPE,Rest,Velocity\n2025-01-06,Squat,2,5,100"
    equal = f"{equal},8-9,3:00,.4\n".encode()
    wide = "Date,Exercise,Set 1 Weight,Set 1 Reps,Set 2 Weight,Set 2 Reps,RPE\n"
    wide = f"{wide}2025-01-06,Squat,100,5,100,5,8.5\n".encode()
    for log in (read_log(equal), read_log(wide, unit="kg")):
        assert [(one.load_kg, one.reps, one.rpe) for one in log.history] == [(100.0, 5, 8.5)] * 2
    assert {(one.rest_s, one.mean_velocity_m_s) for one in read_log(equal).history} == {
        (180.0, 0.4)
    }


# --- hours beside days


@pytest.mark.parametrize(
    ("day", "hour", "cells"),
    [
        ("Date", "Time", ["18:05", "18:12"]),
        ("Date", "Time", ["18:05:00", "18:12:00"]),
        ("Date", "Start Time", ["6:05 PM", "6:12 PM"]),
        ("Datum", "Uhrzeit", ["18:05 Uhr", "18:12 Uhr"]),
        ("Fecha", "Hora", ["18:05", "18:12"]),
        ("日付", "時刻", ["18:05", "18:12"]),
        ("Дата", "Время", ["18:05", "18:12"]),
    ],
)
def test_an_hour_in_a_column_of_its_own(day, hour, cells):
    rows = [f"2025-01-06;{cell};Squat;100;5" for cell in cells]
    log = read_log("\n".join([f"{day};{hour};Exercise;kg;Reps", *rows]).encode())
    assert [(one.at.hour, one.at.minute) for one in log.history] == [(18, 5), (18, 12)]
    assert {one.at_known_to for one in log.history} == {"set"}
    assert {one.session for one in log.history} == {"2025-01-06"}


def test_a_time_may_be_how_long_it_took():
    rows = "2025-01-06;0:45;Plank;;\n2025-01-06;;Squat;100;5\n"
    log = read_log(f"Date;Time;Exercise;kg;Reps\n{rows}".encode())
    assert [(skip.row, skip.reason) for skip in log.skipped] == [(1, "cardio or timed")]
    assert [one.at for one in log.history] == [datetime(2025, 1, 6)]


def test_an_hour_that_is_none_costs_no_set():
    """Such a row, and one without an hour, has that of the row above on its day."""
    rows = ("18:05", "", "later", "19:30")
    text = "\n".join(f"2025-01-06;{cell};Squat;100;5" for cell in rows)
    log = read_log(f"Date;Start Time;Exercise;kg;Reps\n{text}\n".encode())
    assert [(one.at.hour, one.at.minute) for one in log.history] == [(18, 5)] * 3 + [(19, 30)]
    assert log.notices == ("1 row has no hour that can be read, such as row 3: 'later'",)


# --- implements


def test_an_implement_in_a_column_of_its_own_names_the_lift():
    """What is no implement changes no name, and is said."""
    rows = [
        ("Bench Press", "Dumbbell", "dumbbell_bench_press"),
        ("Bench Press", "Barbell", "bench_press"),
        ("Squat", "Smith Machine", "smith_squat"),
        ("Dumbbell Row", "Dumbbell", "dumbbell_row"),
        ("Zottel", "Cable", "Zottel (Cable)"),
        ("Squat", "none", "squat"),
        ("Squat", "Belt and sleeves", "squat"),
    ]
    text = "\n".join(f"2025-01-06;{lift};{tool};50;5" for lift, tool, _ in rows)
    log = read_log(f"Date;Exercise;Equipment;kg;Reps\n{text}\n".encode())
    assert [one.lift for one in log.history] == [key for _, _, key in rows]
    (said,) = log.notices
    assert said == "not read: what the column Equipment says, such as 'Belt and sleeves'"


# --- whose sets they are

PEOPLE = [
    *("User", "user_id", "Athlete", "Lifter Name", "Client", "Member ID", "participant", "Trainee"),
    *(
        "Email",
        "Profile",
        "Who",
        "Sportler",
        "Usuario",
        "Utilisateur",
        "Atleta",
        "Спортсмен",
        "選手",
    ),
]


@pytest.mark.parametrize("kind", CLOTHES, ids=lambda kind: kind.name)
@given(
    sets=own.tried_sets(), name=st.sampled_from(PEOPLE), people=st.sampled_from(["ab", "12", "é漢"])
)
@settings(max_examples=settings().max_examples // 3)
def test_the_sets_of_several_lifters_are_refused(kind, sets, name, people):
    """In a sheet, the dump of a known app and JSON; those of one are read."""
    one, other = people
    rows = rows_of(kind, [*sets, *sets], who=lambda _: one)
    assert len(read_log(kind.bytes_of(rows, {"who": name})).history.sets) == 2 * len(sets)
    for row in rows[: len(sets)]:
        row["who"] = other
    with pytest.raises(UnreadableLog, match="the sets of one lifter") as caught:
        read_log(kind.bytes_of(rows, {"who": name}))
    assert name in caught.value.where


@pytest.mark.parametrize("kind", [*SHEETS[:3], *APPS[:3]], ids=lambda kind: kind.name)
@pytest.mark.parametrize("name", ["id", "Name", "uid"])
def test_a_bare_name_or_number_parts_people_where_they_do_the_same(kind, name):
    def table(*who):
        days = ["2025-01-06", "2025-01-06", "2025-01-08", "2025-01-08"]
        rows = [
            {
                "when": datetime.fromisoformat(day).strftime(kind.date),
                "kg": 100,
                "reps": 5,
                "who": one,
            }
            for day, one in zip(days, who, strict=True)
        ]
        return kind.bytes_of(rows, {"who": name})

    with pytest.raises(UnreadableLog, match="the sets of one lifter"):
        read_log(table("17", "23", "17", "23"))
    if name != "Name":  # rows are numbered, and so are the sets of a day
        assert len(read_log(table("1", "2", "3", "4")).history.sets) == 4
        assert len(read_log(table("1", "2", "1", "2")).history.sets) == 4
    assert len(read_log(table("7", "7", "8", "8")).history.sets) == 4  # workouts are


# --- refusals that are true


@pytest.mark.parametrize(
    ("header", "row", "hint"),
    [
        ("Date,Squat,Bench,Deadlift", "2025-01-06,140,100,180", "Each lift has a column"),
        ("Datum,Kniebeuge,Bankdrücken,Notiz", "2025-01-06,140,100,", "Each lift has a column"),
        ("Fecha,Sentadilla (kg),Peso muerto (kg)", "2025-01-06,140,180", "Each lift has a column"),
        ("date,squat_kg,bench_kg,bodyweight", "2025-01-06,140,100,80", "Each lift has a column"),
        ("Date,5x5 Squat,5x5 Bench", "2025-01-06,140,100", "Each lift has a column"),
        ("Name,Squat,Bench,Deadlift,Total,Place", "Ada,140,100,180,420,1", "results of meets"),
        ("Date,Best3SquatKg,Best3BenchKg,TotalKg", "2025-01-06,140,100,420", "results of meets"),
        ("Meet,Date,Squat,Bench,Total,Dots", "Open,2025-01-06,140,100,240,300", "results of meets"),
        ("Date,Exercise,Predicted Weight,Predicted Reps", "2025-01-06,Squat,140,5", "predictions"),
        ("date,lift,forecast_1rm,low,high", "2025-01-06,Squat,140,130,150", "predictions"),
        ("Datum,Übung,Prognose kg", "2025-01-06,Kniebeuge,140", "predictions"),
        ("Date,Exercise,Target Weight,Target Reps", "2025-01-06,Squat,140,5", "a plan"),
        ("exercise,total_sets,total_reps,max_weight", "Squat,3,15,140", "totals"),
        ("Date,Exercise,Total Volume,Best Set", "2025-01-06,Squat,1500,5x100", "totals"),
        ("Date,Exercise,Weight (kg),Reps,Number of Sets", "2025-01-06,Squat,100,15,3", "totals"),
    ],
)  # fmt: skip
def test_each_kind_of_table_without_sets_has_its_own_reason(header, row, hint):
    with pytest.raises(UnreadableLog) as caught:
        read_log(f"{header}\n{row}\n".encode())
    assert hint in caught.value.hint
    assert caught.value.wanted == "an export of an app, or a sheet with one row for each set"


def test_what_lacks_a_column_is_not_called_totals():
    """A heart rate beside a load says nothing of sets: what is missing is named."""
    with pytest.raises(UnreadableLog, match="there is no column"):
        read_log(b"Date,Exercise,Weight (kg),Avg HR,Max Power\n2025-01-06,Squat,100,120,300\n")
