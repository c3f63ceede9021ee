"""
What pictures of chances draw, whatever they are drawn with: a row of reliability, and the marks.

Reason to change: something else is drawn of such a row.
"""

from __future__ import annotations

from typing import Protocol

__all__ = ["CHANCES_MARKED", "Bin"]

CHANCES_MARKED = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0)
"""On axes that are stretched near zero. [1]"""


class Bin(Protocol):
    """What is drawn of a `liftguard.evaluation.metrics.ReliabilityRow`."""

    @property
    def count(self) -> int: ...  # noqa: D102
    @property
    def mean_p(self) -> float: ...  # noqa: D102
    @property
    def observed(self) -> float: ...  # noqa: D102
    @property
    def observed_low(self) -> float: ...  # noqa: D102
    @property
    def observed_high(self) -> float: ...  # noqa: D102
