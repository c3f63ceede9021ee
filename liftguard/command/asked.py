"""
What every question about a log begins with: what was known at a moment, and how to speak of it.

Reason to change: something else that several commands ask with.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime

import attrs

import liftguard as lg
from liftguard.choices import LogUnit
from liftguard.command.log_units import unit_for
from liftguard.command.options import day_after, read_load, read_moment, read_now, replay
from liftguard.command.pains import read_pain
from liftguard.phrase import Phrase
from liftguard.units import elapsed_days, is_aware
from liftguard.words.names import lift_text, lifted_text
from liftguard.words.voice import Voice

_LATELY_DAYS = 14.0  # in which most lifts of a programme come round: house rule

__all__ = [
    "Asked",
    "ask",
    "cut_lines",
    "end_in_future",
    "known_at",
    "last_time",
    "read_when",
    "really_done",
]


@attrs.frozen(kw_only=True)
class Asked:
    """
    A question's log, what was known of it at a moment, and the state that this gives.

    The history holds what options add, too: a bodyweight and pains.
    """

    guard: lg.Guard
    log: lg.Log
    history: lg.History
    state: lg.AthleteState
    at: datetime
    left_out: int  # entries of the log that were not known yet
    voice: Voice


def ask(
    options: argparse.Namespace,
    log: lg.Log,
    *,
    unit: LogUnit | None = None,
    at: datetime | None = None,
) -> Asked:
    """Take in what was known by a moment, else by `--at`, and what the options add."""
    guard = lg.Guard()
    if at is None:
        at = read_when(options.at, log.history, options.tz)
    known = known_at(at, log.history)
    history = lg.History([*_added(options, known, at), *known])
    state, _ = replay(guard, history, options.language)
    return Asked(
        guard=guard,
        log=log,
        history=history,
        state=state,
        at=at,
        left_out=len(log.history) - len(known),
        voice=Voice(language=options.language, unit=unit or unit_for(options, log)),
    )


def known_at(at: datetime, history: lg.History) -> lg.History:
    """Give what was known of a history at a moment: all, or what lies before it."""
    return history.before(at) if _lies_within(at, history) else history


def read_when(text: str, history: lg.History, tz: str | None) -> datetime:
    """Read a moment: now, end, or a date with or without a time."""
    if text == "end":
        return day_after(history)
    at = read_moment(text, history, tz)
    if len(history) and is_aware(at) != is_aware(history[-1].at):
        raise lg.InvalidValue(
            where="--at",
            got=text,
            wanted=Phrase(
                "the same kind of time as the log's, {at}", at=history[-1].at.isoformat()
            ),
            hint=Phrase("--tz gives the log a time zone."),
        )
    if text == "now" and _lies_within(at, history):
        raise lg.WrongOrder(
            where="--at",
            got=text,
            wanted=Phrase(
                "a moment after the log's last entry, {at}", at=f"{history[-1].at:%Y-%m-%d %H:%M}"
            ),
            hint=Phrase("That entry lies in the future: is its date right?"),
        )
    return at


def _lies_within(at: datetime, history: lg.History) -> bool:
    """Tell whether some of a history came at a moment or later."""
    return bool(len(history)) and elapsed_days(history[-1].at, at) <= 0.0


def _added(options: argparse.Namespace, known: lg.History, at: datetime) -> list[lg.Entry]:
    """Give what the options add to a log; a bodyweight counts for all of it."""
    added: list[lg.Entry] = [read_pain(text, at) for text in options.pain]
    if options.bodyweight is not None:
        kg, _ = read_load("--bodyweight", options.bodyweight)
        first = min([at, *(one.at for one in (*known[:1], *added))])
        added.insert(0, lg.Bodyweight(at=first, kg=kg))
    return added


def cut_lines(at: datetime | None, left_out: int, voice: Voice) -> list[str]:
    """Say from when on a log was not looked at; nothing where all of it was."""
    return [voice.text("command", "cut", when=f"{at:%Y-%m-%d %H:%M}")] if left_out else []


def last_time(asked: Asked, lift: str) -> str:
    """
    Say the heaviest set of the last day of a lift; nothing where it was never done.

    A suggestion rests on another one, the first work set of the last time with such repetitions.
    """
    sets = [one for one in asked.history.sets if one.lift == lift]
    if not sets:
        return ""
    voice, day = asked.voice, sets[-1].at.date()
    top = max(
        (one for one in sets if one.at.date() == day),
        key=lambda one: (one.load_kg - one.assist_kg, one.reps),
    )
    what = lifted_text(top.load_kg, top.assist_kg, top.reps, voice)
    code = "last_missed" if top.missed else "last"
    return voice.text("command", code, what=what, date=f"{day:%Y-%m-%d}")


def end_in_future(options: argparse.Namespace, asked: Asked) -> Iterator[str]:
    """Say which entry makes the end of a log lie in the future, where that is asked about."""
    history = asked.log.history
    if options.at != "end" or not len(history):
        return
    last = history[-1]
    if elapsed_days(read_now(history, options.tz), last.at) > 0.0:
        lift = getattr(last, "lift", None)
        what = type(last).__name__ if lift is None else lift_text(lift, asked.voice)
        date = f"{last.at:%Y-%m-%d}"
        yield asked.voice.text("command", "end_in_future", what=what, date=date)


def really_done(asked: Asked) -> list[str]:
    """
    List the lifts of several sets that were done in the last two weeks of training.

    The most sets first; none where that is so long ago that no best of then counts.
    """
    guard, sets = asked.guard, {key: one.sets for key, one in asked.state.lifts.items()}
    days = {}
    for lift in sets:
        one = lg.PlannedSet(lift=lift, load_kg=1.0, reps=1)
        days[lift] = guard.forecast(asked.state, one, at=asked.at).days_since or 0.0
    last = min(days.values(), default=0.0)
    if last > guard.params.best_days:
        return []
    often = [lift for lift, count in sets.items() if count >= guard.policy.few_sets]
    lately = [lift for lift in often if days[lift] <= last + _LATELY_DAYS]
    return sorted(lately, key=lambda lift: -sets[lift])
