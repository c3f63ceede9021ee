"""
What an inquiry found, and what events have in common, in words.

Reason to change: what is told of a finding or a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator

from liftguard.review.inquiry import Finding, Reason, Trace
from liftguard.review.patterns import Pattern, Patterns
from liftguard.words.language import capital, sentence, word
from liftguard.words.numbers import forms_of, say_number
from liftguard.words.things import say_lift, say_pain, say_records

__all__ = [
    "say_finding",
    "say_pattern",
    "say_patterns",
    "say_reasons",
    "say_strength",
    "say_trace",
]

_MOST_TRACES = 3  # of one cause that are told: the others say much the same
_FEW_DAYS = 10  # with such a note: fewer say nothing of what is usual
_PRECISE = 10.0  # a ratio below has a decimal


def say_trace(trace: Trace, *, language: str = "en") -> str:
    """
    Say one number that the records show, and how usual it was.

    Parameters
    ----------
    trace : Trace
        The number.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        A part of a sentence.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> third = Trace(code="sessions_4_days", value=3.0, unit="sessions", alike=2, days=41,
    ...               distinctive=True)
    >>> say_trace(third)
    'the third session in four days (held on 2 of 41 other training days)'
    """
    forms = forms_of(trace.value, trace.unit, language=language)
    what = word(language, "traces", trace.code, round(trace.value), **forms)
    if not trace.days:  # nothing to compare with
        return what
    code = "trace" if trace.alike else "trace_never"
    alike, days = str(trace.alike), str(trace.days)
    return word(language, "findings", code, trace=what, alike=alike, days=days)


def say_finding(finding: Finding, *, language: str = "en") -> str:
    """
    Say in one sentence what stood out before a pain.

    Parameters
    ----------
    finding : Finding
        Of `Guard.investigate`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence; where nothing stood out, which records would have told more.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard import Pain
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm")
    >>> print(say_finding(Finding(pain=pain, causes=(), missing_records=("stillness",))))
    Spasm in your lower back on 2026-01-05: the records do not show the reason; notes on \
stillness would have told more.
    """
    pain = say_pain(finding.pain, language=language)
    told = [trace for cause in finding.causes[:1] for trace in cause.traces if trace.distinctive]
    if told:
        cause = word(language, "causes", finding.causes[0].code)
        trace = say_trace(told[0], language=language)
        return sentence(word(language, "findings", "shown", pain=pain, cause=cause, trace=trace))
    why = _why_not_shown(finding, language)
    return sentence(word(language, "findings", "not_shown", pain=pain), *why)


def _why_not_shown(finding: Finding, language: str) -> Iterator[str]:
    yield from (word(language, "caveats", code) for code in finding.caveats)
    if finding.missing_records:
        records = _missing(finding.missing_records, "and", language)
        yield word(language, "findings", "more_records", records=records)
    elif not finding.caveats:
        yield word(language, "findings", "as_usual")


def say_reasons(finding: Finding, *, language: str = "en") -> list[str]:
    """
    Say what stands behind a finding, a sentence or two for each cause.

    Parameters
    ----------
    finding : Finding
        Of `Guard.investigate`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        What stood out, what did not, what the log does not hold, and what makes it less sure.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard import Pain
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6)
    >>> nothing = Reason(code="overload", distinctive=False, traces=(), regions=())
    >>> say_reasons(Finding(pain=pain, causes=(nothing,), missing_records=()))
    ['Nothing that was recorded speaks for overload.']
    """
    lines = [_say_reason(reason, language) for reason in finding.causes]
    if finding.reason_shown:
        for code in finding.caveats:
            caveat = word(language, "caveats", code)
            lines.append(word(language, "details", "less_sure", caveat=caveat))
        lines.append(word(language, "findings", "no_proof"))
    return lines


def _say_reason(reason: Reason, language: str) -> str:
    cause = word(language, "causes", reason.code)
    told = [trace for trace in reason.traces if trace.distinctive][:_MOST_TRACES]
    traces = "; ".join(say_trace(trace, language=language) for trace in told)
    code = "stood_out" if told else "usual" if reason.traces else "nothing"
    said = capital(word(language, "findings", code, cause=cause, traces=traces))
    alone = [trace for trace in reason.traces if trace.days < _FEW_DAYS and trace not in told]
    if alone and len(alone) == len(reason.traces):  # nothing can be as usual, or not
        noted = "; ".join(say_trace(one, language=language) for one in alone[:_MOST_TRACES])
        said = word(language, "findings", "noted_alone", cause=cause, traces=noted)
    elif alone:
        noted = "; ".join(say_trace(one, language=language) for one in alone[:_MOST_TRACES])
        said += " " + word(language, "findings", "noted", traces=noted)
    if not reason.missing_records:
        return said
    records = _missing(reason.missing_records, "or", language)
    return f"{said} {word(language, 'findings', 'not_noted', records=records)}"


def _missing(codes: tuple[str, ...], join: str, language: str) -> str:
    """Say what the log does not hold; of sets those before the pain are meant."""
    told = ("sets_before" if code == "sets" else code for code in codes)
    return say_records(told, join, language=language)


def say_pattern(pattern: Pattern, *, language: str = "en") -> str:
    """
    Say in one sentence what events have in common.

    Parameters
    ----------
    pattern : Pattern
        Of `Guard.patterns`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence, with its counts.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> print(say_pattern(Pattern(kind="miss", code="days_off_7", lift=None, events=6, cases=20,
    ...                           other_events=9, other_cases=180, ratio=4.04, low=2.0, high=8.2)))
    Misses came about 4 times as often seven or more days after the last training day: on 6 of \
