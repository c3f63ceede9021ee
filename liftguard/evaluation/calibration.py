"""
Whether probabilities are calibrated, by a rule that leaves room for chance.

With few events a perfectly calibrated forecast expects too many or too few of them, too: not the
ratio alone decides, but whether chance explains it.

Reason to change: another rule by which probabilities are called calibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.metrics import (
    RARE_EDGES,
    ReliabilityRow,
    expected_over_observed,
    reliability_table,
    share_interval,
)
from liftguard.evaluation.resampling import paired_bootstrap

__all__ = ["FEWEST_EVENTS", "calibration_of"]

FEWEST_EVENTS = 20
"""House rule: with fewer events, the ratio of expected to observed is listed and not judged."""

_DRAWS = 1000  # of the bootstrap
_RATIO_LEVEL, _BIN_LEVEL = 0.95, 0.99  # of the intervals of the ratio and of a bin [1]
_RATIOS = (0.7, 1.4)  # between which expected over observed lies [1]
_EXPECTED = 10.0  # events of a bin, from which on it is held to its forecast


def calibration_of(
    outcome: Floats,
    p: Floats,
    days: NDArray[np.int64],
    rng: np.random.Generator,
    *,
    edges: Sequence[float] = RARE_EDGES,
) -> dict[str, Any]:
    """
    Judge probabilities of events, each case with the day that it is drawn with.

    They are calibrated where expected over observed lies in 0.7 to 1.4, its 95 % interval holds
    1, and no bin with ten or more expected events has a 99 % interval that excludes its mean p.
    None where there are fewer than 20 events.
    """
    events = int(outcome.sum())
    ratio = expected_over_observed(outcome, p) if len(outcome) else None
    told = {"cases": len(outcome), "events": events, "expected": float(p.sum()), "ratio": ratio}
    low, high = _interval(outcome, p, days, rng)
    rows = reliability_table(outcome, p, edges=edges) if len(outcome) else ()
    off = [attrs.asdict(row) for row in rows if _is_off(row)]
    calibrated = None
    if events >= FEWEST_EVENTS and ratio is not None and low is not None and high is not None:
        calibrated = low <= 1.0 <= high and _RATIOS[0] <= ratio <= _RATIOS[1] and not off
    return told | {"low": low, "high": high, "bins_off": off, "calibrated": calibrated}


def _interval(
    outcome: Floats, p: Floats, days: NDArray[np.int64], rng: np.random.Generator
) -> tuple[float | None, float | None]:
    """Draw days anew; None where there is one day alone, or no event."""

    def ratio(weights: Floats) -> float | None:
        return expected_over_observed(outcome, p, weights=weights)

    if not outcome.any() or len(np.unique(days)) < 2:
        return None, None
    figure = paired_bootstrap(days, ratio, draws=_DRAWS, level=_RATIO_LEVEL, rng=rng)
    return (None, None) if figure is None else (figure.low, figure.high)


def _is_off(row: ReliabilityRow) -> bool:
    low, high = share_interval(row.observed, row.count, level=_BIN_LEVEL)
    return row.count * row.mean_p >= _EXPECTED and not low <= row.mean_p <= high
