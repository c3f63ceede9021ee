"""
The command line: demo, check, today, plan, why, report, benchmark, fit.

Exit codes: 0 answered, whatever the answer; 2 the input could not be used, with one
sentence on standard error that says what was wanted.

Reason to change: a command or an option.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_args

import liftguard as lg
from liftguard.choices import Language
from liftguard.command.benchmark import benchmark
from liftguard.command.check import check, demo
from liftguard.command.fit import fit
from liftguard.command.options import as_options, with_signed_loads
from liftguard.command.parser import Parser
from liftguard.command.plan import plan
from liftguard.command.report import report
from liftguard.command.terminal import harmless, speak
from liftguard.command.today import today
from liftguard.command.why import why
from liftguard.importers import READABLE
from liftguard.words import LANGUAGES
from liftguard.words.say_phrase import error_text
from liftguard.words.voice import Voice

__all__ = ["main"]

if TYPE_CHECKING:
    # argparse has no public name for it
    _Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, from the arguments of the process if none are given; give the exit code."""
    return speak(lambda: _answer(arguments))


def _answer(arguments: Sequence[str] | None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(_language_in(given)).parse_args(with_signed_loads(given))
    try:
        options.run(options)
    except lg.LiftguardError as error:
        voice = Voice(language=getattr(options, "language", "en"))
        text = f"liftguard: {as_options(error_text(error, voice))}"
        said = harmless(text, sys.stderr.encoding)
        sys.stderr.write(f"{said.replace(chr(10), ' ')}\n")
        return 2
    return 0


def _language_in(given: Sequence[str]) -> Language:
    """Find the language that is asked for, before it is known whether the rest can be read."""
    words = [part for one in given for part in one.split("=")]
    asked = dict(pairwise(words)).get("--language", "")
    known: tuple[Language, ...] = get_args(Language)
    return next((one for one in known if one == asked), "en")


def _parser(language: Language) -> argparse.ArgumentParser:
    kind: Any = partial(Parser, voice=Voice(language=language))
    parser: argparse.ArgumentParser = kind(
        prog="python -m liftguard",
        description="Is a planned set beyond what an athlete can do right now, and why?",
    )
    parser.add_argument("--version", action="version", version=f"liftguard {lg.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=kind)
    shown = commands.add_parser("demo", help="judge four sets of an invented lifter")
    shown.set_defaults(run=demo)
    _add_language(shown)
    _add_check(commands)
    _add_today(commands)
    _add_plan(commands)
    _add_why(commands)
    told = commands.add_parser("report", help="what a log says, and what was read of it")
    told.add_argument("log", metavar="LOG", help="an export of a lifting app")
    told.add_argument(
        "--at",
        default="end",
        help="a date and time, also one inside the log, which is then cut there; now, "
        "or end (default): the day after the last entry",
    )
    told.add_argument("--html", metavar="FILE", help="write it there as a page with pictures")
    told.set_defaults(run=report)
    _add_bodyweight(told)
    _add_reading(told)
    _add_language(told)
    measured = commands.add_parser("benchmark", help="measure liftguard beside its rivals")
    measured.add_argument(
        "folder", metavar="FOLDER", nargs="?", help="with exports of any known app"
    )
    measured.add_argument(
        "--speed", action="store_true", help="measure speed beside other libraries; no FOLDER"
    )
    measured.add_argument("--json", metavar="FILE", help="write all figures there")
    measured.set_defaults(run=benchmark)
    _add_fit(commands)
    return parser


def _add_check(commands: _Commands) -> None:
    judge = commands.add_parser("check", help="judge one planned set against a log")
    judge.add_argument("log", metavar="LOG", help="an export of a lifting app")
    judge.add_argument("--lift", required=True, help="its name, in one of fifteen languages")
    judge.add_argument(
        "--load",
        help="180 (kg, whatever the log), 180kg or 405lb; of an assisted lift the help",
    )
    judge.add_argument(
        "--assist", metavar="KG", help="help of a machine or band, for a lift that moves the body"
    )
    judge.add_argument("--reps", default="1", help="that must go up (default: 1)")
    judge.add_argument("--rpe", help="planned exertion, 1 to 10")
    judge.add_argument(
        "--at",
        default="now",
        help="a date and time, also one inside the log, which is then cut there; now (default), "
        "or end: the day after the last entry",
    )
    judge.add_argument(
        "--details", action="store_true", help="all that was recorded, not only what matters"
    )
    judge.set_defaults(run=check)
    _add_known(judge)
    _add_reading(judge)
    _add_language(judge)


def _add_today(commands: _Commands) -> None:
    asked = commands.add_parser("today", help="what to lift today, by a log")
    asked.add_argument("log", metavar="LOG", help="an export of a lifting app")
    asked.add_argument(
        "--lift",
        action="append",
        default=[],
        help="its name; may be given again (default: each that is really done)",
    )
    asked.add_argument("--reps", default="5", help="that the load is for (default: 5)")
    asked.add_argument("--rpe", help="how hard it is meant to be, 1 to 10 (default: as usual)")
    asked.add_argument(
        "--at",
        default="end",
        help="a date and time, also one inside the log, which is then cut there; now, "
        "or end (default): the day after the last entry",
    )
    asked.set_defaults(run=today)
    _add_known(asked)
    _add_reading(asked)
    _add_language(asked)


def _add_plan(commands: _Commands) -> None:
    walked = commands.add_parser("plan", help="judge the sessions of a plan, set by set")
    walked.add_argument("log", metavar="LOG", help="an export of a lifting app")
    walked.add_argument(
        "plan", metavar="PLAN.csv", help="columns at,lift,load_kg (or load_lb),reps,sets"
    )
    walked.add_argument(
        "--athlete", help="whose rows count, if PLAN.csv has such a column (default: LOG's name)"
    )
    walked.set_defaults(run=plan)
    _add_known(walked)
    _add_reading(walked)
    _add_language(walked)


def _add_why(commands: _Commands) -> None:
    asked = commands.add_parser("why", help="look for the reason of a pain in a log")
    asked.add_argument("log", metavar="LOG", help="an export of a lifting app")
    asked.add_argument("--at", required=True, help="when it hurt: a date, or a date and time")
    asked.add_argument(
        "--region",
        default="low_back",
        help="where, by any everyday name: lower back (default), hamstring, knee, Nacken, ...",
    )
    asked.add_argument("--severity", default="5", help="0 to 10 (default: 5)")
    asked.add_argument(
        "--kind",
        default="ache",
        choices=("ache", "sharp", "spasm", "stiffness"),
        help="what it felt like (default: ache)",
    )
    asked.set_defaults(run=why)
    _add_reading(asked)
    _add_language(asked)


def _add_fit(commands: _Commands) -> None:
    fitted = commands.add_parser("fit", help="fit constants of the model on logs, with their doubt")
    fitted.add_argument("folder", metavar="FOLDER", help="with exports of any known app")
    fitted.add_argument(
        "--leave-out", nargs="*", default=[], metavar="NAME", help="lifters that no fit may see"
    )
    fitted.add_argument(
        "--outcomes", action="store_true", help="only the weights of own outcomes; needs no SciPy"
    )
    fitted.add_argument(
        "--meets", action="store_true", help="fit the forecaster of meets, too, on meets.csv.gz"
    )
    fitted.set_defaults(run=fit)


def _add_known(command: argparse.ArgumentParser) -> None:
    """Add what is known besides the log."""
    _add_bodyweight(command)
    command.add_argument(
        "--pain",
        action="append",
        default=[],
        metavar='"PLACE N WHEN"',
        help='such as "low_back 6 yesterday" or "knee 3 sharp 2026-03-01"; may be given again',
    )


def _add_bodyweight(command: argparse.ArgumentParser) -> None:
    command.add_argument("--bodyweight", help="82kg or 180lb, for pull-ups and the like")


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language", choices=tuple(LANGUAGES), default="en", help="of the answer (default: en)"
    )


def _add_reading(command: argparse.ArgumentParser) -> None:
    """Add what says how a log is read."""
    command.add_argument(
        "--unit",
        choices=("kg", "lb"),
        help="of the loads in the log; overrides what it says. Where each row says its own, what "
        "to answer in",
    )
    apps = ", ".join(dict.fromkeys(app.name for app in READABLE))
    command.add_argument("--app", help=f"where it is not recognised: {apps}")
    command.add_argument(
        "--columns",
        metavar="WORD=NAME,...",
        help="of a table that no app wrote: when=Day,lift=Name,load=Weight,reps=Reps",
    )
    command.add_argument(
        "--dates", choices=("dmy", "mdy"), help="what stands first in dates such as 03/04/2024"
    )
    command.add_argument(
        "--drop-doubles", action="store_true", help="leave out what stands twice in the log"
    )
    command.add_argument(
        "--join",
        action="append",
        default=[],
        metavar="NAME=LIFT",
        help="a lift of the log that is another under an older name; may be given again",
    )
    command.add_argument(
        "--tz", help="time zone of the log, its days and --at, such as Europe/Berlin"
    )
    command.add_argument("--json", action="store_true", help="for programs")


if __name__ == "__main__":
    sys.exit(main())
