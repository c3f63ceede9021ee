"""Pounds or kilograms: what the numbers of a log give away, and when they do not."""

from __future__ import annotations

import pytest

from liftguard.importers import read_log
from liftguard.importers.load_units import kg_reader, unit_from_numbers
from liftguard.units import kg_from_lb

BAR = "Squat (Barbell)"


@pytest.mark.parametrize(
    ("loads", "unit", "evidence"),
    [
        ("45 135 185 225", "lb", "plate ladder 45/135/185/225 on the barbell"),
        ("60 100 140", "kg", "plate ladder 60/100/140 on the barbell"),
        ("52.5 62.5 67.5 72.5", "kg", "steps of 2.5 52.5/62.5/67.5/72.5 on the barbell"),
        ("185.00000000000003 50", "lb", "float artefacts such as 185.00000000000003"),
        ("149.99999999999997", "lb", "float artefacts such as 149.99999999999997"),
        (
            "132.28 154.32",
            "lb",
            "the column is in pounds but holds converted kilograms (154.32 = 70 kg)",
        ),
        (
            "44.09245243697551",
            "lb",
            "the column is in pounds but holds converted kilograms (44.09 = 20 kg)",
        ),
        (
            "61.24 102.06 142.88",
            "kg",
            "the column is in kilograms but holds converted pounds (142.88 = 315 lb)",
        ),
        ("0 0.0", "kg", "no loads in the file"),
    ],
)
def test_signs(loads, unit, evidence):
    texts = loads.split()
    found = unit_from_numbers(texts, [BAR] * len(texts))
    assert (found.name, found.evidence) == (unit, evidence)


@pytest.mark.parametrize(
    ("loads", "lift"),
    [("100", BAR), ("20 30 50", "Bicep Curl (Dumbbell)"), ("50 135", "Leg Press")],
)
def test_unclear(loads, lift):
    texts = loads.split()
    assert unit_from_numbers(texts, [lift] * len(texts)) is None


def programme(step, **tops):
    """List nine loads of each lift, down from the top, as a programme goes through them."""
    loads = [
        (f"{lift} (Barbell)", f"{top - step * at:g}")
        for lift, top in tops.items()
        for at in range(9)
    ]
    return [text for _, text in loads], [lift for lift, _ in loads]


def test_loads_that_only_the_strongest_lift_in_kilograms_are_pounds():
    found = unit_from_numbers(*programme(5.0, Squat=310, Deadlift=320, Bench_Press=190))
    assert found.name == "lb"


def test_size_alone_is_named_as_the_evidence():
    lifts = ["Deadlift", "Bench Press", "Overhead Press"]
    found = unit_from_numbers(["300", "200", "130"], lifts)
    assert (found.name, found.evidence) == ("lb", "size 130/200/300 on the barbell")


def test_steps_of_two_and_a_half_alone_make_no_kilograms():
    """There are small plates in pounds too: heavy loads leave it open, usual ones do not."""
    assert unit_from_numbers(*programme(2.5, Squat=310, Deadlift=320, Bench_Press=190)) is None
    found = unit_from_numbers(*programme(2.5, Squat=100, Deadlift=120, Bench_Press=75))
    assert found.name == "kg"


def test_converted_kilograms_become_clean_and_true_pounds_stay():
    texts = ["132.27735731092653", "45.0", "149.99999999999997", "133.3"]
    read = kg_reader(unit_from_numbers(texts, [BAR] * 4))
    assert [read(text) for text in texts] == [
        60.0,
        kg_from_lb(45),
        kg_from_lb(150),
        kg_from_lb(133.3),
    ]


STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Notes\n"


def one_set(lift, load):
    """Read a set of a log in kilograms."""
    row = f'2026-01-05 18:00:00,A,{lift},1,"{load}",kg,5,,\n'
    return read_log((STRONG + row).encode())


def loads(log):
    return [(done.load_kg, done.assist_kg) for done in log.history.sets]


@pytest.mark.parametrize("load", ["-20", "\u221220", "BW-20", "bw - 20 kg", "Bodyweight-20kg"])
@pytest.mark.parametrize("lift", ["Pull Up", "Ring Dip", "Push Up", "Pull Up (Assisted)"])
def test_below_zero_is_help_where_the_body_is_moved(lift, load):
    """Twenty kilograms are taken off, however that is written."""
    assert loads(one_set(lift, load)) == [(0.0, 20.0)]


