"""
A plan walked forward, as sentences.

Reason to change: what is said of a plan.
"""

from __future__ import annotations

from collections import Counter

from liftguard.judge.plan import PlanCheck
from liftguard.judge.verdict import Level
from liftguard.words.language import after_colon, capital, word
from liftguard.words.numbers import say_chance, say_date, say_list, say_number
from liftguard.words.say_steps import say_change
from liftguard.words.things import say_set

__all__ = ["say_plan"]


def say_plan(plan: PlanCheck, unit: str = "kg", *, language: str = "en") -> list[str]:
    """
    Say how a plan stands, a line for each matter.

    Parameters
    ----------
    plan : PlanCheck
        The plan, checked.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        How many sets stand how, the first one that is flagged, and what clears it.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> session = lg.PlannedSession(at=datetime(2026, 1, 5), sets=[pull, pull])
    >>> for line in say_plan(guard.check_plan(guard.start(), [session])):
    ...     print(line)
    2 sets planned: 2 UNKNOWN.
    No set is flagged, but of 2 the records cannot say whether they are too much.
    """
    if not plan.sets:
        return [word(language, "plans", "empty")]
    levels = Counter(one.level for one in plan.sets)
    counts = say_list(
        [
            word(
                language,
                "plans",
                "level",
                n=say_number(levels[level], language=language),
                level=word(language, "levels", level.name),
            )
            for level in sorted(levels, reverse=True)
        ],
        language=language,
    )
    n, total = len(plan.sets), say_number(len(plan.sets), language=language)
    lines = [word(language, "plans", "sets", n, n=total, levels=counts)]
    if plan.first_beyond is not None:
        return [*lines, *_say_first(plan, plan.first_beyond, unit, language)]
    open_ones = levels[Level.UNKNOWN]
    if open_ones:
        count = say_number(open_ones, language=language)
        return [*lines, word(language, "plans", "unknown", open_ones, n=count)]
    return lines


def _say_first(plan: PlanCheck, first: int, unit: str, language: str) -> list[str]:
    """Say which set is the first that is flagged, and what clears it."""
    one = plan.sets[first]
    parts = {
        "date": say_date(one.at),
        "place": str(one.place + 1),
        "what": say_set(one.planned, unit, language=language),
        "level": word(language, "levels", one.level.name),
    }
    if one.p_beyond is None:
        said = word(language, "plans", "first_by_rule", **parts)
    else:
        chance = say_chance(one.p_beyond, language=language)
        said = word(language, "plans", "first", chance=chance, **parts)
    changes = [
        word(
            language,
            "details",
            "then",
            step=say_change(step, unit, at=one.at, language=language),
            chance=say_chance(step.p_beyond, language=language),
        )
        for step in plan.steps
    ]
    if not changes:
        return [capital(said), word(language, "details", "no_steps")]
    told = after_colon(say_list(changes, "else", language=language), language=language)
    return [capital(said), word(language, "details", "steps", steps=told)]
