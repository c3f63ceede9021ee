"""
Who of a squad needs a look today: logs and a plan in, one page of HTML out.

    python examples/coach examples/coach/squad --at 2026-03-02 --out squad.html
"""

import argparse
import sys
from datetime import datetime
from pathlib import Path

import attrs
from judge import judge
from page import page
from squad import EVERYBODY, on_the_wall, read_squad

import liftguard as lg

POLICY = lg.Policy()


def moment(text: str) -> datetime:
    """Read a date, or a date and time."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        wanted = f"got {text!r}, wanted a date such as 2026-03-02 or 2026-03-02T18:00"
        raise argparse.ArgumentTypeError(wanted) from None


def percent(text: str) -> float:
    """Read a chance in percent; below one it is a part of 1, as a `Policy` has it, or a slip."""
    try:
        number = float(text.rstrip("% "))
    except ValueError:
        number = float("nan")
    if 0.0 < number < 1.0:
        hint = f"for {100 * number:g} % write {100 * number:g}"
        raise argparse.ArgumentTypeError(f"got {text!r}, wanted percent from 1 to 99.9; {hint}")
    if not 1.0 <= number <= 99.9:
        raise argparse.ArgumentTypeError(f"got {text!r}, wanted percent from 1 to 99.9")
    return number


def whose_unit(text: str) -> tuple[str, str]:
    """Read a unit, and the name of the athlete whose log it is of, if one stands before it."""
    name, _, unit = text.rpartition("=")
    if unit not in ("kg", "lb"):
        wanted = f"got {text!r}, wanted kg or lb, or those of one athlete, such as Ada=lb"
        raise argparse.ArgumentTypeError(wanted)
    return name.strip() or EVERYBODY, unit


def main() -> int:
    parser = argparse.ArgumentParser(prog="coach", description=__doc__.strip().splitlines()[0])
    parser.add_argument("folder", type=Path, help="a log for each athlete, plan.csv, pains.csv")
    parser.add_argument(
        "--at",
        type=moment,
        default=datetime.now(),
        help="such as 2026-03-02 or 2026-03-02T18:00; default: now",
    )
    parser.add_argument("--out", type=Path, default=Path("squad.html"), help="default: squad.html")
    parser.add_argument(
        "--unit",
        type=whose_unit,
        action="append",
        default=[],
        metavar="[NAME=]kg|lb",
        help="of logs that show none, or of one athlete's log, whatever its numbers look like",
    )
    parser.add_argument(
        "--dates", choices=("dmy", "mdy"), help="how 3/4/2026 is meant; default: as a table shows"
    )
    for name in ("caution", "beyond"):
        parser.add_argument(
            f"--{name}",
            type=percent,
            default=100 * getattr(POLICY, name),
            metavar="PERCENT",
            help=f"the chance of failing from which a set is {name.upper()}; default: %(default)g",
        )
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is not a folder")
    if options.caution > options.beyond:
        low, high = options.caution, options.beyond
        parser.error(f"--caution {low:g} %: wanted at most --beyond, which is {high:g} %")
    at = on_the_wall(options.at)
    try:
        chances = {"caution": options.caution / 100, "beyond": options.beyond / 100}
        guard = lg.Guard(policy=attrs.evolve(POLICY, **chances))
        squad = read_squad(options.folder, at, dict(options.unit), options.dates)
        rows = judge(squad, at, guard)
    except lg.LiftguardError as error:
        sys.stderr.write(f"coach: {error}\n")
        return 2
    options.out.write_text(page(rows, at, guard.policy), encoding="utf-8")
    for row in rows:
        print(f"{row.stands:<8} {row.name}")
    print(f"wrote {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
