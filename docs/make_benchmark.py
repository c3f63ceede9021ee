"""
Write docs/explanation/benchmark_figures.md and reliability.svg from the JSON of the benchmark.

Run `python -m liftguard benchmark FOLDER --json FILE`, then `python docs/make_benchmark.py FILE`.
"""

import json
import sys
from pathlib import Path

ROOM = Path(__file__).parent / "explanation"
HEAD = """# The benchmark in figures

Written by `python docs/make_benchmark.py FILE` from the JSON of `python -m liftguard benchmark FOLDER --json FILE`; what it means stands in [the benchmark](benchmark.md).

"""
COLUMNS = {
    "B1": ("auc", "ap", "caught_1pct", "caught_2pct", "caught_5pct", "log_loss", "brier", "expected_over_observed"),
    "B1p": ("auc", "ap", "log_loss", "mean_p", "observed", "expected_over_observed"),
    "B1m": ("auc", "log_loss", "mean_p", "observed", "expected_over_observed", "worst_bin"),
    "B2": ("median", "mean", "crps", "cover50", "cover90"),
    "B3": ("mae", "median", "crps", "cover90"),
    "B8": ("mae", "mae_first", "mae_later", "mae_over_lifters", "bias", "rank_correlation"),
    "B9": ("within_2_5", "within_5", "above", "mean_within_2_5"),
}  # fmt: skip
FLAGS = {
    "up": "went up",
    "up_caution_share": "CAUTION or worse",
    "up_beyond_share": "BEYOND",
    "up_unknown_share": "UNKNOWN",
    "short": "fell short",
    "short_caution_share": "CAUTION or worse",
    "beyond": "BEYOND in all",
    "beyond_short_share": "of these fell short",
}
ALARMS = {
    "completed": "completed sets",
    "beyond_share": "BEYOND",
    "caution_share": "CAUTION or worse",
    "unknown_share": "UNKNOWN after the tenth session",
    "misses": "misses",
    "misses_flagged": "CAUTION or worse",
    "beyond_share_at_reps": "at reps: BEYOND",
    "caution_share_at_reps": "at reps: CAUTION or worse",
}
REPEATS = {
    "repeats": "repeats",
    "caution_share": "CAUTION or worse",
    "beyond_share": "BEYOND",
    "unknown_share": "UNKNOWN",
    "short": "fell short",
    "expected_over_short": "expected over these",
    "short_flagged": "of these flagged",
    "failed": "known to have failed",
    "expected_over_failed": "expected over these",
    "failed_flagged": "of these flagged",
}
BEGINNERS = {name: name for name in ("clear", "unknown", "caution", "beyond")} | {
    "highest_p": "highest chance shown",
    "after_misses": "next step after misses",
}
SAME = {
    "level": "the same",
    "p": "chance shown",
    "level_of_more": "22.5 kg more",
    "p_of_more": "chance shown",
}
ACROSS = {name: BEGINNERS[name] for name in ("clear", "unknown", "caution", "beyond", "highest_p")}
ADVICE = {
    "liftguard": "liftguard",
    "same_as_last_time": "same as last time",
    "same_repetitions": "as with these repetitions",
    "last_plus_2_5_kg": "last + 2.5 kg",
}
SIDE, EDGE = 320, 40  # of the square in the picture, and its margin [px]


def table(tasks: dict, columns: tuple[str, ...]) -> str:
    """Give one table, liftguard beside every rival that has such figures."""
    rows = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name, figures in tasks.items():
        if isinstance(figures, dict) and isinstance(figures.get(columns[0]), float):
            cells = [figures.get(column) for column in columns]
            said = ["" if cell is None else f"{cell:.4f}" for cell in cells]
            rows.append(f"| {name} | " + " | ".join(said) + " |")
    return "\n".join(rows) + "\n\n"


