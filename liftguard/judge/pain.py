"""
Pain overrules: it holds a ceiling over the lifts that load the place, for days and until sets.

No probability moves, and a time without pain lowers none. The ceiling is a rule, not a model.

Reason to change: what a pain holds back, for how long, or what lifts it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

import attrs

from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of, regions_of
from liftguard.model.bests import best_of_last_weeks, best_since
from liftguard.model.capacity import capacity
from liftguard.model.curve import demand
from liftguard.model.moved import log_moved
from liftguard.model.params import Params
from liftguard.model.standing import Standing
from liftguard.model.state import LiftState
from liftguard.records import Pain
from liftguard.units import SECONDS_PER_DAY, elapsed_days

__all__ = ["Ceiling", "ceilings_of", "held_to", "left_by", "load_on", "lowest"]

_ACUTE = ("spasm", "sharp")
_WORST = 10.0  # of a severity


@attrs.frozen(kw_only=True)
class Ceiling:
    """
    How far a pain lets a lift go.

    Parameters
    ----------
    pain : Pain
        The one that holds it lowest.
    share : float
        Of the capacity believed in, 0 to 1, as the days since the pain allow. [1]
    days : float
        Since the pain. [days]
    acute : bool
        Whether it is so fresh and strong that going over it is BEYOND.
    strong : bool
        Whether it is so strong that a lift that was never done is not begun with meanwhile.
    rests : bool
        Whether the place is to be left alone for now: no load of the lift is clear then.
    lasts : float
        How long days hold it in all. [days]
    by_sets : float
        The share that sets since the pain allow, and days alone; inf where none are asked for or
        as much was done as before. [1]
    usual : float
        The best of the weeks before the last set, of which the shares are where it is less than
        capacity; inf where none are asked for. [log kg]
    borne : float
        A step more than the heaviest load of the last session since the pain; -inf where there
        was none. [log kg]

    Examples
    --------
    >>> spasm = Pain(at=datetime(2026, 1, 5), region="low_back", severity=7, kind="spasm")
    >>> Ceiling(pain=spasm, share=0.5, days=0.0, acute=True).share
    0.5
    """

    pain: Pain
    share: float
    days: float
    acute: bool
    strong: bool = False
    rests: bool = False
    lasts: float = 14.0
    by_sets: float = math.inf
    usual: float = math.inf
    borne: float = -math.inf

    @property
    def waits(self) -> bool:
        """Whether its days are over, and only sets of the lift, or of like ones, lift it."""
        return self.days >= self.lasts


class _Since(NamedTuple):
    """What was done since a pain: a share of what is usual, and a load of the last session."""

    share: float
    log_load: float


def load_on(area: str, lift: str) -> float:
    """Give how strongly a lift loads a place; an unknown one may load it fully. [1]"""
    loads = dict(lift_of(lift).region_loads)
    return max((loads.get(one, 0.0) for one in regions_of(area)), default=0.0) if loads else 1.0


def ceilings_of(
    standing: Standing, lift: str, at: datetime, policy: Policy, params: Params
) -> Iterator[Ceiling]:
    """
    Find the ceilings that pains hold over a lift.

    Each starts at `Policy.pain_share` for a severity of 10 in a lift that loads the place fully,
    evenly higher for less of either, and rises to all of capacity over `Policy.pain_days`, over
    twice that for a severity of 10. A spasm or a sharp pain counts as 5 at least. Within
    `Policy.acute_days` of such a pain it covers every lift that loads the place at all, and one
    that loads it as much as `Policy.pain_load` is to rest.

    Of a pain worse than `Policy.small_pain` days alone lift no more than `Policy.pain_by_days` of
    what it held back. The rest takes sets since: it allows `Policy.more_a_week` of the heaviest,
    and ends once that is what was usual before.
    """
    for pain in standing.pains:
        days = max(elapsed_days(pain.at, at), 0.0)
        severity, strong = _severity(pain, policy), policy.acute_severity
        lasts = policy.pain_days * max(severity / strong, 1.0)
        acute = days < policy.acute_days and severity >= strong
        least = policy.acute_load if acute else policy.pain_load
        on_it, is_small = load_on(pain.region, lift), severity <= policy.small_pain
        over = days >= lasts if is_small else days > params.pain_memory_days
        if over or severity == 0.0 or on_it < least:
            continue
        held = (1.0 - policy.pain_share) * severity / _WORST * min(on_it, 1.0)
        one = Ceiling(
            pain=pain,
            share=1.0 - held * max(1.0 - days / lasts, 0.0),
            days=days,
            acute=acute,
            strong=severity >= strong,
            rests=acute and on_it >= policy.pain_load,
            lasts=lasts,
        )
        if not is_small and on_it >= policy.pain_load:
            one = _until_sets(one, held, _done_since(standing, lift, one, params), standing, policy)
        if one.share < 1.0 or one.by_sets < math.inf:
            yield one


def _severity(pain: Pain, policy: Policy) -> float:
    """Give how severe a pain counts as."""
    return max(pain.severity, policy.acute_severity) if pain.kind in _ACUTE else pain.severity


def _until_sets(
    one: Ceiling, held: float, since: _Since, standing: Standing, policy: Policy
) -> Ceiling:
    """Let a ceiling that holds so much back wait for sets, by those that were done since."""
    by_days = 1.0 - held * max(1.0 - one.days / one.lasts, 1.0 - policy.pain_by_days)
    allowed = policy.more_a_week * since.share
    return attrs.evolve(
        one,
        by_sets=math.inf if allowed >= 1.0 else max(by_days, allowed),
        usual=_usual(standing.one),
        borne=since.log_load + math.log(policy.more_a_week),
    )


def _usual(one: LiftState) -> float:
    """Give the most that was usual in a lift; inf where nothing was. [log kg]"""
    usual = best_of_last_weeks(one.bests)
    return math.inf if usual is None else usual


def _done_since(standing: Standing, lift: str, ceiling: Ceiling, params: Params) -> _Since:
    """
    Tell what was done since a pain.

    A set of another lift counts by its share of what is usual there, and as far as that lift
    loads the place as strongly.
    """
    place, began_s = ceiling.pain.region, standing.one.clock_s - SECONDS_PER_DAY * ceiling.days
    own, most, load = load_on(place, lift), 0.0, -math.inf
    for name, one in standing.told.lifts:
        on_it = load_on(place, name)
        if on_it == 0.0 or one.clock_s <= began_s:
            continue
        reached = best_since(one.bests, began_s / SECONDS_PER_DAY) or -math.inf
        # bests keep no lighter set of a week with a heavier one, but the last session is known
        known = one.ramp.sessions >= 0.0
        if known and one.clock_s - began_s > SECONDS_PER_DAY * params.session_days:
            top = _top(name, one, standing.bodyweight_kg)
            reached, load = max(reached, top), top if name == lift else load
        most = max(most, min(on_it / own, 1.0) * math.exp(reached - _reference(one)))
    return _Since(most, load)


def _top(lift: str, one: LiftState, bodyweight_kg: float | None) -> float:
    """Give the heaviest load of the last session that the body bore: none that was missed."""
    if not one.latest or not one.latest[0].short:
        return float(one.ramp.top)
    now = one.latest[0]
    went_up = max((kg for kg in (now.load_kg, now.set_kg) if kg is not None), default=None)
    if went_up is None:
        return -math.inf
    moved = log_moved(lift, max(went_up, 0.0), max(-went_up, 0.0), bodyweight_kg)
    return -math.inf if moved is None else min(moved, float(one.ramp.top))


def _reference(one: LiftState) -> float:
    """Give what a share of a lift is of: capacity, or what was usual if less. [log kg]"""
    return min(float(capacity(one.belief)[0]), _usual(one))


def held_to(ceiling: Ceiling, standing: Standing, reps: float, params: Params) -> float:
    """Give the load that a ceiling allows; -inf for a lift of which nothing is known. [log kg]"""
    return left_by(ceiling, standing, reps, params) if standing.sets else -math.inf


def left_by(ceiling: Ceiling, standing: Standing, reps: float, params: Params) -> float:
    """
    Give the load above which a set asks for more than a ceiling leaves. [log kg]

    Of a lift that was never done nothing is allowed, but not all is as much too much: what is
    left is a share of what is believed by other lifts, or by others.
    """
    asks = demand(0.0, reps, standing.belief.curve, params)
    of = min(float(capacity(standing.belief)[0]), ceiling.usual)
    by_days = math.inf if ceiling.waits else of + math.log(ceiling.share) - asks
    return float(min(by_days, max(of + math.log(ceiling.by_sets) - asks, ceiling.borne)))


def lowest(
    ceilings: Iterable[Ceiling], standing: Standing, reps: float, params: Params
) -> Ceiling | None:
    """Take the ceiling that holds a lift back most for so many repetitions."""

    def order(one: Ceiling) -> tuple[bool, float, float, bool]:
        return not one.rests, held_to(one, standing, reps, params), one.share, not one.acute

    return min(ceilings, key=order, default=None)
