"""
Work for measuring speed: a training log, an export of many years, the columns of a squad.

Reason to change: another thing whose speed is measured.
"""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from liftguard.records import LoggedSet

__all__ = ["EXPORT_SETS", "squad_columns", "strong_export", "training", "years_of_training"]

EXPORT_SETS = 50_000
"""Of the export."""

_TOPS_KG = {"deadlift": 160.0, "squat": 130.0, "bench_press": 95.0, "overhead_press": 60.0}
_SCHEME = ((0.6, 5), (0.75, 5), (0.85, 3), (0.9, 3), (0.9, 3))
_EACH_MISSED, _EACH_RATED = 61, 5  # every so many sets
_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE"
)
_EXPORTED = (
    ("Squat (Barbell)", 140.0),
    ("Bench Press (Barbell)", 100.0),
    ("Deadlift (Barbell)", 180.0),
    ("Bicep Curl (Dumbbell)", 16.0),
    ("Lat Pulldown (Cable)", 70.0),
)
_TEN = (
    "deadlift", "squat", "bench_press", "overhead_press", "barbell_row", "front_squat",
    "romanian_deadlift", "pull_up", "incline_bench_press", "hip_thrust",
)  # fmt: skip


def training(sessions: int) -> list[LoggedSet]:
    """Give sets with their own times: ramps, top sets, RPE, plans, some misses, thrice a week."""
    start, count = datetime(2023, 1, 2, 18), itertools.count()  # noqa: DTZ001 - wall clock
    sets = []
    for session in range(sessions):
        at = start + timedelta(days=session * 7 / 3)
        for lift, top in _TOPS_KG.items():
            for share, reps in _SCHEME:
                at += timedelta(minutes=3)
                n = next(count)
                missed = n % _EACH_MISSED == _EACH_MISSED - 1
                sets.append(
                    LoggedSet(
                        lift=lift,
                        at=at,
                        load_kg=top * share * (1 + session / 2000),
                        reps=reps,
                        rpe=8.0 if n % _EACH_RATED == _EACH_RATED - 1 else None,
                        missed=missed,
                        planned_reps=reps + missed,
                    )
                )
    return sets


def years_of_training(years: int) -> list[LoggedSet]:
    """Give four sessions a week of four of ten lifts, four sets each."""
    start, rng = datetime(2020, 1, 6, 18), np.random.default_rng(1)  # noqa: DTZ001
    sets = []
    for session in range(years * 52 * 4):
        at = start + timedelta(days=session * 7 / 4)
        for n in range(4):
            lift = _TEN[(4 * session + n) % len(_TEN)]
            for share, reps in ((0.7, 8), (0.8, 6), (0.85, 5), (0.9, 3)):
                at += timedelta(minutes=3)
                load = 100.0 * (1 + session / 4000) * share * (1 + 0.03 * rng.standard_normal())
                rpe = 8.0 if share > 0.85 else None
                sets.append(LoggedSet(lift=lift, at=at, load_kg=round(load, 1), reps=reps, rpe=rpe))
    return sets


def squad_columns(athletes: int, sets: int) -> dict[str, Any]:
    """Give the same training as columns of many athletes of their own strength."""
    rng, n = np.random.default_rng(1), np.arange(sets)
    shares, reps = (np.array(one) for one in zip(*_SCHEME, strict=True))
    session, within = np.divmod(n, len(_TOPS_KG) * len(_SCHEME))
    lift, nth = np.divmod(within, len(_SCHEME))
    start = np.datetime64("2023-01-02T18:00", "us")
    days = np.round(session * 7 / 3 * 1440.0) + 3.0 * (within + 1)
    at = start + days.astype("timedelta64[m]")
    strong = np.exp(rng.normal(0.0, 0.25, athletes))[:, None]
    tops = np.array(list(_TOPS_KG.values()))[lift] * shares[nth] * (1 + session / 2000)
    count = n + rng.integers(0, _EACH_MISSED, athletes)[:, None]
    missed = count % _EACH_MISSED == _EACH_MISSED - 1
    rpe = np.where(count % _EACH_RATED == _EACH_RATED - 1, 8.0, np.nan)
    return {
        "athlete": np.repeat([f"athlete {one:07d}" for one in range(athletes)], sets),
        "lift": np.tile(np.array(list(_TOPS_KG))[lift], athletes),
        "at": np.tile(at.astype("datetime64[us]"), athletes),
        "load_kg": np.maximum(np.round(tops * strong / 2.5) * 2.5, 2.5).ravel(),
        "reps": np.tile(reps[nth], athletes).astype(np.float64),
        "missed": missed.ravel(),
        "rpe": rpe.ravel(),
        "planned_reps": (reps[nth] + missed).ravel().astype(np.float64),
    }


def strong_export() -> str:
    """Write workouts of many years as Strong does: five lifts of five sets, thrice a week."""
    lines, at, workout = [_HEADER], datetime(1990, 1, 1, 18, 4, 31), 0  # noqa: DTZ001
    while len(lines) <= EXPORT_SETS:
        start = f"{at:%Y-%m-%d %H:%M:%S}"
        for name, top in _EXPORTED:
            for number in range(1, 6):
                load = round(top * (0.5 + 0.1 * number + 0.0001 * (workout % 300)) / 2.5) * 2.5
                note = f'"felt good, {workout}"' if number == 5 and workout % 9 == 0 else '""'
                rpe = "8.5" if number == 5 else ""
                cells = f'"{start}","Day {workout % 4}",1h 4m,"{name}",{number},{load},{6 - number}'
                lines.append(f'{cells},0,0,{note},"",{rpe}')
        at += timedelta(days=1 + workout % 3)
        workout += 1
    return "\n".join(lines[: EXPORT_SETS + 1]) + "\n"
