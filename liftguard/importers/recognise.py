"""
Which app wrote a table: by the names of its columns, else by what they hold.

Reason to change: an app is added to `APPS`, or tables are told apart in a new way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import attrs

from liftguard.errors import UnreadableLog
from liftguard.importers.app import App, kind_of
from liftguard.importers.apps.alpha_progression import ALPHA_PROGRESSION
from liftguard.importers.apps.fitbod import FITBOD
from liftguard.importers.apps.fitnotes import FITNOTES
from liftguard.importers.apps.fitnotes_ios import FITNOTES_IOS
from liftguard.importers.apps.gymbook import GYMBOOK
from liftguard.importers.apps.hevy import HEVY
from liftguard.importers.apps.liftosaur import LIFTOSAUR
from liftguard.importers.apps.lyfta import LYFTA
from liftguard.importers.apps.pipes import PIPES
from liftguard.importers.apps.pumpr import PUMPR
from liftguard.importers.apps.sets_by_reps import SETS_BY_REPS
from liftguard.importers.apps.sheet import SHEET
from liftguard.importers.apps.strengthlog import STRENGTHLOG
from liftguard.importers.apps.strong import STRONG
from liftguard.importers.apps.stronglifts import STRONGLIFTS
from liftguard.importers.apps.stronglifts_old import STRONGLIFTS_OLD
from liftguard.importers.apps.wide import WIDE
from liftguard.importers.cells import (
    UNITS,
    Wrong,
    is_load,
    is_number,
    mark_reader,
    read_distance,
    read_reps,
    read_rir,
    read_rpe,
    read_seconds,
    read_unit,
)
from liftguard.importers.dates import is_date
from liftguard.importers.no_sets import are_of_each_set, refuse_what_holds_no_sets, totals_in
from liftguard.importers.table import Table

__all__ = ["APPS", "MOST_ABOVE", "MOST_COLUMNS", "Fit", "knows", "recognise", "row_fits"]

APPS: tuple[App, ...] = (
    STRONG,
    HEVY,
    FITNOTES,
    FITNOTES_IOS,
    PUMPR,
    WIDE,
    PIPES,
    SETS_BY_REPS,
    LIFTOSAUR,
    STRONGLIFTS,
    STRONGLIFTS_OLD,
    FITBOD,
    GYMBOOK,
    LYFTA,
    ALPHA_PROGRESSION,
    STRENGTHLOG,
    SHEET,
)
"""Every app that can be read; to add one, add it here."""

_SAMPLE = 60  # rows that are looked at
_ENOUGH = 0.5  # share of them that must fit
MOST_ABOVE = 10  # lines of a title
MOST_COLUMNS = 10_000
_MOST_SHOWN = 200  # letters of what was found, in an error
_FEW = 8  # rows, of which none is too bad to be read and accounted for
_KNOWN = 0.3  # share of the columns that must be an app's own, where it was not named
_FACTORS = ("load", "kg", "lb", "repetitions")  # of a volume
_UNIT = re.compile(r"[(\[](kgs?|lbs?)[)\]]", re.IGNORECASE)
# What a cell of a field must look like for a row to fit.
_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "when": is_date,
    "load": is_load,
    "kg": is_load,
    "lb": is_load,
    "reps": lambda text: is_number(text) or not isinstance(read_reps(text), Wrong),
    "rpe": lambda text: is_number(text) or not isinstance(read_rpe(text), Wrong),
    "rir": lambda text: is_number(text) or not isinstance(read_rir(text), Wrong),
    "distance": lambda text: not isinstance(read_distance(text), Wrong),
    "set_index": is_number,
    "seconds": lambda text: not isinstance(read_seconds(text), Wrong),
    "unit": lambda text: not isinstance(read_unit(text), Wrong),
    "lift": lambda text: bool(text.strip()) and not text.strip().isdecimal(),
}


@attrs.frozen(kw_only=True)
class Fit:
    """A table seen as one app's export."""

    app: App
    places: Mapping[str, int]  # our field -> number of the column
    names: Mapping[str, str]  # our field -> the column's own name
    width: int
    has_header: bool
    above: int = 0  # lines before the header
    confidence: float  # share of the columns that vouch for it, times that of the rows that fit
    evidence: str  # what it was recognised by
    unread: Sequence[str] = ()  # names of the columns that nothing is known of

    @property
    def share(self) -> float:
        """The share of the columns that the app knows."""
        return len(self.places) / self.width


