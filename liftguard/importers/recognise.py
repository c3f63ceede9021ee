"""
Which app wrote a table: by the names of its columns, else by what they hold.

Reason to change: an app is added to `APPS`, or tables are told apart in a new way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import App, kind_of
from liftguard.importers.apps.alpha_progression import ALPHA_PROGRESSION
from liftguard.importers.apps.fastnfitness import FASTNFITNESS
from liftguard.importers.apps.fitbod import FITBOD
from liftguard.importers.apps.fitnotes import FITNOTES
from liftguard.importers.apps.fitnotes_ios import FITNOTES_IOS
from liftguard.importers.apps.flexify import FLEXIFY, MASSIVE
from liftguard.importers.apps.gymbook import GYMBOOK
from liftguard.importers.apps.hevy import HEVY
from liftguard.importers.apps.liftosaur import LIFTOSAUR
from liftguard.importers.apps.lyfta import LYFTA
from liftguard.importers.apps.meet import ATTEMPTS, MEET
from liftguard.importers.apps.pipes import PIPES
from liftguard.importers.apps.pumpr import PUMPR
from liftguard.importers.apps.sets_by_reps import SETS_BY_REPS
from liftguard.importers.apps.sheet import SHEET
from liftguard.importers.apps.strengthlog import STRENGTHLOG
from liftguard.importers.apps.strong import STRONG
from liftguard.importers.apps.stronglifts import STRONGLIFTS
from liftguard.importers.apps.stronglifts_old import STRONGLIFTS_OLD
from liftguard.importers.apps.wide import WIDE
from liftguard.importers.cells import UNITS
from liftguard.importers.looks import SHOWING, misfit, row_fits
from liftguard.importers.no_app import missing_in, no_app_of
from liftguard.importers.no_sets import TOTALS, refusal, refuse_what_holds_no_sets, totals_in
from liftguard.importers.people import refuse_split_rows
from liftguard.importers.side_columns import field_beside
from liftguard.importers.table import Table
from liftguard.phrase import Phrase

__all__ = [
    "APPS",
    "MOST_ABOVE",
    "MOST_COLUMNS",
    "Fit",
    "has_numbers",
    "knows",
    "recognise",
    "row_fits",
    "starts_as_number",
]

APPS: tuple[App, ...] = (
    STRONG,
    HEVY,
    FITNOTES,
    FITNOTES_IOS,
    PUMPR,
    PIPES,
    SETS_BY_REPS,
    LIFTOSAUR,
    STRONGLIFTS,
    STRONGLIFTS_OLD,
    WIDE,
    FITBOD,
    GYMBOOK,
    LYFTA,
    ALPHA_PROGRESSION,
    STRENGTHLOG,
    FLEXIFY,
    MASSIVE,
    FASTNFITNESS,
    MEET,
    SHEET,
    ATTEMPTS,
)
"""Every app that can be read; to add one, add it here."""

_SAMPLE = 60  # rows that are looked at
_ENOUGH = 0.5  # share of them that must fit
MOST_ABOVE = 10  # lines of a title
MOST_COLUMNS = 10_000
_MOST_SHOWN = 200  # letters of what was found, in an error
_SEVERAL = 2  # numbers or days in a row that is no title
_FEW = 8  # rows, of which none is too bad to be read and accounted for
_KNOWN = 0.3  # share of the columns that must be an app's own, where it was not named
_NUMBER = re.compile(r"[\s\"]*[+-]?\d")
_UNIT = re.compile(r"[(\[](kgs?|lbs?)[)\]]", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Fit:
    """A table seen as one app's export."""

    app: App
    places: Mapping[str, int]  # our field -> number of the column
    names: Mapping[str, str]  # our field -> the column's own name
    width: int
    has_header: bool
    above: int = 0  # lines before the header
    share: float = 1.0  # of the columns that are the app's own
    confidence: float  # share of the columns that vouch for it, times that of the rows that fit
    evidence: str  # what it was recognised by
    unread: Sequence[str] = ()  # names of the columns that nothing is known of


def recognise(table: Table, apps: Sequence[App], where: str) -> Fit:
    """Say which app's table this is, or refuse it saying what is nearest."""
    rows = table.rows
    header = rows[0] if rows else []
    if len(header) > MOST_COLUMNS:
        raise UnreadableLog(
            where=where,
            got=Phrase("{n} columns", n=len(header)),
            wanted=Phrase("a table of at most {most} columns", most=MOST_COLUMNS),
            hint=Phrase("No log has so many."),
        )
    able = [known for known in apps if table.separator in known.separators]
    fit = _found(able, rows, named=len(apps) == 1)
    if fit is None:
        _refuse_by_what_it_holds(able, rows, where)
        raise no_app_of(header, able or apps, apps, where)
    if len(apps) > 1:
        _refuse_other_contents(rows[fit.above + 1 :], fit, where)
    if fit.has_header:
        refuse_split_rows(rows[fit.above], rows[fit.above + 1 :], fit.places)
    return fit


