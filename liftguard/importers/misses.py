"""
What a set with no repetitions means, or with fewer than planned: a miss, or something else.

Reason to change: misses turn out to be recorded in another way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from liftguard.importers.cells import Plan
from liftguard.lifts import lift_key

__all__ = ["as_known", "misses_of", "told_by_plan"]

_NOTHING_LEFT = 10.0  # RPE


def misses_of(
    zeros: Sequence[int],
    done: Sequence[int],
    at: Sequence[datetime | None],
    names: Sequence[str],
) -> dict[int, int | None]:
    """Tell the misses among the sets without repetitions, with the sets that they belong after."""
    # One is a miss if its lift went up on the same day. It shows itself as one only then, so
    # a miss that stands before the first completed set of that day gets that set's place:
    # it belongs right after it. One that stands later has None and stays where it is.
    known = {name: lift_key(name) for name in {names[place] for place in (*zeros, *done)}}
    keys = [known.get(name, "") for name in names]
    lifts = {keys[place] for place in zeros}
    first: dict[tuple[object, str], tuple[datetime, int]] = {}
    for place in done:
        moment = at[place]
        if keys[place] in lifts and moment is not None:
            day = (moment.date(), keys[place])
            first[day] = min(first.get(day, (moment, place)), (moment, place))
    misses: dict[int, int | None] = {}
    for place in zeros:
        moment = at[place]
        went_up = first.get((moment.date(), keys[place])) if moment is not None else None
        if moment is not None and went_up is not None:
            misses[place] = went_up[1] if (moment, place) < went_up else None
    return misses


def told_by_plan(
    reps: int, plan: Plan | None, rpe: float | None, kind: str | None
) -> tuple[bool, bool]:
    """
    Tell whether the plan shows a miss after these repetitions, and a set taken to failure.

    A set that ends one short was missed; one that ends earlier may have been cut short, and so
    is a warm-up at will, or a set of which the lifter says that more was left. One with an open
    end was taken to failure, unless an exertion stands beside it that says more.
    """
    if plan is None or kind == "warmup":
        return False, False
    planned, is_open = plan
    spent = rpe is None or rpe >= _NOTHING_LEFT
    return planned is not None and reps == planned - 1 and spent, is_open and rpe is None


def as_known(done: Sequence[int], misses: Mapping[int, int | None]) -> Sequence[int]:
    """Put all sets in the order in which they became known, by their places in the file."""
    if not misses:
        return done
    moved: dict[int, list[int]] = {}
    for place, after in misses.items():
        if after is not None:
            moved.setdefault(after, []).append(place)
    staying = sorted([*done, *(place for place, after in misses.items() if after is None)])
    return [one for place in staying for one in (place, *moved.get(place, ()))]
