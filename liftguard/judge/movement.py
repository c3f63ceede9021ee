"""
The rule for a movement without a bar: how quick and how loaded, times how the body is for it.

A plain score in units of its own, with a level from two thresholds of the policy. It is
not a probability and is calibrated on nothing: no data set holds such movements with what
came of them.

Reason to change: what makes a movement a strain.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import attrs

from liftguard.errors import InvalidValue
from liftguard.judge.causes import Evidence
from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules
from liftguard.judge.verdict import Level
from liftguard.lifts import REGIONS
from liftguard.model.diary import Diary, Noted, noted
from liftguard.model.fatigue import tired_regions
from liftguard.model.params import Params
from liftguard.model.readiness import cooled, warmed
from liftguard.model.session import Session, goes_on
from liftguard.model.standing import body_at
from liftguard.model.state import AthleteState, moment, seconds_into
from liftguard.records import Moved, Movement
from liftguard.units import elapsed_days

__all__ = ["MUSCLES", "SUDDEN", "Strain", "quick_speed", "strain_at", "strain_of"]

MUSCLES = {
    "flexion": ("erector_spinae", "quadratus_lumborum"),
    "extension": ("erector_spinae", "quadratus_lumborum"),
    "rotation": ("quadratus_lumborum", "erector_spinae"),
    "side_bend": ("quadratus_lumborum", "erector_spinae"),
}
"""The regions that a motion asks most of, the most concerned first."""

SUDDEN = ("sneeze", "cough", "slip", "catch", "throw")
"""Causes that are quick by nature; the others of `MOVED_BY` are unhurried unless measured."""


@attrs.frozen(kw_only=True)
class Strain:
    """
    How a movement without a bar stands by the rule; see `strain_of`.

    Parameters
    ----------
    score : float
        By what is known of the movement and of the body, 0 or more; a quick movement of a
        warm and rested body has 1. Not a probability. [1]
    level : Level
        By `Policy.strain_caution` and `Policy.strain_beyond`.
    regions : tuple of str
        Muscles concerned, the most concerned first.
    evidence : tuple of Evidence
        What was recorded, in the order of what it has of the score.
    missing_records : tuple of str
        What was not recorded and so does not count: "velocity", "stillness", "rising",
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
    """One thing that makes a strain: its record and evidence, its size, and the most of it."""

    record: str
    code: str
    value: float | None
    unit: str
    size: float
    most: float


def strain_of(
    movement: Movement | Moved,
    *,
    warmth: float | None,
    creep: float | None,
    morning: float | None,
    fatigue: float | None,
    policy: Policy,
) -> Strain:
    """
    Judge a movement without a bar by a plain rule.

    With the peak velocity as a share x of the quick one of the plane, and the load m in the hands,
        score = (s x^2 / (x^2 + s - 1) + m / h)
                (1 + a creep + b morning + c (1 - warmth) + d fatigue)
    with s, h, a, b, c and d the `quickest_strain`, `hands_kg`, `still_strain`, `morning_strain`,
    `cold_strain` and `tired_strain` of `Policy`. The term of speed is 1 at a quick one and stays
    below s: by the defaults nothing at half the quick speed and with empty hands is flagged,
    whatever the body, and no speed alone is BEYOND for somebody warm, rested and not still before.
    House rule, but for what the terms are.
    [Marras1987]_: at 90 deg/s the muscles of the back peak almost together, at 15 deg/s
    one after the other. [Buseck1988]_: the moment rises with speed and load. [McGill1992]_: laxity
    after stillness. [Adams1987]_: bending in the morning.
    """
    warm = _share(warmth, "warmth")
    cold = None if warm is None else 1.0 - warm
    task = (
        _speed_term(movement, policy),
        _Term("load", "held", movement.load_kg, "kg", *[movement.load_kg / policy.hands_kg] * 2),
    )
    body = (
        _term("stillness", "creep", _share(creep, "creep"), policy.still_strain),
        _term("rising", "morning", _share(morning, "morning"), policy.morning_strain),
        _term("warm_ups", "cold", cold, policy.cold_strain),
        _term("sets", "fatigue", _share(fatigue, "fatigue"), policy.tired_strain),
    )
    asked = sum(term.size for term in task)
    score = asked * (1.0 + sum(term.size for term in body))
    at_most = sum(map(_at_most, task)) * (1.0 + sum(map(_at_most, body)))
    told = (*task, *(term._replace(size=asked * term.size) for term in body))
    return Strain(
        score=score,
        level=_level(score, at_most, policy),
        regions=MUSCLES[movement.motion],
        evidence=tuple(_evidence(told)),
        missing_records=tuple(term.record for term in (*task, *body) if term.value is None),
    )


