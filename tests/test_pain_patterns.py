"""What pains have in common: what was noted just before, the work of the day, and the place."""

from datetime import datetime, timedelta

import attrs
import pytest
from strategies import GUARD

import liftguard as lg
from liftguard.review.patterns import patterns

FIRST = datetime(2024, 1, 1, 18, 0)


def on(day, minute=0, **fields):
    """Log one set of a squat, so many minutes into the session of a day."""
    at = FIRST + timedelta(days=day, minutes=minute)
    return lg.LoggedSet(**{"lift": "squat", "at": at, "load_kg": 100, "reps": 5} | fields)


def pain(day, hours=2.0, **fields):
    at = FIRST + timedelta(days=day, hours=hours)
    return lg.Pain(**{"at": at, "region": "low_back", "severity": 5} | fields)


def still(day, hours, until):
    """Sit for some hours, until so many hours after six in the evening of a day."""
    end = FIRST + timedelta(days=day, hours=until)
    return lg.Stillness(start=end - timedelta(hours=hours), end=end)


def easy(day):
    return lg.Mobility(at=FIRST + timedelta(days=day, hours=1.5), minutes=10)


def look(entries):
    history = lg.History(entries)
    return patterns(GUARD.replay(history), history)


def found(entries):
    """Give what was found for pains, by code."""
    return {one.code: one for one in look(entries).found if one.kind == "pain"}


PULLS = [on(4 * nth, lift="deadlift" if nth % 4 == 0 else "squat") for nth in range(40)]
HURT = [pain(16 * nth) for nth in range(6)]


# --- what was noted just before ---


def test_spasms_after_sitting():
    """
    Six spasms, each five minutes after eight hours of sitting, and nothing else in the log.

    They lie ten days apart, so that on 45 other dates of 51, at the same hour, nobody sat.
    """
    sat = [still(10 * nth, 8, until=-1) for nth in range(6)]
    hurt = [pain(10 * nth, hours=-1 + 1 / 12, kind="spasm") for nth in range(6)]
    one = found([*sat, *hurt])["after_stillness"]
    assert (one.events, one.cases, one.other_events, one.other_cases) == (6, 6, 0, 45)
    assert one.place == "low_back"
    assert one.low > 1.0


def test_sitting_as_ever_is_no_pattern():
    """Who sits for eight hours on every day until that hour has nothing in common."""
    sat = [still(day, 8, until=-1) for day in range(60)]
    seen = look([*sat, *(pain(10 * nth, hours=-1 + 1 / 12) for nth in range(6))])
    assert seen.found == ()
    assert seen.searched[-1].tried == 0  # nothing is ever otherwise


def test_spasms_in_a_session_after_sitting():
    """Six of forty sessions follow a long drive, and it hurts in the second set of each."""
    entries = [one for nth in range(40) for one in (on(4 * nth), on(4 * nth, 4))]
    for nth in range(0, 36, 6):
        entries += [still(4 * nth, 5, until=-0.25), pain(4 * nth, hours=0.08)]
    one = found(entries)["after_stillness"]
    assert (one.events, one.cases, one.other_events) == (6, 6, 0)


def test_spasms_on_getting_up():
    """A quarter of an hour after getting up; on other days that is a quarter past four hours."""
    up = [lg.Rising(at=FIRST + timedelta(days=day, hours=13)) for day in range(60)]
    up += [lg.Rising(at=FIRST + timedelta(days=day, hours=9)) for day in range(60, 120)]
    one = found([*up, *(pain(10 * nth, hours=13.25) for nth in range(6))])["soon_up"]
    assert (one.events, one.cases) == (6, 60)
    assert (one.other_events, one.other_cases) == (0, 60)


# --- the place ---


def test_pains_of_one_place_are_looked_at_alone():
    """Five of the back are enough, and two of the knee beside them are looked at no more."""
    knee = [pain(4 + 16 * nth, region="knee") for nth in range(2)]
    seen = look([*PULLS, *HURT[:5], *knee])
    about = [one for one in seen.searched if one.kind == "pain"]
    assert [(one.place, one.events) for one in about] == [("low_back", 5)]
    assert {one.place for one in seen.found if one.kind == "pain"} == {"low_back"}


def test_pains_of_places_that_share_a_muscle_are_of_one():
    """Three of the lower back and two of its long muscles are five of one place."""
    muscle = [pain(16 * nth, region="erector_spinae") for nth in (3, 4)]
    about = look([*PULLS, *HURT[:3], *muscle]).searched[-1]
    assert (about.place, about.events) == ("low_back", 5)


def test_pains_of_several_places_are_taken_together():
    """Where none hurts often enough alone: three of the back, three of a knee."""
    knee = [pain(16 * nth, region="knee") for nth in (3, 4, 5)]
    about = look([*PULLS, *HURT[:3], *knee]).searched[-1]
    assert (about.place, about.events) == (None, 6)


def test_nothing_found_is_said():
    """Five pains after three squats and two deadlifts of twenty each: looked at, none found."""
    sets = [on(4 * nth, lift=("squat", "deadlift")[nth % 2]) for nth in range(40)]
    hurt = [pain(4 * nth) for nth in (4, 11, 18, 25, 32)]
    line = lg.say_patterns(look([*sets, *hurt]))[-1]
    assert line.startswith("Pains in the lower back: 5 on 40 occasions;")
    assert "possible patterns were looked at" in line
    assert line.endswith("None of them was found.")


# --- the work of the day ---


@pytest.mark.parametrize(
    ("code", "usual", "holds"),
    [
        ("one_pattern", [on(0)], [on(0, 5 * nth) for nth in range(10)]),
        ("dense_session", [on(0)], [on(0, 2 * nth) for nth in range(12)]),
        ("long_session", [on(0)], [on(0), on(0, 45), on(0, 90)]),
        (
            "same_muscles_1_day_ago",
            [on(0)],
            [on(0, lift="romanian_deadlift", load_kg=60), on(1, lift="deadlift")],
        ),
        (
            "same_muscles_2_days_ago",
            [on(0)],
            [on(0, lift="romanian_deadlift", load_kg=60), on(2, lift="deadlift")],
        ),
    ],
)
def test_what_work_pains_have_in_common(code, usual, holds):
    """Six days of one kind, each followed by a pain, after forty of another."""

    def later(entries, day):
        return [attrs.evolve(one, at=one.at + timedelta(days=day)) for one in entries]

    entries = [one for nth in range(40) for one in later(usual, 4 * nth)]
    for nth in range(6):
        done = later(holds, 160 + 8 * nth)
        entries += [*done, attrs.evolve(pain(0), at=done[-1].at + timedelta(hours=1))]
    one = found(entries)[code]
    assert (one.events, one.cases, one.other_events) == (6, 6, 0)


def test_pains_after_a_week_without_mobility():
    """Mobility after each of forty days; six painful ones come ten days after the last."""
    entries = [one for nth in range(40) for one in (on(4 * nth), easy(4 * nth))]
    for nth in range(6):
        day = 166 + 16 * nth  # the first ten days after day 156
        entries += [on(day), pain(day), *(easy(day + n) for n in (2, 4, 6))]
    one = found(entries)["no_mobility"]
    assert (one.events, one.cases, one.other_events) == (6, 6, 0)


def test_who_never_notes_mobility_has_no_week_without():
    """Forty days and six pains, and twice some mobility: too seldom to be a habit."""
    entries = [*PULLS, *HURT, easy(3), easy(40)]
    assert "no_mobility" not in found(entries)
