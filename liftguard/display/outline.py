"""
What is shown of a value, whatever it is shown on: a title, sentences, a bar, tables.

Cards and texts are made from the same outline, so both tell the same.

Reason to change: what is shown of a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from liftguard.errors import InvalidValue
from liftguard.judge.loads import net_kg
from liftguard.judge.plan import PlanCheck
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.suggestion import Bests, Next, Suggestion
from liftguard.judge.verdict import Advice, Level, Verdict
from liftguard.lifts import lift_of
from liftguard.model.forecast import Band
from liftguard.records import Log, Movement, PlannedSet
from liftguard.review.finding import Finding
from liftguard.review.patterns import Patterns
from liftguard.review.track import Judged, Track
from liftguard.words.language import capital
from liftguard.words.names import (
    lift_text,
    lifted_text,
    net_text,
    pain_text,
    planned_text,
    set_text,
)
from liftguard.words.numbers import (
    chance_text,
    date_text,
    exact_load_text,
    load_text,
    number_text,
    share_text,
)
from liftguard.words.say_causes import evidence_lines
from liftguard.words.say_finding import finding_sentence, patterns_lines, reason_lines
from liftguard.words.say_lately import lately_lines
from liftguard.words.say_log import log_lines, more_line, track_lines
from liftguard.words.say_next_time import next_time_lines
from liftguard.words.say_plan import plan_lines, presumed, standing_text
from liftguard.words.say_steps import change_text
from liftguard.words.say_suggestion import bests_lines, next_lines, suggestion_lines
from liftguard.words.say_verdict import verdict_lines, verdict_sentence
from liftguard.words.voice import Voice

__all__ = ["Bar", "Outline", "Table", "outline_of"]

_LIFTS_LISTED = 6  # of a track that are listed
_SETS_LISTED = 12  # of a plan that are listed
_NO_CHANCE = "–"


class Bar(NamedTuple):
    """A load beside a band of capacity and the most that is clear, in kg, and words for it."""

    low: float
    middle: float
    high: float
    at: float
    clear: float | None
    says: str


class Table(NamedTuple):
    """Rows below headers; the first cell of a row names it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Outline(NamedTuple):
    """What is shown of a value, the most important first."""

    title: str
    lead: str
    level: Level | None = None
    badge: str = ""
    bar: Bar | None = None
    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    more: tuple[str, ...] = ()  # the evidence, for who wants to know


def outline_of(value: object, voice: Voice) -> Outline:
    """Say what is shown of a value; a type without an outline is refused."""
    for kind, make in _OUTLINES.items():
        if isinstance(value, kind):
            return make(value, voice)
    raise InvalidValue(
        where="display",
        got=type(value).__name__,
        wanted="one of " + ", ".join(kind.__name__ for kind in _OUTLINES),
    )


def _headings(voice: Voice, *codes: str) -> tuple[str, ...]:
    return tuple(voice.text("headings", code) for code in codes)


def _of_verdict(verdict: Verdict, voice: Voice) -> Outline:
    shares = tuple(
        (capital(voice.text("causes", cause.code)), share_text(cause.share, voice))
        for cause in verdict.causes
        if cause.share is not None and cause.named
    )
    lines = verdict_lines(verdict, voice)
    evidence = {
        line for cause in verdict.causes for line in evidence_lines(cause, voice, verdict.at)
    }
    return Outline(
        title=capital(planned_text(verdict.planned, voice)),
        lead=verdict_sentence(verdict, voice),
        level=verdict.level,
        badge=voice.text("levels", verdict.level.name),
        bar=_bar_of_verdict(verdict, voice),
        tables=(Table(_headings(voice, "cause", "share"), shares),) if shares else (),
        lines=tuple(line for line in lines if line not in evidence),
        more=tuple(line for line in lines if line in evidence),
    )


def _bar_of_verdict(verdict: Verdict, voice: Voice) -> Bar | None:
    """Hold what the set asks for against the band, where both are relied on."""
    band, planned = verdict.band, verdict.planned
    if band is None or isinstance(planned, Movement) or not verdict.is_relied_on:
        return None
    if verdict.pain is not None:  # what would be possible without it is beside the point
        return None
    asked = net_kg(planned)
    clear = _clear_up_to(verdict, asked)
    code = "bar" if clear is None else "bar_clear"
    says = _bar_says(code, band, (asked, clear), voice)
    return Bar(band.low_kg, band.middle_kg, band.high_kg, asked, clear, capital(says))


