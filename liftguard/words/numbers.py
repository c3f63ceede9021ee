"""
Numbers with their units, spans of time, dates and lists: the only rounding.

Reason to change: how precisely a number is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from liftguard.errors import InvalidValue
from liftguard.units import lb_from_kg
from liftguard.words.language import word

__all__ = [
    "calendar_days",
    "forms_of",
    "say_ago",
    "say_chance",
    "say_date",
    "say_days",
    "say_list",
    "say_load",
    "say_number",
    "say_plates",
    "say_share",
    "say_span",
]

_MINUTES: Mapping[str, float] = MappingProxyType({"s": 1 / 60, "min": 1, "h": 60, "days": 1440})
_AMOUNTS = ((0.1, "none"), (0.4, "some"), (0.6, "half"), (0.9, "much"))  # up to, of 1


def say_number(value: float, decimals: int = 0, *, language: str = "en") -> str:
    """
    Say a number.

    Parameters
    ----------
    value : float
        The number.
    decimals : int
        At most so many; zeros at the end are left out.
    language : {"en", "de"}
        For the decimal sign.

    Returns
    -------
    str
        Without a unit.

    Examples
    --------
    >>> say_number(2.46, 1), say_number(2.46, 1, language="de"), say_number(3.0, 1)
    ('2.5', '2,5', '3')
    """
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace(".", word(language, "numbers", "decimal"))


def say_load(kg: float, unit: str = "kg", *, language: str = "en") -> str:
    """
    Say a load in its unit, to the nearest half kilogram or pound.

    Parameters
    ----------
    kg : float
        The load. [kg]
    unit : {"kg", "lb"}
        To say it in.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Number and unit.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> say_load(141.03), say_load(183.70491, "lb"), say_load(127.6, language="de")
    ('141 kg', '405 lb', '127,5 kg')
    """
    pounds = _is_pounds(unit)
    value = lb_from_kg(kg) if pounds else round(kg * 2.0) / 2.0
    text = say_number(value, 0 if pounds else 1, language=language)
    return word(language, "numbers", unit, n=text)


def say_plates(kg: float, unit: str = "kg", *, language: str = "en") -> str:
    """
    Say a load that is to be put on the bar, exactly.

    Parameters
    ----------
    kg : float
        The load. [kg]
    unit : {"kg", "lb"}
        To say it in.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Number and unit.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> say_plates(127.5), say_plates(126.25, language="de")
    ('127.5 kg', '126,25 kg')
    """
    value, decimals = (lb_from_kg(kg), 1) if _is_pounds(unit) else (kg, 2)
    return word(language, "numbers", unit, n=say_number(value, decimals, language=language))


def _is_pounds(unit: str) -> bool:
    if unit not in ("kg", "lb"):
        raise InvalidValue(where="unit", got=unit, wanted='"kg" or "lb"')
    return unit == "lb"


def say_chance(p: float, *, language: str = "en") -> str:
    """
    Say a probability without false precision.

    Parameters
    ----------
    p : float
        A probability. [1]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        In whole percent; near the ends, what it is under or over.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_chance(0.004), say_chance(0.234), say_chance(0.996)
    ('under 1 %', '23 %', 'over 99 %')
    >>> say_chance(0.996, language="de")
    'über 99 %'
    """
    return word(language, "numbers", "over") if p > 0.99 else say_share(p, language=language)


def say_share(share: float, *, language: str = "en") -> str:
    """
    Say a part of something, or how much more it is.

    Parameters
    ----------
    share : float
        0 or more, and above 1 where it is more than all. [1]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        In whole percent.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_share(0.004), say_share(1.5)
    ('under 1 %', '150 %')
    """
    if share < 0.01:
        return word(language, "numbers", "under")
    return word(language, "numbers", "percent", n=say_number(100.0 * share, language=language))


def say_days(days: float, *, language: str = "en") -> str:
    """
    Say a stretch of days.

    Parameters
    ----------
    days : float
        How long, 0 or more. [days]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        In whole days.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_days(0.4), say_days(1.4), say_days(972.9)
    ('less than a day', '1 day', '973 days')
    """
    return _whole_days("spans", days, language)


def say_ago(days: float, *, language: str = "en") -> str:
    """
    Say how many days ago something was.

    Parameters
    ----------
    days : float
        Since then, 0 or more. [days]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        In whole days.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_ago(2.2), say_ago(2.2, language="de")
    ('2 days ago', 'vor 2 Tagen')
    """
    return _whole_days("ago", days, language)


def calendar_days(at: datetime, days: float) -> int:
    """
    Count the days of the calendar between a moment and one before it.

    Parameters
    ----------
    at : datetime
        The later one.
    days : float
        Between them, 0 or more. [days]

    Returns
    -------
    int
        0 for the same day, however many hours; 1 for the day before. [days]

    Examples
    --------
    >>> calendar_days(datetime(2026, 1, 7, 18), 0.7), calendar_days(datetime(2026, 1, 7, 18), 0.8)
    (0, 1)
    """
    return (at.date() - (at - timedelta(days=days)).date()).days


def _whole_days(group: str, days: float, language: str) -> str:
    whole = round(days)
    if whole < 1:
        return word(language, group, "under_a_day")
    return word(language, group, "days", whole, n=say_number(whole, language=language))


def say_span(minutes: float, *, language: str = "en") -> str:
    """
    Say a stretch of time.

    Parameters
    ----------
    minutes : float
        How long, 0 or more. [min]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Seconds up to two minutes, minutes up to two hours, half hours up to two days.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_span(1.5), say_span(45), say_span(150), say_span(4320)
    ('90 seconds', '45 minutes', '2.5 hours', '3 days')
    """
    if minutes < 2.0:
        unit, value, decimals = "s", 60.0 * minutes, 0
    elif minutes < 120.0:
        unit, value, decimals = "min", round(2.0 * minutes) / 2.0, 1 if minutes < 10.0 else 0
    elif minutes < 2880.0:
        unit, value, decimals = "h", round(minutes / 30.0) / 2.0, 1
    else:
        return say_days(minutes / 1440.0, language=language)
    text = say_number(value, decimals, language=language)
    return word(language, "spans", unit, round(value, decimals), n=text)


def say_date(at: datetime) -> str:
    """
    Say a date as ISO 8601 writes it, in every language.

    Parameters
    ----------
    at : datetime
        A moment of it.

    Returns
    -------
    str
        Year, month, day.

    Examples
    --------
    >>> say_date(datetime(2026, 1, 5, 18))
    '2026-01-05'
    """
    return f"{at:%Y-%m-%d}"


def say_list(items: Sequence[str], join: str = "and", *, language: str = "en") -> str:
    """
    Say several things one after the other.

    Parameters
    ----------
    items : sequence of str
        The things.
    join : {"and", "or", "else"}
        What stands before the last one.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        With commas between the others.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_list(["squat", "row", "press"]), say_list(["Montag", "Dienstag"], "or", language="de")
    ('squat, row and press', 'Montag oder Dienstag')
    """
    last = word(language, "joins", join)
    return last.join([*filter(None, [", ".join(items[:-1])]), *items[-1:]])


def forms_of(
    value: float, measure: str, unit: str = "kg", *, language: str = "en"
) -> Mapping[str, str]:
    """
    Say one number in every form that a text may ask for.

    Parameters
    ----------
    value : float
        The number.
    measure : str
        Its unit, as in `Evidence` and `Trace`.
    unit : {"kg", "lb"}
        To say loads in.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    mapping of str to str
        By the name of the form.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> forms = forms_of(1.15, "1")
    >>> forms["more"], forms["number"], forms_of(90.0, "min")["span"]
    ('15 %', '1.1', '90 minutes')
    """
    minutes = value * _MINUTES.get(measure, 1.0)
    amount = next((code for most, code in _AMOUNTS if value < most), "all")
    exact = say_number(value, 2, language=language)
    return {
        "n": say_number(value, language=language),
        "number": say_number(value, 1, language=language),
        "ordinal": word(language, "ordinals", str(round(value))),
        "load": say_load(value, unit, language=language),
        "share": say_share(value, language=language),
        "more": say_share(value - 1.0, language=language),
        "chance": say_chance(value, language=language),
        "span": say_span(minutes, language=language),
        "days": say_days(minutes / 1440.0, language=language),
        "amount": word(language, "amounts", amount),
        "speed": word(language, "numbers", "speed", n=exact),
        "degrees": word(language, "numbers", "degrees", n=say_number(value, language=language)),
    }
