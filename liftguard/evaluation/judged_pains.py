"""
How findings on made-up pains are judged, of which it is known what led to them: B5.

Reason to change: another figure of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from liftguard.evaluation.judged_worlds import rank_correlation
from liftguard.evaluation.world_pains import PainCase
from liftguard.guard import Guard

__all__ = ["judge_pains"]


@attrs.frozen(kw_only=True)
class _Found:
    """What a guard finds of one case: the causes that stand out, and how much each is."""

    case: PainCase
    weights: dict[str, float]  # the first first

    @property
    def first(self) -> str | None:
        """What is named first; None where the records are said not to show the reason."""
        return next(iter(self.weights), None)


def judge_pains(cases: Sequence[PainCase], guard: Guard | None = None) -> dict[str, Any]:
    """Investigate cases, and count where the cause that was switched on is named first."""
    guard = Guard() if guard is None else guard
    found = [_investigated(case, guard) for case in cases]
    worlds = {one.case.world: one for one in found}
    return {
        "cases": len(found),
        **_shares(found),
        "worlds": {
            name: _of_world([one for one in found if one.case.world == name]) for name in worlds
        },
    }


def _investigated(case: PainCase, guard: Guard) -> _Found:
    causes = guard.investigate(case.history, case.pain).causes
    return _Found(case=case, weights={one.code: one.weight for one in causes if one.distinctive})


def _shares(found: Sequence[_Found]) -> dict[str, Any]:
    """Say how many found a reason, how many of these the right one, and how many a false one."""
    shown = [one for one in found if one.case.cause is not None and one.first is not None]
    off = [one for one in found if one.case.cause is None]
    right = [one for one in shown if one.first == one.case.cause]
    named = [one for one in off if one.first is not None]
    return {
        "shown": len(shown),
        "right_cause_share": len(right) / len(shown) if shown else None,
        "false_cause_share": len(named) / len(off) if off else None,
    }


def _of_world(found: Sequence[_Found]) -> dict[str, Any]:
    on = [one for one in found if one.case.cause is not None]
    weights = [one.weights.get(str(one.case.cause), 0.0) for one in on]
    return {
        "cases": len(found),
        "switched_on": len(on),
        **_shares(found),
        "follows_dose": rank_correlation([one.case.dose for one in on], weights),
    }
