"""
What the flagged sets, the misses and the pains of a history have in common.

Reason to change: something they may have in common, or how that is measured.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from liftguard.judge.policy import Policy
from liftguard.model.special import normal_quantile
from liftguard.records import History
from liftguard.review.pain_cases import pain_cases
from liftguard.review.pattern_cases import Case, cases_of, days_of
from liftguard.review.track import Track
from liftguard.shown import shown

__all__ = ["Pattern", "Patterns", "Searched", "patterns", "shrunk_ratio"]

_Z = normal_quantile(0.95)  # for an interval of 90 %


@attrs.frozen(kw_only=True)
class Pattern:
    """
    Something that events have in common more often than other cases.

    A case is one lift on one day; for pains it is one day, or one hour of a day.

    Parameters
    ----------
    kind : {"flag", "miss", "pain"}
        Of the events.
    code : str
        What they have in common; `liftguard.words` has the words.
    lift : str, optional
        The lift, where the code is "lift".
    events, cases : int
        Inside the pattern. Had none of its cases been done, and all else been the same, so
        many events would not have happened.
    other_events, other_cases : int
        Outside it.
    ratio : float
        Events for each case inside over those outside, drawn towards 1; see `shrunk_ratio`. [1]
    low, high : float
        Interval of 90 %. [1]
    place : str, optional
        Of pains: where, a name of `liftguard.BODY_AREAS`; None where several were taken together.

    Examples
    --------
    >>> Pattern(kind="miss", code="days_off_7", lift=None, events=6, cases=20, other_events=9,
    ...         other_cases=180, ratio=4.0, low=2.0, high=8.0).excess
    4.5
    """

    kind: str
    code: str
    lift: str | None
    events: int
    cases: int
    other_events: int
    other_cases: int
    ratio: float
    low: float
    high: float
    place: str | None = None

    @property
    def excess(self) -> float:
        """Events that the rate outside would not have brought: events (1 - 1/ratio). [events]"""
        return self.events * (1.0 - 1.0 / self.ratio)


@attrs.frozen(kw_only=True)
class Searched:
    """
    How much was looked through for one kind of event.

    Parameters
    ----------
    kind : {"flag", "miss", "pain"}
        Of the event.
    events, cases : int
        How often it happened, and in how many cases it could have.
    tried : int
        Things they might have in common that were looked at; of those that have nothing to do
        with the events, a few in a hundred are listed by chance.
    place : str, optional
        Of pains, where they are those of one.

    Examples
    --------
    >>> Searched(kind="miss", events=12, cases=240, tried=31).place is None
    True
    """

    kind: str
    events: int
    cases: int
    tried: int
    place: str | None = None


@shown
@attrs.frozen(kw_only=True)
class Patterns:
    """
    What the flagged sets, the misses and the pains of a history have in common.

    Parameters
    ----------
    found : tuple of Pattern
        Those whose interval lies above 1, by kind, the most events in excess first.
    searched : tuple of Searched
        One for each kind; of pains, one for each place that hurt often enough.

    Notes
    -----
    Flags and misses are counted by lift and day: several flagged sets of one lift on one day
    are one event, as they share their reasons. A flag is CAUTION or worse by `Track.judged`:
    what an app that asked before the set would have said, but for a pain alone. A pain belongs to
    the last day of training up to `Policy.look_back_hours` before it, and one that follows
    another there within them is the same event. What was noted just before it (stillness, rising,
    movements) is held against the sets of other days, and for a pain at rest against the same
    hour of other dates.

    Examples
    --------
    >>> Patterns(found=(), searched=()).found
    ()
    """

    found: tuple[Pattern, ...]
    searched: tuple[Searched, ...]


def shrunk_ratio(
    events: int, cases: int, other_events: int, other_cases: int, prior_events: float
) -> tuple[float, float, float]:
    """
    Compare events/cases with other_events/other_cases: the ratio and its interval of 90 %. [1]

    So many prior events that have nothing to do with the pattern are added to a of n and b of m,
    in proportion to the cases, which draws the ratio towards 1 the more the fewer events there
    are [Agresti1999]_. With c = prior/(n + m) the ratio is (a/n + c)/(b/m + c), and the variance
    of its logarithm 1/(a + n c) + 1/(b + m c).
    """
    added = prior_events / (cases + other_cases)
    rate, other_rate = events / cases + added, other_events / other_cases + added
    variance = 1.0 / (rate * cases) + 1.0 / (other_rate * other_cases)
    ratio, reach = rate / other_rate, math.exp(_Z * math.sqrt(variance))
    return ratio, ratio / reach, ratio * reach


def patterns(track: Track, history: History) -> Patterns:
    """Look for what flagged sets, misses and pains of a history have in common."""
    all_days = days_of(track, history)
    looked = []
    for kind, cases in cases_of(all_days).items():
        events = sum(case.event for case in cases)
        about = Searched(kind=kind, events=events, cases=len(cases), tried=0)
        looked.append(_look(about, cases, track.policy))
    for place, events, occasions, cases in pain_cases(all_days, track, history):
        about = Searched(kind="pain", events=events, cases=occasions, tried=0, place=place)
        looked.append(_look(about, cases, track.policy))
    return Patterns(
        found=tuple(one for found, _ in looked for one in found),
        searched=tuple(searched for _, searched in looked),
    )


def _look(about: Searched, cases: Sequence[Case], policy: Policy) -> tuple[list[Pattern], Searched]:
    """Compare the cases of one kind of event; with too few events there is nothing to look at."""
    fewest = policy.fewest_events
    looked_at = list(_compare(about, cases, policy)) if about.events >= fewest else []
    inside = [one for one in looked_at if one.events >= fewest and one.low > 1.0]
    found = sorted(inside, key=lambda one: -one.excess)
    return found, attrs.evolve(about, tried=len(looked_at))


class _Tally(NamedTuple):
    """Cases and events."""

    cases: int = 0
    events: int = 0

    def __sub__(self, other: _Tally) -> _Tally:
        return _Tally(self.cases - other.cases, self.events - other.events)


def _tally(cases: Sequence[Case]) -> _Tally:
    return _Tally(len(cases), sum(case.event for case in cases))


def _sides(told: Sequence[Case], inside: Sequence[Case]) -> tuple[_Tally, _Tally]:
    """Count inside and outside of something."""
    return _tally(inside), _tally(told) - _tally(inside)


def _compare(about: Searched, cases: Sequence[Case], policy: Policy) -> Iterator[Pattern]:
    """Compare the cases inside and outside of everything that enough of them show."""
    for code in dict.fromkeys(code for case in cases for code in case.holds):
        told = [case for case in cases if code in case.holds]
        sides = _sides(told, [case for case in told if case.holds[code]])
        yield from _pattern(about, code, None, sides, policy)
    trained = [case for case in cases if case.lifts]
    for lift in dict.fromkeys(lift for case in trained for lift in case.lifts):
        sides = _sides(trained, [case for case in trained if lift in case.lifts])
        yield from _pattern(about, "lift", lift, sides, policy)


def _pattern(
    about: Searched, code: str, lift: str | None, sides: tuple[_Tally, _Tally], policy: Policy
) -> Iterator[Pattern]:
    """Compare cases; with too few of them inside or outside there is nothing to look at."""
    a, b = sides
    if min(a.cases, b.cases) >= policy.fewest_events:
        ratio, low, high = shrunk_ratio(a.events, a.cases, b.events, b.cases, policy.prior_events)
        yield Pattern(
            kind=about.kind,
            code=code,
            lift=lift,
            events=a.events,
            cases=a.cases,
            other_events=b.events,
            other_cases=b.cases,
            ratio=ratio,
            low=low,
            high=high,
            place=about.place,
        )
