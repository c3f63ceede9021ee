"""
A table that no app wrote: which app is nearest, and what that would have needed.

Reason to change: what is said of such a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liftguard.errors import UnreadableLog
from liftguard.importers.app import App, kind_of
from liftguard.phrase import Phrase, joined

__all__ = ["missing_in", "no_app_of"]

_FEW_ALIKE = 2  # columns that make an app the nearest
_MOST_SHOWN = 200  # letters of what was found, in an error


def missing_in(app: App, places: Mapping[str, int]) -> list[str]:
    """List what an app needs and a table lacks."""
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


def no_app_of(
    header: Sequence[str], able: Sequence[App], apps: Sequence[App], where: str
) -> UnreadableLog:
    """Word what the nearest app would have needed."""
    known = {app.name: _needed(app, header) for app in able}
    nearest = max(able, key=lambda app: len(known[app.name]))
    missing = missing_in(nearest, dict.fromkeys(known[nearest.name], 0))
    called = [
        joined(
            "{one} or {other}",
            (nearest.columns.get(field, [field])[0] for field in need.split("|")),
        )
        for need in missing
    ]
    if len(known[nearest.name]) >= min(_FEW_ALIKE, len(header)):  # one may be called so by chance
        hint = Phrase(
            "The nearest is {label}, but there is no column {names}."
            if called
            else "The nearest is {label}.",
            label=nearest.label,
            names=called,
        )
    else:
        hint = Phrase("No column is one that an app is known to write.")
    return UnreadableLog(
        where=where,
        got=",".join(header)[:_MOST_SHOWN],
        wanted=Phrase("an export of {names}", names=list(dict.fromkeys(app.label for app in apps))),
        hint=Phrase(
            "{hint} A table of sets that no app wrote is read with columns={own}.",
            hint=hint,
            own='{"when": ..., "lift": ..., "load": ..., "reps": ...}',
        ),
    )
