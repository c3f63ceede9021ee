"""
Codes and numbers to sentences: the only prose, and the only rounding.

Reason to change: how something is said. Numbers come from elsewhere.
"""

from __future__ import annotations

from datetime import timedelta

from liftguard.judge.causes import Cause
from liftguard.judge.verdict import Level, Step, Verdict
from liftguard.lifts import lift_of
from liftguard.records import Movement, PlannedSet
from liftguard.units import lb_from_kg

__all__ = [
    "say_chance",
    "say_days",
    "say_details",
    "say_load",
    "say_plates",
    "say_set",
    "say_verdict",
]

_CAVEATS = {
    "no_bodyweight": "the load that moves is not known without your bodyweight",
    "no_load": "no load moves",
    "unknown_lift": "no table knows this lift and the records hold none",
    "no_sets": "there is no set of this lift in the records",
    "few_sets": "there are only a few sets of this lift in the records",
    "long_break": "the last set of this lift was {days} ago, on {date}",
    "not_near_limit": "no set of this lift came near the limit for four weeks",
    "high_reps": "what more than 10 repetitions say about a single is little",
    "wide_belief": "the records leave capacity too open",
    "movement_not_modelled": "movements without a bar are not modelled yet",
}

_NOT_ASSESSED = {
    "fatigue": "fatigue",
    "rapid_movement": "rapid movement",
    "overload": "overload",
}

_STEPS = {
    "lower_load": "lower the load to {load}",
    "fewer_reps": "stop at {reps}",
}


def say_load(kg: float, unit: str = "kg") -> str:
    """
    Say a load in its unit, to the nearest half kilogram or pound.

    Parameters
    ----------
    kg : float
        The load. [kg]
    unit : {"kg", "lb"}
        To say it in.

    Returns
    -------
    str
        Number and unit.

    Examples
    --------
    >>> say_load(141.03), say_load(183.70491, "lb")
    ('141 kg', '405 lb')
    """
    if unit == "lb":
        return f"{lb_from_kg(kg):.0f} lb"
    return f"{round(kg * 2.0) / 2.0:g} kg"


def say_set(planned: PlannedSet, unit: str = "kg") -> str:
    """
    Say a planned set.

    Parameters
    ----------
    planned : PlannedSet
        The set.
    unit : {"kg", "lb"}
        To say its load in.

    Returns
    -------
    str
        Lift, load and repetitions.

    Examples
    --------
    >>> say_set(PlannedSet(lift="deadlift", load_kg=180, reps=3))
    'deadlift 180 kg x 3'
    """
    load = say_plates(planned.load_kg, unit)
    assisted = f" with {say_load(planned.assist_kg, unit)} of help" if planned.assist_kg else ""
    name = lift_of(planned.lift).name
    name = name if name == planned.lift else name[0].lower() + name[1:]
    return f"{name} {load} x {planned.reps}{assisted}"


def say_chance(p: float) -> str:
    """
    Say a probability without false precision.

    Parameters
    ----------
    p : float
        A probability. [1]

    Returns
    -------
    str
        In whole percent; near the ends, what it is under or over.

    Examples
    --------
    >>> say_chance(0.004), say_chance(0.234), say_chance(0.996)
    ('under 1 %', '23 %', 'over 99 %')
    """
    if p < 0.01:
        return "under 1 %"
    return f"{100.0 * p:.0f} %" if p <= 0.99 else "over 99 %"


def say_verdict(verdict: Verdict, unit: str = "kg") -> str:
    """
    Say a verdict in one sentence.

    Parameters
    ----------
    verdict : Verdict
        The verdict.
    unit : {"kg", "lb"}
        For loads.

    Returns
    -------
    str
        One sentence, with the level first.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> print(say_verdict(guard.check(guard.start(), pull, at=datetime(2026, 1, 5))))
    UNKNOWN: whether deadlift 180 kg x 3 is too much cannot be said, as there is no set of this \
lift in the records.
    """
    if isinstance(verdict.planned, Movement):
        return f"UNKNOWN: {_CAVEATS['movement_not_modelled']}."
    what = say_set(verdict.planned, unit)
    if verdict.level == Level.UNKNOWN or verdict.p_beyond is None:
        return f"UNKNOWN: whether {what} is too much cannot be said, as {_reason(verdict)}."
    chance = say_chance(verdict.p_beyond)
    reps = verdict.planned.reps
    fails = "does not go up" if reps == 1 else f"does not go up {reps} times"
    if verdict.level == Level.BEYOND:
        return (
            f"BEYOND: {what} is beyond what your records support; "
            f"the chance that it {fails} is {chance}."
        )
    if verdict.level == Level.CAUTION:
        return (
            f"CAUTION: {what} is at the edge of what your records support; "
            f"the chance that it {fails} is {chance}."
        )
    return (
        f"CLEAR: {what} is within what your records support; "
        f"the chance that it {fails} is {chance}."
    )


def _reason(verdict: Verdict) -> str:
    """Say the first reason for not knowing, the most telling one."""
    told = [code for code in _CAVEATS if code in verdict.caveats]
    return _say_caveat(told[0] if told else "wide_belief", verdict)


