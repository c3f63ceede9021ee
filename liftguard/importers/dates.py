"""
Dates as phones and spreadsheets write them, in many languages.

Whether day or month stands first is read off the whole file, never off one date.

Reason to change: a new way of writing a date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, tzinfo
from itertools import pairwise

from liftguard.errors import UnreadableLog
from liftguard.importers.cells import Wrong
from liftguard.importers.zones import zone_behind
from liftguard.phrase import Phrase
from liftguard.records.checks import EARLIEST_YEAR, LATEST_YEAR
from liftguard.units import is_aware

__all__ = ["UNCLEAR", "date_reader", "is_date", "typed_dates"]

WANTED = Wrong(Phrase("a date such as 2024-05-13 18:30"))
_TYPED_UNCLEAR = Wrong(Phrase("a date that shows which number is the day, such as 2026-04-03"))
UNCLEAR = Wrong(
    Phrase(
        "a date like the others, or dates that show which number is the day. "
        'Pass dates="dmy" where the day stands first, else dates="mdy".'
    )
)

# How the names of the months begin, accents off. The longest beginning that fits counts,
# so Finnish "marras" (November) is not "mar".
_MONTHS = """
jan gen ene sty oca ian led янв січ tammi ιαν
feb fev fevr lut sub uno фев лют helmi φεβ
mar mrt mrz maa bre мар бер maalis μαρ
apr abr avr kwi nis dub апр квіт huhti απρ
mai may mag mei maj kve май мая трав touko μαι
jun juin giu cze haz iun cerven cvn июн черв kesa ιουν
jul juil lug lip tem iul cervenec cvc июл лип heina ιουλ
aug ago aou sie agu srp авг серп elo αυγ
sep set wrz eyl zar szept сен вер syys σεπ
oct okt ott out paz eki rij окт жовт loka οκτ
nov lis kas noi ноя лист marras νοε
dec dic dez gru ara des pro дек груд joulu δεκ
"""

_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9]{2}:[0-9]{2}.*)?"
    r"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
)
_APART, _ZULU = re.compile(r"\s+(?=[+-]\d)"), re.compile(r"\s*(?:UTC|GMT|Z)$")
_NO_OFFSET = re.compile(r"[+-]\d[\d:.]*$")
_SINCE_1970 = re.compile(r"[12][0-9]{9}(?:[0-9]{3})?(?:\.0+)?")  # seconds, or thousandths of them
_CLOCK = re.compile(
    r"(?<=[\s,t日일])(?:[^\W\d]{2}\s?)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?![\d.])"
)
_AFTERNOON = re.compile(r"(?:(?<=\d)|\b)p\.?\s?m\b|下午|午後|오후|\bμ\.?\s?μ|\bös\b")
_MORNING = re.compile(r"(?:(?<=\d)|\b)a\.?\s?m\b|上午|午前|오전|\bπ\.?\s?μ|\böö\b")
_NUMERIC = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})[-/.]\d{2,4}\b")
_FRACTION = re.compile(r"^[:.]?\d*(?:[.,]\d+)?")  # of a second
_NO_DATE = re.compile(r"\bweek\b|\d-w\d")  # numbers of something else
_FULL_YEAR = 4
_LONGEST_DATE = 90  # letters, the long name of a zone among them
_PLAUSIBLE = 3.0  # a wrong order of day and month scatters the dates at least this much more


def _folded(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


_STEMS = {
    _folded(stem): month
    for month, stems in enumerate(_MONTHS.strip().splitlines(), start=1)
    for stem in stems.split()
}
_LONGEST = max(map(len, _STEMS))


def is_date(text: str) -> bool:
    """Tell whether a cell reads as a date, whichever of day and month stands first."""
    return _read(text, day_first=True) is not None or _read(text, day_first=False) is not None


def date_reader(
    texts: Sequence[str], tz: tzinfo | None, order: str | None = None, *, usual: str | None = None
) -> Callable[[str], datetime | Wrong]:
    """Make a reader for the dates of a column, in the order that is given, shown, or usual."""
    distinct = list(dict.fromkeys(texts))
    day_first = _day_first(distinct, usual) if order is None else order == "dmy"
    found = {text: _read(text, day_first=bool(day_first)) for text in distinct}
    instants = tz is not None or _mostly_instants(found.values())

    def read(text: str) -> datetime | Wrong:
        at = found[text]
        if day_first is None and _NUMERIC.match(text) is not None:
            return UNCLEAR
        if at is None:
            return WANTED
        if tz is not None:
            at = at.astimezone(tz) if is_aware(at) else at.replace(tzinfo=tz)
        if is_aware(at) != instants:
            return Wrong(
                Phrase("a time with a zone, like the others")
                if instants
                else Phrase("a time without a zone, like the others")
            )
        return at

    return read


def typed_dates(
    texts: Iterable[str], order: str | None = None
) -> dict[str, tuple[datetime, bool] | Wrong]:
    """Read dates that a person typed, each with whether it names a day alone, without an hour."""
    distinct = list(dict.fromkeys(texts))
    orders = [order] if order is not None else _orders(distinct)
    found: dict[str, tuple[datetime, bool] | Wrong] = {}
    for text in distinct:
        read = {_read(text, day_first=one == "dmy") for one in orders} - {None}
        if len(read) > 1:
            found[text] = _TYPED_UNCLEAR
        else:
            at = next(iter(read), None)
            found[text] = WANTED if at is None else (at, _is_day_alone(text))
    return found


def _orders(texts: Sequence[str]) -> Sequence[str]:
    """Tell in which order day and month stand; both where a file does not show it."""
    try:
        day_first = _day_first(texts, None)
    except UnreadableLog:
        day_first = None
    return ["dmy", "mdy"] if day_first is None else ["dmy" if day_first else "mdy"]


def _is_day_alone(text: str) -> bool:
    return not (_SINCE_1970.fullmatch(text.strip()) or _CLOCK.search(text.casefold()))


def _mostly_instants(moments: Iterable[datetime | None]) -> bool:
    kinds = [is_aware(moment) for moment in moments if moment is not None]
    return sum(kinds) * 2 > len(kinds)


def _read(text: str, *, day_first: bool) -> datetime | None:
    """Read one date, or None where it is none, or in a year in which nobody lifts."""
    text = text.strip()
    if len(text) > _LONGEST_DATE:
        return None
    try:
        if (iso := _iso(text)) is not None:
            at = iso
        elif _SINCE_1970.fullmatch(text):
            seconds = int(text.partition(".")[0][: len("1700000000")])
            at = datetime.fromtimestamp(seconds, UTC)
        else:
            clock, zone, year, month, day = _parts(text, day_first=day_first)
            at = datetime(year, month, day, *clock, tzinfo=zone)
    except (ValueError, OverflowError):
        return None
    return at if EARLIEST_YEAR <= at.year <= LATEST_YEAR else None


def _iso(text: str) -> datetime | None:
    """Read a date as ISO has it; None where it has another form."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(_ZULU.sub("+00:00", _APART.sub("", text)))
    except ValueError:  # such as a half of the day behind the clock
        if _NO_OFFSET.search(text):
            raise
        return None


