"""
The part of a report"s page on what can be lifted the day after the last entry.

Reason to change: what is said there of a lift.
"""

from __future__ import annotations

from typing import Any

from liftguard.command.page_pictures import ramp_picture
from liftguard.command.report_lines import named_alone, not_said
from liftguard.command.reported import Reported, lifts_by_use, say, sets_text
from liftguard.display.markup import escaped, tag
from liftguard.display.page import boxes, bullets, fold, paragraph
from liftguard.lifts import lift_of
from liftguard.words.language import capital
from liftguard.words.names import lift_load_text, lift_text, reps_text
from liftguard.words.numbers import days_text, load_text
from liftguard.words.voice import Voice

__all__ = ["ceilings_part"]


def ceilings_part(told: Reported, voice: Voice) -> list[str]:
    """Write a box for each lift that is really done, and name the others, as the text does."""
    policy = told.track.policy
    lately, long_ago, seldom = lifts_by_use(told.found["lifts"], policy)
    said = [
        _box(n, one, told.voice_of(one["lift"], voice))
        for n, one in enumerate(lately)
        if one["capacity"] is not None
    ]
    lead = say(voice, "ceilings_lead", when=told.then.text(voice))
    parts = [paragraph(lead, "soft"), boxes(said)] if said else []
    others = [not_said(one, voice) for one in lately if one["capacity"] is None]
    others += named_alone(long_ago, seldom, policy, voice)
    if not others:
        return parts
    return [*parts, fold(say(voice, "unsaid"), bullets(others))] if said else [bullets(others)]


def _done(one: dict[str, Any], voice: Voice) -> str:
    days = days_text(one["days_since"] or 0.0, voice)
    return say(voice, "done", sets=sets_text(one["sets"], voice), days=days)


def _box(place: int, one: dict[str, Any], voice: Voice) -> str:
    """Write the capacity of a lift, a set of it that is clear, and the ramp up to that."""
    band = one["capacity"]
    low, middle, high = (load_text(band[f"{end}_kg"], voice) for end in ("low", "middle", "high"))
    lift, clear_kg = lift_text(one["lift"], voice), one["clear_kg"]
    reps = reps_text(one["clear_reps"], voice)
    parts = [
        tag("h3", escaped(capital(lift))),
        paragraph(middle, "big"),
        paragraph(say(voice, "between", low=low, high=high)),
    ]
    if clear_kg or (clear_kg is not None and lift_of(one["lift"]).bodyweight_share > 0.0):
        load = lift_load_text(one["lift"], clear_kg, voice)
        parts.append(paragraph(say(voice, "clear", reps=reps, load=load)))
    else:
        parts.append(paragraph(say(voice, "no_clear", reps=reps)))
    if one["ramp"]:
        steps = [
            say(voice, "ramp_set", load=lift_load_text(one["lift"], kg, voice), reps=str(reps))
            for kg, reps in one["ramp"]
        ]
        loads = [*(kg for kg, _ in one["ramp"]), clear_kg]
        if min(loads) >= 0.0 < max(loads):  # help is no height
            parts.append(ramp_picture(f"ramp-{place}", lift, loads, steps, voice))
        parts.append(paragraph(say(voice, "ramp", sets=", ".join(steps))))
    return "".join([*parts, paragraph(_done(one, voice), "soft")])
