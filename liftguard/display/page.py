"""
A page of HTML that needs nothing else: its frame, sections, tables and figures.

What is said is escaped here; what is put inside comes from the functions here and in `markup`.

Reason to change: how a part of a page is written. How it looks stands in `page.css`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources

from liftguard.display.markup import escaped, tag

__all__ = [
    "boxes",
    "bullets",
    "document",
    "figure",
    "fold",
    "legend",
    "paragraph",
    "section",
    "table",
]


def document(title: str, language: str, header: str, sections: Sequence[str], foot: str) -> str:
    """Put a page together: it asks for nothing from elsewhere, and runs no script."""
    style = resources.files("liftguard.display").joinpath("page.css").read_text(encoding="utf-8")
    head = (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escaped(title)}</title><style>\n{style}</style>"
    )
    body = tag("header", header) + tag("main", "\n".join(sections)) + tag("footer", foot)
    inside = f"\n{tag('head', head)}\n{tag('body', body)}\n"
    return f"<!doctype html>\n{tag('html', inside, lang=language)}\n"


def section(name: str, title: str, *inside: str) -> str:
    """Write a part of the page below its heading, by which it is found."""
    heading = tag("h2", escaped(title), id=f"{name}-heading")
    return tag("section", heading, *inside, id=name, aria_labelledby=f"{name}-heading")


def paragraph(text: str, kind: str | None = None) -> str:
    """Write sentences."""
    return tag("p", escaped(text), class_=kind)


def bullets(lines: Iterable[str]) -> str:
    """Write a list; nothing where it is empty."""
    items = "".join(tag("li", escaped(line)) for line in lines)
    return tag("ul", items) if items else ""


def boxes(inside: Iterable[str]) -> str:
    """Write boxes beside each other, as many as there is room for."""
    return tag("div", *(tag("div", one, class_="box") for one in inside), class_="boxes")


def figure(picture: str, title: str = "") -> str:
    """Write a picture, below a title where the heading above does not say it already."""
    caption = tag("figcaption", escaped(title)) if title else ""
    return tag("figure", caption, picture)


def fold(title: str, *inside: str) -> str:
    """Write what is for who wants to know, to be opened."""
    return tag("details", tag("summary", escaped(title)), *inside)


def table(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table whose first cells name their rows; where it is wide, it scrolls by itself."""
    head = "".join(tag("th", escaped(one), scope="col") for one in heads)
    body = "".join(
        tag(
            "tr",
            tag("th", escaped(first), scope="row"),
            *(tag("td", escaped(cell)) for cell in others),
        )
        for first, *others in rows
    )
    inside = tag("table", tag("thead", tag("tr", head)), tag("tbody", body))
    return tag("div", inside, class_="wide", tabindex="0", role="group", aria_label=label)


def legend(entries: Iterable[tuple[str, str]]) -> str:
    """Say what marks mean: each a drawing, and its words."""
    items = (tag("li", drawing, " ", escaped(said)) for drawing, said in entries)
    return tag("ul", *items, class_="legend")
