"""
A plan walked forward, as sentences.

Reason to change: what is said of a plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from liftguard.judge.plan import PlanCheck, SetCheck
from liftguard.judge.verdict import Level
from liftguard.words.language import capital, sentence
from liftguard.words.names import planned_text, set_text
from liftguard.words.numbers import chance_text, date_text, list_text, number_text
from liftguard.words.say_steps import breaks_text, changes_lines
from liftguard.words.say_verdict import rule_of
from liftguard.words.voice import Voice

__all__ = ["plan_lines", "presumed", "standing_text"]


def plan_lines(plan: PlanCheck, voice: Voice) -> list[str]:
    """Say how a plan stands, why where no chance shows it, what clears it, which breaks are due."""
    counts, *others = _lines_on_levels(plan, voice)
    flagged = others[:1] if plan.first_beyond is not None else []
    rest = others[len(flagged) :]
    return [counts, *flagged, *_rule_line(plan, voice), *rest, *_breaks_line(plan, voice)]


def presumed(sets: Sequence[SetCheck]) -> list[bool]:
    """Tell of each set whether one of its lift before it, in its session, may well fail."""
    flagged: set[tuple[int, str]] = set()
    told = []
    for one in sets:
        lift = (one.session, one.planned.lift)
        told.append(lift in flagged)
        if one.level >= Level.CAUTION and one.pain is None:
            flagged.add(lift)
    return told


def standing_text(one: SetCheck, voice: Voice, *, presumes: bool) -> str | None:
    """Say how likely a set fails and what that presumes, or the pain; None where neither."""
    if one.level >= Level.CAUTION and one.pain is not None:
        return voice.text("plans", "by_pain")
    if one.p_beyond is None or one.level == Level.UNKNOWN:
        return None
    chance = chance_text(one.p_beyond, voice)
    return voice.text("plans", "if_before", chance=chance) if presumes else chance


def _rule_line(plan: PlanCheck, voice: Voice) -> Iterator[str]:
    """Say the rule that alone flags the first flagged set."""
    code = None if plan.verdict is None else rule_of(plan.verdict)
    if plan.verdict is not None and code is not None:
        what = planned_text(plan.verdict.planned, voice)
        yield sentence(voice.text("sentences", code, what=what))


def _breaks_line(plan: PlanCheck, voice: Voice) -> Iterator[str]:
    """Say before which set a break is due first, and which."""
    if plan.first_break is not None:
        first = plan.sets[plan.first_break]
        steps = breaks_text(plan.breaks, voice, first.at, surely=first.level != Level.UNKNOWN)
        place, date = str(first.place + 1), date_text(first.at)
        yield voice.text("details", "breaks_at", place=place, date=date, steps=steps)


def _lines_on_levels(plan: PlanCheck, voice: Voice) -> list[str]:
    """Say how many sets stand how, the first one that is flagged, and what clears it."""
    if not plan.sets:
        return [voice.text("plans", "empty")]
    levels = Counter(one.level for one in plan.sets)
    n, total = len(plan.sets), number_text(len(plan.sets), voice)
    lines = [voice.text("plans", "sets", n, n=total, levels=_levels_text(levels, voice))]
    if plan.first_beyond is not None:
        first = plan.sets[plan.first_beyond]
        hurts = plan.verdict is not None and plan.verdict.pain is not None
        changes = changes_lines(plan.steps, voice, first.planned, first.at, hurts=hurts)
        return [*lines, _flagged_line(first, voice, hurts=hurts), *changes]
    unknown = levels[Level.UNKNOWN]
    if unknown:
        lines.append(voice.text("plans", "unknown", unknown, n=number_text(unknown, voice)))
    return lines


def _levels_text(levels: Counter[Level], voice: Voice) -> str:
    """Say how many sets have each level, the worst first."""
    counts = [
        voice.text(
            "plans",
            "level",
            n=number_text(levels[level], voice),
            level=voice.text("levels", level.name),
        )
        for level in sorted(levels, reverse=True)
    ]
    return list_text(counts, voice)


def _flagged_line(one: SetCheck, voice: Voice, *, hurts: bool) -> str:
    """Say which set is the first that is flagged; beside a pain no chance is said."""
    parts = {
        "date": date_text(one.at),
        "place": str(one.place + 1),
        "what": set_text(one.planned, voice),
        "level": voice.text("levels", one.level.name),
    }
    if one.p_beyond is None or hurts:
        return capital(voice.text("plans", "first_by_rule", **parts))
    chance = chance_text(one.p_beyond, voice)
    return capital(voice.text("plans", "first", chance=chance, **parts))
