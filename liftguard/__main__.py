"""
The command line: demo, check, report.

Exit codes: 0 answered, whatever the answer; 2 the input could not be used, with one
sentence on standard error that says what was wanted.

Reason to change: a command or an option.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib import resources
from typing import Any, NoReturn

import liftguard as lg
from liftguard.judge.verdict import level_of
from liftguard.judge.wording import (
    say_chance,
    say_days,
    say_details,
    say_load,
    say_plates,
    say_verdict,
)
from liftguard.lifts import lift_of
from liftguard.wire import plain

_CHUNK = 5_000  # entries between two signs of progress
_SHOWN = 10  # problems and flagged sets that are listed in text; --json has all
_YEAR = timedelta(days=365)
_DEMO = (
    ("a warm-up", 100.0, 5),
    ("an ordinary top set", 135.0, 3),
    ("an ambitious one", 140.0, 3),
    ("too much", 165.0, 2),
)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"liftguard: {message} (--help shows the options)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command.

    Parameters
    ----------
    arguments : sequence of str, optional
        Without the program's name; None means those of the process.

    Returns
    -------
    int
        The exit code.
    """
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except lg.LiftguardError as error:
        sys.stderr.write(f"liftguard: {error}\n")
        return 2
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m liftguard",
        description="Is a planned set beyond what an athlete can do right now, and why?",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    demo = commands.add_parser("demo", help="judge four sets of an invented lifter")
    demo.set_defaults(run=_demo)

    check = commands.add_parser("check", help="judge one planned set against a log")
    check.add_argument("log", metavar="LOG", help="an export of a lifting app")
    check.add_argument("--lift", required=True, help="its name, in any language")
    check.add_argument("--load", required=True, help="180 (kg), 180kg or 405lb")
    check.add_argument("--reps", type=int, default=1, help="that must go up (default: 1)")
    check.add_argument("--rpe", type=float, help="planned exertion, 1 to 10")
    check.add_argument("--bodyweight", help="82kg or 180lb, for pull-ups and the like")
    check.add_argument(
        "--at", default="now", help="a date and time, now, or end: the day after the last entry"
    )
    check.set_defaults(run=_check)

    report = commands.add_parser("report", help="what a log says, and what was read of it")
    report.add_argument("log", metavar="LOG", help="an export of a lifting app")
    report.set_defaults(run=_report)
    for command in (check, report):
        command.add_argument("--unit", choices=("kg", "lb"), help="of the loads in the log")
        command.add_argument("--app", help="strong, hevy or fitnotes, where it is not recognised")
        command.add_argument("--tz", help="time zone of the log, such as Europe/Berlin")
        command.add_argument("--json", action="store_true", help="for programs")
    return parser


def _demo(_: argparse.Namespace) -> None:
    """Judge sets of the invented lifter whose log comes with the package."""
    text = resources.files("liftguard").joinpath("demo.csv").read_bytes()
    log, guard = lg.read_log(text), lg.Guard()
    state = guard.replay(log.history).state
    at = _day_after(log.history)
    print(f"A log of {len(log.history)} sets, and four deadlifts planned for {at:%A, %d %B %Y}:\n")
    for name, load_kg, reps in _DEMO:
        planned = lg.PlannedSet(lift="deadlift", load_kg=load_kg, reps=reps)
        verdict = guard.check(state, planned, at=at, plates=lg.Plates.kg())
        print(f"{name}\n  {say_verdict(verdict)}")
        if verdict.level >= lg.Level.CAUTION:
            print(*(f"    {line}" for line in say_details(verdict)), sep="\n")
        print()


