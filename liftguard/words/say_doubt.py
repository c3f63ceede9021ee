"""
A doubt about a log, in words.

Reason to change: what is told of a doubt.
"""

from __future__ import annotations

from liftguard.review.log_check import Doubt
from liftguard.words.language import capital, word
from liftguard.words.numbers import say_date, say_days, say_number, say_plates
from liftguard.words.things import say_lift

__all__ = ["say_doubt"]


def say_doubt(doubt: Doubt, unit: str = "kg", *, language: str = "en") -> str:
    """
    Say what is doubtful in a log, and what it does to forecasts.

    Parameters
    ----------
    doubt : Doubt
        Of `Guard.check_log`.
    unit : {"kg", "lb"}
        To say loads in.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Two sentences.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from datetime import datetime
    >>> print(say_doubt(Doubt(code="future", severity="error", lift=None, count=1,
    ...                       first=datetime(2062, 1, 5), last=datetime(2062, 1, 5),
    ...                       effect="time_wrong", evidence=())))
    1 entry lies in the future, on 2062-01-05. No set can be judged for a day before the \
latest of them.
    """
    first, last = say_date(doubt.first), say_date(doubt.last)
    parts = {"n": say_number(doubt.count, language=language), "first": first, "last": last}
    span = "on" if first == last else "between"
    parts["when"] = word(language, "doubt_parts", span, first=first, last=last)
    for one in doubt.evidence:
        if one.unit == "kg":
            parts[one.code] = say_plates(one.value, unit, language=language)
        elif one.code == "days":
            parts[one.code] = say_days(one.value, language=language)
        else:
            parts[one.code] = say_number(one.value, 1, language=language)
    parts["what"] = _what(doubt, language)
    said = word(language, "doubts", doubt.code, doubt.count, **parts)
    return f"{capital(said)} {word(language, 'effects', doubt.effect)}"


def _what(doubt: Doubt, language: str) -> str:
    """Name the lift, or say how many there are."""
    if doubt.lift is not None:
        return say_lift(doubt.lift, language=language)
    lifts = next((one.value for one in doubt.evidence if one.code == "lifts"), 0.0)
    return word(language, "doubt_parts", "lifts", lifts, n=say_number(lifts, language=language))
