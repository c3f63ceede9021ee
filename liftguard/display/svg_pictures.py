"""
The pictures of a report as SVG: a lift over time, causes, fatigue, chances, a ramp.

They draw numbers that were worked out elsewhere, tell kinds of points apart by their shape
before their colour, and say in words what they show.

Reason to change: a further picture, or how they look.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from liftguard.display.chances import CHANCES_MARKED, Bin
from liftguard.display.markup import tag
from liftguard.display.svg import MARGIN, Caption, Plot, day_ticks, framed, round_ticks, written

__all__ = [
    "MARKS",
    "Bar",
    "Stretch",
    "draw_bars",
    "draw_chances",
    "draw_ramp",
    "draw_shares",
    "draw_track",
    "sample",
]

WIDTH, HEIGHT = 480.0, 270.0
MARKS = {  # a path from its middle
    "set": "h0",
    "missed": "m-4.5-4.5l9 9m-9 0l9-9",
    "CAUTION": "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
    "BEYOND": "m0-7.5l7.5 7.5l-7.5 7.5l-7.5-7.5z",
}
"""How each kind of set is drawn; later ones lie on earlier ones."""


class Stretch(NamedTuple):
    """A day of a band, with its ends and its middle; NaN where there is none."""

    day: float
    low: float
    middle: float
    high: float


class Bar(NamedTuple):
    """A row with a bar, a fainter one beside it, and the number that is written."""

    label: str
    value: float
    fainter: float
    said: str


def draw_track(
    caption: Caption,
    bands: Sequence[Stretch],
    points: Mapping[str, Sequence[tuple[float, float]]],
    days: tuple[date, date],
) -> str:
    """Draw loads by day, by kind as in `MARKS`, over the band of capacity."""
    known = [one for one in bands if not math.isnan(one.middle)]
    loads = [load for some in points.values() for _, load in some]
    loads += [edge for one in known for edge in (one.low, one.high)]
    marks = round_ticks(min(loads), max(loads))
    first, last = days
    begin, end = float(first.toordinal()), float(last.toordinal() + 1)
    plot = Plot(48.0, 12.0, WIDTH - MARGIN, HEIGHT - 28.0, (begin, marks[0]), (end, marks[-1]))
    drawn = [_band(plot, run) for run in _runs(bands)]
    for kind in MARKS:
        middles = [(plot.x(day), plot.y(load)) for day, load in points.get(kind, ())]
        drawn.append(_marks(kind, middles))
    axes = plot.axes(day_ticks(first, last), [(one, f"{one:g}") for one in marks])
    return framed(caption, WIDTH, HEIGHT, axes, *drawn)


def _runs(bands: Sequence[Stretch]) -> Iterable[list[Stretch]]:
    """Part a band where days without one lie between."""
    run: list[Stretch] = []
    for one in bands:
        if math.isnan(one.middle):
            yield run
            run = []
        else:
            run.append(one)
    yield run


def _band(plot: Plot, run: Sequence[Stretch]) -> str:
    """Draw the field between both ends, and the line of the middle."""
    if not run:
        return ""
    over = [(plot.x(one.day), plot.y(one.high)) for one in run]
    under = [(plot.x(one.day), plot.y(one.low)) for one in reversed(run)]
    middle = [(plot.x(one.day), plot.y(one.middle)) for one in run]
    field = tag("path", d=f"{_line([*over, *under])}z", class_="band")
    return field + tag("path", d=_line(middle), class_="middle")


def _line(places: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)


def _marks(kind: str, middles: Iterable[tuple[float, float]]) -> str:
    """Draw all marks of a kind as one path; what falls on the same place is drawn once."""
    places = dict.fromkeys(f"M{x:.1f} {y:.1f}{MARKS[kind]}" for x, y in middles)
    return tag("path", d="".join(places), class_=f"mark {kind}") if places else ""


def sample(kind: str) -> str:
    """Draw one mark, to stand in a line that says what it means."""
    inside = (
        tag("path", d="M1 10h18v-6h-18z", class_="band") + tag("path", d="M1 7h18", class_="middle")
        if kind == "capacity"
        else tag("rect", x=2, y=2, width=14, height=14, class_=f"cause {kind}")
        if kind not in MARKS
        else tag("path", d=f"M10 9{MARKS[kind]}", class_=f"mark {kind}")
    )
    return tag("svg", inside, viewBox="0 0 20 18", class_="sample", aria_hidden="true")


def draw_shares(
    caption: Caption, weeks: Mapping[date, Mapping[str, float]], days: tuple[date, date]
) -> str:
    """Draw how 100 % are shared out in each week, from the bottom up."""
    first, last = days
    first -= timedelta(days=first.weekday())
    begin, end = float(first.toordinal()), float(last.toordinal() + 7)
    plot = Plot(48.0, 12.0, WIDTH - MARGIN, HEIGHT - 28.0, (begin, 0.0), (end, 100.0))
    drawn = []
    for monday, shares in weeks.items():
        left, right = (plot.x(float(monday.toordinal() + n)) for n in (0, 7))
        base = 0.0
        for code, share in shares.items():
            top = base + 100.0 * share
            place = {"x": left, "y": plot.y(top), "width": right - left}
            height = plot.y(base) - plot.y(top)
            drawn.append(tag("rect", **place, height=height, class_=f"cause {code}"))
            base = top
    percent = [(float(n), str(n)) for n in range(0, 101, 25)]
    return framed(caption, WIDTH, HEIGHT, plot.axes(day_ticks(first, last), percent), *drawn)


def draw_bars(caption: Caption, rows: Sequence[Bar], most: float) -> str:
    """Draw a bar for each row, over a fainter one, with its label and number."""
    step, left, right = 26.0, 186.0, WIDTH - 58.0
    drawn = []
    for place, row in enumerate(rows):
        top = 8.0 + step * place
        for value, kind in ((row.fainter, "fainter"), (row.value, "bar")):
            length = (right - left) * min(max(value, 0.0) / most, 1.0)
            thin = 4.0 if kind == "bar" else 0.0
            height = step - 8.0 - 2.0 * thin
            drawn.append(
                tag("rect", x=left, y=top + thin, width=length, height=height, class_=kind)
            )
        drawn.append(written(row.label, left - 8.0, top + 14.0, anchor="end"))
        drawn.append(written(row.said, right + 8.0, top + 14.0))
    base = tag("path", d=f"M{left:.1f} 4V{4.0 + step * len(rows):.1f}", class_="tick")
    return framed(caption, WIDTH, 8.0 + step * len(rows), *drawn, base)


def draw_chances(caption: Caption, rows: Iterable[Bin], labels: tuple[str, str]) -> str:
    """Draw what came about beside what was said, on axes that are stretched near zero."""
    plot = Plot(58.0, 12.0, WIDTH - MARGIN, HEIGHT + 42.0, (0.0, 0.0), (1.0, 1.0))

    def place(said: float, came: float) -> tuple[float, float]:
        return plot.x(math.sqrt(said)), plot.y(math.sqrt(max(came, 0.0)))

    ticks = [(math.sqrt(one), f"{100 * one:g}") for one in CHANCES_MARKED]
    drawn = [tag("path", d=_line([place(0, 0), place(1, 1)]), class_="as-said")]
    for row in rows:
        ends = [place(row.mean_p, one) for one in (row.observed_low, row.observed_high)]
        drawn.append(tag("path", d=_line(ends), class_="span"))
        x, y = place(row.mean_p, row.observed)
        drawn.append(tag("circle", cx=x, cy=y, r=4.5, class_="point"))
    turned = tag(
        "g",
        written(labels[1], 0.0, 0.0, anchor="middle"),
        transform=f"translate(16 {(plot.top + plot.bottom) / 2:.1f}) rotate(-90)",
    )
    under = written(labels[0], (plot.left + plot.right) / 2, plot.bottom + 40.0, anchor="middle")
    return framed(caption, WIDTH, HEIGHT + 90.0, plot.axes(ticks, ticks), *drawn, turned, under)


def draw_ramp(caption: Caption, loads: Sequence[float]) -> str:
    """Draw steps of load, of which the last is what they lead up to."""
    width, height = 240.0, 56.0
    step = width / max(len(loads), 1)
    drawn = []
    for place, load in enumerate(loads):
        tall = height * load / max(loads)
        kind = "bar" if place == len(loads) - 1 else "fainter"
        x, y = step * place, height - tall
        drawn.append(tag("rect", x=x, y=y, width=step - 4.0, height=tall, class_=kind))
    return framed(caption, width, height, *drawn)
