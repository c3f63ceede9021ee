"""
What an athlete noted beside sets: stillness, rising, readiness, pain; and what it says now.

Reason to change: what is kept of such diary, or for how long.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from liftguard.model.params import Params
from liftguard.model.readiness import creep, creep_left, flexion_in, morning
from liftguard.records import Mobility, Pain, Readiness, Rising, Stillness
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
    The last of each kind; of pains, those that no later one of the same kind and place outdoes.

    `creep` is what the last stillness had built up at its end. [1]
    """

    still: Stillness | None = None
    creep: float = 0.0
    rose: Rising | None = None
    readiness: Readiness | None = None
    pains: tuple[Pain, ...] = ()


NO_ENTRIES = Diary()
"""Before any note."""


class Noted(NamedTuple):
    """
    What the notes say at a moment; None where it is not recorded.

    `creep`, `morning` and `unready` run from 0 to 1. [1]
    """

    creep: float | None = None
    morning: float | None = None
    unready: float | None = None


def note(diary: Diary, entry: object, params: Params) -> Diary:
    """Keep a note."""
    if isinstance(entry, Stillness):
        return _be_still(diary, entry, params)
    if isinstance(entry, Mobility) and diary.still is not None and _of_the_back(entry):
        left = creep_left(diary.creep, entry.minutes, params)  # as much moving as time
        return diary._replace(creep=left)
    if isinstance(entry, Rising):
        return diary._replace(rose=entry)
    if isinstance(entry, Readiness):
        return diary._replace(readiness=entry)
    if isinstance(entry, Pain):
        return diary._replace(pains=_with_pain(diary.pains, entry, params))
    return diary


def _of_the_back(entry: Mobility) -> bool:
    """Tell whether easy movement was of the back, or of the whole body."""
    return not entry.regions or not _BACK.isdisjoint(entry.regions)


def _be_still(diary: Diary, entry: Stillness, params: Params) -> Diary:
    """Build up creep on what the last stillness has left."""
    minutes, before = 1440.0 * elapsed_days(entry.start, entry.end), 0.0
    if diary.still is not None:
        since = 1440.0 * elapsed_days(diary.still.end, entry.start)
        before = creep_left(diary.creep, max(since, 0.0), params)
    built = creep(minutes, params, flexion=flexion_in(entry.posture, params), before=before)
    return diary._replace(still=entry, creep=float(built))


def _with_pain(pains: tuple[Pain, ...], new: Pain, params: Params) -> tuple[Pain, ...]:
    """Add a pain and forget those it outdoes, so that few are kept and none is softened."""
    kept = [
        old
        for old in pains
        if elapsed_days(old.at, new.at) <= params.pain_memory_days
        and not (old.region == new.region and old.kind == new.kind and old.severity <= new.severity)
    ]
    return (*kept, new)


def noted(diary: Diary, at: datetime, known_to: str, params: Params) -> Noted:
    """Tell what the notes say at a moment."""
    if diary is NO_ENTRIES or known_to == "day":
        return NOTHING_NOTED
    stiff = early = unready = None
    if diary.still is not None:
        days = elapsed_days(diary.still.end, at)
        if 24.0 * days <= params.noted_hours:
            stiff = float(creep_left(diary.creep, 1440.0 * max(days, 0.0), params))
    if diary.rose is not None:
        days = elapsed_days(diary.rose.at, at)
        if 24.0 * days <= params.noted_hours:
            early = float(morning(24.0 * max(days, 0.0), params))
    if diary.readiness is not None:
        days = elapsed_days(diary.readiness.at, at)
        if 24.0 * days <= params.readiness_hours:
            unready = 1.0 - diary.readiness.score
    return Noted(stiff, early, unready)


NOTHING_NOTED = Noted()
"""Where nothing is recorded."""
