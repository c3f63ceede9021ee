"""
What is typed after an option, what is read with it, and how far that is.

Reason to change: how a value may be written on the command line.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from types import MappingProxyType

import attrs

import liftguard as lg
from liftguard.choices import Language, Unit
from liftguard.command.pains import DAYS
from liftguard.lifts.assistance import is_helped, may_be_helped
from liftguard.phrase import Phrase
from liftguard.units import zone_named
from liftguard.words.names import lift_said
from liftguard.words.voice import Voice

__all__ = [
    "as_options",
    "day_after",
    "number",
    "read_lift",
    "read_load",
    "read_loads",
    "read_log",
    "read_moment",
    "read_now",
    "read_reps",
    "read_rpe",
    "replay",
    "tell_progress",
    "with_signed_loads",
    "write_text",
]

_CHUNK = 5_000  # entries between two signs of progress
_STEPS = 10  # lines of progress where nobody sees one line change
_UNITS: tuple[tuple[str, Unit], ...] = (("lbs", "lb"), ("lb", "lb"), ("kgs", "kg"), ("kg", "kg"))
_BELOW_ZERO = re.compile(r"-\d")
_A_LOAD = Phrase("a load of 0 or more, such as 180, 180kg or 405lb")
_BODY = re.compile(r"\s*(?:bw|bodyweight)\s*(?=[+-]|$)", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d,\d{3}$")
_HEAVIEST = 1e6  # that is read as a number; what can be lifted is checked where it is used
_WHY_NOT: Mapping[type, str] = MappingProxyType(
    {
        FileNotFoundError: Phrase("There is no such folder."),
        IsADirectoryError: Phrase("It is a folder."),
        PermissionError: Phrase("It may not be written there."),
    }
)
_OPTIONS = (
    ("PlannedSet.load_kg", "--load"),
    ("Loads are in kilograms; kg_from_lb turns pounds into them.", "405lb is in pounds."),
    ("PlannedSet.", "--"),
    ("Pain.severity", "--pain"),
    ("read_log.source", "LOG"),
    ("Bodyweight.kg", "--bodyweight"),
    ("read_log.", "--"),
    ('pass unit="kg" or unit="lb"', "add --unit kg or --unit lb"),
    ('unit="kg" oder unit="lb" angeben', "--unit kg oder --unit lb angeben"),
    ("Lasten sind in Kilogramm; kg_from_lb rechnet Pfund um.", "405lb sind Pfund."),
    ('dates="dmy"', "--dates dmy"),
    ('dates="mdy"', "--dates mdy"),
    ('; app="', '; --app "'),
    (
        'columns={"when": ..., "lift": ..., "load": ..., "reps": ...}',
        "--columns when=...,lift=...,load=...,reps=...",
    ),
    ("say with `columns` what is read", "say with --columns what is read"),
    ("tz=... gibt allen eine", "--tz gibt allen eine"),
    ("read_log(tz=...) makes instants", "--tz gives the log a time zone"),
)


def as_options(message: str) -> str:
    """Name options where the library names fields and arguments."""
    for theirs, ours in _OPTIONS:
        message = message.replace(theirs, ours)
    return message


def number(option: str, text: str, wanted: str) -> float:
    """Read a plain number; its range is checked where it is used."""
    try:
        return float(text)
    except ValueError:
        raise lg.InvalidValue(where=option, got=text, wanted=wanted) from None


def read_reps(options: argparse.Namespace) -> int:
    """Read for how many repetitions; whether they are whole is checked where they are used."""
    wanted = Phrase("a whole number from {least} to {most}", least=1, most=1000)
    return number("--reps", options.reps, wanted)  # type: ignore[return-value]


def read_rpe(options: argparse.Namespace) -> float | None:
    """Read how hard it is meant to be, where that is said."""
    if options.rpe is None:
        return None
    return number("--rpe", options.rpe, Phrase("a number from 1 to 10"))


def read_load(option: str, text: str) -> tuple[float, Unit]:
    """Read a load in kilograms, and the unit it was given in; kilograms where none is."""
    kg, unit = _signed_load(option, text)
    if kg < 0.0:
        raise _no_load(option, text)
    return kg, unit


def read_loads(
    lift: str, load: str | None, assist: str | None = None, option: str = "--load"
) -> tuple[float, float, Unit]:
    """Read load and help of a lift in kilograms, and their unit: what cannot be a load is help."""
    if assist is None:
        load_kg, unit = _signed_load(option, load or "")
        if load_kg < 0.0 and not may_be_helped(lift):
            raise _no_load(option, str(load))
        is_help = load_kg < 0.0 or (is_helped(lift) and not _BODY.match(str(load)))
        return (0.0, abs(load_kg), unit) if is_help else (load_kg, 0.0, unit)
    if not may_be_helped(lift):
        wanted = Phrase("a lift that moves the body, such as a pull-up")
        raise lg.InvalidValue(
            where="--assist",
            got=Phrase("{assist} for {lift}", assist=assist, lift=lift),
            wanted=wanted,
        )
    help_kg, unit = read_load("--assist", assist)
    load_kg, added, _ = read_loads(lift, "0" if load is None else load, None)
    if added:
        wanted = Phrase("the help once, by --load or by --assist")
        raise lg.InvalidValue(
            where="--assist",
            got=Phrase("{assist} beside {load}", assist=assist, load=load),
            wanted=wanted,
        )
    return load_kg, help_kg, unit


def with_signed_loads(arguments: Sequence[str]) -> list[str]:
    """Tie a load below zero to its option, as -20kg would else be taken for an option."""
    tied: list[str] = []
    for one in arguments:
        if tied and tied[-1] in ("--load", "--assist") and _BELOW_ZERO.match(one):
            tied[-1] += f"={one}"
        else:
            tied.append(one)
    return tied


def _no_load(option: str, text: str) -> lg.InvalidValue:
    return lg.InvalidValue(where=option, got=text, wanted=_A_LOAD)


def _signed_load(option: str, text: str) -> tuple[float, Unit]:
    """Read a load that may be below zero, or beside that of the body, such as BW-20."""
    bare = _BODY.sub("", text.strip().lower())
    unit: Unit = "kg"
    if not bare and _BODY.match(text.strip()):
        return 0.0, unit  # the body alone
    for ending, meant in _UNITS:
        if bare.endswith(ending):
            bare, unit = bare[: -len(ending)].strip(), meant
            break
    try:
        value = math.nan if _THOUSANDS.search(bare) else float(bare.replace(",", "."))
    except ValueError:
        value = math.nan
    if not abs(value) <= _HEAVIEST:
        raise _no_load(option, text)
    return (lg.kg_from_lb(value) if unit == "lb" else value), unit


def read_lift(text: str, history: lg.History, option: str = "--lift") -> str:
    """Find the lift that is meant: a known one, or one that the log has under its own name."""
    match = lg.find_lift(text)
    key = match.key or lift_said(text)
    if key is not None:
        return key
    own = {one.lift.casefold(): one.lift for one in history.sets}
    typed = " ".join(text.split()).casefold()
    if typed in own:
        return own[typed]
    in_one = lg.find_lift("".join(text.split())).key  # "kreuz heben"
    near: list[str] = [
        Phrase("{lift}", lift=lg.LIFTS[key].name) for key in filter(None, (in_one, *match.near))
    ]
    near += [name for folded, name in own.items() if typed in folded and name not in lg.LIFTS]
    raise lg.InvalidValue(
        where=option,
        got=text,
        wanted=Phrase("a known lift, or a name that stands in the log"),
        hint=Phrase("Near: {names}.", names=list(dict.fromkeys(near[:5]))) if near else "",
    )


def read_moment(text: str, history: lg.History, tz: str | None = None) -> datetime:
    """Read now, a day by its name, or a date, as wall clock or instant like the log."""
    # A zone that was named says what the clock means; else the log's last entry does.
    zone: tzinfo | None = zone_named(tz, "--tz") if tz is not None else None
    if zone is None and len(history):
        zone = history[-1].at.tzinfo
    word = " ".join(text.casefold().split())
    if word in DAYS:
        return datetime.now(zone) - timedelta(days=DAYS[word])
    if text == "end" and len(history):
        return history[-1].at
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        wanted = Phrase("a date and time such as 2026-01-05T18:00, now, yesterday, or end")
        raise lg.InvalidValue(where="--at", got=text, wanted=wanted) from None
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def read_now(history: lg.History, tz: str | None) -> datetime:
    """Read the clock, as wall clock or instant like the log."""
    return read_moment("now", history, tz)


def day_after(history: lg.History) -> datetime:
    """Give the moment a day after the last entry."""
    if not len(history):
        raise lg.InvalidValue(
            where="--at end", got=Phrase("a log without sets"), wanted=Phrase("at least one set")
        )
    return history[-1].at + timedelta(days=1)


def read_log(options: argparse.Namespace) -> lg.Log:
    """Read the log that was named, as the options say."""
    log = _read(options)
    pairs = [_read_pair("--join", pair) for pair in options.join]
    joined = {name: lift_said(lift) or lift for name, lift in pairs}
    return attrs.evolve(log, history=log.history.renamed(joined)) if joined else log


def _read(options: argparse.Namespace) -> lg.Log:
    log: lg.Log = lg.read_log(
        Path(options.log),
        app=options.app,
        unit=options.unit,
        tz=options.tz,
        columns=None if options.columns is None else _read_columns(options.columns),
        dates=options.dates,
        doubles="drop" if options.drop_doubles else "keep",
    )
    return log


def _read_pair(option: str, text: str) -> tuple[str, str]:
    """Read what stands on both sides of an equals sign."""
    left, _, right = (side.strip() for side in text.rpartition("="))
    if not (left and right):
        raise lg.InvalidValue(where=option, got=text, wanted=Phrase("two names, such as A=B"))
    return left, right


def _read_columns(text: str) -> dict[str, str | int]:
    """Read which column holds what; columns are named, or numbered from 0."""
    pairs = [_read_pair("--columns", part) for part in text.split(",")]
    columns = {word: int(name) if name.isdecimal() else name for word, name in pairs}
    if len(columns) < len(pairs):
        raise lg.InvalidValue(where="--columns", got=text, wanted=Phrase("each word once"))
    return columns


def replay(
    guard: lg.Guard, history: lg.History, language: Language = "en"
) -> tuple[lg.AthleteState, list[lg.Track]]:
    """Replay in parts, saying how far it is where somebody is watching."""
    state, parts, voice = guard.start(), [], Voice(language=language)
    watched = len(history) > _CHUNK and sys.stderr.isatty()
    for start in range(0, len(history), _CHUNK):
        part = guard.replay(lg.History(history[start : start + _CHUNK]), start=state)
        state = part.state
        parts.append(part)
        if watched:
            done = min(start + _CHUNK, len(history))
            said = voice.text("command", "replayed", done=str(done), n=str(len(history)))
            sys.stderr.write(f"\r{said}")
    if watched:
        sys.stderr.write("\n")
    return state, parts


def tell_progress(what: str, done: int, of: int) -> None:
    """Say how far it is: on one line for somebody who watches, now and then for a file."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what}: {done} of {of} " + ("\n" if done == of else ""))
    elif done == of or done % max(of // _STEPS, 1) == 0:
        sys.stderr.write(f"{what}: {done} of {of}\n")


def write_text(option: str, path: str, text: str, mode: str = "w") -> None:
    """Write a file that an option names; nothing, appended to it, tells whether it can be."""
    try:
        with Path(path).open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise lg.InvalidValue(
            where=option,
            got=path,
            wanted=Phrase("a file that can be written"),
            hint=_WHY_NOT.get(type(error)) or str(error),
        ) from None