20 occasions, otherwise on 9 of 180.
    """
    lift = say_lift(pattern.lift or "", language=language)
    said = word(
        language,
        "patterns",
        "found",
        kind=word(language, "events", pattern.kind),
        where=word(language, "circumstances", pattern.code, lift=lift),
        ratio=_ratio(pattern.ratio, language),
        events=str(pattern.events),
        cases=str(pattern.cases),
        other_events=str(pattern.other_events),
        other_cases=str(pattern.other_cases),
    )
    return capital(said)


def say_strength(pattern: Pattern, *, language: str = "en") -> list[str]:
    """
    Say how sure a pattern is and how much it explains, a sentence for each matter.

    Parameters
    ----------
    pattern : Pattern
        Of `Guard.patterns`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        The range of its ratio, its excess, and that it proves nothing.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_strength(Pattern(kind="miss", code="days_off_7", lift=None, events=6, cases=20,
    ...                      other_events=9, other_cases=180, ratio=4.0, low=2.0, high=8.0))[0]
    'Nine in ten, the true figure lies between 2 and 8 times.'
    """
    low, high = _ratio(pattern.low, language), _ratio(pattern.high, language)
    excess = round(pattern.excess)
    return [
        word(language, "patterns", "between", low=low, high=high),
        word(language, "patterns", "excess", excess, n=str(excess)),
        word(language, "patterns", "no_proof"),
    ]


def say_patterns(patterns: Patterns, *, language: str = "en") -> list[str]:
    """
    Say what was found in a history, and how much was looked through for it.

    Parameters
    ----------
    patterns : Patterns
        Of `Guard.patterns`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        A sentence for each pattern, then one for each kind of event.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> say_patterns(lg.Guard().patterns(lg.History()))[1]
    'Misses: 0 on 0 occasions, too few to look for patterns.'
    """
    lines = [say_pattern(pattern, language=language) for pattern in patterns.found]
    for one in patterns.searched:
        said = word(
            language,
            "patterns",
            "searched" if one.tried else "too_few",
            one.tried,
            n=str(one.tried),
            kind=word(language, "events", one.kind),
            events=str(one.events),
            cases=str(one.cases),
        )
        lines.append(capital(said))
    return lines


def _ratio(ratio: float, language: str) -> str:
    return say_number(ratio, 1 if ratio < _PRECISE else 0, language=language)
