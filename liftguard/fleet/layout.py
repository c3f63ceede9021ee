"""
Rows of unlike length, the longest first: where their nth items stand when all steps are in a row.

Reason to change: how steps of many are laid out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["in_rows", "in_steps", "sizes_of"]

Places = NDArray[np.intp]


def sizes_of(heads: Places, total: int) -> Places:
    """Give how many items stand from each head to the next, of so many in all."""
    sizes: Places = np.diff(np.append(heads, total))
    return sizes


def in_rows(sizes: Places) -> tuple[Places, Places]:
    """Give whose each item is and the how manieth, row after row."""
    starts = np.cumsum(sizes) - sizes
    ranks = np.repeat(np.arange(len(sizes)), sizes)
    return ranks, np.arange(len(ranks)) - starts[ranks]


def in_steps(sizes: Places) -> tuple[Places, Places, Places]:
    """Give where each step begins and the last ends, and of each item whose and the how manieth."""
    most = int(sizes[0]) if len(sizes) else 0
    going = np.searchsorted(-sizes, -np.arange(1, most + 1), side="right")
    heads = np.concatenate(([0], np.cumsum(going)))
    nth = np.repeat(np.arange(most), going)
    return heads, np.arange(len(nth)) - heads[nth], nth
