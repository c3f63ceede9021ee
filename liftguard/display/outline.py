"""
What is shown of a value, whatever it is shown on: a title, sentences, a bar, tables.

Cards and texts are made from the same face, so both tell the same.

Reason to change: what is shown of a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from liftguard.errors import InvalidValue
from liftguard.judge.plan import PlanCheck
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.verdict import Advice, Level, Verdict, level_of
from liftguard.lifts import lift_of
from liftguard.model.forecast import Band
from liftguard.records import Log, Movement, PlannedSet
from liftguard.review.inquiry import Finding
from liftguard.review.patterns import Patterns
from liftguard.review.track import Track
from liftguard.words import (
    say_chance,
    say_details,
    say_evidence,
    say_finding,
    say_lift,
    say_load,
    say_log,
    say_number,
    say_pain,
    say_patterns,
    say_plan,
    say_reasons,
    say_set,
    say_track,
    say_verdict,
)
from liftguard.words.language import capital, word
from liftguard.words.numbers import say_date, say_share
from liftguard.words.say_steps import say_change
from liftguard.words.things import say_movement

__all__ = ["Bar", "Face", "Table", "face_of"]

_LIFTS = 6  # of a track that are listed
_SETS = 12  # of a plan that are listed
_DASH = "–"


class Bar(NamedTuple):
    """A load beside a band of capacity, all in the same unit, and the words for it."""

    low: float
    middle: float
    high: float
    at: float
    says: str


class Table(NamedTuple):
    """Rows below headers; the first cell of a row names it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Face(NamedTuple):
    """What is shown of a value, the most important first."""

    title: str
    lead: str
    level: Level | None = None
    badge: str = ""
    bar: Bar | None = None
    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    more: tuple[str, ...] = ()  # the evidence, for who wants to know


def face_of(value: object, unit: str = "kg", language: str = "en") -> Face:
    """Say what is shown of a value; a type without a face is refused."""
    for kind, make in _FACES.items():
        if isinstance(value, kind):
            return make(value, unit, language)
    raise InvalidValue(
        where="display",
        got=type(value).__name__,
        wanted="one of " + ", ".join(kind.__name__ for kind in _FACES),
    )


def _heads(language: str, *codes: str) -> tuple[str, ...]:
    return tuple(word(language, "headings", code) for code in codes)


def _verdict(verdict: Verdict, unit: str, language: str) -> Face:
    planned = verdict.planned
    what = (
        say_movement(planned, language=language)
        if isinstance(planned, Movement)
        else say_set(planned, unit, language=language)
    )
    shares = tuple(
        (
            capital(word(language, "causes", cause.code)),
            say_share(cause.share, language=language),
        )
        for cause in verdict.causes
        if cause.share is not None and cause.named
    )
    details = say_details(verdict, unit, language=language)
    evidence = {
        line
        for cause in verdict.causes
        for line in say_evidence(cause, unit, at=verdict.at, language=language)
    }
    return Face(
        title=capital(what),
        lead=say_verdict(verdict, unit, language=language),
        level=verdict.level,
        badge=word(language, "levels", verdict.level.name),
        bar=_bar(verdict, unit, language),
        tables=(Table(_heads(language, "cause", "share"), shares),) if shares else (),
        lines=tuple(line for line in details if line not in evidence),
        more=tuple(line for line in details if line in evidence),
    )


def _bar(verdict: Verdict, unit: str, language: str) -> Bar | None:
    """Hold what the set asks for against the band, where both are relied on."""
    band = verdict.capacity
    asked = next(
        (
            one.value
            for cause in verdict.causes
            for one in cause.evidence
            if one.code == "demand" and one.unit == "kg"
        ),
        None,
    )
    if band is None or asked is None or verdict.level == Level.UNKNOWN:
        return None
    low, high, planned = (
        say_load(kg, unit, language=language) for kg in (band.low_kg, band.high_kg, asked)
    )
    says = word(language, "headings", "bar", low=low, high=high, planned=planned)
    return Bar(band.low_kg, band.middle_kg, band.high_kg, asked, capital(says))


def _finding(finding: Finding, unit: str, language: str) -> Face:  # noqa: ARG001 - no load is said
    reasons = say_reasons(finding, language=language)
    return Face(
        title=capital(say_pain(finding.pain, language=language)),
        lead=say_finding(finding, language=language),
        lines=tuple(reasons),
    )


