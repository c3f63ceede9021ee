"""
Tables with a row for each repetition, as devices that measure bar speed write them.

Reason to change: how a row is told to be a repetition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import attrs

from liftguard.records import LoggedSet

__all__ = ["sets_of_repetitions"]

_MOST_APART = timedelta(minutes=1)  # of repetitions of one set, where each has its time
_JOINED = "each row is a repetition: {rows} rows are {sets} sets, with the speed of the first"


def sets_of_repetitions(sets: Sequence[LoggedSet]) -> tuple[Sequence[LoggedSet], tuple[str, ...]]:
    """
    Join rows that are repetitions 1, 2, 3 of a set, and say so; other sets stay as they are.

    They are where every row has a bar speed, all of them count up from 1 at one load, and most do
    not stand alone.
    """
    if any(one.mean_velocity_m_s is None for one in sets):
        return sets, ()
    runs = list(_runs(sets))
    many = sum(len(run) for run in runs if len(run) > 1)
    if 2 * many <= len(sets) or any(not _counts_up(run) for run in runs):
        return sets, ()
    return [_joined(run) for run in runs], (_JOINED.format(rows=len(sets), sets=len(runs)),)


def _runs(sets: Sequence[LoggedSet]) -> Iterator[list[LoggedSet]]:
    """Part sets where the count of repetitions does not go on."""
    run: list[LoggedSet] = []
    for one in sets:
        if run and not _goes_on(run[-1], one):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _goes_on(before: LoggedSet, one: LoggedSet) -> bool:
    """Tell whether a row may be the repetition after another."""
    same = (before.lift, before.load_kg) == (one.lift, one.load_kg)
    soon = timedelta(0) <= one.at - before.at <= _MOST_APART
    return same and soon and one.reps == before.reps + 1 and not before.missed


def _counts_up(run: Sequence[LoggedSet]) -> bool:
    return run[0].reps == 1


def _joined(run: Sequence[LoggedSet]) -> LoggedSet:
    """Make a set of its repetitions: known at its last, as fast as its first."""
    first, last = run[0], run[-1]
    speed = first.mean_velocity_m_s
    return attrs.evolve(last, mean_velocity_m_s=speed, rest_s=first.rest_s, note=first.note)
