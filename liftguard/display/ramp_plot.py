"""
A picture of a warm-up ramp.

Reason to change: how a ramp looks.
"""

from __future__ import annotations

from collections.abc import Sequence

from liftguard.display.axes import Axes, axes_or_new, scale_of, tidy
from liftguard.records import PlannedSet
from liftguard.words import say_lift, say_number

__all__ = ["plot_ramp"]


def plot_ramp(
    ramp: Sequence[PlannedSet],
    planned: PlannedSet | None = None,
    *,
    unit: str = "kg",
    ax: Axes = None,
) -> Axes:
    """
    Draw a warm-up ramp as steps of load, with the repetitions written on them.

    Parameters
    ----------
    ramp : sequence of PlannedSet
        From `Guard.warm_up`.
    planned : PlannedSet, optional
        The set that it leads up to.
    unit : {"kg", "lb"}
        For loads.
    ax : matplotlib.axes.Axes, optional
        To draw on; None makes one.

    Returns
    -------
    matplotlib.axes.Axes
        With the picture.

    Raises
    ------
    InvalidValue
        When the unit is not known.
    MissingExtra
        When matplotlib is not installed.

    Examples
    --------
    >>> plot_ramp([PlannedSet(lift="squat", load_kg=60, reps=5)]).get_ylabel()
    'load [kg]'
    """
    of = scale_of(unit)
    ax = axes_or_new(ax)
    ink = ax.xaxis.label.get_color()
    steps = [*ramp, *([planned] if planned is not None else [])]
    places = range(1, len(steps) + 1)
    bars = ax.bar(places, [of(one.load_kg) for one in steps], width=0.7, color=ink, alpha=0.35)
    if planned is not None:
        bars[-1].set_alpha(0.8)
    for place, one in zip(places, steps, strict=True):
        ax.annotate(
            f"{say_number(of(one.load_kg), 2)} x {one.reps}",
            (place, of(one.load_kg)),
            (0, 3),
            textcoords="offset points",
            ha="center",
            color=ink,
        )
    ax.set_xticks(list(places))
    ax.set_xlabel("set")
    ax.set_ylabel(f"load [{unit}]")
    title = f"Ramp: {say_lift(steps[0].lift)}" if steps else "no ramp"
    ax.set_title(title, parse_math=False)
    ax.margins(y=0.15)
    tidy(ax, legend=False)
    return ax
