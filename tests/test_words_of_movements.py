"""Movements without a bar in words, read aloud by hand in both languages."""

from datetime import datetime, timedelta

import pytest

import liftguard as lg
from liftguard.words.names import movement_text
from liftguard.words.voice import Voice

NOW = datetime(2026, 1, 7, 18, 0)
ENGLISH, GERMAN = Voice(), Voice(language="de")


@pytest.mark.parametrize(
    ("fields", "english", "german"),
    [
        ({"motion": "flexion"}, "bending forward", "Vorbeugen"),
        (
            {"motion": "flexion", "cause": "sneeze"},
            "bending forward with a sneeze",
            "Vorbeugen beim Niesen",
        ),
        (
            {"motion": "rotation", "cause": "catch", "peak_velocity_deg_s": 120},
            "turning to catch something at 120 degrees a second",
            "Drehen beim Auffangen mit 120 Grad pro Sekunde",
        ),
        (
            {"motion": "flexion", "cause": "lift", "load_kg": 12.5},
            "bending forward to lift something with 12.5 kg in the hands",
            "Vorbeugen beim Heben mit 12,5 kg in den Händen",
        ),
    ],
)
def test_a_movement(fields, english, german):
    """What makes it, how fast it is and what is held, as far as that is known."""
    movement = lg.Movement(**fields)
    assert movement_text(movement, ENGLISH) == english
    assert movement_text(movement, GERMAN) == german


def step(code, level=lg.Level.CLEAR, minutes=0.0, **fields):
    planned = lg.Movement(motion="rotation", **fields)
    at = NOW + timedelta(minutes=minutes)
    return lg.MovementStep(code=code, planned=planned, at=at, level=level, score=0.4)


@pytest.mark.parametrize(
    ("one", "at", "english", "german"),
    [
        (
            step("slower", peak_velocity_deg_s=30),
            NOW,
            "Slower, at no more than 30 degrees a second (then CLEAR).",
            "Langsamer, mit höchstens 30 Grad pro Sekunde (dann IM RAHMEN).",
        ),
        (
            step("turn_feet", lg.Level.CAUTION),
            NOW,
            "In two parts, the feet first and then the trunk (then CAUTION).",
            "In zwei Teilen, erst die Füße, dann der Rumpf (dann VORSICHT).",
        ),
        (
            step("in_parts"),
            NOW,
            "In two parts, with a stop between (then CLEAR).",
            "In zwei Teilen, mit einem Halt dazwischen (dann IM RAHMEN).",
        ),
        (
            step("brace"),
            NOW,
            "With the trunk braced and a hand on something firm (then CLEAR).",
            "Mit angespanntem Rumpf und einer Hand an etwas Festem (dann IM RAHMEN).",
        ),
        (
            step("less_load", load_kg=15),
            NOW,
            "With no more than 15 kg in the hands (then CLEAR).",
            "Mit höchstens 15 kg in den Händen (dann IM RAHMEN).",
        ),
        (
            step("less_load"),
            NOW,
            "With empty hands (then CLEAR).",
            "Mit leeren Händen (dann IM RAHMEN).",
        ),
        (
            step("walk_first", minutes=10),
            NOW,
            "After walking or bending easily for 10 minutes (then CLEAR).",
            "Nach 10 Minuten Gehen oder lockerem Beugen (dann IM RAHMEN).",
        ),
        (
            step("walk_first", minutes=10),
            None,
            "After walking or bending easily until 18:10 (then CLEAR).",
            "Nach Gehen oder lockerem Beugen bis 18:10 (dann IM RAHMEN).",
        ),
    ],
)
def test_a_step(one, at, english, german):
    """What it changes, and how the movement would stand."""
    assert lg.say_step(one, at=at) == english
    assert lg.say_step(one, at=at, language="de") == german


def test_what_was_looked_at_and_eases():
    """
    What makes it better is listed, the best first.

    A turn at 1.5 of the quick speed, straight from ten hours: 4.05 / 3.05 x 2.35 = 3.12. Half as
    quick 0.743 x 2.35 = 1.75; after 20 minutes of walking 1.328 (1 + 0.75 x 0.204 + 0.011) = 1.55,
    which other things of which nothing is known could still make 1.6; after 15 minutes 1.62.
    """
    guard, still = lg.Guard(), lg.Stillness(start=NOW - timedelta(hours=10), end=NOW)
    state = guard.learn(guard.start(), still)
    turn = lg.Movement(motion="rotation", peak_velocity_deg_s=90)
    lines = lg.say_details(guard.check(state, turn, at=NOW))
    assert (
        "What makes it easier: slower, at no more than 30 degrees a second (then CLEAR), "
        "after walking or bending easily for 20 minutes (then UNKNOWN), "
        "or in two parts, the feet first and then the trunk (then CAUTION)."
    ) in lines
