"""
A picture of how often sets failed, beside how likely that was said to be.

Reason to change: how reliability is drawn or explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from liftguard.display.axes import Axes, axes_or_new, tidy
from liftguard.display.chances import CHANCES_MARKED, Bin
from liftguard.errors import InvalidValue
from liftguard.review.track import Track
from liftguard.words import say_number

__all__ = ["plot_reliability"]

_HOW_TO_READ = """\
A point: the sets of which
about that chance was said,
with their number beside it.
Above the line more of them
were missed than was said,
below it fewer.
"""  # of a picture of reliability
_TICKS = (0.0, *CHANCES_MARKED)


def plot_reliability(rows: Iterable[Bin], *, ax: Axes = None) -> Axes:
    """
    Draw how often sets failed beside how likely that was said to be.

    Parameters
    ----------
    rows : iterable of ReliabilityRow
        A table of reliability of sets as singles; `liftguard.evaluation.reliability_of` makes
        it of a track.
    ax : matplotlib.axes.Axes, optional
        To draw on; None makes one.

    Returns
    -------
    matplotlib.axes.Axes
        A point for each bin of chances, with a 90 % interval and the number of its sets;
        the axes are stretched near zero. Few misses make wide intervals, and many logs leave
        misses out.

    Raises
    ------
    InvalidValue
        When these are no such rows.
    MissingExtra
        When matplotlib is not installed.

    Examples
    --------
    >>> import liftguard as lg
    >>> track = lg.Guard().replay(lg.History())
    >>> plot_reliability(lg.evaluation.reliability_of(track)).get_title()
    'no set to measure'
    """
    bins = _bins_of(rows)
    ax = axes_or_new(ax)
    ink = ax.xaxis.label.get_color()
    for axis in ("x", "y"):
        getattr(ax, f"set_{axis}scale")("function", functions=(_square_root, np.square))
        getattr(ax, f"set_{axis}lim")(0.0, 1.0)
        getattr(ax, f"set_{axis}ticks")(_TICKS, [f"{100 * tick:g}" for tick in _TICKS])
    ax.plot([0, 1], [0, 1], color=ink, alpha=0.5, linestyle="--", label="as many as was said")
    if bins:
        _draw_bins(ax, bins)
    sets, missed = sum(one.count for one in bins), sum(one.count * one.observed for one in bins)
    ax.set_title(f"{sets} sets as singles, {missed:.0f} missed" if bins else "no set to measure")
    ax.set_xlabel("chance that was said [%]")
    ax.set_ylabel("missed [%]")
    tidy(ax, legend=bool(bins))
    if bins:
        ax.get_legend().set_title(_HOW_TO_READ, prop={"size": "small"})
    return ax


def _draw_bins(ax: Axes, bins: Sequence[Bin]) -> None:
    """Draw a point for each bin, with its interval and the number of its sets."""
    ink = ax.xaxis.label.get_color()
    x, y = (np.array([getattr(one, name) for one in bins]) for name in ("mean_p", "observed"))
    low = y - [one.observed_low for one in bins]
    high = [one.observed_high for one in bins] - y
    spread = np.maximum([low, high], 0.0)
    label = "missed, nine times in ten\nwithin the bar"
    ax.errorbar(x, y, yerr=spread, fmt="o", color=ink, capsize=3, label=label)
    for one, top in zip(bins, y + spread[1], strict=True):
        ax.annotate(
            say_number(one.count),
            (one.mean_p, top),
            (0, 3),
            textcoords="offset points",
            ha="center",
            va="bottom",
            rotation=90,
            fontsize="small",
            color=ink,
        )


def _bins_of(rows: object) -> list[Bin]:
    """Refuse what is no table of reliability, such as the track that one is made of."""
    wanted = ("count", "mean_p", "observed", "observed_low", "observed_high")
    bins: list[Any] = list(rows) if isinstance(rows, Iterable) else [rows]
    if isinstance(rows, Track) or not all(hasattr(one, name) for one in bins for name in wanted):
        raise InvalidValue(
            where="plot_reliability rows",
            got=rows,
            wanted="rows of a reliability table",
            hint="Of a track, take liftguard.evaluation.reliability_of(track).",
        )
    return bins


def _square_root(share: Any) -> Any:  # noqa: ANN401 - float or array
    return np.sqrt(np.maximum(share, 0.0))
