"""
Numbers with their units, spans of time, dates and lists: the only rounding.

Reason to change: how precisely a number is said.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from liftguard.units import is_aware, lb_from_kg
from liftguard.words.voice import Voice

__all__ = [
    "ago_text",
    "calendar_days",
    "chance_text",
    "date_text",
    "days_before",
    "days_text",
    "degrees_text",
    "exact_load_text",
    "forms_of_number",
    "list_text",
    "load_text",
    "number_text",
    "share_text",
    "span_text",
]

_MINUTES: Mapping[str, float] = MappingProxyType({"s": 1 / 60, "min": 1, "h": 60, "days": 1440})
_DUST = 1e-6  # percent by which arithmetic may miss a limit
_AMOUNTS = ((0.1, "none"), (0.4, "some"), (0.6, "half"), (0.9, "much"))  # up to, of 1


def number_text(value: float, voice: Voice, decimals: int = 0) -> str:
    """Say a number with at most so many decimals; zeros at the end are left out."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace(".", voice.text("numbers", "decimal"))


def load_text(kg: float, voice: Voice) -> str:
    """Say a load [kg] in the unit of the voice, to the nearest half kilogram or pound; or help."""
    if kg < 0.0:
        return voice.text("sentences", "help_alone", load=load_text(-kg, voice))
    if voice.unit == "lb":
        return voice.text("numbers", "lb", n=number_text(lb_from_kg(kg), voice))
    return voice.text("numbers", "kg", n=number_text(round(kg * 2.0) / 2.0, voice, 1))


def exact_load_text(kg: float, voice: Voice) -> str:
    """Say a load [kg] that is to be put on the bar, down to its smallest plates; or help."""
    if kg < 0.0:
        return voice.text("sentences", "help_alone", load=exact_load_text(-kg, voice))
    if voice.unit == "lb":
        return voice.text("numbers", "lb", n=number_text(lb_from_kg(kg), voice, 1))
    return voice.text("numbers", "kg", n=number_text(kg, voice, 2))


def chance_text(p: float, voice: Voice) -> str:
    """
    Say a probability in whole percent that it reaches; near the ends, what it is under or over.

    So what is not yet at a limit of 9 % is never said as 9 %.
    """
    if p > 0.99:
        return voice.text("numbers", "over")
    return share_text(math.floor(100.0 * p + _DUST) / 100.0, voice)


def share_text(share: float, voice: Voice) -> str:
    """Say a part of something in whole percent; it is above 1 where it is more than all."""
    if share < 0.01:
        return voice.text("numbers", "under")
    return voice.text("numbers", "percent", n=number_text(100.0 * share, voice))


def degrees_text(deg_s: float, voice: Voice) -> str:
    """Say a speed of turning or bending, in whole degrees."""
    return voice.text("numbers", "degrees", n=number_text(deg_s, voice))


class _Stretch(str):
    """A stretch of days, of which "{days:dative}" in a text asks for the dative."""

    __slots__ = ("dative",)

    dative: str

    def __format__(self, form: str) -> str:
        return self.dative if form == "dative" else super().__format__(form)


def days_text(days: float, voice: Voice) -> str:
    """Say a stretch of days, in whole ones."""
    said = _Stretch(_whole_days_text("spans", days, voice))
    said.dative = _whole_days_text("spans_dative", days, voice)
    return said


def ago_text(days: float, voice: Voice) -> str:
    """Say how many days ago something was, in whole ones."""
    return _whole_days_text("ago", days, voice)


def _whole_days_text(group: str, days: float, voice: Voice) -> str:
    whole = round(days)
    if whole < 1:
        return voice.text(group, "under_a_day")
    return voice.text(group, "days", whole, n=number_text(whole, voice))


def calendar_days(at: datetime, days: float) -> int:
    """Count the dates from a moment so many days before another to it: 0 for the same date."""
    return (at.date() - days_before(at, days).date()).days


def days_before(at: datetime, days: float) -> datetime:
    """Give the moment so many days before another; of instants real time, whatever clocks did."""
    passed = timedelta(days=days)
    return (at.astimezone(UTC) - passed).astimezone(at.tzinfo) if is_aware(at) else at - passed


def span_text(minutes: float, voice: Voice) -> str:
    """Say a span: seconds up to two minutes, minutes up to two hours, half hours up to two days."""
    if minutes < 2.0:
        unit, value, decimals = "s", 60.0 * minutes, 0
    elif minutes < 120.0:
        unit, value, decimals = "min", round(2.0 * minutes) / 2.0, 1 if minutes < 10.0 else 0
    elif minutes < 2880.0:
        unit, value, decimals = "h", round(minutes / 30.0) / 2.0, 1
    else:
        return days_text(minutes / 1440.0, voice)
    text = number_text(value, voice, decimals)
    said = _Stretch(voice.text("spans", unit, round(value, decimals), n=text))
    said.dative = str(said)  # minutes and hours have no other
    return said


def date_text(at: datetime) -> str:
    """Say a date as ISO 8601 writes it, in every language."""
    return f"{at:%Y-%m-%d}"


def list_text(items: Sequence[str], voice: Voice, join: str = "and") -> str:
    """Say several things one after the other; "and", "or" or "else" stands before the last."""
    last = voice.text("joins", join)
    return last.join([*filter(None, [", ".join(items[:-1])]), *items[-1:]])


def forms_of_number(value: float, measure: str, voice: Voice) -> Mapping[str, str]:
    """Say a number of an `Evidence` or a `Trace`, in its unit, in every form a text may ask for."""
    minutes = value * _MINUTES.get(measure, 1.0)
    amount = next((code for most, code in _AMOUNTS if value < most), "all")
    whole = number_text(value, voice)
    return {
        "n": whole,
        "number": number_text(value, voice, 1),
        "ordinal": voice.text("ordinals", str(round(value))),
        "load": load_text(value, voice),
        "share": share_text(value, voice),
        "percent": voice.text("numbers", "percent", n=number_text(100.0 * value, voice, 1)),
        "more": share_text(value - 1.0, voice),
        "chance": chance_text(value, voice),
        "span": span_text(minutes, voice),
        "days": days_text(minutes / 1440.0, voice),
        "amount": voice.text("amounts", amount),
        "speed": voice.text("numbers", "speed", n=number_text(value, voice, 2)),
        "degrees": degrees_text(value, voice),
    }
