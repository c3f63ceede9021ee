"""
What to lift, bests that stand, and what to plan next, as sentences.

Reason to change: what is said of a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liftguard.judge.suggestion import Best, Bests, LastTime, Next, Suggestion
from liftguard.judge.verdict import Step
from liftguard.lifts import find_lift
from liftguard.model.last_time import alike_reps
from liftguard.records import PlannedSet
from liftguard.units import elapsed_days
from liftguard.words.language import capital
from liftguard.words.names import lift_text, lifted_text, loaded_text, reps_text, set_text
from liftguard.words.numbers import (
    chance_text,
    date_text,
    list_text,
    number_text,
    span_text,
)
from liftguard.words.say_steps import failing_text
from liftguard.words.voice import Voice

__all__ = ["bests_lines", "next_lines", "suggestion_lines"]

_FEW = 5  # new bests that are named


def suggestion_lines(told: Suggestion, voice: Voice) -> list[str]:
    """Say what to lift, why not more, how likely it fails, and what it rests on."""
    said, reason = _suggested(told, voice), voice.text("reasons", told.reason)
    if told.planned is None:
        lines = [capital(voice.text("suggestion_parts", "none", suggested=said, reason=reason))]
    else:
        lines = [capital(said) + "."]
        lines.append(voice.text("suggestion_parts", "not_more", reason=reason))
        if told.code == "begin" and told.reason == "too_little_known":
            lines.append(voice.text("suggestion_parts", "from_there"))
    lines += _nearest(told, voice)
    lines += [_walk_text("suggestion_parts", told, step, voice) for step in told.steps]
    return [*lines, *_outlook(told, voice), *_rests_on(told, voice)]


def _nearest(told: Suggestion, voice: Voice) -> Iterator[str]:
    """Say which lift may be meant by a name that neither a table nor the records know."""
    found = find_lift(told.lift)
    if told.last is None and found.key is None and found.near:
        lift = lift_text(found.near[0], voice)
        yield voice.text("suggestion_parts", "no_table", lift=lift)


def _walk_text(group: str, told: Suggestion, step: Step, voice: Voice) -> str:
    """Say how long to walk first, and the set after that; or fewer repetitions."""
    if step.code == "fewer_reps":
        return voice.text(group, "fewer", what=set_text(step.planned, voice))
    span = span_text(1440.0 * elapsed_days(told.at, step.at), voice)
    return voice.text(group, "walk", span=span, what=set_text(step.planned, voice))


def _suggested(told: Suggestion, voice: Voice) -> str:
    """Say the set, beside the last time or the set before."""
    planned = told.planned
    code = "last_set" if _is_today(told) else "last_time"
    last = voice.text("suggestion_parts", code, reps=reps_text(told.reps, voice))
    what = "" if planned is None else set_text(planned, voice)
    lift = lift_text(told.lift, voice)
    return voice.text("suggestions", told.code, what=what, last=last, lift=lift)


def _is_today(told: Suggestion) -> bool:
    """Tell whether it rests on a set of the same session."""
    return told.last is not None and told.last.at.date() == told.at.date()


def _outlook(told: Suggestion, voice: Voice) -> Iterator[str]:
    """Say the chance of a set that can be relied on."""
    if told.to_begin or told.p_beyond is None:
        return
    fails, chance = failing_text(told.reps, voice), chance_text(told.p_beyond, voice)
    yield voice.text("suggestion_parts", "fails", fails=fails, chance=chance)


def _rests_on(told: Suggestion, voice: Voice) -> Iterator[str]:
    """Say the last time, how the load has moved, and the best."""
    last, best = told.last, told.best
    if last is not None:
        parts = {"what": _what(last, voice), "date": date_text(last.at)}
        parts["those"] = _those(told.reps, last, voice)
        code = ("now" if _is_today(told) else "last") + ("_short" if last.short else "")
        yield voice.text("suggestion_parts", code, last.short, n=str(last.short), **parts)
        if last.moves and not _is_today(told):
            # where it stayed, the session that it stayed from counts as well
            code, n = ("rose", last.moves) if last.moves > 0 else ("stayed", 1 - last.moves)
            yield voice.text("suggestion_parts", code, n, n=number_text(n, voice))
    if best is not None:
        reps = reps_text(told.reps, voice)
        parts = {"what": _what(best, voice), "date": date_text(best.at)}
        yield voice.text("suggestion_parts", "best", reps=reps, **parts)


def _those(reps: int, last: LastTime, voice: Voice) -> str:
    """Say what a last time was: the last of such repetitions, or one of others."""
    code = "alike" if alike_reps(last.reps, reps) else "not_alike"
    return voice.text("suggestion_parts", code, reps=reps_text(reps, voice))


def _what(done: LastTime | Best, voice: Voice) -> str:
    """Say load and repetitions, and the help where there was some."""
    return lifted_text(done.load_kg, done.assist_kg, done.reps, voice)


def bests_lines(told: Bests, voice: Voice) -> list[str]:
    """Say the bests that stand, and the easiest new ones."""
    name = lift_text(told.lift, voice)
    if not told.unbeaten:
        return [voice.text("bests", "none", name=name)]
    some = [
        voice.text(
            "bests",
            "best",
            load=loaded_text(one.load_kg, one.assist_kg, voice),
            reps=str(one.reps),
            date=date_text(one.at),
        )
        for one in told.unbeaten
    ]
    lines = [voice.text("bests", "unbeaten", name=name, bests=list_text(some, voice))]
    if not told.within_reach:
        return [*lines, voice.text("bests", "out_of_reach")]
    new = [_new_text(step, voice) for step in _not_alike(told.within_reach)[:_FEW]]
    return [*lines, voice.text("bests", "within_reach", bests=list_text(new, voice))]


def _not_alike(steps: Iterable[Step]) -> list[Step]:
    """Leave out what has the load or the repetitions of an easier one."""
    kept: list[Step] = []
    for step in steps:
        new = step.planned
        loads = {(one.planned.load_kg, one.planned.assist_kg) for one in kept}
        reps = {one.planned.reps for one in kept}
        if (new.load_kg, new.assist_kg) not in loads and new.reps not in reps:
            kept.append(step)
    return kept


def _new_text(step: Step, voice: Voice) -> str:
    """Say a new best, and how likely it fails."""
    planned: PlannedSet = step.planned
    load = loaded_text(planned.load_kg, planned.assist_kg, voice)
    chance = chance_text(step.p_beyond, voice)
    return voice.text("bests", "new", load=load, reps=str(planned.reps), chance=chance)


def next_lines(told: Iterable[Next], voice: Voice) -> list[str]:
    """Say for each lift what to plan next, with what was done last time."""
    return [capital("; ".join(_next_parts(one, voice))) + "." for one in told]


def _next_parts(one: Next, voice: Voice) -> Iterator[str]:
    """Say the set, its chance or why there is none, the last time, and a plateau."""
    found = one.suggestion
    what = "" if found.planned is None else set_text(found.planned, voice)
    yield voice.text("next", one.code, what=what, lift=lift_text(found.lift, voice))
    if found.planned is None or found.to_begin:
        reason = voice.text("reasons", found.reason)
        yield voice.text("next_parts", "why", reason=reason)
    elif found.p_beyond is not None:
        yield voice.text("next_parts", "chance", chance=chance_text(found.p_beyond, voice))
    for step in found.steps:
        yield _walk_text("next_parts", found, step, voice)
    last = found.last
    if last is not None:
        load = loaded_text(last.load_kg, last.assist_kg, voice)
        date, reps = date_text(last.at), str(last.reps)
        yield voice.text("next_parts", "last", load=load, reps=reps, date=date)
    if one.plateau is not None:
        yield voice.text("next_parts", "plateau", n=number_text(one.plateau, voice))
