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

_REFERENCE_KG = 80.0  # the bodyweight at which the bests of `Params` were read off [kg]


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

    Ratios between lifts, bodyweight and age: [OpenPowerlifting]_ data.
    """
    about = lift_of(lift)
    if about.strength_ratio is None:
        return math.log(params.unknown_lift_kg), params.unknown_lift_sd
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
    """
    Guess the deadlift of somebody of this sex, age and size; the mean of both where sex is unknown.

    ln(best of competitors at 80 kg) + exponent ln(bodyweight / 80) + ln(trainee share), less a
    yearly loss after the steady age [OpenPowerlifting]_.
    """
    sex = profile.sex if profile else None
    height = profile.height_cm if profile else None
    born = profile.birth_year if profile else None
    if bodyweight_kg is None and height is not None:
        bodyweight_kg = params.usual_bmi * (height / 100.0) ** 2
    by_sex = {
        "male": (params.male_deadlift_kg, params.male_exponent, params.male_bodyweight_kg),
        "female": (params.female_deadlift_kg, params.female_exponent, params.female_bodyweight_kg),
    }
    logs = [
        math.log(best) + exponent * math.log((bodyweight_kg or usual) / _REFERENCE_KG)
        for best, exponent, usual in ([by_sex[sex]] if sex else by_sex.values())
    ]
    older = max(at.year - born - params.steady_age, 0.0) if born else 0.0
    mean = math.fsum(logs) / len(logs) + math.log(params.trainee_share) - params.yearly_loss * older
    known = sex is not None or bodyweight_kg is not None
    return mean, params.profile_sd if known else params.prior_sd
