"""
What an inquiry found, and what events have in common, in words.

Reason to change: what is told of a finding or a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liftguard.review.inquiry import Finding, Reason, Trace
from liftguard.review.patterns import Pattern, Patterns
from liftguard.words.language import capital, sentence
from liftguard.words.names import lift_text, pain_text, records_text
from liftguard.words.numbers import forms_of_number, number_text
from liftguard.words.voice import Voice

__all__ = [
    "finding_sentence",
    "pattern_sentence",
    "patterns_lines",
    "reason_lines",
    "strength_lines",
    "trace_text",
]

_MOST_TRACES = 3  # of one cause that are told: the others say much the same
_PRECISE = 10.0  # a ratio below has a decimal


def trace_text(trace: Trace, voice: Voice) -> str:
    """Say one number that the records show, and how usual it was."""
    forms = forms_of_number(trace.value, trace.unit, voice)
    what = voice.text("traces", trace.code, round(trace.value), **forms)
    if not trace.days:  # nothing to compare with
        return what
    code = "trace" if trace.alike else "trace_never"
    alike, days = str(trace.alike), str(trace.days)
    return voice.text("findings", code, trace=what, alike=alike, days=days)


def finding_sentence(finding: Finding, voice: Voice) -> str:
    """Say what stood out before a pain; where nothing did, which records would have told more."""
    pain = pain_text(finding.pain, voice)
    told = [trace for cause in finding.causes[:1] for trace in cause.traces if trace.distinctive]
    if told:
        cause, trace = voice.text("causes", finding.causes[0].code), trace_text(told[0], voice)
        return sentence(voice.text("findings", "shown", pain=pain, cause=cause, trace=trace))
    clauses = _clauses_on_why_not_shown(finding, voice)
    return sentence(voice.text("findings", "not_shown", pain=pain), *clauses)


def _clauses_on_why_not_shown(finding: Finding, voice: Voice) -> Iterator[str]:
    yield from (voice.text("caveats", code) for code in finding.caveats)
    if finding.missing_records:
        records = _missing_records_text(finding.missing_records, voice, "and")
        yield voice.text("findings", "more_records", records=records)
    elif not finding.caveats:
        yield voice.text("findings", "as_usual")


def reason_lines(finding: Finding, voice: Voice) -> list[str]:
    """Say what stands behind a finding: a sentence or two for each cause, then what it is worth."""
    lines = [_reason_line(reason, voice) for reason in finding.causes]
    if not finding.reason_shown:
        return lines
    caveats = [voice.text("caveats", code) for code in finding.caveats]
    lines += [voice.text("details", "less_sure", caveat=caveat) for caveat in caveats]
    return [*lines, voice.text("findings", "no_proof")]


def _reason_line(reason: Reason, voice: Voice) -> str:
    """Say what stood out of one cause, what could not be compared, and what was not recorded."""
    cause = voice.text("causes", reason.code)
    told = [trace for trace in reason.traces if trace.distinctive][:_MOST_TRACES]
    code = "stood_out" if told else "usual" if reason.traces else "nothing"
    said = capital(voice.text("findings", code, cause=cause, traces=_traces_text(told, voice)))
    alone = [trace for trace in reason.traces if not trace.comparable and trace not in told]
    noted = _traces_text(alone[:_MOST_TRACES], voice)
    if alone and len(alone) == len(reason.traces):  # nothing can be as usual, or not
        said = voice.text("findings", "noted_alone", cause=cause, traces=noted)
    elif alone:
        said += " " + voice.text("findings", "noted", traces=noted)
    if not reason.missing_records:
        return said
    records = _missing_records_text(reason.missing_records, voice, "or")
    return f"{said} {voice.text('findings', 'not_noted', records=records)}"


def _traces_text(traces: Sequence[Trace], voice: Voice) -> str:
    return "; ".join(trace_text(trace, voice) for trace in traces)


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
        kind=voice.text("events", pattern.kind),
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
            kind=voice.text("events", one.kind),
            events=str(one.events),
            cases=str(one.cases),
        )
        lines.append(capital(said))
    return lines


def _ratio_text(ratio: float, voice: Voice) -> str:
    return number_text(ratio, voice, 1 if ratio < _PRECISE else 0)