def reliability(title: str, rows: list[dict]) -> str:
    """Give one reliability table: what was said, and what happened."""
    lines = [
        f"### {title}",
        "",
        "| said | cases | mean p | observed | 90 % interval |",
        "|---" * 5 + "|",
    ]
    lines += [
        f"| {row['low']:g} to {row['high']:g} | {row['count']} | {row['mean_p']:.3f} "
        f"| {row['observed']:.3f} | {row['observed_low']:.3f} to {row['observed_high']:.3f} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n\n"


def cell(value: float | str | None, column: str) -> str:
    """Give a count or a word as it is, a ratio with two digits, and a share in per cent."""
    if value is None:
        return ""
    if isinstance(value, (int, str)):
        return str(value)
    return f"{value:.2f}" if column.startswith("expected") else f"{100 * value:.1f} %"


def lines(columns: dict[str, str], rows: dict[str, dict]) -> str:
    """Give one table of counts and shares, a line for each row."""
    text = "| | " + " | ".join(columns.values()) + " |\n" + "|---" * (len(columns) + 1) + "|\n"
    for name, row in rows.items():
        text += f"| {name} | " + " | ".join(cell(row[key], key) for key in columns) + " |\n"
    return text + "\n"


def judged(told: dict[str, dict]) -> str:
    """Give expected and observed events of each log, and whether that is calibrated."""
    text = "| | | cases | events | expected | ratio | 95 % interval | bins off | calibrated |\n"
    text += "|---" * 9 + "|\n"
    said = {True: "yes", False: "no", None: "too few events"}
    for log, rows in told.items():
        for name, row in rows.items():
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
            between = "" if row["low"] is None else f"{row['low']:.2f} to {row['high']:.2f}"
            text += f"| {log} | {name} | {row['cases']} | {row['events']} | {row['expected']:.1f} "
            text += f"| {ratio} | {between} | {len(row['bins_off'])} "
            text += f"| {said[row['calibrated']]} |\n"
    return text + "\n"


def weights(told: dict[str, dict]) -> str:
    """Give the weights of own outcomes that each log was scored by, fitted without it."""
    names = list(next(iter(told.values()))["values"])
    text = "| without | cases | failed | " + " | ".join(names) + " |\n"
    text += "|---" * (len(names) + 3) + "|\n"
    for log, fit in told.items():
        values = " | ".join(f"{fit['values'][name]:.2f}" for name in names)
        text += f"| {log} | {fit['cases']} | {fit['failed']} | {values} |\n"
    return text + "\n"


def everyday(told: dict) -> str:
    """Give what is flagged of repeats, of beginners, and of the same again."""

    def named(rows: list[dict]) -> dict[str, dict]:
        return {
            f"{row['lift']}, {row.get('start_kg', row.get('load_kg')):g} kg, "
            f"plans {'' if row['noted'] else 'not '}noted": row
            for row in rows
        }

    text = ""
    if told["repeats"]:
        rows = {"all": told["repeats"]["all"]}
        if told["repeats"]["failures_recorded"]:
            rows["logs that record failures"] = told["repeats"]["failures_recorded"]
        text += "### The work of the last session again\n\n"
        text += lines(REPEATS, rows | told["repeats"]["by_lifter"])
    text += "### A beginner's 60 sets: 3x5, 2.5 kg more each time\n\n"
    text += lines(BEGINNERS, named(told["beginners"]))
    text += "### A top set of five after 16 weeks of the same\n\n"
    text += lines(SAME, named(told["same_as_last_week"]))
    text += "### 20 sets of 5x5 after four sessions of it\n\n"
    return text + lines(ACROSS, named(told["sets_across"]))


def reserve(told: dict) -> str:
    """Give how far off expectations of what is left were, on logs and of simulated lifters."""
    text = f"{told['note'][:1].upper()}{told['note'][1:]}.\n\n" if told["note"] else ""
    if told["liftguard"]:
        text += f"{told['liftguard']['sets']} sets:\n\n" + table(told, COLUMNS["B8"])
        for log, rows in told["by_lifter"].items():
            text += f"### {log}\n\n" + table(rows, COLUMNS["B8"])
    made_up = told["simulated"]
    if made_up:
        text += f"{made_up['lifters']} simulated lifters, {made_up['liftguard']['sets']} sets:\n\n"
        text += table(made_up, COLUMNS["B8"])
        text += "With a tenth more load the expectation moves by "
        text += f"{100 * made_up['moved_by_more']:.0f} % of what the curve says, with a tenth less "
        text += f"by {100 * made_up['moved_by_less']:.0f} % (medians over lifts).\n"
    return text


def advice(told: dict) -> str:
    """Give how near suggestions came to what was taken, and what is known to have failed."""
    text = table(told, COLUMNS["B9"])
    found = told["failures"]
    text += f"Of {found['plans']} plans that logs hold, and that tell of the suggested load, "
    text += f"{found['failed']} fell short at it or at less, where {found['expected']:.1f} were "
    text += f"expected; {found['above_missed']} suggestions lay above a load missed that day.\n\n"
    text += "### Within 2.5 %, by log\n\n"
    rows = {
        log: {name: rows[name]["within_2_5"] for name in ADVICE}
        | {"sets": rows["liftguard"]["sets"]}
        for log, rows in told["by_lifter"].items()
    }
    return text + lines(ADVICE | {"sets": "sets"}, rows)


def worlds(told: dict) -> str:
    """Give what was said of simulated athletes, of whom it is known what is wrong."""
    text = f"Of {told['cases']} cases {told['flagged']} with a cause on are flagged; the right "
    text += f"cause comes first in {told['right_cause_share']:.3f} of them. Where nothing was on, "
    text += f"a cause was named in {told['false_cause_share']:.3f}.\n\n"
    text += "| world | cause on | flagged | right first | mean p | mean truth "
    text += "| size follows the dose |\n" + "|---" * 7 + "|\n"
    for name, row in told["worlds"].items():
        follows, right = row["follows_dose"], row["right_cause_share"]
        text += f"| {name} | {row['switched_on']} | {row['flagged']} "
        text += f"| {'' if right is None else f'{right:.3f}'} | {row['p']:.3f} "
        text += f"| {row['truth']:.3f} | {'' if follows is None else f'{follows:.2f}'} |\n"
    text += "\nFirst sets of athletes who do not tire within a session:\n\n"
    text += "| cases | mean p | mean truth |\n|---|---|---|\n"
    for row in told["no_decline"]:
        text += f"| {row['cases']} | {row['p']:.3f} | {row['truth']:.3f} |\n"
    return text + pains(told["pains"])


def pains(told: dict) -> str:
    """Give what was found of made-up pains, of which it is known what led to them."""
    text = f"\nOf {told['cases']} pains a reason is shown of {told['shown']} that had one, the "
    text += f"right one first in {told['right_cause_share']:.3f} of them; of those after a day "
    text += f"like any other in {told['false_cause_share']:.3f}.\n\n"
    text += "| world | cause on | reason shown | right first | weight follows the dose |\n"
    text += "|---" * 5 + "|\n"
    for name, row in told["worlds"].items():
        text += f"| {name} | {row['switched_on']} | {row['shown']} "
        text += f"| {row['right_cause_share']:.3f} | {row['follows_dose']:.2f} |\n"
    return text


def picture(panels: list[tuple[str, list[dict]]]) -> str:
    """Draw reliability diagrams side by side: black on white, legible in grey."""
    width, height = len(panels) * (SIDE + 2 * EDGE), SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        '<g font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for number, (title, rows) in enumerate(panels):
        left, top = number * (SIDE + 2 * EDGE) + EDGE, EDGE
        foot = top + SIDE
        parts.append(
            f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
            f'<path d="M{left} {foot}L{left + SIDE} {top}" stroke="#bbb" stroke-dasharray="4 4"/>'
            f'<text x="{left}" y="{top - 10}">{title}</text>'
            f'<text x="{left + SIDE / 2}" y="{foot + 30}" text-anchor="middle">said</text>'
            f'<text x="{left - 24}" y="{top + SIDE / 2}" text-anchor="middle" '
            f'transform="rotate(-90 {left - 24} {top + SIDE / 2})">happened</text>'
            f'<text x="{left}" y="{foot + 15}">0</text><text x="{left + SIDE - 8}" y="{foot + 15}">1</text>'
        )
        for row in rows:
            x = left + SIDE * row["mean_p"]
            low, middle, high = (
                foot - SIDE * row[key] for key in ("observed_low", "observed", "observed_high")
            )
            parts.append(f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="#333"/>'
                         f'<circle cx="{x:.1f}" cy="{middle:.1f}" r="4" fill="#111"/>')  # fmt: skip
    return "".join(parts) + "</g></svg>\n"


def main() -> None:
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    singles = found["B1"]["all"]["liftguard"]["reliability"]
    plans = found["B1p"]["liftguard"]["reliability"]
    text = HEAD + "## B1: misses of singles\n\n" + table(found["B1"]["all"], COLUMNS["B1"])
    text += "Deadlifts alone:\n\n" + table(found["B1"]["deadlift"], COLUMNS["B1"])
    text += reliability("Misses, shown and happened", singles)
    text += "### Are they calibrated\n\n" + judged(found["B1"]["calibration"])
    text += "## B1p: plans that the log holds\n\n" + table(found["B1p"], COLUMNS["B1p"])
    text += reliability("Plans that fell short, shown and happened", plans)
    text += "### Are these calibrated\n\n" + judged(found["B1p"]["calibration"])
    text += "### What is flagged of them\n\n" + lines(FLAGS, found["B1p"]["flags"])
    if found["B1p"]["flags_left_out"]:
        text += "By weights that were fitted without the log:\n\n"
        text += lines(FLAGS, found["B1p"]["flags_left_out"])
    fitted = found["B1"]["fitted_without"] | found["B1p"]["fitted_without"]
    text += "### Weights that were fitted without a log\n\n" + weights(fitted)
    text += "## B1m: sets that repeat another\n\n" + table(found["B1m"], COLUMNS["B1m"])
    repeated = found["B1m"]["liftguard"]["reliability"]
    text += reliability("Repeats that fell short, shown and happened", repeated)
    text += "## B2: sets to failure\n\n" + table(found["B2"], COLUMNS["B2"])
    text += "## B3: the next meet\n\n" + table(found["B3"], COLUMNS["B3"])
    text += "## B4: the alarm budget\n\n"
    text += lines(ALARMS, {"all": found["B4"]} | found["B4"]["by_lifter"])
    text += "## B5: simulated athletes\n\n" + worlds(found["B5"])
    text += "\n## B7: everyday training\n\n" + everyday(found["B7"]).rstrip() + "\n"
    text += "\n## B8: repetitions in reserve\n\n" + reserve(found["B8"]).rstrip() + "\n"
    text += "\n## B9: what is suggested\n\n" + advice(found["B9"]).rstrip() + "\n"
    (ROOM / "benchmark_figures.md").write_text(text, encoding="utf-8")
    panels = [("B1: a single is missed", singles), ("B1p: a plan falls short", plans)]
    (ROOM / "reliability.svg").write_text(picture(panels), encoding="utf-8")


if __name__ == "__main__":
    main()
