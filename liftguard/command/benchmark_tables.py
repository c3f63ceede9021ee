"""
The tables of the benchmark, as the command prints them.

Reason to change: what the tables show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["TASKS", "print_files", "print_task"]

_SHOWN = 10  # files left out that are named; --json names all
_OURS = "liftguard"

_TITLES = {
    "B1": "B1: misses of barbell deadlifts, squats and bench presses; does the bar go up once",
    "B1p": "B1p: plans that the log holds, and that fell short",
    "B1m": "B1m: sets that repeat another, and fell short of it",
    "B2": "B2: what sets to failure reach [log kg]",
    "B3": "B3: the next meet's best deadlift [log kg]",
    "B4": "B4: how often the default policy speaks up",
    "B5": "B5: simulated athletes of whom it is known what is wrong",
    "B7": "B7: what is flagged of everyday training",
    "B8": "B8: repetitions that are said to be left after a set",
    "B9": "B9: the load that is suggested, beside the one that was taken",
}
TASKS = tuple(_TITLES)
"""In the order in which they are printed."""

_COLUMNS = {
    "B1": ("auc", "ap", "caught_1pct", "caught_2pct", "caught_5pct", "log_loss", "brier",
           "expected_over_observed"),
    "B1p": ("auc", "ap", "log_loss", "mean_p", "observed", "expected_over_observed"),
    "B1m": ("auc", "log_loss", "mean_p", "observed", "expected_over_observed", "worst_bin"),
    "B2": ("median", "mean", "crps", "cover50", "cover90"),
    "B3": ("mae", "median", "crps", "cover90"),
    "B8": ("mae", "mae_first", "mae_later", "mae_over_lifters", "bias", "rank_correlation"),
    "B9": ("within_2_5", "within_5", "above", "mean_within_2_5"),
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
_FLAGS = {
    "up": "went up",
    "up_caution_share": "CAUTION+",
    "up_beyond_share": "BEYOND",
    "up_unknown_share": "UNKNOWN",
    "short": "fell short",
    "short_caution_share": "CAUTION+",
    "short_beyond_share": "BEYOND",
}
_REPEATS = {
    "repeats": "repeats",
    "caution_share": "CAUTION+",
    "beyond_share": "BEYOND",
    "unknown_share": "UNKNOWN",
    "short": "short",
    "expected_over_short": "exp/obs",
    "short_flagged": "flagged",
    "failed": "failed",
    "expected_over_failed": "exp/obs",
    "failed_flagged": "flagged",
}
_JUDGED = {True: "calibrated", False: "not calibrated", None: "too few events to judge"}
_BEGINNERS = ("clear", "unknown", "caution", "beyond", "highest_p", "after_misses")
_SAME = ("level", "p", "level_of_more", "p_of_more")
_ACROSS = ("clear", "unknown", "caution", "beyond", "highest_p")
_SHORT = {"expected_over_observed": "exp/obs", "log_loss": "log loss", "mean_p": "mean p"}


def print_task(task: str, told: Mapping[str, Any]) -> None:
    """Print the title of a task, why it says nothing if so, and its tables."""
    print(f"\n{_TITLES[task]}")
    if told["note"]:
        print(f"  {told['note']}")
    _PRINTERS[task](task, told)


def print_files(files: Mapping[str, Any]) -> None:
    """Say what was read, and what was not."""
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
        size = table[_OURS]
        print(f"\n{name.replace('_', ' ')}: {size['sets']} sets, {size['misses']} misses")
        _print_table(_COLUMNS[task], table)
        _print_rule(table)
    if len(told["lifters"]) > 1:
        print("\nmean over lifters")
        _print_table(_MEANS, told["mean_over_lifters"])
    _print_calibration(told["calibration"])
    for name, compared in (told["against_best_rival"] or {}).items():
        _print_comparison(name, compared)
    if told["not_scored"]:
        some = ", ".join(f"{one['lifter']} ({one['misses']})" for one in told["not_scored"])
        print(f"\nNot scored, with fewer than five misses: {some}")


def _print_calibration(told: Mapping[str, Any] | None) -> None:
    """Say of each log, and of all, whether what is shown is calibrated, and how sure that is."""
    for log, rows in (told or {}).items():
        for name, one in rows.items():
            if one["ratio"] is None:
                continue
            said = f"{_cell(one['expected'])} expected, {one['events']} observed"
            if one["low"] is not None:
                said += f", ratio {_cell(one['low'])} to {_cell(one['high'])}"
            said += f", {len(one['bins_off'])} bins off: "
            print(f"  {log}, {name}: {said}{_JUDGED[one['calibrated']]}")


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


def _print_known_plans(task: str, told: Mapping[str, Any]) -> None:
    _print_rows(task, told)
    _print_calibration(told["calibration"])
    for name, title in (("flags", "plans that"), ("flags_left_out", "by left-out weights")):
        if told[name]:
            _print_lines(title, _FLAGS, told[name])


def _print_everyday(task: str, told: Mapping[str, Any]) -> None:
    del task
    if told["repeats"]:
        some = {"all": told["repeats"]["all"]}
        if told["repeats"]["failures_recorded"]:
            some["logs that record failures"] = told["repeats"]["failures_recorded"]
        _print_lines("done again", _REPEATS, some | told["repeats"]["by_lifter"])
    for what, columns, title in (
        ("beginners", _BEGINNERS, "3x5, 2.5 kg more each time, of 60 sets"),
        ("same_as_last_week", _SAME, "a top set of five after 16 weeks, and 22.5 kg more"),
        ("sets_across", _ACROSS, "5x5 after four sessions of it, of 20 sets"),
    ):
        names = {column: column.replace("_", " ") for column in columns}
        _print_lines(title, names, {_run(row): row for row in told[what]})


def _run(row: Mapping[str, Any]) -> str:
    """Name a made-up athlete."""
    load = row.get("start_kg", row.get("load_kg"))
    return f"{row['lift']} {load:g} kg, plans {'' if row['noted'] else 'not '}noted"


def _print_lines(
    title: str, columns: Mapping[str, str], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    """Print a line for each row: counts and words as they are, shares and chances in per cent."""
    lines = [[title, *columns.values()]]
    lines += [
        [name, *(_told(row[column], column) for column in columns)] for name, row in rows.items()
    ]
    print()
    _print_cells(lines)


def _told(value: float | str | None, column: str) -> str:
    if isinstance(value, int | str):
        return str(value)
    return _cell(value) if column.startswith("expected") else _share(value)


def _print_reserve(task: str, told: Mapping[str, Any]) -> None:
    _print_rows(task, told)
    made_up = told["simulated"]
    if made_up:
        print(f"\n{made_up['lifters']} simulated lifters")
        _print_rows(task, made_up)
        for name in ("more", "less"):
            share = _share(made_up[f"moved_by_{name}"])
            print(f"  with a tenth {name} load the expectation moves by {share} of the curve")


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
    _print_by_cause(("switched_on", "flagged", "p", "truth", "follows_dose"), told["worlds"])
    for row in told["no_decline"]:
        said = f"p {_cell(row['p'])}, truth {_cell(row['truth'])}"
        print(f"  first sets of athletes who do not tire, {row['cases']} cases: {said}")
    _print_pains(told["pains"])


def _print_pains(told: Mapping[str, Any]) -> None:
    print(f"  pains: {told['cases']}, a reason is shown of {told['shown']} with a cause on")
    print(f"  the right reason first: {_share(told['right_cause_share'])}")
    print(f"  a reason shown where none was on: {_share(told['false_cause_share'])}")
    _print_by_cause(("switched_on", "shown", "right_cause_share", "follows_dose"), told["worlds"])


def _print_by_cause(columns: Sequence[str], rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Print a line for each cause that was switched on: two counts, then figures."""
    lines = [("", *columns)]
    for name, row in rows.items():
        counts = (str(row[column]) for column in columns[:2])
        lines.append((name, *counts, *(_cell(row[column]) for column in columns[2:])))
    _print_cells(lines)


def _print_advice(task: str, told: Mapping[str, Any]) -> None:
    _print_rows(task, told)
    found = told["failures"]
    if found is not None:
        print(
            f"  of {found['plans']} known plans {found['failed']} fell short at the suggested load "
            f"or less, {_cell(found['expected'])} expected; {found['above_missed']} suggestions "
            "above a load missed that day"
        )


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
    _print_cells(lines)


def _print_cells(lines: Sequence[Sequence[str]]) -> None:
    """Print cells below each other, the first of each line at the left."""
    first, *widths = (max(map(len, cells)) for cells in zip(*lines, strict=True))
    for name, *cells in lines:
        right = (f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
        print(f"  {name:<{first}}", *right, sep="  ")


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


_PRINTERS = {
    "B1": _print_misses,
    "B1p": _print_known_plans,
    "B1m": _print_rows,
    "B2": _print_rows,
    "B3": _print_rows,
    "B4": _print_alarms,
    "B5": _print_worlds,
    "B7": _print_everyday,
    "B8": _print_reserve,
    "B9": _print_advice,
}
