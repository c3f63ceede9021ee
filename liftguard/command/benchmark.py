"""
Measure liftguard beside its rivals on a folder of exports: the command `benchmark`.

Reason to change: another way to call it.
"""

from __future__ import annotations

import argparse
import json

import numpy as np

import liftguard as lg
from liftguard.command.benchmark_tables import TASKS, print_files, print_task
from liftguard.command.options import tell_progress, write_text
from liftguard.command.speed import speed
from liftguard.evaluation.benchmark import benchmark as run
from liftguard.evaluation.folder import read_folder

__all__ = ["benchmark"]

_SEED = 20260105  # of the bootstrap: the same folder gives the same intervals
_EACH_WORLD = 20  # simulated athletes of each kind


def benchmark(options: argparse.Namespace) -> None:
    """Read a folder, run every task, print a table for each; or measure speed, which needs none."""
    if options.speed:
        speed(options)
        return
    if options.folder is None:
        raise lg.InvalidValue(
            where="FOLDER", got=None, wanted="a folder with exports, or the option --speed"
        )
    folder = read_folder(options.folder, tell=tell_progress)
    if not folder.lifters and not folder.meets:
        raise lg.UnreadableLog(
            where=options.folder,
            got=f"{len(folder.left_out)} files, none of them readable",
            wanted="a folder with at least one export",
            hint="; ".join(one.reason for one in folder.left_out[:1]),
        )
    if options.json is not None:
        write_text("--json", options.json, "", mode="a")  # before minutes of work
    rng = np.random.default_rng(_SEED)
    found = run(folder, rng=rng, each_world=_EACH_WORLD, tell=tell_progress)
    if options.json is not None:
        text = json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False)
        write_text("--json", options.json, text + "\n")
    print_files(found["files"])
    for task in TASKS:
        print_task(task, found[task])
