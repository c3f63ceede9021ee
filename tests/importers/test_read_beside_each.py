"""Exertion and bar speed of each set, where one row holds several sets or one repetition of one."""

import pytest
from accounts import check
from clothes import SHEETS
from hypothesis import given
from hypothesis import strategies as st

from liftguard.importers import read_log

SETS = st.lists(
    st.tuples(
        st.integers(1, 400),
        st.integers(1, 20),
        st.integers(12, 20),  # halves of an exertion
        st.integers(10, 150),  # hundredths of a bar speed
    ),
    min_size=2,
    max_size=4,
)


def read(*lines, **options):
    log = read_log("\n".join([*lines, ""]).encode(), **options)
    check(log)
    return log


def told(log):
    return [(one.load_kg, one.reps, one.rpe, one.mean_velocity_m_s) for one in log.history.sets]


WIDE = {
    "set1weight": ("date,exercise", "set{0}weight,set{0}reps,set{0}rpe,set{0}velocity"),
    "numbers behind": ("Date,Exercise", "Weight {0},Reps {0},RPE {0},Mean Velocity {0}"),
    "spaced": ("Date,Lift", "Set {0} kg,Set {0} Reps,Set {0} RPE,Set {0} Velocity (m/s)"),
    "German": (
        "Datum,Übung",
        "Satz {0} Gewicht,Satz {0} Wdh,Satz {0} RPE,Satz {0} Geschwindigkeit",
    ),
    "Spanish": ("Fecha,Ejercicio", "Serie {0} Peso,Serie {0} Repeticiones,RPE {0},Velocidad {0}"),
    "French": ("Jour,Exercice", "Charge {0},Répétitions {0},Effort perçu {0},Vitesse {0}"),
    "Russian": ("Дата,Упражнение", "Подход {0} Вес,Подход {0} Повторы,РПЕ {0},Скорость {0}"),
    "Hungarian": ("Dátum,Gyakorlat", "Súly {0},Ismétlés {0},RPE {0},Velocity {0}"),
}
"""What the columns of a row are called, and those of each of its sets."""


@given(clothes=st.sampled_from(sorted(WIDE)), sets=SETS)
def test_each_set_of_a_wide_row_has_its_own(clothes, sets):
    """In whatever language, and wherever the number of the set stands."""
    start, each = WIDE[clothes]
    header = ",".join([start, *(each.format(n) for n in range(1, len(sets) + 1))])
    cells = [f"{kg},{reps},{rpe / 2},{speed / 100}" for kg, reps, rpe, speed in sets]
    log = read(header, ",".join(["2024-01-15", "Squat", *cells]), unit="kg")
    wanted = [(float(kg), reps, rpe / 2, speed / 100) for kg, reps, rpe, speed in sets]
    assert told(log) == wanted
    assert (log.app, log.notices) == ("wide", ())


@given(kind=st.sampled_from(SHEETS), mark=st.sampled_from([";", "/", " ", ", "]), sets=SETS)
def test_a_list_beside_a_list_of_repetitions(kind, mark, sets):
    """A value for each of them; a single one is that of all."""
    load = sets[0][0]
    row = {
        "when": "2024-01-15" if "%d.%m" not in kind.date else "15.01.2024",
        "kg": str(load),
        "reps": "/".join(str(reps) for _, reps, _, _ in sets),
        "effort": mark.join(str(rpe / 2) for _, _, rpe, _ in sets),
        "speed": str(sets[0][3] / 100),
    }
    sheet = kind.bytes_of([row], {"effort": "RPE", "speed": "Velocity"})
    first = sets[0][3] / 100
    log = read_log(sheet)
    check(log)
    assert told(log) == [(float(load), reps, rpe / 2, first) for _, reps, rpe, _ in sets]


def test_a_list_beside_sets_by_repetitions():
    log = read(
        "date,exercise,sets,reps,weight (kg),rpe",
        "2024-01-15,Squat,3,5,100,7/8/9",
        "2024-01-17,Squat,2,5,100,8-9",
        "2024-01-19,Squat,2,5,100,8/10",
    )
    assert [one.rpe for one in log.history] == [7.0, 8.0, 9.0, 8.5, 8.5, 8.0, 8.0]


