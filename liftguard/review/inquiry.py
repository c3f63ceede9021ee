"""
Why did it hurt: how much there was of each cause before a pain, held against the athlete's usual.

Reason to change: how traces are weighed and ranked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from liftguard.errors import InvalidValue
from liftguard.judge.causes import CAUSES
from liftguard.judge.grounds import signs_of
from liftguard.judge.movement import MUSCLES
from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules
from liftguard.lifts import lift_of
from liftguard.records import History, Pain, Plates
from liftguard.review.area import AreaLog, Occasion, area_log
from liftguard.review.counterfactual import changes_of
from liftguard.review.day_traces import KINDS, MOVED, RECORDS, missing_records
from liftguard.review.finding import Finding, Reason, Trace
from liftguard.review.lately import lately_of
from liftguard.review.moved_notes import MovedNote, judged_moves
from liftguard.review.rewind import begun, rewind
from liftguard.review.trace_kind import TraceKind
from liftguard.review.traces_of_quickness import moved_before
from liftguard.review.track import Track
from liftguard.units import elapsed_days

__all__ = ["caveats_of", "investigate", "traces_of"]


def investigate(
    track: Track, history: History, pain: Pain, plates: Plates | None = None
) -> Finding:
    """
    Look for the reason of a pain in the records before it.

    The athlete's other days are the control, as in a case-crossover study [Maclure1991]_: each
    number is taken again as of the end of every other day of the last year that loaded the
    painful area and was not followed by pain there; of a pain at rest, what was noted is taken
    again at the same hour of other dates. What counts is how much there was: how far a number
    lies beyond the usual, in steps each of which is much. With some thirty kinds of traces, one
    is far out on most days. So a trace is distinctive where it is much, and where seldom, on the
    other days, any kind of trace was as much, as with the largest statistic of
    [WestfallYoung1993]_: on a day like all others a reason is shown no more often than
    `Policy.distinctive_share` says.
    """
    if not isinstance(pain, Pain):
        raise InvalidValue(where="investigate pain", got=pain, wanted="a Pain")
    log = area_log(track, history, pain, _moved(track, history, pain))
    missing = missing_records(log)
    needed = {code for codes in missing.values() for code in codes}
    reasons = _reasons(log, missing)
    shown = any(reason.distinctive for reason in reasons)
    return Finding(
        pain=pain,
        causes=reasons,
        missing_records=tuple(code for code in RECORDS if code in needed),
        caveats=caveats_of(log),
        lately=lately_of(log),
        steps=changes_of(rewind(log, track, history, plates), reasons) if shown else (),
    )


def caveats_of(log: AreaLog) -> tuple[str, ...]:
    """Say what makes a finding less sure, and which signs are for a clinician."""
    few = len(log.others) < log.policy.fewest_other_days
    told = (("few_days", few), *signs_of(log.pain, log.policy))
    return tuple(code for code, holds in told if holds)


def _moved(track: Track, history: History, pain: Pain) -> Iterator[MovedNote]:
    """Judge the movements that were noted until the pain."""
    known = [entry for entry in history if elapsed_days(entry.at, pain.at) >= 0.0]
    return judged_moves(begun(track), known, Rules(track.policy, track.params))


def _reasons(log: AreaLog, missing: Mapping[str, tuple[str, ...]]) -> tuple[Reason, ...]:
    """Put the traces of each cause together, the cause with the most telling one first."""
    traces = traces_of(log)
    reasons = [
        Reason(
            code=cause,
            distinctive=any(trace.distinctive for trace in traces[cause]),
            traces=tuple(sorted(traces[cause], key=lambda trace: -trace.weight)),
            regions=_regions_by_load(log, cause),
            missing_records=missing[cause],
        )
        for cause in CAUSES
    ]
    return tuple(sorted(reasons, key=_rank))


def _rank(reason: Reason) -> tuple[bool, bool, list[float]]:
    """Order by the most telling trace, a movement that happened first; then by the next ones."""
    told = {trace.code.partition(":")[0] for trace in reason.traces if trace.distinctive}
    weights = [-trace.weight for trace in reason.traces]
    return not reason.distinctive, MOVED not in told, [-reason.weight, *weights, 0.0]


def _regions_by_load(log: AreaLog, cause: str) -> tuple[str, ...]:
    """Put the region first that the sets of the day loaded most, or that a movement asks most."""
    work = dict.fromkeys(log.regions, 0.0)
    for one in log.days[-1].sets:
        for region, load in lift_of(one.logged.lift).region_loads:
            if region in work:
                work[region] += load * one.logged.reps
    moved = moved_before(log) if cause == "rapid_movement" else None
    first = () if moved is None else MUSCLES[moved.movement.motion]
    asked = [region for region in first if region in work]
    return (*asked, *sorted(work.keys() - set(asked), key=lambda region: -work[region]))


class _Family(NamedTuple):
    """Kinds of traces that are told at the same occasions, and the occasions to compare with."""

    kinds: list[TraceKind]
    others: list[Occasion]


def traces_of(log: AreaLog) -> dict[str, list[Trace]]:
    """Take every number on every occasion, and say how much those of the event are."""
    families = [_Family(list(KINDS), log.by_day)]
    if log.at_rest:  # hours are compared with hours
        families = [
            _Family([kind for kind in KINDS if kind.of_day is not None], log.by_day),
            _Family([kind for kind in KINDS if kind.of_moments is not None], log.by_hour),
        ]
    traces: dict[str, list[Trace]] = {cause: [] for cause in CAUSES}
    for kinds, others in families:
        told = [_Told.of(kind, log, others) for kind in kinds]
        # of each other occasion, the most that there was of anything
        most = sorted(max(weights) for weights in zip(*(one.weights for one in told), strict=True))
        for one in told:
            trace = one.trace(most, log)
            if trace is not None:
                traces[one.kind.cause].append(trace)
    return traces


class _Told(NamedTuple):
    """The numbers of one kind of trace: of the event, and how much it was on each other day."""

    kind: TraceKind
    value: float | None
    usual: float
    numbers: list[float | None]
    weights: list[float]

    @classmethod
    def of(cls, kind: TraceKind, log: AreaLog, others: Sequence[Occasion]) -> _Told:
        """Take the numbers."""
        numbers = [kind.number(log, one) for one in others]
        usual = kind.usual([one for one in numbers if one is not None], log.policy)
        weights = [0.0 if one is None else kind.weight(one, usual, log.policy) for one in numbers]
        return cls(kind, kind.number(log, log.event), usual, numbers, weights)

    def trace(self, most: Sequence[float], log: AreaLog) -> Trace | None:
        """Make the trace of the event; None where there is none."""
        kind, policy = self.kind, log.policy
        excess = kind.excess(self.value, policy)
        if self.value is None or excess is None or excess <= 0.0:
            return None
        numbers = [one for one in self.numbers if one is not None]
        others = [kind.excess(one, policy) or 0.0 for one in numbers]
        weight = kind.weight(self.value, self.usual, policy)
        return Trace(
            code=_code(kind, log),
            value=self.value,
            unit=kind.unit,
            alike=sum(one >= excess for one in others),
            days=len(numbers),
            distinctive=_stands_out(weight, most, policy),
            comparable=len(numbers) >= policy.fewest_other_days,
            usual=kind.middle(numbers),
            weight=weight,
        )


def _code(kind: TraceKind, log: AreaLog) -> str:
    """Give the code of a trace; a movement is named."""
    moved = moved_before(log) if kind.code == MOVED else None
    if moved is None:
        return kind.code
    return f"{MOVED}:{moved.movement.cause or moved.movement.motion}"


def _stands_out(weight: float, most: Sequence[float], policy: Policy) -> bool:
    """Tell whether something is much, and whether as much of anything is rare on other days."""
    as_much = len(most) - bisect_left(most, weight)
    rare = (as_much + 1) / (len(most) + 2) < policy.distinctive_share
    if len(most) < policy.fewest_other_days:
        rare = not as_much
    return weight >= 1.0 and rare