def recognise(table: Table, apps: Sequence[App], where: str) -> Fit:
    """Say which app's table this is, or refuse it saying what is nearest."""
    rows = table.rows
    header = rows[0] if rows else []
    if len(header) > MOST_COLUMNS:
        raise UnreadableLog(
            where=where,
            got=f"{len(header)} columns",
            wanted=f"a table of at most {MOST_COLUMNS} columns",
            hint="No log has so many.",
        )
    able = [known for known in apps if table.separator in known.separators]
    fit = _found(able, rows, named=len(apps) == 1)
    if fit is None:
        refuse_what_holds_no_sets(header, where)
        raise _refusal(header, able or apps, apps, where)
    if len(apps) > 1:
        _refuse_other_contents(rows[fit.above + 1 :], fit, where)
    return fit


def _found(able: Sequence[App], rows: Sequence[Sequence[str]], *, named: bool) -> Fit | None:
    """Find the app that fits best: by names, below a title, by position, as a plain sheet."""
    first = [app for app in able if not app.last_resort]
    last = [app for app in able if app.last_resort]
    fit = _best(first, rows, named=named) or _below_a_title(first, rows, named=named)
    if fit is not None:
        return fit
    # A column of row numbers, as pandas and R add, is looked for first: it moves all others.
    for added in (["index"], []) if _counts(rows) else ([],):
        for app in first:
            for layout in app.layouts:
                if (fit := _by_content(app, [*added, *layout.split()], rows)) is not None:
                    return fit
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
    places = [best.places[one] for one in _FACTORS if one in best.places]
    totals = best.app.last_resort and not are_of_each_set(totals_in(rows[0]), places, rows)
    return best if best.share >= _KNOWN and not totals else None


