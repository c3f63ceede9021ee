"""What notes say of exertion and of missed attempts, and all that they do not say."""

from __future__ import annotations

from datetime import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liftguard.importers import read_log
from liftguard.importers.note_text import Missed, Remark, remark_of
from liftguard.records import History, LoggedSet
from liftguard.units import kg_from_lb

EXERTIONS = [
    ("rpe 9", 9.0),
    ("RPE: 7.5", 7.5),
    ("7.5 rpe", 7.5),
    ("RPE8", 8.0),
    ("rpe: 8,5", 8.5),
    ("rpe 8/10", 8.0),
    ("rpe 8-9", 8.5),
    ("easy, 10rpe", 10.0),
    ("felt good, rpe 8.", 8.0),
    ("@8", 8.0),
    ("@8.5", 8.5),
    ("@ 9, grip slipped", 9.0),
    ("5 reps @8", 8.0),
    ("2RIR", 8.0),
    ("2 RIR", 8.0),
    ("0 RIR", 10.0),
    ("RIR 1-2", 8.5),
    ("1-2 RIR", 8.5),
    ("2 reps in reserve", 8.0),
    ("2 reps left in the tank", 8.0),
    ("2 Wdh. in Reserve", 8.0),
    ("2 repeticiones en reserva", 8.0),
    ("2 répétitions en réserve", 8.0),
    ("2 repetições em reserva", 8.0),
    ("2 ripetizioni in riserva", 8.0),
]

MISSES = [
    ("missed 455", Missed(load=455.0, unit=None)),
    ("Missed 180.", Missed(load=180.0, unit=None)),
    ("failed 365 twice", Missed(load=365.0, unit=None, times=2)),
    ("failed 365# three times", Missed(load=365.0, unit="lb", times=3)),
    ("failed at 180kg", Missed(load=180.0, unit="kg")),
    ("failed on 182,5 kg, grip", Missed(load=182.5, unit="kg")),
    ("failed 20kg", Missed(load=20.0, unit="kg")),
    ("missed a 180 single", Missed(load=180.0, unit=None)),
    ("missed pr attempt at 180", Missed(load=180.0, unit=None)),
    ("missed 405 lbs at lockout", Missed(load=405.0, unit="lb")),
    ("got 175, 180 failed", Missed(load=180.0, unit=None)),
    ("180 kg nicht geschafft", Missed(load=180.0, unit="kg")),
    ("fallé con 180", Missed(load=180.0, unit=None)),
    ("falhei 180", Missed(load=180.0, unit=None)),
    ("fallito 180kg", Missed(load=180.0, unit="kg")),
]

