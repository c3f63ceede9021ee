"""
Measure liftguard beside its rivals on a folder of exports: the command `benchmark`.

Reason to change: what the tables show.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import liftguard as lg
from liftguard.command.options import tell_progress
from liftguard.evaluation.benchmark import benchmark as run
from liftguard.evaluation.folder import read_folder

__all__ = ["benchmark"]

_SEED = 20260105  # of the bootstrap: the same folder gives the same intervals
_SHOWN = 10  # files left out that are named; --json names all
_EACH_WORLD = 20  # simulated athletes of each kind

_TITLES = {
    "B1": "B1: misses of barbell deadlifts, squats and bench presses; does the bar go up once",
    "B1m": "B1m: planned repetitions that did not all go up",
    "B2": "B2: what sets to failure reach [log kg]",
    "B3": "B3: the next meet's best deadlift [log kg]",
    "B4": "B4: how often the default policy speaks up",
    "B5": "B5: simulated athletes of whom it is known what is wrong",
}
_COLUMNS = {
    "B1": ("auc", "ap", "caught_1pct", "caught_2pct", "caught_5pct", "log_loss", "brier",
           "expected_over_observed"),
    "B1m": ("auc", "log_loss", "mean_p", "observed", "worst_bin"),
    "B2": ("median", "mean", "crps", "cover50", "cover90"),
    "B3": ("mae", "median", "crps", "cover90"),
}  # fmt: skip
_MEANS = ("auc", "ap", "expected_over_observed")
_ALARMS = {
    "completed": "completed sets",
    "beyond_share": "of them BEYOND",
    "caution_share": "CAUTION or worse",
    "unknown_share": "UNKNOWN after the tenth session",
    "misses": "misses",
    "misses_flagged": "of them CAUTION or worse",
    "at_reps": "completed sets at their repetitions",
    "beyond_share_at_reps": "of them BEYOND",
    "caution_share_at_reps": "CAUTION or worse",
}
_SHORT = {"expected_over_observed": "exp/obs", "log_loss": "log loss", "mean_p": "mean p"}


def benchmark(options: argparse.Namespace) -> None:
    """Read a folder, run every task, print a table for each."""
    folder = read_folder(options.folder, tell=tell_progress)
    if not folder.lifters and not folder.meets:
        raise lg.UnreadableLog(
            where=options.folder,
            got=f"{len(folder.left_out)} files, none of them readable",
            wanted="a folder with at least one export",
            hint="; ".join(one.reason for one in folder.left_out[:1]),
        )
    rng = np.random.default_rng(_SEED)
    found = run(folder, rng=rng, each_world=_EACH_WORLD, tell=tell_progress)
    if options.json is not None:
        text = json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False)
        _write(Path(options.json), text)
    _print_files(found["files"])
    for task, title in _TITLES.items():
        print(f"\n{title}")
        if found[task]["note"]:
            print(f"  {found[task]['note']}")
        _PRINTERS[task](task, found[task])


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise lg.InvalidValue(
            where="--json", got=str(path), wanted="a file that can be written", hint=str(error)
        ) from None


# --- tables ---


def _print_files(files: Mapping[str, Any]) -> None:
    lifters = {one["lifter"] for one in files["read"]}
    sets = sum(one["sets"] for one in files["read"])
    print(f"{len(files['read'])} files of {len(lifters)} lifters read: {sets} sets.")
    left_out = files["left_out"]
    for one in left_out[:_SHOWN]:
        print(f"  left out {one['reason']}")
    if len(left_out) > _SHOWN:
        print(f"  and {len(left_out) - _SHOWN} more left out; --json lists all")
    for one in files["overlaps"]:
        moved = f", {-one['days_apart']:+d} days apart" if one["days_apart"] else ""
        print(
            f"  {one['share']:.0%} of the sets of {one['smaller']} stand in {one['larger']}, "
            f"too{moved}; both are scored"
        )


def _print_misses(task: str, told: Mapping[str, Any]) -> None:
    for name in ("all", "deadlift", "without_largest"):
        table = told[name]
        if table is None:
            continue
        size = table["liftguard"]
        print(f"\n{name.replace('_', ' ')}: {size['sets']} sets, {size['misses']} misses")
        _print_table(_COLUMNS[task], table)
        _print_rule(table)
    if len(told["lifters"]) > 1:
        print("\nmean over lifters")
        _print_table(_MEANS, told["mean_over_lifters"])
    for name, compared in (told["against_best_rival"] or {}).items():
        _print_comparison(name, compared)
    if told["not_scored"]:
        some = ", ".join(f"{one['lifter']} ({one['misses']})" for one in told["not_scored"])
        print(f"\nNot scored, with fewer than five misses: {some}")


def _print_rule(table: Mapping[str, Any]) -> None:
    for name, row in table.items():
        if "flagged" in row:
            print(
                f"  rule {name!r}: flags {_share(row['flagged'])}, catches "
                f"{_share(row['caught'])}, {_share(row['precision'])} of flags are misses"
            )


def _print_rows(task: str, told: Mapping[str, Any]) -> None:
    rows = {name: row for name, row in told.items() if _is_row(row, _COLUMNS[task])}
    if not rows:
        return
    size = next(row for row in rows.values())
    count = size.get("sets", size.get("forecasts"))
    if count is not None:
        print(f"\n{count} forecasts")
    _print_table(_COLUMNS[task], rows)
    if told.get("not_forecast"):
        print(f"  {told['not_forecast']} more cannot be forecast without a bodyweight")
    _print_comparison("all", told.get("against_best_rival"))


def _is_row(row: object, columns: Sequence[str]) -> bool:
    return isinstance(row, dict) and columns[0] in row and not isinstance(row[columns[0]], dict)


def _print_alarms(task: str, told: Mapping[str, Any]) -> None:
    del task
    for name, label in _ALARMS.items():
        value = told[name]
        print(f"  {label}: {value if isinstance(value, int) else _share(value)}")


def _print_worlds(task: str, told: Mapping[str, Any]) -> None:
    del task
    print(f"  cases: {told['cases']}, of which {told['flagged']} with a cause on are flagged")
    print(f"  the right cause first: {_share(told['right_cause_share'])}")
    print(f"  a cause named where none was on: {_share(told['false_cause_share'])}")
    columns = ("switched_on", "flagged", "p", "truth", "follows_dose")
    lines = [("", *columns)]
    for name, row in told["worlds"].items():
        whole = [str(row[column]) for column in columns[:2]]
        lines.append((name, *whole, *(_cell(row[column]) for column in columns[2:])))
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    for name, *cells in lines:
        print(f"  {name:<{widths[0]}}", *_right(cells, widths[1:]), sep="  ")
    for row in told["no_decline"]:
        said = f"p {_cell(row['p'])}, truth {_cell(row['truth'])}"
        print(f"  first sets of athletes who do not tire, {row['cases']} cases: {said}")


def _print_comparison(name: str, compared: Mapping[str, Any] | None) -> None:
    for figure, one in (compared or {}).items():
        if one is None or one["estimate"] is None:
            continue
        between = (
            f" ({_cell(one['low'])} to {_cell(one['high'])})" if one["low"] is not None else ""
        )
        print(
            f"  {name}, {figure}: better than {one['rival']!r} by {_cell(one['estimate'])}{between}"
        )


def _print_table(columns: Sequence[str], rows: Mapping[str, Mapping[str, Any]]) -> None:
    shown = {name: row for name, row in rows.items() if any(column in row for column in columns)}
    lines = [["", *(_SHORT.get(column, column) for column in columns)]]
    lines += [
        [name, *(_cell(row.get(column)) for column in columns)]
        for name, row in shown.items()
        if "flagged" not in row
    ]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    for name, *cells in lines:
        print(f"  {name:<{widths[0]}}", *_right(cells, widths[1:]), sep="  ")


def _right(cells: Iterable[str], widths: Iterable[int]) -> list[str]:
    return [f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)]


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


_PRINTERS = {
    "B1": _print_misses,
    "B1m": _print_rows,
    "B2": _print_rows,
    "B3": _print_rows,
    "B4": _print_alarms,
    "B5": _print_worlds,
}
