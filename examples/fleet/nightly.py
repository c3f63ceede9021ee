"""The work of a night: what was done today is learned, what is planned for tomorrow judged."""

import csv
from functools import partial
from pathlib import Path

from pyarrow import parquet

import liftguard as lg
from liftguard import fleet

TOLD = ("athlete", "level", "p_beyond")


def night(guard, client, parts, folder, *, sets, target, start=None, others=None, tell=None):
    """Learn the sets of a night, part by part; parts that are complete are left alone."""
    folder = Path(folder)
    return fleet.run_on_dask(
        guard,
        parts,
        client=client,
        sets=folder / sets,
        target=folder / target,
        others=None if others is None else folder / others,
        start=None if start is None else folder / start,
        tell=tell,
    )


def judge(guard, client, parts, folder, *, states, plans, out):
    """Judge the plans of all parts, and write who needs a look, worst first."""
    folder = Path(folder)
    work = partial(judge_part, guard, parts=parts, states=folder / states, plans=folder / plans)
    found = [row for rows in client.gather(client.map(work, range(parts))) for row in rows]
    found.sort(key=lambda row: (-row[1], -row[2], row[0]))
    with (folder / out).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(TOLD)
        writer.writerows((name, lg.Level(level).name, f"{p:.3f}") for name, level, p in found)
    return found


def judge_part(guard, part, *, parts, states, plans):
    """Give those of one part who are flagged: name, level and chance of the worst set."""
    held = fleet.read_part(states, part, parts)
    table = parquet.read_table(plans / f"{fleet.part_name(part, parts)}.parquet")
    found = fleet.check_columns(guard, held, table)
    worst = dict.fromkeys(found.worst, 0.0)
    for name, p in zip(table.column("athlete").to_pylist(), found.p_beyond, strict=True):
        worst[name] = max(worst.get(name, 0.0), float(p))
    flagged = [name for name, level in found.worst.items() if level >= lg.Level.CAUTION]
    return [(name, int(found.worst[name]), worst[name]) for name in flagged]
