"""
From the exports of training apps to histories: one small file per app, shared machinery.

The way of a file: `read` is the door, `source` gives its text, `joined` parts files that were
put one after the other, `table` gives rows, `recognise` says which of `apps` wrote it
(`named_columns`: or which columns the caller named), by the names of columns and by what cells
look like (`looks`); `side_columns` knows what may stand beside any sets. `repair` puts broken
rows together, `expand` parts rows that hold several sets, `single_reps` joins those of one,
`planned_columns` names what was meant,
`hours` joins day and hour, `implements` lift and tool. `columns` understands the `fields` with
`cells`, `dates`, `zones` and `side_cells`, and their loads with `load_columns`, `limb_loads`
and `load_units`.
`attempts` tells which sets went up by the words of `outcome_words` in `outcome_columns`, `misses`
decides what a zero or a plan means, `from_notes` what a note adds with `note_text`, `logged_sets`
makes the sets and `build_log` the log of it all, which `doubled_rows` rids of what stands twice.

`no_sets` says what a table is that holds none, `people` that it is of several lifters, and
`no_app` which app is nearest to one that none wrote.
`typed_tables` reads tables that people type, and `typed_plans` what is planned in them.
`dicts_and_frames` takes rows that a program has already, and `json_text` JSON: where objects
stand in objects, `nested` makes rows of them and `nested_fields` says what their keys mean. An
app whose export is no table has its own way in its file of `apps`: `fitnotes_backup`, `garmin`,
`jefit`; those of `hevy_api` and `wger` make rows of nested records, those of `alpha_progression`
and `strengthlog` rows of sections. `app` says what an app is.

Reason to change: the public door moves to another file.
"""

from liftguard.importers.read import READABLE, read_log

__all__ = ["READABLE", "read_log"]
