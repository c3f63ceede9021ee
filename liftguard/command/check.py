"""
Judge planned sets: the commands `check` and `demo`.

Reason to change: what these two say.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

import attrs

import liftguard as lg
from liftguard.choices import LogUnit
from liftguard.command.asked import Asked, ask, cut_lines, end_in_future, last_time
from liftguard.command.log_units import MIXED, plates_in, unit_for
from liftguard.command.options import (
    day_after,
    read_lift,
    read_loads,
    read_log,
    read_now,
    read_reps,
    read_rpe,
)
from liftguard.wire import plain
from liftguard.words import say_list
from liftguard.words.names import lifted_text, loaded_text, unit_text
from liftguard.words.numbers import number_text
from liftguard.words.say_causes import telling_evidence
from liftguard.words.say_log import notice_line
from liftguard.words.say_phrase import phrase_text
from liftguard.words.say_steps import changes_lines
from liftguard.words.voice import Voice

__all__ = ["check", "demo"]

_FURTHER = 3  # steps beside those of the verdict and a way back; --json has all

_UNITS = ("kg", "kgs", "lb", "lbs")

_DEMO = (
    ("demo_warm_up", 100.0, 5),
    ("demo_usual", 135.0, 3),
    ("demo_ambitious", 150.0, 3),
    ("demo_too_much", 165.0, 2),
)


def demo(options: argparse.Namespace) -> None:
    """Judge sets of the invented lifter whose log comes with the package."""
    text = resources.files("liftguard").joinpath("demo.csv").read_bytes()
    log, guard = lg.read_log(text), lg.Guard()
    state = guard.replay(log.history).state
    at, voice = day_after(log.history), Voice(language=options.language)
    sets = str(len(log.history))
    print(voice.text("command", "demo", sets=sets, date=f"{at:%Y-%m-%d}"))
    for name, load_kg, reps in _DEMO:
        planned = lg.PlannedSet(lift="deadlift", load_kg=load_kg, reps=reps)
        verdict = guard.check(state, planned, at=at, plates=lg.Plates.kg())
        said = lg.say_verdict(verdict, language=options.language)
        print(f"\n{voice.text('command', name)}\n  {said}")
        if verdict.level >= lg.Level.CAUTION:
            lines = lg.say_details(verdict, language=options.language)
            print(*(f"    {line}" for line in lines), sep="\n")


def check(options: argparse.Namespace) -> None:
    """Judge one planned set against a log."""
    log = read_log(options)
    planned, unit = _planned(options, log)
    asked = ask(options, log, unit=unit)
    guard, state, at = asked.guard, asked.state, asked.at
    plates = plates_in(unit)
    verdict = guard.check(state, planned, at=at, plates=plates)
    top = _worth_a_ramp(verdict)
    ramp = guard.warm_up(state, top, at=at, plates=plates) if top is not None else ()
    steps = guard.advise(state, planned, at=at, plates=plates)
    if options.json:
        told = {
            "sentence": lg.say_verdict(verdict, unit, language=options.language),
            "app": log.app,
            "log_unit": log.unit,
            "advice": plain(steps),
            "ramp": plain(ramp),
        }
        print(json.dumps(plain(verdict) | told, ensure_ascii=False, indent=2, allow_nan=False))
        return
    said = verdict if options.details else _what_matters(verdict)
    _print_verdict(said, steps, ramp, asked)
    for line in _expected(asked, verdict):
        print(f"  {line}")
    print(*(f"  {line}" for line in _of_the_log(options, asked, verdict)), sep="\n")


def _expected(asked: Asked, verdict: lg.Verdict) -> Iterator[str]:
    """Say what a set is expected to leave beside the RPE that it is planned with."""
    planned = verdict.planned
    if not isinstance(planned, lg.PlannedSet) or planned.rpe is None or verdict.pain is not None:
        return
    plain = attrs.evolve(planned, rpe=None)
    left = asked.guard.forecast(asked.state, plain, at=asked.at).expected_rir
    if left is None or not verdict.is_relied_on:
        return
    voice, left = asked.voice, max(round(left), 0)
    rpe, said = (number_text(one, voice, 1) for one in (max(10.0 - left, 0.0), planned.rpe))
    yield voice.text("command", "expected", left, n=str(left), rpe=rpe, planned=said)


def _planned(options: argparse.Namespace, log: lg.Log) -> tuple[lg.PlannedSet, LogUnit]:
    """Read the set that is asked about, and the unit to answer in."""
    reps, rpe = read_reps(options), read_rpe(options)
    lift = read_lift(options.lift, log.history)
    load_kg, assist_kg, typed = read_loads(lift, options.load, options.assist)
    unit: LogUnit = typed
    other = options.unit not in (None, log.unit)  # than the log's, to answer in
    if other or (log.unit == MIXED and _is_bare(options)):
        unit = unit_for(options, log, lift)
    planned = lg.PlannedSet(
        lift=lift,
        load_kg=load_kg,
        reps=reps,
        rpe=rpe,
        assist_kg=assist_kg,
    )
    return planned, unit


def _is_bare(options: argparse.Namespace) -> bool:
    """Tell whether a load was typed without a unit."""
    return not (options.load or options.assist).lower().rstrip().endswith(_UNITS)


def _of_the_log(options: argparse.Namespace, asked: Asked, verdict: lg.Verdict) -> Iterator[str]:
    """Say what was read, and what of it may have moved the answer, a line each."""
    log, voice = asked.log, asked.voice
    evidence = phrase_text(log.unit_evidence, voice)
    parts = {"unit": unit_text(log.unit, voice), "evidence": evidence, "app": log.app}
    yield voice.text("command", "read", sets=str(len(log.history.sets)), **parts)
    yield from cut_lines(asked.at, asked.left_out, voice)
    lift = verdict.planned.lift if isinstance(verdict.planned, lg.PlannedSet) else None
    if unit_for(options, log, lift) == "lb" and _is_bare(options):
        yield voice.text("command", "kilograms", load=options.load or options.assist)
    yield from _remarks(options, asked, verdict)
    yield from end_in_future(options, asked)
    if options.at == "now" and "long_break" in verdict.caveats and len(asked.history):
        yield voice.text("command", "ends", date=f"{asked.history[-1].at:%Y-%m-%d}")


def _remarks(options: argparse.Namespace, asked: Asked, verdict: lg.Verdict) -> Iterator[str]:
    """Say what is doubtful in the log, and which lift of it may be the same one."""
    log, voice = asked.log, asked.voice
    found = asked.guard.check_log(log.history, now=read_now(log.history, options.tz))
    doubts = sum(one.severity != "note" for one in found)
    counts = (("not_understood", len(log.problems)), ("doubtful", doubts))
    said = [voice.text("command", code, count, n=str(count)) for code, count in counts if count]
    if said:
        some = say_list(said, language=voice.language)
        yield voice.text("command", "in_the_log", some=some)
    for notice in log.notices:
        yield notice_line(notice, voice)
    lift = verdict.planned.lift if isinstance(verdict.planned, lg.PlannedSet) else ""
    for one in log.history.unknown_lifts:
        if lift in one.near:
            parts = {"name": one.name, "lift": lift, "n": str(one.sets)}
            yield voice.text("command", "other_name", one.sets, **parts)
            return


def _print_verdict(
    verdict: lg.Verdict, steps: Sequence[lg.Step], ramp: Sequence[lg.PlannedSet], asked: Asked
) -> None:
    """Say a verdict, the last time, what else would clear the set, and how to lead up to it."""
    voice, lift = asked.voice, getattr(verdict.planned, "lift", "")
    how: Any = {"unit": voice.unit, "language": voice.language}
    print(lg.say_verdict(verdict, **how))
    last = last_time(asked, lift)
    told = _without_days(verdict) if last else verdict
    further = [step for step in steps if step not in verdict.steps]
    lines = [*lg.say_details(told, **how), *filter(None, [last])]
    for step in [step for step in further if step.code != "way_back"][:_FURTHER]:
        said = lg.say_step(step, at=verdict.at, **how)
        lines.append(voice.text("command", "or", step=said))
    back = [step for step in further if step.code == "way_back"]
    if back and isinstance(verdict.planned, lg.PlannedSet):
        hurts = verdict.pain is not None
        lines += changes_lines(back, voice, verdict.planned, verdict.at, hurts=hurts)
    top = _worth_a_ramp(verdict)
    if ramp and top is not None:
        load = loaded_text(top.load_kg, top.assist_kg, voice)
        sets = ", ".join(lifted_text(one.load_kg, one.assist_kg, one.reps, voice) for one in ramp)
        lines.append(
            voice.text("command", "ramp_to" if top.load_kg else "ramp", load=load, sets=sets)
        )
    print(*(f"  {line}" for line in lines), sep="\n")


def _what_matters(verdict: lg.Verdict) -> lg.Verdict:
    """Leave out what was recorded of causes that are not named, where there is a verdict."""
    if verdict.level == lg.Level.UNKNOWN:
        return verdict
    causes = (
        cause if cause.named else attrs.evolve(cause, evidence=telling_evidence(cause))
        for cause in verdict.causes
    )
    return attrs.evolve(verdict, causes=tuple(causes))


def _without_days(verdict: lg.Verdict) -> lg.Verdict:
    """Leave out how long ago the lift was done last, which the last time says with its date."""
    causes = (
        attrs.evolve(
            cause, evidence=tuple(one for one in cause.evidence if one.code != "days_since")
        )
        for cause in verdict.causes
    )
    return attrs.evolve(verdict, causes=tuple(causes))


def _worth_a_ramp(verdict: lg.Verdict) -> lg.PlannedSet | None:
    """Give the set to lead up to: the planned one, or the lower load that clears it."""
    if not isinstance(verdict.planned, lg.PlannedSet) or verdict.level == lg.Level.UNKNOWN:
        return None
    if verdict.level < lg.Level.BEYOND:
        return verdict.planned
    steps = (step for step in verdict.steps if isinstance(step, lg.Step))
    lower = (step.planned for step in steps if step.code in {"lower_load", "begin_back"})
    return next(lower, None)
