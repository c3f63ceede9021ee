"""
What lies between the sets of one athlete: weighings and notes.

Reason to change: another kind of entry is read in arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from liftguard.fleet.columns import datetime_of, microseconds
from liftguard.fleet.states import About
from liftguard.model.diary import NO_ENTRIES, Diary, note, noted
from liftguard.model.params import Params
from liftguard.records import Bodyweight, Entry
from liftguard.records.entries import TIME_PRECISIONS
from liftguard.units import is_aware

__all__ = [
    "about_after",
    "said_before_sets",
    "weights_at_sets",
]

Floats = NDArray[np.float64]


def weights_at_sets(about: About, notes: Sequence[Entry], us: NDArray[np.int64]) -> Floats | None:
    """Give the bodyweight that was known at each set, NaN for none; None where there is none."""
    weighed = [one for one in notes if isinstance(one, Bodyweight)]
    start = about.bodyweight_kg
    if not weighed and start is None:
        return None
    known = np.array([np.nan if start is None else start, *(one.kg for one in weighed)])
    at = np.array([microseconds(one.at) for one in weighed], dtype=np.int64)
    found: Floats = known[np.searchsorted(at, us, side="right")]
    return found


def said_before_sets(
    about: About,
    notes: Sequence[Entry],
    us: NDArray[np.int64],
    known_to: NDArray[np.int8],
    params: Params,
) -> Floats | None:
    """Give creep, morning and unreadiness at each set, (3, sets), 0 where it is not known."""
    diary, left = about.diary, list(notes)
    if diary is NO_ENTRIES and all(isinstance(one, Bodyweight) for one in left):
        return None
    said = np.zeros((3, len(us)))
    for place, (at_us, precision) in enumerate(zip(us.tolist(), known_to.tolist(), strict=True)):
        while left and microseconds(left[0].at) <= at_us:
            diary = note(diary, left.pop(0), params)
        if diary is not NO_ENTRIES:
            at = _like(diary, at_us, notes)
            found = noted(diary, at, TIME_PRECISIONS[precision], params)[:3]
            said[:, place] = [0.0 if one is None else one for one in found]
    return said


def _like(diary: Diary, us: int, notes: Sequence[Entry]) -> datetime:
    """Give the moment of a set in the kind of time that the notes have."""
    kept = (diary.still, diary.rose, diary.readiness, diary.eased, *diary.pains, *diary.moved)
    one = next((one for one in (*notes, *kept) if one is not None), None)
    return datetime_of(us, aware=one is not None and is_aware(one.at))


def about_after(
    about: About,
    notes: Sequence[Entry],
    since: datetime | None,
    sets: Sequence[tuple[datetime, str | None]],
    params: Params,
) -> About:
    """Give what is kept of an athlete after notes and the last sets, each with its id."""
    diary, weight = about.diary, about.bodyweight_kg
    for one in notes:
        if isinstance(one, Bodyweight):
            weight = one.kg
        else:
            diary = note(diary, one, params)
    moments = [one for one, _ in sets[-1:]]
    if notes:
        moments.append(datetime_of(microseconds(notes[-1].at), aware=is_aware(notes[-1].at)))
    at = max([*moments, *([] if about.at is None else [about.at])], default=None)
    ids = [one for moment, one in sets if moment == at and one is not None]
    if about.at == at:
        ids = [*about.ids_now, *ids]
    return about._replace(
        diary=diary,
        bodyweight_kg=weight,
        at=at,
        ids_now=tuple(ids),
        since=about.since if about.since is not None else since,
    )
