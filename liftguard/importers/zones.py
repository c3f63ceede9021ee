"""
The zone that stands behind a clock: an offset, an abbreviation, or the name of a place.

Reason to change: another way to write a zone.
"""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo

from liftguard.errors import InvalidValue
from liftguard.units import zone_named

__all__ = ["zone_behind"]

# Hours from UTC of the abbreviations that mean one zone: RFC 5322 and time.is, without those
# that two parts of the world use, such as IST.
_HOURS = {
    name: hours
    for names, hours in (
        ("utc ut gmt z zulu wet", 0.0),
        ("cet mez bst west wat", 1.0),
        ("cest mesz eet sast cat", 2.0),
        ("eest msk trt eat", 3.0),
        ("pkt", 5.0),
        ("npt", 5.75),
        ("wib", 7.0),
        ("hkt sgt awst", 8.0),
        ("jst kst", 9.0),
        ("acst", 9.5),
        ("aest", 10.0),
        ("acdt", 10.5),
        ("aedt", 11.0),
        ("nzst", 12.0),
        ("nzdt", 13.0),
        ("brt art clst", -3.0),
        ("nst", -3.5),
        ("ndt", -2.5),
        ("edt ast clt", -4.0),
        ("est cdt", -5.0),
        ("cst mdt", -6.0),
        ("mst pdt", -7.0),
        ("pst akdt", -8.0),
        ("akst", -9.0),
        ("hst", -10.0),
    )
    for name in names.split()
}
_OFFSET = re.compile(r"(?:(?:utc|gmt)\s*)?([+-])(\d{2})(?::?(\d{2}))?(?![\w:])", re.IGNORECASE)
_SHORT = re.compile(r"(?:(?:utc|gmt)\s*|^)([+-])(\d)(?::?(\d{2}))?(?![\w:])", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe"
    r"|Indian|Mexico|Pacific|US)(?:/[A-Za-z0-9_+-]+)+"
)
_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"z\w", re.IGNORECASE)  # "18:30Zx"
_LETTERS = range(2, 6)  # of an abbreviation
_ODD_MINUTES = {"-0930", "-0430", "-0330", "-0230"}  # offsets west of UTC with half an hour
_FARTHEST_EAST, _FARTHEST_WEST = 14, 12  # hours
# What else may stand behind a clock in capitals: halves of the day, hours, days, months.
_NO_ZONES = re.compile(
    r"am|pm|uhr|hrs?|h|std|min|sec|(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:day)?"
    r"|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec",
    re.IGNORECASE,
)


def zone_behind(text: str) -> tzinfo | None:
    """Give the zone in what stands behind a clock; None where there is none, else a ValueError."""
    text = text.replace("\u2212", "-").strip()
    place, bare = _PLACE.search(text), _PLACE.sub("", text).strip()
    match = _OFFSET.search(bare) or _SHORT.search(bare)
    if match is not None and (zone := _offset(*match.groups())) is not None:
        return zone
    if place is not None:
        try:
            return zone_named(place[0])
        except InvalidValue:
            raise ValueError(text) from None
    if _GLUED.match(text):
        raise ValueError(text)
    words = [word for word in _WORD.findall(text) if _NO_ZONES.fullmatch(word) is None]
    for word in words:
        hours = _HOURS.get(word.casefold())
        if hours is not None and (word.isupper() or len(words) == 1):
            return timezone(timedelta(hours=hours)) if hours else UTC
        if word.isupper() and word.isascii() and len(word) in _LETTERS:
            raise ValueError(text)  # a zone, maybe: it is not dropped
    return None


def _offset(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    """Give a zone by its offset; None where there is no such, as of the end of a span."""
    east, told = sign == "+", int(minutes or 0)
    most = _FARTHEST_EAST if east else _FARTHEST_WEST
    odd = f"-{int(hours):02}{told:02}"
    if int(hours) > most or told % 15 or (told and not east and odd not in _ODD_MINUTES):
        return None
    length = timedelta(hours=int(hours), minutes=told)
    return timezone(length if east else -length)
