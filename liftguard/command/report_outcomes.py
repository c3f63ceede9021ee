"""
How good the chances were for one lifter: what was said beside what came, for `report`.

Reason to change: other outcomes are measured.
"""

from __future__ import annotations

from typing import Any

import attrs

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.figures import PLAN_EDGES
from liftguard.evaluation.metrics import RARE_EDGES, ReliabilityRow, reliability_table
from liftguard.evaluation.scored_sets import known_plans_of, singles_of
from liftguard.review.track import Track

__all__ = ["outcomes_of", "rows_of"]

_WHOLE = (0.0, 1.0)  # one bin for all


def outcomes_of(track: Track) -> dict[str, Any]:
    """
    Measure the chances of plans that the log holds, and of each set as a single.

    `stands` says how what came lies beside what was said: "none_failed" where no miss is written
    down, else "as_said", "more_failed" or "fewer_failed" by the 90 % interval of the share.
    """
    plans, singles = known_plans_of(track), singles_of(track, track.policy)
    found = {
        "plans": _measured(plans.short, plans.p, PLAN_EDGES),
        "singles": _measured(singles.missed, singles.p, RARE_EDGES),
    }
    if found["singles"] and not found["singles"]["failed"]:
        found["singles"]["stands"] = "none_failed"
    return found


def _measured(failed: Floats, p: Floats, edges: tuple[float, ...]) -> dict[str, Any] | None:
    """Count what failed and what was to be expected, all in all and by the chance that was said."""
    if not len(p):
        return None
    (whole,) = reliability_table(failed, p, edges=_WHOLE)
    low, high = whole.observed_low, whole.observed_high
    inside = low <= whole.mean_p <= high
    stands = "as_said" if inside else "more_failed" if whole.mean_p < low else "fewer_failed"
    rows = [attrs.asdict(row) for row in reliability_table(failed, p, edges=edges)]
    counts = {"sets": len(p), "failed": int(failed.sum()), "expected": float(p.sum())}
    return counts | {"stands": stands, "rows": rows}


def rows_of(measured: dict[str, Any]) -> list[ReliabilityRow]:
    """Give the rows of such a measure as values again."""
    return [ReliabilityRow(**row) for row in measured["rows"]]
