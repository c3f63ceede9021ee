"""GymBook's Italian export, small and written by hand, and what it must become."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.importers import read_log
from liftguard.importers.app import Records
from liftguard.importers.apps.gymbook import GYMBOOK
from liftguard.units import kg_from_lb

HEADER = (
    '"Data","Programma","Orario","Esercizio","Zona","Gruppi muscolari (Primari)",'
    '"Gruppi muscolari (Secondari)","Set / Set di riscaldamento / Set di defaticamento",'
    '"Ripetizioni / Tempo","Peso / Distanza","Appunti","Saltato"'
)


def row(amount, burden, *, lift="Stacco", day="5/1/22", clock="18:30", mark="Set", **more):
    note, skipped = more.get("note", ""), more.get("skipped", "No")
    cells = (day, "Gambe", clock, lift, "Gambe", "Glutei", "", mark, amount, burden, note, skipped)
    return ",".join(f'"{cell}"' for cell in cells)


def gymbook(*rows, header=HEADER, unit=None):
    return read_log("\n".join([header, *rows]).encode(), unit=unit)


def problems(log):
    return [(one.row, one.column, one.got) for one in log.problems]


def skips(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


def test_repetitions_loads_and_moments():
    log = gymbook(
        row("8 ripetizioni", "60,00 kg", mark="Set di riscaldamento"),
        row("5 ripetizioni", "142,50 kg", clock="18:36", note="cintura, bene"),
        row("1 ripetizione", "180,00 kg", clock="18:41"),
        row("12 ripetizioni", "60,00 kg", clock="18:45", mark="Set di defaticamento"),
        row("20 ripetizioni", "0,00 kg", clock="18:50", lift="Piegamenti"),
    )
    assert [(done.lift, done.load_kg, done.reps, done.kind) for done in log.history] == [
        ("deadlift", 60.0, 8, "warmup"),
        ("deadlift", 142.5, 5, "work"),
        ("deadlift", 180.0, 1, "work"),
        ("deadlift", 60.0, 12, "drop"),
        (log.history[4].lift, 0.0, 20, "work"),
    ]
    assert log.history[1].at == datetime(2022, 1, 5, 18, 36)
    assert log.history[1].note == "cintura, bene"
    assert log.history[0].session == "Gambe 2022-01-05 18:30"
    assert (log.app, log.unit, log.unit_evidence) == ("gymbook", "kg", "the unit column")
    assert (log.rows_read, log.rows_with_sets, log.problems, log.skipped) == (5, 5, (), ())


def test_the_day_stands_before_the_month_even_where_the_numbers_do_not_show_it():
    """First days of three months would look like three days of one, read the other way."""
    days = ["1/2/22", "1/3/22", "01/04/22", "1/12/2022"]
    log = gymbook(*[row("5 ripetizioni", "100,00 kg", day=day) for day in days])
    assert [(done.at.month, done.at.day) for done in log.history] == [
        (2, 1),
        (3, 1),
        (4, 1),
        (12, 1),
    ]


def test_a_file_without_clocks_knows_the_day():
    log = gymbook(row("5 ripetizioni", "100,00 kg", clock=""))
    assert (log.history[0].at, log.history[0].at_known_to) == (datetime(2022, 1, 5), "day")


@pytest.mark.parametrize("word", ["Sì", "si", "SÌ"])
def test_a_set_that_was_left_out_is_a_plan(word):
    """Whatever stands beside it."""
    log = gymbook(
        row("5 ripetizioni", "100,00 kg"),
        row("5 ripetizioni", "110,00 kg", skipped=word),
        row("", "", skipped=word),
        row("-", "?", day="", clock="?", skipped=word),
    )
    assert [done.load_kg for done in log.history] == [100.0]
    assert skips(log) == [(place, "planned, not done") for place in (2, 3, 4)]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (4, 1, ())


def test_zero_repetitions_are_a_miss_where_the_lift_went_up_that_day():
    log = gymbook(
        row("3 ripetizioni", "180,00 kg"),
        row("0 ripetizioni", "200,00 kg"),
        row("0 ripetizioni", "150,00 kg", lift="Squat"),
    )
    assert [(done.load_kg, done.missed) for done in log.history] == [(180.0, False), (200.0, True)]
    assert skips(log) == [(3, "planned, not done")]


@pytest.mark.parametrize(
    ("amount", "burden"),
    [
        ("45 secondi", "0,00 kg"),
        ("1 minuto", "0,00 kg"),
        ("1 minuto 30 secondi", "20,00 kg"),
        ("30 minuti", "5,00 km"),
        ("1 ora, 5 min.", "12,50 km"),
        ("", "5,00 KM"),
    ],
)
def test_time_and_distance_are_no_sets(amount, burden):
    log = gymbook(row("5 ripetizioni", "100,00 kg"), row(amount, burden, lift="Corsa"))
    assert skips(log) == [(2, "cardio or timed")]
    assert (len(log.history), log.problems) == (1, ())


@pytest.mark.parametrize(
    ("amount", "seconds"),
    [
        ("45 secondi", 45.0),
        ("1 secondo", 1.0),
        ("30 sec.", 30.0),
        ("1 minuto 30 s", 90.0),
        ("1,5 min", 90.0),
        ("2 ore 5 minuti", 7500.0),
        ("1 Ora", 3600.0),
        ("1 h 1 m", 3660.0),
    ],
)
def test_times_in_words(amount, seconds):
    cells = {"when": "5/1/22", "clock": "18:30", "lift": "Corsa", "amount": amount}
    cells |= {"burden": "5,00 km", "skipped": "No"}
    read = GYMBOOK.arrange(
        Records(columns={field: [text] for field, text in cells.items()}, names={}, rows=[1])
    )
    assert [float(text) for text in read.columns["seconds"]] == [seconds]
    assert read.columns["reps"] == [""]


@pytest.mark.parametrize("amount", ["5", "5 rip.", "5 Ripetizioni", " 5 ripetizioni "])
def test_repetitions_in_words(amount):
    log = gymbook(row(amount, "100,00 kg"))
    assert [done.reps for done in log.history] == [5]


def test_repetitions_over_a_distance_are_of_the_body_alone():
    log = gymbook(row("5 ripetizioni", "100,00 kg"), row("20 ripetizioni", "50 m", lift="Affondi"))
    assert [(done.load_kg, done.reps) for done in log.history] == [(100.0, 5), (0.0, 20)]


def test_the_unit_stands_beside_each_load():
    log = gymbook(row("5 ripetizioni", "225,0 lb"), row("5 ripetizioni", "100\u00a0kg"))
    assert [done.load_kg for done in log.history] == [pytest.approx(kg_from_lb(225)), 100.0]
    assert log.unit == "mixed"
    log = gymbook(row("5 ripetizioni", "225 lbs"))
    assert (log.unit, log.history[0].load_kg) == ("lb", pytest.approx(102.05828325))


@pytest.mark.parametrize("mark", ["Set 1", "1", "", "set"])
def test_marks_with_and_without_a_number(mark):
    log = gymbook(
        row("8 ripetizioni", "60,00 kg", mark="Set di riscaldamento 1"),
        row("5 ripetizioni", "140,00 kg", mark=mark),
    )
    assert log.problems == ()
    assert log.history[0].kind == "warmup"
    assert log.history[1].kind == ("work" if "et" in mark else None)


@pytest.mark.parametrize(
    ("bad", "column", "got", "wanted"),
    [
        (row("tante", "100,00 kg"), "Ripetizioni / Tempo", "tante", "a whole number"),
        (row("5 volte", "100,00 kg"), "Ripetizioni / Tempo", "5 volte", "a whole number"),
        (row("5,5 rip", "100,00 kg"), "Ripetizioni / Tempo", "5,5 rip", "a whole number"),
        (row("5 ripetizioni", ""), "Peso / Distanza", "", "0 for the body alone"),
        (row("5 ripetizioni", "tanto"), "Peso / Distanza", "tanto", "a number"),
        (row("5 ripetizioni", "1.00,00 kg"), "Peso / Distanza", "1.00,00 kg", "a number"),
        (row("5 ripetizioni", "100 pietre"), "Peso / Distanza", "pietre", "kg or lb"),
        (row("5 ripetizioni", "-20,00 kg"), "Peso / Distanza", "-20,00", "0 or more"),
        (row("5 ripetizioni", "1 kg", day="31/2/22"), "Data", "31/2/22", "the day first"),
        (row("5 ripetizioni", "1 kg", day="2/13/22"), "Data", "2/13/22", "the day first"),
        (row("5 ripetizioni", "1 kg", day=""), "Data", "", "the day first"),
        (row("5 ripetizioni", "1 kg", clock="25:99"), "Orario", "25:99", "a time"),
        (row("5 ripetizioni", "1 kg", clock="sera"), "Orario", "sera", "a time"),
        (row("5 ripetizioni", "1 kg", skipped="forse"), "Saltato", "forse", "Sì or No"),
        (row("5 ripetizioni", "1 kg", lift=""), "Esercizio", "", "the name of an exercise"),
        (
            row("5 ripetizioni", "1 kg", mark="Superset"),
            "Set / Set di riscaldamento / Set di defaticamento",
            "Superset",
            "set di riscaldamento",
        ),
    ],
)
def test_a_bad_cell_is_a_problem_that_names_it(bad, column, got, wanted):
    log = gymbook(row("5 ripetizioni", "100,00 kg"), bad, row("4 ripetizioni", "110,00 kg"))
    assert problems(log) == [(2, column, got)]
    assert wanted in log.problems[0].wanted
    assert [done.reps for done in log.history] == [5, 4]
    assert (log.rows_read, log.rows_with_sets, log.skipped) == (3, 2, ())


def test_an_export_with_fewer_columns():
    log = gymbook(
        '5/1/22,18:30,Stacco da terra,5 ripetizioni,"100,00 kg",No',
        header="Data,Orario,Esercizio,Ripetizioni / Tempo,Peso / Distanza,Saltato",
    )
    assert [(done.lift, done.load_kg, done.reps) for done in log.history] == [
        ("deadlift", 100.0, 5)
    ]
    assert log.history[0].session == "2022-01-05 18:30"


def test_names_in_quotes_and_semicolons():
    log = gymbook(
        *[line.replace('","', '";"') for line in (row("5 ripetizioni", "100,00 kg"),)],
        header=HEADER.replace('","', '";"'),
    )
    assert log.history[0].load_kg == 100.0


GERMAN = (
    "sep=;\n"
    "Datum;Training;Zeit;Übung;Bereich;Muskelgruppen (Primäre);Muskelgruppen (Sekundäre);"
    "Satz / Aufwärmsatz / Abkühlungssatz;Wiederholungen / Zeit;Gewicht / Strecke;Notizen;"
    "Ausgelassen\n"
    "13.04.2021;Zug;18:05;Kreuzheben;Rücken;;;Aufwärmsatz;8 Wiederholungen;60,00 kg;;Nein\n"
    "13.04.2021;Zug;18:09;Kreuzheben;Rücken;;;Satz;1 Wiederholung;1.182,50 kg;schwer;Nein\n"
    "13.04.2021;Zug;18:12;Kreuzheben;Rücken;;;Abkühlungssatz;5 Wdh.;80,00 kg;;Nein\n"
    "13.04.2021;Zug;18:15;Plank;Bauch;;;Satz;1 Minute 30 Sekunden;0,00 kg;;Nein\n"
    "13.04.2021;Zug;18:20;Kreuzheben;Rücken;;;Satz;5 Wiederholungen;200,00 kg;;Ja\n"
)


def test_in_german():
    log = read_log(GERMAN.encode())
    assert [(done.lift, done.load_kg, done.reps, done.kind) for done in log.history] == [
        ("deadlift", 60.0, 8, "warmup"),
        ("deadlift", 1182.5, 1, "work"),
        ("deadlift", 80.0, 5, "drop"),
    ]
    assert (log.app, log.unit, log.problems) == ("gymbook", "kg", ())
    assert (log.history[1].at, log.history[1].note) == (datetime(2021, 4, 13, 18, 9), "schwer")
    assert skips(log) == [(4, "cardio or timed"), (5, "planned, not done")]


def english(*days, clock="6:05 PM"):
    header = (
        "Date,Workout,Time,Exercise,Region,Primary,Secondary,Set / Warm-Up Set / Cool-Down Set,"
        "Repetitions / Time,Weight / Distance,Notes,Skipped\n"
    )
    rows = (
        f"{day},Pull,{clock},Deadlift,Back,,,{kind},5 repetitions,225.00 lb,,No\n"
        for day, kind in zip(days, ["Warm-Up Set", "Set", "Cool-Down Set"], strict=False)
    )
    return (header + "".join(rows)).encode()


def test_in_english_with_a_clock_of_twelve_hours():
    """Of 4/12/22 and 4/13/22 the second shows that the month stands first."""
    log = read_log(english("4/12/22", "4/13/22", "4/14/22"))
    assert [done.kind for done in log.history] == ["warmup", "work", "drop"]
    assert log.history[0].at == datetime(2022, 4, 12, 18, 5)
    assert log.history[0].load_kg == kg_from_lb(225)


def test_english_days_that_may_be_either_are_asked_for():
    log = read_log(english("4/5/22"), dates="mdy")
    assert log.history[0].at == datetime(2022, 4, 5, 18, 5)


def test_a_wrong_clock_is_the_wrong_one_in_english_too():
    log = read_log(english("4/13/22", clock="noon"))
    assert problems(log) == [(1, "Time", "noon")]


def test_the_header_names_the_kinds_in_any_language():
    text = GERMAN.replace("Satz / Aufwärmsatz / Abkühlungssatz", "Série / Chauffe / Retour")
    text = text.replace(";Aufwärmsatz;", ";Chauffe;").replace(";Abkühlungssatz;", ";Retour;")
    log = read_log(text.replace(";Satz;", ";Série;").encode())
    assert [done.kind for done in log.history] == ["warmup", "work", "drop"]
