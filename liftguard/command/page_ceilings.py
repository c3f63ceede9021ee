"""
The part of a report"s page on what can be lifted the day after the last entry.

Reason to change: what is said there of a lift.
"""

from __future__ import annotations

from typing import Any

from liftguard.command.page_pictures import ramp_picture
from liftguard.command.reported import Reported, say, sets_text, why_unsaid
from liftguard.display.markup import escaped, tag
from liftguard.display.page import boxes, bullets, fold, paragraph
from liftguard.words.language import capital
from liftguard.words.names import lift_text
from liftguard.words.numbers import days_text, exact_load_text, load_text
from liftguard.words.voice import Voice

__all__ = ["ceilings_part"]


def ceilings_part(told: Reported, voice: Voice) -> list[str]:
    """Write a box for each lift whose capacity can be said, and why the others' cannot."""
    lifts = told.found["lifts"]
    said = [_box(n, one, voice) for n, one in enumerate(lifts) if one["capacity"] is not None]
    parts = [paragraph(say(voice, "ceilings_lead"), "soft"), boxes(said)] if said else []
    unsaid = [
        say(
            voice,
            "unsaid_line",
            lift=capital(lift_text(one["lift"], voice)),
            why=say(voice, why_unsaid(one["caveats"])),
            done=_done(one, voice),
        )
        for one in lifts
        if one["capacity"] is None
    ]
    if not unsaid:
        return parts
    listed = bullets(unsaid)
    return [*parts, fold(say(voice, "unsaid"), listed)] if said else [listed]


def _done(one: dict[str, Any], voice: Voice) -> str:
    days = days_text(one["days_since"] or 0.0, voice)
    return say(voice, "done", sets=sets_text(one["sets"], voice), days=days)


def _box(place: int, one: dict[str, Any], voice: Voice) -> str:
    """Write the capacity of a lift, its clear triple, and the ramp up to it."""
    band = one["capacity"]
    low, middle, high = (load_text(band[f"{end}_kg"], voice) for end in ("low", "middle", "high"))
    lift, triple = lift_text(one["lift"], voice), one["clear_triple_kg"]
    parts = [
        tag("h3", escaped(capital(lift))),
        paragraph(middle, "big"),
        paragraph(say(voice, "between", low=low, high=high)),
    ]
    if triple:
        load = exact_load_text(triple, voice)
        parts.append(paragraph(say(voice, "triple", load=load)))
    else:
        parts.append(paragraph(say(voice, "no_triple")))
    if one["ramp"]:
        steps = [
            say(voice, "ramp_set", load=exact_load_text(kg, voice), reps=str(reps))
            for kg, reps in one["ramp"]
        ]
        loads = [*(kg for kg, _ in one["ramp"]), triple]
        parts.append(ramp_picture(f"ramp-{place}", lift, loads, steps, voice))
        parts.append(paragraph(say(voice, "ramp", sets=", ".join(steps))))
    return "".join([*parts, paragraph(_done(one, voice), "soft")])
