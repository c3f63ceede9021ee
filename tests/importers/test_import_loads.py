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


def test_below_zero_on_an_assisted_lift_is_assistance():
    log = read_log(
        b"Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
        b"2016-05-01 18:00:00,A,Chin Up (Assisted),1,-15,5,,,\n"
        b"2016-05-01 18:00:00,A,Chin Up (Assisted),2,10,5,,,\n"
    )
    assert [(done.load_kg, done.assist_kg) for done in log.history] == [(0.0, 15.0), (0.0, 10.0)]
