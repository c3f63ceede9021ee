"""
Fatigue: how much of a lift's capacity work has taken away for now, and how it comes back.

Work fills four stores in each of the ten regions that it loads, and the same four in the lift
itself: a fast one (about a minute), a middle one (a quarter of an hour), a slow one (a day or
two), and what the slow one usually holds. Rest empties them. What a lift has lost is asked of
one function, `felt`. The same lines run on floats and on arrays.

Reason to change: how work tires, or how rest restores.
"""

from __future__ import annotations

from operator import mul
from typing import NamedTuple

from liftguard.lifts import REGIONS
from liftguard.model.params import Params
from liftguard.model.special import Number, exp, made, maximum, minimum

__all__ = [
    "RESTED",
    "RESTED_REGIONS",
    "Added",
    "Kept",
    "Regions",
    "Tired",
    "Vector",
    "added_by",
    "felt",
    "kept_after",
    "lost",
    "recover",
    "recover_regions",
    "tire",
    "tire_regions",
    "tired_regions",
]

Vector = tuple[Number, ...]
"""A number for each of `liftguard.lifts.REGIONS`, in their order."""


class Tired(NamedTuple):
    """What each store of a lift holds, and what the slow one usually does. [log kg]"""

    fast: Number
    middle: Number
    slow: Number
    usual: Number


class Regions(NamedTuple):
    """What the same stores hold in each region: what a lift that loads it fully would lose."""

    fast: Vector
    middle: Vector
    slow: Vector
    usual: Vector


RESTED = made(Tired, (0.0, 0.0, 0.0, 0.0))
"""A lift before any work."""

RESTED_REGIONS = Regions(*((0.0,) * len(REGIONS) for _ in Regions._fields))
"""The body before any work."""


Added = tuple[Number, Number, Number]
"""What a set adds to the fast, the middle and the slow store. [log kg]"""

Kept = tuple[Number, Number, Number, Number, Number]
"""Shares of fast, middle, slow and usual that a rest leaves, and of slow that passes to usual."""


def kept_after(days: Number, params: Params) -> Kept:
    """
    Tell what a rest leaves of the stores; the shares of two rests multiply to those of both.

    Each store falls as exp(-t / tau), and the usual follows the slow one,
    u' = (slow - u) / usual_days. Fast: [Bogdanis1995]_, and 89 s from [FreyLaw2012]_ with the
    rest multiplier of [Looft2018]_, which was not measured on the trunk. Middle: the back's
    endurance is not restored after 9 minutes [WangPrice2017]_. Slow: [MoranNavarro2017]_.
    """
    slow_days, usual_days, minutes = params.slow_hours / 24.0, params.usual_days, 1440.0 * days
    slow, usual = exp(-days / slow_days), exp(-days / usual_days)
    return (
        exp(-minutes / params.fast_minutes),
        exp(-minutes / params.middle_minutes),
        slow,
        usual,
        slow_days / (usual_days - slow_days) * (usual - slow),
    )


def recover(tired: Tired, kept: Kept) -> Tired:
    """Let a lift rest; two steps equal one."""
    fast, middle, slow, usual = tired
    of_fast, of_middle, of_slow, of_usual, passed = kept
    return made(
        Tired,
        (fast * of_fast, middle * of_middle, slow * of_slow, usual * of_usual + slow * passed),
    )


def recover_regions(regions: Regions, kept: Kept) -> Regions:
    """Let the body rest, each region as a lift does."""
    of_fast, of_middle, of_slow, of_usual, passed = kept
    fast, middle, slow, usual = regions
    return Regions(
        tuple([one * of_fast for one in fast]),
        tuple([one * of_middle for one in middle]),
        tuple([one * of_slow for one in slow]),
        tuple([one * of_usual + s * passed for one, s in zip(usual, slow, strict=True)]),
    )


def added_by(felt: Tired, gap: Number, reps: Number, params: Params) -> Added:
    """
    Give what a set adds to each store of work: effort x per_set (1 - felt / most), 0 or more.

    How hard it was depends on how far it was from the limit, effort = exp(steepness x gap), with
    `gap`, at most 0, the demand over capacity at that moment [log]. What stays for days depends
    on volume as well: volume_per_rep x reps x exp(2 gap) more, so that long easy work tires. The
    more a lift feels of a store already, the less is added; a full one takes no more.
    """
    fast, middle, slow, _ = felt
    below = minimum(gap, 0.0)
    effort = exp(params.effort_steepness * below)
    volume = params.volume_per_rep * reps * exp(2.0 * below)
    return (
        params.fast_per_set * effort * maximum(1.0 - fast / params.fast_most, 0.0),
        params.middle_per_set * effort * maximum(1.0 - middle / params.middle_most, 0.0),
        params.slow_per_set * (effort + volume) * maximum(1.0 - slow / params.slow_most, 0.0),
    )


def tire(tired: Tired, added: Added) -> Tired:
    """Add a set to the stores of its lift."""
    fast, middle, slow, usual = tired
    of_fast, of_middle, of_slow = added
    return made(Tired, (fast + of_fast, middle + of_middle, slow + of_slow, usual))


def tire_regions(regions: Regions, kept: Kept, loads: Vector, added: Added) -> Regions:
    """Let each region rest, then add a set by how strongly its lift loads it, in one pass."""
    fast, middle, slow, usual = regions
    of_fast, of_middle, of_slow, of_usual, passed = kept
    fast_more, middle_more, slow_more = added
    return made(
        Regions,
        (
            tuple([x * of_fast + fast_more * a for x, a in zip(fast, loads, strict=True)]),
            tuple([x * of_middle + middle_more * a for x, a in zip(middle, loads, strict=True)]),
            tuple([x * of_slow + slow_more * a for x, a in zip(slow, loads, strict=True)]),
            tuple([x * of_usual + s * passed for x, s in zip(usual, slow, strict=True)]),
        ),
    )


def felt(own: Tired, regions: Regions, kept: Kept, weights: Vector, shared: Number) -> Tired:
    """
    Give what a lift feels of each store: (1 - shared) own + shared (a . regions) / (a . a).

    `own` is as of the moment, `regions` as of the last set, of which `kept` is left.

    `weights` are a / (a . a) for the loads a of the lift on the regions, so that work of the
    lift itself counts alike by both ways, and half the load everywhere is half the work.
    `shared` is 0 for a lift that no table knows.
    """
    own_share = 1.0 - shared
    of_fast, of_middle, of_slow, of_usual, passed = kept
    slow = sum(map(mul, weights, regions.slow))
    usual = sum(map(mul, weights, regions.usual))
    return made(
        Tired,
        (
            own_share * own.fast + shared * of_fast * sum(map(mul, weights, regions.fast)),
            own_share * own.middle + shared * of_middle * sum(map(mul, weights, regions.middle)),
            own_share * own.slow + shared * of_slow * slow,
            own_share * own.usual + shared * (of_usual * usual + passed * slow),
        ),
    )


def lost(tired: Tired, params: Params) -> Number:
    """
    Give how much capacity the stores take: fast + middle + slow - min(usual, most slow). [log]

    The slow store counts over what is usual, as capacity was learned while that much was
    there; but no more than a share of it is ever got used to, so that more work never tires
    less.
    """
    fast, middle, slow, usual = tired
    return fast + middle + slow - minimum(usual, params.usual_most * slow)


def tired_regions(regions: Regions, params: Params) -> Vector:
    """Give what each region has lost: what a lift that loads it fully would lose. [log]"""
    return tuple(lost(Tired(*one), params) for one in zip(*regions, strict=True))
