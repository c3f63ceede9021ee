"""
Ask a log why it hurt: the command `why`.

Reason to change: what it says.
"""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from typing import Any

import liftguard as lg
from liftguard.command.log_units import plates_in, unit_for
from liftguard.command.options import number, read_log, read_moment
from liftguard.command.pains import area_named
from liftguard.phrase import Phrase
from liftguard.units import elapsed_days
from liftguard.wire import plain
from liftguard.words.voice import Voice

__all__ = ["why"]

_AFTER_DAYS = 14.0  # a log that ended earlier says nothing about a pain: house rule


def why(options: argparse.Namespace) -> None:
    """Look for the reason of a pain in a log."""
    severity = number("--severity", options.severity, Phrase("a number from 0 to 10"))
    log = read_log(options)
    at = read_moment(options.at, log.history, options.tz)
    if "T" not in options.at and ":" not in options.at and options.at != "now":
        at = at.replace(hour=23, minute=59, second=59)  # a day: what was done on it counts
    _check_within(at, options.at, log.history)
    pain = lg.Pain(
        at=at, region=area_named(options.region, "--region"), severity=severity, kind=options.kind
    )
    unit = unit_for(options, log)
    finding = lg.Guard().investigate(log.history, pain, plates=plates_in(unit))
    voice = Voice(language=options.language, unit=unit)
    how: Any = {"unit": voice.unit, "language": voice.language}
    if options.json:
        told = {
            "reason_shown": finding.reason_shown,
            "sentence": lg.say_finding(finding, language=options.language),
            "said_lately": lg.say_lately(finding, **how),
            "said_next_time": lg.say_next_time(finding, **how),
        }
        print(json.dumps(plain(finding) | told, ensure_ascii=False, indent=2, allow_nan=False))
        return
    print(lg.say_finding(finding, language=options.language))
    for code, lines in (
        ("", lg.say_reasons(finding, language=options.language)),
        ("days_before", lg.say_lately(finding, **how)),
        ("next_time", lg.say_next_time(finding, **how)),
    ):
        if code and lines:
            print(f"  {voice.text('command', code)}")
        print(*(f"  {line}" for line in lines), sep="\n", end="\n" if lines else "")
    read = voice.text("command", "read_short", sets=str(len(log.history.sets)), app=log.app)
    print(f"  {read}")


def _check_within(at: datetime, text: str, history: lg.History) -> None:
    """Refuse a moment about which the log can say nothing."""
    if not len(history):
        return
    first, last = history[0].at, history[-1].at
    if not elapsed_days(first, at) >= 0.0 or elapsed_days(last, at) > _AFTER_DAYS:
        raise lg.InvalidValue(
            where="--at",
            got=text,
            wanted=Phrase(
                "a moment of the log, which runs from {first} to {last}",
                first=f"{first:%Y-%m-%d}",
                last=f"{last:%Y-%m-%d}",
            ),
        )
