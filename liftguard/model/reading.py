"""
Which reading a set gets: what kind of evidence it is, and whether its scale is believed.

Reason to change: a set is told apart from others in a new way.
"""

from __future__ import annotations

from liftguard.model.capacity import Belief, capacity
from liftguard.model.curve import demand
from liftguard.model.evidence import (
    honesty,
    read_bare,
    read_effort,
    read_floor,
    read_miss,
    restart,
)
from liftguard.model.params import Params
from liftguard.records import LoggedSet
from liftguard.units import rir_from_rpe

__all__ = ["Reading", "gap_of", "is_rated", "read_set"]

_AS_WIDE = 0.999  # of the variance after a first set, against rounding
_UNLIKELY = 0.5  # a set that is more likely a slip than not is doubted
_NEAR = 3.0  # nearer than so many of the narrowest spread a set is no slip: not looked at

Reading = tuple[Belief, float | None]
"""The belief after a set, and the demand that is doubted as yet. [log kg]"""


def is_rated(entry: LoggedSet) -> bool:
    """
    Tell whether a set says how much was left.

    Parameters
    ----------
    entry : LoggedSet
        The set.

    Returns
    -------
    bool
        Completed to failure, or with an RPE, and meant as a working set.

    Examples
    --------
    >>> from datetime import datetime
    >>> is_rated(LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5, rpe=8))
    True
    """
    if entry.missed or not entry.reps or entry.kind in ("drop", "warmup"):
        return False
    return entry.to_failure or entry.rpe is not None


def gap_of(
    belief: Belief,
    sets: int,
    entry: LoggedSet,
    load: float | None,
    fatigue: float,
    params: Params,
) -> float:
    """
    Tell how far below the limit of the moment a set was.

    Parameters
    ----------
    belief : Belief
        Just before the set.
    sets : int
        How many it rests on.
    entry : LoggedSet
        The set.
    load : float or None
        What was moved; None where that is not known. [log kg]
    fatigue : float
        What fatigue took from it. [log kg]
    params : Params
        Of the model.

    Returns
    -------
    float
        Demand over capacity, by what the set says of itself, else by the belief; a hard set
        where there is neither. 0 is the limit. [log]

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard.model.capacity import begin
    >>> missed = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=0, missed=True)
    >>> gap_of(begin(5.0, 0.05, Params()), 20, missed, 4.6, 0.0, Params())
    0.0
    """
    if entry.missed or entry.to_failure:
        return 0.0
    reps = float(entry.reps)
    if entry.rpe is not None:
        left = params.rir_scale * rir_from_rpe(entry.rpe)
        return float(
            demand(0.0, reps, belief.curve, params) - demand(0.0, reps + left, belief.curve, params)
        )
    if not sets or load is None:
        return -params.warm_up_to if entry.kind == "warmup" else -params.reserve
    return float(demand(load, reps, belief.curve, params) + fatigue - capacity(belief)[0])


def read_set(
    belief: Belief,
    sets: int,
    doubted: float | None,
    entry: LoggedSet,
    load: float,
    params: Params,
    doubt: float = 0.0,
) -> Reading:
    """
    Read one set as the kind of evidence that it is.

    Parameters
    ----------
    belief : Belief
        Just before the set.
    sets : int
        How many sets it rests on.
    doubted : float or None
        Demand of an earlier set that was more likely a slip than not. [log kg]
    entry : LoggedSet
        The set.
    load : float
        What was really moved, raised by what fatigue took. [log kg]
    params : Params
        Of the model.
    doubt : float
        Variance of that fatigue. [log^2]

    Returns
    -------
    tuple of Belief and (float or None)
        The belief just after it, and the demand that is doubted now.

    Notes
    -----
    A set far from the belief is a slip of the finger, or the scale has changed: another
    machine of the same name, another unit. One such set moves nothing. Where a second one
    says the same, the scale is taken anew from it.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard.model.capacity import begin
    >>> known = begin(5.0, 0.05, Params())
    >>> far = LoggedSet(lift="leg_press", at=datetime(2026, 1, 5), load_kg=300, reps=1)
    >>> after, doubted = read_set(known, 20, None, far, 5.7, Params())
    >>> abs(after.habit - known.habit) < 0.001, doubted
    (True, 5.7)
    >>> after, doubted = read_set(after, 21, doubted, far, 5.7, Params())
    >>> round(capacity(after)[0], 2), doubted
    (5.75, None)
    """
    if entry.missed or entry.kind in ("drop", "warmup") or sets == 0:
        return _read_kind(belief, sets, entry, load, params, doubt), doubted
    done = demand(load, float(entry.reps), belief.curve, params)
    over = done - capacity(belief)[0]
    near = _NEAR * params.effort_high_sd
    tells = over > near or (over < -near and is_rated(entry))
    if tells and honesty(belief, load, float(entry.reps), params, doubt) < _UNLIKELY:
        if doubted is None or abs(done - doubted) > params.same_scale:
            return _read_kind(belief, sets, entry, load, params, doubt), done
        anew = restart(load, float(entry.reps), params)
        belief = anew._replace(curve=belief.curve, v_curve=belief.v_curve)
        doubted = None
    elif over > -params.warm_up_to:
        doubted = None
    return _read_kind(belief, sets, entry, load, params, doubt), doubted


def _read_kind(
    belief: Belief, sets: int, entry: LoggedSet, load: float, params: Params, doubt: float
) -> Belief:
    """Choose what kind of evidence a set is."""
    reps = float(entry.reps)
    if entry.kind == "drop" and entry.reps:  # tired on purpose: a floor, and no more
        return read_floor(belief, load, reps, params, doubt)
    if entry.kind == "drop" or (entry.kind == "warmup" and not entry.missed):
        return belief  # says nothing about the limit
    if entry.missed:
        return read_miss(belief, load, reps, params, doubt)
    if is_rated(entry):
        rir = 0.0 if entry.to_failure or entry.rpe is None else rir_from_rpe(entry.rpe)
        return read_effort(belief, load, reps, rir, params, doubt)
    scale_sd = _AS_WIDE * params.first_set_sd
    if sets and belief.v_habit + belief.v_reserve < scale_sd * scale_sd:
        return read_bare(belief, load, reps, params, doubt)
    return _read_scale(belief, sets, load, reps, params, doubt)


def _read_scale(
    belief: Belief, sets: int, load: float, reps: float, params: Params, doubt: float
) -> Belief:
    """
    Read a plain set while the belief is as open as after the first one.

    Warm-ups of the first session are no evidence, its highest set is the scale. Where nothing
    came near for weeks, the scale was wrong.
    """
    if sets == 0:
        return restart(load, reps, params)
    over = demand(load, reps, belief.curve, params) - capacity(belief)[0]
    if belief.idle < params.session_days:  # the scale was set in this session
        higher = over > -0.5 * params.reserve
        return restart(load, reps, params) if higher else belief
    if belief.idle > params.wrong_scale_days and over < -params.warm_up_to:
        return restart(load, reps, params)
    return read_bare(belief, load, reps, params, doubt)
