"""
The axes of a picture: made where none are given, and tidied.

Reason to change: how every picture looks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from liftguard.errors import InvalidValue, MissingExtra
from liftguard.units import lb_from_kg

__all__ = ["Axes", "axes_or_new", "scale_of", "tidy"]

Axes: TypeAlias = Any
"""matplotlib.axes.Axes, which is imported late."""

_SIZE = (9.0, 4.5)  # of a picture that is made here [inch]


def axes_or_new(ax: Axes) -> Axes:
    """Give the axes to draw on."""
    if ax is not None:
        return ax
    try:
        import matplotlib.pyplot as plt
    except ModuleNotFoundError as error:
        raise MissingExtra(
            where="plot",
            got="no matplotlib",
            wanted="the library matplotlib",
            hint='Install it: pip install "liftguard[plot]"',
        ) from error
    return plt.subplots(figsize=_SIZE, layout="constrained")[1]


def tidy(ax: Axes, *, legend: bool) -> None:
    """Take off what is not needed, and put the legend beside the data."""
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", alpha=0.25)
    ax.set_axisbelow(True)
    if legend:
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, fontsize="small")


def scale_of(unit: str) -> Callable[[float], float]:
    """Give what turns kilograms into a unit."""
    scales: dict[str, Callable[[float], float]] = {"kg": float, "lb": lb_from_kg}
    if unit not in scales:
        raise InvalidValue(where="unit", got=unit, wanted='"kg" or "lb"')
    return scales[unit]
