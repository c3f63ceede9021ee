"""
Whether liftguard is better than the best rival by more than chance.

Reason to change: another way to compare two forecasters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.resampling import paired_bootstrap

__all__ = ["FEWEST_LIFTERS", "Groups", "against_best", "by_day", "groups_of", "sureness"]

FEWEST_LIFTERS = 5
"""House rule: with fewer, drawing whole lifters anew says little, and days are drawn."""

_DRAWS = 1000  # of the bootstrap

Metric = Callable[..., float | None]


@attrs.frozen(kw_only=True, eq=False)
class Groups:
    """Which cases are drawn together."""

    of: NDArray[np.int64]  # the group of each case
    unit: str  # what a group is: "lifters" or "days"

    @property
    def count(self) -> int:
        """Give how many different groups there are."""
        return len(np.unique(self.of))


def groups_of(days: Sequence[NDArray[np.int64]]) -> Groups:
    """Group cases by lifter, or by lifter and day where there are fewer than five lifters."""
    lifter = np.repeat(np.arange(len(days)), [len(some) for some in days])
    if sum(len(some) > 0 for some in days) >= FEWEST_LIFTERS:
        return Groups(of=lifter, unit="lifters")
    return Groups(of=by_day(days), unit="days")


def by_day(days: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Give each case the number of its day; those of two lifters are never drawn together."""
    lifter = np.repeat(np.arange(len(days)), [len(some) for some in days])
    pairs = np.column_stack([lifter, np.concatenate(days)])
    _, place = np.unique(pairs, axis=0, return_inverse=True)
    return place.reshape(-1)


def against_best(
    metric: Metric,
    outcome: Floats,
    scores: Mapping[str, Floats],
    groups: Groups,
    rng: np.random.Generator,
) -> dict[str, Any] | None:
    """Compare the first score with the best of the others by one figure, higher being better."""
    (_, ours), *rivals = scores.items()
    figures = {name: metric(outcome, score) for name, score in rivals}
    known = {name: figure for name, figure in figures.items() if figure is not None}
    if not known:
        return None
    best = max(known, key=lambda name: known[name])

    def gain(weights: Floats) -> float | None:
        one, other = (metric(outcome, score, weights=weights) for score in (ours, scores[best]))
        return None if one is None or other is None else one - other

    return sureness(gain, groups, rng, rival=best)


def sureness(
    gain: Callable[[Floats], float | None],
    groups: Groups,
    rng: np.random.Generator,
    *,
    rival: str,
) -> dict[str, Any]:
    """Give how much better than a rival, with 90 % of a paired bootstrap over groups."""
    told: dict[str, Any] = {"rival": rival, "over": groups.unit, "groups": groups.count}
    if groups.count > 1:  # one group alone has no interval
        figure = paired_bootstrap(groups.of, gain, draws=_DRAWS, rng=rng)
        if figure is not None:
            return told | attrs.asdict(figure) | {"excludes_zero": figure.excludes_zero}
    return told | {"estimate": gain(np.ones(len(groups.of))), "low": None, "high": None}
