"""
Axes of matplotlib to draw on, and what all pictures do to them.

Reason to change: how every picture looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from liftguard.errors import InvalidValue, needing
from liftguard.units import lb_from_kg

__all__ = ["Axes", "axes_or_new", "date_axis", "expect_of_a_log", "scale_of", "tidy"]

Axes: TypeAlias = Any
"""matplotlib.axes.Axes, which is imported late."""

_SIZE = (9.0, 4.5)  # of a picture that is made here [inch]
_WEEK = 7.0  # [days]


def expect_of_a_log(value: object, kind: type, of_a_log: str) -> None:
    """Refuse what is not of the kind that is drawn."""
    if not isinstance(value, kind):
        hint = f"Of a log, that is {of_a_log}."
        raise InvalidValue(where="plot", got=value, wanted=f"a value of {kind.__name__}", hint=hint)


def axes_or_new(ax: Axes) -> Axes:
    """Give the axes to draw on."""
    if ax is not None:
        return ax
    with needing("matplotlib", extra="plot", where="plot"):
        import matplotlib.pyplot as plt
    return plt.subplots(figsize=_SIZE, layout="constrained")[1]


def tidy(ax: Axes, *, legend: bool) -> None:
    """Take off what is not needed, and put the legend beside the data."""
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", alpha=0.25)
    ax.set_axisbelow(True)
    if legend:
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, fontsize="small")


def date_axis(ax: Axes, days: Sequence[datetime | date]) -> None:
    """Write dates at the axis below, few enough to be read."""
    from matplotlib import dates

    if len({day.date() if isinstance(day, datetime) else day for day in days}) == 1:
        at = dates.date2num(days[0])
        ax.set_xlim(at - _WEEK, at + _WEEK)  # else matplotlib shows years around a lone day
    where = dates.AutoDateLocator(minticks=2, maxticks=8)
    ax.xaxis.set_major_locator(where)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(where))


def scale_of(unit: str) -> Callable[[float], float]:
    """Give what turns kilograms into a unit."""
    scales: dict[str, Callable[[float], float]] = {"kg": float, "lb": lb_from_kg}
    if unit not in scales:
        raise InvalidValue(where="unit", got=unit, wanted='"kg" or "lb"')
    return scales[unit]
