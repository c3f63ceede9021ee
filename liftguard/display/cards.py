"""
Values as cards of HTML, for notebooks and web pages.

A card brings its own style, needs no script and no network, and takes the colours of its
page, light or dark. A level is a word and a sign before it is a colour.

Reason to change: how an outline looks as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from liftguard.choices import Language, LogUnit
from liftguard.display.outline import Bar, Outline, Table, outline_of
from liftguard.judge.verdict import Level
from liftguard.words.language import capital
from liftguard.words.voice import Voice

__all__ = ["card"]

_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")

BADGES = {
    Level.CLEAR: ("#1a6334", "\N{CHECK MARK}"),
    Level.UNKNOWN: ("#4d5560", "?"),
    Level.CAUTION: ("#855400", "\N{BLACK UP-POINTING TRIANGLE}"),
    Level.BEYOND: ("#a3151f", "\N{MULTIPLICATION X}"),
}
"""Colour below white letters and sign of each level; the colours hold on light and dark pages."""

_STYLE = """
.liftguard{box-sizing:border-box;max-width:44em;margin:.5em 0;padding:.8em 1em;
border:1px solid rgba(128,128,128,.5);border-radius:.5em;font:14px/1.45 system-ui,sans-serif;
color:var(--jp-content-font-color1,var(--vscode-editor-foreground,inherit))}
.liftguard *{box-sizing:border-box}
.liftguard .lg-head{display:flex;flex-wrap:wrap;gap:.3em .8em;align-items:center;
margin:0 0 .4em;font-size:16px;font-weight:600;overflow-wrap:anywhere}
.liftguard .lg-badge{padding:.1em .6em;border-radius:1em;color:#fff;font-size:12px;
letter-spacing:.04em;white-space:nowrap}
.liftguard .lg-lead{margin:0 0 .5em}
.liftguard ul{margin:.3em 0;padding-left:1.2em}
.liftguard li{margin:.1em 0;overflow-wrap:anywhere}
.liftguard svg{display:block;width:100%;height:3.4em;margin:.3em 0}
.liftguard .lg-says{margin:-.6em 0 .5em;font-size:12px;opacity:.85}
.liftguard .lg-wide{overflow-x:auto}
.liftguard table{width:auto;margin:.4em 0;border-collapse:collapse;font-size:13px;
overflow-wrap:break-word}
.liftguard th,.liftguard td{padding:.2em .9em .2em 0!important;border:0;background:none;
text-align:left!important;vertical-align:top;color:inherit}
.liftguard .lg-day{white-space:nowrap}
.liftguard tr{background:none!important}
.liftguard thead th{font-weight:400;opacity:.8;border-bottom:1px solid rgba(128,128,128,.5)}
.liftguard tbody th{font-weight:600}
.liftguard summary{cursor:pointer;opacity:.85}
"""


def card(value: object, *, unit: LogUnit = "kg", language: Language = "en") -> str:
    """
    Show a value as a card of HTML.

    Parameters
    ----------
    value : Verdict, Suggestion, Next, Bests, Finding, Advice, PlanCheck, Patterns, Log or Track
        What is shown.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text; what stood in a file stays as it is.

    Returns
    -------
    str
        A div with its style; every text in it is escaped.

    Raises
    ------
    InvalidValue
        When there is no card for such a value, or the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> odd = lg.PlannedSet(lift="<b>Atlas stone</b>", load_kg=100, reps=1)
    >>> shown = card(guard.check(guard.start(), odd, at=datetime(2026, 1, 5)))
    >>> "&lt;b&gt;Atlas stone&lt;/b&gt;" in shown, "<b>" in shown
    (True, False)
    """
    voice = Voice(language=language, unit=unit)
    return "".join(_html_parts(outline_of(value, voice), voice))


def _html_parts(outline: Outline, voice: Voice) -> Iterator[str]:
    yield f'<div class="liftguard" lang="{escape(voice.language)}"><style>{_STYLE}</style>'
    yield f'<div class="lg-head">{_badge(outline)}<span>{escape(outline.title)}</span></div>'
    if outline.lead:
        yield f'<p class="lg-lead">{escape(outline.lead)}</p>'
    if outline.bar is not None:
        yield f'{_bar_as_svg(outline.bar)}<p class="lg-says">{escape(outline.bar.says)}</p>'
    yield from map(_table, outline.tables)
    yield _bullets(outline.lines)
    if outline.more:
        title = escape(capital(voice.text("headings", "evidence")))
        yield f"<details><summary>{title}</summary>{_bullets(outline.more)}</details>"
    yield "</div>"


def _badge(outline: Outline) -> str:
    if outline.level is None:
        return ""
    colour, sign = BADGES[outline.level]
    return (
        f'<span class="lg-badge" style="background:{colour}">'
        f'<span aria-hidden="true">{sign}</span> {escape(outline.badge)}</span>'
    )


def _bullets(lines: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.headers)
    rows = "".join(
        f'<tr><th scope="row">{_cell(first)}</th>'
        + "".join(f"<td>{_cell(cell)}</td>" for cell in others)
        + "</tr>"
        for first, *others in table.rows
    )
    return (
        f'<div class="lg-wide"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(text: str) -> str:
    """Escape a text; a date in it stays on one line."""
    return _DATE.sub(r'<span class="lg-day">\g<0></span>', escape(text))


def _bar_as_svg(bar: Bar) -> str:
    """Draw the band of capacity, its middle, how far it is clear, and the load asked for."""
    clear = bar.at if bar.clear is None else bar.clear
    least, most = min(bar.low, bar.at, clear), max(bar.high, bar.at, clear)
    room = 0.08 * (most - least)

    def x(load: float) -> float:
        return 400 * (load - least + room) / (most - least + 2 * room)

    low, middle, high, at = map(x, (bar.low, bar.middle, bar.high, bar.at))
    return (
        '<svg viewBox="0 0 400 44" preserveAspectRatio="none" aria-hidden="true">'
        '<g fill="currentColor">'
        '<rect x="0" y="26" width="400" height="1" opacity=".5"/>'
        f"{_clear_as_svg(None if bar.clear is None else x(bar.clear))}"
        f'<rect x="{low:.1f}" y="20" width="{high - low:.1f}" height="13" opacity=".3"/>'
        f'<rect x="{middle - 1:.1f}" y="20" width="2" height="13"/>'
        f'<path d="M{at - 5:.1f} 4h10l-5 12z"/>'
        f'<rect x="{at - 1:.1f}" y="12" width="2" height="24"/>'
        "</g></svg>"
    )


def _clear_as_svg(end: float | None) -> str:
    """Draw a thick line up to where it is clear, closed by a tick."""
    if end is None:
        return ""
    return (
        f'<rect x="0" y="25" width="{end:.1f}" height="3"/>'
        f'<rect x="{end - 1:.1f}" y="17" width="2" height="19"/>'
    )
