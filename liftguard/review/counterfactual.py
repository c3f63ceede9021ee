"""
What to change so that it does not happen again, in order, each change tried on the history.

Reason to change: which change is tried for what stood out.
"""

from __future__ import annotations

from collections.abc import Sequence

from liftguard.review.changes import Maker
from liftguard.review.changes_of_quickness import in_another_way, later, ramp_first, walk_first
from liftguard.review.changes_of_work import (
    another_movement,
    come_back,
    day_between,
    fewer_loads,
    fewer_sets,
    lengthen,
    lighter,
    longer_rests,
    usual_week,
)
from liftguard.review.day_traces import MOVED
from liftguard.review.finding import Change, Reason
from liftguard.review.rewind import Rewind

__all__ = ["changes_of"]

_MOST = 4  # changes that are read


def changes_of(past: Rewind, reasons: Sequence[Reason]) -> tuple[Change, ...]:
    """Give the changes for what stood out, the most telling cause and trace first."""
    found: dict[Maker, tuple[Change, ...]] = {}
    for reason in reasons:
        for trace in reason.traces if reason.distinctive else ():
            maker = _MAKERS.get(trace.code.partition(":")[0])
            much = trace.distinctive or trace.weight >= 1.0
            if much and maker is not None and len(found) < _MOST and not found.get(maker):
                found[maker] = tuple(maker(past, reason, trace))
    # a walk may be worth trying for two of them, and is read once
    told = {change.code: change for changes in reversed(found.values()) for change in changes}
    return tuple(one for changes in found.values() for one in changes if told[one.code] is one)[
        :_MOST
    ]


_MAKERS: dict[str, Maker] = {
    **dict.fromkeys(("load_ratio", "demand_ratio", "misses", "odds_overload"), lighter),
    **dict.fromkeys(("layoff_days", "lift_gap"), come_back),
    **dict.fromkeys(
        (
            *("sessions_4_days", "days_in_a_row", "sets_72_h", "reps_72_h"),
            *("odds_fatigue", "readiness", "rpe_above_usual"),
        ),
        day_between,
    ),
    **dict.fromkeys(
        ("sets_24_h", "reps_24_h", "tonnage_ratio", "hard_sets", "rpe_rise", "session_minutes"),
        fewer_sets,
    ),
    **dict.fromkeys(("sets_7_days", "pattern_sets_7_days"), usual_week),
    **dict.fromkeys(("unlengthened_days", "days_of_one_pattern"), lengthen),
    "same_pattern_sets": another_movement,
    **dict.fromkeys(("dense_sets", "shortest_rest"), longer_rests),
    "loads_moved": fewer_loads,
    **dict.fromkeys(("first_share", "longest_pause", "odds_rapid_movement"), ramp_first),
    "still_minutes": walk_first,
    "hours_since_rising": later,
    MOVED: in_another_way,
}
"""Which change is tried for which trace, by its code."""
