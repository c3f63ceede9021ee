"""
One paragraph for whatever is told in one sentence.

Reason to change: what belongs into a paragraph.
"""

from __future__ import annotations

from datetime import datetime

from liftguard.judge.causes import Cause
from liftguard.judge.verdict import Step, Verdict
from liftguard.review.finding import Finding
from liftguard.review.patterns import Pattern
from liftguard.words.language import sentence
from liftguard.words.say_causes import evidence_lines
from liftguard.words.say_finding import (
    finding_sentence,
    pattern_sentence,
    reason_lines,
    strength_lines,
)
from liftguard.words.say_steps import standing_sentence, step_sentence
from liftguard.words.say_verdict import lines_beside_sentence, verdict_sentence
from liftguard.words.voice import Voice

__all__ = ["paragraph_text"]


def paragraph_text(
    told: Verdict | Cause | Step | Finding | Pattern, voice: Voice, at: datetime | None = None
) -> str:
    """Say one of these in whole sentences, the one that says it all first."""
    return " ".join(_sentences(told, voice, at))


def _sentences(
    told: Verdict | Cause | Step | Finding | Pattern, voice: Voice, at: datetime | None
) -> list[str]:
    if isinstance(told, Verdict):
        return [verdict_sentence(told, voice), *lines_beside_sentence(told, voice)]
    if isinstance(told, Step):
        return [step_sentence(told, voice, at), standing_sentence(told, voice)]
    if isinstance(told, Finding):
        return [finding_sentence(told, voice), *reason_lines(told, voice)]
    if isinstance(told, Pattern):
        return [pattern_sentence(told, voice), *strength_lines(told, voice)]
    name = voice.text("causes", told.code)
    nothing = sentence(voice.text("cause_sentences", "nothing", cause=name))
    return evidence_lines(told, voice, at) or [nothing]
