"""
B8: what athletes say is left after a set, forecast before it.

Reason to change: another way to score what is said to be left, or another rule for it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from statistics import median

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.comparison import groups_of, sureness
from liftguard.evaluation.figures import Table, joined
from liftguard.evaluation.scored_sets import sessions_of, tried
from liftguard.evaluation.world_reports import draw_rater, rated_log
from liftguard.guard import Guard
from liftguard.model.curve import demand, reps_within
from liftguard.model.params import Params
from liftguard.records import LoggedSet, PlannedSet
from liftguard.review.track import Track
from liftguard.units import rir_from_rpe

__all__ = ["RIVALS", "RatedSets", "rated_sets_of", "reserve_figures", "reserve_table"]

OURS = "liftguard"
LAST, USUAL, E1RM = "last said of the lift", "median of its last 12", "e1RM of its last session"
RIVALS = (LAST, USUAL, E1RM)
"""The rules beside liftguard: each says what is left from the sets before."""

_FIRST_SESSION = 4  # of a lift, from which on its sets are scored
_KNOWN = 20  # rated sets of the athlete before the first one that is scored
_EASIEST, _HARDEST = 6.0, 10.0  # RPE: further from failure nobody knows
_LATELY = 12
_SLOPE = 1.0 / 30.0  # [Epley1985]_'s line, moved to pass through the single [1/rep]
_DAYS_LATER = 2
_MORE = 0.1  # load above and below the usual, of which the curve should speak [1]


@attrs.frozen(kw_only=True, eq=False)
class RatedSets:
    """Sets whose RPE was noted, each forecast as it was done; arrays of shape (n,)."""

    day: NDArray[np.int64]  # ordinal of the date [days]
    first: NDArray[np.bool_]  # of its lift that day
    said: Floats  # 10 - RPE [reps]
    says: dict[str, Floats]  # what was expected before, by liftguard and each rival [reps]
    unknown: int = 0  # further sets of which liftguard expected nothing

    def __len__(self) -> int:
        return len(self.said)


def rated_sets_of(track: Track) -> RatedSets:
    """
    List the sets with an RPE of 6 to 10, any lift with a load, in the order of the track.

    From the fourth session of the lift on, once 20 such sets of the athlete are known. Sets of a
    lift of which nothing was said before are told by the rivals as the last, and usual, of all.
    """
    past = _Past()
    rows, says, unknown = [], [], 0
    days: dict[str, int] = {}
    for one, session in zip(track, sessions_of(track.sets), strict=True):
        done, today = one.logged, one.logged.at.toordinal()
        if not tried(done):
            continue
        said = _said(done)
        if said is not None and session >= _FIRST_SESSION and len(past.all) >= _KNOWN:
            expected = track.forecast(one, done.reps).expected_rir
            if expected is None:
                unknown += 1
            else:
                rows.append((today, days.get(done.lift) != today, said))
                says.append((expected, *past.says(done)))
        days[done.lift] = today
        past.add(done, said)
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    told = np.array(says, dtype=np.float64).reshape(-1, 1 + len(RIVALS))
    return RatedSets(
        day=table[:, 0].astype(np.int64),
        first=table[:, 1] == 1.0,
        said=table[:, 2],
        says={name: told[:, place] for place, name in enumerate((OURS, *RIVALS))},
        unknown=unknown,
    )


def _said(done: LoggedSet) -> float | None:
    """Give what was said to be left, where it counts. [reps]"""
    if done.rpe is None or done.missed or not _EASIEST <= done.rpe <= _HARDEST:
        return None
    return float(rir_from_rpe(done.rpe))


@attrs.define
class _Past:
    """What the rivals go by."""

    all: list[float] = attrs.field(factory=list)
    by_lift: dict[str, list[float]] = attrs.field(factory=lambda: defaultdict(list))
    # the best of each day, of the last two [kg]
    bests: dict[str, dict[int, float]] = attrs.field(factory=lambda: defaultdict(dict))

    def says(self, done: LoggedSet) -> tuple[float, ...]:
        """Give what each rival expects to be left. [reps]"""
        said = self.by_lift[done.lift] or self.all
        earlier = [best for day, best in self.bests[done.lift].items() if day < done.at.toordinal()]
        possible = 1.0 + (earlier[-1] / done.load_kg - 1.0) / _SLOPE
        left = min(max(possible - done.reps, 0.0), _HARDEST)
        return said[-1], median(said[-_LATELY:]), left

    def add(self, done: LoggedSet, said: float | None) -> None:
        """Note a set."""
        possible = done.reps + (said or 0.0)
        if possible:
            best = done.load_kg * (1.0 + _SLOPE * (possible - 1.0))
            days, today = self.bests[done.lift], done.at.toordinal()
            best = max(best, days.get(today, 0.0))
            self.bests[done.lift] = dict([*days.items()][-2:]) | {today: best}
        if said is not None:
            self.all.append(said)
            self.by_lift[done.lift].append(said)


# --- figures ---


def reserve_figures(cases: RatedSets, expected: Floats) -> Table:
    """Give how far off expectations were: all, first of a session, later ones, and bias. [reps]"""
    wrong = expected - cases.said
    return {
        "mae": _mean(np.abs(wrong)),
        "mae_first": _mean(np.abs(wrong[cases.first])),
        "mae_later": _mean(np.abs(wrong[~cases.first])),
        "bias": _mean(wrong),
        "rank_correlation": _rank_correlation(expected, cases.said),
        "sets": len(wrong),
    }


def _mean(values: Floats) -> float | None:
    return float(values.mean()) if len(values) else None


def _rank_correlation(one: Floats, other: Floats) -> float | None:
    """Give Spearman's coefficient, ties sharing their rank; None where one never changes."""
    ranks = [_ranks(values) for values in (one, other)]
    sds = [float(rank.std()) for rank in ranks]
    if len(one) < 2 or not all(sds):
        return None
    both = float(np.mean((ranks[0] - ranks[0].mean()) * (ranks[1] - ranks[1].mean())))
    return both / (sds[0] * sds[1])


