"""Tables that apps export: a header, and a row for each set."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import datetime

from written import (
    DAY_FIRST,
    ENGLISH,
    FRENCH,
    GERMAN,
    PORTUGUESE,
    TURKISH,
    Format,
    comma,
    in_months,
    slashes,
    unquoted,
)

_STRONG_MARKS = {"warmup": "W", "failure": "F", "drop": "D"}
_ANDROID = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration"
)
_ANDROID_CELLS = (
    "when title lift mark load unit reps rpe distance distance_unit seconds note session_note span"
)
_CLASSIC = "when title span lift mark load reps distance seconds note session_note rpe"
_HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"'
)
_HEVY_CELLS = "title when when about lift superset note index mark load reps distance seconds rpe"
_HEVY_MARKS = {None: "normal", "warmup": "warmup", "failure": "failure", "drop": "dropset"}
_FITNOTES = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time"


def _classic(name: str, header: str) -> Format:
    return Format(
        name=name,
        app="strong",
        header=header,
        cells=_CLASSIC,
        marks=_STRONG_MARKS,
        options={"unit": "kg"},
        fixed={"span": "1h 4m"},
    )


def _hevy(name: str, date: Callable[[datetime], str], **more: object) -> Format:
    given = {"header": _HEVY, "cells": _HEVY_CELLS, "quoting": csv.QUOTE_ALL, **more}
    return Format(
        name=name,
        app="hevy",
        date=date,
        marks=_HEVY_MARKS,
        normal=True,
        first=0,
        seconds=False,
        **given,
    )


TABLES = (
    _classic(
        "strong classic",
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes,RPE",
    ),
    _classic(
        "strong German",
        "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,"
        "Entfernung,Sekunden,Notizen,Workout-Notizen,RPE",
    ),
    _classic(
        "strong French",
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,"
        "Distance,Secondes,Notes,Notes d'entraînement,RPE",
    ),
    _classic(
        "strong Chinese",
        "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE",
    ),
    Format(
        name="strong 2025",
        app="strong",
        header="Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,"
        "Seconds,RPE",
        cells="when title span lift mark load reps distance seconds rpe",
        end="\r\n",
        marks=_STRONG_MARKS,
        options={"unit": "lb"},
        unit="lb",
        fixed={"span": "48m"},
    ),
    Format(
        name="strong before durations",
        app="strong",
        header="Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        "Workout Notes",
        cells="when title lift mark load reps distance seconds note session_note",
        marks=_STRONG_MARKS,
        options={"unit": "kg"},
    ),
    Format(
        name="strong kg column",
        app="strong",
        header="Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes",
        cells="when title lift mark load reps distance seconds note",
        marks=_STRONG_MARKS,
    ),
    Format(
        name="strong lb column",
        app="strong",
        header="Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds,Notes",
        cells="when title lift mark load reps distance seconds note",
        marks=_STRONG_MARKS,
        unit="lb",
    ),
    Format(
        name="strong Android",
        app="strong",
        header=_ANDROID,
        cells=_ANDROID_CELLS,
        separator=";",
        unit="lb",
        marks=_STRONG_MARKS,
    ),
    Format(
        name="strong headerless",
        app="strong",
        header="",
        named=False,
        cells=_ANDROID_CELLS,
        separator=";",
        marks=_STRONG_MARKS,
    ),
    Format(
        name="strong Workout #",
        app="strong",
        header='"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
        '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"',
        cells="number when title span lift mark load reps rpe distance seconds note session_note",
        separator=";",
        quoting=csv.QUOTE_ALL,
        marks={"warmup": "WARM_UP", "failure": "FAILURE", "drop": "D"},
        fixed={"span": "3840", "number": "1"},
    ),
    _hevy("hevy English", in_months(ENGLISH, DAY_FIRST)),
    _hevy(
        "hevy American",
        in_months(ENGLISH, "{month} {day}, {year}, {hour}:{minute:02} {half}", half_days=True),
        header=_HEVY.replace("_kg", "_lbs").replace("_km", "_miles"),
        unit="lb",
    ),
    _hevy("hevy Turkish", in_months(TURKISH, DAY_FIRST)),
    _hevy("hevy Portuguese", in_months(PORTUGUESE, DAY_FIRST)),
    _hevy("hevy German", in_months(GERMAN, DAY_FIRST)),
    _hevy("hevy French", in_months(FRENCH, DAY_FIRST)),
    _hevy(
        "hevy semicolons",
        in_months(ENGLISH, DAY_FIRST),
        header="title;start_time;end_time;description;exercise_title;exercise_notes;set_index;"
        "set_type;weight_kg;reps;distance_km;duration_seconds;rpe",
        cells=_HEVY_CELLS.replace("superset ", ""),
        separator=";",
        quoting=csv.QUOTE_NONE,
        write=unquoted,
        lines=False,
        commas=False,
    ),
    Format(
        name="fitnotes",
        app="fitnotes",
        header=f"{_FITNOTES},Comment",
        cells="when lift category load reps distance distance_unit seconds note",
        date="%Y-%m-%d",
        fixed={"category": "Back"},
    ),
    Format(
        name="fitnotes unquoted",
        app="fitnotes",
        header=_FITNOTES.replace("kgs", "lbs"),
        cells="when lift category load reps distance distance_unit seconds",
        date="%Y-%m-%d",
        unit="lb",
        write=unquoted,
        fixed={"category": "Shoulders"},
        lines=False,
    ),
    Format(
        name="fitnotes new",
        app="fitnotes",
        header="Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
        cells="when lift category load unit reps distance distance_unit seconds note",
        date="%Y-%m-%d",
        unit="lbs",
        fixed={"category": "Back"},
    ),
    Format(
        name="fitnotes headerless",
        app="fitnotes",
        header="",
        named=False,
        cells="when lift category load reps distance distance_unit seconds note",
        date="%Y-%m-%d",
        options={"unit": "kg"},
        fixed={"category": "Back"},
    ),
    Format(
        name="fitnotes iOS",
        app="fitnotes_ios",
        header="Name,Start Date (UTC),Start Time (UTC),End Date (UTC),End Time (UTC),BodyWeight,"
        "Exercise,Equipment,Reps,Weight,Time,Distance,Status,Categories",
        cells="title day clock_12 day clock_12 body lift equipment reps load seconds distance "
        "mark area",
        number=comma,
        marks=dict.fromkeys((None, "warmup", "failure", "drop"), "Completed"),
        options={"unit": "kg"},
        seconds=False,
        zone=True,
        fixed={"body": "82,5", "area": "Back, Legs"},
        columns={"when": "Start Date (UTC)"},
    ),
    Format(
        name="liftosaur",
        app="liftosaur",
        header="Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,"
        "Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,"
        "Required Weight Unit,Completed Weight Value,Completed Weight Unit,Ask Weight?,"
        "Completed Reps Time,Target Muscles,Synergist Muscles,Notes",
        cells="when about title lift mark reps reps amrap amrap rpe amrap load unit load unit "
        "amrap amrap area area note",
        columns={"load": "Completed Weight Value", "reps": "Completed Reps"},
        date="%Y-%m-%dT%H:%M:%S.000Z",
        unit="lb",
        marks={None: "0", "warmup": "1", "failure": "0", "drop": "0"},
        normal=True,
        zone=True,
    ),
    Format(
        name="fitbod",
        app="fitbod",
        header="Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,"
        "Note,multiplier",
        cells="when lift reps load seconds distance incline resistance mark note times",
        date="%Y-%m-%d %H:%M:%S +0000",
        marks={None: "false", "warmup": "true", "failure": "false", "drop": "false"},
        normal=True,
        zone=True,
        fixed={"times": "1.0"},
    ),
    Format(
        name="gymbook",
        app="gymbook",
        header='"Data","Programma","Orario","Esercizio","Zona","Gruppi muscolari (Primari)",'
        '"Gruppi muscolari (Secondari)","Set / Set di riscaldamento / Set di defaticamento",'
        '"Ripetizioni / Tempo","Peso / Distanza","Appunti","Saltato"',
        cells="when title clock lift area area area mark amount burden note skipped",
        date=slashes,
        quoting=csv.QUOTE_ALL,
        marks={
            None: "Set",
            "warmup": "Set di riscaldamento",
            "failure": "Set",
            "drop": "Set di defaticamento",
        },
        normal=True,
        seconds=False,
        fixed={"skipped": "No"},
        columns={"load": "Peso / Distanza", "reps": "Ripetizioni / Tempo"},
    ),
    Format(
        name="pumpr",
        app="pumpr",
        header='"","DATE","EXERCISE","CATEGORY","WEIGHT","REPS","SET_NUM","SOURCE"',
        cells="number when lift category load reps index source",
        date="%Y-%m-%d",
        options={"unit": "kg"},
        fixed={"category": "NA", "source": "strong", "number": "1"},
    ),
    Format(
        name="flexify",
        app="flexify",
        header="id,name,reps,weight,created,unit,bodyWeight,duration,distance,cardio,hidden,"
        "incline,restMs,image,planId",
        cells="number lift reps load when unit body seconds distance cardio hidden incline rest "
        "image plan",
        date="%Y-%m-%dT%H:%M:%S.000",
        each_set=True,
        fixed={"number": "1", "body": "0.0", "cardio": "0", "hidden": "0"},
    ),
    Format(
        name="massive",
        app="massive",
        file="flexify",
        header="id,name,reps,weight,created,unit,hidden,sets,minutes,seconds",
        cells="number lift reps load when unit hidden sets minutes pause",
        date="%Y-%m-%dT%H:%M:%S",
        each_set=True,
        unit="lb",
        fixed={"number": "1", "hidden": "0", "sets": "3", "minutes": "3", "pause": "30"},
    ),
    Format(
        name="fastnfitness old",
        app="fastnfitness",
        header="table,id,date,machine,poids,repetition,serie,profil_id,unit,notes",
        cells="table number when lift load reps sets profile unit_number note",
        date="%Y-%m-%d",
        unit="lb",
        fixed={
            "table": "AFbonte",
            "number": "1",
            "sets": "1",
            "profile": "1",
            "unit_number": "1",
        },
    ),
    Format(
        name="fastnfitness semicolons",
        app="fastnfitness",
        header="Profile;Date;Time;Exercise;Machine type;Serie;Repetition;Weight;Unit;Duration;"
        "Distance;Distance unit;Notes",
        cells="profile when clock lift kind sets reps load unit_number seconds distance "
        "distance_unit note",
        separator=";",
        date="%Y-%m-%d",
        seconds=False,
        fixed={"profile": "Me", "kind": "0", "sets": "1", "unit_number": "0"},
    ),
    Format(
        name="fastnfitness",
        app="fastnfitness",
        header="TABLE,DATE,TIME,EXERCISE,EXERCISE_TYPE,SETS,REPS,WEIGHT,WEIGHT_UNIT,SECONDS,"
        "DISTANCE,DISTANCE_UNIT,DURATION,NOTES,RECORD_TYPE,PROGRAM_NAME,TEMPLATE_REST_TIME,"
        "TEMPLATE_ORDER",
        cells="table when clock lift kind sets reps load unit seconds distance distance_unit span "
        "note kept title rest order",
        date="%Y-%m-%d",
        seconds=False,
        fixed={"table": "RECORD", "kind": "STRENGTH", "sets": "1", "kept": "FREE_RECORD"},
    ),
)