SAYS_NOTHING = (
    """
missed 455 last week|almost failed|almost failed 455|nearly missed 180|didn't miss
didn't miss 180|didn’t fail 180|not failed|not failed 180|never missed 180
missed 2 weeks|missed lift-off|missed 180 days|missed 100 reps|missed my 180 goal
missed 180 x 2|missed 180x2|failed at 12|failed 12,5|failed at 8 reps|failed 60 seconds
failed rep 5 at 100|failed 225 on 3rd rep|failed at 180 after 3|failed 45 degree
missed 1000|missed 180/190|failed 180-190|failed 45, 40, 35|failed 2023-05-01|failed 4 of 5
to failure|al fallo|fallo 180|échec à 180|heart rate 140|next time 405|try 180 next time
next week rpe 9|rpe 9 planned|plan: rpe 9|should have been @8|aim for rpe 8|target 2 RIR
up to rpe 8|keep rpe 8|rpe < 8|> rpe 8|rpe 8+|less than rpe 8|rpe 8?|2RIR?|maybe 2 RIR
rpe 8 or 9|rpe 7, rpe 9|1RIR 2RIR|8 rpe 3|rpe 8-9-10|1 - 2RIR|rpe 11|17.5 rpe|no rpe|rpe 9.55
rpe 8, felt like 9|rpe 8, prev 9|rpe 7 → 8|max rpe 8|min 1 RIR, max RIR 3|deload rpe 6|rx rpe 8
first set rpe 8|last set 2 RIR|all sets rpe 8|session rpe 8|3x5 @8|3x5 rpe 8|80% rpe 8
@ 8am|@8 am|@8:30|@8.30|@8h|@10kg|100 @ 8|seat @8|@ 8 incline|@|rpe|rir|in the tank
nächste Woche RPE 9|nicht 180 geschafft|RPE 9 geplant|Ziel 2 RIR|letzte Woche 180 verfehlt
la próxima RPE 9|casi fallé 180|la semana pasada fallé 180|objetivo RPE 8|no fallé 180
prochaine fois RPE 9|objectif RPE 8|quase falhei 180|não falhei 180|obiettivo RPE 8
quasi fallito 180|目标 RPE 8|цель RPE 8
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize(("text", "rpe"), EXERTIONS)
def test_an_exertion(text, rpe):
    """An exertion is read as said; repetitions in reserve are what is left of ten."""
    assert remark_of(text) == Remark(rpe=rpe)


@pytest.mark.parametrize(("text", "missed"), MISSES)
def test_a_missed_attempt(text, missed):
    """A missed attempt is its load, the unit if one is said, and how often."""
    assert remark_of(text) == Remark(missed=(missed,))


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_what_says_nothing(text):
    """Another day, a plan, a doubt, a denial, a clock, repetitions, or two minds: nothing."""
    assert remark_of(text) == Remark()


@pytest.mark.parametrize("before", ["Next week:\n", "Plan\n", "last time ", "If easy, "])
@pytest.mark.parametrize("text", [text for text, _ in (*EXERTIONS, *MISSES)])
def test_a_word_about_another_day_silences_the_whole_note(before, text):
    """Even in another line, as it may be the heading of what follows."""
    assert remark_of(before + text) == Remark()


def test_both_in_one_note():
    """One note may say both."""
    missed = (Missed(load=180.0, unit="kg"),)
    assert remark_of("RPE 9. missed 180kg") == Remark(rpe=9.0, missed=missed)


def test_a_story_is_not_read():
    """In a long text anything may stand."""
    assert remark_of("rpe 9 " + "la " * 99) == Remark()
    assert remark_of("rpe 9 " + "la " * 98) == Remark(rpe=9.0)


WORDS = st.sampled_from(
    ["rpe", "RIR", "@", "missed", "failed", "8", "8.5", "180", "kg", "-", "x", "\n", "ſ", "½", "٣"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_any_text_is_read(text):
    """Whatever stands in a note, it is read, and what it says can be a set's."""
    remark = remark_of(text)
    assert remark.rpe is None or 1.0 <= remark.rpe <= 10.0
    assert all(one.load > 0.0 and 1 <= one.times <= 3 for one in remark.missed)


def told(log):
    return [(one.load_kg, one.reps, one.missed, one.rpe, one.from_note) for one in log.history]


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)


def strong(*sets, date="2026-03-02", session_note=""):
    """Write a workout of deadlifts: load, repetitions, note, exertion."""
    return "".join(
        f'{date} 18:04:10,"Pull",1h,"Deadlift (Barbell)",{at},{load},{reps},0,0,'
        f'"{note}","{session_note}",{rpe}\n'
        for at, (load, reps, note, rpe) in enumerate(sets, start=1)
    )


def test_a_sets_own_note_fills_a_blank_exertion():
    """In Strong: different notes on the rows of one exercise are the sets'; the column wins."""
    rows = strong((140, 5, "@7", ""), (150, 5, "rpe 8", 8.5), (160, 5, "1 RIR", ""))
    log = read_log((STRONG + rows).encode(), unit="kg")
    assert told(log) == [
        (140.0, 5, False, 7.0, ("rpe",)),
        (150.0, 5, False, 8.5, ()),
        (160.0, 5, False, 9.0, ("rpe",)),
    ]
    assert [one.note for one in log.history] == ["@7", "rpe 8", "1 RIR"]


