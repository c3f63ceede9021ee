"""
The sets of a replayed track that are scored, each with what was forecast before it.

Sets count from the sixth session of their lift on, the day being the session: until then
nobody has something to go by.

Reason to change: other sets are scored, or what is asked of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.barbell_lifts import BARBELL_LIFTS, DEADLIFTS
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import level_of
from liftguard.model.curve import demand
from liftguard.model.forecast import p_beyond
from liftguard.model.row import WARM_UP, kind_of
from liftguard.model.standing import losses
from liftguard.model.to_failure import reach
from liftguard.records import LoggedSet
from liftguard.review.track import Foreseen, Track

__all__ = [
    "FIRST_SESSION",
    "Failures",
    "Plans",
    "Singles",
    "asked",
    "failures_of",
    "joined_plans",
    "known_plans_of",
    "plans_of",
    "sessions_of",
    "singles_of",
    "tried",
]

Whole = NDArray[np.int64]

FIRST_SESSION = 6
"""Of a lift, from which on its sets are scored, and judged in a report: house rule."""

# B1m: where the log does not hold the plan, a set that repeats the load of the previous completed
# set of its lift that day was planned for the repetitions of that one, where they are 2 or more.
# Repeats count as often as they stand, warm-ups at one load and rows of "sets x reps" among them.
_FEWEST_PLANNED = 2  # a plan of one is a single, which B1 scores
_NOT_ASKED = -1  # instead of a level


@attrs.frozen(kw_only=True, eq=False)
class Singles:
    """Sets of the barbell lifts, each asked "does the bar go up once"; arrays of shape (n,)."""

    place: Whole  # in the track
    day: Whole  # ordinal of the date [days]
    session: Whole  # of its lift
    deadlift: NDArray[np.bool_]  # one of `DEADLIFTS`
    missed: Floats  # 1 where the bar did not go up at all, else 0
    p: Floats  # of that, as shown before [1]
    physics: Floats  # and by physics alone [1]
    level: Whole  # how it stood as a single
    level_at_reps: Whole  # and at the repetitions that went up; -1 if none did, or to failure

    def __len__(self) -> int:
        return len(self.place)


@attrs.frozen(kw_only=True, eq=False)
class Plans:
    """Sets asked "do the planned repetitions all go up"; arrays of shape (n,)."""

    place: Whole  # in the track
    day: Whole  # ordinal of the date [days]
    lift: tuple[str, ...]
    reps: Whole  # planned, or taken as planned
    short: Floats  # 1 where fewer went up, else 0
    failed: Floats  # 1 where the log says that this was no choice, else 0
    p: Floats  # that the plan is beyond, as shown before [1]
    physics: Floats  # and by physics alone [1]
    level: Whole  # how the plan stood

    def __len__(self) -> int:
        return len(self.place)


@attrs.frozen(kw_only=True, eq=False)
class Failures:
    """Sets of any lift taken to failure, one repetition completed; of shape (n,) and (n, 2)."""

    place: Whole  # in the track
    day: Whole  # ordinal of the date [days]
    # ln w + c(reps), with the curve that was believed in before; NaN, as the others, where the
    # load that was really moved is not known [log kg]
    reached: Floats
    means: Floats  # of the forecast of it, a mixture of two normals [log kg]
    sds: Floats  # [log]
    mixing: Floats  # [1]

    def __len__(self) -> int:
        return len(self.place)

    def of(self, keep: NDArray[np.bool_]) -> Failures:
        """Give some of the cases."""
        return Failures(
            **{field.name: getattr(self, field.name)[keep] for field in attrs.fields(Failures)}
        )


def tried(done: LoggedSet) -> bool:
    """Tell whether a load was lifted, or lifting it was tried."""
    return done.load_kg > 0.0 and (done.reps > 0 or done.missed)


def sessions_of(sets: Sequence[Foreseen]) -> list[int]:
    """Count the sessions of each set's lift up to it, from 1; 0 for a set that was not tried."""
    days: dict[str, set[int]] = defaultdict(set)
    counts = []
    for one in sets:
        done = one.logged
        if tried(done):
            days[done.lift].add(done.at.toordinal())
            counts.append(len(days[done.lift]))
        else:
            counts.append(0)
    return counts


def singles_of(track: Track, policy: Policy, *, lifts: Collection[str] = BARBELL_LIFTS) -> Singles:
    """List the cases of B1 and B4, in the order of the track."""
    wanted, rows, said = frozenset(lifts), [], []
    for place, (one, session) in enumerate(zip(track, sessions_of(track.sets), strict=True)):
        done = one.logged
        if done.lift not in wanted or session < FIRST_SESSION:
            continue
        forecast = track.forecast(one)
        if forecast.p_beyond is None or forecast.parts is None:
            continue
        at_reps = _NOT_ASKED
        if done.reps and not done.to_failure:
            asked = forecast if done.reps == 1 else track.forecast(one, done.reps)
            at_reps = int(level_of(asked, policy))
        # importers say so only where another set of the lift went up that day
        missed = int(done.missed and done.reps == 0)
        deadlift = int(done.lift in DEADLIFTS)
        level = int(level_of(forecast, policy))
        rows.append((place, done.at.toordinal(), session, deadlift, missed, level, at_reps))
        said.append((forecast.p_beyond, p_beyond(forecast.parts)))
    table = np.array(rows, dtype=np.int64).reshape(-1, 7)
    ps = np.array(said, dtype=np.float64).reshape(-1, 2)
    return Singles(
        place=table[:, 0],
        day=table[:, 1],
        session=table[:, 2],
        deadlift=table[:, 3] == 1,
        missed=table[:, 4].astype(np.float64),
        p=ps[:, 0],
        physics=ps[:, 1],
        level=table[:, 5],
        level_at_reps=table[:, 6],
    )


