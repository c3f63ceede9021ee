"""
Measure speed beside other libraries in the same run: the command `benchmark --speed`.

Every figure is a ratio of the best of several interleaved rounds of processor time, so that what
else the machine does cancels out.

Reason to change: another speed is measured.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import liftguard as lg
from liftguard.command.options import tell_progress, write_text
from liftguard.evaluation.workloads import (
    EXPORT_SETS,
    squad_columns,
    strong_export,
    training,
    years_of_training,
)

__all__ = ["review_seconds", "speed"]

_ROUNDS, _REVIEWS, _SESSIONS, _CHECKS = 30, 600, 30, 20
_ATHLETES, _SETS = 2000, 1000  # as many as a chunk of a fleet takes at once
_READS, _STARTS = 3, 7
_YEARS, _PARTS, _FLEETS = 5, 3, 2
_GOALS = {
    "learn_over_fsrs": ("rate of learn / rate of fsrs reviews", "at least 0.25"),
    "check_over_fsrs_time": ("time of a full check / time of an fsrs review", "at most 25"),
    "fleet_over_fsrs": ("rate of a fleet / rate of fsrs reviews", "at least 5"),
    "fleet_over_online": ("rate of a fleet / rate of learn", "at least 12"),
    "csv_time_over_liftmath": ("time of reading a CSV / time of liftmath", "at most 0.8"),
    "import_time_over_deps": ("time of import liftguard / of attrs and numpy", "at most 1.4"),
    "state_bytes": ("JSON of ten lifts after five years [bytes]", "at most 12000"),
}


def speed(options: argparse.Namespace) -> None:
    """Measure, print a line for each figure, and write them."""
    found = _figures()
    for name, (text, goal) in _GOALS.items():
        print(f"{text:<48} {found[name]:>10.2f}  goal: {goal}")
    print(f"sets of the fleet that went through arrays: {found['fleet_in_arrays']:.1%}")
    if options.json is not None:
        text = json.dumps({"B6": found, "model_version": lg.MODEL_VERSION}, indent=2)
        write_text("--json", options.json, text + "\n")


def _figures() -> dict[str, float]:
    """Measure everything once."""
    try:
        import fsrs
        import liftmath
    except ModuleNotFoundError as error:
        raise lg.MissingExtra(
            where="benchmark --speed",
            got=f"no {error.name}",
            wanted="the libraries to compare with",
            hint="Install them: pip install fsrs==6.3.2 liftmath==2.6.0",
        ) from error
    found = {**_of_one(fsrs), **_of_reading(liftmath)}
    found |= _of_a_fleet(fsrs, found["learn_over_fsrs"])
    return {name: found[name] for name in (*_GOALS, "fleet_in_arrays")}


def _of_one(fsrs: Any) -> dict[str, float]:  # noqa: ANN401 - a module
    """Measure learning and checking, and what is kept of one athlete."""
    tell_progress("measuring", 0, _PARTS)
    guard, log = lg.Guard(), training(_SESSIONS)
    state = guard.replay(lg.History(log)).state
    reviews, learns, checks = _in_turns(
        _ROUNDS,
        lambda: review_seconds(fsrs, _REVIEWS) / _REVIEWS,
        lambda: _seconds(lambda: _learn(guard, log)) / len(log),
        lambda: _seconds(lambda: _check(guard, state)) / (3 * _CHECKS),
    )
    years = guard.replay(lg.History(years_of_training(_YEARS))).state
    return {
        "learn_over_fsrs": reviews / learns,
        "check_over_fsrs_time": checks / reviews,
        "state_bytes": float(len(lg.dumps(years).encode())),
    }


def _of_reading(liftmath: Any) -> dict[str, float]:  # noqa: ANN401 - a module
    """Measure reading a large export, and importing the library."""
    tell_progress("measuring", 1, _PARTS)
    text = strong_export()
    theirs, ours = _in_turns(
        _READS,
        lambda: _seconds(lambda: _same(len(liftmath.parse_strong_csv(text, unit="kg")))),
        lambda: _seconds(lambda: _same(len(lg.read_log(io.StringIO(text)).history))),
    )
    needs, whole = _in_turns(
        _STARTS,
        lambda: _import_seconds("import attrs, numpy"),
        lambda: _import_seconds("import liftguard"),
    )
    return {"csv_time_over_liftmath": ours / theirs, "import_time_over_deps": whole / needs}


def _of_a_fleet(fsrs: Any, learn_over_fsrs: float) -> dict[str, float]:  # noqa: ANN401
    """Measure the replay of a fleet from columns."""
    tell_progress("measuring", 2, _PARTS)
    guard, columns = lg.Guard(), squad_columns(_ATHLETES, _SETS)
    shares: list[float] = []
    reviews, fleets = _in_turns(
        _FLEETS,
        lambda: min(review_seconds(fsrs, _REVIEWS) / _REVIEWS for _ in range(_ROUNDS // 3)),
        lambda: (
            _seconds(lambda: shares.append(lg.fleet.replay_columns(guard, columns).in_arrays))
            / (_ATHLETES * _SETS)
        ),
    )
    tell_progress("measuring", _PARTS, _PARTS)
    return {
        "fleet_over_fsrs": reviews / fleets,
        "fleet_over_online": reviews / fleets / learn_over_fsrs,
        "fleet_in_arrays": shares[0],
    }


def _in_turns(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """Measure several things in turns, and give the best of each."""
    each = [[measure() for measure in measures] for _ in range(rounds)]
    return [min(ones) for ones in zip(*each, strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    """Give the processor time that something takes. [s]"""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def review_seconds(fsrs: Any, reviews: int) -> float:  # noqa: ANN401 - a module
    """Give the processor time of reviews of one card: Good, with every seventh Again. [s]"""
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    card, at = fsrs.Card(card_id=1), datetime(2023, 1, 1, tzinfo=UTC)
    begin = time.process_time()
    for n in range(reviews):
        rating = fsrs.Rating.Again if n % 7 == 6 else fsrs.Rating.Good
        card, _ = scheduler.review_card(card, rating, at)
        at += timedelta(days=3)
    return time.process_time() - begin


def _learn(guard: lg.Guard, log: list[lg.LoggedSet]) -> None:
    state = guard.start()
    for one in log:
        state = guard.learn(state, one)


def _check(guard: lg.Guard, state: lg.AthleteState) -> None:
    """Judge a light, an usual and a heavy set, with causes, shares and steps."""
    at = datetime(2023, 3, 20, 18)  # noqa: DTZ001 - wall clock, as the log
    for load in (110.0, 145.0, 172.5):
        planned = lg.PlannedSet(lift="deadlift", load_kg=load, reps=3)
        for _ in range(_CHECKS):
            guard.check(state, planned, at=at)


def _same(sets: int) -> None:
    if sets != EXPORT_SETS:
        raise lg.UnreadableLog(where="the export", got=f"{sets} sets", wanted=str(EXPORT_SETS))


def _import_seconds(statement: str) -> float:
    """Give the processor time of an import in a process of its own. [s]"""
    code = (
        f"import time; begin = time.process_time()\n{statement}\nprint(time.process_time() - begin)"
    )
    run = [sys.executable, "-c", code]
    return float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)  # noqa: S603
