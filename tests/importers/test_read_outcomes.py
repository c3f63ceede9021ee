"""Sets that were missed: what columns and cells of any sheet, app or program say of it."""

from __future__ import annotations

import pytest
import strategies as own
from accounts import check
from clothes import APPS, CLOTHES, SHEETS
from hypothesis import given, settings
from hypothesis import strategies as st

from liftguard.importers import read_log

# Name of a column, what stands beside a set that went up, and beside one that did not.
ANSWERS = [
    ("Success", "TRUE", "FALSE"),
    ("Made it?", "yes", "no"),
    ("Good lift (Y/N)", "Y", "N"),
    ("Made", "✓", "✗"),
    ("Lift result", "Good lift", "No lift"),
    ("Result", "made", "missed"),
    ("Outcome", "pass", "F"),
    ("Lights", "white", "red"),
    ("Referees", "WWR", "RRW"),
    ("Failed", "", "x"),
    ("Missed", "0", "1"),
    ("Status", "completed", "failed"),
    ("Geschafft", "WAHR", "FALSCH"),
    ("Ergebnis", "gültig", "ungültig"),
    ("Fehlversuch", "nein", "ja"),
    ("Réussi", "oui", "non"),
    ("Raté", "FAUX", "VRAI"),
    ("Éxito", "sí", "no"),
    ("Intento fallido", "", "x"),
    ("Sucesso", "sim", "não"),
    ("Esito", "valida", "nulla"),
    ("Gelukt", "ja", "nee"),
    ("Godkänd", "ja", "nej"),
    ("Zaliczone", "tak", "nie"),
    ("Sikeres", "igen", "nem"),
    ("Успех", "да", "нет"),
    ("Результат", "взят", "не взят"),
    ("Başarılı", "evet", "hayır"),
    ("成否", "成功", "失敗"),
    ("성공", "예", "아니오"),
]


def told(log):
    return [(one.load_kg, one.reps, one.missed) for one in log.history.sets]


def rows_of(kind, sets, **cells):
    """Write sets as rows; cells are functions of a set."""
    return [
        {"when": one.at.strftime(kind.date), "kg": one.load, "reps": one.reps}
        | {word: cell(one) for word, cell in cells.items()}
        for one in sets
    ]


@pytest.mark.parametrize("kind", CLOTHES, ids=lambda kind: kind.name)
@settings(max_examples=settings().max_examples // 2)
@given(sets=own.tried_sets(), answer=st.sampled_from(ANSWERS))
def test_a_set_that_did_not_go_up_is_missed(kind, sets, answer):
    """Whatever the column is called, and whoever wrote the table: the last repetition failed."""
    name, yes, no = answer
    rows = rows_of(kind, sets, outcome=lambda one: yes if one.went_up else no)
    log = read_log(kind.bytes_of(rows, {"outcome": name}))
    check(log)
    assert told(log) == [(one.load, one.reps - (not one.went_up), not one.went_up) for one in sets]
    assert log.problems == log.skipped == ()


@pytest.mark.parametrize(
    "word", ["F", "fail", "Missed", "✗", "no lift", "Fehlversuch", "nul", "失敗"]
)
@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.name)
@settings(max_examples=settings().max_examples // 6)
@given(sets=own.tried_sets())
def test_a_word_in_place_of_repetitions_is_a_miss(kind, word, sets):
    rows = rows_of(kind, sets, reps=lambda one: one.reps if one.went_up else word)
    log = read_log(kind.bytes_of(rows))
    check(log)
    wanted = [(one.load, one.reps if one.went_up else 0, not one.went_up) for one in sets]
    if word == "✗":  # a mere cross is a miss where the lift went up that day
        went_up = {one.at for one in sets if one.went_up}
        tried = [one for one in sets if one.at in went_up]
        wanted = [(one.load, one.reps if one.went_up else 0, not one.went_up) for one in tried]
    assert sorted(told(log)) == sorted(wanted)
    assert log.problems == ()


@pytest.mark.parametrize("kind", [*SHEETS[:3], *APPS], ids=lambda kind: kind.name)
@settings(max_examples=settings().max_examples // 4)
@given(sets=own.tried_sets(), word=st.sampled_from(["meh", "?", "video", "5 kg more", "almost"]))
def test_a_word_that_cannot_be_decided_is_no_made_set(kind, sets, word):
    """The row is a problem that shows it, and the log says so; the others are read."""
    first = sets[0]._replace(reps=2)
    rows = rows_of(kind, [first, first, *sets], outcome=lambda one: "made" if one.went_up else word)
    log = read_log(kind.bytes_of(rows, {"outcome": "Result"}))
    check(log)
    unclear = [one for one in sets if not one.went_up]
    if len(unclear) * 2 > len(rows):  # then it is no such column
        assert any("Result" in notice for notice in log.notices)
        return
    made = [first, first, *(one for one in sets if one.went_up)]
    assert told(log) == [(one.load, one.reps, False) for one in sorted(made, key=lambda x: x.at)]
    assert [problem.got for problem in log.problems] == [word] * len(unclear)
    assert bool(unclear) == any("show whether they went up" in notice for notice in log.notices)


# --- by hand

DAY = ["2025-01-06,Deadlift,140,3", "2025-01-06,Deadlift,160,1", "2025-01-06,Deadlift,170,1"]
MADE = [(140.0, 3, False), (160.0, 1, False)]


def sheet(name, *cells):
    """Read three sets with one more column."""
    rows = [f"{row},{cell}" for row, cell in zip(DAY, cells, strict=True)]
    return read_log("\n".join([f"Date,Exercise,Weight (kg),Reps,{name}", *rows]).encode())


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Made", ("x", "x", "✗")),
        ("Made", ("✓", "✓", "x")),
        ("Made", ("o", "o", "x")),
        ("Missed", ("", "", "x")),
        ("Missed", ("", "", "✓")),
        ("Result", ("", "", "x")),
        ("Result", ("pr", "", "miss")),
        ("Completed", ("TRUE", "TRUE", "FALSE")),
        ("Done", ("x", "x", "")),
    ],
)
def test_what_a_cross_a_tick_and_a_blank_mean(name, cells):
    """The name of the column and its other cells tell."""
    assert told(sheet(name, *cells)) == [*MADE, (170.0, 0, True)]


