"""
How made-up athletes are judged, of whom it is known what is wrong: B5.

Reason to change: another figure of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.worlds import NO_DECLINE, WorldCase
from liftguard.guard import Guard
from liftguard.judge.verdict import Level
from liftguard.model.state import AthleteState

__all__ = ["judge_cases", "rank_correlation"]


@attrs.frozen(kw_only=True)
class _Said:
    """What a guard says of one case: p, whether it flags it, and the sizes of the causes."""

    case: WorldCase
    p: float | None
    flagged: bool
    sizes: dict[str, float]

    @property
    def first(self) -> str | None:
        """The largest cause."""
        return max(self.sizes, key=lambda code: self.sizes[code]) if self.sizes else None


def judge_cases(cases: Sequence[WorldCase], guard: Guard | None = None) -> dict[str, Any]:
    """Judge cases, and count where the cause that was switched on comes first."""
    guard = Guard() if guard is None else guard
    states: dict[int, AthleteState] = {}
    said = []
    for case in cases:
        key = id(case.history)  # several cases share one
        if key not in states:
            states[key] = guard.replay(case.history).state
        said.append(_ask(guard, states[key], case))
    scored = [one for one in said if one.case.world != NO_DECLINE]
    names = dict.fromkeys(one.case.world for one in scored)
    least = guard.policy.min_excess
    return {
        "cases": len(said),
        **_shares(scored, least),
        "worlds": {
            name: _of_world([one for one in scored if one.case.world == name], least)
            for name in names
        },
        "no_decline": _probabilities([one for one in said if one.case.world == NO_DECLINE]),
    }


def _ask(guard: Guard, state: AthleteState, case: WorldCase) -> _Said:
    if case.world == NO_DECLINE:
        p = guard.forecast(state, case.planned, at=case.at).p_beyond
        return _Said(case=case, p=p, flagged=False, sizes={})
    verdict = guard.check(state, case.planned, at=case.at, ramped=case.ramped)
    sizes = {cause.code: cause.size for cause in verdict.causes}
    return _Said(case=case, p=verdict.p_beyond, flagged=verdict.level >= Level.CAUTION, sizes=sizes)


def _shares(said: Sequence[_Said], least: float) -> dict[str, Any]:
    on = [one for one in said if one.case.cause is not None and one.flagged]
    off = [one for one in said if one.case.cause is None]
    named = [one for one in off if one.flagged and max(one.sizes.values(), default=0.0) >= least]
    right = [one for one in on if one.first == one.case.cause]
    return {
        "flagged": len(on),
        "right_cause_share": len(right) / len(on) if on else None,
        "false_cause_share": len(named) / len(off) if off else None,
    }


def _of_world(said: Sequence[_Said], least: float) -> dict[str, Any]:
    on = [one for one in said if one.case.cause is not None]
    sizes = [one.sizes.get(str(one.case.cause), 0.0) for one in on]
    return {
        "cases": len(said),
        "switched_on": len(on),
        **_shares(said, least),
        "p": _mean(one.p for one in said),
        "truth": _mean(one.case.p_true for one in said),
        "follows_dose": rank_correlation([one.case.dose for one in on], sizes),
    }


def _probabilities(said: Sequence[_Said]) -> list[dict[str, Any]]:
    rows = []
    for dose in sorted({one.case.dose for one in said}):
        some = [one for one in said if one.case.dose == dose and one.p is not None]
        p, truth = _mean(one.p for one in some), _mean(one.case.p_true for one in some)
        apart = None if p is None or truth is None else p - truth
        rows.append({"cases": len(some), "p": p, "truth": truth, "difference": apart})
    return rows


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Give Spearman's correlation; None where one of them does not vary."""
    if len(set(one)) < 2 or len(set(other)) < 2:
        return None
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Sequence[float]) -> Floats:
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    middle: Floats = np.cumsum(count) - 0.5 * (count - 1)
    return middle[place]