def plans_of(track: Track, *, lifts: Collection[str] = BARBELL_LIFTS) -> Plans:
    """List the cases of B1m, in the order of the track."""
    wanted, cases = frozenset(lifts), []
    last: dict[str, LoggedSet] = {}
    for place, (one, session) in enumerate(zip(track, sessions_of(track.sets), strict=True)):
        done = one.logged
        if not session or done.lift not in wanted:
            continue
        plan = _plan(done, last.get(done.lift))
        if done.reps:
            last[done.lift] = done
        if plan is not None and session >= FIRST_SESSION:
            cases.append((place, plan))
    return asked(track, cases)


def known_plans_of(track: Track, *, lifts: Collection[str] = BARBELL_LIFTS) -> Plans:
    """List the cases of B1p, in the order of the track: the log itself holds what was planned."""
    wanted = frozenset(lifts)
    return asked(
        track,
        (
            (place, one.logged.planned_reps)
            for place, one in enumerate(track)
            if one.logged.planned_reps is not None
            and one.logged.lift in wanted
            and tried(one.logged)
            and kind_of(one.logged) != WARM_UP
        ),
    )


def asked(track: Track, cases: Iterable[tuple[int, int]]) -> Plans:
    """Forecast sets of a track, each by its place and the repetitions that were planned of it."""
    rows, said, lifts = [], [], []
    for place, reps in cases:
        one = track.sets[place]
        forecast = track.forecast(one, reps)
        if forecast.p_beyond is None or forecast.parts is None:
            continue
        done, level = one.logged, level_of(forecast, track.policy)
        short = done.reps < reps
        failed = short and (done.missed or done.reps < (done.planned_reps or 0))
        rows.append((place, done.at.toordinal(), reps, int(short), int(failed), int(level)))
        said.append((forecast.p_beyond, p_beyond(forecast.parts)))
        lifts.append(done.lift)
    table = np.array(rows, dtype=np.int64).reshape(-1, 6)
    ps = np.array(said, dtype=np.float64).reshape(-1, 2)
    return Plans(
        place=table[:, 0],
        day=table[:, 1],
        lift=tuple(lifts),
        reps=table[:, 2],
        short=table[:, 3].astype(np.float64),
        failed=table[:, 4].astype(np.float64),
        p=ps[:, 0],
        physics=ps[:, 1],
        level=table[:, 5],
    )


def joined_plans(several: Sequence[Plans]) -> Plans:
    """Put the plans of one lifter or more one after the other."""
    names = [field.name for field in attrs.fields(Plans) if field.name != "lift"]
    arrays = {name: np.concatenate([getattr(some, name) for some in several]) for name in names}
    return Plans(lift=tuple(lift for some in several for lift in some.lift), **arrays)


def _plan(done: LoggedSet, last: LoggedSet | None) -> int | None:
    """Give the repetitions that were planned, where they are known or may be taken as known."""
    if done.planned_reps is not None:
        return done.planned_reps if done.planned_reps >= _FEWEST_PLANNED else None
    if last is None or last.at.date() != done.at.date() or last.load_kg != done.load_kg:
        return None
    return last.reps if last.reps >= _FEWEST_PLANNED else None


def failures_of(track: Track) -> Failures:
    """List the cases of B2, in the order of the track."""
    where, values = [], []
    for place, (one, session) in enumerate(zip(track, sessions_of(track.sets), strict=True)):
        done = one.logged
        if session < FIRST_SESSION or not done.to_failure or not done.reps:
            continue
        where.append((place, done.at.toordinal()))
        values.append(_reached(track, one))
    places = np.array(where, dtype=np.int64).reshape(-1, 2)
    table = np.array(values, dtype=np.float64).reshape(-1, 6)
    return Failures(
        place=places[:, 0],
        day=places[:, 1],
        reached=table[:, 0],
        means=table[:, [1, 3]],
        sds=table[:, [2, 4]],
        mixing=np.column_stack([1.0 - table[:, 5], table[:, 5]]),
    )


def _reached(track: Track, one: Foreseen) -> tuple[float, ...]:
    """Give what a set reached, and the five numbers of the forecast of it."""
    done, belief = one.logged, one.standing.belief
    moved = one.log_load
    if moved is None:
        return (np.nan,) * 6
    lost = losses(one.standing, moved, None, track.params)
    said = reach(belief, moved, track.params, lost, one.standing.calibration.scatter)
    return demand(moved, float(done.reps), belief.curve, track.params), *map(float, said)
