"""
How values look: cards for notebooks, texts, pictures and data frames.

Cards and texts need nothing more; pictures need the extra `plot`, frames the extra `frame`.

Reason to change: a further way to show something.
"""

from liftguard.display.best_plot import plot_front
from liftguard.display.cards import card
from liftguard.display.frames import history_from_frame, to_frame
from liftguard.display.plots import (
    plot_causes,
    plot_fatigue,
    plot_ramp,
    plot_track,
)
from liftguard.display.reliability import plot_reliability
from liftguard.display.texts import text

__all__ = [
    "card",
    "history_from_frame",
    "plot_causes",
    "plot_fatigue",
    "plot_front",
    "plot_ramp",
    "plot_reliability",
    "plot_track",
    "text",
    "to_frame",
]


def __dir__() -> list[str]:
    """List what is public, and none of the files that it lies in."""
    return __all__
