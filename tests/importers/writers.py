"""
One writer for each table that an app exports: workouts in, the bytes of a file out.

They are written from what the exports look like, with the csv module, and know nothing of
the readers. A `Format` says of each what it can hold, which is what must come back.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import attrs

KG_PER_LB = 0.45359237  # by definition


@attrs.frozen(kw_only=True)
class Format:
    """A kind of file: its header, its cells in our words, and how it writes what it holds."""

    name: str
    app: str
    header: str
    cells: str = ""
    separator: str = ","
    quoting: int = csv.QUOTE_MINIMAL
    end: str = "\n"
    date: str | Callable[[datetime], str] = "%Y-%m-%d %H:%M:%S"
    unit: str = "kg"
    marks: Mapping[str | None, str] = {}
    number: Callable[[float], str] = repr
    options: Mapping[str, str] = {}  # of read_log, where the file leaves something open
    write: Callable[[Format, list], bytes] | None = None
    seconds: bool = True  # its moments have seconds
    zone: bool = False  # its moments are in UTC
    normal: bool = False  # an unmarked set is work where the file marks warm-ups
    by_row: str = "set"  # or "exercise", "workout": what a row is
    shares: str = ""  # what the sets of an exercise have in common: "load", "all"
    lifts: tuple[str, ...] = ()  # the only ones it has, in this order
    programme: str = ""  # where fewer repetitions than five are a miss: "fives", "threes too"
    fixed: Mapping[str, str] = {}  # cells that are always the same
    first: int = 1  # number of the first set
    lines: bool = True  # texts may hold line ends
    commas: bool = True  # texts may hold the separator and quotes

    def holds(self, field: str) -> bool:
        """Tell whether a field can be written."""
        return field in self.cells.split()

    @property
    def clock(self) -> bool:
        """Tell whether its moments have an hour."""
        shown = when(self, datetime(2024, 5, 6, 17, 48, 59))
        return self.holds("clock") or self.holds("clock_12") or "48" in shown

    def bytes_of(self, workouts: list) -> bytes:
        """Write a file."""
        return (self.write or table)(self, workouts)


def when(kind: Format, at: datetime) -> str:
    return at.strftime(kind.date) if isinstance(kind.date, str) else kind.date(at)


def rows(kind: Format, workouts: list) -> Iterator[dict[str, str]]:
    """List the cells of each set, and of each run, by our words."""
    for workout in workouts:
        shared = {
            "when": when(kind, workout.at),
            "day": american(workout.at),
            "clock": f"{workout.at:%H:%M}",
            "clock_12": clock_12(workout.at),
            "title": workout.title,
            "session_note": workout.note,
            **kind.fixed,
        }
        for exercise in workout.exercises:
            own = {**shared, "lift": exercise.lift}
            for number, done in enumerate(exercise.sets, start=kind.first):
                yield {
                    **own,
                    "index": str(number),
                    "mark": kind.marks.get(done.mark, str(number)),
                    "load": kind.number(done.load),
                    "unit": kind.unit,
                    "reps": str(done.reps),
                    "amount": f"{done.reps} ripetizioni",
                    "burden": f"{comma(done.load)} kg",
                    "rpe": "" if done.rpe is None else repr(done.rpe),
                    "note": done.note,
                }
        if workout.run_s is not None and kind.holds("seconds"):
            run = {"lift": "Running", "index": str(kind.first), "seconds": str(workout.run_s)}
            yield {**shared, **run, "mark": kind.marks.get(None, "1"), "reps": "", "load": ""}


def lined(kind: Format, cells: list[list[str]], header: str | None = None) -> bytes:
    """Write rows below a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=kind.separator, quoting=kind.quoting)
    ends = []
    for row in cells:
        text.seek(0)
        text.truncate()
        writer.writerow(row)
        ends.append(text.getvalue().removesuffix("\r\n"))
    top = [kind.header if header is None else header]
    return kind.end.join([*filter(None, top), *ends, ""]).encode()


def table(kind: Format, workouts: list) -> bytes:
    """Write a row for each set."""
    words = kind.cells.split()
    return lined(kind, [[row.get(word, "") for word in words] for row in rows(kind, workouts)])