def _clear_up_to(verdict: Verdict, asked_kg: float) -> float | None:
    """Give where the verdict changes: above what is asked where that is clear, else below it."""
    most = verdict.max_load_kg
    if most is None or "long_break" in verdict.caveats:  # then less is to begin with
        return None
    if verdict.level == Level.CLEAR:
        return max(most, asked_kg)  # which may lie between two loads that can be put on
    return most if most < asked_kg else None  # else another rule than its load flags it


def _of_suggestion(told: Suggestion, voice: Voice) -> Outline:
    lead, *lines = suggestion_lines(told, voice)
    what = lift_text(told.lift, voice) if told.planned is None else set_text(told.planned, voice)
    return Outline(
        title=capital(what),
        lead=lead,
        level=told.level,
        badge=voice.text("levels", told.level.name),
        bar=_bar_of_suggestion(told, voice),
        lines=tuple(lines),
    )


def _bar_of_suggestion(told: Suggestion, voice: Voice) -> Bar | None:
    """Hold the load against what goes up today, where that is relied on."""
    if told.band is None or told.to_begin or told.load_kg is None:
        return None
    band, asked = told.band, told.load_kg - told.assist_kg
    says = _bar_says("bar", band, (asked, None), voice)
    return Bar(band.low_kg, band.middle_kg, band.high_kg, asked, None, capital(says))


def _bar_says(code: str, band: Band, loads: tuple[float, float | None], voice: Voice) -> str:
    """Say what a bar shows: the band, what is asked, what is clear; help as help."""
    helped = min(band.low_kg, loads[0]) < 0.0
    ends = (band.low_kg, band.high_kg)
    low, high = (net_text(kg, voice) if helped else load_text(kg, voice) for kg in ends)
    planned, clear = ("" if kg is None else _on_bar(kg, voice, helped=helped) for kg in loads)
    return voice.text("headings", code, low=low, high=high, planned=planned, clear=clear)


def _on_bar(kg: float, voice: Voice, *, helped: bool) -> str:
    return net_text(kg, voice, exact_load_text) if helped else exact_load_text(kg, voice)


def _of_next(told: Next, voice: Voice) -> Outline:
    """Show what to plan: its sentence before those of the suggestion."""
    (lead,) = next_lines([told], voice)
    inner = _of_suggestion(told.suggestion, voice)
    return inner._replace(lead=lead, lines=(inner.lead, *inner.lines))


def _of_bests(told: Bests, voice: Voice) -> Outline:
    lead, *lines = bests_lines(told, voice)
    old = tuple(
        (lifted_text(one.load_kg, one.assist_kg, one.reps, voice), date_text(one.at))
        for one in told.unbeaten
    )
    new = tuple(
        (
            set_text(step.planned, voice),
            voice.text("levels", step.level.name),
            chance_text(step.p_beyond, voice),
        )
        for step in told.within_reach
    )
    tables = (
        Table(_headings(voice, "best", "when"), old),
        Table(_headings(voice, "new_best", "level", "chance"), new),
    )
    title = voice.text("headings", "bests", lift=lift_text(told.lift, voice))
    some = tuple(one for one in tables if one.rows)
    if not old:
        return Outline(title=title, lead=lead)
    return Outline(title=title, lead="", tables=some, lines=() if new else tuple(lines))


def _of_finding(finding: Finding, voice: Voice) -> Outline:
    return Outline(
        title=capital(pain_text(finding.pain, voice)),
        lead=finding_sentence(finding, voice),
        lines=(
            *reason_lines(finding, voice),
            *lately_lines(finding, voice),
            *next_time_lines(finding, voice),
        ),
    )


def _of_advice(advice: Advice, voice: Voice) -> Outline:
    begins = any(step.code == "begin" for step in advice)
    title = voice.text("headings", "to_begin" if begins else "advice")
    if not advice:
        return Outline(title=title, lead=voice.text("headings", "no_advice"))
    rows = tuple(
        (
            capital(change_text(step, voice)),
            voice.text("levels", step.level.name),
            _chance(step.level, step.p_beyond, voice),
        )
        for step in advice
    )
    table = Table(_headings(voice, "change", "level", "chance"), rows)
    return Outline(title=title, lead="", tables=(table,))


