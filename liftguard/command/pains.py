"""
Pains as they are typed: "low_back 6 yesterday".

Reason to change: how a kind or a day may be called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeVar

import liftguard as lg
from liftguard.choices import PainKind
from liftguard.lifts import area_key, areas_near

__all__ = ["DAYS", "area_named", "read_pain"]

_Key = TypeVar("_Key", bound=str)

_KINDS: Mapping[PainKind, str] = MappingProxyType(
    {
        "ache": "ache, sore, dull; Schmerz, dumpf",
        "sharp": "sharp, stabbing; stechend",
        "spasm": "spasm, cramp; Krampf, Hexenschuss",
        "stiffness": "stiffness, stiff; steif, Steifheit",
    }
)
DAYS: Mapping[str, float] = MappingProxyType(
    {"now": 0, "jetzt": 0, "today": 0, "heute": 0, "yesterday": 1, "gestern": 1, "vorgestern": 2}
)
"""How long ago the days are that have a name. [days]"""

_AGO = re.compile(r"(?:vor )?(\d+) (?:days? ago|tage?n?)$")
_FORM = 'a place, 0 to 10, and when, such as "low_back 6 yesterday"'


def area_named(text: str, option: str) -> str:
    """Find the place of the body that is meant by an everyday name."""
    key = area_key(text)
    if key in lg.BODY_AREAS:
        return key
    near = areas_near(text)
    raise lg.InvalidValue(
        where=option,
        got=text,
        wanted="a place of the body",
        hint=f"Near: {', '.join(near)}." if near else f"Known: {', '.join(lg.BODY_AREAS)}.",
    )


def read_pain(text: str, at: datetime) -> lg.Pain:
    """Read a pain that is known at a moment: its place, how bad it is, its kind, and when."""
    found = re.match(r"(\D+?)\s+(\d+(?:[.,]\d+)?)(?:/10)?(?:\s+(.*))?$", text.strip())
    if found is None:
        raise lg.InvalidValue(where="--pain", got=text, wanted=_FORM)
    place, severity, rest = found.groups()
    words = _plain(rest or "").split()
    kinds = _names(_KINDS)
    kind: PainKind = next((kinds[word] for word in words if word in kinds), "ache")
    when = _when(" ".join(word for word in words if word not in kinds), at, text)
    if when > at:
        raise lg.InvalidValue(
            where="--pain", got=text, wanted=f"a pain from before {at:%Y-%m-%d %H:%M}"
        )
    number = float(severity.replace(",", "."))
    return lg.Pain(at=when, region=area_named(place, "--pain"), severity=number, kind=kind)


def _when(text: str, at: datetime, whole: str) -> datetime:
    """Read how long ago, or a date, which is at its beginning."""
    if not text or text in DAYS:
        return at - timedelta(days=DAYS.get(text, 0))
    ago = _AGO.match(text)
    if ago is not None and len(ago[1]) <= len("1000"):
        return at - timedelta(days=int(ago[1]))
    try:
        when = datetime.fromisoformat(text.upper())
    except ValueError:
        raise lg.InvalidValue(where="--pain", got=whole, wanted=_FORM) from None
    return when.replace(tzinfo=at.tzinfo) if when.tzinfo is None else when


def _names(table: Mapping[_Key, str]) -> dict[str, _Key]:
    """Give each name, folded, with the key that it means."""
    return {
        _plain(name): key
        for key, names in table.items()
        for name in [str(key), *re.split("[,;]", names)]
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())
