"""
The nightly job of a fleet: an invented one is made, learned and judged on all cores.

    python examples/fleet --athletes 1000 --folder fleet_data

Started again after a crash it goes on where it was.
"""

import argparse
import time
from pathlib import Path

from dask.distributed import Client, LocalCluster
from make_fleet import make_fleet
from nightly import judge, night

import liftguard as lg
from liftguard import fleet


def main():
    parser = argparse.ArgumentParser(prog="fleet", description=__doc__.strip().splitlines()[0])
    parser.add_argument("--athletes", type=int, default=1000)
    parser.add_argument("--parts", type=int, default=4, help="files that the fleet is split into")
    parser.add_argument("--workers", type=int, default=2, help="processes on this machine")
    parser.add_argument("--scheduler", help="address of a Dask cluster; default: a local one")
    parser.add_argument("--folder", type=Path, default=Path("fleet_data"))
    options = parser.parse_args()
    make(options)
    if options.scheduler:
        with Client(options.scheduler) as client:
            return run(options, client)
    with (
        LocalCluster(
            n_workers=options.workers, threads_per_worker=1, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster) as client,
    ):
        return run(options, client)


def make(options):
    """Write the tables of the invented fleet, once."""
    marker = options.folder / f"made-{options.athletes}-in-{options.parts}"
    if marker.exists():
        return
    tables = make_fleet(options.athletes)
    for name, table in zip(("history", "today", "weighings", "plans"), tables, strict=True):
        fleet.write_parts(table, options.folder / name, options.parts)
    marker.touch()


def run(options, client):
    """Do the work of two nights, and say how it goes."""
    guard, total = lg.Guard(), 0
    begin = time.perf_counter()
    for what in (
        {"sets": "history", "others": "weighings", "target": "night-0"},
        {"sets": "today", "target": "night-1", "start": "night-0"},
    ):

        def tell(done, count, name=what["target"]):
            print(
                f"{name}: {count} of {options.parts} parts, {done.athletes} athletes and "
                f"{done.sets} sets in {done.part}, {done.in_arrays:.1%} in arrays",
                flush=True,
            )

        found = night(guard, client, options.parts, options.folder, tell=tell, **what)
        total += sum(one.sets for one in found)
        print(f"{what['target']}: {sum(one.athletes for one in found)} athletes", flush=True)
        for problems in (one.problems for one in found):
            for name, problem in problems.items():
                print(f"  {name}: {problem}")
    flagged = judge(
        guard,
        client,
        options.parts,
        options.folder,
        states="night-1",
        plans="plans",
        out="look.csv",
    )
    seconds = time.perf_counter() - begin
    print(f"{total} sets in {seconds:.1f} s; {len(flagged)} athletes need a look tomorrow:")
    for name, level, p in flagged[:5]:
        print(f"  {lg.Level(level).name:<8} {name} {p:.0%}")
    print(f"wrote {options.folder / 'look.csv'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
