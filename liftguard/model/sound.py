"""
What the numbers of a state can be: a stored text may have been damaged or made up.

Wide bounds, which no log leaves: within them every question has an answer.

Reason to change: another number in a state.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from liftguard.errors import InvalidValue
from liftguard.lifts import PATTERNS, REGIONS
from liftguard.model.capacity import Belief
from liftguard.model.experience import NOTHING_DONE
from liftguard.model.reports import Reports
from liftguard.model.session import LONG_AGO_S
from liftguard.model.state import READ_BY_LEARNING, AthleteState, LiftState
from liftguard.records.checks import check_at, check_number
from liftguard.units import is_aware

__all__ = ["check_sound"]

_LOG_KG = (-20.0, 20.0)  # a billionth of a kilogram to half a million tonnes
_ROUNDING = 1e-6
_SHARE = (-_ROUNDING, 1.0 + _ROUNDING)
_COUNT = (0.0, 1e9)
_VARIANCE = (-(_ROUNDING**2), 1e3)
_CLOCK_S = (LONG_AGO_S, 1e11)  # three thousand years
_FADED = (0.0, 1e250)  # counts as they would have been at the beginning of a log
_ODDS = (-100.0, 100.0)
_LIMITS = {
    "Belief": dict.fromkeys(("habit", "form", "curve", "reserve", "owed"), _LOG_KG)
    | dict.fromkeys(("v_habit", "v_form", "v_curve", "v_reserve"), _VARIANCE)
    | {"idle": (0.0, 1e6)},
    "Calibration": dict.fromkeys(("constant", "slope", "proven", "missed"), _ODDS)
    | dict.fromkeys(("v_constant", "v_slope", "v_proven", "v_missed"), _VARIANCE)
    | {"at_s": _CLOCK_S, "scatter": (-100.0, 100.0)},
    "Done": {
        "top": (NOTHING_DONE.top, 1e4),
        "reached": (NOTHING_DONE.reached, _LOG_KG[1]),
        "table": _FADED,
        "missed": _FADED,
        "missed_s": _CLOCK_S,
    },
    "Fatigability": {"mean": (-100.0, 100.0), "variance": _VARIANCE},
    "LiftState": {"clock_s": _CLOCK_S, "sets": _COUNT},
    "Ramp": dict.fromkeys(("first", "top", "usual"), _LOG_KG)
    | {"share": _SHARE, "sessions": (-1.0, _COUNT[1])},
    "Regions": dict.fromkeys(("fast", "middle", "slow", "usual"), (-_ROUNDING, 100.0)),
    "Session": {
        "clock_s": _CLOCK_S,
        "exact": _SHARE,
        "warmth": _SHARE,
        "pattern": (-1.0, len(PATTERNS) - 1.0),
        "in_a_row": _COUNT,
        "exposure": _SHARE,
    },
    "Tired": dict.fromkeys(("fast", "middle", "slow", "usual"), (-_ROUNDING, 100.0)),
}
_BY_PLACE = {"fading": (0.0, 100.0), "creep": (0.0, 100.0), "doubted": _LOG_KG}
_SPEED_M_S = (0.0, 20.0)
_DAYS = (-1e6, 1e6)
_LEFT = (0.0, 10.0)  # reps
_LOAD_KG = (-2000.0, 2000.0)  # help counts as a load below 0
_REPS = (0, 1000)
_OF_A_TIME = (
    dict.fromkeys(("load_kg", "set_kg", "missed_kg", "goal_kg"), _LOAD_KG)
    | dict.fromkeys(("quickest", "velocity"), _SPEED_M_S)
    | {"day": _DAYS, "reps": _REPS, "step_kg": (0.0, 4000.0), "left": _LEFT}
    | {"moves": (-1e6, 1e6), "short": (0, 1e6)}
)
_MOST_KEPT = 200  # speeds, reports, bests or times of a lift


def check_sound(state: AthleteState) -> None:
    """Refuse a state with numbers that no log can lead to, by their names."""
    body, own = state.body, "AthleteState.body"
    for part, name in zip(body[:-1], body._fields, strict=False):
        _check_part(part, f"{own}.{name}")
    _check(body.fading, *_BY_PLACE["fading"], f"{own}.fading")
    _check(state.diary.creep, *_BY_PLACE["creep"], "AthleteState.diary.creep")
    _check_size(tuple(body.regions), len(REGIONS), f"{own}.regions")
    _check_whole(body.session.pattern, f"{own}.session.pattern")
    if state.bodyweight_kg is not None:
        check_number(state, "bodyweight_kg", 20.0, 400.0, " [kg]")
    _check_moments(state)
    now_s = max(body.session.clock_s, 0.0)
    _check(body.calibration.at_s, _CLOCK_S[0], now_s, f"{own}.calibration.at_s")
    for lift, one in state.lifts.items():
        _check_lift(one, body.session.clock_s, f"AthleteState.lifts.{lift}")


def _check_lift(one: LiftState, now_s: float, where: str) -> None:
    for part, name in zip(one[:READ_BY_LEARNING], one._fields, strict=False):
        if isinstance(part, tuple):
            _check_part(part, f"{where}.{name}")
    _check(one.sets, *_COUNT, f"{where}.sets")
    _check(one.clock_s, _CLOCK_S[0], now_s, f"{where}.clock_s")
    _check(one.done.missed_s, _CLOCK_S[0], max(now_s, 0.0), f"{where}.done.missed_s")
    if one.doubted is not None:
        _check(one.doubted, *_BY_PLACE["doubted"], f"{where}.doubted")
    _check_size((one.done.table,), len(NOTHING_DONE.table), f"{where}.done.table")
    _check_whole(one.done.top, f"{where}.done.top")
    _check_spread(one.belief, f"{where}.belief")
    for day, best in one.bests:
        _check(float(day), *_DAYS, f"{where}.bests")
        _check(best, *_LOG_KG, f"{where}.bests")
    if len(one.speeds) > _MOST_KEPT:
        _refuse(f"{where}.speeds", len(one.speeds), f"at most {_MOST_KEPT}")
    for load, speed in one.speeds:
        _check(load, *_LOG_KG, f"{where}.speeds")
        _check(speed, *_SPEED_M_S, f"{where}.speeds")
    _check_reports(one.reports, now_s, f"{where}.reports")
    _check_times(one, where)


def _check_reports(reports: Reports, now_s: float, where: str) -> None:
    last_s, loads, reps, left = reports
    if len(loads) > _MOST_KEPT:
        _refuse(where, len(loads), f"at most {_MOST_KEPT}")
    _check_size((reps, left), len(loads), where)
    _check(last_s, _CLOCK_S[0], max(now_s, 0.0), where)
    for load, often, said in zip(loads, reps, left, strict=True):
        _check(load, *_LOG_KG, where)
        _check(often, 1.0, _COUNT[1], where)
        _check(said, *_LEFT, where)


def _check_times(one: LiftState, where: str) -> None:
    """Refuse unbeaten bests and last times that nobody can have had."""
    for name, rows in (
        ("front", one.front),
        ("earlier", one.earlier),
        ("latest", one.latest),
    ):
        if len(rows) > _MOST_KEPT:
            _refuse(f"{where}.{name}", len(rows), f"at most {_MOST_KEPT}")
    for reps, kg, day in one.front:
        _check(reps, 1, _REPS[1], f"{where}.front")
        _check(kg, *_LOAD_KG, f"{where}.front")
        _check(float(day), *_DAYS, f"{where}.front")
    for time in (*one.earlier, *one.latest):
        for name, limits in _OF_A_TIME.items():
            value = getattr(time, name, None)
            if value is not None:
                _check(value, *limits, f"{where}, the last times, {name}")
    for time in one.earlier:
        _check(time.reps, 1, _REPS[1], f"{where}, the last times, reps")


def _check_part(part: Any, where: str) -> None:  # noqa: ANN401 - a NamedTuple of the model
    for name, (low, high) in _LIMITS[type(part).__name__].items():
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            _check(one, low, high, f"{where}.{name}")


def _check_spread(b: Belief, where: str) -> None:
    """Refuse covariances that no spread of habit, form and curve has: by the minors."""
    pairs = (
        (b.c_habit_form, b.v_habit, b.v_form),
        (b.c_habit_curve, b.v_habit, b.v_curve),
        (b.c_form_curve, b.v_form, b.v_curve),
    )
    for both, one, other in pairs:
        most = math.sqrt(max(one * other, 0.0)) * (1.0 + _ROUNDING) + _ROUNDING
        _check(both, -most, most, f"{where}, a covariance")
    volume = (
        b.v_habit * b.v_form * b.v_curve
        + 2.0 * b.c_habit_form * b.c_habit_curve * b.c_form_curve
        - b.v_habit * b.c_form_curve**2
        - b.v_form * b.c_habit_curve**2
        - b.v_curve * b.c_habit_form**2
    )
    least = -_ROUNDING * (b.v_habit * b.v_form * b.v_curve + _ROUNDING)
    _check(volume, least, math.inf, f"{where}, the volume of its spread")


def _check_moments(state: AthleteState) -> None:
    """Refuse moments of other times than ours, and wall clock beside instants."""
    named = list(_moments(state))
    for where, at in named:
        check_at(at, where)
    if len({is_aware(at) for _, at in named}) > 1:
        _refuse("AthleteState", "wall clock and instants", "moments of one kind")
    if state.since is not None and (state.at is None or state.at < state.since):
        _refuse("AthleteState.at", state.at, "a moment not before `since`")
    if state.lifts and state.since is None:
        _refuse("AthleteState.since", None, "the moment of the first set")


def _moments(state: AthleteState) -> Iterator[tuple[str, datetime]]:
    diary = state.diary
    noted = (diary.still, diary.rose, diary.readiness, *diary.pains)
    entries = ((type(one).__name__, one.at) for one in noted if one is not None)
    for name, at in (("since", state.since), ("at", state.at), *entries):
        if at is not None:
            yield f"AthleteState.{name}", at


def _check(value: float, low: float, high: float, where: str) -> None:
    if not low <= value <= high:
        _refuse(where, value, f"a number from {low:g} to {high:g}")


def _check_whole(value: float, where: str) -> None:
    if not float(value).is_integer():
        _refuse(where, value, "a whole number")


def _check_size(tables: Iterable[tuple[float, ...]], size: int, where: str) -> None:
    for table in tables:
        if len(table) != size:
            _refuse(where, f"{len(table)} numbers", f"{size} of them")


def _refuse(where: str, got: object, wanted: str) -> None:
    hint = "The stored state is damaged: replay the history."
    raise InvalidValue(where=where, got=got, wanted=wanted, hint=hint)
