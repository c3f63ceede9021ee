"""
Why did it hurt: the traces of each cause before a pain, held against the athlete's other days.

Reason to change: how traces are compared and ranked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from liftguard.errors import InvalidValue
from liftguard.judge.causes import CAUSES
from liftguard.judge.policy import Policy
from liftguard.lifts import lift_of
from liftguard.records import History, Pain
from liftguard.review.area import AreaLog, area_log
from liftguard.review.day_traces import KINDS, RECORDS, TraceKind, missing_records
from liftguard.review.track import Track
from liftguard.shown import shown

__all__ = ["Finding", "Reason", "Trace", "investigate"]


@attrs.frozen(kw_only=True)
class Trace:
    """
    One number that the records show for a cause, and how usual it was.

    Parameters
    ----------
    code : str
        What it is; `liftguard.words` has the words.
    value : float
        The number at the event.
    unit : str
        Its unit: "sets", "reps", "sessions", "days", "h", "min", "s" or "1".
    alike : int
        On how many of the other days it was at least as extreme. [days]
    days : int
        Other days on which it could be told. [days]
    distinctive : bool
        Anything as unusual, of this kind or another, is rare on the other days.
    comparable : bool
        There were at least `Policy.fewest_other_days` to tell that; of traces that were stored
        before this field was, by the default policy.

    Examples
    --------
    >>> Trace(code="sessions_4_days", value=3.0, unit="sessions", alike=2, days=98,
    ...       distinctive=True).share
    0.03
    """

    code: str
    value: float
    unit: str
    alike: int
    days: int
    distinctive: bool
    comparable: bool = attrs.field()

    @comparable.default
    def _by_default(self) -> bool:
        return self.days >= Policy().fewest_other_days

    @property
    def share(self) -> float:
        """How usual it is, by the rule of succession: (alike + 1) / (days + 2). [1]"""
        return (self.alike + 1) / (self.days + 2)


@attrs.frozen(kw_only=True)
class Reason:
    """
    One of the three causes, and what speaks for it.

    Parameters
    ----------
    code : {"fatigue", "rapid_movement", "overload"}
        Which cause.
    distinctive : bool
        At least one of its traces is.
    traces : tuple of Trace
        What the records show, the most unusual first; empty where they show nothing.
    regions : tuple of str
        Regions of the painful area, the one loaded most that day first.
    missing_records : tuple of str
        Codes of records that were not kept and would have told more.

    Examples
    --------
    >>> Reason(code="fatigue", distinctive=False, traces=(), regions=("grip",),
    ...        missing_records=("rest_s",)).missing_records
    ('rest_s',)
    """

    code: str
    distinctive: bool
    traces: tuple[Trace, ...]
    regions: tuple[str, ...]
    missing_records: tuple[str, ...] = ()


@shown
@attrs.frozen(kw_only=True)
class Finding:
    """
    What the records show about a pain.

    It orders what was unusual before the event; it does not prove what brought it about.

    Parameters
    ----------
    pain : Pain
        The event.
    causes : tuple of Reason
        All three, the one with the most distinctive trace first.
    missing_records : tuple of str
        Codes of records that were not kept and would have told more.
    caveats : tuple of str
        "few_days": fewer other days loaded the area than `Policy.fewest_other_days`, so nothing
        can stand out.

    Examples
    --------
    >>> from datetime import datetime
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm")
    >>> Finding(pain=pain, causes=(), missing_records=("sets",)).reason_shown
    False
    """

    pain: Pain
    causes: tuple[Reason, ...]
    missing_records: tuple[str, ...]
    caveats: tuple[str, ...] = ()

    @property
    def reason_shown(self) -> bool:
        """Whether anything stands out; where not, the missing records might have shown it."""
        return any(cause.distinctive for cause in self.causes)


def investigate(track: Track, history: History, pain: Pain) -> Finding:
    """
    Look for the reason of a pain in the records before it.

    The athlete's other days are the control, as in a case-crossover study [Maclure1991]_: each
    number is taken again as of the end of every other day of the last year that loaded the
    painful area and was not followed by pain there. With some twenty kinds of traces, one is
    unusual on most days. So what counts is the share of days on which any kind of trace is at
    least as unusual as this one, as with the smallest p-value of [WestfallYoung1993]_: on a day
    like all others a reason is shown about as often as `Policy.distinctive_share` says.
    """
    if not isinstance(pain, Pain):
        raise InvalidValue(where="investigate pain", got=pain, wanted="a Pain")
    log = area_log(track, history, pain)
    traces, missing = _traces(log), missing_records(log)
    regions = _regions_by_load(log)
    needed = {code for codes in missing.values() for code in codes}
    reasons = [
        Reason(
            code=cause,
            distinctive=any(trace.distinctive for trace in traces[cause]),
            traces=tuple(sorted(traces[cause], key=lambda trace: trace.share)),
            regions=regions,
            missing_records=missing[cause],
        )
        for cause in CAUSES
    ]
    return Finding(
        pain=pain,
        causes=tuple(sorted(reasons, key=_rank)),
        missing_records=tuple(code for code in RECORDS if code in needed),
        caveats=("few_days",) if len(log.others) < track.policy.fewest_other_days else (),
    )


def _rank(reason: Reason) -> tuple[bool, list[float]]:
    """Order by the most unusual trace; where those are equally so, by the next ones."""
    return not reason.distinctive, [*(trace.share for trace in reason.traces), 1.0]


def _regions_by_load(log: AreaLog) -> tuple[str, ...]:
    """Put the region first that the sets of the day loaded most."""
    work = dict.fromkeys(log.regions, 0.0)
    for one in log.days[-1].sets:
        for region, load in lift_of(one.logged.lift).region_loads:
            if region in work:
                work[region] += load * one.logged.reps
    return tuple(sorted(work, key=lambda region: -work[region]))


def _traces(log: AreaLog) -> dict[str, list[Trace]]:
    """Take every number on every day, and say how usual those of the event are."""
    event, others, policy = len(log.days) - 1, log.others, log.policy
    kinds = [kind for kind in KINDS if log.days[event].sets or not kind.needs_sets]
    numbers = [[kind.number(log, place) for place in (*others, event)] for kind in kinds]
    counts = [_count_alike(kind, row, policy) for kind, row in zip(kinds, numbers, strict=True)]
    shares = [[_share(count, policy) for count in row] for row in counts]
    rarest = sorted(min(day) for day in list(zip(*shares, strict=True))[:-1])
    traces: dict[str, list[Trace]] = {cause: [] for cause in CAUSES}
    for kind, row, by_day in zip(kinds, numbers, counts, strict=True):
        value, count = row[-1], by_day[-1]
        if value is not None and count is not None:
            rarer = bisect_right(rarest, _share(count, policy))
            traces[kind.cause].append(
                Trace(
                    code=kind.code,
                    value=value,
                    unit=kind.unit,
                    alike=count.alike,
                    days=count.days,
                    distinctive=(rarer + 1) / (len(others) + 2) < policy.distinctive_share,
                    comparable=count.days >= policy.fewest_other_days,
                )
            )
    return traces


class _Count(NamedTuple):
    """On how many of so many other days a number was at least as extreme."""

    alike: int
    days: int


def _count_alike(
    kind: TraceKind, numbers: Sequence[float | None], policy: Policy
) -> list[_Count | None]:
    """Count for each day the other days at least as extreme; None where there is no trace."""
    excesses = [kind.excess(number, policy) for number in numbers]
    told = sorted(excess for excess in excesses if excess is not None)
    return [
        _Count(len(told) - bisect_left(told, excess) - 1, len(told) - 1)
        if excess is not None and excess > 0.0
        else None
        for excess in excesses
    ]


def _share(count: _Count | None, policy: Policy) -> float:
    """Say how usual a number is, 1 where there is none or too little to compare with."""
    if count is None or count.days < policy.fewest_other_days:
        return 1.0
    return (count.alike + 1) / (count.days + 2)
