"""
A fleet on disk: tables of Parquet by athlete, and the replay of one part of them.

The work of a part is a function of its number, and what it gives appears as a whole or not at
all. So any engine may run the parts, anywhere and again: what is complete is left alone.

Reason to change: what a part holds, or how it is stored.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zlib
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from liftguard.errors import InvalidValue, needing
from liftguard.fleet.arrow import states_from_arrow, states_to_arrow
from liftguard.fleet.columns import columns_of, texts_of
from liftguard.fleet.people import check_guard
from liftguard.fleet.replaying import replay_columns
from liftguard.fleet.states import States
from liftguard.guard import Guard
from liftguard.records.checks import check_is

__all__ = [
    "PartDone",
    "check_part",
    "clear_unfinished",
    "part_name",
    "part_of",
    "read_part",
    "run_part",
    "write_parts",
]

_MOST_PARTS = 1_000_000  # files of a fleet
_UNFINISHED = ".unfinished-"
_STATES, _CHANCES, _DONE = "states.parquet", "chances.parquet", "done.json"


@attrs.frozen(kw_only=True)
class PartDone:
    """
    What the replay of one part came to.

    Parameters
    ----------
    part : str
        Its name.
    athletes, sets : int
        With a state, and rows of sets.
    in_arrays : float
        Share of the sets that went through arrays. [1]
    problems : dict of str to str
        By athlete, what was wrong.

    Examples
    --------
    >>> PartDone(part="part-00000-of-00001", athletes=3, sets=12, in_arrays=1.0, problems={}).sets
    12
    """

    part: str
    athletes: int
    sets: int
    in_arrays: float
    problems: dict[str, str]


def part_of(athlete: str, parts: int) -> int:
    """
    Tell which part of a fleet an athlete belongs to, on every machine alike.

    Parameters
    ----------
    athlete : str
        The name.
    parts : int
        How many there are.

    Returns
    -------
    int
        From 0 to `parts` - 1.

    Raises
    ------
    InvalidValue
        When the name is no text, or there are no parts.

    Examples
    --------
    >>> part_of("Ada", 16) == part_of("Ada", 16)
    True
    """
    check_is(athlete, str, "athlete", "the name of an athlete")
    check_part(0, parts)
    return zlib.crc32(athlete.encode()) % parts


def part_name(part: int, parts: int) -> str:
    """
    Name a part, with how many there are: athletes are shared out by both.

    Parameters
    ----------
    part, parts : int
        Its number, and how many there are.

    Returns
    -------
    str
        As files and folders are called.

    Raises
    ------
    InvalidValue
        When there is no such part.

    Examples
    --------
    >>> part_name(3, 16)
    'part-00003-of-00016'
    """
    check_part(part, parts)
    return f"part-{part:05d}-of-{parts:05d}"


def check_part(part: int, parts: int) -> None:
    """Refuse a number of parts that is none, and a part that is none of them."""
    _check_count("parts", parts, 1, _MOST_PARTS)
    _check_count("part", part, 0, parts - 1)


def _check_count(where: str, value: object, least: int, most: int) -> None:
    is_whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not is_whole or not least <= value <= most:  # type: ignore[operator]
        wanted = f"a whole number from {least} to {most}"
        raise InvalidValue(where=where, got=value, wanted=wanted)


def write_parts(table: Any, folder: str | os.PathLike[str], parts: int) -> None:  # noqa: ANN401
    """
    Write a table with a column `athlete` as Parquet, a file for each part that has rows.

    Parameters
    ----------
    table : pyarrow.Table, or mapping of str to array
        Of sets or of other entries.
    folder : path
        Where to; it is made, and what stands there under the same names is written over.
    parts : int
        How many there are.

    Raises
    ------
    InvalidValue
        When it is no table with such a column, or there are no parts.
    MissingExtra
        When pyarrow is not installed.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_parts({"athlete": ["Ada"], "reps": [5]}, folder, 1)
    ...     os.listdir(folder)
    ['part-00000-of-00001.parquet']
    """
    check_part(0, parts)
    columns = columns_of(table, None, ("athlete",), "table")
    pa, parquet = _import_arrow()
    try:
        held = table if hasattr(table, "column_names") else pa.table(columns)
    except pa.ArrowException as error:
        wanted = "columns of one kind each"
        raise InvalidValue(where="table", got=str(error), wanted=wanted) from error
    codes, names = texts_of(held.column("athlete"))
    of_name = np.array([part_of("" if one is None else str(one), parts) for one in names])
    of_row = of_name[codes] if len(names) else codes
    where = Path(folder)
    where.mkdir(parents=True, exist_ok=True)
    for part in np.unique(of_row).tolist():
        rows = held.take(pa.array(np.flatnonzero(of_row == part)))
        _write(parquet, rows, where / f"{part_name(part, parts)}.parquet")


def run_part(
    guard: Guard,
    part: int,
    parts: int,
    *,
    sets: str | os.PathLike[str],
    target: str | os.PathLike[str],
    others: str | os.PathLike[str] | None = None,
    start: str | os.PathLike[str] | None = None,
) -> PartDone:
    """
    Replay one part of a fleet, from files to files; nothing where that has been done.

    Its folder below `target` appears when all of it is written, and holds `states.parquet`,
    `chances.parquet` (`athlete` and `p_beyond` of each row of the sets) and `done.json`. A worker
    that is killed on the way leaves nothing that counts.

    Parameters
    ----------
    guard : Guard
        For everybody.
    part, parts : int
        Its number, and how many there are.
    sets, others : path
        Folders that `write_parts` wrote; a part without a file has no rows.
    target : path
        Folder for the results.
    start : path, optional
        The `target` of an earlier run, to go on from. Athletes without new sets are kept, and
        those with a problem keep the state that they had.

    Returns
    -------
    PartDone
        What it came to.

    Raises
    ------
    InvalidValue
        When `start` was run in another number of parts, or there is no such part.
    MissingExtra
        When pyarrow is not installed.

    Examples
    --------
    >>> import liftguard as lg
    >>> rows = {"athlete": ["Ada"], "lift": ["squat"], "load_kg": [100.0], "reps": [5],
    ...         "at": np.array(["2026-01-05T18:00"], "M8[us]")}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_parts(rows, f"{folder}/sets", 1)
    ...     run_part(lg.Guard(), 0, 1, sets=f"{folder}/sets", target=f"{folder}/night").athletes
    1
    """
    check_guard(guard)
    pa, parquet = _import_arrow()
    name, home = part_name(part, parts), Path(target)
    if (home / name / _DONE).exists():
        return _done(home / name)
    before = None if start is None else _before(Path(start), name)
    table = _rows(parquet, Path(sets), name)
    if table is None:
        table = pa.table({one: [] for one in ("athlete", "lift", "at", "load_kg", "reps")})
    noted = None if others is None else _rows(parquet, Path(others), name)
    found = replay_columns(guard, table, others=noted, start=before)
    kept = [one for one in found.problems if before is not None and one in before]
    states = found.states
    if kept and before is not None:  # tomorrow's rows may be right
        states = States.joined(states.made_by, [states, before.some(kept)])
    done = PartDone(
        part=name,
        athletes=len(states),
        sets=len(found.p_beyond),
        in_arrays=found.in_arrays,
        problems={one: str(problem) for one, problem in found.problems.items()},
    )
    chances = pa.table({"athlete": table["athlete"], "p_beyond": found.p_beyond})
    _publish(home, done, states_to_arrow(states), chances)
    return _done(home / name)


def _publish(home: Path, done: PartDone, states: Any, chances: Any) -> None:  # noqa: ANN401
    """Let the folder of a part appear with all that it holds."""
    _, parquet = _import_arrow()
    home.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=home))
    parquet.write_table(states, draft / _STATES, compression="zstd")
    parquet.write_table(chances, draft / _CHANCES, compression="zstd")
    (draft / _DONE).write_text(json.dumps(attrs.asdict(done)), encoding="utf-8")
    try:
        draft.rename(home / done.part)
    except OSError:  # another worker was quicker
        shutil.rmtree(draft, ignore_errors=True)


def read_part(target: str | os.PathLike[str], part: int, parts: int) -> States:
    """
    Read the states of one part of a finished run.

    Parameters
    ----------
    target : path
        Of the run.
    part, parts : int
        Its number, and how many there are.

    Returns
    -------
    States
        Of its athletes.

    Raises
    ------
    InvalidValue
        When that part is not there.
    MissingExtra
        When pyarrow is not installed.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_parts({"athlete": [], "lift": [], "at": [], "load_kg": [], "reps": []}, folder, 1)
    ...     done = run_part(Guard(), 0, 1, sets=folder, target=f"{folder}/night")
    ...     len(read_part(f"{folder}/night", 0, 1))
    0
    """
    return _before(Path(target), part_name(part, parts))


def clear_unfinished(target: str | os.PathLike[str]) -> int:
    """
    Clear away what killed workers have left; give how much that was.

    Parameters
    ----------
    target : path
        Of a run that nobody else is at work on.

    Returns
    -------
    int
        Parts that were begun and not finished.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     clear_unfinished(folder)
    0
    """
    left = list(Path(target).glob(f"{_UNFINISHED}*"))
    for one in left:
        shutil.rmtree(one, ignore_errors=True)
    return len(left)


def _done(folder: Path) -> PartDone:
    return PartDone(**json.loads((folder / _DONE).read_text(encoding="utf-8")))


def _before(start: Path, name: str) -> States:
    _, parquet = _import_arrow()
    path = start / name / _STATES
    if not path.exists():
        raise InvalidValue(
            where="start",
            got=f"{start} without {name}",
            wanted="a run that is finished, in as many parts",
        )
    return states_from_arrow(parquet.read_table(path))


def _rows(parquet: Any, folder: Path, name: str) -> Any:  # noqa: ANN401
    path = folder / f"{name}.parquet"
    return parquet.read_table(path) if path.exists() else None


def _write(parquet: Any, table: Any, path: Path) -> None:  # noqa: ANN401
    """Write a file that appears when it is whole."""
    draft = path.with_name(f"{_UNFINISHED}{path.name}")
    parquet.write_table(table, draft, compression="zstd")
    draft.replace(path)


def _import_arrow() -> tuple[Any, Any]:
    with needing("pyarrow", extra="fleet", where="run_part"):
        import pyarrow  # type: ignore[import-untyped]  # noqa: ICN001 - as in `arrow`
        import pyarrow.parquet  # type: ignore[import-untyped]
    return pyarrow, pyarrow.parquet
