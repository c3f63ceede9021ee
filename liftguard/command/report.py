"""
Say what a log holds: the command `report`.

Reason to change: what a report says.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import liftguard as lg
from liftguard.command.log_units import plates_in, unit_for
from liftguard.command.options import day_after, read_log, replay
from liftguard.evaluation.scored_sets import FIRST_SESSION
from liftguard.judge.causes import excess_of, share_out
from liftguard.judge.loads import loadable_below
from liftguard.lifts import lift_of
from liftguard.wire import plain
from liftguard.words import say_days, say_load, say_part, say_warning

__all__ = ["report"]

_SHOWN = 10  # problems and sets that are listed in text; --json has all
_OF_THE_FILE = 3  # sentences: rows, app and unit
_NAMES_SHOWN = 3  # unknown names that are offered another
_YEAR = timedelta(days=365)
_WORTH_SAYING = 0.1  # of an excess
_UNITS = {"kg": ("kg",), "lb": ("kg", "lb")}
_DOUBLES = ("duplicate", "overlap")
_TRIPLE = 3  # repetitions that the heaviest clear load is shown for


def report(options: argparse.Namespace) -> None:
    """Say what was read, what can be lifted, and what an app would have said before past sets."""
    log = read_log(options)
    guard = lg.Guard()
    state, track = replay(guard, log.history)
    doubts = guard.check_log(log.history)
    units = {lift: unit_for(options, log, lift) for lift in _main_lifts(log.history)}
    found = {
        "app": log.app,
        "recognised_by": log.recognised_by,
        "confidence": log.confidence,
        "notices": list(log.notices),
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
        "unknown_lifts": {
            one.name: {"sets": one.sets, "near": list(one.near)}
            for one in log.history.unknown_lifts
        },
        "doubts": [lg.say_doubt(one, unit_for(options, log, one.lift)) for one in doubts],
        "lifts": _capacities(guard, state, log, units),
        **_past_year(track, log.history),
    }
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        _print_report(found, log, doubts, units)


def _main_lifts(history: lg.History) -> dict[str, int]:
    """Count the sets of the main barbell lifts; of the commonest lifts where there are none."""
    counts = Counter(one.lift for one in history.sets)
    main = {lift: n for lift, n in counts.most_common() if lift_of(lift).strength_ratio is not None}
    return main or dict(counts.most_common(3))


def _capacities(
    guard: lg.Guard, state: lg.AthleteState, log: lg.Log, units: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Ask for the capacity of each main lift on the day after the last entry."""
    found = []
    for lift, count in _main_lifts(log.history).items():
        plates = plates_in(units[lift])
        single = lg.PlannedSet(lift=lift, load_kg=1.0, reps=1)
        at = day_after(log.history)
        verdict = guard.check(state, single, at=at)
        triple = None
        if verdict.max_load_kg:
            triple = guard.max_load(state, lift, _TRIPLE, at=at, plates=plates)
        triple, ramp = _clear_after_its_ramp(guard, state, lift, triple, at, plates)
        found.append(
            {
                "lift": lift,
                "sets": count,
                "capacity": plain(verdict.capacity) if verdict.is_relied_on else None,
                "days_since": verdict.days_since,
                "caveats": list(verdict.caveats),
                "clear_triple_kg": triple,
                "ramp": [[one.load_kg, one.reps] for one in ramp],
            }
        )
    return found


def _clear_after_its_ramp(
    guard: lg.Guard,
    state: lg.AthleteState,
    lift: str,
    kg: float | None,
    at: datetime,
    plates: lg.Plates | None,
) -> tuple[float | None, tuple[lg.PlannedSet, ...]]:
    """Give the heaviest triple up to a load that is clear after its ramp, and that ramp."""
    while kg:
        top = lg.PlannedSet(lift=lift, load_kg=kg, reps=_TRIPLE)
        ramp = guard.warm_up(state, top, at=at, plates=plates)
        session = lg.PlannedSession(at=at, sets=(*ramp, top))
        if guard.check_plan(state, [session], plates=plates).sets[-1].level == lg.Level.CLEAR:
            return kg, ramp
        kg = loadable_below(kg, plates)
    return kg, ()


def _past_year(track: list[lg.Track], history: lg.History) -> dict[str, Any]:
    """Judge the main sets of the last year as an app would have that asked before each."""
    judged = _judged_sets(track, history)
    return {
        "judged": len(judged),
        "missed": sum(one.seen.logged.missed for one in judged),
        "levels": {
            level.name: {
                "sets": sum(one.level == level for one in judged),
                "not_all_up": sum(one.level == level and not one.went_up for one in judged),
            }
            for level in reversed(lg.Level)
        },
        "flagged": [_flag(one, track[0].policy) for one in judged if one.flagged],
    }


def _judged_sets(track: list[lg.Track], history: lg.History) -> list[lg.Judged]:
    """Judge each set of a main lift in the last year, from its sixth session on."""
    found = []
    main, days = _main_lifts(history), defaultdict(set)
    for part in track:
        for one in part:
            done = one.logged
            days[done.lift].add(done.at.date())
            if done.lift not in main or len(days[done.lift]) < FIRST_SESSION:
                continue
            if done.at >= history[-1].at - _YEAR and (done.reps or done.missed):
                found.append(part.judged(one))
    return found


def _flag(judged: lg.Judged, policy: lg.Policy) -> dict[str, Any]:
    """Give a past warning, and what came of the set."""
    done = judged.seen.logged
    return {
        "at": done.at.isoformat(),
        "lift": done.lift,
        "load_kg": done.load_kg,
        "asked_reps": judged.planned.reps,
        "reps": done.reps,
        "missed": done.missed,
        "level": judged.level.name,
        "p_beyond": judged.forecast.p_beyond,
        "by_pain": judged.by_pain,
        "went_up": judged.went_up,
        "causes": {} if judged.by_pain else _shares(judged.forecast, policy),
        "sentence": say_warning(judged),
    }


