"""
Pains as they are typed: "low_back 6 yesterday".

Reason to change: how a day may be called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

import liftguard as lg
from liftguard.lifts import area_key, areas_near
from liftguard.lifts.pain_kinds import pain_kind
from liftguard.phrase import Phrase

__all__ = ["DAYS", "area_named", "read_pain"]

DAYS: Mapping[str, float] = MappingProxyType(
    {"now": 0, "jetzt": 0, "today": 0, "heute": 0, "yesterday": 1, "gestern": 1, "vorgestern": 2}
)
"""How long ago the days are that have a name. [days]"""

_AGO = re.compile(
    r"(?:vor )?(?P<n>\d+|an?|one|einem|einer) (?:(?P<week>weeks?|wochen?)|days?|tage?n?)(?: ago)?$"
)
_LAST_WEEK = ("last week", "letzte woche")  # some day of it: taken for a week ago
_DAYS_A_WEEK = 7
_MOST_DAYS = 36_500  # longer ago nobody means
_FORM = Phrase(
    'a place, 0 to 10, and when, such as "low_back 6 yesterday", "lower back 4 7 days ago" '
    'or "knee 3 2026-01-05"'
)


def area_named(text: str, option: str) -> str:
    """Find the place of the body that is meant by an everyday name."""
    key = area_key(text)
    if key in lg.BODY_AREAS:
        return key
    near = areas_near(text)
    raise lg.InvalidValue(
        where=option,
        got=text,
        wanted=Phrase("a place of the body"),
        hint=Phrase("Near: {names}.", names=[Phrase("{area}", area=one) for one in near])
        if near
        else Phrase("Known: {names}.", names=[Phrase("{area}", area=one) for one in lg.BODY_AREAS]),
    )


def read_pain(text: str, at: datetime) -> lg.Pain:
    """Read a pain that is known at a moment: its place, how bad it is, its kind, and when."""
    found = re.match(r"(\D+?)\s+(\d+(?:[.,]\d+)?)(?:/10)?(?:\s+(.*))?$", text.strip())
    if found is None:
        raise lg.InvalidValue(where="--pain", got=text, wanted=_FORM)
    place, severity, rest = found.groups()
    words = _plain(rest or "").split()
    kinds = [kind for word in words if (kind := pain_kind(word))]
    when = _when(" ".join(word for word in words if not pain_kind(word)), at, text)
    if when > at:
        raise lg.InvalidValue(
            where="--pain",
            got=text,
            wanted=Phrase("a pain from before {at}", at=f"{at:%Y-%m-%d %H:%M}"),
        )
    number = float(severity.replace(",", "."))
    region, kind = area_named(place, "--pain"), (kinds or ["ache"])[0]
    return lg.Pain(at=when, region=region, severity=number, kind=kind)


def _when(text: str, at: datetime, whole: str) -> datetime:
    """Read how long ago, or a date, which is at its beginning."""
    if not text or text in DAYS:
        return at - timedelta(days=DAYS.get(text, 0))
    if text in _LAST_WEEK:
        return at - timedelta(days=_DAYS_A_WEEK)
    ago = _AGO.match(text)
    if ago is not None and len(ago["n"]) <= len("einem"):
        count = int(ago["n"]) if ago["n"].isdecimal() else 1
        days = count * (_DAYS_A_WEEK if ago["week"] else 1)
        if days <= _MOST_DAYS:
            return at - timedelta(days=days)
    try:
        when = datetime.fromisoformat(text.upper())
    except ValueError:
        raise lg.InvalidValue(where="--pain", got=whole, wanted=_FORM) from None
    return when.replace(tzinfo=at.tzinfo) if when.tzinfo is None else when


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())
