"""
From the exports of training apps to histories: one small file per app, shared machinery.

The way of a file: `read` is the door, `source` gives its text, `table` its rows, `recognise`
says which of `apps` wrote it (or `mapping`, which columns the caller named), `repair` puts broken
rows together, `expand` parts rows that hold several sets, `columns` reads them with `cells`,
`dates` and `load_units`, `misses` decides what a zero means, `from_notes` what a note adds with
`note_text`, `sets` builds the log. What is no table has a file of its own, such as
`apps.fitnotes_backup`, `apps.garmin`, `apps.jefit` and `json_text`.

Reason to change: the public door moves to another file.
"""

from liftguard.importers.read import READABLE, read_log

__all__ = ["READABLE", "read_log"]