@pytest.mark.parametrize(
    "notes", [("rpe 8", "", ""), ("rpe 8", "rpe 8", "rpe 8"), ("", "rpe 8", "rpe 8")]
)
def test_an_exercises_note_gives_no_exertion(notes):
    """One that stands on the first row alone, or on several, is the exercise's."""
    rows = strong(*((140, 5, note, "") for note in notes))
    log = read_log((STRONG + rows).encode(), unit="kg")
    assert told(log) == [(140.0, 5, False, None, ())] * 3


def test_a_note_on_a_later_row_is_the_sets():
    """No app writes the note of an exercise there."""
    rows = strong((140, 5, "", ""), (140, 5, "", ""), (140, 5, "rpe 8", ""))
    log = read_log((STRONG + rows).encode(), unit="kg")
    assert [one.rpe for one in log.history] == [None, None, 8.0]


def test_a_workouts_note_says_nothing_of_a_set():
    """Neither an exertion nor a miss: nobody knows of which lift."""
    rows = strong((140, 5, "", ""), (150, 5, "slow", ""), session_note="rpe 8, missed 180")
    log = read_log((STRONG + rows).encode(), unit="kg")
    assert told(log) == [(140.0, 5, False, None, ()), (150.0, 5, False, None, ())]


def test_missed_attempts_become_sets():
    """They stand right after the last set of their lift, and no row is counted twice."""
    rows = strong((315, 3, "", ""), (365, 1, "failed 405 twice", ""))
    other = rows.splitlines()[0].replace("Deadlift", "Bench Press").replace("315", "225") + "\n"
    log = read_log((STRONG + rows + other).encode(), unit="lb")
    deadlifts = [one for one in log.history if one.lift == "deadlift"]
    last = deadlifts[1]
    missed = attrs.evolve(
        last, load_kg=kg_from_lb(405), reps=0, missed=True, from_note=("missed", "load_kg")
    )
    assert deadlifts == [*deadlifts[:2], missed, missed]
    assert (last.load_kg, last.reps, last.from_note) == (kg_from_lb(365), 1, ())
    assert [one.lift for one in log.history] == ["deadlift"] * 4 + ["bench_press"]
    assert (log.rows_read, log.rows_with_sets, log.skipped, log.problems) == (3, 3, (), ())


@pytest.mark.parametrize(
    ("said", "missed_kg"),
    [
        ("missed 180", [180.0]),
        ("missed 180 kg", [180.0]),
        ("missed 396.83 lbs", [kg_from_lb(396.83)]),
        ("missed 240", [240.0]),  # 1.5 times the heaviest
        ("missed 241", []),
        ("missed 128", [128.0]),  # 0.8 times it
        ("missed 127", []),
        ("missed 405", []),  # pounds, as the file is in kilograms
        ("missed 160", []),  # that load went up
        ("missed 150", []),  # and that one is there as missed
        ("missed 180. missed 180", [180.0]),
    ],
)
def test_only_a_plausible_load_is_a_miss(said, missed_kg):
    """It must be near to what was lifted that day, and not stand in the log already."""
    rows = strong((160, 2, "", ""), (150, 0, said, ""))
    log = read_log((STRONG + rows).encode(), unit="kg")
    added = [one for one in log.history if one.from_note]
    assert [one.load_kg for one in added] == missed_kg
    assert len(log.history) == 2 + len(missed_kg)


def test_a_note_that_is_carried_over_counts_once():
    """Apps copy the note of an exercise into its next workouts."""
    weeks = [
        strong((160, 2, "missed 180", ""), (150, 3, "", ""), date=f"2026-03-{day:02}")
        for day in (9, 2, 16)
    ]
    log = read_log((STRONG + "".join(weeks)).encode(), unit="kg")
    assert [(one.at.day, one.load_kg) for one in log.history if one.from_note] == [(2, 180.0)]


def test_a_note_of_a_lift_that_was_not_done_adds_nothing():
    """A row without a set tells of no lift that went up."""
    log = read_log((STRONG + strong((160, 0, "missed 180", ""))).encode(), unit="kg")
    assert (len(log.history), log.rows_read, len(log.skipped)) == (0, 1, 1)


