"""
What the text and the page of a report say in the same words.

Reason to change: how a lift, or why a set was flagged, is said in both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import liftguard as lg
from liftguard.command.reported import sets_text
from liftguard.words.language import capital
from liftguard.words.names import lift_text
from liftguard.words.numbers import days_text, list_text, number_text
from liftguard.words.say_causes import part_text
from liftguard.words.voice import Voice

__all__ = ["because", "named_alone", "not_said", "unknown_lead", "unknown_line"]

_WORTH_SAYING = 0.1
"""House rule: the share of an excess from which on a cause is named beside a warning. [1]"""


def unknown_lead(lifts: Mapping[str, dict[str, Any]], voice: Voice) -> str:
    """Say of how many names no lift is known."""
    sets = sets_text(sum(one["sets"] for one in lifts.values()), voice)
    n = number_text(len(lifts), voice)
    return voice.text("command", "no_lift_known", len(lifts), n=n, sets=sets)


def unknown_line(name: str, one: dict[str, Any], voice: Voice) -> str:
    """Say a name that is no known lift, and what it may be."""
    near = list_text([lift_text(key, voice) for key in one["near"]], voice, "or")
    code, sets = "may_be" if near else "named", sets_text(one["sets"], voice)
    return voice.text("command", code, name=name, sets=sets, near=near)


def not_said(one: dict[str, Any], voice: Voice) -> str:
    """Say why the capacity of a lift is not said."""
    code = "no_bodyweight" if "no_bodyweight" in one["caveats"] else "too_few"
    return voice.text(
        "command",
        "not_said",
        name=capital(lift_text(one["lift"], voice)),
        why=voice.text("command", code),
        sets=sets_text(one["sets"], voice),
        days=days_text(one["days_since"] or 0.0, voice),
    )


def named_alone(
    long_ago: Sequence[dict[str, Any]],
    seldom: Sequence[dict[str, Any]],
    policy: lg.Policy,
    voice: Voice,
) -> list[str]:
    """Name the lifts of long ago, and the seldom ones."""
    days = days_text(policy.long_break_days, voice)
    lines = []
    for code, some in (("long_ago", long_ago), ("seldom", seldom)):
        if some:
            names = ", ".join(f"{lift_text(one['lift'], voice)} ({one['sets']})" for one in some)
            lines.append(voice.text("command", code, lifts=names, days=days))
    return lines


def because(causes: Mapping[str, float | None], voice: Voice) -> str:
    """Say behind a warning which causes had a share that is worth it."""
    parts = [
        part_text(code, share, voice)
        for code, share in causes.items()
        if share is not None and share >= _WORTH_SAYING
    ]
    return f" ({', '.join(parts)})" if parts else ""