def _refuse_by_what_it_holds(
    able: Sequence[App], rows: Sequence[Sequence[str]], where: str
) -> None:
    """Refuse a table that no app fits saying what it is, where its columns tell that."""
    above = max(range(len(rows[: MOST_ABOVE + 1])), key=lambda at: _filled(rows[at]), default=0)
    header = rows[above] if rows else []
    sheets = [app for app in able if app.last_resort]
    for fit in filter(None, (_by_names(app, rows[above:]) for app in sheets)):
        if (column := totals_in(header, fit.places, rows[above + 1 :])) is not None:
            raise refusal(where, column, TOTALS)
    found = {field for app in sheets for name in header if (field := app.field_of(name))}
    refuse_what_holds_no_sets(header, found, where)


def has_numbers(row: Sequence[str]) -> bool:
    """Tell whether several cells of a row are numbers or days, as in a set and in no title."""
    return sum(map(starts_as_number, row)) >= _SEVERAL


def starts_as_number(cell: str) -> bool:
    """Tell whether a cell, also a quoted one, starts as a number or a day does."""
    return _NUMBER.match(cell) is not None


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _found(able: Sequence[App], rows: Sequence[Sequence[str]], *, named: bool) -> Fit | None:
    """Find the app that fits best: by names, below a title, by position, as a plain sheet."""
    first = [app for app in able if not app.last_resort]
    last = [app for app in able if app.last_resort]
    fit = _best(first, rows, named=named) or _below_a_title(first, rows, named=named)
    if fit is not None:
        return fit
    # A column of row numbers, as pandas and R add, is looked for first: it moves all others.
    for added in (["index"], []) if _counts(rows) else ([],):
        orders = [(app, layout, False) for app in first for layout in app.layouts]
        orders += [(app, layout, True) for app in first for layout in app.headerless]
        found = (
            _by_content(app, [*added, *layout.split()], rows, bare=bare)
            for app, layout, bare in orders
        )
        fits = list(filter(None, found))
        if fits:
            return max(fits, key=lambda fit: fit.confidence)
    return _best(last, rows, named=named) or _below_a_title(last, rows, named=named)


def knows(header: Sequence[str], separator: str) -> bool:
    """Tell whether some app writes tables with these names of columns."""
    fits = (_by_names(app, [header]) for app in APPS if separator in app.separators)
    return any(fit is not None and fit.share >= _ENOUGH for fit in fits)


def _best(able: Sequence[App], rows: Sequence[Sequence[str]], *, named: bool) -> Fit | None:
    """Take of the apps that know the header the one that knows most of it."""
    fits = [fit for app in able if (fit := _by_names(app, rows)) is not None]
    best = max(fits, key=lambda fit: fit.share, default=None)
    if best is None or named:
        return best
    totals = best.app.last_resort and totals_in(rows[0], best.places, rows[1:]) is not None
    return best if best.share >= _KNOWN and not totals else None


def _below_a_title(
    able: Sequence[App], rows: Sequence[Sequence[str]], *, named: bool
) -> Fit | None:
    """Find a header that some lines, such as a title, stand above."""
    filled = list(map(_filled, rows[: MOST_ABOVE + 1]))
    for above in range(1, len(filled)):
        is_title = not any(map(has_numbers, rows[:above]))
        if is_title or 2 * max(filled[:above]) < filled[above]:
            best = _best(able, rows[above:], named=named)
            if best is not None:
                return attrs.evolve(best, above=above)
    return None


def _by_names(app: App, rows: Sequence[Sequence[str]]) -> Fit | None:
    """Fit an app to a table by the names in its header, and take what may stand beside any sets."""
    header = rows[0] if rows else []
    places: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for place, name in enumerate(header):
        field = app.field_of(name)
        if field is None:
            continue
        seen[field] += 1
        known_as = f"{field} {seen[field]}" if field in app.repeats else field
        held = places.setdefault(known_as, place)
        if app.rank_of(name) < app.rank_of(header[held]):  # of two columns the likelier one
            places[known_as] = place
    if missing_in(app, places):
        return None
    own, known = len(places), sum(seen.values())
    for place, name in enumerate(header):
        beside = field_beside(name) if app.field_of(name) is None else None
        if beside is not None:
            known += 1
            places.setdefault(beside, place)
    taken = set(places.values())
    unread = [name.strip() for place, name in enumerate(header) if place not in taken]
    return Fit(
        app=app,
        places=places,
        names={field: header[place].strip()[:_MOST_SHOWN] for field, place in places.items()},
        width=len(header),
        has_header=True,
        share=own / len(header),
        confidence=known / len(header) * _share_that_fits(rows[1:], places, app, len(header)),
        evidence=Phrase("the names of {known} of {n} columns", known=known, n=len(header)),
        unread=[name[:_MOST_SHOWN] for name in unread if name],
    )