@pytest.mark.parametrize("reps", [0, 5])
def test_a_note_row_of_strong(reps):
    """A row that holds a note alone tells of misses, not of exertion, whatever else it holds."""
    row = (
        '2026-03-02 18:04:10,"Pull",1h,"Deadlift (Barbell)",Note,0,'
        f'{reps},0,0,"@8. missed 180","",\n'
    )
    log = read_log((STRONG + strong((160, 2, "", "")) + row).encode(), unit="kg")
    assert told(log) == [
        (160.0, 2, False, None, ()),
        (180.0, 0, True, None, ("missed", "load_kg")),
    ]
    assert [one.reason for one in log.skipped] == ["note"]


def test_a_note_row_of_a_lift_without_sets():
    """Even a count of repetitions beside it makes it no set."""
    row = '2026-03-02 18:04:10,"Pull",1h,"Squat (Barbell)",Note,0,5,0,0,"@8","",\n'
    log = read_log((STRONG + strong((160, 2, "", "")) + row).encode(), unit="kg")
    assert told(log) == [(160.0, 2, False, None, ())]


def test_a_row_that_cannot_be_read_tells_of_no_miss():
    """Its cells may have shifted."""
    rows = strong((160, 2, "", ""), (165, "two", "missed 180", ""), (170, 1, "", ""))
    log = read_log((STRONG + rows).encode(), unit="kg")
    assert [one.load_kg for one in log.history] == [160.0, 170.0]
    assert [one.row for one in log.problems] == [2]


def test_an_attempt_has_only_what_the_note_says():
    """What the set before it was, its rest and its exertion are its own."""
    row = '2026-03-02 18:04:10,"Pull",1h,"Deadlift (Barbell)",{},{},{},0,{},"{}","",{}\n'
    cells = [("W", 60, 5, 0, "", ""), ("Rest Timer", 0, 0, 180, "", "")]
    cells.append(("F", 160, 2, 0, "missed 180", 10))
    log = read_log((STRONG + "".join(row.format(*one) for one in cells)).encode(), unit="kg")
    warmup, last, missed = log.history
    assert (warmup.kind, last.to_failure, last.rest_s, last.rpe) == ("warmup", True, 180.0, 10.0)
    assert missed == LoggedSet(
        lift="deadlift",
        at=datetime(2026, 3, 2, 18, 4, 10),
        at_known_to="session",
        load_kg=180,
        reps=0,
        missed=True,
        session="Pull 2026-03-02 18:04",
        note="missed 180",
        from_note=("missed", "load_kg"),
    )


def test_an_attempt_after_a_drop_set_is_of_no_kind():
    """The kind of a missed attempt is not recorded."""
    row = '2026-03-02 18:04:10,"Pull",1h,"Deadlift (Barbell)",D,160,8,0,0,"missed 180","",\n'
    log = read_log((STRONG + strong((170, 1, "", "")) + row).encode(), unit="kg")
    assert [(one.load_kg, one.kind) for one in log.history][1:] == [(160.0, "drop"), (180.0, None)]


HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def hevy(day, note, *sets):
    return "".join(
        f'"Pull","{day} Mar 2026, 18:04","{day} Mar 2026, 19:10","","Deadlift (Barbell)","",'
        f'"{note}","{at}","normal","{load}","{reps}","","",""\n'
        for at, (load, reps) in enumerate(sets)
    )


def test_hevy_repeats_the_note_of_an_exercise():
    """It gives no exertion, as it is no set's, and each missed attempt once."""
    text = (
        HEVY
        + hevy(9, "0 RIR", (150, 5), (160, 4))
        + hevy(2, "missed 180, rpe 8", (150, 5), (160, 2))
    )
    assert told(read_log(text.encode())) == [
        (150.0, 5, False, None, ()),
        (160.0, 2, False, None, ()),
        (180.0, 0, True, None, ("missed", "load_kg")),
        (150.0, 5, False, None, ()),
        (160.0, 4, False, None, ()),
    ]


