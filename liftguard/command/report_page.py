"""
The page of a report: what `report` found, in sections, with pictures.

Every number on it is one that `report --json` gives, or that the track of the log holds.

Reason to change: which parts the page has, or in which order.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from liftguard.command.log_units import MIXED
from liftguard.command.options import day_after
from liftguard.command.page_ceilings import ceilings_part
from liftguard.command.page_outcomes import outcomes_part
from liftguard.command.page_pictures import fatigue_picture
from liftguard.command.page_year import causes_part, time_part
from liftguard.command.report_lines import unknown_lead, unknown_line
from liftguard.command.reported import Reported, say, sets_text, some_lines
from liftguard.display.drawn import RESTS, lost_by_region
from liftguard.display.markup import escaped, tag
from liftguard.display.page import (
    boxes,
    bullets,
    document,
    figure,
    fold,
    legend,
    paragraph,
    section,
    table,
)
from liftguard.display.svg_pictures import sample
from liftguard.words.language import capital
from liftguard.words.names import muscle_name
from liftguard.words.numbers import date_text, number_text, span_text
from liftguard.words.say_doubt import doubt_sentences
from liftguard.words.say_log import log_lines, notice_line
from liftguard.words.say_phrase import phrase_text
from liftguard.words.voice import Voice

__all__ = ["report_page"]

_OF_THE_FILE = 4  # sentences: rows, app, unit and span


def report_page(told: Reported, voice: Voice) -> str:
    """Write the whole page; a log without sets has what was read alone."""
    history = told.log.history
    parts = {"read": _read(told, voice)}
    if len(history.sets):
        parts["ceilings"] = ceilings_part(told, voice)
        parts["time"] = time_part(told, voice)
        parts["causes"] = causes_part(told, voice)
        parts["fatigue"] = _fatigue(told, voice)
        parts["doubts"] = _doubts(told, voice)
        parts["outcomes"] = outcomes_part(told, voice)
    titles = {name: _title(name, told, voice) for name in parts}
    sections = [section(name, titles[name], *inside) for name, inside in parts.items()]
    title = say(voice, "title")
    links = "".join(
        tag("li", tag("a", escaped(said), href=f"#{name}")) for name, said in titles.items()
    )
    nav = tag("nav", tag("ul", links), aria_label=title)
    header = tag("h1", escaped(title)) + paragraph(_lead(told, voice), "lead") + nav
    return document(title, voice.language, header, sections, paragraph(say(voice, "foot")))


def _title(name: str, told: Reported, voice: Voice) -> str:
    at = date_text(told.then.at) if name == "ceilings" and told.then.at is not None else ""
    return say(voice, name, date=at)


def _lead(told: Reported, voice: Voice) -> str:
    sets, file = told.log.history.sets, Path(told.file).name
    if not len(sets):
        return say(voice, "no_sets", file=file)
    first, last = date_text(sets[0].at), date_text(sets[-1].at)
    return say(voice, "lead", sets=sets_text(len(sets), voice), first=first, last=last, file=file)


# --- what was read ---


def _read(told: Reported, voice: Voice) -> list[str]:
    log, found = told.log, told.found
    lines = log_lines(log, voice)[: _OF_THE_FILE if len(log.history) else _OF_THE_FILE - 1]
    if log.unit == MIXED and len(log.history.sets):
        code = "own_units" if told.asked_unit is None else "asked_unit"
        lines.append(say(voice, code, unit=voice.unit))
    lines += told.then.cut_lines(voice)
    lines += [notice_line(one, voice) for one in found["notices"]]
    lines += [
        say(voice, "skipped", n=number_text(n, voice), reason=phrase_text(reason, voice))
        for reason, n in found["skipped"].items()
    ]
    parts = [bullets(lines)]
    if found["problems"]:
        n = len(found["problems"])
        title = say(voice, "problems", n, n=number_text(n, voice))
        parts.append(fold(title, bullets(some_lines(found["problems"], voice))))
    if found["unknown_lifts"]:
        title = unknown_lead(found["unknown_lifts"], voice)
        names = [unknown_line(name, one, voice) for name, one in found["unknown_lifts"].items()]
        parts.append(fold(title, bullets(some_lines(names, voice))))
    return parts


# --- fatigue and doubts ---


def _fatigue(told: Reported, voice: Voice) -> list[str]:
    last: datetime = told.log.history[-1].at
    lost = lost_by_region(told.track.state, last, told.track.params)
    if not lost:
        return [paragraph(say(voice, "no_fatigue"))]
    at = date_text(day_after(told.log.history))
    title, drawn = fatigue_picture(lost, at, voice)
    spans = [span_text(60.0 * hours, voice) for hours in RESTS.values() if hours]
    heads = [say(voice, "region"), say(voice, "after_last"), *spans]
    rows = [
        (capital(muscle_name(region, voice)), *(f"{number_text(n, voice, 1)} %" for n in row))
        for region, row in lost.items()
    ]
    return [
        paragraph(say(voice, "fatigue_lead", date=at), "soft"),
        legend(
            [
                (sample("fainter"), say(voice, "after_last")),
                (sample("bar"), say(voice, "then", date=at)),
            ]
        ),
        tag("div", figure(drawn), class_="figures"),
        fold(say(voice, "details", what=title), table(title, heads, rows)),
    ]


def _doubts(told: Reported, voice: Voice) -> list[str]:
    if not told.doubts:
        return [paragraph(say(voice, "no_doubts"))]
    return [
        boxes(
            tag("h3", escaped(say(voice, one.severity)))
            + paragraph(doubt_sentences(one, told.voice_of(one.lift, voice)))
            + paragraph(voice.text("doubt_steps", one.code))
            for one in told.doubts
        )
    ]
