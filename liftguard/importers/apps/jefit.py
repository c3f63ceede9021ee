"""
Jefit's backup: a text in sections, of which EXERCISE LOGS holds a row for each exercise.

Its column `logs` packs the sets, such as "225x5,245x3", in the unit of the SETTING `mass`,
where that is said. A row is a row of EXERCISE LOGS or, after them, of CARDIO LOGS; other
sections hold routines, measurements, and the same sets once more.

Reason to change: Jefit changes its backup, or packs sets in a new way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import tzinfo

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import App, Records
from liftguard.importers.build_log import CARDIO, log_of_fit
from liftguard.importers.cells import UNITS, read_number
from liftguard.importers.expand import Part, expanded
from liftguard.importers.recognise import recognise
from liftguard.importers.repair import records_of
from liftguard.importers.table import read_rows
from liftguard.phrase import Phrase
from liftguard.records import Log, Problem, Skipped

__all__ = ["JEFIT", "is_jefit", "read_jefit"]

_BANNER = re.compile(r"#{2,}[ \t]*([A-Za-z][A-Za-z0-9 &/_-]*?)[ \t]*#*")
_END = re.compile(r"#{3,}")
_SETS, _CARDIO, _SETTING = "EXERCISE LOGS", "CARDIO LOGS", "SETTING"
_NAMED = re.compile(
    rf"^#{{2,}}[ \t]*(?:{_SETS}|WORKOUT SESSIONS|{_SETTING}|ROUTINES)[ \t]*#*\r?$", re.MULTILINE
)
_PACKED = re.compile(r"\s*([^x\u00d7*]+?)\s*[x\u00d7*]\s*([^x\u00d7*]+?)\s*", re.IGNORECASE)
_LEAST_TIMED = 4  # fields of a cardio entry
_WANTED = Phrase("sets such as 225x5,245x3")


def is_jefit(text: str) -> bool:
    """Tell whether a text has the banners of Jefit's sections."""
    return "##" in text and _NAMED.search(text) is not None


def read_jefit(
    text: str, where: str, *, unit: str | None, tz: tzinfo | None, dates: str | None = None
) -> Log:
    """Read a backup of Jefit."""
    sections = _sections(text)
    body = sections.get(_SETS, "")
    if not body.strip():
        raise UnreadableLog(
            where=where,
            got=", ".join(sections)[:200] or "no section",
            wanted=Phrase("a section {sets} with rows", sets=_SETS),
            hint=Phrase("This backup of Jefit holds no sets."),
        )
    table = read_rows(body)
    fit = recognise(table, [JEFIT], where)
    records = records_of(table, fit)
    mass = _mass(sections.get(_SETTING, ""))
    if mass and records.rows:
        units = [mass] * len(records.rows)
        records = attrs.evolve(records, columns={**records.columns, "unit": units})
    log = log_of_fit(records, fit, unit=unit, tz=tz, dates=dates)
    if mass and log.unit == mass:
        log = attrs.evolve(log, unit_evidence=Phrase("the setting mass says {mass}", mass=mass))
    return _with_cardio(log, sections.get(_CARDIO, ""))


def _sections(text: str) -> Mapping[str, str]:
    """Part the text at its banners; sections of one name are put together."""
    lines: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if (banner := _BANNER.fullmatch(bare)) is not None:
            current = lines.setdefault(banner[1].upper(), [])
        elif _END.fullmatch(bare):
            current = None
        elif current is not None:
            current.append(line)
    return {name: "".join(own) for name, own in lines.items()}


def _mass(setting: str) -> str | None:
    """Find the unit that the settings say."""
    rows = read_rows(setting).rows if setting.strip() else []
    if len(rows) < 2:
        return None
    named = dict(zip((name.strip().casefold() for name in rows[0]), rows[1], strict=False))
    return UNITS.get(named.get("mass", "").strip().casefold())


def _with_cardio(log: Log, body: str) -> Log:
    """Account for the rows of the cardio section, which hold no sets."""
    count = max(len(read_rows(body).rows) - 1, 0) if body.strip() else 0
    first = log.rows_read + 1
    rows = tuple(Skipped(row=row, reason=CARDIO) for row in range(first, first + count))
    return attrs.evolve(log, skipped=(*log.skipped, *rows), rows_read=log.rows_read + count)


def _one_record_for_each_set(records: Records) -> Records:
    """Unpack the sets of each row; one that cannot be read makes the row a problem."""
    parts: list[Part] = []
    problems: list[Problem] = []
    column = records.names.get("logs", "logs")
    names = {"load": column, "reps": column}
    for place, (row, logs) in enumerate(zip(records.rows, records.columns["logs"], strict=True)):
        packed = [one for one in logs.split(",") if one.strip()]
        pairs = [match for one in packed if (match := _PACKED.fullmatch(one)) is not None]
        if len(pairs) < len(packed):
            problems.append(Problem(row=row, column=column, got=logs, wanted=_WANTED))
            continue
        sets = [(pair[1], pair[2]) for pair in pairs] or [("", "")]
        if _timed(sets):
            parts.append(Part(place=place, cells={"mark": CARDIO}))
            continue
        for load, reps in sets:
            parts.append(Part(place=place, cells={"load": load, "reps": reps}, names=names))
    return expanded(records, parts, ("load", "reps", "mark"), problems)


def _timed(sets: Sequence[tuple[str, str]]) -> bool:
    """Tell cardio, whose distance, time and so on stand as 0x0,0x0,0x0,0x10,0x60."""
    loads, reps = ([read_number(one) for one in column] for column in zip(*sets, strict=True))
    return len(sets) >= _LEAST_TIMED and not any(loads) and 0.0 in reps


JEFIT = App(
    name="jefit",
    label="Jefit",
    columns={
        "when": ("mydate", "date", "logTime"),
        "lift": ("ename", "exercise_name", "exercisename"),
        "logs": ("logs",),
        "note": ("note", "notes", "comment"),
        "record": ("record",),
        "number": ("_id", "row_id", "USERID", "eid", "day_item_id", "belongsession", "belongSys"),
        "about": ("TIMESTAMP", "edit_time", "interval_logs", "auto_generated"),
    },
    needs=("when", "lift", "logs"),
    at_known_to="day",
    not_sets={CARDIO: CARDIO},
    arrange=_one_record_for_each_set,
)