def _advice(advice: Advice, unit: str, language: str) -> Face:
    if not advice:
        return Face(_heads(language, "advice")[0], word(language, "headings", "no_advice"))
    rows = tuple(
        (
            capital(say_change(step, unit, language=language)),
            word(language, "levels", step.level.name),
            say_chance(step.p_beyond, language=language),
        )
        for step in advice
    )
    table = Table(_heads(language, "change", "level", "chance"), rows)
    return Face(_heads(language, "advice")[0], "", tables=(table,))


def _patterns(patterns: Patterns, unit: str, language: str) -> Face:  # noqa: ARG001 - no load
    lines = tuple(say_patterns(patterns, language=language))
    return Face(title=_heads(language, "patterns")[0], lead="", lines=lines)


def _plan(plan: PlanCheck, unit: str, language: str) -> Face:
    worst = plan.worst
    rows = tuple(
        (
            f"{say_date(one.at)} {one.at:%H:%M}",
            say_set(one.planned, unit, language=language),
            word(language, "levels", one.level.name),
            _DASH if one.p_beyond is None else say_chance(one.p_beyond, language=language),
        )
        for one in plan.sets
    )
    lead, *lines = say_plan(plan, unit, language=language)
    more = _more(len(rows), _SETS, language)
    table = Table(_heads(language, "when", "set", "level", "chance"), rows[:_SETS])
    return Face(
        title=_heads(language, "plan")[0],
        lead=lead,
        level=worst,
        badge="" if worst is None else word(language, "levels", worst.name),
        tables=(table,) if rows else (),
        lines=(*lines, *more),
    )


def _more(count: int, shown: int, language: str) -> Iterator[str]:
    if count > shown:
        yield word(language, "logs", "more", n=say_number(count - shown, language=language))


def _log(log: Log, unit: str, language: str) -> Face:  # noqa: ARG001 - a log says its own
    account, *lines = say_log(log, language=language)
    title = f"{_heads(language, 'log')[0]}: {log.app}"
    return Face(title=title, lead=account, lines=tuple(lines))


def _track(track: Track, unit: str, language: str) -> Face:
    lead, *lines = say_track(track, language=language)
    title = _heads(language, "track")[0]
    if not len(track):
        return Face(title=title, lead=lead)
    done = Counter(one.logged.lift for one in track)
    main = {lift: n for lift, n in done.items() if lift_of(lift).strength_ratio is not None}
    listed = Counter(main or done).most_common(_LIFTS)
    rows = tuple(_track_row(track, lift, unit, language) for lift, _ in listed)
    heads = _heads(language, "lift", "sets", "missed", "flagged", "unsaid", "capacity")
    lines += [word(language, "headings", "counted"), *_more(len(done), len(listed), language)]
    return Face(title=title, lead=lead, tables=(Table(heads, rows),), lines=tuple(lines))


def _track_row(track: Track, lift: str, unit: str, language: str) -> tuple[str, ...]:
    """Say of one lift how often it was done, missed and flagged, and what it can do."""
    ours: Sequence[Any] = [one for one in track if one.logged.lift == lift]
    levels = [level_of(track.forecast(one), track.policy) for one in ours]
    band = _capacity_next_day(track, lift)
    said = word(language, "headings", "open")
    if band is not None:
        low, middle, high = (
            say_load(kg, unit, language=language)
            for kg in (band.low_kg, band.middle_kg, band.high_kg)
        )
        said = word(language, "headings", "band", low=low, middle=middle, high=high)
    counts = (
        len(ours),
        sum(one.logged.missed for one in ours),
        sum(level >= Level.CAUTION for level in levels),
        levels.count(Level.UNKNOWN),
    )
    name = capital(say_lift(lift, language=language))
    return (name, *(say_number(n, language=language) for n in counts), said)


def _capacity_next_day(track: Track, lift: str) -> Band | None:
    """Give the capacity for a single the day after the last entry, where it can be relied on."""
    if track.state.at is None:
        return None
    single = PlannedSet(lift=lift, load_kg=1.0, reps=1)
    asked = Question(track.state, single, track.state.at + timedelta(days=1))
    found = assess(asked, Rules(track.policy, track.params))
    return None if found.level == Level.UNKNOWN else found.forecast.capacity


_FACES: dict[type, Callable[[Any, str, str], Face]] = {
    Verdict: _verdict,
    Finding: _finding,
    Advice: _advice,
    PlanCheck: _plan,
    Patterns: _patterns,
    Log: _log,
    Track: _track,
}
