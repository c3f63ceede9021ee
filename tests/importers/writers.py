"""
One writer for each file that an app exports: workouts in, the bytes of a file out.

They are written from what the exports look like, with the csv and json modules, and know
nothing of the readers. A `Format` says of each what it can hold, which must come back.
"""

from __future__ import annotations

from written import KG_PER_LB, Format
from written_apart import SECTIONS
from written_binary import BINARY
from written_json import JSON
from written_sheets import SHEETS
from written_tables import TABLES
from written_wide import WIDE

__all__ = ["FORMATS", "KG_PER_LB", "Format"]

FORMATS = (*TABLES, *WIDE, *SHEETS, *SECTIONS, *JSON, *BINARY)
