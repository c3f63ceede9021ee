"""
The parts of a fleet on Dask: a local cluster, or any that is given.

Reason to change: how parts are handed out.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from liftguard.errors import needing
from liftguard.fleet.partitions import PartDone, check_part, clear_unfinished, run_part
from liftguard.fleet.people import check_guard
from liftguard.guard import Guard

__all__ = ["run_on_dask"]

_RETRIES = 3  # of a part whose worker was lost


def run_on_dask(
    guard: Guard,
    parts: int,
    *,
    sets: str | os.PathLike[str],
    target: str | os.PathLike[str],
    others: str | os.PathLike[str] | None = None,
    start: str | os.PathLike[str] | None = None,
    client: Any = None,  # noqa: ANN401 - dask has types of its own
    workers: int | None = None,
    tell: Callable[[PartDone, int], None] | None = None,
) -> tuple[PartDone, ...]:
    """
    Replay all parts of a fleet on Dask.

    Called again after a crash, it goes on with the parts that are not complete: each part is
    `run_part`, whose results appear as a whole. So no athlete is lost and none is doubled, whether
    a worker was killed or all of it.

    Parameters
    ----------
    guard : Guard
        For everybody.
    parts : int
        How many there are.
    sets, others, target, start : path
        As in `run_part`; on several machines, in a file system that all of them see.
    client : dask.distributed.Client, optional
        Of a cluster; None makes one of processes on this machine, and ends it.
    workers : int, optional
        Processes of that one; None leaves it to Dask.
    tell : callable, optional
        Called after each part with what it came to and how many are complete.

    Returns
    -------
    tuple of PartDone
        In the order of the parts.

    Raises
    ------
    InvalidValue
        When that is no number of parts.
    MissingExtra
        When Dask or pyarrow is not installed.

    Examples
    --------
    >>> run_on_dask(Guard(), 0, sets="sets", target="night")
    ()
    """
    check_guard(guard)
    if not parts:
        return ()
    check_part(0, parts)
    distributed = _import_dask()
    if client is not None:
        return _run(client, distributed, guard, parts, (sets, target, others, start), tell)
    with (
        distributed.LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as own,
    ):
        return _run(own, distributed, guard, parts, (sets, target, others, start), tell)


def _run(
    client: Any,  # noqa: ANN401
    distributed: Any,  # noqa: ANN401
    guard: Guard,
    parts: int,
    paths: tuple[Any, Any, Any, Any],
    tell: Callable[[PartDone, int], None] | None,
) -> tuple[PartDone, ...]:
    sets, target, others, start = paths
    clear_unfinished(target)
    futures = [
        client.submit(
            run_part,
            guard,
            part,
            parts,
            sets=sets,
            target=target,
            others=others,
            start=start,
            pure=False,
            retries=_RETRIES,
        )
        for part in range(parts)
    ]
    for count, (_, done) in enumerate(
        distributed.as_completed(futures, with_results=True), start=1
    ):
        if tell is not None:
            tell(done, count)
    return tuple(client.gather(futures))


def _import_dask() -> Any:  # noqa: ANN401
    with needing("dask with distributed", extra="dask", where="run_on_dask"):
        import dask.distributed
    return dask.distributed
