"""
Pictures of a track, of a state and of a ramp, drawn with matplotlib.

Each function draws on the axes it is given or makes some, changes no setting of matplotlib,
and tells kinds of points apart by their shape before their colour.

Reason to change: a further picture, or how they look.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from liftguard.choices import Unit
from liftguard.display.axes import Axes, axes_or_new, date_axis, expect_of_a_log, scale_of, tidy
from liftguard.display.drawn import RESTS, DayBand, bands_of, lost_by_region, weeks_of
from liftguard.errors import InvalidValue
from liftguard.judge.causes import CAUSES
from liftguard.judge.policy import Policy
from liftguard.judge.verdict import Level
from liftguard.lifts import find_lift
from liftguard.model.params import Params
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSet
from liftguard.review.track import Track
from liftguard.words import say_lift, say_number
from liftguard.words.language import capital

__all__ = ["plot_causes", "plot_fatigue", "plot_ramp", "plot_track"]

_SET = {"marker": ".", "s": 30, "alpha": 0.6, "linewidths": 0}
_MISS = {"marker": "x", "s": 60, "linewidths": 2.2, "color": "#c4302b", "zorder": 4}
_CAUTION = {"marker": "o", "s": 70, "facecolors": "none", "edgecolors": "#c77700", "zorder": 3}
_BEYOND = {"marker": "D", "s": 70, "facecolors": "none", "edgecolors": "#c4302b", "zorder": 3}
_CAUSE = {  # colours as far apart in lightness, so that they part in grey too
    "fatigue": "#5b8fc9",
    "rapid_movement": "#f2d675",
    "overload": "#7d1d3f",
}
_WEEK = 7.0  # [days]
_DEEPEST = 3.0  # of capacity lost: the deepest colour means no less [%]
_COVER = 0.65  # of the page below the deepest colour: the ink on it stays legible


def plot_track(
    track: Track,
    lift: str,
    *,
    unit: Unit = "kg",
    ax: Axes = None,
    policy: Policy | None = None,
) -> Axes:
    """
    Draw a lift over time: the band of its capacity, the sets, the misses and the flags.

    Parameters
    ----------
    track : Track
        A replayed history.
    lift : str
        Key or name of a lift that it has.
    unit : {"kg", "lb"}
        For loads; of a log that was read, `log.unit`.
    ax : matplotlib.axes.Axes, optional
        To draw on; None makes one.
    policy : Policy, optional
        For what is flagged, as by `Track.judged`; None takes the policy of the track.

    Returns
    -------
    matplotlib.axes.Axes
        With the picture. The band holds capacity for one repetition nine times in ten,
        before the first set of a day; it is left out where the policy finds it too wide.

    Raises
    ------
    InvalidValue
        When the track has no set of the lift, or the unit is not known.
    MissingExtra
        When matplotlib is not installed.

    Examples
    --------
    >>> import liftguard as lg
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> plot_track(lg.Guard().replay(lg.History([done])), "squat").get_title()
    'Squat'
    """
    key, policy = _lift_in_track(track, lift), policy or track.policy
    of = scale_of(unit)
    ours = [one for one in track if one.logged.lift == key]
    ax = axes_or_new(ax)
    ink = ax.xaxis.label.get_color()
    _draw_band(ax, bands_of(track, ours, policy), of)
    levels = [track.judged(one, policy=policy).level for one in ours]
    kinds = (
        ("set", [not one.logged.missed for one in ours], _SET | {"color": ink}),
        ("missed", [one.logged.missed for one in ours], _MISS),
        ("CAUTION", [level == Level.CAUTION for level in levels], _CAUTION),
        ("BEYOND", [level == Level.BEYOND for level in levels], _BEYOND),
    )
    for label, chosen, style in kinds:
        drawn = [one.logged for one, is_one in zip(ours, chosen, strict=True) if is_one]
        if drawn:
            ax.scatter(
                [d.at for d in drawn],
                [of(d.load_kg - d.assist_kg) for d in drawn],
                label=label,
                **style,
            )
    ax.set_title(capital(say_lift(key)), parse_math=False)
    ax.set_ylabel(f"load [{unit}]")
    tidy(ax, legend=True)
    date_axis(ax, [one.logged.at for one in ours])
    return ax


def _lift_in_track(track: Track, lift: str) -> str:
    """Find the lift of a track that is meant."""
    expect_of_a_log(track, Track, "guard.replay(log.history)")
    own = list(dict.fromkeys(one.logged.lift for one in track))
    if lift in own:
        return lift
    key = find_lift(lift).key
    if key in own:
        return key
    raise InvalidValue(
        where="lift",
        got=lift,
        wanted="a lift of the track: " + (", ".join(own[:8]) or "it has none"),
    )


def _draw_band(ax: Axes, bands: Sequence[DayBand], of: Callable[[float], float]) -> None:
    ink = ax.xaxis.label.get_color()
    at = [one.at for one in bands]
    edges = [[kg if math.isnan(kg) else of(kg) for kg in one[1:]] for one in bands]
    low, middle, high = np.array(edges).T
    ax.fill_between(at, low, high, color=ink, alpha=0.15, linewidth=0, label="capacity, 9 in 10")
    ax.plot(at, middle, color=ink, linewidth=1.2, label="capacity, middle")


def plot_causes(track: Track, *, ax: Axes = None, policy: Policy | None = None) -> Axes:
    """
    Draw whose the excess of the flagged sets was, week by week.

    Parameters
    ----------
    track : Track
        A replayed history.
    ax : matplotlib.axes.Axes, optional
        To draw on; None makes one.
    policy : Policy, optional
        For what is flagged. None takes the policy of the track.

    Returns
    -------
    matplotlib.axes.Axes
        A bar for each week with a set that `Track.judged` flags, but for a pain alone: the
        share of each cause in their excess. Weeks without one are blank.

    Raises
    ------
    MissingExtra
        When matplotlib is not installed.

    Examples
    --------
    >>> import liftguard as lg
    >>> plot_causes(lg.Guard().replay(lg.History())).get_ylabel()
    'share of the excess [%]'
    """
    expect_of_a_log(track, Track, "guard.replay(log.history)")
    policy = policy or track.policy
    ax = axes_or_new(ax)
    weeks = weeks_of((track.judged(one, policy=policy) for one in track), policy)
    base = np.zeros(len(weeks))
    for code in CAUSES:
        height = np.array([100.0 * shares[code] for shares in weeks.values()])
        ax.bar(
            list(weeks),
            height,
            width=_WEEK,
            bottom=base,
            align="edge",
            color=_CAUSE[code],
            label=code.replace("_", " "),
        )
        base = base + height
    ax.set_ylim(0.0, 100.0)
    ax.set_ylabel("share of the excess [%]")
    ax.set_title("Causes of the flagged sets, by week")
    tidy(ax, legend=bool(weeks))
    if weeks:
        date_axis(ax, list(weeks))
    return ax


def plot_fatigue(
    state: AthleteState,
    *,
    at: datetime | None = None,
    ax: Axes = None,
    params: Params | None = None,
) -> Axes:
    """
    Draw how tired each region of the body is, and how it recovers at rest.

    Parameters
    ----------
    state : AthleteState
        Of the athlete.
    at : datetime, optional
        From when on, not before the state's last entry; None is that entry.
    ax : matplotlib.axes.Axes, optional
        To draw on; None makes one.
    params : Params, optional
        Of the model that made the state.

    Returns
    -------
    matplotlib.axes.Axes
        A row for each region, the most tired first, and a column for each rest, of up to three
        days: what a lift that loads the region fully would lose of its capacity. Each cell has
        its number, and the deeper its colour, the more is lost.

    Raises
    ------
    MissingExtra
        When matplotlib is not installed.

    Examples
    --------
    >>> import liftguard as lg
    >>> plot_fatigue(lg.Guard().start()).get_title()
    'no work to recover from'
    """
    expect_of_a_log(state, AthleteState, "guard.replay(log.history).state")
    params = params or Params()
    ax = axes_or_new(ax)
    begin = state.at if at is None else moment(at)
    tidy(ax, legend=False)
    ax.grid(visible=False)
    ax.spines[["left", "bottom"]].set_visible(False)
    if begin is None or state.since is None:
        ax.set_title("no work to recover from")
        ax.set_xticks([])
        ax.set_yticks([])
        return ax
    lost = lost_by_region(state, begin, params)
    _draw_cells(ax, np.array(list(lost.values())))
    ax.set_xticks(range(len(RESTS)), list(RESTS))
    ax.set_yticks(range(len(lost)), [capital(one.replace("_", " ")) for one in lost])
    ax.tick_params(length=0)
    ax.set_xlabel("after a rest of")
    ax.set_title("Capacity that a lift of the region loses to fatigue")
    return ax


def _draw_cells(ax: Axes, percent: Any) -> None:  # noqa: ANN401 - an array
    """Draw a number in each cell, over one hue that is deeper for more: it parts in grey too."""
    red, green, blue = (int(_CAUSE["fatigue"][place : place + 2], 16) / 255 for place in (1, 3, 5))
    depth = _COVER * percent / max(_DEEPEST, float(percent.max()))
    layers = np.broadcast_arrays(red, green, blue, depth)
    ax.imshow(np.stack(layers, axis=-1), aspect="auto", interpolation="nearest")
    for (row, column), one in np.ndenumerate(percent):
        ax.text(
            column,
            row,
            f"{one:.1f} %",
            ha="center",
            va="center",
            color=ax.xaxis.label.get_color(),
        )


def plot_ramp(
    ramp: Sequence[PlannedSet],
    planned: PlannedSet | None = None,
    *,
    unit: Unit = "kg",
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