def _share_that_fits(
    rows: Sequence[Sequence[str]], places: Mapping[str, int], app: App, width: int
) -> float:
    """Give the share of the first rows whose cells look like what their columns hold."""
    sample = _sample(rows, width)
    fitting = sum(row_fits(row, places, app) for row in sample)
    return fitting / len(sample) if sample else 1.0


def _sample(rows: Sequence[Sequence[str]], width: int) -> Sequence[Sequence[str]]:
    """Take of the first rows those that have all their cells and hold something."""
    return [row for row in rows[:_SAMPLE] if len(row) == width and any(map(str.strip, row))]


def _refuse_other_contents(rows: Sequence[Sequence[str]], fit: Fit, where: str) -> None:
    """Refuse a table with an app's names of columns and with something else below them."""
    sample = _sample(rows, fit.width)
    found = ((misfit(row, fit.places, fit.app, beside=False), row) for row in sample)
    misfits = [(field, row) for field, row in found if field is not None]
    if len(sample) < _FEW or len(misfits) <= _ENOUGH * len(sample):
        return
    field, row = misfits[0]
    raise UnreadableLog(
        where=Phrase("{where}, column {column!r}", where=where, column=fit.names[field]),
        got=row[fit.places[field]][:_MOST_SHOWN],
        wanted=Phrase("what {label} writes there", label=fit.app.label),
        hint=Phrase(
            "{misfits} of the first {n} rows do not fit the header; "
            'app="{name}" reads those that do.',
            misfits=len(misfits),
            n=len(sample),
            name=fit.app.name,
        ),
    )


def _counts(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column only numbers the rows, or is blank."""
    cells = [row[0].strip() for row in rows[1 : _SAMPLE + 1] if row]
    return len(cells) > 1 and (
        not any(cells) or any(cells == [str(n + at) for n in range(len(cells))] for at in (0, 1))
    )


def _by_content(
    app: App, layout: Sequence[str], rows: Sequence[Sequence[str]], *, bare: bool
) -> Fit | None:
    """Fit an order of columns to a table without a header or, unless bare, with an unknown one."""
    width = len(layout)
    header = rows[0] if rows else []
    if app.ends_early and len(header) < width == max(map(len, rows[:_SAMPLE]), default=0):
        header = [*header, *[""] * (width - len(header))]
    if not rows or len(header) != width:
        return None
    named = zip(_numbered(app, layout), header, strict=True)
    places = {_with_unit(field, name): place for place, (field, name) in enumerate(named)}
    share = _share_that_fits(rows[1:], places, app, width)
    headless = row_fits(header, places, app)
    if share < _ENOUGH or (not headless and (bare or len(rows) == 1)):
        return None
    first = [header] if headless else []
    shown = [
        place
        for field, place in places.items()
        if kind_of(field) in SHOWING
        and any(row[place].strip() for row in (*first, *rows[1:_SAMPLE]) if len(row) == width)
    ]
    if not shown and not headless:
        return None  # no row shows the order: another app may know the names
    return Fit(
        app=app,
        places=places,
        names={
            field: field if headless else header[place][:_MOST_SHOWN]
            for field, place in places.items()
        },
        width=width,
        has_header=not headless,
        confidence=len(shown) / width * share,
        evidence=Phrase(
            "the order of its {width} columns, as their names are unknown", width=width
        ),
    )


def _numbered(app: App, layout: Sequence[str]) -> Iterator[str]:
    """Give the fields of an order of columns; those that return in it are "kg 1", "kg 2"."""
    seen: Counter[str] = Counter()
    for field in layout:
        seen[field] += 1
        yield f"{field} {seen[field]}" if field in app.repeats else field


def _with_unit(field: str, name: str) -> str:
    """Take the unit of a load from an unknown name such as "Gewicht (kg)"."""
    unit = _UNIT.search(name) if field == "load" else None
    return field if unit is None else UNITS[unit[1].casefold()]
