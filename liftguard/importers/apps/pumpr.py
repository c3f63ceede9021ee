"""
pumpR: one table made of the exports of several apps, as R writes it.

Reason to change: pumpR changes its table.
"""

from __future__ import annotations

import attrs

from liftguard.importers.app import App, Records

__all__ = ["PUMPR"]


def _blank_where_r_has_none(records: Records) -> Records:
    """Read R's NA as the blank cell that it stands for."""
    columns = {
        field: ["" if text == "NA" else text for text in texts]
        for field, texts in records.columns.items()
    }
    return attrs.evolve(records, columns=columns)


PUMPR = App(
    name="pumpr",
    label="pumpR",
    columns={
        "number": ("",),
        "when": ("DATE",),
        "lift": ("EXERCISE",),
        "category": ("CATEGORY",),
        "load": ("WEIGHT",),
        "reps": ("REPS",),
        "set_index": ("SET_NUM",),
        "source": ("SOURCE",),
    },
    needs=("when", "lift", "load", "reps", "set_index", "source"),
    says_zero=True,
    at_known_to="day",
    arrange=_blank_where_r_has_none,
)
