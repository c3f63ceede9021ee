"""
What an athlete noted beside sets: stillness, movements, mobility, rising, readiness, pain.

Reason to change: what is kept of such notes, or for how long.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from liftguard.model.params import Params
from liftguard.model.readiness import (
    NO_CREEP,
    Creep,
    creep,
    creep_in_all,
    creep_left,
    flexion_in,
    morning,
)
from liftguard.records import Mobility, Moved, Pain, Readiness, Rising, Stillness
from liftguard.units import elapsed_days

__all__ = [
    "NOTHING_NOTED",
    "NO_ENTRIES",
    "Diary",
    "Noted",
    "note",
    "noted",
]

_BACK = frozenset(("low_back", "erector_spinae", "quadratus_lumborum", "hip"))


class Diary(NamedTuple):
    """
    The last of each kind, and the last few movements without a bar of a day.

    Of pains those are kept that no later one of the same kind and place outdoes. `creep` is what
    the last stillness had built up at its end, less what easy movement took off it since. [1]
    """

    still: Stillness | None = None
    creep: Creep = NO_CREEP
    rose: Rising | None = None
    readiness: Readiness | None = None
    pains: tuple[Pain, ...] = ()
    moved: tuple[Moved, ...] = ()
    eased: Mobility | None = None


NO_ENTRIES = Diary()
"""Before any note."""


class Noted(NamedTuple):
    """
    What the notes say at a moment; None where it is not recorded.

    `creep`, `morning` and `unready` run from 0 to 1 [1]; `still_ago` is how long the last
    stillness is over, `hours_up` how long ago the athlete rose. [h]
    """

    creep: float | None = None
    morning: float | None = None
    unready: float | None = None
    still_ago: float | None = None
    hours_up: float | None = None


def note(diary: Diary, entry: object, params: Params) -> Diary:
    """Keep a note."""
    new: dict[str, Any] = {}
    match entry:
        case Stillness():
            new = {"still": entry, "creep": _creep_after(diary, entry, params)}
        case Mobility():
            new = {"eased": entry, "creep": _eased(diary.creep, entry, params)}
        case Moved():
            new = {"moved": _with_moved(diary.moved, entry, params)}
        case Pain():
            new = {"pains": _with_pain(diary.pains, entry, params)}
        case Rising():
            new = {"rose": entry}
        case Readiness():
            new = {"readiness": entry}
    return diary._replace(**new)


def _of_the_back(entry: Mobility) -> bool:
    """Tell whether easy movement was of the back, or of the whole body."""
    return not entry.regions or not _BACK.isdisjoint(entry.regions)


def _eased(creep: Creep, entry: Mobility, params: Params) -> Creep:
    """Let easy movement of the back take creep off, as much by moving as by its time."""
    return creep_left(creep, entry.minutes, params) if _of_the_back(entry) else creep


def _creep_after(diary: Diary, entry: Stillness, params: Params) -> Creep:
    """Build up creep on what the last stillness has left."""
    minutes, before = 1440.0 * elapsed_days(entry.start, entry.end), NO_CREEP
    if diary.still is not None:
        since = 1440.0 * elapsed_days(diary.still.end, entry.start)
        before = creep_left(diary.creep, max(since, 0.0), params)
    return creep(minutes, params, flexion=flexion_in(entry.posture, params), before=before)


def _with_pain(pains: tuple[Pain, ...], new: Pain, params: Params) -> tuple[Pain, ...]:
    """Add a pain and forget those it outdoes, so that few are kept and none is softened."""
    kept = [
        old
        for old in pains
        if elapsed_days(old.at, new.at) <= params.pain_memory_days
        and not (old.region == new.region and old.kind == new.kind and old.severity <= new.severity)
    ]
    return (*kept, new)


def _with_moved(moved: tuple[Moved, ...], new: Moved, params: Params) -> tuple[Moved, ...]:
    """Add a movement, and forget those of other days and all but the last few."""
    kept = [old for old in moved if 24.0 * elapsed_days(old.at, new.at) <= params.noted_hours]
    return (*kept, new)[-int(params.moved_kept) :]


def noted(diary: Diary, at: datetime, known_to: str, params: Params) -> Noted:
    """Tell what the notes say at a moment."""
    if diary is NO_ENTRIES or known_to == "day":
        return NOTHING_NOTED
    stiff = early = unready = None
    still_ago = _hours_since(diary.still, at, params.noted_hours)
    if still_ago is not None:
        stiff = float(creep_in_all(creep_left(diary.creep, 60.0 * still_ago, params), params))
    hours_up = _hours_since(diary.rose, at, params.noted_hours)
    if hours_up is not None:
        early = float(morning(hours_up, params))
    if (
        diary.readiness is not None
        and _hours_since(diary.readiness, at, params.readiness_hours) is not None
    ):
        unready = 1.0 - diary.readiness.score
    return Noted(stiff, early, unready, still_ago, hours_up)


def _hours_since(
    entry: Stillness | Rising | Readiness | None, at: datetime, most: float
) -> float | None:
    """Give how long ago a note was made; None where none was, or too long ago. [h]"""
    if entry is None:
        return None
    hours = 24.0 * elapsed_days(entry.at, at)
    return max(hours, 0.0) if hours <= most else None


NOTHING_NOTED = Noted()
"""Where nothing is recorded."""
