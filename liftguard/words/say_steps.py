"""
What to do instead, in words.

Reason to change: how a step is said.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.verdict import Step
from liftguard.units import elapsed_days
from liftguard.words.language import sentence, word
from liftguard.words.numbers import say_chance, say_date, say_number, say_plates, say_span
from liftguard.words.things import say_reps, say_set

__all__ = ["say_change", "say_fails", "say_step"]


def say_change(
    step: Step, unit: str = "kg", *, at: datetime | None = None, language: str = "en"
) -> str:
    """
    Say what a step changes, as a part of a sentence.

    Parameters
    ----------
    step : Step
        The step.
    unit : {"kg", "lb"}
        For loads.
    at : datetime, optional
        When the flagged set was planned, to say how much longer to rest.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        An instruction.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from liftguard import Level, PlannedSet
    >>> less = Step(code="lower_load", planned=PlannedSet(lift="squat", load_kg=92.5, reps=5),
    ...             at=datetime(2026, 1, 5), level=Level.CLEAR, p_beyond=0.03)
    >>> say_change(less), say_change(less, language="de")
    ('lower the load to 92.5 kg', 'senke die Last auf 92,5 kg')
    """
    what = say_set(step.planned, unit, language=language)
    if step.code == "way_back" and step.planned.rpe is not None:
        rpe = say_number(step.planned.rpe, 1, language=language)
        what = word(language, "sentences", "at_rpe", what=what, rpe=rpe)
    minutes = 0.0 if at is None else 1440.0 * elapsed_days(at, step.at)
    code = "more_rest_until" if step.code == "more_rest" and at is None else step.code
    return word(
        language,
        "steps",
        code,
        load=say_plates(step.planned.load_kg, unit, language=language),
        reps=say_reps(step.planned.reps, language=language),
        what=what,
        date=say_date(step.at),
        time=f"{step.at:%H:%M}",
        span=say_span(minutes, language=language),
    )


def say_step(
    step: Step, unit: str = "kg", *, at: datetime | None = None, language: str = "en"
) -> str:
    """
    Say in one sentence what to do instead, and how it would stand.

    Parameters
    ----------
    step : Step
        The step.
    unit : {"kg", "lb"}
        For loads.
    at : datetime, optional
        When the flagged set was planned, to say how much longer to rest.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from liftguard import Level, PlannedSet
    >>> less = Step(code="lower_load", planned=PlannedSet(lift="squat", load_kg=92.5, reps=5),
    ...             at=datetime(2026, 1, 5), level=Level.CLEAR, p_beyond=0.03)
    >>> say_step(less)
    'Lower the load to 92.5 kg; the chance that it does not go up 5 times is then 3 %.'
    """
    fails = say_fails(step.planned.reps, language=language)
    chance = say_chance(step.p_beyond, language=language)
    then = word(language, "sentences", "chance_then", fails=fails, chance=chance)
    return sentence(say_change(step, unit, at=at, language=language), then)


def say_fails(reps: int, *, language: str = "en") -> str:
    """
    Say what is meant by a set that fails.

    Parameters
    ----------
    reps : int
        That were planned. [reps]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        A clause.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_fails(1), say_fails(3)
    ('it does not go up', 'it does not go up 3 times')
    """
    return word(language, "sentences", "fails", reps, n=str(reps))
