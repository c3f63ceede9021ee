"""Apps of phones whose exports have quirks of their own: Flexify, Massive, Fast'n'Fitness."""

import pytest
from accounts import check

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log
from liftguard.records import Bodyweight

FLEXIFY = "id,name,reps,weight,created,unit,bodyWeight,duration,distance,cardio,hidden,incline"
MASSIVE = "id,name,reps,weight,created,unit,hidden,sets,minutes,seconds"
FAST = (
    "TABLE,DATE,TIME,EXERCISE,EXERCISE_TYPE,SETS,REPS,WEIGHT,WEIGHT_UNIT,SECONDS,DISTANCE,"
    "DISTANCE_UNIT,DURATION,NOTES,RECORD_TYPE,PROGRAM_NAME,TEMPLATE_REST_TIME,TEMPLATE_ORDER,"
    "TEMPLATE_SETS,TEMPLATE_REPS,TEMPLATE_WEIGHT,TEMPLATE_WEIGHT_UNIT,TEMPLATE_SECONDS,"
    "TEMPLATE_DISTANCE,TEMPLATE_DISTANCE_UNIT,TEMPLATE_DURATION,TEMPLATE_RECORD_STATUS"
)


def read(*lines, **options):
    log = read_log("\n".join([*lines, ""]).encode(), **options)
    check(log)
    return log


def told(log):
    return [
        (done.lift, round(done.load_kg, 3), done.reps, done.missed) for done in log.history.sets
    ]


