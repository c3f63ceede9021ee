"""
Repetitions that stand off those of their lift: a key pressed twice, a figure too many.

A load has a scale of its own (`liftguard.review.scale_slips`); repetitions are held against all
other days of the lift, before and after, as 111 between elevens is a slip whenever it was typed.

Reason to change: how a slip of repetitions is told from training.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from liftguard.judge.policy import Policy
from liftguard.review.training_days import Day, Done, LiftDay

__all__ = ["RepSlip", "find_rep_slips"]


class RepSlip(NamedTuple):
    """Sets of one lift with far more repetitions than all other days had."""

    lift: str
    sets: list[Done]
    usual_reps: int  # the most of all other days


def find_rep_slips(days: Iterable[Day], policy: Policy) -> Iterator[RepSlip]:
    """Find sets whose repetitions can hardly be meant, lift by lift."""
    most_days, more = int(policy.rep_jump_days), policy.rep_jump
    lifts: dict[str, list[LiftDay]] = defaultdict(list)
    for day in days:
        for one in day.lifts:
            lifts[one.lift].append(one)
    for lift, own in lifts.items():
        own.sort(key=_most_reps, reverse=True)
        odd = [n for n in range(1, most_days + 1) if _stands_off(own, n, policy)]
        if not odd:
            continue
        usual = _most_reps(own[odd[-1]])
        best = max((one.best for one in own[odd[-1] :] if one.best is not None), default=None)
        far = [one for own_day in own[: odd[-1]] for one in own_day.sets]
        many = [one for one in far if one.logged.reps >= more * usual]
        sets = [one for one in many if _is_hard(one, best, policy)]
        if sets:
            yield RepSlip(lift, sorted(sets, key=lambda one: one.at), usual)


def _most_reps(day: LiftDay) -> int:
    return max(one.logged.reps for one in day.sets)


def _stands_off(own: Sequence[LiftDay], n: int, policy: Policy) -> bool:
    """Tell whether the n days of the most repetitions stand off all others."""
    if len(own) < n + policy.fewest_rep_days or not _most_reps(own[n]):
        return False
    return _most_reps(own[n - 1]) >= policy.rep_jump * _most_reps(own[n])


def _is_hard(one: Done, best: float | None, policy: Policy) -> bool:
    """Tell whether a set asks for far more than any other; of the body alone nobody knows."""
    if one.demand is None or best is None:
        return not one.logged.load_kg
    return one.demand >= best + math.log(policy.rep_jump_harder)