def _below_a_title(
    able: Sequence[App], rows: Sequence[Sequence[str]], *, named: bool
) -> Fit | None:
    """Find a header that some lines, such as a title, stand above."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[: MOST_ABOVE + 1]]
    for above in range(1, len(filled)):
        if 2 * max(filled[:above]) < filled[above]:
            best = _best(able, rows[above:], named=named)
            if best is not None:
                return attrs.evolve(best, above=above)
    return None


def row_fits(row: Sequence[str], places: Mapping[str, int], app: App) -> bool:
    """Tell whether the cells of a row look like what their columns hold."""
    return _misfit(row, places, app) is None


def _misfit(row: Sequence[str], places: Mapping[str, int], app: App) -> str | None:
    """Name the first field whose cell does not look like what its column holds."""
    for field, place in places.items():
        looks = _LOOKS.get(kind_of(field))
        above = app.day_once and field == "when" and not row[place].strip()
        if looks is not None and not above and not looks(row[place]):
            return field
    mark = row[places["mark"]] if "mark" in places else ""
    known = mark.strip().casefold() in app.not_sets
    read = mark_reader(app.marks, numbered=app.numbered)
    return "mark" if not known and isinstance(read(mark), Wrong) else None


def _by_names(app: App, rows: Sequence[Sequence[str]]) -> Fit | None:
    """Fit an app to a table by the names in its header."""
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
    if _missing(app, places):
        return None
    known = sum(seen.values())
    taken = set(places.values())
    unread = [name.strip() for place, name in enumerate(header) if place not in taken]
    return Fit(
        app=app,
        places=places,
        names={field: header[place].strip()[:_MOST_SHOWN] for field, place in places.items()},
        width=len(header),
        has_header=True,
        confidence=known / len(header) * _share_that_fits(rows[1:], places, app, len(header)),
        evidence=f"the names of {known} of {len(header)} columns",
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
    misfits = [(field, row) for row in sample if (field := _misfit(row, fit.places, fit.app))]
    if len(sample) < _FEW or len(misfits) <= _ENOUGH * len(sample):
        return
    field, row = misfits[0]
    raise UnreadableLog(
        where=f"{where}, column {fit.names[field]!r}",
        got=row[fit.places[field]][:_MOST_SHOWN],
        wanted=f"what {fit.app.label} writes there",
        hint=f"{len(misfits)} of the first {len(sample)} rows do not fit the header; "
        f'app="{fit.app.name}" reads those that do.',
    )


def _missing(app: App, places: Mapping[str, int]) -> list[str]:
    kinds = set(map(kind_of, places))
    return [need for need in app.needs if kinds.isdisjoint(need.split("|"))]


def _needed(app: App, header: Sequence[str]) -> set[str]:
    """Find the columns that an app cannot do without; a "Name" alone is near to no log."""
    needs = {field for need in app.needs for field in need.split("|")}
    return {
        field
        for name in header
        if (field := app.field_of(name)) is not None and kind_of(field) in needs
    }


def _counts(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column only numbers the rows, or is blank."""
    cells = [row[0].strip() for row in rows[1 : _SAMPLE + 1] if row]
    return len(cells) > 1 and (
        not any(cells) or any(cells == [str(n + at) for n in range(len(cells))] for at in (0, 1))
    )


def _by_content(app: App, layout: Sequence[str], rows: Sequence[Sequence[str]]) -> Fit | None:
    """Fit an order of columns to a table with an unknown header, or with none."""
    width = len(layout)
    if not rows or len(rows[0]) != width:
        return None
    header = rows[0]
    named = zip(layout, header, strict=True)
    places = {_with_unit(field, name): place for place, (field, name) in enumerate(named)}
    share = _share_that_fits(rows[1:], places, app, width)
    headless = row_fits(header, places, app)
    if share < _ENOUGH or (len(rows) == 1 and not headless):
        return None
    shown = [
        place
        for field, place in places.items()
        if kind_of(field) in _LOOKS
        and any(row[place].strip() for row in rows[1 : _SAMPLE + 1] if len(row) == width)
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
        evidence=f"the order of its {width} columns, as their names are unknown",
    )


def _with_unit(field: str, name: str) -> str:
    """Take the unit of a load from an unknown name such as "Gewicht (kg)"."""
    unit = _UNIT.search(name) if field == "load" else None
    return field if unit is None else UNITS[unit[1].casefold()]


def _refusal(
    header: Sequence[str], able: Sequence[App], apps: Sequence[App], where: str
) -> UnreadableLog:
    """Word what the nearest app would have needed."""
    known = {app.name: _needed(app, header) for app in able}
    nearest = max(able, key=lambda app: len(known[app.name]))
    missing = _missing(nearest, dict.fromkeys(known[nearest.name], 0))
    called = [
        " or ".join(nearest.columns.get(field, [field])[0] for field in need.split("|"))
        for need in missing
    ]
    if known[nearest.name]:
        lacks = f", but there is no column {', '.join(called)}" if called else ""
        hint = f"The nearest is {nearest.label}{lacks}."
    else:
        hint = "No column is one that an app is known to write."
    own = "{" + ", ".join(f'"{word}": ...' for word in ("when", "lift", "load", "reps")) + "}"
    return UnreadableLog(
        where=where,
        got=",".join(header)[:_MOST_SHOWN],
        wanted=f"an export of {', '.join(dict.fromkeys(app.label for app in apps))}",
        hint=f"{hint} A table of sets that no app wrote is read with columns={own}.",
    )
