"""
Hours that stand in a column of their own, beside the days.

A column that is only called "Time" holds hours where its cells are of a waking day and the
days have none; else it holds how long something took.

Reason to change: another way in which day and hour are kept apart.
"""

from __future__ import annotations

import re

import attrs

from liftguard.importers.app import Records
from liftguard.importers.cells import plain
from liftguard.importers.dates import is_date
from liftguard.phrase import Phrase

__all__ = ["with_hours"]

_HOUR = re.compile(r"([0-9]{1,2})[:.h]([0-5][0-9])(?:[:.][0-5][0-9](?:[.,][0-9]+)?)?(.*)")
_HALF = re.compile(r"\s*(?:[ap]\.?\s?m\.?|Uhr|h)?", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*(?:Uhr|h)$", re.IGNORECASE)
_ZONE = re.compile(r"\s*(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[A-Za-z]{3,5})?")
_WAKING = 5  # o'clock; nearly all of what is trained comes later, and no set lasts as long
_MOSTLY = {"hour": 0.5, "hour_or_span": 0.8}  # share of the cells
_HAS_HOUR = re.compile(r"[0-9][:h][0-5][0-9]|[0-9]T[0-9]")


def with_hours(records: Records) -> Records:
    """Join the hours of a column to the days, or take them as durations."""
    field = next((one for one in ("hour", "hour_or_span") if one in records.columns), None)
    if field is None:
        return records
    hours, days = records.columns[field], records.columns["when"]
    said = [text for text in hours if plain(text)]
    of_day = [match for text in said if (match := _hour(text)) is not None]
    bare = not any(map(_HAS_HOUR.search, dict.fromkeys(days)))
    waking = [match for match in of_day if int(match[1]) >= _WAKING or _is_half(match[3])]
    enough = waking if field == "hour_or_span" else of_day
    if bare and said and len(enough) >= _MOSTLY[field] * len(said):
        return _joined(records, field)
    columns = {word: texts for word, texts in records.columns.items() if word != field}
    if field == "hour_or_span" and "seconds" not in columns:
        columns["seconds"] = hours
        names = {**records.names, "seconds": records.names.get(field, field)}
        return attrs.evolve(records, columns=columns, names=names)
    says = Phrase("not read: the column {name}", name=records.names.get(field, field))
    notices = (*records.notices, says) if said and bare else records.notices
    return attrs.evolve(records, columns=columns, notices=notices)


def _hour(text: str) -> re.Match[str] | None:
    match = _HOUR.fullmatch(plain(text))
    known = match is not None and (_HALF.fullmatch(match[3]) or _ZONE.fullmatch(match[3]))
    return match if match is not None and known and int(match[1]) < 25 else None


def _is_half(text: str) -> bool:
    return "m" in text.casefold()


def _joined(records: Records, field: str) -> Records:
    """Write day and hour into one cell; a blank hour is that of the row above, on its day."""
    moments: list[str] = []
    strange: list[int] = []
    above = ("", "")
    for at, (day, hour) in enumerate(
        zip(records.columns["when"], records.columns[field], strict=True)
    ):
        cell = _SUFFIX.sub("", plain(hour))
        told = _hour(cell) is not None and is_date(f"{day.strip()} {cell}")
        if cell and not told:
            strange.append(at)
        above = day, cell if told else above[1] if above[0] == day else ""
        moments.append(f"{day.strip()} {above[1]}".strip())
    notices = list(records.notices)
    if strange:
        says = Phrase(
            "1 row has no hour that can be read, such as row {row}: {got!r}"
            "|{n} rows have no hour that can be read, such as row {row}: {got!r}",
            len(strange),
            n=len(strange),
            row=records.rows[strange[0]],
            got=records.columns[field][strange[0]][:60],
        )
        notices.append(says)
    columns = {**records.columns, "when": moments}
    return attrs.evolve(records, columns=columns, notices=tuple(notices))
