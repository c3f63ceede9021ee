"""
The exports below a folder: which can be read, and which of them belong to one lifter.

Reason to change: another sign that files are of one lifter, or of one workout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import reduce
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

from liftguard.choices import LogUnit, Unit
from liftguard.errors import LiftguardError, UnreadableLog
from liftguard.importers import read_log
from liftguard.records import History, Log
from liftguard.units import elapsed_days

__all__ = ["Folder", "LeftOut", "Lifter", "Overlap", "Tell", "read_folder"]

Tell = Callable[[str, int, int], None]
"""Called with what was done, how many of it, and of how many."""

Kind = tuple[str, float, int]
"""Lift, load [kg] and repetitions of a set."""

_MEETS = ("meets.csv.gz", "meets.csv")
_LONGEST_GAP_DAYS = 120.0  # house rule: between two files of one lifter, a long break included
_BORDER_DAYS = 1.0  # two files may share the day on which one ends and the other begins
_MOSTLY = 0.9  # of the smaller log's sets found in the larger: very likely the same training
_LOAD_DECIMALS = 1  # of kg: files in pounds and in kilograms compare


@attrs.frozen(kw_only=True)
class Lifter:
    """
    One lifter's training, from one file or several.

    Parameters
    ----------
    name : str
        Of the file, or of the folder that holds the files.
    files : tuple of str
        Below the folder that was read.
    app : str
        Which wrote them.
    history : History
        All of their sets.
    """

    name: str
    files: tuple[str, ...]
    app: str
    history: History


@attrs.frozen(kw_only=True)
class LeftOut:
    """
    A file that was not used, and why.

    Parameters
    ----------
    file, reason : str
        Its name below the folder, and the reason.

    Examples
    --------
    >>> LeftOut(file="notes.txt", reason="no table of sets").reason
    'no table of sets'
    """

    file: str
    reason: str


@attrs.frozen(kw_only=True)
class Overlap:
    """
    Two lifters whose logs hold much the same sets; both are scored all the same.

    Parameters
    ----------
    smaller, larger : str
        Of the two logs.
    share : float
        Of the smaller one's sets that stand in the larger, too. [1]
    days_apart : int
        By how much later they stand there; published logs have their dates moved. [days]

    Examples
    --------
    >>> Overlap(smaller="a", larger="b", share=0.9, days_apart=30).share
    0.9
    """

    smaller: str
    larger: str
    share: float
    days_apart: int


@attrs.frozen(kw_only=True)
class Folder:
    """
    What a folder holds.

    Parameters
    ----------
    lifters : tuple of Lifter
        By name.
    read : tuple of dict
        File, lifter, app, unit and counts of each file that was read.
    left_out : tuple of LeftOut
        All other files.
    overlaps : tuple of Overlap
        Lifters that may be one.
    meets : tuple of Path
        Tables of powerlifting meets.
    """

    lifters: tuple[Lifter, ...]
    read: tuple[dict[str, Any], ...]
    left_out: tuple[LeftOut, ...]
    overlaps: tuple[Overlap, ...]
    meets: tuple[Path, ...]


def read_folder(folder: str | Path, *, tell: Tell | None = None) -> Folder:
    """
    Read every export below a folder.

    Parameters
    ----------
    folder : path
        Searched with all its sub-folders; files and folders that start with a dot are not.
    tell : callable, optional
        Hears how far it is.

    Returns
    -------
    Folder
        A file that cannot be read is named with the reason, and never stops the rest.

    Raises
    ------
    UnreadableLog
        When there is no such folder.

    Notes
    -----
    The files of one app in one sub-folder are one lifter's where they follow each other: none
    begins before another ends, but for a shared day, and no gap is longer than 120 days. A
    file among them that does not show its unit has that of the others.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UnreadableLog(where=str(folder), got="no folder", wanted="a folder of exports")
    found = sorted(path for path in root.rglob("*") if path.is_file() and not _hidden(path, root))
    logs, failed, meets = _read_all(root, found, tell)
    joined, retried = _join(root, logs, failed)
    left_out = [
        LeftOut(file=_below(root, path), reason=reason)
        for path, reason in failed.items()
        if path not in retried
    ]
    logs |= retried
    lifters = sorted((_lifter(root, some, logs) for some in joined), key=lambda one: one.name)
    return Folder(
        lifters=tuple(lifters),
        read=tuple(_accounts(root, lifters, logs)),
        left_out=tuple(sorted(left_out, key=lambda one: one.file)),
        overlaps=tuple(_overlaps(lifters)),
        meets=tuple(meets),
    )


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _read_all(
    root: Path, found: Sequence[Path], tell: Tell | None
) -> tuple[dict[Path, Log], dict[Path, str], list[Path]]:
    """Read each file once: logs, reasons against the others, tables of meets."""
    logs: dict[Path, Log] = {}
    failed: dict[Path, str] = {}
    meets = []
    for number, path in enumerate(found, start=1):
        if path.name in _MEETS:
            meets.append(path)
        else:
            read = _read(path)
            if isinstance(read, Log):
                logs[path] = read
            else:
                failed[path] = read.replace(str(path), _below(root, path))
        if tell is not None:
            tell("files read", number, len(found))
    return logs, failed, meets


