"""
What an inquiry found, and what events have in common, in words.

Reason to change: what is told of a finding or a pattern.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from liftguard.review.finding import Deed, Finding, Reason, Trace
from liftguard.review.patterns import Pattern, Patterns
from liftguard.words.language import capital, sentence
from liftguard.words.names import SIGNS, lift_text, move_text, muscle_text, pain_text, records_text
from liftguard.words.numbers import date_text, days_text, forms_of_number, number_text
from liftguard.words.voice import Voice

__all__ = [
    "finding_sentence",
    "pattern_sentence",
    "patterns_lines",
    "reason_lines",
    "strength_lines",
    "trace_text",
]

_MOST_TRACES = 4  # of one cause that are told
_ODDS = "odds_"  # what a cause put into a forecast, which has a sentence of its own
_FEWEST_TOLD = 2  # other days that are counted
_OFTEN = 100.0  # times as likely, above which it is said to be more
_HARDLY = 0.1  # log-odds that a usual day holds of something, and hardly does
_STORY = {
    **dict.fromkeys(("sets_24_h", "reps_24_h", "sets_72_h", "reps_72_h"), "work"),
    **dict.fromkeys(("tonnage_ratio", "hard_sets"), "work"),
    **dict.fromkeys(("dense_sets", "session_minutes", "shortest_rest"), "density"),
    **dict.fromkeys(("sets_7_days", "pattern_sets_7_days"), "week"),
    **dict.fromkeys(("days_in_a_row", "sessions_4_days"), "days"),
    **dict.fromkeys(("unlengthened_days", "days_of_one_pattern"), "monotony"),
    **dict.fromkeys(("rpe_rise", "rpe_above_usual"), "effort"),
    **dict.fromkeys(("layoff_days", "lift_gap"), "gap"),
}
"""Traces that say much the same: of each story only the one that is most is told."""

_COUNTED = ("sets", "reps", "sessions", "days")
_MOST_NOTED = 3  # of one that cannot be compared
_MUCH = 0.5  # steps beyond the usual, from which on a trace of a cause that stood out is told
_PRECISE = 10.0  # a ratio below has a decimal


def trace_text(trace: Trace, voice: Voice) -> str:
    """Say one number that the records show, what is usual, and how usual it was."""
    what = _number_text(trace, voice)
    if trace.days < _FEWEST_TOLD:  # nothing to speak of to compare with
        return what
    code = "trace" if trace.alike else "trace_never"
    alike, days = str(trace.alike), str(trace.days)
    usual = _usual_text(trace, voice)
    return voice.text("findings", code, trace=what, usual=usual, alike=alike, days=days)


def _number_text(trace: Trace, voice: Voice) -> str:
    """Say the number of a trace; what stands after a colon is how the trunk moved."""
    code, _, name = trace.code.partition(":")
    forms = dict(forms_of_number(trace.value, trace.unit, voice))
    forms["move"] = move_text(name, voice)
    forms["times"] = _times_text(trace.value if trace.unit == "log-odds" else 0.0, voice)
    return voice.text("traces", code, round(trace.value), **forms)


def _usual_text(trace: Trace, voice: Voice) -> str:
    """Say what is usual of what is counted, where there are enough days to tell."""
    if trace.usual is None or not trace.comparable or trace.unit not in _COUNTED:
        return ""
    if round(trace.usual) < 1 or round(trace.usual) == round(trace.value):
        return ""
    return voice.text("findings", "usually", n=number_text(trace.usual, voice))


def finding_sentence(finding: Finding, voice: Voice) -> str:
    """Say what stood out before a pain; where nothing did, which records would have told more."""
    pain = pain_text(finding.pain, voice)
    told = _telling(finding.causes[0]) if finding.reason_shown else []
    if told:
        cause, trace = voice.text("causes", finding.causes[0].code), trace_text(told[0], voice)
        return sentence(voice.text("findings", "shown", pain=pain, cause=cause, trace=trace))
    clauses = _clauses_on_why_not_shown(finding, voice)
    return sentence(voice.text("findings", "not_shown", pain=pain), *clauses)


def _clauses_on_why_not_shown(finding: Finding, voice: Voice) -> Iterator[str]:
    """Say what comes nearest to a reason, what makes it less sure, and what would have told."""
    back = [deed for deed in finding.lately if deed.code == "gap"]
    yield from (_nearest_text(deed, voice) for deed in back)
    caveats = [code for code in finding.caveats if code not in SIGNS]
    yield from (voice.text("caveats", code) for code in caveats)
    if finding.missing_records:
        records = _missing_records_text(finding.missing_records, voice, "and")
        yield voice.text("findings", "more_records", records=records)
    elif not (caveats or back):
        yield voice.text("findings", "as_usual")


def _nearest_text(deed: Deed, voice: Voice) -> str:
    """Say which lift was done again after long without it."""
    lift, days = lift_text(deed.lift or "", voice), days_text(deed.value, voice)
    return voice.text("findings", "nearest", lift=lift, date=date_text(deed.at), days=days)


def _telling(reason: Reason) -> list[Trace]:
    """Give the traces that are told of a cause that stood out, the most first."""
    told: dict[str, Trace] = {}
    for trace in sorted(reason.traces, key=lambda one: -one.weight):
        much = trace.distinctive or trace.weight >= _MUCH
        if much and not trace.code.startswith(_ODDS):
            told.setdefault(_STORY.get(trace.code, trace.code), trace)
    shown = list(told.values()) or [one for one in reason.traces if one.distinctive]
    return shown[:_MOST_TRACES]


def reason_lines(finding: Finding, voice: Voice) -> list[str]:
    """Say what stands behind a finding: a sentence or two for each cause, then what it is worth."""
    lines = [_reason_line(reason, voice) for reason in finding.causes]
    if not finding.reason_shown:
        return lines
    caveats = [voice.text("caveats", code) for code in finding.caveats if code not in SIGNS]
    lines += [voice.text("details", "less_sure", caveat=caveat) for caveat in caveats]
    return [*lines, voice.text("findings", "no_proof")]


def _reason_line(reason: Reason, voice: Voice) -> str:
    """Say what stood out of one cause, what could not be compared, and what was not recorded."""
    cause = voice.text("causes", reason.code)
    if reason.distinctive:
        said = [
            voice.text("findings", "stood_out", cause=cause, traces=_of(_telling(reason), voice))
        ]
        said += _odds_text(reason, voice)
    elif any(trace.comparable for trace in reason.traces):
        said = [voice.text("findings", "usual", cause=cause)]
    else:
        alone = [trace for trace in reason.traces if _is_told_alone(trace)]
        code = "noted_alone" if alone else "nothing"
        said = [voice.text("findings", code, cause=cause, traces=_of(alone[:_MOST_NOTED], voice))]
    if reason.missing_records:
        records = _missing_records_text(reason.missing_records, voice, "or")
        said.append(voice.text("findings", "not_noted", records=records))
    return " ".join(map(capital, said))


def _is_told_alone(trace: Trace) -> bool:
    """Tell whether a trace may be something, as far as the few other days go."""
    usual, hardly = 2 * trace.alike > trace.days, 0.0 < trace.weight < _MUCH
    return not (usual or hardly or trace.code.startswith(_ODDS))


def _of(traces: Sequence[Trace], voice: Voice) -> str:
    return "; ".join(trace_text(trace, voice) for trace in traces)


def _odds_text(reason: Reason, voice: Voice) -> Iterator[str]:
    """Say what a cause put into the forecasts, where that was much, and which muscle it asks."""
    alone = all(trace.code.startswith(_ODDS) for trace in _telling(reason))  # and so told already
    for trace in () if alone else reason.traces:
        if trace.code.startswith(_ODDS) and trace.weight >= _MUCH:
            times, usual = (_times_text(one or 0.0, voice) for one in (trace.value, trace.usual))
            code = "odds" if (trace.usual or 0.0) < _HARDLY else "odds_usual"
            yield voice.text(
                "findings", code if trace.days else "odds_alone", times=times, usual=usual
            )
    if reason.regions and reason.code == "rapid_movement":
        yield voice.text("findings", "asked", muscle=muscle_text(reason.regions[0], voice))


def _times_text(log_odds: float, voice: Voice) -> str:
    """Say log-odds as so many times."""
    times = math.exp(log_odds)
    if times > _OFTEN:
        return voice.text("findings", "times_over", n=number_text(_OFTEN, voice))
    return voice.text(
        "findings", "times", n=number_text(times, voice, 1 if times < _PRECISE else 0)
    )


def _missing_records_text(codes: tuple[str, ...], voice: Voice, join: str) -> str:
    """Say what the log does not hold; of sets those before the pain are meant."""
    told = ("sets_before" if code == "sets" else code for code in codes)
    return records_text(told, voice, join)


def pattern_sentence(pattern: Pattern, voice: Voice) -> str:
    """Say what events have in common, with the counts."""
    lift = lift_text(pattern.lift or "", voice)
    said = voice.text(
        "patterns",
        "found",
        kind=_events_text(pattern.kind, pattern.place, voice),
        where=voice.text("circumstances", pattern.code, lift=lift),
        ratio=_ratio_text(pattern.ratio, voice),
        events=str(pattern.events),
        cases=str(pattern.cases),
        other_events=str(pattern.other_events),
        other_cases=str(pattern.other_cases),
    )
    return capital(said)


def strength_lines(pattern: Pattern, voice: Voice) -> list[str]:
    """Say the range of a pattern's ratio, how much it explains, and that it proves nothing."""
    low, high = _ratio_text(pattern.low, voice), _ratio_text(pattern.high, voice)
    excess = round(pattern.excess)
    return [
        voice.text("patterns", "between", low=low, high=high),
        voice.text("patterns", "excess", excess, n=str(excess)),
        voice.text("patterns", "no_proof"),
    ]


def patterns_lines(patterns: Patterns, voice: Voice) -> list[str]:
    """Say each pattern of a history, then of each kind of event how much was looked through."""
    lines = [pattern_sentence(pattern, voice) for pattern in patterns.found]
    for one in patterns.searched:
        said = voice.text(
            "patterns",
            "searched" if one.tried else "too_few",
            one.tried,
            n=str(one.tried),
            kind=_events_text(one.kind, one.place, voice),
            events=str(one.events),
            cases=str(one.cases),
        )
        found = any((each.kind, each.place) == (one.kind, one.place) for each in patterns.found)
        none = [voice.text("patterns", "none")] if one.tried and not found else []
        lines.append(" ".join([capital(said), *none]))
    return lines


def _events_text(kind: str, place: str | None, voice: Voice) -> str:
    """Name a kind of event, and of pains the place."""
    events = voice.text("events", kind)
    if place is None:
        return events
    return voice.text("patterns", "place", kind=events, place=voice.text("places", place))


def _ratio_text(ratio: float, voice: Voice) -> str:
    return number_text(ratio, voice, 1 if ratio < _PRECISE else 0)