def unquoted(kind: Format, workouts: list) -> bytes:
    """Write a row for each set as apps do that know no quotes."""
    lines = [
        kind.separator.join(row.get(word, "") for word in kind.cells.split())
        for row in rows(kind, workouts)
    ]
    return "\n".join([kind.header, *lines, ""]).encode()


# --- moments


def in_months(names: str, form: str, *, half_days: bool = False) -> Callable[[datetime], str]:
    """Write dates as phones do in one language."""

    def written(at: datetime) -> str:
        hour = (at.hour + 11) % 12 + 1 if half_days else at.hour
        return form.format(
            day=at.day,
            month=names.split()[at.month - 1],
            year=at.year,
            hour=hour,
            minute=at.minute,
            half="PM" if at.hour >= 12 else "AM",
        )

    return written


ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
TURKISH = "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"
PORTUGUESE = "jan fev mar abr mai jun jul ago set out nov dez"
GERMAN = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."
FRENCH = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
DAY_FIRST = "{day} {month} {year}, {hour:02}:{minute:02}"


def american(at: datetime) -> str:
    return f"{at.month}/{at.day}/{at.year}"


def slashes(at: datetime) -> str:
    return f"{at.day}/{at.month}/{at.year % 100:02}"


def clock_12(at: datetime) -> str:
    return f"{(at.hour + 11) % 12 + 1}:{at.minute:02} {'PM' if at.hour >= 12 else 'AM'}"