def _parts(
    text: str, *, day_first: bool
) -> tuple[tuple[int, int, int], tzinfo | None, int, int, int]:
    """Split a date that is not ISO into its clock, zone, year, month and day."""
    small = text.casefold()
    match = _CLOCK.search(small)
    clock, zone = (0, 0, 0), None
    if match is not None:
        zone = zone_behind(_FRACTION.sub("", text[match.end() :], count=1))
        hour, spoken = int(match[1]), small[match.start() :]
        if _AFTERNOON.search(spoken):
            hour = hour % 12 + 12
        elif _MORNING.search(spoken):
            hour %= 12
        clock = (hour, int(match[2]), int(match[3] or 0))
    rest = small if match is None else small[: match.start()]
    if _NO_DATE.search(rest):
        raise ValueError(text)
    numbers = re.findall(r"\d+", rest)
    month = _month(rest)
    if month is None and len(numbers) == 3:
        first, second, third = map(int, numbers)
        if len(numbers[0]) == _FULL_YEAR:
            return clock, zone, first, second, third
        year = _year(numbers[2])
        day, month = (first, second) if day_first else (second, first)
        return clock, zone, year, month, day
    if month is not None and len(numbers) == 2:
        if len(numbers[0]) == _FULL_YEAR:
            numbers.reverse()
        return clock, zone, _year(numbers[1]), month, int(numbers[0])
    raise ValueError(text)


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month(text: str) -> int | None:
    """Find the month that a text names; the last one, as weekdays stand before it."""
    for word in reversed(re.findall(r"[^\W\d_]+", _folded(text))):
        for length in range(min(len(word), _LONGEST), 2, -1):
            if word[:length] in _STEMS:
                return _STEMS[word[:length]]
    return None


def _day_first(texts: Sequence[str], usual: str | None) -> bool | None:
    """Decide by all dates of a file whether the day stands before the month; None for a few odd."""
    matches = [match for text in texts if (match := _NUMERIC.match(text)) is not None]
    numeric = [(int(match[1]), int(match[3])) for match in matches]
    above = sum(first > 12 for first, _ in numeric) - sum(second > 12 for _, second in numeric)
    if above or not numeric:
        return above >= 0
    dots = all(match[2] == "." for match in matches)
    if usual is not None or dots:  # nobody puts dots behind a month that stands first
        return usual in (None, "dmy")
    scatter = {order: _scatter(texts, day_first=order) for order in (True, False)}
    for order in (True, False):
        if scatter[order] * _PLAUSIBLE <= scatter[not order] and scatter[not order] > 0:
            return order
    if any(
        _AFTERNOON.search(text.casefold()) or _MORNING.search(text.casefold()) for text in texts
    ):
        return False
    slashes = any("/" in text for text in texts)
    if slashes and any(first != second for first, second in numeric):
        if len(matches) * 2 >= len(texts):
            raise UnreadableLog(
                where=Phrase("dates"),
                got=matches[0].string,
                wanted=Phrase("dates that show which number is the day"),
                hint=Phrase('Pass dates="dmy" where the day stands first, else dates="mdy".'),
            )
        return None
    return True


def _scatter(texts: Iterable[str], *, day_first: bool) -> int:
    """Sum the days between neighbouring dates of a file."""
    found = (_read(text, day_first=day_first) for text in texts)
    days: list[date] = [at.date() for at in found if at is not None]
    return sum(abs((later - earlier).days) for earlier, later in pairwise(days))
