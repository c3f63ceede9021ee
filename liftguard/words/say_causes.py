"""
The three causes in words: what part one has, and what was recorded of it.

Reason to change: what is told of a cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from liftguard.judge.causes import Cause, Evidence
from liftguard.judge.verdict import Verdict
from liftguard.words.language import sentence, word
from liftguard.words.numbers import calendar_days, forms_of, say_date, say_days, say_list
from liftguard.words.things import say_lift, say_muscle

__all__ = ["is_telling", "say_cause", "say_evidence", "say_part"]

_SHARES = ((0.4, "part"), (0.6, "half"))  # up to, of 1: no finer than the sizes are known
_TELLING = 0.005  # of capacity: less is not worth a line
_ELSEWHERE = {"capacity_low", "capacity_middle", "capacity_high", "sets"}  # other lines tell


def say_cause(
    cause: Cause,
    verdict: Verdict,  # noqa: ARG001 - the cause knows whether it is named; calls stay as they are
    *,
    language: str = "en",
) -> str:
    """
    Say in one sentence what part a cause has.

    Parameters
    ----------
    cause : Cause
        The cause.
    verdict : Verdict
        It is part of.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence; for a cause that is not named, that it does not stand out.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> verdict = lg.Guard().check(lg.Guard().start(), lg.Movement(motion="flexion"),
    ...                            at=datetime(2026, 1, 5))
    >>> say_cause(verdict.causes[0], verdict)
    'Rapid movement does not stand out.'
    """
    if not cause.named:
        name = word(language, "causes", cause.code)
        return sentence(word(language, "cause_sentences", "small", cause=name))
    said = say_part(cause.code, cause.share, language=language)
    if any(one.code == "step_from" for one in cause.evidence):
        said = word(language, "cause_sentences", "first_hard_set", cause=said)
    muscle = say_muscle(cause.regions[0], language=language) if cause.regions else ""
    if cause.code == "overload" or muscle:
        said = word(language, "cause_sentences", cause.code, cause=said, muscle=muscle)
    return sentence(said)


def say_part(code: str, share: float | None, *, language: str = "en") -> str:
    """
    Say roughly what part of an excess is a cause's.

    Parameters
    ----------
    code : str
        Of the cause.
    share : float or None
        Its share. [1]
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        A few words.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> say_part("fatigue", 0.2), say_part("overload", 0.8)
    ('partly fatigue', 'mostly overload')
    """
    return word(language, "shares", _rough(share), cause=word(language, "causes", code))


def _rough(share: float | None) -> str:
    if share is None:
        return "whole"
    return next((code for most, code in _SHARES if share < most), "most")


def say_evidence(
    cause: Cause,
    unit: str = "kg",
    *,
    at: datetime | None = None,
    language: str = "en",
) -> list[str]:
    """
    Say what was recorded of a cause, a sentence for each matter.

    Parameters
    ----------
    cause : Cause
        The cause.
    unit : {"kg", "lb"}
        For loads.
    at : datetime, optional
        When the set would be done, to say the dates of what was before.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        In the order in which it was gathered.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> rest = Evidence(code="rest", value=4.0, unit="min")
    >>> say_evidence(Cause(code="fatigue", share=1.0, size=2.0, regions=(), evidence=(rest,)))
    ['Rest since the last set: 4 minutes.']
    """
    return list(_lines(cause.evidence, unit, at, language))


def is_telling(cause: Cause) -> bool:
    """
    Tell whether what was recorded of a cause that is not named is worth a line.

    Parameters
    ----------
    cause : Cause
        The cause.

    Returns
    -------
    bool
        False where it takes less than half a percent of capacity.

    Examples
    --------
    >>> lost = Evidence(code="lost_to_fatigue", value=0.002, unit="1")
    >>> is_telling(Cause(code="fatigue", share=None, size=0.1, regions=(), evidence=(lost,)))
    False
    """
    lost = next((one for one in cause.evidence if one.code.startswith("lost_")), None)
    return lost is None or lost.value >= _TELLING


def _lines(
    evidence: tuple[Evidence, ...], unit: str, at: datetime | None, language: str
) -> Iterator[str]:
    bests = [one for one in evidence if one.code.startswith("best_")]
    for one in evidence:
        if one in bests:
            if one is bests[0]:
                yield _bests(bests, unit, language)
        elif one.code not in _ELSEWHERE and not _is_trifle(one):
            yield _line(one, unit, at, language)


def _is_trifle(one: Evidence) -> bool:
    return one.code.startswith("tired_by:") and one.value < _TELLING


def _line(one: Evidence, unit: str, at: datetime | None, language: str) -> str:
    """Say one number; what stands after a colon is a lift."""
    code, _, lift = one.code.partition(":")
    forms = dict(forms_of(one.value, one.unit, unit, language=language))
    forms["lift"] = say_lift(lift, language=language)
    if one.code == "days_since" and at is not None:
        date = say_date(at - timedelta(days=one.value))
        forms["days"] = say_days(calendar_days(at, one.value), language=language)
        return word(language, "details", "days_since_on", **forms, date=date)
    return word(language, "evidence", code, round(one.value), **forms)


def _bests(bests: list[Evidence], unit: str, language: str) -> str:
    """Say the own bests together."""
    said = [
        word(
            language, "evidence", one.code, **forms_of(one.value, one.unit, unit, language=language)
        )
        for one in bests
    ]
    return word(language, "details", "bests", bests=say_list(said, language=language))