def comma(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")


# --- files that are no list of sets


def fitnotes_backup(_: Format, workouts: list) -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA page_size = 512")
    database.executescript(
        "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE,"
        " metric_weight, reps, unit INTEGER DEFAULT 0, is_complete INTEGER DEFAULT 0,"
        " distance DEFAULT 0, duration_seconds DEFAULT 0);"
    )
    add = "INSERT INTO training_log (exercise_id, date, metric_weight, reps, duration_seconds)"
    number = 0
    for workout in workouts:
        day = f"{workout.at:%Y-%m-%d}"
        for exercise in workout.exercises:
            number += 1
            database.execute("INSERT INTO exercise VALUES (?, ?)", (number, exercise.lift))
            for done in exercise.sets:
                database.execute(
                    f"{add} VALUES (?, ?, ?, ?, 0)", (number, day, done.load, done.reps)
                )
        if workout.run_s is not None:
            number += 1
            database.execute("INSERT INTO exercise VALUES (?, 'Running')", (number,))
            database.execute(f"{add} VALUES (?, ?, 0, 0, ?)", (number, day, workout.run_s))
    data = database.serialize()
    database.close()
    return data


def stronglifts(kind: Format, workouts: list) -> bytes:
    cells = [
        [
            f"{workout.at:%Y/%m/%d}",
            workout.title,
            exercise.lift,
            "",
            clock_12(workout.at),
            exercise.sets[0].note,
            *(cell for done in exercise.sets for cell in (str(done.reps), repr(done.load))),
            *[""] * (2 * (5 - len(exercise.sets))),
        ]
        for workout in workouts
        for exercise in workout.exercises
    ]
    return b"\xef\xbb\xbf" + lined(kind, cells)


def stronglifts_old(kind: Format, workouts: list) -> bytes:
    cells = []
    for workout in workouts:
        row = [american(workout.at), workout.note, workout.title, "80kg"]
        for exercise in workout.exercises[:3]:
            load = exercise.sets[0].load
            row += [exercise.lift, repr(load), repr(load / KG_PER_LB)]
            row += [str(done.reps) for done in exercise.sets]
            row += ["0"] * (5 - len(exercise.sets))
        cells.append(row + [""] * (4 + 3 * 8 - len(row)))
    return lined(kind, cells)


def wide(kind: Format, workouts: list) -> bytes:
    cells = [
        [
            f"{workout.at:%Y-%m-%d}",
            exercise.lift,
            *(cell for done in exercise.sets for cell in (repr(done.load), str(done.reps))),
        ]
        for workout in workouts
        for exercise in workout.exercises
    ]
    return lined(kind, cells)


def pipes(kind: Format, workouts: list) -> bytes:
    lines = [kind.header]
    for workout in workouts:
        said = [
            ",".join([repr(one.sets[0].load), *(str(done.reps) for done in one.sets)])
            for one in workout.exercises[:3]
        ]
        said += [""] * (3 - len(said))
        lines.append("|".join([f"{workout.at:%Y-%m-%d}", *said, workout.note]))
    return "\n".join([*lines, ""]).encode()


def equal_sets(kind: Format, workouts: list) -> bytes:
    """Write a row for each exercise: as many times its first set as it has sets."""
    words = kind.cells.split()
    cells = [
        [{**row, "count": str(len(exercise.sets))}.get(word, "") for word in words]
        for workout in workouts
        for exercise in workout.exercises
        for row in list(rows(kind, [workout._replace(exercises=[exercise], run_s=None)]))[:1]
    ]
    return lined(kind, cells)


# --- all of them

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


FORMATS = (
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
    ),
    Format(
        name="fitnotes backup",
        app="fitnotes",
        header="",
        cells="when lift load reps seconds",
        date="%Y-%m-%d",
        write=fitnotes_backup,
    ),
    Format(
        name="liftosaur",
        app="liftosaur",
        header="Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,"
        "Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,"
        "Required Weight Unit,Completed Weight Value,Completed Weight Unit,Notes",
        cells="when about title lift mark reps reps amrap amrap rpe amrap load unit load unit note",
        date="%Y-%m-%dT%H:%M:%S.000Z",
        unit="lb",
        marks={None: "0", "warmup": "1", "failure": "0", "drop": "0"},
        normal=True,
        zone=True,
    ),
    Format(
        name="stronglifts",
        app="stronglifts",
        header="Date (yyyy/mm/dd),Workout Name,Exercise,Sets×Reps,Start Time (h:mm),Notes,"
        + ",".join(f"Set {number} (Reps),Set {number} (KG)" for number in range(1, 6)),
        cells="when title lift load reps note clock",
        write=stronglifts,
        programme="threes too",
        seconds=False,
        by_row="exercise",
    ),
    Format(
        name="stronglifts old",
        app="stronglifts",
        header="Date,Note,Workout,Body Weight"
        + "".join(
            f",Exercise {one},Weight (KG),Weight (LB),Set 1,Set 2,Set 3,Set 4,Set 5"
            for one in (1, 2, 3)
        ),
        cells="when session_note title lift load reps",
        options={"dates": "mdy"},
        date="%Y-%m-%d",
        write=stronglifts_old,
        programme="threes too",
        shares="load",
        by_row="workout",
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
        name="fitbod old",
        app="fitbod",
        header="Date,Exercise,Sets,Reps,Weight,isWarmup,Note",
        cells="when lift count reps load mark note",
        date="%Y-%m-%d %H:%M:%S",
        marks={None: "false", "warmup": "true", "failure": "false", "drop": "false"},
        normal=True,
        options={"unit": "kg"},
        write=equal_sets,
        shares="all",
        by_row="exercise",
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
    ),
    Format(
        name="wide",
        app="wide",
        header="date,exercise," + ",".join(f"set{n}weight,set{n}reps" for n in range(1, 6)),
        cells="when lift load reps",
        options={"unit": "kg"},
        date="%Y-%m-%d",
        write=wide,
        by_row="exercise",
    ),
    Format(
        name="pipes",
        app="pipes",
        header="Date|Squat|Bench|Deadlift|Notes",
        cells="when load reps session_note",
        separator="|",
        options={"unit": "kg"},
        date="%Y-%m-%d",
        write=pipes,
        programme="fives",
        shares="load",
        lifts=("Squat", "Bench", "Deadlift"),
        by_row="workout",
        lines=False,
        commas=False,
    ),
    Format(
        name="sets by reps",
        app="sets_by_reps",
        header="Date,Lift,Sets,Reps,Weight (LBS),Notes",
        cells="when lift count reps load note",
        date="%Y-%m-%d",
        unit="lb",
        write=equal_sets,
        shares="all",
        by_row="exercise",
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
)
