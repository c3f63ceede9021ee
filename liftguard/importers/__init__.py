"""
From the exports of training apps to histories: one small file per app, shared machinery.

The way of a file: `read` is the door, `contents` gives its text, `table` its rows, `recognise`
says which app wrote it (or `mapping`, which columns the caller named), `mend` puts broken rows
together, `unfold` parts rows that hold several sets, `columns` reads them with `cells`, `dates`
and `loads`, `misses` decides what a zero means, `noted` what a note adds with `remarks`, `sets`
builds the log. What is no table has a file of its own, such as `fitnotes_backup`, `garmin`,
`jefit` and `json_text`.

Reason to change: the public door moves to another file.
"""

from liftguard.importers.read import READABLE, read_log

__all__ = ["READABLE", "read_log"]
