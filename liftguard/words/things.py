"""
What is spoken of: lifts, sets, movements, muscles, pains, records.

Reason to change: how one of these is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from liftguard.lifts import lift_of
from liftguard.records import Movement, Pain, PlannedSet
from liftguard.units import elapsed_days
from liftguard.words.language import has_word, word
from liftguard.words.numbers import (
    calendar_days,
    say_ago,
    say_date,
    say_list,
    say_load,
    say_number,
    say_plates,
)

__all__ = [
    "say_lift",
    "say_movement",
    "say_muscle",
    "say_pain",
    "say_records",
    "say_reps",
    "say_set",
]


def say_lift(key: str, *, language: str = "en") -> str:
    """
    Say a lift as it stands in the middle of a sentence.

    Parameters
    ----------
    key : str
        Of the lift.
    language : {"en", "de"}
        Of the text. A lift without a name there has its English one.

    Returns
    -------
    str
        An unknown lift keeps its own name.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_lift("squat"), say_lift("romanian_deadlift"), say_lift("squat", language="de")
    ('squat', 'Romanian deadlift', 'Kniebeuge')
    >>> say_lift("Atlas stone"), say_lift("machine_row"), say_lift("machine_row", language="de")
    ('Atlas stone', 'machine row', 'Machine row')
    """
    if has_word(language, "lifts", key):
        return word(language, "lifts", key)
    name = lift_of(key).name
    if language != "en" or name == key or not name[1:2].islower():  # such as EZ-bar, T-bar
        return name
    return name[0].lower() + name[1:]


def say_reps(reps: int, *, language: str = "en") -> str:
    """
    Say a number of repetitions.

    Parameters
    ----------
    reps : int
        How many. [reps]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Number and word.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_reps(1), say_reps(3, language="de")
    ('1 repetition', '3 Wiederholungen')
    """
    return word(language, "numbers", "reps", reps, n=str(reps))


def say_set(planned: PlannedSet, unit: str = "kg", *, language: str = "en") -> str:
    """
    Say a planned set.

    Parameters
    ----------
    planned : PlannedSet
        The set.
    unit : {"kg", "lb"}
        To say its load in.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Lift, load and repetitions.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> say_set(PlannedSet(lift="deadlift", load_kg=180, reps=3))
    'deadlift 180 kg x 3'
    >>> say_set(PlannedSet(lift="deadlift", load_kg=182.5, reps=3), language="de")
    'Kreuzheben 182,5 kg x 3'
    """
    what = word(
        language,
        "sentences",
        "set",
        name=say_lift(planned.lift, language=language),
        load=say_plates(planned.load_kg, unit, language=language),
        reps=str(planned.reps),
    )
    if not planned.assist_kg:
        return what
    helped = say_load(planned.assist_kg, unit, language=language)
    return what + word(language, "sentences", "helped", load=helped)


def say_movement(movement: Movement, *, language: str = "en") -> str:
    """
    Say a movement without a bar.

    Parameters
    ----------
    movement : Movement
        The movement.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        What is done, and how fast where that is known.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_movement(Movement(motion="rotation", peak_velocity_deg_s=120))
    'turning at 120 degrees a second'
    """
    motion = word(language, "motions", movement.motion)
    if movement.peak_velocity_deg_s is None:
        return motion
    number = say_number(movement.peak_velocity_deg_s, language=language)
    speed = word(language, "numbers", "degrees", n=number)
    return word(language, "sentences", "quick", motion=motion, speed=speed)


def say_muscle(region: str, *, language: str = "en") -> str:
    """
    Name a region of the body, and what a muscle is where few know it.

    Parameters
    ----------
    region : str
        One of `liftguard.REGIONS`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        With its article.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_muscle("erector_spinae")
    'the erector spinae (the long muscles along the spine)'
    """
    return word(language, "muscles", region)


def say_pain(pain: Pain, at: datetime | None = None, *, language: str = "en") -> str:
    """
    Say what hurt where, and when.

    Parameters
    ----------
    pain : Pain
        The pain.
    at : datetime, optional
        To say how long ago it was then; None gives its date.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        With an article where it is the one of so long ago.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm")
    >>> say_pain(pain), say_pain(pain, datetime(2026, 1, 7, 18))
    ('spasm in your lower back on 2026-01-05', 'the spasm in your lower back 2 days ago')
    >>> say_pain(pain, language="de")
    'Krampf im unteren Rücken am 2026-01-05'
    """
    place = word(language, "places", pain.region)
    if at is None:
        name, date = word(language, "pains", pain.kind), say_date(pain.at)
        return word(language, "sentences", "pain_on", pain=name, place=place, date=date)
    name, days = word(language, "the_pains", pain.kind), elapsed_days(pain.at, at)
    ago = say_ago(calendar_days(at, days), language=language)
    return word(language, "sentences", "pain", pain=name, place=place, ago=ago)


def say_records(codes: Iterable[str], join: str = "or", *, language: str = "en") -> str:
    """
    Say which records are spoken of.

    Parameters
    ----------
    codes : iterable of str
        As in `Verdict.missing_records`.
    join : {"and", "or"}
        What stands before the last one.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One after the other.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_records(["warm_ups", "stillness", "rising"])
    'warm-ups, stillness or rising'
    """
    names = [word(language, "records", code) for code in codes]
    return say_list(names, join, language=language)
