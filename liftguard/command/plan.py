"""
Judge a plan against a log: the command `plan`.

Reason to change: what is said of a plan.
"""

from __future__ import annotations

import argparse
import json
from itertools import groupby
from pathlib import Path

import liftguard as lg
from liftguard.command.asked import Asked, ask, last_time
from liftguard.command.options import read_log
from liftguard.command.plan_file import Plan, read_plan
from liftguard.judge.plan import SetCheck
from liftguard.wire import plain
from liftguard.words import say_chance, say_set

__all__ = ["plan"]


def plan(options: argparse.Namespace) -> None:
    """Walk through the sessions of a table, with what was known before the first of them."""
    athlete = options.athlete or Path(options.log).stem
    log = read_log(options)
    read = read_plan(options.plan, athlete, log.history, options.dates)
    if not read.sessions:
        raise lg.InvalidValue(
            where=options.plan,
            got="; ".join(read.problems[:1]) or "no row",
            wanted="at least one set that is planned",
        )
    asked = ask(options, log, unit=read.unit, at=read.sessions[0].at)
    plates = lg.Plates.lb() if read.unit == "lb" else None
    found = asked.guard.check_plan(asked.state, read.sessions, plates=plates)
    said = lg.say_plan(found, read.unit, language=options.language)
    if options.json:
        told = {"sentences": said, "problems": list(read.problems), "app": asked.log.app}
        print(json.dumps(plain(found) | told, ensure_ascii=False, indent=2, allow_nan=False))
        return
    _print_sets(found, asked)
    print(*said, sep="\n")
    _print_rest(read, asked)


def _print_sets(found: lg.PlanCheck, asked: Asked) -> None:
    """Say each set of a plan, those that follow each other alike on one line, and the last time."""
    hurts = found.verdict is not None and found.verdict.pain is not None
    for _, session in groupby(found.sets, key=lambda one: one.session):
        sets = list(session)
        print(f"{sets[0].at:%Y-%m-%d %H:%M}")
        before = None
        for _, alike in groupby(sets, key=lambda one: (one.planned, one.level)):
            run = list(alike)
            print(f"  {_say_run(run, asked, hurts=hurts)}")
            if run[0].planned.lift != before and (last := last_time(asked, run[0].planned.lift)):
                print(f"    {last}")
            before = run[0].planned.lift
        print()


def _say_run(run: list[SetCheck], asked: Asked, *, hurts: bool) -> str:
    """Say sets that are alike: how they stand, and how likely one fails unless it hurts."""
    voice, language = asked.voice, asked.voice.language
    what = say_set(run[0].planned, voice.unit, language=language)
    many = voice.text("command", "times", len(run), n=str(len(run)))
    said = f"{voice.text('levels', run[0].level.name)}: {what}{many}"
    chances = [one.p_beyond for one in run if one.p_beyond is not None]
    if hurts or not chances or run[0].level == lg.Level.UNKNOWN:
        return said
    chance = say_chance(max(chances), language=language)
    return f"{said}, {voice.text('command', 'fails', chance=chance)}"


def _print_rest(read: Plan, asked: Asked) -> None:
    """Say what was left out, of the plan and of the log."""
    voice = asked.voice
    for problem in read.problems:
        print(voice.text("command", "problem", problem=problem))
    if asked.left_out:
        print(voice.text("command", "cut", when=f"{asked.at:%Y-%m-%d %H:%M}"))