def _check(options: argparse.Namespace) -> None:
    load_kg, unit = _load("--load", options.load)
    log = lg.read_log(options.log, app=options.app, unit=options.unit, tz=options.tz)
    planned = lg.PlannedSet(
        lift=_lift(options.lift, log.history), load_kg=load_kg, reps=options.reps, rpe=options.rpe
    )
    history = log.history
    if options.bodyweight is not None and len(history):
        weighing = lg.Bodyweight(at=history[0].at, kg=_load("--bodyweight", options.bodyweight)[0])
        history = lg.History([weighing, *history])
    guard = lg.Guard()
    state, _ = _replay(guard, history)
    barbell = lift_of(planned.lift).strength_ratio is not None
    plates = lg.Plates.lb() if unit == "lb" and barbell else None
    verdict = guard.check(state, planned, at=_when(options.at, log.history), plates=plates)
    if options.json:
        told = {"sentence": say_verdict(verdict, unit), "app": log.app, "unit": log.unit}
        _print_json(plain(verdict) | told)
        return
    print(say_verdict(verdict, unit))
    print(*(f"  {line}" for line in say_details(verdict, unit)), sep="\n")
    print(
        f"  Read {log.rows_with_sets} sets of {log.app}, loads in {log.unit} ({log.unit_evidence})."
    )


def _report(options: argparse.Namespace) -> None:
    log = lg.read_log(options.log, app=options.app, unit=options.unit, tz=options.tz)
    guard = lg.Guard()
    state, track = _replay(guard, log.history)
    found = {
        "app": log.app,
        "unit": log.unit,
        "unit_evidence": log.unit_evidence,
        "rows": {
            "read": log.rows_read,
            "sets": log.rows_with_sets,
            "non_sets": len(log.skipped),
            "problems": len(log.problems),
        },
        "skipped": dict(Counter(one.reason for one in log.skipped).most_common()),
        "problems": [str(problem) for problem in log.problems],
        "lifts": _capacities(guard, state, log.history) if len(log.history) else [],
        "flagged": _flagged(guard, track, log.history),
    }
    if options.json:
        _print_json(found)
    else:
        _print_report(found)


def _main_lifts(history: lg.History) -> dict[str, int]:
    """Count the sets of the barbell lifts; of the commonest lifts where there are none."""
    counts = Counter(one.lift for one in history.sets)
    main = {lift: n for lift, n in counts.most_common() if lift_of(lift).strength_ratio is not None}
    return main or dict(counts.most_common(3))


def _capacities(
    guard: lg.Guard, state: lg.AthleteState, history: lg.History
) -> list[dict[str, Any]]:
    """Ask for the capacity of each main lift on the day after the last entry."""
    found = []
    for lift, count in _main_lifts(history).items():
        single = lg.PlannedSet(lift=lift, load_kg=1.0, reps=1)
        forecast = guard.forecast(state, single, at=_day_after(history))
        known = level_of(forecast, guard.policy) != lg.Level.UNKNOWN
        found.append(
            {
                "lift": lift,
                "sets": count,
                "capacity": plain(forecast.capacity) if known else None,
                "days_since": forecast.days_since,
            }
        )
    return found


def _flagged(guard: lg.Guard, track: list[lg.Track], history: lg.History) -> list[dict[str, Any]]:
    """List main sets of the last year whose load was beyond even for one repetition."""
    if not len(history):
        return []
    since, main = history[-1].at - _YEAR, _main_lifts(history)
    found = []
    for part in track:
        for one in part:
            done = one.logged
            if done.at < since or done.lift not in main:
                continue
            forecast = part.forecast(one)
            if level_of(forecast, guard.policy) == lg.Level.BEYOND:
                found.append(
                    {
                        "at": done.at.isoformat(),
                        "lift": done.lift,
                        "load_kg": done.load_kg,
                        "reps": done.reps,
                        "missed": done.missed,
                        "p_beyond": forecast.p_beyond,
                    }
                )
    return found


def _print_report(found: dict[str, Any]) -> None:
    rows = found["rows"]
    print(f"Recognised as {found['app']}; loads in {found['unit']} ({found['unit_evidence']}).")
    print(
        f"{rows['read']} records read: {rows['sets']} with sets, {rows['non_sets']} without, "
        f"{rows['problems']} not understood."
    )
    for reason, count in found["skipped"].items():
        print(f"  {count} x {reason}")
    _print_some([f"  {problem}" for problem in found["problems"]], "problems")
    both = ("kg", "lb") if found["unit"] == "lb" else ("kg",)
    print("\nCapacity for one repetition on the day after the last entry, nine in ten:")
    for lift in found["lifts"]:
        print(f"  {_say_capacity(lift, both)}")
    if not found["lifts"]:
        print("  no sets")
    print("\nSets of these lifts in the last year whose load was beyond, even for one repetition:")
    lines = [
        f"  {one['at'][:10]} {lift_of(one['lift']).name}: {say_plates(one['load_kg'], 'kg')}, "
        f"chance of failing {say_chance(one['p_beyond'])}: "
        + ("missed" if one["missed"] and not one["reps"] else f"went up {one['reps']} x")
        for one in found["flagged"]
    ]
    _print_some(lines or ["  none"], "sets")