def _shares(forecast: lg.Forecast, policy: lg.Policy) -> dict[str, float | None]:
    """Share a past excess among the causes, the largest first."""
    shares = share_out(excess_of(forecast, policy).sizes, policy)
    return dict(sorted(shares.items(), key=lambda pair: -(pair[1] or 0.0)))


def _print_report(
    found: dict[str, Any],
    log: lg.Log,
    doubts: Sequence[lg.Doubt],
    units: Mapping[str, str],
) -> None:
    print(*lg.say_log(log)[:_OF_THE_FILE], sep="\n")
    for notice in found["notices"]:
        print(f"Note: {notice}.")
    for reason, count in found["skipped"].items():
        print(f"  {count} x {reason}")
    _print_some([f"  {problem}" for problem in found["problems"]], "problems")
    _print_unknown(found["unknown_lifts"])
    _print_some([f"Doubtful: {one}" for one in found["doubts"]], "doubts")
    if any(one.code in _DOUBLES for one in doubts):
        print("  --drop-doubles leaves out what can hardly have been done twice")
    print("\nCapacity for one repetition on the day after the last entry, nine in ten:")
    lifts = [f"  {_say_capacity(lift, _UNITS[units[lift['lift']]])}" for lift in found["lifts"]]
    print(*(lifts or ["  no sets"]), sep="\n")
    _print_past_year(found, units)


def _print_unknown(lifts: dict[str, dict[str, Any]]) -> None:
    """Say which names are no known lift, and offer what the commonest of them resemble."""
    if not lifts:
        return
    sets = sum(one["sets"] for one in lifts.values())
    names = "1 name means" if len(lifts) == 1 else f"{len(lifts)} names mean"
    print(f"{names} no lift that is known ({_sets(sets)}), and nothing is assumed.")
    shown = sorted(lifts.items(), key=lambda pair: not pair[1]["near"])[:_NAMES_SHOWN]
    for name, one in shown:
        may_be = f" may be {' or '.join(one['near'])}" if one["near"] else ""
        print(f"  {name!r} ({_sets(one['sets'])}){may_be}")
    if shown[0][1]["near"]:
        print('  where that is so, --join "NAME=LIFT" counts them together')


def _sets(count: int) -> str:
    return "1 set" if count == 1 else f"{count} sets"


def _say_capacity(lift: dict[str, Any], units: Sequence[str]) -> str:
    name, band, days = lift_of(lift["lift"]).name, lift["capacity"], lift["days_since"]
    since = f"{_sets(lift['sets'])}, the last {say_days(days or 0.0)} before"
    if band is not None:
        said = " or ".join(
            f"{say_load(band['middle_kg'], unit)} "
            f"({say_load(band['low_kg'], unit)} to {say_load(band['high_kg'], unit)})"
            for unit in units
        )
        return f"{name}: {said}; {since}{_say_ramp(lift, units[-1])}"
    if "no_bodyweight" in lift["caveats"]:
        return f"{name}: cannot be said without a bodyweight; {_sets(lift['sets'])}"
    few = {"few_sets", "no_sets"} & set(lift["caveats"])
    long_ago = "long_break" in lift["caveats"] and not few
    why = "too long ago" if long_ago else "too few sets near the limit"
    return f"{name}: cannot be said, {why}; {since}"


def _say_ramp(lift: dict[str, Any], unit: str) -> str:
    """Say the heaviest clear triple, and how to lead up to it."""
    if not lift["clear_triple_kg"]:
        return ""
    ramp = [f"{say_load(kg, unit)} x {reps}" for kg, reps in lift["ramp"]]
    led = f", after {', '.join(ramp)}" if ramp else ""
    return f"\n    a clear triple: {say_load(lift['clear_triple_kg'], unit)}{led}"


def _print_past_year(found: dict[str, Any], units: Mapping[str, str]) -> None:
    print(
        f"\nOf {found['judged']} sets of these lifts in the last year (from the sixth session of "
        f"a lift on), {found['missed']} were missed."
    )
    print("An app that asked before each, at the repetitions planned or else done, would have said")
    for level, counts in found["levels"].items():
        failed = f"{counts['not_all_up']} of which did not all go up"
        print(f"  {level} before {_sets(counts['sets'])}, {failed}")
    if found["flagged"]:
        print("Its warnings, the surest first, and what came of them:")
        surest = sorted(
            found["flagged"], key=lambda one: (one["by_pain"], -(one["p_beyond"] or 0.0))
        )
        _print_some([f"  {_say_flag(one, _UNITS[units[one['lift']]])}" for one in surest], "sets")


def _say_flag(one: dict[str, Any], units: Sequence[str]) -> str:
    load = " or ".join(say_load(one["load_kg"], unit) for unit in units)
    what = f"{one['at'][:10]} {lift_of(one['lift']).name} {load} x {one['asked_reps']}"
    causes = [
        say_part(code, share)
        for code, share in one["causes"].items()
        if share is not None and share >= _WORTH_SAYING
    ]
    return f"{what}: {one['sentence']}" + (f" ({', '.join(causes)})" if causes else "")


def _print_some(lines: list[str], what: str) -> None:
    for line in lines[:_SHOWN]:
        print(line)
    if len(lines) > _SHOWN:
        print(f"  and {len(lines) - _SHOWN} more {what}; --json lists all")