@pytest.mark.parametrize("word", ["mean_velocity_m_s", "velocity"])
def test_a_bar_speed_may_be_named(word):
    """By our words, in `columns` as in rows of a program."""
    sheet = b"Tag;Was;Eisen;Anzahl;v;Ruhe\n03.04.2026;Kreuzheben;140;5;0,45;180\n"
    own = {"when": "Tag", "lift": "Was", "kg": "Eisen", "reps": "Anzahl", "rest_s": "Ruhe"}
    log = read_log(sheet, columns={**own, word: "v"})
    assert [(one.mean_velocity_m_s, one.rest_s) for one in log.history] == [(0.45, 180.0)]
    rows = [{"when": "2026-04-03", "lift": "deadlift", "kg": 140, "reps": 5, word: 0.45}]
    assert [one.mean_velocity_m_s for one in read_log(rows).history] == [0.45]


SINGLE = {
    "English": "Date,Exercise,Set,Rep,Load (kg),Mean Velocity (m/s)",
    "program": "timestamp,exercise,set_number,rep_number,weight_kg,mean_velocity",
    "German": "Datum,Übung,Satz,Wdh Nr,Gewicht (kg),Geschwindigkeit",
    "Spanish": "Fecha,Ejercicio,Set,Rep Number,Peso (kg),Velocidad media",
    "Hungarian": "Dátum,Gyakorlat,Sorozat,Rep No,Súly (kg),Velocity",
    "French": "Jour,Exercice,Set,Rep Index,Charge (kg),Vitesse moyenne",
}
"""Tables of devices, with a row for each repetition."""


@given(clothes=st.sampled_from(sorted(SINGLE)), sets=SETS)
def test_rows_of_repetitions_make_sets(clothes, sets):
    """As many as they count up to, with the speed of the first; every row is accounted for."""
    sets = [(kg, reps + 1, rpe, speed) for kg, reps, rpe, speed in sets]
    rows = [
        f"2025-03-03,Squat,{number},{rep},{kg},{speed / 100 if rep == 1 else 0.1}"
        for number, (kg, reps, _, speed) in enumerate(sets, start=1)
        for rep in range(1, reps + 1)
    ]
    log = read(SINGLE[clothes], *rows)
    assert told(log) == [(float(kg), reps, None, speed / 100) for kg, reps, _, speed in sets]
    assert log.rows_with_sets == len(sets)
    assert {skip.reason for skip in log.skipped} == {"a repetition of the set above"}
    assert (log.rows_read, log.problems) == (len(rows), ())


def test_repetitions_that_do_not_count_up_are_whole_sets():
    """Nor are they single ones without a bar speed: ladders go 1, 2, 3."""
    log = read("Date,Exercise,Rep,Load (kg),Velocity", *["2025-03-03,Squat,5,100,0.5"] * 2)
    assert [one.reps for one in log.history] == [5, 5]
    ladder = [f"2025-03-03,Pull Up,{reps},0" for reps in (1, 2, 3)]
    assert [one.reps for one in read("Date,Exercise,Rep,Load (kg)", *ladder).history] == [1, 2, 3]


def test_repetitions_may_count_from_zero_and_on_over_sets():
    """A new set begins with another number of set or load; what is no number is a problem."""
    header = "Date,Exercise,Set,Rep Number,Load (kg),Velocity"
    counts = [(1, 0, 100), (1, 1, 100), (2, 2, 100), (2, 3, 100), (3, 4, 110), (3, "four", 110)]
    log = read(header, *(f"2025-03-03,Squat,{n},{rep},{kg},0.5" for n, rep, kg in counts))
    assert [(one.load_kg, one.reps) for one in log.history] == [(100.0, 2), (100.0, 2), (110.0, 1)]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(6, "Rep Number", "four")]
