"""
Find what a log holds: the command `report`.

Reason to change: what a report tells of.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from datetime import datetime
from typing import Any

import attrs

import liftguard as lg
from liftguard.choices import Language, LogUnit
from liftguard.command.asked import known_at, read_when
from liftguard.command.log_units import plates_in, unit_for, unit_of_set
from liftguard.command.options import (
    as_options,
    read_load,
    read_log,
    read_now,
    replay,
    write_text,
)
from liftguard.command.report_outcomes import outcomes_of
from liftguard.command.report_page import report_page
from liftguard.command.report_text import print_report
from liftguard.command.reported import YEAR, Reported, Then, main_lifts
from liftguard.evaluation.scored_sets import FIRST_SESSION
from liftguard.judge.causes import excess_of, share_out
from liftguard.judge.loads import at_net, loadable_below, net_kg
from liftguard.judge.question import Question
from liftguard.lifts import lift_of
from liftguard.wire import plain
from liftguard.words import say_warning
from liftguard.words.say_phrase import phrase_text, problem_text
from liftguard.words.voice import Voice

__all__ = ["report"]

_DOUBLES = ("duplicate", "overlap")
_TRIPLE = 3  # repetitions that the most of a main lift is shown for
_LATELY = 20  # sets of another lift, of whose repetitions the commonest are


def report(options: argparse.Namespace) -> None:
    """Say what was read, what can be lifted, and what an app would have said before past sets."""
    log, then = _known_then(options)
    log = _weighed(log, options)
    guard = lg.Guard()
    state, parts = replay(guard, log.history, options.language)
    sets = tuple(one for part in parts for one in part)
    track = lg.Track(state=state, sets=sets, params=guard.params, policy=guard.policy)
    judged = _judged_sets(track, log.history)
    voice = Voice(language=options.language, unit=unit_for(options, log))
    doubts = guard.check_log(log.history, now=read_now(log.history, options.tz))
    found = {
        "at": None if then.at is None else then.at.isoformat(),
        "left_out": then.left_out,
        **_read(log, voice),
        "doubts": [
            lg.say_doubt(one, unit_for(options, log, one.lift), language=voice.language)
            for one in doubts
        ],
        "lifts": _capacities(guard, state, log, options, then.at),
        **_past_year(judged, track.policy, voice.language),
    }
    own = {one["lift"]: one["unit"] for one in found["lifts"]}
    for flag in found["flagged"]:
        flag["unit"] = unit_of_set(options, log, flag["load_kg"], own[flag["lift"]])
    if options.json or options.html is not None:
        found["outcomes"] = outcomes_of(track)
    if options.html is not None:
        shown = Reported(log, options.log, track, judged, doubts, found, then, options.unit)
        write_text("--html", options.html, report_page(shown, voice))
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))
    elif options.html is not None:
        print(voice.text("page", "wrote", file=options.html))
    else:
        doubled = any(one.code in _DOUBLES for one in doubts)
        print_report(found, log, guard.policy, voice, then, doubled=doubled)


def _known_then(options: argparse.Namespace) -> tuple[lg.Log, Then]:
    """Read the log up to the moment that is asked for."""
    log, is_end = read_log(options), options.at == "end"
    if is_end and not len(log.history):
        return log, Then(None, is_end, 0)
    at = read_when(options.at, log.history, options.tz)
    known = known_at(at, log.history)
    left_out = len(log.history) - len(known)
    return attrs.evolve(log, history=known), Then(at, is_end, left_out)


def _weighed(log: lg.Log, options: argparse.Namespace) -> lg.Log:
    """Add the bodyweight of the options, which counts for all of a log."""
    if options.bodyweight is None or not len(log.history):
        return log
    kg, _ = read_load("--bodyweight", options.bodyweight)
    weight = lg.Bodyweight(at=log.history[0].at, kg=kg)
    return attrs.evolve(log, history=lg.History([weight, *log.history]))


def _read(log: lg.Log, voice: Voice) -> dict[str, Any]:
    """Account for what was read."""
    return {
        "app": log.app,
        "recognised_by": phrase_text(log.recognised_by, voice),
        "confidence": log.confidence,
        "notices": [phrase_text(one, voice) for one in log.notices],
        "unit": log.unit,
        "unit_evidence": phrase_text(log.unit_evidence, voice),
        "rows": {
            "read": log.rows_read,
            "sets": log.rows_with_sets,
            "non_sets": len(log.skipped),
            "problems": len(log.problems),
        },
        "skipped": dict(Counter(one.reason for one in log.skipped).most_common()),
        "problems": [as_options(problem_text(problem, voice)) for problem in log.problems],
        "unknown_lifts": {
            one.name: {"sets": one.sets, "near": list(one.near)}
            for one in log.history.unknown_lifts
        },
    }


def _capacities(
    guard: lg.Guard,
    state: lg.AthleteState,
    log: lg.Log,
    options: argparse.Namespace,
    at: datetime | None,
) -> list[dict[str, Any]]:
    """Ask for the capacity of each lift at a moment, the commonest first."""
    if at is None:
        return []
    counts = Counter(one.lift for one in log.history.sets)
    return [
        _capacity(guard, state, log.history, lift, unit_for(options, log, lift), at)
        for lift, _ in counts.most_common()
    ]


def _capacity(
    guard: lg.Guard,
    state: lg.AthleteState,
    history: lg.History,
    lift: str,
    unit: LogUnit,
    at: datetime,
) -> dict[str, Any]:
    """Ask for the capacity of a lift, and for a set of it that is clear after its ramp."""
    plates = plates_in(unit)
    verdict = guard.check(state, lg.PlannedSet(lift=lift, load_kg=1.0, reps=1), at=at)
    reps = _usual_reps(lift, history)
    most = None
    count = sum(one.lift == lift for one in history.sets)
    moves_body = lift_of(lift).bodyweight_share > 0.0
    some = verdict.max_load_kg is not None if moves_body else verdict.max_load_kg
    if some and count >= guard.policy.few_sets:
        most = guard.max_load(state, lift, reps, at=at, plates=plates)
    clear, ramp = _clear_after_its_ramp(guard, state, (lift, reps), most, at, plates)
    return {
        "lift": lift,
        "sets": count,
        "unit": unit,
        "capacity": plain(verdict.capacity) if verdict.is_relied_on else None,
        "days_since": verdict.days_since,
        "caveats": list(verdict.caveats),
        "clear_reps": reps,
        "clear_kg": clear,
        "ramp": [[net_kg(one), one.reps] for one in ramp],
    }


def _usual_reps(lift: str, history: lg.History) -> int:
    """Give the repetitions to ask for: three of a main lift, of another what was done most."""
    if lift_of(lift).strength_ratio is not None:
        return _TRIPLE
    done = [one.reps for one in history.sets if one.lift == lift and one.reps]
    return Counter(done[-_LATELY:]).most_common(1)[0][0] if done else _TRIPLE


def _clear_after_its_ramp(
    guard: lg.Guard,
    state: lg.AthleteState,
    asked: tuple[str, int],
    kg: float | None,
    at: datetime,
    plates: lg.Plates | None,
) -> tuple[float | None, tuple[lg.PlannedSet, ...]]:
    """Give the most of a lift for some repetitions that is clear after its ramp, and that ramp."""
    lift, reps = asked
    while kg or (kg is not None and lift_of(lift).bodyweight_share > 0.0):
        top = at_net(lg.PlannedSet(lift=lift, load_kg=0.0, reps=reps), kg)
        ramp = guard.warm_up(state, top, at=at, plates=plates)
        session = lg.PlannedSession(at=at, sets=(*ramp, top))
        if guard.check_plan(state, [session], plates=plates).sets[-1].level == lg.Level.CLEAR:
            return kg, ramp
        kg = loadable_below(kg, Question(state, top, at, plates=plates).rack)
    return kg, ()


def _past_year(judged: list[lg.Judged], policy: lg.Policy, language: Language) -> dict[str, Any]:
    """Judge the main sets of the last year as an app would have that asked before each."""
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
        "flagged": [_flag(one, policy, language) for one in judged if one.flagged],
    }


def _judged_sets(track: lg.Track, history: lg.History) -> list[lg.Judged]:
    """Judge each set of a main lift in the last year, from its sixth session on."""
    found = []
    main, days = main_lifts(history), defaultdict(set)
    for one in track:
        done = one.logged
        days[done.lift].add(done.at.date())
        if done.lift not in main or len(days[done.lift]) < FIRST_SESSION:
            continue
        if done.at >= history[-1].at - YEAR and (done.reps or done.missed):
            found.append(track.judged(one))
    return found


def _flag(judged: lg.Judged, policy: lg.Policy, language: Language) -> dict[str, Any]:
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
        "sentence": say_warning(judged, language=language),
    }


def _shares(forecast: lg.Forecast, policy: lg.Policy) -> dict[str, float | None]:
    """Share a past excess among the causes, the largest first."""
    shares = share_out(excess_of(forecast, policy).sizes, policy)
    return dict(sorted(shares.items(), key=lambda pair: -(pair[1] or 0.0)))