@pytest.mark.parametrize("load", ["-20", "BW-20"])
def test_below_zero_on_a_bar_is_a_problem(load):
    """A deadlift has no help."""
    (problem,) = one_set("Deadlift", load).problems
    assert (problem.got, problem.wanted) == (load, "0 or more, as the name does not say assisted")


@pytest.mark.parametrize(
    "load", ["30 per hand", "30/hand", "30 each", "2x30", "2 \u00d7 30 kg", "30kg each hand"]
)
def test_what_a_hand_holds_is_the_load(load):
    """Dumbbells are logged by one of them."""
    assert loads(one_set("Dumbbell Bench Press", load)) == [(30.0, 0.0)]


@pytest.mark.parametrize("load", ["30 each side", "30/side", "30 per side", "2x30"])
def test_one_side_of_a_bar_is_no_load(load):
    """Nobody says what the bar weighs."""
    (problem,) = one_set("Squat", load).problems
    assert problem.wanted == "the whole load, which that of one side does not tell"


@pytest.mark.parametrize("load", ["100 + red band", "100+chains", "green band", "-2 mini bands"])
def test_what_a_band_adds_is_not_known(load):
    """The set is a problem that says why."""
    (problem,) = one_set("Pull Up", load).problems
    assert problem.wanted.endswith("what a band or a chain adds or takes off is not known")


def test_a_name_that_says_each_side_is_a_name_of_its_own():
    """On a bar it leaves open what the bar weighs; in the hand it is the load, a side at a time."""
    names = ("Barbell Squat (Each Side)", "Dumbbell Curl (per hand)", "Barbell Lunge (Each Side)")
    logs = [one_set(name, "30") for name in names]
    assert [log.history.sets[0].lift for log in logs] == [
        "Barbell Squat (Each Side)",
        "dumbbell_curl",
        "barbell_lunge",
    ]
    assert logs[0].history.unknown_lifts[0].near == ("squat",)


def test_below_zero_on_an_assisted_lift_is_assistance():
    log = read_log(
        b"Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
        b"2016-05-01 18:00:00,A,Chin Up (Assisted),1,-15,5,,,\n"
        b"2016-05-01 18:00:00,A,Chin Up (Assisted),2,10,5,,,\n"
    )
    assert [(done.load_kg, done.assist_kg) for done in log.history] == [(0.0, 15.0), (0.0, 10.0)]


# --- a unit that is given beside one that is said

FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
SHEET = "Date,Exercise,{column},Reps\n2026-11-02,Squat,{load},5\n"


@pytest.mark.parametrize(
    "text",
    [
        FITNOTES + "2026-11-02,Barbell Squat,Legs,225,lbs,5,,,,\n",
        SHEET.format(column="Weight", load="225lb"),
        SHEET.format(column="Weight (lb)", load="225"),
        SHEET.format(column="Weight", load="225lb") + "2026-11-04,Squat,0,5\n",
    ],
)
def test_a_unit_that_is_said_stands(text):
    """225 lb are no 225 kg, by a column, beside the load or in the header, whatever is given."""
    for unit in ("kg", "lb", None):
        log = read_log(text.encode(), unit=unit)
        assert (log.history[0].load_kg, log.unit, log.problems) == (kg_from_lb(225), "lb", ())


MANY = (
    "Date,Exercise,Weight,Reps\n2026-11-02,Squat,100,5\n2026-11-04,Squat,100,5\n"
    "2026-11-06,Squat,225lb,5\n2026-11-09,Squat,105kg,5\n2026-11-11,Squat,105,5\n"
)


@pytest.mark.parametrize(("unit", "bare"), [("kg", 1.0), ("lb", kg_from_lb(1.0))])
def test_bare_loads_have_the_unit_that_is_given(unit, bare):
    """Beside two that say their own; no row is lost."""
    log = read_log(MANY.encode(), unit=unit)
    five = [100.0 * bare, 100.0 * bare, kg_from_lb(225), 105.0, 105.0 * bare]
    assert [done.load_kg for done in log.history] == pytest.approx(five, abs=1e-4)
    assert (log.unit, log.problems) == ("mixed", ())


def test_bare_loads_beside_two_units_say_what_to_do():
    log = read_log(MANY.encode())
    assert len(log.problems) == 3
    assert {problem.got for problem in log.problems} == {"100", "105"}
    assert all('pass unit="kg" or unit="lb"' in problem.wanted for problem in log.problems)
