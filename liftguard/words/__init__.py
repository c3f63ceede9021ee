"""
Codes and numbers to sentences: the only prose, and the only rounding.

Each language is one table of texts; what is told, and when, does not depend on it.

Reason to change: none; whatever says something is imported here.
"""

from liftguard.words.language import LANGUAGES
from liftguard.words.numbers import (
    say_ago,
    say_chance,
    say_days,
    say_list,
    say_load,
    say_number,
    say_plates,
    say_share,
    say_span,
)
from liftguard.words.paragraphs import say_paragraph
from liftguard.words.say_causes import say_cause, say_evidence, say_part
from liftguard.words.say_doubt import say_doubt
from liftguard.words.say_finding import (
    say_finding,
    say_pattern,
    say_patterns,
    say_reasons,
    say_strength,
    say_trace,
)
from liftguard.words.say_log import say_log, say_track
from liftguard.words.say_plan import say_plan
from liftguard.words.say_steps import say_step
from liftguard.words.say_verdict import say_details, say_verdict
from liftguard.words.things import say_lift, say_pain, say_reps, say_set

__all__ = [
    "LANGUAGES",
    "say_ago",
    "say_cause",
    "say_chance",
    "say_days",
    "say_details",
    "say_doubt",
    "say_evidence",
    "say_finding",
    "say_lift",
    "say_list",
    "say_load",
    "say_log",
    "say_number",
    "say_pain",
    "say_paragraph",
    "say_part",
    "say_pattern",
    "say_patterns",
    "say_plan",
    "say_plates",
    "say_reasons",
    "say_reps",
    "say_set",
    "say_share",
    "say_span",
    "say_step",
    "say_strength",
    "say_trace",
    "say_track",
    "say_verdict",
]