def test_a_box_that_was_not_ticked_is_no_made_set():
    log = sheet("Made", "x", "x", "")
    assert told(log) == MADE
    assert [(one.row, one.column, one.got) for one in log.problems] == [(3, "Made", "")]


def test_a_set_that_was_not_completed_may_never_have_been_tried():
    """At the top of a ramp it was; at a load that went up before it may have been left out."""
    rows = ("140,3,TRUE", "140,3,FALSE", "150,2,FALSE")
    text = "\n".join(f"2025-01-06,Deadlift,{row}" for row in rows)
    log = read_log(f"Date,Exercise,Weight (kg),Reps,Completed\n{text}\n".encode())
    assert told(log) == [(140.0, 3, False), (150.0, 1, True)]
    assert [(one.row, one.reason) for one in log.skipped] == [(2, "planned, not done")]
    (said, several) = log.notices
    assert said.startswith("2 sets were not completed, as the column Completed says: 1 taken for")
    assert several.startswith("1 set that failed has several repetitions beside the word")


@pytest.mark.parametrize("word", ["skipped", "geplant", "pendiente", "ignoré", "跳过"])
def test_what_was_never_tried_is_skipped(word):
    log = sheet("Status", "completed", "completed", word)
    assert told(log) == MADE
    assert [(one.row, one.reason) for one in log.skipped] == [(3, "planned, not done")]


def test_a_column_of_other_words_is_left_unread():
    """A result may be a feeling, and "good" a count."""
    for name, cells in (("Result", ("easy", "grindy", "wow")), ("Good", ("8", "7", "3"))):
        log = sheet(name, *cells)
        assert told(log) == [*MADE, (170.0, 1, False)]
        assert len(log.notices) == 1
        assert name in log.notices[0]


def test_a_set_to_failure_went_up():
    log = sheet("To Failure", "no", "no", "yes")
    assert [(one.reps, one.missed, one.to_failure) for one in log.history] == [
        (3, False, False),
        (1, False, False),
        (1, False, True),
    ]


def test_missed_repetitions_that_are_counted():
    """Those beside them went up."""
    assert told(sheet("Missed reps", "0", "1", "2"))[1:] == [(160.0, 1, True), (170.0, 1, True)]


def test_fewer_than_planned_are_those_that_went_up():
    text = (
        "2025-01-06,Squat,100,3,5,yes\n2025-01-06,Squat,100,5,5,yes\n2025-01-06,Squat,90,5,5,no\n"
    )
    log = read_log(f"Date,Exercise,Weight (kg),Reps,Target Reps,Failed\n{text}".encode())
    assert [(one.reps, one.planned_reps, one.missed) for one in log.history] == [
        (3, 5, True),
        (4, 5, True),
        (5, 5, False),
    ]


@pytest.mark.parametrize(
    ("cell", "sets"),
    [
        ("4+F", [(4, True)]),
        ("4 + 1 miss", [(4, True)]),
        ("4 then fail", [(4, True)]),
        ('"5,5,F"', [(5, False), (5, False), (0, True)]),
        ("5/4/x", [(5, False), (4, False), (0, True)]),
    ],
)
def test_a_miss_among_repetitions(cell, sets):
    log = read_log(f"Date,Exercise,Weight (kg),Reps\n2025-01-06,Squat,100,{cell}\n".encode())
    assert [(one.reps, one.missed) for one in log.history] == sets


@pytest.mark.parametrize("cell", ["170 F", "170kg (miss)", "170 ✗", "170 fail"])
def test_a_miss_beside_a_load(cell):
    text = f"2025-01-06,Deadlift,160 kg,1\n2025-01-06,Deadlift,{cell},1\n"
    log = read_log(f"Date,Exercise,Weight,Reps\n{text}".encode(), unit="kg")
    assert told(log) == [(160.0, 1, False), (170.0, 0, True)]


def test_the_kind_of_a_set_may_say_that_it_was_missed():
    assert told(sheet("Set Type", "warmup", "work", "missed")) == [*MADE, (170.0, 0, True)]


def test_rows_in_the_words_of_a_logged_set_mean_what_it_means():
    """There repetitions are those that went up, and the next one failed."""
    row = {"at": "2025-01-06", "lift": "Squat", "load_kg": 100, "reps": 2, "missed": True}
    assert told(read_log([row, {**row, "missed": False}])) == [(100.0, 2, True), (100.0, 2, False)]
