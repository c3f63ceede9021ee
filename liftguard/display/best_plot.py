"""
A picture of the bests of a lift, and of the new ones within reach today.

Reason to change: how bests look.
"""

from __future__ import annotations

from typing import Any

from liftguard.choices import Unit
from liftguard.display.axes import Axes, axes_or_new, scale_of, tidy
from liftguard.judge.suggestion import Bests
from liftguard.judge.verdict import Level
from liftguard.words import say_lift
from liftguard.words.language import capital
from liftguard.words.numbers import chance_text
from liftguard.words.voice import Voice

__all__ = ["plot_front"]

_NEW_BESTS: tuple[tuple[Level, str, dict[str, Any]], ...] = (
    (Level.CLEAR, "new one, CLEAR", {"marker": "o", "s": 70, "facecolors": "none", "zorder": 3}),
    (
        Level.CAUTION,
        "new one, CAUTION",
        {"marker": "D", "s": 60, "facecolors": "none", "zorder": 3},
    ),
)


def plot_front(bests: Bests, *, unit: Unit = "kg", ax: Axes = None) -> Axes:
    """
    Draw the bests of a lift by repetitions, and the new ones of today with their chances.

    Parameters
    ----------
    bests : Bests
        From `Guard.bests`.
    unit : {"kg", "lb"}
        For loads.
    ax : matplotlib.axes.Axes, optional
        To draw on; None makes one.

    Returns
    -------
    matplotlib.axes.Axes
        The bests that stand as dots, on a line that no set has passed; each new best within reach
        as a ring, or a diamond where it is CAUTION, with the chance that it fails. Help counts as
        a load below 0.

    Raises
    ------
    InvalidValue
        When the unit is not known.
    MissingExtra
        When matplotlib is not installed.

    Examples
    --------
    >>> from datetime import datetime
    >>> import liftguard as lg
    >>> guard, at = lg.Guard(), datetime(2026, 1, 5)
    >>> plot_front(guard.bests(guard.start(), "squat", at=at)).get_title()
    'Squat: nothing has gone up yet'
    """
    of, voice = scale_of(unit), Voice(unit=unit)
    ax = axes_or_new(ax)
    ink, name = ax.xaxis.label.get_color(), capital(say_lift(bests.lift))
    stand = [(one.reps, of(one.load_kg - one.assist_kg)) for one in bests.unbeaten]
    if stand:
        reps, loads = zip(*stand, strict=True)
        ax.step((1, *reps), (loads[0], *loads), color=ink, alpha=0.4, linewidth=1.2)
        ax.scatter(reps, loads, label="best that stands", color=ink, s=40, zorder=3)
    for level, label, style in _NEW_BESTS:
        new = [step for step in bests.within_reach if step.level == level]
        places = [
            (step.planned.reps, of(step.planned.load_kg - step.planned.assist_kg)) for step in new
        ]
        if new:
            ax.scatter(*zip(*places, strict=True), label=label, **style | {"edgecolors": ink})
        for step, place in zip(new, places, strict=True):
            said = chance_text(step.p_beyond, voice)
            ax.annotate(said, place, (7, 3), textcoords="offset points", color=ink)
    said = "bests, and the chance that a new one fails today"
    ax.set_title(f"{name}: {said if stand else 'nothing has gone up yet'}", parse_math=False)
    ax.set_xlabel("repetitions")
    ax.set_ylabel(f"load [{unit}]")
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.margins(x=0.1, y=0.15)
    tidy(ax, legend=bool(stand))
    return ax