def _ranks(values: Floats) -> Floats:
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    ranks: Floats = (last - 0.5 * (count - 1))[place]
    return ranks


def reserve_table(
    rated: dict[str, RatedSets], guard: Guard, rng: np.random.Generator, *, each_world: int = 0
) -> Table:
    """Score what the lifters of a folder said, by name, and what made-up ones say."""
    held = {name: some for name, some in rated.items() if len(some)}
    table: Table = {"note": "" if held else "no log with an RPE on more than 20 sets"}
    table |= _rows(list(held.values()), rng) if held else dict.fromkeys((OURS, *RIVALS))
    table |= {
        "by_lifter": {
            name: {who: reserve_figures(some, says) for who, says in some.says.items()}
            for name, some in held.items()
        },
        "not_forecast": sum(some.unknown for some in rated.values()),
    }
    return table | {"simulated": _simulated(guard, rng, each_world) if each_world else None}


def _rows(held: Sequence[RatedSets], rng: np.random.Generator) -> Table:
    """Give a row for liftguard and each rival: of all sets, and the mean over lifters."""
    whole = RatedSets(
        day=np.concatenate([one.day for one in held]),
        first=np.concatenate([one.first for one in held]),
        said=joined([one.said for one in held]),
        says={name: joined([one.says[name] for one in held]) for name in held[0].says},
    )
    rows: Table = {
        name: reserve_figures(whole, says) | _over_lifters(held, name)
        for name, says in whole.says.items()
    }
    best = min(RIVALS, key=lambda name: rows[name]["mae"])
    gained = np.abs(whole.says[best] - whole.said) - np.abs(whole.says[OURS] - whole.said)

    def gain(weights: Floats) -> float | None:
        return float(weights @ gained / weights.sum()) if weights.any() else None

    groups = groups_of([one.day for one in held])
    return rows | {"against_best_rival": {"mae": sureness(gain, groups, rng, rival=best)}}


def _over_lifters(held: Sequence[RatedSets], name: str) -> Table:
    """Give the mean over lifters of error and rank correlation."""
    own = [reserve_figures(one, one.says[name]) for one in held]
    ranked = [one["rank_correlation"] for one in own if one["rank_correlation"] is not None]
    return {
        "mae_over_lifters": float(np.mean([one["mae"] for one in own])),
        "rank_correlation": float(np.mean(ranked)) if ranked else None,  # within a lifter
    }


# --- made-up lifters ---


def _simulated(guard: Guard, rng: np.random.Generator, each: int) -> Table:
    """Score so many made-up lifters, and what is expected of loads they do not choose."""
    drawn, moved = [], []
    for one in rng.spawn(each):
        history = rated_log(draw_rater(one), one)
        track = guard.replay(history)
        drawn.append(rated_sets_of(track))
        moved += _moves(track, guard)
    held = [some for some in drawn if len(some)]
    shares = np.array(moved, dtype=np.float64).reshape(-1, 2)
    return _rows(held, rng) | {
        "lifters": len(held),
        "moved_by_more": float(np.median(shares[:, 0])),
        "moved_by_less": float(np.median(shares[:, 1])),
    }


def _moves(track: Track, guard: Guard) -> list[tuple[float, float]]:
    """
    Give how far expectations follow the curve away from the load of each lift's last set.

    For a tenth more and a tenth less, two days later: the move of what is expected over that of
    the curve. [1]
    """
    last = {one.logged.lift: one.logged for one in track if _said(one.logged) is not None}
    moves = [_moved(done, track, guard) for done in last.values()]
    return [one for one in moves if one is not None]


def _moved(done: LoggedSet, track: Track, guard: Guard) -> tuple[float, float] | None:
    at = track.sets[-1].logged.at + timedelta(days=_DAYS_LATER)
    expected, by_curve = [], []
    for share in (1.0, 1.0 + _MORE, 1.0 - _MORE):
        plan = PlannedSet(lift=done.lift, load_kg=share * done.load_kg, reps=done.reps)
        left = guard.forecast(track.state, plan, at=at).expected_rir
        if left is None:
            return None
        expected.append(left)
        by_curve.append(_by_curve(expected[0], share, float(done.reps), guard.params))
    more, less = (
        (expected[place] - expected[0]) / (by_curve[place] - by_curve[0]) for place in (1, 2)
    )
    return more, less


def _by_curve(left: float, share: float, reps: float, params: Params) -> float:
    """Give what a share of the load leaves, where the whole leaves so much, by the curve. [reps]"""
    room = demand(0.0, reps + max(left, 0.0), 0.0, params) - math.log(share)
    return max(reps_within(room, 0.0, params)[0] - reps, -reps)
