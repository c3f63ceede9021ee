"""
Tables of counts in blocks: of one athlete as a tuple of floats, of many as sums in one array.

What is asked of a table is how much lies in some blocks from one of their cells on. The array
holds those sums, so that asking reads one number of a block, and a count changes a few.

Reason to change: what is asked of a table.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from liftguard.model.special import Number

__all__ = [
    "Cells",
    "Table",
    "block_sum",
    "counts_of",
    "empty_table",
    "sums_of",
    "table_moved",
    "table_sum",
    "table_with",
]

Floats = NDArray[np.float64]

Table = Any
"""The cells of one table in a tuple of floats, block after block, or `Cells` of many tables."""


class Cells:
    """
    The tables of many athletes: some of an array (tables, cells of a block, blocks).

    It is changed in place, and each cell holds what its block holds from that cell on. They are
    most of what is kept of a lift, and a set changes one count of a hundred. Counts are whole
    steps of a power of two, so that sums and their differences are exact.
    """

    __slots__ = ("held", "rows")

    def __init__(self, held: Floats, rows: NDArray[np.intp]) -> None:
        self.held = held
        self.rows = rows

    def of(self, group: NDArray[np.intp]) -> Cells:
        """Give those of some athletes."""
        return Cells(self.held, self.rows[group])


def sums_of(tables: Floats, width: int) -> Floats:
    """Turn tables (tables, cells) with blocks of so many cells into what `Cells` holds."""
    counts = tables.reshape(len(tables), tables.shape[1] // width, width).transpose(0, 2, 1)
    return np.ascontiguousarray(np.cumsum(counts[:, ::-1], axis=1)[:, ::-1])


def counts_of(held: Floats) -> Floats:
    """Turn that round."""
    counts = held.copy()
    counts[:, :-1] -= held[:, 1:]
    return counts.transpose(0, 2, 1).reshape(len(held), held.shape[1] * held.shape[2])


def empty_table(cells: int) -> Table:
    """Give a table of one athlete with nothing in it."""
    return (0.0,) * cells


def table_with(table: Table, block: Number, cell: Number, width: int, amount: Number) -> Table:
    """Add an amount to one cell of a block."""
    if type(block) is float:
        place = int(block) * width + int(cell)
        return (*table[:place], table[place] + amount, *table[place + 1 :])
    held, each = table.held, cell.astype(np.intp) + 1
    first = table.rows * held[0].size + block.astype(np.intp)
    held.reshape(-1)[_runs(first, each, held.shape[2])] += np.repeat(amount, each)
    return table


def table_moved(table: Table, by: Number, width: int) -> Table:
    """Move the blocks of so many cells up by some, empty ones below; what leaves joins the last."""
    if type(by) is float:
        if not by:
            return table
        size, most = len(table), min(int(by) * width, len(table))
        stays, leaves = table[: size - most], table[size - most :]
        moved = (*(0.0,) * most, *stays)
        joins = [sum(leaves[cell::width]) for cell in range(width)]
        last = [x + y for x, y in zip(moved[size - width :], joins, strict=True)]
        return (*moved[: size - width], *last)
    some = np.flatnonzero(by > 0.0)
    if not some.size:
        return table
    rows, count = table.rows[some], table.held.shape[2]
    blocks, each, up = table.held[rows], np.arange(len(some)), np.minimum(by[some], count)
    moved = np.zeros_like(blocks)
    for place in range(count):
        moved[each, :, np.minimum(place + up, count - 1).astype(np.intp)] += blocks[:, :, place]
    table.held[rows] = moved
    return table


def table_sum(table: Table, blocks: Number, start: Number, width: int) -> Number:
    """Add up the cells from `start` on in each of the first blocks of so many cells."""
    if type(blocks) is float:
        first, ends = int(start), range(width, int(blocks) * width + 1, width)
        return float(sum([sum(table[end - width + first : end]) for end in ends]))
    held, each = table.held, np.maximum(blocks, 1.0).astype(np.intp)
    first = table.rows * held[0].size + start.astype(np.intp) * held.shape[2]
    found = held.reshape(-1)[_runs(first, each, 1)]
    total: Floats = np.add.reduceat(found, np.cumsum(each) - each) if len(first) else found
    return (blocks > 0.0) * total


def _runs(first: NDArray[np.intp], each: NDArray[np.intp], apart: int) -> NDArray[np.intp]:
    """List so many places from each first one on, so far apart."""
    begins = np.repeat(first - apart * (np.cumsum(each) - each), each)
    runs: NDArray[np.intp] = begins + apart * np.arange(len(begins))
    return runs


def block_sum(table: Table, block: Number, start: Number, width: int) -> Number:
    """Add up the cells from `start` on in one block of so many cells; 0 where there is none."""
    if type(block) is float:
        first = int(block) * width
        if not 0 <= first < len(table):
            return 0.0
        return float(sum(table[first + int(start) : first + width]))
    is_one = (block >= 0.0) & (block < table.held.shape[2])
    at = np.where(is_one, block, 0.0).astype(np.intp)
    return is_one * table.held[table.rows, start.astype(np.intp), at]
