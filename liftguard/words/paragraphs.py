"""
One paragraph for whatever is told in one sentence.

Reason to change: what belongs into a paragraph.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.causes import Cause
from liftguard.judge.verdict import Step, Verdict
from liftguard.review.inquiry import Finding
from liftguard.review.patterns import Pattern
from liftguard.words.language import after_colon, sentence, word
from liftguard.words.say_causes import say_evidence
from liftguard.words.say_finding import say_finding, say_pattern, say_reasons, say_strength
from liftguard.words.say_steps import say_step
from liftguard.words.say_verdict import say_gist, say_verdict
from liftguard.words.things import say_set

__all__ = ["say_paragraph"]


def say_paragraph(
    told: Verdict | Cause | Step | Finding | Pattern,
    unit: str = "kg",
    *,
    at: datetime | None = None,
    language: str = "en",
) -> str:
    """
    Say a verdict, a cause, a step, a finding or a pattern in one paragraph.

    Parameters
    ----------
    told : Verdict, Cause, Step, Finding or Pattern
        What is told.
    unit : {"kg", "lb"}
        For loads.
    at : datetime, optional
        When the set that a cause or a step belongs to was planned; a verdict knows it.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Whole sentences, the one that says it all first.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from liftguard import Evidence
    >>> rest = Evidence(code="rest", value=4.0, unit="min")
    >>> lost = Evidence(code="lost_to_fatigue", value=0.04, unit="1")
    >>> print(say_paragraph(Cause(code="fatigue", share=1.0, size=2.0, regions=(),
    ...                           evidence=(lost, rest))))
    Fatigue takes about 4 % of your capacity now. Rest since the last set: 4 minutes.
    """
    if isinstance(told, Verdict):
        said = say_verdict(told, unit, language=language)
        return " ".join([said, *say_gist(told, unit, language=language)])
    if isinstance(told, Step):
        said = say_step(told, unit, at=at, language=language)
        return f"{said} {_say_standing(told, unit, language)}"
    if isinstance(told, Finding):
        said = say_finding(told, language=language)
        return " ".join([said, *say_reasons(told, language=language)])
    if isinstance(told, Pattern):
        said = say_pattern(told, language=language)
        return " ".join([said, *say_strength(told, language=language)])
    lines = say_evidence(told, unit, at=at, language=language)
    name = word(language, "causes", told.code)
    nothing = sentence(word(language, "cause_sentences", "nothing", cause=name))
    return " ".join(lines or [nothing])


def _say_standing(step: Step, unit: str, language: str) -> str:
    """Say how the set after a change stands."""
    what = say_set(step.planned, unit, language=language)
    reason = word(language, "caveats", "wide_belief")
    level = word(language, "levels", step.level.name)
    said = word(language, "sentences", step.level.name, what=what, reason=reason)
    return word(
        language, "sentences", "standing", level=level, said=after_colon(said, language=language)
    )