def _read(path: Path, unit: Unit | None = None) -> Log | str:
    """Read one file, or say why it cannot be used."""
    try:
        log = read_log(path, unit=unit)
    except LiftguardError as error:
        return str(error)
    except OSError as error:
        return f"{path}: {error.strerror}"
    return log if log.history.sets else f"{path}: no set in {log.rows_read} records"


# --- which files are of one lifter ---


def _join(
    root: Path, logs: dict[Path, Log], failed: dict[Path, str]
) -> tuple[list[list[Path]], dict[Path, Log]]:
    """Give the files of each lifter, and those that could be read with the others' unit."""
    groups: dict[tuple[Path, str], list[Path]] = defaultdict(list)
    for path, log in logs.items():
        groups[path.parent, log.app].append(path)
    joined: list[list[Path]] = []
    retried: dict[Path, Log] = {}
    for (folder, app), paths in groups.items():
        if folder == root:
            joined += [[path] for path in paths]
            continue
        again = _with_unit(folder, app, {logs[path].unit for path in paths}, failed)
        for some in ({path: logs[path] for path in paths} | again, {p: logs[p] for p in paths}):
            if len(some) > 1 and _follow(some):
                joined.append(_in_time(some))
                retried |= {path: log for path, log in again.items() if path in some}
                break
        else:
            joined += [[path] for path in paths]
    return joined, retried


def _with_unit(
    folder: Path, app: str, units: set[LogUnit], failed: Iterable[Path]
) -> dict[Path, Log]:
    """Read what could not be read with the unit of the files beside it, where they have one."""
    unit = next(iter(units)) if len(units) == 1 else "mixed"
    if unit == "mixed":
        return {}
    again = {path: _read(path, unit) for path in failed if path.parent == folder}
    return {path: log for path, log in again.items() if isinstance(log, Log) and log.app == app}


def _in_time(logs: dict[Path, Log]) -> list[Path]:
    return sorted(logs, key=lambda path: (logs[path].history[0].at, logs[path].history[-1].at))


def _follow(logs: dict[Path, Log]) -> bool:
    """Tell whether files are the parts of one log."""
    if len({log.history[0].at.tzinfo is None for log in logs.values()}) > 1:
        return False
    spans = [(logs[path].history[0].at, logs[path].history[-1].at) for path in _in_time(logs)]
    gaps = [_gap(end, start) for (_, end), (start, _) in pairwise(spans)]
    return all(-_BORDER_DAYS < gap <= _LONGEST_GAP_DAYS for gap in gaps)


def _gap(end: datetime, start: datetime) -> float:
    """Give the days from the end of one file to the start of the next, negative if before."""
    if start >= end:
        return elapsed_days(end, start)
    return 0.0 if start.date() == end.date() else -elapsed_days(start, end) - _BORDER_DAYS


def _lifter(root: Path, paths: Sequence[Path], logs: dict[Path, Log]) -> Lifter:
    whole = _below(root, paths[0].parent if len(paths) > 1 else paths[0])
    return Lifter(
        name=whole,
        files=tuple(_below(root, path) for path in paths),
        app=logs[paths[0]].app,
        history=reduce(History.merge, (logs[path].history for path in paths)),
    )


def _accounts(
    root: Path, lifters: Iterable[Lifter], logs: dict[Path, Log]
) -> Iterable[dict[str, Any]]:
    """Say of each file that was read what it held."""
    for lifter in lifters:
        for file in lifter.files:
            log = logs[root / file]
            yield {
                "file": file,
                "lifter": lifter.name,
                "app": log.app,
                "unit": log.unit,
                "sets": len(log.history.sets),
                "problems": len(log.problems),
                "skipped": len(log.skipped),
            }


# --- which lifters may be one ---


def _overlaps(lifters: Sequence[Lifter]) -> Iterable[Overlap]:
    """Find logs of which one holds most of the other, perhaps with all dates moved."""
    logs = sorted(((one.name, _days(one)) for one in lifters), key=lambda log: _size(log[1]))
    for place, (name, few) in enumerate(logs):
        for other, many in logs[place + 1 :]:
            shift = _shift(few, many)
            if shift is None:
                continue
            found = sum(
                (some & many.get(day + shift, Counter())).total() for day, some in few.items()
            )
            if found >= _MOSTLY * _size(few):
                share = found / _size(few)
                yield Overlap(smaller=name, larger=other, share=share, days_apart=shift)


def _days(lifter: Lifter) -> dict[int, Counter[Kind]]:
    """Count the sets of each day by lift, load and repetitions."""
    days: dict[int, Counter[Kind]] = defaultdict(Counter)
    for done in lifter.history.sets:
        kind = (done.lift, round(done.load_kg, _LOAD_DECIMALS), done.reps)
        days[done.at.toordinal()][kind] += 1
    return days


def _size(days: dict[int, Counter[Kind]]) -> int:
    return sum(some.total() for some in days.values())


def _shift(few: dict[int, Counter[Kind]], many: dict[int, Counter[Kind]]) -> int | None:
    """Give the days by which most whole sessions of one log stand later in the other."""
    same: dict[frozenset[tuple[Kind, int]], list[int]] = defaultdict(list)
    for day, some in many.items():
        same[frozenset(some.items())].append(day)
    votes = Counter(
        there - day for day, some in few.items() for there in same.get(frozenset(some.items()), ())
    )
    return votes.most_common(1)[0][0] if votes else None
