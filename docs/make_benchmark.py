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
    "B1m": ("auc", "log_loss", "mean_p", "observed", "worst_bin"),
    "B2": ("median", "mean", "crps", "cover50", "cover90"),
    "B3": ("mae", "median", "crps", "cover90"),
}  # fmt: skip
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


def worlds(told: dict) -> str:
    """Give what was said of simulated athletes, of whom it is known what is wrong."""
    text = f"Of {told['cases']} cases {told['flagged']} with a cause on are flagged; the right "
    text += f"cause comes first in {told['right_cause_share']:.3f} of them. Where nothing was on, "
    text += f"a cause was named in {told['false_cause_share']:.3f}.\n\n"
    text += "| world | cause on | flagged | mean p | mean truth | size follows the dose |\n"
    text += "|---" * 6 + "|\n"
    for name, row in told["worlds"].items():
        follows = row["follows_dose"]
        text += f"| {name} | {row['switched_on']} | {row['flagged']} | {row['p']:.3f} "
        text += f"| {row['truth']:.3f} | {'' if follows is None else f'{follows:.2f}'} |\n"
    text += "\nFirst sets of athletes who do not tire within a session:\n\n"
    text += "| cases | mean p | mean truth |\n|---|---|---|\n"
    for row in told["no_decline"]:
        text += f"| {row['cases']} | {row['p']:.3f} | {row['truth']:.3f} |\n"
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
    text = HEAD + "## B1: misses of singles\n\n" + table(found["B1"]["all"], COLUMNS["B1"])
    text += "Deadlifts alone:\n\n" + table(found["B1"]["deadlift"], COLUMNS["B1"])
    singles = found["B1"]["all"]["liftguard"]["reliability"]
    plans = found["B1m"]["liftguard"]["reliability"]
    text += reliability("Misses, said and happened", singles)
    text += "## B1m: planned repetitions\n\n" + table(found["B1m"], COLUMNS["B1m"])
    text += reliability("Plans that fell short, said and happened", plans)
    text += "## B2: sets to failure\n\n" + table(found["B2"], COLUMNS["B2"])
    text += "## B3: the next meet\n\n" + table(found["B3"], COLUMNS["B3"])
    text += "## B4: the alarm budget\n\n| | share |\n|---|---|\n"
    text += "".join(
        f"| {name} | {value:.4f} |\n"
        for name, value in found["B4"].items()
        if isinstance(value, float)
    )
    text += "\n## B5: simulated athletes\n\n" + worlds(found["B5"])
    (ROOM / "benchmark_figures.md").write_text(text, encoding="utf-8")
    panels = [("B1: a single is missed", singles), ("B1m: a plan falls short", plans)]
    (ROOM / "reliability.svg").write_text(picture(panels), encoding="utf-8")


if __name__ == "__main__":
    main()