def test_one_set_with_the_note_of_its_exercise():
    """A note of an exercise may be a prescription: that it has one set proves nothing."""
    assert told(read_log((HEVY + hevy(2, "rpe 8", (150, 5))).encode())) == [
        (150.0, 5, False, None, ())
    ]


FITNOTES = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time,Comment\n"


def test_fitnotes_has_a_comment_for_each_set():
    """There a comment is the set's even if it stands on all, and a plan is no exertion."""
    text = (
        f"{FITNOTES}"
        "2026-03-02,Deadlift,Back,315.0,5,,,,rpe 8\n"
        "2026-03-02,Deadlift,Back,315.0,5,,,,rpe 8\n"
        '2026-03-02,Deadlift,Back,365.0,1,,,,"@9, missed 405"\n'
        "2026-03-02,Barbell Squat,Legs,225.0,5,,,,next week rpe 9\n"
    )
    log = read_log(text.encode())
    assert told(log) == [
        (kg_from_lb(315), 5, False, 8.0, ("rpe",)),
        (kg_from_lb(315), 5, False, 8.0, ("rpe",)),
        (kg_from_lb(365), 1, False, 9.0, ("rpe",)),
        (kg_from_lb(405), 0, True, None, ("missed", "load_kg")),
        (kg_from_lb(225), 5, False, None, ()),
    ]


def test_units_that_change_from_row_to_row():
    """A bare number has the unit of its row."""
    text = (
        "when,lift,load,unit,reps,note\n"
        "2026-03-02,Deadlift,160,kg,2,missed 180\n"
        "2026-03-02,Bench Press,225,lb,2,missed 245\n"
    )
    rows = [line.split(",") for line in text.splitlines()]
    log = read_log([dict(zip(rows[0], row, strict=True)) for row in rows[1:]])
    assert [one.load_kg for one in log.history if one.from_note] == [180.0, kg_from_lb(245)]


def test_where_a_field_was_read_is_no_part_of_what_a_set_is():
    """A log that was read before notes were joins with what is read now, no set twice."""
    rows = strong((140, 5, "@7", ""), (160, 1, "missed 180", ""))
    now = read_log((STRONG + rows).encode(), unit="kg").history
    old = History(attrs.evolve(one, rpe=None, from_note=()) for one in now if one.reps)
    assert (len(now), len(old)) == (3, 2)
    for joined in (History.merge(old, now), History.merge(now, old), History.merge(now, now)):
        assert [(one.load_kg, one.reps) for one in joined] == [(140, 5), (160, 1), (180, 0)]


@pytest.mark.parametrize("wrong", [None, "rpe", "", ("reps",), (1,), [["rpe"]], {"rpe"}, 0])
def test_only_fields_that_notes_fill(wrong):
    """Anything but a tuple or list of their names is refused."""
    with pytest.raises(ValueError, match=r"LoggedSet\.from_note"):
        LoggedSet(lift="squat", at=datetime(2026, 3, 2), load_kg=1, reps=1, from_note=wrong)


def test_a_list_of_fields_becomes_a_tuple():
    """A set can be looked up by what it is."""
    done = LoggedSet(lift="squat", at=datetime(2026, 3, 2), load_kg=1, reps=1, from_note=["rpe"])
    assert done.from_note == ("rpe",)
    assert isinstance(hash(done), int)


@pytest.mark.parametrize(
    ("text", "rep"),
    [("missed rep 3", 3), ("Failed the 5th", 5), ("failed on 4th rep, bar too far out", 4)],
)
def test_which_repetition_failed(text, rep):
    """A number after "rep", or an ordinal, counts from the first of the set."""
    assert remark_of(text) == Remark(failed_rep=rep)


@pytest.mark.parametrize(
    "text",
    ["failed 3 or 4", "failed 2nd set", "missed 3rd week", "failed", "missed rep 3, failed rep 4"],
)
def test_what_names_no_repetition(text):
    assert remark_of(text).failed_rep is None
