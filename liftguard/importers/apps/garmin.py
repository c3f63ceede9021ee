"""
Garmin: the FIT file of a strength workout, in which every set is a message.

A row is a message `set`; those of rest are rest timers. Weights are always in kilograms, in
steps of 1/16 kg, whatever unit the watch shows. Times are instants: without a zone they stay
in UTC. An exercise is called by its title in the file, else by Garmin's name of it; one that
the watch did not tell is a problem, as nobody knows what was lifted.

The messages are decoded by the library fitdecode, which must be installed. A file with a
wrong checksum is refused, since any number in it may be another one.

Reason to change: Garmin writes sets in another way.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import groupby

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import REST, App, Records
from liftguard.importers.build_log import log_of
from liftguard.lifts import find_lift, lift_of
from liftguard.phrase import Phrase
from liftguard.records import Log

__all__ = ["GARMIN", "read_fit"]

_CHANGED = Phrase("a damaged FIT file: its checksum is not that of its bytes")
_WANTED = Phrase("a FIT file of strength training, with its sets")

GARMIN = App(
    name="garmin",
    label="Garmin",
    columns={},  # it writes no tables
    needs=("when", "lift", "kg", "reps"),
    at_known_to="set",
    marks={"active": (None, False)},
    not_sets={"rest": REST},
    says_zero=True,
)

# Numbers of messages and of their fields: the FIT profile, https://developer.garmin.com/fit/
_FILE_ID, _SPORT, _SESSION, _WORKOUT, _SET, _TITLE = 0, 12, 18, 26, 225, 264
_READ = frozenset((_FILE_ID, _SPORT, _SESSION, _WORKOUT, _SET, _TITLE))
_KIND_OF_FILE, _SPORT_OF_SPORT, _SPORT_OF_SESSION, _NAME_OF_WORKOUT = 0, 0, 5, 8
_TITLE_CATEGORY, _TITLE_SUBTYPE, _TITLE_WORDS = 0, 1, 2
_DURATION, _REPS, _WEIGHT, _SET_TYPE, _START, _CATEGORY, _SUBTYPE = 0, 3, 4, 5, 6, 7, 8
_WRITTEN = 254

_HEADER = 12  # bytes, at least
_CHECKSUM = 2  # bytes at the end
_BYTES = 0x0D  # base type of what has no other one
_SET_TYPES: Mapping[object, str] = {0: "rest", 1: "active"}
_UNKNOWN = 65_534  # category of an exercise that the watch did not tell
_PER_KG, _PER_SECOND = 16, 1_000
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_DATES = range(0x1000_0000, 0xFFFF_FFFF)  # below: seconds since the watch was switched on

# What the decoder can trip over in a file that was changed and given a fitting checksum.
_OF_DAMAGE = (
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)

_NAMES = {
    "when": "start_time",
    "lift": "category",
    "kg": "weight",
    "reps": "repetitions",
    "seconds": "duration",
    "mark": "set_type",
}


@attrs.frozen(kw_only=True)
class _Message:
    """A message of the file: the values of its fields as they are stored, by number."""

    file: int  # several files can stand one after the other
    number: int
    fields: Mapping[int, object]


def read_fit(data: bytes, where: str, *, tz: tzinfo | None) -> Log:
    """Read the bytes of a FIT file of strength training, or refuse them saying why."""
    messages = _decoded(data, where)
    if not any(one.number == _SET for one in messages):
        raise UnreadableLog(
            where=where,
            got=Phrase("a FIT file without sets: {what}", what=_subject(messages)),
            wanted=_WANTED,
            hint=Phrase("Sets are in the original file of a strength activity."),
        )
    rows = list(_rows(messages, tz))
    records = Records(
        columns={field: [row[field] for row in rows] for field in (*_NAMES, "session")},
        names=_NAMES,
        rows=range(1, len(rows) + 1),
    )
    log = log_of(records, GARMIN, unit="kg", tz=tz)
    return attrs.evolve(log, unit_evidence=Phrase("FIT files are in kg"))


def _decoded(data: bytes, where: str) -> list[_Message]:
    """Decode the messages that are read, or refuse the whole file."""
    try:
        import fitdecode  # an optional extra
    except ModuleNotFoundError:
        raise UnreadableLog(
            where=where,
            got=Phrase("a FIT file, and no library that decodes it"),
            wanted=Phrase("the library fitdecode"),
            hint=Phrase('Install it: pip install "liftguard[garmin]"'),
        ) from None
    whole = data[0] + int.from_bytes(data[4:8], "little") + _CHECKSUM
    if len(data) < max(whole, _HEADER):
        got = Phrase("a FIT file cut short: {n} of {whole} bytes", n=len(data), whole=whole)
        raise _refusal(where, got)
    try:
        with fitdecode.FitReader(
            data,
            processor=None,  # dates and times as they are stored
            check_crc=fitdecode.CrcCheck.RAISE,
            error_handling=fitdecode.ErrorHandling.IGNORE,  # of fields that nothing here reads
        ) as reader:
            return [
                _Message(
                    file=reader.fit_files_count,
                    number=frame.global_mesg_num,
                    fields={
                        field.field_def.def_num: _value(field.raw_value, field.field_def)
                        for field in frame.fields
                        if field.field_def is not None and not field.field_def.is_dev
                    },
                )
                for frame in reader
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.global_mesg_num in _READ
            ]
    except fitdecode.FitCRCError:
        raise _refusal(where, _CHANGED) from None
    except (fitdecode.FitError, *_OF_DAMAGE) as error:
        got = Phrase("a FIT file that cannot be decoded: {error}", error=f"{error!r:.200}")
        raise _refusal(where, got) from None


def _value(value: object, definition: object) -> object:
    """Give a stored value; bytes that are no number are told from a list of numbers."""
    base_type = getattr(definition, "base_type", None)
    if isinstance(value, tuple) and getattr(base_type, "identifier", None) == _BYTES:
        return bytes(value)
    return value


def _refusal(where: str, got: str) -> UnreadableLog:
    hint = Phrase("Export the original file from Garmin Connect, or copy it from the watch again.")
    return UnreadableLog(where=where, got=got, wanted=_WANTED, hint=hint)


def _subject(messages: Iterable[_Message]) -> str:
    """Say what a file without sets is about: its sports, else the kind of file."""
    sports = [_SPORT_OF_SESSION, _SPORT_OF_SPORT]
    told = [
        _name_in("sport", one.fields.get(field))
        for number, field in zip((_SESSION, _SPORT), sports, strict=True)
        for one in messages
        if one.number == number
    ]
    kinds = [
        _name_in("file", one.fields.get(_KIND_OF_FILE))
        for one in messages
        if one.number == _FILE_ID
    ]
    for label, names in ((Phrase("sport"), told), (Phrase("kind of file"), kinds)):
        if known := list(dict.fromkeys(filter(None, names)))[:3]:
            return Phrase("its {label} is {names}", label=label, names=", ".join(known))
    return Phrase("it tells no sport")


def _rows(messages: Iterable[_Message], tz: tzinfo | None) -> Iterator[dict[str, str]]:
    """Write the sets of all workouts as the text of an export."""
    for _, file in groupby(messages, key=lambda one: one.file):
        of_file = list(file)
        titles, title = _titles(of_file), _title(of_file)
        rows = [_row(one.fields, titles, tz) for one in of_file if one.number == _SET]
        start = next((at[: len("2024-03-01 18:30")] for _, at in rows if at), "")
        session = " ".join(filter(None, (title, start)))
        for row, _ in rows:
            yield {**row, "session": session}


def _row(
    fields: Mapping[int, object], titles: Mapping[tuple[object, object], str], tz: tzinfo | None
) -> tuple[dict[str, str], str]:
    """Write one set as text; its moment stands beside it where it is one."""
    started = fields.get(_START)
    moment = fields.get(_WRITTEN) if started is None else started
    at = ""
    if isinstance(moment, int) and moment in _DATES:
        instant = _EPOCH + timedelta(seconds=moment)
        at = instant.astimezone(tz or UTC).isoformat(sep=" ")
    kind = fields.get(_SET_TYPE)
    lift = _lift(_first(fields.get(_CATEGORY)), _first(fields.get(_SUBTYPE)), titles)
    kg, reps = _number(fields.get(_WEIGHT), _PER_KG), _number(fields.get(_REPS))
    tried = reps == "0" and kg not in ("", "0.0")  # not timed: every set has a duration
    return {
        "when": at or ("" if moment is None else f"{moment!r} seconds since it was switched on"),
        "lift": lift,
        "kg": kg or _load_untold(lift),
        "reps": reps,
        "seconds": "" if tried else _number(fields.get(_DURATION), _PER_SECOND),
        "mark": "" if kind is None else _SET_TYPES.get(kind, f"set type {kind!r:.80}"),
    }, at


def _number(value: object, per_unit: int = 1) -> str:
    """Write a stored whole number in its unit; anything else as what no reader takes."""
    if value is None:
        return ""
    if not isinstance(value, int):
        return f"stored as {value!r:.80}"
    return str(value) if per_unit == 1 else str(value / per_unit)


def _load_untold(lift: str) -> str:
    """Give the body alone for a lift that moves it; on a bar, a weight was left untold."""
    key = find_lift(lift).key if lift.strip() else None
    return "0" if key is None or lift_of(key).bodyweight_share else ""


def _first(value: object) -> object:
    """Give the first of several guesses of the watch: the one that it shows."""
    return value[0] if isinstance(value, tuple) and value else value


def _lift(category: object, subtype: object, titles: Mapping[tuple[object, object], str]) -> str:
    """Name an exercise: by its title in the file, by Garmin's name, or by its number."""
    # A new exercise of a known category is not any exercise of it, so it has a name of its own.
    if not isinstance(category, int):
        return ""
    if title := titles.get((category, subtype)):
        return title
    if category == _UNKNOWN:
        return ""
    group = _name_in("exercise_category", category)
    if subtype is None:
        return group or f"garmin exercise {category}"
    name = _name_in(f"{group.replace(' ', '_')}_exercise_name", subtype)
    return name or f"garmin exercise {group or category} {subtype}"


def _name_in(enum: str, value: object) -> str:
    """Find the words for a number in the FIT profile; none where it has none."""
    from fitdecode.profile import FIELD_TYPES

    known: Mapping[object, str] = getattr(FIELD_TYPES.get(enum), "enum", None) or {}
    return known.get(value, "").replace("_", " ") if isinstance(value, int) else ""


def _titles(messages: Iterable[_Message]) -> dict[tuple[object, object], str]:
    """Collect what the exercises are called; two names for one of them name neither."""
    titles: dict[tuple[object, object], str] = {}
    for one in messages:
        words = one.fields.get(_TITLE_WORDS)
        if one.number != _TITLE or not isinstance(words, str):
            continue
        key = _first(one.fields.get(_TITLE_CATEGORY)), _first(one.fields.get(_TITLE_SUBTYPE))
        titles[key] = words if titles.setdefault(key, words) == words else ""
    return titles


def _title(messages: Sequence[_Message]) -> str:
    """Give the name of the planned workout, where there was one."""
    names = (one.fields.get(_NAME_OF_WORKOUT) for one in messages if one.number == _WORKOUT)
    return next((name.strip() for name in names if isinstance(name, str)), "")
