"""Sheets that lifters keep by hand, in words of several languages, and Lyfta's table."""

from __future__ import annotations

from written import SPOILT, Format, comma, lined, rows
from written_wide import equal_sets


def sets_in_a_cell(kind: Format, workouts: list) -> bytes:
    """Write a row for each exercise: one load, and the repetitions of all its sets."""
    words = kind.cells.split()
    cells = []
    for workout in workouts:
        for exercise in workout.exercises:
            row = next(rows(kind, [workout._replace(exercises=[exercise])]))
            row["reps"] = ",".join(str(one.reps) for one in exercise.sets)
            cells.append([row.get(word, "") for word in words])
    return lined(kind, cells)


def times(kind: Format, workouts: list) -> bytes:
    """Write a row for each exercise, its sets by its repetitions in one cell."""
    words = kind.cells.split()
    cells = []
    for workout in workouts:
        for exercise in workout.exercises:
            row = next(rows(kind, [workout._replace(exercises=[exercise])]))
            row["reps"] = f"{len(exercise.sets)}x{row['reps']}"
            cells.append([row.get(word, "") for word in words])
    return lined(kind, cells)


_MARKS = {None: "work", "warmup": "warm-up", "failure": "failure", "drop": "drop"}

SHEETS = (
    Format(
        name="lyfta",
        app="lyfta",
        header='Title,Date,Duration,Description,Notes,Exercise,"Exercise Note","Superset id",'
        'Weight,Reps,RIR/RPE,Distance,Time,"Set Type","RecordLevel: gold/silver/bronze",'
        '"RecordType: 1RM / max_weight / volume / reps"',
        cells="title when span about session_note lift note superset load reps effort distance "
        "seconds mark medal record",
        number=lambda number: f"{number:.3f}",
        marks={
            None: "NORMAL_SET",
            "warmup": "WARMUP_SET",
            "failure": "FAILURE_SET",
            "drop": "DROP_SET",
        },
        normal=True,
        options={"unit": "kg"},
        fixed={"span": "01:10:00"},
    ),
    Format(
        name="sheet English",
        app="sheet",
        header="Date,Workout,Exercise,Set,Set Type,Weight (lbs),Reps,RPE,Notes",
        cells="when title lift index mark load reps rpe note",
        date="%Y-%m-%d",
        unit="lb",
        marks=_MARKS,
        normal=True,
    ),
    Format(
        name="sheet German",
        app="sheet",
        header="Datum;Übung;Satz;Gewicht (kg);Wdh;Bemerkung",
        cells="when lift index load reps note",
        separator=";",
        date="%d.%m.%Y",
        number=comma,
    ),
    Format(
        name="sheet Spanish",
        app="sheet",
        header="Fecha,Ejercicio,Series,Repeticiones,Peso (kg),Notas",
        cells="when lift count reps load note",
        date="%d/%m/%Y",
        options={"dates": "dmy"},
        write=equal_sets,
        shares="all",
        by_row="exercise",
    ),
    Format(
        name="sheet French",
        app="sheet",
        header="Jour;Exercice;Charge (kg);Répétitions;Commentaire",
        cells="when lift load reps note",
        separator=";",
        date="%d/%m/%Y",
        number=comma,
        options={"dates": "dmy"},
        write=sets_in_a_cell,
        shares="load",
        by_row="exercise",
    ),
    Format(
        name="sheet Portuguese",
        app="sheet",
        header="Data,Exercício,Carga (kg),Repetições,Notas",
        cells="when lift load reps note",
        date="%Y-%m-%d",
        write=times,
        shares="all",
        by_row="exercise",
    ),
    Format(
        name="sheet Japanese",
        app="sheet",
        header="日付,種目,セット,重量kg,回数",
        cells="when lift index load reps",
        date="%Y/%m/%d",
    ),
    Format(
        name="attempts",
        app="meet",
        header="Date,Lift,Attempt,Weight (kg),Result,Notes",
        cells="when lift index load outcome note",
        date="%Y-%m-%d",
        singles=True,
        spoilt={word: cell for word, cell in SPOILT.items() if word != "reps"},
    ),
)
