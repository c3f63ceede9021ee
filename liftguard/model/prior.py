"""
What can be said of a lift before its first set.

Other lifts of the athlete come first, then sex, age and body size, then a wide guess.

Reason to change: a better guess.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime

from liftguard.lifts import lift_of
from liftguard.model.capacity import Belief, capacity
from liftguard.model.params import Params
from liftguard.records import Profile

__all__ = ["guess"]

# Best raw deadlift of competitors aged 20 to 39 at 80 kg bodyweight, and the exponent of
# bodyweight [OpenPowerlifting]_. [kg], [1]
_DEADLIFT_KG = {"male": 216.6, "female": 141.5}
_EXPONENT = {"male": 0.458, "female": 0.379}
_BODYWEIGHT_KG = {"male": 80.0, "female": 65.0}
_TRAINEE = math.log(0.75)  # house rule: who only logs lifts three quarters of who competes
_YEARLY_LOSS = 0.01  # log per year after 39: men fall to .87 at 56 and to .69 at 71
_STEADY_AGE = 39
_USUAL_BMI = 25.0  # house rule, where only the height is known [kg/m^2]
_UNKNOWN_LIFT = math.log(40.0)  # house rule: between a curl and a leg press [log kg]


def guess(
    lift: str,
    others: Iterable[tuple[str, Belief]],
    profile: Profile | None,
    bodyweight_kg: float | None,
    at: datetime,
    params: Params,
) -> tuple[float, float]:
    """
    Guess the fresh capacity of a lift that has no set yet.

    Parameters
    ----------
    lift : str
        Its key.
    others : iterable of (str, Belief)
        The athlete's other lifts.
    profile : Profile or None
        Sex, year of birth, height.
    bodyweight_kg : float or None
        Latest weighing. [kg]
    at : datetime
        Now, for the age.
    params : Params
        For the spreads.

    Returns
    -------
    tuple of float
        Mean [log kg] and standard deviation [log].

    References
    ----------
    Ratios between lifts, bodyweight and age: [OpenPowerlifting]_ data.

    Examples
    --------
    >>> mean, sd = guess("deadlift", [], Profile(sex="male"), 80.0, datetime(2026, 1, 1), Params())
    >>> round(math.exp(mean)), sd
    (162, 0.35)
    """
    about = lift_of(lift)
    if about.strength_ratio is None:
        return _UNKNOWN_LIFT, params.unknown_lift_sd
    ratio, ratio_sd = math.log(about.strength_ratio), about.strength_ratio_sd or 0.0
    best: tuple[float, float] | None = None
    for name, belief in others:
        other = lift_of(name)
        if other.strength_ratio is None:
            continue
        mean, variance = capacity(belief)
        spread = math.sqrt(variance + ratio_sd**2 + (other.strength_ratio_sd or 0.0) ** 2)
        if best is None or spread < best[1]:
            best = (mean + ratio - math.log(other.strength_ratio), spread)
    mean, sd = _from_body(profile, bodyweight_kg, at, params)
    if best is not None and best[1] < sd:
        return best
    return mean + ratio, sd


def _from_body(
    profile: Profile | None, bodyweight_kg: float | None, at: datetime, params: Params
) -> tuple[float, float]:
    """Guess the deadlift of somebody of this sex, age and size."""
    sex = profile.sex if profile else None
    height = profile.height_cm if profile else None
    born = profile.birth_year if profile else None
    if bodyweight_kg is None and height is not None:
        bodyweight_kg = _USUAL_BMI * (height / 100.0) ** 2
    sexes = [sex] if sex else sorted(_DEADLIFT_KG)
    logs = []
    for one in sexes:
        weight = bodyweight_kg or _BODYWEIGHT_KG[one]
        logs.append(math.log(_DEADLIFT_KG[one]) + _EXPONENT[one] * math.log(weight / 80.0))
    older = max(at.year - born - _STEADY_AGE, 0) if born else 0
    mean = math.fsum(logs) / len(logs) + _TRAINEE - _YEARLY_LOSS * older
    known = sex is not None or bodyweight_kg is not None
    return mean, params.profile_sd if known else params.prior_sd