def _say_caveat(code: str, verdict: Verdict) -> str:
    days = verdict.days_since or 0.0
    date = f"{verdict.at - timedelta(days=days):%Y-%m-%d}"
    return _CAVEATS[code].format(days=say_days(days), date=date)


def say_details(verdict: Verdict, unit: str = "kg") -> list[str]:
    """
    Say what stands behind a verdict, a line for each matter.

    Parameters
    ----------
    verdict : Verdict
        The verdict.
    unit : {"kg", "lb"}
        For loads.

    Returns
    -------
    list of str
        Capacity, evidence, what would clear it, caveats, and what was not assessed.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> verdict = lg.Guard().check(lg.Guard().start(), lg.Movement(motion="flexion"),
    ...                            at=datetime(2026, 1, 5))
    >>> say_details(verdict)
    ['Not assessed: fatigue, rapid movement, overload.']
    """
    lines = []
    if verdict.capacity is not None:
        band = verdict.capacity
        what = _capacity_of(verdict)
        within = f"{say_load(band.low_kg, unit)} and {say_load(band.high_kg, unit)}"
        if verdict.level == Level.UNKNOWN:
            lines.append(f"{what}: open, somewhere between {within}.")
            if verdict.p_beyond is not None:
                chance = say_chance(verdict.p_beyond)
                lines.append(f"A rough guess, not to be relied on: {chance} that it fails.")
        else:
            middle = say_load(band.middle_kg, unit)
            lines.append(f"{what}: {middle}, nine in ten between {within}.")
    for cause in verdict.causes:
        lines += _say_evidence(cause, verdict, unit)
    if verdict.max_load_kg is not None and isinstance(verdict.planned, PlannedSet):
        most = say_plates(verdict.max_load_kg, unit)
        lines.append(f"Most that stays clear for {_say_reps(verdict.planned.reps)}: {most}.")
    if verdict.steps:
        steps = ", or ".join(_say_step(step, unit) for step in verdict.steps)
        lines.append(f"To clear it: {steps}.")
    elif verdict.level >= Level.CAUTION:
        lines.append("No lighter load or fewer repetitions clear it.")
    if verdict.level != Level.UNKNOWN:
        lines += [f"Less sure, as {_say_caveat(code, verdict)}." for code in verdict.caveats]
    if verdict.not_assessed:
        names = ", ".join(_NOT_ASSESSED[code] for code in verdict.not_assessed)
        lines.append(f"Not assessed: {names}.")
    return lines


def _capacity_of(verdict: Verdict) -> str:
    planned = verdict.planned
    added = isinstance(planned, PlannedSet) and lift_of(planned.lift).bodyweight_share > 0.0
    return "Capacity for one repetition" + (", added to the body" if added else "")


def say_plates(kg: float, unit: str) -> str:
    """
    Say a load that is to be put on the bar, exactly.

    Parameters
    ----------
    kg : float
        The load. [kg]
    unit : {"kg", "lb"}
        To say it in.

    Returns
    -------
    str
        Number and unit.

    Examples
    --------
    >>> say_plates(127.5, "kg")
    '127.5 kg'
    """
    return f"{round(lb_from_kg(kg), 1):g} lb" if unit == "lb" else f"{round(kg, 2):g} kg"


def _say_evidence(cause: Cause, verdict: Verdict, unit: str) -> list[str]:
    """Say what speaks for overload, in the order in which it was gathered."""
    held = {one.code: one.value for one in cause.evidence}
    lines = []
    if isinstance(verdict.planned, PlannedSet) and verdict.planned.reps > 1 and "demand" in held:
        lines.append(f"The set asks for as much as a single of {say_load(held['demand'], unit)}.")
    bests = [
        f"{say_load(held[code], unit)} in {days} days"
        for code, days in (("best_30_days", 30), ("best_90_days", 90))
        if code in held
    ]
    if bests:
        lines.append(f"Your best as a single: {', '.join(bests)}.")
    said = verdict.level == Level.UNKNOWN and "long_break" in verdict.caveats
    if "days_since" in held and not said:
        date = f"{verdict.at - timedelta(days=held['days_since']):%Y-%m-%d}"
        days = say_days(held["days_since"])
        lines.append(f"Last set of this lift: {days} before, on {date}.")
    return lines


def _say_step(step: Step, unit: str) -> str:
    load = say_plates(step.planned.load_kg, unit)
    said = _STEPS[step.code].format(load=load, reps=_say_reps(step.planned.reps))
    return f"{said} ({say_chance(step.p_beyond)})"


def _say_reps(reps: int) -> str:
    return "1 repetition" if reps == 1 else f"{reps} repetitions"


def say_days(days: float) -> str:
    """
    Say a stretch of days.

    Parameters
    ----------
    days : float
        How long, 0 or more. [days]

    Returns
    -------
    str
        In whole days.

    Examples
    --------
    >>> say_days(0.4), say_days(1.4), say_days(972.9)
    ('less than a day', '1 day', '973 days')
    """
    whole = round(days)
    if whole < 1:
        return "less than a day"
    return "1 day" if whole == 1 else f"{whole} days"