def reasons(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


def test_rows_of_flexify_that_hold_no_set_are_named():
    """The body's weight is a weighing, a hidden row a list's, a run cardio; each in its unit."""
    log = read(
        FLEXIFY,
        "1,Weight,0,180,2026-04-01T05:00:00.000,lb,0,0,0,0,0,",
        "2,Bench press,0,0,2026-04-01T05:30:00.000,kg,0,0,0,0,1,",
        "3,Bench press,5,100,2026-04-01T06:00:00.000,kg,82,0,0,0,0,",
        "4,Treadmill,0,0,2026-04-01T06:30:00.000,kg,82,20,3,1,0,2",
    )
    assert told(log) == [("bench_press", 100.0, 5, False)]
    assert reasons(log) == [
        (1, "body weight"),
        (2, "an exercise of the app's list"),
        (4, "cardio or timed"),
    ]
    weighed = [one.kg for one in log.history if isinstance(one, Bodyweight)]
    assert weighed == pytest.approx([81.646627, 82.0])  # 180 x 0.45359237
    assert log.history.sets[0].at_known_to == "set"


def test_settings_of_massive_are_no_sets():
    """Three sets, three and a half minutes: what the app would plan, beside each set done."""
    log = read(
        MASSIVE,
        "1,Deadlift,5,140,2023-04-22T18:05:11,kg,0,3,3,30",
        "2,Deadlift,3,150,2023-04-22T18:10:11,kg,0,3,3,30",
        "3,Squat,0,0,2023-04-22T18:11:00,kg,1,3,3,30",
    )
    assert told(log) == [("deadlift", 140.0, 5, False), ("deadlift", 150.0, 3, False)]
    assert reasons(log) == [(3, "an exercise of the app's list")]
    assert (log.app, log.notices) == ("massive", ())


def test_a_name_beside_an_exercise_is_another_things():
    """A table that only resembles these apps keeps its exercises."""
    log = read(
        "id,name,exercise,reps,weight,unit,created",
        "1,Leg day,Squat,5,100,kg,2024-01-02T18:00:00",
        "2,Leg day,Deadlift,5,120,kg,2024-01-02T18:10:00",
    )
    assert [lift for lift, *_ in told(log)] == ["squat", "deadlift"]


def test_a_row_of_fastnfitness_is_as_many_sets_as_it_says():
    """Holds and runs are none; a row may end where no programme is; units may be numbers."""
    log = read(
        FAST,
        "RECORD,2024-04-22,18:05:11,Deadlift,STRENGTH,1,5,140.0,kg,0,0.0,km,0,,FREE_RECORD",
        "RECORD,2024-04-22,18:15:11,Deadlift,STRENGTH,2,3,330.693,lbs,0,0.0,km,0,,FREE_RECORD",
        "RECORD,2024-04-22,18:20:11,Plank,ISOMETRIC,1,0,0.0,kg,60,0.0,km,0,,FREE_RECORD",
        "RECORD,2024-04-22,18:30:11,Running,CARDIO,0,0,0.0,kg,0,0.0,km,1800000,,FREE_RECORD",
    )
    assert told(log) == [
        ("deadlift", 140.0, 5, False),
        ("deadlift", 150.0, 3, False),
        ("deadlift", 150.0, 3, False),
    ]
    assert reasons(log) == [(3, "cardio or timed"), (4, "cardio or timed")]
    assert [f"{done.at:%H:%M}" for done in log.history] == ["18:05", "18:15", "18:15"]
    old = read(
        "table,id,date,machine,poids,repetition,serie,profil_id,unit,notes",
        "AFbonte,1,2016-04-22,Deadlift,140.0,5,2,1,0,",
        "AFbonte,2,2016-04-22,Squat,225.0,5,1,1,1,",
    )
    assert told(old) == [("deadlift", 140.0, 5, False)] * 2 + [("squat", 102.058, 5, False)]
    assert {done.at_known_to for done in old.history} == {"day"}


def test_programmes_of_fastnfitness_say_what_was_meant():
    """Fewer repetitions of a set that failed are a miss; a file of plans holds no set."""
    row = "{},2024-04-22,18:05:11,Deadlift,STRENGTH,1,{},140.0,kg,0,0.0,km,0,,{},Fives,60,1"
    plan = ",1,5,140.0,kg,0,0.0,km,0,{}"
    log = read(
        FAST,
        row.format("RECORD", 5, "PROGRAM_RECORD") + plan.format("SUCCESS"),
        row.format("RECORD", 2, "PROGRAM_RECORD") + plan.format("FAILED"),
    )
    assert told(log) == [("deadlift", 140.0, 5, False), ("deadlift", 140.0, 2, True)]
    assert [done.planned_reps for done in log.history] == [5, 5]
    assert {done.session for done in log.history} == {"Fives 2024-04-22 18:05"}
    plans = read(FAST.partition(",TEMPLATE_SETS")[0], row.format("TEMPLATE", 5, "PROGRAM_TEMPLATE"))
    assert (told(plans), reasons(plans)) == ([], [(1, "planned, not done")])


def test_profiles_of_several_lifters_are_refused():
    """A table that comes again below its header names nobody else."""
    header = "Profile;Date;Time;Exercise;Machine type;Serie;Repetition;Weight;Unit;Notes"
    mine = "Ann;2024-04-22;18:05:11;Deadlift;0;1;5;140.0;0;"
    assert len(read(header, mine, header, mine.replace("140", "145")).history) == 2
    with pytest.raises(UnreadableLog, match="Ann, Ben"):
        read(header, mine, mine.replace("Ann", "Ben"))


def test_a_comment_of_verifit_is_of_the_exercise():
    """It stands beside every set of it, so that one miss in it is not one of each."""
    log = read(
        "Date,Exercise,Category,Weight (kg),Reps,Comment",
        "2024-03-01,Squat,Legs,100.0,5.0,missed the last rep",
        "2024-03-01,Squat,Legs,100.0,5.0,missed the last rep",
        "2024-03-01,Deadlift,Back,140.0,3.0,null",
    )
    assert told(log) == [("squat", 100.0, 5, False)] * 2 + [("deadlift", 140.0, 3, False)]
    assert [done.note for done in log.history] == ["missed the last rep"] * 2 + [None]


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        (
            "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Note;Type;Book;Version1",
            "29.04.2025;12:00:00;Pull;Deadlift;1;60;5;;;;0;1;1",
            "29.04.2025;12:05:00;Pull;Deadlift;2;142,5;3;;;grip;1;1;1",
        ),
        (
            "Date;Time;Exercise;Set;Weight;Reps;Note",
            "29.04.25;12:00:00;Deadlift;1;60;5;",
            "29.04.25;12:05:00;Deadlift;2;142.5;3;grip",
        ),
        (
            "Date,Start Time,Exercise,Weight (kg),Reps,Notes",
            "29/04/2025,12:00 PM,Deadlift,60,5,",
            "29/04/2025,12:05 PM,Deadlift,142.5,3,grip",
        ),
        (
            "Datum;Uhrzeit;Übung;Gewicht (kg);Wdh;Notiz",
            "29.04.2025;12:00;Kreuzheben;60;5;",
            "29.04.2025;12:05;Kreuzheben;142,5;3;grip",
        ),
        (
            "날짜,시간,운동,중량,횟수,Notes",
            "2025-04-29,12:00,데드리프트,60,5,",
            "2025-04-29,12:05,데드리프트,142.5,3,grip",
        ),
        (
            "workout_date,start_time,exercise,load_kg,reps,comment",
            "2025-04-29,12:00:00,deadlift,60,5,",
            "2025-04-29,12:05:00,deadlift,142.5,3,grip",
        ),
    ],
    ids=["GymRun", "GymRun's entries", "Android", "German", "Korean", "program"],
)
def test_day_and_hour_in_two_columns(header, first, second):
    """The hour is of the set where it goes on within a day."""
    log = read(header, first, second, unit="kg")
    assert told(log) == [("deadlift", 60.0, 5, False), ("deadlift", 142.5, 3, False)]
    assert [f"{done.at:%Y-%m-%d %H:%M}" for done in log.history] == [
        "2025-04-29 12:00",
        "2025-04-29 12:05",
    ]
    assert [done.note for done in log.history] == [None, "grip"]
    assert {done.at_known_to for done in log.history} == {"set"}
