"""
Say what to lift today: the command `today`.

Reason to change: what is said of a lift before its session.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import attrs

import liftguard as lg
from liftguard.command.log_units import plates_in, unit_for
from liftguard.command.options import (
    number,
    read_lift,
    read_load,
    read_log,
    read_when,
    replay,
    say_unit,
)
from liftguard.lifts import lift_of
from liftguard.wire import plain
from liftguard.words import say_lift, say_loaded, say_plates

__all__ = ["today"]

_COUNTS = (1, 3, 5, 8, 10)  # repetitions that the most that is clear is told for


@attrs.frozen(kw_only=True)
class _Asked:
    """What is asked of each lift."""

    guard: lg.Guard
    state: lg.AthleteState
    at: datetime
    reps: int
    rpe: float | None


def today(options: argparse.Namespace) -> None:
    """Suggest a load for each lift that is really done, with what is clear beside it."""
    reps = number("--reps", options.reps, "a whole number from 1 to 1000")
    rpe = None if options.rpe is None else number("--rpe", options.rpe, "a number from 1 to 10")
    log = read_log(options)
    history, guard = log.history, lg.Guard()
    if options.bodyweight is not None and len(history):
        weighed_kg, _ = read_load("--bodyweight", options.bodyweight)
        history = lg.History([lg.Bodyweight(at=history[0].at, kg=weighed_kg), *history])
    state, _ = replay(guard, history)
    at = read_when(options.at, history)
    asked = _Asked(
        guard=guard,
        state=state,
        at=at,
        reps=reps,  # type: ignore[arg-type]
        rpe=rpe,
    )
    lifts = [read_lift(name, history) for name in options.lift] or _really_done(asked)
    units = {lift: unit_for(options, log, lift) for lift in lifts}
    found = [_of_lift(lift, unit, asked) for lift, unit in units.items()]
    if options.json:
        told = {"at": at.isoformat(), "app": log.app, "log_unit": log.unit}
        lifts_told = [_as_json(one) for one in found]
        print(json.dumps(told | {"lifts": lifts_told}, ensure_ascii=False, indent=2))
        return
    if not found:
        print("No lift was done often enough lately; --lift names one.")
    for one in found:
        print(*_lines(one), sep="\n")
        print()
    print(f"Asked for {at:%Y-%m-%d %H:%M}; {say_unit(log)}.")


def _really_done(asked: _Asked) -> list[str]:
    """List the lifts of several sets that were done lately, the most sets first."""
    policy, sets = asked.guard.policy, {key: one.sets for key, one in asked.state.lifts.items()}

    def lately(lift: str) -> bool:
        done = asked.guard.forecast(
            asked.state, lg.PlannedSet(lift=lift, load_kg=1.0, reps=1), at=asked.at
        )
        return done.days_since is not None and done.days_since <= policy.long_break_days

    often = [lift for lift, count in sets.items() if count >= policy.few_sets]
    return sorted(filter(lately, often), key=lambda lift: -sets[lift])


def _of_lift(lift: str, unit: str, asked: _Asked) -> dict[str, Any]:
    """Ask for all that is told of a lift."""
    guard, state, at = asked.guard, asked.state, asked.at
    plates = plates_in(unit) if lift_of(lift).bar_kg is not None else None
    found = guard.suggest(state, lift, asked.reps, at=at, rpe=asked.rpe, plates=plates)
    clear = {}
    if not found.to_begin and found.planned is not None:
        for reps in _COUNTS:
            most = guard.max_load(state, lift, reps, at=at, plates=plates)
            if most is not None:
                clear[reps] = most
    ramp: Sequence[lg.PlannedSet] = ()
    if found.planned is not None:
        ramp = guard.warm_up(state, found.planned, at=at, plates=plates)
    bests = guard.bests(state, lift, at=at, plates=plates)
    told = {"suggestion": found, "clear": clear, "ramp": tuple(ramp), "bests": bests}
    return told | {"unit": unit}


def _as_json(one: dict[str, Any]) -> dict[str, Any]:
    """Give it in plain values, with the sentences that the text has."""
    return {
        "lift": one["suggestion"].lift,
        "unit": one["unit"],
        "sentences": list(lg.say_suggestion(one["suggestion"], one["unit"])),
        "suggestion": plain(one["suggestion"]),
        "clear_kg": {str(reps): kg for reps, kg in one["clear"].items()},
        "bests": plain(one["bests"]),
        "ramp": plain(one["ramp"]),
    }


def _lines(one: dict[str, Any]) -> list[str]:
    """Say a lift: the suggestion first, then what else is clear, the bests and the ramp."""
    found, unit = one["suggestion"], one["unit"]
    name = say_lift(found.lift)
    lines = [name[:1].upper() + name[1:], *(f"  {line}" for line in lg.say_suggestion(found, unit))]
    if one["clear"]:
        most = ", ".join(f"{say_plates(kg, unit)} x {n}" for n, kg in one["clear"].items())
        lines.append(f"  Clear up to: {most}.")
    lines += [f"  {line}" for line in lg.say_bests(one["bests"], unit)]
    if one["ramp"]:
        sets = ", ".join(f"{say_loaded(set_, unit)} x {set_.reps}" for set_ in one["ramp"])
        lines.append(f"  A ramp: {sets}.")
    return lines
