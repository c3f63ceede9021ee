"""
A picture as SVG: its frame with a title and a text, and axes with their marks.

Pictures take the colours of the page they stand on: ink is `currentColor`, and whatever has
a colour of its own has a class instead, which `page.css` paints for light, dark and paper.

Reason to change: how a picture is framed, or where the marks of an axis lie.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from liftguard.display.markup import escaped, tag

__all__ = ["MARGIN", "Caption", "Plot", "day_of", "day_ticks", "framed", "round_ticks", "written"]

MARGIN = 14.0
"""Right of a field, to the end of its picture."""

_HALF = 20.0  # of a label, less the margin
_STEPS = (1.0, 2.0, 5.0, 10.0)
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 60)
_MOST_DATES = 5  # on an axis, so that they stand apart on a phone too
_SHORT = 60  # below which days are marked instead of months [days]


class Caption(NamedTuple):
    """What a picture is called in its page, and what it says to who does not see it."""

    name: str
    title: str
    says: str


class Plot(NamedTuple):
    """A field with axes: its place in the picture, and the values at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    least: tuple[float, float]  # of x and y
    most: tuple[float, float]

    def x(self, value: float) -> float:
        """Place a value from left to right."""
        share = (value - self.least[0]) / (self.most[0] - self.least[0])
        return self.left + share * (self.right - self.left)

    def y(self, value: float) -> float:
        """Place a value from the bottom to the top."""
        share = (value - self.least[1]) / (self.most[1] - self.least[1])
        return self.bottom - share * (self.bottom - self.top)

    def axes(
        self, x_ticks: Iterable[tuple[float, str]], y_ticks: Iterable[tuple[float, str]]
    ) -> str:
        """Draw lines across at the marks of y, and write the marks of both axes."""
        parts = []
        for value, label in y_ticks:
            y = self.y(value)
            line = f"M{self.left:.1f} {y:.1f}H{self.right:.1f}"
            parts += [tag("path", d=line, class_="grid")]
            parts += [written(label, self.left - 6.0, y + 4.5, anchor="end")]
        for value, label in x_ticks:
            x = self.x(value)
            parts += [tag("path", d=f"M{x:.1f} {self.bottom:.1f}v4", class_="tick")]
            parts += [self._below(label, x)]
        base = f"M{self.left:.1f} {self.bottom:.1f}H{self.right:.1f}"
        return "".join([*parts, tag("path", d=base, class_="tick")])

    def _below(self, label: str, x: float) -> str:
        """Write a mark of x below the field; close to its end it ends where the picture does."""
        y = self.bottom + 19.0
        if x > self.right - _HALF:
            return written(label, self.right + MARGIN, y, anchor="end")
        return written(label, x, y, anchor="middle")


def framed(caption: Caption, width: float, height: float, *inside: str) -> str:
    """Write a picture with its title and its text, both of which a screen reader reads."""
    title, says = f"{caption.name}-title", f"{caption.name}-says"
    return tag(
        "svg",
        tag("title", escaped(caption.title), id=title),
        tag("desc", escaped(caption.says), id=says),
        *inside,
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_labelledby=title,
        aria_describedby=says,
    )


def written(text: str, x: float, y: float, *, anchor: str = "start") -> str:
    """Write a text that begins, has its middle, or ends at a place."""
    return tag("text", escaped(text), x=x, y=y, text_anchor=anchor)


def round_ticks(least: float, most: float, about: int = 5) -> list[float]:
    """Give round values, about so many, of which the outer two take in a range."""
    rough = max(most - least, 1e-9) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = power * next(one for one in _STEPS if one * power >= rough * (1.0 - 1e-9))
    first, last = math.floor(least / step + 1e-9), math.ceil(most / step - 1e-9)
    return [step * n for n in range(first, max(last, first + 1) + 1)]


def day_of(at: datetime) -> float:
    """Place a moment among days, by the clock on the wall."""
    return at.toordinal() + (at.hour + at.minute / 60.0) / 24.0


def day_ticks(first: date, last: date) -> list[tuple[float, str]]:
    """Give days to mark, by their ordinal, as ISO 8601 writes them: weeks, months or years."""
    if (last - first).days < _SHORT:
        return _few(lambda weeks: _mondays(first, last, weeks), range(1, 10))
    return _few(lambda months: _month_starts(first, last, months), _MONTHS_APART)


def _few(
    ticks_of: Callable[[int], Iterator[tuple[float, str]]], steps: Sequence[int]
) -> list[tuple[float, str]]:
    """Take the narrowest marks of which there are not too many."""
    for step in steps:
        ticks = list(ticks_of(step))
        if len(ticks) <= _MOST_DATES:
            return ticks
    return ticks[:: 1 + len(ticks) // _MOST_DATES]


def _mondays(first: date, last: date, weeks: int) -> Iterator[tuple[float, str]]:
    day = first + timedelta(days=-first.weekday() % 7)
    while day <= last:
        yield float(day.toordinal()), f"{day:%m-%d}"
        day += timedelta(weeks=weeks)


def _month_starts(first: date, last: date, months: int) -> Iterator[tuple[float, str]]:
    """Give first days of months, counted from January, or from year 0 where years are left out."""
    count = 12 * first.year + first.month - (first.day == 1)
    count += -count % months
    while count < 12 * last.year + last.month:
        day = date(count // 12, count % 12 + 1, 1)
        yield float(day.toordinal()), f"{day:%Y}" if months >= 12 else f"{day:%Y-%m}"
        count += months
