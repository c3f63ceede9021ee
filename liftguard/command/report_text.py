"""
A report in words.

Reason to change: how a report reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

import liftguard as lg
from liftguard.command.report_lines import (
    because,
    named_alone,
    not_said,
    unknown_lead,
    unknown_line,
)
from liftguard.command.reported import Then, lifts_by_use, sets_text
from liftguard.lifts import lift_of
from liftguard.words.language import capital
from liftguard.words.names import lift_load_text, lift_text, reps_text, set_text
from liftguard.words.numbers import days_text, load_text
from liftguard.words.say_log import notice_line
from liftguard.words.say_phrase import phrase_text
from liftguard.words.voice import Voice

__all__ = ["print_report"]

_SHOWN = 10  # problems and sets that are listed in text; --json has all
_OF_THE_FILE = 3  # sentences: rows, app and unit
_NAMES_SHOWN = 3  # unknown names that are offered another


def print_report(
    found: dict[str, Any],
    log: lg.Log,
    policy: lg.Policy,
    voice: Voice,
    then: Then,
    *,
    doubled: bool,
) -> None:
    """Print what was found: the file, what can be lifted, and what would have been said."""
    print(*lg.say_log(log, language=voice.language)[:_OF_THE_FILE], sep="\n")
    print(*(f"{line}\n" for line in then.cut_lines(voice)), sep="", end="")
    for notice in found["notices"]:
        print(notice_line(notice, voice))
    for reason, count in found["skipped"].items():
        print(f"  {count} x {phrase_text(reason, voice)}")
    _print_some((f"  {problem}" for problem in found["problems"]), voice)
    _print_unknown(found["unknown_lifts"], voice)
    _print_some((voice.text("command", "doubt", doubt=one) for one in found["doubts"]), voice)
    if doubled:
        print(f"  {voice.text('command', 'doubled')}")
    print()
    print(voice.text("command", "capacity", when=then.text(voice)))
    _print_lifts(found["lifts"], policy, voice)
    print()
    _print_past_year(found, voice)


def _print_some(lines: Iterable[str], voice: Voice) -> None:
    told = list(lines)
    for line in told[:_SHOWN]:
        print(line)
    if len(told) > _SHOWN:
        print(f"  {voice.text('command', 'more', n=str(len(told) - _SHOWN))}")


def _print_unknown(lifts: Mapping[str, dict[str, Any]], voice: Voice) -> None:
    """Say which names are no known lift, and offer what the commonest of them resemble."""
    if not lifts:
        return
    print(unknown_lead(lifts, voice))
    shown = sorted(lifts.items(), key=lambda pair: not pair[1]["near"])[:_NAMES_SHOWN]
    for name, one in shown:
        print(f"  {unknown_line(name, one, voice)}")
    if shown[0][1]["near"]:
        print(f"  {voice.text('command', 'join')}")


def _print_lifts(lifts: list[dict[str, Any]], policy: lg.Policy, voice: Voice) -> None:
    """Say what each lift that is really done can be, and name the others."""
    lately, long_ago, seldom = lifts_by_use(lifts, policy)
    for one in lately:
        own = attrs.evolve(voice, unit=one["unit"])
        print(*(f"  {line}" for line in _lines_on(one, own)), sep="\n")
    if not lifts:
        print(f"  {voice.text('command', 'no_sets')}")
    for line in named_alone(long_ago, seldom, policy, voice):
        print(f"  {line}")


def _lines_on(lift: dict[str, Any], voice: Voice) -> Iterable[str]:
    """Say the capacity of a lift, and a set of it that is clear after its ramp."""
    band = lift["capacity"]
    if band is None:
        yield not_said(lift, voice)
        return
    parts = {
        "name": capital(lift_text(lift["lift"], voice)),
        "sets": sets_text(lift["sets"], voice),
        "days": days_text(lift["days_since"] or 0.0, voice),
    }
    moves_body = lift_of(lift["lift"]).bodyweight_share > 0.0
    loads = {name: load_text(band[f"{name}_kg"], voice) for name in ("low", "middle", "high")}
    capacity = voice.text("command", "band", **loads)
    yield voice.text("command", "said_capacity", capacity=capacity, **parts)
    if lift["clear_kg"] or (lift["clear_kg"] is not None and moves_body):
        ramp = [f"{lift_load_text(lift['lift'], kg, voice)} x {reps}" for kg, reps in lift["ramp"]]
        code, reps = ("clear_after" if ramp else "clear_set"), reps_text(lift["clear_reps"], voice)
        load = lift_load_text(lift["lift"], lift["clear_kg"], voice)
        yield f"  {voice.text('command', code, reps=reps, load=load, ramp=', '.join(ramp))}"


def _print_past_year(found: dict[str, Any], voice: Voice) -> None:
    judged, missed = str(found["judged"]), str(found["missed"])
    print(voice.text("command", "past_year", n=judged, missed=missed))
    if not found["judged"]:
        return
    print(voice.text("command", "would_have"))
    for level, counts in found["levels"].items():
        said = {"level": voice.text("levels", level), "sets": sets_text(counts["sets"], voice)}
        print(f"  {voice.text('command', 'level_before', n=str(counts['not_all_up']), **said)}")
    if found["flagged"]:
        print(voice.text("command", "warnings"))
        surest = sorted(
            found["flagged"], key=lambda one: (one["by_pain"], -(one["p_beyond"] or 0.0))
        )
        flags = (_say_flag(one, attrs.evolve(voice, unit=one["unit"])) for one in surest)
        _print_some((f"  {one}" for one in flags), voice)


def _say_flag(one: dict[str, Any], voice: Voice) -> str:
    planned = lg.PlannedSet(lift=one["lift"], load_kg=one["load_kg"], reps=one["asked_reps"])
    why = because(one["causes"], voice)
    return f"{one['at'][:10]} {set_text(planned, voice)}: {one['sentence']}{why}"
