"""Write the page: one file of HTML that needs nothing else."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import jinja2
from judge import Row
from markupsafe import Markup

from liftguard import display

SIGNS = {"CLEAR": "✓", "UNKNOWN": "?", "CAUTION": "▲", "BEYOND": "✖"}


def page(rows: list[Row], at: datetime) -> str:
    """Fill the template; every text is escaped but the cards, which escape their own."""
    here = jinja2.FileSystemLoader(Path(__file__).parent)
    templates = jinja2.Environment(
        loader=here,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    counts = Counter(row.level for row in rows)
    return templates.get_template("page.html").render(
        at=at,
        rows=rows,
        signs=SIGNS,
        counts=[(level, counts[level]) for level in reversed(SIGNS) if counts[level]],
        card=lambda value: Markup(display.card(value)),  # noqa: S704 - a card escapes its texts
    )
