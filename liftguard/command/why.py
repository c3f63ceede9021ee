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
from liftguard.words.numbers import days_text
from liftguard.words.voice import Voice

__all__ = ["why"]

_SEVERITY, _WORST = Phrase("a number from 0 to 10"), 10.0
_AFTER_DAYS = 14.0  # a log that ended earlier says nothing about a pain: house rule


def why(options: argparse.Namespace) -> None:
    """Look for the reason of a pain in a log."""
    severity = number("--severity", options.severity, _SEVERITY)
    if not 0.0 <= severity <= _WORST:
        raise lg.InvalidValue(where="--severity", got=options.severity, wanted=_SEVERITY)
    log = read_log(options)
    at = read_moment(options.at, log.history, options.tz)
    if "T" not in options.at and ":" not in options.at and options.at != "now":
        at = _on_day(at, log.history)
    _check_within(at, options.at, log.history)
    pain = lg.Pain(
        at=at, region=area_named(options.region, "--region"), severity=severity, kind=options.kind
    )
    unit = unit_for(options, log)
    guard = lg.Guard()
    finding = guard.investigate(log.history, pain, plates=plates_in(unit))
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
    if "sets" in finding.missing_records:
        days = days_text(guard.policy.look_back_hours / 24.0, voice)
        print(f"  {voice.text('command', 'shortly_before', days=days)}")
    read = voice.text("command", "read_short", sets=str(len(log.history.sets)), app=log.app)
    print(f"  {read}")


def _on_day(at: datetime, history: lg.History) -> datetime:
    """Give the moment of a day on which all that was done counts: its end, or itself."""
    if all(one.at_known_to == "day" for one in history.sets):
        return at.replace(hour=0, minute=0, second=0)
    return at.replace(hour=23, minute=59, second=59)


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