def quick_speed(motion: str, policy: Policy) -> float:
    """Give the speed from which a motion counts as quick. [deg/s]"""
    bends = motion in {"flexion", "extension"}
    return policy.quick_bend_deg_s if bends else policy.quick_turn_deg_s


def _speed_term(movement: Movement | Moved, policy: Policy) -> _Term:
    """Take the speed that was measured, else the one that its cause usually has."""
    quick, v = quick_speed(movement.motion, policy), movement.peak_velocity_deg_s
    code = "peak_velocity"
    if v is None and movement.cause is not None:
        code, sudden = "usual_velocity", movement.cause in SUDDEN
        v = quick * (policy.sudden_speed if sudden else policy.unhurried_speed)
    most, square = policy.quickest_strain, (0.0 if v is None else (v / quick) ** 2)
    size = most * square / (square + most - 1.0) if square else 0.0
    return _Term("velocity", code, v, "deg/s", size, most)


def _term(record: str, code: str, value: float | None, weight: float) -> _Term:
    return _Term(record, code, value, "1", 0.0 if value is None else weight * value, weight)


def _at_most(term: _Term) -> float:
    return term.most if term.value is None else term.size


def _evidence(terms: Iterable[_Term]) -> Iterable[Evidence]:
    """Tell what was recorded, what has most of the score first; of empty hands nothing."""
    for term in sorted(terms, key=lambda term: -term.size):
        if term.value is not None and (term.code != "held" or term.value > 0.0):
            yield Evidence(code=term.code, value=term.value, unit=term.unit)


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


# --- what is known of the body at a moment


def strain_at(
    movement: Movement | Moved, state: AthleteState, at: datetime, rules: Rules
) -> Strain:
    """Gather what is recorded of the body at a moment, and apply the rule."""
    policy, params = rules
    now = moment(at)
    said = noted(state.diary, now, "set", params)
    now_s = max(seconds_into(state, now), state.body.session.clock_s)
    body = body_at(state.body, now_s, params)
    spent = params.middle_most + params.slow_most  # what a set or two leave after a while
    tired = tired_regions(body.regions, params)[REGIONS.index(MUSCLES[movement.motion][0])]
    begun = state.since is not None
    return strain_of(
        movement,
        warmth=_warmth(body.session, state.diary, said, now, rules),
        creep=said.creep,
        morning=said.morning,
        fatigue=min(body.fatigability.mean * tired / spent, 1.0) if begun else None,
        policy=policy,
    )


def _warmth(
    session: Session, diary: Diary, said: Noted, now: datetime, rules: Rules
) -> float | None:
    """Give how warm a body is: by a session, by easy movement, or just up from stillness."""
    policy, params = rules
    if goes_on(session):
        return float(session.warmth)
    eased, soon = _left_by(diary, now, params), policy.just_up_minutes
    if eased is not None and eased.ago <= soon:
        return eased.warmth
    # else nobody knows whether the athlete moved; just up from a chair: no
    if said.still_ago is not None and 60.0 * said.still_ago <= soon:
        return 0.0 if eased is None else eased.warmth
    return None


class _Eased(NamedTuple):
    """What easy movement has left: how long it is over [min], and its warmth."""

    ago: float
    warmth: float


def _left_by(diary: Diary, now: datetime, params: Params) -> _Eased | None:
    """Give what the last easy movement has left; None where none was noted."""
    if diary.eased is None:
        return None
    ago = max(1440.0 * elapsed_days(diary.eased.at, now), 0.0)
    return _Eased(ago, float(cooled(warmed(0.0, diary.eased.minutes, params), ago, params)))