def _say_capacity(lift: dict[str, Any], units: Sequence[str]) -> str:
    name, band = lift_of(lift["lift"]).name, lift["capacity"]
    days = lift["days_since"]
    since = f"last set {say_days(days)} before" if days is not None else "none with a known load"
    if band is None:
        return f"{name}: cannot be said from {lift['sets']} sets, {since}"
    said = " or ".join(
        f"{say_load(band['middle_kg'], unit)} "
        f"({say_load(band['low_kg'], unit)} to {say_load(band['high_kg'], unit)})"
        for unit in units
    )
    return f"{name}: {said}, from {lift['sets']} sets, {since}"


def _print_some(lines: list[str], what: str) -> None:
    print(*lines[:_SHOWN], sep="\n") if lines else None
    if len(lines) > _SHOWN:
        print(f"  and {len(lines) - _SHOWN} more {what}; --json lists all")


def _print_json(found: dict[str, Any]) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))


def _replay(guard: lg.Guard, history: lg.History) -> tuple[lg.AthleteState, list[lg.Track]]:
    """Replay in parts, saying how far it is where somebody is watching."""
    state, parts = guard.start(), []
    for start in range(0, len(history), _CHUNK):
        part = guard.replay(lg.History(history[start : start + _CHUNK]), start=state)
        state = part.state
        parts.append(part)
        if len(history) > _CHUNK and sys.stderr.isatty():
            done = min(start + _CHUNK, len(history))
            sys.stderr.write(f"\rreplayed {done} of {len(history)} entries")
    if len(history) > _CHUNK and sys.stderr.isatty():
        sys.stderr.write("\n")
    return state, parts


def _load(option: str, text: str) -> tuple[float, str]:
    """Read a load with its unit; kilograms where none is given."""
    number, unit = text.strip().lower(), "kg"
    for ending, meant in (("lbs", "lb"), ("lb", "lb"), ("kgs", "kg"), ("kg", "kg")):
        if number.endswith(ending):
            number, unit = number[: -len(ending)].strip(), meant
            break
    try:
        value = float(number.replace(",", "."))
    except ValueError:
        value = math.nan
    if not 0.0 <= value < math.inf:
        raise lg.InvalidValue(
            where=option, got=text, wanted="a load of 0 or more, such as 180, 180kg or 405lb"
        )
    return (lg.kg_from_lb(value) if unit == "lb" else value), unit


def _lift(text: str, history: lg.History) -> str:
    """Find the lift that is meant: a known one, or one that the log has under its own name."""
    match = lg.find_lift(text)
    if match.key is not None:
        return match.key
    own = {one.lift.casefold(): one.lift for one in history.sets}
    if text.strip().casefold() in own:
        return own[text.strip().casefold()]
    near = ", ".join(match.near)
    raise lg.InvalidValue(
        where="--lift",
        got=text,
        wanted="a known lift, or a name that stands in the log",
        hint=f"Near: {near}." if near else "",
    )


def _when(text: str, history: lg.History) -> datetime:
    """Read a moment: now, end, or a date with or without a time."""
    zone = history[-1].at.tzinfo if len(history) else None
    if text == "now":
        return datetime.now(zone)
    if text == "end":
        return _day_after(history)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise lg.InvalidValue(
            where="--at", got=text, wanted="a date and time such as 2026-01-05T18:00, now, or end"
        ) from None
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def _day_after(history: lg.History) -> datetime:
    if not len(history):
        raise lg.InvalidValue(where="--at end", got="a log without sets", wanted="at least one set")
    return history[-1].at + timedelta(days=1)


if __name__ == "__main__":
    sys.exit(main())
