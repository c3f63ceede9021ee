"""Write the page: one file of HTML that needs nothing else."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import jinja2
from judge import Row
from markupsafe import Markup

import liftguard as lg
from liftguard import display

SIGNS = {"BEYOND": "✖", "CAUTION": "▲", "UNKNOWN": "?", "CLEAR": "✓", "NO PLAN": "–"}


def page(rows: list[Row], at: datetime, policy: lg.Policy) -> str:
    """Fill the template; every text is escaped but the cards, which escape their own."""
    here = jinja2.FileSystemLoader(Path(__file__).parent)
    templates = jinja2.Environment(
        loader=here,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    counts = Counter(row.stands for row in rows)
    return templates.get_template("page.html").render(
        at=at,
        rows=rows,
        signs=SIGNS,
        policy=policy,
        counts=[(level, counts[level]) for level in SIGNS if counts[level]],
        badges=badges,
        card=lambda value, unit: Markup(display.card(value, unit=unit)),  # noqa: S704 - escaped
    )


def badges(row: Row) -> list[tuple[str, str]]:
    """Give the levels of an athlete with what is written beside them, the worst first."""
    shown = [(str(level), f"{n} {level}") for level, n in row.counts]
    if row.stands not in dict(shown):  # what is missing of the whole athlete
        shown.insert(0, (row.stands, row.stands))
    return shown
