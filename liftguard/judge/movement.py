"""
The rule for a movement without a bar: quick, after stillness, in the morning, cold, tired.

A plain score in units of its own, with a level from two thresholds of the policy. It is
not a probability and is calibrated on nothing: no data set holds such movements with what
came of them.

Reason to change: what makes a movement a strain.
"""

from __future__ import annotations

from typing import NamedTuple

import attrs

from liftguard.errors import InvalidValue
from liftguard.judge.causes import Evidence
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.records import Movement

__all__ = ["MUSCLES", "Strain", "strain_of"]

MUSCLES = {
    "flexion": ("erector_spinae", "quadratus_lumborum"),
    "extension": ("erector_spinae", "quadratus_lumborum"),
    "rotation": ("quadratus_lumborum", "erector_spinae"),
    "side_bend": ("quadratus_lumborum", "erector_spinae"),
}
"""The regions that a motion asks most of, the most concerned first."""


@attrs.frozen(kw_only=True)
class Strain:
    """
    How a movement without a bar stands by the rule; see `strain_of`.

    Parameters
    ----------
    score : float
        What is known of the movement adds up to this, 0 or more; a quick movement of a
        warm and rested body has 1. Not a probability. [1]
    level : Level
        By `Policy.strain_caution` and `Policy.strain_beyond`.
    regions : tuple of str
        Muscles concerned, the most concerned first.
    evidence : tuple of Evidence
        What was recorded, in the order of what it adds to the score.
    missing_records : tuple of str
        What was not recorded and so adds nothing: "velocity", "stillness", "rising",
        "warm_ups", "sets".

    Examples
    --------
    >>> Strain(score=0.4, level=Level.CLEAR, regions=MUSCLES["flexion"], evidence=(),
    ...        missing_records=()).regions[0]
    'erector_spinae'
    """

    score: float
    level: Level
    regions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    missing_records: tuple[str, ...]


class _Term(NamedTuple):
    """One thing that adds to a strain: its record, its evidence, and the most it could add."""

    record: str
    code: str
    value: float | None
    unit: str
    adds: float
    most: float


def strain_of(
    movement: Movement,
    *,
    warmth: float | None,
    creep: float | None,
    morning: float | None,
    fatigue: float | None,
    policy: Policy,
) -> Strain:
    """
    Judge a movement without a bar by a plain rule.

    With the peak velocity v and the quick one q of the plane,
        score = 2 v / (v + q) + a creep + b morning + c (1 - warmth) + d fatigue
    with a, b, c and d the `still_strain`, `morning_strain`, `cold_strain` and
    `tired_strain` of `Policy`. The first term is 1 at a quick speed and stays below 2: by
    the defaults no speed alone is BEYOND for somebody warm, rested and not still before.
    House rule, but for what the terms are.
    [Marras1987]_: at 90 deg/s the muscles of the back peak almost together, at 15 deg/s
    one after the other. [McGill1992]_: laxity after stillness. [Adams1987]_: bending in
    the morning.
    """
    warm = _share(warmth, "warmth")
    cold = None if warm is None else 1.0 - warm
    terms = (
        _speed_term(movement, policy),
        _term("stillness", "creep", _share(creep, "creep"), policy.still_strain),
        _term("rising", "morning", _share(morning, "morning"), policy.morning_strain),
        _term("warm_ups", "cold", cold, policy.cold_strain),
        _term("sets", "fatigue", _share(fatigue, "fatigue"), policy.tired_strain),
    )
    score = sum(term.adds for term in terms)
    at_most = sum(term.most if term.value is None else term.adds for term in terms)
    return Strain(
        score=score,
        level=_level(score, at_most, policy),
        regions=MUSCLES[movement.motion],
        evidence=tuple(
            Evidence(code=term.code, value=term.value, unit=term.unit)
            for term in sorted(terms, key=lambda term: -term.adds)
            if term.value is not None
        ),
        missing_records=tuple(term.record for term in terms if term.value is None),
    )


def _speed_term(movement: Movement, policy: Policy) -> _Term:
    bends = movement.motion in {"flexion", "extension"}
    quick = policy.quick_bend_deg_s if bends else policy.quick_turn_deg_s
    v = movement.peak_velocity_deg_s
    adds = 0.0 if v is None else policy.quickest_strain * v / (v + quick)
    return _Term("velocity", "peak_velocity", v, "deg/s", adds, policy.quickest_strain)


def _term(record: str, code: str, value: float | None, weight: float) -> _Term:
    return _Term(record, code, value, "1", 0.0 if value is None else weight * value, weight)


def _level(score: float, at_most: float, policy: Policy) -> Level:
    """Judge what is known; where what is not known could change CLEAR, say UNKNOWN."""
    if score >= policy.strain_beyond:
        return Level.BEYOND
    if score >= policy.strain_caution:
        return Level.CAUTION
    return Level.UNKNOWN if at_most >= policy.strain_caution else Level.CLEAR


def _share(value: float | None, field: str) -> float | None:
    """Refuse a number that is not from 0 to 1; None is one that was not recorded."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if value is not None and not (number and 0.0 <= value <= 1.0):
        raise InvalidValue(where=field, got=value, wanted="a number from 0 to 1, or None")
    return value
