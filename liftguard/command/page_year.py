"""
The parts of a report"s page on the last year: capacity, warnings and their causes.

Reason to change: what is said there of past sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import attrs

import liftguard as lg
from liftguard.command.page_pictures import causes_picture, track_picture
from liftguard.command.report_lines import because
from liftguard.command.reported import (
    YEAR,
    Reported,
    days_drawn,
    main_lifts,
    say,
    some_lines,
)
from liftguard.display.cards import BADGES
from liftguard.display.drawn import weeks_of
from liftguard.display.markup import tag
from liftguard.display.page import bullets, figure, fold, legend, paragraph, table
from liftguard.display.svg_pictures import MARKS, sample
from liftguard.judge.causes import CAUSES
from liftguard.words.language import capital
from liftguard.words.names import set_text
from liftguard.words.numbers import date_text, number_text, share_text
from liftguard.words.say_log import warning_text
from liftguard.words.voice import Voice

__all__ = ["causes_part", "time_part"]

_DRAWN = 6  # lifts, the commonest
_SIGNS = {level.name: sign for level, (_, sign) in BADGES.items()}


def time_part(told: Reported, voice: Voice) -> list[str]:
    """Draw the commonest lifts over the last year, and tell of the warnings."""
    days = days_drawn(told)
    since = told.log.history[-1].at - YEAR
    sets = [one for one in told.track if one.logged.at >= since]
    main = main_lifts(told.log.history)
    done = Counter(one.logged.lift for one in sets if one.logged.lift in main).most_common()
    pictures = []
    for n, (lift, _) in enumerate(done[:_DRAWN]):
        ours = [one for one in sets if one.logged.lift == lift]
        flags = [one for one in told.judged if one.planned.lift == lift and one.flagged]
        title, drawn = track_picture(
            f"lift-{n}", told.track, ours, flags, days, told.voice_of(lift, voice)
        )
        pictures.append(figure(drawn, title))
    more = len(done) - _DRAWN
    n_more = [say(voice, "not_drawn", more, n=number_text(more, voice))] if more > 0 else []
    codes = ("capacity", *MARKS)
    said = [
        voice.text("levels", code) if voice.has_text("levels", code) else say(voice, code)
        for code in codes
    ]
    return [
        paragraph(say(voice, "time_lead"), "soft"),
        legend(zip(map(sample, codes), said, strict=True)),
        tag("div", *pictures, class_="figures"),
        *map(paragraph, n_more),
        *_what_came(told, voice),
    ]


def _what_came(told: Reported, voice: Voice) -> Iterator[str]:
    """Count what would have been said, and list the warnings."""
    found = told.found
    n, missed = (number_text(found[code], voice) for code in ("judged", "missed"))
    yield paragraph(say(voice, "judged", found["judged"], n=n, missed=missed))
    heads = [say(voice, "level"), voice.text("headings", "sets"), say(voice, "not_all_up")]
    rows = [
        (
            f"{_SIGNS[code]} {voice.text('levels', code)}",
            number_text(counts["sets"], voice),
            number_text(counts["not_all_up"], voice),
        )
        for code, counts in found["levels"].items()
    ]
    yield table(heads[0], heads, rows)
    flagged = [one for one in told.judged if one.flagged]
    if not flagged:
        yield paragraph(say(voice, "none_flagged"))
        return
    pairs = sorted(
        zip(flagged, found["flagged"], strict=True),
        key=lambda pair: (pair[0].by_pain, -(pair[0].forecast.p_beyond or 0.0)),
    )
    lines = [
        _warning(one, flag["causes"], attrs.evolve(voice, unit=flag["unit"])) for one, flag in pairs
    ]
    title = say(voice, "warnings", len(lines), n=number_text(len(lines), voice))
    yield fold(title, bullets(some_lines(lines, voice)))


def _warning(one: lg.Judged, causes: dict[str, float | None], voice: Voice) -> str:
    at, what = date_text(one.seen.logged.at), set_text(one.planned, voice)
    line = voice.text("warnings", "listed", date=at, what=what, said=warning_text(one, voice))
    return line + because(causes, voice)


def causes_part(told: Reported, voice: Voice) -> list[str]:
    """Draw whose the excess of the flagged sets was, with a table."""
    weeks = weeks_of(told.judged, told.track.policy)
    if not weeks:
        return [paragraph(say(voice, "no_causes"))]
    names = {code: capital(voice.text("causes", code)) for code in CAUSES}
    heads = [say(voice, "week"), *names.values()]
    rows = [
        (date_text(datetime.combine(monday, datetime.min.time())), *_percents(shares, voice))
        for monday, shares in weeks.items()
    ]
    title, drawn = causes_picture(weeks, days_drawn(told), voice)
    return [
        paragraph(say(voice, "causes_lead"), "soft"),
        legend((sample(code), name) for code, name in names.items()),
        tag("div", figure(drawn), class_="figures"),
        fold(say(voice, "details", what=title), table(title, heads, rows)),
    ]


def _percents(shares: dict[str, float], voice: Voice) -> list[str]:
    return [share_text(shares[code], voice) if shares[code] else "0 %" for code in CAUSES]