def _of_patterns(patterns: Patterns, voice: Voice) -> Outline:
    lines = tuple(patterns_lines(patterns, voice))
    return Outline(title=voice.text("headings", "patterns"), lead="", lines=lines)


def _chance(level: Level, p: float | None, voice: Voice) -> str:
    """Say a chance, where it is relied on."""
    return _NO_CHANCE if p is None or level == Level.UNKNOWN else chance_text(p, voice)


def _of_plan(plan: PlanCheck, voice: Voice) -> Outline:
    worst = plan.worst
    rows = tuple(
        (
            f"{date_text(one.at)} {one.at:%H:%M}",
            set_text(one.planned, voice),
            voice.text("levels", one.level.name),
            standing_text(one, voice, presumes=presumes) or _NO_CHANCE,
        )
        for one, presumes in zip(plan.sets, presumed(plan.sets), strict=True)
    )
    lead, *lines = plan_lines(plan, voice)
    table = Table(_headings(voice, "when", "set", "level", "chance"), rows[:_SETS_LISTED])
    return Outline(
        title=voice.text("headings", "plan"),
        lead=lead,
        level=worst,
        badge="" if worst is None else voice.text("levels", worst.name),
        tables=(table,) if rows else (),
        lines=(*lines, *more_line(len(rows), _SETS_LISTED, voice)),
    )


def _of_log(log: Log, voice: Voice) -> Outline:
    account, *lines = log_lines(log, voice)
    title = f"{voice.text('headings', 'log')}: {log.app}"
    return Outline(title=title, lead=account, lines=tuple(lines))


def _of_track(track: Track, voice: Voice) -> Outline:
    asked = [track.judged(one) for one in track]
    lead, *lines = track_lines(asked, voice)
    title = voice.text("headings", "track")
    if not len(track):
        return Outline(title=title, lead=lead)
    done = Counter(one.logged.lift for one in track)
    main = {lift: n for lift, n in done.items() if lift_of(lift).strength_ratio is not None}
    listed = Counter(main or done).most_common(_LIFTS_LISTED)
    rows = tuple(_track_row(track, asked, lift, voice) for lift, _ in listed)
    heads = _headings(voice, "lift", "sets", "missed", "flagged", "right", "unsaid", "capacity")
    counted = voice.text("headings", "counted")
    lines = [*more_line(len(done), len(listed), voice), counted, *lines]
    return Outline(title=title, lead=lead, tables=(Table(heads, rows),), lines=tuple(lines))


def _track_row(track: Track, asked: Sequence[Judged], lift: str, voice: Voice) -> tuple[str, ...]:
    """Say of one lift how often it was done, missed and flagged, and what it can do."""
    ours = [one for one in asked if one.planned.lift == lift]
    band = _capacity_next_day(track, lift)
    said = voice.text("headings", "open")
    if band is not None:
        low, middle, high = (
            load_text(kg, voice) for kg in (band.low_kg, band.middle_kg, band.high_kg)
        )
        said = voice.text("headings", "band", low=low, middle=middle, high=high)
    counts = (
        len(ours),
        sum(one.seen.logged.missed for one in ours),
        sum(one.flagged for one in ours),
        sum(one.flagged and one.went_up is False for one in ours),
        sum(one.level == Level.UNKNOWN for one in ours),
    )
    return (capital(lift_text(lift, voice)), *(number_text(n, voice) for n in counts), said)


def _capacity_next_day(track: Track, lift: str) -> Band | None:
    """Give the capacity for a single the day after the last entry, where it can be relied on."""
    if track.state.at is None:
        return None
    single = PlannedSet(lift=lift, load_kg=1.0, reps=1)
    asked = Question(track.state, single, track.state.at + timedelta(days=1))
    found = assess(asked, Rules(track.policy, track.params))
    wide = track.policy.too_wide(found.forecast.capacity_sd)
    return None if wide else found.forecast.capacity


_OUTLINES: dict[type, Callable[[Any, Voice], Outline]] = {
    Verdict: _of_verdict,
    Finding: _of_finding,
    Advice: _of_advice,
    Suggestion: _of_suggestion,
    Next: _of_next,
    Bests: _of_bests,
    PlanCheck: _of_plan,
    Patterns: _of_patterns,
    Log: _of_log,
    Track: _of_track,
}
