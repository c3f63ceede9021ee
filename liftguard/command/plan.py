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
from liftguard.command.asked import Asked, ask, cut_lines, last_time
from liftguard.command.log_units import plates_in
from liftguard.command.options import read_log
from liftguard.command.plan_file import Plan, read_plan
from liftguard.importers.typed_plans import most_if_doubtful
from liftguard.judge.plan import SetCheck
from liftguard.phrase import Phrase
from liftguard.wire import plain
from liftguard.words import say_set
from liftguard.words.numbers import chance_text, exact_load_text
from liftguard.words.say_phrase import phrase_text
from liftguard.words.say_plan import presumed, standing_text

__all__ = ["plan"]


def plan(options: argparse.Namespace) -> None:
    """Walk through the sessions of a table, with what was known before the first of them."""
    athlete = options.athlete or Path(options.log).stem
    log = read_log(options)
    read = read_plan(options.plan, athlete, log.history, options.dates)
    if not read.sessions:
        raise lg.InvalidValue(
            where=options.plan,
            got=read.problems[0] if read.problems else Phrase("no row"),
            wanted=Phrase("at least one set that is planned"),
        )
    asked = ask(options, log, unit=read.unit, at=read.sessions[0].at)
    plates = plates_in(read.unit)
    found = asked.guard.check_plan(asked.state, read.sessions, plates=plates)
    said = lg.say_plan(found, read.unit, language=options.language)
    if options.json:
        told = {
            "sentences": said,
            "problems": [phrase_text(one, asked.voice) for one in read.problems],
            "app": asked.log.app,
        }
        print(json.dumps(plain(found) | told, ensure_ascii=False, indent=2, allow_nan=False))
        return
    _print_sets(found, asked)
    print(*said, sep="\n")
    _print_rest(read, asked)


def _print_sets(found: lg.PlanCheck, asked: Asked) -> None:
    """Say each set of a plan, those that follow each other alike on one line, and the last time."""
    told = list(zip(found.sets, presumed(found.sets), strict=True))
    for _, session in groupby(told, key=lambda one: one[0].session):
        sets = list(session)
        print(f"{sets[0][0].at:%Y-%m-%d %H:%M}")
        before = None
        for (*_, presumes), alike in groupby(sets, key=_alike):
            run = [one for one, _ in alike]
            print(f"  {_say_run(run, asked, presumes=presumes)}")
            if run[0].planned.lift != before and (last := last_time(asked, run[0].planned.lift)):
                print(f"    {last}")
            before = run[0].planned.lift
        print()


def _alike(told: tuple[SetCheck, bool]) -> tuple[lg.PlannedSet, lg.Level, bool]:
    one, presumes = told
    return one.planned, one.level, presumes


def _say_run(run: list[SetCheck], asked: Asked, *, presumes: bool) -> str:
    """Say sets that are alike: how they stand, and how likely each fails."""
    voice, language = asked.voice, asked.voice.language
    what = say_set(run[0].planned, voice.unit, language=language)
    many = voice.text("command", "times", len(run), n=str(len(run)))
    said = f"{voice.text('levels', run[0].level.name)}: {what}{many}"
    if run[0].pain is not None and run[0].level >= lg.Level.CAUTION:
        return f"{said}, {standing_text(run[0], voice, presumes=presumes)}"
    least, most = min(run, key=_chance), max(run, key=_chance)
    stands = standing_text(most, voice, presumes=presumes)
    if stands is None:
        return said
    low, high = (chance_text(_chance(one), voice) for one in (least, most))
    code = "fails" if low == high else "fails_between"
    return f"{said}, {voice.text('command', code, least=low, chance=stands)}"


def _chance(one: SetCheck) -> float:
    return one.p_beyond or 0.0


def _print_rest(read: Plan, asked: Asked) -> None:
    """Say what is doubtful in the plan, and what was left out of it and of the log."""
    voice = asked.voice
    for one in dict.fromkeys(one for session in read.sessions for one in session.sets):
        most = most_if_doubtful(one, asked.history)
        if most is not None:
            what = say_set(one, voice.unit, language=voice.language)
            said = exact_load_text(most, voice)
            print(voice.text("command", "far_above", what=what, most=said))
    for problem in read.problems:
        print(voice.text("command", "problem", problem=phrase_text(problem, voice)))
    for line in cut_lines(asked.at, asked.left_out, voice):
        print(line)
