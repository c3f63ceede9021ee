"""
Judge planned sets: the commands `check` and `demo`.

Reason to change: what these two say.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from importlib import resources

import liftguard as lg
from liftguard.command.log_units import MIXED, plates_in, unit_for
from liftguard.command.options import (
    day_after,
    number,
    read_lift,
    read_load,
    read_loads,
    read_log,
    read_when,
    replay,
    say_unit,
)
from liftguard.lifts import lift_of
from liftguard.wire import plain
from liftguard.words import say_loaded

__all__ = ["check", "demo"]

_FURTHER = 3  # steps beside those of the verdict; --json has all

_UNITS = ("kg", "kgs", "lb", "lbs")

_DEMO = (
    ("a warm-up", 100.0, 5),
    ("an ordinary top set", 135.0, 3),
    ("an ambitious one", 150.0, 3),
    ("too much", 165.0, 2),
)


def demo(_: argparse.Namespace) -> None:
    """Judge sets of the invented lifter whose log comes with the package."""
    text = resources.files("liftguard").joinpath("demo.csv").read_bytes()
    log, guard = lg.read_log(text), lg.Guard()
    state = guard.replay(log.history).state
    at = day_after(log.history)
    print(f"A log of {len(log.history)} sets, and four deadlifts planned for {at:%Y-%m-%d}:\n")
    for name, load_kg, reps in _DEMO:
        planned = lg.PlannedSet(lift="deadlift", load_kg=load_kg, reps=reps)
        verdict = guard.check(state, planned, at=at, plates=lg.Plates.kg())
        print(f"{name}\n  {lg.say_verdict(verdict)}")
        if verdict.level >= lg.Level.CAUTION:
            print(*(f"    {line}" for line in lg.say_details(verdict)), sep="\n")
        print()


def check(options: argparse.Namespace) -> None:
    """Judge one planned set against a log."""
    log = read_log(options)
    planned, unit = _planned(options, log)
    history = log.history
    if options.bodyweight is not None and len(history):
        weighed_kg, _ = read_load("--bodyweight", options.bodyweight)
        history = lg.History([lg.Bodyweight(at=history[0].at, kg=weighed_kg), *history])
    guard = lg.Guard()
    state, _ = replay(guard, history)
    on_a_bar = lift_of(planned.lift).strength_ratio is not None
    plates = plates_in(unit) if on_a_bar else None
    at = read_when(options.at, history, options.tz)
    verdict = guard.check(state, planned, at=at, plates=plates)
    top = _worth_a_ramp(verdict)
    ramp = guard.warm_up(state, top, at=at, plates=plates) if top is not None else ()
    steps = guard.advise(state, planned, at=at, plates=plates)
    if options.json:
        told = {
            "sentence": lg.say_verdict(verdict, unit),
            "app": log.app,
            "log_unit": log.unit,
            "advice": plain(steps),
            "ramp": plain(ramp),
        }
        print(json.dumps(plain(verdict) | told, ensure_ascii=False, indent=2, allow_nan=False))
        return
    _print_verdict(verdict, steps, ramp, unit)
    read = f"{len(log.history.sets)} sets of {log.app}"
    print(f"  Read {read}; {say_unit(log)}.")
    typed = options.load or options.assist
    if unit_for(options, log, planned.lift) == "lb" and _is_bare(typed):
        print(f"  {typed} is taken for kilograms; {typed}lb would be pounds.")
    print(*_remarks(guard, log, planned.lift), sep="", end="")
    if options.at == "now" and "long_break" in verdict.caveats and len(history):
        print(f"  The log ends on {history[-1].at:%Y-%m-%d}; --at end asks for the day after.")


def _planned(options: argparse.Namespace, log: lg.Log) -> tuple[lg.PlannedSet, str]:
    """Read the set that is asked about, and the unit to answer in."""
    reps = number("--reps", options.reps, "a whole number from 1 to 1000")
    rpe = None if options.rpe is None else number("--rpe", options.rpe, "a number from 1 to 10")
    lift = read_lift(options.lift, log.history)
    load_kg, assist_kg, unit = read_loads(lift, options.load, options.assist)
    if log.unit == MIXED and (options.unit or _is_bare(options.load or options.assist)):
        unit = unit_for(options, log, lift)
    planned = lg.PlannedSet(
        lift=lift,
        load_kg=load_kg,
        reps=reps,  # type: ignore[arg-type]
        rpe=rpe,
        assist_kg=assist_kg,
    )
    return planned, unit


def _is_bare(typed: str) -> bool:
    """Tell whether a load was typed without a unit."""
    return not typed.lower().rstrip().endswith(_UNITS)


def _remarks(guard: lg.Guard, log: lg.Log, lift: str) -> list[str]:
    """Say what in the log may have moved the answer, a line each."""
    doubts = sum(one.severity != "note" for one in guard.check_log(log.history))
    counts = (
        (len(log.problems), "1 row was not understood", "rows were not understood"),
        (doubts, "1 thing is doubtful", "things are doubtful"),
    )
    said = [one if count == 1 else f"{count} {many}" for count, one, many in counts if count]
    lines = [f"  In the log, {' and '.join(said)}: see report.\n"] if said else []
    lines += [f"  Note: {notice}.\n" for notice in log.notices]
    return (
        lines
        + [
            f"  {one.name!r} ({one.sets} sets) may be this lift under another name: "
            f'--join "{one.name}={lift}" counts them together.\n'
            for one in log.history.unknown_lifts
            if lift in one.near
        ][:1]
    )


def _print_verdict(
    verdict: lg.Verdict,
    steps: Sequence[lg.Step],
    ramp: Sequence[lg.PlannedSet],
    unit: str,
) -> None:
    """Say a verdict, what else would clear the set, and how to lead up to it."""
    print(lg.say_verdict(verdict, unit))
    print(*(f"  {line}" for line in lg.say_details(verdict, unit)), sep="\n")
    further = [step for step in steps if step not in verdict.steps][:_FURTHER]
    for step in further:
        print(f"  Or: {lg.say_step(step, unit, at=verdict.at)}")
    top = _worth_a_ramp(verdict)
    if ramp and top is not None:
        sets = ", ".join(f"{say_loaded(one, unit)} x {one.reps}" for one in ramp)
        print(f"  A ramp to {say_loaded(top, unit)}: {sets}.")


def _worth_a_ramp(verdict: lg.Verdict) -> lg.PlannedSet | None:
    """Give the set to lead up to: the planned one, or the lower load that clears it."""
    if not isinstance(verdict.planned, lg.PlannedSet) or verdict.level == lg.Level.UNKNOWN:
        return None
    if verdict.level < lg.Level.BEYOND:
        return verdict.planned
    steps = (step for step in verdict.steps if isinstance(step, lg.Step))
    lower = (step.planned for step in steps if step.code == "lower_load")
    return next(lower, None)
