"""
Say what to lift today: the command `today`.

Reason to change: what is said of a lift before its session.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

import attrs

import liftguard as lg
from liftguard.choices import LogUnit
from liftguard.command.asked import (
    Asked,
    ask,
    cut_lines,
    end_in_future,
    last_time,
    really_done,
)
from liftguard.command.log_units import plates_in, unit_for
from liftguard.command.options import read_lift, read_log, read_reps, read_rpe
from liftguard.wire import plain
from liftguard.words import say_chance, say_lift
from liftguard.words.language import capital
from liftguard.words.names import lifted_text, unit_text
from liftguard.words.say_phrase import phrase_text

__all__ = ["today"]

_IN_FULL = 6  # lifts that all is said of; of more, where none is named, the load and its chance
_COUNTS = (1, 3, 5, 8, 10)  # repetitions that the most that is clear is told for


@attrs.frozen(kw_only=True)
class _Wish:
    """What is asked of each lift."""

    asked: Asked
    reps: int
    rpe: float | None


def today(options: argparse.Namespace) -> None:
    """Suggest a load for each lift that is really done, with what is clear beside it."""
    reps, rpe = read_reps(options), read_rpe(options)
    log = read_log(options)
    named = [read_lift(name, log.history) for name in options.lift]
    asked = ask(options, log)
    voice, at = asked.voice, asked.at
    wish = _Wish(asked=asked, reps=reps, rpe=rpe)
    lifts = dict.fromkeys(named or really_done(asked))
    found = [_of_lift(lift, unit_for(options, log, lift), wish) for lift in lifts]
    if options.json:
        told = {"at": at.isoformat(), "app": log.app, "log_unit": log.unit}
        lifts_told = [_as_json(one) for one in found]
        print(json.dumps(told | {"lifts": lifts_told}, ensure_ascii=False, indent=2))
        return
    if not found:
        print(voice.text("command", "none_lately"))
    if named or len(found) <= _IN_FULL:
        for one in found:
            print(*_lines(one), "", sep="\n")
    else:
        for one in found:
            print(*_in_short(one), sep="\n")
        print(f"\n{voice.text('command', 'in_short')}\n")
    parts = {"unit": unit_text(log.unit, voice), "evidence": phrase_text(log.unit_evidence, voice)}
    print(voice.text("command", "asked_for", when=f"{at:%Y-%m-%d %H:%M}", **parts))
    for line in (*end_in_future(options, asked), *cut_lines(at, asked.left_out, voice)):
        print(line)


def _of_lift(lift: str, unit: LogUnit, wish: _Wish) -> dict[str, Any]:
    """Ask for all that is told of a lift."""
    guard, state, at = wish.asked.guard, wish.asked.state, wish.asked.at
    plates = plates_in(unit)
    found = guard.suggest(state, lift, wish.reps, at=at, rpe=wish.rpe, plates=plates)
    clear = {}
    if not found.to_begin and found.planned is not None:
        for reps in _COUNTS:
            most = guard.max_load(state, lift, reps, at=at, plates=plates)
            if most is not None:
                clear[reps] = most
    ramp: Sequence[lg.PlannedSet] = ()
    if found.planned is not None:
        ramp = guard.warm_up(state, found.planned, at=at, plates=plates)
    bests = guard.bests(state, lift, at=at, plates=plates)
    voice = attrs.evolve(wish.asked.voice, unit=unit)
    told = {"suggestion": found, "clear": clear, "ramp": tuple(ramp), "bests": bests}
    return told | {"voice": voice, "since": _since(attrs.evolve(wish.asked, voice=voice), found)}


def _since(asked: Asked, found: lg.Suggestion) -> str:
    """Say what was done since the last time that a suggestion rests on, at other repetitions."""
    days = [one.at.date() for one in asked.history.sets if one.lift == found.lift]
    if not days or found.last is None or found.last.at.date() >= days[-1]:
        return ""
    return last_time(asked, found.lift)


def _as_json(one: dict[str, Any]) -> dict[str, Any]:
    """Give it in plain values, with the sentences that the text has."""
    voice = one["voice"]
    said = lg.say_suggestion(one["suggestion"], voice.unit, language=voice.language)
    return {
        "lift": one["suggestion"].lift,
        "unit": voice.unit,
        "sentences": list(said),
        "suggestion": plain(one["suggestion"]),
        "clear_kg": {str(reps): kg for reps, kg in one["clear"].items()},
        "bests": plain(one["bests"]),
        "ramp": plain(one["ramp"]),
    }


def _in_short(one: dict[str, Any]) -> list[str]:
    """Say what to lift and how likely it fails, as there are many lifts."""
    found, voice = one["suggestion"], one["voice"]
    lead, *_ = lg.say_suggestion(found, voice.unit, language=voice.language)
    if found.to_begin or found.p_beyond is None:
        return [lead]
    chance = say_chance(found.p_beyond, language=voice.language)
    return [f"{lead} {capital(voice.text('command', 'fails', chance=chance))}."]


def _lines(one: dict[str, Any]) -> list[str]:
    """Say a lift: the suggestion first, then what else is clear, the bests and the ramp."""
    found, voice = one["suggestion"], one["voice"]
    how = {"unit": voice.unit, "language": voice.language}
    lines = [*lg.say_suggestion(found, **how), *filter(None, [one["since"]])]
    if one["clear"]:
        most = ", ".join(lifted_text(kg, 0.0, n, voice) for n, kg in one["clear"].items())
        lines.append(voice.text("command", "clear_up_to", most=most))
    lines += lg.say_bests(one["bests"], **how)
    if one["ramp"]:
        sets = ", ".join(
            lifted_text(done.load_kg, done.assist_kg, done.reps, voice) for done in one["ramp"]
        )
        lines.append(voice.text("command", "ramp", sets=sets))
    name = capital(say_lift(found.lift, language=voice.language))
    return [name, *(f"  {line}" for line in lines)]
