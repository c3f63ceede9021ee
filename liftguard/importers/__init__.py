"""
From the exports of training apps to histories: one small file per app, shared machinery.

The way of a file: `read` is the door, `source` gives its text, `joined` parts files that were
put one after the other, `table` gives rows, `recognise` says which of `apps` wrote it
(`named_columns`: or which columns the caller named), `repair` puts broken rows together, `expand`
parts rows that hold several sets, `planned_columns` names what was meant, `columns` understands
them with `cells`, `dates`, `zones` and `load_units`, `misses` decides what a zero or a plan
means, `from_notes` what a note adds with `note_text`,
`build_log` makes the log of it all. `no_sets` tells totals and measurements, which are no log;
`dicts_and_frames` takes rows that a program has already, and `json_text` JSON: where objects
stand in objects, `nested` makes rows of them and `nested_fields` says what their keys mean. An
app whose export is no table has its own way in its file of `apps`: `fitnotes_backup`, `garmin`,
`jefit`; those of `hevy_api` and `wger` make rows of nested records, those of `alpha_progression`
and `strengthlog` rows of sections. `app` says what an app is.

Reason to change: the public door moves to another file.
"""

from liftguard.importers.read import READABLE, read_log

__all__ = ["READABLE", "read_log"]
